"""Room 5: which tellings are one event, and where do they disagree?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extract.assemble import Assembled
from extract.model import Annotated, Claim, Discrepancy, MissionLink, Telling
from extract.reconcile import (
    acronym_conflicts,
    claims,
    date_conflicts,
    discrepancies,
    doubt,
    match,
    missions,
    shared_day,
)
from extract.reconcile.confidence import Sureness, sureness
from extract.reconcile.retold import days

Places = dict[tuple[object, object], set[str]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One real-world event: its chosen values, the tellings behind them, and how sure they are."""

    id: str
    telling: Telling
    tellings: tuple[Telling, ...]
    missions: tuple[MissionLink, ...]
    sureness: Sureness
    discrepancies: tuple[Discrepancy, ...] = ()

    @property
    def in_annex(self) -> bool:
        return any(t.source == "annex" for t in self.tellings)

    @property
    def in_narrative(self) -> bool:
        return any(t.source == "narrative" for t in self.tellings)


@dataclass(frozen=True, slots=True)
class CountedClaim:
    """A claim with what the document itself lets one count (`n_found` None where it does not)."""

    claim: Claim
    n_found: int | None = None
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The meetings in the order of the text, the discrepancies and the claims."""

    meetings: list[Meeting] = field(default_factory=list)
    discrepancies: list[Discrepancy] = field(default_factory=list)
    claims: list[CountedClaim] = field(default_factory=list)


def reconcile(doc: Annotated, assembled: Assembled) -> Reconciled:
    """Joins the tellings of one event and compares them; each value is the better supported one."""
    groups = match.groups(assembled.annex, assembled.narrative, doc)
    places = _places(groups)
    meetings: list[Meeting] = []
    taken: set[str] = set()
    for group in groups:
        main = group[0]
        links = missions.links(doc, group)
        best, found = discrepancies.compare(doc, group, assembled)
        best = shared_day.narrowed(best, group)
        meetings.append(
            Meeting(
                _id(main, taken),
                best,
                tuple(group),
                links,
                sureness(
                    best, group, found, links, doc.header, doubt.share(doc.source, best, group), _rival(best, places)
                ),
                tuple(found),
            )
        )
    counted = [_count(c, meetings) for c in assembled.claims]
    meetings = _with_claims(doc, meetings, counted, places)
    meetings.sort(key=lambda m: (m.tellings[0].start, m.tellings[0].order))
    everything = [replace(d, meeting_id=m.id) for m in meetings for d in m.discrepancies]
    everything += _loose_claims(counted)
    everything += date_conflicts.unmet(doc, (t for m in meetings for t in m.tellings))
    everything += acronym_conflicts.unmet(doc, everything)
    return Reconciled(meetings, everything, counted)


def _places(groups: list[list[Telling]]) -> Places:
    """Where the events of the same days are told first: days → segments."""
    places: Places = {}
    for main in (group[0] for group in groups if group[0].first):
        places.setdefault(days(main), set()).add(main.segment.id)
    return places


def _rival(best: Telling, places: Places) -> bool:
    """Whether an event of the very same days is told in another place."""
    return bool(places.get(days(best), set()) - {best.segment.id})


def _id(telling: Telling, taken: set[str]) -> str:
    """The place that the record stands on: the row of a table, or paragraph and count."""
    wanted = telling.segment.id
    if telling.source == "annex":
        found, n = (wanted, 1) if telling.order == 0 else (f"{wanted}/event_{telling.order + 1}", telling.order + 1)
        while found in taken:
            n += 1
            found = f"{wanted}/event_{n}"
    else:
        n = 1
        while (found := f"{wanted}/event_{n}") in taken:
            n += 1
    taken.add(found)
    return found


# ---------------------------------------------------------------------- claims


def _count(claim: Claim, meetings: list[Meeting]) -> CountedClaim:
    """What the document lets one count of a claim."""
    place = claims.Place(claim.segment.id, claim.start, claim.end)
    stated = claims.Stated(claim.value, claim.unit, claim.scope, claim.period, place)
    return CountedClaim(claim, *claims.count(stated, [_event(m) for m in meetings]))


def _event(m: Meeting) -> claims.Event:
    return claims.Event(
        m.id,
        m.telling.event_type,
        m.telling.format,
        m.telling.first,
        m.telling.is_own,
        m.in_annex,
        any(t.participants_text for t in m.tellings),
        any(t.members_only for t in m.tellings),
        tuple(claims.Place(t.segment.id, t.start, t.end) for t in m.tellings),
    )


def _with_claims(doc: Annotated, meetings: list[Meeting], found: list[CountedClaim], places: Places) -> list[Meeting]:
    """A claim that excepts fewer meetings than the rows show marks the row that it leaves out."""
    out = list(meetings)
    for counted in found:
        if counted.claim.scope != "except" or counted.agrees is not False or counted.n_found is None:
            continue
        only = [m for m in meetings if m.telling.is_own and m.in_annex and any(t.members_only for t in m.tellings)]
        untold = [m for m in only if not m.in_narrative] or only[-1:]
        for m in untold[: max(1, counted.n_found - counted.claim.value)]:
            conflict = discrepancies.claim_conflict(counted.claim, counted.n_found, m.telling)
            i = out.index(m)
            every = (*m.discrepancies, conflict)
            unsure = doubt.share(doc.source, m.telling, m.tellings)
            rival = _rival(m.telling, places)
            sure = sureness(m.telling, list(m.tellings), list(every), m.missions, doc.header, unsure, rival)
            out[i] = replace(m, discrepancies=every, sureness=sure)
    return out


def _loose_claims(found: list[CountedClaim]) -> list[Discrepancy]:
    return [
        discrepancies.claim_conflict(c.claim, c.n_found, None)
        for c in found
        if c.agrees is False and c.claim.scope in claims.LOOSE and c.n_found is not None
    ]
