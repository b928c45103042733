//! Units side by side: which may stand there, and what each scores by its own set. Everything is read and nothing kept: a
//! model unit may stand beside what is real, and neither learns of the other.

use crate::features::presentation::compared_unit::ComparedUnit;
use std::rc::Rc;

use crate::document::draft::Draft;
use crate::features::presentation::state::{MOST_SIDE_BY_SIDE, Presentation};
use crate::shell::state::State;
use formats::document_reader;
use formats::samples::{Sample, Strength};
use scoring::assessment::Assessment;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{Scorecard, score};
use scoring::text::Text;

/// Who a unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Which it is.
    pub unit: ComparedUnit,
    /// Its name; blank where it has none yet.
    pub name: String,
    /// Its level.
    pub level: Text,
    /// The year assessed.
    pub year: u16,
    /// Whether its figures are invented.
    pub is_sample: bool,
}

impl Side {
    fn of(unit: ComparedUnit, document: &Assessment, loaded: &LoadedSet) -> Self {
        Self {
            unit,
            name: document.unit.name.trim().to_owned(),
            level: level(loaded, &document.unit.level),
            year: document.year,
            is_sample: document.is_sample(),
        }
    }
}

fn level(loaded: &LoadedSet, id: &str) -> Text {
    loaded.set.level(id).map(|level| level.name.clone()).unwrap_or_default()
}

/// How many units may be chosen from, beside the open one: the samples of a year, and the drafts.
pub fn offered(state: &State) -> Vec<Side> {
    let open = Side::of(ComparedUnit::Open, state.document.assessment(), state.document.loaded());
    let samples = samples(state).filter_map(|sample| {
        let document = sample.open(state.sample_set())?;
        Some(Side::of(ComparedUnit::Sample(sample), &document, state.sample_set()))
    });
    let drafts = state.own().drafts.entries.iter().filter_map(|draft| {
        Some(Side {
            unit: ComparedUnit::Draft(draft.id.clone()),
            name: draft.unit.trim().to_owned(),
            level: level(set_of(state, draft)?, &draft.level),
            year: draft.year,
            is_sample: false,
        })
    });
    std::iter::once(open).chain(samples).chain(drafts).collect()
}

/// The samples of the document's year, but for the one that is open.
fn samples(state: &State) -> impl Iterator<Item = Sample> {
    let open = state.sample();
    let has_year = state.sample_set().set.years.contains(&state.document.assessment().year);
    let year = if has_year { state.document.assessment().year } else { Sample::YEAR };
    Sample::all(year).filter(move |sample| Some(*sample) != open)
}

/// The set of a draft that can be compared: one that is not removed, not open, and whose set is here.
fn set_of<'a>(state: &'a State, draft: &Draft) -> Option<&'a Rc<LoadedSet>> {
    if draft.removed.is_some() || draft.id == state.document.id() {
        return None;
    }
    match draft.set.sha256.as_str() {
        "" => state.sets.own(),
        sha256 => state.sets.of_hash(sha256),
    }
}

impl Presentation {
    /// The units that are compared, by their places: those chosen that are still there; where none is, the open one with
    /// model units, of its own level first.
    pub fn compared_units(&self, state: &State) -> Vec<Option<ComparedUnit>> {
        let is_there = |unit: &ComparedUnit| match unit {
            ComparedUnit::Open => true,
            ComparedUnit::Sample(sample) => {
                state.sample() != Some(*sample) && sample.open(state.sample_set()).is_some()
            }
            ComparedUnit::Draft(id) => {
                let draft = state.own().drafts.entries.iter().find(|draft| draft.id == *id);
                draft.is_some_and(|draft| set_of(state, draft).is_some())
            }
        };
        let mut units: Vec<_> = self.units.iter().map(|unit| unit.clone().filter(is_there)).collect();
        if units.iter().all(Option::is_none) {
            let near = |sample: &Sample| sample.level() == state.document.assessment().unit.level;
            let far = |sample: &Sample| !near(sample) && sample.strength() == Strength::Middling;
            let models = samples(state).filter(near).chain(samples(state).filter(far));
            let models = models.map(ComparedUnit::Sample).filter(is_there);
            units = std::iter::once(ComparedUnit::Open).chain(models).map(Some).collect();
        }
        units.resize(MOST_SIDE_BY_SIDE, None);
        units
    }
}

/// What a unit scores by its own set; `None` where its draft can't be read.
pub fn scored(state: &State, unit: &ComparedUnit) -> Option<(Side, Rc<LoadedSet>, Rc<Scorecard>)> {
    let (document, loaded) = match unit {
        ComparedUnit::Open => {
            let side = Side::of(ComparedUnit::Open, state.document.assessment(), state.document.loaded());
            return Some((side, Rc::clone(state.document.loaded()), Rc::clone(state.document.card())));
        }
        ComparedUnit::Sample(sample) => (sample.open(state.sample_set())?, state.sample_set()),
        ComparedUnit::Draft(id) => {
            let draft = state.own().drafts.entries.iter().find(|draft| draft.id == *id)?;
            (document_reader::read_text(&draft.text).ok()?.assessment, set_of(state, draft)?)
        }
    };
    let side = Side::of(unit.clone(), &document, loaded);
    Some((side, Rc::clone(loaded), Rc::new(score(&loaded.set, &document))))
}
