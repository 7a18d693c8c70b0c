//! A score taken apart: each node with its value, and how that value counts in the factor above it.

use num_rational::BigRational;

use crate::decimal::Decimal;
use crate::model::{Combine, NodeId, ROOT, Weights};
use crate::scoring::{Counted, Exact, Reason, Scorer};

/// A node of the score's tree.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// The node.
    pub node: NodeId,
    /// Its value, before any turning.
    pub value: Exact,
    /// Whether the value is the middle of a range.
    pub uncertain: bool,
    /// Its weight beside its siblings, as written.
    pub weight: Decimal,
    /// What happens to the value before it is combined, in order.
    pub turns: Vec<Turn>,
    /// The value as it is combined; for one that divides, the divisor.
    pub counted: Exact,
    /// What it is made of; empty for what the file gives.
    pub parts: Vec<Breakdown>,
}

/// A step between a node's value and what its factor combines.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    /// A cost on a bounded scale: this sum of its ends less the value.
    Reversed(Exact),
    /// A cost quantity: it divides.
    Divides,
    /// Mapped linearly from one scale onto another.
    Mapped {
        /// The child's own scale.
        from: (Exact, Exact),
        /// The scale of the mean.
        onto: (Exact, Exact),
    },
}

/// Takes the score of a row apart.
pub fn break_down(scorer: Scorer<'_>, weights: &Weights, row: usize) -> Result<Breakdown, Reason> {
    let values = scorer.values(row)?;
    Ok(part(scorer, weights, row, &values, ROOT))
}

fn part(scorer: Scorer<'_>, weights: &Weights, row: usize, values: &[(NodeId, Exact)], node: NodeId) -> Breakdown {
    let value = values.iter().find(|(known, _)| *known == node).map(|(_, value)| value.clone());
    let value = value.unwrap_or_else(|| Exact::from(Decimal::ZERO));
    let uncertain = scorer.backlog.reading(node).is_some_and(|reading| reading.ratings.range(row).is_some());
    let (turns, counted) = turn(scorer, node, &value);
    let parts = if scorer.plan.criteria().contains(&node) { &[][..] } else { &scorer.model.nodes[node].children };
    let counts = |&&child: &&NodeId| scorer.plan.uses(child);
    Breakdown {
        node,
        value,
        uncertain,
        weight: weights.get(node),
        turns,
        counted,
        parts: parts.iter().filter(counts).map(|&child| part(scorer, weights, row, values, child)).collect(),
    }
}

/// How a node's value turns into what its factor combines.
fn turn(scorer: Scorer<'_>, node: NodeId, value: &Exact) -> (Vec<Turn>, Exact) {
    let mut turns = Vec::new();
    let mut counted = value.clone();
    match scorer.plan.counted(node) {
        Counted::Plain => {}
        Counted::Divides => turns.push(Turn::Divides),
        Counted::Reversed(sum) => {
            counted = sum.minus(value);
            turns.push(Turn::Reversed(sum));
        }
    }
    let parent = scorer.model.nodes[node].parent;
    let is_mean = parent.is_some_and(|parent| scorer.model.nodes[parent].combine() == Some(Combine::Mean));
    // A mean's own scale is what its children are mapped onto, where theirs is another.
    if let (true, Some(from), Some(onto)) =
        (is_mean, scorer.plan.bounds(node), parent.and_then(|parent| scorer.plan.bounds(parent)))
        && from != onto
    {
        counted = Exact::from(mapped(&counted, &from, &onto));
        turns.push(Turn::Mapped { from, onto });
    }
    (turns, counted)
}

fn mapped(value: &Exact, from: &(Exact, Exact), onto: &(Exact, Exact)) -> BigRational {
    let width = |scale: &(Exact, Exact)| scale.1.to_ratio() - scale.0.to_ratio();
    onto.0.to_ratio() + (value.to_ratio() - from.0.to_ratio()) * width(onto) / width(from)
}
