"""What recognition of pictures mistakes again and again, set right where the words around it leave no other reading.

A symbol begins with a letter, so "$/2006/972" is "S/2006/972"; one State has a name that English letters do not spell;
"On17 June" has a blank in it. A paragraph's number is what its neighbours say: "l." before "2." is "1.", "12," between
"11." and "13." is "12.", and "(ad)" between "(c)" and "(e)" is "(d)". Whatever is changed is marked as doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.read.layout.page import Word

_SYMBOL = re.compile(r"(?<![^(\[“\"])(?:[$§58]|S[$§58])(?=/(?:\d{4}|RES|PRST|PV|AC)[/.][^/]*\d)")
_SLASH = re.compile(r"(?<![^(\[“\"])S(?=(?:199\d|20\d\d)/\d)")
_BRACKETS = re.compile(r"[(\[{][a-z][)\]}]")
_REST = re.compile(r"/(?:\d+|RES|PRST|AC\.\d+)/(?=\S*\d)\S*+")
_COTE = re.compile(r"\bC[^\W\d_]te$")
_CETE = re.compile(r"\bC[^\W\d_a-z]te$")  # no word of English, wherever its line ends
_IVOIRE = re.compile(r"d\WIvoire")
_GLUED = re.compile(r"(on|of|to|and|by|from|until|since|between|before|after)(\d{1,2})", re.I)
_MONTH = re.compile(
    "January|February|March|April|May|June|July|August|September|October|November|December|and$|to$|[–-]"
)
_STRAIGHT = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_CURLY = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_NUMBER = re.compile(r"\d{1,3}\.")
_LIKE_NUMBER = re.compile(r"[\diIlL|!JOosSBbZz]{1,3}[.,:;]?")
_LABEL = re.compile(r"\([a-z]\)")
_LIKE_LABEL = re.compile(r"[(\[{]\S{1,3}[)\]}]")
_DIGITS = str.maketrans("iIlL|!JOosSBbZz", "111111100558622")
_LETTERS = str.maketrans("2@6¢€0", "aabcec")
_SHIFT = 25.0  # points by which one page may lie beside another


def mend(pages: Sequence[list[Word]]) -> None:
    """Sets right the words of the pages of one document, in place."""
    ivoire = any(_IVOIRE.match(w.text) for words in pages for w in words)
    for words in pages:
        _join(words)
        _part(words)
        for i, word in enumerate(words):
            text = _SYMBOL.sub("S", _SLASH.sub("S/", word.text, count=1), count=1)
            if _BRACKETS.fullmatch(text) and text[0] + text[2] not in ("[]", "{}"):
                text = f"({text[1]})"
            if ivoire:
                beside = i + 1 < len(words) and _IVOIRE.match(words[i + 1].text)
                text = (_COTE if beside else _CETE).sub("Côte", text)
            if text != word.text:
                words[i] = word._replace(text=text, doubtful=True)
    _apostrophes(pages)
    _sequence(pages, _number)
    _sequence(pages, _label)


def _apostrophes(pages: Sequence[list[Word]]) -> None:
    """A document has its apostrophes straight or curly: the form of most is that of all."""
    straight, curly = (sum(bool(form.search(w.text)) for words in pages for w in words) for form in (_STRAIGHT, _CURLY))
    if straight and curly > straight:
        for words in pages:
            for i, word in enumerate(words):
                if _STRAIGHT.search(word.text):
                    words[i] = word._replace(text=_STRAIGHT.sub("’", word.text))


def _join(words: list[Word]) -> None:
    """A symbol whose first letter is larger, and so stands apart."""
    for i in range(len(words) - 1, 0, -1):
        first, rest = words[i - 1], words[i]
        near = 0 <= rest.x0 - first.x1 < 0.5 * (rest.bottom - rest.top) and abs(rest.bottom - first.bottom) < 2
        if near and _REST.fullmatch(rest.text) and first.text in ("S", "A", "E", "$", "§"):
            words[i - 1 : i + 1] = [first._replace(text=first.text + rest.text, x1=rest.x1, doubtful=True)]


def _part(words: list[Word]) -> None:
    """A day glued to the word before it: "On17 June"."""
    for i in range(len(words) - 2, -1, -1):
        word = words[i]
        if (glued := _GLUED.fullmatch(word.text)) and _MONTH.match(words[i + 1].text):
            cut = word.x0 + (word.x1 - word.x0) * len(glued[1]) / len(word.text)
            words[i : i + 1] = [
                word._replace(text=glued[1], x1=cut - 1, doubtful=True),
                word._replace(text=glued[2], x0=cut + 1, doubtful=True),
            ]


def _sequence(pages: Sequence[list[Word]], read: Callable[[str], tuple[int, str]]) -> None:
    """Mends the marks at the beginning of lines that the one before and the one after prove."""
    marks: list[tuple[list[Word], int, int, str]] = []
    for words in pages:
        for i, word in enumerate(words):
            place, text = read(word.text)
            if place and _opens(words, i):
                marks.append((words, i, place, text))
    for k, (words, i, place, text) in enumerate(marks[:-1]):
        if text == words[i].text:
            continue
        before = marks[k - 1] if k else None
        after = marks[k + 1]
        follows = before is not None and before[2] == place - 1
        begins = place == 1 and (before is None or before[2] != 1)
        beside = abs(after[0][after[1]].x0 - words[i].x0) < _SHIFT
        if after[2] == place + 1 and (follows or begins) and beside:
            words[i] = words[i]._replace(text=text, doubtful=True)


def _number(text: str) -> tuple[int, str]:
    """What number a word may be, and how it is written; 0 where it is none."""
    if not _NUMBER.fullmatch(text) and not _LIKE_NUMBER.fullmatch(text):
        return 0, ""
    number = int(text.rstrip(".,:;").translate(_DIGITS) or 0)
    return number, f"{number}."


def _label(text: str) -> tuple[int, str]:
    """The same for the letter of a sub-paragraph; of two letters the last counts: "(ad)", "(f£)"."""
    if not _LABEL.fullmatch(text) and not _LIKE_LABEL.fullmatch(text):
        return 0, ""
    letters = re.findall("[a-z]", text[1:-1].translate(_LETTERS))
    if not letters:
        return 0, ""
    return ord(letters[-1]) - 96, f"({letters[-1]})"


def _opens(words: Sequence[Word], i: int) -> bool:
    """Whether a word stands at the beginning of a line, some way before a capital letter."""
    word = words[i]
    size = word.bottom - word.top
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if before and abs(before.bottom - word.bottom) < 0.5 * size and before.x1 < word.x0:
        return False
    return bool(
        after
        and abs(after.bottom - word.bottom) < 0.5 * size
        and after.x0 - word.x1 > 0.35 * size
        and after.text.lstrip("“\"'‘(")[:1].isupper()
    )
