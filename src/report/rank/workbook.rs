//! A ranking as a workbook that goes on working: scores and ranks are formulas on ratings and weights.
//!
//! With very many items, or a model that is too large for a formula, it holds the numbers alone, and says so.

use std::borrow::Cow;
use std::collections::HashMap;

use super::RankReport;
use super::formulas::{Formula, Places, name_of};
use super::page::bar_ends;
use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::model::{Combine, Direction, NodeId, ROOT, Scale};
use crate::report::workbook::{CellName, Entry, Look, Sheet, SheetCell, SheetColumn, Workbook};
use crate::report::{criteria, places};
use crate::say;
use crate::scoring::Exact;

/// A rank looks at every score, so that twice the items take four times as long. With so many, LibreOffice
/// opens the workbook and computes all of it within three seconds, or within thirteen where ranks need all digits.
const MOST_LIVE: usize = 10_000;
/// The sheets, by their place.
const WEIGHTS: usize = 1;

/// One column of the ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Rank,
    Id,
    Title,
    Score,
    Factor(NodeId),
    /// The name of the item's group.
    Group,
    /// The rank in it.
    GroupRank,
    Rating(NodeId),
    /// A column of the file that nothing else shows.
    Carried(usize),
}

impl<'a> RankReport<'a> {
    /// The workbook: the ranking, then the weights that it follows.
    pub(super) fn workbook(self) -> Workbook<'a> {
        let layout = Layout::new(self);
        let live = layout.live();
        let weights = self.weights_sheet(&layout, live.is_some());
        let names = if live.is_some() { layout.cell_names() } else { Vec::new() };
        Workbook { lang: self.lang, sheets: vec![layout.ranking(live), weights], names }
    }

    /// The weights, and what has to be known of the ranking.
    fn weights_sheet(self, layout: &Layout<'a>, live: bool) -> Sheet<'a> {
        let lang = self.lang;
        let heading = |name: &str, look| SheetColumn::new(lang.text(name), look);
        let mut columns = vec![
            heading("column-criterion", Look::Text),
            heading("column-weight", Look::General),
            heading("column-share", Look::Percent),
            heading("column-direction", Look::Text),
            heading("column-scale", Look::Text),
            heading("column-cell-name", Look::Text),
        ];
        if live {
            columns[1].entry = Some(Entry::On(Scale::Quantity));
        } else {
            columns.pop();
        }
        let rows: Vec<Vec<SheetCell<'a>>> =
            layout.weight_rows.iter().map(|row| self.weight_row(row, layout, live)).collect();
        let model = crate::prose::visible(&self.scorer.model.key);
        let mut above = vec![say!(lang, "workbook-weights", model = model)];
        above.push(lang.text(if live { "workbook-live" } else { "workbook-fixed" }));
        if live {
            above.push(lang.text("workbook-sort"));
        }
        if let (true, Some(top)) = (live, self.top) {
            above.push(say!(lang, "workbook-top", top = top));
        }
        above.extend(criteria::tie_break_line(self.scorer, lang));
        above.push(say!(lang, "workbook-origin", source = self.origin.in_words(lang)));
        if self.has_uncertain() {
            above.push(lang.text("uncertain-line"));
        }
        above.extend(self.viewed.kept_lines(lang));
        above.extend(self.unranked_line());
        Sheet {
            name: lang.text("sheet-weights"),
            above,
            columns,
            len: rows.len(),
            row: Box::new(move |number| rows[number].clone()),
            frozen: 0,
            filter: false,
            locked: false,
        }
    }

    fn weight_row(self, row: &WeightRow, layout: &Layout<'a>, live: bool) -> Vec<SheetCell<'a>> {
        let (lang, model) = (self.lang, self.scorer.model);
        let mut cells = match *row {
            WeightRow::Factor(node) => {
                let combine = model.nodes[node].combine().unwrap_or(Combine::Mean);
                let name =
                    if node == ROOT { lang.text("column-score") } else { model.nodes[node].label(lang).to_owned() };
                let heading = say!(lang, "workbook-factor", name = name, combine = combine.name());
                let mut cells = vec![SheetCell::Heading(String::new()); 6];
                cells[0] = SheetCell::Heading(heading);
                cells
            }
            WeightRow::Part(node) => {
                let part = &model.nodes[node];
                let weight = as_double(self.weights.get(node));
                let parent = part.parent.unwrap_or(ROOT);
                // An exponent is no share of anything.
                let has_share = model.nodes[parent].combine() != Some(Combine::Product);
                let share = match self.weights.share(model, node) {
                    Some((own, sum)) if has_share => {
                        let share = own as f64 / sum as f64;
                        if live {
                            SheetCell::Formula(layout.share(node), Some(share))
                        } else {
                            SheetCell::Number(share)
                        }
                    }
                    _ => SheetCell::Blank,
                };
                let is_cost = part.direction == Direction::Cost;
                let direction = lang.text(if is_cost { "workbook-cost" } else { "workbook-benefit" });
                let is_made = layout.report.scorer.plan.factors().contains(&node);
                let scale =
                    if is_made { SheetCell::Blank } else { SheetCell::Text(scale(model.rated_on(node), lang).into()) };
                vec![
                    SheetCell::Text(part.label(lang).into()),
                    if live { SheetCell::Input(weight) } else { SheetCell::Number(weight) },
                    share,
                    SheetCell::Text(direction.into()),
                    scale,
                    SheetCell::Text(layout.weight_name(node).to_owned().into()),
                ]
            }
        };
        if !live {
            cells.pop();
        }
        cells
    }
}

/// A row of the weights.
#[derive(Clone, Copy, Debug)]
enum WeightRow {
    /// What the weights below it are weights of.
    Factor(NodeId),
    /// A weight.
    Part(NodeId),
}

/// What stands where.
struct Layout<'a> {
    report: RankReport<'a>,
    columns: Vec<Content>,
    /// The places of the standings in the order of the rows, where that isn't the order of the ranks.
    order: Option<Vec<usize>>,
    weight_rows: Vec<WeightRow>,
    names: HashMap<NodeId, String>,
}

