"""Which tables list events: by their title, by what their columns hold, by what the text says that is listed.

Tables of flights, ships, incidents and payments are full of dates and hold no events.
"""

from __future__ import annotations

import re
from calendar import month_name
from functools import cache, cached_property
from itertools import pairwise

from extract.assemble import words
from extract.assemble.columns import Columns
from extract.assemble.tables import Table
from extract.heads import header_field, says_of_what
from extract.model import Annotated

_EVENT_FIELDS = ("subject", "organizer", "body", "participants", "number", "record", "format", "session", "chair")
# A table with these and other dates (of issue, of request) is one of events.
_OF_EVENTS_ALONE = {"number", "time", "format", "participants", "record", "place", "session", "end", "body"}
_ACTIVITIES = re.compile(
    r"\b(?:programme|activities|calendar|schedule|visits?|missions?\s(?:by|of\s(?:the\s)?(?:Group|Panel|Team|Monitoring|Special|Commission|Committee|Working|experts)|carried\sout|undertaken|conducted))\b",
    re.I,
)
VISITED = re.compile(r"\b(?:visited|travelled\sto|toured)\b", re.I)  # "Countries and cities visited by the Group"
_NAMED = re.compile(
    rf"(?:The\s)?(?:{words.ORDINAL}|(?i:{words.ordinal_word()})|[Ss]pecial|[Aa]nnual|[Rr]egular)\s(?:[a-z]+\s){{0,2}}(?:session|meeting|plenary)\b"
)
_LISTS = re.compile(r"\b(?:annex(?:ed|es)?|tabulat\w+|table|list\w*|below|chronolog\w+)\b", re.I)
# A table with so many dates over so many days whose order is not that of time is no list of meetings.
_DOCUMENTS = re.compile(r"\b(?:documents?|documentation|papers)\b", re.I)
_SYMBOL = re.compile(r"(?!.*\b(?:PV|SR|RT)\.\d)(?:[A-Z]{1,6}(?:\.\d)?)/(?:[A-Z\d][\w.()-]*/){0,6}[\w.()-]*\d")
_DATED_ROWS = 2
_MANY = 8
_OPENING = 14  # segments at the head of a document
_TITLES = ("title", "heading", "other")
_NAME = 160  # characters of what an entry of a list is called
_YEARS = 3 * 365
_MONTH = re.compile(rf"\b(?:{'|'.join(month_name[1:])})\b")


