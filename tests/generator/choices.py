"""What can be chosen about a report; what is not chosen is drawn from the seed."""

from __future__ import annotations

import dataclasses
import random
from dataclasses import dataclass
from datetime import date
from typing import Any

from .facts import BODIES, Body

SLIPS = ("year", "day", "format", "total", "only_narrative", "only_annex", "acronym", "participants")
EXTRA_SLIPS = ("annex_year",)  # the annex is wrong; only where asked for
TABLE_KINDS = (
    "mixed",
    "formats",
    "formal",
    "informal",
    "consultations",
    "expert",
    "closed",
    "open",
    "joint",
    "visits",
)
DATE_STYLES = ("plain", "weekday", "year_rows", "year_in_title")
COLUMNS = (
    ("date", "participants", "subject"),
    ("date", "subject", "participants"),
    ("subject", "date"),
    ("date", "subject"),
    ("no", "date", "subject", "participants"),
    ("subject", "participants", "date"),
    ("participants", "date", "subject"),
    ("no", "subject", "date"),
)
FORMAT_COLUMNS = (
    ("date", "format", "subject"),
    ("date", "format", "subject", "participants"),
    ("no", "date", "format", "subject"),
    ("subject", "format", "date"),
)
_SCENES = """\
mixed mixed mixed+informal mixed+informal mixed+expert mixed+joint mixed+visits formats formats
formats+visits formal+consultations formal+consultations+visits formal+informal+visits closed+open
informal expert+informal"""
SCENES = tuple(tuple(scene.split("+")) for scene in _SCENES.split())


@dataclass(frozen=True)
class Choices:
    """All choices of one report.

    - body: a body's name or a part of it; year, months: the reporting period; title: Chair, Chairman,
      Chairperson, Chairwoman, Vice-Chair; person: index in `facts.PERSONS`; letter, masthead: there or not
    - tables: kinds of `TABLE_KINDS`, in order; columns: roles as in `COLUMNS`, for tables without a format
      column; rows: (fewest, most) of the first table; date_style: of `DATE_STYLES`; dash: "-", "–", " to ";
      nbsp: 0 to 1; header_gap: an empty row under the header; telegraphic: cells without articles; merged:
      one cell for subject and participants of a visit; broken: cells over several lines; semicolons: between
      participants
    - numbering: own_line, tab, space; headings: plain, roman; lettered: headings "(a)"; sub_paragraphs;
      annex_paragraph: a numbered paragraph in the annex; soft_breaks: line ends within paragraphs
    - coverage: full (prose tells every row) or partial; prose_year: full, context; numbers of meetings:
      none, column, prose; claims; foreign: how many events of others; same_day, shared_cell, pairs: two
      rows on one day, two days in one cell, two rows told in one sentence; bracket: "(date)" after places
    - slips: at most three of `SLIPS` and `EXTRA_SLIPS`
    """

    body: str
    year: int
    months: int
    title: str
    person: int
    letter: bool
    masthead: bool
    tables: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[int, int]
    date_style: str
    dash: str
    nbsp: float
    header_gap: bool
    numbering: str
    headings: str
    lettered: bool
    sub_paragraphs: bool
    telegraphic: bool
    merged: bool
    broken: bool
    semicolons: bool
    coverage: str
    prose_year: str
    numbers: str
    slips: tuple[str, ...]
    claims: bool
    foreign: int
    same_day: bool
    shared_cell: bool
    pairs: bool
    bracket: bool
    annex_paragraph: bool
    soft_breaks: bool

    def the_body(self) -> Body:
        return next(body for body in BODIES if body.name == self.body)


def _body(rng: random.Random, wanted: str | None, year: int | None) -> Body:
    fitting = [
        body
        for body in BODIES
        if (wanted is None or wanted.lower() in body.name.lower())
        and (year is None or body.since <= year <= body.until)
    ]
    exact = [body for body in fitting if body.name == wanted]
    if not fitting:
        raise ValueError(f"no body matches {wanted!r} in {year}")
    return rng.choice(exact or fitting)


