//! The show without a browser: how it goes on, what it leaves alone, and when it is over.

use crate::support::{Program, typed};
use scoring::target_set::TargetId;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::presentation::deck::screens;
use tu_cham::features::presentation::event::{PresentationEvent, ShowMark};
use tu_cham::features::presentation::screens::Screen;
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::frame::event::FrameEvent;
use tu_cham::shell::page::Page;

const fn show(event: PresentationEvent) -> AppEvent {
    AppEvent::Presentation(event)
}

fn target(id: &str) -> Screen {
    Screen::Target(TargetId::new(id))
}

/// A commune of 2023 whose show has begun with a screen.
fn begun(first: Option<Screen>) -> Program {
    let program = Program::new();
    program.does([
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        typed("TT-3", "done", "410"),
        typed("TT-3", "total", "850"),
        AppEvent::Frame(FrameEvent::PageReached(Page::Presentation, None)),
        show(PresentationEvent::Begun(first)),
    ]);
    program
}

fn at(program: &Program) -> Option<(String, usize)> {
    program.read(|state| Some((state.presentation.at.as_ref()?.name().to_owned(), state.presentation.step)))
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
        program.does([show(PresentationEvent::WentOn)]);
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
        program.does([show(PresentationEvent::WentBack)]);
        assert_eq!(at(&program).as_ref(), Some(earlier));
    }
    program.does([show(PresentationEvent::WentBack)]);
    stands(&program, "opening", 0);
}

#[test]
fn what_is_passed_over_is_not_shown_and_none_at_all_can_not_begin() {
    let program = begun(None);
    program.does([
        show(PresentationEvent::Chosen(Screen::Paths, false)),
        show(PresentationEvent::Chosen(target("TC-1"), false)),
        show(PresentationEvent::WentOn),
    ]);
    stands(&program, "TC-2", 0);
    program.does([show(PresentationEvent::Chosen(target("TC-1"), true)), show(PresentationEvent::WentBack)]);
    stands(&program, "TC-1", 0);
    let all = program.read(screens);
    program.does([show(PresentationEvent::Ended)]);
    program.does(all.into_iter().map(|screen| show(PresentationEvent::Chosen(screen, false))));
    program.does([show(PresentationEvent::Begun(None))]);
    assert_eq!(at(&program), None);
}

#[test]
fn escape_closes_what_lies_over_the_screen_before_it_ends_the_show() {
    let program = begun(Some(target("TT-3")));
    program.does([show(PresentationEvent::Blanked), show(PresentationEvent::Marked(ShowMark::List))]);
    for (is_blank, has_list) in [(true, false), (false, false)] {
        program.does([show(PresentationEvent::Escaped)]);
        stands(&program, "TT-3", 0);
        assert_eq!(
            program.read(|state| (state.presentation.is_blank, state.presentation.has_list)),
            (is_blank, has_list)
        );
    }
    program.effects.borrow_mut().clear();
    program.does([show(PresentationEvent::Escaped)]);
    assert_eq!(at(&program), None);
    let effects: Vec<Effect> = program.effects.borrow_mut().drain(..).collect();
    assert!(effects.contains(&Effect::FillScreen(false)) && effects.contains(&Effect::Tick(false)));
}

#[test]
fn another_page_ends_the_show_and_another_level_goes_on_with_what_it_has() {
    let program = begun(Some(target("TT-3")));
    program.does([AppEvent::Entry(EntryEvent::LevelChosen("province".to_owned()))]);
    stands(&program, "TT-3", 0);
    program.does([
        show(PresentationEvent::Reached(target("R-1"))),
        AppEvent::Entry(EntryEvent::LevelChosen("commune".to_owned())),
    ]);
    stands(&program, "opening", 0);
    program.does([AppEvent::Frame(FrameEvent::PageReached(Page::Entry, None))]);
    assert_eq!(at(&program), None);
}

#[test]
fn a_show_changes_nothing_of_the_document_but_what_is_typed() {
    let program = begun(None);
    let before = program.read(|state| state.document.assessment().clone());
    let all = program.read(screens);
    program.does(all.into_iter().map(|screen| show(PresentationEvent::Reached(screen))));
    program.does([
        show(PresentationEvent::Ticked),
        show(PresentationEvent::Compared(2024, true)),
        show(PresentationEvent::Ended),
    ]);
    assert_eq!(program.read(|state| state.document.assessment().clone()), before);
}

#[test]
fn only_a_stroke_sideways_turns_the_page() {
    for ((x, y), name) in
        [((-80, 5), "paths"), ((-40, 0), "opening"), ((-80, 60), "opening"), ((80, 0), "opening")]
    {
        let program = begun(None);
        program.does([
            show(PresentationEvent::TouchBegan(300, 300)),
            show(PresentationEvent::TouchEnded(300 + x, 300 + y)),
        ]);
        stands(&program, name, 0);
    }
    let program = begun(Some(Screen::Paths));
    program.does([show(PresentationEvent::TouchEnded(0, 0)), show(PresentationEvent::TouchBegan(0, 0))]);
    program.does([show(PresentationEvent::TouchEnded(90, 10))]);
    stands(&program, "opening", 0);
}

#[test]
fn the_years_compared_are_at_least_one_and_at_most_three() {
    let program = begun(Some(Screen::Comparison));
    let years = || {
        program.read(|state| {
            state.presentation.compared(&state.document.set().years, state.document.assessment().year)
        })
    };
    assert_eq!(years(), [2022, 2023, 2025]);
    program.does([show(PresentationEvent::Compared(2024, true))]);
    assert_eq!(years(), [2022, 2023, 2025]);
    program.does([2022, 2023, 2025].map(|year| show(PresentationEvent::Compared(year, false))));
    assert_eq!(years(), [2025]);
    program.does([show(PresentationEvent::Compared(2024, true))]);
    assert_eq!(years(), [2024, 2025]);
}
