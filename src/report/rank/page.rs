//! A ranking for people: the table, and the lines under it.

use super::RankReport;
use crate::analysis::{RankedGroup, RankedGroups};
use crate::model::{Combine, NodeId, ROOT};
use crate::prose;
use crate::report::view;
use crate::report::{Block, Cell, Column, Shape, Table, criteria, places};
use crate::say;
use crate::scoring::{Exact, Ranking, Reason, Scorer, Standing, Unranked};

/// How many items a line under the table names before it counts the rest.
const NAMED: usize = 6;

impl<'a> RankReport<'a> {
    /// What people read.
    pub(super) fn page(self) -> Vec<Block<'a>> {
        let mut page = match self.viewed.groups {
            None => vec![Block::Table(self.table(None))],
            Some(groups) => self.group_blocks(groups),
        };
        let mut lines = self.viewed.kept_lines(self.lang);
        lines.extend(self.viewed.most_line(self.ranking, self.lang));
        lines.push(criteria::model_line(self.scorer.model, self.scorer.plan, self.weights, self.origin, self.lang));
        lines.extend(criteria::tie_break_line(self.scorer, self.lang));
        lines.extend(self.unranked_line());
        lines.extend(self.tie_line());
        if self.has_uncertain() {
            lines.push(self.lang.text("uncertain-line"));
        }
        page.push(Block::Lines(lines));
        page
    }

    /// What each group has, then a table for each that has an item to show.
    fn group_blocks(self, groups: &'a RankedGroups<'a>) -> Vec<Block<'a>> {
        let mut page = vec![Block::Table(view::groups_table(groups, self.ranking, self.lang))];
        for group in &groups.groups {
            if group.members.first().is_some_and(|best| best.place < self.shown().len()) {
                page.push(Block::Heading(view::group_heading(&group.name, self.lang)));
                page.push(Block::Table(self.table(Some(group))));
            }
        }
        page
    }

    /// The table for people: rank, id, title, score with a bar, each criterion; of all items, or of one group's with the
    /// rank there.
    fn table(self, group: Option<&'a RankedGroup>) -> Table<'a> {
        let (scorer, lang) = (self.scorer, self.lang);
        let backlog = scorer.backlog;
        let mut criteria = scorer.plan.criteria();
        // What decides between equal scores is shown, though it may weigh nought.
        let decides = |node: &&NodeId| scorer.backlog.reading(**node).is_some() && !scorer.plan.uses(**node);
        criteria.extend(scorer.tie_break.iter().filter(decides));
        let heading = |name: &str| lang.text(name);
        let mut columns = Vec::new();
        if group.is_some() {
            columns.push(Column::new("group_rank", heading("view-column-rank"), Shape::Number));
        }
        columns.extend([
            Column::new("rank", heading("column-rank"), Shape::Number),
            Column::new("id", heading("column-id"), Shape::Text),
        ]);
        if backlog.title.is_some() {
            columns.push(Column::new("title", heading("column-title"), Shape::Flexible));
        }
        columns.push(Column::new("score", heading("column-score"), Shape::Number));
        columns.push(Column::new("bar", "", Shape::Bar));
        columns.extend(criteria.iter().map(|&criterion| {
            let node = &scorer.model.nodes[criterion];
            Column::new(&node.key, node.label(lang), Shape::Number)
        }));
        let standings = self.shown();
        let places = places::needed(standings);
        let bars = Bars::new(scorer, self.ranking);
        let members = group.map(|group| &group.members[..]);
        let len = members.map_or(standings.len(), |members| members.partition_point(|one| one.place < standings.len()));
        let row = move |number: usize| {
            let place = members.map_or(number, |members| members[number].place);
            let standing = &standings[place];
            let row = standing.row as usize;
            let own = group.map(|group| Cell::Rank(group.members[number].rank, group.is_tied(number)));
            let mut cells: Vec<Cell<'a>> = own.into_iter().collect();
            cells.extend([Cell::Rank(standing.rank, self.ranking.is_tied(place)), Cell::Text(backlog.id(row))]);
            if backlog.title.is_some() {
                cells.push(Cell::Text(backlog.title(row)));
            }
            cells.push(Cell::Number(standing.score.clone(), places));
            cells.push(Cell::Bar(bars.length(&standing.score)));
            cells.extend(criteria.iter().map(|&criterion| self.rating(row, criterion)));
            cells
        };
        Table::new(columns, len, row)
    }

    fn rating(self, row: usize, criterion: NodeId) -> Cell<'a> {
        let Some(reading) = self.scorer.backlog.reading(criterion) else { return Cell::Blank };
        match reading.ratings.get(row) {
            None => Cell::Blank,
            Some(rating) if reading.ratings.range(row).is_some() => Cell::Uncertain(Exact::from(rating)),
            Some(rating) => Cell::Number(Exact::from(rating), rating.scale()),
        }
    }

    pub(super) fn has_uncertain(self) -> bool {
        let criteria = self.scorer.plan.criteria();
        self.shown().iter().any(|standing| {
            criteria
                .iter()
                .any(|&criterion| matches!(self.rating(standing.row as usize, criterion), Cell::Uncertain(_)))
        })
    }

    /// One line for the items that are not ranked, each with what is missing and the ranks that it could take.
    pub(in crate::report) fn unranked_line(self) -> Option<String> {
        let unranked = &self.ranking.unranked;
        if unranked.is_empty() {
            return None;
        }
        let item = |item: &Unranked| {
            let row = item.row as usize;
            let id = prose::visible(&self.scorer.backlog.id(row));
            match &item.reason {
                Reason::Missing(nodes) => {
                    let (best, worst) = self.possible_ranks(row);
                    let missing = prose::list(self.lang, nodes.iter().map(|&node| self.label(node)));
                    let ranks = criteria::rank_span(best, worst, self.lang);
                    say!(self.lang, "unranked-item", id = id, missing = missing, ranks = ranks)
                }
                Reason::DividesByZero(nodes) => {
                    let divisors = prose::list(self.lang, nodes.iter().map(|&node| self.label(node)));
                    say!(self.lang, "unranked-division", id = id, divisors = divisors)
                }
                Reason::TooLarge => say!(self.lang, "unranked-large", id = id),
            }
        };
        let items = prose::list(self.lang, unranked.iter().take(NAMED).map(item));
        let rest = unranked.len().saturating_sub(NAMED);
        Some(say!(self.lang, "unranked-line", count = unranked.len(), items = items, rest = rest))
    }

    /// One line where the cutoff goes through a tie.
    fn tie_line(self) -> Option<String> {
        let top = self.top?;
        let shown = self.shown();
        if shown.len() <= top {
            return None;
        }
        let rank = shown.last()?.rank;
        let tied: Vec<&Standing> = shown.iter().filter(|standing| standing.rank == rank).collect();
        let ids =
            tied.iter().take(NAMED).map(|standing| prose::visible(&self.scorer.backlog.id(standing.row as usize)));
        let ids = prose::list(self.lang, ids);
        let rest = tied.len().saturating_sub(NAMED);
        Some(say!(self.lang, "tie-line", top = top, rank = rank, ids = ids, rest = rest, count = shown.len()))
    }

    fn possible_ranks(self, row: usize) -> (usize, usize) {
        let possible = self.scorer.possible(row);
        self.ranking.possible_ranks(self.scorer, row, &possible)
    }

    fn label(self, node: NodeId) -> &'a str {
        self.scorer.model.nodes[node].label(self.lang)
    }
}

/// Where scores' bars begin and end; without an end, where the best score is.
pub(super) fn bar_ends(scorer: Scorer<'_>) -> (f64, Option<f64>) {
    let combine = scorer.model.nodes[ROOT].combine();
    let on_scale = matches!(combine, Some(Combine::Mean | Combine::GeometricMean));
    match scorer.plan.bounds(ROOT) {
        Some((low, high)) if on_scale => (low.to_f64(), Some(high.to_f64())),
        _ => (0.0, None),
    }
}

/// How long a score's bar is: its place on the root's scale under a mean, else its part of the best score.
struct Bars {
    low: f64,
    high: f64,
}

impl Bars {
    fn new(scorer: Scorer<'_>, ranking: &Ranking) -> Self {
        let best = || ranking.standings.first().map_or(1.0, |best| best.score.to_f64());
        let (low, high) = bar_ends(scorer);
        Self { low, high: high.unwrap_or_else(best) }
    }

    fn length(&self, score: &Exact) -> f64 {
        let length = (score.to_f64() - self.low) / (self.high - self.low);
        if length.is_finite() { length.clamp(0.0, 1.0) } else { 0.0 }
    }
}
