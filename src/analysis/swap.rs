//! Which change of one share makes two items swap.
//!
//! One of the root's criteria takes a share s, the others keep their proportions. The distance between two items is then
//! s·d + (1 − s)·r, with d their distance on the criterion and r their distance on the others; it is nought at
//! s = r ÷ (r − d) (Triantaphyllou and Sánchez 1997, for one pair and one weight). For a mean and a sum that is exact;
//! where the root multiplies, the same holds for logarithms, to the digits of a double.

use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::breakdown::{Turn, break_down};
use crate::model::{Combine, NodeId, ROOT, Weights};
use crate::scoring::{Exact, Ranking, Scorer};

/// So many items on the far side are looked at where no scale bounds how far apart two items can be.
const FAR: usize = 10_000;

/// A change of one criterion's share that makes two items swap.
#[derive(Clone, Debug, PartialEq)]
pub struct Swap {
    /// The criterion.
    pub criterion: NodeId,
    /// Its share now, from 0 to 1.
    pub from: BigRational,
    /// The share at which the two items are level.
    pub to: BigRational,
}

impl Swap {
    /// How far the share moves.
    pub fn change(&self) -> BigRational {
        (&self.to - &self.from).abs()
    }
}

/// A swap of an item inside the cutoff with one outside, by their places in the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// The place of the item inside.
    pub inside: usize,
    /// The place of the item outside.
    pub outside: usize,
    /// What makes them swap.
    pub swap: Swap,
}

/// The shares of the root's criteria, ready to be moved.
#[derive(Debug)]
pub struct Shares<'a> {
    scorer: Scorer<'a>,
    weights: &'a Weights,
    multiplies: bool,
    criteria: Vec<(NodeId, BigRational)>,
}

/// What an item has on each of the root's criteria, as it is combined; logarithms where the root multiplies.
pub type Profile = Vec<BigRational>;

impl<'a> Shares<'a> {
    /// The shares as they are; `None` where there are fewer than two to move.
    pub fn new(scorer: Scorer<'a>, weights: &'a Weights) -> Option<Self> {
        let multiplies = scorer.model.nodes[ROOT].combine().is_some_and(Combine::multiplies);
        let children = scorer.model.nodes[ROOT].children.iter().copied().filter(|&child| scorer.plan.uses(child));
        let share = |child: NodeId| {
            let (numerator, denominator) = weights.share(scorer.model, child)?;
            Some((child, BigRational::new(numerator.into(), denominator.into())))
        };
        let criteria: Vec<_> = children.map(share).collect::<Option<_>>()?;
        (criteria.len() > 1).then_some(Self { scorer, weights, multiplies, criteria })
    }

    /// The criteria with their shares, in the order of profiles.
    pub fn criteria(&self) -> &[(NodeId, BigRational)] {
        &self.criteria
    }

    /// An item's profile; `None` where it has no score, or a nought that has no logarithm.
    pub fn profile(&self, row: usize) -> Option<Profile> {
        let tree = break_down(self.scorer, self.weights, row).ok()?;
        let value = |part: &super::Breakdown| {
            if !self.multiplies {
                return Some(part.counted.to_ratio());
            }
            let logarithm = part.counted.to_f64().ln();
            let divides = part.turns.contains(&Turn::Divides);
            BigRational::from_float(if divides { -logarithm } else { logarithm })
        };
        tree.parts.iter().map(value).collect()
    }

    /// The smallest change of one share that brings two items level; `None` where no share does.
    pub fn smallest_swap(&self, one: &Profile, other: &Profile) -> Option<Swap> {
        let apart: Vec<BigRational> = one.iter().zip(other).map(|(a, b)| a - b).collect();
        let gap: BigRational = self.criteria.iter().zip(&apart).map(|((_, share), apart)| share * apart).sum();
        let swaps = self.criteria.iter().zip(&apart).filter_map(|((criterion, share), apart)| {
            let rest = BigRational::one() - share;
            if rest.is_zero() {
                return None;
            }
            let others = (&gap - share * apart) / rest;
            let slope = &others - apart;
            let to =
                if gap.is_zero() { share.clone() } else { others / Some(slope).filter(|slope| !slope.is_zero())? };
            let is_share = !to.is_negative() && to <= BigRational::one();
            is_share.then(|| Swap { criterion: *criterion, from: share.clone(), to })
        });
        swaps.min_by_key(Swap::change)
    }

