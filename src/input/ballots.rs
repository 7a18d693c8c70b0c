//! The ballots of a vote: who picked which actions, for whom. One pick a row, or one column a pick.
//!
//! A ballot is all that one voter picks for one audience, on however many rows. What can't be counted is a finding;
//! counting is `analysis/vote.rs`.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::identity::shared_form;
use super::listing::{Known, Listing, TableForm};
use super::names::fold;
use super::panel::same;
use crate::backlog::{Ballot, Ballots};
use crate::finding::{Finding, Findings, Rule, Source};
use crate::prose;

const VOTER: usize = 0;
const AUDIENCE: usize = 1;

/// The columns of the file but for the picks, in the order of the places above.
const COLUMNS: [Known; 2] = [
    Known { key: "voter", also: &["投票者", "名前", "お名前", "氏名", "ご氏名"], is_needed: true },
    Known { key: "audience", also: &["for", "対象", "対象者", "投票の対象"], is_needed: false },
];
/// The keys of the columns, for those who name their headers.
pub const BALLOT_KEYS: [&str; 3] = [COLUMNS[VOTER].key, COLUMNS[AUDIENCE].key, PICK[0]];

/// What the column of the picks is called; several of them have a number behind.
const PICK: [&str; 7] = ["action", "pick", "choice", "施策", "施策id", "選択", "選んだ施策"];
/// What may stand behind a number, or behind 第 and a number, in the heading of a pick: `1st choice`, `第1希望`.
const BEHIND: [&str; 11] = ["st", "nd", "rd", "th", "位", "番", "番目", "つ目", "件目", "票目", "希望"];

/// An action that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownAction {
    /// Its id: what a ballot names.
    pub id: String,
    /// Its title, for those who write it in the place of the id.
    pub title: String,
}

/// How ballots are read.
#[derive(Clone, Copy, Debug)]
pub struct BallotRequest<'a> {
    /// The file of the actions and what stands in it; without one every action can be picked.
    pub actions: Option<(&'a str, &'a [KnownAction])>,
    /// How many actions a ballot may pick.
    pub most: usize,
    /// The delimiter and the headers that the user names.
    pub form: TableForm<'a>,
}

/// Reads ballots. A ballot with a fault is not counted; no ballots at all, or none that counts, is an error.
pub fn read_ballots(source: &Source<'_>, request: &BallotRequest<'_>, findings: &mut Findings) -> Option<Ballots> {
    let listing = Listing::read_with(source, &COLUMNS, request.form, &is_pick, findings);
    let ballots = listing.and_then(|listing| Reader::new(source, &listing, request).read(findings));
    findings.locate(source);
    ballots
}

/// Whether a heading is that of picks: `action`, `pick_2`, `施策3`, `1st choice`, `第1希望`, `施策（第1希望）`.
fn is_pick(heading: &str) -> bool {
    let folded = fold(heading);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_named = |text: &str| text.is_empty() || PICK.contains(&text);
    let is_ordinal = |text: &str| {
        let counted = text.strip_prefix('第').unwrap_or(text);
        let behind = counted.trim_start_matches(|character: char| character.is_ascii_digit());
        behind.len() < counted.len() && BEHIND.iter().filter_map(|word| behind.strip_prefix(word)).any(is_named)
    };
    let unwrapped =
        |text: &str| text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text).to_owned();
    let mut behind = PICK.iter().filter_map(|name| folded.strip_prefix(name)).map(unwrapped);
    PICK.contains(&folded.as_str())
        || is_ordinal(&folded)
        || behind.any(|behind| is_number(&behind) || is_ordinal(&behind))
}

/// A voter's name without what people vary in typing it: width, case and spaces.
fn person(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).filter(|character| !character.is_whitespace()).collect()
}

/// A ballot on its way.
struct Draft {
    ballot: Ballot,
    /// Where each pick stands.
    places: Vec<(usize, usize)>,
    is_faulty: bool,
}

