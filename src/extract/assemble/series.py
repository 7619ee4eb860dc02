"""Numbers of meetings that are of another body's series: "at the 23rd meeting" among the 1933rd to 1991st.

A body counts its meetings on with time, so that the numbers of its own lie near each other; a number far from them, of
a meeting in the same months that nobody is said to hold, is another body's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

from extract.model import Telling

_GAP = 100  # between two numbers of one series: a report tells of a year or two
_A_YEAR = 400  # meetings of a year, at most
_RESTART = 2  # numbers from 1 on that are a session's
_FEW = 3  # numbers that a series is known by
# No committee or panel of the Security Council has met so often; the Council has since 1977 (S/PV.2000).
_OF_THE_COUNCIL = 2000
_PRINCIPAL = ("Security Council", "General Assembly", "Economic and Social Council")
_OF_COUNCIL = re.compile(
    r"\bSecurity\sCouncil\s\S|\bpursuant\sto\s(?:Security\sCouncil\s)?resolution|Counter-Terrorism\sCommittee|Peacebuilding\sCommission"
)


def of_one_body(told: Iterable[Telling], body: str) -> list[Telling]:
    """The tellings, those whose number is of another series as somebody else's.

    Args:
        told: what is told, of the prose and of tables.
        body: the issuing body.
    """
    told = list(told)
    if body in _PRINCIPAL:
        return told  # what its committees and groups do is its own
    numbers = sorted({int(t.number) for t in told if _is_own(t, body)})
    runs = _runs(numbers)
    own = _series(runs)
    # from 1 on: those of a session, which counts its meetings anew
    kept = {n for run in runs[:1] if run[0] == 1 and len(run) >= _RESTART for n in run} | set(own)
    days = [t.first for t in told if _is_own(t, body) and int(t.number) in own and t.first]
    subsidiary = bool(_OF_COUNCIL.search(body)) and not (own and own[-1] >= _OF_THE_COUNCIL)
    out = []
    for t in told:
        if _is_own(t, body) and subsidiary and int(t.number) >= _OF_THE_COUNCIL:
            t = replace(t, body="Security Council", is_own=False)
        elif _is_own(t, body) and own and int(t.number) not in kept and not _goes_on(t, own, days):
            t = replace(t, body="", is_own=False)
        out.append(t)
    return out


def _is_own(t: Telling, body: str) -> bool:
    return t.is_own and t.body == body and t.number.isdigit()


def _goes_on(t: Telling, own: list[int], days: list[date]) -> bool:
    """Whether a number may be of the series, years before or behind what the report tells of."""
    number = int(t.number)
    if t.first is None or min(days) <= t.first <= max(days):
        return t.first is None
    apart = min(abs(number - own[0]), abs(number - own[-1]))
    years = min(abs((t.first - min(days)).days), abs((t.first - max(days)).days)) / 365
    return apart <= _A_YEAR * (years + 1) and (number < own[0]) == (t.first < min(days))


def _runs(numbers: list[int]) -> list[list[int]]:
    """Numbers that lie near each other, in order."""
    runs: list[list[int]] = [[n] for n in numbers[:1]]
    for a, b in pairwise(numbers):
        if b - a > _GAP:
            runs.append([b])
        else:
            runs[-1].append(b)
    return runs


def _series(runs: list[list[int]]) -> list[int]:
    """The numbers of the body's own series; none where it is not known which that is."""
    longest = sorted(runs, key=len, reverse=True)
    if len(longest) < 2 or len(longest[0]) < _FEW or len(longest[0]) < 2 * len(longest[1]):
        return []
    return longest[0]
