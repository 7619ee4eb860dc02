"""What a comparison found: counts, scores and the list of differences."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Literal

Kind = Literal["missed", "extra", "wrong"]


class EvaluationError(Exception):
    """The comparison cannot be made; the message is one line that names the folder or file and the way out."""


def ratio(part: int, whole: int) -> float | None:
    """`part` of `whole`; None where there is nothing to measure.

    Args:
        part: how many are right.
        whole: how many there are.

    Returns:
        A number from 0 to 1, or None.
    """
    return part / whole if whole else None


@dataclass(slots=True)
class Count:
    """True positives, false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float | None:
        """How much of what the program says is right."""
        return ratio(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        """How much of the gold the program says."""
        return ratio(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        return ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    def add(self, other: Count) -> None:
        """Adds the counts of `other`."""
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn


@dataclass(slots=True)
class FieldScore:
    """One column on the rows that paired; `count` is over values, where two empty cells count for nothing."""

    rows: int = 0
    equal: int = 0
    count: Count = field(default_factory=Count)

    @property
    def accuracy(self) -> float | None:
        """The share of paired rows whose cells are equal, empty ones included."""
        return ratio(self.equal, self.rows)

    def see(self, gold: str, output: str) -> None:
        """Counts one pair of cells.

        Args:
            gold: the gold's cell, normalised.
            output: the program's cell, normalised.
        """
        same = gold == output
        self.rows += 1
        self.equal += same
        self.count.add(Count(bool(gold) and same, bool(output) and not same, bool(gold) and not same))

    def add(self, other: FieldScore) -> None:
        """Adds the counts of `other`."""
        self.rows += other.rows
        self.equal += other.equal
        self.count.add(other.count)


@dataclass(slots=True)
class TableScore:
    """One table: `count` of rows paired by key, `exact` rows right in every field, the fields, labels of mentions."""

    count: Count = field(default_factory=Count)
    exact: int = 0
    fields: dict[str, FieldScore] = field(default_factory=dict)
    labels: dict[str, Count] = field(default_factory=dict)

    @property
    def n_gold(self) -> int:
        """Rows of the gold."""
        return self.count.tp + self.count.fn

    @property
    def n_output(self) -> int:
        """Rows of the output."""
        return self.count.tp + self.count.fp

    @property
    def precision(self) -> float | None:
        """The share of the output's rows that the gold has."""
        return self.count.precision

    @property
    def recall(self) -> float | None:
        """The share of the gold's rows that the output has."""
        return self.count.recall

    @property
    def f1(self) -> float | None:
        """The F1 of rows."""
        return self.count.f1

    @property
    def exact_accuracy(self) -> float | None:
        """The share of the gold's rows that were found and are right in every compared field."""
        return ratio(self.exact, self.n_gold)

    def add(self, other: TableScore) -> None:
        """Adds the counts of `other`."""
        self.count.add(other.count)
        self.exact += other.exact
        for name, score in other.fields.items():
            self.fields.setdefault(name, FieldScore()).add(score)
        for name, count in other.labels.items():
            self.labels.setdefault(name, Count()).add(count)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as in the gold.

    `missed`: a row of the gold that the output lacks; `extra`: a row that the gold lacks; `wrong`: `field` differs in
    a row that both have. `gold` and `output` are its values, or all values of a missed or an extra row. `text` is the
    slice that the row stands on, where there is one; `around` shows it in its line.
    """

    document_id: str
    table: str
    kind: Kind
    key: str
    field: str = ""
    gold: str = ""
    output: str = ""
    text: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class DocumentScores:
    """One document of the gold; `in_output` is false where the run has no such document, and all rows are missed."""

    document_id: str
    in_output: bool
    tables: dict[str, TableScore]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The whole comparison: one entry a document of the gold, and `notes` in plain words on what was not compared."""

    output: str
    gold: str
    documents: tuple[DocumentScores, ...]
    notes: tuple[str, ...] = ()

    @property
    def tables(self) -> dict[str, TableScore]:
        """The scores by table over all documents."""
        total: dict[str, TableScore] = {}
        for document in self.documents:
            for name, score in document.tables.items():
                total.setdefault(name, TableScore()).add(score)
        return total

    def interval(self, table: str, share: float = 0.95, rounds: int = 1000) -> tuple[float, float] | None:
        """The bootstrap interval of a table's F1.

        Documents are drawn with replacement where there are at least five that have rows of the table; else its rows
        are, which takes each for independent of its neighbours. The same scores give the same interval.

        Args:
            table: the table's name.
            share: of the rounds, how many lie in the interval.
            rounds: how often is drawn, at most.

        Returns:
            The lower and the upper end; None where there is nothing to measure.
        """
        counts = [d.tables[table].count for d in self.documents if table in d.tables]
        counts = [c for c in counts if c.tp + c.fp + c.fn]
        if len(counts) < 5:
            counts = [
                one
                for c in counts
                for one, n in ((Count(tp=1), c.tp), (Count(fp=1), c.fp), (Count(fn=1), c.fn))
                for _ in range(n)
            ]
        if not counts:
            return None
        rounds = min(rounds, max(200, 500_000 // len(counts)))  # thousands of rows need fewer
        chance = Random(0)
        found = []
        for _ in range(rounds):
            total = Count()
            for count in chance.choices(counts, k=len(counts)):
                total.add(count)
            found.append(total.f1 or 0.0)
        found.sort()
        tail = int(rounds * (1 - share) / 2)
        return found[tail], found[-1 - tail]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The differences of all documents."""
        return tuple(d for document in self.documents for d in document.differences)
