//! A table of figures that is shown before it fills anything.

use std::rc::Rc;

use crate::document::open::OpenDocument;
use formats::pasted_table::origin::{Origin, origin};
use formats::pasted_table::{self, Choices, ColumnMeaning, Places, TableReading};
use scoring::scorecard::Scorecard;
use scoring::target_set::{Target, TargetId};

/// A table of figures, and what is made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedTable {
    /// The target and field where it was pasted; `None` for a file.
    pub begin: Option<(TargetId, String)>,
    /// The name of the file that it is; `None` where it was pasted.
    pub file: Option<String>,
    /// The scorecard of the document that it would fill, for its targets.
    pub card: Rc<Scorecard>,
    /// The ids of the set's targets of other levels.
    others: Vec<TargetId>,
    /// The year assessed.
    pub year: u16,
    /// The unit's name.
    pub unit: String,
    /// The targets that a filter shows; `None` where all are shown.
    visible: Option<Rc<Vec<TargetId>>>,
    /// Its cells as they came.
    block: Vec<Vec<String>>,
    /// What the user chose.
    choices: Choices,
    /// What a file says that it is of; nothing of a pasted table.
    pub origin: Origin,
    /// What is made of it.
    pub reading: TableReading,
}

impl PastedTable {
    /// Reads a pasted text.
    pub fn pasted(
        begin: (TargetId, String),
        text: &str,
        open: &OpenDocument,
        visible: Option<Rc<Vec<TargetId>>>,
    ) -> Self {
        Self::of(Some(begin), None, pasted_table::cells::split(text, '\t'), open, visible)
    }

    /// Reads the rows of a file.
    pub fn from_file(name: String, rows: Vec<Vec<String>>, open: &OpenDocument) -> Self {
        Self::of(None, Some(name), rows, open, None)
    }

    fn of(
        begin: Option<(TargetId, String)>,
        file: Option<String>,
        block: Vec<Vec<String>>,
        open: &OpenDocument,
        visible: Option<Rc<Vec<TargetId>>>,
    ) -> Self {
        let level = &open.assessment().unit.level;
        let others = open.set().targets().filter(|target| !target.claims(level));
        let origin = if file.is_some() { origin(&block) } else { Origin::default() };
        let mut table = Self {
            origin,
            begin,
            file,
            card: Rc::clone(open.card()),
            others: others.map(|target| target.id.clone()).collect(),
            year: open.assessment().year,
            unit: open.assessment().unit.name.clone(),
            visible,
            block,
            choices: Choices::default(),
            reading: TableReading::default(),
        };
        table.read();
        table
    }

    /// Reads it again with what the user chose.
    pub fn choose(&mut self, change: impl FnOnce(&mut Choices)) {
        change(&mut self.choices);
        self.read();
    }

    fn read(&mut self) {
        let places = Places {
            begin: self.begin.as_ref().map(|(target, field)| (&**target, field.as_str())),
            targets: &self.targets(),
            others: &self.others,
            shown: self.visible.as_deref().map(Vec::as_slice),
            year: self.year,
        };
        self.reading = pasted_table::read(self.block.clone(), &places, &self.choices);
    }

    /// The targets that its rows may be about.
    pub fn targets(&self) -> Vec<&Target> {
        self.card.targets().map(|score| score.target.as_ref()).collect()
    }
}

/// The meaning of a column as an option's value: "nothing", "number", "id", "name", "figure-0", "figure-1", …
pub fn meaning_word(meaning: ColumnMeaning) -> String {
    match meaning {
        ColumnMeaning::Nothing => "nothing".to_owned(),
        ColumnMeaning::Number => "number".to_owned(),
        ColumnMeaning::Id => "id".to_owned(),
        ColumnMeaning::Name => "name".to_owned(),
        ColumnMeaning::Label => "label".to_owned(),
        ColumnMeaning::Entered => "entered".to_owned(),
        ColumnMeaning::Figure(place) => format!("figure-{place}"),
    }
}

/// The meaning that an option's value says; `None` for any other text.
pub fn meaning_of(word: &str) -> Option<ColumnMeaning> {
    match word {
        "nothing" => Some(ColumnMeaning::Nothing),
        "number" => Some(ColumnMeaning::Number),
        "id" => Some(ColumnMeaning::Id),
        "name" => Some(ColumnMeaning::Name),
        "label" => Some(ColumnMeaning::Label),
        "entered" => Some(ColumnMeaning::Entered),
        word => word.strip_prefix("figure-")?.parse().ok().map(ColumnMeaning::Figure),
    }
}
