"""Writes the sentences of the body: events, claims, and sentences that tell of no meeting."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from . import sentences as say
from .dates import DateWriter, Ink, in_words, ordinal, working_day
from .events import KINDS, Event, Plan
from .facts import AFRICA, COUNTRIES, council_meeting_number, missions_on, resolution_number
from .model import ClaimTruth, articles, capital
from .people import join_groups
from .plan import iso3_of
from .topics import Topic

NOUNS = {
    ("meeting", ""): ("a meeting", "meetings"),
    ("meeting", "formal"): ("a formal meeting", "formal meetings"),
    ("meeting", "informal"): ("an informal meeting", "informal meetings"),
    ("meeting", "expert_level"): ("an expert-level meeting", "expert-level meetings"),
    ("meeting", "closed"): ("a closed meeting", "closed meetings"),
    ("meeting", "open"): ("an open meeting", "open meetings"),
    ("meeting", "joint"): ("a joint meeting", "joint meetings"),
    ("consultations", "informal"): ("informal consultations", "informal consultations"),
    ("consultations", ""): ("consultations", "consultations"),
    ("briefing", "open"): ("an open briefing", "open briefings"),
}
SUBHEADINGS = (
    "Consideration of specific situations",
    "Thematic and general questions",
    "Follow-up to earlier decisions",
    "Procedural and other matters",
    "Matters kept under continuous review",
    "Activities in other settings",
)
Block = tuple[str, str, str]  # (kind: heading, lettered, paragraph, sub; label; text)


@dataclass
class Deck:
    """Patterns in a shuffled order, each used before one is used again."""

    rng: random.Random
    packs: dict[int, list[str]] = field(default_factory=dict)

    def draw(self, patterns: Sequence[str], *, first: bool = True) -> str:
        pack = self.packs.setdefault(id(patterns), [])
        if not pack:
            pack += self.rng.sample(patterns, len(patterns))
        for index, pattern in enumerate(pack):
            if not (first and pattern.startswith(("Another example", "{B} also"))):
                return pack.pop(index)
        return pack.pop()


@dataclass
class Prose:
    """The body as blocks, and what was noted while it was written."""

    blocks: list[Block]
    claims: list[ClaimTruth]
    foreign: list[Event]
    introduced: set[str]


class Writer:
    """Writes the sentences of one report."""

    def __init__(self, rng: random.Random, plan: Plan, dates: DateWriter, ink: Ink, slips: tuple[str, ...]) -> None:
        self.rng, self.plan, self.dates, self.ink, self.slips = rng, plan, dates, ink, slips
        self.deck = Deck(rng)
        self.number = 0
        self.prose = Prose([], [], [], set())
        self.year = True
        his, he, him = plan.pronoun
        self.words = {
            "B": f"the {plan.body.short}",
            "B1": f"the {plan.body.name}",
            "chair": plan.chair,
            "V": plan.visitor,
            "his": his,
            "he": he,
            "him": him,
            "parent": plan.body.parent,
        }

    def fill(self, pattern: str, **words: str) -> str:
        """The sentence with a capital first letter."""
        text = pattern
        for key, value in {**self.words, **words}.items():
            text = text.replace("{" + key + "}", value)
        return capital(text)

    def topic(self, topic: Topic, introduce: bool = False) -> str:
        """The topic in prose; the first time a mission may stand with its full name."""
        text = topic.prose()
        for mission in topic.missions:
            new = mission.acronym not in self.prose.introduced
            if new and (introduce or self.rng.random() < 0.5) and not text.startswith(mission.acronym):
                text = text.replace(mission.acronym, f"the {mission.name} ({mission.acronym})", 1)
            self.prose.introduced.add(mission.acronym)
            self.ink.missions.add(mission.acronym)
        return text

    # --- one unit tells one event, or a few that belong together ---

    def noun(self, event: Event, plural: bool) -> str:
        form = event.prose_format if event.prose_format is not None else event.format
        plain = event.kind == "meeting" and not event.force_format and self.rng.random() < 0.5
        return NOUNS[(event.kind, "" if plain else form)][plural]

    def single(self, event: Event, first: bool) -> str:
        event.paragraphs.append(self.number)
        topic = self.topic(event.topic, introduce=bool(event.wrong))
        noun = self.noun(event, False)
        numbered = event.number and self.plan.choices.numbers == "prose" and event.kind == "meeting"
        day = self.dates.day(event.shown, self.year)
        if numbered and not event.force_format:
            event.number_printed = True
            text = self.fill(self.deck.draw(say.NUMBERED), N=ordinal(event.number), D=day, T=topic)
        elif event.kind == "consultations":
            text = self.fill(self.alone(event, say.CONSULTATIONS), D=day, T=topic, m=noun)
        elif noun == "a meeting" and self.rng.random() < 0.5:
            text = self.fill(self.deck.draw(say.MEETING_PLAIN, first=first), D=day, T=topic)
        else:
            text = self.fill(self.deck.draw(say.MEETING), D=day, T=topic, m=noun)
        text = re.sub(
            r"([Ii]nformal consultations|[Cc]onsultations) (on .* )?was (held|convened)",
            r"\1 \2were \3",
            text,
        )
        return f"{text} {self.company(event)}".strip()

    def alone(self, event: Event, patterns: Sequence[str]) -> str:
        """A pattern; "with the other members" only where the row has no guests."""
        pattern = self.deck.draw(patterns)
        while "other members" in pattern and any(group.tag != "members" for group in event.groups):
            pattern = self.deck.draw(patterns)
        return pattern

    def company(self, event: Event) -> str:
        """A sentence on who was there: all the guests of the row, so that nothing contradicts it."""
        if event.prose_only_members:
            return self.fill(self.deck.draw(say.ONLY_MEMBERS))
        groups = event.prose_groups
        if groups is None:
            groups = [group for group in event.groups if group.tag != "members"]
            columns = self.plan.tables[event.table - 1].columns if event.table else ()
            wanted = 0.35 if "participants" in columns else 0.5
            if not groups or event.kind == "consultations" or self.rng.random() > wanted:
                return ""
        if event.prose_groups is None and (not event.table or "participants" not in columns):
            event.prose_groups = groups
        self.ink.missions.update(group.mission for group in groups if group.mission)
        pattern = self.deck.draw(say.ATTENDED)
        event.prose_capital = pattern.startswith("{G}")
        return self.fill(pattern, G=join_groups(groups, telegraphic=False))

    def pair(self, events: list[Event]) -> str:
        events = sorted(events, key=lambda event: event.shown)
        for event in events:
            event.paragraphs.append(self.number)
        both = replace(events[0], groups=[group for event in events for group in event.groups])
        patterns = say.CONSULTATIONS_PAIR if events[0].kind == "consultations" else say.PAIR
        nouns = self.noun(events[0], True)
        days = self.dates.days([event.shown for event in events], self.year)
        text = self.fill(self.alone(both, patterns), D=days, T=self.topic(events[0].topic), ms=nouns, m=nouns)
        if self.rng.random() < 0.15 and nouns.endswith("meetings"):
            claim = f"those two {nouns}"
            self.claim(claim, 2, nouns, 2, True)
            text += " " + self.fill(self.deck.draw(say.TWO), ms=nouns)
        return text

    def respectively(self, events: list[Event]) -> str:
        one, two = events
        for event in events:
            event.paragraphs.append(self.number)
        nouns = self.noun(one, True)
        pattern = self.deck.draw(say.RESPECTIVELY)
        words = {"T": self.topic(one.topic), "T2": self.topic(two.topic), "ms": nouns}
        if "{D}" in pattern:
            words["D"] = self.dates.days([one.shown, two.shown], self.year)
        else:
            words |= {"D1": self.dates.day(one.shown, self.year), "D2": self.dates.day(two.shown, self.year)}
        return self.fill(pattern, **words)

    def bracket(self, events: list[Event]) -> str:
        for event in events:
            event.paragraphs.append(self.number)
        listed = [f"{event.topic.country} ({self.dates.day(event.shown, self.year)})" for event in events]
        frame = articles(events[0].topic.frame, False).replace("{C}", "").rstrip()
        nouns = self.noun(events[0], True)
        claim = in_words(len(events))
        text = self.fill(
            self.deck.draw(say.BRACKET),
            F=frame,
            list=f"{', '.join(listed[:-1])} and {listed[-1]}",
            ms=nouns,
            claim=claim,
            Claim=claim,
        )
        self.claim(f"{claim} {nouns}", len(events), nouns, len(events), True)
        return text

    def visit(self, event: Event, back: Event | None) -> str:
        event.paragraphs.append(self.number)
        place = event.topic.missions[0].acronym if event.topic.missions else event.place
        self.ink.missions.update(mission.acronym for mission in event.topic.missions)
        if event.label == "visit_undated":
            text = self.fill(self.deck.draw(say.VISIT_UNDATED), P=place)
        else:
            pattern = self.deck.draw(say.VISIT)
            key, dash = ("F", " to ") if "{F}" in pattern else ("S", None)
            span = self.dates.span(event.start, event.end, self.year, dash)
            text = self.fill(pattern, P=place, **{key: span})
        if back:
            back.paragraphs.append(self.number)
            text += " " + self.fill(self.deck.draw(say.RETURN), D=self.dates.day(back.shown, self.year))
        return text

    def undated(self, event: Event) -> str:
        event.paragraphs.append(self.number)
        group = next(group for group in event.groups if group.tag == "bureau")
        pattern = self.deck.draw(say.UNDATED)
        if pattern.startswith("One "):
            self.claim(
                pattern.split(" with")[0] if "with" in pattern else "One of the meetings",
                1,
                "meeting",
                1,
                True,
                True,
            )
        subject = "matters of common concern"
        return self.fill(pattern, G=group.write(telegraphic=False), T=subject)

    # --- other sentences ---

    def claim(
        self, text: str, value: int, unit: str, found: int | None, agrees: bool | None, optional: bool = False
    ) -> None:
        self.prose.claims.append(ClaimTruth(text, value, unit, found, agrees, self.number, optional))

    def quiet_day(self, back: int = 500, ahead: int = -1) -> date:
        """A day without an event, up to `back` days before the document."""
        issued = self.plan.issued
        return working_day(self.rng, issued - timedelta(days=back), issued + timedelta(days=ahead), self.plan.taken)

    def symbol(self, day: date, own: bool) -> str:
        session = day.year - 1945 - (day.month < 9)
        assembly = own and self.plan.body.parent == "General Assembly"
        text = f"A/{session}/" if assembly else f"S/{day.year}/"
        text += str(self.rng.randint(30, 990))
        self.ink.references.add(text)
        return text

    def negative(self) -> str:
        """A dated sentence that tells of no event."""
        body, plan = self.plan.body, self.plan
        pattern = self.deck.draw(say.NEGATIVE)
        day = self.quiet_day()
        words: dict[str, str] = {}
        if "{M}" in pattern:
            alive = [m for m in missions_on(day, iso3_of(body)) if m.alive(plan.issued)]
            if not alive:
                return self.negative()
            mission = self.rng.choice(alive)
            self.ink.missions.add(mission.acronym)
            new = mission.acronym not in self.prose.introduced
            self.prose.introduced.add(mission.acronym)
            words["M"] = f"the {mission.name} ({mission.acronym})" if new else mission.acronym
        if "{R}" in pattern:
            number = resolution_number(day)
            self.ink.references.add(f"S/RES/{number}({day.year})")
            words["R"] = f"{number} ({day.year})"
        if "{S}" in pattern:
            words["S"] = self.symbol(day, "{B}" in pattern)
        if "{PRST}" in pattern:
            words["PRST"] = f"S/PRST/{day.year}/{self.rng.randint(1, 50)}"
            self.ink.references.add(words["PRST"])
        if "{D}" in pattern:
            words["D"] = self.dates.day(day)
        if "{D2}" in pattern:
            words["D2"] = self.dates.day(working_day(self.rng, plan.issued, plan.issued + timedelta(days=150)))
        if "{MONTH}" in pattern:
            words["MONTH"] = self.dates.month(day)
            words["k"] = f"{self.rng.randint(14, 110)},{self.rng.randint(100, 999)}"
            words["n"] = str(self.rng.randint(40, 120))
        words["Y1"], words["Y2"] = str(plan.start.year - 1), str(plan.start.year)
        return self.fill(pattern, **words)

    def foreign(self) -> str:
        """A meeting of somebody else that the report merely tells of."""
        pattern, holder, kind, numbered = self.rng.choice(say.FOREIGN)
        day = self.quiet_day()
        body = self.plan.body
        country = body.country or self.rng.choice([n for n in AFRICA if COUNTRIES[n][1] <= day.year])
        codes = (COUNTRIES[country][0],) if "{C}" in pattern else ()
        event = Event(kind, "", day, day, Topic("", (), codes, country), holder=holder, told=True)
        self.plan.taken.add(day)
        event.number = council_meeting_number(day) if numbered else 0
        event.number_printed = numbered
        event.paragraphs.append(self.number)
        self.prose.foreign.append(event)
        return self.fill(pattern, D=self.dates.day(day), N=ordinal(event.number), C=country)

    def claims(self) -> str:
        """How many meetings were held, right unless the slip "total" was chosen."""
        events = self.plan.events
        kinds = {table.kind for table in self.plan.tables}
        units: list[tuple[str, int]] = []
        if "mixed" in kinds or len(kinds - {"visits"}) == 0:
            if all(event.kind in ("meeting", "visit") for event in events):
                units = [("meetings", sum(event.kind == "meeting" for event in events))]
        elif kinds - {"visits"}:
            pairs = [(kind, form) for kind, form, _ in KINDS.values() if kind != "visit"] + [("briefing", "open")]
            for kind, form in dict.fromkeys(pairs):
                count = sum((event.kind, event.format) == (kind, form) for event in events)
                if count:
                    units.append((NOUNS[(kind, form)][1], count))
        units = [(unit, count) for unit, count in units if count > 1]
        if not units:
            return ""
        wrong = self.rng.randrange(len(units)) if "total" in self.slips else -1
        parts = []
        for index, (unit, count) in enumerate(units):
            value = max(2, count + self.rng.choice((-2, -1, 1, 2))) if index == wrong else count
            value = count + 1 if index == wrong and value == count else value
            self.claim(f"{in_words(value)} {unit}", value, unit, count, value == count)
            parts.append(f"{in_words(value)} {unit}")
        listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
        pattern = self.deck.draw(say.CLAIM)
        if pattern.startswith("A total") and len(parts) > 1:
            pattern = say.CLAIM[0]
        return self.fill(pattern, C=listed)

    def filler(self) -> str:
        return self.fill(self.deck.draw(say.FILLER))

    # --- paragraphs ---

    def block(self, kind: str, text: str, label: str = "") -> None:
        self.prose.blocks.append((kind, label, re.sub(r" +", " ", text).strip()))

    def begin(self) -> None:
        self.number += 1


def units(rng: random.Random, plan: Plan) -> list[tuple[str, list[Event]]]:
    """The events that prose tells, as units in the order of their first day."""
    told = [event for event in (*plan.events, *plan.extra) if event.told]
    found: list[tuple[str, list[Event]]] = []
    singles = [event for event in told if event.label in ("single", "same_day")]
    singles.sort(key=lambda event: event.start)
    while singles:
        event = singles.pop(0)
        mate = next((other for other in singles if _fit(event, other)), None)
        if mate and plan.choices.pairs and rng.random() < 0.25:
            singles.remove(mate)
            found.append(("respectively", [event, mate]))
        else:
            found.append(("single", [event]))
    done: list[Event] = []
    for number in range(1, len(plan.tables) + 1):
        brackets = [event for event in told if event.label == "bracket" and event.table == number]
        if brackets:
            found.append(("bracket", brackets))
    for event in told:
        if event.label == "pair" and event not in done and event.mate:
            done += [event, event.mate]
            found.append(("pair", [event, event.mate]))
        elif event.label in ("visit", "visit_undated"):
            back = [other for other in told if other.label == "return" and other.mate is event]
            found.append(("visit", [event, *back]))
        elif event.label == "undated":
            found.append(("undated", [event]))
    return sorted(found, key=lambda unit: unit[1][0].start)


def _fit(one: Event, two: Event) -> bool:
    """Whether two events can stand in one sentence with "respectively"."""
    plain = all(not e.slip and not e.force_format and not e.number and e.kind == "meeting" for e in (one, two))
    return plain and one.format == two.format and one.start < two.start
