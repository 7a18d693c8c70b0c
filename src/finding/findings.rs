//! The findings of a run: the first of each severity kept, all of them counted, each judged by the policy as it comes.

use std::collections::HashSet;
use std::sync::Arc;

use strum::EnumCount;

use super::{Finding, Rule, Severity, Sieve, Source};

/// How many findings are kept of each severity, and shown in all, unless somebody asks for more; the rest is counted.
pub const SHOWN: usize = 50;

/// The findings of a run.
#[derive(Clone, Debug)]
pub struct Findings {
    kept: [Vec<Finding>; 3],
    counts: [usize; 3],
    by_rule: Box<[usize; Rule::COUNT]>,
    room: usize,
    /// How many are shown in all.
    shown: usize,
    sieve: Option<Box<Sieve>>,
}

impl Default for Findings {
    fn default() -> Self {
        Self {
            kept: Default::default(),
            counts: [0; 3],
            by_rule: Box::new([0; Rule::COUNT]),
            room: SHOWN,
            shown: SHOWN,
            sieve: None,
        }
    }
}

impl Findings {
    /// No findings yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// No findings yet, and room for so many of each severity, all of them shown.
    pub fn with_room(room: usize) -> Self {
        Self { room, shown: usize::MAX, ..Self::default() }
    }

    /// No findings yet; each will pass a policy's sieve first.
    pub fn sieved(sieve: Sieve, room: usize) -> Self {
        Self { sieve: Some(Box::new(sieve)), ..Self::with_room(room) }
    }

    /// No findings yet; of those about some items, by their ids, only errors will be kept and counted.
    pub fn without_items(left_out: HashSet<String>) -> Self {
        Self { sieve: Some(Box::new(Sieve::without_items(left_out))), ..Self::default() }
    }

    /// Counts a finding, and keeps it while there is room for its severity.
    pub fn push(&mut self, mut finding: Finding) {
        if let Some(sieve) = &mut self.sieve {
            match sieve.pass(&finding) {
                Some(severity) => finding.severity = severity,
                None => return,
            }
        }
        let slot = finding.severity as usize;
        self.counts[slot] += 1;
        self.by_rule[finding.rule as usize] += 1;
        if self.kept[slot].len() < self.room {
            self.kept[slot].push(finding);
        }
    }

    /// Counts a finding of `rule`, and asks for it only while there is room or somebody must look at each: a million
    /// faulty cells cost no text.
    pub fn push_with(&mut self, rule: Rule, finding: impl FnOnce() -> Finding) {
        let (level, is_looked_at) = match &self.sieve {
            Some(sieve) => (sieve.level(rule), sieve.looks_at(rule)),
            None => (Some(rule.severity()), false),
        };
        let Some(severity) = level else { return };
        let slot = severity as usize;
        if is_looked_at || self.kept[slot].len() < self.room {
            self.push(finding());
        } else {
            self.counts[slot] += 1;
            self.by_rule[rule as usize] += 1;
        }
    }

    /// No findings yet, and as much room as here.
    pub fn emptied(&self) -> Self {
        Self { room: self.room, shown: self.shown, ..Self::default() }
    }

    /// Takes over the findings of another run; those that it had no room for are counted as they were there.
    pub fn extend(&mut self, other: Findings) {
        let mut hidden = other.by_rule;
        for (slot, findings) in other.kept.into_iter().enumerate() {
            self.counts[slot] += other.counts[slot] - findings.len();
            for finding in findings {
                hidden[finding.rule as usize] -= 1;
                self.push(finding);
            }
        }
        for (mine, theirs) in self.by_rule.iter_mut().zip(*hidden) {
            *mine += theirs;
        }
    }

    /// Tells the sieve that what comes now is about another file.
    pub fn begin_file(&mut self, name: &Arc<str>) {
        if let Some(sieve) = &mut self.sieve {
            sieve.begin_file(name);
        }
    }

    /// Whether each finding is judged by a policy as it comes.
    pub fn is_sieved(&self) -> bool {
        self.sieve.is_some()
    }

