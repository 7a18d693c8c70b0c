//! Whose problem is it: rows put together by what stands in a column, and a ranking seen group by group.
//!
//! Which texts are the same, and where they stand, `input/view.rs` says. A group's ranks are those that its items would have
//! if they were all there is: scores don't depend on other items, so they follow from the ranking of all.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::scoring::Ranking;

/// Rows put together by what stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups<'a> {
    /// The column's heading.
    pub heading: Cow<'a, str>,
    /// In the order in which they come in the file, the rows without a text last.
    pub groups: Vec<Group>,
}

/// The rows that have one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The text as it is written first; empty where the cells are blank.
    pub name: String,
    /// The rows, in the order of the file.
    pub rows: Vec<usize>,
}

impl<'a> Groups<'a> {
    /// Groups rows: each comes with its text, and with the form that texts share which are the same.
    pub fn new(heading: Cow<'a, str>, rows: impl IntoIterator<Item = (usize, String, String)>) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for (row, name, form) in rows {
            let place = *places.entry(form).or_insert(groups.len());
            match groups.get_mut(place) {
                Some(group) => group.rows.push(row),
                None => groups.push(Group { name, rows: vec![row] }),
            }
        }
        groups.sort_by_key(|group| group.name.is_empty());
        Self { heading, groups }
    }
}

/// A ranking seen group by group.
#[derive(Clone, Debug)]
pub struct RankedGroups<'a> {
    /// The heading of the column that makes the groups.
    pub heading: Cow<'a, str>,
    /// How many ranks the first ones are that are counted.
    pub top: usize,
    /// The group of the best item first, groups of one best rank in the order of the ranking; then those without a ranked
    /// item, in the order of the file; the items without a text last.
    pub groups: Vec<RankedGroup>,
    /// For each row of the file the place of its group and, where it has one, its rank there.
    of_row: Vec<Option<(usize, Option<u32>)>>,
}

/// The items of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedGroup {
    /// The text that they share, empty where the cells are blank.
    pub name: String,
    /// The ranked items, best first.
    pub members: Vec<Member>,
    /// How many items have no rank.
    pub unranked: usize,
    /// How many items are within the first ranks of all; ties across the line are all in.
    pub in_top: usize,
}

/// A ranked item of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its place in [`Ranking::standings`].
    pub place: usize,
    /// Its rank among the items of the group, which shares ranks as all rankings do.
    pub rank: u32,
}

impl RankedGroup {
    /// How many items there are, with a rank or without.
    pub fn len(&self) -> usize {
        self.members.len() + self.unranked
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The best rank that an item of the group has among all.
    pub fn best_rank(&self, ranking: &Ranking) -> Option<u32> {
        Some(ranking.standings.get(self.members.first()?.place)?.rank)
    }

    /// Whether the n-th member shares its rank in the group.
    pub fn is_tied(&self, n: usize) -> bool {
        let shares = |other: Option<&Member>| other.is_some_and(|other| other.rank == self.members[n].rank);
        shares(n.checked_sub(1).and_then(|before| self.members.get(before))) || shares(self.members.get(n + 1))
    }
}

impl<'a> RankedGroups<'a> {
    /// Takes a ranking apart; rows of `groups` that are not in it are left out.
    pub fn new(ranking: &Ranking, groups: Groups<'a>, top: usize) -> Self {
        let rows = groups.groups.iter().flat_map(|group| &group.rows).max().map_or(0, |last| last + 1);
        let mut of_row: Vec<Option<(usize, Option<u32>)>> = vec![None; rows];
        for (number, group) in groups.groups.iter().enumerate() {
            group.rows.iter().for_each(|&row| of_row[row] = Some((number, None)));
        }
        let within = ranking.within(top);
        let empty = |group: Group| RankedGroup { name: group.name, members: Vec::new(), unranked: 0, in_top: 0 };
        let mut ranked: Vec<RankedGroup> = groups.groups.into_iter().map(empty).collect();
        for (place, standing) in ranking.standings.iter().enumerate() {
            let Some(Some((number, own))) = of_row.get_mut(standing.row as usize) else { continue };
            let group = &mut ranked[*number];
            let shared = group.members.last().filter(|last| ranking.standings[last.place].rank == standing.rank);
            let rank = shared.map_or(group.members.len() as u32 + 1, |last| last.rank);
            *own = Some(rank);
            group.members.push(Member { place, rank });
            group.in_top += usize::from(place < within);
        }
        for item in &ranking.unranked {
            if let Some(Some((number, _))) = of_row.get(item.row as usize) {
                ranked[*number].unranked += 1;
            }
        }
        let first = |group: &RankedGroup| group.members.first().map_or(usize::MAX, |member| member.place);
        let mut order: Vec<usize> = (0..ranked.len()).filter(|&number| !ranked[number].is_empty()).collect();
        order.sort_by_key(|&number| (ranked[number].name.is_empty(), first(&ranked[number])));
        let mut places = vec![None; ranked.len()];
        order.iter().enumerate().for_each(|(place, &number)| places[number] = Some(place));
        of_row.iter_mut().for_each(|of| *of = of.and_then(|(number, rank)| Some((places[number]?, rank))));
        let mut ranked: Vec<Option<RankedGroup>> = ranked.into_iter().map(Some).collect();
        let ranked = order.into_iter().filter_map(|number| ranked[number].take()).collect();
        Self { heading: groups.heading, top, groups: ranked, of_row }
    }

