//! Votes against a naive recount: what is read and counted is what somebody would count who goes through the rows with a
//! pencil.

#[allow(dead_code, reason = "the other half is for `laws`")]
mod support {
    pub mod chance;
}

use std::collections::{BTreeMap, BTreeSet};

use support::chance::Chance;
use tenbin::analysis::{Tally, count};
use tenbin::backlog::Ballots;
use tenbin::finding::{Findings, Rule, Source};
use tenbin::input::{BallotRequest, KnownAction, TableForm, read_ballots};

/// So many files of ballots are counted twice.
const FILES: u64 = 2_000;
const ACTIONS: [&str; 6] = ["A-01", "A-02", "A-03", "A-04", "A-05", "A-06"];
const VOTERS: [&str; 6] = ["Sato", "Tanaka", "Suzuki Ken", "伊藤", "O'Neil", ""];
const AUDIENCES: [&str; 4] = ["Champion", "End user", "推進者", ""];
/// What is picked: mostly an action of the list.
const PICKS: [&str; 9] = ["A-01", "A-02", "A-03", "A-04", "A-05", "A-06", "A-06", "A-60", ""];

/// Rows as a file has them: voter, audience, picks.
type Row = (&'static str, &'static str, Vec<&'static str>);

fn rows(chance: &mut Chance, width: usize) -> Vec<Row> {
    let row = |chance: &mut Chance| {
        let voter = if chance.percent(90) { chance.pick(&VOTERS[..5]) } else { "" };
        let audience = if chance.percent(95) { chance.pick(&AUDIENCES[..3]) } else { "" };
        let picks = (0..width).map(|_| if chance.percent(85) { chance.pick(&PICKS[..6]) } else { chance.pick(&PICKS) });
        (voter, audience, picks.collect())
    };
    (0..1 + chance.below(30)).map(|_| row(chance)).collect()
}

fn csv(rows: &[Row], width: usize) -> String {
    let headings: Vec<String> =
        (1..=width).map(|n| if width == 1 { "action".to_owned() } else { format!("pick {n}") }).collect();
    let mut text = format!("voter,audience,{}\n", headings.join(","));
    for (voter, audience, picks) in rows {
        text.push_str(&format!("{voter},{audience},{}\n", picks.join(",")));
    }
    text
}

/// The votes and the voters of each action, and all voters, for one audience or for all.
#[derive(Debug, Default, PartialEq)]
struct Recount {
    votes: BTreeMap<String, usize>,
    supporters: BTreeMap<String, BTreeSet<String>>,
    voters: BTreeSet<String>,
}

/// Goes through the rows: what each voter picked for each audience, which of that counts, and then the votes.
fn recount(rows: &[Row], most: usize, only: Option<&str>) -> Recount {
    let mut ballots: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for (voter, audience, picks) in rows.iter().filter(|(voter, audience, _)| !voter.is_empty() && !audience.is_empty())
    {
        ballots.entry((voter, audience)).or_default().extend(picks.iter().filter(|pick| !pick.is_empty()));
    }
    let mut recount = Recount::default();
    for ((voter, audience), picks) in ballots {
        let different: BTreeSet<&str> = picks.iter().copied().collect();
        let is_sound = different.len() == picks.len() && picks.iter().all(|pick| ACTIONS.contains(pick));
        if !is_sound || picks.is_empty() || picks.len() > most || only.is_some_and(|only| only != audience) {
            continue;
        }
        recount.voters.insert(voter.to_owned());
        for pick in picks {
            *recount.votes.entry(pick.to_owned()).or_default() += 1;
            recount.supporters.entry(pick.to_owned()).or_default().insert(voter.to_owned());
        }
    }
    recount
}

fn compare(tally: &Tally, ballots: &Ballots, expected: &Recount, text: &str) {
    assert_eq!(tally.voters, expected.voters.len(), "{text}");
    let votes = |id: &str| expected.votes.get(id).copied().unwrap_or_default();
    for (action, id) in ballots.actions.iter().enumerate() {
        assert_eq!(tally.votes[action], votes(id), "{id}\n{text}");
        assert_eq!(tally.supporters[action], expected.supporters.get(id).map_or(0, BTreeSet::len), "{id}\n{text}");
        let better = ACTIONS.iter().filter(|other| votes(other) > votes(id)).count();
        assert_eq!(tally.ranks[action], better + 1, "{id}\n{text}");
        let as_many = ACTIONS.iter().filter(|other| votes(other) == votes(id)).count();
        assert_eq!(tally.tied[action], as_many > 1, "{id}\n{text}");
    }
}

#[test]
fn votes_are_those_of_a_naive_recount() {
    let known: Vec<KnownAction> =
        ACTIONS.iter().map(|id| KnownAction { id: (*id).to_owned(), title: String::new() }).collect();
    let (mut counted, mut refused) = (0, 0);
    for seed in 0..FILES {
        let mut chance = Chance::new(seed);
        let (width, most) = (1 + chance.below(4), 1 + chance.below(4));
        let rows = rows(&mut chance, width);
        let text = csv(&rows, width);
        let request = BallotRequest { actions: Some(("actions.csv", &known)), most, form: TableForm::default() };
        let mut findings = Findings::new();
        let ballots =
            read_ballots(&Source::new("ballots.csv", &text), &request, &mut findings).expect("it can be read");
        let expected = recount(&rows, most, None);
        assert_eq!(findings.count_of(Rule::NoBallots) > 0, expected.voters.is_empty(), "{text}");
        if expected.voters.is_empty() {
            refused += 1;
        }
        let vote = count(&ballots);
        compare(&vote.overall, &ballots, &expected, &text);
        for (audience, tally) in ballots.audiences.iter().zip(&vote.audiences) {
            compare(tally, &ballots, &recount(&rows, most, Some(audience)), &text);
        }
        counted += ballots.counted.len();
        // Best first, and whoever has more votes stands higher.
        assert!(vote.order.is_sorted_by_key(|&action| vote.overall.ranks[action]), "{text}");
    }
    assert!(counted > 1_000 && refused > 0, "{counted} ballots, {refused} files without one");
}
