//! An interrupted run that is gone on with.

use super::*;

/// Goes on with the run that is found, with one record more.
#[track_caller]
fn go_on(desk: &Desk, with: &Record) {
    let Interrupted { left, .. } = desk.journals.interrupted(SCRIPT, hour(1)).unwrap();
    let mut journal = Journal::go_on(left, desk.sender.clone(), Timekeeper::start());
    journal.note(with);
    assert_eq!(journal.write(), Some(Recording::Works));
}

#[test]
fn the_same_file_is_gone_on_with() {
    let desk = Desk::new();
    let path = desk.left_behind("run", &run(3));
    go_on(&desk, &moved(4));
    assert_eq!(records(&path), run(4));
    assert_eq!(names(desk.folder()).len(), 1);
}

#[test]
fn a_torn_tail_is_cut_off_wherever_it_is_torn() {
    let desk = Desk::new();
    let path = desk.left_behind("run", &run(3));
    let whole = fs::read(&path).unwrap();
    let second = fs::read(desk.left_behind("shorter", &run(2))).unwrap().len();
    fs::remove_file(desk.path("shorter")).unwrap();
    for cut in [second, second + 1, second + 30, whole.len() - 2, whole.len() - 1] {
        fs::write(&path, &whole[..cut]).unwrap();
        go_on(&desk, &moved(4));
        let is_whole = cut == whole.len() - 1;
        let left = if is_whole { run(3) } else { run(2) };
        assert_eq!(records(&path), [left, vec![moved(4)]].concat(), "{cut}");
    }
    fs::write(&path, [&whole[..], b"\0\0\0\0\n\0\0"].concat()).unwrap();
    go_on(&desk, &moved(4));
    assert_eq!(records(&path), run(4));
}

#[test]
fn nothing_is_changed_before_something_has_happened() {
    let desk = Desk::new();
    let path = desk.left_behind("run", &run(3));
    let torn = [&fs::read(&path).unwrap()[..], b"half a rec"].concat();
    fs::write(&path, &torn).unwrap();
    let Interrupted { left, journal, .. } = desk.journals.interrupted(SCRIPT, hour(1)).unwrap();
    assert_eq!((journal.records, journal.torn), (run(3), 10));
    assert_eq!(left.path(), path);
    drop(Journal::go_on(left, desk.sender.clone(), Timekeeper::start()));
    assert_eq!(fs::read(&path).unwrap(), torn);
}

#[test]
fn a_file_that_is_removed_while_the_leader_is_asked_is_written_anew() {
    let desk = Desk::new();
    let path = desk.left_behind("run", &run(3));
    let Interrupted { left, .. } = desk.journals.interrupted(SCRIPT, hour(1)).unwrap();
    fs::remove_dir_all(desk.folder()).unwrap();
    let mut journal = Journal::go_on(left, desk.sender.clone(), Timekeeper::start());
    journal.note(&moved(4));
    assert_eq!(journal.write(), Some(Recording::Works));
    assert_eq!(records(&path), run(4));
}

#[test]
fn a_run_can_be_interrupted_any_number_of_times() {
    let desk = Desk::new();
    let path = desk.left_behind("run", &run(2));
    for number in 3..=9 {
        go_on(&desk, &moved(number));
        assert_eq!(records(&path), run(number));
    }
}

#[test]
fn a_large_journal_is_read_whole() {
    let desk = Desk::new();
    let mut records = run(12_000);
    // A line that is longer than what is read at once.
    let title = "Apel ".repeat(200_000);
    if let Happened::Opened(opened) = &mut records[0].what {
        opened.title.clone_from(&title);
    }
    let mut long = opened();
    if let Happened::Opened(opened) = &mut long.what {
        opened.title = title;
    }
    long.number = 12_001;
    records.push(long);
    records.extend([moved(12_002), moved(12_003)]);
    let path = desk.left_behind("run", &records);
    let read = || desk.journals.interrupted(SCRIPT, hour(1)).unwrap().journal;
    assert_eq!(read().records, records);
    let mut bytes = fs::read(&path).unwrap();
    let length = bytes.len();
    let newest = journal::read(&bytes).unwrap();
    assert_eq!(read(), newest, "bit by bit as at once");
    // Wherever the halves meet.
    for more in [1, 7, 500, 300_000] {
        bytes[length - 30] ^= 1;
        bytes.extend(std::iter::repeat_n(b'x', more));
        fs::write(&path, &bytes).unwrap();
        assert_eq!(read(), journal::read(&bytes).unwrap(), "{more}");
    }
}
