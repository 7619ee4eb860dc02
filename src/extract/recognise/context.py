"""The year of a date that is printed without one, from the text around it, with the rule that gave it.

Order of evidence: a year row, caption or heading above; a date right behind in the same sentence; the date before it
in the same paragraph; in the part, if it falls in the reporting period; the reporting period; the document's own date.
Nothing is put after the document, since reports tell of the past.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from extract import lexicon
from extract.model import DateMention, Header, Passage
from extract.recognise import dates, relative_dates
from extract.recognise.date_grammar import WEEKDAYS

# Neither number of "resolution 1970 (2011)" is a year that says when;
# nor is that of "violations committed since 1991".
_YEAR = re.compile(
    r"(?<![\w/])(?<!\d \()(?<![Rr]esolution\s)(?<![Rr]esolutions\s)"
    r"(?i:(?<!since\s)(?<!until\s)(?<!before\s)(?<!after\s))((?:19|20)\d\d)"
    r"(?![\w/]|\s\(\d{4}\)|\s(?:Agenda|Plan|Strategy|Framework)\b)"
)
# "Strategic plan and programme of work 2021–2029": a span of years, not the time of what is told.
_YEARS = re.compile(r"(?<![\w/])(?:19|20)\d\d\s?[–-]\s?(?:(?:19|20)\d\d|\d\d)(?!\d|\s[A-Z])")
# The date of a document cited tells nothing about when the events of the sentence were.
_DOCUMENT = re.compile(
    r"\b(?:[Rr]esolutions?|[Ll]etters?|[Nn]otes?|[Rr]eports?|[Ss]tatements?|[Dd]ecisions?|[Aa]ccords?|[Aa]greements?|[Pp]rotocols?"
    r"|[Dd]eclarations?|[Mm]emorand(?:um|a)|[Tt]reat(?:y|ies)|[Cc]onventions?|[Cc]ommuniqu[eé]s?|[Ll]aws?|[Dd]ecrees?|[Cc]onstitutions?"
    r"|[Aa]ppointments?|[Nn]ominations?|[Ee]lections?|[Cc]oups?|[Aa]ttacks?|[Ii]nvitations?|[Rr]equests?)\b"
    r"[^,;.]{0,60}\b(?:of|dated|signed\s(?:[\w\s]{1,40}\s)?on)\s*$"
    r"|\(\d{4}\)\s+of\s*$"
)
# "the August 1996 reform bill": a name
_BELONGS_TO = re.compile(
    r"\s(?!(?:to|and|or|in|on|at|of|for|by|with|as|from|when|that|which|the|a|an|its|it|there)\b)[a-z]"
)
_LAST = re.compile(r"\b(?:[Ll]ast|[Tt]his\spast)\s$")
# "compared with the period from 1 March to 31 August 2015": figures of another time.
_COMPARED = re.compile(
    r"\b(?:compared|comparison|against|than|as\sopposed|postponed\sfrom|instead\sof|originally\s(?:planned|scheduled)\sfor)\b[^.;]{0,60}$"
)
# "is to reconvene on 16 August", "will be held on 3 June": of what lies ahead.
_AHEAD = re.compile(
    r"\b(?:will|shall|when\s[^,;.]{0,60}\s(?:resumes?|meets?|reconvenes?|convenes?)|(?:is|are)\s(?:now\s|also\s|currently\s)?(?:being\s(?:convened|held|organi[sz]ed|planned|prepared|arranged)|organizing|planning|preparing|convening|to|due|expected|scheduled|planned|set|foreseen|envisaged))"
    r"\s[^.;]{0,120}$"
)
# "Pursuant to the decision of the Eighth Meeting, held from 3 to 5 September 2018, the Committee …": when that was
# decided tells nothing of when it was done.
_AS_DECIDED = re.compile(
    r"(?:^|(?<=[.;]\s))(?:(?:Pursuant\sto|In\s(?:accordance|line|keeping|conformity|compliance)\swith|As\s(?:was\s)?(?:decided|agreed"
    r"|requested|mandated|recommended|called\sfor)|Under|By|In)\b(?=[^.;]{0,80}\b(?:decision|decided|agreed|agreement|mandate"
    r"|resolution|recommendation|request|requested|mandated|rules?|recommended|conclusions?|paragraph)\b))[^.;]*$"
)
# "…, in accordance with the decision taken at its 10th meeting, on 8 July 1998."
_DECIDED_AT = re.compile(
    r"\b(?:[Pp]ursuant\sto|[Ii]n\s(?:accordance|line|keeping|conformity|compliance)\swith|[Aa]s)\s(?:the\s|its\s|a\s)?"
    r"(?:decision|decided|agreed|agreement|resolution|request|requested|mandate|recommendation|recommended)s?\b[^.;]{0,120}$"
)
# "The Commission, established on 4 May 2017, met on …"
_SET_UP = re.compile(
    r",\s(?:which\swas\s)?(?:established|created|set\sup|founded|launched|constituted|appointed|elected|signed|adopted|ratified"
    r"|promulgated)\s[^,;.]{0,80}$|,\s(?:(?:which|who)|whose\s[^,;.]{1,60}?)\s(?:had|was|were)\s(?!held|convened|organi[sz]ed|taking)[^,;.]{0,100}$"
)
# "covers the biennium that began on 12 May 2006"
_OF_PERIOD = re.compile(
    r"\b(?:period|biennium|triennium|cycle|term|mandate|plan|year)\s(?:(?:that|which)\s)?(?:began|begins|beginning|started|starting|ended|ending|commenced)\s(?:on|in)\s$"
)
# "the 2022 Ocean Conference, held in Lisbon from 27 June"
_NAMED = re.compile(
    r"\b((?:19|20)\d\d)\s(?:(?:[A-Z][\w’'-]*|of|on|for|the|and|to)\s){0,12}?"
    r"(?:[Cc]onference|[Ss]ummit|[Ff]orum|[Cc]ongress|[Mm]eeting|[Ss]ession|[Ss]eminar|[Ww]orkshop|[Ss]egment)"
    r"(?:\s(?:of|on|for|to)\s(?:[A-Z][\w’'-]*|of|on|for|the|and|to|\s)+)?"
    r"(?:,?\s(?:(?:which|that)\s)?(?:was\s)?(?:held|convened|organized|took\splace))?"
    r"(?:\s(?:in|at)\s(?:the\s)?[A-Z][\w’'-]*(?:,?\s[A-Z][\w’'-]*){0,4})?,?\s(?:\()?(?:(?:on|from|between|in)\s)?$"
)
_LINE_YEAR = re.compile(r"(?:[–—•*-]\s?)?((?:19|20)\d\d):\s")  # "2020: participation in the forum, on 16 March"
_SESSION_YEAR = re.compile(
    r"\bsession(?:\sof)?\s((?:19|20)\d\d)\b|\b((?:19|20)\d\d)\s(?:[a-z-]+\s){0,3}session\b", re.I
)
# "detained since before January 1996": a state of affairs, not the time of what is told next
_STATE_SINCE = re.compile(r"\b(?:since|before|until|prior\sto)\s(?:before\s|early\s|late\s)?$")
_SINCE = re.compile(r"\b(?:since|until|before|after|prior\sto)\s(?:the\s)?$", re.I)
_CLAUSE = 600  # characters of a clause
_NEAREST = 20  # dates looked back at
_STOP = re.compile(r"[.;]\s")
_BACK = 200  # characters before a date that these two can have
_LONG = 31  # days: a range beyond it is a period, not an event
_WEEKS = 45  # days
_YEAR_AND_DAY = 366  # days
_BESIDE = 40  # characters
_OPENS = re.compile(
    r"(?:^|[.;:”)]\s|\d\s)(?:Also\s|Later\s|Earlier\s)?(?:[Ii]n|[Oo]n|[Bb]etween|[Ff]rom|[Dd]uring|[Aa]s\s(?:at|of))\s(?:the\s)?(?:early\s|late\s|latter\s|mid-|year\s|(?:part|months|weeks|beginning|end|course)\sof\s)*$"
)
# "the Mission, due to take place on", "the building, which was inaugurated on": no day that "the same day" refers to
_ASIDE = re.compile(
    r",\s(?:who|which|whose|whom|in\swhich|at\swhich)\s(?!(?:was|were|had\sbeen)\s(?:held|convened)\b|took\splace\b|met\b)[^.;]{1,200}$|\b(?:due|scheduled|expected|planned)\s(?:to\s[^.;,]{2,40}\s)?(?:for|on|in)\s$"
)
# "By a letter dated 3 May, the Chair …. On the same day, …"
_BY_LETTER = re.compile(r"(?:^|[.;]\s)(?:By|In|Under|On)\s(?:an?|his|her|its|their|the)\s[^.;,]{0,60}$")
_NEAR_BY = 7  # days
_ENTRIES = ("subparagraph", "list_item")
_SEE = re.compile(r"\(see\b[^()]{1,300}\)", re.I)
_TITLE = 160  # characters
_SENTENCES = re.compile(r"(?<=[a-z)\d])\.\s(?=[A-Z])")
_LINE = 120  # characters of a numbered line that is a title
_SOON = 240  # days from the document to what it says is ahead
_AT_HAND = 45  # days from the document to what is told of as ahead without a word that says so
_RECENT = 550  # days: a year and a half, the longest reporting period that is usual


@cache
def _plans() -> re.Pattern[str]:
    """What a table of planned meetings is called (`knowledge/event_words.toml`)."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon.words('event_words')['plans']['titles']))})\b", re.I)


