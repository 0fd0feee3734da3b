//! The server over real connections, in this process: what is answered, what a stream brings, how the screens are told.
#![expect(clippy::disallowed_methods, reason = "a test")]

mod answers;
mod client;
mod health;
mod many;
#[cfg(target_os = "linux")]
mod peers;
mod places;
mod revival;
mod streams;

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};

use tempfile::TempDir;

use super::*;
use crate::show::{Follower, Health};
use crate::slide::{Prompt, RunId, Shown, Slide};

/// Far longer than anything takes: what has not come by then never comes.
const LONG: Duration = Duration::from_secs(20);

/// A server with folders of its own.
struct Served {
    server: Server,
    messages: Receiver<Msg>,
    port: u16,
    folder: TempDir,
}

/// Nothing runs out unless a test wants it.
fn patient() -> Limits {
    Limits {
        request: LONG,
        whole: LONG,
        write: LONG,
        beat: LONG,
        away: Duration::ZERO,
        silence: LONG,
        drop_after: LONG,
        behind: LONG,
        telling: Duration::ZERO,
        ..Limits::default()
    }
}

fn style(folder: &TempDir, limits: Limits) -> ServeStyle {
    ServeStyle {
        share: false,
        port: None,
        lang: Lang::Id,
        announcements: Announcements::in_folder(folder.path().join("run")),
        memory: Some(folder.path().join("port.json")),
        limits,
        panic_on_change: false,
    }
}

fn serve(limits: Limits) -> Served {
    let folder = tempfile::tempdir().unwrap();
    let style = style(&folder, limits);
    serve_in(folder, style)
}

/// A server that serves already.
fn serve_in(folder: TempDir, style: ServeStyle) -> Served {
    let (sender, messages) = channel();
    let server = Server::start(style, leaving("satu", 1), sender, Timekeeper::start()).unwrap();
    let here = match messages.recv_timeout(LONG) {
        Ok(Msg::ServingChanged {
            serving: Serving::Open { here, .. },
            ..
        }) => here,
        other => panic!("not open: {other:?}"),
    };
    let port = here.rsplit(':').next().unwrap().parse().unwrap();
    Served {
        server,
        messages,
        port,
        folder,
    }
}

/// What leaves a run: a slide that says its number.
fn leaving(run: &str, number: u64) -> Arc<Leaving> {
    leaving_with(run, number, format!("Kalimat {number}"))
}

fn leaving_with(run: &str, number: u64, line: String) -> Arc<Leaving> {
    Arc::new(Leaving {
        run: RunId(run.into()),
        number,
        slide: Slide {
            shown: Shown::Heading { lines: vec![line] },
            ..Slide::default()
        },
        prompt: Prompt {
            present: format!("Naskah {number}"),
            ..Prompt::default()
        },
    })
}

impl Served {
    fn publish(&self, number: u64) {
        self.server.publish(leaving("satu", number));
    }

    /// What is told of the screens next.
    fn followers(&self) -> Arc<[Follower]> {
        match self.messages.recv_timeout(LONG) {
            Ok(Msg::FollowersChanged { followers, .. }) => followers,
            other => panic!("nothing of the screens: {other:?}"),
        }
    }

    /// Waits until the screens are told to be so.
    fn until_healths(&self, wanted: &[Health]) {
        loop {
            let healths: Vec<Health> = self.followers().iter().map(|one| one.health).collect();
            if healths == wanted {
                return;
            }
        }
    }
}
