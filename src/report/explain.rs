//! The answer to "why does it stand there", laid out: the score's tree as arithmetic, the neighbours, and what would
//! lift the item past the next.

use serde::Serialize;

use super::criteria::{self, Origin};
use super::findings::FindingView;
use super::{Block, Cell, Column, Report, Shape, Table, places};
use crate::analysis::{Breakdown, Change, Explanation, Turn, break_down};
use crate::decimal::Decimal;
use crate::finding::Findings;
use crate::lang::Lang;
use crate::model::{Combine, Model, NodeId, ROOT, Weights};
use crate::prose;
use crate::say;
use crate::scoring::{Exact, Ranking, Reason, Scorer};

/// How many places the arithmetic shows; what needs more gets a `≈`.
const PLACES: u32 = 6;
/// How many neighbours of one rank are named.
const NAMED: usize = 5;

/// Everything that the report of an explanation is made of.
#[derive(Clone, Copy)]
pub struct ExplainReport<'a> {
    /// The items, the model, the plan.
    pub scorer: Scorer<'a>,
    /// The ranks.
    pub ranking: &'a Ranking,
    /// The answer.
    pub explanation: &'a Explanation,
    /// The weights in use.
    pub weights: &'a Weights,
    /// Where they came from.
    pub origin: &'a Origin,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out an explanation.
pub fn explain_report<'a>(report: ExplainReport<'a>) -> Report<'a, impl Serialize + 'a> {
    let tree = break_down(report.scorer, report.weights, report.explanation.row).ok();
    Report { value: report.value(tree.as_ref()), sheet: report.sheet(tree.as_ref()), page: report.page(tree.as_ref()) }
}

#[derive(Serialize)]
struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    item: ItemView<'a>,
    tree: Option<NodeView<'a>>,
    above: Vec<NeighbourView<'a>>,
    below: Vec<NeighbourView<'a>>,
    changes: Vec<ChangeView<'a>>,
    findings: Vec<FindingView>,
}

#[derive(Serialize)]
struct ItemView<'a> {
    id: std::borrow::Cow<'a, str>,
    title: std::borrow::Cow<'a, str>,
    rank: Option<u32>,
    tied: bool,
    of: usize,
    score: Option<Exact>,
    missing: Vec<&'a str>,
    rank_range: Option<[usize; 2]>,
}

/// A node of the tree: `expression` is how its value comes of its parts.
#[derive(Serialize)]
struct NodeView<'a> {
    key: &'a str,
    value: Exact,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    uncertain: bool,
    weight: Decimal,
    counted: Exact,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    divides: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    combine: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expression: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<NodeView<'a>>,
}

#[derive(Serialize)]
struct NeighbourView<'a> {
    id: std::borrow::Cow<'a, str>,
    title: std::borrow::Cow<'a, str>,
    rank: u32,
    score: Exact,
}

#[derive(Serialize)]
struct ChangeView<'a> {
    criterion: &'a str,
    from: Decimal,
    to: Decimal,
    score: &'a Exact,
    rank: usize,
}

