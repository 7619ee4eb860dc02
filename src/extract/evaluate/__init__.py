"""Scores the tables of a run against tables that were made by hand; needs neither spaCy nor pandas."""

from __future__ import annotations

from pathlib import Path

from extract.evaluate.compare import FOR_PEOPLE, RULES, compare
from extract.evaluate.scores import (
    Count,
    Difference,
    DocumentScores,
    EvaluationError,
    FieldScore,
    Scores,
    TableScore,
)
from extract.evaluate.sheets import Sheets, by_document, read_folder
from extract.evaluate.show import render
from extract.tables import BY_NAME

__all__ = [
    "Count",
    "Difference",
    "DocumentScores",
    "EvaluationError",
    "FieldScore",
    "Scores",
    "TableScore",
    "evaluate",
    "render",
]


def evaluate(output: Path, gold: Path) -> Scores:
    """Compares a run with the gold.

    Args:
        output: the folder of the run; `csv/` in it is read, and `text/` to show differences.
        gold: the folder with one folder a document, and in it one CSV a table, any of them, with any of their columns.

    Returns:
        The scores for each document of the gold and over all; documents without gold are left out.

    Raises:
        EvaluationError: there is no output or no gold, or a file cannot be read as a table.
    """
    documents = by_document(_output(output))
    scores, notes = [], []
    for folder in _gold(gold):
        name, theirs = folder.name, read_folder(folder)
        ours = documents.get(name)
        if ours is None:
            notes.append(f"{name} is not in the output: all its rows are counted as missed")
        notes += _odd(name, theirs)
        scores.append(compare(name, theirs, ours, _text(output / "text" / f"{name}.txt")))
    return Scores(str(output), str(gold), tuple(scores), tuple(notes))


def _output(output: Path) -> Sheets:
    if not output.is_dir():
        raise EvaluationError(f'{output}: there is no such output folder; run "make extract" first')
    sheets = read_folder(output / "csv")
    if not sheets:
        raise EvaluationError(f'{output}: there are no tables in {output / "csv"}; run "make extract" first')
    return sheets


def _gold(gold: Path) -> list[Path]:
    if not gold.is_dir():
        raise EvaluationError(f"{gold}: there is no such gold folder; name another with --gold")
    folders = [f for f in sorted(gold.iterdir()) if f.is_dir() and not f.name.startswith(".") and any(f.glob("*.csv"))]
    if not folders:
        raise EvaluationError(f"{gold}: there is no gold in it; it needs a folder for each document with CSV tables")
    return folders


def _odd(document_id: str, sheets: Sheets) -> list[str]:
    """Notes on files and columns of the gold that no table has: they may be slips of the pen."""
    notes = []
    for name, sheet in sheets.items():
        if name not in RULES:
            notes.append(f"{name}.csv in the gold of {document_id} is no table that can be compared; left out")
        elif odd := [c for c in sheet.columns if c not in (*BY_NAME[name].names, *FOR_PEOPLE)]:
            notes.append(f"{name}.csv in the gold of {document_id} has unknown columns, left out: {', '.join(odd)}")
    return notes


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):  # only shown beside differences
        return ""
