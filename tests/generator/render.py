"""Sets the planned report as Word's "save as plain text" gives it."""

from __future__ import annotations

import random
from collections.abc import Iterable

from .dates import DateWriter, Ink, ordinal
from .events import FORMAT_CELLS, Event, Plan, Table
from .facts import PERSONS
from .model import capital
from .people import join_groups
from .prose import Block

HEADERS = {
    "date": ("Date", "Date", "Date of meeting", "Date held", "Dates"),
    "subject": ("Subject matter", "Subject", "Topic", "Agenda item", "Items discussed", "Theme"),
    "participants": ("Participants", "Participants", "Attendance", "Participation", "Attended by"),
    "format": ("Format", "Type of meeting", "Type", "Format of meeting"),
    "no": ("No.", "Serial No."),
    "number": ("Meeting", "Meeting No.", "Meeting number"),
}
TITLES = {
    "mixed": (
        "Chronological tabulation of the {short}’s meetings and other activities since {since}",
        "Meetings and other activities of the {short}",
        "List of meetings and other activities of the {short}",
        "Chronological list of the meetings and activities of the {short}",
    ),
    "formats": (
        "Meetings held by the {short}",
        "Meetings of the {short}",
        "Record of the meetings of the {short}",
    ),
    "formal": ("Formal meetings of the {short}", "Formal meetings", "Formal meetings held by the {short}"),
    "informal": (
        "Informal meetings of the {short}",
        "Informal meetings",
        "Informal meetings held by the {short}",
    ),
    "consultations": ("Informal consultations of the {short}", "Informal consultations"),
    "expert": (
        "Expert-level meetings of the {short}",
        "Expert-level meetings",
        "Meetings at the expert level",
    ),
    "closed": ("Closed meetings of the {short}", "Closed meetings"),
    "open": ("Open meetings of the {short}", "Open meetings"),
    "joint": ("Joint meetings with troop-contributing countries", "Joint meetings of the {short}"),
    "visits": ("Visits", "Visits undertaken by the {chair}", "Field visits"),
}
HONOURS = (
    "In my capacity as {title} of the {name}, I have the honour to submit a report of the {short} (see annex).",
    "On behalf of the {name}, I have the honour to transmit herewith the report of the {short} on its activities.",
    "I have the honour to transmit herewith the report of the {name}.",
    "As {title} of the {name}, I have the honour to forward to you the report of the {short} (see annex).",
)
REQUESTS = (
    "It would be appreciated if the present letter and its annex could be circulated as a document of the {parent}.",
    "I should be grateful if the present letter and its annex were issued as a document of the {parent}.",
    "I would appreciate it if the present letter and the report were brought to the attention of "
    "the members of the "
    "{parent} and issued as a document of the {parent}.",
)
ROMAN = ("I", "II", "III", "IV", "V", "VI")


