"""A document as rows of the output tables, and as pandas DataFrames for whoever works in Python."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from extract import tables
from extract.model import Annotated, Discrepancy
from extract.recognise import gazetteers, symbols
from extract.reconcile import Meeting, Reconciled

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]
Rows = dict[str, list[Row]]
_LINES = re.compile(r"\s*[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]\s*")


def flat(text: str) -> str:
    """`text` with each line break, and the blanks around it, as one space."""
    return _LINES.sub(" ", text)


@dataclass
class Report:
    """One document's rows by table; each table is also an attribute that gives a DataFrame.

    `text` is the canonical text that `char_start` and `char_end` point into; `warnings` says in plain words what could
    not be read.
    """

    document_id: str
    text: str
    rows: Rows
    warnings: tuple[str, ...] = field(default=())

    def frame(self, name: str) -> pandas.DataFrame:
        """A table as a DataFrame with the declared columns and types (dates as `datetime64`, missing as NA).

        Raises:
            KeyError: there is no such table.
        """
        from extract.write.frames import frame

        return frame(tables.BY_NAME[name], self.rows.get(name, []))

    @cached_property
    def documents(self) -> pandas.DataFrame:
        """The document's own row."""
        return self.frame("documents")

    @cached_property
    def segments(self) -> pandas.DataFrame:
        """All parts in reading order."""
        return self.frame("segments")

    @cached_property
    def meetings(self) -> pandas.DataFrame:
        """The events."""
        return self.frame("meetings")

    @cached_property
    def meeting_sources(self) -> pandas.DataFrame:
        """The places that tell of the events."""
        return self.frame("meeting_sources")

    @cached_property
    def participants(self) -> pandas.DataFrame:
        """Who took part."""
        return self.frame("participants")

    @cached_property
    def missions(self) -> pandas.DataFrame:
        """The missions named."""
        return self.frame("missions")

    @cached_property
    def meeting_missions(self) -> pandas.DataFrame:
        """Which event concerns which mission."""
        return self.frame("meeting_missions")

    @cached_property
    def mentions(self) -> pandas.DataFrame:
        """All entity mentions."""
        return self.frame("mentions")

    @cached_property
    def references(self) -> pandas.DataFrame:
        """The symbols and resolutions cited."""
        return self.frame("references")

    @cached_property
    def discrepancies(self) -> pandas.DataFrame:
        """Where the document disagrees with itself."""
        return self.frame("discrepancies")

    @cached_property
    def claims(self) -> pandas.DataFrame:
        """The numbers of meetings that the text states."""
        return self.frame("claims")

    @cached_property
    def rejected(self) -> pandas.DataFrame:
        """Always empty for a document that was extracted."""
        return self.frame("rejected")


def build(doc: Annotated, found: Reconciled, document_id: str, warnings: list[str]) -> Report:
    """The rows of one document."""
    rows: Rows = {
        "documents": [_document(doc, found, document_id)],
        "segments": _segments(doc, document_id),
        "meetings": [_meeting(m, found, document_id) for m in found.meetings],
        "meeting_sources": [row for m in found.meetings for row in _sources(doc, m)],
        "participants": [row for m in found.meetings for row in _participants(doc, m)],
        "missions": _missions(doc, found),
        "meeting_missions": [row for m in found.meetings for row in _links(doc, m)],
        "mentions": _mentions(doc, document_id),
        "references": _references(doc, document_id),
        "discrepancies": _discrepancies(found.discrepancies, document_id),
        "claims": _claims(doc, found, document_id),
    }
    return Report(document_id, doc.source.text, rows, (*doc.source.warnings, *warnings))


