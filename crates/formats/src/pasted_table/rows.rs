//! Which target each row of a block is about, and what it fills there.

use std::collections::BTreeSet;

use super::columns::is_words;
use super::headings::{is_year, meaning};
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
    let known = Known::of(places);
    let names_targets = columns.iter().any(|column| {
        matches!(column.meaning, ColumnMeaning::Id | ColumnMeaning::Name | ColumnMeaning::Label)
    });
    let by_label = columns.iter().any(|column| column.meaning == ColumnMeaning::Label);
    let mut down = Down::of(places);
    let mut used = BTreeSet::new();
    let mut filled = BTreeSet::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut began = false;
    for (place, cells) in block.iter().cloned().enumerate() {
        let names_itself = names_targets && named(&cells, columns, &known).is_some();
        let below = block.get(place + 1..).unwrap_or_default();
        let mut kind =
            kind(&RowInContext { cells: &cells, columns, above: &rows, below, began, names_itself });
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
            None => down.next(&cells, columns),
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

/// The targets from where the block was pasted, down.
struct Down<'a> {
    targets: Vec<&'a Target>,
    at: usize,
    /// Whether there is a place where the block was pasted.
    began: bool,
}

impl<'a> Down<'a> {
    fn of(places: &Places<'a>) -> Self {
        let is_shown = |target: &&Target| places.shown.is_none_or(|shown| shown.contains(&target.id));
        let shown = places.targets.iter().copied().filter(is_shown);
        let targets = match places.begin {
            Some((begin, _)) => shown.skip_while(|target| &*target.id != begin).collect(),
            None => Vec::new(),
        };
        Self { targets, at: 0, began: places.begin.is_some() }
    }

    /// The next target with typed figures. One that is answered by yes or no has its row where such a word stands.
    fn next(&mut self, cells: &[String], columns: &[Column]) -> Option<&'a Target> {
        let says_yes_or_no = cells.iter().zip(columns).any(|(cell, column)| {
            matches!(column.meaning, ColumnMeaning::Figure(_))
                && ["co", "khong", "yes", "no", "dat", "khong dat"].contains(&words(cell).as_str())
        });
        loop {
            let target = self.targets.get(self.at).copied();
            self.at += 1;
            if says_yes_or_no || target.is_none_or(|target| !typed_fields(target).is_empty()) {
                return target;
            }
        }
    }

    /// The user chose the target of a row: the next row is about the one after it.
    fn go_on_after(&mut self, target: &Target) {
        if let Some(at) = self.targets.iter().position(|known| known.id == target.id) {
            self.at = at + 1;
        }
    }
}

/// The target that the cells of a row name: by its id, else by its name. One that names two names none.
fn named<'a>(cells: &[String], columns: &[Column], known: &Known<'a>) -> Option<&'a Target> {
    let mut ids = cells.iter().filter(|cell| known.is_lettered_id(cell)).filter_map(|cell| known.of_id(cell));
    if ids.next().is_some_and(|first| ids.any(|other| other.id != first.id)) {
        return None;
    }
    let cell = |meaning: ColumnMeaning| {
        cells.iter().zip(columns).find(|(_, column)| column.meaning == meaning).map(|(cell, _)| cell)
    };
    let by_id = cell(ColumnMeaning::Id).and_then(|cell| known.of_id(cell));
    by_id
        .or_else(|| cell(ColumnMeaning::Name).and_then(|cell| known.of_name(cell)))
        .or_else(|| cell(ColumnMeaning::Label).and_then(|cell| known.of_label(cell)))
}

/// A row with what tells what it is: its columns and the rows around it.
struct RowInContext<'a> {
    cells: &'a [String],
    columns: &'a [Column],
    /// The rows above, as they were recognised.
    above: &'a [Row],
    below: &'a [Vec<String>],
    /// Whether figures stood above it.
    began: bool,
    /// Whether it names a target.
    names_itself: bool,
}

