//! The answer to "what comes first", laid out.

mod page;
mod value;

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
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()) }
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
        let carried = move |row: u32| Cell::Carried(backlog.table.record(row as usize));
        let blank = factors.len();
        let ranked = self.shown().iter().map(move |standing| {
            let mut cells = vec![Cell::Rank(standing.rank, false), Cell::Number(standing.score.clone(), 0)];
            if !factors.is_empty() {
                let values = scorer.values(standing.row as usize).unwrap_or_default();
                cells.extend(factors.iter().map(|&factor| number_of(&values, factor)));
            }
            cells.push(carried(standing.row));
            cells
        });
        let unranked = if self.top.is_some() { &[][..] } else { &self.ranking.unranked[..] };
        let unranked = unranked.iter().map(move |item| {
            let mut cells = vec![Cell::Blank; 2 + blank];
            cells.push(carried(item.row));
            cells
        });
        Table { columns, rows: Box::new(ranked.chain(unranked)) }
    }
}

fn number_of<'a>(values: &[(NodeId, Exact)], node: NodeId) -> Cell<'a> {
    let found = values.iter().find(|(known, _)| *known == node);
    found.map_or(Cell::Blank, |(_, value)| Cell::Number(value.clone(), 0))
}
