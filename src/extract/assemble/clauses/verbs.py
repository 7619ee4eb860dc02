"""Events that are told by a verb: "The Chair briefed the Council on 8 May", "On 9 May it held a meeting with …"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from extract.assemble import words
from extract.assemble.clauses.found import Dated, Found
from extract.assemble.clauses.received import is_guest, is_person, was_received
from extract.assemble.clauses.shapes import (
    ASIDE,
    BY_DOING,
    DONE_THEN,
    FIRST_ON,
    LAUNCHES,
    MANNER,
    NEW_SUBJECT,
    PRODUCT,
    SPOKE_AT,
    VERB_WORD,
    WORK_DONE,
    around,
    did_not_happen,
    festive,
    is_single,
    numbers_before,
    other_held,
)
from extract.assemble.cues import MARK, UNREAL, Cue
from extract.assemble.holders import Holder

# "The Committee was also convened"
_COLLEGE_BEFORE = re.compile(
    r"(?:Committee|Commission|Council|Assembly|Conference|Group|Forum|Board|Panel|committee|conference|members|parties|sides|configuration|council|group|body|mechanism"
    r"|commission|assembly|parliament|platform|board|panel|[Tt]ask\s[Ff]orce)\b"
    r"(?:\s(?:of|on|for|to)\s[^,]{0,60})?(?:,\s(?:which|as|whose|including|consisting|composed|established)\s[^;\x01]{1,160},)?"
    r"\s(?:was|were)\s(?:also\s|then\s)?$"
)
_WAS = re.compile(r"(?<=\s)(?:was|were)\s(?:also\s|then\s)?$")
# "visited the country for the first time since the restoration of its independence, from 24 to 30 November"
_FIRST_TIME = re.compile(r"\sfor\sthe\sfirst\stime\ssince\s[^,;]{3,100},\s")
# "reconvened after a one-year hiatus on"
_PAUSE = re.compile(
    r"\s(?:after|following)\s(?:an?|the)\s(?:[\w-]+\s){0,3}(?:hiatus|break|pause|recess|interruption|suspension)\b"
)
_OTHER_CLAUSE = re.compile(
    r"(?<!\sof)(?<!\sto)(?<!\sin)(?<!\sat)(?<!\swith)(?<!\sby)(?<!\sfor)\s(?:that(?!\s(?:country|region|area|State|city|town|place|island|province|district|end|effect|purpose|regard|connection|context)\b)|should|would|will|could|may)\s"
)
_RELATIVE = re.compile(r",?\s(?:which|who|whom|whose|where|when)\s[^,]*$")
# "was in Slovakia on 30 September, where he met": why somebody was there
_TO_MEET = re.compile(
    r"\s(?:the\s)?[A-Z][^;\x01]{1,80}?\s(?:on|from|between)\s\x01+(?:,?\sto\s(?:meet|discuss|attend|participate|consult|hold|confer|brief|review|assess)\b"
    r"|,?\swhere\s(?:he|she|they|it)\s(?:also\s)?(?:met|held|discussed|attended|visited|participated|briefed|conferred))"
    r"|\s(?:the\s)?[A-Z][^;,\x01]{1,60}?\sto\s(?:meet|attend|hold|consult)\b"
)
_AT_PLACE = re.compile(
    r"\s(?:the\s)?[A-Z][\w’'-]+(?:\s(?:(?:and|of\sthe|of)\s)?[A-Z][\w’'-]+){0,4}(?:\s\([^()]{1,120}\))?\s?"
)
_SESSION_OF = re.compile(r"\sof\s(?:the\s)?[A-Z]")  # "convened the eleventh session of the Expert Mechanism"
# "the National Committee for Election Security, co-chaired by the Minister, reviewed": a committee sits when it does so
_CONSIDERS = ("considered", "discussed", "reviewed", "examined", "assessed", "deliberated", "took up")
_COMMITTEE = re.compile(
    r"\b(?:[Cc]ommittee|[Ww]orking\s[Gg]roup)(?:\s(?:for|on)\s(?:the\s)?[\w’' -]{1,60})?"
    r"(?:,\s[a-z-]*chaired\sby\s[^;]{1,120},)?\s(?:also\s|then\s)?$"
)
# "the Implementation Monitoring Council discussed", "the implementation group discussed"
_TALKS_OF = ("considered", "discussed", "deliberated", "took up")
_COLLEGE = re.compile(
    r"\b[A-Z][\w’-]{0,30}\s(?:Council|Board|Assembly)(?:\sof\s(?:the\s)?[A-Z][\w’-]{1,30}(?:\s[A-Z][\w’-]{1,30}){0,4})?\s(?:also\s|then\s)?$"
    r"|\b(?:implementation|monitoring|coordination|steering|expert|contact|follow-up)\s[Gg]roup\s(?:also\s|then\s)?$"
)
# "the Ministry of Water and the country team discussed": two who talk
_TWO = re.compile(r"(?:^|,)\s(?:[Tt]he\s)?[A-Z][^,]{2,80}?\sand\s(?:the\s)?[A-Z][^,]{2,80}?\s(?:also\s|jointly\s)?$")
_ENDS = ("ended", "concluded", "completed")
_BEGINS = ("opened", "ended", "began", "started", "commenced", "concluded", "completed")
# "discussed the border with Chad" is no talk with anybody.
_TALKED_WITH = re.compile(
    r"(?<!\bborder)(?<!\bborders)(?<!\brelations)(?<!\bties)(?<!\bcooperation)(?<!\btrade)(?<!\bagreement)(?<!\bagreements)"
    r"(?<!\bconnection)(?<!\bcompliance)(?<!\baccordance)(?<!\bconflict)(?<!\bwar)(?<!\bdealing)\swith\s"
)
# "heard briefings from the Office on 5 March"
_HEARS = re.compile(r"\b(?:heard|received)$")
_A_BRIEFING = re.compile(r"\s(?:an?\s|the\s|its\s)?(?:[a-z-]+\s){0,3}briefings?\b")
# "held on", "convened near Athens, from"
_HOLDS_ON = re.compile(
    rf"\b(?:{words.verbs('hold')})(?:\s(?:near|in|at)\s(?:the\s(?:seat|headquarters|premises)\sof\s)?(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}})?,?\s(?:on|in|from)\s$"
)
# "participated on 10 June in the annual meeting of the Forum"
_TOOK_PART = re.compile(r"(?<!to\s)\b(?:participated|took\spart)\s(?:on|from)\s$")
# "the web pages visited in December"
_WEB = re.compile(r"\b(?:web|website|webpage|page|link|site)s?\b|https?:|www\.|\b[Aa]vailable\sat\b", re.I)
# "visited Guinea from 19 to 21 May"
_HAS_ITS_DATE = re.compile(rf"(?:(?!\sthat\s|\swhich\s|\swho\s)[^;,{MARK}]){{0,80}}\s(?:from|on|between)\s{MARK}")
_SAID_TO_HAVE = re.compile(r"\b(?:reported|alleged|believed|thought|said|known|rumou?red)\sto\shave\s+$")
_AND_ON = re.compile(rf"\sand\s(?:on|from|between)\s{MARK}$")
_DATE_ENDS = re.compile(rf"{MARK}*")
_NEXT_CLAUSE = re.compile(rf"{NEW_SUBJECT.pattern}|,?\swith\s|,?\s(?:the\s)?[A-Z][\w’-]+")
_DONE_FROM = re.compile(rf"\b(?:[a-z]{{3,}}ed|done|made|begun|given|taken|spent|sent)\s(?:from|on|between)\s{MARK}$")
# "met four times in informal consultations" (annual reports of sanctions committees)
_IN_CONSULTATIONS = re.compile(r"\s(?:[\w-]+\s){0,3}in\s(?:[\w-]+\s){0,2}consultations\b")
# "met the requirements"
_MET_A_NEED = re.compile(
    r"\s+(?:his|her|their)\s(?:death|end|fate)\b"
    r"|\s+(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:[a-z-]+\s){0,2}(?:requirements?|criteria|needs?|conditions?|targets?|deadline|expectations|standards)\b"
)
# "the operation met with resistance"
_MET_WITH = re.compile(
    r"\s+with\s+(?:an?\s)?(?:[a-z-]+\s){0,2}(?:resistance|opposition|success|approval|criticism|failure|difficult\w+|responses?|protests?"
    r"|refusal|hostility|fire|gunfire|delays?|scepticism|obstacles?|reluctance|support|silence|violence)\b"
)
# "he took up his duties on": no item of an agenda, as "the role of women" is
_DUTIES = re.compile(
    r"\s(?:his|her|their|its|the)\s(?:(?!of\b)[\w-]+\s){0,3}?"
    r"(?:(?:duty|duties|office|posts?|positions?|functions?|residence|arms|seats?|command)\b"
    r"|(?:appointment|role|work|assignment|responsibilities)\b(?!\s(?:of|plan|programme)\b))"
)
_VISITING = re.compile(r",\s(?:(?:also|then|first|later|subsequently)\s)?$|\b(?:after|before|while|when)\s$")
_TRIES = re.compile(r"\b(?:efforts?|attempts?|steps|offers?|progress|commitments?|contributions?)\s(?:[\w-]+\s){0,3}$")
# "The Board convened in Geneva", not "convened a panel"
_CONVENED_ITSELF = re.compile(r"\s+(?:(?:only|again|twice)\s)?(?:to\b|in\b|on\b|by\b|,|$|under|for|at|with\b)")
_CONVENED_WHOM = re.compile(
    r"\s(?:the|its|both|all)\s(?:[a-z-]+\s){0,2}(?:parties|sides|leaders|ministers|signatories|stakeholders|heads|chiefs|representatives|donors)\b"
)
_LONG_SITTING = 60  # days
_SET_UP = re.compile(
    r",\s(?:which\s(?:was|had\sbeen)\s)?(?:appointed|established|created|set\sup|formed|elected|constituted|launched)\s[^;,]{0,160}$"
)
_BY_PHONE = re.compile(r"\b(?:by|over the)\s(?:tele)?phone\b|\bin\san?\s(?:tele)?phone\s(?:call|conversation)\b")
# Who is briefed: "briefed the Committee", "gave a briefing to the Committee".
_TO_WHOM = re.compile(
    r"\s(?:to\s)?(?:(?:the\s)?members\sof\s)?(?:the\s)?(?P<whom>[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the)\s)*[A-Z][\w’'-]*)*)"
)
_TRAVELLERS = re.compile(
    r"\b(?:(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\s(?:\w+\s){0,2}$|(?i:delegations?|missions?|teams?|members|envoys?|groups?|panel)\b)"
)


@dataclass
class Told:
    """A verb and its date; `first` where the date leads: "On 8 May the Chair briefed …"."""

    d: Dated
    cue: Cue
    first: bool

    @cached_property
    def subject_at(self) -> int:
        """Where the subject may begin: behind the date that leads, or the one before."""
        if self.first:
            aside = ASIDE.match(self.d.masked, self.d.to)
            return aside.end() if aside and aside.end() <= self.cue.at else self.d.to
        heads = re.finditer(rf"[;{MARK}]\s*(?:and\s)?", self.d.masked[: self.cue.at])
        return max((m.end() for m in heads), default=0)

    @cached_property
    def subject(self) -> str:
        return self.d.masked[self.subject_at : self.cue.at]

    @cached_property
    def between(self) -> str:
        """What stands between the verb and its date."""
        return self.subject if self.first else self.d.masked[self.cue.to : self.d.at]

    @cached_property
    def rest(self) -> str:
        return self.d.masked[self.cue.to : self.cue.to + 200]

    @cached_property
    def holder(self) -> Holder:
        """Who acts."""
        d = self.d
        if (
            not self.first
            and self.subject_at
            and re.fullmatch(r"(?:\s?(?:then|also|later|subsequently)\s)?", self.subject)
        ):
            # "He met A on 2 June and visited B on 4 June": the subject stands before the first verb
            verb = VERB_WORD.search(d.masked)
            if verb is not None and verb.start() < self.subject_at:
                return d.holders.subject(d.sentence, 0, verb.start(), d.masked)
        if not self.first and re.fullmatch(r",\s(?:(?:also|then)\s)?", self.subject):
            # "The Reform Committee, appointed on 2 February, held": the subject stands before what is said of it
            aside = _SET_UP.search(d.masked, 0, self.subject_at)
            if aside is not None:
                return d.holders.subject(d.sentence, 0, aside.start(), d.masked)
        was = _WAS.search(d.masked, self.subject_at, self.cue.at)  # "The Advisory Committee was briefed by"
        return d.holders.subject(d.sentence, self.subject_at, was.start() if was else self.cue.at, d.masked)


@dataclass
class Event:
    """What a kind of verb says of its event: its type, the words that say its format, and who held it."""

    kind: str
    near: str
    holder: Holder


def verb(d: Dated, cue: Cue, first: bool) -> Found | None:
    """A verb with its date; `first` where the date leads: "On 8 May the Chair briefed …"."""
    t = Told(d, cue, first)
    if any(reason(t) for reason in _REASONS) or (event := _KINDS[cue.how](t)) is None:
        return None
    kind, holder = event.kind, event.holder
    if kind == "briefing" and (told := _TO_WHOM.match(t.rest)):
        holder = d.holders.briefed(told.group("whom")) or holder
    elif kind == "briefing" and re.match(r"\s(?:it|its\smembers)\b", t.rest) and not holder.is_own:
        holder = d.holders.default if not d.holders.personal else holder
    several = cue.verb.startswith(("paid courtesy", "made courtesy"))
    single = is_single(cue.noun) or (cue.how == "own" and kind != "briefing" and not several)
    single = single or (cue.how == "sitting" and not holder.is_own)  # "On 2 and 3 December, the working group assessed"
    opened = cue.how == "passive" and d.masked[: cue.to].endswith("opened")  # its first meeting
    inner = words.is_inner(cue.noun) or (kind == "briefing" and cue.how in ("own", "sitting")) or opened
    rule = f"{'led' if first else 'behind'} {cue.how}"
    which = numbers_before(d.masked, cue.at if cue.how == "passive" else cue.to - len(cue.noun), cue.noun)
    count = words.count_in(cue.adj) or (words.times_in(t.rest) if cue.how == "own" else 0)
    found = Found(d.days, kind, words.format_in(event.near), holder, which, single, count, inner, rule=rule)
    found.noun_at = cue.to - len(cue.noun) if cue.how == "hold" else cue.at if cue.how == "passive" else -1
    return found


def held_behind(d: Dated) -> Found | None:
    """ "held on 5 May a meeting with …", "hosted in February a visit by …": the date before what was held."""
    masked = d.masked
    holds = _HOLDS_ON.search(masked, d.start, d.at)
    if holds and _participle_of().search(masked, d.start, holds.start()):
        return None  # "During the seminar held in May, the meeting of …"
    held = _held_behind().match(masked, d.to) if holds else None
    if holds and held is None and masked[: d.at].endswith((", on ", ", in ")):
        held = _held_enclosed().match(masked, d.to)  # "hosted, on 25 November, the first meeting of …"
    if holds is None or held is None or UNREAL.search(masked[max(0, holds.start() - 60) : d.at]):
        return None
    noun, near = held.group("noun"), held.group("adj") + held.group("noun")
    kind = words.noun_types()[noun.lower()]
    if kind == "session":
        return None
    if holds.group().startswith("attended") or (kind == "visit" and _only_sent(d, holds.group().split()[0])):
        holder = Holder("", False)
    elif kind == "visit":
        holder = d.holders.around(d.sentence, *held.span("noun"), masked)
    else:
        holder = d.holders.subject(d.sentence, d.start, holds.start(), masked)
    form, count = words.format_in(near), words.count_in(near)
    return Found(d.days, kind, form, holder, [], is_single(noun), count, rule="led hold")


def took_part(d: Dated) -> Found | None:
    """ "participated on 10 June in the annual meeting of the Forum": somebody else's."""
    part = _part_behind().match(d.masked, d.to) if _TOOK_PART.search(d.masked, d.start, d.at) else None
    if part is None:
        return None
    noun = part.group("noun")
    form = words.format_in(part.group("adj") + noun)
    return Found(
        d.days, words.noun_types()[noun.lower()], form, Holder("", False), [], is_single(noun), rule="led hold"
    )


