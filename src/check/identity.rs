//! Whether each item is one, and told from the others by people too.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::{about_cell, about_item, shown_id};
use crate::backlog::Backlog;
use crate::finding::{Findings, Rule, Source};
use crate::input::{fold, is_damaged_id};
use crate::prose;

/// A warning for each id that looks like what a spreadsheet leaves of one.
pub(super) fn excel_damaged_id(backlog: &Backlog<'_>, findings: &mut Findings) {
    if backlog.id.is_none() {
        return;
    }
    for row in 0..backlog.len() {
        if is_damaged_id(&backlog.id(row)) {
            findings.push_with(Rule::ExcelDamagedId, || about_item(backlog, Rule::ExcelDamagedId, row));
        }
    }
}

/// A warning for each title that an item above has too, whatever the letter case, the width and the spaces.
pub(super) fn duplicate_title(backlog: &Backlog<'_>, source: &Source<'_>, findings: &mut Findings) {
    let Some(column) = backlog.title else { return };
    let hasher = FixedState::default();
    // The first row of each title, by the title's hash: a million titles would be heavy to keep.
    let mut first: HashMap<u64, usize> = HashMap::new();
    for row in 0..backlog.len() {
        let title = fold(&backlog.title(row));
        if title.is_empty() {
            continue;
        }
        let before = *first.entry(hasher.hash_one(&title)).or_insert(row);
        if before < row && fold(&backlog.title(before)) == title {
            findings.push_with(Rule::DuplicateTitle, || {
                let line = backlog.table.cell(before, column).map_or(0, |cell| source.position(cell.offset()).line);
                about_cell(backlog, Rule::DuplicateTitle, row, column)
                    .with("title", prose::name(backlog.title(row).trim()))
                    .with("other", shown_id(backlog, before))
                    .with("first", line)
            });
        }
    }
}