    /// The sieve, with what it has caught.
    pub fn sieve(&self) -> Option<&Sieve> {
        self.sieve.as_deref()
    }

    /// Names the file of all findings that have none, and turns their bytes into positions and excerpts of its text.
    pub fn locate(&mut self, source: &Source<'_>) {
        for finding in self.kept.iter_mut().flatten() {
            if finding.file.is_none() {
                finding.file = Some(Arc::clone(&source.name));
                if let Some(span) = &finding.span {
                    let position = source.position(span.start);
                    finding.position = Some(position);
                    finding.cell = source.grid().map(|grid| grid.address(position));
                    finding.excerpt = Some(source.excerpt(span, finding.header.as_ref()));
                }
            }
        }
    }

    /// Moves the kept ones that stand below a line further down: the text that they were found in was a part of a longer one.
    pub fn move_down(&mut self, below: usize, lines: usize) {
        let positions = self.kept.iter_mut().flatten().filter_map(|finding| finding.position.as_mut());
        positions.filter(|position| position.line > below).for_each(|position| position.line += lines);
    }

    /// Fills one more value in the sentences of a rule's kept ones: what its defect means for the answer at hand.
    pub fn fill(&mut self, rule: Rule, name: &'static str, word: &str) {
        for finding in self.kept.iter_mut().flatten().filter(|finding| finding.rule == rule) {
            finding.words.push((name, word.into()));
        }
    }

    /// Takes away where the kept ones stand, for a text that nobody but this program has seen.
    pub fn without_places(mut self) -> Self {
        for finding in self.kept.iter_mut().flatten() {
            (finding.position, finding.cell, finding.excerpt, finding.span) = (None, None, None, None);
        }
        self
    }

    /// Puts the kept ones of each severity in the order of their places; those without one stay in front.
    pub fn in_order(mut self) -> Self {
        self.kept.iter_mut().for_each(|findings| findings.sort_by_key(|finding| finding.position));
        self
    }

    /// Puts the kept ones of each severity in the order of the files, and in each in the order of their places.
    pub fn in_order_of(mut self, files: &[Arc<str>]) -> Self {
        let place = |finding: &Finding| {
            let file = finding.file.as_ref().and_then(|file| files.iter().position(|known| known == file));
            (file, finding.position)
        };
        self.kept.iter_mut().for_each(|findings| findings.sort_by_key(place));
        self
    }

    /// Whether there is an error among them.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are of a severity, kept or not.
    pub fn count(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }

    /// How many there are of a rule, kept or not.
    pub fn count_of(&self, rule: Rule) -> usize {
        self.by_rule[rule as usize]
    }

    /// How many there are of rules whose findings stand in the way of a ranking, whatever a policy lets them weigh.
    pub fn obstacles(&self) -> usize {
        Rule::all().filter(|rule| rule.severity() == Severity::Error).map(|rule| self.count_of(rule)).sum()
    }

    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.total() == 0
    }

    /// The first fifty, or of each severity as many as there was asked for: errors first, then in the order of the file.
    pub fn shown(&self) -> impl Iterator<Item = &Finding> {
        self.kept.iter().flatten().take(self.shown)
    }

    /// How many are not among those shown.
    pub fn hidden(&self) -> usize {
        self.total() - self.shown().count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_fifty_are_kept_and_all_are_counted() {
        let mut findings = Findings::new();
        for _ in 0..200 {
            findings.push_with(Rule::OutOfScale, || Finding::new(Rule::OutOfScale));
        }
        assert_eq!(findings.count(Severity::Error), 200);
        assert_eq!(findings.count_of(Rule::OutOfScale), 200);
        assert_eq!(findings.shown().count(), SHOWN);
        assert_eq!(findings.hidden(), 150);
    }

    #[test]
    fn errors_are_shown_before_warnings() {
        let mut findings = Findings::new();
        findings.push(Finding::new(Rule::MissingRating));
        findings.push(Finding::new(Rule::OutOfScale));
        let order: Vec<Rule> = findings.shown().map(|finding| finding.rule).collect();
        assert_eq!(order, [Rule::OutOfScale, Rule::MissingRating]);
    }
}
