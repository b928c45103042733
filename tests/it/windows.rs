//! Two windows on one document: whatever the order of typing, saving and taking over, no word is lost.

use std::collections::VecDeque;
use tu_cham::document::event::DocumentEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::windows::event::WindowEvent;

use crate::support::{Program, Storage, draft_of, fake_ports, keeping};
use proptest::prelude::*;
use scoring::target_set::TargetId;
use tu_cham::document::saving::Saving;
use tu_cham::document::versions::KeptVersion;
use tu_cham::features::windows::state::DocumentLock;
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::notice::Notice;
use tu_cham::shell::state::State;

/// A window: the program, doing nothing outside until it is its turn.
impl Program {
    fn note(&self) -> String {
        self.read(|state| state.document.answer("TT-3").map(|answer| answer.note.clone()).unwrap_or_default())
    }

    /// Types a word after what stands in the note. Whether the page took it.
    fn types(&self, word: u32) -> bool {
        let text = [&self.note(), " ", &word.to_string()].concat();
        self.does([AppEvent::Entry(EntryEvent::NoteTyped(TargetId::new("TT-3"), text.clone()))]);
        self.note() == text
    }
}

/// The computer: its storage, who holds the document, and the two windows.
struct Computer {
    windows: Vec<Program>,
    storage: Storage,
    kept: Vec<KeptVersion>,
    /// Whether the browser can tell who holds the document.
    locks: bool,
    holder: Option<usize>,
    waiting: VecDeque<usize>,
}

impl Computer {
    fn new(locks: bool) -> Self {
        // The document that both windows will open.
        let first = Program::new();
        first.types(0);
        let drafts = first.save();
        let windows = vec![Program::with(keeping(drafts.clone())), Program::with(keeping(drafts.clone()))];
        let storage = Storage::of(&keeping(drafts));
        Self { windows, storage, kept: Vec::new(), locks, holder: None, waiting: VecDeque::new() }
    }

    fn tells(&self, window: usize, action: AppEvent) {
        self.windows[window].does([action]);
    }

    /// Does the next thing that a window asked for; whether there was one.
    fn step(&mut self, window: usize) -> bool {
        let Some(effect) = self.windows[window].next_effect() else { return false };
        let other = 1 - window;
        match effect {
            Effect::SaveDraft(draft) => {
                let answer = self.storage.put(&draft);
                if let AppEvent::Document(DocumentEvent::Saved { id, .. }) = &answer {
                    self.windows[other].effects.borrow_mut().push_back(Effect::Reread(id.clone()));
                }
                self.tells(window, answer);
            }
            Effect::Reread(id) => {
                if let Some(draft) = self.storage.find(&id) {
                    self.tells(window, AppEvent::Window(WindowEvent::DraftRead(draft)));
                }
            }
            Effect::Lock(id) if self.locks && self.holder.is_none() => {
                self.holder = Some(window);
                let stored = self.storage.find(&id);
                self.tells(window, AppEvent::Window(WindowEvent::LockGranted(id, stored)));
            }
            Effect::Lock(id) if self.locks => {
                self.waiting.push_back(window);
                self.tells(window, AppEvent::Window(WindowEvent::LockRefused(id)));
            }
            Effect::RequestLock(id) => {
                self.tells(other, AppEvent::Window(WindowEvent::LockWanted(id.clone())));
                if !self.locks || self.holder == Some(window) {
                    let stored = self.storage.find(&id);
                    self.tells(window, AppEvent::Window(WindowEvent::LockGranted(id, stored)));
                }
            }
            Effect::Unlock(id) if self.locks && self.holder == Some(window) => {
                self.holder = self.waiting.pop_front();
                self.waiting.push_back(window);
                if let Some(next) = self.holder {
                    let stored = self.storage.find(&id);
                    self.tells(next, AppEvent::Window(WindowEvent::LockGranted(id, stored)));
                }
            }
            Effect::Keep(version) => self.kept.push(*version),
            // Without locks nobody says who holds the document; a window that does not hold it has nothing to let go.
            Effect::Lock(_) | Effect::Unlock(_) => {}
            // What found no room lies beside the storage as well.
            Effect::BackUp(_) => {}
            other => assert!(fake_ports::is_of_the_page(&other), "nobody expected {other:?}"),
        }
        true
    }

    /// A window is out of patience and takes the document from the other, which may have work that is not saved.
    fn takes(&mut self, window: usize) {
        let asked = self.windows[window].read(|state| state.windows.lock == DocumentLock::Asked);
        if self.locks && asked && self.holder == Some(1 - window) {
            let id = self.windows[window].id();
            self.holder = Some(window);
            self.waiting.retain(|waiting| *waiting != window);
            self.waiting.push_back(1 - window);
            self.tells(1 - window, AppEvent::Window(WindowEvent::LockRefused(id.clone())));
            let stored = self.storage.find(&id);
            self.tells(window, AppEvent::Window(WindowEvent::LockGranted(id, stored)));
        }
    }

