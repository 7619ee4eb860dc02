"""The review pages in a browser: what a person clicks, types and reads."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from extract import extract
from extract.model import Settings
from extract.report import Rows
from extract.run import Result, run
from tests.review_fixture import Made, joined
from tests.support import MODEL, REAL
from tests.test_outputs import rows as rows_of
from tests.test_review_pages import contrast, write_hostile
from tests.writing import combined, write_review

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: chromium)")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
TWO_DATES = "S_2006_972/annex_1/table_2/row_2"
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Any) -> Iterator[Open]:
    """Opens a page; at the end nothing was fetched but files, and the console is silent."""
    contexts: list[Any] = []
    asked: list[str] = []
    said: list[str] = []

    def go(folder: Path, document: str = "", *, event: str = "", width: int = 1366, height: int = 768) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(address(folder, document, event))
        return page

    yield go
    for context in contexts:
        context.close()
    assert not said, said
    assert all(url.startswith(("file:///", "data:,", "blob:")) for url in asked), asked


def address(folder: Path, document: str = "", event: str = "") -> str:
    page = folder / "documents" / f"{document}.html" if document else folder / "index.html"
    return f"file://{quote(str(page))}" + (f"#{quote(event, safe='')}" if event else "")


@pytest.fixture(scope="module")
def real() -> tuple[Rows, dict[str, str]]:
    report = extract(REAL)
    return combined([report]), {report.document_id: report.text}


@pytest.fixture(scope="module")
def pages(real: tuple[Rows, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "review"
    write_review(*real, {}, folder)
    return folder


def head(page: Any, event: str) -> Any:
    return page.locator(f'[id="{event}"] > .head')


def told(page: Any) -> list[str]:
    """The marked places: the words of each paragraph or row."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.place')].map(
            (e) => [...e.querySelectorAll('.told')].map((s) => s.firstChild && s.textContent).join('|'))"""
    )


def in_view(page: Any, selector: str) -> bool:
    """Whether the first such element stands in the visible part of the text, below the legend and above the panel."""
    return page.evaluate(
        """(selector) => {
            const box = document.querySelector(selector).getBoundingClientRect();
            const view = document.getElementById('text').getBoundingClientRect();
            const top = document.querySelector('.legend').getBoundingClientRect().bottom;
            const compare = document.getElementById('compare');
            const bottom = compare.hidden ? view.bottom : compare.getBoundingClientRect().top;
            return box.height > 0 && box.top >= top - 1 && box.top < bottom - 10;
        }""",
        selector,
    )


def settle(page: Any) -> None:
    page.evaluate(
        "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(r, 50))))"
    )


def text_of(page: Any) -> str:
    return "".join(page.evaluate("() => document.getElementById('report').textContent").split())


def test_choosing_an_event_marks_and_shows_its_places(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972")
    before = text_of(page)
    head(page, "S_2006_972/annex_1/table_1/row_2").click()
    settle(page)
    places = told(page)
    assert any("22 February 2005" in p for p in places)
    assert any("|Creation of a new |United Nations" in p.replace("||", "|") for p in places), places
    assert len(places) == page.locator(".event[aria-current=true] .source").count()
    assert in_view(page, ".told.now")
    assert "22 February 2005" in page.locator(".told.now").first.text_content()
    # Participants, in a lighter way.
    assert "UNDP" in "".join(page.locator(".named").all_text_contents())
    assert re.search(r"2005-02-22, Creation.*Place 1 of \d", page.locator("#said").text_content())
    # The next event takes its place, and the text is what it was.
    head(page, "S_2006_972/annex_1/table_1/row_3").click()
    assert not any("22 February 2005" in p for p in told(page))
    page.keyboard.press("Enter")  # the same again: nothing is chosen
    assert page.locator(".told, .named, .place").count() == 0
    assert text_of(page) == before


def test_marked_places_are_the_sources_for_every_event(
    real: tuple[Rows, dict[str, str]], pages: Path, visit: Open
) -> None:
    rows, texts = real
    page = visit(pages, "S_2006_972")
    for m in rows["meetings"]:
        head(page, m["meeting_id"]).click()
        expected = {
            "".join(texts["S_2006_972"][s["char_start"] : s["char_end"]].split())
            for s in rows["meeting_sources"]
            if s["meeting_id"] == m["meeting_id"]
        }
        assert {"".join(p.replace("|", "").split()) for p in told(page)} == expected


def test_keys(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.parentElement.id") == "S_2006_972/annex_1/table_1/row_2"
    assert page.locator("[aria-current=true].event").count() == 0
    page.keyboard.press("Enter")
    assert page.locator(".event[aria-current=true]").get_attribute("id") == "S_2006_972/annex_1/table_1/row_2"
    assert head(page, "S_2006_972/annex_1/table_1/row_2").get_attribute("aria-expanded") == "true"
    first = page.locator(".told.now").first.text_content()
    page.keyboard.press("n")
    settle(page)
    assert page.locator(".told.now").first.text_content() != first and in_view(page, ".told.now")
    page.keyboard.press("p")
    assert page.locator(".told.now").first.text_content() == first
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    page.keyboard.press("/")
    page.keyboard.type("jukebox")  # no key while one types
    assert page.locator("#search").input_value() == "jukebox"
    assert "0 of 19" in page.locator("#shown").text_content()
    page.keyboard.press("Escape")
    assert page.locator(".event:visible").count() == 19


def test_filters(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972")
    page.check("#only-review")
    assert page.locator(".event:visible").count() == 4
    page.fill("#search", "burundi")
    assert page.locator(".event:visible").get_attribute("id") == TWO_DATES
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator(".event[aria-current=true]").get_attribute("id") == TWO_DATES
    page.fill("#search", "")
    page.uncheck("#only-review")
    page.check("#only-odd")
    assert page.locator(".event:visible").count() == 7


def test_a_discrepancy_shows_both_places_side_by_side(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972")
    head(page, TWO_DATES).click()
    page.locator(".event[aria-current=true] .discrepancy").first.click()
    settle(page)
    sides = page.locator("#compare .side")
    assert [s.locator("blockquote .value").all_text_contents() for s in sides.all()] == [
        ["9 December 2006"],
        ["9 December 2005"],
    ]
    # Cells stand on lines of their own.
    assert sides.nth(1).locator("blockquote").inner_text().startswith("9 December 2005\nMembers of Working Group")
    boxes = [s.bounding_box() for s in sides.all()]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"] and boxes[0]["y"] == boxes[1]["y"]
    assert page.locator("#report .value").all_text_contents() == ["9 December 2006", "9 December 2005"]
    assert in_view(page, "#report .told.now")
    sides.nth(1).locator("button").click()
    settle(page)
    assert page.locator("#report .told.now").first.text_content() == "9 December 2005"
    assert in_view(page, "#report .told.now")
    page.keyboard.press("Escape")
    assert page.locator("#compare").is_hidden()
    assert page.locator(".event[aria-current=true]").get_attribute("id") == TWO_DATES


def test_an_address_opens_its_event(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972", event=TWO_DATES)
    settle(page)
    assert page.locator(".event[aria-current=true]").get_attribute("id") == TWO_DATES
    box = head(page, TWO_DATES).bounding_box()
    assert 0 <= box["y"] < 768
    assert in_view(page, ".told.now")
    page.goto(address(pages, "S_2006_972", "S_2006_972/annex_1/table_1/row_1"))
    assert page.locator(".event[aria-current=true]").get_attribute("id") == "S_2006_972/annex_1/table_1/row_1"


def test_labels_can_be_switched_off(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972")
    style = "(e) => getComputedStyle(e).backgroundColor + getComputedStyle(e).textDecorationLine"
    date = page.locator("#report mark.date").first
    on = date.evaluate(style)
    page.locator(".legend [data-label=DATE]").click()
    assert date.evaluate(style) != on and "none" in date.evaluate(style)
    assert page.locator("#report mark.mission").first.evaluate(style) != date.evaluate(style)
    page.locator(".legend [data-label=DATE]").click()
    assert date.evaluate(style) == on


def table(download: Any) -> list[dict[str, str]]:
    data = Path(download.path()).read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n") and data.count(b"\n") == data.count(b"\r\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def save(page: Any, reason: str = "The minutes say so", who: str = "A. Librarian") -> list[dict[str, str]]:
    page.click("#save")
    page.fill("#reason", reason)
    page.fill("#who", who)
    with page.expect_download() as download:
        page.click("#saving .save")
    assert download.value.suggested_filename == "corrections.csv"
    return table(download.value)


def edit(page: Any, event: str) -> Any:
    head(page, event).click()
    page.locator(".event[aria-current=true] .edit").click()
    return page.locator("form.correct")


def test_corrections_are_kept_and_saved(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972")
    assert page.locator("#save").is_disabled()
    form = edit(page, TWO_DATES)
    assert form.locator("[name=event_type] option").all_text_contents() == (
        ["meeting", "session", "consultations", "visit", "briefing", "other"]
    )
    assert form.locator("[name=start_date]").get_attribute("type") == "date"
    assert not form.locator("[name=meeting_id], [name=n_participants], [name=corrected]").count()
    form.locator("[name=start_date]").fill("2006-12-09")
    form.locator("[name=is_own]").select_option("false")
    form.locator("[name=subject]").fill('=1+1, "quoted"\nén')
    form.locator("[name=missions]").fill("")
    form.locator("[name=format]").select_option("closed")
    form.locator("[name=format]").select_option("informal")  # back: no correction
    form.locator("summary").nth(1).click()
    form.locator("details[open] [name=country_iso3]").fill("BDI")
    form.locator("details[open] [name=country_iso3]").blur()
    assert page.locator("#save").text_content() == "Save corrections (5)"
    page.reload()
    assert head(page, TWO_DATES).locator(".subject").text_content() == '=1+1, "quoted" én'
    form = edit(page, "S_2006_972/annex_1/table_1/row_1")
    form.locator("[name=delete]").first.check()
    assert "deleted" in page.locator('[id="S_2006_972/annex_1/table_1/row_1"]').get_attribute("class")
    saved = save(page)
    today = page.evaluate("() => new Date().toLocaleDateString('sv-SE')")
    assert dt.date.fromisoformat(today)
    assert {tuple(r[c] for c in ("reason", "corrected_by", "corrected_on")) for r in saved} == {
        ("The minutes say so", "A. Librarian", today)
    }
    subject = "Future of Burundi after withdrawal of UNOB and possibility of United Nations integrated office"
    assert {(r["table"], r["id"], r["field"], r["old_value"], r["new_value"]) for r in saved} == {
        ("meetings", TWO_DATES, "start_date", "2005-12-09", "2006-12-09"),
        ("meetings", TWO_DATES, "is_own", "true", "false"),
        ("meetings", TWO_DATES, "subject", subject, '=1+1, "quoted" én'),
        ("meetings", TWO_DATES, "missions", "ONUB", ""),
        ("participants", f"{TWO_DATES}/participant_2", "country_iso3", "", "BDI"),
        ("meetings", "S_2006_972/annex_1/table_1/row_1", "*", "", "delete"),
    }
    # A later reason is for what is corrected later.
    form.locator("[name=delete]").first.uncheck()
    form.locator("[name=body]").fill("Another body")
    form.locator("[name=body]").blur()
    again = {r["field"]: r["reason"] for r in save(page, "Something else")}
    assert again["start_date"] == "The minutes say so" and again["body"] == "Something else" and "*" not in again


def correction(table: str, name: str, field: str, old: str, new: str, status: str = "applied") -> dict[str, str]:
    return {
        "table": table,
        "id": name,
        "field": field,
        "old_value": old,
        "new_value": new,
        "reason": "before",
        "corrected_by": "B",
        "corrected_on": "2025-01-02",
        "status": status,
    }


def two_documents(folder: Path) -> tuple[str, str]:
    """A run to which corrections were given, with a document beside the corrected one."""
    one, two = Made("A_1"), Made("A_2", symbol="A/2")
    m = one.meeting(one.segment("It met."), subject="Corrected", body="Kept", corrected="subject; body")
    n = two.meeting(two.segment("They met."), subject="Other")
    earlier = [
        correction("meetings", m["meeting_id"], "subject", "Extracted", "Corrected"),
        correction("meetings", m["meeting_id"], "body", "Old body", "Kept"),
        correction("meetings", m["meeting_id"], "missions", "UNMIX", "UNMIS", "stale"),
        correction("meetings", "A_9/gone", "*", "", "delete"),
        correction("documents", "A_2", "title", "T", "U, V"),
    ]
    write_review(*joined(one, two), {"corrections": earlier}, folder)
    return m["meeting_id"], n["meeting_id"]


def test_earlier_corrections_are_saved_again(tmp_path: Path, visit: Open) -> None:
    first, second = two_documents(tmp_path / "review")
    page = visit(tmp_path / "review", "A_1")
    form = edit(page, first)
    assert "extracted: Extracted" in form.locator(".field", has=page.locator("[name=subject]")).text_content()
    form.locator("[name=subject]").fill("Third")
    form.locator("[name=body]").fill("Old body")
    form.locator("[name=body]").blur()
    saved = {(r["table"], r["id"], r["field"]): r for r in save(page)}
    subject = saved["meetings", first, "subject"]
    assert (subject["old_value"], subject["new_value"], subject["corrected_by"]) == (
        "Extracted",
        "Third",
        "A. Librarian",
    )
    assert ("meetings", first, "body") not in saved  # back to what is extracted
    assert saved["meetings", first, "missions"]["new_value"] == "UNMIS"  # stale, and not lost
    assert saved["meetings", "A_9/gone", "*"]["new_value"] == "delete"
    assert saved["documents", "A_2", "title"]["new_value"] == "U, V"
    assert saved["documents", "A_2", "title"]["corrected_by"] == "B"
    assert len(saved) == 4
    # What is edited on another page of the run and not saved yet goes into the same file.
    page.goto(address(tmp_path / "review", "A_2"))
    edit(page, second).locator("[name=subject]").fill("Fourth")
    page.locator("form.correct [name=subject]").blur()
    saved = {(r["table"], r["id"], r["field"]): r for r in save(page, "later")}
    assert saved["meetings", second, "subject"]["reason"] == "later"
    assert saved["meetings", first, "subject"]["new_value"] == "Third" and len(saved) == 5
    # A new run that has taken them over has nothing left to save.
    m = Made("A_1")
    done = m.meeting(m.segment("It met."), subject="Third", corrected="subject")
    earlier = [correction("meetings", done["meeting_id"], "subject", "Extracted", "Third")]
    shutil.rmtree(tmp_path / "review")
    write_review(*joined(m), {"corrections": earlier}, tmp_path / "review")
    page.goto(address(tmp_path / "review", "A_1"))
    page.reload()
    assert page.locator("#save").text_content() == "Save corrections (1)"  # the body


def test_what_the_page_saves_is_what_the_next_run_applies(tmp_path: Path, visit: Open) -> None:
    """Two rounds: an edit, a deletion; then another value for the edited cell, from the page of the corrected run."""
    (tmp_path / "raw").mkdir()
    shutil.copy(REAL, tmp_path / "raw")
    output, first = tmp_path / "output", "S_2006_972/annex_1/table_1/row_1"

    def statuses(result: Result) -> list[str]:
        return [c["status"] for c in result.record["corrections"]]

    def again() -> Result:
        return run([tmp_path / "raw"], output, settings=Settings(MODEL))

    def saved(page: Any) -> None:
        page.click("#save")
        page.fill("#reason", "The minutes say so")
        page.fill("#who", "A. Librarian")
        with page.expect_download() as download:
            page.click("#saving .save")
        download.value.save_as(tmp_path / "raw" / "corrections.csv")

    again()
    page = visit(output / "review", "S_2006_972")
    edit(page, TWO_DATES).locator("[name=subject]").fill("Burundi")
    edit(page, first).locator("[name=delete]").first.check()
    saved(page)
    result = again()
    assert statuses(result) == ["applied"] * 2
    meetings = {m["meeting_id"]: m for m in rows_of(output, "meetings")}
    assert first not in meetings and len(meetings) == 18
    assert (meetings[TWO_DATES]["subject"], meetings[TWO_DATES]["corrected"]) == ("Burundi", "subject")
    page.reload()
    assert head(page, TWO_DATES).locator(".subject").text_content() == "Burundi"
    assert page.locator("#save").is_disabled()  # what was saved and applied is no open edit any more
    edit(page, TWO_DATES).locator("[name=subject]").fill("Future of Burundi")
    saved(page)
    result = again()
    assert statuses(result) == ["applied"] * 2
    assert {m["meeting_id"]: m for m in rows_of(output, "meetings")}[TWO_DATES]["subject"] == "Future of Burundi"


def test_without_storage_corrections_can_still_be_saved(pages: Path, browser: Any) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address(pages, "S_2006_972"))
    form = edit(page, TWO_DATES)
    form.locator("[name=subject]").fill("Other")
    form.locator("[name=subject]").blur()
    assert "keeps nothing" in page.locator("#said").text_content()
    assert [r["new_value"] for r in save(page)] == ["Other"]
    assert not errors
    context.close()


def test_nothing_hostile_runs(tmp_path: Path, visit: Open) -> None:
    made = write_hostile(tmp_path / "review")
    page = visit(tmp_path / "review")
    assert page.evaluate("() => window.pwned === undefined")
    page.fill("#search", "<script>")
    page.locator("td a").click()
    page.wait_for_url("**/documents/**")
    assert page.title().startswith("<script>")
    for m in made.rows["meetings"]:
        head(page, m["meeting_id"]).click()
        page.locator(".event[aria-current=true] .discrepancy").first.click()
        page.keyboard.press("Escape")
        page.locator(".event[aria-current=true] .edit").click()
        page.locator("form.correct summary").click()
        page.locator("form.correct [name=subject]").fill("<img src=x onerror=window.pwned=1>")
        page.locator("form.correct [name=body]").fill(made.rows["meetings"][0]["subject"])
        page.locator("form.correct .close-form").click()
    page.click("#save")
    page.keyboard.press("Escape")
    page.reload()
    settle(page)
    assert page.evaluate("() => window.pwned === undefined && !document.querySelector('img')")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_policy_of_the_page_stops_a_script_that_got_in(pages: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto(address(pages, "S_2006_972"))
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.pwned = 1';
            document.body.append(script);
            document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.pwned = 1">');
            document.body.insertAdjacentHTML('beforeend', '<button id="b" onclick="window.pwned = 1">b</button>');
            document.getElementById('b').click();
            document.getElementById('b').remove();
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.pwned === undefined")
    head(page, TWO_DATES).click()  # the page's own scripts run
    assert page.locator(".told").count()
    page.close()


def test_places_behind_characters_of_two_units(tmp_path: Path, visit: Open) -> None:
    made = Made()
    words = "\U0001f54a\ufe0f \u202e\U0001f1ea\U0001f1f7 Members of the Group met \U0001f54a in Asmara"
    segment = made.segment(words, number="")
    made.mention(segment, 2, words.index("of"), "ORGANISATION")
    meeting = made.meeting(segment)
    for name in ("Members of the Group", "Asmara"):
        made.participant(meeting, segment, words.index(name), words.index(name) + len(name))
    write_review(*joined(made), {}, tmp_path / "review")
    page = visit(tmp_path / "review", made.id)
    head(page, meeting["meeting_id"]).click()
    for i, name in enumerate(("Members of the Group", "Asmara")):
        page.locator(".guest").nth(i).click()
        assert "".join(page.locator(".named.now").all_text_contents()) == name


@pytest.mark.parametrize("which", ["real", "hostile"])
def test_a_phone_needs_no_horizontal_scrolling(which: str, pages: Path, tmp_path: Path, visit: Open) -> None:
    folder, document = pages, "S_2006_972"
    if which == "hostile":
        folder = tmp_path / "review"
        document = write_hostile(folder).id
    page = visit(folder, width=390, height=844)
    wide = "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
    assert page.evaluate(wide) <= 390
    page.goto(address(folder, document))
    assert page.evaluate(wide) <= 390
    assert page.locator("#text").is_hidden()
    page.locator(".head").nth(1).click()
    settle(page)
    assert page.locator("#text").is_visible() and page.locator("#events").is_hidden()
    assert in_view(page, ".told.now")
    assert page.evaluate(wide) <= 390
    assert page.evaluate("() => document.getElementById('text').scrollWidth <= 390")
    page.locator(".tabs [data-tab=events]").click()
    assert page.locator("#events").is_visible()


def test_the_overview_sorts_and_filters(tmp_path: Path, visit: Open) -> None:
    made = []
    for i in range(1000):
        one = Made(f"S_{i}", symbol=f"S/{i}", title=f"Report {i}")
        for _ in range(i % 4):
            one.meeting(one.segment("It met."), needs_review=i % 100 == 1)
        made.append(one)
    write_review(*joined(*made), {}, tmp_path / "review")
    page = visit(tmp_path / "review")
    rows = page.locator("table.documents tbody tr:visible")
    assert rows.count() == 1000
    page.check("#only-review")
    assert rows.count() == 10 and "10 of 1000" in page.locator("#shown").text_content()
    page.fill("#search", "report 90")
    assert rows.locator("td").first.text_content() == "S/901" and rows.count() == 1
    page.fill("#search", "")
    page.uncheck("#only-review")
    symbol = rows.first.locator("td").first
    page.click("table.documents thead th:nth-child(5) button")
    assert symbol.text_content() == "S/3"
    page.click("table.documents thead th:nth-child(1) button")
    page.click("table.documents thead th:nth-child(1) button")
    assert symbol.text_content() == "S/999"
    assert page.locator("table.documents thead th:nth-child(1)").get_attribute("aria-sort") == "descending"


# Every element with words of its own: its colour, and what lies behind it.
COLOURS = """() => {
    const parse = (c) => c.match(/[\\d.]+/g).map(Number);
    const found = [];
    for (const e of document.querySelectorAll('body *')) {
        if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
        if (!e.checkVisibility() || e.closest('svg, script, noscript, .visually-hidden, .skip, :disabled')) continue;
        let ground = [255, 255, 255];
        for (let p = e; p; p = p.parentElement) {
            const c = parse(getComputedStyle(p).backgroundColor);
            if (c.length === 3 || c[3] === 1) { ground = c; break; }
        }
        found.push([e.className || e.tagName, parse(getComputedStyle(e).color).slice(0, 3), ground.slice(0, 3)]);
    }
    return found;
}"""


def test_every_word_on_the_pages_stands_out_from_what_is_behind_it(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972")
    head(page, TWO_DATES).click()
    page.locator(".event[aria-current=true] .edit").click()
    page.locator("form.correct [name=format]").select_option("closed")
    page.locator(".event[aria-current=true] .discrepancy").first.click()
    colours = page.evaluate(COLOURS)
    page.goto(address(pages))
    colours += page.evaluate(COLOURS)
    assert len(colours) > 400

    def code(rgb: list[float]) -> str:
        return "#" + "".join(f"{round(c):02x}" for c in rgb)

    pale = {(name, code(a), code(b)) for name, a, b in colours if contrast(code(a), code(b)) < 4.5}
    assert not pale


def test_the_page_is_told_to_those_who_cannot_see_it(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972")
    assert page.locator("html").get_attribute("lang") == "en"
    for landmark in ("banner", "main", "complementary"):
        assert page.get_by_role(landmark).count() == 1
    assert page.get_by_role("heading", level=1).count() == 1
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea, a')].filter(
            (e) => !(e.textContent.trim() || e.ariaLabel || (e.labels && e.labels.length))).map((e) => e.outerHTML)"""
    )
    assert not nameless
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0


def test_print_shows_all_of_the_text(pages: Path, visit: Open) -> None:
    page = visit(pages, "S_2006_972")
    head(page, TWO_DATES).click()
    page.emulate_media(media="print")
    sizes = page.evaluate(
        """() => ['#text', '#events'].map((s) => {
            const e = document.querySelector(s);
            return [getComputedStyle(e).overflowY, e.scrollHeight - e.clientHeight];
        })"""
    )
    assert all(flow == "visible" and hidden <= 1 for flow, hidden in sizes), sizes
    assert page.locator(".filter").is_hidden() and page.locator("#report").is_visible()
    assert page.evaluate("document.documentElement.scrollHeight") > 3000
