//! The answer to "what fits, and who does it", laid out.

mod page;
mod people;
mod value;
mod words;

use std::borrow::Cow;

use num_rational::BigRational;
use serde::Serialize;

use super::carried::{Carried, Writer};
use super::criteria::Origin;
use super::{Cell, Column, Report, Table};
use crate::analysis::{Division, Fate, Plannable, Schedule};
use crate::check::PlanQuestion;
use crate::finding::Findings;
use crate::input::People;
use crate::lang::Lang;
use crate::model::{Node, Weights};
use crate::scoring::{Exact, Scorer};

/// Everything that the report of a plan is made of.
#[derive(Clone, Copy)]
pub struct PlanReport<'a> {
    /// The items and what was asked.
    pub question: PlanQuestion<'a>,
    /// What is done when.
    pub schedule: &'a Schedule,
    /// What the items' values are.
    pub worth: Worth<'a>,
    /// Who can do it, where somebody asked for owners.
    pub people: Option<&'a People>,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// What the items' values are.
#[derive(Clone, Copy)]
pub enum Worth<'a> {
    /// Their scores, or the values of a factor.
    Model {
        /// What scored them.
        scorer: Scorer<'a>,
        /// The weights in use.
        weights: &'a Weights,
        /// Where they came from.
        origin: &'a Origin,
        /// The factor's key; none for the score.
        factor: Option<&'a str>,
        /// What the score is divided by; a division by the effort is taken back in the values.
        division: &'a Division,
    },
    /// The numbers of a column, by its header.
    Column(&'a str),
}

/// Lays out a plan.
pub fn plan_report<'a>(report: PlanReport<'a>) -> Report<'a, impl Serialize + use<'a>> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

impl<'a> PlanReport<'a> {
    fn entry(self, entry: usize) -> &'a Plannable {
        &self.question.entries[entry]
    }

    fn id(self, entry: usize) -> Cow<'a, str> {
        self.question.backlog.id(self.entry(entry).row)
    }

    fn title(self, entry: usize) -> Cow<'a, str> {
        self.question.backlog.title(self.entry(entry).row)
    }

    /// What the values are called where programs read it.
    fn value_name(self) -> &'a str {
        match self.worth {
            Worth::Model { factor, .. } => factor.unwrap_or("score"),
            Worth::Column(name) => name,
        }
    }

    /// The node by whose value the scores have been multiplied.
    fn times(self) -> Option<&'a Node> {
        match self.worth {
            Worth::Model { scorer, division, .. } => division.undone().map(|node| &scorer.model.nodes[node]),
            Worth::Column(_) => None,
        }
    }

    /// Who does an entry: who was found for it, else who is named in the file.
    fn owner(self, entry: usize) -> Cow<'a, str> {
        if let (Some(owner), Some(people)) = (self.schedule.owner(entry), self.people) {
            return Cow::Borrowed(people.name(owner));
        }
        let column = self.question.planning.column("owner");
        column.map_or(Cow::Borrowed(""), |column| {
            let text = self.question.backlog.table.cell_text(self.entry(entry).row, column);
            Cow::Owned(text.trim().to_owned())
        })
    }

    /// The word for what becomes of an entry.
    fn fate(self, entry: usize) -> &'static str {
        match self.schedule.fates[entry] {
            Fate::Planned(_) if self.entry(entry).must => "must",
            fate => fate.name(),
        }
    }

    /// The entries that aren't planned, in the order of the ranking.
    fn left(self) -> impl Iterator<Item = usize> {
        (0..self.question.entries.len()).filter(move |&entry| !matches!(self.schedule.fates[entry], Fate::Planned(_)))
    }

    /// The planned items by period and rank, then all others; what became of each before the input's columns. The owner
    /// stands in the input's own column where it has one.
    fn sheet(self) -> Table<'a> {
        let table = &self.question.backlog.table;
        let model = match self.worth {
            Worth::Model { scorer, .. } => Some(scorer.model),
            Worth::Column(_) => None,
        };
        let carried = Carried::new(Writer::Plan, self.question.backlog, model, &[]);
        let own = self.question.planning.column("owner");
        let mut columns = ["period", "plan", "plan_value"].map(Column::plain).to_vec();
        if own.is_none() {
            columns.push(Column::plain("owner"));
        }
        columns.extend(carried.columns());
        let planned = self.schedule.periods.iter().flat_map(|period| period.chosen.iter().copied());
        let order: Vec<usize> = planned.chain(self.left()).collect();
        let len = order.len();
        let row = move |number: usize| {
            let entry = order[number];
            let value = self.entry(entry).value.clone();
            let mut cells = vec![
                match self.schedule.fates[entry] {
                    Fate::Planned(period) => Cell::Number(whole(period + 1), 0),
                    _ => Cell::Blank,
                },
                Cell::Text(self.fate(entry).into()),
                value.map_or(Cell::Blank, |value| Cell::Number(value, 0)),
            ];
            let row = self.entry(entry).row;
            match own {
                None => {
                    cells.push(Cell::Text(self.owner(entry)));
                    carried.add(row, &mut cells);
                }
                Some(own) => {
                    let texts: Vec<Cow<'a, str>> = table.record(row).texts().collect();
                    cells.extend(carried.places().map(|column| {
                        let text = texts.get(column).cloned().unwrap_or_default();
                        let is_open = column == own && text.trim().is_empty();
                        Cell::Text(if is_open { self.owner(entry) } else { text })
                    }));
                }
            }
            cells
        };
        Table::new(columns, len, row)
    }
}

/// A count as a number.
fn whole(count: usize) -> Exact {
    exact(BigRational::from_integer(count.into()))
}

/// A ratio as a number.
fn exact(ratio: BigRational) -> Exact {
    Exact::from(ratio)
}
