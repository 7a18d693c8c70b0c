//! The rules: a code, a family and a severity for each defect that tenbin knows.
//!
//! The sentence, the help and the summary of a rule stand in the locales under its code, its explanation with a bad and
//! a good example in `locales/*/rules/FAMILY.md`.

use strum::{EnumCount, EnumIter, EnumString, IntoEnumIterator, IntoStaticStr};

use super::Severity;

/// A defect that tenbin recognises. The code names the defect, in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumCount, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[allow(missing_docs, reason = "each variant is documented by its message in the locales")]
pub enum Rule {
    // The file.
    NotText,
    WrongEncoding,
    GuessedEncoding,
    LostCharacter,
    Mojibake,
    EmptyFile,
    NoItems,
    UnclosedQuote,
    StrayQuote,
    RaggedHeader,
    RaggedRow,
    BlankRow,
    SwallowedLines,
    TitleRows,
    TotalRow,
    SecondTable,
    MergeConflict,
    CellTooLong,
    TooManyColumns,
    FileTooLarge,
    BrokenWorkbook,
    WorkbookTooLarge,
    UnknownSheet,
    ChosenSheet,
    HiddenRows,
    OutsideCells,
    RoundedNumbers,
    // The headers.
    MissingColumn,
    MisspeltColumn,
    DuplicateColumn,
    AmbiguousColumn,
    SharedColumn,
    NoIdColumn,
    NoTitleColumn,
    TieBreakWithoutColumn,
    // The ratings.
    MissingRating,
    NotANumber,
    ExcelConverted,
    OutOfScale,
    TooManyDigits,
    FullWidthDigits,
    DecimalRating,
    DivisionByZero,
    ScoreTooLarge,
    // The identity of items.
    DuplicateId,
    LookAlikeId,
    BlankId,
    BlankTitle,
    DuplicateTitle,
    ExcelDamagedId,
    // What the ratings say of the rating.
    ConstantCriterion,
    RedundantCriteria,
    FlatItem,
    DominatedItem,
    UnusedScale,
    FactorBesideParts,
    // What the decision hangs on.
    TieAtCutoff,
    FragileCutoff,
    UncertainAtCutoff,
    // What other programs could do with a cell.
    FormulaCell,
    ControlCharacter,
    // What the sheets of a workshop say together.
    BlankRater,
    DuplicateRater,
    FewRaters,
    ItemTwice,
    MissingItem,
    ExtraItem,
    DifferentTitle,
    MissingCriterion,
    UnratedCriterion,
    MixedCriteria,
    TeamWithoutSheet,
    UnknownItem,
    UnknownCriterion,
    BlankDecision,
    DecidedTwice,
    RecordedTwice,
    UnreadableRecord,
    // Who picked what.
    BlankVoter,
    BlankAudience,
    BlankPick,
    TooManyPicks,
    PickedTwice,
    UnknownAction,
    NoBallots,
    // What was measured, and how a goal is worked back.
    UnknownDirection,
    RepeatedResult,
    MixedPercent,
    BlankFigure,
    NoPlannedImprovement,
    NotADate,
    MeasuredBeforeStart,
    FractionQuantity,
    UnscoredResult,
    ScoredTwice,
    UnratedRanking,
    BlankStage,
    RepeatedStage,
    TooFewStages,
    UnknownOrder,
    MissingRate,
    MissingCount,
    BadRate,
    RateAfterLast,
    RateDiffers,
    BestBelowRate,
    RisingCount,
    UnknownStage,
    // What is planned, and who does it.
    IncompleteItem,
    UnknownMark,
    UnknownPredecessor,
    CircularPrecedence,
    MustAndSkip,
    UnplannableMust,
    BlockedMust,
    TooManyMusts,
    BlankPerson,
    DuplicatePerson,
    BadAmount,
    UnavailableOwner,
    OwnerWithoutSkill,
    UnavailableSkill,
    OverloadedPerson,
    // The weights file.
    BadToml,
    EmptyConfig,
    UnknownKey,
    WrongType,
    MissingKey,
    BadSetting,
    UnknownRule,
    BadWeight,
    PartialWeights,
    ZeroWeights,
    UnknownModel,
    UnknownScenario,
    EmptyScenario,
    BadModel,
    BadScale,
    MixedScales,
    UnusedCriterion,
    BadWord,
    UnusedWeights,
    UnusedIgnore,
    ExpiredIgnore,
    ResolvedFinding,
}

