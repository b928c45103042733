//! Units side by side, goals over levels and years, and what the room's phones are offered, without a browser.

use crate::support::{Program, empty, typed};
use formats::builtin;
use formats::samples::Sample;
use tu_cham::document::event::DocumentEvent;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::presentation::compared_unit::ComparedUnit;
use tu_cham::features::presentation::deck::steps;
use tu_cham::features::presentation::event::PresentationEvent;
use tu_cham::features::presentation::paths::{PathPage, path_pages};
use tu_cham::features::presentation::screens::Screen;
use tu_cham::features::presentation::state::ComparedBy;
use tu_cham::features::presentation::units::{offered as comparable_units, scored as scored_unit};
use tu_cham::features::samples::event::SampleEvent;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::frame::event::FrameEvent;
use tu_cham::shell::page::Page;
use tu_cham::shell::state::State;

const SITE: &str = "https://example.org/tu-cham.html";

const fn show(event: PresentationEvent) -> AppEvent {
    AppEvent::Presentation(event)
}

fn sample(id: &str) -> ComparedUnit {
    ComparedUnit::Sample(Sample::of_id(id).unwrap())
}

fn stands(place: usize, name: &str) -> AppEvent {
    show(PresentationEvent::UnitCompared(place, ComparedUnit::of_name(name)))
}

/// The comparison of units, over what was done before.
fn comparing(program: &Program) {
    program.does([
        AppEvent::Frame(FrameEvent::PageReached(Page::Presentation, None)),
        show(PresentationEvent::Begun(Some(Screen::Comparison))),
        show(PresentationEvent::ComparedBy(ComparedBy::Units)),
    ]);
}

/// The units compared, by their names; blank where a place is empty.
fn names(program: &Program) -> Vec<String> {
    program.read(|state| {
        let units = state.presentation.compared_units(state);
        units.iter().map(|unit| unit.as_ref().map(ComparedUnit::name).unwrap_or_default()).collect()
    })
}

fn offered(program: &Program) -> Vec<String> {
    program.read(|state| comparable_units(state).iter().map(|side| side.unit.name()).collect())
}

/// The index of a unit as it is compared, in thousandths.
fn index(state: &State, unit: &ComparedUnit) -> String {
    let (_, _, card) = scored_unit(state, unit).unwrap();
    let told = |number: scoring::exact::Exact| number.to_decimals(3).to_string();
    card.totals.index().map(told).unwrap_or_default()
}

#[test]
fn the_open_unit_stands_beside_model_units_of_its_level_until_others_are_chosen() {
    let program = Program::new();
    program.does([AppEvent::Entry(EntryEvent::YearChosen(2023))]);
    comparing(&program);
    assert_eq!(names(&program), ["open", "commune-2023-weak", "commune-2023-middling"]);
    program.does([stands(1, "province-2023-middling"), stands(2, "")]);
    assert_eq!(names(&program), ["open", "province-2023-middling", ""]);
    // One that stands elsewhere changes places: nobody stands beside itself.
    program.does([stands(0, "province-2023-middling")]);
    assert_eq!(names(&program), ["province-2023-middling", "open", ""]);
    // Chosen again, the show begins with them.
    program.does([show(PresentationEvent::Ended), show(PresentationEvent::Begun(Some(Screen::Comparison)))]);
    assert_eq!(names(&program), ["province-2023-middling", "open", ""]);
    program.does([0, 1, 2].map(|place| stands(place, "")));
    assert_eq!(names(&program)[0], "open", "one is left");
}

#[test]
fn what_is_gone_is_dropped_and_what_was_never_there_is_not_taken() {
    let program = Program::new();
    program.does([typed("TT-3", "done", "410"), AppEvent::Document(DocumentEvent::SaveDue)]);
    program.store_all();
    let real = program.id();
    program.does([AppEvent::Draft(DraftEvent::NewPressed)]);
    comparing(&program);
    assert!(offered(&program).contains(&real), "{:?}", offered(&program));
    program.does([stands(1, &real), stands(2, "no-such-draft")]);
    assert_eq!(names(&program)[1..], [real.clone(), String::new()]);
    program.does([AppEvent::Draft(DraftEvent::Removed(real.clone()))]);
    assert_eq!(names(&program)[1..], [String::new(), String::new()]);
    assert!(!offered(&program).contains(&real));
}

