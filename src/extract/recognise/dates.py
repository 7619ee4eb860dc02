"""A grammar of the dates that editors of the United Nations write.

The style is fixed by the United Nations Editorial Manual ("6 June 2005", "6-9 November 2005", "from 28 October to
1 November"); older and outside texts add "January 11, 2005", weekdays, ordinals and ISO dates. Days without a month
and months without a year take them from the right in one coordinated expression ("11 January and 28 March 2005").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from extract.model import DateMention, Passage

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3].lower(): i for name, i in list(_MONTHS.items())} | {"sept": 9}
_WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_MONTH = "|".join(sorted((n.capitalize() for n in _MONTHS), key=len, reverse=True))
_MONTH += "|" + "|".join(n.upper() for n in _MONTHS if len(n) > 3)
_FUZZY = r"[Ll]ate|[Ee]arly|[Mm]id|[Ee]nd(?:\s+of|-)|[Bb]eginning\s+of|[Mm]iddle\s+of"
_TOKEN = re.compile(
    rf"""
    (?P<iso>\d{{4}}-\d\d-\d\d)(?![\w-])
  | (?P<numeric>\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d)(?!\w)
  | (?P<year>(?:1[89]|20)\d\d)(?![\w/,.]\d|\w|/)
  | (?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|/(?!\d{{1,2}}\s[A-Z])|[.,]\d)
  | (?P<weekday>(?:{"|".join(d.capitalize() for d in _WEEKDAYS)})\b)
  | (?P<month>(?:{_MONTH})\b\.?)
  | (?P<range>[-–—]|(?:to|until|till|through)\b)
  | (?P<coord>[,;]\s?(?:and\b|&)?|and\b|&|or\b)
  | (?P<slash>/(?=\d{{1,2}}\s))
  | (?P<fuzzy>(?:{_FUZZY})(?=[\s-]))
  | (?P<of>(?:of|the)\b)
    """,
    re.X,
)
_START = re.compile(
    rf"(?<![\w/.$€£#-])(?:\d{{1,4}}(?!\d)|(?:{_MONTH})\b|(?:{_FUZZY})(?=[\s-])|[MTWFS][a-z]{{2,5}}day\b)"
)
# Before a month or a year that stands alone: only then is it a time. "May" is also a verb, "2005" also a number.
_TIME_WORD = re.compile(
    r"(?:\b(?:in|since|during|of|from|until|till|to|by|for|before|after|throughout|between|and|year|years|through|session|"
    r"mid|early|late|last|this|next|each|end|at|as at|summer|spring|autumn|winter|quarter|half|month|months|"
    r"biennium|period|ending|ended)\b[\s,(-]*|[(–-]\s?)$",
    re.I,
)
_NOT_A_YEAR = re.compile(
    r"^\s*(?:\)|military|troops|personnel|police|persons|people|refugees|meetings?|per cent|metres|km|United)"
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Item:
    """One date as printed; what is missing is filled in from its neighbours."""

    start: int
    end: int
    day: int = 0
    month: int = 0
    year: int = 0
    day2: int = 0
    month2: int = 0
    year2: int = 0
    weekday: str = ""
    fuzzy: str = ""
    is_range: bool = False
    month_printed: bool = True
    year_printed: bool = True
    linked: bool = False  # coordinated with the item before it


def find(passage: Passage, clusters: Iterator[int] | None = None) -> list[DateMention]:
    """The dates of a passage in order; those without a printed year have no `first` yet (see `resolve`)."""
    clusters = clusters if clusters is not None else count()
    text = passage.text
    out: list[DateMention] = []
    at = 0
    while match := _START.search(text, at):
        tokens = _run(text, match.start())
        if not tokens:
            at = match.end()
            continue
        at = max(tokens[-1].end, match.end())
        cluster = next(clusters)
        for item in _complete(_items(text, tokens)):
            if mention := _mention(passage, item, cluster):
                out.append(mention)
    return out


def _run(text: str, at: int) -> list[_Token]:
    """The longest run of date tokens from `at`, less the connectors that it ends with."""
    tokens: list[_Token] = []
    while match := _TOKEN.match(text, at):
        kind = str(match.lastgroup)
        tokens.append(_Token(kind, match.group(kind), match.start(), match.end()))
        at = match.end()
        while at < len(text) and text[at] == " ":
            at += 1
        if len(tokens) > 400:  # no editor writes that; a bound against hostile input
            break
    while tokens and tokens[-1].kind in ("range", "coord", "slash", "fuzzy", "of"):
        tokens.pop()
    return tokens


def _items(text: str, tokens: list[_Token]) -> list[_Item]:
    parser = _Parser(text, tokens)
    items: list[_Item] = []
    linked = False
    while (token := parser.peek()) is not None:
        if token.kind in ("coord", "range", "slash", "of"):
            parser.take()
            linked = token.kind == "coord"
            continue
        item = parser.item()
        if item is None:
            parser.take()
            linked = False
            continue
        item.linked = linked and bool(items)
        linked = False
        items.append(item)
    return _between(text, items)


def _between(text: str, items: list[_Item]) -> list[_Item]:
    """ "between 6 and 29 October" is one range, not two days."""
    if len(items) != 2 or not items[1].linked or not re.search(r"\b[Bb]etween\s+$", text[: items[0].start]):
        return items
    a, b = items
    if a.is_range or b.is_range or not b.month:
        return items
    return [
        _Item(
            a.start, b.end, day=a.day, month=a.month or (b.month if a.day else 0), year=a.year or b.year, day2=b.day,
            month2=b.month, year2=b.year, is_range=True, month_printed=True, year_printed=bool(b.year),
        )
    ]  # fmt: skip


class _Parser:
    def __init__(self, text: str, tokens: list[_Token]) -> None:
        self.text, self.tokens, self.at = text, tokens, 0

    def peek(self, ahead: int = 0) -> _Token | None:
        i = self.at + ahead
        return self.tokens[i] if i < len(self.tokens) else None

    def kinds(self, *wanted: str) -> bool:
        """Whether the next tokens are of these kinds."""
        found = self.tokens[self.at : self.at + len(wanted)]
        return len(found) == len(wanted) and all(t.kind == w for t, w in zip(found, wanted, strict=True))

    def take(self) -> _Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def item(self) -> _Item | None:
        token = self.tokens[self.at]
        if token.kind in ("iso", "numeric"):
            return self._figures()
        if token.kind in ("weekday", "day"):
            return self._day_first()
        if token.kind == "month":
            return self._month_first()
        if token.kind == "year":
            return self._year()
        if token.kind == "fuzzy":
            return self._fuzzy()
        return None

    def _figures(self) -> _Item:
        token = self.take()
        if token.kind == "iso":
            y, m, d = (int(x) for x in token.text.split("-"))
            return _Item(token.start, token.end, d, m, y)
        a, b, y = (int(x) for x in re.split(r"[./]", token.text))
        # Day first, as in the Organization's usage; month first only where the day cannot be one.
        d, m = (b, a) if b > 12 >= a else (a, b)
        return _Item(token.start, token.end, d, m, y)

    def _weekday(self) -> str:
        if not self.kinds("weekday"):
            return ""
        name = self.take().text.lower()
        if self.kinds("coord", "day") and self.tokens[self.at].text.strip() == ",":
            self.take()
        return name

    def _day_first(self) -> _Item | None:
        start = self.tokens[self.at].start
        weekday = self._weekday()
        if not self.kinds("day"):
            return None
        token = self.take()
        item = _Item(start, token.end, day=int(token.text), weekday=weekday)
        if (self.kinds("range", "day") or self.kinds("slash", "day")) and self._day_follows(1):
            self.take()
            token = self.take()
            item.day2, item.end, item.is_range = int(token.text), token.end, True
        self._month_year(item)
        if item.month and self.kinds("range") and self._second_date(1):
            mark = self.at
            self.take()
            second = self._day_first()
            if second is None or not second.month or second.is_range:
                self.at = mark
                return item
            item.day2, item.month2, item.year2 = second.day, second.month, second.year
            item.end, item.is_range = second.end, True
        elif not item.month and self.kinds("range") and self.kinds("range", "weekday", "day"):
            self.take()
            second = self._day_first()
            if second is not None and second.month:
                item.day2, item.month, item.year = second.day, second.month, second.year
                item.end, item.is_range = second.end, True
        return item

    def _day_follows(self, ahead: int) -> bool:
        """The second day of "6-9 November": the month stands behind it, or behind further days of the list."""
        token, after = self.peek(ahead), self.peek(ahead + 1)
        return (
            token is not None and token.kind == "day" and after is not None and after.kind in ("month", "coord", "of")
        )

    def _second_date(self, ahead: int) -> bool:
        token, after = self.peek(ahead), self.peek(ahead + 1)
        if token is None or after is None:
            return False
        return token.kind == "weekday" or (token.kind == "day" and after.kind in ("month", "of"))

    def _month_year(self, item: _Item) -> None:
        if self.kinds("of", "month"):
            self.take()
        if not self.kinds("month"):
            return
        token = self.take()
        item.month, item.end = _MONTHS[token.text.rstrip(".").lower()], token.end
        if self.kinds("coord", "year") and self.tokens[self.at].text.strip() == ",":
            self.take()
        if self.kinds("year"):
            token = self.take()
            item.year, item.end = int(token.text), token.end

    def _month_first(self) -> _Item | None:
        token = self.take()
        month = _MONTHS[token.text.rstrip(".").lower()]
        item = _Item(token.start, token.end, month=month)
        if self.kinds("day"):  # American order
            return self._american(item)
        if self.kinds("coord", "year") and self.tokens[self.at].text.strip() == ",":
            self.take()
        if self.kinds("year"):
            year = self.take()
            item.year, item.end = int(year.text), year.end
        if self.kinds("range", "month"):
            self.take()
            last = self.take()
            item.month2, item.end, item.is_range = _MONTHS[last.text.rstrip(".").lower()], last.end, True
            if self.kinds("year"):
                year = self.take()
                item.year2, item.end = int(year.text), year.end
                item.year = item.year or (item.year2 - (item.month > item.month2))
            return item
        return item

    def _american(self, item: _Item) -> _Item:
        token = self.take()
        item.day, item.end = int(token.text), token.end
        if self.kinds("range", "day") and not (self.peek(2) and self.peek(2).kind == "month"):  # type: ignore[union-attr]
            self.take()
            token = self.take()
            item.day2, item.end, item.is_range = int(token.text), token.end, True
        if self.kinds("coord", "year") and self.tokens[self.at].text.strip() == ",":
            self.take()
        if self.kinds("year"):
            token = self.take()
            item.year, item.end = int(token.text), token.end
        return item

    def _year(self) -> _Item:
        token = self.take()
        item = _Item(token.start, token.end, year=int(token.text))
        if self.kinds("range", "year"):
            self.take()
            token = self.take()
            item.year2, item.end, item.is_range = int(token.text), token.end, True
        return item

    def _fuzzy(self) -> _Item | None:
        token = self.take()
        if self.kinds("range"):  # "mid-2005"
            self.take()
        if not (self.kinds("month") or self.kinds("year")):
            return None
        item = self._month_first() if self.kinds("month") else self._year()
        if item is not None:
            item.start, item.fuzzy = token.start, token.text.lower()
        return item


def _complete(items: list[_Item]) -> list[_Item]:
    """Fills month and year from the right, then the year from the left; drops days that get no month."""
    for i in range(len(items) - 2, -1, -1):
        item, after = items[i], items[i + 1]
        if not after.linked:
            continue
        if item.day and not item.month and after.month and after.day:
            item.month, item.month_printed = after.month, False
            if not item.year:
                item.year = after.year
        elif item.month and not item.year and not item.fuzzy and after.month and after.year:
            # "30 December and 2 January 2005": the year turned in between.
            item.year = after.year - (item.month > after.month and bool(item.day))
    for i in range(1, len(items)):
        item, before = items[i], items[i - 1]
        if item.linked and item.month and not item.year and (before.year2 or before.year):
            item.year, item.year_printed = before.year2 or before.year, False
    kept = [item for item in items if item.month or item.year]
    for item in kept:
        if item.is_range and item.month2 and item.year2 and not item.year:
            item.year = item.year2 - (item.month > item.month2)
        if not item.year:
            item.year_printed = False
    return kept


def _mention(passage: Passage, item: _Item, cluster: int) -> DateMention | None:
    text = passage.text
    before, after = text[: item.start], text[item.end :]
    if not item.day and (not item.month or not item.year):
        bare_month = item.month and not item.year
        if bare_month and not item.fuzzy and not item.is_range and not _month_alone(before, after):
            return None
        if not item.month and not item.fuzzy and not _year_alone(before, after):
            return None
    while item.end > item.start and text[item.end - 1] in " ,":
        item.end -= 1
    if text[item.end - 1] == "." and not re.match(r"\s*\d", after) and item.month:
        item.end -= 1
    start, end = passage.span(item.start, item.end)
    mention = DateMention(
        segment=passage.segment, label="DATE", text=text[item.start : item.end], value="", start=start, end=end,
        at=item.start, to=item.end, cluster=cluster, year_from="stated" if item.year_printed or item.year else "",
        note=item.weekday,
    )  # fmt: skip
    return _dated(mention, item)


def _month_alone(before: str, after: str) -> bool:
    return bool(_TIME_WORD.search(before)) and not re.match(r"\s+(?:I|we|he|she|they|the)\b", after)


def _year_alone(before: str, after: str) -> bool:
    if _NOT_A_YEAR.match(after) and re.search(r"\(\s*$", before):
        return False  # "resolution 1547 (2004)"
    return bool(_TIME_WORD.search(before)) and not _NOT_A_YEAR.match(after)


def _dated(mention: DateMention, item: _Item) -> DateMention:
    """The mention with its days, where the year is known; else with its parts kept for `resolve`."""
    precision = "day" if item.day else ("month" if item.month else "year")
    if item.fuzzy and not item.day:
        precision = "vague"
    parts = (item.day, item.month, item.year, item.day2, item.month2, item.year2)
    mention = replace(mention, precision=precision, parts=parts)
    return _valued(mention, item.year) if item.year else mention


def _valued(mention: DateMention, year: int) -> DateMention:
    day, month, printed, day2, month2, year2 = mention.parts
    year = printed or year
    last_year = year2 or (year + 1 if month2 and month2 < month else year)
    last_month = month2 or month
    try:
        if day:
            first = date(year, month, day)
            last = date(last_year, last_month, day2) if day2 else first
        elif month:
            first = date(year, month, 1)
            last = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
        else:
            first, last = date(year, 1, 1), date(last_year, 12, 31)
    except ValueError:
        return replace(mention, note="impossible", precision="day")
    if last < first:
        return replace(mention, note="impossible", precision="day")
    return replace(
        mention,
        first=first,
        last=last,
        value=_iso(mention.precision, first, last, bool(day2), bool(month2 or year2)),
    )


def _iso(precision: str, first: date, last: date, days: bool, longer: bool) -> str:
    if precision == "day":
        return f"{first}/{last}" if days else f"{first}"
    width = 4 if first.month == 1 and last.month == 12 and first.day == 1 and last.day == 31 else 7
    a, b = str(first)[:width], str(last)[:width]
    return a if a == b or not longer else f"{a}/{b}"


def lacks_year(mention: DateMention) -> bool:
    """Whether the year of a date is still to be taken from the context."""
    return mention.first is None and mention.note != "impossible" and bool(mention.parts)


def resolve(mention: DateMention, year: int, rule: str) -> DateMention:
    """The mention with `year`, and the rule that gave it."""
    return replace(_valued(mention, year), year_from=rule)


def weekday_fits(mention: DateMention) -> bool:
    """Whether a printed weekday is the weekday of the date; true where none is printed."""
    if mention.note not in _WEEKDAYS or mention.first is None:
        return True
    return mention.first.weekday() == _WEEKDAYS[mention.note]


def odd(text: str) -> date | None:
    """A single expression that the grammar leaves ("11 janv. 2005", "Jan 11th 05"), by dateparser; never running text."""
    if len(text) > 40 or not re.search(r"\d", text):
        return None
    import dateparser

    found = dateparser.parse(
        text,
        settings={
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
        },
    )
    return found.date() if found else None
