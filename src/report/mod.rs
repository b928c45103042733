//! The official report "Báo cáo kết quả tự đánh giá, chấm điểm" and its annex, as data: the page prints it, Word and Excel
//! hold the same. Pure; knows `core` and `words`.

pub mod csv;
mod work_csv;

pub use work_csv::{work_csv, work_title};
