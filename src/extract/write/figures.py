"""What overview, plots and pages count: questions to the database of the run, so that no table need be in memory."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

from extract import tables

Row = dict[str, Any]

_DOCUMENTS = """
SELECT d.*, coalesce(o.n, 0) AS n_odd, coalesce(m.n, 0) AS n_events, coalesce(m.review, 0) AS n_review,
    coalesce(m.corrected, 0) + (d.corrected IS NOT NULL) AS n_corrected
FROM documents d
    LEFT JOIN (SELECT document_id, count(*) AS n FROM discrepancies GROUP BY document_id) o USING (document_id)
    LEFT JOIN (SELECT document_id, count(*) AS n, sum(needs_review) AS review, count(corrected) AS corrected
        FROM meetings GROUP BY document_id) m USING (document_id)
ORDER BY d.rowid
"""
_TOLD = "(SELECT t.text FROM meeting_sources t WHERE t.meeting_id = m.meeting_id ORDER BY t.char_start LIMIT 1)"
# Events to look at, with the first certain contradiction of each.
_FIRST = """
FROM meetings m LEFT JOIN (SELECT meeting_id, explanation, min(rowid) FROM discrepancies WHERE severity = 'error'
    GROUP BY meeting_id) x USING (meeting_id)
WHERE m.needs_review OR x.meeting_id IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The events that plots count: the issuing bodies' own, or all where no document tells of its own.

    Attributes:
        where: the condition on `meetings`.
        which: the sentence that says which they are.
        undated: the sentence on those without a date; empty where all have one.
    """

    where: str
    which: str
    undated: str


class Figures:
    """The database of a run, open to be asked."""

    def __init__(self, path: Path) -> None:
        """Opens it.

        Raises:
            OSError: it is not there, or is no database.
        """
        if not path.is_file():
            raise FileNotFoundError(2, "No such file or directory", str(path))
        self._db = sqlite3.connect(path)
        self._db.row_factory = sqlite3.Row

    def __enter__(self) -> Figures:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()

    def ask(self, query: str, *given: Any) -> Iterator[Row]:
        """The rows that a query gives."""
        return (dict(row) for row in self._db.execute(query, given))

    def number(self, query: str) -> int:
        """The one number that a query gives."""
        return int(self._db.execute(query).fetchone()[0] or 0)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many documents, events, own events, rows to review, discrepancies by severity, and refused files."""
        severities = dict.fromkeys(tables.DISCREPANCIES.column("severity").values, 0)
        for (_, severity), n in self.disagreements().items():
            severities[severity] += n
        return {
            "documents": self.number("SELECT count(*) FROM documents"),
            "events": self.number("SELECT count(*) FROM meetings"),
            "own": self.number("SELECT count(*) FROM meetings WHERE is_own"),
            "review": self.number("SELECT count(*) FROM meetings WHERE needs_review"),
            "odd": sum(severities.values()),
            **severities,
            "refused": self.number("SELECT count(*) FROM rejected"),
        }

    def corrected(self) -> int:
        """How many rows a person has corrected."""
        named = [t.name for t in tables.TABLES if "corrected" in t.names]
        return sum(self.number(f'SELECT count(corrected) FROM "{name}"') for name in named)

    def documents(self) -> Iterator[Row]:
        """The documents, each with `n_events`, `n_odd`, `n_review` and `n_corrected`."""
        return self.ask(_DOCUMENTS)

    def disagreements(self) -> Counter[tuple[str, str]]:
        """How many discrepancies there are of each kind and severity."""
        found = self.ask("SELECT kind, severity, count(*) AS n FROM discrepancies GROUP BY kind, severity")
        return Counter({(row["kind"], row["severity"]): row["n"] for row in found})

    def by_year(self) -> Counter[tuple[int | None, str]]:
        """How many events there are by year and type; those of others have no type."""
        found = self.ask(
            "SELECT CAST(substr(start_date, 1, 4) AS INTEGER) AS year, "
            "CASE WHEN is_own THEN event_type ELSE '' END AS type, count(*) AS n FROM meetings GROUP BY 1, 2"
        )
        return Counter({(row["year"], row["type"]): row["n"] for row in found})

    def first(self, most: int) -> tuple[int, list[Row]]:
        """How many events a person should look at first, and the first of them, contradictions before doubts.

        A row is that of `meetings` with `contradiction`, the explanation of a certain one, and the `words` that tell.
        """
        query = f"SELECT m.*, x.explanation AS contradiction, {_TOLD} AS words {_FIRST} "
        rows = self.ask(query + "ORDER BY x.meeting_id IS NULL, m.confidence, m.rowid LIMIT ?", most)
        return self.number(f"SELECT count(*) {_FIRST}"), list(rows)

    def to_review(self, most: int) -> list[Row]:
        """The first events for review in the order of the text: rows of `meetings` with the `words` that tell each."""
        query = f"SELECT m.*, {_TOLD} AS words FROM meetings m WHERE needs_review ORDER BY rowid LIMIT ?"
        return list(self.ask(query, most))

    def refused(self) -> list[Row]:
        """The rows of `rejected`."""
        return list(self.ask("SELECT * FROM rejected ORDER BY rowid"))

    @cached_property
    def chosen(self) -> Chosen:
        """Which events the plots count."""
        every, own = self.counts["events"], self.counts["own"]
        if own:
            which = f"Events of the issuing bodies only: {own} of the {every} that the documents tell of."
        else:
            which = f"All {every} events that the documents tell of; none is an issuing body's own."
        where = "is_own" if own else "1"
        n = self.number(f"SELECT count(*) FROM meetings WHERE {where} AND start_date IS NULL")
        return Chosen(where, which, f" {n} without a date {'is' if n == 1 else 'are'} left out." if n else "")


def day(text: str | None) -> dt.date | None:
    """A date of the database."""
    return dt.date.fromisoformat(text) if text else None
