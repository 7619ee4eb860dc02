"""Which date of a sentence belongs to which event: rules over event words, verbs, prepositions and what stands between.

In each sentence every coordinated date is hidden behind a mark of its own length, so that the patterns see the shape of
the sentence and offsets survive. Here the dates are taken one after the other: one goes on with the event before it, or
the rules of `rules.py` are asked, from the most to the least certain. `nouns.py` and `verbs.py` read an event from its
noun or verb, `occasions.py` from what stands around the date (who attended, what it followed), and `against.py` has
the reasons why a date is not a noun's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from extract.assemble import words
from extract.assemble.clauses.found import Dated, Found, Span
from extract.assemble.clauses.rules import COVERED, NUMBER_BEHIND, event_of
from extract.assemble.clauses.shapes import (
    DID_THEN,
    GOES_ON,
    MEETING_THEN,
    NEW_SUBJECT,
    PRODUCT,
    QUARTER,
    TO_A_VERB,
    VERB_WORD,
    around,
    festive,
    is_single,
)
from extract.assemble.cues import CALLED_OFF, MARK, NOT_HELD, ORDINALS, UNREAL, Cue, cues, mask
from extract.assemble.holders import Holders
from extract.assemble.numbering import numbers
from extract.model import DateMention, Sentence

__all__ = ["Clauses", "Found"]

_CHAIN = re.compile(
    r"(?:,|;|\s|and|as\swell\sas|again|once\smore|subsequently|finally|\([^()\x01]{1,60}\))*\s?(?:on|from|in|between|(?:on|in)\sthe\s(?:morning|forenoon|afternoon|evening)\sof)?\s?$"
)
_RELATIVE = (0,) * 6  # the printed parts of "the same day", "two days later"
_AND_ON = re.compile(rf"(?:,|,?\sand)\son\s{MARK}")
_AGAIN = re.compile(
    r",?\sand\s(?:(?:once\s)?again|once|twice),?\s(?:[^,;:\x01]{1,40},\s)?(?:on|from|in)\s$"
    r"|,?\sand\sagain\s(?:in|at)\s(?:the\s)?[A-Z][\w’ -]{1,40}?\s(?:(?:on|from)\s)?$"  # "and again in Rome a week on"
    # "held talks in New York on 9 November, and resumed them in Washington from"
    r"|\band\s(?:resumed|continued)\s(?:them|it)\s(?:[^;:\x01]{0,120}?,?\s)?(?:on|from|in)\s$"
)
_NEAR = 120  # characters
_PARALLEL = re.compile(
    r"(?:\s\([^();\x01]{1,40}\))?(?:,|;|:(?=\sat\s)|,?\sand)\s[^;\x01]{1,240}\s(?:on|from|in|between)\s$"
)
_WITH_BEHIND = re.compile(
    r"\s(?:with|in|at|to|by|between)\s[^;\x01]{1,200}?(?:,|;|,?\sand)\s(?:[^;\x01]{1,160}\s)?(?:on|from|in|between)\s$"
)
# "a workshop on indicators, held from 2 to 4 October, another one on plans, held on 10 October, and one on …"
_ANOTHER_HELD = re.compile(
    r"((?:,|;|,?\sand)\s(?:another|one|a\s(?:second|third|fourth|fifth|further))(?:\sone)?\s(?:on|in|at|for|with|to|between|among)\s[^;\x01]{1,200}?)"
    r",?\s(?:was\s)?(?:also\s)?(?:held|convened|organi[sz]ed|conducted)(?=\s(?:(?:in|at)\s[^,;\x01]{1,60}\s)?(?:on|from|in|between)\s$)"
)
_ANOTHER_WAS = re.compile(
    r"((?:,|;|,?\sand)\s(?:another|a\s(?:second|third|fourth|fifth|further))(?:\sone)?)"
    r"\s(?:was\s(?:held|convened|organi[sz]ed|conducted|hosted)|took\splace)\b"
)
_COURT = re.compile(
    r"\b(?:Court|Tribunal|Chambers?)\b(?!\sof\s(?:Auditors|Deputies|Commerce|Representatives|Councill?ors|Senators))"
)  # its sessions are sittings on cases
_AND_ITS = re.compile(rf",?\sand\s(?:(?:its|the|their)\s)?({ORDINALS})\s(?!session)")
# "consultations, which started on 24 March and concluded on 3 April"
_THROUGH = re.compile(
    rf"(?:,\s(?:which|that)\s)?\s?(?:began|started|opened|commenced|resumed)\s"
    r"(?:(?:its|their|the)\s(?:[\w-]+\s){0,3}(?:session|meeting|conference|talks|consultations)\s)?"
    rf"(?:(?:in|at|after)\s[\w’, -]{{1,80}}?,?\s)?"
    rf"(?:on|in)\s(?P<first>{MARK}+),?\sand\s(?:(?:ended|concluded|closed|finished|was\sconcluded)\s(?:(?:its|their|the|it|them)\s(?:(?:session|meeting|work|deliberations|talks)\s)?)?(?:on|in)"
    rf"|(?:lasted|continued|ran|went\son)\suntil)\s(?P<last>{MARK}+)"
)
# "The invitation to a workshop, held from 9 to 11 September, reached the Committee on 1 September"
_REACHED = re.compile(r",\s(?:[a-z]{2,}ed|came|went|fell|led|gave|took|made)\s(?:the|its|a|an|his|her|their|to)\s")
_BY_PHONE = re.compile(r"\b(?:tele)?phone\b|\b(?:letter|message)s?\s(?:to|from)\b", re.I)
_LIST_OPENED = re.compile(
    r"\b(?:list|register|registration|nominations|candidatures|polls?|voting|accounts?|subscriptions?)\b"
)
_THE_TALK = re.compile(r"\bthe\s(?:discussions?|debates?)\s(?:on|in)\s$")
_CLAUSE = re.compile(r",\s(?:[a-z-]+\s){1,4}[a-z]{3,}ed\b")  # "; and on 20 September, trial proceedings commenced"
_CANCELLED = re.compile(rf"[^;.–—{MARK}]{{0,120}}\({CALLED_OFF}\b", re.I)
_SAVE_ON = re.compile(r"\b(?:save|except|excepting|excluding|but\snot|other\sthan)\s(?:for\s)?(?:on\s)?$")
_SESSION_OF = re.compile(r"session\sof\s(?:the\s)?[A-Z]")
# " of the Conference of the Parties, the eighteenth "
_TO_NEXT_SESSION = re.compile(
    rf"\sof\s(?:the\s)?[A-Z][^;:\x01]{{2,160}}?(?:,|,?\sand)\s(?:at\s)?(?:the|its)\s{words.ordinal_word()}\s"
)
_DATES_FOR = re.compile(
    r"\b(?:(?:following|proposed|tentative|provisional)\sdates|dates\sand\s(?:location|venue|place)s?\sof)\b"
)
_NUMBERS_BEHIND = re.compile(rf"\s\((?:its\s|the\s)?(?P<nums>{ORDINALS})\s(?:plenary\s)?meetings?\)")
_IN_BRACKETS = re.compile(r"\b(session)\s\(\d[^()]*meetings\)[^()]*$")


class Clauses:
    """Joins the dates of sentences to events; `holders` decides whose they are."""

    def __init__(self, holders: Holders) -> None:
        self.holders = holders

    def events(self, sentence: Sentence) -> list[Found]:
        """The dates of a sentence that are days of events, with what is said of each event."""
        days = [
            m for m in sentence.mentions if isinstance(m, DateMention) and m.first and m.precision in ("day", "month")
        ]
        if not days:
            return []
        masked, spans = _said_once(*mask(sentence, days))
        if _DATES_FOR.search(masked):
            return []  # "recommended the following dates for the sessions in 2026"
        events = cues(masked)
        if not events:
            return []
        through = {m.span("first"): m for m in _THROUGH.finditer(masked)}
        out: list[Found] = []
        # Sessions, by their place in `out`, with the numbers of their meetings.
        sittings: list[tuple[int, list[str]]] = []
        chain_from = -1
        for a, b, group in spans:
            if _SAVE_ON.search(masked, max(0, a - 30), a):
                continue  # "met daily from 4 to 8 May, save on 6 May"
            if COVERED.search(masked, 0, a):
                continue  # "its draft report covering the period …", "which covers incidents between …"
            if masked[:a].endswith("(") and ";" in sentence.text[a:b] and _far_apart(group):
                continue  # "(24 October 1967; 28 July 2025)": when an item was first and last taken up
            if _CANCELLED.match(masked, b):
                continue  # "Nineteenth session of …, 13–24 April 2020 at Headquarters (cancelled)"
            if (
                out
                and chain_from >= 0
                and _CHAIN.fullmatch(masked[chain_from:a])
                and not NUMBER_BEHIND.match(masked, chain_from)
                and not ("(" in masked[chain_from:a] and any(d.precision == "month" for d in (*out[-1].days, *group)))
                and out[-1].days[-1].cluster != group[0].cluster
                and not (
                    masked[:a].endswith((" on ", " in ", " from "))
                    and NEW_SUBJECT.match(masked, b)
                    and not _wants_more(out[-1], masked[chain_from:a], masked[b : b + 1])
                )
                and not (masked[:a].endswith((" and, on ", " and, in ")) and TO_A_VERB.match(masked, b))
                and not (masked[:a].endswith((" and on ", " and in ")) and _acts().match(masked, b))
                and not (group[0].parts == _RELATIVE and DID_THEN.match(masked, b))  # "; two days later, she visited"
                and not (
                    masked[chain_from:a] == ", on "
                    and out[-1].days[-1].precision == "month" != group[0].precision
                    and not _AND_ON.match(masked, b)  # "in February, on 17 June and on 2 October"
                )
                and not (masked[:a].endswith("; and on ") and _CLAUSE.match(masked, b))
            ):
                if all(d.precision == "month" for d in (*out[-1].days, *group)):
                    out.append(replace(out[-1], days=group))  # "in October 2024 and in December 2024"
                else:
                    out[-1].days.extend(group)  # "from 3 to 9 June and on 12 June"
                chain_from = b
                continue
            named = any(c.how == "numbered" and chain_from <= c.at and c.to <= a for c in events)
            goes_on = chain_from >= 0 and not named and not MEETING_THEN.search(masked, chain_from, a)
            if goes_on and _is_parallel(gap := masked[chain_from:a], masked[b:]):
                if (other := self._another_kind(masked, events, chain_from, a)) is not None:
                    # "six informal consultations, on …, and one formal meeting, on 9 May"
                    out.append(replace(out[-1], days=group, numbers=[], rule="parallel", definite=False, **other))
                    chain_from = b
                    continue
                told = out[-1].numbers
                another = _AND_ITS.match(gap) if told else None
                apart = len(told) == 2 and not re.search(r"\bmeetings?\b|\bsessions?\b", gap)
                if not told or apart or another or (len(told) == 1 and out[-1].rule != "numbered"):
                    # "met A in Cairo on 12 March, B in Algiers on 13 March and C on 24 March": one event each;
                    # "its 5th and 6th meetings, in Cairo on 3 May and in Juba on 7 June", "… and its 6th in Juba on …"
                    out[-1] = replace(out[-1], numbers=told[:1])
                    out.append(
                        replace(
                            out[-1],
                            days=group,
                            numbers=numbers(another.group(1)) if another else told[1:],
                            rule="parallel",
                            definite=False,
                            another_kind=False,
                        )
                    )
                    chain_from = self._sat(masked, out, b, sittings)
                    continue
            if out and chain_from >= 0 and _once_more(out[-1], masked, (chain_from, a), b, group):
                out.append(
                    replace(out[-1], days=group, numbers=[], rule="parallel", definite=False, another_kind=False)
                )
                chain_from = b
                continue
            chain_from = -1
            if out and out[-1].through and group[0] is out[-1].days[-1]:
                continue
            found = self._through(sentence, masked, events, spans, through.get((a, b)))
            if found is None and not _not_held(masked, a) and not _none_then().match(masked, b):
                found = event_of(Dated(self.holders, sentence, masked, events, a, b, group))
            if found is not None:
                if found.numbers and (session := _IN_BRACKETS.search(masked[:a])):
                    # "The eightieth session (2109th to 2135th meetings) was held from …": the session, and its meetings
                    out.append(replace(found, event_type="session", numbers=[], format="", single=True))
                    found.holder = out[-1].holder = self.holders.around(
                        sentence, session.start(1), session.end(1), masked
                    )
                out.append(found)
                out[-1:-1] = self._sessions_before(sentence, masked, events, found)
                chain_from = b
                chain_from = self._sat(masked, out, b, sittings)
        for k, told in sittings:
            # "its session on 16 April (59th meeting) and … from 4 to 10 September (60th to 62nd meetings)"
            sat = replace(out[k], numbers=told, event_type="meeting", single=False, rule="numbered")
            if len(out[k].days) == len(told) == 1 and not out[k].days[0].parts[3]:
                out[k] = sat
            else:
                out.append(sat)
        for chain in _chains(out):
            if 1 < chain[0].count == sum(len({d.cluster for d in f.days}) for f in chain):
                # "three visits: two to the lake, from … and from …, and one to Amman, on 2 and 3 July"
                for f in chain:
                    f.count, f.single = 0, True
        out = [
            f
            for f in out
            if not (f.event_type == "session" and _COURT.search(f.holder.body))
            or masked[: max(0, f.noun_at)].endswith("plenary ")  # of its judges
            or (f.holder.is_own and _ITS_NTH.search(masked, 0, max(0, f.noun_at)))  # "its seventeenth session"
        ]
        return [f for f in out if not _told_by_days(f, out)]

    def _sat(self, masked: str, out: list[Found], b: int, sittings: list[tuple[int, list[str]]]) -> int:
        """Where to go on behind a date that ends at `b`: behind the numbers of a session's meetings, if they follow."""
        behind = _NUMBERS_BEHIND.match(masked, b) if out[-1].event_type == "session" else None
        if behind is None:
            return b
        sittings.append((len(out) - 1, numbers(behind.group("nums"))))
        return behind.end()

    def _sessions_before(self, sentence: Sentence, masked: str, events: list[Cue], last: Found) -> list[Found]:
        """Sessions that share the days of the last: "the 28th session of A and the 18th session of B, held on …"."""
        if last.event_type != "session" or last.rule != "noun" or not _SESSION_OF.match(masked, last.noun_at):
            return []
        out: list[Found] = []
        at = last.noun_at
        for cue in reversed([c for c in events if c.how == "noun" and c.noun == "session" and c.to <= last.noun_at]):
            if not _TO_NEXT_SESSION.fullmatch(masked, cue.to, at):
                break
            holder = self.holders.around(sentence, cue.at, cue.to, masked)
            out.insert(0, replace(last, holder=holder, noun_at=cue.at))
            at = cue.at
        return out

    def _another_kind(self, masked: str, events: list[Cue], start: int, end: int) -> dict[str, Any] | None:
        """What a noun with a number or article of its own says of the date behind it, between `start` and `end`."""
        inside = [c for c in events if c.noun and start <= c.at and c.to <= end]
        nouns = ((c, c.to - len(c.noun)) for c in reversed(inside))
        cue, at = next(((c, at) for c, at in nouns if _counted().search(masked[start:at])), (None, 0))
        if cue is None:
            return None
        near = around(masked, replace(cue, at=at))
        return {
            "event_type": words.noun_types()[cue.noun.lower()],
            "format": words.format_in(near),
            "count": words.count_in(near),
            "single": is_single(cue.noun),
            "inner": words.is_inner(cue.noun),
            "noun_at": at,
            "another_kind": True,
        }

    def _through(
        self, sentence: Sentence, masked: str, events: list[Cue], spans: list[Span], match: re.Match[str] | None
    ) -> Found | None:
        """An event from its first day to its last: "started on 24 March and concluded on 3 April"."""
        if match is None:
            return None
        days = [d for at, to, group in spans if (at, to) in (match.span("first"), match.span("last")) for d in group]
        nouns = [c for c in events if c.noun and c.to <= match.start("first") and match.start() - c.to < _NEAR]
        if len(days) != 2 or not nouns:
            return None
        if _LIST_OPENED.search(masked, nouns[0].to, match.start()):
            return None  # "on the third day of the session, and that the list of speakers be opened on … and closed on"
        cue = next((c for c in nouns if not re.search(r"[,;]", masked[c.to : match.start()])), nouns[0])
        at = cue.to - len(cue.noun)
        holder = self.holders.around(sentence, at, cue.to, masked)
        kind = words.noun_types()[cue.noun.lower()]
        form = words.format_in(around(masked, replace(cue, at=at)))
        return Found(days, kind, form, holder, [], single=True, through=True, rule="through")