def years(passages: list[Passage], dated: dict[str, list[DateMention]], header: Header) -> dict[str, list[DateMention]]:
    """The dates with their years; those for which nothing speaks stay without."""
    out: dict[str, list[DateMention]] = {}
    state = _State(header)
    state.session = _session(passages, dated)
    state.listed = _listed(passages, dated, header)
    for p in passages:
        state.enter(p, dated[p.segment.id])
        found = dated[p.segment.id]
        resolved: list[DateMention] = []
        last_of = {d.cluster: d for d in found if dates.lacks_year(d) and not relative_dates.is_relative(d)}
        told: dict[int, DateMention] = {}  # coordinated expression → its last date, with its year
        behind = _followers(found)
        for mention in found:
            if relative_dates.is_relative(mention):
                mention = _relative(p, mention, resolved, state)
            elif dates.lacks_year(mention):
                if mention.cluster not in told:
                    last = last_of[mention.cluster]
                    told[mention.cluster] = _told_with_year(p, last, resolved) or _resolved(
                        p, last, behind[id(last)], _told_before(p, resolved, last), state
                    )
                mention = _with(mention, told[mention.cluster])
            elif mention.first and not mention.year_from:
                mention = dates.resolve(mention, mention.first.year, "same expression")
            resolved.append(mention)
            if _tells_time(p, mention) and not (
                _was_decided(p, mention) or _DECIDED_AT.search(p.text, max(0, mention.at - _CLAUSE), mention.at)
            ):
                state.last, state.passed = mention, 0
                state.take(mention)
        out[p.segment.id] = resolved
    return out


