//! What each column of a block holds: by the user's choice, its heading, the ids and names in it, its cells.

use super::headings;
use super::rows::{
    holds_number, holds_words, is_heading_row, is_in_brackets, is_mark, is_section, is_years_row,
};
use super::{Choices, Column, ColumnMeaning, Known, Places, field_of, typed_fields};
use scoring::figures::is_blank;
use scoring::target_set::Target;

/// The columns of a block whose rows are of one length.
pub(super) fn recognise(block: &[Vec<String>], places: &Places<'_>, choices: &Choices) -> Vec<Column> {
    let width = block.first().map_or(0, Vec::len);
    let begin =
        places.begin.and_then(|(id, _)| places.targets.iter().find(|target| &*target.id == id).copied());
    let first = block.iter().enumerate().position(|(place, cells)| {
        let below = block.get(place + 1..).unwrap_or_default();
        !is_heading_row(cells) && !is_years_row(cells, below) && cells.iter().any(|cell| holds_number(cell))
    });
    let (above, below) = block.split_at(first.unwrap_or(0));
    let headed: Vec<_> = above
        .iter()
        .filter(|cells| {
            let says_more = cells.iter().filter(|cell| !is_blank(cell)).count() > 1;
            is_heading_row(cells) || says_more && !cells.iter().any(|cell| !is_blank(cell) && is_mark(cell))
        })
        .filter(|cells| !is_section(cells) && !is_in_brackets(cells))
        .collect();
    let known = Known::of(places);
    let mut columns: Vec<Column> = (0..width)
        .map(|place| {
            let heading =
                headed.iter().rev().filter_map(|cells| cells.get(place)).find(|cell| !is_blank(cell));
            let heading = heading.cloned().unwrap_or_default();
            Column { meaning: ColumnMeaning::Nothing, heading }
        })
        .collect();
    let filled: Vec<&Vec<String>> = below
        .iter()
        .filter(|cells| width < 2 || cells.iter().filter(|cell| !is_blank(cell)).count() > 1)
        .collect();
    let periods = columns.iter().filter(|column| headings::is_period(&column.heading)).count() > 1;
    let by_heading = |place: usize, heading: &str| {
        // A cell that names a target beats the heading above it.
        if filled.iter().filter_map(|cells| cells.get(place)).any(|cell| known.is_lettered_id(cell)) {
            return None;
        }
        let is_other =
            headings::is_of_another_time(heading, places.year) || periods && headings::is_period(heading);
        if is_other { Some(ColumnMeaning::Nothing) } else { headings::meaning(heading, begin) }
    };
    let said: Vec<Option<ColumnMeaning>> = columns
        .iter()
        .enumerate()
        .map(|(place, column)| {
            choices.columns.get(&place).copied().or_else(|| by_heading(place, &column.heading))
        })
        .collect();
    let by_content = by_content(&filled, &said, &known);
    let said = infer_remaining_figure(said, &by_content, &columns);
    // Where the headings of figures are known, a column under another one holds none.
    let headed = columns.iter().any(|column| {
        matches!(
            headings::meaning(&column.heading, begin),
            Some(ColumnMeaning::Figure(_) | ColumnMeaning::Entered)
        )
    });
    let offset = begin.zip(places.begin).map_or(0, |(target, (_, field))| place_of(target, field));
    let mut next = offset;
    for (place, column) in columns.iter_mut().enumerate() {
        let chosen = choices.columns.contains_key(&place);
        let meaning = said.get(place).copied().flatten();
        let taken = meaning.or_else(|| by_content.get(place).copied().flatten());
        column.meaning = match taken {
            None if headed && !is_blank(&column.heading) => ColumnMeaning::Nothing,
            // Under a heading that says nothing, and without one: the next figure.
            None => {
                let at = next;
                next += 1;
                ColumnMeaning::Figure(at)
            }
            Some(ColumnMeaning::Figure(at)) => {
                next = at + 1;
                ColumnMeaning::Figure(at)
            }
            Some(meaning) => meaning,
        };
        if !chosen && !has_field(column.meaning, places.targets) {
            column.meaning = ColumnMeaning::Nothing;
        }
    }
    if let Some(place) = labels(&filled, &known).filter(|place| !choices.columns.contains_key(place)) {
        if let Some(column) = columns.get_mut(place) {
            column.meaning = ColumnMeaning::Label;
        }
        one_figure_a_row(&mut columns, choices);
    }
    leave_out_ambiguous(&mut columns, &said, choices);
    leave_out_repeated(&mut columns, choices);
    columns
}

