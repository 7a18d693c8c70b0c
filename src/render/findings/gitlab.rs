//! A code quality report of GitLab: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use std::io::{self, Write};

use serde::Serialize;

use crate::finding::Severity;
use crate::render::json;
use crate::report::Checked;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

pub(super) fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let issues = checked.value.findings.iter().map(|finding| {
        let view = &finding.view;
        let file = view.file.as_deref().unwrap_or("-");
        Issue {
            description: format!("{} ({}: {})", view.sentence(), checked.help_label, view.help),
            check_name: view.rule,
            fingerprint: &finding.fingerprint,
            severity: match view.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Note => "info",
            },
            location: Location {
                path: file.strip_prefix("./").unwrap_or(file),
                lines: Lines { begin: view.line.unwrap_or(1) },
            },
        }
    });
    json::write(&issues.collect::<Vec<_>>(), out)
}