impl<'a> RowInContext<'a> {
    /// The cells that are not blank in columns of which this holds.
    fn filled(&self, is: fn(ColumnMeaning) -> bool) -> impl Iterator<Item = &'a String> {
        let of = move |(_, column): &(&String, &Column)| is(column.meaning);
        self.cells.iter().zip(self.columns).filter(of).map(|(cell, _)| cell).filter(|cell| !is_blank(cell))
    }

    fn figures(&self) -> impl Iterator<Item = &'a String> {
        self.filled(|meaning| matches!(meaning, ColumnMeaning::Figure(_) | ColumnMeaning::Entered))
    }

    /// Whether it holds figures, or something in their place that is no word.
    fn holds_figures(&self) -> bool {
        self.figures().any(|cell| holds_digits(cell) && !is_words(cell) || is_error(cell))
            || self
                .filled(|meaning| matches!(meaning, ColumnMeaning::Entered | ColumnMeaning::Label))
                .next()
                .is_some()
    }

    /// Whether it is a heading of columns or of the table.
    fn is_heading(&self) -> bool {
        if is_years_row(self.cells, self.below) && !self.began {
            return true;
        }
        let filled = || self.cells.iter().filter(|cell| !is_blank(cell));
        let only_words = filled().all(|cell| is_words(cell) && !is_mark_word(cell));
        if self.began {
            // The heading of a second page.
            let same = |row: &Row| row.kind == RowKind::Heading && row.cells == *self.cells;
            return only_words && self.above.iter().any(same);
        }
        let headed = filled().any(|cell| meaning(cell, None).is_some() && holds_words(cell));
        let numbers = filled().any(|cell| holds_number(cell) && !cell.contains('%'));
        match filled().count() {
            0 => false,
            1 => only_words && self.is_title(),
            _ => only_words || headed && !numbers && filled().all(|cell| !is_mark(cell)),
        }
    }

    /// Whether words alone in a row stand over the table. In a column of words they are those of a row without figures.
    fn is_title(&self) -> bool {
        let place = self.cells.iter().position(|cell| !is_blank(cell)).unwrap_or_default();
        let said = words(self.cells.get(place).map_or("", String::as_str));
        let begins = |title: &str| said.strip_prefix(title).is_some_and(|rest| rest.starts_with(' '));
        let has_number = |cells: &&Vec<String>| cells.iter().any(|cell| holds_number(cell));
        let first = self.below.iter().find(has_number).and_then(|cells| cells.get(place));
        TITLES.iter().any(|title| begins(title)) || first.is_none_or(|cell| !is_words(cell))
    }

    /// Whether it numbers the columns: (1), (2) … or, under headings, 1, 2 …, perhaps after letters.
    fn numbers_columns(&self) -> bool {
        let headings: Vec<&Row> =
            self.above.iter().rev().take_while(|row| row.kind == RowKind::Heading).collect();
        if headings.is_empty() && (self.began || !is_in_brackets(self.cells)) {
            return false;
        }
        let bare = |cell: &String| cell.trim_matches(['(', ')', '[', ']', '.']).trim().to_owned();
        let marks: Vec<String> = self.cells.iter().map(bare).filter(|mark| !mark.is_empty()).collect();
        let is_letter = |mark: &String| mark.chars().count() == 1 && mark.chars().all(char::is_alphabetic);
        let letters = marks.iter().take_while(|mark| is_letter(mark)).count();
        let numbers = marks.get(letters..).unwrap_or_default();
        let headed = |place: usize| {
            headings.is_empty()
                || headings.iter().any(|row| row.cells.get(place).is_some_and(|cell| !is_blank(cell)))
        };
        // "(3)=(2)/(1)" stands there as well.
        let in_order = |(at, mark): (usize, &String)| {
            mark.split(['=', ')']).next().is_some_and(|mark| mark.trim() == (at + 1).to_string())
        };
        marks.len() > 1
            && !numbers.is_empty()
            && numbers.iter().enumerate().all(in_order)
            && self.cells.iter().enumerate().all(|(place, cell)| is_blank(cell) || headed(place))
    }

    /// Whether it is a sum or the name of a group, by a Roman number among Arabic ones.
    fn is_numbered_group(&self) -> bool {
        let number = |cells: &'a [String]| {
            let of = |(_, column): &(&String, &Column)| column.meaning == ColumnMeaning::Number;
            cells.iter().zip(self.columns).find(of).map(|(cell, _)| cell.trim())
        };
        let is_arabic = |cells: &'a [String]| {
            number(cells)
                .is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()))
        };
        number(self.cells).is_some_and(is_roman)
            && (self.below.iter().any(|cells| is_arabic(cells))
                || self.above.iter().any(|row| is_arabic(&row.cells)))
    }
}

/// What a row is by its cells and the rows around it.
fn kind(row: &RowInContext<'_>) -> RowKind {
    let first = row.cells.iter().find(|cell| !is_blank(cell)).map_or("", String::as_str);
    if row.names_itself {
        return if row.holds_figures() { RowKind::Figures } else { RowKind::NoFigures };
    }
    if is_section(row.cells) || row.is_numbered_group() {
        return RowKind::Section;
    }
    if row.is_heading() {
        return RowKind::Heading;
    }
    if row.numbers_columns() {
        return RowKind::ColumnNumbers;
    }
    if is_sum(first) && row.figures().any(|cell| holds_number(cell)) {
        return RowKind::Total;
    }
    if row.holds_figures() { RowKind::Figures } else { RowKind::NoFigures }
}

/// Beginnings of what stands over a table.
const TITLES: [&str; 10] = [
    "phu luc",
    "bieu",
    "bang",
    "bao cao",
    "danh sach",
    "tong hop",
    "don vi",
    "ky bao cao",
    "table",
    "report",
];

/// Whether a row heads columns: some cell is a heading that is known, and none holds a figure.
pub(super) fn is_heading_row(cells: &[String]) -> bool {
    let figure = |cell: &String| holds_number(cell) && !cell.contains('%');
    let is_no_heading = |cell: &String| !is_blank(cell) && is_mark(cell) || figure(cell);
    cells.iter().any(|cell| meaning(cell, None).is_some() && holds_words(cell))
        && !cells.iter().any(is_no_heading)
}

