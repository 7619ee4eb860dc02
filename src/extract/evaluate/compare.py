"""Pairs the rows of one document with those of its gold, table by table, and compares their cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from extract import tables
from extract.evaluate.scores import Count, Difference, DocumentScores, EvaluationError, FieldScore, Kind, TableScore
from extract.evaluate.sheets import Row, Sheet, Sheets


@dataclass(frozen=True, slots=True)
class Rule:
    """How a table is compared: keys to pair rows by, each for what the one before left over, and scored columns."""

    keys: tuple[tuple[str, ...], ...]
    scored: tuple[str, ...]


def _rule(scored: str, *keys: str) -> Rule:
    return Rule(tuple(tuple(key.split()) for key in keys), tuple(scored.split()))


# Rows are paired by place, so that one wrong cell stays one wrong cell. Left out in every table: document_id, the same
# in all rows; the ids of participants, mentions, claims and discrepancies, which follow from place and order;
# confidence, needs_review, review_reason, score and method, which tell how sure the program is and how it found a
# value; entity_id, an entry of our own knowledge base; page, n_pages, source_file, source_format and sha256, which
# belong to the file and not to the text.
RULES: dict[str, Rule] = {
    "documents": _rule(
        "symbol symbol_basis title kind issuing_body issuing_body_basis date signatory signatory_role addressee "
        "period_start period_end language n_paragraphs n_tables n_meetings",
        "document_id",
    ),
    # position: one missing segment would make each later one wrong; the order is that of char_start.
    "segments": _rule("segment_id part number parent_id section text", "char_start char_end kind", "part kind number"),
    "meetings": _rule(
        "meeting_id event_type format meeting_number start_date end_date date_text date_precision date_basis body "
        "is_own subject participants_text missions in_annex in_narrative table_title table_row n_participants "
        "n_discrepancies",
        "meeting_id",
        "start_date end_date subject",
        "start_date end_date meeting_number",
        "start_date end_date is_own body",
        "start_date end_date is_own event_type",
        "start_date end_date is_own",
        "start_date end_date",
    ),
    # text: it is the slice, which char_start and char_end say.
    "meeting_sources": _rule("date_text start_date end_date char_start char_end", "meeting_id source segment_id"),
    "participants": _rule(
        "position text kind role organisation organisation_acronym country_iso3 person qualifier segment_id",
        "meeting_id char_start char_end",
    ),
    # name, kind, countries, established, ended: they come from reference lists, not from the document.
    # n_documents: it counts over the whole run, and the gold of one document cannot know it.
    "missions": _rule("acronym organisation n_mentions n_meetings", "mission_id", "acronym"),
    "meeting_missions": _rule("basis text segment_id char_start char_end", "meeting_id mission_id"),
    "mentions": _rule("text segment_id", "char_start char_end label value"),
    "references": _rule("segment_id kind year text char_start char_end", "symbol"),
    # field, narrative_value, annex_value, explanation: many wordings are right, and even two careful readers differ.
    "discrepancies": _rule("severity chosen_value", "meeting_id kind narrative_segment_id annex_segment_id"),
    "claims": _rule(
        "segment_id text value unit period_start period_end n_found agrees char_start char_end",
        "char_start char_end",
        "segment_id value",
    ),
}

# Columns of a gold made by reading that help people to find the place; they are not compared.
FOR_PEOPLE = ("quote", "told_in")

_TYPES = {t.name: {c.name: c.type for c in t.columns} for t in tables.TABLES}
_WHOLE = re.compile(r"(-?\d+)\.0+")
_AROUND = 50  # characters shown on each side of a slice
Pairs = list[tuple[int, int]]


def normal(table: str, column: str, cell: str) -> str:
    """A cell as it is compared: white space squeezed, dates as ISO 8601, booleans lower-case, `missions` in one order.

    Args:
        table: the table's name.
        column: the column's name.
        cell: what stands in the file.

    Returns:
        The value to compare.
    """
    text = " ".join(cell.split())
    if table == "meetings" and column == "missions":
        return "; ".join(sorted({m.strip() for m in text.split(";")} - {""}))
    kind = _TYPES[table].get(column)
    if kind == "boolean":
        return text.lower()
    if kind == "integer" and (whole := _WHOLE.fullmatch(text)):
        return whole[1]
    if kind == "date":
        try:
            return datetime.fromisoformat(text).date().isoformat()
        except ValueError:  # empty, a year or a month alone, or no date at all
            return text
    return text


def compare(document_id: str, gold: Sheets, output: Sheets | None, text: str) -> DocumentScores:
    """Compares one document.

    Args:
        document_id: the document.
        gold: its tables in the gold.
        output: its tables in the run; None where the run does not have it.
        text: its canonical text, or nothing; only to show differences.

    Returns:
        The scores and differences of each table that the gold has.

    Raises:
        EvaluationError: a table of the gold has no column that its rows could be paired by.
    """
    scores: dict[str, TableScore] = {}
    differences: list[Difference] = []
    renamed: dict[str, str] = {}
    for name in RULES:  # meetings stand before the tables that name a meeting
        if name not in gold:
            continue
        theirs = [{c: normal(name, c, v) for c, v in row.items()} for row in gold[name].rows]
        ours = [{c: normal(name, c, v) for c, v in row.items()} for row in (output or {}).get(name, Sheet()).rows]
        if name == "segments" and "char_start" not in gold[name].columns:
            # A gold that lists numbered paragraphs says nothing of the other kinds.
            kinds = {row["kind"] for row in theirs} or {"paragraph"}
            ours = [row for row in ours if row.get("kind") in kinds]
        if name != "meetings":
            ours = [_renamed(row, renamed) for row in ours]
        table = _Table(document_id, name, gold[name].columns, theirs, ours, _Places(text, (gold, output or {})))
        pairs = table.pair()
        if name == "meetings":
            renamed = {ours[o].get("meeting_id", ""): theirs[g].get("meeting_id", "") for g, o in pairs}
        scores[name], found = table.score(pairs)
        differences += found
    return DocumentScores(document_id, output is not None, scores, tuple(differences))


def _renamed(row: Row, renamed: dict[str, str]) -> Row:
    """The row under the gold's id of its meeting, where meetings paired by date and subject."""
    new = renamed.get(row.get("meeting_id", ""))
    return {**row, "meeting_id": new} if new else row


