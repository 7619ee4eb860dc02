"""What the rules of a page say of the lines between them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.layout.page import Level, Line, Page
from extract.read.layout.zone import Frame


def alike(rule: Level, other: Level | Frame) -> bool:
    """Whether two rules have the same ends."""
    return abs(rule.x0 - other.x0) < 4 and abs(rule.x1 - other.x1) < 4


def enclosed(page: Page, lines: Sequence[Line], at: int, last: int, pitch: float) -> bool:
    """Whether rules of one width stand above line `at` and below the one before `last`."""
    top, bottom = lines[at].top, lines[last - 1].bottom
    wide = _wide(page)
    above = [r for r in wide if top - 2.5 * pitch < r.top < top + 3]
    below = [r for r in wide if bottom - 3 < r.top < bottom + 2.5 * pitch]
    return any(alike(a, b) for a in above for b in below)


def ended(page: Page, lines: Sequence[Line], k: int, pitch: float) -> bool:
    """Whether a rule as wide as a table stands above line k, apart from it."""
    line, above = lines[k], lines[k - 1]
    if line.bottom - above.bottom < 1.5 * pitch:
        return False
    wide = [r for r in page.strokes if r.covered > 0.5 * (above.margins[1] - above.margins[0])]
    # It ends nothing if another stands right below the line: that is a row of one cell.
    under = [r for r in wide if line.bottom - 3 < r.top < line.bottom + pitch]
    return any(
        above.bottom - 3 < r.top < line.top + 3
        and line.bottom - r.top > 1.6 * pitch
        and not any(alike(r, other) for other in under)
        for r in wide
    )


def headed_again(page: Page, lines: Sequence[Line], at: int, k: int, *, gap: float, pitch: float) -> bool:
    """Whether line k, between two wide rules, begins as the table at `at` does: the heads of the next one."""
    own, first = lines[k].pieces(gap), lines[at].pieces(gap)
    if len(own) < 2 or len(first) < 2 or [w.text for w in own[0]] != [w.text for w in first[0]]:
        return False
    rules = [r.top for r in _wide(page)]
    above = any(lines[k - 1].bottom - 4 < top < lines[k].top + 3 for top in rules)
    return above and any(lines[k].bottom - 4 < top < lines[k].bottom + pitch for top in rules)


def _wide(page: Page) -> list[Level]:
    return [r for r in page.strokes if r.covered > 0.4 * page.width]
