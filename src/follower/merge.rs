//! Two things that were heard one after the other as one: for a screen that had no time for the first.

use super::Content;
use crate::show::{Heard, Moment};

/// What is left to be told of two things that were heard one after the other, and when the leader was last heard.
/// A cut tells nothing that time does not tell, so it never takes the place of anything else.
pub fn merge((earlier, at): (Heard, Moment), (later, later_at): (Heard, Moment)) -> (Heard, Moment) {
    match (&earlier, &later) {
        (_, Heard::Cut) => (earlier, at),
        (Heard::Beat | Heard::Cut, _) => (later, later_at),
        (Heard::Slide(_) | Heard::Prompt(_), Heard::Beat) => (earlier, later_at),
        (Heard::Slide(_) | Heard::Prompt(_), Heard::Slide(_) | Heard::Prompt(_)) => {
            match (Content::of(&earlier), Content::of(&later)) {
                (Some(old), Some(new)) if !new.replaces(&old) => (earlier, later_at),
                _ => (later, later_at),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::Timestamp;

    use super::*;
    use crate::slide::{Numbered, RunId, Slide, VERSION};

    fn slide(run: &str, number: u64) -> Heard {
        let numbered = Numbered {
            version: VERSION,
            run: RunId(run.into()),
            number,
            content: Slide::default(),
        };
        Heard::Slide(numbered.into())
    }

    /// What is left of two things that were heard in the first and the second second; and of which of them the time is.
    fn merged(earlier: Heard, later: Heard) -> (Heard, u64) {
        let at = |second| Moment {
            wall: Timestamp::UNIX_EPOCH,
            steady: Duration::from_secs(second),
        };
        let (heard, at) = merge((earlier, at(1)), (later, at(2)));
        (heard, at.steady.as_secs())
    }

    #[test]
    fn the_newest_slide_is_left() {
        assert_eq!(merged(slide("a", 3), slide("a", 4)), (slide("a", 4), 2));
        assert_eq!(merged(slide("a", 4), slide("a", 3)), (slide("a", 4), 2));
        assert_eq!(merged(slide("a", 4), slide("b", 1)), (slide("b", 1), 2));
        assert_eq!(merged(Heard::Beat, slide("a", 3)), (slide("a", 3), 2));
    }

    #[test]
    fn a_beat_takes_no_slide_away_and_tells_that_the_leader_lived_later() {
        assert_eq!(merged(slide("a", 3), Heard::Beat), (slide("a", 3), 2));
        assert_eq!(merged(Heard::Beat, Heard::Beat), (Heard::Beat, 2));
    }

    #[test]
    fn a_cut_is_no_sign_of_life_and_takes_nothing_away() {
        assert_eq!(merged(slide("a", 3), Heard::Cut), (slide("a", 3), 1));
        assert_eq!(merged(Heard::Beat, Heard::Cut), (Heard::Beat, 1));
        assert_eq!(merged(Heard::Cut, Heard::Beat), (Heard::Beat, 2));
    }
}
