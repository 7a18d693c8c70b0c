//! How far apart the ratings of one item on one criterion are.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Signed;

use crate::decimal::Decimal;
use crate::model::Scale;
use crate::scoring::Exact;

/// Below this consensus opinions split into camps.
const CONSENSUS: f64 = 0.5;

/// Several ratings of one thing, summed up.
#[derive(Clone, Debug)]
pub struct Spread {
    /// How many ratings there are.
    pub n: usize,
    /// The middle one; of an even number the middle between the middle two.
    pub median: Decimal,
    /// The lowest rating.
    pub low: Decimal,
    /// The highest.
    pub high: Decimal,
    /// The standard deviation of a sample, √(Σ(x − mean)² ÷ (n − 1)), in points; `None` for one rating.
    pub sd: Option<f64>,
    /// The average deviation about the median, Σ|x − median| ÷ n, in points (Burke and Dunlap 2002).
    pub ad: Exact,
    /// The consensus of Tastle and Wierman (2007): 1 + Σ pᵢ·log₂(1 − |xᵢ − mean| ÷ width), from 0, half at each end of
    /// the scale, to 1, all the same; `None` for quantities, whose scale has no end.
    pub consensus: Option<f64>,
    /// The within-group agreement r_WG of James, Demaree and Wolf (1984): 1 − s² ÷ ((A² − 1) ÷ 12), with A the number of
    /// scale points, not below 0; `None` for quantities and for one rating.
    pub rwg: Option<f64>,
    /// The number of scale points: 10 on 1 to 10; `None` for quantities.
    points: Option<BigInt>,
}

/// Sums up some ratings; `None` for none of them.
pub fn spread(ratings: &[Decimal], scale: Scale) -> Option<Spread> {
    let mut sorted = ratings.to_vec();
    sorted.sort_unstable();
    let (&low, &high) = (sorted.first()?, sorted.last()?);
    let median = median(&sorted)?;
    let n = sorted.len();
    let distances = distances(&sorted);
    let variance = (n > 1).then(|| {
        let squares: BigRational = distances.iter().map(|distance| distance * distance).sum();
        Exact::from(squares / BigInt::from(n - 1)).to_f64()
    });
    let width = match scale {
        Scale::Bounded(low, high) => Some(Exact::from(high).minus(&Exact::from(low)).to_f64()),
        Scale::Quantity => None,
    };
    let width = width.filter(|width| *width > 0.0);
    let even_variance = width.map(|width| ((width + 1.0).powi(2) - 1.0) / 12.0);
    Some(Spread {
        n,
        median,
        low,
        high,
        sd: variance.map(f64::sqrt),
        ad: average_deviation(&sorted, median),
        consensus: width.map(|width| consensus(&distances, width)),
        rwg: variance.zip(even_variance).map(|(variance, even)| (1.0 - variance / even).max(0.0)),
        points: points(scale),
    })
}

/// The middle of sorted ratings; of an even number the middle between the middle two.
///
/// `None` for none, and where the middle has more digits than a decimal can hold.
pub fn median(sorted: &[Decimal]) -> Option<Decimal> {
    let half = sorted.len() / 2;
    match sorted.len() % 2 {
        1 => Some(sorted[half]),
        _ => Decimal::middle(*sorted.get(half.checked_sub(1)?)?, sorted[half]),
    }
}

/// The median of sorted ratings without one of them.
pub(super) fn median_without(sorted: &[Decimal], one: Decimal) -> Option<Decimal> {
    let Ok(at) = sorted.binary_search(&one) else { return median(sorted) };
    let rest = |place: usize| sorted.get(if place < at { place } else { place + 1 }).copied();
    let len = sorted.len() - 1;
    match len % 2 {
        1 => rest(len / 2),
        _ => Decimal::middle(rest((len / 2).checked_sub(1)?)?, rest(len / 2)?),
    }
}

impl Spread {
    /// Up to which average deviation raters agree on a scale: a sixth of the number of its points.
    pub fn limit(scale: Scale) -> Option<Exact> {
        points(scale).map(|points| Exact::from(BigRational::new(points, BigInt::from(6))))
    }

    /// Whether the raters differ at all.
    pub fn differs(&self) -> bool {
        self.low != self.high
    }

    /// Whether the average deviation is at most a sixth of the number of scale points: 1.67 on 1 to 10 (Burke and
    /// Dunlap 2002). Without an end to the scale only the same rating is agreement.
    pub fn is_agreed(&self) -> bool {
        match &self.points {
            Some(points) => self.ad.to_ratio() * BigInt::from(6) <= BigRational::from(points.clone()),
            None => !self.differs(),
        }
    }

    /// Whether opinions split into camps: a consensus below one half, or a range of at least half the scale points, which
    /// on 1 to 10 is five.
    pub fn is_split(&self) -> bool {
        let Some(points) = &self.points else { return false };
        let range = Exact::from(self.high).minus(&Exact::from(self.low)).to_ratio();
        let is_wide = range * BigInt::from(2) >= BigRational::from(points.clone());
        is_wide || self.consensus.is_some_and(|consensus| consensus < CONSENSUS)
    }

