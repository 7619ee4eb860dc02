"""Whom a name stands for: the issuing body, a group or an officer of it, or somebody else."""

from __future__ import annotations

import re

from extract import lexicon
from extract.assemble import printed
from extract.assemble.holders.holder import Holder, Issuer
from extract.assemble.holders.names import (
    ACTORS,
    CONFIGURATION,
    NAME,
    OF_ITSELF,
    SUBGROUP,
    SUBGROUP_NAMED,
    SUBGROUP_ON,
    body_name,
    presiding,
)
from extract.model import Mention, Sentence
from extract.recognise import gazetteers
from extract.recognise.bodies import other_mandate

# Committees and groups of the Security Council, which act for it.
_OF_COUNCIL = re.compile(
    r"Security\sCouncil\sCommittee\b|Committee\s(?:established\s)?(?:pursuant\sto|by)\sresolution|Counter-Terrorism\sCommittee$"
)
_OF_COURT = re.compile(r"(?:Committee|Working\sGroup)\son\s(?:the\s)?[A-Z].+")  # of its judges
_OWN_GROUP = re.compile(r"\b(?:Group|Subcommittee|Sub-Committee|Task\sForce|Working\sParty)\b")
_PRESIDENT_OF = "President of the "
_TOGETHER = re.compile(r"\s?,?\s?(?:and|together with|jointly with|in cooperation with)\s(?:the\s)?")
_OF_NAMED = re.compile(r"\s+of\s+(?:the\s+)?(?=[A-Z])")
_OFFICERS = frozenset(
    ("President", "Vice-President", "Prosecutor", "Deputy Prosecutor", "Registrar", "Deputy Registrar")
)
_SHORT = ("Group", "Bureau", "Sub-Committee", "Subcommittee", "Committee")  # what a group is called once it was named
# Organs whose own proceedings reports tell of with the organ as the subject.
_SITTING = ("Security Council", "General Assembly", "Economic and Social Council", "Human Rights Council")


