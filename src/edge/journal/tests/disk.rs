//! What is written comes to the disk by itself.

use std::fs::File;
use std::sync::{Mutex, OnceLock};

use super::*;

/// Where it is told that a file was brought to the disk, and how long it was then.
static BROUGHT: OnceLock<Mutex<Sender<u64>>> = OnceLock::new();

fn telling(file: &File) -> std::io::Result<()> {
    file.sync_data()?;
    if let Some(brought) = BROUGHT.get() {
        let _ = brought.lock().unwrap().send(file.metadata()?.len());
    }
    Ok(())
}

#[test]
fn what_is_written_is_brought_to_the_disk_while_the_run_goes_on() {
    let (sender, brought) = channel();
    BROUGHT.set(Mutex::new(sender)).unwrap();
    let desk = Desk::new();
    let mut journal = desk.begin("run");
    journal.to_disk = telling;
    for record in run(3) {
        journal.note(&record);
    }
    journal.write();
    assert_eq!(
        brought.recv_timeout(LONG),
        Ok(fs::metadata(desk.path("run")).unwrap().len())
    );
    journal.note(&moved(4));
    journal.write();
    assert_eq!(
        brought.recv_timeout(LONG),
        Ok(fs::metadata(desk.path("run")).unwrap().len())
    );
}
