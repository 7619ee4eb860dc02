"""Which part of a plain text is what: numbers, letters, headings, tables."""

from __future__ import annotations

import pytest

from extract.model import Source
from extract.read import flow
from extract.read import text as plain
from extract.segment import segment
from tests.bounded import bounded
from tests.small_reports import masthead
from tests.support import REAL, from_text

LONG = "The Committee considered the matter at length and agreed that it would return to it at a later stage."


def segments(text: str) -> list:
    return segment(plain.read("x.txt", text.encode(), "0" * 64), "x")


def shape(text: str, *kinds: str) -> list[tuple[str, str]]:
    """(kind, number) of each segment, or of those of some kinds."""
    return [(s.kind, s.number) for s in segments(text) if not kinds or s.kind in kinds]


def cells(text: str) -> list[list[str]]:
    """The words of each row (header first), cell by cell."""
    source = plain.read("x.txt", text.encode(), "0" * 64)
    found = segment(source, "x")
    rows = [s for s in found if s.kind in ("table_header", "table_row")]
    return [
        [" ".join(source.text[c.start : c.end].split()) for c in found if c.kind == "table_cell" and c.parent == row.id]
        for row in rows
    ]


# ---------------------------------------------------------------------- numbered paragraphs


@pytest.mark.parametrize("gap", ["\n", "\t", " "], ids=["own line", "tab", "blank"])
def test_numbered_paragraphs(gap: str) -> None:
    text = "\n\n".join(f"{n}.{gap}{LONG}" for n in range(1, 13))
    assert shape(text) == [("paragraph", str(n)) for n in range(1, 13)]


def _agenda(gap: str, intro: str, stop: str) -> str:
    words = ("Adoption of the agenda", "Election of officers", "Other matters")
    items = "\n\n".join(f"{n}.{gap}{w}{stop}" for n, w in enumerate(words, 1))
    return f"1.{gap}{LONG}\n\n2.{gap}{intro}\n\n{items}\n\n3.{gap}{LONG}\n\n4.{gap}{LONG}"


INTRO = "At its 1st meeting, on 3 May 2005, the Committee adopted the following agenda (A/AC.1/1), as amended:"
SHORT = "The Committee adopted the following agenda:"


@pytest.mark.parametrize("gap", ["\n", "\t", " "], ids=["own line", "tab", "blank"])
@pytest.mark.parametrize(
    ("intro", "stop"),
    [
        pytest.param(INTRO, "", id="long introduction"),
        pytest.param(INTRO, ".", id="long introduction, stops"),
        pytest.param(SHORT, "", id="short introduction"),
        pytest.param(SHORT, ".", id="short introduction, stops"),
    ],
)
def test_an_agenda_in_a_paragraph(gap: str, intro: str, stop: str) -> None:
    """The numbers of a quoted list start again at 1 and are no paragraphs."""
    text = _agenda(gap, intro, stop)
    assert [n for _, n in shape(text, "paragraph")] == ["1", "2", "3", "4"]
    listed = [s for s in segments(text) if s.kind == "list_item"]
    assert [s.number for s in listed] == ["1", "2", "3"]
    assert {s.parent for s in listed} == {"x/body/paragraph_2"}


def test_numbers_begin_again_in_the_annex() -> None:
    text = f"Report of the Committee\n\n1.\t{LONG}\n\n2.\t{LONG}\n\nAnnex\n\n1.\t{LONG}\n\n2.\t{LONG}"
    found = [(s.part, s.number) for s in segments(text) if s.kind == "paragraph"]
    assert found == [("body", "1"), ("body", "2"), ("annex_1", "1"), ("annex_1", "2")]


def test_a_missing_number_breaks_nothing() -> None:
    text = "\n\n".join(f"{n}.\t{LONG}" for n in (1, 2, 3, 5, 6, 9, 10))
    assert [n for _, n in shape(text)] == ["1", "2", "3", "5", "6", "9", "10"]


