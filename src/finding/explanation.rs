//! What a rule is about, at length: its explanation and its examples, out of the language's texts.
//!
//! A text is Markdown of one form: `## CODE`, paragraphs, and fenced blocks whose info string says what they hold and
//! whether they break the rule: `csv bad`, `toml good`, `csv bad bytes`.

use crate::lang::Lang;

use super::Rule;

/// The explanation of a rule in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// What the rule sees, why it matters, what to do.
    pub paragraphs: Vec<String>,
    /// Files that break the rule, and files that don't.
    pub examples: Vec<Example>,
}

/// One file of an example, or the command line for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What it is: `csv`, `sheet` (the sheets of a workbook, each under a `#` and its name), `toml`, `console`.
    pub kind: String,
    /// Whether it is as it should be.
    pub is_good: bool,
    /// What else is said of it: `bytes` where it holds escaped bytes, `abridged`, `baseline`.
    pub options: Vec<String>,
    /// The text.
    pub text: String,
}

impl Rule {
    /// What the rule is about, in a language.
    pub fn explanation(self, lang: Lang) -> Explanation {
        let text = lang.rules()[self.family() as usize];
        let mut lines = text.lines().skip_while(|line| line.strip_prefix("## ") != Some(self.code())).skip(1);
        let mut explanation = Explanation::default();
        let mut paragraph = String::new();
        while let Some(line) = lines.next().filter(|line| !line.starts_with("## ")) {
            if let Some(info) = line.strip_prefix("```") {
                let content: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
                explanation.examples.push(example(info, &content));
            } else if !line.trim().is_empty() {
                // A Japanese line goes on without a space.
                if !paragraph.is_empty() && lang == Lang::En {
                    paragraph.push(' ');
                }
                paragraph.push_str(line.trim());
            } else if !paragraph.is_empty() {
                explanation.paragraphs.push(std::mem::take(&mut paragraph));
            }
        }
        explanation
    }
}

fn example(info: &str, content: &[&str]) -> Example {
    let mut words = info.split_whitespace().map(str::to_owned);
    let kind = words.next().unwrap_or_default();
    let is_good = words.next().as_deref() == Some("good");
    let text = content.iter().flat_map(|line| [line, "\n"]).collect();
    Example { kind, is_good, options: words.collect(), text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_explained_with_a_bad_and_a_good_example_in_every_language() {
        for lang in Lang::ALL {
            for rule in Rule::all() {
                let explanation = rule.explanation(lang);
                let name = format!("{} {}", lang.code(), rule.code());
                assert!(!explanation.paragraphs.is_empty(), "{name}: nothing is said");
                for wanted in [false, true] {
                    let found = explanation.examples.iter().any(|example| example.is_good == wanted);
                    assert!(found, "{name}: no example that is {}", if wanted { "good" } else { "bad" });
                }
            }
        }
    }
}
