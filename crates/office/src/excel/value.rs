//! A target's value in formulas: compared with goals crosswise, and turned into points that are rounded once.

use super::whole::{MOST, Round, Whole, divide, lowest, product};
use scoring::exact::Exact;
use scoring::target_set::Compare;

/// `above × part ÷ (below × whole)`; without a whole, of fixed numbers but for the part.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub(super) part: Whole,
    pub(super) whole: Option<Whole>,
    pub(super) above: u128,
    pub(super) below: u128,
}

impl Value {
    /// A condition that holds when the value compares so with an edge; whole numbers on both sides.
    pub(super) fn compared(&self, compare: Compare, edge: Exact) -> Option<String> {
        let above = self.above.checked_mul(edge.denominator())?;
        let below = self.below.checked_mul(edge.numerator())?;
        let Some(whole) = &self.whole else { return whole_edge(&self.part, compare, above, below) };
        let (low_above, low_below) = lowest(above, below);
        for (above, below) in [(above, below), (low_above, low_below)] {
            if let (Some(left), Some(right)) = (self.part.times(&[above]), whole.times(&[below])) {
                return Some([&left.text, sign(compare), &right.text].concat());
            }
        }
        let (above, below) = (low_above, low_below);
        // part·above ≥ whole·below exactly when part·above ÷ whole, rounded down, is ≥ below; and > likewise rounded up.
        let round = match compare {
            Compare::AtLeast | Compare::LessThan => Round::Down,
            Compare::MoreThan | Compare::AtMost => Round::Up,
        };
        let quotient = divide(&self.part, above, whole, above, round)?;
        (below <= MOST).then(|| [&quotient.text, sign(compare), &below.to_string()].concat())
    }

    /// Thousandths of points, the value times `above ÷ below`, rounded half-up to a multiple of `step`.
    ///
    /// Twice the fraction rounded down, one more, halved and rounded down is the fraction rounded half-up.
    pub(super) fn points(&self, above: &[u128], below: &[u128], step: u128) -> Option<String> {
        let above: Vec<u128> = [2, self.above].iter().chain(above).copied().collect();
        let below: Vec<u128> = [self.below, step].iter().chain(below).copied().collect();
        let one = Whole::fixed(1);
        let whole = self.whole.as_ref().unwrap_or(&one);
        let twice = self.seen(&above, &below, whole).or_else(|| self.reduced(&above, &below, whole))?;
        let steps = ["QUOTIENT(", &twice, "+1,2)"].concat();
        Some(if step == 1 { steps } else { [&step.to_string(), "*", &steps].concat() })
    }

    /// With every factor left to be seen, where that is exact.
    fn seen(&self, above: &[u128], below: &[u128], whole: &Whole) -> Option<String> {
        let mut divisor = whole.times(below)?;
        if let Some(plain) = divisor.text.strip_suffix("*1").filter(|_| self.whole.is_none()) {
            divisor.text = plain.to_owned();
        }
        Some(self.part.times(above)?.over(&divisor).text)
    }

    /// With the factors in lowest terms, and digit by digit where the figures are large.
    fn reduced(&self, above: &[u128], below: &[u128], whole: &Whole) -> Option<String> {
        let (above, below) = lowest(product(above)?, product(below)?);
        if self.whole.is_none() {
            let most = self.part.most.checked_mul(above)? / below;
            return divide(&self.part, above, &Whole::fixed(below), most, Round::Down)
                .map(|twice| twice.text);
        }
        // A part is never more than its whole, so the quotient is never more than the factor.
        let quotient = divide(&self.part, above, whole, above, Round::Down)?;
        let twice = if below == 1 { quotient } else { quotient.over(&Whole::fixed(below)) };
        (below <= MOST).then_some(twice.text)
    }
}

/// A whole number is on one side of a fraction exactly when it is on that side of the next whole number.
fn whole_edge(part: &Whole, compare: Compare, above: u128, below: u128) -> Option<String> {
    let down = below / above;
    let up = down + u128::from(!below.is_multiple_of(above));
    let edge = match compare {
        Compare::AtLeast | Compare::LessThan => up,
        Compare::MoreThan | Compare::AtMost => down,
    };
    (edge <= MOST).then(|| [&part.text, sign(compare), &edge.to_string()].concat())
}

const fn sign(compare: Compare) -> &'static str {
    match compare {
        Compare::AtLeast => ">=",
        Compare::MoreThan => ">",
        Compare::AtMost => "<=",
        Compare::LessThan => "<",
    }
}
