"""Shapes of a sentence that several rules ask for: what leads a clause, what was done, how an event noun is meant.

The patterns are tried on a masked sentence (see `cues.mask`); the example stands beside each.
"""

from __future__ import annotations

import re
from functools import cache

from extract.assemble import words
from extract.assemble.cues import ORDINALS, Cue
from extract.assemble.numbering import numbers

# What may stand before a date that leads its clause.
LEADS = re.compile(
    r"(?:^\s?|[,:—]\s|\band\s|\b[Aa]lso\s|\bthen\s|\bwhile\s|\bthat\s|\bwhere,?\s|\bwho\s|^(?:Late|Early|Later|Earlier)\s)[Oo]n\s(?:the\s(?:morning|afternoon|evening|night)\sof\s)?$"
    r"|^For\sthe\sfirst\stime,?\s(?:in|on)\s$"
    r"|,?\sand\sin\sthe\scourse\sof\s$"
    r"|(?:^|\bwhere\s|,\sand\s)(?:[Ii]n|[Aa]t)\s[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,2},?\son\s$"
    r"|^(?:In|From|Between|During|Over|(?:Beginning|Starting)\s(?:on|in)|(?:In|During)\sthe\s(?:morning|afternoon|evening)\sof)\s(?:the\s)?$"
    r"|(?:,|,?\sand|\bwhere)\s(?:in|from|between|during)\s$"
    r"|(?:^|[,]\s|\bwhere\s)(?:[Oo]n\s)?[Tt]he\s(?:following|next|same)\s(?:morning|afternoon|evening),\s$"
)
# "On 14 August, following tensions in July and August, both sides met": a clause put in, with dates of its own
ASIDE = re.compile(
    r",\s(?:following|after|amid|owing\sto|in\sthe\swake\sof|in\sresponse\sto|as\sa\sresult\sof|despite|further\sto|pursuant\sto|while\sin"
    r"|(?:at|upon|on)\sthe\s(?:request|invitation|basis|initiative|proposal)|in\s(?:accordance|line|keeping)\swith"
    r"|as\s(?:requested|decided|agreed|announced|proposed))\s[^;]{3,200}?\x01(?:\s(?:by|of|on|from|in|at|to|with|between)\s[^,;\x01]{2,120})?,\s"
    r"(?=(?:the|both|my|an?|his|her|their|its)\s|[A-Z])"
)
QUARTER = 92  # days
FAR = 420  # characters between a date and the verb that it leads
# "as agreed at their meeting": what came before
EARLIER = re.compile(
    r"\b(?:following|after|further\sto|as\sagreed|pursuant\sto|in\saccordance\swith|adopted|taken|reached|agreed|recommended|emanating|stemming)\b"
)
# "On (24 June), the Chair briefed …": what stands before a day at the head of a sentence
FIRST_ON = re.compile(r"[\"“]?(?:[Aa]lso\s)?[Oo]n\s")
# "met in private"
MANNER = re.compile(
    r"[^.;,\x01]{0,40}?(?:\bin\s(?:private|public|camera)|behind\sclosed\sdoors|\(?(?:closed|private|open|public|informal)\)"
    r"|\bat\s(?:the\s)?(?:expert\slevel|level\sof\sexperts)|\b(?:informally|privately|jointly)\b)"
)
# Behind its date: "is expected to adopt", ", Chad will assume the chair"
TO_COME = re.compile(
    r"(?:,\s(?:the\s)?(?:[A-Z][\w’-]*\s){1,4}|\s)(?:will|(?:is|are)\s(?:expected|due|scheduled|planned|to))\s"
)
# What was done, by verbs without "-ed"; and what ends so and is no deed.
_DID = "was|were|had|has|did|took|gave|held|met|began|made|left|sent|led|said|went|came"
_NO_DEED = "need|armed|related|interested|accredited|concerned|affected|displaced"
# "and on 6 May the Government resigned": the date leads on to a clause of its own.
NEW_SUBJECT = re.compile(
    r",?\s(?:the|an?|its|his|her|their|my|he|she|it|they|I|we|[A-Z][\w’'-]*)\s(?:(?!and\b|on\b|with\b|to\b|who\b|which\b|that\b|where\b|when\b)[\w’'·-]+\s){0,8}?"
    rf"(?:{_DID}|(?!(?:{_NO_DEED}|so-called|elected|appointed|associated|united)\b)[a-z-]{{2,}}ed)\b(?!\sby\b)"
)
# "…, and the following day visited Chad": what was done on a day that the one before it tells
DID_THEN = re.compile(rf"{NEW_SUBJECT.pattern}|,?\s(?:\w+ly\s|also\s|then\s)?(?:{_DID}|[a-z-]{{2,}}ed)\b")
_ORDINALS_BEFORE = re.compile(rf"{ORDINALS}\s(?:\([\w -]+\)\s)?(?:[A-Za-z-]+\s){{0,3}}$")
# No clause of its own stands behind the date.
GOES_ON = re.compile(r"\s*(?:[.;)]|\([^)]*\)[.;,]|$|,?\s?and\b|to\b|in\b|at\b|with\b)")
# "…, on 18 October, addressed the Board"
TO_A_VERB = re.compile(
    rf",\s(?!(?:in|at|with|to|by|again)\b)[^.;\x01]{{0,120}}?\b(?:{_DID}|spoke|(?!(?:{_NO_DEED}|united)\b)[a-z-]{{2,}}ed)\b"
)
# "visited Tindouf again, meeting Mr. Ghali on"
MEETING_THEN = re.compile(r",\smeeting\s(?:with\s)?(?:the\s|[A-Z])[^,;\x01]{2,120}?\s(?:on|in)\s$")
# "gave a presentation at a seminar": somebody else's
SPOKE_AT = re.compile(
    r"\b(?:presentations?|statements?|speech|speeches|remarks|address|lectures?|keynote)\s(?:at|during|in)\s"
)
# "took part in the tenth meeting of …, held from 3 to 5 May, and in the second joint meeting"
ATTENDED_TOO = re.compile(
    r"\b(?:attended|participated\sin|took\spart\sin)\b[^;]{0,240}\x01,?\sand\s(?:in\s)?(?:the|an?)\s(?:[\w-]+\s){0,6}$"
)
# "the first session of the appellate proceedings"
_OF_COURT = re.compile(r"\s(?:of|in)\s(?:the\s)?(?:[\w-]+\s){0,2}(?:proceedings|trial|retrial|case|hearings?)\b")
# "an event to launch a commentary", "an event to mark the International Day of Peace"
LAUNCHES = re.compile(r"\sto\s(?:launch|mark|commemorate|celebrate)\b")