def test_numbers_without_a_blank_behind_them() -> None:
    """Justified text may leave no room behind a number; one such number alone is a slip and only fills a gap."""
    numbers = [*(f"{n}. {LONG}" for n in (1, 2, 3)), *(f"{n}.{LONG}" for n in (4, 5, 6, 8, 9))]
    assert [n for _, n in shape("\n\n".join(numbers), "paragraph")] == ["1", "2", "3", "4", "5", "6", "8", "9"]
    assert shape(f"1. {LONG}\n\n2. {LONG}\n\n7.{LONG}", "paragraph") == [("paragraph", "1"), ("paragraph", "2")]


def test_a_number_printed_twice_keeps_both() -> None:
    found = segments(f"1.\t{LONG}\n\n2.\t{LONG}\n\n2.\t{LONG}\n\n3.\t{LONG}")
    assert len({s.id for s in found}) == len(found) == 4


def test_a_year_is_no_number() -> None:
    assert shape(f"1.\t{LONG}\n\nThe period ended in\n2005. {LONG}", "paragraph") == [("paragraph", "1")]


# ---------------------------------------------------------------------- letters


@pytest.mark.parametrize("above", ["a", "b"])
def test_roman_items_in_lettered_ones(above: str) -> None:
    """ "(i)" under "(b)" lies below it; "(c)" is its sibling again."""
    before = "".join(f"({c})\tTo do {c} well;\n\n" for c in "abc"[: "abc".index(above)])
    nested = "(i)\tTo the Council;\n\n(ii)\tTo the Assembly;\n\n"
    text = f"1.\tThe Committee agreed:\n\n{before}({above})\tTo report:\n\n{nested}"
    after = chr(ord(above) + 1)
    text += f"({after})\tTo rest.\n\n2.\t{LONG}"
    found = {s.number: s.parent for s in segments(text) if s.kind == "subparagraph"}
    paragraph = "x/body/paragraph_1"
    assert (found["i"], found["ii"]) == (f"{paragraph}/{above}", f"{paragraph}/{above}")
    assert (found[above], found[after]) == (paragraph, paragraph)


def test_letters_in_roman_items() -> None:
    """They begin again with "a" in each."""
    items = ["(a) To convey:", "(i) Security:", "a. Police;", "b. Army;", "(ii) Rights;", "(iii) Votes:", "a. Lists;"]
    text = "\n\n".join(["1.\tThe mission has the objectives:", *items, "(b) To report."])
    found = [s.id.partition("paragraph_1/")[2] for s in segments(text) if s.kind == "subparagraph"]
    assert found == ["a", "a/i", "a/i/a", "a/i/b", "a/ii", "a/iii", "a/iii/a", "b"]


def test_h_i_j_are_letters() -> None:
    text = "1.\tThe Committee agreed:\n\n" + "\n\n".join(f"({c})\tTo do {c} well;" for c in "abcdefghij")
    found = [s for s in segments(text) if s.kind == "subparagraph"]
    assert [s.number for s in found] == list("abcdefghij")
    assert {s.parent for s in found} == {"x/body/paragraph_1"}


def test_lettered_headings() -> None:
    """A lettered line with a numbered paragraph right under it is a heading; items are not."""
    text = (
        f"Meetings\n\n1.\t{LONG}\n\n(a)\tCreation of a new mission\n\n2.\t{LONG}\n\n(b)\tExtension of the mandate\n\n"
        f"3.\tIt agreed:\n\n(a)\tTo meet again;\n\n(b)\tTo report.\n\n4.\t{LONG}"
    )
    found = segments(text)
    assert [(s.kind, s.number) for s in found if s.number in ("a", "b")] == [
        ("heading", "a"),
        ("heading", "b"),
        ("subparagraph", "a"),
        ("subparagraph", "b"),
    ]
    third = next(s for s in found if s.number == "3")
    assert third.section.endswith("(b) Extension of the mandate")