/// Where one column of figures has a heading that is not known and one of the first two figures has no heading, that is it.
fn infer_remaining_figure(
    mut said: Vec<Option<ColumnMeaning>>,
    by_content: &[Option<ColumnMeaning>],
    columns: &[Column],
) -> Vec<Option<ColumnMeaning>> {
    let is_said = |at| said.contains(&Some(ColumnMeaning::Figure(at)));
    let missing = match (is_said(0), is_said(1)) {
        (true, false) => 1,
        (false, true) => 0,
        (true, true) | (false, false) => return said,
    };
    let is_open = |place: &usize| {
        said.get(*place) == Some(&None)
            && by_content.get(*place) == Some(&None)
            && columns.get(*place).is_some_and(|column| !is_blank(&column.heading))
    };
    let open: Vec<usize> = (0..columns.len()).filter(is_open).collect();
    if let [place] = *open
        && let Some(meaning) = said.get_mut(place)
    {
        *meaning = Some(ColumnMeaning::Figure(missing));
    }
    said
}

/// Of two columns whose headings say the same figure neither counts: only the user can choose between them.
fn leave_out_ambiguous(columns: &mut [Column], said: &[Option<ColumnMeaning>], choices: &Choices) {
    let ambiguous: Vec<usize> = (0..columns.len())
        .filter(|place| {
            let says_the_same = |at: usize| {
                let meaning = said.get(*place).copied().flatten();
                at != *place
                    && matches!(meaning, Some(ColumnMeaning::Figure(_)))
                    && said.get(at).copied().flatten() == meaning
            };
            let chosen = |at: usize| choices.columns.contains_key(&at);
            !chosen(*place) && (0..columns.len()).any(|at| says_the_same(at) && !chosen(at))
        })
        .collect();
    for place in ambiguous {
        if let Some(column) = columns.get_mut(place) {
            column.meaning = ColumnMeaning::Nothing;
        }
    }
}

/// The column of names of fields, if most rows that name a target have one of its own there, or most rows at all.
fn labels(filled: &[&Vec<String>], known: &Known<'_>) -> Option<usize> {
    let width = filled.first().map_or(0, |cells| cells.len());
    (0..width).find(|place| {
        let named = filled.iter().filter_map(|cells| Some((cells.get(*place)?, known.of_row(cells)?)));
        let (all, those) = named.fold((0, 0), |(all, those), (cell, target)| {
            (all + 1, those + usize::from(field_of(target, cell).is_some()))
        });
        let labels = || {
            filled.iter().filter_map(|cells| cells.get(*place)).filter(|cell| known.of_label(cell).is_some())
        };
        those > 1 && those * 2 > all || labels().count() > 1 && labels().count() * 2 > filled.len()
    })
}

/// Where each row is about one field, one column holds its figure: the first.
fn one_figure_a_row(columns: &mut [Column], choices: &Choices) {
    let mut found = false;
    for (place, column) in columns.iter_mut().enumerate() {
        if choices.columns.contains_key(&place) {
            continue;
        }
        if let ColumnMeaning::Figure(at) = &mut column.meaning {
            if found {
                column.meaning = ColumnMeaning::Nothing;
            } else {
                *at = 0;
                found = true;
            }
        }
    }
}

/// Of two columns with one meaning the first counts, unless the user chose the other.
fn leave_out_repeated(columns: &mut [Column], choices: &Choices) {
    let chosen = |place: usize| choices.columns.contains_key(&place);
    for place in 0..columns.len() {
        let Some(meaning) = columns.get(place).map(|column| column.meaning) else { continue };
        let same = |(at, column): (usize, &Column)| {
            column.meaning == meaning
                && at != place
                && (chosen(at) && !chosen(place) || at < place && chosen(at) == chosen(place))
        };
        if meaning != ColumnMeaning::Nothing
            && columns.iter().enumerate().any(same)
            && let Some(column) = columns.get_mut(place)
        {
            column.meaning = ColumnMeaning::Nothing;
        }
    }
}

