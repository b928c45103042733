//! How components read the state: each only the part that it draws, and it is drawn again only when that part changed.

use std::rc::Rc;

use yew::prelude::*;

use super::words::Words;
use crate::app::{Action, State, Store};

/// The store, from the context.
#[hook]
pub fn use_store() -> Option<Rc<Store>> {
    use_context::<Rc<Store>>()
}

/// A part of the state. The component is drawn again when the part is another than the one last drawn.
#[hook]
pub fn use_part<T, F>(select: F) -> Option<T>
where
    T: PartialEq + Clone + 'static,
    F: Fn(&State) -> T + 'static,
{
    let store = use_store();
    let redraw = use_force_update();
    let part = store.as_ref().map(|store| store.read(&select));
    let drawn = use_mut_ref(|| None);
    drawn.borrow_mut().clone_from(&part);
    let select = Rc::new(select);
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some(Rc::clone(&select));
    use_effect_with(store, move |store| {
        let watching = store.as_ref().map(|store| {
            let watched = Rc::clone(store);
            store.watch(move || {
                let Some(select) = latest.borrow().as_ref().map(Rc::clone) else { return };
                let changed = watched.read(|state| drawn.borrow().as_ref() != Some(&select(state)));
                if changed {
                    redraw.force_update();
                }
            })
        });
        move || drop(watching)
    });
    part
}

/// The words of the language shown.
#[hook]
pub fn use_words() -> Words {
    Words(use_part(|state| state.language).unwrap_or_default())
}

/// Sends an action.
#[derive(Clone, PartialEq)]
pub struct Dispatch(Option<Rc<Store>>);

impl Dispatch {
    /// Something happened.
    pub fn send(&self, action: Action) {
        if let Some(store) = &self.0 {
            store.dispatch(action);
        }
    }

    /// A callback for an event that says by itself what happened.
    pub fn on<E>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event| dispatch.send(action(event)))
    }

    /// A callback for an event that always means the same.
    pub fn always<E>(&self, action: Action) -> Callback<E> {
        self.on(move |_| action.clone())
    }

    /// A callback for an event that may mean nothing.
    pub fn maybe<E>(&self, action: impl Fn(E) -> Option<Action> + 'static) -> Callback<E> {
        let dispatch = self.clone();
        Callback::from(move |event| {
            if let Some(action) = action(event) {
                dispatch.send(action);
            }
        })
    }
}

/// How actions are sent.
#[hook]
pub fn use_dispatch() -> Dispatch {
    Dispatch(use_store())
}