def test_the_letters_of_the_real_report() -> None:
    """(a)-(c) of "Meetings" are headings; (a)-(g) of paragraph 14 are its sub-paragraphs."""
    found = segment(plain.read(REAL.name, REAL.read_bytes(), "0" * 64), "S_2006_972")
    assert [s.number for s in found if s.kind == "heading" and s.number] == ["a", "b", "c"]
    items = [s for s in found if s.kind == "subparagraph"]
    assert [s.number for s in items] == list("abcdefg")
    assert {s.parent for s in items} == {"S_2006_972/body/paragraph_14"}
    assert [s.number for s in found if s.kind == "paragraph"] == [str(n) for n in range(1, 15)]


def test_headings_with_roman_numbers() -> None:
    text = (
        f"Report of the Committee\n\n\nI.\tIntroduction\n\n1.\t{LONG}\n\nII.\tActivities\n\nA.\tMeetings\n\n2.\t{LONG}"
    )
    found = segments(text)
    sections = {s.number: s.section for s in found if s.kind == "paragraph"}
    assert sections["2"] == "II. Activities > A. Meetings"


@pytest.mark.parametrize("heading", ["I.\tIntroduction", "Introduction", "General"])
def test_the_first_heading_is_no_title(heading: str) -> None:
    text = f"Report of the Committee\n\n\n{heading}\n\n1.\t{LONG}\n\n2.\t{LONG}"
    found = segments(text)
    assert [s.kind for s in found] == ["title", "heading", "paragraph", "paragraph"]
    assert found[2].section == " ".join(heading.split())


# ---------------------------------------------------------------------- tables

ROWS = [
    ["Date", "Participants", "Subject"],
    ["11 January 2005", "Members only", "Organization of work"],
    ["6-9 November 2005", "The Chairman", "Visit to the area"],
    ["30 May 2006", "Members; others", "Exchange of views"],
]


def _word(rows: list[list[str]]) -> str:
    """A cell a line behind a tab, a blank line between rows."""
    return "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)


FORMS = {
    "a cell a line": _word(ROWS),
    "an empty row under the header": _word([ROWS[0], ["", "", ""], *ROWS[1:]]),
    "no blank lines": "\n".join(f"\t{cell}" for row in ROWS for cell in row),
    "a cell a line, tabs on both sides": "\n\n".join("\n".join(f"\t{cell}\t" for cell in row) for row in ROWS),
    "a row a line": "\n".join("\t".join(row) for row in ROWS),
    "a row a line, led by a tab": "\n".join("\t" + "\t".join(row) for row in ROWS),
    "a row a line, blank lines between": "\n\n".join("\t".join(row) for row in ROWS),
}


@pytest.mark.parametrize("form", FORMS)
def test_tables(form: str) -> None:
    text = f"1.\t{LONG}\n\nAnnex\n\nMeetings of the Committee\n\n{FORMS[form]}\n"
    assert cells(text) == ROWS
    kinds = [s.kind for s in segments(text) if s.kind.startswith("table") and s.kind != "table_cell"]
    assert kinds == ["table_title", "table_header", "table_row", "table_row", "table_row"]
    places = [s.id for s in segments(text) if s.kind == "table_row"]
    assert places == [f"x/annex_1/table_1/row_{n}" for n in (1, 2, 3)]


def test_a_title_right_above_the_table() -> None:
    text = f"Annex\n\nMeetings of the Committee\n{_word(ROWS)}"
    assert cells(text) == ROWS and ("table_title", "") in shape(text)


def test_a_broken_cell_is_one_cell() -> None:
    rows = [*ROWS[:2], ["7 July 2006", "Members", "A subject\nover three\nlines"]]
    assert cells(f"Annex\n\n{_word(rows)}")[-1] == ["7 July 2006", "Members", "A subject over three lines"]


def test_a_row_with_a_merged_cell() -> None:
    rows = [*ROWS[:2], ["6-9 November 2005", "Visit to the area by the Chairman"], ROWS[3]]
    assert cells(f"Annex\n\n{_word(rows)}") == rows


