"""The events of a document: what the list shows of each, and the data that the page's script works with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract import tables
from extract.report import Row, Rows
from extract.write.characters import attribute, html
from extract.write.csv_files import cell
from extract.write.review.places import Places

_LONG = ' class="long" tabindex="0"'  # scrolls in itself


def editable(table: tables.Table) -> list[tables.Column]:
    """The columns that a person can correct; how sure a row is, is the program's to say."""
    return [c for c in table.columns if not c.fixed and c.name != "confidence"]


class Events:
    """The events of one document."""

    def __init__(self, rows: Rows) -> None:
        self._places = Places(rows["segments"], rows["mentions"], rows["meeting_sources"])
        self._meetings = rows["meetings"]
        self._by: dict[str, dict[str, list[Row]]] = {
            name: _grouped(rows[name]) for name in ("meeting_sources", "participants", "meeting_missions")
        }
        self._discrepancies = rows["discrepancies"]
        self._odd = _grouped(rows["discrepancies"])
        self._columns = {t.name: [c.name for c in editable(t)] for t in (tables.MEETINGS, tables.PARTICIPANTS)}

    def _of(self, table: str, meeting: Row) -> list[Row]:
        return self._by[table].get(meeting["meeting_id"], [])

    def list_items(self) -> str:
        """An `<li>` for each event, its id the event's."""
        return "\n".join(self._item(m) for m in self._meetings)

    def others(self) -> str:
        """A button for each discrepancy that concerns no event of the list."""
        known = {m["meeting_id"] for m in self._meetings}
        return "".join(f"<li>{_button(d)}</li>" for d in self._discrepancies if d["meeting_id"] not in known)

    def _item(self, m: Row) -> str:
        odd = self._odd.get(m["meeting_id"], [])
        badges = []
        if m["needs_review"]:
            badges.append('<span class="badge review">needs review</span>')
        if odd:
            worst = next((s for s in ("error", "warning", "info") if any(d["severity"] == s for d in odd)), "info")
            n = len(odd)
            badges.append(f'<span class="badge {worst}">{n} {"discrepancy" if n == 1 else "discrepancies"}</span>')
        if m["corrected"]:
            badges.append('<span class="badge corrected">corrected</span>')
        sources = self._of("meeting_sources", m)
        # Without a subject, the words that tell of it say what it is.
        first = _flat(sources[0]["text"]) if sources and not m["subject"] else ""
        first = first if len(first) <= 140 else first[:139] + "…"
        words = f'<span class="words" dir="auto">{html(first)}</span> ' if first else ""
        flags = f' data-review="{"true" if m["needs_review"] else "false"}" data-odd="{len(odd)}"'
        return (
            f'<li class="event" id="{attribute(m["meeting_id"])}"{flags}>'
            f'<button type="button" class="head" aria-expanded="false">'
            f'<span class="when" data-show="when">{_when(m)}</span> '
            f'<span class="what" data-show="what">{_what(m)}</span> '
            f'<span class="subject" dir="auto" data-field="subject">{html(m["subject"] or "")}</span> {words}'
            f'<span class="badges">{"".join(badges)}</span></button>'
            f'<div class="detail" hidden>{self._detail(m, odd)}</div></li>'
        )

    def _detail(self, m: Row, odd: Sequence[Row]) -> str:
        parts = []
        if m["review_reason"]:
            parts.append(f'<p class="why">Look at this first: {html(m["review_reason"])}.</p>')
        if odd:
            parts += ['<h3>Discrepancies</h3><ul class="odd">', *(f"<li>{_button(d)}</li>" for d in odd), "</ul>"]
        parts.append('<h3>Where it is told</h3><ol class="sources">')
        for i, s in enumerate(self._of("meeting_sources", m)):
            name = self._places.name(s["segment_id"])
            date = f": <bdi>{html(s['date_text'])}</bdi>" if s["date_text"] else ""
            parts.append(
                f'<li><button type="button" class="source" data-n="{i}"><bdi>{html(name[:1].upper() + name[1:])}</bdi>'
                f'{date}</button> <span class="kind">{"table" if s["source"] == "annex" else "prose"}</span></li>'
            )
        parts.append(f"</ol><h3>What was taken</h3><dl>{_facts(m)}</dl>")
        people = self._of("participants", m)
        if people:
            parts.append(f'<h3>Participants ({len(people)})</h3><ol class="people">')
            parts += [_person(i, p) for i, p in enumerate(people)]
            parts.append("</ol>")
        links = self._of("meeting_missions", m)
        if links:
            parts.append('<h3>Missions</h3><ul class="links">')
            parts += [
                f'<li><button type="button" class="link" data-n="{i}"><bdi>{html(_flat(link["text"]))}</bdi></button>'
                f' <span class="kind">{html(link["mission_id"])}, {html(link["basis"])}</span></li>'
                for i, link in enumerate(links)
            ]
            parts.append("</ul>")
        parts.append('<p class="actions"><button type="button" class="edit">Correct this row</button></p>')
        return "".join(parts)

    def data(self) -> dict[str, Any]:
        """What the script needs: values as in the CSV files, and offsets into the canonical text."""
        return {
            "events": [
                {
                    "id": m["meeting_id"],
                    "values": self._values("meetings", m),
                    "sources": _offsets(self._of("meeting_sources", m)),
                    "people": _offsets(self._of("participants", m)),
                    "links": _offsets(self._of("meeting_missions", m)),
                    "participants": [
                        {"id": p["participant_id"], "text": _flat(p["text"]), "values": self._values("participants", p)}
                        for p in self._of("participants", m)
                    ],
                }
                for m in self._meetings
            ],
            "discrepancies": {
                d["discrepancy_id"]: {
                    "event": d["meeting_id"] or "",
                    "kind": _words(d["kind"]),
                    "explanation": d["explanation"],
                    "narrative": self._places.side(
                        d["narrative_segment_id"], d["meeting_id"] or "", d["narrative_value"] or ""
                    ),
                    "annex": self._places.side(d["annex_segment_id"], d["meeting_id"] or "", d["annex_value"] or ""),
                    "said": [d["narrative_value"] or "", d["annex_value"] or "", d["chosen_value"] or ""],
                }
                for d in self._discrepancies
            },
        }

    def _values(self, table: str, row: Row) -> dict[str, str]:
        """The cells that are not empty."""
        return {name: v for name in self._columns[table] if (v := cell(table, name, row.get(name)))}


