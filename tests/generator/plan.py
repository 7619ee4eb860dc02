"""Plans a report: its period, its tables and the events that stand in them."""

from __future__ import annotations

import random
from datetime import date, timedelta

from .choices import FORMAT_COLUMNS, Choices
from .dates import working_day
from .events import FORMAT_CELLS, KINDS, Event, Plan, Table
from .facts import AFRICA, CHILDREN, COUNTRIES, TERRITORIES, Body, Mission, missions_on
from .people import Group, guests, members, single
from .topics import BUREAU, FRAMES, RETURN, TOPICS, VISIT, Topic


def iso3_of(body: Body) -> str:
    return COUNTRIES[body.country][0] if body.country else ""


def fill_topic(
    rng: random.Random, template: str, body: Body, day: date, without: set[str], wrong: bool = False
) -> Topic | None:
    """The template with a mission, a country, ... that fits body and day; None where nothing fits."""
    if "{X}" in template and (not body.experts or day.year < body.experts_since):
        return None
    missions: tuple[Mission, ...] = ()
    codes: tuple[str, ...] = ()
    country = ""
    if "{M}" in template or "{A}" in template:
        alive = [m for m in missions_on(day, iso3_of(body)) if m.area or "{A}" not in template]
        alive = [m for m in alive if m.wrong or not wrong]
        need = 2 if "{M2}" in template else 1
        if len(alive) < need or (wrong and "{M}" not in template):
            return None
        chosen = rng.sample(alive, need)
        missions = tuple(chosen)
        if "{A}" in template:
            codes = chosen[0].iso3
            template = template.replace("{A}", chosen[0].area)
            missions = tuple(chosen) if "{M}" in template else ()
    elif wrong:
        return None
    if "{C}" in template:
        names = [body.country] if body.country else {"africa": AFRICA, "children": CHILDREN}.get(body.kind, AFRICA)
        fitting = [n for n in names if COUNTRIES[n][1] <= day.year and n not in without]
        if not fitting:
            return None
        country = rng.choice(fitting)
        codes = (COUNTRIES[country][0],)
        template = template.replace("{C}", country)
    text = template.replace("{X}", body.experts).replace("{G}", body.short).replace("{parent}", body.parent)
    text = text.replace("{T}", rng.choice(TERRITORIES)).replace("{Y}", str(day.year + 1))
    return Topic(text, missions, codes, country)


def draw_topic(rng: random.Random, body: Body, day: date, used: set[str], wrong: bool = False) -> Topic:
    """A topic that no other row has; with `wrong`, one that names a mission with a wrong acronym in use."""
    for _ in range(200):
        topic = fill_topic(rng, rng.choice(TOPICS[body.kind]), body, day, set(), wrong)
        if topic and topic.prose() not in used:
            used.add(topic.prose())
            return topic
    raise ValueError("no topic is left")


def _place(rng: random.Random, body: Body, day: date, used: set[str]) -> tuple[str, Topic] | None:
    """Where a visit goes, and its topic."""
    if body.kind in ("procedure", "procedure_sanctions"):
        return None
    if body.kind == "decolonization":
        options: list[tuple[str, Topic]] = [(name, Topic(VISIT.replace("{P}", name))) for name in TERRITORIES]
    else:
        missions = missions_on(day, iso3_of(body))
        options = [("{M}", Topic(VISIT.replace("{P}", "{M}"), (m,))) for m in missions if body.kind == "peacekeeping"]
        names = [body.country] if body.country else (CHILDREN if body.kind == "children" else AFRICA)
        options += [
            (n, Topic(VISIT.replace("{P}", n), (), (COUNTRIES[n][0],), n)) for n in names if COUNTRIES[n][1] <= day.year
        ]
    free = [(place, topic) for place, topic in options if topic.prose() not in used]
    if not free:
        return None
    topic = rng.choice(free)[1]
    used.add(topic.prose())
    return topic.prose().removeprefix("visit to "), topic


def _visit(rng: random.Random, plan: Plan, first: date, last: date, used: set[str], cross: bool) -> Event | None:
    days = rng.randint(2, 6)
    if last - timedelta(days=days + 20) <= first:
        return None
    start = working_day(rng, first, last - timedelta(days=days + 20), plan.taken)
    if cross and first.year < last.year:
        start = max(day for n in (28, 29, 30) if (day := date(first.year, 12, n)).weekday() < 5)
        days = 5
    elif (start + timedelta(days=days)).year != start.year:
        start -= timedelta(days=14)
    place = _place(rng, plan.body, start, used)
    whole = {start + timedelta(days=n) for n in range(days + 1)}
    if place is None or whole & plan.taken:
        return None
    plan.taken |= whole
    label = "visit_undated" if rng.random() < 0.4 else "visit"
    event = Event("visit", "", start, start + timedelta(days=days), place[1], label=label, place=place[0])
    event.visitor = plan.visitor
    event.groups = [single(f"[the ]{plan.visitor}", "office_holder", plan.visitor)]
    return event


