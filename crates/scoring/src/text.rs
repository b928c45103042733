//! Texts in the languages of the product.

/// A language of the page. Vietnamese is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// The code of files and of the page's `lang`: "vi", "en".
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }

    /// The language of a code such as "en" or "en-GB"; `None` for a language that the product does not have.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split('-').next() {
            Some("vi") => Some(Self::Vietnamese),
            Some("en") => Some(Self::English),
            _ => None,
        }
    }
}

/// A text in both languages. Where a set gives no English, the Vietnamese text is used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Text {
    /// Tiếng Việt.
    pub vi: String,
    /// English.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub en: String,
}

impl Text {
    /// The text in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Vietnamese => &self.vi,
            Language::English => &self.en,
        }
    }
}