def choose(rng: random.Random, given: dict[str, Any]) -> Choices:
    """Draws every choice in a fixed order and lays the given ones over them."""
    unknown = set(given) - {field.name for field in dataclasses.fields(Choices)}
    if unknown:
        raise TypeError(f"unknown choices: {', '.join(sorted(unknown))}")
    body = _body(rng, given.get("body"), given.get("year"))
    months = rng.choice((12, 12, 18, 24))
    last = min(body.until, 2025) - (months > 12)
    year = rng.randint(body.since, max(body.since, last))
    person = rng.randrange(16)
    gender = "f" if person % 2 else "m"
    neutral = ("Chair", "Chairperson") if year >= 1996 else ("Chairperson",)
    title = rng.choice((*neutral, "Chairman", "Chairman") if gender == "m" else (*neutral, "Chairwoman"))
    if rng.random() < 0.08:
        title = "Vice-Chair"
    tables = rng.choice([s for s in SCENES if body.kind == "peacekeeping" or "joint" not in s])
    form = rng.random()
    drawn: dict[str, Any] = {
        "body": body.name,
        "year": year,
        "months": months,
        "title": title,
        "person": person,
        "letter": form < 0.8,
        "masthead": form > 0.65,
        "tables": tables,
        "columns": rng.choice(COLUMNS[:2] if rng.random() < 0.4 else COLUMNS),
        "rows": (5, 11),
        "date_style": rng.choice(("plain", "plain", "plain", "weekday", "year_rows", "year_in_title")),
        "dash": rng.choice(("-", "-", "–", " to ")),
        "nbsp": rng.choice((0.0, 0.0, 0.3, 1.0)),
        "header_gap": rng.random() < 0.6,
        "numbering": rng.choice(("own_line", "own_line", "tab", "space")),
        "headings": rng.choice(("plain", "plain", "roman")),
        "lettered": rng.random() < 0.5,
        "sub_paragraphs": rng.random() < 0.6,
        "telegraphic": rng.random() < 0.6,
        "merged": rng.random() < 0.7,
        "broken": rng.random() < 0.5,
        "semicolons": rng.random() < 0.15,
        "coverage": rng.choice(("full", "full", "partial")),
        "prose_year": rng.choice(("full", "full", "full", "context")),
        "numbers": rng.choice(("none", "none", "column", "prose")),
        "slips": tuple(sorted(rng.sample(SLIPS, rng.choice((0, 1, 1, 2, 2, 3))))),
        "claims": rng.random() < 0.75,
        "foreign": rng.choice((0, 0, 1, 2)),
        "same_day": rng.random() < 0.3,
        "shared_cell": rng.random() < 0.25,
        "pairs": rng.random() < 0.7,
        "bracket": rng.random() < 0.4,
        "annex_paragraph": rng.random() < 0.15,
        "soft_breaks": rng.random() < 0.4,
    }
    drawn.update({key: value for key, value in given.items() if key != "body"})
    choices = Choices(**drawn)
    check(choices)
    return choices


def check(choices: Choices) -> None:
    """Refuses what cannot be built."""
    if len(choices.slips) > 3 or set(choices.slips) - {*SLIPS, *EXTRA_SLIPS}:
        raise ValueError("slips: at most three of " + ", ".join((*SLIPS, *EXTRA_SLIPS)))
    if not choices.tables or set(choices.tables) - set(TABLE_KINDS):
        raise ValueError("tables: one or more of " + ", ".join(TABLE_KINDS))
    if choices.date_style not in DATE_STYLES:
        raise ValueError("date_style: one of " + ", ".join(DATE_STYLES))
    body = choices.the_body()
    if not body.since <= choices.year <= body.until:
        raise ValueError(f"{body.name} reports from {body.since} to {body.until}")
    date(choices.year + choices.months // 12, 1, 1)


def random_only(given: dict[str, Any]) -> bool:
    """Whether the slips were drawn (then those that do not fit may be dropped)."""
    return "slips" not in given


__all__ = [
    "COLUMNS",
    "EXTRA_SLIPS",
    "FORMAT_COLUMNS",
    "SLIPS",
    "TABLE_KINDS",
    "Choices",
    "choose",
    "random_only",
]
