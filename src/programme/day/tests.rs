//! What a day comes to: the order of its changes, what makes which moot, people, and saves.

use super::*;
use crate::programme::{Occasion, Programme, compile, compile_for_day};
use crate::script::tests::read_good;

const APEL: &str = "title = 'Apel'\n[people]\npembina = { role = 'Pembina', short = 'Sekda', name = 'Adi', office = 'Sekda' }\n\
    mc = { short = 'MC' }\n\
    [[step]]\ntitle = 'A'\nkind = 'act'\nduration = '1m'\n\
    [[step]]\ntitle = 'B'\nkind = 'act'\nduration = '2m'\n\
    [[step]]\ntitle = 'C'\nkind = 'act'\nduration = '3m'\n\
    [[step]]\ntitle = 'Amanat {pembina.name}'\nid = 'd'\nkind = 'address'\nby = 'pembina'\nduration = '4m'\n";

fn id(id: &str) -> StepId {
    StepId(id.into())
}

fn moved(step: &str, after: &str) -> DayChange {
    DayChange::Moved {
        step: id(step),
        after: Some(after).filter(|after| !after.is_empty()).map(id),
    }
}

fn put_in(step: &str, after: &str) -> DayChange {
    DayChange::Inserted {
        step: id(step),
        kind: Kind::Address,
        title: "Sambutan".to_owned(),
        seconds: 300,
        after: Some(after).filter(|after| !after.is_empty()).map(id),
    }
}

fn replaced(person: &str, name: Option<&str>, office: Option<&str>) -> DayChange {
    let by = StandIn {
        name: name.map(str::to_owned),
        office: office.map(str::to_owned),
    };
    DayChange::Replaced {
        person: person.to_owned(),
        by: Some(by),
    }
}

fn day(changes: impl IntoIterator<Item = DayChange>) -> Day {
    changes
        .into_iter()
        .fold(Day::default(), |day, change| day.with(change))
}

fn programme_of(script: &str, day: &Day) -> Programme {
    compile_for_day(&read_good(script), &Occasion::default(), day)
}

/// The order; `*` marks what was moved, `+` what was put in.
fn order(programme: &Programme) -> String {
    let name = |step: &super::super::Step| {
        let mark = match (step.moved, step.is_inserted()) {
            (true, false) => "*",
            (false, true) => "+",
            (false, false) => "",
            (true, true) => "both",
        };
        format!("{}{mark}", step.id.as_str())
    };
    programme.steps.iter().map(name).collect::<Vec<_>>().join(" ")
}

fn order_of(changes: impl IntoIterator<Item = DayChange>) -> String {
    order(&programme_of(APEL, &day(changes)))
}

#[test]
fn without_changes_the_programme_is_that_of_the_file() {
    let script = read_good(APEL);
    let occasion = Occasion::default();
    assert_eq!(
        compile_for_day(&script, &occasion, &Day::default()),
        compile(&script, &occasion)
    );
}

#[test]
fn a_step_comes_to_stand_behind_the_one_that_is_named_and_begins_and_numbers_follow() {
    let programme = programme_of(APEL, &day([moved("a", "c")]));
    assert_eq!(order(&programme), "b c a* d");
    assert_eq!(programme.position(&id("a")), Some(2));
    let begins: Vec<_> = programme.steps.iter().map(|step| step.begins).collect();
    assert_eq!(begins, [0, 120, 300, 360]);
    assert_eq!(order_of([moved("d", "")]), "d* a b c");
}

#[test]
fn a_step_that_is_put_in_is_its_title_and_is_required() {
    let programme = programme_of(APEL, &day([put_in("sisipan-1", "a")]));
    assert_eq!(order(&programme), "a sisipan-1+ b c d");
    let step = programme.step(&id("sisipan-1")).unwrap();
    assert_eq!((step.title.as_str(), step.seconds), ("Sambutan", 300));
    assert!(step.id_given && !step.optional && !step.estimated && !step.must_be_read());
    assert_eq!(step.cues.len(), 1);
    assert_eq!(programme.cue(&step.cues[0].id).unwrap().text, "Sambutan");
}

#[test]
fn whoever_moves_a_step_there_and_back_has_moved_nothing() {
    let there = day([moved("b", "c")]);
    let back = there.with(moved("b", "a"));
    let programme = programme_of(APEL, &back);
    assert_eq!(order(&programme), "a b c d");
    assert_eq!(back.settled(&programme), Day::default());
    let moved = programme_of(APEL, &there);
    assert_eq!(
        there.clone().settled(&moved),
        there,
        "while it stands elsewhere it is moved"
    );
}

