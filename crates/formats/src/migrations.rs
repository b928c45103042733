//! From a file of an earlier version to one of this version, on plain JSON, before anything is read by type.

use std::borrow::Cow;

use scoring::json::{Json, Members};

/// Brings the top of a file from one version to the next. What it does not find it leaves alone: the typed reading that
/// follows names what is amiss, by its path.
pub type Step = fn(&mut Members);

/// The steps `1→2`, `2→3`, … of the assessment's format. Version 1 is the first.
pub const ASSESSMENT: [Step; 0] = [];

/// The file as the newest version has it: the steps from its own version on, each followed by the version that it
/// reached. A file of the newest version comes back as it is.
pub fn migrate<'a>(file: &'a Json, version: u64, steps: &[Step]) -> Cow<'a, Json> {
    let taken = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    let left = steps.get(taken..).unwrap_or_default();
    let Json::Object(members) = file else { return Cow::Borrowed(file) };
    if left.is_empty() {
        return Cow::Borrowed(file);
    }
    let mut members = members.clone();
    let mut reached = version;
    for step in left {
        step(&mut members);
        reached += 1;
        if let Some((_, stated)) = members.iter_mut().find(|(key, _)| key == "version") {
            *stated = reached.into();
        }
    }
    Cow::Owned(Json::Object(members))
}
