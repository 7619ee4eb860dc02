"""In which of the official languages a document is written: by its script, else by its commonest words.

A library that knows a hundred languages (lingua, langdetect) would bring its own models for a choice of six; three
scripts and some twenty words a language settle it (`knowledge/languages.csv`).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from extract import lexicon

_SCRIPTS = {
    "Cyrillic": re.compile("[\u0400-\u04ff]"),
    "Arabic": re.compile("[\u0600-\u06ff]"),
    "Han": re.compile("[\u4e00-\u9fff]"),
}
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 20_000  # characters; mastheads are bilingual, the text behind them is not
_FEWEST = 20  # words; of fewer nothing can be said
_LEAST = 0.1  # of the words; lists of names have fewer of any language


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language; `en` where nothing speaks for another."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    for row in lexicon.rows("languages"):
        if row["script"] and 2 * len(_SCRIPTS[row["script"]].findall(sample)) > letters:
            return row["code"]
    found = Counter(_WORD.findall(sample.lower()))
    counts = {code: sum(found[w] for w in words) for code, words in _words().items()}
    best = max(counts, key=lambda code: counts[code])
    sure = counts[best] > 2 * counts["en"] and counts[best] > _LEAST * found.total() >= _LEAST * _FEWEST
    return best if sure else "en"


def name_of(code: str) -> str:
    """What a language is called in English."""
    return next((row["name"] for row in lexicon.rows("languages") if row["code"] == code), code)


@cache
def _words() -> dict[str, list[str]]:
    return {row["code"]: row["words"].split() for row in lexicon.rows("languages") if row["words"]}
