"""Tables of meetings: what each column holds, and one telling for each date of each row.

A table is understood by what its columns are called (`knowledge/table_headers.csv`) and hold, never by their order.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from extract.assemble import participants, programme, sittings, words
from extract.assemble.numbering import consecutive, numbers
from extract.assemble.tables import Table, tables, text_of
from extract.heads import header_field
from extract.model import Annotated, DateMention, Mention, Participant, Passage, Segment, Telling
from extract.recognise import dates
from extract.recognise.bodies import short_names

_VISIT = re.compile(
    r"^(?:(?:Special|Field|Official|Joint|First|Second|Third)\s+)?(?:[Vv]isits?|[Mm]issions?|[Tt]ravel|[Tt]rip)\b\s+(?:to|by|of)\b"
)
_BY = re.compile(r"\b(?:by|of|led by|conducted by|undertaken by)\s+(?:the\s+)?(?=[A-Z])")
# What cells of participants begin with.
_HEADS = re.compile(
    r"(?:All )?[Mm]embers\b|[Rr]epresentatives?\b|[Oo]fficials\b|[Tt]roop-contributing|Permanent Rep|Chair\w{0,20}\b of"
    r"|Special Rep"
)
_EVENT_FIELDS = ("subject", "organizer", "body", "participants", "number", "record", "format", "session", "chair")
# A table with these and other dates (of issue, of request) is one of events.
_OF_EVENTS_ALONE = {"number", "time", "format", "participants", "record", "place", "session", "end", "body"}
_MEETING_NUMBER = re.compile(rf"^\s*(?:({words.ORDINAL})|(\d{{1,5}}))(?:\s*+\(?[\w ]*+\)?)?\s*+(?:meeting)?\s*+$")
_SEVERAL_NUMBERS = re.compile(rf"\s*{words.ORDINAL}(?:\s*(?:,|and|to|–|-|,\sand)\s*{words.ORDINAL})+\s*")
_OWN_ORGANS = re.compile(r"(?:The\s)?(?:(?:Co-|Vice-)?Chair|Bureau|[Ss]ecretariat|Working\sGroup)")
_ACTIVITIES = re.compile(
    r"\b(?:programme|activities|calendar|schedule|visits?|missions?\s(?:by|carried\sout|undertaken|conducted))\b", re.I
)
_VISITED = re.compile(r"\b(?:visited|travelled\sto|toured)\b", re.I)  # "Countries and cities visited by the Group"
_IS_DOCUMENT = re.compile(r"(?:Letters?|Notes?\sverbales?|Press\s(?:release|statement))\b")
# "19 June 2007 (put off from 14 June)"
_PUT_OFF = re.compile(
    r"\b(?:put\soff|postponed|rescheduled|moved|brought\sforward|originally)\s(?:from|on|for|planned\sfor)?\s?$", re.I
)
_DASHES = re.compile(r"[\s–—-]+")
# "No meeting scheduled", "Postponed from 8–12 July": what a cell says of a row that is no event
_NOT_HELD = re.compile(
    r"\W{0,2}(?:no\s(?:\w+\s)?(?:meetings?|sessions?|visits?)\b(?!\sheld\sin)|(?:postponed|put\soff|deferred)\b"
    r"|(?:cancelled|canceled|not\sheld|did\snot\stake\splace)\W{0,2}$)",
    re.I,
)
_HOURS = re.compile(r"(?:\d{1,2}(?:[.:]\d\d)?|a\.m\.|p\.m\.|noon|hrs|to|and|morning|afternoon|[\s,–-])++")
# What goes on over the days that a calendar gives it.
_ONE_OF_DAYS = re.compile(r"\b(?:segment|forum|session|conference|summit|retreat|seminar|workshop|symposium)\b", re.I)
_NAMED = re.compile(
    rf"(?:The\s)?(?:{words.ORDINAL}|(?i:{words.ordinal_word()})|[Ss]pecial|[Aa]nnual|[Rr]egular)\s(?:[a-z]+\s){{0,2}}(?:session|meeting|plenary)\b"
)
_LISTS = re.compile(r"\b(?:annex(?:ed|es)?|tabulat\w+|table|list\w*|below|chronolog\w+)\b", re.I)
_SEVERAL = re.compile(r"\(\s?([2-9])\s(?:\w+\s)?meetings\)")
# A table with so many dates over so many days whose order is not that of time is no list of meetings.
_MANY = 8
_BESIDE = 3  # characters between two cells that stand beside each other
_OFFICES = ("Secretariat", "Secretary-General")
_OPENING = 14  # segments at the head of a document
_TITLES = ("title", "heading", "other")
_NAME = 160  # characters of what an entry of a list is called
_YEARS = 3 * 365
_MONTH = re.compile(rf"\b(?:{'|'.join(month_name[1:])})\b")
# Figures that somebody may have meant as a date: "31 Jun", "5/13/2005", "2005".
_LIKE_A_DATE = re.compile(r"\d[\d./ -]{0,30}\s{0,9}(?!meetings?\b)[A-Za-zÀ-ÿ]{3,}|\d{1,2}[./-]\d|\b(?:19|20)\d\d\b")
_RECORD_NUMBER = re.compile(r"\b[ASE]/(?:[\w.]{1,30}/){0,6}(?:PV|SR)\.(\d+)")


def tellings(doc: Annotated, warnings: list[str]) -> list[Telling]:
    """One telling for each date of each row of each table of meetings; `warnings` takes what could not be read."""
    by_segment: dict[str, list[Mention]] = defaultdict(list)
    for m in doc.mentions:
        by_segment[m.segment.id].append(m)
    out: list[Telling] = []
    for table in tables(doc):
        before = out[-1] if out and out[-1].rule == "sitting" and _follows(out[-1], table) else None
        out += _Reader(doc, by_segment, table, warnings).tellings(before)
    return out


def _follows(before: Telling, table: Table) -> bool:
    """Whether a table is the next in its part after that of a telling."""
    return before.segment.part == table.part and table.number == before.table + 1


class _Reader:
    def __init__(self, doc: Annotated, by_segment: dict[str, list[Mention]], table: Table, warnings: list[str]) -> None:
        self.doc, self.table, self.warnings = doc, table, warnings
        self.mentions = by_segment
        self.body = doc.header.issuing_body
        self.shorts = [s for s in (*short_names(self.body), self.body) if s]
        self.title = " ".join(doc.source.text[table.title.start : table.title.end].split()) if table.title else ""
        self.rivals: list[str] = []  # heads of columns of dates of which none says that it has the events'
        self.columns = self._columns()

    def tellings(self, before: Telling | None = None) -> list[Telling]:
        """The tellings of the table; `before` is the last sitting of the table that it may go on from."""
        if sat := sittings.tellings(self.doc, self.table, self.mentions, self.columns, before):
            return [replace(t, order=sum(o.segment.id == t.segment.id for o in sat[:k])) for k, t in enumerate(sat)]
        if listed := programme.items(self.doc, self.table, self.mentions, self.columns):
            return programme.tellings(self.doc, self.table, self.mentions, listed)
        if not self._is_of_events():
            self._say_unread()
            return []
        out: list[Telling] = []
        carries = self._leaves_out_days()
        previous: list[DateMention] = []
        counted = self._counted_rows()
        tall: dict[str, tuple[Segment, int]] = {}  # field → the cell that spans this row too, and how many after it
        for row, cells, above in self.table.rows:
            section = self.doc.source.text[above.start : above.end] if above else ""
            fields = self._fields(cells)
            if _IS_DOCUMENT.match(self._words(fields.get("subject"))):
                continue  # "Letter to the Chair" among meetings
            if any(_NOT_HELD.match(self._words(cell)) for cell in cells):
                self.warnings.append(
                    f"{self.table.part} table {self.table.number} row {row.row}: called off or put off"
                )
                continue
            for name, (spanning, _) in tall.items():
                fields.setdefault(name, spanning)
            tall = {name: (spanning, left - 1) for name, (spanning, left) in tall.items() if left > 1}
            tall |= {name: (own, own.rows - 1) for name, own in fields.items() if own.rows > 1 and own in cells}
            days = self._days(fields.get("date"))
            if len(days) == 1 and len(last := self._days(fields.get("end"))) == 1:
                days = [_until(days[0], last[0])]
            where = f"{self.table.part} table {self.table.number} row {row.row}"
            hours = (
                "date" in fields
                and _HOURS.fullmatch(self._words(fields["date"]))
                and not _DASHES.fullmatch(self._words(fields["date"]))
            )
            if not days and ("date" not in fields or hours) and previous and set(fields) - {"number"}:
                if (carries or hours) and len(previous) == 1:
                    told = self._telling(row, fields, section, previous[0], counted)
                    out.append(replace(told, basis="context", note="carried"))
                    continue
                self.warnings.append(f"{where}: no date is printed; the row is in segments, not in meetings")
                continue
            if not days:
                cell = fields.get("date")
                odd = dates.odd(self._words(cell)) if cell else None
                if odd and cell:
                    out.append(self._telling(row, fields, section, None, counted, odd=(cell, odd)))
                elif cell and _LIKE_A_DATE.search(self._words(cell)):
                    self.warnings.append(f"{where}: the date {self._words(cell)!r} cannot be read")
                    out.append(self._telling(row, fields, section, None, counted))
                else:
                    self.warnings.append(f"{where}: no date is printed; the row is in segments, not in meetings")
                continue
            kinds = (words.noun_in(self._words(fields["date"])), self._title_type())
            named = _ONE_OF_DAYS.search(self._words(fields.get("subject"))) and self._is_coordinated(days)
            if (kinds[0] == "session" or kinds[1] in ("session", "visit") or named) and consecutive(days):
                days = [_joined(days)]  # "Twentieth session, Tehran, 27 and 28 November 2024"
            previous = days
            if len(days) == 1 and (several := _SEVERAL.search(self._words(fields["date"]))):
                days = days * min(int(several.group(1)), 4)  # "Tuesday, 10 June (2 meetings)"
            several_told = self._numbers_in(fields, counted)
            if len(several_told) > 1 and len(days) in (1, len(several_told)):
                # "15th and 16th" beside "5 May"
                for k, number in enumerate(several_told):
                    day = days[k] if len(days) > 1 else days[0]
                    out.append(replace(self._telling(row, fields, section, day, counted, order=k), number=number))
                continue
            for k, day in enumerate(days):
                out.append(self._telling(row, fields, section, day, counted, order=k))
        return out

    def _is_coordinated(self, days: list[DateMention]) -> bool:
        """Whether days are printed as one: "28 and 29 January"."""
        return len({d.cluster for d in days}) == 1

    # ------------------------------------------------------------------ columns

    def _words(self, segment: Segment | None) -> str:
        return text_of(self.doc, segment)

    def _passage(self, segment: Segment | None) -> Passage | None:
        return self.doc.passages.get(segment.id) if segment else None

    def _columns(self) -> dict[int, str]:
        """Column → field, by header words, else by what the cells hold."""
        named: dict[int, str] = {}
        for cell in self.table.header:
            name = header_field(self._words(cell))
            if name:
                named[cell.column] = name
        for cell in self.table.upper:
            if cell.column not in named and (name := header_field(self._words(cell))):
                named[cell.column] = name
        if "date" not in named.values() and "start" in named.values():
            # "Opened | Closed": the first and the last day of an event
            named = {column: "date" if name == "start" else name for column, name in named.items()}
        for column, name in named.items():
            cells = [c for _, row, _ in self.table.rows for c in row if c.column == column]
            records = sum(bool(_RECORD_NUMBER.match(self._words(c))) for c in cells)
            if name == "documents" and records > 0.6 * len(cells):
                named[column] = "record"  # "Symbol: S/AC.25/SR.146"
        if "date" not in named.values():
            # "Session: Eighth session, Bangkok, 8–10 October 2024": the days stand in a column of another name.
            for column, name in named.items():
                cells = [c for _, row, _ in self.table.rows for c in row if c.column == column]
                if name in ("session", "place", "number") and sum(bool(self._days(c)) for c in cells) > 0.5 * len(
                    cells
                ):
                    named[column] = "date"
                    break
        width = max((c.column + 1 for _, cells, _ in self.table.rows for c in cells), default=0)
        if self.table.header and "date" not in named.values():
            dated = [c for c in range(width) if c not in named and self._is_of_dates(c)]
            if len(dated) > 1:
                self.rivals = [self._words(c) for c in self.table.header if c.column in dated]
                named |= dict.fromkeys(dated, "other_date")
        for column in range(width):
            if column not in named and (guess := self._guess(column, set(named.values()))):
                named[column] = guess
        return named

    def _is_of_dates(self, column: int) -> bool:
        """Whether most cells of a column are dates."""
        cells = [c for _, row, _ in self.table.rows for c in row if c.column == column]
        dated = sum(bool(self._days(c)) and len(self._words(c)) < 60 for c in cells)
        return bool(cells) and dated >= 0.6 * len(cells)

    def _guess(self, column: int, taken: set[str]) -> str:
        cells = [c for _, row, _ in self.table.rows for c in row if c.column == column]
        if not cells:
            return ""
        texts = [self._words(c) for c in cells]
        if "date" not in taken and self._is_of_dates(column):
            return "date"
        if "time" not in taken and sittings.are_hours(texts):
            return "time"
        heads = sum(bool(_HEADS.match(t)) for t in texts)
        if "participants" not in taken and heads >= 0.5 * len(cells):
            return "participants"
        if "number" not in taken and sum(bool(_MEETING_NUMBER.match(t)) for t in texts) >= 0.7 * len(cells):
            return "number"
        if "format" not in taken and sum(bool(words.format_in(t)) and len(t) < 30 for t in texts) >= 0.6 * len(cells):
            return "format"
        if "subject" not in taken and sum(len(t) for t in texts) >= 12 * len(cells):
            return "subject"
        return ""

    def _is_of_events(self) -> bool:
        fields = set(self.columns.values())
        if "not_events" in fields or "date" not in fields:
            return False
        if "other_date" in fields and not fields & _OF_EVENTS_ALONE and not self._is_plan:
            return False  # requests, reports received, deadlines
        if self._wanders():
            part, number = self.table.part, self.table.number
            self.warnings.append(
                f"{part} table {number}: its dates follow no order of time; it is in segments, not in meetings"
            )
            return False
        above = self.table.rows[0][0].section if self.table.rows else ""
        title = self.title or above
        named = words.noun_in(self.title) or words.noun_in(above.rsplit(" > ", 1)[-1])
        if not named and re.search(rf"\b(?:{words.negative('tables')})\b", f"{self.title} {above}", re.I):
            return False  # flights, ships, incidents, payments
        if self._dates_name_events():
            return True
        if fields & {"participants", "format", "record", "session", "chair", "organizer"} or (
            "number" in fields and self._numbers()
        ):
            return True
        if (words.noun_in(title) == "visit" or _VISITED.search(title)) and "place" in fields:
            return True  # "Country | Dates"
        if words.noun_in(title) or _ACTIVITIES.search(title):
            return bool(fields & set(_EVENT_FIELDS))
        if self._is_plan:
            return bool(fields & {"subject", "body"})
        if "subject" not in fields or "documents" in fields:
            return False
        if self._names_events:
            return True
        # "Date | Topic" without a word on meetings: only in an annex of which the text says that it lists them.
        called = any(header_field(self._words(cell)) for cell in self.table.header)  # not the lettering of a map
        return self.table.part.startswith("annex") and called and self._announced()

    @cached_property
    def _is_plan(self) -> bool:
        """Whether the document or the table is a programme or a calendar by a line of its title."""
        lines = (self.doc.source.text[s.start : s.end] for s in self.doc.segments[:_OPENING] if s.kind in _TITLES)
        called = (self.title, self.doc.header.title, *(line for line in lines if len(line) < _NAME))
        return any(words.plan().search(" ".join(line.split())) for line in called)

    def _say_unread(self) -> None:
        """Warns of a table whose columns are kinds of events, or events: "Month | Formal meetings | Consultations".

        And of one with several columns of dates of which none is known to have the days of the events.
        """
        if self.rivals and any(words.noun_in(text) for text in (self.title, *self.rivals)):
            self.warnings.append(
                f"{self.table.part} table {self.table.number}: it has several columns of dates "
                f"({', '.join(self.rivals)[:_NAME]}) and does not say which are the events'; it is in segments only"
            )
        named = [head for head in map(self._words, self.table.header) if words.noun_in(head)]
        cells = [cell for _, row, _ in self.table.rows for cell in row]
        dated = any(_MONTH.search(self._words(cell)) for cell in (*cells, *self.table.header))
        if len(named) > 1 and dated:
            self.warnings.append(
                f"{self.table.part} table {self.table.number}: its columns ({', '.join(named)[:_NAME]}) name events; "
                "what their cells say is in segments, not in meetings"
            )

    @cached_property
    def _names_events(self) -> bool:
        """Whether a table without heads names an event beside each date: "First session: | 27 to 31 January 2025"."""
        named = [self._words(self._fields(cells).get("subject")) for _, cells, _ in self.table.rows]
        return (
            not self.table.header
            and len(named) > 1
            and set(self.columns.values()) <= {"date", "subject", "place"}
            and all(len(text) < _NAME and words.noun_in(text) for text in named)
            and not re.search(
                rf"\b(?:{words.negative('tables')}|{words.negative('documents')})\b", " ".join(named), re.I
            )
        )

    def _dates_name_events(self) -> bool:
        """Whether most cells of dates name their event: "42nd session, 21–25 August 2023"."""
        cells = [c for _, row, _ in self.table.rows for c in row if self.columns.get(c.column) == "date"]
        named = sum(bool(_NAMED.match(self._words(c))) for c in cells)
        return named > 1 and named >= 0.6 * len(cells)

    def _wanders(self) -> bool:
        """Whether the dates run to and fro over years, as in a list of States: a list of meetings follows time."""
        column = next(c for c, name in self.columns.items() if name == "date")
        cells = [c for _, row, _ in self.table.rows for c in row if c.column == column]
        days = [d[0].first for c in cells if (d := self._days(c)) and d[0].first]
        if len(days) < _MANY or (max(days) - min(days)).days < _YEARS:
            return False
        back = sum(b < a for a, b in pairwise(days))
        return 0.25 < back / (len(days) - 1) < 0.75

    def _announced(self) -> bool:
        """Whether a sentence of the report says that meetings are listed in an annex or a table."""
        return any(
            _LISTS.search(s.text) and words.noun_in(s.text)
            for sentences in self.doc.sentences.values()
            for s in sentences
            if s.passage.segment.kind in ("paragraph", "subparagraph", "other")
        )

    def _numbers(self) -> bool:
        """Whether the number column holds numbers of meetings: the head says so, or they are ordinals."""
        heads = " ".join(self._words(c) for c in self.table.header if self.columns.get(c.column) == "number")
        if re.search(r"\b(?:meetings?|plenary)\b", heads, re.I):
            return True
        cells = [self._words(c) for _, row, _ in self.table.rows for c in row if self.columns.get(c.column) == "number"]
        return sum(bool(re.match(rf"\s*{words.ORDINAL}", c)) for c in cells) >= 0.5 * max(1, len(cells))

    def _leaves_out_days(self) -> bool:
        """Whether the table prints a day once for the rows that share it: no day is printed in two rows that follow."""
        printed = [self._days(self._fields(cells).get("date")) for _, cells, _ in self.table.rows]
        pairs = [(a[0].first, b[0].first) for a, b in pairwise(printed) if a and b]
        return bool(pairs) and all(a != b for a, b in pairs)

    def _counted_rows(self) -> bool:
        """Whether the number column merely counts the rows (1, 2, 3 …)."""
        numbers = []
        for _, cells, _ in self.table.rows:
            for c in cells:
                if self.columns.get(c.column) == "number":
                    numbers.append(self._words(c).strip(" ."))
        return (
            bool(numbers)
            and all(n.isdigit() for n in numbers)
            and [int(n) for n in numbers] == list(range(1, len(numbers) + 1))
        )

    # ------------------------------------------------------------------ rows

    def _fields(self, cells: list[Segment]) -> dict[str, Segment]:
        """Field → cell. A row with fewer cells than columns has merged ones: its cells are known by what they hold."""
        width = len(self.columns)
        found: dict[str, Segment] = {}
        if len(cells) < width and any(_VISIT.match(self._words(c)) or _merged(self._words(c)) for c in cells):
            for cell in cells:
                if self._days(cell) and len(self._words(cell)) < 60 and "date" not in found:
                    found["date"] = cell
                elif self.columns.get(cell.column) in ("number", "format") and not _VISIT.match(self._words(cell)):
                    found[self.columns[cell.column]] = cell
                else:
                    found.setdefault("merged", cell)
            return found
        for cell in cells:
            name = self.columns.get(cell.column)
            if name:
                found.setdefault(name, cell)
        if "date" not in found and len(cells) < width:
            # Cells moved to the left: the one that is a date is the date.
            dated = next((c for c in cells if self._days(c) and len(self._words(c)) < 60), None)
            if dated is not None:
                found = {k: v for k, v in found.items() if v is not dated}
                found["date"] = dated
        return found

    def _days(self, cell: Segment | None) -> list[DateMention]:
        if cell is None:
            return []
        found = [m for m in self.mentions.get(cell.id, ()) if isinstance(m, DateMention)]
        if len(found) > 1:
            text = self._words(cell)
            found = [m for m in found if not _PUT_OFF.search(text, 0, m.at)]
        return [d for d in found if d.precision in ("day", "month") and (d.first or d.note == "impossible")]

    def _telling(
        self,
        row: Segment,
        fields: dict[str, Segment],
        section: str,
        day: DateMention | None,
        counted: bool,
        order: int = 0,
        odd: tuple[Segment, date] | None = None,
    ) -> Telling:
        """The telling of one date of a row.

        Args:
            row: the row.
            fields: field → cell.
            section: the words of the section row above.
            day: the date; None where the cell's cannot be read.
            counted: the number column merely counts the rows.
            order: which of the row's dates it is.
            odd: the cell and the day of a date that only `dates.odd` can read.
        """
        merged = fields.get("merged")
        subject_cell = merged or fields.get("subject") or fields.get("place") or fields.get("record")
        subject = self._words(subject_cell)
        guests = merged or fields.get("participants") or fields.get("chair")
        text, items, only = self._participants(guests, merged is not None)
        form = self._words(fields.get("format")) or self._words(fields.get("number"))  # "27th (closed)"
        called = self._words(fields.get("session")) or (subject if self._names_events else "")
        event_type, fmt = self._type(subject, form, section, self._words(fields.get("date")), called)
        if event_type in ("briefing", "visit") and self._number(fields, counted):
            event_type = "meeting"  # a briefing at a numbered meeting is part of it; a visit is its subject
        if event_type == "session" and day is not None and day.precision == "day" and day.first == day.last:
            event_type = "meeting"  # annotation guide: a sitting of one day that its body calls a session
        organizer = self._words(fields.get("organizer"))
        telling = Telling(
            source="annex",
            rule="row",
            segment=row,
            start=row.start,
            end=row.end,
            event_type=event_type,
            format=fmt,
            number=self._number(fields, counted),
            body=re.sub(r"^[IVX]+\.\s", "", self._words(fields.get("body"))) or organizer or self.body,
            is_own=self._is_own(organizer, self._words(fields.get("body"))),
            subject=subject,
            participants_text=text,
            participants=items,
            members_only=only,
            table_title=self.title,
            table=self.table.number,
            row=row.row,
            order=order,
        )
        if day is not None:
            return replace(
                _dated(telling, self.doc, day),
                first=day.first,
                last=day.last,
                precision=day.precision,
                basis="stated" if day.year_from in ("stated", "same expression") else "context",
                note=day.note if day.note == "impossible" or not dates.weekday_fits(day) else "",
            )
        if odd is not None:
            cell, value = odd
            return replace(_dated(telling, self.doc, cell), first=value, last=value, basis="context", note="odd")
        unread = fields.get("date")
        return replace(_dated(telling, self.doc, unread), note="unread") if unread else telling

    def _is_own(self, organizer: str, body: str) -> bool:
        """Whether an event is the body's own: nobody else is named that organized it.

        The Secretariat's calendar, with a column of bodies, is of meetings of these.
        """
        if body and self.body in _OFFICES:
            return False
        return not organizer or bool(_OWN_ORGANS.match(organizer)) or any(s in organizer for s in self.shorts)

    def _participants(self, cell: Segment | None, merged: bool) -> tuple[str, tuple[Participant, ...], bool]:
        """The words of the participants, the participants, and whether they are members only."""
        passage = self._passage(cell)
        if cell is None or passage is None:
            return "", (), False
        at = 0
        if merged or _VISIT.match(passage.text):
            by = [m for m in _BY.finditer(passage.text) if not m.group().startswith("of")]
            if not by:
                return "", (), False
            at = by[-1].end()
        found = participants.parse(passage, self.mentions.get(cell.id, ()), self.body, at=at)
        return passage.text[at:].strip(), found.items, found.members_only

    def _type(self, subject: str, fmt: str, section: str, day: str, called: str) -> tuple[str, str]:
        """Event type and format: the row's own words before those of its section, and these before the title.

        `called` is the cell of a session, or of a list's entry that is the name of its event.
        """
        for text in (fmt, section, self.title):
            found = words.format_in(text)
            if found:
                break
        kinds = [
            words.noun_in(fmt),
            words.noun_in(day),
            words.noun_in(called),
            words.noun_in(section) if len(section) < 80 else "",
            self._title_type() or ("session" if "end" in self.columns.values() and self._heads_of("session") else ""),
        ]
        if _VISIT.match(subject):
            return "visit", found
        kind = next((k for k in kinds if k), "")
        if own := self._named_by(subject):
            # "Informal consultations", "Open briefing to Member States": the subject is the event itself.
            found = found or words.format_in(subject[: own.end()])
            noun = words.noun_types()[own.group("noun").lower()]
            if not kind or (noun in ("consultations", "session") and not subject[own.end() :].strip()):
                kind = noun
        return kind or "meeting", found

    def _named_by(self, subject: str) -> re.Match[str] | None:
        """An event noun at the beginning of the subject, with at most its format before it."""
        formats = "informal|formal|open|closed|joint|private|expert-level|special|first|second"
        return re.match(rf"(?:(?:{formats})\s)*(?P<noun>{words.noun()})(?![\w-])", subject, re.I)

    def _heads_of(self, noun: str) -> bool:
        """Whether a head is an event noun: "Session | Opened | Closed"."""
        return any(self._words(cell).lower().startswith(noun) for cell in self.table.header)

    def _title_type(self) -> str:
        """What the title says that all rows are; "meetings and other activities" says meeting."""
        kinds = Counter(
            words.noun_types()[m.group(1).lower()]
            for m in re.finditer(rf"(?<![\w-])({words.noun()})(?![\w-])", self.title, re.I)
        )
        if not kinds and _VISITED.search(self.title):
            return "visit"
        return "meeting" if "meeting" in kinds else next(iter(kinds), "")

    def _numbers_in(self, fields: dict[str, Segment], counted: bool) -> list[str]:
        """The numbers of a cell that names several meetings: "15th and 16th"."""
        cell = fields.get("number")
        text = self._words(cell).removesuffix(" meetings")
        return numbers(text) if cell is not None and not counted and _SEVERAL_NUMBERS.fullmatch(text) else []

    def _number(self, fields: dict[str, Segment], counted: bool) -> str:
        cell = fields.get("number")
        if cell is not None and not counted and (match := _MEETING_NUMBER.match(self._words(cell))):
            return re.sub(r"\D", "", match.group(1) or match.group(2))
        form = self._words(fields.get("format"))
        if numbered := re.search(r"(?:^|,\s)(\d{1,5})(?:st|nd|rd|th)$", form):
            return numbered.group(1)  # "Formal, 27th"
        within = re.search(r"\b(\d{1,5})(?:st|nd|rd|th)\s(?:[a-z]+\s)?meeting", self._words(fields.get("date")))
        if within:
            return within.group(1)
        record = _RECORD_NUMBER.search(self._words(fields.get("record")))
        return record.group(1) if record else ""


def _dated(telling: Telling, doc: Annotated, place: Segment | DateMention) -> Telling:
    """The telling with the words of its date."""
    text = doc.source.text[place.start : place.end]
    return replace(telling, date_text=text, date_start=place.start, date_end=place.end)


def _until(first: DateMention, last: DateMention) -> DateMention:
    """The days from one to another, as far as they run forward; their words where nothing stands between them."""
    if first.first is None or last.last is None or last.last < first.first:
        return first
    near = last.start - first.end <= _BESIDE
    return replace(first, last=last.last, end=last.end if near else first.end)


def _joined(days: list[DateMention]) -> DateMention:
    """Days that follow each other as one continuous date."""
    return replace(days[0], last=days[-1].last, end=days[-1].end)


def _merged(text: str) -> bool:
    """A cell that stands for subject and participants at once: "Briefing by …", "Consultations with …"."""
    return bool(re.match(rf"(?:{words.noun()})\b.*\b(?:by|with|to)\b", text, re.I))
