#!/usr/bin/env python3
"""Random target sets and assessments with the result that score.py gives them.

    python3 generate.py --seed N --count M [--stats]

prints M lines of JSON, {"set": …, "assessment": …, "result": …}; the same seed prints the same
lines. Sets are valid; assessments are as untidy as people are. `--stats` counts on standard
error how often each kind of thing occurred.
"""

import argparse
import hashlib
import json
import random
import sys
from collections import Counter
from fractions import Fraction

from answers import answer
from figures import fixed, half_up
from score import goal_in_force, score

LEVELS = ["province", "department", "district", "commune"]
YEARS = [2022, 2023, 2024, 2025]
# Every rule with each measure it fits, and how often it is drawn.
PAIRS = {
    ("toward_goal", "ratio"): 5, ("toward_goal", "percent"): 3, ("toward_goal", "count"): 2,
    ("proportional", "ratio"): 4, ("proportional", "percent"): 3,
    ("steps", "ratio"): 3, ("steps", "percent"): 3, ("steps", "count"): 2,
    ("pass_fail", "ratio"): 2, ("pass_fail", "percent"): 2, ("pass_fail", "count"): 1,
    ("pass_fail", "rank"): 3, ("pass_fail", "yes_no"): 2, ("per_item", "count"): 3,
    ("share_of_items", "checklist"): 2, ("all_or_nothing", "checklist"): 2,
    ("by_choice", "choice"): 3, ("as_given", "given"): 3,
    ("penalty", "count"): 2, ("bonus", "count"): 2,
}
EDGES = [["90", "80", "70", "50", "0"], ["94.5", "79.995", "66.6667", "33.3333", "0"],
         ["100", "87.9", "73.475", "0"], ["99.999", "50.5", "0"], ["0"]]
PERCENTS = ["100", "95", "90", "80", "75", "55", "50", "35", "30", "20", "66.6667", "33.3333",
            "99.9999", "80.0", "12.5", "0.0001"]
COUNTS = ["1", "2", "3", "4", "7", "10", "12.5", "3.3333", "1000", "1234567"]


def plain(number, decimals=6):
    """A decimal string without needless zeros."""
    text = fixed(Fraction(number), decimals)
    return text.rstrip("0").rstrip(".") if decimals else text


def name(vi, en):
    return {"vi": vi, "en": en}


