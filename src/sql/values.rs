//! From ratings to the values of factors and of the whole: the plan's steps as columns, what is made of others after it.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

use super::dialect::Dialect;
use super::number::{Fraction, Value, Whole, added, constant, raised};
use super::places::STEP;
use super::ratings::Rated;
use super::{CommonTable, SelectedColumn, Writer};
use crate::model::{Combine, NodeId, ROOT};
use crate::prose;
use crate::say;
use crate::scoring::{Counted, Part, Recipe, RecipeForm, Turned};

/// The largest root, and the most factors under it, that is taken of one product; beyond it each factor is raised alone.
const LARGEST_ROOT: i128 = 64;
/// Constants with more digits are written out instead of as a ratio.
const LONG_CONSTANT: u64 = 1_000_000_000_000_000;

/// The steps that compute values, and where each value stands after them.
pub(super) struct Values {
    pub(super) steps: Vec<CommonTable>,
    /// For each node its value, in columns of the last step.
    of: Vec<Option<Value>>,
    /// The nodes that divide, with what is nought where they can't.
    pub(super) divisors: Vec<(NodeId, String)>,
    /// The step after which all values are there.
    pub(super) last: String,
    /// Whether a whole number can have more digits than the engine has.
    pub(super) may_be_too_large: bool,
    /// Whether it can though no quantity is in it.
    pub(super) lacks_digits: bool,
}

impl Values {
    pub(super) fn of(&self, node: NodeId) -> Option<&Value> {
        self.of.get(node)?.as_ref()
    }
}

/// A value as it is computed: the expressions of its columns.
enum Computed {
    Exact { numerator: Option<String>, divisor: Option<String>, fraction: Fraction },
    Near(String),
}

