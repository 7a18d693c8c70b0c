//! Where sheets don't go together: titles, items and criteria that one of them has and another has not, or has otherwise.

use super::{Layer, Seat, Sheet};
use crate::finding::{Finding, Rule};
use crate::input::names::fold;
use crate::model::NodeId;
use crate::prose;
use crate::table::Cell;

impl Layer<'_, '_, '_> {
    /// Gives each item its first title, and warns where another sheet calls it something else.
    pub(super) fn compare_titles(&mut self) {
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
    pub(super) fn compare_items(&mut self) {
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

    /// Settles what is rated; warns of criteria that at least half of the sheets have and one doesn't, and refuses a
    /// factor that one sheet rates as a whole and another by its parts.
    pub(super) fn compare_criteria(&mut self) {
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
                if with * 2 >= by_sheet.len() {
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
}
