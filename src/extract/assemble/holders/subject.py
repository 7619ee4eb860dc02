"""Who acts before a verb, or before the noun of an event: the rules in their order, each with its example.

The last clause before the verb counts, and in it the actor at its head or right before the verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from extract.assemble import printed
from extract.assemble.holders import unlisted
from extract.assemble.holders.holder import Holder
from extract.assemble.holders.names import ACTORS, EXPLETIVE, LEGISLATURES, PRONOUN, SUBGROUP
from extract.assemble.holders.others import TOLD, TOLD_THAT, of_others, reported
from extract.assemble.holders.resolver import Resolver
from extract.model import Mention, Sentence
from extract.recognise import gazetteers
from extract.recognise.bodies import other_mandate

# What may stand between the beginning of a clause and the head of its subject.
TO_SUBJECT = re.compile(
    r"^[\s,]*+(?:(?:[Oo]n|[Ii]n|[Aa]t|[Ff]rom|[Dd]uring|[Bb]etween|[Aa]fter|[Ff]ollowing)\s[^,]{0,80},\s*"
    r"|(?:[Oo]n|[Ii]n|[Ff]rom|[Dd]uring)\s\x01++,?\s*|[Aa]lso,?\s|"
    r"[Ff]or\sexample,\s|[Aa]s\spart\sof\s[^,]{0,60},\s)*+"
    r"(?:(?:the|The|a|an|A|An|its|Its|his|her|my|My|and|both|all|All|several|some|new|former|then|outgoing|incoming|acting|Acting|interim|visiting|Mr\.|Ms\.|Mrs\.|Dr\.|members\sof"
    r"|Members\sof|other|experts\sof|representatives\sof|officials\sof|delegations\sof|also)\s)*+$"
)
# A pronoun that acts at the head of a sentence: "On 5 May, it travelled …".
SUBJECT_PRONOUN = re.compile(
    r"\s*(?:(?:[Oo]n|[Ii]n|[Ff]rom|[Dd]uring|[Bb]etween|[Aa]t)\s[^,]{1,60},?\s|[Aa]lso,?\s|[Ii]n\saddition,\s)?([Ii]t|[Hh]e|[Ss]he)\s"
)
_ADVERBIAL = re.compile(
    r"\s*(?:On|In|At|During|From|After|Following|For|With|As|Pursuant|Under|Upon|Also|By|Between|Before|Prior|Since"
    r"|Subsequently|Thereafter|While|"
    r"To|Together|Building|Based|Concerned|Given|Despite|Amid|Owing|Through|Against|Meanwhile|Separately|Additionally|"
    r"When|Further|Furthermore|Moreover|However|Similarly|Finally|Earlier|Later|Throughout|Within|Over)\b"
)
_TO_VERB = re.compile(r"\s*(?:(?:also|then|jointly|further|again|has|have|had|subsequently|thereafter|\w+ly)\s)*+")
# "…, which had met on 27 May": the actor stands before the comma.
_RELATIVE = re.compile(r",\s(?:which|who)\s(?:had\s|has\s|have\s|also\s|then\s|last\s|first\s)*$")
# "the high-level political forum on water, which met": a gathering that no list names
_COMMON = re.compile(
    r"\b(?:the|an?)\s(?P<who>(?:[a-z-]+\s){0,4}(?:forum|conference|summit|troika|quartet|contact\sgroup|parliament|legislature|cabinet)"
    r"(?:\s(?:on|for|of)\s(?:the\s)?[a-z-]+(?:\s[a-z-]+){0,4})?)$"
)
# "the mission that had visited"; not "said that the mission visited"
_THAT = re.compile(r"(?<=[a-z])\s(?:that|which|who)\s(?:had\s|has\s|have\s|also\s|last\s|first\s)*$")
_SENT = re.compile(r"\b(?:the|an?)\s(?P<who>(?:[\w’-]+\s){0,4}(?:mission|delegation|team))$")
_AND = re.compile(r",?\sand\s(?:the\s)?")
_NEW_CLAUSE = re.compile(
    r"(?:;|\bwhile|\bwhen|\bwhere|\b(?:told|informed|advised|learned|reported|announced)\s(?:[^;,]{0,40}\s)?that)\s[^;]{0,1000}$"
)
# "the Burundi country-specific meetings": the words between a State's name and the noun of the event.
_TO_EVENT = re.compile(
    r"(?:\s(?!(?:on|in|at|to|with|that|which|who|and|or|for|from|by|of|as|was|were|is|are|had|has|have|held|met|made|took"
    r"|gave|led|began)\b)[a-z][a-z-]+(?<!ed)(?<!ly)(?<!ing)){0,3}\s"
)
_LEAD_IN = re.compile(r"[\s,]*(?:(?:[Tt]he|[Ii]ts|[Ii]n addition,|[Aa]lso,?)\s)*")
# What a group of the body is on: " on Deltas".
_ON_WHAT = re.compile(r"\s(?:on|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the|in|to)\s)*[A-Z][\w’'-]*)*")
_PERSONAL = re.compile(r"^\s*(?:he|she)\s")
_FIRST_PERSON = re.compile(r"\bI\s+(?:\w+\s)?$|^(?:\x01|[^,]*,)?\s*I\s")
_SOME_OF = re.compile(
    r"\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome)\sof\s(?:the|its)\s(?P<who>experts|members)\s(?:also\s|then\s|had\s)*$"
)
_RAPPORTEUR = re.compile(
    r"(?:(?:On|In|From|During|At)\s[^,]{2,60},\s)?[Tt]he\s(?P<who>Special\sRapporteur|Independent\sExpert)\b(?![’'])"
)
# "the expert on arms", "the Panel’s arms experts"
_EXPERT = re.compile(
    r"\b(?:the|its|The|Its|[’']s)\s(?:[a-z-]{1,30}\s){0,3}experts?(?:\son(?:\s[a-z-]{1,30}){1,6})?\s(?:(?:also|then|had|subsequently)\s){0,2}$"
)
_THEY = re.compile(
    r"\bthe\s(?P<who>States\s[Pp]arties|Member\sStates|(?:[A-Z][\w’-]{1,40}\s){0,3}(?:Envoys|Ministers|Presidents|Chiefs|Heads|Commissioners|Ambassadors|Governors)"
    r"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w’-]{0,40}(?:\s(?:(?:of|and|the)\s){0,2}[A-Z][\w’-]{0,40}){0,8})?)[^;.\x01]{0,60}\bwhen\sthey\s$"
)
_I_HELD = re.compile(
    r"\bI\s(?:also\s|then\s|had\s|subsequently\s)?(?:held|convened|hosted|chaired|conducted|paid|had)\s(?:[\w’'-]+\s){0,6}$"
)
_LEGISLATURE = re.compile(rf"\bof\s(?:the\s)?(?P<name>{'|'.join(LEGISLATURES)})$")
# "the Administrator, Mr. Lindsay Watt, visited"
_POST_NAMED = re.compile(
    r",\s(?:(?:Mr|Ms|Mrs|Dr|Prof)·\s|Ambassador\s|Sir\s|General\s)?[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){1,3},\s(?:(?:also|then|had)\s)*$"
)
_JUDGES = re.compile(
    r"^(?:[^;]{0,80},\s)?[Tt]he\s(?P<who>Committee\son\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:and|of|the|for)\s){0,2}[A-Z][\w’'-]*){0,5})"
)
_THAT_PARTIES = re.compile(
    r"\bthat\sthe\s(?P<who>(?:leaders|representatives|Presidents|heads|chiefs|ministers|Ministers)\sof\s[^,;\x01]{2,60}?|two\ssides|parties)"
    r"\s(?:(?:had|have|last|also|again|then)\s)*$"
)
_HAVING = re.compile(
    r",\s(?:an?|the)\s[^,;\x01]{2,80}?(?P<having>\shaving)\s(?:\w+\s){0,3}(?:an?\s(?:[\w-]+\s){0,5})?$"
)
# "Mr. Lund, the newly appointed Personal Envoy of the Secretary-General, visited"
_POST_ENDS = re.compile(r",\s(?:(?:also|then|had)\s)*$")
_NAME_THEN = re.compile(
    r"\b[A-Z][\w’'-]{0,40},\s(?:the|my|his|her|its)\s(?:newly\sappointed\s|new\s|outgoing\s|former\s|then\s)?$"
)
_POST_FROM = re.compile(r"\sfrom\s(?:the\s)?$")
_HE = re.compile(r"\b(?:[Hh]e|[Ss]he)\s(?:(?:had|also|then|therefore|subsequently|thereafter|\w+ly)\s)*$")
_WHEN_IT = re.compile(r"\b(?:when|where|after|before|as|while)\sit\s(?:had\s)?$")
# "The joint commission, for its part, met"
_FOR_ITS_PART = re.compile(
    r",\s(?:for\s(?:its|his|her|their)\spart|in\sturn|however|meanwhile|too|as\swell|in\sthe\spresence\sof\s[^,;\x01]{3,80}"
    r"|which\s(?:reports|is|was)\s[^,;\x01]{2,60}),\s(?:had\s|also\s)*$"
)
_ATTENDEES = re.compile(r"\b[Tt]he\s(?P<who>participants|fellows|trainees|students|journalists)\s(?:(?:also|then)\s)?$")
_MY_OFFICE = re.compile(r"\s*My\s(?:Executive\s)?(?:Office|team|staff)\b")


@dataclass
class Clause:
    """Where a subject may stand: `masked[at:to]`, before the verb at `to`, or before the `noun` of an event there."""

    resolver: Resolver
    sentence: Sentence
    at: int
    to: int
    masked: str
    noun: bool = False

    @cached_property
    def text(self) -> str:
        return self.masked[self.at : self.to]

    @cached_property
    def phrase(self) -> str:
        """The whole noun phrase before the verb, as printed; nothing where there is none."""
        return printed.phrase_before(self.masked, self.sentence.text, self.at, self.to)

    def goes_with(self, mention: Mention) -> bool:
        """Whether a State's name only goes with the noun of the event: "the Burundi country-specific meetings"."""
        ends = mention.to - self.sentence.at
        to_noun = self.noun and mention.label == "COUNTRY" and ends <= self.to
        return to_noun and bool(_TO_EVENT.fullmatch(self.masked, ends, self.to))


