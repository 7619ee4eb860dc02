"""All that a run writes, in the order in which one thing rests on the other."""

from __future__ import annotations

import json
from contextlib import ExitStack, closing
from functools import cache
from pathlib import Path
from typing import Any

from extract.files import sha256
from extract.piece import Pieces
from extract.write import beside, csv_files, database, datapackage, parquet_files, place, plots, review, workbook
from extract.write.figures import Figures

_MANY = 200  # documents from which another process is worth its start


def write(pieces: Pieces, run: dict[str, Any], output: Path, jobs: int = 1) -> dict[str, Any]:
    """Writes all tables beside the old output and then takes its place.

    Args:
        pieces: what the documents and the run give, in order; they are gone through more than once.
        run: what `run.json` is to say.
        output: the folder; what else stands in it is left alone.
        jobs: processes; with two, the database is written beside the rest.

    Returns:
        What `run.json` says: the warnings of writing are among its warnings.

    Raises:
        OSError: the folder cannot be written; the old output is whole.
    """
    with place.beside(output) as new, ExitStack() as opened:
        apart = jobs > 1 and len(pieces) >= _MANY
        written = opened.enter_context(beside.job(database.write, pieces, new / "unreports.db", apart=apart))

        @cache
        def figures() -> Figures:
            written()
            return opened.enter_context(Figures(new / "unreports.db"))

        _files(pieces, new)
        notes = workbook.write(pieces, figures, run, new / "unreports.xlsx")
        counted = figures()
        datapackage.write(counted.documents(), new / "datapackage.json")
        run = {
            **run,
            "warnings": [*run.get("warnings", ()), *written(), *notes],
            # by which a later run tells whether a person has edited it
            "workbook_sha256": sha256(new / "unreports.xlsx"),
        }
        review.write(counted, run, new / "review")
        plots.write(counted, new / "plots")
        (new / "run.json").write_text(json.dumps(run, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        opened.close()  # a file that is open cannot change its place everywhere
    return run


def _files(pieces: Pieces, folder: Path) -> None:
    """What is added to piece by piece, and the text and page of each document."""
    pages = folder / "review" / "documents"
    for place_ in (folder / "csv", folder / "parquet", folder / "text", pages):
        place_.mkdir(parents=True)
    with closing(csv_files.Files(folder / "csv")) as csv, closing(parquet_files.Files(folder / "parquet")) as parquet:
        for piece in pieces:
            csv.add(piece)
            parquet.add(piece)
            if piece.document_id:
                (folder / "text" / f"{piece.document_id}.txt").write_bytes(piece.section("text"))
                (pages / f"{piece.document_id}.html").write_bytes(piece.section("page"))
