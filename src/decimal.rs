//! Plain decimals as people write them, kept exactly.
//!
//! What counts as a rating cell (ranges, words, full-width digits) is the reader's business; this file knows only
//! `[+-]digits[.digits]` and refuses everything that `f64::from_str` would take beside it.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

/// The most digits before the decimal point, without leading zeros.
pub const WHOLE_DIGITS: usize = 15;
/// The most digits after the decimal point, without trailing zeros.
pub const FRACTION_DIGITS: usize = 20;

/// A decimal number, `mantissa ÷ 10^scale`, with no trailing zeros behind the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i128,
    scale: u32,
}

/// Why a text is no decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// It isn't of the form `[+-]digits[.digits]`.
    Form,
    /// It has more digits than [`WHOLE_DIGITS`] and [`FRACTION_DIGITS`] allow.
    Digits,
}

impl Decimal {
    /// Nought.
    pub const ZERO: Decimal = Decimal { mantissa: 0, scale: 0 };
    /// One.
    pub const ONE: Decimal = Decimal { mantissa: 1, scale: 0 };
    /// Ten.
    pub const TEN: Decimal = Decimal { mantissa: 10, scale: 0 };

    /// `mantissa ÷ 10^scale`, brought to its shortest form.
    pub fn new(mut mantissa: i128, mut scale: u32) -> Self {
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self { mantissa, scale }
    }

    /// Reads `[+-]digits[.digits]` in ASCII, with `point` as the decimal sign. Linear in the text's length.
    pub fn parse(text: &str, point: u8) -> Result<Self, DecimalError> {
        let bytes = text.as_bytes();
        let (negative, digits) = match bytes {
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            _ => (false, bytes),
        };
        let (whole, fraction) = match digits.iter().position(|&byte| byte == point) {
            Some(at) => (&digits[..at], Some(&digits[at + 1..])),
            None => (digits, None),
        };
        let all_digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
        if !all_digits(whole) || !fraction.is_none_or(all_digits) {
            return Err(DecimalError::Form);
        }
        let whole = &whole[whole.iter().take_while(|&&byte| byte == b'0').count()..];
        let fraction = fraction.unwrap_or_default();
        let fraction = &fraction[..fraction.len() - fraction.iter().rev().take_while(|&&byte| byte == b'0').count()];
        if whole.len() > WHOLE_DIGITS || fraction.len() > FRACTION_DIGITS {
            return Err(DecimalError::Digits);
        }
        let magnitude = whole.iter().chain(fraction).fold(0i128, |value, &digit| value * 10 + i128::from(digit - b'0'));
        Ok(Self { mantissa: if negative { -magnitude } else { magnitude }, scale: fraction.len() as u32 })
    }

    /// The whole number over the power of ten.
    #[inline]
    pub fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// The power of ten under it.
    pub fn scale(self) -> u32 {
        self.scale
    }

    /// The number over `10^scale`, where `scale` is at least its own; `None` on overflow.
    pub fn at_scale(self, scale: u32) -> Option<i128> {
        self.mantissa.checked_mul(10i128.checked_pow(scale.checked_sub(self.scale)?)?)
    }

    /// The middle between two decimals.
    pub fn middle(low: Self, high: Self) -> Option<Self> {
        let scale = low.scale.max(high.scale);
        let sum = low.at_scale(scale)?.checked_add(high.at_scale(scale)?)?;
        Some(Self::new(sum.checked_mul(5)?, scale + 1))
    }

    /// A hundredth of it: what `80%` means.
    pub fn percent(self) -> Self {
        Self::new(self.mantissa, self.scale + 2)
    }

    /// Whether it has no digits behind the point.
    #[inline]
    pub fn is_whole(self) -> bool {
        self.scale == 0
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self { mantissa: i128::from(value), scale: 0 }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.mantissa.cmp(&other.mantissa);
        }
        let scale = self.scale.max(other.scale);
        match (self.at_scale(scale), other.at_scale(scale)) {
            (Some(this), Some(that)) => this.cmp(&that),
            // Only a number of many whole digits overflows, and then its sign and size decide.
            (None, _) => self.mantissa.cmp(&0),
            (_, None) => 0.cmp(&other.mantissa),
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.mantissa.unsigned_abs().to_string();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let scale = self.scale as usize;
        if scale == 0 {
            return write!(formatter, "{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = padded.split_at(padded.len() - scale);
        write!(formatter, "{sign}{whole}.{fraction}")
    }
}

impl Serialize for Decimal {
    /// A JSON number: whole numbers without a point, others as the nearest double in its shortest form.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match i64::try_from(self.mantissa) {
            Ok(whole) if self.scale == 0 => serializer.serialize_i64(whole),
            _ => serializer.serialize_f64(self.to_string().parse().unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, DecimalError> {
        Decimal::parse(text, b'.').map(|decimal| decimal.to_string())
    }

    #[test]
    fn plain_decimals_are_read_as_written() {
        for (text, shown) in
            [("8", "8"), ("8.0", "8"), ("+7.50", "7.5"), ("007", "7"), ("0.05", "0.05"), ("-3.2", "-3.2")]
        {
            assert_eq!(read(text), Ok(shown.to_owned()));
        }
    }

    #[test]
    fn what_f64_would_take_beside_them_is_refused() {
        for text in ["", "+", ".", "8.", ".8", "1e3", "NaN", "inf", "0x8", "1_0", " 8", "８", "8.5.1", "--8"] {
            assert_eq!(read(text), Err(DecimalError::Form), "{text}");
        }
    }

    #[test]
    fn digits_beyond_the_limit_are_refused_and_trailing_zeros_are_none() {
        assert_eq!(read(&format!("8.{}", "0".repeat(20_000))), Ok("8".to_owned()));
        assert_eq!(read("0.99999999999999999999"), Ok("0.99999999999999999999".to_owned()));
        assert_eq!(read("0.999999999999999999999"), Err(DecimalError::Digits));
        assert_eq!(read("1234567890123456"), Err(DecimalError::Digits));
    }

    #[test]
    fn decimals_compare_by_value() {
        assert!(Decimal::parse("0.99999999999999999999", b'.').is_ok_and(|small| small < Decimal::ONE));
        assert_eq!(Decimal::parse("7.50", b'.'), Decimal::parse("7.5", b'.'));
    }

    #[test]
    fn the_middle_of_a_range_is_exact() {
        let (six, nine) = (Decimal::from(6), Decimal::from(9));
        assert_eq!(Decimal::middle(six, nine).map(|middle| middle.to_string()), Some("7.5".to_owned()));
    }
}
