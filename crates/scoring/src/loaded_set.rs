//! A target set together with the digest that documents name it by.

use std::rc::Rc;

use crate::target_set::TargetSet;

/// A set together with the digest that assessments name it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedSet {
    /// The set.
    pub set: TargetSet,
    /// SHA-256 of its canonical JSON, lower-case hex.
    pub sha256: String,
    /// Its file as text, to be handed on with documents; blank for the set that the module holds.
    pub text: Rc<str>,
}
