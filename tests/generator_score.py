"""Scores the program on generated reports: what is right, what is missing, what is false.

    python -m tests.generator_score [FIRST] [LAST] [--only NAME] [--mutated HOW]

prints every wrong case with the name of its report (write one to a file with `python -m tests.generator SEED`),
then each figure. A meeting is right when its first and last day, its type and whose it is are those of one true
event of the same table row, or of the same prose where no table has it.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from extract import extract
from extract.report import Report
from tests.generator import (
    KEEPS_TRUTH,
    GeneratedReport,
    MeetingTruth,
    ParticipantTruth,
    make_report,
    mutations,
    squeeze,
)

# Fields of `documents` and of `meetings` that are compared as they stand.
HEADER = (
    "symbol",
    "issuing_body",
    "date",
    "signatory",
    "signatory_role",
    "addressee",
    "period_start",
    "period_end",
)
FIELDS = (
    "format",
    "meeting_number",
    "date_precision",
    "date_basis",
    "date_text",
    "body",
    "subject",
    "in_annex",
    "in_narrative",
    "table_title",
)
PARTICIPANT_FIELDS = ("kind", "role", "organisation", "country_iso3", "qualifier")
# What the guide and the gold leave to the reader, or settled otherwise than the generator's words.
SAME_ORGANISATION = {"Secretariat": "United Nations Secretariat"}
SAME_ROLE = {"representatives": "representative"}
Row = dict[str, Any]


@dataclass
class Figure:
    """Right ones, missing ones, false ones; for plain accuracy `false` stays 0."""

    right: int = 0
    missing: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.missing + self.false
        return 2 * self.right / total if total else 1.0


@dataclass
class Score:
    """All figures by name, and every wrong case as (report, figure, words)."""

    figures: dict[str, Figure] = field(default_factory=dict)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    checks: set[str] = field(default_factory=set)
    reports: int = 0

    def __getitem__(self, name: str) -> Figure:
        return self.figures.setdefault(name, Figure())

    def right(self, name: str) -> None:
        self[name].right += 1

    def missing(self, report: str, name: str, words: str) -> None:
        self[name].missing += 1
        self.wrong.append((report, name, f"missing: {words}"))

    def false(self, report: str, name: str, words: str) -> None:
        self[name].false += 1
        self.wrong.append((report, name, f"false: {words}"))

    def check(self, report: str, name: str, good: bool, words: str) -> None:
        """Counts one answer of a question that has exactly one; its recall is the accuracy."""
        self.checks.add(name)
        if good:
            self.right(name)
        else:
            self[name].missing += 1
            self.wrong.append((report, name, words))

    def sets(self, report: str, name: str, truth: Iterable[Any], found: Iterable[Any]) -> None:
        """Counts two collections against each other, each value as often as it stands."""
        wanted, got = Counter(truth), Counter(found)
        self[name].right += (wanted & got).total()
        for value in (wanted - got).elements():
            self.missing(report, name, str(value))
        for value in (got - wanted).elements():
            self.false(report, name, str(value))


def extracted(generated: GeneratedReport, text: str | None = None) -> Report:
    """The program's rows for a generated report (or for another text under its name)."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{generated.name}.txt"
        path.write_bytes((generated.text if text is None else text).encode())
        return extract(path)


def place(row: Row) -> tuple[int, int]:
    """(table, row) of a row of `meetings`; (0, 0) for one that only the prose tells."""
    table = re.search(r"/table_(\d+)/", row["meeting_id"])
    return (int(table.group(1)), row["table_row"]) if table and row["in_annex"] else (0, 0)


def pairs(truth: tuple[MeetingTruth, ...], found: list[Row]) -> dict[int, int]:
    """Index of each true event → index of its row: exact ones first, then by place, then by day."""

    def exact(t: MeetingTruth, r: Row) -> bool:
        return (t.table, t.table_row) == place(r) and _key(t) == _row_key(r)

    def same_place(t: MeetingTruth, r: Row) -> bool:
        return t.table > 0 and (t.table, t.table_row) == place(r)

    def same_day(t: MeetingTruth, r: Row) -> bool:
        return t.start_date == str(r["start_date"]) and (t.table == 0) == (place(r) == (0, 0))

    out: dict[int, int] = {}
    for fits in (exact, same_place, same_day):
        for i, t in enumerate(truth):
            if i not in out:
                free = (k for k, r in enumerate(found) if k not in out.values() and fits(t, r))
                if (k := next(free, -1)) >= 0:
                    out[i] = k
    return out


