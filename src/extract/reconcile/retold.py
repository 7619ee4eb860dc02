"""Events that the prose tells of more than once: which sentences are about the same one.

Days, kind and number say most; where they leave it open, the holder, a rare name in both sentences, or that one says
"the meeting" decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.assemble.clauses.found import TOLD_ANEW
from extract.model import Telling
from extract.reconcile.features import CAPITALISED, GREAT, Lookup

SAME = ("meeting", "consultations")
_GROUP = re.compile(r"(?:[A-Z][\w’-]*\s){0,3}(?:Group|Subcommittee|Sub-Committee|Committee)\b")
# A part of a body, beside the body itself: its Bureau, its drafting group.
_PART = re.compile(
    r"(?:[A-Z][\w’-]*\s){0,3}(?:Working (?:Group|Party)|Drafting Group|Contact Group|Sub-?[Cc]ommittee|Bureau)\b"
)
_LONG = 4  # days of an event that is hardly another of the very same days
_SOME = 2  # events that a count tells of
_MONTH = 31  # days
_LIKE = 0.45  # share of words: of 11 such pairs of single days in 826 reports all were one event, of 5 below it 4
# A body that meets as such: two meetings of one day are one. A mission or a minister meets many people in a day.
COLLEGE = re.compile(r"\b(?:Committee|Commission|Council|Group|Forum|Conference|Board|Assembly|Panel|Subcommittee)\b")


def same_elsewhere(groups: list[list[Telling]], t: Telling, features: Lookup) -> list[Telling] | None:
    """An event told before: the same days and kind, and one body, a rare name in both, or "the meeting" that it was."""
    names = features.rare
    if t.event_type == "visit" and t.first != t.last:
        # "the Council had decided to send a mission from 11 to 14 March": the body's own
        own = (g for g in groups if g[0].is_own and g[0].event_type == "visit" and days(g[0]) == days(t))
        if (found := next(own, None)) is not None:
            return found
    if t.first != t.last and t.precision == "day" and t.event_type == "meeting" and not t.number:
        # The forum that the masthead names with its days, told again by whoever organized it.
        forum = (g for g in groups if g[0].rule == "masthead" and g[0].is_own and days(g[0]) == days(t))
        if (found := next(forum, None)) is not None:
            return found
    others = [g for g in groups if not g[0].is_own and alike(g[0].event_type, t.event_type)]
    if t.precision == "day" and t.segment.part != "letter" and (t.first != t.last or t.rule not in TOLD_ANEW):
        # what a covering letter says that the report is of
        sent = [g for g in groups if g[0].segment.part == "letter" and days(g[0]) == days(t)]
        if len(sent) == 1 and alike(sent[0][0].event_type, t.event_type):
            return sent[0]
    if t.rule == "listed" and not t.body and not t.number:
        # an entry of a list in an annex, of which the text told
        that_day = [g for g in others if days(g[0]) == days(t) and g[0].rule != "listed"]
        if len(that_day) == 1:
            return that_day[0]
    if t.first != t.last and t.precision == "day" and t.segment.part != "body":
        # a joint statement in an annex on the talks of which the report tells
        same = [g for g in others if days(g[0]) == days(t) and g[0].segment.part != t.segment.part]
        if len(same) == 1:
            return same[0]
    if _length(t) >= _LONG and t.rule != "listed" and t.precision == "day":
        # talks of two weeks, told again without their holder
        same = [g for g in others if days(g[0]) == days(t) and g[0].rule != "listed" and _one_place(g[0], t)]
        if len(same) == 1 and same[0][0].segment.id != t.segment.id and not (same[0][0].body and t.body):
            return same[0]
    if t.definite:
        that_day = [g for g in others if days(g[0]) == days(t)]
        here = [g for g in that_day if g[0].segment.id == t.segment.id]
        if len(here) == 1:
            return here[0]
        first = that_day[0][0] if len(that_day) == 1 else t
        retold = first is not t and first.segment.part == t.segment.part and _one_holder(first, t)
        if retold and (t.precision == "day" or names(first) & names(t)):
            return that_day[0]
    for g in others:
        a = g[0]
        if a.segment.id == t.segment.id or (a.number and t.number and a.number != t.number):
            continue
        great = days(a) == days(t) and names(a) & names(t) & GREAT
        nobodys = not a.body and not t.body and a.precision == t.precision == "day"
        if great and ((a.body and a.body == t.body) or (a.first != a.last and a.precision == "day") or nobodys):
            return g
        if t.precision == "month" and not t.definite and not _share_a_name(a, t):
            continue  # two who were at one place in a month
        if t.event_type == "visit" and days(a) == days(t) and _names_other(a, t, names):
            return g
        shared = {name.removeprefix("My ") for name in (names(a) & names(t)) - GREAT}
        shared = {name for name in shared if name not in a.body and name not in t.body}
        if shared and days(a) == days(t):
            return g
        inside = a.body and t.body and (a.body in t.body or t.body in a.body)
        if days(a) == days(t) and inside and a.event_type in SAME and COLLEGE.search(a.body):
            return g
    return _in_like_words(others, t, features)


def _in_like_words(groups: list[list[Telling]], t: Telling, features: Lookup) -> list[Telling] | None:
    """The event of the same days that another place tells of in much the same words, the likest of several."""
    if t.precision != "day" or t.rule == "listed":
        return None
    alike = [
        (features.overlap(g[0], t), n)
        for n, g in enumerate(groups)
        if days(g[0]) == days(t) and g[0].segment.id != t.segment.id and not g[0].number and g[0].rule != "listed"
    ]
    best, n = max(alike, default=(0.0, 0), key=lambda found: (found[0], -found[1]))
    return groups[n] if best >= _LIKE else None


def cited(
    groups: list[list[Telling]], t: Telling, phrases: Callable[[Telling], frozenset[str]]
) -> list[Telling] | None:
    """The event that a footnote cites by its month: "Presentation by Ms. Lund, expert seminar, December 2024"."""
    if t.segment.kind != "footnote" or t.precision != "month" or t.number or not t.first or not t.last:
        return None
    called = phrases(t)
    for g in groups:
        a = g[0]
        there = a.first and t.first <= a.first <= t.last and alike(a.event_type, t.event_type) and _one_place(a, t)
        if there and called & phrases(a):
            return g
    return None


def siblings(a: Telling, b: Telling) -> bool:
    """Whether two tellings are entries of one list, which names each event once."""
    one_list = a.segment.id.rpartition("/")[0] == b.segment.id.rpartition("/")[0]
    return a.rule == b.rule == "listed" and one_list and a.segment.id != b.segment.id


def _length(t: Telling) -> int:
    """How many days a telling goes on over."""
    return (t.last - t.first).days + 1 if t.first and t.last else 0


def _one_place(a: Telling, b: Telling) -> bool:
    """Whether no State that one sentence names speaks against the other."""
    return not a.countries or not b.countries or bool(a.countries & b.countries)


def _one_holder(a: Telling, b: Telling) -> bool:
    """Whether the holders of two tellings may be one: one isn't told, or has the other's name in its own."""
    return not a.body or not b.body or a.body in b.body or b.body in a.body


def _names_other(a: Telling, t: Telling, names: Callable[[Telling], frozenset[str]]) -> bool:
    """Whether the sentence of one visit names the visitor of the other: "a delegation headed by Mr. Lund"."""
    return any(" " in x.body and any(x.body in name for name in names(y)) for x, y in ((a, t), (t, a)))


def session_of_month(groups: list[list[Telling]], t: Telling) -> list[Telling] | None:
    """The body's session of a month, told elsewhere with its days: "at its thirty-eighth session, in June 2024"."""
    for g in groups:
        a = g[0]
        if a.event_type != "session" or a.is_own != t.is_own or a.body != t.body or (a.precision == t.precision):
            continue
        month, dated = (t, a) if t.precision == "month" else (a, t)
        if month.precision == "month" and month.first and dated.first and dated.first.replace(day=1) == month.first:
            return g
    return None


