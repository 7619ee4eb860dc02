"""The plots: well-formed drawings of what was counted, from no event to twenty thousand."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from extract import extract, tables
from extract.report import Row, Rows
from extract.write import plots
from extract.write.plots.svg import Plot
from tests.review_fixture import empty, row
from tests.support import REAL, files
from tests.test_review_pages import HOSTILE
from tests.writing import combined, figures

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("timeline", "missions_by_year", "participants")
TYPES = tables.MEETINGS.columns[tables.MEETINGS.names.index("event_type")].values
FORMATS = tables.MEETINGS.columns[tables.MEETINGS.names.index("format")].values


def event(n: int, day: dt.date | None, **values: Any) -> Row:
    given = {"event_type": "meeting", "is_own": True, "subject": "S", "start_date": day, "end_date": day}
    return row("meetings", meeting_id=f"D/{n}", document_id="D", **(given | values))


def guest(n: int, meeting: int, **values: Any) -> Row:
    return row("participants", participant_id=f"D/{meeting}/{n}", meeting_id=f"D/{meeting}", **values)


def concerns(mission: str, meeting: int) -> Row:
    return row("meeting_missions", meeting_id=f"D/{meeting}", mission_id=mission)


def with_rows(**given_rows: list[Row]) -> Rows:
    return empty() | given_rows


def drawn(rows: Rows) -> dict[str, tuple[Plot, Any]]:
    """Each plot with its parsed drawing."""
    with figures(rows) as found:
        return {p.name: (p, etree.fromstring(p.svg.encode())) for p in plots.plots(found)}


def sane(root: Any) -> None:
    """A title, a description, no script or link, nothing far outside the picture."""
    assert root.tag == f"{SVG}svg"
    assert root[0].tag == f"{SVG}title" and root[0].text
    assert root[1].tag == f"{SVG}desc" and root[1].text
    assert set(root.get("aria-labelledby").split()) == {root[0].get("id"), root[1].get("id")}
    width, height = float(root.get("width")), float(root.get("height"))
    for e in root.iter():
        assert e.tag not in {f"{SVG}script", f"{SVG}style", f"{SVG}a", f"{SVG}image", f"{SVG}foreignObject"}
        assert not [a for a in e.attrib if a.startswith("on") or "href" in a or a == "style"]
        for name, limit in (("x", width), ("y", height), ("cx", width), ("cy", height)):
            if e.get(name):
                assert -1 <= float(e.get(name)) <= limit + 1, etree.tostring(e)
        if e.get("width"):
            assert float(e.get("x", 0)) + float(e.get("width")) <= width + 1


def words(root: Any) -> list[str]:
    return [t.text or "" for t in root.iter(f"{SVG}text")]


def test_nothing_to_show_is_one_line() -> None:
    for plot, root in drawn(empty()).values():
        sane(root)
        assert words(root) == [plot.title, plot.caption] and not plot.rows


def test_one_event() -> None:
    rows = with_rows(
        meetings=[event(1, dt.date(2005, 12, 9))],
        missions=[row("missions", mission_id="ONUB", acronym="ONUB")],
        meeting_missions=[concerns("ONUB", 1), concerns("ONUB", 1)],
        participants=[guest(1, 1, country_iso3="BDI"), guest(2, 1, organisation="World Bank")],
    )
    found = drawn(rows)
    for _, root in found.values():
        sane(root)
    assert list(found["timeline"][0].rows) == [("2005", 1, 1)]
    assert list(found["missions_by_year"][0].rows) == [("ONUB", 1, 1)]
    assert set(found["participants"][0].rows) == {("Burundi", "State", 1), ("World Bank", "organisation", 1)}
    assert len(list(found["timeline"][1].iter(f"{SVG}circle"))) == 1


def test_twenty_thousand_events_are_bars(tmp_path: Path) -> None:
    meetings = [
        event(i, dt.date(1946, 1, 1) + dt.timedelta(days=i * 29191 // 20000), event_type=TYPES[i % len(TYPES)])
        for i in range(20000)
    ]
    missions = [row("missions", mission_id=f"M{i}", acronym=f"M{i}") for i in range(40)]
    rows = with_rows(
        meetings=meetings,
        missions=missions,
        meeting_missions=[concerns(f"M{i % 40}", i) for i in range(20000)],
        participants=[guest(1, i, organisation=f"Organisation {i % 300}") for i in range(20000)],
    )
    found = drawn(rows)
    for plot, root in found.values():
        sane(root)
        assert len(plot.svg) < 200_000
    timeline, missions_by_year, participants = (found[name][0] for name in NAMES)
    assert sum(r[-1] for r in timeline.rows) == 20000  # type: ignore[misc]
    assert sum(r[-1] for r in missions_by_year.rows) == 20000  # type: ignore[misc]
    assert len(missions_by_year.rows) == 21 and missions_by_year.rows[-1][0] == "20 other missions"
    assert "280 more are not shown" in participants.caption


def test_own_events_are_counted_and_the_caption_says_so() -> None:
    days = [dt.date(2005, 1, i) for i in range(1, 5)]
    meetings = [event(i, day, is_own=i > 1) for i, day in enumerate(days, 1)]
    meetings.append(event(9, None))
    for plot, _ in drawn(with_rows(meetings=meetings)).values():
        if plot.rows:
            assert "Events of the issuing bodies only: 4 of the 5" in plot.caption
            assert "1 without a date is left out" in plot.caption
    assert list(drawn(with_rows(meetings=meetings))["timeline"][0].rows) == [("2005", 3, 3)]
    others = [event(i, day, is_own=False) for i, day in enumerate(days, 1)]
    assert "All 4 events" in drawn(with_rows(meetings=others))["timeline"][0].caption


def test_each_format_has_a_mark_of_its_own() -> None:
    days = [dt.date(2005, 1, 1) + dt.timedelta(days=40 * i) for i in range(7)]
    meetings = [event(i, days[i], format=f) for i, f in enumerate(("", *FORMATS))]
    _, root = drawn(with_rows(meetings=meetings))["timeline"]
    shapes = Counter()
    for group in root.iter(f"{SVG}g"):
        mark = group[-1]
        shapes[mark.tag, re.sub(r"^M[\d. -]+", "", mark.get("d", "")), mark.get("fill") == "none"] += 1
    assert len(shapes) == 7
    assert {f.replace("_", " ") for f in FORMATS} <= set(words(root))


def test_hostile_words_stay_words() -> None:
    meetings = [event(i, dt.date(2005, 1, 1 + i), subject=p, event_type="visit") for i, p in enumerate(HOSTILE)]
    rows = with_rows(
        meetings=meetings,
        missions=[row("missions", mission_id=p, acronym=p) for p in HOSTILE],
        meeting_missions=[concerns(p, i) for i, p in enumerate(HOSTILE)],
        participants=[guest(1, i, organisation=p) for i, p in enumerate(HOSTILE)],
    )
    for _, root in drawn(rows).values():
        sane(root)
        assert any("<script>" in w for w in root.itertext())


@settings(max_examples=100)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.dates()),
            st.integers(0, 5000),
            st.sampled_from(TYPES),
            st.sampled_from(("", *FORMATS)),
            st.booleans(),
        ),
        max_size=30,
    ),
    st.sampled_from([1, 40]),
)
def test_any_dates_give_a_drawing(drawn_events: list[tuple[dt.date | None, int, str, str, bool]], times: int) -> None:
    meetings = []
    for i, (day, length, kind, form, own) in enumerate(drawn_events * times):
        last = None if day is None else min(dt.date.max.toordinal(), day.toordinal() + length)
        end = None if last is None else dt.date.fromordinal(last)
        meetings.append(event(i, day, end_date=end, event_type=kind, format=form, is_own=own))
    rows = with_rows(
        meetings=meetings,
        missions=[row("missions", mission_id="X")],
        meeting_missions=[concerns("X", i) for i in range(len(meetings))],
    )
    for _, root in drawn(rows).values():
        sane(root)


def test_the_real_report(tmp_path: Path) -> None:
    rows = combined([extract(REAL)])
    with figures(rows) as found:
        for name in ("one", "two"):
            plots.write(found, tmp_path / name)
        timeline, missions, people = plots.plots(found)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert sorted(files(tmp_path / "one")) == sorted(f"{name}.svg" for name in NAMES)
    assert sum(r[-1] for r in timeline.rows) == 19  # type: ignore[misc]
    assert {r[0]: r[-1] for r in missions.rows}["UNMEE"] == sum(
        "UNMEE" in m["missions"].split("; ") for m in rows["meetings"]
    )
    assert people.rows[0][0] == "Security Council Working Group on Peacekeeping Operations"


@pytest.mark.parametrize("days", [1, 20, 200, 800, 1400, 4000, 40000, 700000])
def test_the_axis_has_a_few_round_days(days: int) -> None:
    first = dt.date(1900, 5, 17) if days < 100000 else dt.date(5, 5, 17)
    meetings = [event(1, first), event(2, first + dt.timedelta(days=days))]
    _, root = drawn(with_rows(meetings=meetings))["timeline"]
    ticks = [w for w in words(root) if re.fullmatch(r"\d+(-\d\d)?", w) and len(w) >= 2]
    assert 1 <= len(ticks) <= 15, ticks
