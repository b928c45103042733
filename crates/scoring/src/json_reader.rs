//! Reads JSON into types with a cursor; every fault is collected, each with its path.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::decimal::Decimal;
use super::json::{Json, Members};
use super::text::Text;

/// Something in a file that is not as the format says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fault {
    /// Where: `areas[1].criteria[2].targets[0].goal`; empty for the file as a whole.
    pub path: String,
    /// What.
    pub kind: FaultKind,
    /// The beginning of the text, number or yes-no that stands there; blank for anything else.
    pub found: String,
    /// The words that may stand there, where one that may not does.
    pub known: Vec<&'static str>,
    /// The line of the file's text, from 1; found once the file is refused.
    pub line: Option<usize>,
    /// What of a target set it lies in, and the id of that.
    pub owner: Option<(Owner, String)>,
}

/// What of a target set a fault lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// An area.
    Area,
    /// A criterion.
    Criterion,
    /// A target.
    Target,
}

/// What is wrong at a path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum FaultKind {
    /// A key that the format asks for is not there.
    #[default]
    Missing,
    /// The value is of another type than the one named.
    Expected(Expected),
    /// The text is none of the values that the format allows here.
    UnknownValue(String),
    /// A rule of the format between values is violated.
    Rule(Violation),
    /// A key that nothing reads, and the one that it most likely stands for: a warning, for later versions may read it.
    UnknownKey(Option<String>),
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
    /// No step or case earns the maximum: a warning.
    NeverMaximum,
    /// No target binds the level: a warning.
    LevelUnused,
    /// The goal is above 100 % where that can't be reached: a warning.
    GoalOverHundred,
}

/// The most faults that are kept of one file: enough to mend by, bounded for hostile files.
const MOST_FAULTS: usize = 200;

/// The most characters of a file's own key or value that a fault repeats: an id has 64 at most.
const MOST_CHARACTERS: usize = 64;

/// What is found in a file while it is read.
#[derive(Default)]
struct Found {
    faults: RefCell<Vec<Fault>>,
    warnings: RefCell<Vec<Fault>>,
    /// The objects that were read, by path.
    objects: RefCell<BTreeMap<String, ReadObject>>,
}

/// The keys of an object: those that stand in it, and those that were asked for.
struct ReadObject {
    keys: Vec<String>,
    asked: Vec<String>,
}

/// A position in the file being read: a value, its path, and where faults are collected.
pub struct Cursor<'a> {
    json: &'a Json,
    path: String,
    found: &'a Found,
    /// Whether keys that are asked for are noted, so that those that nobody asks for are known.
    notes: bool,
}

impl<'a> Cursor<'a> {
    /// The same place, looked at without noting keys.
    pub(crate) fn quiet(&self) -> Self {
        Self { json: self.json, path: self.path.clone(), found: self.found, notes: false }
    }

    fn at(&self, json: &'a Json, path: String) -> Self {
        Self { json, path, found: self.found, notes: self.notes }
    }

    fn note(&self, key: &str) {
        if let (true, Json::Object(members)) = (self.notes, self.json) {
            let mut objects = self.found.objects.borrow_mut();
            let object = objects.entry(self.path.clone()).or_insert_with(|| ReadObject {
                keys: members.iter().map(|(key, _)| key.clone()).collect(),
                asked: Vec::new(),
            });
            object.asked.push(key.to_owned());
        }
    }

    /// Warns of something at a key, which does not refuse the file.
    pub fn warn_at(&self, key: &str, rule: Violation) {
        push(
            &self.found.warnings,
            Fault { path: self.below(key), kind: FaultKind::Rule(rule), ..Fault::default() },
        );
    }