_ON_ACCOUNT = re.compile(
    r"\b(?:outbreak|eruption|escalation)\sof\s|\bin\s(?:connection\swith|response\sto|the\slight\sof|the\swake\sof|commemoration\sof)\s"
)
_TOLD_OF = re.compile(
    r",\s(?:of|on|about)\sthe\s(?:[a-z-]+\s){0,2}(?:visit|mission|meeting|session|summit|conference|talks)\b"
)
_ITS_NTH = re.compile(rf"\b(?:its|the)\s(?:{ORDINALS})\s(?:[a-z]+\s)?$")
_AND_ON_TOO = re.compile(r",?\sand\s(?:on|from)\s$")
_WITH_WHOM = re.compile(
    r",?\swith\s(?!a\sview\b|regard\b|respect\b|reference\b|the\s(?:assistance|support|help|consent|agreement|aim|exception)\b)"
)
_WITH_AND_ON = re.compile(r"\swith\s[^;\x01]{3,200}?,?\sand,?\son\s")
_WITH_TOO = re.compile(
    r"(?:,\s(?:in|at)\s(?:the\s)?[A-Z][^,;\x01]{1,40},)?\swith\s(?!the\s(?:assistance|support|help|consent|agreement|adoption|exception|view)\b)"
    r"(?:the\s|his\s|her\s|its\s|their\s|members\s|representatives\s|officials\s|[A-Z])|,\swhen\s(?:it|they|he|she|the)\s"
)


