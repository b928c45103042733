//! The page of the set without a browser: what a year changes, what is found, and examples that score as a form does.

use std::rc::Rc;
use tu_cham::document::open::OpenDocument;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::windows::event::WindowEvent;
use tu_cham::shell::frame::event::FrameEvent;

use crate::support::{Program, empty};
use formats::builtin;
use i18n::Words;
use i18n::sentences::{change, measured_by, points_arise};
use scoring::assessment::Assessment;
use scoring::scorecard::score;
use scoring::target_set::{Change, TargetId, TargetSet};
use scoring::text::Language;
use serde_json::{Value, json};
use test_support::{YEAR, area, kind, name, ratio, read_set, set_file, target, with_goal};
use tu_cham::features::reference::event::ReferenceEvent;
use tu_cham::features::reference::state::Reference;
use tu_cham::features::windows::state::DocumentLock;
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::page::Page;

const VI: Words = Words(Language::Vietnamese);

fn reached(place: Option<&str>) -> AppEvent {
    AppEvent::Frame(FrameEvent::PageReached(Page::Reference, place.map(str::to_owned)))
}

fn explore(event: ReferenceEvent) -> AppEvent {
    AppEvent::Reference(event)
}

fn level(id: &str) -> AppEvent {
    explore(ReferenceEvent::LevelChosen(id.to_owned()))
}

fn searched(words: &str) -> AppEvent {
    explore(ReferenceEvent::SearchTyped(words.to_owned()))
}

fn played(id: &str, field: &str, text: &str) -> AppEvent {
    explore(ReferenceEvent::FigureTyped(TargetId::new(id), field.to_owned(), text.to_owned()))
}

/// A commune of 2023 on the page.
fn begun() -> Program {
    let program = Program::new();
    program.does([
        AppEvent::Entry(EntryEvent::LevelChosen("commune".to_owned())),
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        reached(None),
    ]);
    program
}

fn page(program: &Program) -> Reference {
    program.read(|state| state.reference.clone().unwrap())
}

