"""The rows of the output tables, made of what one document was found to hold."""

from __future__ import annotations

from extract.model import Annotated, Discrepancy
from extract.recognise import gazetteers, symbols
from extract.reconcile import Meeting, Reconciled
from extract.report import Report, Row, Rows


def build(doc: Annotated, found: Reconciled, document_id: str, warnings: list[str]) -> Report:
    """The rows of one document.

    Args:
        doc: the document.
        found: its events, discrepancies and claims.
        document_id: its id.
        warnings: what could not be read, in plain words.
    """
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
    for row in (row for table in rows.values() for row in table):
        row["corrected"] = ""
    return Report(document_id, doc.source.text, rows, (*doc.source.warnings, *warnings))


def _slice(doc: Annotated, start: int, end: int) -> str:
    return doc.source.text[start:end]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _document(doc: Annotated, found: Reconciled, document_id: str) -> Row:
    h, s = doc.header, doc.source
    sender = h.sender if h.kind in ("letter", "note") else ""
    return {
        "document_id": document_id,
        "symbol": f"{h.symbol}-{h.joint}" if h.joint else h.symbol,
        "symbol_basis": doc.symbol_basis,
        "title": h.title,
        "kind": h.kind,
        "issuing_body": h.issuing_body or sender,
        "issuing_body_basis": h.issuing_body_basis if h.issuing_body else "sender" if sender else "",
        "date": h.date,
        "signatory": h.signatory,
        "signatory_role": h.signatory_role,
        "addressee": h.addressee,
        "period_start": h.period_start,
        "period_end": h.period_end,
        "language": h.language,
        "source_file": s.name,
        "source_format": s.format,
        "sha256": s.sha256,
        "n_pages": s.n_pages or None,
        "n_paragraphs": sum(g.kind == "paragraph" and not g.part.startswith("draft") for g in doc.segments),
        "n_tables": len({(g.part, g.table) for g in doc.segments if g.table >= 0}),
        "n_meetings": len(found.meetings),
    }


def _segments(doc: Annotated, document_id: str) -> list[Row]:
    return [
        {
            "segment_id": g.id,
            "document_id": document_id,
            "position": i,
            "part": g.part,
            "kind": g.kind,
            "number": g.number,
            "number_basis": g.number_basis if g.number else "",
            "parent_id": g.parent,
            "section": g.section,
            "page": g.page or None,
            "char_start": g.start,
            "char_end": g.end,
            "text": _slice(doc, g.start, g.end),
        }
        for i, g in enumerate(doc.segments, 1)
    ]


def _meeting(m: Meeting, found: Reconciled, document_id: str) -> Row:
    t = m.telling
    known = gazetteers.missions()
    acronyms = dict.fromkeys(known[link.mission_id].acronym or link.mission_id for link in m.missions)
    return {
        "meeting_id": m.id,
        "document_id": document_id,
        "event_type": t.event_type,
        "format": t.format,
        "meeting_number": t.number,
        "start_date": t.first,
        "end_date": t.last,
        "date_text": t.date_text,
        "date_precision": "month" if t.precision == "month" else t.precision if t.first else "",
        "date_basis": t.basis if t.first else "",
        "body": t.body,
        "is_own": t.is_own,
        "subject": t.subject,
        "participants_text": t.participants_text,
        "missions": "; ".join(acronyms),
        "in_annex": m.in_annex,
        "in_narrative": m.in_narrative,
        "table_title": t.table_title,
        "table_row": t.row or None,
        "n_participants": len(t.participants),
        "n_discrepancies": sum(d.meeting_id == m.id for d in found.discrepancies),
        "confidence": m.sureness.confidence,
        "needs_review": m.sureness.needs_review,
        "review_reason": m.sureness.reason,
    }


def _sources(doc: Annotated, m: Meeting) -> list[Row]:
    return [
        {
            "source_id": f"{m.id}/source_{i}",
            "meeting_id": m.id,
            "source": t.source,
            "segment_id": t.segment.id,
            "date_text": t.date_text,
            "start_date": t.first,
            "end_date": t.last,
            "text": _slice(doc, t.start, t.end),
            "char_start": t.start,
            "char_end": t.end,
        }
        for i, t in enumerate(m.tellings, 1)
    ]


def _participants(doc: Annotated, m: Meeting) -> list[Row]:
    return [
        {
            "participant_id": f"{m.id}/participant_{i}",
            "meeting_id": m.id,
            "position": i,
            "text": _slice(doc, p.start, p.end),
            "kind": p.kind,
            "role": p.role,
            "organisation": p.organisation,
            "organisation_acronym": p.acronym,
            "country_iso3": p.country,
            "person": p.person,
            "qualifier": p.qualifier,
            "segment_id": p.segment.id,
            "char_start": p.start,
            "char_end": p.end,
        }
        for i, p in enumerate(m.telling.participants, 1)
    ]


