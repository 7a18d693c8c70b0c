//! A score: a rational number that is compared exactly and printed in its shortest form.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use serde::{Serialize, Serializer};

use crate::decimal::Decimal;

/// A rational number. Small ones, which is nearly all, stand in themselves; any takes two machine words.
#[derive(Clone, Debug)]
pub struct Exact(Repr);

#[derive(Clone, Debug)]
enum Repr {
    /// Numerator and a positive denominator, not always in lowest terms.
    Small(i64, u32),
    Large(Box<BigRational>),
}

impl Exact {
    /// `numerator ÷ denominator`; the denominator is above nought.
    pub(super) fn new(numerator: i128, denominator: i128) -> Self {
        let small = |numerator: i128, denominator: i128| {
            Some(Self(Repr::Small(i64::try_from(numerator).ok()?, u32::try_from(denominator).ok()?)))
        };
        small(numerator, denominator)
            .or_else(|| {
                let common = numerator.gcd(&denominator);
                small(numerator / common, denominator / common)
            })
            .unwrap_or_else(|| {
                Self(Repr::Large(Box::new(BigRational::new(BigInt::from(numerator), BigInt::from(denominator)))))
            })
    }

    /// The same number as a ratio of big integers in lowest terms.
    pub fn to_ratio(&self) -> BigRational {
        match &self.0 {
            Repr::Small(numerator, denominator) => {
                BigRational::new(BigInt::from(*numerator), BigInt::from(*denominator))
            }
            Repr::Large(ratio) => (**ratio).clone(),
        }
    }

    /// The nearest double.
    pub fn to_f64(&self) -> f64 {
        /// Whole numbers up to here are doubles, and the quotient of two of them is rounded once, so rightly.
        const WHOLE: u64 = 1 << 53;
        match &self.0 {
            Repr::Small(numerator, denominator) if numerator.unsigned_abs() <= WHOLE => {
                *numerator as f64 / f64::from(*denominator)
            }
            _ => self.to_ratio().to_f64().unwrap_or(f64::NAN),
        }
    }

    /// Rounded to `places` digits behind the point, halves away from nought, with trailing zeros kept.
    pub fn rounded(&self, places: u32) -> String {
        let power = BigInt::from(10).pow(places);
        let ratio = self.to_ratio();
        let numerator: BigInt = ratio.numer().abs() * power * 2 + ratio.denom();
        let halves: BigInt = ratio.denom() * 2;
        let digits = format!("{:0>width$}", numerator.div_floor(&halves).to_string(), width = places as usize + 1);
        let negative = ratio.is_negative() && digits.bytes().any(|digit| digit != b'0');
        let (whole, fraction) = digits.split_at(digits.len() - places as usize);
        let (sign, point) = (if negative { "-" } else { "" }, if places > 0 { "." } else { "" });
        format!("{sign}{whole}{point}{fraction}")
    }

    /// The number itself where it is a decimal of at most `places` digits behind the point, else rounded to them.
    pub fn shortened(&self, places: u32) -> String {
        let rounded = self.rounded(places);
        if rounded.contains('.') { rounded.trim_end_matches('0').trim_end_matches('.').to_owned() } else { rounded }
    }

    /// The distance between two numbers, with its sign.
    pub fn minus(&self, other: &Self) -> Self {
        Self::from(self.to_ratio() - other.to_ratio())
    }

    /// The quotient of two numbers; `None` where the other one is nought.
    pub fn over(&self, other: &Self) -> Option<Self> {
        (!other.is_zero()).then(|| Self::from(self.to_ratio() / other.to_ratio()))
    }

    /// A hundred times it: a share in per cent.
    pub fn percent(&self) -> Self {
        Self::from(self.to_ratio() * BigRational::from_integer(BigInt::from(100)))
    }

