//! `[triage]`: by which two criteria actions are placed in four fields, where the halves meet, and what the fields are
//! called.

use strum::IntoEnumIterator;

use super::Config;
use super::definition::labels_of;
use super::document::{Located, Section, bad_number};
use super::settle::unknown_in_option;
use crate::analysis::{Axes, Axis, Field};
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Severity};
use crate::input::names::fold;
use crate::model::{Labels, Model, NodeId, ROOT};
use crate::prose;

/// What stands for the score where a criterion is named.
pub const SCORE: &str = "score";
/// The criteria where nobody names others.
const USUAL: [&str; 2] = ["churn_effect", "ease"];
/// The threshold where nobody says another.
const USUAL_AT: i64 = 6;

/// What a weights file says under `[triage]`.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// The two criteria: what makes an action worth it, and what makes it easy.
    keys: [Option<Located<String>>; 2],
    at: Option<Decimal>,
    /// The thresholds of their own.
    own_at: [Option<Decimal>; 2],
    near: Option<Decimal>,
    labels: Vec<(Field, Labels)>,
}

/// What the command line says of the fields.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The two criteria.
    pub keys: [Option<String>; 2],
    /// The threshold of both.
    pub at: Option<Decimal>,
}

impl Fields {
    pub(super) fn read(section: &Section<'_>, findings: &mut Findings) -> Self {
        section.allow(&["value", "ease", "at", "value_at", "ease_at", "near", "labels"], findings);
        let mut number =
            |key: &str| section.decimal(key, Rule::BadSetting, findings).map(|number| (number.value, number.at));
        let at = number("at").map(|(at, _)| at);
        let own_at = ["value_at", "ease_at"].map(|key| number(key).map(|(at, _)| at));
        let near = number("near");
        if let Some((near, at)) = near.filter(|(near, _)| *near < Decimal::ZERO) {
            findings.push(bad_number(Rule::BadSetting, at, "near", &near.to_string()));
        }
        let mut labels = Vec::new();
        if let Some(section) = section.section("labels", findings) {
            let known: Vec<&str> = Field::iter().map(Field::key).collect();
            section.allow(&known, findings);
            labels = Field::iter().map(|field| (field, labels_of(&section, field.key(), findings))).collect();
        }
        let keys = ["value", "ease"].map(|key| section.string(key, findings));
        Self { keys, at, own_at, near: near.map(|(near, _)| near), labels }
    }

    pub(super) fn offsets(&self) -> impl Iterator<Item = usize> {
        self.keys.iter().flatten().map(|key| key.at)
    }

    /// Whether the file names one of the criteria.
    pub fn names_criteria(&self) -> bool {
        self.keys.iter().any(Option::is_some)
    }

    /// What a field is called, where the file says it.
    pub fn label(&self, field: Field) -> Option<&Labels> {
        self.labels.iter().find(|(known, _)| *known == field).map(|(_, labels)| labels)
    }
}

impl Config {
    /// Whether a model has both criteria.
    pub fn has_axes(&self, model: &Model, asked: &Asked) -> bool {
        [0, 1].iter().all(|&n| node(model, self.key(asked, n)).is_some())
    }

    /// Whether a model has both criteria, or names that they could be misspelt from.
    pub fn has_axes_nearly(&self, model: &Model, asked: &Asked) -> bool {
        let is_close = |key: &str| prose::did_you_mean(key, model.keys().chain([SCORE])).is_some();
        [0, 1].iter().all(|&n| node(model, self.key(asked, n)).is_some() || is_close(self.key(asked, n)))
    }

    /// The two criteria of a model and their thresholds; findings for a name that it doesn't have.
    pub fn axes(&self, model: &Model, asked: &Asked) -> Result<Axes, Findings> {
        let mut findings = Findings::new();
        let mut axis = |n: usize| {
            let Some(node) = node(model, self.key(asked, n)) else {
                findings.push(self.unknown_axis(model, asked, n));
                return None;
            };
            let fields = &self.triage;
            let at = asked.at.or(fields.own_at[n]).or(fields.at).unwrap_or_else(|| Decimal::from(USUAL_AT));
            let near = fields.near.unwrap_or_else(|| Axis::usual_near(model, node, at));
            Some(Axis { node, at, near })
        };
        match (axis(0), axis(1)) {
            (Some(value), Some(ease)) if value.node == ease.node => {
                findings.push(self.same_criterion(asked));
                Err(findings)
            }
            (Some(value), Some(ease)) => Ok(Axes { value, ease }),
            _ => Err(findings),
        }
    }

