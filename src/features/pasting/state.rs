//! A pasted table that is shown before it fills anything.

use formats::pasted_table::{self, Choices, ColumnMeaning, Places, TableReading};
use scoring::target_set::{Target, TargetId};

/// A pasted table, and what is made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedTable {
    /// The target where it was pasted.
    pub target: TargetId,
    /// The field where it was pasted.
    pub field: String,
    /// Its cells as they came.
    block: Vec<Vec<String>>,
    /// What the user chose.
    choices: Choices,
    /// What is made of it.
    pub reading: TableReading,
}

impl PastedTable {
    /// Reads a pasted text among the targets of a level, of which some may be hidden.
    pub fn of(
        target: TargetId,
        field: String,
        text: &str,
        targets: &[&Target],
        shown: Option<&[TargetId]>,
    ) -> Self {
        let block = pasted_table::cells::split(text, '\t');
        let choices = Choices::default();
        let places = Places { begin: Some((&target, &field)), targets, shown };
        let reading = pasted_table::read(block.clone(), &places, &choices);
        Self { target, field, block, choices, reading }
    }

    /// Reads it again with what the user chose.
    pub fn choose(
        &mut self,
        change: impl FnOnce(&mut Choices),
        targets: &[&Target],
        shown: Option<&[TargetId]>,
    ) {
        change(&mut self.choices);
        let places = Places { begin: Some((&self.target, &self.field)), targets, shown };
        self.reading = pasted_table::read(self.block.clone(), &places, &self.choices);
    }
}

/// The meaning of a column as an option's value: "nothing", "number", "id", "name", "figure-0", "figure-1", …
pub fn meaning_word(meaning: ColumnMeaning) -> String {
    match meaning {
        ColumnMeaning::Nothing => "nothing".to_owned(),
        ColumnMeaning::Number => "number".to_owned(),
        ColumnMeaning::Id => "id".to_owned(),
        ColumnMeaning::Name => "name".to_owned(),
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
        word => word.strip_prefix("figure-")?.parse().ok().map(ColumnMeaning::Figure),
    }
}
