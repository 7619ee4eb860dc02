"""How sure an event is, and whether a person should look at it first.

The confidence begins with how often the rule that read it was right on reports that nobody had written rules for
(`knowledge/confidence.csv`: rows right and wrong by rule and precision), drawn to the mean of all rules where a rule
was seen seldom. What made rows wrong there takes its log odds from it (`knowledge/doubts.csv`); so do disagreements.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from extract import lexicon
from extract.model import Discrepancy, Header, MissionLink, Telling

REVIEW = 0.83  # below it a person should look: about one row in nine
_YEARS_BEFORE = 2  # years
_PRIOR = 6.0  # rows of the mean that each rule is given
_MOST = 0.99
_ANY = "any"
_AGREED = 0.99  # the table and the prose say the same


def confidence(
    best: Telling,
    group: Sequence[Telling],
    found: Sequence[Discrepancy],
    links: Sequence[MissionLink],
    header: Header,
    unsure: float = 0.0,
) -> tuple[float, bool]:
    """The confidence of an event, and whether it should be looked at first.

    Args:
        best: the event with its chosen values.
        group: its tellings.
        found: its discrepancies.
        links: its missions.
        header: the document's date and body.
        unsure: the share of words that were recognised in a picture with little confidence (see `doubt`).

    Returns:
        A number from 0.05 to 0.99, which is the share of such rows that were right at first sight; and the flag.
    """
    value = _doubted(max(rate(t) for t in group), best, header)
    if len({t.source for t in group if t.first == best.first}) == 2:
        value = max(value, _AGREED)
    if best.note in ("odd", "unread", "impossible", "weekday") or best.first is None:
        value -= 0.4
    if best.note == "carried":
        value -= 0.08
    if any(d.severity == "error" for d in found):
        value -= 0.35
    elif any(d.severity == "warning" for d in found):
        value -= 0.2
    if any(link.basis == "implied" for link in links):
        value -= 0.01
    value = round(max(0.05, value - unsure), 2)
    return value, value < REVIEW


def rate(telling: Telling) -> float:
    """How often tellings of this kind were right at first sight."""
    rates = _rates()
    precision = "month" if telling.precision in ("month", "year") else telling.precision
    keys = ((telling.rule, precision, telling.basis), (telling.rule, precision, _ANY), (telling.rule, _ANY, _ANY))
    return next((rates[k] for k in keys if k in rates), rates[_ANY, _ANY, _ANY])


def _doubted(value: float, best: Telling, header: Header) -> float:
    """A rate, less what made rows of such a place and time wrong."""
    written, first = header.date, best.first
    holds = {
        "after_document": bool(written and first and first > written),
        "years_before": bool(written and first and written.year - first.year > _YEARS_BEFORE),
        "footnote": best.segment.kind == "footnote",
        "loose_line": best.segment.kind in ("other", "heading"),
        "no_body": not header.issuing_body,
        "definite": best.definite,
        "no_holder": not best.body,
        "annex_prose": best.source == "narrative" and best.segment.part.startswith("annex"),
    }
    shift = sum(weight for doubt, weight in _doubts().items() if holds[doubt])
    odds = value / (1 - value) * math.exp(shift)
    return odds / (1 + odds)


@cache
def _doubts() -> dict[str, float]:
    return {r["doubt"]: float(r["log_odds"]) for r in lexicon.rows("doubts")}


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
