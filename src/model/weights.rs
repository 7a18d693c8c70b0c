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

    /// Weights under which exactly those nodes take part that take part under one of several: for reading what all of
    /// them need.
    pub fn covering<'w>(model: &Model, several: impl IntoIterator<Item = &'w Weights>) -> Self {
        let mut covering = Self { of: vec![Decimal::ZERO; model.nodes.len()] };
        for weights in several {
            let mut open = vec![ROOT];
            while let Some(node) = open.pop() {
                covering.set(node, Decimal::ONE);
                open.extend(model.nodes[node].children.iter().copied().filter(|&child| weights.counts(child)));
            }
        }
        covering
    }

    /// These weights for some nodes alone: what they are made of keeps its weight, they themselves and what they stand in
    /// take part, and nothing else does. With the root among them nothing is left out.
    pub fn only(&self, model: &Model, nodes: &[NodeId]) -> Self {
        let mut narrow =
            if nodes.contains(&ROOT) { self.clone() } else { Self { of: vec![Decimal::ZERO; self.of.len()] } };
        for &node in nodes.iter().filter(|&&node| node != ROOT) {
            let mut below = vec![node];
            while let Some(part) = below.pop() {
                narrow.of[part] = self.of[part];
                below.extend(&model.nodes[part].children);
            }
            for node in std::iter::successors(Some(node), |&node| model.nodes[node].parent) {
                if !narrow.counts(node) {
                    narrow.of[node] = Decimal::ONE;
                }
            }
        }
        narrow
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

#[cfg(test)]
mod tests {
    use super::super::{Combine, Direction, Kind, Labels, Node};
    use super::*;

    fn node(key: &str, parent: Option<NodeId>, children: &[NodeId]) -> Node {
        Node {
            key: key.to_owned(),
            labels: Labels::default(),
            aliases: Vec::new(),
            examples: Vec::new(),
            lead: Labels::default(),
            direction: Direction::Benefit,
            kind: Kind::Factor { combine: Combine::Mean, scale: None },
            children: children.to_vec(),
            parent,
        }
    }

    fn model() -> Model {
        let nodes = vec![
            node("root", None, &[1, 2]),
            node("ease", Some(0), &[]),
            node("impact", Some(0), &[3, 4]),
            node("reach", Some(2), &[]),
            node("severity", Some(2), &[]),
        ];
        Model { key: "m".to_owned(), nodes }
    }

    #[test]
    fn weights_of_some_nodes_alone_leave_out_their_neighbours() {
        let model = model();
        let mut weights = Weights::equal(&model);
        weights.set(1, Decimal::ZERO);
        weights.set(4, Decimal::ZERO);
        let counted = |nodes: &[NodeId]| -> Vec<NodeId> {
            let narrow = weights.only(&model, nodes);
            (0..model.nodes.len()).filter(|&node| narrow.counts(node)).collect()
        };
        assert_eq!(counted(&[2]), [0, 2, 3]);
        // What is asked for takes part though it weighs nought.
        assert_eq!(counted(&[1, 4]), [0, 1, 2, 4]);
        assert_eq!(counted(&[0]), [0, 2, 3]);
    }

    #[test]
    fn what_takes_part_under_one_of_several_takes_part_under_what_covers_them() {
        let model = model();
        let without = |nodes: &[NodeId]| {
            let mut weights = Weights::equal(&model);
            nodes.iter().for_each(|&node| weights.set(node, Decimal::ZERO));
            weights
        };
        let covered = |several: &[Weights]| -> Vec<NodeId> {
            let covering = Weights::covering(&model, several);
            (0..model.nodes.len()).filter(|&node| covering.counts(node)).collect()
        };
        assert_eq!(covered(&[without(&[3]), without(&[1])]), [0, 1, 2, 3, 4]);
        // A part that counts, of a factor that doesn't, takes no part; and so under both together.
        assert_eq!(covered(&[without(&[2]), without(&[3])]), [0, 1, 2, 4]);
    }
}
