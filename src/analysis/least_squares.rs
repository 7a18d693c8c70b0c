//! Least squares whose weights can't be negative, in exact numbers: nothing is rounded, so nothing is within a tolerance.

use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// The x ≥ 0 under which |Ax − b| is least, from the normal equations: `gram` is AᵀA and `target` Aᵀb (Lawson and Hanson 1974,
/// chapter 23, algorithm NNLS; on the normal equations as in Bro and de Jong 1997).
///
/// In exact numbers a column whose gradient is above nought doesn't depend on those already taken, so what is solved always
/// has one solution, also where columns of A are multiples of each other: then the first of them gets the weight.
pub(super) fn non_negative_least_squares(gram: &[Vec<BigRational>], target: &[BigRational]) -> Vec<BigRational> {
    let count = target.len();
    let mut weights = vec![BigRational::zero(); count];
    let mut taken = vec![false; count];
    loop {
        let gradient = |at: usize| {
            let fitted: BigRational = gram[at].iter().zip(&weights).map(|(a, weight)| a * weight).sum();
            &target[at] - fitted
        };
        let mut next: Option<(usize, BigRational)> = None;
        for at in (0..count).filter(|&at| !taken[at]) {
            let gradient = gradient(at);
            if gradient.is_positive() && next.as_ref().is_none_or(|(_, best)| gradient > *best) {
                next = Some((at, gradient));
            }
        }
        let Some((next, _)) = next else { return weights };
        taken[next] = true;
        loop {
            let places: Vec<usize> = (0..count).filter(|&at| taken[at]).collect();
            let Some(solution) = solve(gram, target, &places) else { return weights };
            // As far towards the solution as no weight falls below nought.
            let blocking = places.iter().zip(&solution).filter(|(_, value)| !value.is_positive());
            let steps = blocking.map(|(&at, value)| &weights[at] / (&weights[at] - value));
            let Some(step) = steps.min() else {
                places.into_iter().zip(solution).for_each(|(at, value)| weights[at] = value);
                break;
            };
            for (&at, value) in places.iter().zip(&solution) {
                let moved = &weights[at] + &step * (value - &weights[at]);
                taken[at] = moved.is_positive();
                weights[at] = if taken[at] { moved } else { BigRational::zero() };
            }
        }
    }
}

/// The solution of the equations in some places by elimination; `None` where there isn't just one.
fn solve(gram: &[Vec<BigRational>], target: &[BigRational], places: &[usize]) -> Option<Vec<BigRational>> {
    let row = |&at: &usize| places.iter().map(|&to| gram[at][to].clone()).chain([target[at].clone()]).collect();
    let mut rows: Vec<Vec<BigRational>> = places.iter().map(row).collect();
    let count = places.len();
    for column in 0..count {
        let pivot = (column..count).find(|&row| !rows[row][column].is_zero())?;
        rows.swap(column, pivot);
        let pivot = rows[column].clone();
        for (number, row) in rows.iter_mut().enumerate() {
            if number == column || row[column].is_zero() {
                continue;
            }
            let factor = &row[column] / &pivot[column];
            row.iter_mut().zip(&pivot).for_each(|(cell, other)| *cell -= &factor * other);
        }
    }
    Some((0..count).map(|at| &rows[at][count] / &rows[at][at]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_traits::ToPrimitive;

    fn fit(rows: &[&[i64]], target: &[i64]) -> Vec<f64> {
        let exact = |value: i64| BigRational::from_integer(value.into());
        let columns = rows[0].len();
        let product = |a: usize, b: usize| exact(rows.iter().map(|row| row[a] * row[b]).sum());
        let gram: Vec<Vec<BigRational>> = (0..columns).map(|a| (0..columns).map(|b| product(a, b)).collect()).collect();
        let target: Vec<BigRational> =
            (0..columns).map(|a| exact(rows.iter().zip(target).map(|(row, value)| row[a] * value).sum())).collect();
        non_negative_least_squares(&gram, &target).iter().map(|weight| weight.to_f64().unwrap_or(f64::NAN)).collect()
    }

    /// The examples in SciPy's documentation of `scipy.optimize.nnls`.
    #[test]
    fn the_two_examples_of_scipys_documentation() {
        let rows: [&[i64]; 3] = [&[1, 0], &[1, 0], &[0, 1]];
        assert_eq!(fit(&rows, &[2, 1, 1]), [1.5, 1.0]);
        assert_eq!(fit(&rows, &[-1, -1, -1]), [0.0, 0.0]);
    }

    #[test]
    fn no_choice_of_columns_fits_better() {
        // Every subset is solved without a bound, and of those without a negative weight the best is taken.
        let mut state = 3u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64 % 10
        };
        for _ in 0..200 {
            let rows: Vec<Vec<i64>> = (0..6).map(|_| (0..3).map(|_| next()).collect()).collect();
            let target: Vec<i64> = (0..6).map(|_| next() - 3).collect();
            let exact = |value: i64| BigRational::from_integer(value.into());
            let product = |a: usize, b: usize| exact(rows.iter().map(|row| row[a] * row[b]).sum());
            let gram: Vec<Vec<BigRational>> = (0..3).map(|a| (0..3).map(|b| product(a, b)).collect()).collect();
            let moments: Vec<BigRational> =
                (0..3).map(|a| exact(rows.iter().zip(&target).map(|(row, value)| row[a] * value).sum())).collect();
            let distance = |weights: &[BigRational]| -> BigRational {
                let error = |(row, value): (&Vec<i64>, &i64)| {
                    let fitted: BigRational = row.iter().zip(weights).map(|(a, weight)| exact(*a) * weight).sum();
                    let error = fitted - exact(*value);
                    &error * &error
                };
                rows.iter().zip(&target).map(error).sum()
            };
            let own = distance(&non_negative_least_squares(&gram, &moments));
            for subset in 0..8 {
                let places: Vec<usize> = (0..3).filter(|at| subset >> at & 1 == 1).collect();
                let Some(solution) = solve(&gram, &moments, &places) else { continue };
                if solution.iter().all(|weight| !weight.is_negative()) {
                    let mut weights = vec![exact(0); 3];
                    places.iter().zip(solution).for_each(|(&at, weight)| weights[at] = weight);
                    assert!(own <= distance(&weights), "{rows:?} {target:?}");
                }
            }
        }
    }

    #[test]
    fn columns_that_say_the_same_share_no_weight() {
        assert_eq!(fit(&[&[1, 2, 0], &[2, 4, 0], &[3, 6, 0]], &[2, 4, 6]), [0.0, 1.0, 0.0]);
    }
}
