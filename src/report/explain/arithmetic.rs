//! How a factor's value comes of its parts, written so that a person can check it.

use num_rational::BigRational;
use num_traits::Zero;

use crate::analysis::{Breakdown, Turn};
use crate::decimal::Decimal;
use crate::model::{Combine, Model};
use crate::scoring::Exact;

/// How many places the arithmetic shows; what needs more gets a `≈`.
const PLACES: u32 = 6;

/// How a factor's value comes of its parts, such as `(4 × 9 + 3 × 8) ÷ 7`.
pub(super) fn expression(model: &Model, part: &Breakdown) -> Option<String> {
    let combine = model.nodes[part.node].combine().filter(|_| !part.parts.is_empty())?;
    let equal = part.parts.iter().all(|child| child.weight == part.parts[0].weight);
    let plain = |child: &Breakdown| child.weight == Decimal::ONE;
    Some(match combine {
        Combine::Mean => {
            let (sum, divisor) = if equal {
                (join(part, " + ", |child| number(&child.counted)), part.parts.len().to_string())
            } else {
                let term = |child: &Breakdown| format!("{} × {}", child.weight, number(&child.counted));
                (join(part, " + ", term), number(&sum_of_weights(part)))
            };
            format!("({sum}) ÷ {divisor}")
        }
        Combine::Sum => join(part, " + ", |child| {
            if plain(child) {
                number(&child.counted)
            } else {
                format!("{} × {}", child.weight, number(&child.counted))
            }
        }),
        Combine::Product => {
            product(part, |child| if plain(child) { String::new() } else { format!("^{}", child.weight) })
        }
        Combine::GeometricMean if equal => format!("({})^(1 ÷ {})", product(part, |_| String::new()), part.parts.len()),
        Combine::GeometricMean => {
            let factors = product(part, |child| format!("^{}", child.weight));
            format!("({factors})^(1 ÷ {})", number(&sum_of_weights(part)))
        }
    })
}

fn join(part: &Breakdown, sign: &str, term: impl Fn(&Breakdown) -> String) -> String {
    part.parts.iter().map(term).collect::<Vec<_>>().join(sign)
}

/// Factors with their exponents, those that divide behind a `÷`.
fn product(part: &Breakdown, exponent: impl Fn(&Breakdown) -> String) -> String {
    let mut text = String::new();
    for child in &part.parts {
        let sign = match (text.is_empty(), child.turns.contains(&Turn::Divides)) {
            (true, false) => "",
            (true, true) => "1 ÷ ",
            (false, true) => " ÷ ",
            (false, false) => " × ",
        };
        text.push_str(&format!("{sign}{}{}", number(&child.counted), exponent(child)));
    }
    text
}

fn sum_of_weights(part: &Breakdown) -> Exact {
    let weights = part.parts.iter().map(|child| Exact::from(child.weight).to_ratio());
    Exact::from(weights.fold(BigRational::zero(), |sum, weight| sum + weight))
}

/// A number as the arithmetic shows it.
pub(super) fn number(value: &Exact) -> String {
    value.shortened(PLACES)
}

/// A number for a sentence: with a `≈` where it is rounded.
pub(super) fn about(value: &Exact) -> String {
    if is_short(value) { number(value) } else { format!("≈ {}", number(value)) }
}

/// Whether the arithmetic shows the whole number.
pub(super) fn is_short(value: &Exact) -> bool {
    value.shortened(PLACES).parse::<f64>().is_ok_and(|shown| shown == value.to_f64())
}