Rule = Callable[[Clause], Holder | None]


def subject(clause: Clause) -> Holder:
    """The holder by the subject before a verb."""
    if part := _FOR_ITS_PART.search(clause.masked, clause.at, clause.to):
        clause = replace(clause, to=part.start() + 1, masked=_blanked(clause.masked, part))
    for rule in _BEFORE_VERB:
        if found := rule(clause):
            return found
    return clause.resolver.default


def head(clause: Clause) -> Holder | None:
    """The actor at the head of the last clause, if any acts there that is known by name or stands for the body."""
    for rule in _HEADS:
        if found := rule(clause):
            return found
    return None


def _blanked(masked: str, part: re.Match[str]) -> str:
    """A sentence whose words put in before a verb are left out: it ends where they begin."""
    return f"{masked[: part.start()]} {masked[part.end() :]}"


# ---------------------------------------------------------------------- before a verb


def _relative(c: Clause) -> Holder | None:
    """ "the Working Group on Inquiries, which had met on 27 May"."""
    relative = _RELATIVE.search(c.masked, c.at, c.to)
    if relative is None:
        return None
    if named := c.resolver.body_ending(c.sentence, relative.start(), c.masked):
        return named
    common = None if c.resolver.issuer.gathering else _COMMON.search(c.masked, c.at, relative.start())
    return Holder(c.sentence.text[slice(*common.span("who"))], False) if common else None


