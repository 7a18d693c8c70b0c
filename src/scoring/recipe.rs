//! What a plan computes, step by step, for those who write it down in another language.

use num_rational::BigRational;
use num_traits::Zero;

use super::number::Real;
use super::plan::Plan;
use super::tree::{Form, Turn};
use crate::model::NodeId;

/// How one node in use gets its value; children come before what is made of them, and the root is last.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// The node.
    pub node: NodeId,
    /// The way to its value.
    pub form: RecipeForm,
}

/// The way to a value; u is a part's value as it is turned.
#[derive(Clone, Debug, PartialEq)]
pub enum RecipeForm {
    /// The item gives it.
    Given,
    /// Σ factor·u + constant
    Linear {
        /// Each part with its factor.
        terms: Vec<(Part, BigRational)>,
        /// What is added.
        constant: BigRational,
    },
    /// Π u^exponent
    Power {
        /// Each part with its exponent, numerator and denominator in lowest terms.
        terms: Vec<(Part, (i128, i128))>,
    },
}

/// A part of a node, and how its value counts there.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The part.
    pub node: NodeId,
    /// How it counts.
    pub turn: Turned,
}

/// How a part's value counts in what is made of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Turned {
    /// As it is.
    Plain,
    /// Taken from this sum.
    Reversed(BigRational),
    /// It divides.
    Divides,
}

impl Plan {
    /// The steps of the plan; `None` where a constant is no number.
    ///
    /// Constants are exact, but for those of scales that went through a root: they have about thirty digits.
    pub fn recipes(&self) -> Option<Vec<Recipe>> {
        let part = |(child, turn): (usize, &Turn<Real>)| {
            let turn = match turn {
                Turn::Plain => Turned::Plain,
                Turn::Reversed(sum) => Turned::Reversed(ratio(sum)?),
                Turn::Divides => Turned::Divides,
            };
            Some(Part { node: self.real.steps[child].node, turn })
        };
        let form = |form: &Form<Real>| {
            Some(match form {
                Form::Given(_) => RecipeForm::Given,
                Form::Linear { terms, constant, scale } => {
                    let scale = scale.as_ref().map_or(Some(BigRational::from_integer(1.into())), ratio)?;
                    let term = |(child, turn, factor): &(usize, Turn<Real>, Real)| {
                        Some((part((*child, turn))?, ratio(factor)? * &scale))
                    };
                    let terms = terms.iter().map(term).collect::<Option<_>>()?;
                    let constant = constant.as_ref().map_or(Some(BigRational::zero()), ratio)? * &scale;
                    RecipeForm::Linear { terms, constant }
                }
                Form::Power { terms } => {
                    let terms = terms.iter().map(|(child, turn, exponent)| {
                        Some((part((*child, turn))?, (exponent.numerator, exponent.denominator)))
                    });
                    RecipeForm::Power { terms: terms.collect::<Option<_>>()? }
                }
            })
        };
        self.real.steps.iter().map(|step| Some(Recipe { node: step.node, form: form(&step.form)? })).collect()
    }
}

fn ratio(value: &Real) -> Option<BigRational> {
    match value {
        Real::Exact(ratio) => Some(ratio.clone()),
        Real::Near(near) => Some(BigRational::from_float(near.hi())? + BigRational::from_float(near.lo())?),
    }
}