struct Reader<'a, 't> {
    source: &'a Source<'t>,
    listing: &'a Listing<'t>,
    request: &'a BallotRequest<'a>,
    /// The place of each action by its id.
    actions: HashMap<String, usize>,
    /// The action that was first picked under a form that look-alikes share, and the line of it.
    forms: HashMap<String, (usize, usize)>,
    voters: HashMap<String, usize>,
    audiences: HashMap<String, usize>,
    drafts: HashMap<(usize, usize), usize>,
    ballots: Ballots,
}

impl<'a, 't> Reader<'a, 't> {
    fn new(source: &'a Source<'t>, listing: &'a Listing<'t>, request: &'a BallotRequest<'a>) -> Self {
        let mut actions = HashMap::new();
        let mut ballots = Ballots::default();
        for action in request.actions.iter().flat_map(|(_, actions)| *actions) {
            actions.entry(same(&action.id)).or_insert(ballots.actions.len());
            ballots.actions.push(action.id.clone());
        }
        let (forms, voters, audiences, drafts) = (HashMap::new(), HashMap::new(), HashMap::new(), HashMap::new());
        Self { source, listing, request, actions, forms, voters, audiences, drafts, ballots }
    }

    fn read(mut self, findings: &mut Findings) -> Option<Ballots> {
        let named: Vec<String> = self.request.form.named(PICK[0]).map(fold).collect();
        let is_chosen =
            |heading: &str| if named.is_empty() { is_pick(heading) } else { named.contains(&fold(heading)) };
        let columns = self.listing.columns(is_chosen);
        let headings: Vec<String> = self.listing.headings().map(|heading| fold(&heading)).collect();
        for header in self.request.form.named(PICK[0]).filter(|header| !headings.contains(&fold(header))) {
            let finding = self.listing.missing(PICK[0], &PICK).with("header", prose::name(header));
            findings.push(finding.advise("help-named"));
        }
        if columns.is_empty() && named.is_empty() {
            findings.push(self.listing.missing(PICK[0], &PICK));
        }
        if columns.is_empty() || !self.listing.has(VOTER) {
            return None;
        }
        let mut drafts: Vec<Draft> = Vec::new();
        for row in 0..self.listing.len() {
            let Some(place) = self.draft_of(row, &mut drafts, findings) else {
                self.ballots.nameless += 1;
                continue;
            };
            let draft = &mut drafts[place];
            let filled: Vec<usize> =
                columns.iter().copied().filter(|&column| !self.listing.cell(row, column).is_empty()).collect();
            if filled.is_empty() {
                findings.push_with(Rule::BlankPick, || self.about(Rule::BlankPick, row, columns[0]));
            }
            for column in filled {
                match self.action(row, column, findings) {
                    Some(action) => self.add(draft, action, (row, column), findings),
                    None => draft.is_faulty = true,
                }
            }
        }
        for draft in drafts.iter_mut().filter(|draft| draft.ballot.picks.len() > self.request.most) {
            draft.is_faulty = true;
            let (row, column) = draft.places[self.request.most];
            let about = || self.with_audience(self.about(Rule::TooManyPicks, row, column), row);
            findings.push_with(Rule::TooManyPicks, || {
                about().with("found", draft.ballot.picks.len()).with("most", self.request.most)
            });
        }
        let is_blank = |draft: &Draft| draft.ballot.picks.is_empty() && !draft.is_faulty;
        self.ballots.faulty = drafts.iter().filter(|draft| draft.is_faulty).count();
        let sound = drafts.into_iter().filter(|draft| !draft.is_faulty && !is_blank(draft));
        self.ballots.counted = sound.map(|draft| draft.ballot).collect();
        if self.ballots.counted.is_empty() {
            findings.push(Finding::new(Rule::NoBallots).at(0));
        }
        Some(self.ballots)
    }

