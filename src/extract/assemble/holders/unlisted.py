"""Names that no list has, and where they stand for who held an event: "Green Earth organized a workshop"."""

from __future__ import annotations

import re

from extract.assemble import printed
from extract.assemble.holders.holder import Holder, Issuer
from extract.assemble.holders.names import ACTORS, NOBODY, SUBGROUP
from extract.assemble.holders.resolver import Resolver
from extract.model import Sentence

# A name right before the verb that no gazetteer knows: somebody else's event.
_UNKNOWN = re.compile(
    r"(?:^|\s|\x01,?\s)(?:While\s|When\s|Where\s|As\s)?(?:[Tt]he\s|[Aa]n?\s)?"
    r"(?P<name>[A-Z][\w’'-]{1,60}(?:\s(?:(?:of|for|on|and|the|in)\s){0,4}[A-Z][\w’'-]{1,60}){0,20})(?:\s\([A-Z][\w-]{1,20}\))?\s{1,9}"
    r"(?:(?:also|then|again|jointly|had|has|have|\w{1,40}ly)\s){0,9}$"
)
# "The Lake Forum, of which the secretariat is a member, had held …", "…, together with Green Earth, held …"
_UNKNOWN_WHICH = re.compile(
    r"(?:(?:On|In|From)\s\x01+,\s)?(?:[Tt]he\s)?(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:of|for|on|and|the|in)\s)*[A-Z][\w’'-]+)*),\s"
    r"(?:(?:of\s|in\s|to\s)?(?:which|who|whose)\s[^,;\x01]{1,120}"
    r"|(?:together|jointly|along|in\s(?:cooperation|collaboration|coordination|partnership))\swith\s[^;\x01]{1,200}?"
    r"|with\sthe\s(?:[\w-]+\s){0,2}(?:support|assistance|help)\sof\s[^,;\x01]{1,120}"
    r"|(?:appointed|established|set\sup|created|formed|elected|founded)\s(?:by|in|on|under|pursuant)\s[^,;]{1,120}),\s(?:(?:also|then|again|had|has|have|\w+ly)\s)*$"
)
_INSIDE = re.compile(r"\b(?:of|in|from|for|at|to|on|by|with|and|under)\s(?:the\s)?(?:(?:Mr|Ms|Mrs|Dr)·\s)?$")
_LEADING_NAME = re.compile(
    r"The\s(?P<name>[A-Z][\w’'-]+(?:\s(?:(?:of|for|on|and|the|in)\s)*[A-Z][\w’'-]*)*)\s(?:(?:also|had|has)\s)?"
    r"(?:held|met|was|is|made|took|paid|[a-z]{2,}ed)\s"
)
_NAME_LEFT = re.compile(r"(?:[A-Z][\w’'-]{0,60}\s(?:(?:of|for|on|and)\s(?:the\s)?)?){1,20}$")
_NAME_RIGHT = re.compile(
    r"(?:\s(?:of|for|on|to)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|and|the|in)\s)*[A-Z][\w’'-]*)*)?"
)
_COUNTED = re.compile(r"\b(?:one|two|three|four|five|six|several|a\snumber\sof|\d{1,2})\s$")
# The verb that holds the event whose noun follows: " organized a training".
_HOLDS_IT = re.compile(
    r"(?<=\s)(?:reported\son|held|convened|organi[sz]ed|hosted|conducted|undertook|made|paid|chaired|carried\sout|co-organi[sz]ed|co-hosted)\s"
    r"(?:(?:an?|its|their|his|her|two|three|several|further|another)\s)?(?:[\w’'-]+\s){0,4}$"
)


def at_head(resolver: Resolver, text: str) -> Holder | None:
    """Who acts at the head of a sentence, where it is somebody else by a name: "The Green Forum met …"."""
    leading = _LEADING_NAME.match(text)
    name = leading.group("name") if leading else ""
    if not name or name.split()[0] in NOBODY or resolver.issuer.is_body(name) or resolver.of_body(name) is not None:
        return None
    return Holder(name, False)


def before_verb(resolver: Resolver, sentence: Sentence, at: int, to: int, masked: str) -> Holder | None:
    """Who acts before a verb (`masked[at:to]`): "the Constitutional Review Commission held …"."""
    unknown = _UNKNOWN.search(masked[at:to])
    if unknown is None and (apart := _UNKNOWN_WHICH.match(masked[:to])) and not resolver.issuer.personal:
        name = apart.group("name")
        is_its = resolver.issuer.is_body(name) or resolver.issuer.has_organ(name) or SUBGROUP.match(name)
        return None if name.split()[0] in NOBODY or is_its else resolver.of_body(name) or Holder(name, False)
    if unknown is None or unknown.group("name").split()[0] in NOBODY:
        return None
    name = unknown.group("name")
    if resolver.issuer.has_organ(name):
        return resolver.default
    if group := resolver.of_body(name):
        return group
    begins = at + unknown.start("name")
    if _INSIDE.search(masked, at, begins):
        whole = printed.phrase_before(masked, sentence.text, at, to)
        return Holder(whole or name, False)
    return Holder(printed.titled(sentence.text, begins, begins + len(name)), False)


def before_noun(resolver: Resolver, sentence: Sentence, at: int, masked: str) -> Holder | None:
    """Who acts before the verb that holds the event whose noun is at `at`: "Green Earth organized a workshop"."""
    holds = _HOLDS_IT.search(masked, max(0, at - 100), at)
    return acting(resolver, sentence, holds.start(), masked) if holds else None


def acting(resolver: Resolver, sentence: Sentence, to: int, masked: str) -> Holder | None:
    """Who acts before a verb of holding at `to`, by a name that no list has: "Green Earth"."""
    unknown = _UNKNOWN.search(masked[:to]) or _UNKNOWN_WHICH.match(masked[:to])
    if unknown is None or unknown.group("name").split()[0] in NOBODY:
        return None
    name, begins = unknown.group("name"), unknown.start("name")
    known = (m for m in sentence.mentions if m.label in ACTORS and m.at - sentence.at <= begins)
    if resolver.issuer.is_body(name) or any(m.to - sentence.at > begins for m in known):
        return None
    if _INSIDE.search(masked, 0, begins):
        name = printed.phrase_before(masked, sentence.text, 0, to) or name
    return resolver.of_body(name) or Holder(name, False)


def conference(issuer: Issuer, masked: str, at: int, to: int) -> Holder | None:
    """A conference with a name of its own, whose noun is `masked[at:to]`: "the World Summit on …"."""
    if not masked[at : at + 1].isupper() or " session" in masked[at:to].lower():
        return None
    left, right = _NAME_LEFT.search(masked[:at]), _NAME_RIGHT.match(masked[to:])
    name = f"{left.group() if left else ''}{masked[at:to]}{right.group() if right else ''}".strip()
    name = name.removeprefix("The ")
    if re.search(
        r"(?:[Ff]orum|[Cc]onference|[Cc]ongresse|[Ss]ummit|[Mm]eeting|[Ww]orkshop)s$", name
    ) and _COUNTED.search(masked, 0, left.start() if left else at):
        return None  # "organized two County Commissioners’ Forums"
    if name.lower() == masked[at:to].lower() or name in issuer.body or issuer.body in name or not issuer.body:
        return None
    return Holder(name, False)
