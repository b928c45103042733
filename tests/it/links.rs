//! Links in the running program without a browser: made, copied, opened, answered.

use crate::support::{GOLDEN, Program, empty, fake_ports, file_read, named, typed};
use formats::document_reader;
use formats::share_link;
use formats::share_link::ShareLinkFault;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec;
use scoring::target_set::TargetId;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::event::ImportEvent;
use tu_cham::features::sharing::event::ShareEvent;
use tu_cham::features::sharing::state::Sharing;
use tu_cham::shell::dialog::Dialog;
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::frame::event::FrameEvent;
use tu_cham::shell::notice::{Notice, Refused};
use tu_cham::shell::page::Page;

const SITE: &str = "https://tu-cham.example/";

impl Program {
    /// A program served from a place, or opened from disk.
    fn at(site: &str) -> Self {
        let program = Self::prepared(empty(), |state| site.clone_into(&mut state.frame.site));
        program.effects.take();
        program
    }

    /// With a unit's name and two figures, the same to the letter each time: a link is as long as what it carries.
    fn begun(site: &str) -> Self {
        fake_ports::restart();
        let program = Self::at(site);
        program.does([named("UBND xã Phú Mậu"), typed("TT-3", "done", "410"), typed("TT-3", "total", "850")]);
        program.effects.take();
        program
    }

    /// Takes an action; gives what is to be done outside, but for focus.
    fn after(&self, action: AppEvent) -> Vec<Effect> {
        self.does([action]);
        let effects = self.effects.take();
        effects
            .into_iter()
            .filter(|effect| !matches!(effect, Effect::ModalOpened | Effect::ModalClosed))
            .collect()
    }

    /// Asks for a link, compressing as the browser does.
    fn shares(&self) -> Sharing {
        let effects = self.after(AppEvent::Share(ShareEvent::Pressed));
        for effect in effects {
            if let Effect::Compress(text) = effect {
                self.after(AppEvent::Share(ShareEvent::Made(Some(compress_to_vec(text.as_bytes(), 6)))));
            }
        }
        self.sharing()
    }

    fn sharing(&self) -> Sharing {
        self.read(|state| match &state.frame.dialog {
            Some(Dialog::Link(sharing)) => sharing.clone(),
            other => panic!("{other:?}"),
        })
    }

    /// Reaches an address, decompressing as the browser does; gives what is to be done after.
    fn reaches(&self, address: &str) -> Vec<Effect> {
        let mut after = Vec::new();
        for effect in self.after(AppEvent::of_address(address.to_owned())) {
            match effect {
                Effect::Decompress(bytes) => after.extend(self.after(match decompress_to_vec(&bytes) {
                    Ok(bytes) => AppEvent::Share(ShareEvent::Read { name: "liên kết".to_owned(), bytes }),
                    Err(_) => AppEvent::Share(ShareEvent::Unreadable),
                })),
                other => after.push(other),
            }
        }
        after
    }
}

fn link_of(sharing: Sharing) -> String {
    match sharing {
        Sharing::Ready { link, .. } => link.to_string(),
        other => panic!("{other:?}"),
    }
}

fn left() -> Vec<Effect> {
    vec![Effect::LeaveAddress(Page::Entry)]
}

/// The link of a file's text.
fn linked(text: &str) -> String {
    share_link::write(&compress_to_vec(text.as_bytes(), 6))
}

#[test]
fn a_link_opens_as_the_same_document_elsewhere() {
    let here = Program::begun(SITE);
    let link = link_of(here.shares());
    let address = link.strip_prefix(SITE).unwrap();

    let there = Program::at("");
    assert_eq!(there.reaches(address), []);
    let preview = there.read(|state| state.importing.preview.clone()).unwrap();
    assert_eq!((preview.name.as_str(), preview.document.assessment()), ("liên kết", &here.assessment()));
    assert!(there.assessment().answers.is_empty());

    let effects = there.after(AppEvent::Import(ImportEvent::Chosen(ImportChoice::AsNew)));
    assert!(effects.contains(&Effect::LeaveAddress(Page::Entry)), "{effects:?}");
    let (here, there) = (here.assessment(), there.assessment());
    assert_eq!((there.unit, there.year, there.answers), (here.unit, here.year, here.answers));
}

#[test]
fn an_answer_leaves_the_address_once() {
    let address = linked(GOLDEN);
    for (answer, opened) in [(ImportChoice::Cancel, false), (ImportChoice::Replace, true)] {
        let program = Program::begun(SITE);
        // What stands here is saved first; the address stays until there is an answer.
        assert!(!program.reaches(&address).contains(&Effect::LeaveAddress(Page::Entry)));
        let before = program.assessment();
        let effects = program.after(AppEvent::Import(ImportEvent::Chosen(answer)));
        assert_eq!(effects.last(), left().last());
        assert_eq!(program.assessment() != before, opened, "{answer:?}");
        // A file that is opened later is no link's business.
        program.after(file_read(GOLDEN));
        assert_eq!(program.after(AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel))), []);
    }
}

#[test]
fn a_page_that_is_reached_while_the_preview_stands_keeps_its_address() {
    let program = Program::begun(SITE);
    program.reaches(&linked(GOLDEN));
    program.reaches("#/huong-dan");
    assert_eq!(program.after(AppEvent::Import(ImportEvent::Chosen(ImportChoice::Cancel))), []);
    assert_eq!(program.read(|state| state.frame.page), Page::Guide);
}