@cache
def festive() -> re.Pattern[str]:
    """ "including Independence Day celebrations on": what has the date is no meeting."""
    return re.compile(rf"\b(?:{words.negative('festivities')})(?:\s(?:on|in|from))?\s?$", re.I)


@cache
def other_held() -> re.Pattern[str]:
    """ "campaigning for elections held on 11 May": the date of what is no meeting."""
    return re.compile(rf"\b(?:{words.no_gathering()})\s(?:which\s)?(?:(?:was|were)\s)?held\s(?:on|in|from)\s$", re.I)


# "sites damaged in"
DONE_THEN = re.compile(
    r"\b(?!(?:held|convened|called|hosted|organi[sz]ed|conducted|scheduled|planned|need|indeed)\b)(?:[a-z-]{3,60}ed|begun)\s(?:over\s|up\s|out\s|down\s|back\s)?(?:in|on)\s$"
    r"|\bwho\b[^;]{0,80}\s(?:was|were|been)\s(?:injured|killed|wounded|arrested|detained|displaced|abducted)\s(?:between|from)\s$"
)
# "a workshop to present the work done from 29 May"
WORK_DONE = re.compile(
    r"\b(?:work|activities|progress|efforts)\s(?:done|made|carried\sout|undertaken|achieved|completed)\s(?:from|between|in|on)\s$"
)
# "strengthened its presence by deploying a unit between"
BY_DOING = re.compile(r"\bby\s[a-z]{2,30}ing\s")
# "discussions took place …, leading to the launch of the guide in December"
PRODUCT = re.compile(r"\b(?:launch|launching|drafting|publication|adoption|signing|release|issuance)\sof\s")
# A finite verb, or a word that begins a clause.
VERB_WORD = re.compile(
    r"\b(?:which|who|whom|whose|where|when|while|that|since|until|after|before|following|was|were|is|are|had|has|have|will|would|could|did|took|gave|held|met"
    r"|began|made|left|sent|led|said|went|came|became|rose|fell|broke|told|wrote|saw|spoke|brought"
    r"|(?!(?:need|proceed|exceed|speed|armed|related|interested|accredited|concerned|affected|displaced|so-called)\b)"
    r"[a-z-]{2,60}ed)\b"
)


