"""Damaged and random input for each place where something comes in; `make fuzz` runs the same with many more examples.

What damages files is in `tests/damage.py`; the files are in `tests/fuzz_corpus`.
"""

from __future__ import annotations

import calendar
import contextlib
import hashlib
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract import corrections, extract, pipeline, tables
from extract.corrections import Correction, CorrectionsError
from extract.corrections.apply import apply
from extract.corrections.compare import compare
from extract.model import DateMention, InputError, Segment, Settings, Source
from extract.piece import load, of_document, of_run
from extract.recognise import dates, relative_dates
from extract.report import Report, Row, Rows, written
from extract.run import run
from extract.segment import passage
from tests import invariants, page_fixture
from tests.bounded import bounded
from tests.damage import damaged, damaged_archive
from tests.fuzz_corpus import FORMATS, corpus
from tests.page_fixture import SAID, below, prose
from tests.pdf_fixture import Stroke, Words
from tests.scraps import TOKENS
from tests.support import MODEL, ROOT, from_text, generated
from tests.test_corrections import only_there, values_of

MONTHS = calendar.month_name[1:]
HEADS = ("Date", "Subject", "Participants")
FUZZ = os.environ.get("HYPOTHESIS_PROFILE") == "fuzz"
TIMES = int(os.environ.get("FUZZ_TIMES", "100"))  # by how much a long run has more examples than the suite
FAILED = ROOT / ".hypothesis" / "failed"  # the bytes that failed, the smallest found of each fault


def examples(number: int) -> settings:
    """So many examples in the suite."""
    return settings(max_examples=number * TIMES if FUZZ else number)


def on_bytes(check: Callable[..., None], data: bytes, *args: object) -> None:
    """A bounded check of bytes; those on which it fails are left in a folder."""
    try:
        bounded(check, data, *args)
    except AssertionError as error:
        FAILED.mkdir(parents=True, exist_ok=True)
        path = FAILED / f"{check.__name__}-{hashlib.sha256(type(error).__name__.encode()).hexdigest()[:8]}"
        path.with_suffix(".bin").write_bytes(data)
        path.with_suffix(".log").write_text(f"{type(error).__name__}\n{args}\n{error}", encoding="utf-8")
        raise


# ---------------------------------------------------------------------- files


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """What each child would load for itself."""
    pipeline.load()
    for form in FORMATS:
        for name, data in corpus(form).items():
            readable_or_refused(data, name)


def holds(report: Report) -> None:
    """All that holds for every report, and that its piece is the report."""
    for check in invariants.ALWAYS:
        check(report)
    again = of_document(report).report()
    assert (again.text, again.rows) == (report.text, report.rows)


