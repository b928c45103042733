//! The colour theme.

/// A colour theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Nền sáng.
    Light,
    /// Nền tối.
    Dark,
    /// Theo máy.
    #[default]
    System,
}

impl Theme {
    /// Every theme with its word.
    pub const ALL: [(&'static str, Self); 3] =
        [("light", Self::Light), ("dark", Self::Dark), ("system", Self::System)];

    /// Its word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::System => "system",
        }
    }
}
