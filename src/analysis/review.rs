//! Did it work? Facts first: the improvement over the baseline, the share of the planned improvement reached, and how the
//! work was done; then what they are read as.

use crate::decimal::Decimal;
use crate::scoring::Exact;

/// Measured so many days after the start or earlier a figure is a first reaction; the full effect takes one to three months.
pub const FIRST_REACTION_DAYS: i64 = 27;

/// Which way a metric gets better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

impl Better {
    /// The name in files and reports: `higher`, `lower`.
    pub fn name(self) -> &'static str {
        match self {
            Better::Higher => "higher",
            Better::Lower => "lower",
        }
    }
}

/// What is known of one result; `None` where nobody has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Which way the metric gets better.
    pub better: Better,
    /// What was measured before.
    pub baseline: Option<Decimal>,
    /// What the plan was.
    pub planned: Option<Decimal>,
    /// What was measured after.
    pub actual: Option<Decimal>,
    /// How much of the planned work was done, in per cent.
    pub quantity: Option<Decimal>,
    /// How well it was done, from 1 to 10.
    pub quality: Option<Decimal>,
    /// How many days after the start it was measured; negative where it was measured before.
    pub days: Option<i64>,
}

/// From where on a fact counts, as `[review]` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// The share of the planned improvement that counts as reached, in per cent.
    pub reached: Decimal,
    /// The share from which a metric moves in the right direction, in per cent.
    pub moving: Decimal,
    /// The quantity that is enough, in per cent.
    pub quantity: Decimal,
    /// The quality that is good enough, from 1 to 10.
    pub quality: Decimal,
}

impl Default for Thresholds {
    /// All that was planned; a tenth of it; four fifths of the work; seven of ten.
    fn default() -> Self {
        let whole = |number: i64| Decimal::from(number);
        Self { reached: whole(100), moving: whole(10), quantity: whole(80), quality: whole(7) }
    }
}

/// How the work was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Execution {
    /// Enough, and well enough.
    Done,
    /// Not enough, or not well enough.
    Thin,
    /// Nobody has said.
    Unknown,
}

impl Execution {
    /// The name in reports: `done`, `thin`, `unknown`.
    pub fn name(self) -> &'static str {
        match self {
            Execution::Done => "done",
            Execution::Thin => "thin",
            Execution::Unknown => "unknown",
        }
    }
}

/// What a result is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// Reached: make it bigger, more general, leaner or gentler, and spread it.
    Reached,
    /// Reached though it was not done enough: find out what did it.
    ReachedThinly,
    /// Done well, on the way, and not there yet.
    Partly,
    /// On the way, and not done enough: raise the execution.
    Raise,
    /// On the way; whether it was done enough is not known.
    MovingUnknown,
    /// Done well and no result: the hypothesis is wrong.
    Wrong,
    /// No result, and not done enough: the hypothesis is untested.
    Untested,
    /// No result; whether it was done enough is not known.
    StillUnknown,
    /// Worse than the baseline.
    Worse,
    /// Nothing to hold it against: no plan, no baseline, or a plan that improves nothing.
    NoPlan,
    /// Measured before the work began: a baseline, and no result.
    BeforeStart,
    /// Not measured yet.
    NotMeasured,
}

impl Reading {
    /// The name in reports, such as `reached`.
    pub fn name(self) -> &'static str {
        match self {
            Reading::Reached => "reached",
            Reading::ReachedThinly => "reached-thinly",
            Reading::Partly => "partly",
            Reading::Raise => "raise-execution",
            Reading::MovingUnknown => "moving",
            Reading::Wrong => "hypothesis-wrong",
            Reading::Untested => "untested",
            Reading::StillUnknown => "no-result",
            Reading::Worse => "worse",
            Reading::NoPlan => "no-plan",
            Reading::BeforeStart => "before-start",
            Reading::NotMeasured => "not-measured",
        }
    }

    /// Whether the plan was reached.
    pub fn is_reached(self) -> bool {
        matches!(self, Reading::Reached | Reading::ReachedThinly)
    }

    /// Whether nothing was measured since the work began.
    pub fn is_unmeasured(self) -> bool {
        matches!(self, Reading::BeforeStart | Reading::NotMeasured)
    }
}

/// One result, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The improvement that was planned, in the metric's unit: positive in the good direction.
    pub planned: Option<Exact>,
    /// The improvement over the baseline, in the metric's unit: negative where it got worse.
    pub improvement: Option<Exact>,
    /// The improvement over the planned one; `None` where no improvement was planned. 1 is all of it.
    pub share: Option<Exact>,
    /// How the work was done.
    pub execution: Execution,
    /// What it is read as.
    pub reading: Reading,
    /// Whether it was measured too early for the full effect.
    pub is_early: bool,
}

impl Facts {
    /// The improvement that was planned; `None` where baseline or plan is blank.
    pub fn planned_improvement(&self) -> Option<Exact> {
        self.improvement_to(self.planned?)
    }

    /// How many days after the start it was measured; `None` where that isn't known, or was before.
    pub fn days_after_start(&self) -> Option<i64> {
        self.days.filter(|days| *days >= 0)
    }

    fn improvement_to(&self, value: Decimal) -> Option<Exact> {
        let (value, baseline) = (Exact::from(value), Exact::from(self.baseline?));
        Some(match self.better {
            Better::Higher => value.minus(&baseline),
            Better::Lower => baseline.minus(&value),
        })
    }
}

