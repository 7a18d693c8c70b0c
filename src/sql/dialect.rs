//! The engines that a query can be for, and every question on which they differ: one exhaustive match each.
//!
//! How names and texts are quoted stands in `quote.rs`. PostgreSQL computes with any number of digits; the others have
//! whole numbers of 38 digits, BigQuery with 38 more behind the point, and doubles beside them.

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use strum::{EnumString, IntoStaticStr, VariantNames};

/// An engine that runs SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames, strum::EnumIter)]
#[strum(serialize_all = "lowercase")]
pub enum Dialect {
    /// DuckDB
    DuckDb,
    /// PostgreSQL
    Postgres,
    /// Spark SQL, and so Databricks
    Spark,
    /// BigQuery's GoogleSQL
    BigQuery,
    /// Snowflake
    Snowflake,
}

/// Digits behind the point of PostgreSQL's numbers where they are no whole numbers any more.
pub(super) const PLACES: usize = 40;

/// Digits of the largest whole numbers, but for PostgreSQL's.
const LONGEST: usize = 38;

impl Dialect {
    /// The name as `--dialect` takes it.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The name as its makers write it.
    pub fn title(self) -> &'static str {
        match self {
            Dialect::DuckDb => "DuckDB",
            Dialect::Postgres => "PostgreSQL",
            Dialect::Spark => "Spark SQL",
            Dialect::BigQuery => "BigQuery",
            Dialect::Snowflake => "Snowflake",
        }
    }

    /// The digits that a whole number may have; `None` for as many as it takes.
    pub(super) fn digits(self) -> Option<u32> {
        match self {
            Dialect::Postgres => None,
            // One less than there are, so that a bound in doubles is on the safe side.
            Dialect::DuckDb | Dialect::Spark | Dialect::BigQuery | Dialect::Snowflake => Some(37),
        }
    }

    /// The digits that a whole number may have that is divided by another one: Spark and Snowflake give a quotient six
    /// places behind the point.
    pub(super) fn digits_divided(self) -> Option<u32> {
        match self {
            Dialect::Postgres => None,
            Dialect::Spark | Dialect::Snowflake => Some(31),
            Dialect::DuckDb | Dialect::BigQuery => Some(37),
        }
    }

    /// Whether roots are computed in decimals with far more digits than the twelve that count; else in doubles.
    pub(super) fn has_decimal_roots(self) -> bool {
        match self {
            Dialect::Postgres | Dialect::BigQuery => true,
            Dialect::DuckDb | Dialect::Spark | Dialect::Snowflake => false,
        }
    }

    /// What has a step computed once, where the engine would else compute it anew for every column that is made of it.
    pub(super) fn once(self) -> &'static str {
        match self {
            Dialect::Postgres => "MATERIALIZED ",
            Dialect::DuckDb | Dialect::Spark | Dialect::BigQuery | Dialect::Snowflake => "",
        }
    }

    pub(super) fn text_type(self) -> &'static str {
        match self {
            Dialect::DuckDb | Dialect::Snowflake => "VARCHAR",
            Dialect::Postgres => "TEXT",
            Dialect::Spark | Dialect::BigQuery => "STRING",
        }
    }

    pub(super) fn double_type(self) -> &'static str {
        match self {
            Dialect::DuckDb | Dialect::Spark | Dialect::Snowflake => "DOUBLE",
            Dialect::Postgres => "DOUBLE PRECISION",
            Dialect::BigQuery => "FLOAT64",
        }
    }

    pub(super) fn count_type(self) -> &'static str {
        match self {
            Dialect::DuckDb | Dialect::Spark | Dialect::Postgres | Dialect::Snowflake => "BIGINT",
            Dialect::BigQuery => "INT64",
        }
    }

    /// The widest type of whole numbers.
    pub(super) fn whole_type(self) -> &'static str {
        match self {
            Dialect::DuckDb => "HUGEINT",
            Dialect::Postgres => "NUMERIC",
            Dialect::Spark => "DECIMAL(38, 0)",
            Dialect::BigQuery => "BIGNUMERIC",
            Dialect::Snowflake => "NUMBER(38, 0)",
        }
    }

    /// A text that is known to be a decimal, times ten to the power of its places, as a whole number.
    pub(super) fn whole_of_text(self, text: &str, places: u32) -> String {
        let precision = 15 + places;
        let number = match self {
            Dialect::DuckDb | Dialect::Spark => format!("TRY_CAST({text} AS DECIMAL({precision}, {places}))"),
            Dialect::Postgres => format!("CAST({text} AS NUMERIC)"),
            Dialect::BigQuery => format!("SAFE_CAST({text} AS BIGNUMERIC)"),
            Dialect::Snowflake => format!("TRY_CAST({text} AS NUMBER({precision}, {places}))"),
        };
        let power = self.integer(&BigInt::from(10).pow(places));
        let number = if places > 0 { format!("{number} * {power}") } else { number };
        match self {
            Dialect::Postgres | Dialect::BigQuery => number,
            Dialect::DuckDb | Dialect::Spark | Dialect::Snowflake => format!("CAST({number} AS {})", self.whole_type()),
        }
    }

    /// Whether the whole of a text fits a pattern; the pattern has no backslash, no quote and no `$`.
    pub(super) fn matches(self, text: &str, pattern: &str) -> String {
        match self {
            Dialect::DuckDb => format!("REGEXP_FULL_MATCH({text}, '{pattern}')"),
            Dialect::Postgres => format!("{text} ~ '^({pattern})$'"),
            Dialect::Spark => format!("{text} RLIKE '^({pattern})$'"),
            Dialect::BigQuery => format!("REGEXP_CONTAINS({text}, '^({pattern})$')"),
            // The whole text is meant there anyway.
            Dialect::Snowflake => format!("REGEXP_LIKE({text}, '{pattern}')"),
        }
    }

    /// Texts as one list, without those that are NULL; NULL where all of them are.
    pub(super) fn listed(self, texts: &[String]) -> String {
        let all = texts.join(",\n      ");
        let list = match self {
            Dialect::DuckDb | Dialect::Postgres | Dialect::Spark => format!("CONCAT_WS(', ',\n      {all})"),
            Dialect::BigQuery => format!("ARRAY_TO_STRING([\n      {all}], ', ')"),
            Dialect::Snowflake => format!("ARRAY_TO_STRING(ARRAY_CONSTRUCT_COMPACT(\n      {all}), ', ')"),
        };
        format!("NULLIF({list}, '')")
    }

    /// A whole number, which may be too large for what the engine takes a bare number for.
    pub(super) fn integer(self, value: &BigInt) -> String {
        let plain = value.to_string();
        if self.digits().is_some() && plain.len() > LONGEST {
            // No whole number of the engine; what it is multiplied by is too large then, which the query notices.
            return format!("{:e}", value.to_f64().unwrap_or(f64::MAX));
        }
        match self {
            Dialect::BigQuery if value.to_i64().is_none() => format!("BIGNUMERIC '{plain}'"),
            // DuckDB takes a number below its widest for a double.
            Dialect::DuckDb if value.to_i64().is_none() => format!("CAST('{plain}' AS HUGEINT)"),
            _ => plain,
        }
    }

    /// One whole number over another one, without what is left: towards nought.
    pub(super) fn quotient(self, above: &str, below: &str) -> String {
        match self {
            Dialect::DuckDb => format!("({above} - {above} % {below}) // {below}"),
            Dialect::Postgres | Dialect::BigQuery => format!("DIV({above}, {below})"),
            Dialect::Spark | Dialect::Snowflake => {
                format!("CAST(({above} - {}) / {below} AS {})", self.rest(above, below), self.whole_type())
            }
        }
    }

    /// What is left of one whole number over another one.
    pub(super) fn rest(self, above: &str, below: &str) -> String {
        match self {
            Dialect::DuckDb | Dialect::Spark => format!("({above} % {below})"),
            Dialect::Postgres | Dialect::BigQuery | Dialect::Snowflake => format!("MOD({above}, {below})"),
        }
    }

    /// A whole number as one with many digits behind the point, for what comes after it to be exact enough.
    pub(super) fn widened(self, value: &str) -> String {
        match self {
            Dialect::Postgres => format!("ROUND({value}, {PLACES})"),
            Dialect::BigQuery => format!("CAST({value} AS BIGNUMERIC)"),
            Dialect::DuckDb | Dialect::Spark | Dialect::Snowflake => format!("CAST({value} AS {})", self.double_type()),
        }
    }

    /// A column's logarithm to the base of ten, rounded down.
    pub(super) fn magnitude(self, value: &str) -> String {
        match self {
            Dialect::DuckDb | Dialect::Spark => format!("FLOOR(LOG10(ABS({value})))"),
            Dialect::Postgres => format!("CAST(FLOOR(LOG(ABS({value}))) AS INTEGER)"),
            Dialect::BigQuery => format!("CAST(FLOOR(LOG10(ABS({value}))) AS INT64)"),
            Dialect::Snowflake => format!("FLOOR(LOG(10, ABS({value})))"),
        }
    }
}
