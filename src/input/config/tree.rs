//! The model of a name: its definitions grown into a tree.
//!
//! What a user's model says nothing of comes from the house: a criterion that it names without defining it is the one of
//! the matrix, or of target selection, else a benefit rated 1 to 10; one that it defines keeps the house's labels and
//! direction until it says otherwise.

use std::str::FromStr;

use strum::VariantNames;

use super::Config;
use super::definition::Definition;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::model::{BuiltIn, Model, Node, NodeId, ROOT, Weights};
use crate::prose;
use crate::scoring::{Plan, PlanProblem};

/// How deep a tree may be.
const DEPTH: usize = 64;
/// How many criteria and factors a model may have.
const NODES: usize = 256;

impl Config {
    /// The model of a name: the file's own, or a built-in one. Findings for what is wrong with it.
    pub fn model(&self, name: &str) -> Result<Model, Findings> {
        let built_in = BuiltIn::from_str(name).ok();
        let (config, own) = match (self.definitions.model(name), built_in) {
            (Some(_), _) => (None, true),
            (None, Some(built_in)) => (Some(house(built_in)), false),
            (None, None) => {
                let mut findings = Findings::new();
                findings.push(self.unknown_model(name));
                return Err(findings);
            }
        };
        let config = config.as_ref().unwrap_or(self);
        let mut tree = Tree {
            config,
            inherits: own,
            nodes: Vec::new(),
            full: false,
            findings: Findings::new(),
            house: Vec::new(),
        };
        if let Some(definition) = config.definitions.model(name) {
            tree.add(definition, None, 0);
        }
        let Tree { nodes, mut findings, .. } = tree;
        let model = Model { key: name.to_owned(), nodes };
        if !findings.has_errors() {
            for problem in Plan::check(&model, &Weights::equal(&model)) {
                findings.push(config.plan_finding(&model, problem));
            }
        }
        if findings.has_errors() { Err(findings) } else { Ok(model) }
    }

    /// What a plan can't do, as a finding that points at the definition.
    pub fn plan_finding(&self, model: &Model, problem: PlanProblem) -> Finding {
        let (node, reason) = match problem {
            PlanProblem::QuantityUnderMean(node) => (node, "quantity-under-mean"),
            PlanProblem::CostUnderSum(node) => (node, "cost-under-sum"),
            PlanProblem::NegativeFactor(node) => (node, "negative-factor"),
            PlanProblem::HugeExponent(node) => (node, "huge-exponent"),
            PlanProblem::NotGiven(node) => {
                let node = &model.nodes[node];
                let finding = Finding::new(Rule::MissingColumn).of_criterion(node.key.as_str());
                return finding.with("criterion", node).with("key", node.key.as_str()).advise("help-again");
            }
        };
        let key = &model.nodes[node].key;
        self.finding_about(Rule::BadModel, model, node).with("key", prose::name(key)).with("reason", reason)
    }

    /// A finding for each mean over differing scales that declares none of its own.
    pub fn assumed_scales(&self, model: &Model, plan: &Plan) -> Findings {
        let mut findings = Findings::new();
        for node in plan.assumed_scales() {
            let finding = self.finding_about(Rule::MixedScales, model, node);
            findings.push(finding.with("key", prose::name(&model.nodes[node].key)));
        }
        findings
    }

    /// A finding that points at the definition of a node, where this file has it.
    fn finding_about(&self, rule: Rule, model: &Model, node: NodeId) -> Finding {
        let key = &model.nodes[node].key;
        let owner = if node == ROOT { self.definitions.model(key) } else { self.definitions.criterion(key) };
        owner.map_or_else(|| Finding::new(rule), |owner| self.finding(rule, owner.at))
    }

    fn unknown_model(&self, name: &str) -> Finding {
        let known: Vec<&str> = BuiltIn::VARIANTS.iter().copied().chain(self.own_models()).collect();
        let named = self.model.as_ref().filter(|model| model.value == name);
        let finding = match named {
            Some(model) => self.finding(Rule::UnknownModel, model.at),
            None => Finding::new(Rule::UnknownModel),
        };
        let finding = finding.with("model", prose::name(name));
        match prose::did_you_mean(name, known.iter().copied()) {
            Some(close) => finding.with("close", prose::name(close)).advise("help-close"),
            None => finding.with("known", known.iter().map(|name| prose::name(name)).collect::<Vec<_>>()),
        }
    }
}

