//! The weights that a ranking uses: one number for each node, beside its siblings.

use num_integer::Integer;

use super::{Model, NodeId, ROOT};
use crate::decimal::Decimal;

/// A weight for each node of a model; 1 where nothing is said.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    of: Vec<Decimal>,
}

impl Weights {
    /// Every node weighs the same as its siblings.
    pub fn equal(model: &Model) -> Self {
        Self { of: vec![Decimal::ONE; model.nodes.len()] }
    }

    /// Changes one node's weight.
    pub fn set(&mut self, node: NodeId, weight: Decimal) {
        self.of[node] = weight;
    }

    /// A node's weight as written.
    pub fn get(&self, node: NodeId) -> Decimal {
        self.of[node]
    }

    /// Whether a node takes part: a weight of nought takes it out.
    pub fn counts(&self, node: NodeId) -> bool {
        self.of[node] != Decimal::ZERO
    }

    /// A node's weight over the sum of the weights beside it, in lowest terms; `None` where all of them are nought.
    pub fn share(&self, model: &Model, node: NodeId) -> Option<(i128, i128)> {
        let parent = model.nodes[node].parent.unwrap_or(ROOT);
        let siblings = &model.nodes[parent].children;
        let scale = siblings.iter().map(|&sibling| self.of[sibling].scale()).max()?;
        let at_scale = |node: NodeId| self.of[node].at_scale(scale);
        let sum = siblings.iter().try_fold(0i128, |sum, &sibling| sum.checked_add(at_scale(sibling)?))?;
        let own = at_scale(node)?;
        let common = own.gcd(&sum);
        (sum > 0).then(|| (own / common, sum / common))
    }

    /// The factors whose children all weigh nought though the factor itself takes part.
    pub fn without_weight(&self, model: &Model) -> Vec<NodeId> {
        let mut faulty = Vec::new();
        let mut open = vec![ROOT];
        while let Some(node) = open.pop() {
            let children = &model.nodes[node].children;
            let counted = children.iter().copied().filter(|&child| self.counts(child));
            let before = open.len();
            open.extend(counted);
            if !children.is_empty() && open.len() == before {
                faulty.push(node);
            }
        }
        faulty
    }
}
