//! What a backlog says beside its ratings about planning: effort, what an item comes after, whether it must be in, who
//! does it and what they must be able to do; and any column that an item's worth is read from.
//!
//! The backlog has been read already; here further columns of its table are. Each is known by fixed names in English and
//! Japanese, by what `[columns]` adds, or by the one header that `--column` names.

mod cells;
mod columns;

use std::collections::HashMap;

use super::backlog::Request;
use super::headers::Names;
use super::panel::same;
use super::people::People;
use crate::analysis::Terms;
use crate::backlog::Backlog;
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::model::{Model, Weights};
use crate::prose;
use cells::{About, mark, quantity};
use columns::{Columns, EFFORT, choose};

pub(super) use cells::{amounts, names};
pub use columns::PLANNING_KEYS;

/// The terms of each row, and where they stand.
#[derive(Debug)]
pub struct Planning {
    /// One for each row of the backlog.
    pub terms: Vec<Terms>,
    /// For each row the skills that it asks for, as written.
    pub skills: Vec<Vec<String>>,
    columns: Columns,
}

impl Planning {
    /// Where a column stands, by its key.
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.place(key)
    }
}

/// Weights under which no criterion is read: for those who want a backlog's ids and titles alone.
pub fn no_weights(model: &Model) -> Weights {
    let mut weights = Weights::equal(model);
    (0..model.nodes.len()).for_each(|node| weights.set(node, Decimal::ZERO));
    weights
}

/// Reads the terms of a backlog's items; `None` where there is no column for the effort. With `people` the named owners
/// must be among them.
pub fn read_planning(
    source: &Source<'_>,
    backlog: &Backlog<'_>,
    request: &Request<'_>,
    people: Option<&People>,
    findings: &mut Findings,
) -> Option<Planning> {
    let planning = read(backlog, request, people, findings);
    findings.locate(source);
    planning
}

fn read(
    backlog: &Backlog<'_>,
    request: &Request<'_>,
    people: Option<&People>,
    findings: &mut Findings,
) -> Option<Planning> {
    let columns = Columns::find(backlog, request.columns, findings);
    columns.place(EFFORT)?;
    let mut rows: HashMap<String, usize> = HashMap::with_capacity(backlog.len());
    for row in 0..backlog.len() {
        rows.entry(same(&backlog.id(row))).or_insert(row);
    }
    let mut planning =
        Planning { terms: Vec::with_capacity(backlog.len()), skills: Vec::with_capacity(backlog.len()), columns };
    for row in 0..backlog.len() {
        let cell = |key: &'static str| Some(About { backlog, row, column: planning.columns.place(key)?, key });
        let marked = |key: &'static str, findings: &mut Findings| cell(key).is_some_and(|cell| mark(cell, findings));
        let effort = cell(EFFORT).and_then(|cell| quantity(cell, findings));
        let skills = cell("skills").map(|cell| names(&cell.text())).unwrap_or_default();
        let terms = Terms {
            effort,
            after: cell("after").map(|cell| before(cell, &rows, findings)).unwrap_or_default(),
            must: marked("must", findings),
            skip: marked("skip", findings),
            able: people.map(|people| people.able(&skills)).unwrap_or_default(),
            named: cell("owner").zip(people).and_then(|(cell, people)| owner(cell, people, &skills, findings)),
        };
        planning.terms.push(terms);
        planning.skills.push(skills);
    }
    Some(planning)
}

/// The rows that a row comes after.
fn before(cell: About<'_, '_>, rows: &HashMap<String, usize>, findings: &mut Findings) -> Vec<usize> {
    let text = cell.text();
    // An id may have a separator in it.
    if let Some(&row) = rows.get(&same(&text)) {
        return vec![row];
    }
    let mut before = Vec::new();
    for id in names(&text) {
        match rows.get(&same(&id)) {
            Some(row) => before.push(*row),
            None => findings.push_with(Rule::UnknownPredecessor, || {
                let finding = cell.finding(Rule::UnknownPredecessor).with("found", prose::name(&id));
                let others = (0..cell.backlog.len()).filter(|row| *row != cell.row);
                let ids: Vec<String> = others.map(|row| cell.backlog.id(row).into_owned()).collect();
                match prose::same_but_one(&id, ids.iter().map(String::as_str)) {
                    Some(close) => finding.with("close", prose::name(close)).advise("help-close"),
                    None => finding,
                }
            }),
        }
    }
    before
}

