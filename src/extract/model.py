"""The small frozen records that travel from room to room.

Positions are Unicode code points into the canonical text of one document (`Source.text`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


class InputError(Exception):
    """An input that cannot be extracted: one line for a person, with the way out.

    Args:
        stage: the room that gave up (`read`, `segment`, …).
        message: one line; it need not name the file, the caller does.
    """

    def __init__(self, stage: str, message: str) -> None:
        super().__init__(message)
        self.stage = stage
        self.message = message


class ModelError(Exception):
    """The named spaCy model is not installed."""


class EngineError(Exception):
    """The engine is not installed, or does not answer."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told: the spaCy pipeline for names, and whether pictures of pages are read (`auto`, `off`).

    `engine` (`local`, `ray`) does the work where there are processes.
    `timeout` in seconds and `memory` in bytes bound each report where a process of its own reads it; 0: no bound.
    """

    model: str = "en_core_web_sm"
    ocr: str = "auto"
    timeout: float = 0.0
    memory: int = 0
    engine: str = "local"


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a page (from 1): points from its top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Block:
    """A run of characters that the file shows as one piece: a paragraph, or one cell of a table.

    `table`, `row` and `column` count from 0 and are -1 outside tables; `rows` is how many rows a cell spans; `gap` is
    the number of blank lines above; `style` is what the format says of it (`heading`, `bold`, `title`, `list`,
    `furniture`, `footnote`, `figure` for the lettering of a map or a chart, `header` for a cell of a row that the
    format calls the head of its table, `break` for the first block after a page break), `label` a number that the
    format keeps apart from the text; `boxes` say where it stands, one a page and column, in formats that have pages.
    """

    start: int
    end: int
    table: int = -1
    row: int = -1
    column: int = -1
    gap: int = 0
    page: int = 0
    style: str = ""
    label: str = ""
    boxes: tuple[Box, ...] = ()
    rows: int = 1

    @property
    def in_table(self) -> bool:
        return self.table >= 0


@dataclass(frozen=True, slots=True)
class Source:
    """What one file holds: its canonical text, laid down once, and the blocks in it in reading order.

    `marks` are the spans (start, end) of raised figures and letters, which refer to notes; `doubtful` those of words
    that were recognised in a picture with little confidence.
    """

    name: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    n_pages: int = 0
    warnings: tuple[str, ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the document. `body` is where its words begin, after a printed number or letter.

    `rows`: how many rows of its table a cell spans. `number_basis`: `stated`, or `inferred` where the number is
    misprinted or misread and its neighbours say it.
    """

    id: str
    part: str
    kind: str
    number: str
    parent: str
    section: str
    page: int
    start: int
    end: int
    body: int
    table: int = -1
    row: int = -1
    column: int = -1
    number_basis: str = "stated"
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a segment on one line: white space squeezed to single spaces, with the way back.

    `index[i]` is the position in the canonical text of character i of `text`.
    """

    segment: Segment
    text: str
    index: tuple[int, ...] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Canonical offsets of the slice `text[start:end]` (end exclusive, not empty)."""
        return self.index[start], self.index[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Mention:
    """A named thing: `start`, `end` are canonical; `at`, `to` the same within its passage."""

    segment: Segment
    label: str
    text: str
    value: str
    start: int
    end: int
    at: int
    to: int
    entity_id: str = ""
    method: str = "rule"
    score: float = 1.0
    basis: str = ""


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date with its resolved first and last day (ISO), or empty where it cannot be resolved.

    `precision`: day, month, year, span or vague; `year_from`: `stated` or the rule that gave the year;
    `cluster` is equal for the members of one coordinated expression; `parts` are the printed day, month, year
    of the first and of the last day (0: not printed); `note` is a printed weekday, or `impossible`.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    precision: str = "day"
    year_from: str = "stated"
    cluster: int = 0
    note: str = ""
    parts: tuple[int, int, int, int, int, int] = (0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage (`at`, `to` within the passage) with the mentions in it."""

    passage: Passage
    at: int
    to: int
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        return self.passage.text[self.at : self.to]

    @property
    def countries(self) -> frozenset[str]:
        """The States that it names."""
        return frozenset(m.entity_id for m in self.mentions if m.label == "COUNTRY")


@dataclass(frozen=True, slots=True)
class Participant:
    """One atomic participant. `start`, `end` are canonical."""

    text: str
    kind: str
    segment: Segment
    start: int
    end: int
    role: str = ""
    organisation: str = ""
    acronym: str = ""
    country: str = ""
    person: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class MissionLink:
    """A mission that a telling is about, and the words that say so."""

    mission_id: str
    basis: str
    text: str
    segment: Segment
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Telling:
    """One place that tells of an event. `first` is None for a telling that prints no date.

    `count` is how many events it tells together ("held nine meetings, from 9 to 24 April"), 0 where it does not say;
    `resumed`: the meeting had been suspended on another day; `inner`: a debate or briefing, which may be part of one;
    `definite`: "the meeting", which was told before; `apart`: another one of that day ("Also on 13 May, …", or one with
    guests of its own); `rule`: which rule read it.
    """

    source: str
    segment: Segment
    start: int
    end: int
    event_type: str
    first: dt.date | None = None
    last: dt.date | None = None
    date_text: str = ""
    date_start: int = -1
    date_end: int = -1
    precision: str = "day"
    basis: str = "stated"
    format: str = ""
    number: str = ""
    body: str = ""
    is_own: bool = True
    subject: str = ""
    participants_text: str = ""
    participants: tuple[Participant, ...] = ()
    countries: frozenset[str] = frozenset()
    table_title: str = ""
    table: int = 0
    row: int = 0
    members_only: bool = False
    shared: bool = False
    note: str = ""
    order: int = 0
    count: int = 0
    resumed: bool = False
    inner: bool = False
    definite: bool = False
    apart: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of meetings that the text states; `scope` says which events it counts."""

    segment: Segment
    text: str
    value: int
    unit: str
    start: int
    end: int
    scope: str = ""
    period: tuple[dt.date | None, dt.date | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A place where the document disagrees with itself (`meeting_id` is filled in when all are known)."""

    kind: str
    severity: str
    field: str
    narrative_value: str
    annex_value: str
    chosen_value: str
    explanation: str
    narrative_segment: str = ""
    annex_segment: str = ""
    meeting_id: str = ""
    start: int = -1


@dataclass(frozen=True, slots=True)
class Header:
    """The fields of the document itself; `since` is the date of the report before it, where it goes on from that.

    `joint` is the symbol of another organ beside its own ("A/79/794-S/2025/104"), `sender` who sent a letter.
    """

    symbol: str = ""
    joint: str = ""
    sender: str = ""
    title: str = ""
    kind: str = "other"
    issuing_body: str = ""
    issuing_body_basis: str = ""
    date: dt.date | None = None
    signatory: str = ""
    signatory_role: str = ""
    addressee: str = ""
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    since: dt.date | None = None
    language: str = "en"


@dataclass(slots=True)
class Annotated:
    """A document after recognition: its passages, sentences and mentions, by segment id."""

    source: Source
    segments: list[Segment]
    passages: dict[str, Passage]
    sentences: dict[str, list[Sentence]]
    mentions: list[Mention]
    header: Header = field(default_factory=Header)
    symbol_basis: str = ""
