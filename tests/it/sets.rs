//! Other target sets in the running program: opened from their files, kept with documents, missed and found again.

use serde_json::{Value, json};
use std::rc::Rc;
use tu_cham::document::event::DocumentEvent;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::importing::set_preview::{SetLikeness, SetPreview};
use tu_cham::features::reference::event::ReferenceEvent;
use tu_cham::features::samples::event::SampleEvent;
use tu_cham::features::sharing::event::ShareEvent;
use tu_cham::shell::frame::event::FrameEvent;

use crate::support::{Program, empty, keeping, named, typed};
use formats::document_reader;
use formats::document_reader::Refusal;
use formats::samples::Sample;
use formats::{set_file, shared_copy};
use i18n::sentences::{fault_line, syntax};
use i18n::{Key, Words};
use scoring::json_text::SyntaxFault;
use scoring::text::Language;
use tu_cham::document::draft::{Draft, Stored};
use tu_cham::document::sets::StoredSet;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::shell::dialog::{Cover, Dialog};
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::notice::{Notice, Refused};
use tu_cham::shell::page::Page;
use tu_cham::shell::state::State;

const ILLUSTRATION: &str = include_str!("../../sets/mau-minh-hoa-8-linh-vuc.json");
const OWN: &str = include_str!("../../sets/196-ctr-ubnd.json");

fn opens(program: &Program, text: &str) {
    program.does([AppEvent::Import(ImportEvent::FileRead {
        name: "bộ.json".to_owned(),
        bytes: text.as_bytes().to_vec(),
    })]);
}

fn set_id(program: &Program) -> String {
    program.read(|state| state.document.set().id.clone())
}

fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut set = serde_json::from_str(ILLUSTRATION).unwrap();
    change(&mut set);
    set.to_string()
}

/// A program with a document of 196 and, open, one of the illustration.
fn begun() -> Program {
    let program = Program::new();
    program.does([
        named("UBND xã Phú Mậu"),
        AppEvent::Entry(EntryEvent::YearChosen(2023)),
        typed("TT-3", "done", "410"),
    ]);
    program.save();
    opens(&program, ILLUSTRATION);
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    program.does([named("Xã tập dùng"), typed("MH1.1.1", "done", "9"), typed("MH1.1.1", "total", "10")]);
    program
}

#[test]
fn a_set_is_shown_before_anything_is_begun_with_it() {
    let program = Program::new();
    program.does([typed("TT-3", "done", "410")]);
    let before = program.content();
    opens(&program, ILLUSTRATION);
    let found = program.read(|state| state.importing.set_preview.clone()).unwrap();
    assert_eq!((found.loaded.set.id.as_str(), found.known), ("mau-minh-hoa-8-linh-vuc", false));
    assert_eq!((program.content(), set_id(&program)), (before.clone(), "196-ctr-ubnd".to_owned()));
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel))]);
    assert_eq!((program.content(), set_id(&program)), (before, "196-ctr-ubnd".to_owned()));
    assert!(program.read(|state| state.importing.set_preview.is_none()));
    opens(&program, OWN);
    assert!(program.read(|state| state.importing.set_preview.clone()).unwrap().known);
}

#[test]
fn a_document_begun_with_it_is_scored_by_it_and_stored_with_it() {
    let program = begun();
    assert_eq!(set_id(&program), "mau-minh-hoa-8-linh-vuc");
    // Exactly 90% is not above 90%.
    assert_eq!(program.read(|state| state.document.card().totals.points.to_string()), "1.500");
    let loaded = set_file::read_text(ILLUSTRATION).unwrap();
    let effects = program.performed();
    let kept =
        effects.iter().find_map(|effect| if let Effect::KeepSet(set) = effect { Some(set) } else { None });
    assert_eq!(kept.unwrap(), &StoredSet::of(&loaded));
    let stored = program.save().pop().unwrap();
    assert_eq!(stored.set, StoredSet::of(&loaded));
    assert_eq!(program.assessment().target_set.sha256, loaded.sha256);
}

