//! What design.md says a score is, computed once more in a plain way: rational numbers all through, and roots by exact
//! integer roots to forty-five places. It shares no code with the library, and is as slow as it likes.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::shape::{Case, Cell, How, Item, Measure, Plain, Shape};

/// To so many places a root is worked out where it isn't rational.
const PLACES: u32 = 45;

/// Why an item has no score.
#[derive(Clone, Debug, PartialEq)]
pub enum Unscored {
    Missing,
    DividesByZero,
}

/// An item's score.
pub fn score(shape: &Shape, item: &Item) -> Result<BigRational, Unscored> {
    if shape.given(0).iter().any(|node| item.ratings[node] == Cell::Blank) {
        return Err(Unscored::Missing);
    }
    value(shape, item, 0)
}

/// The ranks of a case's items: one more than the number of items that stand higher.
///
/// Where the model has roots, scores are compared with twelve significant digits.
pub fn ranks(case: &Case, scores: &[Result<BigRational, Unscored>]) -> Vec<Option<usize>> {
    let rooted = has_roots(&case.shape);
    let compared: Vec<Option<BigRational>> = scores
        .iter()
        .map(|score| score.as_ref().ok().map(|score| if rooted { twelve_digits(score) } else { score.clone() }))
        .collect();
    let higher = |other: usize, own: usize| {
        let order = compared[other].cmp(&compared[own]);
        order.then_with(|| by_ties(case, other, own)).is_gt()
    };
    let rank = |own: usize| {
        let others = (0..compared.len()).filter(|&other| compared[other].is_some() && higher(other, own));
        compared[own].as_ref().map(|_| others.count() + 1)
    };
    (0..compared.len()).map(rank).collect()
}

fn by_ties(case: &Case, one: usize, other: usize) -> std::cmp::Ordering {
    let rooted = has_roots(&case.shape);
    let compare = |&node: &usize| {
        let [one, other] = [one, other].map(|item| {
            let value = value(&case.shape, &case.items[item], node).ok();
            if rooted { value.as_ref().map(twelve_digits) } else { value }
        });
        if case.shape.raises(node) { one.cmp(&other) } else { other.cmp(&one) }
    };
    let orders = case.tie_break.iter().map(compare);
    orders.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
}

/// Whether some value in use is a root.
pub fn has_roots(shape: &Shape) -> bool {
    shape.factors(0).into_iter().any(|node| match shape.nodes[node].how {
        Some(How::Product | How::GeometricMean) => exponents(shape, node).1 > 1,
        _ => false,
    })
}

fn value(shape: &Shape, item: &Item, node: usize) -> Result<BigRational, Unscored> {
    if shape.is_given(node) {
        return item.ratings[&node].rating().ok_or(Unscored::Missing);
    }
    let mut children = Vec::new();
    for child in shape.counted(node) {
        children.push((child, turned(shape, child, value(shape, item, child)?)?));
    }
    let weight = |child: usize| shape.nodes[child].weight.ratio();
    let how = shape.nodes[node].how.expect("a node that isn't given is a factor");
    Ok(match how {
        How::Mean => {
            let whole: BigRational = children.iter().map(|(child, _)| weight(*child)).sum();
            let onto = match shape.nodes[node].measure {
                Some(Measure::Scale(low, high)) => Some((low.ratio(), high.ratio())),
                _ => None,
            };
            let mapped = |child: usize, u: &BigRational| match (&onto, scale(shape, child)) {
                (Some(onto), Some(from)) => &onto.0 + (u - &from.0) * (&onto.1 - &onto.0) / (&from.1 - &from.0),
                _ => u.clone(),
            };
            children.iter().map(|(child, u)| weight(*child) * mapped(*child, u)).sum::<BigRational>() / whole
        }
        How::Sum => children.iter().map(|(child, u)| weight(*child) * u).sum(),
        How::Product | How::GeometricMean => {
            let values: Vec<BigRational> = children.into_iter().map(|(_, u)| u).collect();
            powers(shape, node, &values)
        }
    })
}

/// A child's value as it counts: u.
fn turned(shape: &Shape, child: usize, value: BigRational) -> Result<BigRational, Unscored> {
    match (shape.nodes[child].cost, scale(shape, child)) {
        (false, _) => Ok(value),
        (true, Some((low, high))) => Ok(low + high - value),
        (true, None) if value.is_zero() => Err(Unscored::DividesByZero),
        (true, None) => Ok(value.recip()),
    }
}

