//! What the reader of workbooks leaves out, or ends its reading at: told by signs in the texts of cells that no text has.
//!
//! It joins the runs of a text whatever they look like, so that "410¹" is "4101"; it knows seven errors of formulas and takes a
//! sheet with another one for damaged; and white space around the number of a shared text makes it the first text.

/// Before a run that stands higher or lower than the others.
pub const RAISED: char = '\u{fdd0}';
/// Before a run that is struck out.
pub const STRUCK: char = '\u{fdd1}';
/// Before the word of an error that the reader does not know.
pub const ERROR: char = '\u{fdd2}';

/// The errors that the reader knows.
const KNOWN_ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// The XML of a part of a workbook with these signs put in; `None` where nothing of the kind is in it, or it is no XML.
pub fn mark_lost_markup(xml: &str) -> Option<String> {
    let mut part = Part::default();
    let mut rest = xml;
    while let Some(begin) = rest.find('<') {
        let (text, markup) = rest.split_at_checked(begin)?;
        part.text(text);
        let (tag, after) = markup.split_at_checked(end(markup)?)?;
        part.tag(tag);
        rest = after;
    }
    part.written.push_str(rest);
    part.is_changed.then_some(part.written)
}

/// Where the markup ends with which a text begins; `None` where it does not end.
fn end(markup: &str) -> Option<usize> {
    for (begin, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")] {
        if markup.starts_with(begin) {
            return markup.find(end).map(|at| at + end.len());
        }
    }
    let mut quote = None;
    markup
        .bytes()
        .position(|byte| {
            match (quote, byte) {
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'>') => return true,
                (Some(open), _) if open == byte => quote = None,
                (None | Some(_), _) => {}
            }
            false
        })
        .map(|at| at + 1)
}

/// A part that is being written anew.
#[derive(Default)]
struct Part<'a> {
    written: String,
    is_changed: bool,
    /// How the run looks that is being read.
    run: Option<char>,
    /// The tag of the cell that is being read, and where it was written.
    cell: (usize, &'a str),
    /// Whether the value of a cell is being read.
    is_value: bool,
}

impl<'a> Part<'a> {
    fn tag(&mut self, tag: &'a str) {
        let closes = tag.starts_with("</");
        let is_alone = tag.ends_with("/>");
        let name = tag.trim_start_matches(['<', '/']).split([' ', '\t', '\r', '\n', '/', '>']).next();
        let name = name.and_then(|name| name.rsplit(':').next()).unwrap_or_default();
        let val = || attribute(tag, "val");
        match name {
            "r" => self.run = None,
            "vertAlign" if matches!(val(), Some("superscript" | "subscript")) => self.run = Some(RAISED),
            "strike" if !closes && !matches!(val(), Some("0" | "false")) => self.run = Some(STRUCK),
            "c" if !closes => self.cell = (self.written.len(), tag),
            "v" => self.is_value = !closes && !is_alone,
            _ => {}
        }
        self.written.push_str(tag);
        if let Some(sign) = self.run.filter(|_| name == "t" && !closes && !is_alone) {
            self.written.push(sign);
            self.is_changed = true;
        }
    }

    fn text(&mut self, text: &str) {
        let (place, cell) = self.cell;
        let kind = attribute(cell, "t").unwrap_or("n");
        if !self.is_value || matches!(kind, "str" | "inlineStr" | "is") {
            return self.written.push_str(text);
        }
        let value = text.trim_matches([' ', '\t', '\r', '\n']);
        self.is_changed |= value.len() < text.len();
        if kind == "e" && !value.is_empty() && !KNOWN_ERRORS.contains(&value) {
            let as_text = cell.replacen(" t=\"e\"", " t=\"str\"", 1).replacen(" t='e'", " t=\"str\"", 1);
            if self.written.get(place..place + cell.len()) == Some(cell) && as_text != cell {
                self.written.replace_range(place..place + cell.len(), &as_text);
                self.written.push(ERROR);
                self.is_changed = true;
            }
            self.cell = (place, "");
        }
        self.written.push_str(value);
    }
}

/// The value of a tag's attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.match_indices(name).find_map(|(at, _)| {
        tag.get(..at)?.ends_with([' ', '\t', '\r', '\n']).then_some(())?;
        let value = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        value.strip_prefix(quote)?.split_once(quote).map(|(value, _)| value)
    })
}

#[cfg(test)]
mod tests {
    use super::mark_lost_markup;

    #[test]
    fn runs_errors_and_white_space_are_told_and_nothing_else_is_changed() {
        for (xml, told) in [
            (
                "<si><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r><r><t>2</t></r></si>",
                Some(
                    "<si><r><rPr><vertAlign val=\"superscript\"/></rPr><t>\u{fdd0}1</t></r><r><t>2</t></r></si>",
                ),
            ),
            (
                "<x:r><x:rPr><x:strike/></x:rPr><x:t xml:space='preserve'> 1</x:t></x:r>",
                Some("<x:r><x:rPr><x:strike/></x:rPr><x:t xml:space='preserve'>\u{fdd1} 1</x:t></x:r>"),
            ),
            ("<r><rPr><strike val=\"0\"/></rPr><t>1</t></r>", None),
            ("<font><strike/></font><t>1</t", None),
            (
                "<c r=\"A1\" t=\"e\"><f>1</f><v>#SPILL!</v></c>",
                Some("<c r=\"A1\" t=\"str\"><f>1</f><v>\u{fdd2}#SPILL!</v></c>"),
            ),
            ("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", None),
            (
                "<c r=\"A1\" t=\"s\"><v> 5 </v></c><c><v>\n7</v></c>",
                Some("<c r=\"A1\" t=\"s\"><v>5</v></c><c><v>7</v></c>"),
            ),
            ("<c t=\"str\"><v> a </v></c>", None),
            ("<!-- <v> 1 </v> --><c a=\"<v> >\"><v>1</v></c>", None),
        ] {
            assert_eq!(mark_lost_markup(xml).as_deref(), told, "{xml}");
        }
    }
}
