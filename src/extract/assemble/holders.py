"""Whose event it is: from who acts in the sentence; short names and presiding officers of the issuing body are its own.

Only the words that govern the event count: "of the X" and "by X" behind it, "its" before it, the subject of its clause.
What a sentence merely deals with ("the personnel of UNMIL formed the subject of a meeting") holds nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.assemble import printed, words
from extract.model import Header, Mention, Sentence
from extract.recognise import gazetteers
from extract.recognise.bodies import short_names
from extract.recognise.masthead import heads

ACTORS = ("ORGANISATION", "POST", "PERSON", "MISSION", "COUNTRY")
_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|[Mm]embers|[Ii]ts|[Tt]heir)\b")
# What may stand between the beginning of a clause and the head of its subject.
_TO_SUBJECT = re.compile(
    r"^[\s,]*+(?:(?:[Oo]n|[Ii]n|[Aa]t|[Ff]rom|[Dd]uring|[Bb]etween|[Aa]fter|[Ff]ollowing)\s[^,]{0,80},\s*"
    r"|(?:[Oo]n|[Ii]n|[Ff]rom|[Dd]uring)\s\x01++,?\s*|[Aa]lso,?\s|"
    r"[Ff]or\sexample,\s|[Aa]s\spart\sof\s[^,]{0,60},\s)*+"
    r"(?:(?:the|The|a|an|A|An|its|Its|his|her|my|My|and|both|all|All|several|some|new|former|then|outgoing|incoming|acting|interim|visiting|Mr\.|Ms\.|Mrs\.|Dr\.|members\sof"
    r"|Members\sof|other|experts\sof|representatives\sof|officials\sof|delegations\sof|also)\s)*+$"
)
_ADVERBIAL = re.compile(
    r"\s*(?:On|In|At|During|From|After|Following|For|With|As|Pursuant|Under|Upon|Also|By|Between|Before|Prior|Since"
    r"|Subsequently|Thereafter|While|"
    r"When|Further|Furthermore|Moreover|However|Similarly|Finally|Earlier|Later|Throughout|Within|Over)\b"
)
_TO_VERB = re.compile(r"\s*(?:(?:also|then|jointly|further|again|has|have|had|subsequently|thereafter|\w+ly)\s)*+")
_EVENT_OF = re.compile(r"^(?:\s\([^)]*\))?\s+of\s+(?:the\s+)?")
# "the 3rd meeting, convened by the Board on …"; at a meeting statements "were made by" anybody.
_CONVENED_BY = re.compile(r"[^\x01;]{0,60}\b(?:held|convened|organi[sz]ed|hosted)\s(?:[^.,;]{0,40}\s)?by\s(?:the\s)?")
_OF_MEMBERS = re.compile(
    r"\s(?:between|among|of)\s(?:the\s)?(?:(?:members|experts|officers|representatives)\sof\s(?:the\s)?)(?P<whose>[A-Z][^,;.\x01]{2,80})"
)
_BY = re.compile(
    r"\b(?:held|convened|organi[sz]ed|hosted|chaired|conducted|undertaken|made|paid|led|carried\sout|facilitated)\s"
    r"(?:[^.,;]{0,40}\s)?by\s+(?:the\s+)?"
)
# "…, which had met on 27 May": the actor stands before the comma.
_RELATIVE = re.compile(r",\s(?:which|who)\s(?:had\s|has\s|have\s|also\s|then\s|last\s|first\s)*$")
_RELATIVE_HOLDS = re.compile(
    r",\s(?:which|who)\s(?:(?:had|has|also|then)\s)*(?:held|began|[a-z-]+ed)\s"
    r"(?:(?:its|their|an?|the)\s)?(?:[\w-]+\s){0,4}$"
)
# "a visit by the expert on Haiti in March"
_VISIT_BY = re.compile(
    r"\sby\s(?:the\s|an?\s)?(?P<who>[^,;.\x01]{3,80}?)(?=\s(?:to|in|from|between|during|took|was)\s|\s(?:on|of)\s\x01)"
)
# "considered by the Commission on Water at its fifty-first session"
_AT_ITS = re.compile(
    r"\sby\s(?:the\s)?(?P<who>[A-Z][^,;.\x01]{3,140}?)\s(?:at|during|on)\s(?:its|his|her|their)\s(?:[\w-]+\s){0,3}$"
)
# "Member States reported that, in December, a three-person delegation …": somebody else's, whom nobody names.
_TOLD = re.compile(
    r"\b(?:reported|stated|informed|said|noted|indicated|claimed|alleged|assessed|added|recalled)\b[^;]{0,80}\sthat\b,?"
    r"[^;]{0,40}?\s(?:an?|two|three|several|some)\s[a-z-]+\s[^;]{0,120}$"
)
_TOGETHER = re.compile(r"\s?,?\s?(?:and|together with|jointly with|in cooperation with)\s(?:the\s)?")
_AND = re.compile(r",?\sand\s(?:the\s)?")
_NEW_CLAUSE = re.compile(r"(?:;|\bwhile|\bwhen|\bwhere)\s[^;]{0,1000}$")
# A name right before the verb that no gazetteer knows: somebody else's event.
_UNKNOWN = re.compile(
    r"(?:^|\s|\x01,?\s)(?:While\s|When\s|Where\s|As\s)?(?:[Tt]he\s|[Aa]n?\s)?"
    r"(?P<name>[A-Z][\w’'-]{1,60}(?:\s(?:(?:of|for|on|and|the|in)\s){0,4}[A-Z][\w’'-]{1,60}){0,20})\s{1,9}"
    r"(?:(?:also|then|again|jointly|had|has|have|\w{1,40}ly)\s){0,9}$"
)
_INSIDE = re.compile(r"\b(?:of|in|from|for|at|to|on|by|with|and)\s(?:the\s)?(?:(?:Mr|Ms|Mrs|Dr)·\s)?$")
_NOBODY = frozenset(
    (
        "Members",
        "Member",
        "It",
        "They",
        "He",
        "She",
        "We",
        "Delegations",
        "Participants",
        "Representatives",
        "Experts",
        "Having",
        "Being",
    )
)
# Groups that a body sets up among its members; in its report they are its own.
_SUBGROUP = re.compile(
    r"(?:(?:Open-ended|Ad [Hh]oc|Informal|Intersessional)\s){0,4}"
    r"(?:Working\sGroup|Sub-?[Cc]ommittee|Drafting\sGroup|Bureau|Sessional\s[Cc]ommittee|Task\sForce|Contact\sGroup)"
    r"(?:\s(?:of\sthe\sWhole|[IVX]+|\d+|[A-Z]))?(?![\w-])"
)
_WATCHES = re.compile(r"\b(?:Panel|Monitoring (?:Team|Group)|Group of Experts)\b")
# Who meets in a report of a committee without being of it.
_OUTSIDERS = re.compile(
    r"\b(?:leaders|ministers|commanders|forces|authorities|parties|sides|traders|rebels|militias|politicians|mediators"
    r"|Ministers|Heads\sof\s(?:State|Government)|Government)\b[^\x01,;]{0,60}$"
)
_SAID = re.compile(
    r"(?:[^,;\x01]{0,60},\s)?(?:The\s|An?\s|Several\s|Some\s|One\s|Another\s|Many\s|the\s)"
    r"(?:(?:\w+\s)?representatives?|observers?|delegations?|speakers?|participants?|panellists?|Director|Executive\s\w+)\b"
    r"[^;]{0,160}?\s(?:reported|presented|stated|noted|welcomed|informed|recalled|announced|highlighted|referred|mentioned"
    r"|briefed|commended|said|described|drew\sattention|clarified|pointed\sout)\s"
)
# "The Commission welcomes the dialogue held in May": somebody else's.
_NOTICED = re.compile(
    r"\b(?:recogni[sz]e[sd]?|welcome[sd]?|commend(?:s|ed)|appreciate[sd]?|acknowledge[sd]?|applaud(?:s|ed)|congratulate[sd]?"
    r"|(?:takes?|took)\snote\sof|notes)\s(?:with\sappreciation\s)?(?:the|an?)\s(?:[\w’'-]+,?\s){0,6}$"
)
# An annex that reports on a seminar counts the seminar's meetings.
SEMINAR = re.compile(
    r"(?:Report\sof\sthe\s)?(?P<name>[A-Z][\w-]*(?:\s[a-z][\w-]*){0,2}\s(?:seminar|workshop|symposium))\b"
)
# "The Liberia configuration" of the Peacebuilding Commission.
_CONFIGURATION = re.compile(r"(?:(?:[A-Z][\w’'-]+\s)+|country-specific\s)configuration")
# "Working Group on Communications": of the body whose report it is, where no list knows it as another's.
_SUBGROUP_ON = re.compile(rf"(?:{_SUBGROUP.pattern})\s(?:on|for|under)\s(?:the\s)?[A-Z].*")
_COLLEGIAL = re.compile(
    r"\b(?:Committee|Commission|Conference|Assembly|Board|Forum|States Parties|Human Rights Council"
    r"|Economic and Social Council)\b"
)
_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s(?:(?:of|for|on|and|the|in)\s)*[A-Z][\w’'-]*)*")
_NAME_LEFT = re.compile(r"(?:[A-Z][\w’'-]{0,60}\s(?:(?:of|for|on|and)\s(?:the\s)?)?){1,20}$")
_NAME_RIGHT = re.compile(
    r"(?:\s(?:of|for|on|to)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the|in)\s)*[A-Z][\w’'-]*)*)?"
)
_LEAD_IN = re.compile(r"[\s,]*(?:(?:[Tt]he|[Ii]ts|[Ii]n addition,|[Aa]lso,?)\s)*")
_NAMED_BY = 4  # words by which a conference is known: "Meeting of States Parties"
# Organs whose own proceedings reports tell of with the organ as the subject.
_SITTING = ("Security Council", "General Assembly", "Economic and Social Council", "Human Rights Council")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an event; `sits` where it is an organ that considers items at meetings."""

    body: str
    is_own: bool
    sits: bool = False


