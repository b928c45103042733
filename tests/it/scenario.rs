//! The page "Thử phương án" without a browser: a copy is played with, the document stays.

use std::rc::Rc;
use tu_cham::document::event::DocumentEvent;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::report::event::ReportEvent;
use tu_cham::features::windows::event::WindowEvent;
use tu_cham::shell::frame::event::FrameEvent;

use crate::support::{Program, changed, typed};
use formats::document_reader;
use planning::{Aim, HeldBy, Outcome, Plan};
use scoring::exact::Exact;
use scoring::target_set::TargetId;
use serde_json::json;
use tu_cham::document::report_fields::TaskField;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::scenario::event::ScenarioEvent;
use tu_cham::features::scenario::plans::{PlanNotice, Refusal as PlanRefusal};
use tu_cham::features::scenario::state::{QuestionError, Scenario};
use tu_cham::features::scenario::tried_target::TriedTarget;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::page::Page;

fn id(target: &str) -> TargetId {
    TargetId::new(target)
}

fn tries(event: ScenarioEvent) -> AppEvent {
    AppEvent::Scenario(event)
}

fn wants(text: &str) -> [AppEvent; 2] {
    [tries(ScenarioEvent::WantedTyped(text.to_owned())), tries(ScenarioEvent::Solved)]
}

fn keeps(name: &str) -> [AppEvent; 2] {
    [tries(ScenarioEvent::NameTyped(name.to_owned())), tries(ScenarioEvent::PlanKept)]
}

/// A commune of 2023 with work left everywhere, its page of trials open.
fn at_the_page() -> Program {
    let program = Program::new();
    program.does([AppEvent::Entry(EntryEvent::YearChosen(2023))]);
    for (target, done, total) in [
        ("TC-1", "10", "20"),
        ("TC-2", "20", "40"),
        ("TT-2a", "60", "96"),
        ("TT-2b", "1.200", "3.850"),
        ("TT-3", "410", "850"),
        ("TT-4a", "90", "104"),
        ("TT-4b", "80", "104"),
        ("TT-4c", "104", "104"),
        ("TT-5", "100", "104"),
    ] {
        program.does([typed(target, "done", done), typed(target, "total", total)]);
    }
    program.does([AppEvent::Frame(FrameEvent::PageReached(Page::Scenario, None))]);
    program
}

fn scenario<T>(program: &Program, read: impl FnOnce(&Scenario) -> T) -> T {
    program.read(|state| read(state.scenario.as_ref().unwrap()))
}

fn trial(program: &Program, target: &str) -> Rc<TriedTarget> {
    scenario(program, |scenario| Rc::clone(scenario.trial(target).unwrap()))
}

/// The figure on trial and what it earns.
fn tried(program: &Program, target: &str) -> (String, String) {
    let trial = trial(program, target);
    (trial.answer.figure("done").to_owned(), trial.points().to_string())
}

fn plan(program: &Program) -> Plan {
    let answer = scenario(program, |scenario| scenario.answer.clone().unwrap());
    if let Outcome::Plan(plan) = &answer.outcome { plan.clone() } else { panic!("{:?}", answer.outcome) }
}

fn trial_index(program: &Program) -> Exact {
    scenario(program, |scenario| scenario.copy.card().totals.index().unwrap())
}

#[test]
fn the_document_never_changes_whatever_is_tried() {
    let program = at_the_page();
    let before = program.content();
    program.effects.take();
    program.does([
        tries(ScenarioEvent::FigureMoved(id("TT-3"), 800)),
        tries(ScenarioEvent::FigureTyped(id("TT-2a"), "done".to_owned(), "96".to_owned())),
        tries(ScenarioEvent::PointsMoved(id("TC-2"), 1000)),
        tries(ScenarioEvent::PinSet(id("TT-5"), true)),
        tries(ScenarioEvent::WeightTyped(id("TT-4a"), "2,5".to_owned())),
    ]);
    program.does(wants("90"));
    program.does([tries(ScenarioEvent::PlanApplied)]);
    assert_ne!(trial_index(&program), program.read(|state| state.document.card().totals.index().unwrap()));
    assert_eq!(program.content(), before);
    assert!(program.effects.take().is_empty(), "nothing is saved");
    program.does([tries(ScenarioEvent::Restored(None))]);
    assert!(!scenario(&program, Scenario::is_moved));
    assert_eq!(scenario(&program, |scenario| scenario.copy.assessment().clone()), program.assessment());
}