def readable_or_refused(data: bytes, name: str) -> None:
    """A file is read whole, or refused in one line."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            report = extract(path, ocr="off")
        except InputError as error:
            assert error.stage and error.message and error.message.isprintable(), error.message
            return
    holds(report)


@pytest.mark.parametrize("name", [name for form in FORMATS for name in corpus(form)])
def test_the_corpus_is_read(name: str) -> None:
    """What is damaged below is a report before."""
    (data,) = (found[name] for form in FORMATS if name in (found := corpus(form)))
    path = Path(tempfile.mkdtemp()) / name
    path.write_bytes(data)
    assert extract(path).rows["meetings"]
    shutil.rmtree(path.parent)


def files(form: str) -> st.SearchStrategy[bytes]:
    """Damaged files of a format; of archives, also whole ones with damaged parts."""
    found = list(corpus(form).values())
    whole = damaged(found, TOKENS[form])
    if form != "docx":
        return whole
    parts = damaged_archive(found, TOKENS[form], lambda name: name.startswith("word/"))
    return st.one_of(parts, parts, parts, damaged_archive(found, TOKENS[form]), whole)


@pytest.mark.parametrize("form", FORMATS)
def test_a_damaged_file_is_read_or_refused(form: str) -> None:
    @examples(80)
    @given(data=files(form), suffix=st.sampled_from(FORMATS[form]))
    def check(data: bytes, suffix: str) -> None:
        on_bytes(readable_or_refused, data, f"report.{suffix}")

    check()


# ---------------------------------------------------------------------- dates

DATE_PIECES = (
    "1", "6", "9", "11", "30", "31", "32", "0", "00", "1st", "2nd", "3 rd", "22nd", "1999", "2005", "2006", "1899", "2105",
    "January", "February", "March", "May", "JUNE", "Sept.", "Oct", "mar", "DEC", "December", "VII", "I", "IX", "Monday",
    "Monday,", "Tues", "Wed.", "SUNDAY", "-", "–", " - ", " to ", "until", "through", "and", ", ", ",", " and ", "; ", "&",
    "or", "/", ".", "of", "the", "(morning)", "(a.m.)", "(", ")", "[", "]", "late", "early", "mid-", "end of", "first half of",
    "2nd quarter of the year", "last quarter,", "Fourth half of", "between ", "from", "during", "in", "on", "by", "since",
    "the same day", "that day", "the following day", "31 June 2005", "29 February 2005", "30 February", "0 May 2004",
    "6-9 November 2005", "28 February-3 March", "11-Jan-05", "11.IV.1994", "2005-01-11", "2005-13-41", "31/12/2005", "1/2/05",
    "13/14/2005", "January 11, 2005", "May 5-June 3, 2005", "resolution 1547 (2004)", "S/2005/302", "2005 troops", "10 a.m.",
    "5 per cent", "3,000", "1.5", "12 meetings", "The Committee met", "It may", "\u00a0", "\u2009", "\t", "\n", "  ", "\u2028",
    "'", "’", "“", "²", "٣", "é", "31st of", "Mr. May", "No. 5", "$5", "1-2-3-4-5", "2004-2005", "2004/05", "1990s",
)  # fmt: skip
DATE_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(DATE_PIECES),
        st.just(" "),
        st.integers(0, 3000).map(str),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
    ),
    max_size=25,
).flatmap(lambda pieces: st.sampled_from(("", " ")).map(lambda between: between.join(pieces)))
DATE_KINDS = st.sampled_from(("paragraph", "table_cell"))


def dates_of(text: str, kind: str) -> list[DateMention]:
    """The dates of a segment with this text, which begins at the fifth character of a document."""
    source = Source("x.txt", "txt", "0" * 64, "1.\t \n" + text, ())
    return dates.find(passage(source, Segment("x", "body", kind, "", "", "", 0, 5, len(source.text), 5)))


def as_printed(mentions: Sequence[DateMention]) -> list[tuple[object, ...]]:
    """What is read of dates, without their places; clusters count from 0."""
    base = mentions[0].cluster if mentions else 0
    return [
        (m.text, m.value, m.first, m.last, m.precision, m.year_from, m.note, m.parts, m.cluster - base)
        for m in mentions
    ]


@examples(1500)
@given(text=DATE_TEXTS, kind=DATE_KINDS)
def test_dates_of_any_text(text: str, kind: str) -> None:
    found = dates_of(text, kind)
    whole = "1.\t \n" + text
    for m in found:
        assert m.text and m.text == m.text.strip()
        assert " ".join(whole[m.start : m.end].split()) == " ".join(m.text.split())
        assert (m.first is None) == (m.last is None) == (m.value == ""), m
        if m.first is not None and m.last is not None:
            assert m.first <= m.last
            ends = m.value.split("/")
            assert len(ends) in (1, 2) and m.value.count("/") < 2
            assert str(m.first).startswith(ends[0]) and str(m.last).startswith(ends[-1]), m
        else:
            assert m.note == "impossible" or dates.lacks_year(m) or relative_dates.is_relative(m), m
            if dates.lacks_year(m) and not relative_dates.is_relative(m):
                there = dates.resolve(m, 2005, "context")
                assert there.note == "impossible" or (there.first and there.last and there.first <= there.last), m
    assert all(a.at < b.at and a.to <= b.at for a, b in pairwise(found)), found
    assert dates_of(text, kind) == found


@examples(1000)
@given(text=DATE_TEXTS, kind=DATE_KINDS)
@example(text="that day", kind="paragraph")
def test_dates_beside_another_sentence(text: str, kind: str) -> None:
    """What stands before and behind, a blank away, and is no date changes none."""
    found = as_printed(dates_of(text, kind))
    assert as_printed(dates_of(f"{text} The end.", kind)) == found
    assert as_printed(dates_of(f"The end. {text}", kind)) == found


# ---------------------------------------------------------------------- tables

# A cell of a grid: what it holds, and how many rows and columns it takes; None: it is missing.
SUBJECTS = (
    "Work",
    "Other matters",
    "Report; other matters",
    "2011",
    "1.",
    "(a)",
    "UNMIS",
    "-",
    "–",
    "12,500",
    "",
    "",
    "Members",
)
CELLS = st.one_of(
    st.none(),
    st.tuples(
        st.one_of(st.just("day"), st.sampled_from(SUBJECTS)),
        st.sampled_from((1, 1, 1, 1, 2, 3, 0, 99)),
        st.sampled_from((1, 1, 1, 1, 2, 5)),
    ),
)
GRIDS = st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=2, max_size=7)
Grid = list[list[tuple[str, int, int] | None]]


def marked(grid: Grid) -> list[list[tuple[str, int, int]]]:
    """The cells with a word of their own in each, and a day of its own where it says `day`; missing ones left out."""
    out: list[list[tuple[str, int, int]]] = []
    n = 0
    for row in grid:
        out.append([])
        for cell in filter(None, row):
            n += 1
            said = f"{1 + n % 28} {MONTHS[n // 28 % 12]} 2010" if cell[0] == "day" else f"{cell[0]} w{n}w".strip()
            out[-1].append((said if cell[0] else "", *cell[1:]))
    return out


def placed(cells: list[list[tuple[str, int, int]]]) -> list[tuple[int, int, str]]:
    """The first row and the row behind the last one of each cell of a web page's table, as HTML says (4.9.12)."""
    return [
        (y, len(cells) if not rows else min(y + rows, len(cells)), said)
        for y, row in enumerate(cells)
        for said, rows, _ in row
    ]