def _grouped(rows: Sequence[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["meeting_id"] or "", []).append(row)
    return groups


def _offsets(rows: Sequence[Row]) -> list[tuple[int, int]]:
    return [(r["char_start"], r["char_end"]) for r in rows]


def _when(m: Row) -> str:
    first, last = m["start_date"], m["end_date"]
    if first is None:
        return html(m["date_text"] or "no date")
    return f"{first} to {last}" if last not in (None, first) else f"{first}"


def _what(m: Row) -> str:
    words = [_words(m["format"] or ""), m["event_type"], f"No. {m['meeting_number']}" if m["meeting_number"] else ""]
    return html(" ".join(w for w in words if w))


def _words(value: str) -> str:
    return value.replace("_", " ")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _who(p: Row) -> str:
    organisation = p["organisation_acronym"] or p["organisation"]
    return ", ".join(x for x in (p["person"], p["role"], organisation, p["country_iso3"]) if x)


def _person(i: int, p: Row) -> str:
    more = "; ".join(x for x in (_who(p), p["qualifier"]) if x)
    what = f": <bdi>{html(more)}</bdi>" if more and more != p["text"] else ""
    return (
        f'<li data-id="{attribute(p["participant_id"])}"><button type="button" class="guest" data-n="{i}">'
        f"<bdi>{html(_flat(p['text']))}</bdi></button> "
        f'<span class="kind">{html(_words(p["kind"]))}{what}</span>'
        + (' <span class="badge corrected">corrected</span>' if p["corrected"] else "")
        + "</li>"
    )


def _button(d: Row) -> str:
    return (
        f'<button type="button" class="discrepancy {attribute(d["severity"])}" '
        f'data-id="{attribute(d["discrepancy_id"])}">'
        f'<b>{html(_words(d["kind"]))}</b> <span class="kind">{html(d["severity"])}</span> '
        f"<bdi>{html(d['explanation'])}</bdi></button>"
    )


def _facts(m: Row) -> str:
    dated = ", ".join(x for x in (m["date_precision"], m["date_basis"]) if x)
    facts = (
        ("Body", "body", m["body"]),
        ("Own event", "is_own", "yes" if m["is_own"] else "no: the report only tells of it"),
        ("Number", "meeting_number", m["meeting_number"]),
        ("Date as printed", "date_text", f"{m['date_text']} ({dated})" if m["date_text"] and dated else m["date_text"]),
        ("Missions", "missions", m["missions"]),
        ("Participants as printed", "participants_text", m["participants_text"]),
        ("Table", "table_title", m["table_title"]),
        ("Row", "table_row", "" if m["table_row"] is None else str(m["table_row"])),
        ("Confidence", "confidence", f"{m['confidence']:.2f}"),
        ("Corrected by hand", "corrected", m["corrected"]),
    )
    return "".join(
        f'<div><dt>{label}</dt><dd dir="auto" data-field="{field}"{_LONG if len(value) > 800 else ""}>'
        f"{html(value)}</dd></div>"
        for label, field, value in facts
        if value
    )
