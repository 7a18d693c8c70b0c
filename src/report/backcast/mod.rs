//! A funnel worked back from its goal, laid out: what each stage must deliver, the bottleneck, and the smallest way to the goal.

mod page;
mod value;

use std::borrow::Cow;

use num_bigint::BigInt;
use num_rational::BigRational;
use serde::Serialize;

use super::{Cell, Column, Report, Table};
use crate::analysis::{Backcast, Lever, Need};
use crate::decimal::Decimal;
use crate::finding::Findings;
use crate::input::{StagedItem, Stages};
use crate::lang::Lang;
use crate::scoring::Exact;

/// What the report is made of.
#[derive(Clone, Copy)]
pub struct BackcastReport<'a> {
    /// The stages as the file has them.
    pub stages: &'a Stages<'a>,
    /// What the last stage is to deliver.
    pub goal: Decimal,
    /// What it comes to.
    pub backcast: &'a Backcast,
    /// Items that name a stage, if somebody gives them.
    pub items: Option<&'a [StagedItem<'a>]>,
    /// The funnel's file as it was named.
    pub file: &'a str,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out the answer.
pub fn backcast_report<'a>(report: BackcastReport<'a>) -> Report<'a, impl Serialize + use<'a>> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

impl<'a> BackcastReport<'a> {
    fn name(self, stage: usize) -> Cow<'a, str> {
        self.stages.names[stage].clone()
    }

    /// A stage, what it needs, and its rate to the next one, which the last has not.
    fn stage(self, number: usize) -> (&'a Need, Option<&'a Lever>) {
        (&self.backcast.needs[number], self.backcast.levers.get(number))
    }

    fn is_bottleneck(self, stage: usize) -> bool {
        self.backcast.bottleneck.contains(&stage)
    }

    fn is_change(self, stage: usize) -> bool {
        self.backcast.change.as_ref().is_some_and(|change| change.stages.contains(&stage))
    }

    /// The items that work on the bottleneck, in the order of the file.
    fn on_bottleneck(self) -> Vec<&'a StagedItem<'a>> {
        let is_on = |item: &&StagedItem<'_>| item.stage.is_some_and(|stage| self.is_bottleneck(stage));
        self.items.unwrap_or_default().iter().filter(is_on).collect()
    }

    /// What a stage must deliver in whole things, where whole things are counted: never less than what is needed.
    fn whole(self, required: &Exact) -> Option<Exact> {
        self.stages.funnel.is_whole.then(|| Exact::from(required.to_ratio().ceil()))
    }

    /// One row a stage, from the first to the last, nothing rounded but `required_whole`.
    fn sheet(self) -> Table<'a> {
        let keys = [
            "stage",
            "count",
            "derived",
            "required",
            "required_whole",
            "gap",
            "rate",
            "best",
            "delivers_at_best",
            "closes",
            "rate_needed",
            "within_best",
            "bottleneck",
            "best_change",
        ];
        let row = move |number: usize| {
            let (need, lever) = self.stage(number);
            let exact = |value: Option<&Exact>| value.map_or(Cell::Blank, |value| Cell::Number(value.clone(), 0));
            let text = |text: bool| Cell::Text(text.to_string().into());
            vec![
                Cell::Text(self.name(number)),
                exact(Some(&need.now)),
                text(self.stages.funnel.derived[number]),
                exact(Some(&need.required)),
                exact(self.whole(&need.required).as_ref()),
                exact(Some(&need.gap)),
                exact(lever.map(|lever| &lever.rate)),
                exact(lever.map(|lever| &lever.cap)),
                exact(lever.map(|lever| &lever.delivers)),
                exact(lever.and_then(|lever| lever.closes.as_ref())),
                exact(lever.map(|lever| &lever.needed)),
                lever.map_or(Cell::Blank, |lever| text(lever.is_within)),
                text(self.is_bottleneck(number)),
                text(self.is_change(number)),
            ]
        };
        Table::new(keys.map(Column::plain).to_vec(), self.stages.names.len(), row)
    }
}

/// A number rounded up to some places, so that what is shown is enough.
fn rounded_up(value: &Exact, places: u32) -> String {
    let power = BigRational::from_integer(BigInt::from(10).pow(places));
    Exact::from((value.to_ratio() * &power).ceil() / power).shortened(places)
}
