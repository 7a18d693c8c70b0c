//! The weights that would have ranked past results best: a scenario to talk about, never applied.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use super::correlation::rank_correlation;
use super::hindsight::{ENOUGH_TO_LEARN, Seen};
use super::least_squares::non_negative_least_squares;
use crate::decimal::Decimal;
use crate::model::{Combine, Kind, Model, NodeId, ROOT, Weights};
use crate::scoring::{Exact, Plan};

/// What the weights add up to.
const SUM: u32 = 100;
/// Shares count to so many places: nobody measures more finely, and longer fractions only cost time.
const PLACES: u32 = 9;
/// Up to so many items each is also ranked by weights that were learnt without it.
const LEFT_OUT: usize = 300;

/// Weights learnt from results.
#[derive(Clone, Debug, PartialEq)]
pub struct Learnt {
    /// A weight for each child of the root, in whole numbers that add up to 100.
    pub weights: Vec<(NodeId, u32)>,
    /// The rank correlation of the scores at decision time with the shares, over the items that count here.
    pub before: Option<f64>,
    /// The rank correlation of the scores under these weights with the shares: on the same items that they were learnt from.
    pub after: Option<f64>,
    /// The same, with each item scored by weights that were learnt without it; `None` for more than 300 items, and where
    /// leaving one out leaves nothing to learn.
    pub left_out: Option<f64>,
    /// How many items they were learnt from: those that are rated on every criterion.
    pub n: usize,
}

/// Why no weights were learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotLearnt {
    /// The model is no weighted mean or sum.
    OtherModel,
    /// The ratings on these children of the root are not known.
    NoRatings(NodeId),
    /// Fewer than twelve items have a share and all ratings: there are so many.
    TooFew(usize),
    /// No criterion goes along with the results.
    Nothing,
}

/// Learns weights: with u an item's value on a child of the root, turned so that more is better, those w ≥ 0 under which
/// Σ w·u, moved by one constant for all, is nearest to the shares by least squares; whole numbers that add up to 100.
pub(super) fn learn(model: &Model, weights: &Weights, criteria: &[NodeId], seen: &[Seen]) -> Result<Learnt, NotLearnt> {
    let combine = model.nodes[ROOT].combine();
    let Some(combine @ (Combine::Mean | Combine::Sum)) = combine else { return Err(NotLearnt::OtherModel) };
    let children = &model.nodes[ROOT].children;
    let values = Values::new(model, combine).ok_or(NotLearnt::OtherModel)?;
    // What weighs nought at present may be missing.
    let known = |node: &NodeId| criteria.contains(node);
    if let Some(&missing) = children.iter().find(|&node| !known(node) && weights.counts(*node)) {
        return Err(NotLearnt::NoRatings(missing));
    }
    let children: Vec<NodeId> = children.iter().copied().filter(known).collect();
    let row = |item: &Seen| -> Option<Vec<BigRational>> {
        let place = |node: &NodeId| criteria.iter().position(|known| known == node);
        children.iter().map(|node| Some(values.turned(model, *node, item.ratings[place(node)?]?))).collect()
    };
    let (rows, items): (Vec<Vec<BigRational>>, Vec<&Seen>) =
        seen.iter().filter_map(|item| Some((row(item)?, item))).unzip();
    if items.len() < ENOUGH_TO_LEARN {
        return Err(NotLearnt::TooFew(items.len()));
    }
    let shares: Vec<BigRational> = items.iter().map(|item| rounded(&item.share)).collect();
    let sums = Sums::new(&rows, &shares);
    let learnt = whole(&sums.fit()).ok_or(NotLearnt::Nothing)?;
    let targets: Vec<&Exact> = items.iter().map(|item| &item.share).collect();
    let scores: Vec<&Exact> = items.iter().map(|item| &item.score).collect();
    let after: Vec<BigRational> = rows.iter().map(|row| score(row, &exact(&learnt))).collect();
    let targets_again: Vec<BigRational> = targets.iter().map(|share| share.to_ratio()).collect();
    let left_out = || {
        let scores = rows.iter().zip(&shares).map(|(row, share)| {
            let fitted = sums.without(row, share).fit();
            let sum: BigRational = fitted.iter().sum();
            sum.is_positive().then(|| score(row, &fitted) / sum)
        });
        rank_correlation(&scores.collect::<Option<Vec<_>>>()?, &targets_again)
    };
    Ok(Learnt {
        weights: children.iter().copied().zip(learnt.iter().copied()).collect(),
        before: rank_correlation(&scores, &targets),
        after: rank_correlation(&after, &targets_again),
        left_out: (items.len() <= LEFT_OUT).then(left_out).flatten(),
        n: items.len(),
    })
}

/// How the children of the root count.
struct Values {
    /// The ends of each child's scale, where the root is a mean: there they are mapped onto one scale.
    bounds: Option<Vec<(NodeId, BigRational, BigRational)>>,
}

