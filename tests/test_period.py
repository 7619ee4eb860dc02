"""What a report says that it covers, and the years of dates that are printed without one."""

from __future__ import annotations

from datetime import date

import pytest

from extract.report import Report
from tests.small_reports import masthead
from tests.support import from_text

TITLE = "Report of the Secretary-General on the situation in Chad"
PLAIN = "The present report is submitted pursuant to the request of the Council."


def report(*blocks: str, title: str = TITLE, above: tuple[str, ...] = ()) -> Report:
    """A report of 30 November 2009 of these blocks; those that are no headings ("# ") are its numbered paragraphs."""
    out = [masthead("A/64/611", title, *above), "I. Introduction"]
    number = 0
    for block in blocks:
        number += not block.startswith("# ")
        out.append(block.removeprefix("# ") if block.startswith("# ") else f"{number}. {block}")
    return from_text("\n\n".join(out) + "\n")


# ---------------------------------------------------------------------- the period

Y = {n: (date(2009, 1, 1), date(2009, n, 30)) for n in (6, 9)}
PERIODS = {
    "The present report covers the period from 1 January to 30 June 2009.": Y[6],
    "The present report covers the period from 1 January 2009 to 30 June 2009.": Y[6],
    "The report covers the period between 1 January and 30 June 2009.": Y[6],
    "The present report covers political and humanitarian developments in Chad from 1 January to 30 June 2009.": Y[6],
    "The present report gives an account of the work done in the period under review, 1 January to 30 June 2009.": Y[6],
    "The present report describes the activities of the Mission since 1 January 2009.": (date(2009, 1, 1), None),
    "During the week ending 30 May 2009, the Council took action on the following.": (None, date(2009, 5, 30)),
    # other periods
    PLAIN: (None, None),
    "The Assembly appropriated two million dollars for the period from 1 January to 30 June 2009.": (None, None),
    "The Council extended the mandate for the period from 1 January to 30 June 2009.": (None, None),
    "The members were elected for the period from 1 January to 30 June 2009.": (None, None),
    "My Special Envoy visited the region from 1 to 30 June 2009.": (None, None),
    "The Council set up the Mission for an initial period from 16 December 2009 until 15 April 2010.": (None, None),
    "The review covers the period from 1 January 1950 to 30 June 2009.": (None, None),
    "The cost estimates of the Force for the period from 1 January to 30 June 2009 have been sent.": (None, None),
    "The Council has been seized of the matter since 1 January 2009.": (None, None),
    "The Committee had before it the report of the Board, covering the period from 1 January to 30 June 2009.": (None, None),
    "The Committee took note of the report of the Board (A/64/7), covering the period from 1 January to 30 June 2009.": (None, None),
}  # fmt: skip


BRACKETS = "During the reporting period (1 January–30 June 2009), the situation was calm."


def _periods() -> list[object]:
    return [pytest.param(*case, id=case[0][:60]) for case in PERIODS.items()] + [
        pytest.param(BRACKETS, Y[6], id="in brackets")
    ]


@pytest.mark.parametrize(("sentence", "wanted"), _periods())
def test_what_a_paragraph_says(sentence: str, wanted: tuple[date | None, date | None]) -> None:
    row = report(sentence).rows["documents"][0]
    assert (row["period_start"], row["period_end"]) == wanted


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Report of the Committee on Sand (for the period from 1 January to 30 September 2009)", Y[9]),
        ("Activities of the Committee on Sand in 2008", (date(2008, 1, 1), date(2008, 12, 31))),
        ("Report of the Committee on Sand", (None, None)),
    ],
)
def test_what_the_title_says(title: str, wanted: tuple[date | None, date | None]) -> None:
    row = report(PLAIN, title=title).rows["documents"][0]
    assert (row["period_start"], row["period_end"]) == wanted


def test_the_surest_words_win() -> None:
    other = "The budget for the year is that of the period from 1 July 2008 to 30 June 2009."
    row = report(other, "The present report covers the period from 1 January to 30 June 2009.").rows["documents"][0]
    assert (row["period_start"], row["period_end"]) == Y[6]


