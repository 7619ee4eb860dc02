"""Where the tellings of one event disagree, which value is better supported, and why, in a sentence for a person."""

from __future__ import annotations

from dataclasses import replace

from extract.assemble import Assembled
from extract.model import Annotated, Claim, Discrepancy, Telling
from extract.reconcile import acronym_conflicts, claims, date_conflicts, guest_conflicts
from extract.reconcile.shared_day import within
from extract.reconcile.wording import days, iso


def _dated_as(best: Telling, t: Telling) -> Telling:
    """An event with the days of one of its tellings."""
    return replace(
        best,
        first=t.first,
        last=t.last,
        date_text=t.date_text,
        date_start=t.date_start,
        date_end=t.date_end,
        precision=t.precision,
        basis=t.basis,
    )


def compare(doc: Annotated, group: list[Telling], assembled: Assembled) -> tuple[Telling, list[Discrepancy]]:
    """The event's chosen values and its discrepancies.

    Args:
        doc: the document.
        group: the tellings of the event.
        assembled: all tellings of the document.
    """
    row = next((t for t in group if t.source == "annex"), None)
    told = [t for t in group if t.source == "narrative"]
    best = _merged(row, told)
    found: list[Discrepancy] = []
    if row is not None:
        for t in told:
            if within(row, t):
                best = best if t.precision == "span" else _dated_as(best, t)
            elif t.first is not None and (t.first, t.last) != (row.first, row.last) and t.precision != "span":
                d, right = date_conflicts.conflict(doc, row, t, assembled.annex)
                found.append(d)
                if right is t:
                    best = _dated_as(best, t)
        found += _format(row, told)
        found += guest_conflicts.conflicts(row, told, doc.header.issuing_body)
        if not told and any(t.is_own for t in assembled.narrative):
            found.append(_only_in_annex(row))
    elif assembled.annex and best.is_own and _covered_by_tables(doc, best, assembled):
        found.append(_only_in_narrative(best))
    found += acronym_conflicts.wrong(doc, group)
    found += date_conflicts.implausible(doc, best, group)
    return best, found


def _merged(row: Telling | None, told: list[Telling]) -> Telling:
    """The row's values, with what only the prose says: consultations, a format, a number."""
    if row is None:
        first = told[0]
        for other in told[1:]:
            first = replace(
                first,
                format=first.format or other.format,
                number=first.number or other.number,
                subject=first.subject or other.subject,
                participants=first.participants or other.participants,
                participants_text=first.participants_text or other.participants_text,
            )
        return first
    best = row
    for t in told:
        kind = t.event_type if row.event_type == "meeting" and t.event_type == "consultations" else best.event_type
        best = replace(
            best,
            event_type=kind,
            format=best.format or t.format,
            number=best.number or t.number,
            subject=best.subject or t.subject,
        )
        if not best.participants_text and t.participants:
            best = replace(best, participants=t.participants, participants_text=t.participants_text)
    return best


def _format(row: Telling, told: list[Telling]) -> list[Discrepancy]:
    for t in told:
        if not row.format or not t.format or row.format == t.format:
            continue
        opposed = {row.format, t.format} in ({"formal", "informal"}, {"open", "closed"})
        why = "a meeting cannot be both" if opposed else "both can be true of one meeting, but the column holds one"
        text = f"The prose says {_words(t.format)}, the table {_words(row.format)}; {why}. The table's word is taken."
        return [
            Discrepancy(
                "format_conflict",
                "warning" if opposed else "info",
                "format",
                t.format,
                row.format,
                row.format,
                text,
                t.segment.id,
                row.segment.id,
                start=t.start,
            )
        ]
    return []


def _words(fmt: str) -> str:
    return {"expert_level": "at the expert level"}.get(fmt, fmt)


def _only_in_annex(row: Telling) -> Discrepancy:
    when = days(row) if row.first else row.date_text
    text = f"The table lists this event ({when}); no sentence of the report tells of it."
    return Discrepancy(
        "only_in_annex",
        "info",
        "in_narrative",
        "",
        iso(row) if row.first else "",
        iso(row) if row.first else "",
        text,
        "",
        row.segment.id,
        start=row.start,
    )


def _only_in_narrative(t: Telling) -> Discrepancy:
    text = f"The prose tells of this event ({days(t)}); the tables, which cover that time, do not list it."
    return Discrepancy(
        "only_in_narrative",
        "warning",
        "in_annex",
        iso(t),
        "",
        iso(t),
        text,
        t.segment.id,
        "",
        start=t.start,
    )


def _covered_by_tables(doc: Annotated, t: Telling, assembled: Assembled) -> bool:
    """Whether the tables claim to list such events: of the same type, over the years that have this day in them."""
    listed = [r.first for r in assembled.annex if r.first and (r.event_type == "visit") == (t.event_type == "visit")]
    if t.first != t.last and any(t.first and t.last and t.first <= day <= t.last for day in listed):
        return False  # a visit of some days, whose programme the table is
    if not listed or t.first is None or t.event_type not in ("meeting", "consultations", "visit"):
        return False
    if not any(r.event_type == t.event_type for r in assembled.annex):
        return False
    start, end = doc.header.period_start, doc.header.period_end
    in_period = start is not None and end is not None and start <= t.first <= end
    return min(listed).year <= t.first.year <= max(listed).year or in_period


def claim_conflict(claim: Claim, n_found: int | None, row: Telling | None) -> Discrepancy:
    """A stated number that the document's own events contradict.

    Args:
        claim: the number with its words.
        n_found: how many of the document's events fit.
        row: the row that the claim leaves out; None where it cannot be told.
    """
    if row is not None:
        text = (
            f"“{claim.text}” excepts {claim.value} from the meetings held with others, but {n_found} rows of the table "
            f"list members only; the prose does not except the one of {days(row)}. The table's row is kept as it is."
        )
        return Discrepancy(
            "claim_conflict",
            "warning",
            "participants_text",
            claim.text,
            row.participants_text,
            row.participants_text,
            text,
            claim.segment.id,
            row.segment.id,
            start=claim.start,
        )
    text = claims.contradiction(claim.text, n_found)
    return Discrepancy(
        "claim_conflict",
        "warning",
        "n_found",
        str(claim.value),
        str(n_found),
        str(n_found),
        text,
        claim.segment.id,
        "",
        start=claim.start,
    )
