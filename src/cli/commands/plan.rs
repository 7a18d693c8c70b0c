//! `tenbin plan`: what fits into a capacity, and who does it.

use std::ffi::OsStr;
use std::sync::Arc;

use anyhow::{anyhow, bail};
use same_file::Handle;
use tenbin::analysis::{
    Division, Valued, Wanted, by_score, by_undivided_score, by_value, plannable, schedule, unscored,
};
use tenbin::backlog::Backlog;
use tenbin::check::{
    PlanQuestion, check_conflicts, check_conflicts_beside_faults, check_incomplete, check_loads, check_owners,
};
use tenbin::decimal::Decimal;
use tenbin::finding::{Findings, Rule, Source};
use tenbin::input::{
    Opened, PLANNING_KEYS, People, Planning, Request, has_column, no_weights, read_backlog_into, read_people,
    read_planning, read_values, unknown_value,
};
use tenbin::lang::Lang;
use tenbin::model::NodeId;
use tenbin::report::{PlanReport, Worth, plan_report};
use tenbin::scoring::{Exact, Scorer, rank};
use tenbin::{prose, say};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Common, Plan};
use crate::cli::settings::{OutputSettings, RankingSettings};
use crate::cli::setup::{Refused, Setup};
use crate::cli::{files, output, settings};

/// More periods than this nobody plans.
const MOST_PERIODS: usize = 1000;

/// Runs the command.
pub fn run(options: &Plan, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    let amount = |text: &str, message: &str| {
        settings::amount(text).ok_or_else(|| anyhow!(say!(lang, message, text = prose::name(text))))
    };
    let capacity = amount(&options.capacity, "error-capacity")?;
    let step = options.step.as_deref().map(|text| amount(text, "error-step")).transpose()?;
    if options.periods == 0 || options.periods > MOST_PERIODS {
        bail!(say!(lang, "error-periods", most = MOST_PERIODS));
    }
    if options.file == "-" && options.people.as_deref() == Some(OsStr::new("-")) {
        bail!(lang.text("error-stdin-people"));
    }
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    let settings = RankingSettings { own_columns: &PLANNING_KEYS, ..settings::ranking(&options.ranking, lang)? };
    let wanted = Wanted { capacity, periods: options.periods, step, people: None };
    let mut input = files::read(&options.file, files::BACKLOG_LIMIT, lang)?;
    let mut people = options.people.as_deref().map(|file| files::read(file, files::BACKLOG_LIMIT, lang)).transpose()?;
    let setup = match Setup::new(&settings, lang)? {
        Ok(setup) => setup,
        Err(Refused(findings)) => {
            messages.findings(&findings);
            return Ok(Exit::CouldNotRun);
        }
    };
    let weights_file = setup.path.as_ref().and_then(|path| Handle::from_path(path).ok());
    let handles = [input.handle.take(), people.as_mut().and_then(|people| people.handle.take()), weights_file];
    let mut findings = setup.findings.clone();
    let mut open = |name: &str, bytes: Vec<u8>, settings: &RankingSettings| -> Option<Opened> {
        let opened = setup.open(name, bytes, settings).map_err(|faults| findings.extend(faults)).ok();
        opened.map(|(opened, said)| {
            findings.extend(said);
            opened
        })
    };
    let opened = open(&input.name, input.bytes, &settings);
    // The options about reading are about the items; a file of people is what it shows itself to be.
    let plain = RankingSettings { encoding: None, sheet: None, ..settings.clone() };
    let people = people.map(|people| (open(&people.name, people.bytes, &plain), people.name));
    let people = people.map(|(opened, name)| (opened.unwrap_or_default(), name));
    let people_source = people.as_ref().map(|(opened, name)| opened.source(name.as_str()));
    let Some(opened) = opened.filter(|_| !findings.has_errors()) else {
        messages.findings(&findings);
        return Ok(Exit::Findings);
    };
    let source = opened.source(input.name.as_str());
    let people = people_source.as_ref().and_then(|source| read_people(source, &mut findings));
    let task = Task {
        setup: &setup,
        source: &source,
        people: people.as_ref(),
        people_source: people_source.as_ref(),
        wanted: Wanted { people: people.as_ref().map(|people| people.persons.as_slice()), ..wanted },
        printing: &printing,
        inputs: handles.into_iter().flatten().collect(),
        lang,
        messages,
    };
    task.plan(&options.value, findings)
}

