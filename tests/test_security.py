"""What a hostile report can and cannot do: each claim of SECURITY.md."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extract.cli import main
from tests.support import REAL, ROOT, SHARED, generated

# Told of every file that is opened for writing, every connection and every program, before it happens.
WATCH = """
import json, os, sys
seen = []
def hook(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        mode, flags = args[1], args[2] or 0
        if (isinstance(mode, str) and set(mode) & set("wax+")) or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            seen.append(["write", os.fsdecode(args[0])])
    elif event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link"):
        seen.append([event, os.fsdecode(args[0])])
    elif event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        seen.append(["network", str(args[-1])])
    elif event in ("subprocess.Popen", "os.exec", "os.system", "os.posix_spawn"):
        seen.append(["program", str(args[0])])
    elif event in ("pickle.find_class", "marshal.loads", "code.__new__") and "extract" in str(args):
        seen.append([event, str(args)[:200]])
sys.addaudithook(hook)
from extract.cli import main
status = main(sys.argv[1:])
print(json.dumps([status, seen]))
"""


def watched(*args: str, temporary: Path) -> tuple[int, list[list[str]]]:
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *args, "--quiet", "--jobs", "0"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.stdout, done.stderr
    status, seen = json.loads(done.stdout.splitlines()[-1])
    return status, seen


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_bytes(REAL.read_bytes())
    page = "<html><body><img src='http://192.0.2.1/x.png'><script src='http://192.0.2.1/x.js'></script>"
    page += (
        "<link rel=stylesheet href='http://192.0.2.1/x.css'><iframe src='file:///etc/passwd'></iframe><p>1. Text.</p>"
    )
    (folder / "b.html").write_text(page)
    entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><html><p>1. &e;</p></html>"
    (folder / "c.xhtml").write_text(entity)
    if SHARED.exists():
        for name in ("pdf/S_2025_223.pdf", "docx/A_80_6_Sect.7.docx"):
            source = SHARED / "reports" / name
            if source.exists():
                (folder / source.name).write_bytes(source.read_bytes())
    return folder


def test_no_network_no_writing_elsewhere_no_program(raw: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    status, seen = watched("run", str(raw), "--output", str(output), "--ocr", "off", temporary=tmp_path / "temporary")
    assert status in (0, 1)
    assert not [s for s in seen if s[0] == "network"], seen
    programs = {Path(re.sub(r"[\[\]',]", "", s[1]).split(" ")[0]).name for s in seen if s[0] == "program"}
    assert programs <= {"tesseract", "soffice", "libreoffice"}, programs
    # Names without a folder are those that the removal of a tree works through.
    places = {s[1] for s in seen if s[0].startswith(("write", "os.")) and (s[0] == "write" or "/" in s[1])}
    allowed = (output, tmp_path / "temporary", Path("/dev"))
    outside = {p for p in places if not any(Path(p).resolve().is_relative_to(a) for a in allowed)}
    assert not outside, outside
    assert places, "the hook was not told of anything"


def test_a_link_out_of_the_input_folder_is_not_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw, secret = tmp_path / "raw", tmp_path / "secret.txt"
    raw.mkdir()
    secret.write_text("The Committee met on 3 May 2005. Secret.")
    (raw / "a.txt").write_text(generated(1).text)
    try:
        (raw / "link.txt").symlink_to(secret)
        (raw / "inside.txt").symlink_to(raw / "a.txt")
        (raw / "folder").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links on this platform")
    assert main(["run", str(raw), "--output", str(tmp_path / "output"), "--quiet"]) == 1
    assert "link.txt" in capsys.readouterr().err
    with (tmp_path / "output" / "csv" / "rejected.csv").open(encoding="utf-8", newline="") as f:
        (row,) = csv.DictReader(f)
    assert row["source_file"] == "link.txt" and "outside the input folder" in row["message"]
    for path in (tmp_path / "output").rglob("*"):
        assert not path.is_file() or b"Secret." not in path.read_bytes()
    # A link that is named is the person's own wish.
    assert main(["run", str(raw / "link.txt"), "--output", str(tmp_path / "other"), "--quiet"]) == 0


@pytest.mark.parametrize("symbol", ["../../../etc/x", "..", "/etc/x", "a\\..\\b", "CON", "x" * 300])
def test_a_symbol_is_no_path(tmp_path: Path, symbol: str) -> None:
    """What a report calls itself names its files, and leads nowhere else."""
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(f"United Nations\n\nS/{symbol}\n\nReport\n\n1. The Committee met on 3 May 2005.\n")
    before = set(tmp_path.rglob("*"))
    assert main(["run", str(raw), "--output", str(tmp_path / "output"), "--quiet"]) == 0
    new = set(tmp_path.rglob("*")) - before
    assert all(p.is_relative_to(tmp_path / "output") for p in new)


def test_every_claim_names_a_test_that_there_is() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/\w+\.py)(?:::(\w+))?`", text)
    assert len(named) >= 8
    for file, function in named:
        source = (ROOT / file).read_text(encoding="utf-8")
        assert not function or f"def {function}(" in source, (file, function)
