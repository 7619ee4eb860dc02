"""Events that are named by a noun: "a meeting", "its 5th meeting", "the visit", "sixty-second session, 3–7 July"."""

from __future__ import annotations

import re
from functools import cache

from extract.assemble import words
from extract.assemble.clauses.against import Behind, is_not_its
from extract.assemble.clauses.found import Dated, Found
from extract.assemble.clauses.shapes import (
    ATTENDED_TOO,
    QUARTER,
    SPOKE_AT,
    TO_COME,
    VERB_WORD,
    around,
    did_not_happen,
    is_single,
    numbers_before,
)
from extract.assemble.cues import CALLED_OFF, MARK, ORDINALS, UNREAL, Cue
from extract.assemble.numbering import consecutive, numbers

_DEFINITE = re.compile(rf"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s(?:(?!{words.ordinal_word()}\s)[\w-]+\s){{0,2}}$")
_BY_WHOM = re.compile(
    r"\s(?:which|that)\s(?P<who>he|she|it|they|I|we|the\s(?:two\s|three\s)?(?:parties|sides|leaders|delegations|members|communities|Governments|Presidents|Ministers)"
    r"|(?:the\s)?[A-Z][\w’'/-]{1,40}(?:\s(?:(?:of|for|on|and|the)\s){0,2}[A-Z][\w’'/-]{1,40}){0,8})\s(?:had\s|have\s|has\s)?"
    r"(?:convened|held|hosted|chaired|organi[sz]ed|called|conducted|undertaken|undertook|paid|devoted|dedicated)\b"
)
_ADOPTED_BY = re.compile(
    r"\bby\s(?:the\s)?(?P<who>[A-Z][^,;\x01]{2,80}?)\s(?:at|during|in)\s(?:the|an?|its)\s(?:[\w-]+\s){0,4}$"
)
_HUNDREDS = re.compile(
    r"\b(?:\d{1,3},\d{3}|[1-9]\d\d)\s(?:[a-z-]+\s){0,3}$"
)  # "1,204 meetings from 1 July to 30 June": a claim
_HEAD = 24  # characters before the noun of a listed visit
_OWN_DATE = re.compile(
    rf"(?:\sto\s(?:the\s)?[A-Z][\w-]+|\sof\s[^.;,{MARK}]{{1,60}})?\s(?:in|on|from)\s{MARK}|"
    rf"[^.;{MARK}]{{0,120}},?\s(?:held|hosted|convened|organi[sz]ed)\s[^.;{MARK}]{{0,60}}\b(?:on|from|in)\s{MARK}"
)
_OF_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s(?:[\w’-]+\s){0,4}$"
)
_AT_A_MEETING = re.compile(r"[^;,\x01]{0,120}\s(?:at|during)\s(?:an?|the|its)\s(?:[\w-]+\s){0,3}meeting\b")
_PLANNED = re.compile(r"\b(?:(?:to|will|would|shall)\sbe\s(?:held|convened)|scheduled|planned)\b")
_ROUND_OF = re.compile(r"\b(?:[Ii]n|[Dd]uring)\s(?:[\w-]+\s){0,2}$")
_VISIT_LISTED = re.compile(r"(?::|\sto)\s(?:the\s)?[A-Z][^\x01.;:]{1,80}?(?:,|\s\()\s?$")
_AND_ITS = re.compile(
    r",\sand\s(?:at\s)?(?:its|the)\s$"
)  # "…, at which it read papers to be submitted, and its 8th meeting"
_AND_NUMBERS = re.compile(rf"({ORDINALS})\s(?:plenary\s)?meetings?,?\sand\s(?:its\s|the\s)?$")
_NUMBER_BRACKET = re.compile(rf"(?<![\w-])(?P<nums>{ORDINALS})\s\($")
_SPOKE_AT_ONE = re.compile(rf"{SPOKE_AT.pattern}an?\s(?:[\w’'-]+\s){{0,4}}$")
# "sixty-second session, 3–7 July 2023", "Report of the World Summit …, Johannesburg, 26 August–4 September"
_LISTED = re.compile(
    r"(?:\s(?:of|on|for|to)\s[^\x01.;:]{1,200}?)?(?:,\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*){0,3}(?:,|\s\(|:)\s?$"
)
# "30 June–4 July 2025: Subcommittee of Experts …, sixty-sixth session"
# "National training workshop on accounts, Bogotá, 2 and 3 October 2024 (virtual)": an entry of a list
_ENTRY = re.compile(
    r"[–—•“(]?\s?(?!(?:[\w-]+\s){0,4}(?:[Rr]eport|[Ss]tatement|[Nn]ote|[Ll]etter|[Oo]utcome|[Ss]ummary|[Pp]roceedings|[Dd]eclaration"
    r"|[Pp]ublication|[Rr]ecommendation|[Dd]ecision|[Rr]esolution)s?\b)[A-Z][^;:\x01]{0,240}"
)
# "will consider the report on the field visit to Chad (2 to 6 December 2024)": the visit was
_REPORT_ON = re.compile(r"\breports?\s(?:on|of|from)\s(?:the\s|its\s)?(?:[\w’'-]+\s){0,4}$")
_ENTRY_ENDS = re.compile(r"(?:\s\([^()\x01]{1,60}\)|,\s[^;:.\x01]{1,100})?[.;]?\s?$")
_EVENT_BEHIND = re.compile(
    r"(?:,?\s(?:from\s)?\d[\w.· –-]{1,40}?(?:m\.|noon))?"  # hours
    r":\s(?:[Tt]he\s|[Aa]n?\s)?(?:(?!report|letter|note|statement|publication|launch)[\w’'-]+\s){0,4}$"
)
_TO_THERE = re.compile(r"\sto\s(?:the\s)?[\w’'-]+(?:\s[\w’'-]+){0,4},\s")
_CALLED_OFF = re.compile(rf"[^,;.]{{0,60}}?\s{CALLED_OFF}\b")
_LISTED_BEHIND = re.compile(r":\s[A-Z][^\x01;]{0,220}$")


