//! A program that is killed and started again, and what it offers then.

use ikrar::lang::{Lang, ResumeWords};

use crate::program::Folders;
use crate::terminal::{Played, Seen};

/// The words of the offer.
pub(crate) fn words() -> &'static ResumeWords {
    &Lang::Id.words().resume
}

/// Whether an interrupted ceremony is offered.
pub(crate) fn is_offered(seen: &Seen) -> bool {
    seen.shows(words().title)
}

/// Kills a program, which can do nothing about it, and waits for its end.
pub(crate) fn kill(mut played: Played) {
    played.kill();
}

/// Starts it again, and waits for the offer.
#[track_caller]
pub(crate) fn started_again(folders: &Folders, arguments: &str) -> Played {
    let played = folders.play(arguments);
    played.until("the offer", is_offered);
    played
}

/// Answers the offer, and waits for what comes of it.
#[track_caller]
pub(crate) fn answer(played: &mut Played, key: &str) {
    played.press(key);
    played.until("the answer is taken", |seen| !is_offered(seen));
}

/// Starts it again and answers.
#[track_caller]
pub(crate) fn gone_on_with(folders: &Folders, arguments: &str, key: &str) -> Played {
    let mut played = started_again(folders, arguments);
    answer(&mut played, key);
    played
}
