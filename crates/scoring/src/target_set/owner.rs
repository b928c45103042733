//! What of a set a fault lies in: authors know a target by its id, not by its place in the file.

use crate::json::Json;
use crate::json_reader::{Fault, Owner, begin};

/// Names for each fault the innermost target, criterion or area that it lies in and that has an id.
pub fn put_owners(faults: &mut [Fault], set: &Json) {
    for fault in faults {
        fault.owner = owner(&fault.path, set);
    }
}

fn owner(path: &str, set: &Json) -> Option<(Owner, String)> {
    let lists = [("areas", Owner::Area), ("criteria", Owner::Criterion), ("targets", Owner::Target)];
    let (mut found, mut node) = (None, set);
    for (step, (list, owner)) in path.split('.').zip(lists) {
        let place = step.strip_prefix(list).and_then(|place| place.strip_prefix('[')?.strip_suffix(']'));
        let Some(place) = place.and_then(|place| place.parse::<usize>().ok()) else { break };
        let Some(Json::List(items)) = node.get(list) else { break };
        let Some(item) = items.get(place) else { break };
        node = item;
        if let Some(id) = node.get("id").and_then(Json::text) {
            found = Some((owner, begin(id).to_owned()));
        }
    }
    found
}
