//! The parts of the page where the set is read.

pub mod example;
pub mod goals;
pub mod info;
pub mod table;

use std::rc::Rc;

use yew::prelude::*;

use crate::features::reference::state::Reference;
use crate::shell::view::PtrEq;
use i18n::{Key, Words};
use scoring::loaded_set::LoadedSet;
use scoring::target_set::{Target, TargetId, TargetSet};

/// What is shown of the set.
#[derive(PartialEq, Eq)]
pub struct ReferenceProps {
    loaded: PtrEq<LoadedSet>,
    /// The id of the level; blank for every level.
    pub level: String,
    /// The year.
    pub year: u16,
    /// The words searched.
    pub search: String,
    /// The targets that they are found in.
    pub shown: Rc<Vec<TargetId>>,
}

impl ReferenceProps {
    /// Reads it.
    pub fn read(page: &Reference) -> Self {
        Self {
            loaded: PtrEq(Rc::clone(&page.loaded)),
            level: page.level.clone(),
            year: page.year,
            search: page.search.clone(),
            shown: Rc::clone(&page.shown),
        }
    }

    /// The set.
    pub fn set(&self) -> &TargetSet {
        &self.loaded.0.set
    }

    /// Whether a target is shown.
    pub fn shows(&self, target: &Target) -> bool {
        self.shown.contains(&target.id)
    }

    /// The name of the level shown.
    pub fn level_name(&self, words: Words) -> String {
        let level = self.set().level(&self.level).map(|level| words.of(&level.name));
        level.unwrap_or_else(|| words.get(Key::ReferenceAllLevels)).to_owned()
    }
}

/// A line of words.
pub fn line(class: &'static str, text: &str) -> Html {
    html! { <p {class}>{ text.to_owned() }</p> }
}
