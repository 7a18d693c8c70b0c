//! What a policy makes of each finding: how much its rule weighs here, whether somebody has excepted it, and whether a
//! baseline knows it already.
//!
//! A finding is told from others by what it is about, never by its line: it stays the same when rows move.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use strum::EnumCount;

use super::{Finding, Rule, Severity};

/// How much each rule weighs in a run; `None` where it is off.
#[derive(Clone, Debug)]
pub struct Levels([Option<Severity>; Rule::COUNT]);

impl Levels {
    /// As `check` has them unless a policy says otherwise.
    pub fn in_check() -> Self {
        let mut levels = Self([None; Rule::COUNT]);
        for rule in Rule::all() {
            levels.set(rule, rule.severity_in_check());
        }
        levels
    }

    /// As they are for every other command.
    pub fn usual() -> Self {
        let mut levels = Self([None; Rule::COUNT]);
        for rule in Rule::all() {
            levels.set(rule, Some(rule.severity()));
        }
        levels
    }

    /// Changes one rule.
    pub fn set(&mut self, rule: Rule, level: Option<Severity>) {
        self.0[rule as usize] = level;
    }

    /// How much a rule weighs.
    pub fn of(&self, rule: Rule) -> Option<Severity> {
        self.0[rule as usize]
    }
}

/// Findings that somebody has looked at and excepted, with a reason.
#[derive(Clone, Debug)]
pub struct Exception {
    /// The rule.
    pub rule: Rule,
    /// The item's id; any item where there is none.
    pub item: Option<String>,
    /// Whether its time is over, so that what it excepts counts again.
    pub is_over: bool,
}

/// What tells a finding from others: what it is about, and not where that stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint {
    /// The file's name as the user gives it, without a leading `./`.
    pub file: String,
    /// The rule.
    pub rule: Rule,
    /// The item's id, where it is about one.
    pub item: Option<String>,
    /// The criterion's key, where it is about one.
    pub criterion: Option<String>,
}

/// Judges findings by a policy as they come, and keeps the books.
#[derive(Clone, Debug)]
pub struct Sieve {
    levels: Levels,
    exceptions: Vec<Exception>,
    matched: Vec<usize>,
    /// The least severity that a baseline is about.
    fails_on: Severity,
    /// How often the baseline knows a finding, and how often it came.
    known: HashMap<Fingerprint, (usize, usize)>,
    known_rules: HashSet<Rule>,
    /// Every finding that a new baseline would have to know, where one is to be written.
    recorded: Option<BTreeMap<Fingerprint, usize>>,
    /// Items that nobody asks about: only errors about them count.
    left_out: HashSet<String>,
    file: String,
    excepted: usize,
    known_again: usize,
}

impl Sieve {
    /// A sieve with a policy's levels and exceptions; findings below `fails_on` are nothing to a baseline.
    pub fn new(levels: Levels, exceptions: Vec<Exception>, fails_on: Severity) -> Self {
        Self {
            levels,
            matched: vec![0; exceptions.len()],
            exceptions,
            fails_on,
            known: HashMap::new(),
            known_rules: HashSet::new(),
            recorded: None,
            left_out: HashSet::new(),
            file: String::new(),
            excepted: 0,
            known_again: 0,
        }
    }

    /// Lets findings that a baseline knows pass away, each as often as it is known.
    pub fn with_baseline(mut self, known: impl IntoIterator<Item = (Fingerprint, usize)>) -> Self {
        for (fingerprint, count) in known {
            self.known_rules.insert(fingerprint.rule);
            self.known.entry(fingerprint).or_default().0 += count;
        }
        self
    }

    /// A sieve for a command other than `check`, of whose answer some items are left out, by their ids: warnings and notes
    /// about them pass away, and errors stay.
    pub fn without_items(left_out: HashSet<String>) -> Self {
        Self { left_out, ..Self::new(Levels::usual(), Vec::new(), Severity::Error) }
    }

    /// Notes every finding for a new baseline.
    pub fn recording(mut self) -> Self {
        self.recorded = Some(BTreeMap::new());
        self
    }

    /// How much a rule weighs here.
    pub(super) fn level(&self, rule: Rule) -> Option<Severity> {
        self.levels.of(rule)
    }

    /// Whether every finding of a rule has to be seen, and not only counted.
    pub(super) fn looks_at(&self, rule: Rule) -> bool {
        self.recorded.is_some()
            || !self.left_out.is_empty()
            || self.known_rules.contains(&rule)
            || self.exceptions.iter().any(|exception| exception.rule == rule)
    }

    pub(super) fn begin_file(&mut self, name: &Arc<str>) {
        self.file = plain_name(name).to_owned();
    }

