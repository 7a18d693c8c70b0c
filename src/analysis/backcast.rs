//! Working backwards from a goal: what each stage of a funnel must deliver, and which conversion stands in the way.

use num_rational::BigRational;
use num_traits::{One, Zero};

use crate::decimal::Decimal;
use crate::scoring::Exact;

/// A stage as a file has it; `None` where nothing is said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    /// How many were counted there.
    pub count: Option<Decimal>,
    /// The part of them that goes on to the next stage: 0.3 is 30 %.
    pub rate: Option<Decimal>,
    /// The best rate that is thought possible; all of them where nothing is said.
    pub best: Option<Decimal>,
}

/// Why stages make no funnel that can be worked back; each names a stage by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The stage has no rate, and it or the next one no count.
    NoRate(usize),
    /// The stage's count is nought, so that nothing says how many would go on, and nothing comes of any rate.
    ZeroCount(usize),
    /// Nothing goes on from the stage.
    ZeroRate(usize),
    /// No stage has a count.
    NoCount,
}

/// Stages from the first to the last, two or more, each with its count and its rate to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    counts: Vec<BigRational>,
    rates: Vec<BigRational>,
    caps: Vec<BigRational>,
    /// For each stage whether its count follows from another's.
    pub derived: Vec<bool>,
    /// Whether whole things are counted.
    pub is_whole: bool,
}

impl Funnel {
    /// Makes a funnel of the stages, the first first. The rates are those of the counts; where a count is missing, those
    /// that are given, and the count follows from the nearest one before it, else from the nearest behind it. A rate that
    /// leads from such a count to one that is given is theirs again: what was counted wins.
    pub fn new(stages: &[Stage]) -> Result<Self, Vec<Fault>> {
        let exact = |value: Decimal| Exact::from(value).to_ratio();
        let given: Vec<Option<BigRational>> = stages.iter().map(|stage| stage.count.map(exact)).collect();
        let followed = followed(stages);
        let rate = |at: usize| match (&given[at], &followed[at], &given[at + 1]) {
            (Some(own), ..) if own.is_zero() => Err(Fault::ZeroCount(at)),
            (.., Some(next)) if next.is_zero() => Err(Fault::ZeroRate(at)),
            (_, Some(own), Some(next)) => Ok(next / own),
            _ => stages[at].rate.map(exact).ok_or(Fault::NoRate(at)),
        };
        let mut faults = Vec::new();
        let mut rates = Vec::new();
        for at in 0..stages.len().saturating_sub(1) {
            match rate(at) {
                Ok(rate) if rate.is_zero() => faults.push(Fault::ZeroRate(at)),
                Ok(rate) => rates.push(rate),
                Err(fault) => faults.push(fault),
            }
        }
        let Some(first) = given.iter().position(Option::is_some) else {
            faults.push(Fault::NoCount);
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut counts = vec![BigRational::zero(); stages.len()];
        counts[first] = given[first].clone().unwrap_or_default();
        for at in (0..first).rev() {
            counts[at] = &counts[at + 1] / &rates[at];
        }
        for at in first + 1..stages.len() {
            counts[at] = given[at].clone().unwrap_or_else(|| &counts[at - 1] * &rates[at - 1]);
        }
        let cap =
            |(stage, rate): (&Stage, &BigRational)| stage.best.map_or_else(BigRational::one, exact).max(rate.clone());
        Ok(Self {
            caps: stages.iter().zip(&rates).map(cap).collect(),
            derived: given.iter().map(Option::is_none).collect(),
            is_whole: stages.iter().all(|stage| stage.count.is_none_or(Decimal::is_whole)),
            counts,
            rates,
        })
    }
}

impl Funnel {
    /// The rate from a stage to the next, by its place; `None` of the last one.
    pub fn rate(&self, stage: usize) -> Option<Exact> {
        self.rates.get(stage).cloned().map(Exact::from)
    }
}

/// The count of each stage as it is given, else as it follows from the nearest one before it; `None` where nothing does, and
/// where that would be nought.
pub fn followed(stages: &[Stage]) -> Vec<Option<BigRational>> {
    let exact = |value: Decimal| Exact::from(value).to_ratio();
    let mut counts: Vec<Option<BigRational>> = Vec::with_capacity(stages.len());
    for (at, stage) in stages.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| (&counts[before], stages[before].rate));
        let follows = match before {
            Some((Some(count), Some(rate))) => Some(count * exact(rate)).filter(|count| !count.is_zero()),
            _ => None,
        };
        counts.push(stage.count.map(exact).or(follows));
    }
    counts
}

