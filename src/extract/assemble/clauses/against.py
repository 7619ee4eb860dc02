"""Why a date behind an event noun is not that event's: each reason with its example.

The noun, its clause and the date have the shape of "a meeting with the Front was held in Cairo on …"; one reason is
enough, and they may be asked in any order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from extract.assemble import words
from extract.assemble.clauses.found import Dated
from extract.assemble.clauses.shapes import (
    BY_DOING,
    DONE_THEN,
    GOES_ON,
    PRODUCT,
    TO_A_VERB,
    TO_COME,
    VERB_WORD,
    WORK_DONE,
    did_not_happen,
    festive,
    other_held,
)
from extract.assemble.cues import CALLED_OFF, MARK, UNREAL, Cue
from extract.model import DateMention

_PARTICIPLE = re.compile(
    r"\b(?!(?:held|convened|organi[sz]ed|hosted|chaired|led|attended|facilitated|sponsored|supported|related|based|entitled|devoted"
    r"|focused|mandated|concerned|affected|interested|displaced|armed|detained|nominated|associated|mediated|need|proposed"
    r"|elected|appointed|advanced|established|accredited|coordinated|so-called)\b)[a-z-]{3,60}(?:ed)\b\s(?:over\s|up\s|out\s|down\s)?(?:by|in|at|under|on)\b"
)
# "the deployment of the monitoring mission"
_STANDS_OUT = re.compile(
    r"\b(?:deployment|establishment|mandate|launch|[Hh]ead|[Cc]hief|members?)\sof\s(?:the\s|an?\s)?(?:[\w-]+\s){0,5}$"
)
# "During the session of the Commission, its Bureau met on 12 March": the Bureau has the date.
_MET_IN_CLAUSE = re.compile(r",\s[^,;]{1,80}\b(?:met|convened|visited|travelled|briefed)\b")
# "After negotiations between delegations, the crossing reopened on"
_LAST_DEED = re.compile(
    r",\s(?:(?:the|its|an?|his|her|their)\s(?:[\w’'-]+\s){1,5}|(?:he|she|it|they|I|we)\s)(?:also\s)?(?!held\b)[a-z-]{3,60}ed$"
)
# "their commitment to the convening of a conference in June": wished for
_CONVENING = re.compile(
    r"\b(?:commitment|intention|readiness|plans?|proposal)\s(?:[\w-]+\s){0,5}?(?:to|for)\s(?:the\s)?(?:convening|holding|organization)\sof\s[^,;]{0,60}$"
)
# "the donors meeting in Washington, D.C., on 15 December": the comma is that of the place
# "meetings in Bo, on 20 April, in Makeni, on 28 April"
_ELSEWHERE_ON = re.compile(
    rf",\s(?:and\s)?(?:in|at)\s[A-Z][\w’'-]{{1,40}}(?:\s[A-Z][\w’'-]{{1,40}}){{0,3}},?\s(?:on|from)\s{MARK}"
)
_PLACE_COMMA = re.compile(r"\b(?:in|at)\s[A-Z][\w’-]*(?:\s[A-Z][\w’-]*){0,2},\s[A-Z][\w·’-]*(?:\s[A-Z][\w·’-]*){0,3}$")
_IN_CONGRESS = re.compile(r"\b(?:in|by|to|of)\s(?:the\s)?$")  # "a bill was tabled in Congress on": the legislature
_IN_ORGAN = re.compile(r"\sin\sthe\s(?:(?:Security|Economic\sand\sSocial)\s)?(?:Council|Assembly|General\sAssembly)$")
_ELECTION = re.compile(
    r"\b(?:by-)?(?:elections?|referendum|voting|balloting)\s(?:for|to)\s(?:the\s)?(?:[\w’'-]+\s){0,5}$"
)
# "The Congress for Democratic Change recalled the killing on": what a party of that name did
_TOLD = re.compile(
    r"\s(?:recalled|reported|announced|condemned|described|demanded|denied|rejected)\s(?:the|an?|its|their|that)\s"
)
_MADE_KNOWN = re.compile(r"\bmade\s(?:public|available|possible|known|clear)\b")
_REACHED_IN = re.compile(
    r"\b(?:reached|concluded|signed|achieved)\s(?:within|in)\sthe\s(?:context|framework)\sof\s(?:the\s)?[^,;]{0,80}$"
)
# "protested against visits to Chad, and the resumption on 10 September of the line"
_AND_DEED = re.compile(
    r"\sand\s(?:(?:the|its|their)\s|(?=closure|withdrawal|dissolution|liquidation))(?!government|parliament|department|administration|delegation|opposition|[a-z]*mission|population"
    r"|movement|coalition|division|organi[sz]ation|institution|union)[a-z]{3,}(?:tion|sion|ment|wal|val|sal|ure)$"
)
# "had agreed during the last round of talks in Ashgabat to resume them in mid-August"
_TO_DO = re.compile(
    r"\bto\s(?:resume|reconvene|continue|hold|meet|convene|organi[sz]e|reopen|start|begin)\b[^,;\x01]{0,60}$"
)
# "Since the expiration of the mandate of the committee to facilitate a dialogue in May": the day that it expired
_EXPIRY = re.compile(
    r"\b(?:expiration|expiry|termination|end)\sof\s(?:the|its|their)\s(?:mandates?|term|work)\b[^,;]{0,90}$"
)
# "had intended, after consultations with both sides, to resume the adjourned meeting on 13 October"
_INTENDED = re.compile(
    r"\b(?:intended|hoped|planned|decided|agreed),\s[^;\x01]{3,120}?,\sto\s[a-z]+\s(?:[\w-]+\s){0,4}$"
)
_DUE = re.compile(
    r"\b(?:due|set|scheduled|expected|about)\sto\s(?:open|begin|start|meet|convene|resume|take\splace)\b[^;]{0,60}$"
)
# "stands ready for a further meeting in April", "… in April should this prove necessary"
_READY = re.compile(
    r"\bpossible\s$|\b(?:(?:is|are|stands?|remains?)\sready\sfor|in\sfavour\sof|calls?\sfor)\s(?:an?|another|the)\s(?:[\w-]+\s){0,3}$"
)
_IF = re.compile(r"\s(?:should\s|if\s(?:necessary|needed|required|possible)\b)|,\swould\sbe\s")
_AGREED_TO = re.compile(
    r"\b(?:agree[ds]?|agreement|consent(?:ed)?|decided|planned|scheduled|called|proposed|prepar(?:e[ds]?|ing|ations?))\s(?:to|on|for)\s"
    r"(?:an?|another|the\s(?:next|following|second|third))\s(?:(?:new|next|further)\s)?(?:(?!(?:at|during|in)\s)[\w-]+\s){0,4}$"
)
_WHICH = (
    rf"\s+(?:the\s|a\s|its\s)*(?:last\s|previous\s)?(?:{words.ordinal_word()}\s)?"
    r"(?:resumed\s|substantive\s|reconvened\s|special\s)?$"
)
_PART_OF = re.compile(r"\b(?:first|second)\spart\sof" + _WHICH)
_BESIDE = re.compile(
    r"\b(?:before|until|since|pending|next|future|forthcoming|upcoming|press|prior to|first part of|outcome of"
    r"|cycle of)" + _WHICH,
    re.I,
)
# "the opening of a conference convened by Chad on 4 May" is of that day all the same.
_EDGE = re.compile(
    r"\b(?:end|close|closing|closure|conclusion|adjournment) of (?:the|its) (?:[a-z-]+ ){0,3}$"
    r"|\b(?:opening|closing|closure|close|beginning|start|commencement|resumption|end|conclusion|adjournment) of"
    r"(?:\s[a-z-]+)?" + _WHICH,
    re.I,
)
# "the meeting of the General Border Committee of 7 August"
_OF_BODY = re.compile(r"\sof\sthe\s(?:[A-Z][\w’'-]*\s){1,6}?(?:Committee|Commission|Council|Board|Group|Assembly)")
_OPENED = re.compile(
    r"\b(?:opened|closed|adjourned|suspended|ended|began|started|commenced|concluded)\s(?:the|its)\s(?:[\w-]+\s){0,4}$"
)
# "would present them to the session, in June"
_FORESEEN = re.compile(r"\b(?:would|will|shall)\s[^,;]{0,600}$")
# "The donors’ meeting in Tokyo, on 17 December, pledged …"
_SUBJECT_EVENT = re.compile(r"(?:The|An?|Two|Three|Four|Five|Several)\s(?:[\w’'-]+\s){0,5}")
# ", and three rounds of informal consultations, on 9 and 11 April, were facilitated by Belgium"
_AND_ROUNDS = re.compile(
    r",\sand\s(?:an?|the|several|two|three|four|five|six)\s(?:further\s|more\s|final\s)?(?:rounds?\sof\s)?(?:[a-z-]+\s){0,2}$"
)
_WERE_LED = re.compile(
    r",\s(?:which\s)?(?:was|were)\s(?:(?:co-)?facilitated|(?:co-)?chaired|led|conducted|convened|organi[sz]ed|held)\b"
)
_THEN_VERB = re.compile(
    r"(?:,\srespectively)?,\s(?:also\s)?(?:involving|bringing|was|were|had|gave|made|took|brought|led|[a-z]{2,}ed)\b"
)
_AT_FIRST = re.compile(r"(?:At|During)\s(?:[\w-]+\s){1,5}")  # "At three informal meetings, on 4, 5 and 9 May, the …"
# "dialogue at the district level, the Government resumed its programme": a clause of its own
_OWN_CLAUSE = re.compile(
    r",\s(?:(?:the|an?|its)\s)?(?:[A-Z][\w-]*\s){1,4}(?:also\s)?[a-z]{2,}ed\s(?:its|the|an?|that|to)\b"
)
_CALLED_OFF = re.compile(
    r"\s(?:was|were|had\sbeen|has\sbeen|have\sbeen|having\sbeen|(?:had|was|were)\sto\sbe)\s(?:\w+ly\s)?"
    rf"(?:{CALLED_OFF}|called\soff|prevented|blocked)\b"
)
_WRITTEN = re.compile(r"\b(?:submitted|submission\sof)\s[^;,\x01]{1,120}\sto\sthe\s(?:[\w-]+\s){0,3}$")
_AT_ONE = re.compile(r"\bat\s(?:an?|its|their)\s(?:[\w-]+\s){0,3}$")
_BRIEFED_IN = re.compile(r"\bbriefed\s[^,;\x01]{2,60}\s(?:in|during|at)\s(?:[\w-]+\s){0,3}$")
# "as Chair of the high-level political forum": what somebody is
_OFFICER_OF = re.compile(
    r"\b(?:[Cc]o-)?(?:[Cc]hair(?:man|person)?|[Pp]resident|[Rr]apporteur|[Hh]ost|[Ff]acilitator)s?\sof\s(?:the\s)?(?:(?!during\b|at\b|in\b|on\b)[\w-]+\s){0,4}$"
)


@dataclass
class Behind:
    """A date behind an event noun: what stands between (`mid`, `held`, the preposition), and what before the noun."""

    d: Dated
    cue: Cue
    match: re.Match[str]

    @cached_property
    def mid(self) -> str:
        return self.match.group("mid") or ""

    @cached_property
    def held(self) -> str:
        return self.match.group("held") or ""

    @cached_property
    def prep(self) -> str:
        return self.match.group("prep") or "on"

    @cached_property
    def before(self) -> str:
        return self.d.masked[max(0, self.cue.at - 60) : self.cue.at]

    @cached_property
    def after(self) -> str:
        """What follows the date."""
        return self.d.masked[self.match.end() :].lstrip(MARK)

    @cached_property
    def kind(self) -> str:
        return words.noun_types()[self.cue.noun.lower()]

    @cached_property
    def dated_session(self) -> bool:
        """ "At its twenty-eighth session, in May 2002": the month of a session with its ordinal."""
        return _dated_session(self.before, self.d.days)


def is_not_its(n: Behind) -> bool:
    """Whether the date is not the day of the event that the noun names."""
    return any(reason(n) for reason in REASONS)


def _did_not_happen(n: Behind) -> bool:
    """ "rejected the request for a visit on …"."""
    return did_not_happen(n.d.masked, n.cue)


def _leads_to_a_verb(n: Behind) -> bool:
    """ "a seminar organized by the Board and, on 18 October, addressed …": the date leads on."""
    masked, end = n.d.masked, n.match.end()
    return bool(
        re.search(r"\sand,\s(?:on|in|from)\s$", masked[:end]) and TO_A_VERB.match(masked, len(masked) - len(n.after))
    )


def _document_or_act(n: Behind) -> bool:
    """ "a meeting on the report of …", "the visit was postponed on …"."""
    if _IN_ORGAN.search(n.mid) and not n.held:
        return False  # "discussions on my report in the Security Council on 24 August"
    negative = (
        rf"\b(?:{words.negative('documents')}|(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!-)(?:{words.negative('acts')}))\b"
    )
    sent = n.cue.noun.lower().endswith("mission") and re.search(r"\b(?:deployed|sent|dispatched)\b", n.held)
    between = re.sub(r"\baddressed\sby\b", "", n.held) or n.mid  # "a press conference addressed by ministers on"
    return not sent and bool(re.search(negative, between, re.I))


def _completed(n: Behind) -> bool:
    """ "completed a three-month training programme in September": the end of a course."""
    return bool(re.search(r"\bcompleted\s(?:[\w-]+\s){0,3}$", n.before)) and n.kind == "meeting"


def _unreal(n: Behind) -> bool:
    """ "is to hold a meeting on …", "have agreed to another round of talks in June", "due to open on 1 September"."""
    if _DUE.search(n.d.masked, n.cue.to, n.d.at) or (_READY.search(n.before) or _IF.match(n.after)):
        return True
    intended = _INTENDED.search(n.d.masked, max(0, n.cue.at - 200), n.cue.at)
    agreed = intended or (_AGREED_TO.search(n.before) and not n.held)
    return bool(agreed or UNREAL.search(n.before + n.d.masked[n.cue.at : n.match.end()]))


def _reached_there(n: Behind) -> bool:
    """ "the agreement reached within the context of the dialogue on 25 August": the day of the agreement."""
    return bool(_REACHED_IN.search(n.d.masked, max(0, n.cue.at - 120), n.cue.at)) and not n.held


def _consulting(n: Behind) -> bool:
    """ "after an interval for consultation of the laboratories, Baghdad from": no consultations that were held."""
    return n.cue.noun == "consultation" and not n.held and bool(re.search(r"\b(?:for|in|upon|by|through)\s$", n.before))


def _outside_it(n: Behind) -> bool:
    """ "the Tribunal met outside those sessions from 2 to 4 December"."""
    return bool(
        re.search(r"\b(?:outside|besides|apart\sfrom)\s(?:of\s)?(?:those|these|the|its)\s(?:[a-z]+\s)?$", n.before)
    )


def _legislature(n: Behind) -> bool:
    """ "A draft bill was tabled in Congress on 22 April"."""
    return n.cue.noun == "Congress" and not n.mid and not n.held and bool(_IN_CONGRESS.search(n.before))


def _elections(n: Behind) -> bool:
    """ "the elections for the People's Congress, which were held from 3 to 7 May"; "the events of 7 November"."""
    if (n.cue.noun.lower() in ("event", "events") and n.prep == "of") or _MADE_KNOWN.search(n.held):
        return True
    return bool(_ELECTION.search(n.d.masked, max(0, n.cue.at - 90), n.cue.at))


def _first_of_its_days(n: Behind) -> bool:
    """ "Opening the session on 27 January, the President recalled": the first of its days."""
    one = n.kind == "session" and not n.d.is_range and len(n.d.days) == 1
    return one and bool(re.search(r"\b(?:[Oo]pen|[Cc]los)(?:ed|ing)\s(?:the|its)\s(?:[\w-]+\s){0,3}$", n.before))


def _document_on_it(n: Behind) -> bool:
    """ "the report on the meeting of …": the date may be the report's."""
    if _AT_ONE.search(n.before):
        return False  # "presented the report on Chad at a meeting of the mechanism on 7 November"
    # "… the report on the visit to Albania at one meeting and that on the visit to Kenya on 15 December"
    documents = rf"\b(?:{words.negative('documents')}|and\sthat)\s+(?:of|from|on|for)\s+(?:[\w’'-]+\s+){{0,30}}$"
    return not n.held and bool(re.search(documents, n.before))