def test_two_tables() -> None:
    text = f"Annex\n\nFormal meetings\n\n{_word(ROWS)}\n\n\nInformal meetings\n\n{_word(ROWS)}\n"
    titles = [s.id for s in segments(text) if s.kind == "table_title"]
    assert titles == ["x/annex_1/table_1/title", "x/annex_1/table_2/title"]
    assert cells(text) == ROWS + ROWS


def test_year_rows_are_no_rows() -> None:
    rows = [ROWS[0], ["2005"], ["11 January", "Members", "Work"], ["2006"], ["30 May", "Members", "Views"]]
    found = segments(f"Annex\n\n{_word(rows)}")
    places = [s.id.rsplit("/", 1)[1] for s in found if s.kind == "table_row"]
    assert places == ["section_1", "row_1", "section_2", "row_2"]


def test_rows_of_one_cell_where_a_row_is_a_line() -> None:
    """The tabs behind the words of a row are its empty cells: it does not go on with the row above."""
    rows = ["2005\t\t", "11 January\tMembers\tWork", "Resumed\t\t", "2006\t\t", "30 May\tMembers\tViews"]
    text = "Annex\n\nMeetings of the Committee\n\n" + "\n".join(["\t".join(ROWS[0]), *rows]) + "\n"
    assert cells(text) == [
        ROWS[0],
        ["2005"],
        ["11 January", "Members", "Work"],
        ["Resumed"],
        ["2006"],
        ["30 May", "Members", "Views"],
    ]
    places = [s.id.rsplit("/", 1)[1] for s in segments(text) if s.kind == "table_row"]
    assert [p for p in places if "section" in p] and places[0] == "section_1" and places[1] == "row_1"


def test_a_tab_behind_a_title_makes_no_row_of_it() -> None:
    text = f"Annex\n\nFormal meetings\n\n{_word(ROWS)}\n\nInformal meetings\t\n\n{_word(ROWS)}\n"
    assert cells(text) == ROWS + ROWS


def test_numbered_rows_are_no_paragraphs() -> None:
    rows = [["No.", "Date", "Subject"], ["1.", "11 January 2005", "Work"], ["2.", "30 May 2006", "Views"]]
    text = f"1.\t{LONG}\n\n2.\t{LONG}\n\nAnnex\n\n{_word(rows)}"
    assert [n for _, n in shape(text, "paragraph")] == ["1", "2"]
    assert cells(text) == rows


# ---------------------------------------------------------------------- parts


def test_letter_report_and_annex_in_one_file() -> None:
    text = (
        "Letter dated 12 December 2006 from the Chairman of the Committee addressed to the President of the Council\n\n"
        "I have the honour to submit a report (see annex).\n\n(Signed) A. Person\nChairman of the Committee\n\n\n"
        f"Report of the Committee\n\n1.\t{LONG}\n\nAnnex\n\nMeetings\n\n{_word(ROWS)}\n"
    )
    found = segments(text)
    assert list(dict.fromkeys(s.part for s in found)) == ["letter", "body", "annex_1"]
    assert next(s for s in found if s.kind == "signature").part == "letter"
    assert [s.kind for s in found if s.part == "body"] == ["title", "paragraph"]


@pytest.mark.parametrize(
    "mark", ["Annex", "ANNEX", "Annex I", "Annex 1", "Appendix", "Enclosure", "Annex: Meetings held"]
)
def test_annex_marks(mark: str) -> None:
    assert segments(f"1.\t{LONG}\n\n{mark}\n\n{LONG}")[-1].part == "annex_1"


@pytest.mark.parametrize(
    "line", ["Annexed to the letter is a report.", "Annexes", "See annex I.", "The annex lists them."]
)
def test_no_annex_marks(line: str) -> None:
    assert segments(f"1.\t{LONG}\n\n{line}\n\n{LONG}")[-1].part == "body"