def test_only_the_first_paragraphs_say_it() -> None:
    late = "The earlier report covers the period from 1 January to 30 June 2009."
    row = report(*[PLAIN] * 12, late).rows["documents"][0]
    assert (row["period_start"], row["period_end"]) == (None, None)


# ---------------------------------------------------------------------- years

COVERS = "The present report covers the period from 1 December 2008 to 20 November 2009."


def last(found: Report, n: int = 1) -> list[str]:
    """The values of the last `n` dates of a report."""
    return [m["value"] for m in found.rows["mentions"] if m["label"] == "DATE"][-n:]


# Paragraphs, and the day that the last date of them is.
YEARS = {
    "in the reporting period, its first year": ([COVERS, "On 4 December, rain fell."], "2008-12-04"),
    "in the reporting period, its second year": ([COVERS, "On 4 May, rain fell."], "2009-05-04"),
    "an earlier date outside the period": (
        [COVERS, "The dam was built on 3 March 2007. On 9 April, rain fell."],
        "2009-04-09",
    ),
    "since the last report, before the year's end": (
        ["It tells of developments since my report of 19 December 2008.", "On 22 December, rain fell."],
        "2008-12-22",
    ),
    "since the last report, after the year's end": (
        ["It tells of developments since my report of 19 December 2008.", "On 4 February, rain fell."],
        "2009-02-04",
    ),
    "since the last report, behind a date of other times": (
        [
            "It tells of developments since my report of 19 December 2008.",
            "The dam was built on 3 March 2008 by the villagers. On 9 April, rain fell.",
        ],
        "2009-04-09",
    ),
    "the day of the week": ([PLAIN, "On Sunday, 4 May, rain fell."], "2008-05-04"),
    "the day of the week, this year": ([PLAIN, "On Monday, 4 May, rain fell."], "2009-05-04"),
    "the days of a session told before": (
        [
            PLAIN,
            "The second session was held from 3 to 14 November 2008.",
            "Floods came in 2009.",
            "On 5 November, rain fell.",
        ],
        "2008-11-05",
    ),
    "a session to come says nothing": (
        [PLAIN, "The next session is to be held from 2 to 13 November 2010.", "On 5 November, rain fell."],
        "2009-11-05",
    ),
    "who acts was set up on a day of other times": (
        [PLAIN, "The chief, whose arrest had been ordered on 31 May 2004, left on 21 July."],
        "2009-07-21",
    ),
    "the document's date": ([PLAIN, "On 4 May, rain fell."], "2009-05-04"),
    "never after the document": ([PLAIN, "On 4 December, rain fell."], "2008-12-04"),
    "the date before it": ([PLAIN, "Rain fell on 3 March 2008 and again on 9 April."], "2008-04-09"),
    "the date before it, past the end of a year": (
        [PLAIN, "Rain fell on 20 November 2008. The floods began on 4 January."],
        "2009-01-04",
    ),
    "an earlier paragraph": ([PLAIN, "Rain fell on 3 March 2009.", "On 9 April, it fell again."], "2009-04-09"),
    "the date of a document says nothing": (
        [PLAIN, "In its resolution 1778 (2007) of 25 September 2007, the Council asked for help. On 4 May, rain fell."],
        "2009-05-04",
    ),
    "figures of another time say nothing": (
        [PLAIN, "Floods were fewer than in the period from 1 March to 31 August 2007.", "On 4 May, rain fell."],
        "2009-05-04",
    ),
    "a day of comparison says nothing": (
        [PLAIN, "Floods were fewer than on 3 September 2008.", "On 4 October, rain fell."],
        "2009-10-04",
    ),
    "what lies ahead in the same paragraph": (
        [
            PLAIN,
            "The vote of 26 October 2009 was on the election, which was set for 6 December. Rain fell on 18 November.",
        ],
        "2009-11-18",
    ),
    "what lies ahead": ([PLAIN, "The dam is to be opened on 12 December."], "2009-12-12"),
    "what lies ahead, next year": ([PLAIN, "The Parliament will reconvene on 16 January."], "2010-01-16"),
    "what was ahead once": ([PLAIN, "The dam was to be opened on 12 December."], "2008-12-12"),
    "between the last report and the end": (
        [
            "It covers developments between the issuance of my report of 8 December 2008 (S/2008/80) and 31 October 2009.",
            "The dam was built in 2007. On 22 December, rain fell.",
        ],
        "2008-12-22",
    ),
    "the number of a resolution says nothing": (
        [
            PLAIN,
            "# II. Report of the Committee pursuant to resolutions 1970 (2011) and 1973 (2011)",
            "On 4 May, rain fell.",
        ],
        "2009-05-04",
    ),
    "the number of a resolution without its year": (
        [PLAIN, "# II. Committee pursuant to resolution 1988", "On 4 May, rain fell."],
        "2009-05-04",
    ),
    "a year to come says nothing": ([PLAIN, "All goals are due by 2015. On 4 May, rain fell."], "2009-05-04"),
    "a heading": ([PLAIN, "# II. Activities in 2007", "On 4 May, rain fell."], "2007-05-04"),
    "a heading of another section": (
        [PLAIN, "# II. Activities in 2007", "Rain fell.", "# III. Activities in 2008", "On 4 May, rain fell."],
        "2008-05-04",
    ),
    "a heading with the name of a plan": ([PLAIN, "# II. The 2005 Agenda", "On 4 May, rain fell."], "2009-05-04"),
    "a heading on what happened since a year": (
        [PLAIN, "# II. Floods in the valley since 2004", "On 4 May, rain fell."],
        "2009-05-04",
    ),
    "the date of an agreement says nothing": (
        [PLAIN, "The dam was agreed on in the Sand Protocol of 17 August 2008. On 4 October, rain fell."],
        "2009-10-04",
    ),
    "a year that a sentence only mentions": (
        [PLAIN, "Nine schools had to close since the dam was built in 2007. On 4 October, rain fell."],
        "2009-10-04",
    ),
    "a year that opens the sentence before": (
        [PLAIN, "In April 2007, the dam was opened. In August, rain fell."],
        "2007-08",
    ),
    "what is older than a year has its year": (
        [PLAIN, "The dam that broke on 13 June 2007 was old; on 20 September, a new one was opened."],
        "2009-09-20",
    ),
    "what is told right behind a day": (
        [PLAIN, "The dam broke at night on 3 March 2007. The water came on 9 March."],
        "2007-03-09",
    ),
    "a weekday that does not fit": (
        [PLAIN, "Rain fell on 12 July 2009.", "It fell again on Wednesday, 13 July."],
        "2009-07-13",
    ),
    "behind a range that ends in another year": (
        [PLAIN, "From October 2007 to December 2008, rain fell. The dam broke on 18 January."],
        "2009-01-18",
    ),
    "what is being convened": ([PLAIN, "A conference is being convened on 29 December."], "2009-12-29"),
    "a heading with a year to come": ([PLAIN, "# II. Rain in 2015", "On 4 May, rain fell."], "2009-05-04"),
}


