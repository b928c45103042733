//! The second WebAssembly module: Word and Excel files, made and read when they are first asked for.
//!
//! Bytes and texts in, bytes out. A set and a document are the texts of their files; a blank set is the built-in one. What
//! is made is worked out here anew by the same `scoring`, so nothing but the files themselves crosses from module to module.
#![allow(missing_docs, reason = "a binary has no public items")]

use std::panic::PanicHookInfo;
use std::rc::Rc;

use formats::workbook::WorkbookFault;
use formats::{assessment_file, builtin, document_reader, result, workbook};
use office::{excel, import, package, template, word as word_file};
use scoring::json::Json;
use scoring::loaded_set::LoadedSet;
use scoring::scorecard::score;
use scoring::scored_document::ScoredDocument;
use wasm_bindgen::prelude::wasm_bindgen;

/// Whoever calls throws this module away when it breaks, and shows what is thrown here.
fn main() {
    std::panic::set_hook(Box::new(|panic: &PanicHookInfo| wasm_bindgen::throw_str(&panic.to_string())));
}

fn read_set(set: &str) -> Result<LoadedSet, String> {
    let loaded = if set.trim().is_empty() { builtin::load() } else { builtin::load_text(set) };
    loaded.map_err(|_| String::from("the target set can't be read"))
}

/// What a file is made from.
fn read(set: &str, document: &str) -> Result<ScoredDocument, String> {
    let set = read_set(set)?;
    let received = document_reader::read_text(document).map_err(|refusal| refusal.as_str().to_owned())?;
    Ok(ScoredDocument::new(Rc::new(set), received.assessment))
}

/// The report as a Word file.
#[wasm_bindgen]
pub fn word(set: &str, document: &str) -> Result<Vec<u8>, String> {
    word_file::write(&read(set, document)?)
}

/// The assessment as an Excel workbook.
#[wasm_bindgen]
pub fn excel(set: &str, document: &str) -> Result<Vec<u8>, String> {
    excel::write(&read(set, document)?)
}

/// The Excel workbook in which a unit fills its figures, with those that it has already.
#[wasm_bindgen]
pub fn template(set: &str, document: &str) -> Result<Vec<u8>, String> {
    let document = read(set, document)?;
    template::write(document.set(), document.assessment())
}

/// A zip archive of files: `files` is a JSON list of pairs, the name and the text of each.
#[wasm_bindgen]
pub fn bundle(_set: &str, files: &str) -> Result<Vec<u8>, String> {
    let Ok(Json::List(files)) = Json::read(files) else { return Err("no list of files".to_owned()) };
    let pair = |file: Json| match file {
        Json::List(pair) => {
            Some((pair.first()?.text()?.to_owned(), pair.get(1)?.text()?.as_bytes().to_vec()))
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => None,
    };
    let files: Option<Vec<_>> = files.into_iter().map(pair).collect();
    package::pack(&files.ok_or("a file without a name or a text")?)
}

/// A filled template as JSON, see [`workbook`]: what it says, or why it can't be read. Of another workbook the table that
/// names targets. What a template has no place for is
/// taken from the open document, if it was made from that.
#[wasm_bindgen]
pub fn read_filled(set: &str, document: &str, bytes: &[u8]) -> Result<Vec<u8>, String> {
    let document = read(set, document)?;
    let mut filled = import::read_by(document.loaded(), document.assessment(), bytes);
    if filled == Err(WorkbookFault::NotTemplate) {
        match import::table(document.set(), bytes) {
            Ok(Some(rows)) => return Ok(workbook::write_table(rows).into_bytes()),
            Ok(None) => {}
            Err(fault) => filled = Err(fault),
        }
    }
    let filled = filled.map(|filled| {
        let result = result::of(document.set(), &score(document.set(), &filled.assessment));
        (assessment_file::write(&filled.assessment, result), filled.refused)
    });
    Ok(workbook::write(filled).into_bytes())
}
