#!/usr/bin/env python3
"""Tables for the second scorer: published sums, the formats' own example, and the borders."""

import json
import random
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction
from pathlib import Path

from figures import Problem, fixed, read_number
from generate import digest, make_case
from score import score

NBSP, NARROW, MINUS = "\xa0", "\u202f", "\u2212"
BANDS = [("excellent", "90"), ("good", "80"), ("fair", "70"), ("average", "50"), ("weak", "0")]
RATIO = {"kind": "ratio", "unit": "count", "done": {}, "total": {}, "excluded": {}}
CHECKLIST = {"kind": "checklist", "items": [{"id": "reviewed"}, {"id": "advised"}, {"id": "told"}]}
CHOICE = {"kind": "choice", "options": [{"id": "full", "share": "100"}, {"id": "good", "share": "75"}]}


def target(measure, rule, max_points="10", goal=None, **more):
    """A target; `measure` and `rule` may be names alone, `goal` a pair (compare, value)."""
    made = {"id": "T", "levels": ["commune"], "max_points": max_points,
            "measure": measure if isinstance(measure, dict) else {"kind": measure},
            "rule": rule if isinstance(rule, dict) else {"kind": rule}, **more}
    if goal:
        made["goal"] = {"compare": goal[0], "value": goal[1]}
    return made


def run(areas, answers, decimals=3, bands=BANDS, **more):
    """The result for areas given as lists of targets, in the commune's year 2023."""
    target_set = {"decimals": decimals, "bands": [{"id": i, "from": edge} for i, edge in bands],
                  "areas": [{"id": f"A{n}", "criteria": [{"targets": targets}]}
                            for n, targets in enumerate(areas, 1)], **more}
    return score(target_set, {"unit": {"level": "commune"}, "year": 2023, "answers": answers})


def one(made, figures, decimals=3, **more):
    """The entry of a single target; `figures` may be the text of `value`."""
    if isinstance(figures, str):
        figures = {"value": figures}
    return run([[made]], {"T": {"figures": figures, **more}}, decimals)["targets"][0]


def ratio(done, total, excluded=""):
    return {"done": str(done), "total": str(total), "excluded": str(excluded)}


def given(points):
    """Targets whose points were set by others, one for each pair (points, maximum)."""
    targets = [target("given", "as_given", most, id=str(n)) for n, (_, most) in enumerate(points)]
    return targets, {str(n): {"figures": {"value": earned}} for n, (earned, _) in enumerate(points)}


class Numbers(unittest.TestCase):
    def check(self, kind, table):
        for text, expected in table.items():
            with self.subTest(kind=kind, text=text):
                try:
                    self.assertEqual(read_number(text, kind),
                                     None if expected is None else Fraction(expected))
                except Problem as problem:
                    self.assertEqual(str(problem), expected)

    def test_whole(self):
        self.check("whole", {
            "": None, f" {NBSP}\t{NARROW}": None, "0": 0, "007": 7, " 12 ": 12, f"{NBSP}12": 12,
            "1.234": 1234, "1,234": 1234, "1 234": 1234, f"1{NBSP}234{NARROW}567": 1234567,
            f"1 234{NBSP}567": "not_a_number", "1.234.567": 1234567, "1.234,00": 1234,
            "1.234,567": "fraction", "12,": 12, "12.": 12, "12,0": 12, "12,5": "fraction",
            "1.234,": "not_a_number", "1 234,": "not_a_number", ",5": "not_a_number",
            "0.123": "fraction", "1234.567": "fraction", "0.000": 0, "1.2.3": "not_a_number",
            "1.234,567,890": "not_a_number", "12.34,5": "not_a_number", "1  234": "not_a_number",
            "-3": "negative", f"{MINUS}3": "negative", "-0": "negative", "-1,5": "negative",
            "-": "not_a_number", "--3": "not_a_number", "+3": "not_a_number",
            "1e5": "not_a_number", "abc": "not_a_number", "١٢": "not_a_number",
            "12 %": "unexpected_percent", "-3%": "unexpected_percent", "%": "not_a_number",
            "a%": "not_a_number", "12 %%": "not_a_number", "9" * 18: "9" * 18,
            "9" * 19: "too_long", "0" * 30 + "1": 1, "9" * 30 + ",5": "fraction"})

    def test_percentage(self):
        self.check("percentage", {
            "48,2 %": "48.2", "48.2%": "48.2", f"48{NBSP}%": 48, "1.234": "1.234", "12, %": 12,
            "1 234": 1234, "1.234.567": 1234567, "1.234,567": "1234.567", "1,234.5": "1234.5",
            "1 234,567": "1234.567", "0.123,4": "not_a_number", "-3%": "negative", "%": "not_a_number",
            "0," + "1" * 18: "0." + "1" * 18, "0," + "1" * 19: "too_long", "1,5" + "0" * 30: "1.5"})

    def test_points(self):
        self.check("points", {"1.234": "1.234", "8,77": "8.77", "5 %": "unexpected_percent"})


