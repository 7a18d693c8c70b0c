//! A model with weights, for the columns that a file has: checked once, then computed for every item.

use super::build::{Built, build};
use super::exact::Exact;
use super::number::{Fraction, Real};
use super::tree::Tree;
use crate::model::{Model, NodeId, ROOT, Weights};

/// Why a model with these weights can't be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanProblem {
    /// A quantity stands under a mean.
    QuantityUnderMean(NodeId),
    /// A cost quantity stands under a sum.
    CostUnderSum(NodeId),
    /// A child of a product can be below nought.
    NegativeFactor(NodeId),
    /// A weight under a product is above 100.
    HugeExponent(NodeId),
    /// The file doesn't give a criterion that counts.
    NotGiven(NodeId),
}

/// How a node counts in its factor.
#[derive(Clone, Debug, PartialEq)]
pub enum Counted {
    /// As it is.
    Plain,
    /// Reversed on its scale; this is the lowest plus the highest value: on 1–10, 11 − x.
    Reversed(Exact),
    /// It divides.
    Divides,
}

/// A node in use, for those who explain it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) node: NodeId,
    pub(super) counted: Counted,
    /// The values that the node can have, `None` for a quantity.
    pub(super) bounds: Option<(Exact, Exact)>,
    /// Whether it is a mean over differing scales that declares none: 1 to 10 is taken.
    pub(super) assumes_scale: bool,
}

/// A model with weights, ready to score the items of one file.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(super) given: Vec<NodeId>,
    pub(super) parts: Vec<Part>,
    pub(super) fast: Option<Tree<Fraction>>,
    pub(super) real: Tree<Real>,
}

impl Plan {
    /// Makes the plan for a file that gives the nodes in `given`; a factor that isn't given is made of its parts.
    ///
    /// Nodes that weigh nought are left out. All problems are returned, not only the first.
    pub fn new(model: &Model, weights: &Weights, given: &[NodeId]) -> Result<Self, Vec<PlanProblem>> {
        let Built { steps, parts, problems } = build(model, weights, given);
        if !problems.is_empty() {
            return Err(problems);
        }
        let real = Tree { steps };
        let fast = if real.has_roots() { None } else { real.translate() };
        Ok(Self { given: given.to_vec(), parts, fast, real })
    }

    /// Makes the plan of a file that gives every criterion, to see whether the model is sound.
    pub fn check(model: &Model, weights: &Weights) -> Vec<PlanProblem> {
        let criteria: Vec<NodeId> =
            (1..model.nodes.len()).filter(|&node| model.nodes[node].children.is_empty()).collect();
        Self::new(model, weights, &criteria).err().unwrap_or_default()
    }

    /// The nodes in use that the file gives, in the order of the model.
    pub fn criteria(&self) -> Vec<NodeId> {
        let mut criteria: Vec<NodeId> =
            self.nodes().filter(|&node| node != ROOT && self.given.contains(&node)).collect();
        criteria.sort_unstable();
        criteria
    }

    /// The nodes in use that are made of others, without the root, in the order of the model.
    pub fn factors(&self) -> Vec<NodeId> {
        let mut factors: Vec<NodeId> =
            self.nodes().filter(|&node| node != ROOT && !self.given.contains(&node)).collect();
        factors.sort_unstable();
        factors
    }

    /// Whether a node takes part.
    pub fn uses(&self, node: NodeId) -> bool {
        self.nodes().any(|used| used == node)
    }

    /// How a node counts in its factor.
    pub fn counted(&self, node: NodeId) -> Counted {
        self.part(node).map_or(Counted::Plain, |part| part.counted.clone())
    }

    /// The lowest and highest value that a node can have; `None` for a quantity.
    pub fn bounds(&self, node: NodeId) -> Option<(Exact, Exact)> {
        self.part(node)?.bounds.clone()
    }

    /// The means over differing scales that declare none of their own: their children are mapped onto 1 to 10.
    pub fn assumed_scales(&self) -> Vec<NodeId> {
        self.parts.iter().filter(|part| part.assumes_scale).map(|part| part.node).collect()
    }

    /// Whether scores went through a root and are rounded to twelve digits.
    pub fn is_rounded(&self) -> bool {
        self.real.has_roots()
    }

    pub(super) fn place(&self, node: NodeId) -> Option<usize> {
        self.real.steps.iter().position(|step| step.node == node)
    }

    fn part(&self, node: NodeId) -> Option<&Part> {
        self.parts.iter().find(|part| part.node == node)
    }

    fn nodes(&self) -> impl Iterator<Item = NodeId> {
        self.parts.iter().map(|part| part.node)
    }
}
