"""Symbols and resolutions cited, normalised.

Symbols follow ST/LIB/SER.B/5 (the Organization's series symbols); resolutions are written as in the official
records: "resolution 1547 (2004)" of the Council, "resolution 60/180" of the Assembly, "resolution 1996/31" of the
Economic and Social Council, "resolution 377 (V)" of the Assembly until 1976.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract import lexicon

# A document in parts names them in brackets: "A/80/6 (Sect. 7)", "A/80/6 (Sect. 3)/Add.6", "A/79/5 (Vol. I)".
_IN_PARTS = re.compile(
    r"\s{0,2}\((?:(?:Income\s+)?Sect\.?\s?\d{1,2}[A-Z]?|Introduction|Plan\s+outline|Prog\.\s?\d{1,2}"
    r"|(?:Vol\.|Part|Supp\.)\s?(?:[IVX]{1,6}|\d{1,2}))\)(?:/(?:Add|Corr|Rev|Amend)\.\d+)*(?:[-–]\d+(?!\w))?",
    re.I,
)
_RECORD = re.compile(r"/(?:PV|SR)\.\d")
_MORE = re.compile(r"\s*(?:,|and|&)\s*(?:and\s+)?((?:Add|Corr|Rev)\.\d+(?:[-–]\d+)?(?:/(?:Add|Corr|Rev)\.\d+)?)")
_MORE_NUMBERS = re.compile(
    r"(?:\s*+,\s*(?:and\s+)?|\s++and\s+)(\d{1,5})(?:[-–](\d{1,5}))?(?![\w/]|\s+(?:January|February|March|April|May|"
    r"June|July|August|September|October|November|December|meetings?|members?|paragraphs?))"
)
_LEAD = re.compile(r"\b(?:[Rr]esolutions?|RESOLUTIONS?|[Dd]ecisions?)\s+(?=\d|S-|ES-)")
_ONE = re.compile(
    r"""(?P<assembly>(?:S-\d+|ES-\d+|\d{1,3})/\d{1,3})(?:\s(?P<part>[A-Z](?=[\s,.;)–-]|$))(?:[–-](?P<part_to>[A-Z])(?![\w]))?)?
      | (?P<ecosoc>(?:19|20)\d\d/\d{1,3})
      | (?P<number>\d{1,4})(?:\s(?P<old_part>[A-Z]))?\s\((?:(?P<year>(?:19|20)\d\d)|(?P<session>[IVXLS-]+))\)
      | (?P<bare>\d{3,4})(?!\s*\()(?![\w/])
    """,
    re.X,
)
_ITS = re.compile(r"\b[Ii]ts\s(?:[a-z]+\s){0,2}$")
_NEXT = re.compile(r"(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)(?:[Rr]esolutions?\s+)?")
_DATED = re.compile(r"\s+of\s+\d{1,2}\s+[A-Z][a-z]+\s+(?:19|20)\d\d(?=,|\s+and\b|\s+or\b)")
_KINDS = (
    (re.compile(r"^S/PRST/"), "presidential_statement"),
    (re.compile(r"/RES/"), "resolution"),
    (re.compile(r"/DEC/"), "decision"),
    (re.compile(r"/PV\."), "verbatim_record"),
    (re.compile(r"/SR\."), "summary_record"),
    (re.compile(r"/(?:C\.\d/)?(?:\d+/)?L\.\d"), "draft"),
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A symbol with its place in the passage (`at`, `to`)."""

    symbol: str
    kind: str
    year: str
    at: int
    to: int


@cache
def _symbol() -> re.Pattern[str]:
    """A symbol: a series of `knowledge/symbol_series.csv`, and its parts behind bars."""
    series = "|".join(
        sorted((re.escape(row["prefix"]) for row in lexicon.rows("symbol_series")), key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w/.-])(?:{series})/(?=[\w.()/-]*\d)[\w.()-]+(?:/[\w.()-]+)*(?:–\d+)?")


def find(text: str, body: str = "") -> list[Citation]:
    """The symbols and resolutions cited in a passage, in order; a list or range of symbols gives one each.

    Args:
        text: the passage.
        body: whose report it is: "its resolution 78/1" is of this body where it has a series of its own.
    """
    found = [*_symbols(text), *_resolutions(text, _own_series().get(body, ""))]
    return sorted(found, key=lambda c: (c.at, c.to, c.symbol))


def kind(symbol: str) -> str:
    """The family of a symbol: resolution, presidential_statement, summary_record … or document."""
    return next((name for pattern, name in _KINDS if pattern.search(symbol)), "document")


def year(symbol: str) -> str:
    """The year that a symbol carries, or nothing: S/2001/546 → 2001, S/RES/1547(2004) → 2004."""
    match = re.search(r"(?:^|[/(])((?:19[4-9]|20[0-4])\d)(?=[/).]|$)", symbol)
    return match.group(1) if match else ""


def _trim(symbol: str) -> str:
    symbol = symbol.rstrip(".-")
    while symbol.endswith(")") and symbol.count(")") > symbol.count("("):
        symbol = symbol[:-1].rstrip(".-")
    if symbol.count("(") > symbol.count(")"):
        symbol = symbol[: symbol.rindex("(")]
    return symbol


def _symbols(text: str) -> Iterator[Citation]:
    if "/" not in text:
        return
    for match in _symbol().finditer(text):
        joint = re.search(r"-(?=[AES]/)", match.group())  # one document of two organs: "A/79/823-S/2025/167"
        if joint:
            at = match.start() + joint.end()
            yield _citation(match.group()[: joint.start()], match.start(), at - 1)
            symbol = _trim(match.group()[joint.end() :])
        else:
            at, symbol = match.start(), _trim(match.group())
        to = at + len(symbol)
        if re.fullmatch(r"S/RES/\d+", symbol) and (year_behind := re.match(r"\s?\(((?:19|20)\d\d)\)", text[to:])):
            symbol, to = f"{symbol}({year_behind.group(1)})", to + year_behind.end()
        if "(" not in symbol and (named := _IN_PARTS.match(text, to)):
            symbol, to = symbol + "".join(named.group().split()), named.end()
        base, numbers = _unfold(symbol.replace("–", "-"))
        for one in numbers:
            yield _citation(one, at, to)
        end = to
        stem = numbers[0]
        while more := _MORE.match(text, end):
            for one in _unfold(f"{stem}/{more.group(1)}")[1]:
                yield _citation(one, more.start(1), more.end(1))
            end = more.end()
        # "A/C.4/48/SR.2-6, 11 and 12", "A/AC.109/1153, 1155-1158 and 1161": further numbers of the same series.
        while base and (more := _MORE_NUMBERS.match(text, end)) and _same_series(symbol, more.group(1)):
            first, last = int(more.group(1)), int(more.group(2) or more.group(1))
            for n in range(first, min(last, first + 60) + 1):
                yield _citation(f"{base}{n}", more.start(1), more.end())
            end = more.end()


def _same_series(symbol: str, number: str) -> bool:
    """Whether a bare number after a symbol goes on with it: always for records, else only one of the same length."""
    if _RECORD.search(symbol):
        return True
    last = re.search(r"/(\d+)$", symbol)
    if last is None or re.match(r"(?:19|20)\d\d$", number):
        return False
    return len(last.group(1)) == len(number) >= 3


def _unfold(symbol: str) -> tuple[str, list[str]]:
    """A range in the last number as single symbols: "A/C.3/49/SR.5-8" is four."""
    match = re.match(r"(.*?(?:PV\.|SR\.|Add\.|Corr\.|Rev\.|L\.|/))(\d+)[-–](\d+)$", symbol)
    if match is None:
        base = re.match(r"(.*(?:(?:PV|SR)\.|/))\d+$", symbol)
        return (base.group(1) if base else ""), [symbol]
    base_text, first, last = match.group(1), int(match.group(2)), int(match.group(3))
    if not first < last <= first + 60:
        return "", [symbol]
    return base_text, [f"{base_text}{n}" for n in range(first, last + 1)]


def _citation(symbol: str, at: int, to: int) -> Citation:
    return Citation(symbol, kind(symbol), year(symbol), at, to)


@cache
def _own_series() -> dict[str, str]:
    """Body → prefix of the resolutions that it numbers itself."""
    return {row["body"]: row["prefix"] for row in lexicon.rows("resolution_series")}


def _resolutions(text: str, own: str) -> Iterator[Citation]:
    if "esolution" not in text and "RESOLUTION" not in text:
        return
    done = 0
    for lead in _LEAD.finditer(text):
        if lead.start() < done:
            continue  # "resolution 1373 (2001) and resolution 1456 (2003)": taken with the first
        if lead.group()[0] in "dD":
            continue  # decisions have no series of their own in the contract
        before = text[max(0, lead.start() - 60) : lead.start()]
        organ = _organ(before) or (own if _ITS.search(before) or not lead.start() else "")
        at, first = lead.end(), True
        while match := _ONE.match(text, at):
            if match.group("bare") and not _listed(text, match.end()):
                break
            symbol = _resolution(match, organ)
            if symbol:
                start = lead.start() if first else match.start()
                for one in _parts(symbol, match):
                    yield Citation(one, "resolution", year(one), start, match.end())
            at, first = match.end(), False
            done = at
            dated = _DATED.match(text, at)  # "resolutions 70/215 of 22 December 2015, 72/230 of 20 December 2017"
            follower = _NEXT.match(text, dated.end() if dated else at)
            if follower is None:
                break
            at = follower.end()


def _parts(symbol: str, match: re.Match[str]) -> list[str]:
    """ "79/259 A–C" is three resolutions."""
    first, last = match.group("part"), match.group("part_to")
    if not (first and last and first < last):
        return [symbol]
    return [symbol[:-1] + chr(c) for c in range(ord(first), ord(last) + 1)]


def _listed(text: str, at: int) -> bool:
    """Whether a bare number goes on to one with a year: "resolutions 1373 and 1566 (2004)"."""
    return bool(re.match(r"(?:\s*,\s*\d{1,4}){0,8}(?:,?\s+and)\s+\d{1,4}\s\(\d{4}\)", text[at : at + 80]))


def _organ(before: str) -> str:
    if re.search(r"Human Rights Council\s*$", before):
        return "A/HRC"
    if re.search(r"Commission on Human Rights\s*$", before):
        return "E/CN.4"
    if re.search(r"Economic and Social Council(?:'s|’s)?\s*$", before):
        return "E"
    return ""


def _resolution(match: re.Match[str], organ: str) -> str:
    if match.group("assembly"):
        prefix = organ if organ in _own_series().values() else "A"
        return f"{prefix}/RES/{match.group('assembly')}{match.group('part') or ''}"
    if match.group("ecosoc"):
        return f"{organ if organ == 'E/CN.4' else 'E'}/RES/{match.group('ecosoc')}"
    if match.group("year"):
        return f"S/RES/{match.group('number')}({match.group('year')})"
    if match.group("session"):
        organ = "E" if organ == "E" else "A"
        return f"{organ}/RES/{match.group('number')}{match.group('old_part') or ''}({match.group('session')})"
    return ""
