//! What a merge has done, laid out: how each rating was taken, and what has become of the differences of the last round.

use serde::Serialize;

use super::agreed::counted;
use super::words;
use crate::analysis::{By, Course, Merged, Round, Why};
use crate::backlog::Panel;
use crate::decimal::Decimal;
use crate::finding::Findings;
use crate::lang::Lang;
use crate::model::Model;
use crate::prose;
use crate::report::order::named;
use crate::report::{Block, Cell, Column, FindingView, Report, Shape, Table};
use crate::say;
use crate::scoring::Exact;

/// Everything that the report is made of.
#[derive(Clone, Copy)]
pub struct MergeReport<'a> {
    /// Who rated what.
    pub panel: &'a Panel<'a>,
    /// What was taken.
    pub merged: &'a Merged,
    /// How it was taken where nothing was decided.
    pub by: By,
    /// The model.
    pub model: &'a Model,
    /// The ratings of this round beside those of the last, where one was given.
    pub rounds: Option<&'a [Round]>,
    /// The file with the agreed backlog.
    pub agreed: &'a str,
    /// The file with the record.
    pub record: &'a str,
    /// Whether the model was named on the command line, and has to be again.
    pub is_model_named: bool,
    /// What was found on the way.
    pub findings: &'a Findings,
    /// The language of headings and sentences.
    pub lang: Lang,
}

#[derive(Serialize)]
struct Value<'a> {
    schema_version: u32,
    command: &'static str,
    model: &'a str,
    by: &'static str,
    agreed: &'a str,
    record: &'a str,
    items: usize,
    cells: Vec<CellView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rounds: Option<Vec<RoundView<'a>>>,
    findings: Vec<FindingView>,
    finding_count: usize,
}

#[derive(Serialize)]
struct CellView<'a> {
    id: &'a str,
    criterion: &'a str,
    rating: Option<Decimal>,
    taken: &'static str,
    rater: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct RoundView<'a> {
    id: &'a str,
    criterion: &'a str,
    course: &'static str,
    ad_before: &'a Exact,
    ad: &'a Exact,
    range_before: [Decimal; 2],
    range: [Decimal; 2],
    agreed_before: Option<Decimal>,
    agreed: Option<Decimal>,
}

/// Lays out what a merge has done.
pub fn merge_report<'a>(report: MergeReport<'a>) -> Report<'a, impl Serialize + 'a> {
    Report { value: report.value(), sheet: report.sheet(), page: Box::new(move || report.page()), workbook: None }
}