/// Whether a row is numbers in brackets alone: (1), (2).
pub(super) fn is_in_brackets(cells: &[String]) -> bool {
    let in_brackets = |cell: &String| {
        is_blank(cell) || cell.trim().starts_with('(') && holds_digits(cell) && !holds_words(cell)
    };
    cells.iter().all(in_brackets) && cells.iter().any(|cell| !is_blank(cell))
}

/// Whether a row is years over columns: two or more whole numbers, all of them years, with other numbers below.
pub(super) fn is_years_row(cells: &[String], below: &[Vec<String>]) -> bool {
    let whole = |cell: &String| cell.trim().parse::<u32>().ok();
    let numbers: Vec<&String> = cells.iter().filter(|cell| holds_number(cell)).collect();
    let is_year = |cell: &String| whole(cell).is_some_and(is_year);
    numbers.len() > 1
        && numbers.iter().all(|cell| is_year(cell))
        && below.iter().flatten().any(|cell| holds_number(cell) && !is_year(cell))
}

/// Whether a row begins like a sum. "Công khai" and "Tổng số hồ sơ" name what is counted.
fn is_sum(first: &str) -> bool {
    let said = words(first);
    let is_marked = |cell: &str| {
        // The letters of "cộng" apart: a dot below, which "công" has not.
        let lower = cell.trim().to_lowercase();
        lower.starts_with("cộng")
            || lower.starts_with("co\u{323}\u{302}ng")
            || lower.starts_with("cô\u{323}ng")
    };
    ["tong cong", "cong", "tong so", "tong", "total", "grand total", "subtotal", "sum"]
        .contains(&said.as_str())
        || ["tong cong ", "cong nhom ", "cong muc ", "cong phan ", "total of "]
            .iter()
            .any(|sum| said.starts_with(sum))
        || said.starts_with("cong ") && is_marked(first)
}

/// Whether a text is a Roman number.
fn is_roman(text: &str) -> bool {
    let number = text.trim_end_matches(['.', ')']);
    !number.is_empty() && number.chars().all(|c| "IVXLC".contains(c))
}

/// Whether a row names a group: one cell alone, "II. Thủ tục hành chính", "Lĩnh vực 2", "A. …", or its number and its name.
pub(super) fn is_section(cells: &[String]) -> bool {
    let mut filled = cells.iter().filter(|cell| !is_blank(cell));
    let (Some(first), second, None) = (filled.next(), filled.next(), filled.next()) else { return false };
    if let Some(second) = second {
        return cells.len() > 2 && is_roman(first.trim()) && is_words(second);
    }
    if cells.len() < 2 || !holds_words(first) {
        return false;
    }
    let number =
        first.split(['.', ')', '/', '-', ':', ' ']).next().unwrap_or_default().trim_start_matches('(');
    let is_letter = number.chars().count() == 1 && number.chars().all(char::is_uppercase);
    let is_numbered = number.len() < first.len()
        && (is_roman(number)
            || is_letter
            || number.chars().all(|c| c.is_ascii_digit()) && !number.is_empty());
    let said = words(first);
    let is_group = ["linh vuc", "tieu chi", "nhom", "phan", "muc", "area", "section"]
        .iter()
        .any(|group| said.strip_prefix(group).is_some_and(|rest| rest.starts_with(' ')));
    is_numbered || is_group
}

/// Whether a cell holds a mark or a word that stands for no figure: "-", "x", "chưa có".
fn is_mark_word(cell: &str) -> bool {
    let said = words(cell);
    ["chua co", "chua", "khong", "khong co", "khong phat sinh", "co", "kps", "na", "n a", "none"]
        .contains(&said.as_str())
}

/// Whether a cell holds a mark alone.
pub(super) fn is_mark(cell: &str) -> bool {
    !holds_words(cell) && !holds_digits(cell) || is_mark_word(cell)
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
                // As it is: with less space between them two numbers could be read as one.
                Some(cell.trim().split(['\n', '\r']).collect::<Vec<_>>().join(" / "))
            } else {
                if kind == FigureKind::Percent && is_small(cell) {
                    row.problems.push((place, CellProblem::SmallPercent));
                }
                Some(cell.split_whitespace().collect::<Vec<_>>().join(" "))
            }
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
    } else if holds_digits(cell) && !is_words(cell) {
        None
    } else if holds_words(cell) {
        Some(CellProblem::Words)
    } else {
        Some(CellProblem::Mark)
    }
}

/// Whether a percentage is written as a part of one: "0,85", and "1" for all of it beside such.
fn is_small(cell: &str) -> bool {
    cell.trim().starts_with(['0', '.', ',']) && cell.contains([',', '.']) && !cell.contains('%')
}

/// Whether a cell shows the error of a formula, in English or Vietnamese Excel or in `LibreOffice`.
fn is_error(cell: &str) -> bool {
    cell.starts_with('#') && cell.len() > 1 && cell.ends_with(['!', '?', 'A'])
        || cell.strip_prefix("Err:").is_some_and(|code| code.chars().all(|c| c.is_ascii_digit()))
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
