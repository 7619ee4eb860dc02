"""The grammar of printed dates: tokens, items of one coordinated expression, and what they lend each other.

Days without a month and months without a year take them from the right ("11 January and 28 March 2005").
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3].lower(): i for name, i in list(_MONTHS.items())} | {"sept": 9}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_ROMAN = {
    r: i for i, r in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], start=1)
}
_MONTH = "|".join(sorted((n.capitalize() for n in _MONTHS), key=len, reverse=True))
_MONTH += "|" + "|".join(n.upper() for n in _MONTHS if len(n) > 3)
_MONTH += r"|MAY(?=\s\d{1,2},\s\d{4})|(?<=\d\s)MAY(?=\s\d{4})"  # elsewhere "MAY" in capitals is a verb
# a slip of the pen, sure between day and year: "24 march 1995"
_MONTH += rf"|(?<=\d\s)(?:{'|'.join(n for n in _MONTHS if len(n) > 3 or n == 'may')})(?=\s(?:19|20)\d\d)"
_FUZZY = (
    r"(?:[Ee]arly|[Mm]id)[\s-]to[\s-](?:mid|late)|[Ll]ate(?:\s+in)?|[Ee]arly(?:\s+in)?|[Mm]id|[Ee]nd(?:\s+of|-)|[Bb]eginning\s+of|[Mm]iddle\s+of"
    r"|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)\s+(?:(?:two|three|few)\s+)?(?:weeks?|days)\s+of"
)
_PARTS = {"half": 6, "quarter": 3}  # months
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PART = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th|[Ll]ast)\s(?:half|quarter)(?:\sof(?:\sthe\syear)?|,)"
_ABBREVIATED = "|".join(d[:3].capitalize() for d in WEEKDAYS) + "|Tues|Thur|Thurs"
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_DAYS = [*_UNITS, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"]
_DAYS += ["eighteenth", "nineteenth", "twentieth", *(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first"]
_NTH_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))  # "the twenty-eighth of June"
# "the second (to the fifth) of May"
_NTH_OF = rf"\s(?:(?:to|until|till|through|and)\s(?:the\s)?(?:{_NTH_DAY})\s)?(?:day\s)?of\s(?:{_MONTH})\b"
_THE_NEXT = (
    rf"(?:\sthe(?=\s(?:\d{{1,2}}(?:st|nd|rd|th)|(?i:{_NTH_DAY}))\b))?"  # "from the 28th of June to the 3rd of July"
)
_WEEKDAY = "|".join(form for d in WEEKDAYS for form in (d.capitalize(), d.upper()))
_NUMBERED = r"\d{1,2}|" + "|".join(_ROMAN)  # a month in figures: "18.1.1963", "30.XI.1962"
_DOTTED = rf"\d{{1,2}}\.(?:{_NUMBERED})\.(?:19|20)\d\d"
_SLASHED = r"\d{1,2}/\d{1,2}/(?:19|20)\d\d"
_TOKEN = re.compile(
    rf"""
    (?P<iso>\d{{4}}(?P<bar>[-/.])\d\d(?P=bar)\d\d(?:(?<=-\d\d)/\d\d(?![\w/-]))?)(?![\w-])
  | (?P<numeric>\d{{1,2}}(?P<mark>[./-])\d{{1,2}}(?P=mark)(?:19|20)\d\d)(?!\w)
  | (?P<named>\d{{1,2}}(?P<dash>[-./])(?:{_MONTH}|{"|".join(_ROMAN)})\.?(?P=dash)(?:(?:19|20)\d\d|\d\d))(?![\w-])
  | (?P<daymonth>\d{{1,2}}\.(?:{_NUMBERED})\.?(?=\s?[-–]\s?{_DOTTED})|\d{{1,2}}/\d{{1,2}}(?=\s?[-–]\s?{_SLASHED}))
  | (?P<year>(?:1[89]|20)\d\d)(?![\w/,.]\d|\w|/)
  | (?P<day>0?[1-9]|[12]\d|3[01]|3[2-9](?=\s(?:{_MONTH})\s(?:19|20)\d\d))
    (?:\s?(?:st|nd|rd|th)\b|\.(?=\s?(?:[-–&]|and)\s?{_DOTTED}))?
    (?![\w%]|/(?!\d{{1,2}}\s[A-Z])|[.,]\d)
  | (?P<nth>(?i:{_NTH_DAY})(?={_NTH_OF}))(?:\sday)?
  | (?P<weekday>(?:{_WEEKDAY})\b|(?:{_ABBREVIATED})\b\.?(?=,?\s\d))
  | (?P<month>(?:{_MONTH})\b\.?(?!-\d{{4}}))
  | (?P<range>[-–—−]|(?:to|until|till|through)\b{_THE_NEXT}|/(?=(?:{_MONTH})\b)|/(?=\s?\d{{4}}-\d\d-\d\d))
  | (?P<coord>[,;]\s?(?:and\b|&)?|and\b{_THE_NEXT}|&|or\b)
  | (?P<slash>/(?=\d{{1,2}}\s))
  | (?P<part>{_PART}(?=\s?(?:19|20)\d\d))
  | (?P<fuzzy>(?:{_FUZZY})(?=[\s-]))
  | (?P<of>(?:of|the)\b|\((?:morning|afternoon|evening|a\.m\.|p\.m\.)(?:\sand\s(?:afternoon|evening))?\))
    """,
    re.X,
)
# Years of two figures stand in tables only: in prose "1/2/05" may be anything.
_SHORT = re.compile(r"\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)\d\d(?![\w./-])")
# "27 Apr. - 2 May 97"
_YEAR_OF_TWO = re.compile(rf"[’']?(?P<year>\d\d)(?=\s*(?:$|[;()\n]|(?:to|and|[-–—])\s?\d{{1,2}}\s(?:{_MONTH})\b))")
_START = re.compile(
    rf"(?<![\w/.$€£#-])(?:{_PART}|(?i:{_NTH_DAY})(?={_NTH_OF})|\d{{1,4}}(?!\d)|(?:{_MONTH})\b|(?:{_FUZZY})(?=[\s-])|[MTWFS](?:[a-z]{{2,5}}day|[A-Z]{{2,5}}DAY)\b"
    rf"|(?:{_ABBREVIATED})\b)"
)
# "on 4 and in Geneva on 9 May"
_AGAIN = re.compile(
    r"\s(?:(?:in|at)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s)?(?:from|on)\s(?=\d{1,2}\b)"
)  # "from 14 to 18 and from 21 to 23 July", "on 3 and on 5 May"
_TWO_WEEKDAYS = re.compile(r"[A-Z][a-z]+day\sand\s([A-Z][a-z]+day),?\s\d")
_COUNTED = re.compile(
    r"(?:\s|-)(?!(?:as|this|its|his|was|is|has|does|regards|plus|versus)\b)(?:[A-Za-z]+ing\s)?[A-Za-z-]{2,}s\b|\s(?:of|other|more|new|per)\b|%"
)  # "and 5 members"
_CENTURY = 45  # two figures up to this one are years of 2000; the Organization is no older than 1945

_KINDS = tuple(k for k in _TOKEN.groupindex if k not in ("bar", "mark", "dash"))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Item:
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
    american: bool = False
    linked: bool = False  # coordinated with the item before it


def expressions(text: str, in_table: bool = False) -> Iterator[list[Item]]:
    """The coordinated expressions of a text in order, each with its dates; those that get no month are left out.

    Args:
        text: the text of a passage.
        in_table: it is a cell, where a year may have two figures ("11/03/09").
    """
    at = 0
    while match := _START.search(text, at):
        tokens = _run(text, match.start(), in_table)
        if not tokens:
            at = match.end()
            continue
        at = max(tokens[-1].end, match.end())
        yield _complete(_items(text, tokens))


def _run(text: str, at: int, in_table: bool) -> list[_Token]:
    """The longest run of date tokens from `at`, less the connectors that it ends with."""
    tokens: list[_Token] = []
    while True:
        if in_table and (match := _SHORT.match(text, at)):
            kind = "numeric"
            tokens.append(_Token(kind, match.group(), match.start(), match.end()))
        elif in_table and (match := _YEAR_OF_TWO.match(text, at)) and _takes_short_year(text, tokens, match):
            kind = "year"
            tokens.append(_Token(kind, str(_century(int(match["year"]))), match.start(), match.end()))
        elif match := _TOKEN.match(text, at):
            kind = next(k for k in _KINDS if match.group(k) is not None)
            word = match.group(kind)
            if kind == "nth":
                kind, word = "day", str(_DAYS.index(word.lower()) + 1)
            tokens.append(_Token(kind, word, match.start(), match.end()))
        else:
            break
        at = match.end()
        if kind == "coord" and len(tokens) > 1 and tokens[-2].kind == "day" and (again := _AGAIN.match(text, at)):
            at = again.end()
        while at < len(text) and text[at] == " ":
            at += 1
        if len(tokens) > 400:  # no editor writes that; a bound against hostile input
            break
    while tokens and tokens[-1].kind in ("range", "coord", "slash", "fuzzy", "part", "of"):
        tokens.pop()
    if len(tokens) > 4 and [t.kind for t in tokens[:3:2]] == ["weekday"] * 2 and tokens[1].kind in ("coord", "range"):
        del tokens[1:3]  # "Thursday and Friday, 19 and 20 October"
    return tokens


def _takes_short_year(text: str, tokens: list[_Token], match: re.Match[str]) -> bool:
    """Whether two figures behind a month are its year: they are no day, or end a cell that is a date and no more."""
    kinds = [t.kind for t in tokens[-2:]]
    whole = kinds[:1] == ["day"] and tokens[0].start == 0 and match.end() == len(text.rstrip())
    return kinds[-1:] == ["month"] and (whole or int(match["year"]) > 31)


def _century(year: int) -> int:
    return year + (2000 if year < _CENTURY else 1900)


def _items(text: str, tokens: list[_Token]) -> list[Item]:
    parser = _Parser(text, tokens)
    items: list[Item] = []
    linked = False
    while (token := parser.peek()) is not None:
        if token.kind in ("coord", "range", "slash", "of"):
            parser.take()
            linked = token.kind == "coord"
            continue
        item = parser.item(after_american=linked and bool(items) and items[-1].american)
        if item is None:
            if parser.peek() is not None:
                parser.take()
            linked = False
            continue
        item.linked = linked and bool(items)
        linked = False
        items.append(item)
    if len(items) == 2 and (named := _TWO_WEEKDAYS.match(text, items[0].start)):
        items[1].weekday = items[1].weekday or named.group(1).lower()
    return _between(text, items)


def _between(text: str, items: list[Item]) -> list[Item]:
    """ "between 6 and 29 October" is one range, not two days."""
    if len(items) != 2 or not items[1].linked or not re.search(r"\b[Bb]etween\s+(?:the\s)?$", text[: items[0].start]):
        return items
    a, b = items
    if a.is_range or b.is_range or not b.month:
        return items
    return [
        Item(
            a.start,
            b.end,
            day=a.day,
            month=a.month or (b.month if a.day else 0),
            year=a.year or b.year,
            day2=b.day,
            month2=b.month,
            year2=b.year,
            is_range=True,
            month_printed=True,
            year_printed=bool(b.year),
        )
    ]


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

    def item(self, after_american: bool = False) -> Item | None:
        token = self.tokens[self.at]
        if token.kind in ("iso", "numeric", "named"):
            return self._figures()
        if token.kind == "daymonth":
            return self._figures_until()
        if token.kind in ("weekday", "day"):
            item = self._day_first()
            if item is not None and after_american and not item.month:
                self._year_behind(item)  # "January 11 and 13, 2005"; "March 4 and 5", not "March 4 and 5 members"
                item.american = bool(item.year) or not _COUNTED.match(self.text, item.end)
            return item
        if token.kind == "month":
            return self._month_first()
        if token.kind == "year":
            return self._year()
        if token.kind == "fuzzy":
            return self._fuzzy()
        if token.kind == "part":
            return self._part()
        return None

    def _figures(self) -> Item:
        token = self.take()
        text, _, until = token.text.partition("/") if token.text[4:5] == "-" else (token.text, "", "")
        day, month, year = _read(text)
        item = Item(token.start, token.end, day, month, year)
        if until:  # "2009-04-07/08"
            item.day2, item.month2, item.year2, item.is_range = int(until), month, year, True
            return item
        if self.kinds("range", token.kind):
            self.take()
            last = self.take()
            item.day2, item.month2, item.year2 = _read(last.text)
            item.end, item.is_range = last.end, True
        return item

    def _figures_until(self) -> Item | None:
        """ "28.3.-1.4.1963", "20.XI.–1.XII.1962", "04.02–05.02.2004", "21/7–29/7/1953" """
        token = self.take()
        if not (self.kinds("range", "numeric") or self.kinds("range", "named")):
            return None
        self.take()
        last = self.take()
        item = Item(token.start, last.end, is_range=True)
        item.day2, item.month2, item.year2 = _read(last.text)
        mark = next(c for c in token.text if not c.isalnum())
        item.day, item.month, _ = _read(f"{token.text.rstrip('.')}{mark}{item.year2}")
        return item

    def _part(self) -> Item | None:
        token = self.take()
        if not self.kinds("year"):
            return None
        year = self.take()
        nth, part = token.text.lower().replace(",", " ").split()[:2]
        months = _PARTS[part]
        k = _NTH.get(nth, 12 // months)
        if k * months > 12:
            return None
        item = Item(token.start, year.end, month=(k - 1) * months + 1, year=int(year.text), fuzzy=token.text.lower())
        item.month2, item.year2, item.is_range = k * months, item.year, True
        return item

    def _weekday(self) -> str:
        if not self.kinds("weekday"):
            return ""
        name = self.take().text.lower()
        if self.kinds("coord", "day") and self.tokens[self.at].text.strip() == ",":
            self.take()
        return name

    def _day_first(self) -> Item | None:
        start = self.tokens[self.at].start
        weekday = self._weekday()
        if not self.kinds("day"):
            return None
        token = self.take()
        item = Item(start, token.end, day=int(token.text), weekday=weekday)
        if self.kinds("range", "numeric") or self.kinds("range", "named"):  # "9-11.05.2009"
            self.take()
            last = self.take()
            item.day2, item.month, item.year = _read(last.text)
            item.end, item.is_range = last.end, True
            return item
        if self.kinds("of", "range", "day"):  # "3 (afternoon)–5 December"
            self.take()
        if (self.kinds("range", "day") or self.kinds("slash", "day")) and self._day_follows(1):
            self.take()
            token = self.take()
            item.day2, item.end, item.is_range = int(token.text), token.end, True
        self._month_year(item)
        comma = int(self.kinds("coord", "range") and self.tokens[self.at].text.strip() == ",")
        if item.month and self.kinds(*["coord"] * comma, "range") and self._second_date(1 + comma):
            mark = self.at
            self.at += comma  # "Monday, 24 February, to Thursday, 13 March"
            self.take()
            second = self._day_first()
            if second is None or not second.month or second.is_range:
                self.at = mark
                return item
            item.day2, item.month2, item.year2 = second.day, second.month, second.year
            item.end, item.is_range = second.end, True
        elif not item.month and self.kinds(*["coord"] * comma, "range", "weekday"):
            mark = self.at
            self.at += comma + 1  # "Monday, 4, to Friday, 8 May"
            second = self._day_first()
            if second is None or not second.month or second.is_range:
                self.at = mark
                return item
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

    def _month_year(self, item: Item) -> None:
        if self.kinds("of", "month"):
            self.take()
        if not self.kinds("month"):
            return
        token = self.take()
        item.month, item.end = _MONTHS[token.text.rstrip(".").lower()], token.end
        if self.kinds("of", "year") or self.kinds("of", "coord", "year"):  # "4 December (afternoon), 2026"
            self.take()
        self._year_behind(item)

    def _year_behind(self, item: Item) -> None:
        if self.kinds("coord", "year") and self.tokens[self.at].text.strip() == ",":
            self.take()
        if self.kinds("year"):
            token = self.take()
            item.year, item.end = int(token.text), token.end

    def _month_first(self) -> Item | None:
        token = self.take()
        month = _MONTHS[token.text.rstrip(".").lower()]
        item = Item(token.start, token.end, month=month)
        if self.kinds("day"):  # American order
            return self._american(item)
        if self.kinds("coord", "year") and self.tokens[self.at].text.strip() == ",":
            self.take()
        if self.kinds("of", "year") and self.tokens[self.at].text == "of":  # "July of 1994"
            self.take()
        if self.kinds("year"):
            year = self.take()
            item.year, item.end = int(year.text), year.end
        if self.kinds("range", "day", "month"):  # "October 2010 to 7 January 2011"
            self.take()
            return _until(item, self._day_first())
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

    def _american(self, item: Item) -> Item:
        token = self.take()
        item.day, item.end, item.american = int(token.text), token.end, True
        if self.kinds("range", "day") and not self.kinds("range", "day", "month"):
            self.take()
            token = self.take()
            item.day2, item.end, item.is_range = int(token.text), token.end, True
        self._year_behind(item)
        if not item.day2 and self.kinds("range", "day", "month"):  # "June 19 to 14 July 2023"
            self.take()
            return _until(item, self._day_first())
        if not item.day2 and self.kinds("range", "month", "day"):  # "May 5-June 3, 2005"
            self.take()
            second = self._month_first()
            if second is not None and second.day:
                item.day2, item.month2, item.year2 = second.day, second.month, second.year
                item.end, item.is_range = second.end, True
        return item

    def _year(self) -> Item:
        token = self.take()
        item = Item(token.start, token.end, year=int(token.text))
        if self.kinds("range", "year"):
            self.take()
            token = self.take()
            item.year2, item.end, item.is_range = int(token.text), token.end, True
        return item

    def _fuzzy(self) -> Item | None:
        token = self.take()
        if self.kinds("range"):  # "mid-2005"
            self.take()
        if not (self.kinds("month") or self.kinds("year")):
            return None
        item = self._month_first() if self.kinds("month") else self._year()
        if item is not None:
            item.start, item.fuzzy = token.start, token.text.lower()
        return item


def _until(item: Item, last: Item | None) -> Item:
    """A range whose last day is printed otherwise than its first; what it was where there is no such day."""
    if last is not None and last.month and not last.is_range:
        item.day2, item.month2, item.year2 = last.day, last.month, last.year
        item.end, item.is_range = last.end, True
    return item


def _read(text: str) -> tuple[int, int, int]:
    """Day, month, year of "2005-01-11", "11/01/2005", "11-Jan-05" or "11.IV.1994"."""
    a, b, c = re.split(r"[-./]+", text)
    if len(a) == 4:
        return int(c), int(b), int(a)
    year = int(c) if len(c) == 4 else _century(int(c))
    if not b.isdigit():
        return int(a), _ROMAN.get(b) or _MONTHS[b.lower()], year
    # Day first, as in the Organization's usage; month first only where the day cannot be one.
    d, m = int(a), int(b)
    return (m, d, year) if m > 12 >= d else (d, m, year)


def _year_at_the_end(items: list[Item]) -> int:
    """The year that days in American order share: of the last of them."""
    for item in items:
        if item.month or not (item.day and item.linked):
            return 0
        if item.year:
            return item.year
    return 0


def _complete(items: list[Item]) -> list[Item]:
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
        if item.linked and item.day and not item.month and before.american:
            year = _year_at_the_end(items[i:])
            if year or (item.american and not item.day2):
                item.month, item.month_printed = before.month, False  # "January 11 and 13, 2005"
                before.year, item.year = before.year or year, item.year or year
        if item.linked and item.month and not item.year and (before.year2 or before.year):
            item.year, item.year_printed = before.year2 or before.year, False
    kept = [item for item in items if item.month or item.year]
    for item in kept:
        if item.is_range and item.month2 and item.year2 and not item.year:
            item.year = item.year2 - (item.month > item.month2)
        if not item.year:
            item.year_printed = False
    return kept
