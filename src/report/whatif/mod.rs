//! The answer to "what if we weighed it otherwise", laid out: the base ranking beside one for each scenario.

mod page;
mod value;

use serde::Serialize;

use super::criteria::Origin;
use super::{Cell, Column, Report, Table};
use crate::analysis::Alternative;
use crate::finding::Findings;
use crate::lang::Lang;
use crate::model::Weights;
use crate::scoring::{Exact, Ranking, Scorer};

/// Everything that the report is made of.
#[derive(Clone, Copy)]
pub struct WhatifReport<'a> {
    /// The items and the model under the base weights.
    pub scorer: Scorer<'a>,
    /// The ranks under them.
    pub ranking: &'a Ranking,
    /// The base weights.
    pub weights: &'a Weights,
    /// Where they came from.
    pub origin: &'a Origin,
    /// The rankings under other weights.
    pub alternatives: &'a [Alternative<'a>],
    /// The rank under which the cutoff stands.
    pub top: usize,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// The name of the ranking that the others are held against.
pub const BASE: &str = "base";

/// Lays out rankings side by side.
pub fn whatif_report<'a>(report: WhatifReport<'a>) -> Report<'a, impl Serialize + 'a> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

impl<'a> WhatifReport<'a> {
    /// Each ranking's rank and score behind id and title, in the base's order; items without a base rank last.
    fn sheet(self) -> Table<'a> {
        let names = std::iter::once(BASE).chain(self.alternatives.iter().map(|other| other.scenario.name.as_str()));
        let mut columns = ["id", "title"].map(Column::plain).to_vec();
        for name in names {
            columns.extend([Column::plain(format!("rank_{name}")), Column::plain(format!("score_{name}"))]);
        }
        let row = move |number: usize| {
            let row = self.row(number);
            let backlog = self.scorer.backlog;
            let mut cells = vec![Cell::Text(backlog.id(row)), Cell::Text(backlog.title(row))];
            for standing in self.standings(number) {
                cells.extend(match standing {
                    Some((rank, score)) => [Cell::Rank(rank, false), Cell::Number(score.clone(), 0)],
                    None => [Cell::Blank, Cell::Blank],
                });
            }
            cells
        };
        Table::new(columns, self.scorer.backlog.len(), row)
    }

    /// The row of the item that stands at a place in the answer: the base's order, then the items without a base rank.
    fn row(self, number: usize) -> usize {
        let ranked = &self.ranking.standings;
        let unranked = || self.ranking.unranked[number - ranked.len()].row;
        ranked.get(number).map_or_else(unranked, |standing| standing.row) as usize
    }

    /// Rank and score of the item at a place in the answer, under the base weights and under each scenario.
    fn standings(self, number: usize) -> impl Iterator<Item = Option<(u32, &'a Exact)>> {
        let row = self.row(number);
        let base = self.ranking.standings.get(number);
        let others = self.alternatives.iter().map(move |other| Some(&other.ranking.standings[other.places[row]?]));
        std::iter::once(base).chain(others).map(|standing| standing.map(|found| (found.rank, &found.score)))
    }
}
