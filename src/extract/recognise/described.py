"""Missions without a name: described by owner and place, or referred to as "the Mission"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from extract import lexicon
from extract.model import DateMention, Mention, Passage
from extract.recognise import gazetteers
from extract.recognise.gazetteers import Mission
from extract.recognise.mentions import mention

_DETERMINER = r"(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Oo]ur)"
_HEAD_WORDS = (
    r"(?:peacekeeping\s+|political\s+|integrated\s+|observer\s+|support\s+|stabilization\s+|hybrid\s+|assistance\s+|[Mm]onitor(?:ing)?\s+"
    r"|military\s+|police\s+|civilian\s+)*"
    r"(?:[Mm]ission|operation|force|presence)s?"
)
# Who has operations, as reports write it → organisation of `knowledge/missions.csv`.
_OWNERS = {
    "United Nations": "UN",
    "African Union": "AU",
    "European Union": "EU",
    "OSCE": "OSCE",
    "Organization for Security and Cooperation in Europe": "OSCE",
    "Organization for Security and Cooperation in Europe (OSCE)": "OSCE",
}
_DESCRIBED = re.compile(
    rf"\b(?P<owner>{'|'.join(map(re.escape, sorted(_OWNERS, key=len, reverse=True)))})\s+{_HEAD_WORDS}\s+"
    r"(?:in|for|to)\s+(?:the\s+)?(?P<place>[A-Z].{0,120})"
)
_NEW = re.compile(r"\b(?:new|creation|establish\w*|future|proposed)\b")
_AREA = re.compile(r"\b(?:(?P<place>[A-Z][\w’']{1,40}(?:[-–/ ](?:and )?[A-Z][\w’']{1,40}){0,8})\s+)?Mission area\b")
_HEAD = re.compile(r"\b(?:Mission|Operation|Force|Office)\b")
_ANAPHOR = re.compile(
    rf"\b{_DETERMINER}\s+(?P<head>Mission|Operation|Force|Office)\b(?!\s+(?:of|to|in|on|for|area|report|Commander|Headquarters)\b)(?!\s+[A-Z])"
)
_THIS_AREA = re.compile(r"(?<![A-Z]\w )\b(?P<head>Mission) area\b")


def described(
    passage: Passage, taken: list[Mention], days: list[DateMention], document_day: date | None
) -> list[Mention]:
    """Missions described by owner and place: "the United Nations peacekeeping missions in Liberia and …".

    Which mission is meant is decided by the State and the day: the last of `days` before the words, else the first,
    else the document's own date.

    Args:
        passage: the passage.
        taken: the mentions that it has already.
        days: the days that its words may refer to.
        document_day: the document's own date.
    """
    text = passage.text
    out: list[Mention] = []
    matches = list(_DESCRIBED.finditer(text))
    if "Mission area" in text:  # the pattern begins with any name: slow where there is nothing to find
        matches += _AREA.finditer(text)
    if not matches:
        return out
    named = {c for m in taken if m.label == "MISSION" for c in gazetteers.missions()[m.entity_id].countries}
    for match in matches:
        area = match.re is _AREA
        if not area and any(m.label == "MISSION" and m.at <= match.start() < m.to for m in taken):
            continue
        place = match.group("place")
        before = [d.first for d in days if d.at < match.start()]
        day = (before[-1] if before else days[0].first if days else None) or document_day
        if not place or day is None:
            continue
        at = match.start("place")
        places = [m for m in taken if m.label == "COUNTRY" and at <= m.at < (match.end() if area else at + 120)]
        codes = _listed_places(text, at, places) if not area else [m.entity_id for m in places] or _demonyms(place)
        end = match.end() if area else max((m.to for m in places if m.entity_id in codes), default=at)
        if not codes or end <= match.start():
            continue
        owner = "UN" if area else _OWNERS[match.group("owner")]
        new = bool(_NEW.search(text[max(0, match.start() - 60) : match.start()]))
        together = mission_in(tuple(codes), owner, day, all_of=True, new=new) if len(codes) > 1 and area else None
        resolved = [together] if together else [m for c in codes if (m := mission_in((c,), owner, day, new=new))]
        if not area and re.search(r"\b(?:a|an)\s+$", text[: match.start()]) and not new and named.isdisjoint(codes):
            continue
        for mission in resolved:
            out.append(
                mention(
                    passage, "MISSION", match.start(), end, mission.acronym, mission.id, score=0.8, basis="described"
                )
            )
    return out


def anaphors(passage: Passage, antecedents: Mapping[str, str], taken: list[Mention], body: str) -> list[Mention]:
    """ "the Mission": the mission named last before it, if its name has that head noun.

    Args:
        passage: the passage.
        antecedents: head noun → the mission named last before the passage.
        taken: the mentions that it has already.
        body: the issuing body.
    """
    out: list[Mention] = []
    if "mission" in body.lower():
        return out  # a Security Council mission calls itself "the mission"
    named = [m for m in taken if m.label == "MISSION"]
    if not _HEAD.search(passage.text):  # the patterns begin with any article
        return _common_anaphors(passage, named)
    for match in [*_ANAPHOR.finditer(passage.text), *_THIS_AREA.finditer(passage.text)]:
        head = match.group("head")
        at, to = (match.start("head"), match.end("head")) if "area" not in match.group() else match.span()
        if any(m.at <= at < m.to for m in taken):
            continue
        earlier = [m for m in named if m.to <= at and head in gazetteers.missions()[m.entity_id].name]
        target = earlier[-1].entity_id if earlier else antecedents.get(head, "")
        if not target:
            continue
        acronym = gazetteers.missions()[target].acronym
        out.append(mention(passage, "MISSION", at, to, acronym, target, score=0.8, basis="described"))
    return out + _common_anaphors(passage, named)


def _common_anaphors(passage: Passage, named: list[Mention]) -> list[Mention]:
    """ "challenges for the mission": in a paragraph that names exactly one mission, and names it before."""
    if len({m.entity_id for m in named}) != 1:
        return []
    mission = gazetteers.missions()[named[0].entity_id]
    out = []
    for match in re.finditer(r"\b(?:the|that|this)\s+(mission|operation|force)(?=[.,;)]|$)", passage.text):
        at, to = match.span(1)
        if min(m.at for m in named) < at and match.group(1) in mission.name.lower():
            out.append(mention(passage, "MISSION", at, to, mission.acronym, mission.id, score=0.6, basis="described"))
    return out


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
