"""Puts text and truth of one report together."""

from __future__ import annotations

import dataclasses
import random
from typing import Any

from .body import write_body
from .choices import choose, random_only
from .dates import DateWriter, Ink, iso, printed_dates
from .events import Event, Plan
from .facts import missions_on
from .model import DiscrepancyTruth, GeneratedReport, MeetingTruth, ParticipantTruth, Truth, squeeze
from .people import participants
from .plan import make_plan
from .prose import Prose
from .render import Page
from .slips import plant


def make_report(seed: int, **choices: Any) -> GeneratedReport:
    """Makes one report; the same seed and choices give the same report.

    Args:
        seed: any integer; what is not chosen is drawn from it.
        choices: fields of `choices.Choices`, e.g. body="1533", year=2006, tables=("mixed", "informal"),
            slips=("year", "only_annex").

    Returns:
        The report with its truth. Slips that were drawn but do not fit are dropped; slips that were asked for
        are tried on up to 60 variants.

    Raises:
        ValueError: a choice is impossible.
        TypeError: a choice is unknown.
    """
    for attempt in range(60):
        rng = random.Random(f"unreports/{seed}/{attempt}")
        chosen = choose(rng, choices)
        try:
            plan = make_plan(rng, chosen)
            planted = plant(rng, plan)
        except ValueError:
            continue
        if "total" in planted and not any(t.kind != "visits" for t in plan.tables):
            planted = tuple(slip for slip in planted if slip != "total")
        if not random_only(choices) and set(planted) != set(chosen.slips):
            continue
        report = _write(seed, rng, plan, planted)
        told = any(slip.kind == "claim_conflict" for slip in report.truth.discrepancies)
        if "total" in planted and not told and not random_only(choices):
            continue
        return report
    raise ValueError(f"seed {seed}: these choices do not fit together: {choices}")


def _write(seed: int, rng: random.Random, plan: Plan, planted: tuple[str, ...]) -> GeneratedReport:
    ink = Ink()
    chosen = plan.choices
    weekday = chosen.date_style == "weekday"
    cells = DateWriter(ink, rng, chosen.dash, chosen.nbsp, weekday)
    dates = DateWriter(ink, rng, chosen.dash, chosen.nbsp)
    page = Page(rng, plan, ink, cells, dates)
    if chosen.masthead:
        page.masthead()
    signatory, role = page.letter() if chosen.letter else ("", "")
    claims = chosen.claims and not {"only_narrative", "format"} & set(planted)
    plan.choices = dataclasses.replace(chosen, claims=claims)
    prose = write_body(rng, plan, dates, ink, planted)
    plan.choices = chosen
    page.body(prose.blocks)
    page.annex()
    events = [*plan.events, *plan.extra, *prose.foreign]
    meetings = tuple(_meeting(plan, page, event) for event in events)
    issued = plan.issued.isoformat() if chosen.letter or chosen.masthead else ""
    text = page.text()
    paragraphs = [("body", tuple(page.numbers))]
    if page.annex_numbers:
        paragraphs.append(("annex_1", tuple(page.annex_numbers)))
    truth = Truth(
        symbol=page.symbol,
        issuing_body=plan.body.name,
        short_name=plan.body.short,
        date=issued,
        signatory=signatory,
        signatory_role=role,
        addressee=f"President of the {plan.body.parent}" if chosen.letter else "",
        period_start=plan.start.isoformat(),
        period_end=plan.end.isoformat(),
        n_paragraphs=len(page.numbers) + len(page.annex_numbers),
        n_tables=len(plan.tables),
        paragraphs=tuple(paragraphs),
        sub_paragraphs=tuple(page.subs),
        headings=tuple(page.headings),
        lettered_headings=tuple(page.lettered),
        table_titles=tuple(page.titles),
        meetings=meetings,
        references=frozenset(ink.references),
        discrepancies=tuple(_discrepancies(plan, prose, events)),
        claims=tuple(prose.claims),
        missions=frozenset(ink.missions),
        printed_dates=frozenset(ink.dates),
        printed_years=printed_dates(text).years,
        coverage=chosen.coverage,
    )
    settings = tuple(sorted({**dataclasses.asdict(chosen), "slips": planted}.items()))
    return GeneratedReport(f"generated_{seed:06d}", text, truth, settings)