class PublishedFigures(unittest.TestCase):
    def test_sums_of_areas(self):
        table = [([("11", "11"), ("10.5", "10.5"), ("13", "13"), ("10", "10"), ("14.5", "14.5"),
                   ("9.5", "9.5"), ("14.5", "16.5")], "83.000", "85.000", "97.647", "excellent"),
                 ([("43.26", "60"), ("39.95", "40")], "83.210", "100.000", "83.210", "good"),
                 ([("300", "330")], "300.000", "330.000", "90.909", "excellent")]
        for points, earned, maximum, index, band in table:
            targets, answers = given(points)
            result = run([[made] for made in targets], answers)
            self.assertEqual([result[key] for key in ("points", "max_points", "index", "band")],
                             [earned, maximum, index, band])
            self.assertEqual(len(result["areas"]), len(points))

    def test_shares(self):
        table = [("9", "136", "6.618", "6.62"), ("62", "136", "45.588", "45.59"),
                 ("41", "136", "30.147", "30.15"), ("24", "136", "17.647", "17.65"),
                 ("124,907", "257,141", "48.575", "48.6"), ("102,770", "257,141", "39.966", "40.0"),
                 ("19,852", "257,141", "7.720", "7.7"), ("43,434", "61,827", "70.251", "70.3"),
                 ("11,795", "61,827", "19.077", "19.1"), ("4,331", "61,827", "7.005", "7.0"),
                 ("1,856", "2,643", "70.223", "70.2"), ("736", "2,643", "27.847", "27.8")]
        for done, total, shown, published in table:
            entry = one(target(RATIO, "proportional", "100"), ratio(done, total))
            self.assertEqual((entry["value"], entry["points"]), (shown, shown))
            exact = 100 * read_number(done, "whole") / read_number(total, "whole")
            self.assertEqual(fixed(exact, len(published.split(".")[1])), published)


class FormatsExample(unittest.TestCase):
    def test_commune_2023(self):
        def row(name, max_points, goal):
            return target(RATIO, "toward_goal", max_points, ("at_least", goal), id=name)
        digitised = row("TT-3", "10", "")
        digitised["goal"] = {"compare": "at_least", "by_level_year": {"commune": {"2023": "55"}}}
        areas = [[target("rank", "pass_fail", "2", ("at_most", "10"), id="R-1", levels=["province"])],
                 [row("TC-1", "10", "100"), row("TC-2", "10", "100")],
                 [row("TT-2a", "5", "80"), row("TT-2b", "5", "30"), digitised,
                  row("TT-4a", "4", "100"), row("TT-4b", "3", "100"), row("TT-4c", "3", "100"),
                  row("TT-5", "5", "100")]]
        answers = {made["id"]: {"figures": ratio(104, 104)} for area in areas for made in area}
        answers["TT-3"] = {"figures": ratio(410, 850)}
        answers["TT-2b"] = {"figures": ratio(3, ""), "not_applicable": "Không phát sinh giao dịch"}
        result = run(areas, answers, not_applicable="leave_out")
        entries = {entry["id"]: entry for entry in result.pop("targets")}
        self.assertEqual(result, {
            "points": "48.770", "max_points": "50.000", "index": "97.540",
            "index_possible": "97.540", "index_of_answered": "97.540", "band": "excellent",
            "complete": True, "areas": [
                {"id": "A2", "points": "20.000", "max_points": "20.000", "index": "100.000"},
                {"id": "A3", "points": "28.770", "max_points": "30.000", "index": "95.900"}]})
        self.assertEqual(entries["TT-3"], {
            "id": "TT-3", "state": "scored", "value": "48.235", "goal": "55", "met": False,
            "points": "8.770", "max_points": "10.000", "problem": None})
        self.assertEqual(entries["TT-2b"], {
            "id": "TT-2b", "state": "not_applicable", "value": None, "goal": "30", "met": None,
            "points": None, "max_points": "5.000", "problem": None})


