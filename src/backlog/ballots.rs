//! Who picked what: the sound ballots of a vote.

/// What one voter picked for one audience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// The place of the voter; two ballots with the same are of the same person.
    pub voter: usize,
    /// The place of the audience in [`Ballots::audiences`].
    pub audience: usize,
    /// The places of the actions in [`Ballots::actions`], each once.
    pub picks: Vec<usize>,
}

/// The ballots that count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballots {
    /// The ids of the actions that could be picked, in the order of their file; without one, those that were picked, in
    /// the order in which they come up.
    pub actions: Vec<String>,
    /// For whom people voted, as first written; a single empty name where the file has no such column.
    pub audiences: Vec<String>,
    /// The ballots, in the order in which they come up.
    pub counted: Vec<Ballot>,
    /// How many ballots have a fault and don't count.
    pub faulty: usize,
    /// How many rows don't say whose ballot they are, or for whom, and don't count.
    pub nameless: usize,
}
