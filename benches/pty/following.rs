//! A leader whom two other terminals follow: one for the hall, one at the podium.

use std::thread;
use std::time::{Duration, Instant};

use crate::measures::{LEFT, RIGHT, STARTS, Stage, VERSE};
use crate::played::Played;
use crate::table::{line, ratio, time};

/// How many keys are followed from one terminal to the others.
const KEYS: usize = 40;

impl Stage {
    fn screens(&self) -> [Played; 2] {
        [self.play(&["screen"]), self.play(&["screen", "--reader"])]
    }

    fn leader(&self, at: &str) -> Played {
        self.play(&["run", "--guard", "0", "--at", at, "mergangsan-2023"])
    }

    /// From a key of the leader to the last byte of the frame that comes of it on the other terminals; and the memory of
    /// the leader meanwhile.
    pub(crate) fn keys_on_screens(&self) {
        // Where every key changes what all of them show.
        let mut leader = self.leader("ikrar.1");
        leader.frame();
        let mut screens = self.screens();
        for screen in &mut screens {
            until_changed(screen, "");
        }
        let mut times = Vec::new();
        for key in 0..KEYS {
            let before = screens.each_ref().map(Played::contents);
            let begun = Instant::now();
            leader.press(if key / 10 % 2 == 0 { RIGHT } else { LEFT }, VERSE);
            for (screen, before) in screens.iter_mut().zip(&before) {
                times.push(until_changed(screen, before) - begun);
            }
        }
        time(
            "key to the last byte on the other terminals",
            &mut times,
            Duration::from_millis(100),
        );
        let peak = leader.peak_memory();
        line(
            "peak memory, two screens",
            &format!("{peak:.1} MiB"),
            "12 MiB at most",
            Some(peak <= 12.0),
        );
        leader.end(b"q\r");
        end(screens);
    }

    /// A leader who is killed and begins again while two screens wait: to its first frame, and from there to theirs.
    pub(crate) fn returns(&self) {
        let mut leader = self.leader("1");
        leader.frame();
        let mut screens = self.screens();
        for screen in &mut screens {
            until_changed(screen, "");
        }
        let (mut bare, mut ours, mut followed) = (Vec::new(), Vec::new(), Vec::new());
        for at in ["4", "1"].into_iter().cycle().take(STARTS / 2) {
            // What is dropped is killed. Its end is over before anything is started.
            drop(leader);
            thread::sleep(Duration::from_millis(300));
            let mut played = self.bare();
            let first = played.frame();
            bare.push(played.since_start(&first));
            played.end(b"q");

            let before = screens.each_ref().map(Played::contents);
            leader = self.leader(at);
            let first = leader.frame();
            ours.push(leader.since_start(&first));
            for (screen, before) in screens.iter_mut().zip(&before) {
                followed.push(until_changed(screen, before) - first.at);
            }
        }
        ratio(
            "start of `ikrar run` before two screens : bare",
            &mut ours,
            &mut bare,
            1.5,
        );
        time(
            "leader back to its screens",
            &mut followed,
            Duration::from_secs(1),
        );
        leader.end(b"q\r");
        end(screens);
    }
}

fn end(screens: [Played; 2]) {
    for screen in screens {
        screen.end(b"q");
    }
}

/// When the last byte came of a frame that shows something else.
fn until_changed(screen: &mut Played, before: &str) -> Instant {
    let frames = screen.frames_until(|screen| screen.contents() != before);
    frames.expect("the screen ended").at
}
