"""What each column of a table holds, and the cells of a row by field.

A table is understood by what its columns are called (`knowledge/table_headers.csv`) and hold, never by their order.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Mapping
from itertools import pairwise

from extract.assemble import sittings, words
from extract.assemble.tables import Table, text_of
from extract.heads import header_field
from extract.model import Annotated, DateMention, Mention, Passage, Segment

VISIT = re.compile(
    r"^(?:(?:Special|Field|Official|Joint|First|Second|Third)\s+)?(?:[Vv]isits?|[Mm]issions?|[Tt]ravel|[Tt]rip)\b\s+(?:to|by|of)\b"
)
MEETING_NUMBER = re.compile(rf"^\s*(?:({words.ORDINAL})|(\d{{1,5}}))(?:\s*+\(?[\w ]*+\)?)?\s*+(?:meeting)?\s*+$")
RECORD_NUMBER = re.compile(r"\b[ASE]/(?:[\w.]{1,30}/){0,6}(?:PV|SR|RT)\.(\d+)")
# What cells of participants begin with.
_HEADS = re.compile(
    r"(?:All )?[Mm]embers\b|[Rr]epresentatives?\b|[Oo]fficials\b|[Tt]roop-contributing|Permanent Rep|Chair\w{0,20}\b of"
    r"|Special Rep"
)
_VISIT = 60  # days
_RECORD_HEAD = re.compile(r"\brecords?\b", re.I)
_NUMBER_HEAD = re.compile(r"\b(?:no|nos|number|numbers|meetings?|sessions?|plenary|mtgs?|sittings?|item)\b|#|№", re.I)
_NAMED = 15  # characters of what an event is called
YEAR = re.compile(r"(?:19|20)\d\d")
# "19 June 2007 (put off from 14 June)"
_PUT_OFF = re.compile(
    r"\b(?:put\soff|postponed|rescheduled|moved|brought\sforward|originally)\s(?:from|on|for|planned\sfor)?\s?$", re.I
)


class Columns:
    """The columns of a table.

    Args:
        doc: the document.
        mentions: segment id → its mentions.
        table: the table.

    Attributes:
        fields: column → field.
        rivals: heads of columns of dates of which none says that it has the events'.
    """

    def __init__(self, doc: Annotated, mentions: Mapping[str, list[Mention]], table: Table) -> None:
        self.doc, self.mentions, self.table = doc, mentions, table
        self.rivals: list[str] = []
        self.fields = self._read()

    def words(self, segment: Segment | None) -> str:
        """The words of a segment on one line."""
        return text_of(self.doc, segment)

    def passage(self, segment: Segment | None) -> Passage | None:
        """The passage of a segment, where it has words."""
        return self.doc.passages.get(segment.id) if segment else None

    def days(self, cell: Segment | None) -> list[DateMention]:
        """The days and months of a cell, without those that an event was put off from."""
        if cell is None:
            return []
        found = [m for m in self.mentions.get(cell.id, ()) if isinstance(m, DateMention)]
        if len(found) > 1:
            text = self.words(cell)
            found = [m for m in found if not _PUT_OFF.search(text, 0, m.at)]
        return [d for d in found if d.precision in ("day", "month") and (d.first or d.note == "impossible")]

    def in_row(self, cells: list[Segment]) -> dict[str, Segment]:
        """Field → cell. A row with fewer cells than columns has merged ones: its cells are known by what they hold."""
        width = len(self.fields)
        found: dict[str, Segment] = {}
        if len(cells) < width and any(VISIT.match(self.words(c)) or _merged(self.words(c)) for c in cells):
            for cell in cells:
                if self.days(cell) and len(self.words(cell)) < 60 and "date" not in found:
                    found["date"] = cell
                elif self.fields.get(cell.column) in ("number", "format") and not VISIT.match(self.words(cell)):
                    found[self.fields[cell.column]] = cell
                else:
                    found.setdefault("merged", cell)
            return found
        for cell in cells:
            name = self.fields.get(cell.column)
            if name:
                found.setdefault(name, cell)
        if "date" not in found and len(cells) < width:
            # Cells moved to the left: the one that is a date is the date.
            dated = next((c for c in cells if self.days(c) and len(self.words(c)) < 60), None)
            if dated is not None:
                found = {k: v for k, v in found.items() if v is not dated}
                found["date"] = dated
        return found

    def leaves_out_days(self) -> bool:
        """Whether the table prints a day once for the rows that share it: no day is printed in two rows that follow."""
        printed = [self.days(self.in_row(cells).get("date")) for _, cells, _ in self.table.rows]
        pairs = [(a[0].first, b[0].first) for a, b in pairwise(printed) if a and b]
        if not pairs and all(days or len(row[1]) > 1 for days, row in zip(printed, self.table.rows, strict=True)):
            # each day has several rows, which say what was held: "| 79th | Chapter IV"
            pairs = [(a[0].first, b[0].first) for a, b in pairwise(filter(None, printed))]
        return bool(pairs) and all(a != b for a, b in pairs)

    def count_rows(self) -> bool:
        """Whether the number column merely counts the rows (1, 2, 3 …), and its head says no more."""
        heads = [self.words(c) for c in self.table.header if self.fields.get(c.column) == "number"]
        if any(re.search(r"\bmeeting\b", head, re.I) for head in heads):
            return False
        numbers = []
        for _, cells, _ in self.table.rows:
            for c in cells:
                if self.fields.get(c.column) == "number":
                    numbers.append(self.words(c).strip(" ."))
        return (
            bool(numbers)
            and all(n.isdigit() for n in numbers)
            and [int(n) for n in numbers] == list(range(1, len(numbers) + 1))
        )

    def number_meetings(self) -> bool:
        """Whether the number column holds numbers of meetings: the head says so, or they are ordinals."""
        heads = " ".join(self.words(c) for c in self.table.header if self.fields.get(c.column) == "number")
        if re.search(r"\b(?:meetings?|plenary|mtgs?|sittings?)\b", heads, re.I):
            return True
        cells = [self.words(c) for _, row, _ in self.table.rows for c in row if self.fields.get(c.column) == "number"]
        return sum(bool(re.match(rf"\s*{words.ORDINAL}", c)) for c in cells) >= 0.5 * max(1, len(cells))

    def _read(self) -> dict[int, str]:
        """Column → field, by header words, else by what the cells hold."""
        named: dict[int, str] = {}
        for cell in self.table.header:
            name = header_field(self.words(cell))
            if name:
                named[cell.column] = name
        for cell in self.table.upper:
            if cell.column not in named and (name := header_field(self.words(cell))):
                named[cell.column] = name
        if "date" not in named.values() and "start" in named.values():
            # "Opened | Closed": the first and the last day of an event
            named = {column: "date" if name == "start" else name for column, name in named.items()}
        for column, name in named.items():
            cells = self._cells(column)
            records = sum(bool(RECORD_NUMBER.match(self.words(c))) for c in cells)
            if name == "documents" and records > 0.6 * len(cells):
                named[column] = "record"  # "Symbol: S/AC.25/SR.146"
        for cell in self.table.header:
            # "Record or report: A/AC.96/SR.535"
            cells = self._cells(cell.column)
            records = sum(bool(RECORD_NUMBER.match(self.words(c))) for c in cells)
            if cell.column not in named and _RECORD_HEAD.search(self.words(cell)) and records > 0.4 * len(cells):
                named[cell.column] = "record"
        if "number" in named.values() and "subject" not in named.values():
            named |= dict.fromkeys(self._of_names(named), "subject")
        if "date" not in named.values():
            # "Session: Eighth session, Bangkok, 8–10 October 2024": the days stand in a column of another name.
            for column, name in named.items():
                cells = self._cells(column)
                if name in ("session", "place", "number") and sum(bool(self.days(c)) for c in cells) > 0.5 * len(cells):
                    named[column] = "date"
                    break
        width = max((c.column + 1 for _, cells, _ in self.table.rows for c in cells), default=0)
        for column in [c for c, name in named.items() if name == "date"]:
            # "Held on" above the year and, in the next column, the day
            if self._is_of_years(column) and column + 1 not in named and self._is_of_dates(column + 1):
                del named[column]
                named[column + 1] = "date"
        if self.table.header and "date" not in named.values():
            dated = [c for c in range(width) if c not in named and self._is_of_dates(c)]
            if len(dated) > 1:
                self.rivals = [self.words(c) for c in self.table.header if c.column in dated]
                named |= dict.fromkeys(dated, "other_date")
        if self.table.header and width == 2 and len(named) == 1 and "date" in named.values():
            named |= {column: "subject" for column in range(width) if column not in named}  # "Date | Situation"
        for column in range(width):
            if column not in named and (guess := self._guess(column, named)):
                named[column] = guess
        for column in [c for c, name in named.items() if name == "other_date" and not self._has_dates(c)]:
            del named[column]  # "Note", which has no dates
        left = [c for c in range(width) if c not in named and self._has_words(c)]
        if self.table.header and "date" in named.values() and "subject" not in named.values() and len(left) == 1:
            named[left[0]] = "subject"  # "Month | Day | Situation": what is left
        return named

    def _cells(self, column: int) -> list[Segment]:
        """The cells of a column below its heads."""
        return [c for _, row, _ in self.table.rows for c in row if c.column == column]

    def _is_of_years(self, column: int) -> bool:
        """Whether all that a column has is years."""
        texts = [self.words(c).strip() for c in self._cells(column)]
        return bool(texts) and all(YEAR.fullmatch(t) for t in texts if t)

    def _has_words(self, column: int) -> bool:
        """Whether most cells of a column are words, and neither months nor figures."""
        texts = [self.words(c) for c in self._cells(column)]
        spoken = sum(len(re.findall(r"[A-Za-z]", t)) > 3 and t.strip() not in month_name for t in texts)
        return bool(texts) and spoken > 0.7 * len(texts)

    def _of_names(self, named: Mapping[int, str]) -> list[int]:
        """The columns headed "Meeting" that say what was met on: "Workshop on trade", beside its days."""
        out = []
        for column in (c for c, name in named.items() if name == "number"):
            texts = [self.words(c) for c in self._cells(column)]
            named_ = sum(len(t) > _NAMED and not any(ch.isdigit() for ch in t) for t in texts)
            if "date" in named.values() and named_ > 0.6 * len(texts):
                out.append(column)
        return out

    def _is_of_dates(self, column: int) -> bool:
        """Whether most cells of a column are dates."""
        cells = self._cells(column)
        dated = sum(bool(self.days(c)) and len(self.words(c)) < 60 for c in cells)
        return bool(cells) and dated >= 0.6 * len(cells)

    def _has_dates(self, column: int) -> bool:
        """Whether any cell of a column has a date."""
        return any(self.days(c) for c in self._cells(column))

    def _ends(self, column: int) -> bool:
        """Whether the days of a column follow those of the one before it, by a few days: first and last day."""
        for _, row, _ in self.table.rows:
            days = [self.days(c) for c in row if c.column in (column - 1, column)]
            spans = [(d[0].first, d[0].last) for d in days if len(d) == 1]
            if len(spans) != len(days):
                return False
            if len(days) == 2 and not (spans[0][1] and spans[1][0] and 0 <= (spans[1][0] - spans[0][1]).days < _VISIT):
                return False
        return True

    def _guess(self, column: int, named: Mapping[int, str]) -> str:
        taken = set(named.values())
        cells = self._cells(column)
        if not cells:
            return ""
        texts = [self.words(c) for c in cells]
        if self._is_of_dates(column):
            until = not self.table.header and named.get(column - 1) == "date" and self._ends(column)
            return "date" if "date" not in taken else "end" if until else ""
        if "time" not in taken and sittings.are_hours(texts):
            return "time"
        heads = sum(bool(_HEADS.match(t)) for t in texts)
        if "participants" not in taken and heads >= 0.5 * len(cells):
            return "participants"
        head = next((self.words(c) for c in self.table.header if c.column == column), "")
        bare = head and not _NUMBER_HEAD.search(head)  # "Interviews | 46": how many
        counted = sum(
            bool(MEETING_NUMBER.match(t)) and not (bare and t.strip().isdigit()) and not YEAR.fullmatch(t)
            for t in texts
        )
        if "number" not in taken and counted >= 0.7 * len(cells):
            return "number"
        if "format" not in taken and sum(bool(words.format_in(t)) and len(t) < 30 for t in texts) >= 0.6 * len(cells):
            return "format"
        if "subject" not in taken and sum(len(t) for t in texts) >= 12 * len(cells):
            return "subject"
        return ""


def _merged(text: str) -> bool:
    """A cell that stands for subject and participants at once: "Briefing by …", "Consultations with …"."""
    return bool(re.match(rf"(?:{words.noun()})\b.*\b(?:by|with|to)\b", text, re.I))
