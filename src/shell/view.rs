//! How a piece of the page is kept up to date: what it reads from the state, and how it is drawn.
//!
//! A [`View`] is what one piece reads. It is drawn again only when that changed: a key wakes its row, its area and the
//! score, and nothing else. One Yew component, [`Connected`], serves all views: a component type for each would cost the
//! module about six kilobytes of the same code.

use crate::shell::event::AppEvent;
use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use yew::prelude::*;

use crate::shell::frame::event::FrameEvent;
use crate::shell::state::State;
use crate::shell::store::{Store, Subscription};
use crate::ui::icons::{Icon, icon};
use i18n::{Key, Words};
use scoring::target_set::TargetId;
use scoring::text::Language;

/// A piece of the page, as it was read from the state.
pub trait View: PartialEq + 'static {
    /// Which one of its kind: the target of a row; `()` where there is one only.
    type Key: PartialEq + 'static;

    /// Reads it. This runs after every event: it copies pointers and flags, and leaves what takes time to [`View::draw`].
    fn read(state: &State, key: &Self::Key) -> Self;

    /// Draws it.
    fn draw(&self, ctx: &ViewContext) -> Html;

    /// Sets on the elements, once they stand, what no attribute can.
    fn after_render(&self) {}
}

/// A view of any type.
trait AnyView {
    fn draw(&self, ctx: &ViewContext) -> Html;
    fn after_render(&self);
    fn is(&self, other: &dyn AnyView) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<V: View> AnyView for V {
    fn draw(&self, ctx: &ViewContext) -> Html {
        View::draw(self, ctx)
    }

    fn after_render(&self) {
        View::after_render(self);
    }

    fn is(&self, other: &dyn AnyView) -> bool {
        other.as_any().downcast_ref::<V>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A view that is wanted: its type and its key.
struct Wanted<V: View> {
    key: V::Key,
    view: PhantomData<V>,
}

/// A wanted view of any type.
trait AnyWanted {
    fn read(&self, state: &State) -> Box<dyn AnyView>;
    fn is(&self, other: &dyn AnyWanted) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<V: View> AnyWanted for Wanted<V> {
    fn read(&self, state: &State) -> Box<dyn AnyView> {
        Box::new(V::read(state, &self.key))
    }

    fn is(&self, other: &dyn AnyWanted) -> bool {
        other.as_any().downcast_ref::<Self>().is_some_and(|other| other.key == self.key)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A target, and where its score stands: area and place in the scorecard. It is found there without a search, and found
/// all the same when it has moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowKey {
    /// The target.
    pub id: TargetId,
    /// Area and place.
    pub hint: (usize, usize),
}

/// The criteria shown of an area, by their place in it, and of each the targets shown.
pub type Shown = Rc<Vec<(usize, Vec<RowKey>)>>;

/// Something shared that is the same only when it is the very same: compared by address, at no cost.
pub struct PtrEq<T>(pub Rc<T>);

impl<T> PartialEq for PtrEq<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for PtrEq<T> {}

/// What a view is drawn with: words, other views, and where events go.
pub struct ViewContext {
    /// The words of the language shown.
    pub words: Words,
    /// Whether the document can only be read here, because another window edits it.
    pub read_only: bool,
    store: Rc<Store>,
}

impl ViewContext {
    /// Another view within this one.
    pub fn view<V: View>(&self, key: V::Key) -> Html {
        html! { <Connected ..ConnectedProps::of::<V>(Rc::clone(&self.store), key)/> }
    }

    /// A view of a list, which keeps its elements wherever it goes in the list.
    pub fn keyed<V: View>(&self, name: String, key: V::Key) -> Html {
        html! { <Connected key={name} ..ConnectedProps::of::<V>(Rc::clone(&self.store), key)/> }
    }

    /// The button beside a dialog's title that closes it.
    pub fn dialog_closer(&self) -> Html {
        html! {
            <button type="button" class="button button--plain button--icon" data-action="close"
                onclick={self.always::<MouseEvent>(FrameEvent::DialogSet(None))}>
                { icon(Icon::Close) }<span class="vh">{ self.words.get(Key::Close) }</span>
            </button>
        }
    }

    /// A callback for an event of the browser that always means the same.
    pub fn always<E: 'static>(&self, event: impl Into<AppEvent> + Clone + 'static) -> Callback<E> {
        self.on(move |_| Some(event.clone()))
    }

    /// A callback for an event of the browser: what it means, if anything.
    pub fn on<E: 'static, M: Into<AppEvent>>(
        &self,
        meaning: impl Fn(&E) -> Option<M> + 'static,
    ) -> Callback<E> {
        let store = Rc::clone(&self.store);
        Callback::from(move |event| {
            if let Some(event) = meaning(&event) {
                store.dispatch(event);
            }
        })
    }
}

/// Properties of [`Connected`].
#[derive(Properties, Clone)]
pub struct ConnectedProps {
    store: Rc<Store>,
    wanted: Rc<dyn AnyWanted>,
}

impl ConnectedProps {
    /// The view of a type and a key, kept up to date with a store.
    pub fn of<V: View>(store: Rc<Store>, key: V::Key) -> Self {
        Self { store, wanted: Rc::new(Wanted::<V> { key, view: PhantomData }) }
    }
}

impl PartialEq for ConnectedProps {
    fn eq(&self, other: &Self) -> bool {
        self.store == other.store && self.wanted.is(&*other.wanted)
    }
}

/// Draws a view, and draws it again when what it reads changed.
pub struct Connected {
    reading: Rc<RefCell<Reading>>,
    watching: Subscription,
}

/// Wakes the component when what its view reads changed, and only then: a key leaves all other rows asleep.
fn watch(context: &Context<Connected>, reading: &Rc<RefCell<Reading>>) -> Subscription {
    let (link, reading, props) = (context.link().clone(), Rc::clone(reading), context.props().clone());
    context.props().store.watch(move || {
        if reading.borrow_mut().take(Reading::of(&props)) {
            link.send_message(());
        }
    })
}

/// What a view was last read as, and how it is drawn.
struct Reading {
    view: Box<dyn AnyView>,
    language: Language,
    read_only: bool,
}

impl Reading {
    fn of(ConnectedProps { store, wanted }: &ConnectedProps) -> Self {
        store.read(|state| Self {
            view: wanted.read(state),
            language: state.frame.language,
            read_only: state.is_read_only(),
        })
    }

    /// Takes a newer reading; whether it is another one.
    fn take(&mut self, newer: Self) -> bool {
        let changed = newer.language != self.language
            || newer.read_only != self.read_only
            || !self.view.is(&*newer.view);
        if changed {
            *self = newer;
        }
        changed
    }
}

impl Component for Connected {
    type Message = ();
    type Properties = ConnectedProps;

    fn create(context: &Context<Self>) -> Self {
        let reading = Rc::new(RefCell::new(Reading::of(context.props())));
        Self { watching: watch(context, &reading), reading }
    }

    fn changed(&mut self, context: &Context<Self>, old: &ConnectedProps) -> bool {
        // An area that shows other targets than before has another key.
        if old != context.props() {
            self.watching = watch(context, &self.reading);
        }
        self.reading.borrow_mut().take(Reading::of(context.props()))
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().store.draws();
        let reading = self.reading.borrow();
        let ctx = ViewContext {
            words: Words(reading.language),
            read_only: reading.read_only,
            store: Rc::clone(&context.props().store),
        };
        reading.view.draw(&ctx)
    }

    fn rendered(&mut self, _context: &Context<Self>, _first: bool) {
        self.reading.borrow().view.after_render();
    }
}