def one_of_month(a: Telling, b: Telling, names: Callable[[Telling], frozenset[str]]) -> bool:
    """Whether two tellings of a month are of one event: in one paragraph, of one place, or with a rare name in both."""
    if a.segment.id == b.segment.id or any(name not in a.body for name in (names(a) & names(b)) - GREAT):
        return True
    return a.event_type in ("session", "visit") and (a.countries == b.countries or bool(a.countries & b.countries))


def with_months(groups: list[list[Telling]], features: Lookup) -> list[list[Telling]]:
    """An event told by its month alone, joined to the one whose days the document prints elsewhere.

    "following the London Conference in December 1996", "the message conveyed during her visit to Haiti in November":
    one other event of that kind lies in the month, and it has the same holder or a rare name of the sentence.
    """
    joined: set[int] = set()
    for k, g in enumerate(groups):
        t = g[0]
        counted = max(x.count for x in g)  # "In April the Committee met twice", before the days of both
        told_of = t.definite or counted >= _SOME or t.number  # "The 14th meeting, in February"
        if (t.is_own and not told_of) or t.event_type == "session":
            continue
        if t.first is None or t.last is None or any(x.precision != "month" for x in g):
            continue
        if (t.last - t.first).days > _MONTH or (counted > 1 and not t.is_own):
            continue
        inside = [
            n
            for n, other in enumerate(groups)
            if n != k
            and other[0].precision == "day"
            and other[0].first
            and t.first <= other[0].first <= t.last
            and alike(other[0].event_type, t.event_type)
            and other[0].is_own == t.is_own
            and (not t.number or other[0].number == t.number)
        ]
        if t.is_own:  # "The consultations held in April", of which the days were told
            one = [n for n in inside if groups[n][0].body == t.body]
            one = one[:1] if counted < _SOME or len(one) == counted else []
        else:
            one = [n for n in inside if _one_of_days(groups[n][0], t, features)]
        if len(one) == 1:
            groups[one[0]].extend(g)
            joined.add(k)
    return [g for k, g in enumerate(groups) if k not in joined]


