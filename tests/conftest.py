"""Settings of the whole suite."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

from extract.evaluate import Scores, evaluate

ROOT = Path(__file__).resolve().parents[1]

# The same examples on every machine and run; a report may take its time on a slow one.
settings.register_profile(
    "unreports",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
# `make fuzz`: other examples every time, and many; those that failed are kept and tried first the next time.
settings.register_profile(
    "fuzz",
    parent=settings.get_profile("unreports"),
    derandomize=False,
    database=DirectoryBasedExampleDatabase(ROOT / ".hypothesis" / "fuzz"),
    print_blob=True,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "unreports"))


@pytest.fixture(scope="session")
def gold_scores(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    """The real report, extracted once and scored against its gold."""
    from extract.model import Settings
    from extract.run import run

    output = tmp_path_factory.mktemp("gold") / "output"
    run([ROOT / "raw"], output, settings=Settings("en_core_web_sm"))
    return evaluate(output, ROOT / "tests" / "gold")
