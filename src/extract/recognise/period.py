"""The reporting period: what a document says that it covers, in its title, its letter or its first paragraphs.

Source: "covers the period from 14 December 2024 to 23 June 2025" (S/2025/411), "covers political, security and economic
developments in Libya from 5 December 2024 to 4 April 2025" (S/2025/223), "(for the period from 8 January 2011 to
20 September 2011)" (S/2011/641), "since 1 January 2005" (S/2006/972).
"""

from __future__ import annotations

import re
from datetime import date

from extract.model import DateMention, Passage

_A_PERIOD = 50  # days; a session is shorter
_TITLES = ("title", "heading", "table_title")
_LONGEST = 1500  # days: four years, as in reports of organizations in consultative status
_FIRST = 8  # numbered paragraphs in which a report says what it covers
_COVERS = re.compile(
    r"\b(?:cover(?:s|ed|ing)|period under review|reporting period|present report|report"
    r" (?:is submitted|describes|provides)|review(?:s|ed|ing)?|account of)\b",
    re.I,
)
_PERIOD = re.compile(r"\bperiod\b[\w\s,(]{0,30}$", re.I)
_OTHER = re.compile(
    r"\b(?:appropriat\w*|budget\w*|mandate\w*|maintenance|financ\w*|extend\w*|renew\w*|amount\w*|elected|term|costs?|estimates?)\b"
)
_COMPARED = re.compile(r"\b(?:than|compared|comparison|against)\b")
_SINCE = re.compile(
    r"\b(?:activities|meetings|work|reporting period|period|tabulation|developments?|events|report|situation)\b"
    r"[^.;]{0,90}\bsince\s+(?:the\s+[^.;]{0,60}\bof\s+)?$"
)
# "covers major developments since my report of 1 September 2009 (S/2009/439) until 15 April 2010"
_UNTIL = re.compile(
    r"\bcovers\b[^;]{0,160}\bsince\s(?:my|the|its)\s(?:[a-z]+\s){0,2}report\b[^;]{0,80}\b(?:until|up\sto)\s$"
)
# "During the week ending 16 August 2025, the Security Council took action" (S/2025/10/Add.33)
_WEEK = re.compile(r"\b[Dd]uring\sthe\sweek\sending\s(?:on\s)?$")
_YEAR = re.compile(r"\b(?:in|during|for\s+the\s+year)\s+(?:the\s+year\s+)?$")
# What another document covers: "had before it the report of the Secretary-General (A/73/125), covering the period …",
# "Extract from the report of the Council covering the period from 16 August 1964 to 31 July 1965 (A/6003)" (in a list).
_CITED = re.compile(
    r"\b(?:ha[ds]|have|were|was)\s(?:also\s)?before\s(?:it|them|him|her|us|the\s[A-Z]\w+)\b"
    r"|(?:\b[ASET]/[\w./-]{1,40}(?:\sand\s\w+\.\s?\d)?\)|\breport\sof\sthe\s(?!present)[^,;]{3,90}),?\s(?:covering|(?:which|that)\scover(?:s|ed))\b"
    r"|\b(?:Its|Their|His|Her)\sreport\s(?:also\s)?cover(?:s|ed)\b"
    r"|\b(?:took\snote\sof|considered|examined|introduced|submitted\sto|received|transmitted)\b[^;]{0,120}\breports?\b[^;]{0,120}\bcovering\b"
)
# "Assessment of the work of the Security Council during the presidency of Chad (June 2024)"
_MONTH_OF = re.compile(
    r"\b(?:work|presidency|activities|meetings)\b.{0,120}(?:\(|\b(?:in|during|for)\s(?:the\smonth\sof\s)?|,\s)$", re.I
)
_ITSELF = re.compile(
    r"\bsince\s(?:the|my|its)\s(?:last|previous|preceding)\b|\b(?:present|this|current)\s(?:\w+\s){0,2}report\b"
    r"|\breporting period\b|\bunder review\b",
    re.I,
)
_ENTRIES = ("subparagraph", "list_item")
Period = tuple[date | None, date | None]


# "between the issuance of my report of 8 March 2016 and 31 August 2016" (S/2016/753)
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:the\s)?[^.;]{0,60}\breport\b[^.;]{0,40}\b(?:of|dated)\s$")


_LAST_REPORT = re.compile(
    r"\b(?:since|in)\s(?:the|my|its)\s(?:(?:last|previous|preceding|most\srecent|initial|first|\w+th)\s)*(?:\w+\s)?report\b[^.;]{0,60}?"
    r"\b(?:of|dated|issued\son)\s$"
)


def last_report(passages: list[Passage], dates: dict[str, list[DateMention]]) -> date | None:
    """The date of the report that this one goes on from: "developments since my report of 19 December 2006"."""
    for p in [p for p in passages if p.segment.kind == "paragraph" and p.segment.part == "body"][:4]:
        for d in dates.get(p.segment.id, []):
            if d.first and d.precision == "day" and _LAST_REPORT.search(p.text[max(0, d.at - 140) : d.at]):
                return d.first
    return None


