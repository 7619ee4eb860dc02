"""The review pages: each document's text with its marks beside its events, and an overview; they open from disk."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from extract import tables
from extract.report import Rows
from extract.write.characters import attribute, json_in_html
from extract.write.figures import Figures
from extract.write.review.events import Events, editable
from extract.write.review.index import overview
from extract.write.review.text import document_text

LABELS = tables.MENTIONS.columns[tables.MENTIONS.names.index("label")].values
_CORRECTION = ("table", "id", "field", "old_value", "new_value", "reason", "corrected_by", "corrected_on")


def page(rows: Rows, text: str) -> str:
    """The page of a document.

    Args:
        rows: its rows.
        text: its canonical text.
    """
    (document,) = rows["documents"]
    events = Events(rows)
    counts = Counter(m["label"] for m in rows["mentions"])
    data = {"id": document["document_id"], "sha256": document["sha256"], **events.data()}
    page: str = (
        _environment()
        .get_template("document.html")
        .render(
            document=document,
            labels=[(label, counts[label]) for label in LABELS],
            n_review=sum(bool(m["needs_review"]) for m in rows["meetings"]),
            n_odd=len(rows["discrepancies"]),
            events=Markup(events.list_items()),
            others=Markup(events.others()),
            text=Markup(document_text(text, rows["segments"], rows["mentions"])),
            data=Markup(_json(data)),
        )
    )
    return page


def write(figures: Figures, run: Mapping[str, Any], folder: Path) -> None:
    """Writes what the pages of documents share: `index.html` and `assets/`.

    Args:
        figures: what is counted.
        run: what `run.json` says; `corrections`, where there are any, are offered again in what a person saves.
        folder: the folder.

    Raises:
        OSError: it cannot be written.
    """
    _assets(figures, run, folder / "assets")
    _save(folder / "index.html", _environment().get_template("index.html").render(overview(figures, run)))


def _save(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "replace"))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("extract.write.review", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Every value that is no markup yet goes through this, in attributes too.
        finalize=lambda value: Markup(attribute(value)) if type(value) is str else value,
    )
    environment.filters["quoted"] = lambda value: quote(value.encode("utf-8", "replace"), safe="")
    environment.filters["words"] = lambda value: value.replace("_", " ")
    return environment


def _assets(figures: Figures, run: Mapping[str, Any], folder: Path) -> None:
    """The style sheet and scripts, and what all pages share: the documents, the columns, the earlier corrections."""
    folder.mkdir()
    for file in sorted(resources.files("extract.write.review").joinpath("static").iterdir(), key=lambda f: f.name):
        if file.name.endswith((".css", ".js")):
            (folder / file.name).write_bytes(file.read_bytes())
    shared = {
        "documents": {d["document_id"]: d["sha256"] for d in figures.documents()},
        "columns": {
            t.name: [
                {"name": c.name, "type": c.type, "meaning": c.meaning, "values": c.values, "required": c.required}
                for c in editable(t)
            ]
            for t in (tables.MEETINGS, tables.PARTICIPANTS)
        },
        "corrections": [
            {k: str(c.get(k) or "") for k in (*_CORRECTION, "status")} for c in run.get("corrections") or []
        ],
    }
    _save(folder / "run.js", f"globalThis.RUN = {_json(shared)};\n")


def _json(value: Any) -> str:
    return json_in_html(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