def _stays(n: Behind) -> bool:
    """ "the deployment of the monitoring mission on 1 October", "the establishment of a high-level panel in May"."""
    noun = n.cue.noun.lower()
    if noun == "field missions" and not n.held and not re.match(r"\s(?:to|by|of)\b", n.mid):
        return True  # "a system introduced in field missions in July": the missions of the Organization
    return noun.endswith(("mission", "panel")) and bool(_STANDS_OUT.search(n.before))


def _panel_sits(n: Behind) -> bool:
    """ "A panel for other claims recommended on 30 October", "nominated by a panel in May": a body, no discussion."""
    if n.cue.noun.lower() != "panel" or n.held:
        return False
    acts = re.match(r"\s(?:for|to|of)\b", n.mid) and VERB_WORD.search(n.mid)
    return bool(acts or re.search(r"ed\sby\san?\s(?:[\w-]+\s)?$", n.before))


def _called_off(n: Behind) -> bool:
    """ "Meetings between the mayor and the opposition on 4 May were cancelled"."""
    return not n.held and bool(_CALLED_OFF.match(n.after))


def _to_be_done(n: Behind) -> bool:
    """ "agreed during the talks to resume them in August", "the end of the mandate to hold a dialogue in May"."""
    return not n.held and bool(_TO_DO.search(n.mid) or _EXPIRY.search(n.d.masked, max(0, n.cue.at - 160), n.cue.at))


