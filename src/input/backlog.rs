//! A text becomes a backlog: header, rows, ids and ratings, with a finding for everything that is wrong.

use std::borrow::Cow;
use std::ops::Range;

use super::dialect;
use super::excel::converted_by_excel;
use super::headers::{Columns, NamedColumns, Names, Resolver};
use super::identity::Identity;
use super::names::fold;
use super::rating::{CellFault, CellRule, read_rating, short_number};
use super::rows::{Rows, common_width};
use crate::backlog::{Backlog, Ratings, Reading};
use crate::decimal::{Decimal, FRACTION_DIGITS, WHOLE_DIGITS};
use crate::finding::{Finding, Findings, Rule, Source, UNIT_SEPARATOR};
use crate::model::{Kind, Model, NodeId, Scale, Weights};
use crate::prose;
use crate::table::{Cell, Table};

/// What is needed to read a backlog: everything is decided.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The model whose criteria are read.
    pub model: &'a Model,
    /// Its weights: what weighs nought is not read.
    pub weights: &'a Weights,
    /// Criteria that decide between equal scores: they are read even where they weigh nought.
    pub tie_break: &'a [NodeId],
    /// Headers that the user names.
    pub columns: &'a NamedColumns,
    /// Words that stand for ratings in every criterion.
    pub words: &'a [(String, Decimal)],
    /// The delimiter, where the user names it.
    pub delimiter: Option<u8>,
    /// Whether a part of the criteria will do, as in one team's sheet: what is missing is then no more than a gap.
    pub is_partial: bool,
}

/// A backlog, unless an error stands among the findings.
#[derive(Debug)]
pub struct Outcome<'t> {
    /// The items; `None` where the header could not be read.
    pub backlog: Option<Backlog<'t>>,
    /// What is wrong, located in the source.
    pub findings: Findings,
}

/// Reads a decoded text. One pass over the rows; places are worked out for the findings that are kept.
pub fn read_backlog<'t>(source: &Source<'t>, request: &Request<'_>) -> Outcome<'t> {
    let mut findings = Findings::new();
    let backlog = read_backlog_into(source, request, &mut findings);
    Outcome { backlog, findings }
}

/// Reads a decoded text like [`read_backlog`], and adds what is wrong to findings that are there already.
pub fn read_backlog_into<'t>(
    source: &Source<'t>,
    request: &Request<'_>,
    findings: &mut Findings,
) -> Option<Backlog<'t>> {
    let backlog = read(source, request, findings);
    findings.locate(source);
    backlog
}

/// Whether a text's headers have all that a model needs: for a hint when they lack what another one needs.
pub fn has_columns_for(source: &Source<'_>, request: &Request<'_>) -> bool {
    let names = Names::new(request.model, request.columns);
    let Some(dialect) = dialect::find(source.text, source.delimiter(request.delimiter), &|header| names.know(header))
    else {
        return false;
    };
    let mut findings = Findings::new();
    resolver(source.text, &dialect.header, request).resolve(&names, &mut findings);
    !findings.has_errors()
}

/// The columns that a header alone has for a model: what they are called there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeaderColumns {
    /// The column of the ids.
    pub id: Option<String>,
    /// The column of the titles.
    pub title: Option<String>,
    /// The column of each node that is given, in the order of the model.
    pub nodes: Vec<(NodeId, String)>,
}

/// Reads a header without rows, of a table that is elsewhere; what is missing or named twice joins the findings.
pub fn read_header(source: &Source<'_>, request: &Request<'_>, findings: &mut Findings) -> Option<HeaderColumns> {
    let names = Names::new(request.model, request.columns);
    let (dialect, _) = dialect::begin(source, request.delimiter, &|header| names.know(header), findings)?;
    let columns = resolver(source.text, &dialect.header, request).resolve(&names, findings);
    findings.locate(source);
    let heading = |column: usize| dialect.header[column].text(source.text).into_owned();
    Some(HeaderColumns {
        id: columns.id.map(heading),
        title: columns.title.map(heading),
        nodes: columns.nodes.iter().map(|&(node, column)| (node, heading(column))).collect(),
    })
}

fn resolver<'a>(text: &'a str, header: &'a [Cell], request: &Request<'a>) -> Resolver<'a> {
    let Request { model, weights, tie_break, is_partial, .. } = *request;
    Resolver { text, header, model, weights, also: tie_break, is_partial }
}

fn read<'t>(source: &Source<'t>, request: &Request<'_>, findings: &mut Findings) -> Option<Backlog<'t>> {
    let text = source.text;
    let names = Names::new(request.model, request.columns);
    let (dialect, body) = dialect::begin(source, request.delimiter, &|header| names.know(header), findings)?;
    let columns = resolver(text, &dialect.header, request).resolve(&names, findings);
    if dialect.lines_above > 0 {
        let at = dialect.header.first().map_or(0, Cell::offset);
        let line = source.position(at).line;
        findings.push(Finding::new(Rule::TitleRows).at(at).with("line", line).with("count", dialect.lines_above));
    }
    if let Some(width) = common_width(text, body, dialect.delimiter)
        && width != dialect.header.len()
    {
        let at = dialect.header.first().map_or(0, Cell::offset);
        let finding = Finding::new(Rule::RaggedHeader).at(at).with("found", dialect.header.len());
        findings.push(finding.with("expected", width));
        return None;
    }
    let table = Table { text, delimiter: dialect.delimiter, header: dialect.header, rows: Vec::new() };
    Some(Reader::new(source, request, table, columns).read(body, findings))
}

