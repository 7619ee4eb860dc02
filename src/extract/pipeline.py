"""The way of the data, readable in one screen: read → segment → recognise → assemble → reconcile → rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extract.assemble import assemble
from extract.model import InputError, Source
from extract.read import read
from extract.recognise import language, masthead, recognise
from extract.recognise.gazetteers import matcher
from extract.reconcile import reconcile
from extract.report import Report
from extract.rows import build
from extract.segment import segment
from extract.segment.opening import unfolded

if TYPE_CHECKING:
    from extract.read.office import StandIn

_MASTHEAD = 40  # blocks


def extract(
    path: str | Path,
    *,
    name: str = "",
    model: str = language.DEFAULT_MODEL,
    ocr: str = "auto",
    stand_in: StandIn | None = None,
) -> Report:
    """Extracts one report.

    Args:
        path: the file.
        name: what to call it in `source_file`; the file's name where empty.
        model: the spaCy pipeline that looks for names where the gazetteers end.
        ocr: `auto`: pages that are pictures are recognised; `off`: they are not.
        stand_in: what `read.prepare` made of the file, in a run of many.

    Returns:
        The report's tables, each a pandas DataFrame by its name (`extract(path).meetings`).

    Raises:
        InputError: the file cannot be read as a report.
        ModelError: `model` is not installed.
    """
    path = Path(path)
    source = read(path, name, ocr=ocr, stand_in=stand_in)
    document_id = _document_id(source, path.stem)
    segments = segment(source, document_id)
    if not segments:
        raise InputError("segment", "there is no text in the file; save the report again")
    annotated = recognise(source, segments, path.stem, model)
    assembled = assemble(annotated)
    reconciled = reconcile(annotated, assembled)
    return build(annotated, reconciled, document_id, assembled.warnings)


def load(model: str = language.DEFAULT_MODEL) -> None:
    """Loads all that an extraction needs, so that the first report is as fast as the next."""
    matcher()
    language.model(model)


def _document_id(source: Source, stem: str) -> str:
    """The symbol with / as _: that of the masthead or running header, else that of the file's name, else the stem."""
    blocks = unfolded(source.text, list(source.blocks[:_MASTHEAD]))
    lines = (source.text[b.start : b.end] for b in blocks if not b.in_table and b.start < 600)
    for line in [line for block in lines for line in block.split("\n")][:14]:
        if masthead.is_title_line(line):
            break
        if symbol := masthead.symbol_of_line(line):
            return safe((source.doubtful and masthead.misread(symbol, stem)) or symbol)
    running = masthead.running_symbol(source.text[b.start : b.end] for b in source.blocks if b.style == "furniture")
    return safe(running or masthead.symbol_from_name(stem) or stem)


def safe(symbol: str) -> str:
    """A symbol or a stem as an id that is also a file's name."""
    return "".join(c if c.isalnum() or c in "._-+()" else "_" for c in symbol).strip(".") or "document"
