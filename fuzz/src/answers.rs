//! From a sound backlog to every form of the answer, with what must hold on the way.

use strum::IntoEnumIterator;
use tenbin::analysis::{explain, unscored};
use tenbin::backlog::Backlog;
use tenbin::finding::{Findings, Source};
use tenbin::input::config::Settled;
use tenbin::lang::Lang;
use tenbin::model::{Combine, Model, Scale};
use tenbin::render::{Format, Style, render};
use tenbin::report::{ExplainReport, Origin, RankReport, Viewed, explain_report, rank_report};
use tenbin::scoring::{Plan, Ranking, Reason, Scorer, rank};

use crate::spoken;

/// Ranks a backlog; `None` where the model can't be computed for the columns that the file gives.
pub fn ranked(
    model: &Model,
    settled: &Settled,
    backlog: &Backlog<'_>,
    then: impl FnOnce(Scorer<'_>, &Ranking),
) -> Option<()> {
    let given: Vec<_> = backlog.readings.iter().map(|reading| reading.node).collect();
    let plan = Plan::new(model, &settled.weights, &given).ok()?;
    let scorer = Scorer { model, plan: &plan, backlog, tie_break: &settled.tie_break };
    let ranking = rank(scorer);
    check_ranking(scorer, &ranking);
    then(scorer, &ranking);
    Some(())
}

/// Every row once, the best first, and ranks as in a competition: 1, 2, 2, 4.
fn check_ranking(scorer: Scorer<'_>, ranking: &Ranking) {
    let standings = &ranking.standings;
    let mut rows: Vec<u32> = standings.iter().map(|s| s.row).chain(ranking.unranked.iter().map(|u| u.row)).collect();
    rows.sort_unstable();
    assert!(rows.iter().copied().eq(0..scorer.backlog.len() as u32));
    if only_means(scorer.model) {
        let large = ranking.unranked.iter().find(|item| item.reason == Reason::TooLarge);
        assert!(large.is_none(), "a mean of ratings is no larger than they are: {large:?}");
    }
    for (place, standing) in standings.iter().enumerate() {
        let Some(before) = place.checked_sub(1).map(|before| &standings[before]) else {
            assert_eq!(standing.rank, 1);
            continue;
        };
        assert!(before.score >= standing.score);
        if before.rank == standing.rank {
            assert_eq!(before.score, standing.score);
            assert!(before.row < standing.row, "a tie keeps the order of the file");
        } else {
            assert_eq!(standing.rank as usize, place + 1);
            assert!(before.score > standing.score || !scorer.tie_break.is_empty());
        }
    }
}

fn only_means(model: &Model) -> bool {
    let means = [None, Some(Combine::Mean), Some(Combine::GeometricMean)];
    (0..model.nodes.len())
        .all(|node| model.rated_on(node) != Scale::Quantity && means.contains(&model.nodes[node].combine()))
}

/// Renders the ranking in every format and looks at what came out; returns the sheet in `format`.
pub fn rendered(
    scorer: Scorer<'_>,
    ranking: &Ranking,
    settled: &Settled,
    source: &Source<'_>,
    found: &Findings,
    format: Format,
) -> Vec<u8> {
    let mut findings = found.clone();
    unscored(scorer, ranking, source, &mut findings);
    spoken::findings(&findings, Some(source));
    let origin = Origin::default();
    let report = |lang, top| {
        let findings = &findings;
        rank_report(RankReport {
            scorer,
            ranking,
            weights: &settled.weights,
            origin: &origin,
            findings,
            top,
            viewed: Viewed::default(),
            lang,
        })
    };
    for (format, style, top, lang) in looks(source.text.len()) {
        let mut out = Vec::new();
        render(report(lang, top), format, style, &mut out).expect("a vector takes everything");
        check_output(&out, format, style, ranking, top);
    }
    for row in [0, scorer.backlog.len() / 2, scorer.backlog.len().saturating_sub(1)] {
        if row < scorer.backlog.len() {
            explained(scorer, ranking, settled, &findings, row);
        }
    }
    let mut out = Vec::new();
    render(report(Lang::En, None), format, Style::default(), &mut out).expect("a vector takes everything");
    out
}

fn explained(scorer: Scorer<'_>, ranking: &Ranking, settled: &Settled, findings: &Findings, row: usize) {
    let explanation = explain(scorer, ranking, row);
    let origin = Origin::default();
    for format in Format::iter() {
        let report = explain_report(ExplainReport {
            scorer,
            ranking,
            explanation: &explanation,
            weights: &settled.weights,
            origin: &origin,
            findings,
            lang: Lang::Ja,
        });
        let mut out = Vec::new();
        let style = Style { width: Some(60), terminal: true, ..Style::default() };
        render(report, format, style, &mut out).expect("a vector takes everything");
        if !format.is_text() {
            continue;
        }
        let text = String::from_utf8(out).expect("output is UTF-8");
        spoken::harmless(&text, "\n\t");
    }
}

/// Every format, each in one of the styles that matter to it; `turn` chooses which.
fn looks(turn: usize) -> Vec<(Format, Style, Option<usize>, Lang)> {
    let plain = Style::default();
    let terminal = Style { terminal: true, ..plain };
    let wide = |width, ascii| Style { width: Some(width), ascii, ..terminal };
    let styles = |format| match format {
        Format::Csv => vec![plain, terminal, Style { excel: true, ..plain }],
        Format::Table => vec![plain, wide(1, false), wide(40, true), wide(79, false)],
        _ => vec![plain, terminal],
    };
    let top = [None, None, Some(1), Some(3)][turn % 4];
    let look = |format| {
        let styles = styles(format);
        (format, styles[turn % styles.len()], top, Lang::ALL[turn / 4 % 2])
    };
    Format::iter().map(look).collect()
}

fn check_output(out: &[u8], format: Format, style: Style, ranking: &Ranking, top: Option<usize>) {
    if !format.is_text() {
        // What is in a workbook is read by scripts/workbook.py; here it is enough that there is one.
        assert!(out.starts_with(b"PK"), "a workbook is a ZIP archive");
        return;
    }
    let text = std::str::from_utf8(out).expect("output is UTF-8");
    match format {
        Format::Json => {
            spoken::harmless(text, "\n");
            let value: serde_json::Value = serde_json::from_str(text).expect("output is JSON");
            let ranks = value["items"].as_array().expect("items").iter().map(|item| item["rank"].as_u64());
            let shown = top.map_or(ranking.standings.len(), |top| ranking.within(top));
            assert!(ranks.eq(ranking.standings[..shown].iter().map(|standing| Some(u64::from(standing.rank)))));
            for item in value["items"].as_array().expect("items") {
                assert!(item["score"].as_f64().is_some_and(f64::is_finite), "{item}");
            }
        }
        // What a program reads holds other people's text as it is, unless it goes to a terminal.
        Format::Csv | Format::Tsv if !style.terminal => {}
        Format::Csv | Format::Tsv => spoken::harmless(text, "\n\t"),
        Format::Table | Format::Markdown => {
            spoken::harmless(text, "\n");
            spoken::no_command(text);
        }
        Format::Xlsx => {}
    }
}