def period(passages: list[Passage], dates: dict[str, list[DateMention]], written: date | None = None) -> Period:
    """The first and the last day that a document says it covers; None for what it does not say.

    Args:
        passages: the passages of the document in order.
        dates: segment id → its dates; those that print a year are resolved.
        written: the date of the document: "the first meetings since February 2003" is no period of a report of 2005.
    """
    found: list[tuple[int, Period]] = []
    # Behind a covering letter the report is the first annex.
    outside = ("annex_2", "draft") if any(p.segment.part == "letter" for p in passages) else ("annex", "draft")
    paragraphs = 0
    title = ""  # the line above, where a title goes on
    for p in passages:
        kind = p.segment.kind
        paragraphs += kind == "paragraph"
        if kind in ("table_cell", "footnote", "page_furniture"):
            continue
        early = paragraphs <= _FIRST and not p.segment.part.startswith(outside)
        if not early and kind not in _TITLES:
            continue
        days = dates.get(p.segment.id, [])
        for d, after in zip(days, [*days[1:], None], strict=False):
            if d.first is None or (rank := _rank(p, title + p.text[: d.at], d, after, early)) is None:
                continue
            if _can_be_covered(rank[1], p, d, written):
                found.append(rank)
        title = f"{p.text} " if kind == "title" else ""
    return min(found, key=lambda f: f[0])[1] if found else (None, None)


def _can_be_covered(covered: Period, p: Passage, d: DateMention, written: date | None) -> bool:
    """Whether a document of that date can report on a period: it has begun, and is not too long.

    The mandate of a mission to come ("from 16 October 2017 until 15 April 2018", in July 2017) and what an edition or a
    data set covers ("from 1989 to 2021") are no reporting periods.
    """
    first, last = covered
    if written is None:
        return True
    if first is not None and first > written:
        return False
    if last is None:
        return (written - (d.first or written)).days <= _longest(p, d)
    return p.segment.kind in _TITLES or first is None or (last - first).days <= _LONGEST


def _longest(p: Passage, d: DateMention) -> int:
    """The longest period without a stated end, in days: a title may say two years and more, S/2006/972 covers two."""
    if p.segment.kind in _TITLES:
        return 1100
    return 800 if d.precision == "day" else 550


def _in_brackets(p: Passage, d: DateMention) -> bool:
    """ "Further report on the Mission (20 March-20 June 1992)": so many days in brackets in the title of a report."""
    if not (d.first and d.last and (d.last - d.first).days >= _A_PERIOD):
        return False
    return p.text[: d.at].rstrip().endswith("(") and p.text[d.to :].lstrip().startswith(")")


def _rank(p: Passage, before: str, d: DateMention, after: DateMention | None, early: bool) -> tuple[int, Period] | None:
    """How sure a date is to be the period (1 is surest), and the period; `before` are the words before it."""
    before = before[-220:]
    sentence = re.split(r"(?:(?<=[a-z)\d])|(?<=[A-Z]{2}))[.;]\s(?=[A-Z])", before)[-1]
    title = p.segment.kind in _TITLES
    cited = p.segment.kind in _ENTRIES or bool(_CITED.search(sentence))
    if not title and cited and not _ITSELF.search(sentence):
        return None
    if d.parts[3] or d.parts[4]:
        if not early or _OTHER.search(sentence) or _COMPARED.search(sentence):
            return None
        if _PERIOD.search(sentence) and (title or _COVERS.search(sentence)):
            return 1, (d.first, d.last)
        if title and _in_brackets(p, d):
            return 3, (d.first, d.last)
        if _COVERS.search(sentence) and re.search(
            r"\b(?:cover\w*|developments?|activities|events|overview|work)\b", sentence
        ):
            return 2, (d.first, d.last)
        return (3, (d.first, d.last)) if _PERIOD.search(sentence) else None
    if d.precision == "vague":
        return None
    if early and d.precision == "day" and _UNTIL.search(sentence):
        return 3, (None, d.last)
    if early and d.precision == "day" and _WEEK.search(sentence):
        return 3, (None, d.last)
    if early and after is not None and after.last and re.search(r"\bperiod\s+(?:from|between)\s+$", before):
        return 2, (d.first, after.last)
    if early and after is not None and after.last and _COVERS.search(sentence) and _BETWEEN.search(sentence):
        between = p.text[d.to : after.at]
        if re.fullmatch(r"\s*+(?:\([^)]*\))?,?\s*+(?:and|to|until)\s", between):
            return 2, (d.first, after.last)
    if _SINCE.search(sentence) and d.precision != "year":
        return 4, (d.first, None)
    if d.precision == "month" and p.segment.kind == "title" and d.parts[2] and _MONTH_OF.search(before):
        return 3, (d.first, d.last)
    if d.precision == "year" and p.segment.kind == "title" and _YEAR.search(before):
        return 5, (d.first, d.last)
    return None
