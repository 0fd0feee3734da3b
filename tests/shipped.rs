//! What ships inside the binary is what lies in the folders: no file forgotten, none altered.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ikrar::script::library;

/// The TOML files of a folder of the project, by name.
fn files(folder: &str) -> BTreeMap<String, String> {
    fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

/// What ships, by name.
fn shipped(names: Vec<&'static str>, find: fn(&str) -> Option<&'static str>) -> BTreeMap<String, String> {
    let contents = |name: &str| find(name).unwrap().to_owned();
    names
        .into_iter()
        .map(|name| (name.to_owned(), contents(name)))
        .collect()
}

#[test]
fn every_file_of_the_folders_ships_under_its_own_name() {
    assert_eq!(
        shipped(library::script_names(), library::script),
        files("ceremonies")
    );
    assert_eq!(
        shipped(library::text_names(), library::text),
        files("ceremonies/texts")
    );
}
