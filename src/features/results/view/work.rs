//! Việc cần làm: what each target still wants, most points first; who does it, and by when.

use crate::features::exporting::event::ExportEvent;
use crate::features::report::event::ReportEvent;
use yew::prelude::*;

use crate::document::report_fields::TaskField;
use crate::shell::page::Page;
use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use crate::ui::focus::value;
use crate::ui::icons::{Icon, icon};
use i18n::numbers::points;
use i18n::sentences::work::{gain, in_figures, next_step, outcome, planned, to_do, value_after};
use i18n::{Key, Words};
use planning::{Work, total_gain, work};
use report::{work_csv, work_title};
use scoring::target_set::TargetId;

/// The heads of the columns, which the labels of the fields say again for those who don't see them.
const HEADS: [Key; 5] = [Key::WorkTitle, Key::WorkPoints, Key::WorkAfter, Key::WorkWho, Key::WorkBy];

/// The list of work.
#[derive(PartialEq, Eq)]
pub struct WorkList {
    all: Vec<Work>,
    sample: bool,
}

impl View for WorkList {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let all = work(state.document.scored());
        Self { all, sample: state.document.assessment().is_sample() }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        let (all, sample) = (self.all.clone(), self.sample);
        let export = ctx.on(move |_: &MouseEvent| {
            Some(ExportEvent::TableSaved { title: work_title().to_owned(), text: work_csv(&all, sample) })
        });
        html! {
            <section class="block work" aria-labelledby="work-title">
                <div class="block__head">
                    <h2 id="work-title">{ words.get(Key::WorkTitle) }</h2>
                    <button type="button" class="button" data-action="export-plan" disabled={self.all.is_empty()} onclick={export}>
                        { icon(Icon::Download) }{ words.get(Key::WorkExport) }
                    </button>
                </div>
                <p class="work__lead">{ words.get(if self.all.is_empty() { Key::WorkNone } else { Key::WorkLead }) }</p>
                <div class="work__heads" aria-hidden="true" hidden={self.all.is_empty()}>
                    for key in HEADS {
                        { line("work__head", words.get(key).to_owned()) }
                    }
                </div>
                <ol class="work__list">
                    for work in &self.all {
                        { row(work, ctx) }
                    }
                </ol>
                <p class="work__total" hidden={self.all.is_empty()}>{ total(&self.all, words) }</p>
            </section>
        }
    }
}

fn row(work: &Work, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let target = &work.score.target;
    let id = &target.id;
    let mut value = value_after(work, words);
    if !value.is_empty() {
        value = words.fill(Key::WorkValue, &[("value", &value)]);
    }
    let lines = [
        ("work__do", to_do(work, words)),
        ("work__figures", in_figures(work, words)),
        ("work__figures", next_step(work, words)),
        ("work__planned", planned(work, words)),
    ];
    html! {
        <li class="work__row" key={&**id} data-gap={id.to_string()} data-value={work.gain.to_string()}>
            <div class="work__what">
                for (class, text) in lines {
                    { line(class, text) }
                }
                <p class="work__target">{ target_link(id) }<span>{ words.of(&target.name).to_owned() }</span></p>
            </div>
            <p class="work__gain"><b>{ gain(work, words) }</b>{ " " }{ words.get(Key::Points) }</p>
            <div class="work__after">{ line("", outcome(work, words)) }{ line("", value) }</div>
            { field(id, "who", TaskField::Who, Key::WorkWho, &work.who, ctx) }
            { field(id, "by", TaskField::By, Key::WorkBy, &work.by, ctx) }
        </li>
    }
}

/// A line; one that says nothing takes no room.
fn line(class: &'static str, text: String) -> Html {
    html! { <p {class}>{ text }</p> }
}

/// The way to a target's figures.
pub fn target_link(id: &TargetId) -> Html {
    html! { <a class="target-id" href={Page::Entry.address_of(id)}>{ id.to_string() }</a> }
}

/// A field of free words; on paper its text stands in full, or a line to write on.
fn field(id: &TargetId, word: &str, field: TaskField, label: Key, text: &str, ctx: &ViewContext) -> Html {
    let name = [id, ".", word].concat();
    let target = id.clone();
    let typed =
        ctx.on(move |event: &InputEvent| Some(ReportEvent::TaskTyped(target.clone(), field, value(event))));
    html! {
        <div class={classes!("field", ["work__", word].concat())}>
            <label class="field__label" for={name.clone()}>
                { ctx.words.get(label) }<span class="vh">{ ", " }{ id.to_string() }</span>
            </label>
            <input class="input" id={name.clone()} {name} type="text" autocomplete="off" value={text.to_owned()}
                readonly={ctx.read_only} oninput={typed}/>
            <span class="work__paper" aria-hidden="true">{ text.to_owned() }</span>
        </div>
    }
}

/// What all of it brings; the most that it can, where some of it can't be told yet.
fn total(all: &[Work], words: Words) -> Html {
    let total = total_gain(all);
    let known = all.iter().all(|work| work.after.is_some());
    let line = words
        .fill(if known { Key::WorkTotal } else { Key::WorkTotalMost }, &[("n", &points(total, words.0))]);
    html! { <span data-out="work-gain" data-value={total.to_string()}>{ line }</span> }
}
