//! The page of results without a browser: order and filter of its table, and the assessment of the year before.

use crate::support::{Program, changed, golden, named, sealed, typed};
use formats::document_reader::Refusal;
use scoring::target_set::TargetId;
use serde_json::{Value, json};
use tu_cham::document::event::DocumentEvent;
use tu_cham::document::last_year::NotLastYear;
use tu_cham::document::report_fields::TaskField;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::report::event::ReportEvent;
use tu_cham::features::results::event::ResultsEvent;
use tu_cham::features::results::state::{Column, ResultFilter as ResultStanding};
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::frame::event::FrameEvent;
use tu_cham::shell::notice::Refused;
use tu_cham::shell::page::Page;

fn reached() -> AppEvent {
    AppEvent::Frame(FrameEvent::PageReached(Page::Results, None))
}

fn shown(program: &Program) -> String {
    program.read(|state| {
        let ids: Vec<_> = state
            .results
            .arrangement
            .of(state.document.card())
            .iter()
            .map(|score| score.target.id.to_string())
            .collect();
        ids.join(" ")
    })
}

/// Reached 48,235 % of 55, all of TT-4b, a figure not understood at TT-2a, nothing else.
fn begun() -> Program {
    let program = Program::new();
    program.does([
        AppEvent::Entry(EntryEvent::LevelChosen("commune".to_owned())),
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        named("UBND xã Phú Mậu"),
        typed("TT-3", "done", "410"),
        typed("TT-3", "total", "850"),
        typed("TT-4b", "done", "104"),
        typed("TT-4b", "total", "104"),
        typed("TT-2a", "done", "nhiều"),
        reached(),
    ]);
    program
}

#[test]
fn the_table_is_ordered_by_any_column_either_way_and_what_says_nothing_comes_last() {
    let set = "TC-1 TC-2 TT-2a TT-2b TT-3 TT-4a TT-4b TT-4c TT-5";
    let backwards = "TT-5 TT-4c TT-4b TT-4a TT-3 TT-2b TT-2a TC-2 TC-1";
    for (column, presses, order) in [
        (Column::Target, 0, set),
        (Column::Target, 1, backwards),
        (Column::State, 1, "TT-2a TC-1 TC-2 TT-2b TT-4a TT-4c TT-5 TT-3 TT-4b"),
        (Column::Value, 1, "TT-3 TT-4b TC-1 TC-2 TT-2a TT-2b TT-4a TT-4c TT-5"),
        (Column::Value, 2, "TT-4b TT-3 TC-1 TC-2 TT-2a TT-2b TT-4a TT-4c TT-5"),
        (Column::Goal, 1, "TT-2b TT-3 TT-2a TC-1 TC-2 TT-4a TT-4b TT-4c TT-5"),
        (Column::Points, 1, "TT-4b TT-3 TC-1 TC-2 TT-2a TT-2b TT-4a TT-4c TT-5"),
        (Column::Max, 1, "TC-1 TC-2 TT-3 TT-2a TT-2b TT-5 TT-4a TT-4b TT-4c"),
        // Most to be had first: 10 10 5 5 5 4 3, then 1,230 of TT-3 and nothing of TT-4b.
        (Column::Left, 1, "TC-1 TC-2 TT-2a TT-2b TT-5 TT-4a TT-4c TT-3 TT-4b"),
        (Column::Left, 2, "TT-4b TT-3 TT-4c TT-4a TT-2a TT-2b TT-5 TC-1 TC-2"),
    ] {
        let program = begun();
        program.does((0..presses).map(|_| AppEvent::Results(ResultsEvent::Sorted(column))));
        assert_eq!(shown(&program), order, "{column:?}, pressed {presses} times");
    }
}

#[test]
fn the_table_shows_what_is_asked_for() {
    let program = begun();
    for (standing, ids) in [
        (ResultStanding::Left, "TC-1 TC-2 TT-2a TT-2b TT-3 TT-4a TT-4c TT-5"),
        (ResultStanding::Missing, "TC-1 TC-2 TT-2a TT-2b TT-4a TT-4c TT-5"),
        (ResultStanding::Met, "TT-4b"),
        (ResultStanding::All, "TC-1 TC-2 TT-2a TT-2b TT-3 TT-4a TT-4b TT-4c TT-5"),
    ] {
        program.does([AppEvent::Results(ResultsEvent::Filtered(standing))]);
        assert_eq!(shown(&program), ids, "{standing:?}");
    }
}

