//! Exercises: those that come with the product against numbers worked out by hand, the file, and a trainer's own.

use std::rc::Rc;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::presentation::deck::steps;
use tu_cham::features::samples::event::SampleEvent;
use tu_cham::shell::frame::event::FrameEvent;

use crate::support::{Program, typed};
use formats::document_reader::Refusal;
use formats::exercise_file::{MOST_BYTES, MOST_EXERCISES};
use formats::samples::Sample;
use formats::{builtin, exercise_file};
use scoring::exercise::{Asked, Exercise, Solution, Verdict};
use scoring::json_reader::{Expected, FaultKind, Violation};
use scoring::loaded_set::LoadedSet;
use scoring::target_set::TargetId;
use serde_json::{Value, json};
use tu_cham::document::fields::HeadingField;
use tu_cham::features::exercises::event::{ExerciseEvent, ExerciseField};
use tu_cham::features::exercises::state::ExerciseProblem;
use tu_cham::features::presentation::deck::screens;
use tu_cham::features::presentation::event::PresentationEvent;
use tu_cham::features::presentation::screens::Screen;
use tu_cham::shell::effect::{Effect, Preference};
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::notice::{Notice, Refused};
use tu_cham::shell::page::Page;

const ILLUSTRATION: &str = include_str!("../../sets/mau-minh-hoa-8-linh-vuc.json");

fn sets() -> [LoadedSet; 2] {
    [builtin::load().unwrap(), builtin::load_text(ILLUSTRATION).unwrap()]
}

fn set_of(exercise: &Exercise) -> LoadedSet {
    let named = &exercise.unit.target_set;
    sets().into_iter().find(|loaded| loaded.sha256 == named.sha256).unwrap_or_else(|| {
        panic!("{} is of a set that the product has not, or has in another state", exercise.id)
    })
}

/// Each ready exercise; the answer worked out by hand, and by what reading.
const WORKED: [(&str, Option<&str>, &str); 6] = [
    // 410 ÷ 850 = 0.482352…; ÷ 0.55 = 0.877005…; × 10. targets.md, TT-3: "all still in force".
    ("co-san-mau-so", Some("8.770"), "share of the wrong total"),
    // The step "trên 90%" leaves 90 out; 90 itself earns 1.5. par-index.md, "steps by share".
    ("co-san-tren-90", Some("1.500"), "90 exactly"),
    // "0 ÷ 0 is never 0 % and never 100 %". par-index.md.
    ("co-san-0-chia-0", None, "0 ÷ 0"),
    // 35 + 20 + 20 = 75; 510 ÷ 850 = 60 %; 10 × 60 ÷ 75. targets.md, TT-3: percentage points.
    ("co-san-diem-phan-tram", Some("8.000"), "percentage points"),
    // 100 × (20 + 17.5) ÷ (20 + 35) = 68.1818…; par-index.md: "not the mean of area percentages".
    ("co-san-trung-binh", Some("68.182"), "mean of areas"),
    // 8 × 300 ÷ 330 = 7.2727…, to the set's two decimals. par-index.md, worked numbers.
    ("co-san-300-330", Some("7.270"), "300/330"),
];

#[test]
fn every_ready_exercise_comes_to_what_was_worked_out_by_hand() {
    let ready = exercise_file::ready();
    assert_eq!(
        ready.iter().map(|exercise| exercise.id.as_str()).collect::<Vec<_>>(),
        WORKED.map(|row| row.0)
    );
    for (exercise, (id, answer, _)) in ready.iter().zip(WORKED) {
        let wanted = answer.map_or(Solution::Nothing, |text| Solution::Number(text.to_owned()));
        assert_eq!(exercise.solution(&set_of(exercise).set), Some(wanted), "{id}");
    }
}

#[test]
fn no_mistake_of_a_ready_exercise_is_right_and_each_says_why_in_both_languages() {
    for exercise in exercise_file::ready() {
        let solution = exercise.solution(&set_of(&exercise).set).unwrap();
        assert!(exercise.mistakes.len() >= 2, "{}", exercise.id);
        for mistake in &exercise.mistakes {
            assert_eq!(exercise.verdict(&solution, Some(&mistake.answer)), Verdict::Wrong, "{}", exercise.id);
            assert_ne!(mistake.why.vi, mistake.why.en);
        }
        assert_ne!(exercise.question.vi, exercise.question.en);
    }
}