class Borders(unittest.TestCase):
    def check(self, made, table, decimals=3):
        for figures, value, met, points in table:
            with self.subTest(made=made, figures=figures):
                entry = one(made, figures, decimals)
                self.assertEqual((entry["value"], entry["met"], entry["points"]),
                                 (value, met, points))

    def test_goal_missed_by_a_hair(self):
        self.check(target(RATIO, "toward_goal", "3", ("at_least", "80")), [
            (ratio(19999, 25000), "79.996", False, "2.999"), (ratio(4, 5), "80.000", True, "3.000"),
            (ratio(7999999, 10 ** 7), "79.99999", False, "2.999"),
            (ratio(0, 5), "0.000", False, "0.000"), (ratio(5, 5), "100.000", True, "3.000")])
        self.check(target("percent", "toward_goal", "3", ("at_least", "55")), [
            ("54,9996", "54.9996", False, "2.999"), ("54,99999999", "54.99999999", False, "2.999"),
            ("54,9994", "54.999", False, "2.999"), ("55,0004 %", "55.000", True, "3.000")])
        self.check(target("percent", "pass_fail", "3", ("at_most", "10")), [
            ("10,0001", "10.0001", False, "0.000"), ("10", "10.000", True, "3.000")])
        self.check(target("percent", "pass_fail", "3", ("less_than", "10")), [
            ("10", "10.000", False, "0.000"), ("10,0004", "10.0004", False, "0.000"),
            ("9,9996", "10.000", True, "3.000")])

    def test_one_short_of_all(self):
        made = target(RATIO, "toward_goal", "3", ("at_least", "100"))
        short = ratio(10 ** 7 - 1, 10 ** 7)
        for decimals, points in enumerate(("2.000", "2.900", "2.990", "2.999")):
            self.check(made, [(short, "99.99999", False, points)], decimals)
        self.check(target(RATIO, "proportional", "3"), [(short, "100.000", False, "2.999")])
        self.check(target(RATIO, "proportional", "0"), [(short, "100.000", True, "0.000")])

    def test_equality_is_in_the_word(self):
        self.check(target("percent", "toward_goal", "10", ("more_than", "90")), [
            ("90", "90.000", False, "9.999"), ("90,00001", "90.000", True, "10.000"),
            ("89,99999", "89.99999", False, "9.999")])
        steps = {"kind": "steps", "steps": [{"from": "90", "inclusive": False, "points": "2"},
                                            {"from": "70", "inclusive": True, "points": "1"}]}
        self.check(target("percent", steps, "2"), [
            ("90,001", "90.001", True, "2.000"), ("90", "90.000", False, "1.000"),
            ("70", "70.000", False, "1.000"), ("69,999", "69.999", False, "0.000")])
        self.check(target("rank", "pass_fail", "2", ("at_most", "10")), [
            ("10", "10", True, "2.000"), ("11", "11", False, "0.000")])

    def test_counted_things(self):
        self.check(target("count", {"kind": "per_item", "points_each": "0.5"}, "2"), [
            ("3", "3", False, "1.500"), ("4", "4", True, "2.000"), ("1.234", "1234", True, "2.000")])
        penalty = {"kind": "penalty", "points_each": "0.25", "cap": "1"}
        self.check(target("count", penalty, "0"), [
            ("0", "0", None, "0.000"), ("2", "2", None, "-0.500"), ("9", "9", None, "-1.000"),
            ("", None, None, "0.000")])
        self.check(target("count", dict(penalty, kind="bonus"), "0"), [
            ("2", "2", None, "0.500"), ("9", "9", None, "1.000")])

    def test_words(self):
        self.check(target("yes_no", "pass_fail"), [
            (" yes ", "yes", True, "10.000"), ("no", "no", False, "0.000")])
        self.check(target(CHOICE, "by_choice", "1"), [
            ("good", "good", False, "0.750"), ("full", "full", True, "1.000")])
        two = {"reviewed": "yes", "advised": "yes", "told": "no"}
        self.check(target(CHECKLIST, "share_of_items"), [(two, "2", False, "6.667")])
        self.check(target(CHECKLIST, "all_or_nothing"), [
            (two, "2", False, "0.000"), (dict(two, told="yes"), "3", True, "10.000")])
        self.check(target("given", "as_given"), [("9,9996", "10.000", False, "10.000")])

    def test_floor_and_half(self):
        floor = {"kind": "proportional", "floor": "50"}
        self.check(target("percent", floor), [
            ("50", "50.000", False, "5.000"), ("49,9999", "50.000", False, "0.000")])
        self.check(target("percent", "proportional"), [
            ("25", "25.000", False, "3.000"), ("24,9", "24.900", False, "2.000")], decimals=0)


