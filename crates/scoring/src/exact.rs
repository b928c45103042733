//! Exact, non-negative fractions: the only numbers that goals and bands are compared on.

use std::cmp::Ordering;

/// An exact fraction `numerator ÷ denominator`, not negative.
///
/// Comparison is total and never overflows; multiplication gives `None` instead of overflowing.
///
/// ```
/// use scoring::exact::Exact;
/// // 79.996 % does not meet 80 %, however it is displayed.
/// assert!(Exact::new(79_996, 1000).unwrap() < Exact::whole(80));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Exact {
    numerator: u128,
    denominator: u128,
}

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self::whole(0);
    /// One hundred, the top of every percentage.
    pub const HUNDRED: Self = Self::whole(100);

    /// `numerator ÷ denominator` in lowest terms; `None` when the denominator is zero.
    pub fn new(numerator: u128, denominator: u128) -> Option<Self> {
        let divisor = greatest_common_divisor(numerator, denominator);
        (denominator != 0)
            .then(|| Self { numerator: numerator / divisor, denominator: denominator / divisor })
    }

    /// A whole number.
    pub const fn whole(number: u128) -> Self {
        Self { numerator: number, denominator: 1 }
    }

    /// The numerator, in lowest terms.
    pub const fn numerator(self) -> u128 {
        self.numerator
    }

    /// The denominator, in lowest terms; never zero.
    pub const fn denominator(self) -> u128 {
        self.denominator
    }

    /// The product; `None` when it is beyond what can be held exactly.
    pub fn times(self, other: Self) -> Option<Self> {
        let left = greatest_common_divisor(self.numerator, other.denominator);
        let right = greatest_common_divisor(other.numerator, self.denominator);
        let numerator = (self.numerator / left).checked_mul(other.numerator / right)?;
        let denominator = (self.denominator / right).checked_mul(other.denominator / left)?;
        // Both factors are in lowest terms and were cancelled against each other: so is the product.
        Some(Self { numerator, denominator })
    }

    /// The quotient; `None` when dividing by zero or beyond what can be held exactly.
    pub fn divided_by(self, other: Self) -> Option<Self> {
        let upside_down = Self { numerator: other.denominator, denominator: other.numerator };
        (other.numerator != 0).then(|| self.times(upside_down))?
    }

    /// The sum; `None` when it is beyond what can be held exactly.
    pub fn plus(self, other: Self) -> Option<Self> {
        let (left, right, denominator) = self.over_one_line(other)?;
        Self::new(left.checked_add(right)?, denominator)
    }

    /// The difference; `None` when it is below zero or beyond what can be held exactly.
    pub fn minus(self, other: Self) -> Option<Self> {
        let (left, right, denominator) = self.over_one_line(other)?;
        Self::new(left.checked_sub(right)?, denominator)
    }

    /// Both numerators over one denominator.
    fn over_one_line(self, other: Self) -> Option<(u128, u128, u128)> {
        let common = greatest_common_divisor(self.denominator, other.denominator);
        let (left, right) = (other.denominator / common, self.denominator / common);
        let denominator = self.denominator.checked_mul(left)?;
        Some((self.numerator.checked_mul(left)?, other.numerator.checked_mul(right)?, denominator))
    }

    /// The nearest whole multiple of `step`, halves up, counted in ones.
    ///
    /// `step` is 1, 10, 100 or 1000: thousandths of a point for 3, 2, 1 or 0 decimals.
    pub fn rounded_half_up(self, step: u128) -> u128 {
        let step = step.max(1);
        let (quotient, remainder) = (self.numerator / self.denominator, self.numerator % self.denominator);
        let (steps, below) = (quotient / step, quotient % step);
        // The part above the last full step is below + remainder/denominator; up when twice that reaches a step.
        let twice = 2 * below;
        let up = match twice.cmp(&step) {
            Ordering::Less => {
                let gap = step - twice;
                // 2·remainder/denominator ≥ gap, where remainder < denominator, so only gap 1 and 2 − ε can be reached.
                gap == 1 && remainder >= self.denominator - remainder
            }
            Ordering::Equal | Ordering::Greater => true,
        };
        (steps + u128::from(up)) * step
    }

    /// Decimal digits of the value rounded half-up to `decimals` places.
    pub fn to_decimals(self, decimals: u32) -> Rounded {
        let mut whole = self.numerator / self.denominator;
        let mut remainder = self.numerator % self.denominator;
        let mut digits: Vec<u8> = Vec::new();
        for _ in 0..decimals {
            let (digit, rest) = next_digit(remainder, self.denominator);
            digits.push(digit);
            remainder = rest;
        }
        if remainder >= self.denominator - remainder {
            let mut carry = true;
            for digit in digits.iter_mut().rev() {
                if !carry {
                    break;
                }
                carry = *digit == 9;
                *digit = if carry { 0 } else { *digit + 1 };
            }
            whole += u128::from(carry);
        }
        Rounded { whole, digits }
    }

    /// As [`Self::to_decimals`], with the fewest decimals, at least `decimals`, with which the shown value does not
    /// mislead. A value shown in full never does, so this ends for every `misleads` that compares with an edge.
    pub fn to_decimals_unless(self, decimals: u32, misleads: impl Fn(Self) -> bool) -> Rounded {
        let mut places = decimals;
        loop {
            let rounded = self.to_decimals(places);
            match rounded.exact() {
                Some(shown) if shown != self && misleads(shown) => places += 1,
                _ => return rounded,
            }
        }
    }

    /// Whether a shown value has come from this side of an edge to the edge or past it.
    pub fn reaches(self, shown: Self, edge: Self) -> bool {
        match self.cmp(&edge) {
            Ordering::Less => shown >= edge,
            Ordering::Greater => shown <= edge,
            Ordering::Equal => false,
        }
    }
}