#[test]
fn a_rooms_answer_is_judged_exactly() {
    let ready = exercise_file::ready();
    let verdict = |id: &str, typed: Option<&str>| {
        let exercise = ready.iter().find(|exercise| exercise.id == id).unwrap();
        exercise.verdict(&exercise.solution(&set_of(exercise).set).unwrap(), typed)
    };
    for (id, typed, wanted) in [
        ("co-san-mau-so", Some("8,77"), Verdict::Right),
        ("co-san-mau-so", Some(" 8.770 "), Verdict::Right),
        ("co-san-mau-so", Some("8,8"), Verdict::Rounded),
        ("co-san-mau-so", Some("8,76"), Verdict::Wrong),
        ("co-san-mau-so", Some("-8,77"), Verdict::Wrong),
        ("co-san-mau-so", Some("tám"), Verdict::Unclear),
        ("co-san-mau-so", None, Verdict::Wrong),
        ("co-san-0-chia-0", None, Verdict::Right),
        ("co-san-0-chia-0", Some("0"), Verdict::Wrong),
        ("co-san-trung-binh", Some("68,182%"), Verdict::Right),
        ("co-san-trung-binh", Some("68,18"), Verdict::Rounded),
        ("co-san-trung-binh", Some("75"), Verdict::Wrong),
        // What is often mistaken stays a mistake where rounding would come to it.
        ("co-san-300-330", Some("7,2"), Verdict::Wrong),
        ("co-san-300-330", Some("7,3"), Verdict::Rounded),
    ] {
        assert_eq!(verdict(id, typed), wanted, "{id}: {typed:?}");
    }
}

#[test]
fn what_is_written_reads_back_the_same() {
    let ready = exercise_file::ready();
    assert_eq!(exercise_file::read_text(&exercise_file::write("Bài", &ready)).unwrap(), ready);
}

fn file() -> Value {
    serde_json::from_str(&exercise_file::write("Bài", &exercise_file::ready())).unwrap()
}

fn read(file: &Value) -> Result<Vec<Exercise>, Refusal> {
    exercise_file::read(file.to_string().as_bytes())
}

#[test]
fn a_key_that_is_not_known_is_written_back() {
    let mut unknown = file();
    unknown["exercises"][0]["source"] = json!("Sổ tay");
    let text = exercise_file::write("", &read(&unknown).unwrap());
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["exercises"][0]["source"], "Sổ tay");
}

#[test]
fn every_fault_is_told_by_its_place() {
    let expected = FaultKind::Expected;
    let word = |word: &str| FaultKind::UnknownValue(word.to_owned());
    for (pointer, value, path, kind) in [
        ("/exercises", json!({}), "exercises", expected(Expected::List)),
        ("/exercises/0", json!(7), "exercises[0]", expected(Expected::Object)),
        ("/exercises/0/id", json!("có dấu cách"), "exercises[0].id", expected(Expected::Id)),
        (
            "/exercises/1/id",
            json!("co-san-mau-so"),
            "exercises[1].id",
            FaultKind::Rule(Violation::DuplicateId),
        ),
        ("/exercises/0/title", json!(" "), "exercises[0].title", FaultKind::Rule(Violation::Empty)),
        (
            "/exercises/0/title",
            json!("a".repeat(121)),
            "exercises[0].title",
            FaultKind::Rule(Violation::TooMany),
        ),
        (
            "/exercises/0/question",
            json!("a".repeat(601)),
            "exercises[0].question",
            FaultKind::Rule(Violation::TooMany),
        ),
        ("/exercises/0/level", Value::Null, "exercises[0].level", FaultKind::Missing),
        ("/exercises/0/year", json!("2023"), "exercises[0].year", expected(Expected::Whole)),
        ("/exercises/0/set/sha256", json!(1), "exercises[0].set.sha256", expected(Expected::Text)),
        ("/exercises/0/answers/TT-3", json!(1), "exercises[0].answers.TT-3", expected(Expected::Object)),
        ("/exercises/0/asked/kind", json!("eval"), "exercises[0].asked.kind", word("eval")),
        ("/exercises/0/asked/target", Value::Null, "exercises[0].asked.target", FaultKind::Missing),
        (
            "/exercises/0/mistakes/1/answer",
            json!("4,8"),
            "exercises[0].mistakes[1].answer",
            expected(Expected::Decimal),
        ),
        (
            "/exercises/0/mistakes/0/why",
            json!(""),
            "exercises[0].mistakes[0].why",
            FaultKind::Rule(Violation::Empty),
        ),
        (
            "/exercises/0/mistakes",
            json!(vec![json!({"answer": "1", "why": "x"}); 6]),
            "exercises[0].mistakes",
            FaultKind::Rule(Violation::TooMany),
        ),
    ] {
        let mut broken = file();
        *broken.pointer_mut(pointer).unwrap() = value;
        let Err(Refusal::Faulty(faults)) = read(&broken) else { panic!("{pointer} is taken") };
        assert_eq!((faults[0].path.as_str(), &faults[0].kind), (path, &kind), "{pointer}");
    }
}

