//! Which items could not be scored though all their ratings are there, as findings.

use crate::finding::{Finding, Findings, Rule, Source};
use crate::model::NodeId;
use crate::prose;
use crate::scoring::{Ranking, Reason, Scorer};

/// A warning for each item that would be divided by nought or whose score is too large; blanks are findings already.
pub fn unscored(scorer: Scorer<'_>, ranking: &Ranking, source: &Source<'_>) -> Findings {
    let mut findings = Findings::new();
    for item in &ranking.unranked {
        let row = item.row as usize;
        let (rule, nodes) = match &item.reason {
            Reason::Missing(_) => continue,
            Reason::DividesByZero(nodes) => (Rule::DivisionByZero, nodes.as_slice()),
            Reason::TooLarge => (Rule::ScoreTooLarge, &[][..]),
        };
        findings.push_with(rule, || {
            let names: Vec<String> = nodes.iter().map(|&node| prose::name(&scorer.model.nodes[node].key)).collect();
            Finding::new(rule)
                .at(place(scorer, row, nodes))
                .with("id", prose::name(&scorer.backlog.id(row)))
                .with("criterion", names)
        });
    }
    findings.locate(source);
    findings
}

/// The cell that is nought, where the file gives it; else the row's first cell.
fn place(scorer: Scorer<'_>, row: usize, nodes: &[NodeId]) -> usize {
    let column = nodes.iter().find_map(|&node| scorer.backlog.reading(node)).map_or(0, |reading| reading.column);
    scorer.backlog.table.cell(row, column).map_or(0, |cell| cell.offset())
}
