//! The sheets of several raters become one panel: items are matched by id, raters told apart by file or column.
//!
//! Sheets that don't go together are findings with file and line; what can still be used is used. A row that could be
//! either of two counts as neither.

mod differences;
mod seats;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use crate::backlog::{Backlog, Headings, Panel, PanelItem};
use crate::finding::{Finding, Findings, Levels, Rule, Severity, Source};
use crate::input::headers::{NamedColumns, Names};
use crate::input::names::fold;
use crate::model::{Model, NodeId, ROOT, Weights};
use crate::prose;
use crate::table::Cell;

/// What findings weigh in a sheet: blanks and missing columns are what sheets are made of, and an item that stands
/// twice in it is told by a rule of its own.
pub fn sheet_levels() -> Levels {
    let mut levels = Levels::usual();
    for rule in [Rule::DuplicateId, Rule::MissingRating, Rule::NoIdColumn, Rule::TieBreakWithoutColumn] {
        levels.set(rule, None);
    }
    levels.set(Rule::MisspeltColumn, Some(Severity::Warning));
    levels
}

/// One file of ratings.
#[derive(Debug)]
pub struct Sheet<'s, 't> {
    /// The text.
    pub source: &'s Source<'t>,
    /// What was read from it.
    pub backlog: Backlog<'t>,
}

/// The finding that a file has no column for ids, where there is nothing to match its items by without them.
pub fn missing_id(backlog: &Backlog<'_>) -> Option<Finding> {
    /// So many headers are named.
    const LISTED: usize = 12;
    if backlog.id.is_some() {
        return None;
    }
    let headings = (0..backlog.table.header.len()).map(|column| backlog.table.heading(column));
    let headings: Vec<String> = headings.take(LISTED).map(|heading| prose::name(&heading)).collect();
    let finding = Finding::new(Rule::MissingColumn).at(0).of_criterion("id").with("criterion", "`id`");
    Some(finding.with("key", "id").with("headers", headings))
}

/// The columns that are carried along: neither id nor title, nor anything that the model knows, nor what a ranking
/// leaves in a file.
pub fn context_columns(backlog: &Backlog<'_>, model: &Model, columns: &NamedColumns) -> Vec<usize> {
    let names = Names::new(model, columns);
    let table = &backlog.table;
    (0..table.header.len()).filter(|&column| names.leave_alone(&table.heading(column))).collect()
}

/// The criteria that count and that nobody rates, neither as one nor by their parts.
pub fn unrated(model: &Model, weights: &Weights, rated: &[NodeId]) -> Vec<NodeId> {
    fn gaps(model: &Model, weights: &Weights, rated: &[NodeId], node: NodeId) -> Vec<NodeId> {
        let parts: Vec<NodeId> =
            model.nodes[node].children.iter().copied().filter(|&part| weights.counts(part)).collect();
        if rated.contains(&node) {
            return Vec::new();
        }
        let missing: Vec<NodeId> = parts.iter().flat_map(|&part| gaps(model, weights, rated, part)).collect();
        // A factor of which there is nothing is one gap, and not as many as it has parts.
        let has_none = parts.iter().all(|part| missing.contains(part));
        if node != ROOT && has_none { vec![node] } else { missing }
    }
    gaps(model, weights, rated, ROOT)
}

/// Lays the sheets over one another.
pub fn lay_over<'t>(
    sheets: &[Sheet<'_, 't>],
    model: &Model,
    columns: &NamedColumns,
    findings: &mut Findings,
) -> Panel<'t> {
    let mut layer =
        Layer { sheets, model, findings, raters: Vec::new(), items: Vec::new(), rated: Vec::new(), seats: Vec::new() };
    layer.compare_criteria();
    for number in 0..sheets.len() {
        layer.seat(number);
    }
    layer.compare_titles();
    layer.compare_items();
    layer.filled(columns)
}

/// A rater at the table: where the ratings stand.
#[derive(Debug)]
struct Seat {
    folded: String,
    sheet: usize,
    /// The row of each item; none where the item stands in two.
    rows: HashMap<usize, Option<usize>>,
    /// The rater's first row, for what is said of the rater as a whole.
    first: Option<usize>,
}

struct Layer<'a, 's, 't> {
    sheets: &'a [Sheet<'s, 't>],
    model: &'a Model,
    findings: &'a mut Findings,
    raters: Vec<String>,
    items: Vec<PanelItem<'t>>,
    rated: Vec<NodeId>,
    seats: Vec<Seat>,
}

impl<'t> Layer<'_, '_, 't> {
    fn report(&mut self, sheet: usize, finding: Finding) {
        self.findings.push(finding);
        self.findings.locate(self.sheets[sheet].source);
    }

