//! From a sound backlog to every form of the answer, with what must hold on the way.

use strum::IntoEnumIterator;
use tenbin::analysis::{explain, unscored};
use tenbin::backlog::Backlog;
use tenbin::finding::{Findings, Source};
use tenbin::input::config::Settled;
use tenbin::lang::Lang;
use tenbin::model::{Combine, Model, Scale};
use tenbin::render::{Format, Style};
use tenbin::report::{ExplainReport, Origin, RankReport, Viewed, explain_report, rank_report};
use tenbin::scoring::{Plan, Ranking, Reason, Scorer, rank};

use crate::{formats, spoken};

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
    let turn = source.text.len();
    let top = [None, None, Some(1), Some(3)][turn % 4];
    for (format, style, lang) in formats::looks(turn) {
        let out = formats::rendered(report(lang, top), format, style);
        check_output(&out, format, style, ranking, top);
    }
    for row in [0, scorer.backlog.len() / 2, scorer.backlog.len().saturating_sub(1)] {
        if row < scorer.backlog.len() {
            explained(scorer, ranking, settled, &findings, row);
        }
    }
    formats::rendered(report(Lang::En, None), format, Style::default())
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
        let style = Style { width: Some(60), terminal: true, ..Style::default() };
        let out = formats::rendered(report, format, style);
        if !format.is_text() {
            continue;
        }
        let text = String::from_utf8(out).expect("output is UTF-8");
        spoken::harmless(&text, "\n\t");
    }
}

fn check_output(out: &[u8], format: Format, style: Style, ranking: &Ranking, top: Option<usize>) {
    let Some(value) = formats::sound(out, format, style) else { return };
    let ranks = value["items"].as_array().expect("items").iter().map(|item| item["rank"].as_u64());
    let shown = top.map_or(ranking.standings.len(), |top| ranking.within(top));
    assert!(ranks.eq(ranking.standings[..shown].iter().map(|standing| Some(u64::from(standing.rank)))));
    for item in value["items"].as_array().expect("items") {
        assert!(item["score"].as_f64().is_some_and(f64::is_finite), "{item}");
    }
}
