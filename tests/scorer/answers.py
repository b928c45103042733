"""Random answers to a target: figures at and around its goal, in the spellings people use."""

from fractions import Fraction
from math import ceil

from figures import MAX_DIGITS, fixed

SPACES = [" ", "\xa0", "\u202f"]
# Texts that a reader of numbers easily gets wrong, sound or not.
AWKWARD = [
    "1.234", "1,234", "1 234", "1\xa0234", "1\u202f234", "1\xa0234\u202f567", "1 234\xa0567",
    "12,", "12.", "1.234,", "1 234,", "0,", ",5", ".5", "12,0", "12.000", "1.234,00", "1,234.00",
    "1.234,567", "1.234.567", "1,234,567", "1 234,567", "1 234 567,89", "1.234.567,89",
    "1.2.3", "12.34,5", "1234.567", "0.123", "012.345", "0.123,4", "1.234,567,890", "1,234.5.6",
    "48,2 %", "48,2%", "48\xa0%", "%", "50 %%", "% 50", "12 %", "abc%", "-3%", "-1,5 %",
    "-3", "\u22123", "-0", "-", "--3", "- 3", "-,5", "-abc", "+3", "1e5", "1E-5", "abc", "12a",
    "NaN", "١٢", "１２", "12 3", "1  234", "12\t000", "\ufeff12", "\u200b12", "½", "1/2", "1'234",
    "007", "000", "00.5", "0,000", "100", "100,0", "100,0001", "100.0", "100,000", "99,9996",
    "999999999999999999", "1000000000000000000", "1.000.000.000.000.000.000", "9" * 30,
    "000000000000000000000000000012", "0,1234567890123456789", "0,123456789012345678",
    "1,500000000000000000000000", "50,0000000000000000000001", "-" + "9" * 30, "9" * 30 + ",5",
    "yes", "no", "Yes", " yes ", "có", "grade1", " grade2\xa0", "grade9", "\x1c5", "\u20035\u3000",
]
BLANKS = ["", "", "", " ", "\xa0", "\t\n", "\u202f \u3000"]
ALPHABET = "0123456789" * 2 + "00.,.,.,   \xa0\xa0%-\u2212e\u200b\u2009\uff14"


def grouped(digits, separator):
    head = len(digits) % 3
    groups = [digits[:head]] * bool(head) + [digits[i:i + 3] for i in range(head, len(digits), 3)]
    return separator.join(groups)


def spelled(rng, number, decimals, percent=False):
    """`number` the way somebody might type it; mostly readable, not always as meant."""
    whole, _, fraction = fixed(Fraction(number), decimals).partition(".")
    mark, separator = rng.choice(
        [(",", "."), (".", ","), (",", " "), (",", "\xa0"), (",", "\u202f")])
    text = grouped(whole, separator) if rng.random() < 0.4 else whole
    if fraction:
        text += mark + fraction
    elif rng.random() < 0.05:
        text += rng.choice([mark, mark + "0", mark + "00"])
    if percent and rng.random() < 0.3:
        text += rng.choice(["%", " %", "\xa0%"])
    if rng.random() < 0.05:
        text = rng.choice(SPACES) + text + rng.choice(SPACES)
    return text


def messy(rng):
    if rng.random() < 0.6:
        return rng.choice(AWKWARD)
    return "".join(rng.choice(ALPHABET) for _ in range(rng.randint(1, 9)))


def lines_of(target, goal):
    """The values at which this target's points or verdict change."""
    lines = [Fraction(goal[1])] * 3 if goal else []
    lines += [Fraction(step["from"]) for step in target["rule"].get("steps", [])]
    if target["rule"].get("floor"):
        lines.append(Fraction(target["rule"]["floor"]))
    return lines


def near_percent(rng, target, goal):
    """A percentage at or just off a line that matters, or anywhere."""
    lines = lines_of(target, goal)
    if lines and rng.random() < 0.6:
        off = rng.choice([-1, -1, 0, 1]) * Fraction(rng.choice([1, 4, 5]), 10 ** rng.randint(1, 8))
        return min(Fraction(100), max(Fraction(0), rng.choice(lines) + off))
    return rng.choice([Fraction(100), Fraction(0), Fraction(rng.randint(0, 10 ** 4), 100),
                       Fraction(rng.randint(50, 100))])


