"""A page as it looks: words with their boxes, rules, and the lines that the words make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from statistics import median
from typing import NamedTuple

_UPRIGHT = 8  # points that an upright stroke of a table is long, and stands from the ends of those that it meets
_MARK = re.compile(r"(?:\d{1,3}|[a-z]|[*†‡§]{1,3}|st|nd|rd|th)(?:[,;–-](?:\d{1,3}|[a-z]))*[,;]?$")


class Word(NamedTuple):
    """A word with its box in points, from the top left of its page as one reads it.

    `raised`: it stands above the line in smaller letters (the mark of a note, "th"); `turn`: by how many degrees the
    page must be turned, with the clock, to read it; `doubtful`: it was recognised in a picture with little confidence;
    `face`: "b" for bold, "i" for italic, both or nothing; `font`: the name of its font, where there is one.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    page: int
    raised: bool = False
    turn: int = 0
    doubtful: bool = False
    face: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical stroke: its box, one side of which is nearly nothing."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Level:
    """Horizontal strokes at one height: from the leftmost to the rightmost, and how much of that they cover.

    `joints`: where one ends and the next begins, or upright strokes meet it; `reach`: how far down these go on, 0
    where there are none.
    """

    top: float
    x0: float
    x1: float
    covered: float
    pieces: int
    joints: tuple[float, ...] = ()
    reach: float = 0.0


def levels(rules: Iterable[Rule]) -> list[Level]:
    """The horizontal strokes of a page from the top down; a table's are often drawn cell by cell.

    Where upright strokes meet one that is drawn through, columns part too.
    """
    every = list(rules)
    upright = [r for r in every if not r.horizontal and r.bottom - r.top > _UPRIGHT]
    return [_met_by(level, upright) for level in _levels(every)]


def _met_by(level: Level, upright: Sequence[Rule]) -> Level:
    """A level with what upright strokes that begin at it, or cross it, say of a table below it."""
    own = [r for r in upright if level.x0 - 4 < r.x0 < level.x1 + 4]
    inside = [r for r in own if level.x0 + _UPRIGHT < r.x0 < level.x1 - _UPRIGHT]
    met = sorted((r.x0 + r.x1) / 2 for r in inside if r.top - 2 <= level.top <= r.bottom + 2)
    joints = level.joints or tuple(x for k, x in enumerate(met) if not k or x - met[k - 1] > 3)
    reach = level.top
    for r in sorted(own, key=lambda r: r.top):
        if r.top <= reach + 3:  # drawn cell by cell, one goes on where the other ends
            reach = max(reach, r.bottom)
    return replace(level, joints=joints, reach=reach if reach > level.top + 3 else 0.0)


def _levels(rules: Sequence[Rule]) -> list[Level]:
    groups: list[list[Rule]] = []
    for r in sorted((r for r in rules if r.horizontal), key=lambda r: r.top):
        if groups and r.top - groups[-1][0].top < 1.5:
            groups[-1].append(r)
        else:
            groups.append([r])
    return [_level(group) for group in groups]


def _level(group: list[Rule]) -> Level:
    top = group[0].top
    if len(group) == 1:
        return Level(top, group[0].x0, group[0].x1, group[0].x1 - group[0].x0, 1)
    group.sort(key=lambda r: r.x0)
    x0, x1 = group[0].x0, max(r.x1 for r in group)
    joints: list[float] = []
    end = group[0].x1
    for r in group[1:]:
        if -1.5 <= r.x0 - end <= 8 and r.x1 - r.x0 > 8:
            joints.append((r.x0 + end) / 2)
        end = max(end, r.x1)
    return Level(top, x0, x1, min(sum(r.x1 - r.x0 for r in group), x1 - x0), len(group), tuple(joints))