#[test]
fn a_document_is_stored_again_with_its_set_after_the_storage_was_deleted() {
    let program = begun();
    program.save();
    let loaded = set_file::read_text(ILLUSTRATION).unwrap();
    let stored = program.read(|state| state.drafts.entries.iter().map(Draft::clone).collect());
    let later = Program::with(Stored { sets: vec![ILLUSTRATION.to_owned()], ..keeping(stored) });
    later.effects.take();
    later.does([AppEvent::Document(DocumentEvent::StorageDeleted)]);
    let again = later.store_all();
    assert_eq!(again.len(), 2);
    assert!(again.iter().any(|draft| draft.set == StoredSet::of(&loaded)));
}

#[test]
fn documents_of_two_sets_stand_side_by_side_and_each_is_scored_by_its_own() {
    let program = begun();
    let foreign = program.id();
    program.save();
    let own = program
        .read(|state| state.drafts.entries.iter().find(|draft| draft.id != foreign).unwrap().id.clone());
    program.does([AppEvent::Draft(DraftEvent::Chosen(own))]);
    assert_eq!(
        (set_id(&program), program.figure("TT-3", "done")),
        ("196-ctr-ubnd".to_owned(), "410".to_owned())
    );
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.read(|state| state.document.card().totals.points.to_string()), "1.500");
    program.does([AppEvent::Draft(DraftEvent::NewPressed)]);
    assert_eq!(set_id(&program), "mau-minh-hoa-8-linh-vuc", "as the document that was open");
    let first = program.read(|state| state.sets.first().unwrap().sha256.clone());
    program.does([
        AppEvent::Frame(FrameEvent::DialogSet(Some(Dialog::Drafts))),
        AppEvent::Draft(DraftEvent::SetChosen(first)),
        AppEvent::Draft(DraftEvent::NewPressed),
    ]);
    assert_eq!(set_id(&program), "196-ctr-ubnd");
    program.does([AppEvent::Draft(DraftEvent::DuplicatePressed(foreign))]);
    assert_eq!((set_id(&program).as_str(), program.assessment().year), ("mau-minh-hoa-8-linh-vuc", 2025));
}

#[test]
fn samples_answer_their_own_set_whichever_one_is_open() {
    let program = begun();
    let before = program.content();
    program.does([AppEvent::Sample(SampleEvent::Opened(Sample::of_id("commune-2023-middling").unwrap()))]);
    assert_eq!(
        (set_id(&program), program.figure("TT-3", "done")),
        ("196-ctr-ubnd".to_owned(), "980".to_owned())
    );
    program.does([AppEvent::Sample(SampleEvent::Left)]);
    assert_eq!((program.content(), set_id(&program)), (before, "mau-minh-hoa-8-linh-vuc".to_owned()));
}

#[test]
fn what_is_chosen_or_opened_over_a_sample_is_the_users_own() {
    let illustration = set_file::read_text(ILLUSTRATION).unwrap();
    let over_sample = |actions: Vec<AppEvent>| {
        let program = Program::new();
        program.does([typed("TT-3", "done", "410")]);
        program
            .does([AppEvent::Sample(SampleEvent::Opened(Sample::of_id("commune-2023-middling").unwrap()))]);
        program.does(actions);
        let (is_sample, set) =
            program.read(|state| (state.behind.is_some(), state.document.set().id.clone()));
        assert!(!is_sample);
        program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
        assert_eq!(program.figure("TT-3", "done"), "410", "what was open is where it was");
        set
    };
    let texts = vec![ILLUSTRATION.to_owned()];
    let chosen = |sha256: &str| {
        let list = AppEvent::Frame(FrameEvent::DialogSet(Some(Dialog::Drafts)));
        vec![
            list,
            AppEvent::Import(ImportEvent::SetsRead(texts.clone())),
            AppEvent::Draft(DraftEvent::SetChosen(sha256.to_owned())),
            AppEvent::Draft(DraftEvent::NewPressed),
        ]
    };
    assert_eq!(over_sample(chosen(&illustration.sha256)), illustration.set.id);
    assert_eq!(over_sample(chosen("")), "196-ctr-ubnd");
    let bytes = ILLUSTRATION.as_bytes().to_vec();
    let opened = AppEvent::Import(ImportEvent::FileRead { name: "bộ.json".to_owned(), bytes });
    assert_eq!(
        over_sample(vec![opened, AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]),
        illustration.set.id
    );
}

