//! The weights file: which model, which weights, which headers and words; and the models that it defines.
//!
//! Reading it ([`read_config`]) checks its form; choosing a model ([`Config::model`]) and weights
//! ([`Config::settle`]) checks that what it names exists. Every fault is a finding with line and column.

mod baseline;
mod definition;
mod document;
mod policy;
mod review;
mod settle;
mod tree;
mod triage;

use std::sync::Arc;

use crate::analysis::Thresholds;
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::model::{Model, Team};
use crate::prose;

use definition::Definitions;
use document::{Located, Section};

use super::names::fold;

pub use baseline::{Baseline, read_baseline, write_baseline};
pub use policy::{Date, Ignore, Policy};
pub use settle::{Settled, Wanted};
pub use triage::{Asked, Fields, SCORE};

/// The keys that a weights file may have at its top.
const SECTIONS: [&str; 12] = [
    "model",
    "weights",
    "scenarios",
    "columns",
    "values",
    "ranking",
    "teams",
    "check",
    "triage",
    "review",
    "models",
    "criteria",
];

/// What a weights file says.
#[derive(Debug, Default)]
pub struct Config {
    /// The file's name, for findings; none for the built-in models.
    name: Option<Arc<str>>,
    model: Option<Located<String>>,
    weights: Vec<Located<(String, Decimal)>>,
    scenarios: Vec<Scenario>,
    columns: Vec<Located<(String, Vec<String>)>>,
    words: Vec<(String, Decimal)>,
    tie_break: Vec<Located<String>>,
    teams: Vec<(String, Vec<Located<String>>)>,
    policy: Policy,
    triage: Fields,
    review: Thresholds,
    definitions: Definitions,
    /// Where the text's offsets are turned into positions once the text is gone.
    places: Places,
}

/// A scenario's name, and the weights that differ in it.
type Scenario = (Located<String>, Vec<Located<(String, Decimal)>>);

/// The positions of everything that a later finding may point at.
#[derive(Debug, Default)]
struct Places(std::collections::BTreeMap<usize, crate::finding::Position>);

/// Reads the text of a weights file; `None` where it is no TOML. An error among the findings is a reason not to use it,
/// and none not to look further for faults.
pub fn read_config(source: &Source<'_>) -> (Option<Config>, Findings) {
    let mut findings = Findings::new();
    let config = read(source, &mut findings);
    findings.locate(source);
    (config, findings)
}

fn read(source: &Source<'_>, findings: &mut Findings) -> Option<Config> {
    if source.text.trim().is_empty() {
        findings.push(Finding::new(Rule::EmptyConfig).at(0));
        return None;
    }
    let document = match document::parse(source.text) {
        Ok(document) => document,
        Err(finding) => {
            findings.push(finding);
            return None;
        }
    };
    let top = Section::new(&document, "");
    top.allow(&SECTIONS, findings);
    let mut config = Config {
        name: Some(Arc::clone(&source.name)),
        model: top.string("model", findings),
        definitions: Definitions::read(&top, findings),
        ..Config::default()
    };
    if let Some(weights) = top.section("weights", findings) {
        config.weights = weights_of(&weights, findings);
    }
    for scenario in top.sections("scenarios", findings) {
        let name = Located { value: scenario.name().to_owned(), at: scenario.at() };
        if scenario.keys().is_empty() {
            let finding = Finding::new(Rule::EmptyScenario).at(name.at).of_criterion(name.value.as_str());
            findings.push(finding.with("scenario", prose::name(&name.value)));
        }
        config.scenarios.push((name, weights_of(&scenario, findings)));
    }
    if let Some(columns) = top.section("columns", findings) {
        for key in columns.keys() {
            let headers = columns.strings(&key.value, findings).into_iter().map(|header| header.value).collect();
            config.columns.push(Located { value: (key.value, headers), at: key.at });
        }
    }
    if let Some(words) = top.section("values", findings) {
        config.words = words_of(&words, findings);
    }
    if let Some(ranking) = top.section("ranking", findings) {
        ranking.allow(&["tie_break"], findings);
        config.tie_break = ranking.strings("tie_break", findings);
    }
    if let Some(teams) = top.section("teams", findings) {
        for team in teams.keys() {
            let criteria = teams.strings(&team.value, findings);
            config.teams.push((team.value, criteria));
        }
    }
    if let Some(check) = top.section("check", findings) {
        config.policy = Policy::read(&check, findings);
    }
    if let Some(triage) = top.section("triage", findings) {
        config.triage = Fields::read(&triage, findings);
    }
    if let Some(review) = top.section("review", findings) {
        config.review = review::read(&review, findings);
    }
    config.remember_places(source);
    Some(config)
}

impl Config {
    /// The model that the file names.
    pub fn model_name(&self) -> Option<&str> {
        self.model.as_ref().map(|model| model.value.as_str())
    }