def _only_sent(d: Dated, verb: str) -> bool:
    """ "I dispatched on 26 October a team to Chad", "I deployed an assessment mission": its visit, not his."""
    return d.holders.personal and verb in words.verb_list("send")


def _passive(t: Told) -> Event | None:
    """ "A meeting was held on …"."""
    d, cue = t.d, t.cue
    if did_not_happen(d.masked, cue):
        return None
    between = d.masked[cue.at + len(cue.noun) : cue.to]
    if re.match(r"\s(?:room|hall|centre|facility|venue|place|report|record)s?\b", between):
        return None  # "the first meeting room was opened"
    if between.endswith(("delivered", "provided")) and "," in between:
        return None  # "by the Plenary of Judges, a final judgment was delivered"
    if d.masked.endswith("continued", 0, cue.to) and all(x.precision == "month" for x in d.days):
        return None  # "The discussions continued in January"
    holder = d.holders.around(d.sentence, cue.at, cue.at + len(cue.noun), d.masked)
    return Event(words.noun_types()[cue.noun.lower()], around(d.masked, cue), holder)


def _own(t: Told) -> Event | None:
    """ "The Committee met on …", "The Chair visited …": the verb itself is the event."""
    d, cue, masked = t.d, t.cue, t.d.masked
    kind, holder = words.verb_types().get(cue.verb, "meeting"), t.holder
    near = (MANNER.search(t.rest if t.first else t.between) or [""])[0]
    if cue.verb == "met" and (_MET_A_NEED.match(t.rest) or _MET_WITH.match(t.rest)):
        return None
    if re.search(r"\b(?:be|been|being)\s(?:\w+ly\s)?$", t.subject) or (
        cue.verb == "met" and re.search(r"\b(?:is|are|was|were)\s$", t.subject)
    ):
        return None  # "the necessary quorum had not been met", "expenditure is met from the fund"
    if cue.verb == "visiting" and not (_VISITING.search(t.subject) and re.match(r"\s(?:the\s)?[A-Z]", t.rest)):
        return None  # "a visiting professor"; but "strengthened ties, visiting Uganda on …"
    if cue.verb in words.verb_list("received"):
        passive = was_received(masked, t.subject_at, cue.at)
        clause = masked[t.subject_at : passive.start()] if passive else ""
        guest = not clause.strip(" ,").removeprefix("and") or (
            passive and is_guest(d.sentence, masked, t.subject_at, passive.start())
        )
        if not passive or not guest or not is_person(d.sentence, masked, cue):
            return None  # "the letter was received by the Minister"
        holder = d.holders.subject(d.sentence, t.subject_at, passive.start(), masked)
    elif re.search(r"\b(?:was|were)\s(?:also\s|then\s)?$", t.subject) and not _COLLEGE_BEFORE.search(t.subject):
        return None  # "An investigation was convened"
    if cue.verb == "met" and (sat := _IN_CONSULTATIONS.match(t.rest)):
        kind, near = "consultations", sat.group()
    if cue.verb in words.verb_list("stay"):
        purpose = _purpose().match(masked, cue.to)
        if purpose is None and not _TO_MEET.match(masked, cue.to) and not _stays(t):
            return None
        kind, near = (words.noun_types()[purpose.group("noun")], purpose.group("adj")) if purpose else ("visit", "")
    if cue.verb in words.verb_list("gather") and not _gathers(t):
        return None  # "demonstrators gathered", "conferred a prize on him"
    if cue.verb in words.verb_list("receive") and d.holders.personal and re.match(r"\s(?:me|us)\b", t.rest):
        holder = d.holders.issuer.own  # "he called on me on 26 September"
    if cue.verb in words.verb_list("receive") and not d.holders.personal and _RECEIVED_HIM.match(t.rest):
        holder = d.holders.default  # "The Prime Minister received him on 26 September": in the report of his committee
    whom = _WHOM.search(t.subject)  # "the Chairs of the groups, whom he received on 25 April"
    if cue.verb in words.verb_list("receive") and not whom and not is_person(d.sentence, masked, cue):
        return None  # "received a letter", "called on the parties to …"
    called = _CONVENED_ITSELF.match(t.rest) or _CONVENED_WHOM.match(t.rest)
    if cue.verb == "convened" and not (called or is_person(d.sentence, masked, cue)):
        return None  # "convened a panel"; but "convened security officials"
    return Event(kind, near, holder)


