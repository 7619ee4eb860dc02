"""Letter, body, annexes: where each begins and ends."""

from __future__ import annotations

import re

from extract.model import Block
from extract.segment import drafts
from extract.segment.labels import Label

# Editorial forms of covering letters (ST/DCS/1 and every S/ document of the kind).
_LETTER = re.compile(r"(?:Identical\s+letters?|Letters?|Notes?\s+verbales?)\s+(?:dated|from)\b", re.I)
_ANNEX = re.compile(
    r"(?:Annex|ANNEX|Appendix|APPENDIX|Enclosure|ENCLOSURE)(?:\s+(?:[IVXL]{1,6}|\d{1,2}|[A-Z]))?(?:\s*\[[^\]]*\])?"
    r"\s*+\*{0,3}(?:\s*+[.:–—-]\s*+\S.{0,150})?$"
    r"|Annex(?:es)?(?:\s+[IVXL]{1,6})?\s+to\s+the\s+(?:identical\s+)?(?:letters?|notes?\s+verbales?)\s+dated\s.{0,250}$"
)
_SIGNED = re.compile(r"\(?\s*Signed\s*[):]", re.I)
_LETTER_END = re.compile(r"^(?:Report|Annual report|Addendum|Summary|Contents|I\.)\b")
# What stands above the title on the first page of a document (ST/DCS/1), one item a line.
_MASTHEAD = re.compile(
    r"(?:(?:United Nations|UNITED NATIONS|UNITED$|NATIONS$|Security Council|General Assembly"
    r"|Economic and Social Council|[ASE](?=\s|$)"
    r"|Distr\.?:?(?:\s(?:General|GENERAL|Limited|LIMITED|Restricted))?|GENERAL|LIMITED|RESTRICTED"
    r"|(?:Original|ORIGINAL)\s*:\s*(?:[A-Z][A-Za-z]+(?:(?:/|, | and )[A-Z][A-Za-z]+)*)"
    r"|(?:\w+(?:-\w+)?|\d+(?:st|nd|rd|th)) (?:special )?(?:session|Session|year)"
    r"|(?:Agenda )?[Ii]tems? \d[\d (),a-z]*\*{0,3}|\*?\d{5,}+\*?|\d\d-\d{5}(?:\s\(E\))?(?:\s\d{6})?"
    r"|Official Records|OFFICIAL RECORDS|Supplement No\. ?\d+|Provisional"
    r"|(?<!\S)[A-Z]{1,6}/(?=\S*\d)[\w./()-]+(?:"
    r" \((?:[Ss]ect|SECT|[Vv]ol|Part|PART|Income|INCOME|Plan|PLAN|Prog|Introduction)"
    r"[\w .]*\)(?:/\w+\.\d+)*)?\*{0,3}"
    r"|\d{1,2} [A-Z][a-z]+ \d{4}|\[\d{1,2} [A-Z][a-z]+ \d{4}\]|ENGLISH|English|•"
    r"|French|Spanish|Russian|Arabic|Chinese|and (?=[A-Z])|only$|International Human Rights|Instruments$"
    r"|New York, \d{4}"
    r"|ISSN [\d-]+|Note|Contents|Page|(?:English|ENGLISH) (?:only|ONLY))[\s,]*)+$"
)
_NAME = 8  # characters of a name that says which chapter it is
_CONTENTS_END = 40  # blocks from "Annex" in a table of contents to the first chapter
_CONTENTS = re.compile(r"(?:\.\s?){5,}|…{2,}")


def is_masthead(text: str) -> bool:
    """A line of the masthead: symbol, organ, distribution, date, language, session."""
    return len(text) < 120 and bool(_MASTHEAD.match(text.strip()))


def is_contents(text: str) -> bool:
    """A line of a table of contents: leaders before a page number."""
    return bool(_CONTENTS.search(text))


def is_signature(text: str) -> bool:
    """ "(Signed) Kenzo Oshima"."""
    return bool(_SIGNED.match(text))


