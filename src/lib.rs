//! `ikrar`: a terminal program for the leader of an apel.
//!
//! ```text
//!  ceremonies/*.toml      keys · clock · file saved · screen joined
//!         │                             │
//!         ▼                             ▼  Msg
//!    script  ──►  programme  ─────►  show::update(&mut Show, Msg) ──► [Effect]
//!  (as written)  (as run: cues)         │                               │
//!                                       │ &Show                         ▼
//!                          ┌────────────┴────────────┐             app performs: record,
//!                          ▼                         ▼             publish, suspend, quit
//!                     view::leader            Slide · Prompt            │
//!                     view::ready …                  │                  ▼
//!                                                    │             edge::journal, edge::serve
//!                     the hall and the podium:       │                  │ HTTP
//!                     view::audience, view::podium ◄─┴── this terminal, another one
//!                                                        (follower, edge::follow), a browser's page
//! ```
//!
//! Everything above the line `app` is pure: no file, no clock, no thread, no terminal. The edges do the rest.
//!
//! # Modules, in reading order
//!
//! - [`script`]: what the author writes, and everything that can be wrong with it
//! - [`typeface`]: the typeface of large type, and how wide words are in it
//! - [`programme`]: the script made ready for one occasion: steps, cues, phrases, and carrying a place over an edit
//! - [`slide`]: what leaves the program: what the audience may see now, and what the reader at the podium needs
//! - [`show`]: one performance: the place, the clock, what has been read; `update` is the only thing that changes it
//! - [`journal`]: the text in which a show is recorded, line by line, and what is read from it again
//! - [`config`]: what the user's settings may say, and what they come to
//! - [`picker`]: the list of ceremonies from which one is opened; its own `update`
//! - [`follower`]: a screen that follows a leader from another terminal; its own `update`
//! - [`view`]: drawing, pure
//! - [`rundown`]: the programme as a table, Markdown or JSON
//! - [`rescript`]: the programme as it was run, written as a new script
//! - [`edge`]: the terminal, the watcher, the journals, the display, the server of the audience's screens and what follows it
//!   from another terminal, the catalogue of scripts: all threads and IO, each with one `Sender<Msg>`
//! - [`app`]: the loop that ties them together
//! - [`cli`] and [`commands`]: the command line
//! - [`lang`]: every word of the interface

pub mod app;
pub mod cli;
pub mod commands;
pub mod config;
pub mod edge;
pub mod follower;
pub mod journal;
pub mod lang;
pub mod picker;
pub mod programme;
pub mod rescript;
pub mod rundown;
pub mod script;
pub mod show;
pub mod slide;
pub mod typeface;
pub mod view;
