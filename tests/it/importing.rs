//! Files brought in, without a browser: what each choice does, that nothing is lost, and that it can be taken back.

use crate::support::{GOLDEN_ID, Program, changed, golden, named, sealed, with_the_golden_draft};
use formats::document_reader;
use formats::document_reader::DigestStatus;
use formats::file_kind::FileKind;
use formats::samples::Sample;
use scoring::target_set::TargetId;
use serde_json::json;
use tu_cham::document::event::DocumentEvent;
use tu_cham::document::orphaned_answers::OrphanedAnswer;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::pasting::event::PasteEvent;
use tu_cham::features::samples::event::SampleEvent;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::notice::{Notice, Refused};

#[test]
fn replacing_a_draft_that_is_not_open_opens_it_and_one_undo_leads_back() {
    let program = with_the_golden_draft();
    let before = program.content();
    let mine = program.assessment().document.id;
    program.effects.take();
    let newer = changed(|file| {
        file["document"]["revision"] = json!(20);
        file["answers"]["TT-3"]["figures"]["done"] = json!("420");
    });
    program.opens(&newer);
    assert!(program.stored(&mine).last().unwrap().1.contains("Vinh Thanh"), "what was open is saved");
    program.does([
        AppEvent::Import(ImportEvent::Chosen(ImportChoice::Replace)),
        AppEvent::Document(DocumentEvent::SaveDue),
    ]);
    assert_eq!(program.assessment().document.id, GOLDEN_ID);
    assert_eq!(program.figure("TT-3", "done"), "420");
    let after = program.content();
    assert_eq!(program.stored(GOLDEN_ID).last().unwrap().0, 21, "it counts on from the higher number");

    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.content(), before);
    let (revision, text) = program.stored(GOLDEN_ID).pop().unwrap();
    assert!(revision > 21);
    let back = document_reader::read(text.as_bytes()).unwrap().assessment;
    assert_eq!(back.answers["TT-3"].figure("done"), "410", "the draft has its own figures again");

    program
        .does([AppEvent::Document(DocumentEvent::RedoPressed), AppEvent::Document(DocumentEvent::SaveDue)]);
    assert_eq!(program.content(), after);
    program.does([
        AppEvent::Document(DocumentEvent::UndoPressed),
        AppEvent::Draft(DraftEvent::Chosen(GOLDEN_ID.to_owned())),
    ]);
    assert_eq!(program.figure("TT-3", "done"), "410");
}

#[test]
fn replacing_what_is_open_is_one_step_and_the_same_content_is_none() {
    let program = Program::new();
    program.imports(&golden(), ImportChoice::AsNew);
    let before = program.content();
    let steps = |program: &Program| program.read(|state| state.document.history.next_undo().cloned());
    let last = steps(&program);
    program.does([
        AppEvent::Draft(DraftEvent::NewPressed),
        AppEvent::Draft(DraftEvent::Chosen(GOLDEN_ID.to_owned())),
    ]);
    let opened = steps(&program);
    assert_ne!(opened, last);
    program.imports(&changed(|file| file["document"]["revision"] = json!(30)), ImportChoice::Replace);
    assert_eq!((program.content(), steps(&program)), (before.clone(), opened), "nothing to take back");
    assert_eq!(
        program.read(|state| state.frame.notice.clone()),
        Some(Notice::ImportedNothing("phiếu.json".to_owned()))
    );
    program.does([named("UBND xã Phú Thanh"), AppEvent::Document(DocumentEvent::SaveDue)]);
    assert_eq!(program.assessment().document.revision, 31);
    let mine = program.content();
    program.imports(&golden(), ImportChoice::Replace);
    assert_eq!(program.content(), before);
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.content(), mine);
}

