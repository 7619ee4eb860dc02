"""The documents of a run together: an id for each, corrections where they belong, and the tables of the run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from extract import tables
from extract.corrections import Correction
from extract.corrections.apply import Applied, apply
from extract.engines import Outcome
from extract.piece import Piece, Pieces, as_rows, load, of_document, of_run
from extract.report import Report, Row, Rows, rename


@dataclass(frozen=True, slots=True)
class Joined:
    """The pieces, with what became of each correction (`stale` with the reason), and warnings in plain words."""

    pieces: Pieces
    done: tuple[Correction, ...]
    stale: tuple[tuple[Correction, str], ...]
    warnings: tuple[str, ...]


def distinct(outcomes: Iterable[Outcome]) -> tuple[list[tuple[str, Outcome]], list[str]]:
    """Each document with an id of its own, and warnings.

    The later of two that claim one symbol gets its file's stem appended.
    """
    found: list[tuple[str, Outcome]] = []
    warnings: list[str] = []
    taken: dict[str, str] = {}
    for o in outcomes:
        if o.source is None:
            continue
        wanted = new = o.document_id
        n = 1
        while new in taken:
            new = f"{wanted}+{Path(o.name).stem}" + (f"~{n}" if n > 1 else "")
            n += 1
        if new != wanted:
            warnings.append(f"{o.name} and {taken[wanted]} both claim {wanted}; both are kept, the former as {new}")
        taken[new] = o.name
        warnings += [f"{o.name}: {w}" for w in o.warnings]
        found.append((new, o))
    return found, warnings


def join(documents: Sequence[tuple[str, Outcome]], given: Sequence[Correction], refused: Sequence[Outcome]) -> Joined:
    """Puts documents together; one that has another id now, or corrections, gets a new piece.

    Args:
        documents: by their ids.
        given: the corrections; of two for one cell the later one counts.
        refused: the inputs that could not be extracted.
    """
    of: dict[str, list[Correction]] = {}
    known = {document_id for document_id, _ in documents}
    for c in given:
        place = c.id.partition("/")[0]
        of.setdefault(place if place in known else "", []).append(c)
    applied: list[Applied] = []
    sources: list[bytes | Path] = []
    for document_id, o in documents:
        assert o.source is not None
        source = o.source
        if document_id != o.document_id or document_id in of:
            report = rename(o.piece.report(), document_id)
            applied.append(apply(report.rows, of.get(document_id, ())))
            source = of_document(Report(document_id, report.text, applied[-1].rows, report.warnings)).source
        sources.append(source)
    rows: Rows = {t.name: [] for t in tables.TABLES}
    rows["missions"] = _missions(map(load, sources))
    applied.append(apply(rows, of.get("", ())))
    rejected = [
        {"source_file": o.name, "sha256": o.sha256, "stage": o.stage, "error": o.error, "message": o.message}
        for o in refused
    ]
    order = {c: i for i, c in enumerate(given)}
    return Joined(
        Pieces(sources, of_run(applied[-1].rows["missions"], rejected)),
        tuple(sorted((c for a in applied for c in a.done), key=order.__getitem__)),
        tuple(sorted((s for a in applied for s in a.stale), key=lambda s: order[s[0]])),
        tuple(w for a in applied for w in a.warnings),
    )


def _missions(pieces: Iterable[Piece]) -> list[Row]:
    """The missions that documents name, counted over all."""
    counted = ("n_documents", "n_mentions", "n_meetings")
    found: dict[str, Row] = {}
    for piece in pieces:
        for row in as_rows(tables.MISSIONS, piece.header["missions"]):
            one = found.setdefault(row["mission_id"], {**row, **dict.fromkeys(counted, 0)})
            for key in counted:
                one[key] += row[key]
    return sorted(found.values(), key=itemgetter("mission_id"))
