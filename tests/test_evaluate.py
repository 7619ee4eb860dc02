"""The scores say what is right, what is missing, what is too much and what is wrong, on tables made by hand."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.evaluate import EvaluationError, evaluate, render

Tables = dict[str, list[dict[str, str]]]
TEXT = "On 3 May 2011 the Panel met. On 9 May 2011 it met with UNMIL and Ghana."


def tables(document: str = "S_1") -> Tables:
    """A small document, right in all tables that it has."""
    first, second = f"{document}/body/paragraph_1/event_1", f"{document}/body/paragraph_1/event_2"
    place = {"document_id": document, "segment_id": f"{document}/body/paragraph_1"}
    return {
        "documents": [
            {"document_id": document, "symbol": "S/1", "date": "2011-06-01", "n_meetings": "2", "period_end": ""}
        ],
        "meetings": [
            {
                "meeting_id": first, "document_id": document, "start_date": "2011-05-03", "end_date": "2011-05-03",
                "subject": "Opening", "meeting_number": "", "format": "formal", "is_own": "true", "missions": "",
            },
            {
                "meeting_id": second, "document_id": document, "start_date": "2011-05-09", "end_date": "2011-05-09",
                "subject": "Liberia", "meeting_number": "", "format": "", "is_own": "true", "missions": "UNMIL; UNOCI",
            },
        ],
        "participants": [
            {"meeting_id": second, "text": "UNMIL", "kind": "body", "char_start": "55", "char_end": "60"},
            {"meeting_id": second, "text": "Ghana", "kind": "representative", "char_start": "65", "char_end": "70"},
        ],
        "missions": [
            {"mission_id": "UNMIL", "acronym": "UNMIL", "n_mentions": "1", "n_meetings": "1", "n_documents": "1"}
        ],
        "meeting_missions": [
            {"meeting_id": second, "mission_id": "UNMIL", "basis": "named", "char_start": "55", "char_end": "60"}
        ],
        "mentions": [
            {**place, "label": "DATE", "text": "3 May 2011", "value": "2011-05-03", "char_start": "3",
             "char_end": "13"},
            {**place, "label": "MISSION", "text": "UNMIL", "value": "UNMIL", "char_start": "55", "char_end": "60",
             "entity_id": "UNMIL"},
            {**place, "label": "COUNTRY", "text": "Ghana", "value": "GHA", "char_start": "65", "char_end": "70"},
        ],
    }  # fmt: skip


def save(folder: Path, content: Tables) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in content.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, list(dict.fromkeys(c for row in rows for c in row)), restval="")
            out.writeheader()
            out.writerows(rows)


class Place:
    """An output and a gold folder."""

    def __init__(self, folder: Path) -> None:
        self.output, self.gold = folder / "output", folder / "gold"

    def fill(self, ours: Tables, *theirs: tuple[str, Tables]) -> None:
        save(self.output / "csv", ours)
        (self.output / "text").mkdir()
        (self.output / "text" / "S_1.txt").write_text(TEXT, encoding="utf-8")
        for document, content in theirs or (("S_1", tables()),):
            save(self.gold / document, content)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def block(report: str, name: str) -> str:
    """The part of a printed report that tells of one table."""
    return report.split(f"== {name}\n")[1].split("\n== ")[0]


def test_a_perfect_output_has_no_differences(place: Place) -> None:
    place.fill(tables())
    scores = evaluate(place.output, place.gold)
    assert not scores.differences
    assert not scores.notes
    assert set(scores.tables) == set(tables())
    for table in scores.tables.values():
        assert table.precision == table.recall == table.f1 == table.exact_accuracy == 1
        assert all(f.accuracy == 1 and f.count.f1 in (1, None) for f in table.fields.values())
    assert {label: count.f1 for label, count in scores.tables["mentions"].labels.items()} == {
        "DATE": 1, "MISSION": 1, "COUNTRY": 1,
    }  # fmt: skip
    assert "no differences" in render(scores)


def test_a_missed_row_costs_recall_and_is_shown_with_its_text(place: Place) -> None:
    ours = tables()
    del ours["mentions"][2]
    place.fill(ours)
    scores = evaluate(place.output, place.gold)
    mentions = scores.tables["mentions"]
    assert (mentions.n_gold, mentions.n_output) == (3, 2)
    assert (mentions.precision, mentions.recall, mentions.f1) == (1, 2 / 3, 0.8)
    assert mentions.exact_accuracy == 2 / 3
    assert mentions.labels["COUNTRY"].recall == 0
    assert mentions.labels["DATE"].f1 == 1
    (difference,) = scores.differences
    assert (difference.kind, difference.table, difference.text) == ("missed", "mentions", "Ghana")
    assert "with UNMIL and [Ghana]." in block(render(scores), "mentions")
    assert "[Ghana]" not in render(scores, differences=False)


def test_an_extra_row_costs_precision(place: Place) -> None:
    ours = tables()
    ours["participants"].append({**ours["participants"][0], "text": "Panel", "char_start": "18", "char_end": "23"})
    place.fill(ours)
    scores = evaluate(place.output, place.gold)
    participants = scores.tables["participants"]
    assert (participants.precision, participants.recall, participants.exact_accuracy) == (2 / 3, 1, 1)
    (difference,) = scores.differences
    assert (difference.kind, difference.text) == ("extra", "Panel")


def test_a_wrong_value_is_one_wrong_cell(place: Place) -> None:
    ours = tables()
    ours["meetings"][0]["format"] = "informal"
    place.fill(ours)
    scores = evaluate(place.output, place.gold)
    meetings = scores.tables["meetings"]
    assert meetings.f1 == 1
    assert meetings.exact_accuracy == 0.5
    count = meetings.fields["format"].count
    assert (count.tp, count.fp, count.fn) == (0, 1, 1)
    assert meetings.fields["format"].accuracy == 0.5  # both are empty in the other row
    (difference,) = scores.differences
    assert (difference.kind, difference.field, difference.gold, difference.output) == (
        "wrong",
        "format",
        "formal",
        "informal",
    )
    shown = block(render(scores), "meetings")
    assert "S_1/body/paragraph_1/event_1  format" in shown
    assert "Opening" in shown


@pytest.mark.parametrize(
    ("row", "value", "counts"),
    [(0, "", (0, 0, 1)), (1, "open", (1, 1, 0))],
    ids=["an empty cell is a miss", "a value where the gold is empty is false"],
)
def test_empty_cells(place: Place, row: int, value: str, counts: tuple[int, int, int]) -> None:
    ours = tables()
    ours["meetings"][row]["format"] = value
    place.fill(ours)
    count = evaluate(place.output, place.gold).tables["meetings"].fields["format"].count
    assert (count.tp, count.fp, count.fn) == counts


def test_spelling_of_one_value_does_not_matter(place: Place) -> None:
    ours = tables()
    ours["meetings"][0] |= {"is_own": "True", "start_date": "2011-05-03T00:00:00", "subject": " Opening\n"}
    ours["meetings"][1]["missions"] = "UNOCI; UNMIL"
    ours["documents"][0]["n_meetings"] = "2.0"
    place.fill(ours)
    assert not evaluate(place.output, place.gold).differences


def test_what_a_reader_cannot_know_is_not_scored(place: Place) -> None:
    ours, theirs = tables(), tables()
    for content, value in ((ours, "0.1"), (theirs, "0.9")):
        content["meetings"][0] |= {"confidence": value, "needs_review": value}
        content["mentions"][0] |= {"score": value, "method": value, "entity_id": value}
        content["missions"][0] |= {"established": value, "ended": value, "name": value, "countries": value}
        content["documents"][0] |= {"sha256": value, "source_file": value, "n_pages": value}
    place.fill(ours, ("S_1", theirs))
    scores = evaluate(place.output, place.gold)
    assert not scores.differences
    assert not scores.notes


def test_only_what_the_gold_has_is_compared(place: Place) -> None:
    theirs = {"meetings": tables()["meetings"]}
    for row in theirs["meetings"]:
        del row["format"]
    ours = tables()
    ours["meetings"][0]["format"] = "closed"
    place.fill(ours, ("S_1", theirs))
    scores = evaluate(place.output, place.gold)
    assert list(scores.tables) == ["meetings"]
    assert "format" not in scores.tables["meetings"].fields
    assert not scores.differences


@pytest.mark.parametrize("by", ["subject", "meeting_number"])
def test_meetings_pair_by_date_where_their_ids_differ(place: Place, by: str) -> None:
    ours, theirs = tables(), tables()
    for content in (ours, theirs):
        for i, row in enumerate(content["meetings"]):
            row |= {"subject": "", "meeting_number": "", by: f"{i}st"}
    new = "S_1/annex_1/table_1/row_7"
    for rows in ours.values():
        for row in rows:
            if row.get("meeting_id", "").endswith("event_2"):
                row["meeting_id"] = new
    place.fill(ours, ("S_1", theirs))
    scores = evaluate(place.output, place.gold)
    assert scores.tables["meetings"].f1 == 1
    assert scores.tables["participants"].exact_accuracy == 1  # they follow their meeting
    (difference,) = scores.differences
    assert (difference.field, difference.output) == ("meeting_id", new)


def test_meetings_of_another_day_do_not_pair(place: Place) -> None:
    ours = tables()
    ours["meetings"][1] |= {"meeting_id": "S_1/body/paragraph_9", "start_date": "2011-05-10"}
    place.fill(ours)
    scores = evaluate(place.output, place.gold)
    assert [d.kind for d in scores.differences if d.table == "meetings"] == ["missed", "extra"]


def test_rows_with_one_key_pair_with_the_row_that_is_most_alike(place: Place) -> None:
    row = {"document_id": "S_1", "meeting_id": "", "kind": "unknown_acronym",
           "narrative_segment_id": "S_1/body/paragraph_1", "annex_segment_id": ""}  # fmt: skip
    two = [{**row, "severity": "warning", "chosen_value": v} for v in ("ONUB", "UNMIL")]
    place.fill(
        {**tables(), "discrepancies": two[::-1]},
        ("S_1", {"discrepancies": [{**r, "explanation": "because"} for r in two]}),
    )
    scores = evaluate(place.output, place.gold)
    assert scores.tables["discrepancies"].exact_accuracy == 1


def test_claims_pair_by_segment_and_value_where_their_places_differ(place: Place) -> None:
    claim = {"document_id": "S_1", "segment_id": "S_1/body/paragraph_1", "text": "two meetings", "value": "2"}
    place.fill(
        {**tables(), "claims": [{**claim, "char_start": "0", "char_end": "12"}]},
        ("S_1", {"claims": [{**claim, "char_start": "4", "char_end": "16"}]}),
    )
    scores = evaluate(place.output, place.gold)
    assert scores.tables["claims"].f1 == 1
    assert {d.field for d in scores.differences} == {"char_start", "char_end"}


def test_a_document_that_the_output_lacks_is_missed_and_named(place: Place) -> None:
    place.fill(tables(), ("S_1", tables()), ("S_2", tables("S_2")))
    scores = evaluate(place.output, place.gold)
    assert [(d.document_id, d.in_output) for d in scores.documents] == [("S_1", True), ("S_2", False)]
    assert scores.documents[1].tables["mentions"].recall == 0
    assert scores.tables["mentions"].recall == 0.5
    assert scores.tables["mentions"].precision == 1
    assert {d.document_id for d in scores.differences} == {"S_2"}
    report = render(scores)
    assert "S_2 is not in the output" in report
    assert "no differences" not in report


def test_documents_without_gold_are_ignored_and_missions_counted_for_each(place: Place) -> None:
    ours, other = tables(), tables("S_3")
    for name, rows in other.items():
        if name != "missions":
            ours[name] += rows
    ours["missions"][0] |= {"n_mentions": "2", "n_meetings": "2", "n_documents": "2"}
    ours["missions"].append({"mission_id": "UNAMID", "acronym": "UNAMID", "n_mentions": "1", "n_meetings": "0"})
    place.fill(ours)
    assert not evaluate(place.output, place.gold).differences


def test_slips_in_the_gold_are_named(place: Place) -> None:
    theirs = tables()
    theirs["documents"][0]["tilte"] = "x"
    theirs["meeting"] = theirs["meetings"]
    place.fill(tables(), ("S_1", theirs))
    notes = " ".join(evaluate(place.output, place.gold).notes)
    assert "meeting.csv" in notes
    assert "tilte" in notes


def test_a_long_list_of_differences_is_cut_and_counted(place: Place) -> None:
    ours = tables()
    ours["mentions"] += [
        {**ours["mentions"][0], "value": f"2011-01-{i:02}", "text": "3 May\x1b[2J 2011"} for i in range(1, 31)
    ] * 2
    place.fill(ours)
    scores = evaluate(place.output, place.gold)
    assert len(scores.differences) == 60
    report = render(scores)
    assert "60 differences" in report
    assert "… and 20 more" in report
    assert report.count("  extra ") == 40
    assert "\x1b" not in report


def test_only_what_is_perfect_looks_perfect(place: Place) -> None:
    ours = tables()
    ours["mentions"] = [{**ours["mentions"][0], "char_end": str(i)} for i in range(6000)]
    theirs = {"mentions": [*ours["mentions"], {**ours["mentions"][0], "value": "2011"}]}
    place.fill(ours, ("S_1", theirs))
    line = next(s for s in render(evaluate(place.output, place.gold)).splitlines() if s.startswith("mentions"))
    assert line.split()[:8] == ["mentions", "6001", "6000", "1.000", "0.999", "0.999", "6000/6001", "0.999"]


def test_intervals_hold_the_score_and_are_the_same_each_time(place: Place) -> None:
    ours = tables()
    first = ours["meetings"][0]
    days = [{**first, "meeting_id": f"m{i}", "start_date": f"2011-05-{i + 1:02}"} for i in range(30)]
    ours["meetings"] = days[:20]
    place.fill(ours, ("S_1", {"meetings": days[10:]}))
    scores = evaluate(place.output, place.gold)
    ends = scores.interval("meetings")
    assert ends is not None and ends == evaluate(place.output, place.gold).interval("meetings")
    assert ends[0] < (scores.tables["meetings"].f1 or 0) < ends[1]
    assert scores.interval("claims") is None


def test_columns_for_people_are_not_compared_and_not_odd(place: Place) -> None:
    theirs = tables()
    theirs["meetings"] = [{**row, "quote": "as printed", "told_in": "body/paragraph_1"} for row in theirs["meetings"]]
    place.fill(tables(), ("S_1", theirs))
    scores = evaluate(place.output, place.gold)
    assert not scores.notes
    assert not scores.differences


def test_a_gold_of_paragraphs_says_nothing_of_other_segments(place: Place) -> None:
    ours = tables()
    ours["segments"] = [
        {"segment_id": f"S_1/body/{kind}_1", "document_id": "S_1", "part": "body", "kind": kind, "number": "1"}
        for kind in ("paragraph", "heading")
    ]
    place.fill(ours, ("S_1", {"segments": [{"part": "body", "kind": "paragraph", "number": "1", "quote": "The"}]}))
    score = evaluate(place.output, place.gold).tables["segments"]
    assert (score.n_gold, score.n_output, score.f1) == (1, 1, 1.0)


def broken(place: Place, name: str, content: bytes) -> None:
    place.fill(tables())
    (place.gold / "S_1" / name).write_bytes(content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"meeting_id,text,char_start,char_end\nS_1/x,a, b,1,2\n", "5 cells"),
        (b"meeting_id,text,char_start,char_end\nS_1/x,\xff\xfe,1,2\n", "UTF-8"),
        (b"meeting_id,text\nS_1/x,a\n", "char_start"),
        (b'meeting_id,text\nS_1/x,"a\n', "not a CSV table"),
    ],
)
def test_a_gold_file_that_is_no_table_is_named(place: Place, content: bytes, says: str) -> None:
    broken(place, "participants.csv", content)
    with pytest.raises(EvaluationError, match=r"participants\.csv") as error:
        evaluate(place.output, place.gold)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_gold_file_with_byte_order_mark_and_empty_rows_is_read(place: Place) -> None:
    broken(place, "participants.csv", b"\xef\xbb\xbfmeeting_id,text,char_start,char_end\r\n,,,\r\n\r\n")
    assert evaluate(place.output, place.gold).tables["participants"].n_gold == 0


@pytest.mark.parametrize("present", [(), ("",), ("csv",)], ids=["no folder", "an empty folder", "an empty csv folder"])
def test_without_an_output_the_way_out_is_named(place: Place, present: Sequence[str]) -> None:
    save(place.gold / "S_1", tables())
    for folder in present:
        (place.output / folder).mkdir(parents=True)
    with pytest.raises(EvaluationError, match="make extract") as error:
        evaluate(place.output, place.gold)
    assert str(place.output) in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("present", [(), ("",), (".ipynb_checkpoints",)])
def test_without_gold_the_gold_folder_is_named(place: Place, present: Sequence[str]) -> None:
    save(place.output / "csv", tables())
    for folder in present:
        save(place.gold / folder, tables() if folder else {})
    with pytest.raises(EvaluationError, match="gold"):
        evaluate(place.output, place.gold)


def test_it_needs_no_heavy_package() -> None:
    code = "import sys, extract.evaluate; print({'spacy', 'pandas', 'pyarrow', 'dateparser'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
