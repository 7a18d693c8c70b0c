//! Stability for people: words, how far each weight can move, and how often each item comes where.

use super::{StabilityReport, number_cell, percent};
use crate::analysis::{Interval, Reach};
use crate::prose;
use crate::report::{Block, Cell, Column, Shape, Table, criteria};
use crate::say;

/// How many items a line names before it counts the rest.
const NAMED: usize = 8;

impl<'a> StabilityReport<'a> {
    /// What people read.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let mut page = vec![Block::Lines(self.words())];
        if !self.intervals.is_empty() {
            page.push(Block::Table(self.weights_table()));
        }
        if !self.drawn().is_empty() {
            page.push(Block::Table(self.items_table()));
        }
        page.push(Block::Lines(self.lines()));
        page
    }

    /// For each criterion its share, and from where to where it can move.
    fn weights_table(self) -> Table<'a> {
        let heading = |name: &str| self.lang.text(name);
        let top = say!(self.lang, "column-top-holds", top = self.drawing.top);
        let columns = vec![
            Column::new("criterion", heading("column-criterion"), Shape::Text),
            Column::new("share", heading("column-share"), Shape::Number),
            Column::new("leader", heading("column-first-holds"), Shape::Text),
            Column::new("leader_span", "", Shape::Bar),
            Column::new("top", top, Shape::Text),
            Column::new("order", heading("column-order-holds"), Shape::Text),
        ];
        let row = |interval: &Interval| {
            let at = percent(&interval.share) / 100.0;
            let label = self.scorer.model.nodes[interval.criterion].label(self.lang);
            let nobody = || Cell::Text("–".into());
            let (low, high) = (percent(&interval.leader.low.share), percent(&interval.leader.high.share));
            vec![
                Cell::Text(label.to_owned().into()),
                Cell::Text(format!("{} %", shown(at * 100.0)).into()),
                Cell::Text(self.span(&interval.leader).into()),
                Cell::Span { low: low / 100.0, at, high: high / 100.0 },
                interval.top.as_ref().map_or_else(nobody, |reach| Cell::Text(self.span(reach).into())),
                Cell::Text(self.span(&interval.order).into()),
            ]
        };
        Table::of(columns, self.intervals.iter().map(row).collect())
    }

    /// From where to where a share can move, and who overtakes beyond: `0–32.4 (B-2)`.
    fn span(self, reach: &Reach) -> String {
        let rival = |end: &crate::analysis::End| {
            end.pair.map_or_else(String::new, |(_, rival)| format!(" ({})", prose::excerpt(&self.id_at(rival))))
        };
        let (low, high) = (&reach.low, &reach.high);
        format!("{}{} – {}{} %", shown(percent(&low.share)), rival(low), shown(percent(&high.share)), rival(high))
    }

    /// For each item how often it is in the top and first, its ranks, and where they lie.
    fn items_table(self) -> Table<'a> {
        let lang = self.lang;
        let heading = |name: &str| lang.text(name);
        let mut columns = vec![
            Column::new("rank", heading("column-rank"), Shape::Number),
            Column::new("id", heading("column-id"), Shape::Text),
        ];
        let has_titles = self.scorer.backlog.title.is_some();
        if has_titles {
            columns.push(Column::new("title", heading("column-title"), Shape::Flexible));
        }
        columns.extend([
            Column::new("top", say!(lang, "column-in-top", top = self.drawing.top), Shape::Number),
            Column::new("first", heading("column-first"), Shape::Number),
            Column::new("mean", heading("column-mean-rank"), Shape::Number),
            Column::new("ends", heading("column-rank-ends"), Shape::Text),
            Column::new("shades", heading("column-shades"), Shape::Bar),
        ]);
        let items = self.drawn();
        let row = move |number: usize| {
            let item = &items[number];
            let (id, title) = self.item(item.row);
            let place = self.place(item.row);
            let rank = place.map(|place| (self.ranking.standings[place].rank, self.ranking.is_tied(place)));
            let mut cells = vec![rank.map_or(Cell::Blank, |(rank, tied)| Cell::Rank(rank, tied)), Cell::Text(id)];
            if has_titles {
                cells.push(Cell::Text(title));
            }
            let first = item.ranks.first().copied().unwrap_or_default();
            let part = |count: u64| Cell::Text(format!("{} %", shown(self.part(count) * 100.0)).into());
            cells.extend([
                part(item.in_top),
                part(first.into()),
                number_cell(self.part(item.rank_sum), 1),
                Cell::Text(format!("{}–{}", item.best, item.worst).into()),
                Cell::Shades(item.ranks.iter().map(|&count| self.part(count.into())).collect()),
            ]);
            cells
        };
        Table::new(columns, items.len(), row)
    }

    /// What stands under the tables.
    fn lines(self) -> Vec<String> {
        let (lang, model) = (self.lang, self.scorer.model);
        let mut lines = vec![criteria::model_line(model, self.scorer.plan, self.weights, self.origin, lang)];
        lines.extend(criteria::tie_break_line(self.scorer, lang));
        if let Some(acceptability) = self.acceptability {
            let within = self.drawing.within.map(|within| shown(within * 100.0));
            lines.push(say!(
                lang,
                "stability-draws",
                kind = if within.is_some() { "within" } else { "any" },
                draws = self.drawing.draws.to_string(),
                within = within.unwrap_or_default(),
                seed = self.drawing.seed.to_string(),
                error = format!("{:.2}", acceptability.standard_error * 100.0)
            ));
        } else {
            lines.push(lang.text("stability-one-criterion"));
        }
        let dominated: Vec<String> = (0..self.dominators.len())
            .filter_map(|place| Some((place, self.dominators[place]?)))
            .map(|(place, by)| {
                say!(
                    lang,
                    "stability-dominated-item",
                    id = prose::excerpt(&self.id_at(place)),
                    by = prose::excerpt(&self.id_at(by))
                )
            })
            .collect();
        lines.extend(self.named("stability-dominated", &dominated));
        let left_out: Vec<String> = self.left_out().map(|row| prose::excerpt(&self.item(row).0)).collect();
        lines.extend(self.named("stability-left-out", &left_out));
        lines
    }

    /// A line that names some items and counts the rest; none where there are none.
    fn named(self, message: &str, items: &[String]) -> Option<String> {
        let list = prose::list(self.lang, items.iter().take(NAMED));
        let rest = items.len().saturating_sub(NAMED);
        (!items.is_empty()).then(|| say!(self.lang, message, items = list, rest = rest))
    }
}

/// A percentage with one place, and none where it is whole.
fn shown(percent: f64) -> String {
    let text = format!("{percent:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}
