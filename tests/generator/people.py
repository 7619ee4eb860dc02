"""Who takes part: groups of words for a participants' cell, each with its atomic participants."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .facts import COUNTRIES, ORGANISATIONS, Body
from .model import ParticipantTruth, articles, capital
from .topics import Topic


@dataclass(frozen=True)
class Atom:
    """A participant as a template; `joint` stands before it inside its group ("", ", ", " and ")."""

    text: str
    kind: str
    role: str = ""
    organisation: str = ""
    iso3: str = ""
    qualifier: str = ""
    joint: str = ""
    after: str = ""


@dataclass(frozen=True)
class Group:
    """Words of a cell that stand together; `tag` keeps two of a sort out of a row; `mission` is "
    "named in it."""

    atoms: tuple[Atom, ...]
    tag: str
    mission: str = ""

    def write(self, telegraphic: bool) -> str:
        return articles("".join(f"{a.joint}{a.text}{a.after}" for a in self.atoms), telegraphic)

    def truth(self, telegraphic: bool) -> list[ParticipantTruth]:
        return [
            ParticipantTruth(articles(a.text, telegraphic), a.kind, a.role, a.organisation, a.iso3, a.qualifier)
            for a in self.atoms
        ]


def join_groups(groups: Sequence[Group], telegraphic: bool, semicolons: bool = False) -> str:
    """A cell's or sentence's list: commas and a last "and", or semicolons."""
    words = [group.write(telegraphic) for group in groups]
    if semicolons:
        return "; ".join(words)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def participants(groups: Sequence[Group], telegraphic: bool, capitalised: bool) -> tuple[ParticipantTruth, ...]:
    """The atoms in the document's order, in its words; the first has a capital where it begins a cell."""
    found = [atom for group in groups for atom in group.truth(telegraphic)]
    if found and capitalised:
        first = found[0]
        found[0] = ParticipantTruth(
            capital(first.text),
            first.kind,
            first.role,
            first.organisation,
            first.country_iso3,
            first.qualifier,
        )
    return tuple(found)


def members(body: Body, only: bool = False) -> Group:
    """ "Members of Working Group", or "... only" where nobody else was there."""
    qualifier, after = ("only", " only") if only else ("", "")
    return Group(
        (Atom(f"members of [the ]{body.short}", "members", "members", body.name, "", qualifier, "", after),),
        "members",
    )


def single(text: str, kind: str, role: str, organisation: str = "", iso3: str = "", tag: str = "") -> Group:
    return Group((Atom(text, kind, role, organisation, iso3),), tag or text)


def states(words: str, tag: str = "states", other: str = "") -> Group:
    """Groups of States: the first word of `words` is the qualifier where it is one."""
    first = words.split()[0]
    qualifier = first if first in ("major", "potential", "interested", "neighbouring", "concerned") else ""
    atoms = [Atom(words, "group", qualifier=qualifier)]
    if other:
        atoms.append(Atom(f"other {other}", "group", qualifier="other", joint=" and "))
    return Group(tuple(atoms), tag)


def officials(acronyms: Sequence[str], day: date, full: bool, secretariat: bool, other: bool) -> Group:
    """ "officials of [the ]Secretariat, UNDP and other United Nations agencies": each is one atom."""
    names = [("[the ]Secretariat", "United Nations Secretariat", "")] if secretariat else []
    for acronym in acronyms:
        name, article, *_ = ORGANISATIONS[acronym]
        names.append((f"[the ]{name}" if full and article else name if full else acronym, name, ""))
    if other:
        names.append(("other United Nations agencies", "", "other"))
    atoms = []
    for index, (words, organisation, qualifier) in enumerate(names):
        joint = "" if index == 0 else " and " if index == len(names) - 1 else ", "
        head = "officials of " if index == 0 else ""
        atoms.append(Atom(head + words, "officials", "officials", organisation, "", qualifier, joint))
    return Group(tuple(atoms), "officials")


def representatives(acronyms: Sequence[str], full: bool) -> Group:
    """ "a representative of the World Bank" or "representatives of UNICEF and UNHCR"."""
    atoms = []
    for index, acronym in enumerate(acronyms):
        name, *_ = ORGANISATIONS[acronym]
        words = f"[the ]{name}" if full or acronym in ("AU", "EU", "OAU", "IMF", "WORLD BANK") else acronym
        head = ("[a ]representative of " if len(acronyms) == 1 else "representatives of ") if index == 0 else ""
        role = "representative" if len(acronyms) == 1 else "representatives"
        atoms.append(Atom(head + words, "representative", role, name, "", "", " and " if index else ""))
    return Group(tuple(atoms), "representatives")


