//! Which target each row of a block is about, and what it fills there.

use std::collections::BTreeSet;

use super::headings::meaning;
use super::{
    CellProblem, Choices, Column, ColumnMeaning, Known, PastedFigure, Places, Row, RowKind, field_of,
    typed_fields,
};
use scoring::figures::{FigureKind, is_blank, read};
use scoring::folded::words;
use scoring::target_set::{ChoiceOption, Field, Input, Target};

/// The rows of a block whose columns are known.
pub(super) fn recognise(
    block: Vec<Vec<String>>,
    columns: &[Column],
    places: &Places<'_>,
    choices: &Choices,
) -> Vec<Row> {
    let known = Known::of(places.targets);
    let names_targets =
        columns.iter().any(|column| matches!(column.meaning, ColumnMeaning::Id | ColumnMeaning::Name));
    let by_label = columns.iter().any(|column| column.meaning == ColumnMeaning::Label);
    let mut down = Down::of(places);
    let mut used = BTreeSet::new();
    let mut filled = BTreeSet::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut began = false;
    for (place, cells) in block.into_iter().enumerate() {
        let mut kind = kind(&cells, columns, began, rows.last());
        let target = match choices.rows.get(&place) {
            Some(None) => {
                kind = RowKind::LeftOut;
                None
            }
            Some(Some(id)) => {
                kind = RowKind::Figures;
                let chosen = known.of_id(id);
                chosen.inspect(|target| down.go_on_after(target))
            }
            None if !matches!(kind, RowKind::Figures | RowKind::NoFigures) => None,
            None if names_targets => named(&cells, columns, &known),
            None => down.next(),
        };
        began |= kind == RowKind::Figures;
        let mut row = Row { cells, kind, target: None, figures: Vec::new(), problems: Vec::new() };
        match target {
            Some(target) => {
                row.target = Some(target.id.clone());
                fill(&mut row, target, columns);
                let places =
                    || row.figures.iter().map(|figure| (figure.target.clone(), figure.field.clone()));
                if places().any(|place| filled.contains(&place))
                    || !by_label && !used.insert(target.id.clone())
                {
                    row.kind = RowKind::Repeated;
                    row.figures.clear();
                    row.target = None;
                } else {
                    filled.extend(places());
                    row.kind = if row.figures.is_empty() { RowKind::NoFigures } else { RowKind::Figures };
                }
            }
            None if kind == RowKind::Figures && down.began && !names_targets => {
                row.kind = RowKind::BeyondLast;
            }
            None if kind == RowKind::Figures => row.kind = RowKind::UnknownTarget,
            None if kind == RowKind::NoFigures && names_targets => row.kind = RowKind::Section,
            None => {}
        }
        rows.push(row);
    }
    rows
}

/// The targets with typed figures from where the block was pasted, down.
struct Down<'a> {
    targets: Vec<&'a Target>,
    at: usize,
    /// Whether there is a place where the block was pasted.
    began: bool,
}

impl<'a> Down<'a> {
    fn of(places: &Places<'a>) -> Self {
        let is_shown = |target: &&Target| places.shown.is_none_or(|shown| shown.contains(&target.id));
        let has_figures = |target: &&Target| !typed_fields(target).is_empty();
        let shown = places.targets.iter().copied().filter(is_shown);
        let targets = match places.begin {
            Some((begin, _)) => shown.skip_while(|target| &*target.id != begin).filter(has_figures).collect(),
            None => Vec::new(),
        };
        Self { targets, at: 0, began: places.begin.is_some() }
    }

    fn next(&mut self) -> Option<&'a Target> {
        let target = self.targets.get(self.at).copied();
        self.at += 1;
        target
    }

    /// The user chose the target of a row: the next row is about the one after it.
    fn go_on_after(&mut self, target: &Target) {
        if let Some(at) = self.targets.iter().position(|known| known.id == target.id) {
            self.at = at + 1;
        }
    }
}

/// The target that the cells of a row name: by its id, else by its name.
fn named<'a>(cells: &[String], columns: &[Column], known: &Known<'a>) -> Option<&'a Target> {
    let cell = |meaning: ColumnMeaning| {
        cells.iter().zip(columns).find(|(_, column)| column.meaning == meaning).map(|(cell, _)| cell)
    };
    let by_id = cell(ColumnMeaning::Id).and_then(|cell| known.of_id(cell));
    by_id.or_else(|| cell(ColumnMeaning::Name).and_then(|cell| known.of_name(cell)))
}

