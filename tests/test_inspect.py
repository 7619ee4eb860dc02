"""`--debug-pages`: pictures of the pages of PDFs with what was found on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from extract.cli import main
from extract.model import Box
from extract.read import inspect
from tests.page_fixture import LEFT, SAID, prose, read, segments, table
from tests.pdf_fixture import Item, Words, pdf

HEADS = ("Date", "Participants", "Subject")
PAGES: list[list[Item]] = [
    [Words(LEFT, 80, 12, "Report of the Committee on Peacekeeping"), *prose(f"1. {SAID}", 110)],
    [
        Words(LEFT, 80, 10, "Annex"),
        *table([HEADS, ("3 May 2010", "Members", "Work"), ("9 June 2010", "Members", "Budget")], 110),
    ],
    [],
]


def coloured(picture: Path, box: Box, shown: tuple[float, float]) -> bool:
    """Whether all four sides of a box are drawn in a colour."""
    with Image.open(picture) as opened:
        image = opened.convert("RGB")
    across, down = image.width / shown[0], image.height / shown[1]
    middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    sides = ((box.x0, middle[1]), (box.x1, middle[1]), (middle[0], box.top), (middle[0], box.bottom))

    def near(x: float, y: float) -> bool:
        at = [(round(x * across) + i, round(y * down) + j) for i in range(-2, 3) for j in range(-2, 3)]
        return any(max(rgb) - min(rgb) > 60 for rgb in (image.getpixel(place) for place in at))

    return all(near(*side) for side in sides)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_frames_are_drawn_where_the_blocks_are(tmp_path: Path, rotate: int) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(PAGES, rotate=rotate))
    source = read(*PAGES, rotate=rotate)
    pictures = inspect.draw(path, source, segments(source), tmp_path / "pictures")
    assert [p.name for p in pictures] == ["page_001.png", "page_002.png", "page_003.png"]
    boxes = [box for block in source.blocks for box in block.boxes]
    assert {box.page for box in boxes} == {1, 2}
    for box in boxes:
        assert coloured(pictures[box.page - 1], box, (612, 792) if rotate % 180 == 0 else (792, 612)), box
    with Image.open(pictures[2]) as blank:
        assert blank.convert("L").getextrema() == (255, 255)


def test_kinds_differ_in_colour(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(PAGES))
    source = read(*PAGES)
    pictures = inspect.draw(path, source, segments(source), tmp_path)
    seen = []
    for words in ("1. The", "3 May"):
        box = next(b.boxes[0] for b in source.blocks if source.text[b.start :].startswith(words))
        with Image.open(pictures[box.page - 1]) as opened:
            scale = opened.width / 612
            y = round((box.top + box.bottom) / 2 * scale)
            row = [opened.convert("RGB").getpixel((round(box.x0 * scale) + i, y)) for i in (-1, 0, 1)]
        seen.append(max(row, key=lambda rgb: max(rgb) - min(rgb)))
    assert seen[0] != seen[1]


def test_the_option_writes_pictures_of_pdf_files_only(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    (raw / "below").mkdir(parents=True)
    (raw / "below" / "report.pdf").write_bytes(pdf(PAGES))
    (raw / "letter.txt").write_text(f"Report of the Committee\n\n1.\t{SAID}\n", encoding="utf-8")
    (raw / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing")
    folder = tmp_path / "pictures"
    status = main(["run", str(raw), "--output", str(tmp_path / "out"), "--quiet", "--debug-pages", str(folder)])
    assert status == 1  # the broken one
    found = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert found == [f"below/report/page_00{n}.png" for n in (1, 2, 3)]


def test_text_files_alone_make_no_folder(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(f"Report of the Committee\n\n1.\t{SAID}\n", encoding="utf-8")
    folder = tmp_path / "pictures"
    arguments = ["run", str(tmp_path / "letter.txt"), "--output", str(tmp_path / "out"), "--quiet"]
    assert main([*arguments, "--debug-pages", str(folder)]) == 0
    assert not folder.exists()
