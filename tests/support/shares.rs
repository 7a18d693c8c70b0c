//! Backlogs under a mean whose shares are moved, in rational arithmetic written anew: every pair of items is tried.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::chance::Chance;

/// A backlog under the mean of a few criteria, with many ties; costs count as 11 − x.
pub struct Case {
    pub weights: Vec<i64>,
    pub costs: Vec<bool>,
    pub items: Vec<Vec<i64>>,
}

impl Case {
    pub fn random(chance: &mut Chance) -> Self {
        let criteria = 2 + chance.below(4);
        let items = 2 + chance.below(11);
        let highest = if chance.percent(50) { 10 } else { 3 };
        Self {
            weights: (0..criteria).map(|_| 1 + chance.below(5) as i64).collect(),
            costs: (0..criteria).map(|_| chance.percent(25)).collect(),
            items: (0..items).map(|_| (0..criteria).map(|_| 1 + chance.below(highest) as i64).collect()).collect(),
        }
    }

    pub fn toml(&self) -> String {
        let keys: Vec<String> = (0..self.weights.len()).map(|number| format!("\"c{number}\"")).collect();
        let mut text =
            format!("model = \"ours\"\n[models.ours]\ncombine = \"mean\"\nof = [{}]\n[weights]\n", keys.join(", "));
        self.weights.iter().enumerate().for_each(|(number, weight)| text += &format!("c{number} = {weight}\n"));
        for (number, cost) in self.costs.iter().enumerate() {
            let direction = if *cost { "cost" } else { "benefit" };
            text += &format!("[criteria.c{number}]\ndirection = \"{direction}\"\n");
        }
        text
    }

    pub fn csv(&self) -> String {
        let keys: Vec<String> = (0..self.weights.len()).map(|number| format!("c{number}")).collect();
        let mut text = format!("id,title,{}\n", keys.join(","));
        for (number, ratings) in self.items.iter().enumerate() {
            let ratings: Vec<String> = ratings.iter().map(i64::to_string).collect();
            text += &format!("i{number},t{number},{}\n", ratings.join(","));
        }
        text
    }

    pub fn counted(&self, item: usize, criterion: usize) -> i64 {
        let rating = self.items[item][criterion];
        if self.costs[criterion] { 11 - rating } else { rating }
    }

    pub fn share(&self, criterion: usize) -> BigRational {
        ratio(self.weights[criterion], self.weights.iter().sum())
    }

    /// An item's score if a criterion had a share and the others kept their proportions.
    pub fn score(&self, item: usize, criterion: usize, share: &BigRational) -> BigRational {
        let others: Vec<usize> = (0..self.weights.len()).filter(|other| *other != criterion).collect();
        let whole: i64 = others.iter().map(|&other| self.weights[other]).sum();
        let rest: BigRational =
            others.iter().map(|&other| ratio(self.weights[other] * self.counted(item, other), whole)).sum();
        share * whole_number(self.counted(item, criterion)) + (BigRational::one() - share) * rest
    }

    /// The smallest change of one share that brings one of `inside` and one of `outside` level, every pair tried.
    pub fn smallest_change(&self, inside: &[usize], outside: &[usize]) -> Option<BigRational> {
        let mut changes = Vec::new();
        for criterion in 0..self.weights.len() {
            for (&one, &other) in inside.iter().flat_map(|one| outside.iter().map(move |other| (one, other))) {
                // The distance is linear in the share: two points give its nought.
                let apart =
                    |share: &BigRational| self.score(one, criterion, share) - self.score(other, criterion, share);
                let (at_zero, at_one) = (apart(&BigRational::zero()), apart(&BigRational::one()));
                let now = self.share(criterion);
                if apart(&now).is_zero() {
                    changes.push(BigRational::zero());
                } else if at_zero != at_one {
                    let level = &at_zero / (&at_zero - &at_one);
                    if !level.is_negative() && level <= BigRational::one() {
                        changes.push((level - now).abs());
                    }
                }
            }
        }
        changes.into_iter().min()
    }

    pub fn dominates(&self, one: usize, other: usize) -> bool {
        let pairs = || (0..self.weights.len()).map(|c| (self.counted(one, c), self.counted(other, c)));
        pairs().all(|(a, b)| a >= b) && pairs().any(|(a, b)| a > b)
    }
}

pub fn ratio(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(BigInt::from(numerator), BigInt::from(denominator))
}

pub fn whole_number(value: i64) -> BigRational {
    BigRational::from(BigInt::from(value))
}