def _told_with_year(p: Passage, mention: DateMention, earlier: list[DateMention]) -> DateMention | None:
    """ "between 28 and 30 October 1987. … at the 2755th meeting, on 28 October": as told before, with its year."""
    if mention.precision != "day":
        return None
    for told in reversed(earlier[-_NEAREST:]):
        if not (dates.is_stated(told) and told.first and told.last and told.precision == "day"):
            continue
        if _HAPPENED_ON.search(p.text, max(0, told.at - _BACK), told.at):  # not "the attacks of 11 September 2001"
            day = dates.resolve(mention, told.last.year, "the same day, told before")
            if day.first and told.first <= day.first <= told.last and (told.last - told.first).days <= _LONG:
                return day
    return None


def _listed(passages: list[Passage], dated: dict[str, list[DateMention]], header: Header) -> set[date]:
    """The days of the tables that have a year, printed or by their caption or the row above."""
    found: set[date] = set()
    state = _State(header)
    for p in passages:
        state.enter(p, dated[p.segment.id])
        if p.segment.table < 0:
            continue
        for d in dated[p.segment.id]:
            year = d.first.year if d.first else state.group or state.caption
            day = d if d.first else dates.resolve(d, year, "") if year and dates.lacks_year(d) else d
            if day.first and day.precision == "day":
                found.add(day.first)
    return found


def _followers(found: list[DateMention]) -> dict[int, DateMention | None]:
    """For each date, by its identity, the next one that is whole."""
    out: dict[int, DateMention | None] = {}
    whole = None
    for d in reversed(found):
        out[id(d)] = whole
        whole = d if d.first else whole
    return out


def _session(passages: list[Passage], dated: dict[str, list[DateMention]]) -> tuple[date, date] | None:
    """The days of the session that the masthead names: a programme of work is of days after its own."""
    above = ""
    for p in passages:
        if p.segment.kind == "paragraph":
            return None
        for d in dated[p.segment.id]:
            if (
                d.first
                and d.last
                and d.parts[3]
                and (PLACE.fullmatch(p.text[: d.at]) or _GATHERS.search(above + p.text))
            ):
                return d.first, d.last
        above = f"{above[-200:]} {p.text} "
    return None