#[test]
fn decomposed_letters_are_composed_after_the_digest_was_checked() {
    let file = changed(|file| {
        file["unit"]["name"] = json!("UBND xa\u{303} Phu\u{301} Ma\u{323}\u{302}u");
        file["answers"]["TC-2"]["note"] = json!("Phu\u{301}");
        file["answers"]["TT-2b"]["not_applicable"] = json!("Phu\u{301}");
        file["answers"]["TT-3"]["evidence"][0]["title"] = json!("Phu\u{301}");
        file["narrative"]["proposals"] = json!("Phu\u{301}");
    });
    let utf16: Vec<u8> =
        std::iter::once(0xFEFF).chain(sealed(&file).encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let program = Program::new();
    program.does([AppEvent::Import(ImportEvent::FileRead { name: "mac.json".to_owned(), bytes: utf16 })]);
    assert_eq!(program.preview().digest_status, DigestStatus::Intact);
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    let open = program.assessment();
    assert_eq!(open.unit.name, "UBND xã Phú Mậu");
    assert_eq!(open.answers["TC-2"].note, "Phú");
    assert_eq!(open.answers["TT-2b"].not_applicable.as_deref(), Some("Phú"));
    assert_eq!(open.answers["TT-3"].evidence[0].title, "Phú");
    assert_eq!(open.narrative.proposals, "Phú");
}

/// Where the golden file has keys that this version does not know, at every level of a file.
const UNKNOWN: [&str; 10] = [
    "/document/device",
    "/unit/code",
    "/period/closed",
    "/target_set/mirror",
    "/answers/TT-3/appraisal",
    "/answers/TT-5/weight",
    "/answers/TT-2a/evidence/0/pages",
    "/narrative/thanks",
    "/attachments",
    "/answers/TT-9",
];

#[test]
fn unknown_keys_of_every_level_survive_whatever_is_chosen() {
    let file = changed(|file| {
        file["answers"]["TT-9"] = json!({"figures": {"done": "1,5"}, "evidence": [{"number": "1", "date": "", "title": "",
            "place": "", "link": "", "x": [1]}], "y": {"z": null}});
    });
    let into_another = Program::new();
    into_another.does([named("UBND xã Vinh Thanh")]);
    for (program, choice) in [
        (Program::new(), ImportChoice::AsNew),
        (into_another, ImportChoice::Replace),
        (with_the_golden_draft(), ImportChoice::Replace),
        (with_the_golden_draft(), ImportChoice::AsNew),
    ] {
        program.imports(&file, choice);
        let back = program.exported();
        for pointer in UNKNOWN {
            assert_eq!(back.pointer(pointer), file.pointer(pointer), "{pointer}");
            assert!(back.pointer(pointer).is_some(), "{pointer}");
        }
    }
}

#[test]
fn answers_without_a_place_in_the_set_are_listed_kept_and_taken_out_on_word() {
    let file = changed(|file| {
        file["answers"]["TT-9"] = json!({"figures": {"done": "3", "total": "4"}, "note": "cũ"});
        file["answers"]["TT-3"]["figures"]["weight"] = json!("2");
        // At this level it only waits.
        file["answers"]["R-1"] = json!({"figures": {"value": "3"}});
        file["answers"]["TT-8"] = json!({"figures": {"done": ""}});
    });
    let program = Program::new();
    program.imports(&file, ImportChoice::AsNew);
    let listed = || {
        program.read(|state| {
            let entry = |entry: &OrphanedAnswer| {
                let fields: Vec<_> =
                    entry.figures.iter().map(|(field, text)| format!("{field}={text}")).collect();
                format!(
                    "{} {} {}",
                    entry.id,
                    fields.join(" "),
                    if entry.answer.is_some() { "whole" } else { "fields" }
                )
            };
            state.document.orphaned().iter().map(entry).collect::<Vec<_>>()
        })
    };
    assert_eq!(listed(), ["TT-3 weight=2 fields", "TT-9 done=3 total=4 whole"]);
    let before = program.content();
    program.does([AppEvent::Entry(EntryEvent::OrphanedAnswersRemoved(TargetId::new("TT-3")))]);
    assert_eq!(listed(), ["TT-9 done=3 total=4 whole"]);
    assert_eq!(program.figure("TT-3", "done"), "410", "what has a place stays");
    program.does([AppEvent::Entry(EntryEvent::OrphanedAnswersRemoved(TargetId::new("TT-9")))]);
    assert_eq!(listed(), [""; 0]);
    assert!(program.exported()["answers"].get("TT-9").is_none());
    program.does([
        AppEvent::Document(DocumentEvent::UndoPressed),
        AppEvent::Document(DocumentEvent::UndoPressed),
    ]);
    assert_eq!(program.content(), before);
    assert_eq!(listed().len(), 2);
    let back = program.exported();
    for pointer in ["/answers/TT-9", "/answers/TT-3/figures/weight", "/answers/R-1"] {
        assert_eq!(back.pointer(pointer), file.pointer(pointer), "{pointer}");
    }
}

fn file(name: &str, bytes: &[u8]) -> AppEvent {
    AppEvent::Import(ImportEvent::FileRead { name: name.to_owned(), bytes: bytes.to_vec() })
}

#[test]
fn what_is_none_of_our_files_is_refused_for_what_it_is() {
    for (bytes, kind) in [
        (&b"%PDF-1.7"[..], FileKind::Pdf),
        (b"\x89PNG\r\n", FileKind::Picture),
        (b"PK\x03\x04 a.json PK\x05\x06", FileKind::Zip),
        (b"{\\rtf1\\ansi}", FileKind::Word),
        (b"<table><tr><td>TT-3</td></tr></table>", FileKind::SheetAsPage),
        (b"M\xE3;X\nTT-3;410", FileKind::OldEncoding),
        (b"[InternetShortcut]\r\nURL=https://example.com/", FileKind::Shortcut),
        (b"Ngay;Viec\n1;hop\n2;nop", FileKind::Table),
    ] {
        let program = Program::new();
        let before = program.content();
        program.does([file("tệp", bytes)]);
        assert_eq!(
            program.read(|state| state.importing.refusal.clone()),
            Some(("tệp".to_owned(), Refused::Kind(kind)))
        );
        assert_eq!(program.content(), before);
    }
}

#[test]
fn files_dropped_together_are_refused_with_their_names() {
    let program = Program::new();
    let dropped = |names: &[&str]| {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        program.does([AppEvent::Import(ImportEvent::SeveralDropped(names))]);
        program.read(|state| state.importing.refusal.clone())
    };
    assert_eq!(dropped(&["a.json", "b.csv"]), Some(("a.json, b.csv".to_owned(), Refused::Several)));
    assert_eq!(dropped(&["a", "b", "c", "d"]), Some(("a, b, c, …".to_owned(), Refused::Several)));
}

#[test]
fn a_table_in_utf_16_is_opened_like_others() {
    let program = Program::new();
    let text = "\u{feff}Mã\tĐã làm\tTổng\r\nTT-3\t410\t850\r\n";
    program.does([file("số liệu.txt", &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>())]);
    assert!(program.read(|state| state.pasting.is_some()));
    program.does([AppEvent::Paste(PasteEvent::FileApplied)]);
    assert_eq!(program.figure("TT-3", "done"), "410");
}

#[test]
fn the_figures_of_a_table_file_are_shown_then_filled_in_as_one_step() {
    let program = Program::new();
    program.does([file("số liệu.csv", "Mã,Đã làm,Tổng\nTT-3,410,850\nTT-4a,98,104\n".as_bytes())]);
    assert_eq!(program.figure("TT-3", "done"), "", "it is shown first");
    assert!(program.read(|state| state.pasting.is_some()));
    let before = program.content();
    program.does([AppEvent::Paste(PasteEvent::FileApplied)]);
    let filled = |figure| program.figure("TT-3", figure);
    assert_eq!(
        (filled("done"), filled("total"), program.figure("TT-4a", "done")),
        ("410".into(), "850".into(), "98".into())
    );
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.content(), before);
}

#[test]
fn a_table_file_that_comes_while_a_sample_is_open_fills_the_users_own_document() {
    let program = Program::new();
    let id = program.id();
    program.does([
        AppEvent::Sample(SampleEvent::Opened(Sample::of_id("commune-2023-middling").unwrap())),
        file("số liệu.csv", "Mã,Đã làm,Tổng\nTT-3,7,9\nTT-4a,98,104\n".as_bytes()),
    ]);
    assert!(
        program.read(|state| state.pasting.is_some() && state.behind.is_some()),
        "the sample stays until it is said"
    );
    program.does([AppEvent::Paste(PasteEvent::FileApplied)]);
    assert!(program.read(|state| state.behind.is_none()));
    assert_eq!((program.id(), program.figure("TT-3", "done")), (id, "7".to_owned()));
}
