"""Years by the numbers of meetings: a 95th meeting lies between the 94th and the 96th.

"A contract concluded on 15 June 1984 was placed before the Committee at its 95th meeting, on 4 June": the sentence's
other dates would give the day a year in which the Committee held quite other meetings.
"""

from __future__ import annotations

import re
from datetime import date

from extract.model import DateMention, Passage
from extract.recognise import dates

_AT = re.compile(
    r"\b(?P<n>\d{1,5})(?:st|nd|rd|th)\s(?:\([a-z ]{1,20}\)\s)?(?:(?:plenary|formal|closed|open)\s)?"
    r"meeting,?\s(?:held\s)?on\s$"
)
_BACK = 60  # characters before a day
_NEAR = 5  # numbers away


def put_between(passages: list[Passage], dated: dict[str, list[DateMention]]) -> dict[str, list[DateMention]]:
    """The dates, those of numbered meetings in the year of the meetings before and after them.

    Only a year that is not printed is put right, and only where the day then lies between its neighbours'.

    Args:
        passages: the passages.
        dated: segment id → its dates, with their years.
    """
    told: dict[int, list[date]] = {}
    found: list[tuple[str, int, int]] = []  # segment, place of the date in it, number
    for p in passages:
        for k, d in enumerate(dated[p.segment.id]):
            at = _AT.search(p.text, max(0, d.at - _BACK), d.at) if d.precision == "day" and d.first else None
            if at is not None and d.first:
                told.setdefault(int(at["n"]), []).append(d.first)
                found.append((p.segment.id, k, int(at["n"])))
    for segment, k, number in found:
        d = dated[segment][k]
        before = next((told[n] for n in range(number - 1, number - 1 - _NEAR, -1) if n in told), [])
        after = next((told[n] for n in range(number + 1, number + 1 + _NEAR) if n in told), [])
        if dates.is_stated(d) or len(set(before)) != 1 or len(set(after)) != 1 or d.first is None:
            continue
        low, high = before[0], after[0]
        if not low <= high or low <= d.first <= high:
            continue
        for year in sorted({low.year, high.year}):
            other = dates.resolve(d, year, "the numbers of the meetings")
            if other.first and low <= other.first <= high:
                dated[segment][k] = other
    return dated