# "(from 11 to 15 February) and the depot in Harper on (27 February 2013)"
# ", at Franceville, Gabon, on 10 August and at Brussels on "
_AT_PLACES = re.compile(
    r"(?:(?:,|,?\sand)\s(?:at|in)\s(?:the\s)?[A-Z][\w’'-]{0,30}(?:,?\s[A-Z][\w’'-]{0,30}){0,4},?\s(?:on|from)\s"
    r"(?:\d{1,2}(?:\sto\s\d{1,2}|\sand\s\d{1,2})?\s[A-Z][a-z]{2,8}(?=[,\s]))?){1,6}"
)
_AND_THEN_ON = re.compile(
    r"(?:\s(?!(?:that|which|who|of|as|when|where)\b)[\w’'-]+){0,8},?\sand\s(?:(?!(?:that|which|who|of|as|when|where)\b)[\w’'-]+\s){0,8}(?:on|from)\s"
)
_HAPPENED_ON = re.compile(r"\b(?:on|from|between|to|and)\s$")
_HALF_YEAR = 183  # days
PLACE = re.compile(r"(?:[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+)*,\s){1,2}")  # "Nice, France, 9–13 June 2025"
_OF_LATE = 12  # years
_GATHERS = re.compile(r"\b(?:session|forum|conference|meeting\s+of|summit)\b", re.I)
_LEADS = re.compile(
    r"(?:\b(?:[Ii]n|[Dd]uring|course\sof|[Tt]hroughout|(?:months|weeks|part|beginning|end)\sof)"
    r"|(?:^|\.\s)(?:For|Over|Throughout))\s(?:the\syear\s)?$"
)
# "met five times in 2007: on 23 January, 20 February and 17 April"
_ITS_DAYS = re.compile(
    r"\s?[:,(–—-]?\s?(?:(?:on|from|between|in|and|to|also|namely)\s|[A-Z][a-z]+,?\s|\d{1,2},?\s|[–-])*"
)
_OF_YEAR = re.compile(r",?\s(?:in|during)\s(?:the\syear\s)?")  # "on 23 January and 20 February in 2008"


def _tells_time(p: Passage, d: DateMention) -> bool:
    """Whether a date says when the text around it happened: not that of a document, nor a year as a mere name."""
    before = p.text[max(0, d.at - 90) : d.at]
    if d.first is None or _DOCUMENT.search(before) or _COMPARED.search(before):
        return False
    if before.endswith(("the ", "The ")) and _BELONGS_TO.match(p.text, d.to):
        return False
    if d.precision == "month" and not dates.is_stated(d):
        return False
    if d.precision != "year":
        return True
    alone = re.match(r"\s*(?:[.;:)]|$)", p.text[d.to :])  # "the dates refer to 2022."
    leads = _LEADS.search(before) and not re.match(r"\sof\b", p.text[d.to :])  # "the adoption in 2024 of a code"
    return bool(alone or leads)


def _was_decided(p: Passage, d: DateMention, mention: DateMention | None = None) -> bool:
    """Whether a date only says when that was decided, or who acts set up, of which the sentence tells.

    Args:
        p: the passage.
        d: the date.
        mention: a later date that it may say something of.
    """
    limit = min(mention.at if mention else len(p.text), d.to + _CLAUSE)
    stop = _STOP.search(p.text, d.to, limit)
    behind = p.text[d.to : stop.start() if stop else limit]
    if "," not in behind:
        return False  # it is of the same clause
    start = max(0, d.at - _CLAUSE)
    return bool(
        _AS_DECIDED.search(p.text, start, d.at)
        or _OF_PERIOD.search(p.text, start, d.at)
        or (behind.startswith(",") and _SET_UP.search(p.text, start, d.at))
    )


def _told_before(p: Passage, earlier: list[DateMention], mention: DateMention) -> DateMention | None:
    """The last date before another that tells the time."""
    near = reversed(earlier[-_NEAREST:])
    return next((d for d in near if _tells_time(p, d) and not _was_decided(p, d, mention)), None)


