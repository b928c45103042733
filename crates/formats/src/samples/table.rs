//! The table of the samples: every figure, name and document of them, of 2023. All of it is invented.
//!
//! A row is a unit; a line of it is the answer to one target, figures as they would be typed. Names say that they are
//! samples and no unit bears them; numbers of documents begin with "MẪU-". What each row is to show:
//!
//! | row | index of 2023 | shows |
//! | --- | --- | --- |
//! | commune, weak | below 50% | a figure that is not understood, a blank one, explanations in the place of documents |
//! | commune, middling | 70–80% | most goals missed by a little |
//! | commune, strong | above 90% | nearly all met; TT-3 no longer from 2024 on |
//! | department, district, province, middling | 80–90% | the targets of their levels, money and ranks among them |
//!
//! Each has a target to which nothing applies, with its reason. `tests/it/sample_table.rs` holds what each
//! scores in each year.

/// How a unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Far from its goals.
    Weak,
    /// In between.
    Middling,
    /// At its goals.
    Strong,
}

impl Strength {
    /// Its text in ids.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Middling => "middling",
            Self::Strong => "strong",
        }
    }
}

/// A unit.
pub(super) struct Row {
    pub level: &'static str,
    pub strength: Strength,
    pub name: &'static str,
    pub superior: &'static str,
    pub answers: &'static [Line],
    pub difficulties: &'static str,
    pub proposals: &'static str,
}

/// The answer to a target.
pub(super) struct Line {
    pub target: &'static str,
    /// Field, figure, field, figure …
    pub figures: &'static str,
    pub note: &'static str,
    /// Number, month and day, title, place in it.
    pub evidence: &'static [(&'static str, &'static str, &'static str, &'static str)],
    pub not_applicable: Option<&'static str>,
}

pub(super) const PLACE: &str = "Địa danh Mẫu";
pub(super) const PREPARED_BY: &str = "Nguyễn Văn Mẫu";

const PROVINCE: &str = "UBND tỉnh Mẫu (dữ liệu mẫu)";
const DISTRICT: &str = "UBND huyện Mẫu (dữ liệu mẫu)";

/// What most figures are proved by.
const YEARLY: (&str, &str, &str, &str) =
    ("MẪU-118/BC", "-12-12", "Báo cáo công tác cải cách hành chính năm (mẫu)", "mục II, trang 3");
const PROCEDURES: (&str, &str, &str, &str) =
    ("MẪU-52/BC", "-12-05", "Báo cáo kiểm soát thủ tục hành chính (mẫu)", "biểu số 2");
const ARCHIVE: (&str, &str, &str, &str) =
    ("MẪU-47/BC", "-11-30", "Báo cáo số hóa kết quả giải quyết TTHC (mẫu)", "phụ lục, trang 1");
const PAYMENTS: (&str, &str, &str, &str) =
    ("MẪU-31/TB", "-12-08", "Thông báo kết quả thanh toán trực tuyến (mẫu)", "dòng 14");

const fn line(
    target: &'static str,
    figures: &'static str,
    evidence: &'static [(&'static str, &'static str, &'static str, &'static str)],
) -> Line {
    Line { target, figures, note: "", evidence, not_applicable: None }
}

/// Figures that nothing proves yet, with the explanation owed for them.
const fn explained(target: &'static str, figures: &'static str, note: &'static str) -> Line {
    Line { target, figures, note, evidence: &[], not_applicable: None }
}

const fn nothing(target: &'static str, reason: &'static str) -> Line {
    Line { target, figures: "", note: "", evidence: &[], not_applicable: Some(reason) }
}

const NO_LEGAL_DOCUMENTS: &str =
    "Trong năm đơn vị không có văn bản quy phạm pháp luật thuộc diện phải rà soát.";

/// What stands for a row that there is not.
pub(super) static FIRST: Row = WEAK_COMMUNE;

