//! What leaves the show, and what the leader makes of the screens: dark, the title card, or held as they are.
//!
//! What leaves is made once after each message that may change it, and not anew for every frame and every screen. Words
//! that the audience is reading do not change under its eyes: after a save, and while the screens are held, the old ones
//! stay.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Effect, Happened, Show, Stage};
use crate::programme::{Programme, StepId};
use crate::script::Presses;
use crate::slide::{Leaving, Prompt, RunId, Shown, Slide, State};
use crate::typeface::Measure;

/// What the leader has put over the picture. The next advance takes it away and does nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Veil {
    /// Nothing: all screens are dark.
    Blank,
    /// The title card.
    TitleCard,
}

/// What is on the screens, and why it may differ from where the show is.
#[derive(Debug, Clone)]
pub(super) struct Screens {
    veil: Option<Veil>,
    /// Whether the leader holds the screens as they are.
    held: bool,
    /// Whether the leader has moved since.
    moved_while_held: bool,
    /// Whether they keep the words from before a save, until the next move.
    waits: bool,
    /// What is below the veil.
    picture: (Slide, Prompt),
    leaving: Arc<Leaving>,
    measured: Option<StepMeasures>,
}

/// How wide everything is that is read in a step, for as long as it is cut in the same way.
#[derive(Debug, Clone)]
struct StepMeasures {
    programme: Arc<Programme>,
    step: StepId,
    presses: Presses,
    by_phrase: Option<StepId>,
    measures: Arc<[Measure]>,
}

impl Screens {
    pub(super) fn new(run: RunId) -> Self {
        Self {
            veil: None,
            held: false,
            moved_while_held: false,
            waits: false,
            picture: (Slide::dark(), Prompt::dark()),
            leaving: Arc::new(Leaving {
                run,
                number: 0,
                slide: Slide::dark(),
                prompt: Prompt::dark(),
            }),
            measured: None,
        }
    }
}

impl Show {
    /// Puts back what the leader had made of the screens. Those that are held keep the picture that they have.
    pub(super) fn put_back_screens(&mut self, veil: Option<Veil>, held: bool) {
        if held != self.screens.held {
            self.screens.moved_while_held = false;
        }
        self.screens.veil = veil;
        self.screens.held = held;
    }

    /// Makes the picture that the screens have had, where nothing keeps an older one there. Between two messages it always
    /// is; while records are put back it is made where a save is to find it.
    pub(super) fn catch_up_screens(&mut self) {
        if !self.screens.held && !self.screens.waits {
            self.screens.picture = self.here();
        }
    }

    /// Takes over the screens of another show of this program as they are: what leaves this one comes after that.
    pub(super) fn take_over_screens(&mut self, other: &Screens) {
        self.screens.leaving = Arc::clone(&other.leaving);
    }

    /// What leaves: for the hall and for the podium.
    pub fn leaving(&self) -> &Arc<Leaving> {
        &self.screens.leaving
    }

    /// What the audience may see now.
    pub fn slide(&self) -> &Slide {
        &self.screens.leaving.slide
    }

    /// What the reader at the podium needs now.
    pub fn prompt(&self) -> &Prompt {
        &self.screens.leaving.prompt
    }

    /// What the leader has put over the picture.
    pub fn veil(&self) -> Option<Veil> {
        self.screens.veil
    }

    /// Whether the leader holds the screens as they are.
    pub fn holds_screens(&self) -> bool {
        self.screens.held
    }

    /// Whether the audience keeps the words from before a save, until the next move.
    pub fn audience_waits(&self) -> bool {
        self.screens.waits
    }

    /// How wide everything is that is read in the present step.
    pub fn measures(&self) -> Arc<[Measure]> {
        let measured = self.screens.measured.as_ref().filter(|one| self.is_measured(one));
        measured.map_or_else(Arc::default, |measured| Arc::clone(&measured.measures))
    }

    pub(super) fn toggle_veil(&mut self, veil: Veil) {
        self.screens.veil = if self.screens.veil == Some(veil) {
            None
        } else {
            Some(veil)
        };
        self.note(match self.screens.veil {
            Some(Veil::Blank) => Happened::Blanked,
            Some(Veil::TitleCard) => Happened::TitleCard,
            None => Happened::Shown,
        });
    }

