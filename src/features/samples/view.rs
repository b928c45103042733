//! Samples: the list to open one from, and the strip that says on every page that one is open.

use crate::features::entry::event::EntryEvent;
use crate::features::samples::event::SampleEvent;
use yew::prelude::*;

use crate::shell::state::State;
use crate::shell::view::{View, ViewContext};
use formats::samples::{Sample, Strength};
use i18n::exports::{ExportKey, export_text};
use i18n::{Key, Words};
use scoring::text::Text;

/// A sample of the list: its level, and how its unit stands.
#[derive(PartialEq, Eq)]
struct Entry {
    sample: Sample,
    level: Text,
}

/// The list, of the year of what is open.
#[derive(PartialEq, Eq)]
pub struct Samples {
    entries: Vec<Entry>,
    open: Option<Sample>,
}

impl View for Samples {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let set = &state.sample_set().set;
        let open = state.sample();
        let entry = |sample: Sample| {
            let level = set.level(sample.level()).filter(|_| sample.open(state.sample_set()).is_some())?;
            Some(Entry { sample, level: level.name.clone() })
        };
        let year = open.map_or(Sample::YEAR, |sample| sample.year);
        Self { entries: Sample::all(year).filter_map(entry).collect(), open }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        html! {
            <section class="block samples" aria-labelledby="samples-title">
                <h2 id="samples-title">{ words.get(Key::SamplesTitle) }</h2>
                <p>{ words.get(if self.entries.is_empty() { Key::SamplesNone } else { Key::SamplesLead }) }</p>
                <ul class="samples__list">
                    for entry in &self.entries {
                        { item(entry, self.open == Some(entry.sample), ctx) }
                    }
                </ul>
            </section>
        }
    }
}

fn item(entry: &Entry, open: bool, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let Entry { sample, level } = entry;
    let id = sample.id();
    let label = ["sample-", &id].concat();
    html! {
        <li class="samples__item" key={id.clone()}>
            <p id={label.clone()}>
                <b>{ sample.name() }</b><br/>
                { words.of(level) }{ ", " }{ sample.year }{ " – " }{ words.get(standing(sample.strength())) }
                if open {
                    { " " }<span class="mark mark--quiet">{ words.get(Key::DraftOpen) }</span>
                }
            </p>
            <button type="button" class="button" data-action="open-sample" data-sample={id} aria-describedby={label}
                onclick={ctx.always::<MouseEvent>(SampleEvent::Opened(*sample))}>{ words.get(Key::SampleOpen) }</button>
        </li>
    }
}

const fn standing(strength: Strength) -> Key {
    match strength {
        Strength::Weak => Key::SampleWeak,
        Strength::Middling => Key::SampleMiddling,
        Strength::Strong => Key::SampleStrong,
    }
}

/// What shows through every page while a sample is open, on paper too.
pub fn sample_mark() -> Html {
    html! {
        <div class="sample-mark" aria-hidden="true" lang="vi">
            for place in 0..3 {
                // Drawn by the style sheet: it is a ground to see through, and not a text to read.
                <span key={place} data-mark={export_text(ExportKey::SampleMark)}/>
            }
        </div>
    }
}

/// The strip at the foot of every page while a sample is open.
#[derive(PartialEq, Eq)]
pub struct SampleStrip {
    unit: String,
    year: u16,
    years: Vec<u16>,
}

impl View for SampleStrip {
    type Key = ();

    fn read(state: &State, (): &()) -> Self {
        let (unit, years) = (state.document.assessment().unit.name.trim(), &state.document.set().years);
        Self { unit: unit.to_owned(), year: state.document.assessment().year, years: years.clone() }
    }

    fn draw(&self, ctx: &ViewContext) -> Html {
        let words = ctx.words;
        html! {
                <section class="sample-strip" aria-label={words.get(Key::SampleStrip)}>
                    <div class="sample-strip__in sheet-width">
                        <p class="sample-strip__said"><b>{ words.get(Key::SampleStrip) }</b>{ " " }<span>{ self.whose(words) }</span></p>
                        <fieldset class="segments sample-strip__years">
                            <legend class="vh">{ words.get(Key::SampleYear) }</legend>
                            for year in &self.years {
                                <label class="segment" key={*year}>
                                    <input type="radio" name="sample-year" value={year.to_string()} checked={*year == self.year}
                                        onchange={ctx.always::<Event>(EntryEvent::YearChosen(*year))}/>
                                    <span>{ *year }</span>
                                </label>
                            }
                        </fieldset>
                        <button type="button" class="button button--primary" data-action="leave-sample"
                            onclick={ctx.always::<MouseEvent>(SampleEvent::Left)}>{ words.get(Key::SampleLeave) }</button>
                    </div>
                </section>
        }
    }
}

impl SampleStrip {
    fn whose(&self, words: Words) -> String {
        let unit = if self.unit.is_empty() { words.get(Key::UnitUnnamed) } else { &self.unit };
        words.fill(Key::SampleWhose, &[("unit", unit), ("year", &self.year.to_string())])
    }
}