def _links(doc: Annotated, m: Meeting) -> list[Row]:
    return [
        {
            "meeting_mission_id": f"{m.id}/mission_{i}",
            "meeting_id": m.id,
            "mission_id": link.mission_id,
            "basis": link.basis,
            "text": _slice(doc, link.start, link.end),
            "segment_id": link.segment.id,
            "char_start": link.start,
            "char_end": link.end,
        }
        for i, link in enumerate(m.missions, 1)
    ]


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
        "mission_id": m.id,
        "acronym": m.acronym,
        "name": m.name,
        "organisation": m.organisation,
        "kind": m.kind,
        "countries": "; ".join(m.countries),
        "established": m.established,
        "ended": m.ended,
        "n_documents": n_documents,
        "n_mentions": n_mentions,
        "n_meetings": n_meetings,
    }


def _mentions(doc: Annotated, document_id: str) -> list[Row]:
    counts: dict[str, int] = {}
    out = []
    for m in doc.mentions:
        counts[m.segment.id] = n = counts.get(m.segment.id, 0) + 1
        out.append(
            {
                "mention_id": f"{m.segment.id}/mention_{n}",
                "document_id": document_id,
                "segment_id": m.segment.id,
                "label": m.label,
                "text": _slice(doc, m.start, m.end),
                "value": _one_line(m.value),
                "entity_id": m.entity_id if m.label not in ("DATE", "DOCUMENT") else "",
                "method": m.method,
                "score": m.score,
                "char_start": m.start,
                "char_end": m.end,
            }
        )
    return out


def _references(doc: Annotated, document_id: str) -> list[Row]:
    """Each distinct symbol cited, at its first place; the document's own symbol is none."""
    own, text = doc.header.symbol, doc.source.text
    joined = own != "" and (f"{own}-" in text or f"-{own}" in text)
    seen = {own}
    counts: dict[str, int] = {}
    out = []
    for m in doc.mentions:
        if m.label != "DOCUMENT" or m.value in seen or _is_own(doc, m.value, joined):
            continue
        seen.add(m.value)
        year = symbols.year(m.value)
        counts[m.segment.id] = n = counts.get(m.segment.id, 0) + 1
        out.append(
            {
                "reference_id": f"{m.segment.id}/reference_{n}",
                "document_id": document_id,
                "segment_id": m.segment.id,
                "symbol": m.value,
                "kind": symbols.kind(m.value),
                "year": int(year) if year else None,
                "text": _slice(doc, m.start, m.end),
                "char_start": m.start,
                "char_end": m.end,
            }
        )
    return out


def _is_own(doc: Annotated, symbol: str, joined: bool) -> bool:
    """Whether a symbol is the other half of the document's own: "A/79/794-S/2025/104".

    Args:
        doc: the document.
        symbol: the symbol cited.
        joined: the text has the document's own symbol beside a hyphen, which is seldom.
    """
    own, text = doc.header.symbol, doc.source.text
    if own and symbol.startswith(f"{own}-"):
        return True
    for joint in (f"{own}-{symbol}", f"{symbol}-{own}") if joined else ():
        at = text.find(joint)
        if at >= 0 and not text[at + len(joint) : at + len(joint) + 1].isalnum():
            return True
    return False


def _discrepancies(found: list[Discrepancy], document_id: str) -> list[Row]:
    counts: dict[str, int] = {}
    out = []
    for d in found:
        place = d.meeting_id or d.narrative_segment or d.annex_segment or document_id
        counts[place] = n = counts.get(place, 0) + 1
        out.append(
            {
                "discrepancy_id": f"{place}/discrepancy_{n}",
                "document_id": document_id,
                "meeting_id": d.meeting_id,
                "kind": d.kind,
                "severity": d.severity,
                "field": d.field,
                "narrative_value": _one_line(d.narrative_value),
                "annex_value": _one_line(d.annex_value),
                "chosen_value": _one_line(d.chosen_value),
                "explanation": _one_line(d.explanation),
                "narrative_segment_id": d.narrative_segment,
                "annex_segment_id": d.annex_segment,
            }
        )
    return out


def _claims(doc: Annotated, found: Reconciled, document_id: str) -> list[Row]:
    counts: dict[str, int] = {}
    out = []
    for c in found.claims:
        k = c.claim
        counts[k.segment.id] = n = counts.get(k.segment.id, 0) + 1
        out.append(
            {
                "claim_id": f"{k.segment.id}/claim_{n}",
                "document_id": document_id,
                "segment_id": k.segment.id,
                "text": _slice(doc, k.start, k.end),
                "value": k.value,
                "unit": k.unit,
                "scope": k.scope,
                "period_start": k.period[0],
                "period_end": k.period[1],
                "n_found": c.n_found,
                "agrees": c.agrees,
                "char_start": k.start,
                "char_end": k.end,
            }
        )
    return out