/// The formulas, for a workbook that has them.
struct Live {
    rank: Formula,
    group_rank: Option<Formula>,
    values: HashMap<NodeId, Formula>,
}

impl<'a> Layout<'a> {
    fn new(report: RankReport<'a>) -> Self {
        let (plan, backlog) = (report.scorer.plan, report.scorer.backlog);
        let mut columns = vec![Content::Rank, Content::Id];
        columns.extend(backlog.title.map(|_| Content::Title));
        columns.push(Content::Score);
        columns.extend(plan.factors().into_iter().map(Content::Factor));
        if report.viewed.groups.is_some() {
            columns.extend([Content::Group, Content::GroupRank]);
        }
        columns.extend(backlog.readings.iter().map(|reading| Content::Rating(reading.node)));
        let is_shown = |column: &usize| {
            [backlog.id, backlog.title].contains(&Some(*column))
                || backlog.readings.iter().any(|reading| reading.column == *column)
        };
        columns.extend(report.carried().places().filter(|column| !is_shown(column)).map(Content::Carried));
        let model = report.scorer.model;
        let mut weight_rows = Vec::new();
        for factor in std::iter::once(ROOT).chain(plan.factors()) {
            weight_rows.push(WeightRow::Factor(factor));
            let parts = model.nodes[factor].children.iter().copied();
            weight_rows.extend(parts.filter(|&part| plan.uses(part)).map(WeightRow::Part));
        }
        let mut names: HashMap<NodeId, String> = HashMap::new();
        for row in &weight_rows {
            if let WeightRow::Part(node) = *row {
                let name = name_of(&model.nodes[node].key);
                // To a spreadsheet, names that differ by case are one.
                let is_taken = |name: &str| names.values().any(|known| known.to_lowercase() == name.to_lowercase());
                let numbered = || (2..).map(|number| format!("{name}_{number}")).find(|name| !is_taken(name));
                let free = if is_taken(&name) { numbered() } else { Some(name.clone()) };
                names.insert(node, free.unwrap_or(name));
            }
        }
        Self { report, columns, order: report.order(), weight_rows, names }
    }

    fn weight_name(&self, node: NodeId) -> &str {
        self.names.get(&node).map_or("", String::as_str)
    }

