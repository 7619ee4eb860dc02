"""Settings of the whole suite."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
settings.load_profile("unreports")


@pytest.fixture(scope="session")
def gold_scores(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    """The real report, extracted once and scored against its gold."""
    from extract.pipeline import extract
    from extract.write import combined, write

    output = tmp_path_factory.mktemp("gold") / "output"
    report = extract(ROOT / "raw" / "S_2006_972.txt")
    write(combined([report]), {report.document_id: report.text}, {"warnings": []}, output)
    return evaluate(output, ROOT / "tests" / "gold")
