"""The output folder: the contract, the same bytes again, nothing half done."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as parquet
import pytest

from extract import __version__, extract, tables
from extract.cli import main
from extract.model import Settings
from extract.run import Result, run
from extract.write import everything, parquet_files
from tests import engine_faults
from tests.generator import make_report
from tests.support import MODEL, REAL, ROOT, SHARED, files, generated

CHECK = SHARED / "check_contract.py"
SEEDS = (3, 7, 11)
OURS = ("csv/", "parquet/", "text/", "unreports.xlsx", "datapackage.json", "unreports.db", "review/", "plots/")
NAMES = {"csv", "parquet", "text", "unreports.xlsx", "datapackage.json", "unreports.db", "review", "plots", "run.json"}


def put(folder: Path, *seeds: int) -> Path:
    """A folder with the real report and generated ones."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / REAL.name).write_bytes(REAL.read_bytes())
    for seed in seeds:
        (folder / f"{generated(seed).name}.txt").write_text(generated(seed).text, encoding="utf-8", newline="")
    return folder


def shown(output: Path) -> set[str]:
    """What a person sees in a folder."""
    return {p.name for p in output.iterdir() if not p.name.startswith(".")}


def tables_of(output: Path) -> dict[str, bytes]:
    """The files that two runs must have in common."""
    return {name: data for name, data in files(output).items() if name.startswith(OURS)}


