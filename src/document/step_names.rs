//! What the program tells of itself, as sentences: steps of undo, the file that is written to. What a score says stands in
//! `words`.

use crate::document::history::StepName;
use i18n::{Key, Words};
use scoring::invisible_chars::show_invisible;

/// The name of a step of undo: "dán 6 số".
pub fn step(step: &StepName, words: Words) -> String {
    let of = |key, target: &str| words.fill(key, &[("id", target)]);
    match step {
        StepName::Figure(target, _) => of(Key::StepFigure, target),
        StepName::Paste(count) => words.fill(Key::StepPaste, &[("n", &count.to_string())]),
        StepName::Total(target) => of(Key::StepTotal, target),
        StepName::LastYear(count) => words.fill(Key::StepLastYear, &[("n", &count.to_string())]),
        StepName::NotApplicable(target) => of(Key::StepNotApplicable, target),
        StepName::Reason(target) => of(Key::StepReason, target),
        StepName::Note(target) => of(Key::StepNote, target),
        StepName::Evidence(target) => of(Key::StepEvidence, target),
        // An id that no set has checked: of any length, with any characters.
        StepName::OrphanedAnswersRemoved(target) => {
            of(Key::StepOrphaned, &show_invisible(&target.chars().take(40).collect::<String>()))
        }
        StepName::Narrative(_) => words.get(Key::StepNarrative).to_owned(),
        StepName::Task(target, _) => of(Key::StepTask, target),
        StepName::PlanKept => words.get(Key::StepPlanKept).to_owned(),
        StepName::PlanRemoved => words.get(Key::StepPlanRemoved).to_owned(),
        StepName::PlanTaken => words.get(Key::StepPlanTaken).to_owned(),
        StepName::Heading(_) => words.get(Key::StepHeading).to_owned(),
        StepName::Level => words.get(Key::StepLevel).to_owned(),
        StepName::Year => words.get(Key::StepYear).to_owned(),
        StepName::Period => words.get(Key::StepPeriod).to_owned(),
        StepName::Import => words.get(Key::StepImport).to_owned(),
        StepName::Restore => words.get(Key::StepRestore).to_owned(),
        StepName::New => words.get(Key::StepNew).to_owned(),
        StepName::Open => words.get(Key::StepOpen).to_owned(),
        StepName::Duplicate => words.get(Key::StepDuplicate).to_owned(),
        StepName::RemoveDraft(_) => words.get(Key::StepRemoveDraft).to_owned(),
    }
}
