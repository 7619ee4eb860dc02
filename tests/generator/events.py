"""What a report is planned from: its events, tables, and all that is decided before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .choices import Choices
from .facts import PERSONS, Body
from .people import Group
from .topics import Topic

# kind of table -> (event type, format, unit of claims)
KINDS: dict[str, tuple[str, str, str]] = {
    "mixed": ("meeting", "", "meetings"),
    "formats": ("meeting", "formal", "formal meetings"),
    "formal": ("meeting", "formal", "formal meetings"),
    "informal": ("meeting", "informal", "informal meetings"),
    "consultations": ("consultations", "informal", "informal consultations"),
    "expert": ("meeting", "expert_level", "expert-level meetings"),
    "closed": ("meeting", "closed", "closed meetings"),
    "open": ("meeting", "open", "open meetings"),
    "joint": ("meeting", "joint", "joint meetings"),
    "visits": ("visit", "", ""),
}
FORMAT_CELLS = {
    ("meeting", "formal"): "Formal meeting",
    ("meeting", "informal"): "Informal meeting",
    ("meeting", "expert_level"): "Expert-level meeting",
    ("meeting", "closed"): "Closed meeting",
    ("consultations", "informal"): "Informal consultations",
    ("briefing", "open"): "Open briefing",
    ("visit", ""): "Visit",
}


@dataclass
class Event:
    """An event while it is planned; `printed` and `prose_*` differ from the truth only by a planted slip."""

    kind: str
    format: str
    start: date
    end: date
    topic: Topic
    groups: list[Group] = field(default_factory=list)
    table: int = 0
    row: int = 0
    label: str = "single"
    number: int = 0
    number_printed: bool = False
    force_format: bool = False
    told: bool = True
    mate: Event | None = None
    visitor: str = ""
    place: str = ""
    holder: str = ""
    wrong: str = ""
    slip: str = ""
    annex_start: date | None = None
    prose_start: date | None = None
    prose_format: str | None = None
    prose_groups: list[Group] | None = None
    prose_capital: bool = False
    prose_only_members: bool = False
    paragraphs: list[int] = field(default_factory=list)
    shares_cell: bool = False
    told_year: bool = False

    @property
    def shown(self) -> date:
        """The day that the prose prints."""
        return self.prose_start or self.start


@dataclass
class Table:
    """One table of the annex; `columns` are roles: date, subject, participants, format, no, number."""

    kind: str
    columns: tuple[str, ...]
    events: list[Event]
    date_style: str
    year: int


@dataclass
class Plan:
    """All that is decided before anything is written."""

    choices: Choices
    body: Body
    chair: str
    visitor: str
    start: date
    end: date
    issued: date
    tables: list[Table]
    extra: list[Event] = field(default_factory=list)
    taken: set[date] = field(default_factory=set)

    @property
    def events(self) -> list[Event]:
        return [event for table in self.tables for event in table.events]

    @property
    def pronoun(self) -> tuple[str, str, str]:
        """his, he, him, or her forms."""
        return ("her", "she", "her") if PERSONS[self.choices.person][1] == "f" else ("his", "he", "him")
