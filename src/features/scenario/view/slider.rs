//! The two sliders of a target: figure → points and points → figure.

use yew::prelude::*;

use crate::features::scenario::event::ScenarioEvent;
use crate::features::scenario::tried_target::TriedTarget;
use crate::shell::view::ViewContext;
use crate::ui::focus::value;
use i18n::Key;
use i18n::numbers::{points, short_points};
use i18n::sentences::moved_figure;
use planning::Trajectory;
use scoring::points::Points;
use scoring::target_set::TargetId;

/// How wide the drawing under a slider is counted.
const WIDTH: u128 = 1000;

/// Where on that width a part of a whole lies.
fn place(part: u128, whole: u128) -> String {
    // Beyond what fits both are shortened alike; nobody sees the difference.
    let (part, whole) = if whole > u128::MAX / WIDTH { (part / WIDTH, whole / WIDTH) } else { (part, whole) };
    (part * WIDTH / whole.max(1)).to_string()
}

/// A slider: what it is called, its ends, where it stands, what that means, and the mark of the real form.
struct Slider {
    name: String,
    label: String,
    ends: (String, String),
    step: String,
    at: String,
    says: String,
    mark: String,
}

fn slider(
    slider: Slider,
    moved: Callback<InputEvent>,
    left: Callback<Event>,
    pressed: Callback<KeyboardEvent>,
) -> Html {
    let Slider { name, label, ends: (min, max), step, at, says, mark } = slider;
    html! {
        <div class="slider">
            <svg class="slider__mark" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                <line x1={mark.clone()} y1="0" x2={mark} y2="10"/>
            </svg>
            <input type="range" {name} {min} {max} {step} value={at} aria-label={label} aria-valuetext={says}
                oninput={moved} onchange={left} onkeydown={pressed}/>
        </div>
    }
}

/// The slider of the figure. To the right it is always more of what is counted, whatever that earns.
pub fn figure_slider(trial: &TriedTarget, trajectory: &Trajectory, label: &str, ctx: &ViewContext) -> Html {
    let (last, falls) = (trajectory.last(), trajectory.falls());
    let turned = move |position: u128| if falls { last.saturating_sub(position) } else { position };
    let at = trial.position().unwrap_or(trajectory.now());
    let id = trial.id().clone();
    let moved = ctx.on(move |event: &InputEvent| {
        let position: u128 = value(event).parse().ok()?;
        Some(ScenarioEvent::FigureMoved(id.clone(), turned(position)))
    });
    let whole = ctx.words.fill(Key::ScenarioFigureSlider, &[("label", label)]);
    let facts = Slider {
        name: [trial.id(), ".figure"].concat(),
        label: whole,
        ends: ("0".to_owned(), last.to_string()),
        step: "1".to_owned(),
        at: turned(at).to_string(),
        says: [&moved_figure(&trial.score, ctx.words), " – ", &earned(trial, ctx)].concat(),
        mark: place(turned(trajectory.now()), last),
    };
    slider(facts, moved, Callback::noop(), Callback::noop())
}

/// The slider of points: it finds the least figure that earns as many. Keys go from points to points that a figure earns.
pub fn points_slider(trial: &TriedTarget, trajectory: &Trajectory, step: u32, ctx: &ViewContext) -> Html {
    let id = trial.id();
    let (least, most) = (trajectory.points_at(0), trajectory.points_at(trajectory.last()));
    let shown = trial.held.unwrap_or(trial.points()).max(least).min(most);
    let size = |points: Points| u128::try_from((points - least).thousandths()).unwrap_or(0);
    let (here, same, key) = (id.clone(), id.clone(), id.clone());
    let moved = ctx.on(move |event: &InputEvent| {
        let thousandths: i64 = value(event).parse().ok()?;
        Some(ScenarioEvent::PointsMoved(here.clone(), thousandths))
    });
    let left = ctx.on(move |_: &Event| Some(ScenarioEvent::PointsLeft(same.clone())));
    let pressed = ctx.on(move |event: &KeyboardEvent| stepped(event, &key));
    let facts = Slider {
        name: [id, ".points"].concat(),
        label: ctx.words.fill(Key::ScenarioPointsSlider, &[("id", id)]),
        ends: (least.thousandths().to_string(), most.thousandths().to_string()),
        step: step.to_string(),
        at: shown.thousandths().to_string(),
        says: [&earned(trial, ctx), " – ", &moved_figure(&trial.score, ctx.words)].concat(),
        mark: place(size(trial.real.points().unwrap_or_default()), size(most)),
    };
    slider(facts, moved, left, pressed)
}

/// "8,770 trên 10 điểm".
fn earned(trial: &TriedTarget, ctx: &ViewContext) -> String {
    let (now, max) =
        (points(trial.points(), ctx.words.0), short_points(trial.real.target.max_points, ctx.words.0));
    ctx.words.fill(Key::ScenarioOfPoints, &[("points", &now), ("max", &max)])
}

/// An arrow on the slider of points.
fn stepped(event: &KeyboardEvent, id: &TargetId) -> Option<ScenarioEvent> {
    let up = match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => true,
        "ArrowLeft" | "ArrowDown" => false,
        _ => return None,
    };
    event.prevent_default();
    Some(ScenarioEvent::PointsStepped(id.clone(), up))
}