def numbered(d: Dated, cue: Cue, phrase: str) -> Found | None:
    """A meeting with its number: "At its 5th meeting, on 12 March"; `phrase` says of what format it is."""
    masked = d.masked
    begins = cue.at if _AND_ITS.search(masked, max(0, cue.at - 20), cue.at) else max(0, cue.at - 80)
    if UNREAL.search(masked[begins : cue.to + 20]) or _PLANNED.search(phrase):
        return None
    if TO_COME.match(masked, d.to):
        return None
    kind = "consultations" if "consultation" in cue.noun else "meeting"
    attended = bool(ATTENDED_TOO.search(masked, 0, cue.at))
    holder = d.holders.around(d.sentence, cue.at, cue.to, masked, numbered=True, attended=attended)
    told = numbers(f"{cue.numbers} {cue.adj}")
    if earlier := _AND_NUMBERS.search(masked, max(0, cue.at - 80), cue.at):
        told = numbers(earlier.group(1)) + told  # "its 2nd to 6th meetings and 9th to 11th meetings, on …"
    if d.holders.gathering and cue.noun == "Meeting" and cue.numbers[:1].isupper():
        # "the Eighth Meeting, held from 3 to 5 September": one of the conference's own kind
        return Found(d.days, "session", "", holder, [], single=True, rule="numbered")
    return Found(d.days, kind, words.format_in(phrase), holder, told, rule="numbered")


def noun(d: Dated, cue: Cue, match: re.Match[str]) -> Found | None:
    """ "the meeting of 19 August 2005", "a meeting held on …", "a visit to … from …"."""
    n = Behind(d, cue, match)
    if is_not_its(n) or _HUNDREDS.search(n.before):
        return None
    holder = d.holders.around(d.sentence, cue.at, cue.to, d.masked, attended=_attended(d, cue))
    if by := _BY_WHOM.search(d.masked, cue.to, d.at):  # "the meeting on Chad which I convened in Geneva on …"
        # "adopted by the Council of the League at the extraordinary meeting which it had held"
        whose = _ADOPTED_BY.search(d.masked, 0, cue.at) if by["who"] == "it" else by
        if whose:
            holder = d.holders.subject(d.sentence, whose.start("who"), whose.end("who") + 1, d.masked)
    # "in follow-up visits to the three countries on 17 and 18 June": one round of them
    single = is_single(cue.noun) or (n.kind == "visit" and bool(_ROUND_OF.search(n.before)))
    definite = cue.noun.islower() and bool(_DEFINITE.search(n.before))
    told = numbers_before(d.masked, cue.at, cue.noun)
    near = around(d.masked, cue)
    form, count, inner = words.format_in(near), _count(n), words.is_inner(cue.noun)
    return Found(d.days, n.kind, form, holder, told, single, count, inner, definite, noun_at=cue.at)


