//! Reads a block of cells as figures: what each column means, and which target each row is about.
//!
//! A block of nothing but figures fills the fields from where it was pasted, down the targets and across their fields. In
//! everything else columns are known by their headings, by ids and names of targets, and by what is in them; rows that
//! hold no figures of a target are named. The user can set the meaning of each column and the target of each row.

pub mod cells;
mod columns;
mod headings;
pub mod origin;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use scoring::figures::FigureKind;
use scoring::target_set::{Field, Input, Target, TargetId};

/// The most rows that are read; what follows is named as left over.
pub const MOST_ROWS: usize = 1_000;
/// The most columns that are read.
pub const MOST_COLUMNS: usize = 30;

/// Whether a pasted text is a block, not one figure: it has several cells, or one in quotation marks.
pub fn is_block(text: &str) -> bool {
    let text = text.trim_end_matches(['\r', '\n']);
    text.contains(['\t', '\n', '\r']) || (text.len() > 1 && text.starts_with('"') && text.ends_with('"'))
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnMeaning {
    /// Nothing that is taken.
    Nothing,
    /// Numbers of rows.
    Number,
    /// Ids of targets.
    Id,
    /// Names of targets.
    Name,
    /// Names of fields: each row is about one field of a target, as in the Excel template.
    Label,
    /// What was entered for targets whose measure has other fields than a number done and a total, as in our CSV.
    Entered,
    /// The typed figure of a target at this place, from 0.
    Figure(usize),
}

/// Where the rows of a block may go.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    /// The target and field into which the block was pasted; `None` for a file, whose rows must say their targets.
    pub begin: Option<(&'a str, &'a str)>,
    /// The targets of the unit's level, in order.
    pub targets: &'a [&'a Target],
    /// The ids of the set's targets of other levels: a row that names one fills nothing.
    pub others: &'a [TargetId],
    /// The ids of those that a filter or search shows; `None` where all are shown.
    pub shown: Option<&'a [TargetId]>,
    /// The year assessed: a column of another year holds no figure.
    pub year: u16,
}

/// What the user has chosen against what was recognised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Meanings of columns, by their places from 0.
    pub columns: BTreeMap<usize, ColumnMeaning>,
    /// Targets of rows, by their places from 0; `None` leaves the row out.
    pub rows: BTreeMap<usize, Option<TargetId>>,
}

/// What was made of a block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableReading {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, blank ones at the end left out.
    pub rows: Vec<Row>,
    /// How many rows were not read, because there are more than [`MOST_ROWS`].
    pub unread: usize,
    /// Whether the block is nothing but figures that all have their place: nothing has to be asked.
    pub is_plain: bool,
}

/// A column of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is taken for.
    pub meaning: ColumnMeaning,
    /// Its heading; blank where it has none.
    pub heading: String,
}

/// A row of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its cells, as many as there are columns.
    pub cells: Vec<String>,
    /// What it is.
    pub kind: RowKind,
    /// The target that it is about.
    pub target: Option<TargetId>,
    /// What it fills.
    pub figures: Vec<PastedFigure>,
    /// The cells of figures that fill nothing or are not understood, by their columns.
    pub problems: Vec<(usize, CellProblem)>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Figures of a target.
    Figures,
    /// No figure, or none that can be taken, in the place of a target: it stays as it is.
    NoFigures,
    /// A heading of columns or of the table.
    Heading,
    /// The numbers of columns under their headings: "(1) (2)".
    ColumnNumbers,
    /// The name of a group of targets.
    Section,
    /// A sum of rows.
    Total,
    /// Figures after those of the last target.
    BeyondLast,
    /// Figures of no target that is known at this level.
    UnknownTarget,
    /// Figures of a target that an earlier row has.
    Repeated,
    /// Left out by the user.
    LeftOut,
}

/// What is wrong with a cell where a figure may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellProblem {
    /// A mark such as "-" or "x".
    Mark,
    /// The error of a formula: "#REF!".
    Error,
    /// "####": the column was too narrow to show the number.
    TooNarrow,
    /// "1,23E+11": the column was too narrow to show all digits.
    Rounded,
    /// Words.
    Words,
    /// A figure that the target has no field for.
    NoField,
    /// It is filled in, and not understood there.
    NotUnderstood,
    /// It is filled in as a percentage below 1: "0,85" may have been 85 %.
    SmallPercent,
}

/// A figure to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedFigure {
    /// The target.
    pub target: TargetId,
    /// The field of the target: "done".
    pub field: String,
    /// The figure as it stood in the cell, white space around it left out; never blank.
    pub text: String,
}

impl TableReading {
    /// Every figure to be filled in, row by row.
    pub fn figures(&self) -> impl Iterator<Item = &PastedFigure> {
        self.rows.iter().flat_map(|row| &row.figures)
    }
}