def countries(names: Sequence[str]) -> Group:
    """ "representatives of Rwanda and Uganda"."""
    atoms = []
    for index, name in enumerate(names):
        words = name.replace("the ", "[the ]", 1) if name.startswith("the ") else name
        joint = "" if index == 0 else " and " if index == len(names) - 1 else ", "
        head = "representatives of " if index == 0 else ""
        atoms.append(Atom(head + words, "representative", "representatives", "", COUNTRIES[name][0], "", joint))
    return Group(tuple(atoms), "countries")


def ambassador(country: str, deputy: bool) -> Group:
    """ "[the ]Permanent Representative of [the ]Sudan to [the ]United Nations"."""
    role = "Deputy Permanent Representative" if deputy else "Permanent Representative"
    words = country.replace("the ", "[the ]", 1) if country.startswith("the ") else country
    text = f"[the ]{role} of {words} to [the ]United Nations"
    return single(text, "office_holder", role, "", COUNTRIES[country][0], "ambassador")


def guests(rng: random.Random, body: Body, day: date, topic: Topic, chair: str, count: int) -> list[Group]:
    """`count` groups that can have been at a meeting of the body on the day, in the usual order."""
    living = [a for a, (_, _, first, last) in ORGANISATIONS.items() if first <= day.year <= last]
    pool: list[Group] = []
    if body.kind == "peacekeeping":
        major = rng.choice(("", "major "))
        pool += [
            states(f"{major}troop-contributing countries", other=rng.choice(("stakeholders", ""))),
            states("potential troop-contributing countries", other=rng.choice(("stakeholders", ""))),
        ]
        if "Special Committee" not in body.name:
            organisation = "Special Committee on Peacekeeping Operations"
            pool.append(single(f"[the ]{chair} of [the ]{organisation}", "office_holder", chair, organisation))
    elif body.kind == "decolonization":
        pool += [states("interested Member States"), states("petitioners", "petitioners")]
    else:
        pool += [states(rng.choice(("interested Member States", "neighbouring States")))]
    if body.experts and day.year >= body.experts_since:
        experts = f"[the ]{body.experts}"
        pool += [
            single(experts, "body", "", body.experts, tag="experts"),
            single(f"[the ]Coordinator of {experts}", "office_holder", "Coordinator", body.experts, tag="experts"),
        ]
    named = [n for n, (code, first) in COUNTRIES.items() if first <= day.year and code in topic.countries]
    if named:
        pool.append(ambassador(named[0], rng.random() < 0.3))
    elif body.kind in ("sanctions", "africa", "children", "terrorism"):
        africa = [
            "Burundi",
            "Chad",
            "Ethiopia",
            "Rwanda",
            "Uganda",
            "the United Republic of Tanzania",
            "the Congo",
        ]
        pool.append(countries(rng.sample(africa, rng.choice((2, 2, 3)))))
    if topic.missions and topic.missions[0].area:
        mission = topic.missions[0]
        text = f"[the ]Special Representative of the Secretary-General for {mission.area}"
        text = text.replace("General for the ", "General for [the ]")
        srsg = "Special Representative of the Secretary-General"
        pool.append(single(text, "office_holder", srsg, tag="srsg"))
        commander = single(
            f"[the ]Force Commander of {mission.acronym}",
            "office_holder",
            "Force Commander",
            mission.name,
            tag="force",
        )
        pool.append(Group(commander.atoms, commander.tag, mission.acronym))
    agencies = [a for a in ("UNDP", "UNICEF", "UNHCR", "WFP", "OCHA", "UNODC", "INTERPOL", "ICAO") if a in living]
    regional = [a for a in ("OAU", "AU", "EU", "ECOWAS", "IGAD", "SADC", "WORLD BANK", "IMF") if a in living]
    departments = [a for a in ("DPKO", "DPO", "DPA", "DPPA", "DSS") if a in living]
    rng.shuffle(agencies)
    style = rng.randrange(3)
    if style == 0:
        pool.append(officials([rng.choice(departments)], day, True, False, False))
    elif style == 1:
        pool.append(officials([agencies.pop()], day, False, True, True))
    else:
        pool.append(officials([rng.choice(departments), agencies.pop()], day, rng.random() < 0.5, False, False))
    pool.append(representatives([rng.choice(regional)], rng.random() < 0.5))
    pool.append(representatives(agencies[:2], rng.random() < 0.3))
    picked: list[Group] = []
    for group in rng.sample(pool, len(pool)):
        if len(picked) < count and all(group.tag != other.tag for other in picked):
            picked.append(group)
    order = {id(group): index for index, group in enumerate(pool)}
    return sorted(picked, key=lambda group: order[id(group)])