def _incident(n: Behind) -> bool:
    """ "the Assembly session in protest of the murder on 4 June": the day of what happened."""
    return not n.held and bool(_happened().search(n.mid))


def _written_to(n: Behind) -> bool:
    """ "submitted a written statement to the fifty-ninth session in March"; nobody need have been there."""
    return n.kind == "session" and bool(_WRITTEN.search(n.d.masked, 0, n.cue.at))


def _festivity(n: Behind) -> bool:
    """ "Several events were held, including celebrations on 28 November"."""
    return bool(festive().search(n.mid) or festive().search(n.held))


def _wrong_preposition(n: Behind) -> bool:
    """ "the meeting with the Ministers of 5 May"; but "the Conference on Haiti of July 2004" names it."""
    named = n.cue.noun[:1].isupper() and not re.search(r"\s(?:with|by|at)\s", n.mid)
    named = named or bool(_OF_BODY.fullmatch(n.mid)) or n.mid == " of the whole"
    return (n.prep == "of" and bool(n.mid) and not n.held and not named and n.kind != "visit") or (
        n.prep == "in" and any(d.precision == "day" for d in n.d.days)
    )


def _before_or_after_it(n: Behind) -> bool:
    """ "prior to its session in May", "the closing of the session on 9 May"."""
    # "the first part of its session, held from 3 to 9 May"
    part = n.held and n.d.is_range and _PART_OF.search(n.before)
    return bool((_BESIDE.search(n.before) and not part) or (not n.held and _EDGE.search(n.before)))


