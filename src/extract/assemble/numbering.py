"""Numbered meetings and coordinated days: which number belongs to which day."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from extract.assemble import words
from extract.model import DateMention


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(\d+)(?:st|nd|rd|th)|(?<![\w-]){words.ordinal_word()}(?![\w-])")


@cache
def _first_several() -> re.Pattern[str]:
    """ "the first three meetings" """
    return re.compile(rf"(?<![\w-])[Ff]irst\s({words.alternatives(list(words.cardinals()))})(?![\w-])")


def numbers(text: str) -> list[str]:
    """The numbers of "2nd to 6th, 11th and 12th": 2, 3, 4, 5, 6, 11, 12; also "tenth and eleventh", "first three"."""
    out: list[str] = []
    previous = 0
    if first := _first_several().search(text):
        return [str(n) for n in range(1, words.cardinals()[first.group(1)] + 1)]
    for match in _ordinal().finditer(text):
        n = int(match.group(1)) if match.group(1) else words.ordinal(match.group())
        between = text[previous : match.start()]
        if out and re.search(r"\bto\b|[-–]", between) and 0 < n - int(out[-1]) <= 200:
            out += [str(k) for k in range(int(out[-1]) + 1, n + 1)]
        else:
            out.append(str(n))
        previous = match.end()
    return out


def consecutive(days: list[DateMention]) -> bool:
    """Whether the days of one coordinated expression follow each other without a gap."""
    if (
        len(days) < 2
        or len({d.cluster for d in days}) > 1
        or any(d.parts[3] or not d.first or d.precision != "day" for d in days)
    ):
        return False
    ordinals = [d.first.toordinal() for d in days if d.first]
    return all(b - a == 1 for a, b in pairwise(ordinals))


def _following(days: list[DateMention]) -> list[list[DateMention]]:
    """Days in groups, each of days that follow each other."""
    found: list[list[DateMention]] = []
    for day in days:
        if found and consecutive([found[-1][-1], day]):
            found[-1].append(day)
        else:
            found.append([day])
    return found


def runs(days: list[DateMention]) -> list[list[DateMention]]:
    """Days of one continuous event each: pairs that follow each other ("1 and 2 June and 9 and 10 August"), else all.

    Lists of days that follow each other in part ("6, 8, 9 and 10") are days of events of their own; but "20 and 21
    February, 17 March, 3 April and 4 and 5 May" has pairs beside single days, each with its month.
    """
    found = _following(days)
    months = Counter((d.cluster, d.parts[1]) for d in days)
    if len(months) > 1 and max(months.values()) == 2 and all(len(run) <= 2 for run in found):
        pairs = [run for run in found if len(run) == 2]
        if all(a.cluster == b.cluster and a.parts[1] == b.parts[1] for a, b in pairs):
            return found
    ranged = any(d.parts[3] for d in days)  # "from 19 to 23 May, on 28 and 29 May and on 5 June"
    if len(found) == 1 or ranged or all(len(run) == 2 for run in found):
        return found
    return [[day] for day in days]


def paired(days: list[DateMention], nums: list[str]) -> list[tuple[list[DateMention], str]]:
    """Each meeting with its day: one to one where there are as many of both, else all over the whole span."""
    if not nums:
        return [([d], "") for d in days]
    if len(nums) == len(days):
        return [([d], n) for d, n in zip(days, nums, strict=True)]
    if len(days) == 1:
        return [([days[0]], n) for n in nums]
    if len(days) == 2 and nums[0] == "1" and not days[0].parts[3] and days[1].parts[3]:
        # "(1st to 18th) …, on 27 March 2024 and from 10 to 21 March 2025": the session opened on the day of its own
        return [([days[0]], nums[0]), *(([days[1]], n) for n in nums[1:])]
    joined = _following(days)  # "8, 9 and 28 March and 15 April" of three meetings: the first had two days
    if len(joined) == len(nums):
        return list(zip(joined, nums, strict=True))
    return [(days, n) for n in nums]
