//! Cells that a spreadsheet would run instead of show.

use crate::decimal::Decimal;

/// Characters that begin a formula in some spreadsheet, the full-width ones in a Japanese one.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would take a cell's text for a formula: it begins like one, and is no number.
pub fn is_formula(text: &str) -> bool {
    let begins = text.trim_start().starts_with(SIGNS) || text.starts_with(['\t', '\r', '\n']);
    begins && Decimal::parse(text.trim(), b'.').is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_begin_with_a_sign_and_are_no_numbers() {
        for text in ["=1+1", "　＝SUM(A1)", "@cmd", "+A1", "-2+3", "\tx"] {
            assert!(is_formula(text), "{text}");
        }
        for text in ["-3", "+7.5", "5%", "a=b", ""] {
            assert!(!is_formula(text), "{text}");
        }
    }
}
