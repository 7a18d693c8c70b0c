//! Whether the answer is safe to act on: what could still move an item across the cutoff.

use num_rational::BigRational;

use super::{Question, about_item, shown_id};
use crate::analysis::{Shares, Swap};
use crate::finding::{Findings, Rule};
use crate::model::NodeId;
use crate::prose;
use crate::scoring::Exact;

/// So many ids are named in one sentence.
const NAMED: usize = 8;

impl Question<'_> {
    /// How many items stand above the cutoff, where it parts the ranked items and no tie lies across it.
    fn inside(&self) -> Option<usize> {
        let inside = self.ranking.within(self.top);
        (inside == self.top && inside < self.ranking.standings.len()).then_some(inside)
    }

    /// A criterion as the file calls it, with its key where that is another word.
    fn criterion_name(&self, node: NodeId) -> String {
        let key = self.scorer.model.nodes[node].key.as_str();
        let backlog = self.scorer.backlog;
        match backlog.reading(node).map(|reading| backlog.table.heading(reading.column)) {
            Some(heading) if heading != key => format!("{} ({key})", prose::name(&heading)),
            _ => prose::name(key),
        }
    }

    fn row(&self, place: usize) -> usize {
        self.ranking.standings[place].row as usize
    }
}

/// A warning where items on either side of the cutoff share a rank.
pub(super) fn tie_at_cutoff(question: Question<'_>, findings: &mut Findings) {
    let within = question.ranking.within(question.top);
    if within <= question.top {
        return;
    }
    let standings = &question.ranking.standings;
    let rank = standings[within - 1].rank;
    let tied: Vec<usize> = (0..within).filter(|&place| standings[place].rank == rank).collect();
    let backlog = question.scorer.backlog;
    let mut ids: Vec<String> = tied.iter().take(NAMED).map(|&place| shown_id(backlog, question.row(place))).collect();
    if tied.len() > NAMED {
        ids.push("…".to_owned());
    }
    let mut finding = about_item(backlog, Rule::TieAtCutoff, question.row(tied[0]));
    // It is about the cutoff: which of the tied items comes first in the file changes nothing.
    finding.item = None;
    findings.push(
        finding
            .with("count", tied.len())
            .with("rank", rank.to_string())
            .with("top", question.top.to_string())
            .with("ids", ids),
    );
}

/// A warning where a smaller change of one share than allowed moves an item across the cutoff.
pub(super) fn fragile_cutoff(question: Question<'_>, findings: &mut Findings) {
    let Some(inside) = question.inside() else { return };
    let Some(shares) = Shares::new(question.scorer, question.weights) else { return };
    let limit = Exact::from(question.fragile).to_ratio();
    let Some(crossing) = shares.crossing(question.ranking, inside, &limit) else { return };
    let backlog = question.scorer.backlog;
    let node = &question.scorer.model.nodes[crossing.swap.criterion];
    let (from, to) = shown_shares(&crossing.swap);
    let mut finding = about_item(backlog, Rule::FragileCutoff, question.row(crossing.inside));
    finding.item = None;
    findings.push(
        finding
            .with("kind", if crossing.swap.from == crossing.swap.to { "now" } else { "share" })
            .with("other", shown_id(backlog, question.row(crossing.outside)))
            .with("criterion", node)
            .with("from", from)
            .with("to", to)
            .with("top", question.top.to_string()),
    );
}

/// Both shares in per cent, with as many places as it takes to tell them apart.
fn shown_shares(swap: &Swap) -> (String, String) {
    /// Beyond this many places they are told apart by nobody.
    const MOST: u32 = 9;
    let percent = |share: &BigRational| Exact::from(share * BigRational::from_integer(100.into()));
    let (from, to) = (percent(&swap.from), percent(&swap.to));
    let places = (1..MOST).find(|&places| from.rounded(places) != to.rounded(places)).unwrap_or(MOST);
    (from.shortened(places), to.shortened(places))
}

/// A warning for each item with a missing rating or a range that could stand on either side of the cutoff.
pub(super) fn uncertain_at_cutoff(question: Question<'_>, findings: &mut Findings) {
    let standings = &question.ranking.standings;
    let within = question.ranking.within(question.top);
    if standings.is_empty() || standings.len() + question.ranking.unranked.len() <= question.top {
        return;
    }
    let scorer = question.scorer;
    let has_ranges = scorer
        .plan
        .criteria()
        .into_iter()
        .any(|node| scorer.backlog.reading(node).is_some_and(|reading| reading.ratings.has_ranges()));
    let open = standings.iter().enumerate().filter(|_| has_ranges).map(|(place, s)| (s.row as usize, Some(place)));
    let blank = question.ranking.unranked.iter().map(|item| (item.row as usize, None));
    let mut open: Vec<(usize, Option<usize>)> =
        open.filter(|(row, _)| !scorer.uncertain(*row).is_empty()).chain(blank).collect();
    open.sort_unstable();
    for (row, place) in open {
        let missing = scorer.missing(row);
        if place.is_none() && missing.is_empty() {
            continue;
        }
        let score = |best| scorer.score_with(row, &scorer.suppose_open(row, best)?).ok();
        let (low, high) = (score(false), score(true));
        let is_inside = place.is_some_and(|place| place < within);
        let supposed = |best| scorer.suppose_open(row, best).unwrap_or_default();
        let rank = |score: &Exact, best| question.ranking.rank_with(scorer, row, score, &supposed(best));
        let best = || high.as_ref().map_or(1, |score| rank(score, true));
        let last_rank = standings.len() + usize::from(place.is_none());
        let worst = || low.as_ref().map_or(last_rank, |score| rank(score, false));
        // The scores say quickly who can't cross the line; where they leave it open, ranks and ties decide.
        let crosses = if is_inside {
            let first = standings.get(within);
            first.is_some_and(|first| low.as_ref().is_none_or(|low| *low <= first.score)) && worst() > question.top
        } else {
            // Fewer ranked items than places above the line: whoever gets a rank is in.
            let last = question.top.checked_sub(1).and_then(|last| standings.get(last));
            last.is_some_and(|last| high.as_ref().is_none_or(|high| *high >= last.score)) && best() <= question.top
        };
        if !crosses {
            continue;
        }
        findings.push_with(Rule::UncertainAtCutoff, || {
            let (best, worst) = (best(), worst());
            let (kind, nodes) =
                if missing.is_empty() { ("range", scorer.uncertain(row)) } else { ("blank", missing.clone()) };
            let names: Vec<String> = nodes.iter().map(|&node| question.criterion_name(node)).collect();
            about_item(scorer.backlog, Rule::UncertainAtCutoff, row)
                .with("kind", kind)
                .with("criteria", names)
                .with("best", best.to_string())
                .with("worst", worst.to_string())
                .with("top", question.top.to_string())
        });
    }
}
