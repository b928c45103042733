//! The text of a JSON file, for people who write one by hand: what is wrong at which line, and where a path stands.

use std::collections::BTreeMap;
use std::iter::Peekable;
use std::str::CharIndices;

use super::json_reader::{Fault, begin};

/// What makes a text no JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A comma that nothing follows, or two in a row.
    ExtraComma,
    /// No comma between two values.
    MissingComma,
    /// No colon behind a key.
    MissingColon,
    /// Nothing behind a colon.
    MissingValue,
    /// A quotation mark too many, or one too few before it.
    ExtraQuote,
    /// A text whose closing quotation mark is missing on its line.
    OpenText,
    /// A word without quotation marks.
    NotQuoted(String),
    /// Typographic or single quotation marks.
    CurlyQuote,
    /// A number that is none, such as 0,5.
    BadNumber(String),
    /// A backslash or an invisible sign in a text.
    BadText,
    /// A note: JSON has none.
    Comment,
    /// A bracket that is not closed, and its line.
    Unclosed(char, usize),
    /// Something behind the last bracket.
    AfterEnd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Open(char),
    Close(char),
    Comma,
    Colon,
    /// A text, as it stands between its quotation marks.
    Text(&'a str),
    /// Anything else: a number, `true`, or what should not be there.
    Word(&'a str),
    /// A text that ends with its line, or holds what must be escaped.
    Broken {
        ends: bool,
    },
}

/// The tokens of a text, each with its line and whether it follows the one before it without a space.
struct Tokens<'a> {
    text: &'a str,
    chars: Peekable<CharIndices<'a>>,
    line: usize,
}

impl<'a> Tokens<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, chars: text.char_indices().peekable(), line: 1 }
    }

    fn text_from(&mut self, start: usize) -> Token<'a> {
        let mut well = true;
        while let Some((at, c)) = self.chars.next() {
            match c {
                '"' if well => return Token::Text(self.text.get(start..at).unwrap_or_default()),
                '"' => return Token::Broken { ends: true },
                '\\' => {
                    let escaped = self.chars.next().map(|(_, c)| c);
                    well &= escaped.is_some_and(|c| "\"\\/bfnrtu".contains(c));
                }
                '\n' => break,
                c => well &= c >= ' ',
            }
        }
        Token::Broken { ends: false }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, bool, Token<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let mut glued = true;
        while let Some((_, c)) = self.chars.next_if(|(_, c)| c.is_whitespace() || *c == '\u{feff}') {
            self.line += usize::from(c == '\n');
            glued = false;
        }
        let (start, c) = self.chars.next()?;
        let token = match c {
            '{' | '[' => Token::Open(c),
            '}' | ']' => Token::Close(c),
            ',' => Token::Comma,
            ':' => Token::Colon,
            '"' => self.text_from(start + 1),
            _ => {
                let mut end = start + c.len_utf8();
                while let Some((at, c)) =
                    self.chars.next_if(|(_, c)| !c.is_whitespace() && !"{}[],:\"".contains(*c))
                {
                    end = at + c.len_utf8();
                }
                Token::Word(self.text.get(start..end).unwrap_or_default())
            }
        };
        Some((self.line, glued, token))
    }
}

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    /// A key or a value; the list or object may end here, unless this is the line of a comma.
    Item(Option<usize>),
    Colon,
    /// What stands behind a colon.
    Value,
    /// A comma or the end.
    Comma,
}