/// Rules of one kind. Their explanations share a file, their functions a file of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Family {
    /// Whether the file is a sound table.
    File,
    /// Whether each column is known.
    Headers,
    /// Whether each rating can be read.
    Ratings,
    /// Whether each item is one, and told from the others.
    Identity,
    /// Whether the ratings tell the items apart.
    Judgement,
    /// Whether the answer is safe to act on.
    Decision,
    /// Whether a cell could harm those who open it elsewhere.
    Safety,
    /// Whether the sheets of a workshop go together, and what was decided with them.
    Sheets,
    /// Whether each ballot of a vote can be counted.
    Ballots,
    /// Whether results and stages can be worked with.
    Results,
    /// Whether what is planned can be, and whether there are people for it.
    Planning,
    /// Whether the weights file, its policy and the baseline are sound.
    Config,
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
            | Rule::Mojibake
            | Rule::BlankRow
            | Rule::SwallowedLines
            | Rule::OutsideCells
            | Rule::TitleRows
            | Rule::TotalRow
            | Rule::NoIdColumn
            | Rule::TieBreakWithoutColumn
            | Rule::MissingRating
            | Rule::DecimalRating
            | Rule::DivisionByZero
            | Rule::ScoreTooLarge
            | Rule::LookAlikeId
            | Rule::BlankTitle
            | Rule::DuplicateTitle
            | Rule::ExcelDamagedId
            | Rule::ConstantCriterion
            | Rule::RedundantCriteria
            | Rule::FlatItem
            | Rule::UnusedScale
            | Rule::FactorBesideParts
            | Rule::TieAtCutoff
            | Rule::FragileCutoff
            | Rule::UncertainAtCutoff
            | Rule::FormulaCell
            | Rule::ControlCharacter
            | Rule::BlankRater
            | Rule::FewRaters
            | Rule::ItemTwice
            | Rule::MissingItem
            | Rule::ExtraItem
            | Rule::DifferentTitle
            | Rule::MissingCriterion
            | Rule::TeamWithoutSheet
            | Rule::BlankDecision
            | Rule::RecordedTwice
            | Rule::UnreadableRecord
            | Rule::BlankVoter
            | Rule::BlankAudience
            | Rule::BlankPick
            | Rule::TooManyPicks
            | Rule::PickedTwice
            | Rule::UnknownAction
            | Rule::BlankFigure
            | Rule::NoPlannedImprovement
            | Rule::NotADate
            | Rule::MeasuredBeforeStart
            | Rule::FractionQuantity
            | Rule::UnscoredResult
            | Rule::ScoredTwice
            | Rule::UnratedRanking
            | Rule::RateDiffers
            | Rule::BestBelowRate
            | Rule::RisingCount
            | Rule::UnknownStage
            | Rule::IncompleteItem
            | Rule::OwnerWithoutSkill
            | Rule::OverloadedPerson
            | Rule::EmptyScenario
            | Rule::MixedScales
            | Rule::UnusedCriterion
            | Rule::UnusedIgnore
            | Rule::ExpiredIgnore => Severity::Warning,
            Rule::ChosenSheet
            | Rule::HiddenRows
            | Rule::RoundedNumbers
            | Rule::NoTitleColumn
            | Rule::FullWidthDigits
            | Rule::DominatedItem
            | Rule::UnusedWeights => Severity::Note,
            _ => Severity::Error,
        }
    }

    /// How much it weighs for `check`, which asks whether a backlog is ready; `None` where the rule is off until a
    /// policy turns it on.
    pub fn severity_in_check(self) -> Option<Severity> {
        match self {
            Rule::MissingRating => Some(Severity::Error),
            Rule::DecimalRating => None,
            _ => Some(self.severity()),
        }
    }

    /// Whether its findings are about one item each.
    pub fn is_about_items(self) -> bool {
        match self.family() {
            Family::Ratings | Family::Identity | Family::Safety => true,
            _ => matches!(
                self,
                Rule::RaggedRow | Rule::TotalRow | Rule::FlatItem | Rule::DominatedItem | Rule::UncertainAtCutoff
            ),
        }
    }

    /// Whether a finding of it keeps `check` from running: the policy that could overlook it is in the same file.
    pub fn stops_check(self) -> bool {
        self.family() == Family::Config && self.severity() == Severity::Error && self != Rule::ResolvedFinding
    }

    /// The kind of the rule.
    pub fn family(self) -> Family {
        /// The last rule of each family: the list above stands family by family.
        const LAST: [(Rule, Family); 12] = [
            (Rule::RoundedNumbers, Family::File),
            (Rule::TieBreakWithoutColumn, Family::Headers),
            (Rule::ScoreTooLarge, Family::Ratings),
            (Rule::ExcelDamagedId, Family::Identity),
            (Rule::FactorBesideParts, Family::Judgement),
            (Rule::UncertainAtCutoff, Family::Decision),
            (Rule::ControlCharacter, Family::Safety),
            (Rule::UnreadableRecord, Family::Sheets),
            (Rule::NoBallots, Family::Ballots),
            (Rule::UnknownStage, Family::Results),
            (Rule::OverloadedPerson, Family::Planning),
            (Rule::ResolvedFinding, Family::Config),
        ];
        LAST.iter().find(|(last, _)| self <= *last).map_or(Family::Config, |(_, family)| *family)
    }

    /// Every rule, in the order of the list above: family by family.
    pub fn all() -> impl Iterator<Item = Rule> {
        Rule::iter()
    }

    /// The rule with a code.
    pub fn find(code: &str) -> Option<Rule> {
        code.parse().ok()
    }
}

impl Family {
    /// The name of its files, such as `ratings`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Every family, in the order of the rules.
    pub fn all() -> impl Iterator<Item = Family> {
        Family::iter()
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

    #[test]
    fn the_rules_stand_family_by_family() {
        assert!(Rule::all().map(Rule::family).is_sorted());
    }

    #[test]
    fn a_code_finds_its_rule() {
        assert!(Rule::all().all(|rule| Rule::find(rule.code()) == Some(rule)));
        assert_eq!(Rule::find("nonsense"), None);
    }
}
