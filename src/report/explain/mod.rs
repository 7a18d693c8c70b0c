//! The answer to "why does it stand there", laid out: the score's tree as arithmetic, the neighbours, and what would
//! lift the item past the next.

mod arithmetic;
mod page;
mod value;

use serde::Serialize;

use super::criteria::Origin;
use super::{Cell, Column, Report, Table};
use crate::analysis::{Breakdown, Explanation, break_down};
use crate::finding::Findings;
use crate::lang::Lang;
use crate::model::{Model, NodeId, ROOT, Weights};
use crate::scoring::{Exact, Ranking, Scorer};

use arithmetic::expression;

/// Everything that the report of an explanation is made of.
#[derive(Clone, Copy)]
pub struct ExplainReport<'a> {
    /// The items, the model, the plan.
    pub scorer: Scorer<'a>,
    /// The ranks.
    pub ranking: &'a Ranking,
    /// The answer.
    pub explanation: &'a Explanation,
    /// The weights in use.
    pub weights: &'a Weights,
    /// Where they came from.
    pub origin: &'a Origin,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out an explanation.
pub fn explain_report<'a>(report: ExplainReport<'a>) -> Report<'a, impl Serialize + 'a> {
    let tree = break_down(report.scorer, report.weights, report.explanation.row).ok();
    Report {
        value: report.value(tree.as_ref()),
        sheet: report.sheet(tree.as_ref()),
        page: Box::new(move || report.page(tree.as_ref())),
        workbook: None,
    }
}

impl<'a> ExplainReport<'a> {
    /// The tree as rows, the root first.
    fn sheet(self, tree: Option<&Breakdown>) -> Table<'a> {
        let columns = ["key", "part_of", "value", "weight", "counted", "expression"].map(Column::plain).to_vec();
        let mut rows = Vec::new();
        if let Some(tree) = tree {
            self.push_rows(tree, None, &mut rows);
        }
        Table::of(columns, rows)
    }

    fn push_rows(self, part: &Breakdown, parent: Option<NodeId>, rows: &mut Vec<Vec<Cell<'a>>>) {
        let key = |node: NodeId| Cell::Text(key_of(self.scorer.model, node).into());
        rows.push(vec![
            key(part.node),
            parent.map_or(Cell::Blank, key),
            Cell::Number(part.value.clone(), 0),
            Cell::Number(Exact::from(part.weight), 0),
            Cell::Number(part.counted.clone(), 0),
            expression(self.scorer.model, part).map_or(Cell::Blank, |text| Cell::Text(text.into())),
        ]);
        for child in &part.parts {
            self.push_rows(child, Some(part.node), rows);
        }
    }

    /// The best and the worst rank that the item could still take.
    fn possible_ranks(self) -> [usize; 2] {
        let possible = self.scorer.possible(self.explanation.row);
        let (best, worst) = self.ranking.possible_ranks(self.scorer, self.explanation.row, &possible);
        [best, worst]
    }
}

/// A node's name for programs.
fn key_of(model: &Model, node: NodeId) -> &str {
    if node == ROOT { "score" } else { &model.nodes[node].key }
}