_RECEIVED_HIM = re.compile(r"\s(?:him|her|them)(?=,|\s(?:on|in|at|for|again|\x01))")
_WHOM = re.compile(r",\swhom\s(?:[\w’'-]+\s){1,4}$")
# Who gathers for a meeting, and who is a crowd.
_GROUP = re.compile(
    r"\b(?i:leaders?|ministers?|heads|presidents|ambassadors|experts|representatives|members|delegat\w+|parties|chiefs|officers|officials"
    r"|committee|commission|group|council|board|network|networks|alliance|assembly|forum|team|governors|mediators|envoys)\b"
)
_CROWD = re.compile(
    r"\b(?:[Cc]rowds?|protest\w*|demonstrat\w+|people|supporters|residents|students|fighters|soldiers|troops|forces|rebels|combatants"
    r"|civilians|refugees|workers|mourners|youths?|women|men|families|thousands|hundreds|dozens|militia\w*|armed)\b"
)
_TOGETHER = re.compile(
    r"(?:\s(?:again|once\smore|informally|virtually|privately|twice|on|in|at|from|between|with|to|for|under|without)\b|[,.\x01]|$)"
)


def _gathers(t: Told) -> bool:
    """ "The Council of Ministers gathered in Lisbon on …", "The leaders conferred on …", not a prize."""
    d = t.d
    if not _TOGETHER.match(d.masked, t.cue.to) or _CROWD.search(t.subject) or t.subject.startswith("We, "):
        return False  # a declaration's "We, the participants, gathered": told by its conference
    if t.cue.verb == "conferred" and re.search(r"\b(?:was|were|is|are|been)\s(?:\w+\s)?$", t.subject):
        return False
    base, begins = d.sentence.at, t.cue.at - len(t.subject)
    named = any(m.label in ("ORGANISATION", "POST") and begins <= m.at - base < t.cue.at for m in d.sentence.mentions)
    return named or bool(_GROUP.search(t.subject))


