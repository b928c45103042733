//! Copies of the application and what they carry, without a browser: actions in, state and effects out.

use crate::support::{GOLDEN, Program, draft, empty, fake_ports};
use formats::{digest, document_reader, shared_copy};
use scoring::target_set::TargetId;
use tu_cham::document::draft::Stored;
use tu_cham::document::fields::HeadingField;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::importing::preview::Source;
use tu_cham::shell::app_source::{Purpose, SourceText};
use tu_cham::shell::effect::{Effect, Preference};
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::notice::Notice;

const ID: &str = "6f1c2a4e-0000-4000-8000-000000000196";

impl Program {
    /// A program opened from a file that carries this text; `opened` is what was opened from such files before.
    fn carrying(stored: Stored, text: &str, opened: &str) -> Self {
        let program = Self::with(stored);
        program.does([AppEvent::Import(ImportEvent::EmbeddedFound {
            name: "bản kèm.html".to_owned(),
            text: text.to_owned(),
            opened: opened.to_owned(),
        })]);
        program
    }

    /// What is remembered as opened, if anything was.
    fn remembered(&self) -> Option<String> {
        self.asked(|effect| match effect {
            Effect::Remember(Preference::OpenedEmbedded, opened) => Some(opened),
            _ => None,
        })
    }

    fn previewed(&self) -> Option<Source> {
        self.read(|state| state.importing.preview.as_ref().map(|preview| preview.source))
    }

    fn unit(&self) -> String {
        self.read(|state| state.document.assessment().unit.name.clone())
    }
}

/// A computer that keeps these files, the first the last opened.
fn keeping(files: &[&str]) -> Stored {
    let drafts = files.iter().map(|text| {
        let document = document_reader::read(text.as_bytes()).unwrap().assessment.document;
        draft(&document.id, document.revision, &document.saved, text)
    });
    let drafts: Vec<_> = drafts.collect();
    Stored { last: drafts.first().map(|draft| draft.id.clone()), ..crate::support::keeping(drafts) }
}

/// Another document than the golden one.
fn other() -> String {
    let id = document_reader::read(GOLDEN.as_bytes()).unwrap().assessment.document.id;
    GOLDEN.replace(&id, ID).replace("UBND xã Phú Mậu", "UBND xã khác")
}

#[test]
fn a_carried_document_is_shown_and_taken_only_when_chosen() {
    let program = Program::carrying(empty(), GOLDEN, "");
    assert_eq!(program.previewed(), Some(Source::EmbeddedDocument));
    assert_eq!(program.unit(), "");
    assert_eq!(program.remembered(), None);
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel))]);
    assert_eq!(program.remembered(), None, "it is asked again at the next opening");
    program.does([AppEvent::Import(ImportEvent::EmbeddedAsked)]);
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    assert_eq!(program.remembered(), Some(digest::of_bytes(GOLDEN.as_bytes())));
    assert_eq!(program.unit(), "UBND xã Phú Mậu");
}

#[test]
fn a_carried_document_that_was_opened_is_not_asked_again_and_stays_at_hand() {
    let program =
        Program::carrying(empty(), GOLDEN, &["aa ", &digest::of_bytes(GOLDEN.as_bytes()), " bb"].concat());
    assert_eq!(program.previewed(), None);
    assert_eq!(
        program.read(|state| state.importing.embedded.as_ref().map(|carried| carried.unit.clone())).unwrap(),
        "UBND xã Phú Mậu"
    );
    program.does([AppEvent::Import(ImportEvent::EmbeddedAsked)]);
    assert_eq!(program.previewed(), Some(Source::EmbeddedDocument));
}

#[test]
fn the_draft_that_holds_or_goes_on_from_what_is_carried_is_opened_and_another_is_not() {
    let (other, saved_later) = (other(), GOLDEN.replace("\"revision\": 12", "\"revision\": 13"));
    let changed = GOLDEN.replace("\"410\"", "\"411\"");
    let known = digest::of_bytes(GOLDEN.as_bytes());
    for (draft, opened, unit, notice, previewed) in [
        // The same content, saved once more or not: nothing to ask.
        (GOLDEN, "", "UBND xã Phú Mậu", Some(Notice::EmbeddedIsDraft("UBND xã Phú Mậu".to_owned())), false),
        (
            &saved_later,
            "",
            "UBND xã Phú Mậu",
            Some(Notice::EmbeddedIsDraft("UBND xã Phú Mậu".to_owned())),
            false,
        ),
        // Other content: asked, unless it was opened here before.
        (&changed, "", "UBND xã khác", None, true),
        (
            &changed,
            &known,
            "UBND xã Phú Mậu",
            Some(Notice::EmbeddedWasOpened("UBND xã Phú Mậu".to_owned())),
            false,
        ),
    ] {
        let program = Program::carrying(keeping(&[&other, draft]), GOLDEN, opened);
        assert_eq!(program.unit(), unit);
        assert_eq!(program.notice(), notice);
        assert_eq!(program.previewed().is_some(), previewed);
        assert!(program.read(|state| state.importing.embedded.is_some()));
        assert!(
            program.read(|state| state.document.history.next_undo().is_none()),
            "the page has just been opened"
        );
    }
}

