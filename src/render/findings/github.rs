//! Workflow commands of GitHub Actions: annotations at the line of a file.
//!
//! GitHub shows ten annotations of each kind and step; what is beyond is counted in one line.

use std::io::{self, Write};

use crate::finding::Severity;
use crate::prose;
use crate::report::{Checked, FindingView};

/// So many annotations of each kind GitHub shows.
const MOST: usize = 10;

pub(super) fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let mut shown = 0;
    for severity in Severity::ALL {
        let of_kind =
            checked.value.findings.iter().map(|finding| &finding.view).filter(|view| view.severity == severity);
        for view in of_kind.take(MOST) {
            annotation(view, &checked.help_label, out)?;
            shown += 1;
        }
    }
    if let Some(rest) = checked.rest(shown) {
        writeln!(out, "{rest}")?;
    }
    checked.lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn annotation(view: &FindingView, help_label: &str, out: &mut dyn Write) -> io::Result<()> {
    let kind = match view.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties: Vec<String> = Vec::new();
    if let Some(file) = &view.file {
        properties.push(format!("file={}", property(file.strip_prefix("./").unwrap_or(file))));
    }
    properties.extend(view.line.map(|line| format!("line={line}")));
    properties.extend(view.column.map(|column| format!("col={column}")));
    properties.push(format!("title={}", property(view.rule)));
    let text = format!("{}\n{help_label}: {}", view.sentence(), view.help);
    writeln!(out, "::{kind} {}::{}", properties.join(","), data(&text))
}

/// A value of a property: what would end it is written as the runner reads it back.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The text of a command: on one line, whatever stands in it.
fn data(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(prose::visible).collect();
    lines.join("\n").replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_its_command() {
        assert_eq!(data("100 %\nb"), "100 %25%0Ab");
        assert_eq!(property("a:b,c\u{1b}"), "a%3Ab%2Cc\\u{1b}");
    }
}
