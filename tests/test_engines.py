"""The engines: the same outcomes in the same order, whatever happens to a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from extract import run as run_module
from extract.cli import main
from extract.engines import Outcome, inline, local
from extract.model import ModelError, Settings
from extract.run import run
from tests import engine_faults
from tests.support import MODEL, ROOT, files, generated
from tests.test_outputs import tables_of

SETTINGS = Settings(MODEL)


def reports(folder: Path, names: Sequence[str]) -> list[tuple[Path, str]]:
    out = []
    for i, name in enumerate(names):
        path = folder / f"{i:02}_{name}.txt"
        path.write_text(generated(i).text, encoding="utf-8", newline="")
        out.append((path, path.name))
    return out


def outcomes(todo: list[tuple[Path, str]], settings: Settings, jobs: int, engine: str = "local") -> list[Outcome]:
    if engine == "ray":
        pytest.importorskip("ray", reason="Ray is not installed (make install-ray)")
        from extract.engines import ray

        return list(ray.run(todo, settings, jobs, {}, engine_faults.read))
    return list(local.run(todo, settings, jobs, {}, engine_faults.read))


def plain(found: Sequence[Outcome]) -> list[object]:
    return [(o.name, o.source and (o.piece.report().text, o.piece.report().rows), o.stage, o.error) for o in found]


@pytest.mark.parametrize(("engine", "jobs"), [("local", 1), ("local", 2), ("local", 3), ("ray", 2)])
def test_processes_give_what_this_process_gives(tmp_path: Path, engine: str, jobs: int) -> None:
    todo = reports(tmp_path, ["a", "slow", "b", "c", "slow", "d", "e"])
    assert plain(outcomes(todo, SETTINGS, jobs, engine)) == plain(list(inline.run(todo, SETTINGS, 1, {})))


@pytest.mark.parametrize(("engine", "jobs"), [("local", 1), ("local", 2), ("ray", 2)])
def test_a_process_that_dies_takes_its_report_down(tmp_path: Path, engine: str, jobs: int) -> None:
    todo = reports(tmp_path, ["a", "dies", "b", "dies_once", "c", "dies"])
    found = outcomes(todo, SETTINGS, jobs, engine)
    assert [o.name for o in found] == [name for _, name in todo]
    assert [o.error for o in found] == ["", "WorkerDied", "", "", "", "WorkerDied"]
    assert "ended twice (" in found[1].message and found[1].sha256
    good = [i for i, o in enumerate(found) if not o.error]
    assert plain([found[i] for i in good]) == plain(list(inline.run([todo[i] for i in good], SETTINGS, 1, {})))


@pytest.mark.parametrize("engine", ["local", "ray"])
def test_a_report_that_hangs_is_stopped(tmp_path: Path, engine: str) -> None:
    todo = reports(tmp_path, ["a", "hangs", "b", "c"])
    start = time.monotonic()
    found = outcomes(todo, Settings(MODEL, timeout=4), 2, engine)
    assert [o.error for o in found] == ["", "Timeout", "", ""]
    assert "took longer than 4 seconds" in found[1].message and "--timeout" in found[1].message
    assert time.monotonic() - start < 120


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not bound a process's memory")
def test_a_report_that_wants_all_memory_is_refused(tmp_path: Path) -> None:
    todo = reports(tmp_path, ["a", "greedy", "b"])
    found = outcomes(todo, Settings(MODEL, memory=3_000_000_000), 1)
    assert [bool(o.error) for o in found] == [False, True, False]


@pytest.mark.parametrize("engine", ["local", "ray"])
def test_a_model_that_is_missing_is_told(tmp_path: Path, engine: str) -> None:
    with pytest.raises(ModelError):
        outcomes(reports(tmp_path, ["a"]), Settings("no_such_model"), 2, engine)


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not bound a process's memory")
def test_what_a_bad_report_leaves_of_the_tables_of_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One dies, one hangs, one wants all memory: the tables are those of the others alone, with three refusals."""
    for name in ("all", "good"):
        (tmp_path / name).mkdir()
    for path, name in reports(tmp_path / "all", ["a", "dies", "b", "hangs", "greedy", "c"]):
        if not any(word in name for word in ("dies", "hangs", "greedy")):
            (tmp_path / "good" / name).write_bytes(path.read_bytes())
    run([tmp_path / "good"], tmp_path / "wanted", settings=SETTINGS)
    monkeypatch.setattr(run_module, "_engine", lambda *_: partial(local.run, read=engine_faults.read))
    bounded = Settings(MODEL, timeout=6, memory=3_000_000_000)
    result = run([tmp_path / "all"], tmp_path / "found", settings=bounded, jobs=2)
    assert [o.name[3:].removesuffix(".txt") for o in result.refused] == ["dies", "hangs", "greedy"]
    wanted, found = (tables_of(tmp_path / name) for name in ("wanted", "found"))
    refusals = {f"{p}/rejected.{p}" for p in ("csv", "parquet")} | {
        "unreports.db",
        "unreports.xlsx",
        "review/index.html",
    }
    assert {name for name in wanted if found[name] != wanted[name]} == refusals and found.keys() == wanted.keys()


def test_both_engines_write_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="Ray is not installed (make install-ray)")
    (tmp_path / "raw").mkdir()
    reports(tmp_path / "raw", list("abcde"))
    for engine in ("local", "ray"):
        run([tmp_path / "raw"], tmp_path / engine, settings=Settings(MODEL, engine=engine), jobs=2)
    assert tables_of(tmp_path / "local") == tables_of(tmp_path / "ray")


def test_ray_that_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    (path, _), *_ = reports(tmp_path, ["a"])
    assert main(["run", str(path), "--output", str(tmp_path / "output"), "--engine", "ray"]) == 2
    assert "make install-ray" in capsys.readouterr().err
    assert not (tmp_path / "output").exists()


def test_no_process_is_left(tmp_path: Path) -> None:
    """Also where the caller stops in between."""
    engine = local.run(reports(tmp_path, ["a", "slow", "hangs", "b"]), SETTINGS, 2, {}, engine_faults.read)
    next(engine)
    engine.close()
    import multiprocessing

    assert multiprocessing.active_children() == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL") or sys.platform == "win32", reason="no SIGKILL on this platform")
def test_processes_end_with_the_run(tmp_path: Path) -> None:
    """A run that is killed leaves none behind."""
    todo = reports(tmp_path, ["a", "b"])
    code = (
        "from pathlib import Path; from extract.engines import local; from extract.model import Settings; import os, sys\n"
        "if __name__ == '__main__':\n"
        "    import multiprocessing\n"
        "    engine = local.run([(Path(p), p) for p in sys.argv[1:]], Settings(), 2, {})\n"
        "    next(engine)\n"
        "    print(*(p.pid for p in multiprocessing.active_children()), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    script = tmp_path / "script.py"
    script.write_text(code)
    done = subprocess.run(
        [sys.executable, str(script), *(str(p) for p, _ in todo)],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    workers = [int(pid) for pid in done.stdout.split()]
    assert len(workers) == 2
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and any(Path(f"/proc/{pid}").exists() for pid in workers):
        time.sleep(0.1)
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)


def test_files_stay_as_they_are(tmp_path: Path) -> None:
    todo = reports(tmp_path, ["a", "b"])
    before = files(tmp_path)
    outcomes(todo, SETTINGS, 2)
    assert files(tmp_path) == before
