//! A notice leaves by itself once it can have been read, and never takes the focus with it.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use platform::{clock, page};
use tu_cham::shell::frame::event::FrameEvent;
use tu_cham::shell::notice::{Notice, NoticeKind};
use tu_cham::shell::store::{Store, Subscription};
use web_sys::Element;

/// Where notices stand on the page.
const NOTICES: &str = ".notices";

/// How long a notice stands at least, and how much longer for each of its letters, in milliseconds: a slow reader takes
/// ten letters a second.
const READ_WITHIN: u32 = 6000;
const FOR_EACH_LETTER: u32 = 100;

/// How long after it was pointed at, focused or hidden it is looked at again, in milliseconds.
const ASK_AGAIN_AFTER: u32 = 2000;

/// Watches the notices of the page.
#[derive(Default)]
pub struct NoticeWatch {
    store: OnceCell<Weak<Store>>,
    watching: OnceCell<Subscription>,
    shown: RefCell<(Option<Notice>, bool)>,
    timer: RefCell<Option<clock::Timeout>>,
    /// What had the focus before the notices had it.
    before: RefCell<Option<Element>>,
    has_focus: Cell<bool>,
}

impl NoticeWatch {
    /// Watches from now on.
    pub fn watch(self: &Rc<Self>, store: &Rc<Store>) {
        let watch = Rc::clone(self);
        // There is one store in the life of the page.
        let _ = self.store.set(Rc::downgrade(store));
        let _ = self.watching.set(store.watch(move || watch.look()));
    }

    /// Notes where the focus is now.
    pub fn focused(&self, element: Element) {
        let inside = element.closest(NOTICES).is_ok_and(|found| found.is_some());
        self.has_focus.set(inside);
        if !inside {
            self.before.replace(Some(element));
        }
    }

    fn store(&self) -> Option<Rc<Store>> {
        self.store.get().and_then(Weak::upgrade)
    }

    /// Looks whether there is another notice, or none any more.
    fn look(self: &Rc<Self>) {
        let Some(store) = self.store() else { return };
        let now = store.read(|state| {
            let (notice, refused) = &*self.shown.borrow();
            let same = state.frame.notice == *notice && state.importing.refusal.is_some() == *refused;
            (!same).then(|| (state.frame.notice.clone(), state.importing.refusal.is_some()))
        });
        let Some(now) = now else { return };
        let leaves =
            now.0.as_ref().is_some_and(|notice| matches!(notice.kind(), NoticeKind::Done | NoticeKind::Info));
        let is_new = now.0 != self.shown.borrow().0;
        self.shown.replace(now);
        let watch = Rc::clone(self);
        // Once it is drawn.
        clock::after(0, move || {
            watch.give_focus_back();
            if is_new {
                watch.timer.replace(None);
                if leaves {
                    let letters = u32::try_from(page::text_length(NOTICES)).unwrap_or(u32::MAX);
                    watch.ask_after(READ_WITHIN.saturating_add(letters.saturating_mul(FOR_EACH_LETTER)));
                }
            }
        })
        .forget();
    }

    /// Where the focus was on a notice that is gone, it goes back to where it was before.
    fn give_focus_back(&self) {
        if self.has_focus.get() && !page::has_focus() {
            self.has_focus.set(false);
            // Taken out first: the focus that it gets is noted anew.
            if let Some(before) = self.before.take() {
                page::focus_element(&before);
            }
        }
    }

    fn ask_after(self: &Rc<Self>, millis: u32) {
        let watch = Rc::clone(self);
        self.timer.replace(Some(clock::after(millis, move || watch.ask())));
    }

    /// The time of the notice is over, unless somebody is at it.
    fn ask(self: &Rc<Self>) {
        if page::is_attended(NOTICES) {
            self.ask_after(ASK_AGAIN_AFTER);
        } else if let Some(store) = self.store() {
            store.dispatch(FrameEvent::NoticeDismissed);
        }
    }
}
