//! The running program without a browser, and files that are brought into it.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "each test takes what it needs; a failed unwrap is a failed test"
)]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use serde_json::{Value, json};
use tu_cham::app::{Action, Effect, HeadingField, ImportChoice, Ports, Preview, State, Store, Stored};
use tu_cham::core::assessment::Assessment;
use tu_cham::core::target_set::TargetId;
use tu_cham::exchange::{assessment_file, builtin, digest, result};

use crate::support::tree;

pub const GOLDEN: &str = include_str!("../golden/assessment-v1.json");
pub const GOLDEN_ID: &str = "5f0c8c1e-3f3a-4a55-9d0e-0c2f5d1b7a61";

thread_local! {
    static CLOCK: Cell<u32> = const { Cell::new(0) };
}

/// Each reading is a second later than the last.
fn now() -> String {
    let second = CLOCK.get();
    CLOCK.set(second + 1);
    format!("2023-12-02T{:02}:{:02}:{:02}+07:00", 8 + second / 3600, second / 60 % 60, second % 60)
}

fn uuid() -> String {
    format!("00000000-0000-4000-8000-{:012}", CLOCK.get())
}

/// The letters of the tests, composed as a browser composes them.
fn compose(text: &str) -> String {
    let pairs = [
        ("a\u{323}\u{302}", "ậ"),
        ("u\u{301}", "ú"),
        ("a\u{303}", "ã"),
        ("a\u{302}\u{323}", "ậ"),
        ("i\u{306}", "ĭ"),
    ];
    pairs.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

pub struct Program {
    store: Rc<Store>,
    pub effects: Rc<RefCell<Vec<Effect>>>,
}

impl Program {
    pub fn new() -> Self {
        let effects = Rc::new(RefCell::new(Vec::new()));
        let performed = Rc::clone(&effects);
        let perform = Box::new(move |effect| performed.borrow_mut().push(effect));
        let ports = Ports { now, uuid, compose, perform };
        let store = Store::new(State::new(Rc::new(builtin::load().unwrap())), ports);
        store.dispatch(Action::Started(Box::new(Stored { available: true, ..Stored::default() })));
        Self { store, effects }
    }

    pub fn does(&self, actions: impl IntoIterator<Item = Action>) {
        actions.into_iter().for_each(|action| self.store.dispatch(action));
    }

    pub fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        self.store.read(read)
    }

    pub fn opens(&self, file: &Value) {
        self.does([Action::FileRead { name: "phiếu.json".to_owned(), bytes: sealed(file).into_bytes() }]);
    }

    pub fn imports(&self, file: &Value, choice: ImportChoice) {
        self.opens(file);
        self.does([Action::ImportChosen(choice)]);
    }

    pub fn preview(&self) -> Rc<Preview> {
        self.read(|state| state.preview.clone().unwrap())
    }

    /// What would be changed, by name.
    pub fn differences(&self) -> Vec<String> {
        self.preview().differences.iter().map(|difference| difference.what.name()).collect()
    }

    pub fn assessment(&self) -> Assessment {
        self.read(|state| state.assessment.clone())
    }

    /// The document as it would be written, but for its revision and times.
    pub fn content(&self) -> String {
        self.read(|state| {
            let mut assessment = state.assessment.clone();
            assessment.document.revision = 0;
            assessment.document.saved = String::new();
            assessment_file::write(&assessment, result::of(&state.loaded.set, &state.card)).to_pretty()
        })
    }

    /// The revisions and texts asked to be stored of a document, since the last call.
    pub fn stored(&self, id: &str) -> Vec<(u64, String)> {
        let stored = |effect| match effect {
            Effect::Store(draft) if draft.id == id => Some((draft.revision, draft.text)),
            _ => None,
        };
        self.effects.take().into_iter().filter_map(stored).collect()
    }

    pub fn exported(&self) -> Value {
        self.does([Action::ExportPressed]);
        let text = |effect| if let Effect::Download { text, .. } = effect { Some(text) } else { None };
        let text = self.effects.take().into_iter().find_map(text).unwrap();
        serde_json::from_str(&text).unwrap()
    }

    pub fn figure(&self, target: &str, field: &str) -> String {
        self.read(|state| {
            state.answer(target).map(|answer| answer.figure(field).to_owned()).unwrap_or_default()
        })
    }
}

pub fn golden() -> Value {
    serde_json::from_str(GOLDEN).unwrap()
}

pub fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut file = golden();
    change(&mut file);
    file
}

pub fn sealed(file: &Value) -> String {
    let mut file = file.clone();
    file["digest"] = json!(digest::of_file(&tree(&file)));
    file.to_string()
}

pub fn typed(target: &str, field: &str, text: &str) -> Action {
    Action::FigureTyped { target: TargetId::new(target), field: field.to_owned(), text: text.to_owned() }
}

pub fn named(name: &str) -> Action {
    Action::HeadingTyped(HeadingField::Name, name.to_owned())
}

/// The golden document kept as a draft, and another of the user's own open over it.
pub fn with_the_golden_draft() -> Program {
    let program = Program::new();
    program.imports(&golden(), ImportChoice::AsNew);
    program.does([Action::NewPressed, named("UBND xã Vinh Thanh"), typed("TT-3", "done", "7")]);
    program
}
