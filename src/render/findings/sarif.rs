//! SARIF 2.1.0 (OASIS standard, 27 March 2020): what code scanning reads.

use std::io::{self, Write};

use serde::Serialize;

use crate::finding::Severity;
use crate::render::json;
use crate::report::{Checked, FingerprintedView, RuleView};

/// The name under which fingerprints stand; another way of making them needs another name.
const FINGERPRINT: &str = "tenbin/v1";
/// The only one that GitHub looks at.
const GITHUB_FINGERPRINT: &str = "primaryLocationLineHash";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    short_description: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Text<'a>>,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

/// A `result`, as SARIF calls it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Message,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
    partial_fingerprints: std::collections::BTreeMap<&'static str, &'a str>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
}

pub(super) fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let rules = checked.rules.iter().map(descriptor).collect();
    let driver =
        Driver { name: "tenbin", semantic_version: env!("CARGO_PKG_VERSION"), language: checked.lang.code(), rules };
    let results = checked.value.findings.iter().map(|finding| outcome(finding, checked)).collect();
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    json::write(&Log { schema, version: "2.1.0", runs: [run] }, out)
}

fn descriptor(rule: &RuleView) -> Descriptor<'_> {
    Descriptor {
        id: rule.code,
        short_description: Text { text: &rule.summary },
        full_description: Some(Text { text: &rule.explanation }).filter(|text| !text.text.is_empty()),
        default_configuration: Configuration {
            enabled: rule.severity.is_some(),
            level: rule.severity.map_or("none", level),
        },
    }
}

fn outcome<'a>(finding: &'a FingerprintedView, checked: &'a Checked) -> Outcome<'a> {
    let view = &finding.view;
    let location = view.file.as_ref().map(|file| Location {
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation { uri: uri(file) },
            region: view.line.map(|start_line| Region { start_line, start_column: view.column }),
        },
    });
    Outcome {
        rule_id: view.rule,
        rule_index: checked.rules.iter().position(|rule| rule.code == view.rule),
        level: level(view.severity),
        message: Message { text: format!("{}\n{}: {}", view.sentence(), checked.help_label, view.help) },
        locations: location.into_iter().collect(),
        partial_fingerprints: [FINGERPRINT, GITHUB_FINGERPRINT].map(|name| (name, finding.fingerprint.as_str())).into(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A file's name as a relative reference (RFC 3986): every byte that means something in one, or nothing, is escaped.
fn uri(file: &str) -> String {
    let file = file.strip_prefix("./").unwrap_or(file).replace('\\', "/");
    let mut uri = String::with_capacity(file.len());
    for byte in file.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_relative_reference() {
        assert_eq!(uri("./data/項目 1.csv"), "data/%E9%A0%85%E7%9B%AE%201.csv");
    }
}
