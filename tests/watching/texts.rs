//! Texts that a script names, and the folder they stand in, arrive as the script does.

use std::fs;
use std::path::Path;

use ikrar::edge::watch::WatchStyle;

use crate::{FIRST, Trial, save_by_rename, source};

/// A folder of texts with one of them.
pub(crate) fn with_text(home: &Path) {
    fs::create_dir(home.join("texts")).unwrap();
    fs::write(home.join("texts/pancasila.toml"), "title = \"Pancasila\"\n").unwrap();
}

#[test]
fn a_text_arrives_together_with_the_script() {
    let trial = Trial::with(WatchStyle::default(), with_text);
    let text = trial.home().join("texts/pancasila.toml");
    for word in ["title = \"Satu\"\n", "title = \"Dua\"\n"] {
        save_by_rename(&text, word);
        let saved = trial.saved();
        assert_eq!(saved.script, source(&trial.script, FIRST));
        assert_eq!(saved.texts.get("pancasila"), Some(&source(&text, word)));
    }
    trial.nothing_arrives();
}

#[test]
fn a_folder_of_texts_may_come_go_and_come_again() {
    let trial = Trial::new();
    let texts = trial.home().join("texts");
    for _ in 0..2 {
        with_text(trial.home());
        assert!(trial.saved().texts.contains_key("pancasila"));
        fs::remove_dir_all(&texts).unwrap();
        assert!(trial.saved().texts.is_empty());
    }
    with_text(trial.home());
    assert!(trial.saved().texts.contains_key("pancasila"));
    // Exchanged for another folder of the same name.
    fs::rename(&texts, trial.home().join("old")).unwrap();
    fs::create_dir(&texts).unwrap();
    fs::write(texts.join("pancasila.toml"), "title = \"Lain\"\n").unwrap();
    let arrived = |text: &str| {
        let expected = source(&texts.join("pancasila.toml"), text);
        // On a slow machine the folder may be seen while it is empty.
        std::iter::repeat_with(|| trial.saved())
            .take(3)
            .any(|saved| saved.texts.get("pancasila") == Some(&expected))
    };
    assert!(arrived("title = \"Lain\"\n"));
    fs::write(texts.join("pancasila.toml"), "title = \"Lagi\"\n").unwrap();
    assert!(arrived("title = \"Lagi\"\n"));
}

#[test]
fn a_text_that_is_newly_named_is_watched() {
    let trial = Trial::with(WatchStyle::default(), |home| {
        with_text(home);
        fs::write(home.join("texts/korpri.toml"), "title = \"Korpri\"\n").unwrap();
    });
    fs::write(&trial.script, FIRST.replace("\"pancasila\"", "\"korpri\"")).unwrap();
    assert!(trial.saved().texts.keys().eq(["korpri"]));
    fs::write(trial.home().join("texts/korpri.toml"), "title = \"Baru\"\n").unwrap();
    let expected = source(&trial.home().join("texts/korpri.toml"), "title = \"Baru\"\n");
    assert_eq!(trial.saved().texts.get("korpri"), Some(&expected));
}
