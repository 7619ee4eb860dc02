"""Programmes of visits and sessions: days as headings, below them times and what was done.

One event for each item that says whom the visitors met or where they went; none for transfers, nor for receptions that
name only a host (annotation guide). The words are in `knowledge/programme_words.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extract import lexicon
from extract.assemble import words
from extract.assemble.tables import Table
from extract.model import Annotated, DateMention, Mention, Segment, Telling

_CLOCK = r"(?:\d{1,2}(?:[.:h]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|noon|hrs|hours|h)?|noon|midnight)"
_TIME = re.compile(rf"\s*(?:{_CLOCK}|morning|afternoon|evening|a\.m\.|p\.m\.)(?:\s?(?:[-–]|to)\s?{_CLOCK})?\s*$", re.I)
_GROUP = re.compile(r"(?:Group|Team)\s+(?:\d+|[A-Z]|[IVX]+)\s*[:–-]\s*", re.I)
_GOES = re.compile(
    r"(?:departure|depart|leave|travel|fly|flight)\b.*?\b(?:for|to)\s+(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)",
    re.I,
)
_WITH = re.compile(r"\bwith\b|\bto\b|\bby\b|\bof\b|\bat\b")


def days(doc: Annotated, table: Table, mentions: Mapping[str, list[Mention]]) -> dict[str, DateMention]:
    """Row id → the day above it, where the days of a table stand as rows or as its title; else nothing.

    Args:
        doc: the document.
        table: the table.
        mentions: segment id → its mentions.
    """
    title = _day(table.title, doc, mentions)
    found: dict[str, DateMention] = {}
    own = 0
    for row, cells, section in table.rows:
        day = _day(section, doc, mentions) or title
        own += any(_day(c, doc, mentions) is not None for c in cells)
        if day is not None:
            found[row.id] = day
    timed = sum(any(_TIME.match(_words(doc, c)) for c in cells) for _, cells, _ in table.rows)
    if not found or own > 0.2 * len(table.rows) or timed < 0.4 * len(table.rows):
        return {}
    return found


def tellings(
    doc: Annotated, table: Table, mentions: Mapping[str, list[Mention]], days_of: Mapping[str, DateMention]
) -> list[Telling]:
    """The events of a programme, in order."""
    out: list[Telling] = []
    items = [(row, c) for row, cells, _ in table.rows for c in cells if not _TIME.match(_words(doc, c))]
    for row, cell in items:
        day = days_of.get(row.id)
        text = _words(doc, cell)
        same_day = [_words(doc, c) for r, c in items if days_of.get(r.id) is day]
        kind = kind_of(text, same_day, any(m.label in ("POST", "PERSON") for m in mentions.get(cell.id, ())))
        if day is None or not kind:
            continue
        out.append(
            Telling(
                source="annex",
                segment=row,
                start=row.start,
                end=row.end,
                event_type=kind,
                first=day.first,
                last=day.last,
                date_text=doc.source.text[day.start : day.end],
                date_start=day.start,
                date_end=day.end,
                precision=day.precision,
                basis="stated" if day.year_from in ("stated", "same expression") else "context",
                format=words.format_in(text[:40]),
                body=doc.header.issuing_body,
                is_own=True,
                subject=text,
                table_title=_words(doc, table.title) if table.title else "",
                table=table.number,
                row=row.row,
                order=sum(t.segment.id == row.id for t in out),
            )
        )
    return out


def kind_of(text: str, same_day: list[str], names_somebody: bool = False) -> str:
    """The event type of an item of a programme; nothing for a transfer, a meal, a reception.

    Args:
        text: the item.
        same_day: all items of its day.
        names_somebody: whether it names a person or a post.
    """
    grouped = _GROUP.match(text)
    item = text[grouped.end() :] if grouped else text
    found = list(_pattern().finditer(item))
    kinds = [_types()[m.group(1).lower()] for m in found]
    if not found:
        return "meeting" if names_somebody and not re.match(r"[a-z]", item) else ""
    if found[0].start() <= 12 and not kinds[0]:
        goes = _GOES.match(item)
        if goes and _stays(goes.group("place"), same_day, bool(grouped)):
            return "visit"
        # "Travel to Jacmel and meeting with the mayor"
        later = [k for m, k in zip(found[1:], kinds[1:], strict=True) if k and _WITH.match(item[m.end() :].lstrip())]
        return later[0] if later else ""
    return next((k for k in kinds if k), "")


def _stays(place: str, same_day: list[str], grouped: bool) -> bool:
    """Whether the visitors went to a place for the day: they come back from it, and no item tells of it otherwise."""
    named = [t for t in same_day if place in t and not _GOES.search(t)]
    back = [t for t in named if re.match(r"(?:arriv|return)\w*\b.*\bfrom\b", t, re.I)]
    return len(named) == len(back) and (bool(back) or grouped)


def _day(segment: Segment | None, doc: Annotated, mentions: Mapping[str, list[Mention]]) -> DateMention | None:
    """The one day that a title, a section row or a cell consists of."""
    if segment is None:
        return None
    found = [m for m in mentions.get(segment.id, ()) if isinstance(m, DateMention) and m.first and m.precision == "day"]
    text = _words(doc, segment)
    return found[0] if len(found) == 1 and len(found[0].text) >= 0.6 * len(text.strip(" .:")) else None


def _words(doc: Annotated, segment: Segment | None) -> str:
    passage = doc.passages.get(segment.id) if segment else None
    return passage.text if passage else ""


@cache
def _types() -> dict[str, str]:
    return {row["words"]: row["event_type"] for row in lexicon.rows("programme_words")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({words.alternatives(list(_types()))})(?![\w-])", re.I)
