//! A plan in sentences: how much is planned, how good it is, what the plain walk would do, who carries most, what is left.

use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::page::part_of;
use super::{PlanReport, Worth, exact};
use crate::analysis::{Division, Fate, Period};
use crate::prose;
use crate::report::criteria;
use crate::report::order::named;
use crate::say;

/// How many digits behind the point a number has in a sentence.
const PLACES: u32 = 3;

impl<'a> PlanReport<'a> {
    /// How much is planned.
    pub(super) fn headline(self) -> String {
        let planned: usize = self.schedule.periods.iter().map(|period| period.chosen.len()).sum();
        say!(
            self.lang,
            "plan-headline",
            planned = planned,
            of = self.question.entries.len(),
            periods = self.schedule.periods.len(),
            total = shown(&self.schedule.total())
        )
    }

    /// How much of the capacity a period uses, how good its set is, and how even the shares are.
    pub(super) fn period_lines(self, number: usize, period: &Period) -> Vec<String> {
        let capacity = exact_of(self.question.wanted.capacity);
        let percent = part_of(&period.effort, &capacity).map_or(0.0, |part| part * 100.0);
        let mut lines = vec![say!(
            self.lang,
            "plan-capacity",
            effort = shown(&period.effort),
            capacity = shown(&capacity),
            percent = format!("{percent:.0}"),
            total = shown(&period.selection.total),
            several = if self.schedule.periods.len() > 1 { "yes" } else { "no" }
        )];
        lines.push(self.quality(number, period));
        lines.extend(self.owners_line(period));
        lines
    }

    /// Whether the set is the best, or how far it may be off.
    fn quality(self, number: usize, period: &Period) -> String {
        let selection = &period.selection;
        let is_left = |fate: &Fate| match fate {
            Fate::NoRoom => true,
            Fate::Planned(period) => *period > number,
            _ => false,
        };
        let kind = match (selection.is_optimal(), self.schedule.fates.iter().any(is_left)) {
            (true, false) => "all",
            (true, true) => "best",
            (false, _) if period.musts_left > 0 => "musts",
            (false, _) => "off",
        };
        let step = selection.step.map(|step| step.to_string());
        // Rounded up: what is said holds.
        let gap = exact(selection.gap() * BigRational::from_integer(1000.into())).to_ratio().ceil();
        let gap = exact(gap / BigRational::from_integer(10.into()));
        say!(
            self.lang,
            "plan-quality",
            kind = kind,
            step = step.unwrap_or_else(|| "none".to_owned()),
            gap = gap.shortened(1),
            bound = shown(&selection.bound)
        )
    }

    /// How high the highest share is, and whether it could be lower.
    fn owners_line(self, period: &Period) -> Option<String> {
        let assignment = period.assignment.as_ref().filter(|_| !period.chosen.is_empty())?;
        let highest = assignment.highest();
        let kind = match (assignment.is_optimal, highest == assignment.bound) {
            (true, _) => "even",
            (false, true) => "lowest",
            (false, false) => "near",
        };
        let (highest, bound) = (exact(highest), exact(assignment.bound.clone()));
        Some(say!(self.lang, "plan-owners", kind = kind, share = self.percent(&highest), bound = self.percent(&bound)))
    }

    /// What stands under all periods.
    pub(super) fn lines(self) -> Vec<String> {
        let mut lines = vec![self.walk_line()];
        if self.schedule.periods.len() > 1 {
            lines.push(self.lang.text("plan-one-by-one"));
        }
        lines.extend(self.left_lines());
        lines.push(match self.worth {
            Worth::Model { scorer, weights, origin, .. } => {
                criteria::model_line(scorer.model, scorer.plan, weights, origin, self.lang)
            }
            Worth::Column(name) => say!(self.lang, "plan-column-worth", column = prose::name(name)),
        });
        lines.extend(self.division_line());
        lines.push(self.next_line());
        lines
    }

    /// What the plan makes of it that scores are divided by something.
    fn division_line(self) -> Option<String> {
        let Worth::Model { scorer, division, .. } = self.worth else { return None };
        let (kind, nodes) = match division {
            Division::None => return None,
            Division::ByEffort(node) => ("undone", std::slice::from_ref(node)),
            Division::By(nodes) => ("remains", nodes.as_slice()),
        };
        let divisors = prose::list(self.lang, nodes.iter().map(|&node| scorer.model.nodes[node].label(self.lang)));
        Some(say!(self.lang, "plan-division", kind = kind, divisors = divisors))
    }

    /// What the plain walk down the ranking would have done, and the difference.
    fn walk_line(self) -> String {
        let periods = &self.schedule.periods;
        let of = |entries: fn(&Period) -> &[usize]| {
            let mut all: Vec<usize> = periods.iter().flat_map(|period| entries(period).iter().copied()).collect();
            all.sort_unstable();
            all
        };
        let (planned, walked) = (of(|period| &period.chosen), of(|period| &period.walk));
        let only = |these: &[usize], others: &[usize]| {
            let only: Vec<usize> = these.iter().copied().filter(|entry| others.binary_search(entry).is_err()).collect();
            (only.len(), named(only.into_iter().map(|entry| prose::visible(&self.id(entry))), self.lang))
        };
        let difference = self.schedule.total() - self.schedule.walk_total();
        let kind = match &difference {
            _ if periods.iter().all(|period| period.chosen == period.walk) => "same",
            _ if planned == walked => "divided",
            more if more.is_positive() => "more",
            none if none.is_zero() => "equal",
            _ => "less",
        };
        let ((came, with), (went, without)) = (only(&planned, &walked), only(&walked, &planned));
        say!(
            self.lang,
            "plan-walk",
            kind = kind,
            total = shown(&self.schedule.walk_total()),
            difference = shown(&difference.abs()),
            came = came,
            with = with,
            went = went,
            without = without
        )
    }

    /// The items that aren't planned, a line for each reason.
    fn left_lines(self) -> Vec<String> {
        const REASONS: [&str; 6] = ["no-room", "too-large", "blocked", "no-effort", "no-value", "skip"];
        let line = |reason: &str| {
            let these: Vec<usize> = self.left().filter(|&entry| self.schedule.fates[entry].name() == reason).collect();
            let id = |entry: usize| prose::visible(&self.id(entry));
            let item = |entry: usize| match (self.schedule.fates[entry], self.entry(entry).effort) {
                (Fate::Behind(before), _) => say!(self.lang, "plan-left-behind", id = id(entry), before = id(before)),
                (Fate::NoRoom | Fate::TooLarge, Some(effort)) => {
                    say!(self.lang, "plan-left-effort", id = id(entry), effort = effort.to_string())
                }
                _ => id(entry),
            };
            let count = these.len();
            let items = named(these.into_iter().map(item), self.lang);
            (count > 0).then(|| say!(self.lang, "plan-left", reason = reason, items = items))
        };
        REASONS.into_iter().filter_map(line).collect()
    }

    /// What to do now.
    fn next_line(self) -> String {
        let is_planned = self.schedule.periods.iter().any(|period| !period.chosen.is_empty());
        let kind = match (is_planned, self.people) {
            (false, _) => "nothing",
            (true, None) => "people",
            (true, Some(_)) => "agree",
        };
        say!(self.lang, "plan-next", kind = kind)
    }
}

fn exact_of(decimal: crate::decimal::Decimal) -> BigRational {
    crate::scoring::Exact::from(decimal).to_ratio()
}

fn shown(amount: &BigRational) -> String {
    exact(amount.clone()).shortened(PLACES)
}
