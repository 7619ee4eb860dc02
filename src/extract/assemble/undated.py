"""Events of the body that the prose tells of without a date."""

from __future__ import annotations

import re

from extract.assemble import cues, guests, words
from extract.assemble.holders import Holders
from extract.assemble.subjects import subject_in
from extract.model import DateMention, Sentence, Telling

_DURING_VISIT = re.compile(
    r"\b(?P<verb>[Ii]n the course of|[Dd]uring)\s+(?:his|her|its|their|the|that)\s+(?:[\w-]+\s)?(?P<noun>visit)\s+to\b"
)
_VISITED = re.compile(
    r"\b(?P<verb>made|undertook|paid|conducted|visited|travelled)\b"
    r"(?:\s+(?:a|an|the|special|field|official|joint)){0,3}\s*(?P<noun>visits?|mission|trip)?"
)
_ONE = re.compile(
    r"\b(?:[Oo]ne|[Aa])\s+(?:[\w-]+\s+){0,2}?(?P<noun>meeting|consultation|briefing)\s+"
    r"(?:was\s+(?:also\s+)?held|took\s+place)\s+with\b"
    r"|\b(?:further\s|also\s)?(?P<met>met)\s+with\s+the\s+[A-Z]"
    r"|\bat\s+an?\s+(?:[\w-]+\s+){0,2}?(?P<noun4>meeting)\s+with\b"
    r"|\b[Oo]ne\s+of\s+(?:the|its|those)\s+(?P<noun3>meeting)s\s+(?:brought\s+together|was\s+(?:held\s+)?with)\b"
    r"|\bheld\s+(?:one|a)\s+(?:[\w-]+\s+){0,2}?(?P<noun2>meeting)\s+with\b"
)


def undated(sentence: Sentence, holders: Holders) -> Telling | None:
    """An event of the body told without a date: "made a special visit to the Mission", "One meeting was held with …".

    Args:
        sentence: the sentence.
        holders: decides whose event it is.
    """
    if any(isinstance(m, DateMention) for m in sentence.mentions) or cues.UNREAL.search(sentence.text):
        return None
    text = sentence.text
    visit = _DURING_VISIT.search(text) or _VISITED.search(text)
    one = _ONE.search(text)
    if visit and (visit.group("noun") or visit.group("verb") in ("visited", "travelled")):
        led = visit.group("verb").lower() in ("in the course of", "during")
        # "In the course of his visit to Angola, the Chair met …": the subject stands behind the comma.
        at, to = (max(visit.end(), text.find(",", visit.end()) + 1), len(text)) if led else (0, visit.start())
        holder = holders.subject(sentence, at, to, text)
        kind = "visit"
    elif one:
        holder = holders.around(sentence, one.start(), one.end(), text)
        nouns = (one.group(name) for name in ("noun", "noun2", "noun3", "noun4"))
        kind = words.noun_types()[next(filter(None, nouns), "meeting")]
    else:
        return None
    if not holder.is_own:
        return None
    start, end = sentence.passage.span(sentence.at, sentence.to)
    return Telling(
        source="narrative",
        segment=sentence.passage.segment,
        start=start,
        end=end,
        event_type=kind,
        body=holder.body,
        is_own=True,
        subject=subject_in(sentence),
        participants=guests.guests(sentence, holders.body),
        countries=sentence.countries,
    )