/// Reads a block of cells, see [`cells::split`].
pub fn read(mut block: Vec<Vec<String>>, places: &Places<'_>, choices: &Choices) -> TableReading {
    let is_blank = |cell: &String| scoring::figures::is_blank(cell);
    while block.last().is_some_and(|cells| cells.iter().all(is_blank)) {
        block.pop();
    }
    let unread = block.len().saturating_sub(MOST_ROWS);
    block.truncate(MOST_ROWS);
    let width = block.iter().filter_map(|cells| cells.iter().rposition(|cell| !is_blank(cell))).max();
    let width = width.map_or(0, |last| last + 1).min(MOST_COLUMNS);
    let same_length = block.iter().all(|cells| cells.len() >= width);
    for cells in &mut block {
        cells.resize(width, String::new());
    }
    let columns = columns::recognise(&block, places, choices);
    let rows = rows::recognise(block, &columns, places, choices);
    let only_figures = |row: &Row| {
        row.kind == RowKind::Figures && row.problems.is_empty() && !row.cells.iter().any(is_blank)
    };
    let is_plain = unread == 0
        && same_length
        && places.begin.is_some()
        && *choices == Choices::default()
        && columns.iter().all(|column| matches!(column.meaning, ColumnMeaning::Figure(_)))
        && rows.iter().all(only_figures)
        && !is_doubtful(&rows, places);
    TableReading { columns, rows, unread, is_plain }
}

/// Whether a block of nothing but figures may mean something else: numbers of rows, two figures in one cell, or a figure
/// that is left out of a total, which nothing but its place says.
fn is_doubtful(rows: &[Row], places: &Places<'_>) -> bool {
    let firsts: Vec<&str> = rows.iter().filter_map(|row| row.cells.first()).map(String::as_str).collect();
    let counts_up = columns::counts_up(&firsts).is_some_and(|from| firsts.len() > 2 || from == 1);
    let has_more = rows.first().is_some_and(|row| row.cells.len() > 1);
    let is_pair = |cell: &str| cell.trim().contains([' ', '\u{a0}', '\u{202f}', ',']);
    let target = |id: &TargetId| places.targets.iter().find(|target| target.id == *id);
    let may_be_pairs = !has_more
        && rows.iter().any(|row| {
            let of_two =
                row.target.as_ref().and_then(target).is_some_and(|target| typed_fields(target).len() > 1);
            of_two && row.cells.iter().any(|cell| is_pair(cell))
        });
    let is_optional = |figure: &PastedFigure| {
        let fields = target(&figure.target).map(|target| target.measure.fields()).unwrap_or_default();
        fields.iter().any(|field| field.name == figure.field && field.optional)
    };
    let begins_optional = rows.first().and_then(|row| row.figures.first()).is_some_and(is_optional);
    let fills_optional = rows.iter().flat_map(|row| &row.figures).any(is_optional) && !begins_optional;
    counts_up && has_more || may_be_pairs || fills_optional
}

/// The typed fields of a target, in order: names and kinds.
fn typed_fields(target: &Target) -> Vec<(String, FigureKind)> {
    let fields = target.measure.fields();
    let typed = fields.iter().filter_map(|field| match field.input {
        Input::Figure(kind) => Some((field.name.to_owned(), kind)),
        Input::YesNo | Input::Option(_) => None,
    });
    typed.collect()
}

/// The targets that a row may be about, found by what stands in a cell.
struct Known<'a> {
    /// By the id as it is written, in small letters.
    by_id: BTreeMap<String, &'a Target>,
    /// By the letters and digits of an id that has both: "TT 4b", "tt–4b".
    by_letters: BTreeMap<String, Option<&'a Target>>,
    by_name: BTreeMap<String, &'a Target>,
    /// By the label of a field that no other target has.
    by_label: BTreeMap<String, Option<&'a Target>>,
    /// The letters and digits of ids of other levels.
    others: BTreeSet<String>,
}

impl<'a> Known<'a> {
    fn of(places: &Places<'a>) -> Self {
        let targets = places.targets;
        let by_id = targets.iter().map(|target| (plain_id(&target.id), *target)).collect();
        let mut by_letters = BTreeMap::new();
        for target in targets {
            if let Some(letters) = id_letters(&target.id) {
                // What two ids share names neither.
                by_letters.entry(letters).and_modify(|known| *known = None).or_insert(Some(*target));
            }
        }
        let (mut by_name, mut twice) = (BTreeMap::new(), BTreeSet::new());
        for target in targets {
            for name in
                BTreeSet::from([&target.name.vi, &target.name.en].map(|name| scoring::folded::words(name)))
            {
                if by_name.insert(name.clone(), *target).is_some() {
                    twice.insert(name);
                }
            }
        }
        // A name that two targets share names neither.
        by_name.retain(|name, _| !name.is_empty() && !twice.contains(name));
        let mut by_label = BTreeMap::new();
        for target in targets {
            let fields = target.measure.fields();
            let labels = fields.iter().filter_map(|field| field.label);
            let said: BTreeSet<String> = labels
                .flat_map(|label| [&label.vi, &label.en])
                .map(|label| scoring::folded::words(label))
                .collect();
            for label in said.into_iter().filter(|label| !label.is_empty()) {
                by_label.entry(label).and_modify(|known| *known = None).or_insert(Some(*target));
            }
        }
        let others = places.others.iter().filter_map(|id| id_letters(id)).collect();
        Self { by_id, by_letters, by_name, by_label, others }
    }

