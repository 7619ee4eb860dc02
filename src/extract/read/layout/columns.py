"""Reading order: pages printed in two columns are read down the first, then down the second."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.read.layout.page import Line

_GUTTER = 9.0  # points between columns of prose, at least
_NEAR = 12.0  # points between gutters that are one
_FIRST = ("1.", "I.")
_RUN = 5  # lines on each side that two columns have at least


def usual(pages: Sequence[Sequence[Line]]) -> float | None:
    """Where the gutter is on most pages of a document (each its lines); None where they have one column."""
    found = []
    for lines in pages:
        out, gutter = ordered(lines)
        if gutter is not None and any(line.column for line in out):  # the gap of a table is no gutter
            found.append(gutter)
    found.sort()
    middle = found[len(found) // 2] if found else 0.0
    near = sum(abs(g - middle) < _NEAR for g in found)
    return middle if near >= 2 and near >= 0.4 * len(pages) else None


def ordered(lines: Sequence[Line], known: float | None = None) -> tuple[list[Line], float | None]:
    """The lines of a page (from the top down, furniture left out) in reading order, each with its margins.

    Args:
        lines: the lines.
        known: where the gutter is on other pages of the document; there a few lines are enough for a column.

    Returns:
        The lines, and where the gutter is; None if the page is printed in one column.
    """
    if not lines:
        return [], known
    left, right = _edges(lines)
    whole = [replace(line, margins=(left, right)) for line in lines]
    gutter = _gutter(lines, left, right)
    if known is not None and left < known < right and (gutter is None or _fits_better(lines, known, gutter)):
        gutter = known  # the lines of the two columns need not stand on one height
    if gutter is None:
        return whole, known
    least = 1 if known is not None and abs(gutter - known) < _NEAR else _RUN
    out: list[Line] = []
    run: list[Line] = []
    column = 0
    begins = _text_begins(whole, gutter) if whole[0].page == 1 else 0.0
    for line in whole:
        if line.top < begins:
            out.append(line)  # the masthead, whose two sides are read line by line
        elif _crosses(line, gutter):
            out, column = _close(out, run, gutter, column, least)
            run = []
            out.append(replace(line, column=column))
        else:
            run.append(line)
    out, column = _close(out, run, gutter, column, least)
    return out, gutter if column else known


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def _fits_better(lines: Sequence[Line], one: float, other: float) -> bool:
    """Whether fewer lines cross one gutter than another."""
    if abs(one - other) < _NEAR:
        return False
    return sum(_crosses(line, one) for line in lines) < sum(_crosses(line, other) for line in lines)


def _text_begins(lines: Sequence[Line], gutter: float) -> float:
    """Where the first paragraph or section stands on the first page, less a line; 0 where none is found."""
    first = next((line for line in lines if line.x0 < gutter and line.words[0].text in _FIRST), None)
    return first.top - 1.2 * first.size if first is not None else 0.0


def _gutter(lines: Sequence[Line], left: float, right: float) -> float | None:
    """Where, near the middle of the text, most lines have a gap."""
    middle, reach = (left + right) / 2, 0.14 * (right - left)
    places = Counter[int]()
    for line in lines:
        for a, b in zip(line.words, line.words[1:], strict=False):
            if b.x0 - a.x1 >= _GUTTER and a.x1 < middle + reach and b.x0 > middle - reach:
                places.update(range(round(a.x1) + 2, round(b.x0) - 1))
    near = {x: n for x, n in places.items() if abs(x - middle) <= reach}
    if not near or max(near.values()) < _RUN:
        return _between(lines, middle, reach)
    most = max(near.values())
    best = [x for x, n in near.items() if n == most]
    return float(best[len(best) // 2])


def _between(lines: Sequence[Line], middle: float, reach: float) -> float | None:
    """Where lines end on one side and begin on the other, though none of the one is level with one of the other.

    The masthead on a first page, which has two sides of its own, is left out.
    """
    if lines[0].page == 1:
        first = next((k for k, line in enumerate(lines) if line.words[0].text in _FIRST), 0)
        lines = lines[first:]
    begins = [line.x0 for line in lines if line.x0 >= middle - reach]
    ends = [line.x1 for line in lines if line.x0 < middle - reach and line.x1 <= middle + reach]
    if min(len(ends), len(begins)) < 2 * _RUN or len(ends) + len(begins) < 0.8 * len(lines):
        return None
    gap = min(begins) - max(ends)
    return (min(begins) + max(ends)) / 2 if gap >= _GUTTER else None


def _crosses(line: Line, gutter: float) -> bool:
    if any(w.x0 < gutter - 1 and w.x1 > gutter + 1 for w in line.words):
        return True
    sides = [w for w in line.words if w.x1 <= gutter + 1], [w for w in line.words if w.x0 >= gutter - 1]
    return bool(sides[0] and sides[1]) and sides[1][0].x0 - sides[0][-1].x1 < _GUTTER


def _close(out: list[Line], run: list[Line], gutter: float, column: int, least: int) -> tuple[list[Line], int]:
    """Adds the lines between two that cross the gutter: as two columns of prose, or as they are."""
    halves: tuple[list[Line], list[Line]] = ([], [])
    for line in run:
        for half, words in zip(
            halves,
            (tuple(w for w in line.words if w.x1 <= gutter + 1), tuple(w for w in line.words if w.x1 > gutter + 1)),
            strict=True,
        ):
            if words:
                half.append(replace(line, words=words))
    if not (_prose(halves[0], _RUN) and _prose(halves[1], least)):
        return out + [replace(line, column=column) for line in run], column
    first = (min(line.x0 for line in halves[0]), max(line.x1 for line in halves[0]))
    second = (min(line.x0 for line in halves[1]), max(line.x1 for line in halves[1]))
    out = out + [replace(line, column=column + 1, margins=first) for line in halves[0]]
    out += [replace(line, column=column + 2, margins=second) for line in halves[1]]
    return out, column + 3


def _without_table(half: Sequence[Line]) -> Sequence[Line]:
    """The lines of a column without those of a table that stands in it, where enough others are left."""
    cut = [k for k, line in enumerate(half) if len(line.pieces(12)) > 1 and len(line.pieces(12)[0]) > 1]
    if not cut:
        return half
    outside = [*half[: cut[0]], *half[cut[-1] + 1 :]]
    return outside if len(outside) >= 3 * _RUN and len(outside) >= 0.6 * len(half) else half


def _prose(half: Sequence[Line], least: int) -> bool:
    """Whether lines fill their column as sentences do; the cells of a table do not."""
    if len(half) < least:
        return False
    if len(half) < _RUN:
        return all(len(line.pieces(12)) == 1 for line in half)
    half = _without_table(half)
    left, right = min(line.x0 for line in half), max(line.x1 for line in half)
    width = max(right - left, 1.0)
    full = sum(line.x1 > right - 0.15 * width for line in half)
    words = sum(len(line.words) for line in half) / len(half)
    whole = sum(len(line.pieces(12)) == 1 or len(line.pieces(12)[0]) == 1 for line in half)
    return full >= 0.5 * len(half) and words >= 3.5 and width > 120 and whole >= 0.85 * len(half)