    fn cell_names(&self) -> Vec<CellName> {
        let named = self.weight_rows.iter().enumerate().filter_map(|(row, weight)| match *weight {
            WeightRow::Part(node) => {
                Some(CellName { name: self.weight_name(node).to_owned(), sheet: WEIGHTS, row, column: 1 })
            }
            WeightRow::Factor(_) => None,
        });
        named.collect()
    }

    /// A weight over the sum of the weights beside it.
    fn share(&self, node: NodeId) -> String {
        let model = self.report.scorer.model;
        let siblings = &model.nodes[model.nodes[node].parent.unwrap_or(ROOT)].children;
        let names = siblings.iter().filter_map(|sibling| self.names.get(sibling)).map(String::as_str);
        format!("IFERROR({}/({}),\"\")", self.weight_name(node), names.collect::<Vec<_>>().join("+"))
    }

    fn column_of(&self, content: Content) -> Option<String> {
        self.columns.iter().position(|known| *known == content).map(letters)
    }

    /// How many items the workbook has.
    fn len(&self) -> usize {
        let unranked = if self.report.top.is_some() { 0 } else { self.report.ranking.unranked.len() };
        self.report.shown().len() + unranked
    }

    /// The formulas, where there can be any.
    fn live(&self) -> Option<Live> {
        let scorer = self.report.scorer;
        if self.len() > MOST_LIVE {
            return None;
        }
        let places = Places {
            model: scorer.model,
            plan: scorer.plan,
            weight: Box::new(|node| self.weight_name(node).to_owned()),
            column: Box::new(|node| {
                self.column_of(Content::Factor(node)).or_else(|| self.column_of(Content::Rating(node)))
            }),
            rows: (2, self.len() + 1),
        };
        let computed = std::iter::once(ROOT).chain(scorer.plan.factors());
        let values = computed.map(|node| Some((node, places.value(node)?))).collect::<Option<_>>()?;
        let group_rank = match (self.column_of(Content::Rank), self.column_of(Content::Group)) {
            (Some(rank), Some(group)) => Some(places.group_rank(&rank, &group)?),
            _ => None,
        };
        Some(Live { group_rank, rank: places.rank(&self.column_of(Content::Score)?, scorer.tie_break)?, values })
    }