#[test]
fn a_file_that_is_none_or_too_much_is_refused_whole() {
    let with = |key: &str, value: Value| {
        let mut file = file();
        file[key] = value;
        read(&file)
    };
    assert_eq!(with("version", json!(2)), Err(Refusal::Newer(2)));
    assert_eq!(with("version", json!(0)), Err(Refusal::NotOurs));
    assert_eq!(with("version", json!("1")), Err(Refusal::NotOurs));
    assert_eq!(with("format", json!("tu-cham/assessment")), Err(Refusal::NotOurs));
    assert_eq!(with("note", json!("x".repeat(MOST_BYTES))), Err(Refusal::TooBig));
    let one = |place: usize| {
        let mut one = file()["exercises"][0].clone();
        one["id"] = json!(format!("bai-{place}"));
        one
    };
    let many = |count: usize| with("exercises", (0..count).map(one).collect());
    assert_eq!(many(MOST_EXERCISES).unwrap().len(), MOST_EXERCISES);
    assert!(matches!(many(MOST_EXERCISES + 1), Err(Refusal::Faulty(_))));
    assert!(matches!(exercise_file::read(b"{"), Err(Refusal::NotJson(_))));
}

const fn exercise(event: ExerciseEvent) -> AppEvent {
    AppEvent::Exercise(event)
}

fn text(field: ExerciseField, text: &str) -> AppEvent {
    exercise(ExerciseEvent::Typed(field, text.to_owned()))
}

/// A commune of 2023 on the page of the show.
fn prepared() -> Program {
    let program = Program::new();
    program.does([
        AppEvent::Entry(EntryEvent::LevelChosen("commune".to_owned())),
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        AppEvent::Entry(EntryEvent::HeadingTyped(HeadingField::Name, "UBND xã Phú Mậu".to_owned())),
        typed("TT-3", "done", "410"),
        typed("TT-3", "total", "850"),
        typed("TC-1", "done", "6"),
        typed("TC-1", "total", "6"),
        AppEvent::Entry(EntryEvent::NoteTyped(TargetId::new("TT-3"), "ghi chú riêng".to_owned())),
        AppEvent::Frame(FrameEvent::PageReached(Page::Presentation, None)),
    ]);
    program
}

fn begin(asked: Asked) -> AppEvent {
    exercise(ExerciseEvent::Begun(asked, "Bài".to_owned(), "Bao nhiêu điểm?".to_owned()))
}

fn own(program: &Program) -> Vec<Rc<Exercise>> {
    program.read(|state| state.exercises.as_ref().map(|known| known.own.clone()).unwrap_or_default())
}

fn points_of(id: &str) -> Asked {
    Asked::Points(TargetId::new(id))
}

/// The last file handed over.
fn downloaded(program: &Program) -> String {
    let effects: Vec<Effect> = program.effects.borrow_mut().drain(..).collect();
    let text = effects.into_iter().rev().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text),
        _ => None,
    });
    text.unwrap()
}