class Page:
    """The text while it grows, and what the truth needs to know of it."""

    def __init__(self, rng: random.Random, plan: Plan, ink: Ink, cells: DateWriter, dates: DateWriter) -> None:
        self.rng, self.plan, self.ink, self.cells, self.dates = rng, plan, ink, cells, dates
        self.lines: list[str] = []
        self.headings: list[str] = []
        self.lettered: list[str] = []
        self.subs: list[str] = []
        self.numbers: list[int] = []
        self.annex_numbers: list[int] = []
        self.titles: list[str] = []
        self.date_texts: dict[tuple[int, int], str] = {}
        self.subjects: dict[int, str] = {}
        self.symbol = ""
        self.symbol_date = ""

    def add(self, *lines: str) -> None:
        self.lines += lines

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    # --- before the body ---

    def masthead(self) -> None:
        """The symbol, distribution and date as lines."""
        plan, parent = self.plan, self.plan.body.parent
        letter = "S" if parent == "Security Council" else "A"
        number = self.rng.randint(100, 990)
        self.symbol = f"S/{plan.issued.year}/{number}"
        if letter == "A":
            self.symbol = f"A/{plan.issued.year - 1945 - (plan.issued.month < 9)}/{number}"
        self.symbol_date = plan.issued.isoformat()
        day = self.dates.day(plan.issued)
        self.add("United Nations", self.symbol, "", parent, "Distr.: General", day, "", "Original: English", "", "")

    def letter(self) -> tuple[str, str]:
        """The covering letter; gives signatory and role."""
        plan, body = self.plan, self.plan.body
        title = plan.choices.title
        name, _, country = PERSONS[plan.choices.person]
        words = {"title": title, "name": body.name, "short": body.short, "parent": body.parent}
        opening = f"Letter dated {self.dates.day(plan.issued)} from the {title} of the {body.name}"
        lead = self.rng.choice(("", "", " "))
        self.add(f"{lead}{opening} addressed to the President of the {body.parent}", "")
        self.add(self.rng.choice(HONOURS).format(**words), "", "")
        self.add(self.rng.choice(REQUESTS).format(**words), "", f"(Signed) {name}")
        role = f"{title} of the {body.name}"
        if len(role) > 60 and self.rng.random() < 0.7:
            head, tail = role[:45].rsplit(" ", 1)[0], role[len(role[:45].rsplit(" ", 1)[0]) + 1 :]
            self.add(f"{head} ", tail)
        else:
            self.add(role)
        if self.rng.random() < 0.5:
            self.add(f"Permanent Representative of {country} to the United Nations")
        self.add("", "", "")
        return name, role

    # --- the body ---

    def body(self, blocks: Iterable[Block]) -> None:
        choices = self.plan.choices
        self.add(f"Report of the {self.plan.body.name}", "", "")
        roman = 0
        for kind, label, text in blocks:
            if kind == "heading":
                self.headings.append(text)
                mark = f"{ROMAN[roman]}.\t" if choices.headings == "roman" else ""
                roman += 1
                self.add("", f"{mark}{text}", "")
            elif kind == "lettered":
                self.lettered.append(text)
                self.add("", *self._labelled(f"({label})", text), "")
            elif kind == "sub":
                self.subs.append(label)
                self.add(*self._labelled(f"({label})", text), "")
            else:
                self.numbers.append(int(label))
                self.add(*self._labelled(f"{label}.", self._broken_paragraph(text)), "")
        self.add("", "")

    def _labelled(self, label: str, text: str) -> list[str]:
        style = self.plan.choices.numbering
        if style == "own_line":
            return [label, text]
        return [f"{label}{chr(9) if style == 'tab' else ' '}{text}"]

    def _broken_paragraph(self, text: str) -> str:
        """Sometimes a line end within a paragraph, after a blank before a number, and a blank at its end."""
        if not self.plan.choices.soft_breaks or self.rng.random() > 0.3:
            return text
        spots = [i for i in range(20, len(text) - 20) if text[i] == " " and text[i + 1].isdigit()]
        if spots and self.rng.random() < 0.7:
            at = self.rng.choice(spots)
            return f"{text[: at + 1]}\n{text[at + 1 :]}"
        return f"{text} "

    # --- the annex ---

    def annex(self) -> None:
        plan = self.plan
        self.add("Annex", "", "")
        if plan.choices.annex_paragraph:
            self.annex_numbers.append(1)
            text = "The tables below show what was undertaken by the {short} in the period under review."
            text = text.format(short=plan.body.short)
            self.add(*self._labelled("1.", text), "")
        if len(plan.tables) > 1 and plan.tables[0].kind != "mixed":
            heading = self.rng.choice(("Meetings and activities of the {short}", "Activities of the {short} in detail"))
            self.add(heading.format(short=plan.body.short), "", "")
        headers = {role: self.rng.choice(names) for role, names in HEADERS.items()}
        for table in plan.tables:
            self._table(table, headers)

    def _title(self, table: Table) -> str:
        options = list(TITLES[table.kind])
        if table.date_style in ("year_rows", "year_in_title"):
            options = [option for option in options if "{since}" not in option]
        title = self.rng.choice(options)
        if "{since}" in title:
            title = title.replace("{since}", self.dates.day(self.plan.start))
        title = title.format(short=self.plan.body.short, chair=self.plan.chair)
        if table.date_style == "year_in_title":
            return f"{title}{self.rng.choice((' in ', ', '))}{table.year}"
        return title

    def _table(self, table: Table, headers: dict[str, str]) -> None:
        choices = self.plan.choices
        self.titles.append(self._title(table))
        self.add(self.titles[-1], *[""] * self.rng.choice((0, 1)))
        names = {**headers, "date": "Date", "subject": "Visit"} if table.kind == "visits" else headers
        self._row([names[role] for role in table.columns])
        if choices.header_gap:
            self._row(["" for _ in table.columns])
        year = 0
        done: set[int] = set()
        for event in table.events:
            if event.row in done:
                continue
            done.add(event.row)
            if table.date_style == "year_rows" and event.start.year != year:
                year = event.start.year
                self._row([str(year), *[""] * (len(table.columns) - 1)])
            together = [other for other in table.events if other.row == event.row]
            self._row(self._cells(table, event, together))
        self.add("", "")

    def _row(self, cells: Iterable[str]) -> None:
        self.add(*(f"\t{cell}" for cell in cells), "")

    def _cells(self, table: Table, event: Event, together: list[Event]) -> list[str]:
        """The cells of one row; the visit's subject and participants may be one."""
        choices = self.plan.choices
        telegraphic = choices.telegraphic
        subject = event.topic.cell(telegraphic, event.wrong)
        self.ink.missions.update(mission.acronym for mission in event.topic.missions)
        columns = list(table.columns)
        at, near = (
            columns.index("subject"),
            columns.index("participants") if "participants" in columns else -9,
        )
        by = f"{subject} by {'' if telegraphic else 'the '}{event.visitor}"
        if event.kind == "visit" and table.kind != "visits":
            if near == -9:
                subject = by
            elif abs(at - near) == 1 and choices.merged:
                subject = by
                columns.remove("participants")
        self.subjects[id(event)] = subject
        for other in together:
            self.subjects[id(other)] = subject
        cells = []
        for role in columns:
            if role == "date":
                cells.append(self._date(table, event, together))
            elif role == "subject":
                cells.append(self._break(subject))
            elif role == "participants":
                self.ink.missions.update(group.mission for group in event.groups if group.mission)
                words = join_groups(event.groups, telegraphic, choices.semicolons) if event.groups else ""
                cells.append(self._break(capital(words)))
            elif role == "format":
                cells.append(FORMAT_CELLS[(event.kind, event.format)])
            elif role == "no":
                cells.append(str(event.row) + ("." if choices.headings == "roman" else ""))
            else:
                cells.append(ordinal(event.number) if event.number else "")
        return cells

    def _date(self, table: Table, event: Event, together: list[Event]) -> str:
        year = table.date_style not in ("year_rows", "year_in_title")
        start = event.annex_start or event.start
        if len(together) > 1:
            text = self.cells.days([other.start for other in together], year)
        elif event.start != event.end:
            text = self.cells.span(event.start, event.end, year)
        else:
            text = self.cells.day(start, year)
        self.date_texts[(event.table, event.row)] = text
        if self.plan.choices.broken and len(text) > 22 and self.rng.random() < 0.3:
            head, blank, tail = text.rpartition(" ")
            return f"{head}{blank}\n{tail}" if blank else text
        return text

    def _break(self, text: str) -> str:
        """A long cell over two or three lines, some of the time."""
        if not self.plan.choices.broken or len(text) < 35 or self.rng.random() > 0.25:
            return text
        words = text.split(" ")
        for at in sorted(self.rng.sample(range(1, len(words)), min(len(words) - 1, self.rng.choice((1, 2))))):
            words[at] = f"\n{words[at]}"
        return " ".join(words)
