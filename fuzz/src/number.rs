//! Rating cells and decimals: what is read prints as a text that reads as the same value, a plain rule agrees about
//! what a decimal is, and doubles agree about its value.

use std::borrow::Cow;
use std::sync::OnceLock;

use tenbin::backlog::Rating;
use tenbin::decimal::{Decimal, DecimalError, FRACTION_DIGITS, WHOLE_DIGITS};
use tenbin::input::{CellFault, CellRule, read_rating};
use tenbin::model::Scale;

/// The whole input is one cell; its lines, if it has several, are decimals to be compared.
pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for rule in rules() {
        check_rating(text, rule);
    }
    check_shortcut(text);
    for point in [b'.', b','] {
        check_decimal(text, point);
    }
    check_order(text);
}

fn rules() -> &'static [CellRule<'static>] {
    static RULES: OnceLock<Vec<CellRule<'static>>> = OnceLock::new();
    RULES.get_or_init(|| {
        let decimal = |text: &str| Decimal::parse(text, b'.').unwrap();
        let rule = |scale, percent, decimal_comma, words| CellRule {
            scale,
            percent,
            decimal_comma,
            words,
            has_own_words: false,
        };
        let words = || vec![(Cow::Borrowed("○"), Decimal::from(5)), (Cow::Borrowed("high"), decimal("0.8"))];
        vec![
            rule(Scale::USUAL, false, false, Vec::new()),
            rule(Scale::USUAL, false, true, words()),
            rule(Scale::Quantity, true, false, words()),
            rule(Scale::Quantity, true, true, Vec::new()),
            rule(Scale::Bounded(decimal("-5.5"), decimal("5.25")), false, false, Vec::new()),
            rule(Scale::Bounded(decimal("0"), decimal("0.99999999999999999999")), true, true, Vec::new()),
        ]
    })
}

fn check_rating(text: &str, rule: &CellRule<'_>) {
    let Ok(Some((rating, was_wide))) = read_rating(text, rule) else { return };
    assert!(!was_wide || text.contains(|c| ('０'..='９').contains(&c) || c == '．'), "{text:?} has nothing wide");
    let again = |shown: &str| match read_rating(shown, rule) {
        Ok(Some((rating, false))) => rating,
        other => panic!("{text:?} printed as {shown:?} reads as {other:?} under {rule:?}"),
    };
    match rating {
        Rating::Exact(value) => {
            assert!(rule.scale.holds(value));
            // A percentage can have two places more than a plain decimal may.
            if value.scale() as usize <= FRACTION_DIGITS {
                assert_eq!(again(&value.to_string()), rating, "{text:?}");
            }
        }
        Rating::Range(low, high) => {
            assert!(low < high && rule.scale.holds(low) && rule.scale.holds(high));
            if low.scale().max(high.scale()) as usize <= FRACTION_DIGITS {
                assert_eq!(again(&format!("{low}〜{high}")), rating, "{text:?}");
            }
            let middle = Decimal::middle(low, high).expect("ratings are short enough to have a middle");
            assert!(low < middle && middle < high);
            let scale = low.scale().max(high.scale()) + 1;
            let [low, middle, high] = [low, middle, high].map(|value| value.at_scale(scale).unwrap());
            assert_eq!(middle * 2, low + high, "{text:?}");
        }
    }
}

/// One and two digits are read on a way of their own where a column has no words: it says the same as the other.
fn check_shortcut(text: &str) {
    let rule =
        |words| CellRule { scale: Scale::USUAL, percent: false, decimal_comma: false, words, has_own_words: false };
    let plain = read_rating(text, &rule(Vec::new()));
    let worded = read_rating(text, &rule(vec![(Cow::Borrowed("no such word"), Decimal::ONE)]));
    if text.trim() != "no such word" {
        assert_eq!(plain, worded, "{text:?}");
    }
}

fn check_decimal(text: &str, point: u8) {
    let read = Decimal::parse(text, point);
    assert_eq!(read.map(drop), expected(text, point), "{text:?}");
    let Ok(value) = read else { return };
    let shown = value.to_string();
    assert_eq!(Decimal::parse(&shown, b'.'), Ok(value), "{text:?} printed as {shown:?}");
    let plain = text.replace(char::from(point), ".");
    let double: f64 = plain.parse().expect("every decimal is a double's text");
    assert_eq!(shown.parse(), Ok(double), "{text:?} printed as {shown:?}");
    // Both are doubles, so that their quotient is rounded once.
    if value.mantissa().unsigned_abs() <= 1 << 53 && value.scale() <= 22 {
        assert_eq!(value.mantissa() as f64 / 10f64.powi(value.scale() as i32), double, "{text:?}");
    }
    assert_eq!(value.is_whole(), value.scale() == 0);
    assert!(value.scale() == 0 || value.mantissa() % 10 != 0, "{text:?} is not in its shortest form");
    let json = serde_json::to_string(&value).expect("a number");
    assert_eq!(json.parse::<f64>(), Ok(double), "{text:?} as JSON {json}");
    // As a rating cell it is the same number.
    if point == b'.' {
        let rule = CellRule {
            scale: Scale::Quantity,
            percent: false,
            decimal_comma: false,
            words: Vec::new(),
            has_own_words: false,
        };
        let expected = if value >= Decimal::ZERO { Ok(value) } else { Err(CellFault::OutOfScale) };
        let rating = read_rating(text, &rule).map(|found| found.map(|(rating, _)| rating));
        assert_eq!(rating, expected.map(|value| Some(Rating::Exact(value))), "{text:?}");
    }
}

/// What a decimal is, said another way.
fn expected(text: &str, point: u8) -> Result<(), DecimalError> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let parts: Vec<&str> = unsigned.split(char::from(point)).collect();
    let sound = parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()));
    if !sound || parts.len() > 2 {
        return Err(DecimalError::Form);
    }
    let whole = parts[0].trim_start_matches('0').len();
    let fraction = parts.get(1).map_or(0, |part| part.trim_end_matches('0').len());
    if whole > WHOLE_DIGITS || fraction > FRACTION_DIGITS { Err(DecimalError::Digits) } else { Ok(()) }
}

/// Decimals are ordered as the doubles nearest to them are, where those differ.
fn check_order(text: &str) {
    let read = |line: &str| Some((Decimal::parse(line, b'.').ok()?, line.parse::<f64>().ok()?));
    let values: Vec<(Decimal, f64)> = text.lines().take(6).filter_map(read).collect();
    for (one, near_one) in &values {
        for (other, near_other) in &values {
            match near_one.partial_cmp(near_other) {
                Some(std::cmp::Ordering::Equal) | None => assert_eq!(one.cmp(other), other.cmp(one).reverse()),
                Some(order) => assert_eq!(one.cmp(other), order, "{one} {other}"),
            }
            assert_eq!(one.cmp(other).is_eq(), one == other);
        }
    }
}