/// One column of ratings as it is being read.
struct Column<'a> {
    node: NodeId,
    column: usize,
    key: &'a str,
    /// The heading as the file has it, and the key where it is another word.
    name: String,
    /// Where the heading stands.
    header: Range<usize>,
    /// Whether a blank keeps the item out of the ranking.
    counts: bool,
    rule: CellRule<'a>,
    /// The lowest and the highest rating that [`short_number`] may read.
    short: Option<(i32, i32)>,
    /// Whether the cells are those of a workbook.
    in_sheet: bool,
    ratings: Ratings,
}

struct Reader<'a, 's, 't> {
    source: &'s Source<'t>,
    table: Table<'t>,
    id: Option<usize>,
    title: Option<usize>,
    rater: Option<usize>,
    reasons: Vec<(NodeId, usize)>,
    columns: Vec<Column<'a>>,
}

impl<'a, 's, 't> Reader<'a, 's, 't> {
    fn new(source: &'s Source<'t>, request: &Request<'a>, table: Table<'t>, columns: Columns) -> Self {
        let counted: Vec<NodeId> = columns.nodes.iter().map(|(node, _)| *node).collect();
        let column = |(node, column): (NodeId, usize)| {
            let key = &request.model.nodes[node].key;
            let heading = table.heading(column);
            let rule = cell_rule(request, node, table.delimiter);
            let name = if fold(&heading) == fold(key) {
                prose::name(&heading)
            } else {
                format!("{} ({key})", prose::name(&heading))
            };
            Column {
                node,
                column,
                key,
                name,
                header: table.header[column].range(),
                counts: !request.tie_break.contains(&node) || takes_part(request, node),
                short: rule.short_ratings(),
                rule,
                in_sheet: table.delimiter == UNIT_SEPARATOR,
                ratings: Ratings::default(),
            }
        };
        debug_assert!(counted.is_sorted());
        let columns_read = columns.nodes.into_iter().map(column).collect();
        let Columns { id, title, rater, reasons, .. } = columns;
        Self { source, id, title, rater, reasons, columns: columns_read, table }
    }

    fn read(mut self, body: usize, findings: &mut Findings) -> Backlog<'t> {
        let text = self.source.text;
        let mut rows = Rows::new(text, body, self.table.delimiter, &self.table.header);
        let mut identity = Identity::new(text, self.table.delimiter);
        while let Some((start, cells)) = rows.next(findings) {
            self.table.rows.push(start as u32);
            if let Some(id) = self.id {
                identity.check(cells[id], self.source, findings);
            }
            if let Some(title) = self.title
                && cells[title].raw(text).trim().is_empty()
            {
                findings.push_with(Rule::BlankTitle, || {
                    let id = item_id(text, cells, self.id, self.table.rows.len());
                    let finding = Finding::new(Rule::BlankTitle).over(cells[title].range());
                    let finding = finding.under(self.table.header[title].range());
                    with_item(finding, &id, self.id.is_some())
                });
            }
            for column in &mut self.columns {
                column.read(text, cells, self.id, findings);
            }
        }
        if self.table.rows.is_empty() && !findings.has_errors() {
            findings.push(Finding::new(Rule::NoItems).at(0));
        }
        let reading =
            |column: Column<'_>| Reading { node: column.node, column: column.column, ratings: column.ratings };
        Backlog {
            table: self.table,
            id: self.id,
            title: self.title,
            rater: self.rater,
            reasons: self.reasons,
            readings: self.columns.into_iter().map(reading).collect(),
        }
    }
}

/// A row's id, the row's number where there is no id column.
fn item_id<'t>(text: &'t str, cells: &[Cell], id: Option<usize>, number: usize) -> Cow<'t, str> {
    match id {
        Some(id) => match cells[id].text(text) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        },
        None => Cow::Owned(number.to_string()),
    }
}

/// Says which item a finding is about; a row's number goes into the sentence without marks around it.
fn with_item(finding: Finding, id: &str, is_named: bool) -> Finding {
    let shown = if is_named { prose::name(id) } else { id.to_owned() };
    finding.of_item(id).with("id", shown)
}