#[test]
fn a_sample_stands_beside_a_draft_and_neither_learns_of_the_other() {
    let program = Program::new();
    program.does([
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        typed("TT-3", "done", "410"),
        typed("TT-3", "total", "850"),
        AppEvent::Document(DocumentEvent::SaveDue),
    ]);
    program.store_all();
    let real = program.id();
    let before = program.content();
    program.does([AppEvent::Sample(SampleEvent::Opened(Sample::of_id("commune-2023-strong").unwrap()))]);
    comparing(&program);
    assert!(!offered(&program).contains(&"commune-2023-strong".to_owned()), "it is the open one");
    program.does([stands(1, &real), stands(2, "department-2023-middling")]);
    program.read(|state| {
        let units = state.presentation.compared_units(state);
        let sides: Vec<_> = units.iter().flatten().map(|unit| scored_unit(state, unit).unwrap().0).collect();
        let marks: Vec<_> = sides.iter().map(|side| side.is_sample).collect();
        assert_eq!(marks, [true, false, true]);
        assert_eq!(sides[1].level.vi, "Cấp xã");
        assert_eq!(sides[2].level.vi, "Sở, ban, ngành");
    });
    // The draft is scored as it is scored when it is open: 8.770 of 55.
    assert_eq!(program.read(|state| index(state, &ComparedUnit::Draft(real.clone()))), "15.945");
    program.does([AppEvent::Sample(SampleEvent::Left)]);
    assert_eq!(program.content(), before);
    assert_eq!(program.read(|state| state.drafts.entries.len()), 1);
}

#[test]
fn each_unit_is_scored_as_it_is_when_it_is_open() {
    let program = Program::new();
    comparing(&program);
    for id in
        ["commune-2023-weak", "department-2023-middling", "district-2023-middling", "province-2023-middling"]
    {
        let compared = program.read(|state| index(state, &sample(id)));
        program.does([AppEvent::Sample(SampleEvent::Opened(Sample::of_id(id).unwrap()))]);
        assert_eq!(program.read(|state| index(state, &ComparedUnit::Open)), compared, "{id}");
        program.does([AppEvent::Sample(SampleEvent::Left)]);
    }
}

#[test]
fn every_target_has_its_row_over_levels_and_each_rising_one_a_page_of_its_own() {
    let loaded = builtin::load().unwrap();
    let (mut rows, mut rising) = (Vec::new(), Vec::new());
    for page in path_pages(&loaded.set) {
        match page {
            PathPage::Rows(area, targets) => {
                assert!(!targets.is_empty() && targets.len() <= 4, "{}", area.id);
                rows.extend(targets.iter().map(|target| target.id.to_string()));
            }
            PathPage::Course(target) | PathPage::Lines(target) => rising.push(target.id.to_string()),
        }
    }
    assert_eq!(rows, loaded.set.targets().map(|target| target.id.to_string()).collect::<Vec<_>>());
    assert_eq!(rising, ["TT-3", "TT-3"]);
}

#[test]
fn phones_are_led_to_a_sample_and_never_to_what_is_real() {
    for (site, opened, link) in [
        (SITE, None, None),
        (SITE, Some("commune-2023-weak"), Some("#/nhap-lieu?mau=commune-2023-weak")),
        ("", Some("commune-2023-weak"), None),
        ("", None, None),
    ] {
        let program = Program::prepared(empty(), |state| state.frame.site = site.to_owned());
        program.does(opened.map(|id| AppEvent::Sample(SampleEvent::Opened(Sample::of_id(id).unwrap()))));
        program.does([
            AppEvent::Frame(FrameEvent::PageReached(Page::Presentation, None)),
            show(PresentationEvent::Begun(None)),
            typed("TT-3", "done", "999"),
        ]);
        let wanted = link.map(|rest| [SITE, rest].concat());
        assert_eq!(program.read(State::sample_link), wanted, "{site} {opened:?}");
        let steps =
            program.read(|state| [Screen::Opening, Screen::Closing].map(|screen| steps(&screen, state)));
        assert_eq!(steps, [usize::from(link.is_some()); 2], "the code fills the screen in a step of its own");
    }
}
