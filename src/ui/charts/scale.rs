//! The index on the scale of the bands.

use crate::ui::charts::Chart;
use crate::ui::charts::geometry::{part, width_of};
use crate::ui::charts::scene::{Anchor, Ink, Scene};
use i18n::numbers::{number, percent};
use i18n::{Key, Words};
use scoring::exact::Exact;
use scoring::scorecard::{Scorecard, shown_index};
use scoring::target_set::TargetSet;

const WIDTH: i32 = 360;
const LEFT: i32 = 6;
const LENGTH: i32 = WIDTH - 2 * LEFT;
const TOP: i32 = 24;
const HIGH: i32 = 20;

/// The chart; `None` when nothing counts.
pub fn scale(set: &TargetSet, card: &Scorecard, words: Words) -> Option<Chart> {
    let (index, possible) = (card.totals.index()?, card.totals.index_possible()?);
    let at = |value: Exact| LEFT + part(value, Exact::HUNDRED, LENGTH);
    let mut scene = Scene::new(WIDTH, TOP + HIGH + 52);
    let mut above = Exact::HUNDRED;
    // The right ends of the names in either line.
    let mut taken = [WIDTH; 2];
    for band in &set.bands {
        let from = band.from.exact();
        let (left, right) = (at(from), at(above));
        let ink = if card.band.as_ref() == Some(&band.id) { Ink::Here } else { Ink::Track };
        scene.rectangle(ink, (left, TOP), right - left, HIGH);
        edge(&mut scene, left, &number(&band.from.to_string(), words.0));
        name(&mut scene, words.of(&band.name), (left, right), ink, &mut taken);
        above = from;
    }
    scene.text(Ink::Quiet, (LEFT + LENGTH, TOP + HIGH + 14), Anchor::End, "100");
    let (earned, most) = (at(index), at(possible));
    scene.rectangle(Ink::Earned, (LEFT, TOP + 6), earned - LEFT, HIGH - 12);
    if most > earned {
        scene.rectangle(Ink::Possible, (earned, TOP + 6), most - earned, HIGH - 12);
    }
    scene.polygon(Ink::Earned, &[(earned - 5, TOP - 8), (earned + 5, TOP - 8), (earned, TOP)]);
    let shown = percent(&shown_index(set, index), words.0);
    let half = width_of(&shown) / 2;
    scene.text(Ink::Strong, (earned.clamp(half, WIDTH - half), 12), Anchor::Middle, shown.clone());
    let most = percent(&shown_index(set, possible), words.0);
    let bands = set
        .bands
        .iter()
        .map(|band| [words.of(&band.name), " ≥ ", &number(&band.from.to_string(), words.0), "%"].concat());
    let bands = bands.collect::<Vec<_>>().join("; ");
    let says = words.fill(Key::ChartScaleSays, &[("index", &shown), ("possible", &most), ("bands", &bands)]);
    Some(Chart {
        name: "scale".to_owned(),
        title: words.get(Key::ChartScale).to_owned(),
        says,
        scene,
        legend: None,
    })
}

fn edge(scene: &mut Scene, x: i32, text: &str) {
    let (x, anchor) = if x == LEFT { (0, Anchor::Start) } else { (x, Anchor::Middle) };
    scene.text(Ink::Quiet, (x, TOP + HIGH + 14), anchor, text);
}

/// A band's name under it, in the first line where there is room; where there is none the table has it.
fn name(scene: &mut Scene, name: &str, (left, right): (i32, i32), ink: Ink, taken: &mut [i32; 2]) {
    let half = width_of(name) / 2;
    let middle = i32::midpoint(left, right).clamp(half, (WIDTH - half).max(half));
    let ink = if ink == Ink::Here { Ink::Strong } else { Ink::Label };
    for (line, taken) in (0..).zip(taken) {
        if middle + half <= *taken {
            *taken = middle - half - 6;
            return scene.text(ink, (middle, TOP + HIGH + 31 + 17 * line), Anchor::Middle, name);
        }
    }
}
