//! Findings to bytes, one file a format. [`FindingsFormat`] is the only list of them, and [`render_findings`] the only
//! match on it.

mod github;
mod gitlab;
mod human;
mod junit;
mod sarif;

use std::io::{self, Write};

use strum::{EnumIter, EnumString, IntoEnumIterator, IntoStaticStr, VariantNames};

use super::{Style, json, markdown};
use crate::report::Checked;

pub use human::{finding_text, list_text};

/// A form of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase")]
pub enum FindingsFormat {
    /// For a terminal, with the lines that they are about.
    #[default]
    Human,
    /// For programs.
    Json,
    /// Annotations of GitHub Actions.
    Github,
    /// A code quality report of GitLab.
    Gitlab,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// JUnit XML, for nearly every CI.
    Junit,
    /// For a comment or a page.
    Markdown,
}

impl FindingsFormat {
    /// The name, as `--format` takes it.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The endings of files in this format that mean no other one.
    fn endings(self) -> &'static [&'static str] {
        match self {
            FindingsFormat::Human => &["txt"],
            FindingsFormat::Json => &["json"],
            FindingsFormat::Sarif => &["sarif"],
            FindingsFormat::Junit => &["xml"],
            FindingsFormat::Markdown => &["md", "markdown"],
            FindingsFormat::Github | FindingsFormat::Gitlab => &[],
        }
    }

    /// The format that a file's ending means.
    pub fn from_ending(ending: &str) -> Option<Self> {
        let lower = ending.to_ascii_lowercase();
        Self::iter().find(|format| format.endings().contains(&lower.as_str()))
    }
}

/// Writes the answer of a check in a format.
pub fn render_findings(checked: &Checked, format: FindingsFormat, style: Style, out: &mut dyn Write) -> io::Result<()> {
    match format {
        FindingsFormat::Human => human::write(checked, style, out),
        FindingsFormat::Json => json::write(&checked.value, out),
        FindingsFormat::Github => github::write(checked, out),
        FindingsFormat::Gitlab => gitlab::write(checked, out),
        FindingsFormat::Sarif => sarif::write(checked, out),
        FindingsFormat::Junit => junit::write(checked, out),
        FindingsFormat::Markdown => markdown::write(checked.page(), out),
    }
}
