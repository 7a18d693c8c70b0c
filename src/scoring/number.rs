//! The two number systems that a model is computed in: fast fractions that may overflow, and reals that never do.
//!
//! A score is first computed in [`Fraction`]; where that overflows, or where a root makes it impossible, in [`Real`].
//! Both give the same answer wherever both give one.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};
use twofloat::TwoFloat;

use super::exact::Exact;
use super::power::power;

/// Why a number could not be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It doesn't fit; a wider number system may hold it.
    Overflow,
    /// Something would be divided by nought.
    DivisionByZero,
}

/// An exponent, a ratio in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Exponent {
    pub(super) numerator: i128,
    pub(super) denominator: i128,
}

impl Exponent {
    pub(super) fn is_whole(self) -> bool {
        self.denominator == 1
    }

    pub(super) fn is_one(self) -> bool {
        self.numerator == self.denominator
    }
}

/// What the tree of a model computes with.
pub(super) trait Number: Clone {
    /// `mantissa ÷ 10^scale`
    fn decimal(mantissa: i128, scale: u32) -> Result<Self, Trouble>;
    /// The same number in this system, where it has it.
    fn constant(value: &Real) -> Option<Self>;
    fn plus(&self, other: &Self) -> Result<Self, Trouble>;
    fn minus(&self, other: &Self) -> Result<Self, Trouble>;
    fn times(&self, other: &Self) -> Result<Self, Trouble>;
    fn inverse(&self) -> Result<Self, Trouble>;
    fn power(&self, exponent: Exponent) -> Result<Self, Trouble>;
    /// The number as a score.
    fn score(&self) -> Result<Exact, Trouble>;
}

/// A fraction of two 128-bit integers, the lower one positive, not in lowest terms: no division on the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// Both numerators over one denominator.
    #[inline]
    fn common(&self, other: &Self) -> Result<(i128, i128, i128), Trouble> {
        if self.denominator == other.denominator {
            return Ok((self.numerator, other.numerator, self.denominator));
        }
        let common = self.denominator.gcd(&other.denominator);
        let (mine, theirs) = (other.denominator / common, self.denominator / common);
        let widened = || {
            Some((
                self.numerator.checked_mul(mine)?,
                other.numerator.checked_mul(theirs)?,
                self.denominator.checked_mul(mine)?,
            ))
        };
        widened().ok_or(Trouble::Overflow)
    }

    pub(super) fn numerator(&self) -> i128 {
        self.numerator
    }

    pub(super) fn denominator(&self) -> i128 {
        self.denominator
    }

    /// Divided by a whole number above nought, and in lowest terms.
    pub(super) fn over(&self, whole: i128) -> Option<Self> {
        let denominator = self.denominator.checked_mul(whole)?;
        let common = self.numerator.gcd(&denominator);
        Some(Self { numerator: self.numerator / common, denominator: denominator / common })
    }

    fn checked(numerator: Option<i128>, denominator: Option<i128>) -> Result<Self, Trouble> {
        match (numerator, denominator) {
            (Some(numerator), Some(denominator)) => Ok(Self { numerator, denominator }),
            _ => Err(Trouble::Overflow),
        }
    }
}

impl Number for Fraction {
    #[inline]
    fn decimal(mantissa: i128, scale: u32) -> Result<Self, Trouble> {
        Self::checked(Some(mantissa), 10i128.checked_pow(scale))
    }

    fn constant(value: &Real) -> Option<Self> {
        match value {
            Real::Exact(ratio) => {
                Some(Self { numerator: ratio.numer().to_i128()?, denominator: ratio.denom().to_i128()? })
            }
            Real::Near(_) => None,
        }
    }

    #[inline]
    fn plus(&self, other: &Self) -> Result<Self, Trouble> {
        let (mine, theirs, denominator) = self.common(other)?;
        Self::checked(mine.checked_add(theirs), Some(denominator))
    }

    #[inline]
    fn minus(&self, other: &Self) -> Result<Self, Trouble> {
        let (mine, theirs, denominator) = self.common(other)?;
        Self::checked(mine.checked_sub(theirs), Some(denominator))
    }

    #[inline]
    fn times(&self, other: &Self) -> Result<Self, Trouble> {
        Self::checked(self.numerator.checked_mul(other.numerator), self.denominator.checked_mul(other.denominator))
    }

    fn inverse(&self) -> Result<Self, Trouble> {
        match self.numerator {
            0 => Err(Trouble::DivisionByZero),
            below if below < 0 => Self::checked(self.denominator.checked_neg(), below.checked_neg()),
            _ => Ok(Self { numerator: self.denominator, denominator: self.numerator }),
        }
    }

    #[inline]
    fn power(&self, exponent: Exponent) -> Result<Self, Trouble> {
        match exponent {
            Exponent { numerator: 1, denominator: 1 } => Ok(*self),
            Exponent { numerator, denominator: 1 } => {
                let exponent = u32::try_from(numerator).map_err(|_| Trouble::Overflow)?;
                Self::checked(self.numerator.checked_pow(exponent), self.denominator.checked_pow(exponent))
            }
            _ => Err(Trouble::Overflow),
        }
    }

    #[inline]
    fn score(&self) -> Result<Exact, Trouble> {
        Ok(Exact::new(self.numerator, self.denominator))
    }
}

/// A real number: exact for as long as it is rational by construction, then near, with about thirty digits.
///
/// The near ones are double-doubles: far more than the twelve digits that are compared, so that equal scores reached
/// on different ways round to the same one, on every machine.
#[derive(Clone, Debug)]
pub(super) enum Real {
    Exact(BigRational),
    Near(TwoFloat),
}

