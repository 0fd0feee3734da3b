//! `ikrar list`: the ceremonies there are, as a table or JSON, in the order of the picker: the last used first.

use std::io;
use std::process::ExitCode;

use serde::Serialize;

use super::table::{aligned, columns};
use super::{Failure, print};
use crate::cli::{List, ListFormat};
use crate::config::Config;
use crate::edge::Catalogue;
use crate::lang::{Words, spoken};
use crate::picker::{Ceremony, Origin};

/// A ceremony, as JSON has it. Names are told without anything that steers a terminal: JSON itself escapes no more than
/// the first set of control characters.
#[derive(Serialize)]
struct Listed {
    /// The name by which `run` opens it.
    name: String,
    /// Its file; none for one that ships.
    path: Option<String>,
    /// Where it was found: `folder`, `user`, `shipped` or `elsewhere`.
    origin: &'static str,
    /// None where the script has errors, as all that follows from it.
    title: Option<String>,
    agency: Option<String>,
    /// As 2024-10-07.
    date: Option<String>,
    steps: Option<usize>,
    minutes: Option<u32>,
    errors: usize,
    warnings: usize,
    /// When it was last opened, as 2024-10-07T00:30:00Z.
    last_used: Option<String>,
}

/// Prints the ceremonies. That some of them have errors is told of them, and is no failure of the list.
///
/// # Errors
///
/// When nothing can be printed.
pub fn run(list: &List, config: &Config) -> Result<ExitCode, Failure> {
    let lang = config.lang;
    let ceremonies = Catalogue::of_user().all(&config.occasion());
    let text = match list.format {
        ListFormat::Text => table(&ceremonies, lang.words(), columns()),
        ListFormat::Json => {
            let listed: Vec<Listed> = ceremonies.iter().map(listed).collect();
            format!(
                "{}\n",
                serde_json::to_string_pretty(&listed).map_err(io::Error::from)?
            )
        }
    };
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn listed(ceremony: &Ceremony) -> Listed {
    let facts = ceremony.facts.as_ref();
    Listed {
        name: ceremony.shown_name(),
        path: ceremony.shown_path(),
        origin: origin(ceremony.origin),
        title: facts.map(|facts| facts.title.clone()),
        agency: facts.and_then(|facts| facts.agency.clone()),
        date: facts.and_then(|facts| facts.date).map(|date| date.to_string()),
        steps: facts.map(|facts| facts.steps.len()),
        minutes: facts.map(crate::picker::Facts::minutes),
        errors: ceremony.totals.errors,
        warnings: ceremony.totals.warnings,
        last_used: ceremony.last_used.map(|at| at.to_string()),
    }
}

const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Folder => "folder",
        Origin::User => "user",
        Origin::Shipped => "shipped",
        Origin::Elsewhere => "elsewhere",
    }
}

/// A table: what is short in columns, and at the end what may be long.
fn table(ceremonies: &[Ceremony], words: &Words, columns: Option<usize>) -> String {
    let heading = words.commands.list_columns.map(str::to_owned);
    let rows: Vec<[String; COLUMNS]> = std::iter::once(heading)
        .chain(ceremonies.iter().map(|ceremony| row(ceremony, words)))
        .collect();
    aligned(&rows, &NUMBERS, columns)
}

/// Name, day, steps, minutes, problems, title and agency.
const COLUMNS: usize = 6;

/// The columns of numbers.
const NUMBERS: [usize; 2] = [2, 3];

fn row(ceremony: &Ceremony, words: &Words) -> [String; COLUMNS] {
    let facts = ceremony.facts.as_ref();
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    let problems = match (ceremony.totals.errors, ceremony.totals.warnings) {
        (0, 0) => "–".to_owned(),
        (0, warnings) => format!("□ {}", (words.screens.warnings)(warnings)),
        (errors, _) => format!("! {}", (words.screens.errors)(errors)),
    };
    let title = facts.map(|facts| {
        let agency = facts.agency.iter().map(|agency| format!(" · {agency}"));
        std::iter::once(facts.title.clone())
            .chain(agency)
            .collect::<String>()
    });
    [
        ceremony.shown_name(),
        or_none(facts.and_then(|facts| facts.date).map(spoken::day)),
        or_none(facts.map(|facts| facts.steps.len().to_string())),
        or_none(facts.map(|facts| facts.minutes().to_string())),
        problems,
        or_none(title),
    ]
}
