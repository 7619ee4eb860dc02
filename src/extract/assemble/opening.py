"""The sessions, visits and meetings that the masthead and the title of a document name with their days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from extract.assemble import record, words
from extract.assemble.clauses import Clauses, Found
from extract.assemble.clauses.rules import COVERED
from extract.assemble.cues import UNREAL
from extract.assemble.holders import Holder, Holders
from extract.assemble.numbering import runs
from extract.assemble.sittings import OPENING, title_lines
from extract.model import Annotated, DateMention, Sentence
from extract.recognise.context import PLACE
from extract.recognise.masthead import unmarked

_IN_TITLE = re.compile(
    r"\b(?:(?P<visit>mission\s+to|visiting\s+mission|visit\s+to)"
    r"|(?P<session>session|forum|conference\s+(?:of|to|on)|meeting\s+of\s+(?:the\s+)?States\s+Parties)|(?P<meeting>seminar|meeting))\b",
    re.I,
)
_SHORT = 60  # characters of a line before its days
_AT_PLACE = re.compile(
    r"\s(?:New York|Geneva|Vienna|Nairobi|[A-Z][\w’-]+),\s$"
)  # "Convened under the auspices of …, New York, "
_LONG_TITLE = 300
_LONG_LINE = 120
_GAP = 30  # characters between two days of one session
_BODY_LINE = re.compile(
    r"\b(?:Committee|Commission|Conference|Council|Board|Forum|Assembly|Group|Subcommittee|Mechanism|Panel)\b"
)
_GOES_ON = re.compile(r"\s(?:of|for|on|and|to)(?:\sthe)?$")
# "Compendium of decisions adopted by the Executive Board": of the board itself
_ORGANS = ("General Assembly", "Economic and Social Council", "Security Council")
_YEARLY = re.compile(r"(?:19|20)\d\d session")  # of the organ that stands above both columns
_ADOPTED = re.compile(r"\b(?:[Dd]ecisions|[Rr]esolutions)\s(?:and\s\w+\s)?adopted\b")
# The meeting at which a resolution was adopted: below its number.
_ADOPTED_AT = re.compile(r"(?:Resolution\s|Decision\s)?[Aa]dopted\sby\sthe\s[A-Z][^,]+\sat\sits\s")
_PLANS = re.compile(r"\b(?:[Aa]nnotated|(?<!of the )(?<!to the )[Pp]rovisional)\s(?:provisional\s)?agenda\b")


class Opening:
    """What stands above the first paragraph of a document."""

    def __init__(self, doc: Annotated, holders: Holders, clauses: Clauses, leading: Collection[str]) -> None:
        self.doc, self.holders, self.clauses = doc, holders, clauses
        self.leading = leading  # entries of a chronicle (`chronicle.days_leading`)

    def events(self) -> Iterator[tuple[Sentence, Found]]:
        """The sessions and visits that the masthead and the title name with their days.

        "Forty-seventh session (28 April–9 May 2025)", "… mission to Haiti, 13 to 16 April 2005": the noun may stand in
        the lines above the days.
        """
        if (recorded := record.meeting(self.doc)) is not None:
            yield recorded
            return
        lines: list[str] = []
        columns: dict[int, list[str]] = defaultdict(list)  # of a masthead for two organs, which is read as a table
        for segment in self.doc.segments[:OPENING]:
            if segment.kind == "paragraph" or segment.part.startswith(("annex_2", "draft")):
                return
            cell = segment.kind == "table_cell"
            if not (segment.kind in ("title", "other", "heading") or cell) or segment.part == "letter":
                continue
            if segment.id in self.leading:
                continue  # an entry of a chronicle
            above = columns[segment.column] if cell else lines
            of_organ = not cell or (above and (above[0] in _ORGANS or bool(_YEARLY.fullmatch(above[0]))))
            for sentence in self.doc.sentences.get(segment.id, [])[:1] if of_organ else ():
                days = [m for m in sentence.mentions if isinstance(m, DateMention) and m.first and m.precision == "day"]
                text = sentence.passage.text
                if _ADOPTED_AT.match(text):
                    yield from ((sentence, found) for found in self.clauses.events(sentence))
                    continue
                runs_ = runs([d for d in days if not d.parts[3]])
                ranges = [[d] for d in days if d.parts[3]] + [r for r in runs_ if len(r) > 1]
                if len(days) == 2 and [bool(d.parts[3]) for d in days] == [False, True]:
                    # "(14 February 2024 and 10–14 February 2025)": it opened earlier
                    ranges = [days] if days[1].at - days[0].to < _GAP else ranges
                if len(text) > _LONG_TITLE:
                    continue
                for days_ in ranges:
                    before = text[: days_[0].at]
                    noun = _last(_IN_TITLE, before) or _last(_IN_TITLE, " ".join(above[-2:]))
                    if noun is None and days_[-1].parts[3] and self._sits(before, above):
                        own = Holder(self.doc.header.issuing_body, True)
                        if self._to_come(days_, own):
                            continue
                        yield sentence, Found(days_, "session", "", own, [], single=True, rule="masthead")
                    long = len(before) > _SHORT and not _AT_PLACE.search(before)
                    if noun is None or (long and not _last(_IN_TITLE, before)):
                        continue
                    if UNREAL.search(before) or COVERED.search(before):
                        continue  # planned; what a report covers
                    kind = "visit" if noun.group("visit") else "session" if noun.group("session") else "meeting"
                    holder = self._session_of(noun.group(), before, above)
                    if kind != "visit" and self._to_come(days_, holder):
                        continue
                    yield sentence, Found(days_, kind, "", holder, [], single=True, rule="masthead")
            above.append(unmarked(self.doc.passages[segment.id].text) if segment.id in self.doc.passages else "")

    def _to_come(self, days: list[DateMention], holder: Holder) -> bool:
        """Whether a session of the masthead had not begun when the document was written.

        A report is written for another body's session, or for the next one of its own; a programme of work, an agenda
        and a draft report are of the session itself. One that is under way is an event (annotation guide: "also when
        only the masthead says so").
        """
        written, first, last = self.doc.header.date, days[0].first, days[-1].last
        if not (written and first and last and last > written):
            return False
        if not holder.is_own:
            return first > written
        return first > written and self.doc.header.kind in ("report", "note") and not self._is_plan()

    def _is_plan(self) -> bool:
        """Whether the document plans a session: an annotated agenda, a workplan."""
        return any(_PLANS.search(line) or words.plan().search(line) for line in title_lines(self.doc))

    def _sits(self, before: str, above: list[str]) -> bool:
        """Whether place and days below the name of a body are its session: "New York, 17 February–14 March 2025"."""
        return bool(PLACE.fullmatch(before) and above and _BODY_LINE.search(above[-1]))

    def _session_of(self, noun: str, before: str, above: list[str]) -> Holder:
        """Whose session the masthead names: "2025 session" on papers for the Economic and Social Council is its own."""
        body = self.doc.header.issuing_body
        line = f"{above[-1] if above else ''} {before}"
        until = re.split(r"session", line, flags=re.I)[-2:][0]
        its = noun.lower() == "session" and re.search(r"\bits\s(?:[\w-]+\s){1,4}$", until, re.I)
        if its and body.lower() in line.lower():
            return Holder(body, body != "")  # "Report of the Committee on its sixth session held from 9 to 20 January"
        if body and before.startswith(body):
            return Holder(
                body, body != "Secretary-General"
            )  # "Commission on Deltas / Forty-second session" in one block
        of_year = noun.lower() == "session" and re.search(r"(?:^|\s)(?:19|20)\d\d\s+session\b", line)
        councils = self.doc.header.symbol.startswith("E/") or "Economic and Social Council" in above
        if of_year and councils and "Economic and Social Council" not in body:
            return Holder("Economic and Social Council", False)
        if noun.lower().startswith("conference") and "onference" not in body:
            return Holder("", False)  # a committee of the conference that the masthead names
        named = next((a for a in reversed(above) if _BODY_LINE.search(a) and len(a) < _LONG_LINE), "")
        papers = named and not any(_ADOPTED.search(a) for a in above)
        papers = papers and not any(
            self._is_report_of(a) for a in above if _BODY_LINE.search(a) or (body and a.startswith(body))
        )
        if noun.lower() == "session" and papers:
            # a paper for the session of a board; its name may go on in the next line
            return Holder(_GOES_ON.sub("", named.removeprefix("The ").rstrip(" *")), False)
        return Holder(body, body != "Secretary-General")

    def _is_report_of(self, line: str) -> bool:
        """Whether the document is of the body that a line of its masthead names, not a paper for its session."""
        if not self.doc.header.issuing_body:
            title = self.doc.header.title  # "Compendium of decisions adopted by the Executive Board"
            return bool(re.search(r"\b[Rr]eport (?:of|on)\b", title)) or _GOES_ON.sub("", line.strip(" *")) in title
        return self.holders.is_named_in(line)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match in a text."""
    return next(reversed(list(pattern.finditer(text))), None)
