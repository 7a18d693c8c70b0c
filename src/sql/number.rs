//! What a node's value is in a query: a whole number that stands for an exact one, or a near one after a root.
//!
//! An exact value is `numerator · unit ÷ divisor`: numerator and divisor are whole numbers that the engine computes, the
//! unit is known beforehand. So scores are compared by whole numbers, whatever the weights and the digits of the ratings
//! are. The number of digits that a whole number can have is kept beside it, because engines have only so many.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::dialect::{Dialect, PLACES};
use crate::scoring::Turned;

/// Places behind the point that a decimal has right after a root.
const SURE_PLACES: u32 = 25;
/// Digits that a double has right after a root.
const SURE_DIGITS: u32 = 15;

/// A whole number that the engine computes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Whole {
    /// The expression; one that binds as tightly as a name does.
    pub(super) sql: String,
    /// The logarithm to the base of ten of the largest that it can be.
    pub(super) digits: f64,
    /// Whether that is far above what it ever will be: nothing limits a quantity but its digits.
    pub(super) is_open: bool,
}

/// `numerator · unit ÷ divisor`; 1 where there is no numerator or no divisor.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fraction {
    pub(super) numerator: Option<Whole>,
    pub(super) divisor: Option<Whole>,
    pub(super) unit: BigRational,
}

/// A value as the query has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Exact.
    Exact(Fraction),
    /// Near, after a root: an expression that binds as tightly as a name does.
    Near(String),
}

impl Fraction {
    /// A whole number in a unit.
    pub(super) fn whole(whole: Whole, unit: BigRational) -> Self {
        Self { numerator: Some(whole), divisor: None, unit }
    }

    /// The value as it counts in what is made of it.
    fn turned(&self, turn: &Turned, dialect: Dialect) -> Self {
        match turn {
            Turned::Plain => self.clone(),
            Turned::Divides => Self {
                numerator: self.divisor.clone(),
                divisor: self
                    .numerator
                    .clone()
                    .map(|below| Whole { sql: format!("NULLIF({}, 0)", below.sql), ..below }),
                unit: if self.unit.is_zero() { self.unit.clone() } else { self.unit.recip() },
            },
            Turned::Reversed(sum) => {
                let one = Self { numerator: None, divisor: None, unit: sum.clone() };
                added(&[(one, BigRational::one()), (self.clone(), -BigRational::one())], dialect).bracketed()
            }
        }
    }

    fn bracketed(mut self) -> Self {
        for whole in [&mut self.numerator, &mut self.divisor].into_iter().flatten() {
            whole.sql = format!("({})", whole.sql);
        }
        self
    }

    /// The value as a number with places behind the point.
    pub(super) fn near(&self, dialect: Dialect) -> String {
        let numerator = self.numerator.as_ref().map_or("1", |whole| &whole.sql);
        let mut near = dialect.widened(numerator);
        if !self.unit.numer().is_one() {
            near = format!("{near} * {}", dialect.integer(self.unit.numer()));
        }
        let below = match (&self.divisor, self.unit.denom().is_one()) {
            (None, true) => return near,
            (None, false) => dialect.integer(self.unit.denom()),
            (Some(divisor), true) if divisor.sql.contains(' ') => format!("({})", divisor.sql),
            (Some(divisor), true) => divisor.sql.clone(),
            (Some(divisor), false) => {
                format!("({} * {})", dialect.widened(&divisor.sql), dialect.integer(self.unit.denom()))
            }
        };
        format!("{near} / {below}")
    }
}

impl Value {
    /// The value as it counts in what is made of it.
    pub(super) fn turned(&self, turn: &Turned, dialect: Dialect) -> Value {
        match (self, turn) {
            (Value::Exact(fraction), _) => Value::Exact(fraction.turned(turn, dialect)),
            (Value::Near(near), Turned::Plain) => Value::Near(near.clone()),
            (Value::Near(near), Turned::Reversed(sum)) => {
                // At the end of the scale the digits in which a root is only near are all that is left: it is nought there.
                let places = if dialect.has_decimal_roots() {
                    SURE_PLACES
                } else {
                    (f64::from(SURE_DIGITS) - sum.to_f64().unwrap_or(1.0).abs().max(1.0).log10().ceil()).max(0.0) as u32
                };
                Value::Near(format!("ROUND({} - {near}, {places})", constant(sum, dialect)))
            }
            (Value::Near(near), Turned::Divides) => Value::Near(format!("(1 / NULLIF({near}, 0))")),
        }
    }
}