#[test]
fn what_was_put_in_stays_where_it_is_when_the_moves_around_it_come_to_nothing() {
    let day = day([
        moved("b", "c"),
        put_in("sisipan-1", "b"),
        moved("b", "a"),
        replaced("mc", Some("Budi"), None),
    ]);
    let programme = programme_of(APEL, &day);
    assert_eq!(order(&programme), "a b c sisipan-1+ d");
    let settled = day.settled(&programme);
    assert_eq!(settled.changes().len(), 2);
    assert_eq!(programme_of(APEL, &settled), programme);
}

#[test]
fn a_later_move_of_the_same_step_makes_the_earlier_one_moot() {
    let day = day([moved("a", "b"), moved("a", "c"), moved("a", "d")]);
    assert_eq!(day.changes(), [moved("a", "d")]);
    let day = Day::default()
        .with(put_in("sisipan-1", "a"))
        .with(moved("sisipan-1", "c"));
    assert_eq!(day.changes(), [put_in("sisipan-1", "c")]);
}

#[test]
fn a_move_behind_which_another_step_has_found_its_place_is_not_moot() {
    let changes = [moved("b", "d"), moved("c", "b"), moved("b", "a")];
    let day = day(changes.clone());
    assert_eq!(day.changes(), changes);
    assert_eq!(order(&programme_of(APEL, &day)), "a b d c*");
}

#[test]
fn the_same_person_replaced_again_is_one_change_and_put_back_it_is_none() {
    let day = day([
        replaced("pembina", Some("Budi"), None),
        moved("a", "b"),
        replaced("pembina", Some("Citra"), None),
        replaced("mc", Some("Dedi"), None),
    ]);
    let names: Vec<_> = day.stand_ins().map(|(key, by)| (key, by.name.unwrap())).collect();
    assert_eq!(
        names,
        [("pembina", "Citra".to_owned()), ("mc", "Dedi".to_owned())]
    );
    let back = day.with(DayChange::Replaced {
        person: "pembina".to_owned(),
        by: None,
    });
    assert_eq!(back.stand_in("pembina"), None);
    assert_eq!(back.changes().len(), 2);
}

#[test]
fn a_stand_in_is_named_in_every_text_and_the_label_stays() {
    let programme = programme_of(
        APEL,
        &day([replaced("pembina", Some("Budi"), Some("Plh. Sekda"))]),
    );
    let person = &programme.people[0];
    assert_eq!(
        (person.role.as_str(), person.short.as_str()),
        ("Pembina", "Sekda")
    );
    assert_eq!(person.name.as_deref(), Some("Budi"));
    assert_eq!(person.office.as_deref(), Some("Plh. Sekda"));
    assert_eq!(person.stands_in_for.as_deref(), Some("Adi"));
    assert_eq!(programme.steps[3].title, "Amanat Budi");
    assert_eq!(programme.people[1].stands_in_for, None);
}

#[test]
fn a_stand_in_without_a_name_shows_the_office_and_one_for_nobody_in_particular_the_label() {
    let programme = programme_of(
        APEL,
        &day([
            replaced("pembina", None, Some("Plh. Sekda")),
            replaced("mc", Some("Budi"), None),
        ]),
    );
    assert_eq!(programme.steps[3].title, "Amanat Plh. Sekda");
    assert_eq!(programme.people[0].name.as_deref(), Some("Plh. Sekda"));
    assert_eq!(programme.people[1].stands_in_for.as_deref(), Some("MC"));
}

#[test]
fn the_ids_of_steps_do_not_depend_on_who_stands_in() {
    let script = APEL.replace("id = 'd'\n", "");
    let replaced = programme_of(&script, &day([replaced("pembina", Some("Budi"), None)]));
    assert_eq!(order(&replaced), "a b c amanat-adi");
    assert_eq!(replaced.steps[3].title, "Amanat Budi");
}

#[test]
fn what_was_typed_is_text_and_harmless() {
    let day = day([
        replaced("pembina", Some("{mc.short}\u{1b}\u{202E}\n!"), Some(" \t ")),
        DayChange::Inserted {
            step: id("sisipan-1"),
            kind: Kind::Act,
            title: " {pembina.name}\u{7}\n".to_owned(),
            seconds: 1,
            after: None,
        },
    ]);
    let programme = programme_of(APEL, &day);
    assert_eq!(programme.steps[0].title, "{pembina.name}");
    assert_eq!(programme.people[0].name.as_deref(), Some("{mc.short} !"));
    assert_eq!(programme.people[0].office, None);
    let blank = Day::default().with(replaced("pembina", Some(" "), None));
    assert!(blank.is_empty(), "nobody stands in");
}

#[test]
fn changes_that_came_from_elsewhere_are_held_to_the_same() {
    let raw: Day = serde_json::from_str(
        r#"[{"replaced":{"person":"pembina","by":{"name":"a\u001bb"}}},
            {"inserted":{"step":"x","kind":"act","title":"","seconds":1,"after":"nowhere"}},
            {"inserted":{"step":"a","kind":"act","title":"A","seconds":1,"after":null}},
            {"moved":{"step":"b","after":"nowhere"}},
            {"moved":{"step":"c","after":"c"}},
            {"moved":{"step":"nobody","after":"a"}}]"#,
    )
    .unwrap();
    let programme = programme_of(APEL, &raw);
    assert_eq!(order(&programme), "a b c d x+");
    assert_eq!(programme.steps[4].title, "……");
    assert_eq!(programme.people[0].name.as_deref(), Some("ab"));
}

