//! The show: begun, gone through, ended.

use crate::features::presentation::compared_unit::ComparedUnit;
use crate::features::presentation::deck::{screens, steps};
use crate::features::presentation::event::{PresentationEvent, ShowMark};
use crate::features::presentation::screens::Screen;
use crate::features::presentation::state::{AudienceAnswer, MOST_SIDE_BY_SIDE, Presentation};
use crate::shell::effect::Effect;
use crate::shell::page::Page;
use crate::shell::state::State;

/// How far a finger must go sideways to turn the page, in CSS pixels.
const SWIPE: i32 = 60;

/// Where the document has lost the target that is shown, the show goes on with the first screen; on another page it is over.
pub(crate) fn sync(state: &mut State) -> Vec<Effect> {
    let Some(at) = &state.presentation.at else { return Vec::new() };
    if state.frame.page != Page::Presentation {
        return ended(state);
    }
    if !screens(state).contains(at) {
        return turn(state, Some(Screen::Opening));
    }
    Vec::new()
}

pub(crate) fn update(state: &mut State, event: PresentationEvent) -> Vec<Effect> {
    match event {
        PresentationEvent::Begun(first) => return begun(state, first),
        PresentationEvent::Ended => return ended(state),
        // Browsers in full screen take Escape for themselves, and tell only this.
        PresentationEvent::Escaped | PresentationEvent::ScreenLeft => return escaped(state),
        PresentationEvent::ScreenFilled => return vec![Effect::FillScreen(true)],
        // Only the time of the last event was wanted of it.
        PresentationEvent::Ticked => {}
        PresentationEvent::WentOn => return on(state),
        PresentationEvent::WentBack => return back(state),
        PresentationEvent::First => return turn(state, taken(state).first().cloned()),
        PresentationEvent::Last => return turn(state, taken(state).last().cloned()),
        PresentationEvent::Reached(screen) => {
            state.presentation.has_list = false;
            let mut effects = turn(state, Some(screen));
            effects.push(Effect::Focus("show-next".to_owned()));
            return effects;
        }
        PresentationEvent::Blanked => state.presentation.is_blank = !state.presentation.is_blank,
        PresentationEvent::Marked(ShowMark::Notes) => {
            state.presentation.has_notes = !state.presentation.has_notes;
        }
        PresentationEvent::Marked(ShowMark::List) => {
            state.presentation.has_list = !state.presentation.has_list;
        }
        PresentationEvent::TouchBegan(x, y) => state.presentation.touched = Some((x, y)),
        PresentationEvent::TouchEnded(x, y) => return touch_ended(state, x, y),
        PresentationEvent::Chosen(screen, true) => {
            state.presentation.left_out.remove(screen.name());
        }
        PresentationEvent::Chosen(screen, false) => {
            state.presentation.left_out.insert(screen.name().to_owned());
        }
        PresentationEvent::Answered(text) => state.presentation.answer.typed = text,
        PresentationEvent::NoNumber(is_so) => state.presentation.answer.no_number = is_so,
        PresentationEvent::Compared(year, wanted) => compared(state, year, wanted),
        PresentationEvent::ComparedBy(wanted) => {
            state.presentation.compared_by = wanted;
            // Drafts may have been made with sets that nobody asked for yet.
            state.sets.read_all();
        }
        PresentationEvent::UnitCompared(place, unit) => unit_compared(state, place, unit),
    }
    Vec::new()
}

/// The screens that are shown, in their order.
fn taken(state: &State) -> Vec<Screen> {
    screens(state).into_iter().filter(|screen| state.presentation.takes(screen)).collect()
}

fn begun(state: &mut State, first: Option<Screen>) -> Vec<Effect> {
    let Some(first) = first.or_else(|| taken(state).first().cloned()) else { return Vec::new() };
    let Presentation { left_out, compared, compared_by, units, has_notes, .. } =
        std::mem::take(&mut state.presentation);
    let since = state.now.clone();
    let (at, reached) = (Some(first), since.clone());
    let prepared =
        Presentation { left_out, compared, compared_by, units, has_notes, ..Presentation::default() };
    state.presentation = Presentation { at, since, reached, ..prepared };
    vec![Effect::FillScreen(true), Effect::Tick(true), Effect::Focus("show-next".to_owned())]
}

