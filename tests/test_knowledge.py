"""The data files of `extract/knowledge`: consistent with each other, sourced, and complete for the known missions."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import extract
from extract import lexicon
from extract.heads import header_field
from extract.model import Discrepancy, Header, Segment, Telling
from extract.recognise import gazetteers
from extract.reconcile.confidence import REVIEW, sureness
from extract.tables import MEETINGS
from tests.small_reports import committee, secretary_general
from tests.support import SHARED

FOLDER = Path(extract.__file__).parent / "knowledge"
CSV = sorted(p.stem for p in FOLDER.glob("*.csv"))
TOML = sorted(p.stem for p in FOLDER.glob("*.toml"))
KEYS = {
    "countries": ("iso3",),
    "country_aliases": ("iso3", "alias"),
    "missions": ("mission_id",),
    "mission_aliases": ("mission_id", "alias"),
    "organisations": ("organisation_id",),
    "organisation_aliases": ("alias",),  # an alias of two organisations would decide for none
    "posts": ("post",),
    "regions": ("region",),
    "hyphens": ("word",),
    "table_headers": ("header",),
    "table_header_words": ("word",),
    "programme_words": ("words",),
    "symbol_series": ("prefix",),
    "issuers": ("symbol",),
    "resolution_series": ("body",),
    "confidence": ("rule", "precision", "basis"),
    "doubts": ("doubt",),
    "languages": ("code",),
}
ALIASES = {
    "country_aliases": ("iso3", "countries"),
    "mission_aliases": ("mission_id", "missions"),
    "organisation_aliases": ("organisation_id", "organisations"),
}
ENUMS = {
    ("missions", "kind"): "civilian military multinational observer peacekeeping police regional special_political",
    ("mission_aliases", "alias_kind"): "acronym_variant former_name name_variant other_language slip",
    ("country_aliases", "alias_kind"): "article_form former_name name_variant short_name",
    ("organisation_aliases", "alias_kind"): "acronym former_name name_variant other_language short_name",
    ("organisations", "kind"): "committee department financial_institution fund_programme office organ other "
    "regional_organization related_organization specialized_agency subsidiary_body",
    ("posts", "kind"): "diplomat envoy expert government head military official presiding",
    (
        "table_headers",
        "field",
    ): "body chair date documents end format not_events number other_date organizer outcome participants place "
    "press_release record remarks session start subject time",
    ("table_header_words", "field"): "date format not_events other_date participants place subject",
}


@pytest.mark.parametrize("name", CSV)
def test_every_row_is_whole_and_sourced(name: str) -> None:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as f:
        header, *rows = list(csv.reader(f))
    assert header[-1] == "source" and rows
    for row in rows:
        assert len(row) == len(header), row
        assert row[-1], row
        for value in row:
            assert value == value.strip() and "  " not in value and "\n" not in value, row
            assert value == value.replace("\u00a0", " "), row


@pytest.mark.parametrize("name", TOML)
def test_every_list_is_sourced(name: str) -> None:
    assert re.search(r"^#.*Source:", (FOLDER / f"{name}.toml").read_text(encoding="utf-8"), re.M)


@pytest.mark.parametrize("name", TOML)
def test_every_list_names_a_word_once(name: str) -> None:
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    for key, value in _lists(tomllib.loads(text)):
        assert value, key
        assert len(set(value)) == len(value), (key, [k for k, n in Counter(value).items() if n > 1])
        assert all(v and v == " ".join(v.split()) for v in value), key


def _lists(table: dict[str, object], at: str = "") -> list[tuple[str, list[str]]]:
    found = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _lists(value, f"{at}{key}.")
        elif isinstance(value, list):
            found.append((at + key, value))
    return found


@pytest.mark.parametrize("name", CSV)
def test_ids_are_unique(name: str) -> None:
    assert name in KEYS, f"{name}.csv is new: name its key here"
    found = Counter(tuple(row[c] for c in KEYS[name]) for row in lexicon.rows(name))
    assert all(n == 1 for n in found.values()), [k for k, n in found.items() if n > 1]
    assert all(all(k) for k in found)


@pytest.mark.parametrize("name", ALIASES)
def test_aliases_belong_to_somebody(name: str) -> None:
    column, target = ALIASES[name]
    known = {row[KEYS[target][0]] for row in lexicon.rows(target)}
    loose = {row[column] for row in lexicon.rows(name)} - known
    assert not loose, sorted(loose)


def test_countries_exist() -> None:
    known = {row["iso3"] for row in lexicon.rows("countries")}
    for name, column in (("missions", "countries"), ("regions", "iso3")):
        for row in lexicon.rows(name):
            codes = [c for c in row[column].split("; ") if c]
            assert set(codes) <= known, row
            assert len(set(codes)) == len(codes), row
    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in known)


def test_parents_exist() -> None:
    known = {row["organisation_id"] for row in lexicon.rows("organisations")}
    loose = {row["parent"] for row in lexicon.rows("organisations") if row["parent"]} - known
    assert not loose, sorted(loose)


PAIRS = [
    (name, *columns)
    for name in CSV
    for columns in (("established", "ended"), ("valid_from", "valid_to"))
    if set(columns) <= set(lexicon.rows(name)[0])
]


@pytest.mark.parametrize(("name", "first", "last"), PAIRS)
def test_lives_have_an_order(name: str, first: str, last: str) -> None:
    for row in lexicon.rows(name):
        for column in (first, last):
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", row[column]), row
            day = gazetteers.day(row[column])
            assert day is None or date(1815, 1, 1) <= day <= date(2026, 12, 31), row
        if row[first] and row[last]:
            width = min(len(row[first]), len(row[last]))  # a year is not later than a day in it
            assert row[first][:width] <= row[last][:width], row


@pytest.mark.parametrize(("name", "column"), ENUMS)
def test_enumerations(name: str, column: str) -> None:
    odd = {row[column] for row in lexicon.rows(name)} - set(ENUMS[name, column].split())
    assert not odd


def test_no_alias_is_its_own_name() -> None:
    """An alias says something that the main row does not."""
    for aliases, main, key, names in (
        ("mission_aliases", "missions", "mission_id", ("name", "acronym")),
        ("organisation_aliases", "organisations", "organisation_id", ("name",)),
        ("country_aliases", "countries", "iso3", ("name",)),
    ):
        said = {row[key]: {row[n] for n in names} for row in lexicon.rows(main)}
        same = [row for row in lexicon.rows(aliases) if row["alias"] in said[row[key]]]
        assert not same, same[:3]


def test_slips_are_no_names() -> None:
    """A wrong acronym ("UNOB" for ONUB) is the right one of another mission only while that one is not there."""
    rows = lexicon.rows("missions")
    slips = [row for row in lexicon.rows("mission_aliases") if row["alias_kind"] == "slip"]
    assert slips
    for slip in slips:
        for other in (r for r in rows if r["acronym"] == slip["alias"]):
            apart = bool(slip["valid_from"] and other["ended"] and other["ended"] < slip["valid_from"])
            apart |= bool(slip["valid_to"] and other["established"] and slip["valid_to"] < other["established"])
            assert apart, (slip, other)


def test_two_missions_of_one_acronym_differ_in_time_or_place() -> None:
    by_acronym: dict[str, list[dict[str, str]]] = {}
    for row in lexicon.rows("missions"):
        if row["acronym"]:
            by_acronym.setdefault(row["acronym"], []).append(row)
    for acronym, rows in by_acronym.items():
        lives = [(r["countries"], r["established"]) for r in rows]
        assert len(set(lives)) == len(lives), acronym


def test_headers_are_written_as_they_are_looked_up() -> None:
    for row in lexicon.rows("table_headers"):
        assert header_field(row["header"]) == row["field"], row


def test_folding_keeps_the_length() -> None:
    for name, column in (("mission_aliases", "alias"), ("organisation_aliases", "alias"), ("countries", "name")):
        for row in lexicon.rows(name):
            assert len(lexicon.fold(row[column])) == len(row[column])
    assert lexicon.fold("Côte d’Ivoire – São Tomé") == "Cote d'Ivoire - Sao Tome"


# ---------------------------------------------------------------------- the reference lists

MISSION_LIST = SHARED / "reference" / "un_peacekeeping_missions.csv"
# Rows of the reference list that are no peace operations by the guide.
NOT_KNOWN = {
    "UNFOR": "not among the operations that the United Nations lists; in Zagreb sat UNPROFOR, then UNPF",
    "UNOHCI": "an office of humanitarian coordination",
    "UNSCOB": "a committee of the General Assembly (1947-1951), older than the first operation",
}
# The peacekeeping component of January to May 1997, where the knowledge has the whole Verification Mission.
OTHER_LIFE = ("MINUGUA",)


def _reference(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        pytest.skip(f"{path.name} is not there: ../shared stands beside the project only while it is made")
    with path.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def test_all_missions_of_the_reference_are_known() -> None:
    rows = _reference(MISSION_LIST)
    assert len({row["acronym"] for row in rows}) == 81
    known = {phrase for phrase, entries in gazetteers.entries().items() if any(e.label == "MISSION" for e in entries)}
    missing = {row["acronym"] for row in rows if lexicon.fold(row["acronym"]) not in known}
    assert missing == set(NOT_KNOWN)


def test_missions_live_when_the_reference_says() -> None:
    """Start and end agree to the year with the reference list, which gives months as their first day."""
    by_acronym = {row["acronym"]: row for row in lexicon.rows("missions")}
    odd = []
    for row in _reference(MISSION_LIST):
        mine = by_acronym.get(row["acronym"])
        if mine is None or row["acronym"] in OTHER_LIFE:
            continue
        for here, there in (("established", "start"), ("ended", "end")):
            a, b = gazetteers.day(mine[here]), gazetteers.day(row[there])
            if a and b and abs(a.year - b.year) > 1:
                odd.append((row["acronym"], here, mine[here], row[there]))
    assert not odd, odd


def test_a_row_for_review_says_why() -> None:
    """Each doubt has its words, and what weighs most stands in front."""
    doubts = {row["doubt"]: row["says"] for row in lexicon.rows("doubts")}
    assert all(doubts.values()) and len(set(doubts.values())) == len(doubts)
    segment = Segment("D/annex_1/paragraph_1", "annex_1", "footnote", "1", "", "", 1, 0, 90, 0)
    told = Telling("narrative", segment, 0, 90, "meeting", date(2025, 7, 1), date(2025, 7, 1), rule="bracket")
    found = sureness(told, [told], [], [], Header(date=date(2025, 5, 1), issuing_body="Committee"))
    assert found.needs_review
    wanted = [doubts[d] for d in ("annex_prose", "after_document", "no_holder", "footnote")]
    assert found.reason.split("; ")[:4] == wanted
    assert re.fullmatch(r"of 100 events told in this way about \d\d were right", found.reason.split("; ")[4])
    conflict = Discrepancy("date_conflict", "error", "start_date", "", "", "", "")
    doubted = sureness(told, [told], [conflict], [], Header(date=date(2025, 5, 1), issuing_body="Committee"))
    assert doubted.reason.startswith("the document disagrees with itself (date_conflict); ")
    assert doubted.confidence < found.confidence
    sure = replace(told, segment=replace(segment, part="body", kind="paragraph"), rule="masthead", body="Committee")
    assert not sureness(sure, [sure], [], [], Header(issuing_body="Committee")).reason


def test_an_event_of_the_very_same_days_elsewhere_may_be_the_same() -> None:
    """Two holders for one day in two paragraphs: one event told twice, or two; a number says that it is another."""
    told = "On 4 May, {} held a seminar on {} in Niamey."
    rows = secretary_general(told.format("Green Earth", "dams"), told.format("Blue Sea", "fish")).rows["meetings"]
    (alone,) = secretary_general(told.format("Green Earth", "dams")).rows["meetings"]
    assert len(rows) == 2 and all(row["confidence"] < alone["confidence"] for row in rows)
    numbered = [f"At its {n}rd meeting, on 4 May, the Special Committee took up item {n}." for n in (53, 63)]
    first, second = (row["confidence"] for row in committee(*numbered).rows["meetings"])
    assert first == second == committee(numbered[0]).rows["meetings"][0]["confidence"]


def test_the_codebook_says_which_rows_are_for_review() -> None:
    column = next(c for c in MEETINGS.columns if c.name == "needs_review")
    assert f"confidence is below {REVIEW}," in column.meaning
