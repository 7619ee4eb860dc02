"""Who governs the noun of an event from before it: "my visit", "the Council, at its session"."""

from __future__ import annotations

import re

from extract.assemble import words
from extract.assemble.holders import subject, unlisted
from extract.assemble.holders.holder import Holder
from extract.assemble.holders.names import body_name
from extract.assemble.holders.noun import Noun

_RELATIVE_HOLDS = re.compile(
    r",\s(?:which|who)\s(?:(?:had|has|also|then)\s)*(?:(?:held|began|[a-z-]+ed)\s"
    r"(?:(?:its|their|an?|the)\s)?(?:(?!(?:at|during|on|in|before|to)\s)[\w-]+\s){0,4}|(?:met|sat)\sin\s(?:[a-z]+\s){0,2})$"
)
# "placed before the Council, which at its 5th meeting", "the Committee, which concluded its debate at its 52nd meeting"
_WHICH_AT_ITS = re.compile(
    r",\swhose\s(?:[a-z-]+\s){0,2}$|,\swhich,?\s(?:[^,;\x01]{0,120}\s)?(?:at|during)\sits\s(?:[a-z-]+\s){0,2}$"
)
# "By resolution 1624 (2005), which the Council adopted at its 5261st meeting"
_WHICH_BODY_DID = re.compile(
    r"\b(?:which|that)\s(?:the\s)?(?P<who>(?=[A-Z])[^,;\x01]{3,160}?)(?:,\sincluding\s[^,;\x01]{2,80})?,?\s(?:at|during)\sits\s(?:[\w-]+\s){0,3}$"
)
_THEIRS = re.compile(r"\b[Tt]heir\s(?:(?!own\b)[a-z-]+\s){0,2}$")
_ITS_FIRST = re.compile(r"Its\s(?:[\w-]+\s){1,4}$")
# "considered by the Commission on Water at its fifty-first session"
_AT_ITS = re.compile(
    r"\s(?:by|briefed|addressed|reported\sto|(?:statement|briefing|presentation|remark|speeche?)s?\sto)\s(?:the\s)?"
    r"(?P<who>[A-Z](?:(?!\s(?:by|to|before|at|during)\s(?:the\s)?[A-Z]"
    r"|(?<!Committee)(?<!Commission)(?<!Group)(?<!Council)(?<!Conference)(?<!Forum)\son\s(?:the\s)?[A-Z])[^,;.\x01]){3,140}?)"
    r"(?:\son\s(?:the|its|his|her)\s[a-z][^,;\x01]{1,80}?)?\s(?:at|during|on)\s(?:its|his|her|their)\s(?:[\w-]+\s){0,3}$"
)
_SAT_THERE = re.compile(
    r"\b(?:on\sbehalf\sof|agenda\sof|before|by|to\sreport\sto|reported\sto|statements?\s(?:before|to)|briefed|addressed)\s(?:the\s)?$"
)
_BODY_AT_ITS = re.compile(r"(?<=\w)(?:,\s(?:first\s)?on\s\x01+)?,?\s(?:at|during)\sits\s$")
# "The Lake Commission, at its tenth session (5–9 May), took note of the report."
_OF_ITS = re.compile(
    r"(?:^(?:\([ivx\d]+\)\s)?|[,;]\s|\bthat\s|\bwhich\s)(?:Adopted\s(?:at|by)\sthe\s|(?:[Tt]he\s)?(?=[A-Z]))"
    r"(?P<who>(?!(?:It|This|That|There|Under|At|In|On|During|Pursuant|Following|With|For|Also|By|Upon)\s)[A-Za-z][^,;.\x01]{3,140}?),"
    r"\s(?:at|during|in)\s(?:its|their)\s(?:[\w-]+\s){0,3}$"
)
# "presented the workplan to the Executive Board at a closed-door meeting in February"
_TO_AT = re.compile(
    r"\b(?:presented|submitted|reported|introduced)\b[^;\x01]{0,120}?\sto\s(?:the\s)?"
    r"(?P<who>[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the)\s)*[A-Z][\w’'-]*)*)\sat\san?\s(?:[\w-]+\s){0,3}$"
)
# "considered agenda items 3 (a), Deferred applications for status, at its 14th meeting": the title of an item
_ITEM = re.compile(r"(?:\bitems?\s\d+(?:\s\([a-z]{1,3}\))?|\([a-z]{1,3}\)),?\s$")
_BEFORE_BODY = re.compile(r"[^,;]{0,140}\s(?:before|to|in|by)\sthe\s(?=[A-Z])")
# "the report of the Working Party on Roads on its forty-ninth session"
_REPORT_ON_ITS = re.compile(
    r"\b[Rr]eports?\s(?:of|by)\s(?:the\s)?(?P<who>[A-Z][^;\x01]{2,160}?),?\s(?:on|about)\s(?:the\s(?:work|results)\sof\s)?"
    r"(?:its|their)\s(?:[\w-]+\s){0,5}$"
)


