//! The Word file: named styles, two sections, heads that are repeated, and every word of the report, also after `LibreOffice` has
//! laid it out.

use std::fs;
use std::process::Command;
use std::rc::Rc;
use test_support::scored;

use formats::builtin;
use i18n::exports::export_text;
use office::word;
use quick_xml::Reader;
use quick_xml::events::Event;
use report::{Report, RowKind, report};
use scoring::assessment::Assessment;
use scoring::scorecard::score;
use test_support::commands::{Folder, libreoffice, run};
use test_support::units::{commune, department, district, province};
use test_support::workbooks::parts;

struct Made {
    report: Report,
    bytes: Vec<u8>,
    parts: Vec<(String, Vec<u8>)>,
}

impl Made {
    fn of(assessment: &Assessment) -> Self {
        let set = builtin::load().unwrap().set;
        let _card = score(&set, assessment);
        let bytes = word::write(&scored(&set, assessment)).unwrap();
        Self { report: report(&scored(&set, assessment)), parts: parts(&bytes), bytes }
    }

    fn part(&self, name: &str) -> &str {
        let found = self.parts.iter().find(|(known, _)| known == name);
        std::str::from_utf8(&found.unwrap_or_else(|| panic!("{name}")).1).unwrap()
    }

    fn document(&self) -> &str {
        self.part("word/document.xml")
    }
}

/// The text of each paragraph, as it was before it was escaped.
fn paragraphs(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut all, mut text, mut within) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == b"w:t" => within = true,
            Event::End(tag) if tag.name().as_ref() == b"w:t" => within = false,
            Event::End(tag) if tag.name().as_ref() == b"w:p" => all.push(std::mem::take(&mut text)),
            Event::Text(part) if within => text += &part.decode().unwrap(),
            Event::GeneralRef(entity) if within => text.push(match &*entity {
                b"amp" => '&',
                b"lt" => '<',
                b"gt" => '>',
                b"quot" => '"',
                b"apos" => '\'',
                other => panic!("{other:?}"),
            }),
            Event::Eof => return all,
            _ => {}
        }
    }
}

/// Every line that the report has.
fn lines(report: &Report) -> Vec<String> {
    let head = &report.letterhead;
    let mut lines = vec![head.number.clone(), head.place_and_date.clone(), report.subject.clone()];
    lines.extend([head.nation, head.motto, head.kind, head.signer, report.annex.head].map(String::from));
    lines.extend([
        report.addressee.clone(),
        report.closing.clone(),
        report.annex.title.clone(),
        report.annex.belongs_to.clone(),
    ]);
    lines.extend(head.issuer.iter().cloned());
    lines.extend(report.body.iter().map(|block| block.text.clone()));
    lines.extend(report.recipients.iter().cloned());
    lines.extend(report.annex.rows.iter().flat_map(|row| row.cells.iter().flatten().cloned()));
    lines
}

/// A commune whose notes are long and hold what markup is made of.
fn wordy() -> Assessment {
    let mut assessment = commune();
    for (id, answer) in &mut assessment.answers {
        let long: Vec<_> = (0..40).map(|n| format!("lời {n} về {id}")).collect();
        Rc::make_mut(answer).note = format!("{}.\n\"<w:p/>\" & 'hết' của {id}", long.join(", "));
    }
    assessment.narrative.difficulties = "=1+1\n]]> &amp; \u{ffff}".to_owned();
    assessment
}

#[test]
fn every_line_of_the_report_is_a_paragraph_of_the_file() {
    for assessment in [commune(), department(), district(), province(), wordy(), Assessment::default()] {
        let made = Made::of(&assessment);
        let written = paragraphs(made.document());
        for line in lines(&made.report).iter().filter(|line| !line.is_empty()) {
            let line = line.replace('\u{ffff}', "\u{fffd}");
            assert!(written.contains(&line), "{line}");
        }
    }
}

#[test]
fn every_part_is_well_formed_and_every_style_is_there() {
    let made = Made::of(&wordy());
    for (name, content) in
        made.parts.iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels"))
    {
        let mut reader = Reader::from_reader(content.as_slice());
        let mut space = Vec::new();
        loop {
            match reader.read_event_into(&mut space) {
                Ok(Event::Eof) => break,
                Ok(_) => space.clear(),
                Err(error) => panic!("{name}: {error}"),
            }
        }
    }
    let styles = made.part("word/styles.xml");
    for used in made.document().split("<w:pStyle w:val=\"").skip(1) {
        let id = used.split('"').next().unwrap();
        assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
    }
    for name in ["Quốc hiệu", "Nội dung", "Tiêu đề mục", "Nơi nhận", "Đầu bảng"] {
        assert!(styles.contains(&format!("<w:name w:val=\"{name}\" />")), "{name}");
    }
    assert!(styles.contains("w:ascii=\"Times New Roman\""));
    assert!(!made.document().contains("<w:pStyle w:val=\"Normal\""), "every paragraph has a look of its own");
}

