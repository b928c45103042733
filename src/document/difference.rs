//! What one document says otherwise than another, figure by figure.

use crate::document::fields::HeadingField;
use scoring::assessment::{Answer, Assessment, Evidence, Task};
use scoring::json::{Json, Members};
use scoring::target_set::{TargetId, TargetSet};

/// Objects of unknown keys beyond this many pairs are compared as one: hostile files must not cost minutes.
const MOST_PAIRS: usize = 1_000_000;

/// One thing that two documents say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub what: ChangedField,
    /// What stands in the first document, as typed; `None` where nothing does.
    pub before: Option<String>,
    /// What stands in the second document, as typed; `None` where nothing does.
    pub after: Option<String>,
}

/// What may differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangedField {
    /// A text of the heading.
    Heading(HeadingField),
    /// The level, by its id.
    Level,
    /// The year.
    Year,
    /// The period, by its word in files.
    Period,
    /// A figure of a target.
    Figure(TargetId, String),
    /// "Không phát sinh" with its reason; a blank text where the reason is still owed.
    NotApplicable(TargetId),
    /// The note of a target.
    Note(TargetId),
    /// A document that proves a target's figures.
    Evidence(TargetId),
    /// Difficulties.
    Difficulties,
    /// Proposals.
    Proposals,
    /// The legal basis of the report.
    Basis,
    /// Who receives the report.
    Recipients,
    /// Who does the work for a target, by when and how far; in one text.
    Work(TargetId),
    /// The plans kept by name, by how many there are.
    Plans,
    /// A key that this version does not know, by its path; its values as JSON.
    Other(String),
}

impl ChangedField {
    /// A stable name for scripts: the path in the file, "TT-3.done".
    pub fn name(&self) -> String {
        let of = |target: &str, part: &str| [target, ".", part].concat();
        match self {
            Self::Heading(HeadingField::Name) => "unit".to_owned(),
            Self::Heading(HeadingField::Superior) => "superior".to_owned(),
            Self::Heading(HeadingField::Place) => "place".to_owned(),
            Self::Heading(HeadingField::PreparedBy) => "prepared_by".to_owned(),
            Self::Heading(HeadingField::AsOf) => "as_of".to_owned(),
            Self::Level => "level".to_owned(),
            Self::Year => "year".to_owned(),
            Self::Period => "period".to_owned(),
            Self::Figure(target, field) => of(target, field),
            Self::NotApplicable(target) => of(target, "not_applicable"),
            Self::Note(target) => of(target, "note"),
            Self::Evidence(target) => of(target, "evidence"),
            Self::Difficulties => "difficulties".to_owned(),
            Self::Proposals => "proposals".to_owned(),
            Self::Basis => "basis".to_owned(),
            Self::Recipients => "recipients".to_owned(),
            Self::Work(target) => of(target, "work"),
            Self::Plans => "plans".to_owned(),
            Self::Other(path) => path.clone(),
        }
    }
}

