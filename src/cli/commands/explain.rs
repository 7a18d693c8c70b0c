//! `tenbin explain`: why an item stands where it does, and what would lift it past the next.

use anyhow::anyhow;
use tenbin::analysis::explain;
use tenbin::lang::Lang;
use tenbin::report::{ExplainReport, explain_report};
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Explain};
use crate::cli::output;
use crate::cli::ranked::with_ranking;
use crate::cli::settings;

/// Runs the command.
pub fn run(options: &Explain, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    with_ranking(&options.file, &options.ranking, lang, messages, |ranked| {
        let backlog = ranked.scorer.backlog;
        let row = backlog.find(&options.id).ok_or_else(|| {
            let ids: Vec<String> = (0..backlog.len()).map(|row| backlog.id(row).into_owned()).collect();
            let close = prose::same_but_one(&options.id, ids.iter().map(String::as_str));
            match close {
                Some(close) => {
                    anyhow!(say!(lang, "error-id-close", id = prose::name(&options.id), close = prose::name(close)))
                }
                None => anyhow!(say!(lang, "error-id", id = prose::name(&options.id), count = ids.len())),
            }
        })?;
        let explanation = explain(ranked.scorer, ranked.ranking, row);
        let report = explain_report(ExplainReport {
            scorer: ranked.scorer,
            ranking: ranked.ranking,
            explanation: &explanation,
            weights: &ranked.setup.settled.weights,
            origin: &ranked.setup.origin,
            findings: ranked.findings,
            lang,
        });
        output::deliver(report, &printing, ranked.inputs, lang, messages)
    })
}
