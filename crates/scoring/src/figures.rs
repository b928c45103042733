//! Reads a typed figure as a number. One rule for counts, money, percentages, ranks and points; it never fails without a
//! reason.
//!
//! The rule does not depend on the language shown: comma and dot are both read, and what was understood is shown
//! beside the field. A text that can't be understood is a [`NumberProblem`], never a zero.

use std::borrow::Cow;

use super::exact::Exact;
use super::invisible_chars::is_invisible;

/// What a field holds, which decides how an ambiguous mark is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// A whole number of things. Số lượng.
    Count,
    /// A whole amount of money. Số tiền.
    Money,
    /// A rank. Thứ hạng.
    Rank,
    /// A percentage; the only kind in which `%` may stand. Tỷ lệ phần trăm.
    Percent,
    /// Points set by others. Điểm.
    Points,
}

impl FigureKind {
    /// Whether only whole numbers make sense.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Count | Self::Money | Self::Rank)
    }
}

/// Why a text is not a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberProblem {
    /// Text, an exponent, a plus sign, marks in odd places.
    NotANumber,
    /// Below zero.
    Negative,
    /// A percent sign where no percentage is asked for.
    UnexpectedPercent,
    /// A fraction where things are counted.
    Fraction,
    /// More than 18 digits before or after the mark: more than is held exactly.
    TooLong,
}

/// A figure that was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    units: u128,
    scale: u32,
}

/// The most digits before the mark, and after it.
const MOST_DIGITS: usize = 18;

impl Figure {
    /// The value, exactly.
    pub fn exact(self) -> Exact {
        Exact::new(self.units, 10_u128.pow(self.scale)).unwrap_or(Exact::ZERO)
    }

    /// The value where only whole numbers are read.
    pub const fn whole(self) -> u128 {
        if self.scale == 0 { self.units } else { self.units / 10_u128.pow(self.scale) }
    }

    /// How many decimals were given, needless zeros left out; 0 to 18.
    pub const fn decimals(self) -> u32 {
        self.scale
    }
}

/// Reads a figure; `Ok(None)` when the field is blank.
///
/// ```
/// use scoring::figures::{FigureKind, NumberProblem, read};
/// assert_eq!(read("1.234", FigureKind::Count).unwrap().unwrap().whole(), 1234);
/// assert_eq!(read("12,5 %", FigureKind::Percent).unwrap().unwrap().exact().to_string(), "12.5");
/// assert_eq!(read("12,5", FigureKind::Count), Err(NumberProblem::Fraction));
/// ```
pub fn read(text: &str, kind: FigureKind) -> Result<Option<Figure>, NumberProblem> {
    let text = &*plain(text);
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(rest) = text.strip_suffix('%') {
        let figure = read_signed(trim(rest), kind);
        return match (kind, figure) {
            (FigureKind::Percent, figure) => figure.map(Some),
            (_, Err(NumberProblem::NotANumber)) => Err(NumberProblem::NotANumber),
            _ => Err(NumberProblem::UnexpectedPercent),
        };
    }
    read_signed(text, kind).map(Some)
}

/// Whether a text holds a single dot or comma with exactly three digits after it, where thousands could be grouped or
/// decimals begin.
///
/// ```
/// use scoring::figures::is_ambiguous;
/// assert!(is_ambiguous("1.234") && is_ambiguous(" 12,345"));
/// assert!(!is_ambiguous("1234") && !is_ambiguous("1.234.567") && !is_ambiguous("0.123"));
/// ```
pub fn is_ambiguous(text: &str) -> bool {
    Parts::split(&plain(text)).is_some_and(|parts| {
        matches!(parts.marks.as_slice(), [mark] if mark.can_be_decimal())
            && well_grouped(&parts.digits, &parts.marks)
    })
}

/// Whether a field holds nothing but white space and characters that nobody sees.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// A figure as this rule reads it: without white space around it and characters that nobody sees, which come along from
/// other programs; digits and marks of full width, as input methods of other languages type them, are plain ones.
fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| c.is_ascii() && !is_invisible(c)) {
        return Cow::Borrowed(trim(text));
    }
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).map(narrow).collect();
    Cow::Owned(trim(&seen).to_owned())
}