#[test]
fn both_sliders_of_a_target_say_the_same() {
    let program = at_the_page();
    // 850 × 55 % = 467,5: 468 earns all 10; 10 × 410/850 ÷ 0,55 = 8,770.
    for (event, figure, points) in [
        (ScenarioEvent::FigureMoved(id("TT-3"), 468), "468", "10.000"),
        (ScenarioEvent::FigureMoved(id("TT-3"), 467), "467", "9.989"),
        (ScenarioEvent::PointsMoved(id("TT-3"), 9989), "467", "9.989"),
        (ScenarioEvent::PointsMoved(id("TT-3"), 9990), "468", "10.000"),
        (ScenarioEvent::PointsMoved(id("TT-3"), 0), "0", "0.000"),
        (ScenarioEvent::PointsStepped(id("TT-3"), true), "1", "0.021"),
        (ScenarioEvent::PointsStepped(id("TT-3"), true), "2", "0.043"),
        (ScenarioEvent::PointsStepped(id("TT-3"), false), "1", "0.021"),
        (ScenarioEvent::PointsStepped(id("TT-3"), false), "0", "0.000"),
        (ScenarioEvent::PointsStepped(id("TT-3"), false), "0", "0.000"),
        (ScenarioEvent::FigureMoved(id("TT-3"), 850), "850", "10.000"),
        // More than enough: the next fewer points are one result below enough.
        (ScenarioEvent::PointsStepped(id("TT-3"), false), "467", "9.989"),
        (ScenarioEvent::FigureMoved(id("TT-3"), 9999), "850", "10.000"),
        (ScenarioEvent::FigureTyped(id("TT-3"), "done".to_owned(), "4 68".to_owned()), "4 68", "0.000"),
        (ScenarioEvent::PointsStepped(id("TT-3"), true), "1", "0.021"),
    ] {
        program.does([tries(event.clone())]);
        assert_eq!(tried(&program, "TT-3"), (figure.to_owned(), points.to_owned()), "{event:?}");
    }
}

#[test]
fn the_slider_of_points_stays_in_the_hand_and_falls_into_place_when_let_go() {
    let program = at_the_page();
    program.does([tries(ScenarioEvent::PointsMoved(id("TT-3"), 5000))]);
    let held = trial(&program, "TT-3");
    // 233/850 earns 4,984, 234 earns 5,005.
    assert_eq!(
        (held.held.unwrap().to_string(), held.points().to_string()),
        ("5.000".to_owned(), "5.005".to_owned())
    );
    program.does([tries(ScenarioEvent::PointsLeft(id("TT-3")))]);
    assert_eq!(trial(&program, "TT-3").held, None);
}

#[test]
fn a_figure_moved_back_is_the_text_that_was_typed() {
    let program = at_the_page();
    program.does([tries(ScenarioEvent::FigureMoved(id("TT-2b"), 1300))]);
    assert_eq!(tried(&program, "TT-2b").0, "1300");
    program.does([tries(ScenarioEvent::FigureMoved(id("TT-2b"), 1200))]);
    assert_eq!(tried(&program, "TT-2b").0, "1.200");
    assert!(!trial(&program, "TT-2b").is_moved());
}

#[test]
fn a_plan_put_into_the_sliders_reaches_what_it_promised() {
    let program = at_the_page();
    for (wanted, aim) in [("85", Aim::LeastCost), ("85", Aim::FewestTargets), ("97,5", Aim::LeastCost)] {
        program.does([tries(ScenarioEvent::AimChosen(aim))]);
        program.does(wants(wanted));
        let plan = plan(&program);
        program.does([tries(ScenarioEvent::PlanApplied)]);
        assert_eq!(trial_index(&program), plan.index);
        assert!(
            plan.index >= scenario(&program, |scenario| scenario.answer.clone().unwrap().question.wanted)
        );
        let moved: Vec<_> = scenario(&program, |scenario| {
            scenario.all().filter(|trial| trial.is_moved()).map(|trial| trial.id().clone()).collect()
        });
        assert_eq!(moved, plan.steps.iter().map(|step| step.target.clone()).collect::<Vec<_>>());
    }
}

#[test]
fn a_plan_starts_from_the_document_and_not_from_the_sliders() {
    let program = at_the_page();
    program.does(wants("85"));
    let first = plan(&program);
    program.does([tries(ScenarioEvent::FigureMoved(id("TT-3"), 850)), tries(ScenarioEvent::Solved)]);
    assert_eq!(plan(&program), first);
}