@pytest.mark.parametrize(("blocks", "wanted"), YEARS.values(), ids=YEARS)
def test_the_year_of_a_date(blocks: list[str], wanted: str) -> None:
    assert last(report(*blocks)) == [wanted]


COORDINATED = {
    "1 and 2 August": ["2009-08-01", "2009-08-02"],
    "29 November and 2 December": ["2008-11-29", "2008-12-02"],
    "31 December and 2 January": ["2008-12-31", "2009-01-02"],
    "30 September, 1 October and 3 October": ["2009-09-30", "2009-10-01", "2009-10-03"],
    "4 May and on 6 June 2007": ["2007-05-04", "2007-06-06"],
}


@pytest.mark.parametrize(("expression", "days"), COORDINATED.items())
def test_dates_of_one_expression_share_the_year(expression: str, days: list[str]) -> None:
    assert last(report(PLAIN, f"Rain fell on {expression}."), len(days)) == days


def test_the_session_in_the_masthead_may_lie_ahead() -> None:
    """A programme of work is issued before its session."""
    above = ("Committee on Sand", "Fifty-fourth session", "New York, 1–12 March 2010")
    found = report(PLAIN, "On 8 March, the Committee takes up the item.", title="Organization of work", above=above)
    assert last(found) == ["2010-03-08"]
    found = report(PLAIN, "On 8 April, rain fell.", title="Organization of work", above=above)
    assert last(found) == ["2009-04-08"]