    /// Why the criteria that the file names make no fields in a model, as warnings: for an answer that goes without them.
    /// Nothing where the file names none.
    pub fn unusable_axes(&self, model: &Model) -> Findings {
        let asked = Asked::default();
        let keys = &self.triage.keys;
        let is_known = [0, 1].map(|n| node(model, self.key(&asked, n)).is_some());
        let mut faults: Vec<Finding> = Vec::new();
        for (n, other) in [(0, 1), (1, 0)] {
            match (&keys[n], &keys[other]) {
                (Some(_), _) if !is_known[n] => faults.push(self.unknown_axis(model, &asked, n)),
                (None, Some(named)) if !is_known[n] && is_known[other] => faults.push(self.missing_axis(n, named.at)),
                _ => {}
            }
        }
        if self.triage.names_criteria() && is_known == [true, true] {
            faults.push(self.same_criterion(&asked));
        }
        let mut findings = Findings::new();
        for mut fault in faults {
            fault.severity = Severity::Warning;
            findings.push(fault);
        }
        findings
    }

    /// One of the two criteria as it is named: on the command line, else in the file, else as usual.
    fn key<'a>(&'a self, asked: &'a Asked, n: usize) -> &'a str {
        let in_file = || self.triage.keys[n].as_ref().map(|key| key.value.as_str());
        asked.keys[n].as_deref().or_else(in_file).unwrap_or(USUAL[n])
    }

    fn same_criterion(&self, asked: &Asked) -> Finding {
        let finding = match (&asked.keys, &self.triage.keys) {
            ([None, None], [Some(named), _] | [_, Some(named)]) => {
                self.finding(Rule::BadSetting, named.at).advise("help-triage")
            }
            _ => Finding::new(Rule::BadSetting),
        };
        let found = prose::name(self.key(asked, 1));
        finding.of_criterion("ease").with("key", prose::name("ease")).with("found", found).with("expected", "other")
    }

    /// That the file names one criterion alone, and the model doesn't have the usual other one.
    fn missing_axis(&self, n: usize, at: usize) -> Finding {
        let key = ["value", "ease"][n];
        let finding = self.finding(Rule::MissingKey, at).of_criterion(key).with("key", prose::name(key));
        finding.with("section", prose::name("[triage]"))
    }

    fn unknown_axis(&self, model: &Model, asked: &Asked, n: usize) -> Finding {
        let known = model.keys().chain([SCORE]);
        let key = self.key(asked, n);
        match (&asked.keys[n], &self.triage.keys[n]) {
            (None, Some(named)) => self.unknown_among(known, key, named.at),
            _ => unknown_in_option(["--value", "--ease"][n], key, known),
        }
    }
}

/// The node that a name means: a key or a label; `score` is the root, unless a criterion is called so.
fn node(model: &Model, name: &str) -> Option<NodeId> {
    let called = |node: &NodeId| model.nodes[*node].labels.iter().any(|label| fold(label) == fold(name));
    let found = model.find(name).or_else(|| (ROOT + 1..model.nodes.len()).find(called));
    found.or_else(|| (name == SCORE).then_some(ROOT))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Source;
    use crate::input::config::read_config;

    fn axes(text: &str, model: &str, asked: &Asked) -> Option<Axes> {
        let (config, findings) = read_config(&Source::new("weights.toml", text));
        assert!(!findings.has_errors(), "{findings:?}");
        let config = config.unwrap_or_default();
        config.model(model).ok().and_then(|model| config.axes(&model, asked).ok())
    }

    fn thresholds(axes: Option<Axes>) -> Option<[String; 4]> {
        axes.map(|axes| [axes.value.at, axes.ease.at, axes.value.near, axes.ease.near].map(|number| number.to_string()))
    }

    fn owned(texts: [&str; 4]) -> Option<[String; 4]> {
        Some(texts.map(str::to_owned))
    }

    #[test]
    fn the_command_line_wins_over_a_threshold_of_its_own_and_that_over_the_common_one() {
        let text = "[triage]\nat = 5\nease_at = 7.5\n";
        assert_eq!(thresholds(axes(text, "actions", &Asked::default())), owned(["5", "7.5", "1", "1"]));
        let asked = Asked { at: Some(Decimal::from(4)), ..Asked::default() };
        assert_eq!(thresholds(axes(text, "actions", &asked)), owned(["4", "4", "1", "1"]));
        assert_eq!(thresholds(axes("[weights]\n", "actions", &Asked::default())), owned(["6", "6", "1", "1"]));
    }

    #[test]
    fn any_criterion_factor_or_the_score_makes_an_axis_and_a_product_is_near_by_a_tenth() {
        let asked = Asked { keys: [Some("score".to_owned()), Some("支援コスト".to_owned())], at: None };
        let text = "[triage]\nvalue_at = 50000\n";
        assert_eq!(thresholds(axes(text, "target", &asked)), owned(["50000", "6", "5000", "1"]));
        assert_eq!(axes(text, "matrix", &asked), None);
        assert_eq!(axes("[triage]\nvalue = \"ease\"\n", "matrix", &Asked::default()), None);
    }
}
