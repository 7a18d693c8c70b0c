//! `[check]`: what a team asks of a backlog before it is acted on, and which findings it has decided to live with.

use std::fmt;

use toml::de::DeValue;

use super::document::{Located, Section, unknown_rule};
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Severity};
use crate::prose;

/// What a weights file says under `[check]`.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// The rank under which the cutoff stands.
    pub top: Option<usize>,
    /// The least severity that fails a check.
    pub fails_on: Option<Severity>,
    /// The least change of a share that may move an item across the cutoff.
    pub fragile: Option<Decimal>,
    /// How much rules weigh; `None` for one that is off.
    pub levels: Vec<(Rule, Option<Severity>)>,
    /// Findings that somebody has excepted.
    pub ignores: Vec<Ignore>,
}

/// An entry of `[[check.ignore]]`.
#[derive(Clone, Debug)]
pub struct Ignore {
    /// The rule.
    pub rule: Rule,
    /// The item's id; any item where there is none.
    pub item: Option<String>,
    /// Why the finding is all right.
    pub reason: String,
    /// The last day on which it is.
    pub until: Option<Date>,
    pub(super) at: usize,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Policy {
    pub(super) fn read(section: &Section<'_>, findings: &mut Findings) -> Self {
        section.allow(&["top", "fail_on", "fragile", "rules", "ignore"], findings);
        let mut policy = Self {
            top: section.count("top", findings).map(|top| top.value),
            fails_on: fails_on(section, findings),
            fragile: fragile(section, findings),
            ..Self::default()
        };
        if let Some(rules) = section.section("rules", findings) {
            policy.levels = rules.keys().into_iter().filter_map(|key| level(&rules, &key, findings)).collect();
        }
        policy.ignores =
            section.tables("ignore", findings).iter().filter_map(|entry| ignore(entry, findings)).collect();
        policy
    }
}

fn fails_on(section: &Section<'_>, findings: &mut Findings) -> Option<Severity> {
    let name = section.string("fail_on", findings)?;
    let severity = name.value.parse().ok().filter(|severity| *severity != Severity::Note);
    if severity.is_none() {
        findings.push(bad_setting(name.at, "fail_on", &name.value, "fail"));
    }
    severity
}

fn fragile(section: &Section<'_>, findings: &mut Findings) -> Option<Decimal> {
    let share = section.decimal("fragile", Rule::BadSetting, findings)?;
    let is_share = (Decimal::ZERO..=Decimal::ONE).contains(&share.value);
    if !is_share {
        findings.push(bad_setting(share.at, "fragile", &share.value.to_string(), "share"));
    }
    is_share.then_some(share.value)
}

fn level(rules: &Section<'_>, key: &Located<String>, findings: &mut Findings) -> Option<(Rule, Option<Severity>)> {
    let level = rules.string(&key.value, findings)?;
    let Some(rule) = Rule::find(&key.value) else {
        findings.push(unknown_rule(key.at, &key.value));
        return None;
    };
    match level.value.as_str() {
        "off" => Some((rule, None)),
        name => match name.parse() {
            Ok(severity) => Some((rule, Some(severity))),
            Err(_) => {
                findings.push(bad_setting(level.at, &key.value, name, "level"));
                None
            }
        },
    }
}

fn ignore(entry: &Section<'_>, findings: &mut Findings) -> Option<Ignore> {
    entry.allow(&["rule", "id", "reason", "until"], findings);
    let name = entry.required("rule", "[[check.ignore]]", findings);
    let reason = entry.required("reason", "[[check.ignore]]", findings);
    let item = entry.string("id", findings).map(|id| id.value.trim().to_owned());
    let until = entry.value("until").and_then(|(value, at)| {
        let date = date(value);
        if date.is_none() {
            let shown = value.as_str().map_or_else(|| "…".to_owned(), str::to_owned);
            findings.push(bad_setting(at, "until", &shown, "date"));
        }
        date
    });
    let name = name?;
    match Rule::find(&name.value) {
        Some(rule) => Some(Ignore { rule, item, reason: reason?.value, until, at: entry.at() }),
        None => {
            findings.push(unknown_rule(name.at, &name.value));
            None
        }
    }
}

/// A TOML date, or a text that is one.
fn date(value: &DeValue<'_>) -> Option<Date> {
    let parsed: toml::value::Datetime = match value {
        DeValue::Datetime(date) => *date,
        _ => value.as_str()?.trim().parse().ok()?,
    };
    parsed.date.map(|date| Date { year: date.year, month: date.month, day: date.day })
}

pub(super) fn bad_setting(at: usize, key: &str, found: &str, expected: &'static str) -> Finding {
    Finding::new(Rule::BadSetting)
        .at(at)
        .of_criterion(key)
        .with("key", prose::name(key))
        .with("found", prose::name(found))
        .with("expected", expected)
}