class MayExceed(unittest.TestCase):
    def test_more_than_all(self):
        measure = dict(RATIO, may_exceed=True)
        made = target(measure, "toward_goal", "10", ("at_least", "120"))
        for figures, value, met, points in (
                (ratio(42, 40), "105.000", False, "8.750"), (ratio(48, 40), "120.000", True, "10.000"),
                (ratio(42, 50, 10), "105.000", False, "8.750")):
            entry = one(made, figures)
            self.assertEqual((entry["value"], entry["met"], entry["points"]), (value, met, points))
        entry = one(target(measure, "proportional", "10"), ratio(42, 40))
        self.assertEqual((entry["met"], entry["points"]), (True, "10.000"))
        self.assertEqual(one(made, ratio(1, 0))["problem"], "total_zero")


class States(unittest.TestCase):
    def test_problems(self):
        made = target(RATIO, "proportional")
        table = [(made, ratio(0, 0), "nothing_arises"), (made, ratio(0, 5, 5), "nothing_arises"),
                 (made, ratio(1, 0), "total_zero"), (made, ratio(6, 5), "done_over_total"),
                 (made, ratio(4, 5, 2), "done_over_total"), (made, ratio(0, 5, 6), "excluded_over_total"),
                 (made, ratio("", "-1", "abc"), "negative"), (made, ratio("1,5", "-1"), "fraction"),
                 (target("percent", "proportional"), "100,0001", "over_100"),
                 (target("rank", "pass_fail", goal=("at_most", "9")), "0", "rank_below_1"),
                 (target("given", "as_given"), "10,0001", "over_max"),
                 (target("yes_no", "pass_fail"), "Yes", "unknown_option"),
                 (target(CHOICE, "by_choice"), "bad", "unknown_option"),
                 (target(CHECKLIST, "share_of_items"), {"told": "?"}, "unknown_option")]
        for made, figures, problem in table:
            with self.subTest(figures=figures, problem=problem):
                entry = one(made, figures)
                self.assertEqual((entry["state"], entry["problem"], entry["points"], entry["value"]),
                                 ("invalid", problem, None, None))

    def test_unanswered(self):
        table = [(target(RATIO, "proportional"), ratio("", 0, 6), "empty"),
                 (target(CHECKLIST, "share_of_items"), {"reviewed": "yes"}, "empty"),
                 (target("yes_no", "pass_fail"), NBSP, "empty"),
                 (target("given", "as_given"), "", "pending")]
        for made, figures, state in table:
            entry = one(made, figures)
            self.assertEqual((entry["state"], entry["points"]), (state, None))

    def test_not_applicable(self):
        made = target(RATIO, "proportional")
        full = dict(made, not_applicable="full_marks")
        penalty = target("count", {"kind": "penalty", "points_each": "1", "cap": "2"}, "0")
        for made, points in ((made, None), (full, "10.000"), (penalty, "0.000")):
            entry = one(made, ratio("abc", 0), not_applicable="Chưa giao")
            self.assertEqual((entry["state"], entry["points"]), ("not_applicable", points))
        self.assertEqual(one(full, {}, not_applicable=NBSP)["problem"], "reason_missing")
        self.assertEqual(one(full, ratio(1, 2), not_applicable=None)["state"], "scored")


