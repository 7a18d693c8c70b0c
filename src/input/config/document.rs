//! A TOML document read by hand, so that every value keeps its place and all faults come in one run.

use toml::de::{DeTable, DeValue};

use crate::decimal::{Decimal, DecimalError};
use crate::finding::{Finding, Findings, Rule};
use crate::prose;

/// A value and the byte of the text at which it stands.
#[derive(Clone, Debug)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) at: usize,
}

/// The parsed text.
pub(super) type Document<'t> = toml::Spanned<DeTable<'t>>;

/// Parses a text; the first fault in its syntax as a finding.
pub(super) fn parse(text: &str) -> Result<Document<'_>, Finding> {
    DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let at = at.min(text.len());
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        Finding::new(Rule::BadToml)
            .at(at)
            .with("reason", prose::visible(error.message()))
            .with("line", prose::name(line.trim()))
    })
}

/// A table of the document, with its name for messages.
#[derive(Clone)]
pub(super) struct Section<'a> {
    name: String,
    at: usize,
    table: &'a DeTable<'a>,
}

impl<'a> Section<'a> {
    pub(super) fn new(document: &'a Document<'a>, name: &str) -> Self {
        Self { name: name.to_owned(), at: document.span().start, table: document.get_ref() }
    }

    /// The table's own name: `retention` for `[scenarios.retention]`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Where the table's name stands.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The keys, in the order of the file.
    pub(super) fn keys(&self) -> Vec<Located<String>> {
        self.table.keys().map(|key| Located { value: key.get_ref().to_string(), at: key.span().start }).collect()
    }

    /// A finding for every key that isn't one of these.
    pub(super) fn allow(&self, known: &[&str], findings: &mut Findings) {
        for key in self.keys() {
            if !known.contains(&key.value.as_str()) {
                findings.push(unknown_key(key.at, &key.value, known.iter().copied()));
            }
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The value under a key, and where it stands.
    pub(super) fn value(&self, key: &str) -> Option<(&'a DeValue<'a>, usize)> {
        self.table.get(key).map(|value| (value.get_ref(), value.span().start))
    }

    /// The table under a key.
    pub(super) fn section(&self, key: &str, findings: &mut Findings) -> Option<Section<'a>> {
        let (name, value) = self.table.get_key_value(key)?;
        match value.get_ref().as_table() {
            Some(table) => {
                let at = name.span().start;
                Some(Section { name: key.to_owned(), at, table })
            }
            None => wrong_type(value.span().start, key, "table", findings),
        }
    }

    /// The tables under a key, each with its own name.
    pub(super) fn sections(&self, key: &str, findings: &mut Findings) -> Vec<Section<'a>> {
        let Some(all) = self.section(key, findings) else { return Vec::new() };
        all.keys().iter().filter_map(|name| all.section(&name.value, findings)).collect()
    }

    /// The tables of a list: `[[key]]`, each where it begins.
    pub(super) fn tables(&self, key: &str, findings: &mut Findings) -> Vec<Section<'a>> {
        let Some((value, at)) = self.value(key) else { return Vec::new() };
        let Some(list) = value.as_array() else {
            wrong_type::<()>(at, key, "tables", findings);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in list.iter() {
            let at = item.span().start;
            match item.get_ref().as_table() {
                Some(table) => tables.push(Section { name: key.to_owned(), at, table }),
                None => {
                    wrong_type::<()>(at, key, "tables", findings);
                }
            }
        }
        tables
    }

    /// A string that must be there and say something; `section` is what its table is called.
    pub(super) fn required(&self, key: &str, section: &str, findings: &mut Findings) -> Option<Located<String>> {
        let found = if self.has(key) { Some(self.string(key, findings)?) } else { None };
        let found = found.filter(|text| !text.value.trim().is_empty());
        if found.is_none() {
            let finding = Finding::new(Rule::MissingKey).at(self.at).of_criterion(key);
            let finding = finding.with("key", prose::name(key)).with("section", prose::name(section));
            findings.push(if key == "reason" { finding.advise("help-reason") } else { finding });
        }
        found
    }

    pub(super) fn string(&self, key: &str, findings: &mut Findings) -> Option<Located<String>> {
        let (value, at) = self.value(key)?;
        match value.as_str() {
            Some(text) => Some(Located { value: text.to_owned(), at }),
            None => wrong_type(at, key, "string", findings),
        }
    }

    /// A string, or a list of strings.
    pub(super) fn strings(&self, key: &str, findings: &mut Findings) -> Vec<Located<String>> {
        let Some((value, at)) = self.value(key) else { return Vec::new() };
        if let Some(text) = value.as_str() {
            return vec![Located { value: text.to_owned(), at }];
        }
        let Some(list) = value.as_array() else {
            wrong_type::<()>(at, key, "strings", findings);
            return Vec::new();
        };
        let mut strings = Vec::new();
        for item in list.iter() {
            match item.get_ref().as_str() {
                Some(text) => strings.push(Located { value: text.to_owned(), at: item.span().start }),
                None => {
                    wrong_type::<()>(item.span().start, key, "strings", findings);
                }
            }
        }
        strings
    }

    pub(super) fn boolean(&self, key: &str, findings: &mut Findings) -> bool {
        let Some((value, at)) = self.value(key) else { return false };
        value.as_bool().or_else(|| wrong_type(at, key, "boolean", findings)).unwrap_or(false)
    }

