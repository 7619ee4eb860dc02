"""Whether an output folder is already what a run would write: the same state, and every file as it was left."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any

from extract.files import program

OURS = (
    "csv",
    "parquet",
    "text",
    "unreports.xlsx",
    "datapackage.json",
    "unreports.db",
    "review",
    "plots",
    "run.json",
)


def state(parts: Any) -> str:
    """One name for all that the output depends on: `parts` (as JSON), and the program that writes it."""
    digest = hashlib.sha256(json.dumps(parts, default=str, sort_keys=True).encode())
    for name, data in program():
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()


def holds(output: Path, note: Path, wanted: str) -> bool:
    """Whether `output` is as a run with this state left it, by the note of that run."""
    try:
        noted = json.loads(note.read_text(encoding="utf-8"))
        return bool(noted["state"] == wanted and noted["files"] == _files(output))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def remember(output: Path, note: Path, written: str) -> None:
    """Notes what was written; without the note the next run only writes it again."""
    with contextlib.suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps({"state": written, "files": _files(output)}), encoding="utf-8")


def _files(output: Path) -> dict[str, list[int]]:
    """Size and time of each file of ours."""
    found = {}
    for name in OURS:
        top = output / name
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file():
                stat = path.stat()
                found[path.relative_to(output).as_posix()] = [stat.st_size, stat.st_mtime_ns]
    return found