/// A tree as it grows from its definitions.
struct Tree<'a> {
    config: &'a Config,
    /// Whether undefined criteria come from the house.
    inherits: bool,
    nodes: Vec<Node>,
    /// Whether there are as many nodes as there may be.
    full: bool,
    findings: Findings,
    house: Vec<Config>,
}

impl Tree<'_> {
    fn add(&mut self, definition: &Definition, parent: Option<NodeId>, depth: usize) -> Option<NodeId> {
        if depth > DEPTH {
            self.fault(definition.at, &definition.name, "deep");
            return None;
        }
        if self.nodes.len() >= NODES {
            if !self.full {
                self.fault(definition.at, &definition.name, "large");
                self.full = true;
            }
            return None;
        }
        let id = self.nodes.len();
        self.nodes.push(definition.node(parent));
        for part in &definition.of {
            if self.nodes.iter().skip(1).any(|node| node.key == part.value) {
                self.fault(part.at, &part.value, "twice");
                continue;
            }
            let child = self.definition(&part.value);
            if let Some(child) = self.add(&child, Some(id), depth + 1) {
                self.nodes[id].children.push(child);
            }
        }
        Some(id)
    }

    /// The definition of a criterion: the text's own, else the house's, else a benefit rated 1 to 10.
    fn definition(&mut self, name: &str) -> Definition {
        let own = self.config.definitions.criterion(name).cloned();
        match (own, self.house(name)) {
            (Some(own), Some(house)) => own.named_like(house),
            (Some(own), None) => own,
            (None, Some(house)) => house.clone(),
            (None, None) => Definition::plain(name),
        }
    }

    /// The house's own criterion of a name, where the tree inherits.
    fn house(&mut self, name: &str) -> Option<&Definition> {
        if !self.inherits {
            return None;
        }
        if self.house.is_empty() {
            self.house = vec![house(BuiltIn::Matrix), house(BuiltIn::Target)];
        }
        let [matrix, target] = [&self.house[0], &self.house[1]].map(|config| config.definitions.criterion(name));
        matrix.or(target.filter(|criterion| !criterion.is_factor()))
    }

    fn fault(&mut self, at: usize, key: &str, reason: &str) {
        let finding = self.config.finding(Rule::BadModel, at);
        self.findings.push(finding.with("key", prose::name(key)).with("reason", reason));
    }
}

/// The text of a built-in model, read like any other.
fn house(built_in: BuiltIn) -> Config {
    let (config, _) = super::read_config(&Source::new(built_in.name(), built_in.text()));
    config.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Direction, Kind, Scale};
    use strum::IntoEnumIterator;

    #[test]
    fn every_built_in_model_is_sound() {
        for built_in in BuiltIn::iter() {
            let (config, findings) = super::super::read_config(&Source::new(built_in.name(), built_in.text()));
            assert!(findings.is_empty(), "{}: {findings:?}", built_in.name());
            let model = config.map(|config| config.model(built_in.name()));
            assert!(matches!(model, Some(Ok(_))), "{}: {model:?}", built_in.name());
        }
    }

    #[test]
    fn an_undefined_criterion_comes_from_the_house() {
        let text = "[models.ours]\ncombine = \"mean\"\nof = [\"value\", \"ease\", \"difficulty\"]\n";
        let (config, _) = super::super::read_config(&Source::new("w", text));
        let model = config.and_then(|config| config.model("ours").ok());
        let node = |key: &str| model.as_ref().and_then(|model| Some(&model.nodes[model.find(key)?]));
        assert_eq!(node("ease").and_then(|ease| ease.labels.ja.as_deref()), Some("実装の容易さ"));
        assert_eq!(node("difficulty").map(|difficulty| difficulty.direction), Some(Direction::Cost));
        assert_eq!(
            node("value").map(|value| value.kind.clone()),
            Some(Kind::Criterion { scale: Scale::USUAL, words: Vec::new(), percent: false })
        );
    }

    #[test]
    fn a_tree_that_contains_itself_is_refused() {
        let text = "[models.m]\ncombine='mean'\nof=['a']\n[criteria.a]\ncombine='mean'\nof=['b']\n[criteria.b]\ncombine='mean'\nof=['a']\n";
        let (config, _) = super::super::read_config(&Source::new("w", text));
        let faults = config.and_then(|config| config.model("m").err());
        assert!(faults.is_some_and(|findings| findings.has_errors()));
    }
}