const WEAK_COMMUNE: Row = Row {
    level: "commune",
    strength: Strength::Weak,
    name: "UBND xã Mẫu C (dữ liệu mẫu)",
    superior: DISTRICT,
    answers: &[
        line("TC-1", "done 11 total 20", &[YEARLY]),
        nothing("TC-2", NO_LEGAL_DOCUMENTS),
        explained(
            "TT-2a",
            "done 12 total 46",
            "Chưa có văn bản xác nhận; số liệu do bộ phận một cửa cung cấp.",
        ),
        // TT-2b is left blank.
        explained("TT-3", "done 430 total 2.650", "Kho giấy tờ trước năm 2015 chưa được kiểm kê xong."),
        line("TT-4a", "done 120 total 136", &[PROCEDURES]),
        line("TT-4b", "done 90 total 136", &[PROCEDURES]),
        line("TT-4c", "done 60 total 136", &[]),
        // More than 136 less 10: the figure is refused, and the row says why.
        line("TT-5", "done 130 total 136 excluded 10", &[]),
    ],
    difficulties: "Bộ phận một cửa chỉ có một công chức kiêm nhiệm; máy quét thường xuyên hỏng.",
    proposals: "Đề nghị huyện bố trí kinh phí số hóa kho giấy tờ và tập huấn thanh toán trực tuyến.",
};

const MIDDLING_COMMUNE: Row = Row {
    level: "commune",
    strength: Strength::Middling,
    name: "UBND xã Mẫu B (dữ liệu mẫu)",
    superior: DISTRICT,
    answers: &[
        line("TC-1", "done 21 total 26", &[YEARLY]),
        nothing("TC-2", NO_LEGAL_DOCUMENTS),
        line("TT-2a", "done 30 total 48", &[PAYMENTS]),
        line("TT-2b", "done 130 total 1.240", &[PAYMENTS]),
        line("TT-3", "done 980 total 2.800", &[ARCHIVE]),
        line("TT-4a", "done 136 total 136", &[PROCEDURES]),
        line("TT-4b", "done 128 total 136", &[PROCEDURES]),
        explained("TT-4c", "done 119 total 136", "17 thủ tục đang chờ tỉnh cấu hình trên Cổng Dịch vụ công."),
        line("TT-5", "done 120 total 136 excluded 4", &[PROCEDURES]),
    ],
    difficulties: "Người dân còn quen nộp tiền mặt; nhiều kết quả giải quyết trước đây chỉ có bản giấy.",
    proposals: "Đề nghị huyện hỗ trợ máy quét và hướng dẫn người dân thanh toán trực tuyến.",
};

const STRONG_COMMUNE: Row = Row {
    level: "commune",
    strength: Strength::Strong,
    name: "UBND xã Mẫu A (dữ liệu mẫu)",
    superior: DISTRICT,
    answers: &[
        line("TC-1", "done 18 total 18", &[YEARLY]),
        nothing("TC-2", NO_LEGAL_DOCUMENTS),
        line("TT-2a", "done 42 total 50", &[PAYMENTS]),
        line("TT-2b", "done 690 total 2.000", &[PAYMENTS]),
        line("TT-3", "done 1.930 total 3.010", &[ARCHIVE]),
        line("TT-4a", "done 136 total 136", &[PROCEDURES]),
        line("TT-4b", "done 136 total 136", &[PROCEDURES]),
        line("TT-4c", "done 134 total 136", &[PROCEDURES]),
        line("TT-5", "done 132 total 136 excluded 4", &[PROCEDURES]),
    ],
    difficulties: "Hai thủ tục mới ban hành chưa được cấu hình trên Cổng Dịch vụ công của tỉnh.",
    proposals: "Đề nghị tỉnh cấu hình thủ tục mới trong vòng 10 ngày kể từ ngày công bố.",
};

const DEPARTMENT_ROW: Row = Row {
    level: "department",
    strength: Strength::Middling,
    name: "Sở Mẫu (dữ liệu mẫu)",
    superior: PROVINCE,
    answers: &[
        line("TC-1", "done 64 total 70", &[YEARLY]),
        line("TC-2", "done 31 total 34", &[YEARLY]),
        nothing("TC-3", "Lĩnh vực do Sở quản lý không có tiện ích số, dịch vụ đô thị thông minh."),
        line("TT-1a", "done 9 total 60", &[YEARLY]),
        line("TT-1b", "done 412.000.000 total 3.150.000.000", &[YEARLY]),
        line("TT-2a", "done 58 total 74", &[PAYMENTS]),
        line("TT-2b", "done 1.870 total 7.420", &[PAYMENTS]),
        line("TT-3", "done 6.210 total 9.980", &[ARCHIVE]),
        line("TT-4a", "done 118 total 118", &[PROCEDURES]),
        line("TT-4b", "done 118 total 118", &[PROCEDURES]),
        line("TT-4c", "done 109 total 118", &[PROCEDURES]),
        line("TT-5", "done 112 total 118 excluded 3", &[PROCEDURES]),
        explained(
            "TT-6",
            "done 19 total 118",
            "Số liệu do Trung tâm Phục vụ hành chính công cung cấp bằng thư điện tử.",
        ),
    ],
    difficulties: "Quy định về điều kiện kinh doanh thay đổi trong năm, phải rà soát lại từ đầu.",
    proposals: "Đề nghị UBND tỉnh giao chỉ tiêu cắt giảm chi phí tuân thủ theo từng lĩnh vực.",
};

