"""Who took part in an event that the prose tells of, and whether only members did."""

from __future__ import annotations

import re
from functools import cache

from extract.assemble import guest_lists, participants, words
from extract.assemble.cues import INNER_STOP
from extract.model import Participant, Sentence
from extract.recognise import gazetteers

_NAMED = re.compile(
    r"\b(?:with\s+the\s+participation\s+of|in\s+the\s+presence\s+of|invit(?:ed|ing)|attended(?:\s+by)?|was\s+joined\s+by|were\s+joined\s+by|participated|took\s+part|joined\s+the"
    r"|present\s+(?:was|were)|were\s+present|was\s+present|briefed\s+by)\b"
)
# "…, who gave a briefing to the Committee": no guest of its own.
_RELATIVE = re.compile(r",?\s(?:who|which|that|whose|where|during\swhich|at\swhich)\s")
_MEMBERS_ONLY = re.compile(
    r"\b(?:[Nn]o\s+one\s+but|[Nn]one\s+but|[Oo]nly)\s+(?:the\s+)?(?:other\s+)?members\s+of\b"
    r"|\bmembers\s+of\s[^.;]{0,60}\bonly\b|\b(?:limited|restricted|confined)\s+to\s+(?:the\s+)?members\b"
    r"|\bmet\s+among\s+themselves\b|\bno\s+(?:other\s+)?(?:guests|outside participants|non-members)\b"
)
_WHO = r"(?P<who>[^.;]+?)"
_WHO_THEN = r"(?P<who>[^.;]{1,1200}?)"  # where something must follow
_PATTERNS = (
    re.compile(
        r"\b(?:with\s+the\s+participation\s+of|in\s+the\s+presence\s+of|brought\s+together)\s++" + _WHO + r""
        r"(?=(?<!\s)\s+(?:on|at|regarding|concerning)\b|[.;]|$)"
    ),
    re.compile(
        r"\b(?:met|meetings?|consultations|talks|dialogue|discussions)\b"
        r"(?:\s+(?:again|jointly|informally|(?:was|were)\s+(?:also\s+)?held))?\s+with\s++" + _WHO + r""
        r"(?=(?<!\s)\s+(?:to\s+(?:discuss|analyse|analyze|exchange|review|consider)|on\s+(?:the|\d)|regarding|concerning|at\s+the"
        r"|in\s+order)\b|[.;]|$)"
    ),
    re.compile(r"\binvited\s+(?:to\s+(?:that|the|those|its)\s+meetings?,?\s*)" + _WHO + r"(?=[.;]|$)"),
    re.compile(
        r"\binvit(?:ed|ing)\s++(?!to\b)" + _WHO_THEN + r"(?<!\s)\s+to\s+(?:attend|participate|that|the|join|brief)"
    ),
    re.compile(
        r"^(?=(?s:.*?)\s(?:attended|joined\s|participated\s|took\s|were\s|was\s))"
        r"(?:(?:Also|Similarly|Meanwhile|Later|(?:On|In|At|From|Between|During|Throughout|After|Following)\b[^,]{1,90}),?\s){0,3}"
        r"(?P<who>(?!(?:It|He|She|They|We|I)\b)(?!.{0,60}\b(?:meetings?|consultations)\s+(?:was|were)\b).+?)(?:,|(?<!\s))\s+(?:also\s+|then\s+)?"
        r"(?:attended(?!\s+by)|joined\s+the|participated\s+in|took\s+part\s+in|were\s+present\s+at|was\s+present\s+at)\b"
    ),
    re.compile(
        r"\b(?:met|meet|received|conferred with|consulted with|called on)\s+(?!with\b|in\b|on\b|at\b|for\b|to\b|from\b)"
        + _WHO
        + r"(?=[.;]|$)"
    ),
    re.compile(
        r"\b(?:meetings?|talks|consultations|negotiations|discussions|dialogue)\s+between\s+" + _WHO + r"(?=[.;]|$)"
    ),
    re.compile(r"\bbrought\s++" + _WHO_THEN + r"(?<!\s)\s+together\b"),
    re.compile(r"\b[Aa]lso\s+present\s+(?:was|were)\s+" + _WHO + r"(?=[.;]|$)"),
    re.compile(
        r"\b(?:attended\s+by|joined\s+by|briefed\s+by|briefings?\s+(?:by|from))\s++" + _WHO + r""
        r"(?=(?<!\s)\s+(?:on|at|to\s+(?:discuss|consider)|regarding|concerning|in"
        r"|and\s+(?:exchanged|discussed|heard|considered))\b|[.;]|$)"
    ),
)


