"""Room 4: what happened, and who was there? One telling for each place that tells of an event."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.assemble import annex, claims, narrative
from extract.model import Annotated, Claim, Telling
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
    return Assembled(listed, narrative.tellings(doc, days, read), claims.claims(doc), warnings)
