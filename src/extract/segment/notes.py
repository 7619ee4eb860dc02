"""Footnotes and the places that refer to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.model import Block, Segment, Source

_MARK = re.compile(r"(\d{1,3}|[a-z]{1,2}|[*†‡§]{1,3})\s?(/?)(?=\s|[A-Z“\"])\s*")
_BACK = 8000  # characters before an old note in which its mark ("1/") is looked for
_OWNERS = {"paragraph", "subparagraph", "list_item", "heading", "title", "table_title", "table_cell", "other"}


class Notes:
    """Finds what a footnote belongs to: the segment that bears its mark."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.marks = source.marks
        self.paged = source.n_pages > 0

    def owner(self, block: Block, above: Sequence[Segment]) -> tuple[str, int, Segment | None]:
        """The mark of a note, where its words begin, and the segment that it belongs to.

        Args:
            block: the note.
            above: the segments before it. Formats without pages lay a note down after the paragraph that bears it.
        """
        match = _MARK.match(self.text, block.start, block.end)
        number, body = (match[1], match.end()) if match else ("", block.start)
        if not self.paged:
            return number, body, next((s for s in reversed(above) if s.kind in _OWNERS), None)
        at = self._at(number, old=bool(match and match[2]), before=block.start) if number else -1
        return number, body, next((s for s in reversed(above) if s.start <= at < s.end and s.kind in _OWNERS), None)

    def _at(self, number: str, *, old: bool, before: int) -> int:
        """Where the last mark of a note before a place stands; -1 where there is none."""
        if old:
            mark = re.compile(rf"(?<![\w/]){re.escape(number)}\s?/(?!\w)")
            return max((m.start() for m in mark.finditer(self.text, max(0, before - _BACK), before)), default=-1)
        for k in range(bisect_left(self.marks, (before, before)) - 1, -1, -1):
            start, end = self.marks[k]
            if number in re.split(r"[,;–-]", self.text[start:end]):
                return start
            if before - start > _BACK:
                break
        return -1
