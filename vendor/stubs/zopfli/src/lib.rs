//! In the place of `zopfli`, which zip uses for the levels of compression above 9 alone. Nobody here asks for them, and no
//! compiler can know that: left in, it would be a fortieth of the module of Word and Excel.

use std::io::{Error, ErrorKind, Result, Write};
use std::num::NonZeroU64;

/// How hard would have been tried.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// How often.
    pub iteration_count: NonZeroU64,
}

impl Default for Options {
    fn default() -> Self {
        Self { iteration_count: NonZeroU64::MIN }
    }
}

/// The kind of the blocks.
#[derive(Debug, Clone, Copy, Default)]
pub struct BlockType;

/// Refuses to write.
#[derive(Debug)]
pub struct DeflateEncoder<W> {
    writer: W,
}

impl<W: Write> DeflateEncoder<W> {
    /// An encoder that keeps where it would have written.
    pub fn new(_options: Options, _kind: BlockType, writer: W) -> Self {
        Self { writer }
    }

    /// What it would have written to.
    pub fn get_ref(&self) -> &W {
        &self.writer
    }

    /// What it would have written to.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.writer
    }

    /// Gives back what it would have written to.
    ///
    /// # Errors
    /// None.
    pub fn finish(self) -> Result<W> {
        Ok(self.writer)
    }
}

impl<W: Write> Write for DeflateEncoder<W> {
    fn write(&mut self, _bytes: &[u8]) -> Result<usize> {
        Err(Error::from(ErrorKind::Unsupported))
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
