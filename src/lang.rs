//! The languages that tenbin speaks, and the one way from a message's name to its sentence.
//!
//! The sentences stand in `locales/*/*.ftl` (Project Fluent); nothing else in the library holds words for people.
//! `tests/locales.rs` proves that both files have the same messages with the same arguments.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// A language of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English
    #[default]
    En,
    /// 日本語
    Ja,
}

/// The arguments of a message, by name.
pub type Words<'a> = FluentArgs<'a>;

type Bundle = FluentBundle<FluentResource>;

impl Lang {
    /// Every language, in the order in which they are listed.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Ja];

    /// The language's code, as `--lang` takes it: `en`, `ja`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ja => "ja",
        }
    }

    /// The language for a locale name such as `ja_JP.UTF-8`; everything that isn't Japanese is English.
    pub fn from_locale(name: &str) -> Lang {
        let language = name.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ja") { Lang::Ja } else { Lang::En }
    }

    /// The texts of the language's message files: what reports say, findings, and the help.
    pub fn messages(self) -> [&'static str; 3] {
        match self {
            Lang::En => [
                include_str!("../locales/en/interface.ftl"),
                include_str!("../locales/en/findings.ftl"),
                include_str!("../locales/en/help.ftl"),
            ],
            Lang::Ja => [
                include_str!("../locales/ja/interface.ftl"),
                include_str!("../locales/ja/findings.ftl"),
                include_str!("../locales/ja/help.ftl"),
            ],
        }
    }

    /// The explanations of the rules in the language, one text a family, in the order of the families.
    pub fn rules(self) -> [&'static str; 12] {
        match self {
            Lang::En => [
                include_str!("../locales/en/rules/file.md"),
                include_str!("../locales/en/rules/headers.md"),
                include_str!("../locales/en/rules/ratings.md"),
                include_str!("../locales/en/rules/identity.md"),
                include_str!("../locales/en/rules/judgement.md"),
                include_str!("../locales/en/rules/decision.md"),
                include_str!("../locales/en/rules/safety.md"),
                include_str!("../locales/en/rules/sheets.md"),
                include_str!("../locales/en/rules/ballots.md"),
                include_str!("../locales/en/rules/results.md"),
                include_str!("../locales/en/rules/planning.md"),
                include_str!("../locales/en/rules/config.md"),
            ],
            Lang::Ja => [
                include_str!("../locales/ja/rules/file.md"),
                include_str!("../locales/ja/rules/headers.md"),
                include_str!("../locales/ja/rules/ratings.md"),
                include_str!("../locales/ja/rules/identity.md"),
                include_str!("../locales/ja/rules/judgement.md"),
                include_str!("../locales/ja/rules/decision.md"),
                include_str!("../locales/ja/rules/safety.md"),
                include_str!("../locales/ja/rules/sheets.md"),
                include_str!("../locales/ja/rules/ballots.md"),
                include_str!("../locales/ja/rules/results.md"),
                include_str!("../locales/ja/rules/planning.md"),
                include_str!("../locales/ja/rules/config.md"),
            ],
        }
    }

    /// The sentence of the message `id` (`name` or `name.attribute`) with its arguments filled in.
    ///
    /// A message that doesn't exist comes back as its own name; the tests see to it that none is missing.
    pub fn say(self, id: &str, words: &Words<'_>) -> String {
        self.find(id, words).unwrap_or_else(|| id.to_owned())
    }

    /// The sentence of a message without arguments.
    pub fn text(self, id: &str) -> String {
        self.say(id, &Words::new())
    }

    /// Like [`Lang::say`], `None` where there is no such message.
    pub fn find(self, id: &str, words: &Words<'_>) -> Option<String> {
        let (name, attribute) = id.split_once('.').map_or((id, None), |(name, attribute)| (name, Some(attribute)));
        let (bundle, message) = Self::files_with(name)
            .into_iter()
            .find_map(|file| Some((self.bundle(file), self.bundle(file).get_message(name)?)))?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let sentence: Cow<'_, str> = bundle.format_pattern(pattern, Some(words), &mut errors);
        Some(sentence.into_owned())
    }

    /// Where to look for a message, as places in [`Lang::messages`]. No message refers to one of another file, so that each
    /// file is parsed only when somebody asks for something that may be in it.
    fn files_with(name: &str) -> [usize; 3] {
        if name.starts_with("help-") || name.starts_with("usage-") { [2, 0, 1] } else { [0, 1, 2] }
    }

    fn bundle(self, file: usize) -> &'static Bundle {
        static BUNDLES: [[OnceLock<Bundle>; 3]; 2] = [const { [const { OnceLock::new() }; 3] }; 2];
        BUNDLES[self as usize][file].get_or_init(|| {
            let id: LanguageIdentifier = self.code().parse().unwrap_or_default();
            let mut bundle = Bundle::new_concurrent(vec![id]);
            // The marks that isolate right-to-left text are control characters: a terminal must not get them.
            bundle.set_use_isolating(false);
            let text = self.messages()[file];
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
            bundle
        })
    }
}

/// `say!(lang, "message-id", name = value, …)`: the sentence of a message in a language.
#[macro_export]
macro_rules! say {
    ($lang:expr, $id:expr $(, $name:ident = $value:expr)* $(,)?) => {{
        #[allow(unused_mut, reason = "a message may have no arguments")]
        let mut words = $crate::lang::Words::new();
        $( words.set(stringify!($name), $value); )*
        $lang.say($id, &words)
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_name_chooses_the_language() {
        assert_eq!(Lang::from_locale("ja_JP.UTF-8"), Lang::Ja);
        assert_eq!(Lang::from_locale("ja"), Lang::Ja);
        assert_eq!(Lang::from_locale("C"), Lang::En);
        assert_eq!(Lang::from_locale("POSIX"), Lang::En);
        assert_eq!(Lang::from_locale(""), Lang::En);
        assert_eq!(Lang::from_locale("jav_ID"), Lang::En);
    }

    #[test]
    fn the_message_files_parse_without_an_error() {
        for lang in Lang::ALL {
            for text in lang.messages() {
                assert!(FluentResource::try_new(text.to_owned()).is_ok(), "{}: {}", lang.code(), &text[..40]);
            }
        }
    }
}
