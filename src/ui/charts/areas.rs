//! A bar for each area: what is earned of its maximum, and what is still possible.

use crate::ui::charts::Chart;
use crate::ui::charts::geometry::{part, shortened, width_of};
use crate::ui::charts::scene::{Anchor, Ink, Scene};
use i18n::numbers::{percent, points, short_points};
use i18n::{Key, Words};
use scoring::exact::Exact;
use scoring::scorecard::{Totals, shown_index};
use scoring::target_set::TargetSet;

const WIDTH: i32 = 372;
const HIGH: i32 = 16;
const EACH: i32 = 52;

/// An area as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaBar {
    /// Its name in the language shown.
    pub name: String,
    /// Its sums.
    pub totals: Totals,
}

impl AreaBar {
    /// "29,909/35", and "85,454%" where there is an index.
    pub(crate) fn told(&self, set: &TargetSet, words: Words) -> (String, Option<String>) {
        let sum =
            [&points(self.totals.points, words.0), "/", &short_points(self.totals.max, words.0)].concat();
        (sum, self.totals.index().map(|index| percent(&shown_index(set, index), words.0)))
    }
}

/// The chart.
pub fn bars(set: &TargetSet, areas: &[AreaBar], words: Words) -> Chart {
    let rows = i32::try_from(areas.len()).unwrap_or_default();
    let mut scene = Scene::new(WIDTH, rows * EACH + 20);
    let mut says = Vec::new();
    for (area, y) in areas.iter().zip((0..).map(|row| row * EACH)) {
        let (sum, index) = area.told(set, words);
        let told =
            [Some(sum.as_str()), index.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        // A name's letters are narrower than the figures, for which `width_of` is made.
        let letters = usize::try_from((WIDTH - width_of(&told)) * 4 / 27).unwrap_or_default();
        scene.text(Ink::Label, (0, y + 13), Anchor::Start, shortened(&area.name, letters));
        scene.text(Ink::Strong, (WIDTH, y + 13), Anchor::End, told.clone());
        bar(&mut scene, &area.totals, y + 21);
        let sentence = [("area", area.name.as_str()), ("sum", &told)];
        says.push(words.fill(Key::ChartAreaSays, &sentence));
    }
    let y = rows * EACH + 4;
    scene.rectangle(Ink::Earned, (0, y), 14, 10);
    scene.text(Ink::Quiet, (20, y + 10), Anchor::Start, words.get(Key::ChartEarned));
    let second = 20 + width_of(words.get(Key::ChartEarned)) + 18;
    scene.rectangle(Ink::Possible, (second, y), 14, 10);
    scene.text(Ink::Quiet, (second + 20, y + 10), Anchor::Start, words.get(Key::ChartPossible));
    Chart {
        name: "areas".to_owned(),
        title: words.get(Key::ChartAreas).to_owned(),
        says: says.join("; "),
        scene,
        legend: None,
    }
}

fn bar(scene: &mut Scene, totals: &Totals, y: i32) {
    scene.rectangle(Ink::Track, (0, y), WIDTH, HIGH);
    let (Some(index), Some(possible)) = (totals.index(), totals.index_possible()) else { return };
    let earned = part(index, Exact::HUNDRED, WIDTH);
    let most = part(possible, Exact::HUNDRED, WIDTH);
    scene.rectangle(Ink::Earned, (0, y), earned, HIGH);
    if most > earned {
        scene.rectangle(Ink::Possible, (earned, y + 3), most - earned, HIGH - 6);
    }
}
