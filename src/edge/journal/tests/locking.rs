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

#[test]
fn a_run_beside_another_one_is_known_as_led_also_when_the_other_has_let_go_of_the_script() {
    let desk = Desk::new();
    desk.left_behind("first", &run(3));
    desk.left_behind("second", &run(3));
    assert!(!desk.journals.is_run_beside(SCRIPT));
    let second = RunId("second".into());
    let Lock::Held(held) = desk.journals.lock_run(&second, SCRIPT) else {
        panic!("not held")
    };
    let offered = || {
        let interrupted = desk.journals.interrupted(SCRIPT, hour(1));
        interrupted.map(|interrupted| interrupted.run.0.as_ref().to_owned())
    };
    assert!(desk.journals.is_run_beside(SCRIPT));
    assert!(!desk.journals.is_run_beside("/apel/lain.toml"));
    assert_eq!(offered().as_deref(), Some("first"));
    let open = |all: Vec<Listed>| {
        let open = all.into_iter().filter(|one| one.is_open);
        open.map(|one| one.run.0.as_ref().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(open(desk.journals.all()), ["second"]);
    for one in desk.journals.all() {
        let deleted = desk.journals.delete(&one);
        assert_eq!(deleted.is_err(), one.run == second);
    }
    drop(held);
    assert_eq!(offered().as_deref(), Some("second"));
    assert!(!desk.journals.is_run_beside(SCRIPT));
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
