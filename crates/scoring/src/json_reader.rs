//! Reads JSON into types with a cursor; every fault is collected, each with its path.

use std::cell::RefCell;

use super::decimal::Decimal;
use super::json::{Json, Members};
use super::text::Text;

/// Something in a file that is not as the format says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where: `areas[1].criteria[2].targets[0].goal`; empty for the file as a whole.
    pub path: String,
    /// What.
    pub kind: FaultKind,
}

/// What is wrong at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// A key that the format asks for is not there.
    Missing,
    /// The value is of another type than the one named.
    Expected(Expected),
    /// The text is none of the values that the format allows here.
    UnknownValue(String),
    /// A rule of the format between values is violated.
    Rule(Violation),
}

/// The type that a value should have had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
    /// `true` or `false`.
    Bool,
    /// A whole number, not negative.
    Whole,
    /// A decimal string such as "48.235": not negative, at most nine digits before the dot and six after.
    Decimal,
    /// An id: letters, digits, `-`, `_`, `.`; one to 64 of them.
    Id,
}

/// A violated rule between values of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Violation {
    /// The id stands twice among its like.
    DuplicateId,
    /// The list must not be empty.
    Empty,
    /// The level is none of the set's.
    UnknownLevel,
    /// Years must rise.
    YearsNotRising,
    /// The rule does not fit the measure.
    RuleDoesNotFit,
    /// A goal is required here.
    GoalRequired,
    /// A goal is forbidden here.
    GoalForbidden,
    /// No goal for a level or year that the target claims.
    GoalMissing,
    /// The comparison does not fit the rule.
    CompareDoesNotFit,
    /// The goal must be above zero.
    GoalZero,
    /// More decimals than the set has.
    TooManyDecimals,
    /// Decimals are 0 to 3.
    DecimalsRange,
    /// Points above the target's maximum.
    OverMaximum,
    /// The maximum must be "0" for a penalty or bonus.
    MaximumNotZero,
    /// A share above 100.
    ShareOverHundred,
    /// Steps must fall.
    StepsNotFalling,
    /// Bands must cover 0 to 100, each edge once.
    BandsDoNotCover,
    /// The text is not a part of the quotation.
    NotInQuote,
    /// More of its like than any real set has.
    TooMany,
}

/// The most faults that are kept of one file: enough to mend by, bounded for hostile files.
const MOST_FAULTS: usize = 200;

/// The most characters of a file's own key or value that a fault repeats: an id has 64 at most.
const MOST_CHARACTERS: usize = 64;

/// A position in the file being read: a value, its path, and where faults are collected.
pub struct Cursor<'a> {
    json: &'a Json,
    path: String,
    faults: &'a RefCell<Vec<Fault>>,
}

impl<'a> Cursor<'a> {
    /// The file as a whole.
    pub fn root(json: &'a Json, faults: &'a RefCell<Vec<Fault>>) -> Self {
        Self { json, path: String::new(), faults }
    }

