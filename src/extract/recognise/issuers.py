"""Whose a paper is that names no author: by the organization before its title, else by the series of its symbol.

Source: *United Nations Document Series Symbols* (ST/LIB/SER.B/5); what the papers of a series are is in
`knowledge/issuers.csv`.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from extract import lexicon
from extract.recognise import gazetteers

# "UNCDF: Report on the implementation of …"
_BEFORE_TITLE = re.compile(r"(?P<who>[A-Z][\w’&-]*(?:\s[\w’&-]+){0,8}):\s(?=[A-Z])")


def issuer(symbol: str, title: str) -> str:
    """The organization whose paper it is; nothing where neither title nor symbol tells.

    Args:
        symbol: the document's symbol.
        title: its title.
    """
    who = _BEFORE_TITLE.match(" ".join(title.split()))
    named = gazetteers.entries().get(lexicon.fold(who["who"]), ()) if who else ()
    if entry := next((e for e in named if e.label == "ORGANISATION"), None):
        return gazetteers.organisations()[entry.id].name
    series = (row["body"] for row in lexicon.rows("issuers") if fnmatchcase(symbol, row["symbol"]))
    return next(series, "")
