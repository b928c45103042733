//! What can happen on the page "Chỉ tiêu".

use scoring::target_set::TargetId;

/// Something that happened there; nothing of it touches the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExploreEvent {
    /// A level was chosen, or with a blank every level.
    LevelChosen(String),
    /// A year was chosen.
    YearChosen(u16),
    /// Words to search were typed.
    SearchTyped(String),
    /// A figure of an example was typed or chosen: its field and the whole text.
    FigureTyped(TargetId, String, String),
    /// An example was to be as it was at first.
    Restored(TargetId),
}
