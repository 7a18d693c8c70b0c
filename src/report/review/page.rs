//! Results for people: what came of the plan and how it was done, then a sentence on each, then what comes next.

use super::ReviewReport;
use super::words::signed;
use crate::analysis::{Group, Reading, Review};
use crate::decimal::Decimal;
use crate::prose;
use crate::report::order::named;
use crate::report::view;
use crate::report::{Block, Cell, Column, Shape, Table};
use crate::say;

/// On the way to the plan.
const MOVING: [Reading; 3] = [Reading::Partly, Reading::Raise, Reading::MovingUnknown];
/// Without effect.
const STILL: [Reading; 3] = [Reading::Wrong, Reading::Untested, Reading::StillUnknown];

impl<'a> ReviewReport<'a> {
    /// What people read.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let mut page = vec![Block::Lines(vec![self.headline()])];
        page.extend(view::kept_line(self.view, self.lang).map(|line| Block::Lines(vec![line])));
        let measured = self.having(|review| review.reading != Reading::NotMeasured);
        match self.groups() {
            Some(_) => {
                page.push(Block::Table(self.groups_table()));
                page.push(Block::Table(self.indicators()));
            }
            None => {
                if !measured.is_empty() {
                    page.push(Block::Table(self.facts(measured.clone())));
                    page.push(Block::Heading(self.lang.text("review-readings")));
                    let sentence = |row: usize| {
                        say!(self.lang, "review-line", name = self.name(row), sentence = self.sentence(row))
                    };
                    page.push(Block::Prose(measured.into_iter().map(sentence).collect()));
                }
            }
        }
        page.extend(self.not_measured().map(|line| Block::Lines(vec![line])));
        if self.groups().is_none() {
            page.extend(self.ranking());
        }
        let next = self.next();
        if !next.is_empty() {
            page.push(Block::Prose(next));
        }
        page.push(Block::Prose(vec![self.legend()]));
        page
    }

    /// How many results there are, and what came of them.
    fn headline(self) -> String {
        say!(
            self.lang,
            "review-headline",
            results = self.reviews.len(),
            reached = self.having(|review| review.reading.is_reached()).len(),
            moving = self.counted(&MOVING),
            still = self.counted(&STILL),
            worse = self.counted(&[Reading::Worse]),
            unplanned = self.counted(&[Reading::NoPlan]),
            open = self.having(|review| review.reading.is_unmeasured()).len()
        )
    }

    /// The facts, a row a result.
    fn facts(self, rows: Vec<usize>) -> Table<'a> {
        let column = |key: &str, heading: &str, shape| Column::new(key, self.lang.text(heading), shape);
        let mut columns = vec![column("id", "column-id", Shape::Text)];
        if self.results.has_titles() {
            columns.push(column("title", "column-title", Shape::Flexible));
        }
        columns.extend([
            column("metric", "review-column-metric", Shape::Flexible),
            column("baseline", "review-column-baseline", Shape::Number),
            column("planned", "review-column-planned", Shape::Number),
            column("actual", "review-column-actual", Shape::Number),
            column("improvement", "review-column-improvement", Shape::Number),
            column("share", "review-column-share", Shape::Number),
            column("execution", "review-column-execution", Shape::Number),
        ]);
        if self.results.has_dates() {
            columns.push(column("measured", "review-column-measured", Shape::Text));
        }
        let len = rows.len();
        let row = move |number: usize| {
            let row = rows[number];
            let (result, review) = (&self.results.rows[row], &self.reviews[row]);
            let text = |text: String| Cell::Text(text.into());
            let mut cells = vec![Cell::Text(result.id.clone())];
            if self.results.has_titles() {
                cells.push(Cell::Text(result.title.clone()));
            }
            cells.extend([
                Cell::Text(result.metric.clone()),
                text(self.figure(row, result.facts.baseline)),
                text(self.figure(row, result.facts.planned)),
                text(self.figure(row, result.facts.actual)),
                text(review.improvement.as_ref().map_or_else(String::new, signed)),
                text(self.share_cell(row)),
                text(self.execution(row)),
            ]);
            if self.results.has_dates() {
                cells.push(Cell::Text(result.measured.clone()));
            }
            cells
        };
        Table::new(columns, len, row)
    }

    /// How much of the work was done, and how well; empty where nobody has said either.
    fn execution(self, row: usize) -> String {
        let facts = &self.results.rows[row].facts;
        let known = |value: Option<Decimal>| value.map_or_else(|| "none".to_owned(), |value| value.to_string());
        match (facts.quantity, facts.quality) {
            (None, None) => String::new(),
            (quantity, quality) => {
                say!(self.lang, "review-execution", quantity = known(quantity), quality = known(quality))
            }
        }
    }

    fn share_cell(self, row: usize) -> String {
        let share = self.reviews[row].share.as_ref();
        share.map_or_else(String::new, |share| say!(self.lang, "review-percent", percent = self.percent(share)))
    }

    /// A row a group: how many metrics it has, and how many of them are reached.
    fn groups_table(self) -> Table<'a> {
        let groups: &'a [Group] = self.groups().map_or(&[], |groups| &groups.groups);
        let heading = self.groups().map_or_else(String::new, |groups| prose::visible(&groups.heading));
        let column = |key: &str, heading: &str| Column::new(key, self.lang.text(heading), Shape::Number);
        let columns = vec![
            Column::new("group", heading, Shape::Flexible),
            column("metrics", "review-column-metrics"),
            column("reached", "review-column-reached"),
            column("not", "review-column-not"),
            column("open", "review-column-open"),
        ];
        let row = move |number: usize| {
            let Group { name, rows } = &groups[number];
            let count = |test: &dyn Fn(Reading) -> bool| {
                let count = rows.iter().filter(|&&row| test(self.reviews[row].reading)).count();
                Cell::Text(count.to_string().into())
            };
            let is_open = |reading: Reading| reading.is_unmeasured() || reading == Reading::NoPlan;
            vec![
                Cell::Text(view::group_name(name, self.lang).into()),
                Cell::Text(rows.len().to_string().into()),
                count(&Reading::is_reached),
                count(&|reading| !reading.is_reached() && !is_open(reading)),
                count(&is_open),
            ]
        };
        Table::new(columns, groups.len(), row)
    }

    /// Every group's metrics, reached or not, a line between the groups.
    fn indicators(self) -> Table<'a> {
        let heading = self.groups().map_or_else(String::new, |groups| prose::visible(&groups.heading));
        let column = |key: &str, heading: &str, shape| Column::new(key, self.lang.text(heading), shape);
        let columns = vec![
            Column::new("group", heading, Shape::Flexible),
            column("metric", "review-column-metric", Shape::Flexible),
            column("baseline", "review-column-baseline", Shape::Number),
            column("planned", "review-column-planned", Shape::Number),
            column("actual", "review-column-actual", Shape::Number),
            column("share", "review-column-share", Shape::Number),
            column("verdict", "review-column-verdict", Shape::Text),
            column("id", "column-id", Shape::Text),
        ];
        let mut rows: Vec<Option<(&'a str, usize)>> = Vec::new();
        for Group { name, rows: members } in self.groups().map_or(&[][..], |groups| &groups.groups) {
            if !rows.is_empty() {
                rows.push(None);
            }
            rows.extend(members.iter().map(|&row| Some((name.as_str(), row))));
        }
        let len = rows.len();
        let row = move |number: usize| {
            let Some((name, row)) = rows[number] else { return vec![Cell::Rule] };
            let result = &self.results.rows[row];
            let text = |text: String| Cell::Text(text.into());
            let verdict = say!(self.lang, "review-verdict", reading = self.reviews[row].reading.name());
            vec![
                text(view::group_name(name, self.lang)),
                Cell::Text(result.metric.clone()),
                text(self.figure(row, result.facts.baseline)),
                text(self.figure(row, result.facts.planned)),
                text(self.figure(row, result.facts.actual)),
                text(self.share_cell(row)),
                text(verdict),
                Cell::Text(result.id.clone()),
            ]
        };
        Table::new(columns, len, row)
    }

    /// The results that nobody has measured yet.
    fn not_measured(self) -> Option<String> {
        let rows = self.having(|review| review.reading == Reading::NotMeasured);
        let count = rows.len();
        let names = rows.into_iter().map(|row| self.name(row));
        (count > 0).then(|| say!(self.lang, "review-open", count = count, names = named(names, self.lang)))
    }

    /// What to do next with each kind of result; else, whether the ranking was right.
    fn next(self) -> Vec<String> {
        let is_due =
            |readings: &[Reading]| self.reviews.iter().any(|one| !one.is_early && readings.contains(&one.reading));
        let any = |test: &dyn Fn(&Review) -> bool| self.reviews.iter().any(test);
        let steps = [
            (is_due(&[Reading::Worse]), "review-next-stop"),
            (is_due(&[Reading::Wrong]), "review-next-again"),
            (is_due(&[Reading::Raise, Reading::Untested]), "review-next-raise"),
            (is_due(&[Reading::MovingUnknown, Reading::StillUnknown]), "review-next-execution"),
            (is_due(&[Reading::Partly]), "review-next-missing"),
            (is_due(&[Reading::ReachedThinly]), "review-next-cause"),
            (is_due(&[Reading::Reached]), "review-next-spread"),
            (any(&|one| one.reading.is_unmeasured()), "review-next-first"),
            (any(&|one| one.is_early && one.share.is_some()), "review-next-measure"),
            (any(&|one| one.reading == Reading::NoPlan), "review-next-plan"),
        ];
        let due = steps.into_iter().filter(|(is_due, _)| *is_due).map(|(_, step)| self.lang.text(step));
        let due: Vec<String> = due.collect();
        let mut next = Vec::new();
        if !due.is_empty() {
            next.push(say!(self.lang, "review-next", steps = prose::list(self.lang, due)));
        }
        if self.hindsight.is_none() && self.groups().is_none() {
            next.push(say!(self.lang, "review-next-scores", file = prose::visible(self.file)));
        }
        next
    }

    /// The thresholds that are in use.
    fn legend(self) -> String {
        let thresholds = self.thresholds;
        say!(
            self.lang,
            "review-legend",
            reached = thresholds.reached.to_string(),
            moving = thresholds.moving.to_string(),
            quantity = thresholds.quantity.to_string(),
            quality = thresholds.quality.to_string()
        )
    }
}
