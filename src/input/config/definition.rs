//! `[models.…]` and `[criteria.…]` tables as a text has them: each checked for itself.
//!
//! The built-in models and a user's own have one form and one reader; `tree.rs` makes a model of them.

use std::collections::HashSet;
use std::str::FromStr;

use strum::VariantNames;

use super::document::{self, Located, Section};
use super::words_of;
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule};
use crate::model::{Combine, Direction, Kind, Labels, Node, NodeId, Scale};
use crate::prose;

/// Names that a criterion can't have: they are columns of the answer.
const RESERVED: [&str; 4] = ["id", "title", "rank", "score"];

/// One `[models.…]` or `[criteria.…]` table.
#[derive(Clone, Debug, Default)]
pub(super) struct Definition {
    pub(super) name: String,
    pub(super) at: usize,
    labels: Labels,
    aliases: Vec<String>,
    examples: Vec<String>,
    lead: Labels,
    /// `benefit` or `cost`, where the text says which.
    cost: Option<bool>,
    quantity: bool,
    scale: Option<(Decimal, Decimal)>,
    words: Vec<(String, Decimal)>,
    percent: bool,
    combine: Option<Combine>,
    pub(super) of: Vec<Located<String>>,
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
                &["labels", "aliases", "examples", "lead", "direction", "scale", "values", "percent", "combine", "of"],
                findings,
            );
            let definition = Definition::read(&section, findings);
            definition.check_criterion(findings);
            definitions.criteria.push(definition);
        }
        definitions.report_unused(findings);
        definitions
    }

    /// A warning for each criterion that no model of the text is made of: it changes nothing.
    fn report_unused(&self, findings: &mut Findings) {
        let named: HashSet<&str> = self
            .models
            .iter()
            .chain(&self.criteria)
            .flat_map(|owner| &owner.of)
            .map(|part| part.value.as_str())
            .collect();
        for criterion in self.criteria.iter().filter(|criterion| !named.contains(criterion.name.as_str())) {
            let finding = Finding::new(Rule::UnusedCriterion).at(criterion.at);
            findings.push(finding.with("key", prose::name(&criterion.name)));
        }
    }

    pub(super) fn models(&self) -> impl Iterator<Item = &str> {
        self.models.iter().map(|model| model.name.as_str())
    }

    /// Every place that a finding about a tree may point at.
    pub(super) fn offsets(&self) -> impl Iterator<Item = usize> {
        let all = self.models.iter().chain(&self.criteria);
        all.flat_map(|definition| std::iter::once(definition.at).chain(definition.of.iter().map(|part| part.at)))
    }

    pub(super) fn model(&self, name: &str) -> Option<&Definition> {
        self.models.iter().find(|model| model.name == name)
    }

    pub(super) fn criterion(&self, name: &str) -> Option<&Definition> {
        self.criteria.iter().find(|criterion| criterion.name == name)
    }
}

impl Definition {
    /// What a name without a definition means: a benefit rated 1 to 10.
    pub(super) fn plain(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    fn read(section: &Section<'_>, findings: &mut Findings) -> Self {
        let mut definition = Self {
            name: section.name().to_owned(),
            at: section.at(),
            aliases: section.strings("aliases", findings).into_iter().map(|alias| alias.value).collect(),
            examples: section.strings("examples", findings).into_iter().map(|example| example.value).collect(),
            percent: section.boolean("percent", findings),
            labels: labels_of(section, "labels", findings),
            lead: labels_of(section, "lead", findings),
            of: section.strings("of", findings),
            ..Self::default()
        };
        if let Some(words) = section.section("values", findings) {
            definition.words = words_of(&words, findings);
        }
        if let Some(direction) = section.string("direction", findings) {
            definition.cost = Some(direction.value == "cost");
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

    /// The definition with the labels, aliases, lead and direction of another where it says nothing of them.
    pub(super) fn named_like(mut self, other: &Definition) -> Self {
        self.labels.en = self.labels.en.or_else(|| other.labels.en.clone());
        self.labels.ja = self.labels.ja.or_else(|| other.labels.ja.clone());
        if self.aliases.is_empty() {
            self.aliases = other.aliases.clone();
        }
        if self.lead == Labels::default() {
            self.lead = other.lead.clone();
        }
        self.cost = self.cost.or(other.cost);
        self
    }

    pub(super) fn is_factor(&self) -> bool {
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

    pub(super) fn node(&self, parent: Option<NodeId>) -> Node {
        let kind = match self.combine {
            Some(combine) => Kind::Factor { combine, scale: self.scale },
            None => Kind::Criterion { scale: self.scale(), words: self.words.clone(), percent: self.percent },
        };
        Node {
            key: self.name.clone(),
            labels: self.labels.clone(),
            aliases: self.aliases.clone(),
            examples: self.examples.clone(),
            lead: self.lead.clone(),
            direction: if self.cost == Some(true) { Direction::Cost } else { Direction::Benefit },
            kind,
            children: Vec::new(),
            parent,
        }
    }
}

/// Names by language, from a table such as `{ en = "Ease", ja = "実装の容易さ" }`.
pub(super) fn labels_of(section: &Section<'_>, key: &str, findings: &mut Findings) -> Labels {
    let Some(labels) = section.section(key, findings) else { return Labels::default() };
    labels.allow(&["en", "ja"], findings);
    let mut label = |code: &str| labels.string(code, findings).map(|label| label.value);
    Labels { en: label("en"), ja: label("ja") }
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
