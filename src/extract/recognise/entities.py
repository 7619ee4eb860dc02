"""Missions, organisations, countries and posts by gazetteer and rule.

Longest match first, as in any gazetteer tagger; a phrase that may stand for several things (EUFOR, "Congo") is decided by
the date and the States that the document names. Short names ("the Working Group") are made from the full names that
the document itself uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from spacy.tokens import Doc

from extract import lexicon
from extract.model import DateMention, Mention, Passage
from extract.recognise import gazetteers
from extract.recognise.gazetteers import Entry, Mission
from extract.recognise.masthead import heads

_DETERMINER = r"(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Oo]ur)"
_HEAD_WORDS = r"(?:peacekeeping\s+|political\s+|integrated\s+|observer\s+|support\s+|stabilization\s+|hybrid\s+|assistance\s+)*(?:mission|operation|force|presence)s?"
_DESCRIBED = re.compile(
    rf"\b(?P<owner>United Nations|African Union|European Union)\s+{_HEAD_WORDS}\s+(?:in|for|to)\s+(?:the\s+)?(?P<place>[A-Z].{{0,120}})"
)
_AREA = re.compile(r"\b(?:(?P<place>[A-Z][\w’']+(?:[-–/ ](?:and )?[A-Z][\w’']+)*)\s+)?Mission area\b")
_ANAPHOR = re.compile(
    rf"\b{_DETERMINER}\s+(?P<head>Mission|Operation|Force|Office)\b(?!\s+(?:of|to|in|on|for|area|report|Commander|Headquarters)\b)(?!\s+[A-Z])"
)
_OF = re.compile(r"\s+(?:of|for|to|in|on|at)\s+(?:the\s+)?")
# "United Nations personnel": there the name is an adjective and names nobody.
_ADJECTIVE = re.compile(
    r"\s+(?!(?:and|or|in|to|for|of|at|on|as|is|was|were|has|had|by|with|from|which|that|should|will|would|shall|may|can|could|also|who|are|itself|not|through|under)\b)(?:[a-z]|[A-Z])"
)
_ACRONYM = re.compile(r"(?<![\w/-])(?:UN|MIN|MON|ON|MI|AM|EU)[A-Z]{2,9}(?![\w/-])")
_AMBIGUOUS = 3  # an acronym as short as this counts only where the full name stands in the document too


class Tagger:
    """Tags the passages of one document; knows the names that the document has introduced.

    Args:
        issuing_body: the body whose report it is; its short names stand for it.
        day: the document's date, to choose between missions of one name.
    """

    def __init__(self, issuing_body: str, day: date | None) -> None:
        self.body = issuing_body
        self.day = day
        self.shorts: dict[str, str] = dict(lexicon.words("bodies")["short"])
        self.countries: dict[str, int] = {}
        self.introduced: set[str] = set()

    # ------------------------------------------------------------------ first pass

    def explicit(self, passage: Passage, doc: Doc) -> list[Mention]:
        """Names and acronyms of the gazetteers, longest first, not overlapping."""
        folded = lexicon.fold(passage.text)  # the words of `doc`; `doc.text` is put together anew at each look
        spans = [(s.start_char, s.end_char) for s in gazetteers.matcher()(doc, as_spans=True)]
        found: list[Mention] = []
        free = bytearray(len(passage.text))
        local = _local_states([gazetteers.entries().get(folded[a:b], ()) for a, b in spans])
        for at, to in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
            if any(free[at:to]):
                continue
            entries = gazetteers.entries().get(folded[at:to], ())
            entry = self._choose(entries, passage.text, at, to, local)
            if entry is None or (folded[at:to] in ("United Nations", "UN") and _ADJECTIVE.match(passage.text, to)):
                continue
            free[at:to] = b"\1" * (to - at)
            found.append(self._mention(passage, entry, at, to))
        return sorted(found, key=lambda m: m.at)

    def learn(self, mentions: Iterable[Mention]) -> None:
        """Takes note of what the first pass found: short names, States, missions named in full."""
        prefixes: dict[str, set[str]] = {}
        for m in mentions:
            if m.label == "COUNTRY":
                self.countries[m.entity_id] = self.countries.get(m.entity_id, 0) + 1
            if m.label == "MISSION" and len(m.text) > _AMBIGUOUS:
                self.introduced.add(m.entity_id)
            if m.label == "ORGANISATION" and " " in m.text:
                prefix = re.split(r"\s+(?:on|for|of|established|concerning|pursuant|with|and)\s+", m.value)[0]
                if " " in prefix and prefix != m.value and any(prefix.endswith(h) for h in heads()):
                    prefixes.setdefault(prefix, set()).add(m.value)
        for prefix, names in prefixes.items():
            if len(names) == 1:
                self.shorts.setdefault(prefix, next(iter(names)))
        for short in short_names(self.body):
            self.shorts[short] = self.body

    def _choose(self, entries: tuple[Entry, ...], text: str, at: int, to: int, local: frozenset[str]) -> Entry | None:
        """The one thing that a phrase stands for here, or None."""
        if len(entries) > 1 and self.day:
            dated = [e for e in entries if _valid(e, self.day)]
            entries = tuple(dated) or entries
        if len(entries) > 1:
            missions = [e for e in entries if e.label == "MISSION"]
            if len(missions) == len(entries):
                return self._choose_mission(missions, local)
            # A name beats an alias; a mission's own acronym beats an organisation's alias.
            rank = {"name": 0, "acronym": 1, "slip": 4}
            entries = tuple(sorted(entries, key=lambda e: (rank.get(e.kind, 2), e.label != "MISSION")))
        entry = entries[0] if entries else None
        if entry is None or (entry.label == "MISSION" and not self._plausible(entry, text, at, to)):
            return None
        return entry

    def _choose_mission(self, entries: list[Entry], local: frozenset[str]) -> Entry:
        """Among missions of one name, the one that existed at the time, in a State of this passage or of the document."""

        def fit(entry: Entry) -> tuple[bool, bool, int, int]:
            mission = gazetteers.missions()[entry.id]
            active = not self.day or mission.active(self.day, slack=400)
            named = sum(self.countries.get(c, 0) for c in mission.countries)
            return (not active, entry.kind == "slip", -sum(c in local for c in mission.countries), -named)

        return min(entries, key=fit)

    def _plausible(self, entry: Entry, text: str, at: int, to: int) -> bool:
        phrase = text[at:to]
        if entry.kind == "slip":
            # A wrong acronym counts only where the mission that it must mean existed.
            mission = gazetteers.missions()[entry.id]
            return self.day is None or mission.active(self.day, slack=800)
        if len(phrase) <= _AMBIGUOUS or (phrase.isalpha() and not phrase.isupper() and " " not in phrase):
            return False
        return True

    def _mention(self, passage: Passage, entry: Entry, at: int, to: int) -> Mention:
        start, end = passage.span(at, to)
        value, basis = entry.id, ""
        if entry.label == "MISSION":
            mission = gazetteers.missions()[entry.id]
            value = mission.acronym or mission.id
            basis = (
                "alias"
                if entry.kind in ("slip", "acronym_variant", "other_language")
                and passage.text[at:to].isupper()
                and passage.text[at:to] != mission.acronym
                else "named"
            )
        elif entry.label == "ORGANISATION":
            value = gazetteers.organisations()[entry.id].name
        return Mention(
            passage.segment,
            entry.label,
            passage.text[at:to],
            value,
            start,
            end,
            at,
            to,
            entry.id,
            "gazetteer",
            1.0,
            basis,
        )

    # ------------------------------------------------------------------ second pass

    def short_forms(self, passage: Passage, taken: list[Mention]) -> list[Mention]:
        """Short names of bodies that the document has introduced, and their parts ("Bureau of Special Committee")."""
        text, found = passage.text, []
        covered = _covered(text, (m for m in taken if m.label in ("ORGANISATION", "MISSION")))
        for match in _short_pattern(tuple(sorted(self.shorts, key=len, reverse=True))).finditer(text):
            at, to = match.span(1)
            if any(covered[at:to]):
                continue
            follows = re.match(r"\s+(?:[A-Z]|on\s+[A-Z]|established|of\s+Experts)", text[to:])
            if follows and not re.match(r"\s+(?:Chair|Vice|Bureau|President)", text[to:]):
                continue
            start, end = passage.span(at, to)
            value = self.shorts[match.group(1)]
            found.append(
                Mention(passage.segment, "ORGANISATION", match.group(1), value, start, end, at, to, _org_id(value))
            )
            covered[at:to] = b"\1" * (to - at)
        return found + self._body_itself(passage, covered)

    def _body_itself(self, passage: Passage, covered: bytearray) -> list[Mention]:
        """The issuing body by its full name, where no gazetteer knows it."""
        out: list[Mention] = []
        if len(self.body) < 4:
            return out
        at = passage.text.find(self.body)
        while at >= 0:
            to = at + len(self.body)
            if not all(covered[at:to]):
                start, end = passage.span(at, to)
                out.append(
                    Mention(
                        passage.segment,
                        "ORGANISATION",
                        self.body,
                        self.body,
                        start,
                        end,
                        at,
                        to,
                        _org_id(self.body),
                    )
                )
                covered[at:to] = b"\1" * (to - at)
            at = passage.text.find(self.body, to)
        return out

    def parts_of_bodies(self, passage: Passage, taken: list[Mention]) -> list[Mention]:
        """ "Bureau of the Special Committee …": one organisation, made of a part and the body that it is a part of."""
        out = []
        for m in taken:
            if m.label != "ORGANISATION":
                continue
            before = _part_pattern().search(passage.text[: m.at])
            if before is None:
                continue
            start, end = passage.span(before.start(1), m.to)
            value = f"{before.group(1)} of the {m.value}"
            out.append(
                Mention(
                    m.segment,
                    "ORGANISATION",
                    passage.text[before.start(1) : m.to],
                    value,
                    start,
                    end,
                    before.start(1),
                    m.to,
                    _org_id(value),
                )
            )
        return out

    def wrong_acronyms(self, passage: Passage, taken: list[Mention], days: list[DateMention]) -> list[Mention]:
        """Acronyms in the style of missions' that no gazetteer knows, where exactly one mission can be meant.

        A mission can be meant where its name has these initials, or its acronym these letters in another order or with a
        slip, where it existed at the time, and where the document names it or its State (S/2006/972: UNOB).
        """
        out: list[Mention] = []
        covered = _covered(passage.text, taken)
        for match in _ACRONYM.finditer(passage.text):
            at, to = match.span()
            if any(covered[at:to]) or lexicon.fold(match.group()) in gazetteers.entries():
                continue
            day = (days[0].first if days else None) or self.day
            fits = [m for m in gazetteers.missions().values() if day and m.active(day, slack=400) and self._may_mean(m, match.group())]
            if len(fits) != 1:
                continue
            start, end = passage.span(at, to)
            out.append(Mention(passage.segment, "MISSION", match.group(), fits[0].acronym, start, end, at, to, fits[0].id, "rule", 0.6, "alias"))
        return out

    def _may_mean(self, mission: Mission, acronym: str) -> bool:
        if not mission.acronym.isupper() or (mission.id not in self.introduced and not any(c in self.countries for c in mission.countries)):
            return False
        if sorted(acronym) == sorted(mission.acronym):
            return True
        initials = "".join(w[0] for w in re.findall(r"[A-Z][\w’'-]*", mission.name))
        return acronym == initials or max(_alike(acronym, mission.acronym), _alike(acronym, initials)) >= 0.8

    # ------------------------------------------------------------------ missions without a name

    def described(self, passage: Passage, taken: list[Mention], days: list[DateMention]) -> list[Mention]:
        """Missions described by owner and place: "the United Nations peacekeeping missions in Liberia and …".

        Which mission is meant is decided by the State and the day: the last of `days` before the words, else the first,
        else the document's own date.
        """
        text = passage.text
        out: list[Mention] = []
        named = {c for m in taken if m.label == "MISSION" for c in gazetteers.missions()[m.entity_id].countries}
        for match in [*_DESCRIBED.finditer(text), *_AREA.finditer(text)]:
            area = match.re is _AREA
            if any(
                m.label == "MISSION" and m.at < match.end() and m.to > match.start() and not area
                for m in taken
                if m.at <= match.start() < m.to
            ):
                continue
            place = match.group("place")
            before = [d.first for d in days if d.at < match.start()]
            day = (before[-1] if before else days[0].first if days else None) or self.day
            if not place or day is None:
                continue
            at = match.start("place")
            places = [m for m in taken if m.label == "COUNTRY" and at <= m.at < (match.end() if area else at + 120)]
            codes = _listed_places(text, at, places) if not area else [m.entity_id for m in places] or _demonyms(place)
            end = (
                match.end()
                if area
                else (max((m.to for m in places if m.entity_id in codes), default=match.start("place")))
            )
            if not codes or end <= match.start():
                continue
            owner = {"African Union": "AU", "European Union": "EU"}.get("" if area else match.group("owner"), "UN")
            new = bool(
                re.search(
                    r"\b(?:new|creation|establish\w*|future|proposed)\b",
                    text[max(0, match.start() - 60) : match.start()],
                )
            )
            start, stop = passage.span(match.start(), end)
            together = mission_in(tuple(codes), owner, day, all_of=True, new=new) if len(codes) > 1 and area else None
            resolved = [together] if together else [m for c in codes if (m := mission_in((c,), owner, day, new=new))]
            if not area and re.search(r"\b(?:a|an)\s+$", text[: match.start()]) and not new and named.isdisjoint(codes):
                continue
            for mission in resolved:
                out.append(
                    Mention(
                        passage.segment, "MISSION", text[match.start() : end], mission.acronym, start, stop, match.start(), end,
                        mission.id, "rule", 0.8, "described",
                    )
                )  # fmt: skip
        return out

    def anaphors(self, passage: Passage, antecedents: dict[str, str], taken: list[Mention]) -> list[Mention]:
        """ "the Mission": the mission named last before it, if its name has that head noun."""
        out: list[Mention] = []
        if "mission" in self.body.lower():
            return out  # a Security Council mission calls itself "the mission"
        named = [m for m in taken if m.label == "MISSION"]
        for match in [
            *_ANAPHOR.finditer(passage.text),
            *re.finditer(r"(?<![A-Z]\w )\b(?P<head>Mission) area\b", passage.text),
        ]:
            head = match.group("head")
            at, to = (match.start("head"), match.end("head")) if "area" not in match.group() else match.span()
            if any(m.at <= at < m.to for m in taken):
                continue
            earlier = [m for m in named if m.to <= at and head in gazetteers.missions()[m.entity_id].name]
            target = earlier[-1].entity_id if earlier else antecedents.get(head, "")
            if not target:
                continue
            start, end = passage.span(at, to)
            acronym = gazetteers.missions()[target].acronym
            out.append(
                Mention(
                    passage.segment,
                    "MISSION",
                    passage.text[at:to],
                    acronym,
                    start,
                    end,
                    at,
                    to,
                    target,
                    "rule",
                    0.8,
                    "described",
                )
            )
        return out + self._common_anaphors(passage, named)

    def _common_anaphors(self, passage: Passage, named: list[Mention]) -> list[Mention]:
        """ "challenges for the mission": in a paragraph that names exactly one mission, and names it before."""
        if len({m.entity_id for m in named}) != 1:
            return []
        mission = gazetteers.missions()[named[0].entity_id]
        out = []
        for match in re.finditer(r"\b(?:the|that|this)\s+(mission|operation|force)(?=[.,;)]|$)", passage.text):
            at, to = match.span(1)
            if min(m.at for m in named) < at and match.group(1) in mission.name.lower():
                start, end = passage.span(at, to)
                out.append(
                    Mention(
                        passage.segment, "MISSION", passage.text[at:to], mission.acronym, start, end, at, to, mission.id,
                        "rule", 0.6, "described",
                    )
                )  # fmt: skip
        return out


# ---------------------------------------------------------------------- posts


def posts(passage: Passage, taken: list[Mention]) -> list[Mention]:
    """Posts in their longest form: "Deputy Permanent Representative of Sierra Leone to United Nations"."""
    text = passage.text
    starts = {
        m.at: m for m in sorted(taken, key=lambda m: m.to - m.at) if m.label in ("ORGANISATION", "COUNTRY", "MISSION")
    }
    starts |= {
        m.at: m
        for m in taken
        if m.label in ("ORGANISATION", "MISSION", "COUNTRY") and m.to - m.at > starts[m.at].to - m.at
    }
    ends = {m.to: m for m in taken if m.label in ("ORGANISATION", "MISSION")}
    out: list[Mention] = []
    last = -1
    for match in _post_pattern().finditer(text):
        if match.start() < last:
            continue
        at, to = match.span()
        owner = ends.get(at - 1)  # "EUFOR Commander", "EU Special Representative"
        if owner is not None and text[at - 1] == " " and owner.text.isupper():
            at = owner.at
        while step := _OF.match(text, to):
            target = starts.get(step.end())
            nested = _post_pattern().match(text, step.end())
            if target is not None and (target.label == "COUNTRY" or " on " not in step.group()):
                to = target.to
            elif target is not None:
                break  # "EU Special Representative on EU assistance"
            elif nested:
                to = nested.end()
            elif phrase := re.match(
                r"(?:[A-Z][\w’'-]+(?:\s+(?:and|of|the|for|in)\s+(?=[A-Z])|\s+(?=[A-Z])|,\s(?=[A-Z][\w-]+,?\sand\s[A-Z]))?)+",
                text[step.end() :],
            ):
                to = step.end() + len(phrase.group().rstrip())
            else:
                break
        if match.group() in _plural_posts() and (joint := re.match(r"\s+and\s+(?:the\s+)?", text[to:])) and to + joint.end() in starts:
            to = starts[to + joint.end()].to  # "Chairmen of the African Union and the …"
        last = to
        start, end = passage.span(at, to)
        out.append(Mention(passage.segment, "POST", text[at:to], text[at:to], start, end, at, to))
    return out


@cache
def _post_pattern() -> re.Pattern[str]:
    names = sorted((r["post"] for r in lexicon.rows("posts")), key=len, reverse=True)
    forms = "|".join(re.escape(n).replace("’", "[’']") for n in names)
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])")


@cache
def _plural_posts() -> frozenset[str]:
    return frozenset(r["post"] for r in lexicon.rows("posts") if r["post"].endswith(("men", "Chairs", "persons", "Representatives", "Commanders", "General", "Presidents")) and r["post"] not in ("Secretary-General", "Director General"))


@cache
def _short_pattern(shorts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, shorts))})(?![\w])" if shorts else r"(?!)")


@cache
def _part_pattern() -> re.Pattern[str]:
    names = sorted(lexicon.words("bodies")["parts"], key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\s+of\s+(?:the\s+)?$")


# ---------------------------------------------------------------------- helpers


def short_names(body: str) -> list[str]:
    """How a body is called for short: "Security Council Working Group on …" → Working Group, Group."""
    if not body or body == "Secretary-General":
        return []
    name = re.split(r"\s+(?:on|for|established|concerning|pursuant|with|to)\s+", body)[0]
    found = [(m.end(), len(h), h) for h in heads() for m in re.finditer(rf"(?<!\w){re.escape(h)}(?!\w)", name)]
    if not found:
        return []
    first = max(found)[2]  # the head noun is the last one: "Security Council Working Group"
    out = [first] if first != body else []
    last = first.split()[-1]
    if last != first and last in (
        "Group",
        "Panel",
        "Team",
        "Committee",
        "Commission",
        "Council",
        "Assembly",
        "Conference",
    ):
        out.append(last)
    tail = re.search(r"\(([A-Z]\w+ (?:Committee|Commission))\)$", body)  # "… Committee (Fourth Committee)"
    return [*out, *([tail.group(1)] if tail else [])]


def mission_in(
    codes: tuple[str, ...], owner: str, day: date, all_of: bool = False, new: bool = False
) -> Mission | None:
    """The one mission of `owner` in these States on `day`, or None where there is none or more than one.

    `new`: the text speaks of its creation, so it may have been established up to half a year later.
    """
    fits = []
    for mission in gazetteers.missions().values():
        if mission.organisation != owner or mission.established is None:
            continue
        if owner == "UN" and mission.kind not in ("peacekeeping", "special_political"):
            continue
        covered = all(c in mission.countries for c in codes) if all_of else codes[0] in mission.countries
        if not covered:
            continue
        early = (mission.established - day).days
        if mission.active(day) or (new and 0 < early <= 190):
            fits.append(mission)
    if new:
        fits = [m for m in fits if m.established and m.established > day] or fits
    if not all_of:
        narrow = [m for m in fits if len(m.countries) == 1]
        fits = narrow or fits
    peacekeeping = [m for m in fits if m.kind == "peacekeeping"]
    if len(peacekeeping) == 1:
        return peacekeeping[0]
    return fits[0] if len(fits) == 1 else None


def _listed_places(text: str, at: int, places: list[Mention]) -> list[str]:
    """The States of one list that begins at `at`: "Côte d’Ivoire, Liberia and Sierra Leone"."""
    codes: list[str] = []
    end = at
    for m in sorted(places, key=lambda m: m.at):
        if codes and not re.fullmatch(r"\s*(?:,|and|,\s*and|or)\s*(?:the\s+)?", text[end : m.at]):
            break
        if not codes and m.at - at > 4:
            break
        codes.append(m.entity_id)
        end = m.to
    return codes


def _demonyms(place: str) -> list[str]:
    codes = []
    for word in re.split(r"[-–/ ]", place):
        entry = next((e for e in gazetteers.entries().get(lexicon.fold(word), ()) if e.label == "COUNTRY"), None)
        if entry:
            codes.append(entry.id)
    return codes


def _alike(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b).ratio()


def _local_states(found: list[tuple[Entry, ...]]) -> frozenset[str]:
    """The States that a passage names, itself or through missions that leave no doubt."""
    codes: set[str] = set()
    for entries in found:
        if len(entries) == 1 and entries[0].label == "COUNTRY":
            codes.add(entries[0].id)
        elif len(entries) == 1 and entries[0].label == "MISSION":
            codes.update(gazetteers.missions()[entries[0].id].countries)
    return frozenset(codes)


def _valid(entry: Entry, day: date) -> bool:
    return not ((entry.valid_from and day < entry.valid_from) or (entry.valid_to and day > entry.valid_to))


def _covered(text: str, mentions: Iterable[Mention]) -> bytearray:
    out = bytearray(len(text))
    for m in mentions:
        out[m.at : m.to] = b"\1" * (m.to - m.at)
    return out


def _org_id(name: str) -> str:
    return gazetteers.organisation_names().get(lexicon.fold(name).lower(), "")
