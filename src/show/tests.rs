//! The rules of the show, each held by a case that keeps it and one that would break it. Time is in the messages: no
//! test waits. The stage they are tried on is in `harness`.

mod audience;
mod bound;
mod ceremonies;
mod changing;
mod clock;
mod day;
mod day_properties;
mod day_saved;
mod day_undone;
mod digits;
mod form;
mod found_again;
mod from_list;
mod guards;
mod harness;
mod help;
mod leaving;
mod left_out;
mod mouse;
mod moving;
mod notices;
mod overlays;
mod pasting;
mod progress;
mod prompt;
mod put_clock;
mod questions;
mod ready;
mod recording;
mod reload;
mod resuming;
mod screens;
mod signing;
mod walks;
