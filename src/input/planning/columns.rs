//! The columns of planning: by which headers each is known, and which one of several counts.

use super::super::headers::NamedColumns;
use super::super::names::fold;
use crate::backlog::Backlog;
use crate::finding::{Finding, Findings, Rule};
use crate::prose;
use crate::table::Cell;

/// The key of the column for the effort.
pub(super) const EFFORT: &str = "effort";
/// How many of a file's headers a message lists.
const LISTED: usize = 12;

/// What a column can be for, by key.
pub const PLANNING_KEYS: [&str; 6] = [EFFORT, "after", "must", "skip", "owner", "skills"];

/// What each is called beside its key, in the same order.
const ALSO: [&[&str]; 6] = [
    &["工数", "見積もり", "見積り", "見積", "見積もり工数", "見積工数", "estimate", "story points"],
    &["depends on", "前提", "前提項目", "先行", "先行項目"],
    &["必須"],
    &["見送り", "対象外", "除外"],
    &["担当者", "担当", "assignee"],
    &["skill", "スキル", "必要なスキル"],
];

/// Where the columns stand, in the order of the keys.
#[derive(Debug, Default)]
pub(super) struct Columns([Option<usize>; 6]);

impl Columns {
    /// Finds the columns in a header; two for one key are a finding, and so is a header that is named and isn't there.
    pub(super) fn find(backlog: &Backlog<'_>, named: &NamedColumns, findings: &mut Findings) -> Self {
        let mut columns = Self::default();
        for (number, key) in PLANNING_KEYS.into_iter().enumerate() {
            let found = candidates(backlog, key, ALSO[number], named);
            // The effort is needed; the others only where somebody names them.
            let is_expected = key == EFFORT || named.only.iter().any(|(only, _)| only == key);
            if found.is_empty() && is_expected {
                missing(backlog, key, named, findings);
            }
            columns.0[number] = choose(backlog, found, key, "help", findings);
        }
        columns
    }

    pub(super) fn place(&self, key: &str) -> Option<usize> {
        self.0[PLANNING_KEYS.iter().position(|known| *known == key)?]
    }
}

/// The columns for a key under its strongest name: the one header that `--column` names, else those of `[columns]`, else
/// the house's own, the key first.
fn candidates(backlog: &Backlog<'_>, key: &str, also: &[&str], named: &NamedColumns) -> Vec<usize> {
    let called = |name: &str| -> Vec<usize> {
        let is_called = |&column: &usize| fold(&backlog.table.heading(column)) == fold(name);
        (0..backlog.table.header.len()).filter(is_called).collect()
    };
    if let Some((_, header)) = named.only.iter().find(|(only, _)| only == key) {
        let found = called(header);
        let numbered = header.rsplit_once('#').and_then(|(header, number)| {
            let number: usize = number.parse().ok()?;
            called(header).get(number.checked_sub(1)?).copied()
        });
        return if found.is_empty() { numbered.into_iter().collect() } else { found };
    }
    let added = named.also.iter().filter(|(known, _)| known == key).flat_map(|(_, headers)| headers);
    let added: Vec<usize> = added.flat_map(|header| called(header)).collect();
    if !added.is_empty() {
        return added;
    }
    let own = std::iter::once(key).chain(also.iter().copied());
    own.map(called).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The one column out of several candidates; a finding where there are two.
pub(super) fn choose(
    backlog: &Backlog<'_>,
    candidates: Vec<usize>,
    key: &str,
    help: &'static str,
    findings: &mut Findings,
) -> Option<usize> {
    if let [first, second, ..] = candidates[..] {
        let name = |column: usize| prose::name(&backlog.table.heading(column));
        let is_same = fold(&backlog.table.heading(first)) == fold(&backlog.table.heading(second));
        let rule = if is_same { Rule::DuplicateColumn } else { Rule::AmbiguousColumn };
        let finding = Finding::new(rule).over(backlog.table.header[second].range()).of_criterion(key);
        let finding = finding.with("criterion", prose::name(key)).with("key", key).advise(help);
        let finding = finding.with("column", name(second));
        findings.push(finding.with("columns", candidates.iter().map(|&column| name(column)).collect::<Vec<_>>()));
        return None;
    }
    candidates.first().copied()
}

/// A finding for a key that has no column.
fn missing(backlog: &Backlog<'_>, key: &'static str, named: &NamedColumns, findings: &mut Findings) {
    let finding = Finding::new(Rule::MissingColumn).at(start(backlog)).of_criterion(key);
    let finding = finding.with("criterion", prose::name(key)).with("key", key).with("headers", headers(backlog));
    findings.push(match named.only.iter().find(|(only, _)| only == key) {
        Some((_, header)) => finding.with("header", prose::name(header)).advise("help-named"),
        None => finding,
    });
}

/// Where the header begins.
pub(super) fn start(backlog: &Backlog<'_>) -> usize {
    backlog.table.header.first().map_or(0, Cell::offset)
}

/// The first of a file's headers, as a message lists them.
pub(super) fn headers(backlog: &Backlog<'_>) -> Vec<String> {
    let headings = (0..backlog.table.header.len()).map(|column| backlog.table.heading(column));
    headings.filter(|heading| !heading.trim().is_empty()).take(LISTED).map(|heading| prose::name(&heading)).collect()
}
