//! The seconds of a show.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use platform::clock;
use tu_cham::features::presentation::event::PresentationEvent;
use tu_cham::shell::event::AppEvent;
use tu_cham::shell::store::Store;

/// Ticks once a second while a show runs.
#[derive(Default)]
pub struct Ticking {
    timer: RefCell<Option<clock::Interval>>,
}

impl Ticking {
    /// Begins or stops.
    pub fn set(&self, on: bool, store: Option<Rc<Store>>) {
        let store: Weak<Store> = store.map(|store| Rc::downgrade(&store)).unwrap_or_default();
        self.timer.replace(on.then(|| {
            clock::every(1000, move || {
                if let Some(store) = store.upgrade() {
                    store.dispatch(AppEvent::Presentation(PresentationEvent::Ticked));
                }
            })
        }));
    }
}
