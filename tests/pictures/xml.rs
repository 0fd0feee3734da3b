//! A small check that a picture is well-formed XML.

use std::collections::BTreeSet;

/// What is wrong with a text as XML: tags that do not close one another, attributes that are not quoted or stand twice,
/// `<` and `&` that are not written as XML wants them. Knows as much of XML as the pictures have.
pub(crate) fn fault_of_xml(text: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        if open.is_empty() && !before.trim().is_empty() {
            return Some(format!("words outside: {before}"));
        }
        if let Some(fault) = fault_of_words(before) {
            return Some(fault);
        }
        let Some((tag, after)) = after.split_once('>') else {
            return Some("a tag without an end".to_owned());
        };
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Some(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let alone = tag.strip_suffix('/');
        let (name, attributes) = alone
            .unwrap_or(tag)
            .split_once(' ')
            .unwrap_or((alone.unwrap_or(tag), ""));
        if let Some(fault) = fault_of_attributes(attributes) {
            return Some(format!("<{tag}>: {fault}"));
        }
        if alone.is_none() {
            open.push(name);
        }
    }
    if !open.is_empty() || !rest.trim().is_empty() {
        return Some(format!("left open: {open:?}, and {rest:?}"));
    }
    None
}

fn fault_of_attributes(attributes: &str) -> Option<String> {
    let mut names = BTreeSet::new();
    let mut rest = attributes.trim();
    while !rest.is_empty() {
        let Some((name, value)) = rest.split_once("=\"") else {
            return Some(format!("no attribute: {rest}"));
        };
        let Some((value, after)) = value.split_once('"') else {
            return Some(format!("{name} does not end"));
        };
        let is_name = |name: &str| {
            name.chars()
                .all(|letter| letter.is_ascii_alphanumeric() || ":-".contains(letter))
        };
        if name.is_empty() || !is_name(name) || !names.insert(name) {
            return Some(format!("{name:?} is no name, or stands twice"));
        }
        if let Some(fault) = fault_of_words(value) {
            return Some(fault);
        }
        if !after.is_empty() && !after.starts_with(' ') {
            return Some(format!("no space after {name}"));
        }
        rest = after.trim_start();
    }
    None
}

fn fault_of_words(words: &str) -> Option<String> {
    let unheld = |character: char| character.is_control() && character != '\n';
    if words.contains(['<', '>']) || words.contains(unheld) {
        return Some(format!("{words:?} has what must be written otherwise"));
    }
    let mut entities = words.split('&').skip(1);
    let known = ["amp;", "lt;", "gt;", "quot;"];
    let unknown = entities.find(|entity| !known.iter().any(|known| entity.starts_with(known)));
    unknown.map(|entity| format!("&{entity} is no entity"))
}

#[test]
fn the_check_of_xml_finds_what_is_wrong() {
    assert_eq!(fault_of_xml("<a b=\"1\" c:d=\"&lt;\">x &amp; y<e/></a>\n"), None);
    for wrong in [
        "<a>",
        "<a></b>",
        "<a b=1/>",
        "<a b=\"1\" b=\"2\"/>",
        "<a b=\"1\"c=\"2\"/>",
        "<a>&</a>",
        "<a>&nbsp;</a>",
        "<a>\u{1}</a>",
        "<a b=\"&\"/>",
        "<a/>words",
        "words<a/>",
        "<a",
    ] {
        assert!(fault_of_xml(wrong).is_some(), "{wrong}");
    }
}
