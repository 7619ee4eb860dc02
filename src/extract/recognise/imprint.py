"""A masthead that was typed or scanned: its words are known, so that they are found amid what recognition made of them.

Source: reports of 1989 to 1999 as the Official Document System has them, page images with the text of a recognition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from extract.model import Passage

# Words that the masthead has on every document, in lower case.
_WORDS = (
    *("united", "nations", "general", "assembly", "security", "council", "economic", "social", "distr", "limited"),
    *("restricted", "original", "english", "french", "spanish", "russian", "arabic", "chinese", "and", "corrigendum"),
)
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
    "december",
)
_SYMBOL = re.compile(r"(?<!\w)[A-Za-z$]{1,2}[.\s]?/[\w./-]+(?:\s/[\w./-]+)?")
_TOKEN = re.compile(r"[^\W\d_][\w'’]*")
_ALIKE = 0.7  # share of letters in common with a word of the masthead
_STRAY = 2  # letters: what is no longer is a speck on the page
_LINE = 120  # characters
_AUTHOR = "report of the secretary-general"
_OTHERS = ("report of the security council", "report of the special committee", "report of the committee on")
_ALIKE_TITLE = 0.78
# Only the Secretary-General has such: "my Special Representative reported"; "my report of 9 May 1991" to the Council.
_MINE = re.compile(
    r"\b[Mm]y\s(?:(?:Deputy|Acting|former|new)\s)?(?:(?:Special|Personal)\s(?:Representative|Envoy|Adviser)|good\soffices)\b"
    r"|\bmy\s(?:last\s|previous\s|first\s|second\s|third\s|further\s|special\s|progress\s){0,2}report\s"
    r"(?:of\s\d|dated\s|to\sthe\s(?:Security\s)?Council\b)"
)
# "99-03055 (E) 090299": the job, its language, the day on which it was typed
_JOB = re.compile(r"\b\d\d-\d{5}\b\D{0,8}(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)\b")
_SYMBOL_YEAR = re.compile(r"[A-Z]/(?:[A-Z][\w.]*/)*((?:19|20)\d\d)/")
_CENTURY = 45  # the first documents are of 1946
_FIRST = 60  # segments of the first page or two


def is_imprint(text: str) -> bool:
    """Whether a line is of the masthead but for specks and misread letters."""
    bare = _SYMBOL.sub(" ", text)
    found = [token.lower() for token in _TOKEN.findall(bare) if len(token) > _STRAY]
    dated = [token for token in found if token in _MONTHS]
    return (
        len(text) < _LINE
        and all(map(_is_known, found))
        and not (dated == found and found and bare == text)  # the days of a session: "13 to 16 April 2005"
    )


@lru_cache(maxsize=2048)
def _is_known(token: str) -> bool:
    return any(
        abs(len(word) - len(token)) <= 2 and SequenceMatcher(None, word, token).ratio() >= _ALIKE
        for word in (*_WORDS, *_MONTHS)
    )


def is_by_the_secretary_general(lines: Iterable[str], paragraphs: Iterable[Passage]) -> bool:
    """Whether a title is "Report of the Secretary-General" but for misread letters, or the text speaks as he does."""
    return any(_is_his(line) for line in lines) or any(_MINE.search(p.text) for p in paragraphs)


def _is_his(line: str) -> bool:
    found = re.search(r"(?i)re[pu]?ort\b", line)
    start = found.start() if found else 0
    said = line[start : start + len(_AUTHOR)].lower()
    ratio = SequenceMatcher(None, _AUTHOR, said).ratio()
    return ratio >= _ALIKE_TITLE and all(ratio > SequenceMatcher(None, other, said).ratio() for other in _OTHERS)


def latest(passages: Iterable[Passage], symbol: str) -> date | None:
    """A day that a document without a readable date cannot be younger than, or nothing.

    The day on which it was typed, printed with the job's number on its first page; else the end of its symbol's year.
    """
    year = _SYMBOL_YEAR.match(symbol)
    for p, _ in zip(passages, range(_FIRST), strict=False):
        if (job := _JOB.search(p.text)) and (year is None or job.group("year") == year.group(1)[2:]):
            century = int(year.group(1)[:2]) if year else 19 if int(job.group("year")) > _CENTURY else 20
            try:
                return date(century * 100 + int(job.group("year")), int(job.group("month")), int(job.group("day")))
            except ValueError:
                continue
    return date(int(year.group(1)), 12, 31) if year else None