def _restrictive(c: Clause) -> Holder | None:
    """ "the needs assessment mission that visited the region"."""
    that = _THAT.search(c.masked, c.at, c.to)
    if that is None:
        return None
    if named := c.resolver.body_ending(c.sentence, that.start(), c.masked):
        return named
    if house := _LEGISLATURE.search(c.masked, c.at, that.start()):
        return Holder(house["name"], False)  # "the extraordinary session of Parliament that sat"
    phrase = printed.phrase_before(c.masked, c.sentence.text, c.at, that.start())
    if not phrase and (sent := _SENT.search(c.masked, c.at, that.start())):
        phrase = c.sentence.text[slice(*sent.span("who"))]  # "as noted by the Security Council mission that visited"
    return Holder(phrase, False) if c.resolver.issuer.personal else None


def _told(c: Clause) -> Holder | None:
    """ "Member States reported that, in December, a three-person delegation visited"."""
    if c.resolver.issuer.personal:
        return None
    told = TOLD.search(c.masked, max(0, c.to - 400), c.to) or reported(c.resolver, c.masked, c.to)
    return Holder(c.phrase, False) if told else None


def _unlisted(c: Clause) -> Holder | None:
    """ "the Constitutional Review Commission held"."""
    return unlisted.before_verb(c.resolver, c.sentence, c.at, c.to, c.masked)