def _meeting(plan: Plan, page: Page, event: Event) -> MeetingTruth:
    in_annex = event.table > 0
    table = plan.tables[event.table - 1] if in_annex else None
    own = not event.holder
    context = table is not None and table.date_style in ("year_rows", "year_in_title")
    told = bool(event.paragraphs)
    people, source = _participants(plan, event, table.columns if table else ())
    missions = {mission.acronym for mission in event.topic.missions}
    missions |= {group.mission for group in _named_groups(event, table.columns if table else ()) if group.mission}
    countries = set(event.topic.countries)
    groups = _named_groups(event, table.columns if table else ())
    countries |= {atom.iso3 for group in groups for atom in group.atoms if atom.iso3}
    if any(group.tag == "srsg" for group in groups):
        countries |= {code for mission in event.topic.missions for code in mission.iso3}
    implied = {m.acronym for code in countries for m in missions_on(event.start, code)} - missions
    unsure = []
    if (context and event.told_year) or event.shares_cell:
        unsure.append("date_basis")
    if event.shares_cell:
        unsure.append("date_text")
    if event.slip == "format":
        unsure.append("format")
    if event.slip == "participants" or event.holder:
        unsure.append("participants")
    if not in_annex:
        unsure += ["date_text", "subject"]
    subject = page.subjects[id(event)] if in_annex else event.topic.prose()
    return MeetingTruth(
        event_type=event.kind,
        format=event.format if not event.holder and _format_said(event, page) else "",
        meeting_number=str(event.number) if event.number_printed else "",
        start_date=event.start.isoformat(),
        end_date=event.end.isoformat(),
        date_precision="day",
        date_basis="context" if context else "stated",
        date_text=squeeze(page.date_texts[(event.table, event.row)]) if in_annex else "",
        body=event.holder or plan.body.name,
        is_own=own,
        subject=squeeze(subject),
        missions=frozenset(missions),
        missions_implied=frozenset(implied),
        countries=frozenset(countries),
        in_annex=in_annex,
        in_narrative=told,
        table=event.table,
        table_title=page.titles[event.table - 1] if in_annex else "",
        table_row=event.row,
        paragraphs=tuple(sorted(set(event.paragraphs))),
        participants=people,
        participants_source=source,
        open_fields=tuple(unsure),
    )


def _format_said(event: Event, page: Page) -> bool:
    """A format of the annex is said by title or column; one of prose alone only where prose has to say it."""
    if not event.table:
        return event.force_format
    kind = page.plan.tables[event.table - 1].kind
    return kind != "mixed" or event.force_format


def _named_groups(event: Event, columns: tuple[str, ...]) -> list[Any]:
    shown = event.groups if "participants" in columns else []
    return [*shown, *(event.prose_groups or [])]


def _participants(plan: Plan, event: Event, columns: tuple[str, ...]) -> tuple[tuple[ParticipantTruth, ...], str]:
    """From the annex's cell, else from the visit's merged cell, else from the sentence."""
    telegraphic = plan.choices.telegraphic
    if "participants" in columns:
        merged = event.kind == "visit" and plan.tables[event.table - 1].kind != "visits" and plan.choices.merged
        at, near = columns.index("subject"), columns.index("participants")
        capitalised = not (merged and abs(at - near) == 1)
        return participants(event.groups, telegraphic if capitalised else True, capitalised), "annex"
    if event.kind == "visit" and event.table:
        return participants(event.groups, True, False), "annex"
    if event.prose_groups:
        return participants(event.prose_groups, False, event.prose_capital), "narrative"
    return (), ""


def _discrepancies(plan: Plan, prose: Prose, events: list[Event]) -> list[DiscrepancyTruth]:
    found = []
    for index, event in enumerate(events):
        if not event.slip:
            continue
        paragraph = event.paragraphs[0] if event.paragraphs else 0
        place = (index, event.table, event.row, paragraph)
        annex, said = iso(event.start, event.end), event.shown.isoformat()
        if event.slip in ("year", "day"):
            found.append(DiscrepancyTruth("date_conflict", "start_date", *place, said, annex, "annex", True))
        elif event.slip == "annex_year":
            wrong = (event.annex_start or event.start).isoformat()
            found.append(DiscrepancyTruth("date_conflict", "start_date", *place, said, wrong, "narrative", True))
        elif event.slip == "format":
            other = event.prose_format or ""
            found.append(DiscrepancyTruth("format_conflict", "format", *place, other, event.format, "annex", False))
        elif event.slip == "only_annex":
            found.append(DiscrepancyTruth("only_in_annex", "", *place, "", annex, "annex", True))
        elif event.slip == "only_narrative":
            found.append(DiscrepancyTruth("only_in_narrative", "", *place, said, "", "narrative", True))
        elif event.slip == "acronym":
            right = event.topic.missions[0].acronym
            found.append(DiscrepancyTruth("unknown_acronym", "missions", *place, right, event.wrong, "narrative", True))
        else:
            words = "; ".join(atom.text for atom in participants(event.prose_groups or event.groups[:1], False, False))
            cell = "; ".join(atom.text for atom in participants(event.groups, plan.choices.telegraphic, True))
            found.append(DiscrepancyTruth("participants_conflict", "participants", *place, words, cell, "annex", False))
    for claim in prose.claims:
        if claim.agrees is False:
            found.append(
                DiscrepancyTruth(
                    "claim_conflict",
                    "value",
                    -1,
                    0,
                    0,
                    claim.paragraph,
                    str(claim.value),
                    str(claim.n_found),
                    "annex",
                    True,
                )
            )
    return found
