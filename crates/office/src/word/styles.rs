//! The looks of the report's paragraphs, each a named style, so that Word can change all of one kind at once.

use docx_rs::{
    AlignmentType, BorderType, LineSpacing, Paragraph, ParagraphBorder, ParagraphBorderPosition,
    ParagraphBorders, ParagraphProperty, Run, RunFonts, SpecialIndentType, Style, StyleType,
};

/// The face that Nghị định 30/2020 asks for.
const FACE: &str = "Times New Roman";

/// The first line of a paragraph: 1.27 cm, in twentieths of a point.
const FIRST_LINE: i32 = 720;

/// A look.
#[derive(Clone, Copy)]
pub(super) struct TextStyle {
    /// Its id in the file.
    pub id: &'static str,
    /// Its name in Word's list of styles.
    name: &'static str,
    /// Size in half points.
    size: usize,
    align: Align,
    face: Face,
    /// Space above, in twentieths of a point.
    before: u32,
    /// Whether the first line is set in.
    set_in: bool,
    /// Whether it stays with what follows.
    with_next: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Align {
    Start,
    Center,
    End,
    Both,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Face {
    Plain,
    Bold,
    Italic,
    BoldItalic,
    Capitals,
    BoldCapitals,
}

const fn look(
    id: &'static str,
    name: &'static str,
    size: usize,
    align: Align,
    face: Face,
    before: u32,
) -> TextStyle {
    TextStyle { id, name, size, align, face, before, set_in: false, with_next: false }
}

impl TextStyle {
    pub const SUPERIOR: Self =
        look("CoQuanChuQuan", "Cơ quan chủ quản", 26, Align::Center, Face::Capitals, 0);
    pub const ISSUER: Self =
        look("CoQuanBanHanh", "Cơ quan ban hành", 26, Align::Center, Face::BoldCapitals, 0);
    pub const NUMBER: Self = look("SoKyHieu", "Số, ký hiệu", 26, Align::Center, Face::Plain, 80);
    pub const NATION: Self = look("QuocHieu", "Quốc hiệu", 26, Align::Center, Face::Bold, 0);
    pub const MOTTO: Self = look("TieuNgu", "Tiêu ngữ", 28, Align::Center, Face::Bold, 0);
    pub const DATE: Self = look("DiaDanh", "Địa danh, thời gian", 28, Align::Center, Face::Italic, 80);
    pub const RULE: Self = look("DongKe", "Dòng kẻ", 8, Align::Center, Face::Plain, 0);
    pub const KIND: Self = Self {
        with_next: true,
        ..look("TenLoai", "Tên loại văn bản", 28, Align::Center, Face::Bold, 360)
    };
    pub const SUBJECT: Self =
        Self { with_next: true, ..look("TrichYeu", "Trích yếu", 28, Align::Center, Face::Bold, 0) };
    pub const TO: Self = look("KinhGui", "Kính gửi", 28, Align::Center, Face::Plain, 240);
    pub const BASIS: Self =
        Self { set_in: true, ..look("CanCu", "Căn cứ", 28, Align::Both, Face::Italic, 120) };
    pub const HEADING: Self = Self {
        set_in: true,
        with_next: true,
        ..look("TieuDeMuc", "Tiêu đề mục", 28, Align::Start, Face::Bold, 120)
    };
    pub const TEXT: Self =
        Self { set_in: true, ..look("NoiDung", "Nội dung", 28, Align::Both, Face::Plain, 120) };
    pub const LEAD: Self = Self {
        set_in: true,
        with_next: true,
        ..look("LoiDan", "Lời dẫn", 28, Align::Both, Face::Plain, 120)
    };
    pub const CLOSING: Self = Self { id: "LoiKet", name: "Lời kết", ..Self::LEAD };
    pub const REMARK: Self =
        Self { set_in: true, ..look("GhiChu", "Ghi chú", 28, Align::Both, Face::Italic, 120) };
    pub const RECIPIENTS: Self = look("NoiNhan", "Nơi nhận", 24, Align::Start, Face::BoldItalic, 0);
    pub const RECIPIENT: Self = look("NoiNhanDong", "Nơi nhận - dòng", 22, Align::Start, Face::Plain, 0);
    pub const SIGNATURE: Self = look("ChuKy", "Quyền hạn, chức vụ", 28, Align::Center, Face::Bold, 0);
    pub const ANNEX_TITLE: Self = Self {
        with_next: true,
        ..look("TenPhuLuc", "Tên phụ lục", 28, Align::Center, Face::BoldCapitals, 0)
    };
    pub const ANNEX_OF: Self = look("KemTheo", "Kèm theo", 28, Align::Center, Face::Italic, 0);
    pub const CELL_HEAD: Self = look("DauBang", "Đầu bảng", 22, Align::Center, Face::Bold, 0);
    pub const CELL_NUMBER: Self = look("SoCot", "Số cột", 22, Align::Center, Face::Italic, 0);
    pub const CELL: Self = look("OBang", "Ô bảng", 22, Align::Start, Face::Plain, 0);
    pub const CELL_CENTER: Self = look("OBangGiua", "Ô bảng giữa", 22, Align::Center, Face::Plain, 0);
    pub const CELL_POINTS: Self = look("OBangSo", "Ô bảng số", 22, Align::End, Face::Plain, 0);
    pub const SAMPLE: Self = look("DuLieuMau", "Dữ liệu mẫu", 26, Align::Center, Face::Bold, 0);
    pub const PAGE_NUMBER: Self = look("SoTrang", "Số trang", 26, Align::Center, Face::Plain, 0);

    /// The style as the file holds it.
    pub fn style(&self) -> Style {
        let align = match self.align {
            Align::Start => AlignmentType::Left,
            Align::Center => AlignmentType::Center,
            Align::End => AlignmentType::Right,
            Align::Both => AlignmentType::Both,
        };
        let style = Style::new(self.id, StyleType::Paragraph).name(self.name).q_format(true);
        let style = style.size(self.size).fonts(fonts()).align(align);
        let mut style = style.line_spacing(LineSpacing::new().before(self.before).after(0));
        if matches!(self.face, Face::Bold | Face::BoldItalic | Face::BoldCapitals) {
            style = style.bold();
        }
        if matches!(self.face, Face::Italic | Face::BoldItalic) {
            style = style.italic();
        }
        // Names stay as they were typed; it is the style that makes capitals of them.
        if matches!(self.face, Face::Capitals | Face::BoldCapitals) {
            style.run_property = style.run_property.caps();
        }
        if self.set_in {
            style = style.indent(None, Some(SpecialIndentType::FirstLine(FIRST_LINE)), None, None);
        }
        style.paragraph_property = style.paragraph_property.keep_next(self.with_next);
        style
    }
}

/// Every look.
pub(super) const ALL: [TextStyle; 28] = [
    TextStyle::SAMPLE,
    TextStyle::TEXT,
    TextStyle::BASIS,
    TextStyle::HEADING,
    TextStyle::REMARK,
    TextStyle::LEAD,
    TextStyle::CLOSING,
    TextStyle::SUPERIOR,
    TextStyle::ISSUER,
    TextStyle::NUMBER,
    TextStyle::NATION,
    TextStyle::MOTTO,
    TextStyle::DATE,
    TextStyle::RULE,
    TextStyle::KIND,
    TextStyle::SUBJECT,
    TextStyle::TO,
    TextStyle::RECIPIENTS,
    TextStyle::RECIPIENT,
    TextStyle::SIGNATURE,
    TextStyle::ANNEX_TITLE,
    TextStyle::ANNEX_OF,
    TextStyle::CELL_HEAD,
    TextStyle::CELL_NUMBER,
    TextStyle::CELL,
    TextStyle::CELL_CENTER,
    TextStyle::CELL_POINTS,
    TextStyle::PAGE_NUMBER,
];

/// The face for every script.
pub(super) fn fonts() -> RunFonts {
    RunFonts::new().ascii(FACE).hi_ansi(FACE).east_asia(FACE).cs(FACE)
}

/// A line of a share of the width, in percent, in the middle: an empty paragraph with an edge above.
pub(super) fn rule(look: TextStyle, width: usize, share: usize) -> Paragraph {
    let beside = i32::try_from(width * (100 - share) / 200).unwrap_or(0);
    let edge = ParagraphBorder::new(ParagraphBorderPosition::Top)
        .val(BorderType::Single)
        .size(4)
        .space(1)
        .color("000000");
    let property = ParagraphProperty::new()
        .style(look.id)
        .indent(Some(beside), None, Some(beside), None)
        .set_borders(ParagraphBorders::with_empty().set(edge));
    let mut paragraph = Paragraph::new().add_run(Run::new());
    paragraph.property = property;
    paragraph
}
