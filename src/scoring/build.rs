//! Turns a model with weights into steps: which nodes count, how each comes of its children, what its values can be.

use super::number::{Exponent, Number, Real, Trouble};
use super::plan::{Counted, Part, PlanProblem};
use super::tree::{Form, Step, Turn};
use crate::decimal::Decimal;
use crate::model::{Combine, Direction, Kind, Model, NodeId, ROOT, Scale, Weights};

/// The largest exponent that a value may get on its way to the root, where products stand in products.
const EXPONENT_LIMIT: f64 = 100.0;

/// What a value can be: from a lowest to a highest, or a quantity.
type Bounds = Option<(Real, Real)>;

/// What building a plan gives: every node in use, children first, and what is wrong with the model.
pub(super) struct Built {
    pub(super) steps: Vec<Step<Real>>,
    pub(super) parts: Vec<Part>,
    pub(super) problems: Vec<PlanProblem>,
}

/// Builds the steps of a plan for a file that gives the nodes in `given`.
pub(super) fn build(model: &Model, weights: &Weights, given: &[NodeId]) -> Built {
    let mut builder = Builder {
        model,
        weights,
        given,
        steps: Vec::new(),
        parts: Vec::new(),
        assumed: Vec::new(),
        problems: Vec::new(),
    };
    builder.add(ROOT, 1.0);
    Built { steps: builder.steps, parts: builder.parts, problems: builder.problems }
}

struct Builder<'a> {
    model: &'a Model,
    weights: &'a Weights,
    given: &'a [NodeId],
    steps: Vec<Step<Real>>,
    parts: Vec<Part>,
    assumed: Vec<NodeId>,
    problems: Vec<PlanProblem>,
}

/// A child as its factor sees it.
struct Child {
    node: NodeId,
    place: usize,
    turn: Turn<Real>,
    bounds: Bounds,
}