    /// Where an item stands in a sheet, for a sentence: `sales.csv:7`.
    fn place(&self, sheet: usize, row: usize) -> String {
        let Sheet { source, backlog } = &self.sheets[sheet];
        let at = backlog.table.rows.get(row).map_or(0, |&start| start as usize);
        prose::name(&format!("{}:{}", source.name, source.position(at).line))
    }

    /// Puts the ratings, the reasons and what is carried along into their places.
    fn filled(self, columns: &NamedColumns) -> Panel<'t> {
        let headings = self.headings();
        let Self { sheets, model, raters, items, rated, seats, .. } = self;
        let mut panel = Panel::new(raters, items, rated, headings);
        let places: HashMap<NodeId, usize> =
            panel.criteria.iter().enumerate().map(|(place, &node)| (node, place)).collect();
        let mut context: HashMap<String, usize> = HashMap::new();
        for (number, seat) in seats.iter().enumerate() {
            let backlog = &sheets[seat.sheet].backlog;
            let table = &backlog.table;
            let carried: Vec<(usize, usize)> = context_columns(backlog, model, columns)
                .into_iter()
                .map(|column| {
                    let heading = table.heading(column);
                    let next = context.len();
                    let place = *context.entry(fold(&heading)).or_insert(next);
                    if place == panel.headings.context.len() {
                        panel.headings.context.push(heading.into_owned());
                    }
                    (place, column)
                })
                .collect();
            for (&item, &row) in &seat.rows {
                let Some(row) = row else { continue };
                let cells: Vec<Cell> = table.cells(row).collect();
                let text = |column: usize| cells[column].text(table.text);
                for reading in &backlog.readings {
                    let reason = backlog.reasons.iter().find(|(node, _)| *node == reading.node);
                    let reason = reason.map_or(Cow::Borrowed(""), |&(_, column)| text(column));
                    panel.set(item, places[&reading.node], number, reading.ratings.rating(row), &reason);
                }
                let cells = &mut panel.items[item].context;
                for &(place, column) in &carried {
                    if cells.len() <= place {
                        cells.resize(place + 1, Cow::Borrowed(""));
                    }
                    if cells[place].trim().is_empty() {
                        cells[place] = text(column);
                    }
                }
            }
        }
        let width = panel.headings.context.len();
        panel.items.iter_mut().for_each(|item| item.context.resize(width, Cow::Borrowed("")));
        panel
    }

    /// The names of the columns, as the first sheet that has each of them gives it.
    fn headings(&self) -> Headings {
        let backlogs = || self.sheets.iter().map(|sheet| &sheet.backlog);
        let heading = |(backlog, column): (&Backlog<'_>, usize)| backlog.table.heading(column).trim().to_owned();
        let criterion = |&node: &NodeId| {
            let read = backlogs().find_map(|backlog| Some((backlog, backlog.reading(node)?.column)));
            read.map(heading).unwrap_or_else(|| self.model.nodes[node].key.clone())
        };
        let reason = |&node: &NodeId| {
            let column = |backlog: &Backlog<'_>| backlog.reasons.iter().find(|(own, _)| *own == node).map(|own| own.1);
            backlogs().find_map(|backlog| Some((backlog, column(backlog)?))).map(heading)
        };
        Headings {
            id: backlogs().find_map(|backlog| Some((backlog, backlog.id?))).map(heading).unwrap_or_default(),
            title: backlogs().find_map(|backlog| Some((backlog, backlog.title?))).map(heading),
            context: Vec::new(),
            criteria: self.rated.iter().map(criterion).collect(),
            reasons: self.rated.iter().map(reason).collect(),
        }
    }
}

/// What makes two ids the same: NFC, without the space around them.
pub(in crate::input) fn same(id: &str) -> String {
    id.trim().nfc().collect()
}

/// What a file is called without its folder and ending: the rater's name, where no column says it.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim()
}

/// The raters of a panel that a name means, as people vary it.
pub fn rater_called(panel: &Panel<'_>, names: impl IntoIterator<Item = impl AsRef<str>>) -> Option<usize> {
    let wanted: HashSet<String> = names.into_iter().map(|name| fold(name.as_ref())).collect();
    panel.raters.iter().position(|rater| wanted.contains(&fold(rater)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rater_is_called_like_the_file() {
        assert_eq!(stem("sheets/customer-success.csv"), "customer-success");
        assert_eq!(stem("C:\\評価\\営業.v2.csv"), "営業.v2");
        assert_eq!(stem("-"), "-");
    }
}
