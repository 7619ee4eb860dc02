"""Which date of a sentence belongs to which event: rules over event words, verbs, prepositions and what stands between.

In each sentence every coordinated date is hidden behind a mark of its own length, so that the patterns see the shape of
the sentence and offsets survive. The patterns are tried from the most to the least certain; a date serves one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from extract.assemble import words
from extract.assemble.cues import MARK, NOT_HELD, ORDINALS, UNREAL, Cue, cues, mask
from extract.assemble.holders import Holder, Holders
from extract.assemble.numbering import numbers
from extract.model import DateMention, Sentence

_PREPOSITION = re.compile(r"(?:^|[\s(,])(on|in|from|between|during|of|over|On|In|From|Between|During|Over)\s$")
# What may stand between "its 5th meeting" and the date.
_AFTER_NUMBER = re.compile(
    r"\)?(?:\s\([^)]*\))?"
    r"(?:\sof\s(?:(?:the\s)?[A-Z][\w -]{0,80}?|(?:its|their|the)\s(?:[\w-]+\s){1,4}session))?,?"
    r"(?:\s(?:which\s)?(?:was|were))?"
    r"(?:\s(?:held|convened))?"
    r"(?:\sin\s(?:private|public)|\s\([\w -]+\))?,?"
    r"(?:\s(?:in|at)\s(?:the\s)?[A-Z][\w ,’'-]{0,60}?)?,?\s(?:held\s)?(?:on|between|from|in)?\s?$"
)
_AFTER_NOUN = re.compile(
    r"(?P<mid>(?:,\s(?:to|with|on)\s[^\x01.;:,]{1,80},(?=\s(?:was|were)\s)|\s(?:with|of|on|to|between|among|at|in|by|for|regarding|concerning)\s[^\x01.;:]{1,260}?)?)"
    r"(?P<held>,?\s(?:(?:was|were|that|which|had|been|also|it|they|he|she)\s){0,3}"
    r"(?:held|convened|organi[sz]ed|conducted|hosted|undertaken|made|carried\sout|took\splace|taken\splace|(?:co-)?chaired|facilitated|deployed|led|called|attended|co-hosted|co-organi[sz]ed)"
    r"(?:\s[^\x01.;]{0,200}?)?)?"
    r"(?P<comma>,?|:)\s(?:(?P<prep>on|of|from|in|between|during)\s|(?:at\sthe\s|that\s|the\s|last\s|this\spast\s)?)$"
)
_CHAIN = re.compile(
    r"(?:,|;|\s|and|as\swell\sas|again|once\smore|subsequently|finally|\([^()\x01]{1,60}\))*\s?(?:on|from|in|between)?\s?$"
)
_PASSIVE_BEFORE = re.compile(
    r"\b(?:was|were)\s(?:also\s)?(?:held|convened|undertaken|organi[sz]ed|conducted|hosted|made)\b[^,;]*$"
)
# What may stand before a date that leads its clause.
_LEADS = re.compile(
    r"(?:^|[,:—]\s|\band\s|\b[Aa]lso\s|\bthen\s|\bwhile\s|\bthat\s)[Oo]n\s$|^(?:In|From|Between|During|Over)\s$"
    r"|(?:,|,?\sand)\s(?:in|from|between|during)\s$"
)
_HEAD = 24  # characters before the noun of a listed visit
_NEAR = 120  # characters
_QUARTER = 92  # days
_FAR = 420  # characters between a date and the verb that it leads
_SOMEBODYS = r"\s(?:an?|the|his|her|its|their|my)\s(?:[\w’'-]+\s){0,4}$"
_DURING = re.compile(rf"\b(?:during|at|in|in\sthe\scourse\sof){_SOMEBODYS}")
_ON_VISIT = re.compile(rf"\b(?:during|on|at|in|in\sthe\scourse\sof){_SOMEBODYS}")
_EARLIER = re.compile(
    r"\b(?:following|after|further\sto|as\sagreed|pursuant\sto|in\saccordance\swith|adopted|taken|reached|agreed)\b"
)
_OWN_DATE = re.compile(
    rf"(?:\sto\s(?:the\s)?[A-Z][\w-]+)?\s(?:in|on|from)\s{MARK}|"
    rf"[^.;{MARK}]{{0,120}},?\s(?:held|hosted|convened|organi[sz]ed)\s[^.;{MARK}]{{0,60}}\b(?:on|from|in)\s{MARK}"
)
_MANNER = re.compile(
    r"[^.;,\x01]{0,40}?(?:\bin\s(?:private|public|camera)|behind\sclosed\sdoors|\(?(?:closed|private|open|public|informal)\)"
    r"|\bat\s(?:the\s)?(?:expert\slevel|level\sof\sexperts)|\b(?:informally|privately|jointly)\b)"
)
_COLLEGE_BEFORE = re.compile(
    r"(?:Committee|Commission|Council|Assembly|Conference|Group|Forum|Board|Panel|committee|conference|members|parties|sides|configuration|council|group|body|mechanism"
    r"|commission|assembly|parliament|platform|board|panel)\b"
    r"(?:\s(?:of|on|for|to)\s[^,]{0,60})?\s(?:was|were)\s(?:also\s|then\s)?$"
)
_OTHER_CLAUSE = re.compile(r"\s(?:that|should|would|will|could|may)\s")
_PARTICIPLE = re.compile(
    r"\b(?!(?:held|convened|organi[sz]ed|hosted|chaired|led|attended|facilitated|sponsored|supported|related|based|entitled|devoted"
    r"|focused|mandated|concerned|affected|interested|displaced|armed|detained|nominated|associated|mediated|need|proposed"
    r"|elected|appointed|advanced|established|accredited|coordinated|so-called)\b)[a-z-]{3,60}(?:ed)\b\s(?:by|in|at|under|on)\b"
)
_RELATIVE = re.compile(r",?\s(?:which|who|whom|whose|where|when)\s[^,]*$")
_PARALLEL = re.compile(r"(?:,|;|,?\sand)\s[^;\x01]{1,240}\s(?:on|from|in|between)\s$")
_WITH_BEHIND = re.compile(
    r"\s(?:with|in|at|to|by|between)\s[^;\x01]{1,200}?(?:,|;|,?\sand)\s(?:[^;\x01]{1,160}\s)?(?:on|from|in|between)\s$"
)
# What was done, by verbs without "-ed"; and what ends so and is no deed.
_DID = "was|were|had|has|did|took|gave|held|met|began|made|left|sent|led|said|went|came"
_NO_DEED = "need|armed|related|interested|accredited|concerned|affected|displaced"
# "and on 6 May the Government resigned": the date leads on to a clause of its own.
_NEW_SUBJECT = re.compile(
    r",?\s(?:the|an?|its|his|her|their|my|he|she|it|they|I|we|[A-Z][\w’'-]*)\s(?:(?!and\b|on\b|with\b|to\b|who\b|which\b|that\b|where\b|when\b)[\w’'·-]+\s){0,8}?"
    rf"(?:{_DID}|(?!(?:{_NO_DEED}|so-called|elected|appointed|associated|united)\b)[a-z-]{{2,}}ed)\b(?!\sby\b)"
)
_SESSION_OF = re.compile(r"\sof\s(?:the\s)?[A-Z]")  # "convened the eleventh session of the Expert Mechanism"
_COURT = re.compile(r"\b(?:Court|Tribunal|Chambers?)\b(?!\sof\sAuditors)")  # its sessions are sittings on cases
_ORDINALS_BEFORE = re.compile(rf"{ORDINALS}\s(?:\([\w -]+\)\s)?(?:[A-Za-z-]+\s){{0,3}}$")
_AND_ITS = re.compile(rf",?\sand\s(?:(?:its|the|their)\s)?({ORDINALS})\s(?!session)")
# "consultations, which started on 24 March and concluded on 3 April"
_THROUGH = re.compile(
    rf"(?:,\s(?:which|that)\s)?\s?(?:began|started|opened|commenced)\s(?:in\s[A-Z][\w-]+\s)?(?:on|in)\s(?P<first>{MARK}+)"
    rf",?\sand\s(?:ended|concluded|closed|finished|was\sconcluded)\s(?:on|in)\s(?P<last>{MARK}+)"
)
# "As agreed at the 134th meeting of the Subcommittee, on 18 March, Iraq transferred": the date leads on.
_AS_AGREED = re.compile(
    r"(?:As\s(?:was\s)?[a-z]+(?:ed|n)|Pursuant\sto|Following|Further\sto|After|In\saccordance\swith|Based\son)\b[^;,]*$"
)
_PLANNED = re.compile(r"\b(?:to\sbe\s(?:held|convened)|scheduled|planned)\b")
_BEHIND_DURING = re.compile(
    r"\s(?:in\s[A-Z][\w’'-]+(?:,?\s[A-Z][\w’'-]+){0,3},?\s)?(?:during|at|on\sthe\smargins\sof)\s(?:the|an?|his|her|their|its)\s"
    r"(?:[\w’'-]+\s){0,5}"
)
# "the chief negotiator in the dialogue": what somebody is, not when something was said.
_PART_IN = re.compile(
    r"\b(?:negotiators?|representatives?|participants?|delegates?|facilitators?|coordinators?|counterparts?|part|engaged)\s$"
)
_STANDS_OUT = re.compile(
    r"\b(?:deployment|establishment|mandate|launch|[Hh]ead|[Cc]hief|members?)\sof\s(?:the\s|an?\s)?(?:[\w-]+\s){0,5}$"
)
_NEXT_CLAUSE = re.compile(r"[,;]\s(?:and|but|while)\s[Oo]n\s$")
# "During the session of the Commission, its Bureau met on 12 March": the Bureau has the date.
_MET_IN_CLAUSE = re.compile(r",\s[^,;]{1,80}\b(?:met|convened|visited|travelled|briefed)\b")
_ENDS = ("ended", "concluded", "completed")
_BEGINS = ("opened", "ended", "began", "started", "commenced", "concluded", "completed")
# "discussed the border with Chad" is no talk with anybody.
_TALKED_WITH = re.compile(
    r"(?<!\bborder)(?<!\bborders)(?<!\brelations)(?<!\bties)(?<!\bcooperation)(?<!\btrade)(?<!\bagreement)(?<!\bagreements)"
    r"(?<!\bconnection)(?<!\bcompliance)(?<!\baccordance)(?<!\bconflict)(?<!\bwar)(?<!\bdealing)\swith\s"
)
_HOLDS_ON = re.compile(
    r"\b(?:held|hosted|convened|organi[sz]ed|conducted|undertook|paid|made|attended|chaired),?\s(?:on|in|from)\s$"
)
_ROUND_OF = re.compile(r"\b(?:[Ii]n|[Dd]uring)\s(?:[\w-]+\s){0,2}$")
_GOES_ON = re.compile(r"\s*(?:[.;)]|\([^)]*\)[.;,]|$|,?\s?and\b|to\b|in\b|at\b|with\b)")
_VISIT_LISTED = re.compile(r"(?::|\sto)\s(?:the\s)?[A-Z][^\x01.;:]{1,80}?(?:,|\s\()\s?$")
_WEB = re.compile(r"\b(?:web|website|webpage|page|link|site)s?\b|https?:|www\.|\b[Aa]vailable\sat\b", re.I)
_AND_NUMBERS = re.compile(rf"({ORDINALS})\s(?:plenary\s)?meetings?,?\sand\s(?:its\s|the\s)?$")
# "Up to the end of its session, on 20 June, the Committee held …": the day of the end.
_END_OF = re.compile(r"\b(?:end|opening|closing|beginning|conclusion|closure)\sof\s[^,;]{1,60},\son\s$")
_OPENED = re.compile(r"\b(?:opened|closed|ended|began|started|commenced|concluded)\s(?:the|its)\s(?:[\w-]+\s){0,4}$")
_FORESEEN = re.compile(r"\b(?:would|will|shall)\s[^,;]{0,600}$")
_DATES_FOR = re.compile(r"\b(?:following|proposed|tentative|provisional)\sdates\b")
_MEETING_OF = re.compile(r"\b(?:meeting|session|sitting)s?\sof\s(?:the\s)?(?:[A-Z][\w’'-]*\s)*$")
_HAS_ITS_DATE = re.compile(rf"(?:(?!\sthat\s|\swhich\s|\swho\s)[^;,{MARK}]){{0,80}}\s(?:from|on|between)\s{MARK}")
# "The donors’ meeting in Tokyo, on 17 December, pledged …"
_SUBJECT_EVENT = re.compile(r"(?:The|An?)\s(?:[\w’'-]+\s){0,5}")
_THEN_VERB = re.compile(r",\s(?:also\s)?(?:was|were|had|gave|made|took|brought|led|[a-z]{2,}ed)\b")
_AT_FIRST = re.compile(r"(?:At|During)\s(?:[\w-]+\s){1,5}")  # "At three informal meetings, on 4, 5 and 9 May, the …"
# "met four times in informal consultations" (annual reports of sanctions committees)
_IN_CONSULTATIONS = re.compile(r"\s(?:[\w-]+\s){0,3}in\s(?:[\w-]+\s){0,2}consultations\b")
_NEXT_VERB = re.compile(r",|\s(?:was|were|had|has|(?!held|convened|organized|hosted|attended)[a-z]{2,}ed)\s")
# "dialogue at the district level, the Government resumed its programme": a clause of its own
_OWN_CLAUSE = re.compile(
    r",\s(?:(?:the|an?|its)\s)?(?:[A-Z][\w-]*\s){1,4}(?:also\s)?[a-z]{2,}ed\s(?:its|the|an?|that|to)\b"
)
# "as Chair of the high-level political forum": what somebody is
_TO_A_VERB = re.compile(
    rf",\s(?!(?:in|at|with|to|by|again)\b)[^.;\x01]{{0,120}}?\b(?:{_DID}|spoke|(?!(?:{_NO_DEED}|united)\b)[a-z-]{{2,}}ed)\b"
)
_WAS_OPENED = re.compile(r"\b(?:was|were)\s(?:opened|closed|introduced|presented)\son\s$")
_MEETING_THEN = re.compile(r",\smeeting\s(?:with\s)?(?:the\s|[A-Z])[^,;\x01]{2,120}?\s(?:on|in)\s$")
_BY_PHONE = re.compile(r"\b(?:by|over the)\s(?:tele)?phone\b")
_BRIEFED_IN = re.compile(r"\bbriefed\s[^,;\x01]{2,60}\s(?:in|during|at)\s(?:[\w-]+\s){0,3}$")
# What somebody does at a meeting.
_SPOKE = re.compile(r"\b(?:briefed|addressed|statements?|presentation|briefings?|spoke|reported|was\sheard|heard)\b")
# "gave a presentation at a seminar": somebody else's
_SPOKE_AT = re.compile(
    r"\b(?:presentations?|statements?|speech|speeches|remarks|address|lectures?|keynote)\s(?:at|during|in)\s"
)
_SPOKE_AT_ONE = re.compile(rf"{_SPOKE_AT.pattern}an?\s(?:[\w’'-]+\s){{0,4}}$")
# "took part in the tenth meeting of …, held from 3 to 5 May, and in the second joint meeting"
_ATTENDED_TOO = re.compile(
    r"\b(?:attended|participated\sin|took\spart\sin)\b[^;]{0,240}\x01,?\sand\s(?:in\s)?(?:the|an?)\s(?:[\w-]+\s){0,6}$"
)
_OFFICER_OF = re.compile(
    r"\b(?:[Cc]o-)?(?:[Cc]hair(?:man|person)?|[Pp]resident|[Rr]apporteur|[Hh]ost|[Ff]acilitator)s?\sof\s(?:the\s)?(?:[\w-]+\s){0,4}$"
)
_DONE_THEN = re.compile(
    r"\b(?!(?:held|convened|hosted|organi[sz]ed|conducted|scheduled|planned|need|indeed)\b)(?:[a-z-]{3,60}ed|begun)\s(?:in|on)\s$"
)
# Who is briefed: "briefed the Committee", "gave a briefing to the Committee".
_TO_WHOM = re.compile(
    r"\s(?:to\s)?(?:members\sof\s)?(?:the\s)?(?P<whom>[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the)\s)*[A-Z][\w’'-]*)*)"
)
_WAS_RECEIVED = re.compile(r"\b(?:was|were|been)\s(?:(?:also|then|later|again|first|both|all|\w+ly)\s){0,2}$")
_WHO_IS_RECEIVED = re.compile(
    r"(?:^|[,\x01]\s)(?:[A-Z][\w’'-]+\s){1,3}$|\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|who|it|It|(?:[Dd]elegations?|[Mm]ission|[Tt]eam|[Mm]embers|[Ll]eaders|[Oo]fficials"
    r"|[Rr]epresentatives|[Aa]mbassadors|[Ee]xperts|[Cc]ommittee|[Gg]roup)(?:\s(?:of|from)\s[^,;\x01]{1,60})?)\s(?:ha[sd]\s)?$"
)
# What stands between "received" and the person; "called on the parties to …" is no visit.
_OBJECT = re.compile(r"\s(?:(?:the|an?|his|her|their|its|my|both|several)\s)?")
_WHOM = re.compile(
    r"(?:him|her|them|(?:[\w-]+\s){0,3}?(?:delegations?|leaders|officials|representatives|ambassadors))\b(?![’']s)"
)
_ATTRIBUTES = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr)·\s)?(?:(?:new|newly|visiting|former|then|outgoing|incoming|interim|acting|appointed|elected|[A-Z][\w’-]+)\s){0,3}"
)
_APPEAL = re.compile(
    r"[^;]{0,250}?\sto\s(?!(?:discuss|review|exchange|brief|express|convey|the|an?|his|her|their|its)\b)[a-z]"
)
# A finite verb, or a word that begins a clause.
_VERB_WORD = re.compile(
    r"\b(?:which|who|whom|whose|where|when|while|that|since|until|after|before|following|was|were|is|are|had|has|have|will|would|could|did|took|gave|held|met"
    r"|began|made|left|sent|led|said|went|came|became|rose|fell|broke|told|wrote|saw|spoke|brought"
    r"|(?!(?:need|proceed|exceed|speed|armed|related|interested|accredited|concerned|affected|displaced|so-called)\b)"
    r"[a-z-]{2,60}ed)\b"
)
_NUMBERS_BEHIND = re.compile(rf"\s\((?:its\s|the\s)?(?P<nums>{ORDINALS})\s(?:plenary\s)?meetings?\)")
_PLACE_IN_BRACKETS = re.compile(r"\s\((?:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*,\s){1,2}$")
_IN_BRACKETS = re.compile(r"\b(session)\s\(\d[^()]*meetings\)[^()]*$")
# "sixty-second session, 3–7 July 2023", "Report of the World Summit …, Johannesburg, 26 August–4 September"
_LISTED = re.compile(
    r"(?:\s(?:of|on|for|to)\s[^\x01.;:]{1,200}?)?(?:,\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*){0,3}(?:,|\s\(|:)\s?$"
)
# "30 June–4 July 2025: Subcommittee of Experts …, sixty-sixth session"
_LISTED_BEHIND = re.compile(r":\s[A-Z][^\x01;]{0,220}$")
_ACTS_ITSELF = re.compile(
    r",?\s(?:the|an?)\s(?:[\w’'-]+\s){0,6}?(?P<noun>Summit|Conference|Congress|Meeting|summit|conference|congress)\b(?![\s]+(?:room|services))"
)
_PART_OF_MONTH = re.compile(r"(?:end|beginning|middle|early|late|mid)\b", re.I)
_OF_MONTHS = ("in", "during", "between", "from", "of")  # prepositions of dates without a day


_ATTRIBUTIVE = re.compile(
    r"\s(?:(?!(?:without|for|with|in|at|to|and|on|by|of|from|after|before)\s)[\w’'-]+\s){0,4}?"
    rf"(?P<noun>{words.any_noun()}|mission)(?![\w-])(?!\s(?:room|agreement|document|report|declaration|accord))"
)


Span = tuple[int, int, list[DateMention]]


@dataclass(slots=True)
class Found:
    """A date, or several, tied to an event in one sentence."""

    days: list[DateMention]
    event_type: str
    format: str
    holder: Holder
    numbers: list[str]
    single: bool = False  # "a meeting on 18 and 19 December": one event of two days
    count: int = 0  # "nine meetings, from 9 to 24 April"
    inner: bool = False  # a debate or a briefing, which may be part of a meeting of that day
    definite: bool = False  # "the meeting": one that was told before
    rule: str = "noun"  # which rule joined the date to the event: how often it is right is known (knowledge/confidence)
    noun_at: int = -1  # where the noun of the event stands, as far as a rule goes by it
    another_kind: bool = False  # "…, and one formal meeting, on 9 May": it goes on from an event of another kind
    through: bool = False  # the days are the first and the last: "started on 24 March and concluded on 3 April"


class Clauses:
    """Joins the dates of sentences to events; `holders` decides whose they are."""

    def __init__(self, holders: Holders) -> None:
        self.holders = holders

    def events(self, sentence: Sentence) -> list[Found]:
        """The dates of a sentence that are days of events, with what is said of each event."""
        days = [
            m for m in sentence.mentions if isinstance(m, DateMention) and m.first and m.precision in ("day", "month")
        ]
        if not days:
            return []
        masked, spans = mask(sentence, days)
        if _DATES_FOR.search(masked):
            return []  # "recommended the following dates for the sessions in 2026"
        events = cues(masked)
        if not events:
            return []
        through = {m.span("first"): m for m in _THROUGH.finditer(masked)}
        out: list[Found] = []
        # Sessions, by their place in `out`, with the numbers of their meetings.
        sittings: list[tuple[int, list[str]]] = []
        chain_from = -1
        for a, b, group in spans:
            if masked[:a].endswith("(") and ";" in sentence.text[a:b] and _far_apart(group):
                continue  # "(24 October 1967; 28 July 2025)": when an item was first and last taken up
            if (
                out
                and chain_from >= 0
                and _CHAIN.fullmatch(masked[chain_from:a])
                and not ("(" in masked[chain_from:a] and any(d.precision == "month" for d in (*out[-1].days, *group)))
                and out[-1].days[-1].cluster != group[0].cluster
                and not (masked[:a].endswith((" on ", " in ", " from ")) and _NEW_SUBJECT.match(masked, b))
                and not (masked[:a].endswith((" and, on ", " and, in ")) and _TO_A_VERB.match(masked, b))
            ):
                if all(d.precision == "month" for d in (*out[-1].days, *group)):
                    out.append(replace(out[-1], days=group))  # "in October 2024 and in December 2024"
                else:
                    out[-1].days.extend(group)  # "from 3 to 9 June and on 12 June"
                chain_from = b
                continue
            named = any(c.how == "numbered" and chain_from <= c.at and c.to <= a for c in events)
            goes_on = chain_from >= 0 and not named and not _MEETING_THEN.search(masked, chain_from, a)
            if goes_on and _is_parallel(gap := masked[chain_from:a], masked[b:]):
                if (other := self._another_kind(masked, events, chain_from, a)) is not None:
                    # "six informal consultations, on …, and one formal meeting, on 9 May"
                    out.append(replace(out[-1], days=group, numbers=[], rule="parallel", **other))
                    chain_from = b
                    continue
                told = out[-1].numbers
                another = _AND_ITS.match(gap) if told else None
                apart = len(told) == 2 and not re.search(r"\bmeetings?\b|\bsessions?\b", gap)
                if not told or apart or another or (len(told) == 1 and out[-1].rule != "numbered"):
                    # "met A in Cairo on 12 March, B in Algiers on 13 March and C on 24 March": one event each;
                    # "its 5th and 6th meetings, in Cairo on 3 May and in Juba on 7 June", "… and its 6th in Juba on …"
                    out[-1] = replace(out[-1], numbers=told[:1])
                    out.append(
                        replace(
                            out[-1],
                            days=group,
                            numbers=numbers(another.group(1)) if another else told[1:],
                            rule="parallel",
                            another_kind=False,
                        )
                    )
                    chain_from = self._sat(masked, out, b, sittings)
                    continue
            chain_from = -1
            if out and out[-1].through and group[0] is out[-1].days[-1]:
                continue
            found = self._through(sentence, masked, events, spans, through.get((a, b)))
            if found is None and not _not_held(masked, a):
                found = self._date(sentence, masked, events, a, b, group)
            if found is not None:
                if found.numbers and (session := _IN_BRACKETS.search(masked[:a])):
                    # "The eightieth session (2109th to 2135th meetings) was held from …": the session, and its meetings
                    out.append(replace(found, event_type="session", numbers=[], format="", single=True))
                    found.holder = out[-1].holder = self.holders.around(
                        sentence, session.start(1), session.end(1), masked
                    )
                out.append(found)
                chain_from = b
                chain_from = self._sat(masked, out, b, sittings)
        for k, told in sittings:
            # "its session on 16 April (59th meeting) and … from 4 to 10 September (60th to 62nd meetings)"
            sat = replace(out[k], numbers=told, event_type="meeting", single=False, rule="numbered")
            if len(out[k].days) == len(told) == 1 and not out[k].days[0].parts[3]:
                out[k] = sat
            else:
                out.append(sat)
        for chain in _chains(out):
            if 1 < chain[0].count == sum(len({d.cluster for d in f.days}) for f in chain):
                # "three visits: two to the lake, from … and from …, and one to Amman, on 2 and 3 July"
                for f in chain:
                    f.count, f.single = 0, True
        out = [
            f
            for f in out
            if not (f.event_type == "session" and _COURT.search(f.holder.body))
            or masked[: max(0, f.noun_at)].endswith("plenary ")  # of its judges
        ]
        return [f for f in out if not _told_by_days(f, out)]

    def _sat(self, masked: str, out: list[Found], b: int, sittings: list[tuple[int, list[str]]]) -> int:
        """Where to go on behind a date that ends at `b`: behind the numbers of a session's meetings, if they follow."""
        behind = _NUMBERS_BEHIND.match(masked, b) if out[-1].event_type == "session" else None
        if behind is None:
            return b
        sittings.append((len(out) - 1, numbers(behind.group("nums"))))
        return behind.end()

    def _another_kind(self, masked: str, events: list[Cue], start: int, end: int) -> dict[str, Any] | None:
        """What a noun with a number or article of its own says of the date behind it, between `start` and `end`."""
        inside = [c for c in events if c.noun and start <= c.at and c.to <= end]
        nouns = ((c, c.to - len(c.noun)) for c in reversed(inside))
        cue, at = next(((c, at) for c, at in nouns if _counted().search(masked[start:at])), (None, 0))
        if cue is None:
            return None
        near = _around(masked, replace(cue, at=at))
        return {
            "event_type": words.noun_types()[cue.noun.lower()],
            "format": words.format_in(near),
            "count": words.count_in(near),
            "single": _is_single(cue.noun),
            "inner": words.is_inner(cue.noun),
            "noun_at": at,
            "another_kind": True,
        }

    def _through(
        self, sentence: Sentence, masked: str, events: list[Cue], spans: list[Span], match: re.Match[str] | None
    ) -> Found | None:
        """An event from its first day to its last: "started on 24 March and concluded on 3 April"."""
        if match is None:
            return None
        days = [d for at, to, group in spans if (at, to) in (match.span("first"), match.span("last")) for d in group]
        nouns = [c for c in events if c.noun and c.to <= match.start() and match.start() - c.to < _NEAR]
        if len(days) != 2 or not nouns:
            return None
        cue = next((c for c in nouns if not re.search(r"[,;]", masked[c.to : match.start()])), nouns[0])
        at = cue.to - len(cue.noun)
        holder = self.holders.around(sentence, at, cue.to, masked)
        kind = words.noun_types()[cue.noun.lower()]
        form = words.format_in(_around(masked, replace(cue, at=at)))
        return Found(days, kind, form, holder, [], single=True, through=True, rule="through")

    def _date(
        self, sentence: Sentence, masked: str, events: list[Cue], a: int, b: int, days: list[DateMention]
    ) -> Found | None:
        """The event that a date belongs to, by the first rule that fits."""
        start = max(masked.rfind(c, 0, a) for c in (";", MARK)) + 1
        before = [c for c in events if start <= c.at and c.to <= a]
        prep = _PREPOSITION.search(masked[max(0, a - 9) : a])
        preposition = prep.group(1).lower() if prep else ""
        # "hosted a meeting that day", "The following day, …", "at the end of January", "Early in February, …"
        bare = not prep and (
            not any(days[0].parts)
            or bool(_PART_OF_MONTH.match(days[0].text))
            or masked[:a].lower().endswith((" last ", " this past "))
        )
        if bare:
            preposition = "in" if days[0].precision == "month" else "on"
        leads_on = masked[b : b + 1] == "," and masked[:a].endswith(", on ")
        for cue in reversed(before):
            if leads_on and _AS_AGREED.match(masked[start : cue.at].lstrip()) and masked[cue.at - 4 : cue.at] != "its ":
                continue
            if cue.how == "numbered" and _AFTER_NUMBER.fullmatch(masked, cue.to, a):
                return self._numbered(sentence, masked, cue, days, masked[cue.at : a])
        for cue in events:
            # "On 20 November, at its 60th meeting, the Committee …"
            if (
                cue.how == "numbered"
                and cue.at >= b
                and re.fullmatch(r",?\s(?:at|during)\s(?:its|the|their)\s", masked[b : cue.at])
            ):
                return self._numbered(sentence, masked, cue, days, masked[cue.at : cue.to])
        if told_at := self._spoken_at(masked, events, a, b):
            return self._numbered(sentence, masked, told_at, days, masked[told_at.at : told_at.to])
        if attributive := _ATTRIBUTIVE.match(masked, b):
            # "the November 2000 joint assessment mission"
            at, to = attributive.span("noun")
            known = re.search(r"\b(?:[Tt]he|[Aa]t|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|of)\s$", masked[:a])
            if known and not UNREAL.search(masked[:a][-60:]):
                noun = masked[at:to]
                holder = self.holders.around(sentence, at, to, masked)
                return Found(
                    days,
                    words.noun_types()[noun.lower()],
                    "",
                    holder,
                    [],
                    single=True,
                    definite=True,
                    rule="attributive",
                )
        if masked[:a].endswith("(") and masked[b : b + 1] == ")":
            earlier = [c for c in events if c.to <= a and c.how in ("passive", "hold", "own")]
            earlier = earlier or [c for c in events if c.to <= a and c.how == "noun" and c.noun.endswith("s")]
            later = [c for c in events if c.at >= b and (c.how == "hold" or (c.how == "noun" and c.noun.endswith("s")))]
            beside = [c for c in events if c.how == "noun" and c.to == a - 2]  # "the Istanbul Summit (16-17 November)"
            near = [*beside, *earlier[-1:], *later[:1]]
            return self._bracket(sentence, masked, near[0], days) if near else None
        if not preposition and (place := _PLACE_IN_BRACKETS.search(masked[:a])) and masked[b : b + 1] == ")":
            # "its third meeting (Accra, 4–7 March)"
            near = [c for c in events if c.how == "noun" and c.to == place.start()]
            if near:
                return self._bracket(sentence, masked, near[0], days)
        if not preposition:
            return self._listed(sentence, masked, events, a, b, days)
        if all(d.precision == "month" for d in days) and preposition not in _OF_MONTHS:
            return None
        # "began negotiations with the Government, and on 24 August, workers resumed work": the date leads on
        next_clause = bool(_NEXT_CLAUSE.search(masked[start:a]) and _NEXT_VERB.match(masked, b))
        nouns = [
            c for c in before if c.how == "noun" and a - c.to <= 360 and not next_clause and not _ends_a_name(masked, c)
        ]
        # In "meetings on the visits … were held on" the first noun is the subject; else the nearest has the date.
        passive = _PASSIVE_BEFORE.search(masked[start:a])
        for cue in (nouns if passive else nouns[::-1])[:3]:
            match = _AFTER_NOUN.fullmatch(masked, cue.to, a)
            found = self._noun(sentence, masked, cue, match, days) if match else None
            if found is not None:
                return found
        if found := self._held_on(sentence, masked, start, a, b, days):
            return found
        verbs = ("passive", "hold", "own", "sitting")
        leads = _LEADS.search(masked[start:a]) and not _END_OF.search(masked[start:a])
        if leads or (bare and a - start <= 8):
            for cue in events:
                if cue.at < b or re.search(rf"[;{MARK}]", masked[b : cue.at]) or cue.at - b > _FAR:
                    continue
                if cue.how in verbs:
                    found = self._verb(sentence, masked, cue, b, True, days)
                elif (
                    cue.how == "noun"
                    and (led := (_ON_VISIT if "visit" in cue.noun else _DURING).search(masked[b : cue.at]))
                    and not _EARLIER.search(masked[b : cue.at])
                    and not _PART_IN.search(masked[b : b + led.start()])
                ):
                    found = self._during(sentence, masked, cue, b + led.start(), days)
                else:
                    continue
                if found is not None:
                    return found
            itself = _ACTS_ITSELF.match(masked, b)
            if itself and _VERB_WORD.search(itself.group()):
                itself = None  # "the organizers postponed the conference"
            if itself and not re.search(rf"\b(?:{words.negative('court')})\s", itself.group(), re.I):
                at, to = itself.span("noun")
                holder = self.holders.around(sentence, at, to, masked)
                return Found(days, words.noun_types()[itself.group("noun").lower()], "", holder, [], True, rule="acts")
        enclosed = masked[:a].endswith((" and, on ", " and, in ")) and _TO_A_VERB.match(masked, b)
        acts = [c for c in events if c.to <= a and c.how == "own"]
        if acts and _MEETING_THEN.search(masked, acts[-1].to, a):
            # "visited Tindouf again, meeting Mr. Ghali on 4 September"
            begins = max((m.end() for m in re.finditer(rf"[;{MARK}]\s*", masked[: acts[-1].at])), default=0)
            holder = self.holders.subject(sentence, begins, acts[-1].at, masked)
            return Found(days, "meeting", "", holder, [], single=True, rule="behind own")
        if next_clause or enclosed:
            return None  # "organized a seminar and, on 18 October, addressed the Board": the date leads on
        for cue in [c for c in reversed(before) if c.how in verbs and a - c.to <= 260][:2]:
            found = self._verb(sentence, masked, cue, a, False, days)
            if found is not None:
                return found
        for cue in events:
            # "on 23 May in Bali during the Ministerial Meeting of …"
            if cue.how == "noun" and cue.at >= b and _BEHIND_DURING.fullmatch(masked[b : cue.at]):
                return self._during(sentence, masked, cue, b, days)
        if re.search(r"\bfollowed\s(?:on|in)\s$", masked[max(0, a - 20) : a]):
            # "This was followed on 26 February by trilateral discussions"
            for cue in events:
                if cue.how == "noun" and re.fullmatch(r"\sby\s(?:an?\s|the\s)?(?:[\w’'-]+\s){0,5}", masked[b : cue.at]):
                    return self._during(sentence, masked, cue, b, days)
        if _attended().search(masked[start:a]):
            # "participated in the capacity-building programme for …, held on 3 September": whatever it is called
            return Found(days, "meeting", "", Holder("", False), [], single=True, rule="attended")
        return None

    def _spoken_at(self, masked: str, events: list[Cue], a: int, b: int) -> Cue | None:
        """ "On 19 May, the Chair briefed the Council at its 6317th meeting": the numbered meeting has the day."""
        if not (_LEADS.search(masked[:a]) or _WAS_OPENED.search(masked[:a])):
            return None
        for cue in events:
            if cue.how != "numbered" or cue.at < b or cue.at - b > _FAR:
                continue
            between = masked[b : cue.at]
            if (
                not re.search(rf"[;{MARK}]|\.\s", between)
                and re.search(r"\s(?:at|during)\s(?:its|the|their)\s$", between)
                and (_SPOKE.search(between) or _WAS_OPENED.search(masked[:a]))
                and not _EARLIER.search(between)
                and not re.match(rf",?\s(?:held\s)?on\s{MARK}", masked[cue.to :])
            ):
                return cue
        return None

    def _held_on(
        self, sentence: Sentence, masked: str, start: int, a: int, b: int, days: list[DateMention]
    ) -> Found | None:
        """ "held on 5 May a meeting with …", "hosted in February a visit by …": the date before what was held."""
        holds = _HOLDS_ON.search(masked, start, a)
        held = _held_behind().match(masked, b) if holds else None
        if holds is None or held is None or UNREAL.search(masked[max(0, holds.start() - 60) : a]):
            return None
        noun, near = held.group("noun"), held.group("adj") + held.group("noun")
        kind = words.noun_types()[noun.lower()]
        if kind == "session":
            return None
        if kind == "visit":
            holder = self.holders.around(sentence, *held.span("noun"), masked)
        else:
            holder = self.holders.subject(sentence, start, holds.start(), masked)
        form, count = words.format_in(near), words.count_in(near)
        return Found(days, kind, form, holder, [], _is_single(noun), count, rule="led hold")

    def _listed(
        self, sentence: Sentence, masked: str, events: list[Cue], a: int, b: int, days: list[DateMention]
    ) -> Found | None:
        """A session or conference with its days behind or before it without a preposition, as lists and titles have."""
        ranged = all(d.parts[3] for d in days)
        for cue in reversed(events):
            kind = words.noun_types().get(cue.noun.lower(), "")
            named = cue.noun[:1].isupper() and kind == "meeting"
            if cue.how == "noun" and kind == "visit" and cue.at <= _HEAD and _VISIT_LISTED.fullmatch(masked, cue.to, a):
                # "Country visit: Tajikistan, 4–9 August 2015"
                holder = self.holders.around(sentence, cue.at, cue.to, masked)
                return Found(days, kind, "", holder, [], single=True, rule="listed")
            if cue.how != "noun" or not (kind == "session" or named) or UNREAL.search(masked[max(0, cue.at - 80) : a]):
                continue
            if cue.to <= a and _LISTED.fullmatch(masked, cue.to, a) and (ranged or kind == "session"):
                pass
            elif not (cue.at >= b and a == 0 and kind == "session" and _LISTED_BEHIND.fullmatch(masked[b : cue.at])):
                continue
            holder = self.holders.around(sentence, cue.at, cue.to, masked)
            return Found(days, kind, "", holder, [], single=True, rule="listed")
        return None

    def _numbered(
        self, sentence: Sentence, masked: str, cue: Cue, days: list[DateMention], phrase: str
    ) -> Found | None:
        if UNREAL.search(masked[max(0, cue.at - 80) : cue.to + 20]) or _PLANNED.search(phrase):
            return None
        kind = "consultations" if "consultation" in cue.noun else "meeting"
        attended = bool(_ATTENDED_TOO.search(masked, 0, cue.at))
        holder = self.holders.around(sentence, cue.at, cue.to, masked, numbered=True, attended=attended)
        told = numbers(f"{cue.numbers} {cue.adj}")
        if earlier := _AND_NUMBERS.search(masked, max(0, cue.at - 80), cue.at):
            told = numbers(earlier.group(1)) + told  # "its 2nd to 6th meetings and 9th to 11th meetings, on …"
        if self.holders.gathering and cue.noun == "Meeting" and cue.numbers[:1].isupper():
            # "the Eighth Meeting, held from 3 to 5 September": one of the conference's own kind
            return Found(days, "session", "", holder, [], single=True, rule="numbered")
        return Found(days, kind, words.format_in(phrase), holder, told, rule="numbered")

    def _during(self, sentence: Sentence, masked: str, cue: Cue, at: int, days: list[DateMention]) -> Found | None:
        """ "On 20 January, the Mission expressed its concern during a visit to …": `at` is where "during" stands."""
        kind = words.noun_types()[cue.noun.lower()]
        if kind == "session" and re.search(
            r"\ban?\s(?:joint|special|emergency|extraordinary|plenary)\s$", masked[at : cue.at]
        ):
            kind = "meeting"  # "during a joint session of the municipal assemblies"
        if kind == "session" or UNREAL.search(masked[at : cue.to]) or _did_not_happen(masked, cue):
            return None
        if _OWN_DATE.match(masked, cue.to):
            return None  # "at the first Conference, hosted on 26 August": it has a date of its own
        spoke = bool(_SPOKE_AT_ONE.search(masked, max(0, at - 60), cue.at))
        holder = self.holders.around(sentence, cue.at, cue.to, masked, attended=spoke)
        told = _numbers_before(masked, cue.at, cue.noun)
        return Found(
            days, kind, words.format_in(masked[at : cue.to]), holder, told, _is_single(cue.noun), rule="during"
        )

    def _noun(
        self, sentence: Sentence, masked: str, cue: Cue, match: re.Match[str], days: list[DateMention]
    ) -> Found | None:
        """ "the meeting of 19 August 2005", "a meeting held on …", "a visit to … from …"."""
        if _did_not_happen(masked, cue):
            return None
        ends = match.end() + len(masked[match.end() :]) - len(masked[match.end() :].lstrip(MARK))
        if re.search(r"\sand,\s(?:on|in|from)\s$", masked[: match.end()]) and _TO_A_VERB.match(masked, ends):
            return None  # "a seminar organized by the Board and, on 18 October, addressed …": the date leads on
        mid, held, prep = match.group("mid") or "", match.group("held") or "", match.group("prep") or "on"
        before = masked[max(0, cue.at - 60) : cue.at]
        negative = (
            rf"\b(?:{words.negative('documents')}|(?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?:{words.negative('acts')}))\b"
        )
        sent = cue.noun.lower().endswith("mission") and "deployed" in held
        if (not sent and re.search(negative, held if held else mid, re.I)) or UNREAL.search(
            before + masked[cue.at : match.end()]
        ):
            return None
        if (
            re.search(rf"\b(?:{words.negative('documents')})\s+(?:of|from|on|for)\s+(?:[\w’'-]+\s+){{0,30}}$", before)
            and not held
        ):
            return None
        named = cue.noun[:1].isupper() and not re.search(
            r"\s(?:with|by|at)\s", mid
        )  # "the Conference on Haiti of July 2004"
        visit = words.noun_types()[cue.noun.lower()] == "visit"
        if visit and cue.noun.lower().endswith("mission") and _STANDS_OUT.search(before):
            return None  # "the deployment of the monitoring mission on 1 October": one that stays
        if (prep == "of" and mid and not held and not named and not visit) or (
            prep == "in" and any(d.precision == "day" for d in days)
        ):
            return None
        if re.search(
            r"\b(?:before|until|since|pending|next|future|forthcoming|upcoming|press|prior to|first part of"
            r"|outcome of|(?:opening|closing|beginning|end|conclusion) of)"
            rf"\s+(?:the\s|a\s|its\s)*(?:{words.ordinal_word()}\s)?(?:resumed\s|substantive\s|reconvened\s|special\s)?$",
            before,
            re.I,
        ):
            return None
        if (
            match.group("comma")
            and prep in ("on", "in")
            and not (cue.noun.lower() == "session" and _dated_session(before, days))
            and not held
            and not _AT_FIRST.fullmatch(masked, 0, cue.at)
            and not (
                _SUBJECT_EVENT.fullmatch(masked, 0, cue.at) and _THEN_VERB.match(masked[match.end() :].lstrip(MARK))
            )
            and not _GOES_ON.match(masked[match.end() :].lstrip(MARK))
        ):
            return None  # "Based on the consultations, on 4 February, a committee was formed": the date leads on
        # A verb between noun and date has the date: "the meeting decided … on", "the dialogue initiated in".
        if not held and (re.search(r"\s(?:was|were|had|has|have|is|are)\s", mid) or _PARTICIPLE.search(mid)):
            return None
        if re.search(r"\b(?:until|since|after|before|prior\sto|following)\b", mid):
            return None
        if held and _DONE_THEN.search(masked[cue.to : match.end()]):
            return None
        if not held and (_OWN_CLAUSE.search(mid) or _MET_IN_CLAUSE.search(mid) or _OFFICER_OF.search(before)):
            return None
        if not held and re.search(r"\s(?:that|which|who)\s(?!(?:period|year|month|time|context|regard)\b)", mid):
            return None  # "a visit to assess projects that began on 30 June": the date of the projects
        kind = words.noun_types()[cue.noun.lower()]
        if kind == "session" and not held and prep == "on" and re.search(r"\b(?:adopted|approved|taken)\b", before):
            return None  # "adopted during the first part of the first session of the Assembly on 13 February"
        if kind == "session" and (
            (_OPENED.search(before) and not any(d.parts[3] for d in days)) or _FORESEEN.search(masked, 0, cue.at)
        ):
            return None  # "opened its session on 13 February"; "would present them to the session, in June"
        if kind == "session" and not (held or prep in ("from", "on", "between") or _dated_session(before, days)):
            return None
        if prep == "from" and not days[0].parts[3] and kind not in ("visit", "session"):
            return None
        near = _around(masked, cue)
        if kind == "briefing" and re.search(r"\b(?:meetings?|consultations)\b", mid):
            return None
        if kind == "consultations" and _BRIEFED_IN.search(masked, 0, cue.at):
            return None  # "briefed the Council during closed consultations": a briefing
        if (
            kind == "session"
            and len(days) > 1
            and all(d.precision == "month" and d.year_from != "stated" for d in days)
        ):
            return None  # "its session held in April and May": as each year
        attended = bool(
            _attends().search(masked, max(0, cue.at - 160), cue.at) or _ATTENDED_TOO.search(masked, 0, cue.at)
        )
        holder = self.holders.around(sentence, cue.at, cue.to, masked, attended=attended)
        # "in follow-up visits to the three countries on 17 and 18 June": one round of them
        single = _is_single(cue.noun) or (visit and bool(_ROUND_OF.search(before)))
        inner, definite = (
            words.is_inner(cue.noun),
            bool(re.search(r"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s(?:[\w-]+\s)?$", before)),
        )
        told = _numbers_before(masked, cue.at, cue.noun)
        form, count = words.format_in(near), words.count_in(near)
        return Found(days, kind, form, holder, told, single, count, inner, definite, noun_at=cue.at)

    def _verb(
        self,
        sentence: Sentence,
        masked: str,
        cue: Cue,
        edge: int,
        first: bool,
        days: list[DateMention],
    ) -> Found | None:
        """A verb with its date: `edge` is where the date ends (`first`: "On 8 May the Chair briefed …") or begins."""
        acts, documents = words.negative("acts"), words.negative("documents")
        subject_at = (
            edge
            if first
            else max((m.end() for m in re.finditer(rf"[;{MARK}]\s*(?:and\s)?", masked[: cue.at])), default=0)
        )
        subject = masked[subject_at : cue.at]
        between = subject if first else masked[cue.to : edge]
        rest = masked[cue.to : cue.to + 200]
        coordinated = first and re.search(r"\band\s(?:\w+ly\s|also\s|then\s)?$", subject)  # "signed it and held …"
        if not coordinated and re.search(
            rf"\b(?:{acts})\b(?!\s(?:by|pursuant|under|to|consultations|meetings?|informal|sessions?)\b)",
            between if first else re.sub(r"^[^,]*,", "", between) if "," in between else between,
        ):
            return None
        if not first and (
            re.search(rf"\b(?:{documents})\s+(?:of|dated)\s*$", between)
            or _RELATIVE.search(between)
            or _OTHER_CLAUSE.search(between)
        ):
            return None
        if not first and UNREAL.search(between):
            return None  # "is provided ahead of the briefing to be held on 26 June"
        if not first and _DONE_THEN.search(between):
            return None  # "consultations were conducted on the reconstruction of sites damaged in March"
        if not first and re.search(
            r"\b(?:since|until|before|after|following)\s(?:the|his|her|their|its)\s[^,]*", between
        ):
            return None  # "heard the testimony of X, a victim since the disappearance of her husband in 2012"
        if UNREAL.search(subject[-60:] + masked[cue.at : cue.to + 10]) or re.search(
            r"\b(?:to|not|never|cannot)\s+(?:\w+ly\s+)?$", subject
        ):
            return None
        if first and re.search(r"\b(?:that|which|who|whom)\s+(?:(?:had|has|have|also|then|last)\s+)*$", subject):
            return None
        if cue.verb == "visited" and _WEB.search(subject):
            return None  # "All web pages visited in December"
        if re.search(r"\bwhom\s(?:[\w’'-]+\s){0,4}$", subject):
            return None  # "the interlocutors with whom it met"
        if first and cue.how != "sitting" and _HAS_ITS_DATE.match(masked, cue.to):
            return None  # "Following the pardon, on 29 March, the Prosecutor visited Guinea from 19 to 21 May"
        if cue.how == "sitting" and re.search(r"\bby\s+$", subject):
            return None
        if cue.how in ("own", "sitting", "hold") and _BY_PHONE.search(re.split(r"[,;.]|\sand\s", rest)[0]):
            return None
        holder = self.holders.subject(sentence, subject_at, cue.at, masked)
        if not first and subject_at and re.fullmatch(r"(?:\s?(?:then|also|later|subsequently)\s)?", subject):
            # "He met A on 2 June and visited B on 4 June": the subject stands before the first verb
            verb = _VERB_WORD.search(masked)
            if verb is not None and verb.start() < subject_at:
                holder = self.holders.subject(sentence, 0, verb.start(), masked)
        if cue.how == "passive":
            kind = words.noun_types()[cue.noun.lower()]
            if _did_not_happen(masked, cue):
                return None
            holder = self.holders.around(sentence, cue.at, cue.at + len(cue.noun), masked)
            near = _around(masked, cue)
        elif cue.how == "own":
            kind = words.verb_types()[cue.verb]
            near = (_MANNER.search(between if not first else rest) or [""])[0]
            if cue.verb == "met" and re.match(
                r"\s+(?:the\s+)?(?:requirements?|criteria|needs?|conditions?|targets?|deadline|expectations|standards)\b",
                rest,
            ):
                return None
            if re.search(r"\b(?:be|been|being)\s$", subject):
                return None  # "the necessary quorum had not been met"
            if cue.verb in words.verb_list("received"):
                passive = _WAS_RECEIVED.search(masked, subject_at, cue.at)
                clause = masked[subject_at : passive.start()] if passive else ""
                guest = not clause.strip(" ,").removeprefix("and") or (
                    passive and self._guest(sentence, masked, subject_at, passive.start())
                )
                if not passive or not guest or not _is_person(sentence, masked, cue):
                    return None  # "the letter was received by the Minister"
                holder = self.holders.subject(sentence, subject_at, passive.start(), masked)
            elif re.search(r"\b(?:was|were)\s(?:also\s|then\s)?$", subject) and not _COLLEGE_BEFORE.search(subject):
                return None  # "An investigation was convened"
            if cue.verb == "met" and (sat := _IN_CONSULTATIONS.match(rest)):
                kind, near = "consultations", sat.group()
            if cue.verb in words.verb_list("stay"):
                purpose = _purpose().match(masked, cue.to)
                if purpose is None:
                    return None
                kind = words.noun_types()[purpose.group("noun")]
                near = purpose.group("adj")
            if cue.verb in words.verb_list("receive") and not _is_person(sentence, masked, cue):
                return None  # "received a letter", "called on the parties to …"
            if (
                cue.verb == "convened"
                and re.match(r"\s+(?:(?:only|again|twice)\s)?(?:to\b|in\b|on\b|by\b|,|$|under|for|at)", rest) is None
            ):
                return None
        elif cue.how == "hold":
            kind = words.noun_types()[cue.noun.lower()]
            begins = cue.verb in _BEGINS or cue.adj.startswith(_BEGINS)  # "had concluded its session"
            if kind == "session" and begins and not any(d.parts[3] for d in days):
                return None  # "opened the 2025 session on 13 February": the first of its days
            if kind == "visit" and cue.verb in _ENDS and not any(d.parts[3] for d in days):
                return None  # "concluded its visit on 10 January"
            if re.search(rf"\b(?:{words.negative('court')})\s(?:[\w-]+\s)?$", cue.adj, re.I):
                return None
            holder = self.holders.itself(masked, cue.to - len(cue.noun)) or holder
            near = cue.adj + cue.noun + (_MANNER.match(rest) or [""])[0]
            if cue.noun in ("event", "forum", "negotiations", "talks") and not holder.is_own:
                near = cue.adj
            if re.search(rf"\b(?:{documents})\b", cue.adj):
                return None
            spoke = _SPOKE_AT.search(cue.adj)
            if (
                spoke
                or cue.verb in words.verb_list("attend") | words.verb_list("assist")
                or (kind == "session" and _SESSION_OF.match(masked, cue.to))
            ):
                holder = self.holders.around(sentence, cue.to - len(cue.noun), cue.to, masked, attended=True)
        else:
            kind = "briefing" if cue.verb.endswith("briefed") else "meeting"
            near = (_MANNER.search(rest[:60]) or [""])[0]
            exchanged = cue.verb in words.verb_list("exchange") and _TALKED_WITH.search(rest)
            if (
                not (holder.is_own or holder.sits or exchanged)
                or re.search(r"\b(?:was|were)\s*$", subject)
                or not subject.strip(" ,")
            ):
                return None
        if kind == "briefing" and (told := _TO_WHOM.match(rest)):
            holder = self.holders.briefed(told.group("whom")) or holder
        elif kind == "briefing" and re.match(r"\s(?:it|its\smembers)\b", rest) and not holder.is_own:
            holder = self.holders.default if not self.holders.personal else holder
        several = cue.verb.startswith(("paid courtesy", "made courtesy"))
        single = _is_single(cue.noun) or (cue.how == "own" and kind != "briefing" and not several)
        opened = cue.how == "passive" and masked[: cue.to].endswith("opened")  # its first meeting
        inner = words.is_inner(cue.noun) or cue.verb == "briefed" or opened
        rule = f"{'led' if first else 'behind'} {cue.how}"
        which = _numbers_before(masked, cue.at if cue.how == "passive" else cue.to - len(cue.noun), cue.noun)
        count = words.count_in(cue.adj) or (words.times_in(rest) if cue.how == "own" else 0)
        found = Found(days, kind, words.format_in(near), holder, which, single, count, inner, rule=rule)
        found.noun_at = cue.to - len(cue.noun) if cue.how == "hold" else cue.at if cue.how == "passive" else -1
        return found

    def _guest(self, sentence: Sentence, masked: str, at: int, to: int) -> bool:
        """Whether somebody who can be received stands before the verb at `to`: a person, a delegation, "he"."""
        if re.search(
            rf"\b(?:{words.negative('documents')}|requests?|proposals?|invitations?|petitions?)\b",
            masked[at:to],
            re.I,
        ):
            return False
        if _WHO_IS_RECEIVED.search(masked, at, to):
            return True
        ends = (
            m.to - sentence.at for m in sentence.mentions if m.label in ("PERSON", "POST", "MISSION", "ORGANISATION")
        )
        return any(at <= end <= to and re.fullmatch(r",?\s?", masked[end:to]) for end in ends)

    def _bracket(self, sentence: Sentence, masked: str, cue: Cue, days: list[DateMention]) -> Found | None:
        """ "three meetings were held … in Sierra Leone (25 August 2005), Burundi (9 December 2006)"."""
        if UNREAL.search(masked[max(0, cue.at - 80) : cue.to]):
            return None
        first, last = days[0].first, days[-1].last
        if first and last and days[0].precision == "month" and (last - first).days > _QUARTER:
            return None  # "the budget for the fiscal year (July 2004-June 2005)"
        kind = words.noun_types()[cue.noun.lower()] if cue.noun else words.verb_types().get(cue.verb, "meeting")
        holder = self.holders.around(sentence, cue.at, cue.to, masked)
        near = masked[max(0, cue.at - 30) : cue.to + 40]
        told = _numbers_before(masked, cue.at, cue.noun) if cue.how == "noun" else []
        return Found(days, kind, words.format_in(near), holder, told, single=cue.how == "own", rule="bracket")