#[test]
fn where_nothing_is_kept_or_all_was_removed_what_is_carried_is_asked_anew() {
    let program = Program::carrying(Stored::default(), GOLDEN, "");
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    assert_eq!(program.remembered(), None);

    let program = Program::carrying(empty(), GOLDEN, "");
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    program.remembered().unwrap();
    program.does([AppEvent::Draft(DraftEvent::AllRemoved)]);
    assert_eq!(program.remembered(), Some(String::new()));
}

#[test]
fn so_many_opened_documents_are_remembered_and_no_more() {
    let opened = (0..40).map(|n| format!("{n:064}")).collect::<Vec<_>>().join(" ");
    let program = Program::carrying(empty(), GOLDEN, &opened);
    program.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    let remembered = program.remembered().unwrap();
    assert_eq!(remembered.split(' ').count(), 20);
    assert!(remembered.starts_with(&digest::of_bytes(GOLDEN.as_bytes())));
}

/// A page as small as can be, with the checksum that belongs to it.
fn page() -> String {
    let page = |sha256: &str| {
        let parts = format!("<script id=\"tu-cham-parts\">{{\"sha256\":\"{sha256}\",\"texts\":[]}}</script>");
        [
            "<!DOCTYPE html>",
            &parts,
            "<script id=\"tu-cham-set\"></script><script id=\"tu-cham-data\"></script>",
        ]
        .concat()
    };
    page(&digest::of_bytes(page("").as_bytes()))
}

#[test]
fn a_copy_holds_the_document_and_counts_as_exported() {
    let program = Program::with(keeping(&[GOLDEN]));
    program.effects.take();
    fake_ports::restart();
    program.does([AppEvent::Export(ExportEvent::CopyPressed)]);
    assert_eq!(program.effects.take(), [Effect::ReadAppSource(Purpose::Copy)]);
    program.does([AppEvent::Export(ExportEvent::SourceRead(Purpose::Copy, SourceText::Found(page())))]);
    let (name, text) = program.download().unwrap();
    assert_eq!(name, "UBND xã Phú Mậu - 2023 - 2023-12-02 08.00.01.html");
    assert_eq!(shared_copy::empty(&text), Some(page()));
    let carried = document_reader::read(text.as_bytes()).unwrap().assessment;
    assert_eq!(carried, program.assessment());
    let counts = || program.read(|state| state.exporting.exported.clone());
    assert_eq!(counts(), "");
    program.does([AppEvent::Export(ExportEvent::Confirmed)]);
    assert_eq!(counts(), "2023-12-02T08:00:01+07:00");
}

#[test]
fn a_form_holds_the_heading_alone() {
    let program = Program::with(keeping(&[GOLDEN]));
    program.does([AppEvent::Entry(EntryEvent::HeadingTyped(
        HeadingField::PreparedBy,
        "Nguyễn Văn A".to_owned(),
    ))]);
    program.does([AppEvent::Entry(EntryEvent::HeadingTyped(HeadingField::AsOf, "2023-12-01".to_owned()))]);
    program.does([AppEvent::Entry(EntryEvent::NoteTyped(TargetId::new("TT-3"), "ghi chú".to_owned()))]);
    program.does([AppEvent::Export(ExportEvent::SourceRead(Purpose::Form, SourceText::Found(page())))]);
    let (_, text) = program.download().unwrap();
    let form = document_reader::read(text.as_bytes()).unwrap().assessment;
    assert_eq!(
        (form.unit.name.as_str(), form.unit.level.as_str(), form.year),
        ("UBND xã Phú Mậu", "commune", 2023)
    );
    assert_eq!(form.document, scoring::assessment::DocumentInfo::default());
    assert_eq!((form.unit.prepared_by.as_str(), form.period.as_of.as_str()), ("", ""));
    assert!(form.answers.is_empty() && form.rest.is_empty());
    assert!(!text.contains("ghi chú") && !text.contains("Nguyễn Văn A"));
    assert_eq!(
        program.read(|state| state.exporting.exported.clone()),
        "",
        "a form is no copy of the figures"
    );

    let opened = Program::carrying(keeping(&[GOLDEN]), shared_copy::read(&text).unwrap().data, "");
    assert!(opened.read(|state| state.importing.preview.as_ref().is_some_and(|preview| preview.is_form())));
    fake_ports::restart();
    opened.does([AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew))]);
    assert_eq!(opened.id(), "00000000-0000-4000-8000-000000000001");
}

#[test]
fn nothing_is_handed_over_when_the_own_text_is_not_the_published_one() {
    for (text, notice) in [
        (SourceText::Found(page().replace("<!DOCTYPE", "<!doctype")), Notice::CopyRefused),
        (SourceText::Lost, Notice::CopyRefused),
        (SourceText::Unreachable, Notice::CopyUnreachable),
    ] {
        let program = Program::with(keeping(&[GOLDEN]));
        program.does([AppEvent::Export(ExportEvent::SourceRead(Purpose::Copy, text))]);
        assert_eq!(program.download(), None);
        assert_eq!(
            program.read(|state| (state.frame.notice.clone(), state.exporting.exported.clone())),
            (Some(notice), String::new())
        );
    }
}
