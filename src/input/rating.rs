//! One rating cell: a plain decimal, a range, a word that somebody defined; everything else is a fault.

use std::borrow::Cow;

use super::names::fold;
use crate::backlog::Rating;
use crate::decimal::{Decimal, DecimalError};
use crate::model::Scale;

/// What separates the ends of a range: hyphen, en dash, wave dash, and what Windows makes of the wave dash.
const RANGE_SIGNS: [char; 4] = ['-', '–', '〜', '～'];

/// How the cells of one column are read.
#[derive(Debug)]
pub struct CellRule<'a> {
    /// The values that a rating can have.
    pub scale: Scale,
    /// Whether `80%` means 0.8.
    pub percent: bool,
    /// Whether `7,5` is seven and a half: where the separator isn't a comma.
    pub decimal_comma: bool,
    /// Words that stand for ratings, folded; the first match counts.
    pub words: Vec<(Cow<'a, str>, Decimal)>,
    /// Whether the criterion itself has some of them.
    pub has_own_words: bool,
}

/// Why a cell holds no rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// It is not a number, a range or a known word.
    NotANumber,
    /// It is a number outside the scale.
    OutOfScale,
    /// It has more digits than tenbin keeps.
    TooManyDigits,
}

impl CellRule<'_> {
    /// The whole numbers of at most two digits that are ratings here; none where words could mean something else.
    pub(super) fn short_ratings(&self) -> Option<(i8, i8)> {
        let holds = |value: &i8| self.scale.holds(Decimal::from(i64::from(*value)));
        let (low, high) = ((0..100).find(holds)?, (0..100).rev().find(holds)?);
        self.words.is_empty().then_some((low, high))
    }
}

/// The number that one or two ASCII digits are: what nearly every cell holds, at the least cost.
#[inline]
pub(super) fn short_number(text: &[u8]) -> Option<i8> {
    let digit = |byte: u8| byte.is_ascii_digit().then(|| (byte - b'0') as i8);
    match *text {
        [ones] => digit(ones),
        [tens, ones] => Some(digit(tens)? * 10 + digit(ones)?),
        _ => None,
    }
}

/// Reads one cell: `None` for a blank; with the rating, whether full-width digits were read.
pub fn read_rating(text: &str, rule: &CellRule<'_>) -> Result<Option<(Rating, bool)>, CellFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(rating) = word(text, rule) {
        return on_scale(rating, rule).map(|rating| Some((rating, false)));
    }
    let (narrow, was_wide) = narrowed(text);
    let rating = range(&narrow, rule).unwrap_or_else(|| number(&narrow, rule).map(Rating::Exact))?;
    on_scale(rating, rule).map(|rating| Some((rating, was_wide)))
}

fn word(text: &str, rule: &CellRule<'_>) -> Option<Rating> {
    if rule.words.is_empty() {
        return None;
    }
    let folded = fold(text);
    rule.words.iter().find(|(word, _)| *word == folded).map(|(_, value)| Rating::Exact(*value))
}

/// The text with full-width digits and points made ASCII, and whether there were any. Never NFKC: it makes 8 of ⑧.
pub(super) fn narrowed(text: &str) -> (Cow<'_, str>, bool) {
    let narrow = |character: char| match character {
        '０'..='９' => char::from_u32(character as u32 - '０' as u32 + '0' as u32).unwrap_or(character),
        '．' => '.',
        '％' => '%',
        other => other,
    };
    if text.chars().any(|character| narrow(character) != character) {
        (Cow::Owned(text.chars().map(narrow).collect()), true)
    } else {
        (Cow::Borrowed(text), false)
    }
}

fn number(text: &str, rule: &CellRule<'_>) -> Result<Decimal, CellFault> {
    let (digits, percent) = match text.strip_suffix('%') {
        Some(digits) if rule.percent => (digits.trim_end(), true),
        _ => (text, false),
    };
    let point = if rule.decimal_comma && digits.contains(',') { b',' } else { b'.' };
    // `1,200` is twelve hundred to some and 1.2 to others; on a bounded scale only one of them can be meant.
    let thousands = digits.split_once(',').is_some_and(|(_, behind)| behind.len() == 3);
    if point == b',' && thousands && rule.scale == Scale::Quantity {
        return Err(CellFault::NotANumber);
    }
    let value = Decimal::parse(digits, point).map_err(|error| match error {
        DecimalError::Form => CellFault::NotANumber,
        DecimalError::Digits => CellFault::TooManyDigits,
    })?;
    Ok(if percent { value.percent() } else { value })
}

