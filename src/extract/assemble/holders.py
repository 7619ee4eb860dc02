"""Whose event it is: from who acts in the sentence; short names and presiding officers of the issuing body are its own.

Only the words that govern the event count: "of the X" and "by X" behind it, "its" before it, the subject of its clause.
What a sentence merely deals with ("the personnel of UNMIL formed the subject of a meeting") holds nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract import lexicon
from extract.assemble import printed, words
from extract.model import Header, Mention, Sentence
from extract.recognise import gazetteers
from extract.recognise.bodies import other_mandate, short_names
from extract.recognise.masthead import EXPERT, heads

ACTORS = ("ORGANISATION", "POST", "PERSON", "MISSION", "COUNTRY")
_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|[Mm]embers(?!\sof\b)|[Ii]ts|[Tt]heir)\b")
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
_SEVERAL_BODIES = re.compile(r"(?P<one>(?:[A-Z][a-z]+\s)*(?:Board|Committee|Commission|Council))s\b")
_OF_MEMBERS = re.compile(
    r"\s(?:between|among|of)\s(?:the\s)?(?:(?:members|experts|officers|representatives)\sof\s(?:the\s)?)(?P<whose>[A-Z][^,;.\x01]{2,80})"
)
_BY = re.compile(
    r"\b(?:held|convened|organi[sz]ed|hosted|chaired|conducted|undertaken|made|paid|led|carried\sout|facilitated)\s"
    r"(?:[^.,;]{0,40}\s)?by\s+(?:the\s+)?"
)
_CLAUSE_BETWEEN = re.compile(r"\x01,\s(?:the|it|he|she|they|I|we)\s|\bwhich\s(?:is|are)\b")
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
    r"\s(?:by|briefed|addressed|reported\sto|(?:statement|briefing|presentation|remark|speeche?)s?\sto)\s(?:the\s)?"
    r"(?P<who>[A-Z](?:(?!\s(?:by|to|before|at|during|on)\s(?:the\s)?[A-Z])[^,;.\x01]){3,140}?)"
    r"(?:\son\s(?:the|its|his|her)\s[a-z][^,;\x01]{1,80}?)?\s(?:at|during|on)\s(?:its|his|her|their)\s(?:[\w-]+\s){0,3}$"
)
# "The Lake Commission, at its tenth session (5–9 May), took note of the report."
_OF_ITS = re.compile(
    r"(?:^(?:\([ivx\d]+\)\s)?|[,;]\s)(?:[Tt]he\s)?(?P<who>(?!(?:Under|At|In|On|During|Pursuant|Following|With|For|Also|By|Upon)\s)[A-Z][^,;.\x01]{3,140}?),\s(?:at|during|in)\s(?:its|their)\s(?:[\w-]+\s){0,3}$"
)
# "presented the workplan to the Executive Board at a closed-door meeting in February"
_TO_AT = re.compile(
    r"\b(?:presented|submitted|reported|introduced)\b[^;\x01]{0,120}?\sto\s(?:the\s)?"
    r"(?P<who>[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the)\s)*[A-Z][\w’'-]*)*)\sat\san?\s(?:[\w-]+\s){0,3}$"
)
_BEFORE_BODY = re.compile(r"[^,;]{0,140}\s(?:before|to|in|by)\sthe\s(?=[A-Z])")
# "the report of the Working Party on Roads on its forty-ninth session"
_REPORT_ON_ITS = re.compile(
    r"\b[Rr]eports?\s(?:of|by)\s(?:the\s)?(?P<who>[A-Z][^;\x01]{2,160}?),?\s(?:on|about)\s(?:the\s(?:work|results)\sof\s)?"
    r"(?:its|their)\s(?:[\w-]+\s){0,5}$"
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
# "The Lake Forum, of which the secretariat is a member, had held …"
_UNKNOWN_WHICH = re.compile(
    r"(?:The\s)?(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:of|for|on|and|the|in)\s)*[A-Z][\w’'-]+)*),\s(?:of\s|in\s|to\s)?(?:which|who|whose)\s"
    r"[^,;\x01]{1,120},\s(?:(?:also|then|again|had|has|have|\w+ly)\s)*$"
)
_INSIDE = re.compile(r"\b(?:of|in|from|for|at|to|on|by|with|and|under)\s(?:the\s)?(?:(?:Mr|Ms|Mrs|Dr)·\s)?$")
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
_OF_NAMED = re.compile(r"\s+of\s+(?:the\s+)?(?=[A-Z])")
# Groups that a body sets up among its members; in its report they are its own.
_SUBGROUP = re.compile(
    r"(?:(?:Open-ended|Ad [Hh]oc|Informal|Intersessional)\s){0,4}(?:Working\sGroup|Sub-?[Cc]ommittee|Drafting\sGroup"
    r"|Bureau|Planning\sGroup|Drafting\sCommittee|Credentials\sCommittee|Study\sGroup|Main\sCommittee"
    r"|Friends\sof\sthe\s(?:Chair|President)|Committee\sof\sthe\sWhole|Sessional\s[Cc]ommittee|Task\sForce|Contact\sGroup)"
    r"(?:\s(?:of\sthe\sWhole|[IVX]+|\d+|[A-Z]))?(?![\w-])"
)
_OFFICER_OF = re.compile(
    r"(?:(?:Deputy\s)?(?:Secretary-General|Director[- ]General|Executive\s(?:Director|Secretary|Head)|Administrator|Registrar"
    r"|Secretariat)\sof\s"
    r"(?:the\s)?(?P<of>.+)|(?P<whose>.+)\s[Ss]ecretariat)$"
)
_HIGH_OFFICE = re.compile(
    r"(?:United\sNations\s)?High\sCommissioner\b|(?:Executive\sDirector|Administrator|Secretariat)$"
)
# Panels, teams and those who examine others: what nobody holds in the sentence is not theirs.
_WATCHES = re.compile(
    rf"\b(?:Panel|Monitoring (?:Team|Group)|Group of Experts|Advisory Committee on Administrative|Joint Inspection Unit"
    rf"|Board of Auditors|Internal Oversight)\b|^(?:{EXPERT})\b"
)
# Who meets in a report of a committee without being of it.
_OUTSIDERS = re.compile(
    r"\b(?:leaders|ministers|commanders|forces|authorities|parties|sides|traders|rebels|militias|politicians|mediators"
    r"|Ministers|Heads\sof\s(?:State|Government)|Government)\b[^\x01,;]{0,100}(?:,\s(?:who\s)?)?$"
)
_SAID = re.compile(
    r"(?:[^;]{0,160},\s)?(?:The\s|An?\s|Several\s|Some\s|One\s|Another\s|Many\s|the\s)"
    r"(?:(?:\w+\s)?representatives?|observers?|delegations?|speakers?|participants?|panellists?|Director|Executive\s\w+)\b"
    r"[^;]{0,160}?\s(?:reported|presented|stated|noted|welcomed|informed|recalled|announced|highlighted|referred|mentioned"
    r"|briefed|commended|said|described|drew\sattention|clarified|pointed\sout)\s"
)
# "The Committee was informed that a workshop had been held", "Witnesses told the Mission that …": what others did.
_TOLD_THAT = re.compile(
    r"\b(?:(?:was|were)\s(?:\w+\s)?(?:informed|told|advised)\b[^;]{0,80}?\sthat\s"
    r"|(?:[Rr]epresentatives?|[Oo]bservers?|[Dd]elegations?|[Ss]peakers?|[Pp]articipants?|[Ww]itness(?:es)?|[Vv]ictims?|[Rr]esidents?"
    r"|[Ii]nterlocutors?|[Ss]ources?|[Oo]fficials?|[Oo]fficers?|Government|authorities|Minister|Secretariat|Secretary-General)\b"
    r"[^;]{0,160}?\s(?:told\s[^,;]{2,60}?|stated?s?|said|noted|recalled|indicate[sd]?|reported|explained|replied|added|claimed"
    r"|alleged|announced|testified|informed\s[^,;]{2,60}?)\sthat\s)"
)
# "Another meeting was said to have taken place on 11 October."
_SAID_TO_HAVE = re.compile(
    r"[^,;\x01]{0,120}?\s(?:was|were|is|are)\s(?:said|reported|alleged|believed|understood|rumou?red)\sto\shave\s"
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
_CONFIGURATION = re.compile(
    r"(?:(?:(?:[A-Z][\w’'-]+\s(?:(?:of|and|the)\s)*)+(?:country-specific\s)?|country-specific\s)configuration"
    r"|Organizational\sCommittee)(?:\s(?:on|for)\s(?:the\s)?[A-Z].*)?"
)
# "the Burundi country-specific meetings": the words between a State's name and the noun of the event.
_TO_EVENT = re.compile(
    r"(?:\s(?!(?:on|in|at|to|with|that|which|who|and|or|for|from|by|of|as|was|were|is|are|had|has|have|held|met|made|took"
    r"|gave|led|began)\b)[a-z][a-z-]+(?<!ed)(?<!ly)(?<!ing)){0,3}\s"
)
# A pronoun that acts at the head of a sentence: "On 5 May, it travelled …".
_SUBJECT_PRONOUN = re.compile(
    r"\s*(?:(?:[Oo]n|[Ii]n|[Ff]rom|[Dd]uring|[Bb]etween|[Aa]t)\s[^,]{1,60},?\s|[Aa]lso,?\s|[Ii]n\saddition,\s)?([Ii]t|[Hh]e|[Ss]he)\s"
)
_LEADING_NAME = re.compile(
    r"The\s(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:of|for|on|and|the|in)\s)*[A-Z][\w’'-]*)*)\s(?:(?:also|had|has)\s)?"
    r"(?:held|met|was|is|made|took|paid|[a-z]{2,}ed)\s"
)
# "Working Group on Communications": of the body whose report it is, where no list knows it as another's.
_SUBGROUP_ON = re.compile(rf"(?:{_SUBGROUP.pattern})\s(?:on|for|under)\s(?:the\s)?[A-Z].*")
_ON_WHAT = re.compile(r"\s(?:on|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the|in|to)\s)*[A-Z][\w’'-]*)*")
# Between a post and the name of who holds it: "The Chair of the configuration, Ambassador Ana Lund".
_NAMED_BEHIND = re.compile(
    r"(?:\sof\sthe\s[a-z][\w -]{2,60})?,\s"
    r"(?:(?:Mr|Ms|Mrs|Dr|H\.E|His Excellency|Her Excellency|Ambassador|Justice|Judge)\.?\s){0,2}"
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:de|da|del|van|von|bin|el|al)\s)?[A-Z][\w’'.-]*){1,3})(?=,|\s\(|[.;])"
)
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
# Courts, and their officers, whose meetings and visits are the court's own.
_COURT = re.compile(r"\b(?:Tribunal|Court|Residual\sMechanism|Special\sChambers)\b")
# Its organs: "the Office of the Prosecutor", "Trial Chamber II".
_ORGANS = re.compile(
    r"Office\sof\sthe\s(?:Prosecutor|President|Registrar)|Registry|Chambers|(?:Trial|Appeals|Pre-Trial)\sChambers?(?:\s[IVX]+)?"
    r"|Rules\sCommittee"
)
_OFFICERS = frozenset(
    ("President", "Vice-President", "Prosecutor", "Deputy Prosecutor", "Registrar", "Deputy Registrar")
)
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
        officer = _OFFICER_OF.match(self.body)
        # The organization whose head or secretariat reports: what it did is the reporter's own.
        self._organization = canonical(officer.group("of") or officer.group("whose")) if officer else ""
        self._office = bool(officer) or bool(_HIGH_OFFICE.match(self.body))
        met = re.search(r"(?:Meeting|Conference)\s(?:of|on|to)\s", self.body)
        self.gathering = self.body[met.start() :] if met else ""
        self._mission = "mission" in self.body.lower()
        self._court = bool(_COURT.search(self.body))
        self._signatory = header.signatory.split()[-1] if header.signatory else ""
        self._expert = bool(re.match(EXPERT, self.body))
        self._watches = bool(_WATCHES.search(self.body))
        # In the Secretary-General's reports only his own meetings are own; elsewhere the body is who reports.
        self._whole = Holder("" if self.personal else self.body, not self.personal)
        self.group = ""
        self.foreign = False
        self._officers: set[str] = set()  # surnames of those who preside
        self.before: tuple[str, Holder] | None = None  # who acts in the sentence before, and what kind of name it is

    def follow(self, sentence: Sentence | None) -> None:
        """Takes note of who acts at the head of a sentence: a pronoun in the next one may stand for it.

        Args:
            sentence: the sentence, or None where a paragraph begins.
        """
        if sentence is None:
            self.before = None
            return
        if _SUBJECT_PRONOUN.match(sentence.text):
            return
        self.before = None
        labels = ("ORGANISATION", "MISSION", "POST", "PERSON")
        for m in sorted(sentence.mentions, key=lambda m: (m.at, -m.to)):
            place = m.at - sentence.at
            if m.label in labels and _TO_SUBJECT.match(sentence.text[:place]):
                behind = sentence.text[m.to - sentence.at :]
                if re.match(r"(?:,?\s(?:and|or)\b|[’']s\b)", behind):
                    return
                self.before = m.label, self._holder(sentence, m)
                return
        leading = _LEADING_NAME.match(sentence.text)
        name = leading.group("name") if leading else ""
        if name and name.split()[0] not in _NOBODY and not self._is_body(name) and self._of_body(name) is None:
            self.before = "ORGANISATION", Holder(name, False)

    def learn(self, sentence: Sentence) -> None:
        """Takes note of who presides over the body: "The Chair of the Committee, Ana Lund, …"."""
        if self.personal or not self.body:
            return
        for m in sentence.mentions:
            begins, ends = m.at - sentence.at, m.to - sentence.at
            if self._court and m.label == "PERSON" and sentence.text[:begins].endswith("Judge "):
                self._officers.add(m.text.split()[-1])
            if m.label != "POST" or not _presiding().match(m.text):
                continue
            name = _NAMED_BEHIND.match(sentence.text, ends)
            if name is not None and self._holder(sentence, m).is_own:
                self._officers.add(name.group("name").split()[-1])

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
        if self._office:
            return None  # a head of office has no working groups among members
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
        if not self.personal and (_TOLD.search(masked, max(0, to - 400), to) or self._reported(masked, to)):
            return Holder(printed.phrase_before(masked, sentence.text, at, to), False)
        if (unknown := _UNKNOWN.search(masked[at:to])) and unknown.group("name").split()[0] not in _NOBODY:
            name = unknown.group("name")  # "the Constitutional Review Commission held …"
            if self._court and _ORGANS.fullmatch(name):
                return self.default
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
        inspected = masked[at:to].lower().endswith("inspections")  # "inspections of the facilities"
        of = None if inspected else _EVENT_OF.match(masked[to : to + 160])
        several = _SEVERAL_BODIES.match(masked, to + of.end()) if of and not self.personal else None
        if several and (several.group("one") in self._shorts or several.group("one") in self.body):
            return self.default  # "the joint meeting of the Executive Boards of UNDP and UNICEF": in a report of one
        if of and (chairs := re.match(r"(?:Co-|Vice-)?[Cc]hair(?:s|men|persons)\b", masked[to + of.end() :])):
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
        if by and _CLAUSE_BETWEEN.search(masked, to, by.start()):
            by = None  # "At its session, in May, the Committee made a post, which is held by Mr. Lund"
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
        sat = _OF_ITS.search(masked, max(0, at - 200), at) if numbered or " session" in masked[at - 1 : to] else None
        sat = sat or _TO_AT.search(masked, max(0, at - 260), at)
        sat = sat or _AT_ITS.search(masked, max(0, at - 200), at) or _REPORT_ON_ITS.search(masked, max(0, at - 260), at)
        if sat and not attended:
            begins = sat.start("who")
            if inner := _BEFORE_BODY.search(masked, begins, sat.end("who")):
                begins = inner.end()  # "The majority of petitioners speaking before the Committee, at its 5th meeting"
            who = sentence.text[begins : sat.end("who")]
            return self._head(sentence, begins) or self._of_body(who) or Holder(who, False)
        if attended or (not numbered and _NOTICED.search(masked, max(0, at - 120), at)):
            return Holder("", False)
        if self.personal and re.search(r"\b[Ii]ts\s(?:[\w-]+\s){0,2}$", before):
            names = list(_body_name().finditer(masked[:at]))
            if names:
                return Holder(names[-1].group().removeprefix("The "), False)
        if numbered and re.search(r"\bits\s(?:[\w-]+\s){0,2}$", before):
            # "The Security Council considered the matter at its 6100th meeting"
            named = self._unknown_holds(sentence, masked, at) or self._subject_of(sentence, 0, at, masked)
            return named or self.default
        if not self.personal and (
            re.search(r"\b(?:[Aa]t|[Dd]uring|[Ii]n)\s(?:the|its|that|this)\s(?:[\w-]+\s){0,2}$", before)
            or (numbered and re.search(r"\b(?:from|since|after|before|until|for|of)\sthe\s$", before))
        ):
            return self.default  # who speaks at a meeting does not hold it
        if self.personal and re.search(r"\bat\sthe\s(?:[\w’'-]+\s){1,3}$", before):
            return Holder("", False)  # "the pledges made at the Vienna donors' conference"
        if not self.personal and _SAID_TO_HAVE.match(masked, to):
            return Holder("", False)
        if not numbered and self._reported(masked, at):
            return Holder("", False)
        if not numbered and (unknown := self._unknown_holds(sentence, masked, at)):
            return unknown
        if found := self._subject_of(sentence, 0, at, masked, noun=True):
            return found
        if not numbered and self._of_others(sentence, masked, 0, at):
            return Holder("", False)
        return self.default

    def _unknown_holds(self, sentence: Sentence, masked: str, at: int) -> Holder | None:
        """A name that no list has before the verb that holds the event at `at`: "Green Earth organized a workshop"."""
        holds = _holds_it().search(masked, max(0, at - 100), at)
        unknown = (
            _UNKNOWN.search(masked[: holds.start()]) or _UNKNOWN_WHICH.match(masked[: holds.start()]) if holds else None
        )
        if unknown is None or unknown.group("name").split()[0] in _NOBODY:
            return None
        name, begins = unknown.group("name"), unknown.start("name")
        known = (m for m in sentence.mentions if m.label in ACTORS and m.at - sentence.at <= begins)
        if self._is_body(name) or any(m.to - sentence.at > begins for m in known):
            return None
        if _INSIDE.search(masked, 0, begins):
            name = printed.phrase_before(masked, sentence.text, 0, holds.start() if holds else at) or name
        return self._of_body(name) or Holder(name, False)

    def _reported(self, masked: str, at: int) -> bool:
        """Whether somebody's statement tells of an event: "The representative of Chad reported on a meeting"."""
        told = _TOLD_THAT.search(masked[:at]) or (_SAID.match(masked[:at]) if self._collegial else None)
        if told is None or re.search(r"\b[Ii]ts\s(?:[\w-]+\s){0,3}$", masked[:at]):
            return False
        return not any(s in masked[told.end() : at] for s in self._shorts)

    def _of_others(self, sentence: Sentence, masked: str, at: int, to: int) -> bool:
        """Whether what acts in `masked[at:to]` is surely not the body: leaders, forces; nobody in a panel's report."""
        outsiders = _OUTSIDERS.search(masked[at:to])
        if self.group or not (self._watches or outsiders):
            return False
        near = masked[at:to] if outsiders else sentence.text
        if any(re.search(rf"\b{re.escape(s)}\b", near) for s in self._shorts if s):
            return False
        if self._expert and re.search(r"\b(?:He|She)\b", masked[:to]):
            return False
        return not (_PRONOUN.search(masked[at:to]) or re.search(r"\b(?:we|our|us)\b", sentence.text, re.I))

    def _is_body(self, name: str) -> bool:
        """Whether a name is that of the issuing body or a part of it."""
        if self._court and _ORGANS.fullmatch(name):
            return True
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

    def _subject_of(self, sentence: Sentence, at: int, to: int, masked: str, noun: bool = False) -> Holder | None:
        """The actor at the head of the last clause before `to`, where a verb stands, or the `noun` of an event."""
        clause = masked[at:to]
        if (leading := _SUBGROUP.search(clause)) and _LEAD_IN.fullmatch(clause[: leading.start()]):
            place = at + leading.start()
            known = any(m.at - sentence.at == place and m.to - m.at > len(leading.group()) for m in sentence.mentions)
            group = None if known else self._of_body(leading.group())
            if group is not None and (on := _ON_WHAT.match(clause, leading.end())):
                whole = leading.group() + on.group()  # "the Working Group on Deltas"
                group = self._of_body(whole) or (None if whole in gazetteers.organisation_names() else group)
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
            m
            for m in sentence.mentions
            if m.label in ACTORS
            and at <= m.at - sentence.at
            and m.to - sentence.at <= to
            and not (noun and _goes_with(sentence, m, masked, to))
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
            if noun and _goes_with(sentence, mention, masked, to):
                continue
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
        if not self.personal and self.before is not None and (pronoun := _SUBJECT_PRONOUN.match(clause)):
            label, holder = self.before
            if (label in ("POST", "PERSON")) == (pronoun.group(1).lower() in ("he", "she")):
                return holder  # "The Panel visited Chad. It travelled to Bardaï on 5 May."
        if _PRONOUN.search(clause):
            # "The representative of Chad recalled that members of his mission had met …"
            told = None if self.personal or noun else _TOLD_THAT.search(masked, 0, to)
            others = told and not any(re.search(rf"\b{re.escape(s)}\b", masked[told.end() : to]) for s in self._shorts)
            return Holder("", False) if others else self.default
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
            whole = whole or printed.with_nouns(sentence.text, begins, ends)
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
        if self._organization and (actor.value == self._organization or actor.text == "Secretariat"):
            return Holder(self.body, True)
        if lexicon.fold(actor.value) == lexicon.fold(self.body) or (
            actor.text in self._shorts and not other_mandate(actor.text, sentence.passage.text, actor.at, self.body)
        ):
            return Holder(self.body, True)
        if actor.label == "POST" and actor.text == "President" and self._presides(sentence, actor):
            return Holder(self.body, True)
        if actor.label == "POST" and (presiding := _presiding().match(actor.text)):
            owner = self._owner(sentence, actor, presiding.end())
            if owner is None and not self.personal:
                return self._presided(sentence, actor, presiding.end()) or Holder(self.body, True)
            if owner is not None and (owner.value == self.body or owner.text in self._shorts):
                return Holder(self.body, True)
            if owner is not None and owner.label == "COUNTRY":  # "the Chair of the Chad configuration"
                whole = printed.with_nouns(sentence.text, owner.at - sentence.at, owner.to - sentence.at)
                return self._of_body(whole) or Holder(whole, False)
            return Holder(owner.value if owner is not None else actor.text, False)
        if self.personal and actor.text == "Secretary-General":
            return Holder(self.body, True)
        if actor.label == "POST" and actor.text == "Coordinator" and self._watches:
            return Holder(self.body, True)
        if actor.label == "POST" and self._is_officer(sentence, actor):
            return Holder(self.body, True)
        if actor.label == "ORGANISATION" and (group := self._of_body(actor.text)):
            return group
        if not self.personal and self.body and actor.value.endswith(f" of the {self.body}"):
            return Holder(actor.value, True)  # its Bureau
        begins, ends = actor.at - sentence.at, actor.to - sentence.at
        if actor.label == "PERSON" and actor.text.split()[-1] in self._officers:
            return Holder(self.body, True)
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
            and ("Security Council" not in self.body or self.body == "Security Council")
            and (bool(of) or not re.match(r"\s+(?:[A-Z]|of\b)", behind))
        )

    def _is_officer(self, sentence: Sentence, post: Mention) -> bool:
        """Whether a post is that of an officer of the court whose report it is, not of a State's or another court's."""
        if not self._court or self.personal:
            return False
        title = next((t for t in sorted(_OFFICERS, key=len, reverse=True) if post.text.startswith(t)), "")
        if not title or sentence.passage.text[: post.at].endswith("Assistant "):
            return False
        behind = sentence.passage.text[post.at + len(title) :]
        if name := re.match(r"\s(?:[A-Z][\w’'.-]+\s)*?(?P<last>[A-Z][\w’'-]+)", behind):
            return not self._officers.isdisjoint(name.group().split()) or self._signatory in name.group().split()
        of = re.match(r"\s(?:of|for|at)\s(?:the\s)?(?P<what>.*)", behind)
        return of is None or any(of.group("what").startswith(s) for s in self._shorts)

    def _presided(self, sentence: Sentence, post: Mention, to: int) -> Holder | None:
        """The body behind a presiding post that no list has: "the Chair of the Subsidiary Body for Locks"."""
        of = _OF_NAMED.match(sentence.passage.text, post.at + to)
        name = _NAME.match(sentence.passage.text, of.end()) if of else None
        if name is None or self._is_body(name.group()):
            return None
        return self._of_body(name.group()) or Holder(name.group(), False)

    def _owner(self, sentence: Sentence, post: Mention, to: int) -> Mention | None:
        """The body behind a presiding post: "Chairman of the Special Committee"."""
        match = re.match(r"\s+of\s+(?:the\s+)?", post.text[to:])
        if match is None:
            return None
        place = post.at + to + match.end()
        return next((m for m in sentence.mentions if m.label in ("ORGANISATION", "COUNTRY") and m.at == place), None)


def canonical(name: str) -> str:
    """The name of an organisation as the list has it, by any name or acronym of it; else as it stands."""
    entries = gazetteers.entries().get(lexicon.fold(name), ())
    found = next((e for e in entries if e.label == "ORGANISATION"), None)
    return gazetteers.organisations()[found.id].name if found else name


@cache
def _holds_it() -> re.Pattern[str]:
    """The verb that holds the event whose noun follows: " organized a training"."""
    return re.compile(
        r"(?<=\s)(?:reported\son|held|convened|organi[sz]ed|hosted|conducted|undertook|made|paid|chaired|carried\sout|co-organi[sz]ed|co-hosted)\s"
        r"(?:(?:an?|its|their|his|her|two|three|several|further|another)\s)?(?:[\w’'-]+\s){0,4}$"
    )


def _goes_with(sentence: Sentence, mention: Mention, masked: str, noun: int) -> bool:
    """Whether a State's name only goes with the noun of the event: "the Burundi country-specific meetings"."""
    ends = mention.to - sentence.at
    return mention.label == "COUNTRY" and ends <= noun and bool(_TO_EVENT.fullmatch(masked, ends, noun))


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