# ---------------------------------------------------------------------- days told by the day before

RELATIVE = {
    "the same day": (["Rain fell on 4 May. On the same day, the dam broke."], "2009-05-04"),
    "the following day": (["Rain fell on 31 May. The following day, the dam broke."], "2009-06-01"),
    "the previous day": (["Rain fell on 1 May, and the previous day the dam had broken."], "2009-04-30"),
    "that day": (["Rain fell on 4 May, and that day the dam broke."], "2009-05-04"),
    "after a range": (["Rain fell from 4 to 6 May. The following day, the dam broke."], "2009-05-07"),
    "in the next paragraph": (["Rain fell on 4 May.", "On the same day, the dam broke."], "2009-05-04"),
    "two paragraphs on": (["Rain fell on 4 May.", "Nobody came.", "On the same day, the dam broke."], ""),
    "earlier that month": (["The dam broke on 15 March. Earlier that month, rain fell."], "2009-03"),
    "after a month": (["Rain fell in May. On the same day, the dam broke."], ""),
    "at the beginning": (["On the same day, the dam broke."], ""),
}


@pytest.mark.parametrize(("paragraphs", "wanted"), RELATIVE.values(), ids=RELATIVE)
def test_days_told_by_the_day_before(paragraphs: list[str], wanted: str) -> None:
    assert last(report(PLAIN, PLAIN, *paragraphs)) == [wanted]


def test_the_end_of_the_period_is_no_day_before() -> None:
    assert last(report(COVERS, "On the same day, the dam broke.")) == [""]


def test_a_sentence_on_other_times_goes_on() -> None:
    assert last(report(COVERS, "On 3 March 2007, the dam was built, and on 9 April it broke.")) == ["2007-04-09"]


def test_a_sentence_that_ends_in_its_date() -> None:
    """As "since the last report, behind a date of other times", which has words behind the date."""
    blocks = ("It tells of developments since my report of 19 December 2008.", "The dam was built on 3 March 2008.")
    assert last(report(blocks[0], f"{blocks[1]} On 9 April, rain fell.")) == ["2009-04-09"]


def test_a_line_above_a_list_gives_it_the_year() -> None:
    found = report(
        COVERS, "During 2008, the Panel travelled as follows:", "# (a) Chad, 3 March;", "# (b) Mali, 9 April."
    )
    assert [m["value"] for m in found.rows["mentions"] if m["label"] == "DATE"][-2:] == ["2008-03-03", "2008-04-09"]


def test_a_day_that_was_told_with_its_year() -> None:
    """The heading says 2008 of what else stands below it (reports of the Security Council)."""
    told = "The dam was built between 28 and 30 October 2007. It leaked on 28 October."
    assert last(report("# Floods in 2008", told)) == ["2007-10-28"]


def test_the_year_at_the_end_of_a_sentence() -> None:
    told = "It visited Faya from 11 to 15 February and the dam on 27 February 2007."
    assert last(report(COVERS, told), 2) == ["2007-02-11/2007-02-15", "2007-02-27"]


def test_what_began_with_a_period_is_no_day_before() -> None:
    told = "The report, which covers the biennium that began on 12 May 2006, was adopted at the meeting held on 29 May."
    assert last(report(COVERS, told)) == ["2009-05-29"]


def test_a_period_in_brackets_in_the_title() -> None:
    title = "FURTHER REPORT OF THE SECRETARY-GENERAL ON CHAD (20 March-20 June 2009)"
    assert last(report("The dam was built in 1991.", "On 24 March, it leaked.", title=title)) == ["2009-03-24"]
