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


def size(folder: Path) -> int:
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=2000)
    n = parser.parse_args().reports

    def line(what: str, figure: str, ratio: float, of: str) -> None:
        print(f"{what:<48}{figure:>10}{ratio:>8.2f} {of}", flush=True)

    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        raw = reports(place / "raw", n)
        quarter, tenth = reports(place / "quarter", n // 4), reports(place / "tenth", n // 10)
        single = reports(place / "single", 1)
        print(f"{n} text reports, a run of the command each")
        one, memory = command(raw, place / "one", "--jobs", "1")
        two, _ = command(raw, place / "two", "--jobs", "2")
        line("one process", f"{one:.1f} s", one / n * 1000, "ms a report")
        line("two processes", f"{two:.1f} s", one / two, "times as fast (aim 1.7)")
        again, _ = command(raw, place / "two", "--jobs", "2")
        line("again, nothing changed", f"{again:.1f} s", again / two, "of the first (aim 0.10)")
        for i in range(10):
            (raw / f"new{i}.txt").write_text(make_report(n + i).text, encoding="utf-8", newline="")
        more, _ = command(raw, place / "two", "--jobs", "2")
        line("ten more reports", f"{more:.1f} s", more / two, "of the first")
        few, _ = command(quarter, place / "quarter-out", "--jobs", "1")
        line(f"a quarter of them ({n // 4}), one process", f"{few:.1f} s", one / few, "times for 4 times (aim 4.2)")
        _, small = command(tenth, place / "tenth-out", "--jobs", "1")
        line("most memory of a process, one process", f"{memory:.0f} MB", memory / small, "of a tenth's (aim 1.2)")
        kept = size(place / "one" / ".kept")
        line("kept results", f"{kept / 1e6:.0f} MB", kept / n / 1000, "kB a report")
        line(
            "output",
            f"{(size(place / 'one') - kept) / 1e6:.0f} MB",
            (size(place / "one") - kept) / n / 1000,
            "kB a report",
        )
        line("reports", f"{size(raw) / 1e6:.0f} MB", size(raw) / n / 1000, "kB a report")
        if importlib.util.find_spec("ray"):
            ray, _ = command(raw, place / "ray", "--jobs", "2", "--engine", "ray")
            start, _ = command(single, place / "ray1", "--jobs", "2", "--engine", "ray")
            local, _ = command(single, place / "local1", "--jobs", "2")
            line("Ray, two processes", f"{ray:.1f} s", ray / two, "of local")
            line("… less its start", f"{ray - start + local:.1f} s", (ray - start + local) / two, "of local (aim 1.2)")


if __name__ == "__main__":
    main()
