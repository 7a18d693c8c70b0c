//! Which items could not be scored though all their ratings are there, as findings.

use crate::finding::{Finding, Findings, Rule, Source};
use crate::prose;
use crate::scoring::{Ranking, Reason, Scorer};

/// Adds a warning for each item that would be divided by nought or whose score is too large; blanks are findings
/// already.
pub fn unscored(scorer: Scorer<'_>, ranking: &Ranking, source: &Source<'_>, findings: &mut Findings) {
    for item in &ranking.unranked {
        let row = item.row as usize;
        let (rule, nodes) = match &item.reason {
            Reason::Missing(_) => continue,
            Reason::DividesByZero(nodes) => (Rule::DivisionByZero, nodes.as_slice()),
            Reason::TooLarge => (Rule::ScoreTooLarge, &[][..]),
        };
        findings.push_with(rule, || {
            let names: Vec<String> = nodes.iter().map(|&node| prose::name(&scorer.model.nodes[node].key)).collect();
            let table = &scorer.backlog.table;
            let column =
                nodes.iter().find_map(|&node| scorer.backlog.reading(node)).map_or(0, |reading| reading.column);
            let mut finding = Finding::new(rule).under(table.header[column].range());
            if let Some(cell) = table.cell(row, column) {
                finding = finding.over(cell.range());
            }
            if let Some(&node) = nodes.first() {
                finding = finding.of_criterion(scorer.model.nodes[node].key.as_str());
            }
            let id = scorer.backlog.id(row);
            finding.with("id", prose::name(&id)).of_item(id).with("criterion", names)
        });
    }
    findings.locate(source);
}