@dataclass(frozen=True)
class Line:
    """Words on one baseline.

    `column` counts the columns of prose on a page, from 0; `margins` are the left and right edge of what the line
    stands in: the text of the page, or its column.
    """

    words: tuple[Word, ...]
    column: int = 0
    margins: tuple[float, float] = (0.0, 0.0)

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(w.text for w in self.words)

    @cached_property
    def x0(self) -> float:
        return self.words[0].x0

    @cached_property
    def x1(self) -> float:
        return max(w.x1 for w in self.words)

    @cached_property
    def top(self) -> float:
        return min(w.top for w in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(w.bottom for w in self.words if not w.raised) if any(not w.raised for w in self.words) else self.low

    @cached_property
    def low(self) -> float:
        """Where the lowest word ends."""
        return max(w.bottom for w in self.words)

    @cached_property
    def size(self) -> float:
        """Height of the letters."""
        return median([w.bottom - w.top for w in self.words if not w.raised] or [self.low - self.top])

    @cached_property
    def face(self) -> str | None:
        """The face that all its words have, or None."""
        faces = {w.face for w in self.words}
        return next(iter(faces)) if len(faces) == 1 else None

    @property
    def page(self) -> int:
        return self.words[0].page

    def pieces(self, gap: float) -> list[tuple[Word, ...]]:
        """The words in groups that stand more than `gap` points apart."""
        groups: list[list[Word]] = []
        for word in self.words:
            if groups and word.x0 - groups[-1][-1].x1 <= gap:
                groups[-1].append(word)
            else:
                groups.append([word])
        return [tuple(g) for g in groups]


@dataclass(slots=True)
class Page:
    """What one reads on a page without turning it. A page with a turned table on it is two of these.

    `strokes` are the horizontal rules; `turn` is that of its words; `shown`: by how many degrees, with the clock, it
    must be turned to lie as it is shown; `drawn`: how many shapes are on it that are no
    straight strokes.
    """

    number: int
    width: float
    height: float
    lines: list[Line]
    strokes: list[Level] = field(default_factory=list)
    turn: int = 0
    shown: int = 0
    drawn: int = 0

    @property
    def is_figure(self) -> bool:
        """Whether it is a map or a chart: much is drawn, and its words stand about in ones and twos."""
        if self.drawn < 100 or len(self.lines) < 12:
            return False
        few = sum(len(piece) <= 2 for line in self.lines for piece in line.pieces(2 * line.size))
        return few > 0.6 * sum(len(line.pieces(2 * line.size)) for line in self.lines)


# A stroke that is typed, not drawn.
_TYPED = re.compile(r"[_=]{4,}|[-–—]{5,}")


def pages(
    number: int,
    width: float,
    height: float,
    words: Sequence[Word],
    rules: Sequence[Rule] = (),
    rotation: int = 0,
    drawn: int = 0,
) -> list[Page]:
    """The page as one reads it, and what stands on it turned, each from the top down; the fuller one first.

    Args:
        number: of the page, from 1.
        width, height: in points, before the page is turned as it asks to be.
        words: their boxes are those on the page turned by their `turn`.
        rules: on the page as it lies.
        rotation: by how many degrees the page asks to be turned, with the clock, to be shown.
        drawn: how many shapes are on it that are no straight strokes.
    """
    typed = [w for w in words if _TYPED.fullmatch(w.text) and w.x1 - w.x0 > 30 and not w.turn]
    if typed:
        rules = [*rules, *(Rule(w.x0, w.bottom - 2, w.x1, w.bottom - 2) for w in typed)]
    turns = Counter[int]()
    for word in words:
        turns[word.turn] += len(word.text)
    out: list[Page] = []
    for turn, _ in turns.most_common() or [(0, 0)]:
        wide, high = (width, height) if turn % 180 == 0 else (height, width)
        own = words if len(turns) <= 1 else [w for w in words if w.turn == turn]
        strokes = levels(_turned(r, turn, width, height) for r in rules) if not out else []
        out.append(Page(number, wide, high, lines(own), strokes, turn, (rotation - turn) % 360, drawn))
    return out


def turned(
    box: tuple[float, float, float, float], turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """A box (x0, top, x1, bottom) on the page after turning it by `turn` degrees with the clock."""
    x0, top, x1, bottom = box
    match turn:
        case 90:
            return height - bottom, x0, height - top, x1
        case 180:
            return width - x1, height - bottom, width - x0, height - top
        case 270:
            return top, width - x1, bottom, width - x0
    return box


def _turned(rule: Rule, turn: int, width: float, height: float) -> Rule:
    x0, top, x1, bottom = turned((rule.x0, rule.top, rule.x1, rule.bottom), turn, width, height)
    return Rule(x0, top, x1, bottom)


def lines(words: Iterable[Word]) -> list[Line]:
    """Words on one baseline, from the top of the page, each line from left to right."""
    found: list[list[Word]] = []
    strokes: list[Word] = []
    marks: list[Word] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.x0)):
        if _TYPED.fullmatch(word.text) and word.x1 - word.x0 > 30:
            strokes.append(word)
            continue
        if word.raised:
            marks.append(word)
            continue
        for line in reversed(found[-4:]):
            base = line[-1]
            if abs(base.bottom - word.bottom) <= 2.5 or (
                word.top >= base.top - 1
                and word.bottom <= base.bottom + 1
                and word.bottom - word.top < base.bottom - base.top
            ):
                line.append(word)
                break
        else:
            found.append([word])
    out = []
    for line in _with_marks(found, marks):
        line.sort(key=lambda w: w.x0)
        out.append(Line(tuple(line)))
    out += [Line((word,)) for word in strokes]
    return sorted(out, key=lambda line: line.bottom)


def is_stroke(line: Line) -> bool:
    """Whether a line is nothing but a stroke that is typed: under the heads of a table, above the notes, at the end."""
    return all(_TYPED.fullmatch(w.text) for w in line.words)


def _with_marks(found: list[list[Word]], marks: list[Word]) -> list[list[Word]]:
    """Marks of notes, which stand a little above their line, brought down to it."""
    out: list[list[Word]] = []
    for line in found:
        if len(line) <= 6 and all(_MARK.match(w.text) for w in line):
            marks += line
        else:
            out.append(line)
    for mark in marks:
        own = next((line for line in out if 0 < line[0].bottom - mark.bottom < 12 and _beside(mark, line)), None)
        if own is None:
            out.append([mark])
        else:
            own.append(mark._replace(raised=True))
    return out


def _beside(mark: Word, line: Sequence[Word]) -> bool:
    """Whether a mark in smaller letters stands at the shoulder of a word of the line under it."""
    height = mark.bottom - mark.top
    return any(
        height < 0.85 * (w.bottom - w.top)
        and w.top - 0.35 * height <= mark.top
        and mark.bottom <= w.bottom - 0.05 * height
        and (-2 <= mark.x0 - w.x1 <= 8 or -2 <= w.x0 - mark.x1 <= 20)
        for w in line
    )
