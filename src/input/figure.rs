//! One figure in a table that is no backlog: a plain decimal, perhaps negative, perhaps with a `%` behind it.

use super::cells::fault_finding;
use super::listing::Listing;
use super::rating::{CellFault, CellRule, narrowed};
use crate::decimal::{Decimal, DecimalError};
use crate::finding::{Finding, Findings, Rule, UNIT_SEPARATOR};
use crate::model::Scale;
use crate::prose;

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// The number in front of the `%`, if there is one.
    pub(super) value: Decimal,
    /// Whether a `%` stands behind it.
    pub(super) is_percent: bool,
}

/// Which figures a column takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Range {
    /// Any.
    Any,
    /// Those on a scale.
    On(Scale),
}

/// A cell that figures are read from: its row, its column among the known ones, and the column's key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) row: usize,
    pub(super) known: usize,
    pub(super) key: &'static str,
}

/// Reads one cell; a finding where it holds no figure, and none for a blank. `id` says whose figure it is.
pub(super) fn read_figure(
    listing: &Listing<'_>,
    place: Place,
    range: Range,
    id: &str,
    findings: &mut Findings,
) -> Option<Figure> {
    let text = listing.text(place.row, place.known);
    if text.is_empty() {
        return None;
    }
    let heading = listing.heading(place.known, place.key);
    let about = |rule: Rule| {
        let finding = listing.finding(rule, place.row, place.known).of_item(id).of_criterion(place.key);
        finding.with("id", prose::name(id)).with("criterion", prose::name(&heading)).with("what", "figure")
    };
    let scale = match range {
        Range::Any => Scale::Quantity,
        Range::On(scale) => scale,
    };
    let decimal_comma = ![b',', UNIT_SEPARATOR].contains(&listing.delimiter);
    let cells = CellRule { scale, percent: true, decimal_comma, words: Vec::new(), has_own_words: false };
    let (narrow, was_wide) = narrowed(&text);
    let fault = match figure(&narrow, decimal_comma) {
        Ok(figure) if matches!(range, Range::On(scale) if !scale.holds(figure.value)) => CellFault::OutOfScale,
        Ok(figure) => {
            if was_wide {
                findings.push(about(Rule::FullWidthDigits).with("found", prose::name(&text)));
            }
            return Some(figure);
        }
        Err(fault) => fault,
    };
    let finding = fault_finding(fault, &text, &cells, place.key, about);
    let is_plain = matches!(finding.rule, Rule::NotANumber | Rule::OutOfScale);
    findings.push(if is_plain { finding.advise("help-figure") } else { finding });
    None
}

/// Reads `[+-]digits[.digits]`, with the minus sign of typesetters too, and perhaps a `%`.
fn figure(text: &str, decimal_comma: bool) -> Result<Figure, CellFault> {
    let (digits, is_percent) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (text, false),
    };
    let digits = match digits.strip_prefix(['−', '－']) {
        Some(digits) => format!("-{digits}"),
        None => digits.to_owned(),
    };
    // `1,200` is twelve hundred to some and 1.2 to others.
    let is_thousands = digits.split_once(',').is_some_and(|(_, behind)| behind.len() == 3);
    let point = if decimal_comma && digits.contains(',') && !is_thousands { b',' } else { b'.' };
    let value = Decimal::parse(&digits, point).map_err(|error| match error {
        DecimalError::Form => CellFault::NotANumber,
        DecimalError::Digits => CellFault::TooManyDigits,
    })?;
    Ok(Figure { value, is_percent })
}

/// A finding about a cell of a row, with the id in its sentence.
pub(super) fn about(listing: &Listing<'_>, rule: Rule, row: usize, known: usize, id: &str) -> Finding {
    listing.finding(rule, row, known).of_item(id).with("id", prose::name(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, bool), CellFault> {
        figure(text, false).map(|figure| (figure.value.to_string(), figure.is_percent))
    }

    #[test]
    fn a_figure_may_be_negative_and_have_a_percent_sign() {
        assert_eq!(read("-2.50"), Ok(("-2.5".to_owned(), false)));
        assert_eq!(read("−2"), Ok(("-2".to_owned(), false)));
        assert_eq!(read("30 %"), Ok(("30".to_owned(), true)));
        assert_eq!(figure("2,5", true).map(|figure| figure.value.to_string()), Ok("2.5".to_owned()));
    }

    #[test]
    fn everything_else_is_a_fault() {
        for text in ["1,200", "30 %%", "3 s", "1e3", "NaN", "--1", "", "%"] {
            assert_eq!(read(text), Err(CellFault::NotANumber), "{text}");
        }
        assert_eq!(figure("1,200", true), Err(CellFault::NotANumber));
        assert_eq!(read("99999999999999999999999999.5"), Err(CellFault::TooManyDigits));
    }
}
