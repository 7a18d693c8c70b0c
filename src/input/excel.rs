//! What Excel makes of a text when it takes it for something else: dates, powers of ten, errors, formulas.

/// The months as Excel writes them into a date.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether a cell that should hold a rating shows what Excel made of one; the name of the help that fits.
pub(super) fn converted_by_excel(text: &str) -> Option<&'static str> {
    if text.starts_with("#") && text.len() > 1 {
        Some("help-error")
    } else if text.starts_with('=') {
        Some("help-formula")
    } else if is_power(text) {
        Some("help-power")
    } else if is_date(text) {
        Some("help-date")
    } else {
        None
    }
}

/// Whether an id is what Excel leaves of one: a power of ten with its sign, or a date. A plain date such as
/// `2026-08-10` may well be somebody's id.
pub fn is_damaged_id(id: &str) -> bool {
    is_power(id) || (is_date(id) && id.contains(['/', '月'])) || is_short_date(id)
}

/// `5-Jan`, `Jan-05`: as Excel writes them, letter case and digits included; `MAR-1` is somebody's own.
fn is_short_date(text: &str) -> bool {
    let is_titled = |part: &str| {
        let lower = part.to_lowercase();
        let rest = |text: &str| text.get(1..).map(str::to_owned);
        MONTHS.contains(&lower.as_str()) && part != lower && rest(part) == rest(&lower)
    };
    match text.split_once('-') {
        Some((month, year)) if is_titled(month) => year.len() == 2 && is_number(year),
        Some((day, month)) => is_titled(month) && day.len() <= 2 && is_number(day),
        None => false,
    }
}

/// `1E+01`, `1.23457E+14`: a number as Excel shows it, with the sign that people leave out.
fn is_power(text: &str) -> bool {
    let Some((digits, exponent)) = text.split_once(['E', 'e']) else { return false };
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    plain(whole) && plain(fraction) && exponent.strip_prefix(['+', '-']).is_some_and(plain)
}

/// `2026/8/10`, `8/10`, `2026-08-10`, `10-Aug`, `Aug-26`, `8月10日`.
fn is_date(text: &str) -> bool {
    let text = text.split(' ').next().unwrap_or_default();
    if let Some((month, day)) = text.split_once('月') {
        let month = month.rsplit('年').next().unwrap_or_default();
        return is_number(month) && day.strip_suffix('日').is_some_and(|day| day.is_empty() || is_number(day));
    }
    let parts: Vec<&str> = text.split(['/', '-']).collect();
    let is_month = |part: &str| MONTHS.contains(&part.to_lowercase().as_str());
    match parts[..] {
        [year, month, day] => is_number(year) && (is_number(month) || is_month(month)) && is_number(day),
        [one, other] if text.contains('/') => is_number(one) && is_number(other),
        [one, other] => (is_month(one) && is_number(other)) || (is_number(one) && is_month(other)),
        _ => false,
    }
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_excel_made_is_told_from_what_people_write() {
        let found: Vec<_> = ["1E+01", "8/10", "10-Aug", "Aug-10", "2026-08-10", "8月10日", "#REF!", "=\"8\""]
            .map(converted_by_excel)
            .into_iter()
            .flatten()
            .collect();
        let dates = ["help-date"; 5];
        assert_eq!(found, [&["help-power"], &dates[..], &["help-error", "help-formula"]].concat());
        for text in ["8点", "1e3", "2E10", "high", "8-6", "#", "11-12-", "3/a"] {
            assert_eq!(converted_by_excel(text), None, "{text}");
        }
    }

    #[test]
    fn an_id_is_damaged_by_a_power_or_a_date_and_not_by_looking_like_one() {
        for id in ["1.23457E+14", "1E+05", "Jan-05", "5-Jan", "1月5日", "2026/1/5"] {
            assert!(is_damaged_id(id), "{id}");
        }
        for id in ["2E10", "IMP-001", "2026-08-10", "1-2", "JAN", "E-5", "Dec-x", "MAR-1", "Mar-101", "sep-05"] {
            assert!(!is_damaged_id(id), "{id}");
        }
    }
}
