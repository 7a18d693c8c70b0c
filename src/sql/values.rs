//! From ratings to the values of factors and of the whole: the plan's steps as columns, what is made of others after it.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

use super::dialect::Dialect;
use super::forms::{LONG_CONSTANT, combined};
use super::number::{Fraction, Value, Whole};
use super::places::STEP;
use super::ratings::Rated;
use super::{CommonTable, SelectedColumn, Writer};
use crate::model::{Combine, NodeId, ROOT};
use crate::prose;
use crate::say;
use crate::scoring::{Counted, Part, Recipe, RecipeForm, Turned};

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
