"""What several test modules need: paths, and the real and generated reports extracted once."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from extract import extract
from extract.report import Report
from tests.generator import GeneratedReport, make_report

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
REAL = ROOT / "raw" / "S_2006_972.txt"
MODEL = "en_core_web_sm"


@cache
def generated(seed: int) -> GeneratedReport:
    """A generated report; the same object for the same seed."""
    return make_report(seed)


def from_bytes(data: bytes, name: str = "report.txt") -> Report:
    """The rows of a file with these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return extract(path)


def from_text(text: str, name: str = "report.txt") -> Report:
    """The rows of a UTF-8 file with this text."""
    return from_bytes(text.encode("utf-8", "surrogatepass"), name)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes; what a run keeps for the next one is left out."""
    found = (p for p in sorted(folder.rglob("*")) if p.is_file() and ".kept" not in p.parts)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}
