"""The dates that editors write, and the numbers that are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.model import DateMention, Passage, Segment
from extract.recognise import dates

SEGMENT = Segment("x", "body", "paragraph", "", "", "", 0, 0, 0, 0)


def find(text: str) -> list[DateMention]:
    return dates.find(Passage(SEGMENT, text, range(len(text))))


def read(text: str) -> list[str]:
    """`words = value` of each date; `--05-06` lacks its year, an impossible date has no value."""
    return [f"{m.text} = {_value(m)}" for m in find(text)]


def _value(m: DateMention) -> str:
    if m.note == "impossible":
        return "impossible"
    if m.value:
        return m.value
    day, month, _, day2, month2, _ = m.parts
    first = f"--{month:02d}-{day:02d}" if day else f"--{month:02d}"
    return f"{first}/--{month2 or month:02d}-{day2:02d}" if day2 else first


SINGLE = {
    "6 June 2005": "2005-06-06",
    "06 June 2005": "2005-06-06",
    "6 June": "--06-06",
    "6 JUNE 2005": "2005-06-06",
    "11 Jan 2005": "2005-01-11",
    "1 Sept. 2005": "2005-09-01",
    "29 February 2004": "2004-02-29",
    "31 December 1999": "1999-12-31",
    "1 May 1899": "1899-05-01",
    "1st May 2005": "2005-05-01",
    "1st of May 2005": "2005-05-01",
    "22nd June 2005": "2005-06-22",
    "5 May, 2005": "2005-05-05",
    "Wednesday, 11 March 2009": "2009-03-11",
    "Monday 14 March 2005": "2005-03-14",
    "Wednesday, 11 March": "--03-11",
    "January 11, 2005": "2005-01-11",
    "January 11 2005": "2005-01-11",
    "Jan. 11, 2005": "2005-01-11",
    "June 2nd, 2005": "2005-06-02",
    "2005-01-11": "2005-01-11",
    "31/01/2005": "2005-01-31",
    "11/12/2005": "2005-12-11",
    "01/31/2005": "2005-01-31",
    "01.02.2005": "2005-02-01",
    "September 2006": "2006-09",
    "Sept. 2006": "2006-09",
    "31 June 2005": "impossible",
    "30 February 2005": "impossible",
    "29 February 2005": "impossible",
    "31 September 2005": "impossible",
    "2005-02-30": "impossible",
    "13/14/2005": "impossible",
}
RANGES = {
    "6-9 November 2005": "2005-11-06/2005-11-09",
    "6–9 November 2005": "2005-11-06/2005-11-09",
    "6 - 9 November 2005": "2005-11-06/2005-11-09",
    "6 to 9 November 2005": "2005-11-06/2005-11-09",
    "6 through 9 November 2005": "2005-11-06/2005-11-09",
    "6 until 9 November 2005": "2005-11-06/2005-11-09",
    "5/6 May 2004": "2004-05-05/2004-05-06",
    "1st to 3rd May 2005": "2005-05-01/2005-05-03",
    "6-9 November": "--11-06/--11-09",
    "6 November-9 December 2005": "2005-11-06/2005-12-09",
    "28 February–3 March 2006": "2006-02-28/2006-03-03",
    "28 October to 1 November 2005": "2005-10-28/2005-11-01",
    "15 March-15 April": "--03-15/--04-15",
    "30 December 2004-2 January 2005": "2004-12-30/2005-01-02",
    "30 December 2004 to 2 January": "2004-12-30/2005-01-02",
    "1 July to 30 June 2006": "2005-07-01/2006-06-30",
    "6 November 2005 until 9 December 2006": "2005-11-06/2006-12-09",
    "January 13-15, 2006": "2006-01-13/2006-01-15",
    "Monday, 7 March to Friday, 11 March 2005": "2005-03-07/2005-03-11",
    "January to March 2005": "2005-01/2005-03",
    "June 2005-July 2006": "2005-06/2006-07",
    "December to January 2006": "2005-12/2006-01",
    "04.02–05.02.2004": "2004-02-04/2004-02-05",
    "04.02.–05.02.2004": "2004-02-04/2004-02-05",
    "30.06–02.07.2004": "2004-06-30/2004-07-02",
    "30.XII–2.I.1954": "1953-12-30/1954-01-02",
    "1.XII – 4.XII.1952": "1952-12-01/1952-12-04",
    "21/7–29/7/1953": "1953-07-21/1953-07-29",
    "9-6 November 2005": "impossible",
    "29-31 June 2005": "impossible",
}


@pytest.mark.parametrize(("text", "value"), [*SINGLE.items(), *RANGES.items()])
@pytest.mark.parametrize(
    "frame", ["{}", "On {}, the Committee met.", "({})", "It met on {}.", "the meeting of {}; and"]
)
def test_one_date(text: str, value: str, frame: str) -> None:
    """A date is found with all its words, whatever stands around it."""
    assert read(frame.format(text)) == [f"{text} = {value}"]


SENTENCES = {
    # between
    "between 6 and 29 October 2005": ["6 and 29 October 2005 = 2005-10-06/2005-10-29"],
    "between 6 November and 9 December 2005": ["6 November and 9 December 2005 = 2005-11-06/2005-12-09"],
    "Between 6 and 29 October, it": ["6 and 29 October = --10-06/--10-29"],
    # coordinated days, months, years
    "11 and 13 May 2005": ["11 = 2005-05-11", "13 May 2005 = 2005-05-13"],
    "11 January and 28 March 2005": ["11 January = 2005-01-11", "28 March 2005 = 2005-03-28"],
    "16 June and 10 October 2006": ["16 June = 2006-06-16", "10 October 2006 = 2006-10-10"],
    "3, 5 and 9 May 2005": ["3 = 2005-05-03", "5 = 2005-05-05", "9 May 2005 = 2005-05-09"],
    "3, 5, and 9 May 2005": ["3 = 2005-05-03", "5 = 2005-05-05", "9 May 2005 = 2005-05-09"],
    "5, 6 and 7 of May 2005": ["5 = 2005-05-05", "6 = 2005-05-06", "7 of May 2005 = 2005-05-07"],
    "5th, 6th and 7th May 2005": ["5th = 2005-05-05", "6th = 2005-05-06", "7th May 2005 = 2005-05-07"],
    "on 8 and 22 May": ["8 = --05-08", "22 May = --05-22"],
    "5 May or 6 May 2005": ["5 May = 2005-05-05", "6 May 2005 = 2005-05-06"],
    "30 December and 2 January 2005": ["30 December = 2004-12-30", "2 January 2005 = 2005-01-02"],
    "11 January and 28 March 2005 and 6 May 2006": [
        "11 January = 2005-01-11",
        "28 March 2005 = 2005-03-28",
        "6 May 2006 = 2006-05-06",
    ],
    "Monday, 14 March, and Tuesday, 15 March 2005": [
        "Monday, 14 March = 2005-03-14",
        "Tuesday, 15 March 2005 = 2005-03-15",
    ],
    "Friday 6 and Monday 9 May 2005": ["Friday 6 = 2005-05-06", "Monday 9 May 2005 = 2005-05-09"],
    "3-5 May and 7-9 June 2005": ["3-5 May = 2005-05-03/2005-05-05", "7-9 June 2005 = 2005-06-07/2005-06-09"],
    "9-11, 14 and 15 June 2010": ["9-11 = 2010-06-09/2010-06-11", "14 = 2010-06-14", "15 June 2010 = 2010-06-15"],
    "1 to 5 March, 7 April and 9 May 2007": [
        "1 to 5 March = 2007-03-01/2007-03-05",
        "7 April = 2007-04-07",
        "9 May 2007 = 2007-05-09",
    ],
    "on 8 and 22 May, and on 3 June 2006": ["8 = --05-08", "22 May = --05-22", "3 June 2006 = 2006-06-03"],
    "from 3 to 9 June and on 12 June": ["3 to 9 June = --06-03/--06-09", "12 June = --06-12"],
    "the 3rd to 7th meetings, on 6, 8, 9, 10 and 13 October": [
        "6 = --10-06",
        "8 = --10-08",
        "9 = --10-09",
        "10 = --10-10",
        "13 October = --10-13",
    ],
    "in January and February 2005": ["January = 2005-01", "February 2005 = 2005-02"],
    "in May and June held numerous meetings": ["May = --05", "June = --06"],
    "during 2005 and 2006": ["2005 = 2005", "2006 = 2006"],
    "from 2001 to 2003": ["2001 to 2003 = 2001/2003"],
    "(3 October 2000; 10 August 2025)": ["3 October 2000 = 2000-10-03", "10 August 2025 = 2025-08-10"],
    "January 11, 2005 and January 13-15, 2006": [
        "January 11, 2005 = 2005-01-11",
        "January 13-15, 2006 = 2006-01-13/2006-01-15",
    ],
    "Tuesday and Wednesday, 3 and 4 May 2005": ["Tuesday and Wednesday, 3 = 2005-05-03", "4 May 2005 = 2005-05-04"],
    "on 6 and 8 to 10 May 2005": ["6 = 2005-05-06", "8 to 10 May 2005 = 2005-05-08/2005-05-10"],
    "10 to 12 and 15 May 2005": ["10 to 12 = 2005-05-10/2005-05-12", "15 May 2005 = 2005-05-15"],
    "6-9 and 12-14 May 2005": ["6-9 = 2005-05-06/2005-05-09", "12-14 May 2005 = 2005-05-12/2005-05-14"],
    "28 September, 1 and 3 October 2005": [
        "28 September = 2005-09-28",
        "1 = 2005-10-01",
        "3 October 2005 = 2005-10-03",
    ],
    "4 to 8 and 11 April, 2-6 May and 30 June 2005": [
        "4 to 8 = 2005-04-04/2005-04-08",
        "11 April = 2005-04-11",
        "2-6 May = 2005-05-02/2005-05-06",
        "30 June 2005 = 2005-06-30",
    ],
    "the night of 14-15 May 2005": ["14-15 May 2005 = 2005-05-14/2005-05-15"],
    "9 May 2005-10 May 2005": ["9 May 2005-10 May 2005 = 2005-05-09/2005-05-10"],
    "in March, April and May 2005": ["March = 2005-03", "April = 2005-04", "May 2005 = 2005-05"],
    "on 31 June and 1 July 2005": ["31 June = impossible", "1 July 2005 = 2005-07-01"],
    # a month, a year, vague
    "in September": ["September = --09"],
    "As of September 2006, there were 77,000": ["September 2006 = 2006-09"],
    "since 2005": ["2005 = 2005"],
    "late 2005": ["late 2005 = 2005"],
    "From late 2005 to early 2006, the": ["late 2005 = 2005", "early 2006 = 2006"],
    "in mid-2005": ["mid-2005 = 2005"],
    "by the end of 2005": ["end of 2005 = 2005"],
    "mid-June 2004": ["mid-June 2004 = 2004-06"],
    # with numbers beside them
    "on 6 November 2006, 12 members met": ["6 November 2006 = 2006-11-06"],
    "Of the 12 members, 3 met on 4 July 2005 at 3 p.m.": ["4 July 2005 = 2005-07-04"],
    "resolution 1701 (2006) of 11 August 2006": ["11 August 2006 = 2006-08-11"],
    "S/2006/12 of 3 May": ["3 May = --05-03"],
    "on 13 October (see A/C.4/48/SR.2-6, 11 and 12)": ["13 October = --10-13"],
    "At its 400th meeting, on 8 April": ["8 April = --04-08"],
    "paragraph 5, May 2005": ["May 2005 = 2005-05"],
    "met on 9 November 2005 and 10 members": ["9 November 2005 = 2005-11-09"],
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.items())
def test_sentences(text: str, wanted: list[str]) -> None:
    assert read(text) == wanted


NO_DATES = (
    "77,000 troops in 18 missions",
    "resolution 1547 (2004)",
    "resolutions 1373 (2001), 1456 (2003) and 1566 (2004)",
    "resolution 2005 (2011)",
    "S/2006/972",
    "S/PRST/2001/3",
    "A/60/180 and A/60/181",
    "$5 billion",
    "$5.5 million",
    "paragraphs 10 and 11",
    "paragraphs 5 to 9 above",
    "18 missions",
    "3 to 5 members",
    "15 of the 16 posts",
    "77 per cent of 2,000",
    "at 10.30 a.m.",
    "1,547 May",
    "55 years",
    "the 400th meeting",
    "the 3rd to 7th meetings",
    "They may 5 times ask",
    "the march of time",
    "the March of time",
    "May the Council decide",
    "the second session",
    "No. 14 and No. 15",
    "2004 military personnel",
    "ISO 3166-1",
    "article 27, 3",
    "06-65412 (E)",
    "DEC 5",
    "the 2005/06 period",
    "1 2 3",
    "",
)


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert read(text) == []


def test_words_and_offsets() -> None:
    """The mention is the slice of its passage, and `start`, `end` lead back to the canonical text."""
    text = "On 11 January and 6-9 November 2005 (28 February 2006) it met."
    found = dates.find(Passage(SEGMENT, text, range(100, 100 + len(text))))
    assert len(found) == 3
    for m in found:
        assert text[m.at : m.to] == m.text and (m.start, m.end) == (100 + m.at, 100 + m.to)
        assert (m.label, m.method) == ("DATE", "rule")


def test_one_cluster_an_expression() -> None:
    found = find("On 11 January and 28 March 2005 the Chairman, and from 3 to 5 May the Bureau, met.")
    assert [m.cluster for m in found] == [0, 0, 1]


def test_precision_and_basis() -> None:
    said = {
        m.text: (m.precision, m.year_from)
        for m in find("on 3 May 2005, in June 2006, since 2004, in late 2003, on 4 July")
    }
    assert said == {
        "3 May 2005": ("day", "stated"),
        "June 2006": ("month", "stated"),
        "2004": ("year", "stated"),
        "late 2003": ("vague", "stated"),
        "4 July": ("day", ""),
    }


def test_a_year_from_the_context() -> None:
    (day,) = find("on 30 May")
    assert dates.lacks_year(day) and day.first is None
    resolved = dates.resolve(day, 2006, "the year of the sentence above")
    assert (resolved.value, resolved.year_from) == ("2006-05-30", "the year of the sentence above")
    assert not dates.lacks_year(resolved)
    (span,) = find("from 30 December to 2 January")
    assert dates.resolve(span, 2005, "x").value == "2005-12-30/2006-01-02"
    (odd,) = find("on 31 November")
    assert dates.resolve(odd, 2005, "x").note == "impossible"
    (leap,) = find("on 29 February")
    assert dates.resolve(leap, 2005, "x").note == "impossible" and dates.resolve(leap, 2004, "x").value == "2004-02-29"


@pytest.mark.parametrize(
    ("text", "fits"), [("Monday, 14 March 2005", True), ("Sunday, 14 March 2005", False), ("14 March 2005", True)]
)
def test_weekdays(text: str, fits: bool) -> None:
    (day,) = find(text)
    assert dates.weekday_fits(day) is fits


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("11 janv. 2005", "2005-01-11"),
        ("Jan 11th 2005", "2005-01-11"),
        ("UNMIS", None),
        ("June", None),
        ("1", None),
        ("11 January", None),
    ],
)
def test_odd_expressions(text: str, value: str | None) -> None:
    """What the grammar leaves goes to dateparser, never with a part that is not printed."""
    found = dates.odd(text)
    assert (str(found) if found else None) == value


def test_a_long_run_is_bounded() -> None:
    assert find("3 May 2005 and " * 5000)
    assert find("1, " * 20000 + "May 2005") is not None


FURTHER = {
    "14.-18.1.2005 and 28.3.-1.4.2005": [
        "14.-18.1.2005 = 2005-01-14/2005-01-18",
        "28.3.-1.4.2005 = 2005-03-28/2005-04-01",
    ],
    "26.-30.XI.1962": ["26.-30.XI.1962 = 1962-11-26/1962-11-30"],
    "11. & 13.6.1963": ["11 = 1963-06-11", "13.6.1963 = 1963-06-13"],
    "2010-11-22/26": ["2010-11-22/26 = 2010-11-22/2010-11-26"],
    "2010-11-22/2010-11-26": ["2010-11-22/2010-11-26 = 2010-11-22/2010-11-26"],
    "2010-11-22 / 2010-11-26": ["2010-11-22 / 2010-11-26 = 2010-11-22/2010-11-26"],
    "THURSDAY, MAY 17, 2001": ["MAY 17, 2001 = 2001-05-17"],
    "It MAY be held": [],
    "on the twenty-eighth of June 1955": ["twenty-eighth of June 1955 = 1955-06-28"],
    "from the 28th of June to the 3rd of July 1955": ["28th of June to the 3rd of July 1955 = 1955-06-28/1955-07-03"],
    "from the second to the fifth of May 1955": ["second to the fifth of May 1955 = 1955-05-02/1955-05-05"],
    "between the 2nd and the 5th of May 1955": ["2nd and the 5th of May 1955 = 1955-05-02/1955-05-05"],
    "on the second and the fifth of May 1955": ["second = 1955-05-02", "fifth of May 1955 = 1955-05-05"],
    "on 3 May 1955 and the 5 members; article 3 to the 5 May 1955 law": [
        "3 May 1955 = 1955-05-03",
        "5 May 1955 = 1955-05-05",
    ],
    "at its second session of June 1955": ["June 1955 = 1955-06"],
    "on 4 and in Geneva on 9 May 2005": ["4 = 2005-05-04", "9 May 2005 = 2005-05-09"],
    "They meet on Monday.": [],
    "January 11 and 13, 2005": ["January 11 = 2005-01-11", "13, 2005 = 2005-01-13"],
    "January 11, 13 and 15, 2005": ["January 11 = 2005-01-11", "13 = 2005-01-13", "15, 2005 = 2005-01-15"],
    "On January 11, 13 members met": ["January 11 = --01-11"],
    "from June 19 to 14 July 2009": ["June 19 to 14 July 2009 = 2009-06-19/2009-07-14"],
    "from October 2010 to 7 January 2011": ["October 2010 to 7 January 2011 = 2010-10/2011-01-07"],
    "May 5-June 3, 2005": ["May 5-June 3, 2005 = 2005-05-05/2005-06-03"],
    "2005-01-11 to 2005-01-14": ["2005-01-11 to 2005-01-14 = 2005-01-11/2005-01-14"],
    "11/01/2005-14/01/2005": ["11/01/2005-14/01/2005 = 2005-01-11/2005-01-14"],
    "2005/01/11": ["2005/01/11 = 2005-01-11"],
    "11-Jan-2005": ["11-Jan-2005 = 2005-01-11"],
    "11-Jan-05": ["11-Jan-05 = 2005-01-11"],
    "11.IV.1994": ["11.IV.1994 = 1994-04-11"],
    "3/XII/1993": ["3/XII/1993 = 1993-12-03"],
    "11-03-2009": ["11-03-2009 = 2009-03-11"],
    "32 May 2005": ["32 May 2005 = impossible"],
    "Mon., 14 March 2005": ["Mon., 14 March 2005 = 2005-03-14"],
    "Tue 15 March 2005": ["Tue 15 March 2005 = 2005-03-15"],
    "in the first half of 2005": ["first half of 2005 = 2005-01/2005-06"],
    "in the second quarter of 2006": ["second quarter of 2006 = 2006-04/2006-06"],
    "in the last quarter of 2006": ["last quarter of 2006 = 2006-10/2006-12"],
    "the third half of 2006": [],
    "Monday, 24 February, to Thursday, 13 March 2025": [
        "Monday, 24 February, to Thursday, 13 March 2025 = 2025-02-24/2025-03-13"
    ],
    "7-9 (morning) July 2025": ["7-9 (morning) July 2025 = 2025-07-07/2025-07-09"],
    "4 May (morning and afternoon) and 5 May 2009": ["4 May = 2009-05-04", "5 May 2009 = 2009-05-05"],
    "4 December (afternoon) 2026": ["4 December (afternoon) 2026 = 2026-12-04"],
    "3 (afternoon)–5 December 2025": ["3 (afternoon)–5 December 2025 = 2025-12-03/2025-12-05"],
    "29 June–8 July (morning), 2026": ["29 June–8 July (morning), 2026 = 2026-06-29/2026-07-08"],
    "from 14 to 18 and from 21 to 23 July 2009": [
        "14 to 18 = 2009-07-14/2009-07-18",
        "21 to 23 July 2009 = 2009-07-21/2009-07-23",
    ],
    "from Monday, 4, to Friday, 8 May 2009": ["Monday, 4, to Friday, 8 May 2009 = 2009-05-04/2009-05-08"],
    "on 3 and on 5 May 2009": ["3 = 2009-05-03", "5 May 2009 = 2009-05-05"],
    "on 3 and on 5 occasions in May 2009": ["May 2009 = 2009-05"],
    "9-11.05.2009": ["9-11.05.2009 = 2009-05-09/2009-05-11"],
    "from mid to late April 2006": ["mid to late April 2006 = 2006-04"],
    "in early to mid-June 2006": ["early to mid-June 2006 = 2006-06"],
    "at the August meeting of the board": ["August = --08"],
    "the March on the capital": [],
    "in early March 2006": ["early March 2006 = 2006-03"],
    "in the week of 4 May 2009": ["the week of 4 May 2009 = 2009-05"],
    "during the week of 5 to 11 August 2018": ["5 to 11 August 2018 = 2018-08-05/2018-08-11"],
    "for a week beginning on Monday, 4 May 2009": ["week beginning on Monday, 4 May 2009 = 2009-05"],
    "the Sun and 3 others": [],
    "1/2/05": [],
}


@pytest.mark.parametrize(("text", "wanted"), FURTHER.items())
def test_further_forms(text: str, wanted: list[str]) -> None:
    assert read(text) == wanted


def test_the_mark_of_a_note_is_no_figure_of_a_date() -> None:
    """E/2025/72: "(morning)28 2025", where 28 is raised."""
    text = "3 December (morning) 28 2025, 12 May 3 2009, on 4 7 May 2009"
    marks = [(text.index("28"), text.index("28") + 2), (text.index(" 3 2009") + 1, text.index(" 3 2009") + 2)]
    marks.append((text.index("7 May"), text.index("7 May") + 1))  # raised by a slip: a day all the same
    found = dates.find(Passage(SEGMENT, text, range(len(text))), marks=marks)
    assert [m.value for m in found] == ["2025-12-03", "2009-05-12", "2009-05-07"]
    assert all(text[m.start : m.end] == m.text for m in found)


def test_years_of_two_figures_stand_in_tables_only() -> None:
    cell = replace(SEGMENT, kind="table_cell")
    (day,) = dates.find(Passage(cell, "11/03/09", range(8)))
    assert day.value == "2009-03-11"
    assert find("11/03/09") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("27 Apr. - 2 May 97", ["1997-04-27/1997-05-02"]),
        ("6 - 16 Oct. 97", ["1997-10-06/1997-10-16"]),
        ("14 Oct 12", ["2012-10-14"]),
        ("3 March 97 and 5 May 97", ["1997-03-03", "1997-05-05"]),
        ("4 May 10 a.m.", ["--05-04"]),
        ("4 May 10–12", ["--05-04"]),
        ("4 May 12 (Geneva)", ["--05-04"]),
    ],
)
def test_years_of_two_figures_behind_a_month(text: str, wanted: list[str]) -> None:
    """In a cell: what may be a day or an hour is a year only where the cell is a date and no more."""
    cell = replace(SEGMENT, kind="table_cell")
    assert [_value(m) for m in dates.find(Passage(cell, text, range(len(text))))] == wanted


@pytest.mark.parametrize("text", ["12 and 13 June", "20/24 March", "15 May and 16"])
def test_a_day_is_no_year(text: str) -> None:
    """A cell without any year, in a table without one: its second day must not become the year."""
    assert dates.odd(text) is None
