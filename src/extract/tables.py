"""The output tables, each declared once: columns, types, keys and meanings.

CSV, Parquet, the workbook, the database, the data package, the codebook, the Python face and the gold check all derive
from these declarations. Types: `string`, `integer`,
`number`, `boolean`, `date` (ISO 8601, `date32` in Parquet).
"""

from __future__ import annotations

from dataclasses import dataclass

_PRINTED = ("text", "char_start", "char_end", "position", "source_file", "source_format", "sha256")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, type and meaning; `values` lists an enumeration; a `required` one is never empty."""

    name: str
    type: str
    meaning: str
    values: tuple[str, ...] = ()
    required: bool = False

    @property
    def fixed(self) -> str:
        """Why a person's correction cannot change this column; empty where it can."""
        if self.name.endswith("_id") and self.name != "entity_id":
            return "it names the place that the record stands on"
        if self.name.startswith("n_"):
            return "it is counted from other rows"
        if self.name in _PRINTED:
            return "it is what the file holds"
        return "the program fills it in" if self.name == "corrected" else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, its primary key and its foreign keys (column → table)."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: str = ""
    foreign: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(c.name for c in self.columns)

    def column(self, name: str) -> Column:
        """A column by its name.

        Raises:
            KeyError: there is no such column.
        """
        for c in self.columns:
            if c.name == name:
                return c
        raise KeyError(f"{self.name} has no column {name}")


