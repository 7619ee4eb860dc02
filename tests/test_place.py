"""The output folder: one run at a time, whole at every moment that a run can be killed."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.cli import main
from extract.model import Settings
from extract.run import UsageError, run
from extract.write import place
from tests.support import MODEL, REAL, ROOT, files, generated
from tests.test_outputs import shown

ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "src")}


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for seed in (1, 2):
        (folder / f"{seed}.txt").write_text(generated(seed).text, encoding="utf-8", newline="")
    return folder


def visible(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in files(folder).items() if not name.startswith(".")}


def same(one: dict[str, bytes], two: dict[str, bytes]) -> bool:
    """Whether two outputs are the same but for the seconds of `run.json`."""
    return one.keys() == two.keys() and all(one[n] == two[n] for n in one if n != "run.json")


def test_a_second_run_is_refused(raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "output"
    with place.alone(output):
        with pytest.raises(UsageError, match="another run is writing there"):
            run([raw], output, settings=Settings(MODEL))
        assert main(["run", str(raw), "--output", str(output)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and str(output) in said
    run([raw], output, settings=Settings(MODEL))
    assert len(shown(output)) == 9


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on this platform")
def test_the_lock_of_a_killed_run_holds_nobody_up(raw: Path, tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from extract.write import place\n"
        "with place.alone(Path(sys.argv[1])):\n    os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "output")], env=ENVIRONMENT, check=False)
    run([raw], tmp_path / "output", settings=Settings(MODEL))


@pytest.mark.parametrize("step", range(20))
def test_a_swap_that_was_cut_short_is_finished(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Killed before any of its renames, the next run finds the old output or the new one, and goes on."""
    output, wanted = tmp_path / "output", tmp_path / "wanted"
    run([raw / "1.txt"], output, settings=Settings(MODEL))
    old = visible(output)
    run([raw], wanted, settings=Settings(MODEL))

    class Killed(BaseException):
        pass

    calls = []
    moved = {"rename": Path.rename, "replace": Path.replace}

    def until(name: str) -> object:
        def move(self: Path, target: Path) -> Path:
            if ".kept" not in self.parts:
                calls.append(self)
                if len(calls) == step + 1:
                    raise Killed
            return moved[name](self, target)

        return move

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", until("rename"))
        patch.setattr(Path, "replace", until("replace"))
        patch.setattr(Path, "unlink", lambda self, missing_ok=False: None)  # a killed run takes nothing away
        patch.setattr("shutil.rmtree", lambda *args, **options: None)
        with contextlib.suppress(Killed):
            run([raw], output, settings=Settings(MODEL))
    with place.alone(output):
        now = visible(output)
    assert same(now, old) if step == 0 else same(now, visible(wanted))
    run([raw], output, settings=Settings(MODEL))
    assert same(visible(output), visible(wanted))
    assert not list(output.glob(".new-*")) and not (output / place.NOTE).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on this platform")
def test_kills_at_random_moments(raw: Path, tmp_path: Path) -> None:
    output, wanted = tmp_path / "output", tmp_path / "wanted"
    run([raw], output, settings=Settings(MODEL))
    (raw / REAL.name).write_bytes(REAL.read_bytes())
    run([raw], wanted, settings=Settings(MODEL))
    old, new = visible(output), visible(wanted)
    moments = random.Random(2006)
    for _ in range(10):
        process = subprocess.Popen(
            [sys.executable, "-m", "extract", "run", str(raw), "--output", str(output), "--quiet", "--force"],
            env=ENVIRONMENT,
            start_new_session=True,
        )
        time.sleep(moments.uniform(0.2, 5))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        with place.alone(output):
            now = visible(output)
        assert same(now, old) or same(now, new)
    run([raw], output, settings=Settings(MODEL))
    assert same(visible(output), new)


def test_what_a_note_says_stays_inside_the_folder(tmp_path: Path) -> None:
    """A note that somebody else wrote moves nothing from elsewhere."""
    output, other = tmp_path / "output", tmp_path / ".new-other"
    for folder in (output, other / "csv"):
        folder.mkdir(parents=True)
    (output / place.NOTE).write_text('{"new": "../.new-other"}')
    place.recover(output)
    assert (other / "csv").exists() and not (output / "csv").exists() and not (output / place.NOTE).exists()
    (output / place.NOTE).write_text("no note")
    place.recover(output)
    assert not (output / place.NOTE).exists()