@dataclass(frozen=True, slots=True)
class _Places:
    """Finds the words that a row stands on."""

    text: str
    sheets: tuple[Sheets, ...]

    def show(self, row: Row) -> tuple[str, str]:
        """The words, and the words in their line."""
        words = row.get("text") or " – ".join(filter(None, (row.get("date_text", ""), row.get("subject", ""))))
        start, end = row.get("char_start", ""), row.get("char_end", "")
        around = ""
        if start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(self.text):
            a, b = int(start), int(end)
            piece = " ".join(self.text[a:b].split())
            if not row.get("text"):
                words = piece
            if piece == row.get("text", piece):
                around = " ".join(f"{self.text[max(0, a - _AROUND) : a]}[{piece}]{self.text[b : b + _AROUND]}".split())
        for column in ("narrative_segment_id", "annex_segment_id", "segment_id"):
            words = words or (self._segment(row[column]) if row.get(column) else "")
        return words, around

    def _segment(self, segment_id: str) -> str:
        for sheets in self.sheets:
            for row in sheets.get("segments", Sheet()).rows:
                if row.get("segment_id") == segment_id:
                    return " ".join(row.get("text", "").split())
        return ""


@dataclass(frozen=True, slots=True)
class _Table:
    document_id: str
    name: str
    columns: tuple[str, ...]
    gold: list[Row]
    output: list[Row]
    places: _Places

    @property
    def keys(self) -> list[tuple[str, ...]]:
        return [key for key in RULES[self.name].keys if set(key) <= set(self.columns)]

    @property
    def fields(self) -> list[str]:
        return [c for c in RULES[self.name].scored if c in self.columns]

    def pair(self) -> Pairs:
        """Pairs rows (gold, output) by each key in turn; of several with one key, those that agree most."""
        if not self.keys:
            wanted = " or ".join(", ".join(key) for key in RULES[self.name].keys)
            raise EvaluationError(
                f"{self.name}.csv in the gold of {self.document_id}: its rows cannot be paired; add columns {wanted}"
            )
        pairs: Pairs = []
        for turn, key in enumerate(self.keys):
            free: dict[tuple[str, ...], list[int]] = defaultdict(list)
            taken_gold, taken_output = {g for g, _ in pairs}, {o for _, o in pairs}
            for o, row in enumerate(self.output):
                if o not in taken_output:
                    free[_values(row, key)].append(o)
            for g, row in enumerate(self.gold):
                values = _values(row, key)
                if g in taken_gold or not free[values] or (turn and not values[-1]):
                    continue
                best = self._nearest(row, free[values])
                free[values].remove(best)
                pairs.append((g, best))
        return sorted(pairs)

    def _nearest(self, gold: Row, candidates: list[int]) -> int:
        return max(candidates, key=lambda o: sum(gold[c] == self.output[o].get(c, "") for c in self.fields))

    def score(self, pairs: Pairs) -> tuple[TableScore, list[Difference]]:
        """The scores of the table and its differences, in the order of the text."""
        score = TableScore(fields={c: FieldScore() for c in self.fields})
        found: list[tuple[float, Difference]] = []
        partner = dict(pairs)
        for g, row in enumerate(self.gold):
            place = float(row["char_start"]) if row.get("char_start", "").isdecimal() else g
            if g not in partner:
                self._count(score, row, Count(fn=1))
                found.append((place, self._difference("missed", row)))
                continue
            other = self.output[partner[g]]
            self._count(score, row, Count(tp=1))
            wrong = [c for c in self.fields if row[c] != other.get(c, "")]
            score.exact += not wrong
            for c in self.fields:
                score.fields[c].see(row[c], other.get(c, ""))
            for c in wrong:
                found.append(
                    (place, replace(self._difference("wrong", row), field=c, gold=row[c], output=other.get(c, "")))
                )
        for o in sorted(set(range(len(self.output))) - set(partner.values())):
            row = self.output[o]
            self._count(score, row, Count(fp=1))
            place = float(row["char_start"]) if row.get("char_start", "").isdecimal() else float("inf")
            found.append((place, self._difference("extra", row)))
        return score, [difference for _, difference in sorted(found, key=lambda pair: pair[0])]

    def _count(self, score: TableScore, row: Row, count: Count) -> None:
        score.count.add(count)
        if self.name == "mentions":
            score.labels.setdefault(row.get("label", ""), Count()).add(count)

    def _difference(self, kind: Kind, row: Row) -> Difference:
        text, around = self.places.show(row)
        key = " ".join(filter(None, _values(row, self.keys[0])))
        values = "; ".join(f"{c} {row[c]}" for c in self.fields if row.get(c) and c != "text")
        return Difference(
            self.document_id,
            self.name,
            kind,
            key,
            gold=values if kind == "missed" else "",
            output=values if kind == "extra" else "",
            text=text,
            around=around,
        )


def _values(row: Row, key: Iterable[str]) -> tuple[str, ...]:
    return tuple(row.get(c, "") for c in key)
