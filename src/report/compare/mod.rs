//! The answer to "why did the ranking change", laid out: what moved, and what each movement comes from.

mod page;
mod value;

use serde::Serialize;

use super::criteria::Origin;
use super::{Cell, Column, Report, Table};
use crate::analysis::{Comparison, Movement};
use crate::decimal::Decimal;
use crate::finding::Findings;
use crate::lang::Lang;
use crate::model::Weights;
use crate::scoring::{Exact, Ranking, Scorer};

/// One of the two rankings.
#[derive(Clone, Copy)]
pub struct ComparedSide<'a> {
    /// The file's name as given.
    pub file: &'a str,
    /// The items and the model under the side's weights.
    pub scorer: Scorer<'a>,
    /// The ranks under them.
    pub ranking: &'a Ranking,
    /// The weights.
    pub weights: &'a Weights,
    /// Where they came from.
    pub origin: &'a Origin,
}

/// Everything that the report is made of.
#[derive(Clone, Copy)]
pub struct CompareReport<'a> {
    /// The ranking as it was.
    pub old: ComparedSide<'a>,
    /// The ranking as it is.
    pub new: ComparedSide<'a>,
    /// What changed.
    pub comparison: &'a Comparison,
    /// The rank under which the cutoff stands.
    pub top: usize,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out a comparison.
pub fn compare_report<'a>(report: CompareReport<'a>) -> Report<'a, impl Serialize + 'a> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

impl<'a> ComparedSide<'a> {
    /// Rank and score of the item at a place.
    fn standing(self, place: Option<usize>) -> Option<(u32, &'a Exact)> {
        place.map(|place| &self.ranking.standings[place]).map(|standing| (standing.rank, &standing.score))
    }
}

impl<'a> CompareReport<'a> {
    /// An item a row: those of both files, then the added and the removed ones.
    fn sheet(self) -> Table<'a> {
        let keys = [
            "id",
            "title",
            "old_rank",
            "new_rank",
            "moved",
            "from_weights",
            "from_own",
            "from_others",
            "old_score",
            "new_score",
        ];
        let Comparison { both, added, removed, .. } = self.comparison;
        let places = |side: ComparedSide<'_>| side.ranking.places(side.scorer.backlog.len());
        let (old_places, new_places) = (places(self.old), places(self.new));
        let row = move |number: usize| {
            if let Some(item) = both.get(number) {
                return self.cells(self.new, item.new_row, Some(item), item.old_place, item.new_place);
            }
            let number = number - both.len();
            match added.get(number) {
                Some(&row) => self.cells(self.new, row, None, None, new_places[row]),
                None => {
                    let row = removed[number - added.len()];
                    self.cells(self.old, row, None, old_places[row], None)
                }
            }
        };
        let len = both.len() + added.len() + removed.len();
        Table::new(keys.map(Column::plain).to_vec(), len, row)
    }

    fn cells(
        self,
        side: ComparedSide<'a>,
        row: usize,
        item: Option<&Movement>,
        old_place: Option<usize>,
        new_place: Option<usize>,
    ) -> Vec<Cell<'a>> {
        let (old, new) = (self.old.standing(old_place), self.new.standing(new_place));
        let rank = |found: Option<(u32, &Exact)>| found.map_or(Cell::Blank, |(rank, _)| Cell::Rank(rank, false));
        let score =
            |found: Option<(u32, &Exact)>| found.map_or(Cell::Blank, |(_, score)| Cell::Number(score.clone(), 0));
        let whole =
            |steps: Option<i64>| steps.map_or(Cell::Blank, |steps| Cell::Number(Decimal::from(steps).into(), 0));
        let split = item.and_then(|item| item.split);
        vec![
            Cell::Text(side.scorer.backlog.id(row)),
            Cell::Text(side.scorer.backlog.title(row)),
            rank(old),
            rank(new),
            whole(item.and_then(|item| item.moved)),
            whole(split.map(|split| split.weights)),
            whole(split.map(|split| split.own)),
            whole(split.map(|split| split.others)),
            score(old),
            score(new),
        ]
    }
}
