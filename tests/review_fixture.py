"""Rows of a made-up document for the review pages: every table, every column, whatever the text is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from extract import tables
from extract.report import Row, Rows

EMPTY: dict[str, Any] = {"string": "", "integer": None, "number": 0.9, "boolean": False, "date": None}
DAY = dt.date(2005, 12, 9)


def row(table: str, **values: Any) -> Row:
    """A row of a table; what is not given is empty."""
    declared = tables.BY_NAME[table]
    unknown = set(values) - set(declared.names)
    assert not unknown, unknown
    return {c.name: values.get(c.name, EMPTY[c.type]) for c in declared.columns}


def empty() -> Rows:
    """No rows."""
    return {t.name: [] for t in tables.TABLES}


class Made:
    """A document that is put together piece by piece."""

    def __init__(self, document_id: str = "S_2006_1", **document: Any) -> None:
        self.id = document_id
        self.text = ""
        self.rows = empty()
        given = {"symbol": "S/2006/1", "title": "A report", "kind": "report", "source_file": "a.txt", "n_meetings": 0}
        self.rows["documents"] = [
            row("documents", document_id=document_id, sha256="0" * 64, source_format="txt", **(given | document))
        ]

    def segment(self, text: str, kind: str = "paragraph", **values: Any) -> Row:
        """Adds words at the end."""
        start = len(self.text)
        self.text += text + "\n\n"
        n = len(self.rows["segments"]) + 1
        made = row(
            "segments",
            **{
                "segment_id": f"{self.id}/body/{kind}_{n}",
                "document_id": self.id,
                "position": n,
                "part": "body",
                "kind": kind,
                "char_start": start,
                "char_end": start + len(text),
                "text": text,
            }
            | values,
        )
        self.rows["segments"].append(made)
        return made

    def table(self, lines: Sequence[Sequence[str]], table: str = "annex_1/table_1") -> list[Row]:
        """Adds rows with their cells."""
        made = []
        for i, cells in enumerate(lines, 1):
            name = f"{self.id}/{table}/row_{i}"
            line = self.segment("\n\t".join(cells), "table_row", segment_id=name, part="annex_1")
            at = line["char_start"]
            for j, cell in enumerate(cells, 1):
                if cell:
                    n = len(self.rows["segments"]) + 1
                    self.rows["segments"].append(
                        line
                        | {
                            "segment_id": f"{name}/cell_{j}",
                            "position": n,
                            "kind": "table_cell",
                            "parent_id": name,
                            "char_start": at,
                            "char_end": at + len(cell),
                            "text": cell,
                        }
                    )
                at += len(cell) + 2
            made.append(line)
        return made

    def mention(self, segment: Row, start: int, end: int, label: str, value: str = "") -> None:
        """Adds a mention by offsets into the segment."""
        first = segment["char_start"] + start
        last = segment["char_start"] + end
        self.rows["mentions"].append(
            row(
                "mentions",
                mention_id=f"{segment['segment_id']}/mention_{len(self.rows['mentions'])}",
                document_id=self.id,
                segment_id=segment["segment_id"],
                label=label,
                text=self.text[first:last],
                value=value,
                char_start=first,
                char_end=last,
            )
        )

    def meeting(self, *places: Row, **values: Any) -> Row:
        """Adds an event that is told in the whole of each segment."""
        name = values.pop("meeting_id", f"{places[0]['segment_id']}/event_{len(self.rows['meetings']) + 1}")
        given = {
            "event_type": "meeting",
            "start_date": DAY,
            "end_date": DAY,
            "is_own": True,
            "subject": "A subject",
            "confidence": 0.9,
        }
        made = row("meetings", meeting_id=name, document_id=self.id, **(given | values))
        self.rows["meetings"].append(made)
        for i, place in enumerate(places, 1):
            self.rows["meeting_sources"].append(
                row(
                    "meeting_sources",
                    source_id=f"{name}/source_{i}",
                    meeting_id=name,
                    source="annex" if place["kind"] == "table_row" else "narrative",
                    **{k: place[k] for k in ("segment_id", "text", "char_start", "char_end")},
                )
            )
        self.rows["documents"][0]["n_meetings"] += 1
        return made

    def participant(self, meeting: Row, segment: Row, start: int, end: int, **values: Any) -> None:
        """Adds a participant by offsets into the segment."""
        n = sum(p["meeting_id"] == meeting["meeting_id"] for p in self.rows["participants"]) + 1
        first, last = segment["char_start"] + start, segment["char_start"] + end
        self.rows["participants"].append(
            row(
                "participants",
                participant_id=f"{meeting['meeting_id']}/participant_{n}",
                meeting_id=meeting["meeting_id"],
                position=n,
                segment_id=segment["segment_id"],
                text=self.text[first:last],
                char_start=first,
                char_end=last,
                **({"kind": "members"} | values),
            )
        )

    def discrepancy(self, meeting: Row | None, narrative: Row | None, annex: Row | None, **values: Any) -> None:
        """Adds a discrepancy between two places."""
        place = meeting["meeting_id"] if meeting else self.id
        self.rows["discrepancies"].append(
            row(
                "discrepancies",
                discrepancy_id=f"{place}/discrepancy_{len(self.rows['discrepancies']) + 1}",
                document_id=self.id,
                meeting_id=meeting["meeting_id"] if meeting else "",
                narrative_segment_id=narrative["segment_id"] if narrative else "",
                annex_segment_id=annex["segment_id"] if annex else "",
                **({"kind": "date_conflict", "severity": "error", "explanation": "Two days."} | values),
            )
        )


def joined(*documents: Made) -> tuple[Rows, dict[str, str]]:
    """The rows and texts of several documents."""
    rows = empty()
    for one in documents:
        for name, table in one.rows.items():
            rows[name] += table
    return rows, {one.id: one.text for one in documents}
