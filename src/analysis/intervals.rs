//! How far each share can move before the answer changes, in closed form.
//!
//! One of the root's criteria takes a share s, the others keep their proportions. Every item's score is then a line in s,
//! and an answer changes where two lines cross: no grid, no step, no missed flip (Triantaphyllou and Sánchez 1997; O'Shea
//! and others 2026). Exact for a mean and a sum; for a root that multiplies the lines are those of logarithms, to the
//! digits of a double.
//!
//! Items that share a rank now count as one: that they part as soon as a share moves changes no answer.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};
use rayon::prelude::*;

use super::swap::{Profile, Shares};
use crate::model::NodeId;
use crate::scoring::Ranking;

/// How far the share of one criterion can move.
#[derive(Clone, Debug)]
pub struct Interval {
    /// The criterion.
    pub criterion: NodeId,
    /// Its share now.
    pub share: BigRational,
    /// Until another item overtakes the leader.
    pub leader: Reach,
    /// Until an item outside the top overtakes one inside; `None` where nobody is outside.
    pub top: Option<Reach>,
    /// Until any two items swap.
    pub order: Reach,
}

/// A closed interval of shares.
#[derive(Clone, Debug)]
pub struct Reach {
    /// Where it ends below.
    pub low: End,
    /// Where it ends above.
    pub high: End,
}

/// One end of an interval.
#[derive(Clone, Debug)]
pub struct End {
    /// The share; 0 or 1 where nothing changes on the way there.
    pub share: BigRational,
    /// The places of the item that is overtaken beyond it, and of the one that overtakes it.
    pub pair: Option<(usize, usize)>,
}

/// An item's score as a line in the share, over the denominator that all of them have.
#[derive(Debug)]
struct Line {
    at_zero: BigInt,
    slope: BigInt,
}

/// In which direction a share moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Down,
    Up,
}

/// The intervals of all of the root's criteria, the cutoff under the rank `top`. Items without a profile (a product with a
/// nought in it) are left out.
pub fn intervals(shares: &Shares<'_>, ranking: &Ranking, top: usize) -> Vec<Interval> {
    let profile = |place: usize| Some((place, shares.profile(ranking.standings[place].row as usize)?));
    let items: Vec<(usize, Profile)> = (0..ranking.standings.len()).filter_map(profile).collect();
    let ranks: Vec<u32> = items.iter().map(|(place, _)| ranking.standings[*place].rank).collect();
    let inside = ranks.partition_point(|rank| *rank as usize <= top);
    let interval = |(number, (criterion, share)): (usize, &(NodeId, BigRational))| {
        let lines = lines(shares, &items, number);
        let ground = Ground { lines: &lines, ranks: &ranks, share };
        let reach = |end: &dyn Fn(Way) -> End| {
            let named = |way: Way| {
                let end = end(way);
                End { pair: end.pair.map(|(one, other)| (items[one].0, items[other].0)), share: end.share }
            };
            Reach { low: named(Way::Down), high: named(Way::Up) }
        };
        Interval {
            criterion: *criterion,
            share: share.clone(),
            leader: reach(&|way| ground.leader(way)),
            top: (inside < items.len()).then(|| reach(&|way| ground.top(way, inside))),
            order: reach(&|way| ground.order(way)),
        }
    };
    shares.criteria().par_iter().enumerate().map(interval).collect()
}

/// The items' lines for one criterion, on one denominator.
fn lines(shares: &Shares<'_>, items: &[(usize, Profile)], number: usize) -> Vec<Line> {
    let criteria = shares.criteria();
    let rest = BigRational::one() - &criteria[number].1;
    let proportions: Vec<BigRational> = criteria.iter().map(|(_, share)| share / &rest).collect();
    let ends: Vec<(BigRational, BigRational)> = items
        .iter()
        .map(|(_, profile)| {
            let others = proportions.iter().zip(profile).enumerate().filter(|(other, _)| *other != number);
            (others.map(|(_, (proportion, value))| proportion * value).sum(), profile[number].clone())
        })
        .collect();
    let denominator = ends.iter().fold(BigInt::one(), |all, (a, b)| all.lcm(a.denom()).lcm(b.denom()));
    let whole = |value: &BigRational| value.numer() * (&denominator / value.denom());
    let line = |(at_zero, at_one): &(BigRational, BigRational)| {
        let at_zero = whole(at_zero);
        Line { slope: whole(at_one) - &at_zero, at_zero }
    };
    ends.iter().map(line).collect()
}