def _chains(found: list[Found]) -> list[list[Found]]:
    """What a sentence tells of, with what goes on from each event behind it."""
    chains: list[list[Found]] = []
    for f in found:
        if chains and f.rule == "parallel" and not f.another_kind:
            chains[-1].append(f)
        else:
            chains.append([f])
    return chains


def _numbers_before(masked: str, at: int, noun: str) -> list[str]:
    """The numbers of meetings that stand before their noun at `at`: "the third high-level meeting", "first three"."""
    if noun.lower() not in ("meeting", "meetings", "plenary", "plenaries", "consultations"):
        return []
    if re.match(r"Meetings?\sof\s(?:the\s)?(?:States|High|Parties|Contracting)", masked[at:]):
        return []  # "the third Meeting of States Parties": its name
    found = _ORDINALS_BEFORE.search(masked[max(0, at - 80) : at])
    if found and re.search(r"\b(?:[Aa]|[Aa]nother)\s$", masked[: max(0, at - 80) + found.start()]):
        return []  # "a second meeting": one more, not the second of a count
    told = numbers(found.group()) if found else []
    return [] if len(told) == 1 and noun.endswith("meetings") else told


@cache
def _counted() -> re.Pattern[str]:
    """ ", and one formal", "and a joint": another event, with what comes between number and noun."""
    numbers = "|".join(words.cardinals())
    held = r"(?:held|convened|undertook|made|paid|conducted|organi[sz]ed|hosted|carried\sout)\s"
    return re.compile(rf"(?:,|\band)\s(?:{held})?(?:an?|another|{numbers}|\d{{1,2}})\s(?:[\w-]+\s){{0,3}}$")


