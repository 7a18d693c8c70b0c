//! Which weights count: the file's, a scenario's over them, and the command line's over both.

use std::sync::Arc;

use super::Config;
use super::document::{Located, unknown_key};
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule};
use crate::input::headers::COLUMN_KEYS;
use crate::input::planning::PLANNING_KEYS;
use crate::model::{Model, NodeId, Weights};
use crate::prose;
use crate::scoring::Plan;

/// What a run asks of the weights.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The scenario over the base weights.
    pub scenario: Option<&'a str>,
    /// Weights over both.
    pub weights: &'a [(String, Decimal)],
    /// Whether the file was written for another model, so that its weights, scenarios and ties don't count.
    pub other_model: bool,
}

/// The weights that a ranking uses.
#[derive(Clone, Debug)]
pub struct Settled {
    /// One number for each node.
    pub weights: Weights,
    /// The criteria that decide between equal scores, in order.
    pub tie_break: Vec<NodeId>,
    /// Whether the file gave any weight.
    pub from_file: bool,
}

impl Config {
    /// Works out the weights; findings for what the file or the command line names and the model doesn't have.
    pub fn settle(&self, model: &Model, wanted: Wanted<'_>) -> Result<Settled, Findings> {
        let mut findings = Findings::new();
        let mut weights = Weights::equal(model);
        let mut tie_break = Vec::new();
        let mut from_file = false;
        if !wanted.other_model {
            from_file = self.apply_base(model, &mut weights, &mut findings);
            self.check_names(model, &mut findings);
            for criterion in &self.tie_break {
                match model.find(&criterion.value) {
                    Some(node) => tie_break.push(node),
                    None => findings.push(self.unknown(model, &criterion.value, criterion.at)),
                }
            }
        }
        if let Some(name) = wanted.scenario {
            self.apply_scenario(name, model, &mut weights, wanted.other_model, &mut findings);
        }
        for (key, weight) in wanted.weights {
            match model.find(key) {
                Some(node) => weights.set(node, *weight),
                None => findings.push(unknown_option(model, key)),
            }
        }
        for factor in weights.without_weight(model) {
            let key = &model.nodes[factor].key;
            findings.push(self.zero_weights(model, factor, wanted).with("factor", prose::name(key)));
        }
        if !findings.has_errors() {
            for problem in Plan::check(model, &weights) {
                findings.push(self.plan_finding(model, problem));
            }
        }
        if findings.has_errors() { Err(findings.in_order()) } else { Ok(Settled { weights, tie_break, from_file }) }
    }

    /// Whether everything that the file names, but for headers, is in a model.
    pub fn fits(&self, model: &Model) -> bool {
        let weights = self.weights.iter().chain(self.scenarios.iter().flat_map(|(_, changes)| changes));
        let named = weights.map(|entry| entry.value.0.as_str());
        let listed = self.tie_break.iter().chain(self.teams.iter().flat_map(|(_, criteria)| criteria));
        named.chain(listed.map(|criterion| criterion.value.as_str())).all(|key| model.find(key).is_some())
    }

    fn apply_base(&self, model: &Model, weights: &mut Weights, findings: &mut Findings) -> bool {
        let mut named = vec![false; model.nodes.len()];
        for entry in &self.weights {
            let (key, weight) = &entry.value;
            match model.find(key) {
                Some(node) => {
                    weights.set(node, *weight);
                    named[node] = true;
                }
                None => findings.push(self.unknown(model, key, entry.at)),
            }
        }
        for node in &model.nodes {
            let some = node.children.iter().any(|&child| named[child]);
            for &child in node.children.iter().filter(|&&child| some && !named[child]) {
                let siblings: Vec<String> =
                    node.children.iter().map(|&child| prose::name(&model.nodes[child].key)).collect();
                findings.push(
                    self.section_finding(Rule::PartialWeights)
                        .with("key", prose::name(&model.nodes[child].key))
                        .with("siblings", siblings),
                );
            }
        }
        !self.weights.is_empty()
    }

