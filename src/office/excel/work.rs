//! The sheet "Việc cần làm": every target not fully earned, most points first, with who and by when.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::columns::{COUNTED, THOUSANDTHS, cell};
use super::figures::Layout;
use super::page::{Cached, Page, Setup};
use super::summary::on_figures;
use super::{Material, VIETNAMESE};
use crate::core::advice::gap;
use crate::core::points::Points;
use crate::core::scorecard::{Outcome, TargetScore};
use crate::words::Key;
use crate::words::papers::{Paper, paper};
use crate::words::sentences;

const HEAD: u32 = 4;
const WIDTHS: [u8; 8] = [6, 8, 34, 42, 11, 22, 16, 12];

/// One piece of work.
struct Work<'a> {
    score: &'a TargetScore,
    gain: Points,
}

pub(super) fn sheet(material: &Material<'_>, layout: &Layout) -> Result<Worksheet, XlsxError> {
    let style = &material.style;
    let setup = Setup { name: Paper::ExcelWork, widths: &WIDTHS, head: HEAD, fixed: 0, landscape: true };
    let mut page = Page::new(&setup)?;
    page.text(1, 0, paper(Paper::ExcelWorkTitle), &style.title)?;
    page.text(2, 0, paper(Paper::ExcelWorkNote), &style.note)?;
    let headings = [
        Paper::ExcelOrder,
        Paper::ExcelId,
        Paper::ExcelTarget,
        Paper::ExcelTask,
        Paper::ExcelGain,
        Paper::ExcelWho,
        Paper::ExcelBy,
        Paper::ExcelState,
    ];
    page.table = true;
    for (column, heading) in (0..).zip(headings) {
        page.text(HEAD, column, paper(heading), &style.head)?;
    }
    let works = works(material);
    let mut row = HEAD + 1;
    for (order, work) in (1_u32..).zip(&works) {
        let id = &*work.score.target.id;
        let task = material.assessment.work.get(id);
        page.number(row, 0, &order.to_string(), &style.figure)?;
        page.text(row, 1, id, &style.text)?;
        page.text(row, 2, VIETNAMESE.of(&work.score.target.name), &style.text)?;
        page.text(row, 3, &what_to_do(work.score), &style.text)?;
        let formula = layout.row(id).map(|at| {
            let of = |column| on_figures(&cell(column, at));
            ["(", &of(COUNTED), "-", &of(THOUSANDTHS), ")/1000"].concat()
        });
        let gain = Cached::Number(work.gain.to_string());
        page.live((row, 4), formula.as_deref(), &gain, &style.points)?;
        page.text(row, 5, task.map_or("", |task| &task.who), &style.text)?;
        page.text(row, 6, task.map_or("", |task| &task.by), &style.text)?;
        page.text(row, 7, sentences::state(work.score, VIETNAMESE), &style.centred)?;
        row += 1;
    }
    let last = row - 1;
    if works.is_empty() {
        page.table = false;
        page.text(row, 0, paper(Paper::ExcelNothingToDo), &style.note)?;
        row += 1;
    } else {
        page.sheet.autofilter(HEAD - 1, 0, last - 1, 7)?;
        page.text(row, 3, paper(Paper::ExcelTotal), &style.bold_text)?;
        let sum = ["SUM(E", &(HEAD + 1).to_string(), ":E", &last.to_string(), ")"].concat();
        let gain: Points = works.iter().map(|work| work.gain).sum();
        page.live((row, 4), Some(&sum), &Cached::Number(gain.to_string()), &style.bold_points)?;
    }
    page.done(8, row)
}

/// What is not fully earned, most points first, then in the set's order.
fn works<'a>(material: &Material<'a>) -> Vec<Work<'a>> {
    let work = |score: &'a std::rc::Rc<TargetScore>| {
        let most = if score.counts() { score.target.max_points } else { Points::ZERO };
        let gain = most - score.points().unwrap_or_default();
        Work { score, gain }
    };
    let card: &'a _ = material.card;
    let mut works: Vec<_> = card.targets().map(work).filter(|work| work.gain > Points::ZERO).collect();
    works.sort_by_key(|work| -work.gain);
    works
}

fn what_to_do(score: &TargetScore) -> String {
    match &score.outcome {
        Outcome::Empty => paper(Paper::ExcelFillIn).to_owned(),
        Outcome::Invalid(_) => paper(Paper::ExcelMend).to_owned(),
        Outcome::Pending => VIETNAMESE.get(Key::GoalGiven).to_owned(),
        _ => gap(score).map(|gap| sentences::gap(gap, &score.target, VIETNAMESE)).unwrap_or_default(),
    }
}
