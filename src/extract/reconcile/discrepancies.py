"""Where the tellings of one event disagree, which value is better supported, and why, in a sentence for a person."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract import lexicon
from extract.assemble import Assembled
from extract.model import Annotated, Claim, Mention, Participant, Telling
from extract.recognise import gazetteers


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A place where the document disagrees with itself (`meeting_id` is filled in by the caller)."""

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


def compare(
    doc: Annotated, group: list[Telling], assembled: Assembled
) -> tuple[Telling, list[Discrepancy]]:
    """The event's chosen values and its discrepancies."""
    row = next((t for t in group if t.source == "annex"), None)
    told = [t for t in group if t.source == "narrative"]
    best = _merged(row, told)
    found: list[Discrepancy] = []
    if row is not None:
        for t in told:
            if t.first is not None and (t.first, t.last) != (row.first, row.last) and t.precision != "span":
                d, right = _date_conflict(doc, row, t, assembled)
                found.append(d)
                if right is t:
                    best = replace(
                        best,
                        first=t.first,
                        last=t.last,
                        date_text=t.date_text,
                        date_start=t.date_start,
                        date_end=t.date_end,
                        precision=t.precision,
                        basis=t.basis,
                    )
        found += _format(row, told)
        found += _participants(doc, row, told)
        if not told and any(t.is_own for t in assembled.narrative):
            found.append(_only_in_annex(row))
    elif assembled.annex and best.is_own and _covered_by_tables(doc, best, assembled):
        found.append(_only_in_narrative(best))
    found += _acronyms(doc, group)
    found += _implausible(doc, best, group)
    return best, found


def _merged(row: Telling | None, told: list[Telling]) -> Telling:
    """The row's values, with what only the prose says: consultations, a format, a number."""
    if row is None:
        first = told[0]
        for other in told[1:]:
            first = replace(
                first, format=first.format or other.format, number=first.number or other.number, subject=first.subject or other.subject,
                participants=first.participants or other.participants, participants_text=first.participants_text or other.participants_text,
            )  # fmt: skip
        return first
    best = row
    for t in told:
        kind = t.event_type if row.event_type == "meeting" and t.event_type in ("consultations",) else best.event_type
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


# ---------------------------------------------------------------------- dates


def _date_conflict(doc: Annotated, row: Telling, told: Telling, assembled: Assembled) -> tuple[Discrepancy, Telling]:
    """Chooses by order among the neighbouring rows, by weekday and by the document's date; the table where nothing tells."""
    reasons: list[str] = []
    votes = 0.0
    siblings = [t for t in assembled.annex if t.table == row.table and t.segment.part == row.segment.part and t.first]
    in_order = all(a.first <= b.first for a, b in zip(siblings, siblings[1:], strict=False) if a.first and b.first)
    before = next((t for t in reversed(siblings) if t.row < row.row), None)
    after = next((t for t in siblings if t.row > row.row), None)

    def fits(day: date | None) -> bool:
        return day is not None and not (
            (before and before.first and day < before.first) or (after and after.first and day > after.first)
        )

    if row.first and told.first and len(siblings) >= 3:
        if fits(row.first) and not fits(told.first) and in_order:
            votes += 1.5
            reasons.append(f"the table is in order of date and {_say(told.first)} does not fit between its neighbours")
        elif fits(told.first) and not fits(row.first):
            votes -= 1.5
            reasons.append(f"the table is in order of date but for this row, and {_say(told.first)} would fit")
    if row.first and told.first and row.event_type != "visit":
        weekend_row, weekend_told = row.first.weekday() >= 5, told.first.weekday() >= 5
        if weekend_row != weekend_told:
            wrong, right = (told, row) if weekend_told else (row, told)
            votes += 1.0 if weekend_told else -1.0
            reasons.append(
                f"{_say(wrong.first)} was a {_weekday(wrong.first)}, {_say(right.first)} a {_weekday(right.first)}"
            )
    limit = doc.header.date
    if limit and row.first and told.first and (row.first > limit) != (told.first > limit):
        late = told if told.first > limit else row
        votes += 2.0 if late is told else -2.0
        reasons.append(f"{_say(late.first)} is later than the document itself ({_say(limit)})")
    elif limit and row.first and told.first and 0 <= (limit - told.first).days <= 7 and (limit - row.first).days > 30:
        votes += 0.3
        reasons.append(f"{_say(told.first)} is only {(limit - told.first).days} days before the date of the document")
    votes += 0.2  # a table of meetings is made from the record; prose is written from memory
    chosen = row if votes > 0 else told
    other = "prose" if chosen is row else "table"
    why = (
        "; ".join(reasons)
        if reasons
        else "nothing in the document decides between them, and tables of meetings are usually made from the record"
    )
    text = (
        f"The prose says {_value(told)}, the table {_value(row)}, for what is by its subject and place the same event. "
        f"{_value(chosen)} is taken, against the {other}: {why}."
    )
    return Discrepancy(
        "date_conflict", "error", "start_date" if row.first != told.first else "end_date", _iso(told), _iso(row), _iso(chosen), text,
        told.segment.id, row.segment.id, start=told.start,
    ), chosen  # fmt: skip