_WHO = r"(?:the\s|his\s|her\s|its\s|Mr·|Ms·|Mrs·|Dr·|[A-Z])"
_AND_WHO = re.compile(rf"(?:,\s[^;:\x01]{{3,80}},|,)?\sand\s(?:with\s)?{_WHO}[^,;\x01]{{2,80}}\s$")
_WHO_BEHIND = re.compile(rf",\s(?:with\s)?{_WHO}(?!\w+\s(?:also\s)?(?:met|held|visited|briefed)\b)")


def _once_more(told: Found, masked: str, between: tuple[int, int], to: int, group: list[DateMention]) -> bool:
    """Whether what was told last happened again on a further day, `group`.

    Args:
        told: what was told last.
        masked: the sentence with its dates behind marks.
        between: where its last date ends and the further one begins.
        to: where that one ends.
        group: the further date.
    """
    gap, behind = masked[slice(*between)], masked[to:]
    again = _AGAIN.search(masked, *between)  # "met on 6 May, when it drew up a plan, and again on 3 July"
    if again and not COVERED.search(masked, 0, between[1]):
        return True
    return _and_another(told, gap, behind, group) or _met_too(told, gap, behind)


def _and_another(told: Found, gap: str, behind: str, group: list[DateMention]) -> bool:
    """Whether somebody else is met on a further day: "received A on 25 September and, on 5 October, the Minister"."""
    if told.event_type != "meeting" or told.rule not in ("led own", "behind own", "parallel"):
        return False
    if gap in (" and, on ", ", and, on "):
        return bool(_WHO_BEHIND.match(behind)) and not TO_A_VERB.match(behind)
    later = group[0].parts == _RELATIVE and bool(_AND_WHO.fullmatch(gap)) and not VERB_WORD.search(gap)
    return later and not NEW_SUBJECT.match(behind)


