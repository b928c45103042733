//! A file that was read, before anything is changed by it.

use std::rc::Rc;

use super::difference::{Difference, differences};
use crate::core::assessment::Assessment;
use crate::core::scorecard::{Scorecard, score};
use crate::core::target_set::TargetSet;
use crate::exchange::builtin::LoadedSet;
use crate::exchange::incoming::{Incoming, Seal, same_result};
use crate::exchange::result;

/// What a file would bring.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The file's name.
    pub name: String,
    /// What it holds; level and year may have been chosen anew by the user.
    pub assessment: Assessment,
    /// What its digest says.
    pub seal: Seal,
    /// The version of the product that wrote it, as stated.
    pub app: String,
    /// What it scores here.
    pub card: Rc<Scorecard>,
    /// Whether the result that it states is another than the one worked out here.
    pub result_differs: bool,
    /// What it would change of the document that is open.
    pub differences: Vec<Difference>,
    /// How its set stands to the one here.
    pub set: SetMatch,
    /// Ids of answers that have no target in the set here; they are kept in the file.
    pub homeless: Vec<String>,
    /// Whether its level is one of the set's.
    pub level_known: bool,
    /// Whether its year is one of the set's.
    pub year_known: bool,
}

/// How a file's set stands to the set here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetMatch {
    /// The same to the letter.
    Same,
    /// The same id; another edition or content.
    OtherEdition,
    /// Another set.
    OtherSet,
    /// The file names none.
    NotNamed,
}

impl Preview {
    /// Looks at a file that was read; nothing is changed.
    pub fn of(name: String, incoming: Incoming, loaded: &LoadedSet, open: &Assessment) -> Self {
        let Incoming { assessment, stated_result, seal, app } = incoming;
        let card = Rc::new(score(&loaded.set, &assessment));
        let here = result::of(&loaded.set, &card);
        let named = &assessment.target_set;
        let set = match () {
            () if named.id.is_empty() => SetMatch::NotNamed,
            () if named.id != loaded.set.id => SetMatch::OtherSet,
            () if named.sha256 != loaded.sha256 => SetMatch::OtherEdition,
            () => SetMatch::Same,
        };
        let homeless =
            assessment.answers.keys().filter(|id| loaded.set.target(id).is_none()).cloned().collect();
        Self {
            name,
            card,
            seal,
            app,
            result_differs: stated_result.is_some_and(|stated| !same_result(&stated, &here)),
            differences: differences(&loaded.set, open, &assessment),
            set,
            homeless,
            level_known: knows_level(&loaded.set, &assessment.unit.level),
            year_known: loaded.set.years.contains(&assessment.year),
            assessment,
        }
    }

    /// Whether it can be opened: its level and year are ones of the set.
    pub fn is_ready(&self, set: &TargetSet) -> bool {
        knows_level(set, &self.assessment.unit.level) && set.years.contains(&self.assessment.year)
    }
}

fn knows_level(set: &TargetSet, level: &str) -> bool {
    set.level(level).is_some()
}