def _stays(t: Told) -> bool:
    """ "Mr. Lund was in Yugoslavia from 4 to 10 May": a person who is at a place over days, and then not, visits it."""
    place = _AT_PLACE.match(t.d.masked, t.cue.to)
    whole = place is not None and (t.first or place.end() >= t.d.at - len("from "))
    person = re.search(
        r"\b(?:Mr|Ms|Mrs|Dr)·\s[\w’ -]{2,60}$"
        r"|\b(?:Representative|Envoy|Rapporteur|Commissioner|[Hh]e|[Ss]he)\s(?:also\s|then\s)?$"
        r"|\b(?:[Mm]ission|[Dd]elegation|[Tt]eam|Panel|Group)\b[^;\x01]{0,120}?,?\s(?:and\s)?(?:which\s)?$",
        t.subject,
    )
    there = ("was in", "were in", "was also in", "returned to", "had been in")
    # "the report of the mission, which had been set up on … and which had been in Faya on …"
    sent = t.subject == " and which " and bool(re.search(r"\b[Mm]ission\b", t.d.masked[: t.subject_at]))
    several = t.d.is_range or len(t.d.days) > 1
    return whole and several and (sent or bool(person)) and t.cue.verb.startswith(there)


def _hold(t: Told) -> Event | None:
    """ "The Group held a meeting on …", "attended a workshop on …"."""
    d, cue = t.d, t.cue
    kind, holder = words.noun_types()[cue.noun.lower()], t.holder
    if cue.noun.lower() in words.in_company("college") and not (
        t.first and len(d.days) == 1 and d.days[0].precision == "day" and not d.is_range
    ):
        return None  # "chaired the Committee from 2004 to 2006"
    begins = cue.verb in _BEGINS or cue.adj.startswith(_BEGINS)  # "had concluded its session"
    if kind == "session" and begins and not d.is_range:
        return None  # "opened the 2025 session on 13 February": the first of its days
    if kind == "visit" and cue.verb in _ENDS and not d.is_range:
        return None  # "concluded its visit on 10 January"
    if re.search(r"\b[\w]+-(?:months?|years?)\b", cue.adj):
        return None  # "began a 12-month workshop programme"
    if cue.verb in _ENDS and cue.noun.startswith(("training", "capacity")):
        return None  # "Judges completed a training programme in September"
    if re.search(rf"\b(?:{words.negative('court')})\s(?:[\w-]+\s)?$", cue.adj, re.I):
        return None
    goes_on = r"(?=,|\s(?:and|of|on|from|for|to|by|at|in|about|dated|regarding|concerning)\b)"
    on_document = rf"\b(?:{words.negative('documents')})\b{goes_on}"
    if re.search(on_document, cue.adj) or _TRIES.search(cue.adj):
        return None  # "held discussions on the report of the meeting", "made efforts to reopen the discussion"
    if re.search(r"\bboycotts?\sof\s", cue.adj):
        return None  # "ended their boycott of plenary sessions"
    if cue.noun.startswith("event") and LAUNCHES.match(d.masked, cue.to):
        return None
    if cue.verb in ("initiated", "continued") and any(x.precision == "month" for x in d.days):
        return None
    if cue.verb in _BEGINS and cue.adj.startswith("to "):
        return None  # "began to hold plenary meetings monthly"
    if cue.verb == "had" and re.match(
        rf"(?!(?:{words.verbs('hold')})\s)[a-z]{{3,}}ed\s(?:the|an?|its|his|her|their)\s", cue.adj
    ):
        return None  # "since they had abandoned the dialogue"
    if re.match(r"(?:at|during|been)\s", cue.adj):
        return None  # "the pledges made at the July donors conference"
    if re.search(r"\b(?:participation|attendance)\sin\s", cue.adj):
        return None  # "resumed its participation in plenary and committee meetings"
    if cue.verb in words.verb_list("assist") and cue.noun.startswith("deployment"):
        return None  # "supported the deployment to Malakal of a county court judge"
    if cue.verb in words.verb_list("assist") and re.search(r"\b(?:opening|launch|start|beginning)\sof\b", cue.adj):
        return None  # "supported the opening of accession talks in January"
    holder = d.holders.itself(d.masked, cue.to - len(cue.noun)) or holder
    near = cue.adj + cue.noun + (MANNER.match(t.rest) or [""])[0]
    if cue.noun in ("event", "forum", "negotiations", "talks") and not holder.is_own:
        near = cue.adj
    if kind == "visit" and _only_sent(d, cue.verb):
        holder = Holder("", False)
    elif (
        SPOKE_AT.search(cue.adj)
        or cue.verb in words.verb_list("attend") | words.verb_list("assist")
        or (kind == "session" and _SESSION_OF.match(d.masked, cue.to))
    ):
        holder = d.holders.around(d.sentence, cue.to - len(cue.noun), cue.to, d.masked, attended=True)
    elif cue.verb.endswith("chaired") and not holder.is_own:
        # "The President chaired a meeting of the Security Commission": its meeting
        named = d.holders.around(d.sentence, cue.to - len(cue.noun), cue.to, d.masked, attended=True)
        holder = named if named.body else holder
    return Event(kind, near, holder)


