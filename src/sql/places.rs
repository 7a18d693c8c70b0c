//! From values to ranks: what is compared, how many items share it, and the answer.
//!
//! Every distinct score is ranked once, and each item then looks its rank up. So an engine on many machines puts no more
//! on one of them than the distinct scores, which are few beside the items; `RANK() OVER` would put all items there.

use num_bigint::BigInt;
use num_traits::Signed;

use super::number::{Fraction, Value, Whole};
use super::values::Values;
use super::{CommonTable, SelectedColumn, Writer};
use crate::model::{NodeId, ROOT};

/// The digits that one step of a long division gives.
pub(super) const STEP: u32 = 18;
/// Digits that are compared after a root.
const COMPARED: u32 = 12;

impl Writer<'_> {
    /// The steps from values to places.
    pub(super) fn place_steps(&self, values: &Values) -> Vec<CommonTable> {
        vec![self.scored(values), self.places(values)]
    }

    /// What is compared, the highest first: the score, then what decides between equal ones.
    fn keys(&self, values: &Values) -> Vec<(String, Vec<String>)> {
        let mut keys = vec![("key".to_owned(), values.of(ROOT).map(|value| self.compared(value)).unwrap_or_default())];
        for (at, &node) in self.query.tie_break.iter().enumerate() {
            keys.push((format!("tie_{}", at + 1), self.tie_keys(node, values)));
        }
        keys
    }

    /// Each column that is compared: its name and its expression.
    fn key_columns(&self, values: &Values) -> Vec<(String, String)> {
        let named = |(name, keys): (String, Vec<String>)| {
            let named = keys.into_iter().enumerate().map(move |(at, sql)| (format!("{name}_{}", at + 1), sql));
            named.collect::<Vec<_>>()
        };
        self.keys(values).into_iter().flat_map(named).map(|(name, sql)| (self.own(&name), sql)).collect()
    }

    /// A value as what can be compared: one number, or the digits of a quotient in several.
    fn compared(&self, value: &Value) -> Vec<String> {
        match value {
            Value::Near(sql) => vec![self.twelve(sql)],
            Value::Exact(Fraction { numerator: Some(above), divisor: None, .. }) => vec![above.sql.clone()],
            Value::Exact(Fraction { numerator: Some(above), divisor: Some(below), .. }) => self.digits(above, below),
            Value::Exact(Fraction { numerator: None, .. }) => vec!["1".to_owned()],
        }
    }

    /// The digits of a quotient, so many that two quotients have the same ones only where they are equal.
    ///
    /// For a/b ≠ c/d the distance is |ad − bc| ÷ bd ≥ 1/bd. Where both divisors are at most 10^n it is at least 10^−2n, so
    /// that the quotients times 10^2n differ by 1 or more, and so do their whole parts. Equal ones have equal digits.
    /// Where n is 18, which is what two steps of 18 digits are enough for, no number on the way has more than 36 digits.
    fn digits(&self, above: &Whole, below: &Whole) -> Vec<String> {
        let dialect = self.query.dialect;
        let power = |digits: u32| dialect.integer(&BigInt::from(10).pow(digits));
        if dialect.digits().is_none() {
            let digits = (below.digits.max(0.0).ceil() as u32).saturating_mul(2);
            return vec![dialect.quotient(&format!("({} * {})", above.sql, power(digits)), &below.sql)];
        }
        let fits = |sql: String| {
            if below.digits <= f64::from(STEP) {
                sql
            } else {
                format!("CASE WHEN {} <= {} THEN {sql} END", below.sql, power(STEP))
            }
        };
        let first = dialect.rest(&above.sql, &below.sql);
        let second = dialect.rest(&format!("({first} * {})", power(STEP)), &below.sql);
        let step = |rest: &str| dialect.quotient(&format!("({rest} * {})", power(STEP)), &below.sql);
        vec![fits(dialect.quotient(&above.sql, &below.sql)), fits(step(&first)), fits(step(&second))]
    }

    /// A value after a root, rounded to twelve significant digits.
    fn twelve(&self, sql: &str) -> String {
        let dialect = self.query.dialect;
        let places = format!("{} - {}", COMPARED - 1, dialect.magnitude(sql));
        let rounded = if dialect.has_decimal_roots() {
            format!("ROUND({sql}, {places})")
        } else {
            format!("ROUND({sql} * POWER(10, {places})) / POWER(10, {places})")
        };
        format!("CASE WHEN {sql} = 0 THEN 0 WHEN ABS({sql}) < 1e300 THEN {rounded} END")
    }

    /// What decides between equal scores: more is better, and a blank stands last.
    fn tie_keys(&self, node: NodeId, values: &Values) -> Vec<String> {
        let Some(value) = values.of(node) else { return Vec::new() };
        let keys = self.compared(value);
        let signed = |sql: &String| if self.query.model.raises_score(node) { sql.clone() } else { format!("-({sql})") };
        let keys: Vec<String> = keys.iter().map(signed).collect();
        if self.query.plan.uses(node) {
            return keys;
        }
        let ratings = self.ratings();
        let lowest = ratings.iter().find(|rated| rated.node == node).map(|rated| rated.below_all());
        let Some(lowest) = lowest else { return keys };
        // Below the lowest, and below the highest with its sign turned.
        let lowest = self.query.dialect.integer(&-lowest.abs());
        keys.into_iter().map(|key| format!("COALESCE({key}, {lowest})")).collect()
    }

    fn scored(&self, values: &Values) -> CommonTable {
        let (dialect, lang) = (self.query.dialect, self.query.lang);
        let mut columns = vec![SelectedColumn::plain("*")];
        let mut said = Some(match values.of(ROOT) {
            Some(Value::Near(_)) => lang.text("sql-key-twelve"),
            Some(Value::Exact(Fraction { divisor: Some(_), .. })) if dialect.digits().is_none() => {
                lang.text("sql-key-digits")
            }
            Some(Value::Exact(Fraction { divisor: Some(_), .. })) => lang.text("sql-key-steps"),
            _ => lang.text("sql-key-whole"),
        });
        for (name, sql) in self.key_columns(values) {
            let is_tie = said.is_none() && name == self.own("tie_1_1");
            let comment = said.take().or_else(|| is_tie.then(|| lang.text("sql-key-ties")));
            columns.push(SelectedColumn { comment, sql: format!("{sql} AS {name}") });
        }
        let score = self.double(ROOT, values);
        columns.push(SelectedColumn {
            comment: Some(lang.text("sql-as-double")),
            sql: format!("{score} AS {}", self.own("score")),
        });
        for factor in self.query.plan.factors() {
            let sql = format!("{} AS {}", self.double(factor, values), self.part_of(factor, "value"));
            columns.push(SelectedColumn::plain(sql));
        }
        if !values.divisors.is_empty() {
            let zero = |(node, sql): &(NodeId, String)| format!("CASE WHEN {sql} = 0 THEN {} END", self.key(*node));
            let zeros: Vec<String> = values.divisors.iter().map(zero).collect();
            columns.push(SelectedColumn {
                comment: Some(lang.text("sql-zero")),
                sql: format!("{} AS {}", dialect.listed(&zeros), self.own("zero")),
            });
        }
        CommonTable {
            name: "scored".to_owned(),
            how: "",
            comments: vec![lang.text("sql-scored")],
            columns,
            rest: vec![format!("FROM {}", values.last)],
        }
    }

    /// A value as the nearest double, as every output of `rank` has it.
    fn double(&self, node: NodeId, values: &Values) -> String {
        let dialect = self.query.dialect;
        let sql = match values.of(node) {
            Some(Value::Near(sql)) => self.twelve(sql),
            Some(Value::Exact(fraction)) => fraction.near(dialect),
            None => "NULL".to_owned(),
        };
        if dialect.has_decimal_roots() { format!("CAST({sql} AS {})", dialect.double_type()) } else { sql }
    }

    /// Whether an item whose score could be computed may yet hold something that is no rating.
    fn has_ties_alone(&self) -> bool {
        self.query.tie_break.iter().any(|&node| !self.query.plan.uses(node))
    }

    fn places(&self, values: &Values) -> CommonTable {
        let lang = self.query.lang;
        let keys = self.key_columns(values);
        let names: Vec<String> = keys.iter().map(|(name, _)| name.clone()).collect();
        let order: Vec<String> = names.iter().map(|name| format!("{name} DESC")).collect();
        let window = format!("ORDER BY {} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW", order.join(", "));
        let mut columns: Vec<SelectedColumn> = names.iter().map(SelectedColumn::plain).collect();
        columns.push(SelectedColumn::plain(format!("COUNT(*) AS {}", self.own("items"))));
        columns.push(SelectedColumn::plain(format!(
            "CAST(SUM(COUNT(*)) OVER ({window}) - COUNT(*) + 1 AS {}) AS {}",
            self.query.dialect.count_type(),
            self.own("rank")
        )));
        // What an item is ranked by is there or not as a whole; what decides between equal scores can be too large by itself.
        let can_lack = |(at, (_, sql)): &(usize, &(String, String))| *at == 0 || sql.contains("CASE ");
        let lacking = keys.iter().enumerate().filter(can_lack);
        let mut conditions: Vec<String> = lacking.map(|(_, (name, _))| format!("{name} IS NOT NULL")).collect();
        if self.has_ties_alone() {
            conditions.push(format!("{} IS NULL", self.own("unreadable")));
        }
        CommonTable {
            name: "places".to_owned(),
            how: "",
            comments: vec![lang.text("sql-places")],
            columns,
            rest: vec![
                "FROM scored".to_owned(),
                format!("WHERE {}", conditions.join(" AND ")),
                format!("GROUP BY {}", names.join(", ")),
            ],
        }
    }

    /// The answer: every item with its place, those without a rank last.
    pub(super) fn answer(&self, values: &Values) -> String {
        let (query, lang) = (self.query, self.query.lang);
        let [rank, tied, id, title, score] = ["rank", "tied", "id", "title", "score"].map(|name| self.own(name));
        let ranked = |sql: String| match query.top {
            Some(_) => sql,
            None => format!("CASE WHEN p.{rank} IS NOT NULL THEN {sql} END"),
        };
        let mut columns = vec![
            format!("p.{rank} AS {rank}"),
            format!("p.{} > 1 AS {tied}", self.own("items")),
            format!("s.{id} AS {id}"),
        ];
        if query.columns.title.is_some() {
            columns.push(format!("s.{title} AS {title}"));
        }
        columns.push(format!("{} AS {score}", ranked(format!("s.{score}"))));
        for factor in query.plan.factors() {
            let value = format!("s.{}", self.part_of(factor, "value"));
            columns.push(format!("{} AS {}", ranked(value), self.node(factor)));
        }
        let mut comments = Vec::new();
        if query.top.is_none() {
            columns.push(format!("s.{0} AS {0}", self.own("missing")));
            columns.push(format!("{} AS {}", self.problem(values), self.own("problem")));
            comments.push(lang.text("sql-answer"));
        } else {
            comments.push(lang.text("sql-answer-top"));
        }
        let mut same: Vec<String> =
            self.key_columns(values).into_iter().map(|(name, _)| format!("s.{name} = p.{name}")).collect();
        if self.has_ties_alone() {
            same.push(format!("s.{} IS NULL", self.own("unreadable")));
        }
        let join = if query.top.is_some() { "JOIN" } else { "LEFT JOIN" };
        let comments: Vec<String> = comments.iter().map(|line| super::quote::comment(line)).collect();
        let filter = query.top.map_or(String::new(), |top| format!("\nWHERE p.{rank} <= {top}"));
        format!(
            "{}\nSELECT\n  {}\nFROM scored AS s\n{join} places AS p ON {}{filter}\nORDER BY p.{rank} NULLS LAST, s.{id}",
            comments.join("\n"),
            columns.join(",\n  "),
            same.join(" AND ")
        )
    }

    /// Why an item has no rank though nothing is missing.
    fn problem(&self, values: &Values) -> String {
        let [rank, missing, unreadable, zero] = ["rank", "missing", "unreadable", "zero"].map(|name| self.own(name));
        let mut cases = vec![format!("WHEN s.{unreadable} IS NOT NULL THEN 'not-a-rating: ' || s.{unreadable}")];
        cases.push(format!("WHEN s.{missing} IS NOT NULL THEN NULL"));
        if !values.divisors.is_empty() {
            cases.push(format!("WHEN s.{zero} IS NOT NULL THEN 'division-by-zero: ' || s.{zero}"));
        }
        // After a root a score can also be larger than any double.
        if values.may_be_too_large || self.query.plan.is_rounded() {
            cases.push(format!("WHEN p.{rank} IS NULL THEN 'too-large'"));
        }
        format!("CASE\n    {}\n  END", cases.join("\n    "))
    }
}