    fn apply_scenario(
        &self,
        name: &str,
        model: &Model,
        weights: &mut Weights,
        other_model: bool,
        findings: &mut Findings,
    ) {
        match self.scenarios.iter().find(|(scenario, _)| scenario.value == name) {
            Some((_, changes)) if !other_model => {
                for entry in changes {
                    // What the model doesn't have is a finding already.
                    if let Some(node) = model.find(&entry.value.0) {
                        weights.set(node, entry.value.1);
                    }
                }
            }
            _ => {
                let known: Vec<&str> = self.scenarios().filter(|_| !other_model).collect();
                let finding = Finding::new(Rule::UnknownScenario).with("scenario", prose::name(name));
                findings.push(match prose::did_you_mean(name, known.iter().copied()) {
                    Some(close) => finding.with("close", prose::name(close)).advise("help-close"),
                    None if known.is_empty() => finding.advise("help-none"),
                    None => finding.with("known", known.iter().map(|name| prose::name(name)).collect::<Vec<_>>()),
                });
            }
        }
    }

    /// Findings for the keys of scenarios, columns and teams that the model doesn't have.
    fn check_names(&self, model: &Model, findings: &mut Findings) {
        for entry in self.scenarios.iter().flat_map(|(_, changes)| changes) {
            if model.find(&entry.value.0).is_none() {
                findings.push(self.unknown(model, &entry.value.0, entry.at));
            }
        }
        for entry in &self.columns {
            let key = entry.value.0.as_str();
            let is_known = COLUMN_KEYS.contains(&key) || PLANNING_KEYS.contains(&key) || model.find(key).is_some();
            if !is_known {
                findings.push(self.unknown(model, key, entry.at));
            }
        }
        for criterion in self.teams.iter().flat_map(|(_, criteria)| criteria) {
            if model.find(&criterion.value).is_none() {
                findings.push(self.unknown(model, &criterion.value, criterion.at));
            }
        }
    }

    fn unknown(&self, model: &Model, key: &str, at: usize) -> Finding {
        self.unknown_among(model.keys(), key, at)
    }

    /// A finding for a name in the file that is none of those that could stand there.
    pub(super) fn unknown_among<'k>(&self, known: impl IntoIterator<Item = &'k str>, key: &str, at: usize) -> Finding {
        let mut finding = unknown_key(at, key, known);
        finding.span = None;
        if let Some(name) = &self.name {
            finding = finding.file(name);
        }
        match self.places.0.get(&at) {
            Some(position) => finding.position(*position),
            None => finding,
        }
    }

    /// A finding about weights that are all nought: at the scenario that sets some of them, else at `[weights]`.
    fn zero_weights(&self, model: &Model, factor: NodeId, wanted: Wanted<'_>) -> Finding {
        let parts = &model.nodes[factor].children;
        let scenario = self.scenarios.iter().find(|(name, _)| Some(name.value.as_str()) == wanted.scenario);
        let sets_part =
            |entry: &Located<(String, Decimal)>| model.find(&entry.value.0).is_some_and(|node| parts.contains(&node));
        match scenario {
            Some((name, changes)) if changes.iter().any(sets_part) => self.finding(Rule::ZeroWeights, name.at),
            _ => self.section_finding(Rule::ZeroWeights),
        }
    }

    /// A finding about `[weights]` as a whole.
    fn section_finding(&self, rule: Rule) -> Finding {
        match self.weights.first() {
            Some(first) => self.finding(rule, first.at),
            None => Finding::new(rule),
        }
    }
}

fn unknown_option(model: &Model, key: &str) -> Finding {
    unknown_in_option("--weight", key, model.keys())
}

/// A finding for a name on the command line that is none of those that could stand there.
pub(super) fn unknown_in_option<'k>(option: &str, key: &str, known: impl IntoIterator<Item = &'k str>) -> Finding {
    let mut finding = unknown_key(0, key, known);
    finding.span = None;
    finding.file(&Arc::from(option))
}
