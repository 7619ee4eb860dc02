"""What the heads of tables mean: looked up by the readers, which tell tables by them, and by who reads the tables."""

from __future__ import annotations

import re
from functools import cache

from extract import lexicon

# "Dates of field visit", "Period of the visit", "Session dates"
_OF_EVENT = re.compile(
    r"(?:dates?|days?|period)(?: and \w+)? of (?:the )?(?:\w+ ){0,2}"
    r"(?:visit|meeting|session|mission|workshop|consultation)s?"
    r"|(?:\w+ )?(?:visit|meeting|session|mission|workshop) (?:dates?|period)"
)

# "Date of last report", "Date of the letter"
_OF_DOCUMENT = re.compile(
    r"(?:dates?|day) of (?:the |an? )?(?:\w+ )?"
    r"(?:reports?|letters?|notes?|repl(?:y|ies)|documents?|communications?|submissions?|receipt|publication)"
)
# "Date (2010)"
_OF_YEAR = re.compile(r"(?<!\s)\s*\((?:in\s)?(?:19|20)\d\d\)\s*$")


@cache
def header_words() -> dict[str, str]:
    """Header as printed, folded and in lower case → field (`knowledge/table_headers.csv`)."""
    return {row["header"]: row["field"] for row in lexicon.rows("table_headers")}


def load() -> None:
    """Reads the lists, so that a process forked after this has them."""
    header_words()
    _single_words()


def _key(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9/ ]+", " ", lexicon.fold(text).lower()).split())


def says_of_what(text: str) -> bool:
    """Whether a header cell says that its dates are those of events: "Period of visit"."""
    return bool(_OF_EVENT.fullmatch(_key(text)))


def header_field(text: str) -> str:
    """The field that a header cell names, or nothing: "Date of meeting" → `date`."""
    key = _key(_OF_YEAR.sub("", text))
    if found := header_words().get(key, ""):
        return found
    if _OF_EVENT.fullmatch(key):
        return "date"
    if _OF_DOCUMENT.fullmatch(key):
        return "other_date"
    words = key.split()
    fields = [_single_words()[w] for w in words if w in _single_words()]
    # "Date on which the report was issued": a date, but not that of an event.
    first = next((name for name in ("not_events", "other_date") if name in fields and len(words) <= 12), "")
    return first or (fields[0] if fields and len(words) <= 6 else "")


@cache
def _single_words() -> dict[str, str]:
    """Word of a header → field, for headers that no list has as a whole (`knowledge/table_header_words.csv`)."""
    return {row["word"]: row["field"] for row in lexicon.rows("table_header_words")}