/// The person whom a row names as its owner.
fn owner(cell: About<'_, '_>, people: &People, skills: &[String], findings: &mut Findings) -> Option<usize> {
    let text = cell.text();
    if text.is_empty() {
        return None;
    }
    let about = |rule: Rule| cell.finding(rule).with("name", prose::name(&text));
    let Some(person) = people.find(&text) else {
        let finding = about(Rule::UnavailableOwner).with("kind", "unknown");
        let known: Vec<&str> = people.names().collect();
        findings.push(match prose::did_you_mean(&text, known.iter().copied()) {
            Some(close) => finding.with("close", prose::name(close)).advise("help-close"),
            None => finding.with("known", known.iter().map(|name| prose::name(name)).collect::<Vec<_>>()),
        });
        return None;
    };
    if people.persons[person].capacity == Decimal::ZERO {
        findings.push(about(Rule::UnavailableOwner).with("kind", "none").advise("help-none"));
        return None;
    }
    let lacking: Vec<String> = people.lacking(person, skills).into_iter().map(prose::name).collect();
    if !lacking.is_empty() {
        findings.push(about(Rule::OwnerWithoutSkill).with("skills", lacking));
    }
    Some(person)
}

/// Reads what each row is worth from a column of the file's: by its header, or by a criterion's key, label or alias.
/// `None` where there is no such column or where it can't be told which is meant.
pub fn read_values(
    source: &Source<'_>,
    backlog: &Backlog<'_>,
    request: &Request<'_>,
    name: &str,
    findings: &mut Findings,
) -> Option<(usize, Vec<Option<Decimal>>)> {
    let column = choose(backlog, value_columns(backlog, request, name), name, "help-value", findings);
    let read = column.map(|column| {
        let value = |row: usize| quantity(About { backlog, row, column, key: "value" }, findings);
        (column, (0..backlog.len()).map(value).collect())
    });
    findings.locate(source);
    read
}

/// Whether a file has a column that a name means.
pub fn has_column(backlog: &Backlog<'_>, request: &Request<'_>, name: &str) -> bool {
    !value_columns(backlog, request, name).is_empty()
}

/// A finding for a value that no column and no factor of the model is called by.
pub fn unknown_value(source: &Source<'_>, backlog: &Backlog<'_>, name: &str, findings: &mut Findings) {
    let finding = Finding::new(Rule::MissingColumn).at(columns::start(backlog)).of_criterion(name);
    let finding = finding.with("criterion", prose::name(name)).with("key", name);
    findings.push(finding.with("headers", columns::headers(backlog)).advise("help-value"));
    findings.locate(source);
}

/// The columns that a name means: called so to the letter, else as headers are compared, else by the criterion's other
/// names.
fn value_columns(backlog: &Backlog<'_>, request: &Request<'_>, name: &str) -> Vec<usize> {
    let headings: Vec<_> = (0..backlog.table.header.len()).map(|column| backlog.table.heading(column)).collect();
    let of = |test: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..headings.len()).filter(|&column| test(&headings[column])).collect()
    };
    let exact = of(&|heading| heading.trim() == name.trim());
    if !exact.is_empty() {
        return exact;
    }
    let folded = of(&|heading| super::fold(heading) == super::fold(name));
    if !folded.is_empty() {
        return folded;
    }
    // `votes#2` is the second one called `votes`.
    if let Some((heading, number)) = name.rsplit_once('#')
        && let Some(number) = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1))
    {
        return of(&|other| other.trim() == heading.trim()).get(number).copied().into_iter().collect();
    }
    let names = Names::new(request.model, request.columns);
    names.node(name).map(|node| of(&|heading| names.node(heading) == Some(node))).unwrap_or_default()
}
