//! What makes a plan impossible or doubtful, each at the cell that says so: constraints that can't be kept together, items
//! that nobody can do, people who would carry more than they can.

use num_rational::BigRational;
use num_traits::One;

use super::{about_cell, about_item, shown_id};
use crate::analysis::{Conflict, Hindrance, Plannable, Schedule, Wanted, conflicts};
use crate::backlog::Backlog;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::input::{People, Planning};
use crate::prose;
use crate::scoring::Exact;

/// So many items are named in a sentence.
const NAMED: usize = 8;
/// How many digits behind the point an amount has in a sentence.
const PLACES: u32 = 3;

/// A plan in the making: the items, and what they say about planning.
#[derive(Clone, Copy, Debug)]
pub struct PlanQuestion<'a> {
    /// The items.
    pub backlog: &'a Backlog<'a>,
    /// Their terms.
    pub planning: &'a Planning,
    /// The items in the order of what they are worth.
    pub entries: &'a [Plannable],
    /// What is wanted.
    pub wanted: Wanted<'a>,
    /// The column that the values come from, where they are no scores.
    pub value: Option<usize>,
}

/// Warns of items that can't be planned because something about them isn't known. A score that is missing was told when
/// the ratings were read.
pub fn check_incomplete(question: PlanQuestion<'_>, source: &Source<'_>, findings: &mut Findings) {
    let [effort, value] = [question.planning.column("effort"), question.value];
    // One column may be both.
    let value = value.filter(|value| Some(*value) != effort);
    for entry in question.entries.iter().filter(|entry| !entry.skip && !entry.must) {
        let blank = [effort.filter(|_| entry.effort.is_none()), value.filter(|_| entry.value.is_none())];
        for column in blank.into_iter().flatten() {
            findings.push_with(Rule::IncompleteItem, || question.about(Rule::IncompleteItem, entry.row, Some(column)));
        }
    }
    findings.locate(source);
}

/// Tells what makes a plan impossible.
pub fn check_conflicts(
    question: PlanQuestion<'_>,
    conflicts: &[Conflict],
    source: &Source<'_>,
    findings: &mut Findings,
) {
    conflicts.iter().for_each(|conflict| findings.push(question.conflict(conflict)));
    findings.locate(source);
}

/// Tells what would make a plan impossible in a file that has other faults too. What follows from cells that can't be read
/// is left out: those are findings already.
pub fn check_conflicts_beside_faults(question: PlanQuestion<'_>, source: &Source<'_>, findings: &mut Findings) {
    let is_blank = |entry: usize| {
        let cell = |column| question.backlog.table.cell_text(question.entries[entry].row, column);
        question.planning.column("effort").is_none_or(|column| cell(column).trim().is_empty())
    };
    let is_sure = |conflict: &Conflict| match conflict {
        Conflict::MustWithoutEffort(entry) => is_blank(*entry),
        Conflict::MustBehind { blocker, why: Hindrance::WithoutEffort, .. } => is_blank(*blocker),
        Conflict::MustWithoutValue(_) | Conflict::MustBehind { why: Hindrance::WithoutValue, .. } => false,
        _ => true,
    };
    let sure: Vec<Conflict> = conflicts(question.entries, question.wanted).into_iter().filter(is_sure).collect();
    check_conflicts(question, &sure, source, findings);
}

/// Tells which of the planned items nobody can do.
pub fn check_owners(
    question: PlanQuestion<'_>,
    schedule: &Schedule,
    people: &People,
    source: &Source<'_>,
    findings: &mut Findings,
) {
    for entry in schedule.without_owner() {
        let row = question.entries[entry].row;
        let skills = &question.planning.skills[row];
        let nobody_has = |skill: &&String| people.able(std::slice::from_ref(*skill)).is_empty();
        let lacking: Vec<String> = skills.iter().filter(nobody_has).map(|skill| prose::name(skill)).collect();
        let (kind, named) = match (skills.is_empty(), lacking.is_empty()) {
            (true, _) => ("nobody", Vec::new()),
            (false, true) => ("together", skills.iter().map(|skill| prose::name(skill)).collect()),
            (false, false) => ("lacking", lacking),
        };
        let finding = question.about(Rule::UnavailableSkill, row, question.planning.column("skills"));
        findings.push(finding.with("kind", kind).with("skills", named));
    }
    findings.locate(source);
}