def numbers_before(masked: str, at: int, noun: str) -> list[str]:
    """The numbers of meetings that stand before their noun at `at`: "the third high-level meeting", "first three"."""
    if noun.lower() not in ("meeting", "meetings", "plenary", "plenaries", "consultations"):
        return []
    if re.match(r"Meetings?\sof\s(?:the\s)?(?:States|High|Parties|Contracting)", masked[at:]):
        return []  # "the third Meeting of States Parties": its name
    found = _ORDINALS_BEFORE.search(masked[max(0, at - 80) : at])
    if found and re.search(r"\b(?:[Aa]|[Aa]nother)\s$", masked[: max(0, at - 80) + found.start()]):
        return []  # "a second meeting": one more, not the second of a count
    told = (
        numbers(found.group()) if found and " of " not in found.group() else []
    )  # "the second phase of consultations"
    return [] if len(told) == 1 and noun.endswith("meetings") else told


def around(masked: str, cue: Cue) -> str:
    """The words that make the format of an event noun: those right before it, and "in private" behind it."""
    before = re.split(r"[,.;:\x01]", masked[max(0, cue.at - 50) : cue.at])[-1].split()[-4:]
    noun = masked[cue.at : cue.at + len(cue.noun)]
    manner = MANNER.match(masked, cue.at + len(noun))
    return f"{' '.join(before)} {noun}{manner.group() if manner else ''}"


def is_single(noun: str) -> bool:
    """Whether an event noun tells of one event where its days follow each other.

    Meetings, sessions, visits and briefings can be counted by days; "consultations", "talks" and "workshops on 3 and 4
    February" go on over them.
    """
    return bool(noun) and not re.search(r"(?:meeting|session|visit|briefing|plenarie|mission)s$", noun.lower())


_SCHEDULED = re.compile(r"\bscheduled\s(?:(?:an?|another|further|its|the\snext)\s(?:[\w-]+\s){0,4})?$")


def did_not_happen(masked: str, cue: Cue) -> bool:
    """ "rejected the request for a visit", "a status conference": nothing that took place, or no event."""
    before = masked[max(0, cue.at - 70) : cue.at]
    if _SCHEDULED.search(before) or LAUNCHES.match(masked, cue.at + len(cue.noun)):
        return True  # "a lack of quorum in the scheduled sessions", "an event to launch a commentary"
    if cue.noun.lower().startswith("session") and _OF_COURT.match(masked, cue.at + len(cue.noun)):
        return True
    if cue.noun.lower().startswith("event") and re.search(r"\b(?:launch|promotional|fundraising)\s$", before):
        return True  # "during a launch event of the magazine"
    if re.search(r"\bwith\sa\sview\sto\s[^,;]{0,60}$", before):
        return True
    return bool(
        re.search(rf"\b(?:{words.negative('court')})\s(?:[\w-]+\s)?$", before, re.I)
        or re.search(
            rf"(?<![\w-])(?:{words.negative('hindered')})\s(?:(?!during\b|at\b|in\b|and\s$)[\w’'-]+\s){{0,6}}$",
            before,
            re.I,
        )
    )
