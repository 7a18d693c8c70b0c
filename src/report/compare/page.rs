//! A comparison for people: one line that says it all, the items that moved, and what else there is to know.

use super::{CompareReport, ComparedSide};
use crate::analysis::Movement;
use crate::prose;
use crate::report::order::{named, order_line};
use crate::report::{Block, Cell, Column, Shape, Table, criteria};
use crate::say;
use crate::scoring::Ranking;

impl<'a> CompareReport<'a> {
    /// What people read. The first line stands for itself, as in a comment under a pull request.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let moved: Vec<&'a Movement> =
            self.comparison.both.iter().filter(|item| item.moved.unwrap_or(0) != 0).collect();
        let mut page = vec![Block::Lines(vec![self.headline(moved.len())])];
        if !moved.is_empty() {
            page.push(Block::Table(self.table(moved.clone())));
        }
        let mut lines = self.tops();
        lines.extend(self.ranks_gained_and_lost());
        lines.extend(self.unsplit());
        lines.push(order_line(&self.comparison.pairs, self.lang));
        page.push(Block::Lines(lines));
        let mut lines = self.weights();
        if !moved.is_empty() {
            lines.push(self.lang.text("compare-steps"));
        }
        lines.push(self.lang.text("tau-line"));
        page.push(Block::Lines(lines));
        page
    }

    /// How many items moved, who crosses the cutoff, and who came or went.
    fn headline(self, moved: usize) -> String {
        let comparison = self.comparison;
        let is_same = moved == 0
            && [&comparison.entered, &comparison.left, &comparison.added, &comparison.removed]
                .into_iter()
                .all(Vec::is_empty);
        if is_same && self.changed_standing().is_empty() {
            return self.lang.text("compare-same");
        }
        say!(
            self.lang,
            "compare-headline",
            moved = moved,
            top = self.top,
            entered = self.ids(self.new, &comparison.entered),
            came = comparison.entered.len(),
            left = self.ids(self.old, &comparison.left),
            went = comparison.left.len(),
            added = self.ids(self.new, &comparison.added),
            more = comparison.added.len(),
            removed = self.ids(self.old, &comparison.removed),
            fewer = comparison.removed.len()
        )
    }

    /// The items that moved, in the new order, each with what it moved by and what that comes from.
    fn table(self, moved: Vec<&'a Movement>) -> Table<'a> {
        let (old, new, lang) = (self.old, self.new, self.lang);
        let titled = new.scorer.backlog.title.is_some();
        let column = |key: &str, heading: &str, shape| Column::new(key, lang.text(heading), shape);
        let mut columns = vec![
            column("new_rank", "column-rank", Shape::Number),
            column("old_rank", "compare-column-before", Shape::Number),
            column("id", "column-id", Shape::Text),
            column("title", "column-title", Shape::Flexible),
            column("moved", "compare-column-moved", Shape::Number),
            column("from_weights", "compare-column-weights", Shape::Number),
            column("from_own", "compare-column-own", Shape::Number),
            column("from_others", "compare-column-others", Shape::Number),
        ];
        columns.retain(|column| titled || column.key != "title");
        let rank = |ranking: &Ranking, place: Option<usize>| match place {
            Some(place) => Cell::Rank(ranking.standings[place].rank, ranking.is_tied(place)),
            None => Cell::Blank,
        };
        let step = |by: Option<i64>| by.map_or(Cell::Blank, |by| Cell::Move(None, by));
        let len = moved.len();
        let row = move |number: usize| {
            let item = moved[number];
            let mut cells = vec![
                rank(new.ranking, item.new_place),
                rank(old.ranking, item.old_place),
                Cell::Text(new.scorer.backlog.id(item.new_row)),
            ];
            if titled {
                cells.push(Cell::Text(new.scorer.backlog.title(item.new_row)));
            }
            cells.extend([
                step(item.moved),
                step(item.split.map(|split| split.weights)),
                step(item.split.map(|split| split.own)),
                step(item.split.map(|split| split.others)),
            ]);
            cells
        };
        Table::new(columns, len, row)
    }

    /// Who stands within the cutoff, before and now, where that differs.
    fn tops(self) -> Vec<String> {
        let within = |side: ComparedSide<'a>| -> Vec<String> {
            let standings = &side.ranking.standings[..side.ranking.within(self.top)];
            standings.iter().map(|standing| prose::visible(&side.scorer.backlog.id(standing.row as usize))).collect()
        };
        let (old, new) = (within(self.old), within(self.new));
        if old == new {
            return Vec::new();
        }
        let list = |ids: Vec<String>| named(ids.into_iter(), self.lang);
        vec![
            say!(self.lang, "compare-top-before", top = self.top, ids = list(old)),
            say!(self.lang, "compare-top-now", top = self.top, ids = list(new)),
        ]
    }

    /// The items that have a rank on one side only, though both files have them.
    fn changed_standing(self) -> Vec<&'a Movement> {
        self.comparison.both.iter().filter(|item| item.old_place.is_some() != item.new_place.is_some()).collect()
    }

    fn ranks_gained_and_lost(self) -> Vec<String> {
        let changed = self.changed_standing();
        let (gained, lost): (Vec<&Movement>, Vec<&Movement>) =
            changed.into_iter().partition(|item| item.new_place.is_some());
        let mut lines = Vec::new();
        if !gained.is_empty() {
            lines.push(say!(self.lang, "compare-gained", items = self.items(&gained)));
        }
        if !lost.is_empty() {
            lines.push(say!(self.lang, "compare-lost", items = self.items(&lost)));
        }
        lines
    }

    /// The items whose movement can't be taken apart.
    fn unsplit(self) -> Option<String> {
        let unsplit = self.comparison.both.iter().filter(|item| item.moved.is_some() && item.split.is_none());
        let unsplit: Vec<&Movement> = unsplit.collect();
        (!unsplit.is_empty()).then(|| say!(self.lang, "compare-unsplit", items = self.items(&unsplit)))
    }

    /// What both sides were weighed with: one line where it is the same.
    fn weights(self) -> Vec<String> {
        let line = |side: ComparedSide<'a>| {
            criteria::model_line(side.scorer.model, side.scorer.plan, side.weights, side.origin, self.lang)
        };
        let (old, new) = (line(self.old), line(self.new));
        let tie_break = |side: ComparedSide<'a>| criteria::tie_break_line(side.scorer, self.lang);
        let lines = |weights: String, tie_break: Option<String>| std::iter::once(weights).chain(tie_break);
        let (old_ties, new_ties) = (tie_break(self.old), tie_break(self.new));
        if old == new && old_ties == new_ties {
            return lines(new, new_ties).collect();
        }
        let before = lines(old, old_ties).map(|line| say!(self.lang, "compare-before", line = line));
        let now = lines(new, new_ties).map(|line| say!(self.lang, "compare-now", line = line));
        before.chain(now).collect()
    }

    fn items(self, items: &[&Movement]) -> String {
        let rows: Vec<usize> = items.iter().map(|item| item.new_row).collect();
        self.ids(self.new, &rows)
    }

    fn ids(self, side: ComparedSide<'a>, rows: &[usize]) -> String {
        named(rows.iter().map(|&row| prose::visible(&side.scorer.backlog.id(row))), self.lang)
    }
}