impl Builder<'_> {
    /// Adds a node after everything that it is made of; says where it stands and what its values can be.
    ///
    /// `exponent` is the power to which the node is raised on its way to the root.
    fn add(&mut self, node: NodeId, exponent: f64) -> (usize, Bounds) {
        let (form, bounds) =
            match (self.given.iter().position(|&given| given == node), self.model.nodes[node].combine()) {
                (None, Some(combine)) => self.factor(node, combine, exponent),
                (slot, _) => {
                    if slot.is_none() {
                        self.problems.push(PlanProblem::NotGiven(node));
                    }
                    (Form::Given(slot.unwrap_or_default()), bounds_of(self.model.rated_on(node)))
                }
            };
        let counted = match self.turn(node, &bounds) {
            Turn::Plain => Counted::Plain,
            Turn::Divides => Counted::Divides,
            Turn::Reversed(sum) => sum.score().map_or(Counted::Plain, Counted::Reversed),
        };
        let shown = bounds.as_ref().and_then(|(low, high)| Some((low.score().ok()?, high.score().ok()?)));
        let assumes_scale = self.assumed.contains(&node);
        self.parts.push(Part { node, counted, bounds: shown, assumes_scale });
        self.steps.push(Step { node, form });
        (self.steps.len() - 1, bounds)
    }

    fn factor(&mut self, node: NodeId, combine: Combine, exponent: f64) -> (Form<Real>, Bounds) {
        let parts = self.model.nodes[node].children.clone();
        let mut children = Vec::new();
        for part in parts.into_iter().filter(|&part| self.weights.counts(part)) {
            let weight = self.weights.get(part).to_string().parse().unwrap_or(1.0);
            let exponent = if combine == Combine::Product { exponent * weight } else { exponent };
            if exponent > EXPONENT_LIMIT {
                // Nothing below it is computed: it would take for ever.
                self.problems.push(PlanProblem::HugeExponent(part));
                continue;
            }
            let (place, bounds) = self.add(part, exponent);
            self.check_child(combine, part, &bounds);
            children.push(Child { node: part, place, turn: self.turn(part, &bounds), bounds });
        }
        let declared = match self.model.nodes[node].kind {
            Kind::Factor { scale: Some((low, high)), .. } if combine == Combine::Mean => {
                bounds_of(Scale::Bounded(low, high))
            }
            _ if combine == Combine::Mean && !have_one_scale(&children) => {
                self.assumed.push(node);
                bounds_of(Scale::USUAL)
            }
            _ => None,
        };
        if self.problems.iter().any(|problem| matches!(problem, PlanProblem::HugeExponent(_))) {
            return (Form::Given(0), None);
        }
        let form = match combine {
            Combine::Mean => self.mean(&children, declared.as_ref()),
            Combine::Sum => self.sum(&children),
            Combine::Product | Combine::GeometricMean => self.product(&children, combine),
        };
        let bounds = match declared {
            Some(bounds) => Some(bounds),
            None => combined_bounds(&form, &children, combine),
        };
        (form, bounds)
    }

    fn turn(&self, node: NodeId, bounds: &Bounds) -> Turn<Real> {
        match (self.model.nodes[node].direction, bounds) {
            (Direction::Benefit, _) => Turn::Plain,
            (Direction::Cost, None) => Turn::Divides,
            (Direction::Cost, Some((low, high))) => low.plus(high).map_or(Turn::Plain, Turn::Reversed),
        }
    }

    fn check_child(&mut self, combine: Combine, child: NodeId, bounds: &Bounds) {
        let cost = self.model.nodes[child].direction == Direction::Cost;
        match (combine, bounds) {
            (Combine::Mean, None) => self.problems.push(PlanProblem::QuantityUnderMean(child)),
            (Combine::Sum, None) if cost => self.problems.push(PlanProblem::CostUnderSum(child)),
            (Combine::Product | Combine::GeometricMean, Some((low, _))) if low.is_negative() => {
                self.problems.push(PlanProblem::NegativeFactor(child));
            }
            _ => {}
        }
    }

    /// (Σ w·u) · (1 ÷ Σ w), with whole w; each child mapped onto the declared scale, if there is one.
    fn mean(&self, children: &[Child], declared: Option<&(Real, Real)>) -> Form<Real> {
        let whole = self.whole_weights(children);
        let mut constant: Option<Real> = None;
        let mut terms = Vec::new();
        for (child, weight) in children.iter().zip(&whole) {
            let weight = Real::whole(*weight);
            let mapped = match (declared, &child.bounds) {
                (Some(onto), Some(from)) if !are_same(onto, from) => mapping(from, onto).ok(),
                _ => None,
            };
            let factor = match &mapped {
                Some((slope, shift)) => {
                    let shift = shift.times(&weight).unwrap_or_else(|_| shift.clone());
                    constant = Some(constant.and_then(|sum| sum.plus(&shift).ok()).unwrap_or(shift));
                    slope.times(&weight).unwrap_or(weight)
                }
                None => weight,
            };
            terms.push((child.place, child.turn.clone(), factor));
        }
        let sum: i128 = whole.iter().sum();
        Form::Linear { terms, constant, scale: Some(Real::ratio(1, sum.max(1))) }
    }

    fn sum(&self, children: &[Child]) -> Form<Real> {
        let term = |child: &Child| {
            let weight = self.weights.get(child.node);
            let factor = Real::decimal(weight.mantissa(), weight.scale()).unwrap_or_else(|_| Real::whole(1));
            (child.place, child.turn.clone(), factor)
        };
        Form::Linear { terms: children.iter().map(term).collect(), constant: None, scale: None }
    }

    fn product(&self, children: &[Child], combine: Combine) -> Form<Real> {
        let term = |child: &Child| {
            let exponent = match combine {
                Combine::GeometricMean => self.weights.share(self.model, child.node),
                _ => lowest_terms(self.weights.get(child.node)),
            };
            let (numerator, denominator) = exponent.unwrap_or((1, 1));
            (child.place, child.turn.clone(), Exponent { numerator, denominator })
        };
        Form::Power { terms: children.iter().map(term).collect() }
    }

    /// The children's weights as whole numbers in the same proportions.
    fn whole_weights(&self, children: &[Child]) -> Vec<i128> {
        let weights: Vec<Decimal> = children.iter().map(|child| self.weights.get(child.node)).collect();
        let scale = weights.iter().map(|weight| weight.scale()).max().unwrap_or(0);
        let whole: Vec<i128> = weights.iter().map(|weight| weight.at_scale(scale).unwrap_or(1)).collect();
        let common = whole.iter().fold(0, |common, &weight| num_integer::gcd(common, weight)).max(1);
        whole.iter().map(|weight| weight / common).collect()
    }
}

