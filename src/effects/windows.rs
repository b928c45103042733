//! Several windows on one computer: asks for the hold on the open document, lets it go, and talks to the others.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use tu_cham::features::windows::event::WindowEvent;

use formats::assessment_file::APP;
use gloo::events::EventListener;
use platform::document_lock::{DocumentLock, LockAnswer, LockRequest};
use platform::window_channel::WindowChannel as Line;
use platform::{clock, document_lock};
use tu_cham::features::windows::state::{WindowMessage, is_newer};
use tu_cham::shell::event::AppEvent;
use wasm_bindgen_futures::spawn_local;

use crate::effects::runner::EffectRunner;

/// How long the other window may take to save and let go before it is asked again, in milliseconds.
const PATIENCE: u32 = 700;

/// How often it is asked again before the document is taken from it: a window that sleeps in the background answers late
/// or never.
const ASKINGS: u32 = 2;

/// How many different messages may wait, and how long one that follows another waits, in milliseconds: any page from disk
/// may post as many as it likes.
const MOST_WAITING: usize = 16;
const HEARD_EVERY: u32 = 100;

/// No message of ours is longer, in bytes.
const LONGEST_MESSAGE: usize = 200;

/// How often it is looked whether another window has a document, and after how many milliseconds again.
const LOOKS_FOR_HOLD: u32 = 3;
const LOOK_AGAIN_AFTER: u32 = 100;

/// What this window holds, and the line to the others.
#[derive(Default)]
pub struct Windows {
    line: RefCell<Option<(Line, EventListener)>>,
    /// Messages that came soon after others, and the timer after which they are taken.
    heard: RefCell<Vec<WindowMessage>>,
    hearing: RefCell<Option<clock::Timeout>>,
    /// The document that is open here.
    open: RefCell<String>,
    /// The hold on it.
    hold: RefCell<Option<DocumentLock>>,
    /// The documents that this window is in line for.
    waiting: RefCell<Vec<String>>,
    /// Until when the other window may answer; gone once the document is here.
    patience: RefCell<Option<clock::Timeout>>,
    /// Whether a newer version runs beside this one, which then holds nothing any more and gets in no line.
    outdated: Cell<bool>,
    /// Whether the user carries on all the same.
    insists: Cell<bool>,
    /// Whether the browser can't tell who holds what.
    unknown: Cell<bool>,
}

impl EffectRunner {
    /// Opens the line to the other windows and says which version runs here.
    pub fn join(self: &Rc<Self>) {
        let Some(line) = Line::open() else { return };
        let runner = Rc::downgrade(self);
        let listener = line.listen(move |text| {
            let message = (text.len() <= LONGEST_MESSAGE).then(|| WindowMessage::read(&text)).flatten();
            if let (Some(runner), Some(message)) = (runner.upgrade(), message) {
                runner.hear_in_turn(message);
            }
        });
        line.post(&WindowMessage::App(APP.to_owned()).write());
        self.windows.line.replace(Some((line, listener)));
    }

    /// Says something to the other windows.
    pub fn tell(&self, word: &WindowMessage) {
        if let Some((line, _)) = &*self.windows.line.borrow() {
            line.post(&word.write());
        }
    }

    /// Takes a message at once after a silence; those that follow soon wait, each once, and no more than a few.
    fn hear_in_turn(self: &Rc<Self>, message: WindowMessage) {
        if self.windows.hearing.borrow().is_none() {
            self.hear(message);
            return self.listen_later();
        }
        let mut heard = self.windows.heard.borrow_mut();
        let of_open = message.id() == Some(&*self.windows.open.borrow());
        if !heard.contains(&message) && (of_open || heard.len() < MOST_WAITING) {
            heard.push(message);
        }
    }

    fn listen_later(self: &Rc<Self>) {
        let runner = Rc::clone(self);
        let timer = clock::after(HEARD_EVERY, move || {
            runner.windows.hearing.replace(None);
            let heard = runner.windows.heard.take();
            if !heard.is_empty() {
                for message in heard {
                    runner.hear(message);
                }
                runner.listen_later();
            }
        });
        self.windows.hearing.replace(Some(timer));
    }

    fn hear(self: &Rc<Self>, word: WindowMessage) {
        match word {
            WindowMessage::Want(id) => {
                // The hold answers who edits; where there are no holds, whoever has it open may be the one.
                if *self.windows.open.borrow() == id {
                    self.answer(AppEvent::Window(WindowEvent::LockWanted(id)));
                }
            }
            WindowMessage::Saved(id) => self.reread(id),
            WindowMessage::App(version) if is_newer(&version, APP) => {
                if self.windows.insists.get() {
                    return;
                }
                self.windows.outdated.set(true);
                self.answer(AppEvent::Window(WindowEvent::NewerSeen(version)));
            }
            WindowMessage::App(version) if is_newer(APP, &version) => {
                self.tell(&WindowMessage::App(APP.to_owned()));
            }
            WindowMessage::App(_) => {}
        }
    }

