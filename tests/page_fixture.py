"""Pages as reports print them (paragraphs, tables, footers) put together for `pdf_fixture`, and what was read of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportlab.pdfbase.pdfmetrics import stringWidth

from extract.model import Segment, Source
from extract.read import pdf as reader
from extract.segment import segment
from tests.pdf_fixture import Item, Stroke, Words, pdf

LEFT, RIGHT, PITCH = 100.0, 512.0, 12.0
COLUMNS = (LEFT, 200.0, 380.0)
SAID = (
    "The Committee recalled the report of its previous session and heard the views of the delegations on it. It "
    "then considered the proposals of the Secretariat and agreed to revert to them when the comments of members had "
    "been circulated. Several speakers held that the safety of personnel should remain the first concern of all. "
)


def prose(
    words: str,
    y: float,
    *,
    x: float = LEFT,
    right: float = RIGHT,
    size: float = 10,
    pitch: float = PITCH,
    font: str = "Helvetica",
    indent: float = 0,
    justified: bool = True,
) -> list[Item]:
    """A paragraph from baseline y on; its lines fill their measure but for the last one."""
    out: list[Item] = []
    lines: list[list[str]] = [[]]
    for word in words.split():
        start = x + (0 if len(lines) > 1 else indent)
        if lines[-1] and start + stringWidth(" ".join([*lines[-1], word]), font, size) > right:
            lines.append([])
        lines[-1].append(word)
    for k, line in enumerate(lines):
        start = x + (0 if k else indent)
        text = " ".join(line)
        spread = 0.0
        if justified and k < len(lines) - 1 and len(line) > 1:
            spread = (right - start - stringWidth(text, font, size)) / (len(line) - 1)
        out.append(Words(start, y + k * pitch, size, text, font, spread=spread))
    return out


def below(items: Iterable[Item], by: float = 22) -> float:
    """The baseline so far under the last one."""
    return max(item[1] for item in items) + by


def table(
    rows: Sequence[Sequence[str]],
    y: float,
    *,
    x: Sequence[float] = COLUMNS,
    size: float = 9,
    pitch: float = 11,
    between: float = 8,
    rules: Sequence[int] = (),
    right: float = RIGHT,
) -> list[Item]:
    """Rows of cells, a line of a cell after a line break; `rules`: the rows above which a rule stands."""
    out: list[Item] = []
    for n, row in enumerate(rows):
        if n in rules:
            out.append(Stroke(x[0], y - pitch - between / 2 + 2, right, y - pitch - between / 2 + 2))
        for start, cell in zip(x, row, strict=False):
            out += [Words(start, y + k * pitch, size, line) for k, line in enumerate(cell.split("\n")) if line]
        y += pitch * max(cell.count("\n") + 1 for cell in row) + between
    if len(rows) in rules:
        out.append(Stroke(x[0], y - pitch - between / 2 + 2, right, y - pitch - between / 2 + 2))
    return out


def read(*pages: Sequence[Item], rotate: int = 0, width: float = 612, height: float = 792) -> Source:
    """What the reader makes of these pages."""
    return reader.read("made.pdf", pdf(pages, rotate=rotate, width=width, height=height), "0" * 64)


def segments(source: Source) -> list[Segment]:
    """Its segments, of a document `x`."""
    return segment(source, "x")


def tables(source: Source) -> list[list[list[str]]]:
    """The cells of each table, row by row; an empty string where a row has none in a column before its last."""
    out: list[list[list[str]]] = []
    for block in source.blocks:
        if not block.in_table:
            continue
        while len(out) <= block.table:
            out.append([])
        rows = out[block.table]
        while len(rows) <= block.row:
            rows.append([])
        row = rows[block.row]
        row += [""] * (block.column - len(row)) + [source.text[block.start : block.end]]
    return out


def texts(source: Source, style: str | None = None) -> list[str]:
    """The words of each block that is no cell; of those of one style, where it is given, else furniture and notes out."""
    aside = ("furniture", "footnote")
    return [
        source.text[b.start : b.end]
        for b in source.blocks
        if not b.in_table and (b.style == style if style is not None else b.style not in aside)
    ]


def unturned(x: float, y: float, rotate: int, width: float = 612, height: float = 792) -> tuple[float, float]:
    """Where a place on a page as it is shown lies on the page before it is turned; both from the top left."""
    match rotate:
        case 90:
            return y, height - x
        case 180:
            return width - x, height - y
        case 270:
            return width - y, x
    return x, y


def well_formed(source: Source) -> None:
    """Blocks stand in order, hold something, do not overlap, and nothing but line breaks is between them."""
    at = 0
    for block in source.blocks:
        assert not source.text[at : block.start].strip()
        assert at <= block.start < block.end <= len(source.text)
        assert source.text[block.start : block.end].strip()
        at = block.end
    assert not source.text[at:].strip()
    assert all(a.end < b.start for a, b in pairwise(source.blocks))
