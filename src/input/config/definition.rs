//! Models and criteria as a text defines them, and the tree that comes of them.
//!
//! The built-in models and a user's own have one form and one reader. A criterion that a user's model names without
//! defining it is the house's own of that name, if the matrix has it, or a criterion of target selection; else a
//! benefit rated 1 to 10.

use std::str::FromStr;

use strum::VariantNames;

use super::document::{self, Located, Section};
use super::{Config, words_of};
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source};
use crate::model::{BuiltIn, Combine, Direction, Kind, Labels, Model, Node, NodeId, ROOT, Scale, Weights};
use crate::prose;
use crate::scoring::{Plan, PlanProblem};

/// How deep a tree may be.
const DEPTH: usize = 64;
/// Names that a criterion can't have: they are columns of the answer.
const RESERVED: [&str; 4] = ["id", "title", "rank", "score"];

/// One `[models.…]` or `[criteria.…]` table.
#[derive(Clone, Debug, Default)]
struct Definition {
    name: String,
    at: usize,
    labels: Labels,
    aliases: Vec<String>,
    examples: Vec<String>,
    cost: bool,
    quantity: bool,
    scale: Option<(Decimal, Decimal)>,
    words: Vec<(String, Decimal)>,
    percent: bool,
    combine: Option<Combine>,
    of: Vec<Located<String>>,
}

/// Everything that a text defines.
#[derive(Clone, Debug, Default)]
pub(super) struct Definitions {
    models: Vec<Definition>,
    criteria: Vec<Definition>,
}

impl Definitions {
    pub(super) fn read(top: &Section<'_>, findings: &mut Findings) -> Self {
        let mut definitions = Self::default();
        for section in top.sections("models", findings) {
            section.allow(&["labels", "combine", "of", "scale"], findings);
            let definition = Definition::read(&section, findings);
            if definition.combine.is_none() || definition.of.is_empty() {
                findings.push(bad_model(definition.at, &definition.name, "hollow"));
            }
            definitions.models.push(definition);
        }
        for section in top.sections("criteria", findings) {
            section.allow(
                &["labels", "aliases", "examples", "direction", "scale", "values", "percent", "combine", "of"],
                findings,
            );
            let definition = Definition::read(&section, findings);
            definition.check_criterion(findings);
            definitions.criteria.push(definition);
        }
        definitions
    }

    pub(super) fn models(&self) -> impl Iterator<Item = &str> {
        self.models.iter().map(|model| model.name.as_str())
    }

    /// Every place that a finding about a tree may point at.
    pub(super) fn offsets(&self) -> impl Iterator<Item = usize> {
        let all = self.models.iter().chain(&self.criteria);
        all.flat_map(|definition| std::iter::once(definition.at).chain(definition.of.iter().map(|part| part.at)))
    }

    fn model(&self, name: &str) -> Option<&Definition> {
        self.models.iter().find(|model| model.name == name)
    }

    fn criterion(&self, name: &str) -> Option<&Definition> {
        self.criteria.iter().find(|criterion| criterion.name == name)
    }
}

impl Definition {
    fn read(section: &Section<'_>, findings: &mut Findings) -> Self {
        let mut definition = Self {
            name: section.name().to_owned(),
            at: section.at(),
            aliases: section.strings("aliases", findings).into_iter().map(|alias| alias.value).collect(),
            examples: section.strings("examples", findings).into_iter().map(|example| example.value).collect(),
            percent: section.boolean("percent", findings),
            of: section.strings("of", findings),
            ..Self::default()
        };
        if let Some(labels) = section.section("labels", findings) {
            labels.allow(&["en", "ja"], findings);
            definition.labels.en = labels.string("en", findings).map(|label| label.value);
            definition.labels.ja = labels.string("ja", findings).map(|label| label.value);
        }
        if let Some(words) = section.section("values", findings) {
            definition.words = words_of(&words, findings);
        }
        if let Some(direction) = section.string("direction", findings) {
            definition.cost = direction.value == "cost";
            one_of(&direction, &["benefit", "cost"], findings);
        }
        if let Some(combine) = section.string("combine", findings) {
            definition.combine = Combine::from_str(&combine.value).ok();
            one_of(&combine, Combine::VARIANTS, findings);
        }
        if section.has("scale") {
            let mut ignored = Findings::new();
            match section.string("scale", &mut ignored) {
                Some(scale) => {
                    definition.quantity = scale.value == "quantity";
                    one_of(&scale, &["quantity"], findings);
                }
                None => definition.scale = section.pair("scale", findings).map(|pair| pair.value),
            }
        }
        definition
    }

    fn is_factor(&self) -> bool {
        self.combine.is_some() || !self.of.is_empty()
    }

    fn check_criterion(&self, findings: &mut Findings) {
        if self.is_factor() {
            if self.combine.is_none() || self.of.is_empty() {
                findings.push(bad_model(self.at, &self.name, "half"));
            }
            if self.quantity || self.percent || !self.words.is_empty() {
                findings.push(bad_model(self.at, &self.name, "rated-factor"));
            }
        }
        if RESERVED.contains(&self.name.as_str()) {
            findings.push(bad_model(self.at, &self.name, "reserved"));
        }
        let scale = self.scale();
        for (word, value) in self.words.iter().filter(|(_, value)| !scale.holds(*value)) {
            findings.push(document::bad_number(Rule::BadWord, self.at, word, &value.to_string()));
        }
    }

    fn scale(&self) -> Scale {
        match self.scale {
            Some((low, high)) => Scale::Bounded(low, high),
            None if self.quantity => Scale::Quantity,
            None => Scale::USUAL,
        }
    }

    fn node(&self, parent: Option<NodeId>) -> Node {
        let kind = match self.combine {
            Some(combine) => Kind::Factor { combine, scale: self.scale },
            None => Kind::Criterion { scale: self.scale(), words: self.words.clone(), percent: self.percent },
        };
        Node {
            key: self.name.clone(),
            labels: self.labels.clone(),
            aliases: self.aliases.clone(),
            examples: self.examples.clone(),
            direction: if self.cost { Direction::Cost } else { Direction::Benefit },
            kind,
            children: Vec::new(),
            parent,
        }
    }
}

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
        let mut tree = Tree { config, inherits: own, nodes: Vec::new(), findings: Findings::new(), house: Vec::new() };
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
    findings: Findings,
    house: Vec<Config>,
}

impl Tree<'_> {
    fn add(&mut self, definition: &Definition, parent: Option<NodeId>, depth: usize) -> Option<NodeId> {
        if depth > DEPTH {
            self.fault(definition.at, &definition.name, "deep");
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
        if let Some(own) = self.config.definitions.criterion(name) {
            return own.clone();
        }
        if self.inherits {
            if self.house.is_empty() {
                self.house = vec![house(BuiltIn::Matrix), house(BuiltIn::Target)];
            }
            let [matrix, target] = [&self.house[0], &self.house[1]].map(|config| config.definitions.criterion(name));
            if let Some(inherited) = matrix.or(target.filter(|criterion| !criterion.is_factor())) {
                return inherited.clone();
            }
        }
        Definition { name: name.to_owned(), ..Definition::default() }
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

fn bad_model(at: usize, name: &str, reason: &str) -> Finding {
    Finding::new(Rule::BadModel).at(at).with("key", prose::name(name)).with("reason", reason)
}

/// A finding where a text is none of the words that stand here.
fn one_of(text: &Located<String>, known: &[&str], findings: &mut Findings) {
    if !known.contains(&text.value.as_str()) {
        findings.push(document::unknown_key(text.at, &text.value, known.iter().copied()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