/// What a row is by its cells; `began` once figures stood above it.
fn kind(cells: &[String], columns: &[Column], began: bool, above: Option<&Row>) -> RowKind {
    let figures = || {
        let is_figure =
            |column: &Column| matches!(column.meaning, ColumnMeaning::Figure(_) | ColumnMeaning::Entered);
        cells.iter().zip(columns).filter(move |(_, column)| is_figure(column)).map(|(cell, _)| cell)
    };
    let first = cells.iter().find(|cell| !is_blank(cell)).map_or("", String::as_str);
    if is_heading_row(cells) {
        return RowKind::Heading;
    }
    if above.is_some_and(|above| above.kind == RowKind::Heading && numbers_columns(cells, above)) {
        return RowKind::ColumnNumbers;
    }
    if is_sum(first) && figures().any(|cell| holds_number(cell)) {
        return RowKind::Total;
    }
    let entered = || {
        cells
            .iter()
            .zip(columns)
            .any(|(cell, column)| column.meaning == ColumnMeaning::Entered && !is_blank(cell))
    };
    let labelled = || {
        cells
            .iter()
            .zip(columns)
            .any(|(cell, column)| column.meaning == ColumnMeaning::Label && !is_blank(cell))
    };
    if (figures().any(|cell| holds_digits(cell) || is_error(cell)) || entered() || labelled())
        && !is_section(cells, first)
    {
        return RowKind::Figures;
    }
    if is_section(cells, first) {
        return RowKind::Section;
    }
    let says_words = cells.iter().any(|cell| holds_words(cell));
    if !began && says_words { RowKind::Heading } else { RowKind::NoFigures }
}

/// Whether a row heads columns: some cell is a heading that is known, and none holds a figure.
pub(super) fn is_heading_row(cells: &[String]) -> bool {
    let figure = |cell: &String| holds_number(cell) && !cell.contains('%');
    cells.iter().any(|cell| meaning(cell, None).is_some() && holds_words(cell)) && !cells.iter().any(figure)
}

/// Whether a row under a heading numbers its columns: (1), (2) … or 1, 2 …, perhaps after letters.
fn numbers_columns(cells: &[String], heading: &Row) -> bool {
    let bare = |cell: &String| cell.trim_matches(['(', ')', '[', ']', '.']).trim().to_owned();
    let marks: Vec<String> = cells.iter().map(bare).filter(|mark| !mark.is_empty()).collect();
    let is_letter = |mark: &String| mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic);
    let letters = marks.iter().take_while(|mark| is_letter(mark)).count();
    let numbers = marks.get(letters..).unwrap_or_default();
    let headed = |(cell, above): (&String, &String)| is_blank(cell) || !is_blank(above);
    // "(3)=(2)/(1)" stands there as well.
    let in_order = |(at, mark): (usize, &String)| {
        mark.split(['=', ')']).next().is_some_and(|mark| mark.trim() == (at + 1).to_string())
    };
    marks.len() > 1
        && !numbers.is_empty()
        && numbers.iter().enumerate().all(in_order)
        && cells.iter().zip(&heading.cells).all(headed)
}

/// Whether a row begins like a sum.
fn is_sum(first: &str) -> bool {
    let said = words(first);
    ["tong cong", "cong", "tong so", "tong", "total", "sum"]
        .iter()
        .any(|sum| said == *sum || said.strip_prefix(sum).is_some_and(|rest| rest.starts_with(' ')))
}

/// Whether a row names a group: one cell alone, "II. Thủ tục hành chính", "Lĩnh vực 2", "A. …".
fn is_section(cells: &[String], first: &str) -> bool {
    let alone = cells.len() > 1 && cells.iter().filter(|cell| !is_blank(cell)).count() == 1;
    if !holds_words(first) {
        return false;
    }
    let number =
        first.split(['.', ')', '/', '-', ':', ' ']).next().unwrap_or_default().trim_start_matches('(');
    let is_roman = !number.is_empty() && number.chars().all(|c| "IVXLC".contains(c));
    let is_letter = number.chars().count() == 1 && number.chars().all(char::is_uppercase);
    let is_numbered = number.len() < first.len()
        && (is_roman || is_letter || number.chars().all(|c| c.is_ascii_digit()) && !number.is_empty());
    let said = words(first);
    let is_group = ["linh vuc", "tieu chi", "nhom", "phan", "muc", "area", "section"]
        .iter()
        .any(|group| said.strip_prefix(group).is_some_and(|rest| rest.starts_with(' ')));
    alone && (is_numbered || is_group)
}