def _return(plan: Plan, visit: Event, rng: random.Random, last: date) -> Event | None:
    first = visit.end + timedelta(days=3)
    if first + timedelta(days=12) > last:
        return None
    day = working_day(rng, first, first + timedelta(days=12), plan.taken)
    plan.taken.add(day)
    text = RETURN.replace("{V}", visit.visitor).replace("{his}", plan.pronoun[0])
    text = text.replace("{P}", "{M}" if visit.topic.missions else visit.place)
    topic = Topic(text, visit.topic.missions, visit.topic.countries, visit.topic.country)
    return Event("meeting", "", day, day, topic, label="return", mate=visit)


def _groups(rng: random.Random, plan: Plan, event: Event, kind: str) -> list[Group]:
    if event.label == "undated":
        return [members(plan.body), *event.groups]
    quiet = plan.body.kind in ("procedure", "procedure_sanctions") or "draft" in event.topic.text
    if kind != "joint" and rng.random() < (0.7 if quiet or "organization of work" in event.topic.text else 0.15):
        return [members(plan.body, only=True)]
    found = guests(rng, plan.body, event.start, event.topic, plan.chair, rng.choice((1, 1, 2, 2, 3)))
    return [members(plan.body), *found]


def _bureau(body: Body, day: date) -> Group:
    if body.kind == "peacekeeping" and body.parent == "Security Council":
        text, name = "[the ]Bureau of [the ]Special Committee on Peacekeeping Operations", "Special Committee"
    elif body.kind == "africa" and day.year >= 2005:
        text, name = "[the ]Peace and Security Council of [the ]African Union", "Peace and Security Council"
    else:
        text, name = "[the ]Bureau of [the ]Economic and Social Council", "Economic and Social Council"
    return single(text, "body", "", name, tag="bureau")


def _fill(rng: random.Random, plan: Plan, kind: str, size: int, years: tuple[int, int], used: set[str]) -> list[Event]:
    """The events of one table in the order of their dates."""
    first, last = max(plan.start, date(years[0], 1, 1)), min(plan.end, date(years[1], 12, 31))
    first, last = first + timedelta(days=7), last - timedelta(days=12)
    event_type, form, _ = KINDS[kind]
    events: list[Event] = []
    choices = plan.choices
    if kind in ("mixed", "visits", "formats"):
        for index in range(rng.randint(1, 3) if kind == "visits" else rng.choice((0, 1, 1))):
            cross = index == 0 and choices.date_style in ("plain", "weekday") and rng.random() < 0.2
            visit = _visit(rng, plan, first, last, used, cross)
            if visit:
                events.append(visit)
                back = _return(plan, visit, rng, last) if kind != "visits" and rng.random() < 0.7 else None
                events += [back] if back else []
        if kind == "visits":
            return sorted(events, key=lambda event: event.start)

    def add(topic: Topic, label: str = "single", near: date | None = None) -> Event:
        low, high = (near + timedelta(days=1), near + timedelta(days=9)) if near else (first, last)
        day = working_day(rng, low, high, plan.taken)
        plan.taken.add(day)
        events.append(Event(event_type, form, day, day, topic, label=label))
        return events[-1]

    if choices.bracket and plan.body.kind in FRAMES and not plan.body.country and size >= 5 and kind != "formats":
        frame, without = rng.choice(FRAMES[plan.body.kind]), set[str]()
        for _ in range(3):
            topic = fill_topic(rng, frame, plan.body, first, without)
            if topic and topic.prose() not in used:
                without.add(topic.country)
                used.add(topic.prose())
                add(Topic(topic.text, (), topic.countries, topic.country, frame), "bracket")
        if sum(event.label == "bracket" for event in events) < 2:
            for event in events:
                event.label = "single" if event.label == "bracket" else event.label
    if kind == "mixed" and rng.random() < 0.35 and plan.body.kind != "decolonization":
        group = _bureau(plan.body, last)
        event = add(Topic(BUREAU.replace("{G}", plan.body.short).replace("[the ]{X}", group.atoms[0].text)), "undated")
        event.groups = [group]
    if choices.pairs and size >= 4:
        day = working_day(rng, first, last, plan.taken)
        one = add(draw_topic(rng, plan.body, day, used), "pair")
        two = add(one.topic, "pair")
        living = all(mission.alive(event.start) for mission in one.topic.missions for event in (one, two))
        if not living:
            one.topic = two.topic = draw_topic(rng, plan.body, min(one.start, two.start), used)
            if not all(m.alive(max(one.start, two.start)) for m in one.topic.missions):
                one.topic = two.topic = Topic("[the ]provisional programme of its meetings")
        one.mate, two.mate = two, one
        if kind == "mixed" and rng.random() < 0.4:
            one.kind = two.kind = rng.choice(("consultations", "meeting"))
            one.format = two.format = "" if one.kind == "consultations" else "expert_level"
            one.force_format = two.force_format = True
    if choices.shared_cell and not any(event.shares_cell for event in plan.events):
        start = working_day(rng, first, last - timedelta(days=12))
        start = start.replace(day=min(start.day, 17))
        one = add(draw_topic(rng, plan.body, start, used), "pair", start)
        two = add(one.topic, "pair", one.start)
        one.mate, two.mate = two, one
        one.shares_cell = two.shares_cell = (one.start.year, one.start.month) == (
            two.start.year,
            two.start.month,
        )
    while len(events) < size:
        event = add(Topic(""))
        event.topic = draw_topic(rng, plan.body, event.start, used)
    if choices.same_day:
        base = rng.choice([event for event in events if event.label == "single"] or [None])
        if base:
            events.append(Event(event_type, form, base.start, base.start, draw_topic(rng, plan.body, base.start, used)))
            base.label = events[-1].label = "same_day"
    for event in events:
        if event.kind != "visit":
            event.groups = _groups(rng, plan, event, kind)
        if kind == "formats" and event.kind != "visit":
            event.kind, event.format = rng.choice([key for key in FORMAT_CELLS if key != ("visit", "")])
            if event.label == "return":
                event.kind, event.format = "meeting", rng.choice(("formal", "informal"))
        if event.label == "return" and kind != "formats":
            event.kind, event.format = event_type, form
    for event in events:
        if event.label == "pair" and event.mate:
            event.mate.kind, event.mate.format, event.mate.force_format = (
                event.kind,
                event.format,
                event.force_format,
            )
            if event.shares_cell:
                event.mate.groups = event.groups
    return sorted(events, key=lambda event: event.start)


