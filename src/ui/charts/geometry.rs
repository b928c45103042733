//! Lengths and places in whole units, from exact fractions: no floating point is needed, and none comes into the module.

use crate::ui::charts::scene::Point;
use scoring::exact::Exact;

/// The part of a length that a value is of a whole, to the nearest unit, from 0 to the length.
pub fn part(value: Exact, whole: Exact, length: i32) -> i32 {
    let length_exact = Exact::whole(u128::from(length.unsigned_abs()));
    let share = value.min(whole).divided_by(whole).and_then(|share| share.times(length_exact));
    // What is too large to be worked out exactly is at the end.
    let units = share.map_or(length_exact.numerator(), |share| share.rounded_half_up(1));
    i32::try_from(units).unwrap_or(length)
}

/// The nearest of 1, 2, 5, 10, 20, 50, … that is no less.
pub fn round_top(value: Exact) -> u128 {
    let mut power = 1_u128;
    loop {
        for step in [1, 2, 5] {
            let top = power.saturating_mul(step);
            if Exact::whole(top) >= value || top == u128::MAX {
                return top;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// The sines of whole degrees from 0 to 90, in ten thousandths.
const SINES: [i32; 91] = [
    0, 175, 349, 523, 698, 872, 1045, 1219, 1392, 1564, 1736, 1908, 2079, 2250, 2419, 2588, 2756, 2924, 3090,
    3256, 3420, 3584, 3746, 3907, 4067, 4226, 4384, 4540, 4695, 4848, 5000, 5150, 5299, 5446, 5592, 5736,
    5878, 6018, 6157, 6293, 6428, 6561, 6691, 6820, 6947, 7071, 7193, 7314, 7431, 7547, 7660, 7771, 7880,
    7986, 8090, 8192, 8290, 8387, 8480, 8572, 8660, 8746, 8829, 8910, 8988, 9063, 9135, 9205, 9272, 9336,
    9397, 9455, 9511, 9563, 9613, 9659, 9703, 9744, 9781, 9816, 9848, 9877, 9903, 9925, 9945, 9962, 9976,
    9986, 9994, 9998, 10_000,
];

/// The sine of whole degrees, in ten thousandths.
fn sine(degrees: i32) -> i32 {
    let turned = degrees.rem_euclid(360);
    let (half, sign) = if turned < 180 { (turned, 1) } else { (turned - 180, -1) };
    let quarter = usize::try_from(half.min(180 - half)).unwrap_or_default();
    sign * SINES.get(quarter).copied().unwrap_or_default()
}

/// The direction of one of so many axes around a centre, the first upwards, clockwise, in whole degrees.
pub fn direction(axis: usize, of: usize) -> i32 {
    let turns = (axis * 360 + of / 2) / of.max(1);
    i32::try_from(turns).unwrap_or_default()
}

/// The place at a distance from a centre, in a direction clockwise from above.
pub fn around((x, y): Point, degrees: i32, distance: i32) -> Point {
    let along = |sine: i32| {
        let twice = 2 * distance * sine + 10_000;
        twice.div_euclid(20_000)
    };
    (x + along(sine(degrees)), y - along(sine(degrees + 90)))
}

/// About how many units a text is wide, and how many letters fit: the letters of system fonts are about half as wide as
/// they are high.
pub const LETTER: i32 = 7;

/// About how wide a text is.
pub fn width_of(text: &str) -> i32 {
    i32::try_from(text.chars().count()).unwrap_or(i32::MAX / LETTER) * LETTER
}

/// A text in lines of at most so many letters, broken between words; what does not fit in `most` lines is cut with an
/// ellipsis.
pub fn lines(text: &str, letters: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let room = |line: &String| line.chars().count() + 1 + word.chars().count() <= letters;
        match lines.last_mut() {
            Some(line) if room(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let left_out = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        if line.chars().count() > letters || (left_out && at == last) {
            *line = line.chars().take(letters.saturating_sub(1)).collect::<String>() + "…";
        }
    }
    lines
}

/// A text of at most so many letters, cut with an ellipsis.
pub fn shortened(text: &str, letters: usize) -> String {
    lines(text, letters, 1).pop().unwrap_or_default()
}
