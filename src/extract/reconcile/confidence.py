"""How sure an event is, and whether a person should look at it first.

The confidence begins with how often the rule that read it was right on the gold (`knowledge/confidence.csv`: rows right
and wrong by rule, by precision and, for the commonest rule, by whether the year was printed), drawn towards the mean of
all rules where a rule was seen seldom. Reasons for doubt take their share from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract import lexicon
from extract.model import Discrepancy, MissionLink, Telling

REVIEW = 0.91  # below it a person should look: about one row in eight of the gold
_PRIOR = 6.0  # rows of the mean that each rule is given
_MOST = 0.99
_ANY = "any"
_AGREED = 0.99  # the table and the prose say the same


def confidence(
    best: Telling,
    group: Sequence[Telling],
    found: Sequence[Discrepancy],
    links: Sequence[MissionLink],
    unsure: float = 0.0,
) -> tuple[float, bool]:
    """The confidence of an event, and whether it should be looked at first.

    Args:
        best: the event with its chosen values.
        group: its tellings.
        found: its discrepancies.
        links: its missions.
        unsure: the share of words that were recognised in a picture with little confidence (see `doubt`).

    Returns:
        A number from 0.05 to 0.99, which is the share of such rows that were right on the gold; and the flag.
    """
    value = max(rate(t) for t in group)
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
    """How often tellings of this kind were right on the gold."""
    rates = _rates()
    precision = "month" if telling.precision in ("month", "year") else telling.precision
    keys = ((telling.rule, precision, telling.basis), (telling.rule, precision, _ANY), (telling.rule, _ANY, _ANY))
    return next((rates[k] for k in keys if k in rates), rates[_ANY, _ANY, _ANY])


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
