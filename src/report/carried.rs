//! What a sheet carries along of its input: all columns but those that the same command has written before, which it
//! writes anew. So a command can go over its own output as often as one likes, and over that of others.

use std::borrow::Cow;

use super::{Cell, Column};
use crate::backlog::Backlog;
use crate::model::Model;

/// A command whose sheet has columns of its own before those of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writer {
    Rank,
    Triage,
    Plan,
    Vote,
}

impl Writer {
    const ALL: [Self; 4] = [Self::Rank, Self::Triage, Self::Plan, Self::Vote];

    /// The columns with which its own begin; together and in front of all others nobody else writes them.
    fn first(self) -> &'static [&'static str] {
        match self {
            Self::Rank => &["rank", "score"],
            Self::Triage => &["action", "label", "near"],
            Self::Plan => &["period", "plan", "plan_value"],
            Self::Vote => &["rank", "votes", "share"],
        }
    }
}

/// The columns of an input that a sheet carries along.
#[derive(Clone, Debug)]
pub(super) struct Carried<'a> {
    backlog: &'a Backlog<'a>,
    /// Their places; `None` where all are.
    kept: Option<Vec<usize>>,
}

impl<'a> Carried<'a> {
    /// What `writer` carries along of a backlog. Under a model its factors may stand behind the rank, and under `also`
    /// what else it writes now.
    pub(super) fn new(writer: Writer, backlog: &'a Backlog<'a>, model: Option<&Model>, also: &[&str]) -> Self {
        let headings: Vec<Cow<'_, str>> =
            (0..backlog.table.header.len()).map(|column| backlog.table.heading(column)).collect();
        let is_computed = |column: usize| {
            let heading = headings[column].as_ref();
            let is_factor = model
                .is_some_and(|model| model.find(heading).is_some_and(|node| !model.nodes[node].children.is_empty()));
            is_factor || also.contains(&heading)
        };
        let own = written_by(writer, &headings, |column| is_read(backlog, column), is_computed);
        let kept = (0..headings.len()).filter(|column| !own.contains(column)).collect();
        Self { backlog, kept: (!own.is_empty()).then_some(kept) }
    }

    /// Their headings, as columns.
    pub(super) fn columns(&self) -> impl Iterator<Item = Column> {
        self.places().map(|column| Column::plain(self.backlog.table.heading(column)))
    }

    /// Their places in the input.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        let all = if self.kept.is_none() { self.backlog.table.header.len() } else { 0 };
        (0..all).chain(self.kept.iter().flatten().copied())
    }

    /// Adds the cells of a row: the whole record as it stands in the file, wherever nothing is taken out of it.
    pub(super) fn add(&self, row: usize, cells: &mut Vec<Cell<'a>>) {
        let record = self.backlog.table.record(row);
        match &self.kept {
            None => cells.push(Cell::Carried(record)),
            Some(kept) => {
                let texts: Vec<Cow<'a, str>> = record.texts().collect();
                cells.extend(kept.iter().map(|&column| texts.get(column).cloned().map_or(Cell::Blank, Cell::Text)));
            }
        }
    }
}

/// Whether a column is read as something.
fn is_read(backlog: &Backlog<'_>, column: usize) -> bool {
    [backlog.id, backlog.title, backlog.rater].contains(&Some(column))
        || backlog.readings.iter().any(|reading| reading.column == column)
        || backlog.reasons.iter().any(|&(_, reason)| reason == column)
}

/// The columns that a command has written before: at the front of a table, where others may have written theirs too.
fn written_by(
    writer: Writer,
    headings: &[Cow<'_, str>],
    is_read: impl Fn(usize) -> bool,
    is_computed: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let are = |from: usize, names: &[&str]| {
        headings
            .get(from..)
            .is_some_and(|rest| rest.len() >= names.len() && rest.iter().zip(names).all(|(a, b)| a == b))
    };
    let mut own = Vec::new();
    let (mut at, mut is_planned) = (0, false);
    while let Some(other) = Writer::ALL.into_iter().find(|other| are(at, other.first())) {
        let mut end = at + other.first().len();
        match other {
            Writer::Rank | Writer::Triage => {
                while end < headings.len() && is_computed(end) && !is_read(end) {
                    end += 1;
                }
                let groups = [&["group", "group_rank"][..], &["rank", "group", "group_rank"]];
                end += groups.into_iter().find(|names| are(end, names)).map_or(0, <[_]>::len);
            }
            Writer::Plan => {}
            Writer::Vote => {
                let of_audience = |heading: &str| {
                    Writer::Vote
                        .first()
                        .iter()
                        .any(|name| heading.strip_prefix(name).is_some_and(|rest| rest.starts_with(" (")))
                };
                while headings.get(end).is_some_and(|heading| of_audience(heading)) {
                    end += 1;
                }
            }
        }
        if (at..end).any(&is_read) {
            break;
        }
        if other == writer {
            own.extend(at..end);
        }
        // The owner that a plan has written is an input of the next one.
        is_planned |= other == Writer::Plan;
        at = end + usize::from(is_planned && are(end, &["owner"]));
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(writer: Writer, headings: &str) -> Vec<usize> {
        let headings: Vec<Cow<'_, str>> = headings.split(',').map(Cow::Borrowed).collect();
        written_by(
            writer,
            &headings,
            |column| ["id", "ease"].contains(&headings[column].as_ref()),
            |column| ["impact", "cost"].contains(&headings[column].as_ref()),
        )
    }

    #[test]
    fn a_commands_own_columns_stand_in_front_together() {
        assert_eq!(written(Writer::Rank, "rank,score,impact,id,cost,ease"), [0, 1, 2]);
        assert_eq!(written(Writer::Rank, "rank,score,group,group_rank,group,id"), [0, 1, 2, 3]);
        assert_eq!(written(Writer::Triage, "action,label,near,impact,rank,group,group_rank,id"), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(
            written(Writer::Vote, "rank,votes,share,rank (CS),votes (CS),share (CS),rank,id"),
            [0, 1, 2, 3, 4, 5]
        );
        // Written twice, by a version that kept the old ones.
        assert_eq!(written(Writer::Rank, "rank,score,rank,score,id"), [0, 1, 2, 3]);
    }

    #[test]
    fn behind_what_others_wrote_a_commands_own_columns_are_found() {
        let planned = "period,plan,plan_value,owner,rank,score,impact,id";
        assert_eq!(written(Writer::Plan, planned), [0, 1, 2]);
        assert_eq!(written(Writer::Rank, planned), [4, 5, 6]);
        assert_eq!(written(Writer::Triage, planned), [0; 0]);
        let placed = "period,plan,plan_value,action,label,near,owner,rank,score,id";
        assert_eq!(written(Writer::Rank, placed), [7, 8]);
    }

    #[test]
    fn what_a_file_has_of_its_own_is_left_alone() {
        for headings in ["id,rank,score", "rank,id,score", "score,rank,id", "rank", "period,plan,id", ""] {
            for writer in Writer::ALL {
                assert_eq!(written(writer, headings), [0; 0], "{headings}");
            }
        }
    }
}
