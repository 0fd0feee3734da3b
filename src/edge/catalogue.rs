//! The ceremonies there are: those that ship, those in `ceremonies` here, those in the folder of the user's data, and a
//! few files elsewhere that were opened before. Finds a script by its name, lists them all, and remembers which was
//! opened last.
//!
//! A name means a file where there is one of that very name; else `ceremonies/NAME.toml` here, else `NAME.toml` in the
//! user's folder, else the script that ships. What is listed under a name is what that name opens. Nothing here is ever
//! an error: what cannot be read is listed with its problem, what cannot be remembered is forgotten.
#![expect(clippy::disallowed_methods, reason = "this is where scripts are looked for")]

mod last_used;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use etcetera::BaseStrategy;
use jiff::Timestamp;

use self::last_used::Used;
use super::watch::{read_at_once, read_sources};
use crate::picker::{Ceremony, Origin, Which};
use crate::programme::Occasion;
use crate::script::{self, Contents, Reading, Source, Sources, library};
use crate::show::Moment;

/// Where the ceremonies of the folder stand in which the program was started.
const HERE: &str = "ceremonies";

/// The ending of a script's name.
const ENDING: &str = "toml";

/// Names a script that ships, also where a file has its name.
const SHIPPED: &str = "bawaan:";

/// The most files of a folder that are listed, and the most entries of it that are looked at.
const MOST_FILES: usize = 300;
const MOST_ENTRIES: usize = 10_000;

/// The most files elsewhere that are listed.
const MOST_ELSEWHERE: usize = 3;

/// A script as it was opened.
#[derive(Debug)]
pub struct Opened {
    /// What was read.
    pub sources: Sources,
    /// What it says, and what is wrong with it: found once, for whoever asks.
    pub reading: Reading,
    /// The file to watch; none for a script that ships inside the binary, which does not change.
    pub file: Option<PathBuf>,
}

impl Opened {
    /// The script as its runs are known by, from whatever folder it is opened, and whether it is still there or not: its
    /// path from the root, or `bawaan:NAME` for one that ships.
    pub fn script(&self) -> String {
        script_of_runs(&self.which())
    }

    fn of(sources: Sources, file: Option<PathBuf>) -> Self {
        Self {
            reading: script::read(&sources),
            sources,
            file,
        }
    }

    /// Which ceremony it is.
    pub fn which(&self) -> Which {
        match &self.file {
            Some(path) => Which::File(path.clone()),
            None => Which::Shipped(self.sources.script.name.clone()),
        }
    }
}

/// Where ceremonies are looked for, and where the last used are remembered.
#[derive(Debug, Clone)]
pub struct Catalogue {
    here: PathBuf,
    user: Option<PathBuf>,
    memory: Option<PathBuf>,
}

/// A script that was found and read, before it has its name.
struct Found {
    which: Which,
    /// The same with its path from the root, so that it is known from every folder.
    rooted: Which,
    /// Its name without folder and ending, where that is a text.
    short: Option<String>,
    origin: Origin,
    sources: Sources,
}

impl Found {
    fn new(which: Which, origin: Origin, sources: Sources) -> Self {
        Self {
            rooted: rooted(&which),
            short: short_name(&which),
            which,
            origin,
            sources,
        }
    }

    /// Whether it is the very file of another, or has its name and its bytes.
    fn is_same(&self, other: &Self) -> bool {
        let same_name = self.short.is_some() && self.short == other.short;
        self.rooted == other.rooted
            || (same_name && self.sources.script.contents == other.sources.script.contents)
    }
}

impl Catalogue {
    /// The catalogue of the user who runs the program. Without a home, what ships and what stands here.
    pub fn of_user() -> Self {
        let folders = etcetera::choose_base_strategy().ok();
        let own = |folder: PathBuf| folder.join("ikrar");
        Self {
            here: PathBuf::from(HERE),
            user: folders.as_ref().map(|folders| own(folders.data_dir()).join(HERE)),
            memory: folders.map(|folders| {
                let state = folders.state_dir().unwrap_or_else(|| folders.data_dir());
                own(state).join("last-used.json")
            }),
        }
    }

    /// A catalogue without folders: what ships. For tests, which must not find what the user of the machine has.
    #[cfg(test)]
    pub(crate) fn of_nobody() -> Self {
        Self {
            here: PathBuf::from("/nowhere"),
            user: None,
            memory: None,
        }
    }

    /// What a name means: a path, or a name without its ending. `naskah.toml` always means a file, so that a wrong
    /// folder is told instead of another text being read.
    pub fn find(&self, name: &OsStr) -> Option<Which> {
        let path = Path::new(name);
        if std::fs::symlink_metadata(path).is_ok() {
            return Some(Which::File(path.to_owned()));
        }
        let in_folder = self
            .folders()
            .map(|(folder, _)| folder)
            .filter(|_| is_short_name(path))
            .map(|folder| with_ending(folder.join(path)))
            .find(|file| file.is_file());
        if let Some(file) = in_folder {
            return Some(Which::File(file));
        }
        let name = name.to_str()?;
        let name = name.strip_prefix(SHIPPED).unwrap_or(name);
        library::script(name).map(|_| Which::Shipped(name.to_owned()))
    }