class SetMaker:
    """Draws one valid target set, with every target's numbers within the set's decimals."""

    def __init__(self, rng):
        self.rng = rng
        self.decimals = rng.choice([0, 1, 2, 3, 3])
        self.levels = sorted(rng.sample(LEVELS, rng.randint(1, 4)), key=LEVELS.index)
        self.years = sorted(rng.sample(YEARS, rng.randint(1, 4)))
        self.count = 0

    def points(self, most, least=0):
        """A random number of points, a multiple of 10^−decimals."""
        scale = 10 ** self.decimals
        return Fraction(self.rng.randint(int(least * scale), int(most * scale)), scale)

    def make(self):
        target_set = {
            "format": "tu-cham/target-set", "version": 1,
            "id": f"random-{self.rng.randrange(10 ** 6)}", "edition": "1",
            "title": name("Bộ chỉ tiêu ngẫu nhiên", "Random target set"),
            "source": {"number": "1/CTr-UBND", "date": "2022-05-19", "issuer": "UBND tỉnh"},
            "years": self.years,
            "levels": [{"id": level, "name": name(level, level)} for level in self.levels],
            "not_applicable": self.rng.choice(["leave_out", "leave_out", "full_marks"]),
            "decimals": self.decimals, "bands": bands(self.rng.choice(EDGES)), "areas": []}
        for a in range(1, self.rng.randint(1, 3) + 1):
            criteria = [{"id": f"A{a}-C{c}", "name": name(f"Tiêu chí {c}", f"Criterion {c}"),
                         "targets": [self.target() for _ in range(self.rng.randint(1, 3))]}
                        for c in range(1, self.rng.randint(1, 3) + 1)]
            target_set["areas"].append({
                "id": f"A{a}", "name": name(f"Lĩnh vực {a}", f"Area {a}"), "criteria": criteria})
        return target_set

    def target(self):
        rng = self.rng
        rule, measure = rng.choices(list(PAIRS), PAIRS.values())[0]
        self.count += 1
        levels = self.levels if rng.random() < 0.6 else \
            [level for level in self.levels if rng.random() < 0.7] or self.levels[:1]
        least = Fraction(1, 10 ** self.decimals)
        most = rng.choices([Fraction(rng.randint(1, 10)), self.points(10, least),
                            self.points(1000, least), least, Fraction(0)], [8, 5, 4, 1, 0.4])[0]
        if rule in ("penalty", "bonus"):
            most = Fraction(0)
        text = f"chỉ tiêu {self.count}"
        target = {"id": f"T-{self.count}", "name": name(text, f"target {self.count}"),
                  "quote": text, "quote_part": text, "section": "II.1",
                  "reading": name("Theo nghĩa đen", "Literal"), "other_readings": [],
                  "levels": levels, "max_points": plain(most), "measure": self.measure(measure)}
        if rule in ("toward_goal", "pass_fail") and measure != "yes_no" or \
                rule in ("proportional", "steps") and rng.random() < 0.6:
            target["goal"] = self.goal(rule, measure, levels)
        target["rule"] = self.rule(rule, measure, most)
        if rng.random() < 0.25:
            target["not_applicable"] = rng.choice(["leave_out", "full_marks"])
        return target

    def measure(self, kind):
        rng = self.rng
        measure = {"kind": kind}
        if kind == "ratio":
            measure |= {"unit": rng.choice(["count", "count", "money"]),
                        "done": name("đã làm", "done"), "total": name("tổng số", "total")}
            if rng.random() < 0.4:
                measure["excluded"] = name("loại trừ", "excluded")
            if rng.random() < 0.2:
                measure["may_exceed"] = True
        elif kind == "checklist":
            measure["items"] = [{"id": f"item{i}", "name": name(f"Việc {i}", f"Item {i}")}
                                for i in range(1, rng.randint(1, 4) + 1)]
        elif kind == "choice":
            shares = rng.choice([["100", "75", "50", "0"], ["100", "33.3333"], ["99.999", "12.5"]])
            measure["options"] = [{"id": f"grade{i}", "name": name(f"Loại {i}", f"Grade {i}"),
                                   "share": share} for i, share in enumerate(shares, 1)]
        return measure

    def goal(self, rule, measure, levels):
        rng = self.rng
        upward = rule == "toward_goal"
        goal = {"compare": rng.choice(["at_least", "at_least", "more_than"] if upward else
                                      ["at_least", "more_than", "at_most", "less_than"])}

        def number():
            if measure == "rank":
                return str(rng.randint(1, 30))
            if not upward and rng.random() < 0.05:
                return "0"
            if rng.random() < 0.3:
                return plain(Fraction(rng.randint(1, 10 ** 6), 10 ** 4), 4)
            return rng.choice(COUNTS if measure == "count" else PERCENTS)

        form = rng.choice(["value", "by_level", "by_level_year"])
        if form == "value":
            goal["value"] = number()
        elif form == "by_level":
            goal["by_level"] = {level: number() for level in levels}
        else:
            goal["by_level_year"] = {level: {str(year): number() for year in self.years}
                                     for level in levels}
        return goal

    def rule(self, kind, measure, most):
        rng = self.rng
        rule = {"kind": kind}
        if kind == "proportional" and rng.random() < 0.5:
            rule["floor"] = rng.choice(PERCENTS)
        elif kind == "steps":
            edges = sorted({Fraction(rng.choice(COUNTS if measure == "count" else PERCENTS))
                            for _ in range(rng.randint(1, 4))}, reverse=True)
            points = sorted({self.points(most) for _ in edges} - {most}, reverse=True)
            points = ([most] + points)[:len(edges)]
            rule["steps"] = [{"from": plain(edge), "inclusive": rng.random() < 0.5,
                              "points": plain(earned)} for edge, earned in zip(edges, points)]
        elif kind in ("per_item", "penalty", "bonus"):
            rule["points_each"] = plain(rng.choice(
                [self.points(5), self.points(1), Fraction(1, 10 ** self.decimals)]))
            if kind != "per_item":
                rule["cap"] = plain(self.points(10))
        return rule


def bands(edges):
    return [{"id": f"band{i}", "name": name(f"Hạng {i}", f"Band {i}"), "from": edge}
            for i, edge in enumerate(edges, 1)]


