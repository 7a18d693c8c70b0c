//! Promises about everything that is said: findings have sentences in every language, places inside the file, and no
//! output carries a character that a terminal or a CI would act on.

use tenbin::finding::{Finding, Findings, Severity, Source};
use tenbin::lang::Lang;
use tenbin::prose::is_unsafe;

/// Puts all findings into words and looks at their places.
pub fn findings(findings: &Findings, source: Option<&Source<'_>>) {
    let severities = Severity::ALL.map(|severity| findings.count(severity));
    assert_eq!(severities.iter().sum::<usize>(), findings.total());
    for found in findings.shown() {
        finding(found, source);
    }
}

/// Puts one finding into words; its place lies in the text that it was found in.
pub fn finding(finding: &Finding, source: Option<&Source<'_>>) {
    for lang in Lang::ALL {
        for text in [finding.message(lang), finding.help(lang)] {
            assert!(!text.is_empty(), "{finding:?}");
            // A sentence that lacks a word shows its variable's name; what stands in backticks comes from the file.
            let own: String = text.split('`').step_by(2).collect();
            assert!(!own.contains("{$"), "{text}");
            harmless(&text, "");
            no_command(&text);
        }
    }
    if let (Some(source), Some(position)) = (source, finding.position) {
        if source.grid().is_some() {
            assert!((1..=1_048_576).contains(&position.line) && (1..=16_384).contains(&position.column), "{finding:?}");
            assert!(finding.cell.is_some(), "{finding:?}");
            return;
        }
        let line = lines(source.text).nth(position.line - 1).unwrap_or_else(|| panic!("no such line: {finding:?}"));
        assert!(position.column <= line.chars().count() + 1, "no such column: {finding:?}");
    }
}

/// No control character but those in `allowed`.
pub fn harmless(text: &str, allowed: &str) {
    let bad = text.chars().find(|&character| is_unsafe(character) && !allowed.contains(character));
    assert_eq!(bad, None, "raw control character in {text:?}");
}

/// No line that a CI takes for a command.
pub fn no_command(text: &str) {
    for line in text.split(['\n', '\r']) {
        assert!(!line.starts_with("::"), "a CI would act on {line:?}");
        assert!(!line.contains("##vso[") && !line.contains("##teamcity["), "a CI would act on {line:?}");
    }
}

/// The physical lines: LF, CRLF and CR each end one, told apart by another rule than the one in `tenbin`.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let now = rest?;
        let Some(end) = now.find(['\n', '\r']) else {
            rest = None;
            return Some(now);
        };
        let after = &now[end..];
        rest = after.strip_prefix("\r\n").or_else(|| after.get(1..));
        Some(&now[..end])
    })
}
