//! The running program without a browser: actions in, state and effects out, and files that are brought into it.

pub mod fake_ports;
mod storage;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use tu_cham::document::event::DocumentEvent;
use tu_cham::features::drafts::event::DraftEvent;
use tu_cham::features::entry::event::EntryEvent;
use tu_cham::features::exporting::event::ExportEvent;
use tu_cham::features::importing::event::ImportEvent;

use formats::{assessment_file, builtin, result};
use scoring::assessment::Assessment;
use scoring::target_set::TargetId;
use serde_json::Value;
use tu_cham::document::draft::{Draft, Stored};
use tu_cham::document::fields::HeadingField;
use tu_cham::features::importing::choice::ImportChoice;
use tu_cham::features::importing::preview::Preview;
use tu_cham::shell::effect::Effect;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::notice::Notice;
use tu_cham::shell::state::State;
use tu_cham::shell::store::{Ports, Store};

pub use storage::Answer;
pub use storage::Storage;
pub use storage::draft;
pub use storage::empty;
pub use storage::keeping;
pub use test_support::golden::GOLDEN;
pub use test_support::golden::GOLDEN_ID;
pub use test_support::golden::changed;
pub use test_support::golden::golden;
pub use test_support::golden::sealed;

/// Whether an effect is of a kind.
type OfKind = fn(&Effect) -> bool;

pub struct Program {
    store: Rc<Store>,
    storage: RefCell<Storage>,
    /// What is to be done outside and was not done yet.
    pub effects: Rc<RefCell<VecDeque<Effect>>>,
    /// Which effects a test has said it leaves undone.
    left: RefCell<Vec<OfKind>>,
}

impl Program {
    pub fn new() -> Self {
        Self::with(empty())
    }

    /// A program that finds this on the computer.
    pub fn with(stored: Stored) -> Self {
        Self::prepared(stored, |_| {})
    }

    /// The same, of a state that something is known of before the start: where it came from, what the browser can do.
    pub fn prepared(stored: Stored, prepare: impl FnOnce(&mut State)) -> Self {
        let effects = Rc::new(RefCell::new(VecDeque::new()));
        let asked = Rc::clone(&effects);
        let perform = Box::new(move |effect| asked.borrow_mut().push_back(effect));
        let ports = Ports {
            now: fake_ports::now,
            uuid: fake_ports::uuid,
            compose: fake_ports::compose,
            drawing: || (),
            perform,
        };
        let mut state = State::new(Rc::new(builtin::load().unwrap()));
        prepare(&mut state);
        let store = Store::new(state, ports);
        let storage = RefCell::new(Storage::of(&stored));
        store.dispatch(AppEvent::Document(DocumentEvent::Started(Box::new(stored))));
        let program = Self { store, storage, effects, left: RefCell::default() };
        // Alone in a browser without locks: nobody says who holds a document.
        program.leaves(|effect| matches!(effect, Effect::Lock(_) | Effect::Unlock(_)));
        program
    }

    pub fn does(&self, actions: impl IntoIterator<Item = AppEvent>) {
        actions.into_iter().for_each(|action| self.store.dispatch(action));
    }

    pub fn opens(&self, file: &Value) {
        self.does([file_read(&sealed(file))]);
    }

    pub fn imports(&self, file: &Value, choice: ImportChoice) {
        self.opens(file);
        self.does([AppEvent::Import(ImportEvent::Chosen(choice))]);
    }
}

/// What is on the page.
impl Program {
    pub fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        self.store.read(read)
    }

    pub fn assessment(&self) -> Assessment {
        self.read(|state| state.document.assessment().clone())
    }

    /// The id of the open document.
    pub fn id(&self) -> String {
        self.read(|state| state.document.id().to_owned())
    }

    /// The document as it would be written, but for its revision and times.
    pub fn content(&self) -> String {
        self.read(|state| {
            let mut assessment = state.document.assessment().clone();
            assessment.document.revision = 0;
            assessment.document.saved = String::new();
            assessment_file::write(&assessment, result::of(state.document.set(), state.document.card()))
                .to_pretty()
        })
    }

    pub fn figure(&self, target: &str, field: &str) -> String {
        self.read(|state| {
            state.document.answer(target).map(|answer| answer.figure(field).to_owned()).unwrap_or_default()
        })
    }

    pub fn notice(&self) -> Option<Notice> {
        self.read(|state| state.frame.notice.clone())
    }

    pub fn preview(&self) -> Rc<Preview> {
        self.read(|state| state.importing.preview.clone().unwrap())
    }

    /// What would be changed, by name.
    pub fn differences(&self) -> Vec<String> {
        self.preview().differences.iter().map(|difference| difference.what.name()).collect()
    }
}