    /// How much a finding weighs, `None` where it doesn't count: its rule is off, it is excepted, or known already.
    pub(super) fn pass(&mut self, finding: &Finding) -> Option<Severity> {
        let severity = self.levels.of(finding.rule)?;
        if severity != Severity::Error && finding.item.as_ref().is_some_and(|item| self.left_out.contains(item)) {
            return None;
        }
        let concerns = |exception: &Exception| {
            let item = exception.item.as_deref();
            exception.rule == finding.rule && (item.is_none() || item == finding.item.as_deref())
        };
        let mut is_excepted = false;
        for (exception, matched) in self.exceptions.iter().zip(&mut self.matched) {
            if concerns(exception) {
                *matched += 1;
                is_excepted |= !exception.is_over;
            }
        }
        if is_excepted {
            self.excepted += 1;
            return None;
        }
        if self.recorded.is_none() && !self.known_rules.contains(&finding.rule) {
            return Some(severity);
        }
        let fingerprint = self.fingerprint(finding);
        if let Some(recorded) = &mut self.recorded
            && severity <= self.fails_on
        {
            *recorded.entry(fingerprint).or_default() += 1;
            return None;
        }
        if let Some((count, seen)) = self.known.get_mut(&fingerprint) {
            *seen += 1;
            if *seen <= *count {
                self.known_again += 1;
                return None;
            }
        }
        Some(severity)
    }

    fn fingerprint(&self, finding: &Finding) -> Fingerprint {
        let file = finding.file.as_deref().map_or(self.file.as_str(), plain_name);
        Fingerprint {
            file: file.to_owned(),
            rule: finding.rule,
            item: finding.item.clone(),
            criterion: finding.criterion.clone(),
        }
    }

    /// The exceptions, in the order in which they were given, and how many findings each has met.
    pub fn exceptions(&self) -> impl Iterator<Item = (&Exception, usize)> {
        self.exceptions.iter().zip(self.matched.iter().copied())
    }

    /// How many findings were excepted.
    pub fn excepted(&self) -> usize {
        self.excepted
    }

    /// How many findings the baseline knew.
    pub fn known(&self) -> usize {
        self.known_again
    }

    /// What the baseline knows more often than it came, and how much more often; sorted.
    pub fn resolved(&self) -> Vec<(&Fingerprint, usize)> {
        let less = self.known.iter().filter(|(_, (count, seen))| seen < count);
        let mut resolved: Vec<_> = less.map(|(fingerprint, (count, seen))| (fingerprint, count - seen)).collect();
        resolved.sort();
        resolved
    }

    /// What a new baseline has to know, and how often.
    pub fn recorded(&self) -> impl Iterator<Item = (&Fingerprint, usize)> {
        self.recorded.iter().flatten().map(|(fingerprint, count)| (fingerprint, *count))
    }
}

/// A file's name as a baseline has it: the same with or without a leading `./`.
pub fn plain_name(name: &str) -> &str {
    name.strip_prefix("./").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;

    fn missing(item: &str) -> Finding {
        Finding::new(Rule::MissingRating).of_item(item).of_criterion("ease")
    }

    fn exception(item: Option<&str>, is_over: bool) -> Exception {
        Exception { rule: Rule::MissingRating, item: item.map(str::to_owned), is_over }
    }

    fn sieve(exceptions: Vec<Exception>) -> Sieve {
        Sieve::new(Levels::in_check(), exceptions, Severity::Error)
    }

    #[test]
    fn a_policy_changes_what_a_rule_weighs_and_what_is_counted() {
        let mut levels = Levels::in_check();
        levels.set(Rule::DuplicateId, None);
        levels.set(Rule::BlankTitle, Some(Severity::Error));
        let mut findings = Findings::sieved(Sieve::new(levels, Vec::new(), Severity::Error), 1);
        for rule in [Rule::DuplicateId, Rule::BlankTitle, Rule::BlankTitle] {
            findings.push_with(rule, || Finding::new(rule));
        }
        assert_eq!((findings.count(Severity::Error), findings.total()), (2, 2));
    }

    #[test]
    fn an_exception_counts_what_it_meets_and_ends_with_its_time() {
        let exceptions =
            vec![exception(Some("A-1"), false), exception(Some("A-2"), true), exception(Some("A-3"), false)];
        let mut findings = Findings::sieved(sieve(exceptions), 50);
        for item in ["A-1", "A-2", "A-9"] {
            findings.push_with(Rule::MissingRating, || missing(item));
        }
        assert_eq!(findings.total(), 2);
        let sieve = findings.sieve().expect("it was given one");
        assert_eq!(sieve.exceptions().map(|(_, met)| met).collect::<Vec<_>>(), [1, 1, 0]);
        assert_eq!(sieve.excepted(), 1);
    }

    #[test]
    fn a_baseline_knows_each_finding_as_often_as_it_was_there() {
        let file: Arc<str> = "./backlog.csv".into();
        let mut first = Findings::sieved(sieve(Vec::new()).recording(), 50);
        first.begin_file(&file);
        for item in ["A-1", "A-2", "A-2"] {
            first.push(missing(item));
        }
        assert!(first.is_empty(), "what is recorded doesn't fail");
        let known: Vec<_> =
            first.sieve().into_iter().flat_map(Sieve::recorded).map(|(print, count)| (print.clone(), count)).collect();
        assert_eq!(known.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [1, 2]);
        let mut second = Findings::sieved(sieve(Vec::new()).with_baseline(known), 50);
        second.begin_file(&"backlog.csv".into());
        for item in ["A-2", "A-3", "A-2", "A-2"] {
            second.push(missing(item));
        }
        assert_eq!(second.total(), 2, "A-3 is new, and so is the third of A-2");
        let resolved = second.sieve().map(Sieve::resolved).unwrap_or_default();
        assert_eq!(resolved.iter().map(|(print, _)| print.item.as_deref()).collect::<Vec<_>>(), [Some("A-1")]);
    }
}