impl<'a> ExplainReport<'a> {
    fn value(self, tree: Option<&Breakdown>) -> Value<'a> {
        let model = self.scorer.model;
        let row = self.explanation.row;
        let standing = self.explanation.standing.as_ref().ok().map(|&place| &self.ranking.standings[place]);
        let missing = match &self.explanation.standing {
            Err(Reason::Missing(nodes)) => nodes.iter().map(|&node| model.nodes[node].key.as_str()).collect(),
            _ => Vec::new(),
        };
        let neighbours = |places: &[usize]| places.iter().map(|&place| self.neighbour(place)).collect();
        let change = |change: &'a Change| ChangeView {
            criterion: &model.nodes[change.criterion].key,
            from: change.from,
            to: change.to,
            score: &change.score,
            rank: change.rank,
        };
        Value {
            schema_version: 1,
            command: "explain",
            model: &model.key,
            item: ItemView {
                id: self.scorer.backlog.id(row),
                title: self.scorer.backlog.title(row),
                rank: standing.map(|standing| standing.rank),
                tied: self.explanation.standing.as_ref().is_ok_and(|&place| self.ranking.is_tied(place)),
                of: self.ranking.standings.len(),
                score: standing.map(|standing| standing.score.clone()),
                rank_range: (!missing.is_empty()).then(|| self.possible_ranks()),
                missing,
            },
            tree: tree.map(|tree| node_view(model, tree)),
            above: neighbours(&self.explanation.above),
            below: neighbours(&self.explanation.below),
            changes: self.explanation.changes.iter().map(change).collect(),
            findings: FindingView::all(self.findings, self.lang),
        }
    }

    fn neighbour(self, place: usize) -> NeighbourView<'a> {
        let standing = &self.ranking.standings[place];
        let row = standing.row as usize;
        NeighbourView {
            id: self.scorer.backlog.id(row),
            title: self.scorer.backlog.title(row),
            rank: standing.rank,
            score: standing.score.clone(),
        }
    }

    /// The tree as rows, the root first.
    fn sheet(self, tree: Option<&Breakdown>) -> Table<'a> {
        let columns = ["key", "part_of", "value", "weight", "counted", "expression"].map(Column::plain).to_vec();
        let mut rows = Vec::new();
        if let Some(tree) = tree {
            self.push_rows(tree, None, &mut rows);
        }
        Table { columns, rows: Box::new(rows.into_iter()) }
    }

    fn push_rows(self, part: &Breakdown, parent: Option<NodeId>, rows: &mut Vec<Vec<Cell<'a>>>) {
        let key = |node: NodeId| Cell::Text(key_of(self.scorer.model, node).into());
        rows.push(vec![
            key(part.node),
            parent.map_or(Cell::Blank, key),
            Cell::Number(part.value.clone(), 0),
            Cell::Number(Exact::from(part.weight), 0),
            Cell::Number(part.counted.clone(), 0),
            expression(self.scorer.model, part).map_or(Cell::Blank, |text| Cell::Text(text.into())),
        ]);
        for child in &part.parts {
            self.push_rows(child, Some(part.node), rows);
        }
    }

    fn page(self, tree: Option<&Breakdown>) -> Vec<Block<'a>> {
        let mut page = vec![Block::Lines(self.headline())];
        if let Some(tree) = tree {
            let mut lines = Vec::new();
            self.push_tree(tree, "", None, &mut lines);
            page.push(Block::Lines(lines));
        }
        if !self.explanation.above.is_empty() || !self.explanation.below.is_empty() {
            page.push(Block::Table(self.neighbours()));
        }
        page.push(Block::Lines(self.advice()));
        let model = criteria::model_line(self.scorer.model, self.weights, self.origin, self.lang);
        page.push(Block::Lines(vec![model]));
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
                    score = standing.score.shortened(PLACES),
                    tied = if tied { "yes" } else { "no" },
                    others = others
                )
            }
            Err(Reason::Missing(nodes)) => {
                let missing = prose::list(self.lang, nodes.iter().map(|&node| self.label(node)));
                let [best, worst] = self.possible_ranks();
                say!(self.lang, "explain-missing", missing = missing, best = best, worst = worst)
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
        let columns = vec![
            Column::new("rank", heading("column-rank"), Shape::Number),
            Column::new("id", heading("column-id"), Shape::Text),
            Column::new("title", heading("column-title"), Shape::Flexible),
            Column::new("score", heading("column-score"), Shape::Number),
            Column::new("difference", heading("column-difference"), Shape::Number),
        ];
        let own = self.explanation.standing.as_ref().ok().copied();
        let above = self.explanation.above.iter().rev().take(NAMED).rev();
        let all: Vec<usize> =
            above.copied().chain(own).chain(self.explanation.below.iter().take(NAMED).copied()).collect();
        let shown: Vec<_> = all.iter().map(|&place| self.ranking.standings[place].clone()).collect();
        let places = places::needed(&shown);
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
            vec![
                Cell::Rank(standing.rank, self.ranking.is_tied(place)),
                Cell::Text(self.scorer.backlog.id(row)),
                Cell::Text(self.scorer.backlog.title(row)),
                Cell::Number(standing.score.clone(), places),
                difference,
            ]
        });
        Table { columns, rows: Box::new(rows) }
    }

    /// What would lift the item, the smallest change first.
    fn advice(self) -> Vec<String> {
        if self.explanation.standing.is_err() {
            return vec![self.lang.text("advice-fill-in")];
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
            score = first.score.shortened(PLACES),
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

    fn possible_ranks(self) -> [usize; 2] {
        let possible = self.scorer.possible(self.explanation.row);
        let (best, worst) = self.ranking.possible_ranks(self.scorer, self.explanation.row, &possible);
        [best, worst]
    }

    fn label(self, node: NodeId) -> &'a str {
        self.scorer.model.nodes[node].label(self.lang)
    }
}