/// Takes a result apart.
///
/// improvement = actual − baseline, turned so that better is positive; share = improvement ÷ planned improvement. There is
/// no share where the planned improvement is nought or negative, and none of what was measured before the work began.
pub fn review(facts: &Facts, thresholds: &Thresholds) -> Review {
    let zero = Exact::from(Decimal::ZERO);
    let planned = facts.planned_improvement();
    let improvement = facts.actual.and_then(|actual| facts.improvement_to(actual));
    let is_before = facts.actual.is_some() && facts.days.is_some_and(|days| days < 0);
    let share = match (&improvement, &planned) {
        _ if is_before => None,
        (Some(improvement), Some(planned)) if *planned > zero => improvement.over(planned),
        _ => None,
    };
    let execution = execution(facts, thresholds);
    let is_early = facts.actual.is_some() && facts.days_after_start().is_some_and(|days| days <= FIRST_REACTION_DAYS);
    let reading = match (&improvement, &share) {
        _ if facts.actual.is_none() => Reading::NotMeasured,
        _ if is_before => Reading::BeforeStart,
        (Some(improvement), Some(share)) => {
            let share = share.percent();
            let reached = share >= Exact::from(thresholds.reached);
            let moving = share >= Exact::from(thresholds.moving);
            match execution {
                Execution::Thin if reached => Reading::ReachedThinly,
                _ if reached => Reading::Reached,
                _ if *improvement < zero => Reading::Worse,
                Execution::Done if moving => Reading::Partly,
                Execution::Thin if moving => Reading::Raise,
                Execution::Unknown if moving => Reading::MovingUnknown,
                Execution::Done => Reading::Wrong,
                Execution::Thin => Reading::Untested,
                Execution::Unknown => Reading::StillUnknown,
            }
        }
        _ => Reading::NoPlan,
    };
    Review { planned, improvement, share, execution, reading, is_early }
}

/// One figure below its threshold says that it was not done enough; that it was takes both.
fn execution(facts: &Facts, thresholds: &Thresholds) -> Execution {
    let quantity = facts.quantity.map(|quantity| quantity >= thresholds.quantity);
    let quality = facts.quality.map(|quality| quality >= thresholds.quality);
    match (quantity, quality) {
        (Some(false), _) | (_, Some(false)) => Execution::Thin,
        (Some(true), Some(true)) => Execution::Done,
        _ => Execution::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<Decimal> {
        Decimal::parse(text, b'.').ok()
    }

    fn facts(better: Better, baseline: &str, planned: &str, actual: &str, quantity: &str, quality: &str) -> Facts {
        let [baseline, planned, actual, quantity, quality] = [baseline, planned, actual, quantity, quality].map(number);
        Facts { better, baseline, planned, actual, quantity, quality, days: None }
    }

    fn read(facts: Facts) -> (Option<String>, Reading) {
        let review = review(&facts, &Thresholds::default());
        (review.share.map(|share| share.rounded(3)), review.reading)
    }

    #[test]
    fn the_churn_rate_of_the_method_is_five_ninths_of_its_plan() {
        // Last year 30 %, planned 21 %, actual 25 %.
        let (share, reading) = read(facts(Better::Lower, "30", "21", "25", "55", "7"));
        assert_eq!((share.as_deref(), reading), (Some("0.556"), Reading::Raise));
    }

    #[test]
    fn each_combination_has_its_reading() {
        let higher = |actual, quantity, quality| read(facts(Better::Higher, "50", "70", actual, quantity, quality)).1;
        assert_eq!(higher("70", "100", "9"), Reading::Reached);
        assert_eq!(higher("70", "", ""), Reading::Reached);
        assert_eq!(higher("71", "50", "9"), Reading::ReachedThinly);
        assert_eq!(higher("69.99", "80", "7"), Reading::Partly);
        assert_eq!(higher("52", "79.9", "7"), Reading::Raise);
        assert_eq!(higher("52", "100", ""), Reading::MovingUnknown);
        assert_eq!(higher("51.99", "100", "9"), Reading::Wrong);
        assert_eq!(higher("50", "100", "6"), Reading::Untested);
        assert_eq!(higher("50", "", "6"), Reading::Untested);
        assert_eq!(higher("50", "", "9"), Reading::StillUnknown);
        assert_eq!(higher("49", "100", "9"), Reading::Worse);
        assert_eq!(higher("", "100", "9"), Reading::NotMeasured);
    }

    #[test]
    fn a_plan_that_improves_nothing_is_never_divided_by() {
        assert_eq!(read(facts(Better::Higher, "50", "50", "60", "100", "9")), (None, Reading::NoPlan));
        assert_eq!(read(facts(Better::Lower, "50", "60", "70", "100", "9")), (None, Reading::NoPlan));
        assert_eq!(read(facts(Better::Lower, "", "60", "70", "100", "9")), (None, Reading::NoPlan));
        let review = review(&facts(Better::Higher, "50", "", "60", "", ""), &Thresholds::default());
        assert_eq!(review.improvement.map(|improvement| improvement.to_string()).as_deref(), Some("10"));
    }

    #[test]
    fn four_weeks_make_more_than_a_first_reaction() {
        let after = |days| {
            let facts = Facts { days: Some(days), ..facts(Better::Higher, "1", "2", "1.5", "100", "9") };
            review(&facts, &Thresholds::default()).is_early
        };
        assert!(after(14) && after(27) && !after(28));
    }

    #[test]
    fn what_was_measured_before_the_start_is_read_as_nothing() {
        let facts = Facts { days: Some(-1), ..facts(Better::Higher, "50", "70", "50", "100", "9") };
        let review = review(&facts, &Thresholds::default());
        assert_eq!((review.share, review.reading, review.is_early), (None, Reading::BeforeStart, false));
        assert_eq!(facts.days_after_start(), None);
    }
}