def _met_too(told: Found, gap: str, behind: str) -> bool:
    """Whether a meeting goes on on another day: "met on 22 June, when they agreed, and on 5 October, when"."""
    if told.event_type == "meeting" and _WITH_AND_ON.fullmatch(gap) and _WITH_WHOM.match(behind):
        return True  # "had meetings on 9 and 10 May with the members and, on 17 May, with the Ambassador of Chad"
    if told.single and gap.endswith(" and another on ") and not re.search(r"[;.]", gap):
        return True  # "an exchange of views on 7 February, before that session began, and another on 20 November"
    met = told.event_type == "meeting" and told.rule in ("led own", "behind own", "parallel")
    if not met or not _AND_ON_TOO.search(gap) or _BY_PHONE.search(gap):
        return False
    # "convened on 24 March, when it was joined by the auditors, and on 21 September; at the later meeting"
    ended = gap.startswith((", when ", ", who ", ", which ", ", where ")) and re.match(r"[;.]|$", behind)
    return bool(_WITH_TOO.match(behind) or ended)


def _said_once(masked: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """A sentence with "the following day, 22 March" as one date, the printed one."""
    out: list[Span] = []
    for a, b, group in spans:
        before = out[-1] if out else None
        if (
            before is not None
            and not any(before[2][0].parts)
            and before[2][0].first == group[0].first
            and masked[before[1] : a] in (", ", " (", " ")
        ):
            out[-1] = (before[0], b, group)
            masked = f"{masked[: before[0]]}{MARK * (b - before[0])}{masked[b:]}"
        else:
            out.append((a, b, group))
    return masked, out


def _wants_more(found: Found, gap: str, behind: str) -> bool:
    """Whether a last date behind "and" belongs to what is told before it, though a sentence could begin with it.

    "At its 2nd to 6th meetings, on 10 March and on 9, 10 and 16 June, the Committee": more numbers than days;
    "held from 19 to 23 May, on 28 and 29 May and on 5 June, the Committee": "and" ends a list.
    """
    if "," in gap or ";" in gap or behind != ",":
        return False
    return len(found.numbers) > len(found.days) or len({d.cluster for d in found.days}) > 1


def _chains(found: list[Found]) -> list[list[Found]]:
    """What a sentence tells of, with what goes on from each event behind it."""
    chains: list[list[Found]] = []
    for f in found:
        if chains and f.rule == "parallel" and not f.another_kind:
            chains[-1].append(f)
        else:
            chains.append([f])
    return chains


@cache
def _counted() -> re.Pattern[str]:
    """ ", and one formal", "and a joint": another event, with what comes between number and noun."""
    numbers = "|".join(words.cardinals())
    held = r"(?:held|convened|undertook|made|paid|conducted|organi[sz]ed|hosted|carried\sout)\s"
    return re.compile(rf"(?:,|\band)\s(?:in\s)?(?:{held})?(?:an?|another|{numbers}|\d{{1,2}})\s(?:[\w-]+\s){{0,3}}$")


def _far_apart(days: list[DateMention]) -> bool:
    """Whether two days are more than a quarter apart."""
    first, last = days[0].first, days[-1].first
    return len(days) == 2 and first is not None and last is not None and (last - first).days > QUARTER


def _told_by_days(month: Found, others: list[Found]) -> bool:
    """ "In September … two side events, on 16 and 17 September": the days say what the month says."""
    if len(month.days) != 1 or month.days[0].precision != "month" or month.event_type == "session":
        return False
    first, last = month.days[0].first, month.days[0].last
    inside = (
        f
        for f in others
        if f is not month
        and (f.noun_at == month.noun_at >= 0 or (f.rule == "bracket" and f.event_type == month.event_type))
    )
    return any(
        first and last and d.first and d.precision == "day" and first <= d.first <= last for f in inside for d in f.days
    )


def _not_held(masked: str, at: int) -> bool:
    """Whether the clause before a date says that nothing took place: "the talks would not take place on 18 March"."""
    clause = re.split(rf"[;,{MARK}]", masked[max(0, at - 160) : at].rstrip(" on"))[-1]
    return bool(NOT_HELD.search(clause[-60:]) or _none().search(clause))


@cache
def _none_then() -> re.Pattern[str]:
    """ "On 4 May, no meeting was held", "In May, the Committee held no meetings"."""
    return re.compile(rf",\s(?:[^,;{MARK}]{{1,80}}\s(?:held|convened|made)\s)?{_none().pattern}")


@cache
def _acts() -> re.Pattern[str]:
    """ "… on 27 July, and on 8 September adopted decision 77/572": what else was done, on another day."""
    return re.compile(rf"\s(?:{words.negative('acts')})\s")


@cache
def _none() -> re.Pattern[str]:
    """ "No formal meeting was held in May", "held no meetings"; not "no agreement at the meeting", "no fewer than"."""
    between = r"(?!(?:fewer|less|more|later|at|on|in|of|to|by|for|during|from|with|was|were)\b)[a-z-]+\s"
    return re.compile(rf"\b[Nn]o\s(?:{between}){{0,3}}?(?:{words.any_noun()})(?![\w-])")


@cache
def _incident() -> re.Pattern[str]:
    """ "and on the assassination of the Nuncio on": an incident that a statement went on to."""
    return re.compile(
        rf"\b(?:and|or|,)\s(?:on|about|to|of)\s(?:the|an?)\s(?:[\w’-]+\s){{0,3}}?(?:{words.negative('incidents')})\b"
    )


def _is_parallel(gap: str, behind: str) -> bool:
    """Whether the words between two dates go on with the event of the first: no verb, no clause of their own.

    Args:
        gap: what stands between the dates.
        behind: what stands behind the second, which must not lead on to a verb of its own.
    """
    if _REACHED.match(gap):
        return False
    gap = _ANOTHER_WAS.sub(r"\1", _ANOTHER_HELD.sub(r"\1", gap))
    if VERB_WORD.search(gap) or UNREAL.search(gap) or PRODUCT.search(gap) or NEW_SUBJECT.match(behind):
        return False
    if gap.endswith("; and on ") and _CLAUSE.match(behind):
        return False
    if _BY_PHONE.search(gap):
        return False  # "met the Minister on 24 April, and in a telephone conversation with Mr. Lund on 27 May I urged"
    if _THE_TALK.search(gap):
        return False  # "on 18 and 25 March; much of the discussion on 18 March"
    if festive().search(gap):
        return False  # "the conference on 28 January and the Trade Fair on 1 February"
    if _TOLD_OF.match(gap):
        return False  # "informed, in the consultations of 30 April, of the visit paid to Tirana on"
    if _ON_ACCOUNT.search(gap):
        return False  # "met on 8 and 29 April, in connection with the flight of pilgrims on 29 March"
    if _incident().search(gap):
        return False  # "on the meeting, which was held on 21 January, and on the murder of the Nuncio on"
    if _PARALLEL.match(gap):
        return True
    # "held consultations on 4 April with the Front, and on 9 May with the Movement"
    goes_on = _WITH_BEHIND.match(gap)
    if goes_on is None or NEW_SUBJECT.search(re.split(rf"[,;.{MARK}]", behind)[0]):
        return False
    if behind.lstrip(" ,").startswith("with "):
        return bool(_WITH_WHOM.match(behind))
    return bool(GOES_ON.match(behind) or re.match(r",?\s(?:by|between|in)\s", behind))