#[test]
fn a_trainers_exercise_takes_figures_and_nothing_that_names_the_unit() {
    let program = prepared();
    let before = program.read(|state| state.document.assessment().clone());
    program.does([
        begin(points_of("TT-3")),
        text(ExerciseField::Title, "Số hóa ở một xã"),
        text(ExerciseField::Answer(0), "10"),
        text(ExerciseField::Why(0), "quên chia"),
        exercise(ExerciseEvent::MistakeAdded),
        exercise(ExerciseEvent::Kept),
    ]);
    let kept = own(&program);
    assert_eq!(kept.len(), 1);
    assert_eq!(program.read(|state| state.solution(&kept[0])), Some(Solution::Number("8.770".to_owned())));
    assert_eq!(kept[0].mistakes.len(), 1, "a blank mistake is left out");
    assert_eq!(kept[0].unit.answers.keys().collect::<Vec<_>>(), ["TT-3"]);
    program.does([exercise(ExerciseEvent::FileAsked)]);
    let file = downloaded(&program);
    assert!(!file.contains("Phú Mậu") && !file.contains("ghi chú riêng"), "{file}");
    assert_eq!(program.read(|state| state.document.assessment().clone()), before);
    let again = prepared();
    again.does([AppEvent::Import(ImportEvent::FileRead {
        name: "b.json".to_owned(),
        bytes: file.into_bytes(),
    })]);
    assert_eq!(own(&again), kept);
    assert_eq!(
        again.read(|state| state.frame.notice.clone()),
        Some(Notice::ExercisesRead("b.json".to_owned(), 1))
    );
}

#[test]
fn what_is_wrong_with_an_exercise_is_told_and_nothing_is_kept() {
    for (field, said, problem) in [
        (ExerciseField::Title, "  ", ExerciseProblem::Title),
        (ExerciseField::Question, "", ExerciseProblem::Question),
        (ExerciseField::Answer(0), "mười", ExerciseProblem::Answer(0)),
        (ExerciseField::Answer(0), "8,77", ExerciseProblem::Right(0)),
        (ExerciseField::Answer(0), "9", ExerciseProblem::Why(0)),
    ] {
        let program = prepared();
        program.does([begin(points_of("TT-3")), text(field, said), exercise(ExerciseEvent::Kept)]);
        let found = program.read(|state| state.exercises.clone().unwrap().draft.clone().unwrap().problem);
        assert_eq!(found, Some(problem), "{field:?} {said}");
        assert!(own(&program).is_empty());
    }
}

#[test]
fn exercises_of_a_file_never_take_the_place_of_others_unasked() {
    let program = prepared();
    program.does([begin(Asked::Index), exercise(ExerciseEvent::Kept)]);
    let kept = own(&program);
    let mut changed = (*kept[0]).clone();
    changed.question.vi = "Câu khác?".to_owned();
    changed.question.en = changed.question.vi.clone();
    let bytes = exercise_file::write("", &[changed.clone()]).into_bytes();
    let open = || AppEvent::Import(ImportEvent::FileRead { name: "b.json".to_owned(), bytes: bytes.clone() });
    program.does([open(), exercise(ExerciseEvent::WaitingChosen(false))]);
    assert_eq!(own(&program), kept);
    program.does([open()]);
    assert_eq!(own(&program), kept);
    program.does([exercise(ExerciseEvent::WaitingChosen(true))]);
    assert_eq!(*own(&program)[0], changed);
    // A ready one keeps its id; one of the same id is put beside it.
    let mut ready = exercise_file::ready()[0].clone();
    ready.title.vi = "Khác".to_owned();
    let bytes = exercise_file::write("", &[ready]).into_bytes();
    program.does([AppEvent::Import(ImportEvent::FileRead { name: "c.json".to_owned(), bytes })]);
    let ids: Vec<_> = program.read(|state| state.all_exercises().map(|one| one.id.clone()).collect());
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), 8);
    assert_eq!(ids.len(), 8);
}