    /// The average deviation as a part of the scale points, or of the highest rating where the scale has no end: what can
    /// be compared from one criterion to another.
    pub fn relative(&self) -> f64 {
        let whole = match &self.points {
            Some(points) => Exact::from(BigRational::from(points.clone())).to_f64(),
            None => double(self.high),
        };
        if whole > 0.0 { self.ad.to_f64() / whole } else { 0.0 }
    }
}

/// Whole numbers over one power of ten, and that power.
fn at_one_scale(numbers: &[Decimal]) -> (Vec<BigInt>, BigInt) {
    let scale = numbers.iter().map(|number| number.scale()).max().unwrap_or(0);
    let at_scale = |number: &Decimal| BigInt::from(number.mantissa()) * BigInt::from(10).pow(scale - number.scale());
    (numbers.iter().map(at_scale).collect(), BigInt::from(10).pow(scale))
}

fn average_deviation(sorted: &[Decimal], median: Decimal) -> Exact {
    let (mut numbers, power) = at_one_scale(&[sorted, &[median]].concat());
    let median = numbers.pop().unwrap_or_default();
    let sum: BigInt = numbers.iter().map(|number| (number - &median).abs()).sum();
    Exact::from(BigRational::new(sum, power * BigInt::from(sorted.len())))
}

/// How far each rating is from the mean, exactly; in an order of their own, so that what is summed up over them is the
/// same for ratings that lie alike.
fn distances(ratings: &[Decimal]) -> Vec<BigRational> {
    let (numbers, power) = at_one_scale(ratings);
    let n = BigInt::from(numbers.len());
    let sum: BigInt = numbers.iter().sum();
    let mut distances: Vec<BigInt> = numbers.iter().map(|number| (number * &n - &sum).abs()).collect();
    distances.sort_unstable();
    let below = power * n;
    distances.into_iter().map(|distance| BigRational::new(distance, below.clone())).collect()
}

fn consensus(distances: &[BigRational], width: f64) -> f64 {
    let part = |distance: &BigRational| (1.0 - Exact::from(distance.clone()).to_f64() / width).log2();
    // Nobody is further from the mean than the scale is wide, and at that end half the weight lies on the other.
    let sum: f64 = distances.iter().map(part).sum();
    (1.0 + sum / distances.len() as f64).clamp(0.0, 1.0)
}

/// How many points a scale has, counted in whole steps from its lowest.
fn points(scale: Scale) -> Option<BigInt> {
    match scale {
        Scale::Bounded(low, high) => {
            let width = Exact::from(high).minus(&Exact::from(low)).to_ratio();
            Some(width.floor().to_integer() + BigInt::from(1))
        }
        Scale::Quantity => None,
    }
}

pub(super) fn double(number: Decimal) -> f64 {
    Exact::from(number).to_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(ratings: &[i64]) -> Spread {
        let ratings: Vec<Decimal> = ratings.iter().map(|&rating| Decimal::from(rating)).collect();
        spread(&ratings, Scale::USUAL).expect("there are ratings")
    }

    #[test]
    fn one_sixth_of_the_points_is_still_agreement() {
        // Deviations 0, 0, 5 about the median: 1.666…, a sixth of ten points exactly.
        assert!(of(&[5, 5, 10]).is_agreed());
        assert!(!of(&[4, 5, 10]).is_agreed());
        assert_eq!(of(&[5, 5, 10]).ad, Exact::from(BigRational::new(5.into(), 3.into())));
    }

    #[test]
    fn camps_show_in_the_range_and_in_the_consensus() {
        assert!(of(&[3, 8, 8, 8]).is_split(), "a range of five");
        assert!(!of(&[4, 8, 8, 8]).is_split());
        assert_eq!(of(&[1, 10]).consensus, Some(0.0));
        assert_eq!(of(&[7, 7]).consensus, Some(1.0));
    }

    #[test]
    fn one_rating_has_no_deviation() {
        let one = of(&[7]);
        assert_eq!((one.sd, one.rwg, one.differs(), one.is_agreed()), (None, None, false, true));
    }

    #[test]
    fn a_quantity_has_no_scale_to_agree_on() {
        let ratings = [Decimal::from(100), Decimal::from(900)];
        let spread = spread(&ratings, Scale::Quantity).expect("there are ratings");
        assert_eq!((spread.consensus, spread.rwg, spread.is_split(), spread.is_agreed()), (None, None, false, false));
        assert_eq!(spread.median.to_string(), "500");
    }

    #[test]
    fn a_median_without_one_is_that_of_the_others() {
        let numbers = |list: &[i64]| list.iter().map(|&number| Decimal::from(number)).collect::<Vec<_>>();
        for all in [&[3, 5, 5, 9][..], &[1, 2, 3], &[4, 4], &[7]] {
            for (place, &one) in all.iter().enumerate() {
                let others: Vec<i64> =
                    all.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, &number)| number).collect();
                assert_eq!(
                    median_without(&numbers(all), Decimal::from(one)),
                    median(&numbers(&others)),
                    "{all:?} {one}"
                );
            }
        }
    }
}
