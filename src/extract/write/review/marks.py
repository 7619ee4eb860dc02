"""Mentions as `<mark>` elements that nest, whatever the mentions do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.report import Row
from extract.write.characters import attribute, html

Span = tuple[int, int, str]
"""First character, after the last, and the opening tag."""


class Marks:
    """The mentions of one document, handed out to its text from front to back."""

    def __init__(self, text: str, mentions: Sequence[Row]) -> None:
        self._text = text
        values: dict[tuple[int, int, str], dict[str, None]] = {}
        for m in mentions:
            if m["char_start"] < m["char_end"]:
                values.setdefault((m["char_start"], -m["char_end"], m["label"]), {})[m["value"] or ""] = None
        self._spans: list[Span] = []
        for (start, end, label), said in sorted(values.items()):
            value = "; ".join(v for v in said if v)
            title = f' title="{attribute(value)}"' if value else ""
            tag = f'<mark class="{attribute(label.lower())}" data-label="{attribute(label)}"{title}>'
            self._spans.append((start, -end, tag))
        self._starts = [s[0] for s in self._spans]
        self._next = 0
        self._carried: list[Span] = []

    def text(self, start: int, end: int) -> str:
        """The characters from `start` to `end` with their marks; to be called from front to back.

        A mark that goes on behind `end` is opened again in what follows.
        """
        last = bisect_left(self._starts, end, self._next)
        spans = self._spans[self._next : last]
        self._next = last
        if self._carried or (spans and spans[0][0] < start):
            spans = [(max(s, start), e, tag) for s, e, tag in self._carried + spans if e > start]
        self._carried = [s for s in spans if s[1] > end]
        return _nested(self._text, start, end, spans) if spans else html(self._text[start:end])


def _nested(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    """A sweep over the ends: what crosses another mark is closed and opened again."""
    out: list[str] = []
    opened: list[tuple[int, str]] = []
    position = start

    def close(limit: int) -> None:
        nonlocal position
        while opened and (nearest := min(e for e, _ in opened)) <= limit:
            out.append(html(text[position:nearest]))
            position = nearest
            again = []
            while any(e == nearest for e, _ in opened):
                last = opened.pop()
                out.append("</mark>")
                if last[0] != nearest:
                    again.append(last)
            for one in reversed(again):
                out.append(one[1])
                opened.append(one)

    for first, last, tag in spans:
        close(first)
        out.append(html(text[position:first]))
        position = first
        out.append(tag)
        opened.append((min(last, end), tag))
    close(end)
    out.append(html(text[position:end]))
    return "".join(out)