#[test]
fn the_next_visit_finds_the_set_beside_the_draft_and_without_it_says_what_is_missing() {
    let program = begun();
    let id = program.id();
    let stored = program.save();
    let again = Program::with(Stored { sets: vec![ILLUSTRATION.to_owned()], ..keeping(stored.clone()) });
    assert_eq!(again.content(), program.content());

    // A set that is damaged is no set.
    for sets in [vec![], vec![changed(|set| set["areas"][0]["id"] = json!("other"))], vec!["{".to_owned()]] {
        let without = Program::with(Stored { sets, ..keeping(stored.clone()) });
        let missing = Notice::SetMissing("mau-minh-hoa-8-linh-vuc".to_owned(), "1".to_owned());
        assert_eq!(without.notice(), Some(missing.clone()));
        assert_eq!(set_id(&without), "196-ctr-ubnd");
        assert!(without.store_all().iter().all(|draft| draft.id != id), "the draft is left as it is");
        without.does([
            AppEvent::Frame(FrameEvent::NoticeDismissed),
            AppEvent::Draft(DraftEvent::Chosen(id.clone())),
        ]);
        assert_eq!(without.notice(), Some(missing));
        opens(&without, ILLUSTRATION);
        without.does([
            AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew)),
            AppEvent::Draft(DraftEvent::Chosen(id.clone())),
        ]);
        assert_eq!(without.content(), program.content());
    }
}

#[test]
fn what_was_written_in_haste_without_its_set_keeps_its_text() {
    let program = begun();
    let backup = program.save().pop().unwrap();
    let found = Program::with(Stored { backups: vec![backup.clone()], ..empty() });
    assert_eq!(found.store_all().pop().unwrap().text, backup.text);
}

#[test]
fn a_file_of_a_set_that_is_not_here_waits_for_the_set() {
    let program = begun();
    let (_, file) = program.export();
    let other = Program::new();
    opens(&other, &file);
    let before = other.id();
    for choice in [ImportChoice::AsNew, ImportChoice::Replace] {
        other.does([AppEvent::Import(ImportEvent::Chosen(choice))]);
        assert_eq!(other.id(), before);
        assert!(other.read(|state| state.importing.preview.is_some()));
    }
    let asked = other.asked(|effect| matches!(effect, Effect::ReadMoreSets).then_some(()));
    assert!(asked.is_some(), "it may lie in the page");
    other.does([AppEvent::Import(ImportEvent::SetsRead(vec![ILLUSTRATION.to_owned()]))]);
    assert!(other.preview().is_ready());
    other.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel))]);
    opens(&other, &file);
    other.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    assert_eq!(other.content(), program.content());
}

#[test]
fn what_answers_one_set_never_takes_the_place_of_what_answers_another() {
    let program = begun();
    let (_, file) = program.export();
    let own = program.read(|state| {
        state.drafts.entries.iter().find(|draft| draft.set.sha256.is_empty()).unwrap().id.clone()
    });
    program.does([AppEvent::Draft(DraftEvent::Chosen(own))]);
    let text = file.replace(&json!(crate::support::GOLDEN_ID).to_string(), "\"\"");
    let mut file: Value = serde_json::from_str(&text).unwrap();
    file["document"]["id"] = json!("");
    program.opens(&file);
    let before = program.content();
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::Replace))]);
    assert_eq!(program.content(), before);
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    assert_eq!(set_id(&program), "mau-minh-hoa-8-linh-vuc");
}

#[test]
fn a_faulty_set_is_refused_with_every_fault_and_nothing_changes() {
    let program = Program::new();
    let before = program.content();
    opens(
        &program,
        &changed(|set| {
            set["areas"][0]["criteria"][0]["targets"][0]["levels"][0] = json!("ward");
            set["bands"][4]["from"] = json!("1");
            set["areas"][7]["criteria"][0]["targets"][0]["goal"]["compare"] = json!("equals");
        }),
    );
    let Some((_, Refused::Set(Refusal::Faulty(faults)))) =
        program.read(|state| state.importing.refusal.clone())
    else {
        panic!("not refused by its faults")
    };
    let paths: Vec<_> = faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "bands",
            "areas[0].criteria[0].targets[0].levels[0]",
            "areas[7].criteria[0].targets[0].goal.compare"
        ]
    );
    assert_eq!(program.content(), before);
}

