//! Whether a cell could harm those who open the file elsewhere.

use super::about_cell;
use crate::backlog::Backlog;
use crate::finding::{Findings, Rule};
use crate::prose;
use crate::table::is_formula;

/// A warning for each cell that a spreadsheet would run as a formula.
pub(super) fn formula_cell(backlog: &Backlog<'_>, findings: &mut Findings) {
    let table = &backlog.table;
    for row in 0..backlog.len() {
        for (column, cell) in table.cells(row).enumerate() {
            // A sign alone is how people write "none".
            let text = cell.raw(table.text);
            if is_formula(text) && text.trim().chars().nth(1).is_some() {
                findings.push_with(Rule::FormulaCell, || {
                    let found = prose::name(cell.text(table.text).trim());
                    about_cell(backlog, Rule::FormulaCell, row, column).with("found", found)
                });
            }
        }
    }
}

/// A warning for each cell with a character that hides, or that reorders what is shown. Line ends, tabs and the joiners
/// that emoji and some scripts need are none.
pub(super) fn control_character(backlog: &Backlog<'_>, findings: &mut Findings) {
    let table = &backlog.table;
    let is_hidden = |character: &char| {
        prose::is_unsafe(*character) && !matches!(character, '\n' | '\r' | '\t' | '\u{200C}' | '\u{200D}')
    };
    for row in 0..backlog.len() {
        for (column, cell) in table.cells(row).enumerate() {
            if let Some(found) = cell.raw(table.text).chars().find(is_hidden) {
                findings.push_with(Rule::ControlCharacter, || {
                    let code = format!("U+{:04X}", found as u32);
                    about_cell(backlog, Rule::ControlCharacter, row, column).with("found", code)
                });
            }
        }
    }
}
