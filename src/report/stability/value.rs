//! Stability for programs.

use std::borrow::Cow;

use num_rational::BigRational;
use num_traits::ToPrimitive;
use serde::Serialize;

use super::StabilityReport;
use crate::analysis::{End, Reach};
use crate::model::{Combine, ROOT};
use crate::report::FindingView;
use crate::report::criteria::{self, WeightView};

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    weights: Vec<WeightView<'a>>,
    top: usize,
    criteria: Vec<Criterion<'a>>,
    draws: usize,
    seed: u64,
    within: Option<f64>,
    standard_error: Option<f64>,
    items: Vec<Item<'a>>,
    left_out: Vec<Cow<'a, str>>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

#[derive(Serialize)]
struct Criterion<'a> {
    key: &'a str,
    share: f64,
    share_exact: Option<String>,
    leader: ReachView<'a>,
    /// `null` where nobody is outside the top.
    top: Option<ReachView<'a>>,
    order: ReachView<'a>,
}

#[derive(Serialize)]
struct ReachView<'a> {
    low: f64,
    low_exact: Option<String>,
    low_item: Option<Cow<'a, str>>,
    low_rival: Option<Cow<'a, str>>,
    high: f64,
    high_exact: Option<String>,
    high_item: Option<Cow<'a, str>>,
    high_rival: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    rank: Option<u32>,
    rank_acceptability: Vec<f64>,
    top_probability: f64,
    mean_rank: f64,
    best_rank: u32,
    worst_rank: u32,
    central_weights: Option<Vec<f64>>,
    confidence_factor: Option<f64>,
    dominated_by: Option<Cow<'a, str>>,
}

impl<'a> StabilityReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let model = self.scorer.model;
        Value {
            schema_version: 1,
            command: "stability",
            model: &model.key,
            weights: criteria::weights(model, self.weights, ROOT),
            top: self.drawing.top,
            criteria: self.criteria(),
            draws: self.drawing.draws,
            seed: self.drawing.seed,
            within: self.drawing.within,
            standard_error: self.acceptability.map(|acceptability| acceptability.standard_error),
            items: self.items(),
            left_out: self.left_out().map(|row| self.item(row).0).collect(),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }

    /// The rows that could not be drawn.
    pub(super) fn left_out(self) -> impl Iterator<Item = u32> {
        self.acceptability.into_iter().flat_map(|acceptability| acceptability.left_out.iter().copied())
    }

    fn criteria(self) -> Vec<Criterion<'a>> {
        // A root that multiplies has logarithms of doubles behind its intervals.
        let is_exact = !self.scorer.model.nodes[ROOT].combine().is_some_and(Combine::multiplies);
        let view = |reach: &Reach| self.reach(reach, is_exact);
        let criterion = |interval: &'a crate::analysis::Interval| Criterion {
            key: &self.scorer.model.nodes[interval.criterion].key,
            share: interval.share.to_f64().unwrap_or_default(),
            share_exact: Some(interval.share.to_string()),
            leader: view(&interval.leader),
            top: interval.top.as_ref().map(view),
            order: view(&interval.order),
        };
        self.intervals.iter().map(criterion).collect()
    }

    fn reach(self, reach: &Reach, is_exact: bool) -> ReachView<'a> {
        let exact = |end: &End| (is_exact || end.pair.is_none()).then(|| end.share.to_string());
        let number = |end: &End| if is_exact { double(&end.share) } else { twelve_digits(&end.share) };
        let id = |place: Option<usize>| place.map(|place| self.id_at(place));
        let (low, high) = (&reach.low, &reach.high);
        ReachView {
            low: number(low),
            low_exact: exact(low),
            low_item: id(low.pair.map(|pair| pair.0)),
            low_rival: id(low.pair.map(|pair| pair.1)),
            high: number(high),
            high_exact: exact(high),
            high_item: id(high.pair.map(|pair| pair.0)),
            high_rival: id(high.pair.map(|pair| pair.1)),
        }
    }

    fn items(self) -> Vec<Item<'a>> {
        let view = |item: &'a crate::analysis::ItemDraws| {
            let (id, title) = self.item(item.row);
            Item {
                id,
                title,
                rank: self.place(item.row).map(|place| self.ranking.standings[place].rank),
                rank_acceptability: item.ranks.iter().map(|&count| self.part(count.into())).collect(),
                top_probability: self.part(item.in_top),
                mean_rank: self.part(item.rank_sum),
                best_rank: item.best,
                worst_rank: item.worst,
                central_weights: item.central_weights.clone(),
                confidence_factor: item.confidence_factor,
                dominated_by: self.dominator(item.row),
            }
        };
        self.drawn().iter().map(view).collect()
    }
}

fn double(share: &BigRational) -> f64 {
    share.to_f64().unwrap_or_default()
}

/// As many digits as a logarithm of doubles is good for.
fn twelve_digits(share: &BigRational) -> f64 {
    format!("{:.11e}", double(share)).parse().unwrap_or_default()
}