impl Column<'_> {
    fn read(&mut self, text: &str, cells: &[Cell], id: Option<usize>, findings: &mut Findings) {
        let cell = cells[self.column];
        if let (Some((low, high)), Some(value)) = (self.short, short_number(cell.raw(text)))
            && (low..=high).contains(&value)
        {
            self.ratings.push_short(value);
            return;
        }
        let content = cell.text(text);
        let number = self.ratings.len() + 1;
        let place = |rule: Rule| {
            let finding = Finding::new(rule).over(cell.range()).under(self.header.clone());
            let finding = finding.of_criterion(self.key).with("criterion", self.name.as_str());
            with_item(finding, &item_id(text, cells, id, number), id.is_some())
        };
        let found = || prose::name(content.trim());
        let rating = match read_rating(&content, &self.rule) {
            Ok(Some((rating, was_wide))) => {
                if was_wide {
                    findings.push_with(Rule::FullWidthDigits, || place(Rule::FullWidthDigits).with("found", found()));
                }
                Some(rating)
            }
            Ok(None) => {
                if self.counts {
                    findings.push_with(Rule::MissingRating, || place(Rule::MissingRating));
                }
                None
            }
            Err(fault) => {
                let rule = fault_rule(fault, &content);
                findings.push_with(rule, || {
                    describe(place(rule), &content, &self.rule, self.key, self.in_sheet).with("found", found())
                });
                None
            }
        };
        if !self.ratings.push(rating) {
            findings.push_with(Rule::TooManyDigits, || {
                let finding = Finding::new(Rule::TooManyDigits).over(cell.range()).under(self.header.clone());
                let finding = finding.of_criterion(self.key).with("criterion", self.name.as_str());
                let finding = finding.of_item(item_id(text, cells, id, number));
                describe(finding, &content, &self.rule, self.key, self.in_sheet).with("found", found())
            });
        }
    }
}

/// The rule that a faulty cell breaks.
fn fault_rule(fault: CellFault, content: &str) -> Rule {
    match fault {
        CellFault::NotANumber if converted_by_excel(content.trim()).is_some() => Rule::ExcelConverted,
        CellFault::NotANumber => Rule::NotANumber,
        CellFault::OutOfScale => Rule::OutOfScale,
        CellFault::TooManyDigits => Rule::TooManyDigits,
    }
}

/// The finding about a rating that can't be read; `about` begins one at the cell.
pub(super) fn fault_finding(
    fault: CellFault,
    content: &str,
    rule: &CellRule<'_>,
    key: &str,
    about: impl FnOnce(Rule) -> Finding,
) -> Finding {
    describe(about(fault_rule(fault, content)), content, rule, key, false).with("found", prose::name(content.trim()))
}

/// Adds what the sentence needs to know of the scale, and the help that fits the text.
fn describe(finding: Finding, content: &str, cells: &CellRule<'_>, key: &str, in_sheet: bool) -> Finding {
    let finding = finding.with("whole", WHOLE_DIGITS).with("fraction", FRACTION_DIGITS).with("key", key);
    match (finding.rule, cells.scale) {
        (Rule::ExcelConverted, _) => match converted_by_excel(content.trim()) {
            // In a workbook it is a formula that nobody has computed.
            Some("help-formula") if in_sheet => finding.advise("help-uncalculated"),
            Some(variant) => finding.advise(variant),
            None => finding,
        },
        (Rule::NotANumber, _) if cells.has_own_words && advice(content.trim()) == "help-word" => {
            let words: Vec<String> = cells.words.iter().map(|(word, _)| prose::name(word)).collect();
            finding.with("words", words).advise("help-known-words")
        }
        (Rule::NotANumber, _) => finding.advise(advice(content.trim())),
        (_, Scale::Bounded(low, high)) => finding.with("scale", format!("{low}–{high}")),
        (_, Scale::Quantity) => finding.with("scale", "≥ 0"),
    }
}

/// The help that fits a text that stands where a number should.
fn advice(text: &str) -> &'static str {
    /// What people write for "not rated yet".
    const UNDECIDED: [&str; 10] = ["n/a", "na", "tbd", "-", "?", "未定", "未評価", "なし", "ー", "—"];
    if UNDECIDED.contains(&text.to_lowercase().as_str()) {
        "help-blank"
    } else if text.chars().any(|character| character.is_ascii_digit() || ('０'..='９').contains(&character)) {
        "help"
    } else {
        "help-word"
    }
}

fn takes_part(request: &Request<'_>, node: NodeId) -> bool {
    let mut next = Some(node);
    while let Some(node) = next {
        if !request.weights.counts(node) {
            return false;
        }
        next = request.model.nodes[node].parent;
    }
    true
}

/// How the cells of a node are read.
pub(super) fn cell_rule<'a>(request: &Request<'a>, node: NodeId, delimiter: u8) -> CellRule<'a> {
    let mut words: Vec<(Cow<'a, str>, Decimal)> = Vec::new();
    let (mut percent, mut has_own_words) = (false, false);
    if let Kind::Criterion { words: own, percent: own_percent, .. } = &request.model.nodes[node].kind {
        words.extend(own.iter().map(|(word, value)| (Cow::Owned(fold(word)), *value)));
        (percent, has_own_words) = (*own_percent, !own.is_empty());
    }
    words.extend(request.words.iter().map(|(word, value)| (Cow::Owned(fold(word)), *value)));
    CellRule {
        scale: request.model.rated_on(node),
        percent,
        decimal_comma: ![b',', UNIT_SEPARATOR].contains(&delimiter),
        words,
        has_own_words,
    }
}