    /// What a name would mean if its files were there: whoever goes on with an interrupted run may have lost its script.
    pub fn would_mean(&self, name: &OsStr) -> Vec<Which> {
        let path = Path::new(name);
        let in_folders = self.folders().filter(|_| is_short_name(path));
        let in_folders = in_folders.map(|(folder, _)| with_ending(folder.join(path)));
        std::iter::once(path.to_owned())
            .chain(in_folders)
            .map(Which::File)
            .collect()
    }

    /// Opens a ceremony, and waits a moment where its file is being written.
    pub fn open(&self, which: &Which) -> Opened {
        match which {
            Which::File(path) => Opened::of(read_sources(path), Some(path.clone())),
            Which::Shipped(name) => Opened::of(shipped(name), None),
        }
    }

    /// Every ceremony there is, the last used first. Each file is read once, and none is waited for.
    pub fn all(&self, occasion: &Occasion) -> Vec<Ceremony> {
        self.all_beside(occasion, || ()).0
    }

    /// The same, and something else that is to be done, while the ceremonies are read already.
    pub fn all_beside<T>(&self, occasion: &Occasion, other: impl FnOnce() -> T) -> (Vec<Ceremony>, T) {
        let used = self.memory.as_deref().map(last_used::read).unwrap_or_default();
        let mut found = self.in_folders();
        found.extend(shipped_beside(&found));
        found.extend(elsewhere(&found, &used));
        let used: HashMap<Which, (usize, Timestamp)> = (0..)
            .zip(used)
            .map(|(rank, one)| (one.which, (rank, one.at)))
            .collect();
        let ranked = |one: &Found| {
            let last_used = used.get(&one.rooted).copied();
            let mut ceremony = self.named(one, occasion);
            ceremony.last_used = last_used.map(|(_, at)| at);
            (
                (last_used.map_or(usize::MAX, |(rank, _)| rank), shelf(one)),
                ceremony,
            )
        };
        let (mut ranked, done) = with_help(&found, ranked, other);
        // By rank, for a clock may have been put back. A stable sort: what is the user's own keeps its order.
        ranked.sort_by_key(|(rank, _)| *rank);
        (ranked.into_iter().map(|(_, ceremony)| ceremony).collect(), done)
    }

    /// The short names there are, for whoever has typed another one.
    pub fn names(&self) -> Vec<String> {
        let files = self
            .folders()
            .flat_map(|(folder, _)| scripts_in(folder))
            .filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned()));
        let shipped = library::script_names().into_iter().map(str::to_owned);
        let mut seen = BTreeSet::new();
        shipped
            .chain(files)
            .filter(|name| seen.insert(name.clone()))
            .collect()
    }

    /// Remembers that a ceremony was opened. Where that cannot be written, it is forgotten.
    pub fn remember(&self, which: &Which, at: Moment) {
        if let Some(memory) = &self.memory {
            let used = Used {
                which: rooted(which),
                at: at.wall,
            };
            // Nobody is kept from a ceremony because the folder of states is full or read-only.
            let _ = last_used::write(memory, &used);
        }
    }

    /// The folders of scripts, the nearest first.
    fn folders(&self) -> impl Iterator<Item = (&Path, Origin)> {
        let here = Some((self.here.as_path(), Origin::Folder));
        here.into_iter()
            .chain(self.user.as_deref().map(|user| (user, Origin::User)))
    }

    /// The scripts of the folders. One of the user's folder that is the very one of the same name here is left out.
    fn in_folders(&self) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for (folder, origin) in self.folders() {
            for file in scripts_in(folder) {
                let sources = read_at_once(&file);
                let is_there = match sources.script.contents {
                    Contents::Missing | Contents::NotAFile => false,
                    Contents::Bytes(_) | Contents::Unreadable(_) => true,
                };
                let one = Found::new(Which::File(file), origin, sources);
                if is_there && !found.iter().any(|other| other.is_same(&one)) {
                    found.push(one);
                }
            }
        }
        found
    }

    /// Gives a script the name by which it is opened: the short one, unless that means another.
    fn named(&self, found: &Found, occasion: &Occasion) -> Ceremony {
        let means = |name: &String| self.find(OsStr::new(name)).as_ref() == Some(&found.which);
        let name = found
            .short
            .clone()
            .filter(means)
            .unwrap_or_else(|| match &found.which {
                Which::File(path) => path.display().to_string(),
                Which::Shipped(name) => format!("{SHIPPED}{name}"),
            });
        Ceremony::new(found.which.clone(), found.origin, name, &found.sources, occasion)
    }
}