impl<'a> MergeReport<'a> {
    fn value(self) -> Value<'a> {
        let cells = self.merged.iter().map(|(item, criterion, taken)| CellView {
            id: self.id(item),
            criterion: self.key(criterion),
            rating: taken.rating.and_then(crate::backlog::Rating::counted),
            taken: taken.why.name(),
            rater: taken.rater.map(|rater| self.panel.raters[rater].as_str()),
            note: taken.note.as_deref(),
        });
        Value {
            schema_version: 1,
            command: "workshop merge",
            model: &self.model.key,
            by: self.by.name(),
            agreed: self.agreed,
            record: self.record,
            items: self.panel.items.len(),
            cells: cells.collect(),
            rounds: self.rounds.map(|rounds| rounds.iter().map(|round| self.round(round)).collect()),
            findings: FindingView::all(self.findings, self.lang),
            finding_count: self.findings.total(),
        }
    }

    fn round(self, round: &'a Round) -> RoundView<'a> {
        RoundView {
            id: self.id(round.item),
            criterion: self.key(round.criterion),
            course: round.course().into(),
            ad_before: &round.before.ad,
            ad: &round.now.ad,
            range_before: [round.before.low, round.before.high],
            range: [round.now.low, round.now.high],
            agreed_before: round.agreed_before,
            agreed: self.agreed_now(round),
        }
    }

    fn id(self, item: usize) -> &'a str {
        &self.panel.items[item].id
    }

    fn key(self, criterion: usize) -> &'a str {
        &self.model.nodes[self.panel.criteria[criterion]].key
    }

    fn label(self, criterion: usize) -> &'a str {
        self.model.nodes[self.panel.criteria[criterion]].label(self.lang)
    }

    fn agreed_now(self, round: &Round) -> Option<Decimal> {
        self.merged.cell(round.item, round.criterion).rating.and_then(crate::backlog::Rating::counted)
    }

    /// A rating that was taken a row; with a last round, a comparison a row.
    fn sheet(self) -> Table<'a> {
        match self.rounds {
            Some(rounds) => self.rounds_table(rounds.iter().collect()),
            None => self.taken_table(),
        }
    }

    fn taken_table(self) -> Table<'a> {
        let keys = ["id", "criterion", "rating", "taken", "rater", "note"];
        let cells: Vec<_> = self.merged.iter().collect();
        let len = cells.len();
        let row = move |number: usize| {
            let (item, criterion, taken) = cells[number];
            let text = |text: &'a str| Cell::Text(text.into());
            vec![
                text(self.id(item)),
                text(self.key(criterion)),
                taken.rating.map_or(Cell::Blank, |rating| Cell::Text(rating.to_string().into())),
                text(taken.why.name()),
                text(taken.rater.map_or("", |rater| &self.panel.raters[rater])),
                text(taken.note.as_deref().unwrap_or_default()),
            ]
        };
        Table::new(keys.map(Column::plain).to_vec(), len, row)
    }

    /// The ratings of two rounds side by side.
    fn rounds_table(self, rounds: Vec<&'a Round>) -> Table<'a> {
        let lang = self.lang;
        let column = |key: &str, heading: &str, shape| Column::new(key, lang.text(heading), shape);
        let columns = vec![
            column("id", "column-id", Shape::Text),
            column("title", "column-title", Shape::Flexible),
            column("criterion", "column-criterion", Shape::Text),
            column("range_before", "merge-column-range-before", Shape::Number),
            column("range", "merge-column-range", Shape::Number),
            column("ad_before", "merge-column-ad-before", Shape::Number),
            column("ad", "agenda-column-ad", Shape::Number),
            column("agreed_before", "merge-column-agreed-before", Shape::Number),
            column("agreed", "merge-column-agreed", Shape::Number),
        ];
        let len = rounds.len();
        let row = move |number: usize| {
            let round = rounds[number];
            let range = |low: Decimal, high: Decimal| {
                let range = if low == high {
                    low.to_string()
                } else {
                    say!(lang, "merge-range", low = low.to_string(), high = high.to_string())
                };
                Cell::Text(range.into())
            };
            let rating =
                |rating: Option<Decimal>| rating.map_or(Cell::Blank, |rating| Cell::Text(rating.to_string().into()));
            vec![
                Cell::Text(self.panel.items[round.item].id.clone()),
                Cell::Text(self.panel.items[round.item].title.clone()),
                Cell::Text(self.label(round.criterion).into()),
                range(round.before.low, round.before.high),
                range(round.now.low, round.now.high),
                Cell::Number(round.before.ad.clone(), 2),
                Cell::Number(round.now.ad.clone(), 2),
                rating(round.agreed_before),
                rating(self.agreed_now(round)),
            ]
        };
        Table::new(columns, len, row)
    }

    fn page(self) -> Vec<Block<'a>> {
        let lang = self.lang;
        let file = prose::visible(self.agreed);
        let mut lines = vec![say!(
            lang,
            "merge-wrote",
            file = file.as_str(),
            record = prose::visible(self.record),
            items = self.panel.items.len(),
            raters = self.panel.raters.len()
        )];
        let ways = counted(self.merged).into_iter().map(|(why, count)| words::way(why, count, lang));
        lines.push(say!(lang, "merge-ways", ways = prose::list(lang, ways)));
        for why in [Why::LeadBlank, Why::Nobody] {
            lines.extend(self.cells_line(why));
        }
        let mut page = vec![Block::Lines(lines)];
        if let Some(rounds) = self.rounds {
            page.push(Block::Heading(lang.text("merge-rounds")));
            page.push(Block::Lines(vec![self.rounds_line(rounds)]));
            for course in [Course::Together, Course::Apart] {
                let some: Vec<&Round> = rounds.iter().filter(|round| round.course() == course).collect();
                if !some.is_empty() {
                    let heading = if course == Course::Together { "merge-together" } else { "merge-apart" };
                    page.push(Block::Lines(vec![lang.text(heading)]));
                    page.push(Block::Table(self.rounds_table(some)));
                }
            }
        }
        let model =
            if self.is_model_named { format!(" -m {}", prose::visible(&self.model.key)) } else { String::new() };
        page.push(Block::Lines(vec![say!(lang, "merge-next", file = file + &model)]));
        page
    }

    /// Which ratings were taken in a way that somebody should know of.
    fn cells_line(self, why: Why) -> Option<String> {
        let cells: Vec<String> = self
            .merged
            .iter()
            .filter(|(_, _, taken)| taken.why == why)
            .map(|(item, criterion, _)| {
                say!(self.lang, "agenda-entry", id = prose::visible(self.id(item)), criterion = self.label(criterion))
            })
            .collect();
        let cells = Some(cells).filter(|cells| !cells.is_empty())?;
        Some(say!(self.lang, "merge-cells", why = why.name(), cells = named(cells.into_iter(), self.lang)))
    }

    fn rounds_line(self, rounds: &[Round]) -> String {
        let count = |course: Course| rounds.iter().filter(|round| round.course() == course).count();
        say!(
            self.lang,
            "merge-rounds-line",
            all = rounds.len(),
            together = count(Course::Together),
            apart = count(Course::Apart),
            same = count(Course::Same)
        )
    }
}
