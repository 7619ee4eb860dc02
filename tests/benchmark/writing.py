"""What writing costs beside extraction: 500 text reports, generated ones of other bodies and the given one in turn.

Run as `python -m tests.benchmark.writing`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from extract import tables, write
from extract.engines import inline
from extract.model import Settings
from extract.pipeline import load
from extract.run import _distinct
from extract.write import csv_files, database, datapackage, parquet_files, plots, review, workbook
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
        outcomes = []
        extraction = timed(lambda: outcomes.extend(inline.run(todo, Settings("en_core_web_sm"), 1, {})))
        reports, _ = _distinct(outcomes)
        rows = write.combined(reports)
        rows["rejected"] = []
        texts = {r.document_id: r.text for r in reports}
        print(f"{n} text reports, {sum(map(len, rows.values())):,} rows; extraction {extraction:.1f} s")
        out = folder / "out"
        for place in ("csv", "parquet"):
            (out / place).mkdir(parents=True)

        def each(writer: Callable[..., object], place: str) -> Callable[[], object]:
            return lambda: [writer(t, rows[t.name], out / place / f"{t.name}.{place}") for t in tables.TABLES]

        jobs: dict[str, Callable[[], object]] = {
            "CSV": each(csv_files.write, "csv"),
            "Parquet": each(parquet_files.write, "parquet"),
            "workbook": lambda: workbook.write(rows, RUN, out / "unreports.xlsx"),
            "data package": lambda: datapackage.write(rows, out / "datapackage.json"),
            "database": lambda: database.write(rows, out / "unreports.db"),
            "review pages": lambda: review.write(rows, texts, RUN, out / "review"),
            "plots": lambda: plots.write(rows, out / "plots"),
            "all that a run writes": lambda: write.write(rows, texts, RUN, folder / "whole"),
        }
        for what, job in jobs.items():
            seconds = timed(job)
            print(f"{what:<24}{seconds:>8.2f} s{seconds / extraction:>8.2f} of extraction")


if __name__ == "__main__":
    main()
