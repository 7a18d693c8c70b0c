//! `tenbin rank`: what comes first.

use std::ffi::OsStr;

use anyhow::bail;
use tenbin::input::WantedView;
use tenbin::lang::Lang;
use tenbin::render::Format;
use tenbin::report::{RankReport, rank_report};

use crate::cli::exit::Exit;
use crate::cli::messages::{self, Messages};
use crate::cli::options::{Common, Rank};
use crate::cli::output;
use crate::cli::ranked::{Ranked, with_first, with_scenarios};
use crate::cli::settings::{self, RankingSettings};
use crate::cli::watch::watch;

/// Runs the command.
pub fn run(options: &Rank, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let Some(file) = &options.file else {
        messages::print_error(&format!("{}\n", lang.text("rank-without-file")));
        return Ok(Exit::CouldNotRun);
    };
    if options.top == Some(0) {
        bail!(lang.text("error-top"));
    }
    let once = |messages: &Messages| rank(file, options, common, lang, messages);
    if options.watch {
        return watch(file, options.ranking.weighing.weights.as_deref(), lang, messages, once);
    }
    once(messages)
}

fn rank(file: &OsStr, options: &Rank, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    let answer = |ranked: Ranked<'_>| {
        let report = rank_report(RankReport {
            scorer: ranked.scorer,
            ranking: ranked.ranking,
            weights: &ranked.setup.settled.weights,
            origin: &ranked.setup.origin,
            findings: ranked.findings,
            top: options.top,
            viewed: ranked.viewed,
            lang,
        });
        output::deliver(report, &printing, ranked.inputs, lang, messages)
    };
    let view = settings::view(&options.view, lang)?;
    match options.top {
        // Rows of the first items, and nothing about the others.
        Some(top) if matches!(printing.format, Format::Csv | Format::Tsv) && view == WantedView::default() => {
            with_first(file, &options.ranking, top, lang, messages, answer)
        }
        top => {
            let settings = RankingSettings { view, top, ..settings::ranking(&options.ranking, lang)? };
            with_scenarios(file, &settings, lang, messages, |_| Ok(Ok(Vec::new())), answer)
        }
    }
}
