//! What is wrong in a file, in words: what stands behind the path of a fault.

use crate::{Key, Words};
use scoring::hidden::visible;
use scoring::reading::{Broken, Expected, Fault, FaultKind};

/// The most characters of a path that are shown.
const MOST_PATH: usize = 120;

/// Where a fault is: its path, or the file as a whole.
pub fn place(fault: &Fault, words: Words) -> String {
    if fault.path.is_empty() {
        return words.get(Key::FaultRoot).to_owned();
    }
    visible(&fault.path.chars().take(MOST_PATH).collect::<String>())
}

/// What is wrong there.
pub fn fault(fault: &Fault, words: Words) -> String {
    words
        .get(match &fault.kind {
            FaultKind::UnknownWord(word) => {
                return words.fill(Key::FaultUnknown, &[("word", &visible(word))]);
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

const fn broken_key(broken: Broken) -> Key {
    match broken {
        Broken::DuplicateId => Key::FaultDuplicateId,
        Broken::Empty => Key::FaultEmpty,
        Broken::UnknownLevel => Key::FaultUnknownLevel,
        Broken::YearsNotRising => Key::FaultYears,
        Broken::RuleDoesNotFit => Key::FaultRuleFit,
        Broken::GoalRequired => Key::FaultGoalRequired,
        Broken::GoalForbidden => Key::FaultGoalForbidden,
        Broken::GoalMissing => Key::FaultGoalMissing,
        Broken::CompareDoesNotFit => Key::FaultCompare,
        Broken::GoalZero => Key::FaultGoalZero,
        Broken::TooManyDecimals => Key::FaultDecimals,
        Broken::DecimalsRange => Key::FaultDecimalsRange,
        Broken::OverMaximum => Key::FaultOverMaximum,
        Broken::MaximumNotZero => Key::FaultMaximumNotZero,
        Broken::ShareOverHundred => Key::FaultShare,
        Broken::StepsNotFalling => Key::FaultSteps,
        Broken::BandsDoNotCover => Key::FaultBands,
        Broken::NotInQuote => Key::FaultNotInQuote,
        Broken::TooMany => Key::FaultTooMany,
    }
}
