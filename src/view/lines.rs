//! Sentences that more than one screen needs: who speaks, where we are, what comes next, what was left out.

use std::collections::HashMap;
use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::Time;
use ratatui::style::Style;
use ratatui::text::Span;

use super::text::{fitted, width, without_joins};
use super::theme;
use super::turn;
use crate::lang::ScreenWords;
use crate::programme::{Cue, Part, PersonIndex, PhraseKind, Programme, Reply, Step, StepId, Stride, Turn};
use crate::script::Mode;
use crate::show::clock::{ALARMINGLY_LATE, time_of_day};
use crate::show::{Lateness, Notice, Omission, Show, Stage, Watching};
use crate::slide::Doing;

/// A clock time with a point: "08.04".
pub(super) fn clock_time(show: &Show, time: Timestamp) -> String {
    let zone = show
        .programme()
        .map_or(crate::script::Zone::Wib, |programme| programme.zone);
    let time = time_of_day(time, zone);
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// The planned clock time of a step: "07.37"; none where the script has no start.
pub(super) fn planned_time(programme: &Programme, seconds: u32) -> Option<String> {
    Some(time_after(programme.start?, seconds))
}

/// The clock time so many seconds after a beginning.
pub(super) fn time_after(start: Time, seconds: u32) -> String {
    let time = start.wrapping_add(jiff::SignedDuration::from_secs(i64::from(seconds)));
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// The label for who speaks now, and the style of the phrase.
pub(super) fn who(show: &Show, step: &Step, cue: &Cue) -> (Vec<Span<'static>>, Style) {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let repeated = cue.mode == Mode::Echo && cue.id.part.is_text();
    let then_repeated = || Span::styled(format!("  {}", turn::then_repeated(words)), theme.dim);
    if cue.mode == Mode::Together && cue.id.part.is_text() {
        return (
            vec![Span::styled(
                format!(" {} ", turn::together(words)),
                theme.label_together,
            )],
            theme.phrase_together,
        );
    }
    if repeated && show.repeat_has_key(step, cue) && show.turn() == Turn::Echo {
        let label = Span::styled(turn::repeated(words), theme.label_echo);
        return (vec![label], theme.phrase_repeated);
    }
    if !cue.ours {
        let mut label = vec![Span::styled(
            turn::others(&speaker(show, step, cue)),
            theme.label_others,
        )];
        if repeated && !show.repeat_has_key(step, cue) {
            label.push(then_repeated());
        }
        return (label, theme.phrase_of_others);
    }
    let text = turn::reader(words, short_name(show, cue.by), Doing::of(cue));
    let mut label = vec![Span::styled(format!(" {text} "), theme.label_lead)];
    if repeated && !show.repeat_has_key(step, cue) {
        label.push(then_repeated());
    }
    (label, theme.phrase)
}

/// Somebody else, by role and name. Where nobody is named, the participants for what all of them do, and else only
/// what is done: no name is better than a wrong one.
fn speaker(show: &Show, step: &Step, cue: &Cue) -> String {
    let words = &show.words().screens;
    match cue.by {
        Some(_) => role_and_name(show, cue.by),
        None if Doing::of(cue).is_by_all(step, cue) => words.participants.to_owned(),
        None => turn::by_nobody(words, Doing::of(cue)).to_owned(),
    }
}

/// Whether a cue is done, not said: it must never look like words to be read out.
pub(super) fn is_deed(cue: &Cue) -> bool {
    Doing::of(cue) == Doing::Acts
}

/// The marks around a cue: quotes around what is said, brackets around what is done.
pub(super) fn marks(cue: &Cue) -> (&'static str, &'static str) {
    match cue.id.part {
        _ if is_deed(cue) => ("(", ")"),
        Part::Line(_) => ("“", "”"),
        Part::Title
        | Part::Heading
        | Part::Opening
        | Part::Clause(_)
        | Part::Closing
        | Part::Signatory(_) => ("", ""),
    }
}

/// The words of a cue that are read, said or done now, in one text, for where no label tells what is done from what is
/// read out.
pub(super) fn present_words(show: &Show, step: &Step, cue: &Cue) -> String {
    let stretch = cue.stretch(
        show.stride(step, cue),
        show.place().map_or(0, |place| place.phrase),
    );
    let phrases = cue.phrases.get(stretch).unwrap_or_default().iter();
    let words: Vec<&str> = phrases.map(|phrase| phrase.text.as_str()).collect();
    Doing::of(cue).written(words.join(" "))
}

/// Who answers a cue, with the sign of it: the participants where only the speaker is named, nobody where no one is.
pub(super) fn answers<'a>(show: &'a Show, cue: &Cue, reply: &Reply) -> (&'static str, Option<&'a str>) {
    let leader = show.programme().and_then(|programme| programme.leader);
    match short_name(show, reply.by) {
        Some(by) if reply.by == leader => ("▶", Some(by)),
        Some(by) => ("○", Some(by)),
        None => ("◀", cue.by.map(|_| show.words().screens.participants)),
    }
}

/// The role of a person in a word or two.
pub(super) fn short_name(show: &Show, person: Option<PersonIndex>) -> Option<&str> {
    show.programme()?
        .person(person?)
        .map(|person| person.short.as_str())
}

/// "Pembina apel · Drs. R. Achmad Kurniawan Kadir, M.P.A."
pub(super) fn role_and_name(show: &Show, person: Option<PersonIndex>) -> String {
    let person = person.and_then(|person| show.programme()?.person(person));
    match person {
        Some(person) => turn::role_and_name(&person.role, person.name.as_deref()),
        None => show.words().screens.participants.to_owned(),
    }
}

/// What a part of a text is called: "butir 2", "judul".
pub(super) fn part_name(words: &ScreenWords, step: &Step, cue: &Cue) -> String {
    match cue.id.part {
        Part::Heading => words.heading.to_owned(),
        Part::Opening => words.opening.to_owned(),
        Part::Closing => words.closing.to_owned(),
        Part::Clause(number) => (words.clause)(step.unit, number),
        Part::Title | Part::Line(_) | Part::Signatory(_) => cue.text.clone(),
    }
}

/// Where we are within a step: "penggalan 3 dari 4 · butir 2 dari 4"; in less room the part alone, or nothing. The part
/// stands last, at the edge, so that it stays where it is from phrase to phrase.
pub(super) fn whereabouts(show: &Show, step: &Step, cue: &Cue, room: usize) -> String {
    let words = &show.words().screens;
    let part = match cue.id.part {
        Part::Clause(number) => (words.clause_of)(step.unit, number, step.clauses),
        Part::Heading | Part::Opening | Part::Closing => part_name(words, step, cue),
        Part::Signatory(number) => {
            let all = step.cues.iter().filter(|cue| cue.signatory.is_some()).count();
            (words.signatory_of)(number, all)
        }
        Part::Title | Part::Line(_) => String::new(),
    };
    let part = if width(&part) > room { String::new() } else { part };
    let stride = show.stride(step, cue);
    if stride == Stride::Cue || cue.counted_phrases() < 2 {
        return part;
    }
    let label = |phrase| counted(words, cue, &part, cue.stretch(stride, phrase));
    // The same choice at every phrase of the cue, so that only what is counted changes.
    let widest = (0..cue.phrases.len())
        .map(|phrase| width(&label(phrase)))
        .max()
        .unwrap_or(0);
    if widest > room {
        return part;
    }
    label(show.place().map_or(0, |place| place.phrase))
}

/// A part and which of its phrases these are; a spoken number is not counted.
fn counted(words: &ScreenWords, cue: &Cue, part: &str, phrases: Range<usize>) -> String {
    let until = |end| {
        let before = cue.phrases.iter().take(end);
        before.filter(|phrase| phrase.kind == PhraseKind::Words).count()
    };
    let (first, last) = (until(phrases.start) + 1, until(phrases.end));
    let which = match last {
        _ if last < first => return part.to_owned(),
        _ if last == first => first.to_string(),
        _ => format!("{first}–{last}"),
    };
    let phrase = (words.phrase_of)(&which, cue.counted_phrases());
    if part.is_empty() {
        phrase
    } else {
        format!("{phrase} · {part}")
    }
}

/// The beginning of a cue as it is announced: "butir 3 · Menggunakan media sosial …". A line tells whose it is, where
/// that is somebody else than who spoke last, be it in a reply.
pub(super) fn beginning(show: &Show, step: &Step, cue: &Cue) -> String {
    let words = &show.words().screens;
    match cue.id.part {
        Part::Title => step.title.clone(),
        Part::Line(_) => {
            let same = show
                .cue()
                .is_some_and(|here| here.by == cue.by && here.reply.is_none());
            let (opens, closes) = marks(cue);
            let by = short_name(show, cue.by).filter(|_| !same);
            let by = by.map_or_else(String::new, |short| format!("{short} · "));
            format!("{by}{opens}{}{closes}", cue.text)
        }
        Part::Signatory(_) => signatory(words, cue),
        Part::Heading | Part::Opening | Part::Clause(_) | Part::Closing => {
            format!("{} · {}", part_name(words, step, cue), cue.text)
        }
    }
}

/// A signatory with name, office, and whether it is a group.
pub(super) fn signatory(words: &ScreenWords, cue: &Cue) -> String {
    let Some(one) = &cue.signatory else {
        return cue.text.clone();
    };
    let parts = [
        one.name.as_deref(),
        one.office.as_deref(),
        one.group.then_some(words.group),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(" · ")
}

/// Between what was left out of one step and of another: a comma stands between the parts of one.
const BETWEEN_STEPS: &str = "\u{a0}· ";

/// Several omissions, those of one step together.
pub(super) struct Omitted<'a> {
    show: &'a Show,
    steps: Vec<(&'a StepId, Vec<&'a Omission>)>,
}

/// Several omissions in their order; the parts of a step that were left out stand together where the first of them is.
pub(super) fn omitted<'a>(show: &'a Show, omissions: impl Iterator<Item = &'a Omission>) -> Omitted<'a> {
    let mut steps: Vec<(&StepId, Vec<&Omission>)> = Vec::new();
    let mut places: HashMap<&StepId, usize> = HashMap::new();
    for one in omissions {
        let place = *places.entry(one.step()).or_insert(steps.len());
        match steps.get_mut(place) {
            Some((_, of_step)) => of_step.push(one),
            None => steps.push((one.step(), vec![one])),
        }
    }
    Omitted { show, steps }
}

impl Omitted<'_> {
    /// Of how many steps something was left out.
    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }

    /// A text for each step.
    pub(super) fn texts(&self) -> impl Iterator<Item = String> {
        self.steps
            .iter()
            .map(|(step, omitted)| without_joins(&omissions_of(self.show, step, omitted)))
    }

    /// As many of them as there is room for, at least the beginning of one, and how many more there are.
    pub(super) fn within(&self, room: usize) -> String {
        without_joins(&self.joined_within(room))
    }

    /// The same, to be wrapped: spaces that join a number with its title. Looks at no more of them than it tells: after a
    /// jump over a long programme there are thousands.
    pub(super) fn joined_within(&self, room: usize) -> String {
        let words = &self.show.words().screens;
        let mut told = String::new();
        let mut best = String::new();
        let texts = self.steps.iter();
        let texts = texts.map(|(step, omitted)| omissions_of(self.show, step, omitted));
        for (count, text) in (1..).zip(texts) {
            if count > 1 {
                told.push_str(BETWEEN_STEPS);
            }
            told.push_str(&text);
            let left = self.steps.len().saturating_sub(count);
            let whole = if left == 0 {
                told.clone()
            } else {
                format!("{told} {}", (words.more)(left))
            };
            if width(&whole) <= room || count == 1 && left == 0 {
                best = whole;
            } else if count == 1 {
                // How many more there are is worth more than the end of the first.
                let more = format!(" {}", (words.more)(left));
                let beginning = fitted(&told, room.saturating_sub(width(&more)));
                best = format!("{}{more}", beginning.trim_end_matches(['…', ' ']));
            }
            if width(&told) > room {
                break;
            }
        }
        best
    }
}

