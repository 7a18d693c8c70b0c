//! A weights file and a backlog on the library's public way, from two texts to scores and ranks.
//!
//! The tests state laws about texts; what lies between a text and an answer is done here once, as the binary does it.

use tenbin::check::{Question, check_backlog, check_ranking};
use tenbin::decimal::Decimal;
use tenbin::finding::{Finding, Findings, Severity, Source};
use tenbin::input::config::{Config, Settled, Wanted, read_config};
use tenbin::input::{NamedColumns, Outcome, Request, read_backlog, read_backlog_into};
use tenbin::model::{BuiltIn, Model};
use tenbin::scoring::{Exact, Plan, Ranking, Reason, Scorer, rank};

/// A model with its weights, ready to judge backlogs.
pub struct Judge {
    config: Config,
    pub model: Model,
    pub settled: Settled,
    columns: NamedColumns,
}

/// What was judged about one item.
#[derive(Clone, Debug)]
pub struct Judged {
    pub id: String,
    pub score: Result<Exact, Reason>,
    /// The rank, for an item that has one.
    pub rank: Option<usize>,
}

impl Judge {
    /// The model that a weights file names. Panics with the findings where the file is faulty.
    pub fn new(toml: &str) -> Self {
        let (config, findings) = read_config(&Source::new("weights.toml", toml));
        let Some(config) = config else { panic!("{toml}\n{:?}", shown(&findings)) };
        let name = config.model_name().unwrap_or(BuiltIn::default().name()).to_owned();
        let model = config.model(&name).unwrap_or_else(|findings| panic!("{toml}\n{:?}", shown(&findings)));
        let settled = config
            .settle(&model, Wanted::default())
            .unwrap_or_else(|findings| panic!("{toml}\n{:?}", shown(&findings)));
        let columns = NamedColumns { also: config.columns(), only: Vec::new() };
        Self { config, model, settled, columns }
    }

    /// Reads a backlog; the findings come with it.
    pub fn read<'t>(&self, source: &Source<'t>, delimiter: Option<u8>) -> Outcome<'t> {
        read_backlog(source, &self.request(delimiter))
    }

    fn request(&self, delimiter: Option<u8>) -> Request<'_> {
        Request {
            model: &self.model,
            weights: &self.settled.weights,
            tie_break: &self.settled.tie_break,
            columns: &self.columns,
            words: self.config.words(),
            delimiter,
            is_partial: false,
        }
    }

    /// What `check` finds in a backlog, with room for all of it; `top` is where the cutoff stands.
    pub fn check(&self, source: &Source<'_>, top: usize, fragile: Decimal) -> Findings {
        let request = self.request(None);
        let mut findings = Findings::with_room(usize::MAX);
        let Some(backlog) = read_backlog_into(source, &request, &mut findings) else { return findings };
        check_backlog(&backlog, &self.model, source, &mut findings);
        let given: Vec<_> = backlog.readings.iter().map(|reading| reading.node).collect();
        if let (false, Ok(plan)) = (findings.has_errors(), Plan::new(&self.model, &self.settled.weights, &given)) {
            let tie_break = &self.settled.tie_break;
            let scorer = Scorer { model: &self.model, plan: &plan, backlog: &backlog, tie_break };
            let (ranking, weights) = (rank(scorer), &self.settled.weights);
            check_ranking(Question { scorer, ranking: &ranking, weights, top, fragile }, source, &mut findings);
        }
        findings
    }

    /// Ranks a backlog and asks a question about it. Panics with the findings where an error stands among them.
    pub fn ask<T>(&self, text: &str, question: impl FnOnce(Scorer<'_>, &Ranking, &Findings) -> T) -> T {
        let source = Source::new("backlog.csv", text);
        let outcome = self.read(&source, None);
        assert!(!outcome.findings.has_errors(), "{text}\n{:?}", shown(&outcome.findings));
        let backlog = outcome.backlog.expect("a backlog without errors is there");
        let given: Vec<_> = backlog.readings.iter().map(|reading| reading.node).collect();
        let plan = Plan::new(&self.model, &self.settled.weights, &given).expect("a sound model has a plan");
        let scorer = Scorer { model: &self.model, plan: &plan, backlog: &backlog, tie_break: &self.settled.tie_break };
        question(scorer, &rank(scorer), &outcome.findings)
    }

    /// Every item in the order of the file.
    pub fn judge(&self, text: &str) -> Vec<Judged> {
        self.ask(text, |scorer, ranking, _| judged(scorer, ranking))
    }
}

/// Every item of a ranking in the order of the file.
pub fn judged(scorer: Scorer<'_>, ranking: &Ranking) -> Vec<Judged> {
    let item = |row: usize| {
        let standing = ranking.place(row).map(|place| &ranking.standings[place]);
        let reason = || {
            let item = ranking.unranked.iter().find(|item| item.row as usize == row);
            item.expect("an item is ranked or not").reason.clone()
        };
        Judged {
            id: scorer.backlog.id(row).into_owned(),
            score: standing.map(|standing| standing.score.clone()).ok_or_else(reason),
            rank: standing.map(|standing| standing.rank as usize),
        }
    };
    (0..scorer.backlog.len()).map(item).collect()
}

/// The findings of a run that are errors, for a panic's text.
fn shown(findings: &Findings) -> Vec<&Finding> {
    findings.shown().filter(|finding| finding.severity == Severity::Error).collect()
}
