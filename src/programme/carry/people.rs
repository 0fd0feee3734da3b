//! Following a person to another key, when a save changes who there is.

use crate::programme::Person;

/// The key that a person has among new people: the old one where it is still there; else that of whoever has a new key and
/// the same role and name, or stands at the same place of a list that is as long as before.
pub fn person_carried(old: &[Person], new: &[Person], key: &str) -> Option<String> {
    if has(new, key) {
        return Some(key.to_owned());
    }
    let position = old.iter().position(|person| person.key == key)?;
    let was = old.get(position)?;
    let name = own_name(was);
    // A role that is not given is the key itself, and changes with it.
    let role = |person: &Person| Some(person.role.clone()).filter(|role| *role != person.key);
    let same = |person: &&Person| {
        let known = role(was).is_some() || name.is_some();
        !has(old, &person.key) && known && role(person) == role(was) && own_name(person) == name
    };
    let there = || {
        let person = new.get(position)?;
        (old.len() == new.len() && !has(old, &person.key)).then_some(person)
    };
    let person = new.iter().find(same).or_else(there)?;
    Some(person.key.clone())
}

/// Whom the script has, whoever stands in on the day.
fn own_name(person: &Person) -> Option<&String> {
    person.stands_in_for.as_ref().or(person.name.as_ref())
}

fn has(people: &[Person], key: &str) -> bool {
    people.iter().any(|person| person.key == key)
}
