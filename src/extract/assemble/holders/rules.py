"""The holder of an event by its noun: the rules in their order, from the most to the least certain.

Only the words that govern the noun count: "of the X" and "by X" behind it, "its" before it, the subject of its clause.
What a sentence merely deals with ("the personnel of UNMIL formed the subject of a meeting") holds nothing.
"""

from __future__ import annotations

import re

from extract.assemble import words
from extract.assemble.holders import before, behind, unlisted
from extract.assemble.holders.holder import Holder
from extract.assemble.holders.noun import Noun, Rule
from extract.assemble.holders.others import NOTICED, SAID_TO_HAVE, of_others, reported

_BY_WIRE = ("teleconference", "teleconferences", "videoconference", "videoconferences")
# What many hold together, or an organization calls: seldom a committee's own.
_GREAT = (
    "conference",
    "conferences",
    "summit",
    "summits",
    "congress",
    "forum",
    "forums",
    "regional review",
    "regional reviews",
    "side event",
    "side events",
)
_IN_THE = re.compile(
    r"\b[Ii]n\s(?:the\scourse\sof\s)?the\s$"
)  # "informed the members, in the consultations of 22 April"
_OF_AN_AUDIT = re.compile(r"\b(?:[Ee]ntrance|[Ee]ntry|[Ee]xit)\s$")  # "An exit conference was held with management"
_NAMED_SO = ("Conference", "Summit", "Congress", "Forum")  # a body that is one


def around(noun: Noun) -> Holder:
    """The holder by the first rule that knows it."""
    for rule in RULES:
        if found := rule(noun):
            return found
    return noun.resolver.default


def of_the_whole(n: Noun) -> Holder | None:
    """ "consultations of the whole were held later on that day": the Council's, in its own papers."""
    whole = n.text.lower().startswith("consultation") and (
        n.masked.startswith(" of the whole", n.to) or _IN_THE.search(n.before)
    )
    return n.issuer.own if whole and n.issuer.body == "Security Council" and not n.resolver.foreign else None


def the_conference_itself(n: Noun) -> Holder | None:
    """ "The Meeting of States Parties was held on 9 May": in its own report."""
    return n.issuer.itself(n.masked, n.at)


def named_conference(n: Noun) -> Holder | None:
    """ "the World Summit on Water was held in May"."""
    return None if n.numbered else unlisted.conference(n.issuer, n.masked, n.at, n.to)


def attended(n: Noun) -> Holder | None:
    """ "took part in a workshop": whose is not told."""
    return Holder("", False) if n.attended else None


def cited(n: Noun) -> Holder | None:
    """ "Presentation by Ms. Lund, expert seminar, December 2024": a footnote doesn't tell whose it was."""
    note = n.sentence.passage.segment.kind == "footnote" and not n.numbered
    return Holder("", False) if note else None


def noticed(n: Noun) -> Holder | None:
    """ "The Commission welcomes the dialogue held in May"."""
    seen = not n.numbered and NOTICED.search(n.masked, max(0, n.at - 120), n.at)
    return Holder("", False) if seen else None


def said_to_have_been(n: Noun) -> Holder | None:
    """ "Another meeting was said to have taken place on 11 October."."""
    return Holder("", False) if not n.issuer.personal and SAID_TO_HAVE.match(n.masked, n.to) else None


def told_of(n: Noun) -> Holder | None:
    """ "The representative of Chad reported on a meeting"."""
    return Holder("", False) if not n.numbered and reported(n.resolver, n.masked, n.at) else None


def unlisted_holds(n: Noun) -> Holder | None:
    """ "Green Earth organized a workshop"."""
    return None if n.numbered else unlisted.before_noun(n.resolver, n.sentence, n.at, n.masked)


def subject_holds(n: Noun) -> Holder | None:
    """ "The Committee held a meeting"."""
    return n.subject(noun=True)


def outsiders_hold(n: Noun) -> Holder | None:
    """ "Leaders of both sides held talks"; in a panel's report all that nobody is said to hold."""
    if n.issuer.expert and n.text.lower().startswith(("visit", "press conference")):
        return None  # "A visit was made on 14 November to the penitentiary": the rapporteur's
    others = not n.numbered and of_others(n.resolver, n.sentence, n.masked, 0, n.at)
    return Holder("", False) if others else None


def nobodys_conference(n: Noun) -> Holder | None:
    """ "the conference on adoption, held in September": no body's own where nobody is said to hold it."""
    name = n.text.lower()
    great = name.endswith(_GREAT) and not name.endswith(_BY_WIRE)
    great = great and not n.issuer.gathering and not n.issuer.body.endswith(_NAMED_SO)
    theirs = great and _OF_AN_AUDIT.search(n.before)
    theirs = theirs or (great and re.search(rf"\b(?:its|our|{words.verbs('hold')})\s(?:[\w’'-]+\s){{0,5}}$", n.before))
    return Holder("", False) if great and not theirs else None


RULES: tuple[Rule, ...] = (
    of_the_whole,
    behind.that_somebody_held,
    behind.among_members,
    the_conference_itself,
    behind.of_several_bodies,
    behind.of_chairs,
    behind.of_actor,
    behind.of_body,
    behind.of_unlisted,
    behind.by_body,
    behind.visit_by,
    behind.between_two,
    behind.then_i,
    before.meeting_somewhere,
    before.in_an_organ,
    before.my,
    before.his_or_her,
    behind.by_delegate,
    behind.by_actor,
    behind.by_delegation,
    behind.by_unlisted,
    behind.by_anybody,
    before.convener,
    named_conference,
    before.genitive,
    before.body_before,
    before.actor_before,
    before.group_before,
    before.which_body_did,
    behind.behind_date,
    behind.visitor_behind_date,
    before.relative,
    before.which_at_its,
    before.its_of_who_acted_before,
    before.body_at_its,
    before.at_its,
    attended,
    noticed,
    before.its_of_body,
    before.its_of_who_sat,
    before.its_numbered,
    before.at_the,
    before.at_somebodys,
    before.theirs,
    said_to_have_been,
    told_of,
    unlisted_holds,
    nobodys_conference,
    subject_holds,
    cited,
    behind.between_others,
    behind.of_people,
    outsiders_hold,
)