def test_a_passage_leads_back_to_the_text() -> None:
    from extract.segment import passage

    source = plain.read("x.txt", f"1.\nThe  Committee met \non 3\u00a0May 2005. {LONG}".encode(), "0" * 64)
    (only,) = segment(source, "x")
    p = passage(source, only)
    assert p.text.startswith("The Committee met on 3 May 2005.")
    for i, c in enumerate(p.text):
        original = source.text[p.index[i]]
        assert c == original or (c == " " and original.isspace())
    at = p.text.index("3 May 2005")
    start, end = p.span(at, at + 10)
    assert source.text[start:end] == "3 May 2005"


# ---------------------------------------------------------------------- resolutions inside a report


def test_a_draft_resolution_numbers_its_own_paragraphs() -> None:
    text = "\n\n".join(
        [
            f"1. {LONG}",
            "2. The Committee recommends to the General Assembly the adoption of the following draft resolution:",
            "Question of the Territory",
            "The General Assembly,",
            "Recalling its resolution 1514 (XV) of 14 December 1960,",
            "Bearing in mind the relevant provisions of the Charter,",
            "1. Takes note of the report of the Special Committee on the Territory and of its annexes;",
            "2. Requests the Special Committee to continue its consideration of the question;",
            "3. Decides to remain seized of the matter and to return to it at its next session.",
            f"3. {LONG}",
            "4. The Committee also recommends the following draft resolution:",
            "The General Assembly,",
            "Noting with concern the situation in the Territory,",
            "1. Calls upon all States to cooperate with the administering Power in this matter.",
        ]
    )
    found = [(s.part, s.number) for s in segments(text) if s.kind == "paragraph"]
    assert found == [
        ("body", "1"), ("body", "2"), ("draft_1", "1"), ("draft_1", "2"), ("draft_1", "3"), ("body", "3"), ("body", "4"),
        ("draft_2", "1"),
    ]  # fmt: skip


def test_a_resolution_by_itself_is_the_body() -> None:
    text = "\n\n".join(
        ["The Security Council,", "Recalling its resolution 1000 (1995),", f"1. Decides {LONG}", f"2. Requests {LONG}"]
    )
    assert {s.part for s in segments(text)} == {"body"}


# ---------------------------------------------------------------------- numbers that are nearly ones


def test_what_is_nearly_a_number_fills_a_gap() -> None:
    found = segments("\n\n".join([f"1. {LONG}", f"2 . {LONG}", f"3. {LONG}", f"4.{LONG}", f"5, {LONG}"]))
    assert [(s.number, s.number_basis) for s in found if s.kind == "paragraph"] == [
        (str(n), "stated") for n in range(1, 6)
    ]


def test_a_misread_number_follows_from_its_neighbours_and_says_so() -> None:
    found = segments("\n\n".join([f"7. {LONG}", f"a. {LONG}", f"9. {LONG}"]))
    assert [(s.number, s.number_basis) for s in found if s.kind == "paragraph"] == [
        ("7", "stated"), ("8", "inferred"), ("9", "stated")
    ]  # fmt: skip


def test_numbers_of_the_programme_budget() -> None:
    text = "\n\n".join([f"29C.1 {LONG}", f"29C.2 {LONG}", "1. A list.", f"29C.3 {LONG}"])
    assert [s.number for s in segments(text) if s.kind == "paragraph"] == ["29C.1", "29C.2", "29C.3"]


def test_a_decimal_is_no_number() -> None:
    assert not [s for s in segments(f"1.5 million people were displaced. {LONG}") if s.kind == "paragraph"]


# ---------------------------------------------------------------------- captions of tables, notes of the masthead


def pieces(*blocks: tuple[str, str] | list[list[str]]) -> list[tuple[str, str]]:
    """(kind, words) of a document of paragraphs (words, style) and tables (rows of cells); cells are left out."""
    laid: list[flow.Piece] = []
    for n, block in enumerate(blocks):
        if isinstance(block, tuple):
            laid.append(flow.Piece(*block))
        else:
            laid += [flow.Piece(c, table=n, row=i, column=j) for i, row in enumerate(block) for j, c in enumerate(row)]
    text, found = flow.lay(laid)
    parts = segment(Source("x.docx", "docx", "0" * 64, text, found), "x")
    return [(s.kind, text[s.start : s.end]) for s in parts if not s.kind.startswith(("table_row", "table_cell"))]


