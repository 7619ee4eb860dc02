"""Who governs the noun of an event from behind it: "a meeting of the X", "a workshop organized by X"."""

from __future__ import annotations

import re

from extract.assemble import printed
from extract.assemble.holders.holder import Holder
from extract.assemble.holders.names import ACTORS, LEGISLATURES, NAME, body_name
from extract.assemble.holders.noun import Noun

_MEMBERS_OF = re.compile(r"(?:the\s)?members\sof\s(?:the\s)?(?=[A-Z])")
_OF_MEMBERS = re.compile(
    r"\s(?:between|among|of)\s(?:the\s)?(?:(?:members|experts|officers|representatives)\sof\s(?:the\s)?)(?P<whose>[A-Z][^,;.\x01]{2,80})"
)
_SEVERAL_BODIES = re.compile(r"(?P<one>(?:[A-Z][a-z]+\s)*(?:Board|Committee|Commission|Council))s\b")
# "In my statement at the summit": the summit is somebody else's
_MY_WORDS = re.compile(r"\b(?:statement|speech|address|remarks|message|presentation)\s(?:at|to|before|during)\s[^,;]*$")
_BY_THE = re.compile(r"\sby\s(?:the\s)?(?=[A-Z])")
_THEIRS = re.compile(r"(?:discussion|consultation|deliberation|negotiation|meeting|session)s?")
# "a visit by the expert on Haiti in March"
_VISIT_BY = re.compile(
    r"(?:\sto\s(?:the\s)?[^,;.\x01]{2,60}?)?\sby\s(?:the\s|an?\s)?(?P<who>[^,;.\x01]{3,80}?)(?=\s(?:to|in|from|between|during|took|was)\s|\s(?:on|of)\s\x01|,\s(?:accompanied|led|headed)\b)"
)
# "senior officials in Pristina and the Serbian negotiator"
_BY_WHOM = re.compile(
    r"(?!(?:me|my|us|it|its|him|her|them|himself|herself|themselves)\b)[A-Za-z][^,;:.()\x01]{2,80}?(?=\s(?:on|from|between|in)\s\x01|[,;:.(]|\s(?:to|may|and|which|that|was|were)\s)"
)
# "cultural coordinators from Pristina and Belgrade", "the heads of the two delegations"
_PEOPLE = re.compile(
    r"(?:[a-z][a-z-]+\s){0,3}?(?:ministers|coordinators|leaders|representatives|experts|officials|mayors|delegations|teams|heads|members|elders"
    r"|advisers|parties|sides|commanders|judges|prosecutors|parliamentarians|legislators|governors|chiefs)\b(?!-)"
    r"(?:\s(?:of|from)\s(?:the\s)?(?:[A-Z][\w’-]*|[a-z]+\s(?=[A-Z]))(?:(?:\s(?:and|of|the)){0,2}\s[A-Z][\w’-]*){0,8})?"
)
_THAT_HELD = re.compile(
    r"(?:\s(?:on|with|of|between)\s[^,;.\x01]{2,80}?)?,?\s(?:that|which)\s(?:(?:the|his|her|its|their)\s)?(?=[A-Z][\w’'-]+(?:\s(?:(?:of|for|on|and|the)\s)*[A-Z][\w’'-]*){0,6}(?:,\s[^,;\x01]{2,60},)?\s(?:(?:had|has|also|thereafter|then)\s){0,3}"
    r"(?:undertook|made|conducted|held|convened|organi[sz]ed|hosted|carried\sout|devoted|dedicated|chaired|led|paid|co-hosted|co-organi[sz]ed)\b)"
)
# "facilitated by the delegation of Belgium", "chaired by the Permanent Representative of Chad"
_DELEGATE = re.compile(r"(?:the\s)?(?:delegations?|(?:Deputy\s)?Permanent\sRepresentatives?|representatives?)\sof\s")
_ADDRESS = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr)[.\x01·]\s|(?:Ambassador|H\.E\.)\s){1,2}")
_AT_ITS = re.compile(r"(?:At|During|In)\sits\s(?:[\w-]+\s){0,4}")
_ON_DATE = re.compile(r"(?:[Oo]n|[Ii]n)\s\x01+,\sat\sits\s")
_THEN_BODY = re.compile(r"(?:\s(?:of|at)\s[^,;\x01]{1,60})?,\s(?:the\s)?(?=[A-Z])")
_ON_A_VISIT = re.compile(
    r"(?:(?:During|Following|After|On|In|In\sthe\scourse\sof)\s)(?:(?:an?|his|her|its|their|two|three|several)\s)?(?:[a-z][\w-]*\s){0,4}"
)
_THEN_WHO = re.compile(r"[^\x01;.]{0,160}\x01+,\s(?:the\s)?(?:(?:Mr|Ms|Mrs|Dr)·\s)?")
_RECEIVES = re.compile(
    r"\s(?:also\s)?(?:facilitated|hosted|received|welcomed|organi[sz]ed|supported|provided|escorted|assisted|was|were)\b"
)


