"""What a cell says of a row that was not held, or not on its day."""

from __future__ import annotations

import re

# "No meeting scheduled", "Postponed from 8–12 July": what a cell says of a row that is no event
_NOT_HELD = re.compile(
    r"\W{0,2}(?:no\s(?:\w+\s)?(?:meetings?|sessions?|visits?)\b(?!\sheld\sin)|(?:postponed|put\soff|deferred)\b"
    r"|(?:cancelled|canceled|not\sheld|did\snot\stake\splace)(?:\s\([a-z0-9]\)|\s?\*)?\W{0,2}$)",
    re.I,
)
# "5 March 2009 (cancelled)", "Dams – postponed to 12 April"
_CALLED_OFF = re.compile(
    r"(?:\((?:was\s|later\s)?|\s[–—-]\s|:\s)(?:(?:cancelled|canceled|called\soff)(?:\s(?:because|owing|due|on\saccount)\s[^()]{1,60})?|not\sheld|did\snot\stake\splace"
    r"|(?:postponed|put\soff|deferred)(?:\s(?:to|until|till)\s[^()]{1,60}|\ssine\sdie|\sindefinitely)?)\W{0,2}$",
    re.I,
)


def is_called_off(text: str) -> bool:
    """Whether a cell says that its row was not held, or not on its day."""
    return bool(_NOT_HELD.match(text) or _CALLED_OFF.search(text))
