//! What is wrong in a file, in the words of those who write it: where, what part of it, and what it should be.

use crate::{Key, Words};
use scoring::invisible_chars::show_invisible;
use scoring::json::JsonError;
use scoring::json_reader::{Expected, Fault, FaultKind, Owner, Violation};
use scoring::json_text::SyntaxFault;

/// The most characters of a path that are shown.
const MOST_PATH: usize = 120;

/// Where a fault is: its path, or the file as a whole; with its line where that is known.
pub fn place(fault: &Fault, words: Words) -> String {
    let path = if fault.path.is_empty() { words.get(Key::FaultRoot).to_owned() } else { path(&fault.path) };
    line(fault, words).map_or(path.clone(), |line| [&path, " (", &line, ")"].concat())
}

/// A path as it is shown.
pub fn path(path: &str) -> String {
    show_invisible(&path.chars().take(MOST_PATH).collect::<String>())
}

/// "dòng 812".
pub fn line(fault: &Fault, words: Words) -> Option<String> {
    Some(words.fill(Key::FaultLine, &[("line", &fault.line?.to_string())]))
}

/// What of the set a fault lies in: "Chỉ tiêu 3.4.2".
pub fn owner(fault: &Fault, words: Words) -> String {
    let Some((owner, id)) = &fault.owner else { return words.get(Key::FaultOwnerSet).to_owned() };
    let key = match owner {
        Owner::Area => Key::FaultOwnerArea,
        Owner::Criterion => Key::FaultOwnerCriterion,
        Owner::Target => Key::FaultOwnerTarget,
    };
    words.fill(key, &[("id", &show_invisible(id))])
}

/// The sentence about a fault of a set: "điểm tối đa phải viết trong ngoặc kép: "0.5"".
pub fn mended(fault: &Fault, words: Words) -> String {
    [&named(fault, words), " ", &self::fault(fault, words)].concat()
}

/// A fault of a set on one line: "Chỉ tiêu 3.4.2, dòng 812: điểm tối đa phải …".
pub fn fault_line(fault: &Fault, words: Words) -> String {
    let line = line(fault, words).map(|line| [", ", &line].concat()).unwrap_or_default();
    [&owner(fault, words), line.as_str(), ": ", &mended(fault, words)].concat()
}

/// The name of what a path ends at: "điểm của bậc điểm thứ 2".
fn named(fault: &Fault, words: Words) -> String {
    if let FaultKind::UnknownKey(_) = fault.kind {
        let key = fault.path.rsplit('.').next().unwrap_or_default();
        return ["“", &show_invisible(key), "”"].concat();
    }
    let mut steps = fault.path.rsplit('.').filter(|step| !step.is_empty());
    let Some(last) = steps.next() else { return words.get(Key::FaultRoot).to_owned() };
    let language = match last {
        "vi" => Some(Key::FaultOfVi),
        "en" => Some(Key::FaultOfEn),
        _ => None,
    };
    let last = language.and_then(|_| steps.next()).unwrap_or(last);
    let mut name = step_name(last, words);
    // What it belongs to is told by the heading already, unless that is one of several parts of it.
    let above = steps.next().filter(|step| step.ends_with(']') && !is_owner(step, fault));
    if let Some(above) = above {
        name = words.fill(Key::FaultOf, &[("name", &name), ("of", &step_name(above, words))]);
    }
    language.map_or(name.clone(), |key| words.fill(key, &[("name", &name)]))
}

fn is_owner(step: &str, fault: &Fault) -> bool {
    let list = match &fault.owner {
        None => return false,
        Some((Owner::Area, _)) => "areas[",
        Some((Owner::Criterion, _)) => "criteria[",
        Some((Owner::Target, _)) => "targets[",
    };
    step.starts_with(list)
}

/// One step of a path: "cấp thứ 2".
fn step_name(step: &str, words: Words) -> String {
    let (key, place) = step.split_once('[').unwrap_or((step, ""));
    let known = words.get(Key::FaultKeys).split("; ").filter_map(|entry| entry.split_once('='));
    let name = { known }.find(|(word, _)| *word == key).map(|(_, name)| name.to_owned());
    let name = name.unwrap_or_else(|| ["“", &show_invisible(key), "”"].concat());
    match place.trim_end_matches(']').parse::<usize>() {
        Ok(place) => words.fill(Key::FaultNth, &[("name", &name), ("n", &(place + 1).to_string())]),
        Err(_) => name,
    }
}