# "reviewed the report …, and at its": a body that acts at a sitting of its own
_SAT = re.compile(
    r"\s(?:had\s|has\s|also\s){0,2}(?:reviewed|considered|discussed|examined|approved|endorsed|adopted|took|finalized|agreed|noted|heard|received|decided"
    r"|requested|recommended|elected|authorized|was\s[a-z]+ed)(?:\s[^;\x01]{1,160})?\sat\sits\s"
)
# "The Working Group had before it, at its third meeting": what it does is not of its name
_DOES = re.compile(
    r"\s(?:also\s|then\s|further\s)?(?:had|has|have|was|were|is|are|took|heard|decided|agreed|noted|considered|discussed|adopted|requested"
    r"|recommended|recalled|approved)\s"
)
_THAT_BODY = re.compile(
    r"\sthat\s(?:the\s)?(?=(?:[A-Z][\w’'-]*\s){1,6}?(?:Committee|Commission|Council|Assembly|Board|Group|Panel|Conference)\b)"
)
# "It will be recalled that during the forty-eighth session the Sixth Committee had considered"
_TO_SAT = re.compile(
    r"(?:^|[,;]\s|\bthat\s)(?:(?:[Aa]t|[Dd]uring|[Ii]n)\s(?:the|its)\s(?:[\w-]+\s){1,4}session,?\s)?(?:[Tt]he\s)?$"
)

_GROUP_BEFORE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his)\s(?P<who>(?:[a-z][a-z-]+\s){1,3}?(?:group|committee|commission|council|task\sforce|board))\s$"
)


# "UN-Nutrition organized the Francophone Regional Workshop": the verb, and the words between it and the noun
_CONVENES = re.compile(
    r"\b(?<!was\s)(?<!were\s)(?<!been\s)(?<!be\s)(?<!and\s)(?:co-?)?(?:organi[sz]ed|hosted|convened)\s(?:jointly\s)?"
    r"(?:(?!(?:during|at|in|on|for|with|by|to|from|of|and|under|which|that|who|where|when|after|before|following)\s)[\w’'“”(),-]+\s){0,12}$"
)
_SITTINGS = ("meeting", "meetings", "session", "sessions", "consultations")  # they have a body whose they are


def convener(n: Noun) -> Holder | None:
    """ "UN-Nutrition organized the Francophone Regional Workshop": who did, not the workshop by its own name."""
    if n.numbered or n.attended or n.text.lower().endswith(_SITTINGS):
        return None
    convenes = _CONVENES.search(n.masked, max(0, n.at - 160), n.at)
    if convenes is None:
        return None
    clause = subject.Clause(n.resolver, n.sentence, 0, convenes.start(), n.masked)
    return unlisted.acting(n.resolver, n.sentence, clause.to, n.masked) or subject.head(clause)


def my(n: Noun) -> Holder | None:
    """ "my recent visit", "at our meeting"."""
    mine = r"\b(?:[Mm]y|[Oo]ur|joined\s(?:me|us)\s(?:at|for|in)\san?)\s(?:[a-z-]+\s){0,2}$"
    return n.issuer.own if n.issuer.personal and re.search(mine, n.masked[max(0, n.at - 80) : n.at]) else None


def his_or_her(n: Noun) -> Holder | None:
    """ "I recall what the Deputy Secretary-General, Ms. Lund, said during her visit": who speaks says "my"."""
    if not n.issuer.personal or not re.search(r"\b(?:his|her)\s(?:[a-z-]+\s){0,2}$", n.before):
        return None
    people = [m for m in n.sentence.mentions if m.label in ("PERSON", "POST")]
    before = [m for m in people if m.to - n.sentence.at < n.at]
    if before:
        return n.resolver.holder(n.sentence, ([m for m in before if m.label == "POST"] or before)[-1])
    # "During her visit to Chad in May, the High Commissioner, Ms. Lund, …"
    return n.resolver.holder(n.sentence, people[0]) if people else None


def body_before(n: Noun) -> Holder | None:
    """ "the Supreme National Council meeting of 28 January"."""
    if n.numbered or n.text.lower() not in words.noun_types():
        return None
    names = [m for m in body_name().finditer(n.masked, max(0, n.at - 160), n.at - 1) if m.end() == n.at - 1]
    return n.resolver.body_ending(n.sentence, n.at - 1, n.masked) if names else None


