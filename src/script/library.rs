//! What ships inside the binary: the ceremonies of `ceremonies/` and the texts they share, by name.
//!
//! So `ikrar run mergangsan-2023` works from any folder, and a script beside nothing finds its state texts. The words
//! are those of the files, taken in when the program is built; nothing here opens a file or parses one.

/// A file of a folder under its own name, so that a name and its contents cannot come apart.
macro_rules! shipped {
    ($folder:literal, $name:literal) => {
        (
            $name,
            include_str!(concat!("../../", $folder, "/", $name, ".toml")),
        )
    };
}

/// The ceremonies, in the order in which they are listed.
const SCRIPTS: &[(&str, &str)] = &[
    shipped!("ceremonies", "purworejo-2024"),
    shipped!("ceremonies", "purbalingga-2023"),
    shipped!("ceremonies", "pekalongan-2023"),
    shipped!("ceremonies", "mergangsan-2023"),
    shipped!("ceremonies", "seruyan-2024"),
    shipped!("ceremonies", "apel-pagi"),
];

/// The texts, in the order in which an apel reads them.
const TEXTS: &[(&str, &str)] = &[
    shipped!("ceremonies/texts", "pancasila"),
    shipped!("ceremonies/texts", "pembukaan-uud-1945"),
    shipped!("ceremonies/texts", "panca-prasetya-korpri"),
];

/// The ceremony script of that name: its TOML, whole.
pub fn script(name: &str) -> Option<&'static str> {
    find(SCRIPTS, name)
}

/// The names of the ceremonies: those of the news articles first, then the one to fill in.
pub fn script_names() -> Vec<&'static str> {
    names(SCRIPTS)
}

/// The text of that name: its TOML, whole.
pub fn text(name: &str) -> Option<&'static str> {
    find(TEXTS, name)
}

/// The names of the texts.
pub fn text_names() -> Vec<&'static str> {
    names(TEXTS)
}

fn find(shelf: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    shelf
        .iter()
        .find(|(shelved, _)| *shelved == name)
        .map(|(_, contents)| *contents)
}

fn names(shelf: &[(&'static str, &str)]) -> Vec<&'static str> {
    shelf.iter().map(|(name, _)| *name).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_ship_under_one_name() {
        for names in [script_names(), text_names()] {
            assert_eq!(
                names.iter().collect::<BTreeSet<_>>().len(),
                names.len(),
                "{names:?}"
            );
        }
    }

    #[test]
    fn the_articles_are_listed_first_and_the_one_to_fill_in_last() {
        assert_eq!(
            script_names(),
            [
                "purworejo-2024",
                "purbalingga-2023",
                "pekalongan-2023",
                "mergangsan-2023",
                "seruyan-2024",
                "apel-pagi"
            ]
        );
    }

    #[test]
    fn each_is_found_by_its_name_and_nothing_else_is() {
        assert!(script_names().into_iter().all(|name| script(name).is_some()));
        assert!(text_names().into_iter().all(|name| text(name).is_some()));
        assert_eq!(script("pancasila"), None, "a text is no ceremony");
        assert_eq!(text("mergangsan-2023"), None, "a ceremony is no text");
        assert_eq!(script("mergangsan-2023.toml"), None, "a name has no extension");
    }

    #[test]
    fn every_text_that_a_shipped_ceremony_names_ships_too() {
        for (name, contents) in SCRIPTS {
            let table: toml::Table = contents.parse().unwrap();
            let steps = table["step"].as_array().unwrap();
            for wanted in steps.iter().filter_map(|step| step.get("text")) {
                let wanted = wanted.as_str().unwrap();
                assert!(text(wanted).is_some(), "{name} names {wanted}");
            }
        }
    }
}
