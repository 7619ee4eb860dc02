"""Words that were recognised in a picture with little confidence make the events that they tell of less sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extract.model import Source, Telling

_DATE = 0.25
_WORDS = 0.05


def share(source: Source, best: Telling, group: Sequence[Telling]) -> float:
    """What the doubt about its words takes from the confidence in an event.

    0.25 where its date or its number is doubtful, so that a person looks at it, unless another telling gives the same
    date, or number, in words without doubt; 0.05 for other doubtful words in a row or sentence that tells of it.

    Args:
        source: the document.
        best: the event with its chosen values.
        group: its tellings.
    """
    if not source.doubtful:
        return 0.0
    same = [t for t in group if (t.first, t.last) == (best.first, best.last) and t.date_start >= 0]
    if same and all(any(_doubtful(source, *_with_neighbours(source, t))) for t in same):
        return _DATE
    numbered = [t for t in group if best.number and t.number == best.number]
    if numbered and all(best.number in _digits(source, t) for t in numbered):
        return _DATE
    return _WORDS if any(any(_doubtful(source, t.start, t.end)) for t in group) else 0.0


def _with_neighbours(source: Source, telling: Telling) -> tuple[int, int]:
    """The place of a date with the word before it and the word after it: its day or its year may have been misread."""
    before = source.text[max(0, telling.date_start - 20) : telling.date_start].rstrip()
    after = source.text[telling.date_end : telling.date_end + 20].lstrip()
    lead, trail = before.rsplit(None, 1)[-1:], after.split(None, 1)[:1]
    start = source.text.rfind(lead[0], 0, telling.date_start) if lead else telling.date_start
    end = source.text.find(trail[0], telling.date_end) + len(trail[0]) if trail else telling.date_end
    return start, end


def _doubtful(source: Source, start: int, end: int) -> Iterator[str]:
    """The doubtful words between two places."""
    spans = source.doubtful
    first = bisect_left(spans, start, key=lambda span: span[1])
    for a, b in spans[first:]:
        if a >= end:
            return
        if b > start:
            yield source.text[a:b]


def _digits(source: Source, telling: Telling) -> set[str]:
    """The doubtful figures in a telling: of "398th", "398"."""
    return {"".join(c for c in word if c.isdigit()) for word in _doubtful(source, telling.start, telling.end)}