def that_somebody_held(n: Noun) -> Holder | None:
    """ "the trilateral meeting that the Secretary-General had held", "the mission which the Council undertook"."""
    held = _THAT_HELD.match(n.masked, n.to)
    return n.resolver.beginning(n.sentence, held.end()) if held else None


def among_members(n: Noun) -> Holder | None:
    """ "an exchange between members of the Committee and …, hosted by …": the committee's own."""
    if not n.issuer.collegial or n.resolver.foreign:
        return None
    members = _OF_MEMBERS.match(n.masked, n.to)
    return n.resolver.default if members and n.issuer.leads(members.group("whose")) else None


def of_several_bodies(n: Noun) -> Holder | None:
    """ "the joint meeting of the Executive Boards of UNDP and UNICEF": in a report of one of them."""
    several = _SEVERAL_BODIES.match(n.masked, n.of) if n.of is not None and not n.issuer.personal else None
    if several is None:
        return None
    own = several.group("one") in n.issuer.shorts or several.group("one") in n.issuer.body
    return n.resolver.default if own else None


def of_chairs(n: Noun) -> Holder | None:
    """ "the annual meeting of the Chairs of the treaty bodies"."""
    chairs = re.match(r"(?:Co-|Vice-)?[Cc]hair(?:s|men|persons)\b", n.masked[n.of :]) if n.of is not None else None
    return Holder(chairs.group(), False) if chairs else None


def of_actor(n: Noun) -> Holder | None:
    """ "a meeting of the Security Council"."""
    if n.of is None:
        return None
    members = _MEMBERS_OF.match(n.masked, n.of)  # "the joint meeting of the members of the Security Council and of"
    return n.resolver.beginning(n.sentence, n.of) or (
        n.resolver.beginning(n.sentence, members.end(), ("ORGANISATION",)) if members else None
    )


def of_body(n: Noun) -> Holder | None:
    """ "a meeting of the High-level Committee on Transition": no list has it, but its head noun is that of a body."""
    name = body_name().match(n.masked, n.of) if n.of is not None else None
    return n.resolver.of_body(name.group()) or Holder(name.group(), False) if name else None


def of_unlisted(n: Noun) -> Holder | None:
    """ "a meeting of the Green Forum"."""
    name = NAME.match(n.masked, n.of) if n.of is not None and not n.numbered else None
    if name is not None and name.group() in LEGISLATURES:
        return Holder(name.group(), False)
    if name is None or n.issuer.is_body(name.group()):
        return None
    if n.text[:1].isupper() and " " not in name.group() and not name.group().isupper():
        return None  # "the Summit of the Future": what it was on
    return Holder(printed.with_nouns(n.sentence.text, *name.span()), False)


def of_people(n: Noun) -> Holder | None:
    """ "a meeting of cultural coordinators from Pristina and Belgrade": in a report of the Secretary-General."""
    if n.of is None or n.numbered or not n.issuer.personal:
        return None
    who = _PEOPLE.match(n.masked, n.of)
    return Holder(n.sentence.text[slice(*who.span())], False) if who else None


# "talks held on 3 May between the two Presidents", "a meeting between the leaders of both communities"
_BETWEEN = re.compile(
    r"(?:\s(?:was|were|also|held|convened|took|place|on|in|from|at|[A-Z][\w’'-]{0,30}|\x01{1,80})){0,8},?\sbetween\s"
    r"(?P<who>(?:the\s)?(?:[a-z][a-z -]{2,40}\sof\s(?:the\s)?(?:two|three|both)\s[A-Z][\w’-]{2,30}s"
    r"|(?:two|three|four|both)\s(?:[A-Z]?[a-z]{2,20}\s){0,2}?"
    r"(?:Presidents|Governments|Ministers|Heads|sides|parties|delegations|leaders|countries|communities|armies|chiefs|commanders"
    r"|groups|movements|factions|entities|teams)|(?:Presidents|(?:[A-Z][a-z]{2,20}\s)?Ministers|Heads|[Ll]eaders|Governments)\sof\s[^,;.\x01]{2,80}?(?=\s(?:on|in|at|from|was|were)\s|[,;.]|$))\b)"
)