def make_plan(rng: random.Random, choices: Choices) -> Plan:
    """Period, tables and events of one report; slips are planted afterwards."""
    body = choices.the_body()
    end_year = choices.year + (choices.months - 1) // 12
    start, end = date(choices.year, 1, 1), date(end_year, 12, 31)
    if choices.months % 12:
        end = date(choices.year + choices.months // 12, 6, 30)
    if body.founded[2] > start.isoformat():
        start = date.fromisoformat(body.founded[2]) + timedelta(days=20)
    issued = working_day(rng, end + timedelta(days=3), end + timedelta(days=40))
    chair = {"Vice-Chair": "Chair"}.get(choices.title, choices.title)
    vice = {"Chairman": "Vice-Chairman", "Chairperson": "Vice-Chairperson"}.get(chair, "Vice-Chair")
    plan = Plan(choices, body, chair, vice if rng.random() < 0.15 else chair, start, end, issued, [])
    used: set[str] = set()
    for index, kind in enumerate(choices.tables):
        style = choices.date_style
        years = (start.year, end.year)
        year = 0
        if style == "year_in_title":
            year = rng.choice([y for y in range(start.year, end.year + 1) if y != end.year or end.month == 12])
            years = (year, year)
        size = rng.randint(*choices.rows) if index == 0 else rng.randint(3, 6)
        columns = rng.choice(FORMAT_COLUMNS) if kind == "formats" else choices.columns
        if kind == "visits":
            columns = ("date", "subject", "participants")
        elif choices.numbers == "column" and kind in ("formal", "closed", "open"):
            columns = ("number", *(role for role in columns if role != "no"))
        plan.tables.append(Table(kind, columns, [], style, year))
        plan.tables[-1].events = _fill(rng, plan, kind, size, years, used)
    plan.tables = [table for table in plan.tables if table.events]
    _place_rows(rng, plan)
    return plan


def _place_rows(rng: random.Random, plan: Plan) -> None:
    for number, table in enumerate(plan.tables, 1):
        row = 0
        previous: Event | None = None
        for one, two in zip(table.events, [*table.events[1:], None], strict=True):
            mate = one.mate
            if one.shares_cell and mate and mate is not two and (two is None or mate.start > one.start):
                one.shares_cell = mate.shares_cell = False
        for event in table.events:
            shares = event.shares_cell and previous is not None and event.mate is previous
            row += 0 if shares else 1
            event.table, event.row, previous = number, row, event
    if plan.choices.numbers != "none":
        counter = rng.randint(20, 300)
        for event in sorted(plan.events, key=lambda event: event.start):
            table = plan.tables[event.table - 1]
            if (
                event.kind == "meeting"
                and table.kind in ("formal", "closed", "open", "mixed")
                and "no" not in table.columns
            ):
                counter += 1
                event.number = 0 if event.shares_cell else counter
                event.number_printed = "number" in table.columns and bool(event.number)
    if plan.choices.coverage == "partial":
        for event in plan.events:
            if event.label == "single" and rng.random() < 0.5:
                event.told = False