#[test]
fn what_is_pinned_stays_and_what_is_heavy_is_spared() {
    let program = at_the_page();
    program.does(wants("80"));
    let first = plan(&program).steps[0].target.clone();
    program.does([tries(ScenarioEvent::PinSet(first.clone(), true)), tries(ScenarioEvent::Solved)]);
    assert!(plan(&program).steps.iter().all(|step| step.target != first));
    program.does([
        tries(ScenarioEvent::PinSet(first.clone(), false)),
        tries(ScenarioEvent::WeightTyped(first.clone(), "1000".to_owned())),
        tries(ScenarioEvent::Solved),
    ]);
    assert!(plan(&program).steps.iter().all(|step| step.target != first));
}

#[test]
fn what_cannot_be_reached_says_what_holds_it_back() {
    let program = at_the_page();
    program.does([tries(ScenarioEvent::PinSet(id("TT-3"), true))]);
    program.does(wants("100"));
    let answer = scenario(&program, |scenario| scenario.answer.clone().unwrap());
    let Outcome::Unreachable(unreachable) = &answer.outcome else { panic!("{:?}", answer.outcome) };
    assert_eq!(unreachable.missing.to_string(), "1.230");
    let held: Vec<_> = unreachable.held.iter().map(|held| (held.target.to_string(), held.by)).collect();
    assert_eq!(held, [("TT-3".to_owned(), HeldBy::Question)]);
    program.does(wants("50"));
    assert_eq!(
        scenario(&program, |scenario| scenario.answer.clone().unwrap().outcome.clone()),
        Outcome::Already
    );
}

#[test]
fn a_question_that_is_not_clear_is_not_asked() {
    let program = at_the_page();
    program.does(wants("85"));
    for (wanted, weight, unclear) in [
        (" ", "", Some(QuestionError::Blank)),
        ("0", "", Some(QuestionError::Wanted)),
        ("100,5", "", Some(QuestionError::Wanted)),
        ("tám mươi", "", Some(QuestionError::Wanted)),
        ("-5", "", Some(QuestionError::Wanted)),
        ("85", "0", Some(QuestionError::Weight(id("TT-3")))),
        ("85", "1001", Some(QuestionError::Weight(id("TT-3")))),
        ("85", "nhiều", Some(QuestionError::Weight(id("TT-3")))),
        ("85 %", "0,5", None),
        ("85.5", "1.000,0", None),
        ("100", " ", None),
    ] {
        program.does([tries(ScenarioEvent::WeightTyped(id("TT-3"), weight.to_owned()))]);
        program.does(wants(wanted));
        let found = scenario(&program, |scenario| (scenario.unclear.clone(), scenario.answer.is_none()));
        assert_eq!(found, (unclear.clone(), unclear.is_some()), "{wanted} with {weight}");
    }
}

#[test]
fn a_kept_plan_is_in_the_file_can_be_undone_and_comes_back_into_the_sliders() {
    let program = at_the_page();
    program.does(wants("85"));
    program.does([tries(ScenarioEvent::PlanApplied)]);
    let index = trial_index(&program);
    program.does(keeps("  Ít công sức "));
    let file = program.exported();
    assert_eq!(file["plans"][0]["name"], "Ít công sức");
    assert_eq!(file["plans"][0]["wanted"], "85");
    let read = document_reader::read_text(&file.to_string()).unwrap().assessment;
    assert_eq!(read.plans, program.assessment().plans);
    assert_eq!(scenario(&program, |scenario| scenario.columns[0].card.totals.index()), Some(index));

    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert!(
        program.assessment().plans.is_empty() && scenario(&program, |scenario| scenario.columns.is_empty())
    );
    program.does([
        AppEvent::Document(DocumentEvent::RedoPressed),
        tries(ScenarioEvent::Restored(None)),
        tries(ScenarioEvent::PlanLoaded(0)),
    ]);
    assert_eq!(trial_index(&program), index);
    program.does([tries(ScenarioEvent::PlanRemoved(0))]);
    assert!(program.assessment().plans.is_empty());
    assert_eq!(
        scenario(&program, |scenario| scenario.said.clone()),
        Some(PlanNotice::Removed("Ít công sức".to_owned()))
    );
}

