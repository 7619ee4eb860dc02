"""Where the two sides of a discrepancy stand in the text: the segment, the sentence or row, the value itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extract.report import Row

_PARTS = re.compile(r"; |, | and ")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


class Places:
    """The segments of a document, its mentions and tellings, to find values in."""

    def __init__(self, segments: Sequence[Row], mentions: Sequence[Row], sources: Sequence[Row]) -> None:
        self._segments = {s["segment_id"]: s for s in segments}
        self._mentions: dict[str, list[Row]] = {}
        self._sources: dict[tuple[str, str], Row] = {}
        for m in mentions:
            name = m["segment_id"]
            self._mentions.setdefault(name, []).append(m)
            if "/cell_" in name:  # a mention in a cell stands in its row too
                self._mentions.setdefault(name.rpartition("/cell_")[0], []).append(m)
        for s in sources:
            self._sources.setdefault((s["meeting_id"], s["segment_id"]), s)

    def name(self, segment_id: str) -> str:
        """A segment in words, as `paragraph 12, p. 4` or `annex 1, table 2, row 3`."""
        s = self._segments.get(segment_id)
        if s is None:
            return segment_id
        part = s["part"].replace("_", " ")
        if "/table_" in segment_id:
            words = ", ".join(w.replace("_", " ") for w in segment_id.split("/")[2:])
        elif s["number"] and s["kind"] == "subparagraph":
            words = "paragraph " + " ".join(
                w.removeprefix("paragraph_") if i == 0 else f"({w})" for i, w in enumerate(segment_id.split("/")[2:])
            )
        elif s["number"]:
            words = f"{s['kind']} {s['number']}"
        else:
            words = s["kind"].replace("_", " ")
        words = words if part == "body" else f"{part}, {words}"
        return words + (f", p. {s['page']}" if s["page"] else "")

    def side(self, segment_id: str, meeting_id: str, value: str) -> dict[str, Any] | None:
        """One side of a discrepancy.

        Returns:
            `name`; `segment`, `told`, each a first and last offset (`told`: the sentence or row, where one is known);
            `values`, the offsets of the value, as far as it stands there. None where there is no such segment.
        """
        s = self._segments.get(segment_id)
        if s is None:
            return None
        told = self._sources.get((meeting_id, segment_id))
        whole = (s["char_start"], s["char_end"])
        extent = (told["char_start"], told["char_end"]) if told else whole
        return {
            "name": self.name(segment_id),
            "segment": whole,
            "told": extent,
            "values": self._values(s, value, extent) or (self._values(s, value, whole) if told else []),
        }

    def _values(self, segment: Row, value: str, extent: tuple[int, int]) -> list[tuple[int, int]]:
        if not value:
            return []
        start, end = extent
        near = self._mentions.get(segment["segment_id"], [])
        if _DATE.fullmatch(value):
            found = {
                (m["char_start"], m["char_end"])
                for m in near
                if m["label"] == "DATE"
                and start <= m["char_start"]
                and m["char_end"] <= end
                and m["value"]
                and value.split("/")[0] in m["value"].split("/")
            }
            if found:
                return sorted(found)
        base = segment["char_start"]
        text = segment["text"].casefold()
        if len(text) != len(segment["text"]):  # offsets would slip
            text = segment["text"]
        spans: list[tuple[int, int]] = []
        for part in [value] if value.casefold() in text else _PARTS.split(value):
            words = part.replace("_", " ").casefold().strip()
            at = text.find(words, max(start - base, 0), end - base) if len(words) > 1 else -1
            if at >= 0:
                spans.append((base + at, base + at + len(words)))
        return sorted(set(spans))
