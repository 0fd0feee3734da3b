//! A script with somebody standing in for one of its people: what was typed on the day is text in it, and never a
//! placeholder.

use super::{Script, Written};

impl Script {
    /// Gives a person another name and office. Where only one of the two is known, the office stands for the name, and
    /// nothing for the office: the office of whoever is replaced would be untrue.
    pub(crate) fn stand_in(&mut self, person: &str, name: Option<&str>, office: Option<&str>) {
        let found = self.people.iter_mut().find(|one| one.key.get_ref() == person);
        if let Some(person) = found {
            person.name = name.or(office).map(as_it_stands);
            person.office = office.map(as_it_stands);
        }
    }
}

/// A text that is filled in as it stands, with a place in no file.
fn as_it_stands(text: &str) -> Written {
    Written::new(0..0, text.replace('{', "{{").replace('}', "}}"))
}

#[cfg(test)]
mod tests {
    use crate::script::Script;
    use crate::script::tests::read_good;

    fn script() -> Script {
        read_good(
            "title = 'Apel'\n[values]\npemilihan = 'Pilkada'\n\
             [people]\npembina = { name = 'Adi', office = 'Sekda' }\nmc = { role = 'MC' }\n\
             [[step]]\ntitle = 'Doa'\nkind = 'prayer'\n",
        )
    }

    fn filled(name: Option<&str>, office: Option<&str>) -> String {
        let mut script = script();
        script.stand_in("pembina", name, office);
        script.fill("{pembina.name}, {pembina.office}").text
    }

    #[test]
    fn name_and_office_are_those_of_whoever_stands_in() {
        assert_eq!(filled(Some("Budi"), Some("Plh. Sekda")), "Budi, Plh. Sekda");
        assert_eq!(filled(None, Some("Plh. Sekda")), "Plh. Sekda, Plh. Sekda");
        assert_eq!(
            filled(Some("Budi"), None),
            "Budi, ……",
            "never the office of another"
        );
    }

    #[test]
    fn what_was_typed_is_never_a_placeholder() {
        for typed in [
            "{pemilihan}",
            "{{pemilihan}}",
            "}",
            "{",
            "a}}b{{c",
            "{pembina.name}",
        ] {
            assert_eq!(filled(Some(typed), None), format!("{typed}, ……"));
        }
    }

    #[test]
    fn nobody_else_is_changed() {
        let mut script = script();
        script.stand_in("siapa", Some("Budi"), None);
        assert_eq!(script.fill("{pembina.name}, {mc.name}").text, "Adi, ……");
    }
}
