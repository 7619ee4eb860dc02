"""The review pages as files: nothing of a text is lost, nothing of it is markup, two writes are the same."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from extract import extract, tables
from extract.cli import main
from extract.report import Rows
from extract.write import review
from extract.write.characters import html
from extract.write.review.text import document_text
from tests.review_fixture import Made, joined
from tests.support import REAL, ROOT, files
from tests.writing import combined, write_review

STATIC = ROOT / "src" / "extract" / "write" / "review" / "static"
LABELS = review.LABELS
HOSTILE = (
    "<script>window.pwned = 1</script>",
    "</script><script>window.pwned = 1</script>",
    '"><img src=x onerror="window.pwned = 1">',
    "'><svg onload='window.pwned = 1'>",
    "javascript:window.pwned=1",
    "{{ 7 * 7 }}{% raw %}",
    "<!--",
    "]]>",
    "&lt;b&gt;&amp;",
    "a\0b\x07c\x85d\u2028e",
    "\u202eesrever\u2066 \u200f",
    "\U0001f54a\ufe0f and \U0001f1ea\U0001f1f7",
    "word " * 8000,
)


def _parsed(page: bytes) -> Any:
    return lxml.html.document_fromstring(page, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def _fragment(body: str) -> Any:
    return _parsed(f"<!doctype html><meta charset=utf-8><article>{body}</article>".encode()).find(".//article")


def _characters(element: Any, labels: frozenset[str] = frozenset()) -> list[tuple[str, frozenset[str]]]:
    """Each character of the element that is no blank, with the labels of the marks around it."""
    if element.tag == "mark":
        labels = labels | {element.get("data-label")}
    found = [(c, labels) for c in element.text or "" if not c.isspace()]
    for child in element:
        found += _characters(child, labels) if isinstance(child.tag, str) else []
        found += [(c, labels) for c in child.tail or "" if not c.isspace()]
    return found


def _shown(text: str) -> str:
    """A character as it is shown: control characters by their pictures."""
    return _fragment(html(text)).text_content()


def _expected(text: str, mentions: list[dict[str, Any]]) -> list[tuple[str, frozenset[str]]]:
    shown = _shown(text)
    assert len(shown) == len(text)
    covered: list[set[str]] = [set() for _ in text]
    for m in mentions:
        for i in range(m["char_start"], m["char_end"]):
            covered[i].add(m["label"])
    return [(c, frozenset(covered[i])) for i, c in enumerate(shown) if not c.isspace()]


ALPHABET = st.sampled_from(
    [*"abc de<>&\"'\n\t1.", "\0", "\x07", "\x1f", "\x85", "\xa0", "\u202e", "\u2028", "\U0001f54a", "é"]
)
WORDS = st.text(ALPHABET, min_size=1, max_size=30)
KINDS = tables.SEGMENTS.columns[tables.SEGMENTS.names.index("kind")].values


@st.composite
def made_documents(draw: st.DrawFn) -> Made:
    """Any text in any segments: gaps that no segment covers, cells without rows, marks that cross."""
    made = Made()
    for i in range(draw(st.integers(0, 6))):
        choice = draw(st.integers(0, 4))
        if choice == 0:
            made.text += draw(WORDS)
        elif choice == 1:
            cells = st.lists(st.lists(st.one_of(st.just(""), WORDS), min_size=1, max_size=4), min_size=1, max_size=3)
            made.table(draw(cells), f"annex_1/table_{i}")
        else:
            kind = draw(st.sampled_from(KINDS))
            number = draw(st.sampled_from(["", "1", "a"]))
            made.segment(draw(WORDS), kind, number=number, page=draw(st.sampled_from([None, 1, 2])))
    full = [s for s in made.rows["segments"] if s["text"]]
    for s in draw(st.lists(st.sampled_from(full), max_size=12)) if full else []:
        length = s["char_end"] - s["char_start"]
        start = draw(st.integers(0, length - 1))
        made.mention(s, start, draw(st.integers(start + 1, length)), draw(st.sampled_from(LABELS)), draw(WORDS))
    return made


@settings(max_examples=300)
@given(made_documents())
def test_every_character_stands_in_the_page_under_its_marks(made: Made) -> None:
    page = document_text(made.text, made.rows["segments"], made.rows["mentions"])
    assert _characters(_fragment(page)) == _expected(made.text, made.rows["mentions"])


@settings(max_examples=100)
@given(made_documents())
def test_an_offset_is_counted_from_where_its_element_begins(made: Made) -> None:
    article = _fragment(document_text(made.text, made.rows["segments"], made.rows["mentions"]))
    shown = _shown(made.text)
    for leaf in article.xpath(".//*[@data-s]"):
        start, words = int(leaf.get("data-s")), leaf.text_content()
        assert re.sub(r"\s", " ", words) == re.sub(r"\s", " ", shown[start : start + len(words)])


@pytest.fixture(scope="module")
def real() -> tuple[Rows, dict[str, str]]:
    report = extract(REAL)
    return combined([report]), {report.document_id: report.text}


def test_the_real_report_is_whole_with_its_tables_as_tables(real: tuple[Rows, dict[str, str]], tmp_path: Path) -> None:
    rows, texts = real
    write_review(rows, texts, {}, tmp_path / "review")
    page = _parsed((tmp_path / "review" / "documents" / "S_2006_972.html").read_bytes())
    article = page.find(".//article")
    assert _characters(article) == _expected(texts["S_2006_972"], rows["mentions"])
    grid = [[len(tr) for tr in t.iter("tr")] for t in article.iter("table")]
    assert [len(lines) for lines in grid] == [15, 6]
    # The visit of 6 to 9 November has two cells, the second over two columns.
    assert grid[0].count(3) == 14 and grid[0].count(2) == 1
    ids = {e.get("id") for e in page.iter() if isinstance(e.tag, str) and e.get("id")}
    assert {f"segment:{s['segment_id']}" for s in rows["segments"]} <= ids
    assert {m["meeting_id"] for m in rows["meetings"]} <= ids


def test_ids_of_a_page_are_unique(real: tuple[Rows, dict[str, str]], tmp_path: Path) -> None:
    write_review(*real, {}, tmp_path / "review")
    for path in (tmp_path / "review").rglob("*.html"):
        ids = [e.get("id") for e in _parsed(path.read_bytes()).iter() if isinstance(e.tag, str) and e.get("id")]
        assert len(ids) == len(set(ids)), path


def hostile_document(document_id: str = "S_2006_1+a~(2)'&") -> Made:
    """Every value that a report, or the name of a file, can give holds a payload."""
    made = Made(
        document_id,
        symbol=HOSTILE[0],
        title=HOSTILE[2],
        issuing_body=HOSTILE[1],
        source_file='"><img src=x onerror=window.pwned=1>.txt',
        date=None,
    )
    for payload in HOSTILE:
        p = made.segment(payload, number="1")
        r = made.table([[payload, "9 December 2005", payload]], f"annex_1/table_{len(made.rows['segments'])}")[0]
        made.mention(p, 0, min(9, len(payload)), "PERSON", payload)
        m = made.meeting(
            p,
            r,
            subject=payload,
            body=payload,
            participants_text=payload,
            date_text=payload,
            meeting_number=payload[:40],
            missions=payload,
            table_title=payload,
            corrected=payload[:40],
            needs_review=True,
        )
        made.participant(m, p, 0, len(payload), role=payload, organisation=payload, person=payload, qualifier=payload)
        made.discrepancy(m, p, r, explanation=payload, narrative_value=payload, annex_value=payload, chosen_value="x")
    made.discrepancy(None, made.rows["segments"][0], None, explanation=HOSTILE[1])
    return made


def hostile_run() -> dict[str, Any]:
    """What `run.json` says where names and messages hold payloads."""
    correction = dict.fromkeys(("table", "id", "field", "old_value", "new_value", "reason", "corrected_by"), HOSTILE[1])
    return {
        "version": "1",
        "warnings": list(HOSTILE),
        "corrections": [correction | {"corrected_on": "2026-01-01", "status": "stale"}],
    }


def write_hostile(folder: Path) -> Made:
    """The pages of the hostile document."""
    made = hostile_document()
    rows, texts = joined(made)
    rows["rejected"] = [{"source_file": p[:99], "sha256": "", "stage": "", "error": "", "message": p} for p in HOSTILE]
    write_review(rows, texts, hostile_run(), folder)
    return made


def test_nothing_of_a_text_becomes_an_element_an_attribute_or_the_end_of_a_script(tmp_path: Path) -> None:
    made = write_hostile(tmp_path / "review")
    assert _characters(_parsed((tmp_path / "review" / "documents" / f"{made.id}.html").read_bytes()).find(".//article"))
    for path in (tmp_path / "review").rglob("*.html"):
        page = _parsed(path.read_bytes())
        for script in page.iter("script"):
            assert script.get("src") or script.get("type") == "application/json"
        assert not list(page.iter("img"))
        for e in page.iter():
            if isinstance(e.tag, str):
                assert not [a for a in e.attrib if a.startswith("on")], etree.tostring(e)[:200]
                assert not (e.get("href") or "").startswith("javascript:")
        for data in page.xpath("//script[@type='application/json']"):
            assert len(json.loads(data.text)["events"]) == len(HOSTILE)
    shared = (tmp_path / "review" / "assets" / "run.js").read_text("utf-8")
    assert "<" not in shared
    assert json.loads(shared.removeprefix("globalThis.RUN = ").rstrip(";\n"))["corrections"][0]["reason"] == HOSTILE[1]


def test_the_overview_leads_to_every_document(tmp_path: Path) -> None:
    names = ["S_2006_1", "A_80_6(Sect.3)_Add.6", "S_2006_972+un_typed~2", "100% #1?", "é &'"]
    write_review(*joined(*(Made(name) for name in names)), {}, tmp_path / "review")
    page = _parsed((tmp_path / "review" / "index.html").read_bytes())
    links = [a.get("href") for a in page.xpath("//td/a")]
    assert [unquote(link) for link in links] == [f"documents/{name}.html" for name in names]
    assert all(re.fullmatch(r"documents/[\w.~%-]+", link) for link in links)
    assert all((tmp_path / "review" / unquote(link)).is_file() for link in links)


def test_two_writes_are_the_same(real: tuple[Rows, dict[str, str]], tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_review(*real, hostile_run(), tmp_path / name)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_a_run_without_documents_has_an_overview(tmp_path: Path) -> None:
    write_review(*joined(), {}, tmp_path / "review")
    assert "No document was extracted." in (tmp_path / "review" / "index.html").read_text("utf-8")


def test_a_long_text_is_laid_out_in_pieces() -> None:
    made = Made()
    for _ in range(300):
        made.segment("word " * 100)
    made.table([["a date", "a subject " * 8]] * 400)
    article = _fragment(document_text(made.text, made.rows["segments"], []))
    sizes = [len(section.text_content()) for section in article.xpath("./section[contains(@class, 'chunk')]")]
    assert sum(sizes) > 150_000 and max(sizes) < 15_000
    parts = article.xpath(".//table")
    assert sum(len(list(t.iter("tr"))) for t in parts) == 400
    # Parts of one table have columns of the same widths.
    assert len(parts) > 1 and len({tuple(c.get("class") for c in t.iter("col")) for t in parts}) == 1


def test_what_is_left_of_an_event_that_was_taken_out_is_no_error(tmp_path: Path) -> None:
    made = Made()
    segment = made.segment("They met on 9 December 2005.")
    meeting = made.meeting(segment)
    made.participant(meeting, segment, 0, 4)
    made.discrepancy(meeting, segment, None, explanation="Still said.")
    made.rows["meetings"] = []
    write_review(*joined(made), {}, tmp_path / "review")
    page = _parsed((tmp_path / "review" / "documents" / f"{made.id}.html").read_bytes())
    assert not page.xpath("//li[@class='event']")
    assert "Still said." in page.xpath("//ul[contains(@class, 'others')]")[0].text_content()


def test_the_overview_names_stale_corrections(tmp_path: Path) -> None:
    write_review(*joined(), hostile_run(), tmp_path / "review")
    page = _parsed((tmp_path / "review" / "index.html").read_bytes())
    details = page.xpath("//section[@id='correcting']//details")[0]
    assert details.get("open") is not None and "1 of them stale" in details.text_content()


def test_pages_ask_for_nothing_but_their_own_files(real: tuple[Rows, dict[str, str]], tmp_path: Path) -> None:
    write_review(*real, {}, tmp_path / "review")
    for path in (tmp_path / "review").rglob("*.html"):
        page = _parsed(path.read_bytes())
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy and "http" not in policy
        for name in page.xpath("//script/@src | //link[@rel='stylesheet']/@href"):
            assert (path.parent / name).is_file(), name
        assert not page.xpath("//*[@style]") and not page.xpath("//style")


def test_a_wheel_holds_templates_and_scripts(tmp_path: Path) -> None:
    flit = pytest.importorskip("flit_core.wheel")
    built = flit.make_wheel_in(ROOT / "pyproject.toml", tmp_path)
    names = set(zipfile.ZipFile(built.file).namelist())
    for path in (ROOT / "src" / "extract" / "write" / "review").glob("[st]*/*.*"):
        assert path.relative_to(ROOT / "src").as_posix() in names


def test_the_command_opens_the_pages_or_says_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda url: bool(opened.append(url)) or "yes" in url)
    assert main(["review", "--output", str(tmp_path / "none")]) == 2
    assert "there are no review pages" in capsys.readouterr().err
    for name in ("yes", "no browser"):
        write_review(*joined(), {}, tmp_path / name / "review")
        assert main(["review", "--output", str(tmp_path / name)]) == 0
        assert str(tmp_path / name / "review" / "index.html") in capsys.readouterr().out
    assert len(opened) == 2 and all(url.startswith("file://") for url in opened)


# Contrast of the colours that the style sheet declares, as WCAG 2 counts it.


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """The ratio of two colours."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


