//! In the place of `encoding_rs`, for the XML of Office files, which is UTF-8 or UTF-16 by its standard. The readers of XML
//! can name every legacy encoding at run time, so no compiler can leave their tables out: left in, they would be a fifth of
//! the module of Word and Excel. Text in another encoding is refused here as not readable.

use std::borrow::Cow;

/// How text is written as bytes.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Encoding {
    name: &'static str,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Utf8,
    Utf16Le,
    Utf16Be,
    Legacy,
}

/// What came of decoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecoderResult {
    /// All that was given is decoded.
    InputEmpty,
    /// There is no room for more.
    OutputFull,
    /// What follows is no text: how many bytes, and how many after them were read.
    Malformed(u8, u8),
}

macro_rules! encodings {
    ($($public:ident $inner:ident $name:literal $kind:expr,)*) => {$(
        #[doc = $name]
        pub static $inner: Encoding = Encoding { name: $name, kind: $kind };
        #[doc = $name]
        pub static $public: &Encoding = &$inner;
    )*};
}

encodings! {
    UTF_8 UTF_8_INIT "UTF-8" Kind::Utf8,
    UTF_16LE UTF_16LE_INIT "UTF-16LE" Kind::Utf16Le,
    UTF_16BE UTF_16BE_INIT "UTF-16BE" Kind::Utf16Be,
    BIG5 BIG5_INIT "Big5" Kind::Legacy,
    EUC_JP EUC_JP_INIT "EUC-JP" Kind::Legacy,
    EUC_KR EUC_KR_INIT "EUC-KR" Kind::Legacy,
    GB18030 GB18030_INIT "gb18030" Kind::Legacy,
    GBK GBK_INIT "GBK" Kind::Legacy,
    IBM866 IBM866_INIT "IBM866" Kind::Legacy,
    ISO_2022_JP ISO_2022_JP_INIT "ISO-2022-JP" Kind::Legacy,
    ISO_8859_2 ISO_8859_2_INIT "ISO-8859-2" Kind::Legacy,
    ISO_8859_3 ISO_8859_3_INIT "ISO-8859-3" Kind::Legacy,
    ISO_8859_4 ISO_8859_4_INIT "ISO-8859-4" Kind::Legacy,
    ISO_8859_5 ISO_8859_5_INIT "ISO-8859-5" Kind::Legacy,
    ISO_8859_6 ISO_8859_6_INIT "ISO-8859-6" Kind::Legacy,
    ISO_8859_7 ISO_8859_7_INIT "ISO-8859-7" Kind::Legacy,
    ISO_8859_8 ISO_8859_8_INIT "ISO-8859-8" Kind::Legacy,
    ISO_8859_8_I ISO_8859_8_I_INIT "ISO-8859-8-I" Kind::Legacy,
    ISO_8859_10 ISO_8859_10_INIT "ISO-8859-10" Kind::Legacy,
    ISO_8859_13 ISO_8859_13_INIT "ISO-8859-13" Kind::Legacy,
    ISO_8859_14 ISO_8859_14_INIT "ISO-8859-14" Kind::Legacy,
    ISO_8859_15 ISO_8859_15_INIT "ISO-8859-15" Kind::Legacy,
    ISO_8859_16 ISO_8859_16_INIT "ISO-8859-16" Kind::Legacy,
    KOI8_R KOI8_R_INIT "KOI8-R" Kind::Legacy,
    KOI8_U KOI8_U_INIT "KOI8-U" Kind::Legacy,
    MACINTOSH MACINTOSH_INIT "macintosh" Kind::Legacy,
    REPLACEMENT REPLACEMENT_INIT "replacement" Kind::Legacy,
    SHIFT_JIS SHIFT_JIS_INIT "Shift_JIS" Kind::Legacy,
    WINDOWS_874 WINDOWS_874_INIT "windows-874" Kind::Legacy,
    WINDOWS_1250 WINDOWS_1250_INIT "windows-1250" Kind::Legacy,
    WINDOWS_1251 WINDOWS_1251_INIT "windows-1251" Kind::Legacy,
    WINDOWS_1252 WINDOWS_1252_INIT "windows-1252" Kind::Legacy,
    WINDOWS_1253 WINDOWS_1253_INIT "windows-1253" Kind::Legacy,
    WINDOWS_1254 WINDOWS_1254_INIT "windows-1254" Kind::Legacy,
    WINDOWS_1255 WINDOWS_1255_INIT "windows-1255" Kind::Legacy,
    WINDOWS_1256 WINDOWS_1256_INIT "windows-1256" Kind::Legacy,
    WINDOWS_1257 WINDOWS_1257_INIT "windows-1257" Kind::Legacy,
    WINDOWS_1258 WINDOWS_1258_INIT "windows-1258" Kind::Legacy,
    X_MAC_CYRILLIC X_MAC_CYRILLIC_INIT "x-mac-cyrillic" Kind::Legacy,
    X_USER_DEFINED X_USER_DEFINED_INIT "x-user-defined" Kind::Legacy,
}

