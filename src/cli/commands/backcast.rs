//! `tenbin backcast`: what each stage must deliver for the goal, and what stands in the way.

use std::str::FromStr;

use anyhow::{anyhow, bail};
use same_file::Handle;
use strum::VariantNames;
use tenbin::analysis::backcast;
use tenbin::finding::Findings;
use tenbin::input::config::Config;
use tenbin::input::{FUNNEL_KEYS, StageOrder, read_funnel, read_staged};
use tenbin::lang::Lang;
use tenbin::model::BuiltIn;
use tenbin::report::{BackcastReport, backcast_report};
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Backcast, Common};
use crate::cli::output;
use crate::cli::settings;
use crate::cli::tables::Table;

/// Runs the command.
pub fn run(options: &Backcast, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    if options.funnel == "-" && options.items.as_deref().is_some_and(|items| items == "-") {
        bail!(lang.text("error-stdin-both"));
    }
    let goal = settings::goal(&options.goal, lang)?;
    let order = options.order.as_deref().map(|name| {
        StageOrder::from_str(name).map_err(|_| {
            let known = prose::list(lang, StageOrder::VARIANTS.iter().map(|name| prose::name(name)));
            anyhow!(say!(lang, "error-order", name = prose::name(name), known = known))
        })
    });
    let order = order.transpose()?;
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    let settings = settings::table(None, None, &options.reading, lang)?;
    if let Some((key, _)) = settings.columns.only.iter().find(|(key, _)| !FUNNEL_KEYS.contains(&key.as_str())) {
        let known = prose::list(lang, FUNNEL_KEYS.map(prose::name));
        bail!(say!(lang, "error-column-key", key = prose::name(key), known = known));
    }
    // No model has a say here; its headers only help to find the sheet of a workbook.
    let model = match Config::default().model(BuiltIn::default().name()) {
        Ok(model) => model,
        Err(findings) => {
            messages.findings(&findings);
            return Ok(Exit::CouldNotRun);
        }
    };
    let read = |path| Table::read(path, &model, &settings, lang);
    let items = options.items.as_deref().map(read).transpose()?.transpose();
    let (table, items) = match (read(&options.funnel)?, items) {
        (Ok(table), Ok(items)) => (table, items),
        (one, other) => {
            let mut findings = Findings::new();
            [one.err(), other.err()].into_iter().flatten().for_each(|faults| findings.extend(faults));
            messages.findings(&findings);
            return Ok(Exit::Findings);
        }
    };
    let mut findings = table.findings.clone();
    let source = table.source();
    let stages = read_funnel(&source, settings.form(), order, &mut findings);
    let items_source = items.as_ref().map(Table::source);
    let staged = match (&items, &items_source, &stages) {
        (Some(items), Some(source), Some(stages)) => {
            findings.extend(items.findings.clone());
            Some(read_staged(source, stages, &mut findings))
        }
        _ => None,
    };
    let Some(stages) = stages.filter(|_| !findings.has_errors()) else {
        messages.findings(&findings);
        return Ok(Exit::Findings);
    };
    let worked = backcast(&stages.funnel, goal);
    let report = backcast_report(BackcastReport {
        stages: &stages,
        goal,
        backcast: &worked,
        items: staged.as_deref(),
        file: &table.name,
        findings: &findings,
        lang,
    });
    let items = items.as_ref().and_then(|items| items.handle.as_ref());
    let inputs: Vec<&Handle> = table.handle.iter().chain(items).collect();
    let exit = output::deliver(report, &printing, &inputs, lang, messages)?;
    messages.findings(&findings);
    Ok(exit)
}
