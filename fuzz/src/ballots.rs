//! A text as ballots, and perhaps another as the actions: which ballots count, and that the votes are those that are in them.
//!
//! The last byte chooses how many picks are allowed.

use std::collections::HashSet;
use std::sync::OnceLock;

use tenbin::analysis::{Tally, Vote, count};
use tenbin::backlog::{Backlog, Ballots};
use tenbin::finding::{Findings, Source};
use tenbin::input::config::Config;
use tenbin::input::{
    BallotRequest, KnownAction, NamedColumns, Request, TableForm, no_weights, read_backlog_into, read_ballots,
};
use tenbin::lang::Lang;
use tenbin::model::{Model, Weights};
use tenbin::report::{VoteReport, vote_report};

use crate::formats::answered;
use crate::spoken;
use crate::tables::{Parts, choose, lines};

pub fn check(data: &[u8]) {
    let Some(Parts { mut turn, first, second }) = Parts::of(data) else { return };
    let most = choose(&mut turn, &[1, 2, 3, usize::MAX]);
    let sources = (Source::new("ballots.csv", first), second.map(|text| Source::new("actions.csv", text)));
    let mut findings = Findings::new();
    let actions = match &sources.1 {
        Some(source) => {
            let actions = actions(source, &mut findings);
            spoken::findings(&findings, Some(source));
            if actions.is_none() || findings.has_errors() {
                assert!(findings.has_errors(), "no actions, and no error says why");
                return;
            }
            actions
        }
        None => None,
    };
    let known: Option<Vec<KnownAction>> = actions.as_ref().map(|actions| {
        let action = |row| KnownAction { id: actions.id(row).into_owned(), title: actions.title(row).into_owned() };
        (0..actions.len()).map(action).collect()
    });
    let known = known.as_deref().map(|known| ("actions.csv", known));
    let request = BallotRequest { actions: known, most, form: TableForm::default() };
    let mut findings = Findings::new();
    let ballots = read_ballots(&sources.0, &request, &mut findings);
    spoken::findings(&findings, Some(&sources.0));
    let mut again = Findings::new();
    assert_eq!(read_ballots(&sources.0, &request, &mut again), ballots, "other ballots in the same text");
    assert_eq!(again.total(), findings.total());
    let Some(ballots) = ballots else {
        assert!(findings.has_errors(), "no ballots, and no error says why");
        return;
    };
    check_ballots(&ballots, &request, first);
    let vote = count(&ballots);
    check_votes(&ballots, &vote);
    if findings.has_errors() {
        return;
    }
    let report = |lang: Lang| {
        vote_report(VoteReport {
            ballots: &ballots,
            vote: &vote,
            actions: actions.as_ref(),
            picks: most,
            files: ("ballots.csv", second.map(|_| "actions.csv")),
            findings: &findings,
            lang,
        })
    };
    answered(turn, report);
}

/// The ids and titles of a file of actions, as `vote` reads them.
fn actions<'t>(source: &Source<'t>, findings: &mut Findings) -> Option<Backlog<'t>> {
    static HOUSE: OnceLock<(Model, Weights)> = OnceLock::new();
    let (model, weights) = HOUSE.get_or_init(|| {
        let model = Config::default().model("matrix").expect("built-in models are sound");
        let weights = no_weights(&model);
        (model, weights)
    });
    let columns = NamedColumns::default();
    let request =
        Request { model, weights, tie_break: &[], columns: &columns, words: &[], delimiter: None, is_partial: true };
    read_backlog_into(source, &request, findings)
}

/// Each ballot is one voter's for one audience, and picks each action once and no more than are allowed.
fn check_ballots(ballots: &Ballots, request: &BallotRequest<'_>, text: &str) {
    let rows = ballots.counted.len() + ballots.faulty + ballots.nameless;
    assert!(rows < lines(text), "{rows} ballots and rows of nobody under the header of {text:?}");
    let whose: HashSet<_> = ballots.counted.iter().map(|ballot| (ballot.voter, ballot.audience)).collect();
    assert_eq!(whose.len(), ballots.counted.len(), "two ballots of one voter for one audience");
    for ballot in &ballots.counted {
        let picks: HashSet<usize> = ballot.picks.iter().copied().collect();
        assert_eq!(picks.len(), ballot.picks.len(), "an action is picked twice");
        assert!((1..=request.most).contains(&picks.len()), "{} picks, of {} at most", picks.len(), request.most);
        assert!(picks.iter().all(|&action| action < ballots.actions.len()));
        assert!(ballot.audience < ballots.audiences.len());
    }
    let picks: usize = ballots.counted.iter().map(|ballot| ballot.picks.len()).sum();
    assert!(picks <= text.len(), "a pick takes a letter at least");
    if let Some((_, known)) = request.actions {
        assert!(
            ballots.actions.iter().eq(known.iter().map(|action| &action.id)),
            "the actions are those of their file"
        );
    }
}

/// Every pick is a vote, in all and for its audience, and nothing else is; ranks are those of a competition.
fn check_votes(ballots: &Ballots, vote: &Vote) {
    for action in 0..ballots.actions.len() {
        let picks = ballots.counted.iter().filter(|ballot| ballot.picks.contains(&action)).count();
        assert_eq!(vote.overall.votes[action], picks);
        assert_eq!(vote.audiences.iter().map(|tally| tally.votes[action]).sum::<usize>(), picks);
    }
    for tally in vote.audiences.iter().chain([&vote.overall]) {
        check_tally(tally);
    }
    let voters: HashSet<usize> = ballots.counted.iter().map(|ballot| ballot.voter).collect();
    assert_eq!(vote.overall.voters, voters.len());
    assert!(vote.order.is_sorted_by_key(|&action| vote.overall.ranks[action]));
    let mut order = vote.order.clone();
    order.sort_unstable();
    assert!(order.into_iter().eq(0..ballots.actions.len()), "every action stands in the order once");
}

fn check_tally(tally: &Tally) {
    for (action, &votes) in tally.votes.iter().enumerate() {
        let more = tally.votes.iter().filter(|&&other| other > votes).count();
        let as_many = tally.votes.iter().filter(|&&other| other == votes).count();
        assert_eq!((tally.ranks[action], tally.tied[action]), (more + 1, as_many > 1));
        let supporters = tally.supporters[action];
        assert!(supporters <= votes && supporters <= tally.voters && (votes == 0) == (supporters == 0));
    }
}
