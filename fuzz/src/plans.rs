//! A text as items with efforts, and perhaps another as people: what is planned keeps every constraint, and no more than fits.
//!
//! The last byte chooses capacity, periods and steps. A column `value` says what the items are worth, else it is their score.

use std::sync::OnceLock;

use tenbin::analysis::{
    Division, Fate, Plannable, Schedule, Selection, Valued, Wanted, by_score, by_undivided_score, by_value, plannable,
    schedule,
};
use tenbin::backlog::Backlog;
use tenbin::check::{PlanQuestion, check_conflicts, check_incomplete, check_loads, check_owners};
use tenbin::decimal::Decimal;
use tenbin::finding::{Findings, Source};
use tenbin::input::config::{Config, Settled, Wanted as WantedWeights};
use tenbin::input::{
    NamedColumns, People, Planning, Request, has_column, no_weights, read_backlog_into, read_people, read_planning,
    read_values,
};
use tenbin::lang::Lang;
use tenbin::model::{Model, Weights};
use tenbin::report::{Origin, PlanReport, Worth, plan_report};
use tenbin::scoring::{Exact, Scorer};

use crate::formats::answered;
use crate::tables::{MOST_ROWS, Parts, choose, lines};
use crate::{answers, spoken};

/// The column that is read where there is one.
const VALUE: &str = "value";

struct House {
    model: Model,
    settled: Settled,
    none: Weights,
    columns: NamedColumns,
}

impl House {
    fn get() -> &'static Self {
        static HOUSE: OnceLock<House> = OnceLock::new();
        HOUSE.get_or_init(|| {
            let config = Config::default();
            let model = config.model("actions").expect("built-in models are sound");
            let settled = config.settle(&model, WantedWeights::default()).expect("and so are their weights");
            Self { none: no_weights(&model), columns: NamedColumns::default(), model, settled }
        })
    }

    fn request<'a>(&'a self, weights: &'a Weights) -> Request<'a> {
        let (model, columns) = (&self.model, &self.columns);
        Request { model, weights, tie_break: &[], columns, words: &[], delimiter: None, is_partial: false }
    }
}

pub fn check(data: &[u8]) {
    let Some(Parts { mut turn, first, second }) = Parts::of(data) else { return };
    let capacity = choose(&mut turn, &["10", "0.75", "120"]);
    let periods = choose(&mut turn, &[1, 2, 5]);
    let step = choose(&mut turn, &[None, None, Some("0.4"), Some("3")]);
    let number = |text: &str| Decimal::parse(text, b'.').expect("these are numbers");
    let wanted = Wanted { capacity: number(capacity), periods, step: step.map(number), people: None };
    if lines(first) > MOST_ROWS + 1 || second.is_some_and(|text| lines(text) > MOST_ROWS + 1) {
        return;
    }
    let house = House::get();
    let people_source = second.map(|text| Source::new("people.csv", text));
    let mut findings = Findings::new();
    let people = people_source.as_ref().and_then(|source| read_people(source, &mut findings));
    spoken::findings(&findings, people_source.as_ref());
    if let (Some(people), Some(source)) = (&people, &people_source) {
        assert!(people.persons.len() < lines(source.text), "more people than lines under the header");
    }
    if findings.has_errors() {
        return;
    }
    assert_eq!(people.is_some(), second.is_some(), "no people, and no error says why");
    let source = Source::new("items.csv", first);
    let by_score = !has_value(&source, house);
    let request = house.request(if by_score { &house.settled.weights } else { &house.none });
    let mut findings = Findings::new();
    let backlog = read_backlog_into(&source, &request, &mut findings);
    let planning = backlog.as_ref().and_then(|b| read_planning(&source, b, &request, people.as_ref(), &mut findings));
    let (Some(backlog), Some(planning)) = (&backlog, &planning) else {
        spoken::findings(&findings, Some(&source));
        assert!(findings.has_errors(), "no items, and no error says why");
        return;
    };
    assert_eq!((planning.terms.len(), planning.skills.len()), (backlog.len(), backlog.len()));
    let persons = people.as_ref().map(|people| people.persons.as_slice());
    let task = Task {
        source: &source,
        backlog,
        planning,
        people: people.as_ref().zip(people_source.as_ref()),
        wanted: Wanted { people: persons, ..wanted },
        turn,
    };
    if by_score {
        task.by_score(house, findings);
    } else {
        task.by_column(&request, findings);
    }
}

fn has_value(source: &Source<'_>, house: &House) -> bool {
    let request = house.request(&house.none);
    let backlog = read_backlog_into(source, &request, &mut Findings::new());
    backlog.is_some_and(|backlog| has_column(&backlog, &request, VALUE))
}

struct Task<'a> {
    source: &'a Source<'a>,
    backlog: &'a Backlog<'a>,
    planning: &'a Planning,
    people: Option<(&'a People, &'a Source<'a>)>,
    wanted: Wanted<'a>,
    turn: usize,
}

