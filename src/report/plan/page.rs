//! A plan for people: for each period its items and what everybody carries, and the sentences under them.

use num_traits::ToPrimitive;

use super::{PlanReport, Worth, exact};
use crate::analysis::Period;
use crate::decimal::Decimal;
use crate::report::{Block, Cell, Column, Shape, Table, places};
use crate::say;
use crate::scoring::Exact;

impl<'a> PlanReport<'a> {
    /// What people read.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let mut page = vec![Block::Lines(vec![self.headline()])];
        let several = self.schedule.periods.len() > 1;
        let periods = &self.schedule.periods;
        // Empty periods behind the last filled one are counted and not shown, but there is always a first.
        let filled = periods.iter().rposition(|period| !period.chosen.is_empty()).map_or(1, |last| last + 1);
        for (number, period) in periods.iter().take(filled).enumerate() {
            if several {
                page.push(Block::Heading(say!(self.lang, "plan-period", period = number + 1)));
            }
            if !period.chosen.is_empty() {
                page.push(Block::Table(self.items_table(period)));
                if self.people.is_some() {
                    page.push(Block::Table(self.people_table(period)));
                }
            }
            page.push(Block::Lines(self.period_lines(number, period)));
        }
        let empty = periods.len().saturating_sub(filled);
        let mut lines = self.lines();
        if empty > 0 {
            lines.insert(0, say!(self.lang, "plan-empty-periods", count = empty, from = filled + 1));
        }
        page.push(Block::Lines(lines));
        page
    }

    /// The items of a period.
    fn items_table(self, period: &'a Period) -> Table<'a> {
        let (lang, question) = (self.lang, self.question);
        let heading = |name: &str| lang.text(name);
        let has_titles = question.backlog.title.is_some();
        let (has_after, has_must) = (
            period.chosen.iter().any(|&entry| !self.entry(entry).after.is_empty()),
            period.chosen.iter().any(|&entry| self.entry(entry).must),
        );
        let has_owners = period.chosen.iter().any(|&entry| !self.owner(entry).is_empty());
        let mut columns = vec![
            Column::new("rank", heading("column-rank"), Shape::Number),
            Column::new("id", heading("column-id"), Shape::Text),
        ];
        if has_titles {
            columns.push(Column::new("title", heading("column-title"), Shape::Flexible));
        }
        columns.push(Column::new("value", self.value_heading(), Shape::Number));
        columns.push(Column::new("effort", heading("plan-column-effort"), Shape::Number));
        if has_after {
            columns.push(Column::new("after", heading("plan-column-after"), Shape::Text));
        }
        if has_must {
            columns.push(Column::new("must", heading("plan-column-must"), Shape::Text));
        }
        if has_owners {
            columns.push(Column::new("owner", heading("plan-column-owner"), Shape::Text));
        }
        let values: Vec<&Exact> = period.chosen.iter().filter_map(|&entry| self.entry(entry).value.as_ref()).collect();
        let places = places::shared(values.into_iter());
        let row = move |number: usize| {
            let entry = period.chosen[number];
            let about = self.entry(entry);
            let mut cells = vec![
                about.rank.map_or(Cell::Blank, |rank| Cell::Rank(rank, self.is_tied(entry))),
                Cell::Text(self.id(entry)),
            ];
            if has_titles {
                cells.push(Cell::Text(self.title(entry)));
            }
            cells.push(about.value.clone().map_or(Cell::Blank, |value| Cell::Number(value, places)));
            cells.push(about.effort.map_or(Cell::Blank, amount));
            if has_after {
                let before = about.after.iter().map(|&before| self.id(before));
                cells.push(Cell::Text(crate::prose::list(lang, before).into()));
            }
            if has_must {
                cells.push(if about.must { Cell::Text(lang.text("plan-must").into()) } else { Cell::Blank });
            }
            if has_owners {
                cells.push(Cell::Text(self.owner(entry)));
            }
            cells
        };
        Table::new(columns, period.chosen.len(), row)
    }

    /// What everybody carries in a period.
    fn people_table(self, period: &'a Period) -> Table<'a> {
        let heading = |name: &str| self.lang.text(name);
        let columns = vec![
            Column::new("name", heading("plan-column-name"), Shape::Text),
            Column::new("capacity", heading("plan-column-capacity"), Shape::Number),
            Column::new("load", heading("plan-column-load"), Shape::Number),
            Column::new("planned", heading("plan-column-planned"), Shape::Number),
            Column::new("before", heading("plan-column-before"), Shape::Number),
            Column::new("share", heading("plan-column-share"), Shape::Number),
            Column::new("bar", "", Shape::Bar),
        ];
        let row = |part: super::people::Part<'a>| {
            let percent = |share: &Option<Exact>| {
                share.as_ref().map_or(Cell::Text("–".into()), |share| Cell::Text(self.percent(share).into()))
            };
            let length = part.share_after.as_ref().map_or(0.0, |share| share.to_f64().clamp(0.0, 1.0));
            let places = places::shared(std::iter::once(&part.planned));
            vec![
                Cell::Text(part.name.into()),
                amount(part.capacity),
                amount(part.load),
                Cell::Number(part.planned, places),
                percent(&part.share_before),
                percent(&part.share_after),
                Cell::Bar(length),
            ]
        };
        Table::of(columns, self.parts(period).into_iter().map(row).collect())
    }

    fn value_heading(self) -> String {
        match self.worth {
            Worth::Model { factor: None, .. } => match self.times() {
                Some(node) => say!(self.lang, "plan-column-undivided", divisor = node.label(self.lang)),
                None => self.lang.text("column-score"),
            },
            Worth::Model { scorer, factor: Some(factor), .. } => {
                let node = scorer.model.find(factor);
                node.map_or(factor, |node| scorer.model.nodes[node].label(self.lang)).to_owned()
            }
            Worth::Column(name) => name.to_owned(),
        }
    }

    /// Whether an entry shares its rank.
    fn is_tied(self, entry: usize) -> bool {
        let rank = |place: Option<usize>| self.question.entries.get(place?).and_then(|other| other.rank);
        let own = self.entry(entry).rank;
        own.is_some() && (rank(entry.checked_sub(1)) == own || rank(entry.checked_add(1)) == own)
    }

    /// A share in per cent, with one place, and none where it is whole.
    pub(super) fn percent(self, share: &Exact) -> String {
        let percent = exact(share.to_ratio() * num_rational::BigRational::from_integer(100.into()));
        say!(self.lang, "plan-percent", percent = percent.shortened(1))
    }
}

/// An amount as it was given.
fn amount<'a>(amount: Decimal) -> Cell<'a> {
    Cell::Number(Exact::from(amount), amount.scale().min(3))
}

/// How many of a hundred an amount is of another, for a sentence; none where the other is nought.
pub(super) fn part_of(amount: &num_rational::BigRational, whole: &num_rational::BigRational) -> Option<f64> {
    let whole = whole.to_f64().filter(|whole| *whole > 0.0)?;
    Some(amount.to_f64()? / whole)
}