#[test]
fn the_text_stands_upright_and_the_annex_lies_with_its_head_repeated() {
    let made = Made::of(&commune());
    let document = made.document();
    let sections: Vec<_> = document.match_indices("<w:sectPr>").map(|(at, _)| &document[at..]).collect();
    assert_eq!(sections.len(), 2);
    assert!(sections[0].contains("<w:titlePg />"), "the first page bears no number");
    for (section, size) in
        [(sections[0], "w:w=\"11906\" w:h=\"16838\""), (sections[1], "w:w=\"16838\" w:h=\"11906\"")]
    {
        let section = section.split("</w:sectPr>").next().unwrap();
        assert!(section.contains(size), "{section}");
        assert!(
            section.contains("w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""),
            "{section}"
        );
        assert!(section.contains("w:headerReference w:type=\"default\""), "{section}");
    }
    assert!(sections[1].contains("w:orient=\"landscape\""));
    assert!(!sections[1].split("</w:sectPr>").next().unwrap().contains("titlePg"));
    let headers = made.parts.iter().filter(|(name, _)| name.starts_with("word/header"));
    let numbered = headers.filter(|(_, part)| String::from_utf8_lossy(part).contains("PAGE")).count();
    assert_eq!(numbered, 2);
    assert_eq!(document.matches("<w:tblHeader />").count(), 2);
    let table = &document[document.rfind("<w:tbl>").unwrap()..];
    let rows: Vec<_> = table.split("<w:tr>").skip(1).collect();
    assert_eq!(rows.len(), made.report.annex.rows.len() + 2);
    for (place, row) in rows.iter().enumerate() {
        assert_eq!(row.contains("<w:tblHeader />"), place < 2, "row {place}");
        assert!(row.contains("<w:cantSplit />"), "row {place}");
    }
    // No name of an area or a criterion stands at the foot of a page, and no total alone on one.
    let kinds: Vec<RowKind> = made.report.annex.rows.iter().map(|row| row.kind).collect();
    for (place, row) in rows.iter().skip(2).enumerate() {
        let kept = matches!(kinds[place], RowKind::Area | RowKind::Criterion)
            || kinds.get(place + 1) == Some(&RowKind::Total);
        assert_eq!(row.contains("<w:keepNext />"), kept, "row {place}");
    }
}

#[test]
fn libreoffice_lays_it_out_with_every_word_and_every_sum() {
    let made = Made::of(&wordy());
    let folder = Folder::new("word");
    let folder = &folder.0;
    fs::write(folder.join("báo cáo.docx"), &made.bytes).unwrap();
    run(libreoffice(folder, "pdf").args([".", "báo cáo.docx"]).current_dir(folder));
    let read =
        |program: &str, arguments: &[&str]| run(Command::new(program).args(arguments).current_dir(folder));
    let words = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>();
    let printed = words(&read("pdftotext", &["báo cáo.pdf", "-"]));
    // Where a face lacks a letter another one lends it, and the reader of the page finds it out of its line: so what is cut
    // off is found by counting, each letter at least as often as the report has it.
    let cells = made.report.annex.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let wanted = made.report.body.iter().map(|block| &block.text).chain(cells).map(|text| words(text));
    let wanted = wanted.collect::<String>().replace('\u{ffff}', "\u{fffd}");
    let mut letters: Vec<char> = wanted.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    for letter in letters {
        let (has, wants) = (printed.matches(letter).count(), wanted.matches(letter).count());
        assert!(has >= wants, "{letter}: {has} of {wants}");
    }
    for row in &made.report.annex.rows {
        for sum in [&row.cells[3], &row.cells[7]].into_iter().flatten() {
            assert!(printed.contains(&words(sum)), "{sum}");
        }
    }
    let heads = printed.matches(&words(export_text(i18n::ExportKey::ReportColumnEvidence))).count();
    let pages = read("pdfinfo", &["-l", "99", "báo cáo.pdf"]);
    let lying = pages
        .lines()
        .filter(|line| line.contains("841.89 x 595.3") || line.contains("841.9 x 595.3"))
        .count();
    assert!(lying >= 2, "{pages}");
    assert!(heads >= lying, "the head stands on each of {lying} pages, and was found {heads} times");
}
