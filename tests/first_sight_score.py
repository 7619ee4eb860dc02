"""Scores the program on further reports against the lists of one reader each: `python -m tests.first_sight_score FOLDER`.

FOLDER holds the reports under the names of the lists (S_2025_211.en.pdf …), which are `tests/first_sight/lists.csv` or
what `--lists` names; what is missing there is left out and counted. A row is right where the list has an event with the
same first and last day.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from extract.cli import main as unreports

LISTS = Path(__file__).parent / "first_sight" / "lists.csv"
Days = tuple[str, str]


def read(path: Path = LISTS) -> dict[str, tuple[str, list[dict[str, str]]]]:
    """The lists: report → its lot and its events, none for a report without events."""
    found: dict[str, tuple[str, list[dict[str, str]]]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            events = found.setdefault(row["report"], (row["lot"], []))[1]
            if row["start_date"]:
                events.append(row)
    return found


def score(folder: Path, lists: dict[str, tuple[str, list[dict[str, str]]]]) -> dict[str, Counter[str]]:
    """Right, printed and listed events by lot, and in the lot "all"; `own` before each counts the bodies' own alone."""
    files = {f.stem: f for f in sorted(folder.iterdir()) if f.stem in lists}
    with tempfile.TemporaryDirectory() as out:
        unreports(["run", *map(str, files.values()), "--output", out, "--quiet"])
        printed: dict[str, list[dict[str, str]]] = defaultdict(list)
        names: dict[str, str] = {}
        for row in _table(Path(out), "documents"):
            names[row["document_id"]] = Path(row["source_file"]).stem
        for row in _table(Path(out), "meetings"):
            printed[names[row["document_id"]]].append(row)
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for report in files:
        lot, wanted = lists[report]
        counts = _compare(wanted, printed[report])
        totals[lot] += counts
        totals["all"] += counts
    totals["all"]["absent"] = len(lists) - len(files)
    return totals


def _table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _compare(wanted: list[dict[str, str]], printed: list[dict[str, str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for kind, keep in (("", lambda row: True), ("own ", lambda row: row["is_own"] == "true")):
        gold = Counter(_days(row) for row in wanted if keep(row))
        found = Counter(_days(row) for row in printed if keep(row))
        counts[f"{kind}right"] += (gold & found).total()
        counts[f"{kind}printed"] += found.total()
        counts[f"{kind}listed"] += gold.total()
    counts["reports"] = 1
    return counts


def _days(row: dict[str, str]) -> Days:
    return row["start_date"], row["end_date"]


def line(lot: str, counts: Counter[str]) -> str:
    """One lot as a line: precision, recall and F1 of all events, and F1 of the bodies' own."""
    right, printed, listed = (counts[k] for k in ("right", "printed", "listed"))
    f1, own = (2 * counts[f"{k}right"] / max(1, counts[f"{k}printed"] + counts[f"{k}listed"]) for k in ("", "own "))
    return (
        f"{lot:4} {counts['reports']:4} reports {listed:5} events  precision {right / max(1, printed):.3f}"
        f"  recall {right / max(1, listed):.3f}  F1 {f1:.3f}  own {own:.3f} of {counts['own listed']}"
    )


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the reports are")
    parser.add_argument("--lists", type=Path, default=LISTS, help="the events of the reports, by one reader each")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    if not folder.is_dir():
        parser.error(f"{folder}: there is no such folder")
    totals = score(folder, read(options.lists))
    wide = max(map(len, totals))
    for lot in sorted(totals, key=lambda name: (name == "all", name)):
        print(line(lot.ljust(wide), totals[lot]))
    print(f"{totals['all']['absent']} reports of the lists are not in {folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