def _say(day: date | None) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}" if day else ""


def _weekday(day: date | None) -> str:
    return calendar.day_name[day.weekday()] if day else ""


def _iso(t: Telling) -> str:
    return str(t.first) if t.first == t.last else f"{t.first}/{t.last}"


def _value(t: Telling) -> str:
    return _say(t.first) if t.first == t.last else f"{_say(t.first)} to {_say(t.last)}"


# ---------------------------------------------------------------------- other kinds


def _format(row: Telling, told: list[Telling]) -> list[Discrepancy]:
    for t in told:
        if not row.format or not t.format or row.format == t.format:
            continue
        opposed = {row.format, t.format} in ({"formal", "informal"}, {"open", "closed"})
        text = (
            f"The prose says {_words(t.format)}, the table {_words(row.format)}; a meeting cannot be both. The table's word is taken."
            if opposed
            else f"The prose says {_words(t.format)}, the table {_words(row.format)}; both can be true of one meeting, but the column holds one. The table's word is taken."
        )
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


def _participants(doc: Annotated, row: Telling, told: list[Telling]) -> list[Discrepancy]:
    """A guest whom the prose names and the table's list lacks; what prose merely leaves out is no contradiction."""
    if row.event_type == "visit" or not row.participants:
        return []
    for t in told:
        guests = [p for p in t.participants if _specific(p, doc)]
        missing = [p for p in guests if not any(_same(p, q) for q in row.participants)]
        outside = [p for p in row.participants if p.kind != "members"]
        if t.members_only and outside:
            text = f"The prose says that only members took part, the table lists others: {_list(outside)}. The table's list is taken."
            return [_participants_conflict(row, t, [], outside, text)]
        if row.members_only or not outside:
            own = doc.header.issuing_body
            missing = [
                p for p in t.participants if p.kind != "members" and not (p.kind == "office_holder" and p.organisation == own)
            ]
            if missing:
                text = f"The table says that only members took part, the prose names others: {_list(missing)}."
                return [_participants_conflict(row, t, missing, list(row.participants), text)]
            continue
        rivals = [
            q for q in row.participants if q.kind == "office_holder" and not any(_same(p, q) for p in t.participants)
        ]
        certain = [p for p in missing if p.kind == "office_holder"]
        if not certain:
            continue
        missing = certain
        rivals = [q for q in rivals if any(_related(p, q) for p in missing)]
        if rivals:
            text = f"The prose names {_list(missing)}, whom the table does not list; the table lists {_list(rivals)}, whom the prose does not name. The table's list is taken."
        else:
            text = f"The prose names {_list(missing)}, whom the table's list of participants lacks. The table's list is taken."
        return [_participants_conflict(row, t, missing, rivals, text)]
    return []


