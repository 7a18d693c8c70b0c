//! Whether each column is known: what the model doesn't need and people do.

use crate::backlog::Backlog;
use crate::finding::{Finding, Findings, Rule};
use crate::prose;

/// A note for a file without titles, with the header that was perhaps meant.
pub(super) fn no_title_column(backlog: &Backlog<'_>, findings: &mut Findings) {
    /// The headers that titles mostly stand under.
    const USUAL: [&str; 6] = ["title", "name", "summary", "改善項目", "タイトル", "件名"];
    if backlog.title.is_some() {
        return;
    }
    let headings: Vec<_> = (0..backlog.table.header.len()).map(|column| backlog.table.heading(column)).collect();
    let is_read = |column: usize| backlog.id == Some(column) || backlog.readings.iter().any(|r| r.column == column);
    let unread: Vec<&str> = (0..headings.len()).filter(|&column| !is_read(column)).map(|c| &*headings[c]).collect();
    let close = USUAL.iter().find_map(|title| prose::did_you_mean(title, unread.iter().copied()));
    let finding = Finding::new(Rule::NoTitleColumn);
    findings.push(match close.and_then(|close| headings.iter().position(|heading| heading == close)) {
        Some(column) => {
            let close = prose::name(&headings[column]);
            finding.over(backlog.table.header[column].range()).with("close", close).advise("help-close")
        }
        None => finding.at(backlog.table.header.first().map_or(0, |cell| cell.offset())),
    });
}
