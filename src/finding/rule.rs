//! The rules: a code and a severity for each defect that tenbin knows.
//!
//! The sentence, the help and the summary of a rule stand in the locales under its code.

use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

use super::Severity;

/// A defect that tenbin recognises. The code names the defect, in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[allow(missing_docs, reason = "each variant is documented by its message in the locales")]
pub enum Rule {
    // The file.
    NotText,
    WrongEncoding,
    GuessedEncoding,
    LostCharacter,
    EmptyFile,
    NoItems,
    UnclosedQuote,
    StrayQuote,
    RaggedHeader,
    RaggedRow,
    BlankRow,
    SwallowedLines,
    TitleRows,
    CellTooLong,
    TooManyColumns,
    FileTooLarge,
    // The headers.
    MissingColumn,
    AmbiguousColumn,
    NoIdColumn,
    FactorBesideParts,
    SharedColumn,
    TieBreakWithoutColumn,
    // The ratings.
    MissingRating,
    NotANumber,
    OutOfScale,
    TooManyDigits,
    FullWidthDigits,
    DivisionByZero,
    ScoreTooLarge,
    // The identity of items.
    DuplicateId,
    LookAlikeId,
    BlankId,
    BlankTitle,
    // The weights file.
    BadToml,
    EmptyConfig,
    UnknownKey,
    WrongType,
    BadWeight,
    PartialWeights,
    ZeroWeights,
    UnknownModel,
    UnknownScenario,
    BadModel,
    BadScale,
    MixedScales,
    UnusedCriterion,
    BadWord,
    UnusedWeights,
}

impl Rule {
    /// The rule's name in reports and in the weights file, such as `duplicate-id`.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// How much a finding of this rule weighs unless a policy says otherwise.
    pub fn severity(self) -> Severity {
        match self {
            Rule::GuessedEncoding
            | Rule::LostCharacter
            | Rule::BlankRow
            | Rule::SwallowedLines
            | Rule::TitleRows
            | Rule::NoIdColumn
            | Rule::FactorBesideParts
            | Rule::MissingRating
            | Rule::TieBreakWithoutColumn
            | Rule::DivisionByZero
            | Rule::ScoreTooLarge
            | Rule::LookAlikeId
            | Rule::MixedScales
            | Rule::UnusedCriterion
            | Rule::BlankTitle => Severity::Warning,
            Rule::FullWidthDigits | Rule::UnusedWeights => Severity::Note,
            _ => Severity::Error,
        }
    }

    /// Every rule, in the order of the list above.
    pub fn all() -> impl Iterator<Item = Rule> {
        Rule::iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn every_rule_has_a_sentence_and_a_help_in_every_language() {
        for lang in Lang::ALL {
            for rule in Rule::all() {
                let words = crate::lang::Words::new();
                assert!(lang.find(rule.code(), &words).is_some(), "{} {}", lang.code(), rule.code());
                let help = format!("{}.help", rule.code());
                assert!(lang.find(&help, &words).is_some(), "{} {help}", lang.code());
            }
        }
    }
}