fn ended(state: &mut State) -> Vec<Effect> {
    if state.presentation.at.take().is_none() {
        return Vec::new();
    }
    vec![Effect::FillScreen(false), Effect::Tick(false), Effect::Focus("show-begin".to_owned())]
}

fn escaped(state: &mut State) -> Vec<Effect> {
    if state.presentation.has_list {
        state.presentation.has_list = false;
        return vec![Effect::Focus("show-next".to_owned())];
    }
    if state.presentation.is_blank {
        state.presentation.is_blank = false;
        return Vec::new();
    }
    ended(state)
}

fn turn(state: &mut State, screen: Option<Screen>) -> Vec<Effect> {
    let Some(screen) = screen else { return Vec::new() };
    reach(state, screen);
    state.presentation.step = 0;
    state.presentation.is_blank = false;
    vec![Effect::Reveal]
}

/// Puts a screen there. What the room answered was an answer to the one before.
fn reach(state: &mut State, screen: Screen) {
    state.presentation.at = Some(screen);
    state.presentation.reached.clone_from(&state.now);
    state.presentation.answer = AudienceAnswer::default();
}

/// The next step of the screen, else the next screen. A dark room is lit again first.
fn on(state: &mut State) -> Vec<Effect> {
    let Some(at) = state.presentation.at.clone() else { return Vec::new() };
    if state.presentation.is_blank {
        state.presentation.is_blank = false;
    } else if state.presentation.step < steps(&at, state) {
        state.presentation.step += 1;
    } else {
        let next = beside(state, &at, false);
        return turn(state, next);
    }
    vec![Effect::Reveal]
}

/// The step before, else the screen before with all that it reveals: it was seen so when it was left.
fn back(state: &mut State) -> Vec<Effect> {
    let Some(at) = state.presentation.at.clone() else { return Vec::new() };
    if state.presentation.is_blank {
        state.presentation.is_blank = false;
    } else if state.presentation.step > 0 {
        state.presentation.step -= 1;
    } else if let Some(before) = beside(state, &at, true) {
        state.presentation.step = steps(&before, state);
        reach(state, before);
    }
    vec![Effect::Reveal]
}

/// The nearest screen that is shown, before or behind one that may itself be passed over.
fn beside(state: &State, at: &Screen, before: bool) -> Option<Screen> {
    let all = screens(state);
    let place = all.iter().position(|screen| screen == at)?;
    let shown = |screen: &&Screen| state.presentation.takes(screen);
    let found = if before {
        all.get(..place)?.iter().rev().find(shown)
    } else {
        all.get(place + 1..)?.iter().find(shown)
    };
    found.cloned()
}

fn touch_ended(state: &mut State, x: i32, y: i32) -> Vec<Effect> {
    let Some((from_x, from_y)) = state.presentation.touched.take() else { return Vec::new() };
    let (across, down) = (x - from_x, y - from_y);
    if across.abs() < SWIPE || across.abs() < 2 * down.abs() {
        return Vec::new();
    }
    if across < 0 { on(state) } else { back(state) }
}

fn compared(state: &mut State, year: u16, wanted: bool) {
    let mut years =
        state.presentation.compared(&state.document.set().years, state.document.assessment().year);
    years.retain(|known| *known != year);
    if wanted && years.len() < MOST_SIDE_BY_SIDE {
        years.push(year);
    }
    // At least one is left: none would stand for the first choice again.
    if !years.is_empty() {
        state.presentation.compared = years;
    }
}

/// A unit that stands elsewhere already changes places with the one that stood here.
fn unit_compared(state: &mut State, place: usize, unit: Option<ComparedUnit>) {
    // What was chosen stands until it is read: over a sample, the drafts are not seen from here.
    let mut units = std::mem::take(&mut state.presentation.units);
    if units.is_empty() {
        units = state.presentation.compared_units(state);
    }
    let before = units.get(place).cloned().flatten();
    if unit.is_some()
        && let Some(other) = units.iter_mut().find(|known| **known == unit)
    {
        *other = before;
    }
    if let Some(here) = units.get_mut(place) {
        *here = unit;
    }
    state.presentation.units = units;
}
