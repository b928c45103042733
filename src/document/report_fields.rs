//! The texts of a report besides figures.

/// A text of the report besides figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NarrativeField {
    /// Khó khăn, vướng mắc.
    Difficulties,
    /// Kiến nghị, đề xuất.
    Proposals,
    /// Căn cứ.
    Basis,
    /// Nơi nhận.
    Recipients,
}

/// A text about work still needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskField {
    /// Người thực hiện.
    Who,
    /// Thời hạn.
    By,
}