def _sitting(t: Told) -> Event | None:
    """ "The Committee considered the item on …": what a body does when it sits, or two who exchange views."""
    cue, holder = t.cue, t.holder
    exchanged = cue.verb in words.verb_list("exchange") and _TALKED_WITH.search(t.rest)
    to_the_day = t.first and all(x.precision == "day" for x in t.d.days)
    of_committee = to_the_day and cue.verb in _CONSIDERS and _COMMITTEE.search(t.subject)
    of_committee = of_committee or (to_the_day and cue.verb in _TALKS_OF and _COLLEGE.search(t.subject))
    exchanged = exchanged or (to_the_day and cue.verb in words.verb_list("exchange") and _TWO.search(t.subject))
    if not (holder.is_own or holder.sits or exchanged or of_committee):
        return None
    if re.search(r"\b(?:was|were)\s*$", t.subject) or not t.subject.strip(" ,"):
        return None
    briefed = cue.verb.endswith("briefed") or (_HEARS.search(cue.verb) and _A_BRIEFING.match(t.rest))
    kind = "briefing" if briefed else "meeting"
    if kind == "meeting" and not exchanged and all(x.precision == "month" for x in t.d.days):
        return None  # "In March, the Committee heard the testimony of …": at which meetings is not told
    return Event(kind, (MANNER.search(t.rest[:60]) or [""])[0], holder)


