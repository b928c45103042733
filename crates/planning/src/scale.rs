//! Costs as whole numbers of one scale, and the sign of a sum of fractions, whatever their denominators.

use std::cmp::Ordering;

use scoring::exact::Exact;

/// So many parts make a cost of 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// The parts.
    pub parts: u128,
    /// Whether every unit cost is a whole number of them; else each is rounded down.
    pub exact: bool,
}

impl Scale {
    /// The finest scale of at most so many parts, in which every unit cost is whole if that is possible.
    pub fn of(units: impl Iterator<Item = Exact>, most: u128) -> Self {
        let common = units.map(Exact::denominator).try_fold(1_u128, |common, denominator| {
            let missing = Exact::new(denominator, common)?.numerator();
            common.checked_mul(missing).filter(|common| *common <= most)
        });
        let parts = common.unwrap_or(1);
        Self { parts: parts << (most / parts).max(1).ilog2(), exact: common.is_some() }
    }

    /// A unit cost in parts, rounded down where it is no whole number of them.
    pub fn floor(self, unit: Exact) -> i128 {
        let (upper, lower) = (unit.numerator(), unit.denominator());
        let whole = (self.parts / lower).checked_mul(upper);
        let rest = (self.parts % lower).checked_mul(upper).map(|rest| rest / lower);
        let parts = whole.zip(rest).and_then(|(whole, rest)| whole.checked_add(rest));
        parts.and_then(|parts| i128::try_from(parts).ok()).unwrap_or_default()
    }
}

/// Whether a sum of fractions, numerator and denominator, is below, at or above zero.
///
/// What is left of the fractions beside the whole numbers in them is doubled until the whole numbers decide. A sum that
/// is not zero is no less than one part of the product of all denominators, so that so many doublings
/// suffice; a sum that they do not decide is zero.
pub(super) fn sign(terms: impl Iterator<Item = (i128, i128)>) -> Ordering {
    let mut terms = together(terms);
    // In lowest terms more of them have the same denominator.
    terms = together(terms.into_iter().map(lowest));
    let mut whole: i128 = terms.iter().map(|(upper, lower)| upper.div_euclid(*lower)).sum();
    for (upper, lower) in &mut terms {
        *upper = upper.rem_euclid(*lower);
    }
    let doublings: u32 = terms.iter().map(|(_, lower)| lower.ilog2() + 2).sum();
    for _ in 0..=doublings {
        // Each rest is less than 1.
        let rests: i128 = terms.iter().map(|(upper, _)| i128::from(*upper > 0)).sum();
        if whole > 0 || rests == 0 || whole <= -rests {
            return if whole == 0 && rests > 0 { Ordering::Greater } else { whole.cmp(&0) };
        }
        if whole == 0 {
            return Ordering::Greater;
        }
        whole *= 2;
        for (upper, lower) in &mut terms {
            *upper *= 2;
            if upper >= lower {
                *upper -= *lower;
                whole += 1;
            }
        }
    }
    Ordering::Equal
}

/// The sums of those with the same denominator, zeros left out.
fn together(terms: impl Iterator<Item = (i128, i128)>) -> Vec<(i128, i128)> {
    let mut sums: Vec<(i128, i128)> = Vec::new();
    for (upper, lower) in terms {
        match sums.iter_mut().find(|(_, same)| *same == lower) {
            Some((sum, _)) => *sum += upper,
            None => sums.push((upper, lower)),
        }
    }
    sums.retain(|(sum, _)| *sum != 0);
    sums
}

fn lowest((upper, lower): (i128, i128)) -> (i128, i128) {
    let size = Exact::new(upper.unsigned_abs(), lower.unsigned_abs()).unwrap_or(Exact::ZERO);
    let part = |part: u128| i128::try_from(part).unwrap_or(i128::MAX);
    (part(size.numerator()) * upper.signum(), part(size.denominator()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_of_a_sum_is_known_however_near_to_zero_it_is() {
        let prime = 1_000_000_007_i128;
        for (terms, expected) in [
            (vec![], Ordering::Equal),
            (vec![(1, 3), (-1, 3)], Ordering::Equal),
            (vec![(1, 2), (1, 3), (1, 6), (-1, 1)], Ordering::Equal),
            (vec![(50, 100), (-60, 120)], Ordering::Equal),
            (vec![(1, 2), (1, 3), (1, 6), (-1, 1), (1, prime)], Ordering::Greater),
            (vec![(1, 2), (1, 3), (1, 6), (-1, 1), (-1, prime * prime * prime)], Ordering::Less),
            (vec![(1, prime), (-1, prime + 1)], Ordering::Greater),
            (vec![(1, prime + 1), (-1, prime)], Ordering::Less),
            (vec![(1, 7), (1, 11), (-18, 77)], Ordering::Equal),
            (vec![(1, 7), (1, 11), (-19, 77)], Ordering::Less),
            (vec![(-5, 4), (1, 5)], Ordering::Less),
        ] {
            assert_eq!(sign(terms.iter().copied()), expected, "{terms:?}");
            let turned = terms.iter().map(|(upper, lower)| (-upper, *lower));
            assert_eq!(sign(turned), expected.reverse(), "{terms:?}");
        }
    }

    #[test]
    fn a_scale_holds_every_unit_cost_or_says_that_it_does_not() {
        let parts =
            |units: &[u128], most| Scale::of(units.iter().filter_map(|below| Exact::new(1, *below)), most);
        let scale = parts(&[50, 20, 7], 1 << 40);
        assert!(scale.exact && scale.parts.is_multiple_of(700) && scale.parts > 1 << 39);
        assert!(!parts(&[1_000_003, 1_000_033], 1 << 20).exact);
        assert!(parts(&[1_000_003], 1 << 20).parts <= 1 << 20);
    }
}
