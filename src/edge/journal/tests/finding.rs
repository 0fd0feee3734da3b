//! Which run is offered, what is listed, and what is deleted.

use super::*;

/// A record of another time.
fn at(hours: i64, record: Record) -> Record {
    Record {
        wall: hour(hours),
        ..record
    }
}

fn ended(number: u64, finished: bool) -> Record {
    let mut ended = moved(number);
    ended.what = Happened::Ended;
    ended.now.finished = finished;
    ended
}

/// Says when a file was written last.
fn touch(path: &Path, hours: i64) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(hour(hours).into()).unwrap();
}

impl Desk {
    /// A run whose last record is of some hour.
    fn run_of(&self, name: &str, hours: i64, mut records: Vec<Record>) {
        let last = records.pop().unwrap();
        records.push(at(hours, last));
        touch(&self.left_behind(name, &records), hours);
    }

    /// The run that is offered at some hour.
    fn offered(&self, hours: i64) -> Option<String> {
        let interrupted = self.journals.interrupted(SCRIPT, hour(hours));
        interrupted.map(|interrupted| interrupted.run.0.as_ref().to_owned())
    }
}

#[test]
fn the_last_run_that_has_not_ended_is_offered() {
    let desk = Desk::new();
    assert_eq!(desk.offered(1), None);
    desk.run_of("first", 0, run(3));
    assert_eq!(desk.offered(1).as_deref(), Some("first"));
    desk.run_of("second", 1, run(3));
    assert_eq!(desk.offered(2).as_deref(), Some("second"));
    // Gone on with later than the other.
    touch(&desk.path("first"), 2);
    assert_eq!(desk.offered(3).as_deref(), Some("first"));
}

#[test]
fn one_of_twelve_hours_ago_is_another_days() {
    let desk = Desk::new();
    desk.run_of("run", 0, run(3));
    assert_eq!(desk.offered(11).as_deref(), Some("run"));
    assert_eq!(desk.offered(12), None);
    // A copy of yesterday's is of yesterday.
    touch(&desk.path("run"), 12);
    assert_eq!(desk.offered(12), None);
}

#[test]
fn one_of_the_future_is_young_for_the_clock_was_put_back() {
    let desk = Desk::new();
    desk.run_of("run", 11, run(3));
    assert_eq!(desk.offered(0).as_deref(), Some("run"));
}

#[test]
fn one_of_a_far_future_is_not() {
    let desk = Desk::new();
    desk.run_of("run", 100, run(3));
    assert_eq!(desk.offered(0), None);
}

#[test]
fn a_ceremony_that_was_held_since_ends_the_search_and_one_that_was_given_up_does_not() {
    let desk = Desk::new();
    desk.run_of("first", 0, run(3));
    desk.run_of("second", 1, [run(3), vec![ended(4, false)]].concat());
    assert_eq!(desk.offered(2).as_deref(), Some("first"));
    desk.run_of("third", 2, [run(3), vec![ended(4, true)]].concat());
    assert_eq!(desk.offered(3), None);
    desk.run_of("fourth", 3, run(3));
    assert_eq!(desk.offered(4).as_deref(), Some("fourth"));
}

#[test]
fn what_leads_nowhere_is_passed_over() {
    let desk = Desk::new();
    desk.run_of("first", 0, run(3));
    desk.run_of("opened", 1, run(1));
    for (name, bytes) in [("empty", &b""[..]), ("broken", b"{\"sum\":\"00000000\"}\n")] {
        fs::write(desk.path(name), bytes).unwrap();
    }
    fs::create_dir(desk.path("folder")).unwrap();
    let mut later = opened();
    if let Happened::Opened(opened) = &mut later.what {
        opened.version = VERSION + 1;
    }
    desk.run_of("later", 2, vec![later, moved(2)]);
    assert_eq!(desk.offered(3).as_deref(), Some("first"));
}