/// Lines, the ranks that they have at the present share, and that share.
struct Ground<'a> {
    lines: &'a [Line],
    ranks: &'a [u32],
    share: &'a BigRational,
}

impl Ground<'_> {
    /// Where an item that doesn't share the first rank overtakes those that do.
    fn leader(&self, way: Way) -> End {
        let leaders = self.ranks.partition_point(|rank| *rank == self.ranks[0]);
        // Of items that are level now, the one whose line rises most in this direction leads from here on.
        let Some(first) = self.best(0..leaders, way) else { return self.nothing(way) };
        self.nearest((leaders..self.lines.len()).map(|rival| (first, rival)), way)
    }

    /// Where two items swap: of all lines the first to cross are neighbours.
    fn order(&self, way: Way) -> End {
        let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
        for (place, rank) in self.ranks.iter().enumerate() {
            match groups.last_mut() {
                Some(group) if self.ranks[group.start] == *rank => group.end = place + 1,
                _ => groups.push(place..place + 1),
            }
        }
        let pairs = groups.windows(2).filter_map(|pair| {
            let last = self.worst(pair[0].clone(), way)?;
            Some((last, self.best(pair[1].clone(), way)?))
        });
        self.nearest(pairs, way)
    }

    /// Where an item outside the first `inside` ones overtakes one inside.
    ///
    /// The least of the inside less the most of the outside is concave in the share, so Newton's steps from the far end
    /// never pass its nought; each step is the crossing of the two lines that are the least and the most there.
    fn top(&self, way: Way, inside: usize) -> End {
        let far = self.nothing(way);
        let mut end = far.clone();
        loop {
            let values: Vec<BigInt> = (0..self.lines.len()).map(|place| self.value(place, &end.share)).collect();
            let lowest = (0..inside).min_by_key(|&place| &values[place]);
            let highest = (inside..values.len()).max_by(|&a, &b| values[a].cmp(&values[b]).then(b.cmp(&a)));
            let (Some(item), Some(rival)) = (lowest, highest) else { return far };
            if values[item] >= values[rival] {
                return end;
            }
            match self.crossing(item, rival, way) {
                Some(share) => end = End { share, pair: Some((item, rival)) },
                None => return End { share: self.share.clone(), pair: Some((item, rival)) },
            }
        }
    }

    /// The end where nothing changes on the way.
    fn nothing(&self, way: Way) -> End {
        let share = if way == Way::Up { BigRational::one() } else { BigRational::zero() };
        End { share, pair: None }
    }

    /// The nearest crossing of the pairs, the first of those that are as near.
    fn nearest(&self, pairs: impl Iterator<Item = (usize, usize)>, way: Way) -> End {
        let mut nearest = self.nothing(way);
        for (item, rival) in pairs {
            let Some(share) = self.crossing(item, rival, way) else { continue };
            // At the very end there is nothing beyond: a crossing there changes no answer.
            let is_nearer = if way == Way::Up { share < nearest.share } else { share > nearest.share };
            if is_nearer {
                nearest = End { share, pair: Some((item, rival)) };
            }
        }
        nearest
    }

    /// The share at which `rival` draws level with `item`, moving this way from the present one.
    fn crossing(&self, item: usize, rival: usize, way: Way) -> Option<BigRational> {
        let (one, other) = (&self.lines[item], &self.lines[rival]);
        let slope = &one.slope - &other.slope;
        let closes = if way == Way::Up { slope.is_negative() } else { slope.is_positive() };
        let share = closes.then(|| BigRational::new(&other.at_zero - &one.at_zero, slope))?;
        (!share.is_negative() && share <= BigRational::one()).then_some(share)
    }

    fn value(&self, place: usize, share: &BigRational) -> BigInt {
        let line = &self.lines[place];
        share.denom() * &line.at_zero + share.numer() * &line.slope
    }

    fn best(&self, mut group: std::ops::Range<usize>, way: Way) -> Option<usize> {
        let first = group.next()?;
        Some(group.fold(first, |best, place| if self.rises_more(place, best, way) { place } else { best }))
    }

    fn worst(&self, mut group: std::ops::Range<usize>, way: Way) -> Option<usize> {
        let first = group.next()?;
        Some(group.fold(first, |worst, place| if self.rises_more(worst, place, way) { place } else { worst }))
    }

    /// Whether one line gains more than another when the share moves this way.
    fn rises_more(&self, one: usize, other: usize, way: Way) -> bool {
        let (one, other) = (&self.lines[one].slope, &self.lines[other].slope);
        if way == Way::Up { one > other } else { one < other }
    }
}
