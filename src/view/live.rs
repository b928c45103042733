//! One component for every part of the page: what a part reads, and how it is drawn.
//!
//! A part is drawn again only when what it reads changed: a key wakes its row, its area and the score, and nothing
//! else. There is one component for all parts because every component type of its own would cost the module
//! about six kilobytes of the same machinery.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::components::report::PaperView;
use super::components::{
    About, Area, AreaCharts, AreaSum, Ask, Consistency, Drafts, DropZone, Exercises, FileChanged, Filters,
    HandOut, Heading, Homeless, Info, LastYearLine, LinkDialog, Notices, OtherWindow, Paths, Plans,
    PreviewDialog, ResultTable, Row, SampleStrip, Samples, SavedLine, Score, ScreenView, Send, ShowClock,
    Stage, Summary, Thinking, Tools, TopBar, Trial, TrialBar, Versions, WorkList,
};
use super::frame::Frame;
use super::pages::{Entry, Explore, Guide, Report, Results, Show, WhatIf};
use crate::app::{Action, Screen, State, Store, Subscription};
use i18n::Words;
use scoring::target_set::TargetId;
use scoring::text::Language;

/// A part of the page, read from the state.
pub trait Part: PartialEq + 'static {
    /// Draws it.
    fn draw(&self, page: &Drawing) -> Html;

    /// What remains to be set on the elements once they stand, because no attribute does it.
    fn settle(&self) {}
}

