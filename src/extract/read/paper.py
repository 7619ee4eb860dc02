"""Lays down a canonical text piece by piece and hands out the blocks, for formats that know their paragraphs."""

from __future__ import annotations

import re

from extract.model import Block

_BLANKS = re.compile(r"[^\S\n]+")


class Paper:
    """Collects paragraphs and cells in reading order.

    Every piece stands on a line of its own. Runs of blanks (no-break spaces and tabs among them) become one space, a
    line break inside a piece stays, soft hyphens go: they are no characters that a reader sees.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._at = 0

    def add(
        self,
        text: str,
        *,
        style: str = "",
        page: int = 0,
        gap: int = 0,
        table: int = -1,
        row: int = -1,
        column: int = -1,
        rows: int = 1,
    ) -> None:
        """Adds one paragraph or cell; an empty one leaves nothing.

        Args:
            text: its words, with the number or letter that is printed before them ("12. The Committee …").
            style: `heading`, `title`, `furniture`, `footnote`, `figure`, `header`, `break` or nothing.
            page: its page, from 1; 0 where the format has none.
            gap: blank lines above it.
            table, row, column: its place in a table, from 0; -1 outside tables.
            rows: how many rows it spans.
        """
        text = "\n".join(
            _BLANKS.sub(" ", line).strip()
            for line in text.replace("\u00ad", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )
        text = text.strip("\n ")
        if not text:
            return
        self._blocks.append(Block(self._at, self._at + len(text), table, row, column, gap, page, style, rows=rows))
        self._parts.append(text)
        self._at += len(text) + 1

    def done(self) -> tuple[str, tuple[Block, ...]]:
        """The canonical text and its blocks."""
        return "".join(part + "\n" for part in self._parts), tuple(self._blocks)
