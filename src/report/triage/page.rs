//! A triage for people: the four fields one after the other, each with what to do, and the thresholds below.

use super::{TriageReport, field_label, node_label, thresholds};
use crate::analysis::{Axis, Field, Placed, RankedGroups, Unplaced};
use crate::model::NodeId;
use crate::prose;
use crate::report::order::named;
use crate::report::view;
use crate::report::{Block, Cell, Column, Shape, Table};
use crate::say;
use crate::scoring::Reason;

/// The most places that a computed value is shown with.
const PLACES: u32 = 2;

impl<'a> TriageReport<'a> {
    /// What people read.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let mut page = Vec::new();
        if let Some(groups) = self.viewed.groups {
            page.push(Block::Table(self.groups_table(groups)));
        }
        for field in Field::all() {
            page.push(Block::Heading(self.heading(field)));
            let items = self.in_groups(self.triage.in_field(field).collect());
            page.push(match items.as_slice() {
                [] => Block::Lines(vec![self.lang.text("triage-empty")]),
                items => Block::Table(self.table(items)),
            });
        }
        let mut lines = self.viewed.kept_lines(self.lang);
        lines.extend(self.viewed.most_line(self.ranking, self.lang));
        lines.push(thresholds(self.scorer.model, self.axes, self.lang));
        lines.extend(self.both().into_iter().enumerate().filter_map(|(n, axis)| self.one_sided_line(n, axis)));
        lines.extend(self.near_line());
        lines.extend(self.unplaced_line());
        lines.push(self.next_line());
        page.push(Block::Lines(lines));
        page
    }

    /// A field's name and what to do; a name of somebody's own says that itself.
    fn heading(self, field: Field) -> String {
        let label = field_label(self.wording, field, self.lang);
        let own = self.wording.label(field).and_then(|labels| labels.get(self.lang));
        let count = self.triage.in_field(field).count();
        let which = if own.is_some() { "own" } else { field.key() };
        say!(self.lang, "triage-heading", label = prose::visible(&label), which = which, count = count)
    }

    /// A row a group: what its ranks are, and how many of its items are in each field.
    fn groups_table(self, groups: &'a RankedGroups<'a>) -> Table<'a> {
        let mut table = view::groups_table(groups, self.ranking, self.lang);
        let labels = Field::all().map(|field| prose::visible(&field_label(self.wording, field, self.lang)));
        table.columns.extend(labels.map(|label| Column::new(label.clone(), label, Shape::Number)));
        let count = |number: usize, field| {
            let is_in = |item: &&Placed| groups.of(item.row).is_some_and(|(own, _)| own == number);
            Cell::Text(self.triage.in_field(field).filter(is_in).count().to_string().into())
        };
        let rows = table.rows().enumerate().map(|(number, mut cells)| {
            cells.extend(Field::all().map(|field| count(number, field)));
            cells
        });
        let rows = rows.collect();
        Table::of(table.columns, rows)
    }

    fn table(self, items: &[&'a Placed]) -> Table<'a> {
        let (lang, backlog) = (self.lang, self.scorer.backlog);
        let mut columns = Vec::new();
        if let Some(groups) = self.viewed.groups {
            columns.extend([
                Column::new("group", prose::visible(groups.heading.trim()), Shape::Text),
                Column::new("group_rank", lang.text("view-column-rank"), Shape::Number),
                Column::new("rank", lang.text("column-rank"), Shape::Number),
            ]);
        }
        columns.push(Column::new("id", lang.text("column-id"), Shape::Text));
        let has_titles = backlog.title.is_some();
        if has_titles {
            columns.push(Column::new("title", lang.text("column-title"), Shape::Flexible));
        }
        let both = self.both();
        columns.extend(
            ["value", "ease"]
                .into_iter()
                .zip(both)
                .map(|(key, axis)| Column::new(key, node_label(self.scorer.model, axis.node, lang), Shape::Number)),
        );
        let has_near = items.iter().any(|item| item.near.contains(&true));
        if has_near {
            columns.push(Column::new("near", lang.text("triage-column-near"), Shape::Text));
        }
        let rows = items.iter().map(|item| {
            let mut cells = self.group_cells(item.row);
            cells.push(Cell::Text(backlog.id(item.row)));
            if has_titles {
                cells.push(Cell::Text(backlog.title(item.row)));
            }
            cells.extend(both.into_iter().zip(&item.values).map(|(axis, value)| {
                let is_range = backlog.reading(axis.node).is_some_and(|r| r.ratings.range(item.row).is_some());
                if is_range { Cell::Uncertain(value.clone()) } else { Cell::Text(value.shortened(PLACES).into()) }
            }));
            if has_near {
                cells.push(self.near_cell(item));
            }
            cells
        });
        Table::of(columns, rows.collect())
    }

    /// An item's group, its rank there and its rank among all, where there are groups.
    fn group_cells(self, row: usize) -> Vec<Cell<'a>> {
        let Some(groups) = self.viewed.groups else { return Vec::new() };
        let own = groups.of(row).and_then(|(_, rank)| rank);
        vec![
            Cell::Text(view::group_name(groups.name_of(row), self.lang).into()),
            own.map_or(Cell::Blank, |rank| Cell::Rank(rank, groups.is_tied(row))),
            self.rank(row).map_or(Cell::Blank, |(rank, tied)| Cell::Rank(rank, tied)),
        ]
    }

    /// The criterion near whose threshold an item stands.
    fn near_cell(self, item: &Placed) -> Cell<'a> {
        let label = |axis: &Axis| Cell::Text(node_label(self.scorer.model, axis.node, self.lang));
        match item.near {
            [true, true] => Cell::Text(self.lang.text("triage-near-both").into()),
            [true, false] => label(&self.axes.value),
            [false, true] => label(&self.axes.ease),
            [false, false] => Cell::Blank,
        }
    }

    /// A threshold that tells no items apart is hardly the one that was meant.
    fn one_sided_line(self, n: usize, axis: &Axis) -> Option<String> {
        let placed = &self.triage.placed;
        let is_good = |item: &Placed| axis.is_good(self.scorer.model, &item.values[n]);
        let good = placed.iter().filter(|item| is_good(item)).count();
        if placed.len() < 2 || (good > 0 && good < placed.len()) {
            return None;
        }
        let values = || placed.iter().map(|item| &item.values[n]);
        let (low, high) = (values().min()?, values().max()?);
        Some(say!(
            self.lang,
            "triage-one-sided",
            name = node_label(self.scorer.model, axis.node, self.lang),
            low = low.shortened(PLACES),
            high = high.shortened(PLACES),
            key = ["value_at", "ease_at"][n]
        ))
    }

    fn near_line(self) -> Option<String> {
        let near = self.triage.placed.iter().filter(|item| item.near.contains(&true));
        let ids: Vec<String> = near.map(|item| prose::visible(&self.scorer.backlog.id(item.row))).collect();
        let count = ids.len();
        let both = self.both();
        let same = if both[0].near == both[1].near { "yes" } else { "no" };
        let of = |axis: &Axis| {
            let name = node_label(self.scorer.model, axis.node, self.lang);
            say!(self.lang, "triage-near-of", near = axis.near.to_string(), name = name)
        };
        let near = both[0].near.to_string();
        let own = prose::list(self.lang, both.map(of));
        let ids = named(ids.into_iter(), self.lang);
        (count > 0)
            .then(|| say!(self.lang, "triage-near", count = count, ids = ids, near = near, both = own, same = same))
    }

    /// The criteria that an item lacks, each once.
    pub(super) fn missing(self, item: &Unplaced) -> Vec<NodeId> {
        let mut missing: Vec<NodeId> = Vec::new();
        for reason in &item.reasons {
            if let Reason::Missing(nodes) = reason {
                missing.extend(nodes);
            }
        }
        missing.sort_unstable();
        missing.dedup();
        missing
    }

    fn unplaced_line(self) -> Option<String> {
        let unplaced = &self.triage.unplaced;
        let items = unplaced.iter().map(|item| {
            let id = prose::visible(&self.scorer.backlog.id(item.row));
            let missing = self.missing(item);
            if missing.is_empty() {
                return say!(self.lang, "triage-no-value", id = id);
            }
            let labels = missing.into_iter().map(|node| self.scorer.model.nodes[node].label(self.lang));
            say!(self.lang, "triage-missing", id = id, missing = prose::list(self.lang, labels))
        });
        let items: Vec<String> = items.collect();
        (!items.is_empty()).then(|| say!(self.lang, "triage-unplaced", items = named(items.into_iter(), self.lang)))
    }

    fn next_line(self) -> String {
        let count = |field| self.triage.in_field(field).count();
        say!(self.lang, "triage-next", start = count(Field::StartNow), work = count(Field::WorkOut))
    }
}