/// The plain form of a character of full width.
const fn narrow(c: char) -> char {
    match c {
        '０' => '0',
        '１' => '1',
        '２' => '2',
        '３' => '3',
        '４' => '4',
        '５' => '5',
        '６' => '6',
        '７' => '7',
        '８' => '8',
        '９' => '9',
        '．' => '.',
        '，' => ',',
        '％' | '﹪' => '%',
        '－' => '-',
        other => other,
    }
}

fn trim(text: &str) -> &str {
    // `char::is_whitespace` holds for U+00A0 and U+202F too.
    text.trim()
}

fn read_signed(text: &str, kind: FigureKind) -> Result<Figure, NumberProblem> {
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}']) {
        return match read_unsigned(rest, kind) {
            Err(NumberProblem::NotANumber) => Err(NumberProblem::NotANumber),
            _ => Err(NumberProblem::Negative),
        };
    }
    read_unsigned(text, kind)
}

/// A separator; NBSP and the spaces of other widths are one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Dot,
    Comma,
    Space,
    NoBreak,
}

impl Mark {
    const fn of(c: char) -> Option<Self> {
        match c {
            '.' => Some(Self::Dot),
            ',' => Some(Self::Comma),
            ' ' => Some(Self::Space),
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(Self::NoBreak),
            _ => None,
        }
    }

    const fn can_be_decimal(self) -> bool {
        matches!(self, Self::Dot | Self::Comma)
    }
}

/// Digits and the marks between them.
struct Parts<'a> {
    digits: Vec<&'a str>,
    marks: Vec<Mark>,
}

impl<'a> Parts<'a> {
    fn split(text: &'a str) -> Option<Self> {
        let mut marks = Vec::new();
        for c in text.chars() {
            match Mark::of(c) {
                Some(mark) => marks.push(mark),
                None if c.is_ascii_digit() => {}
                None => return None,
            }
        }
        Some(Self { digits: text.split(|c| Mark::of(c).is_some()).collect(), marks })
    }
}

fn read_unsigned(text: &str, kind: FigureKind) -> Result<Figure, NumberProblem> {
    // Nearly every figure is a few plain digits; they need none of the taking apart below.
    if text.len() <= MOST_DIGITS
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && let Ok(units) = text.parse::<u64>()
    {
        return Ok(Figure { units: units.into(), scale: 0 });
    }
    let parts = Parts::split(text).ok_or(NumberProblem::NotANumber)?;
    let (whole, fraction) = whole_and_fraction(&parts, kind).ok_or(NumberProblem::NotANumber)?;
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if kind.is_whole() && !fraction.is_empty() {
        return Err(NumberProblem::Fraction);
    }
    if whole.len() > MOST_DIGITS || fraction.len() > MOST_DIGITS {
        return Err(NumberProblem::TooLong);
    }
    let scale = u32::try_from(fraction.len()).map_err(|_| NumberProblem::TooLong)?;
    // An empty text is zero: "0" lost its only digit above.
    let units = ["0", whole, fraction].concat().parse().map_err(|_| NumberProblem::TooLong)?;
    Ok(Figure { units, scale })
}

/// The digits before and after the decimal mark, grouping taken out; `None` when the marks make no number.
fn whole_and_fraction<'a>(parts: &Parts<'a>, kind: FigureKind) -> Option<(String, &'a str)> {
    let grouped = || well_grouped(&parts.digits, &parts.marks).then(|| (parts.digits.concat(), ""));
    let (last, before) = match parts.marks.split_last() {
        None => return (!parts.digits.concat().is_empty()).then(|| (parts.digits.concat(), "")),
        Some((last, before)) => (*last, before),
    };
    if !last.can_be_decimal() || before.contains(&last) {
        return grouped();
    }
    let (fraction, whole) = parts.digits.split_last()?;
    if before.is_empty() {
        let head = parts.digits.first()?;
        let could_group = well_grouped(&parts.digits, &parts.marks);
        return if could_group && kind.is_whole() {
            grouped()
        } else {
            (!head.is_empty()).then(|| ((*head).to_owned(), *fraction))
        };
    }
    (!fraction.is_empty() && well_grouped(whole, before)).then(|| (whole.concat(), *fraction))
}

/// One to three digits not starting with 0, then exactly three each, one kind of mark throughout.
fn well_grouped(digits: &[&str], marks: &[Mark]) -> bool {
    let Some((head, groups)) = digits.split_first() else { return false };
    let one_kind = marks.iter().all(|mark| Some(mark) == marks.first());
    (1..=3).contains(&head.len())
        && !head.starts_with('0')
        && one_kind
        && groups.iter().all(|group| group.len() == 3)
}

