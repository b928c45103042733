#!/usr/bin/env python3
"""A second scorer for Tự chấm, written from the description of the formats alone.

It exists to be compared with the program's own scorer: both must agree to the last
decimal on any target set and assessment. All arithmetic is on exact fractions.

    python3 score.py SET.json ASSESSMENT.json    prints the `result` object

Only the standard library is used. The set is taken to be valid.
"""

import json
import sys
from fractions import Fraction

from figures import Problem, fixed, half_up, percentage, read_number, trim

# --- one target ------------------------------------------------------------------

def read_option(text, known):
    text = trim(text)
    if text and text not in known:
        raise Problem("unknown_option")
    return text or None


def read_value(target, figures):
    """What the figures say: a Fraction, an option's id, or None when a figure is missing."""
    measure = target["measure"]
    kind = measure["kind"]
    if kind == "ratio":
        return read_ratio(measure, figures)
    if kind == "checklist":
        items = [read_option(figures.get(item["id"]), ("yes", "no")) for item in measure["items"]]
        return None if None in items else Fraction(items.count("yes"))
    text = figures.get("value")
    if kind == "yes_no":
        return read_option(text, ("yes", "no"))
    if kind == "choice":
        return read_option(text, [option["id"] for option in measure["options"]])
    number = read_number(text, {"percent": "percentage", "given": "points"}.get(kind, "whole"))
    if number is not None:
        if kind == "percent" and number > 100:
            raise Problem("over_100")
        if kind == "rank" and number < 1:
            raise Problem("rank_below_1")
        if kind == "given" and number > Fraction(target["max_points"]):
            raise Problem("over_max")
    return number


def read_ratio(measure, figures):
    done = read_number(figures.get("done"), "whole")
    total = read_number(figures.get("total"), "whole")
    excluded = read_number(figures.get("excluded"), "whole") if "excluded" in measure else None
    if done is None or total is None:
        return None
    base = total - (excluded or 0)
    if base < 0:
        raise Problem("excluded_over_total")
    if base == 0:
        raise Problem("total_zero" if done else "nothing_arises")
    if done > base and not measure.get("may_exceed"):
        raise Problem("done_over_total")
    return 100 * done / base


def goal_in_force(target, level, year):
    """The goal's comparison and its number as written in the set, or None."""
    goal = target.get("goal")
    if not goal:
        return None
    if "value" in goal:
        return goal["compare"], goal["value"]
    if "by_level" in goal:
        return goal["compare"], goal["by_level"][level]
    return goal["compare"], goal["by_level_year"][level][str(year)]


def holds(value, goal):
    compare, number = goal[0], Fraction(goal[1])
    return {"at_least": value >= number, "more_than": value > number,
            "at_most": value <= number, "less_than": value < number}[compare]


def exact_points(target, value, goal):
    rule, measure, maximum = target["rule"], target["measure"], Fraction(target["max_points"])
    kind = rule["kind"]
    if kind == "toward_goal":
        return maximum * min(Fraction(1), value / Fraction(goal[1]))
    if kind == "proportional":
        earned = min(maximum, maximum * value / 100)
        return earned if value >= Fraction(rule.get("floor") or 0) else Fraction(0)
    if kind == "steps":
        for step in rule["steps"]:
            edge = Fraction(step["from"])
            if value > edge or (value == edge and step.get("inclusive", True)):
                return Fraction(step["points"])
        return Fraction(0)
    if kind == "pass_fail":
        passed = value == "yes" if measure["kind"] == "yes_no" else holds(value, goal)
        return maximum if passed else Fraction(0)
    if kind == "per_item":
        return min(maximum, value * Fraction(rule["points_each"]))
    if kind == "share_of_items":
        return maximum * value / len(measure["items"])
    if kind == "all_or_nothing":
        return maximum if value == len(measure["items"]) else Fraction(0)
    if kind == "by_choice":
        share = next(o["share"] for o in measure["options"] if o["id"] == value)
        return maximum * Fraction(share) / 100
    if kind == "as_given":
        return value
    amount = min(Fraction(rule["cap"]), value * Fraction(rule["points_each"]))
    return -amount if kind == "penalty" else amount


def is_met(target, value, goal, exact):
    rule, measure = target["rule"]["kind"], target["measure"]["kind"]
    if rule in ("penalty", "bonus"):
        return None
    if goal:
        return holds(value, goal)
    if rule == "pass_fail" and measure == "yes_no":
        return value == "yes"
    return exact == Fraction(target["max_points"])


def printed_points(target, exact, met, decimals):
    """Rounded once; a target not fully earned never prints its maximum."""
    maximum = Fraction(target["max_points"])
    points = half_up(exact, decimals)
    if target["rule"]["kind"] in ("toward_goal", "proportional") and (not met or exact < maximum):
        points = max(Fraction(0), min(points, maximum - Fraction(1, 10 ** decimals)))
    return points


