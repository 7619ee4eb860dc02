"""Which missions an event is about, and the words that say so; the best evidence of all tellings wins."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from itertools import accumulate

from extract import lexicon
from extract.model import Annotated, Mention, MissionLink, Telling
from extract.recognise import gazetteers
from extract.recognise.described import mission_in

_RANK = {"named": 0, "alias": 1, "described": 2, "implied": 3}
# Bodies and tables of these words deal with peace operations: only there may a State stand for its mission.
_PEACE = ("peacekeeping", "security council", "mission")


def links(doc: Annotated, group: list[Telling]) -> tuple[MissionLink, ...]:
    """One link for each mission, in the order in which the tellings name them (annex first)."""
    found: dict[str, MissionLink] = {}
    for telling in group:
        inside = _inside(doc, telling)
        if telling.shared and found and not {m.entity_id for m in inside} <= set(found):
            continue  # the sentence tells of other events too: its missions may be theirs
        for m in inside:
            basis = m.basis or "named"
            link = MissionLink(m.entity_id, basis, m.text, m.segment, m.start, m.end)
            held = found.get(m.entity_id)
            if held is None or _RANK[basis] < _RANK[held.basis]:
                found[m.entity_id] = link
    if not found or all(link.basis == "alias" for link in found.values()):
        for link in _implied(doc, group, set(found)):
            found.setdefault(link.mission_id, link)
    return tuple(found.values())


def _inside(doc: Annotated, telling: Telling) -> list[Mention]:
    """The missions named in a telling: the subject and other cells of a row, the sentence in prose."""
    out = []
    for m in doc.mentions:
        if m.label != "MISSION" or not (telling.start <= m.start and m.end <= telling.end):
            continue
        out.append(m)
    return out


def _implied(doc: Annotated, group: list[Telling], known: set[str]) -> list[MissionLink]:
    """Missions of the States that the subject names, where the report deals with peace operations and none is named."""
    body = doc.header.issuing_body.lower()
    row = group[0]
    if row.source != "annex" or row.first is None or not row.is_own or not any(w in body for w in _PEACE):
        return []
    covered = {c for k in known for c in gazetteers.missions()[k].countries}
    out = []
    # A mention is in a participant where one that begins before it ends behind it.
    spans = sorted((p.start, p.end) for p in row.participants)
    starts, ends = [a for a, _ in spans], list(accumulate((b for _, b in spans), max))
    for m in doc.mentions:
        if m.label != "COUNTRY" or not (row.start <= m.start and m.end <= row.end) or m.entity_id in covered:
            continue
        n = bisect_right(starts, m.start)
        if n and ends[n - 1] >= m.end:
            continue
        mission = _sole(m.entity_id, row.first)
        if mission is not None:
            covered.add(m.entity_id)
            out.append(MissionLink(mission, "implied", m.text, m.segment, m.start, m.end))
    return out


def _sole(code: str, day: date) -> str | None:
    """The one field mission of the United Nations in a State on a day; regional and envoys' offices imply nothing."""
    mission = mission_in((code,), "UN", day)
    if mission is None or len(mission.countries) > 3:
        return None
    name = lexicon.fold(mission.name).lower()
    if any(w in name for w in ("envoy", "adviser", "regional", "coordinator", "logistics", "support office")):
        return None
    return mission.id