HEAD = "<tr><th>Date</th><th>Subject</th><th>Participants</th></tr>"


@examples(150)
@given(grid=GRIDS, closed=st.booleans())
def test_any_table_of_a_web_page(grid: Grid, closed: bool) -> None:
    cells = marked(grid)
    end = ("</td>", "</tr>") if closed else ("", "")
    body = "".join(
        "<tr>" + "".join(f"<td rowspan={rows} colspan={columns}>{said}{end[0]}" for said, rows, columns in row) + end[1]
        for row in cells
    )
    page = f"<!DOCTYPE html><p>Annex</p><p>Meetings of the Committee</p><table>{HEAD}{body}</table>"
    report = from_text(page, "report.html")
    invariants_of_tables(report, cells)
    spanned = placed(cells)
    for telling, text in dated_rows(report):
        own = {y for y, row in enumerate(cells) for said, _, _ in row if said and said in text.split("\n")}
        days = [(first, behind) for first, behind, said in spanned if said == telling["date_text"]]
        assert days and any(first <= y < behind for y in own for first, behind in days), (telling, own, days)


@examples(200)
@given(grid=GRIDS, form=st.sampled_from(("led", "lines", "mixed")))
def test_any_table_of_a_text(grid: Grid, form: str) -> None:
    """Cells behind tabs on lines of their own with a blank line between rows, or rows on one line each."""
    cells = [[(said, 1, 1) for said, _, _ in row] for row in marked(grid)]
    whole = [[("Date", 1, 1), ("Subject", 1, 1), ("Participants", 1, 1)], *cells]
    rows = []
    for n, row in enumerate(whole):
        led = form == "led" or (form == "mixed" and n % 2)
        # A line without a tab goes on with the cell above, and so does one whose only words are behind tabs.
        padded = [*(said for said, _, _ in row), *[""] * (3 - len(row))]
        if sum(map(bool, padded)) == 1:
            padded[0] = padded[0] or "–"
        lines = "".join(f"\t{said}\n" for said, _, _ in row) if led else "\t".join(padded) + "\n"
        rows.append(lines + "\n" * (form != "lines"))
    report = from_text("Annex\n\nMeetings of the Committee\n\n" + "".join(rows))
    invariants_of_tables(report, cells)
    for telling, text in dated_rows(report):
        assert telling["date_text"] in text


def dated_rows(report: Report) -> Iterator[tuple[Row, str]]:
    """The rows of tables that tell of an event, with their words; not those that say that their day is that above."""
    texts = {s["segment_id"]: s["text"] for s in report.rows["segments"]}
    basis = {m["meeting_id"]: m["date_basis"] for m in report.rows["meetings"]}
    for telling in report.rows["meeting_sources"]:
        if telling["source"] == "annex" and basis[telling["meeting_id"]] != "context":
            yield telling, texts[telling["segment_id"]]


