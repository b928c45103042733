//! Points, in whole thousandths: what is printed always adds up.

use super::exact::Exact;

/// Points in whole thousandths; negative only for a penalty. Điểm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Points(i64);

/// How many decimals a set rounds points to: 0 to 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimals(u8);

impl Decimals {
    /// `None` above 3: points are held in thousandths.
    pub fn new(decimals: u64) -> Option<Self> {
        u8::try_from(decimals).ok().filter(|decimals| *decimals <= 3).map(Self)
    }

    /// The number of decimals, 0 to 3.
    pub const fn count(self) -> u8 {
        self.0
    }

    /// One unit of the last decimal, in thousandths: 1000, 100, 10 or 1.
    pub fn step(self) -> u32 {
        10_u32.pow(3 - u32::from(self.0))
    }
}

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// Points of so many thousandths.
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// The thousandths.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// The size as an exact number of points, without the sign.
    pub fn exact(self) -> Exact {
        Exact::new(u128::from(self.0.unsigned_abs()), 1000).unwrap_or(Exact::ZERO)
    }

    /// An exact number of points rounded half-up, once, to the set's decimals.
    pub fn rounded(points: Exact, decimals: Decimals) -> Option<Self> {
        let thousandths = points.times(Exact::whole(1000))?;
        i64::try_from(thousandths.rounded_half_up(u128::from(decimals.step()))).ok().map(Self)
    }

    /// This many points `count` times; at most what can be held.
    #[must_use]
    pub fn times(self, count: u128) -> Self {
        Self(i64::try_from(count).map_or(i64::MAX, |count| self.0.saturating_mul(count)))
    }
}

impl std::ops::Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::ops::Neg for Points {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self::ZERO, |sum, points| sum + points)
    }
}

impl std::fmt::Display for Points {
    /// As in files: three decimals and a dot, "8.770".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:03}", size / 1000, size % 1000)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn rounds_half_up_once_to_the_decimals_of_the_set() {
        let value = Exact::new(8_769_500, 1_000_000).unwrap();
        for (decimals, printed) in [(3, "8.770"), (2, "8.770"), (1, "8.800"), (0, "9.000")] {
            assert_eq!(
                Points::rounded(value, Decimals::new(decimals).unwrap()).unwrap().to_string(),
                printed
            );
        }
    }

    #[test]
    fn prints_penalties_with_their_sign() {
        assert_eq!(Points::from_thousandths(-250).to_string(), "-0.250");
        assert_eq!((-Points::from_thousandths(1500)).to_string(), "-1.500");
    }
}