#[test]
fn a_refused_file_says_why_and_changes_nothing() {
    let program = prepared();
    let bytes = br#"{"format":"tu-cham/exercises","version":1,"exercises":[{}]}"#.to_vec();
    program.does([AppEvent::Import(ImportEvent::FileRead { name: "b.json".to_owned(), bytes })]);
    assert!(own(&program).is_empty());
    let refusal = program.read(|state| state.importing.refusal.clone());
    assert!(matches!(refusal, Some((_, Refused::Content(Refusal::Faulty(_))))));
}

#[test]
fn own_exercises_are_kept_in_the_browser_and_stay_when_a_sample_is_left() {
    let program = prepared();
    program.does([AppEvent::Sample(SampleEvent::Opened(Sample::of_id("commune-2023-middling").unwrap()))]);
    program.effects.borrow_mut().clear();
    program.does([begin(points_of("TT-3")), exercise(ExerciseEvent::Kept)]);
    let remembered = program.effects.borrow().iter().rev().find_map(|effect| match effect {
        Effect::Remember(Preference::Exercises, text) => Some(text.clone()),
        _ => None,
    });
    let kept = own(&program);
    program.does([AppEvent::Sample(SampleEvent::Left)]);
    assert_eq!((own(&program).len(), own(&program)), (1, kept.clone()));
    let again = prepared();
    again.does([exercise(ExerciseEvent::Read(remembered.unwrap(), String::new()))]);
    assert_eq!(own(&again), kept);
    // A file opened over a sample is taken there, too.
    again.does([AppEvent::Sample(SampleEvent::Opened(Sample::of_id("commune-2023-weak").unwrap()))]);
    let mut other = (*kept[0]).clone();
    other.id = "bai-khac".to_owned();
    let bytes = exercise_file::write("", &[other]).into_bytes();
    again.does([AppEvent::Import(ImportEvent::FileRead { name: "b.json".to_owned(), bytes })]);
    assert_eq!(own(&again).len(), 2);
    again.does([AppEvent::Sample(SampleEvent::Left)]);
    assert_eq!(own(&again).len(), 2);
}

/// What the browser was asked to remember last.
fn remembered(program: &Program, of: Preference) -> String {
    let effects = program.effects.borrow();
    let text = effects.iter().rev().find_map(|effect| match effect {
        Effect::Remember(preference, text) if *preference == of => Some(text.clone()),
        _ => None,
    });
    text.unwrap()
}

fn kept_elsewhere(text: &str) -> AppEvent {
    exercise(ExerciseEvent::KeptElsewhere(text.to_owned()))
}

#[test]
fn what_is_being_written_is_found_again_as_it_was_typed() {
    let program = prepared();
    program.does([
        begin(points_of("TT-3")),
        text(ExerciseField::Title, ""),
        text(ExerciseField::Answer(0), "mười"),
        text(ExerciseField::Why(0), "quên chia "),
    ]);
    let draft = |program: &Program| program.read(|state| state.exercises.clone().unwrap().draft.clone());
    let again = prepared();
    let kept = remembered(&program, Preference::ExerciseDraft);
    again.does([exercise(ExerciseEvent::Read(String::new(), kept))]);
    assert_eq!(draft(&again).unwrap().exercise, draft(&program).unwrap().exercise);
    // Of something else is asked: what was suggested is another, what was typed stays.
    let (title, question) = ("Khác".to_owned(), "Chỉ số nào?".to_owned());
    again.does([exercise(ExerciseEvent::AskedChosen(Asked::Index, title, question))]);
    let now = draft(&again).unwrap().exercise;
    assert_eq!((now.title.vi.as_str(), now.question.vi.as_str()), ("", "Chỉ số nào?"));
    again.does([exercise(ExerciseEvent::Left)]);
    assert_eq!(remembered(&again, Preference::ExerciseDraft), "");
}

