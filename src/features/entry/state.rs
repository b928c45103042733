//! How the page of figures is shown.

use crate::document::filter::Filter;
use scoring::target_set::TargetId;
use std::rc::Rc;

/// How the page of figures is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryState {
    /// The filter chosen.
    pub filter: Filter,
    /// The words searched.
    pub search: String,
    /// The targets shown by filter and search, fixed when they were chosen so that no row leaves under the hand that
    /// fills it; `None` shows all.
    pub visible: Option<Rc<Vec<TargetId>>>,
    /// The targets whose details are open.
    pub details: Vec<TargetId>,
    /// The figures filled by the last paste, to be marked until something else happens.
    pub filled: Rc<Vec<(TargetId, String)>>,
    /// Whether a word of welcome stands above the document: it was blank when it was opened, and no figure is typed yet.
    pub welcome: bool,
}