impl Writer<'_> {
    /// Writes the steps of the plan: first what is made of ratings alone, then what is made of that.
    pub(super) fn values(&self, ratings: &[Rated]) -> Values {
        let dialect = self.query.dialect;
        let nodes = self.query.model.nodes.len();
        let mut values = Values {
            steps: Vec::new(),
            of: vec![None; nodes],
            divisors: Vec::new(),
            last: "ratings".to_owned(),
            may_be_too_large: false,
            lacks_digits: false,
        };
        for rated in ratings {
            values.of[rated.node] = Some(Value::Exact(rated.value(self.node(rated.node))));
        }
        let levels = self.levels();
        for level in 1..=levels.iter().copied().max().unwrap_or(0) {
            let here: Vec<&Recipe> = self.recipes.iter().filter(|recipe| levels[recipe.node] == level).collect();
            let mut columns = vec![SelectedColumn::plain("*")];
            for recipe in &here {
                let column = self.node(recipe.node);
                let mut said = Some(self.formula(recipe));
                let value = match self.compute(recipe, &mut values) {
                    Computed::Near(sql) => {
                        columns.push(SelectedColumn { comment: said.take(), sql: format!("{sql} AS {column}") });
                        Value::Near(column)
                    }
                    Computed::Exact { numerator, divisor, fraction } => {
                        let one = || format!("CAST(1 AS {})", dialect.whole_type());
                        let sql = format!("{} AS {column}", numerator.unwrap_or_else(one));
                        said = said.map(|said| self.with_unit(said, &fraction.unit, divisor.is_some()));
                        columns.push(SelectedColumn { comment: said.take(), sql });
                        let part = |whole: Option<Whole>, sql: String| {
                            let whole = whole.unwrap_or(Whole { sql: String::new(), digits: 0.0, is_open: false });
                            Whole { sql, ..whole }
                        };
                        let below = divisor.map(|divisor| {
                            let name = self.part_of(recipe.node, "divisor");
                            columns.push(SelectedColumn::plain(format!("{divisor} AS {name}")));
                            part(fraction.divisor.clone(), name)
                        });
                        let numerator = Some(part(fraction.numerator, column));
                        Value::Exact(Fraction { numerator, divisor: below, unit: fraction.unit })
                    }
                };
                values.of[recipe.node] = Some(value);
            }
            let is_root = here.iter().any(|recipe| recipe.node == ROOT);
            let name = if is_root { "totals".to_owned() } else { format!("factors_{level}") };
            let comments =
                vec![if is_root { self.query.lang.text("sql-totals") } else { self.query.lang.text("sql-factors") }];
            let rest = vec![format!("FROM {}", values.last)];
            // A root is dear, and what comes of it stands in several columns.
            let how = if self.query.plan.is_rounded() { dialect.once() } else { "" };
            values.steps.push(CommonTable { name: name.clone(), how, comments, columns, rest });
            values.last = name;
        }
        if let (Some(Value::Exact(Fraction { divisor: Some(divisor), .. })), Some(_)) =
            (values.of(ROOT), dialect.digits())
        {
            values.may_be_too_large |= divisor.digits > f64::from(STEP);
        }
        for (part, _) in self.recipes.iter().flat_map(|recipe| parts(&recipe.form)) {
            if part.turn == Turned::Divides {
                let zero = match values.of(part.node) {
                    Some(Value::Exact(Fraction { numerator: Some(whole), .. })) => whole.sql.clone(),
                    Some(Value::Near(sql)) => sql.clone(),
                    _ => continue,
                };
                values.divisors.push((part.node, zero));
            }
        }
        values
    }

    /// How many steps each node is away from the ratings that it is made of.
    fn levels(&self) -> Vec<usize> {
        let mut levels = vec![0; self.query.model.nodes.len()];
        for recipe in self.recipes {
            let below = parts(&recipe.form).map(|(part, _)| levels[part.node] + 1).max();
            levels[recipe.node] = below.unwrap_or(0);
        }
        levels
    }

    fn compute(&self, recipe: &Recipe, values: &mut Values) -> Computed {
        let dialect = self.query.dialect;
        let own = |node: NodeId| values.of(node).cloned();
        let is_signed = parts(&recipe.form).any(|(part, _)| self.may_be_negative(part.node));
        match combined(recipe, is_signed, dialect, &own) {
            Some(Value::Near(sql)) => Computed::Near(sql),
            Some(Value::Exact(mut fraction)) => {
                // The same in doubles says whether it fits.
                let rough = |node: NodeId| values.of(node).map(|value| in_doubles(value, dialect));
                let rough = match combined(recipe, is_signed, dialect, &rough) {
                    Some(Value::Exact(rough)) => Some(rough),
                    _ => None,
                };
                let limit = if fraction.divisor.is_some() { dialect.digits_divided() } else { dialect.digits() };
                let mut guarded = |whole: &mut Option<Whole>, rough: Option<&Whole>| {
                    let whole = whole.as_mut()?;
                    if let (Some(limit), Some(rough)) = (limit, rough)
                        && whole.digits >= f64::from(limit)
                    {
                        values.may_be_too_large = true;
                        values.lacks_digits |= !whole.is_open;
                        let sql = guarded(&whole.sql, &rough.sql, limit);
                        whole.digits = f64::from(limit);
                        return Some(sql);
                    }
                    Some(whole.sql.clone())
                };
                let rough_of = |pick: fn(&Fraction) -> &Option<Whole>| rough.as_ref().and_then(|r| pick(r).as_ref());
                let numerator = guarded(&mut fraction.numerator, rough_of(|fraction| &fraction.numerator));
                let divisor = guarded(&mut fraction.divisor, rough_of(|fraction| &fraction.divisor));
                Computed::Exact { numerator, divisor, fraction }
            }
            // A part without a value: nothing can be made of it.
            None => Computed::Near("NULL".to_owned()),
        }
    }

    /// Whether a value can be below nought: where it has ends they say so, else its parts.
    fn may_be_negative(&self, node: NodeId) -> bool {
        match self.query.plan.bounds(node) {
            Some((low, _)) => low.to_f64() < 0.0,
            None => {
                let recipe = self.recipes.iter().find(|recipe| recipe.node == node);
                recipe.is_some_and(|recipe| parts(&recipe.form).any(|(part, _)| self.may_be_negative(part.node)))
            }
        }
    }

    /// What a node is made of, in the words of its labels.
    fn formula(&self, recipe: &Recipe) -> String {
        let lang = self.query.lang;
        let combine = self.query.model.nodes[recipe.node].combine();
        let written = |(part, weight): (&Part, Option<String>)| {
            let label = prose::visible(self.label(part.node));
            let turned = match (&part.turn, self.query.plan.counted(part.node)) {
                (Turned::Plain, _) => label,
                (Turned::Divides, _) => format!("1 ÷ {label}"),
                (Turned::Reversed(_), Counted::Reversed(sum)) => format!("({sum} − {label})"),
                (Turned::Reversed(_), _) => format!("−{label}"),
            };
            match (combine, weight) {
                (_, None) => turned,
                (Some(Combine::Mean | Combine::Sum) | None, Some(weight)) => format!("{weight} × {turned}"),
                (Some(Combine::Product | Combine::GeometricMean), Some(weight)) => format!("{turned}^({weight})"),
            }
        };
        let terms = parts(&recipe.form).map(|(part, weight)| written((part, weight))).collect::<Vec<_>>();
        let name = if recipe.node == ROOT { lang.text("sql-total") } else { prose::visible(self.label(recipe.node)) };
        let sign = if combine.is_some_and(Combine::multiplies) { " × " } else { " + " };
        let constant = match &recipe.form {
            RecipeForm::Linear { constant, .. } if !constant.is_zero() => format!(" + {}", shown(constant)),
            _ => String::new(),
        };
        format!("{name} = {}{constant}", terms.join(sign))
    }

    fn with_unit(&self, said: String, unit: &BigRational, has_divisor: bool) -> String {
        let lang = self.query.lang;
        match (unit.is_one(), has_divisor) {
            (true, false) => said,
            (_, false) => say!(lang, "sql-in-units", formula = said, unit = shown(unit)),
            (_, true) => say!(lang, "sql-over-divisor", formula = said, unit = shown(unit)),
        }
    }
}