    /// The ballot that a row belongs to; none where it doesn't say whose it is, or for whom.
    fn draft_of(&mut self, row: usize, drafts: &mut Vec<Draft>, findings: &mut Findings) -> Option<usize> {
        let (voter, audience) = (self.listing.text(row, VOTER), self.listing.text(row, AUDIENCE));
        if voter.is_empty() {
            findings.push_with(Rule::BlankVoter, || self.listing.finding(Rule::BlankVoter, row, VOTER));
            return None;
        }
        if audience.is_empty() && self.listing.has(AUDIENCE) {
            findings.push_with(Rule::BlankAudience, || {
                self.listing.finding(Rule::BlankAudience, row, AUDIENCE).with("voter", prose::name(&voter))
            });
            return None;
        }
        let next = self.voters.len();
        let voter = *self.voters.entry(person(&voter)).or_insert(next);
        let next = self.audiences.len();
        let place = *self.audiences.entry(fold(&audience)).or_insert(next);
        if place == self.ballots.audiences.len() {
            self.ballots.audiences.push(audience.into_owned());
        }
        Some(*self.drafts.entry((voter, place)).or_insert_with(|| {
            let ballot = Ballot { voter, audience: place, picks: Vec::new() };
            drafts.push(Draft { ballot, places: Vec::new(), is_faulty: false });
            drafts.len() - 1
        }))
    }

    /// The place of the action that a cell names.
    fn action(&mut self, row: usize, column: usize, findings: &mut Findings) -> Option<usize> {
        let id = self.listing.cell(row, column);
        let own = same(&id);
        if let Some(&action) = self.actions.get(&own) {
            return Some(action);
        }
        let Some((file, known)) = self.request.actions else {
            let action = self.ballots.actions.len();
            self.look_alike(&id, action, (row, column), findings);
            self.actions.insert(own, action);
            self.ballots.actions.push(id.into_owned());
            return Some(action);
        };
        findings.push_with(Rule::UnknownAction, || {
            let finding = self.about(Rule::UnknownAction, row, column).of_item(id.as_ref());
            let finding = finding.with("id", prose::name(&id)).with("actions", prose::visible(file));
            let titled = known.iter().find(|action| !action.title.is_empty() && fold(&action.title) == fold(&id));
            let plain: String = id.nfkc().collect();
            let form = shared_form(&id);
            let alike = || known.iter().find(|action| shared_form(&action.id) == form).map(|action| action.id.as_str());
            let close = || prose::same_but_one(&plain, known.iter().map(|action| action.id.as_str()));
            match alike().or(titled.map(|action| action.id.as_str())).or_else(close) {
                Some(close) => finding.with("close", prose::name(close)).advise("help-close"),
                None => finding,
            }
        });
        None
    }

    /// Says that an action that is new here looks like one that was picked before: their votes are counted apart.
    fn look_alike(&mut self, id: &str, action: usize, (row, column): (usize, usize), findings: &mut Findings) {
        let at = || self.about(Rule::LookAlikeId, row, column).of_item(id);
        let line = self.source.position(at().span.map_or(0, |span| span.start)).line;
        let (first, first_line) = *self.forms.entry(shared_form(id)).or_insert((action, line));
        if first != action {
            findings.push_with(Rule::LookAlikeId, || {
                let finding = self.about(Rule::LookAlikeId, row, column).of_item(id).with("id", prose::name(id));
                let other = prose::name(&self.ballots.actions[first]);
                finding.with("other", other).with("first", first_line).advise("help-vote")
            });
        }
    }

    /// Adds a pick to a ballot; the same one twice makes it a faulty one.
    fn add(&self, draft: &mut Draft, action: usize, place: (usize, usize), findings: &mut Findings) {
        let Some(before) = draft.ballot.picks.iter().position(|&pick| pick == action) else {
            draft.ballot.picks.push(action);
            draft.places.push(place);
            return;
        };
        draft.is_faulty = true;
        findings.push_with(Rule::PickedTwice, || {
            let (row, column) = place;
            let (first_row, first_column) = draft.places[before];
            let first = self.listing.finding_in(Rule::PickedTwice, first_row, first_column);
            let first = self.source.position(first.span.map_or(0, |span| span.start)).line;
            let id = &self.ballots.actions[action];
            let finding = self.about(Rule::PickedTwice, row, column).of_item(id.as_str());
            self.with_audience(finding.with("id", prose::name(id)).with("first", first), row)
        });
    }