FIGURES = [["Posts", "10 500.1"], ["Travel", "20.3"]]


@pytest.mark.parametrize("style", ["", "heading", "bold"])
def test_number_name_and_unit_above_a_table_are_its_title(style: str) -> None:
    found = pieces(
        (f"1. {LONG}", ""),
        ("Resources", "heading"),
        ("Table 7.4", style),
        ("Evolution of resources", style),
        ("(Thousands of United States dollars)", ""),
        FIGURES,
        (f"2. {LONG}", ""),
    )
    title = "Table 7.4\nEvolution of resources\n(Thousands of United States dollars)"
    assert found[1:3] == [("heading", "Resources"), ("table_title", title)]


def test_only_a_caption_that_a_table_follows_is_its_title() -> None:
    found = pieces((f"1. {LONG}", ""), ("Table 1", "heading"), (f"2. {LONG}", ""), FIGURES)
    assert ("heading", "Table 1") in found
    found = pieces(
        (f"1. {LONG}", ""), ("Table 7.3 lists all the meetings of the Committee", ""), ("Meetings held", ""), FIGURES
    )
    assert found[-1] == ("table_title", "Meetings held")


def test_notes_below_the_masthead_are_footnotes() -> None:
    found = pieces(
        ("Eightieth session", ""),
        ("Item 137 of the preliminary list*", ""),
        ("Proposed programme budget for 2026", ""),
        ("* A/80/50.", ""),
        ("** The part consisting of the plan is submitted for consideration.", ""),
        (f"1. {LONG}", ""),
        ("* First item of a list", ""),
    )
    assert found[3:5] == [
        ("footnote", "* A/80/50."),
        ("footnote", "** The part consisting of the plan is submitted for consideration."),
    ]
    assert found[-1][0] == "list_item"


def test_a_star_behind_the_symbol_has_its_note_too() -> None:
    note = ("* Reissued for technical reasons on 9 March 2026.", "")
    assert ("footnote", note[0]) in pieces(
        ("A/81/6 (Sect. 16)*", "furniture"), ("Review of posts", ""), note, (f"1. {LONG}", "")
    )
    assert ("footnote", note[0]) not in pieces(
        ("*2500227*", "furniture"), ("Review of posts", ""), note, (f"1. {LONG}", "")
    )


def test_an_annex_in_a_table_of_contents_begins_none() -> None:
    """DP/FPA/2025/11: "Annex 1. …" stands in the contents, above "I. Introduction"."""
    contents = ("Contents", "I. Introduction..........................3", "II. Conclusion..........................9")
    lines = ("ANNEXES", "Annex 1. Reporting of the agencies, 2009", "The annex is on the web page of the Board.")
    body = ("I. Introduction", "1. The Board met on 4 May 2009.", "II. Conclusion", "2. The Board thanks all.")
    report = from_text("\n\n".join([masthead("DP/2009/11", "Report of the Board"), *contents, *lines, *body]) + "\n")
    assert [s["part"] for s in report.rows["segments"] if s["kind"] == "paragraph"] == ["body", "body"]
    annexed = ("Annex 1. Reporting of the agencies, 2009", "1. All agencies reported.")
    report = from_text("\n\n".join([masthead("DP/2009/11", "Report of the Board"), *contents, *body, *annexed]) + "\n")
    assert [s["part"] for s in report.rows["segments"] if s["kind"] == "paragraph"] == ["body", "body", "annex_1"]


def test_columns_set_by_blanks_are_reported() -> None:
    """Where neither heads nor dates say what such columns hold, no table is made of them, and a warning says so."""
    table = "Country       Boats       Fish\nChad          30          1 200\nNiger         7           400\n"
    (said,) = from_text(f"{table}Mali          2           300\n").warnings
    assert said.startswith("4 lines with columns set by blanks") and "“Country Boats Fish”" in said and "DOCX" in said
    assert not from_text("United Nations        A/64/41\n\nGeneral Assembly      Distr.: General\n").warnings


