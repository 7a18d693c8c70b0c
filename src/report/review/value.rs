//! Results for programs.

use serde::Serialize;

use super::{LEARNT, ReviewReport, scenario_text};
use crate::analysis::{Chance, ENOUGH, Hindsight, NotLearnt, RatedThen, Reading, Significance};
use crate::decimal::Decimal;
use crate::report::FindingView;
use crate::report::view::WhereView;
use crate::scoring::Exact;

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    thresholds: ThresholdsView,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    conditions: Option<WhereView<'a>>,
    results: Vec<ResultView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<ByView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ranking: Option<RankingView<'a>>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

#[derive(Serialize)]
struct ThresholdsView {
    reached: Decimal,
    moving: Decimal,
    quantity: Decimal,
    quality: Decimal,
}

#[derive(Serialize)]
struct ResultView<'a> {
    id: &'a str,
    title: &'a str,
    metric: &'a str,
    better: &'static str,
    baseline: Option<Decimal>,
    planned: Option<Decimal>,
    actual: Option<Decimal>,
    percent: bool,
    quantity: Option<Decimal>,
    quality: Option<Decimal>,
    measured: Option<&'a str>,
    days_after_start: Option<i64>,
    first_reaction: bool,
    planned_improvement: Option<Exact>,
    improvement: Option<Exact>,
    share_reached: Option<Exact>,
    execution: &'static str,
    reading: &'static str,
    sentence: String,
}

#[derive(Serialize)]
struct ByView<'a> {
    column: &'a str,
    groups: Vec<GroupView<'a>>,
}

#[derive(Serialize)]
struct GroupView<'a> {
    name: &'a str,
    metrics: usize,
    reached: usize,
    not_reached: usize,
    not_measured: usize,
    without_plan: usize,
    /// The places of its results in `results`, from 0.
    results: &'a [usize],
}

#[derive(Serialize)]
struct RankingView<'a> {
    n: usize,
    enough: usize,
    concludes: bool,
    rank_correlation: Option<ChanceView>,
    tau_b: Option<f64>,
    criteria: Vec<CriterionView<'a>>,
    scenario: Option<ScenarioView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    no_scenario: Option<&'static str>,
}

#[derive(Serialize)]
struct CriterionView<'a> {
    key: &'a str,
    n: usize,
    rank_correlation: Option<ChanceView>,
}

#[derive(Serialize)]
struct ChanceView {
    n: usize,
    value: f64,
    chance_low: f64,
    chance_high: f64,
    method: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    draws: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u64>,
}

#[derive(Serialize)]
struct ScenarioView<'a> {
    name: &'static str,
    n: usize,
    weights: Vec<WeightView<'a>>,
    rank_correlation_before: Option<f64>,
    rank_correlation_after: Option<f64>,
    rank_correlation_left_out: Option<f64>,
    toml: String,
}

#[derive(Serialize)]
struct WeightView<'a> {
    key: &'a str,
    weight: u32,
}

impl<'a> ReviewReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let thresholds = self.thresholds;
        Value {
            schema_version: 1,
            command: "review",
            thresholds: ThresholdsView {
                reached: thresholds.reached,
                moving: thresholds.moving,
                quantity: thresholds.quantity,
                quality: thresholds.quality,
            },
            conditions: WhereView::new(self.view),
            results: (0..self.reviews.len()).map(|row| self.result(row)).collect(),
            by: self.groups().map(|groups| ByView {
                column: &groups.heading,
                groups: groups.groups.iter().map(|group| self.group(&group.name, &group.rows)).collect(),
            }),
            ranking: self.hindsight.map(|hindsight| self.hindsight_value(hindsight)),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }

    fn result(self, row: usize) -> ResultView<'a> {
        let (result, review) = (&self.results.rows[row], &self.reviews[row]);
        let facts = &result.facts;
        ResultView {
            id: &result.id,
            title: &result.title,
            metric: &result.metric,
            better: facts.better.name(),
            baseline: facts.baseline,
            planned: facts.planned,
            actual: facts.actual,
            percent: result.is_percent,
            quantity: facts.quantity,
            quality: facts.quality,
            measured: Some(result.measured.as_ref()).filter(|text| !text.is_empty()),
            days_after_start: facts.days_after_start(),
            first_reaction: review.is_early,
            planned_improvement: review.planned.clone(),
            improvement: review.improvement.clone(),
            share_reached: review.share.clone(),
            execution: review.execution.name(),
            reading: review.reading.name(),
            sentence: self.sentence(row),
        }
    }

    fn group(self, name: &'a str, rows: &'a [usize]) -> GroupView<'a> {
        let count =
            |test: &dyn Fn(Reading) -> bool| rows.iter().filter(|&&row| test(self.reviews[row].reading)).count();
        let (reached, not_measured) = (count(&Reading::is_reached), count(&Reading::is_unmeasured));
        let without_plan = count(&|reading| reading == Reading::NoPlan);
        let not_reached = rows.len() - reached - not_measured - without_plan;
        GroupView { name, metrics: rows.len(), reached, not_reached, not_measured, without_plan, results: rows }
    }

    fn hindsight_value(self, hindsight: &'a Hindsight) -> RankingView<'a> {
        let key = |node: usize| self.model.nodes[node].key.as_str();
        let criterion = |rated: &'a RatedThen| CriterionView {
            key: key(rated.node),
            n: rated.n,
            rank_correlation: rated.chance.as_ref().map(chance_view),
        };
        let scenario = hindsight.learnt.as_ref().ok().map(|learnt| ScenarioView {
            name: LEARNT,
            n: learnt.n,
            weights: learnt.weights.iter().map(|&(node, weight)| WeightView { key: key(node), weight }).collect(),
            rank_correlation_before: learnt.before,
            rank_correlation_after: learnt.after,
            rank_correlation_left_out: learnt.left_out,
            toml: scenario_text(learnt, self.model, self.lang),
        });
        RankingView {
            n: hindsight.n,
            enough: ENOUGH,
            concludes: hindsight.concludes(),
            rank_correlation: hindsight.overall.as_ref().map(chance_view),
            tau_b: hindsight.tau,
            criteria: hindsight.criteria.iter().map(criterion).collect(),
            scenario,
            no_scenario: hindsight.learnt.as_ref().err().map(|why| match why {
                NotLearnt::OtherModel => "other-model",
                NotLearnt::NoRatings(_) => "no-ratings",
                NotLearnt::TooFew(_) => "too-few",
                NotLearnt::Nothing => "nothing-learnt",
            }),
        }
    }
}

fn chance_view(chance: &Chance) -> ChanceView {
    let (draws, seed) = match chance.significance {
        Significance::Drawn(draws, seed) => (Some(draws), Some(seed)),
        _ => (None, None),
    };
    ChanceView {
        n: chance.n,
        value: chance.correlation,
        chance_low: chance.low,
        chance_high: chance.high,
        method: chance.significance.name(),
        draws,
        seed,
    }
}
