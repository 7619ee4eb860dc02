"""Programmes of work: days as rows or cells, below them the hours of each sitting and what is on its agenda.

Example: A/AC.121/2025/L.2: "Tuesday, 18 February / 280th plenary meeting / 10 a.m.–1 p.m.". Each span of hours is one
meeting; a day, or days, without hours is one meeting each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.assemble import when, words
from extract.assemble.tables import Table, text_of
from extract.model import Annotated, DateMention, Mention, Segment, Telling

_CLOCK = r"(?:\d{1,2}(?:[.:]\d\d)?(?:\s?(?:a|p)\.?m\.?)?|noon)"
_HOURS = re.compile(
    rf"(?<![\w.]){_CLOCK}\s?(?:[–-]|to)\s?{_CLOCK}(?![\w])|\b\d{{1,2}}(?:[.:]\d\d)?\s(?:a|p)\.?m\b|\b(?:morning|afternoon)\b",
    re.I,
)
OPENING = 60  # segments in which a masthead and the lines of a title stand, also behind a covering letter
# "10 a.m.–": its end stands in the row below
_BEGUN = re.compile(r"(?:(?:a|p)\.?m\.?|noon)\s?[–-]$", re.I)
# "Monday,": its day stands in the row below
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?$")
_ITEM = re.compile(r"\bItem\s\d{1,2}(?:\s?\([a-z]\))?")  # "10 a.m.– Item 1 1 p.m.": of the column beside
_OPEN = re.compile(r"\bto\sbe\s(?:determined|announced|confirmed|decided)\b", re.I)
_NO_MEETING = re.compile(
    r"\W{0,2}(?:[Nn]o\s(?:\w+\s)?(?:meetings?|sessions?)\b|(?:[Cc]ancell?ed|[Pp]ostponed)\W{0,2}$)"
)
_COUNT = re.compile(r"\(\s?([1-9])\s(?:\w+\s)?meetings?\)")
# "Committee of the Whole, 1st meeting", "1st meeting of Working Group II"
_OF_BODY = re.compile(
    r"(?P<body>[A-Z][^,;:]{2,80}?),\s\d{1,5}(?:st|nd|rd|th)\s(?:[a-z]+\s){0,2}meeting$"
    r"|\d{1,5}(?:st|nd|rd|th)\s(?:[a-z]+\s){0,2}meeting\sof\s(?:the\s)?(?P<of>[A-Z][^,;:]{2,80})$"
)
_NUMBER = re.compile(r"\b(\d{1,5})(?:st|nd|rd|th)\s(?:[a-z]+\s){0,2}(?:meeting|plenary)")


@dataclass(slots=True)
class _Slot:
    """One row of a programme of work."""

    row: Segment
    days: list[DateMention]
    hours: int = 0
    number: str = ""
    label: str = ""
    body: str = ""
    subject: list[str] = field(default_factory=list)


def tellings(
    doc: Annotated,
    table: Table,
    mentions: Mapping[str, list[Mention]],
    columns: Mapping[int, str],
    before: Telling | None = None,
) -> list[Telling]:
    """The sittings of a programme of work, in order; nothing where the table is none or prints no hours.

    Args:
        doc: the document.
        table: the table.
        mentions: segment id → its mentions.
        columns: column → field.
        before: the last sitting of the table before, if there is one: a table without title and heads goes on from it,
            as on the next page.
    """
    title = text_of(doc, table.title)
    last: list[DateMention] = []
    if before is not None and not title and not table.header:
        last = [
            m
            for found in mentions.values()
            for m in found
            if isinstance(m, DateMention) and m.start == before.date_start
        ]
        title = before.table_title
    elif "date" not in columns.values() or not words.plan().search(f"{_titles(doc)} {title} {_section(table)}"):
        return []
    slots = list(_slots(doc, table, mentions, columns, last))
    if not any(s.hours for s in slots):
        return []
    out: list[Telling] = []
    for days, group in _by_days(slots):
        timed = [s for s in group if s.hours]
        for slot in timed or group[:1]:
            for day in days if not timed or len(timed) == 1 else days[:1]:
                out += [_telling(doc, table, slot, day, title)] * max(1, slot.hours)
    return out


def _titles(doc: Annotated) -> str:
    """The document's title and its other lines of a title: "Provisional annotated agenda, timetable and …"."""
    return " ".join([doc.header.title, *(" ".join(line.split()) for line in title_lines(doc))])


def title_lines(doc: Annotated) -> list[str]:
    """The lines of a title that stand at the head of a document, as printed."""
    return [doc.source.text[s.start : s.end] for s in doc.segments[:OPENING] if s.kind == "title"]


