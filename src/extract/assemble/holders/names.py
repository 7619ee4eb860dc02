"""How bodies, parts of bodies and those who preside over them are named, and the pronouns that stand for them."""

from __future__ import annotations

import re
from functools import cache

from extract import lexicon
from extract.assemble import words
from extract.recognise import gazetteers
from extract.recognise.masthead import heads

LEGISLATURES = ("Parliament", "Congress", "Senate", "Cabinet")
ACTORS = ("ORGANISATION", "POST", "PERSON", "MISSION", "COUNTRY")  # labels of mentions
PRONOUN = re.compile(r"\b(?:it|they|he|she|we|[Mm]embers(?!\sof\b)|[Ii]ts|[Tt]heir)\b")
# "It was recalled that the leaders had met": nobody acts.
EXPLETIVE = re.compile(
    r"\b[Ii]t\s(?:was|is|has\sbeen|had\sbeen|may\sbe|should\sbe|will\sbe)\s(?:\w+ly\s)?(?:recalled|noted|reported|stated|understood|said"
    r"|believed|pointed\sout|observed|learned|mentioned|announced|alleged|known|clear)\b"
)
NAME = re.compile(r"[A-Z][\w’'-]+(?:\s(?:(?:of|for|on|and|the|in)\s)*[A-Z][\w’'-]*)*")
# Groups that a body sets up among its members; in its report they are its own.
SUBGROUP = re.compile(
    r"(?:(?:Open-ended|Enlarged|Extended|Expanded|Ad [Hh]oc|Informal|Inter-?[Ss]essional|In-session|Sessional)\s){0,4}"
    r"(?:Working\s(?:Group|Party(?!\s(?:on|for)\b))|Sub-?[Cc]ommittee|Drafting\sGroup"
    r"|Bureau|Planning\sGroup|Drafting\sCommittee|Credentials\sCommittee|Study\sGroup|Main\sCommittee"
    r"|Friends\sof\sthe\s(?:Chair|President)|Committee\sof\sthe\sWhole|Sessional\s[Cc]ommittee|Task\sForce|Contact\sGroup)"
    r"(?:\s(?:of\sthe\sWhole|[IVX]+|\d+|[A-Z]))?(?![\w-])"
)
# "Working Group on Communications": of the body whose report it is, where no list knows it as another's.
SUBGROUP_ON = re.compile(rf"(?:{SUBGROUP.pattern})\s(?:on|for|under)\s(?:the\s)?[A-Z].*")
# "Legal Subcommittee": of the committee whose report it is, unless a list has it.
SUBGROUP_NAMED = re.compile(r"[A-Z][\w’-]+(?:\s(?:and\s)?[A-Z][\w’-]+){0,4}\sSub-?[Cc]ommittee")
# "Technical Committee of the Commission"
OF_ITSELF = re.compile(r"[A-Z][^,;]{3,80}\sof\sthe\s(?P<whose>Committee|Commission|Conference|Board|Forum|Panel)")
# "The Liberia configuration" of the Peacebuilding Commission.
CONFIGURATION = re.compile(
    r"(?:(?:(?:[A-Z][\w’'-]+\s(?:(?:of|and|the)\s)*)+(?:country-specific\s)?|country-specific\s)configuration"
    r"|Organizational\sCommittee)(?:\s(?:on|for)\s(?:the\s)?[A-Z].*)?"
)
# Words with a capital that name nobody.
NOBODY = frozenset(
    (
        "Members",
        "Member",
        "It",
        "They",
        "He",
        "She",
        "We",
        "Delegations",
        "Participants",
        "Representatives",
        "Experts",
        "Having",
        "Being",
    )
)


def canonical(name: str) -> str:
    """The name of an organisation as the list has it, by any name or acronym of it; else as it stands."""
    entries = gazetteers.entries().get(lexicon.fold(name), ())
    found = next((e for e in entries if e.label == "ORGANISATION"), None)
    return gazetteers.organisations()[found.id].name if found else name


@cache
def presiding() -> re.Pattern[str]:
    """A post that presides over a body: "Chair", "Co-Facilitators"."""
    names = [n for n in gazetteers.presiding_posts() if not n.startswith(("President", "Vice-President", "Special"))]
    return re.compile(rf"(?:{words.alternatives(names)})(?![\w-])")


@cache
def body_name() -> re.Pattern[str]:
    """A name whose head noun is that of a body: "High-level Committee on Transition"."""
    names = words.alternatives([h for h in heads() if h not in ("Mission", "Secretary-General")])
    return re.compile(
        rf"(?:[A-Z][\w’'-]{{0,60}}\s(?:(?:of|for|on|and)\s(?:the\s)?)?){{0,20}}(?:{names})(?![\w-])"
        r"(?:\s(?:(?:of|on|for)\s(?:the\s)?|to\s(?=[A-Z][a-z]+\sthe\s[A-Z]))"  # "Committee to Accompany the Transition"
        r"[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the|under)\s)*[A-Z][\w’'-]*)*)?"
    )
