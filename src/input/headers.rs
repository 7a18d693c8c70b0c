//! Which column holds what: the id, the title, and each criterion or factor that the model needs.

use std::collections::HashMap;

use super::names::{fold, unwrapped};
use crate::finding::{Finding, Findings, Rule};
use crate::model::{Model, NodeId, ROOT, Weights};
use crate::prose;
use crate::table::Cell;

/// Headers of the id column; an earlier one wins over a later one in the same file.
const ID: [&str; 8] = ["id", "key", "issue key", "課題キー", "キー", "no", "番号", "number"];
/// Headers of the title column; an earlier one wins over a later one in the same file.
const TITLE: [&str; 14] = [
    "title",
    "name",
    "feature",
    "idea",
    "summary",
    "subject",
    "改善項目",
    "項目",
    "施策",
    "タイトル",
    "件名",
    "要約",
    "何を",
    "what",
];
/// Headers of the column that says who rated a row.
const RATER: [&str; 2] = ["rater", "評価者"];
/// What stands behind a criterion's name in the header of the reasons for its ratings.
const REASON: [&str; 3] = ["note", "reason", "の理由"];
/// What a column can be named for beside the criteria.
pub const COLUMN_KEYS: [&str; 3] = ["id", "title", "rater"];
/// Columns of what `rank` prints: they tell what somebody's ratings led to.
const RANKED: [&str; 2] = ["rank", "score"];
/// How many of a file's headers a message lists.
const LISTED: usize = 12;

/// What a column can be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Role {
    Id,
    Title,
    Rater,
    Node(NodeId),
    /// The reason for a rating of the node.
    Reason(NodeId),
}

/// Headers that the user names for a key, from the weights file or the command line.
#[derive(Clone, Debug, Default)]
pub struct NamedColumns {
    /// Further headers, by key.
    pub also: Vec<(String, Vec<String>)>,
    /// The one header that counts, by key: it overrules all others.
    pub only: Vec<(String, String)>,
}

/// The names under which columns are known, folded, with how strongly each speaks (lower is stronger).
#[derive(Debug)]
pub(super) struct Names {
    roles: HashMap<String, Vec<(Role, usize)>>,
    /// The one header that the user names, by key.
    only: Vec<(String, String)>,
    /// What each of those keys is.
    roles_of: Vec<(String, Role)>,
}

/// The columns that are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) id: Option<usize>,
    pub(super) title: Option<usize>,
    pub(super) rater: Option<usize>,
    /// Each node that has reasons beside its ratings, with their column.
    pub(super) reasons: Vec<(NodeId, usize)>,
    /// Each node that the file gives, with its column, in the order of the model.
    pub(super) nodes: Vec<(NodeId, usize)>,
}

impl Names {
    pub(super) fn new(model: &Model, named: &NamedColumns) -> Self {
        /// The rank of a name that the weights file adds; the house's own names come after it.
        const ADDED: usize = 1;
        let mut names = Self { roles: HashMap::new(), only: named.only.clone(), roles_of: Vec::new() };
        for (strength, name) in ID.iter().enumerate() {
            names.add(named, Role::Id, "id", name, ADDED + 1 + strength);
        }
        for (strength, name) in TITLE.iter().enumerate() {
            names.add(named, Role::Title, "title", name, ADDED + 1 + strength);
        }
        for name in RATER {
            names.add(named, Role::Rater, "rater", name, ADDED + 1);
        }
        for (id, node) in model.nodes.iter().enumerate().skip(1) {
            let own = std::iter::once(node.key.as_str()).chain(node.labels.iter());
            for name in own.chain(node.aliases.iter().map(String::as_str)) {
                names.add(named, Role::Node(id), &node.key, name, ADDED + 1);
                names.add_reasons(id, name, ADDED + 1);
            }
        }
        let role = |key: &str| match key {
            "id" => Some(Role::Id),
            "title" => Some(Role::Title),
            "rater" => Some(Role::Rater),
            _ => model.find(key).map(Role::Node),
        };
        for (key, headers) in &named.also {
            for header in headers {
                let Some(role) = role(key) else { continue };
                names.add(named, role, key, header, ADDED);
                if let Role::Node(node) = role {
                    names.add_reasons(node, header, ADDED);
                }
            }
        }
        for (key, header) in &named.only {
            if let Some(role) = role(key) {
                names.insert(role, header, 0);
                if let Role::Node(node) = role {
                    names.add_reasons(node, header, 0);
                }
                names.roles_of.push((key.clone(), role));
            }
        }
        names
    }