    /// A finding at a cell of a row, with the voter's name.
    fn about(&self, rule: Rule, row: usize, column: usize) -> Finding {
        self.listing.finding_in(rule, row, column).with("voter", prose::name(&self.listing.text(row, VOTER)))
    }

    fn with_audience(&self, finding: Finding, row: usize) -> Finding {
        let audience = self.listing.text(row, AUDIENCE);
        let shown = if audience.is_empty() { "none".to_owned() } else { prose::name(&audience) };
        finding.with("audience", shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, known: Option<&[&str]>) -> (Option<Ballots>, Vec<(Rule, usize)>) {
        let known: Option<Vec<KnownAction>> = known.map(|ids| {
            ids.iter().map(|id| KnownAction { id: (*id).to_owned(), title: format!("Title of {id}") }).collect()
        });
        let request = BallotRequest {
            actions: known.as_deref().map(|known| ("actions.csv", known)),
            most: 2,
            form: TableForm::default(),
        };
        let mut findings = Findings::new();
        let ballots = read_ballots(&Source::new("ballots.csv", text), &request, &mut findings);
        let found = findings.shown().map(|found| (found.rule, found.position.map_or(0, |at| at.line))).collect();
        (ballots, found)
    }

    #[test]
    fn long_and_wide_ballots_say_the_same() {
        let long = "voter,audience,action\ns,x,A\ns,x,B\nt,x,B\ns,y,C\n";
        let wide = "投票者,対象,施策1,施策2\ns,x,A,B\nt,x,B,\ns,y,,C\n";
        let (one, other) = (read(long, None), read(wide, None));
        assert_eq!(one, other);
        assert!(one.1.is_empty());
        assert_eq!(one.0.map(|ballots| ballots.counted.len()), Some(3));
    }

    #[test]
    fn headings_of_picks_are_known_by_name_and_number() {
        for heading in [
            "action",
            "Pick 1",
            "pick_12",
            "1st",
            "2nd choice",
            "施策１",
            "施策（2）",
            "第1希望",
            "3つ目",
            "選択①",
            "施策（第1希望）",
            "action (2nd)",
        ] {
            assert!(is_pick(heading), "{heading}");
        }
        for heading in ["voter", "picked", "pick a", "1", "第希望", "action items", "timestamp", "10%"] {
            assert!(!is_pick(heading), "{heading}");
        }
    }

    #[test]
    fn a_ballot_with_a_fault_is_not_counted_and_the_others_of_the_voter_are() {
        let text = "voter,audience,action\ns,x,A\ns,x,A\ns,y,A\nt,x,Z\nt,x,B\nu,x,A\nu,x,B\nu,x,C\n,x,A\nv,,A\nw,x,\n";
        let (ballots, found) = read(text, Some(&["A", "B", "C"]));
        let expected = [
            (Rule::PickedTwice, 3),
            (Rule::UnknownAction, 5),
            (Rule::BlankVoter, 10),
            (Rule::BlankAudience, 11),
            (Rule::BlankPick, 12),
            (Rule::TooManyPicks, 9),
        ];
        assert_eq!(found, expected);
        let ballots = ballots.unwrap_or_default();
        assert_eq!((ballots.counted.len(), ballots.faulty, ballots.nameless), (1, 3, 2));
    }

    #[test]
    fn a_voter_is_the_same_however_the_name_is_typed() {
        let (ballots, found) = read("voter,action\nSato Ken,A\nｓａｔｏ　ken,B\nSATO KEN,C\n", None);
        assert_eq!(found, [(Rule::NoBallots, 1), (Rule::TooManyPicks, 4)]);
        assert_eq!(ballots.map(|ballots| ballots.faulty), Some(1));
    }
}
