//! What is wrong with a script, in words.

use crate::lang::{Explained, ProblemWords};
use crate::script::Fault;

pub(super) const WORDS: ProblemWords = ProblemWords {
    error: "",
    warning: "",
    help: "",
    explain,
};

fn explain(fault: &Fault) -> Explained {
    Explained {
        title: format!("{fault:?}"),
        label: String::new(),
        help: String::new(),
    }
}
