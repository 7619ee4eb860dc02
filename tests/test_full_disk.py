"""A disk that fills up while a run writes: one clear line, the old output whole, nothing left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.model import Settings
from extract.run import run
from tests.support import MODEL, REAL, ROOT, files, generated

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such limits on this platform")


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder, and beside it the reports of the next run."""
    folder = tmp_path_factory.mktemp("disk")
    run([REAL], folder / "output", settings=Settings(MODEL))
    shutil.rmtree(folder / "output" / ".kept")
    (folder / "raw").mkdir()
    shutil.copy(REAL, folder / "raw")
    for seed in (1, 2):
        (folder / "raw" / f"{seed}.txt").write_text(generated(seed).text, encoding="utf-8", newline="")
    return folder


def again(old: Path, output: Path, before: str = "pass") -> subprocess.CompletedProcess[str]:
    code = f"import sys; {before}; from extract.cli import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, "run", str(old / "raw"), "--output", str(output), "--quiet", "--jobs", "0"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def unharmed(old: Path, output: Path, done: subprocess.CompletedProcess[str], why: str) -> None:
    assert done.returncode == 2, done.stderr
    assert done.stderr == f"unreports: {output}: cannot be written ({why}); the old output is whole\n"
    assert files(output) == files(old / "output")
    assert not [p.name for p in output.iterdir() if p.name.startswith((".new", ".swap", ".lock"))]


@pytest.mark.parametrize("most", [0, 1_000, 10_000, 50_000, 200_000])
def test_a_file_that_cannot_grow(old: Path, tmp_path: Path, most: int) -> None:
    shutil.copytree(old / "output", tmp_path / "output")
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))"
    done = again(old, tmp_path / "output", limit)
    assert "Traceback" not in done.stderr
    why = "input/output error" if "input/output" in done.stderr else "file too large"
    unharmed(old, tmp_path / "output", done, why)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder where a small disk can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    yield folder
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


@pytest.mark.parametrize("spare", [100, 400, 800, 1_200, 1_600, 2_000])
def test_a_full_disk(old: Path, disk: Path, spare: int) -> None:
    """With less and less room (kilobytes) left, another file of the new output is the one that does not fit."""
    used = sum(-(-len(data) // 4096) * 4 for data in files(old / "output").values()) + 100
    mount = ["mount", "-t", "tmpfs", "-o", f"size={used + spare}k", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user cannot mount a small disk")
    shutil.copytree(old / "output", disk / "output")
    unharmed(old, disk / "output", again(old, disk / "output"), "no space left on device")


def test_a_disk_that_takes_nothing(old: Path, disk: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user cannot mount a small disk")
    shutil.copytree(old / "output", disk / "output")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    unharmed(old, disk / "output", again(old, disk / "output"), "read-only file system")


def test_with_room_enough_the_same_run_ends_well(old: Path, tmp_path: Path) -> None:
    shutil.copytree(old / "output", tmp_path / "output")
    done = again(old, tmp_path / "output")
    assert (done.returncode, done.stderr) == (0, "")
