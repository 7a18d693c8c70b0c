//! The agenda of a workshop laid out: the differences that are worth the time, and how far the raters agree as a whole.

mod page;
mod value;

use num_traits::ToPrimitive;
use serde::Serialize;

use crate::analysis::{Agenda, Agreement, Entry};
use crate::backlog::Panel;
use crate::finding::Findings;
use crate::lang::Lang;
use crate::model::Weights;
use crate::report::criteria::Origin;
use crate::report::{Cell, Column, Report, Table};
use crate::scoring::{Exact, Scorer};

/// How much time there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// For all, in minutes.
    pub minutes: usize,
    /// For each entry, in minutes; above nought.
    pub each: usize,
}

/// Everything that the report is made of.
#[derive(Clone, Copy)]
pub struct AgendaReport<'a> {
    /// Who rated what.
    pub panel: &'a Panel<'a>,
    /// The differences, and where there are none.
    pub agenda: &'a Agenda,
    /// How the raters stand to each other.
    pub agreement: &'a Agreement,
    /// The medians and the model that ranks them; a row for each item of the panel.
    pub scorer: Scorer<'a>,
    /// The weights.
    pub weights: &'a Weights,
    /// Where they came from.
    pub origin: &'a Origin,
    /// The rank under which the cutoff stands.
    pub top: usize,
    /// How much time there is, if it is short.
    pub time: Option<Time>,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out an agenda.
pub fn agenda_report<'a>(report: AgendaReport<'a>) -> Report<'a, impl Serialize + 'a> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

impl<'a> AgendaReport<'a> {
    /// The entries that are worth talking about: those of items on which not everybody agrees.
    fn to_discuss(self) -> impl Iterator<Item = &'a Entry> {
        let agreed = &self.agenda.agreed;
        self.agenda.entries.iter().filter(move |entry| agreed.binary_search(&entry.item).is_err())
    }

    /// For how many entries there is time, where it is short.
    fn room(self) -> Option<usize> {
        self.time.map(|time| time.minutes / time.each)
    }

    /// The entries for programs: all of them, or those that there is time for.
    fn entries(self) -> Vec<&'a Entry> {
        match self.room() {
            Some(room) => self.to_discuss().take(room).collect(),
            None => self.agenda.entries.iter().collect(),
        }
    }

    /// How many entries there is no time for.
    fn left_out(self) -> usize {
        self.room().map_or(0, |room| self.to_discuss().count().saturating_sub(room))
    }

    fn key(self, entry: &Entry) -> &'a str {
        &self.scorer.model.nodes[self.panel.criteria[entry.criterion]].key
    }

    fn names(self, raters: &[usize]) -> Vec<&'a str> {
        raters.iter().map(|&rater| self.panel.raters[rater].as_str()).collect()
    }

    /// The reasons that some raters give, with their names.
    fn reasons(self, entry: &Entry, raters: &[usize]) -> Vec<(&'a str, &'a str)> {
        let reason = |&rater: &usize| {
            Some((self.panel.raters[rater].as_str(), self.panel.reason(entry.item, entry.criterion, rater)?))
        };
        raters.iter().filter_map(reason).collect()
    }

    /// An entry a row, nothing rounded.
    fn sheet(self) -> Table<'a> {
        let keys = [
            "id",
            "title",
            "criterion",
            "n",
            "median",
            "min",
            "max",
            "min_by",
            "max_by",
            "sd",
            "ad",
            "agreed",
            "consensus",
            "split",
            "share",
            "rank",
            "rank_if_min",
            "rank_if_max",
            "crosses_cutoff",
            "min_reasons",
            "max_reasons",
        ];
        let entries = self.entries();
        let len = entries.len();
        let row = move |number: usize| {
            let entry = entries[number];
            let (item, spread) = (&self.panel.items[entry.item], &entry.spread);
            let text = |text: String| Cell::Text(text.into());
            let number = |value: Option<Exact>| value.map_or(Cell::Blank, |value| Cell::Number(value, 0));
            let double = |value: Option<f64>| value.map_or(Cell::Blank, |value| text(value.to_string()));
            let rank = |rank: Option<usize>| {
                rank.and_then(|rank| rank.to_u32()).map_or(Cell::Blank, |rank| Cell::Rank(rank, false))
            };
            let reasons = |raters: &[usize]| {
                let given = self.reasons(entry, raters);
                text(given.iter().map(|(name, reason)| format!("{name}: {reason}")).collect::<Vec<_>>().join(" / "))
            };
            vec![
                Cell::Text(item.id.clone()),
                Cell::Text(item.title.clone()),
                text(self.key(entry).to_owned()),
                text(spread.n.to_string()),
                number(Some(spread.median.into())),
                number(Some(spread.low.into())),
                number(Some(spread.high.into())),
                text(self.names(&entry.lowest).join("; ")),
                text(self.names(&entry.highest).join("; ")),
                double(spread.sd),
                number(Some(spread.ad.clone())),
                text(spread.is_agreed().to_string()),
                double(spread.consensus),
                text(spread.is_split().to_string()),
                double(Some(entry.share)),
                rank(entry.rank),
                rank(entry.rank_if_low),
                rank(entry.rank_if_high),
                text(entry.crosses.to_string()),
                reasons(&entry.lowest),
                reasons(&entry.highest),
            ]
        };
        Table::new(keys.map(Column::plain).to_vec(), len, row)
    }
}
