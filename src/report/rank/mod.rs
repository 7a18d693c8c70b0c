//! The answer to "what comes first", laid out.

mod formulas;
mod page;
mod value;
mod workbook;

use serde::Serialize;

use super::criteria::Origin;
use super::{Cell, Column, Report, Table};
use crate::finding::Findings;
use crate::lang::Lang;
use crate::model::{NodeId, Weights};
use crate::scoring::{Exact, Ranking, Scorer, Standing};

/// Everything that the report of a ranking is made of.
#[derive(Clone, Copy)]
pub struct RankReport<'a> {
    /// The items, the model, the plan.
    pub scorer: Scorer<'a>,
    /// The ranks.
    pub ranking: &'a Ranking,
    /// The weights in use.
    pub weights: &'a Weights,
    /// Where they came from.
    pub origin: &'a Origin,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// Only ranks up to here, ties included.
    pub top: Option<usize>,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out a ranking.
pub fn rank_report<'a>(report: RankReport<'a>) -> Report<'a, impl Serialize + 'a> {
    Report {
        value: report.value(),
        sheet: report.sheet(),
        page: Box::new(move || report.page()),
        workbook: Some(Box::new(move || report.workbook())),
    }
}

impl<'a> RankReport<'a> {
    /// The standings that are shown.
    fn shown(self) -> &'a [Standing] {
        let count = self.top.map_or(self.ranking.standings.len(), |top| self.ranking.within(top));
        &self.ranking.standings[..count]
    }

    /// Rank, score and factors before the input's columns; items without a rank last.
    fn sheet(self) -> Table<'a> {
        let scorer = self.scorer;
        let backlog = scorer.backlog;
        let factors = scorer.plan.factors();
        let mut columns = vec![Column::plain("rank"), Column::plain("score")];
        columns.extend(factors.iter().map(|&factor| Column::plain(&scorer.model.nodes[factor].key)));
        columns.extend((0..backlog.table.header.len()).map(|column| Column::plain(backlog.table.heading(column))));
        let standings = self.shown();
        let unranked = if self.top.is_some() { &[][..] } else { &self.ranking.unranked[..] };
        let row = move |number: usize| {
            let (mut cells, row) = match standings.get(number) {
                Some(standing) => {
                    let row = standing.row as usize;
                    let mut cells = Vec::with_capacity(3 + factors.len());
                    cells.extend([Cell::Rank(standing.rank, false), Cell::Number(standing.score.clone(), 0)]);
                    if !factors.is_empty() {
                        let values = scorer.values(row).unwrap_or_default();
                        cells.extend(factors.iter().map(|&factor| number_of(&values, factor)));
                    }
                    (cells, row)
                }
                None => (vec![Cell::Blank; 2 + factors.len()], unranked[number - standings.len()].row as usize),
            };
            cells.push(Cell::Carried(backlog.table.record(row)));
            cells
        };
        Table { columns, len: standings.len() + unranked.len(), row: Box::new(row) }
    }
}

fn number_of<'a>(values: &[(NodeId, Exact)], node: NodeId) -> Cell<'a> {
    let found = values.iter().find(|(known, _)| *known == node);
    found.map_or(Cell::Blank, |(_, value)| Cell::Number(value.clone(), 0))
}
