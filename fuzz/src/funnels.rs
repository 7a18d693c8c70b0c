//! A text as a funnel, and perhaps another as items with stages: what each stage must deliver, worked forward again.
//!
//! The last byte chooses the goal and which stage stands first.

use tenbin::analysis::{Backcast, backcast};
use tenbin::decimal::Decimal;
use tenbin::finding::{Findings, Source};
use tenbin::input::{StageOrder, Stages, TableForm, read_funnel, read_staged};
use tenbin::lang::Lang;
use tenbin::report::{BackcastReport, backcast_report};
use tenbin::scoring::Exact;

use crate::formats::answered;
use crate::spoken;
use crate::tables::{Parts, choose, lines};

pub fn check(data: &[u8]) {
    let Some(Parts { mut turn, first, second }) = Parts::of(data) else { return };
    let order = choose(&mut turn, &[None, Some(StageOrder::First), Some(StageOrder::Last)]);
    let goal = choose(&mut turn, &["20", "0.5", "1234567.25", "100000000000000"]);
    let goal = Decimal::parse(goal, b'.').expect("a goal is a number");
    let source = Source::new("funnel.csv", first);
    let mut findings = Findings::new();
    let stages = read_funnel(&source, TableForm::default(), order, &mut findings);
    spoken::findings(&findings, Some(&source));
    assert_eq!(stages.is_none(), findings.has_errors(), "a funnel, or an error that says why not");
    let Some(stages) = stages else { return };
    assert!((2..lines(first)).contains(&stages.names.len()), "as many stages as rows, and two at least");
    assert!(order.is_none_or(|order| stages.is_last_first == (order == StageOrder::Last)));
    check_order(&source, &stages);
    let worked = backcast(&stages.funnel, goal);
    assert_eq!(worked, backcast(&stages.funnel, goal));
    check_backcast(&stages, goal, &worked);
    let source = second.map(|text| Source::new("items.csv", text));
    let mut findings = Findings::new();
    let items = source.as_ref().map(|source| {
        let items = read_staged(source, &stages, &mut findings);
        spoken::findings(&findings, Some(source));
        assert!(items.len() < lines(source.text), "more items than lines under the header");
        assert!(items.iter().all(|item| item.stage.is_none_or(|stage| stage < stages.names.len())));
        items
    });
    if findings.has_errors() {
        return;
    }
    let report = |lang: Lang| {
        backcast_report(BackcastReport {
            stages: &stages,
            goal,
            backcast: &worked,
            items: items.as_deref(),
            file: "funnel.csv",
            findings: &findings,
            lang,
        })
    };
    answered(turn, report);
}

/// Named, the order that was recognised gives the same funnel; the other one gives it the other way round, if at all.
fn check_order(source: &Source<'_>, stages: &Stages<'_>) {
    let (own, other) = match stages.is_last_first {
        true => (StageOrder::Last, StageOrder::First),
        false => (StageOrder::First, StageOrder::Last),
    };
    let read = |order| read_funnel(source, TableForm::default(), Some(order), &mut Findings::new());
    let again = read(own).expect("it could be read once");
    assert_eq!((&again.names, &again.funnel), (&stages.names, &stages.funnel));
    if let Some(turned) = read(other) {
        assert!(turned.names.iter().rev().eq(&stages.names));
    }
}

/// What a stage delivers and what it must deliver goes on to the next at the stage's rate; with the rate that is needed for it
/// the last stage delivers the goal.
fn check_backcast(stages: &Stages<'_>, goal: Decimal, worked: &Backcast) {
    let goal = Exact::from(goal).to_ratio();
    let (needs, levers) = (&worked.needs, &worked.levers);
    assert_eq!((needs.len(), levers.len() + 1), (stages.names.len(), stages.names.len()));
    let last = needs.last().expect("two stages at least");
    let now = last.now.to_ratio();
    assert_eq!(last.required.to_ratio(), goal);
    assert_eq!(worked.is_reached, now >= goal);
    for need in needs {
        assert_eq!(need.required.to_ratio() - need.now.to_ratio(), need.gap.to_ratio());
    }
    for (two, lever) in needs.windows(2).zip(levers) {
        let rate = lever.rate.to_ratio();
        assert_eq!(two[0].required.to_ratio() * &rate, two[1].required.to_ratio());
        assert_eq!(two[0].now.to_ratio() * &rate, two[1].now.to_ratio());
        assert_eq!(lever.needed.to_ratio() / &rate * &now, goal);
        assert_eq!(lever.cap.to_ratio() / &rate * &now, lever.delivers.to_ratio());
        assert!(lever.cap >= lever.rate && lever.is_within == (lever.needed <= lever.cap));
        assert_eq!(lever.closes.is_none(), worked.is_reached);
    }
    assert!(!worked.is_reached || worked.bottleneck.is_empty() && worked.change.is_none());
    for &stage in &worked.bottleneck {
        assert!(levers.iter().all(|other| other.cap == other.rate || other.delivers <= levers[stage].delivers));
    }
    for &stage in worked.change.iter().flat_map(|change| &change.stages) {
        assert!(levers[stage].is_within || levers[stage].needed <= Exact::from(Decimal::ONE));
    }
}
