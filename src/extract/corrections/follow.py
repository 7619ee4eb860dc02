"""What follows from corrections: counts, claims, discrepancies, and which rows still want looking at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from extract import tables
from extract.corrections import Correction
from extract.reconcile import claims
from extract.report import Row, Rows, written

Touched = Mapping[tuple[str, str], Mapping[str, Correction]]
_DATES = ("start_date", "end_date")


def follow(old: Rows, new: Rows, touched: Touched) -> Rows:
    """The rows with all columns and rows that derive from corrected ones.

    Args:
        old: the rows as extracted.
        new: the rows with corrected values, deleted ones gone; a table that changes is replaced, rows are copied.
        touched: the corrections of values by table and id.
    """
    rows = dict(new)
    rows["claims"], recounted = _claims(old, rows, touched)
    rows["discrepancies"] = _discrepancies(old, rows["discrepancies"], recounted, touched)
    _missions_of_meetings(old, rows, touched)
    _counts(rows)
    _looked_at(rows, touched)
    return rows


def _changed(rows: list[Row], key: str, changes: Mapping[str, Mapping[str, Any]]) -> list[Row]:
    """The rows with some values changed, unless a value is that already."""
    return [{**r, **changes[r[key]]} if r[key] in changes else r for r in rows]


# ---------------------------------------------------------------------- claims and discrepancies


def _claims(old: Rows, new: Rows, touched: Touched) -> tuple[list[Row], dict[str, Row]]:
    """The claims, counted again in documents whose events a person has changed; those whose count changed by their id.

    A claim whose extracted count the rows alone do not give (it rested on more than they hold) stays as it was.
    """
    before, after = _events(old), _events(new)
    extracted = {r["claim_id"]: r for r in old["claims"]}
    out: list[Row] = []
    recounted: dict[str, Row] = {}
    for row in new["claims"]:
        events, now = before[row["document_id"]], after.get(row["document_id"], [])
        was = extracted[row["claim_id"]]
        edits = touched.get(("claims", row["claim_id"]), {})
        if (events != now or edits) and _count(was, events) == (was["n_found"], was["agrees"]):
            n, agrees = _count(row, now)
            new_row = {**row, "n_found": n, "agrees": row["agrees"] if "agrees" in edits else agrees}
            if new_row != row:
                row = recounted[row["claim_id"]] = new_row
        out.append(row)
    return out, recounted


def _count(row: Row, events: list[claims.Event]) -> tuple[int | None, bool | None]:
    place = claims.Place(row["segment_id"], row["char_start"], row["char_end"])
    period = row["period_start"], row["period_end"]
    return claims.count(claims.Stated(row["value"], row["unit"], row["scope"], period, place), events)


def _events(rows: Rows) -> dict[str, list[claims.Event]]:
    """The events of each document, as counting wants them."""
    places: dict[str, list[claims.Place]] = {}
    for s in rows["meeting_sources"]:
        places.setdefault(s["meeting_id"], []).append(claims.Place(s["segment_id"], s["char_start"], s["char_end"]))
    kinds: dict[str, set[str]] = {}
    for p in rows["participants"]:
        kinds.setdefault(p["meeting_id"], set()).add(p["kind"])
    found: dict[str, list[claims.Event]] = {d["document_id"]: [] for d in rows["documents"]}
    for m in rows["meetings"]:
        i = m["meeting_id"]
        found[m["document_id"]].append(
            claims.Event(
                i,
                m["event_type"],
                m["format"] or "",
                m["start_date"],
                bool(m["is_own"]),
                bool(m["in_annex"]),
                bool(m["participants_text"]),
                kinds.get(i) == {"members"},
                tuple(places.get(i, ())),
            )
        )
    return found


def _discrepancies(old: Rows, found: list[Row], recounted: Mapping[str, Row], touched: Touched) -> list[Row]:
    """What a person has settled says so; a number that agrees now is no conflict any more, one that does not is one."""
    extracted = {r["claim_id"]: r for r in old["claims"]}
    said = {
        (r["segment_id"], claims.contradiction(_one_line(r["text"]), extracted[i]["n_found"])): r
        for i, r in recounted.items()
        if r["scope"] in claims.LOOSE
    }
    out: list[Row] = []
    for d in found:
        claim = said.pop((d["narrative_segment_id"], d["explanation"]), None) if d["kind"] == "claim_conflict" else None
        edits = touched.get(("meetings", d["meeting_id"] or ""), {})
        fields = [f for f in (_DATES if d["field"] in _DATES else (d["field"],)) if f in edits]
        if claim is not None:
            if claim["agrees"] is not False:
                continue
            d = {**d, **_counted(claim)}
        elif fields and ("discrepancies", d["discrepancy_id"]) not in touched:
            value = _chosen(edits, d)
            d = {
                **d,
                "chosen_value": value,
                "explanation": f"{d['explanation']} A person has settled it: {value or 'empty'}.",
            }
        out.append(d)
    taken = {d["discrepancy_id"] for d in found}
    out += [_conflict(claim, taken) for claim in said.values() if claim["agrees"] is False]
    return out


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _counted(claim: Row) -> Row:
    n = written(claim["n_found"])
    explanation = claims.contradiction(_one_line(claim["text"]), claim["n_found"]) + " So counted after corrections."
    return {"annex_value": n, "chosen_value": n, "explanation": explanation}


def _conflict(claim: Row, taken: set[str]) -> Row:
    n = 1
    while (found := f"{claim['segment_id']}/discrepancy_{n}") in taken:
        n += 1
    taken.add(found)
    row = dict.fromkeys(tables.DISCREPANCIES.names, "")
    return {
        **row,
        "discrepancy_id": found,
        "document_id": claim["document_id"],
        "kind": "claim_conflict",
        "severity": "warning",
        "field": "n_found",
        "narrative_value": written(claim["value"]),
        "narrative_segment_id": claim["segment_id"],
        **_counted(claim),
    }


def _chosen(edits: Mapping[str, Correction], d: Row) -> str:
    if d["field"] not in _DATES:
        return edits[d["field"]].new_value
    first, _, last = d["chosen_value"].partition("/")
    first = edits["start_date"].new_value if "start_date" in edits else first
    last = edits["end_date"].new_value if "end_date" in edits else last or first
    return first if first == last or not last else f"{first}/{last}"


# ---------------------------------------------------------------------- counts


def _missions_of_meetings(old: Rows, rows: Rows, touched: Touched) -> None:
    """The column `missions` of meetings whose links were taken out, unless a person has written it."""
    if len(old["meeting_missions"]) == len(rows["meeting_missions"]):
        return
    acronyms = {m["mission_id"]: m["acronym"] or m["mission_id"] for m in rows["missions"]}

    def joined(links: list[Row]) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for link in links:
            found.setdefault(link["meeting_id"], {})[str(acronyms.get(link["mission_id"], link["mission_id"]))] = None
        return found

    before, after = joined(old["meeting_missions"]), joined(rows["meeting_missions"])
    changes = {
        i: {"missions": "; ".join(after.get(i, ()))}
        for i in before
        if before[i] != after.get(i) and "missions" not in touched.get(("meetings", i), {})
    }
    rows["meetings"] = _changed(rows["meetings"], "meeting_id", changes)


def _counts(rows: Rows) -> None:
    """The columns n_…, from the rows that they count."""
    per = {
        ("meetings", "n_participants"): Counter(p["meeting_id"] for p in rows["participants"]),
        ("meetings", "n_discrepancies"): Counter(d["meeting_id"] for d in rows["discrepancies"] if d["meeting_id"]),
        ("documents", "n_meetings"): Counter(m["document_id"] for m in rows["meetings"]),
        ("documents", "n_paragraphs"): Counter(
            s["document_id"] for s in rows["segments"] if s["kind"] == "paragraph" and not s["part"].startswith("draft")
        ),
        ("missions", "n_meetings"): Counter(
            mission for _, mission in {(k["meeting_id"], k["mission_id"]) for k in rows["meeting_missions"]}
        ),
        ("missions", "n_mentions"): Counter(m["entity_id"] for m in rows["mentions"] if m["label"] == "MISSION"),
    }
    for (table, column), n in per.items():
        key = tables.BY_NAME[table].key
        changes = {r[key]: {column: n[r[key]]} for r in rows[table] if r[column] != n[r[key]]}
        if changes:
            rows[table] = _changed(rows[table], key, changes)


def _looked_at(rows: Rows, touched: Touched) -> None:
    """A person who has corrected a row has looked at it."""
    changes = {
        i: {"needs_review": False, "review_reason": ""}
        for (table, i), edits in touched.items()
        if table == "meetings" and "needs_review" not in edits
    }
    rows["meetings"] = _changed(rows["meetings"], "meeting_id", changes)