/// Makes something of each, in their order, on two threads where another one is to be had: it begins at once, and this one
/// takes its part when it has done the other thing. The list is not seen before all of its scripts are read.
fn with_help<T: Sync, U: Send, O>(
    all: &[T],
    made: impl Fn(&T) -> U + Sync,
    other: impl FnOnce() -> O,
) -> (Vec<U>, O) {
    let next = AtomicUsize::new(0);
    let take = || {
        let places = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let taken = places.map_while(|place| Some((place, made(all.get(place)?))));
        taken.collect::<Vec<(usize, U)>>()
    };
    let (sender, receiver) = channel();
    let (mut results, done) = thread::scope(|scope| {
        let helper = thread::Builder::new().name("list".to_owned());
        // Not joined: the end of the scope waits until all is sent, and not until the thread has put itself away. Where
        // there is no thread, this one takes everything.
        let _ = helper.spawn_scoped(scope, || sender.send(take()));
        let done = other();
        (take(), done)
    });
    results.extend(receiver.try_iter().flatten());
    results.sort_by_key(|(place, _)| *place);
    (results.into_iter().map(|(_, made)| made).collect(), done)
}

/// A path with the ending of a script put to it.
fn with_ending(path: PathBuf) -> PathBuf {
    let mut path = path.into_os_string();
    path.push(".");
    path.push(ENDING);
    PathBuf::from(path)
}

/// Whether a name may be that of a script in a folder: one part, and no ending of its own.
fn is_short_name(path: &Path) -> bool {
    let mut parts = path.components();
    let one = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    one && path.extension() != Some(OsStr::new(ENDING))
}

/// The name of a script without folder and ending.
fn short_name(which: &Which) -> Option<String> {
    match which {
        Which::File(path) => Some(path.file_stem()?.to_str()?.to_owned()),
        Which::Shipped(name) => Some(name.clone()),
    }
}

/// The files of a folder that may be scripts, by name. Hidden ones are those of editors.
fn scripts_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .take(MOST_ENTRIES)
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension() == Some(OsStr::new(ENDING)))
        .filter(|path| {
            let name = path.file_name().map(OsStr::as_encoded_bytes);
            name.is_some_and(|name| !name.starts_with(b"."))
        })
        .collect();
    files.sort();
    files.truncate(MOST_FILES);
    files
}

/// The scripts in the folder in which a path lies, spelled as the path is.
pub fn scripts_beside(path: &Path) -> Vec<String> {
    let folder = path.parent().unwrap_or(path);
    let here = Path::new(".");
    let files = scripts_in(if folder.as_os_str().is_empty() {
        here
    } else {
        folder
    });
    let names = files.iter().filter_map(|file| file.file_name());
    names
        .filter_map(|name| folder.join(name).into_os_string().into_string().ok())
        .collect()
}

/// A script that ships, as it is read.
fn shipped(name: &str) -> Sources {
    let contents =
        library::script(name).map_or(Contents::Missing, |text| Contents::Bytes(text.as_bytes().into()));
    Sources {
        script: Source {
            name: name.to_owned(),
            contents,
        },
        texts: BTreeMap::new(),
    }
}

/// The scripts that ship, but for those of which the very same stands in a folder under the same name.
fn shipped_beside(found: &[Found]) -> Vec<Found> {
    library::script_names()
        .into_iter()
        .map(|name| Found::new(Which::Shipped(name.to_owned()), Origin::Shipped, shipped(name)))
        .filter(|one| !found.iter().any(|file| file.is_same(one)))
        .collect()
}

/// Where a script stands among those that were never used: what is the user's own first, then what ships, in the order of
/// the library, whether it was found in a folder or not.
fn shelf(found: &Found) -> usize {
    let ships = |name: &str| {
        let which = Which::Shipped(name.to_owned());
        Found::new(which, Origin::Shipped, shipped(name)).is_same(found)
    };
    let names = library::script_names();
    names.into_iter().position(ships).map_or(0, |at| at + 1)
}

/// The files that were opened before and are still there, where no folder has them.
fn elsewhere(found: &[Found], used: &[Used]) -> Vec<Found> {
    used.iter()
        .filter(|one| !found.iter().any(|found| found.rooted == one.which))
        .filter_map(|one| match &one.which {
            Which::File(path) => Some(path),
            Which::Shipped(_) => None,
        })
        .filter(|path| path.is_file())
        .take(MOST_ELSEWHERE)
        .map(|path| {
            let sources = read_at_once(path);
            Found::new(Which::File(path.clone()), Origin::Elsewhere, sources)
        })
        .collect()
}

/// See [`Opened::script`].
pub fn script_of_runs(which: &Which) -> String {
    match which {
        Which::Shipped(name) => format!("{SHIPPED}{name}"),
        Which::File(path) => {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            // The folder may have several names; the file itself may be gone, or a link that is put elsewhere.
            let folder = path
                .parent()
                .and_then(|folder| std::fs::canonicalize(folder).ok());
            let rooted = folder
                .zip(path.file_name())
                .map(|(folder, name)| folder.join(name));
            rooted.unwrap_or(path).to_string_lossy().into_owned()
        }
    }
}

/// The same with its path from the root, so that it is known from every folder.
fn rooted(which: &Which) -> Which {
    match which {
        Which::File(path) => Which::File(std::path::absolute(path).unwrap_or_else(|_| path.clone())),
        Which::Shipped(name) => Which::Shipped(name.clone()),
    }
}

#[cfg(test)]
mod tests;