#[test]
fn windows_hear_of_each_others_exercises() {
    let (one, other) = (prepared(), prepared());
    one.does([begin(points_of("TT-3")), exercise(ExerciseEvent::Kept)]);
    other.does([begin(points_of("TC-1")), text(ExerciseField::Title, "Đang viết")]);
    other.does([kept_elsewhere(&remembered(&one, Preference::Exercises)), exercise(ExerciseEvent::Kept)]);
    one.does([kept_elsewhere(&remembered(&other, Preference::Exercises))]);
    let titles: Vec<_> = own(&one).iter().map(|one| one.title.vi.clone()).collect();
    assert_eq!(titles, ["Bài", "Đang viết"]);
    assert_eq!(own(&other), own(&one));
    // What a newer version has written can't be read, and takes nothing away.
    one.does([kept_elsewhere(r#"{"format":"tu-cham/exercises","version":2,"exercises":[]}"#)]);
    assert_eq!(own(&one).len(), 2);
    one.does([kept_elsewhere("")]);
    assert!(own(&one).is_empty());
}

#[test]
fn no_window_keeps_more_exercises_than_can_be_read_again() {
    let program = prepared();
    program.does([begin(Asked::Index)]);
    let ready = exercise_file::ready()[0].clone();
    let many: Vec<_> =
        (0..MOST_EXERCISES).map(|place| Exercise { id: format!("bai-{place}"), ..ready.clone() }).collect();
    program.does([kept_elsewhere(&exercise_file::write("", &many)), exercise(ExerciseEvent::Kept)]);
    assert_eq!(own(&program).len(), MOST_EXERCISES);
    assert_eq!(program.read(|state| state.frame.notice.clone()), Some(Notice::ExercisesFull));
    assert!(program.read(|state| state.exercises.clone().unwrap().draft.is_some()), "it can be kept later");
}

#[test]
fn exercises_are_moved_and_removed() {
    let program = prepared();
    for asked in [points_of("TT-3"), points_of("TC-1"), Asked::Index] {
        program.does([begin(asked), exercise(ExerciseEvent::Kept)]);
    }
    let ids = || own(&program).iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let before = ids();
    program.does([exercise(ExerciseEvent::Moved(before[2].clone(), true))]);
    assert_eq!(ids(), [&before[0], &before[2], &before[1]].map(Clone::clone));
    program.does([exercise(ExerciseEvent::Moved(before[0].clone(), true))]);
    assert_eq!(ids()[0], before[0]);
    program.does([exercise(ExerciseEvent::RemoveAsked(Some(before[0].clone())))]);
    assert_eq!(ids().len(), 3);
    program.does([exercise(ExerciseEvent::Removed(before[0].clone()))]);
    assert_eq!(ids(), [before[2].clone(), before[1].clone()]);
}

#[test]
fn a_screen_reveals_its_steps_and_forgets_the_rooms_answer_when_it_is_left() {
    let program = prepared();
    let screen = Screen::Exercise("exercise-co-san-mau-so".into());
    assert!(program.read(screens).contains(&screen));
    let before = program.read(|state| state.document.assessment().clone());
    program.does([
        AppEvent::Presentation(PresentationEvent::Begun(Some(screen.clone()))),
        AppEvent::Presentation(PresentationEvent::Answered("10".to_owned())),
    ]);
    assert_eq!(program.read(|state| steps(&screen, state)), 4);
    for step in 1..=4 {
        program.does([AppEvent::Presentation(PresentationEvent::WentOn)]);
        assert_eq!(
            program.read(|state| (state.presentation.at.clone(), state.presentation.step)),
            (Some(screen.clone()), step)
        );
    }
    assert_eq!(program.read(|state| state.presentation.answer.typed.clone()), "10");
    program.does([AppEvent::Presentation(PresentationEvent::Ticked)]);
    program.does([AppEvent::Presentation(PresentationEvent::WentOn)]);
    let now = program.read(|state| {
        (state.presentation.at.clone().unwrap().name().to_owned(), state.presentation.answer.typed.clone())
    });
    assert_eq!(now, ("exercise-co-san-tren-90".to_owned(), String::new()));
    // Its set lies in the page, and has not come: there is nothing to reveal.
    let other = Screen::Exercise("exercise-co-san-tren-90".into());
    assert_eq!(program.read(|state| steps(&other, state)), 0);
    program.does([AppEvent::Import(ImportEvent::SetsRead(vec![ILLUSTRATION.to_owned()]))]);
    assert_eq!(program.read(|state| steps(&other, state)), 4);
    assert_eq!(program.read(|state| state.document.assessment().clone()), before);
}
