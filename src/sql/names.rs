//! Names: of the table and its columns as somebody types them, and those that the query gives by itself.

use super::dialect::Dialect;
use super::quote::parts;
use crate::model::{Model, NodeId, ROOT};

/// The column of the root's value before it is a score.
const TOTAL: &str = "total";
/// Columns that the query has beside those of the model.
const RESERVED: [&str; 11] =
    [TOTAL, "id", "title", "rank", "tied", "score", "items", "missing", "problem", "unreadable", "zero"];
/// The longest name that is taken over, in bytes: PostgreSQL cuts at 63, and something stands behind a name.
const LONGEST: usize = 48;

/// The name of a table: `items`, `schema.items`, parts with points in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableName(Vec<String>);

impl TableName {
    /// Reads a name as it is typed; `None` where it is none. Bare parts are folded as the engine folds them, those in double
    /// quotes or backticks are kept.
    pub fn parse(text: &str, dialect: Dialect) -> Option<Self> {
        let folded = |(part, is_kept): (String, bool)| if is_kept { part } else { dialect.folded(&part) };
        Some(Self(parts(text)?.into_iter().map(folded).collect()))
    }

    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    pub(super) fn to_sql(&self, dialect: Dialect) -> String {
        self.parts().map(|part| dialect.identifier(part)).collect::<Vec<_>>().join(".")
    }
}

/// The name of a column: bare, or kept as it is between double quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnName(String);

impl ColumnName {
    /// A name as it is typed.
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub(super) fn folded(&self, dialect: Dialect) -> String {
        match &parts(&self.0).unwrap_or_default()[..] {
            [(name, true)] => name.clone(),
            _ => dialect.folded(&self.0),
        }
    }

    pub(super) fn to_sql(&self, dialect: Dialect) -> String {
        dialect.identifier(&self.folded(dialect))
    }
}

/// The names that the nodes have within the query and in its answer: their keys, where these can be names everywhere.
pub(super) struct Names(Vec<String>);

impl Names {
    pub(super) fn new(model: &Model, dialect: Dialect) -> Self {
        let mut names: Vec<String> = Vec::new();
        for (id, node) in model.nodes.iter().enumerate() {
            let key = node.key.as_str();
            let is_plain = key.starts_with(|first: char| first.is_alphabetic())
                && key.len() <= LONGEST
                && key.chars().all(|character| character.is_alphanumeric() || character == '_')
                && !key.contains("__")
                && dialect.can_name(key);
            let same = |other: &str| other.to_lowercase() == key.to_lowercase();
            // The engines don't tell upper from lower case, most of them.
            let is_free = !RESERVED.into_iter().any(same)
                && !["key_", "tie_", "node_"].iter().any(|own| key.to_lowercase().starts_with(own))
                && !names.iter().any(|other| same(other));
            names.push(match id {
                ROOT => TOTAL.to_owned(),
                _ if is_plain && is_free => key.to_owned(),
                _ => format!("node_{id}"),
            });
        }
        Self(names)
    }

    pub(super) fn of(&self, node: NodeId) -> &str {
        &self.0[node]
    }
}