/// A part whatever its type.
trait AnyPart {
    fn draw(&self, page: &Drawing) -> Html;
    fn settle(&self);
    fn is(&self, other: &dyn AnyPart) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: Part> AnyPart for T {
    fn draw(&self, page: &Drawing) -> Html {
        Part::draw(self, page)
    }

    fn settle(&self) {
        Part::settle(self);
    }

    fn is(&self, other: &dyn AnyPart) -> bool {
        other.as_any().downcast_ref::<T>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A target, and where its score stands: area and place in the scorecard. It is found there without a search, and found
/// all the same when it has moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The target.
    pub id: TargetId,
    /// Area and place.
    pub near: (usize, usize),
}

/// The criteria shown of an area, by their place in it, and of each the targets shown.
pub type Shown = Rc<Vec<(usize, Vec<Spot>)>>;

/// Something shared that is the same only when it is the very same: compared by address, at no cost.
pub struct Same<T>(pub Rc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Which part.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// Everything.
    Frame,
    /// Product, pages, language, theme.
    TopBar,
    /// The score.
    Score,
    /// Undo, drafts, files.
    Tools,
    /// Where the data is.
    SavedLine,
    /// The page where figures are entered.
    Entry,
    /// The heading of the document.
    Heading,
    /// Filters and search.
    Filters,
    /// An area, by its place in the set, with the criteria and targets shown.
    Area(usize, Shown),
    /// The sums of an area.
    AreaSum(usize),
    /// A target.
    Row(Spot),
    /// What has no place in the set.
    Homeless,
    /// The page of results.
    Results,
    /// Which assessment of the year before is compared with.
    LastYear,
    /// The results at a glance.
    Summary,
    /// The work to do.
    Work,
    /// What is worth a second look.
    Consistency,
    /// The charts of the areas.
    AreaCharts,
    /// The table of the targets' results.
    ResultTable,
    /// The targets' paths over the years.
    Paths,
    /// The page where plans are tried.
    WhatIf,
    /// What the trial comes to, beside the document.
    TrialBar,
    /// The reverse question and its answer.
    Ask,
    /// A target on trial.
    Trial(Spot),
    /// The kept plans.
    Plans,
    /// The page of the report.
    Report,
    /// The report as it will be printed.
    Paper,
    /// The page where the show is prepared.
    Show,
    /// The show, filling the window.
    Stage,
    /// A screen of it.
    Screen(Screen),
    /// The exercises of it, and what is written of them.
    Exercises,
    /// The time that is left to think about an exercise.
    Thinking,
    /// The time, and how long the show has run.
    ShowClock,
    /// What the room takes home.
    HandOut,
    /// The samples to open.
    Samples,
    /// The strip that says that a sample is open.
    SampleStrip,
    /// The page where the set is read.
    Explore,
    /// A target to read there.
    Info(TargetId),
    /// The guide.
    Guide,
    /// The application itself, under this number of the guide's sections.
    About(usize),
    /// Notices and refusals.
    Notices,
    /// Dialogs about drafts.
    Drafts,
    /// The kept versions.
    Versions,
    /// Who edits the document, when it is not this window.
    OtherWindow,
    /// The question about a file that others changed.
    FileChanged,
    /// The ways to send the document.
    Send,
    /// The preview of a file.
    Preview,
    /// A link with the document in it.
    Link,
    /// Where a file may be dropped.
    DropZone,
}

impl Place {
    fn read(&self, state: &State) -> Box<dyn AnyPart> {
        match self {
            Self::Frame => boxed(state, Frame::read),
            Self::TopBar => boxed(state, TopBar::read),
            Self::Score => boxed(state, Score::read),
            Self::Tools => boxed(state, Tools::read),
            Self::SavedLine => boxed(state, SavedLine::read),
            Self::Entry => boxed(state, Entry::read),
            Self::Heading => boxed(state, Heading::read),
            Self::Filters => boxed(state, Filters::read),
            Self::Area(place, shown) => boxed(state, |state| Area::read(state, *place, shown)),
            Self::AreaSum(place) => boxed(state, |state| AreaSum::read(state, *place)),
            Self::Row(spot) => boxed(state, |state| Row::read(state, spot)),
            Self::Homeless => boxed(state, Homeless::read),
            Self::Results => boxed(state, Results::read),
            Self::LastYear => boxed(state, LastYearLine::read),
            Self::Summary => boxed(state, Summary::read),
            Self::Work => boxed(state, WorkList::read),
            Self::Consistency => boxed(state, Consistency::read),
            Self::AreaCharts => boxed(state, AreaCharts::read),
            Self::ResultTable => boxed(state, ResultTable::read),
            Self::Paths => boxed(state, Paths::read),
            Self::WhatIf => boxed(state, WhatIf::read),
            Self::TrialBar => boxed(state, TrialBar::read),
            Self::Ask => boxed(state, Ask::read),
            Self::Trial(spot) => boxed(state, |state| Trial::read(state, spot)),
            Self::Plans => boxed(state, Plans::read),
            Self::Report => boxed(state, Report::read),
            Self::Paper => boxed(state, PaperView::read),
            Self::Show => boxed(state, Show::read),
            Self::Stage => boxed(state, Stage::read),
            Self::Screen(screen) => boxed(state, |state| ScreenView::read(state, screen)),
            Self::Exercises => boxed(state, Exercises::read),
            Self::Thinking => boxed(state, Thinking::read),
            Self::ShowClock => boxed(state, ShowClock::read),
            Self::HandOut => boxed(state, HandOut::read),
            Self::Samples => boxed(state, Samples::read),
            Self::SampleStrip => boxed(state, SampleStrip::read),
            Self::Explore => boxed(state, Explore::read),
            Self::Info(id) => boxed(state, |state| Info::read(state, id)),
            Self::Guide => Box::new(Guide),
            Self::About(number) => boxed(state, |state| About::read(state, *number)),
            Self::Notices => boxed(state, Notices::read),
            Self::Drafts => boxed(state, Drafts::read),
            Self::Versions => boxed(state, Versions::read),
            Self::OtherWindow => boxed(state, OtherWindow::read),
            Self::FileChanged => boxed(state, FileChanged::read),
            Self::Send => boxed(state, Send::read),
            Self::Preview => boxed(state, PreviewDialog::read),
            Self::Link => boxed(state, LinkDialog::read),
            Self::DropZone => boxed(state, DropZone::read),
        }
    }
}

/// A part as it is read.
fn boxed<T: Part>(state: &State, read: impl FnOnce(&State) -> T) -> Box<dyn AnyPart> {
    Box::new(read(state))
}

/// What a part is drawn with: words, other parts, and where actions go.
pub struct Drawing {
    /// The words of the language shown.
    pub words: Words,
    /// Whether the document can only be read here, because another window edits it.
    pub read_only: bool,
    store: Rc<Store>,
}

impl Drawing {
    /// Another part within this one.
    pub fn part(&self, place: Place) -> Html {
        html! { <Live store={Rc::clone(&self.store)} {place}/> }
    }

    /// A part of a list, which keeps its elements wherever it goes in the list.
    pub fn keyed(&self, key: String, place: Place) -> Html {
        html! { <Live key={key} store={Rc::clone(&self.store)} {place}/> }
    }

    /// A callback for an event that always means the same.
    pub fn always<E: 'static>(&self, action: Action) -> Callback<E> {
        self.on(move |_| Some(action.clone()))
    }

    /// A callback for an event that says what happened, if anything.
    pub fn on<E: 'static>(&self, action: impl Fn(&E) -> Option<Action> + 'static) -> Callback<E> {
        let store = Rc::clone(&self.store);
        Callback::from(move |event| {
            if let Some(action) = action(&event) {
                store.dispatch(action);
            }
        })
    }
}

