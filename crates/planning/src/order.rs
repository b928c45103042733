//! Sorting by a pair of keys. One function for all types: each type sorted by the library adds several KB.

/// The things, keys rising; those of one key as they were.
pub(super) fn by<T>(things: Vec<T>, key: impl Fn(&T) -> (i128, i128)) -> Vec<T> {
    let keys = things.iter().map(key).collect();
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places(keys).into_iter().filter_map(|place| things.get_mut(place)?.take()).collect()
}

/// Where the keys stand that come first, second and so on.
fn places(keys: Vec<(i128, i128)>) -> Vec<usize> {
    let mut places: Vec<(i128, i128, usize)> =
        keys.into_iter().enumerate().map(|(place, (first, second))| (first, second, place)).collect();
    places.sort_unstable();
    places.into_iter().map(|(.., place)| place).collect()
}