@cache
def _visitor_patterns() -> tuple[re.Pattern[str], ...]:
    """The presiding officer who made a visit; these count only where the sentence tells of one."""
    presiding = words.alternatives(list(gazetteers.presiding_posts()))
    return (
        re.compile(
            rf"\b(?:undertaken|made|led|conducted|paid)\s+by\s+(?:the\s+)?(?P<who>(?:{presiding})\b[^.;,]*?)"
            r"(?=(?<!\s)\s+(?:from|on|to|in|between|during)\b|[.;,]|$)"
        ),
        re.compile(
            rf"(?:^|,\s)(?:[Tt]he\s)?(?P<who>(?:{presiding})\b"
            r"(?:\s+of\s+the\s+[A-Z][\w ]{1,200}?)?)(?<!\s)\s+(?:then\s|also\s)?"
            r"(?:made|undertook|paid|conducted|visited|travelled)\b"
        ),
    )


def members_only(text: str) -> bool:
    """Whether a sentence says that nobody but members took part."""
    return bool(_MEMBERS_ONLY.search(text))


def guests(sentence: Sentence, body: str, start: int = 0, end: int | None = None) -> tuple[Participant, ...]:
    """Those with whom somebody met, or who were invited, as atomic participants.

    Args:
        sentence: the sentence.
        body: the issuing body.
        start, end: the part of the sentence that tells of the event, where it tells of several kinds.
    """
    match = _phrase(sentence.text[start:end])
    if match is None:
        return ()
    lead = re.match(r"in addition to\s+|including\s+", match.group("who"))
    first = sentence.at + start
    at = first + match.start("who") + (lead.end() if lead else 0)
    relative = _RELATIVE.search(match.group("who"))
    to = first + (match.start("who") + relative.start() if relative else match.end("who"))
    return _items(sentence, at, to, body)


def between(sentence: Sentence, at: int, to: int, body: str) -> tuple[Participant, ...]:
    """The guests that stand between two dates: "met A in Cairo on 12 March, B in Algiers on 13 March".

    Args:
        sentence: the sentence.
        at, to: where the one date ends and the next begins, in the passage.
        body: the issuing body.
    """
    lead = re.compile(r"[\s,;]*(?:and\s+)?(?:with\s+)?").match(sentence.passage.text, at)
    return _items(sentence, lead.end() if lead else at, to, body)


def _items(sentence: Sentence, at: int, to: int, body: str) -> tuple[Participant, ...]:
    found = [
        item
        for a, b in guest_lists.parts(sentence.passage.text, at, to, sentence.mentions)
        for item in participants.parse(sentence.passage, sentence.mentions, body, at=a, to=b).items
    ]
    return tuple(item for item in found if guest_lists.whole(item))


def added(sentence: Sentence, body: str) -> tuple[Participant, ...]:
    """The guests that a further sentence on an event names."""
    return guests(sentence, body) if _NAMED.search(sentence.text) else ()


def _phrase(text: str) -> re.Match[str] | None:
    """The first pattern that fits, its group `who` the guests."""
    text = INNER_STOP.sub("·", text)  # "met with Mr. Sarr"
    if re.search(r"\bvisit|\btravel|\bmission\b", text):
        for pattern in _visitor_patterns():
            if match := pattern.search(text):
                return match
    return next((match for pattern in _PATTERNS if (match := pattern.search(text))), None)