    /// The names of the models that the file defines, in its order.
    pub fn own_models(&self) -> impl Iterator<Item = &str> {
        self.definitions.models()
    }

    /// The names of the scenarios, in the file's order.
    pub fn scenarios(&self) -> impl Iterator<Item = &str> {
        self.scenarios.iter().map(|(name, _)| name.value.as_str())
    }

    /// Further headers, by key.
    pub fn columns(&self) -> Vec<(String, Vec<String>)> {
        self.columns.iter().map(|entry| entry.value.clone()).collect()
    }

    /// Words that stand for ratings in every criterion.
    pub fn words(&self) -> &[(String, Decimal)] {
        &self.words
    }

    /// The teams with the criteria that they lead: the file's, else the model's own.
    pub fn teams(&self, model: &Model) -> Vec<Team> {
        if self.teams.is_empty() {
            return model.teams();
        }
        let own = model.teams();
        let is_called = |team: &&Team, name: &str| team.labels.iter().any(|label| fold(label) == fold(name));
        let team = |(name, criteria): &(String, Vec<Located<String>>)| {
            let leads = criteria.iter().filter_map(|criterion| model.find(&criterion.value)).collect();
            // A team that the model knows too has its name in every language.
            match own.iter().find(|team| is_called(team, name)) {
                Some(team) => Team { labels: team.labels.clone(), leads },
                None => Team::named(name, leads),
            }
        };
        self.teams.iter().map(team).collect()
    }

    /// What the file asks of a backlog under `[check]`.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// What the file says of the fields under `[triage]`.
    pub fn fields(&self) -> &Fields {
        &self.triage
    }

    /// From where on a fact counts in a review, as the file has it under `[review]`.
    pub fn review(&self) -> Thresholds {
        self.review
    }

    /// A finding that points at an entry of `[[check.ignore]]`.
    pub fn ignore_finding(&self, rule: Rule, ignore: &Ignore) -> Finding {
        let finding = self.finding(rule, ignore.at).of_criterion(ignore.rule.code());
        let finding = finding.with("rule", prose::name(ignore.rule.code()));
        let finding = finding.with("until", ignore.until.map_or_else(String::new, |until| until.to_string()));
        match &ignore.item {
            Some(item) => finding.of_item(item.as_str()).with("which", "item").with("id", prose::name(item)),
            None => finding.with("which", "any"),
        }
    }

    /// A finding that points at a byte of this file.
    fn finding(&self, rule: Rule, at: usize) -> Finding {
        let mut finding = Finding::new(rule);
        if let Some(name) = &self.name {
            finding = finding.file(name);
        }
        match self.places.0.get(&at) {
            Some(position) => finding.position(*position),
            None => finding,
        }
    }

    fn remember_places(&mut self, source: &Source<'_>) {
        let named = self.model.iter().map(|model| model.at);
        let weights = self.weights.iter().map(|weight| weight.at);
        let scenarios = self
            .scenarios
            .iter()
            .flat_map(|(name, weights)| std::iter::once(name.at).chain(weights.iter().map(|w| w.at)));
        let columns = self.columns.iter().map(|column| column.at);
        let tie_break = self.tie_break.iter().map(|criterion| criterion.at);
        let teams = self.teams.iter().flat_map(|(_, criteria)| criteria.iter().map(|criterion| criterion.at));
        let all = named.chain(weights).chain(scenarios).chain(columns).chain(tie_break).chain(teams);
        let all = all.chain(self.triage.offsets());
        let all = all.chain(self.policy.ignores.iter().map(|ignore| ignore.at)).chain(self.definitions.offsets());
        self.places = Places(all.map(|at| (at, source.position(at))).collect());
    }
}

/// The numbers of a table of weights; a finding for each that can't be one.
fn weights_of(section: &Section<'_>, findings: &mut Findings) -> Vec<Located<(String, Decimal)>> {
    let mut weights = Vec::new();
    for key in section.keys() {
        if let Some(weight) = section.decimal(&key.value, Rule::BadWeight, findings) {
            if weight.value < Decimal::ZERO {
                let shown = weight.value.to_string();
                findings.push(document::bad_number(Rule::BadWeight, weight.at, &key.value, &shown));
            } else {
                weights.push(Located { value: (key.value, weight.value), at: key.at });
            }
        }
    }
    weights
}

/// Words that stand for ratings; a word that is itself a number would be ambiguous.
fn words_of(section: &Section<'_>, findings: &mut Findings) -> Vec<(String, Decimal)> {
    let mut words = Vec::new();
    for word in section.keys() {
        let value = section.decimal(&word.value, Rule::BadWord, findings);
        if Decimal::parse(word.value.trim(), b'.').is_ok() || word.value.trim().is_empty() {
            findings.push(document::bad_number(Rule::BadWord, word.at, &word.value, &word.value));
        } else if let Some(value) = value {
            words.push((word.value, value.value));
        }
    }
    words
}
