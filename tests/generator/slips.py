"""Plants contradictions between prose and annex, each of them decidable for a careful reader."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from .dates import working_day
from .events import KINDS, Event, Plan
from .people import guests, members
from .plan import draw_topic

CLASHES = ({"total", "only_narrative"}, {"total", "format"})


def _free(plan: Plan, labels: tuple[str, ...] = ("single",)) -> list[Event]:
    """Events that no slip has touched and that prose tells on their own."""
    taken = [event.topic.missions for event in plan.events if event.slip]
    return [
        event
        for event in plan.events
        if event.label in labels
        and not event.slip
        and not event.shares_cell
        and event.topic.missions not in [missions for missions in taken if missions]
    ]


def _weekend(plan: Plan, candidates: list[date]) -> date | None:
    """The first candidate that is a Saturday or Sunday and no event's day."""
    return next((day for day in candidates if day.weekday() > 4 and day not in plan.taken), None)


def _year(rng: random.Random, plan: Plan) -> bool:
    return _other_date(rng, plan, lambda day: [_shift_year(day, 1), _shift_year(day, -1)], "year")


def _day(rng: random.Random, plan: Plan) -> bool:
    def near(day: date) -> list[date]:
        days = [day + timedelta(days=n) for n in (1, -1, 2, -2, 3, -3)]
        return [other for other in days if other.month == day.month]

    return _other_date(rng, plan, near, "day")


def _shift_year(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def _other_date(rng: random.Random, plan: Plan, others: Callable[[date], list[date]], slip: str) -> bool:
    options = _free(plan, ("single", "bracket"))
    for event in rng.sample(options, len(options)):
        wrong = _weekend(plan, [d for d in others(event.start) if d.day == event.start.day or slip == "day"])
        if wrong and wrong > date(1993, 1, 1):
            event.slip, event.prose_start, event.told = slip, wrong, True
            plan.taken.add(wrong)
            return True
    return False


def _annex_year(rng: random.Random, plan: Plan) -> bool:
    if plan.choices.date_style not in ("plain", "weekday"):
        return False
    options = _free(plan)
    for event in rng.sample(options, len(options)):
        rows = [other.start for other in plan.tables[event.table - 1].events]
        wrong = _weekend(plan, [_shift_year(event.start, 1), _shift_year(event.start, -1)])
        inside = min(rows) < event.start < max(rows)
        if wrong and wrong.day == event.start.day and inside and not min(rows) <= wrong <= max(rows):
            event.slip, event.annex_start, event.told = "annex_year", wrong, True
            return True
    return False


def _format(rng: random.Random, plan: Plan) -> bool:
    other = {
        "formal": "informal",
        "informal": "formal",
        "closed": "open",
        "open": "closed",
        "expert_level": "formal",
    }
    options = [e for e in _free(plan) if e.kind == "meeting" and e.format in other and not e.number]
    if not options:
        return False
    event = rng.choice(options)
    event.slip, event.prose_format, event.force_format, event.told = "format", other[event.format], True, True
    return True


def _only_annex(rng: random.Random, plan: Plan) -> bool:
    options = [e for e in _free(plan) if plan.choices.coverage == "full"]
    if not options:
        return False
    event = rng.choice(options)
    event.slip, event.told = "only_annex", False
    return True


def _only_narrative(rng: random.Random, plan: Plan) -> bool:
    kind, form, _ = KINDS[plan.tables[0].kind]
    if kind != "meeting":
        kind, form = "meeting", ""
    first, last = plan.start + timedelta(days=10), plan.end - timedelta(days=10)
    day = working_day(rng, first, last, plan.taken)
    used = {event.topic.prose() for event in plan.events}
    event = Event(kind, form, day, day, draw_topic(rng, plan.body, day, used))
    event.slip, event.force_format = "only_narrative", bool(form)
    plan.taken.add(day)
    plan.extra.append(event)
    return True


def _acronym(rng: random.Random, plan: Plan) -> bool:
    used = {event.topic.prose() for event in plan.events}
    options = _free(plan)
    for event in rng.sample(options, len(options)):
        try:
            topic = draw_topic(rng, plan.body, event.start, used, wrong=True)
        except ValueError:
            continue
        others = [e for e in plan.events if e is not event and topic.missions[0] in e.topic.missions]
        if len(others) > 3:
            continue
        event.topic, event.wrong = topic, topic.missions[0].wrong
        event.groups = [group for group in event.groups if group.tag not in ("srsg", "force", "ambassador")]
        if [group.tag for group in event.groups] == ["members"]:
            event.groups = [members(plan.body, only=True)]
        event.slip, event.told = "acronym", True
        return True
    return False


def _participants(rng: random.Random, plan: Plan) -> bool:
    options = [e for e in _free(plan) if "participants" in plan.tables[e.table - 1].columns and e.kind == "meeting"]
    options = [e for e in options if e.format not in ("joint", "open")]
    if not options:
        return False
    event = rng.choice(options)
    if len(event.groups) > 1 and rng.random() < 0.5:
        event.prose_only_members = True
    else:
        event.groups = [members(plan.body, only=True)]
        event.prose_groups = guests(rng, plan.body, event.start, event.topic, plan.chair, 1)
    event.slip, event.told = "participants", True
    return True


_PLANT: dict[str, Callable[[random.Random, Plan], bool]] = {
    "year": _year,
    "day": _day,
    "annex_year": _annex_year,
    "format": _format,
    "only_annex": _only_annex,
    "only_narrative": _only_narrative,
    "acronym": _acronym,
    "participants": _participants,
}


def plant(rng: random.Random, plan: Plan) -> tuple[str, ...]:
    """Plants the chosen slips; returns those that could be planted ("total" is left to the prose)."""
    planted: list[str] = []
    order = sorted(plan.choices.slips, key=lambda slip: (slip != "acronym", slip))
    for slip in order:
        if any({slip, other} in CLASHES for other in planted):
            continue
        if slip == "total" or _PLANT[slip](rng, plan):
            planted.append(slip)
    return tuple(planted)
