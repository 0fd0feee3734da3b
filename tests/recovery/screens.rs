//! A leader that is killed in the middle of the ikrar and goes on, as the hall sees it on a second terminal.

use crate::offered::{answer, kill, started_again};
use crate::program::{ENTER, Folders, SMALL, SPACE, in_one_line};
use crate::terminal::{Played, Seen};

const RUN: &str = "run mergangsan-2023 --guard 0";

/// Phrases of the second clause.
const NUMBER: &str = "Dua.";
const FIRST: &str = "Menghindari konflik kepentingan";
const THIRD: &str = "kepada Pegawai ASN dan seluruh elemen masyarakat";

/// What stands in the corner while the leader is lost.
const SIGN: &str = "○";

fn reads(seen: &Seen, phrase: &str) -> bool {
    in_one_line(&seen.rows().join(" ")).contains(phrase)
}

#[track_caller]
fn until_all_show(leader: &Played, hall: &Played, phrase: &str) {
    leader.until_present(phrase);
    hall.until(&format!("{phrase:?} in the hall"), |seen| {
        reads(seen, phrase) && !seen.shows(SIGN)
    });
}

#[test]
fn the_hall_keeps_its_picture_while_the_leader_is_asked_and_then_has_the_clause_from_its_beginning() {
    let folders = Folders::empty();
    let mut leader = folders.play("run mergangsan-2023 --at ikrar.2 --guard 0");
    leader.until_present(NUMBER);
    let hall = folders.play_at(SMALL, "screen");
    for _ in 0..3 {
        leader.press(SPACE);
    }
    until_all_show(&leader, &hall, THIRD);
    let shown = hall.rows();

    kill(leader);
    hall.until_shown(SIGN);
    let mut leader = started_again(&folders, RUN);
    hall.until_not_shown(SIGN);
    assert_eq!(hall.rows(), shown, "while the offer stands");
    answer(&mut leader, ENTER);
    until_all_show(&leader, &hall, NUMBER);
    leader.press(SPACE);
    until_all_show(&leader, &hall, FIRST);

    // And once more, at the very phrase.
    for _ in 0..2 {
        leader.press(SPACE);
    }
    until_all_show(&leader, &hall, THIRD);
    kill(leader);
    let mut leader = started_again(&folders, RUN);
    answer(&mut leader, "k");
    until_all_show(&leader, &hall, THIRD);
    leader.press(SPACE);
    until_all_show(
        &leader,
        &hall,
        "serta tidak memihak kepada pasangan calon tertentu.",
    );
}
