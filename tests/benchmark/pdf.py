"""PDF: our reader beside bare pypdfium2, the whole job beside bare pdfplumber, on the same pages in the same run.

Real reports where ../shared is there, else pages that this script makes. Each side takes its turn; medians of the rounds.
Then the memory that long documents take: made pages, each document in a fresh process, with what that process forks.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import resource
import statistics
import subprocess
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
SOURCE = ROOT / "raw" / "S_2006_972.txt"
LENGTHS = (500, 1000)  # pages of the documents whose memory is measured
MOST_MB, MOST_TIMES = 600, 2  # for the first of these, and for the second beside the first
JOBS = {"read": "our reader", "extract": "the whole job"}
NAMES = ("formats/un_typed", "pdf/S_2025_411", "pdf/A_80_42", "pdf/UNMIT_S_2011_641", "pdf/MINUSTAH_S_2006_592")


def report() -> list[str]:
    """The words of the real report, as far as a PDF's own fonts have their letters."""
    return SOURCE.read_text(encoding="utf-8").encode("cp1252", "replace").decode("cp1252").split()


def files(folder: Path) -> list[Path]:
    """The PDF files to measure on."""
    real = [SHARED / f"{name}.pdf" for name in NAMES]
    if all(path.exists() for path in real):
        return real
    sys.path.insert(0, str(ROOT))
    from tests.pdf_fixture import pdf

    words = report()
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


def long(path: Path, n_pages: int) -> None:
    """A text PDF of so many pages: a running header, numbered paragraphs, a table on every tenth page, page numbers."""
    from reportlab.lib.pagesizes import letter
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    words = report()
    canvas = Canvas(str(path), pagesize=letter)
    number = at = 0
    for page in range(1, n_pages + 1):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(480, 745, "A/65/100")
        canvas.drawRightString(512, 35, str(page))
        y = 710
        if page % 10 == 0:
            rows = [(f"{day} May 2010", "Members of the Committee", f"Item {day}") for day in range(1, 29)]
            for row in [("Date", "Participants", "Subject"), *rows]:
                for x, cell in zip((100, 220, 400), row, strict=True):
                    canvas.drawString(x, y, cell)
                y -= 20
        while y > 80:
            number += 1
            start = at % (len(words) - 90)
            at += 90
            for line in simpleSplit(f"{number}. " + " ".join(words[start : start + 90]) + ".", "Helvetica", 10, 412):
                canvas.drawString(100, y, line)
                y -= 12
            y -= 10
        canvas.showPage()
    canvas.save()


def work(job: str, path: Path) -> None:
    """A process of its own: does the job and prints the peaks, in MB, of itself and of what it forks."""
    start = time.perf_counter()
    found: object = read(path) if job == "read" else pipeline.extract(path)
    seconds = time.perf_counter() - start
    assert found
    own, forked = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    unit = 2**20 if sys.platform == "darwin" else 2**10
    print(json.dumps({"own": own / unit, "forked": forked / unit, "seconds": seconds}))


def memory(folder: Path, jobs: dict[str, str]) -> None:
    """Prints the table of memory."""
    print(f"\n{'peak memory, MB':40}{'pages':>10}{'process':>10}{'its reader':>12}{'at most':>10}{'seconds':>10}")
    peaks: dict[str, list[float]] = {job: [] for job in jobs}
    for n_pages in LENGTHS:
        path = folder / f"long_{n_pages}.pdf"
        long(path, n_pages)
        for job, label in jobs.items():
            command = [sys.executable, __file__, "--worker", job, str(path)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
            if done.returncode:
                sys.exit(f"benchmark: the process that reads {n_pages} pages failed (its error stands above)")
            found = json.loads(done.stdout.splitlines()[-1])
            peak = found["own"] + found["forked"]  # the two need not peak at once, and share what both have read
            peaks[job].append(peak)
            row = f"{found['own']:>10.0f}{found['forked']:>12.0f}{peak:>10.0f}{found['seconds']:>10.1f}"
            print(f"{label:40}{n_pages:>10}{row}", flush=True)
    for job, label in jobs.items():
        first, second = peaks[job]
        print(f"{f'{label}, {LENGTHS[1]} / {LENGTHS[0]} pages':40}{second / first:>10.2f}")
    first, second = peaks["read"]
    good = first < MOST_MB and second < MOST_TIMES * first
    print(
        f"wanted of the reader: below {MOST_MB} MB, then less than {MOST_TIMES} times as much: {'yes' if good else 'NO'}"
    )


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=("speed", "memory"), help="one of the two tables")
    parser.add_argument("--whole", action="store_true", help="the memory of the whole job too (some minutes)")
    parser.add_argument("--worker", nargs=2, metavar=("JOB", "FILE"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.worker:
        work(args.worker[0], Path(args.worker[1]))
        return
    if args.only != "memory":
        speed(max(1, args.rounds))
    if args.only != "speed":
        with tempfile.TemporaryDirectory() as folder:
            memory(Path(folder), JOBS if args.whole else {"read": JOBS["read"]})


def speed(rounds: int) -> None:
    """Prints the table of times."""
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