    /// A whole number from 1 up.
    pub(super) fn count(&self, key: &str, findings: &mut Findings) -> Option<Located<usize>> {
        let number = self.decimal(key, Rule::BadSetting, findings)?;
        let whole = Some(number.value).filter(|value| value.is_whole() && *value >= Decimal::ONE);
        match whole.and_then(|value| usize::try_from(value.mantissa()).ok()) {
            Some(value) => Some(Located { value, at: number.at }),
            None => {
                findings.push(bad_number(Rule::BadSetting, number.at, key, &number.value.to_string()));
                None
            }
        }
    }

    /// A number as written; `rule` is what it breaks when it is none, or one that can't be kept exactly.
    pub(super) fn decimal(&self, key: &str, rule: Rule, findings: &mut Findings) -> Option<Located<Decimal>> {
        let (value, at) = self.value(key)?;
        decimal_of(value)
            .map(|value| Located { value, at })
            .map_err(|shown| {
                findings.push(bad_number(rule, at, key, &shown));
            })
            .ok()
    }

    /// The two ends of a scale: `[1, 10]`.
    pub(super) fn pair(&self, key: &str, findings: &mut Findings) -> Option<Located<(Decimal, Decimal)>> {
        let (value, at) = self.value(key)?;
        let ends: Option<Vec<Decimal>> =
            value.as_array().and_then(|list| list.iter().map(|end| decimal_of(end.get_ref()).ok()).collect());
        match ends.as_deref() {
            Some(&[low, high]) if low < high => Some(Located { value: (low, high), at }),
            _ => {
                findings.push(Finding::new(Rule::BadScale).at(at).with("key", prose::name(&self.name)));
                None
            }
        }
    }
}

/// A finding for a key that nothing knows, with the one that was most likely meant.
pub(super) fn unknown_key<'k>(at: usize, key: &str, known: impl IntoIterator<Item = &'k str>) -> Finding {
    let known: Vec<&str> = known.into_iter().collect();
    let finding = Finding::new(Rule::UnknownKey).at(at).of_criterion(key).with("key", prose::name(key));
    match prose::did_you_mean(key, known.iter().copied()) {
        Some(close) => finding.with("close", prose::name(close)).advise("help-close"),
        None => finding.with("known", known.iter().map(|name| prose::name(name)).collect::<Vec<_>>()),
    }
}

/// A finding for a rule that doesn't exist, with the one that was most likely meant.
pub(super) fn unknown_rule(at: usize, code: &str) -> Finding {
    let finding = Finding::new(Rule::UnknownRule).at(at).of_criterion(code).with("rule", prose::name(code));
    match prose::did_you_mean(code, Rule::all().map(Rule::code)) {
        Some(close) => finding.with("close", prose::name(close)).advise("help-close"),
        None => finding,
    }
}

pub(super) fn bad_number(rule: Rule, at: usize, key: &str, shown: &str) -> Finding {
    let finding = Finding::new(rule).at(at).of_criterion(key);
    let expected = match key {
        "fragile" => "share",
        "count" => "times",
        "at" | "value_at" | "ease_at" => "number",
        "near" => "distance",
        "reached" | "moving" | "quantity" => "percent",
        "quality" => "rating",
        _ => "count",
    };
    finding.with("key", prose::name(key)).with("found", prose::name(shown)).with("expected", expected)
}

fn wrong_type<T>(at: usize, key: &str, expected: &str, findings: &mut Findings) -> Option<T> {
    let finding = Finding::new(Rule::WrongType).at(at).of_criterion(key);
    findings.push(finding.with("key", prose::name(key)).with("expected", expected));
    None
}

/// A TOML number as the exact decimal that is written; what is written where it is none.
fn decimal_of(value: &DeValue<'_>) -> Result<Decimal, String> {
    match value {
        DeValue::Integer(integer) if integer.radix() == 10 => {
            Decimal::parse(integer.as_str(), b'.').map_err(|_| integer.as_str().to_owned())
        }
        DeValue::Float(float) => scientific(float.as_str()).map_err(|_| float.as_str().to_owned()),
        DeValue::Integer(integer) => Err(integer.to_string()),
        DeValue::String(text) => Err(format!("\"{text}\"")),
        DeValue::Boolean(truth) => Err(truth.to_string()),
        DeValue::Datetime(date) => Err(date.to_string()),
        DeValue::Array(_) => Err("[…]".to_owned()),
        DeValue::Table(_) => Err("{…}".to_owned()),
    }
}

/// A decimal with an optional exponent, as long as it keeps within the digits that decimals have.
fn scientific(text: &str) -> Result<Decimal, DecimalError> {
    let Some((digits, exponent)) = text.split_once(['e', 'E']) else { return Decimal::parse(text, b'.') };
    let exponent: i32 = exponent.parse().map_err(|_| DecimalError::Form)?;
    let decimal = Decimal::parse(digits, b'.')?;
    let scale = i32::try_from(decimal.scale()).map_err(|_| DecimalError::Digits)? - exponent;
    // What moves out of reach in either direction is refused by the limits of the plain form.
    if !(-40..=40).contains(&scale) {
        return Err(DecimalError::Digits);
    }
    let plain = match u32::try_from(scale) {
        Ok(scale) => Decimal::new(decimal.mantissa(), scale),
        Err(_) => {
            let power = 10i128.checked_pow(scale.unsigned_abs()).ok_or(DecimalError::Digits)?;
            Decimal::new(decimal.mantissa().checked_mul(power).ok_or(DecimalError::Digits)?, 0)
        }
    };
    Decimal::parse(&plain.to_string(), b'.')
}