def _around(masked: str, cue: Cue) -> str:
    """The words that make the format of an event noun: those right before it, and "in private" behind it."""
    before = re.split(r"[,.;:\x01]", masked[max(0, cue.at - 50) : cue.at])[-1].split()[-4:]
    noun = masked[cue.at : cue.at + len(cue.noun)]
    manner = _MANNER.match(masked, cue.at + len(noun))
    return f"{' '.join(before)} {noun}{manner.group() if manner else ''}"


def _is_single(noun: str) -> bool:
    """Whether an event noun tells of one event where its days follow each other.

    Meetings, sessions, visits and briefings can be counted by days; "consultations", "talks" and "workshops on 3 and 4
    February" go on over them.
    """
    return bool(noun) and not re.search(r"(?:meeting|session|visit|briefing|plenarie|mission)s$", noun.lower())


def _is_person(sentence: Sentence, masked: str, cue: Cue) -> bool:
    """Whether somebody whom one can meet stands behind a verb: a person, the holder of a post, a delegation."""
    object_ = _OBJECT.match(masked, cue.to)
    if object_ is None or (cue.verb.startswith("called") and _APPEAL.search(masked, cue.to)):
        return False
    place = object_.end()
    if _WHOM.match(masked, place):
        return True
    return any(
        m.label in ("PERSON", "POST")
        and place <= m.at - sentence.at
        and _ATTRIBUTES.fullmatch(masked[place : m.at - sentence.at])
        and not re.match(r"(?:\s[A-Z][\w-]+){0,3}[’']s", masked[m.to - sentence.at :])
        for m in sentence.mentions
    )


