"""Bad input: one clear line that names the file, a row of `rejected`, the other inputs untouched, never a traceback."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from extract import extract
from extract.cli import main
from extract.model import InputError
from extract.pipeline import extract as pipeline_extract
from tests.support import REAL, files, generated

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    + zlib.compress(b"x")
)
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


@dataclass(frozen=True)
class Bad:
    """A file that must be refused: its name, its bytes, and words that the message must hold."""

    name: str
    data: bytes
    says: tuple[str, ...]


REFUSED = (
    Bad("empty.txt", b"", ("empty",)),
    Bad("blanks.txt", b" \n\t\r\n \x0c\n\xc2\xa0\n", ("no text",)),
    Bad("bom_only.txt", b"\xef\xbb\xbf", ("no text",)),
    Bad("bom16_only.txt", b"\xff\xfe", ("no text",)),
    Bad("separators.txt", b"\x1c\n", ("no text",)),
    Bad("random.txt", bytes(range(256)) * 20, ("save",)),
    Bad("binary.txt", bytes(range(32)) * 50 + b"some words", ("binary", "save")),
    Bad("nuls.txt", b"\0" * 500, ("binary",)),
    Bad("utf16_without_mark.txt", "The Committee met on 3 May 2005.".encode("utf-16-le"), ("binary", "UTF-8")),
    Bad("broken_utf16.txt", b"\xff\xfe\x00\xd8", ("save",)),
    Bad("an_image.txt", PNG, ("image", "save")),
    Bad("a_pdf.txt", PDF, ("PDF", "save")),
    Bad("a_word_file.txt", b"PK\x03\x04" + b"\0" * 100, ("Office", "save")),
    Bad("an_old_word_file.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, ("Office", "save")),
    Bad("rich_text_without_text.txt", b"{\\rtf1\\ansi }", ("RTF", "save")),
    Bad("table.xyz", b"The Committee met on 3 May 2005.", (".xyz", ".txt")),
    Bad("no_suffix", b"The Committee met on 3 May 2005.", ("no suffix", ".txt")),
    Bad("picture.png", PNG, (".png", ".txt")),
)


def rejected(output: Path) -> list[dict[str, str]]:
    return table(output, "rejected")


def table(output: Path, name: str) -> list[dict[str, str]]:
    with (output / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.mark.parametrize("bad", REFUSED, ids=lambda bad: bad.name)
def test_refused(bad: Bad, raw: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A refused file costs exit status 1, one line and one row; the good report beside it is extracted."""
    (raw / bad.name).write_bytes(bad.data)
    (raw / REAL.name).write_bytes(REAL.read_bytes())
    assert main(["run", str(raw), "--output", str(output), "--quiet"]) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1
    assert said.err.startswith("unreports: ") and bad.name in said.err
    (row,) = rejected(output)
    assert row["source_file"] == bad.name and row["stage"] == row["stage"].lower() != ""
    assert row["error"] == "InputError" and len(row["sha256"]) == 64
    for words in bad.says:
        assert words.lower() in row["message"].lower(), row["message"]
    assert row["message"] in said.err
    assert [d["source_file"] for d in table(output, "documents")] == [REAL.name]
    assert len(table(output, "meetings")) == len(extract(REAL).meetings)


@pytest.mark.parametrize("bad", REFUSED, ids=lambda bad: bad.name)
def test_refused_in_python(bad: Bad, raw: Path) -> None:
    (raw / bad.name).write_bytes(bad.data)
    with pytest.raises(InputError) as caught:
        pipeline_extract(raw / bad.name)
    assert caught.value.stage and "\n" not in caught.value.message


