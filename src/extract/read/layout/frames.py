"""Tables whose rules are drawn about each cell: where two strokes meet, two columns part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.read.layout.page import Level, Line, Page
from extract.read.layout.rules import alike
from extract.read.layout.zone import MASTHEAD, Frame, Gutter, Zone

_HEADS = 8  # lines of heads, at most


class Framed:
    """Looks for such tables on one page.

    Args:
        page: the page, with its rules.
        lines: its lines in reading order, without furniture and notes.
        pitch: the usual distance of baselines, in points.
        gap: how far apart two heads stand at least.
    """

    def __init__(self, page: Page, lines: Sequence[Line], pitch: float, gap: float) -> None:
        self.page, self.lines, self.pitch, self.gap = page, lines, pitch, gap
        self.jointed = any(r.joints for r in page.strokes)

    def zone(self, at: int) -> Zone | None:
        """The table that begins with line `at`: between two rules with the same joints stand its heads."""
        top = self._above(at) if self.jointed else None
        if top is None:
            return None
        under = next((r for r in self.page.strokes if r.top > top.top + 3 and alike(r, top)), None)
        if under is None or not any(_met(x, under.joints) for x in top.joints):
            return None
        n = at
        while n < len(self.lines) and self.lines[n].bottom < under.top + 3:
            n += 1
        heads = self.lines[at:n]
        if not 1 <= len(heads) <= _HEADS:
            return None
        between = [r.top for r in self.page.strokes if top.top + 3 < r.top < under.top - 3]
        upper = sum(line.bottom < between[0] + 3 for line in heads) if between else 0
        groups = tuple(x for x in top.joints if _met(x, under.joints))
        frame = Frame(top.x0, top.x1, under.joints, groups, upper, top.reach)
        if any(frame.crossed(line) for line in heads[upper:]):
            return None
        if len(set[int]().union(*(frame.filled(line) for line in heads))) < 2:
            return None
        last = self._last(frame, n, [line.text for line in heads])
        if not any(len(frame.filled(line)) > 1 and not frame.crossed(line) for line in self.lines[n:last]):
            return None
        if self.page.number == 1 and any(MASTHEAD.search(line.text) for line in self.lines[at:last]):
            return None
        # A table printed over two pages has its rules on both: the columns without words are on the other.
        left, right = min(line.x0 for line in self.lines[at:last]), max(line.x1 for line in self.lines[at:last])
        frame = replace(frame, joints=tuple(x for x in frame.joints if left < x < right))
        frame = self._finer(frame, heads[upper:], self.lines[n:last])
        return Zone(at, last, self._gutters(frame, at + upper, last), len(heads), frame=frame)

    def _finer(self, frame: Frame, heads: Sequence[Line], body: Sequence[Line]) -> Frame:
        """With the columns whose rules are drawn in one stroke: their heads stand apart, and so do their cells."""
        found: list[float] = []
        for low, high in pairwise([frame.x0, *frame.joints, frame.x1]):
            own = sorted((w.x0, w.x1) for line in heads for w in line.words if low < (w.x0 + w.x1) / 2 < high)
            end = own[0][1] if own else high
            for x0, x1 in own:
                if x0 - end > self.gap and (white := _white(body, end, x0)) is not None:
                    found.append(white)
                end = max(end, x1)
        return replace(frame, joints=tuple(sorted([*frame.joints, *found]))) if found else frame

    def rest(self, carried: Frame) -> Zone | None:
        """What stands at the top of the page of a table with such columns that began on the page before."""
        top = self._above(0)
        if carried.reach and (top is None or not top.reach):
            return None  # its upright rules end on the page before
        frame = replace(carried.at(carried.x0 if top is None else top.x0), reach=top.reach if top else 0.0)
        if top is not None and not (alike(top, frame) and all(_met(x, frame.joints) for x in self._seen(frame, top))):
            return None
        last = self._last(frame, 0, [])
        if not any(len(frame.filled(line)) > 1 for line in self.lines[:last]):
            return None
        return Zone(0, last, self._gutters(frame, 0, last), resumed=True, frame=frame)

    def _seen(self, frame: Frame, rule: Level) -> list[float]:
        """The joints of a rule between the first and the last of a table."""
        return [x for x in rule.joints if frame.joints and frame.joints[0] - 4 < x < frame.joints[-1] + 4]

    def _above(self, at: int) -> Level | None:
        """The rule with joints between a line and the one above it."""
        line = self.lines[at]
        floor = line.top - 3 * self.pitch
        if at and self.lines[at - 1].column == line.column:
            floor = max(floor, self.lines[at - 1].bottom - 4)
        found = [r for r in self.page.strokes if floor < r.top < line.top + 3]
        return found[-1] if found and found[-1].joints else None

    def _last(self, frame: Frame, n: int, heads: Sequence[str]) -> int:
        """The line after the last one that keeps to the columns, `n` being the first under the heads."""
        last = n
        largest = 0.0
        while last < len(self.lines):
            line = self.lines[last]
            above = self.lines[last - 1] if last else None
            if above is not None and not self._goes_on(frame, above, line, last):
                break
            if frame.reach and line.top > frame.reach - 3:
                break
            if line.x0 < frame.x0 - 6 or line.x1 > frame.x1 + 6 or (largest and line.size > 1.2 * largest):
                break
            if last > n and heads and line.text == heads[0]:
                return self._before_title(frame, n, last)  # the next table has the same heads
            if frame.crossed(line) and not self._spans(frame, last):
                break
            largest = max(largest, line.size)
            last += 1
        return self._before_title(frame, n, last) if last < len(self.lines) else last

    def _before_title(self, frame: Frame, n: int, last: int) -> int:
        """Where a table ends when another one follows: what stands alone under its last rule is the title of that."""
        at = last
        while at > n and len(frame.filled(self.lines[at - 1])) == 1:
            at -= 1
            above = self.lines[at - 1].bottom - 4
            if any(above < r.top < self.lines[at].top + 3 and alike(r, frame) for r in self.page.strokes):
                return at if at > n else last
        return last

    def _goes_on(self, frame: Frame, above: Line, line: Line, at: int) -> bool:
        if line.column != above.column:
            return False
        between = [r for r in self.page.strokes if above.bottom - 3 < r.top < line.top + 3]
        own = [r for r in between if alike(r, frame)]
        if any(r.covered > 0.8 * (frame.x1 - frame.x0) for r in between if not alike(r, frame)):
            return False  # the rule of another table
        if own and line.bottom - own[-1].top > 2.2 * self.pitch and len(frame.filled(line)) == 1:
            return False  # a heading, below the notes that stood here
        if any(r.top > line.bottom - 3 and alike(r, frame) for r in self.page.strokes):
            return True
        if own:  # the last rule: it ends the table, or is that under heads or a group of rows
            return len(frame.filled(line)) > 1 and not frame.crossed(line)
        return line.bottom - above.bottom < 6 * self.pitch

    def _spans(self, frame: Frame, at: int) -> bool:
        """Whether a line across the columns is a cell of the table: between rules of its own, or short above rows."""
        line = self.lines[at]
        rules = [r for r in self.page.strokes if alike(r, frame)]
        near = 2.2 * self.pitch
        above = any(line.bottom - near < r.top < line.top + 3 for r in rules)
        under = any(line.bottom - 3 < r.top < line.bottom + near for r in rules)
        if above and under:
            return True
        if line.x1 - line.x0 > 0.75 * (frame.x1 - frame.x0):
            return False
        return any(len(frame.filled(row)) > 1 and not frame.crossed(row) for row in self.lines[at + 1 : at + 3])

    def _gutters(self, frame: Frame, first: int, last: int) -> list[Gutter]:
        """What is white about each joint, the lines over several columns left aside."""
        out: list[Gutter] = []
        lines = [line for line in self.lines[first:last] if not frame.crossed(line)]
        for k, x in enumerate(frame.joints):
            low = frame.joints[k - 1] if k else frame.x0
            high = frame.joints[k + 1] if k + 1 < len(frame.joints) else frame.x1
            left = max((w.x1 for line in lines for w in line.words if w.x0 + w.x1 < 2 * x and w.x1 > low), default=low)
            right = min((w.x0 for line in lines for w in line.words if w.x0 + w.x1 > 2 * x), default=high)
            out.append((min(left, x - 0.5), max(min(right, high), x + 0.5)))
        return out


def _white(body: Sequence[Line], low: float, high: float) -> float | None:
    """Where between two places nearly no line has words: the middle of the widest such strip."""
    black = Counter[int]()
    for line in body:
        black.update({x for w in line.words for x in range(round(w.x0), round(w.x1) + 1) if low < x < high})
    best: list[int] = []
    run: list[int] = []
    for x in range(round(low) + 1, round(high)):
        run = [*run, x] if black[x] <= 0.1 * len(body) else []
        best = max(best, run, key=len)
    return (best[0] + best[-1]) / 2 if len(best) >= 3 else None


def _met(x: float, joints: Sequence[float]) -> bool:
    return any(abs(x - y) < 4 for y in joints)
