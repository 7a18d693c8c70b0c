//! A vote for people: one table, best first, with a column an audience; and what to do next.

use super::{VoteReport, number, share};
use crate::analysis::Tally;
use crate::prose;
use crate::report::order::named;
use crate::report::{Block, Cell, Column, Shape, Table};
use crate::say;

impl<'a> VoteReport<'a> {
    /// What people read.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let mut lines = vec![self.count_line()];
        lines.extend(self.audience_line());
        lines.extend(self.first_lines());
        lines.push(self.next_line());
        vec![Block::Table(self.table()), Block::Lines(lines)]
    }

    fn table(self) -> Table<'a> {
        let lang = self.lang;
        let heading = |name: &str| lang.text(name);
        let mut columns = vec![
            Column::new("rank", heading("column-rank"), Shape::Number),
            Column::new("id", heading("column-id"), Shape::Text),
        ];
        let has_titles = self.actions.is_some_and(|actions| actions.title.is_some());
        if has_titles {
            columns.push(Column::new("title", heading("column-title"), Shape::Flexible));
        }
        columns.push(Column::new("votes", heading("vote-column-votes"), Shape::Number));
        columns.push(Column::new("share", heading("vote-column-share"), Shape::Number));
        columns.push(Column::new("bar", "", Shape::Bar));
        let audiences: Vec<&Tally> = self.audiences().map(|(_, tally)| tally).collect();
        columns.extend(self.audiences().map(|(name, _)| Column::new(name, prose::excerpt(name), Shape::Number)));
        let row = move |place: usize| {
            let action = self.vote.order[place];
            let overall = &self.vote.overall;
            let rank = u32::try_from(overall.ranks[action]).unwrap_or(u32::MAX);
            let mut cells = vec![Cell::Rank(rank, overall.tied[action]), self.id(action)];
            if has_titles {
                cells.push(Cell::Text(self.title(action)));
            }
            let part = share(overall, action).map_or(0.0, |part| part.to_f64());
            cells.push(number(overall.votes[action]));
            let percent = format!("{}", (part * 100.0).round());
            cells.push(Cell::Text(say!(lang, "review-percent", percent = percent).into()));
            cells.push(Cell::Bar(part));
            cells.extend(audiences.iter().map(|tally| votes_and_rank(tally, action)));
            cells
        };
        Table::new(columns, self.vote.order.len(), row)
    }

    fn id(self, action: usize) -> Cell<'a> {
        Cell::Text(self.ballots.actions[action].as_str().into())
    }

    fn count_line(self) -> String {
        say!(
            self.lang,
            "vote-count",
            voters = self.vote.overall.voters,
            ballots = self.ballots.counted.len(),
            picks = self.picks,
            faulty = self.ballots.faulty,
            rows = self.ballots.nameless
        )
    }

    /// What the columns of the audiences mean, and how many voted for each.
    fn audience_line(self) -> Option<String> {
        let voters = self.audiences().map(|(name, tally)| {
            say!(self.lang, "vote-audience-voters", audience = prose::excerpt(name), voters = tally.voters)
        });
        let voters: Vec<String> = voters.collect();
        let list = prose::list(self.lang, &voters);
        (!voters.is_empty()).then(|| say!(self.lang, "vote-audiences", audiences = list))
    }

    /// Who is first for each audience, where that isn't who is first in all.
    fn first_lines(self) -> Vec<String> {
        let firsts = |tally: &Tally| -> Vec<usize> {
            (0..tally.ranks.len()).filter(|&action| tally.ranks[action] == 1 && tally.votes[action] > 0).collect()
        };
        let overall = firsts(&self.vote.overall);
        let differing = self.audiences().filter(|(_, tally)| firsts(tally) != overall);
        let line = |(name, tally): (&str, &Tally)| {
            let first = firsts(tally);
            let votes = first.first().map_or(0, |&action| tally.votes[action]);
            let count = first.len();
            let ids = first.iter().map(|&action| prose::visible(&self.ballots.actions[action]));
            let ids: Vec<String> = ids.collect();
            let ids = named(ids.into_iter(), self.lang);
            let audience = prose::excerpt(name);
            let voters = tally.voters;
            say!(self.lang, "vote-first", audience = audience, ids = ids, count = count, votes = votes, voters = voters)
        };
        differing.map(line).collect()
    }

    fn next_line(self) -> String {
        let (ballots, actions) = self.files;
        match actions {
            Some(actions) => {
                let (ballots, actions) = (prose::visible(ballots), prose::visible(actions));
                say!(self.lang, "vote-next", ballots = ballots, actions = actions)
            }
            None => self.lang.text("vote-next-actions"),
        }
    }
}

/// The votes for one audience, with the rank among them behind: `7 (=2)`; nothing where nobody picked it.
fn votes_and_rank<'a>(tally: &Tally, action: usize) -> Cell<'a> {
    let votes = tally.votes[action];
    let mark = if tally.tied[action] { "=" } else { "" };
    match votes {
        0 => Cell::Text("–".into()),
        _ => Cell::Text(format!("{votes} ({mark}{})", tally.ranks[action]).into()),
    }
}
