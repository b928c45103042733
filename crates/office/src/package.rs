//! The packages that Office files are: zip archives of XML parts, packed here, their unpacked size checked before they are
//! read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write, copy, sink};

use docx_rs::XMLDocx;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::import::lost_markup::mark_lost_markup;

/// The most parts that a package may have; a real one has some dozens.
const MOST_PARTS: usize = 1_000;

/// A Word file of the parts that docx-rs has made, which may have been changed since. Its own packing stores them without
/// compression and would bring a second version of the zip library.
///
/// # Errors
/// What the packer reports.
pub fn word_file(parts: XMLDocx) -> Result<Vec<u8>, String> {
    let mut all = vec![
        ("[Content_Types].xml".to_owned(), parts.content_type),
        ("_rels/.rels".to_owned(), parts.rels),
        ("docProps/app.xml".to_owned(), parts.doc_props.app),
        ("docProps/core.xml".to_owned(), parts.doc_props.core),
        ("docProps/custom.xml".to_owned(), parts.doc_props.custom),
        ("word/_rels/document.xml.rels".to_owned(), parts.document_rels),
        ("word/document.xml".to_owned(), parts.document),
        ("word/styles.xml".to_owned(), parts.styles),
        ("word/settings.xml".to_owned(), parts.settings),
        ("word/fontTable.xml".to_owned(), parts.font_table),
        ("word/comments.xml".to_owned(), parts.comments),
        ("word/numbering.xml".to_owned(), parts.numberings),
        ("word/commentsExtended.xml".to_owned(), parts.comments_extended),
        ("word/footnotes.xml".to_owned(), parts.footnotes),
    ];
    for (kind, files, links) in
        [("header", parts.headers, parts.header_rels), ("footer", parts.footers, parts.footer_rels)]
    {
        for (place, file) in files.into_iter().enumerate() {
            all.push((["word/", kind, &(place + 1).to_string(), ".xml"].concat(), file));
        }
        for (place, file) in links.into_iter().enumerate() {
            all.push((["word/_rels/", kind, &(place + 1).to_string(), ".xml.rels"].concat(), file));
        }
    }
    pack(&all)
}

/// A zip archive of files, each with its name.
///
/// # Errors
/// What the packer reports.
pub fn pack(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, String> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        package.start_file(name.as_str(), SimpleFileOptions::default()).map_err(|error| error.to_string())?;
        package.write_all(content).map_err(|error| error.to_string())?;
    }
    Ok(package.finish().map_err(|error| error.to_string())?.into_inner())
}

/// Whether a package unpacks to no more than so many bytes. Each part is unpacked and counted, for what a package states of
/// itself need not be true; `None` for what is no package, or a damaged one.
pub fn unpacks_to_at_most(bytes: &[u8], most: u64) -> Option<bool> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).ok()?;
    if package.len() > MOST_PARTS {
        return Some(false);
    }
    let mut left = most;
    for place in 0..package.len() {
        let part = package.by_index(place).ok()?;
        let unpacked = copy(&mut part.take(left.saturating_add(1)), &mut sink()).ok()?;
        let Some(rest) = left.checked_sub(unpacked) else { return Some(false) };
        left = rest;
    }
    Some(true)
}

/// The part of a workbook with the texts of its cells.
const SHARED_STRINGS: &str = "xl/sharedStrings.xml";

/// A workbook as the reader can take it: some programs write `\` between the names of folders, the number of texts that a
/// workbook states is taken out, because the reader makes room for as many, and what the reader leaves out is told. `None`
/// for what is no package, or a damaged one.
pub fn readable_workbook(bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let names: Vec<String> =
        package.file_names().map(|name| Some(name.ok()?.into_owned())).collect::<Option<_>>()?;
    let plain = |name: &str| name.replace('\\', "/").trim_start_matches('/').to_owned();
    let mut changed: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for name in &names {
        let place = plain(name);
        let is_cells = ["sheet", "sharedstrings"].iter().any(|part| place.to_lowercase().contains(part));
        let Some(content) = is_cells.then(|| part(&mut package, name)).flatten() else { continue };
        let counted =
            Some(&content).filter(|_| place == SHARED_STRINGS).and_then(|text| without_counts(text));
        let told = std::str::from_utf8(counted.as_ref().unwrap_or(&content)).ok().and_then(mark_lost_markup);
        if let Some(content) = told.map(String::into_bytes).or(counted) {
            changed.insert(place, content);
        }
    }
    if changed.is_empty() && names.iter().all(|name| plain(name) == *name) {
        return Some(Cow::Borrowed(bytes));
    }
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..package.len() {
        let file = package.by_index_raw(place).ok()?;
        let name = plain(&file.name().ok()?);
        match changed.get(&name) {
            Some(content) => {
                written.start_file(name, SimpleFileOptions::default()).ok()?;
                written.write_all(content).ok()?;
            }
            None => written.raw_copy_file_rename(file, name).ok()?,
        }
    }
    Some(Cow::Owned(written.finish().ok()?.into_inner()))
}

/// Whether a package is a workbook without macros: its main part, by the links of the package, is one of a workbook. The
/// main part need not be called `xl/workbook.xml`.
pub fn is_plain_workbook(bytes: &[u8]) -> bool {
    let Ok(mut package) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let links = part(&mut package, "_rels/.rels").and_then(|links| String::from_utf8(links).ok());
    let main = links.as_deref().and_then(main_part).unwrap_or("xl/workbook.xml");
    let has = |name: &str| package.index_for_name(name).is_some();
    let is_xml = main.rsplit_once('.').is_some_and(|(_, kind)| kind.eq_ignore_ascii_case("xml"));
    main.starts_with("xl/") && is_xml && has(main) && !has("xl/vbaProject.bin")
}

/// The name of the main part in the links of a package: `Target="xl/workbook2.xml"`.
fn main_part(links: &str) -> Option<&str> {
    let link = links.split('<').find(|tag| tag.contains("/officeDocument\""))?;
    let (_, target) = link.split_once("Target=\"")?;
    let (target, _) = target.split_once('"')?;
    Some(target.trim_start_matches('/'))
}

fn part(package: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    package.by_name(name).ok()?.read_to_end(&mut content).ok()?;
    Some(content)
}

/// The texts of a workbook without the numbers of them that are stated; `None` where none are.
fn without_counts(texts: &[u8]) -> Option<Vec<u8>> {
    let tag = b"<sst".as_slice();
    let begin = texts.windows(tag.len()).position(|window| window == tag)?;
    let end = begin + texts.get(begin..)?.iter().position(|byte| *byte == b'>')?;
    let head = std::str::from_utf8(texts.get(begin..end)?).ok()?;
    let plain: String = head
        .split_inclusive('"')
        .collect::<Vec<_>>()
        .chunks(2)
        .filter(|pair| {
            !pair.first().is_some_and(|name| name.trim_start().to_lowercase().ends_with("count=\""))
        })
        .flat_map(|pair| pair.iter().copied())
        .collect();
    if plain == head {
        return None;
    }
    Some([texts.get(..begin)?, plain.as_bytes(), texts.get(end..)?].concat())
}
