//! `tenbin sql`: the same ranking as a query for an engine that already holds the items.

use std::str::FromStr;

use anyhow::{anyhow, bail};
use same_file::Handle;
use strum::VariantNames;
use tenbin::finding::Source;
use tenbin::input::HeaderColumns;
use tenbin::lang::Lang;
use tenbin::model::{Model, NodeId, ROOT, Weights};
use tenbin::report::model_line;
use tenbin::sql::{ColumnName, Dialect, MOST_DECIMALS, Query, TableColumns, TableName, USUAL_DECIMALS, Unwritable};
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Reading, Sql};
use crate::cli::output;
use crate::cli::settings::{self, RankingSettings};
use crate::cli::setup::{Refused, Setup};

/// What stands in messages for the header that the command line gives.
const HEADER: &str = "--header";

/// Runs the command.
pub fn run(options: &Sql, _common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let dialect = Dialect::from_str(&options.dialect).map_err(|_| {
        let known = prose::list(lang, Dialect::VARIANTS.iter().map(|name| prose::name(name)));
        anyhow!(say!(lang, "error-dialect", name = prose::name(&options.dialect), known = known))
    })?;
    let table = TableName::parse(&options.table, dialect)
        .ok_or_else(|| anyhow!(say!(lang, "error-table", name = prose::name(&options.table))))?;
    let decimals = options.decimals.unwrap_or(USUAL_DECIMALS);
    if decimals > MOST_DECIMALS {
        bail!(say!(lang, "error-decimals", most = MOST_DECIMALS));
    }
    if options.top == Some(0) {
        bail!(lang.text("error-top"));
    }
    let reading = Reading { column: options.column.clone(), encoding: None, delimiter: None, sheet: None };
    let settings = settings::weighing(&options.weighing, &reading, lang)?;
    let settings = RankingSettings { scenario: options.scenario.clone(), ..settings };
    let setup = match Setup::new(&settings, lang)? {
        Ok(setup) => setup,
        Err(Refused(findings)) => {
            messages.findings(&findings);
            return Ok(Exit::CouldNotRun);
        }
    };
    let mut findings = setup.findings.clone();
    let columns = match &options.header {
        Some(header) => {
            let source = Source::new(HEADER, header.as_str());
            match setup.read_header(&source, &mut findings) {
                Some(HeaderColumns { id: None, .. }) if !findings.has_errors() => bail!(lang.text("error-sql-no-id")),
                Some(header) if !findings.has_errors() => Some(header),
                _ => {
                    messages.findings(&findings);
                    return Ok(Exit::CouldNotRun);
                }
            }
        }
        None => None,
    };
    let columns = table_columns(&setup, columns);
    let given: Vec<NodeId> = columns.nodes.iter().map(|(node, _)| *node).collect();
    let plan = match setup.plan_for(&given) {
        Ok(plan) => plan,
        Err(problems) => {
            messages.findings(&problems);
            return Ok(Exit::CouldNotRun);
        }
    };
    findings.extend(setup.config.assumed_scales(&setup.model, &plan));
    let said = model_line(&setup.model, &plan, &setup.settled.weights, &setup.origin, lang);
    let query = Query {
        dialect,
        table: &table,
        columns: &columns,
        model: &setup.model,
        plan: &plan,
        tie_break: &setup.settled.tie_break,
        words: setup.config.words(),
        decimals,
        top: options.top,
        model_line: &said,
        lang,
    };
    let written = query.write().map_err(|reason| anyhow!(reason_in_words(&reason, &setup.model, dialect, lang)))?;
    let inputs: Vec<Handle> = setup.path.iter().filter_map(|path| Handle::from_path(path).ok()).collect();
    let exit = output::deliver_text(&written.text, options.output.as_deref(), &inputs, lang)?;
    messages.findings(&findings);
    if written.lacks_digits {
        messages.note(&say!(lang, "note-sql-digits", engine = dialect.title()));
    }
    Ok(exit)
}

/// Which column holds what: as a header says, else under the names that the user gives, else under the keys.
fn table_columns(setup: &Setup, header: Option<HeaderColumns>) -> TableColumns {
    if let Some(HeaderColumns { id, title, nodes }) = header {
        let column = |name: String| ColumnName::new(&name);
        return TableColumns {
            id: column(id.unwrap_or_else(|| "id".to_owned())),
            title: title.map(column),
            nodes: nodes.into_iter().map(|(node, name)| (node, column(name))).collect(),
        };
    }
    let named = |key: &str| {
        let only = setup.columns.only.iter().find(|(only, _)| only == key).map(|(_, header)| header.as_str());
        let also = || setup.columns.also.iter().find(|(also, _)| also == key)?.1.first().map(String::as_str);
        only.or_else(also).map(ColumnName::new)
    };
    let asked = |node: NodeId| setup.columns.only.iter().any(|(key, _)| *key == setup.model.nodes[node].key);
    let mut nodes = Vec::new();
    let model = &setup.model;
    given(model, &setup.settled.weights, ROOT, &asked, &mut nodes);
    for &node in &setup.settled.tie_break {
        // What is given already, or made of what is given, needs no column of its own.
        if !nodes.iter().any(|&known| is_within(model, known, node)) {
            nodes.push(node);
        }
    }
    nodes.sort_unstable();
    let column =
        |node: NodeId| named(&model.nodes[node].key).unwrap_or_else(|| ColumnName::new(&model.nodes[node].key));
    TableColumns {
        id: named("id").unwrap_or_else(|| ColumnName::new("id")),
        title: named("title"),
        nodes: nodes.into_iter().map(|node| (node, column(node))).collect(),
    }
}

/// What people are asked to rate, of the nodes that count: a factor as one number where its model shows it so, unless the
/// user names a column of one of its parts.
fn given(model: &Model, weights: &Weights, node: NodeId, asked: &dyn Fn(NodeId) -> bool, found: &mut Vec<NodeId>) {
    for &child in model.nodes[node].children.iter().filter(|&&child| weights.counts(child)) {
        let child_node = &model.nodes[child];
        let of_parts =
            || (0..model.nodes.len()).any(|part| part != child && is_within(model, part, child) && asked(part));
        if child_node.children.is_empty() || asked(child) || !child_node.examples.is_empty() && !of_parts() {
            found.push(child);
        } else {
            given(model, weights, child, asked, found);
        }
    }
}

/// Whether a node is another one, or a part of it.
fn is_within(model: &Model, node: NodeId, other: NodeId) -> bool {
    std::iter::successors(Some(node), |&node| model.nodes[node].parent).any(|node| node == other)
}

fn reason_in_words(reason: &Unwritable, model: &Model, dialect: Dialect, lang: Lang) -> String {
    match reason {
        Unwritable::Name(name) => say!(lang, "error-sql-name", engine = dialect.title(), name = prose::name(name)),
        Unwritable::Shared(column, nodes) => {
            let [first, second] = nodes.map(|node| prose::name(&model.nodes[node].key));
            say!(lang, "error-sql-shared", column = prose::name(column), first = first, second = second)
        }
        Unwritable::Constant => lang.text("error-sql-constant"),
    }
}
