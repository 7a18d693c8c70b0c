//! Who sits at the table: the raters of each sheet, by the file's name or by a column, and which row is whose.

use std::collections::HashMap;
use std::ops::Range;

use super::{Layer, Seat, Sheet, same, stem};
use crate::backlog::PanelItem;
use crate::finding::{Finding, Rule};
use crate::input::names::fold;
use crate::prose;
use crate::table::Cell;

impl Layer<'_, '_, '_> {
    /// Finds the raters of a sheet and the rows of each.
    pub(super) fn seat(&mut self, number: usize) {
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
        at: Range<usize>,
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
}
