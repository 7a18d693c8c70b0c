//! Columns and values that are asked for and that a file doesn't have, in words: what was typed, and what there is.

use std::collections::HashSet;

use anyhow::anyhow;
use tenbin::finding::Findings;
use tenbin::input::{View, ViewFault};
use tenbin::lang::Lang;
use tenbin::{prose, say};

use super::messages::Messages;

/// So many names are listed.
const LISTED: usize = 20;

/// Why a view can't be had, for whoever typed it.
pub fn told(fault: &ViewFault, lang: Lang) -> anyhow::Error {
    anyhow!(sentence(fault, lang))
}

/// The ids that stand only in rows that are left out.
pub fn left_out(view: &View<'_>, id: impl Fn(usize) -> String) -> HashSet<String> {
    if view.keep.is_none() {
        return HashSet::new();
    }
    let (kept, left_out): (Vec<usize>, Vec<usize>) = (0..view.rows).partition(|&row| view.keeps(row));
    let kept: HashSet<String> = kept.into_iter().map(&id).collect();
    left_out.into_iter().map(id).filter(|id| !kept.contains(id)).collect()
}

/// What was found, without the warnings about rows that are left out, which nobody asks about: of many findings only the
/// first are kept, so that `find` looks for them anew.
pub fn of_kept(
    found: Findings,
    view: &View<'_>,
    id: impl Fn(usize) -> String,
    find: impl FnOnce(&mut Findings),
) -> Findings {
    if view.keep.is_none() || found.is_empty() {
        return found;
    }
    let mut of_kept = Findings::without_items(left_out(view, id));
    find(&mut of_kept);
    of_kept
}

/// Says what was to be left out and stands in no row.
pub fn tell_unknown(view: &View<'_>, lang: Lang, messages: &Messages) {
    view.unknown.iter().for_each(|fault| messages.note(&sentence(fault, lang)));
}

fn sentence(fault: &ViewFault, lang: Lang) -> String {
    match fault {
        ViewFault::NoColumn { name, known, close } => say!(
            lang,
            "error-no-column",
            name = prose::name(name),
            known = listed(known, lang),
            close = meant(close.as_deref(), lang)
        ),
        ViewFault::SeveralColumns { name, count } => {
            say!(lang, "error-several-columns", name = prose::name(name), count = count, first = numbered(name))
        }
        ViewFault::NoValue { heading, value, known, close } => say!(
            lang,
            "error-no-value",
            column = prose::name(heading),
            value = prose::name(value),
            known = listed(known, lang),
            count = known.len(),
            close = meant(close.as_deref(), lang)
        ),
    }
}

fn numbered(name: &str) -> String {
    prose::name(&format!("{name}#1"))
}

fn listed(names: &[String], lang: Lang) -> String {
    let list = prose::list(lang, names.iter().take(LISTED).map(|name| prose::name(name)));
    match names.len().saturating_sub(LISTED) {
        0 => list,
        rest => say!(lang, "and-more", list = list, rest = rest),
    }
}

fn meant(close: Option<&str>, lang: Lang) -> String {
    close.map_or_else(String::new, |close| say!(lang, "error-meant", name = prose::name(close)))
}