/// The set as authors write it, indented, with one text put in the place of another.
fn rewritten(from: &str, to: &str) -> String {
    assert!(ILLUSTRATION.contains(from), "{from}");
    ILLUSTRATION.replacen(from, to, 1)
}

/// The faults of a set's text on lines of their own, as they are copied.
fn told(text: &str, language: Language) -> Vec<String> {
    let Err(Refusal::Faulty(faults)) = set_file::read_text(text) else { panic!("not refused by its faults") };
    faults.iter().map(|fault| fault_line(fault, Words(language))).collect()
}

#[test]
fn a_fault_names_its_target_its_line_and_what_to_write() {
    let line_of = |text: &str, what: &str| text.lines().position(|line| line.contains(what)).unwrap() + 1;
    for (from, to, who, vi, en) in [
        (
            "\"max_points\": \"3\"",
            "\"max_points\": 3.5",
            "Chỉ tiêu MH1.1.1",
            "điểm tối đa phải viết trong ngoặc kép: \"3.5\"",
            "maximum must be in quotation marks: \"3.5\"",
        ),
        (
            "\"max_points\": \"3\"",
            "\"max_points\": \"3,5\"",
            "Chỉ tiêu MH1.1.1",
            "điểm tối đa phải dùng dấu chấm thập phân: \"3.5\"",
            "maximum must have a decimal point: \"3.5\"",
        ),
        (
            "\"kind\": \"ratio\"",
            "\"kind\": \"rato\"",
            "Chỉ tiêu MH1.1.1",
            "loại có “rato” là từ không dùng ở đây; có phải là “ratio”?",
            "kind has “rato”, which is not used here; do you mean “ratio”?",
        ),
        (
            "\"edition\": \"1\"",
            "\"edition\": 1",
            "Cả bộ chỉ tiêu",
            "ấn bản phải viết trong ngoặc kép: \"1\"",
            "edition must be in quotation marks: \"1\"",
        ),
        (
            "\"version\": 1",
            "\"version\": \"1\"",
            "Cả bộ chỉ tiêu",
            "phiên bản định dạng phải viết không có ngoặc kép: 1",
            "version of the format must be without quotation marks: 1",
        ),
    ] {
        let text = rewritten(from, to);
        let line = line_of(&text, to);
        assert_eq!(told(&text, Language::Vietnamese), [format!("{who}, dòng {line}: {vi}")]);
        assert!(told(&text, Language::English).concat().ends_with(&format!(", line {line}: {en}")), "{en}");
    }
}

#[test]
fn the_names_of_what_stands_in_a_set_are_the_same_in_both_languages() {
    let keys = |language| {
        let all = Words(language).get(Key::FaultKeys).split("; ");
        all.map(|entry| entry.split_once('=').unwrap().0).collect::<Vec<_>>()
    };
    assert_eq!(keys(Language::Vietnamese), keys(Language::English));
}

#[test]
fn every_fault_of_a_set_lies_over_the_page_and_can_be_copied() {
    let program = Program::new();
    opens(&program, &rewritten("\"edition\": \"1\"", "\"edition\": 1"));
    assert_eq!(program.read(State::cover), Some(Cover::SetFaults));
    program.does([AppEvent::Share(ShareEvent::CopyPressed)]);
    let copies = program.asked(|effect| if let Effect::Copy(field) = effect { Some(field) } else { None });
    assert_eq!(copies, Some("set-faults"));
    program.does([AppEvent::Share(ShareEvent::Copied(true))]);
    let Some(Dialog::SetFaults(shown)) = program.read(|state| state.frame.dialog.clone()) else {
        panic!("closed")
    };
    assert_eq!((shown.name.as_str(), shown.faults.len(), shown.copied), ("bộ.json", 1, Some(true)));
    // Over a sample as well.
    let program = Program::new();
    program.does([AppEvent::Sample(SampleEvent::Opened(Sample::of_id("commune-2023-middling").unwrap()))]);
    opens(&program, &rewritten("\"edition\": \"1\"", "\"edition\": 1"));
    assert_eq!(program.read(State::cover), Some(Cover::SetFaults));
}

