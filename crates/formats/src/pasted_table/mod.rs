//! Reads a block of cells as figures: what each column means, and which target each row is about.
//!
//! A block of nothing but figures fills the fields from where it was pasted, down the targets and across their fields. In
//! everything else columns are known by their headings, by ids and names of targets, and by what is in them; rows that
//! hold no figures of a target are named. The user can set the meaning of each column and the target of each row.

pub mod cells;
mod columns;
mod headings;
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
    /// The ids of those that a filter or search shows; `None` where all are shown.
    pub shown: Option<&'a [TargetId]>,
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
        && rows.iter().all(only_figures);
    TableReading { columns, rows, unread, is_plain }
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
    by_id: BTreeMap<String, &'a Target>,
    by_name: BTreeMap<String, &'a Target>,
}

impl<'a> Known<'a> {
    fn of(targets: &[&'a Target]) -> Self {
        let by_id = targets.iter().map(|target| (target.id.to_lowercase(), *target)).collect();
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
        Self { by_id, by_name }
    }

    /// The target that any cell of a row names.
    fn of_row(&self, cells: &[String]) -> Option<&'a Target> {
        cells
            .iter()
            .find_map(|cell| self.of_id(cell))
            .or_else(|| cells.iter().find_map(|cell| self.of_name(cell)))
    }

    fn of_id(&self, cell: &str) -> Option<&'a Target> {
        let shown: String = cell.chars().filter(|c| !scoring::invisible_chars::is_invisible(*c)).collect();
        self.by_id.get(&shown.trim().trim_end_matches(['.', ':', ')']).to_lowercase()).copied()
    }

    /// A name, or an id and a name: "TT-3. Số hóa kết quả".
    fn of_name(&self, cell: &str) -> Option<&'a Target> {
        if let Some(target) = self.by_name.get(&scoring::folded::words(cell)) {
            return Some(target);
        }
        let (id, name) = cell.trim().split_once([' ', '\n', '\u{a0}'])?;
        let target = self.of_id(id)?;
        (self.by_name.get(&scoring::folded::words(name)) == Some(&target)).then_some(target)
    }
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