/// An expression where its rough value says that it has no more than so many digits, else NULL.
fn guarded(sql: &str, rough: &str, limit: u32) -> String {
    format!("CASE WHEN {rough} < 1e{limit} THEN {sql} END")
}

fn in_doubles(value: &Value, dialect: Dialect) -> Value {
    let double =
        |whole: &Whole| Whole { sql: format!("CAST({} AS {})", whole.sql, dialect.double_type()), ..whole.clone() };
    match value {
        Value::Near(near) => Value::Near(near.clone()),
        Value::Exact(fraction) => Value::Exact(Fraction {
            numerator: fraction.numerator.as_ref().map(double),
            divisor: fraction.divisor.as_ref().map(double),
            unit: fraction.unit.clone(),
        }),
    }
}

/// The parts of a node, each with its factor or exponent where that isn't 1.
fn parts(form: &RecipeForm) -> Box<dyn Iterator<Item = (&Part, Option<String>)> + '_> {
    match form {
        RecipeForm::Given => Box::new(std::iter::empty()),
        RecipeForm::Linear { terms, .. } => {
            Box::new(terms.iter().map(|(part, factor)| (part, (!factor.is_one()).then(|| shown(factor)))))
        }
        RecipeForm::Power { terms } => Box::new(terms.iter().map(|(part, (above, below))| {
            let exponent = match (above, below) {
                (1, 1) => None,
                (above, 1) => Some(above.to_string()),
                _ => Some(format!("{above}/{below}")),
            };
            (part, exponent)
        })),
    }
}

/// A constant for people: a ratio, or so many digits of a long one.
fn shown(value: &BigRational) -> String {
    let is_long = |part: &BigInt| part.magnitude() > &LONG_CONSTANT.into();
    if is_long(value.numer()) || is_long(value.denom()) {
        return format!("{:e}", value.to_f64().unwrap_or(f64::NAN));
    }
    value.to_string()
}

/// A node's value of the values of its parts, some of which may be below nought; `None` where a part has none.
fn combined(
    recipe: &Recipe,
    is_signed: bool,
    dialect: Dialect,
    value: &dyn Fn(NodeId) -> Option<Value>,
) -> Option<Value> {
    let turned = |part: &Part| value(part.node).map(|value| value.turned(&part.turn, dialect));
    match &recipe.form {
        RecipeForm::Given => value(recipe.node),
        RecipeForm::Linear { terms, constant } => {
            let terms = terms.iter().map(|(part, factor)| Some((turned(part)?, factor.clone())));
            Some(linear(&terms.collect::<Option<Vec<_>>>()?, constant, dialect))
        }
        RecipeForm::Power { terms } => {
            let terms = terms.iter().map(|(part, exponent)| Some((turned(part)?, *exponent)));
            Some(power(&terms.collect::<Option<Vec<_>>>()?, is_signed, dialect))
        }
    }
}