def _somebody_else(c: Clause) -> Holder | None:
    """ "the leaders of both sides met"; whoever acts where nothing is the body's own, as in a resolution."""
    if not c.resolver.default.body or of_others(c.resolver, c.sentence, c.masked, c.at, c.to):
        return Holder(c.phrase, False)
    return None


def _attendees(c: Clause) -> Holder | None:
    """ "the participants visited the headquarters of the Bank": of a course or a seminar."""
    who = _ATTENDEES.search(c.text)
    return Holder(who["who"], False) if who else None


def _parties_that(c: Clause) -> Holder | None:
    """ "They took note of the information that the leaders of the two communities had last met"."""
    who = _THAT_PARTIES.search(c.text)
    if who is None or c.resolver.issuer.is_told_of(who["who"]):
        return None
    return Holder(c.sentence.text[slice(*(c.at + k for k in who.span("who")))], False)


_BEFORE_VERB: tuple[Rule, ...] = (
    _relative,
    _restrictive,
    _attendees,
    _parties_that,
    head,
    _told,
    _unlisted,
    _somebody_else,
)


# ---------------------------------------------------------------------- the head of the clause


def _having(c: Clause) -> Holder | None:
    """ ", a team of the Agency having meanwhile conducted talks": who stands before the participle."""
    having = _HAVING.search(c.masked, c.at, c.to)
    return c.resolver.body_ending(c.sentence, having.start("having"), c.masked) if having else None


def _group_leads(c: Clause) -> Holder | None:
    """ "The Working Group on Deltas met": a group of the body, unless a list knows it as another's."""
    leading = SUBGROUP.search(c.text)
    if leading is None or not _LEAD_IN.fullmatch(c.text[: leading.start()]):
        return None
    place = c.at + leading.start()
    at = c.sentence.at
    if any(m.at - at == place and m.to - m.at > len(leading.group()) for m in c.sentence.mentions):
        return None
    group = c.resolver.of_body(leading.group())
    if group is not None and (on := _ON_WHAT.match(c.text, leading.end())):
        whole = leading.group() + on.group()
        return c.resolver.of_body(whole) or (None if whole in gazetteers.organisation_names() else group)
    return group


def _committee_of_court(c: Clause) -> Holder | None:
    """ "The Committee on Rules and Judicial Practice met": in the report of a court, one of its judges."""
    leading = _JUDGES.search(c.text) if c.resolver.issuer.court else None
    return c.resolver.of_body(leading["who"]) if leading else None


def _sent_out(c: Clause) -> Holder | None:
    """ "I dispatched a technical team": it went, not he."""
    sent = c.resolver.issuer.personal and re.match(r"(?:dispatched|sent|deployed)\b", c.masked[c.to :])
    return Holder("", False) if sent else None


def _first_person(c: Clause) -> Holder | None:
    """ "On 5 May, I met"; "My Office held"; not "My Special Representative met"."""
    mine = _FIRST_PERSON.search(c.text) or _MY_OFFICE.match(c.text) or (c.noun and _I_HELD.search(c.text))
    return c.resolver.issuer.own if mine else None


def _mission(c: Clause) -> Holder | None:
    """ "The mission met": in the report of a mission of the Security Council."""
    issuer = c.resolver.issuer
    return (
        issuer.own if issuer.mission and re.search(r"\b(?:the|The|Council)\s(?:Council\s)?mission\b", c.text) else None
    )


