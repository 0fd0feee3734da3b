//! Every word of the interface, in Indonesian and English.
//!
//! [`Words`] is a struct of texts and small functions, one field a sentence, filled in once for each language: a word
//! that is missing in one of them does not compile. No other file holds a word that a person reads; the words of
//! ceremonies (dates, spoken numbers) are in [`spoken`] and are Indonesian whatever the interface speaks.

pub mod answer_words;
pub mod change_words;
pub mod command_words;
pub mod config_words;
pub mod en;
pub mod id;
pub mod key_words;
pub mod problem_words;
pub mod resume_words;
pub mod saving_words;
pub mod screen_words;
pub mod spoken;

pub use answer_words::AnswerWords;
pub use change_words::ChangeWords;
pub use command_words::CommandWords;
pub use config_words::ConfigWords;
pub use key_words::KeyWords;
pub use problem_words::{Explained, ProblemWords};
pub use resume_words::ResumeWords;
pub use saving_words::SavingWords;
pub use screen_words::ScreenWords;

use crate::script::vocabulary::spelled;

spelled! {
    /// A language of the interface.
    #[derive(Default)]
    Lang {
        /// Indonesian.
        #[default]
        Id = "id",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// The words of the language.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::Id => &id::WORDS,
            Self::En => &en::WORDS,
        }
    }
}

/// All the words of one language.
#[derive(Debug)]
pub struct Words {
    /// What is wrong with a script.
    pub problems: ProblemWords,
    /// The screens, their notices and questions.
    pub screens: ScreenWords,
    /// Going on with a run that was interrupted, and when it began.
    pub resume: ResumeWords,
    /// Saving a script as it was run.
    pub saving: SavingWords,
    /// What each key does.
    pub keys: KeyWords,
    /// The command line.
    pub commands: CommandWords,
    /// The user's settings.
    pub config: ConfigWords,
    /// What the server answers where it gives nothing.
    pub answers: AnswerWords,
    /// Changes of the programme on the day.
    pub changes: ChangeWords,
}