/// Fills what the cells of a row give.
fn fill(row: &mut Row, target: &Target, columns: &[Column]) {
    let fields = target.measure.fields();
    let typed: Vec<&Field<'_>> =
        fields.iter().filter(|field| matches!(field.input, Input::Figure(_))).collect();
    let label = row.cells.iter().zip(columns).find(|(_, column)| column.meaning == ColumnMeaning::Label);
    let labelled = label.map(|(cell, _)| field_of(target, cell));
    for (place, column) in columns.iter().enumerate() {
        let Some(cell) = row.cells.get(place).filter(|cell| !is_blank(cell)).cloned() else { continue };
        let field = match (column.meaning, &labelled) {
            (ColumnMeaning::Figure(_), Some(field)) => field.as_ref(),
            (ColumnMeaning::Figure(at), None) => typed.get(at).copied(),
            (ColumnMeaning::Entered, _) if fields.len() == 1 => fields.first(),
            (ColumnMeaning::Entered, _) => {
                listed(row, place, &cell, target);
                continue;
            }
            (
                ColumnMeaning::Nothing
                | ColumnMeaning::Number
                | ColumnMeaning::Id
                | ColumnMeaning::Name
                | ColumnMeaning::Label,
                _,
            ) => continue,
        };
        match field {
            None => row.problems.push((place, CellProblem::NoField)),
            Some(field) => take(row, place, &cell, target, field),
        }
    }
}

/// Takes what was entered for the items of a list: "lap=yes ra-soat=no".
fn listed(row: &mut Row, place: usize, cell: &str, target: &Target) {
    for pair in cell.split_whitespace() {
        let Some((name, said)) = pair.split_once('=').filter(|(_, said)| !said.is_empty()) else { continue };
        match target.measure.fields().iter().find(|field| field.name == name) {
            Some(field) => take(row, place, said, target, field),
            None => row.problems.push((place, CellProblem::NoField)),
        }
    }
}

/// Takes a cell for a field, or says why it can't be taken.
fn take(row: &mut Row, place: usize, cell: &str, target: &Target, field: &Field<'_>) {
    let text = match field.input {
        Input::Figure(kind) => {
            if let Some(problem) = problem(cell) {
                return row.problems.push((place, problem));
            }
            if read(cell, kind).is_err() {
                row.problems.push((place, CellProblem::NotUnderstood));
            }
            Some(cell.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Input::YesNo => match words(cell).as_str() {
            "yes" | "co" => Some("yes".to_owned()),
            "no" | "khong" => Some("no".to_owned()),
            _ => None,
        },
        Input::Option(options) => {
            let said = words(cell);
            let is_said = |option: &&ChoiceOption| {
                option.id == cell
                    || [&option.name.vi, &option.name.en].map(|name| words(name)).contains(&said)
            };
            options.iter().find(is_said).map(|option| option.id.clone())
        }
    };
    match text {
        Some(text) => {
            row.figures.push(PastedFigure { target: target.id.clone(), field: field.name.to_owned(), text });
        }
        None => row.problems.push((place, CellProblem::Words)),
    }
}

/// Why a cell can be no figure.
fn problem(cell: &str) -> Option<CellProblem> {
    if is_error(cell) {
        Some(CellProblem::Error)
    } else if !cell.is_empty() && cell.chars().all(|c| c == '#') {
        Some(CellProblem::TooNarrow)
    } else if is_rounded(cell) {
        Some(CellProblem::Rounded)
    } else if holds_digits(cell) {
        None
    } else if holds_words(cell) {
        Some(CellProblem::Words)
    } else {
        Some(CellProblem::Mark)
    }
}

/// Whether a cell shows the error of a formula, in English or Vietnamese Excel.
fn is_error(cell: &str) -> bool {
    cell.starts_with('#') && cell.len() > 1 && cell.ends_with(['!', '?', 'A'])
}

/// Whether a cell shows a number with an exponent: digits of it are missing.
fn is_rounded(cell: &str) -> bool {
    let Some((head, exponent)) = cell.split_once(['E', 'e']) else { return false };
    let digits = exponent.trim_start_matches(['+', '-']);
    !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit())
        && head.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        && head.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
}

/// Whether a cell reads as a number of any kind.
pub(super) fn holds_number(cell: &str) -> bool {
    matches!(read(cell, FigureKind::Percent), Ok(Some(_))) || is_rounded(cell)
}

/// Whether a cell has a digit in it.
fn holds_digits(cell: &str) -> bool {
    cell.chars().any(char::is_numeric)
}

/// Whether a cell says something: two letters that follow each other.
pub(super) fn holds_words(cell: &str) -> bool {
    let mut letters = 0;
    cell.chars().any(|c| {
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
        letters > 1
    })
}
