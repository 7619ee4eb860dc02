"""The records that a generated report and its truth are made of.

All of them are frozen; dates are ISO 8601 strings as in the contract's tables.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ParticipantTruth:
    """One atomic participant of one event; fields as in the table `participants`."""

    text: str
    kind: str
    role: str
    organisation: str
    country_iso3: str
    qualifier: str


@dataclass(frozen=True)
class MeetingTruth:
    """One real-world event; fields as in the table `meetings`, and a few for the tests.

    `missions` are the acronyms whose mission is named (or given by a wrong acronym) in the row or in the
    sentence that tells it again; `missions_implied` are peacekeeping operations that country and date alone
    suggest, in `countries` (ISO 3166-1 alpha-3), named in row or sentence.
    `participants_source` is annex, narrative, or empty where the document names nobody;
    `open_fields` names fields on which two careful readers may differ.
    """

    event_type: str
    format: str
    meeting_number: str
    start_date: str
    end_date: str
    date_precision: str
    date_basis: str
    date_text: str
    body: str
    is_own: bool
    subject: str
    missions: frozenset[str]
    missions_implied: frozenset[str]
    countries: frozenset[str]
    in_annex: bool
    in_narrative: bool
    table: int
    table_title: str
    table_row: int
    paragraphs: tuple[int, ...]
    participants: tuple[ParticipantTruth, ...]
    participants_source: str
    open_fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class DiscrepancyTruth:
    """One planted slip. `meeting` is the index in `Truth.meetings`, -1 for a claim.

    `right` is annex or narrative; `certain` is false where the document does not settle it and
    `right` only says which value `Truth.meetings` carries.
    """

    kind: str
    field: str
    meeting: int
    table: int
    table_row: int
    paragraph: int
    narrative_value: str
    annex_value: str
    right: str
    certain: bool


@dataclass(frozen=True)
class ClaimTruth:
    """A stated number of meetings; `n_found` and `agrees` are None where nothing can be counted.

    `optional` marks wordings that a careful reader may also leave out ("One meeting was held with ...").
    """

    text: str
    value: int
    unit: str
    n_found: int | None
    agrees: bool | None
    paragraph: int
    optional: bool = False


@dataclass(frozen=True)
class Truth:
    """Everything that is known about one generated report.

    `paragraphs`: part -> printed numbers, e.g. (("body", (1, 2, 3)),). `printed_dates`: every date of the
    text as a mention's value (day, month, or start/end); `printed_years`: every year that is printed.
    """

    symbol: str
    issuing_body: str
    short_name: str
    date: str
    signatory: str
    signatory_role: str
    addressee: str
    period_start: str
    period_end: str
    n_paragraphs: int
    n_tables: int
    paragraphs: tuple[tuple[str, tuple[int, ...]], ...]
    sub_paragraphs: tuple[str, ...]
    headings: tuple[str, ...]
    lettered_headings: tuple[str, ...]
    table_titles: tuple[str, ...]
    meetings: tuple[MeetingTruth, ...]
    references: frozenset[str]
    discrepancies: tuple[DiscrepancyTruth, ...]
    claims: tuple[ClaimTruth, ...]
    missions: frozenset[str]
    printed_dates: frozenset[str]
    printed_years: frozenset[int]
    coverage: str


@dataclass(frozen=True)
class GeneratedReport:
    """A synthetic report: its name, the text as Word saves it, its truth, and the choices behind it."""

    name: str
    text: str
    truth: Truth
    choices: tuple[tuple[str, Any], ...]

    def as_dict(self) -> dict[str, Any]:
        """The truth and the choices with plain lists, ready for JSON."""
        return {
            "name": self.name,
            "truth": _plain(dataclasses.asdict(self.truth)),
            "choices": _plain(dict(self.choices)),
        }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(item) for item in value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def squeeze(text: str) -> str:
    """Blank runs (line breaks and no-break spaces among them) as one space, no blanks at the ends."""
    return re.sub(r"\s+", " ", text).strip()


def articles(text: str, telegraphic: bool) -> str:
    """Keeps or drops the optional words of a template: telegraphic "[the ]situation" is "situation"."""
    return re.sub(r"\[([^\]]*)\]", "" if telegraphic else r"\1", text)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