def in_signature(text: str, block: Block) -> bool:
    """Whether a block goes on with the signature above it: the posts of the signatory, without a blank line."""
    return (
        not block.in_table
        and block.style not in ("break", "furniture", "footnote")
        and block.gap == 0
        and block.end - block.start <= 160
        and not is_annex_mark(text[block.start : block.end])
        and not is_signature(text[block.start : block.end])
    )


def is_annex_mark(text: str) -> bool:
    """ "Annex", "Annex II", "APPENDIX", "Annex I: List of meetings" — not "Annexed to …"."""
    return bool(_ANNEX.match(text.strip()))


def is_letter_title(text: str) -> bool:
    """ "Letter dated 12 December 2006 from the Chairman …"."""
    return bool(_LETTER.match(text.strip()))


def is_title(text: str, part: str) -> bool:
    """Whether the first lines of a part are its title."""
    text = text.strip()
    if part == "letter":
        return is_letter_title(text)
    return (
        len(text) <= 300
        and not is_masthead(text)
        and not text.endswith((".", ";", ":", ","))
        and not is_letter_title(text)
    )


def is_caption(text: str, *, most: int = 250) -> bool:
    """Whether the block right above a table is its title: a line, not a sentence that ends in a full stop."""
    text = text.strip()
    return len(text) <= most and not text.endswith((".", ";", ",")) and not re.match(r"\d{1,3}\.\s", text)


def parts(text: str, blocks: list[Block], marks: list[Label]) -> list[str]:
    """The part of each block: letter, body, annex_1, annex_2 …, draft_1, draft_2 …

    A letter ends with the signature (and the posts under it), or where an annex or the report's title begins.
    """
    return drafts.parts(text, blocks, marks, _outer(text, blocks, marks))


def _outer(text: str, blocks: list[Block], marks: list[Label]) -> list[str]:
    out: list[str] = []
    part, annexes, signed, opening = "body", 0, False, True
    for i, block in enumerate(blocks):
        words = text[block.start : block.end].strip()
        if block.style == "furniture":  # the menus of a web site, a running header: they begin and end nothing
            out.append(part)
            continue
        if block.in_table:
            out.append("body" if part == "letter" and signed else part)
            part = out[-1]
            continue
        if is_annex_mark(words) and not _in_contents(text, blocks, i):
            annexes += 1
            part = f"annex_{annexes}"
        elif part == "letter" and _letter_is_over(words, block, marks[i], signed):
            part = "body"
        elif part == "body" and opening and is_letter_title(words):
            part = "letter"
            out = [part] * len(out)  # the masthead above belongs to it
        if part == "letter" and is_signature(words):
            signed = True
        opening = opening and not (marks[i].kind == "number" or (len(words) > 60 and words.endswith((".", ";"))))
        out.append(part)
    return out


def _in_contents(text: str, blocks: list[Block], i: int) -> bool:
    """Whether "Annex" is a line of a table of contents.

    Then a line with leaders before its page number follows, or what the first such line names is still to come:
    "I. Introduction......3", "Annex 1. Reporting", "I. Introduction".
    """
    after = [b for b in blocks[i + 1 : i + 6] if b.style != "furniture"]
    if any(is_contents(text[b.start : b.end]) for b in after[:2]):
        return True
    first = next((k for k in range(i) if is_contents(text[blocks[k].start : blocks[k].end])), None)
    if first is None:
        return False
    name = " ".join(_CONTENTS.split(text[blocks[first].start : blocks[first].end])[0].split())

    def names_it(b: Block) -> bool:
        return b.end - b.start < len(name) + 20 and " ".join(text[b.start : b.end].split()).startswith(name)

    return (
        len(name) >= _NAME
        and not any(names_it(b) for b in blocks[first + 1 : i])
        and any(names_it(b) for b in blocks[i + 1 : i + _CONTENTS_END])
    )


def _letter_is_over(words: str, block: Block, mark: Label, signed: bool) -> bool:
    if signed:
        return block.gap > 0 or block.style == "break" or len(words) > 160 or bool(_LETTER_END.match(words))
    return (bool(_LETTER_END.match(words)) and block.gap >= 2) or (mark.kind == "number" and mark.number == "1")