impl Real {
    pub(super) fn whole(value: i128) -> Self {
        Real::Exact(BigRational::from(BigInt::from(value)))
    }

    pub(super) fn ratio(numerator: i128, denominator: i128) -> Self {
        Real::Exact(BigRational::new(BigInt::from(numerator), BigInt::from(denominator)))
    }

    pub(super) fn is_negative(&self) -> bool {
        match self {
            Real::Exact(ratio) => *ratio < BigRational::zero(),
            Real::Near(value) => value.hi() < 0.0,
        }
    }

    fn near(&self) -> TwoFloat {
        match self {
            Real::Exact(ratio) => {
                let high = ratio.to_f64().unwrap_or(f64::NAN);
                let low = BigRational::from_float(high).and_then(|high| (ratio - high).to_f64()).unwrap_or(0.0);
                TwoFloat::new_add(high, low)
            }
            Real::Near(value) => *value,
        }
    }

    fn combine(
        &self,
        other: &Self,
        exact: impl Fn(&BigRational, &BigRational) -> BigRational,
        near: impl Fn(TwoFloat, TwoFloat) -> TwoFloat,
    ) -> Self {
        match (self, other) {
            (Real::Exact(a), Real::Exact(b)) => Real::Exact(exact(a, b)),
            _ => Real::Near(near(self.near(), other.near())),
        }
    }
}

impl Number for Real {
    fn decimal(mantissa: i128, scale: u32) -> Result<Self, Trouble> {
        Ok(Real::Exact(BigRational::new(BigInt::from(mantissa), BigInt::from(10).pow(scale))))
    }

    fn constant(value: &Real) -> Option<Self> {
        Some(value.clone())
    }

    fn plus(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(self.combine(other, |a, b| a + b, |a, b| a + b))
    }

    fn minus(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(self.combine(other, |a, b| a - b, |a, b| a - b))
    }

    fn times(&self, other: &Self) -> Result<Self, Trouble> {
        Ok(self.combine(other, |a, b| a * b, |a, b| a * b))
    }

    fn inverse(&self) -> Result<Self, Trouble> {
        match self {
            Real::Exact(ratio) if ratio.is_zero() => Err(Trouble::DivisionByZero),
            Real::Exact(ratio) => Ok(Real::Exact(ratio.recip())),
            Real::Near(value) if value.hi() == 0.0 => Err(Trouble::DivisionByZero),
            Real::Near(value) => Ok(Real::Near(TwoFloat::from(1.0) / *value)),
        }
    }

    fn power(&self, exponent: Exponent) -> Result<Self, Trouble> {
        let whole = || i32::try_from(exponent.numerator).map_err(|_| Trouble::Overflow);
        match self {
            Real::Exact(ratio) if exponent.is_whole() => Ok(Real::Exact(ratio.pow(whole()?))),
            Real::Exact(ratio) if ratio.is_zero() || ratio.is_one() => Ok(self.clone()),
            Real::Near(value) if exponent.is_whole() => Ok(Real::Near(value.powi(whole()?))),
            _ => {
                let base = self.near();
                if base.hi() == 0.0 {
                    return Ok(Real::Near(TwoFloat::from(0.0)));
                }
                let exponent = Real::ratio(exponent.numerator, exponent.denominator).near();
                Ok(Real::Near(power(base, exponent)))
            }
        }
    }

    fn score(&self) -> Result<Exact, Trouble> {
        let exact = match self {
            Real::Exact(ratio) => Some(Exact::from(ratio.clone())),
            Real::Near(value) => BigRational::from_float(value.hi())
                .zip(BigRational::from_float(value.lo()))
                .and_then(|(high, low)| Exact::from(high + low).to_twelve_digits()),
        };
        exact.filter(|exact| exact.to_f64().is_finite()).ok_or(Trouble::Overflow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_and_reals_agree() {
        let (a, b) = ((17, 1), (-3, 2));
        let fraction = Fraction::decimal(a.0, a.1).and_then(|x| x.plus(&Fraction::decimal(b.0, b.1)?)?.inverse());
        let real = Real::decimal(a.0, a.1).and_then(|x| x.plus(&Real::decimal(b.0, b.1)?)?.inverse());
        assert_eq!(fraction.and_then(|x| x.score()), real.and_then(|x| x.score()));
    }

    #[test]
    fn a_root_is_rounded_to_twelve_digits() {
        let half = Exponent { numerator: 1, denominator: 2 };
        let root = |value: i128| Real::whole(value).power(half).and_then(|root| root.score());
        assert_eq!(root(36).map(|root| root.to_string()), Ok("6".to_owned()));
        assert_eq!(root(2).map(|root| root.to_string()), Ok("1.41421356237".to_owned()));
    }

    #[test]
    fn equal_roots_reached_on_different_ways_tie() {
        let half = Exponent { numerator: 1, denominator: 2 };
        let root = |value: i128| Real::whole(value).power(half);
        let sum = root(2).and_then(|a| a.plus(&root(8)?)).and_then(|sum| sum.score());
        assert_eq!(sum, root(18).and_then(|root| root.score()));
    }

    #[test]
    fn nothing_is_divided_by_nought() {
        assert_eq!(Fraction::decimal(0, 0).and_then(|x| x.inverse()).err(), Some(Trouble::DivisionByZero));
        assert_eq!(Real::whole(0).inverse().err(), Some(Trouble::DivisionByZero));
    }
}
