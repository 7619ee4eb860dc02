"""Which sentence is which row of a table: the assignment with the greatest sum of scores."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reconcile import match
from tests.small_reports import events, page, table

Scores = dict[tuple[int, int], float]


def assigned(scores: Scores, minimum: float = 0.5) -> list[tuple[int, int]]:
    """The row and the telling of each pair that is taken."""
    joined: dict[int, list[int]] = defaultdict(list)
    match._take([(s, i, j) for (i, j), s in scores.items()], joined, set(), minimum)
    return sorted((i, j) for i, told in joined.items() for j in told)


def best(scores: Scores, minimum: float = 0.5) -> float:
    """The greatest sum, by trying all assignments."""
    rows, told = {i for i, _ in scores}, list({j for _, j in scores})
    choices = permutations([*told, *[-1] * len(rows)], len(rows))
    return max(
        (sum(s for i, j in zip(rows, c, strict=True) if (s := scores.get((i, j), 0.0)) >= minimum) for c in choices),
        default=0.0,
    )


def test_the_best_pair_first_is_not_the_best_of_all() -> None:
    """Row 0 fits both sentences, row 1 only the one that row 0 fits best."""
    assert assigned({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.85}) == [(0, 1), (1, 0)]


def test_equal_scores_are_taken_in_order() -> None:
    assert assigned(dict.fromkeys(product(range(3), range(3)), 1.0)) == [(0, 0), (1, 1), (2, 2)]


def test_what_is_too_unlike_stays_alone() -> None:
    assert assigned({(0, 0): 0.4, (1, 1): 0.6}) == [(1, 1)]


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(0, 20).map(lambda n: n / 10), max_size=16
    )
)
def test_the_sum_is_the_greatest_and_each_is_taken_once(scores: Scores) -> None:
    taken = assigned(scores)
    assert len({i for i, _ in taken}) == len({j for _, j in taken}) == len(taken)
    assert all(scores[pair] >= 0.5 for pair in taken)
    assert abs(sum(scores[pair] for pair in taken) - best(scores)) < 1e-4


def test_two_meetings_of_a_day_go_to_their_own_rows() -> None:
    """The subjects tell them apart, in whatever order the prose has them."""
    rows = (("4 May 2009", "Members", "Sand dams in Chad"), ("4 May 2009", "Members", "Fisheries in Egypt"))
    report = page(
        "The Special Committee held a meeting on 4 May 2009 to discuss fisheries in Egypt.",
        "The Special Committee held a meeting on 4 May 2009 to discuss sand dams in Chad.",
        table(*rows, head=("Date", "Participants", "Subject matter"), caption="Meetings"),
    )
    assert events(report) == ["meeting 2009-05-04 own"] * 2
    told = {
        row["meeting_id"]: report.text[row["char_start"] : row["char_end"]]
        for row in report.rows["meeting_sources"]
        if row["source"] == "narrative"
    }
    subjects = {row["meeting_id"]: row["subject"] for row in report.rows["meetings"]}
    assert {subjects[m]: "Egypt" in text for m, text in told.items()} == {
        "Sand dams in Chad": False,
        "Fisheries in Egypt": True,
    }


def test_a_conference_of_a_row_is_the_one_that_the_text_welcomes() -> None:
    """E/2025/39: the annex lists it among the body's meetings, the text says who was its host."""
    name = "Ministerial Conference on Canals and Locks"
    told = f"Welcomes the initiative of Chad to host the {name}, which was held in Birao from 3 to 5 September 2009."
    row = (name, "3–5 September 2009", "A/1")
    report = page(told, table(row, head=("Body", "Dates", "Document"), caption="Meetings of subsidiary bodies"))
    assert events(report) == ["meeting 2009-09-03/2009-09-05 own"]