def _right_before(c: Clause) -> Holder | None:
    """ "With the help of donors the Committee also held": an actor right before the verb is its subject."""
    near = [
        m
        for m in c.sentence.mentions
        if m.label in ACTORS
        and c.at <= m.at - c.sentence.at
        and m.to - c.sentence.at <= c.to
        and not c.goes_with(m)
        and _TO_VERB.fullmatch(c.masked[m.to - c.sentence.at : c.to])
    ]
    return _named_whole(c, min(near, key=lambda m: (m.at, -m.to))) if near else None


def _post_with_name(c: Clause) -> Holder | None:
    """ "since the Administrator, Mr. Lindsay Watt, visited the atolls": the holder of a post, named beside it."""
    named = _POST_NAMED.search(c.masked, c.at, c.to)
    posts = [m for m in c.sentence.mentions if m.label == "POST" and named and m.to - c.sentence.at == named.start()]
    return c.resolver.holder(c.sentence, max(posts, key=lambda m: m.to - m.at)) if posts else None


def _name_with_post(c: Clause) -> Holder | None:
    """ "Mr. Lund, the newly appointed Personal Envoy of the Secretary-General, visited"."""
    ends = _POST_ENDS.search(c.masked, c.at, c.to)
    posts = [m for m in c.sentence.mentions if m.label == "POST" and ends and m.to - c.sentence.at == ends.start()]
    post = max(posts, key=lambda m: m.to - m.at) if posts else None
    if post is None or not _NAME_THEN.search(c.masked, c.at, post.at - c.sentence.at):
        return None
    return c.resolver.holder(c.sentence, post)


def _leads(c: Clause) -> Holder | None:
    """ "The Committee, in its report, noted that …": the first actor at the head of the clause."""
    starts = [c.at, *(c.at + m.end() for m in re.finditer(r"(?:;|\bwhile\b|\bthat\b|\bwhen\b|\bwhere\b)\s", c.text))]
    if _ADVERBIAL.match(c.text):  # "With regard to …, the Committee …"
        starts += [c.at + m.end() for m in re.finditer(r",\s", c.text)]
    chosen: Mention | None = None
    for mention in sorted(c.sentence.mentions, key=lambda m: (m.at, -m.to)):
        place = mention.at - c.sentence.at
        if (
            c.goes_with(mention)
            or mention.label not in ACTORS
            or place < c.at
            or mention.to - c.sentence.at > c.to
            or (chosen and mention.to <= chosen.to)
        ):
            continue
        # The first actor leads the sentence; a later one only where its own clause ends in the verb.
        later = chosen is not None and not _NEW_CLAUSE.search(c.masked[chosen.to - c.sentence.at : place])
        if not later and any(s <= place and TO_SUBJECT.match(c.masked[s:place]) for s in starts):
            chosen = mention
    return _named_whole(c, chosen) if chosen is not None else None


def _who_acted_before(c: Clause) -> Holder | None:
    """ "The Panel visited Chad. It travelled to Bardaï on 5 May."."""
    if c.resolver.issuer.personal or c.resolver.before is None:
        return None
    pronoun = SUBJECT_PRONOUN.match(c.text)
    if pronoun is None:
        return None
    label, holder = c.resolver.before
    return holder if (label in ("POST", "PERSON")) == (pronoun.group(1).lower() in ("he", "she")) else None


def _some_of_them(c: Clause) -> Holder | None:
    """ "two of the experts travelled": members of the group whose report it is."""
    some = _SOME_OF.search(c.text)
    if some is None or c.resolver.issuer.personal or c.resolver.foreign:
        return None
    who = some["who"].lower()
    return c.resolver.default if who == "members" or who in c.resolver.issuer.body.lower() else None


def _rapporteur(c: Clause) -> Holder | None:
    """ "The Special Rapporteur on the sale of children, child prostitution and …, visited": in his own report."""
    itself = _RAPPORTEUR.match(c.text) if c.resolver.issuer.expert and c.at == 0 else None
    if itself is None or c.resolver.foreign or " that " in c.text:
        return None
    at = itself.start("who")
    another = other_mandate(itself["who"], c.text, at, c.resolver.issuer.body)
    return None if another else c.resolver.issuer.own


