//! Random models and backlogs within the domain of design.md, and the texts that describe them.
//!
//! Everything here is this test's own: plain decimals, trees and cells share no code with the library.

use std::collections::BTreeMap;
use std::fmt;

use num_bigint::BigInt;
use num_rational::BigRational;

use super::chance::Chance;

/// A decimal as it is written: `digits ÷ 10^places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plain {
    pub digits: i128,
    pub places: u32,
}

impl Plain {
    pub const fn new(digits: i128, places: u32) -> Self {
        Self { digits, places }
    }

    pub fn ratio(self) -> BigRational {
        BigRational::new(BigInt::from(self.digits), BigInt::from(10).pow(self.places))
    }

    pub fn times(self, other: Self) -> Self {
        Self::new(self.digits * other.digits, self.places + other.places)
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = self.places as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.places as usize);
        if fraction.is_empty() {
            write!(formatter, "{sign}{whole}")
        } else {
            write!(formatter, "{sign}{whole}.{fraction}")
        }
    }
}

/// The values that a rating can have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    Scale(Plain, Plain),
    Quantity,
}

/// How a factor's children become one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum How {
    Mean,
    Sum,
    Product,
    GeometricMean,
}

impl How {
    fn name(self) -> &'static str {
        match self {
            How::Mean => "mean",
            How::Sum => "sum",
            How::Product => "product",
            How::GeometricMean => "geometric-mean",
        }
    }
}

/// A criterion or a factor.
#[derive(Clone, Debug)]
pub struct Node {
    pub key: String,
    pub cost: bool,
    pub weight: Plain,
    /// `None` for a criterion.
    pub how: Option<How>,
    /// A criterion's scale; a factor's declared one.
    pub measure: Option<Measure>,
    pub children: Vec<usize>,
    pub parent: Option<usize>,
    /// Whether `[weights]` names the children; where not, each weighs 1.
    pub weighted: bool,
    /// Whether the file rates a factor directly, in place of its parts.
    pub direct: bool,
}

/// A model: node 0 is the root.
#[derive(Clone, Debug)]
pub struct Shape {
    pub nodes: Vec<Node>,
}

/// How a model is to be grown.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    pub root: Option<How>,
    pub depth: usize,
    /// Whether geometric means and broken exponents may occur below the root.
    pub roots: bool,
}

/// What the nodes above demand of a node.
#[derive(Clone, Copy)]
struct Demand {
    /// A quantity has no place under a mean.
    bounded: bool,
    /// Nothing below nought is multiplied.
    natural: bool,
}

const USUAL: (Plain, Plain) = (Plain::new(1, 0), Plain::new(10, 0));
const SCALES: [(Plain, Plain); 7] = [
    USUAL,
    (Plain::new(0, 0), Plain::new(10, 0)),
    (Plain::new(1, 0), Plain::new(5, 0)),
    (Plain::new(1, 0), Plain::new(20, 0)),
    (Plain::new(5, 1), Plain::new(45, 1)),
    (Plain::new(0, 0), Plain::new(1, 0)),
    (Plain::new(-3, 0), Plain::new(3, 0)),
];
/// How many of [`SCALES`] lie at or above nought.
const NATURAL: usize = 6;
const ONE: Plain = Plain::new(1, 0);
const WEIGHTS: [Plain; 10] = [
    ONE,
    Plain::new(2, 0),
    Plain::new(3, 0),
    Plain::new(4, 1),
    Plain::new(3, 1),
    Plain::new(2, 1),
    Plain::new(1, 1),
    Plain::new(25, 1),
    Plain::new(5, 1),
    Plain::new(7, 0),
];
/// Weights that are whole exponents.
const EXPONENTS: [Plain; 4] = [ONE, ONE, Plain::new(2, 0), Plain::new(3, 0)];
/// Exponents that need a root.
const ROOTS: [Plain; 5] = [ONE, ONE, Plain::new(2, 0), Plain::new(5, 1), Plain::new(4, 1)];
/// Weights of a geometric mean, small enough for an exact reference.
const PARTS: [Plain; 6] = [ONE, ONE, ONE, Plain::new(2, 0), Plain::new(3, 0), Plain::new(5, 1)];

impl Shape {
    /// A random model within the domain.
    pub fn random(chance: &mut Chance, wish: Wish) -> Self {
        let mut shape = Self { nodes: Vec::new() };
        let how = wish.root.unwrap_or_else(|| any_how(chance, wish.roots));
        shape.factor(chance, wish, None, how, wish.depth, Demand { bounded: false, natural: false });
        shape
    }

