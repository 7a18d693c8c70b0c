//! Bytes as a weights file: reading, every model that it names and every scenario; what settles can be computed.

use std::fmt::Write as _;
use std::sync::OnceLock;

use strum::IntoEnumIterator;
use tenbin::decimal::Decimal;
use tenbin::finding::{Findings, Source};
use tenbin::input::config::{Config, Settled, Wanted, read_baseline, read_config, write_baseline};
use tenbin::input::{NamedColumns, Request, read_backlog};
use tenbin::model::{BuiltIn, Model, Scale};
use tenbin::render::Format;
use tenbin::scoring::Plan;

use crate::{answers, spoken};

/// The largest weights file that the program takes.
const LIMIT: usize = 1 << 20;

pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if text.len() > LIMIT {
        return;
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let source = Source::new("weights.toml", text);
    let (baseline, findings) = read_baseline(&source);
    spoken::findings(&findings, Some(&source));
    let known: Vec<_> = baseline.known().collect();
    let written = write_baseline(known.iter().map(|(print, count)| (print, *count)));
    assert!(read_baseline(&Source::new("baseline.toml", &written)).0.known().eq(known), "{written}");
    let (config, findings) = read_config(&source);
    spoken::findings(&findings, Some(&source));
    assert!(config.is_some() || findings.has_errors(), "no config, and no error says why");
    let Some(config) = config else { return };
    // Faulty ones go on to their models, so that all faults are told at once; nothing is ranked with them.
    let usable = !findings.has_errors();
    let own: Vec<String> = config.own_models().map(str::to_owned).collect();
    for name in &own {
        match config.model(name) {
            Ok(model) => check_model(&config, &model, &source, usable),
            Err(findings) => refused(&findings, &source),
        }
    }
    if let Some(name) = config.model_name()
        && let Err(findings) = config.model(name)
    {
        refused(&findings, &source);
    }
    for model in built_in().iter().filter(|model| !own.contains(&model.key)) {
        check_model(&config, model, &source, usable);
    }
}

fn built_in() -> &'static [Model] {
    static MODELS: OnceLock<Vec<Model>> = OnceLock::new();
    MODELS.get_or_init(|| {
        let config = Config::default();
        BuiltIn::iter().map(|model| config.model(model.name()).expect("built-in models are sound")).collect()
    })
}

fn refused(findings: &Findings, source: &Source<'_>) {
    assert!(findings.has_errors());
    spoken::findings(findings, Some(source));
}

fn check_model(config: &Config, model: &Model, source: &Source<'_>, usable: bool) {
    check_tree(model);
    let first: Vec<(String, Decimal)> = model.keys().take(1).map(|key| (key.to_owned(), Decimal::ZERO)).collect();
    let scenarios: Vec<&str> = config.scenarios().take(8).collect();
    let mut wanted = vec![
        Wanted::default(),
        Wanted { other_model: true, ..Wanted::default() },
        Wanted { weights: &first, ..Wanted::default() },
        Wanted { scenario: Some("no such scenario"), ..Wanted::default() },
    ];
    wanted.extend(scenarios.iter().map(|&scenario| Wanted { scenario: Some(scenario), ..Wanted::default() }));
    for wanted in wanted {
        match config.settle(model, wanted) {
            Ok(settled) if usable => check_settled(config, model, &settled),
            Ok(_) => {}
            Err(findings) => refused(&findings, source),
        }
    }
}

/// Parents before children, each child under its parent, every key once.
fn check_tree(model: &Model) {
    for (id, node) in model.nodes.iter().enumerate() {
        assert_eq!(node.parent.is_none(), id == 0);
        for &child in &node.children {
            assert!(child > id && model.nodes[child].parent == Some(id));
        }
        if id > 0 {
            assert_eq!(model.find(&node.key), Some(id), "`{}` stands twice", node.key);
        }
    }
}

/// What settled can be planned, and a small backlog of extreme ratings can be ranked and printed.
fn check_settled(config: &Config, model: &Model, settled: &Settled) {
    assert!(Plan::check(model, &settled.weights).is_empty());
    let text = extremes(model);
    let source = Source::new("extremes.csv", &text);
    let columns = NamedColumns { also: config.columns(), only: Vec::new() };
    let request = Request {
        model,
        weights: &settled.weights,
        tie_break: &settled.tie_break,
        columns: &columns,
        words: config.words(),
        delimiter: Some(b','),
        is_partial: false,
    };
    let outcome = read_backlog(&source, &request);
    spoken::findings(&outcome.findings, Some(&source));
    let Some(backlog) = outcome.backlog.filter(|_| !outcome.findings.has_errors()) else { return };
    answers::ranked(model, settled, &backlog, |scorer, ranking| {
        answers::rendered(scorer, ranking, settled, &source, &outcome.findings, Format::Csv);
    });
}

/// A backlog with every criterion at its lowest, its highest, and blank.
fn extremes(model: &Model) -> String {
    let criteria: Vec<usize> = (1..model.nodes.len()).filter(|&node| model.nodes[node].children.is_empty()).collect();
    let mut text = String::from("id");
    for &node in &criteria {
        let _ = write!(text, ",\"{}\"", model.nodes[node].key.replace('"', "\"\""));
    }
    for (id, part) in ["low", "high", "blank", "mixed"].iter().enumerate() {
        let _ = write!(text, "\n{id}");
        for (at, &node) in criteria.iter().enumerate() {
            let (low, high) = match model.rated_on(node) {
                Scale::Bounded(low, high) => (low, high),
                Scale::Quantity => (Decimal::ZERO, Decimal::from(123_456_789_012_345)),
            };
            let _ = match (*part, at % 2) {
                ("low", _) | ("mixed", 0) => write!(text, ",{low}"),
                ("blank", 0) => write!(text, ","),
                _ => write!(text, ",{high}"),
            };
        }
    }
    text
}