impl std::fmt::Display for Exact {
    /// The decimal value where it ends within 18 places, else rounded there.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = self.to_decimals(18).to_string();
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::FigureKind::{Count, Money, Percent, Points, Rank};
    use super::*;

    /// The understood value as text, "" for blank, or the problem's name.
    fn understood(text: &str, kind: FigureKind) -> String {
        match read(text, kind) {
            Ok(Some(figure)) => figure.exact().to_string(),
            Ok(None) => String::new(),
            Err(problem) => format!("{problem:?}"),
        }
    }

    #[test]
    fn reads_marks_by_the_rule_whatever_the_language() {
        for (text, kind, value) in [
            ("104", Count, "104"),
            ("  104\u{a0}", Count, "104"),
            ("", Count, ""),
            ("\u{a0} ", Percent, ""),
            ("007", Count, "7"),
            ("0", Count, "0"),
            ("1.234", Count, "1234"),
            ("1,234", Count, "1234"),
            ("1.234", Money, "1234"),
            ("1.234", Rank, "1234"),
            ("1.234", Percent, "1.234"),
            ("1,234", Percent, "1.234"),
            ("8.770", Points, "8.77"),
            ("0.123", Percent, "0.123"),
            ("0.123", Count, "Fraction"),
            ("1234.567", Count, "Fraction"),
            ("1234,567", Percent, "1234.567"),
            ("12,0", Count, "12"),
            ("12,", Count, "12"),
            ("12,5", Count, "Fraction"),
            ("12,5", Percent, "12.5"),
            ("12.50%", Percent, "12.5"),
            ("48,235 %", Percent, "48.235"),
            ("48,235\u{a0}%", Percent, "48.235"),
            ("48%", Count, "UnexpectedPercent"),
            ("-48%", Count, "UnexpectedPercent"),
            ("-48%", Percent, "Negative"),
            ("x%", Count, "NotANumber"),
            ("%", Percent, "NotANumber"),
            ("1.234.567", Count, "1234567"),
            ("1.234.567", Percent, "1234567"),
            ("1 234 567", Money, "1234567"),
            ("1\u{a0}234\u{202f}567", Money, "1234567"),
            ("1 234\u{a0}567", Money, "NotANumber"),
            ("1.234,5", Percent, "1234.5"),
            ("1,234.5", Percent, "1234.5"),
            ("1.234,567", Percent, "1234.567"),
            ("1 234,5", Percent, "1234.5"),
            ("1.234 567", Count, "NotANumber"),
            ("1.23.456", Count, "NotANumber"),
            ("01.234", Count, "Fraction"),
            ("1,234,5", Percent, "NotANumber"),
            ("1.234,", Percent, "NotANumber"),
            (",5", Percent, "NotANumber"),
            (".", Count, "NotANumber"),
            ("1  234", Count, "NotANumber"),
            ("-3", Count, "Negative"),
            ("\u{2212}3", Count, "Negative"),
            ("-0", Count, "Negative"),
            ("-", Count, "NotANumber"),
            ("+3", Count, "NotANumber"),
            ("1e5", Count, "NotANumber"),
            ("một", Count, "NotANumber"),
            ("４１０", Count, "410"),
            ("１．２３４，５％", Percent, "1234.5"),
            ("４１０đ", Count, "NotANumber"),
            ("410\u{200b}", Count, "410"),
            ("\u{200e}410", Count, "410"),
            ("\u{feff}410", Count, "410"),
            ("4\u{ad}10", Count, "410"),
            ("410\u{2060}", Count, "410"),
            ("48,5\u{200f}%", Percent, "48.5"),
            ("\u{200b}", Count, ""),
            ("1\u{2009}234", Count, "1234"),
            ("1\u{2007}234", Count, "1234"),
            ("1\u{2009}234\u{a0}567", Money, "1234567"),
            ("1\u{2009}23", Count, "NotANumber"),
            ("999999999999999999", Money, "999999999999999999"),
            ("1000000000000000000", Money, "TooLong"),
            ("0.0000000000000000001", Percent, "TooLong"),
        ] {
            assert_eq!(understood(text, kind), value, "{text:?} as {kind:?}");
        }
    }
}
