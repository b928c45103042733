//! The fields of a document besides figures.

/// A text field of the heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadingField {
    /// Tên đơn vị.
    Name,
    /// Cơ quan cấp trên.
    Superior,
    /// Địa danh.
    Place,
    /// Người lập.
    PreparedBy,
    /// Số liệu đến ngày.
    AsOf,
}

/// A field of a document that proves figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceField {
    /// Số, ký hiệu.
    Number,
    /// Ngày.
    Date,
    /// Trích yếu.
    Title,
    /// Mục, trang.
    Place,
    /// Đường dẫn.
    Link,
}