def _comma_leads_on(n: Behind) -> bool:
    """ "Based on the consultations, on 4 February, a committee was formed"."""
    masked, cue = n.d.masked, n.cue
    return bool(
        n.match.group("comma")
        and not _PLACE_COMMA.search(n.mid)
        and n.prep in ("on", "in")
        and not (cue.noun.lower() == "session" and n.dated_session)
        and not n.held
        and not _AT_FIRST.fullmatch(masked, 0, cue.at)
        and not (_SUBJECT_EVENT.fullmatch(masked, 0, cue.at) and _THEN_VERB.match(n.after))
        and not (
            _WERE_LED.match(n.after)
            and (n.after.startswith(", which ") or _AND_ROUNDS.search(masked, max(0, cue.at - 60), cue.at))
        )
        and not GOES_ON.match(n.after)
        and not _ELSEWHERE_ON.match(n.after)
        and not re.match(r",\sby\s", n.after)  # "visits to Tbilisi, on 29 October and 2 May, by the envoy"
    )


def _verb_between(n: Behind) -> bool:
    """ "the meeting decided … on", "the dialogue initiated in": the verb has the date."""
    return not n.held and bool(
        re.search(
            r"\s(?:was|were|had(?!\swith\b)|has|have|is|are|began|made|took|gave|left|went|came|became|saw|led|said|told|brought|rose|fell|broke|yielded|returned)(?:\s|$)",
            n.mid,
        )
        or _PARTICIPLE.search(n.mid)
        or BY_DOING.search(n.mid)
        or DONE_THEN.search(n.d.masked, n.cue.to, n.match.end())
        or _OWN_CLAUSE.search(n.mid)
        or _MET_IN_CLAUSE.search(n.mid)
        or _LAST_DEED.search(n.mid)
        or _OFFICER_OF.search(n.before)
        or _TOLD.search(n.mid)
    )


