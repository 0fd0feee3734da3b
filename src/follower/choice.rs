//! Whom a screen may follow that finds its leader by itself: the one rule that keeps another ceremony out of the hall.
//!
//! A screen that has followed nobody yet may follow whoever lives. After a leader was lost without a word, only the same
//! run may be followed, or one that was not announced when it was lost: whoever led beside it is another ceremony. After
//! one that ended in order also whoever had begun later than it, and never an older one that was forgotten.

use std::collections::HashSet;

use jiff::Timestamp;

use crate::slide::RunId;

/// A run, as it is announced on this computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncedRun {
    /// Its name.
    pub run: RunId,
    /// When it was opened.
    pub started: Timestamp,
    /// Whether its leader lives; one that was killed is announced still.
    pub lives: bool,
}

/// The run that was followed, when it was lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostRun {
    /// Its name.
    pub run: RunId,
    /// When it was opened.
    pub started: Timestamp,
    /// Whether the ceremony was over.
    pub is_over: bool,
    /// When it was lost: when it was cut off, or was heard for the last time before it fell silent.
    pub at: Timestamp,
}

/// Whom a screen may follow. By default one that has followed nobody yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// The runs of other ceremonies.
    passed_over: HashSet<RunId>,
}

impl Choice {
    /// The choice that is left after a loss, by what is announced then. A leader that ends in order takes its announcement
    /// back; one that is killed, or crashes, does not.
    pub fn after(lost: &LostRun, announced: &[AnnouncedRun]) -> Self {
        let is_announced = announced.iter().any(|one| one.run == lost.run);
        let has_ended = lost.is_over || !is_announced;
        let until = if has_ended { lost.started } else { lost.at };
        let others = announced.iter().filter(|one| one.run != lost.run);
        let passed_over = others.filter(|one| one.started <= until);
        Self {
            passed_over: passed_over.map(|one| one.run.clone()).collect(),
        }
    }

    /// Whether a run may be followed.
    pub fn allows(&self, one: &AnnouncedRun) -> bool {
        one.lives && !self.passed_over.contains(&one.run)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).unwrap()
    }

    fn run(name: &str, started: i64) -> AnnouncedRun {
        AnnouncedRun {
            run: RunId(name.into()),
            started: minute(started),
            lives: true,
        }
    }

    fn killed(name: &str, started: i64) -> AnnouncedRun {
        AnnouncedRun {
            lives: false,
            ..run(name, started)
        }
    }

    /// The ceremony, opened in the tenth minute and lost in the thirtieth.
    fn lost() -> LostRun {
        LostRun {
            run: RunId("ceremony".into()),
            started: minute(10),
            is_over: false,
            at: minute(30),
        }
    }

    /// Which of some runs may be followed after a loss.
    fn allowed<'a>(lost: &LostRun, then: &[AnnouncedRun], now: &'a [AnnouncedRun]) -> Vec<&'a str> {
        let choice = Choice::after(lost, then);
        let allowed = now.iter().filter(|one| choice.allows(one));
        allowed.map(|one| &*one.run.0).collect()
    }

    #[test]
    fn a_screen_that_has_followed_nobody_follows_whoever_lives() {
        let choice = Choice::default();
        assert!(choice.allows(&run("any", 1)));
        assert!(!choice.allows(&killed("dead", 1)));
    }

    #[test]
    fn after_a_leader_was_killed_whoever_led_beside_it_is_never_followed() {
        let beside = [killed("ceremony", 10), run("older", 5), run("newer", 20)];
        assert_eq!(allowed(&lost(), &beside, &beside), Vec::<&str>::new());
        let back = [run("newcomer", 31), run("older", 5), run("newer", 20)];
        assert_eq!(allowed(&lost(), &beside, &back), ["newcomer"]);
    }

    #[test]
    fn the_same_run_is_followed_again() {
        let silent = [run("ceremony", 10), run("newer", 20)];
        assert_eq!(allowed(&lost(), &silent, &silent), ["ceremony"]);
        let over = LostRun {
            is_over: true,
            ..lost()
        };
        assert_eq!(allowed(&over, &silent, &silent), ["ceremony", "newer"]);
    }

    #[test]
    fn a_leader_that_came_while_the_lost_one_was_silent_is_a_newcomer() {
        // It fell silent in the thirtieth minute, which was noticed later.
        let noticed = [run("newcomer", 31), run("newer", 20), run("ceremony", 10)];
        assert_eq!(allowed(&lost(), &noticed, &noticed), ["newcomer", "ceremony"]);
    }

    #[test]
    fn after_an_orderly_end_whoever_began_later_is_followed_and_never_an_older_one() {
        let others = [run("older", 5), run("newer", 20)];
        // Taken back, in the middle of the ceremony or before it.
        assert_eq!(allowed(&lost(), &others, &others), ["newer"]);
        // Over, and then killed: the window was closed.
        let over = LostRun {
            is_over: true,
            ..lost()
        };
        let closed = [killed("ceremony", 10), run("older", 5), run("newer", 20)];
        assert_eq!(allowed(&over, &closed, &closed), ["newer"]);
        let later = [run("older", 5), run("next", 40)];
        assert_eq!(allowed(&over, &closed, &later), ["next"]);
    }
}
