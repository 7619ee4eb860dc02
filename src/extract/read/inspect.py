"""Pictures of the pages of a PDF with what was found on them, for whoever wants to see why a cell is where it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from extract.model import Box, Segment, Source

_DPI = 110
# Kind of segment → colour (red, green, blue); what is not here is drawn in the last one.
_COLOURS = {
    "title": (128, 0, 128),
    "heading": (128, 0, 128),
    "paragraph": (0, 90, 200),
    "subparagraph": (0, 140, 200),
    "table_cell": (0, 140, 60),
    "table_title": (0, 100, 40),
    "footnote": (200, 110, 0),
    "signature": (170, 0, 90),
    "page_furniture": (150, 150, 150),
    "other": (210, 30, 30),
}


def draw(path: Path, source: Source, segments: Sequence[Segment], folder: Path) -> list[Path]:
    """Writes one PNG for each page of a PDF: its blocks and cells framed in the colour of their kind.

    Args:
        path: the PDF.
        source: what was read of it.
        segments: what the blocks were found to be.
        folder: where the pictures go; made if it is not there.

    Returns:
        The pictures, `page_001.png` …
    """
    import pdfplumber

    kinds = {s.start: (s.kind, s.number) for s in segments if s.kind not in ("table_row", "table_header")}
    frames: dict[int, list[tuple[Box, str, str]]] = defaultdict(list)
    for block in source.blocks:
        kind, number = kinds.get(block.start, ("other", ""))
        label = f"{block.row}.{block.column}" if block.in_table else number or kind[:5]
        for box in block.boxes:
            frames[box.page].append((box, kind, label))
    folder.mkdir(parents=True, exist_ok=True)
    out = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            image = page.to_image(resolution=_DPI)
            for box, kind, label in frames[page.page_number]:
                colour = _COLOURS.get(kind, _COLOURS["other"])
                image.draw_rect((box.x0, box.top, box.x1, box.bottom), fill=(*colour, 25), stroke=colour)
                image.draw.text((box.x0 * image.scale, box.top * image.scale - 10), label, fill=colour)
            out.append(folder / f"page_{page.page_number:03}.png")
            image.save(out[-1], quantize=False)
            page.close()
    return out
