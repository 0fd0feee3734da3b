//! How long a step takes where its author does not say, and when each begins.
//!
//! The estimate is words divided by the pace, doubled where the participants repeat them, and at least what such a
//! step usually takes.

use super::{Cue, Step};
use crate::script::{Kind, Mode};

/// Seconds a signatory takes to come forward and sign.
const SECONDS_A_SIGNATORY: usize = 20;

/// The least a step of a kind takes, in seconds. Report, silence and prayer as seen in printed rundowns of Indonesian
/// offices (1, 2 and 3 minutes); the others from the order of an apel pagi, which takes 20 to 40 minutes.
pub const fn usual_slot(kind: Kind) -> u32 {
    match kind {
        Kind::Announcement | Kind::Command | Kind::Salute => 30,
        Kind::Report | Kind::Reading | Kind::Signing | Kind::Act => 60,
        Kind::Song | Kind::Silence | Kind::Ikrar => 120,
        Kind::Address => 600,
        Kind::Prayer => 180,
    }
}

/// The estimate for a step that does not say how long it takes, in seconds. `pace` is in words a minute.
pub fn estimate(kind: Kind, cues: &[Cue], pace: u32) -> u32 {
    let words: usize = cues.iter().map(spoken_words).sum();
    let signatories = cues.iter().filter(|cue| cue.signatory.is_some()).count();
    let pace = usize::try_from(pace.max(1)).unwrap_or(usize::MAX);
    let seconds = words.saturating_mul(60).div_ceil(pace) + signatories * SECONDS_A_SIGNATORY;
    u32::try_from(seconds).unwrap_or(u32::MAX).max(usual_slot(kind))
}

/// How many words are heard in a cue: the phrases, twice where they are repeated.
fn spoken_words(cue: &Cue) -> usize {
    if cue.signatory.is_some() {
        return 0;
    }
    let words: usize = cue.phrases.iter().map(|phrase| phrase.words).sum();
    match cue.mode {
        Mode::Echo => words * 2,
        Mode::Alone | Mode::Together => words,
    }
}

/// Sets the beginning of each step from the lengths of those before it.
pub fn lay_out(steps: &mut [Step]) {
    let mut begins = 0_u32;
    for step in steps {
        step.begins = begins;
        begins = begins.saturating_add(step.seconds);
    }
}