_KINDS: dict[str, Callable[[Told], Event | None]] = {
    "passive": _passive,
    "own": _own,
    "hold": _hold,
    "sitting": _sitting,
}


def _another_deed(t: Told) -> bool:
    """ "On 9 May the Council adopted a resolution and the Chair briefed …": the deed between has the date."""
    if t.first and re.search(r"\band\s(?:(?!immediately|subsequently)\w+ly\s|also\s|then\s)?$", t.subject):
        return False  # "signed it and held …"
    between = t.between if t.first or "," not in t.between else re.sub(r"^[^,]*,", "", t.between)
    between = between.replace(" dated ", " of ")  # "at the request of the Chair dated 3 May"
    joined = r"(?!\s(?:by|pursuant|under|to|consultations|meetings?|informal|sessions?)\b)"
    return bool(re.search(rf"\b(?<!-)(?<!recently\s)(?<!newly\s)(?:{words.negative('acts')})\b{joined}", between))


def _another_clause(t: Told) -> bool:
    """ "discussed the report of 9 May", "met the Minister, who resigned on …", "met and issued a paper on …"."""
    if t.first:
        return False
    between = _PAUSE.sub(" ", _FIRST_TIME.sub(" ", t.between))
    then = rf"\sand\s(?:(?:also|then|subsequently)\s)?(?:{words.negative('acts')})\s(?:an?|the|its|his|her|their)\s"
    return bool(
        re.search(then, t.between)
        or re.search(rf"\b(?:{words.negative('documents')})\s+(?:of|dated)\s*$", t.between)
        or _RELATIVE.search(t.between)
        or _OTHER_CLAUSE.search(t.between)
        or UNREAL.search(t.between)
        # "consultations were conducted on the reconstruction of sites damaged in March"
        or DONE_THEN.search(t.between)
        or WORK_DONE.search(t.between)
        or other_held().search(t.between)
        or BY_DOING.search(t.between)
        or PRODUCT.search(t.between)
        or (t.cue.how == "passive" and festive().search(t.between))
        # "heard the testimony of X, a victim since the disappearance of her husband in 2012"
        or re.search(
            r"\b(?:since|until|before|after|following)\s(?:the|his|her|their|its|they|he|she|it)\s[^,]*", between
        )
        # "participated in the talks for the first time since suspension of the contacts in July"
        or re.search(r"\bsince\s(?:[\w-]+\s){1,4}of\s[^,]*$", between)
        # "held a forum to build confidence following violence in December"
        or re.search(r"\b(?:following|after)\s(?:[\w’'-]+\s){1,6}(?:in|on)\s$", between)
    )


