"""Numbers as people type them, and numbers as the program writes them."""

import re
from fractions import Fraction
from math import floor

# Unicode's White_Space; written out because str.strip() also drops U+001C–U+001F.
WHITE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B)))
MINUS = ("-", "\u2212")
# One to three digits, then groups of exactly three, one separator throughout.
GROUPED = re.compile(r"[1-9][0-9]{0,2}([., \xa0])[0-9]{3}(?:\1[0-9]{3})*")
# Characters that nobody sees: they come along from other programs and are no part of a number.
INVISIBLE = re.compile(
    "[\\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]")
# What input methods of other languages type in full width.
FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％﹪－", "0123456789.,%%-")
# Spaces of other widths group digits as a no-break space does.
SPACES = re.compile("[\u2000-\u200a\u202f\u205f\u3000]")
MAX_DIGITS = 18


class Problem(Exception):
    """A figure that is there but can't be used; its text is the problem's name."""


# --- numbers as people type them -------------------------------------------------

def trim(text):
    return (text or "").strip(WHITE)


def split_number(text, ambiguous_groups):
    """Digits before and after the decimal mark, or None when `text` is no number.

    `ambiguous_groups` says how to read "1.234": as 1234 or as 1 and 234 thousandths.
    """
    text = SPACES.sub("\xa0", text)
    if re.fullmatch(r"[0-9]+[.,]?", text):
        return text.rstrip(".,"), ""
    grouped = GROUPED.fullmatch(text)
    if grouped:
        kind = grouped[1]
        ambiguous = kind in ".," and text.count(kind) == 1
        if ambiguous_groups or not ambiguous:
            return text.replace(kind, ""), ""
    decimal = re.fullmatch(r"(.+)([.,])([0-9]+)", text)
    if not decimal:
        return None
    head, mark, fraction = decimal.groups()
    if re.fullmatch(r"[0-9]+", head):
        return head, fraction
    grouped = GROUPED.fullmatch(head)
    if grouped and grouped[1] != mark:
        return head.replace(grouped[1], ""), fraction
    return None


def read_number(text, kind):
    """The exact value of a typed figure, None when blank; raises Problem.

    `kind` is "whole" (counts, money, ranks), "percentage" or "points".
    """
    text = trim(INVISIBLE.sub("", text or "").translate(FULL_WIDTH))
    if not text:
        return None
    percent_sign = text.endswith("%")
    if percent_sign:
        text = trim(text[:-1])
    negative = text.startswith(MINUS)
    parts = split_number(text[1:] if negative else text, kind == "whole")
    if parts is None:
        raise Problem("not_a_number")
    if percent_sign and kind != "percentage":
        raise Problem("unexpected_percent")
    if negative:
        raise Problem("negative")
    whole, fraction = parts[0].lstrip("0"), parts[1].rstrip("0")
    if kind == "whole" and fraction:
        raise Problem("fraction")
    if len(whole) > MAX_DIGITS or len(fraction) > MAX_DIGITS:
        raise Problem("too_long")
    return Fraction(int("0" + whole + fraction), 10 ** len(fraction))


# --- rounding and writing --------------------------------------------------------

def half_up(number, decimals):
    scale = 10 ** decimals
    return Fraction(floor(number * scale + Fraction(1, 2)), scale)


def fixed(number, decimals=3):
    """`number`, rounded half-up, with exactly `decimals` decimals."""
    scaled = floor(number * 10 ** decimals + Fraction(1, 2))
    digits = str(abs(scaled)).rjust(decimals + 1, "0")
    sign = "-" if scaled < 0 else ""
    return sign + (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits)


def percentage(number, misleads):
    """Three decimals, or as few more as it takes for `misleads(rounded)` to be false."""
    decimals = 3
    while misleads(half_up(number, decimals)):
        decimals += 1
    return fixed(number, decimals)