/// What a stage must deliver, and what it delivers.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// What it delivers now.
    pub now: Exact,
    /// What it must deliver for the goal: the goal over the product of the later rates.
    pub required: Exact,
    /// The required less the present; negative where there is more than enough.
    pub gap: Exact,
}

/// A conversion from one stage to the next, and what could be done with it alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// The present rate.
    pub rate: Exact,
    /// The rate that it could be raised to: the best that is given, else 1, and never less than the present one.
    pub cap: Exact,
    /// What the last stage would deliver with that rate.
    pub delivers: Exact,
    /// The part of the last stage's gap that this would close, at most all; `None` where there is no gap.
    pub closes: Option<Exact>,
    /// The rate that reaches the goal if nothing else changes.
    pub needed: Exact,
    /// Whether that rate can be: it is within the cap.
    pub is_within: bool,
}

/// The rate that reaches the goal with the smallest change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The stages whose rate it could be: more than one where the changes are equal.
    pub stages: Vec<usize>,
    /// Whether it takes more than the best that is given for the stage, though no more than 100 %.
    pub is_beyond_best: bool,
}

/// The answer, stage by stage from the first to the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Backcast {
    /// One for each stage.
    pub needs: Vec<Need>,
    /// One for each stage but the last.
    pub levers: Vec<Lever>,
    /// Whether the last stage delivers the goal already.
    pub is_reached: bool,
    /// The stages whose conversion, raised to its cap alone, closes most of the gap: more than one where they are equal,
    /// none where the goal is reached or no rate can rise.
    pub bottleneck: Vec<usize>,
    /// The smallest change of one rate that reaches the goal, in percentage points; `None` where no single one can, or none
    /// is needed.
    pub change: Option<Change>,
}

/// Works back from a goal above nought.
///
/// With the rates as they are, every stage lacks the same part of what it must deliver, so that the gaps alone name no
/// bottleneck. The bottleneck is the conversion with which the last stage would deliver most if that one alone were raised to
/// its cap. As any single rate would have to rise by the same factor, goal ÷ present, the smallest change is that of the lowest
/// rate which can still rise so far.
pub fn backcast(funnel: &Funnel, goal: Decimal) -> Backcast {
    let goal = Exact::from(goal).to_ratio();
    let mut required = vec![goal.clone(); funnel.counts.len()];
    for at in (0..funnel.rates.len()).rev() {
        required[at] = &required[at + 1] / &funnel.rates[at];
    }
    let need = |(now, required): (&BigRational, BigRational)| Need {
        now: Exact::from(now.clone()),
        gap: Exact::from(&required - now),
        required: Exact::from(required),
    };
    let needs: Vec<Need> = funnel.counts.iter().zip(required).map(need).collect();
    let now = funnel.counts.last().cloned().unwrap_or_default();
    let is_reached = now >= goal;
    let one = BigRational::one();
    let mut raised = Vec::new();
    let mut changes = Vec::new();
    let mut levers = Vec::new();
    for (rate, cap) in funnel.rates.iter().zip(&funnel.caps) {
        let delivers = &now * cap / rate;
        let needed = rate * &goal / &now;
        let closes = (!is_reached).then(|| ((&delivers - &now) / (&goal - &now)).min(one.clone()));
        let is_within = needed <= *cap;
        changes.push((is_within, &needed - rate, is_within || needed <= one));
        raised.push((delivers.clone(), cap > rate));
        levers.push(Lever {
            rate: Exact::from(rate.clone()),
            cap: Exact::from(cap.clone()),
            delivers: Exact::from(delivers),
            closes: closes.map(Exact::from),
            needed: Exact::from(needed),
            is_within,
        });
    }
    let bottleneck = if is_reached {
        Vec::new()
    } else {
        let most = raised.iter().filter(|(_, rises)| *rises).map(|(delivers, _)| delivers).max();
        (0..raised.len()).filter(|&at| raised[at].1 && Some(&raised[at].0) == most).collect()
    };
    let change = if is_reached { None } else { smallest(&changes) };
    Backcast { needs, levers, is_reached, bottleneck, change }
}