def _not_done(t: Told) -> bool:
    """ "decided to hold", "cannot meet", "will be provided with opportunities for dialogue"."""
    clause = re.split(r",\s(?=(?:he|she|it|they|I|we)\s(?:\w+\s)?$)", t.subject[-60:])[
        -1
    ]  # "would not be kept, he went"
    unreal = UNREAL.search(clause + t.d.masked[t.cue.at : t.cue.to + 10])
    given = t.cue.how == "hold" and re.search(r"\b(?:be|being)\s+(?:\w+ly\s+)?$", t.subject)
    return bool(unreal or given or re.search(r"\b(?:to|not|never|cannot)\s+(?:\w+ly\s+)?$", t.subject))


def _relative_subject(t: Told) -> bool:
    """ "On 9 May the Committee that had met …"; "the interlocutors with whom it met"."""
    # "On 29 May, the Secretary-General submitted his report, which the Council considered at …"
    relative = (
        r"\b(?:(?:that|which|who|whom)|(?<=,\s)which\s(?:the\s)?[A-Z][\w’-]{0,30}(?:\s[A-Z][\w’-]{0,30}){0,4})"
        r"\s+(?:(?:had|has|have|also|then|last)\s+)*$"
    )
    return bool(
        (t.first and re.search(relative, t.subject))
        or re.search(r"(?<!,\s)(?<!,\swith\s)\bwhom\s(?:[\w’'-]+\s){0,4}$", t.subject)
    )


def _page_visited(t: Told) -> bool:
    """ "All web pages visited in December"."""
    return t.cue.verb == "visited" and bool(_WEB.search(t.subject))


def _has_its_date(t: Told) -> bool:
    """ "Following the pardon, on 29 March, the Prosecutor visited Guinea from 19 to 21 May"."""
    its = _HAS_ITS_DATE.match(t.d.masked, t.cue.to) if t.first and t.cue.how != "sitting" else None
    # "a workshop to present the work done from 29 May": the work's
    if its is None or _DONE_FROM.search(its.group()):
        return False
    if FIRST_ON.fullmatch(t.d.masked, 0, t.d.at) and t.d.days[0].precision == "day" and not _AND_ON.search(its.group()):
        return False  # "On 24 June, the Chair briefed the Council on the attacks on 12 June"
    # "On 3 May the Chair visited Gali and on 4 May his deputy visited Bria": that of the next clause
    behind = _DATE_ENDS.match(t.d.masked, its.end())
    return not (_AND_ON.search(its.group()) and behind and _NEXT_CLAUSE.match(t.d.masked, behind.end()))


