//! The pages of the screen that shows what is asked for over years and levels: as many targets as the back of a room can
//! read, area by area; then each target whose goal rises, by itself.

use std::rc::Rc;

use scoring::target_set::{Area, GoalValues, Target, TargetSet};

/// Most targets on one page.
const MOST: usize = 4;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathPage<'a> {
    /// Targets of an area, one a row.
    Rows(&'a Area, Vec<&'a Rc<Target>>),
    /// A target whose goal is another in another year, as a table of levels and years.
    Course(&'a Rc<Target>),
    /// The same as lines.
    Lines(&'a Rc<Target>),
}

/// Every page of a set, in order.
pub fn path_pages(set: &TargetSet) -> Vec<PathPage<'_>> {
    let mut pages = Vec::new();
    for area in &set.areas {
        let targets: Vec<_> = area.criteria.iter().flat_map(|criterion| &criterion.targets).collect();
        // Pages of about the same length.
        let each = targets.len().div_ceil(targets.len().div_ceil(MOST).max(1)).max(1);
        pages.extend(targets.chunks(each).map(|rows| PathPage::Rows(area, rows.to_vec())));
    }
    let rises = |target: &&Rc<Target>| {
        target.goal.as_ref().is_some_and(|goal| matches!(goal.values, GoalValues::ByLevelYear(_)))
    };
    pages.extend(
        set.targets().filter(rises).flat_map(|target| [PathPage::Course(target), PathPage::Lines(target)]),
    );
    pages
}
