//! Small drawings in a line of text: bars, intervals, shades, movements; with ASCII alone where that is asked for.

/// The length of a bar.
const BAR: usize = 8;
/// The length of an interval from nought to one, between its ends.
const SPAN: usize = 21;
/// The length of a row of shades.
const SHADES: usize = 16;

/// A part of one as a bar, drawn in eighths of a column.
pub(super) fn bar(part: f64, ascii: bool) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    if ascii {
        return "=".repeat((part * BAR as f64).round() as usize);
    }
    let eighths = (part * (BAR * 8) as f64).round() as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

/// An interval on the way from nought to one, with the place where something stands now: `0 ·├──●────┤··· 1`.
pub(super) fn span(low: f64, at: f64, high: f64, ascii: bool) -> String {
    let [outside, begin, line, stand, end] =
        if ascii { ['.', '[', '-', 'o', ']'] } else { ['·', '├', '─', '●', '┤'] };
    let place = |value: f64| (value.clamp(0.0, 1.0) * (SPAN - 1) as f64).round() as usize;
    let (low, at, high) = (place(low), place(at), place(high));
    let sign = |column: usize| match column {
        _ if column == at => stand,
        _ if column == low => begin,
        _ if column == high => end,
        _ if (low..=high).contains(&column) => line,
        _ => outside,
    };
    format!("0 {} 1", (0..SPAN).map(sign).collect::<String>())
}

/// Parts of one, the first to the left: the darker a place, the more of the whole lies there.
pub(super) fn shades(parts: &[f64], ascii: bool) -> String {
    let signs: [char; 5] = if ascii { ['.', ':', '+', '*', '#'] } else { ['·', '░', '▒', '▓', '█'] };
    let columns = SHADES.min(parts.len().max(1));
    let column = |number: usize| {
        // Each place stands for as many parts as fall to it.
        let (from, to) = (parts.len() * number / columns, parts.len() * (number + 1) / columns);
        let part: f64 = parts.get(from..to).unwrap_or_default().iter().sum();
        match part {
            part if part <= 0.0 => signs[0],
            part => signs[((part * 4.0).ceil() as usize).clamp(1, 4)],
        }
    };
    (0..columns).map(column).collect()
}

/// A movement by some ranks, behind the rank that it led to; an equals sign where there is none.
pub(super) fn movement(rank: Option<u32>, by: i64, ascii: bool) -> String {
    let [up, down] = if ascii { ["^", "v"] } else { ["▲", "▼"] };
    let arrow = match by {
        0 => return "=".to_owned(),
        1.. => up,
        _ => down,
    };
    let rank = rank.map_or_else(String::new, |rank| format!("{rank} "));
    format!("{rank}{arrow}{}", by.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_movement_has_its_arrow_and_none_has_an_equals_sign() {
        assert_eq!(movement(Some(3), 2, false), "3 ▲2");
        assert_eq!(movement(Some(7), -1, true), "7 v1");
        assert_eq!(movement(None, 4, true), "^4");
        assert_eq!(movement(Some(7), 0, false), "=");
    }

    #[test]
    fn a_bar_is_as_long_as_its_part() {
        assert_eq!(bar(1.0, false), "████████");
        assert_eq!(bar(0.5, true), "====");
        assert_eq!(bar(0.0, false), "");
        assert_eq!(bar(0.4375, false), "███▌");
    }

    #[test]
    fn an_interval_shows_its_ends_and_where_it_stands() {
        assert_eq!(span(0.0, 0.25, 1.0, false), "0 ├────●──────────────┤ 1");
        assert_eq!(span(0.2, 0.25, 0.5, true), "0 ....[o----].......... 1");
        assert_eq!(span(0.3, 0.3, 0.3, true), "0 ......o.............. 1");
    }

    #[test]
    fn shades_are_darker_where_there_is_more() {
        assert_eq!(shades(&[0.75, 0.25, 0.0], false), "▓░·");
        assert_eq!(shades(&[0.0, 1.0], true), ".#");
        assert_eq!(shades(&vec![1.0 / 32.0; 32], false).chars().count(), 16);
    }
}