class Holders:
    """Decides holders for one document."""

    def __init__(self, header: Header) -> None:
        self.body = header.issuing_body
        self.personal = self.body == "Secretary-General"
        self._shorts = frozenset({*short_names(self.body), self.body} - {""})
        if self.body.lower().startswith("security council mission"):
            self._shorts |= {"Security Council", "Council"}  # the members who went are the Council
        self._collegial = bool(_COLLEGIAL.search(self.body))
        met = re.search(r"(?:Meeting|Conference)\s(?:of|on|to)\s", self.body)
        self.gathering = self.body[met.start() :] if met else ""
        self._mission = "mission" in self.body.lower()
        # Panels and monitoring teams tell of others; what nobody holds in the sentence is not theirs.
        self._watches = bool(_WATCHES.search(self.body))
        # In the Secretary-General's reports only his own meetings are own; elsewhere the body is who reports.
        self._whole = Holder("" if self.personal else self.body, not self.personal)
        self.group = ""
        self.foreign = False

    @property
    def default(self) -> Holder:
        """The holder where the words name none: the group whose report is reproduced, else the issuing body."""
        if self.group:
            return Holder(self.group, True)
        return Holder("", False) if self.foreign else self._whole

    def enter(self, title: str, foreign: bool = False) -> None:
        """Says under which title the text stands: "Report of Working Group I on agenda item 4".

        Args:
            title: the title of a part, or the headings above.
            foreign: the text is a resolution or decision inside a report: what it tells of is not the body's own.
        """
        found = None if self.personal else SEMINAR.match(title) or _SUBGROUP.search(title)
        self.group = found.group(found.lastgroup or 0) if found and found.group() not in self._shorts else ""
        self.foreign = foreign and not self.group

    def itself(self, masked: str, at: int) -> Holder | None:
        """The conference whose report it is, where the noun at `at` begins its name: "Meetings of States Parties"."""
        name = " ".join(self.gathering.split()[:_NAMED_BY])
        named = bool(name) and masked[at:].replace("Meetings", "Meeting", 1).startswith(name)
        return Holder(self.body, True) if named else None

    def is_named_in(self, line: str) -> bool:
        """Whether a line of the masthead names the issuing body, by its whole name, a part or a short form of it."""
        return line.rstrip(" *") in self.body or any(s in line for s in self._shorts)

    def briefed(self, name: str) -> Holder | None:
        """The issuing body where it is the one that is briefed: it held the briefing."""
        if self.personal or not self.body or self.foreign:
            return None
        return Holder(self.body, True) if any(name.startswith(s) for s in self._shorts) else None

    def _ended(self, sentence: Sentence, to: int, masked: str) -> Holder | None:
        """The body whose name ends at `to`: "the Working Group on Inquiries, which had met on 27 May"."""
        names = [m for m in _body_name().finditer(masked, max(0, to - 160), to) if m.end() == to]
        if names:
            # "the Chair of the Working Group on Floods, which had met": the group
            name = re.sub(rf"^(?:The\s)?(?:{_presiding().pattern}\sof\s(?:the\s)?)?", "", names[-1].group())
            if name in self._shorts:
                return Holder(self.body, True)
            return self._of_body(name) or self._ending(sentence, to) or Holder(name, False)
        return self._ending(sentence, to)

    def _of_body(self, name: str) -> Holder | None:
        """The holder where a name is that of a group of the issuing body."""
        if self.group and name == "Group" and "Group" in self.group:
            return Holder(self.group, True)
        if self.personal or self.foreign or not self.body:
            return None
        if _CONFIGURATION.fullmatch(name) and "Peacebuilding Commission" in self.body:
            return Holder(name, True)
        if not _SUBGROUP.fullmatch(name):
            on = _SUBGROUP_ON.fullmatch(name)
            return (
                Holder(name, True) if on and self._collegial and name not in gazetteers.organisation_names() else None
            )
        if name in self._shorts:
            return Holder(self.body, True)
        return Holder(self.group if self.group.startswith(name) else name, True)

    def subject(self, sentence: Sentence, at: int, to: int, masked: str) -> Holder:
        """The holder by the subject before a verb (`masked[at:to]`, positions in the sentence)."""
        if (relative := _RELATIVE.search(masked, at, to)) and (
            named := self._ended(sentence, relative.start(), masked)
        ):
            return named
        found = self._subject_of(sentence, at, to, masked)
        if found is not None:
            return found
        if _TOLD.search(masked, max(0, to - 400), to) and not self.personal:
            return Holder("", False)
        if (unknown := _UNKNOWN.search(masked[at:to])) and unknown.group("name").split()[0] not in _NOBODY:
            name = unknown.group("name")  # "the Constitutional Review Commission held …"
            if group := self._of_body(name):
                return group
            begins = at + unknown.start("name")
            if _INSIDE.search(masked, at, begins):
                whole = printed.phrase_before(masked, sentence.text, at, to)
                return Holder(whole or name, False)
            return Holder(printed.titled(sentence.text, begins, begins + len(name)), False)
        if not self.default.body or self._of_others(sentence, masked, at, to):
            return Holder(printed.phrase_before(masked, sentence.text, at, to), False)
        return self.default

    def around(
        self, sentence: Sentence, at: int, to: int, masked: str, numbered: bool = False, attended: bool = False
    ) -> Holder:
        """The holder of an event noun at `at`-`to`.

        Args:
            sentence: the sentence.
            at, to: the noun, with what belongs to it.
            masked: the sentence with its dates behind marks.
            numbered: the event is a numbered meeting; its body may follow the date ("At its 3rd meeting, on …, the X").
            attended: the subject took part in somebody else's event.
        """
        behind = masked[to:]
        if (
            self._collegial
            and not self.foreign
            and (of_members := _OF_MEMBERS.match(masked, to))
            and of_members.group("whose").startswith(tuple(self._shorts))
        ):
            return self.default  # "an exchange between members of the Committee and …, hosted by …"
        if itself := self.itself(masked, at):
            return itself
        of = _EVENT_OF.match(masked[to : to + 160])
        if of and (chairs := re.match(r"(?:Co-|Vice-)?Chair(?:s|men|persons)\b", masked[to + of.end() :])):
            return Holder(chairs.group(), False)  # "the annual meeting of the Chairs of the treaty bodies"
        if of and (found := self._head(sentence, to + of.end())):
            return found
        if of and (name := _body_name().match(masked, to + of.end())):
            return self._of_body(name.group()) or Holder(name.group(), False)
        if of and not numbered and (name := _NAME.match(masked, to + of.end())) and not self._is_body(name.group()):
            at_, to_ = name.span()
            return Holder(printed.with_nouns(sentence.text, at_, to_), False)
        if (
            self.personal
            and re.match(r"[^;\x01]{0,120}\x01+,\sI\s", behind)
            and re.match(r"(?:At|During|In)\s", masked)
        ):
            return Holder(self.body, True)  # "At a meeting in Davos in January, I assured …"
        if self.personal and re.search(r"\b[Mm]y\s(?:[a-z-]+\s){0,2}$", masked[max(0, at - 80) : at]):
            return Holder(self.body, True)
        if masked[at:to].lower().endswith(("visit", "trip", "mission")) and (guest := _VISIT_BY.match(masked, to)):
            a, b = guest.span("who")
            return self._head(sentence, a) or Holder(sentence.text[a:b], False)
        by = None if numbered else _BY.search(masked, at, min(len(masked), to + 200))
        if numbered and (convened := _CONVENED_BY.match(masked, to)):
            by = _BY.search(masked, convened.start(), convened.end())
        if (
            by
            and self._collegial
            and (
                (re.match(r"(?:facilitated|chaired|led)\s", by.group()) and self._one(sentence, by.end()))
                or re.match(r"\swith\s[^;]*?,\sfacilitated\s", masked[to : by.end()])
            )
        ):
            # one of its delegates: "facilitated by Jessica Orduz of Colombia"; "its meeting with X, facilitated by Y"
            return self.default
        if by and (found := self._head(sentence, by.end())):
            return found
        at_once = by and re.fullmatch(r"\w+\s(?:\w+\s)?(?:jointly\s)?by\s(?:the\s)?", by.group())
        if by and at_once and (name := _NAME.match(masked[by.end() : by.end() + 120])):
            return Holder(name.group().split(" in ")[0].strip(), False)
        if not numbered and (named := self._named(masked, at, to)):
            return named
        before = masked[max(0, at - 60) : at]
        if own := re.search(r"([\w’' -]{3,60})[’']s\s+(?:[\w-]+\s){0,3}$", before):
            found = self._ending(sentence, at - len(own.group()) + len(own.group(1)))
            if found:
                return found
        if numbered and re.search(r"\b[Ii]ts\s$", masked[max(0, at - 8) : at]):
            date = re.match(r"[^\x01]{0,120}\x01+[\s,]*(?:\([^)]*\)[\s,]*)?(?:the\s+|The\s+)?", behind)
            if date and (found := self._head(sentence, to + date.end(), ("ORGANISATION", "MISSION"))):
                return found
        if (relative := _RELATIVE_HOLDS.search(masked, max(0, at - 100), at)) and (
            named := self._ended(sentence, relative.start(), masked)
        ):
            return named
        if attended or (not numbered and _NOTICED.search(masked, max(0, at - 120), at)):
            return Holder("", False)
        if sat := _AT_ITS.search(masked, max(0, at - 200), at):
            who = sentence.text[sat.start("who") : sat.end("who")]
            return self._head(sentence, sat.start("who")) or self._of_body(who) or Holder(who, False)
        if self.personal and re.search(r"\b[Ii]ts\s(?:[\w-]+\s){0,2}$", before):
            names = list(_body_name().finditer(masked[:at]))
            if names:
                return Holder(names[-1].group().removeprefix("The "), False)
        if numbered and re.search(r"\bits\s(?:[\w-]+\s){0,2}$", before):
            # "The Security Council considered the matter at its 6100th meeting"
            return self._subject_of(sentence, 0, at, masked) or self.default
        if not self.personal and (
            re.search(r"\b(?:[Aa]t|[Dd]uring|[Ii]n)\s(?:the|its|that|this)\s(?:[\w-]+\s){0,2}$", before)
            or (numbered and re.search(r"\b(?:from|since|after|before|until|for|of)\sthe\s$", before))
        ):
            return self.default  # who speaks at a meeting does not hold it
        if self.personal and re.search(r"\bat\sthe\s(?:[\w’'-]+\s){1,3}$", before):
            return Holder("", False)  # "the pledges made at the Vienna donors' conference"
        if not numbered and self._reported(masked, at):
            return Holder("", False)
        if found := self._subject_of(sentence, 0, at, masked):
            return found
        if not numbered and self._of_others(sentence, masked, 0, at):
            return Holder("", False)
        return self.default

    def _reported(self, masked: str, at: int) -> bool:
        """Whether somebody's statement tells of an event: "The representative of Chad reported on a meeting"."""
        told = _SAID.match(masked[:at]) if self._collegial else None
        if told is None or re.search(r"\b[Ii]ts\s(?:[\w-]+\s){0,3}$", masked[:at]):
            return False
        return not any(s in masked[told.end() : at] for s in self._shorts)

    def _of_others(self, sentence: Sentence, masked: str, at: int, to: int) -> bool:
        """Whether what acts in `masked[at:to]` is surely not the body: leaders, forces; nobody in a panel's report."""
        if self.group or not (self._watches or _OUTSIDERS.search(masked[at:to])):
            return False
        if any(re.search(rf"\b{re.escape(s)}\b", sentence.text) for s in self._shorts if s):
            return False
        return not (_PRONOUN.search(masked[at:to]) or re.search(r"\b(?:we|our|us)\b", sentence.text, re.I))

    def _is_body(self, name: str) -> bool:
        """Whether a name is that of the issuing body or a part of it."""
        return name in self.body or self.body in name or any(name.startswith(s) for s in self._shorts)

    def _named(self, masked: str, at: int, to: int) -> Holder | None:
        """A conference with a name of its own, where no holder is stated: "the World Summit on …"."""
        if not masked[at : at + 1].isupper() or " session" in masked[at:to].lower():
            return None
        left, right = _NAME_LEFT.search(masked[:at]), _NAME_RIGHT.match(masked[to:])
        name = f"{left.group() if left else ''}{masked[at:to]}{right.group() if right else ''}".strip()
        name = name.removeprefix("The ")
        if name.lower() == masked[at:to].lower() or name in self.body or self.body in name or not self.body:
            return None
        return Holder(name, False)

    # ------------------------------------------------------------------ parts

    def _subject_of(self, sentence: Sentence, at: int, to: int, masked: str) -> Holder | None:
        """The actor at the head of the last clause before `to`."""
        clause = masked[at:to]
        if (leading := _SUBGROUP.search(clause)) and _LEAD_IN.fullmatch(clause[: leading.start()]):
            place = at + leading.start()
            known = any(m.at - sentence.at == place and m.to - m.at > len(leading.group()) for m in sentence.mentions)
            group = None if known else self._of_body(leading.group())
            if group is not None:
                return group
        if self.personal and re.match(r"(?:dispatched|sent|deployed)\b", masked[to:]):
            return Holder("", False)  # "I dispatched a technical team": it went, not he
        if re.search(r"\bI\s+(?:\w+\s)?$|^(?:\x01|[^,]*,)?\s*I\s", clause) or re.match(
            r"\s*My\s(?!Special|Personal|Deputy|Envoy|Executive|Representative)", clause
        ):
            return Holder(self.body, True)
        if self._mission and re.search(r"\b(?:the|The|Council)\s(?:Council\s)?mission\b", clause):
            return Holder(self.body, True)
        # An actor right before the verb is its subject, whatever the sentence begins with.
        near = [
            m for m in sentence.mentions if m.label in ACTORS and at <= m.at - sentence.at and m.to - sentence.at <= to
        ]
        near = [m for m in near if _TO_VERB.fullmatch(masked[m.to - sentence.at : to])]
        if near:
            return self._named_whole(sentence, min(near, key=lambda m: (m.at, -m.to)), masked, at, to)
        starts = [at, *(at + m.end() for m in re.finditer(r"(?:;|\bwhile\b|\bthat\b|\bwhen\b|\bwhere\b)\s", clause))]
        if _ADVERBIAL.match(clause):  # "With regard to …, the Committee …"
            starts += [at + m.end() for m in re.finditer(r",\s", clause)]
        chosen: Mention | None = None
        for mention in sorted(sentence.mentions, key=lambda m: (m.at, -m.to)):
            place = mention.at - sentence.at
            if (
                mention.label not in ACTORS
                or place < at
                or mention.to - sentence.at > to
                or (chosen and mention.to <= chosen.to)
            ):
                continue
            # The first actor leads the sentence; a later one only where its own clause ends in the verb.
            later = chosen is not None and not _NEW_CLAUSE.search(masked[chosen.to - sentence.at : place])
            if not later and any(s <= place and _TO_SUBJECT.match(masked[s:place]) for s in starts):
                chosen = mention
        if chosen is not None:
            return self._named_whole(sentence, chosen, masked, at, to)
        if _PRONOUN.search(clause):
            return self.default
        return None

    def _named_whole(self, sentence: Sentence, actor: Mention, masked: str, at: int, verb: int) -> Holder:
        """The holder by an actor before a verb; a State's name that only goes with a noun gives way to the noun."""
        holder = self._joint(sentence, actor, masked)
        begins, ends = actor.at - sentence.at, actor.to - sentence.at
        if holder.is_own:
            return holder
        if actor.label == "PERSON" and printed.is_second(masked, begins):
            return Holder(printed.phrase_before(masked, sentence.text, at, verb) or holder.body, False)
        coordinated = any(
            m.label in ACTORS and m.at < actor.at and _AND.fullmatch(masked, m.to - sentence.at, begins)
            for m in sentence.mentions
        )
        if coordinated or (actor.label in ("POST", "ORGANISATION") and printed.goes_on(masked, actor.text, ends)):
            whole = printed.phrase_before(masked, sentence.text, at, verb)
            return Holder(whole if actor.text in whole else holder.body, False, holder.sits)
        if actor.label == "COUNTRY" and printed.is_attribute(masked, begins, ends, verb):
            whole = printed.phrase_before(masked, sentence.text, at, verb)
            return self._of_body(whole) or Holder(whole, False)
        return holder

    def _joint(self, sentence: Sentence, actor: Mention, masked: str) -> Holder:
        """The holder by an actor; where several act together and the body is one of them, the body."""
        holder = self._holder(sentence, actor)
        if holder.is_own:
            return holder
        for other in sentence.mentions:
            if other.label not in ACTORS or other.at == actor.at:
                continue
            first, second = sorted((actor, other), key=lambda m: m.at)
            between = masked[first.to - sentence.at : second.at - sentence.at]
            if _TOGETHER.fullmatch(between) and (joint := self._holder(sentence, other)).is_own:
                return joint
        return holder

    def _head(self, sentence: Sentence, at: int, labels: tuple[str, ...] = ACTORS) -> Holder | None:
        """The actor that begins at `at`."""
        found = [m for m in sentence.mentions if m.label in labels and m.at - sentence.at == at]
        if not found:
            return None
        actor = max(found, key=lambda m: m.to)
        whole = printed.with_nouns(sentence.text, at, actor.to - sentence.at)
        if actor.label == "COUNTRY" and whole != actor.text:
            return self._of_body(whole) or Holder(whole, False)
        return self._holder(sentence, actor)

    def _one(self, sentence: Sentence, at: int) -> bool:
        """Whether a person begins at `at`."""
        return any(m.label == "PERSON" and m.at - sentence.at == at for m in sentence.mentions)

    def _ending(self, sentence: Sentence, to: int) -> Holder | None:
        found = [m for m in sentence.mentions if m.label in ACTORS and m.to - sentence.at == to]
        return self._holder(sentence, max(found, key=lambda m: m.to - m.at)) if found else None

    def _holder(self, sentence: Sentence, actor: Mention) -> Holder:
        if actor.value == self.body or actor.text in self._shorts:
            return Holder(self.body, True)
        if actor.label == "POST" and actor.text == "President" and self._presides(sentence, actor):
            return Holder(self.body, True)
        if actor.label == "POST" and (presiding := _presiding().match(actor.text)):
            owner = self._owner(sentence, actor, presiding.end())
            if owner is None and not self.personal:
                return Holder(self.body, True)
            if owner is not None and (owner.value == self.body or owner.text in self._shorts):
                return Holder(self.body, True)
            return Holder(owner.value if owner is not None else actor.text, False)
        if self.personal and actor.text == "Secretary-General":
            return Holder(self.body, True)
        if actor.label == "ORGANISATION" and (group := self._of_body(actor.text)):
            return group
        if not self.personal and self.body and actor.value.endswith(f" of the {self.body}"):
            return Holder(actor.value, True)  # its Bureau
        begins, ends = actor.at - sentence.at, actor.to - sentence.at
        if actor.label == "PERSON":
            return Holder(printed.titled(sentence.text, begins, ends), False)
        if actor.label == "POST":
            return Holder(printed.post_with_name(sentence.text, begins, ends), False)
        name = actor.value if actor.label == "ORGANISATION" else actor.text
        return Holder(name, False, name in _SITTING)

    def _presides(self, sentence: Sentence, post: Mention) -> bool:
        """Whether "the President" is that of the issuing body: no name and no State behind it."""
        behind = sentence.passage.text[post.to : post.to + 40]
        of = re.match(
            r"\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?(?:session|meeting|Conference|Commission|Committee|forum)\b", behind
        )
        return (
            not self.personal
            and "Security Council" not in self.body
            and (bool(of) or not re.match(r"\s+(?:[A-Z]|of\b)", behind))
        )

    def _owner(self, sentence: Sentence, post: Mention, to: int) -> Mention | None:
        """The body behind a presiding post: "Chairman of the Special Committee"."""
        match = re.match(r"\s+of\s+(?:the\s+)?", post.text[to:])
        if match is None:
            return None
        place = post.at + to + match.end()
        return next((m for m in sentence.mentions if m.label in ("ORGANISATION", "COUNTRY") and m.at == place), None)


@cache
def _presiding() -> re.Pattern[str]:
    names = [n for n in gazetteers.presiding_posts() if not n.startswith(("President", "Vice-President", "Special"))]
    return re.compile(rf"(?:{words.alternatives(names)})(?![\w-])")


@cache
def _body_name() -> re.Pattern[str]:
    """A name whose head noun is that of a body: "High-level Committee on Transition"."""
    names = words.alternatives([h for h in heads() if h not in ("Mission", "Secretary-General")])
    return re.compile(
        rf"(?:[A-Z][\w’'-]{{0,60}}\s(?:(?:of|for|on|and)\s(?:the\s)?)?){{0,20}}(?:{names})(?![\w-])"
        r"(?:\s(?:of|on|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the|under)\s)*[A-Z][\w’'-]*)*)?"
    )