/// The first fault of a text that is no JSON, and its line; `None` where this reader sees none.
pub fn syntax(text: &str) -> Option<(usize, SyntaxFault)> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut next = Next::Value;
    let mut last = (1, Token::Comma);
    for (line, glued, token) in Tokens::of(text) {
        let inside = open.last().copied();
        let in_object = inside.is_some_and(|(bracket, _)| bracket == '{');
        if let Some(fault) = never(token) {
            let behind_text = glued && matches!(last.1, Token::Text(_));
            return Some((line, if behind_text { SyntaxFault::ExtraQuote } else { fault }));
        }
        next = match (next, token) {
            (Next::Comma, _) if inside.is_none() => return Some((line, SyntaxFault::AfterEnd)),
            (Next::Comma, Token::Comma) => Next::Item(Some(line)),
            (Next::Item(Some(line)), Token::Comma | Token::Close(_)) => {
                return Some((line, SyntaxFault::ExtraComma));
            }
            (Next::Item(None), Token::Comma) => return Some((line, SyntaxFault::ExtraComma)),
            (Next::Comma | Next::Item(None), Token::Close(bracket)) => {
                let (opened, at) = inside?;
                if (opened == '{') != (bracket == '}') {
                    return Some((line, SyntaxFault::Unclosed(opened, at)));
                }
                open.pop();
                Next::Comma
            }
            (Next::Comma, Token::Text(_) | Token::Word(_)) if glued || last.0 == line && is_word(token) => {
                return Some((line, SyntaxFault::ExtraQuote));
            }
            (Next::Comma, _) => return Some((last.0, SyntaxFault::MissingComma)),
            (Next::Colon, Token::Colon) => Next::Value,
            (Next::Colon, Token::Word(_)) if glued => return Some((line, SyntaxFault::ExtraQuote)),
            (Next::Colon, _) => return Some((last.0, SyntaxFault::MissingColon)),
            (Next::Value, Token::Comma | Token::Close(_)) => {
                return Some((last.0, SyntaxFault::MissingValue));
            }
            (Next::Item(_), Token::Text(_)) if in_object => Next::Colon,
            (Next::Item(_), Token::Word(word)) if in_object => return Some((line, not_a_value(word))),
            (Next::Item(_), Token::Open(_)) if in_object => return Some((line, SyntaxFault::MissingColon)),
            (Next::Item(_) | Next::Value, Token::Colon) => return Some((line, SyntaxFault::MissingValue)),
            (Next::Item(_) | Next::Value, Token::Open(bracket)) => {
                open.push((bracket, line));
                Next::Item(None)
            }
            (Next::Item(_) | Next::Value, Token::Word(word)) if !is_value(word) => {
                return Some((line, not_a_value(word)));
            }
            (Next::Item(_) | Next::Value, Token::Text(_) | Token::Word(_) | Token::Broken { .. }) => {
                Next::Comma
            }
        };
        last = (line, token);
    }
    let (bracket, at) = open.last()?;
    Some((last.0, SyntaxFault::Unclosed(*bracket, *at)))
}

const fn is_word(token: Token<'_>) -> bool {
    matches!(token, Token::Word(_))
}

/// What stands nowhere in JSON.
fn never(token: Token<'_>) -> Option<SyntaxFault> {
    match token {
        Token::Broken { ends: false } => Some(SyntaxFault::OpenText),
        Token::Broken { ends: true } => Some(SyntaxFault::BadText),
        Token::Word(word) if word.starts_with(['“', '”', '„', '‘', '’', '\'', '«']) => {
            Some(SyntaxFault::CurlyQuote)
        }
        Token::Word(word) if word.starts_with(['/', '#']) => Some(SyntaxFault::Comment),
        Token::Word(_) | Token::Text(_) | Token::Open(_) | Token::Close(_) | Token::Comma | Token::Colon => {
            None
        }
    }
}

fn is_value(word: &str) -> bool {
    matches!(word, "true" | "false" | "null") || word.parse::<serde_json::Number>().is_ok()
}

fn not_a_value(word: &str) -> SyntaxFault {
    let begun = begin(word).to_owned();
    if word.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) {
        SyntaxFault::BadNumber(begun)
    } else {
        SyntaxFault::NotQuoted(begun)
    }
}

/// Gives each fault the line of what it is about, or of what stands nearest above that.
pub fn put_lines(faults: &mut [Fault], text: &str, lines_before: usize) {
    let mut wanted: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for fault in &*faults {
        wanted.extend(above(&fault.path).map(|path| (path.to_owned(), None)));
    }
    find(text, &mut wanted);
    for fault in faults {
        let line = above(&fault.path).find_map(|path| wanted.get(path).copied().flatten());
        fault.line = line.map(|line| line + lines_before);
    }
}

/// A path, then each that it lies in.
fn above(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.rmatch_indices(['.', '[']).map(|(end, _)| end);
    std::iter::once(path.len()).chain(ends).filter_map(|end| path.get(..end)).filter(|path| !path.is_empty())
}

