//! What a scoring model is: a tree of criteria with a way of combining at each factor.
//!
//! A model is data. This module holds its shape; `input` reads it from TOML, `scoring` computes with it.

mod built_in;
mod team;
mod weights;

use crate::decimal::Decimal;
use crate::lang::Lang;

pub use built_in::BuiltIn;
pub use team::Team;
pub use weights::Weights;

/// A node of a model by its place in [`Model::nodes`]; a child's number is higher than its parent's.
pub type NodeId = usize;

/// The root's number.
pub const ROOT: NodeId = 0;

/// Names for people, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// English
    pub en: Option<String>,
    /// 日本語
    pub ja: Option<String>,
}

impl Labels {
    /// The label in a language, where there is one.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_deref(),
            Lang::Ja => self.ja.as_deref(),
        }
    }

    /// All labels there are.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        [self.en.as_deref(), self.ja.as_deref()].into_iter().flatten()
    }
}

/// Whether more is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    #[default]
    Benefit,
    /// Less is better.
    Cost,
}

/// The values that a rating can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// From the lowest to the highest rating.
    Bounded(Decimal, Decimal),
    /// Any number from nought upward, with a unit of its own.
    Quantity,
}

impl Scale {
    /// The scale where nothing else is said: 1 to 10.
    pub const USUAL: Scale = Scale::Bounded(Decimal::ONE, Decimal::TEN);

    /// Whether a rating lies on it.
    #[inline]
    pub fn holds(self, rating: Decimal) -> bool {
        match self {
            Scale::Bounded(low, high) if low.is_whole() && high.is_whole() && rating.is_whole() => {
                (low.mantissa()..=high.mantissa()).contains(&rating.mantissa())
            }
            Scale::Bounded(low, high) => low <= rating && rating <= high,
            Scale::Quantity => rating >= Decimal::ZERO,
        }
    }
}

/// How a factor's children become one value; u is a child's value, w its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Combine {
    /// Σ w·u ÷ Σ w
    Mean,
    /// Σ w·u
    Sum,
    /// Π u^w
    Product,
    /// (Π u^w)^(1 ÷ Σ w)
    GeometricMean,
}

impl Combine {
    /// The name in a model's text, such as `geometric-mean`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether children are multiplied, so that a cost quantity divides.
    pub fn multiplies(self) -> bool {
        matches!(self, Combine::Product | Combine::GeometricMean)
    }
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Something an item is rated on.
    Criterion {
        /// The values that a rating can have.
        scale: Scale,
        /// Words that stand for ratings, of this criterion alone.
        words: Vec<(String, Decimal)>,
        /// Whether `80%` means 0.8 here.
        percent: bool,
    },
    /// Something made of criteria or factors.
    Factor {
        /// How the children become one value.
        combine: Combine,
        /// The scale that the text declares: what a mean over differing scales is mapped onto, and what a directly
        /// given value is rated on.
        scale: Option<(Decimal, Decimal)>,
    },
}

/// A criterion or a factor in its place in the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The name in files and output, such as `customer_impact`; unique in the model.
    pub key: String,
    /// Names for people.
    pub labels: Labels,
    /// Further headers under which files have it.
    pub aliases: Vec<String>,
    /// Ratings as a starter file shows them, in order.
    pub examples: Vec<String>,
    /// The team that leads the discussion of it, where the model says so.
    pub lead: Labels,
    /// Whether more is better.
    pub direction: Direction,
    /// What it is.
    pub kind: Kind,
    /// What it is made of; none for a criterion.
    pub children: Vec<NodeId>,
    /// What it is a part of; none for the root.
    pub parent: Option<NodeId>,
}

impl Node {
    /// The name for people, the key where there is none.
    pub fn label(&self, lang: Lang) -> &str {
        self.labels.get(lang).unwrap_or(&self.key)
    }

    /// The way of combining, `None` for a criterion.
    pub fn combine(&self) -> Option<Combine> {
        match self.kind {
            Kind::Factor { combine, .. } => Some(combine),
            Kind::Criterion { .. } => None,
        }
    }
}

/// A tree of criteria with a way of combining at each factor. Node 0 is the root, and parents come before children.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The model's name, such as `matrix`.
    pub key: String,
    /// The nodes, the root first.
    pub nodes: Vec<Node>,
}

impl Model {
    /// The node with a key; the root can't be named.
    pub fn find(&self, key: &str) -> Option<NodeId> {
        self.nodes.iter().skip(1).position(|node| node.key == key).map(|at| at + 1)
    }

    /// The keys of all nodes below the root, in the order of the model.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.nodes.iter().skip(1).map(|node| node.key.as_str())
    }

    /// The scale on which a file rates a node: a criterion's own, or a factor's when it is given directly, which is
    /// the declared one, a quantity where a part is one, else 1 to 10.
    pub fn rated_on(&self, node: NodeId) -> Scale {
        match self.nodes[node].kind {
            Kind::Criterion { scale, .. } => scale,
            Kind::Factor { scale: Some((low, high)), .. } => Scale::Bounded(low, high),
            Kind::Factor { scale: None, .. } => {
                let parts = &self.nodes[node].children;
                let quantity = parts.iter().any(|&part| self.rated_on(part) == Scale::Quantity);
                if quantity { Scale::Quantity } else { Scale::USUAL }
            }
        }
    }

    /// What people are asked to rate: factors that can be rated as one number are, others by their parts.
    pub fn rated(&self) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut open: Vec<NodeId> = self.nodes[ROOT].children.iter().rev().copied().collect();
        while let Some(node) = open.pop() {
            let Node { children, examples, .. } = &self.nodes[node];
            if children.is_empty() || !examples.is_empty() {
                found.push(node);
            } else {
                open.extend(children.iter().rev());
            }
        }
        found
    }

    /// Whether a higher value of a node makes the score higher: not so under an odd number of costs.
    pub fn raises_score(&self, node: NodeId) -> bool {
        let mut raises = true;
        let mut next = Some(node);
        while let Some(node) = next {
            raises ^= self.nodes[node].direction == Direction::Cost;
            next = self.nodes[node].parent;
        }
        raises
    }
}
