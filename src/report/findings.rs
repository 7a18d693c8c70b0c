//! A finding as reports have it: located, with its sentence, its help, and what tells it from others.

use std::collections::HashMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::finding::{Excerpt, Family, Finding, Findings, Severity};
use crate::lang::Lang;

/// So many bytes of a digest are enough to tell findings apart.
const DIGEST_BYTES: usize = 16;

/// A finding in the reader's language.
#[derive(Clone, Debug, Serialize)]
pub struct FindingView {
    /// The rule's code.
    pub rule: &'static str,
    /// How much it weighs here.
    pub severity: Severity,
    /// The file's name as given.
    pub file: Option<String>,
    /// The line, from 1.
    pub line: Option<usize>,
    /// The column, from 1, in characters.
    pub column: Option<usize>,
    /// The cell in its workbook, such as `項目!F13`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The id of the item that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The key of the criterion or setting that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// Whether it answers what `check` asks of a ranking, and is no fault of a file.
    #[serde(skip)]
    pub is_answer: bool,
    /// The severity's name in the reader's language.
    #[serde(skip)]
    pub label: String,
    /// The lines of the file to show.
    #[serde(skip)]
    pub excerpt: Option<Excerpt>,
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
            cell: finding.cell.clone(),
            message: finding.message(lang),
            help: finding.help(lang),
            id: finding.item.clone(),
            criterion: finding.criterion.clone(),
            is_answer: matches!(finding.rule.family(), Family::Judgement | Family::Decision),
            label: finding.severity.label(lang),
            excerpt: finding.excerpt.clone(),
        }
    }

    /// The views of the findings that are shown.
    pub fn all(findings: &Findings, lang: Lang) -> Vec<Self> {
        findings.shown().map(|finding| Self::new(finding, lang)).collect()
    }

    /// What is wrong, and in a workbook in which cell: for programs that know places only as lines of a text.
    pub fn sentence(&self) -> String {
        match &self.cell {
            Some(cell) => format!("{} ({cell})", self.message),
            None => self.message.clone(),
        }
    }

    /// `file:line:column`, or `file:sheet!cell` in a workbook, as far as there are such.
    pub fn place(&self) -> Option<String> {
        let file = self.file.as_ref()?;
        Some(match (self.line, self.column, &self.cell) {
            (_, _, Some(cell)) => format!("{file}:{cell}"),
            (Some(line), Some(column), None) => format!("{file}:{line}:{column}"),
            _ => file.clone(),
        })
    }
}

/// For each view what tells it from the others: a digest of rule, item and criterion, which stays the same when lines
/// move, and of the file's name where there are several; where findings agree in all of that, the second and later ones
/// are numbered.
pub(super) fn fingerprints(views: &[FindingView], has_files: bool) -> Vec<String> {
    let mut seen: HashMap<[&str; 4], u64> = HashMap::new();
    let mut fingerprints = Vec::with_capacity(views.len());
    for view in views {
        let file = view.file.as_deref().filter(|_| has_files).unwrap_or_default();
        let about = [&view.id, &view.criterion].map(|part| part.as_deref().unwrap_or_default());
        let parts = [view.rule, about[0], about[1], file.strip_prefix("./").unwrap_or(file)];
        let number = seen.entry(parts).or_default();
        *number += 1;
        let mut digest = Sha256::new();
        for part in parts {
            // A part's length keeps `a` + `bc` from being `ab` + `c`.
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        digest.update(number.to_be_bytes());
        fingerprints.push(digest.finalize().iter().take(DIGEST_BYTES).map(|byte| format!("{byte:02x}")).collect());
    }
    fingerprints
}
