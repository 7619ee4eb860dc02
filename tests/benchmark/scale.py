"""Many reports: two processes beside one, a second run beside the first, Ray beside local processes, memory.

Run as `python -m tests.benchmark.scale --reports 400`. Each figure is a run of the command in a process of its own.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.generator import make_report

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "raw" / "S_2006_972.txt"


def command(raw: Path, output: Path, *options: str) -> tuple[float, float]:
    """Seconds of wall time, and the peak memory in MB of the run and all its processes, one by one the greatest."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "extract", "run", str(raw), "--output", str(output), "--quiet", *options]
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"benchmark: the run ended with status {status}")
    return time.perf_counter() - start, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def reports(folder: Path, n: int) -> Path:
    """`n` text reports: the given one and generated ones in turn."""
    folder.mkdir()
    for i in range(n):
        text = REPORT.read_text(encoding="utf-8") if i % 2 else make_report(i).text
        (folder / f"{i:05}.txt").write_text(text, encoding="utf-8", newline="")
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=400)
    n = parser.parse_args().reports
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        raw, less = reports(place / "raw", n), reports(place / "less", n // 4)
        one, memory = command(raw, place / "one", "--jobs", "1")
        two, _ = command(raw, place / "two", "--jobs", "2")
        again, _ = command(raw, place / "two", "--jobs", "2")
        few, small = command(less, place / "few", "--jobs", "1")
        print(f"{n} text reports, a run of the command each")
        print(f"{'one process':<44}{one:>8.1f} s{memory:>8.0f} MB at most in one process")
        print(f"{'two processes':<44}{two:>8.1f} s{one / two:>8.2f} times as fast")
        print(f"{'again, nothing changed':<44}{again:>8.1f} s{again / two:>8.2f} of the first")
        print(f"{f'a quarter of them ({n // 4}), one process':<44}{few:>8.1f} s{one / few:>8.2f} times for 4 times")
        print(f"{'… its memory':<44}{small:>8.0f} MB{memory / small:>7.2f} times for 4 times")
        if importlib.util.find_spec("ray"):
            ray, _ = command(raw, place / "ray", "--jobs", "2", "--engine", "ray")
            print(f"{'Ray, two processes, its start included':<44}{ray:>8.1f} s{ray / two:>8.2f} of local")


if __name__ == "__main__":
    main()