    /// Another document is open: asks for its hold, and lets the one before go.
    pub fn hold(self: &Rc<Self>, id: String) {
        self.windows.hold.replace(None);
        self.windows.patience.replace(None);
        self.windows.open.replace(id.clone());
        if self.windows.outdated.get() {
            return;
        }
        let runner = Rc::clone(self);
        spawn_local(async move {
            match document_lock::acquire(&id, LockRequest::IfAvailable).await {
                LockAnswer::Granted(hold) => runner.take(id, hold).await,
                LockAnswer::Elsewhere => {
                    runner.answer(AppEvent::Window(WindowEvent::LockRefused(id.clone())));
                    runner.wait_for(id);
                }
                LockAnswer::Unknown => runner.windows.unknown.set(true),
            }
        });
    }

    /// Whether this window has a document open to edit.
    pub fn holds(&self, id: &str) -> bool {
        *self.windows.open.borrow() == id && self.windows.hold.borrow().is_some()
    }

    /// Whether another window has a document open to edit. One that this window just let go may take a moment.
    pub async fn is_held_elsewhere(&self, id: &str) -> bool {
        for _ in 0..LOOKS_FOR_HOLD {
            match document_lock::acquire(id, LockRequest::IfAvailable).await {
                LockAnswer::Granted(_) | LockAnswer::Unknown => return false,
                LockAnswer::Elsewhere => clock::pause(LOOK_AGAIN_AFTER).await,
            }
        }
        true
    }

    /// Gets in line for a document, unless it stands there already.
    fn wait_for(self: &Rc<Self>, id: String) {
        if self.windows.outdated.get() || self.windows.waiting.borrow().contains(&id) {
            return;
        }
        self.windows.waiting.borrow_mut().push(id.clone());
        let runner = Rc::clone(self);
        spawn_local(async move {
            let answer = document_lock::acquire(&id, LockRequest::Wait).await;
            runner.windows.waiting.borrow_mut().retain(|waiting| *waiting != id);
            if let LockAnswer::Granted(hold) = answer {
                runner.take(id, hold).await;
            }
        });
    }

    /// Takes a hold that was given, if it is still for the document that is open. The storage may have a newer state,
    /// from a window that held it before.
    async fn take(self: &Rc<Self>, id: String, hold: DocumentLock) {
        if self.windows.outdated.get() || *self.windows.open.borrow() != id {
            return;
        }
        let taken_away = hold.taken_away();
        self.windows.patience.replace(None);
        self.windows.hold.replace(Some(hold));
        self.grant(&id).await;
        let runner = Rc::clone(self);
        spawn_local(async move {
            if taken_away.await && *runner.windows.open.borrow() == id {
                runner.windows.hold.replace(None);
                runner.answer(AppEvent::Window(WindowEvent::LockRefused(id.clone())));
                runner.wait_for(id);
            }
        });
    }

    /// Says that the document may be edited here, and what the storage has of it.
    async fn grant(&self, id: &str) {
        let stored = self.stored(id).await;
        self.answer(AppEvent::Window(WindowEvent::LockGranted(id.to_owned(), stored.map(Box::new))));
    }

    /// Asks the window that edits a document to save and let it go; takes it if that does not happen.
    pub fn ask_for(self: &Rc<Self>, id: String) {
        if self.windows.outdated.replace(false) {
            self.windows.insists.set(true);
        }
        if self.windows.hold.borrow().is_some() {
            // It fell behind a window without holds, and never lost its own.
            let runner = Rc::clone(self);
            spawn_local(async move { runner.grant(&id).await });
            return;
        }
        self.ask_again(id, ASKINGS);
    }

    /// Asks the others; a word said while the document was changing hands is heard by nobody, so it is said again.
    fn ask_again(self: &Rc<Self>, id: String, times: u32) {
        self.tell(&WindowMessage::Want(id.clone()));
        let runner = Rc::clone(self);
        let patience = clock::after(PATIENCE, move || {
            if *runner.windows.open.borrow() != id || runner.windows.hold.borrow().is_some() {
                return;
            }
            if let Some(times) = times.checked_sub(1) {
                return runner.ask_again(id, times);
            }
            spawn_local(async move {
                if let LockAnswer::Granted(hold) = document_lock::acquire(&id, LockRequest::Steal).await {
                    runner.take(id, hold).await;
                } else {
                    // Nobody can tell; the counter in the storage still keeps one from writing over the other.
                    runner.grant(&id).await;
                }
            });
        });
        self.windows.patience.replace(Some(patience));
    }

    /// Lets a document go once what was to be stored of it is on the disk, and gets in line for it.
    pub fn let_go(self: &Rc<Self>, id: String) {
        let runner = Rc::clone(self);
        // From now on it is no longer this window's, though the other gets it only when all is on the disk.
        let hold = self.windows.hold.take();
        spawn_local(async move {
            // A reading comes after the writings that were begun before it.
            let _ = runner.stored(&id).await;
            drop(hold);
            if !runner.windows.unknown.get() {
                runner.wait_for(id);
            }
        });
    }
}