def in_an_organ(n: Noun) -> Holder | None:
    """ "In the General Assembly, the report was debated at the 79th plenary meeting"."""
    organ = _IN_ORGAN.match(n.masked) if n.numbered or n.text.lower().endswith("meeting") else None
    return n.resolver.body_ending(n.sentence, organ.end("who"), n.masked) if organ else None


def meeting_somewhere(n: Noun) -> Holder | None:
    """ "The Chiefs of Staff of Burundi and Rwanda, meeting in Kigali on 19 May, had decided": who met there."""
    if n.text != "meeting" or not n.before.endswith(", ") or not _SOMEWHERE.match(n.masked, n.to):
        return None
    clause = subject.Clause(n.resolver, n.sentence, 0, n.at - 2, n.masked)
    found = subject.head(clause)
    return found if found is not None and found.is_own else Holder(clause.phrase, False)


def actor_before(n: Noun) -> Holder | None:
    """ "an ECOWAS symposium", "the European Union summit"."""
    if n.numbered or n.text.lower() not in words.noun_types():
        return None
    found = [
        m for m in n.sentence.mentions if m.label in ("ORGANISATION", "MISSION") and m.to - n.sentence.at == n.at - 1
    ]
    if not found:
        return None
    actor = max(found, key=lambda m: m.to - m.at)
    joint = n.masked[: actor.at - n.sentence.at].endswith(("-", "–", "/"))  # "the joint EAC-SADC summit"
    return None if joint else n.resolver.holder(n.sentence, actor)


def group_before(n: Noun) -> Holder | None:
    """ "An implementation group meeting held in Brussels"."""
    group = None if n.numbered else _GROUP_BEFORE.search(n.before)
    return Holder(group.group("who"), False) if group and n.issuer.personal else None


def genitive(n: Noun) -> Holder | None:
    """ "the Security Council’s monthly consultations"."""
    own = re.search(r"([\w’' -]{3,60})[’']s\s+(?:[\w-]+\s){0,3}$", n.before)
    return n.resolver.ending(n.sentence, n.at - len(own.group()) + len(own.group(1))) if own else None


def relative(n: Noun) -> Holder | None:
    """ "the Working Group on Inquiries, which had held its first meeting"."""
    holds = _RELATIVE_HOLDS.search(n.masked, max(0, n.at - 100), n.at)
    return n.resolver.body_ending(n.sentence, holds.start(), n.masked) if holds else None


def which_at_its(n: Noun) -> Holder | None:
    """ "The question was placed before the Security Council, which at its 138th meeting"."""
    which = _WHICH_AT_ITS.search(n.masked, max(0, n.at - 200), n.at)
    sits = n.numbered or n.text.lower() == "session" or (which and which.group().startswith(", whose "))
    return n.resolver.body_ending(n.sentence, which.start(), n.masked) if which and sits else None


def which_body_did(n: Noun) -> Holder | None:
    """ "resolution 1624 (2005), which the Council adopted at its 5261st meeting"."""
    which = _WHICH_BODY_DID.search(n.masked, max(0, n.at - 240), n.at)
    if which is None:
        return None
    at = which.start("who")
    name = body_name().match(n.masked, at)
    listed = n.resolver.beginning(n.sentence, at, ("ORGANISATION",))
    return listed or (n.resolver.body_ending(n.sentence, name.end(), n.masked) if name else None)


def its_of_who_acted_before(n: Noun) -> Holder | None:
    """ "The Lake Board was represented by Ms. Lund. Its ninth session had been held in Faya"."""
    if n.resolver.before is None or not _ITS_FIRST.fullmatch(n.masked, 0, n.at):
        return None
    label, holder = n.resolver.before
    return holder if label in ("ORGANISATION", "MISSION") and holder.body and not holder.is_own else None


def body_at_its(n: Noun) -> Holder | None:
    """ "placed on the agenda of the Security Council at its 138th meeting", "before the Council, on 10 June at its"."""
    its = _BODY_AT_ITS.search(n.before) if n.numbered else None
    if its is None:
        return None
    to = n.at - len(n.before) + its.start()
    names = [m.start() for m in body_name().finditer(n.masked, max(0, to - 160), to) if m.end() == to]
    # "considered the report of the Panel at its 5th meeting": who considered it
    sat = bool(names) and bool(_SAT_THERE.search(n.masked, max(0, names[0] - 40), names[0]))
    return n.resolver.body_ending(n.sentence, to, n.masked) if sat else None


