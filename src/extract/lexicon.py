"""Reads the data files of `knowledge/`: each once a process, as plain rows."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any

_ROOT = files("extract") / "knowledge"

# One character for one, so that offsets survive: accents, curly quotes and dashes are no evidence.
_PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "‐": "-", "–": "-", "—": "-"}


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `knowledge/NAME.csv`.

    Raises:
        FileNotFoundError: there is no such file.
    """
    text = (_ROOT / f"{name}.csv").read_bytes().decode("utf-8")
    return tuple(csv.DictReader(StringIO(text, newline="")))


@cache
def words(name: str) -> dict[str, Any]:
    """The tables of `knowledge/NAME.toml`."""
    with (_ROOT / f"{name}.toml").open("rb") as f:
        return tomllib.load(f)


@cache
def version() -> str:
    """A short hash over all data files: two runs with the same value knew the same."""
    digest = hashlib.sha256()
    for path in sorted(_ROOT.iterdir(), key=lambda p: p.name):
        if path.name.endswith((".csv", ".toml")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


class _Fold(dict[int, str]):
    """Folds a character to its base letter, lazily, keeping the length of the text."""

    def __missing__(self, code: int) -> str:
        import unicodedata

        char = chr(code)
        base = _PLAIN.get(char) or unicodedata.normalize("NFD", char)[0]
        self[code] = base
        return base


_FOLD = _Fold()


def fold(text: str) -> str:
    """`text` without accents and typographic quotes, of exactly the same length."""
    return text if text.isascii() else text.translate(_FOLD)
