//! Four fields, laid out: which action is to be started, worked out, done if someone has time, or put off.

mod page;
mod value;

use std::borrow::Cow;

use serde::Serialize;

use super::carried::{Carried, Writer};
use super::{Cell, Column, Report, Table, Viewed};
use crate::analysis::{Axes, Axis, Field, Placed, Triage};
use crate::finding::Findings;
use crate::input::config::{Fields, SCORE};
use crate::lang::Lang;
use crate::model::{Model, NodeId, ROOT};
use crate::prose;
use crate::say;
use crate::scoring::{Ranking, Scorer};

/// Everything that the report of a triage is made of.
#[derive(Clone, Copy)]
pub struct TriageReport<'a> {
    /// The items and their model.
    pub scorer: Scorer<'a>,
    /// Their ranks, by which the items of a field stand.
    pub ranking: &'a Ranking,
    /// The two criteria and their thresholds.
    pub axes: &'a Axes,
    /// Which item is in which field.
    pub triage: &'a Triage,
    /// Which items are kept and why, and the groups that they are in.
    pub viewed: Viewed<'a>,
    /// What the fields are called, as far as the weights file says it.
    pub wording: &'a Fields,
    /// For each row of the file its place in the ranking, if it has one.
    pub places: &'a [Option<usize>],
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out a triage.
pub fn triage_report<'a>(report: TriageReport<'a>) -> Report<'a, impl Serialize + use<'a>> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

/// What a field is called: as the weights file says, else as usual.
pub(super) fn field_label(wording: &Fields, field: Field, lang: Lang) -> String {
    let own = wording.label(field).and_then(|labels| labels.get(lang));
    own.map_or_else(
        || {
            lang.text(match field {
                Field::StartNow => "triage-start-now",
                Field::WorkOut => "triage-work-out",
                Field::IfTime => "triage-if-time",
                Field::PutOff => "triage-put-off",
            })
        },
        str::to_owned,
    )
}

/// What a node is called for people; the root is the score.
pub(super) fn node_label(model: &Model, node: NodeId, lang: Lang) -> Cow<'_, str> {
    if node == ROOT { lang.text("column-score").into() } else { model.nodes[node].label(lang).into() }
}

/// Where the halves meet, as a sentence.
pub(super) fn thresholds(model: &Model, axes: &Axes, lang: Lang) -> String {
    let half = |axis: &Axis| {
        let good = if model.raises_score(axis.node) { "from" } else { "to" };
        let name = node_label(model, axis.node, lang);
        say!(lang, "triage-half", name = name, at = axis.at.to_string(), good = good)
    };
    let [value, ease] = [&axes.value, &axes.ease].map(half);
    say!(lang, "triage-thresholds", value = value, ease = ease, model = prose::visible(&model.key))
}

/// The key of a criterion of the fields.
fn axis_key<'a>(model: &'a Model, axis: &Axis) -> &'a str {
    if axis.node == ROOT { SCORE } else { &model.nodes[axis.node].key }
}

impl<'a> TriageReport<'a> {
    fn both(self) -> [&'a Axis; 2] {
        [&self.axes.value, &self.axes.ease]
    }

    /// The keys of the criteria near whose threshold an item stands.
    fn near(self, item: &Placed) -> Vec<&'a str> {
        let both = self.both().into_iter().zip(item.near);
        both.filter(|(_, near)| *near).map(|(axis, _)| axis_key(self.scorer.model, axis)).collect()
    }

    /// Whether the file has no column of an axis: then its value stands in the answer.
    fn is_computed(self, axis: &Axis) -> bool {
        self.scorer.backlog.reading(axis.node).is_none()
    }

    /// A row's rank among the kept items, and whether it is shared.
    fn rank(self, row: usize) -> Option<(u32, bool)> {
        let place = self.places.get(row).copied().flatten()?;
        Some((self.ranking.standings[place].rank, self.ranking.is_tied(place)))
    }

    /// Items of one field or of several with the groups of each field in their order, where there are groups.
    fn in_groups(self, mut items: Vec<&'a Placed>) -> Vec<&'a Placed> {
        if let Some(groups) = self.viewed.groups {
            let group = |row: usize| groups.of(row).map_or(usize::MAX, |(group, _)| group);
            items.sort_by_key(|item| (item.field, group(item.row)));
        }
        items
    }

    /// The field, its name, what is near, and computed values before the input's columns; items without a field last.
    fn sheet(self) -> Table<'a> {
        let (scorer, backlog) = (self.scorer, self.scorer.backlog);
        let both = self.both();
        let computed = both.map(|axis| self.is_computed(axis));
        let mut columns = ["action", "label", "near"].map(Column::plain).to_vec();
        let made = both.iter().zip(computed).filter(|(_, computed)| *computed);
        columns.extend(made.map(|(axis, _)| Column::plain(axis_key(scorer.model, axis))));
        columns.extend(self.viewed.groups.map(|_| Column::plain("rank")));
        columns.extend(self.viewed.sheet_columns());
        let order = self.in_groups(self.triage.placed.iter().collect());
        let keys = both.map(|axis| axis_key(scorer.model, axis));
        let also: Vec<&str> =
            keys.into_iter().zip(computed).filter(|(_, computed)| *computed).map(|(key, _)| key).collect();
        let carried = Carried::new(Writer::Triage, backlog, Some(scorer.model), &also);
        columns.extend(carried.columns());
        let Triage { placed, unplaced } = self.triage;
        let blanks = 3 + computed.iter().filter(|computed| **computed).count();
        let row = move |number: usize| {
            let (mut cells, row) = match order.get(number).copied() {
                Some(item) => {
                    let label = field_label(self.wording, item.field, self.lang);
                    let near = self.near(item).join(" ");
                    let mut cells = vec![
                        Cell::Text(item.field.key().into()),
                        Cell::Text(label.into()),
                        if near.is_empty() { Cell::Blank } else { Cell::Text(near.into()) },
                    ];
                    let values = item.values.iter().zip(computed).filter(|(_, computed)| *computed);
                    cells.extend(values.map(|(value, _)| Cell::Number(value.clone(), 0)));
                    (cells, item.row)
                }
                None => (vec![Cell::Blank; blanks], unplaced[number - placed.len()].row),
            };
            if self.viewed.groups.is_some() {
                cells.push(self.rank(row).map_or(Cell::Blank, |(rank, _)| Cell::Rank(rank, false)));
            }
            cells.extend(self.viewed.sheet_cells(row));
            carried.add(row, &mut cells);
            cells
        };
        Table::new(columns, placed.len() + unplaced.len(), row)
    }
}
