//! The goals by year, or those of one year by level, with what each year changes; and the changes in a sentence.

use crate::shell::frame::event::FrameEvent;
use yew::prelude::*;

use crate::document::view::blocks::head;
use crate::features::reference::view::ReferenceProps;
use crate::shell::page::Page;
use crate::shell::view::ViewContext;
use i18n::numbers::short_points;
use i18n::sentences::{change, goal};
use i18n::{Key, Words};
use scoring::target_set::{Area, Change, Level, Target};

/// What the year shown changes: which targets, and by how much.
pub fn changes(facts: &ReferenceProps, words: Words) -> String {
    let set = facts.set();
    let year = facts.year.to_string();
    let Some(before) = set.years.iter().rev().find(|known| **known < facts.year) else {
        return words.fill(Key::ReferenceFirstYear, &[("year", &year)]);
    };
    let levels: Vec<&str> = set.levels.iter().map(|level| level.id.as_str()).collect();
    let mut changed = Vec::new();
    for target in set.targets() {
        let mut told: Vec<String> = Vec::new();
        for level in levels.iter().filter(|level| facts.level.is_empty() || facts.level == ***level) {
            let found = target.change(level, &set.years, facts.year).filter(|change| *change != Change::Same);
            if let Some(text) = found.map(|found| change(found, words)).filter(|text| !told.contains(text)) {
                told.push(text);
            }
        }
        if !told.is_empty() {
            changed.push([&target.id, " (", &told.join("; "), ")"].concat());
        }
    }
    let (before, n) = (before.to_string(), changed.len().to_string());
    let key = if changed.is_empty() { Key::ReferenceChangedNone } else { Key::ReferenceChanged };
    let list = changed.join(", ");
    words.fill(key, &[("year", &year), ("before", &before), ("n", &n), ("list", &list)])
}

/// A column of the table: a level and a year under their name.
struct Column<'a> {
    level: &'a str,
    year: u16,
    name: String,
    here: bool,
}

/// A row a target; a column a year for one level, or a column a level for one year.
pub fn goal_table(facts: &ReferenceProps, ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let set = facts.set();
    let of_levels = facts.level.is_empty();
    let columns: Vec<_> = if of_levels {
        let column = |level: &Level| words.of(&level.name).to_owned();
        let year = facts.year;
        set.levels
            .iter()
            .map(|level| Column { level: &level.id, year, name: column(level), here: false })
            .collect()
    } else {
        let level = facts.level.as_str();
        let here = |year| year == facts.year && set.years.len() > 1;
        let column = |year: &u16| Column { level, year: *year, name: year.to_string(), here: here(*year) };
        set.years.iter().map(column).collect()
    };
    let title = if of_levels {
        words.fill(Key::ReferenceTableLevels, &[("year", &facts.year.to_string())])
    } else {
        words.get(Key::ReferenceTable).to_owned()
    };
    let all = columns.len().saturating_add(2).to_string();
    html! {
        <section class="block goals-block" aria-labelledby="goals-title">
            <h2 id="goals-title">{ title }</h2>
            <div class="goals__scroll" role="region" tabindex="0" aria-label={words.get(Key::ReferenceRegion)}>
                <table class="table goals">
                    <thead>
                        <tr>
                            { head(words.get(Key::ResultsTarget).to_owned(), false) }
                            { head(words.get(Key::ResultsMax).to_owned(), true) }
                            for column in &columns {
                                <th scope="col" class={column.here.then_some("is-here")}>
                                    { column.name.clone() }
                                    if column.here {
                                        { " " }<span class="goals__here">{ words.get(Key::ReferenceHere) }</span>
                                    }
                                </th>
                            }
                        </tr>
                    </thead>
                    for area in &set.areas {
                        { body(area, &columns, &all, facts, ctx) }
                    }
                </table>
            </div>
        </section>
    }
}

/// An area of the table: its name over its targets.
fn body(area: &Area, columns: &[Column], all: &str, facts: &ReferenceProps, ctx: &ViewContext) -> Html {
    let targets: Vec<_> =
        area.criteria.iter().flat_map(|it| &it.targets).filter(|target| facts.shows(target)).collect();
    if targets.is_empty() {
        return html! { <tbody key={area.id.as_str()} hidden=true/> };
    }
    html! {
        <tbody key={area.id.as_str()}>
            <tr class="goals__area"><th scope="rowgroup" colspan={all.to_owned()}>{ ctx.words.of(&area.name).to_owned() }</th></tr>
            for target in targets {
                { row(target, columns, &facts.set().years, ctx) }
            }
        </tbody>
    }
}

fn row(target: &Target, columns: &[Column], years: &[u16], ctx: &ViewContext) -> Html {
    let words = ctx.words;
    let id = &target.id;
    // The same address reached again calls nobody, so that the press itself goes there.
    let go = ctx.always::<MouseEvent>(FrameEvent::PageReached(Page::Reference, Some(id.to_string())));
    html! {
        <tr key={&**id} data-goals={id.to_string()}>
            <th scope="row">
                <a class="target-id" href={Page::Reference.address_of(id)} onclick={go}>{ id.to_string() }</a>{ " " }
                { words.of(&target.name).to_owned() }
            </th>
            <td class="num">{ short_points(target.max_points, words.0) }</td>
            for column in columns {
                { cell(target, column, years, words) }
            }
        </tr>
    }
}

/// What is asked for, and under it what the year changes.
fn cell(target: &Target, column: &Column, years: &[u16], words: Words) -> Html {
    let Column { level, year, here, .. } = column;
    if !target.claims(level) {
        return html! { <td data-level={level.to_string()} data-year={year.to_string()}>{ "–" }</td> };
    }
    let asked = goal(target, target.goal_in_force(level, *year), words);
    let changed = target.change(level, years, *year);
    let told = changed.map(|it| change(it, words)).unwrap_or_default();
    let strong = changed.is_some_and(|it| it != Change::Same).then_some("goals__change--new");
    html! {
        <td class={here.then_some("is-here")} data-level={level.to_string()} data-year={year.to_string()}>
            <span class="goals__goal">{ asked }</span>{ " " }
            <span class={classes!("goals__change", strong)}>{ told }</span>
        </td>
    }
}