def are_hours(texts: list[str]) -> bool:
    """Whether the cells of a column are hours: "10 a.m.–1 p.m."."""
    return sum(bool(_HOURS.match(t)) for t in texts) >= 0.6 * len(texts)


def _slots(
    doc: Annotated,
    table: Table,
    mentions: Mapping[str, list[Mention]],
    columns: Mapping[int, str],
    days: list[DateMention],
) -> list[_Slot]:
    out: list[_Slot] = []
    going_on = bool(days)
    number = label = body = ""
    ahead: list[str] = []  # the subject of rows whose day stands below them
    for row, cells, _ in table.rows:
        named = () if going_on else ("date", "time")
        dated = [
            c
            for c in cells
            if columns.get(c.column) in named
            or (columns.get(c.column) != "other_date" and _says_when(text_of(doc, c), mentions.get(c.id, ())))
        ]
        hours = 0
        begun = any(_BEGUN.search(_ITEM.sub(" ", text_of(doc, c)).strip()) for c in dated)
        numbered = [
            c for c in cells if c not in dated and columns.get(c.column) == "number" and _NUMBER.search(text_of(doc, c))
        ]
        for head in [*table.above.get(row.id, []), *dated, *numbered]:
            text = text_of(doc, head)
            found = [
                m for m in mentions.get(head.id, ()) if isinstance(m, DateMention) and m.first and m.precision == "day"
            ]
            if found or _OPEN.search(text):  # "To be determined": the day above is not meant
                days, number, label, body = found, "", "", ""
            if match := _NUMBER.search(text):
                number, label, body = match.group(1), "", ""
                if of := _OF_BODY.search(text):
                    body = of["body"] or of["of"]
            rest = _without(_ITEM.sub(" ", text), found)
            n = 0 if begun else len(_HOURS.findall(rest))
            if told := _COUNT.search(rest):
                n = int(told.group(1))
                rest = _COUNT.sub(" ", rest)
            hours += n
            rest = _HOURS.sub(" ", rest).strip(" ,;")
            if not n and not found and not match and rest and not re.search(r"\bweeks?\b", rest, re.I):
                number, label, body = "", rest, ""
        subject = [text_of(doc, c) for c in cells if c not in dated and columns.get(c.column, "subject") == "subject"]
        if any(_NO_MEETING.match(text_of(doc, c)) for c in cells):
            continue
        if begun and any(_WEEKDAY.match(text_of(doc, c)) for c in dated):
            ahead = subject
            continue
        if days:
            out.append(_Slot(row, days, hours, number, label, body, [*ahead, *subject]))
            ahead = []
            if hours:
                number = label = body = ""
    return out


def _says_when(text: str, found: Sequence[Mention]) -> bool:
    """Whether a cell holds a day or hours and nothing else: "Tuesday, 10 a.m.– 3 June 1 p.m."."""
    text = _ITEM.sub(" ", text)
    rest = _without(text, [m for m in found if isinstance(m, DateMention)])
    rest = re.sub(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?", " ", _HOURS.sub(" ", rest))
    return rest != text and not re.sub(r"(?:[ap]\.?m\.?|noon|[\s,.–-])+", "", rest)


def _without(text: str, days: Sequence[DateMention]) -> str:
    """A cell's text without its dates."""
    for m in days:
        text = text.replace(m.text, " ")
    return " ".join(text.split())


def _by_days(slots: list[_Slot]) -> list[tuple[list[DateMention], list[_Slot]]]:
    groups: list[tuple[list[DateMention], list[_Slot]]] = []
    for slot in slots:
        if not groups or groups[-1][0] is not slot.days:
            groups.append((slot.days, []))
        groups[-1][1].append(slot)
    return groups


def _telling(doc: Annotated, table: Table, slot: _Slot, day: DateMention, title: str) -> Telling:
    subject = " ".join(slot.subject)
    own = f"{slot.label} {subject}"
    long = day.first is not None and day.last is not None and (day.last - day.first).days > 0
    telling = Telling(
        source="annex",
        rule="sitting",
        segment=slot.row,
        start=slot.row.start,
        end=slot.row.end,
        event_type="consultations" if re.match(r"\s*(?:[Ii]nformal\s)?[Cc]onsultations", own) else "meeting",
        format=words.format_in(slot.label) or words.format_in(subject[:40]),
        number=slot.number,
        body=slot.body or slot.label
        if slot.body or re.search(r"\b(?:Group|Committee|Bureau)\b", slot.label)
        else doc.header.issuing_body,
        is_own=True,
        subject=subject,
        table_title=title,
        table=table.number,
        row=slot.row.row,
    )
    telling = when.dated(telling, doc, day)
    return replace(telling, precision="span") if long else telling


def _section(table: Table) -> str:
    return table.rows[0][0].section if table.rows else ""
