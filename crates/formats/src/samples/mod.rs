//! Samples: model units to teach with, each an assessment with a mark that stays in every copy of it.
//!
//! An id is `LEVEL-YEAR-STRENGTH`, "commune-2023-middling". It stands in the address (`?mau=`), in the file (`"sample"`),
//! and in the UUID: `6d61752d-2023-8000-8000-000000000002` is "mau-" in ASCII, the year, and the row of the table from 1.
//! The figures of the table are those of 2023; another year is the same unit with the same figures, measured against the
//! goals of that year, its dates moved there.

mod table;

use std::collections::BTreeMap;
use std::rc::Rc;

use scoring::assessment::{
    Answer, Assessment, DocumentInfo, Evidence, Narrative, Period, SAMPLE_KEY, SAMPLE_UUIDS, SetReference,
    Unit,
};
use scoring::json::Json;
use scoring::loaded_set::LoadedSet;
pub use table::Strength;
use table::{ROWS, Row};

/// The set that the samples answer.
const SET: &str = "196-ctr-ubnd";

/// When a sample was begun, without its year, and what its figures are up to.
const BEGUN: &str = "-12-01T08:00:00+07:00";
const AS_OF: &str = "-12-15";

/// A sample: a unit of the table in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// Its row in the table.
    row: usize,
    /// The year.
    pub year: u16,
}

impl Sample {
    /// The year that the table's figures are of.
    pub const YEAR: u16 = 2023;

    /// Every unit in a year, in the order of the table.
    pub fn all(year: u16) -> impl Iterator<Item = Self> {
        (0..ROWS.len()).map(move |row| Self { row, year })
    }

    /// The sample of an id such as "commune-2023-middling". Whether the set has its year is for [`Sample::open`] to say.
    ///
    /// ```
    /// use formats::samples::Sample;
    /// let sample = Sample::of_id("commune-2023-middling").unwrap();
    /// assert_eq!(sample.id(), "commune-2023-middling");
    /// assert!(Sample::of_id("commune-2023-best").is_none());
    /// ```
    pub fn of_id(id: &str) -> Option<Self> {
        let mut parts = id.split('-');
        let (level, year, strength) = (parts.next()?, parts.next()?, parts.next()?);
        let row = ROWS.iter().position(|row| row.level == level && row.strength.as_str() == strength)?;
        let sample = Self { row, year: year.parse().ok()? };
        // One sample has one id: "+2023" and "02023" are numbers too.
        (sample.id() == id).then_some(sample)
    }

    /// The sample that an assessment is, by its mark, or by its UUID where it has lost that.
    pub fn of(assessment: &Assessment) -> Option<Self> {
        match assessment.rest.iter().find(|(key, _)| key == SAMPLE_KEY) {
            Some((_, id)) => Self::of_id(id.text()?),
            None => Self::of_uuid(&assessment.document.id),
        }
    }

    fn of_uuid(uuid: &str) -> Option<Self> {
        let year = uuid.strip_prefix(SAMPLE_UUIDS)?.get(..4)?.parse().ok()?;
        Self::all(year).find(|sample| sample.uuid() == uuid)
    }

    /// Its id.
    pub fn id(self) -> String {
        let Row { level, strength, .. } = self.unit();
        [level, "-", &self.year.to_string(), "-", strength.as_str()].concat()
    }

    /// Its UUID.
    pub fn uuid(self) -> String {
        [SAMPLE_UUIDS, &self.year.to_string(), "-8000-8000-00000000000", &(self.row + 1).to_string()].concat()
    }

    /// The same unit in another year.
    #[must_use]
    pub const fn in_year(self, year: u16) -> Self {
        Self { year, ..self }
    }

    /// Id of its level.
    pub fn level(self) -> &'static str {
        self.unit().level
    }

    /// How its unit stands.
    pub fn strength(self) -> Strength {
        self.unit().strength
    }

    /// Name of its unit.
    pub fn name(self) -> &'static str {
        self.unit().name
    }

    fn unit(self) -> &'static Row {
        // A row is taken from the table alone.
        ROWS.get(self.row).unwrap_or(&table::FIRST)
    }

    /// The assessment; `None` where the set is another or lacks the year.
    pub fn open(self, loaded: &LoadedSet) -> Option<Assessment> {
        let set = &loaded.set;
        if set.id != SET || !set.years.contains(&self.year) || set.level(self.level()).is_none() {
            return None;
        }
        let Row { level, name, superior, answers, difficulties, proposals, .. } = self.unit();
        let dated = |rest: &str| [&self.year.to_string(), rest].concat();
        let mut read = BTreeMap::new();
        for line in *answers {
            read.insert(line.target.to_owned(), Rc::new(answer(line, &dated)));
        }
        Some(Assessment {
            document: DocumentInfo {
                id: self.uuid(),
                revision: 1,
                created: dated(BEGUN),
                saved: dated(BEGUN),
                ..DocumentInfo::default()
            },
            unit: Unit {
                name: (*name).to_owned(),
                level: (*level).to_owned(),
                superior: (*superior).to_owned(),
                place: table::PLACE.to_owned(),
                prepared_by: table::PREPARED_BY.to_owned(),
                ..Unit::default()
            },
            year: self.year,
            period: Period { as_of: dated(AS_OF), ..Period::default() },
            target_set: SetReference {
                id: set.id.clone(),
                edition: set.edition.clone(),
                sha256: loaded.sha256.clone(),
                ..SetReference::default()
            },
            answers: read,
            narrative: Narrative {
                difficulties: (*difficulties).to_owned(),
                proposals: (*proposals).to_owned(),
                ..Narrative::default()
            },
            rest: vec![(SAMPLE_KEY.to_owned(), self.id().into())],
            ..Assessment::default()
        })
    }

    /// Marks an assessment as this sample, whatever it was marked as: its id, its UUID and its dates become those of the
    /// sample's year. Figures stay as they were typed.
    pub fn mark(self, document: &mut Assessment) {
        let (before, now) = (document.year.to_string(), self.year.to_string());
        let move_date = |date: &mut String| {
            if let Some(rest) = date.strip_prefix(&before) {
                *date = [&now, rest].concat();
            }
        };
        document.year = self.year;
        document.document.id = self.uuid();
        move_date(&mut document.document.created);
        move_date(&mut document.period.as_of);
        for answer in document.answers.values_mut() {
            if answer.evidence.iter().any(|evidence| evidence.date.starts_with(&before)) {
                Rc::make_mut(answer).evidence.iter_mut().for_each(|evidence| move_date(&mut evidence.date));
            }
        }
        document.rest.retain(|(key, _)| key != SAMPLE_KEY);
        document.rest.push((SAMPLE_KEY.to_owned(), Json::Text(self.id())));
    }
}

/// An answer of the table: "done 12 total 14" are its figures.
fn answer(line: &table::Line, dated: &impl Fn(&str) -> String) -> Answer {
    let mut figures = BTreeMap::new();
    let mut words = line.figures.split(' ');
    while let (Some(field), Some(figure)) = (words.next(), words.next()) {
        figures.insert(field.to_owned(), figure.to_owned());
    }
    let evidence = line.evidence.iter().map(|(number, date, title, place)| Evidence {
        number: (*number).to_owned(),
        date: dated(date),
        title: (*title).to_owned(),
        place: (*place).to_owned(),
        ..Evidence::default()
    });
    Answer {
        figures,
        note: line.note.to_owned(),
        evidence: evidence.collect(),
        not_applicable: line.not_applicable.map(str::to_owned),
        ..Answer::default()
    }
}
