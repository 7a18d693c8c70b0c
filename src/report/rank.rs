//! The answer to "what comes first", laid out.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::criteria::{self, FactorView, Origin, WeightView};
use super::findings::FindingView;
use super::{Block, Cell, Column, Report, Shape, Table, places};
use crate::finding::Findings;
use crate::lang::Lang;
use crate::model::{Combine, NodeId, ROOT, Weights};
use crate::prose;
use crate::say;
use crate::scoring::{Exact, Ranking, Reason, Scorer, Standing, Unranked};

/// How many items a line under the table names before it counts the rest.
const NAMED: usize = 6;

/// Everything that the report of a ranking is made of.
#[derive(Clone, Copy)]
pub struct RankReport<'a> {
    /// The items, the model, the plan.
    pub scorer: Scorer<'a>,
    /// The ranks.
    pub ranking: &'a Ranking,
    /// The weights in use.
    pub weights: &'a Weights,
    /// Where they came from.
    pub origin: &'a Origin,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// Only ranks up to here, ties included.
    pub top: Option<usize>,
    /// The language of headings and sentences.
    pub lang: Lang,
}

/// Lays out a ranking.
pub fn rank_report<'a>(report: RankReport<'a>) -> Report<'a, impl Serialize + 'a> {
    Report { value: report.value(), sheet: report.sheet(), page: report.page() }
}

#[derive(Serialize)]
struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    weights: Vec<WeightView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    factors: Vec<FactorView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    top: Option<usize>,
    items: Items<'a>,
    unranked: UnrankedItems<'a>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

impl<'a> RankReport<'a> {
    fn value(self) -> Value<'a> {
        let model = self.scorer.model;
        Value {
            schema_version: 1,
            command: "rank",
            model: &model.key,
            weights: criteria::weights(model, self.weights, ROOT),
            factors: criteria::factors(model, self.scorer.plan, self.weights),
            top: self.top,
            items: Items(self),
            unranked: UnrankedItems(self),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }

    /// The standings that are shown.
    fn shown(self) -> &'a [Standing] {
        let count = self.top.map_or(self.ranking.standings.len(), |top| self.ranking.within(top));
        &self.ranking.standings[..count]
    }

    /// Rank, score and factors before the input's columns; items without a rank last.
    fn sheet(self) -> Table<'a> {
        let scorer = self.scorer;
        let backlog = scorer.backlog;
        let factors = scorer.plan.factors();
        let mut columns = vec![Column::plain("rank"), Column::plain("score")];
        columns.extend(factors.iter().map(|&factor| Column::plain(&scorer.model.nodes[factor].key)));
        columns.extend((0..backlog.table.header.len()).map(|column| Column::plain(backlog.table.heading(column))));
        let width = columns.len();
        let text = backlog.table.text;
        let carried = move |row: u32| backlog.table.cells(row as usize).map(move |cell| Cell::Text(cell.text(text)));
        let blank = factors.len();
        let ranked = self.shown().iter().map(move |standing| {
            let mut cells = Vec::with_capacity(width);
            cells.push(Cell::Rank(standing.rank, false));
            cells.push(Cell::Number(standing.score.clone(), 0));
            if !factors.is_empty() {
                let values = scorer.values(standing.row as usize).unwrap_or_default();
                cells.extend(factors.iter().map(|&factor| number_of(&values, factor)));
            }
            cells.extend(carried(standing.row));
            cells
        });
        let unranked = if self.top.is_some() { &[][..] } else { &self.ranking.unranked[..] };
        let unranked = unranked.iter().map(move |item| {
            let blanks = std::iter::repeat_n(Cell::Blank, 2 + blank);
            blanks.chain(carried(item.row)).collect()
        });
        Table { columns, rows: Box::new(ranked.chain(unranked)) }
    }

    fn page(self) -> Vec<Block<'a>> {
        let mut lines = vec![criteria::model_line(self.scorer.model, self.weights, self.origin, self.lang)];
        lines.extend(self.unranked_line());
        lines.extend(self.tie_line());
        if self.has_uncertain() {
            lines.push(self.lang.text("uncertain-line"));
        }
        vec![Block::Table(self.table()), Block::Lines(lines)]
    }

    /// The table for people: rank, id, title, score with a bar, each criterion.
    fn table(self) -> Table<'a> {
        let (scorer, lang) = (self.scorer, self.lang);
        let backlog = scorer.backlog;
        let criteria = scorer.plan.criteria();
        let heading = |name: &str| lang.text(name);
        let mut columns = vec![
            Column::new("rank", heading("column-rank"), Shape::Number),
            Column::new("id", heading("column-id"), Shape::Text),
        ];
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
        let rows = (0..standings.len()).map(move |place| {
            let standing = &standings[place];
            let row = standing.row as usize;
            let mut cells = vec![Cell::Rank(standing.rank, self.ranking.is_tied(place)), Cell::Text(backlog.id(row))];
            if backlog.title.is_some() {
                cells.push(Cell::Text(backlog.title(row)));
            }
            cells.push(Cell::Number(standing.score.clone(), places));
            cells.push(Cell::Bar(bars.length(&standing.score)));
            cells.extend(criteria.iter().map(|&criterion| self.rating(row, criterion)));
            cells
        });
        Table { columns, rows: Box::new(rows) }
    }

    fn rating(self, row: usize, criterion: NodeId) -> Cell<'a> {
        let Some(reading) = self.scorer.backlog.reading(criterion) else { return Cell::Blank };
        match reading.ratings.get(row) {
            None => Cell::Blank,
            Some(rating) if reading.ratings.range(row).is_some() => Cell::Uncertain(Exact::from(rating)),
            Some(rating) => Cell::Number(Exact::from(rating), rating.scale()),
        }
    }

    fn has_uncertain(self) -> bool {
        let criteria = self.scorer.plan.criteria();
        self.shown().iter().any(|standing| {
            criteria
                .iter()
                .any(|&criterion| matches!(self.rating(standing.row as usize, criterion), Cell::Uncertain(_)))
        })
    }

    /// One line for the items that are not ranked, each with what is missing and the ranks that it could take.
    fn unranked_line(self) -> Option<String> {
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
                    say!(self.lang, "unranked-item", id = id, missing = missing, best = best, worst = worst)
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

fn number_of<'a>(values: &[(NodeId, Exact)], node: NodeId) -> Cell<'a> {
    let found = values.iter().find(|(known, _)| *known == node);
    found.map_or(Cell::Blank, |(_, value)| Cell::Number(value.clone(), 0))
}

/// How long a score's bar is: its place on the root's scale under a mean, else its part of the best score.
struct Bars {
    low: f64,
    high: f64,
}

impl Bars {
    fn new(scorer: Scorer<'_>, ranking: &Ranking) -> Self {
        let combine = scorer.model.nodes[ROOT].combine();
        let on_scale = matches!(combine, Some(Combine::Mean | Combine::GeometricMean));
        match scorer.plan.bounds(ROOT) {
            Some((low, high)) if on_scale => Self { low: low.to_f64(), high: high.to_f64() },
            _ => Self { low: 0.0, high: ranking.standings.first().map_or(1.0, |best| best.score.to_f64()) },
        }
    }

    fn length(&self, score: &Exact) -> f64 {
        let length = (score.to_f64() - self.low) / (self.high - self.low);
        if length.is_finite() { length.clamp(0.0, 1.0) } else { 0.0 }
    }
}

struct Items<'a>(RankReport<'a>);

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.0;
        serializer.collect_seq((0..report.shown().len()).map(|place| ItemView { report, place }))
    }
}

