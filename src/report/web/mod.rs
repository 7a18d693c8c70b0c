//! The page that a browser opens: everything that it needs as one value, and its words. What it looks like and how it
//! moves stands in `assets/report/`; the bytes are made by `render`.

mod disagreement;
mod groups;
mod results;
mod stability;
mod texts;
mod value;

use serde::Serialize;

use super::{StabilityReport, Viewed};
use crate::analysis::{Axes, Scenario};
use crate::backlog::Panel;
use crate::input::config::Fields;
use crate::lang::Lang;
use crate::prose;
use crate::say;

pub use results::WebResults;

use super::view::kept_line;

/// What the page is made of.
#[derive(Clone, Copy, Debug)]
pub struct WebReport<'a> {
    /// The ranking and how sure it is.
    pub stability: StabilityReport<'a>,
    /// Further weights that the page offers.
    pub scenarios: &'a [Scenario],
    /// What the raters of a workshop said of the same items, if sheets were given.
    pub panel: Option<&'a Panel<'a>>,
    /// The criteria of the four fields, where the model has both.
    pub axes: Option<&'a Axes>,
    /// What the fields are called, as far as the weights file says it.
    pub wording: &'a Fields,
    /// What came of the items since, if results were given.
    pub results: Option<WebResults<'a>>,
    /// Which items are kept and why, and the groups that they are in.
    pub viewed: Viewed<'a>,
    /// The backlog's name.
    pub file: &'a str,
    /// The command that ranks the same backlog, word by word; the page adds weights to it.
    pub arguments: &'a [String],
}

/// What not every page has; the script of a part stands in no page without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebPart {
    /// Where raters differ.
    Disagreement,
    /// The items in groups.
    Groups,
    /// What came of the items.
    Results,
}

/// A page to render: its frame, and the value that its script reads.
pub struct WebPage<V> {
    /// The language of the page.
    pub lang: Lang,
    /// The title, as the window has it.
    pub title: String,
    /// What is said where scripts don't run.
    pub without_script: String,
    /// What the value holds beside the ranking, in the order of the page.
    pub parts: Vec<WebPart>,
    /// What the script reads as JSON.
    pub value: V,
}

/// Lays out the page.
pub fn web_page<'a>(report: WebReport<'a>) -> WebPage<impl Serialize + use<'a>> {
    let lang = report.stability.lang;
    let title = report.title();
    let value = report.value(title.clone());
    WebPage { lang, title, without_script: lang.text("page-noscript"), parts: value.parts(), value }
}

impl WebReport<'_> {
    fn title(self) -> String {
        let name = self.file.rsplit(['/', '\\']).next().unwrap_or(self.file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let named = if stem.is_empty() || name == "-" { "no" } else { "yes" };
        say!(self.stability.lang, "page-heading", named = named, file = prose::visible(stem))
    }

    /// What stands under the title.
    fn summary(self) -> String {
        let ranking = self.stability.ranking;
        let lang = self.stability.lang;
        let summary = say!(
            lang,
            "page-summary",
            ranked = ranking.standings.len(),
            unranked = ranking.unranked.len(),
            model = prose::visible(&self.stability.scorer.model.key)
        );
        match self.viewed.view.and_then(|view| kept_line(view, lang)) {
            None => summary,
            Some(kept) => say!(lang, "page-summary-kept", summary = summary, kept = kept),
        }
    }
}
