"""Tables of meetings: one telling for each date of each row."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from itertools import islice

from extract import lexicon
from extract.assemble import matrix, participants, programme, sittings, when, words
from extract.assemble.called_off import is_called_off
from extract.assemble.columns import MEETING_NUMBER, RECORD_NUMBER, VISIT, YEAR, Columns
from extract.assemble.holders import Holder, canonical
from extract.assemble.listings import VISITED, Listing
from extract.assemble.numbering import consecutive, numbers
from extract.assemble.tables import Table, tables, text_of
from extract.assemble.whose import CALENDAR, of_table
from extract.heads import header_field
from extract.model import Annotated, DateMention, Mention, Participant, Segment, Telling
from extract.recognise import dates, gazetteers
from extract.recognise.bodies import short_names

_BY = re.compile(r"\b(?:by|of|led by|conducted by|undertaken by)\s+(?:the\s+)?(?=[A-Z])")
_SEVERAL_NUMBERS = re.compile(rf"\s*{words.ORDINAL}(?:\s*(?:,|and|to|–|-|,\sand)\s*{words.ORDINAL})+\s*")
_OWN_ORGANS = re.compile(r"(?:The\s)?(?:(?:Co-|Vice-)?Chair|Bureau|[Ss]ecretariat|Working\sGroup)")
_IS_DOCUMENT = re.compile(r"(?:Letters?|Notes?\sverbales?|Press\s(?:release|statement))\b")
_NAMED_FOR = re.compile(r"\s(?:of|on|for|established|pursuant|concerning)\b|,")
_ORGANS = re.compile(r"\b(?:subsidiary|organs?)\b", re.I)
# Annotation guide: not receptions that name only a host, nor transfers.
_HOSPITALITY = re.compile(
    r"(?:(?:Garden\sparty|Reception|Dinner|Luncheon|Lunch|Cocktails?)\b|(?:Arrival|Departure|Return|Transfer)(?=$|\s(?:at|from|for|to|by)\s))"
    r"(?!.*\b(?:meeting|talks|briefing|visit)\b)"
)
_SAT = frozenset(("number", "participants", "format", "record"))  # fields that only meetings have
_TRAVEL = re.compile(r"\b(?:arrival|departure)\b")
_BY_VISIT = re.compile(r"\((?:visit|mission)\b[^()]{1,80}\)", re.I)
_BODY_ITSELF = re.compile(r"\b(?:of|by)\sthe\s(?:Panel|Forum|Conference|Mission)\b")
# "Missions of the Panel, March to October 2016", in a table with countries or places
_MISSIONS = re.compile(r"(?:(?:Table|Annex)\s\S{1,6}\s)?(?:[A-Z][a-z]+\s)?(?:[Mm]issions|[Tt]ravel)\b", re.I)
_PLACES = re.compile(r"\b(?:countr(?:y|ies)|places?|locations?|destinations?|duty\sstations?)\b", re.I)
_VISIT_IN = re.compile(rf"[A-Z][^()]{{2,60}}{_BY_VISIT.pattern}", re.I)
# On a page whose table was not seen to end.
_ANNEX = re.compile(r"(?:ANNEX|APPENDIX)\s(?:[A-Z]|[IVX]+|\d+)\b|(?:Annex|Appendix|Enclosure)\s(?:[A-Z]|[IVX]+|\d+)$")
_ROOM = re.compile(r"\b(?:[Rr]oom|[Cc]hamber|Permanent\sMission|Headquarters)\b")
_NOTE = re.compile(r"(?:Notes?|Sources?)\s?[.:—–]\s")
_DASHES = re.compile(r"[\s–—-]+")
# "14 | \"": as the row above
_DITTO = re.compile(r"[\"“”″]|-?(?:do|ditto|id|idem)\.?-?", re.I)
_HOURS = re.compile(r"(?:\d{1,2}(?:[.:]\d\d)?|a\.m\.|p\.m\.|noon|hrs|to|and|morning|afternoon|[\s,–-])++")
# What goes on over the days that a calendar gives it.
_ONE_OF_DAYS = re.compile(
    r"\b(?:segment|forum|session|conference|summit|retreat|seminar|workshop|symposium|round\stable|training|colloquium"
    r"|expert(?:\sgroup)?\smeeting|course)\b",
    re.I,
)
_ONE_NUMBER = re.compile(rf"(?:{words.ORDINAL}|(?i:{words.ordinal_word()}))(?:\s(?:[a-z-]+\s){{0,2}}meeting\b|\W*$)")
_SEVERAL = re.compile(r"\(\s?([2-9])\s(?:\w+\s)?meetings\)")
_SESSION = re.compile(rf"(?:{words.ORDINAL}|{words.ordinal_word()})\s(?:[a-z]+\s){{0,2}}[Ss]ession\s?[(,:–-]")
_NTH_SESSION = re.compile(rf"(?:{words.ORDINAL}|(?i:{words.ordinal_word()}))\s(?:[a-z]+\s){{0,2}}session(?=$|\sof\b|,)")
# "World Forum for Lock Regulations (WP.29), 144th session", "Spring plenary session"
_ENDS_IN_SESSION = re.compile(
    rf",\s(?:{words.ORDINAL}|(?i:{words.ordinal_word()}))\s(?:[a-z]+\s){{0,2}}session$|^(?:[A-Z][a-z]+\s)(?:[a-z]+\s){{0,2}}session$"
)
_IN_WORDS = re.compile(rf"(?i:{words.ordinal_word()})(?:\smeeting)?")
_NTH = re.compile(rf"(?:{words.ORDINAL}|(?i:{words.ordinal_word()}))(?:\s(?:regular|special|annual|resumed))?")
_REPRESENTED = re.compile(
    r"\b[Rr]epresent(?:ed\sby|ative\sof|ation\sof)\b.*\b(?:Committee|Group|Panel|Commission|Board|Council|Chair)"
)
_MET_WITH = re.compile(r"(?P<noun>Meetings?|Briefings?|Consultations?)\s(?:with|by)\b")
# "II. Committee on Dams, forty-first session"
_BODY_ASIDE = re.compile(
    rf"^[IVX]+\.\s|,\s(?:{words.ORDINAL}|(?i:{words.ordinal_word()}))\s(?:[a-z]+\s){{0,2}}session$"
)
# Records of the principal organs, of their own meetings. Source: UN Editorial Manual, document symbols.
_RECORD = re.compile(
    r"\b(?:(?P<council>S/PV\.\d)|(?P<assembly>A/(?:\d{1,2}/)?PV\.\d)|(?P<ecosoc>E/(?:(?:19|20)\d\d/)?SR\.\d)"
    r"|[ASE]/(?:[\w.]{1,30}/){0,6}(?:PV|SR|RT)\.\d)"
)
_ORGAN_OF = {"council": "Security Council", "assembly": "General Assembly", "ecosoc": "Economic and Social Council"}
_LEFT = 2  # lines above a table that may be its title and its heads
_LINE = 120  # characters of a line that is a title
_BESIDE = 3  # characters between two cells that stand beside each other
_OFFICES = ("Secretariat", "Secretary-General")
# Figures that somebody may have meant as a date: "31 Jun", "5/13/2005", "2005".
_LIKE_A_DATE = re.compile(r"\d[\d./ -]{0,30}\s{0,9}(?!meetings?\b)[A-Za-zÀ-ÿ]{3,}|\d{1,2}[./-]\d|\b(?:19|20)\d\d\b")


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


def _title(doc: Annotated, table: Table) -> str:
    """The words of a table's title; below a page's title, or below one that is a year alone, those of the page's."""
    title = text_of(doc, table.title) or _line_above(doc, table)
    if (title and not YEAR.fullmatch(title)) or not table.rows or table.rows[0][0].section:
        return title
    pages = [s for s in doc.segments if s.kind == "title" and s.end <= table.rows[0][0].start]
    named = [text for s in pages[::-1] if not YEAR.fullmatch(text := text_of(doc, s))]
    return named[0] if named and words.noun_in(named[0]) else title


