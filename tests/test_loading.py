"""Every way of loading the output gives the same rows with the same values, and the README's own snippets run as printed."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as parquet
import pytest

from extract import tables
from extract.report import Rows, flat
from extract.write import codebook
from tests.rows_fixture import HOSTILE, SHARED_NAMES, real_rows, shared_rows, with_text
from tests.support import ROOT
from tests.writing import write_all

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(python|sql|r)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
PYTHON = [text for language, text in BLOCKS if language == "python"]
SQL = [text for language, text in BLOCKS if language == "sql"]
LITE = [text for text in SQL if text.startswith("-- SQLite")]
DUCK = [text for text in SQL if text.startswith("-- DuckDB")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose `output` holds the real report."""
    folder = tmp_path_factory.mktemp("folder")
    write_all(real_rows(), folder / "output")
    return folder


# ---------------------------------------------------------------------- the snippets


def test_every_snippet_is_run() -> None:
    """A new block of SQL says in its first line whose SQL it is."""
    assert len(PYTHON) >= 2 and len(LITE) >= 2 and len(LITE) + len(DUCK) == len(SQL)


@pytest.mark.parametrize("code", PYTHON)
def test_python_of_the_readme(code: str, folder: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "") and "start_date" in done.stdout


@pytest.mark.parametrize("query", LITE)
def test_sqlite_of_the_readme(query: str, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "output" / "unreports.db")) as db:
        assert db.execute(query).fetchall()


@pytest.mark.parametrize("query", DUCK)
def test_duckdb_of_the_readme(query: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip(
        "duckdb", reason="duckdb is not among the development tools; the snippet is only shown"
    )
    monkeypatch.chdir(folder)
    assert duckdb.sql(query).fetchall()


def test_views_and_files_that_the_readme_names_exist(folder: Path) -> None:
    for name in set(re.findall(r"output/(?:csv|parquet)/(\w+)\.\w+", README)):
        assert name in tables.BY_NAME, name
    with closing(sqlite3.connect(folder / "output" / "unreports.db")) as db:
        for query in re.findall(r'dbGetQuery\(db, "(.*?)"\)', README):
            assert db.execute(query).fetchall()


# ---------------------------------------------------------------------- one content in every form


def loader() -> Callable[..., pd.DataFrame]:
    """The function `load` of the README."""
    code = next(text for text in PYTHON if "def load" in text)
    namespace: dict[str, Any] = {}
    exec(code.split("\nprint(")[0], namespace)
    return namespace["load"]  # type: ignore[no-any-return]


def agree(rows: Rows, output: Path) -> None:
    """CSV by the schema, Parquet and the database hold the same, but for line breaks, which CSV writes as spaces."""
    write_all(rows, output)
    load = loader()
    with closing(sqlite3.connect(output / "unreports.db")) as db:
        for table in tables.TABLES:
            typed = pd.read_parquet(output / "parquet" / f"{table.name}.parquet", dtype_backend="numpy_nullable")
            stored = [dict(zip(table.names, r, strict=True)) for r in db.execute(f'SELECT * FROM "{table.name}"')]
            native = parquet.read_table(output / "parquet" / f"{table.name}.parquet").to_pylist()
            assert stored == [{k: in_sql(v) for k, v in r.items()} for r in native], table.name
            loaded = load(table.name, output)
            for column in table.columns:
                if column.type == "date":
                    assert str(loaded[column.name].dtype).startswith("datetime64")
                    typed[column.name] = pd.to_datetime(typed[column.name]).astype(loaded[column.name].dtype)
                elif column.type == "string":
                    seen = typed[column.name].map(lambda v: v.replace("\0", "\ufffd"), na_action="ignore")
                    if (table.name, column.name) != ("segments", "text"):
                        seen = seen.map(flat, na_action="ignore")
                    typed[column.name] = seen.astype("string")
            pd.testing.assert_frame_equal(loaded, typed, obj=table.name)


def in_sql(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def test_the_real_report(tmp_path: Path) -> None:
    agree(real_rows(), tmp_path)


@pytest.mark.parametrize("name", SHARED_NAMES)
def test_other_real_reports(name: str, tmp_path: Path) -> None:
    agree(shared_rows(name), tmp_path)


def test_hostile_cells(tmp_path: Path) -> None:
    agree(with_text(*HOSTILE), tmp_path)


def test_no_rows_at_all(tmp_path: Path) -> None:
    agree({t.name: [] for t in tables.TABLES}, tmp_path)


# ---------------------------------------------------------------------- the codebook


def test_the_codebook_is_fresh() -> None:
    made = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert made == codebook.page(), "run `make codebook`"


def test_the_codebook_is_written_by_its_command() -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([sys.executable, "-m", "extract.write.codebook"], env=env, capture_output=True, check=True)
    assert done.stdout == (ROOT / "docs" / "codebook.md").read_bytes()


def test_the_codebook_names_every_column_and_value() -> None:
    page = codebook.page()
    for table in tables.TABLES:
        part = page.split(f"\n## {table.name}\n")[1].split("\n## ")[0]
        for column in table.columns:
            assert f"| `{column.name}` | " in part
            assert all(f"\n- `{value}`: " in part for value in column.values), column.name