/// Properties of [`Live`].
#[derive(Properties, PartialEq, Clone)]
pub struct LiveProps {
    /// The store.
    pub store: Rc<Store>,
    /// Which part.
    pub place: Place,
}

/// Draws a part, and draws it again when what it reads changed.
pub struct Live {
    reading: Rc<RefCell<Reading>>,
    watching: Subscription,
}

/// Wakes the component when its part changed, and only then: a key leaves all other rows asleep.
fn watch(context: &Context<Live>, reading: &Rc<RefCell<Reading>>) -> Subscription {
    let (link, reading, props) = (context.link().clone(), Rc::clone(reading), context.props().clone());
    context.props().store.watch(move || {
        if reading.borrow_mut().take(Reading::of(&props)) {
            link.send_message(());
        }
    })
}

/// What a part was last read as, and how it is drawn.
struct Reading {
    part: Box<dyn AnyPart>,
    language: Language,
    read_only: bool,
}

impl Reading {
    fn of(LiveProps { store, place }: &LiveProps) -> Self {
        store.read(|state| Self {
            part: place.read(state),
            language: state.language,
            read_only: state.is_read_only(),
        })
    }

    /// Takes a newer reading; whether it is another one.
    fn take(&mut self, newer: Self) -> bool {
        let changed = newer.language != self.language
            || newer.read_only != self.read_only
            || !self.part.is(&*newer.part);
        if changed {
            *self = newer;
        }
        changed
    }
}

impl Component for Live {
    type Message = ();
    type Properties = LiveProps;

    fn create(context: &Context<Self>) -> Self {
        let reading = Rc::new(RefCell::new(Reading::of(context.props())));
        Self { watching: watch(context, &reading), reading }
    }

    fn changed(&mut self, context: &Context<Self>, old: &LiveProps) -> bool {
        // An area that shows other targets than before is another place.
        if old.place != context.props().place {
            self.watching = watch(context, &self.reading);
        }
        self.reading.borrow_mut().take(Reading::of(context.props()))
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let reading = self.reading.borrow();
        let page = Drawing {
            words: Words(reading.language),
            read_only: reading.read_only,
            store: Rc::clone(&context.props().store),
        };
        reading.part.draw(&page)
    }

    fn rendered(&mut self, _context: &Context<Self>, _first: bool) {
        self.reading.borrow().part.settle();
    }
}
