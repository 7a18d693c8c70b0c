//! What a cell of a workbook holds, as the text that a backlog is read from.
//!
//! A number is the decimal that the file has where that is short, else the one that a spreadsheet shows at most: with
//! fifteen digits. What isn't a number stays visibly none: a date is written as a date, an error as the error.

use std::rc::Rc;

use super::fault::Fault;
use super::xml::is_legal;
use crate::decimal::Decimal;

/// The most bytes of a cell that isn't refused at once: as many as a cell of a CSV may have, and what XML adds.
const CELL_LIMIT: usize = 4 << 20;
/// The most bytes of all shared texts.
const TEXTS_LIMIT: usize = 256 << 20;
/// The most shared texts.
const TEXTS: usize = 1 << 24;
/// So many digits a spreadsheet shows of a number, and promises to keep.
const DIGITS: usize = 15;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// One of the texts that the sheets share.
    Shared(u32),
    Text(Rc<str>),
    /// A number that was cut to fifteen digits: as it is read, and as it stands in the file.
    Rounded(Rc<str>, Rc<str>),
}

/// The texts that the sheets of a workbook share.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<u32>,
}

impl Texts {
    pub(super) fn push(&mut self, text: &str) -> Result<(), Fault> {
        if self.ends.len() >= TEXTS || self.all.len() + text.len() > TEXTS_LIMIT {
            return Err(Fault::TooLarge("texts", "256 MiB"));
        }
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
        Ok(())
    }

    pub(super) fn has(&self, index: u32) -> bool {
        (index as usize) < self.ends.len()
    }

    fn get(&self, index: u32) -> &str {
        let index = index as usize;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.ends.get(index).and_then(|&end| self.all.get(start..end as usize)).unwrap_or_default()
    }
}

impl Content {
    pub(super) fn text<'c>(&'c self, texts: &'c Texts) -> &'c str {
        match self {
            Content::Shared(index) => texts.get(*index),
            Content::Text(text) | Content::Rounded(text, _) => text,
        }
    }

    /// How many bytes it holds on its own.
    pub(super) fn weight(&self) -> usize {
        match self {
            Content::Shared(_) => 0,
            Content::Text(text) | Content::Rounded(text, _) => text.len(),
        }
    }

    /// A number as the file has it; a text that is none stays as it is, and is found where a rating is wanted.
    pub(super) fn number(text: &str) -> Self {
        let text = text.trim();
        match plain_number(text) {
            Some((number, true)) => Content::Rounded(number.into(), text.into()),
            Some((number, false)) => Content::Text(number.into()),
            None => Content::Text(text.into()),
        }
    }

    /// A number that is shown in per cent, as it is shown: of 0.9 `90%`.
    pub(super) fn percent(text: &str) -> Self {
        let text = text.trim();
        let shown = |(number, cut): (String, bool)| Some((hundredfold(&number)?, cut));
        match plain_number(text).and_then(shown) {
            Some((percent, true)) => Content::Rounded(percent.into(), text.into()),
            Some((percent, false)) => Content::Text(percent.into()),
            None => Content::number(text),
        }
    }
}

/// Adds to a cell's text, within the limit.
pub(super) fn push_text(text: &mut String, more: &str) -> Result<(), Fault> {
    if text.len() + more.len() > CELL_LIMIT {
        return Err(Fault::TooLarge("cell", "4 MiB"));
    }
    text.push_str(more);
    Ok(())
}

/// A number without an exponent, and whether it was cut to fifteen digits; `None` where a text is no finite number.
fn plain_number(text: &str) -> Option<(String, bool)> {
    let is_number = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E');
    let value: f64 = text.parse().ok().filter(|value: &f64| value.is_finite() && text.bytes().all(is_number))?;
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let is_plain = unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && unsigned.starts_with(|first: char| first.is_ascii_digit())
        && !unsigned.ends_with('.');
    if is_plain && digits(unsigned) <= DIGITS {
        return Some((text.to_owned(), false));
    }
    let shortest = format!("{}", if value == 0.0 { 0.0 } else { value });
    if digits(&shortest) <= DIGITS {
        return Some((shortest, false));
    }
    let rounded: f64 = format!("{value:.*e}", DIGITS - 1).parse().ok().filter(|rounded: &f64| rounded.is_finite())?;
    Some((format!("{rounded}"), true))
}

/// A hundred times a plain number, exactly, with a `%`; `None` where that has more digits than are kept.
fn hundredfold(number: &str) -> Option<String> {
    let number = Decimal::parse(number, b'.').ok()?;
    let mantissa = match number.scale() {
        0 => number.mantissa().checked_mul(100)?,
        1 => number.mantissa().checked_mul(10)?,
        _ => number.mantissa(),
    };
    Some(format!("{}%", Decimal::new(mantissa, number.scale().saturating_sub(2))))
}

