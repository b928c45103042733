//! Links in the running program without a browser: made, copied, opened, answered.
#![cfg(feature = "app")]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "a test")]

use std::cell::RefCell;
use std::rc::Rc;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec;
use tu_cham::app::{
    Action, Dialog, Effect, HeadingField, ImportChoice, LinkFault, Notice, Page, Ports, Refused, Sharing,
    State, Store, Stored,
};
use tu_cham::core::target_set::TargetId;
use tu_cham::exchange::{builtin, link};

const SITE: &str = "https://tu-cham.example/";

struct Program {
    store: Rc<Store>,
    effects: Rc<RefCell<Vec<Effect>>>,
}

impl Program {
    /// A program served from a place, or opened from disk.
    fn at(site: &str) -> Self {
        let effects = Rc::new(RefCell::new(Vec::new()));
        let performed = Rc::clone(&effects);
        let ports = Ports {
            now: || "2023-12-01T09:41:07+07:00".to_owned(),
            uuid: || "00000000-0000-4000-8000-000000000001".to_owned(),
            compose: str::to_owned,
            perform: Box::new(move |effect| performed.borrow_mut().push(effect)),
        };
        let mut state = State::new(Rc::new(builtin::load().unwrap()));
        site.clone_into(&mut state.site);
        let store = Store::new(state, ports);
        store.dispatch(Action::Started(Box::new(Stored { available: true, ..Stored::default() })));
        effects.take();
        Self { store, effects }
    }

    /// With a unit's name and two figures.
    fn begun(site: &str) -> Self {
        let program = Self::at(site);
        program.does(Action::HeadingTyped(HeadingField::Name, "UBND xã Phú Mậu".to_owned()));
        for (field, text) in [("done", "410"), ("total", "850")] {
            let target = TargetId::new("TT-3");
            program.does(Action::FigureTyped { target, field: field.to_owned(), text: text.to_owned() });
        }
        program.effects.take();
        program
    }

    /// Takes an action; gives what is to be done outside, but for focus.
    fn does(&self, action: Action) -> Vec<Effect> {
        self.store.dispatch(action);
        let effects = self.effects.take();
        effects.into_iter().filter(|effect| !matches!(effect, Effect::Cover | Effect::Uncover)).collect()
    }

    /// Asks for a link, compressing as the browser does.
    fn shares(&self) -> Sharing {
        let effects = self.does(Action::LinkPressed);
        for effect in effects {
            if let Effect::Compress(text) = effect {
                self.does(Action::LinkMade(Some(compress_to_vec(text.as_bytes(), 6))));
            }
        }
        self.sharing()
    }

    fn sharing(&self) -> Sharing {
        self.store.read(|state| match &state.dialog {
            Some(Dialog::Link(sharing)) => sharing.clone(),
            other => panic!("{other:?}"),
        })
    }

    /// Reaches an address, decompressing as the browser does; gives what is to be done after.
    fn reaches(&self, address: &str) -> Vec<Effect> {
        let mut after = Vec::new();
        for effect in self.does(Action::of_address(address.to_owned())) {
            match effect {
                Effect::Decompress(bytes) => after.extend(self.does(match decompress_to_vec(&bytes) {
                    Ok(bytes) => Action::LinkRead { name: "liên kết".to_owned(), bytes },
                    Err(_) => Action::LinkUnreadable,
                })),
                other => after.push(other),
            }
        }
        after
    }