def _key(t: MeetingTruth) -> tuple[str, str, str, bool]:
    return t.start_date, t.end_date, t.event_type, t.is_own


def _row_key(r: Row) -> tuple[str, str, str, bool]:
    return str(r["start_date"]), str(r["end_date"]), r["event_type"], r["is_own"]


def score_report(score: Score, generated: GeneratedReport, report: Report) -> None:
    """Adds one report to the score."""
    score.reports += 1
    for figure in (
        "meetings (own)",
        "meetings (others)",
        "participants",
        "discrepancies planted",
        "discrepancies false",
    ):
        score.figures.setdefault(figure, Figure())
    name, truth, rows = generated.name, generated.truth, report.rows
    paired = pairs(truth.meetings, rows["meetings"])
    _meetings(score, name, truth.meetings, rows, paired)
    _participants(score, name, truth.meetings, rows, paired, truth.issuing_body)
    _discrepancies(score, generated, rows, paired)
    _claims(score, generated, rows)
    _structure(score, generated, rows)
    score.sets(name, "references", truth.references, (r["symbol"] for r in rows["references"]))
    document = rows["documents"][0]
    for column in HEADER:
        wanted, got = getattr(truth, column), str(document[column] or "")
        stated = not column.startswith("period") or f"{truth.period_start}/{truth.period_end}" in truth.printed_dates
        if not stated and got in ("", wanted):
            continue
        score.check(name, f"documents.{column}", wanted == got, f"{got!r}, not {wanted!r}")


def _words(table: int, row: int, key: tuple[Any, ...]) -> str:
    where = f"table {table} row {row}" if table else "prose"
    first, last, kind, own = key
    days = first if first == last else f"{first}/{last}"
    return f"{where}: {kind} {days}{'' if own else ' of others'}"


def _meetings(
    score: Score, name: str, truth: tuple[MeetingTruth, ...], rows: dict[str, list[Row]], paired: dict[int, int]
) -> None:
    found = rows["meetings"]
    good = set()
    for i, t in enumerate(truth):
        figure = "meetings (own)" if t.is_own else "meetings (others)"
        r = found[paired[i]] if i in paired else None
        if r is not None and (t.table, t.table_row) == place(r) and _key(t) == _row_key(r):
            score.right(figure)
            good.add(paired[i])
        else:
            near = f" (found {_words(*place(r), _row_key(r))})" if r is not None else ""
            score.missing(name, figure, _words(t.table, t.table_row, _key(t)) + near)
    for k, r in enumerate(found):
        if k not in good:
            figure = "meetings (own)" if r["is_own"] else "meetings (others)"
            text = next((s["text"] for s in rows["meeting_sources"] if s["meeting_id"] == r["meeting_id"]), "")
            words = f"{_words(*place(r), _row_key(r))} [{squeeze(text)[:160]}]"
            score.false(name, figure, words)
    for i, k in paired.items():
        _fields(score, name, truth[i], found[k], rows)


def _fields(score: Score, name: str, t: MeetingTruth, r: Row, rows: dict[str, list[Row]]) -> None:
    where = _words(t.table, t.table_row, _key(t))
    for column in FIELDS:
        if column in t.open_fields:
            continue
        wanted, got = getattr(t, column), r[column]
        if isinstance(wanted, str):
            wanted, got = squeeze(wanted), squeeze(got or "")
        score.check(name, f"meetings.{column}", wanted == got, f"{where}: {got!r}, not {wanted!r}")
    # The generator knows peacekeeping operations only; country and date suggest political missions as well.
    known = {m["mission_id"]: m for m in rows["missions"]}
    links = [link for link in rows["meeting_missions"] if link["meeting_id"] == r["meeting_id"]]
    implied = {known[k["mission_id"]]["acronym"] for k in links if k["basis"] == "implied"}
    implied &= {m["acronym"] for m in known.values() if t.countries & set(m["countries"].split("; "))}
    got_missions = {m for m in r["missions"].split("; ") if m}
    good = t.missions <= got_missions <= t.missions | t.missions_implied | implied
    allowed = f"{sorted(t.missions)} and perhaps {sorted(t.missions_implied)}"
    score.check(name, "meetings.missions", good, f"{where}: {sorted(got_missions)}, not {allowed}")


def _plain(text: str) -> str:
    """The words of a participant; "only" counts as a qualifier, in the words or behind them."""
    return squeeze(text).removesuffix(" only")