#[test]
fn the_run_of_another_script_is_not_offered() {
    let desk = Desk::new();
    desk.run_of("run", 0, run(3));
    assert!(desk.journals.interrupted("bawaan:apel-pagi", hour(0)).is_none());
}

#[test]
fn all_runs_are_listed_the_newest_first_with_what_is_told_of_them() {
    let desk = Desk::new();
    assert!(desk.journals.all().is_empty());
    let begun = |hours, records: Vec<Record>| -> Vec<Record> {
        let mut records = records;
        records[0].wall = hour(hours);
        records
    };
    desk.run_of("old", 1, begun(0, run(3)));
    desk.run_of("new", 6, begun(5, [run(3), vec![ended(4, true)]].concat()));
    fs::write(desk.path("broken"), "nothing of ours").unwrap();
    touch(&desk.path("broken"), 3);
    fs::write(desk.folder().join("notes.txt"), "").unwrap();
    let all = desk.journals.all();
    let names: Vec<&str> = all.iter().map(|one| &*one.run.0).collect();
    assert_eq!(names, ["new", "broken", "old"]);
    let new = all[0].summary.as_ref().unwrap();
    assert!(new.ended && new.finished && new.records == 4);
    assert_eq!((all[0].begun(), all[0].last()), (hour(5), hour(6)));
    assert_eq!(all[1].summary, Err(journal::Unreadable::Broken));
    assert_eq!((all[1].begun(), all[1].last()), (hour(3), hour(3)));
    let old = all[2].summary.as_ref().unwrap();
    assert!(!old.ended && old.place.is_some());
    assert_eq!(all[2].bytes, fs::metadata(&all[2].path).unwrap().len());
}

#[test]
fn of_a_large_journal_the_beginning_and_the_end_are_enough() {
    let desk = Desk::new();
    desk.left_behind("run", &run(4000));
    assert!(fs::metadata(desk.path("run")).unwrap().len() > 1 << 18);
    assert_eq!(desk.journals.all()[0].summary.as_ref().unwrap().records, 4000);
    // However far back the last good line is.
    let mut torn = fs::read(desk.path("run")).unwrap();
    let length = torn.len();
    torn[length - 100_000..].fill(0);
    fs::write(desk.path("run"), &torn).unwrap();
    let whole = journal::read(&torn).unwrap().records.len() as u64;
    assert_eq!(desk.journals.all()[0].summary.as_ref().unwrap().records, whole);
}

#[test]
fn a_run_that_is_led_is_open_and_one_whose_script_is_only_looked_at_is_not() {
    let desk = Desk::new();
    desk.run_of("first", 0, run(3));
    desk.run_of("second", 1, run(3));
    desk.run_of("ended", 2, [run(3), vec![ended(4, true)]].concat());
    let open = || {
        let all = desk.journals.all();
        let open = all.iter().filter(|one| one.is_open);
        open.map(|one| one.run.0.as_ref().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(open(), Vec::<String>::new());
    let _looked_at = desk.journals.lock(SCRIPT);
    assert_eq!(open(), Vec::<String>::new());
    let _led = desk.journals.lock_run(&RunId("second".into()), SCRIPT);
    assert_eq!(open(), ["second"]);
}

#[test]
fn a_run_is_deleted_alone_and_not_while_its_script_is_held() {
    let desk = Desk::new();
    desk.run_of("first", 0, run(3));
    desk.run_of("second", 1, run(3));
    let all = desk.journals.all();
    let held = desk.journals.lock(SCRIPT);
    assert!(matches!(desk.journals.delete(&all[1]), Err(NotDeleted::Open)));
    assert_eq!(desk.journals.all().len(), 2);
    drop(held);
    desk.journals.delete(&all[1]).unwrap();
    let left = desk.journals.all();
    assert_eq!(left.len(), 1);
    assert_eq!(&*left[0].run.0, "second");
    assert!(matches!(
        desk.journals.delete(&all[1]),
        Err(NotDeleted::Refused(_))
    ));
}
