"""Room 4: what happened, and who was there? One telling for each place that tells of an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.assemble import annex, claims, narrative, series
from extract.model import Annotated, Claim, DateMention, Telling
from extract.recognise.written import name_of


@dataclass(frozen=True, slots=True)
class Assembled:
    """The tellings of tables and prose, the claims, and what could not be read."""

    annex: list[Telling]
    narrative: list[Telling]
    claims: list[Claim]
    warnings: list[str] = field(default_factory=list)


def assemble(doc: Annotated) -> Assembled:
    """All tellings and claims of a recognised document, in the order of the text."""
    warnings: list[str] = []
    if (language := doc.header.language) != "en":
        warnings.append(f"the text is in {name_of(language)}; events, missions and names are read in English only")
    listed = annex.tellings(doc, warnings)
    days = frozenset(t.first for t in listed if t.first and t.first == t.last)
    read = frozenset((t.segment.part, t.segment.table) for t in listed)
    told = narrative.tellings(doc, days, read)
    whole = series.of_one_body([*listed, *told], doc.header.issuing_body)
    listed, told = whole[: len(listed)], whole[len(listed) :]
    warnings += _dated_headings(doc, [*listed, *told])
    return Assembled(listed, told, claims.claims(doc), warnings)


def _dated_headings(doc: Annotated, told: list[Telling]) -> Iterator[str]:
    """What is to be said of a chronology, whose headings are days, where nothing below them was read as an event."""
    heads = {s.id: s for s in doc.segments if s.kind == "heading"}
    read = {t.first for t in told}
    unread = [
        m
        for m in doc.mentions
        if isinstance(m, DateMention)
        and m.precision == "day"
        and (head := heads.get(m.segment.id)) is not None
        and (m.start, m.end) == (head.start, head.end)
    ]
    if len(unread) > 1 and not any(m.first in read for m in unread):
        first = unread[0].text
        yield f"{len(unread)} headings are days (the first: {first}); no event is read from what stands below them"
