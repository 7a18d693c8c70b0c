//! The answer to "what comes first", laid out.

mod formulas;
mod page;
mod value;
mod workbook;

use serde::Serialize;

use super::carried::{Carried, Writer};
use super::criteria::Origin;
use super::{Cell, Column, Report, Table, Viewed};
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
    /// Which items are kept and why, and the groups that they are in.
    pub viewed: Viewed<'a>,
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

    /// The places of the standings that are shown, group by group where there are groups.
    fn order(self) -> Option<Vec<usize>> {
        let shown = self.shown().len();
        let groups = &self.viewed.groups?.groups;
        let places = groups.iter().flat_map(|group| &group.members).map(|member| member.place);
        Some(places.filter(|&place| place < shown).collect())
    }

    /// The columns of the input but those that an earlier ranking wrote.
    fn carried(self) -> Carried<'a> {
        Carried::new(Writer::Rank, self.scorer.backlog, Some(self.scorer.model), &[])
    }

    /// Rank, score and factors before the input's columns, with groups the group and the rank there; items without a rank
    /// last.
    fn sheet(self) -> Table<'a> {
        let scorer = self.scorer;
        let factors = scorer.plan.factors();
        let mut columns = vec![Column::plain("rank"), Column::plain("score")];
        columns.extend(factors.iter().map(|&factor| Column::plain(&scorer.model.nodes[factor].key)));
        columns.extend(self.viewed.sheet_columns());
        let blanks = 2 + factors.len();
        let order = self.order();
        let carried = self.carried();
        columns.extend(carried.columns());
        let standings = self.shown();
        let unranked = if self.top.is_some() { &[][..] } else { &self.ranking.unranked[..] };
        let add = move |number: usize, cells: &mut Vec<Cell<'a>>| {
            let place = order.as_ref().map_or(Some(number), |order| order.get(number).copied());
            let row = match place.and_then(|place| standings.get(place)) {
                Some(standing) => {
                    let row = standing.row as usize;
                    cells.extend([Cell::Rank(standing.rank, false), Cell::Number(standing.score.clone(), 0)]);
                    if !factors.is_empty() {
                        let values = scorer.values(row).unwrap_or_default();
                        cells.extend(factors.iter().map(|&factor| number_of(&values, factor)));
                    }
                    row
                }
                None => {
                    cells.resize(blanks, Cell::Blank);
                    unranked[number - standings.len()].row as usize
                }
            };
            cells.extend(self.viewed.sheet_cells(row));
            carried.add(row, cells);
        };
        Table::adding(columns, standings.len() + unranked.len(), add)
    }
}

fn number_of<'a>(values: &[(NodeId, Exact)], node: NodeId) -> Cell<'a> {
    let found = values.iter().find(|(known, _)| *known == node);
    found.map_or(Cell::Blank, |(_, value)| Cell::Number(value.clone(), 0))
}
