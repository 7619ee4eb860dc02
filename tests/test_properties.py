"""What holds for every text: nothing crashes, nothing vanishes, nothing is invented."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.model import InputError
from extract.read import text as plain
from extract.report import Report
from tests import invariants
from tests.generator import MUTATIONS, mutations, printed_dates
from tests.scraps import SCRAPS
from tests.support import REAL, from_bytes, from_text, generated

SEEDS = range(100, 120)


@dataclass(frozen=True)
class Case:
    """A text with its report and what dates it can hold."""

    name: str
    text: str
    report: Report
    allows: Callable[[str], bool]


def _mutated(name: str, text: str, seed: str, names: list[str] | None) -> Case:
    changed = mutations(text, random.Random(seed), names)
    label = f"{name}: {'+'.join(changed.applied)}"
    return Case(label, changed.text, from_text(changed.text), invariants.scanned(changed.printed))


@cache
def cases(group: str) -> tuple[Case, ...]:
    """The cases of a group, extracted once."""
    real = REAL.read_text(encoding="utf-8")
    if group == "real":
        return (Case("S/2006/972", real, from_text(real, REAL.name), invariants.scanned(printed_dates(real))),)
    if group == "generated":
        found = []
        for seed in SEEDS:
            g = generated(seed)
            allows = invariants.noted(g.truth.printed_dates, g.truth.printed_years)
            found.append(Case(g.name, g.text, from_text(g.text), allows))
        return tuple(found)
    if group == "mutated real":
        one = [_mutated("S/2006/972", real, f"{name}/{n}", [name]) for name in MUTATIONS for n in range(3)]
        return (*one, *(_mutated("S/2006/972", real, f"mixed/{n}", None) for n in range(25)))
    seeds = range(200, 206)
    return tuple(
        _mutated(generated(seed).name, generated(seed).text, f"{seed}/{name}", [name])
        for seed in seeds
        for name in MUTATIONS
    )


GROUPS = ("real", "generated", "mutated real", "mutated generated")


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("holds", invariants.ALWAYS, ids=lambda check: check.__name__)
def test_always(group: str, holds: Callable[[Report], None]) -> None:
    for case in cases(group):
        try:
            holds(case.report)
        except AssertionError as error:
            raise AssertionError(f"{case.name}: {error}") from None


@pytest.mark.parametrize("group", GROUPS)
def test_no_date_is_invented(group: str) -> None:
    for case in cases(group):
        try:
            invariants.none_invented(case.report, case.allows)
        except AssertionError as error:
            raise AssertionError(f"{case.name}: {error}") from None


@pytest.mark.parametrize("group", GROUPS)
def test_the_canonical_text_is_the_file(group: str) -> None:
    """Line ends and odd blanks apart, the text is what the file holds, character for character."""
    for case in cases(group):
        wanted = case.text.replace("\r\n", "\n").replace("\r", "\n")
        assert len(case.report.text) == len(wanted), case.name
        for a, b in zip(case.report.text, wanted, strict=True):
            assert a == b or (a == " " and b.isspace()), case.name


@pytest.mark.parametrize("group", GROUPS)
def test_same_input_same_rows(group: str) -> None:
    for case in cases(group)[:8]:
        name = REAL.name if group == "real" else "report.txt"
        again = from_text(case.text, name)
        assert again.rows == case.report.rows, case.name
        assert (again.text, again.warnings) == (case.report.text, case.report.warnings), case.name


def test_a_report_is_not_lost_on_its_neighbours() -> None:
    """No state is kept between reports: the order in which they are read does not matter."""
    forward = [from_text(generated(seed).text).rows for seed in (1, 2, 3)]
    backward = [from_text(generated(seed).text).rows for seed in (3, 2, 1)]
    assert forward == backward[::-1]


@settings(max_examples=60)
@given(
    seed=st.integers(0, 10_000),
    chance=st.integers(0, 2**32),
    names=st.lists(st.sampled_from(sorted(MUTATIONS)), min_size=1, max_size=4, unique=True),
)
def test_any_mutation_of_any_report(seed: int, chance: int, names: list[str]) -> None:
    changed = mutations(generated(seed).text, random.Random(chance), names)
    report = from_text(changed.text)
    for holds in invariants.ALWAYS:
        holds(report)
    invariants.none_invented(report, invariants.scanned(changed.printed))


# Whatever means something to the program, and whatever does not, thrown together.
LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("\t\n\f\r 0123456789().[]/-–,;:’aeiousAMSJ"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)
ANY_TEXT = st.one_of(LETTERS, st.lists(st.one_of(st.sampled_from(SCRAPS), LETTERS), max_size=40).map("".join))


@settings(max_examples=300)
@given(text=ANY_TEXT)
@example(text="(a)\n1.\n\tDate\tSubject\n\t11 January 2005\n")
@example(text="\t\n\t\t\n\n\tx")
@example(text="Annex\n\n\tDate\n\t31 June 2005\n\n\t2005\n\n\t6-9 November\n")
@example(text="On 31 December and 1 January 2005 the Committee met. It met again on 2 and 3.")
@example(text="ŉ ß İ ﬃ met on 3 May 2005 with the Sudan, UNMİS and UNMIS.")
def test_arbitrary_text(text: str) -> None:
    """Any text is either refused in words or read whole."""
    data = text.encode()
    try:
        report = from_text(text)
    except InputError as error:
        assert "\n" not in error.message and error.stage
        return
    assert report.text == plain.decode(data)
    for holds in invariants.ALWAYS:
        holds(report)


@settings(max_examples=100)
@given(data=st.binary(max_size=400))
@example(data=b"\x1c")
@example(data=b"\xff\xfe\x00\xd8")
@example(data=b"\xef\xbb\xbf")
@example(data=b"\x81 Monday")
def test_arbitrary_bytes(data: bytes) -> None:
    """Any bytes are either refused in words or read whole."""
    try:
        report = from_bytes(data)
    except InputError as error:
        assert error.message and "\n" not in error.message
        return
    for holds in invariants.ALWAYS:
        holds(report)


@settings(max_examples=60)
@given(seed=st.integers(0, 39), cut=st.floats(0, 1), length=st.integers(0, 30), turn=st.floats(0, 1))
def test_a_torn_report(seed: int, cut: float, length: int, turn: float) -> None:
    """Lines torn out, the rest turned round at some line: a damaged file is still read whole."""
    lines = generated(seed).text.split("\n")
    at = int(cut * len(lines))
    lines[at : at + length] = []
    at = int(turn * len(lines))
    text = "\n".join(lines[at:] + lines[:at])
    report = from_text(text)
    for holds in invariants.ALWAYS:
        holds(report)
    invariants.none_invented(report, invariants.scanned(printed_dates(text)))


@pytest.mark.parametrize(
    "text", ["Monday", "They will meet again on Monday.", "The Committee met on Monday, and on Friday"]
)
def test_a_weekday_alone(text: str) -> None:
    for holds in invariants.ALWAYS:
        holds(from_text(text))


YEAR_GOES_ON = """Report of the Committee

1.\tFor 2017, the following should be mentioned. At its meeting held on 12 September, the Committee discussed Cyprus. \
During informal consultations on 23 February, the Committee considered the developments in Darfur.
"""


def test_no_year_is_invented_after_a_later_day() -> None:
    report = from_text(YEAR_GOES_ON)
    invariants.none_invented(report, invariants.scanned(printed_dates(YEAR_GOES_ON)))
