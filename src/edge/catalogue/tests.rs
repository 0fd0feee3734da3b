//! What is listed, under which name, and in which order.

use std::fs;
use std::time::Duration;

use tempfile::TempDir;

use super::*;

const SCRIPT: &str = "title = 'Apel Uji'\n[[step]]\ntitle = 'Doa'\nkind = 'prayer'\n";

/// A catalogue of folders of its own. The folder here is given by its whole path: tests share the one they run in.
struct Kept {
    root: TempDir,
    catalogue: Catalogue,
}

impl Kept {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let folder = |name: &str| root.path().join(name);
        fs::create_dir(folder("here")).unwrap();
        fs::create_dir(folder("user")).unwrap();
        let catalogue = Catalogue {
            here: folder("here"),
            user: Some(folder("user")),
            memory: Some(folder("state/ikrar/last-used.json")),
        };
        Self { root, catalogue }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn write(&self, name: &str, contents: &str) -> Which {
        fs::write(self.path(name), contents).unwrap();
        Which::File(self.path(name))
    }

    fn remember(&self, which: &Which, seconds: i64) {
        let at = Moment {
            wall: Timestamp::from_second(seconds).unwrap(),
            steady: Duration::ZERO,
        };
        self.catalogue.remember(which, at);
    }

    fn names(&self) -> Vec<String> {
        self.catalogue
            .all(&Occasion::default())
            .into_iter()
            .map(|one| one.name)
            .collect()
    }
}

fn shipped_names() -> Vec<String> {
    library::script_names().into_iter().map(str::to_owned).collect()
}

#[test]
fn files_here_come_first_then_those_of_the_user_then_what_ships() {
    let kept = Kept::new();
    kept.write("here/b.toml", SCRIPT);
    kept.write("here/a.toml", SCRIPT);
    kept.write("user/c.toml", SCRIPT);
    let mut expected = vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
    expected.extend(shipped_names());
    assert_eq!(kept.names(), expected);
}

#[test]
fn what_is_no_script_by_its_name_is_not_listed() {
    let kept = Kept::new();
    fs::create_dir(kept.path("here/texts")).unwrap();
    kept.write("here/texts/naskah.toml", SCRIPT);
    kept.write("here/.a.toml", SCRIPT);
    kept.write("here/a.toml~", SCRIPT);
    kept.write("here/README.md", SCRIPT);
    fs::create_dir(kept.path("here/folder.toml")).unwrap();
    assert_eq!(kept.names(), shipped_names());
}

#[test]
fn folders_that_are_not_there_are_no_error() {
    let nowhere = PathBuf::from("/nowhere/at/all");
    let catalogue = Catalogue {
        here: nowhere.clone(),
        user: Some(nowhere.clone()),
        memory: Some(nowhere.join("last-used.json")),
    };
    assert_eq!(catalogue.all(&Occasion::default()).len(), shipped_names().len());
    assert_eq!(
        Catalogue::of_nobody().all(&Occasion::default()).len(),
        shipped_names().len()
    );
}

#[test]
fn the_very_bytes_that_ship_are_listed_once_as_the_file() {
    let kept = Kept::new();
    let text = library::script("apel-pagi").unwrap();
    let file = kept.write("here/apel-pagi.toml", text);
    let all = kept.catalogue.all(&Occasion::default());
    let listed: Vec<&Ceremony> = all.iter().filter(|one| one.name.contains("apel-pagi")).collect();
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].name.as_str(), &listed[0].which), ("apel-pagi", &file));
}

#[test]
fn what_is_the_users_own_comes_before_what_ships_and_that_in_the_order_of_the_library() {
    let kept = Kept::new();
    kept.write("here/zebra.toml", SCRIPT);
    kept.write("here/apel-pagi.toml", library::script("apel-pagi").unwrap());
    let names = kept.names();
    assert_eq!(names.first().map(String::as_str), Some("zebra"));
    assert_eq!(names[1..], shipped_names());
}

#[test]
fn an_edited_one_is_listed_beside_the_one_that_ships() {
    let kept = Kept::new();
    kept.write("here/apel-pagi.toml", SCRIPT);
    kept.write("user/apel-pagi.toml", &SCRIPT.replace("Uji", "Lain"));
    let listed: Vec<String> = kept
        .names()
        .into_iter()
        .filter(|name| name.contains("apel-pagi"))
        .collect();
    let of_user = kept.path("user/apel-pagi.toml").display().to_string();
    assert_eq!(listed, ["apel-pagi", of_user.as_str(), "bawaan:apel-pagi"]);
}

#[test]
fn what_is_listed_under_a_name_is_what_the_name_opens() {
    let kept = Kept::new();
    kept.write("here/apel-pagi.toml", SCRIPT);
    kept.write("user/apel-pagi.toml", "title = 'Lain'\n");
    kept.write("user/b.toml", SCRIPT);
    kept.write("user/b.c.toml", SCRIPT);
    // There is a folder of this name where the tests run: as a path it goes first.
    kept.write("user/src.toml", SCRIPT);
    // A name with the ending of a file always means a file.
    kept.write("user/d.toml.toml", SCRIPT);
    let elsewhere = kept.write("e.toml", SCRIPT);
    kept.remember(&elsewhere, 1);
    let all = kept.catalogue.all(&Occasion::default());
    assert_eq!(all.len(), 7 + shipped_names().len());
    for one in all {
        let means = kept.catalogue.find(OsStr::new(&one.name));
        assert_eq!(means.as_ref(), Some(&one.which), "{}", one.name);
    }
}