def _participants_conflict(
    row: Telling, t: Telling, missing: Sequence[Participant], rivals: Sequence[Participant], text: str
) -> Discrepancy:
    return Discrepancy(
        "participants_conflict", "warning", "participants_text", ", ".join(p.text for p in missing), ", ".join(p.text for p in rivals),
        ", ".join(p.text for p in rivals) or row.participants_text, text, t.segment.id, row.segment.id, start=t.start,
    )  # fmt: skip


def _list(items: Sequence[Participant]) -> str:
    texts = [p.text for p in items]
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " and " + texts[-1] if texts else ""


def _specific(p: Participant, doc: Annotated) -> bool:
    """A guest that can be missed: a named post, body or organisation, not a group and not the issuing body."""
    if p.kind in ("members", "group") or not (p.organisation or p.country):
        return False
    return p.organisation != doc.header.issuing_body


def _same(p: Participant, q: Participant) -> bool:
    """Whether two participants may be the same: same organisation or State, and posts that do not differ."""
    if p.organisation and q.organisation and _plain(p.organisation) == _plain(q.organisation):
        return not (p.kind == q.kind == "office_holder" and _plain(p.role) != _plain(q.role))
    if p.country and p.country == q.country:
        return True
    return bool(p.organisation) and not q.organisation and _plain(p.organisation) in _plain(q.text)


def _related(p: Participant, q: Participant) -> bool:
    """Whether one office may have been written for the other: the body of one is part of the name of the other's."""
    a, b = _plain(p.organisation), _plain(q.organisation)
    return bool(a and b) and (a in b or b in a)


_NEUTRAL = {
    "chairman": "chair",
    "chairmen": "chair",
    "chairperson": "chair",
    "chairwoman": "chair",
    "chairs": "chair",
    "vice-chairman": "vice-chair",
    "vice-chairperson": "vice-chair",
    "vice-chairs": "vice-chair",
}


def _plain(text: str) -> str:
    text = lexicon.fold(text).lower().replace("the ", "").strip()
    return _NEUTRAL.get(text, text)


def _acronyms(doc: Annotated, group: Sequence[Telling]) -> list[Discrepancy]:
    """Acronyms in the tellings that are no mission's of that time (S/2006/972, annex: UNOB for ONUB)."""
    out: list[Discrepancy] = []
    for m in doc.mentions:
        if not _is_wrong(m) or any(d.start == m.start for d in out):
            continue
        told = next((t for t in group if t.start <= m.start and m.end <= t.end), None)
        if told is not None and not any(d.annex_value == m.text or d.narrative_value == m.text for d in out):
            out.append(_unknown(m, told.segment.id, told.source == "annex"))
    return out


def _is_wrong(m: Mention) -> bool:
    if m.label != "MISSION" or m.basis != "alias":
        return False
    known = {e.kind for e in gazetteers.entries().get(lexicon.fold(m.text), ()) if e.id == m.entity_id}
    return not known or "slip" in known


def _unknown(m: Mention, segment_id: str, annex: bool) -> Discrepancy:
    mission = gazetteers.missions()[m.entity_id]
    text = (
        f"No mission of that time is known as {m.text}; {mission.name} ({mission.acronym}) is meant, "
        f"by its initials, its place and its dates."
    )
    return Discrepancy(
        "unknown_acronym", "warning", "missions", "" if annex else m.text, m.text if annex else "", mission.acronym, text,
        "" if annex else segment_id, segment_id if annex else "", start=m.start,
    )  # fmt: skip