/// A value rounded for people: whole part and decimals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rounded {
    /// The part before the mark.
    pub whole: u128,
    /// The digits after it, each 0 to 9.
    pub digits: Vec<u8>,
}

impl Rounded {
    /// The digits after the mark as text, "235" for 48.235.
    pub fn decimals(&self) -> String {
        self.digits.iter().map(|digit| char::from(b'0' + digit)).collect()
    }

    /// The value that is shown, exactly; `None` where it has more digits than can be held.
    pub fn exact(&self) -> Option<Exact> {
        let mut numerator = self.whole;
        let mut denominator = 1_u128;
        for digit in &self.digits {
            numerator = numerator.checked_mul(10)?.checked_add(u128::from(*digit))?;
            denominator = denominator.checked_mul(10)?;
        }
        Exact::new(numerator, denominator)
    }
}

impl std::fmt::Display for Rounded {
    /// As in files: a dot, no grouping.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.whole)?;
        if self.digits.is_empty() { Ok(()) } else { write!(f, ".{}", self.decimals()) }
    }
}

impl Ord for Exact {
    /// Multiplies out, and where a product would overflow compares as continued fractions.
    fn cmp(&self, other: &Self) -> Ordering {
        let left = self.numerator.checked_mul(other.denominator);
        let right = other.numerator.checked_mul(self.denominator);
        if let (Some(left), Some(right)) = (left, right) {
            return left.cmp(&right);
        }
        let (mut a, mut b) = (self.numerator, self.denominator);
        let (mut c, mut d) = (other.numerator, other.denominator);
        loop {
            let by_whole = (a / b).cmp(&(c / d));
            let (left, right) = (a % b, c % d);
            if by_whole != Ordering::Equal {
                return by_whole;
            }
            match (left, right) {
                (0, 0) => return Ordering::Equal,
                (0, _) => return Ordering::Less,
                (_, 0) => return Ordering::Greater,
                // left/b against right/d is d/right against b/left.
                _ => (a, b, c, d) = (d, right, b, left),
            }
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

/// One step of long division: the next decimal digit of `remainder ÷ denominator`, and what is left.
///
/// Ten times the remainder could overflow, so it is added up ten times, subtracting on the way.
fn next_digit(remainder: u128, denominator: u128) -> (u8, u128) {
    if let Some(tenfold) = remainder.checked_mul(10) {
        let digit = u8::try_from(tenfold / denominator).unwrap_or(9);
        return (digit, tenfold % denominator);
    }
    let (mut digit, mut rest) = (0, 0_u128);
    for _ in 0..10 {
        // rest and remainder are both below the denominator: the sum passes it once at most.
        if rest >= denominator - remainder {
            rest -= denominator - remainder;
            digit += 1;
        } else {
            rest += remainder;
        }
    }
    (digit, rest)
}

/// The greatest common divisor, at least 1.
///
/// Dividing 128 bits is slow, so it goes on only until both sides fit in 64, as nearly all figures do at once.
fn greatest_common_divisor(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    loop {
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return u128::from(binary_divisor(a, b)).max(1);
        }
        if b == 0 {
            return a;
        }
        (a, b) = (b, a % b);
    }
}

/// The same without divisions: halving and subtracting.
fn binary_divisor(a: u64, b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let twos = (a | b).trailing_zeros();
    let (mut a, mut b) = (a >> a.trailing_zeros(), b >> b.trailing_zeros());
    while a != b {
        if a > b {
            (a, b) = (b, a);
        }
        b -= a;
        b >>= b.trailing_zeros();
    }
    a << twos
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    fn exact(numerator: u128, denominator: u128) -> Exact {
        Exact::new(numerator, denominator).unwrap()
    }

    #[test]
    fn compares_without_rounding_and_without_overflow() {
        assert!(exact(79_996, 1000) < Exact::whole(80));
        assert!(exact(u128::MAX, u128::MAX - 1) > Exact::whole(1));
        assert!(exact(u128::MAX - 1, u128::MAX) < exact(u128::MAX, u128::MAX - 1));
        assert_eq!(exact(2, 4), exact(1, 2));
        assert_eq!(exact(0, 5), Exact::ZERO);
    }

    #[test]
    fn stays_in_lowest_terms_whatever_the_size() {
        let big = 10_u128.pow(30);
        for (numerator, denominator, lowest) in [
            (0, 7, (0, 1)),
            (7, 7, (1, 1)),
            (48, 36, (4, 3)),
            (2_u128.pow(40), 2_u128.pow(38) * 3, (4, 3)),
            (big * 6, big * 4, (3, 2)),
            (big, 1, (big, 1)),
            (u128::MAX, u128::MAX, (1, 1)),
        ] {
            let value = exact(numerator, denominator);
            assert_eq!((value.numerator(), value.denominator()), lowest);
        }
        assert!(Exact::new(1, 0).is_none());
        let product = exact(10, 21).times(exact(14, 25)).unwrap();
        assert_eq!((product.numerator(), product.denominator()), (4, 15));
        let nothing = Exact::ZERO.times(exact(3, 7)).unwrap();
        assert_eq!((nothing.numerator(), nothing.denominator()), (0, 1));
        assert!(exact(3, 7).divided_by(Exact::ZERO).is_none());
        assert!(exact(u128::MAX, 1).times(Exact::whole(2)).is_none());
    }

    #[test]
    fn adds_and_takes_away_exactly_or_not_at_all() {
        assert_eq!(exact(1, 6).plus(exact(1, 4)), Some(exact(5, 12)));
        assert_eq!(exact(5, 12).minus(exact(1, 4)), Some(exact(1, 6)));
        assert_eq!(exact(1, 4).minus(exact(1, 4)), Some(Exact::ZERO));
        assert_eq!(exact(1, 6).minus(exact(1, 4)), None);
        assert_eq!(exact(u128::MAX, 1).plus(exact(1, 1)), None);
        assert_eq!(exact(1, u128::MAX).plus(exact(1, u128::MAX - 1)), None);
    }

    #[test]
    fn rounds_halves_up_to_any_step() {
        for (numerator, denominator, step, rounded) in [
            (5, 2, 1, 3),
            (49, 20, 1, 2),
            (14_999, 10, 1000, 1000),
            (1500, 1, 1000, 2000),
            (1_499_999, 1000, 1000, 1000),
            (449_999, 1000, 100, 400),
            (450, 1, 100, 500),
            (4, 1, 10, 0),
            (5, 1, 10, 10),
            (49_999, 10_000, 10, 0),
        ] {
            assert_eq!(
                exact(numerator, denominator).rounded_half_up(step),
                rounded,
                "{numerator}/{denominator} by {step}"
            );
        }
    }

    #[test]
    fn shows_as_many_decimals_as_it_takes_not_to_look_like_an_edge_it_misses() {
        let shown = |value: Exact, edge: u128| {
            value.to_decimals_unless(3, |shown| value.reaches(shown, Exact::whole(edge))).to_string()
        };
        assert_eq!(shown(exact(48_235_294, 1_000_000), 55), "48.235");
        assert_eq!(shown(exact(79_999_600, 1_000_000), 80), "79.9996");
        assert_eq!(shown(exact(7_999_999_999, 100_000_000), 80), "79.99999999");
        assert_eq!(shown(exact(100_004, 10_000), 10), "10.0004");
        assert_eq!(shown(Exact::whole(80), 80), "80.000");
    }

    #[test]
    fn long_division_works_at_the_edge_of_what_fits() {
        assert_eq!(exact(u128::MAX - 1, u128::MAX).to_decimals(2).to_string(), "1.00");
        assert_eq!(exact(u128::MAX / 2, u128::MAX).to_decimals(3).to_string(), "0.500");
        assert_eq!(next_digit(u128::MAX / 3, u128::MAX), (3, u128::MAX / 3));
    }
}