def _line_above(doc: Annotated, table: Table) -> str:
    """The line right above a table without a title, where it is no sentence: "2. Consultations of the whole, 2014"."""
    first = table.header[0] if table.header else table.rows[0][0] if table.rows else None
    if first is None:
        return ""
    before = (s for s in reversed(doc.segments) if s.end <= first.start and s.kind != "page_furniture")
    lines: list[str] = []
    for above in islice(before, _LEFT):
        text = text_of(doc, above) if above.part == table.part and above.table < 0 else ""
        if not text or len(text) >= _LINE or text.endswith((".", ";", ",")):
            break
        lines.insert(0, text)
        if table.header or not _are_heads(text):
            break  # else heads, left on the page before: "Table 1. Meetings in 2022", "Body Dates Chaired by"
    return " ".join(lines)


def _are_heads(line: str) -> bool:
    """Whether a line is made of what columns are called."""
    line_words = line.split()
    at = named = 0
    while at < len(line_words):
        width = next((n for n in (1, 2, 3) if header_field(" ".join(line_words[at : at + n]))), 0)
        if not width:
            return False
        at, named = at + width, named + 1
    return named > 1


class _Reader:
    def __init__(self, doc: Annotated, by_segment: dict[str, list[Mention]], table: Table, warnings: list[str]) -> None:
        self.doc, self.table, self.warnings = doc, table, warnings
        self.mentions = by_segment
        self.body = doc.header.issuing_body
        self.shorts = [s for s in (*short_names(self.body), self.body) if s]
        self.title = _title(doc, table)
        self.columns = Columns(doc, by_segment, table)
        self.listing = Listing(doc, table, self.columns, self.title, warnings)
        self.default = of_table(doc, self.title, table.rows[0][0].section if table.rows else "")
        if any(_REPRESENTED.search(self.columns.words(c)) for c in table.header):
            self.default = Holder("", False)  # "Occasion | Place and date | Representative of the Committee"

    def tellings(self, before: Telling | None = None) -> list[Telling]:
        """The tellings of the table; `before` is the last sitting of the table that it may go on from."""
        if sat := sittings.tellings(self.doc, self.table, self.mentions, self.columns.fields, before):
            return [replace(t, order=sum(o.segment.id == t.segment.id for o in sat[:k])) for k, t in enumerate(sat)]
        if listed := programme.items(self.doc, self.table, self.mentions, self.columns.fields):
            for item in listed:
                if is_called_off(item.text):
                    self._say_called_off(item.row)
            return programme.tellings(self.doc, self.table, self.mentions, listed)
        if grid := matrix.by_days(self.doc, self.table, self.mentions) or matrix.by_hours(
            self.doc, self.table, self.mentions
        ):
            return grid
        if by_month := matrix.tellings(self.doc, self.table, self.mentions):
            return by_month
        if not self.listing.lists_events():
            self.listing.say_unread()
            return []
        out = self._visit_in_title()
        carries = self.columns.leaves_out_days()
        previous: list[DateMention] = []
        counted = self.columns.count_rows()
        said: dict[str, Segment] = {}  # field → the last cell with words of its own
        tall: dict[str, tuple[Segment, int]] = {}  # field → the cell that spans this row too, and how many after it
        opened: Segment | None = None  # the section row that the rows stand below
        steps = self._has_steps()
        for row, cells, above in self.table.rows:
            section = self.doc.source.text[above.start : above.end] if above else ""
            if above is not None and above is not opened:
                out += self._session(above)
            opened = above
            fields = self.columns.in_row(cells)
            ditto = [name for name, c in fields.items() if name in said and _DITTO.fullmatch(self.columns.words(c))]
            fields |= {name: said[name] for name in ditto}
            said |= fields
            called = self.columns.words(fields.get("subject"))
            if (_HOSPITALITY.match(called) and not _SAT & fields.keys()) or (
                _IS_DOCUMENT.match(called) and "number" not in fields
            ):
                continue  # "Letter to the Chair" among meetings, "Garden party given by the Governor"
            if steps and not words.noun_in(called) and words.task().search(called):
                self.warnings.append(
                    f"{self.table.part} table {self.table.number} row {row.row}: a deadline or a step among events; "
                    "it is in segments, not in meetings"
                )
                continue
            if any(_ANNEX.match(text) for text in (section, called, *map(self.columns.words, cells[:1]))):
                self.warnings.append(
                    f"{self.table.part} table {self.table.number} row {row.row}: an annex begins within the table; "
                    "what follows is in segments, not in meetings"
                )
                break
            if _NOTE.match(" ".join(self.columns.words(cell) for cell in cells)):
                continue
            if any(is_called_off(self.columns.words(cell)) for cell in cells):
                self._say_called_off(row)
                continue
            for name, (spanning, _) in tall.items():
                fields.setdefault(name, spanning)
            tall = {name: (spanning, left - 1) for name, (spanning, left) in tall.items() if left > 1}
            tall |= {name: (own, own.rows - 1) for name, own in fields.items() if own.rows > 1 and own in cells}
            days = self.columns.days(fields.get("date")) or self.columns.days(fields.get("end"))
            if len(days) == 1 and len(last := self.columns.days(fields.get("end"))) == 1:
                days = [_until(days[0], last[0])]
            where = f"{self.table.part} table {self.table.number} row {row.row}"
            hours = (
                "date" in fields
                and _HOURS.fullmatch(self.columns.words(fields["date"]))
                and not _DASHES.fullmatch(self.columns.words(fields["date"]))
            )
            if not days and ("date" not in fields or hours) and previous and set(fields) - {"number"}:
                timed = "date" not in fields and _HOURS.fullmatch(self.columns.words(fields.get("time")))
                if (carries or hours or timed) and len(previous) == 1:
                    told = self._telling(row, fields, section, previous[0], counted)
                    out.append(replace(told, basis="context", note="carried"))
                    continue
                self.warnings.append(f"{where}: no date is printed; the row is in segments, not in meetings")
                continue
            if not days:
                cell = fields.get("date")
                odd = dates.odd(self.columns.words(cell)) if cell else None
                if odd and cell:
                    out.append(self._telling(row, fields, section, None, counted, odd=(cell, odd)))
                elif cell and _LIKE_A_DATE.search(self.columns.words(cell)):
                    self.warnings.append(f"{where}: the date {self.columns.words(cell)!r} cannot be read")
                    out.append(self._telling(row, fields, section, None, counted))
                else:
                    self.warnings.append(f"{where}: no date is printed; the row is in segments, not in meetings")
                continue
            dated = self.columns.words(fields.get("date") or fields.get("end"))
            kinds = (words.noun_in(dated), self._title_type() or ("visit" if self._lists_missions() else ""))
            several_told = self._numbers_in(fields, counted)
            paired = len(several_told) == len(days)  # "730th and 733rd" beside "8 and 9 November"
            named = self._is_coordinated(days) and (
                _ONE_OF_DAYS.search(self.columns.words(fields.get("subject")))
                or self._is_one_ordinal(fields)
                or not self._is_own(self.columns.words(fields.get("organizer")), self.columns.words(fields.get("body")))
            )
            if (
                (kinds[0] == "session" or kinds[1] in ("session", "visit") or named)
                and consecutive(days)
                and not paired
            ):
                days = [_joined(days)]  # "Twentieth session, Tehran, 27 and 28 November 2024"
            previous = days
            if len(days) == 1 and (several := _SEVERAL.search(dated)):
                days = days * min(int(several.group(1)), 4)  # "Tuesday, 10 June (2 meetings)"
            if len(several_told) > 1 and days:
                # "15th and 16th" beside "5 May"; "494th to 497th" beside "5 and 6 July"
                together = [_joined(days)] if len(days) not in (1, len(several_told)) else days
                for k, number in enumerate(several_told):
                    day = together[k] if len(together) > 1 else together[0]
                    told = self._telling(row, fields, section, day, counted, order=k)
                    kind = "meeting" if told.event_type == "session" else told.event_type
                    spread = told.first != told.last and len(together) == 1
                    precision = "span" if spread else told.precision
                    out.append(replace(told, number=number, event_type=kind, precision=precision))
                continue
            for k, day in enumerate(days):
                out.append(self._telling(row, fields, section, day, counted, order=k))
        return out

    def _is_coordinated(self, days: list[DateMention]) -> bool:
        """Whether days are printed as one: "28 and 29 January"."""
        return len({d.cluster for d in days}) == 1

    def _has_steps(self) -> bool:
        """Whether a calendar of events may have deadlines among them: nothing but what is said of each tells which."""
        named = [self.columns.words(self.columns.in_row(cells).get("subject")) for _, cells, _ in self.table.rows]
        return (
            set(self.columns.fields.values()) <= {"date", "subject", "place", "time"}
            and bool(words.plan().search(self.title))
            and sum(bool(words.noun_in(text)) for text in named) > 1
        )

    def _is_one_ordinal(self, fields: dict[str, Segment]) -> bool:
        """Whether a row is of one meeting by its number: "Thirty-fourth meeting", "34th"."""
        texts = [self.columns.words(fields.get(name)) for name in ("number", "session", "subject")]
        return any(_ONE_NUMBER.match(text) for text in texts if text)

    # ------------------------------------------------------------------ rows

    def _visit_in_title(self) -> list[Telling]:
        """The visit that the title names with its days, above its meetings: "Chad (visit from 19 to 22 March)"."""
        title = self.table.title
        days = self.columns.days(title) if title is not None and _VISIT_IN.fullmatch(self.title) else []
        if title is None or len(days) != 1:
            return []
        return [replace(self._telling(title, {}, "", days[0], counted=True), event_type="visit")]

    def _session(self, above: Segment) -> list[Telling]:
        """The session that a section row names with its days: "Forty-sixth session (10–12 December)"."""
        days = self.columns.days(above)
        if len(days) != 1 or not days[0].parts[3] or not _SESSION.match(self.columns.words(above)):
            return []
        told = self._telling(above, {}, "", days[0], counted=True)
        return [replace(told, event_type="session")]

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
        subject = self.columns.words(subject_cell)
        guests = merged or fields.get("participants") or fields.get("chair")
        text, items, only = self._participants(guests, merged is not None)
        form = self.columns.words(fields.get("format")) or self.columns.words(fields.get("number"))  # "27th (closed)"
        if not form and self._named_by(held_by := self.columns.words(fields.get("organizer"))):
            form = held_by  # "Informal consultations of the Committee" below "Held by"
        called = self.columns.words(fields.get("session")) or (subject if self.listing.names_events else "")
        event_type, fmt = self._type(
            subject,
            form,
            section,
            self.columns.words(fields.get("date")),
            called,
            self.columns.words(fields.get("body")),
            self.columns.words(fields.get("participants")),
        )
        if event_type in ("briefing", "visit") and self._number(fields, counted):
            event_type = "meeting"  # a briefing at a numbered meeting is part of it; a visit is its subject
        if event_type == "visit" and VISIT.match(subject) and _ROOM.search(self.columns.words(fields.get("place"))):
            event_type = "meeting"  # "Visit of the Chair to Chad | Conference Room 7": what was spoken of there
        record = _RECORD.search(self.columns.words(fields.get("record")))
        if event_type == "session" and record:
            event_type = "meeting"  # "A/AC.96/SR.537 | Fiftieth session": a meeting of it
        if event_type == "session" and day is not None and day.precision == "day" and day.first == day.last:
            event_type = "meeting"  # annotation guide: a sitting of one day that its body calls a session
        organizer = self.columns.words(fields.get("organizer"))
        if record and not organizer and "body" not in fields:
            organizer = self._of_organ(record)
        telling = Telling(
            source="annex",
            rule="row",
            segment=row,
            start=row.start,
            end=row.end,
            event_type=event_type,
            format=fmt,
            number="" if event_type == "session" else self._number(fields, counted),
            body=_BODY_ASIDE.sub("", self.columns.words(fields.get("body"))) or organizer or self.default.body,
            is_own=self._is_own(organizer, self.columns.words(fields.get("body"))),
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
            return when.dated(telling, self.doc, day)
        if odd is not None:
            cell, value = odd
            return replace(when.worded(telling, self.doc, cell), first=value, last=value, basis="context", note="odd")
        unread = fields.get("date")
        return replace(when.worded(telling, self.doc, unread), note="unread") if unread else telling

    def _say_called_off(self, row: Segment) -> None:
        self.warnings.append(f"{self.table.part} table {self.table.number} row {row.row}: called off or put off")

    def _is_own(self, organizer: str, body: str) -> bool:
        """Whether an event is the body's own: nobody else is named that organized it.

        The Secretariat's calendar, with a column of bodies, is of meetings of these.
        """
        if body and self.body in _OFFICES:
            return False
        if body and CALENDAR.search(f"{self.title} {self.doc.header.title}"):
            return any(s in body for s in self.shorts)  # the meetings of all bodies
        if not organizer and body and self._is_another(body):
            return False
        if not organizer:
            return bool(body) or self.default.is_own
        if (
            _OWN_ORGANS.match(organizer)
            or (any(s in organizer for s in self.shorts) and self.body not in _OFFICES)
            or canonical(organizer) == self.body
        ):
            return True
        # "Configuration" in the table of the "Guinea-Bissau configuration"
        return organizer.lower() == _NAMED_FOR.split(self.body)[0].rsplit(" ", 1)[-1].lower()

    def _of_organ(self, record: re.Match[str]) -> str:
        """The principal organ whose record a symbol is ("S/PV.6269"), where the report is of another body; else ""."""
        organ = next((name for kind, name in _ORGAN_OF.items() if record[kind]), "")
        return "" if organ in self.shorts or self.body.startswith(f"{organ} mission") else organ

    def _is_another(self, body: str) -> bool:
        """Whether a body is an organization of its own by the lists; a head may say that it is an organ."""
        heads = " ".join(
            self.columns.words(c) for c in self.table.header if self.columns.fields.get(c.column) == "body"
        )
        if _ORGANS.search(heads) or any(s in body for s in self.shorts):
            return False
        entries = gazetteers.entries().get(lexicon.fold(body), ())
        return any(e.label == "ORGANISATION" and e.kind == "name" for e in entries)

    def _participants(self, cell: Segment | None, merged: bool) -> tuple[str, tuple[Participant, ...], bool]:
        """The words of the participants, the participants, and whether they are members only."""
        passage = self.columns.passage(cell)
        if cell is None or passage is None:
            return "", (), False
        at = 0
        if merged or VISIT.match(passage.text):
            by = [m for m in _BY.finditer(passage.text) if not m.group().startswith("of")]
            if not by:
                return "", (), False
            at = by[-1].end()
        found = participants.parse(passage, self.mentions.get(cell.id, ()), self.body, at=at)
        return passage.text[at:].strip(), found.items, found.members_only

    def _type(
        self, subject: str, fmt: str, section: str, day: str, called: str, body: str, guests: str
    ) -> tuple[str, str]:
        """Event type and format: the row's own words before those of its section, and these before the title.

        `called` is the cell of a session, or of a list's entry that is the name of its event; `body` that of a body,
        `guests` that of participants.
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
            self._title_type() or self._heads_type(),
        ]
        if VISIT.match(subject):
            return "visit", found
        if (
            _NTH_SESSION.match(subject)
            or _ENDS_IN_SESSION.search(subject)
            or _NTH_SESSION.search(body)
            or _NTH_SESSION.match(called)
            or _NTH.fullmatch(called)
        ):
            return "session", found
        kind = next((k for k in kinds if k), "")
        if kind == "visit" and (met := _MET_WITH.match(guests) or _MET_WITH.match(subject)):
            kind = words.noun_types()[met.group("noun").lower()]  # "First visit to Chad" above "Meeting with the Mayor"
        if own := self._named_by(subject):
            # "Informal consultations", "Open briefing to Member States": the subject is the event itself.
            found = found or words.format_in(subject[: own.end()])
            noun = words.noun_types()[own.group("noun").lower()]
            if not kind or (noun in ("consultations", "session") and not subject[own.end() :].strip()):
                kind = noun
        return kind or ("visit" if self._lists_missions() else "meeting"), found

    def _named_by(self, subject: str) -> re.Match[str] | None:
        """An event noun at the beginning of the subject, with at most its format before it."""
        formats = "informal|formal|open|closed|joint|private|expert-level|special|first|second"
        return re.match(rf"(?:(?:{formats})\s)*(?P<noun>{words.noun()})(?![\w-])", subject, re.I)

    def _heads_type(self) -> str:
        """What the heads, or the heading above, say of all rows: "Nature of visit", "Session | Opened | Closed"."""
        heads = [self.columns.words(cell).lower() for cell in self.table.header]
        if "end" in self.columns.fields.values() and any(head.startswith("session") for head in heads):
            return "session"
        if any(words.noun_in(head) == "visit" or VISITED.search(head) or _TRAVEL.search(head) for head in heads):
            return "visit"
        above = self.table.header[0].section if self.table.header else ""
        return "visit" if not self.title and re.match(r"[Vv]isits?\b", above.rsplit(" > ", 1)[-1]) else ""

    def _title_type(self) -> str:
        """What the title says that all rows are; "meetings and other activities" says meeting."""
        kinds = Counter(
            words.noun_types()[m.group(1).lower()]
            for m in re.finditer(rf"(?<![\w-])({words.noun()})(?![\w-])", self._unsaid(self.title), re.I)
        )
        if not kinds and VISITED.search(self.title):
            return "visit"
        return "meeting" if "meeting" in kinds else next(iter(kinds), "")

    def _lists_missions(self) -> bool:
        """Whether the rows are missions by the title, and a head says where they went: "Country", "Places"."""
        where = any(_PLACES.search(self.columns.words(cell)) for cell in self.table.header)
        return where and _MISSIONS.match(self.title) is not None

    def _unsaid(self, title: str) -> str:
        """A title without what names a body, not its events: "Visits of the Panel"."""
        title = _BY_VISIT.sub("", title)
        return title if title.isupper() else _BODY_ITSELF.sub("", title)

    def _numbers_in(self, fields: dict[str, Segment], counted: bool) -> list[str]:
        """The numbers of a cell that names several meetings: "15th and 16th"."""
        cell = fields.get("number")
        text = self.columns.words(cell).removesuffix(" meetings")
        return numbers(text) if cell is not None and not counted and _SEVERAL_NUMBERS.fullmatch(text) else []

    def _number(self, fields: dict[str, Segment], counted: bool) -> str:
        cell = fields.get("number")
        if cell is not None and not counted and (match := MEETING_NUMBER.match(self.columns.words(cell))):
            return re.sub(r"\D", "", match.group(1) or match.group(2))
        if cell is not None and not counted and _IN_WORDS.fullmatch(self.columns.words(cell)):
            return next(iter(numbers(self.columns.words(cell))), "")  # "First | 21 June"
        form = self.columns.words(fields.get("format"))
        if numbered := re.search(r"(?:^|,\s)(\d{1,5})(?:st|nd|rd|th)$", form):
            return numbered.group(1)  # "Formal, 27th"
        within = re.search(r"\b(\d{1,5})(?:st|nd|rd|th)\s(?:[a-z]+\s)?meeting", self.columns.words(fields.get("date")))
        if within:
            return within.group(1)
        record = RECORD_NUMBER.search(self.columns.words(fields.get("record")))
        return record.group(1) if record else ""


def _until(first: DateMention, last: DateMention) -> DateMention:
    """The days from one to another, as far as they run forward; their words where nothing stands between them."""
    if first.first is None or last.last is None or last.last < first.first:
        return first
    near = last.start - first.end <= _BESIDE
    return replace(first, last=last.last, end=last.end if near else first.end)


def _joined(days: list[DateMention]) -> DateMention:
    """Days that follow each other as one continuous date."""
    return replace(days[0], last=days[-1].last, end=days[-1].end)