def _organisation(p: ParticipantTruth, body: str) -> str:
    """As the gold has it: a bare "Chairman" is the body's own; a bureau is a body under its own name."""
    if p.kind == "office_holder" and _bare(p.text) == _bare(p.role):
        return body
    bureau = re.match(r"(?:the )?bureau of (?:the )?(.+)", squeeze(p.text), re.I)
    return f"Bureau of the {bureau.group(1)}" if bureau else p.organisation


def _bare(text: str) -> str:
    return squeeze(text).lower().removeprefix("the ")


def _participants(
    score: Score,
    name: str,
    truth: tuple[MeetingTruth, ...],
    rows: dict[str, list[Row]],
    paired: dict[int, int],
    body: str,
) -> None:
    for i, t in enumerate(truth):
        if "participants" in t.open_fields:
            continue
        meeting_id = rows["meetings"][paired[i]]["meeting_id"] if i in paired else None
        got = [p for p in rows["participants"] if p["meeting_id"] == meeting_id]
        where = _words(t.table, t.table_row, _key(t))
        score.sets(
            name,
            "participants",
            [f"{where}: {_plain(p.text)!r}" for p in t.participants],
            [f"{where}: {_plain(p['text'])!r}" for p in got],
        )
        by_text = {_plain(p["text"]): p for p in got}
        for p in t.participants:
            if (q := by_text.get(_plain(p.text))) is None:
                continue
            for column in PARTICIPANT_FIELDS:
                wanted, is_ = getattr(p, column), q[column] or ""
                if column == "organisation":
                    wanted = _organisation(p, body)
                same = {"organisation": SAME_ORGANISATION, "role": SAME_ROLE}.get(column, {})
                wanted, is_ = same.get(wanted, wanted), same.get(is_, is_)
                words = f"{where}: {_plain(p.text)!r}: {is_!r}, not {wanted!r}"
                score.check(name, f"participants.{column}", wanted == is_, words)


def _discrepancies(
    score: Score, generated: GeneratedReport, rows: dict[str, list[Row]], paired: dict[int, int]
) -> None:
    """Planted slips found (same kind, same event or paragraph), values chosen, and false alarms."""
    name, truth = generated.name, generated.truth
    ids = {i: rows["meetings"][k]["meeting_id"] for i, k in paired.items()}
    number = {s["segment_id"]: s["number"] for s in rows["segments"] if s["kind"] == "paragraph"}
    used: set[int] = set()
    for slip in truth.discrepancies:

        def fits(d: Row, slip: Any = slip) -> bool:
            if d["kind"] != slip.kind:
                return False
            if slip.meeting >= 0 and d["meeting_id"]:
                return bool(d["meeting_id"] == ids.get(slip.meeting))
            return number.get(d["narrative_segment_id"]) == str(slip.paragraph)

        place_of = f"table {slip.table} row {slip.table_row}" if slip.table else f"paragraph {slip.paragraph}"
        words = f"{slip.kind} at {place_of}: prose {slip.narrative_value!r}, table {slip.annex_value!r}"
        at = next((k for k, d in enumerate(rows["discrepancies"]) if k not in used and fits(d)), -1)
        if at < 0:
            score.missing(name, "discrepancies planted", words)
            continue
        used.add(at)
        score.right("discrepancies planted")
        if slip.kind == "date_conflict" and slip.certain:
            wanted = slip.annex_value if slip.right == "annex" else slip.narrative_value
            got = rows["discrepancies"][at]["chosen_value"]
            score.check(name, "discrepancies.chosen_value", got == wanted, f"{words}: {got!r}, not {wanted!r}")
    for k, d in enumerate(rows["discrepancies"]):
        if k not in used and d["severity"] in ("error", "warning"):
            score.false(name, "discrepancies false", f"{d['severity']} {d['kind']}: {d['explanation']}")


def _claims(score: Score, generated: GeneratedReport, rows: dict[str, list[Row]]) -> None:
    """Claims by paragraph and number; then what could be counted, where the truth can count."""
    name = generated.name
    number = {s["segment_id"]: s["number"] for s in rows["segments"] if s["kind"] == "paragraph"}
    left = list(rows["claims"])
    for claim in generated.truth.claims:
        words = f"paragraph {claim.paragraph}: {claim.text!r}"
        at = next(
            (r for r in left if number.get(r["segment_id"]) == str(claim.paragraph) and r["value"] == claim.value),
            None,
        )
        if at is None:
            if not claim.optional:
                score.missing(name, "claims", words)
            continue
        left.remove(at)
        score.right("claims")
        if claim.agrees is not None:
            got = (at["n_found"], at["agrees"])
            wanted = (claim.n_found, claim.agrees)
            score.check(name, "claims.n_found", got == wanted, f"{words}: {got}, not {wanted}")
        score.check(name, "claims.unit", at["unit"] == claim.unit, f"{words}: {at['unit']!r}, not {claim.unit!r}")
    for r in left:
        score.false(name, "claims", f"{r['text']!r} in {r['segment_id']}")