class _State:
    """What the walk has seen: years of captions and headings, the last date of the section."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.last: DateMention | None = None
        self.session: tuple[date, date] | None = None
        self.caption = 0
        self.captioned = ""  # the heading that has the year of `caption`; further headings may have followed
        self.group = 0
        self.session_year = 0  # in the masthead: "Annual session 2025"
        self.passed = 0  # paragraphs since the last date
        self.listed: set[date] = set()  # days of the tables
        self.ahead: dict[tuple[int, ...], int] = {}  # day and month → the year of what lies ahead then
        self.plan = 0  # of a calendar or programme, in its title: "Draft calendar of conferences and meetings, 2025"
        self.lead = 0  # in the line above a list: "During 2010 the Panel travelled as follows:"
        self.spans: set[tuple[date, date]] = set()  # days of sessions and visits: "from 8 to 19 September 1980"
        self._key: tuple[str, int] = ("", -1)
        self._part = ""
        self.beside = (0, -1)  # the year that stands alone in a cell, and the last row that it spans
        self._line = 0  # the year of the line right above
        self._taken: DateMention | None = None

    def take(self, told: DateMention) -> None:
        """Takes note of the days of one event that are printed with their year."""
        before, self._taken = self._taken, told
        first, last, written = told.first, told.last, self.header.date
        stated = told.year_from in ("stated", "same expression") and told.precision == "day" and told.segment.table < 0
        if not (stated and first and last) or (written and last > written):
            return
        if (
            before
            and before.cluster == told.cluster
            and before.first
            and before.last
            and (first - before.last).days == 1
        ):
            first = before.first  # "on 18 and 19 April 2023"
        if 0 < (last - first).days <= _LONG:
            self.spans.add((first, last))

    def enter(self, p: Passage, printed: list[DateMention]) -> None:
        s = p.segment
        self.passed += s.kind not in ("footnote", "page_furniture")
        if (s.part, s.table) != self._key and s.kind != "table_title":
            self._key = (s.part, s.table)
            self.group, self.beside = 0, (0, -1)
            if s.table < 0:
                self.caption = 0
            elif self._line and not self.caption:
                self.caption, self.captioned = self._line, ""
        if s.kind != "page_furniture":
            # "4. Provisional programme, April 2014" right above a table: its title, though it is numbered
            line = s.kind == "paragraph" and len(p.text) < _LINE and not p.text.rstrip().endswith((".", ";", ","))
            of_line = set(_YEAR.findall(_without_documents(p, printed))) if line else set()
            self._line = int(next(iter(of_line))) if len(of_line) == 1 else 0
        if s.kind in ("paragraph", "other", "heading") or (s.kind in _ENTRIES and p.text.endswith(":")):
            leading = _SENTENCES.split(_without_documents(p, printed))[-1] if p.text.endswith(":") else ""
            printed_years = set(_YEAR.findall(leading))
            same = not printed_years and p.text.endswith(":") and s.kind != "heading"  # "It further visited:"
            self.lead = int(next(iter(printed_years))) if len(printed_years) == 1 else self.lead if same else 0
        if s.part != self._part:
            self._part, self.plan = s.part, 0
        if s.kind in ("title", "heading", "table_title", "other") and len(p.text) < _TITLE and _plans().search(p.text):
            of_plan = set(_YEAR.findall(_without_documents(p, printed)))
            self.plan = int(next(iter(of_plan))) if len(of_plan) == 1 else self.plan
        if s.kind == "title" and (of_year := _SESSION_YEAR.search(p.text)):
            self.session_year = int(of_year.group(1) or of_year.group(2))
        if s.kind in ("table_title", "heading") or (
            s.kind in ("title", "other") and s.table < 0 and _YEAR.fullmatch(p.text.strip(" .:"))
        ):
            latest = self.header.date.year if self.header.date else 0
            told = _YEARS.sub("", _without_documents(p, printed))
            found = {y for y in _YEAR.findall(told) if not latest or int(y) <= latest}  # "the 2030 Agenda"
            if s.kind == "heading" and any(
                d.first and self.header.date and d.first > self.header.date for d in printed
            ):
                found = set()  # the session that the paper is written for: "Geneva, 7 October 1996"
            alone = s.kind != "other" and _YEAR.fullmatch(told.strip(" .:"))
            if s.kind in ("heading", "other") and latest and not alone:
                # "Changes in the scope of control under the Convention of 1988": a name, not the time
                found = {y for y in found if latest - int(y) <= _OF_LATE}
            goes_on = s.kind == "heading" and not found and not _YEARS.search(p.text)
            self.caption = int(next(iter(found))) if len(found) == 1 else self.caption if goes_on else 0
            self.captioned = " ".join(p.text.split()) if len(found) == 1 else self.captioned
        if s.kind == "table_cell" and s.row > 0 and (alone := _YEAR.fullmatch(p.text.strip())) and self.header.date:
            year = int(alone.group())
            if 0 <= self.header.date.year + 1 - year <= _OF_LATE:  # "1900" is an hour
                self.beside = (year, s.row + s.rows - 1)
        if s.kind == "table_cell" and s.row == 0:
            found = set(_YEAR.findall(p.text))
            if len(found) == 1:
                self.group = int(next(iter(found)))


def _without_documents(p: Passage, printed: list[DateMention]) -> str:
    """A heading without the dates that are not the time of what stands below it.

    "The agreement of 29 March 1994"; "(see S/1992/15 of 14 May 1992)";
    "Activities of the Mission since 9 December 1996", in a report of 1997.
    """
    text = _SEE.sub(lambda m: " " * len(m.group()), p.text)
    for d in printed:
        if _DOCUMENT.search(p.text, max(0, d.at - _BACK), d.at) or _SINCE.search(p.text, 0, d.at):
            text = text[: d.at] + " " * (d.to - d.at) + text[d.to :]
    return text


def _with(mention: DateMention, last: DateMention) -> DateMention:
    """A member of a coordinated expression with the year of its last date: "1 and 2 August"."""
    if last.first is None or (mention.start, mention.end) == (last.start, last.end):
        return last if last.first is not None or mention.start == last.start else mention
    return _at_or_before(mention, last.first.year, last.year_from, last.first)


def _is_of_a_paper(p: Passage, d: DateMention) -> bool:
    """ "in response to the letter dated 3 November": no day that "the following day" goes on from."""
    before = p.text[max(0, d.at - 90) : d.at]
    return bool(_DOCUMENT.search(before)) and not _BY_LETTER.search(before)


def _last_told(p: Passage, earlier: list[DateMention]) -> DateMention:
    """The last date of a paragraph that is none of an aside: "The building, which was opened on 14 May 1993, …"."""
    last = earlier[-1]
    for d in reversed(earlier[-_NEAREST:]):
        aside = _ASIDE.search(p.text, max(0, d.at - _BACK), d.at) or _is_of_a_paper(p, d)
        if not aside:
            # "which was agreed upon on the 6th", the day after, is no aside
            near = d.last and last.first and 0 <= (last.first - d.last).days <= _NEAR_BY
            return last if near else d
    return last


def _relative(p: Passage, mention: DateMention, earlier: list[DateMention], state: _State) -> DateMention:
    """ "The same day" is that of the last date in its paragraph, or of the paragraph before."""
    told = _last_told(p, earlier) if earlier else state.last
    if told is not None and told.first and told.last and (told.last - told.first).days > _LONG:
        return mention  # a period has no day
    if told is not None and told.first and state.header.date and told.first > state.header.date:
        told = None  # a day that is planned is not "the same day" on which something was done
    if told is None or told.last is None:
        return mention
    # "In April the Committee met twice. The 103rd meeting, on the 6th, …": a month without its year tells no time
    of_month = bool(earlier) and told.precision == "month" and relative_dates.is_of_month(mention)
    if state.passed > 1 - bool(earlier) and not of_month:
        return mention
    if relative_dates.is_month(mention):
        one = told.first and (told.first.year, told.first.month) == (told.last.year, told.last.month)
        return dates.in_month(mention, told.last, "the date before it") if one else mention
    if told.precision != "day" and not of_month:
        return mention
    if relative_dates.is_of_month(mention):
        day = relative_dates.day_in(mention, told.first or told.last, told.last) if earlier else None
        return dates.on(mention, day, "the date before it") if day else mention
    return dates.on(mention, told.last + relative_dates.days_away(mention), "the date before it")


def _resolved(
    p: Passage, mention: DateMention, follower: DateMention | None, before: DateMention | None, state: _State
) -> DateMention:
    """Tries the rules in order; `follower` is the next date that is whole, `before` the last that tells the time."""
    gap = p.text[mention.to : follower.at] if follower else ""
    if follower and follower.first and follower.precision == "year" and _OF_YEAR.fullmatch(gap):
        return dates.resolve(mention, follower.first.year, "the date behind it")
    if follower and follower.first and len(gap) <= 14 and re.search(r"\band\b|,|;|\bto\b", gap):
        return _at_or_before(mention, follower.first.year, "the date behind it", follower.first)
    if state.header.date and _AHEAD.search(p.text, max(0, mention.at - _BACK), mention.at):
        ahead = _next(mention, state.header.date)
        if ahead.first and (ahead.first - state.header.date).days <= _SOON:
            state.ahead[mention.parts] = ahead.first.year
            return ahead
    if mention.precision == "day" and mention.parts in state.ahead:
        return dates.resolve(mention, state.ahead[mention.parts], "the same day, told before")
    if (year := _of_its_name(p, mention, state)) and (
        named := dates.resolve(mention, year, "the year in its name")
    ).first:
        return named
    if _LAST.search(p.text, max(0, mention.at - _BACK), mention.at) and state.header.date:
        return _at_or_before(mention, state.header.date.year, "the document's date", state.header.date)  # "last August"
    if state.beside[0] and mention.segment.table >= 0 and mention.segment.row <= state.beside[1]:
        return dates.resolve(mention, state.beside[0], "the year in its row")  # "36th | 2008 | 7 September"
    if state.group:
        return dates.resolve(mention, state.group, "the row above")
    if state.plan and mention.segment.table >= 0 and not state.caption:
        of_plan = dates.resolve(mention, state.plan, "the title of the programme")
        if of_plan.first:
            return of_plan
    written = state.header.date
    programme = state.session and mention.segment.table >= 0 and written and written <= state.session[1]
    if state.session and programme and (only := _only_year(mention, *state.session, None)):
        # of a session that the paper is written for: "Statistical review, 2024" above is its agenda
        return dates.resolve(mention, only, "the session's days")
    if state.caption:
        of_caption = dates.resolve(mention, state.caption, "the heading above")
        # "Independence on 20 May 2002" above prose of January 2002 doesn't make its "3 December" one of that year
        later = written and of_caption.first and of_caption.first > written
        if mention.segment.table >= 0 or not (later or _is_of_another_section(mention, of_caption, state)):
            return of_caption
    if state.lead and mention.segment.kind in _ENTRIES:
        of_lead = dates.resolve(mention, state.lead, "the line above the list")
        if of_lead.first and not (written and of_lead.first > written):
            return of_lead
    # A date of another time in the same sentence may go on; in an earlier one it tells nothing of this one.
    near = (
        before
        if before
        and not re.search(r"(?:[a-z)\d]|[A-Z]{2})\.\s(?:\d{1,2}/\s)?[A-Z]", p.text[before.to - 1 : mention.at])
        else None
    )
    if near and near.precision == "vague" and near.first and near.last:  # "In the first half of 2008 … on 23 January"
        within = dates.resolve(mention, near.first.year, "the date before it")
        if within.first and near.first <= within.first <= near.last:
            return within
    told_behind = near is None or near.year_from == "the date behind it"
    if told_behind and follower and follower.first and _and_behind(p, mention, follower):
        return _at_or_before(mention, follower.first.year, "the date behind it", follower.first)
    start, end = state.header.period_start, state.header.period_end
    limit = state.header.date
    if limit and end and end > limit:
        limit = end  # a masthead whose date is a slip: what the report covers goes on beyond it
    if start and (only := _only_year(mention, start, end or limit, near)):
        return dates.resolve(mention, only, "the reporting period")
    of_other_times = state.session and near and near.first and near.first < state.session[0]
    if state.session and not of_other_times and (only := _only_year(mention, *state.session, near)):
        return dates.resolve(mention, only, "the session's days")
    since = state.header.since
    if not start and since and limit and (only := _only_year(mention, since, limit, near)):
        return dates.resolve(mention, only, "the time since the last report")
    last = state.last if state.last and state.last.segment.part == mention.segment.part != "letter" else None
    if not near and (of_span := _in_span(mention, state)) and (not start or of_span >= start.year):
        return dates.resolve(mention, of_span, "the days of a session told before")
    if not start and not _goes_on_from(mention, before or last) and (fits := _by_weekday(mention, limit)):
        return dates.resolve(mention, fits, "the day of the week")
    for anchor, rule in ((before, "the date before it"), (last, "an earlier date")):
        if anchor is None or anchor.first is None or anchor.precision == "vague":
            continue
        if limit and anchor.first > limit:
            continue  # "by 2030"
        if (
            rule == "an earlier date"
            and anchor.last
            and anchor.precision == "day"
            and (anchor.last - anchor.first).days > _LONG
        ):
            continue  # figures of a half-year
        same_sentence = anchor is before and near is not None
        if (
            anchor is before
            and not same_sentence
            and limit
            and (limit - anchor.first).days > _RECENT
            and _STATE_SINCE.search(p.text, max(0, before.at - _BACK), before.at)
        ):
            continue
        if start and not same_sentence and not (start.year <= anchor.first.year <= (end or limit or anchor.first).year):
            continue  # a date from before the reporting period says nothing about its events
        if not start and rule == "an earlier date" and limit and (limit - anchor.first).days > _RECENT:
            continue
        # "from October 2017 to December 2018": what is told next goes on from its end
        told = anchor.last if anchor.last and anchor.last.year > anchor.first.year else anchor.first
        found = _after(mention, told, rule, limit or end)
        old = limit and found.first and (limit - found.first).days > _YEAR_AND_DAY
        if old and not (found.first in state.listed or _leads_to(p, anchor, mention) or _is_near(anchor, found, state)):
            break  # reports say the year of what is older
        return found
    if start:
        return _after(mention, start, "the reporting period", limit or end)
    if limit:
        return _at_or_before(mention, limit.year, "the document's date", limit)
    return mention


def _and_behind(p: Passage, mention: DateMention, follower: DateMention) -> bool:
    """ "visited Gbarnga from 11 to 15 February and Harper on 27 February 2013": the year stands at the end."""
    if not (follower.first and mention.precision == follower.precision == "day" and _tells_time(p, follower)):
        return False
    gap = p.text[mention.to : follower.at]
    if not (_AND_THEN_ON.fullmatch(p.text, mention.to, follower.at) or _AT_PLACES.fullmatch(gap)):
        return False
    day = _at_or_before(mention, follower.first.year, "", follower.first)
    return day.first is not None and 0 <= (follower.first - day.first).days <= _HALF_YEAR


def _in_span(mention: DateMention, state: _State) -> int:
    """The year in which a day lies within the days of a session told before, where it does in no other; else 0.

    "The second from 8 to 19 September 1980 … Working Group A met on 9, 11 and 12 September": of 1980.
    """
    found = set()
    for first, last in state.spans:
        day = dates.resolve(mention, first.year, "")
        if day.first and day.last and day.precision == "day" and first <= day.first and day.last <= last:
            found.add(first.year)
    return found.pop() if len(found) == 1 else 0


def _of_its_name(p: Passage, mention: DateMention, state: _State) -> int:
    """The year that what is dated has in its name, or that opens the line of a list or stands above it; else 0."""
    named = _NAMED.search(p.text, max(0, mention.at - _BACK), mention.at) or _LINE_YEAR.match(p.text, 0, mention.at)
    if named:
        return int(named.group(1))
    return state.session_year if mention.segment.kind == "title" else 0


def _is_near(told: DateMention, found: DateMention, state: _State) -> bool:
    """Whether a day is some weeks from the one told right before it: the same story."""
    if told.precision != "day" or told.first is None or found.first is None or state.passed > 1:
        return False
    return abs((found.first - told.first).days) <= _WEEKS


def _leads_to(p: Passage, told: DateMention, mention: DateMention) -> bool:
    """Whether a date opens the sentence that a later one goes on from, or has it right behind itself.

    "In April 2013, the President … In August, the Senate": of 2013. "the police academies founded in 1999 … 225 cadets.
    In May, …": of the report's own time.
    """
    if told.segment.id != mention.segment.id:
        return False
    gap = p.text[told.to : mention.at]
    if told.precision == "year" and len(gap) <= _BACK and _ITS_DAYS.fullmatch(gap):
        return True
    beside = told.precision == "day" and len(gap) <= _BESIDE and not re.search(r"[;.(]", gap)
    return beside or bool(_OPENS.search(p.text, max(0, told.at - _BESIDE), told.at))


def _next(mention: DateMention, limit: date) -> DateMention:
    """The first such day after the document's own."""
    found = dates.resolve(mention, limit.year, "the document's date")
    return (
        found if found.first and found.first > limit else dates.resolve(mention, limit.year + 1, "the document's date")
    )


