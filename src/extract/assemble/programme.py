"""Programmes of visits and sessions: days as headings, below them times and what was done.

One event for each item that says whom the visitors met or where they went; none for transfers, nor for receptions that
name only a host (annotation guide). The words are in `knowledge/programme_words.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from extract import lexicon
from extract.assemble import when, words
from extract.assemble.called_off import is_called_off
from extract.assemble.tables import Table, text_of
from extract.assemble.whose import of_table
from extract.model import Annotated, DateMention, Mention, Segment, Telling

_CLOCK = r"(?:\d{4}|\d{1,2}(?:[.:h]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|noon|hrs|hours|h)?|noon|midnight)"
_WEEKDAY = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s")
_TIME = re.compile(
    rf"\s*(?:{_CLOCK}|morning|afternoon|evening|a\.m\.|p\.m\.)(?:\s?(?:[-–]|to)\s?{_CLOCK})?\s*$",
    re.I,
)
_GROUP = re.compile(r"(?:Group|Team)\s+(?:\d+|[A-Z]|[IVX]+)\s*[:–-]\s*", re.I)
_GOES = re.compile(
    r"(?:departure|depart|leave|travel|fly|flight)\b.{0,300}?\b(?:for|to)\s+(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)",
    re.I,
)
_ACTIVITY = re.compile(r"\b(?:activit(?:y|ies)|programme|events?|engagements?|itinerary)\b")
_ITEM = re.compile(
    r"(?:(?:Meetings?|Consultations?|Discussions?|Talks?|Briefing|Working\s(?:lunch|dinner|breakfast|session)|Courtesy\scall|Audience)\s(?:with|by|on|at|of)\s"
    r"|(?:Visits?|Tour)\s(?:to|of)\s|(?:Arrival|Departure|Lunch|Dinner|Reception|Return|Travel|Free|Press)\b)"
)
# Heads of columns, and what begins the name of those who were met.
_MET = re.compile(r"\b(?:persons?|people|officials|authorities|interlocutors)\s(?:met|seen|interviewed)\b", re.I)
_SEEN = re.compile(r"\b(?:places?|sites?|institutions?)\s(?:visited|seen)\b", re.I)
_PEOPLE = re.compile(
    r"(?:Members|Representatives|Officials|Officers|Leaders|Teachers|Parents|Delegates|Ambassadors|Ministers|Staff|Heads|Judges"
    r"|Journalists|Refugees|Elders|Chiefs|Students|Lawyers|Mr|Ms|Mrs|Dr)\b"
)
_ITEMS = 4  # rows
_NUMBERED = re.compile(r"(?P<n>\d{1,5})(?:st|nd|rd|th)\s(?:[a-z]+\s){0,2}meeting\b")  # "5th plenary meeting: item 3"
_PLACES = re.compile(r"\s?\([^()\d]*\)$")  # "Saturday, 3 September (Juba and Wau)"
_OF_VISIT = re.compile(
    r"(?<!provisional\s)(?<!tentative\s)(?<!draft\s)\b(?:programme|itinerary|schedule)\s+of\s+(?:the\s+)?"
    r"(?:visit|mission|activities|meetings|engagements)|\bitinerary\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a programme: its row, its cell and words, and the day above or beside it."""

    row: Segment
    cell: Segment
    text: str
    day: DateMention
    carried: bool = False
    topic: str = ""  # in a column of its own, beside that of activities


def items(
    doc: Annotated, table: Table, mentions: Mapping[str, list[Mention]], columns: Mapping[int, str]
) -> list[Item]:
    """The items of a table that is a programme, each with its day; nothing where the table is none.

    The days stand as rows or as the title of the table with times beside the items, or in a column of their own beside
    a column of activities; there a day holds for the rows below that print none.

    Args:
        doc: the document.
        table: the table.
        mentions: segment id → its mentions.
        columns: column → field.
    """
    title = _day(table.title, doc, mentions)
    found: list[Item] = []
    own = timed = 0
    late: DateMention | None = None  # a day that has run into the cell of a time above it
    opened: Segment | None = None
    for row, cells, section in table.rows:
        if section is not opened:
            opened, late = section, None
        day = late or _day(section, doc, mentions) or title
        run_in = {c.id: d for c in cells if (d := _run_in(c, doc, mentions)) is not None}
        late = next(iter(run_in.values()), late)
        own += any(c.id not in run_in and _day(c, doc, mentions) is not None for c in cells)
        timed += any(_TIME.match(text_of(doc, c)) for c in cells)
        for cell in cells:
            if day is not None and cell.id not in run_in and not _TIME.match(text_of(doc, cell)):
                found += [Item(row, cell, text, day) for text in _split(doc, cell)]
    if found and own <= 0.2 * len(table.rows) and timed >= 0.4 * len(table.rows):
        return found
    return _beside_days(doc, table, mentions, columns)


