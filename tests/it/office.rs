//! Word and Excel as the program asks for them: what it hands to their module, and what it does with the answer.

use crate::support::{Program, golden};
use formats::document_reader;
use formats::workbook::{RefusedCell, WorkbookFault};
use serde_json::{Value, json};
use tu_cham::document::event::DocumentEvent;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::notice::{Notice, Refused};
use tu_cham::shell::office::{OfficeEvent, OfficeFile, OfficeTask, OfficeTrouble, OfficeWork};

const PACKAGE: &[u8] = b"PK\x03\x04 xl/workbook.xml";

fn opened() -> Program {
    let program = Program::new();
    program.imports(&golden(), ImportChoice::AsNew);
    program.effects.take();
    program
}

/// What the module was asked for last.
fn task(program: &Program) -> OfficeTask {
    let asked = program.effects.take().into_iter().filter_map(|effect| match effect {
        Effect::Office(task) => Some(*task),
        _ => None,
    });
    asked.last().unwrap()
}

fn chosen(name: &str, bytes: &[u8]) -> AppEvent {
    AppEvent::Import(ImportEvent::FileRead { name: name.to_owned(), bytes: bytes.to_vec() })
}

fn said(said: &Value) -> AppEvent {
    AppEvent::Import(ImportEvent::WorkbookRead {
        name: "mẫu.xlsx".to_owned(),
        said: said.to_string().into_bytes(),
    })
}

fn refusal(program: &Program) -> Option<Refused> {
    program.read(|state| state.importing.refusal.clone().map(|(_, why)| why))
}

#[test]
fn each_file_is_asked_for_by_its_name_with_the_document_as_it_is() {
    for (file, word, begins, ends) in [
        (OfficeFile::Word, "word", "UBND xã Phú Mậu - 2023 - ", ".docx"),
        (OfficeFile::Excel, "excel", "UBND xã Phú Mậu - 2023 - ", ".xlsx"),
        (OfficeFile::Template, "template", "Mẫu số liệu - UBND xã Phú Mậu - 2023 - ", ".xlsx"),
    ] {
        let program = opened();
        let before = program.assessment();
        program.does([AppEvent::Export(ExportEvent::OfficePressed(file))]);
        let task = task(&program);
        assert_eq!((task.what.as_str(), &*task.set), (word, ""));
        assert!(task.name.starts_with(begins) && task.name.ends_with(ends), "{}", task.name);
        let mut handed = before.clone();
        handed.answers.retain(|_, answer| !answer.is_blank());
        assert_eq!(document_reader::read_text(&task.document).unwrap().assessment, handed);
        assert_eq!(program.assessment(), before, "handing it over changes nothing");
    }
}

#[test]
fn what_was_made_is_handed_over_and_said() {
    let program = opened();
    let made = OfficeEvent::Made { name: "a.docx".to_owned(), bytes: PACKAGE.to_vec() };
    program.does([AppEvent::Office(made)]);
    let handed = Effect::HandOver { name: "a.docx".to_owned(), bytes: PACKAGE.to_vec() };
    assert!(program.effects.take().contains(&handed));
    assert_eq!(program.notice(), Some(Notice::PaperExported("a.docx".to_owned())));
}

#[test]
fn waiting_is_said_until_something_came_of_it() {
    let program = opened();
    let awaited = |program: &Program| program.read(|state| state.exporting.office_awaited);
    for answer in [
        OfficeEvent::Made { name: "a.docx".to_owned(), bytes: Vec::new() },
        OfficeEvent::Failed(OfficeTrouble::Missing),
        OfficeEvent::Failed(OfficeTrouble::Broken),
    ] {
        program.does([AppEvent::Office(OfficeEvent::Awaited)]);
        assert!(awaited(&program));
        program.does([AppEvent::Office(answer)]);
        assert!(!awaited(&program));
    }
    assert_eq!(program.notice(), Some(Notice::Office(OfficeTrouble::Broken)));
}

#[test]
fn a_workbook_is_known_by_its_bytes_and_given_to_the_module() {
    let program = opened();
    program.does([chosen("mẫu.json", PACKAGE)]);
    assert_eq!(task(&program).what, OfficeWork::Read(PACKAGE.to_vec()));
    program.does([chosen("cũ.xlsx", b"\xd0\xcf\x11\xe0")]);
    assert_eq!(refusal(&program), Some(Refused::Workbook(WorkbookFault::OldOrLocked)));
    assert!(!program.effects.take().iter().any(|effect| matches!(effect, Effect::Office(_))));
}

#[test]
fn a_filled_template_goes_through_the_preview_with_the_cells_that_were_refused() {
    let program = opened();
    let mut document = golden();
    document["document"] = json!({"device": "văn thư"});
    document["answers"]["TT-3"]["figures"]["done"] = json!("420");
    document.as_object_mut().unwrap().remove("digest");
    let cell = json!({"cell": "Số liệu!E14", "problem": "negative", "text": "-1"});
    program.does([said(&json!({"document": document, "refused": [cell]}))]);
    let preview = program.preview();
    let refused =
        RefusedCell { cell: "Số liệu!E14".into(), problem: "negative".into(), text: "-1".into() };
    assert_eq!(preview.refused, [refused]);
    assert_eq!(preview.differences.len(), 1, "{:?}", preview.differences);
    assert_eq!(preview.replaced.same_document, None, "a filling is no later state of the document");
    assert_eq!(program.figure("TT-3", "done"), "410", "nothing is changed yet");
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::Replace))]);
    assert_eq!(program.figure("TT-3", "done"), "420");
    program.does([AppEvent::Document(DocumentEvent::UndoPressed)]);
    assert_eq!(program.figure("TT-3", "done"), "410");
}

#[test]
fn a_workbook_of_which_nothing_can_be_taken_is_refused_and_changes_nothing() {
    let program = opened();
    let before = program.content();
    for (answer, fault) in [
        (json!({"fault": "workbook-not-template"}), WorkbookFault::NotTemplate),
        (json!({"fault": "no such fault"}), WorkbookFault::Damaged),
        (json!([]), WorkbookFault::Damaged),
    ] {
        program.does([said(&answer)]);
        assert_eq!(refusal(&program), Some(Refused::Workbook(fault)));
    }
    program.does([said(&json!({"document": {}}))]);
    assert_eq!(refusal(&program), Some(Refused::Content(document_reader::Refusal::NotOurs)));
    assert_eq!(program.content(), before);
}
