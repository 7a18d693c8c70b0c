//! A model ready to be computed: its nodes in an order in which children come first, with constants in one number
//! system.

use super::number::{Exponent, Number, Real, Trouble};
use crate::model::NodeId;

/// How a child's value counts in its factor.
#[derive(Clone, Debug)]
pub(super) enum Turn<N> {
    /// As it is.
    Plain,
    /// Reversed on its scale: lo + hi − x, where this is lo + hi.
    Reversed(N),
    /// It divides: 1 ÷ x.
    Divides,
}

/// How a node gets its value. Children are places in [`Tree::steps`].
#[derive(Clone, Debug)]
pub(super) enum Form<N> {
    /// The file gives it; the number counts the given nodes.
    Given(usize),
    /// (Σ factor·u + constant) · scale
    Linear { terms: Vec<(usize, Turn<N>, N)>, constant: Option<N>, scale: Option<N> },
    /// Π u^exponent
    Power { terms: Vec<(usize, Turn<N>, Exponent)> },
}

/// One node with its way of getting a value.
#[derive(Clone, Debug)]
pub(super) struct Step<N> {
    pub(super) node: NodeId,
    pub(super) form: Form<N>,
}

/// The nodes in use, children first, the root last.
#[derive(Clone, Debug)]
pub(super) struct Tree<N> {
    pub(super) steps: Vec<Step<N>>,
}

impl<N: Number> Tree<N> {
    /// Computes every node; `given` has the value of each given node.
    #[inline]
    pub(super) fn evaluate(
        &self,
        given: impl Fn(usize) -> Result<N, Trouble>,
        values: &mut Vec<N>,
    ) -> Result<(), Trouble> {
        values.clear();
        for step in &self.steps {
            let value = match &step.form {
                Form::Given(slot) => given(*slot)?,
                Form::Linear { terms, constant, scale } => {
                    let mut sum = constant.clone();
                    for (child, turn, factor) in terms {
                        let term = turn.apply(&values[*child])?.times(factor)?;
                        sum = Some(match sum {
                            Some(sum) => sum.plus(&term)?,
                            None => term,
                        });
                    }
                    let sum = sum.map_or_else(|| N::decimal(0, 0), Ok)?;
                    scale.as_ref().map_or(Ok(sum.clone()), |scale| sum.times(scale))?
                }
                Form::Power { terms } => {
                    let mut product: Option<N> = None;
                    for (child, turn, exponent) in terms {
                        let factor = turn.apply(&values[*child])?.power(*exponent)?;
                        product = Some(match product {
                            Some(product) => product.times(&factor)?,
                            None => factor,
                        });
                    }
                    product.map_or_else(|| N::decimal(1, 0), Ok)?
                }
            };
            values.push(value);
        }
        Ok(())
    }
}

impl<N: Number> Turn<N> {
    /// The value as it counts in the factor.
    #[inline]
    pub(super) fn apply(&self, value: &N) -> Result<N, Trouble> {
        match self {
            Turn::Plain => Ok(value.clone()),
            Turn::Reversed(sum) => sum.minus(value),
            Turn::Divides => value.inverse(),
        }
    }
}

impl Tree<Real> {
    /// The same tree in another number system; `None` where a constant or an exponent has no place in it.
    pub(super) fn translate<N: Number>(&self) -> Option<Tree<N>> {
        let turn = |turn: &Turn<Real>| {
            Some(match turn {
                Turn::Plain => Turn::Plain,
                Turn::Reversed(sum) => Turn::Reversed(N::constant(sum)?),
                Turn::Divides => Turn::Divides,
            })
        };
        let form = |form: &Form<Real>| {
            Some(match form {
                Form::Given(slot) => Form::Given(*slot),
                Form::Linear { terms, constant, scale } => Form::Linear {
                    terms: terms
                        .iter()
                        .map(|(child, way, factor)| Some((*child, turn(way)?, N::constant(factor)?)))
                        .collect::<Option<_>>()?,
                    constant: translated(constant)?,
                    scale: translated(scale)?,
                },
                Form::Power { terms } => Form::Power {
                    terms: terms
                        .iter()
                        .map(|(child, way, exponent)| Some((*child, turn(way)?, *exponent)))
                        .collect::<Option<_>>()?,
                },
            })
        };
        let steps = self.steps.iter().map(|step| Some(Step { node: step.node, form: form(&step.form)? }));
        Some(Tree { steps: steps.collect::<Option<_>>()? })
    }

    /// Whether some exponent is not whole, so that values are rounded.
    pub(super) fn has_roots(&self) -> bool {
        self.steps.iter().any(|step| match &step.form {
            Form::Power { terms } => terms.iter().any(|(_, _, exponent)| !exponent.is_whole()),
            _ => false,
        })
    }
}

/// A constant that may be absent, in another number system.
fn translated<N: Number>(constant: &Option<Real>) -> Option<Option<N>> {
    constant.as_ref().map_or(Some(None), |value| N::constant(value).map(Some))
}