#[test]
fn a_new_id_meets_no_other() {
    let script = format!("{APEL}[[step]]\ntitle = 'Sisipan 1'\nkind = 'act'\n");
    let day = day([put_in("sisipan-2", "a")]);
    let programme = programme_of(&script, &day);
    assert_eq!(day.new_step_id(&programme), id("sisipan-3"));
    let fresh = Day::default();
    assert_eq!(fresh.new_step_id(&programme_of(APEL, &fresh)), id("sisipan-1"));
}

/// The day after a save, and its programme.
fn saved(day: &Day, new: &str) -> (Day, String) {
    let (old, file) = (programme_of(APEL, day), programme_of(new, day));
    let in_script = crate::programme::compile_with_stand_ins(&read_good(new), &Occasion::default(), day);
    let carried = day.carried(&Carry::between(&old, &in_script));
    assert_eq!(file.people.len(), in_script.people.len());
    let order = order(&programme_of(new, &carried));
    (carried, order)
}

const B: &str = "[[step]]\ntitle = 'B'\nkind = 'act'\nduration = '2m'\n";

#[test]
fn a_change_goes_with_its_step_and_stays_with_any_other_edit() {
    let of_b = day([moved("b", "d")]);
    let (kept, order) = saved(&of_b, &APEL.replace("'4m'", "'5m'"));
    assert_eq!((kept, order.as_str()), (of_b.clone(), "a c d b*"));
    let (gone, order) = saved(&of_b, &APEL.replace(B, ""));
    assert_eq!((gone, order.as_str()), (Day::default(), "a c d"));
}

#[test]
fn a_step_is_followed_to_the_id_that_a_save_gives_it() {
    let (_, order) = saved(
        &day([moved("b", "c")]),
        &APEL.replace("title = 'B'", "title = 'B'\nid = 'baru'"),
    );
    assert_eq!(order, "a c baru* d");
}

#[test]
fn where_the_step_before_it_is_gone_a_change_stands_behind_the_nearest_one_before() {
    let (_, order) = saved(
        &day([moved("a", "b"), put_in("sisipan-1", "b")]),
        &APEL.replace(B, ""),
    );
    assert_eq!(order, "sisipan-1+ a c d", "at the top, for nothing was before");
    let (_, order) = saved(&day([moved("d", "b")]), &APEL.replace(B, ""));
    assert_eq!(order, "a d* c");
}

#[test]
fn a_step_that_was_put_in_stays_unless_the_file_has_it() {
    let day = day([put_in("sisipan-1", "a"), moved("c", "sisipan-1")]);
    let (_, order) = saved(&day, &APEL.replace("title = 'A'", "title = 'Awal'"));
    assert_eq!(order, "awal sisipan-1+ c* b d");
    let own = "[[step]]\nid = 'sisipan-1'\ntitle = 'Sambutan'\nkind = 'address'\n";
    let (carried, order) = saved(&day, &APEL.replace(B, &format!("{own}{B}")));
    assert_eq!(order, "a sisipan-1 c* b d");
    assert_eq!(carried.changes(), [moved("c", "sisipan-1")]);
}

#[test]
fn a_stand_in_follows_the_person_to_a_new_key_and_goes_with_whoever_is_gone() {
    let day = day([
        replaced("mc", Some("Budi"), None),
        replaced("pembina", Some("Citra"), None),
    ]);
    let (carried, _) = saved(&day, &APEL.replace("mc = {", "pembawa = {"));
    assert_eq!(carried.stand_in("pembawa").unwrap().name.as_deref(), Some("Budi"));
    let (carried, _) = saved(&day, &APEL.replace("mc = { short = 'MC' }\n", ""));
    assert_eq!(carried.stand_ins().count(), 1);
}

#[test]
fn of_two_steps_with_one_title_each_stays_itself_wherever_it_was_moved() {
    let twice = APEL
        .replace("title = 'C'", "title = 'A'")
        .replace("'3m'", "'3m'\nnotes = 'kedua'");
    let day = day([moved("a-2", "")]);
    let old = programme_of(&twice, &day);
    assert_eq!(order(&old), "a-2* a b d");
    let edited = twice.replace("'1m'", "'11m'").replace("'3m'", "'13m'");
    let new = programme_of(&edited, &Day::default());
    let carry = Carry::between(&old, &new);
    for id in ["a", "a-2", "b", "d"] {
        assert_eq!(
            carry.step(&StepId(id.into())).map(|step| step.id.as_str()),
            Some(id)
        );
    }
}
