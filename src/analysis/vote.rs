//! Votes counted: for each audience and in all, how many, which rank, and what part of the voters.

use std::collections::HashSet;

use crate::backlog::Ballots;

/// The votes for one audience, or for all together. Actions go by their places in [`Ballots::actions`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many voters have a ballot that counts.
    pub voters: usize,
    /// How often each action was picked.
    pub votes: Vec<usize>,
    /// How many voters picked each action; more votes than that come from voters who picked it for several audiences.
    pub supporters: Vec<usize>,
    /// The rank of each action by its votes: one more than the number of actions with more (1, 2, 2, 4).
    pub ranks: Vec<usize>,
    /// Whether another action has as many votes.
    pub tied: Vec<bool>,
}

/// The answer of a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// One for each of [`Ballots::audiences`].
    pub audiences: Vec<Tally>,
    /// All audiences together: votes are summed, and a voter counts once.
    pub overall: Tally,
    /// The places of the actions, best first; actions with as many votes keep their order.
    pub order: Vec<usize>,
}

impl Tally {
    fn new(ballots: &Ballots, audience: Option<usize>) -> Self {
        let actions = ballots.actions.len();
        let mut tally = Self { votes: vec![0; actions], supporters: vec![0; actions], ..Self::default() };
        let (mut voters, mut pairs) = (HashSet::new(), HashSet::new());
        for ballot in ballots.counted.iter().filter(|ballot| audience.is_none_or(|only| only == ballot.audience)) {
            tally.voters += usize::from(voters.insert(ballot.voter));
            for &pick in &ballot.picks {
                tally.votes[pick] += 1;
                tally.supporters[pick] += usize::from(pairs.insert((ballot.voter, pick)));
            }
        }
        let mut sorted = tally.votes.clone();
        sorted.sort_unstable_by(|one, other| other.cmp(one));
        let ends = |&own: &usize| {
            (sorted.partition_point(|&votes| votes > own) + 1, sorted.partition_point(|&votes| votes >= own))
        };
        (tally.ranks, tally.tied) = tally.votes.iter().map(ends).map(|(first, last)| (first, last > first)).unzip();
        tally
    }
}

/// Counts the ballots.
pub fn count(ballots: &Ballots) -> Vote {
    let audiences = (0..ballots.audiences.len()).map(|audience| Tally::new(ballots, Some(audience))).collect();
    let overall = Tally::new(ballots, None);
    let mut order: Vec<usize> = (0..ballots.actions.len()).collect();
    order.sort_by_key(|&action| overall.ranks[action]);
    Vote { audiences, overall, order }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backlog::Ballot;

    #[test]
    fn a_voter_who_picks_an_action_for_two_audiences_votes_twice_and_supports_it_once() {
        let ballot = |voter, audience, picks: &[usize]| Ballot { voter, audience, picks: picks.to_vec() };
        let ballots = Ballots {
            actions: ["A", "B", "C", "D"].map(str::to_owned).to_vec(),
            audiences: ["x", "y"].map(str::to_owned).to_vec(),
            counted: vec![ballot(0, 0, &[0, 1]), ballot(0, 1, &[0, 2]), ballot(1, 1, &[1, 2])],
            ..Ballots::default()
        };
        let vote = count(&ballots);
        assert_eq!(vote.overall.votes, [2, 2, 2, 0]);
        assert_eq!(vote.overall.supporters, [1, 2, 2, 0]);
        assert_eq!(vote.overall.ranks, [1, 1, 1, 4]);
        assert_eq!((vote.overall.voters, vote.audiences[0].voters, vote.audiences[1].voters), (2, 1, 2));
        assert_eq!(vote.audiences[1].ranks, [2, 2, 1, 4]);
        assert_eq!(vote.order, [0, 1, 2, 3]);
    }
}
