//! The model's tree as formulas of a spreadsheet, with functions that Excel, LibreOffice and Google Sheets share.
//!
//! A spreadsheet has doubles alone, so ties are made thus: a mean or a sum on a bounded scale is rounded near the end of
//! what a double holds, where nothing but noise is lost; and a rank counts the scores that are higher by more than a
//! billionth of a thousandth. Scores that are equal differ by a hundredth of that, whichever way they were reached; and
//! there is no edge that falls between two doubles of one number, as there would be if scores were rounded.
//!
//! A weight of nought takes a child out here as well. What a weight can't change in a workbook is which scale a mean over
//! differing scales is mapped onto: it stays the one of the weights that the workbook was made with.

use crate::model::{Combine, Direction, Kind, Model, NodeId, ROOT, Scale};
use crate::scoring::{Counted, Exact, Plan};

/// Two scores closer than this part of them are one.
const TOLERANCE: &str = "1E-12";
/// The digits of a double that sums of a few terms have right, with one to spare.
const DIGITS: i32 = 14;
/// The longest formula that Excel takes.
const LONGEST: usize = 8192;
/// The most arguments that Excel's functions take.
const MOST_ARGUMENTS: usize = 255;
/// What stands for the row's number in a formula until it is known.
const ROW: char = '#';

/// Where the formulas find what they are made of.
pub(super) struct Places<'a> {
    pub(super) model: &'a Model,
    pub(super) plan: &'a Plan,
    /// The name of a node's weight.
    pub(super) weight: Box<dyn Fn(NodeId) -> String + 'a>,
    /// The column that holds a node's value.
    pub(super) column: Box<dyn Fn(NodeId) -> Option<String> + 'a>,
    /// The first and the last row.
    pub(super) rows: (usize, usize),
}

/// A formula for every row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Formula(String);

impl Formula {
    /// The formula of one row.
    pub(super) fn at(&self, row: usize) -> String {
        self.0.replace(ROW, &row.to_string())
    }
}

/// The ends of what a node's value can be, as expressions: they move with weights.
type Ends = Option<(String, String)>;