/// How many significant digits a plain number has: without the zeros before and behind them.
fn digits(number: &str) -> usize {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').trim_end_matches('0').len()
}

/// A date or a time out of the days since a spreadsheet's beginning of time: `2026-08-10`, `2026-08-10 09:30`, `09:30`.
/// `None` where there is no such day.
pub(super) fn date(days: f64, from_1904: bool) -> Option<String> {
    /// The last day that spreadsheets know, the end of 9999.
    const LAST: f64 = 2_958_466.0;
    const SECONDS: f64 = 86_400.0;
    let days = if from_1904 { days + 1462.0 } else { days };
    if !(0.0..LAST).contains(&days) {
        return None;
    }
    let seconds = (days * SECONDS).round() as u64;
    let (day, second) = (seconds / 86_400, seconds % 86_400);
    let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60);
    let time = match seconds {
        0 => format!("{hours:02}:{minutes:02}"),
        _ => format!("{hours:02}:{minutes:02}:{seconds:02}"),
    };
    let date = match day {
        0 => return Some(time),
        // A day that never was: Excel keeps an error of Lotus 1-2-3.
        60 => "1900-02-29".to_owned(),
        // The day 1 is the first of January 1900, and behind the 60 every number is one too high.
        _ => calendar_day(day as i64 + if day < 60 { 1 } else { 0 } - 25_569),
    };
    Some(if second == 0 { date } else { format!("{date} {time}") })
}

/// A day of the Gregorian calendar, counted from the first of January 1970.
fn calendar_day(day: i64) -> String {
    // Years are counted from March, so that a leap day is the last of its year; 400 of them have 146 097 days.
    let day = day + 719_468;
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day_of_month = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day_of_month:02}")
}

/// A text of an Excel file, in which a character that XML can't hold is written as `_x000D_`.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let is_code = |code: &&str| code.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = code.filter(is_code).and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        // What no text may hold stays as it is written.
        let (character, end) = match code.filter(|code| is_legal(*code)) {
            Some(character) => (Some(character), at + 7),
            None => (None, at + 2),
        };
        plain.push_str(&rest[..at]);
        match character {
            Some(character) => plain.push(character),
            None => plain.push_str("_x"),
        }
        rest = &rest[end..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_decimal_that_the_file_has_or_the_one_that_is_shown() {
        let read = |text: &str| plain_number(text).map(|(number, rounded)| number + if rounded { "!" } else { "" });
        let cases = [
            ("7.1", "7.1"),
            ("8", "8"),
            ("1.50", "1.50"),
            ("7.0999999999999996", "7.1"),
            ("10.000000000000002", "10!"),
            ("0.30000000000000004", "0.3!"),
            ("1E-3", "0.001"),
            ("1.2E+3", "1200"),
            ("123456789012345", "123456789012345"),
            ("-0", "-0"),
            ("-0.0E0", "0"),
            (".5", "0.5"),
            ("+8", "8"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(["NaN", "INF", "1e400", "", "0x8", "8 "].map(read), [const { None }; 6]);
    }

    #[test]
    fn a_per_cent_is_read_as_it_is_shown() {
        let texts = Texts::default();
        let read = |text: &str| Content::percent(text).text(&texts).to_owned();
        assert_eq!(
            ["1", "0.9", "0.155", "-0.07", "0.070000000000000007", "12.5", "0"].map(read),
            ["100%", "90%", "15.5%", "-7%", "7%", "1250%", "0%"]
        );
        assert_eq!(read("#N/A"), "#N/A");
    }

    #[test]
    fn days_become_dates() {
        let cases = [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (60.0, "1900-02-29"),
            (61.0, "1900-03-01"),
            (46_244.0, "2026-08-10"),
            (46_244.395_833_333_3, "2026-08-10 09:30"),
            (0.5, "12:00"),
            (2_958_465.0, "9999-12-31"),
        ];
        for (days, expected) in cases {
            assert_eq!(date(days, false).as_deref(), Some(expected), "{days}");
        }
        assert_eq!(date(44_782.0, true).as_deref(), Some("2026-08-10"));
        assert_eq!([-1.0, 2_958_466.0, f64::NAN].map(|days| date(days, false)), [None, None, None]);
    }

    #[test]
    fn characters_that_xml_cannot_hold_are_read() {
        assert_eq!(unescaped("a_x000D_b"), "a\rb");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        assert_eq!(unescaped("_x00_x0000_ 検_x"), "_x00_x0000_ 検_x");
    }
}