def _slice(doc: Annotated, start: int, end: int) -> str:
    return doc.source.text[start:end]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _document(doc: Annotated, found: Reconciled, document_id: str) -> Row:
    h, s = doc.header, doc.source
    return {
        "document_id": document_id, "symbol": h.symbol, "symbol_basis": doc.symbol_basis, "title": h.title, "kind": h.kind,
        "issuing_body": h.issuing_body, "date": h.date, "signatory": h.signatory, "signatory_role": h.signatory_role,
        "addressee": h.addressee, "period_start": h.period_start, "period_end": h.period_end, "language": h.language,
        "source_file": s.name, "source_format": s.format, "sha256": s.sha256, "n_pages": s.n_pages or None,
        "n_paragraphs": sum(g.kind == "paragraph" and not g.part.startswith("draft") for g in doc.segments),
        "n_tables": len({(g.part, g.table) for g in doc.segments if g.table >= 0}), "n_meetings": len(found.meetings),
    }  # fmt: skip


def _segments(doc: Annotated, document_id: str) -> list[Row]:
    return [
        {
            "segment_id": g.id, "document_id": document_id, "position": i, "part": g.part, "kind": g.kind, "number": g.number,
            "parent_id": g.parent, "section": g.section, "page": g.page or None, "char_start": g.start, "char_end": g.end,
            "text": _slice(doc, g.start, g.end),
        }
        for i, g in enumerate(doc.segments, 1)
    ]  # fmt: skip


def _meeting(m: Meeting, found: Reconciled, document_id: str) -> Row:
    t = m.telling
    known = gazetteers.missions()
    acronyms = dict.fromkeys(known[link.mission_id].acronym or link.mission_id for link in m.missions)
    return {
        "meeting_id": m.id, "document_id": document_id, "event_type": t.event_type, "format": t.format, "meeting_number": t.number,
        "start_date": t.first, "end_date": t.last, "date_text": t.date_text,
        "date_precision": "month" if t.precision == "month" else t.precision if t.first else "", "date_basis": t.basis if t.first else "",
        "body": t.body, "is_own": t.is_own, "subject": t.subject, "participants_text": t.participants_text, "missions": "; ".join(acronyms),
        "in_annex": m.in_annex, "in_narrative": m.in_narrative, "table_title": t.table_title, "table_row": t.row or None,
        "n_participants": len(t.participants), "n_discrepancies": sum(d.meeting_id == m.id for d in found.discrepancies),
        "confidence": m.confidence, "needs_review": m.needs_review,
    }  # fmt: skip


def _sources(doc: Annotated, m: Meeting) -> list[Row]:
    return [
        {
            "meeting_id": m.id, "source": t.source, "segment_id": t.segment.id, "date_text": t.date_text, "start_date": t.first, "end_date": t.last,
            "text": _slice(doc, t.start, t.end), "char_start": t.start, "char_end": t.end,
        }
        for t in m.tellings
    ]  # fmt: skip


def _participants(doc: Annotated, m: Meeting) -> list[Row]:
    return [
        {
            "participant_id": f"{m.id}/participant_{i}", "meeting_id": m.id, "position": i, "text": _slice(doc, p.start, p.end), "kind": p.kind,
            "role": p.role, "organisation": p.organisation, "organisation_acronym": p.acronym, "country_iso3": p.country, "person": p.person,
            "qualifier": p.qualifier, "segment_id": p.segment.id, "char_start": p.start, "char_end": p.end,
        }
        for i, p in enumerate(m.telling.participants, 1)
    ]  # fmt: skip


def _links(doc: Annotated, m: Meeting) -> list[Row]:
    return [
        {
            "meeting_id": m.id, "mission_id": link.mission_id, "basis": link.basis, "text": _slice(doc, link.start, link.end),
            "segment_id": link.segment.id, "char_start": link.start, "char_end": link.end,
        }
        for link in m.missions
    ]  # fmt: skip


def _missions(doc: Annotated, found: Reconciled) -> list[Row]:
    known = gazetteers.missions()
    mentions: dict[str, int] = {}
    for mention in doc.mentions:
        if mention.label == "MISSION":
            mentions[mention.entity_id] = mentions.get(mention.entity_id, 0) + 1
    meetings: dict[str, int] = {}
    for m in found.meetings:
        for link in m.missions:
            meetings[link.mission_id] = meetings.get(link.mission_id, 0) + 1
    return [
        mission_row(known[k], 1, mentions.get(k, 0), meetings.get(k, 0)) for k in dict.fromkeys([*mentions, *meetings])
    ]