/// A range, if the text is one: two numbers with one sign between them, the lower first.
fn range(text: &str, rule: &CellRule<'_>) -> Option<Result<Rating, CellFault>> {
    let (low, high) = text.split_once(RANGE_SIGNS)?;
    if low.is_empty() {
        return None;
    }
    let ends = number(low.trim(), rule).and_then(|low| Ok((low, number(high.trim(), rule)?)));
    Some(ends.and_then(|(low, high)| match low.cmp(&high) {
        std::cmp::Ordering::Less => Ok(Rating::Range(low, high)),
        std::cmp::Ordering::Equal => Ok(Rating::Exact(low)),
        std::cmp::Ordering::Greater => Err(CellFault::NotANumber),
    }))
}

fn on_scale(rating: Rating, rule: &CellRule<'_>) -> Result<Rating, CellFault> {
    let holds = match rating {
        Rating::Exact(value) => rule.scale.holds(value),
        Rating::Range(low, high) => rule.scale.holds(low) && rule.scale.holds(high),
    };
    if holds { Ok(rating) } else { Err(CellFault::OutOfScale) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule() -> CellRule<'static> {
        CellRule { scale: Scale::USUAL, percent: false, decimal_comma: false, words: Vec::new(), has_own_words: false }
    }

    fn read(text: &str, rule: &CellRule<'_>) -> Result<Option<String>, CellFault> {
        read_rating(text, rule).map(|found| {
            found.map(|(rating, _)| match rating {
                Rating::Exact(value) => value.to_string(),
                Rating::Range(low, high) => format!("{low}..{high}"),
            })
        })
    }

    #[test]
    fn ratings_are_read_as_people_write_them() {
        let cases =
            [("8", "8"), (" 8 ", "8"), ("8.0", "8"), ("7.5", "7.5"), ("\u{3000}8\u{3000}", "8"), ("８．５", "8.5")];
        for (text, value) in cases {
            assert_eq!(read(text, &rule()), Ok(Some(value.to_owned())), "{text}");
        }
        assert_eq!(read("  ", &rule()), Ok(None));
    }

    #[test]
    fn a_range_has_two_ends_in_order() {
        for text in ["6-8", "6–8", "6〜8", "6～8", "6 - 8"] {
            assert_eq!(read(text, &rule()), Ok(Some("6..8".to_owned())), "{text}");
        }
        assert_eq!(read("8-6", &rule()), Err(CellFault::NotANumber));
        assert_eq!(read("6-11", &rule()), Err(CellFault::OutOfScale));
        assert_eq!(read("2026-08-10", &rule()), Err(CellFault::NotANumber));
    }

    #[test]
    fn nothing_is_guessed() {
        for text in ["8点", "8/10", "1e3", "0x8", "NaN", "◎", "⑧", "十", "80%", "8,5", "=\"8\"", "−5", ".8", "8️⃣"]
        {
            assert_eq!(read(text, &rule()), Err(CellFault::NotANumber), "{text}");
        }
        for text in ["11", "0", "-0", "0.99999999999999999999", "-5"] {
            assert_eq!(read(text, &rule()), Err(CellFault::OutOfScale), "{text}");
        }
    }

    #[test]
    fn words_percent_and_commas_only_where_they_are_defined() {
        let words = vec![(Cow::Borrowed("○"), Decimal::from(5))];
        let rule = CellRule { scale: Scale::Quantity, percent: true, decimal_comma: true, words, has_own_words: false };
        assert_eq!(read("〇", &rule), Ok(Some("5".to_owned())));
        assert_eq!(read("80%", &rule), Ok(Some("0.8".to_owned())));
        assert_eq!(read("8,5", &rule), Ok(Some("8.5".to_owned())));
        assert_eq!(read("８０％", &rule), Ok(Some("0.8".to_owned())));
        assert_eq!(read("1.200,5", &rule), Err(CellFault::NotANumber));
        assert_eq!(read("1,200", &rule), Err(CellFault::NotANumber));
    }
}
