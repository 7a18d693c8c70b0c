//! A vote for programs.

use std::borrow::Cow;

use serde::Serialize;

use super::{VoteReport, share};
use crate::analysis::Tally;
use crate::report::FindingView;
use crate::scoring::Exact;

/// The whole answer.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    picks: usize,
    voters: usize,
    ballots: BallotCount,
    audiences: Vec<Audience<'a>>,
    actions: Vec<Action<'a>>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

#[derive(Serialize)]
struct BallotCount {
    counted: usize,
    faulty: usize,
    /// Rows that don't say whose they are, or for whom.
    rows_apart: usize,
}

#[derive(Serialize)]
struct Audience<'a> {
    audience: &'a str,
    voters: usize,
}

#[derive(Serialize)]
struct Action<'a> {
    id: &'a str,
    title: Cow<'a, str>,
    #[serde(flatten)]
    overall: Count,
    audiences: Vec<AudienceCount<'a>>,
}

#[derive(Serialize)]
struct AudienceCount<'a> {
    audience: &'a str,
    #[serde(flatten)]
    count: Count,
}

#[derive(Serialize)]
struct Count {
    rank: usize,
    tied: bool,
    votes: usize,
    /// How many voters picked it.
    supporters: usize,
    share: Option<Exact>,
}

impl Count {
    fn new(tally: &Tally, action: usize) -> Self {
        Self {
            rank: tally.ranks[action],
            tied: tally.tied[action],
            votes: tally.votes[action],
            supporters: tally.supporters[action],
            share: share(tally, action),
        }
    }
}

impl<'a> VoteReport<'a> {
    /// The value that the JSON holds.
    pub(super) fn value(self) -> Value<'a> {
        let action = |&action: &usize| Action {
            id: &self.ballots.actions[action],
            title: self.title(action),
            overall: Count::new(&self.vote.overall, action),
            audiences: self
                .audiences()
                .map(|(audience, tally)| AudienceCount { audience, count: Count::new(tally, action) })
                .collect(),
        };
        Value {
            schema_version: 1,
            command: "vote",
            picks: self.picks,
            voters: self.vote.overall.voters,
            ballots: BallotCount {
                counted: self.ballots.counted.len(),
                faulty: self.ballots.faulty,
                rows_apart: self.ballots.nameless,
            },
            audiences: self.audiences().map(|(audience, tally)| Audience { audience, voters: tally.voters }).collect(),
            actions: self.vote.order.iter().map(action).collect(),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }
}
