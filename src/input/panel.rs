//! The sheets of several raters become one panel: items are matched by id, raters told apart by file or column.
//!
//! Sheets that don't go together are findings with file and line; what can still be used is used. A row that could be
//! either of two counts as neither.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use super::headers::{NamedColumns, Names};
use super::names::fold;
use crate::backlog::{Backlog, Headings, Panel, PanelItem};
use crate::finding::{Finding, Findings, Levels, Rule, Severity, Source};
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

    /// Finds the raters of a sheet and the rows of each.
    fn seat(&mut self, number: usize) {
        let Sheet { source, backlog } = &self.sheets[number];
        let (table, Some(id)) = (&backlog.table, backlog.id) else { return };
        let known: HashMap<String, usize> =
            self.seats.iter().enumerate().map(|(seat, rater)| (rater.folded.clone(), seat)).collect();
        let mut own: HashMap<String, usize> = HashMap::new();
        let mut places: HashMap<String, usize> =
            self.items.iter().enumerate().map(|(item, known)| (same(&known.id), item)).collect();
        if backlog.rater.is_none() {
            let name = stem(&source.name).to_owned();
            self.sit(number, &name, 0..0, &known, &mut own);
        }
        for row in 0..table.rows.len() {
            let cells: Vec<Cell> = table.cells(row).collect();
            let text = |column: usize| cells[column].text(table.text);
            let own_id = text(id).trim().to_owned();
            let seat = match backlog.rater {
                None => self.seats.len() - 1,
                Some(column) => {
                    let name = text(column).trim().to_owned();
                    if name.is_empty() {
                        let finding = Finding::new(Rule::BlankRater).over(cells[column].range());
                        let finding = finding.under(table.header[column].range()).of_item(own_id.as_str());
                        self.report(number, finding.with("id", prose::name(&own_id)));
                        continue;
                    }
                    match own.get(&fold(&name)) {
                        Some(&seat) => seat,
                        None => self.sit(number, &name, cells[column].range(), &known, &mut own),
                    }
                }
            };
            let item = *places.entry(same(&own_id)).or_insert_with(|| {
                self.items.push(PanelItem { id: own_id.clone().into(), ..PanelItem::default() });
                self.items.len() - 1
            });
            self.seats[seat].first.get_or_insert(row);
            match self.seats[seat].rows.insert(item, Some(row)) {
                None => {}
                Some(first) => {
                    self.seats[seat].rows.insert(item, None);
                    let finding = Finding::new(Rule::ItemTwice).over(cells[id].range()).of_item(own_id.as_str());
                    let place = first.map_or_else(|| prose::name(&source.name), |first| self.place(number, first));
                    let finding = finding.with("id", prose::name(&own_id)).with("first", place);
                    self.report(number, finding.with("rater", prose::name(&self.raters[seat].clone())));
                }
            }
        }
    }

    /// Gives a rater a seat; an error where another sheet has the same one.
    fn sit(
        &mut self,
        sheet: usize,
        name: &str,
        at: std::ops::Range<usize>,
        known: &HashMap<String, usize>,
        own: &mut HashMap<String, usize>,
    ) -> usize {
        let folded = fold(name);
        if let Some(&other) = known.get(&folded) {
            let other = prose::name(&self.sheets[self.seats[other].sheet].source.name);
            let finding = Finding::new(Rule::DuplicateRater).over(at).with("rater", prose::name(name));
            self.report(sheet, finding.with("other", other));
        }
        self.raters.push(name.to_owned());
        self.seats.push(Seat { folded: folded.clone(), sheet, rows: HashMap::new(), first: None });
        own.insert(folded, self.seats.len() - 1);
        self.seats.len() - 1
    }

    /// Gives each item its first title, and warns where another sheet calls it something else.
    fn compare_titles(&mut self) {
        let mut first: Vec<Option<(usize, usize)>> = vec![None; self.items.len()];
        for seat in 0..self.seats.len() {
            let sheet = self.seats[seat].sheet;
            let backlog = &self.sheets[sheet].backlog;
            let Some(column) = backlog.title else { continue };
            let mut rows: Vec<(usize, usize)> =
                self.seats[seat].rows.iter().filter_map(|(&item, &row)| Some((row?, item))).collect();
            rows.sort_unstable();
            for (row, item) in rows {
                let title = backlog.table.cell_text(row, column);
                if title.trim().is_empty() {
                    continue;
                }
                let Some((other, other_row)) = first[item] else {
                    first[item] = Some((sheet, row));
                    self.items[item].title = title;
                    continue;
                };
                if self.items[item].title == title || fold(&self.items[item].title) == fold(&title) {
                    continue;
                }
                let known = &self.items[item];
                let finding = Finding::new(Rule::DifferentTitle).of_item(known.id.as_ref());
                let finding = finding.with("id", prose::name(&known.id)).with("title", prose::name(&title));
                let finding = finding.with("other", prose::name(&known.title));
                let finding = finding.with("place", self.place(other, other_row));
                let cell = backlog.table.cell(row, column).map_or(0..0, |cell| cell.range());
                self.report(sheet, finding.over(cell).under(backlog.table.header[column].range()));
            }
        }
    }

    /// Warns of items that some raters have and others don't.
    fn compare_items(&mut self) {
        let all = self.seats.len();
        if all < 2 {
            return;
        }
        for item in 0..self.items.len() {
            let id = self.items[item].id.to_string();
            let with: Vec<(usize, usize)> = (0..all)
                .filter_map(|seat| Some((seat, (*self.seats[seat].rows.get(&item)?).unwrap_or_default())))
                .collect();
            let Some(&(first, row)) = with.first().filter(|_| with.len() < all) else { continue };
            let sheet = self.seats[first].sheet;
            let about = |rule: Rule| Finding::new(rule).of_item(id.as_str()).with("id", prose::name(&id));
            if with.len() == 1 {
                let backlog = &self.sheets[sheet].backlog;
                let cell = backlog.id.and_then(|id| backlog.table.cell(row, id)).map_or(0..0, |cell| cell.range());
                let rater = prose::name(&self.raters[first]);
                self.report(sheet, about(Rule::ExtraItem).over(cell).with("rater", rater));
                continue;
            }
            let place = self.place(sheet, row);
            for seat in (0..all).filter(|seat| !with.iter().any(|(other, _)| other == seat)) {
                let Seat { sheet, first, .. } = self.seats[seat];
                let table = &self.sheets[sheet].backlog.table;
                let header = table.header.first().map_or(0, Cell::offset);
                let at = first.and_then(|row| table.rows.get(row)).map_or(header, |&start| start as usize);
                // A sheet of one rater lacks the row as a whole; a shared one lacks it among that rater's rows.
                let at = if self.sheets[sheet].backlog.rater.is_some() { at } else { header };
                let rater = prose::name(&self.raters[seat]);
                self.report(sheet, about(Rule::MissingItem).at(at).with("rater", rater).with("place", place.clone()));
            }
        }
    }

    /// Settles what is rated; warns of criteria that most sheets have and one doesn't, and refuses a factor that one
    /// sheet rates as a whole and another by its parts.
    fn compare_criteria(&mut self) {
        let nodes = |sheet: &Sheet<'_, '_>| sheet.backlog.readings.iter().map(|reading| reading.node).collect();
        let by_sheet: Vec<Vec<NodeId>> = self.sheets.iter().map(nodes).collect();
        let mut rated: Vec<NodeId> = by_sheet.iter().flatten().copied().collect();
        rated.sort_unstable();
        rated.dedup();
        for (sheet, nodes) in by_sheet.iter().enumerate() {
            let table = &self.sheets[sheet].backlog.table;
            let header = table.header.first().map_or(0, Cell::offset);
            for &node in rated.iter().filter(|node| !nodes.contains(node)) {
                let with = by_sheet.iter().filter(|nodes| nodes.contains(&node)).count();
                let key = self.model.nodes[node].key.as_str();
                if with * 2 > by_sheet.len() {
                    let finding = Finding::new(Rule::MissingCriterion).at(header).of_criterion(key);
                    let finding = finding.with("criterion", &self.model.nodes[node]);
                    self.report(sheet, finding.with("with", with).with("sheets", by_sheet.len()));
                }
            }
            for reading in &self.sheets[sheet].backlog.readings {
                let above =
                    std::iter::successors(self.model.nodes[reading.node].parent, |&node| self.model.nodes[node].parent);
                let Some(factor) = above.into_iter().find(|factor| rated.contains(factor)) else { continue };
                let other = by_sheet.iter().position(|nodes| nodes.contains(&factor)).unwrap_or_default();
                let finding = Finding::new(Rule::MixedCriteria)
                    .over(table.header[reading.column].range())
                    .of_criterion(self.model.nodes[reading.node].key.as_str())
                    .with("part", &self.model.nodes[reading.node])
                    .with("factor", &self.model.nodes[factor])
                    .with("other", prose::name(&self.sheets[other].source.name));
                self.report(sheet, finding);
            }
        }
        self.rated = rated;
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
pub(super) fn same(id: &str) -> String {
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