# "between the President and the leaders of the Forces"
_BETWEEN_TWO = re.compile(
    r"\sbetween\s(?P<who>(?:the\s)?(?:(?:Prime\s|Vice-)?(?:President|Minister)s?|Governments?|[Ll]eaders?|parties)\b[^,;.\x01]{0,40}?\sand\s[^,;.\x01]{2,80}?)"
    r"(?=,|\s(?:on|in|at|from|held|which)\s|[.;]|$)"
)
_TOLD_OF_IT = re.compile(r"\b(?:on|of|about|after|following|regarding|concerning)\s(?:the|an?)\s(?:[\w-]+\s){0,2}$")


def between_two(n: Noun) -> Holder | None:
    """ "briefed members on the meeting between the President and the leaders of the Forces": theirs."""
    two = _BETWEEN_TWO.match(n.masked, n.to) if not n.numbered and _TOLD_OF_IT.search(n.before) else None
    if two is None or n.issuer.is_told_of(two["who"]) or re.search(r"\bmembers\b", two["who"]):
        return None
    return Holder(n.sentence.text[slice(*two.span("who"))], False)


def between_others(n: Noun) -> Holder | None:
    """ "Talks were held on 3 May between the two Presidents": theirs."""
    others = None if n.numbered else _BETWEEN.match(n.masked, n.to)
    return Holder(n.sentence.text[slice(*others.span("who"))], False) if others else None


# "by the delegation of Guatemala", "by the Permanent Missions of Chad and Mali"
_DELEGATION = re.compile(
    r"(?:the\s)?(?P<who>(?:delegation|(?:[Pp]ermanent\s)?[Mm]ission|[Gg]overnment|[Ee]mbass(?:y|ie)|[Mm]inistr(?:y|ie))s?\s(?:of|for)\s(?:the\s)?"
    r"[A-Z][\w’'-]{1,40}(?:\s(?:(?:of|for|and|the)\s){0,2}[A-Z][\w’'-]{1,40}){0,8})"
)


def by_body(n: Noun) -> Holder | None:
    """ "the discussions by the Coordinating Board in May"; a briefing by somebody is held by who is briefed."""
    by = _BY_THE.match(n.masked, n.to) if _THEIRS.fullmatch(n.text) else None
    name = body_name().match(n.masked, by.end()) if by else None
    return n.resolver.body_ending(n.sentence, name.end(), n.masked) if name else None


def then_i(n: Noun) -> Holder | None:
    """ "At a meeting in Davos in January, I assured …"."""
    spoke = (
        n.issuer.personal
        and re.match(r"[^;\x01]{0,120}\x01+(?:\swith\s[^;,\x01]{1,80})?,\sI\s", n.masked[n.to :])
        and re.match(r"(?:At|During|In)\s", n.masked)
        and not _MY_WORDS.search(n.masked, 0, n.at)
    )
    return n.issuer.own if spoke else None


def visit_by(n: Noun) -> Holder | None:
    """ "a visit by the expert on Haiti in March", "a visit to Headquarters by President Lund in May"."""
    guest = _VISIT_BY.match(n.masked, n.to) if n.text.lower().endswith(("visit", "trip", "mission")) else None
    if guest is None:
        return None
    at, to = guest.span("who")
    return n.resolver.beginning(n.sentence, at) or Holder(n.sentence.text[at:to], False)