/// Finds the lines on which the values of these paths begin.
fn find(text: &str, wanted: &mut BTreeMap<String, Option<usize>>) {
    let mut path = String::new();
    // Of each open bracket: how long its path is, and the place in the list or `None` in an object.
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    let mut is_key = false;
    for (line, _, token) in Tokens::of(text) {
        match token {
            Token::Comma => {
                if let Some((length, place)) = open.last_mut() {
                    path.truncate(*length);
                    *place = place.map(|place| place + 1);
                    is_key = place.is_none();
                }
            }
            Token::Close(_) => {
                if let Some((length, _)) = open.pop() {
                    path.truncate(length);
                }
                is_key = false;
            }
            Token::Text(raw) if is_key => {
                let key =
                    serde_json::from_str(&["\"", raw, "\""].concat()).unwrap_or_else(|_| raw.to_owned());
                if !path.is_empty() {
                    path.push('.');
                }
                path += begin(&key);
                is_key = false;
            }
            Token::Colon | Token::Broken { .. } => {}
            Token::Open(_) | Token::Text(_) | Token::Word(_) => {
                if let Some((_, Some(place))) = open.last() {
                    path += &["[", &place.to_string(), "]"].concat();
                }
                if let Some(found) = wanted.get_mut(&path) {
                    found.get_or_insert(line);
                }
                if let Token::Open(bracket) = token {
                    is_key = bracket == '{';
                    open.push((path.len(), (!is_key).then_some(0)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SyntaxFault::{
        AfterEnd, BadNumber, BadText, Comment, CurlyQuote, ExtraComma, ExtraQuote, MissingColon,
        MissingComma, MissingValue, NotQuoted, OpenText, Unclosed,
    };
    use super::*;
    use crate::json::Json;

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, line, expected) in [
            ("{\"a\": 1,\n \"b\": 2,\n}", 2, ExtraComma),
            ("{\"a\": [1, 2,,\n 3]}", 1, ExtraComma),
            ("{,\"a\": 1}", 1, ExtraComma),
            ("{\"a\": [\n\"x\",\n]}", 2, ExtraComma),
            ("{\"a\": \"x\"\n\"b\": 2}", 1, MissingComma),
            ("{\"a\": 1 \"b\": 2}", 1, MissingComma),
            ("[{}\n{}]", 1, MissingComma),
            ("{\"a\" 1}", 1, MissingColon),
            ("{\"a\":\n}", 1, MissingValue),
            ("{\"a\": , \"b\": 1}", 1, MissingValue),
            ("{\n\"a\": \"x \"y\" z\"}", 2, ExtraQuote),
            ("{\n\"a\": \"x \" y \" z\"}", 2, ExtraQuote),
            ("{\n\"a\": \"x\"\",\n\"b\": 1}", 2, ExtraQuote),
            ("{\n\"a: \"10\"}", 2, ExtraQuote),
            ("{\n\"a\": \"x,\n\"b\": 1}", 2, OpenText),
            ("{\n\"a\": x\",\n\"b\": 1}", 2, NotQuoted("x".to_owned())),
            ("{\"kind\": ratio}", 1, NotQuoted("ratio".to_owned())),
            ("{kind: \"ratio\"}", 1, NotQuoted("kind".to_owned())),
            ("{\"a\": “x”}", 1, CurlyQuote),
            ("{'a': 1}", 1, CurlyQuote),
            ("{\"a\": 0,5}", 1, BadNumber("5".to_owned())),
            ("{\"a\": 05}", 1, BadNumber("05".to_owned())),
            ("{\"a\": \"x\\y\"}", 1, BadText),
            ("{\"a\": \"x\ty\"}", 1, BadText),
            ("{\n// note\n\"a\": 1}", 2, Comment),
            ("{\n\"a\": [\n1}", 3, Unclosed('[', 2)),
            ("{\n\"a\": [\n1,\n2", 4, Unclosed('[', 2)),
            ("{\"a\": 1}\n}", 2, AfterEnd),
        ] {
            assert!(Json::read(text).is_err(), "{text}");
            assert_eq!(syntax(text), Some((line, expected)), "{text}");
        }
    }

    #[test]
    fn what_is_json_has_no_fault() {
        for text in ["{}", "[]", " [1, -2.5e3, true, null, \"\\u0041\\\"\", {\"a\": {}, \"b\": [[]]}]\n"] {
            assert_eq!(syntax(text), None, "{text}");
            assert!(Json::read(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_fault_has_the_line_of_its_path_or_of_what_lies_above() {
        let text = "{\n\"a\": [\n{\"b\": 1},\n{\n\"c\\u0064\": [\n7, {\"x\": 2}]}],\n\"e\": {}}";
        for (path, line) in [
            ("a", Some(2)),
            ("a[0].b", Some(3)),
            ("a[1]", Some(4)),
            ("a[1].cd", Some(5)),
            ("a[1].cd[1].x", Some(6)),
            ("a[1].goal", Some(4)),
            ("e.goal.value", Some(7)),
            ("missing", None),
            ("", None),
        ] {
            let mut faults = [Fault { path: path.to_owned(), ..Fault::default() }];
            put_lines(&mut faults, text, 0);
            let [fault] = faults;
            assert_eq!(fault.line, line, "{path}");
        }
    }
}