/// Everything that a plan is made with.
struct Task<'a> {
    setup: &'a Setup,
    source: &'a Source<'a>,
    people: Option<&'a People>,
    people_source: Option<&'a Source<'a>>,
    wanted: Wanted<'a>,
    printing: &'a OutputSettings,
    inputs: Vec<Handle>,
    lang: Lang,
    messages: &'a Messages,
}

impl Task<'_> {
    /// Plans by the score, by a column of the file's, or by a factor of the model's.
    fn plan(&self, value: &str, findings: Findings) -> anyhow::Result<Exit> {
        if value == "score" {
            return self.by_model(None, findings);
        }
        let weights = no_weights(&self.setup.model);
        let request = Request { weights: &weights, tie_break: &[], ..self.setup.request() };
        let mut seen = Findings::new();
        let backlog = read_backlog_into(self.source, &request, &mut seen);
        let factor = self.setup.model.find(value).filter(|&node| !self.setup.model.nodes[node].children.is_empty());
        match (backlog, factor) {
            (Some(backlog), factor) if factor.is_none() || has_column(&backlog, &request, value) => {
                let mut findings = findings;
                findings.extend(seen);
                self.by_column(value, &backlog, &request, findings)
            }
            (None, None) => {
                let mut findings = findings;
                findings.extend(seen);
                self.refuse(&findings)
            }
            (_, factor) => self.by_model(factor, findings),
        }
    }

    fn by_column(
        &self,
        name: &str,
        backlog: &Backlog<'_>,
        request: &Request<'_>,
        mut findings: Findings,
    ) -> anyhow::Result<Exit> {
        let planning = read_planning(self.source, backlog, request, self.people, &mut findings);
        if !has_column(backlog, request, name) {
            unknown_value(self.source, backlog, name, &mut findings);
        }
        let values = read_values(self.source, backlog, request, name, &mut findings);
        if findings.has_errors()
            && let Some(planning) = &planning
        {
            self.conflicts(backlog, planning, &mut findings);
        }
        let (Some(planning), Some((column, values)), false) = (planning, values, findings.has_errors()) else {
            return self.refuse(&findings);
        };
        let valued = by_value(values.into_iter().map(|value| value.map(Exact::from)).collect());
        let heading = backlog.table.heading(column);
        self.answer(backlog, &planning, valued, Some(column), Worth::Column(&heading), findings)
    }

    fn by_model(&self, factor: Option<NodeId>, mut findings: Findings) -> anyhow::Result<Exit> {
        let setup = self.setup;
        let backlog = setup.read(self.source, &mut findings);
        findings.fill(Rule::MissingRating, "answer", "plan");
        let lacks_ratings = findings.count_of(Rule::MissingColumn) > 0;
        let request = setup.request();
        let planning = backlog
            .as_ref()
            .and_then(|backlog| read_planning(self.source, backlog, &request, self.people, &mut findings));
        if let (Some(backlog), Some(planning), true) = (&backlog, &planning, findings.has_errors()) {
            self.conflicts(backlog, planning, &mut findings);
        }
        let (Some(backlog), Some(planning), false) = (&backlog, planning, findings.has_errors()) else {
            let exit = self.refuse(&findings);
            if findings.count_of(Rule::MissingColumn) > 0 {
                if let Some(other) = setup.fitting_model(self.source) {
                    self.messages.note(&say!(self.lang, "note-other-model", model = other.name()));
                }
                // A column as the value doesn't help where all that is missing is the effort.
                if lacks_ratings {
                    self.messages.note(&self.lang.text("note-value-column"));
                }
            }
            return exit;
        };
        let plan = match setup.plan(backlog) {
            Ok(plan) => plan,
            Err(problems) => return self.refuse(&problems),
        };
        findings.extend(setup.config.assumed_scales(&setup.model, &plan));
        let scorer = Scorer { model: &setup.model, plan: &plan, backlog, tie_break: &setup.settled.tie_break };
        let ranking = rank(scorer);
        unscored(scorer, &ranking, self.source, &mut findings);
        for rule in [Rule::DivisionByZero, Rule::ScoreTooLarge] {
            findings.fill(rule, "answer", "plan");
        }
        let division = match factor {
            None => Division::of(scorer, &setup.settled.weights, planning.column("effort")),
            Some(_) => Division::None,
        };
        let valued = match (factor, division.undone()) {
            (None, Some(divisor)) => by_undivided_score(&ranking, scorer, divisor),
            (None, None) => by_score(&ranking),
            (Some(factor), _) => by_value((0..backlog.len()).map(|row| scorer.value_of(row, factor).ok()).collect()),
        };
        let factor = factor.map(|factor| setup.model.nodes[factor].key.as_str());
        let worth = Worth::Model {
            scorer,
            weights: &setup.settled.weights,
            origin: &setup.origin,
            factor,
            division: &division,
        };
        self.answer(backlog, &planning, valued, None, worth, findings)
    }

    /// Tells what stands in the way of a plan beside the faults that have been found.
    fn conflicts(&self, backlog: &Backlog<'_>, planning: &Planning, findings: &mut Findings) {
        // What items are worth has nothing to do with it.
        let entries = plannable(by_value(vec![Some(Exact::from(Decimal::ZERO)); backlog.len()]), &planning.terms);
        let question = PlanQuestion { backlog, planning, entries: &entries, wanted: self.wanted, value: None };
        check_conflicts_beside_faults(question, self.source, findings);
    }

    /// Makes the plan and prints it, or says why there is none.
    fn answer(
        &self,
        backlog: &Backlog<'_>,
        planning: &Planning,
        valued: Vec<Valued>,
        value: Option<usize>,
        worth: Worth<'_>,
        mut findings: Findings,
    ) -> anyhow::Result<Exit> {
        let entries = plannable(valued, &planning.terms);
        let question = PlanQuestion { backlog, planning, entries: &entries, wanted: self.wanted, value };
        check_incomplete(question, self.source, &mut findings);
        let schedule = match schedule(&entries, self.wanted) {
            Ok(schedule) => schedule,
            Err(conflicts) => {
                check_conflicts(question, &conflicts, self.source, &mut findings);
                return self.refuse(&findings);
            }
        };
        if let (Some(people), Some(people_source)) = (self.people, self.people_source) {
            check_owners(question, &schedule, people, self.source, &mut findings);
            check_loads(&schedule, people, people_source, &mut findings);
        }
        let findings = self.in_order(findings);
        if findings.has_errors() {
            return self.refuse(&findings);
        }
        let report = plan_report(PlanReport {
            question,
            schedule: &schedule,
            worth,
            people: self.people,
            findings: &findings,
            lang: self.lang,
        });
        let exit = output::deliver(report, self.printing, &self.inputs, self.lang, self.messages)?;
        self.messages.findings(&findings);
        Ok(exit)
    }

    fn in_order(&self, findings: Findings) -> Findings {
        let sources = std::iter::once(self.source).chain(self.people_source);
        findings.in_order_of(&sources.map(|source| Arc::clone(&source.name)).collect::<Vec<_>>())
    }

    fn refuse(&self, findings: &Findings) -> anyhow::Result<Exit> {
        self.messages.findings(&self.in_order(findings.clone()));
        Ok(Exit::Findings)
    }
}
