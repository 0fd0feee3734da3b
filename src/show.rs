//! The show: one performance of a programme. `update` is the only thing that changes it.

pub mod msg;

pub use msg::{Effect, Key, KeyCode, Moment, Msg, Watching, Worker};
