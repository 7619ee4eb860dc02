"""Participants that disagree: whom the prose names and the table does not."""

from __future__ import annotations

from collections.abc import Sequence

from extract import lexicon
from extract.model import Discrepancy, Participant, Telling

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


def conflicts(row: Telling, told: Sequence[Telling], body: str) -> list[Discrepancy]:
    """A guest whom the prose names and the table's list lacks; what prose merely leaves out is no contradiction.

    Args:
        row: the row of the table.
        told: the sentences that tell of the same event.
        body: the issuing body.
    """
    if row.event_type == "visit" or not row.participants:
        return []
    for t in told:
        guests = [p for p in t.participants if _specific(p, body)]
        missing = [p for p in guests if not any(_same(p, q) for q in row.participants)]
        outside = [p for p in row.participants if p.kind != "members"]
        if t.members_only and outside:
            text = (
                f"The prose says that only members took part, the table lists others: {_list(outside)}. "
                "The table's list is taken."
            )
            return [_conflict(row, t, [], outside, text)]
        if row.members_only or not outside:
            missing = [
                p
                for p in t.participants
                if p.kind != "members" and not (p.kind == "office_holder" and p.organisation == body)
            ]
            if missing:
                text = f"The table says that only members took part, the prose names others: {_list(missing)}."
                return [_conflict(row, t, missing, list(row.participants), text)]
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
            text = (
                f"The prose names {_list(missing)}, whom the table does not list; the table lists {_list(rivals)}, "
                "whom the prose does not name. The table's list is taken."
            )
        else:
            text = (
                f"The prose names {_list(missing)}, whom the table's list of participants lacks. "
                "The table's list is taken."
            )
        return [_conflict(row, t, missing, rivals, text)]
    return []


def _conflict(
    row: Telling, t: Telling, missing: Sequence[Participant], rivals: Sequence[Participant], text: str
) -> Discrepancy:
    others = ", ".join(p.text for p in rivals)
    return Discrepancy(
        kind="participants_conflict",
        severity="warning",
        field="participants_text",
        narrative_value=", ".join(p.text for p in missing),
        annex_value=others,
        chosen_value=others or row.participants_text,
        explanation=text,
        narrative_segment=t.segment.id,
        annex_segment=row.segment.id,
        start=t.start,
    )


def _list(items: Sequence[Participant]) -> str:
    texts = [p.text for p in items]
    return texts[0] if len(texts) == 1 else ", ".join(texts[:-1]) + " and " + texts[-1] if texts else ""


def _specific(p: Participant, body: str) -> bool:
    """A guest that can be missed: a named post, body or organisation, not a group and not the issuing body."""
    if p.kind in ("members", "group") or not (p.organisation or p.country):
        return False
    return p.organisation != body


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


def _plain(text: str) -> str:
    text = lexicon.fold(text).lower().replace("the ", "").strip()
    return _NEUTRAL.get(text, text)
