//! Powers with fractional exponents, to about twenty-nine digits.
//!
//! Double-doubles from `twofloat` carry the digits; its own `exp` stops at twelve, which is what is compared, so the
//! exponential is computed here: reduced by powers of two, then a Taylor series, then squared back (the method of the
//! QD library; Hida, Li and Bailey 2001). Only additions, multiplications and divisions of doubles are used: the result
//! is the same on every machine.

use twofloat::TwoFloat;
use twofloat::consts::LN_2;

/// The argument is halved so often before the series, and the result squared as often after it.
const HALVINGS: i32 = 9;
/// Terms of the series: (ln 2 ÷ 2 ÷ 512)^10 ÷ 10! is below 10⁻³⁸.
const TERMS: i32 = 10;

/// `base^exponent`, for a base above nought.
pub(super) fn power(base: TwoFloat, exponent: TwoFloat) -> TwoFloat {
    exp(exponent * ln(base))
}

/// e^x
fn exp(x: TwoFloat) -> TwoFloat {
    let twos = (x.hi() / LN_2.hi()).round();
    let reduced = (x - LN_2 * twos) * 0.5f64.powi(HALVINGS);
    // e^r − 1, which keeps its digits where e^r would lose them to the 1.
    let mut term = reduced;
    let mut sum = reduced;
    for n in 2..=TERMS {
        term = term * reduced / f64::from(n);
        sum += term;
    }
    for _ in 0..HALVINGS {
        sum = sum * 2.0 + sum * sum;
    }
    // Two powers of two, because one of them alone may be too large where the product isn't.
    let half = (twos / 2.0).trunc();
    (sum + 1.0) * 2f64.powi(half as i32) * 2f64.powi((twos - half) as i32)
}

/// The natural logarithm, by one step of Newton's method from the double nearest to it: y + x·e^−y − 1.
fn ln(x: TwoFloat) -> TwoFloat {
    let near = TwoFloat::from(x.hi().ln());
    near + (x * exp(-near) - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn square_roots_have_twenty_eight_digits() {
        for x in [0.0004, 0.2, 2.0, 5.0, 36.0, 1234.567, 9.9e14] {
            let x = TwoFloat::from(x);
            let error = (power(x, TwoFloat::from(0.5)) - x.sqrt()) / x.sqrt();
            assert!(error.abs() < 1e-28, "{} {}", x.hi(), error.hi());
        }
    }

    #[test]
    fn a_power_and_its_inverse_cancel() {
        let third = TwoFloat::from(1.0) / 3.0;
        for x in [0.001, 7.0, 123_456.789] {
            let root = power(TwoFloat::from(x), third);
            let error = root * root * root / x - 1.0;
            assert!(error.abs() < 1e-28, "{x} {}", error.hi());
        }
    }
}
