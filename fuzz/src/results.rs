//! A text as results: what each comes to, turned over too, and that the sheet of the answer reads back as the same results.
//!
//! The last byte chooses formats and languages.

use std::sync::OnceLock;

use tenbin::analysis::{Better, Facts, Reading, Review, Seen, Thresholds, hindsight, review};
use tenbin::decimal::Decimal;
use tenbin::finding::{Findings, Source};
use tenbin::input::config::Config;
use tenbin::input::{Results, TableForm, View, read_results, seen};
use tenbin::lang::Lang;
use tenbin::model::{Model, Weights};
use tenbin::render::{Format, Style};
use tenbin::report::{ReviewReport, review_report};
use tenbin::scoring::Exact;

use crate::formats::{answered, rendered};
use crate::spoken;
use crate::tables::{MOST_ROWS, Parts, lines};

pub fn check(data: &[u8]) {
    let Some(Parts { turn, first: text, .. }) = Parts::of(data) else { return };
    let source = Source::new("results.csv", text);
    let mut findings = Findings::new();
    let results = read_results(&source, TableForm::default(), &mut findings);
    spoken::findings(&findings, Some(&source));
    let Some(results) = results else {
        assert!(findings.has_errors(), "no results, and no error says why");
        return;
    };
    assert!(results.rows.len() < lines(text), "more results than lines under the header");
    let mut again = Findings::new();
    let other = read_results(&source, TableForm::default(), &mut again).expect("it could be read once");
    assert!(other.rows == results.rows && again.total() == findings.total(), "other results in the same text");
    let thresholds = Thresholds::default();
    let reviews: Vec<Review> = results.rows.iter().map(|row| review(&row.facts, &thresholds)).collect();
    for (row, review) in results.rows.iter().zip(&reviews) {
        check_review(&row.facts, review, &thresholds);
    }
    if findings.has_errors() {
        return;
    }
    let seen = seen(&results, &reviews, None, &mut findings);
    findings.locate(&source);
    spoken::findings(&findings, Some(&source));
    let (model, weights) = house();
    let few = |seen: &Vec<Seen>| seen.len() <= MOST_ROWS;
    let hindsight = seen.filter(few).map(|seen| hindsight(model, weights, &[], &seen, 1));
    let view = View::default();
    let report = |lang: Lang| {
        review_report(ReviewReport {
            results: &results,
            reviews: &reviews,
            thresholds: &thresholds,
            model,
            hindsight: hindsight.as_ref(),
            is_ranked: false,
            view: &view,
            file: "results.csv",
            findings: &findings,
            lang,
        })
    };
    answered(turn, report);
    // A tab-separated sheet keeps decimal commas readable.
    let sheet = rendered(report(Lang::En), Format::Tsv, Style::default());
    read_back(&results, &String::from_utf8(sheet).expect("output is UTF-8"));
}

fn house() -> &'static (Model, Weights) {
    static HOUSE: OnceLock<(Model, Weights)> = OnceLock::new();
    HOUSE.get_or_init(|| {
        let model = Config::default().model("matrix").expect("built-in models are sound");
        let weights = Weights::equal(&model);
        (model, weights)
    })
}

/// The share times the planned improvement is the improvement; the reading is that of the share; and a metric that is
/// turned over, so that less is better, comes to the same.
fn check_review(facts: &Facts, found: &Review, thresholds: &Thresholds) {
    let ratio = |value: &Option<Exact>| value.as_ref().map(Exact::to_ratio);
    if let (Some(share), Some(planned)) = (ratio(&found.share), ratio(&found.planned)) {
        assert!(planned > Exact::from(Decimal::ZERO).to_ratio(), "a share of a plan that improves nothing");
        assert_eq!(Some(share * planned), ratio(&found.improvement));
    }
    let share = found.share.as_ref().map(Exact::percent);
    let reached = share.is_some_and(|share| share >= Exact::from(thresholds.reached));
    assert_eq!(found.reading.is_reached(), reached, "{facts:?}");
    assert_eq!(found.reading == Reading::NotMeasured, facts.actual.is_none(), "{facts:?}");
    let is_before = facts.actual.is_some() && facts.days.is_some_and(|days| days < 0);
    assert_eq!(found.reading == Reading::BeforeStart, is_before, "{facts:?}");
    let is_unplanned = facts.actual.is_some() && !is_before && found.share.is_none();
    assert_eq!(found.reading == Reading::NoPlan, is_unplanned, "{facts:?}");
    let turned = |value: Option<Decimal>| value.map(|value| Decimal::new(-value.mantissa(), value.scale()));
    let mirrored = Facts {
        better: if facts.better == Better::Higher { Better::Lower } else { Better::Higher },
        baseline: turned(facts.baseline),
        planned: turned(facts.planned),
        actual: turned(facts.actual),
        ..*facts
    };
    assert_eq!(review(&mirrored, thresholds), *found, "{facts:?}");
}

/// The sheet begins with what was worked out, and has the results in their order.
fn read_back(results: &Results<'_>, sheet: &str) {
    // A heading with another separator in it may be taken for several.
    if results.headings().iter().any(|heading| heading.contains([',', ';', '|', '\t', '\n', '\r', '"'])) {
        return;
    }
    let source = Source::new("sheet.tsv", sheet);
    let mut findings = Findings::new();
    let again =
        read_results(&source, TableForm::default(), &mut findings).unwrap_or_else(|| panic!("no results\n{sheet}"));
    assert!(!findings.has_errors(), "{:?}\n{sheet}", findings.shown().collect::<Vec<_>>());
    assert_eq!(again.rows.len(), results.rows.len(), "{sheet}");
    for (again, first) in again.rows.iter().zip(&results.rows) {
        assert_eq!((&again.id, &again.metric, again.facts), (&first.id, &first.metric, first.facts), "{sheet}");
    }
}