struct ItemView<'a> {
    report: RankReport<'a>,
    place: usize,
}

impl Serialize for ItemView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let standing = &self.report.ranking.standings[self.place];
        let scorer = self.report.scorer;
        let row = standing.row as usize;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rank", &standing.rank)?;
        map.serialize_entry("tied", &self.report.ranking.is_tied(self.place))?;
        map.serialize_entry("id", &scorer.backlog.id(row))?;
        map.serialize_entry("title", &scorer.backlog.title(row))?;
        map.serialize_entry("score", &standing.score)?;
        map.serialize_entry("values", &Values { scorer, row })?;
        let range =
            |criterion: &NodeId| scorer.backlog.reading(*criterion).is_some_and(|r| r.ratings.range(row).is_some());
        let uncertain: Vec<&str> = scorer
            .plan
            .criteria()
            .into_iter()
            .filter(range)
            .map(|criterion| scorer.model.nodes[criterion].key.as_str())
            .collect();
        if !uncertain.is_empty() {
            map.serialize_entry("uncertain", &uncertain)?;
        }
        map.end()
    }
}

/// Each criterion as rated and each factor as computed, in the order of the model.
struct Values<'a> {
    scorer: Scorer<'a>,
    row: usize,
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut values = self.scorer.values(self.row).unwrap_or_default();
        values.sort_by_key(|(node, _)| *node);
        let named = values.iter().filter(|(node, _)| *node != ROOT);
        serializer.collect_map(named.map(|(node, value)| (&self.scorer.model.nodes[*node].key, value)))
    }
}

struct UnrankedItems<'a>(RankReport<'a>);

impl Serialize for UnrankedItems<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.ranking.unranked.iter().map(|item| UnrankedView { report: self.0, item }))
    }
}

struct UnrankedView<'a> {
    report: RankReport<'a>,
    item: &'a Unranked,
}

impl Serialize for UnrankedView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scorer = self.report.scorer;
        let row = self.item.row as usize;
        let (nodes, reason): (&[NodeId], _) = match &self.item.reason {
            Reason::Missing(nodes) => (nodes, "missing"),
            Reason::DividesByZero(nodes) => (nodes, "division-by-zero"),
            Reason::TooLarge => (&[], "too-large"),
        };
        let keys: Vec<&str> = nodes.iter().map(|&node| scorer.model.nodes[node].key.as_str()).collect();
        let possible = scorer.possible(row);
        let scores = match (&self.item.reason, &possible.low, &possible.high) {
            (Reason::Missing(_), Some(low), Some(high)) => Some([low.clone(), high.clone()]),
            _ => None,
        };
        let ranks = match &self.item.reason {
            Reason::Missing(_) => self.report.ranking.possible_ranks(scorer, row, &possible),
            // Nothing is known of it: it could stand anywhere.
            _ => (1, self.report.ranking.standings.len() + 1),
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &scorer.backlog.id(row))?;
        map.serialize_entry("title", &scorer.backlog.title(row))?;
        map.serialize_entry("missing", &keys)?;
        map.serialize_entry("reason", reason)?;
        map.serialize_entry("score_range", &scores)?;
        map.serialize_entry("rank_range", &[ranks.0, ranks.1])?;
        map.end()
    }
}
