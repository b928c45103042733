//! Khám phá chỉ tiêu: the set as a page to read, with figures to play with. No part of the document, and never saved.

use std::rc::Rc;

use crate::features::reference::invented_figures::invented;

use crate::document::search::is_found;
use scoring::assessment::{Answer, Assessment};
use scoring::folded::fold;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::{TargetScore, score};
use scoring::target_set::{Target, TargetId, TargetSet};

/// What the page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The set that is shown.
    pub loaded: Rc<LoadedSet>,
    /// The id of the level shown; blank stands for every level.
    pub level: String,
    /// The year shown.
    pub year: u16,
    /// The words searched.
    pub search: String,
    /// The targets of the level that the words are found in, in the set's order.
    pub shown: Rc<Vec<TargetId>>,
    /// An example for each target of the level, in the set's order.
    pub examples: Vec<Rc<Example>>,
    /// What was chosen on the page; until then it follows the document.
    chosen: (Option<String>, Option<u16>),
    /// The document's own level, by which an example is scored while every level is shown.
    home: String,
    /// The figures of all examples.
    copy: Assessment,
}

/// A target with figures to play with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The level that it is scored by.
    pub level: String,
    /// The figures.
    pub answer: Rc<Answer>,
    /// What they score.
    pub score: Rc<TargetScore>,
}

impl Reference {
    /// The page on a set, beginning with the document's level and year.
    pub(crate) fn begin(loaded: &Rc<LoadedSet>, document: &Assessment) -> Self {
        let mut page = Self {
            loaded: Rc::clone(loaded),
            level: String::new(),
            year: 0,
            search: String::new(),
            shown: Rc::default(),
            examples: Vec::new(),
            chosen: (None, None),
            home: String::new(),
            copy: Assessment::default(),
        };
        page.turn(document);
        page
    }

    /// Follows the document's level and year as long as no others were chosen here.
    pub(crate) fn follow(&mut self, document: &Assessment) {
        let level = self.due_level(document);
        let year = self.chosen.1.unwrap_or(document.year);
        if level != self.level || year != self.year || self.home != document.unit.level {
            self.turn(document);
        }
    }

    /// The level to be shown; a document's own that the set does not have shows every level.
    fn due_level(&self, document: &Assessment) -> String {
        let known = |level: &&String| self.loaded.set.level(level).is_some();
        self.chosen.0.as_ref().or(Some(&document.unit.level)).filter(known).cloned().unwrap_or_default()
    }

    /// Turns to the level and year that are due, and scores the examples by them.
    fn turn(&mut self, document: &Assessment) {
        let loaded = Rc::clone(&self.loaded);
        let set = &loaded.set;
        self.level = self.due_level(document);
        self.year = self.chosen.1.unwrap_or(document.year);
        self.home.clone_from(&document.unit.level);
        self.copy.year = self.year;
        self.examples.clear();
        let wanted: Vec<_> =
            set.targets().filter_map(|target| Some((target, self.scored_by(target)?))).collect();
        for (target, level) in &wanted {
            if !self.copy.answers.contains_key(&*target.id) {
                let figures = invented(target, target.goal_in_force(level, self.year));
                self.copy.answers.insert(target.id.to_string(), Rc::new(figures));
            }
        }
        let mut cards = Vec::new();
        for level in &set.levels {
            self.copy.unit.level.clone_from(&level.id);
            cards.push(score(set, &self.copy));
        }
        for (target, level) in wanted {
            let card = set.levels.iter().position(|known| known.id == level).and_then(|at| cards.get(at));
            let score = card.and_then(|card| card.target(&target.id));
            let answer = self.copy.answers.get(&*target.id);
            if let (Some(score), Some(answer)) = (score, answer) {
                let (score, answer) = (Rc::clone(score), Rc::clone(answer));
                self.examples.push(Rc::new(Example { level, answer, score }));
            }
        }
        self.choose_shown();
    }

