"""A document as rows of the output tables, and as pandas DataFrames for whoever works in Python."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from extract import tables

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]
Rows = dict[str, list[Row]]
_LINES = re.compile(r"(?<!\s)\s*[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]\s*")


def flat(text: str) -> str:
    """`text` with each line break, and the blanks around it, as one space."""
    return _LINES.sub(" ", text)


def written(value: Any) -> str:
    """A value as CSV tables and corrections write it: ISO dates, `true` and `false`, nothing where it is missing."""
    if value is None:
        return ""
    if value is True or value is False:
        return "true" if value else "false"
    return flat(without_nul(value)) if isinstance(value, str) else str(value)


def without_nul(text: str) -> str:
    """`text` without NUL, which no CSV reader takes."""
    return text.replace("\0", "\ufffd") if "\0" in text else text


@dataclass
class Report:
    """One document's rows by table; each table is also an attribute that gives a DataFrame.

    `text` is the canonical text that `char_start` and `char_end` point into; `warnings` says in plain words what could
    not be read.
    """

    document_id: str
    text: str
    rows: Rows
    warnings: tuple[str, ...] = field(default=())

    def frame(self, name: str) -> pandas.DataFrame:
        """A table as a DataFrame with the declared columns and types (dates as `datetime64`, missing as NA).

        Raises:
            KeyError: there is no such table.
        """
        from extract.write.frames import frame

        return frame(tables.BY_NAME[name], self.rows.get(name, []))

    @cached_property
    def documents(self) -> pandas.DataFrame:
        """The document's own row."""
        return self.frame("documents")

    @cached_property
    def segments(self) -> pandas.DataFrame:
        """All parts in reading order."""
        return self.frame("segments")

    @cached_property
    def meetings(self) -> pandas.DataFrame:
        """The events."""
        return self.frame("meetings")

    @cached_property
    def meeting_sources(self) -> pandas.DataFrame:
        """The places that tell of the events."""
        return self.frame("meeting_sources")

    @cached_property
    def participants(self) -> pandas.DataFrame:
        """Who took part."""
        return self.frame("participants")

    @cached_property
    def missions(self) -> pandas.DataFrame:
        """The missions named."""
        return self.frame("missions")

    @cached_property
    def meeting_missions(self) -> pandas.DataFrame:
        """Which event concerns which mission."""
        return self.frame("meeting_missions")

    @cached_property
    def mentions(self) -> pandas.DataFrame:
        """All entity mentions."""
        return self.frame("mentions")

    @cached_property
    def references(self) -> pandas.DataFrame:
        """The symbols and resolutions cited."""
        return self.frame("references")

    @cached_property
    def discrepancies(self) -> pandas.DataFrame:
        """Where the document disagrees with itself."""
        return self.frame("discrepancies")

    @cached_property
    def claims(self) -> pandas.DataFrame:
        """The numbers of meetings that the text states."""
        return self.frame("claims")

    @cached_property
    def rejected(self) -> pandas.DataFrame:
        """Always empty for a document that was extracted."""
        return self.frame("rejected")


def rename(report: Report, document_id: str) -> Report:
    """The same report under another id, in every id and key that begins with the old one."""
    old = report.document_id

    def changed(value: Any) -> Any:
        if isinstance(value, str) and (value == old or value.startswith(old + "/")):
            return document_id + value[len(old) :]
        return value

    keys = {c for t in tables.TABLES for c in t.names if c.endswith("_id") and c not in ("entity_id", "mission_id")}
    rows = {
        name: [{k: changed(v) if k in keys else v for k, v in row.items()} for row in table]
        for name, table in report.rows.items()
    }
    return Report(document_id, report.text, rows, report.warnings)
