"""Writes generated reports to look at: python -m tests.generator SEED [-n COUNT] [-o DIR]."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .build import make_report
from .verify import verify


def main() -> None:
    """Writes NAME.txt and NAME.json for each seed and checks the truth against the text."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator", description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("-n", "--count", type=int, default=1, help="how many seeds from SEED on")
    parser.add_argument("-o", "--output", type=Path, default=Path("generated"), help="folder for .txt and .json")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    for seed in range(options.seed, options.seed + options.count):
        report = make_report(seed)
        verify(report)
        (options.output / f"{report.name}.txt").write_text(report.text, encoding="utf-8")
        truth = json.dumps(report.as_dict(), ensure_ascii=False, indent=1)
        (options.output / f"{report.name}.json").write_text(truth + "\n", encoding="utf-8")
        slips = ", ".join(dict(report.choices)["slips"]) or "no slips"
        print(f"{report.name}  {len(report.truth.meetings)} meetings  {slips}  {report.truth.issuing_body}")


if __name__ == "__main__":
    main()
