//! Charts as own SVG: scenes of whole units, drawn on the page and written as files from the same shapes. Every chart says
//! in words what it shows, and stands beside a table of the same numbers.

pub mod areas;
pub mod file;
pub mod geometry;
pub mod path;
pub mod radar;
pub mod scale;
pub mod scene;

use crate::ui::charts::scene::Scene;

/// A chart: what it is called, what it says, and its shapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Its name for scripts: "areas", "path-TT-3".
    pub name: String,
    /// What it shows.
    pub title: String,
    /// What is seen in it, in words.
    pub says: String,
    /// Its shapes.
    pub scene: Scene,
    /// What its marks mean, for a file; on the page it is said once for all charts of a kind.
    pub legend: Option<Scene>,
}

/// Whose chart it is, and what must be said with it wherever it goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// What stands on a sample's.
    pub mark: Option<&'static str>,
    /// Unit, level and year.
    pub whose: String,
    /// What a set wants said with every score, such as that the points are its own; may be blank.
    pub notice: String,
}
