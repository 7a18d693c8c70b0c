//! The two forms of a plan's steps as expressions: sums, and products with exponents.
//!
//! What is exact is computed in whole numbers, for as long as it is; roots are taken last, each of one whole product.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;

use super::dialect::Dialect;
use super::number::{Fraction, Value, Whole, added, constant, raised};
use crate::model::NodeId;
use crate::scoring::{Part, Recipe, RecipeForm};

/// The largest root, and the most factors under it, that is taken of one product; beyond it each factor is raised alone.
const LARGEST_ROOT: i128 = 64;
/// Constants with more digits are written out instead of as a ratio.
pub(super) const LONG_CONSTANT: u64 = 1_000_000_000_000_000;

/// A node's value of the values of its parts, some of which may be below nought; `None` where a part has none.
pub(super) fn combined(
    recipe: &Recipe,
    is_signed: bool,
    dialect: Dialect,
    value: &dyn Fn(NodeId) -> Option<Value>,
) -> Option<Value> {
    let turned = |part: &Part| value(part.node).map(|value| value.turned(&part.turn, dialect));
    match &recipe.form {
        RecipeForm::Given => value(recipe.node),
        RecipeForm::Linear { terms, constant } => {
            let terms = terms.iter().map(|(part, factor)| Some((turned(part)?, factor.clone())));
            Some(linear(&terms.collect::<Option<Vec<_>>>()?, constant, dialect))
        }
        RecipeForm::Power { terms } => {
            let terms = terms.iter().map(|(part, exponent)| Some((turned(part)?, *exponent)));
            Some(power(&terms.collect::<Option<Vec<_>>>()?, is_signed, dialect))
        }
    }
}

/// Σ factor·value + constant: what is exact is added up exactly first.
fn linear(terms: &[(Value, BigRational)], constant_term: &BigRational, dialect: Dialect) -> Value {
    let mut exact: Vec<(Fraction, BigRational)> = Vec::new();
    let mut near: Vec<String> = Vec::new();
    for (value, factor) in terms {
        match value {
            Value::Exact(fraction) => exact.push((fraction.clone(), factor.clone())),
            Value::Near(sql) => near.push(scaled(sql, factor, dialect)),
        }
    }
    let is_long = |value: &BigRational| value.denom().magnitude() > &LONG_CONSTANT.into();
    if near.is_empty() || !is_long(constant_term) {
        let one = Fraction { numerator: None, divisor: None, unit: constant_term.clone() };
        exact.push((one, BigRational::one()));
    } else {
        near.push(constant(constant_term, dialect));
    }
    let sum = added(&exact, dialect);
    if near.is_empty() {
        return Value::Exact(sum);
    }
    if sum.numerator.as_ref().is_some_and(|whole| whole.sql != "0") {
        near.insert(0, sum.near(dialect));
    }
    Value::Near(near.join(" + "))
}

fn scaled(sql: &str, factor: &BigRational, dialect: Dialect) -> String {
    let is_long = |part: &BigInt| part.magnitude() > &LONG_CONSTANT.into();
    if is_long(factor.numer()) || is_long(factor.denom()) {
        return format!("{sql} * {}", constant(factor, dialect));
    }
    let times = if factor.numer().is_one() { String::new() } else { format!(" * {}", dialect.integer(factor.numer())) };
    let over = if factor.denom().is_one() { String::new() } else { format!(" / {}", dialect.integer(factor.denom())) };
    format!("{sql}{times}{over}")
}

/// Π value^exponent: the exact factors under one root, so that equal products have equal roots.
fn power(terms: &[(Value, (i128, i128))], is_signed: bool, dialect: Dialect) -> Value {
    let root = terms.iter().fold(1i128, |root, (_, (_, below))| {
        let common = num_integer::gcd(root, *below).max(1);
        root.checked_mul(*below / common).unwrap_or(i128::MAX)
    });
    let whole = |(above, below): (i128, i128)| above.checked_mul(root / below.max(1));
    let mut exact: Vec<(Fraction, u32)> = Vec::new();
    let mut near: Vec<String> = Vec::new();
    let mut count = 0i128;
    for (value, exponent) in terms {
        match (value, whole(*exponent)) {
            (Value::Exact(fraction), Some(times)) => {
                count = count.saturating_add(times);
                // Cut here, it is too many below.
                exact.push((fraction.clone(), u32::try_from(times.min(1 << 10)).unwrap_or(0)));
            }
            (Value::Exact(_), None) => count = i128::MAX,
            (Value::Near(sql), _) => near.push(raised_alone(sql, *exponent, is_signed, dialect)),
        }
    }
    let is_one_root = root <= LARGEST_ROOT && (root == 1 || count <= LARGEST_ROOT);
    let product = if is_one_root { Some(raised(&exact)) } else { None };
    let fits = |whole: &Option<Whole>| match (whole, dialect.digits()) {
        (Some(whole), Some(limit)) => whole.digits < f64::from(limit),
        _ => true,
    };
    match product {
        Some(product) if near.is_empty() && root == 1 => return Value::Exact(product),
        Some(product) if root == 1 => near.insert(0, product.near(dialect)),
        Some(product) if fits(&product.numerator) && fits(&product.divisor) => {
            if !exact.is_empty() {
                let exponent = BigRational::new(BigInt::one(), root.into());
                near.insert(0, rooted(&product.near(dialect), &exponent, is_signed, dialect));
            }
        }
        _ => {
            let exact = terms.iter().filter_map(|(value, exponent)| match value {
                Value::Exact(fraction) => Some(raised_alone(&fraction.near(dialect), *exponent, is_signed, dialect)),
                Value::Near(_) => None,
            });
            near = exact.chain(near).collect();
        }
    }
    Value::Near(near.join(" * "))
}

fn raised_alone(sql: &str, (above, below): (i128, i128), is_signed: bool, dialect: Dialect) -> String {
    if (above, below) == (1, 1) {
        return if sql.contains(' ') && !sql.starts_with('(') { format!("({sql})") } else { sql.to_owned() };
    }
    rooted(sql, &BigRational::new(above.into(), below.max(1).into()), is_signed, dialect)
}

/// A power with a fractional exponent. PostgreSQL's and BigQuery's are decimals with far more digits than are compared.
fn rooted(sql: &str, exponent: &BigRational, is_signed: bool, dialect: Dialect) -> String {
    let root = if *exponent == BigRational::new(1.into(), 2.into()) {
        format!("SQRT({sql})")
    } else {
        format!("POWER({sql}, {})", constant(exponent, dialect))
    };
    // A number below nought has no root: engines give up at one, or give what is no number.
    if is_signed { format!("CASE WHEN {sql} >= 0 THEN {root} END") } else { root }
}
