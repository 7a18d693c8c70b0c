//! What `check` says of a backlog, in words and in every format: nothing that a terminal, a CI or a parser trips over.

use strum::IntoEnumIterator;
use tenbin::backlog::Backlog;
use tenbin::check::{Question, check_backlog, check_ranking, usual_fragile};
use tenbin::finding::{Findings, Levels, Severity, Sieve, Source};
use tenbin::input::config::Settled;
use tenbin::lang::Lang;
use tenbin::model::Model;
use tenbin::render::{FindingsFormat, Style, render_findings};
use tenbin::report::{CheckReport, CheckedFile, Origin, check_report};

use crate::{answers, spoken};

/// Checks a backlog that was read, faulty or not, with the cutoff under the rank `top`.
pub fn checked(
    model: &Model,
    settled: &Settled,
    backlog: &Backlog<'_>,
    source: &Source<'_>,
    found: &Findings,
    top: usize,
) {
    let sieve = Sieve::new(Levels::in_check(), Vec::new(), Severity::Error);
    let mut findings = Findings::sieved(sieve, 50);
    findings.extend(found.clone());
    check_backlog(backlog, model, source, &mut findings);
    answers::ranked(model, settled, backlog, |scorer, ranking| {
        let weights = &settled.weights;
        let question = Question { scorer, ranking, weights, top, fragile: usual_fragile() };
        check_ranking(question, source, &mut findings);
    });
    spoken::findings(&findings, Some(source));
    let files = [CheckedFile { file: source.name.to_string(), items: Some(backlog.len()), ranked: None }];
    for (lang, format) in
        Lang::ALL.into_iter().flat_map(|lang| FindingsFormat::iter().map(move |format| (lang, format)))
    {
        let report = check_report(CheckReport {
            findings: &findings,
            files: &files,
            model: &model.key,
            origin: &Origin::default(),
            top,
            fails_on: Severity::Error,
            could_not_run: false,
            only_failures: false,
            lang,
        });
        let mut out = Vec::new();
        render_findings(&report, format, Style::default(), &mut out).expect("memory takes everything");
        let text = String::from_utf8(out).expect("what is written is UTF-8");
        spoken::harmless(&text, "\n");
        let is_json = [FindingsFormat::Json, FindingsFormat::Gitlab, FindingsFormat::Sarif].contains(&format);
        assert!(!is_json || serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
        // JSON has the ids as they are, and annotations are commands.
        if ![FindingsFormat::Json, FindingsFormat::Github].contains(&format) {
            spoken::no_command(&text);
        }
    }
}
