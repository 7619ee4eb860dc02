"""What writing costs beside extraction: 500 text reports, generated ones of other bodies and the given one in turn.

Run as `python -m tests.benchmark.writing`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from extract.engines import Outcome, inline
from extract.join import distinct, join
from extract.model import Settings
from extract.piece import of_document
from extract.pipeline import load
from extract.write import database, everything, workbook
from extract.write.figures import Figures
from tests.generator import make_report

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "raw" / "S_2006_972.txt"
RUN = {"version": "", "knowledge": "", "model": "", "python": "", "packages": {}, "warnings": []}


def timed(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=500)
    n = parser.parse_args().reports
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        todo = []
        for i in range(n):
            path = folder / f"{i:04}.txt"
            text = REPORT.read_text(encoding="utf-8") if i % 2 else make_report(i).text
            path.write_text(text, encoding="utf-8", newline="")
            todo.append((path, path.name))
        load()
        outcomes: list[Outcome] = []
        whole = timed(lambda: outcomes.extend(inline.run(todo, Settings("en_core_web_sm"), 1, {})))
        reports = [o.piece.report() for o in outcomes]
        made = timed(lambda: [of_document(r) for r in reports])
        extraction = whole - made
        pieces = join(distinct(outcomes)[0], [], []).pieces
        n_rows = sum(sum(p.header["counts"].values()) for p in pieces)
        size = sum(len(p.data()) for p in pieces) / n
        print(f"{n} text reports, {n_rows:,} rows; extraction {extraction:.1f} s; a piece has {size / 1000:.0f} kB")
        out = folder / "out"
        out.mkdir()

        def book() -> None:
            with Figures(out / "unreports.db") as figures:
                workbook.write(pieces, lambda: figures, RUN, out / "unreports.xlsx")

        jobs: dict[str, Callable[[], object]] = {
            "database": lambda: database.write(pieces, out / "unreports.db"),
            "files and pages": lambda: everything._files(pieces, out),
            "workbook": book,
            "all, one process": lambda: everything.write(pieces, RUN, folder / "one"),
            "all, two processes": lambda: everything.write(pieces, RUN, folder / "two", 2),
        }
        print(f"{'pieces':<24}{made:>8.2f} s{made / extraction:>8.2f} of extraction, where it is done")
        for what, job in jobs.items():
            seconds = timed(job)
            print(f"{what:<24}{seconds:>8.2f} s{seconds / extraction:>8.2f} of extraction")


if __name__ == "__main__":
    main()