/// Σ factor·value + constant: what is exact is added up exactly first.
fn linear(terms: &[(Value, BigRational)], constant_term: &BigRational, dialect: Dialect) -> Value {
    let mut exact: Vec<(Fraction, BigRational)> = Vec::new();
    let mut near: Vec<String> = Vec::new();
    for (value, factor) in terms {
        match value {
            Value::Exact(fraction) => exact.push((fraction.clone(), factor.clone())),
            Value::Near(sql) => near.push(scaled(sql, factor, dialect)),
        }
    }
    let is_long = |value: &BigRational| value.denom().magnitude() > &LONG_CONSTANT.into();
    if near.is_empty() || !is_long(constant_term) {
        let one = Fraction { numerator: None, divisor: None, unit: constant_term.clone() };
        exact.push((one, BigRational::one()));
    } else {
        near.push(constant(constant_term, dialect));
    }
    let sum = added(&exact, dialect);
    if near.is_empty() {
        return Value::Exact(sum);
    }
    if sum.numerator.as_ref().is_some_and(|whole| whole.sql != "0") {
        near.insert(0, sum.near(dialect));
    }
    Value::Near(near.join(" + "))
}

fn scaled(sql: &str, factor: &BigRational, dialect: Dialect) -> String {
    let is_long = |part: &BigInt| part.magnitude() > &LONG_CONSTANT.into();
    if is_long(factor.numer()) || is_long(factor.denom()) {
        return format!("{sql} * {}", constant(factor, dialect));
    }
    let times = if factor.numer().is_one() { String::new() } else { format!(" * {}", dialect.integer(factor.numer())) };
    let over = if factor.denom().is_one() { String::new() } else { format!(" / {}", dialect.integer(factor.denom())) };
    format!("{sql}{times}{over}")
}

/// Π value^exponent: the exact factors under one root, so that equal products have equal roots.
fn power(terms: &[(Value, (i128, i128))], is_signed: bool, dialect: Dialect) -> Value {
    let root = terms.iter().fold(1i128, |root, (_, (_, below))| {
        let common = num_integer::gcd(root, *below).max(1);
        root.checked_mul(*below / common).unwrap_or(i128::MAX)
    });
    let whole = |(above, below): (i128, i128)| above.checked_mul(root / below.max(1));
    let mut exact: Vec<(Fraction, u32)> = Vec::new();
    let mut near: Vec<String> = Vec::new();
    let mut count = 0i128;
    for (value, exponent) in terms {
        match (value, whole(*exponent)) {
            (Value::Exact(fraction), Some(times)) => {
                count = count.saturating_add(times);
                // Cut here, it is too many below.
                exact.push((fraction.clone(), u32::try_from(times.min(1 << 10)).unwrap_or(0)));
            }
            (Value::Exact(_), None) => count = i128::MAX,
            (Value::Near(sql), _) => near.push(raised_alone(sql, *exponent, is_signed, dialect)),
        }
    }
    let is_one_root = root <= LARGEST_ROOT && (root == 1 || count <= LARGEST_ROOT);
    let product = if is_one_root { Some(raised(&exact)) } else { None };
    let fits = |whole: &Option<Whole>| match (whole, dialect.digits()) {
        (Some(whole), Some(limit)) => whole.digits < f64::from(limit),
        _ => true,
    };
    match product {
        Some(product) if near.is_empty() && root == 1 => return Value::Exact(product),
        Some(product) if root == 1 => near.insert(0, product.near(dialect)),
        Some(product) if fits(&product.numerator) && fits(&product.divisor) => {
            if !exact.is_empty() {
                let exponent = BigRational::new(BigInt::one(), root.into());
                near.insert(0, rooted(&product.near(dialect), &exponent, is_signed, dialect));
            }
        }
        _ => {
            let exact = terms.iter().filter_map(|(value, exponent)| match value {
                Value::Exact(fraction) => Some(raised_alone(&fraction.near(dialect), *exponent, is_signed, dialect)),
                Value::Near(_) => None,
            });
            near = exact.chain(near).collect();
        }
    }
    Value::Near(near.join(" * "))
}

fn raised_alone(sql: &str, (above, below): (i128, i128), is_signed: bool, dialect: Dialect) -> String {
    if (above, below) == (1, 1) {
        return if sql.contains(' ') && !sql.starts_with('(') { format!("({sql})") } else { sql.to_owned() };
    }
    rooted(sql, &BigRational::new(above.into(), below.max(1).into()), is_signed, dialect)
}

/// A power with a fractional exponent. PostgreSQL's and BigQuery's are decimals with far more digits than are compared.
fn rooted(sql: &str, exponent: &BigRational, is_signed: bool, dialect: Dialect) -> String {
    let root = if *exponent == BigRational::new(1.into(), 2.into()) {
        format!("SQRT({sql})")
    } else {
        format!("POWER({sql}, {})", constant(exponent, dialect))
    };
    // A number below nought has no root: engines give up at one, or give what is no number.
    if is_signed { format!("CASE WHEN {sql} >= 0 THEN {root} END") } else { root }
}
