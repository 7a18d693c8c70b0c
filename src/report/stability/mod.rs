//! How sure the answer is: intervals of the weights, acceptability of the ranks, and both in words first.

mod page;
mod value;
mod words;

use num_traits::ToPrimitive;

use super::{Cell, Column, Origin, Report, Table};
use crate::analysis::{Acceptability, Drawing, Interval, ItemDraws};
use crate::finding::Findings;
use crate::lang::Lang;
use crate::model::Weights;
use crate::scoring::{Exact, Ranking, Scorer};

/// What a stability report is made of.
#[derive(Clone, Copy, Debug)]
pub struct StabilityReport<'a> {
    /// What scored the items.
    pub scorer: Scorer<'a>,
    /// Their ranks.
    pub ranking: &'a Ranking,
    /// The weights.
    pub weights: &'a Weights,
    /// Where they came from.
    pub origin: &'a Origin,
    /// How far each share can move.
    pub intervals: &'a [Interval],
    /// What the draws say; none where nothing can be drawn.
    pub acceptability: Option<&'a Acceptability>,
    /// What was drawn.
    pub drawing: Drawing,
    /// For each place of the ranking the place of an item that dominates it.
    pub dominators: &'a [Option<usize>],
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language.
    pub lang: Lang,
}

/// Lays out the answer.
pub fn stability_report<'a>(report: StabilityReport<'a>) -> Report<'a, impl serde::Serialize + use<'a>> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

impl<'a> StabilityReport<'a> {
    /// A row's id and title.
    fn item(self, row: u32) -> (std::borrow::Cow<'a, str>, std::borrow::Cow<'a, str>) {
        let backlog = self.scorer.backlog;
        (backlog.id(row as usize), backlog.title(row as usize))
    }

    /// The id of the item at a place of the ranking.
    fn id_at(self, place: usize) -> std::borrow::Cow<'a, str> {
        self.scorer.backlog.id(self.ranking.standings[place].row as usize)
    }

    /// The place of a row in the ranking; none for an item with blanks.
    fn place(self, row: u32) -> Option<usize> {
        self.ranking.place(row as usize)
    }

    fn dominator(self, row: u32) -> Option<std::borrow::Cow<'a, str>> {
        self.place(row).and_then(|place| self.dominators[place]).map(|place| self.id_at(place))
    }

    fn drawn(self) -> &'a [ItemDraws] {
        self.acceptability.map_or(&[], |acceptability| &acceptability.items)
    }

    /// A part of the draws.
    fn part(self, count: u64) -> f64 {
        count as f64 / self.drawing.draws as f64
    }

    /// One row an item, nothing rounded.
    fn sheet(self) -> Table<'a> {
        let keys = [
            "id",
            "title",
            "rank",
            "top_probability",
            "first_probability",
            "mean_rank",
            "best_rank",
            "worst_rank",
            "confidence_factor",
            "dominated_by",
        ];
        let items = self.drawn();
        let row = move |number: usize| {
            let item = &items[number];
            let (id, title) = self.item(item.row);
            let rank = self.place(item.row).map(|place| self.ranking.standings[place].rank);
            vec![
                Cell::Text(id),
                Cell::Text(title),
                rank.map_or(Cell::Blank, |rank| Cell::Rank(rank, false)),
                number_cell(self.part(item.in_top), 0),
                number_cell(self.part(item.ranks.first().copied().unwrap_or_default().into()), 0),
                number_cell(self.part(item.rank_sum), 0),
                Cell::Rank(item.best, false),
                Cell::Rank(item.worst, false),
                item.confidence_factor.map_or(Cell::Blank, |factor| number_cell(factor, 0)),
                self.dominator(item.row).map_or(Cell::Blank, Cell::Text),
            ]
        };
        Table::new(keys.map(Column::plain).to_vec(), items.len(), row)
    }
}

/// A double as a number with so many places for the eye.
fn number_cell<'a>(value: f64, places: u32) -> Cell<'a> {
    num_rational::BigRational::from_float(value).map_or(Cell::Blank, |ratio| Cell::Number(Exact::from(ratio), places))
}

/// A share in per cent.
fn percent(share: &num_rational::BigRational) -> f64 {
    share.to_f64().unwrap_or_default() * 100.0
}
