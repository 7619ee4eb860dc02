"""A document's canonical text as HTML: headings, paragraphs, tables; every character that is no blank, in its order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.report import Row
from extract.write.characters import attribute
from extract.write.review.marks import Marks

_CHUNK = 6000
_ROWS = 60
"""Characters, and rows of a table, that are laid out together: what is out of view costs nothing."""
_CELL = re.compile(r"/cell_(\d+)$")
_NUMBER = re.compile(r"\S+")
_TABLE = ("table_header", "table_row")
_TAGS = {"title": "h2", "heading": "h3"}
_WIDEST = 200


def document_text(text: str, segments: Sequence[Row], mentions: Sequence[Row]) -> str:
    """The text as HTML.

    Args:
        text: the canonical text.
        segments: the document's rows of `segments` in reading order.
        mentions: its rows of `mentions`.

    Returns:
        Sections of blocks. An element with `data-s` holds the characters from that offset on, one for one;
        a segment's element has the id `segment:` and the segment's id.
    """
    return _Writer(text, segments, mentions).result()


class _Writer:
    def __init__(self, text: str, segments: Sequence[Row], mentions: Sequence[Row]) -> None:
        self._text, self._marks = text, Marks(text, mentions)
        self._sections: list[str] = []
        self._blocks: list[str] = []
        self._height = self._size = 0
        self._page: int | None = None
        self._part = segments[0]["part"] if segments else ""
        cells: dict[str, list[Row]] = {}
        for s in segments:
            if s["kind"] == "table_cell" and s["parent_id"]:
                cells.setdefault(s["parent_id"], []).append(s)
        position, i = 0, 0
        while i < len(segments):
            s = segments[i]
            self._gap(position, s["char_start"])
            position = max(position, s["char_start"])
            if s["kind"] in _TABLE:
                j = i
                while j < len(segments) and (
                    (segments[j]["kind"] in _TABLE and _table(segments[j]) == _table(s))
                    or (j > i and segments[j]["kind"] == "table_cell")
                ):
                    j += 1
                position = self._table([r for r in segments[i:j] if r["kind"] in _TABLE], cells, position)
                i = j
                continue
            position = self._block(s, position)
            i += 1
        self._gap(position, len(text))
        self._flush()

    def result(self) -> str:
        return "\n".join(self._sections)

    def _gap(self, start: int, end: int) -> None:
        """Characters that no segment holds are shown as well."""
        if start < end and not self._text[start:end].isspace():
            self._add(f'<p class="other" data-s="{start}">{self._marks.text(start, end)}</p>', end - start)

    def _add(self, block: str, characters: int, rows: int = 1) -> None:
        self._blocks.append(block)
        self._size += characters
        self._height += 27 * (1 + characters // 80) + 14 * rows
        if self._size >= _CHUNK:
            self._flush()

    def _flush(self) -> None:
        """Ends a section; its class tells about how high it will be, in steps of 200 pixels."""
        if self._blocks:
            height = min(max(round(self._height / 200), 1), 40)
            self._sections.append(f'<section class="chunk h{height}">\n' + "\n".join(self._blocks) + "\n</section>")
            self._blocks, self._size, self._height = [], 0, 0

    def _page_mark(self, s: Row) -> str:
        if not s["page"] or s["page"] == self._page:
            return ""
        self._page = s["page"]
        return f' data-page="p. {self._page}"'

    def _divide(self, s: Row) -> None:
        if s["part"] != self._part:
            self._part = s["part"]
            name = self._part.replace("_", " ").capitalize()
            self._blocks.append(f'<div class="part" data-part="{attribute(name)}"></div>')

    def _block(self, s: Row, position: int) -> int:
        start, end = max(s["char_start"], position), s["char_end"]
        if start >= end:
            return position
        self._divide(s)
        kind = s["kind"]
        tag = _TAGS.get(kind, "p")
        number = _NUMBER.match(self._text, start, end) if s["number"] and start == s["char_start"] else None
        if number and len(number.group()) <= 12:
            inner = f'<span class="n">{self._marks.text(start, number.end())}</span>' + self._marks.text(
                number.end(), end
            )
        else:
            inner = self._marks.text(start, end)
        numbered = " numbered" if number else ""
        self._add(
            f'<{tag} class="{attribute(kind)}{numbered}" id="segment:{attribute(s["segment_id"])}" data-s="{start}"'
            f"{self._page_mark(s)}>{inner}</{tag}>",
            end - start,
        )
        return int(max(position, end))

    def _table(self, rows: list[Row], cells: dict[str, list[Row]], position: int) -> int:
        """Rows of one table that follow each other; a long one is cut into several that look as one."""
        self._divide(rows[0])
        placed = [_columns(r, cells.get(r["segment_id"], [])) for r in rows]
        width = max((p[-1][0] for p in placed if p), default=1)
        fixed, widths = (" long", _widths(placed, width)) if len(rows) > _ROWS else ("", "")
        for first in range(0, len(rows), _ROWS):
            out, begin = [], position
            for row, columns in zip(rows[first : first + _ROWS], placed[first : first + _ROWS], strict=True):
                line, position = self._row(row, columns, width, position)
                out.append(line)
            self._add(
                f'<div class="table{fixed}"><table>{widths}<tbody>\n' + "\n".join(out) + "\n</tbody></table></div>",
                position - begin,
                2 * len(out),
            )
        return position

    def _row(self, row: Row, columns: list[tuple[int, Row]], width: int, position: int) -> tuple[str, int]:
        tag = 'th scope="col"' if row["kind"] == "table_header" else "td"
        out: list[str] = []
        column = 0

        def cell(start: int, end: int, name: str, span: int = 1) -> None:
            wide = f' colspan="{span}"' if span > 1 else ""
            out.append(
                f'<{tag}{wide}{name} data-s="{start}"{self._page_mark(row)}>{self._marks.text(start, end)}</{tag[:2]}>'
            )

        position = max(position, row["char_start"]) if self._text[position : row["char_start"]].isspace() else position
        for i, (number, s) in enumerate(columns):
            start, end = max(s["char_start"], position), s["char_end"]
            if start >= end:
                continue
            if self._text[position:start].strip():
                cell(position, start, ' class="between"')
            out.append(f"<{tag[:2]}></{tag[:2]}>" * (number - column - 1))
            column = number
            last = i == len(columns) - 1
            name = f' id="segment:{attribute(s["segment_id"])}"'
            cell(start, end, name, width - number + 1 if last else 1)
            position = end
        rest = max(position, row["char_end"])
        if self._text[position:rest].strip():
            cell(position, rest, ' class="between"', max(width - column, 1))
        kind = ' class="header"' if tag != "td" else ""
        return f'<tr{kind} id="segment:{attribute(row["segment_id"])}">' + "".join(out) + "</tr>", rest


def _widths(rows: list[list[tuple[int, Row]]], width: int) -> str:
    """Columns of one width in all parts of a long table, in steps of 5 %, by what they hold."""
    held = [1.0] * width
    for row in rows:
        for number, cell in row:
            if number <= width:
                held[number - 1] += min(cell["char_end"] - cell["char_start"], 120) ** 0.7
    steps = [min(max(round(20 * h / sum(held)), 1), 19) * 5 for h in held]
    return "<colgroup>" + "".join(f'<col class="w{n}">' for n in steps) + "</colgroup>"


def _table(row: Row) -> str:
    return str(row["segment_id"]).rpartition("/")[0]


def _columns(row: Row, cells: list[Row]) -> list[tuple[int, Row]]:
    """The cells of a row with their columns, from 1: as their ids say, or one after the other."""
    inside = [c for c in cells if row["char_start"] <= c["char_start"] and c["char_end"] <= row["char_end"]]
    inside.sort(key=lambda c: (c["char_start"], c["char_end"]))
    found = [_CELL.search(c["segment_id"]) for c in inside]
    numbers = [int(m[1]) if m else 0 for m in found]
    if numbers != sorted(set(numbers)) or (numbers and (numbers[0] < 1 or numbers[-1] > _WIDEST)):
        numbers = list(range(1, len(inside) + 1))
    return list(zip(numbers, inside, strict=True))
