"""Whose the events of a table are whose rows name nobody.

They are the body's own; but in a report of the Secretary-General or of an envoy only those that the table says are his
(annotation guide): the programme of a visit of his Special Representative is hers, and the leaders' talks are theirs.
"""

from __future__ import annotations

import re

from extract.assemble.holders import Holder
from extract.model import Annotated
from extract.recognise.bodies import ENVOY

_POST = r"(?:(?:Special|Personal|Deputy|Principal|Executive|Assistant|Under)[\s-])+[A-Z][\w-]+"
_OF_WHOM = re.compile(
    rf"\b(?:of|by)\s(?:the\s|my\s)?(?P<who>{_POST}(?:\sof\sthe\sSecretary-General)?(?:\s(?:for|on)\s(?:the\s)?[A-Z][\w’'-]*"
    r"(?:\s(?:(?:of|and|the|in|for)\s)*[A-Z][\w’'-]*)*)?)"
)
# The Secretariat's calendar is of the meetings of all bodies (A/AC.172/2025/2).
CALENDAR = re.compile(r"\b[Cc]alendar\sof\s(?:[a-z]+\s){0,2}(?:conferences|meetings|sessions)\b")
# "Meetings of other organizations at which it was represented": attending is not holding (annotation guide)
_OF_OTHERS = re.compile(
    r"\b(?:meetings?|sessions?|conferences?|events?|workshops?|seminars?)\s(?:(?:held|convened|organi[sz]ed|hosted)\sby|of)\s"
    r"(?:other|governments)\b|\bat\swhich\s[^.;]{3,60}\s(?:was|were)\srepresented\b"
    r"|\b(?:in|at)\swhich\s[^.;]{3,60}\s(?:took\spart|participated|has\sparticipated)\b",
    re.I,
)
_OPENING = 20  # segments
_HIS = re.compile(r"\bSecretary-General\b|\bmy\s(?:meetings|visit|travel|talks)\b")


def _opening(doc: Annotated) -> list[str]:
    """The titles at the head of a document."""
    return [doc.source.text[s.start : s.end] for s in doc.segments[:_OPENING] if s.kind in ("title", "heading")]


def of_table(doc: Annotated, *titles: str) -> Holder:
    """The holder of the events of a table.

    Args:
        doc: the document.
        titles: the title of the table, and the heading that it stands below.
    """
    body = doc.header.issuing_body
    if any(_OF_OTHERS.search(title) for title in titles):
        return Holder("", False)
    if body == "Secretariat" and CALENDAR.search(" ".join((doc.header.title, *titles, *_opening(doc)))):
        return Holder("", False)
    if body != "Secretary-General" and not ENVOY.match(body):
        return Holder(body, True)
    for title in titles:
        if who := _OF_WHOM.search(title):
            return Holder(who["who"], False)
        if body in title and _HIS.search(title):
            return Holder(body, True)
    return Holder("", False)