    /// The place of a row's group, and the row's rank there, if it has one.
    pub fn of(&self, row: usize) -> Option<(usize, Option<u32>)> {
        self.of_row.get(row).copied().flatten()
    }

    /// Whether a row shares its rank in its group.
    pub fn is_tied(&self, row: usize) -> bool {
        let Some((number, Some(rank))) = self.of(row) else { return false };
        let members = self.groups.get(number).map_or(&[][..], |group| &group.members);
        let first = members.partition_point(|member| member.rank < rank);
        members.get(first + 1).is_some_and(|member| member.rank == rank)
    }

    /// The name of a row's group, empty where its cell is blank.
    pub fn name_of(&self, row: usize) -> &str {
        self.of(row).and_then(|(number, _)| self.groups.get(number)).map_or("", |group| group.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;
    use crate::scoring::{Exact, Reason, Standing, Unranked};

    fn ranking(ranks: &[u32], unranked: &[u32]) -> Ranking {
        let score = |rank: u32| Exact::from(Decimal::from(-i64::from(rank)));
        let standing = |(row, &rank): (usize, &u32)| Standing { row: row as u32, rank, score: score(rank) };
        let none = |&row: &u32| Unranked { row, reason: Reason::Missing(Vec::new()) };
        Ranking {
            standings: ranks.iter().enumerate().map(standing).collect(),
            unranked: unranked.iter().map(none).collect(),
        }
    }

    fn groups(texts: &[&str]) -> Groups<'static> {
        let row = |(row, text): (usize, &&str)| (row, (*text).to_owned(), text.to_lowercase());
        Groups::new("team".into(), texts.iter().enumerate().map(row))
    }

    #[test]
    fn a_group_is_ranked_as_if_it_were_alone() {
        let ranking = ranking(&[1, 2, 2, 2, 5, 6], &[6, 7]);
        let ranked = RankedGroups::new(&ranking, groups(&["", "b", "A", "a", "b", "a", "c", "B"]), 3);
        let seen = |group: &RankedGroup| {
            let ranks: Vec<u32> = group.members.iter().map(|member| member.rank).collect();
            format!("{} {ranks:?} {} {} {:?}", group.name, group.unranked, group.in_top, group.best_rank(&ranking))
        };
        assert_eq!(
            ranked.groups.iter().map(seen).collect::<Vec<_>>(),
            ["b [1, 2] 1 1 Some(2)", "A [1, 1, 3] 0 2 Some(2)", "c [] 1 0 None", " [1] 0 1 Some(1)"]
        );
        assert!(ranked.groups[1].is_tied(0) && ranked.groups[1].is_tied(1) && !ranked.groups[1].is_tied(2));
        assert_eq!(
            [0, 1, 5, 7].map(|row| ranked.of(row)),
            [Some((3, Some(1))), Some((0, Some(1))), Some((1, Some(3))), Some((0, None))]
        );
        assert_eq!(ranked.name_of(7), "b");
    }

    #[test]
    fn what_is_not_ranked_is_in_no_group() {
        let ranked = RankedGroups::new(&ranking(&[1], &[]), groups(&["a", "b"]), 1);
        assert_eq!(ranked.groups.len(), 1);
        assert_eq!((ranked.of(1), ranked.of(9), ranked.name_of(9)), (None, None, ""));
    }
}