def _goes_on_from(mention: DateMention, told: DateMention | None) -> bool:
    """Whether a day is within some weeks of the one told last: a weekday that does not fit is then a slip."""
    if told is None or told.first is None or told.precision != "day" or mention.segment.table >= 0:
        return False  # the weekdays of a programme are no slips
    day = dates.resolve(mention, told.first.year, "")
    return day.first is not None and abs((day.first - told.first).days) <= _WEEKS


def _by_weekday(mention: DateMention, limit: date | None) -> int:
    """The year, from the one before the document to the one after, in which the printed weekday fits; else 0."""
    if limit is None or mention.note not in WEEKDAYS:
        return 0
    for year in (limit.year, limit.year - 1, limit.year + 1):
        day = dates.resolve(mention, year, "")
        if day.first and dates.weekday_fits(day):
            return year
    return 0


def _is_of_another_section(mention: DateMention, of_caption: DateMention, state: _State) -> bool:
    """Whether the heading with the year stands above another section, and the reporting period gives another year.

    "Conclusions adopted on 24 and 25 December 2024" above one order makes no "4 April", four headings further down in
    a report on October 2024 to April 2025, one of 2024.
    """
    start, end = state.header.period_start, state.header.period_end or state.header.date
    if start is None or state.captioned in " ".join(mention.segment.section.split()):
        return False
    only = _only_year(mention, start, end, None)
    return bool(only and of_caption.first and of_caption.first.year != only)


