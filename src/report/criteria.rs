//! What every report says of the model: its weights for programs, and the line under a table for people.

use num_traits::ToPrimitive;
use serde::Serialize;

use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::model::{Model, NodeId, ROOT, Weights};
use crate::prose;
use crate::say;
use crate::scoring::{Plan, Scorer};

/// Where the weights came from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The weights file, if it gave weights.
    pub file: Option<String>,
    /// The scenario.
    pub scenario: Option<String>,
    /// Whether the command line changed some.
    pub flags: bool,
}

impl Origin {
    /// Where the weights came from, as a list.
    pub(super) fn in_words(&self, lang: Lang) -> String {
        let mut sources = Vec::new();
        match &self.file {
            Some(file) => sources.push(say!(lang, "weights-file", file = prose::visible(file))),
            None => sources.push(lang.text("weights-own")),
        }
        if let Some(scenario) = &self.scenario {
            sources.push(say!(lang, "weights-scenario", scenario = prose::visible(scenario)));
        }
        if self.flags {
            sources.push(lang.text("weights-flags"));
        }
        prose::list(lang, sources)
    }
}

/// A node's weight among its siblings.
#[derive(Debug, Serialize)]
pub(super) struct WeightView<'a> {
    key: &'a str,
    weight: Decimal,
    share: f64,
}

/// A factor in use, with the weights of what it is made of.
#[derive(Debug, Serialize)]
pub(super) struct FactorView<'a> {
    key: &'a str,
    combine: &'static str,
    weights: Vec<WeightView<'a>>,
}

/// The weights of a node's children.
pub(super) fn weights<'a>(model: &'a Model, weights: &Weights, node: NodeId) -> Vec<WeightView<'a>> {
    let view = |&child: &NodeId| WeightView {
        key: &model.nodes[child].key,
        weight: weights.get(child),
        share: share(model, weights, child),
    };
    model.nodes[node].children.iter().map(view).collect()
}

/// The factors that are computed from their parts.
pub(super) fn factors<'a>(model: &'a Model, plan: &Plan, set: &Weights) -> Vec<FactorView<'a>> {
    let view = |node: NodeId| FactorView {
        key: &model.nodes[node].key,
        combine: model.nodes[node].combine().map_or("", |combine| combine.name()),
        weights: weights(model, set, node),
    };
    plan.factors().into_iter().map(view).collect()
}

/// The line under a table: the model, its weights in per cent, and where they came from; the weights within a factor
/// where they aren't all the same.
pub fn model_line(model: &Model, plan: &Plan, weights: &Weights, origin: &Origin, lang: Lang) -> String {
    say!(
        lang,
        "model-line",
        model = prose::visible(&model.key),
        weights = shares(model, weights, ROOT, lang),
        parts = parts(model, plan, weights, lang),
        source = origin.in_words(lang)
    )
}

/// The weights in per cent, with those within a factor where they aren't all the same.
pub(super) fn weights_in_words(model: &Model, plan: &Plan, weights: &Weights, lang: Lang) -> String {
    shares(model, weights, ROOT, lang) + &parts(model, plan, weights, lang)
}

fn shares(model: &Model, weights: &Weights, node: NodeId, lang: Lang) -> String {
    let part = |&child: &NodeId| {
        let percent = shown_percent(100.0 * share(model, weights, child));
        say!(lang, "share", name = model.nodes[child].label(lang), percent = percent)
    };
    prose::list(lang, model.nodes[node].children.iter().map(part))
}

fn parts(model: &Model, plan: &Plan, weights: &Weights, lang: Lang) -> String {
    let uneven = |factor: &NodeId| {
        let children = &model.nodes[*factor].children;
        children.iter().any(|&child| weights.get(child) != weights.get(children[0]))
    };
    let part = |factor: NodeId| {
        let weights = shares(model, weights, factor, lang);
        say!(lang, "model-parts", factor = model.nodes[factor].label(lang), weights = weights)
    };
    plan.factors().into_iter().filter(uneven).map(part).collect()
}

/// The line that says what decides between equal scores, where anything does.
pub(super) fn tie_break_line(scorer: Scorer<'_>, lang: Lang) -> Option<String> {
    let labels = scorer.tie_break.iter().map(|&node| scorer.model.nodes[node].label(lang));
    (!scorer.tie_break.is_empty()).then(|| say!(lang, "tie-break-line", criteria = prose::list(lang, labels)))
}

/// The ranks that an item could take: one, or from the best to the worst.
pub(super) fn rank_span(best: usize, worst: usize, lang: Lang) -> String {
    if best == worst {
        say!(lang, "rank-one", rank = best)
    } else {
        say!(lang, "rank-span", best = best, worst = worst)
    }
}

fn share(model: &Model, weights: &Weights, node: NodeId) -> f64 {
    let ratio = weights.share(model, node);
    ratio.and_then(|(own, sum)| Some(own.to_f64()? / sum.to_f64()?)).unwrap_or(0.0)
}

/// A percentage with at most one place.
fn shown_percent(percent: f64) -> String {
    let rounded = (percent * 10.0).round() / 10.0;
    format!("{rounded}")
}
