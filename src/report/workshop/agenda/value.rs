//! An agenda for programs.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::AgendaReport;
use crate::analysis::{Entry, Significance};
use crate::decimal::Decimal;
use crate::model::ROOT;
use crate::report::FindingView;
use crate::report::criteria::{self, FactorView, WeightView};
use crate::scoring::Exact;

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    weights: Vec<WeightView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    factors: Vec<FactorView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tie_break: Vec<&'a str>,
    cutoff: usize,
    raters: Vec<RaterView<'a>>,
    cells: Cells<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<usize>,
    agreed: Vec<&'a str>,
    not_compared: Vec<&'a str>,
    agreement: AgreementView<'a>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

#[derive(Serialize)]
struct RaterView<'a> {
    name: &'a str,
    ratings: usize,
    leniency: Option<f64>,
    rank_correlation: Option<f64>,
}

#[derive(Serialize)]
struct AgreementView<'a> {
    kendall_w: Option<f64>,
    p_value: Option<f64>,
    p_method: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    draws: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u64>,
    chi_squared: Option<f64>,
    p_chi_squared: Option<f64>,
    raters: Option<usize>,
    items: Option<usize>,
    alpha: BTreeMap<&'a str, Option<f64>>,
}

struct Cells<'a>(AgendaReport<'a>);

#[derive(Serialize)]
struct CellView<'a> {
    id: &'a str,
    title: &'a str,
    criterion: &'a str,
    n: usize,
    median: Decimal,
    min: Decimal,
    max: Decimal,
    min_by: Vec<&'a str>,
    max_by: Vec<&'a str>,
    sd: Option<f64>,
    ad: &'a Exact,
    agreed: bool,
    consensus: Option<f64>,
    rwg: Option<f64>,
    split: bool,
    share: f64,
    rank: Option<usize>,
    rank_if_min: Option<usize>,
    rank_if_max: Option<usize>,
    crosses_cutoff: bool,
    min_reasons: Vec<ReasonView<'a>>,
    max_reasons: Vec<ReasonView<'a>>,
}

#[derive(Serialize)]
struct ReasonView<'a> {
    rater: &'a str,
    reason: &'a str,
}

impl<'a> AgendaReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let model = self.scorer.model;
        let rater = |(rater, stance): (&'a String, &crate::analysis::Stance)| RaterView {
            name: rater,
            ratings: stance.rated,
            leniency: stance.leniency,
            rank_correlation: stance.correlation,
        };
        let ids = |items: &[usize]| items.iter().map(|&item| self.panel.items[item].id.as_ref()).collect();
        Value {
            schema_version: 1,
            command: "workshop agenda",
            model: &model.key,
            weights: criteria::weights(model, self.weights, ROOT),
            factors: criteria::factors(model, self.scorer.plan, self.weights),
            tie_break: self.scorer.tie_break.iter().map(|&node| model.nodes[node].key.as_str()).collect(),
            cutoff: self.top,
            raters: self.panel.raters.iter().zip(&self.agreement.stances).map(rater).collect(),
            cells: Cells(self),
            left_out: self.time.map(|_| self.left_out()),
            agreed: ids(&self.agenda.agreed),
            not_compared: ids(&self.agenda.thin),
            agreement: self.agreement_view(),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }

    fn agreement_view(self) -> AgreementView<'a> {
        let found = self.agreement.concordance.as_ref();
        let keys = self.panel.criteria.iter().map(|&node| self.scorer.model.nodes[node].key.as_str());
        let (draws, seed) = match found.map(|found| found.significance) {
            Some(Significance::Drawn(draws, seed)) => (Some(draws), Some(seed)),
            _ => (None, None),
        };
        AgreementView {
            kendall_w: found.map(|found| found.w),
            p_value: found.map(|found| found.p_value),
            p_method: found.map(|found| found.significance.name()),
            draws,
            seed,
            chi_squared: found.map(|found| found.chi_squared),
            p_chi_squared: found.map(|found| found.p_chi_squared),
            raters: found.map(|found| found.raters),
            items: found.map(|found| found.items),
            alpha: keys.zip(self.agreement.alphas.iter().copied()).collect(),
        }
    }

    fn cell(self, entry: &'a Entry) -> CellView<'a> {
        let item = &self.panel.items[entry.item];
        let spread = &entry.spread;
        let reasons = |raters: &[usize]| {
            let given = self.reasons(entry, raters).into_iter();
            given.map(|(rater, reason)| ReasonView { rater, reason }).collect()
        };
        CellView {
            id: &item.id,
            title: &item.title,
            criterion: self.key(entry),
            n: spread.n,
            median: spread.median,
            min: spread.low,
            max: spread.high,
            min_by: self.names(&entry.lowest),
            max_by: self.names(&entry.highest),
            sd: spread.sd,
            ad: &spread.ad,
            agreed: spread.is_agreed(),
            consensus: spread.consensus,
            rwg: spread.rwg,
            split: spread.is_split(),
            share: entry.share,
            rank: entry.rank,
            rank_if_min: entry.rank_if_low,
            rank_if_max: entry.rank_if_high,
            crosses_cutoff: entry.crosses,
            min_reasons: reasons(&entry.lowest),
            max_reasons: reasons(&entry.highest),
        }
    }
}

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.entries().into_iter().map(|entry| self.0.cell(entry)))
    }
}