    /// Takes away what is over the picture. Whether there was something: then that was all that the advance is for.
    pub(super) fn lift_veil(&mut self) -> bool {
        let lifted = self.screens.veil.take().is_some();
        if lifted {
            self.note(Happened::Shown);
        }
        lifted
    }

    pub(super) fn toggle_hold(&mut self) {
        self.screens.held = !self.screens.held;
        self.screens.moved_while_held = false;
        self.note(if self.screens.held {
            Happened::Held
        } else {
            Happened::Released
        });
    }

    /// A move has been made: the words from before a save have been seen long enough.
    pub(super) fn end_wait(&mut self) {
        self.screens.waits = false;
        self.screens.moved_while_held = self.screens.held;
    }

    /// A save has been taken in: where it changed the words on the screens, those wait for the next move. Screens that
    /// are held at another place wait for their release alone.
    pub(super) fn wait_after_save(&mut self) {
        let (mut slide, _) = self.here();
        let seen = &self.screens.picture.0;
        // Words elsewhere in the text are seen in the size alone, if at all.
        slide.measures = Arc::clone(&seen.measures);
        // And of how many steps this is which, nobody is told there.
        if let (Some(step), Some(was)) = (&mut slide.step, &seen.step) {
            (step.number, step.of) = (was.number, was.of);
        }
        self.screens.waits = self.stage == Stage::Running && !self.screens.moved_while_held && slide != *seen;
    }

    /// The programme was changed on the day, and the screens follow at once: the leader has done it on purpose. Words that
    /// are just being read wait for the next move as after a save, for a name in them must not change in mid-phrase.
    pub(super) fn wait_for_words(&mut self) {
        let (slide, _) = self.here();
        let seen = &self.screens.picture.0;
        let read = |slide: &Slide| matches!(slide.shown, Shown::Words { .. });
        let reads_others = self.stage == Stage::Running && read(seen) && slide.shown != seen.shown;
        self.screens.waits |= reads_others && !self.screens.moved_while_held;
    }

    /// Makes what leaves anew, and asks that it be published where it has changed.
    pub(super) fn refresh_leaving(&mut self) -> Option<Effect> {
        self.catch_up_screens();
        let (slide, prompt) = self.under_veil();
        let old = &self.screens.leaving;
        if old.slide == slide && old.prompt == prompt && old.number > 0 {
            return None;
        }
        self.screens.leaving = Arc::new(Leaving {
            run: old.run.clone(),
            number: old.number + 1,
            slide,
            prompt,
        });
        Some(Effect::Publish)
    }

    /// Slide and prompt of where the show is.
    fn here(&mut self) -> (Slide, Prompt) {
        self.measure();
        let measures = self.measures();
        (self.slide_here(&measures), self.prompt_here(&measures))
    }

    fn is_measured(&self, measured: &StepMeasures) -> bool {
        let programme = self.programme.as_ref();
        let place = self.place.as_ref();
        programme.is_some_and(|programme| Arc::ptr_eq(programme, &measured.programme))
            && place.is_some_and(|place| place.cue.step == measured.step)
            && measured.presses == self.presses
            && measured.by_phrase == self.by_phrase
    }

    fn measure(&mut self) {
        if self
            .screens
            .measured
            .as_ref()
            .is_some_and(|one| self.is_measured(one))
        {
            return;
        }
        let Some((programme, place)) = self.programme.clone().zip(self.place.as_ref()) else {
            self.screens.measured = None;
            return;
        };
        self.screens.measured = Some(StepMeasures {
            programme,
            step: place.cue.step.clone(),
            presses: self.presses,
            by_phrase: self.by_phrase.clone(),
            measures: self.measured(),
        });
    }

    /// What the screens get of the picture.
    fn under_veil(&self) -> (Slide, Prompt) {
        let (slide, prompt) = &self.screens.picture;
        match self.screens.veil {
            Some(Veil::Blank) => (Slide::dark(), Prompt::dark()),
            Some(Veil::TitleCard) => (
                Slide::title_card(State::TitleCard, slide.ceremony.clone()),
                Prompt::title_card(State::TitleCard, prompt.ceremony.clone()),
            ),
            // Where there is nothing yet to be held, the screens are dark.
            None if self.screens.held && !slide.is_dark() => (
                Slide {
                    state: State::Held,
                    ..slide.clone()
                },
                Prompt {
                    state: State::Held,
                    ..prompt.clone()
                },
            ),
            None => (slide.clone(), prompt.clone()),
        }
    }
}