def written_value(target, value, goal):
    kind = target["measure"]["kind"]
    if kind in ("yes_no", "choice"):
        return value
    if kind == "given":
        return fixed(value)
    if kind not in ("ratio", "percent"):
        return fixed(value, 0)

    def misleads(rounded):
        if not goal or holds(value, goal):
            return False
        edge = Fraction(goal[1])
        return value < edge <= rounded if goal[0] in ("at_least", "more_than") \
            else value > edge >= rounded
    return percentage(value, misleads)


def score_target(target, answer, target_set, level, year):
    """The target's entry in `result` (its points still a Fraction or None), and its maximum
    as it counts in sums."""
    goal = goal_in_force(target, level, year)
    maximum = Fraction(target["max_points"])
    entry = {"id": target["id"], "state": "scored", "value": None, "goal": goal and goal[1],
             "met": None, "points": None, "max_points": fixed(maximum), "problem": None}
    outside = target["rule"]["kind"] in ("penalty", "bonus")
    reason = answer.get("not_applicable")
    try:
        if reason is not None:
            if not trim(reason):
                raise Problem("reason_missing")
            entry["state"] = "not_applicable"
            policy = target.get("not_applicable") or target_set.get("not_applicable")
            if outside:
                entry["points"] = Fraction(0)
            elif policy == "full_marks":
                entry["points"] = maximum
            else:
                maximum = Fraction(0)
            return entry, maximum
        value = read_value(target, answer.get("figures") or {})
    except Problem as problem:
        entry.update(state="invalid", problem=str(problem))
        return entry, maximum
    if value is None:
        entry["state"] = "pending" if target["measure"]["kind"] == "given" else "empty"
        if outside:
            entry["points"] = Fraction(0)
        return entry, maximum
    exact = exact_points(target, value, goal)
    entry["met"] = is_met(target, value, goal, exact)
    entry["points"] = printed_points(target, exact, entry["met"], target_set["decimals"])
    entry["value"] = written_value(target, value, goal)
    return entry, maximum


# --- the whole -------------------------------------------------------------------

def index(points, maximum):
    """100 × points ÷ maximum within 0–100, or None when there is nothing to earn."""
    return min(Fraction(100), max(Fraction(0), 100 * points / maximum)) if maximum else None


def score(target_set, assessment):
    """The `result` object of an assessment."""
    level, year = assessment["unit"]["level"], assessment["year"]
    edges = [Fraction(band["from"]) for band in target_set["bands"]]

    def written_index(number):
        return None if number is None else percentage(
            number, lambda rounded: any(number < edge <= rounded for edge in edges))

    scored, areas = [], []
    for area in target_set["areas"]:
        claiming = [target for criterion in area["criteria"] for target in criterion["targets"]
                    if level in target["levels"]]
        entries = [score_target(target, assessment["answers"].get(target["id"]) or {},
                                target_set, level, year) for target in claiming]
        if entries:
            points, maximum = totals(entries)
            areas.append({"id": area["id"], "points": fixed(points), "max_points": fixed(maximum),
                          "index": written_index(index(points, maximum))})
        scored += entries

    points, maximum = totals(scored)
    waiting = sum(most for entry, most in scored
                  if entry["state"] in ("empty", "invalid", "pending"))
    answered = totals([(entry, most) for entry, most in scored
                       if entry["state"] in ("scored", "not_applicable")])
    complete = all(entry["state"] not in ("empty", "invalid") for entry, _ in scored)
    earned = index(points, maximum)
    band = None
    if complete and earned is not None:
        reached = [b for b in target_set["bands"] if Fraction(b["from"]) <= earned]
        band = max(reached, key=lambda b: Fraction(b["from"]))["id"]
    for entry, _ in scored:
        entry["points"] = None if entry["points"] is None else fixed(entry["points"])
    return {"points": fixed(points), "max_points": fixed(maximum),
            "index": written_index(earned),
            "index_possible": written_index(index(points + waiting, maximum)),
            "index_of_answered": written_index(index(*answered)),
            "band": band, "complete": complete, "areas": areas,
            "targets": [entry for entry, _ in scored]}


def totals(scored):
    """Points and maximum of some targets; a target left out counts in neither."""
    return (sum((entry["points"] or Fraction(0) for entry, _ in scored), Fraction(0)),
            sum((maximum for _, maximum in scored), Fraction(0)))


def main(arguments):
    if len(arguments) != 2:
        sys.exit("usage: score.py SET.json ASSESSMENT.json")
    files = []
    for path in arguments:
        with open(path, encoding="utf-8") as file:
            files.append(json.load(file))
    print(json.dumps(score(*files), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main(sys.argv[1:])