class Resolver:
    """Resolves names in one report; what the report says in its course of who is who is kept here.

    `group` is the group whose report is reproduced in this one; `foreign` where the text is a resolution inside the
    report; `called` are the body's groups by their short names; `officers` are the surnames of those who preside over
    the body; `before` is who acts in the sentence before, with the label of the name.
    """

    def __init__(self, issuer: Issuer) -> None:
        self.issuer = issuer
        self.group = ""
        self.foreign = False
        self.officers: set[str] = set()
        self.before: tuple[str, Holder] | None = None
        self.called: dict[str, Holder] = {}

    def learn(self, text: str) -> None:
        """Takes note of the groups of the body that a sentence names: "the Group" is the one named last."""
        for m in body_name().finditer(text):
            name = m.group().removeprefix("The ")
            short = name.split()[-1]
            if short == name or short not in _SHORT:
                continue
            self.called.pop(short, None)
            if SUBGROUP.fullmatch(name) and (group := self.of_body(name)) is not None and group.is_own:
                self.called[short] = group

    def learn_own(self, text: str) -> None:
        """Takes note of the groups that the report calls the body's: "the Committee convoked its Economic Group"."""
        for m in body_name().finditer(text):
            before = text[: m.start()]
            whose = self.issuer.is_told_of(before) or before.startswith(("It ", "Its "))
            if whose and before.endswith((" its ", "Its ")) and self._may_have(m.group()):
                self.called[m.group()] = Holder(m.group(), True)

    def _may_have(self, name: str) -> bool:
        """Whether a name may be that of a group of the body: no list has it, and it is called a group or the like."""
        issuer = self.issuer
        if issuer.personal or self.foreign or not issuer.collegial or issuer.watches or issuer.office:
            return False
        return " " in name and bool(_OWN_GROUP.search(name)) and name not in gazetteers.organisation_names()

    @property
    def default(self) -> Holder:
        """The holder where the words name none: the group whose report is reproduced, else the issuing body."""
        if self.group:
            return Holder(self.group, True)
        return Holder("", False) if self.foreign else self.issuer.default

    def of_body(self, name: str) -> Holder | None:
        """The holder where a name is that of a group of the issuing body."""
        issuer = self.issuer
        if self.group and name == "Group" and "Group" in self.group:
            return Holder(self.group, True)
        if issuer.personal or self.foreign or not issuer.body:
            return None
        if name in self.called and name not in issuer.shorts:
            return self.called[name]
        if CONFIGURATION.fullmatch(name) and "Peacebuilding Commission" in issuer.body:
            return Holder(name, True)
        if issuer.court and _OF_COURT.fullmatch(name):
            return Holder(name, True)
        if issuer.office or issuer.watches:
            return None  # a head of office, or a panel, has no working groups among members
        if not SUBGROUP.fullmatch(name):
            on = bool(SUBGROUP_ON.fullmatch(name) or SUBGROUP_NAMED.fullmatch(name))
            of_itself = (of := OF_ITSELF.fullmatch(name)) is not None and of["whose"] in issuer.shorts
            own = (on or of_itself) and issuer.collegial and name not in gazetteers.organisation_names()
            return Holder(name, True) if own else None
        if name in issuer.shorts:
            return issuer.own
        return Holder(self.group if self.group.startswith(name) else name, True)

    def joint(self, sentence: Sentence, actor: Mention, masked: str) -> Holder:
        """The holder by an actor; where several act together and the body is one of them, the body."""
        holder = self.holder(sentence, actor)
        if holder.is_own:
            return holder
        for other in sentence.mentions:
            if other.label not in ACTORS or other.at == actor.at:
                continue
            first, second = sorted((actor, other), key=lambda m: m.at)
            between = masked[first.to - sentence.at : second.at - sentence.at]
            if _TOGETHER.fullmatch(between) and (joint := self.holder(sentence, other)).is_own:
                return joint
        return holder

    def beginning(self, sentence: Sentence, at: int, labels: tuple[str, ...] = ACTORS) -> Holder | None:
        """The actor whose name begins at `at`."""
        found = [m for m in sentence.mentions if m.label in labels and m.at - sentence.at == at]
        if not found:
            return None
        actor = max(found, key=lambda m: m.to)
        whole = printed.with_nouns(sentence.text, at, actor.to - sentence.at)
        if actor.label == "COUNTRY" and whole != actor.text:
            return self.of_body(whole) or Holder(whole, False)
        return self.holder(sentence, actor)

    def ending(self, sentence: Sentence, to: int) -> Holder | None:
        """The actor whose name ends at `to`."""
        found = [m for m in sentence.mentions if m.label in ACTORS and m.to - sentence.at == to]
        return self.holder(sentence, max(found, key=lambda m: m.to - m.at)) if found else None

    def body_ending(self, sentence: Sentence, to: int, masked: str) -> Holder | None:
        """The body whose name ends at `to`: "the Working Group on Inquiries, which had met on 27 May"."""
        names = [m for m in body_name().finditer(masked, max(0, to - 160), to) if m.end() == to]
        if names:
            # "the Chair of the Working Group on Floods, which had met": the group
            name = re.sub(rf"^(?:The\s)?(?:{presiding().pattern}\sof\s(?:the\s)?)?", "", names[-1].group())
            if name in self.issuer.shorts:
                return self.issuer.own
            return self.of_body(name) or self.ending(sentence, to) or Holder(name, False)
        return self.ending(sentence, to)

    def holder(self, sentence: Sentence, actor: Mention) -> Holder:
        """The holder by an actor alone."""
        issuer = self.issuer
        if issuer.organization and (actor.value == issuer.organization or actor.text == "Secretariat"):
            return issuer.own
        if _one_name(actor.value, issuer.body) or (
            actor.text in issuer.shorts and not other_mandate(actor.text, sentence.passage.text, actor.at, issuer.body)
        ):
            return issuer.own
        if actor.label == "POST" and (chaired := self._by_chair(sentence, actor)):
            return chaired
        if issuer.personal and actor.text == "Secretary-General":
            return issuer.own
        if actor.label == "POST" and actor.text == "Coordinator" and issuer.watches:
            return issuer.own
        if actor.label == "POST" and self._is_officer(sentence, actor):
            return issuer.own
        if actor.label == "ORGANISATION" and (group := self.of_body(actor.text)):
            return group
        if not issuer.personal and issuer.body and actor.value.endswith(f" of the {issuer.body}"):
            return Holder(actor.value, True)  # its Bureau
        begins, ends = actor.at - sentence.at, actor.to - sentence.at
        if actor.label == "PERSON" and actor.text.split()[-1] in self.officers:
            return issuer.own
        if actor.label == "PERSON":
            return Holder(printed.titled(sentence.text, begins, ends), False)
        if actor.label == "POST":
            return Holder(printed.post_with_name(sentence.text, begins, ends), False)
        name = actor.value if actor.label == "ORGANISATION" else actor.text
        if issuer.body == "Security Council" and not self.foreign and _OF_COUNCIL.match(name):
            return Holder(name, True)
        return Holder(name, False, name in _SITTING)

    def _by_chair(self, sentence: Sentence, post: Mention) -> Holder | None:
        """The holder by a post that presides over a body; None where it presides over none."""
        issuer = self.issuer
        if post.text == "President" and self._presides(sentence, post):
            return issuer.own
        if post.text.startswith(_PRESIDENT_OF) and post.text.removeprefix(_PRESIDENT_OF) in issuer.shorts:
            return issuer.own  # "The President of the Committee briefed the Assembly"
        title = presiding().match(post.text)
        if title is None:
            return None
        if sentence.passage.text.startswith("s", post.at + title.end()):
            return Holder(post.text, False)  # "The Chairs of the treaty bodies, at their thirty-sixth meeting"
        owner = _owner(sentence, post, title.end())
        if owner is None and sentence.text[: post.at - sentence.at].endswith(" its "):
            # "The configuration had adopted the outcome, and its Chair had visited"
            named = _HEAD.match(sentence.text)
            if named and not issuer.leads(named["who"]) and self.of_body(named["who"]) is None:
                return Holder(named["who"], False)
        if owner is None and not issuer.personal:
            return self._presided(sentence, post, title.end()) or issuer.own
        if owner is not None and (owner.value == issuer.body or owner.text in issuer.shorts):
            return issuer.own
        if owner is not None and owner.label == "COUNTRY":  # "the Chair of the Chad configuration"
            whole = printed.with_nouns(sentence.text, owner.at - sentence.at, owner.to - sentence.at)
            return self.of_body(whole) or Holder(whole, False)
        return Holder(owner.value if owner is not None else post.text, False)

    def _presides(self, sentence: Sentence, post: Mention) -> bool:
        """Whether "the President" is that of the issuing body: no name and no State behind it."""
        behind = sentence.passage.text[post.to : post.to + 40]
        of = re.match(
            r"\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?(?:session|meeting|Conference|Commission|Committee|forum)\b", behind
        )
        return (
            not self.issuer.personal
            and ("Security Council" not in self.issuer.body or self.issuer.body == "Security Council")
            and (bool(of) or not re.match(r"\s+(?:[A-Z]|of\b)", behind))
        )

    def _presided(self, sentence: Sentence, post: Mention, to: int) -> Holder | None:
        """The body behind a presiding post that no list has: "the Chair of the Subsidiary Body for Locks"."""
        of = _OF_NAMED.match(sentence.passage.text, post.at + to)
        name = NAME.match(sentence.passage.text, of.end()) if of else None
        if name is None or self.issuer.is_body(name.group()):
            return None
        return self.of_body(name.group()) or Holder(name.group(), False)

    def _is_officer(self, sentence: Sentence, post: Mention) -> bool:
        """Whether a post is that of an officer of the court whose report it is, not of a State's or another court's."""
        issuer = self.issuer
        if not issuer.court or issuer.personal:
            return False
        title = next((t for t in sorted(_OFFICERS, key=len, reverse=True) if post.text.startswith(t)), "")
        if not title or sentence.passage.text[: post.at].endswith("Assistant "):
            return False
        behind = sentence.passage.text[post.at + len(title) :]
        if name := re.match(r"\s(?:[A-Z][\w’'.-]+\s)*?(?P<last>[A-Z][\w’'-]+)", behind):
            return not self.officers.isdisjoint(name.group().split()) or issuer.signatory in name.group().split()
        of = re.match(r"\s(?:of|for|at)\s(?:the\s)?(?P<what>.*)", behind)
        return of is None or issuer.leads(of.group("what"))


# "The Burundi configuration of the Peacebuilding Commission had adopted"
_HEAD = re.compile(r"The\s(?P<who>[A-Z][^,;]{3,120}?)\s(?:had|has|was|is|[a-z]{2,}ed|held|met)\s")


def _one_name(one: str, other: str) -> bool:
    """Whether two names are one, hyphens and capitals aside: "Co-ordination", "Coordination"."""
    return lexicon.fold(one).lower().replace("-", "") == lexicon.fold(other).lower().replace("-", "")


def _owner(sentence: Sentence, post: Mention, to: int) -> Mention | None:
    """The body behind a presiding post: "Chairman of the Special Committee"."""
    match = re.match(r"\s+of\s+(?:the\s+)?", post.text[to:])
    if match is None:
        return None
    place = post.at + to + match.end()
    return next((m for m in sentence.mentions if m.label in ("ORGANISATION", "COUNTRY") and m.at == place), None)