/// Warns of people who would carry more than their capacity.
pub fn check_loads(schedule: &Schedule, people: &People, source: &Source<'_>, findings: &mut Findings) {
    for (number, period) in schedule.periods.iter().enumerate() {
        let shares = period.assignment.iter().flat_map(|assignment| assignment.shares.iter().enumerate());
        for (person, share) in shares.filter_map(|(person, share)| Some((person, share.as_ref()?))) {
            if *share > BigRational::one() {
                let capacity = Exact::from(people.persons[person].capacity);
                let load = Exact::from(share * capacity.to_ratio());
                let percent = Exact::from(share * BigRational::from_integer(100.into()));
                let period = if schedule.periods.len() > 1 { number + 1 } else { 0 };
                let finding = people.finding(Rule::OverloadedPerson, person).with("load", load.shortened(PLACES));
                let finding = finding.with("capacity", capacity.shortened(PLACES)).with("period", period);
                findings.push(finding.with("percent", percent.shortened(0)));
            }
        }
    }
    findings.locate(source);
}

impl PlanQuestion<'_> {
    /// A finding at a cell of an item, with its header as `criterion`; at the id where there is no such column.
    fn about(&self, rule: Rule, row: usize, column: Option<usize>) -> Finding {
        match column {
            Some(column) => {
                let name = prose::name(&self.backlog.table.heading(column));
                about_cell(self.backlog, rule, row, column).with("criterion", name)
            }
            None => about_item(self.backlog, rule, row),
        }
    }

    /// A finding about an entry, where it is said that it must be in the plan.
    fn about_must(&self, rule: Rule, entry: usize) -> Finding {
        self.about(rule, self.entries[entry].row, self.planning.column("must"))
    }

    fn id(&self, entry: usize) -> String {
        shown_id(self.backlog, self.entries[entry].row)
    }

    /// The ids of some entries, as many as a sentence holds.
    fn ids(&self, entries: &[usize]) -> Vec<String> {
        let rest = entries.len().saturating_sub(NAMED);
        let named = entries.iter().take(NAMED).map(|&entry| self.id(entry));
        named.chain((rest > 0).then(|| format!("… (+{rest})"))).collect()
    }

    fn conflict(&self, conflict: &Conflict) -> Finding {
        let shown = |amount: &BigRational| Exact::from(amount.clone()).shortened(PLACES);
        match conflict {
            Conflict::MustAndSkip(entry) => self.about_must(Rule::MustAndSkip, *entry),
            Conflict::Cycle(entries) => {
                let first = entries.first().copied().unwrap_or_default();
                let column = self.planning.column("after");
                let around = [&entries[..], &[first]].concat();
                let finding = self.about(Rule::CircularPrecedence, self.entries[first].row, column);
                let finding = finding.with("kind", if entries.len() == 1 { "itself" } else { "circle" });
                finding.with("id", self.id(first)).with("items", self.ids(&around))
            }
            Conflict::MustWithoutEffort(entry) => self.unplannable(*entry, "effort"),
            Conflict::MustWithoutValue(entry) => self.unplannable(*entry, "value"),
            Conflict::MustTooLarge(entry) => self.unplannable(*entry, "large"),
            Conflict::MustBehind { entry, blocker, why } => {
                let kind = match why {
                    Hindrance::Skipped => "skip",
                    Hindrance::WithoutEffort => "effort",
                    Hindrance::WithoutValue => "value",
                    Hindrance::TooLarge => "large",
                };
                self.about_must(Rule::BlockedMust, *entry).with("blocker", self.id(*blocker)).with("kind", kind)
            }
            Conflict::MustTooMuch { entries, needed, available } => {
                let must = entries.iter().copied().find(|&entry| self.entries[entry].must).unwrap_or_default();
                let finding = self.about_must(Rule::TooManyMusts, must).with("kind", "capacity");
                let finding = finding.with("needed", shown(needed)).with("available", shown(available));
                finding.with("over", shown(&(needed - available))).with("items", self.ids(entries))
            }
            Conflict::MustUndivided { entries } => {
                let must = entries.first().copied().unwrap_or_default();
                let finding = self.about_must(Rule::TooManyMusts, must).with("kind", "undivided");
                finding.with("items", self.ids(entries)).advise("help-undivided")
            }
        }
    }

    fn unplannable(&self, entry: usize, kind: &'static str) -> Finding {
        let amount = |decimal: Option<crate::decimal::Decimal>| decimal.map(|d| d.to_string()).unwrap_or_default();
        let finding = self.about_must(Rule::UnplannableMust, entry).with("kind", kind);
        let finding = finding.with("effort", amount(self.entries[entry].effort));
        finding.with("capacity", self.wanted.capacity.to_string())
    }
}
