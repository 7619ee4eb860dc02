"""What a sentence says that its event dealt with: a noun phrase behind "considered", "to discuss", "workshop on"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extract.assemble import words
from extract.model import DateMention, Mention, Sentence

_OBJECT_VERB = (
    r"(?:discussed|considered|reviewed|examined|took\sup)"
    r"(?:\sand\s[a-z]+ed)?(?:\sby\sconsensus)?(?=\s(?!(?:that|whether|it)\b))"
)
# Words behind which the subject stands; documents and bodies have names with "concerning" of their own.
_CUE = re.compile(
    r"(?<![\w-])(?=[cdefort])(?:"  # each of them begins so
    rf"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!\bbe\s)(?<!\bbeing\s)(?<!\bis\s)(?<!\bare\s)(?<![\w-]){_OBJECT_VERB}"
    r"|\bto\s(?:discuss|consider|review|examine|analyse)(?=\s)"
    r"|\bon\sthe\s(?:topic|subject|question|issue)s?\sof(?=\s)|\bon(?=\sthe\ssituation\s(?:in|of|surrounding)\s)"
    r"|\b(?:concerning|regarding|devoted\sto|entitled|focus(?:ed|ing)\son|discussing|on\sthe\s(?:theme|topic)(?:\sof)?(?=\s[“\"]))(?=\s)"
    r")"
)
_NAMES_A_DOCUMENT = re.compile(
    r"\b(?:[Rr]esolutions?|[Cc]ommittee|[Ll]etters?|[Nn]otes?|[Rr]eports?|[Dd]ecisions?|[Cc]onvention|[Dd]eclaration"
    r"|[Pp]apers?|[Dd]ocuments?|[Mm]emorandum|[Ss]tatements?|[Ii]nformation|[Dd]raft)\b[^,;]{0,60}$"
)
_EVENT_OR_ITEM = re.compile(
    r"(?i)\b(?:items?|sub-?items?|topic|theme|subject|meetings?|workshops?|seminars?|conference|session|event|forum|symposium"
    r"|debate|discussions?|dialogue|round\stable|webinar|panel|consultations?|retreat|briefings?|hearings?|courses?)\b"
    r"[^,;]{0,50},?\s?$"
)
# "discussed at its third session lists of issues": where it was discussed stands before what was.
_WHERE_FIRST = re.compile(
    r"\s(?:at|during|in)\s(?:its|their|the|that|this)\s[^,;]{0,50}?\b(?:meetings?|session|consultations),?(?=\s)"
)
_FIRST_WORDS = re.compile(
    r"\s(?:(?:further|also|again|inter\salia|in\sdetail|jointly|extensively|informally|together|separately)\b,?\s?)+"
)
_WITH = re.compile(r"\swith\s")
_OF_TOPIC = re.compile(r"\s(?:the|how|ways|issues|possible|various|modalities|matters|progress|preparations)\s")
# What ends the noun phrase.
_END = re.compile(
    r"(?=[;:.,\s])(?:"  # each of them begins so
    r"[;:]\s|(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)(?<!No)(?<!Nos)\.\s"
    # a meeting: "at its 3rd meeting"
    r"|,?\s(?:at|during|in|on)\s(?:its|their|the|an?|his|her|that|this|each|three|two|several)\s(?:[^,;\s]+,?\s){0,8}?"
    r"(?:meetings?|sessions?|plenary|plenaries|consultations|informals|visit|mission)\b"
    r"|,?\s(?:at|during)\s(?:which|an?|his|her|its|their)\b"
    # "considered the matter at informal meetings", "reviewed the list in informal consultations"
    r"|,?\s(?:at|during|in|through)\s(?:[a-z-]+\s){0,2}(?:meetings|sessions|consultations)(?=[,;.]|$|\s(?:held|on|with|and|convened)\b)"
    # a symbol, a reference
    r"|,?\s\((?:see\b|[AES]/|\d+(?:st|nd|rd|th)\b|document|agenda|hereinafter|the\s)"
    # a relative clause
    r"|,?\s(?:(?:in|of|to|at|on|for|by|from|with|during|under|through)\s)?(?:which|who|whom|whose)\b"
    r"|,\s(?:where|when|while|whereas|but|so|if|although|since|because|including\sat|namely\sat)\b|\s(?:when|while|whereas|because|although)\s"
    r"|\sthat\s(?:the|an?|it|they|he|she|we|I|there|was|were|is|are|had|has|have|would|will|could|may|might|should|can|must|did"
    r"|[a-z]{2,}(?:ed|s)\s(?:the|an?|to|in|by|on|from|with|their|its|his|her))\b"
    # a participle clause
    r"|,\s(?:(?:also|further|thus|thereby|again|and)\s)?[a-z]{3,}(?:ed|ing)\s"
    r"(?:the|an?|his|her|its|their|that|by|to|on|in|at|with|from|for|under|as|of\sthe\sneed|all|both|upon|inter\salia|how|what)\b"
    r"|,?\s(?:held|convened|organi[sz]ed|hosted|attended|chaired|co-chaired|facilitated|led|contained|prepared|submitted|introduced"
    r"|circulated|presented|issued)\s(?:in|on|at|from|by|with|under|as|pursuant|jointly)\b"
    r"|,\s(?:taken|made|given|held|(?!(?:including|concerning|regarding|relating|training|funding|housing|planning)\b)[a-z]{2,}ing)\s(?!and\b|or\b)"
    r"|,?\srelating,|\sbegan\b|\sto\sbe\b"
    # another verb
    r"|,?\s(?:(?:was|were|is|are|had|has|have|will|would|did)\s|(?:took|takes)\splace\b)"
    r"|,?\sand\s(?:(?:also|then|further|again|subsequently|thereafter|it|they|he|she|I|we|unanimously|\w+ly)\s)*"
    r"(?:held|took|gave|made|met|heard|had|was|were|began|led|sent|put|set|came|went|saw|said|agreed|decided|stated|noted"
    r"|adopted|requested|recommended|approved|expressed|welcomed|concluded|endorsed|called|urged|elected|visited|travelled"
    r"|found|reached|received|encouraged|reaffirmed|reiterated|emphasized|stressed|underlined|underscored|to)[\s,]"
    r"|,?\sand\s(?:\w+ly\s)?[a-z]{3,}ed\s(?:the|an?|his|her|its|their|that|to|with|by|on|in|upon|for|him|them|all|at)\s"
    r"|,?\sand\s(?:it|they|he|she|we|I)\s"
    # circumstances
    r"|,?\s(?:with\sa\sview\sto|in\sorder\sto|so\sas\sto|in\sthe\spresence\sof|in\saccordance\swith|pursuant\sto|prior\sto"
    r"|in\sparallel\swith|on\sthe\s(?:margins|sidelines|basis|occasion)\sof|with\sthe\s(?:participation|support|aim|assistance)\sof"
    r"|in\s(?:collaboration|cooperation|partnership|coordination)\swith|under\s(?:the|agenda)|for\sthe\s(?:first|second|third|last)\stime"
    r"|following\s(?:the|its|his|their)|as\s(?:contained|requested|mandated|set\sout|orally|well\sas\sto)|on\sbehalf\sof|in\slight\sof"
    r"|in\sresponse\sto|jointly\swith|together\swith)\b"
    # those who took part
    r"|(?<!\brelations)(?<!\bcooperation)(?<!\bdialogue)(?<!\bborder)(?<!\bcompliance)(?<!\bpartnership)(?<!\bengagement)"
    r"(?<!\bagreement)(?<!\bcoordination)(?<!\bcollaboration)(?<!\bconnection)(?<!\bregard)(?<!\bnegotiations)(?<!\bties)"
    r"(?:\s(?:separately|jointly|further))?\swith\s(?:the\s|several\s|other\s|\d+\s)?"
    r"(?:(?:[\w-]+\s){0,3}(?:representatives|members|officials|leaders|judges|delegations|ambassadors|authorities|prosecutors"
    r"|participants|stakeholders|partners)\b|[A-Z])"
    r"|\sfor\s(?:\d|(?:[\w-]+\s){0,2}(?:participants|members|representatives|officials|officers|journalists|judges|prosecutors)\b)"
    r"|\sto\s(?:the\s)?(?:members\s|Security\sCouncil|Council|Committee|Commission|Board|Working\sGroup|Assembly|diplomatic)\b"
    r"|,\s(?:also\s)?(?:in|at|under|on|with|for|as|by|through|following|after|before|until|from)\s(?!well\b)"
    r")"
)
_PREPOSITION = re.compile(
    r",?(?:\s(?:on|in|from|between|during|until|since|by|at|for|the|of|early|late|mid|both|held|and)){0,20}\s?$"
)
_PART_OF_NAME = re.compile(r"\b(?:of|dated|the)\s$|\($")  # "the events of 28 May", "the 5 May agreement"
_NO_NOUN = re.compile(
    r"(?:by|at|with|in|on|from|during|for|and|or|under|as|of|to|into|separately|jointly|further|also|together|it|them|this"
    r"|these|those|that|him|her|us|both|all(?!\s(?:the\s)?(?:agenda\s)?items\b)|each|such|inter\salia|again|only|no|not|possible|necessary|appropriate|essential"
    r"|important|favourably|carefully|whether)\b(?!-)",
    re.I,
)
_SAME = re.compile(
    r"(?:the\s|this\s|that\s|these\s|those\s)?(?:same\s|above\s|(?:two|three|four|five)\s)*(?:matters?|issues?|items?|questions?|subjects?|topics?"
    r"|proposals?|texts?|documents?|drafts?|papers?|request)(?:\s(?:further|referred\sto.*|set\sout.*|in\s(?:detail|question)))?"
    # "met on six occasions", "on the mornings of 2 and 3 March"
    r"|(?:[\w-]+\s){1,2}occasions|(?:the\s)?(?:mornings?|afternoons?|evenings?)(?:\s.*)?",
    re.I,
)
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,400}?),?[”\"]")
# "agenda item 5 (e), entitled “…”": the title says what was discussed.
_ITEM = re.compile(
    r"(?:the\s|its\s)?(?:(?:agenda|sub-?)\s?)?(?:items?|topic|theme|question)\s?(?:\d+(?:\s?\([a-z]+\))*(?:\sof\sits\sagenda)?)?,?\sentitled\s(?=[“\"])"
)
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?)\s(?=\S)")
_LONGEST = 200


@cache
def _on() -> re.Pattern[str]:
    """An event with its subject right behind it: "consultations on X", "briefed the Council on X"."""
    noun = words.noun()
    return re.compile(
        rf"(?<![\w-])(?:(?:{noun}|presentations?|views)|briefed\s[^,;]{{3,80}}?"
        rf"|(?:{noun})\s(?:with|among|between|for|of|by|in|at)\s[^,;]{{3,120}}?)\s(?P<on>on)"
        r"(?=\s(?!(?:the\s)?(?:margins|sidelines|basis|occasion|ground|spot|behalf|periphery|fringes|eve|first|last|second"
        r"|request|invitation|recommendation|same|days?|\d|this|that|these|those|an?\s(?:regular|weekly|monthly|daily))\b))"
    )


_ON_THE_THEME = re.compile(r"on\sthe\s(?:theme|topic)")
# "a meeting on 3 May, at which cooperation in trade was also discussed"
_AT_WHICH = re.compile(
    r",?\s(?:at|during)\swhich\s(?P<what>(?!(?:it|he|she|they|we|I|there|time)\b)[^,;.]{4,160}?)\s(?:was|were)\s(?:also\s)?"
    r"(?:discussed|considered|reviewed|addressed|raised|examined|debated)\b"
)
_ON = re.compile(r"\son\s(?!\d)")
# A name goes on with "on": "the Committee on Missing Persons", "the Special Rapporteur on torture".
_NAMED_ON = re.compile(
    r"\b(?:[Cc]ommittee|[Ss]ub-?[Cc]ommittee|[Cc]ommission|[Gg]roup|[Cc]onference|[Ee]xpert|[Rr]apporteur|[Aa]dviser|[Tt]eam|[Ff]orum"
    r"|[Ee]nvoy|[Rr]epresentative|[Cc]oordinator|Council|Panel|Mechanism|Force|Unit|Office|Department|Network|Convention|Agreement"
    r"|Mission|Initiative|Platform|Institute|Centre|Board|Programme|Partnership|Alliance|Working\sParty)s?\s$"
)


def subject_in(sentence: Sentence) -> str:
    """The subject of the event that a sentence tells of, as printed and without its article, or nothing."""
    text = sentence.text
    if text.endswith((".", ";")):
        text = text[:-1]
    for cue in _cues(sentence, text):
        word, before = cue.group(), text[: cue.start()]
        if word == "entitled" and not _EVENT_OR_ITEM.search(before):
            continue
        if word in ("concerning", "regarding") and _NAMES_A_DOCUMENT.search(before):
            continue
        if found := _phrase(text, cue.end(), sentence, titled=word == "entitled"):
            return found
    if (passive := _AT_WHICH.search(text)) is not None and not _NO_NOUN.match(passive.group("what")):
        return _ARTICLE.sub("", passive.group("what"), count=1)
    return ""


def _cues(sentence: Sentence, text: str) -> Iterator[re.Match[str]]:
    """The cues of a sentence, the surer ones first."""
    on_something = _on().finditer(text) if _ON.search(text) else ()
    for found in (_CUE.finditer(text), on_something):
        for cue in found:
            on = max(cue.start(), text.find("on", cue.end() - len("on"))) if cue.group().endswith("on") else -1
            if on < 0 and cue.group().startswith("on "):
                on = cue.start()
            theme = _ON_THE_THEME.match(cue.group())  # "the Conference on the theme “Rain”"
            if on >= 0 and not theme and (_NAMED_ON.search(text, 0, on) or _inside(sentence, on)):
                continue
            yield cue


def _inside(sentence: Sentence, at: int) -> bool:
    """Whether a word stands inside a name: "the Office on Drugs"."""
    return any(m.at < sentence.at + at < m.to for m in sentence.mentions)


def _phrase(text: str, at: int, sentence: Sentence, titled: bool) -> str:
    """The noun phrase that begins behind a cue."""
    for lead in (_WHERE_FIRST, _FIRST_WORDS):
        if skipped := lead.match(text, at):
            at = skipped.end() - (text[skipped.end() - 1] == " ")
    if _WITH.match(text, at):
        at = _behind_guests(text, at, sentence.mentions, sentence.at)
    at += len(text[at:]) - len(text[at:].lstrip())
    if item := _ITEM.match(text, at):
        at, titled = item.end(), True
    quoted = _QUOTED.match(text, at)
    if titled or quoted:
        return quoted.group(1).strip() if quoted else ""
    end = min([_ends(text, at), *_dates(text, at, sentence.mentions, sentence.at)])
    phrase = text[at:end].rstrip(" ,(–-—")
    if len(phrase) > _LONGEST:
        cut = max(phrase.rfind(", ", 30, _LONGEST), phrase.rfind(" and ", 30, _LONGEST))
        phrase = phrase[:cut] if cut > 0 else ""
    phrase = phrase.rstrip(" ,")
    if _NO_NOUN.match(phrase) or _SAME.fullmatch(phrase) or len(phrase) < 4:
        return ""
    return _ARTICLE.sub("", phrase, count=1) if _ARTICLE.match(phrase) else phrase


def _ends(text: str, at: int) -> int:
    """Where the noun phrase ends: at the first word that cannot be of it, outside quotation marks."""
    quotes = [m.span() for m in _QUOTED.finditer(text, at)]
    for end in _END.finditer(text, at):
        if not any(a < end.start() < b for a, b in quotes):
            return end.start()
    return len(text)


def _dates(text: str, at: int, mentions: Iterable[Mention], offset: int) -> Iterable[int]:
    """Where the dates behind `at` begin, with their prepositions."""
    for m in mentions:
        place = m.at - offset
        if not isinstance(m, DateMention) or place < at or m.precision not in ("day", "month"):
            continue
        if not _PART_OF_NAME.search(text[at:place]):
            led = _PREPOSITION.search(text[at:place])
            yield place - len(led.group()) if led else place


def _behind_guests(text: str, at: int, mentions: Iterable[Mention], offset: int) -> int:
    """Behind "with the President" where the subject follows: "discussed with the President the situation in …"."""
    ends = sorted(m.to - offset for m in mentions if m.label != "DATE" and m.at - offset >= at)
    return next((to for to in ends if _OF_TOPIC.match(text, to)), at)