    fn document(&self) -> tu_cham::core::assessment::Assessment {
        self.store.read(|state| state.assessment.clone())
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
    link::write(&compress_to_vec(text.as_bytes(), 6))
}

#[test]
fn a_link_opens_as_the_same_document_elsewhere() {
    let here = Program::begun(SITE);
    let link = link_of(here.shares());
    let address = link.strip_prefix(SITE).unwrap();

    let there = Program::at("");
    assert_eq!(there.reaches(address), []);
    let preview = there.store.read(|state| state.preview.clone()).unwrap();
    assert_eq!((preview.name.as_str(), &preview.assessment), ("liên kết", &here.document()));
    assert!(there.document().answers.is_empty());

    let effects = there.does(Action::ImportChosen(ImportChoice::AsNew));
    assert!(effects.contains(&Effect::LeaveAddress(Page::Entry)), "{effects:?}");
    let (here, there) = (here.document(), there.document());
    assert_eq!((there.unit, there.year, there.answers), (here.unit, here.year, here.answers));
}

#[test]
fn an_answer_leaves_the_address_once() {
    let address = linked(include_str!("golden/assessment-v1.json"));
    for (answer, opened) in [(ImportChoice::Cancel, false), (ImportChoice::Replace, true)] {
        let program = Program::begun(SITE);
        // What stands here is saved first; the address stays until there is an answer.
        assert!(!program.reaches(&address).contains(&Effect::LeaveAddress(Page::Entry)));
        let before = program.document();
        let effects = program.does(Action::ImportChosen(answer));
        assert_eq!(effects.last(), left().last());
        assert_eq!(program.document() != before, opened, "{answer:?}");
        // A file that is opened later is no link's business.
        let bytes = include_bytes!("golden/assessment-v1.json").to_vec();
        program.does(Action::FileRead { name: "tệp.json".to_owned(), bytes });
        assert_eq!(program.does(Action::ImportChosen(ImportChoice::Cancel)), []);
    }
}

#[test]
fn a_page_that_is_reached_while_the_preview_stands_keeps_its_address() {
    let program = Program::begun(SITE);
    program.reaches(&linked(include_str!("golden/assessment-v1.json")));
    program.reaches("#/huong-dan");
    assert_eq!(program.does(Action::ImportChosen(ImportChoice::Cancel)), []);
    assert_eq!(program.store.read(|state| state.page), Page::Guide);
}

#[test]
fn what_is_damaged_newer_or_foreign_is_refused_in_one_sentence_and_changes_nothing() {
    let golden = include_str!("golden/assessment-v1.json");
    let whole = linked(golden);
    for (address, fault) in [
        (whole.get(..whole.len() / 2).unwrap().to_owned(), LinkFault::Damaged),
        (whole.replacen("tc1.", "tc1.AAAA", 1), LinkFault::Damaged),
        (whole.replacen("tc1.", "tc2.", 1), LinkFault::Newer),
        (whole.replacen("tc1.", "xx1.", 1), LinkFault::Damaged),
        ("#/mo/".to_owned(), LinkFault::Damaged),
        ("#/mo/<img src=x onerror=alert(1)>".to_owned(), LinkFault::Damaged),
        (linked(""), LinkFault::Damaged),
        (linked("{}"), LinkFault::Damaged),
        (linked("\u{0}\u{1}"), LinkFault::Damaged),
        (linked(&"[".repeat(100_000)), LinkFault::Damaged),
        (linked(include_str!("../sets/196-ctr-ubnd.json")), LinkFault::Damaged),
        (linked(&golden.replacen("\"version\": 1", "\"version\": 2", 1)), LinkFault::Newer),
    ] {
        let program = Program::begun(SITE);
        let before = program.document();
        assert_eq!(program.reaches(&address), left(), "{address}");
        let refusal = program.store.read(|state| state.refusal.clone());
        assert_eq!(refusal, Some((String::new(), Refused::Link(fault))), "{address}");
        assert_eq!(program.store.read(|state| state.preview.clone()), None);
        assert_eq!(program.document(), before);
    }
}

#[test]
fn from_disk_there_is_no_link_and_the_file_is_at_hand() {
    let program = Program::begun("");
    assert_eq!(program.shares(), Sharing::NoSite);
    let effects = program.does(Action::ExportPressed);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Download { .. })), "{effects:?}");
    // The notice can be read: nothing lies over it.
    assert_eq!(program.store.read(|state| state.dialog.clone()), None);
    assert!(program.store.read(|state| matches!(state.notice, Some(Notice::Exported(_)))));
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
        program.does(Action::NoteTyped(TargetId::new("TT-3"), digits(count)));
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
    assert_eq!(program.does(Action::LinkCopyPressed), [], "no link yet");
    program.shares();
    assert_eq!(program.does(Action::LinkCopyPressed), [Effect::Copy("link")]);
    for went in [true, false] {
        program.does(Action::LinkCopied(went));
        assert!(matches!(program.sharing(), Sharing::Ready { copied: Some(copied), .. } if copied == went));
    }
}

#[test]
fn a_browser_that_can_not_compress_is_said_and_a_dialog_that_was_closed_stays_closed() {
    let program = Program::begun(SITE);
    program.does(Action::LinkPressed);
    program.does(Action::LinkMade(None));
    assert_eq!(program.sharing(), Sharing::Failed);

    program.does(Action::LinkPressed);
    program.does(Action::DialogSet(None));
    program.does(Action::LinkMade(Some(vec![1, 2, 3])));
    assert_eq!(program.store.read(|state| state.dialog.clone()), None);
}