    /// The JSON here.
    pub const fn json(&self) -> &'a Json {
        self.json
    }

    /// Records a fault here.
    pub fn fault(&self, kind: FaultKind) {
        let found = match self.json {
            Json::Text(text) => begin(text).to_owned(),
            Json::Number(number) => begin(&number.to_string()).to_owned(),
            Json::Bool(value) => value.to_string(),
            Json::Null | Json::List(_) | Json::Object(_) => String::new(),
        };
        push(&self.found.faults, Fault { path: self.path.clone(), kind, found, ..Fault::default() });
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
        push(
            &self.found.faults,
            Fault { path: self.below(key), kind: FaultKind::Rule(rule), ..Fault::default() },
        );
    }

    fn wrong<T>(&self, expected: Expected) -> Option<T> {
        self.fault(FaultKind::Expected(expected));
        None
    }

    fn below(&self, key: &str) -> String {
        below(&self.path, key)
    }

    /// The value of a key, if it is there and not `null`.
    pub fn maybe(&self, key: &str) -> Option<Self> {
        self.note(key);
        match self.json.get(key) {
            None | Some(Json::Null) => None,
            Some(json) => Some(self.at(json, self.below(key))),
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
            push(&self.found.faults, Fault { path: self.below(key), ..Fault::default() });
        }
        found
    }

    /// A string.
    pub fn text(&self) -> Option<&'a str> {
        self.json.text().or_else(|| self.wrong(Expected::Text))
    }

    /// One value of a closed list.
    pub fn one_of<T>(&self, known: &[(&'static str, T)]) -> Option<T>
    where
        T: Copy,
    {
        let text = self.text()?;
        let found = known.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let kind = FaultKind::UnknownValue(begin(text).to_owned());
            let known = known.iter().map(|(word, _)| *word).collect();
            push(&self.found.faults, Fault { path: self.path.clone(), kind, known, ..Fault::default() });
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
            self.note(key);
            (key.as_str(), self.at(json, self.below(key)))
        };
        Some(members.iter().map(place).collect())
    }

    /// The items of an array.
    pub fn items(&self) -> Option<Vec<Self>> {
        let Json::List(values) = self.json else { return self.wrong(Expected::List) };
        let place = |(index, json): (usize, &'a Json)| self.at(json, format!("{}[{index}]", self.path));
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
pub(crate) fn begin(word: &str) -> &str {
    word.char_indices().nth(MOST_CHARACTERS).and_then(|(end, _)| word.get(..end)).unwrap_or(word)
}

/// The known word that a misspelt one most likely stands for.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let far = word.chars().count() / 3 + 1;
    let near = known.map(|known| (distance(word, known), known)).min()?;
    (near.0 <= far.min(3)).then_some(near.1)
}

/// How many letters must be put in, taken out or changed to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (place, a) in a.chars().enumerate() {
        let mut left = place + 1;
        let mut corner = std::mem::replace(row.first_mut().unwrap_or(&mut 0), left);
        for (cell, b) in row.iter_mut().skip(1).zip(b.chars()) {
            left = (left + 1).min(*cell + 1).min(corner + usize::from(a != b));
            corner = std::mem::replace(cell, left);
        }
    }
    row.last().copied().unwrap_or_default()
}

fn push(faults: &RefCell<Vec<Fault>>, fault: Fault) {
    let mut faults = faults.borrow_mut();
    if faults.len() < MOST_FAULTS && faults.last() != Some(&fault) {
        faults.push(fault);
    }
}

/// Reads a file; what was read counts only when no fault was recorded.
pub fn read_with<T>(json: &Json, read: impl FnOnce(&Cursor<'_>) -> Option<T>) -> Result<T, Vec<Fault>> {
    let found = Found::default();
    whole(json, &found, false, read)
}

/// The same, with what does not refuse the file: what was warned of, and the keys that nothing reads.
pub fn read_warned<T>(
    json: &Json,
    read: impl FnOnce(&Cursor<'_>) -> Option<T>,
) -> Result<(T, Vec<Fault>), Vec<Fault>> {
    let found = Found::default();
    let value = whole(json, &found, true, read)?;
    for (path, ReadObject { keys, asked }) in found.objects.take() {
        // Programs and authors may keep notes of their own.
        let own = |key: &str| key.starts_with("x-") || key == "$schema";
        for key in keys.iter().filter(|key| !own(key) && !asked.contains(key)) {
            let missing = asked.iter().filter(|asked| !keys.contains(asked)).map(String::as_str);
            let kind = FaultKind::UnknownKey(nearest(begin(key), missing).map(str::to_owned));
            push(&found.warnings, Fault { path: below(&path, key), kind, ..Fault::default() });
        }
    }
    Ok((value, found.warnings.take()))
}

fn whole<T>(
    json: &Json,
    found: &Found,
    notes: bool,
    read: impl FnOnce(&Cursor<'_>) -> Option<T>,
) -> Result<T, Vec<Fault>> {
    let value = read(&Cursor { json, path: String::new(), found, notes });
    let faults = found.faults.take();
    value.filter(|_| faults.is_empty()).ok_or(faults)
}

/// The path of a key of what a path leads to.
fn below(path: &str, key: &str) -> String {
    let key = begin(key);
    if path.is_empty() { key.to_owned() } else { [path, ".", key].concat() }
}