@cache
def _held_behind() -> re.Pattern[str]:
    """The event that stands behind its date: " a meeting with the President"."""
    return re.compile(
        r",?\s(?:an?|its|his|her|their|two|three|several)\s(?P<adj>(?:[\w’'-]+\s){0,4}?)"
        rf"(?P<noun>{words.any_noun()})(?![\w-])"
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


@cache
def _attends() -> re.Pattern[str]:
    """That somebody takes part in the event whose noun follows, or helps it on: it is another's."""
    verbs = f"{words.verbs('attend')}|{words.verbs('assist')}"
    return re.compile(
        rf"\b(?:{verbs}|(?:participated|took\spart),\s[^,]{{0,80}},\sin|represented\s[^,;]{{2,60}}?\sat)\s(?:the\s|an?\s)?(?:[\w’'-]+,?\s){{0,8}}$"
    )


@cache
def _attended() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{words.verbs('attend')})\s[^;]{{1,400}},\s(?:(?:which|that)\s)?(?:(?:was|were)\s)?(?:held|took\splace)\s(?:on|from)\s$"
    )


def _ends_a_name(masked: str, cue: Cue) -> bool:
    """ "the nineteenth meeting of the Basin Forum": the meeting has the date, not the forum."""
    return cue.noun[:1].isupper() and bool(_MEETING_OF.search(masked, max(0, cue.at - 120), cue.at))


