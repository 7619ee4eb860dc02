"""Whose report a letter or a note conveys: its sender is not who the document tells of.

Annotation guide: "A covering letter that transmits a report: the body of the report." Examples: "to transmit to you
herewith the communiqué of the Seventeenth South Pacific Forum"; "information on the activities of the Conference on
Interaction and Confidence-building Measures in Asia" (A/79/722); "the monthly report on the operations of the
Stabilization Force".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract import lexicon
from extract.model import Passage
from extract.recognise import gazetteers, titles

_FIRST = 60  # passages in which a covering letter, and one that it encloses, end
_PARAGRAPHS = 3  # in which a note says what it conveys
_VERB = r"(?:transmit|convey|forward|enclose|attach|submit|circulate|annex|bring\sto\syour\sattention)"
# The sender does so, not somebody of whom the letter tells: "the letter of Kuwait, which transmitted the statement".
_CONVEYS = re.compile(
    rf"\b(?:honou?r|pleasure|privilege|pleased|(?:wish|like)(?:es|d)?)\b[^.;]{{0,200}}?\b(?:to|of)\s(?:\w+ly\s)?{_VERB}(?:ing|ting)?\b"
    rf"|(?<!that\s)\b(?:I|[Ww]e)\s(?:am\s|are\s)?(?:hereby\s|herewith\s)?{_VERB}(?:ing|ting)?\b|\b(?:[Aa]ttached|[Ee]nclosed|[Aa]nnexed)\s(?:is|are|please|herewith)\b"
)
_THING = (
    r"(?:report|account|chronology|communiqu[eé]|declaration|statement|summary|programme\sof\swork|work\sprogramme|decisions?|conclusions"
    r"|resolutions?|outcome\sdocument|final\sdocument|information|study)"
)
_NAME = r"[A-Z][\w’'-]+(?:\s(?:(?:of|for|on|and|the|in|against|to)\s){0,3}[A-Z][\w’'-]*){0,14}"
_OF = re.compile(
    rf"\b{_THING}\b(?:,?\s(?:dated\s)?(?:of\s)?\d{{1,2}}\s[A-Z]\w+\s\d{{4}},?)?(?:(?!\s(?:of|by|from|on)\s)[^.;]){{0,40}}"
    r"\s(?:of|by|from|(?:adopted|issued|prepared|made)\s(?:by|at)|on\sthe\s(?:work|activities|operations)\sof)\s"
    rf"(?:the\s(?:work|activities|operations)\sof\s)?(?:the\s)?(?P<name>{_NAME})"
)
_NTH = re.compile(
    r"(?:[A-Z]\w{0,12}(?:teenth|tieth|ieth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:-\w+)?|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)\s"
)
_STATE = re.compile(
    r"^National\b|\bFederation$|\b(?:Governments?|Ministry|(?<!Council\sof\s)Ministers?|Permanent|Republic|Kingdom|President|Embassy|Parliament)\b"
)
_PRINCIPAL = frozenset(
    ("Security Council", "General Assembly", "Secretary-General", "United Nations", "Organization", "Council")
)
_LABELS = ("ORGANISATION", "MISSION")


def conveyed(passages: Sequence[Passage]) -> str:
    """The body whose report a covering letter conveys; nothing where it conveys a State's, or none.

    Args:
        passages: the passages of the document in order.
    """
    said = []
    numbered = 0
    for p in passages[:_FIRST]:
        numbered += p.segment.kind == "paragraph" and p.segment.part != "letter"
        if numbered > _PARAGRAPHS:
            break
        if p.segment.kind in ("paragraph", "other"):
            said.append(" ".join(p.text.split()))
    for text in said:
        for sentence in re.split(r"(?<=[a-z)\d])\.\s(?=[A-Z])", text):
            verb = _CONVEYS.search(sentence)
            found = _OF.search(sentence, verb.end()) if verb else None
            if found is not None and (name := _body(found["name"], said)):
                return name
    return ""


def _body(name: str, said: list[str]) -> str:
    """A name as that of a body, in full where the letter has it so; nothing for a State and for principal organs."""
    nth = _NTH.match(name)
    name = name[nth.end() :] if nth else name
    if _STATE.search(name) or name in _PRINCIPAL:
        return ""
    whole = re.compile(rf"(?<!\w){re.escape(name)}\s(?:of|on|for)\s(?:the\s)?{_NAME}")
    longer = [m.group() for text in said for m in whole.finditer(text)]
    named = max([name, *longer], key=len)
    entries = gazetteers.entries().get(lexicon.fold(named), ()) or gazetteers.entries().get(lexicon.fold(name), ())
    listed = any(e.label in _LABELS for e in entries)
    return named if listed or titles.is_body(named) else ""