    fn node(&mut self, chance: &mut Chance, wish: Wish, parent: usize, depth: usize, demand: Demand) -> usize {
        let small = self.nodes.len() < 14;
        if depth > 0 && small && chance.percent(30) {
            let how = any_how(chance, wish.roots);
            return self.factor(chance, wish, Some(parent), how, depth - 1, demand);
        }
        let scales = if demand.natural { &SCALES[..NATURAL] } else { &SCALES[..] };
        let measure = match chance.below(10) {
            0..3 if !demand.bounded => Measure::Quantity,
            0..7 => Measure::Scale(USUAL.0, USUAL.1),
            _ => {
                let (low, high) = chance.pick(scales);
                Measure::Scale(low, high)
            }
        };
        let refused = measure == Measure::Quantity && self.nodes[parent].how == Some(How::Sum);
        let cost = !refused && chance.percent(25);
        self.add(Some(parent), None, Some(measure), cost)
    }

    fn factor(
        &mut self,
        chance: &mut Chance,
        wish: Wish,
        parent: Option<usize>,
        how: How,
        depth: usize,
        demand: Demand,
    ) -> usize {
        let node = self.add(parent, Some(how), None, false);
        let below = Demand {
            bounded: demand.bounded || how == How::Mean,
            natural: demand.natural || matches!(how, How::Product | How::GeometricMean),
        };
        for _ in 0..1 + chance.below(4) {
            let child = self.node(chance, wish, node, depth, below);
            self.nodes[node].children.push(child);
        }
        self.weigh(chance, wish, node, how);
        let direct = parent.is_some() && !self.has_quantity(node) && chance.percent(12);
        let commons: Vec<_> = self.nodes[node].children.iter().map(|&child| self.steady_scale(child)).collect();
        let differ = commons.iter().any(|common| common.is_none() || *common != commons[0]);
        let declare = if how == How::Mean { differ || chance.percent(15) } else { chance.percent(15) };
        if declare && !(how != How::Mean && self.has_quantity(node)) {
            let scales = if demand.natural { &SCALES[..NATURAL] } else { &SCALES[..] };
            let (low, high) = chance.pick(scales);
            self.nodes[node].measure = Some(Measure::Scale(low, high));
        }
        self.nodes[node].direct = direct;
        let refused = parent.is_some_and(|parent| self.nodes[parent].how == Some(How::Sum)) && self.has_quantity(node);
        self.nodes[node].cost = parent.is_some() && !refused && chance.percent(20);
        node
    }