/// What is to be done outside.
impl Program {
    /// The next thing, for who does it one at a time.
    pub fn next_effect(&self) -> Option<Effect> {
        self.effects.borrow_mut().pop_front()
    }

    /// Tells that such effects are to be expected and left undone: any other that nobody answers fails the test.
    pub fn leaves(&self, effects: fn(&Effect) -> bool) {
        self.left.borrow_mut().push(effects);
    }

    /// Has the storage do what is its part. Anything else must be of the page alone, or left undone by the test's own
    /// word: what nobody has thought of fails the test.
    fn answers(&self, effect: &Effect) {
        let answer = self.storage.borrow_mut().does(effect);
        match answer {
            Answer::Says(action) => self.does([action]),
            Answer::Done => {}
            Answer::CannotDo => {
                let is_expected =
                    fake_ports::is_of_the_page(effect) || self.left.borrow().iter().any(|left| left(effect));
                assert!(is_expected, "nobody expected {effect:?}");
            }
        }
    }

    /// The first thing of a kind that was asked for since the last call; the test answers it, and the storage does its
    /// part of the rest.
    pub fn asked<T>(&self, mut kind: impl FnMut(Effect) -> Option<T>) -> Option<T> {
        let mut first = None;
        while let Some(effect) = self.next_effect() {
            match kind(effect.clone()) {
                Some(found) => drop(first.get_or_insert(found)),
                None => self.answers(&effect),
            }
        }
        first
    }

    /// Everything that was asked for since the last call, for who looks at all of it; the storage does its part until
    /// nothing more is asked.
    pub fn performed(&self) -> Vec<Effect> {
        let mut performed = Vec::new();
        while let Some(effect) = self.next_effect() {
            let answer = self.storage.borrow_mut().does(&effect);
            if let Answer::Says(action) = answer {
                self.does([action]);
            }
            performed.push(effect);
        }
        performed
    }

    /// The drafts that were to be stored since the last call; the storage has answered each.
    pub fn store_all(&self) -> Vec<Draft> {
        let mut drafts = Vec::new();
        while let Some(effect) = self.next_effect() {
            self.answers(&effect);
            drafts.extend(draft_of(effect));
        }
        drafts
    }

    pub fn save(&self) -> Vec<Draft> {
        self.does([AppEvent::Document(DocumentEvent::SaveDue)]);
        self.store_all()
    }

    /// The same of one document: revisions and texts.
    pub fn stored(&self, id: &str) -> Vec<(u32, String)> {
        let drafts = self.store_all().into_iter().filter(|draft| draft.id == id);
        drafts.map(|draft| (draft.revision, draft.text)).collect()
    }

    /// The file that was handed over since the last call: its name and its text.
    pub fn download(&self) -> Option<(String, String)> {
        self.asked(|effect| match effect {
            Effect::Download { name, text } => Some((name, text)),
            _ => None,
        })
    }

    pub fn export(&self) -> (String, String) {
        self.does([AppEvent::Export(ExportEvent::JsonPressed)]);
        self.download().unwrap()
    }

    pub fn exported(&self) -> Value {
        serde_json::from_str(&self.export().1).unwrap()
    }
}

/// The draft that is to be stored.
pub fn draft_of(effect: Effect) -> Option<Draft> {
    if let Effect::SaveDraft(draft) = effect { Some(*draft) } else { None }
}

/// A file was chosen that holds this text.
pub fn file_read(text: &str) -> AppEvent {
    AppEvent::Import(ImportEvent::FileRead {
        name: "phiếu.json".to_owned(), bytes: text.as_bytes().to_vec()
    })
}

pub fn typed(target: &str, field: &str, text: &str) -> AppEvent {
    AppEvent::Entry(EntryEvent::FigureTyped {
        target: TargetId::new(target),
        field: field.to_owned(),
        text: text.to_owned(),
    })
}

pub fn named(name: &str) -> AppEvent {
    AppEvent::Entry(EntryEvent::HeadingTyped(HeadingField::Name, name.to_owned()))
}

/// The golden document kept as a draft, and another of the user's own open over it.
pub fn with_the_golden_draft() -> Program {
    let program = Program::new();
    program.imports(&golden(), ImportChoice::AsNew);
    program.does([
        AppEvent::Draft(DraftEvent::NewPressed),
        named("UBND xã Vinh Thanh"),
        typed("TT-3", "done", "7"),
    ]);
    program
}
