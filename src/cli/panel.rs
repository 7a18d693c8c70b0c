//! The sheets of a workshop on their way to a panel: files, decoding, reading, laying over one another.

use std::ffi::{OsStr, OsString};
use std::sync::Arc;

use anyhow::bail;
use same_file::Handle;
use tenbin::backlog::Panel;
use tenbin::finding::{Findings, SHOWN, Severity, Sieve, Source};
use tenbin::input::{Opened, Request, Sheet, lay_over, missing_id, read_backlog_into, sheet_levels};
use tenbin::lang::Lang;
use tenbin::model::Weights;

use super::files;
use super::settings::RankingSettings;
use super::setup::Setup;

/// The texts of the sheets, and what was found in decoding them.
pub struct Texts {
    named: Vec<(String, Opened)>,
    pub handles: Vec<Handle>,
    findings: Findings,
}

impl Texts {
    /// Reads and decodes the files; what is no text is a finding, and the others are read all the same.
    pub fn read(paths: &[OsString], setup: &Setup, settings: &RankingSettings, lang: Lang) -> anyhow::Result<Self> {
        if paths.iter().filter(|path| *path == OsStr::new("-")).count() > 1 {
            bail!(lang.text("error-stdin-sheets"));
        }
        let mut texts = Self { named: Vec::new(), handles: Vec::new(), findings: sheet_findings() };
        for path in paths {
            let input = files::read(path, files::BACKLOG_LIMIT, lang)?;
            texts.handles.extend(input.handle);
            match setup.open(&input.name, input.bytes, settings) {
                Ok((opened, said)) => {
                    texts.findings.extend(said);
                    texts.named.push((input.name, opened));
                }
                Err(faults) => texts.findings.extend(faults),
            }
        }
        Ok(texts)
    }

    /// The sources, to be kept for as long as the panel is.
    pub fn sources(&self) -> Vec<Source<'_>> {
        self.named.iter().map(|(name, opened)| opened.source(name.as_str())).collect()
    }

    /// Reads the sheets for `weights` and lays them over one another; no panel where an error stands among the findings.
    pub fn panel<'t>(
        &self,
        sources: &[Source<'t>],
        setup: &Setup,
        weights: &Weights,
        further: impl FnOnce(&Panel<'t>, &mut Findings),
    ) -> (Option<Panel<'t>>, Findings) {
        let mut findings = self.findings.clone();
        findings.extend(setup.findings.clone());
        let request = Request { weights, is_partial: true, ..setup.request() };
        let mut sheets = Vec::new();
        for source in sources {
            if let Some(backlog) = read_backlog_into(source, &request, &mut findings) {
                if let Some(finding) = missing_id(&backlog) {
                    findings.push(finding);
                    findings.locate(source);
                }
                sheets.push(Sheet { source, backlog });
            }
        }
        let panel = lay_over(&sheets, &setup.model, &setup.columns, &mut findings);
        further(&panel, &mut findings);
        let names: Vec<Arc<str>> = sources.iter().map(|source| Arc::clone(&source.name)).collect();
        let findings = findings.in_order_of(&names);
        (Some(panel).filter(|_| !findings.has_errors()), findings)
    }
}

/// No findings yet, weighed as in sheets.
fn sheet_findings() -> Findings {
    Findings::sieved(Sieve::new(sheet_levels(), Vec::new(), Severity::Error), SHOWN)
}