    fn add(&mut self, parent: Option<usize>, how: Option<How>, measure: Option<Measure>, cost: bool) -> usize {
        let key = format!("{}{}", if how.is_some() { "factor" } else { "criterion" }, self.nodes.len());
        let children = Vec::new();
        let node = Node { key, cost, weight: ONE, how, measure, children, parent, weighted: false, direct: false };
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn weigh(&mut self, chance: &mut Chance, wish: Wish, node: usize, how: How) {
        if chance.percent(25) {
            return;
        }
        let choice: &[Plain] = match how {
            How::Mean | How::Sum => &WEIGHTS,
            How::Product if wish.roots && chance.percent(30) => &ROOTS,
            How::Product => &EXPONENTS,
            How::GeometricMean => &PARTS,
        };
        self.nodes[node].weighted = true;
        let children = self.nodes[node].children.clone();
        for &child in &children {
            self.nodes[child].weight = if chance.percent(8) { Plain::new(0, 0) } else { chance.pick(choice) };
        }
        if children.iter().all(|&child| self.nodes[child].weight.digits == 0) {
            self.nodes[children[0]].weight = ONE;
        }
    }

    /// The scale of a node that is the same under all weights, where it has such a one.
    fn steady_scale(&self, node: usize) -> Option<(Plain, Plain)> {
        let node = &self.nodes[node];
        match (node.how, node.measure) {
            (None | Some(How::Mean), Some(Measure::Scale(low, high))) => Some((low, high)),
            (Some(How::Mean | How::GeometricMean), _) if !node.direct => {
                let first = self.steady_scale(node.children[0])?;
                node.children.iter().all(|&child| self.steady_scale(child) == Some(first)).then_some(first)
            }
            _ => None,
        }
    }

    fn has_quantity(&self, node: usize) -> bool {
        let node = &self.nodes[node];
        (node.how.is_none() && node.measure == Some(Measure::Quantity))
            || node.children.iter().any(|&child| self.has_quantity(child))
    }

    /// The scale on which the file rates a node.
    pub fn rated_on(&self, node: usize) -> Measure {
        self.nodes[node].measure.unwrap_or(Measure::Scale(USUAL.0, USUAL.1))
    }

    /// Whether the file gives a node.
    pub fn is_given(&self, node: usize) -> bool {
        self.nodes[node].how.is_none() || self.nodes[node].direct
    }

    /// The children that take part.
    pub fn counted(&self, node: usize) -> Vec<usize> {
        self.nodes[node].children.iter().copied().filter(|&child| self.nodes[child].weight.digits != 0).collect()
    }

    /// The nodes that the file gives and that take part, from a node downward.
    pub fn given(&self, node: usize) -> Vec<usize> {
        if self.is_given(node) {
            return vec![node];
        }
        self.counted(node).into_iter().flat_map(|child| self.given(child)).collect()
    }

    /// The factors that take part and are computed from their parts, from a node downward.
    pub fn factors(&self, node: usize) -> Vec<usize> {
        if self.is_given(node) {
            return Vec::new();
        }
        let below = self.counted(node).into_iter().flat_map(|child| self.factors(child));
        std::iter::once(node).chain(below).collect()
    }

    /// Whether a higher value raises the score: an odd number of costs above turns it round.
    pub fn raises(&self, node: usize) -> bool {
        let above = std::iter::successors(Some(node), |&node| self.nodes[node].parent);
        above.filter(|&node| self.nodes[node].cost).count() % 2 == 0
    }

    /// The same model with the weights of a node's children multiplied.
    pub fn scaled(&self, node: usize, by: Plain) -> Self {
        let mut shape = self.clone();
        shape.nodes[node].weighted = true;
        for child in self.nodes[node].children.clone() {
            shape.nodes[child].weight = shape.nodes[child].weight.times(by);
        }
        shape
    }

    /// The weights file.
    pub fn toml(&self, tie_break: &[usize]) -> String {
        let mut text = String::from("model = \"m\"\n\n[weights]\n");
        for node in self.nodes.iter().filter(|node| node.weighted) {
            for &child in &node.children {
                text += &format!("{} = {}\n", self.nodes[child].key, self.nodes[child].weight);
            }
        }
        if !tie_break.is_empty() {
            text += &format!("\n[ranking]\ntie_break = {}\n", self.names(tie_break));
        }
        for (number, node) in self.nodes.iter().enumerate() {
            text += &if number == 0 { "\n[models.m]\n".to_owned() } else { format!("\n[criteria.{}]\n", node.key) };
            if let Some(how) = node.how {
                text += &format!("combine = \"{}\"\nof = {}\n", how.name(), self.names(&node.children));
            }
            match node.measure {
                Some(Measure::Quantity) => text += "scale = \"quantity\"\n",
                Some(Measure::Scale(low, high)) if node.how.is_some() || (low, high) != USUAL => {
                    text += &format!("scale = [{low}, {high}]\n");
                }
                _ => {}
            }
            if node.cost {
                text += "direction = \"cost\"\n";
            }
        }
        text
    }

    fn names(&self, nodes: &[usize]) -> String {
        let names: Vec<String> = nodes.iter().map(|&node| format!("\"{}\"", self.nodes[node].key)).collect();
        format!("[{}]", names.join(", "))
    }
}

fn any_how(chance: &mut Chance, roots: bool) -> How {
    let all = [How::Mean, How::Mean, How::Sum, How::Product, How::GeometricMean];
    chance.pick(if roots { &all } else { &all[..4] })
}

/// What stands in a cell of ratings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    Blank,
    Exact(Plain),
    /// Its ends, and what stands between them.
    Range(Plain, Plain, &'static str),
}

impl Cell {
    /// What it counts as.
    pub fn rating(self) -> Option<BigRational> {
        match self {
            Cell::Blank => None,
            Cell::Exact(value) => Some(value.ratio()),
            Cell::Range(low, high, _) => Some((low.ratio() + high.ratio()) / BigInt::from(2)),
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Blank => Ok(()),
            Cell::Exact(value) => write!(formatter, "{value}"),
            Cell::Range(low, high, sign) => write!(formatter, "{low}{sign}{high}"),
        }
    }
}

/// One row.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: String,
    pub title: String,
    pub ratings: BTreeMap<usize, Cell>,
}

