"""A table on a page: its lines and its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.read.layout.page import Line, Word

Gutter = tuple[float, float]
MASTHEAD = re.compile(r"Distr\.?|DISTR\.?")


@dataclass(frozen=True, slots=True)
class Frame:
    """What its rules say of a table: its edges, and where its columns part.

    `groups`: where its columns part under heads over several; `upper`: how many lines such heads take; `reach`: how
    far down the page its upright rules go, 0 where it has none.
    """

    x0: float
    x1: float
    joints: tuple[float, ...]
    groups: tuple[float, ...] = ()
    upper: int = 0
    reach: float = 0.0

    def crossed(self, line: Line) -> bool:
        """Whether a word of a line stands in two columns."""
        return any(w.x0 < x - 1.5 and w.x1 > x + 1.5 for x in self.joints for w in line.words)

    def column(self, word: Word) -> int:
        """The column in which a word stands."""
        return sum(word.x0 + word.x1 > 2 * x for x in self.joints)

    def first_column(self, word: Word) -> int:
        """The first column below the head to which a word belongs."""
        starts = [x for x in self.groups if word.x0 + word.x1 > 2 * x]
        return sum(x < starts[-1] + 8 for x in self.joints) if starts else 0

    def filled(self, line: Line) -> set[int]:
        """The columns in which a line has words."""
        return {self.column(w) for w in line.words}

    def at(self, x0: float) -> Frame:
        """The same columns elsewhere on the page."""
        by = x0 - self.x0
        return Frame(x0, self.x1 + by, tuple(x + by for x in self.joints))


@dataclass(slots=True)
class Zone:
    """Lines `first` to `last` (of the lines of a page) that are a table, and the white strips between its columns.

    `heads`: how many lines the heads take, 0 where none are known; `frame`: its rules, if they tell its columns.
    """

    first: int
    last: int
    gutters: list[Gutter]
    heads: int = 0
    resumed: bool = False
    frame: Frame | None = None

    def columns(self, lines: Sequence[Line]) -> list[float]:
        """Where each column begins."""
        starts = []
        for k in range(len(self.gutters) + 1):
            low = self.gutters[k - 1][1] - 1 if k else -1e9
            high = self.gutters[k][0] + 1 if k < len(self.gutters) else 1e9
            inside = [
                w.x0 for line in lines[self.first : self.last] for w in line.words if low <= w.x0 and w.x1 <= high
            ]
            starts.append(min(inside, default=low))
        return starts