def _time_between(n: Behind) -> bool:
    """ "a meeting on the attack since …"."""
    mid = re.sub(r"\bsince\s\d{4}\b", "", n.mid) if n.held.startswith(",") else n.mid  # "trends since 1950, held on"
    return bool(
        re.search(r"\b(?:until|since|after|before|prior\sto|following)\b", mid)
        or re.search(r"\b(?:until|since|following\s(?:its|their|his|her))\b", n.held)
        or re.search(r"\b\d{3,4}\shours\b", n.mid)
        or re.search(r"\b(?:annually|every\syear|each\syear)\b", n.mid + n.held)
        or _CONVENING.search(n.d.masked, max(0, n.cue.at - 160), n.cue.at)
    )


def _to_come(n: Behind) -> bool:
    """ "The Seventh Meeting in Baku on 19 December is expected to adopt", "At the meeting on 9 May, Chad will …"."""
    return not n.held and bool(TO_COME.match(n.after))


def _held_in_a_year(n: Behind) -> bool:
    """ "Building on consultations held in 2017 with the parties, on 28 March the President …": the date leads on."""
    return bool(n.match.group("comma") and re.search(r"\bin\s(?:19|20)\d\d\b", n.held))


def _done_then(n: Behind) -> bool:
    """ "a meeting held on sites damaged in March"."""
    between = n.d.masked[n.cue.to : n.match.end()]
    if other_held().search(between) or _AND_DEED.search(n.mid):
        return True
    if WORK_DONE.search(between):
        return True
    return bool(n.held and (DONE_THEN.search(between) or PRODUCT.search(between)))


