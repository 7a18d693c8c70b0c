//! Whether the file is a sound table: what reading it doesn't stumble over.

use unicode_normalization::UnicodeNormalization;

use super::mojibake::mended;
use super::{about_cell, about_item};
use crate::backlog::Backlog;
use crate::finding::{Finding, Findings, Rule};
use crate::prose;

/// What stands in the id or the title of a row that is no item.
const TOTALS: [&str; 16] = [
    "total",
    "totals",
    "subtotal",
    "grandtotal",
    "sum",
    "average",
    "avg",
    "mean",
    "median",
    "合計",
    "小計",
    "総計",
    "総合計",
    "平均",
    "平均値",
    "計",
];

/// A warning for each cell, and each header, that another program has read in the wrong encoding.
pub(super) fn mojibake(backlog: &Backlog<'_>, findings: &mut Findings) {
    let table = &backlog.table;
    if table.text.is_ascii() {
        return;
    }
    for (column, cell) in table.header.iter().enumerate() {
        let heading = table.heading(column);
        if let Some(meant) = mended(&heading) {
            let finding = Finding::new(Rule::Mojibake).over(cell.range());
            findings.push(finding.with("found", prose::name(&heading)).with("meant", prose::name(&meant)));
        }
    }
    for row in 0..backlog.len() {
        for (column, cell) in table.cells(row).enumerate() {
            if cell.raw(table.text).is_ascii() {
                continue;
            }
            let text = cell.text(table.text);
            if let Some(meant) = mended(&text) {
                findings.push_with(Rule::Mojibake, || {
                    let finding = about_cell(backlog, Rule::Mojibake, row, column);
                    finding.with("found", prose::name(&text)).with("meant", prose::name(&meant))
                });
            }
        }
    }
}

/// A warning for each row whose id or title says that it sums up the others.
pub(super) fn total_row(backlog: &Backlog<'_>, findings: &mut Findings) {
    for row in 0..backlog.len() {
        let title = backlog.title(row);
        if is_total(&title) || (title.trim().is_empty() && is_total(&backlog.id(row))) {
            findings.push_with(Rule::TotalRow, || {
                let finding = about_item(backlog, Rule::TotalRow, row);
                // Such a row mostly has no id of its own.
                let is_named = !backlog.id(row).is_empty();
                if is_named { finding } else { finding.with("id", prose::name(title.trim())) }
            });
        }
    }
}

fn is_total(text: &str) -> bool {
    /// The longest of the words, with room for what is around it.
    const LONGEST: usize = 64;
    if text.is_empty() || text.len() > LONGEST {
        return false;
    }
    let plain = |character: &char| !character.is_whitespace() && !matches!(character, '-' | '_' | ':' | '：');
    let folded: String = text.nfkc().flat_map(char::to_lowercase).filter(plain).collect();
    TOTALS.contains(&folded.as_str())
}
