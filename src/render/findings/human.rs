//! Findings for people at a terminal: the sentence, the place, the lines with a caret, the help.

use std::collections::HashSet;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style as Ansi};
use unicode_width::UnicodeWidthStr;

use crate::finding::{Line, Severity};
use crate::prose;
use crate::render::Style;
use crate::report::{Checked, FindingView};

/// Excerpts are no wider than this where no terminal says how wide it is.
const WIDEST: usize = 100;
/// So much of a line's room may stand before the cell where it doesn't fit whole.
const BEFORE: usize = 2;

pub(super) fn write(checked: &Checked, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let views = checked.value.findings.iter().map(|finding| &finding.view);
    write!(out, "{}", list_text(views, &checked.help_label, style))?;
    if let Some(rest) = checked.rest(checked.value.findings.len()) {
        writeln!(out, "{rest}; {}", checked.lang.text("check-limit"))?;
    }
    checked.lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    if checked.value.is_empty() { Ok(()) } else { writeln!(out, "{}", checked.lang.text("check-next")) }
}

/// Findings one after the other, each kind of help once.
pub fn list_text<'v>(views: impl Iterator<Item = &'v FindingView>, help_label: &str, style: Style) -> String {
    let mut helped = HashSet::new();
    let mut text = String::new();
    let mut views = views.peekable();
    while let Some(view) = views.next() {
        let help = helped.insert(&view.help).then_some(help_label);
        text.push_str(&finding_text(view, help, true, style));
        // Notes of one rule read as a list.
        let goes_on = views.peek().is_some_and(|next| next.severity == Severity::Note && next.rule == view.rule);
        if !goes_on {
            text.push('\n');
        }
    }
    text
}

/// One finding over several lines; with its help where `help`, what a help is introduced with, is given.
///
/// Excerpts are left out of notes: there are many, and none of them stands in the way.
pub fn finding_text(view: &FindingView, help: Option<&str>, with_excerpt: bool, style: Style) -> String {
    let strong = if style.color { severity_style(view.severity) } else { Ansi::new() };
    let dim = if style.color { Ansi::new().dimmed() } else { Ansi::new() };
    let mut text = format!("{strong}{}[{}]{strong:#}: {}\n", view.label, view.rule, view.message);
    if let Some(place) = view.place() {
        text.push_str(&format!("  {dim}-->{dim:#} {}\n", prose::visible(&place)));
    }
    if with_excerpt
        && view.severity != Severity::Note
        && let Some(excerpt) = &view.excerpt
    {
        let gutter = excerpt.lines.iter().map(|line| line.number.to_string().len()).max().unwrap_or(1);
        for line in &excerpt.lines {
            push_line(&mut text, line, gutter, view.severity, style);
        }
    }
    if let Some(label) = help {
        text.push_str(&format!("  {dim}{label}:{dim:#} {}\n", view.help));
    }
    text
}

/// A line of the file under its number, and below it a caret under every column of the cell.
fn push_line(text: &mut String, line: &Line, gutter: usize, severity: Severity, style: Style) {
    let dim = if style.color { Ansi::new().dimmed() } else { Ansi::new() };
    let room = style.width.unwrap_or(WIDEST).clamp(20, WIDEST).saturating_sub(gutter + 5);
    let [before, marked, after] = [&line.before, &line.marked, &line.after].map(|text| prose::visible(text));
    let mut before = before;
    let ellipsis = if style.ascii { "..." } else { "…" };
    if before.width() + marked.width() + after.width() > room {
        before = cut_front(&before, room.saturating_sub(marked.width().min(room / BEFORE)) / BEFORE, ellipsis);
    }
    let whole = marked;
    let marked = prose::cut(&whole, room.saturating_sub(before.width()), ellipsis);
    // Behind a cell that is cut there is nothing to see.
    let left = if marked == whole { room.saturating_sub(before.width() + marked.width()) } else { 0 };
    let after = prose::cut(&after, left, ellipsis);
    let (sign, color) =
        if line.is_place { ("^", severity_style(severity)) } else { ("-", AnsiColor::Blue.on_default().bold()) };
    let color = if style.color { color } else { Ansi::new() };
    let number = line.number;
    let under = sign.repeat(marked.width().max(1));
    let indent = " ".repeat(before.width());
    text.push_str(&format!("  {dim}{number:>gutter$} |{dim:#} {before}{marked}{after}\n"));
    text.push_str(&format!("  {dim}{:>gutter$} |{dim:#} {indent}{color}{under}{color:#}\n", ""));
}

/// The end of a text, as much as fits a width; `mark` stands for what was cut off.
fn cut_front(text: &str, width: usize, mark: &str) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(mark.width());
    let mut start = text.len();
    for (at, _) in text.char_indices().rev() {
        if text[at..].width() > room {
            break;
        }
        start = at;
    }
    format!("{mark}{}", &text[start..])
}

fn severity_style(severity: Severity) -> Ansi {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    color.on_default().bold()
}