def _attended(d: Dated, cue: Cue) -> bool:
    """Whether the subject took part in somebody else's event: "took part in the meeting of special procedures"."""
    at = cue.to - len(cue.noun)
    return bool(_attends().search(d.masked, max(0, at - 160), at) or ATTENDED_TOO.search(d.masked, 0, at))


def _count(n: Behind) -> int:
    """How many events the words before the noun say: "two virtual technical advisory group meetings"."""
    clause = re.split(rf"[,.;:\x01]|\s(?:of|in|with|from|{words.verbs('hold')})\s", n.before)[-1]
    return words.count_in(" ".join(clause.split()[-7:])) if n.cue.noun.endswith("s") else 0


def during(d: Dated, cue: Cue, at: int) -> Found | None:
    """ "On 20 January, the Mission expressed its concern during a visit to …": `at` is where "during" stands."""
    masked = d.masked
    kind = words.noun_types()[cue.noun.lower()]
    if kind == "session" and re.search(
        r"\ban?\s(?:(?:joint|special|emergency|extraordinary|plenary)\s)?$", masked[at : cue.at]
    ):
        kind = "meeting"  # "during a joint session of the municipal assemblies"
    if kind == "session" or UNREAL.search(masked[max(0, at - 40) : cue.to]) or did_not_happen(masked, cue):
        return None
    if kind == "briefing" and _AT_A_MEETING.match(masked, cue.to):
        return None  # "in her briefing to the Council at a meeting of the Union": the meeting has the day
    if _OF_MONTH.search(masked, at, cue.at):
        return None  # "the pledges made at the July donors conference"
    if any(d_.parts[4] and d_.precision == "month" for d_ in d.days):
        return None  # "From November until January, observers were lent to the mission to Chad"
    if _OWN_DATE.match(masked, cue.to):
        return None  # "at the first Conference, hosted on 26 August": it has a date of its own
    spoke = bool(_SPOKE_AT_ONE.search(masked, max(0, at - 60), cue.at))
    holder = d.holders.around(d.sentence, cue.at, cue.to, masked, attended=spoke or _attended(d, cue))
    told = numbers_before(masked, cue.at, cue.noun)
    form = words.format_in(masked[at : cue.to])
    return Found(d.days, kind, form, holder, told, is_single(cue.noun), rule="during")


def bracket(d: Dated, cue: Cue, attended: bool = False) -> Found | None:
    """ "three meetings were held … in Sierra Leone (25 August 2005), Burundi (9 December 2006)".

    `attended` where the item of a list may be somebody else's event.
    """
    masked, days = d.masked, d.days
    if UNREAL.search(masked[max(0, cue.at - 80) : cue.to]) and not _REPORT_ON.search(masked, 0, cue.at):
        return None
    first, last = days[0].first, days[-1].last
    if first and last and (last - first).days > QUARTER:
        return None  # "the budget for the fiscal year (July 2004-June 2005)"
    kind = words.noun_types()[cue.noun.lower()] if cue.noun else words.verb_types().get(cue.verb, "meeting")
    holder = d.holders.around(d.sentence, cue.at, cue.to, masked, attended=attended or _attended(d, cue))
    near = masked[max(0, cue.at - 30) : cue.to + 40]
    told = numbers_before(masked, cue.at, cue.noun) if cue.how == "noun" else []
    if "meeting" in cue.noun and (which := _NUMBER_BRACKET.search(masked, max(0, d.at - 60), d.at)):
        told = numbers(which.group("nums"))  # "At its 3rd (4 May) and 4th (6 June) meetings"
    # "workshops in Lomé (3 and 4 May) and Accra (15 and 16 May)": one at each place
    single = cue.how == "own" or (bool(cue.noun) and is_single(cue.noun))
    # "visits to Bangui (14–16 May) and Birao (17 and 18 May)": one to each place
    single = single or (kind == "visit" and d.has_bracket and consecutive(days))
    return Found(days, kind, words.format_in(near), holder, told, single=single, rule="bracket")


@cache
def _press() -> re.Pattern[str]:
    """A newspaper before the date: "Summit ends without a deal, Financial Times, 4 May"."""
    return re.compile(rf",\s(?:[A-Z][\w’.-]*\s|of\s|the\s){{0,4}}(?:{words.negative('press')}),\s$")