#[test]
fn what_is_damaged_newer_or_foreign_is_refused_in_one_sentence_and_changes_nothing() {
    let whole = linked(GOLDEN);
    for (address, fault) in [
        (whole.get(..whole.len() / 2).unwrap().to_owned(), ShareLinkFault::Damaged),
        (whole.replacen("tc1.", "tc1.AAAA", 1), ShareLinkFault::Damaged),
        (whole.replacen("tc1.", "tc2.", 1), ShareLinkFault::Newer),
        (whole.replacen("tc1.", "xx1.", 1), ShareLinkFault::Damaged),
        ("#/mo/".to_owned(), ShareLinkFault::Damaged),
        ("#/mo/<img src=x onerror=alert(1)>".to_owned(), ShareLinkFault::Damaged),
        (linked(""), ShareLinkFault::Damaged),
        (linked("{}"), ShareLinkFault::Damaged),
        (linked("\u{0}\u{1}"), ShareLinkFault::Damaged),
        (linked(&"[".repeat(100_000)), ShareLinkFault::Damaged),
        (linked(include_str!("../../sets/196-ctr-ubnd.json")), ShareLinkFault::Damaged),
        (linked(&GOLDEN.replacen("\"version\": 1", "\"version\": 2", 1)), ShareLinkFault::Newer),
    ] {
        let program = Program::begun(SITE);
        let before = program.assessment();
        assert_eq!(program.reaches(&address), left(), "{address}");
        let refusal = program.read(|state| state.importing.refusal.clone());
        assert_eq!(refusal, Some((String::new(), Refused::Link(fault))), "{address}");
        assert_eq!(program.read(|state| state.importing.preview.clone()), None);
        assert_eq!(program.assessment(), before);
    }
}

#[test]
fn from_disk_there_is_no_link_and_the_file_is_at_hand() {
    let program = Program::begun("");
    assert_eq!(program.shares(), Sharing::NoSite);
    let effects = program.after(AppEvent::Export(ExportEvent::JsonPressed));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Download { .. })), "{effects:?}");
    // The notice can be read: nothing lies over it.
    assert_eq!(program.read(|state| state.frame.dialog.clone()), None);
    assert!(matches!(program.notice(), Some(Notice::Exported(_))));
}

#[test]
fn what_is_exported_can_be_opened_again_or_is_refused_before() {
    for (letters, fits) in [(4_900_000, true), (5_000_000, false)] {
        let program = Program::begun("");
        let note = "a".repeat(letters);
        program.after(AppEvent::Entry(EntryEvent::NoteTyped(TargetId::new("TT-3"), note)));
        let pressed = [ExportEvent::JsonPressed, ExportEvent::AllPressed];
        for effects in pressed.map(|pressed| program.after(AppEvent::Export(pressed))) {
            let files: Vec<_> = effects
                .iter()
                .filter_map(|effect| match effect {
                    Effect::Download { text, .. } => Some(document_reader::read(text.as_bytes()).is_ok()),
                    _ => None,
                })
                .collect();
            assert_eq!(files, if fits { vec![true] } else { Vec::new() });
            assert_eq!(program.notice() == Some(Notice::ExportTooBig), !fits);
        }
    }
}

#[test]
fn a_document_can_be_too_long_for_a_code_or_for_a_link() {
    // Digits in no order can't be compressed below half.
    let digits = |count: usize| {
        let mut state = 1_u32;
        let next = |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'0' + u8::try_from(state >> 24).unwrap() % 10)
        };
        (0..count).map(next).collect::<String>()
    };
    let sharing = |count| {
        let program = Program::begun(SITE);
        program.after(AppEvent::Entry(EntryEvent::NoteTyped(TargetId::new("TT-3"), digits(count))));
        program.shares()
    };
    assert!(matches!(sharing(0), Sharing::Ready { code: Some(_), .. }));
    assert!(matches!(sharing(3_500), Sharing::Ready { code: None, .. }));
    assert!(matches!(sharing(6_000), Sharing::TooLong(characters) if characters > 4_000));
}

#[test]
fn the_longest_link_is_counted_with_its_site() {
    let carried = link_of(Program::begun(SITE).shares()).len() - SITE.len();
    let site = |characters: usize| ["https://", &"a".repeat(characters - 8)].concat();
    assert_eq!(link_of(Program::begun(&site(4_000 - carried)).shares()).len(), 4_000);
    assert_eq!(Program::begun(&site(4_001 - carried)).shares(), Sharing::TooLong(4_001));
}

#[test]
fn copying_says_how_it_went() {
    let program = Program::begun(SITE);
    assert_eq!(program.after(AppEvent::Share(ShareEvent::CopyPressed)), [], "no link yet");
    program.shares();
    assert_eq!(program.after(AppEvent::Share(ShareEvent::CopyPressed)), [Effect::Copy("link")]);
    for went in [true, false] {
        program.after(AppEvent::Share(ShareEvent::Copied(went)));
        assert!(matches!(program.sharing(), Sharing::Ready { copied: Some(copied), .. } if copied == went));
    }
}

#[test]
fn a_browser_that_can_not_compress_is_said_and_a_dialog_that_was_closed_stays_closed() {
    let program = Program::begun(SITE);
    program.after(AppEvent::Share(ShareEvent::Pressed));
    program.after(AppEvent::Share(ShareEvent::Made(None)));
    assert_eq!(program.sharing(), Sharing::Failed);

    program.after(AppEvent::Share(ShareEvent::Pressed));
    program.after(AppEvent::Frame(FrameEvent::DialogSet(None)));
    program.after(AppEvent::Share(ShareEvent::Made(Some(vec![1, 2, 3]))));
    assert_eq!(program.read(|state| state.frame.dialog.clone()), None);
}