/// A model and a backlog for it; shown as the two texts.
#[derive(Clone)]
pub struct Case {
    pub shape: Shape,
    pub tie_break: Vec<usize>,
    /// The nodes that have a column, in the order of the file.
    pub columns: Vec<usize>,
    pub items: Vec<Item>,
}

impl fmt::Debug for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\n{}\n{}", self.toml(), self.csv())
    }
}

/// How fine the ratings of a case are.
const GRAINS: [u32; 6] = [0, 0, 0, 1, 1, 3];

impl Case {
    /// A random case of `items` items.
    pub fn random(chance: &mut Chance, wish: Wish, items: usize) -> Self {
        let shape = Shape::random(chance, wish);
        let mut columns = shape.given(0);
        chance.shuffle(&mut columns);
        // Criteria and computed factors decide between equal scores.
        let mut deciding = [columns.clone(), shape.factors(0)[1..].to_vec()].concat();
        chance.shuffle(&mut deciding);
        deciding.truncate(if chance.percent(20) { 1 + chance.below(2) } else { 0 });
        let tie_break = deciding;
        let grain = chance.pick(&GRAINS);
        let item = |number: usize, chance: &mut Chance| {
            let cell = |&node: &usize, chance: &mut Chance| {
                let blank = chance.percent(4);
                (node, if blank { Cell::Blank } else { any_cell(chance, shape.rated_on(node), grain) })
            };
            Item {
                id: format!("i{number}"),
                title: String::new(),
                ratings: columns.iter().map(|node| cell(node, chance)).collect(),
            }
        };
        let items = (1..=items).map(|number| item(number, chance)).collect();
        Self { shape, tie_break, columns, items }
    }

    /// The weights file.
    pub fn toml(&self) -> String {
        self.shape.toml(&self.tie_break)
    }

    /// The backlog.
    pub fn csv(&self) -> String {
        let keys: Vec<&str> = self.columns.iter().map(|&node| self.shape.nodes[node].key.as_str()).collect();
        let mut text = format!("id,title,{}\n", keys.join(","));
        for item in &self.items {
            let cells: Vec<String> = self.columns.iter().map(|node| item.ratings[node].to_string()).collect();
            text += &format!("{},{},{}\n", item.id, super::texts::quoted(&item.title, b',', false), cells.join(","));
        }
        text
    }
}

/// A rating, or now and then a range, on a scale.
pub fn any_cell(chance: &mut Chance, measure: Measure, grain: u32) -> Cell {
    let one = any_rating(chance, measure, grain);
    if chance.percent(97) {
        return Cell::Exact(one);
    }
    let other = any_rating(chance, measure, grain);
    let (low, high) = if one.ratio() < other.ratio() { (one, other) } else { (other, one) };
    // A sign before the first number is no range's.
    if low.digits < 0 || low.ratio() == high.ratio() {
        return Cell::Exact(one);
    }
    Cell::Range(low, high, chance.pick(&["-", "–", "〜", "～", " - "]))
}

/// A rating on a scale, with up to `grain` places.
pub fn any_rating(chance: &mut Chance, measure: Measure, grain: u32) -> Plain {
    /// Quantities as people give them; nought is rare.
    const QUANTITIES: [Plain; 11] = [
        Plain::new(1, 0),
        Plain::new(2, 0),
        Plain::new(3, 0),
        Plain::new(5, 0),
        Plain::new(8, 0),
        Plain::new(40, 0),
        Plain::new(400, 0),
        Plain::new(5, 1),
        Plain::new(25, 2),
        Plain::new(125, 1),
        Plain::new(1_234_567, 3),
    ];
    match measure {
        Measure::Quantity if chance.percent(3) => Plain::new(0, 0),
        Measure::Quantity => chance.pick(&QUANTITIES),
        Measure::Scale(low, high) => {
            let end = |end: Plain| end.digits * 10i128.pow(grain.max(1) - end.places);
            let step = if grain == 0 { 10 } else { 1 };
            let first = end(low).div_euclid(step) + i128::from(end(low).rem_euclid(step) != 0);
            let steps = chance.between(first, end(high).div_euclid(step));
            let halves = grain == 1 && steps % 5 != 0 && chance.percent(70);
            let steps = if halves { steps.div_euclid(5) * 5 } else { steps };
            let rating = Plain::new(steps * step, grain.max(1));
            let within = rating.ratio() >= low.ratio();
            let rating = if within { rating } else { low };
            if grain == 0 && rating.digits % 10 == 0 && rating.places == 1 {
                Plain::new(rating.digits / 10, 0)
            } else {
                rating
            }
        }
    }
}
