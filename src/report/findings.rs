//! A finding as every command's JSON has it.

use serde::Serialize;

use crate::finding::{Finding, Findings, Severity};
use crate::lang::Lang;

/// One finding, its sentences in the reader's language.
#[derive(Debug, Serialize)]
pub struct FindingView {
    rule: &'static str,
    severity: Severity,
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    help: String,
}

impl FindingView {
    /// The view of one finding.
    pub fn new(finding: &Finding, lang: Lang) -> Self {
        Self {
            rule: finding.rule.code(),
            severity: finding.severity,
            file: finding.file.as_deref().map(str::to_owned),
            line: finding.position.map(|position| position.line),
            column: finding.position.map(|position| position.column),
            message: finding.message(lang),
            help: finding.help(lang),
        }
    }

    /// The views of the findings that are shown.
    pub fn all(findings: &Findings, lang: Lang) -> Vec<Self> {
        findings.shown().map(|finding| Self::new(finding, lang)).collect()
    }
}