    /// The JSON here.
    pub const fn json(&self) -> &'a Json {
        self.json
    }

    /// Records a fault here.
    pub fn fault(&self, kind: FaultKind) {
        push(self.faults, self.path.clone(), kind);
    }

    /// Records a value here that the format does not allow.
    pub fn unknown(&self, word: &str) {
        self.fault(FaultKind::UnknownValue(begin(word).to_owned()));
    }

    /// Records a violated rule here.
    pub fn broken(&self, rule: Violation) {
        self.fault(FaultKind::Rule(rule));
    }

    /// Records a violated rule at a key, whether it is there or not.
    pub fn broken_at(&self, key: &str, rule: Violation) {
        push(self.faults, self.below(key), FaultKind::Rule(rule));
    }

    fn wrong<T>(&self, expected: Expected) -> Option<T> {
        self.fault(FaultKind::Expected(expected));
        None
    }

    fn below(&self, key: &str) -> String {
        let key = begin(key);
        if self.path.is_empty() { key.to_owned() } else { [&self.path, ".", key].concat() }
    }

    /// The value of a key, if it is there and not `null`.
    pub fn maybe(&self, key: &str) -> Option<Self> {
        match self.json.get(key) {
            None | Some(Json::Null) => None,
            Some(json) => Some(Self { json, path: self.below(key), faults: self.faults }),
        }
    }

    /// The items of an array under a key; none, and no fault, where there is no array.
    pub fn maybe_items(&self, key: &str) -> Vec<Self> {
        self.maybe(key)
            .filter(|node| matches!(node.json, Json::List(_)))
            .and_then(|node| node.items())
            .unwrap_or_default()
    }

    /// The value of a key that must be there. What is no object at all is one fault, not one for each of its keys.
    pub fn need(&self, key: &str) -> Option<Self> {
        if self.json.members().is_none() {
            return self.wrong(Expected::Object);
        }
        let found = self.maybe(key);
        if found.is_none() {
            push(self.faults, self.below(key), FaultKind::Missing);
        }
        found
    }

    /// A string.
    pub fn text(&self) -> Option<&'a str> {
        self.json.text().or_else(|| self.wrong(Expected::Text))
    }

    /// One value of a closed list.
    pub fn one_of<T>(&self, known: &[(&str, T)]) -> Option<T>
    where
        T: Copy,
    {
        let text = self.text()?;
        let found = known.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            self.unknown(text);
        }
        found
    }

    /// An id.
    pub fn id(&self) -> Option<&'a str> {
        let text = self.text()?;
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let fits = !text.is_empty() && text.len() <= 64 && text.chars().all(plain);
        if fits { Some(text) } else { self.wrong(Expected::Id) }
    }

    /// `true` or `false`.
    pub fn bool(&self) -> Option<bool> {
        if let Json::Bool(value) = self.json { Some(*value) } else { self.wrong(Expected::Bool) }
    }

    /// A whole number.
    pub fn whole(&self) -> Option<u64> {
        let number = if let Json::Number(number) = self.json { number.as_u64() } else { None };
        number.or_else(|| self.wrong(Expected::Whole))
    }

    /// A declared decimal.
    pub fn decimal(&self) -> Option<Decimal> {
        self.text().and_then(|text| Decimal::read(text).or_else(|| self.wrong(Expected::Decimal)))
    }

    /// A text in both languages; Vietnamese must be there.
    pub fn words(&self) -> Option<Text> {
        self.members()?;
        let vi = self.need("vi").and_then(|node| Some(node.text()?.to_owned()));
        let en = self.maybe("en").map(|node| Some(node.text()?.to_owned()));
        let vi = vi?;
        Some(Text { en: en.unwrap_or_else(|| Some(vi.clone()))?, vi })
    }

    /// The entries of an object.
    pub fn members(&self) -> Option<&'a Members> {
        self.json.members().or_else(|| self.wrong(Expected::Object))
    }

    /// The entries of an object, each with a cursor.
    pub fn entries(&self) -> Option<Vec<(&'a str, Self)>> {
        let members = self.members()?;
        let place = |(key, json): &'a (String, Json)| {
            (key.as_str(), Self { json, path: self.below(key), faults: self.faults })
        };
        Some(members.iter().map(place).collect())
    }

    /// The items of an array.
    pub fn items(&self) -> Option<Vec<Self>> {
        let Json::List(values) = self.json else { return self.wrong(Expected::List) };
        let place = |(index, json): (usize, &'a Json)| Self {
            json,
            path: format!("{}[{index}]", self.path),
            faults: self.faults,
        };
        Some(values.iter().enumerate().map(place).collect())
    }

    /// The items of an array, each read; faulty ones are left out and recorded.
    pub fn each<T>(&self, read: impl Fn(&Self) -> Option<T>) -> Option<Vec<T>> {
        Some(self.items()?.iter().filter_map(read).collect())
    }

    /// As [`Self::each`], and the array must hold something.
    pub fn some<T>(&self, read: impl Fn(&Self) -> Option<T>) -> Option<Vec<T>> {
        let items = self.items()?;
        if items.is_empty() {
            self.broken(Violation::Empty);
        }
        Some(items.iter().filter_map(read).collect())
    }
}

/// The beginning of a file's own text, for a fault: a key of megabytes must not stand in the path of everything below it.
fn begin(word: &str) -> &str {
    word.char_indices().nth(MOST_CHARACTERS).and_then(|(end, _)| word.get(..end)).unwrap_or(word)
}

fn push(faults: &RefCell<Vec<Fault>>, path: String, kind: FaultKind) {
    let mut faults = faults.borrow_mut();
    let fault = Fault { path, kind };
    if faults.len() < MOST_FAULTS && faults.last() != Some(&fault) {
        faults.push(fault);
    }
}

/// Reads a file; what was read counts only when no fault was recorded.
pub fn read_with<T>(json: &Json, read: impl FnOnce(&Cursor<'_>) -> Option<T>) -> Result<T, Vec<Fault>> {
    let faults = RefCell::new(Vec::new());
    let value = read(&Cursor::root(json, &faults));
    let faults = faults.into_inner();
    match value {
        Some(value) if faults.is_empty() => Ok(value),
        _ => Err(faults),
    }
}