    /// Whether it is nought.
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Repr::Small(numerator, _) => *numerator == 0,
            Repr::Large(ratio) => ratio.is_zero(),
        }
    }

    /// Rounded to twelve significant digits, as everything that went through a root is before it is compared.
    pub(super) fn to_twelve_digits(&self) -> Option<Self> {
        const DIGITS: i32 = 12;
        let ratio = self.to_ratio();
        if ratio.is_zero() {
            return Some(self.clone());
        }
        let magnitude = format!("{:e}", ratio.to_f64().filter(|value| value.is_finite() && *value != 0.0)?);
        let exponent: i32 = magnitude.split_once('e')?.1.parse().ok()?;
        let power = BigRational::from(BigInt::from(10)).pow(DIGITS - 1 - exponent);
        Some(Self::from((ratio * &power).round() / power))
    }
}

impl From<BigRational> for Exact {
    fn from(ratio: BigRational) -> Self {
        match (ratio.numer().to_i64(), ratio.denom().to_u32()) {
            (Some(numerator), Some(denominator)) => Self(Repr::Small(numerator, denominator)),
            _ => Self(Repr::Large(Box::new(ratio))),
        }
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        match 10i128.checked_pow(decimal.scale()) {
            Some(denominator) => Self::new(decimal.mantissa(), denominator),
            None => {
                Self::from(BigRational::new(BigInt::from(decimal.mantissa()), BigInt::from(10).pow(decimal.scale())))
            }
        }
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a, below_a), Repr::Small(b, below_b)) if below_a == below_b => a.cmp(b),
            (Repr::Small(a, below_a), Repr::Small(b, below_b)) => {
                (i128::from(*a) * i128::from(*below_b)).cmp(&(i128::from(*b) * i128::from(*below_a)))
            }
            _ => self.to_ratio().cmp(&other.to_ratio()),
        }
    }
}

impl std::fmt::Display for Exact {
    /// The shortest decimal that reads back as the nearest double: `7.1`, never `7.1000000000000005`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}", self.to_f64())
    }
}

impl Serialize for Exact {
    /// A JSON number: whole numbers without a point, others in the shortest form that reads back.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.to_f64();
        if value.fract() == 0.0 && value.abs() < 1e15 {
            serializer.serialize_i64(value as i64)
        } else {
            serializer.serialize_f64(value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_takes_two_words() {
        assert_eq!(size_of::<Exact>(), 16);
    }

    #[test]
    fn equal_numbers_are_equal_in_any_form() {
        assert_eq!(Exact::new(71, 10), Exact::new(710, 100));
        assert_eq!(Exact::new(i128::MAX / 3 * 3, 3), Exact::new(i128::MAX / 3, 1));
        assert!(Exact::new(1, 3) < Exact::new(1, 2));
    }

    #[test]
    fn the_shortest_decimal_reads_back() {
        assert_eq!(Exact::new(71, 10).to_string(), "7.1");
        assert_eq!(Exact::new(148_176, 1).to_string(), "148176");
        assert_eq!(Exact::new(1, 3).to_string(), "0.3333333333333333");
        assert_eq!(Exact::new(-1, 2).to_string(), "-0.5");
    }

    #[test]
    fn rounding_goes_away_from_nought_at_the_half() {
        assert_eq!(Exact::new(25, 1000).rounded(2), "0.03");
        assert_eq!(Exact::new(-25, 1000).rounded(2), "-0.03");
        assert_eq!(Exact::new(-1, 1000).rounded(2), "0.00");
        assert_eq!(Exact::new(15, 2).rounded(0), "8");
        assert_eq!(Exact::new(5, 1).shortened(4), "5");
        assert_eq!(Exact::new(400, 1).shortened(0), "400");
    }

    #[test]
    fn twelve_digits_are_kept() {
        let third = Exact::new(1, 3).to_twelve_digits().map(|rounded| rounded.to_string());
        assert_eq!(third.as_deref(), Some("0.333333333333"));
    }
}