def ratio(rng, target, goal):
    kind = rng.random()
    base = rng.choice([rng.randint(1, 30), rng.randint(1, 2000), 25000, 10 ** rng.randint(5, 9),
                       rng.randint(10 ** 5, 10 ** 12)])
    done = ceil(near_percent(rng, target, goal) * base / 100) + rng.choice([-1, 0, 0, 0, 1])
    done = min(base, max(0, done))
    if target["measure"].get("may_exceed") and rng.random() < 0.3:
        done += rng.choice([1, rng.randint(1, base)])
    excluded = rng.choice([0, rng.randint(1, 50)]) if "excluded" in target["measure"] else 0
    total = base + excluded
    if kind < 0.02:
        done = 0
        total = excluded
    elif kind < 0.04:
        total = excluded
    elif kind < 0.06:
        done = base + rng.randint(1, 5)
    elif kind < 0.08:
        excluded = total + rng.randint(1, 5)
    figures = {"done": spelled(rng, done, 0), "total": spelled(rng, total, 0)}
    if "excluded" in target["measure"] and (excluded or rng.random() < 0.5):
        figures["excluded"] = spelled(rng, excluded, 0) if excluded else rng.choice(BLANKS + ["0"])
    return figures


def value(rng, target, goal):
    kind = target["measure"]["kind"]
    if kind == "percent":
        number = near_percent(rng, target, goal)
        if rng.random() < 0.02:
            number = rng.choice([Fraction("100.0001"), Fraction(101), Fraction(1234)])
        exact = next(d for d in range(MAX_DIGITS) if number * 10 ** d % 1 == 0)
        return spelled(rng, number, exact, percent=True)
    if kind == "rank":
        edge = int(goal[1]) if goal else 10
        near = [edge - 1, edge, edge + 1, rng.randint(0, 9), rng.randint(0, 63)]
        return spelled(rng, rng.choice(near), 0)
    if kind == "count":
        lines = lines_of(target, goal)
        if lines and rng.random() < 0.7:
            return spelled(rng, max(0, ceil(rng.choice(lines)) + rng.choice([-1, 0, 0, 1])), 0)
        return spelled(rng, rng.choice([0, rng.randint(1, 12), rng.randint(1, 3000)]), 0)
    if kind == "given":
        most = Fraction(target["max_points"])
        number = most * rng.choice([Fraction(rng.randint(0, 1000), 1000), 1, Fraction("0.99996")])
        if rng.random() < 0.06:
            number = most + Fraction(1, 10 ** rng.randint(0, 4))
        return spelled(rng, number, rng.randint(0, 5))
    if kind == "yes_no":
        return rng.choice(["yes", "no"])
    return rng.choice(target["measure"]["options"])["id"]


def answer(rng, target, goal, untidy):
    """The answer's object for the file, or None for no answer at all."""
    kind = target["measure"]["kind"]
    if kind == "ratio":
        figures = ratio(rng, target, goal)
    elif kind == "checklist":
        yes = rng.choice([0.5, 0.9, 1])
        figures = {item["id"]: "yes" if rng.random() < yes else "no"
                   for item in target["measure"]["items"]}
    else:
        figures = {"value": value(rng, target, goal)}
    given = {"figures": figures}
    if kind == "given" and rng.random() < 0.15:
        figures["value"] = rng.choice(BLANKS)
    if rng.random() < 0.07:
        given["not_applicable"] = rng.choice(["Không phát sinh", "0", " \xa0Chưa giao. "])
    if untidy:
        chance = rng.random()
        if chance < 0.03:
            return None
        if chance < 0.05:
            return {"note": "Chưa có số liệu"}
        if chance < 0.08:
            figures[rng.choice(list(figures))] = rng.choice(BLANKS)
        elif chance < 0.10:
            del figures[rng.choice(list(figures))]
        elif chance < 0.25:
            figures[rng.choice(list(figures))] = messy(rng)
        elif chance < 0.28:
            figures.update({field: messy(rng) for field in figures})
        elif chance < 0.30:
            given["not_applicable"] = rng.choice(BLANKS)
        elif chance < 0.31:
            given["not_applicable"] = None
        elif chance < 0.32:
            figures["excluded"] = rng.choice(["1", "abc"])
    if rng.random() < 0.1:
        given["note"] = "Ghi chú"
    return given