def _far_apart(days: list[DateMention]) -> bool:
    """Whether two days are more than a quarter apart."""
    first, last = days[0].first, days[-1].first
    return len(days) == 2 and first is not None and last is not None and (last - first).days > _QUARTER


def _told_by_days(month: Found, others: list[Found]) -> bool:
    """ "In September … two side events, on 16 and 17 September": the days say what the month says."""
    if len(month.days) != 1 or month.days[0].precision != "month" or month.event_type == "session":
        return False
    first, last = month.days[0].first, month.days[0].last
    inside = (
        f
        for f in others
        if f is not month
        and (f.noun_at == month.noun_at >= 0 or (f.rule == "bracket" and f.event_type == month.event_type))
    )
    return any(
        first and last and d.first and d.precision == "day" and first <= d.first <= last for f in inside for d in f.days
    )


def _dated_session(before: str, days: list[DateMention]) -> bool:
    """ "At its twenty-eighth session, in May 2002": the month of a session with its ordinal."""
    ordinal = re.search(r"\b(?:[\w-]{1,60}(?:th|st|nd|rd)|first|second|third)\s(?:[\w-]+\s)?$", before)
    return bool(ordinal) and all(d.precision == "month" and d.year_from == "stated" for d in days)


def _not_held(masked: str, at: int) -> bool:
    """Whether the clause before a date says that nothing took place: "the talks would not take place on 18 March"."""
    clause = re.split(rf"[;,{MARK}]", masked[max(0, at - 160) : at].rstrip(" on"))[-1]
    return bool(NOT_HELD.search(clause[-60:]))


