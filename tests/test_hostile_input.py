"""Hostile and broken files: each gives a result or one clear row, in bounded memory; nothing is fetched or expanded.

Every file is read by the command in a process of its own, whose address space is limited to `MEMORY`: what unpacks
without a bound dies of it. `SECONDS` only ends what would never end.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile_files import FILES, WORDS
from tests.support import ROOT

resource = pytest.importorskip("resource", reason="limits of memory can be set on Unix only")

MEMORY = 1_500_000_000  # bytes; the program itself has some 700 million, of which it fills 230
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Done:
    """What a run gave."""

    status: int
    said: str
    rejected: list[dict[str, str]]
    text: dict[str, str]


def run(path: Path, output: Path) -> Done:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    command = [sys.executable, "-m", "extract", "run", str(path), "--output", str(output), "--quiet"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, preexec_fn=limit, env=environment, capture_output=True, timeout=SECONDS, check=False)
    said = done.stderr.decode("utf-8", "backslashreplace")
    assert done.returncode in (0, 1), f"{done.returncode}: {said[-500:]}"
    assert (output / "csv").exists(), said
    with (output / "csv" / "rejected.csv").open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    texts = {p.name: p.read_text(encoding="utf-8") for p in (output / "text").glob("*.txt")}
    assert done.returncode == (1 if rows else 0) and "Traceback" not in said, said
    for row in rows:
        assert row["error"] == "InputError" and row["message"] and "\n" not in row["message"], row
        assert row["message"] in said
    return Done(done.returncode, said, rows, texts)


@pytest.mark.parametrize("what", FILES)
def test_a_result_or_one_clear_row(what: str, tmp_path: Path) -> None:
    name, data, expected = FILES[what]
    (tmp_path / name).write_bytes(data())
    done = run(tmp_path / name, tmp_path / "output")
    assert len(done.rejected) + len(done.text) == 1
    if expected == "read":
        (text,) = done.text.values()
        assert WORDS in text
    elif expected:
        (row,) = done.rejected
        assert expected in row["message"]
    for text in done.text.values():
        assert "hahaha" not in text and "root:" not in text


# ---------------------------------------------------------------------- what a folder can hold

GOOD = f"1. {WORDS}\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    return folder


def test_links_that_lead_in_circles(raw: Path, tmp_path: Path) -> None:
    """A folder within itself is entered once; a link to itself is refused like one that leads nowhere."""
    (raw / "again").symlink_to(raw, target_is_directory=True)
    (raw / "a.txt").symlink_to("b.txt")
    (raw / "b.txt").symlink_to("a.txt")
    (raw / "self.pdf").symlink_to("self.pdf")
    done = run(raw, tmp_path / "output")
    assert [row["source_file"] for row in done.rejected] == ["a.txt", "b.txt", "self.pdf"]
    assert all("cannot be opened" in row["message"] for row in done.rejected)
    assert list(done.text) == ["good.txt"]


def test_names_with_odd_bytes(raw: Path, tmp_path: Path) -> None:
    """A name that is not UTF-8, one with a line break, one that a spreadsheet would run: each file is read."""
    for name in (
        b"caf\xe9 \xff.txt",
        b"line\nbreak.txt",
        b"=HYPERLINK(1).txt",
        b"tab\tbell\x07.txt",
        b"n" * 250 + b".txt",
    ):
        try:
            Path(os.fsdecode(os.fsencode(raw) + b"/" + name)).write_text(GOOD)
        except OSError:
            pytest.skip("this file system takes no such names")
    done = run(raw, tmp_path / "output")
    assert done.rejected == [] and len(done.text) == 6
    assert set(done.text.values()) == {GOOD}


def test_odd_bytes_in_the_name_of_what_is_refused(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.pdf"))
    try:
        path.write_bytes(b"no PDF")
    except OSError:
        pytest.skip("this file system takes no such names")
    (row,) = run(path, tmp_path / "output").rejected
    assert row["source_file"].endswith(".pdf") and "PDF" in row["message"]


def test_a_folder_that_is_called_like_a_file(raw: Path, tmp_path: Path) -> None:
    (raw / "x.pdf").mkdir()
    (raw / "y.docx").mkdir()
    (raw / "y.docx" / "inside.txt").write_text(GOOD)
    done = run(raw, tmp_path / "output")
    assert done.rejected == [] and sorted(done.text) == ["good.txt", "inside.txt"]


def test_what_is_no_file(raw: Path, tmp_path: Path) -> None:
    """A pipe that nobody writes to and a device without an end are not waited for."""
    os.mkfifo(raw / "pipe.txt")
    (raw / "zero.txt").symlink_to("/dev/zero")
    done = run(raw, tmp_path / "output")
    assert [row["source_file"] for row in done.rejected] == ["pipe.txt", "zero.txt"]
    assert all("no file" in row["message"] for row in done.rejected) and list(done.text) == ["good.txt"]


@pytest.mark.parametrize(("name", "size"), [("x.txt", 50_000_000), ("x.html", 50_000_000), ("x.pdf", 2_000_000_000)])
def test_a_file_larger_than_any_report(name: str, size: int, tmp_path: Path) -> None:
    with (tmp_path / name).open("wb") as f:
        f.truncate(size)  # takes no room on the disk
    (row,) = run(tmp_path / name, tmp_path / "output").rejected
    assert "larger than" in row["message"]