def _expert(c: Clause) -> Holder | None:
    """ "the expert on arms visited", "the Panel's finance expert met": in the report of a panel of experts."""
    issuer = c.resolver.issuer
    if not issuer.watches or ("xpert" not in issuer.body and "Monitoring" not in issuer.body) or c.resolver.foreign:
        return None
    return issuer.own if _EXPERT.search(c.text) else None


def _pronoun(c: Clause) -> Holder | None:
    """ "It held"; not "The representative of Chad recalled that members of his mission had met"."""
    if not PRONOUN.search(EXPLETIVE.sub("", c.text)):
        return None
    issuer = c.resolver.issuer
    before = c.resolver.before
    if _HE.search(c.text) and before is not None and before[0] in ("POST", "PERSON") and not issuer.personal:
        told_in = [m for m in c.sentence.mentions if m.label in ("POST", "PERSON") and m.to - c.sentence.at <= c.to]
        if not told_in:
            return before[1]  # "The Commissioner-General spoke. He recalled that he had convened a meeting"
    if _WHEN_IT.search(c.text) and (named := unlisted.at_head(c.resolver, c.sentence.text)):
        return named  # "The General Assembly of Lund had wished so when it met in Faya"
    if (c.at or _HE.search(c.text)) and (_PERSONAL.search(c.text) or _HE.search(c.text)):
        # "The Minister travelled to Belgrade, where on 4 May he met Mr. Lund"
        people = [
            m for m in c.sentence.mentions if m.label in ("POST", "PERSON") and m.to - c.sentence.at <= (c.at or c.to)
        ]
        if people:
            return c.resolver.holder(c.sentence, min(people, key=lambda m: (m.at, -m.to)))
    they = _THEY.search(c.masked, 0, c.to)
    if they is not None and not issuer.personal and not c.noun:
        # "the programme on which the Special Envoys for Chad had agreed when they met in Cairo"
        name = they["who"]
        if not issuer.is_told_of(name) and not c.resolver.of_body(name):
            return Holder(name, False)
    told = None if issuer.personal or c.noun else TOLD_THAT.search(c.masked, 0, c.to)
    others = told and not issuer.is_told_of(c.masked[told.end() : c.to])
    return Holder("", False) if others else c.resolver.default


_HEADS: tuple[Rule, ...] = (
    _having,
    _group_leads,
    _committee_of_court,
    _some_of_them,
    _rapporteur,
    _expert,
    _sent_out,
    _first_person,
    _mission,
    _right_before,
    _post_with_name,
    _name_with_post,
    _leads,
    _who_acted_before,
    _pronoun,
)


def _named_whole(c: Clause, actor: Mention) -> Holder:
    """The holder by an actor before a verb; a State's name that only goes with a noun gives way to the noun."""
    sentence, masked = c.sentence, c.masked
    holder = c.resolver.joint(sentence, actor, masked)
    if actor.label == "COUNTRY" and (of := _POST_FROM.search(masked, 0, actor.at - sentence.at)):
        # "the Vice-Chair from Japan": the post, not the State
        posts = [m for m in sentence.mentions if m.label == "POST" and m.to - sentence.at == of.start()]
        if posts:
            return c.resolver.holder(sentence, posts[0])
    begins, ends = actor.at - sentence.at, actor.to - sentence.at
    if holder.is_own:
        return holder
    if actor.label == "PERSON" and printed.is_second(masked, begins):
        return Holder(c.phrase or holder.body, False)
    coordinated = any(
        m.label in ACTORS and m.at < actor.at and _AND.fullmatch(masked, m.to - sentence.at, begins)
        for m in sentence.mentions
    )
    if coordinated or (actor.label in ("POST", "ORGANISATION") and printed.goes_on(masked, actor.text, ends)):
        return Holder(c.phrase if actor.text in c.phrase else holder.body, False, holder.sits)
    if actor.label == "COUNTRY" and printed.is_attribute(masked, begins, ends, c.to):
        whole = c.phrase or printed.with_nouns(sentence.text, begins, ends)
        return c.resolver.of_body(whole) or Holder(whole, False)
    return holder
