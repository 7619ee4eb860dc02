"""Small files of each format that needs no other program, for `tests/test_fuzz.py` to damage; `__main__.py` makes them."""

from __future__ import annotations

from pathlib import Path

FORMATS = {"txt": ("txt",), "html": ("html", "htm", "xhtml", "mht"), "pdf": ("pdf",), "docx": ("docx",)}


def corpus(format_: str) -> dict[str, bytes]:
    """The files of a format by their names."""
    found = sorted(p for p in Path(__file__).parent.iterdir() if p.suffix[1:] in FORMATS[format_])
    return {p.name: p.read_bytes() for p in found}
