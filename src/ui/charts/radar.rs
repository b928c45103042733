//! The areas around a centre: the shape of a unit's strengths.

use crate::ui::charts::Chart;
use crate::ui::charts::areas::AreaBar;
use crate::ui::charts::geometry::{LETTER, around, direction, lines, part};
use crate::ui::charts::scene::{Anchor, Ink, Point, Scene};
use i18n::numbers::percent;
use i18n::{Key, Words};
use scoring::exact::Exact;
use scoring::scorecard::shown_index;
use scoring::target_set::TargetSet;

const WIDTH: i32 = 360;
const CENTRE: Point = (WIDTH / 2, 136);
const RADIUS: i32 = 84;
/// Fewer areas make no shape.
const FEWEST: usize = 3;
/// The labels of more would be written over each other; the bars have them all.
const MOST: usize = 12;
/// Room for one line of a label.
const LINE: i32 = 16;

/// The chart; `None` where fewer than three areas have an index, or too many for one picture.
pub fn radar(set: &TargetSet, areas: &[AreaBar], words: Words) -> Option<Chart> {
    let known: Vec<(&AreaBar, Exact, Exact)> = areas
        .iter()
        .filter_map(|area| Some((area, area.totals.index()?, area.totals.index_possible()?)))
        .collect();
    if !(FEWEST..=MOST).contains(&known.len()) {
        return None;
    }
    let mut scene = Scene::new(WIDTH, 0);
    let axes = known.len();
    let place = |axis: usize, distance: i32| around(CENTRE, direction(axis, axes), distance);
    for ring in [RADIUS / 2, RADIUS] {
        let ring: Vec<Point> = (0..axes).map(|axis| place(axis, ring)).collect();
        scene.polygon(Ink::Grid, &ring);
    }
    let length = |value: Exact| part(value, Exact::HUNDRED, RADIUS);
    let points = |of: fn(&(&AreaBar, Exact, Exact)) -> Exact| -> Vec<Point> {
        known.iter().enumerate().map(|(axis, area)| place(axis, length(of(area)))).collect()
    };
    for axis in 0..axes {
        scene.line(Ink::Grid, &[CENTRE, place(axis, RADIUS)]);
    }
    let (earned, possible) = (points(|area| area.1), points(|area| area.2));
    if possible != earned {
        scene.polygon(Ink::Possible, &possible);
    }
    scene.polygon(Ink::Area, &earned);
    for point in earned {
        scene.dot(Ink::Value, point, 4);
    }
    let (x, y) = CENTRE;
    scene.text(Ink::Quiet, (x + 4, y - RADIUS / 2 + 4), Anchor::Start, "50");
    scene.text(Ink::Quiet, (x + 4, y - RADIUS + 14), Anchor::Start, "100%");
    let mut says = Vec::new();
    for (axis, (area, index, _)) in known.iter().enumerate() {
        let shown = percent(&shown_index(set, *index), words.0);
        let end = label(&mut scene, &area.name, &shown, place(axis, RADIUS + 8));
        scene.height = scene.height.max(end);
        says.push(words.fill(Key::ChartAreaSays, &[("area", area.name.as_str()), ("sum", &shown)]));
    }
    Some(Chart {
        name: "radar".to_owned(),
        title: words.get(Key::ChartRadar).to_owned(),
        says: says.join("; "),
        scene,
        legend: None,
    })
}

/// An axis' name and index, outward from its end; gives how far down it reaches.
fn label(scene: &mut Scene, name: &str, index: &str, (x, y): Point) -> i32 {
    let (centre, middle) = CENTRE;
    let (anchor, room) = match x - centre {
        right if right > RADIUS / 3 => (Anchor::Start, WIDTH - x),
        left if left < -RADIUS / 3 => (Anchor::End, x),
        _ => (Anchor::Middle, WIDTH * 2 / 3),
    };
    let names = lines(name, usize::try_from(room / LETTER).unwrap_or_default(), 3);
    let high = i32::try_from(names.len()).unwrap_or_default() * LINE;
    // Above the centre a label grows upwards, below it downwards.
    let mut base = if y < middle - RADIUS / 2 { y - high } else { y + LINE / 2 };
    for line in names {
        scene.text(Ink::Label, (x, base), anchor, line);
        base += LINE;
    }
    scene.text(Ink::Strong, (x, base), anchor, index);
    base + LINE / 2
}
