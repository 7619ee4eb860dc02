"""Which lines above the first paragraph are the document's own title, and which name the organ or the agenda's item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract import lexicon
from extract.model import Passage
from extract.recognise import gazetteers
from extract.segment.parts import is_annex_mark, is_contents, is_letter_title, is_masthead, is_signature

# "Agenda item 40", "25 July 2024–30 July 2025 Agenda item 7 (a)", "Items 137 and 138 of the preliminary list*".
_ITEM = re.compile(r"\b(?:Agenda\s+i|I)tems?\s+\d[\w\s(),]*?\*{0,3}$")
_ITEMS = re.compile(r"\d{1,3}(?:\s?\([a-z]\))?")
# "2016 session Agenda item 18 (a) Economic and environmental questions: sustainable development", in one block.
_ITEM_NAMED = re.compile(r"^(?:[^.:]{0,40}\s)?Agenda\sitems?\s\d{1,3}(?:\s?\([a-z]\))?\*{0,3}\s(?=[A-Z])")
# What else stands between masthead and title: places and days of a session, its officers, what is asked of the organ.
_ASIDE = re.compile(
    r"For (?:decision|information|action)\b"
    r"|(?:(?!Report\b)[A-Z][\w ]+, )?\d{1,2}\b[^.]{0,40}\b(?:1[89]|20)\d\d\b[^.]{0,12}$"
    r"|\(\d{1,2} |Rapporteurs?\b|Chair(?:man|person)?s?\b|Prepared by\b|\[|Contents|Page\b"
    r"|Summary$|(?:(?:General Assembly|Security Council|Economic and Social Council|Trade and Development Board)\s)?"
    r"Official Records|Supplement No"
    r"|OFFICIAL RECORDS|SUPPLEMENT No"
    r"|(?!(?:Compendium|Decisions|Reports?|Draft)\b)(?:[\w-]+ )*"
    r"(?:[Rr]egular|[Aa]nnual|[Rr]esumed|[Ss]pecial|[Ee]xecutive) [Ss]ession\b.{0,12}$"
    r"|(?:\S+ )?[A-Z]{1,6}/\S*\d|United Nations (?:[A-Z][\w’'-]+ )*(?:Fund|Programme|Entity|Office)\b.{0,60}$"
    r"|[A-Z][\w-]+ (?:meeting|session) of\b"
    r"|(?:Addendum|Corrigendum|Corrections?|Volume|Part)\b.{0,12}$|UN[A-Z]* N[A-Z]*$|ADVANCE\b|[\W\d]*$",
)
_SUMMARY = re.compile(r"(?:Summary|SUMMARY|Executive [Ss]ummary)$")
_SESSION = re.compile(r"(?<!\s)\s+[A-Z][\w-]+ session$")
_OPEN = re.compile(
    r"(?:,|[–—-]|\b(?:of|on|the|and|in|to|for|from|by|with|at|its|a|an|United Nations"
    r"|OF|ON|THE|AND|IN|TO|FOR|FROM|BY|WITH|ITS|UNITED NATIONS))$"
)
_UNFINISHED = re.compile(
    r"(?:\w+ )?[Rr]eports? of the (?:(?:Special|Standing|Advisory|Joint|Ad Hoc|Preparatory|Executive|Independent"
    r"|United Nations|International|Open-ended|Informal|Security|General|Human Rights|Economic and Social)\s?)+"
)
_SMALL = frozenset(
    ("of", "the", "and", "in", "on", "for", "to", "at", "with", "by", "from", "a", "an", "against", "or")
)
_RECORD = re.compile(r"\b(?:summary|verbatim)\srecord\b|\bmeeting$", re.I)
_ORGAN = re.compile(r"(?:General Assembly|Security Council|Economic and Social Council|Trusteeship Council)\b", re.I)
_GENERIC = re.compile(r"(?:The )?(?:Executive |Preparatory |Advisory |Special )?(?:\w+)$")
_LONG = 300
_BOARD_LINES = 12
_BLOCK = 3  # lines
# "Forty-second session", "Item 2 of the provisional agenda"
_OF_MASTHEAD = re.compile(r"(?:[A-Z0-9][\w-]*\s){1,3}session|(?:Agenda\s)?[Ii]tems?\s\d[^.]{0,60}")
_OF_BOARD = re.compile(r"(?:and\s)?(?:the\s)?United\sNations\s[A-Z]")
_DAYS = 60


HEAD = 4  # lines at the head of a page without a masthead
# "Security Council Committee established pursuant to resolution 2374 (2017) concerning Mali"
_PURSUANT = re.compile(
    r"(?:Security\sCouncil\s)?Committee\s(?:established\s)?pursuant\sto\sresolutions?\s\d+\s\(\d{4}\)[^.;]*$"
)


def opening(passages: Sequence[Passage], text: str) -> list[Passage]:
    """What stands above the first paragraph and outside the covering letter; a table on the first page is passed by."""
    out: list[Passage] = []
    for p in passages:
        s = p.segment
        if s.kind == "paragraph" or (s.kind == "table_cell" and s.page != 1):
            break
        if (
            s.part != "letter"
            and s.kind in ("title", "heading", "other")
            and len(p.text) < _LONG
            and not is_contents(p.text)
            and not is_signature(p.text)
        ):
            out += _lines(p, text)
    return out


def _lines(p: Passage, text: str) -> list[Passage]:
    """The lines of a block of the masthead that a web page sets as one: body, session, days, item, each its own."""
    lines = [" ".join(line.split()) for line in text[p.segment.start : p.segment.end].split("\n")]
    if len(lines) < _BLOCK or not any(_OF_MASTHEAD.fullmatch(line) for line in lines[1:]):
        return [p]
    return [replace(p, text=line) for line in lines if line]


def board(lines: Sequence[Passage]) -> tuple[str, frozenset[int]]:
    """The executive board whose name the masthead breaks over several lines, and which lines these are.

    "Executive Board of the / United Nations Development / Programme, the United Nations / Population Fund and the / …":
    the name is the longest that the list of organisations has, itself or without "Executive Board of the".
    """
    names = gazetteers.organisation_names()
    for k, p in enumerate(lines):
        if not p.text.startswith("Executive Board of") or ":" in p.text:  # "Executive Board of …: report on its work"
            continue
        found, taken, name = "", [k], p.text.strip()
        for j in range(k + 1, min(k + _BOARD_LINES, len(lines))):
            of_name = _OF_BOARD.match(lines[j].text)
            if (lines[j].segment.kind == "other" and not of_name) or is_masthead(lines[j].text):
                continue
            name, taken = f"{name} {lines[j].text.strip()}", [*taken, j]
            folded = lexicon.fold(name).lower()
            if folded in names or folded.removeprefix("executive board of the ") in names:
                found, last = name, taken
        return (found, frozenset(last)) if found else ("", frozenset([k]))
    return "", frozenset()


def own(lines: Sequence[Passage]) -> str:
    """The first line of the opening that is the document's own title, where none says that it is a report.

    Below "Agenda item 40" stands the title of the item; the document's own follows it, or is the same.
    """
    skip, items = 0, ""
    for k, p in enumerate(lines):
        if is_annex_mark(p.text) or (items and _SUMMARY.match(p.text)):
            break  # one title between "Item 14 of the provisional agenda" and the summary is the document's own
        if (named := _ITEM_NAMED.match(" ".join(p.text.split()))) is not None:
            items = items or " ".join(p.text.split())[named.end() :]
        elif (item := _ITEM.search(p.text)) is not None:
            skip = max(1, len(_ITEMS.findall(item.group())))
        elif p.segment.kind != "other" and not _is_aside(p.text):
            if not skip:
                return whole(lines, k)
            skip, items = skip - 1, items or whole(lines, k)
    return items


def whole(lines: Sequence[Passage], at: int) -> str:
    """A title with the lines that it goes on in: it ends in a comma, an open bracket or a word that wants another."""
    title = lines[at].text
    if is_masthead(title):
        return title
    for p in lines[at + 1 : at + 4]:
        if title.count("(") <= title.count(")") and not _OPEN.search(title) and not _unfinished(title):
            break
        days = p.segment.kind == "other" and p.text[0].isdigit() and len(p.text) < _DAYS  # "…, 13 to 16 April 2005"
        if not (days or p.segment.kind in ("title", "heading")) or is_masthead(p.text) or p.segment.number:
            break
        if not days and _is_aside(p.text) and not p.text[0].isdigit():
            break
        title = f"{title} {p.text}"
    return re.sub(r"(?<![\s*])[\s*]+$", "", title)


def _unfinished(title: str) -> bool:
    """Whether a title breaks off before the noun of the body: "Report of the Special" above "Committee on …"."""
    return bool(_UNFINISHED.fullmatch(title))


def organ(lines: Sequence[Passage], title: str) -> str:
    """The subsidiary body that the masthead names above the title; nothing for the principal organs, printed on all."""
    found = ""
    for p in lines:
        words = _SESSION.sub("", p.text.rstrip(" *"))
        if title.startswith(words) or is_annex_mark(words):
            break
        if is_body(words):
            found = cased(words)  # "Human Rights Council", then "Expert Mechanism on …": the last is the nearest
    return found


def at_head(lines: Sequence[Passage]) -> str:
    """The body that one of the first lines of a page without a masthead names, the last of them: "Advisory Board"."""
    found = ""
    for p in lines[:HEAD]:
        words = re.split(r":\s|\s[–—-]\s|,\s(?=\S+\s[Ss]ession)", p.text)[0].rstrip(" *")
        if _PURSUANT.match(words):
            return cased(words)
        if is_body(words):
            found = cased(words)
    return found


def recorded(lines: Sequence[Passage]) -> str:
    """The body whose meeting a record is of: the last that its masthead names, a principal organ too."""
    found = ""
    for p in lines:
        if _RECORD.search(p.text):
            break
        for words in (p.text.rstrip(" *"), _SESSION.sub("", p.text.rstrip(" *"))):
            if (organ := _ORGAN.search(words)) is not None:
                found = cased(organ.group().upper())
            elif is_body(words):
                found = cased(words)
    return found


def is_listed(words: str) -> bool:
    """Whether a line is the name of an organisation that the lists have, in whatever case."""
    return lexicon.fold(words.rstrip(" *")).lower() in gazetteers.organisation_names()


def is_body(words: str) -> bool:
    """Whether a line is the name of a body and nothing else: "Special Committee on Peacekeeping Operations"."""
    if is_masthead(words) or _OPEN.search(words) or _GENERIC.fullmatch(words) or re.search(r"[.:;!?\d]", words):
        return False
    name = cased(words)
    lead = re.split(r"\s(?:of|for|by|to)\s", name)[0]  # "Recommendations of the Board of Auditors" is none
    return bool(_body().match(name) and _body().match(lead))


@cache
def _body() -> re.Pattern[str]:
    """Capitalised words, the noun that bodies are called by, and what it is for."""
    heads = "|".join(
        re.escape(h)
        for h in sorted(lexicon.words("bodies")["heads"], key=len, reverse=True)
        if h not in ("Mission", "Secretary-General", "Conference", "Team")
    )
    return re.compile(
        rf"(?:(?:[A-Z][\w’'-]*|and|for|of|the|on)\s)*(?:{heads})(?:\s(?:on|of|for|against|to|with)\s.+)?$"
    )


def cased(words: str) -> str:
    """A name that is printed in capitals, as one writes it."""
    if not words.isupper():
        return words
    found = [w.lower() if w.lower() in _SMALL else w for w in words.split()]
    return re.sub(r"\b[A-Z][A-Z’']+", lambda m: m.group().capitalize(), " ".join(found))


def _is_aside(words: str) -> bool:
    named = bool(_GENERIC.fullmatch(words)) and words.split()[-1] in lexicon.words("bodies")["heads"] + ["Board"]
    return (
        named
        or bool(_ASIDE.match(words))
        or is_masthead(words)
        or is_letter_title(words)
        or is_body(_SESSION.sub("", words))
    )
