//! An explanation for people: the tree as arithmetic, the item between its neighbours, what would lift it.

use super::ExplainReport;
use super::arithmetic::{about, expression, is_short, number};
use crate::analysis::{Breakdown, Change, Turn};
use crate::model::{NodeId, ROOT};
use crate::prose;
use crate::report::{Block, Cell, Column, Shape, Table, criteria, places};
use crate::say;
use crate::scoring::{Exact, Reason};

/// How many neighbours of one rank are named.
const NAMED: usize = 5;

impl<'a> ExplainReport<'a> {
    /// What people read: the place, the tree, the neighbours, and what would lift the item.
    pub(super) fn page(self, tree: Option<&Breakdown>) -> Vec<Block<'a>> {
        let mut page = vec![Block::Lines(self.headline())];
        if let Some(tree) = tree {
            let mut lines = Vec::new();
            self.push_tree(tree, "", None, &mut lines);
            page.push(Block::Drawing(lines));
        }
        if !self.explanation.above.is_empty() || !self.explanation.below.is_empty() {
            page.push(Block::Table(self.neighbours()));
        }
        page.push(Block::Lines(self.advice()));
        let mut lines =
            vec![criteria::model_line(self.scorer.model, self.scorer.plan, self.weights, self.origin, self.lang)];
        lines.extend(criteria::tie_break_line(self.scorer, self.lang));
        page.push(Block::Lines(lines));
        page
    }

    /// The item, and where it stands.
    fn headline(self) -> Vec<String> {
        let row = self.explanation.row;
        let id = prose::visible(&self.scorer.backlog.id(row));
        let title = prose::visible(&self.scorer.backlog.title(row));
        let place = match &self.explanation.standing {
            Ok(place) => {
                let standing = &self.ranking.standings[*place];
                let tied = self.ranking.is_tied(*place);
                let others = self.ranking.standings.iter().filter(|other| other.rank == standing.rank).count() - 1;
                say!(
                    self.lang,
                    "explain-place",
                    rank = standing.rank,
                    of = self.ranking.standings.len(),
                    score = about(&standing.score),
                    tied = if tied { "yes" } else { "no" },
                    others = others
                )
            }
            Err(Reason::Missing(nodes)) => {
                let missing = prose::list(self.lang, nodes.iter().map(|&node| self.label(node)));
                let [best, worst] = self.possible_ranks();
                let ranks = criteria::rank_span(best, worst, self.lang);
                say!(self.lang, "explain-missing", missing = missing, ranks = ranks)
            }
            Err(Reason::DividesByZero(nodes)) => {
                let divisors = prose::list(self.lang, nodes.iter().map(|&node| self.label(node)));
                say!(self.lang, "explain-division", divisors = divisors)
            }
            Err(Reason::TooLarge) => self.lang.text("explain-large"),
        };
        vec![format!("{id}  {title}").trim_end().to_owned(), place]
    }

    fn push_tree(self, part: &Breakdown, indent: &str, position: Option<bool>, lines: &mut Vec<String>) {
        let (branch, below) = match position {
            None => ("", ""),
            Some(false) => ("├─ ", "│  "),
            Some(true) => ("└─ ", "   "),
        };
        lines.push(format!("{indent}{branch}{}", self.tree_line(part)));
        let indent = format!("{indent}{below}");
        for (number, child) in part.parts.iter().enumerate() {
            self.push_tree(child, &indent, Some(number + 1 == part.parts.len()), lines);
        }
    }

    /// One node: its name, its value as arithmetic, and how it counts above.
    fn tree_line(self, part: &Breakdown) -> String {
        let name = if part.node == ROOT { self.lang.text("column-score") } else { self.label(part.node).to_owned() };
        let mut line = format!("{name}  {}{}", if part.uncertain { "~" } else { "" }, number(&part.value));
        if let Some(expression) = expression(self.scorer.model, part) {
            let equals = if is_short(&part.value) { "=" } else { "≈" };
            line.push_str(&format!(" {equals} {expression}"));
        }
        let mut counted = part.value.clone();
        for turn in &part.turns {
            line.push_str(&self.turn(turn, &counted, &part.counted));
            if let Turn::Reversed(sum) = turn {
                counted = sum.minus(&counted);
            }
        }
        line
    }

    fn turn(self, turn: &Turn, value: &Exact, counted: &Exact) -> String {
        match turn {
            Turn::Divides => self.lang.text("turn-divides"),
            Turn::Reversed(sum) => {
                let result = sum.minus(value);
                say!(self.lang, "turn-reversed", sum = number(sum), value = number(value), result = number(&result))
            }
            Turn::Mapped { from, onto } => say!(
                self.lang,
                "turn-mapped",
                from = format!("{}–{}", number(&from.0), number(&from.1)),
                onto = format!("{}–{}", number(&onto.0), number(&onto.1)),
                result = number(counted)
            ),
        }
    }

    /// The item between its neighbours.
    fn neighbours(self) -> Table<'a> {
        let heading = |name: &str| self.lang.text(name);
        let mut columns = vec![
            Column::new("rank", heading("column-rank"), Shape::Number),
            Column::new("id", heading("column-id"), Shape::Text),
            Column::new("title", heading("column-title"), Shape::Flexible),
            Column::new("score", heading("column-score"), Shape::Number),
            Column::new("difference", heading("column-difference"), Shape::Number),
        ];
        let titled = self.scorer.backlog.title.is_some();
        columns.retain(|column| titled || column.key != "title");
        let own = self.explanation.standing.as_ref().ok().copied();
        let above = self.explanation.above.iter().rev().take(NAMED).rev();
        let all: Vec<usize> =
            above.copied().chain(own).chain(self.explanation.below.iter().take(NAMED).copied()).collect();
        let shown: Vec<_> = all.iter().map(|&place| self.ranking.standings[place].clone()).collect();
        let places = places::summing(&shown);
        let own_score = own.map(|place| self.ranking.standings[place].score.clone());
        let rows = all.into_iter().map(move |place| {
            let standing = &self.ranking.standings[place];
            let row = standing.row as usize;
            let difference = match &own_score {
                Some(own_score) if Some(place) != own => {
                    Cell::Text(signed(&standing.score.minus(own_score), places).into())
                }
                _ => Cell::Blank,
            };
            let mut cells =
                vec![Cell::Rank(standing.rank, self.ranking.is_tied(place)), Cell::Text(self.scorer.backlog.id(row))];
            if titled {
                cells.push(Cell::Text(self.scorer.backlog.title(row)));
            }
            cells.extend([Cell::Number(standing.score.clone(), places), difference]);
            cells
        });
        Table::of(columns, rows.collect())
    }

    /// What would lift the item, the smallest change first.
    fn advice(self) -> Vec<String> {
        match &self.explanation.standing {
            Ok(_) => {}
            Err(Reason::Missing(_)) => return vec![self.lang.text("advice-fill-in")],
            Err(Reason::DividesByZero(_)) => return vec![self.lang.text("advice-zero")],
            Err(Reason::TooLarge) => return vec![self.lang.text("advice-large")],
        }
        if self.explanation.above.is_empty() {
            return vec![self.lang.text("advice-leader")];
        }
        let id = |place: &usize| prose::visible(&self.scorer.backlog.id(self.ranking.standings[*place].row as usize));
        let above = prose::list(self.lang, self.explanation.above.iter().rev().take(NAMED).rev().map(id));
        let Some((first, others)) = self.explanation.changes.split_first() else {
            return vec![say!(self.lang, "advice-none", above = above)];
        };
        let mut lines = vec![say!(
            self.lang,
            "advice-smallest",
            above = above,
            criterion = self.label(first.criterion),
            from = first.from.to_string(),
            to = first.to.to_string(),
            score = about(&first.score),
            rank = first.rank
        )];
        let other = |change: &Change| {
            let (from, to) = (change.from.to_string(), change.to.to_string());
            say!(self.lang, "advice-change", criterion = self.label(change.criterion), from = from, to = to)
        };
        if !others.is_empty() {
            let others = prose::list(self.lang, others.iter().map(other));
            lines.push(say!(self.lang, "advice-others", changes = others));
        }
        lines
    }

    fn label(self, node: NodeId) -> &'a str {
        self.scorer.model.nodes[node].label(self.lang)
    }
}

/// A difference with its sign in front.
fn signed(difference: &Exact, places: u32) -> String {
    let text = difference.rounded(places);
    if text.starts_with('-') { text.replacen('-', "−", 1) } else { format!("+{text}") }
}
