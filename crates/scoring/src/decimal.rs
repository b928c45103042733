//! Decimal numbers as files declare them: "55", "0.25".

use super::exact::Exact;

/// A declared decimal, not negative: at most nine digits before the mark and six after it.
///
/// Bounded so that no product in scoring can pass what is held exactly. It is written as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    units: u64,
    scale: u8,
}

/// Digits allowed before the mark.
const WHOLE_DIGITS: usize = 9;
/// Digits allowed after the mark.
const DECIMALS: usize = 6;

impl Decimal {
    /// Reads "55" or "55.25": digits, a dot, no sign, no grouping, no needless leading zero.
    pub fn read(text: &str) -> Option<Self> {
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return None,
            None => (text, ""),
        };
        let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        let leading_zero = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || leading_zero || whole.len() > WHOLE_DIGITS || fraction.len() > DECIMALS {
            return None;
        }
        if !plain(whole) || !plain(fraction) {
            return None;
        }
        let units = [whole, fraction].concat().parse().ok()?;
        Some(Self { units, scale: u8::try_from(fraction.len()).ok()? })
    }

    /// A whole number.
    pub const fn whole(number: u32) -> Self {
        Self { units: number as u64, scale: 0 }
    }

    /// The number, exactly.
    pub fn exact(self) -> Exact {
        Exact::new(u128::from(self.units), 10_u128.pow(u32::from(self.scale))).unwrap_or(Exact::ZERO)
    }

    /// Thousandths, when there is nothing beyond them.
    pub fn thousandths(self) -> Option<i64> {
        let up = |by: u32| i64::try_from(self.units).ok()?.checked_mul(10_i64.checked_pow(by)?);
        match u32::from(self.scale) {
            scale @ 0..=3 => up(3 - scale),
            scale => {
                let divisor = 10_u64.checked_pow(scale - 3)?;
                self.units.is_multiple_of(divisor).then(|| i64::try_from(self.units / divisor).ok()).flatten()
            }
        }
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let power = 10_u64.pow(u32::from(self.scale));
        write!(f, "{}", self.units / power)?;
        match self.scale {
            0 => Ok(()),
            scale => write!(f, ".{:0width$}", self.units % power, width = usize::from(scale)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn writes_what_it_read() {
        for text in ["0", "55", "0.5", "12.050", "999999999.999999"] {
            assert_eq!(Decimal::read(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_plain_decimal() {
        for text in
            ["", ".5", "5.", "05", "-1", "+1", "1e3", "1,5", "1 0", "1.2.3", "1234567890", "0.1234567", "٣"]
        {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
    }

    #[test]
    fn counts_thousandths_only_when_they_are_exact() {
        assert_eq!(Decimal::read("0.25").unwrap().thousandths(), Some(250));
        assert_eq!(Decimal::read("2").unwrap().thousandths(), Some(2000));
        assert_eq!(Decimal::read("0.001000").unwrap().thousandths(), Some(1));
        assert_eq!(Decimal::read("0.0005").unwrap().thousandths(), None);
    }
}