def mission_row(m: gazetteers.Mission, n_documents: int, n_mentions: int, n_meetings: int) -> Row:
    """A row of `missions`."""
    return {
        "mission_id": m.id, "acronym": m.acronym, "name": m.name, "organisation": m.organisation, "kind": m.kind, "countries": "; ".join(m.countries),
        "established": m.established, "ended": m.ended, "n_documents": n_documents, "n_mentions": n_mentions, "n_meetings": n_meetings,
    }  # fmt: skip


def _mentions(doc: Annotated, document_id: str) -> list[Row]:
    counts: dict[str, int] = {}
    out = []
    for m in doc.mentions:
        counts[m.segment.id] = n = counts.get(m.segment.id, 0) + 1
        out.append(
            {
                "mention_id": f"{m.segment.id}/mention_{n}", "document_id": document_id, "segment_id": m.segment.id, "label": m.label,
                "text": _slice(doc, m.start, m.end), "value": _one_line(m.value),
                "entity_id": m.entity_id if m.label not in ("DATE", "DOCUMENT") else "",
                "method": m.method, "score": m.score, "char_start": m.start, "char_end": m.end,
            }
        )  # fmt: skip
    return out


def _references(doc: Annotated, document_id: str) -> list[Row]:
    """Each distinct symbol cited, at its first place; the document's own symbol is none."""
    seen = {doc.header.symbol}
    out = []
    for m in doc.mentions:
        if m.label != "DOCUMENT" or m.value in seen:
            continue
        seen.add(m.value)
        year = symbols.year(m.value)
        out.append(
            {
                "document_id": document_id, "segment_id": m.segment.id, "symbol": m.value, "kind": symbols.kind(m.value),
                "year": int(year) if year else None, "text": _slice(doc, m.start, m.end), "char_start": m.start, "char_end": m.end,
            }
        )  # fmt: skip
    return out


def _discrepancies(found: list[Discrepancy], document_id: str) -> list[Row]:
    counts: dict[str, int] = {}
    out = []
    for d in found:
        place = d.meeting_id or d.narrative_segment or d.annex_segment or document_id
        counts[place] = n = counts.get(place, 0) + 1
        out.append(
            {
                "discrepancy_id": f"{place}/discrepancy_{n}", "document_id": document_id, "meeting_id": d.meeting_id, "kind": d.kind,
                "severity": d.severity, "field": d.field, "narrative_value": _one_line(d.narrative_value), "annex_value": _one_line(d.annex_value),
                "chosen_value": _one_line(d.chosen_value), "explanation": _one_line(d.explanation), "narrative_segment_id": d.narrative_segment,
                "annex_segment_id": d.annex_segment,
            }
        )  # fmt: skip
    return out


def _claims(doc: Annotated, found: Reconciled, document_id: str) -> list[Row]:
    counts: dict[str, int] = {}
    out = []
    for c in found.claims:
        k = c.claim
        counts[k.segment.id] = n = counts.get(k.segment.id, 0) + 1
        out.append(
            {
                "claim_id": f"{k.segment.id}/claim_{n}", "document_id": document_id, "segment_id": k.segment.id, "text": _slice(doc, k.start, k.end),
                "value": k.value, "unit": k.unit, "period_start": k.period[0], "period_end": k.period[1], "n_found": c.n_found, "agrees": c.agrees,
                "char_start": k.start, "char_end": k.end,
            }
        )  # fmt: skip
    return out


def rename(report: Report, document_id: str) -> Report:
    """The same report under another id, in every id and key that begins with the old one."""
    old = report.document_id

    def changed(value: Any) -> Any:
        if isinstance(value, str) and (value == old or value.startswith(old + "/")):
            return document_id + value[len(old) :]
        return value

    keys = {c for t in tables.TABLES for c in t.names if c.endswith("_id") and c not in ("entity_id", "mission_id")}
    rows = {
        name: [{k: changed(v) if k in keys else v for k, v in row.items()} for row in table]
        for name, table in report.rows.items()
    }
    return Report(document_id, report.text, rows, report.warnings)