fn shown(program: &Program) -> String {
    page(program).shown.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn points(program: &Program, id: &str) -> String {
    let page = page(program);
    page.example(id).unwrap().score.points().map(|points| points.to_string()).unwrap_or_default()
}

/// A set with every measure and rule.
fn every_kind() -> Value {
    let items = json!([{"id": "a", "name": name("việc a")}, {"id": "b", "name": name("việc b")}]);
    let checklist = json!({"kind": "checklist", "items": items});
    let grades = json!({"kind": "choice", "options": [
        {"id": "good", "name": name("tốt"), "share": "100"}, {"id": "fair", "name": name("khá"), "share": "62.5"}]});
    let extra = |word: &str| json!({"kind": word, "points_each": "0.5", "cap": "1.5"});
    let steps = json!({"kind": "steps", "steps": [
        {"from": "90", "inclusive": false, "points": "2"}, {"from": "70", "points": "1"}]});
    let money = json!({"kind": "ratio", "unit": "money", "done": name("đã chi"), "total": name("dự toán")});
    let noun = json!({"kind": "count", "noun": name("sáng kiến")});
    let cases = [
        with_goal(target("toward", "10", ratio(), kind("toward_goal")), "at_least", "55"),
        with_goal(target("money", "10", money, kind("toward_goal")), "more_than", "20"),
        with_goal(target("number", "4", kind("count"), kind("toward_goal")), "at_least", "12.5"),
        target("share", "3", kind("percent"), json!({"kind": "proportional", "floor": "50"})),
        target("plain", "3", kind("percent"), kind("proportional")),
        target("steps", "2", kind("percent"), steps),
        with_goal(target("rank", "1", kind("rank"), kind("pass_fail")), "at_most", "10"),
        with_goal(target("few", "1", kind("percent"), kind("pass_fail")), "less_than", "5"),
        target("yes", "1", kind("yes_no"), kind("pass_fail")),
        target("each", "2", noun, json!({"kind": "per_item", "points_each": "0.5"})),
        target("items", "10", checklist.clone(), kind("share_of_items")),
        target("all", "1", checklist, kind("all_or_nothing")),
        target("choice", "3", grades, kind("by_choice")),
        target("given", "10", kind("given"), kind("as_given")),
        target("less", "0", kind("count"), extra("penalty")),
        target("more", "0", kind("count"), extra("bonus")),
    ];
    set_file(3, &[area("a", &cases)])
}

fn on(set: &Value) -> Program {
    let loaded = builtin::load_text(&set.to_string()).unwrap();
    let program = Program::prepared(empty(), |state| {
        state.document = OpenDocument::new(Rc::new(loaded), Assessment::default());
    });
    program.does([reached(None)]);
    program
}

#[test]
fn a_year_is_compared_with_the_year_before_it_in_the_set() {
    let mut goals = with_goal(target("T", "10", ratio(), kind("toward_goal")), "at_least", "1");
    goals["goal"] = json!({"compare": "at_least", "by_level_year":
        {"commune": {"2022": "35", "2023": "55", "2025": "54.5", "2026": "54.50"}}});
    let mut file = set_file(3, &[area("a", &[goals])]);
    file["years"] = json!([2022, 2023, 2025, 2026]);
    let set = read_set(&file);
    let one = set.target("T").unwrap();
    for (level, year, told) in [
        ("commune", 2022, None),
        ("commune", 2023, Some("+20")),
        ("commune", 2025, Some("−0,5")),
        ("commune", 2026, Some("không đổi")),
        // A year that the set does not speak of has no goal.
        ("commune", 2024, Some("bỏ")),
        ("district", 2023, None),
    ] {
        let found = one.change(level, &set.years, year).map(|found| change(found, VI));
        assert_eq!(found.as_deref(), told, "{level} {year}");
    }
    assert_eq!(one.change("commune", &[2021, 2022], 2022), Some(Change::New));
    let rules = read_set(&every_kind());
    let steps = rules.target("steps").unwrap();
    assert_eq!(
        steps.change("commune", &[YEAR - 1, YEAR], YEAR),
        Some(Change::Same),
        "no goal, the same rule"
    );
}

#[test]
fn the_built_in_set_changes_one_target_a_year() {
    let set = builtin::load().unwrap().set;
    for (level, year, changed) in
        [("commune", 2023, "TT-3 +20"), ("commune", 2025, "TT-3 +20"), ("province", 2025, "TT-3 +10")]
    {
        let told = |id: &str, found: Change| format!("{id} {}", change(found, VI));
        let found: Vec<_> = set
            .targets()
            .filter_map(|one| Some(told(&one.id, one.change(level, &set.years, year)?)))
            .filter(|told| !told.ends_with("không đổi"))
            .collect();
        assert_eq!(found, [changed], "{level} {year}");
    }
}

#[test]
fn the_page_begins_with_the_documents_level_and_year_and_follows_them_until_others_are_chosen() {
    let program = begun();
    let now = |program: &Program| (page(program).level, page(program).year);
    assert_eq!(now(&program), ("commune".to_owned(), 2023));
    program.does([AppEvent::Entry(EntryEvent::YearChosen(2024))]);
    assert_eq!(now(&program), ("commune".to_owned(), 2024));
    let before = program.content();
    program.does([level("province"), explore(ReferenceEvent::YearChosen(2025))]);
    assert_eq!(now(&program), ("province".to_owned(), 2025));
    assert_eq!(shown(&program).split(' ').count(), 17);
    program.does([level("")]);
    assert_eq!(shown(&program).split(' ').count(), 18, "every level shows every target");
    assert_eq!(page(&program).example("TT-3").unwrap().level, "commune", "the document's own level");
    assert_eq!(page(&program).example("TC-3").unwrap().level, "department", "its first level");
    assert_eq!(program.content(), before);
    program.does([
        AppEvent::Entry(EntryEvent::YearChosen(2022)),
        AppEvent::Entry(EntryEvent::LevelChosen("district".to_owned())),
    ]);
    assert_eq!(now(&program), (String::new(), 2025), "what was chosen here stays");
    assert_eq!(page(&program).example("TT-3").unwrap().level, "district");
}

#[test]
fn words_are_found_without_diacritics_in_all_that_is_told_of_a_target() {
    let program = begun();
    program.does([level("")]);
    for (words, found) in [
        ("so hoa ket qua", "TT-3"),
        ("CHI TIEU KHONG CO", ""),
        ("tham muu", "TC-3"),
        ("ra soat van ban", "TC-2"),
        // Section, reading, level, criterion, the other language.
        ("i.1.e", "R-1 R-2 R-3 R-4 R-5"),
        ("63 tinh", "R-1 R-2 R-3 R-4 R-5"),
        ("spot", "TT-5 TT-6"),
        ("  tt-3 ", "TT-3"),
    ] {
        program.does([searched(words)]);
        assert_eq!(shown(&program), found, "{words}");
    }
    program.does([searched("cap xa")]);
    let ids = shown(&program);
    assert!(ids.contains("TT-5") && !ids.contains("R-1"), "levels' names are searched: {ids}");
    program.does([searched("")]);
    assert_eq!(shown(&program).split(' ').count(), 18);
}

#[test]
fn an_address_shows_its_target_whatever_is_searched_and_chosen() {
    let program = begun();
    program.does([searched("rà soát")]);
    let showed = |program: &Program| {
        program.asked(|effect| if let Effect::ScrollTo(place) = effect { Some(place) } else { None })
    };
    for (place, target, searched, level) in [
        ("TC-2", Some("TC-2"), "rà soát", "commune"),
        ("không có", None, "rà soát", "commune"),
        ("TT-3", Some("TT-3"), "", "commune"),
        ("TC-3", Some("TC-3"), "", ""),
    ] {
        program.does([reached(Some(place))]);
        assert_eq!(showed(&program).as_deref(), target, "{place}");
        assert_eq!(page(&program).search, searched, "{place}");
        assert_eq!(page(&program).level, level, "{place}");
    }
    // The first page of a visit.
    let program = Program::new();
    program.does([reached(Some("TT-3"))]);
    assert_eq!(showed(&program).as_deref(), Some("TT-3"));
}

/// What a form with these figures scores at a target.
fn of_form(set: &TargetSet, page: &Reference, id: &str) -> scoring::scorecard::TargetScore {
    let example = page.example(id).unwrap();
    let mut form = Assessment { year: page.year, ..Assessment::default() };
    form.unit.level.clone_from(&example.level);
    form.answers.insert(id.to_owned(), Rc::clone(&example.answer));
    score(set, &form).target(id).unwrap().as_ref().clone()
}

#[test]
fn an_example_scores_what_a_form_does() {
    let program = begun();
    let before = program.content();
    program.does([played("TT-3", "done", "410"), played("TT-3", "total", "850")]);
    assert_eq!(points(&program, "TT-3"), "8.770");
    program.does([explore(ReferenceEvent::YearChosen(2024))]);
    assert_eq!(points(&program, "TT-3"), "6.431", "48,235 % of 75");
    program.does([level("district"), explore(ReferenceEvent::YearChosen(2022))]);
    assert_eq!(points(&program, "TT-3"), "10.000", "the figures stay, the goal is 40 %");
    let set = builtin::load().unwrap().set;
    for text in ["", "x", "851", "0"] {
        program.does([played("TT-3", "done", text)]);
        let page = page(&program);
        assert_eq!(*page.example("TT-3").unwrap().score, of_form(&set, &page, "TT-3"), "“{text}”");
    }
    program.does([explore(ReferenceEvent::Restored(TargetId::new("TT-3")))]);
    assert_eq!(points(&program, "TT-3"), "7.500", "three quarters of the goal");
    assert_eq!(program.content(), before, "nothing of it is in the document");
    assert!(!program.read(tu_cham::shell::state::State::is_unfiled));
    assert!(program.store_all().is_empty());
}

#[test]
fn invented_figures_are_understood_and_earn_something_under_every_rule() {
    let program = on(&every_kind());
    let set = read_set(&every_kind());
    let page = page(&program);
    for (id, points) in [
        ("toward", "7.455"),
        ("money", "7.500"),
        ("number", "2.880"),
        ("share", "2.250"),
        ("plain", "2.250"),
        ("steps", "1.000"),
        ("rank", "1.000"),
        ("few", "1.000"),
        ("yes", "1.000"),
        ("each", "1.500"),
        ("items", "5.000"),
        ("all", "0.000"),
        ("choice", "1.875"),
        ("given", "7.000"),
        ("less", "-1.000"),
        ("more", "1.000"),
    ] {
        let example = page.example(id).unwrap();
        assert_eq!(example.score.points().unwrap().to_string(), points, "{id}");
        assert!(example.score.why().is_some(), "{id} has figures that are understood");
        assert_eq!(*example.score, of_form(&set, &page, id), "{id}");
    }
    let all = builtin::load().unwrap().set;
    let program = begun();
    program.does([level("")]);
    let page = self::page(&program);
    for target in all.targets() {
        let example = page.example(&target.id).unwrap();
        assert!(example.score.points().is_some_and(|points| points.thousandths() > 0), "{}", target.id);
    }
}

#[test]
fn every_measure_and_rule_is_told_in_words() {
    let set = read_set(&every_kind());
    for (id, measure, points) in [
        (
            "toward",
            "Tỷ lệ % = “done” ÷ (“total” − “excluded”)",
            "Đạt mức thì được 10 điểm. Chưa đạt thì được phần tương ứng: đạt một nửa mức được một nửa số điểm.",
        ),
        (
            "money",
            "Tỷ lệ % = “đã chi” ÷ “dự toán”, tính bằng tiền",
            "Đạt mức thì được 10 điểm. Chưa đạt thì được phần tương ứng: đạt một nửa mức được một nửa số điểm.",
        ),
        ("share", "Tỷ lệ %", "3 điểm × tỷ lệ đạt được; 100% mới được đủ điểm.|Dưới 50% thì 0 điểm."),
        ("steps", "Tỷ lệ %", "Trên 90%: 2 điểm.|Từ 70%: 1 điểm.|Thấp hơn nữa: 0 điểm."),
        ("rank", "Thứ hạng", "Đạt được 1 điểm, chưa đạt thì 0 điểm; không có mức ở giữa."),
        ("yes", "Đã thực hiện", "Đạt được 1 điểm, chưa đạt thì 0 điểm; không có mức ở giữa."),
        ("each", "Số lượng", "Mỗi sáng kiến được 0,5 điểm, nhiều nhất 2 điểm."),
        (
            "items",
            "việc a; việc b",
            "10 điểm chia đều cho 2 việc; làm được việc nào thì được phần của việc ấy.",
        ),
        ("all", "việc a; việc b", "Làm đủ 2 việc được 1 điểm; thiếu một việc thì 0 điểm."),
        ("choice", "Mức được công nhận", "tốt: 100% của 3 điểm.|khá: 62,5% của 3 điểm."),
        ("given", "Điểm được thông báo", "Cơ quan khác chấm, từ 0 đến 10 điểm; đơn vị chỉ nhập lại."),
        ("less", "Số lượng", "Mỗi trường hợp trừ 0,5 điểm, trừ nhiều nhất 1,5 điểm."),
        ("more", "Số lượng", "Mỗi trường hợp cộng 0,5 điểm, cộng nhiều nhất 1,5 điểm."),
    ] {
        let one = set.target(id).unwrap();
        assert_eq!(measured_by(&one.measure, VI), measure, "{id}");
        assert_eq!(points_arise(one, VI).join("|"), points, "{id}");
    }
    let built_in = builtin::load().unwrap().set;
    for language in [Language::Vietnamese, Language::English] {
        for one in set.targets().chain(built_in.targets()) {
            let said =
                points_arise(one, Words(language)).concat() + &measured_by(&one.measure, Words(language));
            assert!(said.len() > 20 && !said.contains(['{', '}']), "{}: {said}", one.id);
        }
    }
}

#[test]
fn a_window_that_only_reads_the_document_plays_all_the_same() {
    let program = begun();
    let id = program.id();
    program.does([AppEvent::Window(WindowEvent::LockRefused(id))]);
    assert_eq!(program.read(|state| state.windows.lock.clone()), DocumentLock::Elsewhere);
    program.does([played("TT-3", "done", "410"), played("TT-3", "total", "850"), level("district")]);
    assert_eq!(points(&program, "TT-3"), "8.039", "48,235 % of 60");
}
