//! What must be told in the one row for it: a question, digits being typed, what was left out, a refused save, a notice.
//! The most urgent alone, in words.

use ratatui::style::Style;

use crate::programme::CueId;
use crate::script::Severity;
use crate::show::keys::Action;
use crate::show::{Notice, Omission, Overlay, Question, Recording, Show, Stage};
use crate::view::bottom::Above;
use crate::view::interface::Interface;
use crate::view::text::width;
use crate::view::{keys_told, lines, theme};

/// Something that must be told.
pub(super) struct Told {
    /// What is told.
    pub(super) text: String,
    /// What to do about it; empty where nothing needs to be done.
    pub(super) keys: String,
    /// How it looks.
    pub(super) style: Style,
    /// Whether it may go untold where it would take the place of something else.
    pub(super) can_wait: bool,
}

impl Told {
    fn plain(text: String, style: Style) -> Self {
        Self {
            text,
            keys: String::new(),
            style,
            can_wait: false,
        }
    }

    /// The same, if it may go untold.
    fn waiting_if(self, can_wait: bool) -> Self {
        Self { can_wait, ..self }
    }
}

/// What must be told now, the most urgent first, in about so many columns.
pub(super) fn told(show: &Show, above: Above, columns: usize) -> Option<Told> {
    let listed = above.lists_left_out;
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    if let Some(question) = show.question() {
        return Some(Told {
            text: asked(show, question),
            keys: keys_told::answers(show),
            style: theme.question,
            can_wait: false,
        });
    }
    // The offer tells all that can be done about it, and nothing else can be.
    if show.offer().is_some() {
        return None;
    }
    if let Some(typed) = show.typed() {
        return Some(Told::plain(typed_so_far(show, &typed.text), theme.notice));
    }
    let left_out = show.left_out_here();
    // Where the list above tells it as well, the answer to a key has the row for its few seconds.
    let answers = listed && show.notice().is_some_and(Notice::is_answer);
    if !left_out.is_empty() && !answers {
        return Some(left_out_told(
            show,
            left_out.into_iter(),
            &keys_told::made_up_later(show),
            listed,
            columns,
        ));
    }
    // The screen of the problems tells it better.
    let problems_are_open = matches!(show.overlay(), Some(Overlay::Problems { .. }));
    if show.is_refused() && show.stage() != Stage::Waiting && !problems_are_open {
        let text = refused(show);
        // The reason before the key, which the row of the state below names as well.
        let room = columns.saturating_sub(width(&text) + 2);
        let mut keys = keys_told::row(show, &[(Action::ToggleProblems, words.refused_details)]);
        if width(&keys) > room {
            keys.clear();
        }
        return Some(Told {
            text,
            keys,
            style: theme.warning,
            can_wait: false,
        });
    }
    if let Some(left_out) = show
        .notice()
        .map(Notice::left_out)
        .filter(|some| !some.is_empty())
    {
        // The newest first, as in the panel: it is the one that is marked as said.
        let keys = if show.can_undo() {
            keys_told::made_up_now(show)
        } else {
            keys_told::made_up_later(show)
        };
        return Some(left_out_told(show, left_out.iter().rev(), &keys, listed, columns));
    }
    let told_of_save = matches!(
        show.notice(),
        None | Some(Notice::PhraseChanged | Notice::TurnGivenBack | Notice::Reloaded { .. })
    );
    if show.audience_waits() && told_of_save {
        let texts = audience_waits(show);
        let fitting = texts.iter().find(|text| width(text) <= columns).or(texts.last());
        return fitting.map(|text| Told::plain(text.clone(), theme.notice));
    }
    if let Some(notice) = show.notice() {
        if above.has_no_room && matches!(notice, Notice::Size { .. }) {
            return Some(Told::plain(words.size_without_room.to_owned(), theme.notice));
        }
        let text = lines::notice(show, notice);
        let keys = if matches!(notice, Notice::Dropped(_) | Notice::LeftBeforeEnd(_)) {
            keys_told::row(show, &[(Action::Undo, words.left_out_undo)])
        } else {
            String::new()
        };
        return Some(Told {
            keys,
            ..Told::plain(text, theme.notice).waiting_if(notice.is_confirmation())
        });
    }
    lines::watching(show).map(|text| Told::plain(text, theme.dim).waiting_if(true))
}

/// What was left out has so many cells before the keys beside it: "butir 2–3" is whole.
const LEAST_OF_LEFT_OUT: usize = 12;