def _beside_days(
    doc: Annotated, table: Table, mentions: Mapping[str, list[Mention]], columns: Mapping[int, str]
) -> list[Item]:
    fields = set(columns.values())
    if fields & {"organizer", "body", "end"}:
        return []  # events of several bodies, or of several days
    if "date" not in fields or fields & {"participants", "format", "record", "chair", "documents", "not_events"}:
        return []
    heads = {c.column: text_of(doc, c).lower() for c in table.header}
    where = [c for c, name in columns.items() if name == "subject"]
    above = f"{text_of(doc, table.title)} {table.rows[0][0].section if table.rows else ''}"
    called = any(_ACTIVITY.search(heads.get(c, "")) for c in where) or _OF_VISIT.search(above)
    if not called and not _are_items(doc, table, where):
        return []
    # "Activity | Subject", "Activity | Focal point": one event a row, told by the column of activities
    telling = [c for c in where if _ACTIVITY.search(heads.get(c, ""))][:1] or where
    by_head = any(_ACTIVITY.search(heads.get(c, "")) for c in telling)
    others = [c for c in where if c not in telling]
    found: list[Item] = []
    day: DateMention | None = None
    for row, cells, _ in table.rows:
        dated = [c for c in cells if columns.get(c.column) == "date"]
        printed = next((d for c in dated if (d := _first(c, doc, mentions)) is not None), None)
        if printed is None and any(re.search(r"\d", text_of(doc, c)) for c in dated):
            day = None  # a day that cannot be read is not the one above
        day = printed or day
        topic = "; ".join(text_of(doc, c) for c in cells if c.column in others)
        for cell in cells:
            aside = cell.column in others or (by_head and cell.column not in telling)
            if day is None or aside or columns.get(cell.column, "subject") not in ("subject", "place"):
                continue
            found += [Item(row, cell, text, day, printed is None, topic) for text in _split(doc, cell)]
    return found


def _are_items(doc: Annotated, table: Table, columns: list[int]) -> bool:
    """Whether most cells of a column begin as the items of a visit do: "Meeting with …", "Arrival"."""
    texts = [text_of(doc, c) for _, cells, _ in table.rows for c in cells if c.column in columns]
    items = sum(bool(_ITEM.match(text)) for text in texts)
    return items >= _ITEMS and items >= 0.7 * len(texts)


def tellings(doc: Annotated, table: Table, mentions: Mapping[str, list[Mention]], listed: list[Item]) -> list[Telling]:
    """The events of a programme, in order."""
    out: list[Telling] = []
    heads = {c.column: text_of(doc, c) for c in table.header}
    holder = of_table(doc, text_of(doc, table.title), table.rows[0][0].section if table.rows else "")
    for item in listed:
        day = item.day
        same_day = [i.text for i in listed if i.day is day]
        named = any(m.label in ("POST", "PERSON") for m in mentions.get(item.cell.id, ()))
        head = heads.get(item.cell.column, "")
        met = bool(_MET.search(head))
        kind = kind_of(item.text, same_day, named or (met and bool(_PEOPLE.match(item.text))))
        if not kind and met and _SEEN.search(head) and not _pattern().search(item.text):
            kind = "visit"  # "Persons met and places visited": "Detention centre"
        if not kind or is_called_off(item.text):
            continue
        telling = Telling(
            source="annex",
            rule="programme",
            segment=item.row,
            start=item.row.start,
            end=item.row.end,
            event_type=kind,
            format=words.format_in(item.text[:40]),
            number=numbered.group("n") if (numbered := _NUMBERED.match(item.text)) else "",
            body=holder.body,
            is_own=holder.is_own,
            subject=item.topic or item.text,
            table_title=text_of(doc, table.title),
            table=table.number,
            row=item.row.row,
            order=sum(t.segment.id == item.row.id for t in out),
        )
        telling = when.dated(telling, doc, day)
        out.append(replace(telling, basis="context") if item.carried else telling)
    return out


def _run_in(cell: Segment, doc: Annotated, mentions: Mapping[str, list[Mention]]) -> DateMention | None:
    """The day behind a time, "4.10 p.m. Thursday, 16 February 2012": the heading of what follows."""
    text = text_of(doc, cell)
    for m in mentions.get(cell.id, ()):
        if isinstance(m, DateMention) and m.first and m.to == len(text) and _TIME.match(text[: m.at]):
            return m
    return None


def _split(doc: Annotated, cell: Segment) -> list[str]:
    """The items of one cell: its paragraphs, or what semicolons part."""
    text = doc.source.text[cell.body : cell.end]
    return [words_ for part in re.split(r"\n|;|•", text) if (words_ := " ".join(part.split()))]


def _first(cell: Segment, doc: Annotated, mentions: Mapping[str, list[Mention]]) -> DateMention | None:
    found = [m for m in mentions.get(cell.id, ()) if isinstance(m, DateMention) and m.first and m.precision == "day"]
    return found[0] if found else None


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
        return next((k for k in kinds[1:] if k), "")
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
    text = _WEEKDAY.sub("", _PLACES.sub("", text_of(doc, segment)))  # "Tuesday, March 8, 2016"
    return found[0] if len(found) == 1 and len(found[0].text) >= 0.6 * len(text.strip(" .:")) else None


@cache
def _types() -> dict[str, str]:
    return {row["words"]: row["event_type"] for row in lexicon.rows("programme_words")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({words.alternatives(list(_types()))})(?![\w-])", re.I)
