"""What a person sees: a bar on a terminal, nothing elsewhere, a summary, and what a shell can complete."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_reports import masthead
from tests.support import REAL, ROOT

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this platform")
COMMAND = [sys.executable, "-m", "extract"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "src"), "TERM": "xterm", "COLUMNS": "120"}


def on_a_terminal(*args: str) -> str:
    """All that a command writes to a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *args], stdout=theirs, stderr=theirs, stdin=theirs, env=ENVIRONMENT, close_fds=True
    )
    os.close(theirs)
    said = b""
    try:
        while chunk := os.read(ours, 65536):
            said += chunk
    except OSError:  # the other end is closed
        pass
    process.wait(60)
    os.close(ours)
    return said.decode("utf-8", "replace")


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "raw" / name).write_bytes(REAL.read_bytes())
    (tmp_path / "raw" / "c.pdf").write_bytes(b"no pdf")
    return tmp_path / "raw"


def test_a_bar_and_then_a_summary(raw: Path) -> None:
    said = on_a_terminal("run", str(raw), "--output", str(raw.parent / "output"))
    assert "3/3" in said and "files" in said and "1 refused" in said and "left:" in said
    told = said[said.rindex("3/3") :]
    assert "2 documents" in told and "to look at first" in told and "contradict themselves" in told
    assert "c.pdf" in said and "1 input refused" in told
    assert "\r\n              the document disagrees with itself (date_conflict)\r\n" in told


def test_quiet_shows_errors_only(raw: Path) -> None:
    said = on_a_terminal("run", str(raw), "--output", str(raw.parent / "output"), "--quiet")
    assert said.count("\n") == 1 and "c.pdf" in said


def test_no_bar_in_a_pipe(raw: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "run", str(raw), "--output", str(raw.parent / "output")],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "c.pdf" in done.stderr and "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("unreports ", {"run", "corrections", "evaluate"}),
        ("unreports run --mo", {"--model"}),
        ("unreports run --ocr ", {"auto", "off"}),
    ],
)
def test_a_shell_can_complete(line: str, wanted: set[str], tmp_path: Path) -> None:
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(tmp_path / "out"),
        "_ARGCOMPLETE_IFS": "\n",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    code = "import sys; sys.argv = ['unreports']; from extract.cli import main; main()"
    subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT | asked, check=False)
    found = {w.split("\x0b")[0].strip() for w in (tmp_path / "out").read_text().split("\n")}
    assert wanted <= found


def test_a_document_without_events_is_named(raw: Path) -> None:
    """Silence would look like a document in which nobody met."""
    (raw / "d.txt").write_text(masthead("A/64/40", "Report on tides") + "\n\n1. Tides rise and fall.\n", "utf-8")
    said = on_a_terminal("run", str(raw), "--output", str(raw.parent / "output"))
    assert "No event was found in d.txt." in said