#[test]
fn a_trial_is_kept_only_with_a_name_of_its_own_and_figures_that_can_be_used() {
    let program = at_the_page();
    let refusal = |program: &Program| scenario(program, |scenario| scenario.refusal.clone());
    program.does(keeps("Một"));
    assert_eq!(refusal(&program), Some(PlanRefusal::NothingMoved));
    program.does([tries(ScenarioEvent::FigureMoved(id("TT-3"), 500))]);
    for (name, refused) in [
        (" ".to_owned(), Some(PlanRefusal::NoName)),
        ("ă".repeat(61), Some(PlanRefusal::LongName)),
        ("Một".to_owned(), None),
        ("Một ".to_owned(), Some(PlanRefusal::NameTaken)),
    ] {
        program.does(keeps(&name));
        assert_eq!(refusal(&program), refused, "{name}");
    }
    program.does([tries(ScenarioEvent::FigureTyped(id("TT-3"), "done".to_owned(), "851".to_owned()))]);
    program.does(keeps("Hai"));
    assert_eq!(refusal(&program), Some(PlanRefusal::NotUnderstood(id("TT-3"))));
    program.does([tries(ScenarioEvent::FigureMoved(id("TT-3"), 500))]);
    for number in 2..=21 {
        program.does(keeps(&number.to_string()));
    }
    assert_eq!(refusal(&program), Some(PlanRefusal::TooMany));
    assert_eq!(program.assessment().plans.len(), 20);
}

#[test]
fn three_plans_stand_side_by_side_the_newest_first_chosen() {
    let program = at_the_page();
    for (name, position) in [("A", 500), ("B", 600), ("C", 450), ("D", 0)] {
        program.does([tries(ScenarioEvent::FigureMoved(id("TT-3"), position))]);
        program.does(keeps(name));
    }
    let names = |program: &Program| {
        scenario(program, |scenario| {
            scenario.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>()
        })
    };
    assert_eq!(names(&program), ["B", "C", "D"]);
    // (600 − 410)/850 = 0,2235…; less than there is costs nothing.
    let costs =
        scenario(&program, |scenario| scenario.columns.iter().map(|column| column.cost).collect::<Vec<_>>());
    assert_eq!(costs, [Exact::new(190, 850).unwrap(), Exact::new(40, 850).unwrap(), Exact::ZERO]);
    program.does([tries(ScenarioEvent::PlanCompared(0, true))]);
    assert_eq!(names(&program), ["B", "C", "D"], "a fourth finds no room");
    program.does([tries(ScenarioEvent::PlanCompared(2, false)), tries(ScenarioEvent::PlanCompared(0, true))]);
    assert_eq!(names(&program), ["A", "B", "D"]);
    program.does([tries(ScenarioEvent::WeightTyped(id("TT-3"), "2".to_owned()))]);
    assert_eq!(scenario(&program, |scenario| scenario.columns[1].cost), Exact::new(380, 850).unwrap());
}

