"""PDF: our reader beside bare pypdfium2, the whole job beside bare pdfplumber, on the same pages in the same run.

Real reports where ../shared is there, else pages that this script makes. Each side takes its turn; medians of the rounds.
"""

from __future__ import annotations

import argparse
import ctypes
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from extract import pipeline
from extract.read import read

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "reports"
NAMES = ("formats/un_typed", "pdf/S_2025_411", "pdf/A_80_42", "pdf/UNMIT_S_2011_641", "pdf/MINUSTAH_S_2006_592")


def files(folder: Path) -> list[Path]:
    """The PDF files to measure on."""
    real = [SHARED / f"{name}.pdf" for name in NAMES]
    if all(path.exists() for path in real):
        return real
    sys.path.insert(0, str(ROOT))
    from tests.pdf_fixture import pdf

    words = (
        (ROOT / "raw" / "S_2006_972.txt")
        .read_bytes()
        .decode("utf-8")
        .encode("cp1252", "replace")
        .decode("cp1252")
        .split()
    )
    lines = [" ".join(words[i : i + 12]) for i in range(0, len(words), 12)]
    pages = [
        [(72.0, 80 + 13 * k, 10.0, line) for k, line in enumerate(lines[i : i + 45])] for i in range(0, len(lines), 45)
    ]
    path = folder / "made.pdf"
    path.write_bytes(pdf(pages * 4))
    return [path]


def bare(paths: list[Path]) -> int:
    """Every character with its box, and nothing else; the number of pages."""
    box = [ctypes.c_double() for _ in range(4)]
    pages = 0
    for path in paths:
        document = pdfium.PdfDocument(path)
        for page in document:
            textpage = page.get_textpage()
            for i in range(raw.FPDFText_CountChars(textpage.raw)):
                raw.FPDFText_GetUnicode(textpage.raw, i)
                raw.FPDFText_GetCharBox(textpage.raw, i, *box)
            textpage.close()
            page.close()
            pages += 1
        document.close()
    return pages


def plumber(paths: list[Path]) -> None:
    """Bare pdfplumber's text of every page."""
    for path in paths:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                page.extract_text()
                page.close()


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = max(1, parser.parse_args().rounds)
    pipeline.load()
    with tempfile.TemporaryDirectory() as folder:
        paths = files(Path(folder))
        pages = bare(paths)
        jobs: dict[str, Callable[[], object]] = {
            "bare pypdfium2: characters and boxes": lambda: bare(paths),
            "our reader": lambda: [read(p) for p in paths],
            "the whole job, PDF to tables": lambda: [pipeline.extract(p) for p in paths],
            "bare pdfplumber: extract_text": lambda: plumber(paths),
        }
        seconds: dict[str, list[float]] = {name: [] for name in jobs}
        for _ in range(rounds):
            for name, job in jobs.items():
                start = time.perf_counter()
                job()
                seconds[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    first, reader, whole, theirs = medians.values()
    print(f"\n{len(paths)} PDF files, {pages} pages, median of {rounds} rounds")
    for name, value in medians.items():
        print(f"{name:40}{1000 * value / pages:>10.1f} ms a page")
    print(f"{'our reader / bare pypdfium2':40}{reader / first:>10.2f}")
    print(f"{'the whole job / bare pdfplumber':40}{whole / theirs:>10.2f}")


if __name__ == "__main__":
    main()
