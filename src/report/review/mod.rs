//! Did it work, laid out: facts first, then what they are read as, then whether the ranking was right.

mod hindsight;
mod page;
mod value;
mod words;

use serde::Serialize;

use super::{Cell, Column, Report, Table};
use crate::analysis::{Group, Groups, Hindsight, Reading, Review, Thresholds};
use crate::finding::Findings;
use crate::input::{Results, View};
use crate::lang::Lang;
use crate::model::Model;
use crate::scoring::Exact;

pub use hindsight::scenario_text;
pub(super) use hindsight::verdict;

/// The name of the scenario that is offered.
pub const LEARNT: &str = "learnt";

/// What a report on results is made of.
#[derive(Clone, Copy)]
pub struct ReviewReport<'a> {
    /// The results as the file has them.
    pub results: &'a Results<'a>,
    /// What each of them comes to, in the same order.
    pub reviews: &'a [Review],
    /// From where on a fact counts.
    pub thresholds: &'a Thresholds,
    /// The model that names criteria.
    pub model: &'a Model,
    /// Whether the ranking was right; none where nobody knows the scores.
    pub hindsight: Option<&'a Hindsight>,
    /// Whether there is a ranking, and not only scores beside the results.
    pub is_ranked: bool,
    /// Which results are kept and why, and the groups that they are in, where somebody asks for them.
    pub view: &'a View<'a>,
    /// The file of results as it was named.
    pub file: &'a str,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out the answer.
pub fn review_report<'a>(report: ReviewReport<'a>) -> Report<'a, impl Serialize + use<'a>> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

/// The columns that a sheet puts before the file's own. A file that has them already is a sheet of ours: they are made anew.
const COMPUTED: [&str; 6] =
    ["reading", "share_reached", "improvement", "planned_improvement", "execution", "days_after_start"];
const GROUP: &str = "group";

impl<'a> ReviewReport<'a> {
    fn groups(self) -> Option<&'a Groups<'a>> {
        self.view.groups.as_ref()
    }

    /// The places of the results that pass a test, in the order of the file.
    fn having(self, test: impl Fn(&Review) -> bool) -> Vec<usize> {
        (0..self.reviews.len()).filter(|&row| test(&self.reviews[row])).collect()
    }

    fn counted(self, readings: &[Reading]) -> usize {
        self.reviews.iter().filter(|review| readings.contains(&review.reading)).count()
    }

    /// One row a result, nothing rounded: what was worked out, and the file's columns as they are.
    fn sheet(self) -> Table<'a> {
        let is_own = |heading: &str| COMPUTED.contains(&heading) || heading == GROUP;
        let headings = self.results.headings();
        let kept: Vec<usize> = (0..headings.len()).filter(|&column| !is_own(&headings[column])).collect();
        let own = self.groups().map(|_| GROUP).into_iter().chain(COMPUTED);
        let columns = own.map(str::to_owned).chain(kept.iter().map(|&column| headings[column].to_string()));
        let order: Vec<(Option<&'a str>, usize)> = match self.groups() {
            None => (0..self.reviews.len()).map(|row| (None, row)).collect(),
            Some(groups) => {
                let rows = |group: &'a Group| group.rows.iter().map(|&row| (Some(group.name.as_str()), row));
                groups.groups.iter().flat_map(rows).collect()
            }
        };
        let columns = columns.map(Column::plain).collect();
        let len = order.len();
        let row = move |number: usize| {
            let (group, row) = order[number];
            let review = &self.reviews[row];
            let number = |value: &Option<Exact>| value.clone().map_or(Cell::Blank, |value| Cell::Number(value, 0));
            let days = self.results.rows[row].facts.days_after_start();
            let mut cells: Vec<Cell<'a>> = group.into_iter().map(|name| Cell::Text(name.into())).collect();
            cells.extend([
                Cell::Text(review.reading.name().into()),
                number(&review.share),
                number(&review.improvement),
                number(&review.planned),
                Cell::Text(review.execution.name().into()),
                days.map_or(Cell::Blank, |days| Cell::Text(days.to_string().into())),
            ]);
            let all = self.results.cells(row);
            cells.extend(kept.iter().map(|&column| Cell::Text(all[column].clone())));
            cells
        };
        Table::new(columns, len, row)
    }
}