/// What is wrong there.
pub fn fault(fault: &Fault, words: Words) -> String {
    let found = show_invisible(&fault.found);
    let with = |key, found: &str| words.fill(key, &[("found", found)]);
    let key = match &fault.kind {
        FaultKind::UnknownValue(word) => return unknown(word, &fault.known, words),
        FaultKind::UnknownKey(Some(near)) => return words.fill(Key::FaultKeyNear, &[("near", near)]),
        FaultKind::UnknownKey(None) => Key::FaultKey,
        FaultKind::Missing => Key::FaultMissing,
        FaultKind::Expected(Expected::Text) if !found.is_empty() => return with(Key::FaultQuoted, &found),
        FaultKind::Expected(Expected::Decimal) if is_decimal(&found.replace(',', ".")) => {
            return with(Key::FaultDot, &found.replace(',', "."));
        }
        FaultKind::Expected(Expected::Bool) if matches!(found.as_str(), "true" | "false") => {
            return with(Key::FaultUnquoted, &found);
        }
        FaultKind::Expected(Expected::Whole) if found.parse::<u64>().is_ok() => {
            return with(Key::FaultUnquoted, &found);
        }
        FaultKind::Expected(expected) => expected_key(*expected),
        FaultKind::Rule(broken) => broken_key(*broken),
    };
    let what = words.get(key);
    if found.is_empty() { what.to_owned() } else { [what, " ", &with(Key::FaultFound, &found)].concat() }
}

fn is_decimal(text: &str) -> bool {
    scoring::decimal::Decimal::read(text).is_some()
}

/// A word that is none of those that may stand there: the nearest of them, or all.
fn unknown(word: &str, known: &[&'static str], words: Words) -> String {
    let word = show_invisible(word);
    match scoring::json_reader::nearest(&word, known.iter().copied()) {
        _ if known.is_empty() => words.fill(Key::FaultUnknown, &[("word", &word)]),
        Some(near) => words.fill(Key::FaultUnknownNear, &[("word", &word), ("near", near)]),
        None => words.fill(Key::FaultUnknownKnown, &[("word", &word), ("known", &known.join(", "))]),
    }
}

/// Why a text is no JSON, with the line; `None` where that can't be told.
pub fn syntax(error: &JsonError, words: Words) -> Option<String> {
    let line = error.line.to_string();
    let line = ("line", line.as_str());
    let plain = |key| words.fill(key, &[line]);
    Some(match error.syntax.as_ref()? {
        SyntaxFault::ExtraComma => plain(Key::SyntaxExtraComma),
        SyntaxFault::MissingComma => plain(Key::SyntaxMissingComma),
        SyntaxFault::MissingColon => plain(Key::SyntaxMissingColon),
        SyntaxFault::MissingValue => plain(Key::SyntaxMissingValue),
        SyntaxFault::ExtraQuote => plain(Key::SyntaxExtraQuote),
        SyntaxFault::OpenText => plain(Key::SyntaxOpenText),
        SyntaxFault::NotQuoted(word) => words.fill(Key::SyntaxNotQuoted, &[line, ("word", word)]),
        SyntaxFault::CurlyQuote => plain(Key::SyntaxCurlyQuote),
        SyntaxFault::BadNumber(word) => words.fill(Key::SyntaxBadNumber, &[line, ("word", word)]),
        SyntaxFault::BadText => plain(Key::SyntaxBadText),
        SyntaxFault::Comment => plain(Key::SyntaxComment),
        SyntaxFault::Unclosed(bracket, from) => {
            let (bracket, from) = (bracket.to_string(), from.to_string());
            words.fill(Key::SyntaxUnclosed, &[line, ("bracket", &bracket), ("from", &from)])
        }
        SyntaxFault::AfterEnd => plain(Key::SyntaxAfterEnd),
    })
}

const fn expected_key(expected: Expected) -> Key {
    match expected {
        Expected::Text => Key::FaultText,
        Expected::List => Key::FaultList,
        Expected::Object => Key::FaultObject,
        Expected::Bool => Key::FaultBool,
        Expected::Whole => Key::FaultNumber,
        Expected::Decimal => Key::FaultDecimal,
        Expected::Id => Key::FaultId,
    }
}

const fn broken_key(broken: Violation) -> Key {
    match broken {
        Violation::DuplicateId => Key::FaultDuplicateId,
        Violation::Empty => Key::FaultEmpty,
        Violation::UnknownLevel => Key::FaultUnknownLevel,
        Violation::YearsNotRising => Key::FaultYears,
        Violation::RuleDoesNotFit => Key::FaultRuleFit,
        Violation::GoalRequired => Key::FaultGoalRequired,
        Violation::GoalForbidden => Key::FaultGoalForbidden,
        Violation::GoalMissing => Key::FaultGoalMissing,
        Violation::CompareDoesNotFit => Key::FaultCompare,
        Violation::GoalZero => Key::FaultGoalZero,
        Violation::TooManyDecimals => Key::FaultDecimals,
        Violation::DecimalsRange => Key::FaultDecimalsRange,
        Violation::OverMaximum => Key::FaultOverMaximum,
        Violation::MaximumNotZero => Key::FaultMaximumNotZero,
        Violation::ShareOverHundred => Key::FaultShare,
        Violation::StepsNotFalling => Key::FaultSteps,
        Violation::BandsDoNotCover => Key::FaultBands,
        Violation::NotInQuote => Key::FaultNotInQuote,
        Violation::TooMany => Key::FaultTooMany,
        Violation::NeverMaximum => Key::FaultNeverMaximum,
        Violation::LevelUnused => Key::FaultLevelUnused,
        Violation::GoalOverHundred => Key::FaultGoalOverHundred,
    }
}
