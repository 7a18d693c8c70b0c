//! `tenbin stability`: how far the weights can move before the answer changes.

use anyhow::{anyhow, bail};
use tenbin::analysis::{Drawing, Shares, accept, dominators, intervals};
use tenbin::check::USUAL_TOP;
use tenbin::lang::Lang;
use tenbin::report::{StabilityReport, stability_report};
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Stability};
use crate::cli::output;
use crate::cli::progress::Progress;
use crate::cli::ranked::with_ranking;
use crate::cli::settings;

/// The draws where nobody says how many.
const DRAWS: usize = 10_000;
/// More draws than this would run for hours.
const MOST_DRAWS: usize = 100_000_000;

/// Runs the command.
pub fn run(options: &Stability, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    if options.top == Some(0) {
        bail!(lang.text("error-top"));
    }
    let draws = options.draws.unwrap_or(DRAWS);
    if draws == 0 || draws > MOST_DRAWS {
        bail!(say!(lang, "error-draws", most = MOST_DRAWS.to_string()));
    }
    let within = options
        .within
        .as_deref()
        .map(|text| settings::share(text).ok_or_else(|| anyhow!(say!(lang, "error-within", text = prose::name(text)))));
    let within = within.transpose()?;
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    with_ranking(&options.file, &options.ranking, lang, messages, |ranked| {
        let weights = &ranked.setup.settled.weights;
        let top = options.top.or(ranked.setup.config.policy().top).unwrap_or(USUAL_TOP);
        let drawing = Drawing { draws, seed: options.seed, within, top };
        let shares = Shares::new(ranked.scorer, weights);
        let intervals = shares.map(|shares| intervals(&shares, ranked.ranking, top)).unwrap_or_default();
        let progress = Progress::new(draws, common.quiet);
        let acceptability = accept(ranked.scorer, weights, ranked.ranking, drawing, &|made| progress.add(made));
        progress.end();
        let dominators = dominators(ranked.scorer, ranked.ranking);
        let report = stability_report(StabilityReport {
            scorer: ranked.scorer,
            ranking: ranked.ranking,
            weights,
            origin: &ranked.setup.origin,
            intervals: &intervals,
            acceptability: acceptability.as_ref(),
            drawing,
            dominators: &dominators,
            findings: ranked.findings,
            lang,
        });
        output::deliver(report, &printing, ranked.inputs, lang, messages)
    })
}
