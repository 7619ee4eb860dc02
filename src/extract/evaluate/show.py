"""The scores as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.evaluate.scores import Count, Difference, FieldScore, Scores, TableScore

_MOST = 40  # differences printed for each table
_LONG = 150  # characters of a value printed at most


def render(scores: Scores, differences: bool = True) -> str:
    """The scores, then each difference with its text.

    Args:
        scores: what `evaluate` found.
        differences: whether to print what is different, and not the figures alone.

    Returns:
        Lines without a last line break.
    """
    n = len(scores.documents)
    lines = [f"{scores.output} against {scores.gold}: {n} document{'s' * (n != 1)} with gold", ""]
    lines += [f"! {note}" for note in scores.notes] + [""] * bool(scores.notes)
    tables = scores.tables
    lines += _grid(
        ("table", *_ROW_HEADS, "95 % of F1"),
        [(name, *_row_cells(t), _interval(scores.interval(name))) for name, t in tables.items()],
    )
    if n > 1:
        for document in scores.documents:
            lines += ["", document.document_id + ("" if document.in_output else " – not in the output: all missed")]
            lines += _grid(("table", *_ROW_HEADS), [(name, *_row_cells(t)) for name, t in document.tables.items()])
    absent = {d.document_id for d in scores.documents if not d.in_output}
    for name, table in tables.items():
        lines += ["", f"== {name}"]
        lines += _grid(("field", *_FIELD_HEADS), [(c, *_field_cells(f)) for c, f in table.fields.items()])
        if table.labels:
            lines += [""]
            lines += _grid(("label", *_LABEL_HEADS), [(c, *_label_cells(k)) for c, k in sorted(table.labels.items())])
        found = [d for d in scores.differences if d.table == name]
        listed = [d for d in found if d.document_id not in absent]
        if differences:
            lines += _differences(listed, len(found) - len(listed))
    return "\n".join("".join(c if c.isprintable() else "\ufffd" for c in line).rstrip() for line in lines)


_ROW_HEADS = ("gold", "output", "precision", "recall", "F1", "exact rows", "share")
_FIELD_HEADS = ("rows", "equal", "accuracy", "precision", "recall", "F1")
_LABEL_HEADS = ("gold", "output", "precision", "recall", "F1")


def _row_cells(t: TableScore) -> tuple[str, ...]:
    return (
        str(t.n_gold),
        str(t.n_output),
        *_prf(t.count),
        f"{t.exact}/{t.n_gold}",
        _number(t.exact_accuracy),
    )


def _field_cells(f: FieldScore) -> tuple[str, ...]:
    return (str(f.rows), str(f.equal), _number(f.accuracy), *_prf(f.count))


def _label_cells(k: Count) -> tuple[str, ...]:
    return (str(k.tp + k.fn), str(k.tp + k.fp), *_prf(k))


def _prf(k: Count) -> tuple[str, str, str]:
    return _number(k.precision), _number(k.recall), _number(k.f1)


def _number(value: float | None) -> str:
    """Three decimals, cut and not rounded, so that only what is perfect looks it; a dash where nothing was measured."""
    return "–" if value is None else f"{int(value * 1000 + 1e-9) / 1000:.3f}"


def _interval(ends: tuple[float, float] | None) -> str:
    return "–" if ends is None else f"{_number(ends[0])}–{_number(ends[1])}"


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Columns in line: the first to the left, the others to the right."""
    cells = [heads, *rows]
    if len(cells) == 1:
        return []
    first = max(20, *(len(row[0]) for row in cells))
    widths = [max(9, *(len(row[i]) for row in cells)) for i in range(1, len(heads))]
    return [
        row[0].ljust(first) + "".join(c.rjust(w + 1) for c, w in zip(row[1:], widths, strict=True)) for row in cells
    ]


def _differences(found: Sequence[Difference], absent: int) -> list[str]:
    if not found and not absent:
        return ["no differences"]
    lines = [f"{absent} row{'s' * (absent != 1)} missed in documents that are not in the output"] if absent else []
    if found:
        lines.append(f"{len(found)} difference{'s' * (len(found) != 1)}:")
    for d in found[:_MOST]:
        lines.append(f"  {d.kind:6}  {d.key}" + (f"  {d.field}" if d.field else ""))
        gold, output = _clip(d.gold, d.output), _clip(d.output, d.gold)
        if d.kind == "wrong":
            lines += [f"          gold    {gold or '(empty)'}", f"          output  {output or '(empty)'}"]
        elif gold or output:
            lines.append(f"          has     {gold or output}")
        if text := d.around if len(d.text) < _LONG and d.around else _clip(d.text, ""):
            lines.append(f"          text    {text}")
    if len(found) > _MOST:
        lines.append(f"  … and {len(found) - _MOST} more")
    return lines


def _clip(text: str, other: str) -> str:
    """A long text cut to the part where it begins to differ from `other`."""
    if len(text) <= _LONG:
        return text
    same = next((i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
    start = max(0, min(same - _LONG // 3, len(text) - _LONG))
    return ("… " if start else "") + text[start : start + _LONG] + (" …" if start + _LONG < len(text) else "")
