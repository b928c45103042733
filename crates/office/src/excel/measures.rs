//! The state and the value of a target by its measure, as formulas over its figures.

use super::columns::{FIGURE, INTEGER, LABEL, NOT_APPLICABLE, REASON, SHARE, cell, range};
use super::formulas::{Subject, quoted};
use super::value::Value;
use super::whole::{MOST, Whole};
use i18n::Key;
use scoring::exact::Exact;
use scoring::target_set::Measure;

/// Decimals that a percentage or points given may be typed with before formulas call them not understood, at least.
const DECIMALS: u32 = 3;
/// The most decimals: ten, with which a percentage has thirteen digits.
const MOST_DECIMALS: u32 = 10;

/// State, value, the number behind it and the whole number of a figure with decimals.
pub(super) type Parts = (String, String, Option<Value>, Option<String>);

impl Subject<'_> {
    fn figures(&self) -> String {
        range(FIGURE, self.row, self.row + self.rows - 1)
    }

    /// How many figures of the range say so: "có".
    fn counted(&self, key: Key) -> String {
        ["COUNTIF(", &self.figures(), ",", &quoted(key), ")"].concat()
    }

    fn scale(&self) -> Option<(u32, u128)> {
        let decimals = decimals(self.decimals);
        (decimals <= MOST_DECIMALS).then(|| (decimals, 10_u128.pow(decimals)))
    }

    /// The state: what can't be understood comes before what is blank, as in `scoring`.
    fn state(&self, unreadable: &str, blank: &str, fits: &str) -> String {
        let pending = matches!(self.target.measure, Measure::Given { .. });
        let invalid = quoted(Key::StateInvalid);
        [
            "IF(",
            &self.at(NOT_APPLICABLE),
            "=\"\",IF(",
            unreadable,
            ",",
            &invalid,
            ",IF(",
            blank,
            ",",
            &quoted(if pending { Key::StatePending } else { Key::StateEmpty }),
            ",IF(",
            fits,
            ",",
            &quoted(Key::StateScored),
            ",",
            &invalid,
            "))),IF(",
            &self.at(REASON),
            "=\"\",",
            &invalid,
            ",",
            &quoted(Key::StateNotApplicable),
            "))",
        ]
        .concat()
    }

    pub(super) fn ratio(&self, excludes: bool, may_exceed: bool, limit: u128) -> Parts {
        let [done, total, out] = [0, 1, 2].map(|place| cell(FIGURE, self.row + place));
        let whole = if excludes { ["(", &total, "-", &out, ")"].concat() } else { total.clone() };
        let is_whole = |cell: &str| ["INT(", cell, ")=", cell, ","].concat();
        let mut fits = ["AND(", &is_whole(&done), &is_whole(&total)].concat();
        let mut unreadable = ["ISTEXT(", &done, ")+ISTEXT(", &total, ")"].concat();
        if excludes {
            fits += &[&is_whole(&out), &out, ">=0,"].concat();
            unreadable += &["+ISTEXT(", &out, ")"].concat();
        }
        let limit_text = limit.to_string();
        let most = if may_exceed { &limit_text } else { &whole };
        fits +=
            &[&total, "<=", &limit_text, ",", &done, ">=0,", &whole, ">0,", &done, "<=", most, ")"].concat();
        let blank = ["COUNT(", &done, ",", &total, ")<2"].concat();
        let state = self.state(&(unreadable + ">0"), &blank, &fits);
        let value = ["100*", &done, "/", &whole].concat();
        let number = Value {
            part: Whole::new(&done, limit),
            whole: Some(Whole::new(&whole, limit)),
            above: 100,
            below: 1,
        };
        (state, value, Some(number), None)
    }

    pub(super) fn count(&self, least: &str) -> Parts {
        let figure = self.at(FIGURE);
        let fits = [
            "AND(",
            &figure,
            ">=",
            least,
            ",",
            &figure,
            "<=",
            &MOST.to_string(),
            ",INT(",
            &figure,
            ")=",
            &figure,
            ")",
        ]
        .concat();
        let number = Value { part: Whole::new(&figure, MOST), whole: None, above: 1, below: 1 };
        (self.typed(&fits), figure, Some(number), None)
    }

    /// The state of a target with one typed figure.
    fn typed(&self, fits: &str) -> String {
        let figure = self.at(FIGURE);
        self.state(&["ISTEXT(", &figure, ")"].concat(), &["COUNT(", &figure, ")<1"].concat(), fits)
    }

    /// A figure with decimals: the whole number that it is without its mark is exact, and at most `most`.
    fn decimal(&self, most: u128, scale: u128) -> Option<Parts> {
        let (figure, integer, power) = (self.at(FIGURE), self.at(INTEGER), scale.to_string());
        let most_text = most.to_string();
        let formula = ["IF(ISNUMBER(", &figure, "),INT(", &figure, "*", &power, "+0.5),0)"].concat();
        let fits = [
            "AND(", &figure, ">=0,", &integer, "/", &power, "=", &figure, ",", &integer, "<=", &most_text,
            ")",
        ]
        .concat();
        let number = Value { part: Whole::new(&integer, most), whole: None, above: 1, below: scale };
        // Half a unit is added before the number is rounded down, which takes a digit more.
        (most <= MOST / 10).then(|| (self.typed(&fits), figure, Some(number), Some(formula)))
    }

    pub(super) fn percent(&self) -> Option<Parts> {
        let (_, scale) = self.scale()?;
        self.decimal(scale.checked_mul(100)?, scale)
    }

    pub(super) fn given(&self, max: u128) -> Option<Parts> {
        let (decimals, scale) = self.scale()?;
        // From thousandths to units of the last decimal, of which there are three or more.
        self.decimal(max.checked_mul(10_u128.pow(decimals.checked_sub(3)?))?, scale)
    }

    pub(super) fn yes_no(&self) -> Parts {
        let figure = self.at(FIGURE);
        let (yes, no) = (quoted(Key::Yes), quoted(Key::No));
        let fits = ["OR(", &figure, "=", &yes, ",", &figure, "=", &no, ")"].concat();
        (self.state("FALSE", &[&figure, "=\"\""].concat(), &fits), figure, None, None)
    }

    /// How many figures of the range are neither "có", nor "chưa", nor blank.
    fn strange(&self) -> String {
        let (figures, rows) = (self.figures(), self.rows.to_string());
        [&self.counted(Key::Yes), "+", &self.counted(Key::No), "+COUNTBLANK(", &figures, ")<", &rows].concat()
    }

    pub(super) fn checklist(&self) -> Parts {
        let done = self.counted(Key::Yes);
        let blank = ["COUNTBLANK(", &self.figures(), ")>0"].concat();
        let number = Value {
            part: Whole::new(&done, self.rows.into()),
            whole: None,
            above: 1,
            below: self.rows.into(),
        };
        (self.state(&self.strange(), &blank, "TRUE"), done, Some(number), None)
    }

    pub(super) fn choice(&self, shares: impl Iterator<Item = Exact>) -> Option<Parts> {
        let chosen = self.counted(Key::Yes);
        let last = self.row + self.rows - 1;
        let share =
            ["SUMIF(", &self.figures(), ",", &quoted(Key::Yes), ",", &range(SHARE, self.row, last), ")"]
                .concat();
        let names = range(LABEL, self.row, last);
        let name = ["INDEX(", &names, ",MATCH(", &quoted(Key::Yes), ",", &self.figures(), ",0))"].concat();
        let scale = share_scale(shares);
        let number = Value {
            part: Whole::new(&share, scale.checked_mul(100)?),
            whole: None,
            above: 1,
            below: scale.checked_mul(100)?,
        };
        let state = self.state(&self.strange(), &(chosen.clone() + "=0"), &(chosen + "=1"));
        Some((state, name, Some(number), None))
    }
}

/// By how much shares are multiplied to be whole numbers.
pub(super) fn share_scale(shares: impl Iterator<Item = Exact>) -> u128 {
    // A share has at most six decimals, so a power of ten is a multiple of each denominator.
    let mut scale: u128 = 1;
    for share in shares {
        while !scale.is_multiple_of(share.denominator()) && scale < 1_000_000 {
            scale *= 10;
        }
    }
    scale
}

/// How many decimals a figure is worked with.
pub(super) fn decimals(typed: u32) -> u32 {
    typed.max(DECIMALS)
}
