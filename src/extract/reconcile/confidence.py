"""How sure an event is, and whether a person should look at it first, and why.

The confidence begins with how often the rule that read it was right on reports that nobody had written rules for
(`knowledge/confidence.csv`: rows right and wrong by rule and precision), drawn to the mean of all rules where a rule
was seen seldom. What made rows wrong there takes its log odds from it (`knowledge/doubts.csv`); so do disagreements.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract import lexicon
from extract.model import Discrepancy, Header, MissionLink, Telling

REVIEW = 0.76  # below it a person should look: about one row in seven
_YEARS_BEFORE = 2  # years
_PRIOR = 6.0  # rows of the mean that each rule is given
_MOST = 0.99
_ANY = "any"
_AGREED = 0.99  # the table and the prose say the same


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure an event is: a number from 0.05 to 0.99, the share of such rows that were right at first sight.

    `reason` says why a person should look at it first, what weighs most in front; empty where nobody need.
    """

    confidence: float
    needs_review: bool
    reason: str


def sureness(
    best: Telling,
    group: Sequence[Telling],
    found: Sequence[Discrepancy],
    links: Sequence[MissionLink],
    header: Header,
    unsure: float = 0.0,
    rival: bool = False,
) -> Sureness:
    """How sure an event is.

    Args:
        best: the event with its chosen values.
        group: its tellings.
        found: its discrepancies.
        links: its missions.
        header: the document's date and body.
        unsure: the share of words that were recognised in a picture with little confidence (see `doubt`).
        rival: another place tells of an event of the very same days, which may be this one.
    """
    usual = max(rate(t) for t in group)
    doubts = _held(best, header, rival)
    value = _less(usual, sum(float(d["log_odds"]) for d in doubts))
    if len({t.source for t in group if t.first == best.first}) == 2:
        value = max(value, _AGREED)
    taken = list(_taken(best, found, links, unsure))
    value = round(max(0.05, value - sum(much for much, _ in taken)), 2)
    if value >= REVIEW:
        return Sureness(value, False, "")
    reasons = sorted((r for r in taken if r[1]), reverse=True)
    reasons += sorted(((usual - _less(usual, float(d["log_odds"])), d["says"]) for d in doubts), reverse=True)
    if usual < _rates()[_ANY, _ANY, _ANY]:
        reasons.append((0.0, f"of 100 events told in this way about {usual * 100:.0f} were right"))
    return Sureness(value, True, "; ".join(words for _, words in reasons))


def _taken(
    best: Telling, found: Sequence[Discrepancy], links: Sequence[MissionLink], unsure: float
) -> Iterator[tuple[float, str]]:
    """What is taken from the confidence, each with its reason, empty where it is too small to be one."""
    if best.first is None:
        yield 0.4, "its date could not be read"
    elif best.note in ("odd", "unread", "impossible", "weekday"):
        yield 0.4, "its date can hardly be right as printed"
    if best.note == "carried":
        yield 0.08, "its date stands in a row above"
    for severity, much in (("error", 0.35), ("warning", 0.24)):
        if kinds := dict.fromkeys(d.kind for d in found if d.severity == severity):
            yield much, f"the document disagrees with itself ({', '.join(kinds)})"
            break
    if any(link.basis == "implied" for link in links):
        yield 0.01, ""
    if unsure:
        yield unsure, "words of it were hard to read in the picture of the page"


def rate(telling: Telling) -> float:
    """How often tellings of this kind were right at first sight."""
    rates = _rates()
    precision = "month" if telling.precision in ("month", "year") else telling.precision
    keys = ((telling.rule, precision, telling.basis), (telling.rule, precision, _ANY), (telling.rule, _ANY, _ANY))
    return next((rates[k] for k in keys if k in rates), rates[_ANY, _ANY, _ANY])


def _held(best: Telling, header: Header, rival: bool) -> list[dict[str, str]]:
    """The doubts that an event's place and time, and a rival, raise: their rows of `knowledge/doubts.csv`."""
    written, first = header.date, best.first
    holds = {
        "after_document": bool(written and first and first > written),
        "years_before": bool(written and first and written.year - first.year > _YEARS_BEFORE),
        "footnote": best.segment.kind == "footnote",
        "loose_line": best.segment.kind in ("other", "heading"),
        "no_body": not header.issuing_body,
        "definite": best.definite,
        "no_holder": not best.body,
        "same_days": rival and best.source == "narrative" and not best.number,
        "annex_prose": best.source == "narrative" and best.segment.part.startswith("annex"),
    }
    return [row for row in lexicon.rows("doubts") if holds[row["doubt"]]]


def _less(value: float, log_odds: float) -> float:
    """A rate whose odds are changed."""
    odds = value / (1 - value) * math.exp(log_odds)
    return odds / (1 + odds)


@cache
def _rates() -> dict[tuple[str, str, str], float]:
    rows = lexicon.rows("confidence")
    right, wrong = (sum(int(r[c]) for r in rows) for c in ("right", "wrong"))
    mean = right / (right + wrong)
    found = {(_ANY, _ANY, _ANY): mean}
    for r in rows:
        n = int(r["right"]) + int(r["wrong"])
        value = (int(r["right"]) + _PRIOR * mean) / (n + _PRIOR)
        found[r["rule"], r["precision"], r["basis"]] = min(_MOST, value)
    return found
