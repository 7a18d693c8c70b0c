//! Everything that goes to standard error: findings, notes, and why something could not run.

use std::collections::HashSet;
use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use tenbin::finding::{Findings, SHOWN, Severity};
use tenbin::lang::Lang;
use tenbin::render::{self, finding_text};
use tenbin::report::FindingView;
use tenbin::say;

use super::options::ColorChoice;
use super::watch::Frame;

/// Says things on standard error, in one language.
pub struct Messages {
    lang: Lang,
    color: bool,
    quiet: bool,
    /// Where they are kept for now, with the answer; none where they go straight to standard error.
    frame: Option<Frame>,
}

impl Messages {
    pub fn new(lang: Lang, color: ColorChoice, quiet: bool) -> Self {
        Self { lang, color: colored(color, &std::io::stderr()), quiet, frame: None }
    }

    /// The same, but kept in a frame.
    pub fn kept_in(&self, frame: &Frame) -> Self {
        Self { frame: Some(frame.clone()), ..*self }
    }

    /// The frame that keeps what is said and answered, if one does.
    pub fn frame(&self) -> Option<&Frame> {
        self.frame.as_ref()
    }

    /// Whether only what can't be left out is said.
    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Why the program could not run.
    pub fn error(&self, sentence: &str) {
        let label = Severity::Error.label(self.lang);
        let style = self.style(Severity::Error);
        self.print(&format!("{style}{label}{style:#}: {sentence}\n"));
    }

    /// Something that is good to know.
    pub fn note(&self, sentence: &str) {
        if !self.quiet {
            let label = Severity::Note.label(self.lang);
            let style = self.style(Severity::Note);
            self.print(&format!("{style}{label}{style:#}: {sentence}\n"));
        }
    }

    /// Why a check has failed.
    pub fn verdict(&self, lines: &[String]) {
        if !self.quiet {
            print_error(&format!("{}\n", lines.join("\n")));
        }
    }

    /// The findings, the first fifty of them, and how many there are in all. Help is given once for each kind.
    pub fn findings(&self, findings: &Findings) {
        // The words for findings are only looked up where there are some.
        if findings.total() == 0 {
            return;
        }
        let mut helped = HashSet::new();
        let mut text = String::new();
        let label = self.lang.text("label-help");
        let style = render::Style { color: self.color, ..render::Style::default() };
        let mut shown = 0;
        for finding in findings.shown().filter(|finding| !self.quiet || finding.severity == Severity::Error) {
            shown += 1;
            let view = FindingView::new(finding, self.lang);
            let first = helped.insert(view.help.clone());
            text.push_str(&finding_text(&view, first.then_some(label.as_str()), false, style));
        }
        if findings.has_errors() || findings.total() > SHOWN && !self.quiet {
            text.push_str(&self.summary(findings, shown));
        }
        self.print(&text);
    }

    fn print(&self, text: &str) {
        match &self.frame {
            Some(frame) => frame.push_error(text),
            None => print_error(text),
        }
    }

    /// How many there are of each severity, and how many of those that could be told stand above.
    fn summary(&self, findings: &Findings, shown: usize) -> String {
        let counts = Severity::ALL.map(|severity| findings.count(severity));
        let told = if self.quiet { findings.count(Severity::Error) } else { findings.total() };
        let sentence = say!(
            self.lang,
            "findings-summary",
            errors = counts[0],
            warnings = counts[1],
            notes = counts[2],
            hidden = told.saturating_sub(shown),
            shown = shown
        );
        format!("{sentence}\n")
    }

    fn style(&self, severity: Severity) -> Style {
        if !self.color {
            return Style::new();
        }
        let color = match severity {
            Severity::Error => AnsiColor::Red,
            Severity::Warning => AnsiColor::Yellow,
            Severity::Note => AnsiColor::Cyan,
        };
        color.on_default().bold()
    }
}

/// Whether a stream gets colours: asked for, or a terminal that nobody asked to keep plain.
pub fn colored<S: IsTerminal + anstream::stream::RawStream>(choice: ColorChoice, stream: &S) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never,
    }
}

/// Writes to standard error; that nobody reads it is no error.
pub fn print_error(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