const DISTRICT_ROW: Row = Row {
    level: "district",
    strength: Strength::Middling,
    name: DISTRICT,
    superior: PROVINCE,
    answers: &[
        line("TC-1", "done 40 total 56", &[YEARLY]),
        nothing("TC-2", NO_LEGAL_DOCUMENTS),
        line("TT-2a", "done 70 total 96", &[PAYMENTS]),
        line("TT-2b", "done 1.450 total 6.900", &[PAYMENTS]),
        line("TT-3", "done 5.400 total 11.200", &[ARCHIVE]),
        line("TT-4a", "done 262 total 262", &[PROCEDURES]),
        line("TT-4b", "done 255 total 262", &[PROCEDURES]),
        line("TT-4c", "done 240 total 262", &[PROCEDURES]),
        line("TT-5", "done 247 total 262 excluded 9", &[PROCEDURES]),
        explained(
            "TT-6",
            "done 105 total 262",
            "Trung tâm Hành chính công huyện mới bố trí đủ người từ quý III.",
        ),
    ],
    difficulties: "Một số phòng chuyên môn còn trả kết quả bản giấy, chưa số hóa khi trả.",
    proposals: "Đề nghị tỉnh kết nối phần mềm chuyên ngành với hệ thống một cửa điện tử.",
};

const PROVINCE_ROW: Row = Row {
    level: "province",
    strength: Strength::Middling,
    name: PROVINCE,
    superior: "Cơ quan cấp trên Mẫu (dữ liệu mẫu)",
    answers: &[
        line(
            "R-1",
            "value 12",
            &[("MẪU-9/CV", "-04-19", "Công bố Chỉ số cải cách hành chính (mẫu)", "bảng xếp hạng")],
        ),
        line("R-2", "value 8", &[("MẪU-11/CV", "-04-12", "Công bố Chỉ số PAPI (mẫu)", "bảng xếp hạng")]),
        line("R-3", "value 10", &[("MẪU-14/CV", "-04-11", "Công bố Chỉ số PCI (mẫu)", "bảng xếp hạng")]),
        nothing("R-4", "Trong năm không công bố Chỉ số ICT của các địa phương."),
        line(
            "R-5",
            "value 9",
            &[("MẪU-21/CV", "-07-12", "Công bố Chỉ số chuyển đổi số (mẫu)", "bảng xếp hạng")],
        ),
        line("TC-1", "done 172 total 188", &[YEARLY]),
        line("TC-2", "done 91 total 95", &[YEARLY]),
        line("TT-1a", "done 86 total 520", &[YEARLY]),
        line("TT-1b", "done 7.900.000.000 total 52.000.000.000", &[YEARLY]),
        line("TT-2a", "done 640 total 905", &[PAYMENTS]),
        line("TT-2b", "done 48.300 total 213.000", &[PAYMENTS]),
        line("TT-3", "done 268.763 total 455.000", &[ARCHIVE]),
        line("TT-4a", "done 1.912 total 1.912", &[PROCEDURES]),
        line("TT-4b", "done 1.880 total 1.912", &[PROCEDURES]),
        line("TT-4c", "done 1.764 total 1.912", &[PROCEDURES]),
        line("TT-5", "done 1.795 total 1.912 excluded 60", &[PROCEDURES]),
        line("TT-6", "done 290 total 1.640", &[PROCEDURES]),
    ],
    difficulties: "Dữ liệu của các sở và các huyện gửi về chậm, phải đối chiếu nhiều lần.",
    proposals: "Đề nghị các bộ công bố các chỉ số xếp hạng trước khi các tỉnh tự đánh giá.",
};

/// The units. A row keeps its place for good: UUIDs count them.
pub(super) static ROWS: [Row; 6] =
    [WEAK_COMMUNE, MIDDLING_COMMUNE, STRONG_COMMUNE, DEPARTMENT_ROW, DISTRICT_ROW, PROVINCE_ROW];
