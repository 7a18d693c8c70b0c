//! A funnel worked back, for people: the stages, then what stands in the way and what would be enough.

use super::{BackcastReport, rounded_up};
use crate::prose;
use crate::report::{Block, Cell, Column, Shape, Table};
use crate::say;
use crate::scoring::Exact;

/// Places of a count that isn't whole, and of a rate in per cent.
const COUNT_PLACES: u32 = 2;
const RATE_PLACES: u32 = 1;

impl<'a> BackcastReport<'a> {
    /// What people read.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let mut page = vec![Block::Lines(vec![self.headline()]), Block::Table(self.table())];
        let said: Vec<String> = [self.bottleneck(), self.change(), self.entry()].into_iter().flatten().collect();
        if !said.is_empty() {
            page.push(Block::Prose(said));
        }
        page.extend(self.items_blocks());
        page.push(Block::Prose(vec![self.next()]));
        page.push(Block::Prose(vec![self.legend()]));
        page
    }

    fn last(self) -> usize {
        self.stages.names.len() - 1
    }

    fn shown_name(self, stage: usize) -> String {
        prose::visible(&self.name(stage))
    }

    /// From a stage to the next.
    fn step(self, stage: usize) -> String {
        say!(self.lang, "backcast-step", from = self.shown_name(stage), to = self.shown_name(stage + 1))
    }

    fn steps(self, stages: &[usize]) -> String {
        prose::list(self.lang, stages.iter().map(|&stage| self.step(stage)))
    }

    fn count(self, value: &Exact) -> String {
        value.shortened(COUNT_PLACES).replacen('-', "−", 1)
    }

    /// What is required, rounded up to whole things where whole things are counted.
    fn required(self, value: &Exact) -> String {
        rounded_up(value, if self.stages.funnel.is_whole { 0 } else { COUNT_PLACES })
    }

    fn rate(self, value: &Exact) -> String {
        say!(self.lang, "review-percent", percent = value.percent().shortened(RATE_PLACES))
    }

    fn rate_up(self, value: &Exact) -> String {
        say!(self.lang, "review-percent", percent = rounded_up(&value.percent(), RATE_PLACES))
    }

    fn headline(self) -> String {
        let need = &self.backcast.needs[self.last()];
        say!(
            self.lang,
            "backcast-headline",
            goal = self.goal.to_string(),
            stage = self.shown_name(self.last()),
            now = self.count(&need.now),
            gap = self.required(&need.gap),
            reached = if self.backcast.is_reached { "yes" } else { "no" }
        )
    }

    /// The stages, from the first to the last.
    fn table(self) -> Table<'a> {
        let column = |key: &str, heading: &str, shape| Column::new(key, self.lang.text(heading), shape);
        let mut columns = vec![
            column("stage", "backcast-column-stage", Shape::Flexible),
            column("now", "backcast-column-now", Shape::Number),
            column("required", "backcast-column-required", Shape::Number),
            column("gap", "backcast-column-gap", Shape::Number),
            column("rate", "backcast-column-rate", Shape::Number),
        ];
        if self.stages.has_best {
            columns.push(column("best", "backcast-column-best", Shape::Number));
        }
        columns.push(column("alone", "backcast-column-alone", Shape::Number));
        columns.push(column("needed", "backcast-column-needed", Shape::Number));
        columns.push(Column::new("mark", "", Shape::Text));
        let row = move |number: usize| {
            let (need, lever) = self.stage(number);
            let text = |text: String| Cell::Text(text.into());
            let of = |shown: Option<String>| text(shown.unwrap_or_default());
            let derived = if self.stages.funnel.derived[number] { "~" } else { "" };
            // The gap is that of the figures beside it: whole where they are.
            let gap = match self.whole(&need.required) {
                Some(whole) if !self.stages.funnel.derived[number] => whole.minus(&need.now),
                _ => need.gap.clone(),
            };
            let mut cells = vec![
                Cell::Text(self.name(number)),
                text(format!("{derived}{}", self.count(&need.now))),
                text(self.required(&need.required)),
                text(self.count(&gap)),
                of(lever.map(|lever| self.rate(&lever.rate))),
            ];
            if self.stages.has_best {
                cells.push(of(lever.map(|lever| self.rate(&lever.cap))));
            }
            cells.push(of(lever.map(|lever| self.count(&lever.delivers))));
            let needed = lever.filter(|_| !self.backcast.is_reached).map(|lever| self.rate_up(&lever.needed));
            let is_impossible = lever.is_some_and(|lever| lever.needed > Exact::from(crate::decimal::Decimal::ONE));
            cells.push(if is_impossible && !self.backcast.is_reached { text("–".to_owned()) } else { of(needed) });
            cells.push(text(if self.is_bottleneck(number) { self.lang.text("backcast-mark") } else { String::new() }));
            cells
        };
        Table::new(columns, self.stages.names.len(), row)
    }

    fn bottleneck(self) -> Option<String> {
        let stages = &self.backcast.bottleneck;
        let Some(lever) = stages.first().map(|&stage| &self.backcast.levers[stage]) else {
            let beyond = if self.backcast.change.is_some() { "yes" } else { "no" };
            return (!self.backcast.is_reached).then(|| say!(self.lang, "backcast-no-bottleneck", beyond = beyond));
        };
        let closes = lever.closes.as_ref();
        Some(say!(
            self.lang,
            "backcast-bottleneck",
            steps = self.steps(stages),
            count = stages.len(),
            rate = self.rate(&lever.rate),
            best = self.rate(&lever.cap),
            last = self.shown_name(self.last()),
            delivers = self.count(&lever.delivers),
            all = if closes.is_some_and(|closes| *closes >= Exact::from(crate::decimal::Decimal::ONE)) {
                "yes"
            } else {
                "no"
            },
            closes = closes.map_or_else(String::new, |closes| self.rate(closes)),
            first = if stages.contains(&0) { "yes" } else { "no" }
        ))
    }

    fn change(self) -> Option<String> {
        if self.backcast.is_reached {
            return None;
        }
        let Some(change) = &self.backcast.change else {
            // Where no rate can rise, it is said already that only more at the start helps.
            return (!self.backcast.bottleneck.is_empty()).then(|| self.lang.text("backcast-no-change"));
        };
        let lever = &self.backcast.levers[*change.stages.first()?];
        Some(say!(
            self.lang,
            "backcast-change",
            steps = self.steps(&change.stages),
            count = change.stages.len(),
            rate = self.rate(&lever.rate),
            needed = self.rate_up(&lever.needed),
            points = rounded_up(&lever.needed.minus(&lever.rate).percent(), RATE_PLACES),
            beyond = if change.is_beyond_best { "yes" } else { "no" }
        ))
    }

    /// What the first stage must deliver if no rate changes.
    fn entry(self) -> Option<String> {
        let need = &self.backcast.needs[0];
        (!self.backcast.is_reached).then(|| {
            say!(
                self.lang,
                "backcast-entry",
                stage = self.shown_name(0),
                required = self.required(&need.required),
                now = self.count(&need.now)
            )
        })
    }

    /// The items on the bottleneck, and how many work elsewhere.
    fn items_blocks(self) -> Vec<Block<'a>> {
        let Some(items) = self.items.filter(|_| !self.backcast.bottleneck.is_empty()) else { return Vec::new() };
        let on = self.on_bottleneck();
        let elsewhere = items.iter().filter(|item| item.stage.is_some()).count() - on.len();
        let line = say!(
            self.lang,
            "backcast-items",
            on = on.len(),
            of = items.len(),
            elsewhere = elsewhere,
            unknown = items.iter().filter(|item| item.stage.is_none()).count()
        );
        let mut blocks = vec![Block::Heading(self.lang.text("backcast-items-heading")), Block::Lines(vec![line])];
        if !on.is_empty() {
            blocks.push(Block::Table(self.items_table(on)));
        }
        blocks
    }

    fn items_table(self, on: Vec<&'a crate::input::StagedItem<'a>>) -> Table<'a> {
        let column = |key: &str, heading: &str, shape| Column::new(key, self.lang.text(heading), shape);
        let has_ranks = on.iter().any(|item| !item.rank.is_empty());
        let mut columns = vec![
            column("id", "column-id", Shape::Text),
            column("title", "column-title", Shape::Flexible),
            column("stage", "backcast-column-stage", Shape::Text),
        ];
        if has_ranks {
            columns.insert(0, column("rank", "column-rank", Shape::Number));
        }
        let len = on.len();
        let row = move |number: usize| {
            let item = on[number];
            let stage = item.stage.map_or_else(Default::default, |stage| self.name(stage));
            let mut cells = vec![Cell::Text(item.id.clone()), Cell::Text(item.title.clone()), Cell::Text(stage)];
            if has_ranks {
                cells.insert(0, Cell::Text(item.rank.clone()));
            }
            cells
        };
        Table::new(columns, len, row)
    }

    fn next(self) -> String {
        let items = match self.items {
            _ if self.backcast.bottleneck.is_empty() => "nowhere",
            None => "none",
            Some(_) if self.on_bottleneck().is_empty() => "empty",
            Some(_) => "some",
        };
        say!(
            self.lang,
            "backcast-next",
            reached = if self.backcast.is_reached { "yes" } else { "no" },
            items = items,
            file = prose::visible(self.file),
            goal = self.goal.to_string()
        )
    }

    fn legend(self) -> String {
        let is_derived = self.stages.funnel.derived.iter().any(|derived| *derived);
        say!(
            self.lang,
            "backcast-legend",
            derived = if is_derived { "yes" } else { "no" },
            best = if self.stages.has_best { "yes" } else { "no" }
        )
    }
}
