"""A grammar of the dates that editors of the United Nations write.

The style is fixed by the United Nations Editorial Manual ("6 June 2005", "6-9 November 2005", "from 28 October to
1 November"); older and outside texts add "January 11, 2005", weekdays, ordinals and ISO dates. Days without a month
and months without a year take them from the right in one coordinated expression ("11 January and 28 March 2005").
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from extract.model import DateMention, Passage
from extract.recognise import date_grammar, relative_dates
from extract.recognise.date_grammar import WEEKDAYS, Item

# Before a month or a year that stands alone: only then is it a time. "May" is also a verb, "2005" also a number.
_TIME_WORD = re.compile(
    r"(?:\b(?:in|since|during|of|from|until|till|to|by|for|before|after|throughout|between|and|year|years|through|session|"
    r"mid|early|late|last|past|this|next|each|end|at|as at|summer|spring|autumn|winter|quarter|half|month|months|"
    r"biennium|period|ending|ended)\b[\s,(-]*|[(–-]\s?)$",
    re.I,
)
_MONTH_BEFORE = re.compile(rf"\b[Ii]n\s(?:(?:{'|'.join(calendar.month_name[1:])}),\s)+$")
_MONTH_AND = re.compile(rf"\b[Ii]n\s(?:(?:{'|'.join(calendar.month_name[1:])}),?\s)+and\s$")
# "at the August meeting of the Committee"
_THE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s$")
_GATHERING = re.compile(
    r"\s(?:[a-z]+\s)?(?:meeting|session|visit|summit|conference|consultations|workshop|plenary|round of talks)s?\b"
)
_NOT_A_YEAR = re.compile(
    r"^\s*(?:\)|military|troops|personnel|police|persons|people|refugees|meetings?|per cent|metres|km|United)"
)
_A_DAY = re.compile(rf"(?:st|nd|rd|th)?\s?(?:of\s)?(?:{'|'.join(calendar.month_name[1:])})")  # no mark, though raised
# "during the week of 4 May 2009": which days of the month it was is not said
_WEEK_OF = re.compile(r"\b(?:the\s)?week\s(?:of|beginning|commencing|starting)\s(?:on\s)?(?:the\s)?$")
_NEAR = 100  # characters before and after a date that say what it is


def find(
    passage: Passage, clusters: Iterator[int] | None = None, marks: Sequence[tuple[int, int]] = ()
) -> list[DateMention]:
    """The dates of a passage in order; those without a printed year have no `first` yet (see `resolve`).

    Args:
        passage: the passage.
        clusters: gives each coordinated expression its number; counts from 0 where None.
        marks: the spans of the canonical text that are marks of notes, in order: no figure of a date.
    """
    clusters = clusters if clusters is not None else count()
    out: list[DateMention] = []
    for items in date_grammar.expressions(_without(passage, marks), passage.segment.kind == "table_cell"):
        cluster = next(clusters)
        for item in items:
            if mention := of_item(passage, item, cluster):
                out.append(mention)
    out += relative_dates.find(passage, clusters)
    return sorted(out, key=lambda m: m.at)


def _without(passage: Passage, marks: Sequence[tuple[int, int]]) -> str:
    """The text with blanks for the marks of notes: "3 December (morning) 28 2025" has the mark 28."""
    text, index = passage.text, passage.index
    if not marks or not index:
        return text
    for start, end in marks[bisect_left(marks, (index[0], 0)) : bisect_right(marks, (index[-1], 0))]:
        at, to = bisect_left(index, start), bisect_left(index, end)
        if text[at:to].isdigit() and not _A_DAY.match(text, to):
            text = f"{text[:at]}{' ' * (to - at)}{text[to:]}"
    return text


def of_item(passage: Passage, item: Item, cluster: int) -> DateMention | None:
    """The mention of a date that the grammar has read at a place of a passage; nothing where it is no time."""
    text = passage.text
    before, after = text[max(item.start - _NEAR, 0) : item.start], text[item.end : item.end + _NEAR]
    if not item.day and (not item.month or not item.year):
        bare_month = item.month and not item.year
        if bare_month and not item.fuzzy and not item.is_range and not _month_alone(before, after):
            return None
        if not item.month and not item.fuzzy and not _year_alone(before, after):
            return None
    if item.day and not item.is_range and (week := _WEEK_OF.search(before)):
        item.day, item.start, item.fuzzy = 0, item.start - len(week.group()), week.group()
    while item.end > item.start and text[item.end - 1] in " ,":
        item.end -= 1
    if text[item.end - 1] == "." and not re.match(r"\s*\d", after) and item.month:
        item.end -= 1
    start, end = passage.span(item.start, item.end)
    mention = DateMention(
        segment=passage.segment,
        label="DATE",
        text=text[item.start : item.end],
        value="",
        start=start,
        end=end,
        at=item.start,
        to=item.end,
        cluster=cluster,
        year_from="stated" if item.year_printed or item.year else "",
        note=item.weekday,
    )
    return _dated(mention, item)


def _month_alone(before: str, after: str) -> bool:
    if re.search(r"\b(?:in|during|since|late|early|last|past)\s$", before, re.I):
        return True  # "In March the Mission held …"
    if _MONTH_BEFORE.search(before) and re.match(r",?\s(?:and\s)?[A-Z]", after):
        return True  # "In April, May and June"
    if _MONTH_AND.search(before):
        return True  # "In November and December the Committee"
    if _THE.search(before) and _GATHERING.match(after):
        return True
    return bool(_TIME_WORD.search(before)) and not re.match(r"\s+(?:I|we|he|she|they|the)\b", after)


def _year_alone(before: str, after: str) -> bool:
    if _NOT_A_YEAR.match(after) and re.search(r"\(\s*$", before):
        return False  # "resolution 1547 (2004)"
    return bool(_TIME_WORD.search(before)) and not _NOT_A_YEAR.match(after)


def _dated(mention: DateMention, item: Item) -> DateMention:
    """The mention with its days, where the year is known; else with its parts kept for `resolve`."""
    precision = "day" if item.day else ("month" if item.month else "year")
    if item.fuzzy and not item.day and (not item.month or item.month2):
        precision = "vague"  # "late 2005", "first half of 2005"; "early March" is at least a month
    parts = (item.day, item.month, item.year, item.day2, item.month2, item.year2)
    mention = replace(mention, precision=precision, parts=parts)
    return _valued(mention, item.year) if item.year else mention


def _valued(mention: DateMention, year: int) -> DateMention:
    day, month, printed, day2, month2, year2 = mention.parts
    year = printed or year
    last_year = year2 or (year + 1 if month2 and month2 < month else year)
    last_month = month2 or month
    try:
        if day:
            first = date(year, month, day)
            last = date(last_year, last_month, day2) if day2 else first
        elif month:
            first = date(year, month, 1)
            last = date(last_year, last_month, day2 or calendar.monthrange(last_year, last_month)[1])
        else:
            first, last = date(year, 1, 1), date(last_year, 12, 31)
    except ValueError:
        return replace(mention, note="impossible", precision="day")
    if last < first:
        return replace(mention, note="impossible", precision="day")
    return replace(
        mention,
        first=first,
        last=last,
        value=_iso(mention.precision, first, last, bool(day2), bool(month2 or year2)),
    )


def _iso(precision: str, first: date, last: date, days: bool, longer: bool) -> str:
    if precision == "day":
        return f"{first}/{last}" if days else f"{first}"
    if days:  # "from October 2010 to 7 January 2011"
        return f"{str(first)[:7]}/{last}"
    width = 4 if first.month == 1 and last.month == 12 and first.day == 1 and last.day == 31 else 7
    a, b = str(first)[:width], str(last)[:width]
    return a if a == b or not longer else f"{a}/{b}"


def lacks_year(mention: DateMention) -> bool:
    """Whether the year of a date is still to be taken from the context."""
    return mention.first is None and mention.note != "impossible" and bool(mention.parts)


def resolve(mention: DateMention, year: int, rule: str) -> DateMention:
    """The mention with `year`, and the rule that gave it."""
    return replace(_valued(mention, year), year_from=rule)


def is_stated(mention: DateMention) -> bool:
    """Whether the year is printed with the date, or in the expression that it is part of."""
    return mention.year_from in ("stated", "same expression")


def on(mention: DateMention, day: date, rule: str) -> DateMention:
    """The mention on a day that it does not print, and the rule that gave it."""
    return replace(mention, first=day, last=day, value=f"{day}", year_from=rule, note="")


def in_month(mention: DateMention, day: date, rule: str) -> DateMention:
    """The mention of a month that it does not print, that of `day`, and the rule that gave it."""
    last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return replace(
        mention, first=day.replace(day=1), last=last, value=f"{day:%Y-%m}", precision="month", year_from=rule, note=""
    )


def weekday_fits(mention: DateMention) -> bool:
    """Whether a printed weekday is the weekday of the date; true where none is printed."""
    if mention.note not in WEEKDAYS or mention.first is None:
        return True
    return mention.first.weekday() == WEEKDAYS[mention.note]


def odd(text: str) -> date | None:
    """A single expression that the grammar leaves ("11 janv. 2005", "Jan 11th 05"), by dateparser; no running text."""
    if len(text) > 40 or not re.search(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", text):
        return None  # without a printed year dateparser makes one up
    import dateparser

    found = dateparser.parse(
        text,
        settings={
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
        },
    )
    return found.date() if found else None
