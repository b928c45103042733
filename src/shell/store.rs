//! Holds the state, takes events, wakes those who watch. Nothing else changes the state.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::shell::context::Context;
use crate::shell::effect::Effect;
use crate::shell::event::AppEvent;
use crate::shell::state::State;
use crate::shell::workspaces::reduce;

/// What the program needs from outside.
pub struct Ports {
    /// The local time, ISO 8601 with offset.
    pub now: fn() -> String,
    /// A fresh UUID.
    pub uuid: fn() -> String,
    /// A text with its letters composed (Unicode NFC).
    pub compose: fn(&str) -> String,
    /// Hears that something is about to be drawn.
    pub drawing: fn(),
    /// Does what the state asks for. Called within the event, so that a download belongs to its click.
    pub perform: Box<dyn Fn(Effect)>,
}

/// Called after every event.
type Watcher = Rc<dyn Fn()>;

/// The state, and everyone who watches it.
pub struct Store {
    state: RefCell<State>,
    ports: Ports,
    watchers: RefCell<Vec<(u64, Watcher)>>,
    next_watcher: Cell<u64>,
    waiting: RefCell<VecDeque<AppEvent>>,
    busy: Cell<bool>,
}

impl Store {
    /// A store of a first state.
    pub fn new(state: State, ports: Ports) -> Rc<Self> {
        Rc::new(Self {
            state: RefCell::new(state),
            ports,
            watchers: RefCell::default(),
            next_watcher: Cell::default(),
            waiting: RefCell::default(),
            busy: Cell::default(),
        })
    }

    /// Tells that something is about to be drawn.
    pub(crate) fn draws(&self) {
        (self.ports.drawing)();
    }

    /// Reads something from the state.
    pub fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.state.borrow())
    }

    /// Takes an event. One that happens while another is being taken waits its turn.
    pub fn dispatch(&self, event: impl Into<AppEvent>) {
        self.waiting.borrow_mut().push_back(event.into());
        if self.busy.replace(true) {
            return;
        }
        while let Some(event) = self.take_waiting() {
            let context =
                Context { now: (self.ports.now)(), uuid: self.ports.uuid, compose: self.ports.compose };
            let effects = reduce(&mut self.state.borrow_mut(), event, &context);
            effects.into_iter().for_each(&self.ports.perform);
        }
        self.busy.set(false);
        let watchers: Vec<_> = self.watchers.borrow().iter().map(|(_, watcher)| Rc::clone(watcher)).collect();
        for watcher in watchers {
            watcher();
        }
    }

    fn take_waiting(&self) -> Option<AppEvent> {
        self.waiting.borrow_mut().pop_front()
    }

    /// Wakes `watcher` after every event, until the subscription is dropped.
    pub fn watch(self: &Rc<Self>, watcher: impl Fn() + 'static) -> Subscription {
        let id = self.next_watcher.get();
        self.next_watcher.set(id + 1);
        self.watchers.borrow_mut().push((id, Rc::new(watcher)));
        Subscription { store: Rc::clone(self), id }
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Watching; it ends when this is dropped.
pub struct Subscription {
    store: Rc<Store>,
    id: u64,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.store.watchers.borrow_mut().retain(|(id, _)| *id != self.id);
    }
}
