//! The baseline file: findings that were there when somebody began to check, so that only new ones fail.
//!
//! It is TOML, an entry a finding, sorted: a change shows as a line in a diff. Lines and columns have no place in it.

use std::sync::Arc;

use serde::Serialize;

use super::document::{self, Section, unknown_rule};
use crate::finding::{Finding, Findings, Fingerprint, Position, Rule, Source};
use crate::prose;

/// What a baseline file says.
#[derive(Debug)]
pub struct Baseline {
    /// The file's name, for findings.
    name: Arc<str>,
    /// The entries, in the order of the file.
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    fingerprint: Fingerprint,
    count: usize,
    position: Position,
}

/// Reads the text of a baseline file; what is wrong in it becomes findings.
pub fn read_baseline(source: &Source<'_>) -> (Baseline, Findings) {
    let mut findings = Findings::new();
    let entries = entries(source, &mut findings);
    findings.locate(source);
    (Baseline { name: Arc::clone(&source.name), entries }, findings)
}

fn entries(source: &Source<'_>, findings: &mut Findings) -> Vec<Entry> {
    let document = match document::parse(source.text) {
        Ok(document) => document,
        Err(finding) => {
            findings.push(finding);
            return Vec::new();
        }
    };
    let top = Section::new(&document, "");
    top.allow(&["finding"], findings);
    top.tables("finding", findings).iter().filter_map(|section| entry(section, source, findings)).collect()
}

fn entry(section: &Section<'_>, source: &Source<'_>, findings: &mut Findings) -> Option<Entry> {
    section.allow(&["file", "rule", "id", "criterion", "count"], findings);
    let file = section.required("file", "[[finding]]", findings);
    let code = section.required("rule", "[[finding]]", findings);
    let text = |key: &str, findings: &mut Findings| section.string(key, findings).map(|text| text.value);
    let (item, criterion) = (text("id", findings), text("criterion", findings));
    let count = if section.has("count") { section.count("count", findings)?.value } else { 1 };
    let code = code?;
    let Some(rule) = Rule::find(&code.value) else {
        findings.push(unknown_rule(code.at, &code.value));
        return None;
    };
    let fingerprint = Fingerprint { file: file?.value, rule, item, criterion };
    Some(Entry { fingerprint, count, position: source.position(section.at()) })
}

impl Baseline {
    /// What it knows, and how often.
    pub fn known(&self) -> impl Iterator<Item = (Fingerprint, usize)> {
        self.entries.iter().map(|entry| (entry.fingerprint.clone(), entry.count))
    }

    /// A finding at the entry that knows what is gone.
    pub fn resolved_finding(&self, gone: &Fingerprint) -> Finding {
        let finding = Finding::new(Rule::ResolvedFinding).file(&self.name).of_criterion(gone.rule.code());
        let finding = match self.entries.iter().find(|entry| entry.fingerprint == *gone) {
            Some(entry) => finding.position(entry.position),
            None => finding,
        };
        let finding = finding.with("rule", prose::name(gone.rule.code())).with("file", prose::visible(&gone.file));
        match &gone.item {
            Some(item) => finding.of_item(item).with("which", "item").with("id", prose::name(item)),
            None => finding.with("which", "any"),
        }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    finding: Vec<WrittenEntry<'a>>,
}

#[derive(Serialize)]
struct WrittenEntry<'a> {
    file: &'a str,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    criterion: Option<&'a str>,
    count: usize,
}

/// The text of a baseline file that knows these findings.
pub fn write_baseline<'a>(known: impl IntoIterator<Item = (&'a Fingerprint, usize)>) -> String {
    let entry = |(print, count): (&'a Fingerprint, usize)| WrittenEntry {
        file: &print.file,
        rule: print.rule.code(),
        id: print.item.as_deref(),
        criterion: print.criterion.as_deref(),
        count,
    };
    let written = Written { finding: known.into_iter().map(entry).collect() };
    // Texts and counts: nothing in them is beyond TOML.
    toml::to_string(&written).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let print = |item: Option<&str>| Fingerprint {
            file: "項目 \"1\".csv".to_owned(),
            rule: Rule::MissingRating,
            item: item.map(str::to_owned),
            criterion: Some("ease".to_owned()),
        };
        let known = [(print(None), 2), (print(Some("A\n1\u{7f}")), 1)];
        let text = write_baseline(known.iter().map(|(print, count)| (print, *count)));
        let (baseline, findings) = read_baseline(&Source::new("baseline.toml", &text));
        assert!(findings.is_empty(), "{text}");
        assert_eq!(baseline.known().collect::<Vec<_>>(), known);
    }
}