def _structure(score: Score, generated: GeneratedReport, rows: dict[str, list[Row]]) -> None:
    name, truth, segments = generated.name, generated.truth, rows["segments"]
    document = rows["documents"][0]
    score.check(
        name,
        "paragraph counts",
        document["n_paragraphs"] == truth.n_paragraphs,
        f"{document['n_paragraphs']} paragraphs, not {truth.n_paragraphs}",
    )
    score.check(
        name, "table counts", document["n_tables"] == truth.n_tables, f"{document['n_tables']}, not {truth.n_tables}"
    )

    def of_kind(kind: str) -> list[Row]:
        return [s for s in segments if s["kind"] == kind]

    numbered = [(part, str(n)) for part, numbers in truth.paragraphs for n in numbers]
    score.sets(name, "paragraphs", numbered, ((s["part"], s["number"]) for s in of_kind("paragraph")))
    letters = [s["number"] for s in of_kind("subparagraph")]
    score.sets(name, "subparagraphs", truth.sub_paragraphs, letters)
    titles = [squeeze(s["text"]) for s in of_kind("table_title")]
    score.sets(name, "table titles", map(squeeze, truth.table_titles), titles)
    known = {re.sub(r"^(?:[IVXL]+\.|\([a-z]\))\s*", "", squeeze(s["text"])) for s in of_kind("heading")}
    for heading in (*truth.headings, *truth.lettered_headings):
        bare = re.sub(r"^(?:[IVXL]+\.|\([a-z]\))\s*", "", squeeze(heading))
        score.check(name, "headings", bare in known, f"{heading!r} is no heading")


def score_seeds(first: int, last: int) -> Score:
    """The score over the seeds from `first` to `last`, both included."""
    score = Score()
    for seed in range(first, last + 1):
        generated = make_report(seed)
        score_report(score, generated, extracted(generated))
    return score


def score_mutated(first: int, last: int, name: str) -> Score:
    """The same over texts changed in a way that keeps the truth (`tests.generator.KEEPS_TRUTH`)."""
    score = Score()
    for seed in range(first, last + 1):
        generated = make_report(seed)
        text = mutations(generated.text, random.Random(f"{name}/{seed}"), [name]).text
        score_report(score, generated, extracted(generated, text))
    return score


def render(score: Score, wanted: str = "") -> str:
    """Each wrong case, by figure, then each figure."""
    lines = []
    for figure in score.figures:
        cases = [(report, words) for report, name, words in score.wrong if name == figure and wanted in name]
        if cases:
            lines += ["", f"{figure}:", *(f"  {report}  {words}" for report, words in cases)]
    lines += ["", f"{'figure':<28} {'F1':>7} {'prec.':>7} {'recall':>7}   right missing false"]
    for figure, f in sorted(score.figures.items()):
        counts = f"{f.right:>5} {f.missing:>7} {f.false:>5}"
        if figure == "discrepancies false":
            lines.append(f"{figure:<28} {f.false / score.reports:>7.3f} a report{'':>9} {counts}")
        elif figure in score.checks:
            lines.append(f"{figure:<28} {f.recall:>7.4f} accuracy{'':>7} {counts}")
        elif figure == "discrepancies planted":
            lines.append(f"{figure:<28} {f.recall:>7.4f} recall{'':>9} {counts}")
        else:
            lines.append(f"{figure:<28} {f.f1:>7.4f} {f.precision:>7.4f} {f.recall:>7.4f}   {counts}")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> None:
    """Prints the score of a range of seeds."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator_score", description=__doc__)
    parser.add_argument("first", type=int, nargs="?", default=0)
    parser.add_argument("last", type=int, nargs="?", default=59)
    parser.add_argument("--only", default="", metavar="NAME", help="print only the cases of such figures")
    parser.add_argument("--mutated", choices=KEEPS_TRUTH, help="change each text so, the truth stays")
    options = parser.parse_args(argv)
    if options.mutated:
        score = score_mutated(options.first, options.last, options.mutated)
    else:
        score = score_seeds(options.first, options.last)
    print(render(score, options.only))


if __name__ == "__main__":
    main()