class Listing:
    """A table as a list of events.

    Args:
        doc: the document.
        table: the table.
        columns: what its columns hold.
        title: the words of its title.
        warnings: takes what could not be read.
    """

    def __init__(self, doc: Annotated, table: Table, columns: Columns, title: str, warnings: list[str]) -> None:
        self.doc, self.table, self.columns, self.title, self.warnings = doc, table, columns, title, warnings

    def lists_events(self) -> bool:
        """Whether the rows are events; warns of a table of events that cannot be read as one."""
        fields = set(self.columns.fields.values())
        if "not_events" in fields or "date" not in fields:
            return False
        if self._is_of_documents():
            return False
        if "other_date" in fields and not fields & _OF_EVENTS_ALONE and not self._is_plan and not self._head_says_event:
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
        nearest = above.rsplit(" > ", 1)[-1]
        if (
            not named
            and not words.plan().search(self.title)
            and re.search(rf"\b(?:{words.negative('tables')})\b", f"{self.title} {nearest}", re.I)
        ):
            return False  # flights, ships, incidents, payments
        if self._dates_name_events() or self._head_says_event:
            return True
        if fields & {"participants", "format", "record", "session", "chair", "organizer"} or (
            "number" in fields and self.columns.number_meetings()
        ):
            return True
        heads = " ".join(self.columns.words(cell) for cell in self.table.header)
        if (words.noun_in(title) == "visit" or VISITED.search(title) or VISITED.search(heads)) and "place" in fields:
            return True  # "Country | Dates"
        if words.noun_in(title) or _ACTIVITIES.search(title):
            if "documents" in fields and _DOCUMENTS.search(self.title):
                return False  # "List of documents before the Committee at its second session"
            return bool(fields & set(_EVENT_FIELDS)) or {"date", "end"} <= fields or self._is_called_events
        if self._is_plan:
            return bool(fields & {"subject", "body"})
        if "subject" not in fields or "documents" in fields:
            return False
        if self.names_events:
            return True
        # "Date | Topic" without a word on meetings: only in an annex of which the text says that it lists them.
        called = any(header_field(self.columns.words(cell)) for cell in self.table.header)  # not the lettering of a map
        return self.table.part.startswith("annex") and called and self._announced()

    def say_unread(self) -> None:
        """Warns of a table that has dates and is not read, unless it says that it is of other things.

        Its columns may be kinds of events, or events ("Month | Formal meetings | Consultations"); several may have
        dates, of which none is known to have the days of the events; or nothing says what its rows are.
        """
        said = len(self.warnings)
        self._say_why()
        if len(self.warnings) == said and self._has_days_unexplained():
            self.warnings.append(
                f"{self.table.part} table {self.table.number}: its rows have dates and nothing says that they are "
                "events; it is in segments only"
            )

    def _has_days_unexplained(self) -> bool:
        """Whether most rows have a day, and neither heads nor title say that they are of other things than events."""
        fields = set(self.columns.fields.values())
        above = self.table.rows[0][0].section if self.table.rows else ""
        if fields & {"not_events", "documents", "other_date"} or re.search(
            rf"\b(?:{words.negative('tables')}|{words.negative('documents')})\b", f"{self.title} {above}", re.I
        ):
            return False
        dated = sum(any(self.columns.days(cell) for cell in cells) for _, cells, _ in self.table.rows)
        return dated >= _DATED_ROWS and dated > 0.5 * len(self.table.rows)

    def _say_why(self) -> None:
        if self.columns.rivals and any(words.noun_in(text) for text in (self.title, *self.columns.rivals)):
            self.warnings.append(
                f"{self.table.part} table {self.table.number}: it has several columns of dates "
                f"({', '.join(self.columns.rivals)[:_NAME]}) and does not say which are the events'; "
                "it is in segments only"
            )
        dated_heads = [self.columns.words(cell) for cell in self.table.header if self.columns.days(cell)]
        if len(dated_heads) > 1 and words.noun_in(self.title):
            self.warnings.append(
                f"{self.table.part} table {self.table.number}: its heads are dates ({', '.join(dated_heads)[:_NAME]}); "
                "they are in mentions, not in meetings"
            )
        named = [head for head in map(self.columns.words, self.table.header) if words.noun_in(head)]
        cells = [cell for _, row, _ in self.table.rows for cell in row]
        dated = any(_MONTH.search(self.columns.words(cell)) for cell in (*cells, *self.table.header))
        if len(named) > 1 and dated:
            self.warnings.append(
                f"{self.table.part} table {self.table.number}: its columns ({', '.join(named)[:_NAME]}) name events; "
                "what their cells say is in segments, not in meetings"
            )

    @cached_property
    def _head_says_event(self) -> bool:
        """Whether the column of dates says whose they are: "Period of visit", "Dates of meeting"."""
        heads = [self.columns.words(c) for c in self.table.header if self.columns.fields.get(c.column) == "date"]
        return any(map(says_of_what, heads))

    def _is_of_documents(self) -> bool:
        """Whether its rows begin with the symbols of documents: "A/64/41 | Report of the Committee | 4 May 2009"."""
        first = [cells[0] for _, cells, _ in self.table.rows if cells]
        led = sum(bool(_SYMBOL.match(self.columns.words(c))) for c in first)
        return bool(first) and led >= 0.7 * len(first) and self.columns.fields.get(0) != "record"

    @cached_property
    def names_events(self) -> bool:
        """Whether a table without heads names an event beside each date: "First session: | 27 to 31 January 2025"."""
        named = [self.columns.words(self.columns.in_row(cells).get("subject")) for _, cells, _ in self.table.rows]
        return (
            not self.table.header
            and len(named) > 1
            and set(self.columns.fields.values()) <= {"date", "subject", "place"}
            and all(len(text) < _NAME and words.noun_in(text) for text in named)
            and not re.search(
                rf"\b(?:{words.negative('tables')}|{words.negative('documents')})\b", " ".join(named), re.I
            )
        )

    @cached_property
    def _is_called_events(self) -> bool:
        """Whether the title is the noun of events, whatever a second column is called: "Meetings of the Group"."""
        return bool(_called().match(self.title)) and len(self.table.header) == 2

    @cached_property
    def _is_plan(self) -> bool:
        """Whether the document or the table is a programme or a calendar by a line of its title."""
        lines = (self.doc.source.text[s.start : s.end] for s in self.doc.segments[:_OPENING] if s.kind in _TITLES)
        called = (self.title, self.doc.header.title, *(line for line in lines if len(line) < _NAME))
        return any(words.plan().search(" ".join(line.split())) for line in called)

    def _dates_name_events(self) -> bool:
        """Whether most cells of dates name their event: "42nd session, 21–25 August 2023"."""
        cells = [c for _, row, _ in self.table.rows for c in row if self.columns.fields.get(c.column) == "date"]
        named = sum(bool(_NAMED.match(self.columns.words(c))) for c in cells)
        return named > 1 and named >= 0.6 * len(cells)

    def _wanders(self) -> bool:
        """Whether the dates run to and fro over years, as in a list of States: a list of meetings follows time."""
        column = next(c for c, name in self.columns.fields.items() if name == "date")
        cells = [c for _, row, _ in self.table.rows for c in row if c.column == column]
        days = [d[0].first for c in cells if (d := self.columns.days(c)) and d[0].first]
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


@cache
def _called() -> re.Pattern[str]:
    """A title that begins with what its rows are: "Table 1. Formal meetings of the Committee, 2006"."""
    nouns = words.alternatives([n for n in words.noun_types() if n.endswith("s") and " " not in n])
    return re.compile(rf"(?:Table\s\w+\W{{1,3}})?(?:(?:The|List of|[A-Z]?[a-z-]+)\s){{0,3}}?(?i:{nouns})(?![\w-])")