fn node_view<'a>(model: &'a Model, part: &Breakdown) -> NodeView<'a> {
    NodeView {
        key: key_of(model, part.node),
        value: part.value.clone(),
        uncertain: part.uncertain,
        weight: part.weight,
        counted: part.counted.clone(),
        divides: part.turns.contains(&Turn::Divides),
        combine: model.nodes[part.node].combine().filter(|_| !part.parts.is_empty()).map(Combine::name),
        expression: expression(model, part),
        parts: part.parts.iter().map(|part| node_view(model, part)).collect(),
    }
}

fn key_of(model: &Model, node: NodeId) -> &str {
    if node == ROOT { "score" } else { &model.nodes[node].key }
}

/// How a factor's value comes of its parts, such as `(4 × 9 + 3 × 8) ÷ 7`.
fn expression(model: &Model, part: &Breakdown) -> Option<String> {
    let combine = model.nodes[part.node].combine().filter(|_| !part.parts.is_empty())?;
    let equal = part.parts.iter().all(|child| child.weight == part.parts[0].weight);
    let plain = |child: &Breakdown| child.weight == Decimal::ONE;
    Some(match combine {
        Combine::Mean => {
            let (sum, divisor) = if equal {
                (join(part, " + ", |child| number(&child.counted)), part.parts.len().to_string())
            } else {
                let term = |child: &Breakdown| format!("{} × {}", child.weight, number(&child.counted));
                (join(part, " + ", term), number(&sum_of_weights(part)))
            };
            format!("({sum}) ÷ {divisor}")
        }
        Combine::Sum => join(part, " + ", |child| {
            if plain(child) {
                number(&child.counted)
            } else {
                format!("{} × {}", child.weight, number(&child.counted))
            }
        }),
        Combine::Product => {
            product(part, |child| if plain(child) { String::new() } else { format!("^{}", child.weight) })
        }
        Combine::GeometricMean if equal => format!("({})^(1 ÷ {})", product(part, |_| String::new()), part.parts.len()),
        Combine::GeometricMean => {
            let factors = product(part, |child| format!("^{}", child.weight));
            format!("({factors})^(1 ÷ {})", number(&sum_of_weights(part)))
        }
    })
}

fn join(part: &Breakdown, sign: &str, term: impl Fn(&Breakdown) -> String) -> String {
    part.parts.iter().map(term).collect::<Vec<_>>().join(sign)
}

/// Factors with their exponents, those that divide behind a `÷`.
fn product(part: &Breakdown, exponent: impl Fn(&Breakdown) -> String) -> String {
    let mut text = String::new();
    for child in &part.parts {
        let sign = match (text.is_empty(), child.turns.contains(&Turn::Divides)) {
            (true, false) => "",
            (true, true) => "1 ÷ ",
            (false, true) => " ÷ ",
            (false, false) => " × ",
        };
        text.push_str(&format!("{sign}{}{}", number(&child.counted), exponent(child)));
    }
    text
}

fn sum_of_weights(part: &Breakdown) -> Exact {
    let weights = part.parts.iter().map(|child| Exact::from(child.weight).to_ratio());
    Exact::from(weights.fold(num_traits::Zero::zero(), |sum: num_rational::BigRational, weight| sum + weight))
}

fn number(value: &Exact) -> String {
    value.shortened(PLACES)
}

fn is_short(value: &Exact) -> bool {
    value.shortened(PLACES).parse::<f64>().is_ok_and(|shown| shown == value.to_f64())
}

fn signed(difference: &Exact, places: u32) -> String {
    let text = difference.rounded(places);
    if text.starts_with('-') { text.replacen('-', "−", 1) } else { format!("+{text}") }
}
