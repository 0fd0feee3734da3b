//! One run of a script at a time.

use super::*;

#[test]
fn a_script_is_held_by_one_run_until_that_lets_go() {
    let desk = Desk::new();
    let lock = desk.journals.lock(SCRIPT);
    let Lock::Held(held) = lock else {
        panic!("not held: {lock:?}")
    };
    assert!(matches!(desk.journals.lock(SCRIPT), Lock::Elsewhere));
    assert!(matches!(desk.journals.lock("/apel/lain.toml"), Lock::Held(_)));
    drop(held);
    assert!(matches!(desk.journals.lock(SCRIPT), Lock::Held(_)));
}

#[cfg(unix)]
#[test]
fn no_lock_is_left_behind() {
    let desk = Desk::new();
    let lock = desk.journals.lock(SCRIPT);
    assert_eq!(names(desk.folder()).len(), 1);
    drop(lock);
    assert_eq!(names(desk.folder()), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_lock_that_was_taken_away_is_no_lock_and_takes_away_nobody_elses() {
    let desk = Desk::new();
    let old = desk.journals.lock(SCRIPT);
    fs::remove_dir_all(desk.folder()).unwrap();
    let Lock::Held(_new) = desk.journals.lock(SCRIPT) else {
        panic!("not held")
    };
    drop(old);
    assert!(matches!(desk.journals.lock(SCRIPT), Lock::Elsewhere));
}

#[cfg(unix)]
#[test]
fn what_a_killed_program_has_left_behind_holds_nobody_up() {
    let desk = Desk::new();
    fs::create_dir_all(desk.folder()).unwrap();
    fs::write(desk.folder().join(format!("{}.lock", key(SCRIPT))), "").unwrap();
    assert!(matches!(desk.journals.lock(SCRIPT), Lock::Held(_)));
}

#[test]
fn where_nothing_can_be_made_there_is_no_telling() {
    let desk = Desk::new();
    fs::create_dir_all(desk.folder().parent().unwrap()).unwrap();
    fs::write(desk.folder(), "").unwrap();
    assert!(matches!(desk.journals.lock(SCRIPT), Lock::Impossible));
}

#[test]
fn several_who_ask_at_once_get_it_one_after_the_other() {
    let desk = Desk::new();
    let held = std::sync::atomic::AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    if let Lock::Held(_lock) = desk.journals.lock(SCRIPT) {
                        let others = held.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                        assert_eq!(others, 0, "held twice");
                        held.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                    }
                }
            });
        }
    });
}
