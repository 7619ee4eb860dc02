"""Pages of prose: reading order, paragraphs, furniture, footnotes, marks, hyphens, turned pages, boxes, numbers."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from extract.model import Box, Source
from extract.read.layout import lay_down
from extract.read.layout.page import Word, pages
from tests.page_fixture import (
    LEFT,
    PITCH,
    RIGHT,
    SAID,
    below,
    prose,
    read,
    segments,
    table,
    texts,
    unturned,
    well_formed,
)
from tests.pdf_fixture import Item, Stroke, Words

TITLES = (
    "Peace", "Policing", "Elections", "Human rights", "Refugees", "Mine action", "Gender", "Logistics", "Finance",
    "Training",
)  # fmt: skip


def numbered(first: int, last: int, y: float = 80, **how: object) -> list[Item]:
    """Numbered paragraphs, each of which says something of its own."""
    out: list[Item] = []
    for n in range(first, last + 1):
        out += prose(f"{n}. On {TITLES[n % 10].lower()} it was said that much was left to do. {SAID}", y, **how)  # type: ignore[arg-type]
        y = below(out)
    return out


def holds(box: Box, source: Source, width: float, height: float) -> None:
    """The box lies on its page, and is one."""
    assert 0 <= box.x0 < box.x1 <= width, box
    assert 0 <= box.top < box.bottom <= height, box
    assert 1 <= box.page <= source.n_pages


# ---------------------------------------------------------------------- columns


def _columns(y: float, *, full: int = 24, size: float = 9) -> list[Item]:
    """Two columns of justified prose of `full` lines at most each."""
    out: list[Item] = []
    words = ["Left of the page one reads first. " + SAID * 2, "Right of it stands what follows. " + SAID * 2]
    for x, text in zip((80.0, 322.0), words, strict=True):
        out += prose(text, y, x=x, right=x + 215, size=size, pitch=11)[:full]
    return out


def test_two_columns_are_read_one_after_the_other() -> None:
    (left, right) = texts(read(_columns(100)))
    assert left == f"Left of the page one reads first. {SAID * 2}".strip()
    assert right == f"Right of it stands what follows. {SAID * 2}".strip()


def _uneven(y: float) -> list[Item]:
    """Two columns whose lines stand at half the height of each other."""
    return [item if item[0] < 300 else item._replace(y=item[1] + 5.5) for item in _columns(y)]


def test_columns_whose_lines_do_not_stand_side_by_side() -> None:
    """S/2000/697, page 5: a heading or a gap in one column moves its lines; the other pages tell where the gutter is."""
    # Wide gaps in some of its lines, as justified prose has, look like a gutter elsewhere.
    said = "Several speakers held that it should remain"
    x = 80 + stringWidth(said, "Helvetica", 9) + 10.5
    gaps = [Words(a, 400 + 11 * k, 9, t, "Helvetica") for k in range(6) for a, t in ((80, said), (x, "so, it was"))]
    even = texts(read(_columns(100)))
    source = read(_columns(100), [*_uneven(100), *gaps], _columns(100))
    uneven = [source.text[b.start : b.end] for b in source.blocks if b.page == 2]
    assert uneven[0] == even[0] and uneven[-1] == even[1]


def test_such_columns_on_the_first_page_below_its_masthead() -> None:
    """S/2002/80: the masthead is read line by line, the text below it column by column."""
    head = [Words(80, 50, 12, "United Nations", "Helvetica"), Words(440, 50, 12, "S/2009/80", "Helvetica")]
    heading = Words(80, 80, 11, "I. Introduction", "Helvetica-Bold")
    source = read([*head, heading, *_uneven(100)], _columns(100), _columns(100))
    found = texts(source)
    assert " ".join(source.text[:40].split()).startswith("United Nations S/2009/80 I. Introduction")
    at = found.index("I. Introduction")
    assert found[at + 1].startswith("Left of the page") and found[at + 1].endswith("first concern of all.")
    assert found[at + 2].startswith("Right of it") and found[at + 2].endswith("first concern of all.")


def test_the_two_columns_of_a_masthead_stay_apart() -> None:
    """DP/2025/20: the name of the board, beside and between which stand date and language."""
    name = ["Executive Board of the", "United Nations Development", "Programme, the United Nations", "Population Fund"]
    left = [Words(122, 96 + 12.8 * n, 11, line, "Helvetica-Bold") for n, line in enumerate(name)]
    right = [
        Words(419, 100.7, 10, "Distr.: General", "Helvetica-Bold"),
        Words(419, 112.2, 10, "14 July 2025", "Helvetica-Bold"),
        Words(419, 135.2, 10, "Original: English", "Helvetica-Bold"),
    ]
    found = texts(read([*left, *right, *prose("1. The Board met. " + SAID, 220)]))
    assert {"Distr.: General", "14 July 2025", "Original: English"} <= set(found)
    assert " ".join(t for t in found[:8] if t in name or t in " ".join(name)) == " ".join(name)


def test_a_heading_over_both_columns_parts_them() -> None:
    y = below(_columns(100), 40)
    heading = Words(160, y - 14, 12, "Chapter two: what was decided in the second part of the year", "Helvetica-Bold")
    found = texts(read([*_columns(100), heading, *_columns(y + 14)]))
    assert [text.partition(" of ")[0] for text in found] == [
        "Left",
        "Right",
        "Chapter two: what was decided in the second part",
        "Left",
        "Right",
    ]


def test_a_second_column_of_a_few_lines() -> None:
    """It is one because the page before has columns at the same place."""
    short = prose(
        "Right of it stands what follows. Several speakers held that it was so.",
        100,
        x=322,
        right=537,
        size=9,
        pitch=11,
    )
    left = [item for item in _columns(100) if item[0] < 300]
    found = texts(read(_columns(100), [*left, *short]))
    assert found[2].startswith("Left of the page") and found[2].endswith("first concern of all.")
    assert found[3:] == ["Right of it stands what follows. Several speakers held that it was so."]


def test_old_footnotes_below_the_first_column() -> None:
    """They are as large as the text, which goes on beside them."""
    note: list[Item] = [
        Words(80, 600, 9, "1/ See the report of the Committee and its"),
        Words(80, 611, 9, "first addendum"),
    ]
    source = read([*_columns(100), *note])
    assert texts(source, "footnote") == ["1/ See the report of the Committee and its first addendum"]
    assert [text[:5] for text in texts(source)] == ["Left ", "Right"]


def test_footnotes_below_each_column() -> None:
    items = _columns(100)
    for x, mark in ((80.0, "1"), (322.0, "2")):
        items += [
            Stroke(x, 650, x + 60, 650),
            Words(x + 4, 661, 5, mark),
            *prose(
                f"See the {'first' if mark == '1' else 'second'} report of the Committee, which was issued at the end of that year.",
                664,
                x=x + 12,
                right=x + 215,
                size=7,
                pitch=9,
            ),
        ]
    source = read(items)
    assert [text.partition(",")[0] for text in texts(source, "footnote")] == [
        "1 See the first report of the Committee",
        "2 See the second report of the Committee",
    ]
    assert [text[:5] for text in texts(source)] == ["Left ", "Right"]


@pytest.mark.parametrize("times", [2, 1], ids=["long", "short"])
def test_a_page_with_only_its_first_column(times: int) -> None:
    """The lines of the last page end where its first column does; they are whole all the same."""
    words = f"Here is the end of it all. {SAID * times}".strip()
    last = prose(words, 100, x=80, right=295, size=9, pitch=11)
    assert texts(read(_columns(100), _columns(100), last))[4:] == [words]


def test_a_paragraph_goes_on_from_column_to_column_and_over_the_page() -> None:
    lines = [line for line in prose(SAID * 3, 0, x=0, right=215, size=9, pitch=11) if isinstance(line, Words)]
    third = len(lines) // 3

    def put(part: list[Words], x: float) -> list[Item]:
        return [w._replace(x=w.x + x, y=100.0 + 11 * k) for k, w in enumerate(part)]

    one = [*put(lines[:third], 80), *put(lines[third : 2 * third], 322)]
    source = read(one, [*put(lines[2 * third :], 80), *put(lines, 322)])
    assert texts(source) == [(SAID * 3).strip()] * 2
    assert [(box.page, box.x0 > 300) for box in source.blocks[0].boxes] == [(1, False), (1, True), (2, False)]


# ---------------------------------------------------------------------- paragraphs


def test_each_paragraph_is_one_block() -> None:
    source = read(numbered(1, 6))
    assert [text.partition(" ")[0] for text in texts(source)] == [f"{n}." for n in range(1, 7)]
    assert all(text.endswith("first concern of all.") for text in texts(source))
    well_formed(source)


def test_paragraphs_over_the_page() -> None:
    lines = numbered(1, 9)
    cut = 26
    second = [Words(i.x, i.y - lines[cut].y + 80, *i[2:]) for i in lines[cut:] if isinstance(i, Words)]
    found = texts(read(lines[:cut], second))
    assert [text.partition(" ")[0] for text in found] == [f"{n}." for n in range(1, 10)]


@pytest.mark.parametrize("y", [80.0, 90.0])
def test_a_page_that_ends_with_a_full_stop_need_not_end_the_paragraph(y: float) -> None:
    """A sentence ends with the page; the next line stands where the other lines of the paragraph do."""
    one = prose(
        "1. The Committee recalled the report of its previous session and heard the views of the delegations and then it recalled them all once more and so on to the end of the whole page.",
        700,
    )
    one[-1] = Words(*one[-1][:3], one[-1][3] + " " + "and this page is full up to the point.")
    two = [
        *prose(
            "It then considered the proposals of the Secretariat and agreed to revert to them when the comments of all the members had been circulated.",
            y,
        ),
        *prose(f"2. {SAID}", y + 50),
    ]
    found = texts(read([*numbered(7, 9), *one], two))
    assert "up to the point. It then considered" in found[3]
    assert found[4].startswith("2. ")


def test_a_paragraph_after_one_that_ended_with_the_page_is_its_own() -> None:
    one = numbered(1, 5)
    found = texts(read(one, [*prose(f"Meanwhile {SAID}", 80, indent=24), *numbered(6, 8, 200)]))
    assert found[5].startswith("Meanwhile")
    assert found[4].endswith("concern of all.")


def test_ragged_lines_of_a_typewriter() -> None:
    items: list[Item] = []
    y = 90.0
    for n in range(1, 6):
        items += prose(
            f"{n}.   The {TITLES[n].lower()} cell was heard. {SAID}", y, font="Courier", justified=False, indent=30
        )
        y = below(items, 24)
    found = texts(read(items))
    assert [text.partition(" ")[0] for text in found] == [f"{n}." for n in range(1, 6)]
    assert all(text.endswith("first concern of all.") for text in found)


def test_a_typist_breaks_lines_early() -> None:
    """A sentence ends with a line on which the next word would have found its place."""
    lines = [
        "The members of the Committee heard the views of the parties to the",
        "conflict and those of the mediators in the matter at length",
        "and agreed. The Chair then said that there was more to do as ever.",
        "It had been a long day for all those who had come so far.",
        "It was agreed that the matter should be looked at once more in the",
        "coming year, and that the report should be sent to all members.",
    ]
    items: list[Item] = [Words(LEFT, 80 + 12 * k, 10, line, "Courier") for k, line in enumerate(lines)]
    more = prose(f"{SAID} {SAID}", 200, font="Courier", justified=False)
    assert texts(read([*items, *more]))[0] == " ".join(lines)


def test_white_parts_paragraphs_whose_lines_are_full() -> None:
    lines = prose(SAID, 80)
    items = [*lines[:3], *prose(f"And yet {SAID}", 80 + 3 * PITCH + 12)]
    found = texts(read([*items, *numbered(1, 3, below(items))]))
    assert [text.split()[0] for text in found] == ["The", "And", "1.", "2.", "3."]


@pytest.mark.parametrize("font", ["Helvetica-Bold", "Helvetica-Oblique"])
def test_a_heading_in_another_face_is_no_part_of_the_paragraph_under_it(font: str) -> None:
    """It stands as close as the lines of the paragraph do."""
    items = numbered(1, 3)
    y = below(items)
    items += [Words(LEFT, y, 10, "Situation in the north of the country", font), *prose(SAID, y + PITCH)]
    source = read([*items, *numbered(4, 5, below(items))])
    assert texts(source)[3:5] == ["Situation in the north of the country", SAID.strip()]
    assert [source.text[s.start : s.end] for s in segments(source) if s.kind == "heading"] == [
        "Situation in the north of the country"
    ]


def test_a_bold_word_in_a_paragraph_parts_nothing() -> None:
    lines = prose(SAID, 100)
    assert isinstance(lines[2], Words)
    lines[2] = lines[2]._replace(font="Helvetica-Bold", spread=0)
    assert texts(read([*lines, *numbered(1, 3, 200)]))[0] == SAID.strip()


def test_lettered_items_begin_blocks_of_their_own() -> None:
    items = prose("1. The Committee agreed on the following:", 80)
    for letter, text in (
        (
            "(a)",
            "That the report should be issued as soon as possible, in all of the official languages and with its annexes;",
        ),
        ("(b)", "That members should comment on it."),
    ):
        y = below(items, PITCH)
        items += [Words(124, y, 10, letter), *prose(text, y, x=148)]
    found = texts(read([*items, *numbered(2, 4, below(items))]))
    assert [text[:3] for text in found[1:3]] == ["(a)", "(b)"]
    assert found[1].endswith("with its annexes;")


def test_items_with_bullets_begin_blocks_of_their_own() -> None:
    items = prose("1. The Committee agreed on the following:", 80)
    for name in TITLES[:3]:
        y = below(items, PITCH)
        items += [
            Words(124, y, 10, "•"),
            *prose(
                f"{name} should be dealt with as soon as possible, in all the official languages of the Organization;",
                y,
                x=140,
            ),
        ]
    found = texts(read([*items, *numbered(2, 3, below(items))]))
    assert [text.split()[:2] for text in found[1:4]] == [["•", name.split()[0]] for name in TITLES[:3]]
    assert all(text.endswith("Organization;") for text in found[1:4])


# ---------------------------------------------------------------------- hyphens at the end of a line


def _divided(first: str, second: str, said: str) -> str:
    """The paragraph in which a line ends with `first` and the next begins with `second`, in a document with `said`."""
    items: list[Item] = [
        Words(LEFT, 80, 10, f"The members spoke at great length about matters of the daily {first}"),
        Words(LEFT, 92, 10, f"{second} and about other things of the same kind, as they did last year."),
        *prose(f"1. {said} {SAID}", 120),
    ]
    return texts(read(items))[0]


@pytest.mark.parametrize(
    ("first", "second", "said", "whole"),
    [
        ("peace-", "keeping", "All of it is called peacekeeping.", "daily peacekeeping and"),
        ("peace-", "keeping", "All of it is called peace-keeping.", "daily peace-keeping and"),
        ("peace-", "keeping", "The keeping of peace is called peacekeeping.", "daily peacekeeping and"),
        ("ad-", "ministration", "It went on.", "daily administration and"),
        ("Secretary-", "General", "It went on.", "daily Secretary-General and"),
        ("troop-", "contributing", "Each troop is contributing as it can.", "daily troop-contributing and"),
        ("troop-", "contributing,", "The troop-contributing countries spoke.", "daily troop-contributing, and"),
        ("2005-", "2006", "It went on.", "daily 2005- 2006 and"),
        ("work –", "as", "It went on.", "daily work – as and"),
    ],
)
def test_hyphens_at_the_end_of_a_line(first: str, second: str, said: str, whole: str) -> None:
    assert whole in _divided(first, second, said)


# ---------------------------------------------------------------------- furniture


def test_running_headers_are_furniture_though_no_list_has_them() -> None:
    pages = []
    for n in range(1, 6):
        running = Words(LEFT, 50, 9, "Report of the Committee on the Exercise")
        pages.append([running, *numbered(2 * n - 1, 2 * n, 90), Words(300, 765, 9, f"{n}")])
    source = read(*pages)
    assert texts(source, "furniture").count("Report of the Committee on the Exercise") == 5
    assert not any("Exercise" in text for text in texts(source))
    assert [s.number for s in segments(source) if s.kind == "paragraph"] == [str(n) for n in range(1, 11)]


def test_first_words_of_pages_that_happen_to_repeat_are_text() -> None:
    """Pages of a document without running headers begin with the same line of prose."""
    pages = []
    for n in range(1, 7):
        opening = "The Committee took note of the statement." if n != 4 else "On elections it was otherwise."
        pages.append(
            [Words(LEFT, 80, 10, opening), *numbered(n, n, 92), *prose(f"Of {TITLES[n].lower()} more was said.", 400)]
        )
    source = read(*pages)
    assert sum("took note of the statement" in text for text in texts(source)) == 5
    assert not any("took note" in text for text in texts(source, "furniture"))


def test_first_paragraphs_of_pages_that_happen_to_repeat_are_text() -> None:
    """One line each, apart from the next one; other pages begin at the same height with other words."""
    pages = []
    for n in range(1, 11):
        opening = "It took note of the statement." if n % 2 else f"Of {TITLES[n % 10].lower()} nothing was said."
        pages.append([Words(LEFT, 80, 10, opening), *numbered(n, n, 104)])
    source = read(*pages)
    assert sum(text == "It took note of the statement." for text in texts(source)) == 5
    assert not texts(source, "furniture")


def test_symbols_job_numbers_and_page_numbers_stand_apart() -> None:
    pages = [
        [
            Words(RIGHT - 60, 45, 10, "S/2010/77"),
            *numbered(n, n, 90),
            Words(LEFT, 760, 8, "10-12345 (E)"),
            Words(RIGHT - 20, 760, 8, f"{n}/2"),
        ]
        for n in (1, 2)
    ]
    source = read(*pages)
    assert len(texts(source)) == 2
    assert texts(source, "furniture") == ["S/2010/77", "10-12345 (E) 1/2", "S/2010/77", "10-12345 (E) 2/2"]


@pytest.mark.parametrize(
    ("numbers", "y"),
    [(("i", "ii", "iii"), 760), (("- 1 -", "- 2 -", "- 3 -"), 50), (("Page 1", "Page 2", "Page 3"), 50)],
)
def test_page_numbers_of_other_kinds(numbers: tuple[str, ...], y: float) -> None:
    source = read(*[[*numbered(n, n, 90), Words(300, y, 10, printed)] for n, printed in enumerate(numbers, 1)])
    assert texts(source, "furniture") == list(numbers)
    assert len(texts(source)) == 3


@pytest.mark.parametrize("stroke", ["_" * 16, "-" * 14, "====="])
def test_typed_strokes_are_no_words_of_a_paragraph(stroke: str) -> None:
    items = numbered(1, 3)
    source = read([*items, Words(260, below(items), 10, stroke, "Courier"), *numbered(4, 4, below(items, 60))])
    assert texts(source, "furniture") == [stroke]
    assert [text.partition(" ")[0] for text in texts(source)] == ["1.", "2.", "3.", "4."]


# ---------------------------------------------------------------------- marks and footnotes


def _marked(line: str, y: float, mark: str, rest: str = "") -> list[Item]:
    """A line of words, a mark at the shoulder of its last one, and what goes on behind it."""
    end = LEFT + stringWidth(line, "Helvetica", 10)
    out: list[Item] = [Words(LEFT, y, 10, line), Words(end + 0.3, y - 3.6, 6, mark)]
    after = end + stringWidth(mark, "Helvetica", 6) + 3
    return [*out, Words(after, y, 10, rest)] if rest else out


@pytest.mark.parametrize(
    ("line", "mark", "rest", "whole"),
    [
        ("The report was issued", "12", "in May.", "issued 12 in May."),
        ("The report was issued in May.", "3", "", "in May. 3"),
        ("The report was issued", "*", "in May.", "issued * in May."),
        ("It met in 2005", "4", "and later.", "in 2005 4 and later"),
    ],
)
def test_marks_of_notes_stand_apart_from_words(line: str, mark: str, rest: str, whole: str) -> None:
    source = read([*_marked(line, 80, mark, rest), *numbered(1, 3, 110)])
    assert whole in texts(source)[0]
    assert [source.text[a:b] for a, b in source.marks] == [mark]


@pytest.mark.parametrize(
    ("line", "raised", "rest", "whole"),
    [("At its 4", "th", "meeting it met.", "its 4th meeting"), ("The base is 40 m", "2", "large.", "40 m2 large")],
)
def test_other_raised_letters_do_not(line: str, raised: str, rest: str, whole: str) -> None:
    assert whole in texts(read([*_marked(line, 80, raised, rest), *numbered(1, 3, 110)]))[0]


def _noted(y: float, mark: str, words: str, size: float = 7.5) -> list[Item]:
    """A footnote, its mark raised."""
    return [Words(LEFT, y - 2.5, 5, mark), *prose(words, y, x=LEFT + 8, size=size, pitch=9)]


def test_footnotes_are_tied_to_what_bears_their_marks() -> None:
    one = [
        *_marked("1. The Committee took note of the report.", 80, "1"),
        *_marked("2. It took note of the other report too.", 104, "2"),
        *numbered(3, 4, 130),
        Stroke(LEFT, 690, LEFT + 60, 690),
        *_noted(702, "1", "See the report of the Secretary-General (S/2010/1)."),
        *_noted(714, "2", "See the other report of the Secretary-General."),
    ]
    two = [
        *_marked("5. It adjourned after that.", 80, "3"),
        *numbered(6, 7, 104),
        Stroke(LEFT, 690, LEFT + 60, 690),
        *_noted(702, "3", "By its decision of the same day, which was taken without a vote."),
    ]
    found = segments(read(one, two))
    assert [(s.number, s.parent) for s in found if s.kind == "footnote"] == [
        ("1", "x/body/paragraph_1"),
        ("2", "x/body/paragraph_2"),
        ("3", "x/body/paragraph_5"),
    ]


def test_old_footnotes_have_a_stroke_behind_their_mark() -> None:
    """As on a typewriter: of the same size, below a typed stroke, "1/" in the text and before the note."""
    items = prose(
        "1. The Committee took note of the report. 1/ It then went on to other matters, of which there were many that day.",
        80,
        font="Courier",
        justified=False,
    )
    items += prose(
        "2. It took note of the other report too 2/ and said so.", below(items), font="Courier", justified=False
    )
    items += [
        Words(LEFT, 640, 10, "_" * 20, "Courier"),
        Words(LEFT, 660, 10, "1/ See S/25719 and its annex.", "Courier"),
        Words(LEFT, 684, 10, "2/ See S/25720.", "Courier"),
    ]
    source = read(items)
    assert texts(source, "footnote") == ["1/ See S/25719 and its annex.", "2/ See S/25720."]
    assert [(s.number, s.parent) for s in segments(source) if s.kind == "footnote"] == [
        ("1", "x/body/paragraph_1"),
        ("2", "x/body/paragraph_2"),
    ]


def test_a_footnote_over_two_lines_is_one() -> None:
    items = [
        *_marked("1. The Committee took note of the report.", 80, "1"),
        *numbered(2, 4, 110),
        Stroke(LEFT, 690, LEFT + 60, 690),
        *_noted(702, "1", f"See the report. {SAID}"),
        *_noted(735, "2", "Another one."),
    ]
    found = texts(read(items), "footnote")
    assert found == [f"1 See the report. {SAID.strip()}", "2 Another one."]


def test_a_footnote_stands_behind_the_paragraph_that_goes_on_over_the_page() -> None:
    lines = prose(f"4. {SAID} {SAID}", 640)
    cut = 4
    assert all(isinstance(line, Words) for line in lines)
    one = [
        *_marked("1. The Committee took note of the report.", 80, "1"),
        *numbered(2, 3, 110),
        *lines[:cut],
        Stroke(LEFT, 700, LEFT + 60, 700),
        *_noted(712, "1", "See the report of the Secretary-General."),
    ]
    two = [Words(line.x, 80 + PITCH * k, *line[2:]) for k, line in enumerate(lines[cut:]) if isinstance(line, Words)]
    source = read(one, [*two, *numbered(5, 7, below(two))])
    assert texts(source)[3].split() == f"4. {SAID} {SAID}".split()
    assert texts(source, "footnote") == ["1 See the report of the Secretary-General."]


@pytest.mark.parametrize("tab", [True, False], ids=["wide blanks", "none"])
def test_a_footnote_that_goes_on_over_the_page(tab: bool) -> None:
    """Its second part has no mark, and stands under a stroke in small letters."""
    stroke = Stroke(LEFT, 690, LEFT + 60, 690)
    one = [
        *_marked("1. The Committee took note of the report.", 80, "1"),
        *numbered(2, 4, 110),
        stroke,
        *_noted(
            702, "1", "See the report of the Secretary-General in which all of this is told at some length, and the"
        ),
    ]
    two = [
        *numbered(5, 6, 80),
        stroke,
        *prose("addendum to it, which was issued later.", 702, x=LEFT + 8, size=7.5, pitch=9),
    ]
    if tab:
        two += [Words(LEFT, 300, 10, "7."), *prose(f"On training more was said. {SAID}", 300, x=LEFT + 36)]
    source = read(one, two)
    assert "addendum to it, which was issued later." in " ".join(texts(source, "footnote"))
    assert not any("addendum" in text for text in texts(source))


# ---------------------------------------------------------------------- turned pages and boxes


def _printed(source: Source, words: str) -> tuple[Box, ...]:
    return next(b.boxes for b in source.blocks if source.text[b.start : b.end].startswith(words))


def test_boxes_hold_their_words() -> None:
    items = [
        *numbered(1, 2),
        *table(
            [
                ("Date", "Participants", "Subject"),
                ("3 May 2010", "Members", "Work"),
                ("9 June 2010", "Members", "Work"),
            ],
            300,
        ),
    ]
    source = read(items)
    for block in source.blocks:
        assert len(block.boxes) == 1
        holds(block.boxes[0], source, 612, 792)
    (first,) = _printed(source, "1.")
    assert abs(first.x0 - LEFT) < 2 and abs(first.x1 - RIGHT) < 3
    assert first.top < 80 - 6 and first.bottom > 80 + 4 * PITCH
    (cell,) = _printed(source, "9 June")
    y = 300 + 2 * 19
    assert abs(cell.x0 - LEFT) < 2 and cell.x1 < 160 and cell.top < y - 5 and y <= cell.bottom < y + 5


def test_a_paragraph_over_pages_has_a_box_on_each() -> None:
    lines = prose(SAID * 3, 700)
    two = [Words(line.x, 80 + PITCH * k, *line[2:]) for k, line in enumerate(lines[3:]) if isinstance(line, Words)]
    source = read([*numbered(1, 4), *lines[:3]], two)
    assert [box.page for box in _printed(source, "The Committee recalled")] == [1, 2]


@pytest.mark.parametrize("rotate", [90, 180, 270])
@pytest.mark.parametrize("upright", [True, False], ids=["written to be turned", "lying"])
def test_boxes_of_turned_pages_are_those_of_the_page_as_shown(rotate: int, upright: bool) -> None:
    """`upright`: whoever sees the page as it asks to be shown can read it; else it lies on its side for them too."""
    width, height = 612.0, 792.0
    shown = (width, height) if rotate == 180 else (height, width)
    placed = [Words(150, 120, 10, "Letter from the Chair of the Committee"), *numbered(1, 3, 200, x=150.0, right=480.0)]
    items: list[Item] = list(placed)
    if upright:
        # The places are those on the page as shown; written so that the turn brings them there.
        items = [
            Words(*unturned(w.x, w.y, rotate), w.size, w.text, w.font, rotate, w.spread)
            for w in placed
            if isinstance(w, Words)
        ]
    source = read(items, rotate=rotate)
    assert texts(source)[0] == "Letter from the Chair of the Committee"
    assert [s.number for s in segments(source) if s.kind == "paragraph"] == ["1", "2", "3"]
    for block in source.blocks:
        for box in block.boxes:
            holds(box, source, *shown)
    (box,) = _printed(source, "Letter")
    if upright:
        assert abs(box.x0 - 150) < 3 and box.top < 116 and 120 <= box.bottom < 126
    elif rotate == 180:
        assert abs(box.x1 - (width - 150)) < 3 and box.top <= height - 120 <= box.bottom
    else:
        assert box.bottom - box.top > 100 > box.x1 - box.x0


# ---------------------------------------------------------------------- numbers that are misprinted


def _paragraphs(*heads: str) -> list[tuple[str, str]]:
    items: list[Item] = []
    y = 80.0
    for k, head in enumerate(heads):
        items += prose(f"{head} On {TITLES[k].lower()} it was said that much was left to do. {SAID}", y)
        y = below(items, 26)
    return [(s.number, s.number_basis) for s in segments(read(items)) if s.kind == "paragraph"]


def test_a_number_with_a_blank_or_a_comma_is_one_between_its_neighbours() -> None:
    assert _paragraphs("1.", "2 .", "3,", "4.") == [("1", "stated"), ("2", "stated"), ("3", "stated"), ("4", "stated")]


def test_a_misread_number_is_inferred_from_its_neighbours() -> None:
    assert _paragraphs("1.", "2.", "a.", "4.", "5.") == [
        ("1", "stated"),
        ("2", "stated"),
        ("3", "inferred"),
        ("4", "stated"),
        ("5", "stated"),
    ]


def test_nothing_is_inferred_where_the_neighbours_say_nothing() -> None:
    assert _paragraphs("1.", "2.", "a.", "3.", "4.") == [
        ("1", "stated"),
        ("2", "stated"),
        ("3", "stated"),
        ("4", "stated"),
    ]


def test_compound_numbers_rise_within_their_section() -> None:
    assert [n for n, _ in _paragraphs("29.1", "29.2", "29.3", "29.4")] == ["29.1", "29.2", "29.3", "29.4"]


def test_entries_of_a_list_are_blocks_of_their_own() -> None:
    """They have no stop; a long one does not leave room for the next, and a heading in bold is one block."""
    names = ["Armenia", "Democratic People’s Republic of Korea", "Fiji"]
    names += [
        "United Kingdom of Great Britain and Northern Ireland",
        "United States of America",
    ]
    lines = [Words(130, 220 + 11 * k, 10, name) for k, name in enumerate(names)]
    title = [
        Words(130, 320, 12, "Organization of the", "Helvetica-Bold"),
        Words(130, 334, 12, "Session", "Helvetica-Bold"),
    ]
    source = read(
        [*numbered(1, 1), *prose("2. The session was attended by:", 190), *lines, *title, *numbered(3, 4, 370)]
    )
    assert texts(source)[2:-2] == [*names, "Organization of the Session"]


def test_names_under_an_office_are_no_headings() -> None:
    lines: list[Item] = []
    for k, line in enumerate(
        ["Chair:", "José Sosa (Paraguay)", "Vice-Chairs:", "Amr Sadek (Egypt)", "Ly Thuch (Cambodia)"]
    ):
        lines.append(Words(130 + (20 if "(" in line else 0), 200 + 24 * k, 10, line))
    found = segments(read([*numbered(1, 1), *lines, *numbered(2, 4, 340)]))
    assert not [s for s in found if s.kind == "heading"]


# ---------------------------------------------------------------------- charts


def _set(text: str, x: float, y: float) -> list[Word]:
    """The words of a line in letters of 10 points, each six points a character."""
    out, at = [], x
    for word in text.split():
        out.append(Word(word, at, at + 6 * len(word), y, y + 10, 1))
        at += 6 * len(word) + 4
    return out


def test_paragraphs_on_a_page_with_a_chart() -> None:
    """Above and below the chart they are paragraphs; its own words stand line by line."""
    line = "The mission went on with its work in the whole area and met with the parties"
    above = _set(f"27. {line}", 72, 80) + _set(line, 72, 93) + _set("as before.", 72, 106)
    chart = [w for k in range(14) for w in (*_set("Alpha", 60, 140 + 20 * k), *_set("Bravo total", 260, 140 + 20 * k))]
    below_it = _set(f"28. {line}", 72, 450) + _set("in March.", 72, 463)
    plain = [w._replace(page=2) for k in range(40) for w in _set(line, 72, 80 + 13 * k)]
    made = [*pages(1, 595, 842, above + chart + below_it, drawn=300), *pages(2, 595, 842, plain)]
    text, blocks, _, _ = lay_down(made)
    found = [(b.style, text[b.start : b.end]) for b in blocks if b.page == 1]
    assert found[0] == ("", f"27. {line} {line} as before.")
    assert [said for style, said in found[1:-1] if style == "figure"] == ["Alpha Bravo total"] * 14
    assert found[-1][1].startswith(f"28. {line} in March.")
