"""Fonts whose bytes PDFium takes for those of a Macintosh: "Kosovoís" for "Kosovo’s".

Embedded subsets of fonts without a map to Unicode are read in one of the two old character sets; the wrong one shows in
apostrophes, which English cannot do without. Each font is judged for itself: another in the same file may be right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.read.layout.page import Word

# "Missionís", "ì the parties î": no English word has an í before its last letters.
_WRONG = re.compile(r"[a-z]í(?:s|t|re|ve|ll|d)?[.,;:)]?$|^ì\w|\wî[.,;:)]?$")
_OLD = re.compile("[\x80-\uffff]")


def mend(pages: Sequence[list[Word]]) -> None:
    """Gives the words of such fonts, in place, the characters that are printed."""
    wrong: dict[str, int] = {}
    right: set[str] = set()
    for words in pages:
        for word in words:
            if word.text.isascii():
                continue
            if _WRONG.search(word.text):
                wrong[word.font] = wrong.get(word.font, 0) + 1
            elif "’" in word.text or "“" in word.text:
                right.add(word.font)
    fonts = {font for font, n in wrong.items() if n > 1} - right
    if not fonts:
        return
    for words in pages:
        for i, word in enumerate(words):
            if word.font in fonts and not word.text.isascii():
                words[i] = word._replace(text=_OLD.sub(lambda m: _printed(m[0]), word.text))


@cache
def _printed(char: str) -> str:
    try:
        return char.encode("mac_roman").decode("cp1252")
    except UnicodeError:
        return char
