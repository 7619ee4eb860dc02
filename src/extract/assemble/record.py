"""The meeting of which a document is the record: "Summary record of the 9th meeting, held … on Tuesday, 14 October"."""

from __future__ import annotations

import re

from extract.assemble import words
from extract.assemble.clauses import Found
from extract.assemble.holders import Holder
from extract.assemble.sittings import OPENING
from extract.model import Annotated, DateMention, Sentence

_MEETING = re.compile(
    r"(?<!\d)(\d{1,5})\s?(?:st|nd|rd|th)\b(?:\s*\([^()]{1,30}\))?(?:\s+(?:[a-z]+\s+){0,2}meeting\b|$)", re.I
)
# S/PV.5816 is the record of the 5816th meeting; "S/PV.9884 (Resumption 1)" goes on with it.
_OF_SYMBOL = re.compile(r"/(?:PV|SR)\.(\d{1,5})(?:/Add\.\d+|/Rev\.\d+|\s?\(.*\))?$")
_SITS = re.compile(
    r"\b(?:at|from)\s\d{1,2}(?:[.:]\d\d)?\s(?:a\.m\.|p\.m\.)|,\s\d{1,2}(?:[.:]\d\d)?\s(?:a\.m\.|p\.m\.)|\bnoon\b|^\(?Held\b"
)


def meeting(doc: Annotated) -> tuple[Sentence, Found] | None:
    """The meeting of a summary or verbatim record, with its day and number; None for any other document.

    Records have no reporting style of their own: masthead, number, day and hour, place (Editorial Manual, "Meeting
    records"). Of a record what speakers tell of other meetings is read like any text.
    """
    header = doc.header
    if header.kind != "summary_record":
        return None
    number = _OF_SYMBOL.search(header.symbol)
    told = number.group(1) if number else ""
    form = ""
    for segment in doc.segments[:OPENING]:
        passage = doc.passages.get(segment.id)
        if passage is None or segment.kind == "paragraph":
            continue
        form = form or words.format_in(passage.text)
        if not told and (printed := _MEETING.search(passage.text)):
            told = printed.group(1)
        for sentence in doc.sentences.get(segment.id, []):
            days = [m for m in sentence.mentions if isinstance(m, DateMention) and m.first and m.precision == "day"]
            if len(days) == 1 and not days[0].parts[3] and _SITS.search(sentence.text):
                own = Holder(header.issuing_body, header.issuing_body != "")
                return sentence, Found(days, "meeting", form, own, [told] if told else [], single=True, rule="masthead")
    return None
