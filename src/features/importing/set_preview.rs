//! A file of a target set that waits for a choice.

use scoring::loaded_set::LoadedSet;
use std::rc::Rc;

/// A set that was read from a file, before anything is changed by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetPreview {
    /// The file's name.
    pub name: String,
    /// The set.
    pub loaded: Rc<LoadedSet>,
    /// Whether it is at hand already.
    pub known: bool,
}