def bands_near(rng, result):
    """Bands with an edge at, or a hair above, an index this result has."""
    indexes = [result[key] for key in ("index", "index_possible", "index_of_answered")]
    indexes += [area["index"] for area in result["areas"]]
    edges = {Fraction(0)}
    for text in indexes:
        if text is not None and rng.random() < 0.7:
            edge = Fraction(text) + rng.choice([0, 0, 0, Fraction(1, 10 ** 4), Fraction(1, 1000)])
            edges.add(min(Fraction(100), half_up(edge, 4)))
    return bands([plain(edge, 4) for edge in sorted(edges, reverse=True)])


def digest(value):
    """SHA-256 of the canonical JSON (all keys are ASCII, all numbers small integers)."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def make_case(rng):
    maker = SetMaker(rng)
    target_set = maker.make()
    level, year = rng.choice(maker.levels), rng.choice(maker.years)
    untidy = rng.random() < 0.55
    answers = {}
    for area in target_set["areas"]:
        for criterion in area["criteria"]:
            for target in criterion["targets"]:
                claimed = level in target["levels"]
                goal = goal_in_force(target, level, year) if claimed else None
                given = answer(rng, target, goal, untidy)
                if given is not None:
                    answers[target["id"]] = given
    assessment = {
        "format": "tu-cham/assessment", "version": 1, "app": "0.1.0",
        "document": {"id": "00000000-0000-4000-8000-%012x" % rng.getrandbits(48), "revision": 1,
                     "created": "2023-12-01T08:00:00+07:00", "saved": "2023-12-01T08:00:00+07:00"},
        "unit": {"name": "UBND xã Phú Mậu", "level": level, "superior": "UBND thành phố Huế",
                 "place": "Huế", "prepared_by": ""},
        "year": year, "period": {"kind": "year", "as_of": f"{year}-12-01"},
        "target_set": {"id": target_set["id"], "edition": "1"},
        "answers": answers, "narrative": {"difficulties": "", "proposals": ""}}
    if rng.random() < 0.4:
        target_set["bands"] = bands_near(rng, score(target_set, assessment))
    result = score(target_set, assessment)
    assessment["target_set"]["sha256"] = digest(target_set)
    assessment["result"] = result
    assessment["digest"] = "sha256:" + digest(assessment)
    return {"set": target_set, "assessment": assessment, "result": result}


def count_kinds(case, seen):
    target_set, result = case["set"], case["result"]
    targets = {t["id"]: t for a in target_set["areas"] for c in a["criteria"] for t in c["targets"]}
    seen["decimals", target_set["decimals"]] += 1
    seen["complete", result["complete"]] += 1
    seen["band", result["band"] is not None] += 1
    for holder, keys in [(result, ("index", "index_possible", "index_of_answered"))] + \
            [(area, ("index",)) for area in result["areas"]]:
        for key in keys:
            text = holder[key]
            seen["index", "null" if text is None else len(text.split(".")[1])] += 1
    for entry in result["targets"]:
        target = targets[entry["id"]]
        kind, measure = target["rule"]["kind"], target["measure"]["kind"]
        seen["state", entry["state"]] += 1
        seen["rule", f"{kind} of {measure}"] += 1
        seen["problem", entry["problem"]] += 1
        seen["met", entry["met"]] += 1
        if "goal" in target:
            form = [key for key in target["goal"] if key != "compare"][0]
            seen["goal", f"{target['goal']['compare']} {form}"] += 1
        if measure in ("ratio", "percent") and entry["value"]:
            seen["decimals of value", len(entry["value"].split(".")[1])] += 1
            if kind in ("toward_goal", "proportional") and entry["goal"]:
                seen["value is the goal", Fraction(entry["value"]) == Fraction(entry["goal"])] += 1
        if entry["state"] == "not_applicable":
            full = entry["points"] == entry["max_points"]
            seen["not applicable", "full_marks" if full else "leave_out"] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--stats", action="store_true")
    options = parser.parse_args()
    rng, seen = random.Random(options.seed), Counter()
    for _ in range(options.count):
        case = make_case(rng)
        print(json.dumps(case, ensure_ascii=False, separators=(",", ":")))
        if options.stats:
            count_kinds(case, seen)
    for (group, kind), number in sorted(seen.items(), key=lambda item: list(map(str, item[0]))):
        print(f"{group:20}{kind!s:32}{number:8}", file=sys.stderr)


if __name__ == "__main__":
    main()