    /// Everything that was asked for is done, and everything typed is saved.
    fn settles(&mut self) {
        for _ in 0..8 {
            for window in 0..self.windows.len() {
                while self.step(window) {}
                self.tells(window, AppEvent::Document(DocumentEvent::SaveDue));
                while self.step(window) {}
            }
        }
    }
}

#[derive(Debug, Clone)]
enum Happening {
    Types(usize),
    Saves(usize),
    Steps(usize),
    EditsHere(usize),
    Takes(usize),
    Fills(bool),
}

fn events() -> impl Strategy<Value = Vec<Happening>> {
    let window = || 0..2_usize;
    let event = prop_oneof![
        6 => window().prop_map(Happening::Types),
        4 => window().prop_map(Happening::Saves),
        8 => window().prop_map(Happening::Steps),
        2 => window().prop_map(Happening::EditsHere),
        1 => window().prop_map(Happening::Takes),
        1 => any::<bool>().prop_map(Happening::Fills),
    ];
    prop::collection::vec(event, 1..300)
}

/// Lets the events happen; gives the words that a page took, and the computer when all is quiet.
fn race(events: &[Happening], locks: bool, patient: bool) -> (Vec<u32>, Computer) {
    let mut computer = Computer::new(locks);
    let mut typed = vec![0];
    for (word, event) in (1..).zip(events) {
        match *event {
            Happening::Types(window) => {
                if computer.windows[window].types(word) {
                    typed.push(word);
                }
            }
            Happening::Saves(window) => computer.tells(window, AppEvent::Document(DocumentEvent::SaveDue)),
            Happening::Steps(window) => {
                computer.step(window);
            }
            Happening::EditsHere(window) => {
                computer.tells(window, AppEvent::Window(WindowEvent::EditHerePressed));
            }
            Happening::Takes(window) if !patient => computer.takes(window),
            Happening::Takes(_) => {}
            Happening::Fills(full) => computer.storage.full = full,
        }
    }
    computer.storage.full = false;
    computer.settles();
    (typed, computer)
}