/// What was left out of one step: "butir 2–3", with its title where it is another one than the present, joined with its
/// number.
fn omissions_of(show: &Show, step: &StepId, omitted: &[&Omission]) -> String {
    let words = &show.words().screens;
    let Some(programme) = show.programme() else {
        return String::new();
    };
    let (Some(position), Some(step)) = (programme.position(step), programme.step(step)) else {
        return String::new();
    };
    let is_left_out = |cue: &&Cue| {
        omitted.iter().any(|one| match one {
            Omission::Step(_) => false,
            Omission::Cue(id) => *id == cue.id,
        })
    };
    let parts = part_names(words, step, step.cues.iter().filter(is_left_out));
    let here = show.step().is_some_and(|here| here.id == step.id) && show.stage() == Stage::Running;
    match (parts.is_empty(), here) {
        (true, _) => format!("{}\u{a0}{}", position + 1, step.title),
        (false, true) => parts,
        (false, false) => format!("{}\u{a0}{} ({parts})", position + 1, step.title),
    }
}

/// The names of several parts of a step, in its order: "judul, butir 1–4, penutup".
fn part_names<'a>(words: &ScreenWords, step: &Step, parts: impl Iterator<Item = &'a Cue>) -> String {
    let mut names: Vec<String> = Vec::new();
    // The clauses that follow one another without a gap, up to the one before this part.
    let mut run: Option<(usize, usize)> = None;
    for part in parts {
        let name = match (part.id.part.clause(), run) {
            (Some(number), Some((first, last))) if number == last + 1 => {
                names.pop();
                run = Some((first, number));
                (words.clauses)(step.unit, first, number)
            }
            (number, _) => {
                run = number.map(|number| (number, number));
                part_name(words, step, part)
            }
        };
        names.push(name);
    }
    names.join(", ")
}

