"""`python -m tests.variants DIR` writes all variants; `--score DIR` says what each gives otherwise than the text."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.variants.catalogue import SOFFICE, variants


def main() -> int:
    """Writes or scores, as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.variants", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the variants are, or are to be")
    parser.add_argument("--score", action="store_true", help="compare each file of the folder with the text")
    parser.add_argument("--only", default="", help="only the variants whose name holds these letters")
    given = parser.parse_args()
    if given.score:
        from tests.variants.score import show

        return show(given.folder, given.only)
    given.folder.mkdir(parents=True, exist_ok=True)
    for variant in variants():
        if given.only not in variant.name:
            continue
        if variant.office and not SOFFICE:
            print(f"{variant.name}: LibreOffice is not installed", file=sys.stderr)
            continue
        (given.folder / variant.name).write_bytes(variant.data())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
