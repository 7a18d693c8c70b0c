//! The answer of a vote, laid out: the actions with their votes, in front of what their own file says of them.

mod page;
mod value;

use std::borrow::Cow;

use num_rational::BigRational;
use serde::Serialize;

use super::carried::{Carried, Writer};
use super::{Cell, Column, Report, Table};
use crate::analysis::{Tally, Vote};
use crate::backlog::{Backlog, Ballots};
use crate::finding::Findings;
use crate::lang::Lang;
use crate::scoring::Exact;

/// Everything that the report of a vote is made of.
#[derive(Clone, Copy)]
pub struct VoteReport<'a> {
    /// The ballots that count.
    pub ballots: &'a Ballots,
    /// The votes in them.
    pub vote: &'a Vote,
    /// The actions' own file, row by row the actions of the ballots, where there is one.
    pub actions: Option<&'a Backlog<'a>>,
    /// How many actions a ballot may pick.
    pub picks: usize,
    /// The names of both files, as they were given.
    pub files: (&'a str, Option<&'a str>),
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out a vote.
pub fn vote_report<'a>(report: VoteReport<'a>) -> Report<'a, impl Serialize + use<'a>> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

impl<'a> VoteReport<'a> {
    /// The audiences that have a name, with their tallies.
    fn audiences(self) -> impl Iterator<Item = (&'a str, &'a Tally)> {
        let named = self.ballots.audiences.iter().map(String::as_str).zip(&self.vote.audiences);
        named.filter(|(name, _)| !name.is_empty())
    }

    fn title(self, action: usize) -> Cow<'a, str> {
        self.actions.map_or(Cow::Borrowed(""), |actions| actions.title(action))
    }

    /// Rank, votes and share in all and for each audience, then the columns of the actions' file as they are.
    fn sheet(self) -> Table<'a> {
        let keys = ["rank", "votes", "share"];
        let mut columns = keys.map(Column::plain).to_vec();
        let mut tallies = vec![&self.vote.overall];
        for (name, tally) in self.audiences() {
            columns.extend(keys.map(|key| Column::plain(format!("{key} ({name})"))));
            tallies.push(tally);
        }
        let carried = self.actions.map(|actions| Carried::new(Writer::Vote, actions, None, &[]));
        match &carried {
            Some(carried) => columns.extend(carried.columns()),
            None => columns.push(Column::plain("id")),
        }
        let row = move |place: usize| {
            let action = self.vote.order[place];
            let of = |tally: &Tally| {
                let rank = Cell::Rank(u32::try_from(tally.ranks[action]).unwrap_or(u32::MAX), false);
                [
                    rank,
                    number(tally.votes[action]),
                    share(tally, action).map_or(Cell::Blank, |part| Cell::Number(part, 0)),
                ]
            };
            let mut cells: Vec<Cell<'a>> = tallies.iter().flat_map(|tally| of(tally)).collect();
            match &carried {
                Some(carried) => carried.add(action, &mut cells),
                None => cells.push(Cell::Text(self.ballots.actions[action].as_str().into())),
            }
            cells
        };
        Table::new(columns, self.vote.order.len(), row)
    }
}

/// The part of the voters who picked an action; none where nobody voted.
fn share(tally: &Tally, action: usize) -> Option<Exact> {
    let (own, all) = (tally.supporters[action], tally.voters);
    (all > 0).then(|| Exact::from(BigRational::new(own.into(), all.into())))
}

fn number<'a>(count: usize) -> Cell<'a> {
    Cell::Number(Exact::from(BigRational::from_integer(count.into())), 0)
}