/// What was left out, as much of it as there is room for, and what to do about it.
fn left_out_told<'a>(
    show: &'a Show,
    left_out: impl Iterator<Item = &'a Omission>,
    keys: &str,
    listed: bool,
    columns: usize,
) -> Told {
    let theme = theme::of(show.look());
    let words = &show.words().screens;
    let sentence = |what: &str| format!("! {}", (words.just_left_out)(what));
    let room_beside = |text: &str, keys: &str| columns.saturating_sub(width(text) + width(keys) + 2);
    let omitted = lines::omitted(show, left_out);
    let whole = if listed {
        format!("! {}", words.some_left_out)
    } else {
        sentence(&omitted.within(usize::MAX))
    };
    let saved = save_told(show)
        .into_iter()
        .map(|saved| format!("{whole} {saved}"));
    let (text, keys) = if let Some(text) = saved.into_iter().find(|text| width(text) <= columns) {
        let keys = keys_told::as_many(keys, columns.saturating_sub(width(&text) + 2));
        (text, keys)
    } else if listed {
        let keys = keys_told::as_many(keys, columns.saturating_sub(width(&whole) + 2));
        (whole, keys)
    } else {
        let room = room_beside(&sentence(""), "");
        let keys = keys_told::as_many(keys, room.saturating_sub(LEAST_OF_LEFT_OUT));
        (sentence(&omitted.within(room_beside(&sentence(""), &keys))), keys)
    };
    Told {
        text,
        keys,
        style: theme.warning,
        can_wait: false,
    }
}

/// That the audience still sees the words from before a save, the fullest first.
fn audience_waits(show: &Show) -> Vec<String> {
    let words = &show.words().screens;
    let key = keys_told::named(show, Action::RestartCue);
    if show.notice() == Some(&Notice::TurnGivenBack) {
        let with = |key| (words.turn_given_back_waits)(key);
        return vec![with(key.as_deref()), with(None), words.turn_given_back.to_owned()];
    }
    vec![
        (words.audience_waits)(key.as_deref()),
        (words.audience_waits)(None),
    ]
}

/// What a save has done, to be told beside what was left out, the fullest first; nothing where no save is told of.
fn save_told(show: &Show) -> Vec<String> {
    let words = &show.words().screens;
    let reloaded = match show.notice() {
        Some(Notice::ReloadedLeavingOut { changed, gone, .. } | Notice::Reloaded { changed, gone }) => {
            vec![(words.reloaded)(*changed, *gone), (words.reloaded)(0, 0)]
        }
        Some(notice @ (Notice::PhraseChanged | Notice::TurnGivenBack)) => vec![lines::notice(show, notice)],
        _ => return Vec::new(),
    };
    if !show.audience_waits() {
        return reloaded;
    }
    let waits = audience_waits(show);
    let both = reloaded
        .iter()
        .flat_map(|text| waits.iter().map(move |waits| format!("{text} {waits}")));
    let is_turn = show.notice() == Some(&Notice::TurnGivenBack);
    both.filter(|_| !is_turn)
        .chain(waits.clone())
        .chain(reloaded.clone())
        .collect()
}

/// A question in words.
pub(in crate::view) fn asked(show: &Show, question: &Question) -> String {
    let words = &show.words().screens;
    let title = |id| {
        show.programme()
            .and_then(|programme| programme.step(id))
            .map_or("", |step| step.title.as_str())
    };
    match question {
        Question::Quit if matches!(show.recording(), Recording::Stopped(_)) => {
            show.words().resume.ask_quit_unrecorded.to_owned()
        }
        Question::Quit => words.ask_quit.to_owned(),
        Question::DropStep(step) => (words.ask_drop)(title(step)),
        Question::RestartText(step) => (words.ask_restart)(title(step)),
    }
}

/// The digits, and where that key would lead.
fn typed_so_far(show: &Show, typed: &str) -> String {
    let words = &show.words().screens;
    let name = |id: &CueId| -> Option<String> {
        let programme = show.programme()?;
        let step = programme.step(&id.step)?;
        let position = programme.position(&id.step)? + 1;
        let cue = programme.cue(id)?;
        Some(match id.part.clause() {
            Some(_) if show.step().is_some_and(|here| here.id == step.id) => {
                lines::part_name(words, step, cue)
            }
            Some(_) => format!(
                "{position} {} ({})",
                step.title,
                lines::part_name(words, step, cue)
            ),
            None => format!("{position} {}", step.title),
        })
    };
    let leads = match show.meant(typed) {
        Ok(cue) => name(&cue)
            .zip(keys_told::jump_key(Interface::of_show(show)))
            .map_or_else(String::new, |(name, key)| (words.go_to)(&key, &name)),
        Err(not_there) => (words.not_there)(&not_there),
    };
    format!("{typed}_   {leads}")
}

/// That the last save was refused, with the first error's place and reason.
fn refused(show: &Show) -> String {
    let words = show.words();
    let first = show
        .problems()
        .iter()
        .find(|problem| problem.severity == Severity::Error);
    let place = first.map_or_else(String::new, |problem| {
        let explained = (words.problems.explain)(&problem.fault);
        format!("{} {}", file_name(&problem.position()), explained.title)
    });
    (words.screens.refused)(&place)
}

/// The last part of a path: the folder is known to the leader, the row is short.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
