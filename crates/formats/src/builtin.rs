//! The built-in target set, Programme 196/CTr-UBND, and sets read from text.

use std::rc::Rc;

use scoring::json::Json;
use scoring::json_reader::Fault;
use scoring::loaded_set::LoadedSet;
use scoring::target_set;

use super::digest;

/// The set's file.
pub const FILE: &str = include_str!("../../../sets/196-ctr-ubnd.json");

/// Id and SHA-256 of the second set that comes with the product, which lies in the page beside the module.
pub const SECOND: (&str, &str) =
    ("mau-minh-hoa-8-linh-vuc", "589eb88b9a5833f717ee55e2f85055f82839ca1246f0ccf1ec27f8a6ee091cfe");

/// Reads the built-in set. A test holds that it never faults.
pub fn load() -> Result<LoadedSet, Vec<Fault>> {
    Ok(LoadedSet { text: Rc::from(""), ..load_text(FILE)? })
}

/// Reads a set from the text of its file.
pub fn load_text(text: &str) -> Result<LoadedSet, Vec<Fault>> {
    let json = Json::read(text).unwrap_or_default();
    Ok(LoadedSet { set: target_set::read(&json)?, sha256: digest::hex(&json), text: text.into() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use scoring::points::Points;

    #[test]
    fn the_second_set_is_known_by_its_content() {
        let second = super::load_text(include_str!("../../../sets/mau-minh-hoa-8-linh-vuc.json")).unwrap();
        assert_eq!((&*second.set.id, &*second.sha256), super::SECOND);
    }

    #[test]
    fn the_built_in_set_reads_and_holds_what_each_level_is_scored_by() {
        let set = super::load().unwrap().set;
        for (level, targets, points) in
            [("commune", 9, 55), ("district", 10, 60), ("department", 13, 80), ("province", 17, 80)]
        {
            let claimed: Vec<_> = set.targets().filter(|target| target.claims(level)).collect();
            assert_eq!(claimed.len(), targets, "{level}");
            let maximum: Points = claimed.iter().map(|target| target.max_points).sum();
            assert_eq!(maximum, Points::from_thousandths(points * 1000), "{level}");
        }
    }
}