    /// The target that any cell of a row names.
    fn of_row(&self, cells: &[String]) -> Option<&'a Target> {
        cells
            .iter()
            .find_map(|cell| self.of_id(cell))
            .or_else(|| cells.iter().find_map(|cell| self.of_name(cell)))
    }

    /// The target that alone has a field of this label.
    fn of_label(&self, cell: &str) -> Option<&'a Target> {
        self.by_label.get(&scoring::folded::words(cell)).copied().flatten()
    }

    fn of_id(&self, cell: &str) -> Option<&'a Target> {
        let id = plain_id(cell);
        let loose = || id_letters(&id).and_then(|letters| self.by_letters.get(&letters).copied().flatten());
        self.by_id.get(&id).copied().or_else(loose)
    }

    /// Whether a cell holds an id with letters, of any level, alone or before a name: no figure does.
    fn is_lettered_id(&self, cell: &str) -> bool {
        [cell, first_word(cell)].into_iter().any(|part| {
            id_letters(part).is_some_and(|letters| {
                self.others.contains(&letters) || self.by_letters.contains_key(&letters)
            })
        })
    }

    /// A name, perhaps numbered or with a remark behind it, or an id and a name: "TT-3. Số hóa kết quả", "a) Số hóa (100%)".
    fn of_name(&self, cell: &str) -> Option<&'a Target> {
        let cell = cell.trim();
        let without_remark =
            cell.strip_suffix(')').and_then(|cell| cell.rsplit_once('(')).map(|(name, _)| name);
        for name in [Some(cell), without_remark].into_iter().flatten() {
            let tail = name.split_once(char::is_whitespace).filter(|(number, _)| is_numbering(number));
            for name in [Some(name), tail.map(|(_, tail)| tail)].into_iter().flatten() {
                if let Some(target) = self.by_name.get(&scoring::folded::words(name)) {
                    return Some(target);
                }
            }
        }
        let id = first_word(cell);
        let target = self.of_id(id)?;
        let name = cell.get(id.len()..)?.trim_start_matches([':', ' ', '\n', '\u{a0}']);
        let is_its_name = self.by_name.get(&scoring::folded::words(name)) == Some(&target);
        (is_its_name || id_letters(id).is_some() && rows::holds_words(name)).then_some(target)
    }
}

/// What stands before the first white space or colon.
fn first_word(cell: &str) -> &str {
    cell.trim().split([' ', '\n', '\u{a0}', ':']).next().unwrap_or_default()
}

/// Whether a word numbers what follows: "a)", "4.2.", "-", "•".
fn is_numbering(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ')', ':', '-', '+', '•', '*']);
    bare.len() < word.len() && bare.len() <= 6 && bare.chars().all(|c| c.is_ascii_alphanumeric() || c == '.')
}

/// An id in small letters, each dash a hyphen, without what nobody sees and marks behind it.
fn plain_id(id: &str) -> String {
    let shown = id.chars().filter(|c| !scoring::invisible_chars::is_invisible(*c));
    let dashed = shown.map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c });
    let id: String = dashed.collect();
    id.trim().trim_end_matches(['.', ':', ')']).to_lowercase()
}

/// The letters and digits of an id that has both.
fn id_letters(id: &str) -> Option<String> {
    let letters: String = plain_id(id).chars().filter(|c| c.is_alphanumeric()).collect();
    let has = |is: fn(char) -> bool| letters.chars().any(is);
    (has(char::is_alphabetic) && has(char::is_numeric)).then_some(letters)
}

/// The field of a target that a cell names by its label.
fn field_of<'a>(target: &'a Target, cell: &str) -> Option<Field<'a>> {
    let said = scoring::folded::words(cell);
    let is_said = |text: &scoring::text::Text| {
        [&text.vi, &text.en].map(|text| scoring::folded::words(text)).contains(&said)
    };
    target.measure.fields().into_iter().find(|field| !said.is_empty() && field.label.is_some_and(is_said))
}

#[cfg(test)]
mod tests;