    /// The sheet of the ranking; without formulas the numbers alone.
    fn ranking(self, live: Option<Live>) -> Sheet<'a> {
        let report = self.report;
        let columns = self.columns.iter().map(|content| self.column(*content, live.is_some())).collect();
        let frozen = self.columns.iter().position(|content| *content == Content::Score).map_or(0, |score| score + 1);
        let len = self.len();
        Sheet {
            name: report.lang.text("sheet-ranking"),
            above: Vec::new(),
            columns,
            len,
            row: Box::new(move |number| self.row(number, live.as_ref())),
            frozen,
            filter: true,
            locked: false,
        }
    }

    fn column(&self, content: Content, live: bool) -> SheetColumn {
        let RankReport { scorer, lang, .. } = self.report;
        let (model, backlog) = (scorer.model, scorer.backlog);
        match content {
            Content::Rank => SheetColumn::new(lang.text("column-rank"), Look::Places(0)),
            Content::Id => SheetColumn::new(lang.text("column-id"), Look::Text),
            Content::Title => SheetColumn::new(lang.text("column-title"), Look::Wrapped),
            Content::Score => {
                let bar = Some(bar_ends(scorer));
                SheetColumn { bar, ..SheetColumn::new(lang.text("column-score"), Look::Places(self.score_places())) }
            }
            Content::Group => SheetColumn::new(lang.text("view-column-group"), Look::Text),
            Content::GroupRank => SheetColumn::new(lang.text("view-column-rank"), Look::Places(0)),
            Content::Factor(node) => SheetColumn::new(model.nodes[node].label(lang), Look::General),
            Content::Rating(node) => {
                let entry = live.then(|| Entry::On(model.rated_on(node)));
                // What decides between equal scores may be missing without harm.
                let marks_blanks = scorer.plan.uses(node);
                SheetColumn { entry, marks_blanks, ..SheetColumn::new(model.nodes[node].label(lang), Look::General) }
            }
            Content::Carried(column) => SheetColumn::new(backlog.table.heading(column), Look::Text),
        }
    }

    /// As many digits as it takes for scores that differ to look different; two for a mean, which other weights bring.
    fn score_places(&self) -> u32 {
        /// A double has no more.
        const MOST: u32 = 12;
        let usual =
            if self.report.scorer.plan.bounds(ROOT).is_some_and(|(_, high)| high.to_f64() < 1000.0) { 2 } else { 0 };
        places::needed(self.report.shown()).clamp(usual, MOST)
    }

    fn row(&self, number: usize, live: Option<&Live>) -> Vec<SheetCell<'a>> {
        let RankReport { scorer, ranking, .. } = self.report;
        let backlog = scorer.backlog;
        let shown = self.report.shown();
        let place = self.order.as_ref().map_or(Some(number), |order| order.get(number).copied());
        let standing = place.and_then(|place| shown.get(place));
        let row = match standing {
            Some(standing) => standing.row as usize,
            None => ranking.unranked[number - shown.len()].row as usize,
        };
        let values = if scorer.plan.factors().is_empty() { Vec::new() } else { scorer.values(row).unwrap_or_default() };
        let carried: Vec<Cow<'a, str>> = backlog.table.record(row).texts().collect();
        let computed = |formula: Option<&Formula>, value: Option<f64>| match formula {
            Some(formula) => SheetCell::Formula(formula.at(number + 2), value),
            None => value.map_or(SheetCell::Blank, SheetCell::Number),
        };
        let cell = |content: &Content| match *content {
            Content::Rank => computed(live.map(|live| &live.rank), standing.map(|standing| f64::from(standing.rank))),
            Content::Id => SheetCell::Text(backlog.id(row)),
            Content::Title => SheetCell::Text(backlog.title(row)),
            Content::Score => {
                let formula = live.and_then(|live| live.values.get(&ROOT));
                computed(formula, standing.map(|standing| standing.score.to_f64()))
            }
            Content::Group => match self.report.viewed.groups.map_or("", |groups| groups.name_of(row)) {
                "" => SheetCell::Blank,
                name => SheetCell::Text(name.into()),
            },
            Content::GroupRank => {
                let rank = self.report.viewed.groups.and_then(|groups| groups.of(row)?.1);
                computed(live.and_then(|live| live.group_rank.as_ref()), rank.map(f64::from))
            }
            Content::Factor(node) => {
                let value = values.iter().find(|(known, _)| *known == node).map(|(_, value)| value.to_f64());
                computed(live.and_then(|live| live.values.get(&node)), value)
            }
            Content::Rating(node) => rating(self.report, row, node),
            Content::Carried(column) => carried.get(column).cloned().map_or(SheetCell::Blank, SheetCell::Text),
        };
        self.columns.iter().map(cell).collect()
    }
}

fn rating<'a>(report: RankReport<'a>, row: usize, node: NodeId) -> SheetCell<'a> {
    let Some(reading) = report.scorer.backlog.reading(node) else { return SheetCell::Blank };
    match reading.ratings.get(row) {
        None => SheetCell::Blank,
        Some(rating) if reading.ratings.range(row).is_some() => SheetCell::Uncertain(as_double(rating)),
        Some(rating) => SheetCell::Number(as_double(rating)),
    }
}

fn as_double(decimal: Decimal) -> f64 {
    Exact::from(decimal).to_f64()
}

/// A scale in a few characters.
fn scale(scale: Scale, lang: Lang) -> String {
    match scale {
        Scale::Bounded(low, high) => say!(lang, "workbook-scale", low = low.to_string(), high = high.to_string()),
        Scale::Quantity => lang.text("workbook-quantity"),
    }
}

/// A column's letters: A to Z, then AA.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702, 16_383].map(letters),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]
        );
    }

    #[test]
    fn a_name_has_only_letters_that_a_spreadsheet_takes() {
        assert_eq!(name_of("customer_impact"), "weight_customer_impact");
        assert_eq!(name_of("a-b c!é重み🎉"), "weight_a_b_c_é重み_");
    }
}
