//! What is wrong in a file, in words: what stands behind the path of a fault.

use crate::{Key, Words};
use scoring::invisible_chars::show_invisible;
use scoring::json_reader::{Expected, Fault, FaultKind, Violation};

/// The most characters of a path that are shown.
const MOST_PATH: usize = 120;

/// Where a fault is: its path, or the file as a whole.
pub fn place(fault: &Fault, words: Words) -> String {
    if fault.path.is_empty() {
        return words.get(Key::FaultRoot).to_owned();
    }
    show_invisible(&fault.path.chars().take(MOST_PATH).collect::<String>())
}

/// What is wrong there.
pub fn fault(fault: &Fault, words: Words) -> String {
    words
        .get(match &fault.kind {
            FaultKind::UnknownValue(word) => {
                return words.fill(Key::FaultUnknown, &[("word", &show_invisible(word))]);
            }
            FaultKind::Missing => Key::FaultMissing,
            FaultKind::Expected(expected) => expected_key(*expected),
            FaultKind::Rule(broken) => broken_key(*broken),
        })
        .to_owned()
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
    }
}