    /// Adds a name, unless the user named the one header that counts.
    fn add(&mut self, named: &NamedColumns, role: Role, key: &str, name: &str, strength: usize) {
        if !named.only.iter().any(|(only, _)| only == key) {
            self.insert(role, name, strength);
        }
    }

    /// Adds the names under which the reasons stand beside the ratings of a name.
    fn add_reasons(&mut self, node: NodeId, name: &str, strength: usize) {
        REASON.iter().for_each(|word| self.insert(Role::Reason(node), &format!("{name}{word}"), strength));
    }

    fn insert(&mut self, role: Role, name: &str, strength: usize) {
        let roles = self.roles.entry(fold(name)).or_default();
        if !roles.iter().any(|(known, _)| *known == role) {
            roles.push((role, strength));
        }
    }

    /// What a header is for.
    fn roles(&self, header: &str) -> &[(Role, usize)] {
        let folded = fold(header);
        let found = self.roles.get(&folded).or_else(|| self.roles.get(unwrapped(&folded)?));
        found.map_or(&[], Vec::as_slice)
    }

    /// The header that the user names for a key, if there is one.
    fn only(&self, key: &str) -> Option<&str> {
        self.only.iter().find(|(only, _)| only == key).map(|(_, header)| header.as_str())
    }

    /// The headers that the user names with a number behind a `#`, and what they are for.
    fn numbered(&self) -> impl Iterator<Item = (Role, &str, usize)> {
        self.only.iter().filter_map(|(key, header)| {
            let (header, number) = header.rsplit_once('#')?;
            let number = number.parse().ok().filter(|number| *number > 0)?;
            let role = *self.roles_of.iter().find(|(known, _)| known == key).map(|(_, role)| role)?;
            Some((role, header, number))
        })
    }

    /// The criterion or factor that a name means: its key, a label, an alias, or what the user calls it.
    pub(super) fn node(&self, name: &str) -> Option<NodeId> {
        self.roles(name).iter().find_map(|(role, _)| if let Role::Node(node) = role { Some(*node) } else { None })
    }

    /// Whether a column is nobody's but the file's: no role, and nothing that a ranking has left behind.
    pub(super) fn leave_alone(&self, header: &str) -> bool {
        !self.know(header) && !RANKED.contains(&fold(header).as_str())
    }

    /// Whether a header is known at all.
    pub(super) fn know(&self, header: &str) -> bool {
        !self.roles(header).is_empty()
    }
}

/// Finds the columns that the model needs; what is missing or named twice becomes a finding.
pub(super) struct Resolver<'a> {
    pub(super) text: &'a str,
    pub(super) header: &'a [Cell],
    pub(super) model: &'a Model,
    pub(super) weights: &'a Weights,
    /// Criteria that are read where the file has them, though they may weigh nought.
    pub(super) also: &'a [NodeId],
    /// Whether a part of the criteria will do, as in one team's sheet.
    pub(super) is_partial: bool,
}

/// The columns of a role with the strongest name, in the order of the file.
type Candidates = HashMap<Role, (usize, Vec<usize>)>;