impl Places<'_> {
    /// What a node is computed with; `None` where that is more than Excel takes.
    pub(super) fn value(&self, node: NodeId) -> Option<Formula> {
        let combine = self.model.nodes[node].combine()?;
        let children = self.children(node);
        if children.len() + self.line(node).len() > MOST_ARGUMENTS {
            return None;
        }
        let rated = |&child: &NodeId| Some(format!("OR({}=0,ISNUMBER({}))", self.weight(child), self.cell(child)?));
        let mut rated: Vec<String> = children.iter().map(rated).collect::<Option<_>>()?;
        // A factor that takes no part has no value, and decides nothing.
        rated.extend(self.line(node).into_iter().map(|part| format!("{}<>0", self.weight(part))));
        let value = match combine {
            Combine::Mean => self.mean(node, &children)?,
            Combine::Sum => self.terms(&children, |_, value| value)?,
            Combine::Product | Combine::GeometricMean => self.product(&children, combine)?,
        };
        let value = self.rounded(node, combine, value);
        self.checked(format!("IFERROR(IF(AND({}),{value},\"\"),\"\")", rated.join(",")))
    }

    /// The rank of a score in a column: one more than the number of scores that are higher, and of equal ones that the
    /// criteria in `tie_break` put higher.
    pub(super) fn rank(&self, score: &str, tie_break: &[NodeId]) -> Option<Formula> {
        let (own, all) = (format!("${score}{ROW}"), self.all(score));
        let (below, above) = around(&own, self.plan.bounds(ROOT).is_some_and(|ends| is_negative(&ends.0)));
        let mut rank = if self.scores_are_plain() {
            format!("1+COUNTIF({all},\">\"&{above})")
        } else {
            format!("1+SUMPRODUCT(ISNUMBER({all})*({all}>{above}))")
        };
        let mut same = format!("ISNUMBER({all})*({all}>={below})*({all}<={above})");
        for &node in tie_break {
            let Some(column) = (self.column)(node) else { continue };
            let (own, all) = (format!("${column}{ROW}"), self.all(&column));
            // What is rated is what it is; what is computed has noise in its last digits.
            let is_rated = !self.plan.factors().contains(&node);
            let (below, above) = if is_rated { (own.clone(), own.clone()) } else { around(&format!("N({own})"), true) };
            let better =
                if self.model.raises_score(node) { format!("{all}>{above}") } else { format!("{all}<{below}") };
            // A blank stands behind every number, and beside another blank.
            rank += &format!("+SUMPRODUCT({same}*ISNUMBER({all})*((({better})+1-ISNUMBER({own}))>0))");
            same += &format!(
                "*(ISNUMBER({all})=ISNUMBER({own}))*((({all}>={below})*({all}<={above})+1-ISNUMBER({own}))>0)"
            );
        }
        self.checked(format!("IF(ISNUMBER({own}),{rank},\"\")"))
    }

    /// The rank within a group, from the ranks among all and the names of the groups, each in a column.
    pub(super) fn group_rank(&self, rank: &str, group: &str) -> Option<Formula> {
        let (ranks, groups) = (self.all(rank), self.all(group));
        let higher = format!("({groups}=${group}{ROW})*ISNUMBER({ranks})*({ranks}<${rank}{ROW})");
        self.checked(format!("IF(ISNUMBER(${rank}{ROW}),1+SUMPRODUCT({higher}),\"\")"))
    }

    /// Whether scores are of a size that a condition's text has all digits of. `COUNTIF`, which takes one, is several
    /// times as fast; but LibreOffice writes twenty places into the text, too few for very small numbers.
    fn scores_are_plain(&self) -> bool {
        match (self.model.nodes[ROOT].combine(), self.plan.bounds(ROOT)) {
            (Some(Combine::Mean | Combine::GeometricMean), Some(_)) => true,
            (Some(Combine::Product), Some((low, _))) => low.to_f64() >= 1.0,
            _ => false,
        }
    }

    /// The children in use of a computed node.
    pub(super) fn children(&self, node: NodeId) -> Vec<NodeId> {
        self.model.nodes[node].children.iter().copied().filter(|&child| self.plan.uses(child)).collect()
    }

    /// A node and the factors above it, without the root.
    fn line(&self, node: NodeId) -> Vec<NodeId> {
        let parent = |node: &NodeId| self.model.nodes[*node].parent;
        std::iter::successors(Some(node), parent).filter(|&node| node != ROOT).collect()
    }

    fn weight(&self, node: NodeId) -> String {
        (self.weight)(node)
    }

    fn cell(&self, node: NodeId) -> Option<String> {
        Some(format!("${}{ROW}", (self.column)(node)?))
    }

    fn all(&self, column: &str) -> String {
        format!("${column}${}:${column}${}", self.rows.0, self.rows.1)
    }

    fn checked(&self, formula: String) -> Option<Formula> {
        // Every place for the row's number takes seven digits at most.
        let longest = formula.len() + 6 * formula.matches(ROW).count();
        (longest < LONGEST).then_some(Formula(formula))
    }

    /// (Σ w·u) ÷ Σ w, each child mapped onto the node's own scale where it has another.
    fn mean(&self, node: NodeId, children: &[NodeId]) -> Option<String> {
        let onto = self.own_scale(node);
        let mapped = |child: NodeId, value: String| match (&onto, self.ends(child)) {
            (Some((low, high)), Some((from, to))) if (low, high) != (&from, &to) => {
                format!("({low}+({value}-{from})*({high}-{low})/({to}-{from}))")
            }
            _ => value,
        };
        Some(format!("({})/({})", self.terms(children, mapped)?, self.sum_of_weights(children)))
    }

    /// Σ w·u
    fn terms(&self, children: &[NodeId], map: impl Fn(NodeId, String) -> String) -> Option<String> {
        let term = |&child: &NodeId| Some(format!("{}*{}", self.weight(child), map(child, self.counted(child)?)));
        Some(children.iter().map(term).collect::<Option<Vec<_>>>()?.join("+"))
    }

    /// Π u^w, under a geometric mean with shares for weights; a cost quantity divides.
    fn product(&self, children: &[NodeId], combine: Combine) -> Option<String> {
        let sum = self.sum_of_weights(children);
        let factor = |&child: &NodeId| {
            let weight = self.weight(child);
            let exponent = match combine {
                Combine::GeometricMean => format!("({weight}/({sum}))"),
                _ => weight.clone(),
            };
            let sign = if self.divides(child) { "-" } else { "" };
            Some(format!("IF({weight}=0,1,{}^{sign}{exponent})", self.counted(child)?))
        };
        Some(children.iter().map(factor).collect::<Option<Vec<_>>>()?.join("*"))
    }

    fn sum_of_weights(&self, children: &[NodeId]) -> String {
        children.iter().map(|&child| self.weight(child)).collect::<Vec<_>>().join("+")
    }

    /// A child's value as it counts, but for dividing.
    fn counted(&self, child: NodeId) -> Option<String> {
        let cell = self.cell(child)?;
        // A factor without a value is an empty text, which a weight of nought couldn't take out.
        let value = if self.plan.factors().contains(&child) { format!("N({cell})") } else { cell };
        if !self.is_cost(child) {
            return Some(value);
        }
        let fixed = self.plan.bounds(child).map(|(low, high)| (literal(&low), literal(&high)));
        Some(match (self.ends(child), self.plan.counted(child)) {
            (ends, Counted::Reversed(sum)) if ends == fixed => format!("({}-{value})", literal(&sum)),
            (Some((low, high)), _) => format!("({low}+{high}-{value})"),
            (None, _) => value,
        })
    }

    fn is_cost(&self, node: NodeId) -> bool {
        self.model.nodes[node].direction == Direction::Cost
    }

    fn divides(&self, node: NodeId) -> bool {
        self.is_cost(node) && self.plan.bounds(node).is_none()
    }

    /// The value without the noise of a double's last digits, where a scale says how large it is.
    ///
    /// A product is left as it is, because its size says nothing of its digits, unless it is reversed.
    fn rounded(&self, node: NodeId, combine: Combine, value: String) -> String {
        match self.plan.bounds(node) {
            Some((low, high)) if !combine.multiplies() || self.is_cost(node) && node != ROOT => {
                let largest = low.to_f64().abs().max(high.to_f64().abs()).max(1.0);
                format!("ROUND({value},{})", DIGITS - largest.log10().ceil() as i32)
            }
            _ => value,
        }
    }

    /// The scale onto which a mean maps its children; `None` where they have one scale and it declares none.
    fn own_scale(&self, node: NodeId) -> Ends {
        let literal = |(low, high): (Exact, Exact)| (literal(&low), literal(&high));
        match self.model.nodes[node].kind {
            Kind::Factor { scale: Some((low, high)), .. } => Some(literal((low.into(), high.into()))),
            _ if self.plan.assumed_scales().contains(&node) => self.plan.bounds(node).map(literal),
            _ => None,
        }
    }

    /// The lowest and the highest value of a node, as it follows from the scales of what it is made of.
    fn ends(&self, node: NodeId) -> Ends {
        let bounds = self.plan.bounds(node)?;
        let factors = self.plan.factors();
        if !factors.contains(&node) {
            return match self.model.rated_on(node) {
                Scale::Bounded(low, high) => Some((literal(&low.into()), literal(&high.into()))),
                Scale::Quantity => None,
            };
        }
        let children = self.children(node);
        let ends: Vec<(String, String)> = children.iter().map(|&child| self.ends(child)).collect::<Option<_>>()?;
        let combined = |pick: fn(&(String, String)) -> &String, form: &dyn Fn(NodeId, &str) -> String, by: &str| {
            let parts: Vec<String> = children.iter().zip(&ends).map(|(&child, ends)| form(child, pick(ends))).collect();
            format!("({})", parts.join(by))
        };
        let sum = self.sum_of_weights(&children);
        let weighed = |child: NodeId, end: &str| format!("{}*{end}", self.weight(child));
        let raised = |child: NodeId, end: &str| format!("{end}^{}", self.weight(child));
        let shared = |child: NodeId, end: &str| format!("{end}^({}/({sum}))", self.weight(child));
        let both = |form: &dyn Fn(NodeId, &str) -> String, by: &str| {
            Some((combined(|ends| &ends.0, form, by), combined(|ends| &ends.1, form, by)))
        };
        match self.model.nodes[node].combine()? {
            Combine::Mean if self.own_scale(node).is_some() => self.own_scale(node),
            Combine::Mean | Combine::GeometricMean if ends.iter().all(|end| *end == ends[0]) => Some(ends[0].clone()),
            Combine::Mean => Some((literal(&bounds.0), literal(&bounds.1))),
            Combine::Sum => both(&weighed, "+"),
            Combine::Product => both(&raised, "*"),
            Combine::GeometricMean => both(&shared, "*"),
        }
    }
}

/// The ends of what counts as equal to a value.
fn around(value: &str, may_be_negative: bool) -> (String, String) {
    if may_be_negative {
        (format!("({value}-ABS({value})*{TOLERANCE})"), format!("({value}+ABS({value})*{TOLERANCE})"))
    } else {
        (format!("{value}*(1-{TOLERANCE})"), format!("{value}*(1+{TOLERANCE})"))
    }
}

/// A number as a formula has it: no exponent, and brackets around a sign.
fn literal(value: &Exact) -> String {
    if is_negative(value) { format!("({value})") } else { value.to_string() }
}

fn is_negative(value: &Exact) -> bool {
    value.to_f64() < 0.0
}

/// A node's key as the name of its weight's cell: letters that every spreadsheet takes there, digits and underscores.
pub(super) fn name_of(key: &str) -> String {
    /// A name has 255 characters at most.
    const LONGEST: usize = 200;
    let is_letter = |character: char| match character {
        '\u{80}'..='\u{24F}' | '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' => character.is_alphabetic(),
        _ => character.is_ascii_alphanumeric(),
    };
    let letters = key.chars().take(LONGEST).map(|character| if is_letter(character) { character } else { '_' });
    format!("weight_{}", letters.collect::<String>())
}
