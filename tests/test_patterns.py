"""No text makes a regular expression of the program, or what goes over its matches, take time without end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patterns import patterns
from tests.support import ROOT

resource = pytest.importorskip("resource", reason="limits of time can be set on Unix only")

# Patterns that are not linear, with the most characters that the code gives them to read.
BOUNDED = {
    "segment/parts.py _MASTHEAD": 120,  # `is_masthead` takes no line of more
}
SECONDS = 300  # of the processor: many times what is needed, so that only an explosion fails


def child(*command: str) -> subprocess.CompletedProcess[str]:
    """Runs Python in a process that ends when its time is used up."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    environment |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return subprocess.run(
        [sys.executable, "-W", "ignore", *command],
        preexec_fn=limit,
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_pattern_is_looked_at() -> None:
    """What only a run can know of a pattern's text is told in `tests.patterns.EXAMPLES`."""
    found, unknown = patterns()
    assert unknown == []
    assert len(found) > 500
    assert BOUNDED.keys() <= {f"{p.place.split(':')[0]} {p.name}" for p in found}


def test_patterns_take_linear_time() -> None:
    done = child("-m", "tests.patterns", json.dumps(BOUNDED))
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert done.stdout == ""


@pytest.mark.parametrize("pattern", [r"(?:a+)+$", r"\s+of$", r"\bfrom\s.*\bto\b", r"(?:\w+ly|only\s?)*!"])
def test_a_slow_pattern_is_seen(pattern: str) -> None:
    code = "import tests.patterns as t, sys; p = t.Pattern('', '', sys.argv[1], 0, frozenset({'search'})); "
    code += "t.patterns = lambda: ([p], []); t.main({})"
    for _ in range(4):  # other work on the machine may hide the growth from one look
        done = child("-c", code, pattern)
        assert done.returncode == 0, done.stderr
        if done.stdout:
            break
    assert "characters of" in done.stdout


# ---------------------------------------------------------------------- whole documents

LENGTH = 20_000  # characters
# One after the other, with their blanks.
UNITS = [
    "(",
    "_",
    "A.",
    "A-",
    "Ab ",
    "In It ",
    "Annex I ",
    "Council on ",
    "1. ",
    "(a) ",
    "5th, ",
    "Mr. ",
    "Mr. Smith, ",
    "Chad, ",
    "United Nations ",
    "S/2006/",
    "resolution 1591 (2005), ",
    "on 5 May ",
    "on 5 May 2005, ",
    "the same day ",
    "5-6 May, ",
    "the report of 5 May ",
    "meetings on 5 May, ",
    "held a meeting on 5 May and ",
    "on 5 May the Chair visited Chad; ",
    "The Committee held 5 meetings. ",
    "The Committee met on 5 May 2005. ",
    "members of the ",
]
_READ = """
import sys, time
from pathlib import Path
from extract import extract
for path in sorted(Path(sys.argv[1]).iterdir()):
    start = time.process_time()
    extract(path)
    print(f"{time.process_time() - start:.1f} s {path.name}", flush=True)
"""


def test_documents_of_one_unit(tmp_path: Path) -> None:
    """A paragraph, or the cells of a table's row, of one unit again and again."""
    for n, unit in enumerate(UNITS):
        body = (unit * LENGTH)[:LENGTH]
        top = "United Nations\nS/2006/972\nSecurity Council\n5 December 2006\n\nReport of the Committee on Rivers\n\n"
        (tmp_path / f"{n}.txt").write_text(f"{top}1. The Committee held five meetings in 2006. {body} end.\n")
        table = "<tr><th>Date</th><th>Subject</th><th>Participants</th></tr>"
        table += f"<tr><td>5 May 2006</td><td>{body}</td><td>{body}</td></tr>"
        table += "<tr><td>6 June 2006</td><td>Talks</td><td>Chad</td></tr>"
        lines = "".join(f"<p>{line}</p>" for line in top.split("\n") if line)
        (tmp_path / f"{n}.html").write_text(f"<html><body>{lines}<p>Meetings</p><table>{table}</table></body></html>")
    done = child("-c", _READ, str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
    assert len(done.stdout.splitlines()) == 2 * len(UNITS)