impl Resolver<'_> {
    pub(super) fn resolve(&self, names: &Names, findings: &mut Findings) -> Columns {
        let mut candidates: Candidates = HashMap::new();
        for (column, cell) in self.header.iter().enumerate() {
            for &(role, strength) in names.roles(&cell.text(self.text)) {
                let best = candidates.entry(role).or_insert((strength, Vec::new()));
                if strength < best.0 {
                    *best = (strength, vec![column]);
                } else if strength == best.0 {
                    best.1.push(column);
                }
            }
        }
        self.apply_numbered(names, &mut candidates);
        let mut columns = Columns {
            id: self.only(&candidates, Role::Id, "id", findings),
            title: self.only(&candidates, Role::Title, "title", findings),
            rater: self.only(&candidates, Role::Rater, "rater", findings),
            ..Columns::default()
        };
        let mut missing = Vec::new();
        for &child in self.model.nodes[ROOT].children.iter().filter(|&&child| self.weights.counts(child)) {
            self.node(child, &candidates, &mut columns.nodes, &mut missing, findings);
        }
        for &node in self.also {
            // What is read already, or made of what is read, needs no column of its own.
            let known = columns.nodes.iter().any(|(known, _)| self.is_within(*known, node));
            if known {
                continue;
            }
            match self.only(&candidates, Role::Node(node), self.key(node), findings) {
                Some(column) => columns.nodes.push((node, column)),
                None => findings.push(
                    Finding::new(Rule::TieBreakWithoutColumn)
                        .at(self.start())
                        .of_criterion(self.key(node))
                        .with("criterion", &self.model.nodes[node]),
                ),
            }
        }
        columns.nodes.sort_unstable();
        let reasons = |&(node, _): &(NodeId, usize)| Some((node, candidates.get(&Role::Reason(node))?.1[0]));
        columns.reasons = columns.nodes.iter().filter_map(reasons).collect();
        self.report_shared(&columns.nodes, findings);
        self.report_missing(&missing, columns.nodes.is_empty(), names, findings);
        if !candidates.contains_key(&Role::Id) {
            findings.push(Finding::new(Rule::NoIdColumn).at(self.start()));
        }
        columns
    }

    /// Chooses among columns with one header: `--column impact=Impact#2` is the second one called `Impact`.
    fn apply_numbered(&self, names: &Names, candidates: &mut Candidates) {
        for (role, header, number) in names.numbered() {
            let folded = fold(header);
            let mut same = self.header.iter().enumerate().filter(|(_, cell)| {
                let heading = fold(&cell.text(self.text));
                heading == folded || unwrapped(&heading) == Some(&folded)
            });
            if let Some((column, _)) = same.nth(number - 1) {
                candidates.entry(role).or_insert((0, vec![column]));
            }
        }
    }

    /// Whether a node is another one, or a part of it.
    fn is_within(&self, node: NodeId, other: NodeId) -> bool {
        let mut next = Some(node);
        while let Some(node) = next {
            if node == other {
                return true;
            }
            next = self.model.nodes[node].parent;
        }
        false
    }

    /// Adds the column of a node, or those of its parts; what is missing goes to `missing`.
    fn node(
        &self,
        node: NodeId,
        candidates: &Candidates,
        columns: &mut Vec<(NodeId, usize)>,
        missing: &mut Vec<NodeId>,
        findings: &mut Findings,
    ) {
        let given = candidates.get(&Role::Node(node)).map(|(_, columns)| columns[0]);
        let parts = &self.model.nodes[node].children;
        let take_direct = |columns: &mut Vec<(NodeId, usize)>, findings: &mut Findings| {
            if let Some(column) = self.only(candidates, Role::Node(node), self.key(node), findings) {
                columns.push((node, column));
            }
        };
        if parts.is_empty() {
            match given {
                Some(_) => take_direct(columns, findings),
                None => missing.push(node),
            }
            return;
        }
        let (mut part_columns, mut part_missing, mut part_findings) = (Vec::new(), Vec::new(), Findings::new());
        for &part in parts.iter().filter(|&&part| self.weights.counts(part)) {
            self.node(part, candidates, &mut part_columns, &mut part_missing, &mut part_findings);
        }
        let complete = part_missing.is_empty();
        if let Some(column) = given
            && !part_columns.is_empty()
        {
            let shown =
                |columns: &[(NodeId, usize)]| columns.iter().map(|(_, column)| self.name(*column)).collect::<Vec<_>>();
            let variant = if complete { "help-parts" } else { "help-factor" };
            findings.push(
                Finding::new(Rule::FactorBesideParts)
                    .over(self.header[column].range())
                    .of_criterion(self.key(node))
                    .with("factor", self.name(column))
                    .with("parts", shown(&part_columns))
                    .advise(variant),
            );
        }
        match given {
            Some(_) if !complete => take_direct(columns, findings),
            _ if complete => {
                columns.extend(part_columns);
                findings.extend(part_findings);
            }
            _ if self.is_partial && !part_columns.is_empty() => {
                columns.extend(part_columns);
                findings.extend(part_findings);
                missing.extend(part_missing);
            }
            // Nothing of it is there: the factor itself is what a reader would look for.
            _ if part_columns.is_empty() => missing.push(node),
            _ => missing.extend(part_missing),
        }
    }

    /// The one column of a role; a finding where there are two.
    fn only(&self, candidates: &Candidates, role: Role, key: &str, findings: &mut Findings) -> Option<usize> {
        let (_, columns) = candidates.get(&role)?;
        if let [_, second, ..] = columns[..] {
            let shown: Vec<String> = columns.iter().map(|&column| self.name(column)).collect();
            let heading = |&column: &usize| fold(&self.header[column].text(self.text));
            let same = columns.iter().all(|column| heading(column) == heading(&second));
            let rule = if same { Rule::DuplicateColumn } else { Rule::AmbiguousColumn };
            findings.push(
                Finding::new(rule)
                    .over(self.header[second].range())
                    .of_criterion(key)
                    .with("criterion", prose::name(key))
                    .with("column", self.name(second))
                    .with("columns", shown)
                    .with("key", key),
            );
            // Read either way it would be a guess, with faults of its own.
            return None;
        }
        columns.first().copied()
    }

    /// A finding for each column that would be read for two criteria.
    fn report_shared(&self, nodes: &[(NodeId, usize)], findings: &mut Findings) {
        let mut readers: HashMap<usize, NodeId> = HashMap::new();
        for &(node, column) in nodes {
            if let Some(first) = readers.insert(column, node) {
                let both = [first, node].map(|node| prose::name(self.key(node))).to_vec();
                findings.push(
                    Finding::new(Rule::SharedColumn)
                        .over(self.header[column].range())
                        .of_criterion(self.key(node))
                        .with("column", self.name(column))
                        .with("criteria", both),
                );
            }
        }
    }

    /// A finding for each criterion that has no column; in a partial file only where a header seems to be misspelt, or
    /// where there is no criterion at all.
    fn report_missing(&self, missing: &[NodeId], has_none: bool, names: &Names, findings: &mut Findings) {
        let is_gap = self.is_partial && !has_none;
        let headings: Vec<String> = self.header.iter().map(|cell| cell.text(self.text).into_owned()).collect();
        let unknown: Vec<&str> = headings.iter().map(String::as_str).filter(|heading| !names.know(heading)).collect();
        let shown = headings.iter().filter(|heading| !heading.trim().is_empty()).take(LISTED);
        let mut shown: Vec<String> = shown.map(|heading| prose::name(heading)).collect();
        for &node in missing {
            let node = &self.model.nodes[node];
            let known = std::iter::once(node.key.as_str()).chain(node.labels.iter());
            let close = known.filter_map(|name| self.close(name, &unknown)).next();
            let about = |rule: Rule| {
                let finding = Finding::new(rule).of_criterion(node.key.as_str());
                finding.with("criterion", node).with("key", node.key.as_str())
            };
            let mut finding = about(Rule::MissingColumn).at(self.start()).with("headers", shown.clone());
            if let Some(header) = names.only(&node.key).filter(|_| !is_gap) {
                finding = finding.with("header", prose::name(header)).advise("help-named");
            } else if let Some(close) = close {
                let at = headings.iter().position(|heading| heading == close).unwrap_or_default();
                finding = about(Rule::MisspeltColumn).over(self.header[at].range()).with("close", prose::name(close));
            } else if is_gap {
                continue;
            } else if !node.children.is_empty() {
                let parts = node.children.iter().map(|&part| prose::name(self.key(part))).collect::<Vec<_>>();
                finding = finding.with("parts", parts).advise("help-parts");
            } else if shown.is_empty() {
                finding = finding.advise("help-again");
            } else {
                // What the file has is listed once, not with every criterion that it lacks.
                shown.clear();
            }
            findings.push(finding);
        }
    }

    /// The header that most likely means a name: misspelt, or with something added.
    fn close<'h>(&self, name: &str, unknown: &[&'h str]) -> Option<&'h str> {
        let folded = fold(name);
        let longer = unknown.iter().copied().find(|heading| fold(heading).starts_with(&folded));
        longer.or_else(|| prose::did_you_mean(name, unknown.iter().copied()))
    }

    fn name(&self, column: usize) -> String {
        prose::name(&self.header[column].text(self.text))
    }

    fn key(&self, node: NodeId) -> &str {
        &self.model.nodes[node].key
    }

    fn start(&self) -> usize {
        self.header.first().map_or(0, Cell::offset)
    }
}
