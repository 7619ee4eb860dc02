"""Room 5: which tellings are one event, and where do they disagree?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from extract.assemble import Assembled, words
from extract.model import Annotated, Claim, Discrepancy, MissionLink, Telling
from extract.reconcile import acronym_conflicts, date_conflicts, discrepancies, doubt, match, missions
from extract.reconcile.confidence import confidence


@dataclass(frozen=True, slots=True)
class Meeting:
    """One real-world event: its chosen values, the tellings behind them, and how sure they are."""

    id: str
    telling: Telling
    tellings: tuple[Telling, ...]
    missions: tuple[MissionLink, ...]
    confidence: float
    needs_review: bool
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
    meetings: list[Meeting] = []
    taken: set[str] = set()
    for group in groups:
        main = group[0]
        links = missions.links(doc, group)
        best, found = discrepancies.compare(doc, group, assembled)
        meetings.append(
            Meeting(
                _id(main, taken),
                best,
                tuple(group),
                links,
                *confidence(best, group, found, links, doubt.share(doc.source, best, group)),
                tuple(found),
            )
        )
    claims = [_count(c, meetings) for c in assembled.claims]
    meetings = _with_claims(doc, meetings, claims)
    meetings.sort(key=lambda m: (m.tellings[0].start, m.tellings[0].order))
    everything = [replace(d, meeting_id=m.id) for m in meetings for d in m.discrepancies]
    everything += _loose_claims(claims)
    everything += date_conflicts.unmet(doc, (t for m in meetings for t in m.tellings))
    everything += acronym_conflicts.unmet(doc, everything)
    return Reconciled(meetings, everything, claims)


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
    """What the document lets one count of a claim, by its scope."""
    own = [m for m in meetings if m.telling.is_own]
    unit = claim.unit
    if claim.scope == "except":
        annexed = [m for m in own if m.in_annex and m.telling.event_type != "visit"]
        if not annexed or not any(t.participants_text for m in annexed for t in m.tellings):
            return CountedClaim(claim)
        n = sum(any(t.members_only for t in m.tellings) for m in annexed)
        return CountedClaim(claim, n, n == claim.value) if n else CountedClaim(claim)
    if claim.scope == "listed":
        here = [
            m
            for m in own
            if any(
                t.segment.id == claim.segment.id and claim.start < t.end and t.start <= claim.start for t in m.tellings
            )
        ]
        here = _of_unit(here, unit) or here
        return CountedClaim(claim, len(here), len(here) == claim.value) if here else CountedClaim(claim)
    if claim.scope == "with":
        here = [
            m
            for m in own
            if any(t.segment.id == claim.segment.id and t.start <= claim.start < t.end for t in m.tellings)
        ]
        return CountedClaim(claim, len(here), len(here) == claim.value) if here else CountedClaim(claim)
    if claim.scope == "previous":
        told = [
            (t.start, m.id)
            for m in own
            for t in m.tellings
            if t.segment.id == claim.segment.id and t.end <= claim.start
        ]
        n = len({i for start, i in told if start == max(told)[0]})
        # The words may reach further back: only what agrees is evidence.
        return CountedClaim(claim, n, True) if n == claim.value else CountedClaim(claim)
    if claim.scope == "all":
        counted = _of_unit(own, unit)
        counted = [m for m in counted if _within(m.telling.first, claim.period)]
        if not any(m.in_annex for m in counted):
            return CountedClaim(claim)
        return CountedClaim(claim, len(counted), len(counted) == claim.value)
    return CountedClaim(claim)


def _of_unit(meetings: list[Meeting], unit: str) -> list[Meeting]:
    """The events that a unit counts: "formal meetings", "visits", "meetings" (of any format)."""
    kind = words.noun_in(unit) or "meeting"
    fmt = words.format_in(unit)
    if kind == "meeting":
        found = [m for m in meetings if m.telling.event_type in ("meeting", "consultations", "briefing")]
        if "consultations" not in unit and not any(m.telling.event_type == "meeting" for m in found):
            return []
        if fmt:  # "two informal meetings and three informal consultations" are counted apart
            found = [m for m in found if m.telling.event_type == "meeting"] or found
    else:
        found = [m for m in meetings if m.telling.event_type == kind]
    if fmt:
        found = [m for m in found if m.telling.format == fmt]
    return found


def _within(day: date | None, period: tuple[date | None, date | None]) -> bool:
    if day is None:
        return False
    return not ((period[0] and day < period[0]) or (period[1] and day > period[1]))


def _with_claims(doc: Annotated, meetings: list[Meeting], claims: list[CountedClaim]) -> list[Meeting]:
    """A claim that excepts fewer meetings than the rows show marks the row that it leaves out."""
    out = list(meetings)
    for counted in claims:
        if counted.claim.scope != "except" or counted.agrees is not False or counted.n_found is None:
            continue
        only = [m for m in meetings if m.telling.is_own and m.in_annex and any(t.members_only for t in m.tellings)]
        untold = [m for m in only if not m.in_narrative] or only[-1:]
        for m in untold[: max(1, counted.n_found - counted.claim.value)]:
            found = discrepancies.claim_conflict(counted.claim, counted.n_found, m.telling)
            i = out.index(m)
            every = (*m.discrepancies, found)
            unsure = doubt.share(doc.source, m.telling, m.tellings)
            value, review = confidence(m.telling, list(m.tellings), list(every), m.missions, unsure)
            out[i] = replace(m, discrepancies=every, confidence=value, needs_review=review)
    return out


def _loose_claims(claims: list[CountedClaim]) -> list[Discrepancy]:
    return [
        discrepancies.claim_conflict(c.claim, c.n_found, None)
        for c in claims
        if c.agrees is False and c.claim.scope in ("all", "listed") and c.n_found is not None
    ]