MARKS = ("date", "mission", "organisation", "country", "person", "post", "document")
PAIRS = [
    *(("text", g) for g in ("ground", "paper", "panel", "accent-ground", "told", "named", "error-ground", *MARKS)),
    *(("soft", g) for g in ("ground", "paper", "panel", "accent-ground")),
    *(("accent", g) for g in ("ground", "panel", "accent-ground")),
    *((name, f"{name}-ground") for name in ("error", "warning", "info", "edited")),
    ("warning", "ground"),
    ("edited", "ground"),
    ("on-accent", "accent"),
    ("furniture", "paper"),
]


@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(words: str, ground: str) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", (STATIC / "review.css").read_text("utf-8")))
    assert contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize("label", MARKS)
def test_the_line_under_a_mark_stands_out(label: str) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", (STATIC / "review.css").read_text("utf-8")))
    for ground in (label, "paper", "told"):
        assert contrast(colours[f"{label}-line"], colours[ground]) >= 3


def test_marks_differ_by_their_lines_as_well_as_their_colours() -> None:
    css = (STATIC / "review.css").read_text("utf-8")
    lines = {m: re.search(rf"^mark\.{m}\b.*?text-decoration: (.*?);", css, re.M)[1] for m in MARKS}  # type: ignore[index]
    assert len({re.sub(r" var\(.*?\)", "", line) for line in lines.values()}) == len(MARKS)