    /// The level that a target's example is scored by: the one shown, else the document's own, else its first; `None`
    /// for a target that is not shown.
    fn scored_by(&self, target: &Target) -> Option<String> {
        if !self.level.is_empty() {
            return target.claims(&self.level).then(|| self.level.clone());
        }
        if target.claims(&self.home) { Some(self.home.clone()) } else { target.levels.first().cloned() }
    }

    pub(crate) fn choose_level(&mut self, level: String, document: &Assessment) {
        self.chosen.0 = Some(level);
        self.follow(document);
    }

    pub(crate) fn choose_year(&mut self, year: u16, document: &Assessment) {
        self.chosen.1 = Some(year);
        self.follow(document);
    }

    pub(crate) fn search(&mut self, words: String) {
        self.search = words;
        self.choose_shown();
    }

    fn choose_shown(&mut self) {
        let words = fold(self.search.trim());
        let set = &self.loaded.set;
        let found = |example: &&Rc<Example>| words.is_empty() || is_told(set, &example.score.target, &words);
        let ids = self.examples.iter().filter(found).map(|example| example.score.target.id.clone());
        self.shown = Rc::new(ids.collect());
    }

    /// Shows a target, whatever is searched and whichever level is shown; whether there is one of this id.
    pub(crate) fn uncover(&mut self, id: &str, document: &Assessment) -> bool {
        let Some(target) = self.loaded.set.target(id).cloned() else { return false };
        if !self.shown.contains(&target.id) {
            self.search.clear();
            if target.claims(&self.level) {
                self.choose_shown();
            } else {
                self.choose_level(String::new(), document);
            }
        }
        true
    }

    /// Puts a text into a field of a target's example.
    pub(crate) fn put(&mut self, id: &TargetId, field: String, text: String) {
        if let Some(answer) = self.copy.answers.get_mut(&**id) {
            Rc::make_mut(answer).figures.insert(field, text);
        }
        self.rescore(id);
    }

    /// Takes a target's example back to the invented figures.
    pub(crate) fn restore(&mut self, id: &TargetId) {
        if let Some(example) = self.example(id) {
            let figures = invented(&example.score.target, example.score.goal);
            self.copy.answers.insert(id.to_string(), Rc::new(figures));
        }
        self.rescore(id);
    }

    fn rescore(&mut self, id: &TargetId) {
        let decimals = self.loaded.set.decimals;
        let example = self.examples.iter_mut().find(|example| example.score.target.id == *id);
        if let (Some(example), Some(answer)) = (example, self.copy.answers.get(&**id)) {
            let example = Rc::make_mut(example);
            example.score = Rc::new(example.score.with(answer, decimals));
            example.answer = Rc::clone(answer);
        }
    }

    /// The example of a target.
    pub fn example(&self, id: &str) -> Option<&Rc<Example>> {
        self.examples.iter().find(|example| &*example.score.target.id == id)
    }
}

/// Whether folded words stand in what the set tells of a target: its own names, quotation and readings, the names of its
/// levels, criterion and area.
fn is_told(set: &TargetSet, target: &Target, words: &str) -> bool {
    if is_found(target, words) {
        return true;
    }
    let has = |text: &str| fold(text).contains(words);
    if target.quote.as_ref().is_some_and(|quote| has(&quote.text) || has(&quote.section)) {
        return true;
    }
    let levels = set.levels.iter().filter(|level| target.claims(&level.id)).map(|level| &level.name);
    let places = set.areas.iter().flat_map(|area| {
        let own =
            area.criteria.iter().find(|criterion| criterion.targets.iter().any(|it| it.id == target.id));
        own.into_iter().flat_map(|own| [&area.name, &own.name])
    });
    let readings = target.reading.iter().chain(&target.other_readings);
    readings.chain(levels).chain(places).any(|text| has(&text.vi) || has(&text.en))
}
