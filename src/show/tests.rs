//! The rules of the show, each held by a case that keeps it and one that would break it. Time is in the messages: no
//! test waits. The stage they are tried on is in `harness`.

mod audience;
mod ceremonies;
mod clock;
mod digits;
mod found_again;
mod guards;
mod harness;
mod help;
mod left_out;
mod mouse;
mod moving;
mod overlays;
mod questions;
mod ready;
mod reload;
mod signing;
