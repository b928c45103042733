//! Packages, as Office files are, taken apart and put together again.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The parts of a package by their names, in order.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..package.len() {
        let mut part = package.by_index(place).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

/// A package of parts.
pub fn package(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let parts = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice()));
    packed(parts, SimpleFileOptions::default())
}

/// A package of parts as they are, not compressed: quick to make.
pub fn stored<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    packed(parts, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
}

fn packed<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>, options: SimpleFileOptions) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        package.start_file(name, options).unwrap();
        package.write_all(content).unwrap();
    }
    package.finish().unwrap().into_inner()
}