def _did_not_happen(masked: str, cue: Cue) -> bool:
    """ "rejected the request for a visit", "a status conference": nothing that took place, or no event."""
    before = masked[max(0, cue.at - 70) : cue.at]
    if re.search(r"\bwith\sa\sview\sto\s[^,;]{0,60}$", before):
        return True
    return bool(
        re.search(rf"\b(?:{words.negative('court')})\s(?:[\w-]+\s)?$", before, re.I)
        or re.search(rf"(?<![\w-])(?:{words.negative('hindered')})\s(?:[\w’'-]+\s){{0,6}}$", before, re.I)
    )


def _is_parallel(gap: str, behind: str) -> bool:
    """Whether the words between two dates go on with the event of the first: no verb, no clause of their own.

    Args:
        gap: what stands between the dates.
        behind: what stands behind the second, which must not lead on to a verb of its own.
    """
    if _VERB_WORD.search(gap) or _NEW_SUBJECT.match(behind):
        return False
    if _PARALLEL.match(gap):
        return True
    # "held consultations on 4 April with the Front, and on 9 May with the Movement"
    goes_on = _WITH_BEHIND.match(gap)
    if goes_on is None or _NEW_SUBJECT.search(re.split(rf"[,;.{MARK}]", behind)[0]):
        return False
    return bool(_GOES_ON.match(behind) or re.match(r",?\s(?:by|between|with|in)\s", behind))