fn are_same(one: &(Real, Real), other: &(Real, Real)) -> bool {
    one.0.score() == other.0.score() && one.1.score() == other.1.score()
}

/// Whether all children have one scale; a quantity, which is a problem of its own, makes no difference.
fn have_one_scale(children: &[Child]) -> bool {
    let mut scales = children.iter().filter_map(|child| child.bounds.as_ref());
    let Some(first) = scales.next() else { return true };
    scales.all(|scale| are_same(scale, first))
}

fn bounds_of(scale: Scale) -> Bounds {
    let real = |decimal: Decimal| Real::decimal(decimal.mantissa(), decimal.scale()).ok();
    match scale {
        Scale::Bounded(low, high) => Some((real(low)?, real(high)?)),
        Scale::Quantity => None,
    }
}

/// The lowest and highest value of a factor: what it is when all children count as lowest, and as highest.
fn combined_bounds(form: &Form<Real>, children: &[Child], combine: Combine) -> Bounds {
    let ends = children.iter().map(|child| child.bounds.clone()).collect::<Option<Vec<_>>>()?;
    let first = ends.first()?;
    if matches!(combine, Combine::Mean | Combine::GeometricMean) && ends.iter().all(|end| are_same(end, first)) {
        // The mean of equal scales is that scale, without the detour of a root.
        return Some(first.clone());
    }
    let at = |high: bool| -> Result<Real, Trouble> {
        // Reversing a scale swaps its ends, so that a child's lowest counted value is its own lowest bound.
        let values: Vec<Real> = ends.iter().map(|end| if high { end.1.clone() } else { end.0.clone() }).collect();
        match form {
            Form::Linear { terms, scale, .. } => {
                let mut sum = Real::whole(0);
                for ((_, _, factor), value) in terms.iter().zip(&values) {
                    sum = sum.plus(&value.times(factor)?)?;
                }
                scale.as_ref().map_or(Ok(sum.clone()), |scale| sum.times(scale))
            }
            Form::Power { terms } => {
                let mut product = Real::whole(1);
                for ((_, _, exponent), value) in terms.iter().zip(&values) {
                    product = product.times(&value.power(*exponent)?)?;
                }
                Ok(product)
            }
            Form::Given(_) => Err(Trouble::Overflow),
        }
    };
    Some((at(false).ok()?, at(true).ok()?))
}

/// The line that maps one scale onto another: its slope, and its value at nought.
fn mapping(from: &(Real, Real), onto: &(Real, Real)) -> Result<(Real, Real), Trouble> {
    let slope = onto.1.minus(&onto.0)?.times(&from.1.minus(&from.0)?.inverse()?)?;
    let shift = onto.0.minus(&from.0.times(&slope)?)?;
    Ok((slope, shift))
}

fn lowest_terms(weight: Decimal) -> Option<(i128, i128)> {
    let denominator = 10i128.checked_pow(weight.scale())?;
    let common = num_integer::gcd(weight.mantissa(), denominator);
    Some((weight.mantissa() / common, denominator / common))
}