class Indexes(unittest.TestCase):
    KEYS = ("index", "index_possible", "index_of_answered", "band", "complete")

    def check(self, points, expected, bands=BANDS):
        targets, answers = given(points)
        result = run([targets], answers, bands=bands)
        self.assertEqual(tuple(result[key] for key in self.KEYS), expected)
        self.assertEqual(result["areas"][0]["index"], result["index"])

    def test_bands(self):
        self.check([("89.9996", "100"), ("0", "0")], ("90.000",) * 3 + ("excellent", True))
        self.check([("899.996", "1000")], ("89.9996",) * 3 + ("good", True))
        self.check([("2", "3")], ("66.6667",) * 3 + ("low", True), [("high", "66.667"), ("low", "0")])
        self.check([("2", "3")], ("66.667",) * 3 + ("high", True), [("high", "66.6666"), ("low", "0")])

    def test_waiting_points(self):
        self.check([("30", "40"), ("", "60")], ("30.000", "90.000", "75.000", "weak", True))
        self.check([("30", "40"), ("x", "60")], ("30.000", "90.000", "75.000", None, False))
        self.check([("", "10")], ("0.000", "100.000", None, "weak", True))

    def test_nothing_to_earn(self):
        result = run([[target(RATIO, "proportional")]], {"T": {"not_applicable": "Không có"}})
        self.assertEqual(tuple(result[key] for key in self.KEYS), (None, None, None, None, True))
        self.assertEqual((result["max_points"], result["areas"][0]["index"]), ("0.000", None))

    def test_clamped(self):
        for kind, points, index in (("bonus", "10.500", "100.000"), ("penalty", "-5.000", "0.000")):
            extra = target("count", {"kind": kind, "points_each": "1", "cap": "5"}, "0", id="P")
            value = "5.5" if kind == "bonus" else "0"
            result = run([[target("given", "as_given"), extra]],
                         {"T": {"figures": {"value": value}}, "P": {"figures": {"value": "7"}}})
            self.assertEqual((result["points"], result["index"]), (points, index))


class Generator(unittest.TestCase):
    def test_same_seed_same_case(self):
        first, second = (make_case(random.Random(7)) for _ in range(2))
        self.assertEqual(first, second)

    def test_properties(self):
        rng = random.Random(11)
        for _ in range(200):
            case = make_case(rng)
            result, assessment = case["result"], dict(case["assessment"])
            for rows in (result["areas"], result["targets"]):
                printed = sum(Fraction(row["points"] or 0) for row in rows)
                self.assertEqual(printed, Fraction(result["points"]))
            for row in result["targets"]:
                if Fraction(row["max_points"]) and row["points"]:
                    self.assertTrue(0 <= Fraction(row["points"]) <= Fraction(row["max_points"]))
            signed = assessment.pop("digest")
            self.assertEqual(signed, "sha256:" + digest(assessment))

    def test_command_line(self):
        case = make_case(random.Random(3))
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, name) for name in ("set", "assessment")]
            for path in paths:
                path.write_text(json.dumps(case[path.name]), encoding="utf-8")
            run_it = [sys.executable, Path(__file__).with_name("score.py"), *paths]
            printed = subprocess.run(run_it, capture_output=True, check=True, text=True).stdout
        self.assertEqual(json.loads(printed), case["result"])


if __name__ == "__main__":
    unittest.main()
