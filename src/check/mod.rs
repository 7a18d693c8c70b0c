//! Rules over a whole backlog: is it fit to be ranked, and is its ranking safe to act on?
//!
//! What stands in the way of reading a file is found by `input`, in one pass. What takes a look at all items is found
//! here, one file a family, one function a rule. A rule adds findings and knows nothing of policies.

mod decision;
mod file;
mod headers;
mod identity;
mod judgement;
mod mojibake;
mod planning;
mod ratings;
mod safety;

use crate::backlog::Backlog;
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::input::config::{Baseline, Config};
use crate::model::{Model, Weights};
use crate::prose;
use crate::scoring::{Ranking, Scorer};

pub use planning::{
    PlanQuestion, check_conflicts, check_conflicts_beside_faults, check_incomplete, check_loads, check_owners,
};

/// The cutoff where nobody names one: under this rank.
pub const USUAL_TOP: usize = 10;

/// The least change of a share that may move an item across the cutoff where nobody names one: two points.
pub fn usual_fragile() -> Decimal {
    Decimal::new(2, 2)
}

/// A ranking, and the line under which nothing is taken on.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// What scored the items.
    pub scorer: Scorer<'a>,
    /// Their ranks.
    pub ranking: &'a Ranking,
    /// The weights.
    pub weights: &'a Weights,
    /// The rank under which the cutoff stands.
    pub top: usize,
    /// The least change of a share that may move an item across it.
    pub fragile: Decimal,
}

/// Checks the items of a file that was read, whatever else is wrong with it.
pub fn check_backlog(backlog: &Backlog<'_>, model: &Model, source: &Source<'_>, findings: &mut Findings) {
    headers::no_title_column(backlog, findings);
    file::mojibake(backlog, findings);
    file::total_row(backlog, findings);
    ratings::decimal_rating(backlog, model, findings);
    identity::excel_damaged_id(backlog, findings);
    identity::duplicate_title(backlog, source, findings);
    safety::formula_cell(backlog, findings);
    safety::control_character(backlog, findings);
    findings.locate(source);
}

/// Checks what the ratings say of the rating, and what the decision hangs on.
pub fn check_ranking(question: Question<'_>, source: &Source<'_>, findings: &mut Findings) {
    judgement::constant_criterion(question, findings);
    judgement::redundant_criteria(question, findings);
    judgement::flat_item(question, findings);
    judgement::dominated_item(question, findings);
    judgement::unused_scale(question, findings);
    decision::tie_at_cutoff(question, findings);
    decision::fragile_cutoff(question, findings);
    decision::uncertain_at_cutoff(question, findings);
    findings.locate(source);
}

/// Checks the policy and the baseline against what has come. `is_whole` says whether everything was checked that a
/// finding of a rule could have come from, in a file or in all of them.
pub fn check_policy(
    config: &Config,
    baseline: Option<&Baseline>,
    is_whole: impl Fn(Rule, Option<&str>) -> bool,
    findings: &mut Findings,
) {
    let Some(sieve) = findings.sieve().cloned() else { return };
    for (ignore, (exception, met)) in config.policy().ignores.iter().zip(sieve.exceptions()) {
        if met == 0 && is_whole(ignore.rule, None) {
            findings.push(config.ignore_finding(Rule::UnusedIgnore, ignore));
        } else if met > 0 && exception.is_over {
            findings.push(config.ignore_finding(Rule::ExpiredIgnore, ignore));
        }
    }
    for (gone, _) in sieve.resolved() {
        if let Some(baseline) = baseline.filter(|_| is_whole(gone.rule, Some(&gone.file))) {
            findings.push(baseline.resolved_finding(gone));
        }
    }
}

/// A finding about one cell of an item, with the words `id` and `column`.
fn about_cell(backlog: &Backlog<'_>, rule: Rule, row: usize, column: usize) -> Finding {
    let mut finding = about_item(backlog, rule, row).under(backlog.table.header[column].range());
    finding = finding.with("column", prose::name(&backlog.table.heading(column)));
    match backlog.table.cell(row, column) {
        Some(cell) => finding.over(cell.range()),
        None => finding,
    }
}

/// A finding about an item, at its id or its first cell.
fn about_item(backlog: &Backlog<'_>, rule: Rule, row: usize) -> Finding {
    let column = backlog.id.unwrap_or(0);
    let id = backlog.id(row);
    let finding = Finding::new(rule).with("id", shown_id(backlog, row)).of_item(id);
    match backlog.table.cell(row, column) {
        Some(cell) => finding.over(cell.range()),
        None => finding,
    }
}

/// An item's id for a sentence; a row's number stands there without marks around it.
fn shown_id(backlog: &Backlog<'_>, row: usize) -> String {
    let id = backlog.id(row);
    if backlog.id.is_some() { prose::name(&id) } else { id.into_owned() }
}