impl Values {
    fn new(model: &Model, combine: Combine) -> Option<Self> {
        if combine == Combine::Sum {
            return Some(Self { bounds: None });
        }
        let leaves: Vec<NodeId> = (ROOT + 1..model.nodes.len())
            .filter(|&node| matches!(model.nodes[node].kind, Kind::Criterion { .. }))
            .collect();
        let plan = Plan::new(model, &Weights::equal(model), &leaves).ok()?;
        let ends = |&node: &NodeId| {
            let (low, high) = plan.bounds(node)?;
            Some((node, low.to_ratio(), high.to_ratio()))
        };
        Some(Self { bounds: Some(model.nodes[ROOT].children.iter().map(ends).collect::<Option<_>>()?) })
    }

    /// A rating as it counts in the score, up to a constant: on the scale from 0 to 1 under a mean, turned where less is
    /// better.
    fn turned(&self, model: &Model, node: NodeId, rating: Decimal) -> BigRational {
        let value = Exact::from(rating).to_ratio();
        let ends = self.bounds.iter().flatten().find(|(bounded, ..)| *bounded == node);
        let value = match ends {
            Some((_, low, high)) if low != high => (value - low) / (high - low),
            _ => value,
        };
        if model.raises_score(node) { value } else { -value }
    }
}

/// Sums over the items, of which the equations are made.
struct Sums {
    n: usize,
    columns: Vec<BigRational>,
    products: Vec<Vec<BigRational>>,
    share: BigRational,
    moments: Vec<BigRational>,
}

impl Sums {
    fn new(rows: &[Vec<BigRational>], shares: &[BigRational]) -> Self {
        let count = rows.first().map_or(0, Vec::len);
        let zero = BigRational::zero;
        let mut sums = Self {
            n: 0,
            columns: vec![zero(); count],
            products: vec![vec![zero(); count]; count],
            share: zero(),
            moments: vec![zero(); count],
        };
        rows.iter().zip(shares).for_each(|(row, share)| sums.add(row, share, &BigRational::from_integer(1.into())));
        sums.n = rows.len();
        sums
    }

    fn add(&mut self, row: &[BigRational], share: &BigRational, times: &BigRational) {
        self.share += share * times;
        for (at, value) in row.iter().enumerate() {
            let value = value * times;
            self.moments[at] += &value * share;
            self.products[at].iter_mut().zip(row).for_each(|(sum, other)| *sum += &value * other);
            self.columns[at] += value;
        }
    }

    /// The sums without one of the items.
    fn without(&self, row: &[BigRational], share: &BigRational) -> Self {
        let (columns, products, moments) = (self.columns.clone(), self.products.clone(), self.moments.clone());
        let mut sums = Self { n: self.n - 1, columns, products, share: self.share.clone(), moments };
        sums.add(row, share, &BigRational::from_integer((-1).into()));
        sums
    }

    /// The weights that fit best, about the means of the columns: the constant is free.
    fn fit(&self) -> Vec<BigRational> {
        let n = BigRational::from_integer(self.n.into());
        let centre = |sum: &BigRational, one: &BigRational, other: &BigRational| sum - one * other / &n;
        let row = |(products, one): (&Vec<BigRational>, &BigRational)| {
            products.iter().zip(&self.columns).map(|(sum, other)| centre(sum, one, other)).collect()
        };
        let gram: Vec<Vec<BigRational>> = self.products.iter().zip(&self.columns).map(row).collect();
        let target: Vec<BigRational> =
            self.moments.iter().zip(&self.columns).map(|(sum, one)| centre(sum, one, &self.share)).collect();
        non_negative_least_squares(&gram, &target)
    }
}

fn score(row: &[BigRational], weights: &[BigRational]) -> BigRational {
    row.iter().zip(weights).map(|(value, weight)| value * weight).sum()
}

fn exact(weights: &[u32]) -> Vec<BigRational> {
    weights.iter().map(|&weight| BigRational::from_integer(weight.into())).collect()
}

fn rounded(share: &Exact) -> BigRational {
    let power = BigRational::from_integer(BigInt::from(10).pow(PLACES));
    (share.to_ratio() * &power).round() / power
}

/// Weights in whole numbers that add up to 100, by the largest remainders; `None` where all are nought.
fn whole(weights: &[BigRational]) -> Option<Vec<u32>> {
    let sum: BigRational = weights.iter().sum();
    if !sum.is_positive() {
        return None;
    }
    let parts: Vec<BigRational> =
        weights.iter().map(|weight| weight / &sum * BigRational::from_integer(SUM.into())).collect();
    let mut whole: Vec<u32> = parts.iter().map(|part| part.floor().to_u32().unwrap_or_default()).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|&a, &b| parts[b].fract().cmp(&parts[a].fract()));
    let rest = SUM.saturating_sub(whole.iter().sum()) as usize;
    order.into_iter().take(rest).for_each(|at| whole[at] += 1);
    Some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(text: &str) -> BigRational {
        Exact::from(Decimal::parse(text, b'.').unwrap_or(Decimal::ZERO)).to_ratio()
    }

    #[test]
    fn whole_weights_add_up_to_a_hundred() {
        assert_eq!(whole(&[ratio("1"), ratio("1"), ratio("1")]), Some(vec![34, 33, 33]));
        assert_eq!(whole(&[ratio("0.5"), ratio("0"), ratio("1.5")]), Some(vec![25, 0, 75]));
        assert_eq!(whole(&[ratio("0")]), None);
    }
}