def is_entry(masked: str, at: int, to: int) -> bool:
    """Whether a date is the end of an entry of a list, a line without a verb: "Workshop on accounts, Bogotá, 2 May"."""
    return (
        masked[:at].endswith(", ")
        and not _press().search(masked, 0, at)
        and bool(
            _ENTRY.fullmatch(masked, 0, at) and _ENTRY_ENDS.match(masked, to) and not VERB_WORD.search(masked, 0, at)
        )
    )


def listed(d: Dated) -> Found | None:
    """A session or conference with its days behind or before it without a preposition, as lists and titles have."""
    masked, a, b = d.masked, d.at, d.to
    ranges = all(x.parts[3] for x in d.days)
    # "… 17 November 2022: webinar with": the next line of a list
    whole_day = masked.startswith(": ", b) and all(x.year_from == "stated" and x.precision == "day" for x in d.days)
    for cue in reversed(d.cues):
        if cue.how != "noun":
            continue
        kind = words.noun_types().get(cue.noun.lower(), "")
        if kind == "visit" and cue.at <= _HEAD and _VISIT_LISTED.fullmatch(masked, cue.to, a):
            # "Country visit: Tajikistan, 4–9 August 2015"
            holder = d.holders.around(d.sentence, cue.at, cue.to, masked)
            return Found(d.days, kind, "", holder, [], single=True, rule="listed")
        if kind == "visit" and ranges and cue.to <= a and _TO_THERE.fullmatch(masked, cue.to, a):
            # "since his last visit to the area, 3–9 March 1992"
            holder = d.holders.around(d.sentence, cue.at, cue.to, masked)
            return Found(d.days, kind, "", holder, [], single=True, rule="listed")
        if cue.at >= b and _CALLED_OFF.match(masked, cue.to):
            continue  # "September 2020: conference cancelled because of the pandemic"
        if (a == 0 or whole_day) and cue.at >= b and kind != "session" and _EVENT_BEHIND.fullmatch(masked[b : cue.at]):
            # "15 June 2022: meeting with the President of the Assembly"
            holder = d.holders.around(d.sentence, cue.at, cue.to, masked, attended=not d.holders.gathering)
            return Found(d.days, kind, "", holder, [], single=True, rule="listed")
        quoted = masked.rfind("“", 0, cue.at) > masked.rfind("”", 0, cue.at)  # the title of a publication
        if cue.noun.endswith("s") and kind != "consultations" and all(x.precision == "month" for x in d.days):
            continue  # "Meetings of the Committee, January–July 2009": the title of a list
        if kind in ("meeting", "consultations", "briefing") and cue.to <= a and not quoted and is_entry(masked, a, b):
            holder = d.holders.around(d.sentence, cue.at, cue.to, masked)
            return Found(d.days, kind, "", holder, [], single=True, rule="listed")
        named = cue.noun[:1].isupper() and kind == "meeting"
        if not (kind == "session" or named) or UNREAL.search(masked[max(0, cue.at - 80) : a]):
            continue
        if re.match(rf"(?:\W|\([a-z]\)\s)*(?:{words.alternatives(words.in_company('group'))})\b", masked, re.I):
            kind = "meeting"  # "Pre-sessional working group for the ninety-first session: 24–28 February"
        behind = cue.to <= a and _LISTED.fullmatch(masked, cue.to, a) and (ranges or kind == "session")
        if not behind and not (
            cue.at >= b and a == 0 and kind == "session" and _LISTED_BEHIND.fullmatch(masked[b : cue.at])
        ):
            continue
        holder = d.holders.around(d.sentence, cue.at, cue.to, masked)
        return Found(d.days, kind, "", holder, [], single=True, rule="listed")
    return None


@cache
def _attends() -> re.Pattern[str]:
    """That somebody takes part in the event whose noun follows, or helps it on: it is another's."""
    verbs = f"{words.verbs('attend')}|{words.verbs('assist')}"
    return re.compile(
        rf"\b(?:{verbs}|(?:participated|took\spart),\s[^,]{{0,80}},\sin|represented\s[^,;]{{2,60}}?\sat)\s(?:the\s|an?\s)?(?:[\w’'-]+,?\s){{0,8}}$"
    )