#[test]
fn a_set_that_is_no_json_or_has_no_format_is_told_so() {
    let program = Program::new();
    let said = |text: &str| {
        opens(&program, text);
        match program.read(|state| state.importing.refusal.clone()) {
            Some((_, Refused::Content(refusal))) => refusal,
            other => panic!("{other:?}"),
        }
    };
    let Refusal::NotJson(error) = said(&rewritten("\"edition\": \"1\",", "\"edition\": \"1\",,")) else {
        panic!()
    };
    assert!(syntax(&error, Words(Language::Vietnamese)).unwrap().contains("thừa dấu phẩy"));
    let missing = Refusal::NoFormat("tu-cham/target-set");
    assert_eq!(said(&rewritten("\"format\": \"tu-cham/target-set\",", "")), missing);
    assert_eq!(said(&rewritten("tu-cham/target-set", "tu-cham/target set")), missing);
}

/// What is told of a set before it is used.
fn preview(program: &Program, text: &str) -> Rc<SetPreview> {
    opens(program, text);
    program.read(|state| state.importing.set_preview.clone()).unwrap()
}

#[test]
fn what_is_hardly_meant_is_told_and_does_not_refuse() {
    let warned = |text: &str| {
        let found = preview(&Program::new(), text);
        found.warnings.iter().map(|fault| fault_line(fault, Words(Language::Vietnamese))).collect::<Vec<_>>()
    };
    assert_eq!(warned(ILLUSTRATION), Vec::<String>::new());
    assert_eq!(warned(OWN), Vec::<String>::new());
    assert_eq!(warned(&changed(|set| set["x-ghi-chú"] = json!("của người soạn"))), Vec::<String>::new());
    assert_eq!(
        warned(&rewritten("\"not_applicable\"", "\"not_aplicable\"")),
        [
            "Cả bộ chỉ tiêu, dòng 21: “not_aplicable” không dùng ở đây nên bị bỏ qua; có phải là “not_applicable”?"
        ]
    );
    let of_target = warned(&rewritten("\"kind\": \"ratio\",", "\"kind\": \"ratio\", \"giá trị\": 1,"));
    assert_eq!(of_target.len(), 1);
    assert!(of_target.concat().starts_with("Chỉ tiêu MH1.1.1, dòng "), "{of_target:?}");
    assert!(of_target.concat().ends_with(": “giá trị” không dùng ở đây nên bị bỏ qua"), "{of_target:?}");
    // The first target's best step is at 3 points.
    assert_eq!(
        warned(&changed(|set| set["areas"][0]["criteria"][0]["targets"][0]["max_points"] = json!("4"))),
        ["Chỉ tiêu MH1.1.1, dòng 1: cách tính điểm không có bậc hay phương án nào đạt điểm tối đa"]
    );
    let unused = warned(&changed(|set| {
        set["levels"].as_array_mut().unwrap().push(json!({"id": "ward", "name": {"vi": "Cấp phường"}}));
    }));
    assert_eq!(unused, ["Cả bộ chỉ tiêu, dòng 1: cấp thứ 4 không có chỉ tiêu nào"]);
}

#[test]
fn a_set_goes_by_its_content_and_not_by_its_id_or_edition() {
    let program = begun();
    let likeness = |text: &str| {
        let found = preview(&program, text);
        (found.likeness.clone(), found.known)
    };
    let title = |set: &mut Value| set["title"] = json!({"vi": "Khác"});
    let own = |change: fn(&mut Value)| {
        let mut set: Value = serde_json::from_str(OWN).unwrap();
        change(&mut set);
        set.to_string()
    };
    let plain: Value = serde_json::from_str(OWN).unwrap();
    assert_eq!(likeness(&plain.to_string()), (SetLikeness::Clear, true), "the same, written otherwise");
    assert_eq!(likeness(&own(title)), (SetLikeness::BuiltInChanged, false));
    assert_eq!(likeness(&own(|set| set["edition"] = json!("9"))), (SetLikeness::BuiltInChanged, false));
    let other = likeness(&changed(title));
    assert_eq!(other, (SetLikeness::BuiltInChanged, false), "the second set of the product");
    assert_eq!(preview(&Program::new(), &changed(title)).likeness, SetLikeness::BuiltInChanged);
    assert_eq!(preview(&Program::new(), ILLUSTRATION).likeness, SetLikeness::Clear);
    let mine = changed(|set| set["id"] = json!("bo-cua-huyen"));
    assert_eq!(likeness(&mine), (SetLikeness::Clear, false));
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    assert_eq!(likeness(&mine), (SetLikeness::Clear, true));
    let later = |edition: &str| {
        changed(|set| {
            set["id"] = json!("bo-cua-huyen");
            set["edition"] = json!(edition);
            title(set);
        })
    };
    assert_eq!(likeness(&later("1")), (SetLikeness::SameEdition, false));
    assert_eq!(likeness(&later("2")), (SetLikeness::OtherEdition("1".to_owned()), false));
}