def invariants_of_tables(report: Report, cells: Sequence[Sequence[tuple[str, int, int]]]) -> None:
    """All that always holds; each word of a cell stands once, and the cells of a row in their order."""
    holds(report)
    at = 0
    for row in cells:
        for said, _, _ in row:
            place = report.text.find(said, at) if said else at
            assert place >= at, (said, report.text)
            at = place + len(said)
    known = {s["segment_id"]: s for s in report.rows["segments"]}
    rows: dict[str, set[int]] = {}
    for y, row in enumerate(cells):
        words = {said for said, _, _ in row if "w" in said}
        for s in known.values():
            if s["kind"] == "table_cell" and s["text"] in words:
                rows.setdefault(s["parent_id"], set()).add(y)
    assert all(len(ys) == 1 for ys in rows.values()), rows  # no row of two rows


PRINTED_ROWS = st.lists(
    st.tuples(
        st.booleans(), st.sampled_from(SUBJECTS[:4]), st.sampled_from(("Members", "Chad; UNDP", "", "All\nmembers"))
    ),
    min_size=2,
    max_size=8,
)


@examples(60)
@given(rows=PRINTED_ROWS, ruled=st.booleans())
def test_any_table_of_a_printed_page(rows: list[tuple[bool, str, str]], ruled: bool) -> None:
    cells = marked([[("day" if day else "Visit", 1, 1), (a, 1, 1), (b, 1, 1)] for day, a, b in rows])
    grid = [HEADS, *(tuple(said for said, _, _ in row) for row in cells)]
    items = prose(SAID, 80)
    page = [*items, *page_fixture.table(grid, below(items, 40), rules=range(len(grid) + 1) if ruled else ())]
    source = page_fixture.read(page)
    page = [item for item in page if not isinstance(item, Stroke)]
    wanted = Counter(" ".join(item.text if isinstance(item, Words) else item[3] for item in page).split())
    assert Counter(source.text.split()) == wanted
    for row in cells:
        firsts = [source.text.index(said.split("\n")[-1]) for said, _, _ in row if said]
        assert not ruled or firsts == sorted(firsts), (row, source.text)


# ---------------------------------------------------------------------- corrections

MEETINGS = generated(7).text
GIVEN = [
    Correction("meetings", "x/body/paragraph_1/event_1", "subject", "a, b", 'c "d"; e', "", "me", "2024-02-29")
] * 2


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a run."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "report.txt").write_text(MEETINGS, encoding="utf-8", newline="")
    run([folder / "report.txt"], folder / "output", settings=Settings(MODEL))
    return folder / "output"


@pytest.fixture(scope="module")
def report() -> Report:
    return from_text(MEETINGS)


