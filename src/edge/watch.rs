//! Notices that the script or one of its texts was saved, and sends all of them as read together.
//!
//! One thread waits for what the system tells of the folders, or looks once a second where it tells nothing (see
//! `telling` and `looking`; both ask `writers` who is still writing). It sends bytes, never paths, only when they differ
//! from those last seen, and never says whether they are any good.

mod folders;
mod looking;
mod read;
mod telling;
mod writers;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

pub use self::read::{contents, read_at_once, read_sources, reason};
use super::{Outlet, Timekeeper, worker};
use crate::script::Sources;
use crate::show::{Msg, Watching, Worker};

/// How saves are to be noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WatchStyle {
    /// Look once a second, whatever the system could tell.
    pub poll: bool,
    /// Panic at the next save. For the test that a worker's panic is not the end of the show.
    pub panic_on_save: bool,
}

/// The watch on a script. Dropping it ends its thread.
#[derive(Debug)]
pub struct Watch {
    stop: Sender<Wake>,
    outlet: Outlet,
}

impl Watch {
    /// Starts watching. The first message says how saves are noticed; `first` is what was read before and need not be
    /// told again.
    ///
    /// # Errors
    ///
    /// When the system gives no thread, or the folder we are in is gone.
    pub fn start(
        path: &Path,
        style: WatchStyle,
        first: Sources,
        sender: Sender<Msg>,
        timekeeper: Timekeeper,
    ) -> io::Result<Self> {
        let outlet = Outlet::new(sender);
        let lookout = Lookout::new(path, style, first, outlet.clone(), timekeeper)?;
        let stop = lookout.wake.clone();
        worker("watch", Worker::Watcher, outlet.clone(), timekeeper, move || {
            lookout.run(telling::listen);
        })?;
        Ok(Self { stop, outlet })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.outlet.shut();
        // Not waited for: the thread may be reading from a network that does not answer.
        let _ = self.stop.send(Wake::Stop);
    }
}

/// What wakes the thread.
#[derive(Debug)]
enum Wake {
    /// The watch was dropped.
    Stop,
    /// The system tells of a change.
    Event(notify::Event),
    /// The system cannot tell any more; its reason.
    Failed(String),
}

/// Why one way of watching came to its end.
#[derive(Debug)]
enum Ended {
    /// Nobody listens any more.
    Stopped,
    /// The folder of the script is gone; the system's reason. It may come back.
    FolderGone(String),
    /// The system cannot watch; its reason.
    CannotWatch(String),
    /// The folder of the script is back.
    FolderBack,
}

/// The thread's own: where to look, what was seen last, and whom to tell.
struct Lookout {
    /// The script as the user named it, for the names to show.
    path: PathBuf,
    /// The same, from the root.
    place: PathBuf,
    style: WatchStyle,
    /// The texts that the script named when it was last read.
    names: Vec<String>,
    last: Arc<Sources>,
    watching: Option<Watching>,
    outlet: Outlet,
    timekeeper: Timekeeper,
    /// Given to those who notice.
    wake: Sender<Wake>,
    wakes: Receiver<Wake>,
}

impl Lookout {
    fn new(
        path: &Path,
        style: WatchStyle,
        first: Sources,
        outlet: Outlet,
        timekeeper: Timekeeper,
    ) -> io::Result<Self> {
        let (wake, wakes) = channel();
        Ok(Self {
            place: std::path::absolute(path)?,
            path: path.to_owned(),
            style,
            names: Vec::new(),
            last: Arc::new(first),
            watching: None,
            outlet,
            timekeeper,
            wake,
            wakes,
        })
    }

    /// Watches until nobody listens. `listen` is how the system is listened to.
    fn run(mut self, listen: impl Fn(&mut Self) -> Ended) {
        // Not before: it takes as long as parsing the script, and the first frame does not wait for it.
        self.names = read::names(&self.last);
        loop {
            let ended = if self.style.poll {
                looking::look(&mut self, &Watching::LookingAsAsked)
            } else if folders::on_network(&self.place, &self.names) {
                looking::look(&mut self, &Watching::LookingOnNetwork)
            } else {
                listen(&mut self)
            };
            let ended = match ended {
                Ended::FolderGone(reason) => looking::look_until_back(&mut self, reason),
                Ended::CannotWatch(reason) => looking::look(&mut self, &Watching::LookingForWantOf(reason)),
                ended => ended,
            };
            if !matches!(ended, Ended::FolderBack) {
                return;
            }
        }
    }

    fn read(&self) -> read::Read {
        read::read(&self.path, Some((&self.last.script, &self.names)))
    }

    /// Tells how saves are noticed, when that has changed.
    fn tell_watching(&mut self, watching: &Watching) -> Result<(), Ended> {
        if self.watching.as_ref() == Some(watching) {
            return Ok(());
        }
        self.watching = Some(watching.clone());
        self.send(Msg::WatchChanged {
            watching: watching.clone(),
            at: self.timekeeper.now(),
        })
    }

    /// Takes what was read; tells it when it is not what was seen last.
    fn take(&mut self, read: read::Read) -> Result<(), Ended> {
        self.names = read.names;
        if read.sources == *self.last {
            return Ok(());
        }
        assert!(!self.style.panic_on_save, "asked to panic at a save");
        self.last = Arc::new(read.sources);
        self.send(Msg::SourcesSaved {
            sources: Arc::clone(&self.last),
            at: self.timekeeper.now(),
        })
    }

    fn send(&self, msg: Msg) -> Result<(), Ended> {
        if self.outlet.send(msg) {
            Ok(())
        } else {
            Err(Ended::Stopped)
        }
    }
}