#[test]
fn a_plan_becomes_the_work_to_do_and_changes_no_figure() {
    let program = at_the_page();
    program.does([
        AppEvent::Report(ReportEvent::TaskTyped(id("TT-3"), TaskField::Who, "Văn phòng".to_owned())),
        AppEvent::Report(ReportEvent::TaskTyped(id("TC-2"), TaskField::Who, "Tư pháp".to_owned())),
        tries(ScenarioEvent::FigureMoved(id("TC-2"), 40)),
        tries(ScenarioEvent::FigureMoved(id("TT-2a"), 70)),
    ]);
    program.does(keeps("Cũ"));
    program.does([tries(ScenarioEvent::Restored(None)), tries(ScenarioEvent::FigureMoved(id("TT-3"), 468))]);
    program.does(keeps("Mới"));
    program.does([tries(ScenarioEvent::PlanTaken(0))]);
    let answers = program.assessment().answers;
    let work = |program: &Program| {
        let work = program.assessment().work;
        let line = |(id, task): (String, scoring::assessment::Task)| {
            [id, task.who, task.figures.get("done").cloned().unwrap_or_default()]
        };
        work.into_iter().map(line).collect::<Vec<_>>()
    };
    let rows = |rows: &[[&str; 3]]| rows.iter().map(|row| row.map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(
        work(&program),
        rows(&[["TC-2", "Tư pháp", "40"], ["TT-2a", "", "70"], ["TT-3", "Văn phòng", ""]])
    );
    program.does([tries(ScenarioEvent::PlanTaken(1))]);
    assert_eq!(work(&program), rows(&[["TC-2", "Tư pháp", ""], ["TT-3", "Văn phòng", "468"]]));
    assert_eq!(program.assessment().answers, answers);
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(work(&program).len(), 3);
}

#[test]
fn figures_that_change_underneath_are_told_and_a_trial_without_moves_follows_them() {
    let program = at_the_page();
    program.does([typed("TT-3", "done", "420"), AppEvent::Entry(EntryEvent::FieldLeft)]);
    assert_eq!(trial(&program, "TT-3").entered.figure("done"), "420");
    program.does([
        tries(ScenarioEvent::FigureMoved(id("TT-3"), 600)),
        tries(ScenarioEvent::PinSet(id("TT-5"), true)),
        AppEvent::Frame(FrameEvent::PageReached(Page::Entry, None)),
        typed("TT-3", "done", "430"),
        AppEvent::Frame(FrameEvent::PageReached(Page::Scenario, None)),
    ]);
    assert!(scenario(&program, |scenario| scenario.stale));
    assert_eq!(tried(&program, "TT-3").0, "600");
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert!(!scenario(&program, |scenario| scenario.stale), "as they were");
    program.does([AppEvent::Document(DocumentEvent::RedoPressed), tries(ScenarioEvent::BegunAnew)]);
    assert_eq!(tried(&program, "TT-3").0, "430");
    assert!(!scenario(&program, |scenario| scenario.stale) && trial(&program, "TT-5").pinned);
    // Notes are no figures.
    program.does([
        tries(ScenarioEvent::FigureMoved(id("TT-3"), 600)),
        AppEvent::Entry(EntryEvent::NoteTyped(id("TT-3"), "Đang số hóa".to_owned())),
    ]);
    assert!(!scenario(&program, |scenario| scenario.stale));
}

#[test]
fn a_trial_survives_other_pages_and_ends_with_its_document() {
    let program = at_the_page();
    program.does([
        tries(ScenarioEvent::FigureMoved(id("TT-3"), 600)),
        AppEvent::Frame(FrameEvent::PageReached(Page::Guide, None)),
        AppEvent::Frame(FrameEvent::PageReached(Page::Scenario, None)),
    ]);
    assert_eq!(tried(&program, "TT-3").0, "600");
    program.does([
        AppEvent::Frame(FrameEvent::PageReached(Page::Entry, None)),
        AppEvent::Draft(DraftEvent::NewPressed),
    ]);
    assert!(program.read(|state| state.scenario.is_none()));
    program.does([AppEvent::Frame(FrameEvent::PageReached(Page::Scenario, None))]);
    assert_eq!(tried(&program, "TT-3").0, "");
}

#[test]
fn a_window_that_only_reads_tries_and_keeps_nothing() {
    let program = at_the_page();
    program.does([tries(ScenarioEvent::FigureMoved(id("TT-3"), 600))]);
    program.does(keeps("Một"));
    let open = program.assessment().document.id;
    program.does([AppEvent::Window(WindowEvent::LockRefused(open))]);
    let before = program.content();
    program.does([tries(ScenarioEvent::FigureMoved(id("TT-3"), 700))]);
    program.does(keeps("Hai"));
    program.does([tries(ScenarioEvent::PlanTaken(0)), tries(ScenarioEvent::PlanRemoved(0))]);
    assert_eq!(tried(&program, "TT-3").0, "700");
    assert_eq!(program.content(), before);
}

#[test]
fn plans_from_a_file_may_speak_of_anything_and_break_nothing() {
    let program = Program::new();
    let plans = json!([
        {"name": "", "wanted": "x".repeat(3000), "figures": {"TT-3": {"done": "nhiều", "?": "1"}, "XX-9": {"done": "5"}}},
        {"name": "Trùng", "wanted": "85", "figures": {}},
        {"name": "Trùng", "wanted": "85", "figures": {"TT-3": {"done": "999999999999999999"}}},
    ]);
    let file = changed(|file| file["plans"] = plans);
    program.imports(&file, ImportChoice::AsNew);
    program.does([AppEvent::Frame(FrameEvent::PageReached(Page::Scenario, None))]);
    for place in [0, 1, 2, 3] {
        program.does([
            tries(ScenarioEvent::PlanCompared(place, true)),
            tries(ScenarioEvent::PlanLoaded(place)),
            tries(ScenarioEvent::Solved),
            tries(ScenarioEvent::PlanTaken(place)),
        ]);
    }
    program.does([tries(ScenarioEvent::PlanRemoved(7)), tries(ScenarioEvent::PlanRemoved(0))]);
    assert_eq!(program.assessment().plans.len(), 2);
}