def csv_files() -> st.SearchStrategy[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        corrections.write(GIVEN, path := Path(folder) / "c.csv")
        data = path.read_bytes()
    found = [
        data,
        data.replace(b"\r\n", b"\n"),
        b"\xef\xbb\xbf" + data,
        data.replace(b",", b";"),
        data.replace(b"\r\n", b"\r"),
    ]
    return damaged(found, TOKENS["csv"])


@examples(400)
@given(data=csv_files())
def test_a_damaged_file_of_corrections(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzzed.csv"
    path.write_bytes(data)
    try:
        found = corrections.read(path)
    except CorrectionsError as error:
        assert str(error) and "\n" not in str(error)
        return
    corrections.write(found, path)
    assert corrections.read(path) == found


FIGURES = (
    "0",
    "1",
    "-5",
    "1.0",
    "1.5",
    "1e5",
    "9" * 30,
    "9" * 400,
    "nan",
    "inf",
    "1_000",
    "٣",
    "0x10",
    "+7",
    "0.",
    "true",
    " ",
)
DAYS = (
    "2005-01-12", "20050112", "2005-W01-1", "0001-01-01", "9999-12-31", "10000-01-01", "2005-02-30", "12 May 2005", "0", "x",
)  # fmt: skip
WORDS = (
    "", " ", "x", "true", "FALSE", "delete", "*", "=1+1", "a\x00b", "a\nb", "\x0b", "\u2028", "x" * 40_000, "S/2005/1", "meeting",
    "visit", "members", "UNMIS", "e\u0301", "\ufffe", "🕊", "_x0041_",
)  # fmt: skip
ODD = {"integer": FIGURES, "number": FIGURES, "date": DAYS, "boolean": (*FIGURES, "TRUE", "yes"), "string": WORDS}


@st.composite
def any_corrections(draw: st.DrawFn, rows: Rows) -> list[Correction]:
    """Corrections of cells and rows that are there or not, with values that they can hold or not."""
    found: list[Correction] = []
    names = [t.name for t in tables.TABLES if t.key and rows[t.name]]
    for _ in range(draw(st.integers(1, 8))):
        table = tables.BY_NAME[draw(st.sampled_from(names))]
        row = draw(st.sampled_from(rows[table.name]))
        free = [c for c in table.columns if not c.fixed] or list(table.columns)
        typed = [c for c in free if c.type != "string"] or free
        column = draw(st.sampled_from([*typed * (1 + 2 * len(free) // len(typed)), *free, *table.columns]))
        value = st.one_of(
            st.sampled_from(ODD[column.type]),
            st.sampled_from((*WORDS, *FIGURES, *DAYS)),
            st.one_of(values_of(column), st.text(st.characters(exclude_categories=["Cs"]), max_size=9)),
        )
        field = draw(st.sampled_from((*[column.name] * 10, "*", "no_such")))
        old = draw(st.sampled_from((*[written(row[column.name])] * 8, "", "other")))
        new = draw(st.one_of(value, st.just("delete")) if field == "*" else value)
        place = draw(st.sampled_from((table.name,) * 40 + ("segments", "rooms", "rejected", "missions", "")))
        known = draw(st.sampled_from((row[table.key],) * 40 + ("", "x/y")))
        found.append(Correction(place, known, field, old, new))
    return found + draw(st.lists(st.sampled_from(found), max_size=2))


@examples(250)
@given(data=st.data())
def test_any_corrections_are_applied_or_told(report: Report, data: st.DataObject) -> None:
    given = data.draw(any_corrections(report.rows))
    done = apply(report.rows, given)
    told = [*done.done, *(c for c, _ in done.stale)]
    assert len(told) == len(set(told)) and set(told) == set(given)
    assert all(why and "\n" not in why for _, why in done.stale)
    only_there(report.rows, done)
    new = Report(report.document_id, report.text, done.rows, report.warnings)
    invariants.keys(new)
    invariants.declared(new)
    assert of_document(new).report().rows == done.rows


def compared_or_refused(data: bytes, output: str) -> None:
    """A workbook is compared, or refused in one line."""
    path = Path(output) / "fuzzed.xlsx"
    path.write_bytes(data)
    try:
        found = compare(path)
    except CorrectionsError as error:
        assert str(error) and "\n" not in str(error)
        return
    assert all(isinstance(c, Correction) for c in found.corrections) and all(found.words)


@pytest.mark.parametrize("part", ["the file", "a sheet", "another part"])
def test_a_damaged_workbook_is_compared_or_refused(made: Path, part: str) -> None:
    book = [(made / "unreports.xlsx").read_bytes()]
    strategy = {
        "the file": damaged(book, TOKENS["xlsx"]),
        "a sheet": damaged_archive(book, TOKENS["xlsx"], lambda name: "/sheet" in name and "rels" not in name),
        "another part": damaged_archive(book, TOKENS["xlsx"], lambda name: "worksheets" not in name),
    }[part]
    compare(made / "unreports.xlsx")  # loads what it needs

    @examples(25)
    @given(data=strategy)
    def check(data: bytes) -> None:
        on_bytes(compared_or_refused, data, str(made))

    check()


# ---------------------------------------------------------------------- pieces


@examples(200)
@given(data=st.data())
def test_a_damaged_piece_is_none(report: Report, data: st.DataObject) -> None:
    """One that is damaged is told from a whole one; without the look at its checksum no other error comes either."""
    known = [of_document(report).data(), of_run(report.rows["missions"], []).data()]
    found = data.draw(damaged(known, (b"{", b"[", b'"sections"', bytes(8), b"\xff" * 8)))
    with contextlib.suppress(ValueError):
        assert load(found, checked=True).data() in known
    # What `Kept.find` takes for "none".
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        assert load(found).header["document_id"] is not None