def test_all_refused(raw: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Many bad files: a line and a row each, in order; all tables are there, with their header."""
    for bad in REFUSED:
        (raw / bad.name).write_bytes(bad.data)
    assert main(["run", str(raw), "--output", str(output)]) == 1
    said = capsys.readouterr()
    names = sorted(bad.name for bad in REFUSED)
    assert [r["source_file"] for r in rejected(output)] == names
    lines = said.err.splitlines()
    assert len(lines) == len(names) and all(n in line for n, line in zip(names, lines, strict=True))
    assert table(output, "meetings") == [] and "Traceback" not in said.err + said.out


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


def _locked(path: Path) -> None:
    path.write_text("The Committee met on 3 May 2005.")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user reads every file, whatever its permissions")


@pytest.mark.parametrize("spoil", [_dangling, _locked])
def test_unreadable(spoil: Callable[[Path], None], raw: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(raw / "spoilt.txt")
    (raw / REAL.name).write_bytes(REAL.read_bytes())
    assert main(["run", str(raw), "--output", str(output), "--quiet"]) == 1
    _only_spoilt(output, capsys)


def test_unreadable_while_it_is_read(
    raw: Path, output: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions that the tests' user cannot show, or a disk that gives up."""
    (raw / "spoilt.txt").write_text("The Committee met on 3 May 2005.")
    (raw / REAL.name).write_bytes(REAL.read_bytes())
    opened = Path.open

    def denied(self: Path, *args: Any, **options: Any) -> Any:
        if self.name == "spoilt.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **options)

    monkeypatch.setattr(Path, "open", denied)
    assert main(["run", str(raw), "--output", str(output), "--quiet", "--jobs", "0"]) == 1
    _only_spoilt(output, capsys)


def _only_spoilt(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "spoilt.txt" in said and "cannot be opened" in said
    (row,) = rejected(output)
    assert (row["source_file"], row["stage"], row["sha256"]) == ("spoilt.txt", "read", "")
    assert [d["source_file"] for d in table(output, "documents")] == [REAL.name]


def test_a_fault_of_the_program_harms_no_other_report(
    raw: Path, output: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the program itself fails on a file, the file is named and the others are extracted."""
    (raw / "odd.txt").write_text("The Committee met on 3 May 2005.")
    (raw / REAL.name).write_bytes(REAL.read_bytes())

    def fails(path: Path, **settings: str) -> object:
        if path.name == "odd.txt":
            raise RuntimeError("a fault\nover two lines")
        return pipeline_extract(path, **settings)

    monkeypatch.setattr("extract.pipeline.extract", fails)
    assert main(["run", str(raw), "--output", str(output), "--quiet", "--jobs", "0"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "odd.txt" in said and "RuntimeError" in said
    (row,) = rejected(output)
    assert row["error"] == "RuntimeError" and len(table(output, "documents")) == 1


# ---------------------------------------------------------------------- a wrong call


def _no_reports(folder: Path) -> list[str]:
    (folder / "empty").mkdir()
    (folder / "empty" / ".hidden.txt").write_text("x")
    (folder / "empty" / "~$lock.txt").write_text("x")
    (folder / "empty" / "corrections.csv").write_text("table,id\n")
    return [str(folder / "empty")]


def _missing(folder: Path) -> list[str]:
    return [str(folder / "missing.txt")]


def _one_missing(folder: Path) -> list[str]:
    return [str(REAL), str(folder / "missing.txt")]


@pytest.mark.parametrize(
    ("paths", "says"),
    [(_no_reports, "empty"), (_missing, "missing.txt"), (_one_missing, "missing.txt")],
    ids=["a folder without reports", "a missing path", "one missing path"],
)
def test_a_wrong_call(
    paths: Callable[[Path], list[str]], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 2, one line, nothing written, the old output whole."""
    output = tmp_path / "output"
    (output / "csv").mkdir(parents=True)
    (output / "csv" / "meetings.csv").write_text("old")
    before = files(output)
    assert main(["run", *paths(tmp_path), "--output", str(output)]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and says in said.err
    assert files(output) == before


def test_the_output_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "taken"
    output.write_text("mine")
    assert main(["run", str(REAL), "--output", str(output)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "taken" in said and output.read_text() == "mine"


def test_the_output_lies_below_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("mine")
    assert main(["run", str(REAL), "--output", str(tmp_path / "taken" / "output")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "taken" in said


def test_a_model_that_is_not_installed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["run", str(REAL), "--output", str(tmp_path / "output"), "--model", "no_such_model"]
    assert main(argv) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "no_such_model" in said and not (tmp_path / "output").exists()


@pytest.mark.parametrize("argv", [[], ["run"], ["walk"], ["run", "x", "--jobs", "many"], ["run", "x", "--jobs", "-1"]])
def test_wrong_words(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status = main(argv)
    except SystemExit as stop:
        status = int(stop.code or 0)
    assert status == 2 and "Traceback" not in capsys.readouterr().err


def test_the_command_itself(tmp_path: Path) -> None:
    """The same through a process: status and stderr are what a script sees."""
    (tmp_path / "empty.txt").write_bytes(b"")
    command = [sys.executable, "-m", "extract", "run", str(tmp_path / "empty.txt"), "--output", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "empty.txt" in done.stderr and "Traceback" not in done.stdout + done.stderr
    done = subprocess.run([*command[:4], str(tmp_path / "gone")], capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "gone" in done.stderr and "Traceback" not in done.stdout + done.stderr


# ---------------------------------------------------------------------- the same text in other bytes

TEXTS = {
    "real": REAL.read_text(encoding="utf-8"),
    "generated": generated(4).text,
    "masthead": generated(9).text,
}


def _form_feeds(text: str) -> bytes:
    """A page break above the report and each annex, as word processors save it."""
    for word in ("Report of the ", "Annex"):
        text = text.replace(f"\n\n{word}", f"\n\n\f{word}").replace(f"\n{word}\n", f"\n\f{word}\n")
    assert "\f" in text
    return text.encode()


def _form_feed_lines(text: str) -> bytes:
    return text.replace("\n\nAnnex", "\n\f\nAnnex").replace("\n\n2.", "\n\f\n2.").encode()


ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "Windows-1252": lambda text: text.encode("cp1252"),
    "UTF-8 with mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16 LE with mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16 BE with mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "CRLF in Windows-1252": lambda text: text.replace("\n", "\r\n").encode("cp1252"),
    "form feeds": _form_feeds,
    "form feeds on lines of their own": _form_feed_lines,
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
    "line ends at both ends": lambda text: f"\n\n{text}\n\n\n".encode(),
    "blanks at the ends of lines": lambda text: text.replace(".\n", ".  \n").encode(),
}
PLACES = ("char_start", "char_end", "text", "date_text")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("report", TEXTS)
def test_the_same_text_in_other_bytes(report: str, encoding: str, tmp_path: Path) -> None:
    """Meetings, participants and discrepancies are those of plain UTF-8."""
    path = tmp_path / REAL.name
    path.write_bytes(TEXTS[report].encode())
    plain = extract(path)
    path.write_bytes(ENCODINGS[encoding](TEXTS[report]))
    other = extract(path)
    assert other.rows["meetings"] == plain.rows["meetings"]
    for name in ("participants", "meeting_sources", "meeting_missions", "discrepancies", "references", "claims"):
        here, there = (
            [{k: v for k, v in row.items() if k not in PLACES} for row in r.rows[name]] for r in (other, plain)
        )
        assert here == there, name
    kinds = [(s["kind"], s["number"]) for s in other.rows["segments"]]
    assert kinds == [(s["kind"], s["number"]) for s in plain.rows["segments"]]


def test_a_few_nuls_in_a_text(tmp_path: Path) -> None:
    """A stray NUL is no reason to refuse a report; no reader of CSV takes it, so the canonical text has none."""
    path = tmp_path / REAL.name
    path.write_bytes(REAL.read_bytes().replace(b"informal setting", b"informal\0setting", 1))
    report = extract(path)
    assert len(report.meetings) == len(extract(REAL).meetings)
    assert "\0" not in report.text
