"""Footnotes: small lines at the foot of a page, or old ones whose mark has a stroke ("1/")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.read.layout.grid import DATE
from extract.read.layout.page import Level, Line, Page

_BEGINS = re.compile(r"(?:\d{1,3}|[a-z]|\*{1,3}|[†‡§])\s?/?\s+[A-Z“\"']|[*†‡§]{1,3}\s?\S")
_OLD = re.compile(r"(?:\d{1,3}|[a-z]|\*{1,3})\s?/\s+\S")
_FROM = 0.4  # of the height of the page: no footnote begins above


def footnotes(page: Page, lines: Sequence[Line], size: float) -> dict[int, bool]:
    """The lines (by `id`) that are footnotes, and whether a new one begins there.

    Args:
        page: the page, with its rules.
        lines: its lines in reading order, without page furniture.
        size: the height of the letters of the document's text.
    """
    found: dict[int, bool] = {}
    if lines:  # scans are not all of one scale
        size = min(size, sorted(line.size for line in lines)[int(0.75 * (len(lines) - 1))])
    short = [r for r in page.strokes if r.top > _FROM * page.height and 40 < r.covered < 0.4 * page.width]
    # Several on a line belong to a table; one right under words underlines them.
    short = [r for r in short if r.pieces == 1 and not any(_underlined(line, r) for line in lines)]
    stroke = max((r.top for r in short), default=None)
    inside, ended, column, own = False, True, 0, 0.0
    above: set[str] = set()  # the marks met so far
    under: Line | None = None  # the last line of the note of a table
    for line in lines:
        if not inside and (_of_table(line, above, size) or (under is not None and _goes_on(line, under))):
            found[id(line)] = line.words[0].raised
            under, ended = line, True
            continue
        under = None
        above.update(w.text for w in line.words[1:] if w.raised)
        if line.column != column:
            inside, column = False, line.column
        below = stroke is not None and line.top > stroke - 2
        small = line.size <= 0.93 * size or (below and bool(line.words[0].raised or _BEGINS.match(line.text)))
        low = line.top > _FROM * page.height
        begins = _begins(line, small=small)
        if inside and line.size > 1.06 * own and not small:
            inside = False  # the note of a table; the text goes on below
        if not inside:
            inside = low and (begins or (below and small)) and (below or _rest_is_small(lines, line, size))
            own = line.size
        if inside:
            # "12 March 2005 …" may stand at the head of a line inside a note.
            marked = line.words[0].raised or _OLD.match(line.text) or line.text[0] in "*†‡§"
            found[id(line)] = begins and bool(marked or ended)
            ended = line.text.rstrip().endswith((".", ")", "”", '"'))
    return found


def _of_table(line: Line, marks: set[str], size: float) -> bool:
    """Whether a line begins with a mark that stands at a word above it, or is small, as the notes of a table do."""
    first = line.words[0]
    return (
        first.raised
        and (first.text in marks or line.size <= 0.93 * size)
        and len(line.words) > 2
        and len(line.pieces(20)) == 1
    )


def _goes_on(line: Line, last: Line) -> bool:
    """Whether a line is the next one of the note of a table."""
    near = line.column == last.column and line.bottom - last.bottom < 1.25 * last.size
    return near and line.size < 1.06 * last.size and line.x0 < last.x0 + 12 and len(line.pieces(20)) == 1


def _underlined(line: Line, stroke: Level) -> bool:
    return -3 < stroke.top - line.bottom < 2.5 and line.x0 < stroke.x1 and line.x1 > stroke.x0


def _begins(line: Line, *, small: bool) -> bool:
    if _OLD.match(line.text):
        return True
    if not small:
        return False
    # A row of a table in small letters begins with a date, and its cells stand far apart.
    row = DATE.match(line.text) or line.pieces(9)[2:]
    return line.words[0].raised or (bool(_BEGINS.match(line.text)) and not row)


def _rest_is_small(lines: Sequence[Line], line: Line, size: float) -> bool:
    """Whether what stands below is of the notes too: footnotes end a page, the notes of a table may not."""
    if _OLD.match(line.text):
        return True
    below = [other for other in lines if other.bottom >= line.bottom and other.column == line.column]
    return sum(other.size <= 0.93 * size for other in below) >= 0.8 * len(below)