/// A node's own scale; `None` for a quantity.
fn scale(shape: &Shape, node: usize) -> Option<(BigRational, BigRational)> {
    let declared = |measure: Measure| match measure {
        Measure::Scale(low, high) => Some((low.ratio(), high.ratio())),
        Measure::Quantity => None,
    };
    if shape.is_given(node) {
        return declared(shape.rated_on(node));
    }
    let children = shape.counted(node);
    let scales = children.iter().map(|&child| scale(shape, child)).collect::<Option<Vec<_>>>();
    match (shape.nodes[node].how?, shape.nodes[node].measure) {
        (How::Mean, Some(measure)) => declared(measure),
        (How::Mean, None) => Some(scales?.swap_remove(0)),
        (How::Sum, _) => {
            let scales = scales?;
            let weights = children.iter().map(|&child| shape.nodes[child].weight.ratio());
            let ends = weights.zip(&scales).map(|(weight, (low, high))| (&weight * low, &weight * high));
            Some(ends.fold((BigRational::zero(), BigRational::zero()), |sum, end| (sum.0 + end.0, sum.1 + end.1)))
        }
        (How::Product | How::GeometricMean, _) => {
            let (lows, highs): (Vec<_>, Vec<_>) = scales?.into_iter().unzip();
            Some((powers(shape, node, &lows), powers(shape, node, &highs)))
        }
    }
}

/// Π u^w under a product, (Π u^w)^(1 ÷ Σ w) under a geometric mean.
fn powers(shape: &Shape, node: usize, values: &[BigRational]) -> BigRational {
    let (powers, degree) = exponents(shape, node);
    root(&power(values, &powers), degree)
}

/// The value of a geometric mean before its root is taken: it orders items as the mean does, and is rational.
pub fn before_root(shape: &Shape, item: &Item) -> Result<BigRational, Unscored> {
    if shape.given(0).iter().any(|node| item.ratings[node] == Cell::Blank) {
        return Err(Unscored::Missing);
    }
    let values = shape.counted(0).into_iter().map(|child| turned(shape, child, value(shape, item, child)?));
    Ok(power(&values.collect::<Result<Vec<_>, _>>()?, &exponents(shape, 0).0))
}

fn power(values: &[BigRational], powers: &[u32]) -> BigRational {
    values.iter().zip(powers).map(|(value, &power)| num_traits::pow(value.clone(), power as usize)).product()
}

/// The exponents of a product or a geometric mean as whole numbers over one degree of a root, in lowest terms.
fn exponents(shape: &Shape, node: usize) -> (Vec<u32>, u32) {
    let weights: Vec<Plain> = shape.counted(node).into_iter().map(|child| shape.nodes[child].weight).collect();
    let places = weights.iter().map(|weight| weight.places).max().unwrap_or(0);
    let whole: Vec<i128> = weights.iter().map(|weight| weight.digits * 10i128.pow(places - weight.places)).collect();
    let degree = match shape.nodes[node].how {
        Some(How::GeometricMean) => whole.iter().sum(),
        _ => 10i128.pow(places),
    };
    let common = whole.iter().fold(degree, |common, weight| common.gcd(weight));
    let small = |number: i128| u32::try_from(number / common).expect("weights in a test are small");
    (whole.iter().map(|&weight| small(weight)).collect(), small(degree))
}

/// The root, exact where it is rational, else cut at [`PLACES`] places.
fn root(value: &BigRational, degree: u32) -> BigRational {
    let whole = |number: &BigInt| number.magnitude().clone();
    let (numerator, denominator) = (whole(value.numer()), whole(value.denom()));
    let roots = (numerator.nth_root(degree), denominator.nth_root(degree));
    if roots.0.pow(degree) == numerator && roots.1.pow(degree) == denominator {
        return BigRational::new(BigInt::from(roots.0), BigInt::from(roots.1));
    }
    let shifted = numerator * BigUint::from(10u32).pow(PLACES * degree) / denominator;
    BigRational::new(BigInt::from(shifted.nth_root(degree)), BigInt::from(10).pow(PLACES))
}

/// Rounded to twelve significant digits, halves away from nought.
pub fn twelve_digits(value: &BigRational) -> BigRational {
    if value.is_zero() {
        return value.clone();
    }
    let ten = BigRational::from(BigInt::from(10));
    let mut size = value.abs();
    let mut power = BigRational::from(BigInt::from(10).pow(11));
    while size >= ten {
        size /= &ten;
        power /= &ten;
    }
    while size < BigRational::one() {
        size *= &ten;
        power *= &ten;
    }
    (value * &power).round() / power
}