/// What `to` says otherwise than `from`: the heading, then targets in the set's order, then answers without a target in
/// the set, then the narrative and keys that are not known here.
///
/// A blank text and none are the same, and so is evidence in another order. Ids, revisions, times and the set that a
/// document names are not compared: they say which document it is, not what it says.
pub fn differences(set: &TargetSet, from: &Assessment, to: &Assessment) -> Vec<Difference> {
    let mut found = Found(Vec::new());
    found.heading(from, to);
    let blank = Answer::default();
    let (old, new) = (&from.answers, &to.answers);
    let answer = |document: &Assessment, id: &str| document.answers.get(id).cloned();
    let mut compare = |id: &TargetId, fields: &[&str]| {
        let (before, after) = (answer(from, id), answer(to, id));
        if before != after {
            let before = before.as_deref().unwrap_or(&blank);
            found.answer(id, fields, before, after.as_deref().unwrap_or(&blank));
        }
    };
    for target in set.targets() {
        let fields = target.measure.fields();
        let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        compare(&target.id, &names);
    }
    let all = old.keys().chain(new.keys().filter(|id| !old.contains_key(*id)));
    for id in all.filter(|id| set.target(id).is_none()) {
        compare(&TargetId::new(id), &[]);
    }
    found.text(ChangedField::Difficulties, &from.narrative.difficulties, &to.narrative.difficulties);
    found.text(ChangedField::Proposals, &from.narrative.proposals, &to.narrative.proposals);
    found.text(ChangedField::Basis, &from.narrative.basis, &to.narrative.basis);
    found.text(ChangedField::Recipients, &from.narrative.recipients, &to.narrative.recipients);
    found.work(from, to);
    if from.plans != to.plans {
        found.counts(ChangedField::Plans, from.plans.len(), to.plans.len());
    }
    for (path, before, after) in [
        ("document", &from.document.rest, &to.document.rest),
        ("unit", &from.unit.rest, &to.unit.rest),
        ("period", &from.period.rest, &to.period.rest),
        ("target_set", &from.target_set.rest, &to.target_set.rest),
        ("narrative", &from.narrative.rest, &to.narrative.rest),
        ("", &from.rest, &to.rest),
    ] {
        found.rest(path, before, after);
    }
    found.0
}

/// The differences found so far.
struct Found(Vec<Difference>);

impl Found {
    fn put(&mut self, what: ChangedField, before: Option<&str>, after: Option<&str>) {
        if before != after {
            let kept = |text: Option<&str>| text.map(str::to_owned);
            self.0.push(Difference { what, before: kept(before), after: kept(after) });
        }
    }

    fn text(&mut self, what: ChangedField, before: &str, after: &str) {
        self.put(what, said(before), said(after));
    }

    /// Lists of hostile length, told by how many they hold.
    fn counts(&mut self, what: ChangedField, before: usize, after: usize) {
        let (before, after) = (Some(before.to_string()), Some(after.to_string()));
        self.0.push(Difference { what, before, after });
    }

    fn work(&mut self, from: &Assessment, to: &Assessment) {
        let (old, new) = (&from.work, &to.work);
        let described = |task: Option<&Task>| task.map(assigned).unwrap_or_default();
        for id in old.keys().chain(new.keys().filter(|id| !old.contains_key(*id))) {
            let (before, after) = (described(old.get(id)), described(new.get(id)));
            self.text(ChangedField::Work(TargetId::new(id)), &before, &after);
        }
    }

    fn heading(&mut self, from: &Assessment, to: &Assessment) {
        let (before, after) = (&from.unit, &to.unit);
        self.text(ChangedField::Heading(HeadingField::Name), &before.name, &after.name);
        self.text(ChangedField::Level, &before.level, &after.level);
        self.text(ChangedField::Year, &from.year.to_string(), &to.year.to_string());
        self.text(ChangedField::Period, from.period.kind.as_str(), to.period.kind.as_str());
        self.text(ChangedField::Heading(HeadingField::AsOf), &from.period.as_of, &to.period.as_of);
        self.text(ChangedField::Heading(HeadingField::Superior), &before.superior, &after.superior);
        self.text(ChangedField::Heading(HeadingField::Place), &before.place, &after.place);
        self.text(ChangedField::Heading(HeadingField::PreparedBy), &before.prepared_by, &after.prepared_by);
    }

