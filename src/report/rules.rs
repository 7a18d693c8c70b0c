//! The rules themselves: a list of all of them, and one at length.

use serde::Serialize;

use super::{Block, Cell, Column, Report, Shape, Table};
use crate::finding::{Example, Explanation, Family, Rule, Severity};
use crate::lang::Lang;
use crate::say;

/// The number that programs read first.
const SCHEMA_VERSION: u32 = 1;

/// The JSON of a list of rules.
#[derive(Debug, Serialize)]
pub struct RulesValue {
    schema_version: u32,
    command: &'static str,
    rules: Vec<RuleValue>,
}

/// One rule in JSON; its explanation only where one rule was asked for.
#[derive(Debug, Serialize)]
struct RuleValue {
    rule: &'static str,
    family: &'static str,
    /// `null` where the rule is off until a policy turns it on.
    severity: Option<Severity>,
    summary: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    examples: Option<Vec<ExampleValue>>,
}

#[derive(Debug, Serialize)]
struct ExampleValue {
    good: bool,
    file: Option<String>,
    text: String,
}

/// All rules, or some of them, as a list.
pub fn rules_report<'a>(rules: impl IntoIterator<Item = Rule>, lang: Lang) -> Report<'a, RulesValue> {
    let rules: Vec<Rule> = rules.into_iter().collect();
    let value = RulesValue {
        schema_version: SCHEMA_VERSION,
        command: "check --list",
        rules: rules.iter().map(|&rule| rule_value(rule, lang)).collect(),
    };
    let (sheet, page) = (list(&rules, lang), list(&rules, lang));
    let next = lang.text("rules-next");
    let page = Box::new(move || vec![Block::Table(page), Block::Lines(vec![next])]);
    Report { value, sheet, page, workbook: None }
}

/// One rule at length: what it sees, why that matters, and examples.
pub fn rule_report<'a>(rule: Rule, lang: Lang) -> Report<'a, RulesValue> {
    let explanation = rule.explanation(lang);
    let mut value = rule_value(rule, lang);
    let examples = explanation.examples.iter();
    let example = |example: &Example| ExampleValue {
        good: example.is_good,
        file: file_name(example).map(str::to_owned),
        text: example.text.clone(),
    };
    value.examples = Some(examples.map(example).collect());
    value.explanation = Some(explanation.paragraphs.clone());
    let value = RulesValue { schema_version: SCHEMA_VERSION, command: "check --explain", rules: vec![value] };
    let page = Box::new(move || page(rule, explanation, lang));
    Report { value, sheet: list(&[rule], lang), page, workbook: None }
}

fn rule_value(rule: Rule, lang: Lang) -> RuleValue {
    RuleValue {
        rule: rule.code(),
        family: rule.family().name(),
        severity: rule.severity_in_check(),
        summary: summary(rule, lang),
        explanation: None,
        examples: None,
    }
}

fn list<'a>(rules: &[Rule], lang: Lang) -> Table<'a> {
    let row = |&rule: &Rule| {
        let texts = [rule.code().to_owned(), level(rule, lang), family(rule, lang), summary(rule, lang)];
        texts.map(|text| Cell::Text(text.into())).to_vec()
    };
    let headings = ["rules-column-rule", "rules-column-severity", "rules-column-family", "rules-column-summary"];
    let keys = ["rule", "severity", "family", "summary"];
    let column = |(key, heading): (&str, &str)| Column::new(key, lang.text(heading), Shape::Text);
    Table::of(keys.into_iter().zip(headings).map(column).collect(), rules.iter().map(row).collect())
}

fn page<'a>(rule: Rule, explanation: Explanation, lang: Lang) -> Vec<Block<'a>> {
    let headline = say!(
        lang,
        "rules-headline",
        rule = rule.code(),
        severity = level(rule, lang),
        family = family(rule, lang),
        summary = summary(rule, lang)
    );
    let mut page = vec![Block::Prose(vec![headline]), Block::Prose(explanation.paragraphs)];
    for (is_good, heading) in [(false, "rules-bad"), (true, "rules-good")] {
        page.push(Block::Heading(lang.text(heading)));
        for example in explanation.examples.iter().filter(|example| example.is_good == is_good) {
            if let Some(file) = file_name(example) {
                page.push(Block::Prose(vec![format!("`{file}`")]));
            }
            page.push(Block::Drawing(example.text.lines().map(str::to_owned).collect()));
        }
    }
    // What stops the check, or is found elsewhere, no policy of the check can change.
    if rule.stops_check() || matches!(rule.family(), Family::Sheets | Family::Ballots | Family::Results) {
        return page;
    }
    page.push(Block::Heading(lang.text("rules-policy")));
    page.push(Block::Prose(vec![lang.text("rules-policy-level")]));
    let other = if rule.severity_in_check().is_some() { "off" } else { "warning" };
    page.push(Block::Drawing(vec!["[check.rules]".to_owned(), format!("{} = \"{other}\"", rule.code())]));
    if rule.is_about_items() {
        page.push(Block::Prose(vec![lang.text("rules-policy-item")]));
    }
    page
}

/// The file that an example is written into; none for a command line.
fn file_name(example: &Example) -> Option<&str> {
    if let Some(name) = example.options.iter().find(|option| option.contains('.')) {
        return Some(name);
    }
    match example.kind.as_str() {
        "csv" => Some("backlog.csv"),
        "sheet" => Some("backlog.xlsx"),
        "toml" if example.options.iter().any(|option| option == "baseline") => Some("baseline.toml"),
        "toml" => Some("weights.toml"),
        _ => None,
    }
}

fn summary(rule: Rule, lang: Lang) -> String {
    lang.text(&format!("{}.summary", rule.code()))
}

fn family(rule: Rule, lang: Lang) -> String {
    lang.text(match rule.family() {
        Family::File => "family-file",
        Family::Headers => "family-headers",
        Family::Ratings => "family-ratings",
        Family::Identity => "family-identity",
        Family::Judgement => "family-judgement",
        Family::Decision => "family-decision",
        Family::Safety => "family-safety",
        Family::Sheets => "family-sheets",
        Family::Ballots => "family-ballots",
        Family::Results => "family-results",
        Family::Planning => "family-planning",
        Family::Config => "family-config",
    })
}

fn level(rule: Rule, lang: Lang) -> String {
    rule.severity_in_check().map_or_else(|| lang.text("rules-off"), |severity| severity.label(lang))
}