#[test]
fn a_name_never_leads_out_of_a_folder() {
    let kept = Kept::new();
    kept.write("secret.toml", SCRIPT);
    kept.write("here/a.toml", SCRIPT);
    for name in [
        "../secret",
        "../here/a",
        "a.toml",
        "a/",
        "",
        ".",
        "..",
        "bawaan:",
        "bawaan:a",
    ] {
        let means = kept.catalogue.find(OsStr::new(name));
        // `.` and `..` are folders, as they always were.
        let folder = matches!(&means, Some(Which::File(path)) if path.is_dir());
        assert!(means.is_none() || folder, "{name}: {means:?}");
    }
    assert!(kept.catalogue.find(OsStr::new("a")).is_some());
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_is_listed_with_its_problem_and_a_link_to_nothing_is_not() {
    let kept = Kept::new();
    let link = |name: &str, to: &str| std::os::unix::fs::symlink(to, kept.path(name)).unwrap();
    link("here/loop.toml", "loop.toml");
    link("here/gone.toml", "nowhere.toml");
    let all = kept.catalogue.all(&Occasion::default());
    assert_eq!(all.len(), 1 + shipped_names().len());
    assert!(all[0].name.ends_with("loop.toml") && all[0].facts.is_none());
    assert_eq!(all[0].totals.errors, 1);
}

#[test]
fn no_more_files_are_listed_than_a_person_would_look_through() {
    let kept = Kept::new();
    for number in 0..MOST_FILES + 5 {
        kept.write(&format!("here/{number:04}.toml"), "");
    }
    assert_eq!(
        kept.catalogue.all(&Occasion::default()).len(),
        MOST_FILES + shipped_names().len()
    );
}

#[test]
fn the_last_used_come_first_whatever_the_clock_says() {
    let kept = Kept::new();
    let file = kept.write("user/b.toml", SCRIPT);
    let shipped = Which::Shipped("seruyan-2024".to_owned());
    kept.remember(&file, 3_000_000_000);
    kept.remember(&shipped, 5);
    assert_eq!(kept.names()[..2], ["seruyan-2024", "b"]);
    kept.remember(&file, 1);
    assert_eq!(kept.names()[..2], ["b", "seruyan-2024"]);
    let all = kept.catalogue.all(&Occasion::default());
    assert_eq!(all[0].last_used, Timestamp::from_second(1).ok());
    assert_eq!(all[2].last_used, None);
}

#[test]
fn a_few_files_elsewhere_are_listed_while_they_are_there() {
    let kept = Kept::new();
    for (seconds, name) in (1..).zip(["1.toml", "2.toml", "3.toml", "4.toml", "5.toml"]) {
        kept.remember(&kept.write(name, SCRIPT), seconds);
    }
    fs::remove_file(kept.path("5.toml")).unwrap();
    let elsewhere: Vec<Ceremony> = kept
        .catalogue
        .all(&Occasion::default())
        .into_iter()
        .filter(|one| one.origin == Origin::Elsewhere)
        .collect();
    let names: Vec<&str> = elsewhere.iter().map(|one| one.name.as_str()).collect();
    let expected = ["4.toml", "3.toml", "2.toml"].map(|name| kept.path(name).display().to_string());
    assert_eq!(names, expected);
}

#[test]
fn a_broken_memory_is_the_same_as_none_and_is_replaced() {
    let kept = Kept::new();
    let memory = kept.path("state/ikrar/last-used.json");
    fs::create_dir_all(memory.parent().unwrap()).unwrap();
    let file = kept.write("here/b.toml", SCRIPT);
    for broken in [
        "",
        "{",
        "[]",
        "{\"opened\":3}",
        "{\"opened\":[{\"at\":\"x\"}]}",
        "\u{0}",
    ] {
        fs::write(&memory, broken).unwrap();
        assert!(
            kept.catalogue
                .all(&Occasion::default())
                .iter()
                .all(|one| one.last_used.is_none())
        );
        kept.remember(&file, 7);
        assert_eq!(
            kept.catalogue.all(&Occasion::default())[0].last_used,
            Timestamp::from_second(7).ok()
        );
    }
    let beside: Vec<_> = fs::read_dir(memory.parent().unwrap()).unwrap().collect();
    assert_eq!(beside.len(), 1, "nothing half written is left");
}

#[test]
fn a_memory_that_cannot_be_written_is_no_error() {
    let kept = Kept::new();
    // A file where the folder should be: not even root can write there.
    fs::write(kept.path("state"), "").unwrap();
    let file = kept.write("here/b.toml", SCRIPT);
    kept.remember(&file, 7);
    assert_eq!(kept.catalogue.all(&Occasion::default())[0].last_used, None);
    // And a folder where the file should be.
    fs::remove_file(kept.path("state")).unwrap();
    fs::create_dir_all(kept.path("state/ikrar/last-used.json")).unwrap();
    kept.remember(&file, 7);
    assert_eq!(kept.catalogue.all(&Occasion::default())[0].last_used, None);
}

#[test]
fn no_more_is_remembered_than_is_of_use() {
    let kept = Kept::new();
    for number in 0..50 {
        kept.remember(&Which::Shipped(format!("naskah-{number}")), number);
    }
    let used = last_used::read(&kept.path("state/ikrar/last-used.json"));
    assert_eq!(used.len(), 20);
    assert_eq!(used[0].which, Which::Shipped("naskah-49".to_owned()));
}