#[test]
fn figures_are_carried_over_to_another_edition_by_id() {
    let program = begun();
    program.does([typed("MH1.1.2", "value", "1")]);
    let (before, points) = (program.content(), "1.500");
    assert_eq!(program.read(|state| state.document.card().totals.points.to_string()), points);
    // Nothing to carry over: another set, and the same one.
    assert_eq!(preview(&program, OWN).carry_over, None);
    assert_eq!(preview(&program, ILLUSTRATION).carry_over, None);

    let next = changed(|set| {
        set["edition"] = json!("2");
        set["years"] = json!([2024]);
        let target = &mut set["areas"][0]["criteria"][0]["targets"][0];
        target["max_points"] = json!("6");
        target["rule"]["steps"] = json!([{"from": "90", "points": "6"}]);
        let targets = set["areas"][0]["criteria"][0]["targets"].as_array_mut().unwrap();
        targets[1]["id"] = json!("MH-moi");
    });
    let found = preview(&program, &next);
    let carried = found.carry_over.clone().unwrap();
    let sums = [&carried.before, &carried.after].map(|document| document.card().totals.points.to_string());
    assert_eq!(sums, [points, "6.000"]);
    let ids: Vec<_> = carried.changed.iter().map(|target| target.id.to_string()).collect();
    assert!(ids.contains(&"MH1.1.1".to_owned()) && ids.contains(&"MH-moi".to_owned()), "{ids:?}");
    assert_eq!(carried.after.assessment().year, 2024, "the edition has no 2025");
    assert_eq!(carried.orphaned.len(), 1, "{:?}", carried.orphaned);

    let old = program.id();
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::CarryOver))]);
    assert_ne!(program.id(), old);
    assert_eq!(program.read(|state| state.document.set().edition.clone()), "2");
    assert_eq!(program.assessment().target_set.sha256, found.loaded.sha256);
    assert_eq!(program.figure("MH1.1.1", "done"), "9");
    assert_eq!(program.read(|state| state.document.card().totals.points.to_string()), "6.000");
    assert_eq!(program.assessment().unit.name, "Xã tập dùng");
    // What it was made of stays as it is.
    program.does([AppEvent::Draft(DraftEvent::Chosen(old))]);
    assert_eq!(program.content(), before);
}

#[test]
fn the_open_set_is_handed_over_as_it_was_written() {
    for (program, name, text) in [
        (Program::new(), "196-ctr-ubnd - 1.json", OWN),
        (begun(), "mau-minh-hoa-8-linh-vuc - 1.json", ILLUSTRATION),
    ] {
        program.does([
            AppEvent::Frame(FrameEvent::PageReached(Page::Reference, None)),
            AppEvent::Reference(ReferenceEvent::DownloadPressed),
        ]);
        let files = program.asked(|effect| {
            if let Effect::Download { name, text } = effect { Some((name, text)) } else { None }
        });
        assert_eq!(files, Some((name.to_owned(), text.to_owned())));
        assert!(preview(&program, text).known);
    }
}

#[test]
fn in_a_page_the_lines_of_the_whole_file_are_told() {
    let page = |data: &str| format!("<p>\n<script id=\"tu-cham-data\">\n{data}\n</script>");
    let told = |data: &str| {
        let bytes = page(data).into_bytes();
        document_reader::explained(document_reader::read(&bytes).unwrap_err(), &bytes)
    };
    let Refusal::NotJson(error) = told("{\n\"a\": [1}") else { panic!() };
    assert_eq!((error.line, error.syntax), (4, Some(SyntaxFault::Unclosed('[', 4))));
    let file = "{\"format\": \"tu-cham/assessment\", \"version\": 1,\n\"year\": \"x\"}";
    let Refusal::Faulty(faults) = told(file) else { panic!() };
    let year = faults.iter().find(|fault| fault.path == "year").unwrap();
    assert_eq!(year.line, Some(4));
}