# ---------------------------------------------------------------------- mastheads set as tables


def test_a_masthead_set_as_a_table() -> None:
    """Text programs lay it out in cells; a table of something else at the same place stays one."""
    head = "<table><tr><td>United Nations</td><td>S/2009/664</td></tr><tr><td>Security Council</td>{}</tr></table>"
    dated = "<td><p>Distr.: General</p><p>22 December 2009</p><p>Original: English</p></td>"
    after = "<h1>Report of the Panel on Locks</h1><p>1. The Panel met on 4 May.</p>"
    report = from_text(f"<html><body>{head.format(dated)}{after}</body></html>", "a.html")
    (document,) = report.rows["documents"]
    assert (document["document_id"], document["symbol"]) == ("S_2009_664", "S/2009/664")
    assert str(document["date"]) == "2009-12-22"
    assert not [s for s in report.rows["segments"] if s["kind"].startswith("table")]
    other = head.format("<td>met</td>").replace("S/2009/664", "at noon")
    report = from_text(f"<html><body>{other}{after}</body></html>", "a.html")
    assert [s for s in report.rows["segments"] if s["kind"].startswith("table")]


def test_a_masthead_in_one_paragraph() -> None:
    lines = "United Nations<br>S/2009/664<br>Security Council<br>Distr.: General<br>22 December 2009"
    report = from_text(
        f"<html><body><p>{lines}</p><h1>Report on locks</h1><p>1. It rained.</p></body></html>", "a.html"
    )
    (document,) = report.rows["documents"]
    assert (document["document_id"], str(document["date"])) == ("S_2009_664", "2009-12-22")


def test_a_table_without_blank_lines_around_it() -> None:
    """A row a line, right between numbered paragraphs: masthead, prose and two tables stay apart."""
    text = "\n".join(
        (
            "United Nations\tS/2022/563",
            "Security Council\tDistr.: General",
            "15 July 2022",
            "I.\tIntroduction",
            f"1.\t{LONG} {LONG} {LONG} {LONG}",
            "II.\tMeetings",
            f"2.\t{LONG}",
            "Table 1. Meetings of the Committee",
            *("\t".join(row) for row in ROWS[:3]),
            "2006",
            "\t".join(ROWS[3]),
            "B.\tVisits",
            f"3.\t{LONG}",
            "Table 2. Visits",
            *("\t".join(row) for row in ROWS),
            f"4.\t{LONG}",
        )
    )
    assert [n for _, n in shape(text, "paragraph")] == ["1", "2", "3", "4"]
    assert cells(text) == [*ROWS[:3], ["2006"], ROWS[3], *ROWS]


def test_a_line_that_is_no_paragraph_where_paragraphs_are_lines() -> None:
    text = f"Letter dated 14 July 2022 from the Chair of the Committee to the President of the Council\nIn my capacity as Chair {LONG} {LONG} {LONG} {LONG}\n"
    assert [k for k, _ in shape(text)][:2] == ["title", "other"]


@pytest.mark.parametrize("blank", ["", "\n"], ids=["tight", "with blank lines"])
def test_a_heading_behind_the_last_row_is_no_row(blank: str) -> None:
    rows = "\n".join(["Date\tSubject", "5 May 2006\tLocks", "6 May 2006\tGates"])
    text = f"1.\t{LONG}\n\nAnnex\n\nMeetings\n\n{rows}\n{blank}B. Findings\n{blank}{LONG}\n"
    assert cells(text)[-1] == ["6 May 2006", "Gates"]
    assert ("heading", "B") in shape(text, "heading")


@pytest.mark.parametrize(
    "line", ["short line of words", "A. Chad", "Monday, 8 March", "\t–\tx", "August\t\t\t", "1.\tWords"]
)
def test_a_long_run_of_short_lines_below_a_row_is_bounded(line: str) -> None:
    text = "a\tb\tc\n" + f"{line}\n" * 40000 + "a\tb\tc\n"
    bounded(plain.read, "report.txt", text.encode(), "")
