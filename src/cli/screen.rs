//! Where a watched answer is shown: on a terminal always in the same place, elsewhere one after the other.
//!
//! On a terminal every frame is written over the last one and what is left of that is cleared behind it: nothing is
//! blank in between, so nothing flickers.

use std::io::{self, IsTerminal, Write};

use tenbin::lang::Lang;
use tenbin::say;
use unicode_width::UnicodeWidthStr;

use super::messages::print_error;
use super::watch::Kept;

/// To the first row.
const HOME: &str = "\u{1b}[H";
/// Clears what is left of a row.
const CLEAR_ROW: &str = "\u{1b}[K";
/// Clears what is left of the screen.
const CLEAR_REST: &str = "\u{1b}[J";

/// Shows frames on standard output, and findings on standard error where that is another place.
#[derive(Debug)]
pub struct Screen {
    is_terminal: bool,
    is_first: bool,
}

/// How many columns and rows there are.
type Size = (usize, usize);

impl Screen {
    pub fn new() -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self { is_terminal: io::stdout().is_terminal() && !is_dumb, is_first: true }
    }

    /// Shows what a run has printed; `status` is for a terminal alone.
    pub fn show(&mut self, kept: &Kept, status: &str, lang: Lang) -> io::Result<()> {
        let is_first = std::mem::replace(&mut self.is_first, false);
        if !self.is_terminal {
            print_error(&kept.err);
            // Only answers are parted by a blank line: what is wrong goes to the other stream.
            self.is_first = is_first && kept.out.is_empty();
            let before = if is_first || kept.out.is_empty() { "" } else { "\n" };
            return write_out(&[before.as_bytes(), &kept.out].concat());
        }
        let size = terminal_size::terminal_size_of(io::stdout());
        let size = size.map(|(width, height)| (usize::from(width.0).max(1), usize::from(height.0)));
        let errors = if io::stderr().is_terminal() {
            kept.err.as_str()
        } else {
            print_error(&kept.err);
            ""
        };
        let more = |count: usize| say!(lang, "watch-more", count = count);
        let answer = String::from_utf8_lossy(&kept.out);
        let mut text = String::new();
        if is_first {
            // What stood on the screen moves up and can be scrolled back to.
            text.push_str(&"\n".repeat(size.map_or(0, |(_, rows)| rows)));
        }
        text.push_str(&frame(&answer, errors, status, size, more));
        write_out(text.as_bytes())
    }
}

fn write_out(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush())
}

/// One frame: the answer, what is wrong, and the status, in no more rows than there are. What is wrong is shown before
/// the end of a long answer is, but takes no more than half of the rows.
fn frame(answer: &str, errors: &str, status: &str, size: Option<Size>, more: impl Fn(usize) -> String) -> String {
    let (columns, rows) = size.unwrap_or((usize::MAX, usize::MAX));
    let height = |line: &str| width(line).div_ceil(columns).max(1);
    let all = |text: &str| text.lines().map(height).sum::<usize>();
    let blank = usize::from(!answer.is_empty() && !errors.is_empty());
    // The last row is for the cursor.
    let room = rows.saturating_sub(2 + blank + height(status));
    let for_errors = all(errors).min(room.saturating_sub(all(answer)).max(room / 2));
    let mut lines = cut(answer, room - for_errors, &height, &more);
    if blank > 0 {
        lines.push(String::new());
    }
    lines.extend(cut(errors, for_errors, &height, &more));
    lines.extend([String::new(), status.to_owned()]);
    let mut out = HOME.to_owned();
    for line in lines {
        out.push_str(&line);
        // Behind a full row the cursor still stands on its last character.
        if line.is_empty() || !width(&line).is_multiple_of(columns) {
            out.push_str(CLEAR_ROW);
        }
        out.push('\n');
    }
    out + CLEAR_REST
}

/// The lines that fit into so many rows; where they don't all, the last row says how many are left.
fn cut(text: &str, room: usize, height: &impl Fn(&str) -> usize, more: &impl Fn(usize) -> String) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let fitting = |room: usize| {
        let mut used = 0;
        let fits = |line: &&&str| {
            used += height(line);
            used <= room
        };
        lines.iter().take_while(fits).count()
    };
    if fitting(room) == lines.len() {
        return lines.into_iter().map(str::to_owned).collect();
    }
    let shown = fitting(room.saturating_sub(1));
    let last = (room > 0).then(|| more(lines.len() - shown));
    lines[..shown].iter().map(|line| (*line).to_owned()).chain(last).collect()
}

/// How many columns a line takes, its colours aside.
fn width(line: &str) -> usize {
    anstream::adapter::strip_str(line).to_string().width()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(answer: &str, errors: &str, size: Option<Size>) -> String {
        frame(answer, errors, "watching", size, |count| format!("{count} more"))
    }

    #[test]
    fn a_frame_is_written_over_the_last_and_clears_what_is_left_of_it() {
        assert_eq!(
            shown("a\nb\n", "", Some((4, 20))),
            "\u{1b}[Ha\u{1b}[K\nb\u{1b}[K\n\u{1b}[K\nwatching\n\u{1b}[J",
            "and a full row is not cleared: that would take its last character"
        );
        assert!(!shown("a\n", "b\n", Some((4, 20))).contains("\u{1b}[2J"));
    }

    #[test]
    fn a_frame_is_never_higher_than_the_terminal() {
        let long: String = (0..50).map(|number| format!("row {number}\n")).collect();
        for rows in 6..70 {
            for errors in ["", "error\n", &long] {
                let drawn = shown(&long, errors, Some((80, rows)));
                assert!(drawn.lines().count() <= rows, "{rows} rows\n{drawn}");
                assert!(errors != "error\n" || drawn.contains("error"), "{rows} rows\n{drawn}");
            }
        }
        assert!(shown(&long, "", Some((80, 10))).contains("44 more"), "{}", shown(&long, "", Some((80, 10))));
        assert_eq!(shown(&long, "", None).lines().count(), 53);
    }

    #[test]
    fn a_line_that_is_broken_by_the_terminal_takes_its_rows() {
        let wide = "x".repeat(25) + "\n";
        let drawn = shown(&wide.repeat(4), "", Some((10, 12)));
        assert!(drawn.contains("2 more"), "{drawn}");
        let coloured = format!("\u{1b}[36m{}\u{1b}[0m\n", "日".repeat(5));
        assert!(!shown(&coloured.repeat(8), "", Some((10, 12))).contains("more"), "{coloured}");
    }
}