def _enum(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_S, _I, _N, _B, _D = "string", "integer", "number", "boolean", "date"
_START = Column("char_start", _I, "first character, in code points of text/<document_id>.txt", required=True)
_END = Column("char_end", _I, "after the last character, in code points of text/<document_id>.txt", required=True)
_DOCUMENT = Column("document_id", _S, "the document: its symbol with / as _", required=True)
_SEGMENT = Column("segment_id", _S, "the segment that the words stand in", required=True)
_MEETING = Column("meeting_id", _S, "the event: the place that its record stands on", required=True)
_TEXT = Column("text", _S, "the words, exactly as in the canonical text", required=True)
_CORRECTED = Column("corrected", _S, "the columns of this row that a person has corrected, joined by '; '")

DOCUMENTS = Table(
    "documents",
    "one row for each document",
    (
        _DOCUMENT,
        Column("symbol", _S, "the document's symbol"),
        Column("symbol_basis", _S, "where the symbol was taken from", _enum("header file_name")),
        Column("title", _S, "the title of the report, else of the letter"),
        Column(
            "kind",
            _S,
            "the kind of document",
            _enum("letter report note resolution presidential_statement summary_record other"),
            required=True,
        ),
        Column("issuing_body", _S, "the body whose work the document tells of"),
        Column("date", _D, "the date of the masthead, else of the letter"),
        Column("signatory", _S, "who signed"),
        Column("signatory_role", _S, "in which capacity"),
        Column("addressee", _S, "to whom the letter is addressed"),
        Column("period_start", _D, "first day of the reporting period"),
        Column("period_end", _D, "last day of the reporting period"),
        Column("language", _S, "ISO 639-1"),
        Column("source_file", _S, "the file, as a path below the input folder", required=True),
        Column("source_format", _S, "the file's format", required=True),
        Column("sha256", _S, "hash of the file", required=True),
        Column("n_pages", _I, "pages, where the format has them"),
        Column("n_paragraphs", _I, "numbered paragraphs, drafts left out", required=True),
        Column("n_tables", _I, "tables", required=True),
        Column("n_meetings", _I, "rows of meetings", required=True),
        _CORRECTED,
    ),
    "document_id",
)
SEGMENTS = Table(
    "segments",
    "every part of every document, in reading order; nothing is dropped",
    (
        _SEGMENT,
        _DOCUMENT,
        Column("position", _I, "order in the document, from 1", required=True),
        Column("part", _S, "letter, body, annex_1 …, draft_1 …", required=True),
        Column(
            "kind",
            _S,
            "what the segment is",
            _enum(
                "title heading paragraph subparagraph table_title table_header table_row table_cell list_item footnote "
                "signature page_furniture other"
            ),
            required=True,
        ),
        Column("number", _S, "the number or letter as printed, without its point or brackets"),
        Column(
            "number_basis",
            _S,
            "whether the number stands there, or is misprinted or misread and follows from its neighbours",
            _enum("stated inferred"),
        ),
        Column("parent_id", _S, "the paragraph of a sub-paragraph, the row of a cell, the table title of a row"),
        Column("section", _S, "the headings above, joined by ' > '"),
        Column("page", _I, "page, where the format has pages"),
        _START,
        _END,
        _TEXT,
        _CORRECTED,
    ),
    "segment_id",
    (("document_id", "documents"), ("parent_id", "segments")),
)
MEETINGS = Table(
    "meetings",
    "one row for each real-world event: meetings, consultations, visits, briefings",
    (
        _MEETING,
        _DOCUMENT,
        Column(
            "event_type",
            _S,
            "type of event",
            _enum("meeting session consultations visit briefing other"),
            required=True,
        ),
        Column(
            "format",
            _S,
            "format, only where the document says so",
            _enum("formal informal expert_level closed open joint"),
        ),
        Column("meeting_number", _S, "the meeting's number, as in 'At its 400th meeting'"),
        Column("start_date", _D, "first day"),
        Column("end_date", _D, "last day; the first day again for one day"),
        Column("date_text", _S, "the date as printed"),
        Column("date_precision", _S, "how exact the date is", _enum("day month year span")),
        Column(
            "date_basis",
            _S,
            "stated, or context where year or month come from the text around",
            _enum("stated context"),
        ),
        Column("body", _S, "who held the event"),
        Column("is_own", _B, "whether the issuing body, or a group or officer of it, held the event", required=True),
        Column("subject", _S, "the subject matter"),
        Column("participants_text", _S, "the participants as printed"),
        Column("missions", _S, "acronyms of the missions concerned, joined by '; '"),
        Column("in_annex", _B, "told in a table", required=True),
        Column("in_narrative", _B, "told in the prose", required=True),
        Column("table_title", _S, "title of the table"),
        Column("table_row", _I, "row of the table, from 1, headers left out"),
        Column("n_participants", _I, "rows of participants", required=True),
        Column("n_discrepancies", _I, "rows of discrepancies", required=True),
        Column(
            "confidence",
            _N,
            "how sure the row is, 0 to 1; words that OCR recognised with a confidence below 60 of 100 lower it",
            required=True,
        ),
        Column(
            "needs_review",
            _B,
            "whether a person should look at the row first: confidence is below 0.8, as it is where OCR was not sure "
            "of the date or the number and no other telling confirms it",
            required=True,
        ),
        _CORRECTED,
    ),
    "meeting_id",
    (("document_id", "documents"),),
)
MEETING_SOURCES = Table(
    "meeting_sources",
    "each place that tells of an event",
    (
        Column("source_id", _S, "the telling: its event and order", required=True),
        _MEETING,
        Column("source", _S, "table or prose", _enum("annex narrative"), required=True),
        _SEGMENT,
        Column("date_text", _S, "the date as printed in this place"),
        Column("start_date", _D, "first day as told in this place"),
        Column("end_date", _D, "last day as told in this place"),
        _TEXT,
        _START,
        _END,
        _CORRECTED,
    ),
    "source_id",
    (("meeting_id", "meetings"), ("segment_id", "segments")),
)
PARTICIPANTS = Table(
    "participants",
    "one row for each atomic participant of each event, in the document's order",
    (
        Column("participant_id", _S, "the participant: its meeting and position", required=True),
        _MEETING,
        Column("position", _I, "order in the event, from 1", required=True),
        _TEXT,
        Column(
            "kind",
            _S,
            "kind of participant",
            _enum("members group officials representative office_holder person body"),
            required=True,
        ),
        Column("role", _S, "the head that says in which role, shared ones included"),
        Column("organisation", _S, "canonical full name of the organisation or body"),
        Column("organisation_acronym", _S, "its acronym"),
        Column("country_iso3", _S, "the State represented, ISO 3166-1 alpha-3"),
        Column("person", _S, "the person's name"),
        Column("qualifier", _S, "major, other, potential, only …"),
        _SEGMENT,
        _START,
        _END,
        _CORRECTED,
    ),
    "participant_id",
    (("meeting_id", "meetings"), ("segment_id", "segments")),
)
MISSIONS = Table(
    "missions",
    "each mission that any document names",
    (
        Column("mission_id", _S, "the mission", required=True),
        Column("acronym", _S, "its acronym"),
        Column("name", _S, "its full name"),
        Column("organisation", _S, "UN, AU, EU, ECOWAS, NATO …"),
        Column("kind", _S, "peacekeeping, special_political, regional …"),
        Column("countries", _S, "ISO 3166-1 alpha-3, joined by '; '"),
        Column("established", _D, "day of establishment"),
        Column("ended", _D, "last day"),
        Column("n_documents", _I, "documents that name it or hold a meeting on it", required=True),
        Column("n_mentions", _I, "mentions", required=True),
        Column("n_meetings", _I, "meetings that concern it", required=True),
        _CORRECTED,
    ),
    "mission_id",
)
MEETING_MISSIONS = Table(
    "meeting_missions",
    "the missions that each event concerns, with the words that say so",
    (
        Column("meeting_mission_id", _S, "the link: its event and order", required=True),
        _MEETING,
        Column("mission_id", _S, "the mission", required=True),
        Column(
            "basis",
            _S,
            "named, by an alias, described, or implied by country and date",
            _enum("named alias described implied"),
            required=True,
        ),
        _TEXT,
        _SEGMENT,
        _START,
        _END,
        _CORRECTED,
    ),
    "meeting_mission_id",
    (("meeting_id", "meetings"), ("mission_id", "missions"), ("segment_id", "segments")),
)
MENTIONS = Table(
    "mentions",
    "every entity mention in every document",
    (
        Column("mention_id", _S, "the mention: its segment and order in it", required=True),
        _DOCUMENT,
        _SEGMENT,
        Column(
            "label",
            _S,
            "what is mentioned",
            _enum("DATE MISSION ORGANISATION COUNTRY PERSON POST DOCUMENT"),
            required=True,
        ),
        _TEXT,
        Column("value", _S, "ISO 8601 date, acronym, canonical name, ISO code or normalised symbol"),
        Column("entity_id", _S, "the entry of the knowledge base, where there is one"),
        Column("method", _S, "how it was found", _enum("rule gazetteer ner"), required=True),
        Column("score", _N, "how sure the mention is, 0 to 1"),
        _START,
        _END,
        _CORRECTED,
    ),
    "mention_id",
    (("document_id", "documents"), ("segment_id", "segments")),
)
REFERENCES = Table(
    "references",
    "every document symbol and resolution cited",
    (
        Column("reference_id", _S, "the reference: its segment and order in it", required=True),
        _DOCUMENT,
        _SEGMENT,
        Column("symbol", _S, "the symbol, normalised; resolutions as S/RES/1547(2004)"),
        Column("kind", _S, "family of the symbol: document, resolution, presidential_statement …"),
        Column("year", _I, "the year that the symbol carries"),
        _TEXT,
        _START,
        _END,
        _CORRECTED,
    ),
    "reference_id",
    (("document_id", "documents"), ("segment_id", "segments")),
)
DISCREPANCIES = Table(
    "discrepancies",
    "where a document disagrees with itself",
    (
        Column("discrepancy_id", _S, "the discrepancy", required=True),
        _DOCUMENT,
        Column("meeting_id", _S, "the event that it concerns, where it concerns one"),
        Column(
            "kind",
            _S,
            "kind of disagreement",
            _enum(
                "date_conflict only_in_annex only_in_narrative participants_conflict format_conflict claim_conflict "
                "unknown_acronym implausible_date"
            ),
            required=True,
        ),
        Column(
            "severity",
            _S,
            "error: a certain contradiction; warning: a disagreement to look at; info",
            _enum("error warning info"),
            required=True,
        ),
        Column("field", _S, "the column of meetings that it concerns"),
        Column("narrative_value", _S, "what the prose says"),
        Column("annex_value", _S, "what the table says"),
        Column("chosen_value", _S, "what was taken"),
        Column("explanation", _S, "why, in a sentence", required=True),
        Column("narrative_segment_id", _S, "where the prose says it"),
        Column("annex_segment_id", _S, "where the table says it"),
        _CORRECTED,
    ),
    "discrepancy_id",
    (
        ("document_id", "documents"),
        ("meeting_id", "meetings"),
        ("narrative_segment_id", "segments"),
        ("annex_segment_id", "segments"),
    ),
)
CLAIMS = Table(
    "claims",
    "each number of meetings that the text states",
    (
        Column("claim_id", _S, "the claim", required=True),
        _DOCUMENT,
        _SEGMENT,
        _TEXT,
        Column("value", _I, "the number stated", required=True),
        Column("unit", _S, "what is counted, in the document's words"),
        Column(
            "scope",
            _S,
            "which events are counted: all of the period; those listed in the same sentence; those told with it or "
            "just before it; those that the sentence excepts; the total of several years",
            _enum("all listed with previous except total"),
        ),
        Column("period_start", _D, "first day of the time counted"),
        Column("period_end", _D, "last day of the time counted"),
        Column("n_found", _I, "how many of the document's events fit; empty where it does not let one count"),
        Column("agrees", _B, "whether both agree"),
        _START,
        _END,
        _CORRECTED,
    ),
    "claim_id",
    (("document_id", "documents"), ("segment_id", "segments")),
)
REJECTED = Table(
    "rejected",
    "inputs that could not be extracted",
    (
        Column("source_file", _S, "the file", required=True),
        Column("sha256", _S, "hash of the file, where it could be read"),
        Column("stage", _S, "where it was given up"),
        Column("error", _S, "the kind of error"),
        Column("message", _S, "what is wrong, and the way out", required=True),
    ),
)

TABLES: tuple[Table, ...] = (
    DOCUMENTS,
    SEGMENTS,
    MEETINGS,
    MEETING_SOURCES,
    PARTICIPANTS,
    MISSIONS,
    MEETING_MISSIONS,
    MENTIONS,
    REFERENCES,
    DISCREPANCIES,
    CLAIMS,
    REJECTED,
)
BY_NAME: dict[str, Table] = {t.name: t for t in TABLES}
