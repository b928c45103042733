//! Whole numbers in words, so that a mark of thousands is not mistaken for a decimal one: "một nghìn hai trăm ba mươi tư".

use scoring::text::Language;

const VI: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

const EN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const EN_TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number below a million in words; `None` for a larger one.
pub fn number_in_words(number: u128, language: Language) -> Option<String> {
    let number = usize::try_from(number).ok().filter(|number| *number < 1_000_000)?;
    let (thousands, rest) = (number / 1000, number % 1000);
    let mut words = Vec::new();
    let (group, thousand): (fn(&mut Vec<String>, usize, bool), _) = match language {
        Language::Vietnamese => (vietnamese, "nghìn"),
        Language::English => (english, "thousand"),
    };
    if thousands > 0 {
        group(&mut words, thousands, false);
        words.push(thousand.to_owned());
    }
    if rest > 0 || thousands == 0 {
        group(&mut words, rest, thousands > 0);
    }
    Some(words.join(" "))
}

fn word(words: &[&str], at: usize) -> String {
    words.get(at).copied().unwrap_or_default().to_owned()
}

/// Up to three digits; after thousands the hundreds are said even where there are none.
fn vietnamese(words: &mut Vec<String>, number: usize, after: bool) {
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    if hundreds > 0 || after {
        words.push(word(&VI, hundreds));
        words.push("trăm".to_owned());
    }
    match tens {
        0 if ones > 0 && (hundreds > 0 || after) => words.push("linh".to_owned()),
        0 => {}
        1 => words.push("mười".to_owned()),
        tens => {
            words.push(word(&VI, tens));
            words.push("mươi".to_owned());
        }
    }
    match (tens, ones) {
        (0, 0) if number == 0 && !after => words.push(word(&VI, 0)),
        (_, 0) => {}
        (2.., 1) => words.push("mốt".to_owned()),
        (2.., 4) => words.push("tư".to_owned()),
        (1.., 5) => words.push("lăm".to_owned()),
        (_, ones) => words.push(word(&VI, ones)),
    }
}

fn english(words: &mut Vec<String>, number: usize, after: bool) {
    let (hundreds, rest) = (number / 100, number % 100);
    if hundreds > 0 {
        words.push(word(&EN, hundreds));
        words.push("hundred".to_owned());
    }
    if rest == 0 && (hundreds > 0 || after) {
        return;
    }
    if hundreds > 0 || after {
        words.push("and".to_owned());
    }
    if rest < 20 {
        words.push(word(&EN, rest));
    } else {
        let ones = if rest % 10 == 0 { String::new() } else { ["-", &word(&EN, rest % 10)].concat() };
        words.push(word(&EN_TENS, rest / 10) + &ones);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Vietnamese};

    #[test]
    fn numbers_are_said_as_people_say_them() {
        for (number, vi, en) in [
            (0, "không", "zero"),
            (4, "bốn", "four"),
            (15, "mười lăm", "fifteen"),
            (1000, "một nghìn", "one thousand"),
            (1004, "một nghìn không trăm linh bốn", "one thousand and four"),
            (1234, "một nghìn hai trăm ba mươi tư", "one thousand two hundred and thirty-four"),
            (12_015, "mười hai nghìn không trăm mười lăm", "twelve thousand and fifteen"),
            (21_100, "hai mươi mốt nghìn một trăm", "twenty-one thousand one hundred"),
            (
                105_055,
                "một trăm linh năm nghìn không trăm năm mươi lăm",
                "one hundred and five thousand and fifty-five",
            ),
            (
                240_611,
                "hai trăm bốn mươi nghìn sáu trăm mười một",
                "two hundred and forty thousand six hundred and eleven",
            ),
            (
                999_020,
                "chín trăm chín mươi chín nghìn không trăm hai mươi",
                "nine hundred and ninety-nine thousand and twenty",
            ),
        ] {
            assert_eq!(number_in_words(number, Vietnamese).as_deref(), Some(vi));
            assert_eq!(number_in_words(number, English).as_deref(), Some(en));
        }
        assert_eq!(number_in_words(1_000_000, Vietnamese), None);
    }
}
