"""Arranges the body: introduction, meetings, recommendations."""

from __future__ import annotations

import random
from datetime import date

from . import sentences as say
from .dates import DateWriter, Ink, in_words
from .events import Event, Plan
from .prose import SUBHEADINGS, Prose, Writer, units

INTRODUCTION = ("Introduction", "Background", "General", "Establishment and mandate")
ACTIVITIES = (
    "Meetings",
    "Activities",
    "Activities of the {short}",
    "Summary of the activities of the {short}",
    "Work",
)
LAST = ("Recommendations", "Observations", "Observations and recommendations", "Conclusions", "The way ahead")


def write_body(rng: random.Random, plan: Plan, dates: DateWriter, ink: Ink, slips: tuple[str, ...]) -> Prose:
    """The numbered body of the report as blocks."""
    writer = Writer(rng, plan, dates, ink, slips)
    _introduction(writer)
    _activities(writer)
    _last(writer)
    return writer.prose


def _heading(writer: Writer, names: tuple[str, ...]) -> None:
    writer.block("heading", writer.rng.choice(names).replace("{short}", writer.plan.body.short))


def _introduction(w: Writer) -> None:
    if w.rng.random() < 0.5:
        _heading(w, INTRODUCTION)
    body = w.plan.body
    by, what, day = body.founded
    w.begin()
    day_text = w.dates.day(date.fromisoformat(day))
    reference = f"{by} ({what})" if by.startswith("a ") else f"{by} {what}"
    w.ink.references.add(body.symbol)
    pattern = w.rng.choice([p for p in say.FOUNDED if "{by}" not in p or not by.startswith("a ")])
    reference = what if "{by}" in pattern else reference
    name = body.short if "resolution" in body.name else body.name  # no "Committee established pursuant" twice
    text = w.fill(pattern, R=reference, D=day_text, by=by, B1=f"the {name}")
    if w.rng.random() < 0.6:
        period = w.dates.span(w.plan.start, w.plan.end, dash=" to ")
        text += f" The present report covers the period from {period}."
    w.block("paragraph", text, str(w.number))
    for _ in range(w.rng.choice((1, 1, 2))):
        w.begin()
        text = w.negative()
        if w.rng.random() < 0.5:
            text += " " + (w.negative() if w.rng.random() < 0.5 else w.fill(w.deck.draw(say.CLOSING)))
        w.block("paragraph", text, str(w.number))


def _activities(w: Writer) -> None:
    _heading(w, ACTIVITIES)
    choices = w.plan.choices
    w.begin()
    text = w.claims() if choices.claims or "total" in w.slips else ""
    if text and w.rng.random() < 0.25:
        unit = w.prose.claims[-1].unit
        value = w.rng.randint(2, 14)
        claim = f"{in_words(value)} {unit}"
        text += " " + w.fill(w.deck.draw(say.CLAIM_BEFORE), C=claim)
        w.claim(claim, value, unit, None, None)
    tabulation = w.fill(w.deck.draw(say.TABULATION))
    text += " " + (tabulation if text else tabulation.replace(" those ", " the "))
    w.block("paragraph", text, str(w.number))

    waiting = units(w.rng, w.plan)
    if w.rng.random() < 0.4:
        w.rng.shuffle(waiting)
    groups: list[list[tuple[str, list[Event]]]] = []
    while waiting:
        size = w.rng.choice((1, 1, 2, 2, 3))
        groups.append(waiting[:size])
        waiting = waiting[size:]
    parts = min(len(groups), w.rng.choice((2, 3))) if choices.lettered else 1
    names = w.rng.sample(SUBHEADINGS, parts)
    foreign = {w.rng.randrange(len(groups)) for _ in range(choices.foreign)} if groups else set()
    for index, group in enumerate(groups):
        if choices.lettered and index % -(-len(groups) // parts) == 0:
            w.block("lettered", names[index * parts // len(groups)], "abc"[index * parts // len(groups)])
        w.begin()
        w.block("paragraph", _paragraph(w, group, index in foreign), str(w.number))
    for _ in range(choices.foreign - len(foreign)):
        w.begin()
        w.block("paragraph", w.foreign(), str(w.number))


def _paragraph(w: Writer, group: list[tuple[str, list[Event]]], foreign: bool) -> str:
    """One paragraph that tells the units; in a paragraph of one year the days may stand without it."""
    events = [event for _, found in group for event in found]
    years = {event.shown.year for event in events} | {event.end.year for event in events}
    context = w.plan.choices.prose_year == "context" and len(years) == 1 and not any(event.slip for event in events)
    said = []
    if context:
        said.append(w.fill(w.deck.draw(say.YEAR_INTRO), Y=w.dates.year(years.pop())))
    w.year = not context
    for index, (kind, found) in enumerate(group):
        if kind == "single":
            said.append(w.single(found[0], first=index == 0 or group[index - 1][0] in ("visit", "undated")))
        elif kind == "visit":
            said.append(w.visit(found[0], found[1] if len(found) > 1 else None))
        elif kind == "undated":
            said.append(w.undated(found[0]))
        else:
            said.append({"pair": w.pair, "respectively": w.respectively, "bracket": w.bracket}[kind](found))
        if w.rng.random() < 0.45:
            said.append(w.filler())
    for event in events:
        event.told_year = w.year and event.label not in ("visit_undated", "undated")
    w.year = True
    if not context and w.rng.random() < 0.3:
        said.append(w.negative())
    if foreign:
        said.append(w.foreign())
    return " ".join(said)


def _last(w: Writer) -> None:
    _heading(w, LAST)
    w.begin()
    if w.rng.random() < 0.4:
        w.block("paragraph", w.fill(w.deck.draw(say.CLOSING)) + " " + w.negative(), str(w.number))
        w.begin()
    if not w.plan.choices.sub_paragraphs:
        w.block("paragraph", w.fill(w.deck.draw(say.CLOSING)), str(w.number))
        return
    w.block("paragraph", w.fill(w.deck.draw(say.RECOMMENDATIONS)), str(w.number))
    count = w.rng.randint(3, 6)
    picked = w.rng.sample(say.SUGGESTIONS, count)
    for index, text in enumerate(picked):
        filled = w.fill(text).rstrip(";.")
        end = ";" if index < count - 2 else "; and" if index == count - 2 and w.rng.random() < 0.5 else ";"
        w.block("sub", filled + ("." if index == count - 1 else end), "abcdefg"[index])