/// Whether any target has the figure that a column holds.
fn has_field(meaning: ColumnMeaning, targets: &[&Target]) -> bool {
    match meaning {
        ColumnMeaning::Figure(place) => targets.iter().any(|target| typed_fields(target).len() > place),
        ColumnMeaning::Nothing
        | ColumnMeaning::Number
        | ColumnMeaning::Id
        | ColumnMeaning::Name
        | ColumnMeaning::Label
        | ColumnMeaning::Entered => true,
    }
}

/// The place of a field among a target's typed ones.
fn place_of(target: &Target, field: &str) -> usize {
    typed_fields(target).iter().position(|(name, _)| name == field).unwrap_or(0)
}

/// Whether a cell is words: a figure may have some behind it, not before it.
pub(super) fn is_words(cell: &str) -> bool {
    holds_words(cell) && !cell.starts_with(|c: char| c.is_numeric() || c == '-' || c == '#')
}

/// Where texts count on by one each, the number that they begin with: 5 for "5.", "6.", "7.".
pub(super) fn counts_up(cells: &[&str]) -> Option<u32> {
    let numbers: Option<Vec<u32>> =
        cells.iter().map(|cell| cell.trim().trim_end_matches(['.', ')']).parse().ok()).collect();
    let numbers = numbers.filter(|numbers| numbers.len() > 1)?;
    numbers.is_sorted_by(|one, next| one.checked_add(1) == Some(*next)).then(|| numbers.first().copied())?
}

/// What the cells of the columns without a known heading say; `None` for figures.
fn by_content(
    filled: &[&Vec<String>],
    said: &[Option<ColumnMeaning>],
    known: &Known<'_>,
) -> Vec<Option<ColumnMeaning>> {
    let cells =
        |place: usize| filled.iter().filter_map(move |cells| cells.get(place)).filter(|cell| !is_blank(cell));
    let share = |place: usize, is: &dyn Fn(&String) -> bool| {
        let (all, those) = (cells(place).count(), cells(place).filter(|cell| is(cell)).count());
        those > 0 && those * 2 >= all
    };
    let numbers: Vec<bool> = (0..said.len()).map(|place| share(place, &|cell| holds_number(cell))).collect();
    let mut known_rows = false;
    let mut meanings: Vec<Option<ColumnMeaning>> = said
        .iter()
        .enumerate()
        .map(|(place, said)| {
            if said.is_some() {
                return None;
            }
            let is_id = |cell: &String| known.of_id(cell).is_some();
            let names_any = cells(place).any(|cell| known.is_lettered_id(cell));
            let is_name = |cell: &String| known.of_name(cell).is_some();
            let meaning = if share(place, &is_id) || names_any && !cells(place).any(is_name) {
                ColumnMeaning::Id
            } else if cells(place).any(is_name) && !share(place, &|cell| holds_number(cell)) {
                ColumnMeaning::Name
            } else if share(place, &|cell| cell.ends_with('%'))
                && numbers.iter().filter(|is| **is).count() > 1
            {
                ColumnMeaning::Nothing
            } else if cells(place).filter(|cell| is_words(cell)).count() * 2 > cells(place).count() {
                // Words alone.
                ColumnMeaning::Nothing
            } else {
                return None;
            };
            known_rows |= matches!(meaning, ColumnMeaning::Id | ColumnMeaning::Name);
            Some(meaning)
        })
        .collect();
    known_rows |= said.iter().any(|said| matches!(said, Some(ColumnMeaning::Id | ColumnMeaning::Name)));
    // 1, 2, 3 … in the first column number the rows where figures or targets follow them; 5, 6 … only where enough do.
    let first = meanings.first().copied().flatten().is_none() && said.first() == Some(&None);
    let counted = || cells(0).count();
    let firsts: Vec<&str> = cells(0).map(String::as_str).collect();
    let from = counts_up(&firsts);
    let figures = numbers.iter().skip(1).filter(|is| **is).count();
    if first
        && from.is_some_and(|from| from == 1 || known_rows || figures > 1)
        && (counted() > 1 && (known_rows || figures > 1) || counted() > 2 && figures > 0)
        && let Some(meaning) = meanings.first_mut()
    {
        *meaning = Some(ColumnMeaning::Number);
    }
    meanings
}
