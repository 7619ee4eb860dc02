"""Days whose month stands apart: above the lines of a chronicle, in a row of a table or in the cell beside them.

"July 2009" / "29 Organizational Committee, formal meeting"; "May" | "12" | "Meeting with donors".
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.heads import header_field
from extract.model import DateMention, Passage
from extract.recognise import date_grammar, dates
from extract.recognise.date_grammar import Item

_NAMES = "|".join(calendar.month_name[1:])
_SHORT = "|".join(calendar.month_abbr[1:]) + "|Sept"
_MONTH = re.compile(
    rf"\W{{0,3}}(?P<month>{_NAMES}|{_NAMES.upper()}|{_SHORT})\.?(?:,?\s(?P<year>(?:19|20)\d\d))?\W{{0,3}}"
)
# "Activities in 2011 / February", "Side events held in July 2025": what stands above the first rows ends the title
_ENDS_IN_MONTH = re.compile(rf"(?:^|[:.,]\s|(?:19|20)\d\d\s|\b(?:in|during|for)\s|\(){_MONTH.pattern}$")
_HEAD_MONTH = re.compile(rf"[\s(,](?P<month>{_NAMES})\.?(?:,?\s(?P<year>(?:19|20)\d\d))?\W{{0,3}}$")
_WEEKDAY = rf"(?:(?:{'|'.join((*calendar.day_name, *calendar.day_abbr, 'Tues', 'Thurs'))})\.?,?\s)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_UNTIL = rf"(?:\s?[–-]\s?|\sto\s){_WEEKDAY}{_DAY}"
_DAYS = rf"{_DAY}(?:{_UNTIL})?(?:(?:,\s|\sand\s|,\sand\s|;\s|/){_DAY}(?:\s?[–-]\s?{_DAY})?){{0,6}}"
# "29 Burundi configuration", "3, 17 Working Group"; no "1. The Committee", "2 per cent", "4 May"
_OPENS = re.compile(rf"(?P<days>{_WEEKDAY}{_DAYS})(?::|\s[–—-])?\s(?=[A-Z“])(?!(?:{_NAMES}|{_SHORT})\b)")
# "4 meetings": how many
_COUNTED = re.compile(
    r"\d+\s(?:[A-Z]?[a-z-]+\s){0,2}(?:[Mm]eetings|[Vv]isits|[Bb]riefings|[Ss]essions|[Mm]issions|[Ww]orkshops|[Hh]earings|[Ee]vents)\b"
)
# "8–10, Beirut", where a column has date and place
_ALONE = re.compile(
    rf"\W{{0,2}}(?P<days>{_WEEKDAY}{_DAYS})(?:\s?\([a-z. ]{{2,12}}\))?"
    rf"(?:,\s(?!(?:{_NAMES}|{_SHORT})\b)[A-Z][^\d,;]{{2,40}})?\W{{0,2}}"
)
# "20 \" \"", "9 do.": month and year are those of the row above
_DITTO = re.compile(rf"(?P<days>{_WEEKDAY}{_DAYS})(?:\s?[\"“”″]|\s(?:do|ditto)\.?){{1,2}}\W{{0,2}}")
# "28 a", "7–8 (retreat)", "–", "No meetings"
_CELL = re.compile(
    rf"(?:(?P<days>{_DAYS})(?:\s?\([^()]{{1,60}}\)|\s?[a-z*]{{1,2}})?|[–—-]+|(?:No|None)\b[\w\s]{{0,40}})\W?"
)
_COUNTS = re.compile(r"\b(?:number|total|no\.|sum|amount|per\scent|percentage|hours|days)\b|[%$#]", re.I)
# "12.03", "30.09–03.10", "25–26.02"
_FIGURES = re.compile(
    r"(?:(?P<day>\d{1,2})(?:\.(?P<month>0[1-9]|1[0-2]))?\.?\s?[–-]\s?)?(?P<last>\d{1,2})\.(?P<last_month>0[1-9]|1[0-2])\.?"
)
_DATE_FIELDS = ("date", "start", "end")
_NOTHING = re.compile(r"[\s–—-]*")
_LINES = ("other", "list_item")
_LAST = 31
_LEAST = 3  # bare days that are enough for a chronicle
_MOST_LINES = 0.6  # of the lines below the months begin with days


@dataclass(slots=True)
class _Month:
    """A printed month and what stands below it."""

    name: str
    year: str
    days: list[tuple[Passage, str]] = field(default_factory=list)
    others: int = 0

    def in_order(self) -> bool:
        """Whether the first days run through the month."""
        first = [int(m.group()) for _, text in self.days if (m := re.search(r"\d+", text))]
        return all(a <= b for a, b in pairwise(first)) and all(0 < d <= 31 for d in first)


def add(passages: Sequence[Passage], dated: dict[str, list[DateMention]]) -> None:
    """Puts the bare days of chronicles and tables among the dates; where the month has a year, it is theirs.

    Below the months of a part, or in a column of a table, at least three must run through their months, and most
    lines begin with one: else they are numbers of something else.

    Args:
        passages: the passages of the document in order.
        dated: segment id → its dates; changed in place.
    """
    cluster = 1 + max((d.cluster for found in dated.values() for d in found), default=0)
    for months in (*_chronicles(passages, dated), *_tables(passages, dated)):
        if not all(month.in_order() for month in months):
            continue
        for month in months:
            for passage, text in month.days:
                found = list(_read(passage, text, month, cluster))
                dated[passage.segment.id] = sorted([*found, *dated[passage.segment.id]], key=lambda m: m.at)
                cluster += 1
    for passage, item in _in_figures(passages, dated):
        if (day := dates.of_item(passage, item, cluster)) is not None:
            dated[passage.segment.id] = [day]
            cluster += 1


def _in_figures(passages: Sequence[Passage], dated: dict[str, list[DateMention]]) -> Iterator[tuple[Passage, Item]]:
    """The days of a column that has day and month in figures, below a head that says they are dates: "12.03"."""
    columns: dict[tuple[str, int, int], list[Passage]] = defaultdict(list)
    heads: dict[tuple[str, int, int], list[Passage]] = defaultdict(list)
    for p in passages:
        s = p.segment
        if s.kind == "table_cell":
            (columns[s.part, s.table, s.column] if s.row > 0 else heads[s.part, s.table, s.column]).append(p)
    for key, cells in columns.items():
        if not any(header_field(p.text) in _DATE_FIELDS for p in heads[key]):
            continue
        said = [p for p in cells if not _NOTHING.fullmatch(p.text)]
        found = [(p, m) for p in said if not dated[p.segment.id] and (m := _FIGURES.fullmatch(p.text)) is not None]
        if len(found) < _LEAST or len(found) < len(said):
            continue
        for p, m in found:
            item = Item(0, m.end(), int(m["day"] or m["last"]), int(m["month"] or m["last_month"]), year_printed=False)
            if m["day"]:
                item.day2, item.is_range = int(m["last"]), True
                item.month2 = int(m["last_month"]) if m["month"] else 0
            if max(item.day, item.day2) <= _LAST:
                yield p, item


def _chronicles(passages: Sequence[Passage], dated: dict[str, list[DateMention]]) -> Iterator[list[_Month]]:
    by_part: dict[str, list[_Month]] = defaultdict(list)
    open_: _Month | None = None
    part = ""
    for p in passages:
        s = p.segment
        if s.part != part:
            part, open_ = s.part, None
        if s.table >= 0 or s.kind in ("page_furniture", "footnote"):
            continue
        if (printed := _MONTH.fullmatch(p.text)) is not None:
            open_ = _Month(printed["month"], printed["year"] or "")
            by_part[part].append(open_)
        elif s.kind in ("heading", "title"):
            open_ = None
        elif open_ is not None:
            days = _OPENS.match(p.text) if s.kind in _LINES and not _COUNTED.match(p.text) else None
            if days and not any(d.at < days.end("days") for d in dated[s.id]):
                open_.days.append((p, days["days"]))
            else:
                open_.others += 1
    for months in by_part.values():
        n = sum(len(m.days) for m in months)
        if n >= _LEAST and n >= _MOST_LINES * (n + sum(m.others for m in months)):
            yield months


def _tables(passages: Sequence[Passage], dated: dict[str, list[DateMention]]) -> Iterator[list[_Month]]:
    """The columns of bare days, with the month of each row: its own section, or the cell before it in the row."""
    cells: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    titles: dict[tuple[str, int], str] = {}
    title = ""
    for p in passages:
        if p.segment.kind == "table_cell":
            titles.setdefault((p.segment.part, p.segment.table), title)
            cells[p.segment.part, p.segment.table].append(p)
        title = p.text.strip() if p.segment.kind == "table_title" else ""
    for of_table, found in cells.items():
        columns = {c.segment.column for c in found if _ALONE.fullmatch(c.text)}
        heads: dict[int, str] = {}
        for c in found:
            if c.segment.row <= 0 and not _MONTH.fullmatch(c.text):
                heads.setdefault(c.segment.column, c.text)
        for month in _as_above(found, dated):
            yield [month]
        if matrix := _matrix(found, heads, dated):
            yield matrix
            continue
        dates_ = [c for c in sorted(columns) if header_field(heads.get(c, "date")) == "date" or heads.get(c) == "Days"]
        if len(dates_) != 1:
            continue
        months: list[_Month] = []
        if above := _ENDS_IN_MONTH.search(titles.get(of_table, "")):  # the month of the first rows ends the title
            months.append(_Month(above["month"], above["year"] or ""))
        if within := _HEAD_MONTH.search(heads.get(dates_[0], "")):  # "Dates (July 1993)"
            months.append(_Month(within["month"], within["year"] or ""))
        for c in found:
            if (printed := _MONTH.fullmatch(c.text)) is not None:
                months.append(_Month(printed["month"], printed["year"] or ""))
            elif months and c.segment.column == dates_[0] and c.segment.row > 0:
                days = _ALONE.fullmatch(c.text)
                if days and not dated[c.segment.id]:
                    months[-1].days.append((c, c.text[: days.end("days")]))
        if sum(len(m.days) for m in months) >= _LEAST:
            back = [replace(m, days=m.days[::-1]) for m in months]  # the newest first
            yield months if all(m.in_order() for m in months) else back


def _as_above(cells: Sequence[Passage], dated: dict[str, list[DateMention]]) -> Iterator[_Month]:
    """The days with ditto marks: "20 \" \"" below "2 February 1989", or below another such day."""
    above: dict[int, _Month] = {}
    for c in cells:
        column = c.segment.column
        if days := [d for d in dated[c.segment.id] if d.precision == "day" and d.parts[1]]:
            last = days[-1]
            above[column] = _Month(calendar.month_name[last.parts[1]].lower(), str(last.parts[2] or ""))
        elif (found := _DITTO.fullmatch(c.text)) and column in above and not dated[c.segment.id]:
            yield replace(above[column], days=[(c, c.text[: found.end("days")])])


def _matrix(cells: Sequence[Passage], heads: dict[int, str], dated: dict[str, list[DateMention]]) -> list[_Month]:
    """The days of a table with a month in each row and a kind of event in each column: "May | 5; 26 | 17".

    Counts by month look alike; so one cell at least must have several days, and no head may say that it counts.
    """
    rows: dict[int, list[Passage]] = defaultdict(list)
    for c in cells:
        if c.segment.row > 0:
            rows[c.segment.row].append(c)
    if not heads and rows:
        heads = {c.segment.column: c.text for c in rows.pop(min(rows))}  # heads that are not marked as such
    out: list[_Month] = []
    months = several = odd = 0
    for row in rows.values():
        printed = _MONTH.fullmatch(row[0].text)
        months += printed is not None
        for c in row[1:]:
            days = _CELL.fullmatch(c.text)
            beyond = days is not None and any(
                int(n) > 31 for n in re.findall(r"\d+", days["days"] or "")
            )  # "46th to 49th"
            odd += days is None or beyond or bool(_COUNTS.search(heads.get(c.segment.column, "")))
            if printed and days and days["days"] and not dated[c.segment.id]:
                several += not days["days"].isdigit()
                out.append(_Month(printed["month"], printed["year"] or "", [(c, days["days"])]))
    in_months = months >= _LEAST and months >= 0.8 * len(rows)
    return out if in_months and several and not odd and len(heads) > 2 else []


def _read(passage: Passage, text: str, month: _Month, cluster: int) -> Iterator[DateMention]:
    """The dates of the days at the beginning of a passage."""
    for items in date_grammar.expressions(f"{text} {month.name.capitalize()} {month.year}".rstrip()):
        for item in items:
            item.end = min(item.end, len(text))
            found = dates.of_item(passage, item, cluster) if item.day and item.start < item.end else None
            if found is not None:
                yield replace(found, year_from="the month above") if month.year else found
