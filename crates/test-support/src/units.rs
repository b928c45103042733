//! A unit of each level with answers of every kind, for what is printed and written.

use std::collections::BTreeMap;
use std::rc::Rc;

use scoring::assessment::{Answer, Assessment, Evidence, Task, Unit};

fn unit(level: &str, name: &str, superior: &str, place: &str) -> Assessment {
    let mut assessment = Assessment { year: 2023, ..Assessment::default() };
    assessment.unit = Unit {
        name: name.to_owned(),
        level: level.to_owned(),
        superior: superior.to_owned(),
        place: place.to_owned(),
        ..Unit::default()
    };
    assessment.period.as_of = "2023-12-01".to_owned();
    assessment
}

fn figures(pairs: &str) -> Answer {
    let pairs = pairs.split_whitespace().map(|pair| pair.split_once('=').unwrap());
    let figures = pairs.map(|(field, figure)| (field.to_owned(), figure.to_owned()));
    Answer { figures: figures.collect::<BTreeMap<_, _>>(), ..Answer::default() }
}

fn proven(pairs: &str) -> Answer {
    let mut answer = figures(pairs);
    answer.evidence.push(Evidence {
        number: "12/BC-UBND".to_owned(),
        date: "2023-11-30".to_owned(),
        title: "Báo cáo công tác cải cách hành chính".to_owned(),
        place: "mục II, trang 3".to_owned(),
        ..Evidence::default()
    });
    answer
}

fn noted(pairs: &str, note: &str) -> Answer {
    Answer { note: note.to_owned(), ..figures(pairs) }
}

fn with(mut assessment: Assessment, answers: Vec<(&str, Answer)>) -> Assessment {
    assessment.answers = answers.into_iter().map(|(id, answer)| (id.to_owned(), Rc::new(answer))).collect();
    assessment
}

/// A commune with something of everything: not complete, notes of several lines, nothing arising, work assigned.
pub fn commune() -> Assessment {
    let mut nothing = figures("done=0 total=");
    nothing.not_applicable = Some("Không phát sinh giao dịch".to_owned());
    let mut proven_and_noted = proven("done=410 total=850");
    proven_and_noted.note = "Đã rà soát 100% hồ sơ lưu.\nPhần còn lại số hóa trong quý I.".to_owned();
    let unit = unit("commune", "UBND xã Phú Mậu", "UBND thành phố Huế", "Huế");
    let mut assessment = with(
        unit,
        vec![
            ("TC-1", proven("done=12 total=12")),
            ("TC-2", figures("done=7 total=9")),
            ("TT-2a", noted("done=20 total=20", "Số liệu lấy từ hệ thống của tỉnh.")),
            ("TT-2b", nothing),
            ("TT-3", proven_and_noted),
            ("TT-4a", proven("done=104 total=104")),
            ("TT-4b", proven("done=1.004 total=1.204")),
            ("TT-4c", proven("done=104 total=104")),
        ],
    );
    assessment.narrative.difficulties = "Nhân lực làm công tác số hóa còn thiếu.\nMáy quét đã cũ.".to_owned();
    let task =
        Task {
            who: "Văn phòng - Thống kê".to_owned(), by: "trước 20/12".to_owned(), ..Task::default()
        };
    assessment.work.insert("TT-3".to_owned(), task);
    assessment
}

/// A department with everything entered and proven.
pub fn department() -> Assessment {
    let all = |done: u32, total: u32| proven(&format!("done={done} total={total}"));
    let unit = unit("department", "Sở Xây dựng", "UBND tỉnh Thừa Thiên Huế", "Huế");
    let mut tt5 = all(90, 104);
    tt5.figures.insert("excluded".to_owned(), "4".to_owned());
    let mut assessment = with(
        unit,
        vec![
            ("TC-1", all(12, 12)),
            ("TC-2", all(9, 9)),
            ("TC-3", proven("reviewed=yes advised=no")),
            ("TT-1a", all(25, 120)),
            ("TT-1b", proven("done=1234567890 total=9876543210")),
            ("TT-2a", all(20, 21)),
            ("TT-2b", all(300, 1000)),
            ("TT-3", all(700, 1000)),
            ("TT-4a", all(104, 104)),
            ("TT-4b", all(104, 104)),
            ("TT-4c", all(104, 104)),
            ("TT-5", tt5),
            ("TT-6", all(30, 100)),
        ],
    );
    assessment.narrative.difficulties = "Không có.".to_owned();
    assessment.narrative.proposals = "Đề nghị UBND tỉnh bố trí kinh phí số hóa.".to_owned();
    assessment
}

/// A district with nothing entered but one figure that can't be.
pub fn district() -> Assessment {
    let unit = unit("district", "UBND thành phố Huế", "UBND tỉnh Thừa Thiên Huế", "Huế");
    with(unit, vec![("TC-1", noted("done=13 total=12", "Đang kiểm tra lại."))])
}

/// The province, ranks among its targets, with no name of its place.
pub fn province() -> Assessment {
    let all = |done: u32, total: u32| proven(&format!("done={done} total={total}"));
    let unit = unit("province", "UBND tỉnh Thừa Thiên Huế", "", "Thừa Thiên Huế");
    with(
        unit,
        vec![
            ("R-1", proven("value=17")),
            ("R-2", proven("value=1")),
            ("R-3", proven("value=8")),
            ("R-4", proven("value=10")),
            ("R-5", proven("value=11")),
            ("TC-1", all(999, 1000)),
            ("TC-2", all(1234, 1234)),
            ("TT-1a", all(200, 1000)),
            ("TT-1b", all(199, 1000)),
            ("TT-2a", all(800, 1000)),
            ("TT-2b", all(500, 1000)),
            ("TT-3", all(69999, 100_000)),
            ("TT-4a", all(1000, 1000)),
            ("TT-4b", all(1000, 1000)),
            ("TT-4c", all(1000, 1000)),
            ("TT-5", all(900, 1000)),
            ("TT-6", all(300, 1000)),
        ],
    )
}
