//! A text becomes a backlog: header, rows, ids and ratings, with a finding for everything that is wrong.

use std::borrow::Cow;

use super::dialect;
use super::headers::{NamedColumns, Names, Resolver};
use super::items::{BLOCK, Layout};
use super::names::fold;
use super::rating::CellRule;
use super::rows::common_width;
use crate::backlog::Backlog;
use crate::decimal::Decimal;
use crate::finding::{Finding, Findings, Rule, Source, UNIT_SEPARATOR};
use crate::model::{Kind, Model, NodeId, Weights};
use crate::table::Cell;

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
    let (layout, body) = read_head(source, request, findings)?;
    let items = layout.in_blocks(body, BLOCK, findings).unwrap_or_else(|| layout.in_one_piece(body, findings));
    if items.rows.is_empty() && !findings.has_errors() {
        findings.push(Finding::new(Rule::NoItems).at(0));
    }
    Some(layout.backlog(items))
}

/// Reads a text as far as its header: how it is taken apart, which column is what, and where the rows begin.
pub(super) fn read_head<'a, 's, 't>(
    source: &'s Source<'t>,
    request: &'s Request<'a>,
    findings: &mut Findings,
) -> Option<(Layout<'a, 's, 't>, usize)> {
    let text = source.text;
    let names = Names::new(request.model, request.columns);
    let (dialect, body) = dialect::begin(source, request.delimiter, &|header| names.know(header), findings)?;
    let columns = resolver(text, &dialect.header, request).resolve(&names, findings);
    let at = dialect.header.first().map_or(0, Cell::offset);
    if dialect.lines_above > 0 {
        let line = source.position(at).line;
        findings.push(Finding::new(Rule::TitleRows).at(at).with("line", line).with("count", dialect.lines_above));
    }
    if let Some(width) = common_width(text, body, dialect.delimiter)
        && width != dialect.header.len()
    {
        let finding = Finding::new(Rule::RaggedHeader).at(at).with("found", dialect.header.len());
        findings.push(finding.with("expected", width));
        return None;
    }
    Some((Layout { source, request, delimiter: dialect.delimiter, header: dialect.header, columns }, body))
}

pub(super) fn takes_part(request: &Request<'_>, node: NodeId) -> bool {
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
