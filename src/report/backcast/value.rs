//! A funnel worked back, for programs.

use serde::Serialize;

use super::BackcastReport;
use crate::decimal::Decimal;
use crate::input::StagedItem;
use crate::report::FindingView;
use crate::scoring::Exact;

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    goal: Decimal,
    reached: bool,
    last_stage_first: bool,
    stages: Vec<StageView<'a>>,
    bottleneck: Vec<&'a str>,
    best_change: Option<ChangeView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Vec<ItemView<'a>>>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

#[derive(Serialize)]
struct StageView<'a> {
    stage: &'a str,
    count: &'a Exact,
    derived: bool,
    required: &'a Exact,
    required_whole: Option<Exact>,
    gap: &'a Exact,
    /// To the next stage; the last one has none.
    conversion: Option<ConversionView<'a>>,
}

#[derive(Serialize)]
struct ConversionView<'a> {
    rate: &'a Exact,
    best: &'a Exact,
    delivers_at_best: &'a Exact,
    closes: Option<&'a Exact>,
    rate_needed: &'a Exact,
    within_best: bool,
}

#[derive(Serialize)]
struct ChangeView<'a> {
    stages: Vec<&'a str>,
    points: Exact,
    beyond_best: bool,
}

#[derive(Serialize)]
struct ItemView<'a> {
    id: &'a str,
    title: &'a str,
    stage: Option<&'a str>,
    rank: Option<&'a str>,
    on_bottleneck: bool,
}

impl<'a> BackcastReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let names = |stages: &[usize]| stages.iter().map(|&stage| self.stages.names[stage].as_ref()).collect();
        let stage = |number: usize| {
            let (need, lever) = self.stage(number);
            StageView {
                stage: &self.stages.names[number],
                count: &need.now,
                derived: self.stages.funnel.derived[number],
                required: &need.required,
                required_whole: self.whole(&need.required),
                gap: &need.gap,
                conversion: lever.map(|lever| ConversionView {
                    rate: &lever.rate,
                    best: &lever.cap,
                    delivers_at_best: &lever.delivers,
                    closes: lever.closes.as_ref(),
                    rate_needed: &lever.needed,
                    within_best: lever.is_within,
                }),
            }
        };
        let change = self.backcast.change.as_ref().and_then(|change| {
            let lever = self.backcast.levers.get(*change.stages.first()?)?;
            Some(ChangeView {
                stages: names(&change.stages),
                points: lever.needed.minus(&lever.rate).percent(),
                beyond_best: change.is_beyond_best,
            })
        });
        let item = |item: &'a StagedItem<'a>| ItemView {
            id: &item.id,
            title: &item.title,
            stage: item.stage.map(|stage| self.stages.names[stage].as_ref()),
            rank: Some(item.rank.as_ref()).filter(|rank| !rank.is_empty()),
            on_bottleneck: item.stage.is_some_and(|stage| self.is_bottleneck(stage)),
        };
        Value {
            schema_version: 1,
            command: "backcast",
            goal: self.goal,
            reached: self.backcast.is_reached,
            last_stage_first: self.stages.is_last_first,
            stages: (0..self.stages.names.len()).map(stage).collect(),
            bottleneck: names(&self.backcast.bottleneck),
            best_change: change,
            items: self.items.map(|items| items.iter().map(item).collect()),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }
}
