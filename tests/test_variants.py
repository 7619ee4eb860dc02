"""The same report gives the same records in whatever form and format it comes."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.variants import score
from tests.variants.catalogue import SOFFICE, Variant, variants
from tests.variants.report import RAW, report
from tests.variants.word import Look, docx

# Variants that are not read right yet, by name or pattern, and what is amiss. An entry that no longer holds must go;
# those that LibreOffice makes may differ from one of its versions to the next.
NOT_YET = {
    "*_auto.html": 'LibreOffice saves the letter (a) as the browser\'s "a.", and headings are compared as printed',
}


def _marked(variant: Variant) -> object:
    reason = next((why for names, why in NOT_YET.items() if fnmatch(variant.name, names)), "")
    # Of a format, all variants wait for one reader; only some that LibreOffice prints go wrong.
    marks = [pytest.mark.xfail(reason=reason, strict=not variant.office)] if reason else []
    return pytest.param(variant, id=variant.name, marks=marks)


def test_the_description_holds_the_whole_report() -> None:
    found = report()
    numbers = [p.number for p in found.parts if p.kind == "paragraph"]
    assert numbers == [f"{n}." for n in range(1, 15)]
    assert [p.number for p in found.parts if p.kind == "lettered"] == ["(a)", "(b)", "(c)"]
    assert [p.number for p in found.parts if p.kind == "item"] == [f"({c})" for c in "abcdefg"]
    assert [len(t.rows) for t in found.tables] == [14, 5]
    words = [found.letter_title, *found.letter, *found.signature, found.title]
    words += [w for p in found.parts for w in (p.number, p.text)] + [found.annex]
    words += [w for t in found.tables for w in (t.title, *t.header, *(c for row in t.rows for c in row))]
    assert " ".join(" ".join(words).split()) == " ".join(RAW.read_text(encoding="utf-8").split())


def test_names_are_different_and_files_the_same_each_time() -> None:
    found = variants()
    assert len({v.name for v in found}) == len(found)
    for variant in (v for v in found if not v.office):
        assert variant.data() == variant.data(), variant.name


def test_another_date_is_a_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.docx"
    found = report()
    first = found.tables[0]
    rows = (first.rows[0], ("23 February 2005", *first.rows[1][1:]), *first.rows[2:])
    monkeypatch.setattr(found, "tables", [type(first)(first.title, first.header, rows), found.tables[1]])
    path.write_bytes(docx(Look()))
    assert "2005, 2, 23" in score.differences(path)["meetings"]


@pytest.mark.parametrize("variant", [_marked(v) for v in variants()])
def test_the_variant_gives_the_records_of_the_text(variant: Variant, tmp_path: Path) -> None:
    if variant.office and not SOFFICE:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / variant.name
    path.write_bytes(variant.data())
    assert score.differences(path) == {}