def _only_year(mention: DateMention, start: date, limit: date | None, before: DateMention | None) -> int:
    """The one year in which the day lies in the reporting period (to the document where it has no end); else 0.

    A date with its own year before it in the paragraph, outside the period, tells of other times.
    """
    if limit is None or (before and before.first and before.first < start and before.year_from == "stated"):
        return 0
    found = []
    for year in range(start.year, limit.year + 1):
        day = dates.resolve(mention, year, "")
        if day.first and day.last and day.last >= start and day.first <= limit:
            found.append(year)
    return found[0] if len(found) == 1 else 0


def _after(mention: DateMention, anchor: date, rule: str, limit: date | None) -> DateMention:
    """The year of `anchor`, or the next where the text has gone on past the end of a year, but not beyond `limit`."""
    found = dates.resolve(mention, anchor.year, rule)
    if found.first is None:
        return found
    if (anchor - found.first).days > 180:
        later = dates.resolve(mention, anchor.year + 1, rule)
        if later.first and limit and later.first <= limit:  # never beyond what the document can tell
            return later
    if limit and found.first > limit:
        # "announced on 26 September the election of 6 November", in a report of 4 November: it lies ahead
        near = (found.first - limit).days <= _AT_HAND and 0 <= (limit - anchor).days <= 2 * _AT_HAND
        if near and rule == "the date before it":
            return found
        return _at_or_before(mention, min(anchor.year - 1, limit.year), rule, limit)
    return found


def _at_or_before(mention: DateMention, year: int, rule: str, limit: date) -> DateMention:
    found = dates.resolve(mention, year, rule)
    if found.first and found.first > limit:
        return dates.resolve(mention, year - 1, rule)
    return found
