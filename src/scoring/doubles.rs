//! A model computed in doubles, for millions of drawn ratings and weights, where a digit more or less is lost in the
//! noise. Never for scores that are shown or compared as such.
//!
//! Every operation is one that IEEE 754 fixes, or `libm`'s: the same draws give the same doubles on every machine.

use num_traits::ToPrimitive;
use twofloat::TwoFloat;

use super::exact::Exact;
use super::number::{Exponent, Number, Real, Trouble};
use super::plan::Counted;
use super::power::power;
use super::scorer::Scorer;
use super::tree::Tree;
use crate::model::{Combine, NodeId, ROOT};

/// What each of the root's children adds to an item's score before it is weighed.
#[derive(Clone, Debug)]
pub struct Doubles<'a> {
    scorer: Scorer<'a>,
    tree: Tree<f64>,
    children: Vec<Child>,
    /// Whether contributions are logarithms, because the root multiplies.
    logarithmic: bool,
    values: Vec<f64>,
}

/// One of the root's children: where its value stands, and the line from the value to what is combined.
#[derive(Clone, Copy, Debug)]
struct Child {
    node: NodeId,
    place: usize,
    constant: f64,
    slope: f64,
    divides: bool,
}

impl<'a> Doubles<'a> {
    /// The model of a scorer; `None` where a constant has no place among doubles.
    pub fn new(scorer: Scorer<'a>) -> Option<Self> {
        let tree: Tree<f64> = scorer.plan.real.translate()?;
        let logarithmic = scorer.model.nodes[ROOT].combine().is_some_and(Combine::multiplies);
        let children = scorer.model.nodes[ROOT].children.iter().copied().filter(|&child| scorer.plan.uses(child));
        let children = children.map(|node| child(scorer, node)).collect::<Option<_>>()?;
        Some(Self { scorer, tree, children, logarithmic, values: Vec::new() })
    }

    /// The root's children that count, in the order in which contributions stand.
    pub fn criteria(&self) -> impl Iterator<Item = NodeId> {
        self.children.iter().map(|child| child.node)
    }

    /// Writes the contributions of a row, some of its ratings supposed; `false` where they can't be computed, or one is
    /// the logarithm of nought.
    pub fn contribute(&mut self, row: usize, supposed: &[(NodeId, f64)], contributions: &mut [f64]) -> bool {
        let scorer = self.scorer;
        let given = |slot: usize| {
            let node = scorer.plan.given[slot];
            if let Some((_, rating)) = supposed.iter().find(|(at, _)| *at == node) {
                return Ok(*rating);
            }
            let rating = scorer.backlog.reading(node).and_then(|reading| reading.ratings.get(row));
            rating.map_or(Err(Trouble::Overflow), |rating| f64::decimal(rating.mantissa(), rating.scale()))
        };
        if self.tree.evaluate(given, &mut self.values).is_err() {
            return false;
        }
        for (child, contribution) in self.children.iter().zip(contributions.iter_mut()) {
            let value = child.constant + child.slope * self.values[child.place];
            *contribution = match (self.logarithmic, child.divides) {
                (false, _) => value,
                (true, false) => libm::log(value),
                (true, true) => -libm::log(value),
            };
        }
        contributions.iter().all(|value| value.is_finite())
    }
}

/// The line from a child's value to what the root combines: as it is, reversed, and mapped onto a mean's own scale.
fn child(scorer: Scorer<'_>, node: NodeId) -> Option<Child> {
    let (mut constant, mut slope, mut divides) = (0.0, 1.0, false);
    match scorer.plan.counted(node) {
        Counted::Plain => {}
        Counted::Divides => divides = true,
        Counted::Reversed(sum) => (constant, slope) = (sum.to_f64(), -1.0),
    }
    let is_mean = scorer.model.nodes[ROOT].combine() == Some(Combine::Mean);
    if let (true, Some(from), Some(onto)) = (is_mean, scorer.plan.bounds(node), scorer.plan.bounds(ROOT))
        && from != onto
    {
        let width = |(low, high): &(Exact, Exact)| high.minus(low).to_f64();
        let stretch = width(&onto) / width(&from);
        constant = onto.0.to_f64() + (constant - from.0.to_f64()) * stretch;
        slope *= stretch;
    }
    Some(Child { node, place: scorer.plan.place(node)?, constant, slope, divides })
}

impl Number for f64 {
    fn decimal(mantissa: i128, scale: u32) -> Result<Self, Trouble> {
        let power = 10i128.checked_pow(scale).ok_or(Trouble::Overflow)?;
        Ok(mantissa as f64 / power as f64)
    }

    fn constant(value: &Real) -> Option<Self> {
        match value {
            Real::Exact(ratio) => ratio.to_f64(),
            Real::Near(value) => Some(value.hi()),
        }
    }

    fn plus(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(self + other)
    }

    fn minus(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(self - other)
    }

    fn times(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(self * other)
    }

    fn inverse(&self) -> Result<Self, Trouble> {
        if *self == 0.0 { Err(Trouble::DivisionByZero) } else { Ok(1.0 / self) }
    }

    fn power(&self, exponent: Exponent) -> Result<Self, Trouble> {
        if let (true, Ok(times)) = (exponent.is_whole(), u32::try_from(exponent.numerator)) {
            // Squared and multiplied by hand: what `powi` does is left to the machine.
            let (mut result, mut base, mut left) = (1.0, *self, times);
            while left > 0 {
                if left & 1 == 1 {
                    result *= base;
                }
                base *= base;
                left >>= 1;
            }
            return Ok(result);
        }
        if *self == 0.0 {
            return Ok(0.0);
        }
        let exponent = exponent.numerator as f64 / exponent.denominator as f64;
        Ok(power(TwoFloat::from(*self), TwoFloat::from(exponent)).hi())
    }

    fn score(&self) -> Result<Exact, Trouble> {
        // Doubles are for draws alone: no score is ever made of one.
        Err(Trouble::Overflow)
    }
}