def by_delegate(n: Noun) -> Holder | None:
    """ "facilitated by Jessica Orduz of Colombia"; "its meeting with X, facilitated by Y": the body's own."""
    if n.by is None or n.issuer.personal or n.issuer.expert:
        return None
    led = re.match(r"(?:(?:co-)?facilitated|(?:co-)?chaired|led|conducted)\s", n.by.group())
    by_state = "consultation" in n.text.lower() and any(
        m.label == "COUNTRY" and m.at - n.sentence.at == n.by.end() for m in n.sentence.mentions
    )
    if led and (by_state or _DELEGATE.match(n.masked, n.by.end())):
        return n.resolver.default
    if not n.issuer.collegial:
        return None
    by_person = led is not None and any(
        m.label == "PERSON" and m.at - n.sentence.at == n.by.end() + _titled(n.masked, n.by.end())
        for m in n.sentence.mentions
    )
    return (
        n.resolver.default
        if by_person or re.match(r"\swith\s[^;]*?,\sfacilitated\s", n.masked[n.to : n.by.end()])
        else None
    )


def _titled(masked: str, at: int) -> int:
    """The length of a form of address that begins there: "Ms. "."""
    address = _ADDRESS.match(masked, at)
    return len(address.group()) if address else 0


def by_actor(n: Noun) -> Holder | None:
    """ "a workshop organized for the parties by the United Nations"."""
    if n.by is None:
        return None
    if n.issuer.personal and re.match(r"Secretary-General\b(?!\sof\b)", n.masked[n.by.end() :]):
        return n.issuer.own  # "consultations held by the Secretary-General in New York", in his own report
    return n.resolver.beginning(n.sentence, n.by.end())


def by_delegation(n: Noun) -> Holder | None:
    """ "a meeting on schools, convened by the delegation of Guatemala": of that State, not of the body."""
    if n.by is None or not re.match(r"(?:convened|organi[sz]ed|hosted|held|sponsored)\s", n.by.group()):
        return None
    who = _DELEGATION.match(n.masked, n.by.end())
    return Holder(n.sentence.text[slice(*who.span("who"))], False) if who else None


def by_unlisted(n: Noun) -> Holder | None:
    """ "a workshop organized jointly by Green Earth in Accra"."""
    if n.by is None or not re.fullmatch(
        r"\w+\s(?:\w+\s|(?:in|at)\s[A-Z][\w’, -]{1,60}\s)?(?:jointly\s)?by\s(?:the\s)?", n.by.group()
    ):
        return None
    name = NAME.match(n.masked[n.by.end() : n.by.end() + 120])
    return Holder(name.group().split(" in ")[0].strip(), False) if name else None


def by_anybody(n: Noun) -> Holder | None:
    """ "meetings held in May by senior officials in Pristina": in a report of the Secretary-General, of others."""
    if n.by is None or not n.issuer.personal:
        return None
    who = _BY_WHOM.match(n.masked, n.by.end())
    return Holder(n.sentence.text[slice(*who.span())], False) if who else None


def behind_date(n: Noun) -> Holder | None:
    """ "At its 3rd meeting, on 9 May, the Council …": whose meeting it is follows the date."""
    its = n.masked.endswith((" its ", "Its "), 0, n.at) if n.numbered else _AT_ITS.fullmatch(n.masked, 0, n.at)
    if not its:
        return None
    date = re.match(r"[^\x01]{0,120}\x01+[\s,]*(?:\([^)]*\)[\s,]*)?(?:the\s+|The\s+)?", n.masked[n.to :])
    if n.numbered and _ON_DATE.match(n.masked):
        date = _THEN_BODY.match(n.masked[n.to :]) or date  # "On 9 May, at its 3rd meeting, the Council …"
    if date is None:
        return None
    at = n.to + date.end()
    if (known := n.resolver.beginning(n.sentence, at, ("ORGANISATION", "MISSION"))) is not None or n.numbered:
        return known
    name = body_name().match(n.masked, at)
    if name is None or n.issuer.is_body(name.group()):
        return None
    return n.resolver.of_body(name.group()) or Holder(name.group(), False)


def visitor_behind_date(n: Noun) -> Holder | None:
    """ "During visits to the prison on 2 July, the Mission found …": who went there acts in the sentence."""
    if not n.text.lower().endswith(("visit", "visits")) or not _ON_A_VISIT.fullmatch(n.masked, 0, n.at):
        return None
    who = _THEN_WHO.match(n.masked, n.to)
    actors = [m for m in n.sentence.mentions if m.label in ACTORS and m.label != "COUNTRY"]
    found = [m for m in actors if who and m.at - n.sentence.at == who.end()]
    if not found:
        return None
    actor = max(found, key=lambda m: m.to)
    return None if _RECEIVES.match(n.masked, actor.to - n.sentence.at) else n.resolver.holder(n.sentence, actor)