/// What a name in a file may mean here.
static BY_LABEL: [(&str, &Encoding); 5] = [
    ("utf-8", &UTF_8_INIT),
    ("utf8", &UTF_8_INIT),
    ("utf-16", &UTF_16LE_INIT),
    ("utf-16le", &UTF_16LE_INIT),
    ("utf-16be", &UTF_16BE_INIT),
];

impl Encoding {
    /// Its name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The encoding that a file names. A name that is not known here is that of an encoding that nothing can be read in,
    /// so that no text is taken for what it is not.
    pub fn for_label(label: &[u8]) -> Option<&'static Encoding> {
        let label = label.trim_ascii();
        let known = BY_LABEL.iter().find(|(name, _)| name.as_bytes().eq_ignore_ascii_case(label));
        Some(known.map_or(&REPLACEMENT_INIT, |(_, encoding)| encoding))
    }

    /// The text, if the bytes are one.
    pub fn decode_without_bom_handling_and_without_replacement<'a>(&self, bytes: &'a [u8]) -> Option<Cow<'a, str>> {
        match self.kind {
            Kind::Utf8 => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Kind::Utf16Le => utf16(bytes, u16::from_le_bytes).map(Cow::Owned),
            Kind::Utf16Be => utf16(bytes, u16::from_be_bytes).map(Cow::Owned),
            Kind::Legacy => None,
        }
    }

    /// The text, with marks where the bytes are none; whether there are such marks.
    pub fn decode<'a>(&'static self, bytes: &'a [u8]) -> (Cow<'a, str>, &'static Encoding, bool) {
        match self.decode_without_bom_handling_and_without_replacement(bytes) {
            Some(text) => (text, self, false),
            None => (String::from_utf8_lossy(bytes), self, true),
        }
    }

    /// A decoder of a text that comes in pieces.
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder { encoding: self, kept: [0; 4], kept_len: 0 }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks();
    let text = char::decode_utf16(pairs.iter().copied().map(unit)).collect::<Result<String, _>>();
    text.ok().filter(|_| rest.is_empty())
}

/// Decodes a text that comes in pieces, one character at a time: none of ours comes so.
#[derive(Debug)]
pub struct Decoder {
    encoding: &'static Encoding,
    /// The beginning of a character that was cut.
    kept: [u8; 4],
    kept_len: usize,
}

impl Decoder {
    /// Its encoding.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// The most bytes that a text of so many may need.
    pub fn max_utf8_buffer_length_without_replacement(&self, bytes: usize) -> Option<usize> {
        bytes.checked_mul(3)?.checked_add(4)
    }

    /// Decodes into a text that has the room, see [`max_utf8_buffer_length_without_replacement`](Self::max_utf8_buffer_length_without_replacement).
    pub fn decode_to_string_without_replacement(
        &mut self,
        bytes: &[u8],
        text: &mut String,
        last: bool,
    ) -> (DecoderResult, usize) {
        let mut room = vec![0; bytes.len() * 3 + 4];
        let (result, read, written) = self.decode_to_utf8_without_replacement(bytes, &mut room, last);
        text.push_str(std::str::from_utf8(&room[..written]).unwrap_or_default());
        (result, read)
    }

    /// Decodes as much as there is room for: what came of it, how many bytes were read and written.
    pub fn decode_to_utf8_without_replacement(
        &mut self,
        bytes: &[u8],
        room: &mut [u8],
        last: bool,
    ) -> (DecoderResult, usize, usize) {
        let (mut read, mut written) = (0, 0);
        loop {
            let kept = &self.kept[..self.kept_len];
            let whole = (!kept.is_empty()).then(|| self.encoding.decode_without_bom_handling_and_without_replacement(kept));
            match whole {
                Some(Some(character)) => {
                    let Some(place) = room[written..].get_mut(..character.len()) else {
                        return (DecoderResult::OutputFull, read, written);
                    };
                    place.copy_from_slice(character.as_bytes());
                    written += character.len();
                    self.kept_len = 0;
                }
                Some(None) if self.kept_len == 4 || self.encoding.kind == Kind::Legacy => {
                    return (DecoderResult::Malformed(1, 0), read, written);
                }
                _ => match bytes.get(read) {
                    Some(byte) => {
                        self.kept[self.kept_len] = *byte;
                        self.kept_len += 1;
                        read += 1;
                    }
                    None if last && self.kept_len > 0 => return (DecoderResult::Malformed(1, 0), read, written),
                    None => return (DecoderResult::InputEmpty, read, written),
                },
            }
        }
    }
}