/// The smallest of the changes that can be: of those within the cap, else of those up to 100 %.
fn smallest(changes: &[(bool, BigRational, bool)]) -> Option<Change> {
    let is_beyond_best = !changes.iter().any(|(is_within, ..)| *is_within);
    let can_be =
        |(is_within, _, is_possible): &&(bool, BigRational, bool)| *is_within || is_beyond_best && *is_possible;
    let least = changes.iter().filter(can_be).map(|(_, points, _)| points).min()?;
    let is_least = |&at: &usize| can_be(&&changes[at]) && changes[at].1 == *least;
    Some(Change { stages: (0..changes.len()).filter(is_least).collect(), is_beyond_best })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<Decimal> {
        Decimal::parse(text, b'.').ok()
    }

    fn counted(counts: &[&str]) -> Vec<Stage> {
        counts.iter().map(|count| Stage { count: number(count), ..Stage::default() }).collect()
    }

    fn worked(stages: &[Stage], goal: i64) -> Backcast {
        backcast(&Funnel::new(stages).expect("it can be worked back"), Decimal::from(goal))
    }

    fn texts(values: impl Iterator<Item = Exact>) -> Vec<String> {
        values.map(|value| value.shortened(3)).collect()
    }

    #[test]
    fn twenty_contracts_are_walked_back_through_the_stages() {
        // Of 1 000 leads 150 become meetings, of those 60 proposals, of those 12 contracts.
        let found = worked(&counted(&["1000", "150", "60", "12"]), 20);
        assert_eq!(texts(found.needs.iter().map(|need| need.required.clone())), ["1666.667", "250", "100", "20"]);
        assert_eq!(texts(found.needs.iter().map(|need| need.gap.clone())), ["666.667", "100", "40", "8"]);
        assert_eq!(texts(found.levers.iter().map(|lever| lever.rate.clone())), ["0.15", "0.4", "0.2"]);
        assert_eq!(texts(found.levers.iter().map(|lever| lever.needed.clone())), ["0.25", "0.667", "0.333"]);
        assert_eq!(found.bottleneck, [0]);
        assert_eq!(found.change, Some(Change { stages: vec![0], is_beyond_best: false }));
    }

    #[test]
    fn the_best_that_is_possible_moves_the_bottleneck() {
        let mut stages = counted(&["1000", "150", "60", "12"]);
        stages[0].best = number("0.18");
        let found = worked(&stages, 20);
        assert_eq!((&found.bottleneck[..], found.levers[0].is_within), (&[2][..], false));
        assert_eq!(found.change.map(|change| change.stages), Some(vec![2]));
        stages.iter_mut().for_each(|stage| stage.best = number("0.2"));
        let found = worked(&stages, 20);
        // Two of the rates are at their best or beyond, and the third doesn't get far enough.
        assert_eq!(found.bottleneck, [0]);
        assert_eq!(found.change, Some(Change { stages: vec![0], is_beyond_best: true }));
    }

    #[test]
    fn no_rate_rises_above_a_hundred_per_cent() {
        let found = worked(&counted(&["10", "9", "8"]), 20);
        assert_eq!(found.change, None);
        assert_eq!(found.bottleneck, [1]);
        assert_eq!(texts(found.levers.iter().map(|lever| lever.delivers.clone())), ["8.889", "9"]);
    }

    #[test]
    fn equal_rates_share_the_bottleneck_and_a_goal_that_is_reached_has_none() {
        let found = worked(&counted(&["100", "50", "25"]), 30);
        assert_eq!((found.bottleneck, found.change.map(|change| change.stages)), (vec![0, 1], Some(vec![0, 1])));
        let found = worked(&counted(&["100", "50", "25"]), 25);
        assert!(found.is_reached && found.bottleneck.is_empty() && found.change.is_none());
    }

    #[test]
    fn rates_and_one_count_are_enough() {
        let rate = |rate: &str| Stage { rate: number(rate), ..Stage::default() };
        let stages = [rate("0.1"), Stage { count: number("30"), ..rate("0.5") }, Stage::default()];
        let found = worked(&stages, 20);
        assert_eq!(texts(found.needs.iter().map(|need| need.now.clone())), ["300", "30", "15"]);
        assert_eq!(texts(found.needs.iter().map(|need| need.required.clone())), ["400", "40", "20"]);
    }

    #[test]
    fn what_was_counted_wins_over_the_rates_that_lead_to_it() {
        let rate = |count: &str, rate: &str| Stage { count: number(count), rate: number(rate), best: None };
        for wrong_or_blank in ["0.3", ""] {
            let found = worked(&[rate("150", "0.4"), rate("", wrong_or_blank), rate("12", "")], 20);
            assert_eq!(texts(found.needs.iter().map(|need| need.now.clone())), ["150", "60", "12"]);
            assert_eq!(texts(found.needs.iter().map(|need| need.required.clone())), ["250", "100", "20"]);
            assert_eq!(texts(found.levers.iter().map(|lever| lever.rate.clone())), ["0.4", "0.2"]);
        }
    }

    #[test]
    fn a_count_of_nought_is_a_fault_beside_a_rate_too() {
        let stage = |count: &str, rate: &str| Stage { count: number(count), rate: number(rate), best: None };
        assert_eq!(Funnel::new(&[stage("0", "0.5"), stage("", "")]), Err(vec![Fault::ZeroCount(0)]));
        assert_eq!(Funnel::new(&[stage("", "0.5"), stage("0", "")]), Err(vec![Fault::ZeroRate(0)]));
        assert_eq!(
            Funnel::new(&[stage("100", "0.5"), stage("", "0.5"), stage("0", "")]),
            Err(vec![Fault::ZeroRate(1)])
        );
        assert_eq!(
            Funnel::new(&[stage("0", "0.5"), stage("", "0.5"), stage("12", "")]),
            Err(vec![Fault::ZeroCount(0)])
        );
    }

    #[test]
    fn what_cannot_be_worked_back_is_said_and_nothing_is_divided_by_nought() {
        assert_eq!(Funnel::new(&counted(&["0", "5", "1"])), Err(vec![Fault::ZeroCount(0)]));
        assert_eq!(Funnel::new(&counted(&["5", "0", "0"])), Err(vec![Fault::ZeroRate(0), Fault::ZeroCount(1)]));
        assert_eq!(Funnel::new(&counted(&["5", "", "1"])), Err(vec![Fault::NoRate(0), Fault::NoRate(1)]));
        assert_eq!(Funnel::new(&counted(&["", ""])), Err(vec![Fault::NoRate(0), Fault::NoCount]));
    }

    #[test]
    fn raising_a_rate_to_what_is_needed_delivers_the_goal() {
        let stages = counted(&["1234", "321", "77", "13"]);
        for at in 0..3 {
            let found = worked(&stages, 20);
            let needed = found.levers[at].needed.to_ratio();
            let delivered =
                found.levers.iter().enumerate().fold(found.needs[0].now.to_ratio(), |count, (place, lever)| {
                    count * if place == at { needed.clone() } else { lever.rate.to_ratio() }
                });
            assert_eq!(Exact::from(delivered), Exact::from(Decimal::from(20)));
        }
    }
}