def at_its(n: Noun) -> Holder | None:
    """ "considered by the Commission on Water at its fifty-first session", and the like."""
    if n.attended:
        return None
    session = n.numbered or n.text.lower() == "meeting" or " session" in n.masked[n.at - 1 : n.to]
    sat = (
        (_OF_ITS.search(n.masked, max(0, n.at - 200), n.at) if session else None)
        or _TO_AT.search(n.masked, max(0, n.at - 260), n.at)
        or _AT_ITS.search(n.masked, max(0, n.at - 200), n.at)
        or _REPORT_ON_ITS.search(n.masked, max(0, n.at - 260), n.at)
    )
    if sat is None or _ITEM.search(n.masked, max(0, sat.start("who") - 30), sat.start("who")):
        return None
    begins = sat.start("who")
    if inner := _BEFORE_BODY.search(n.masked, begins, sat.end("who")):
        begins = inner.end()  # "The majority of petitioners speaking before the Committee, at its 5th meeting"
    if noted := _THAT_BODY.search(n.masked, begins, sat.end("who")):
        begins = noted.end()  # "The Committee noted that the Fourth Committee, at its 271st meeting"
    if re.search(r"\sits\s", sat.group()) and _is_a_person(n, begins):
        return None  # "The Security Council heard a briefing by the Special Envoy at its meeting"
    does = _DOES.search(n.masked, begins, sat.end("who"))
    who = n.sentence.text[begins : does.start() if does else sat.end("who")]
    return n.resolver.beginning(n.sentence, begins) or n.resolver.of_body(who) or Holder(who, False)


def _is_a_person(n: Noun, at: int) -> bool:
    """Whether the name of a post or of somebody begins there, in the sentence."""
    return any(m.at - n.sentence.at == at and m.label in ("POST", "PERSON") for m in n.sentence.mentions)


def its_of_body(n: Noun) -> Holder | None:
    """ "The Committee on Water began its session": in a report of the Secretary-General."""
    if not n.issuer.personal or not re.search(r"\b[Ii]ts\s(?:[\w-]+\s){0,2}$", n.before):
        return None
    names = list(body_name().finditer(n.masked[: n.at]))
    return Holder(names[-1].group().removeprefix("The "), False) if names else None


def its_of_who_sat(n: Noun) -> Holder | None:
    """ "The Ethics Panel of the United Nations reviewed the report electronically and at its 175th session"."""
    if n.issuer.personal or not re.search(r"\bits\s(?:[\w-]+\s){0,2}$", n.before):
        return None
    for name in reversed(list(body_name().finditer(n.masked, 0, n.at))):
        if _SAT.match(n.masked, name.end()) and _TO_SAT.search(n.masked, 0, name.start()):
            return n.resolver.body_ending(n.sentence, name.end(), n.masked)
    return None


def its_numbered(n: Noun) -> Holder | None:
    """ "The Security Council considered the matter at its 6100th meeting"."""
    if not n.numbered or not re.search(r"\bits\s(?:[\w-]+\s){0,2}$", n.before):
        return None
    return unlisted.before_noun(n.resolver, n.sentence, n.at, n.masked) or n.subject() or n.resolver.default


_IN_ORGAN = re.compile(
    r"In\sthe\s(?P<who>(?:[A-Z][\w’-]{1,30}\s){0,4}(?:Assembly|Council|Committee|Commission|Board)),"
)
_SOMEWHERE = re.compile(r"\s(?:(?:in|at)\s[A-Z]|on\s\x01)")
_AT_AN_OPEN = re.compile(
    r"\b(?:spoke|reported|introduced|presented|briefed|briefing|addressed|statement)\b[^;.]{0,60}\s(?:at|in)\san?\s(?:open|public|private|closed|formal)\s$"
)


def at_the(n: Noun) -> Holder | None:
    """ "At the meeting, the representative of Chad said"; "from the 5th meeting": who speaks there does not hold it."""
    if n.issuer.personal:
        return None
    if n.issuer.collegial and not n.issuer.watches and _AT_AN_OPEN.search(n.before):
        return n.resolver.default  # "Ambassador Lund reported at an open meeting"
    there = re.search(r"\b(?:[Aa]t|[Dd]uring|[Ii]n)\s(?:the|its|that|this)\s(?:[\w-]+\s){0,2}$", n.before) or (
        n.numbered and re.search(r"\b(?:from|since|after|before|until|for|of)\sthe\s$", n.before)
    )
    return n.resolver.default if there else None


def theirs(n: Noun) -> Holder | None:
    """ "the understanding that their leaders reached at their meetings": not the Secretary-General's."""
    return Holder("", False) if n.issuer.personal and _THEIRS.search(n.before) else None


def at_somebodys(n: Noun) -> Holder | None:
    """ "the pledges made at the Vienna donors' conference": not the Secretary-General's."""
    there = n.issuer.personal and re.search(r"\bat\sthe\s(?:[\w’'-]+\s){1,3}$", n.before)
    return Holder("", False) if there else None