def _relative_clause(n: Behind) -> bool:
    """ "a visit to assess projects that began on 30 June", "by Ms. Lund, who on 24 July had become Minister"."""
    clause = r"\s(?:that|which|who)(?:\s(?!(?:period|year|month|time|context|regard)\b)|$)"
    return not n.held and bool(re.search(clause, n.mid))


def _no_day_of_a_session(n: Behind) -> bool:
    """ "adopted during the first session of the Assembly on 13 February", "opened its session on 13 February"."""
    if n.kind != "session":
        return False
    days = n.d.days
    one_day = re.search(r"\b(?:special|extraordinary|emergency)\s$", n.before)
    if not n.held and n.prep == "on" and re.search(r"\b(?:adopted|approved|taken)\b", n.before) and not one_day:
        return True
    if (_OPENED.search(n.before) and not n.d.is_range) or _FORESEEN.search(n.d.masked, 0, n.cue.at):
        return True
    # "its special session of 14 March"
    of_day = n.prep == "of" and not n.mid and all(d.precision == "day" for d in days)
    if not (n.held or of_day or n.prep in ("from", "on", "between") or n.dated_session):
        return True
    # "its session held in April and May": as each year
    return len(days) > 1 and all(d.precision == "month" and d.year_from != "stated" for d in days)


def _from_without_end(n: Behind) -> bool:
    """ "the negotiations from 5 May": no end is printed."""
    return n.prep == "from" and not n.d.days[0].parts[3] and n.kind not in ("visit", "session")


def _inside_another(n: Behind) -> bool:
    """ "a briefing at the meeting on …"; "briefed the Council during closed consultations on …": a briefing."""
    if n.kind == "briefing":
        return bool(re.search(r"\b(?:meetings?|consultations)\b", n.mid))
    return n.kind == "consultations" and bool(_BRIEFED_IN.search(n.d.masked, 0, n.cue.at))


REASONS: tuple[Callable[[Behind], bool], ...] = (
    _did_not_happen,
    _leads_to_a_verb,
    _document_or_act,
    _completed,
    _unreal,
    _reached_there,
    _consulting,
    _outside_it,
    _legislature,
    _elections,
    _document_on_it,
    _first_of_its_days,
    _stays,
    _panel_sits,
    _festivity,
    _called_off,
    _to_be_done,
    _incident,
    _written_to,
    _wrong_preposition,
    _before_or_after_it,
    _comma_leads_on,
    _verb_between,
    _time_between,
    _done_then,
    _held_in_a_year,
    _to_come,
    _relative_clause,
    _no_day_of_a_session,
    _from_without_end,
    _inside_another,
)


@cache
def _happened() -> re.Pattern[str]:
    """Whose day it is, where it stands right before a date: "the murder on"."""
    return re.compile(rf"\b(?:{words.negative('incidents')})$")


def _dated_session(before: str, days: list[DateMention]) -> bool:
    """Whether all days are months of a stated year, behind a session with an ordinal, "at its" or "the annual"."""
    ordinal = re.search(
        r"\b(?:[\w-]{1,60}(?:th|st|nd|rd)|first|second|third)\s(?:[\w-]+\s)?$|\b(?:at|during)\s(?:its|their)\s(?:[a-z]+\s)?$"
        r"|\b(?:at|during)\s(?:the|an?)\s(?:[\w-]+\s)?(?:annual|regular|resumed|special|extraordinary|organizational|substantive)\s$",
        before,
    )
    return bool(ordinal) and all(d.precision == "month" and d.year_from == "stated" for d in days)