#[test]
fn an_address_opens_a_targets_row_whatever_the_filter_and_nothing_for_one_that_is_not_there() {
    let program = begun();
    program.does([AppEvent::Entry(EntryEvent::SearchTyped("thanh toan".to_owned()))]);
    program.effects.take();
    program.does([AppEvent::of_address("#/nhap-lieu/TT-3".to_owned())]);
    assert_eq!(program.effects.take(), [Effect::Focus("TT-3.done".to_owned())]);
    program.read(|state| {
        assert_eq!(state.frame.page, Page::Entry);
        assert!(state.entry.details.iter().any(|open| &**open == "TT-3"));
        assert!(state.entry.visible.is_none());
    });
    program.does([
        AppEvent::of_address("#/nhap-lieu/TT-6".to_owned()),
        AppEvent::of_address("#/nhap-lieu/x\"]".to_owned()),
    ]);
    assert_eq!(program.effects.take(), []);
}

/// The golden document, a commune's of 2023, opened beside a draft of another year.
fn with_draft(draft: &Value) -> Program {
    let program = Program::new();
    program.imports(draft, ImportChoice::AsNew);
    program.imports(&golden(), ImportChoice::AsNew);
    program.does([reached()]);
    program
}

fn draft(year: u16, change: impl FnOnce(&mut Value)) -> Value {
    changed(|file| {
        file["document"]["id"] = json!("11111111-1111-4111-8111-111111111111");
        file["year"] = json!(year);
        change(file);
    })
}

/// The unit's name and the year of what is compared with.
fn compared(program: &Program) -> Option<(String, u16)> {
    program.read(|state| {
        let last = state.results.last_year.as_ref()?;
        Some((last.document.assessment().unit.name.clone(), last.document.assessment().year))
    })
}

#[test]
fn the_draft_of_the_same_unit_and_level_of_the_year_before_is_compared_with() {
    let unit = golden()["unit"]["name"].as_str().unwrap().to_owned();
    for (file, found) in [
        (draft(2022, |_| {}), true),
        (draft(2022, |file| file["unit"]["name"] = json!(["  ", &unit.to_uppercase(), " "].concat())), true),
        (draft(2022, |file| file["unit"]["name"] = json!("UBND xã Vinh Thanh")), false),
        (draft(2022, |file| file["unit"]["name"] = json!("UBND xã Phù Mậu")), false),
        (draft(2022, |file| file["unit"]["level"] = json!("district")), false),
        (draft(2023, |_| {}), false),
        (draft(2024, |_| {}), false),
    ] {
        let program = with_draft(&file);
        assert_eq!(compared(&program).is_some(), found, "{} {}", file["year"], file["unit"]["name"]);
    }
}

#[test]
fn of_several_drafts_that_fit_the_newest_is_taken_and_a_newer_one_of_another_level_passed_over() {
    let program = Program::new();
    for (place, (level, done)) in
        [("commune", "100"), ("commune", "200"), ("district", "300")].iter().enumerate()
    {
        let file = draft(2022, |file| {
            file["document"]["id"] = json!(format!("11111111-1111-4111-8111-11111111111{place}"));
            file["unit"]["level"] = json!(level);
            file["answers"]["TT-3"]["figures"]["done"] = json!(done);
        });
        program.imports(&file, ImportChoice::AsNew);
    }
    program.imports(&golden(), ImportChoice::AsNew);
    program.does([reached()]);
    program.read(|state| {
        let last = state.results.last_year.as_ref().unwrap();
        assert_eq!(last.document.assessment().answers["TT-3"].figure("done"), "200");
    });
}

#[test]
fn it_is_scored_by_the_goals_of_its_own_year() {
    let program = with_draft(&draft(2022, |_| {}));
    program.read(|state| {
        let last = state.results.last_year.as_ref().unwrap();
        // 35 % were asked for in 2022, 55 in 2023.
        let goal = |card: &scoring::scorecard::Scorecard| {
            card.target("TT-3").unwrap().goal.unwrap().value.to_string()
        };
        assert_eq!(
            (goal(last.document.card()), goal(state.document.card())),
            ("35".to_owned(), "55".to_owned())
        );
    });
}

#[test]
fn it_follows_the_open_document_and_the_drafts() {
    let program = with_draft(&draft(2022, |_| {}));
    assert!(compared(&program).is_some());
    program.does([AppEvent::Entry(EntryEvent::YearChosen(2024))]);
    assert_eq!(compared(&program), None, "no draft of 2023 but the open document itself");
    program.does([AppEvent::Entry(EntryEvent::YearChosen(2023))]);
    assert!(compared(&program).is_some());
    program.does([named("UBND xã Vinh Thanh")]);
    assert_eq!(compared(&program), None);
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert!(compared(&program).is_some());
    let id = "11111111-1111-4111-8111-111111111111".to_owned();
    program.does([AppEvent::Draft(DraftEvent::Removed(id))]);
    assert_eq!(compared(&program), None);
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert!(compared(&program).is_some());
}