/// Being late or early in words; nothing where there is no plan.
pub(super) fn lateness(show: &Show) -> Option<(String, bool)> {
    let words = &show.words().screens;
    Some(match show.lateness()? {
        Lateness::Late(by) if by.as_secs() >= 10 => {
            let strong = by >= ALARMINGLY_LATE && !show.clock().is_paused();
            ((words.late)(by), strong)
        }
        Lateness::Early(by) if by.as_secs() >= 10 => ((words.early)(by), false),
        Lateness::OnTime | Lateness::Late(_) | Lateness::Early(_) => (words.on_time.to_owned(), false),
    })
}

/// A notice in words.
pub(super) fn notice(show: &Show, notice: &Notice) -> String {
    let words = &show.words().screens;
    let title = |id| {
        show.programme()
            .and_then(|programme| programme.step(id))
            .map_or("", |step| step.title.as_str())
    };
    match notice {
        Notice::ClickerHeard => words.clicker_heard.to_owned(),
        Notice::ClickerKeyHeard => words.clicker_key_heard.to_owned(),
        Notice::LeftOut(omissions)
        | Notice::ReloadedLeavingOut {
            left_out: omissions, ..
        } => (words.just_left_out)(&omitted(show, omissions.iter()).within(usize::MAX)),
        Notice::MarkedSaid(omission) => {
            (words.marked_said)(&omitted(show, std::iter::once(omission)).within(usize::MAX))
        }
        Notice::BegunLate(late) => (show.words().resume.begun_late)(*late),
        Notice::RunsElsewhere => words.runs_elsewhere.to_owned(),
        Notice::JournalUnguarded => show.words().resume.journal_unguarded.to_owned(),
        Notice::NothingToResume => show.words().resume.nothing.to_owned(),
        Notice::NothingLeftOut => words.nothing_to_mark.to_owned(),
        Notice::NothingToUndo => words.nothing_to_undo.to_owned(),
        Notice::Undone(deed) => (words.undone)(*deed).to_owned(),
        Notice::NotThere(not_there) => (words.not_there)(not_there),
        Notice::Dropped(step) => (words.step_dropped)(title(step)),
        Notice::LeftBeforeEnd(step) => (words.left_before_end)(title(step)),
        Notice::Reloaded { changed, gone } => (words.reloaded)(*changed, *gone),
        Notice::PhraseChanged => words.phrase_changed.to_owned(),
        Notice::TurnGivenBack => words.turn_given_back.to_owned(),
        Notice::ReaderGone { key, served } => (words.reader_gone)(key, served.as_deref()),
        Notice::CueGone => words.cue_gone.to_owned(),
        Notice::Presses { two: true } => words.two_presses.to_owned(),
        Notice::Presses { two: false } => words.one_press.to_owned(),
        Notice::ByPhrase(true) => words.by_phrase.to_owned(),
        Notice::ByPhrase(false) => words.by_clause.to_owned(),
        Notice::NotHere => words.not_here.to_owned(),
        Notice::Theme(theme) => (words.theme_now)(*theme),
        Notice::NoColours => words.no_colours.to_owned(),
        Notice::Size { size, at_end: false } => (words.size_now)(*size),
        Notice::Size { size, at_end: true } => (words.size_at_end)(*size),
        Notice::NoSuspend => words.no_suspend.to_owned(),
        Notice::WatcherStopped => words.watcher_stopped.to_owned(),
        Notice::AwakeStopped => words.awake_stopped.to_owned(),
        Notice::ServerStopped => words.server_stopped.to_owned(),
        Notice::Sharing => words.sharing.to_owned(),
        Notice::PortMoved(moved) => (words.port_moved)(moved.wanted, moved.taken),
        Notice::StepMoved { step, number } => (words.step_moved)(title(step), *number),
        Notice::StepInserted { step, number } => (words.step_inserted)(title(step), *number),
        Notice::StepRestored(step) => (words.step_restored)(title(step)),
        Notice::PersonReplaced { person, by } => (words.person_replaced)(person, by.as_deref()),
        Notice::NotChanged(why) => (words.not_changed)(*why).to_owned(),
        Notice::UndoneElsewhere => show.words().changes.undone_elsewhere.to_owned(),
        Notice::NobodyNamed => show.words().changes.nobody_named.to_owned(),
    }
}

/// How saves are noticed, where that is not as usual.
pub(super) fn watching(show: &Show) -> Option<String> {
    let words = &show.words().screens;
    match show.watching() {
        Watching::Nothing | Watching::Told => None,
        Watching::LookingAsAsked => Some(words.looking_as_asked.to_owned()),
        Watching::LookingOnNetwork => Some(words.looking_on_network.to_owned()),
        Watching::Stopped => Some(words.watcher_stopped.to_owned()),
        Watching::LookingForWantOf(reason) => Some((words.looking_for_want_of)(reason)),
    }
}