impl Task<'_> {
    fn by_score(&self, house: &House, findings: Findings) {
        spoken::findings(&findings, Some(self.source));
        if findings.has_errors() {
            return;
        }
        answers::ranked(&house.model, &house.settled, self.backlog, |scorer: Scorer<'_>, ranking| {
            let weights = &house.settled.weights;
            let division = Division::of(scorer, weights, self.planning.column("effort"));
            let valued = match division.undone() {
                Some(divisor) => by_undivided_score(ranking, scorer, divisor),
                None => by_score(ranking),
            };
            let origin = &Origin::default();
            let worth = Worth::Model { scorer, weights, origin, factor: None, division: &division };
            self.plan(valued, None, worth, findings);
        });
    }

    fn by_column(&self, request: &Request<'_>, mut findings: Findings) {
        let values = read_values(self.source, self.backlog, request, VALUE, &mut findings);
        spoken::findings(&findings, Some(self.source));
        let Some((column, values)) = values.filter(|_| !findings.has_errors()) else { return };
        let heading = self.backlog.table.heading(column);
        let valued = by_value(values.into_iter().map(|value| value.map(Exact::from)).collect());
        self.plan(valued, Some(column), Worth::Column(&heading), findings);
    }

    fn plan(&self, valued: Vec<Valued>, value: Option<usize>, worth: Worth<'_>, mut findings: Findings) {
        let Self { source, backlog, planning, people, wanted, turn } = *self;
        let entries = plannable(valued, &planning.terms);
        let mut rows: Vec<usize> = entries.iter().map(|entry| entry.row).collect();
        rows.sort_unstable();
        assert!(rows.into_iter().eq(0..backlog.len()), "every row is an entry once");
        let question = PlanQuestion { backlog, planning, entries: &entries, wanted, value };
        check_incomplete(question, source, &mut findings);
        let found = match schedule(&entries, wanted) {
            Ok(found) => found,
            Err(conflicts) => {
                check_conflicts(question, &conflicts, source, &mut findings);
                spoken::findings(&findings, Some(source));
                assert!(findings.has_errors(), "no plan, and no error says why");
                return;
            }
        };
        check_schedule(&entries, wanted, &found);
        if let Some((people, people_source)) = people {
            check_owners(question, &found, people, source, &mut findings);
            spoken::findings(&findings, Some(source));
            let mut loads = Findings::new();
            check_loads(&found, people, people_source, &mut loads);
            spoken::findings(&loads, Some(people_source));
        }
        let people = people.map(|(people, _)| people);
        let report = |lang: Lang| {
            plan_report(PlanReport { question, schedule: &found, worth, people, findings: &findings, lang })
        };
        answered(turn, report);
    }
}

/// What is planned fits, in its period, behind all that comes before it; what must be is, and what must not isn't.
fn check_schedule(entries: &[Plannable], wanted: Wanted<'_>, found: &Schedule) {
    let again = schedule(entries, wanted).expect("there was a plan once");
    assert_eq!(again.fates, found.fates, "another plan for the same items");
    assert_eq!((found.periods.len(), found.fates.len()), (wanted.periods, entries.len()));
    let capacity = Exact::from(wanted.capacity).to_ratio();
    let planned_in = |entry: usize| match found.fates[entry] {
        Fate::Planned(number) => Some(number),
        _ => None,
    };
    for (number, period) in found.periods.iter().enumerate() {
        let own: Vec<usize> = (0..entries.len()).filter(|&entry| planned_in(entry) == Some(number)).collect();
        assert_eq!(own, period.chosen);
        assert!(period.effort <= capacity && period.walk_effort <= capacity, "more than fits");
        let Selection { total, bound, .. } = &period.selection;
        assert!(total <= bound, "{total} is more than {bound}, which no set exceeds");
        if let Some(assignment) = &period.assignment {
            assert_eq!(assignment.owners.len(), own.len());
            for (&entry, owner) in own.iter().zip(&assignment.owners) {
                let Plannable { able, named, .. } = &entries[entry];
                assert!(owner.is_none_or(|owner| named.map_or(able.contains(&owner), |named| named == owner)));
            }
        }
    }
    // The plain walk keeps every constraint too, so that it is no better than what is proven.
    if wanted.periods == 1 {
        assert!(found.walk_total() <= found.periods[0].selection.bound, "the plain walk is better than any set can be");
    }
    for (number, entry) in entries.iter().enumerate() {
        let period = planned_in(number);
        assert!(!entry.must || period.is_some(), "what must be planned isn't");
        assert!(!entry.skip || period.is_none(), "what must not be planned is");
        if let Some(period) = period {
            let is_before = |&before: &usize| planned_in(before).is_some_and(|before| before <= period);
            assert!(entry.after.iter().all(is_before), "what comes before is planned later, or not at all");
            assert!(entry.effort.is_some() && entry.value.is_some());
        }
    }
}