/// Σ factor·value, with one unit for all; the parts of the sum don't bind tightly.
pub(super) fn added(terms: &[(Fraction, BigRational)], dialect: Dialect) -> Fraction {
    let sizes: Vec<BigRational> = terms.iter().map(|(value, factor)| &value.unit * factor).collect();
    let unit = sizes.iter().filter(|size| !size.is_zero()).fold(BigRational::zero(), |unit, size| common(&unit, size));
    let unit = if unit.is_zero() { BigRational::one() } else { unit };
    let mut sum = String::new();
    let (mut digits, mut is_open) = (f64::NEG_INFINITY, false);
    for (at, ((value, _), size)) in terms.iter().zip(&sizes).enumerate() {
        if size.is_zero() {
            continue;
        }
        let times = (size / &unit).to_integer();
        let others = terms.iter().enumerate().filter(|(other, _)| *other != at);
        let divisors = others.filter_map(|(_, (other, _))| other.divisor.as_ref());
        let factors: Vec<&Whole> = value.numerator.iter().chain(divisors).collect();
        let mut names: Vec<String> = factors.iter().map(|whole| whole.sql.clone()).collect();
        let size = times.abs();
        if !size.is_one() || names.is_empty() {
            names.insert(0, dialect.integer(&size));
        }
        let sign = match (sum.is_empty(), times.is_negative()) {
            (true, false) => "",
            (true, true) => "-",
            (false, false) => " + ",
            (false, true) => " - ",
        };
        sum.push_str(sign);
        sum.push_str(&names.join(" * "));
        let term: f64 = factors.iter().map(|whole| whole.digits).sum::<f64>() + logarithm(&size);
        digits = larger(digits, term);
        is_open |= factors.iter().any(|whole| whole.is_open);
    }
    if sum.is_empty() {
        sum.push('0');
    }
    let below: Vec<Whole> = terms.iter().filter_map(|(value, _)| value.divisor.clone()).collect();
    Fraction { numerator: Some(Whole { sql: sum, digits, is_open }), divisor: multiplied(&below), unit }
}

/// Π value^exponent; `None` where nothing is left of it but the unit.
pub(super) fn raised(factors: &[(Fraction, u32)]) -> Fraction {
    let mut unit = BigRational::one();
    let (mut above, mut below) = (Vec::new(), Vec::new());
    for (value, exponent) in factors {
        for _ in 0..*exponent {
            above.extend(value.numerator.clone());
            below.extend(value.divisor.clone());
        }
        // No exponent is above a hundred: the plan sees to that.
        unit *= num_traits::pow(value.unit.clone(), *exponent as usize);
    }
    Fraction { numerator: multiplied(&above), divisor: multiplied(&below), unit }
}

fn multiplied(wholes: &[Whole]) -> Option<Whole> {
    if wholes.is_empty() {
        return None;
    }
    let names: Vec<&str> = wholes.iter().map(|whole| whole.sql.as_str()).collect();
    Some(Whole {
        sql: names.join(" * "),
        digits: wholes.iter().map(|whole| whole.digits).sum(),
        is_open: wholes.iter().any(|whole| whole.is_open),
    })
}

/// The largest number that both are whole multiples of.
fn common(one: &BigRational, other: &BigRational) -> BigRational {
    let above = (one.numer() * other.denom()).gcd(&(other.numer() * one.denom()));
    BigRational::new(above, one.denom() * other.denom())
}

/// log₁₀(10^a + 10^b), or a little more.
fn larger(one: f64, other: f64) -> f64 {
    let (low, high) = if one < other { (one, other) } else { (other, one) };
    if low == f64::NEG_INFINITY { high } else { high + (1.0 + 10f64.powf(low - high)).log10() + 1e-9 }
}

pub(super) fn logarithm(value: &BigInt) -> f64 {
    // Beyond what a double holds the number of digits is near enough.
    match value.to_f64() {
        Some(double) if double.is_finite() => double.abs().log10(),
        _ => value.to_string().len() as f64,
    }
}

