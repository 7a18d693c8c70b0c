//! When two names mean the same: headers, words in cells and keys are compared folded.

use unicode_normalization::UnicodeNormalization;

/// A name without what people vary in typing it: NFKC, lower case, no spaces, `_` or `-`.
pub fn fold(name: &str) -> String {
    let kept = |character: &char| !character.is_whitespace() && *character != '_' && *character != '-';
    name.nfkc().flat_map(char::to_lowercase).map(alike).filter(kept).collect()
}

/// A cell's text without what people vary in typing it: NFKC, lower case, one space where there are several, none around it.
/// Other than in a name, a `-` may be what tells two texts apart.
pub(super) fn fold_text(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).map(alike).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A Jira custom field's own name out of its folded header: `customfield(x)` is `x`.
pub(super) fn unwrapped(folded: &str) -> Option<&str> {
    let inner = folded.strip_prefix("customfield(").or_else(|| folded.strip_prefix("カスタムフィールド("))?;
    inner.strip_suffix(')')
}

/// One character for those that NFKC leaves apart and that look the same on screen: circles and wave dashes.
pub(super) fn alike(character: char) -> char {
    match character {
        '〇' | '◯' => '○',
        '〜' => '~',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_vary_makes_no_difference() {
        assert_eq!(fold("Customer Impact"), fold("customer_impact"));
        assert_eq!(fold("ＥＡＳＥ"), fold("ease"));
        assert_eq!(fold("ビジネスインパクト"), fold("ビシ\u{3099}ネスインハ\u{309A}クト"));
        assert_eq!(fold("顧客\n影響度"), fold("顧客影響度"));
        assert_ne!(fold("ease\u{200b}"), fold("ease"));
    }

    #[test]
    fn texts_are_the_same_whatever_their_case_width_and_spaces() {
        assert_eq!(fold_text(" Ｔo-Ｂe\u{3000}"), fold_text("to-be"));
        assert_eq!(fold_text("Customer  success"), fold_text("customer\nSuccess"));
        assert_eq!(fold_text(" \u{3000} "), "");
        assert_ne!(fold_text("-1"), fold_text("1"));
    }

    #[test]
    fn a_custom_field_has_its_own_name() {
        assert_eq!(unwrapped(&fold("Custom field (Customer impact)")), Some("customerimpact"));
        assert_eq!(unwrapped(&fold("カスタムフィールド（容易さ）")), Some("容易さ"));
        assert_eq!(unwrapped(&fold("ease")), None);
    }
}
