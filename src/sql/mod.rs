//! The ranking as a query for an engine that already holds the items.
//!
//! The query gives what `rank` gives: ranks, ties, scores, factors, and the items without a rank with what is missing.
//! It goes from texts to whole numbers (`ratings.rs`), from these to the values of factors (`values.rs`, by the forms
//! of `forms.rs` on the numbers of `number.rs`), and from these to ranks (`places.rs`). On what engines differ stands in `dialect.rs`, how names and
//! texts get into a query in `quote.rs`. What is computed is the plan's; where the query goes is the binary's.

mod dialect;
mod forms;
mod names;
mod number;
mod places;
mod quote;
mod ratings;
mod values;

use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::model::{Model, NodeId};
use crate::say;
use crate::scoring::{Plan, Recipe};

pub use dialect::Dialect;
pub use names::{ColumnName, TableName};

use names::Names;
use quote::comment;
use values::Values;

/// Digits behind the point that are kept where nobody says how many.
pub const USUAL_DECIMALS: u32 = 2;
/// The most digits behind the point that can be asked for.
pub const MOST_DECIMALS: u32 = 10;

/// Everything that a query is made of.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// The engine.
    pub dialect: Dialect,
    /// The table that holds the items.
    pub table: &'a TableName,
    /// Its columns.
    pub columns: &'a TableColumns,
    /// The model.
    pub model: &'a Model,
    /// The model with its weights, for the columns that the table has.
    pub plan: &'a Plan,
    /// Criteria that decide between equal scores, in order.
    pub tie_break: &'a [NodeId],
    /// Words that stand for ratings in every criterion.
    pub words: &'a [(String, Decimal)],
    /// How many digits behind the point a rating may have; words and ends of scales may have more.
    pub decimals: u32,
    /// Only ranks up to here, ties included.
    pub top: Option<usize>,
    /// What is said of the model and its weights.
    pub model_line: &'a str,
    /// The language of the comments.
    pub lang: Lang,
}

/// Which column of the table holds what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumns {
    /// The ids.
    pub id: ColumnName,
    /// The titles, where they are wanted.
    pub title: Option<ColumnName>,
    /// The ratings of each node that the table gives.
    pub nodes: Vec<(NodeId, ColumnName)>,
}

/// Why there is no query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// The engine has no way to write this name.
    Name(String),
    /// A column would be read for two nodes.
    Shared(String, [NodeId; 2]),
    /// A constant of the model is no number.
    Constant,
}

/// A query that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The query, with a line end behind it.
    pub text: String,
    /// Whether ratings on their scales alone can need more digits than the engine has, so that items go without a rank.
    pub lacks_digits: bool,
}

impl Query<'_> {
    /// Writes the query.
    pub fn write(&self) -> Result<Written, Unwritable> {
        self.check_names()?;
        let recipes = self.plan.recipes().ok_or(Unwritable::Constant)?;
        let writer = Writer { query: self, names: Names::new(self.model, self.dialect), recipes: &recipes };
        let ratings = writer.ratings();
        let values = writer.values(&ratings);
        let mut out = String::new();
        for line in writer.opening(&values) {
            out.push_str(&comment(&line));
            out.push('\n');
        }
        out.push_str("WITH\n");
        let mut steps = writer.rating_steps(&ratings);
        steps.extend(values.steps.iter().cloned());
        steps.extend(writer.place_steps(&values));
        let steps: Vec<String> = steps.iter().map(CommonTable::to_sql).collect();
        out.push_str(&steps.join(",\n\n"));
        out.push_str("\n\n");
        out.push_str(&writer.answer(&values));
        out.push_str(";\n");
        Ok(Written { text: out, lacks_digits: values.lacks_digits })
    }

    fn check_names(&self) -> Result<(), Unwritable> {
        let columns = &self.columns;
        let names = columns.nodes.iter().map(|(_, name)| name).chain([&columns.id]).chain(&columns.title);
        let names: Vec<String> = names.map(|name| name.folded(self.dialect)).collect();
        let all = names.iter().map(String::as_str).chain(self.table.parts());
        if let Some(name) = all.into_iter().find(|name| !self.dialect.can_name(name)) {
            return Err(Unwritable::Name(name.to_owned()));
        }
        for (at, (node, name)) in columns.nodes.iter().enumerate() {
            let same = |(_, other): &&(NodeId, ColumnName)| other.folded(self.dialect) == name.folded(self.dialect);
            if let Some((other, _)) = columns.nodes[..at].iter().find(same) {
                return Err(Unwritable::Shared(name.folded(self.dialect), [*other, *node]));
            }
        }
        Ok(())
    }
}

/// A query as it is being written.
struct Writer<'a> {
    query: &'a Query<'a>,
    names: Names,
    recipes: &'a [Recipe],
}

impl Writer<'_> {
    /// What the query is, and what is exact in it.
    fn opening(&self, values: &Values) -> Vec<String> {
        let Query { dialect, lang, .. } = *self.query;
        let engine = dialect.title();
        let mut lines = vec![say!(lang, "sql-opening", engine = engine), self.query.model_line.to_owned()];
        if !self.query.plan.is_rounded() {
            lines.push(lang.text("sql-exact"));
        } else if dialect.has_decimal_roots() {
            lines.push(say!(lang, "sql-roots-decimal", engine = engine));
        } else {
            lines.push(say!(lang, "sql-roots-double", engine = engine));
        }
        if values.may_be_too_large {
            lines.push(say!(lang, "sql-too-large", engine = engine));
        }
        lines.push(lang.text("sql-score"));
        lines
    }

    /// A name that the query gives, in quotes.
    fn own(&self, name: &str) -> String {
        self.query.dialect.identifier(name)
    }

    /// The column of a node's value.
    fn node(&self, node: NodeId) -> String {
        self.own(self.names.of(node))
    }

    /// A further column of a node.
    fn part_of(&self, node: NodeId, what: &str) -> String {
        self.own(&format!("{}__{what}", self.names.of(node)))
    }

    fn label(&self, node: NodeId) -> &str {
        self.query.model.nodes[node].label(self.query.lang)
    }

    /// A node's key as a text of the query.
    fn key(&self, node: NodeId) -> String {
        self.query.dialect.literal(&crate::prose::visible(&self.query.model.nodes[node].key))
    }
}

/// A step of the query: `name AS (SELECT …)`.
#[derive(Clone, Debug)]
struct CommonTable {
    name: String,
    /// What stands behind `AS`: nothing, or how the engine should compute the step.
    how: &'static str,
    comments: Vec<String>,
    columns: Vec<SelectedColumn>,
    /// What follows the columns, line by line.
    rest: Vec<String>,
}

/// A column of a step, with what is said of it.
#[derive(Clone, Debug)]
struct SelectedColumn {
    comment: Option<String>,
    sql: String,
}

impl SelectedColumn {
    fn plain(sql: impl Into<String>) -> Self {
        Self { comment: None, sql: sql.into() }
    }
}

impl CommonTable {
    fn to_sql(&self) -> String {
        let mut out = String::new();
        for line in &self.comments {
            out.push_str(&comment(line));
            out.push('\n');
        }
        out.push_str(&format!("{} AS {}(\n  SELECT\n", self.name, self.how));
        for (at, column) in self.columns.iter().enumerate() {
            if let Some(said) = &column.comment {
                out.push_str(&format!("    {}\n", comment(said)));
            }
            let end = if at + 1 < self.columns.len() { "," } else { "" };
            out.push_str(&format!("    {}{end}\n", column.sql));
        }
        for line in &self.rest {
            out.push_str(&format!("  {line}\n"));
        }
        out.push(')');
        out
    }
}
