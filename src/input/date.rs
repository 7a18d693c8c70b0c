//! Days of the calendar in a cell: `2026-11-26`, `2026/11/26`.

use jiff::civil::Date;

/// The day that a text names; `None` where it names none. A time behind it is passed over.
pub(super) fn read_date(text: &str) -> Option<Date> {
    let day = text.split([' ', 'T']).next().unwrap_or(text);
    let mut parts = day.split(['-', '/']);
    let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
    let is_plain =
        |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || year.len() != 4 || !is_plain(year, 4) || !is_plain(month, 2) || !is_plain(date, 2) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?).ok()
}

/// How many days lie between two days; negative where the second comes first.
pub(super) fn days_between(start: Date, end: Date) -> i64 {
    start.duration_until(end).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_year_month_and_day() {
        let days = |one: &str, other: &str| Some(days_between(read_date(one)?, read_date(other)?));
        assert_eq!(days("2026-02-27", "2026/3/1"), Some(2));
        assert_eq!(days("2026-02-27 23:00", "2026-02-27T01:00"), Some(0));
        assert_eq!(days("2026-03-01", "2026-02-27"), Some(-2));
    }

    #[test]
    fn everything_else_is_none() {
        for text in
            ["", "next week", "26/11/2026", "2026-13-01", "2026-02-30", "2026-11", "２０２６-11-26", "2026-1-1-1"]
        {
            assert_eq!(read_date(text), None, "{text}");
        }
    }
}
