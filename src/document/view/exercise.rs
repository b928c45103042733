//! An exercise in words.

use i18n::numbers::number;
use i18n::{Key, Words};
use scoring::exercise::{Asked, Exercise, Solution};

/// The right answer as people write it.
pub fn told(solution: &Solution, asked: &Asked, words: Words) -> String {
    match solution {
        Solution::Number(text) if asked.is_percentage() => number(text, words.0) + "%",
        Solution::Number(text) => [&number(text, words.0), " ", words.get(Key::Points)].concat(),
        Solution::Nothing => words.get(Key::ExerciseNothing).to_owned(),
    }
}

/// Why there is nothing to work out.
pub fn why_not(exercise: &Exercise, has_set: bool, words: Words) -> String {
    if has_set {
        return words.get(Key::ExerciseNotFound).to_owned();
    }
    let short =
        |text: &str| scoring::invisible_chars::show_invisible(&text.chars().take(64).collect::<String>());
    let set = &exercise.unit.target_set;
    words.fill(Key::ExerciseSetMissing, &[("id", &short(&set.id)), ("edition", &short(&set.edition))])
}
