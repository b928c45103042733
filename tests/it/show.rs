//! The show without a browser: how it goes on, what it leaves alone, and when it is over.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs, reason = "a test")]

use crate::support::{Program, typed};
use scoring::target_set::TargetId;
use tu_cham::features::presentation::event::{ShowEvent, ShowMark};
use tu_cham::features::presentation::screens::{Screen, screens};
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::Action;
use tu_cham::shell::page::Page;

const fn show(event: ShowEvent) -> Action {
    Action::Show(event)
}

fn target(id: &str) -> Screen {
    Screen::Target(TargetId::new(id))
}

/// A commune of 2023 whose show has begun with a screen.
fn begun(first: Option<Screen>) -> Program {
    let program = Program::new();
    program.does([
        Action::YearChosen(2023),
        typed("TT-3", "done", "410"),
        typed("TT-3", "total", "850"),
        Action::PageReached(Page::Show, None),
        show(ShowEvent::Begun(first)),
    ]);
    program
}

fn at(program: &Program) -> Option<(String, usize)> {
    program.read(|state| Some((state.show.at.as_ref()?.name().to_owned(), state.show.step)))
}

fn stands(program: &Program, name: &str, step: usize) {
    assert_eq!(at(program), Some((name.to_owned(), step)));
}

/// The screens of a commune's show and the last step of each.
const WHOLE: [(&str, usize); 22] = [
    ("opening", 0),
    // Five ranks on two pages, three targets of institutions on one, ten of procedures on three; TT-3, whose goal rises, as
    // a table and as lines.
    ("paths", 7),
    ("TC-1", 0),
    ("TC-2", 0),
    ("TT-2a", 0),
    ("TT-2b", 0),
    ("TT-3", 0),
    ("TT-4a", 0),
    ("TT-4b", 0),
    ("TT-4c", 0),
    ("TT-5", 0),
    ("not-applicable", 2),
    // Two areas and their sum after the empty sheet.
    ("total", 3),
    ("comparison", 0),
    // Two exercises are of the set that is not at hand: they have a question and no more.
    ("exercise-co-san-mau-so", 4),
    ("exercise-co-san-tren-90", 0),
    ("exercise-co-san-0-chia-0", 4),
    ("exercise-co-san-diem-phan-tram", 4),
    ("exercise-co-san-trung-binh", 4),
    ("exercise-co-san-300-330", 0),
    ("reverse", 0),
    ("closing", 0),
];

#[test]
fn every_screen_with_every_step_comes_once_and_back_in_the_opposite_order() {
    let program = begun(None);
    let mut seen = vec![at(&program).unwrap()];
    loop {
        program.does([show(ShowEvent::WentOn)]);
        let now = at(&program).unwrap();
        if Some(&now) == seen.last() {
            break;
        }
        seen.push(now);
    }
    let steps =
        |(name, last): &(&str, usize)| (0..=*last).map(|step| ((*name).to_owned(), step)).collect::<Vec<_>>();
    let whole: Vec<_> = WHOLE.iter().flat_map(steps).collect();
    assert_eq!(seen, whole);
    for earlier in whole.iter().rev().skip(1) {
        program.does([show(ShowEvent::WentBack)]);
        assert_eq!(at(&program).as_ref(), Some(earlier));
    }
    program.does([show(ShowEvent::WentBack)]);
    stands(&program, "opening", 0);
}

#[test]
fn what_is_passed_over_is_not_shown_and_none_at_all_can_not_begin() {
    let program = begun(None);
    program.does([
        show(ShowEvent::Chosen(Screen::Paths, false)),
        show(ShowEvent::Chosen(target("TC-1"), false)),
        show(ShowEvent::WentOn),
    ]);
    stands(&program, "TC-2", 0);
    program.does([show(ShowEvent::Chosen(target("TC-1"), true)), show(ShowEvent::WentBack)]);
    stands(&program, "TC-1", 0);
    let all = program.read(screens);
    program.does([show(ShowEvent::Ended)]);
    program.does(all.into_iter().map(|screen| show(ShowEvent::Chosen(screen, false))));
    program.does([show(ShowEvent::Begun(None))]);
    assert_eq!(at(&program), None);
}

#[test]
fn escape_closes_what_lies_over_the_screen_before_it_ends_the_show() {
    let program = begun(Some(target("TT-3")));
    program.does([show(ShowEvent::Blanked), show(ShowEvent::Marked(ShowMark::List))]);
    for (is_blank, has_list) in [(true, false), (false, false)] {
        program.does([show(ShowEvent::Escaped)]);
        stands(&program, "TT-3", 0);
        assert_eq!(program.read(|state| (state.show.is_blank, state.show.has_list)), (is_blank, has_list));
    }
    program.effects.borrow_mut().clear();
    program.does([show(ShowEvent::Escaped)]);
    assert_eq!(at(&program), None);
    let effects: Vec<Effect> = program.effects.borrow_mut().drain(..).collect();
    assert!(effects.contains(&Effect::FillScreen(false)) && effects.contains(&Effect::Tick(false)));
}

#[test]
fn another_page_ends_the_show_and_another_level_goes_on_with_what_it_has() {
    let program = begun(Some(target("TT-3")));
    program.does([Action::LevelChosen("province".to_owned())]);
    stands(&program, "TT-3", 0);
    program.does([show(ShowEvent::Reached(target("R-1"))), Action::LevelChosen("commune".to_owned())]);
    stands(&program, "opening", 0);
    program.does([Action::PageReached(Page::Entry, None)]);
    assert_eq!(at(&program), None);
}

#[test]
fn a_show_changes_nothing_of_the_document_but_what_is_typed() {
    let program = begun(None);
    let before = program.read(|state| state.assessment.clone());
    let all = program.read(screens);
    program.does(all.into_iter().map(|screen| show(ShowEvent::Reached(screen))));
    program.does([show(ShowEvent::Ticked), show(ShowEvent::Compared(2024, true)), show(ShowEvent::Ended)]);
    assert_eq!(program.read(|state| state.assessment.clone()), before);
}

#[test]
fn only_a_stroke_sideways_turns_the_page() {
    for ((x, y), name) in
        [((-80, 5), "paths"), ((-40, 0), "opening"), ((-80, 60), "opening"), ((80, 0), "opening")]
    {
        let program = begun(None);
        program.does([show(ShowEvent::TouchBegan(300, 300)), show(ShowEvent::TouchEnded(300 + x, 300 + y))]);
        stands(&program, name, 0);
    }
    let program = begun(Some(Screen::Paths));
    program.does([show(ShowEvent::TouchEnded(0, 0)), show(ShowEvent::TouchBegan(0, 0))]);
    program.does([show(ShowEvent::TouchEnded(90, 10))]);
    stands(&program, "opening", 0);
}

#[test]
fn the_years_compared_are_at_least_one_and_at_most_three() {
    let program = begun(Some(Screen::Comparison));
    let years = || program.read(|state| state.show.compared(&state.loaded.set.years, state.assessment.year));
    assert_eq!(years(), [2022, 2023, 2025]);
    program.does([show(ShowEvent::Compared(2024, true))]);
    assert_eq!(years(), [2022, 2023, 2025]);
    program.does([2022, 2023, 2025].map(|year| show(ShowEvent::Compared(year, false))));
    assert_eq!(years(), [2025]);
    program.does([show(ShowEvent::Compared(2024, true))]);
    assert_eq!(years(), [2024, 2025]);
}