def unmet_acronyms(doc: Annotated, found: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Wrong acronyms that stand in no event's telling, each once."""
    seen = {d.annex_value or d.narrative_value for d in found if d.kind == "unknown_acronym"}
    out = []
    for m in doc.mentions:
        if _is_wrong(m) and m.text not in seen:
            seen.add(m.text)
            out.append(_unknown(m, m.segment.id, m.segment.kind == "table_cell"))
    return out


def _only_in_annex(row: Telling) -> Discrepancy:
    text = f"The table lists this event ({_value(row) if row.first else row.date_text}); no sentence of the report tells of it."
    return Discrepancy(
        "only_in_annex",
        "info",
        "in_narrative",
        "",
        _iso(row) if row.first else "",
        _iso(row) if row.first else "",
        text,
        "",
        row.segment.id,
        start=row.start,
    )


def _covered_by_tables(doc: Annotated, t: Telling, assembled: Assembled) -> bool:
    """Whether the tables claim to list such events: of the same type, over the years that have this day in them."""
    days = [r.first for r in assembled.annex if r.first and ((r.event_type == "visit") == (t.event_type == "visit"))]
    same = [r for r in assembled.annex if r.event_type == t.event_type]
    return (
        bool(days)
        and bool(same)
        and t.first is not None
        and (
            min(days).year <= t.first.year <= max(days).year
            or (doc.header.period_start and doc.header.period_end and doc.header.period_start <= t.first <= doc.header.period_end)
        )
        and t.event_type in ("meeting", "consultations", "visit")
    )


def _only_in_narrative(t: Telling) -> Discrepancy:
    text = f"The prose tells of this event ({_value(t)}); the tables, which cover that time, do not list it."
    return Discrepancy(
        "only_in_narrative",
        "warning",
        "in_annex",
        _iso(t),
        "",
        _iso(t),
        text,
        t.segment.id,
        "",
        start=t.start,
    )


def _implausible(doc: Annotated, best: Telling, group: list[Telling]) -> list[Discrepancy]:
    limit = doc.header.date
    if best.note in ("impossible", "unread") and best.first is None:
        text = f"“{' '.join(best.date_text.split())}” is no date of the calendar; it is kept as printed and the event has no date."
        return [_odd(best, text)]
    if best.note == "weekday" or best.note in {d.lower() for d in calendar.day_name}:
        text = f"“{' '.join(best.date_text.split())}”: {_say(best.first)} was a {_weekday(best.first)}. The date is kept as printed."
        return [_odd(best, text)]
    if (
        limit
        and best.first
        and best.first > limit
        and best.is_own
        and not any(d.first and d.first <= limit for d in group)
    ):
        text = f"{_value(best)} is later than the document itself ({_say(limit)}). The date is kept as printed."
        return [_odd(best, text)]
    return []


def _odd(t: Telling, text: str) -> Discrepancy:
    annex = t.source == "annex"
    value = " ".join(t.date_text.split())
    return Discrepancy(
        "implausible_date", "warning", "start_date", "" if annex else value, value if annex else "", _iso(t) if t.first else "", text,
        "" if annex else t.segment.id, t.segment.id if annex else "", start=t.start,
    )  # fmt: skip


def unmet_dates(doc: Annotated, meetings: Sequence[object]) -> list[Discrepancy]:
    """Impossible dates of the prose that belong to no meeting ("31 June 2005")."""
    from extract.model import DateMention

    used = {(t.date_start, t.date_end) for m in meetings for t in m.tellings}  # type: ignore[attr-defined]
    out = []
    for d in doc.mentions:
        if (
            isinstance(d, DateMention)
            and d.note == "impossible"
            and (d.start, d.end) not in used
            and d.segment.kind != "table_cell"
        ):
            text = f"“{d.text}” is no date of the calendar; it is kept as printed."
            out.append(
                Discrepancy("implausible_date", "warning", "", d.text, "", "", text, d.segment.id, "", start=d.start)
            )
    return out


# ---------------------------------------------------------------------- claims


def claim_conflict(doc: Annotated | None, claim: Claim, n_found: int | None, row: Telling | None) -> Discrepancy:
    """A stated number that the document's own events contradict."""
    if row is not None:
        text = (
            f"“{claim.text}” excepts {claim.value} from the meetings held with others, but {n_found} rows of the table list members only; "
            f"the prose does not except the one of {_value(row)}. The table's row is kept as it is."
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
    text = f"The text says “{claim.text}”; the document itself lists {n_found}."
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