    /// The smallest change of one share, below `limit`, that lets an item beyond the first `inside` places draw level
    /// with one of them.
    pub fn crossing(&self, ranking: &Ranking, inside: usize, limit: &BigRational) -> Option<Crossing> {
        let item = |place: usize| Some(Placed::new(place, self.profile(ranking.standings[place].row as usize)?, self));
        let within: Vec<Placed> = (0..inside).rev().filter_map(item).collect();
        let lowest = within.first()?.height;
        let beyond = inside..ranking.standings.len();
        let (widths, beyond): (Vec<f64>, Box<dyn Iterator<Item = Placed>>) = match self.scale_widths() {
            Some(widths) => (widths, Box::new(beyond.filter_map(item))),
            None => {
                let near: Vec<Placed> = beyond.take(FAR).filter_map(item).collect();
                (self.found_widths(within.iter().chain(&near)), Box::new(near.into_iter()))
            }
        };
        let mut best: Option<Crossing> = None;
        let mut below = limit.clone();
        for theirs in beyond {
            if !self.could_swap(lowest - theirs.height, &below, &widths) {
                break;
            }
            for own in &within {
                if !self.could_swap(own.height - theirs.height, &below, &widths) {
                    break;
                }
                let swap = self.smallest_swap(&own.profile, &theirs.profile);
                if let Some(swap) = swap.filter(|swap| swap.change() < below) {
                    below = swap.change();
                    best = Some(Crossing { inside: own.place, outside: theirs.place, swap });
                }
            }
        }
        best
    }

    /// Whether two items that are so far apart could swap by a change below `limit`. No two items are further apart on a
    /// criterion than its width, so a gap g needs a change of at least g·(1 − s) ÷ (width + g).
    fn could_swap(&self, gap: f64, limit: &BigRational, widths: &[f64]) -> bool {
        /// What the rounding of doubles may take away.
        const SLACK: f64 = 1e-9;
        let limit = limit.to_f64().unwrap_or(1.0) + SLACK;
        self.criteria
            .iter()
            .zip(widths)
            .any(|((_, share), width)| gap * (1.0 - share.to_f64().unwrap_or_default()) < limit * (width + gap) + SLACK)
    }

    /// How far apart any two items can be on each criterion, where its scale bounds that.
    fn scale_widths(&self) -> Option<Vec<f64>> {
        self.criteria.iter().map(|(node, _)| width(self.scorer, *node, self.multiplies)).collect()
    }

    /// How far apart two of some items are at most on each criterion.
    fn found_widths<'p>(&self, items: impl Iterator<Item = &'p Placed>) -> Vec<f64> {
        let mut ends = vec![(f64::INFINITY, f64::NEG_INFINITY); self.criteria.len()];
        for item in items {
            for ((low, high), value) in ends.iter_mut().zip(&item.profile) {
                let value = value.to_f64().unwrap_or_default();
                (*low, *high) = (low.min(value), high.max(value));
            }
        }
        ends.into_iter().map(|(low, high)| high - low).collect()
    }
}

/// An item at its place in the ranking.
struct Placed {
    place: usize,
    /// The mean of its profile by the shares: what the ranking goes by, to the digits of a double.
    height: f64,
    profile: Profile,
}

impl Placed {
    fn new(place: usize, profile: Profile, shares: &Shares<'_>) -> Self {
        let terms = shares.criteria.iter().zip(&profile);
        let height = terms.map(|((_, share), value)| (share * value).to_f64().unwrap_or_default()).sum();
        Self { place, height, profile }
    }
}

/// How far apart two items can be on one of the root's criteria, as it is combined.
fn width(scorer: Scorer<'_>, node: NodeId, multiplies: bool) -> Option<f64> {
    let is_mean = scorer.model.nodes[ROOT].combine() == Some(Combine::Mean);
    // Under a mean everything is mapped onto the mean's own scale.
    let (low, high): (Exact, Exact) = scorer.plan.bounds(if is_mean { ROOT } else { node })?;
    let width = if multiplies { (high.to_f64() / low.to_f64()).ln() } else { high.to_f64() - low.to_f64() };
    width.is_finite().then_some(width)
}