    /// A target's answer: its known fields in order, then any others.
    fn answer(&mut self, id: &TargetId, fields: &[&str], before: &Answer, after: &Answer) {
        let figure = |field: &str| ChangedField::Figure(id.clone(), field.to_owned());
        for field in fields {
            self.text(figure(field), before.figure(field), after.figure(field));
        }
        let (old, new) = (&before.figures, &after.figures);
        let all = old.keys().chain(new.keys().filter(|field| !old.contains_key(*field)));
        for field in all.filter(|field| !fields.contains(&field.as_str())) {
            self.text(figure(field), before.figure(field), after.figure(field));
        }
        let (reason, new_reason) = (before.not_applicable.as_deref(), after.not_applicable.as_deref());
        self.put(ChangedField::NotApplicable(id.clone()), reason, new_reason);
        self.text(ChangedField::Note(id.clone()), &before.note, &after.note);
        self.evidence(id, &before.evidence, &after.evidence);
        self.rest(&["answers.", id].concat(), &before.rest, &after.rest);
    }

    /// Documents: the same ones pair first, then those of one number or, without one, of one title; the others came or
    /// went.
    fn evidence(&mut self, id: &TargetId, before: &[Evidence], after: &[Evidence]) {
        if before == after {
            return;
        }
        if before.len().saturating_mul(after.len()) > MOST_PAIRS {
            return self.counts(ChangedField::Evidence(id.clone()), before.len(), after.len());
        }
        let mut new: Vec<&Evidence> = after.iter().collect();
        let mut old: Vec<&Evidence> = Vec::new();
        for document in before {
            match new.iter().position(|other| *other == document) {
                Some(place) => drop(new.remove(place)),
                None => old.push(document),
            }
        }
        for document in old {
            let same = new.iter().position(|other| is_same_document(document, other));
            let same = same.map(|place| described(new.remove(place)));
            self.text(ChangedField::Evidence(id.clone()), &described(document), &same.unwrap_or_default());
        }
        for document in new {
            self.text(ChangedField::Evidence(id.clone()), "", &described(document));
        }
    }

    /// Keys that are not known here, at a path.
    fn rest(&mut self, path: &str, before: &Members, after: &Members) {
        if before == after {
            return;
        }
        if before.len().saturating_mul(after.len()) > MOST_PAIRS {
            return self.counts(ChangedField::Other(path.to_owned()), before.len(), after.len());
        }
        let at = |key: &str| if path.is_empty() { key.to_owned() } else { [path, ".", key].concat() };
        let find = |members: &Members, key: &str| {
            members.iter().find(|(known, _)| known == key).map(|(_, value)| written(value))
        };
        for (key, old) in before {
            self.put(ChangedField::Other(at(key)), Some(&written(old)), find(after, key).as_deref());
        }
        for (key, new) in after {
            if !before.iter().any(|(known, _)| known == key) {
                self.put(ChangedField::Other(at(key)), None, Some(&written(new)));
            }
        }
    }
}

/// A text, where it says something.
fn said(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Whether two entries speak of one document: by its number or, where neither has one, by its title.
fn is_same_document(one: &Evidence, other: &Evidence) -> bool {
    let name = |evidence: &Evidence| {
        let number = evidence.number.trim();
        let title = if number.is_empty() { evidence.title.trim() } else { "" };
        (!number.is_empty() || !title.is_empty()).then(|| (number.to_owned(), title.to_owned()))
    };
    name(one).is_some_and(|name_of_one| name(other) == Some(name_of_one))
}

/// A document in one line: what was typed of it, and what is not known here.
fn described(evidence: &Evidence) -> String {
    let Evidence { number, date, title, place, url, rest } = evidence;
    in_one_line([number, date, title, place, url].into_iter(), rest)
}

/// Who does some work, by when and to which figures, in one line.
fn assigned(task: &Task) -> String {
    let Task { who, by, figures, rest } = task;
    in_one_line([who, by].into_iter().chain(figures.values()), rest)
}

fn in_one_line<'a>(parts: impl Iterator<Item = &'a String>, rest: &Members) -> String {
    let mut text = String::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            text += " · ";
        }
        text += part;
    }
    if !rest.is_empty() {
        text += " ";
        text += &written(&Json::Object(rest.clone()));
    }
    text
}

fn written(json: &Json) -> String {
    json.to_pretty().trim_end().to_owned()
}
