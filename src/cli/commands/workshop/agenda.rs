//! `tenbin workshop agenda`: which differences are worth the time.

use anyhow::bail;
use same_file::Handle;
use tenbin::analysis::{agenda, agreement, anonymous, medians};
use tenbin::check::USUAL_TOP;
use tenbin::finding::{Finding, Rule};
use tenbin::input::unrated;
use tenbin::lang::Lang;
use tenbin::report::{AgendaReport, Time, agenda_report};
use tenbin::say;
use tenbin::scoring::{Scorer, rank};

use crate::cli::exit::Exit;
use crate::cli::messages::Messages;
use crate::cli::options::{Agenda, Common};
use crate::cli::panel::Texts;
use crate::cli::setup::{Refused, Setup};
use crate::cli::{output, settings};

/// With so many raters somebody who stands apart can be told from the rest.
pub const ENOUGH: usize = 3;

/// Runs the command.
pub fn run(options: &Agenda, common: &Common, lang: Lang, messages: &Messages) -> anyhow::Result<Exit> {
    if options.top == Some(0) {
        bail!(lang.text("error-top"));
    }
    if options.each == 0 {
        bail!(lang.text("error-each"));
    }
    let time = options.minutes.map(|minutes| Time { minutes, each: options.each });
    if time.is_some_and(|time| time.minutes < time.each) {
        bail!(say!(lang, "error-minutes", each = options.each));
    }
    let printing = settings::output(&options.output, common.color, output::terminal_width(), lang)?;
    let settings = settings::ranking(&options.ranking, lang)?;
    let setup = match Setup::new(&settings, lang)? {
        Ok(setup) => setup,
        Err(Refused(findings)) => {
            messages.findings(&findings);
            return Ok(Exit::CouldNotRun);
        }
    };
    let mut texts = Texts::read(&options.sheets, &setup, &settings, lang)?;
    let handles = std::mem::take(&mut texts.handles);
    let sources = texts.sources();
    let weights = &setup.settled.weights;
    let mut raters = 0;
    let (panel, mut findings) = texts.panel(&sources, &setup, weights, |panel, findings| {
        raters = panel.raters.len();
        for node in unrated(&setup.model, weights, &panel.criteria).into_iter().filter(|_| raters > 0) {
            let node = &setup.model.nodes[node];
            let finding = Finding::new(Rule::UnratedCriterion).of_criterion(node.key.as_str());
            findings.push(finding.with("criterion", node).with("key", node.key.as_str()));
        }
    });
    let Some(panel) = panel else {
        messages.findings(&findings);
        return Ok(Exit::Findings);
    };
    if raters < 2 {
        messages.findings(&findings);
        bail!(say!(lang, "error-one-rater", raters = raters, name = panel.raters.first().map_or("", String::as_str)));
    }
    if raters < ENOUGH {
        findings.push(Finding::new(Rule::FewRaters).with("count", raters));
    }
    let panel = if options.anonymous { anonymous(&panel, options.seed) } else { panel };
    let backlog = panel.backlog(|item, criterion| medians(&panel, item, criterion));
    let plan = match setup.plan(&backlog) {
        Ok(plan) => plan,
        Err(problems) => {
            messages.findings(&problems);
            return Ok(Exit::Findings);
        }
    };
    findings.extend(setup.config.assumed_scales(&setup.model, &plan));
    let scorer = Scorer { model: &setup.model, plan: &plan, backlog: &backlog, tie_break: &setup.settled.tie_break };
    let ranking = rank(scorer);
    let top = options.top.or(setup.config.policy().top).unwrap_or(USUAL_TOP);
    let agenda = agenda(&panel, scorer, &ranking, weights, top);
    let agreement = agreement(&panel, scorer, options.seed);
    let report = agenda_report(AgendaReport {
        panel: &panel,
        agenda: &agenda,
        agreement: &agreement,
        scorer,
        weights,
        origin: &setup.origin,
        top,
        time,
        findings: &findings,
        lang,
    });
    let weights_file = setup.path.as_ref().and_then(|path| Handle::from_path(path).ok());
    let inputs: Vec<Handle> = handles.into_iter().chain(weights_file).collect();
    let exit = output::deliver(report, &printing, &inputs, lang, messages)?;
    messages.findings(&findings);
    Ok(exit)
}
