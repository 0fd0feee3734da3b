//! The real program in a real terminal, as a leader has it: start, walk, save, quit, and all that goes wrong.
//!
//! Each test has folders of its own, and a terminal that never answers a query. Waits are for what stands on the screen.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

#[path = "support/bus.rs"]
mod bus;
#[path = "support/leader.rs"]
mod leader;
#[path = "support/program.rs"]
mod program;
#[path = "support/terminal.rs"]
mod terminal;

#[cfg(not(target_os = "macos"))]
#[path = "real_terminal/awake.rs"]
mod awake;
#[path = "real_terminal/ends.rs"]
mod ends;
#[path = "real_terminal/keys.rs"]
mod keys;
#[path = "real_terminal/list.rs"]
mod list;
#[path = "real_terminal/mouse.rs"]
mod mouse;
#[path = "real_terminal/picker.rs"]
mod picker;
#[path = "real_terminal/pipes.rs"]
mod pipes;
#[path = "real_terminal/runs.rs"]
mod runs;
#[path = "real_terminal/saves.rs"]
mod saves;
#[path = "real_terminal/saving.rs"]
mod saving;
#[path = "real_terminal/screen.rs"]
mod screen;
#[path = "real_terminal/serving.rs"]
mod serving;
#[path = "real_terminal/settings.rs"]
mod settings;
#[path = "real_terminal/start.rs"]
mod start;
#[path = "real_terminal/stillness.rs"]
mod stillness;
#[path = "real_terminal/together.rs"]
mod together;
#[path = "real_terminal/walk.rs"]
mod walk;
