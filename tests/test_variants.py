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
    "*.doc": "the format is not read",
    "*.odt": "the format is not read",
    "*.rtf": "the format is not read",
    "*_merged_dates.*": "a date that spans two rows is taken for the first alone",
    "web_captions.html": "a date that spans two rows is taken for the first alone",
    "*_auto.html": "letters that the browser prints before headings",
    "web_lists.html": "letters that the browser prints before items",
    "web_nested.html": "the title of the letter after a masthead and a menu",
    "*_two_columns*.pdf": "lines of two columns are read across",
    "page_typewriter*.pdf": "columns two characters apart",
    "*hyphenated.pdf": "line-end hyphens in cells; rows over a page",
    "page_un_helvetica.pdf": "the second table goes on from the first; paragraphs over a page",
    "page_un_large.pdf": "rows over a page without their header again",
    "page_un_page_only.pdf": "the second table begun anew on the next page",
    "page_un_turned.pdf": "pages that lie on their side in the file",
    "page_un_rows.pdf": "a row over a page",
    "library_lists.pdf": "numbers that touch the words after them",
    "library_*.pdf": "items and rows over a page",
    "office_*.pdf": "the title of the second table; rows over a page",
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
