//! Script → programme.

use super::Programme;
use crate::script::Script;

/// What is particular to one run of a script.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occasion {
    /// The key of the person whose reading is served, over the script's own `leader`.
    pub leader: Option<String>,
}

/// Makes a programme of a script that has no errors.
pub fn compile(_script: &Script, _occasion: &Occasion) -> Programme {
    todo!()
}
