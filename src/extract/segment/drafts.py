"""Texts inside a report that number their own paragraphs: resolutions and decisions, reports of working groups."""

from __future__ import annotations

import re

from extract.model import Block
from extract.segment.labels import Label

# How a resolution opens (Editorial Manual, resolutions): the organ, a comma, and then its considerations.
_ENACTS = re.compile(r"[“\"]?The [A-Z][\w ,’'()-]{3,110},$")
_CONSIDERS = re.compile(
    r"[“\"]?(?:\d{1,2}\.\s)?(?:(?:Also|Further|Deeply|Gravely|Strongly|Fully|Again)\s)?"
    r"(?:[A-Z][a-z]+ing\b|Having\b|Concerned\b|Convinced\b|Alarmed\b|Guided\b|Mindful\b|Conscious\b|Aware\b|Determined\b"
    r"|Disturbed\b|Encouraged\b|Dismayed\b|Appalled\b|Cognizant\b|[A-Z][a-z]+s\b)"
)
_BARE = re.compile(r"The (?:[A-Z][\w’'-]*|and|for|of|the|on)(?:\s(?:[A-Z][\w’'-]*|and|for|of|the|on)){1,14}:?")
_TITLED = re.compile(r"(?:Draft\s)?(?:[Rr]esolution|[Dd]ecision)\s(?:\d{1,3}/\d+|[IVX]+|[A-Z]|\d+)\b")
_OPERATES = re.compile(r"(?:(?:Also|Further|Again|Once again|Strongly|Urgently|Solemnly)\s)*[A-Za-z]+s\b(?!,)")
_TITLE = 300
_SENTENCE = 60


def parts(text: str, blocks: list[Block], marks: list[Label], outer: list[str]) -> list[str]:
    """The parts with the resolutions inside the body that number their paragraphs as `draft_1`, `draft_2` …

    One begins with its enacting words ("The General Assembly,"), and the title right above them; it ends where the
    numbers of the body go on, or a lettered or Roman heading follows. A document that is a resolution itself has no
    numbered paragraphs before them, and stays body. So does a text with a title of its own that a paragraph of the body
    announces ("The report of Working Group I reads as follows:") and whose sentences are numbered from 1.

    Args:
        text: the canonical text.
        blocks: its blocks.
        marks: their labels.
        outer: letter, body or annex for each block.
    """
    out = list(outer)
    own = [i for i, part in enumerate(outer) if part == "body" and blocks[i].style not in ("furniture", "footnote")]
    count = body = operative = 0
    inside = sentences = False
    for at, i in enumerate(own):
        words = text[blocks[i].start : blocks[i].end].strip()
        after = next((text[blocks[k].start : blocks[k].end].strip() for k in own[at + 1 : at + 2]), "")
        number = int(marks[i].number) if marks[i].kind == "number" else 0
        if inside and _TITLED.match(words) and not blocks[i].in_table:
            inside = False  # the next resolution or decision begins
        bare = _BARE.fullmatch(words) and after.startswith("1") and _OPERATES.match(after.lstrip("1. "))
        if body and ((_ENACTS.fullmatch(words) and _CONSIDERS.match(after)) or bare) and not blocks[i].in_table:
            count += 1
            inside, sentences, operative = True, False, 0
            above = own[at - 1] if at else -1
            if above >= 0 and not marks[above].kind and not blocks[above].in_table:
                title = text[blocks[above].start : blocks[above].end].strip()
                if len(title) <= _TITLE and not title.endswith((".", ";", ":", ",")):
                    out[above] = f"draft_{count}"
        elif body and number == 1 and not inside and _announced(text, blocks, marks, own, at, body):
            count += 1
            inside, sentences, operative = True, True, 1
            out[own[at - 1]] = f"draft_{count}"
        elif inside and marks[i].kind in ("roman", "capital"):
            inside = False
        elif inside and number:
            goes_on = number == operative + 1
            if number == body + 1 and not (
                goes_on and (sentences or _OPERATES.match(text[marks[i].body : marks[i].body + 60]))
            ):
                inside = False
            elif goes_on:
                operative = number
        if inside:
            out[i] = f"draft_{count}"
        elif number and (number == body + 1 or not body):
            body = number
    numbered = [
        n for n in range(1, count + 1) if any(out[i] == f"draft_{n}" and marks[i].kind == "number" for i in own)
    ]
    names = {f"draft_{n}": f"draft_{k}" for k, n in enumerate(numbered, start=1)}
    out = [names.get(part, outer[i]) if part.startswith("draft") else part for i, part in enumerate(out)]
    if count:  # what stands between two pieces of a draft is of the draft
        for i, part in enumerate(outer):
            if part == "body" and blocks[i].style in ("furniture", "footnote") and i:
                out[i] = out[i - 1] if out[i - 1].startswith("draft") else part
    return out


def _announced(text: str, blocks: list[Block], marks: list[Label], own: list[int], at: int, body: int) -> bool:
    """Whether the block `own[at]`, numbered 1, opens a text that the last paragraph of the body announces.

    An agenda has no title of its own, and its items are no sentences.
    """
    if at < 2:
        return False
    title, above = own[at - 1], own[at - 2]
    for k in own[max(0, at - 3) : at]:  # "Decision 81/21 …", then what it decides, then its numbers
        if _TITLED.match(text[blocks[k].start : blocks[k].end].strip()):
            numbered = [n for n in own[at:] if marks[n].kind == "number"][:2]
            return len(numbered) == 2 and marks[numbered[1]].number == "2"
    words = text[blocks[title].start : blocks[title].end].strip()
    announces = text[blocks[above].start : blocks[above].end].rstrip()
    if marks[title].kind or blocks[title].in_table or len(words) > _TITLE or words.endswith((".", ";", ":", ",")):
        return False
    if marks[above].kind != "number" or marks[above].number != str(body) or not announces.endswith(":"):
        return False
    numbered = [k for k in own[at:] if marks[k].kind == "number"][:2]
    long = all(blocks[k].end - blocks[k].start > _SENTENCE for k in numbered)
    return len(numbered) == 2 and marks[numbered[1]].number == "2" and long