def _one_of_days(a: Telling, t: Telling, features: Lookup) -> bool:
    """Whether an event with its days is the one that another telling gives the month of."""
    if a.segment.id == t.segment.id:
        return False  # told together, they are two
    if t.number and a.number == t.number:
        return True  # "its 53rd meeting, in December"
    body = _share_a_name(a, t)
    if t.event_type == "visit" and a.body and t.body and not body:
        return False
    mine, others = (
        {name.removeprefix("The ") for name in features.rare(x) if CAPITALISED.fullmatch(name.removeprefix("The "))}
        for x in (a, t)
    )
    shared = any(one in other or other in one for one in mine for other in others)
    if t.definite and t.event_type != "visit" and not body and not (a.body and t.body) and features.one_place(a, t):
        return True  # "the high-level talks in Moscow in April", told before with their days
    if t.event_type == "visit":
        return (body or shared) and (not a.countries or not t.countries or bool(a.countries & t.countries))
    return shared or (body and (t.definite or bool(COLLEGE.search(a.body))))


def _share_a_name(a: Telling, b: Telling) -> bool:
    """Whether both holders are named, and one name begins with the other."""
    return bool(a.body and b.body) and (a.body.startswith(b.body) or b.body.startswith(a.body))


def one_body(a: Telling, b: Telling) -> bool:
    """Whether two tellings may be of one body: two groups of a body have names of their own."""
    groups = bool(_GROUP.match(a.body)) and bool(_GROUP.match(b.body))
    groups = groups or bool(_PART.match(a.body)) != bool(_PART.match(b.body))
    return a.rule == "masthead" or not groups or a.body.startswith(b.body) or b.body.startswith(a.body)


def alike(a: str, b: str) -> bool:
    """Whether two event types may be of one event: a meeting may be told as consultations."""
    return a == b or {a, b} == set(SAME)


def days(t: Telling) -> tuple[object, object]:
    """The first and last day of a telling; two tellings of the same days have it equal."""
    return t.first, t.last