/// A constant as a number with places behind the point.
pub(super) fn constant(value: &BigRational, dialect: Dialect) -> String {
    if value.is_integer() {
        return dialect.integer(value.numer());
    }
    let digits = |places: usize| {
        let scaled = (value.abs() * BigInt::from(10).pow(places as u32)).round().to_integer().to_string();
        let padded = format!("{scaled:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        format!("{}{whole}.{fraction}", if value.is_negative() { "-" } else { "" })
    };
    match dialect {
        Dialect::Postgres => digits(PLACES),
        Dialect::BigQuery => format!("BIGNUMERIC '{}'", digits(38)),
        // With an exponent it is a double for every engine.
        Dialect::DuckDb | Dialect::Spark | Dialect::Snowflake => format!("{:e}", value.to_f64().unwrap_or(f64::NAN)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rating(name: &str) -> Fraction {
        let whole = Whole { sql: name.to_owned(), digits: 3.0, is_open: false };
        Fraction::whole(whole, BigRational::new(1.into(), 100.into()))
    }

    fn sql(whole: &Option<Whole>) -> Option<&str> {
        whole.as_ref().map(|whole| whole.sql.as_str())
    }

    fn ratio(above: i64, below: i64) -> BigRational {
        BigRational::new(above.into(), below.into())
    }

    #[test]
    fn a_weighted_mean_is_a_whole_number_in_a_small_unit() {
        let mean = added(&[(rating("a"), ratio(4, 10)), (rating("b"), ratio(6, 10))], Dialect::DuckDb);
        assert_eq!(sql(&mean.numerator), Some("2 * a + 3 * b"));
        assert_eq!(mean.unit, ratio(1, 500));
        assert_eq!(mean.near(Dialect::DuckDb), "CAST(2 * a + 3 * b AS DOUBLE) / 500");
    }

    #[test]
    fn a_cost_is_taken_from_the_ends_of_its_scale() {
        let cost = rating("a").turned(&Turned::Reversed(ratio(11, 1)), Dialect::Spark);
        assert_eq!((sql(&cost.numerator), cost.unit), (Some("(1100 - a)"), ratio(1, 100)));
        // A middle of 5.55 needs a smaller unit than hundredths of the rating's 0.1.
        let cost = Fraction { unit: ratio(1, 10), ..rating("a") };
        let cost = cost.turned(&Turned::Reversed(ratio(111, 20)), Dialect::Spark);
        assert_eq!((sql(&cost.numerator), cost.unit), (Some("(111 - 2 * a)"), ratio(1, 20)));
    }

    #[test]
    fn quotients_are_added_over_one_divisor() {
        let quotient = raised(&[(rating("a"), 1), (rating("b").turned(&Turned::Divides, Dialect::Spark), 1)]);
        assert_eq!((sql(&quotient.numerator), sql(&quotient.divisor)), (Some("a"), Some("NULLIF(b, 0)")));
        assert_eq!(quotient.unit, ratio(1, 1));
        let sum = added(&[(quotient, ratio(1, 1)), (rating("c"), ratio(1, 1))], Dialect::Spark);
        assert_eq!(sql(&sum.numerator), Some("100 * a + c * NULLIF(b, 0)"));
        assert_eq!((sql(&sum.divisor), sum.unit), (Some("NULLIF(b, 0)"), ratio(1, 100)));
    }

    #[test]
    fn a_quotient_goes_over_all_of_its_divisor() {
        let one_over = |exponent| raised(&[(rating("a").turned(&Turned::Divides, Dialect::DuckDb), exponent)]);
        let in_ones = |fraction: Fraction| Fraction { unit: ratio(1, 1), ..fraction };
        assert_eq!(in_ones(one_over(1)).near(Dialect::DuckDb), "CAST(1 AS DOUBLE) / (NULLIF(a, 0))");
        assert_eq!(in_ones(one_over(2)).near(Dialect::DuckDb), "CAST(1 AS DOUBLE) / (NULLIF(a, 0) * NULLIF(a, 0))");
    }

    #[test]
    fn digits_are_never_less_than_there_are() {
        let squared = raised(&[(rating("a"), 2)]);
        assert_eq!(squared.numerator.map(|whole| whole.digits), Some(6.0));
        let sum = added(&[(rating("a"), ratio(1, 1)), (rating("b"), ratio(1, 1))], Dialect::Spark);
        assert!(sum.numerator.is_some_and(|whole| whole.digits >= 2000f64.log10()));
    }

    #[test]
    fn a_constant_has_the_digits_of_the_engine() {
        assert_eq!(constant(&ratio(1, 3), Dialect::Spark), "3.333333333333333e-1");
        assert_eq!(constant(&ratio(-1, 3), Dialect::Postgres), format!("-0.{}", "3".repeat(40)));
        assert_eq!(constant(&ratio(5, 1), Dialect::Spark), "5");
    }
}