#[test]
fn hostile_sets_are_refused_before_they_are_looked_into() {
    let target = |set: &Value| set["areas"][0]["criteria"][0]["targets"][0].clone();
    let many = |count: usize, value: Value| Value::Array(vec![value; count]);
    let rows: [(String, &str); 6] = [
        (changed(|set| set["years"] = (1..=41).collect()), "years"),
        (changed(|set| set["levels"] = many(21, set["levels"][0].clone())), "levels"),
        (
            changed(|set| {
                let targets = many(501, target(set));
                set["areas"][0]["criteria"][0]["targets"] = targets;
            }),
            "areas[0].criteria[0].targets",
        ),
        (changed(|set| set["areas"] = many(61, set["areas"][0].clone())), "areas"),
        (changed(|set| set["title"]["vi"] = json!("a".repeat(1_000_001))), "too big"),
        (changed(|set| set["later"] = many(120_001, json!(0))), "too big"),
    ];
    let program = Program::new();
    for (text, expected) in rows {
        opens(&program, &text);
        let refusal = program.read(|state| state.importing.refusal.clone());
        match refusal {
            Some((_, Refused::Set(Refusal::Faulty(faults)))) => {
                assert_eq!(faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), [expected]);
            }
            Some((_, Refused::Set(Refusal::TooBig) | Refused::Content(Refusal::TooBig))) => {
                assert_eq!(expected, "too big");
            }
            other => panic!("{expected}: {other:?}"),
        }
    }
    opens(&program, &changed(|set| set["version"] = json!(2)));
    assert!(matches!(
        program.read(|state| state.importing.refusal.clone()),
        Some((_, Refused::Set(Refusal::Newer(2))))
    ));
}

#[test]
fn a_set_goes_with_the_last_draft_that_was_made_with_it() {
    let program = begun();
    let id = program.id();
    program.save();
    program.does([AppEvent::Draft(DraftEvent::Removed(id.clone()))]);
    let drafts = program.read(|state| state.drafts.entries.iter().map(Draft::clone).collect::<Vec<_>>());
    let sets = vec![ILLUSTRATION.to_owned()];
    let dropped = |program: &Program| {
        program.asked(|effect| if let Effect::DropSets(all) = effect { Some(all) } else { None })
    };
    let next = Program::with(Stored { sets: sets.clone(), ..keeping(drafts.clone()) });
    assert_eq!(dropped(&next), Some(vec![set_file::read_text(ILLUSTRATION).unwrap().sha256]));

    // As long as another draft needs it, or one that can't be read may, it stays.
    let mut needed = drafts.clone();
    let mut copy = needed.iter().find(|draft| draft.id == id).unwrap().clone();
    copy.id = "another".to_owned();
    copy.text = copy.text.replace(&id, "another");
    copy.removed = None;
    needed.push(copy.clone());
    assert_eq!(dropped(&Program::with(Stored { sets: sets.clone(), ..keeping(needed) })), None);
    let mut unread = drafts;
    copy.text = "{".to_owned();
    unread.push(copy);
    assert_eq!(dropped(&Program::with(Stored { sets, ..keeping(unread) })), None);
}

#[test]
fn a_saved_copy_brings_its_set_along_unless_it_is_another_than_its_document_names() {
    let program = begun();
    let (_, file) = program.export();
    let page = "<script id=\"tu-cham-set\"></script><script id=\"tu-cham-data\"></script>";
    let other_set = changed(|set| set["edition"] = json!("2"));
    for (set, ready) in [(ILLUSTRATION, true), (other_set.as_str(), false), ("{", false), ("", false)] {
        let other = Program::new();
        opens(&other, &shared_copy::fill(page, set, &file).unwrap());
        assert_eq!(other.preview().is_ready(), ready);
        other.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
        if ready {
            assert_eq!(other.content(), program.content());
            let stored = other.store_all().pop().unwrap();
            assert_eq!(&*stored.set.text, ILLUSTRATION.trim(), "both go into the storage");
        } else {
            assert_eq!(set_id(&other), "196-ctr-ubnd");
        }
    }
}