fn has(text: &str, word: u32) -> bool {
    let note = text.split("\"note\": \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    note.split(' ').any(|known| known == word.to_string())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each window had begun before the other was heard of, so its first words may come before the hold is refused: they
    /// are kept as a version. Whatever is typed after that is in the document itself.
    #[test]
    fn no_word_is_lost_whichever_window_typed_it(events in events(), locks: bool, patient: bool) {
        let (typed, computer) = race(&events, locks, patient);
        let stored = &computer.storage.drafts[0].text;
        for word in typed {
            let kept = computer.kept.iter().any(|version| has(&version.text, word));
            prop_assert!(has(stored, word) || kept, "{word} is lost; stored: {stored}");
        }
        // Both show what is stored.
        for window in &computer.windows {
            prop_assert!(has(stored, 0) && window.note().split(' ').all(|word| word.is_empty() || has(stored, word.parse().unwrap())));
        }
    }

    /// With holds and windows that answer, nothing needs to be put aside: 500 edits, all in the document.
    #[test]
    fn windows_that_take_turns_put_nothing_aside(turns in prop::collection::vec((0..2_usize, 1..5_u32), 1..120)) {
        let mut computer = Computer::new(true);
        for window in 0..2 {
            while computer.step(window) {}
        }
        let mut word = 0;
        for (window, words) in turns {
            computer.tells(window, AppEvent::Window(WindowEvent::EditHerePressed));
            computer.step(window);
            while computer.step(1 - window) {}
            for _ in 0..words {
                word += 1;
                prop_assert!(computer.windows[window].types(word), "{word}");
                computer.step(window);
            }
        }
        computer.settles();
        let stored = &computer.storage.drafts[0].text;
        for word in 0..=word {
            prop_assert!(has(stored, word), "{word} is lost");
        }
        prop_assert!(computer.kept.iter().all(|version| version.why != tu_cham::document::versions::VersionReason::OtherWindow));
    }
}

#[test]
fn a_window_that_only_reads_changes_nothing_and_follows_the_other() {
    let mut computer = Computer::new(true);
    while computer.step(0) {}
    while computer.step(1) {}
    assert!(!computer.windows[1].types(1));
    assert!(computer.windows[0].types(2));
    computer.settles();
    assert_eq!(computer.windows[1].note(), " 0 2");
    assert_eq!(computer.windows[1].read(|state| state.windows.lock.clone()), DocumentLock::Elsewhere);
}

#[test]
fn what_is_typed_before_a_window_that_let_go_is_drawn_read_only_is_kept_as_a_version() {
    let computer = Computer::new(false);
    let window = &computer.windows[0];
    window.types(7);
    window.does([AppEvent::Window(WindowEvent::LockWanted(window.id()))]);
    window.effects.take();
    let before = window.note();
    assert!(!window.types(8));
    assert_eq!((window.note(), window.notice()), (before.clone(), Some(Notice::PutAside)));
    let kept = |effect: Effect| if let Effect::Keep(version) = effect { Some(version.text) } else { None };
    let text = window.asked(kept).expect("a version");
    assert!(text.contains(&[&before, " 8"].concat()), "{text}");
    // What changes nothing leaves nothing.
    window.does([AppEvent::Entry(EntryEvent::NoteTyped(TargetId::new("TT-3"), before))]);
    assert!(window.asked(kept).is_none());
}

#[test]
fn what_a_window_typed_after_it_fell_behind_is_kept_as_a_version_and_said() {
    let computer = Computer::new(false);
    let window = &computer.windows[0];
    window.types(7);
    window.does([AppEvent::Document(DocumentEvent::SaveDue)]);
    let stored = window.asked(draft_of).map(Box::new);
    window.does([AppEvent::Window(WindowEvent::SaveSuperseded(stored.unwrap()))]);
    window.leaves(|effect| matches!(effect, Effect::Reread(_)));
    let kept = window.asked(|effect| match effect {
        Effect::Keep(version) => Some(version.text),
        _ => None,
    });
    assert!(has(&kept.unwrap(), 7));
    assert_eq!(window.notice(), Some(Notice::PutAside));
}

#[test]
fn a_window_of_an_older_version_saves_and_then_writes_no_more() {
    let mut computer = Computer::new(true);
    while computer.step(0) {}
    computer.windows[0].types(1);
    computer.tells(0, AppEvent::Window(WindowEvent::NewerSeen("9.0.0".to_owned())));
    while computer.step(0) {}
    assert!(has(&computer.storage.drafts[0].text, 1));
    assert!(!computer.windows[0].types(2));
    assert_eq!(computer.windows[0].read(|state| state.document.saving), Saving::Done);
    // Not even when the other window lets the document go.
    let id = computer.storage.drafts[0].id.clone();
    computer.tells(0, AppEvent::Window(WindowEvent::LockGranted(id, None)));
    assert!(!computer.windows[0].types(3));
}

#[test]
fn what_found_no_room_is_stored_as_soon_as_there_is_some() {
    let mut computer = Computer::new(true);
    while computer.step(0) {}
    computer.storage.full = true;
    for word in 1..4 {
        computer.windows[0].types(word);
        computer.tells(0, AppEvent::Document(DocumentEvent::SaveDue));
        while computer.step(0) {}
        assert_eq!(computer.windows[0].read(|state| state.document.saving), Saving::Failed);
    }
    computer.storage.full = false;
    computer.windows[0].types(4);
    computer.settles();
    assert!((0..5).all(|word| has(&computer.storage.drafts[0].text, word)));
    assert_eq!(computer.windows[0].read(|state| state.document.saving), Saving::Done);
    assert!(
        computer
            .kept
            .iter()
            .all(|version| version.why != tu_cham::document::versions::VersionReason::OtherWindow)
    );
}

#[test]
fn a_state_that_is_not_by_right_replaced_is_kept_as_a_version_once() {
    let mut computer = Computer::new(true);
    while computer.step(0) {}
    computer.windows[0].types(1);
    computer.settles();
    computer.kept.clear();
    let own = computer.storage.drafts[0].text.clone();
    for word in 2..4 {
        let mut forged = computer.storage.drafts[0].clone();
        forged.revision += 100;
        forged.text = forged.text.replace("\"note\": \"", &format!("\"note\": \"{word} "));
        computer.tells(0, AppEvent::Window(WindowEvent::DraftRead(Box::new(forged.clone()))));
        while computer.step(0) {}
        assert!(computer.windows[0].note().starts_with(&word.to_string()));
        assert_eq!(computer.windows[0].notice(), Some(Notice::PutAside));
    }
    assert_eq!(computer.kept.iter().filter(|version| version.text == own).count(), 1);
    assert_eq!(computer.kept.len(), 1);
}

#[test]
fn a_newer_version_stops_a_window_only_until_its_user_carries_on() {
    let mut computer = Computer::new(true);
    while computer.step(0) {}
    computer.tells(0, AppEvent::Window(WindowEvent::NewerSeen("9.0.0".to_owned())));
    assert!(!computer.windows[0].types(1));
    computer.tells(0, AppEvent::Window(WindowEvent::EditHerePressed));
    let id = computer.windows[0].id();
    computer.tells(0, AppEvent::Window(WindowEvent::LockGranted(id, None)));
    assert!(computer.windows[0].types(2));
}

#[test]
fn the_reminder_on_leaving_goes_with_the_document() {
    let mut computer = Computer::new(true);
    while computer.step(0) {}
    while computer.step(1) {}
    computer.windows[0].types(1);
    computer.settles();
    let reminds =
        |computer: &Computer| [0, 1].map(|window: usize| computer.windows[window].read(State::is_unfiled));
    assert_eq!(reminds(&computer), [true, false]);
    computer.tells(1, AppEvent::Window(WindowEvent::EditHerePressed));
    computer.settles();
    assert_eq!(reminds(&computer), [false, true]);
}