def _by_phone(t: Told) -> bool:
    """ "spoke by telephone with the Minister"."""
    if t.cue.how not in ("own", "sitting", "hold"):
        return False
    behind = not t.first and _BY_PHONE.search(t.between)
    return bool(behind or _BY_PHONE.search(re.split(r"[,;.]|\sand\s", t.rest)[0]))


def _took_up_duties(t: Told) -> bool:
    """ "he took up his duties on 11 February"."""
    return t.cue.verb == "took up" and bool(_DUTIES.match(t.rest))


def _another_verb(t: Told) -> bool:
    """ "visited the detainees and witnessed their appearance the following day": the day of what was done last."""
    if t.first or not t.d.bare:
        return False
    return bool(re.search(r"\w\sand\s(?:also\s|then\s)?[a-z]{3,}ed\s[^,;]{0,260}$", t.between))


def _sat_by(t: Told) -> bool:
    """ "was heard by": a passive is no sitting."""
    return t.cue.how == "sitting" and bool(re.search(r"\bby\s+$", t.subject))


def _no_traveller(t: Told) -> bool:
    """ "the weapons went to Liberia", "the case went to Court": only people go to a place to visit it."""
    if t.cue.verb.startswith("travel") and _SAID_TO_HAVE.search(t.subject):
        return True  # "another is reported to have travelled to Bujumbura": whom the body watches
    if t.cue.verb != "went to":
        return False
    at = t.d.sentence.at
    behind = len(t.d.masked[: t.cue.at]) - len(t.subject)
    people = any(m.label in ("POST", "PERSON") and behind <= m.at - at < t.cue.at for m in t.d.sentence.mentions)
    return not people and not _TRAVELLERS.search(t.subject)


def _of_a_period(t: Told) -> bool:
    """ "reviewed the assistance given from 1 January to 31 December": nobody sits so long."""
    days = t.d.days
    first, last = days[0].first, days[-1].last
    return t.cue.how == "sitting" and t.d.is_range and bool(first and last and (last - first).days > _LONG_SITTING)


_REASONS: tuple[Callable[[Told], bool], ...] = (
    _another_deed,
    _another_clause,
    _not_done,
    _relative_subject,
    _page_visited,
    _has_its_date,
    _sat_by,
    _took_up_duties,
    _another_verb,
    _no_traveller,
    _by_phone,
    _of_a_period,
)


@cache
def _participle_of() -> re.Pattern[str]:
    """What stands before a participle: "the seminar held", "which was held"."""
    return re.compile(rf"(?:\b(?:{words.any_noun()}|was|were|been|be|and),?\s|\()$", re.I)


@cache
def _held_enclosed() -> re.Pattern[str]:
    """The event behind a date between commas: "hosted, on 25 November, the first meeting of …", "…, a seminar for"."""
    return re.compile(
        r"(?:,\son\sthe\soccasion\sof\s[^;\x01]{3,160})?"
        rf",\s(?:the|an?|its|two|three)\s(?P<adj>(?:[\w’'-]+\s){{0,4}}?)(?P<noun>{words.any_noun()})(?![\w-])"
    )


@cache
def _held_behind() -> re.Pattern[str]:
    """The event that stands behind its date: " a meeting with the President"."""
    return re.compile(
        r"(?:,\s(?:pursuant|in|with|under|together|jointly|following|at)\s[^,;\x01]{1,120}(?=,))?,?\s"
        r"(?:(?:an?|its|his|her|their|two|three|several)\s|(?=(?:[\w-]+\s){0,2}(?:talks|consultations|negotiations|discussions|meetings)\b))"
        rf"(?P<adj>(?:[\w’'-]+\s){{0,4}}?)(?P<noun>{words.any_noun()}|(?:mission|team|delegation)(?=\sto\s))(?![\w-])"
    )


@cache
def _part_behind() -> re.Pattern[str]:
    """Somebody's event behind the date on which one took part: " in the annual meeting of the Forum"."""
    return re.compile(
        rf"\sin\s(?:an?|the)\s(?P<adj>(?:[\w’'-]+\s){{0,5}}?)(?P<noun>{words.any_noun()})(?![\w-])"
        r"(?!\s(?:room|report|document|process|preparations)s?\b)"
    )


@cache
def _purpose() -> re.Pattern[str]:
    """What somebody was at a place for: " Bissau (date) on an official visit"."""
    noun = words.alternatives(
        [n for n, kind in words.noun_types().items() if kind in ("visit", "consultations")]
        + ["talks", "discussions", "meetings"]
    )
    return re.compile(
        rf"\s(?:the\s)?[A-Z][^;]{{1,160}}?\s(?:on|for|during)\s(?:an?\s|the\s|his\s|her\s|their\s|its\s)?(?P<adj>(?:[\w-]+\s){{0,4}}?)(?P<noun>{noun})(?![\w-])"
    )
