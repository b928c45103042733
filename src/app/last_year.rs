//! The unit's assessment of the year before, for comparison: a draft on this computer, or a file opened beside the document.

use crate::core::assessment::Assessment;
use crate::core::scorecard::Scorecard;

/// The assessment of the year before. It is only read.
#[derive(Debug, Clone, PartialEq)]
pub struct LastYear {
    /// What the unit entered then.
    pub assessment: Assessment,
    /// What it scored then, by the goals of that year.
    pub card: Scorecard,
    /// Name of the file that it was opened from; blank for a draft on this computer.
    pub file: String,
}