def rows(output: Path, table: str) -> list[dict[str, str]]:
    with (output / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(tmp_path_factory.mktemp("raw"), *SEEDS)


@pytest.fixture(scope="module")
def output(raw: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    run([raw], folder, settings=Settings(MODEL))
    return folder


def contract(folder: Path) -> None:
    """Holds a folder against the executable contract, where it lies beside the project."""
    if not CHECK.exists():
        pytest.skip(
            "../shared/check_contract.py is not there: the folder stands beside the project only while it is made"
        )
    done = subprocess.run([sys.executable, str(CHECK), str(folder)], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["contract: 0 faults"], done.stdout + done.stderr


def test_contract(output: Path) -> None:
    contract(output)


def test_the_files(output: Path) -> None:
    names = {t.name for t in tables.TABLES}
    assert {p.stem for p in (output / "csv").iterdir()} == names
    assert {p.stem for p in (output / "parquet").iterdir()} == names
    ids = {r["document_id"] for r in rows(output, "documents")}
    assert {p.stem for p in (output / "text").iterdir()} == ids
    assert len(ids) == len(SEEDS) + 1 and "S_2006_972" in ids
    assert shown(output) == NAMES


ARROW = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool", "date": "date32[day]"}


@pytest.mark.parametrize("table", tables.TABLES, ids=lambda t: t.name)
def test_csv_is_parquet(output: Path, table: tables.Table) -> None:
    """Cell by cell; Parquet has the declared types and keeps the line breaks that CSV writes as one space."""
    typed = parquet.read_table(output / "parquet" / f"{table.name}.parquet")
    assert {f.name: str(f.type) for f in typed.schema} == {c.name: ARROW[c.type] for c in table.columns}
    plain = rows(output, table.name)
    assert len(plain) == typed.num_rows
    for here, there in zip(plain, typed.to_pylist(), strict=True):
        assert list(here) == list(there) == list(table.names)
        for name, value in there.items():
            assert here[name] == printed(table.name, name, value), (table.name, name, value)


def printed(table: str, column: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str) and (table, column) != ("segments", "text"):
        return re.sub(r"\s*[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]\s*", " ", value)
    return str(value)


def test_line_breaks_stand_in_segments_only(output: Path) -> None:
    for table in tables.TABLES:
        for row in rows(output, table.name):
            for column, value in row.items():
                if (table.name, column) != ("segments", "text"):
                    assert not re.search(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]", value), (table.name, column, value)
    assert any("\n" in row["text"] for row in rows(output, "segments"))
    for path in (output / "csv").iterdir():
        data = path.read_bytes()
        assert data.endswith(b"\r\n") and not data.startswith(b"\xef\xbb\xbf"), path


def test_the_text_is_what_offsets_point_into(output: Path) -> None:
    """Whoever reads the text file with its line ends as they are finds each Parquet `text` at its offsets."""
    home = {r["segment_id"]: r["document_id"] for r in rows(output, "segments")}
    texts = {p.stem: p.read_bytes().decode("utf-8") for p in (output / "text").iterdir()}
    found = 0
    for table in tables.TABLES:
        if {"char_start", "text"} <= set(table.names):
            for row in parquet.read_table(output / "parquet" / f"{table.name}.parquet").to_pylist():
                text = texts[home[row["segment_id"]]]
                assert text[row["char_start"] : row["char_end"]] == row["text"], (table.name, row)
                found += 1
    assert found > 500


def test_two_runs_give_the_same_bytes(raw: Path, output: Path, tmp_path: Path) -> None:
    run([raw], tmp_path, settings=Settings(MODEL))
    assert tables_of(tmp_path) == tables_of(output)
    first, second = (json.loads((folder / "run.json").read_text(encoding="utf-8")) for folder in (output, tmp_path))
    for record in (first, second):
        for entry in record["inputs"]:
            assert entry.pop("seconds") >= 0
    assert first == second


def test_two_jobs_give_the_same_bytes(raw: Path, output: Path, tmp_path: Path) -> None:
    run([raw], tmp_path, settings=Settings(MODEL), jobs=2)
    assert tables_of(tmp_path) == tables_of(output)


def test_another_hash_seed_gives_the_same_bytes(raw: Path, output: Path, tmp_path: Path) -> None:
    """No order hangs on a set of strings."""
    command = [sys.executable, "-m", "extract", "run", str(raw), "--output", str(tmp_path), "--quiet"]
    done = subprocess.run(
        command,
        env={"PYTHONHASHSEED": "12345", "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert tables_of(tmp_path) == tables_of(output)


def test_files_one_by_one_are_the_folder(raw: Path, output: Path, tmp_path: Path) -> None:
    """The order in which the inputs are given does not matter, nor that one is given twice."""
    paths = sorted(raw.iterdir(), reverse=True)
    run([*paths, paths[0]], tmp_path, settings=Settings(MODEL))
    assert tables_of(tmp_path) == tables_of(output)


def test_rows_stand_in_the_order_of_source_file(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    for name, seed in (("b/2.txt", 1), ("a/9.txt", 2), ("c.txt", 3), ("B.txt", 4)):
        (raw / name).parent.mkdir(parents=True, exist_ok=True)
        (raw / name).write_text(make_report(seed, masthead=False).text, encoding="utf-8")
    run([raw], tmp_path / "output", settings=Settings(MODEL))
    documents = rows(tmp_path / "output", "documents")
    names = [r["source_file"] for r in documents]
    assert names == sorted(names) and set(names) == {"b/2.txt", "a/9.txt", "c.txt", "B.txt"}
    order = [r["document_id"] for r in documents]
    for table in ("segments", "meetings", "mentions", "references", "claims", "discrepancies"):
        found = [r["document_id"] for r in rows(tmp_path / "output", table)]
        assert found == sorted(found, key=order.index), table
    places = [(order.index(r["document_id"]), int(r["position"])) for r in rows(tmp_path / "output", "segments")]
    assert places == sorted(places)


def test_run_json(raw: Path, output: Path) -> None:
    record = json.loads((output / "run.json").read_text(encoding="utf-8"))
    assert record["version"] == __version__ and record["knowledge"] and record["model"] == MODEL
    assert [e["source_file"] for e in record["inputs"]] == sorted(p.name for p in raw.iterdir())
    assert all(e["status"] == "extracted" and len(e["sha256"]) == 64 for e in record["inputs"])
    assert record["stale_corrections"] == []
    documents = rows(output, "documents")
    assert [e["sha256"] for e in record["inputs"]] == [d["sha256"] for d in documents]


# ---------------------------------------------------------------------- two inputs of one symbol


@pytest.fixture
def twins(tmp_path: Path) -> tuple[Path, Result, Path]:
    """Two files whose masthead prints the same symbol, and two that only their names give one."""
    raw = put(tmp_path / "raw")
    text = make_report(5, masthead=True).text
    (raw / "original.txt").write_text(text, encoding="utf-8")
    (raw / "un_typed.txt").write_text(text, encoding="utf-8")
    (raw / "z").mkdir()
    (raw / "z" / REAL.name).write_bytes(REAL.read_bytes())
    output = tmp_path / "output"
    return raw, run([raw], output, settings=Settings(MODEL)), output


def test_two_inputs_of_one_symbol_are_both_kept(twins: tuple[Path, Result, Path]) -> None:
    _, result, output = twins
    symbol = make_report(5, masthead=True).truth.symbol
    wanted = symbol.replace("/", "_")
    ids = {r["source_file"]: r["document_id"] for r in rows(output, "documents")}
    assert ids == {
        REAL.name: "S_2006_972",
        "original.txt": wanted,
        "un_typed.txt": f"{wanted}+un_typed",
        f"z/{REAL.name}": "S_2006_972+S_2006_972",
    }
    assert {r["symbol"] for r in rows(output, "documents")} == {symbol, "S/2006/972"}
    assert not result.refused
    one, two = (
        [r["text"] for r in rows(output, "segments") if r["document_id"] == i] for i in (wanted, f"{wanted}+un_typed")
    )
    assert one == two
    contract(output)


def test_two_inputs_of_one_symbol_are_warned_of(twins: tuple[Path, Result, Path]) -> None:
    _, result, output = twins
    record = json.loads((output / "run.json").read_text(encoding="utf-8"))
    assert record["warnings"] == result.warnings
    for first, second in (("original.txt", "un_typed.txt"), (REAL.name, f"z/{REAL.name}")):
        assert any(first in w and second in w for w in record["warnings"]), record["warnings"]


def test_ids_of_twins_are_rewritten_everywhere(twins: tuple[Path, Result, Path]) -> None:
    _, _, output = twins
    for table in tables.TABLES:
        for row in rows(output, table.name):
            document = row.get("document_id")
            for column, value in row.items():
                if (
                    document
                    and column.endswith("_id")
                    and column not in ("entity_id", "mission_id", "document_id")
                    and value
                ):
                    assert value.startswith(f"{document}/"), (table.name, column, row)


# ---------------------------------------------------------------------- the folder as a whole


def test_other_files_stay_and_nothing_is_left_behind(raw: Path, output: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine")
    (tmp_path / "README.md").write_text("mine too")
    for _ in range(2):
        run([raw], tmp_path, settings=Settings(MODEL))
    assert shown(tmp_path) == {"notes", "README.md", *NAMES}
    assert (tmp_path / "notes" / "mine.txt").read_text() == "mine"
    assert tables_of(tmp_path) == tables_of(output)


def test_what_was_extracted_before_does_not_stay(raw: Path, output: Path, tmp_path: Path) -> None:
    run([raw], tmp_path, settings=Settings(MODEL))
    run([raw / REAL.name], tmp_path, settings=Settings(MODEL))
    assert [p.name for p in (tmp_path / "text").iterdir()] == ["S_2006_972.txt"]
    assert [r["document_id"] for r in rows(tmp_path, "documents")] == ["S_2006_972"]


def _fails(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_failed_write_leaves_the_old_output(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output"
    run([raw / REAL.name], output, settings=Settings(MODEL))
    before = files(output)
    monkeypatch.setattr(parquet_files.Files, "add", _fails)
    with pytest.raises(OSError):
        run([raw], output, settings=Settings(MODEL))
    assert files(output) == before
    assert shown(output) == NAMES
    assert main(["run", str(raw), "--output", str(output), "--quiet"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and str(output) in said and "no space left" in said
    assert files(output) == before


@pytest.mark.parametrize("step", range(2 * len(NAMES)))
def test_a_failed_swap_leaves_the_old_output(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The folders are exchanged one by one; whichever rename fails, the old ones come back."""
    output = tmp_path / "output"
    run([raw / REAL.name], output, settings=Settings(MODEL))
    before = files(output)
    rename, calls = Path.rename, []

    def fails_once(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) == step + 1:
            raise OSError(5, "Input/output error")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", fails_once)
        with pytest.raises(OSError):
            run([raw], output, settings=Settings(MODEL))
    assert files(output) == before
    assert shown(output) == NAMES


def test_a_failed_first_write_leaves_nothing(raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_files.Files, "add", _fails)
    with pytest.raises(OSError):
        run([raw / REAL.name], tmp_path / "output", settings=Settings(MODEL))
    assert not files(tmp_path)


def test_two_processes_write_what_one_writes(raw: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everything, "_MANY", 1)
    run([raw], output.parent / "two", settings=Settings(MODEL), jobs=2)
    found = files(output.parent / "two")
    assert {n: d for n, d in found.items() if n.startswith(OURS)} == tables_of(output)
    assert (found["unreports.db"], found["unreports.xlsx"]) == tuple(
        (output / name).read_bytes() for name in ("unreports.db", "unreports.xlsx")
    )


def test_a_process_that_ends_while_it_writes_leaves_the_old_output(
    raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([raw / REAL.name], tmp_path, settings=Settings(MODEL))
    before = files(tmp_path)
    monkeypatch.setattr(everything, "_MANY", 1)
    monkeypatch.setattr(everything.database, "write", engine_faults.ends)
    with pytest.raises(OSError, match="exit status 3"):
        run([raw], tmp_path, settings=Settings(MODEL), jobs=2)
    assert files(tmp_path) == before


def test_an_output_folder_inside_the_input_folder(tmp_path: Path) -> None:
    """`unreports run .` twice in one folder: the second run does not read what the first one wrote."""
    put(tmp_path, 3)
    first = run([tmp_path], tmp_path / "output", settings=Settings(MODEL))
    before = tables_of(tmp_path / "output")
    second = run([tmp_path], tmp_path / "output", settings=Settings(MODEL))
    assert len(first.outcomes) == len(second.outcomes) == 2, [o.name for o in second.outcomes]
    assert tables_of(tmp_path / "output") == before


# ---------------------------------------------------------------------- the Python face and the command


def test_the_python_face() -> None:
    report = extract(REAL)
    assert isinstance(report.meetings, pd.DataFrame)
    kinds = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean"}
    for table in tables.TABLES:
        frame = getattr(report, table.name)
        assert list(frame.columns) == list(table.names)
        assert len(frame) == len(report.rows.get(table.name, []))
        for column in table.columns:
            dtype = str(frame[column.name].dtype)
            if column.type == "date":
                assert dtype.startswith("datetime64"), (table.name, column.name, dtype)
            elif column.type == "string":
                assert dtype in ("string", "str"), (table.name, column.name, dtype)
            else:
                assert dtype == kinds[column.type], (table.name, column.name, dtype)
    meetings = report.meetings
    assert (meetings.start_date <= meetings.end_date).all()
    assert meetings.meeting_number.isna().any() and not (meetings.meeting_number == "").any()
    with pytest.raises(KeyError):
        report.frame("no_such_table")


def test_the_python_face_is_the_parquet_file(output: Path, raw: Path) -> None:
    report = extract(raw / REAL.name)
    typed = parquet.read_table(output / "parquet" / "meetings.parquet").to_pylist()
    mine = [r for r in typed if r["document_id"] == "S_2006_972"]
    assert [r["meeting_id"] for r in mine] == list(report.meetings.meeting_id)
    assert [r["start_date"] for r in mine] == [day.date() for day in report.meetings.start_date]


@pytest.mark.parametrize("argv", [["--help"], ["run", "--help"], ["--version"]], ids=" ".join)
def test_help_is_quick(argv: list[str]) -> None:
    """Nothing heavy is imported to print a few lines."""
    code = (
        "import sys\nfrom extract.cli import main\n"
        f"try:\n    main({argv!r})\nexcept SystemExit as e:\n    assert not e.code, e.code\n"
        "heavy = {'spacy', 'pandas', 'pyarrow', 'numpy', 'dateparser', 'thinc'} & set(sys.modules)\n"
        "print('heavy:', sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "unreports" in done.stdout and done.stdout.endswith("heavy: []\n")


def test_an_ordinary_import_loads_no_model() -> None:
    code = "import sys, extract\nprint([m for m in ('spacy', 'pandas', 'pyarrow') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
