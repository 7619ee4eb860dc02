"""Acronyms in the style of missions' that were no mission's at the time."""

from __future__ import annotations

from collections.abc import Sequence

from extract import lexicon
from extract.model import Annotated, Discrepancy, Mention, Telling
from extract.recognise import gazetteers


def wrong(doc: Annotated, group: Sequence[Telling]) -> list[Discrepancy]:
    """Acronyms in the tellings that are no mission's of that time (S/2006/972, annex: UNOB for ONUB)."""
    out: list[Discrepancy] = []
    for m in doc.mentions:
        if not _is_wrong(m) or any(d.start == m.start for d in out):
            continue
        told = next((t for t in group if t.start <= m.start and m.end <= t.end), None)
        if told is not None and not any(d.annex_value == m.text or d.narrative_value == m.text for d in out):
            out.append(_unknown_acronym(m, told.segment.id, told.source == "annex"))
    return out


def unmet(doc: Annotated, found: Sequence[Discrepancy]) -> list[Discrepancy]:
    """Wrong acronyms that stand in no event's telling, each once."""
    seen = {d.annex_value or d.narrative_value for d in found if d.kind == "unknown_acronym"}
    out = []
    for m in doc.mentions:
        if _is_wrong(m) and m.text not in seen:
            seen.add(m.text)
            out.append(_unknown_acronym(m, m.segment.id, m.segment.kind == "table_cell"))
    return out


def _is_wrong(m: Mention) -> bool:
    if m.label != "MISSION" or m.basis != "alias":
        return False
    known = {e.kind for e in gazetteers.entries().get(lexicon.fold(m.text), ()) if e.id == m.entity_id}
    return not known or "slip" in known


def _unknown_acronym(m: Mention, segment_id: str, annex: bool) -> Discrepancy:
    mission = gazetteers.missions()[m.entity_id]
    text = (
        f"No mission of that time is known as {m.text}; {mission.name} ({mission.acronym}) is meant, "
        f"by its initials, its place and its dates."
    )
    return Discrepancy(
        kind="unknown_acronym",
        severity="warning",
        field="missions",
        narrative_value="" if annex else m.text,
        annex_value=m.text if annex else "",
        chosen_value=mission.acronym,
        explanation=text,
        narrative_segment="" if annex else segment_id,
        annex_segment=segment_id if annex else "",
        start=m.start,
    )
