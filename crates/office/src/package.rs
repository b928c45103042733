//! The packages that Office files are: zip archives of XML parts, packed here, their unpacked size checked before they are
//! read.

use std::io::{Cursor, Read, Write, copy, sink};

use docx_rs::XMLDocx;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

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

fn pack(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, String> {
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
