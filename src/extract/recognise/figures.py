"""Day or month first? "03/11/2009" is read as its column, head or caption says, in prose as the document's others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from extract.model import DateMention, Header, Passage
from extract.recognise import dates

_FIGURES = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)")
_MONTH_FIRST = re.compile(r"\bmm?[/.-]dd?\b|\bmonth[/ -]day\b", re.I)
_DAY_FIRST = re.compile(r"\bdd?[/.-]mm?\b|\bday[/ -]month\b", re.I)
_Key = tuple[str, int, int]


def ordered(passages: Sequence[Passage], dated: dict[str, list[DateMention]], header: Header) -> None:
    """Turns the dates of columns that print the month first; the way that the column was read is the date's basis.

    Evidence, in this order: the caption or the head says so ("mm/dd/yyyy"); a date of the column that can only be read
    one way; dates that run in order, and not beyond the document's own, one way alone; all dates of the document that
    can only be read one way. Else the day comes first, as the United Nations Editorial Manual has it.

    Args:
        passages: the passages of the document in order.
        dated: segment id → its dates; changed in place.
        header: the document's own fields.
    """
    columns: dict[_Key, list[DateMention]] = defaultdict(list)
    said: dict[tuple[str, int], str] = {}
    for p in passages:
        s = p.segment
        if s.table < 0:
            continue
        if s.kind in ("table_title", "table_cell") and s.row <= 0:
            words = "month" if _MONTH_FIRST.search(p.text) else "day" if _DAY_FIRST.search(p.text) else ""
            said[s.part, s.table] = said.get((s.part, s.table)) or words
        for d in dated[s.id]:
            if _FIGURES.fullmatch(d.text):
                columns[s.part, s.table, s.column].append(d)
    prose = [d for p in passages if p.segment.table < 0 for d in dated[p.segment.id] if _FIGURES.match(d.text)]
    usual = _usual([*prose, *(d for found in columns.values() for d in found)])
    for key, found in columns.items():
        if (way := _way(said.get(key[:2], ""), found, header.date) or usual) is not None:
            _turn(found, dated, way)
    if usual is not None:
        _turn(prose, dated, usual)


def _turn(found: list[DateMention], dated: dict[str, list[DateMention]], way: str) -> None:
    for d in found:
        dated[d.segment.id] = [_turned(m, way) if m is d else m for m in dated[d.segment.id]]


def _usual(found: list[DateMention]) -> str | None:
    """The rule by which a document prints the month first: several dates can only be read so, and none otherwise."""
    printed = [tuple(int(x) for x in m.group().split(m.group(1))[:2]) for d in found for m in _FIGURES.finditer(d.text)]
    first = sum(b > 12 for _, b in printed)
    return "the other dates of the document" if first > 1 and not any(a > 12 for a, _ in printed) else None


def _way(said: str, found: list[DateMention], limit: date | None) -> str | None:
    """The rule by which the month comes first; None where the day does."""
    if said:
        return "the head above" if said == "month" else None
    printed = [tuple(int(x) for x in re.split(r"[./-]", d.text))[:2] for d in found]
    if any(a > 12 for a, _ in printed):
        return None
    if any(b > 12 for _, b in printed):
        return "the other dates of the column"
    if len(found) < 4:
        return None
    days = [d.first for d in found if d.first]
    turned = [t.first for d in found if (t := _turned(d, "")).first]
    if _in_order(turned, limit) and not _in_order(days, limit):
        return "the order of the column"
    return None


def _in_order(days: list[date], limit: date | None) -> bool:
    steps = [(b - a).days for a, b in pairwise(days)]
    ordered_ = all(s >= 0 for s in steps) or all(s <= 0 for s in steps)
    return ordered_ and not (limit and days and max(days) > limit)


def _turned(d: DateMention, rule: str) -> DateMention:
    """The date, or both dates of a range, with day and month exchanged, where the month can be one."""
    printed = [tuple(int(x) for x in m.group().split(m.group(1))[:2]) for m in _FIGURES.finditer(d.text)]
    if not printed or any(a > 12 or b > 12 for a, b in printed):
        return d
    day, month, year, *rest = d.parts
    second = (rest[0], rest[1], rest[2])
    if len(printed) > 1:
        second = (rest[1], rest[0], rest[2])
    return dates.resolve(replace(d, parts=(month, day, year, *second)), year, rule)
