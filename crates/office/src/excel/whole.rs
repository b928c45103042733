//! Whole numbers in formulas: what keeps a spreadsheet exact.
//!
//! A spreadsheet counts in floating point and trusts fifteen digits: Excel compares and `LibreOffice` rounds down by no
//! more than those. Whole numbers up to [`MOST`] are safe from both, so every product and sum of a formula stays below
//! it. What would be larger is divided digit by digit, as by hand; what is larger still has no formula.

/// The most that any step of a formula may come to.
pub(super) const MOST: u128 = 100_000_000_000_000;

/// The longest formula that is written; Excel reads 8,192 characters.
const LONGEST: usize = 7_000;

/// A whole number, not negative, as text of a formula, and the most that it can be.
#[derive(Debug, Clone)]
pub(super) struct Whole {
    pub(super) text: String,
    pub(super) most: u128,
}

impl Whole {
    /// A part of a formula that is never more than `most`.
    pub(super) fn new(text: &str, most: u128) -> Self {
        Self { text: text.to_owned(), most }
    }

    /// A fixed number.
    pub(super) fn fixed(number: u128) -> Self {
        Self { text: number.to_string(), most: number }
    }

    /// The number times fixed factors, each left to be seen: `2*10000*D5`; `None` beyond what is exact.
    pub(super) fn times(&self, factors: &[u128]) -> Option<Self> {
        let mut text = String::new();
        let mut most = self.most;
        for factor in factors.iter().filter(|factor| **factor != 1) {
            most = most.checked_mul(*factor)?;
            text += &factor.to_string();
            text.push('*');
        }
        // A number that can only be zero says nothing about the factors, which are exact only below the bound as well.
        let alone = factors.iter().try_fold(1_u128, |product, factor| product.checked_mul(*factor))?;
        (most <= MOST && alone <= MOST).then(|| Self { text: text + &self.text, most })
    }

    /// The sum.
    pub(super) fn plus(&self, other: &Self) -> Option<Self> {
        let most = self.most.checked_add(other.most)?;
        let text = [self.text.as_str(), "+", &other.text].concat();
        (most <= MOST).then_some(Self { text, most })
    }

    /// Rounded down: the number divided by another that is never zero.
    pub(super) fn over(&self, divisor: &Self) -> Self {
        Self { text: ["QUOTIENT(", &self.text, ",", &divisor.text, ")"].concat(), most: self.most }
    }
}

/// How a quotient that is no whole number is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Round {
    Down,
    Up,
}

/// `part × factor ÷ whole` rounded, where the quotient is at most `most`; `None` where it can't be had exactly.
///
/// Where the product is too large, the factor is taken apart into digits of a base and each is divided with what the one
/// before it left: `…QUOTIENT(MOD(4*D5,D6)*1000+25*D5,D6)…`.
pub(super) fn divide(part: &Whole, factor: u128, whole: &Whole, most: u128, round: Round) -> Option<Whole> {
    let up = match round {
        Round::Down => None,
        Round::Up => Some(Whole::new(&[&whole.text, "-1"].concat(), whole.most)),
    };
    let added = |number: Whole| match &up {
        Some(up) => number.plus(up),
        None => Some(number),
    };
    if let Some(product) = part.times(&[factor]).and_then(added) {
        return Some(Whole { most, ..product.over(whole) });
    }
    (1..=6).rev().find_map(|zeros| by_digits(part, factor, whole, most, 10_u128.pow(zeros), &added))
}

fn by_digits(
    part: &Whole,
    factor: u128,
    whole: &Whole,
    most: u128,
    base: u128,
    added: &impl Fn(Whole) -> Option<Whole>,
) -> Option<Whole> {
    let mut digits = Vec::new();
    let mut rest = factor;
    while rest > 0 {
        digits.push(rest % base);
        rest /= base;
    }
    let mut remainder: Option<Whole> = None;
    let mut sum = String::new();
    let mut weight = base.checked_pow(u32::try_from(digits.len()).ok()?.checked_sub(1)?)?;
    for digit in digits.into_iter().rev() {
        let own = part.times(&[digit])?;
        let number = match &remainder {
            Some(remainder) => {
                let most = remainder.most.checked_mul(base).filter(|most| *most <= MOST)?;
                let moved = Whole::new(&[&remainder.text, "*", &base.to_string()].concat(), most);
                if digit == 0 { moved } else { moved.plus(&own)? }
            }
            None => own,
        };
        let number = if weight == 1 { added(number)? } else { number };
        let quotient = number.over(whole).text;
        if weight == 1 {
            sum += &quotient;
        } else {
            sum += &[&quotient, "*", &weight.to_string(), "+"].concat();
            remainder = Some(Whole::new(&["MOD(", &number.text, ",", &whole.text, ")"].concat(), whole.most));
        }
        weight /= base;
    }
    (most <= MOST && sum.len() <= LONGEST).then_some(Whole { text: ["(", &sum, ")"].concat(), most })
}

/// The product of factors.
pub(super) fn product(factors: &[u128]) -> Option<u128> {
    factors.iter().try_fold(1_u128, |product, factor| product.checked_mul(*factor))
}

/// Two numbers without their common divisors.
pub(super) fn lowest(above: u128, below: u128) -> (u128, u128) {
    let (mut a, mut b) = (above, below);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let divisor = a.max(1);
    (above / divisor, below / divisor)
}