#[test]
fn units_without_a_name_are_not_taken_for_one_another() {
    let program = with_draft(&draft(2022, |file| file["unit"]["name"] = json!("")));
    program.does([named("")]);
    assert_eq!(compared(&program), None);
}

fn beside(program: &Program, file: &Value) {
    let file = Ok(sealed(file).into_bytes());
    program
        .does([AppEvent::Results(ResultsEvent::LastYearChosen {
            name: "phiếu 2022.json".to_owned(), file
        })]);
}

#[test]
fn a_file_opened_beside_is_compared_with_and_changes_nothing() {
    let program = with_draft(&draft(2022, |_| {}));
    let (before, drafts) = (program.content(), program.read(|state| state.drafts.entries.len()));
    program.effects.take();
    beside(&program, &draft(2022, |file| file["unit"]["name"] = json!("UBND xã Cũ")));
    assert_eq!(compared(&program), Some(("UBND xã Cũ".to_owned(), 2022)), "the file comes before the draft");
    program.read(|state| {
        let last = state.results.last_year.as_ref().unwrap();
        assert_eq!(last.file, "phiếu 2022.json");
        assert!(!last.is_of(&state.document.assessment().unit.name));
    });
    assert_eq!((program.content(), program.read(|state| state.drafts.entries.len())), (before, drafts));
    assert_eq!(program.effects.take(), [], "nothing is stored");

    program.does([AppEvent::Results(ResultsEvent::LastYearClosed)]);
    program.read(|state| assert_eq!(state.results.last_year.as_ref().unwrap().file, "", "the draft is back"));
}

#[test]
fn a_file_beside_goes_with_its_document_level_and_year() {
    let old = draft(2022, |file| file["unit"]["name"] = json!("UBND xã Cũ"));
    for action in [
        AppEvent::Draft(DraftEvent::NewPressed),
        AppEvent::Entry(EntryEvent::YearChosen(2024)),
        AppEvent::Entry(EntryEvent::LevelChosen("district".to_owned())),
    ] {
        let program = Program::new();
        program.imports(&golden(), ImportChoice::AsNew);
        program.does([reached()]);
        beside(&program, &old);
        assert!(compared(&program).is_some());
        program.does([action.clone()]);
        assert_eq!(compared(&program), None, "{action:?}");
    }
}

#[test]
fn a_file_that_is_not_of_the_year_before_or_the_level_is_refused_and_says_why() {
    let wrong_year = |file| Refused::LastYear(NotLastYear::Year { file, wanted: 2022 });
    for (file, why) in [
        (draft(2021, |_| {}), wrong_year(2021)),
        (draft(2023, |_| {}), wrong_year(2023)),
        (
            draft(2022, |file| file["unit"]["level"] = json!("district")),
            Refused::LastYear(NotLastYear::Level),
        ),
        (
            draft(2022, |file| file["target_set"]["id"] = json!("bo-khac")),
            Refused::LastYear(NotLastYear::Set),
        ),
        (json!({"a": 1}), Refused::Content(Refusal::NotOurs)),
    ] {
        let program = with_draft(&draft(2022, |_| {}));
        let before = compared(&program);
        beside(&program, &file);
        program.read(|state| assert_eq!(state.importing.refusal, Some(("phiếu 2022.json".to_owned(), why))));
        assert_eq!(compared(&program), before, "what was compared with stays");
    }
}

#[test]
fn a_word_about_work_leaves_the_scorecard_as_it_is() {
    let program = begun();
    let card = || program.read(|state| std::rc::Rc::clone(state.document.card()));
    let before = card();
    let who = |text: &str| {
        AppEvent::Report(ReportEvent::TaskTyped(TargetId::new("TT-3"), TaskField::Who, text.to_owned()))
    };
    program.does([who("Bà Hạnh")]);
    assert!(std::rc::Rc::ptr_eq(&before, &card()), "what is drawn from it need not be drawn again");
    program.does([typed("TT-3", "done", "411")]);
    assert!(!std::rc::Rc::ptr_eq(&before, &card()));
}

#[test]
fn a_chart_is_handed_over_under_a_name_that_says_whose_it_is() {
    let program = begun();
    program.effects.take();
    program.does([AppEvent::Export(ExportEvent::ChartSaved {
        title: "Điểm theo lĩnh vực".to_owned(),
        text: "<svg/>".to_owned(),
    })]);
    let name = "UBND xã Phú Mậu - 2023 - Điểm theo lĩnh vực.svg".to_owned();
    assert_eq!(program.effects.take(), [Effect::Download { name, text: "<svg/>".to_owned() }]);
}
