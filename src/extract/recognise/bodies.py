"""Bodies by their short names ("the Working Group"), and parts of bodies ("Bureau of the Special Committee")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extract import lexicon
from extract.model import Mention, Passage
from extract.recognise import gazetteers
from extract.recognise.masthead import EXPERT, heads
from extract.recognise.mentions import covered, mention

# A report by the head of an office is of what the office did: "Director General of the Organisation for …".
_OFFICE = re.compile(
    r"(?:Office of the )?(?:United Nations )?(?P<post>Ombudsperson|Director[- ]General|Executive (?:Director|Secretary)"
    r"|High Commissioner|Administrator|Commissioner[- ]General)\b"
)
# Those who report on a State or a peace process: what they tell of is others'.
ENVOY = re.compile(r"(?:High Representative|(?:Special|Personal) (?:Envoy|Coordinator)|Special Adviser)\b")
# Those who hold a mandate alone.
_EXPERT = re.compile(rf"{EXPERT}|Special Representative(?= of the Secretary-General)")
_MANDATE = re.compile(r"\s(?:on|of|for|in\sthe\sfield)\s")
_PLAIN = ("Council", "Assembly", "Conference", "Meeting", "Forum")
_QUALIFIED = re.compile(
    r"(?:^|\s)(?!(?:The|That|This|Both|Each|Its|In|On|At|By|Of|For|From|And|With|To)\s)[A-Z][\w’'-]+\s$"
)
_OF_ANY = ("Nations", "Council", "Sanctions", "UN")  # "the Security Council Committee", "the Sanctions Committee"
_STEM = 5  # letters that tell a word of the name: "the Expert Group" of a "Group of Experts"
_BEFORE = 120  # characters before a name that say more of it
_OFFICE_STAFF = ("Secretariat", "Technical Secretariat", "Office")


def short_names(body: str) -> list[str]:
    """How a body is called for short: "Security Council Working Group on …" → Working Group, Group."""
    if not body or body == "Secretary-General":
        return []
    if office := _OFFICE.match(body):
        post = office.group("post")
        return [post, post.replace(" ", "-") if post.endswith("General") else post, *_OFFICE_STAFF]
    if envoy := ENVOY.match(body):
        return [envoy.group()]
    if expert := _EXPERT.match(body):
        return [expert.group()]  # "Special Rapporteur on the right to food"
    if body.startswith("Group of "):
        longer = "Experts" in body and body != "Group of Experts"
        return ["Group of Experts", "Group"] if longer else ["Group"]
    if re.match(r"(?:[A-Z0-9][\w-]*\s)*Meeting\sof\s", body):
        return ["Meeting"]  # "third Meeting of States Parties to …"; it writes itself with a capital
    name = re.split(r"(?<!\s)\s+(?:on|for|established|concerning|pursuant|with|to)\s+", body)[0]
    found = _heads_in(re.split(r"\sof\sthe\s(?=[A-Z])", name)[0]) or _heads_in(name)
    if not found:
        return []
    first = max(found)[2]  # the head noun is the last one: "Security Council Working Group"
    out = [first] if first != body else []
    if name not in (body, first) and name.endswith(f" {first}"):
        out.insert(0, name)  # "High-level Group for Partnership …" → High-level Group
    if first.startswith("Panel of"):
        out.append("Panel")
    last = first.split()[-1]
    if last != first and last in (
        "Group",
        "Panel",
        "Team",
        "Committee",
        "Commission",
        "Council",
        "Assembly",
        "Conference",
    ):
        out.append(last)
    tail = re.search(r"\(([A-Z]\w+ (?:Committee|Commission))\)$", body)  # "… Committee (Fourth Committee)"
    return [*out, *([tail.group(1)] if tail else [])]


def _heads_in(name: str) -> list[tuple[int, int, str]]:
    """The nouns of bodies in a name, each with where it ends and its length."""
    return [(m.end(), len(h), h) for h in heads() for m in re.finditer(rf"(?<!\w){re.escape(h)}(?!\w)", name)]


def _is_another(short: str, whole: str, text: str, at: int) -> bool:
    """Whether a name before a short one makes it another body's: "the National Assembly", "the Steering Committee"."""
    if (qualified := _QUALIFIED.search(text, max(0, at - _BEFORE), at)) is None:
        return False
    word = qualified.group().strip()
    return short in _PLAIN or not (word in _OF_ANY or any(w.startswith(word[:_STEM]) for w in whole.split()))


def other_mandate(post: str, text: str, at: int, body: str) -> bool:
    """Whether an expert's post at `at` has another mandate than the body: "the Special Rapporteur on torture"."""
    stands = _EXPERT.fullmatch(post) and _MANDATE.match(text, at + len(post))
    return bool(stands) and not text.startswith(body, at)


def short_forms(passage: Passage, taken: list[Mention], shorts: Mapping[str, str], body: str) -> list[Mention]:
    """Short names of bodies that the document has introduced, and the issuing body by its full name.

    Args:
        passage: the passage.
        taken: the mentions that it has already.
        shorts: short name → full name.
        body: the issuing body.
    """
    text, found = passage.text, []
    known = covered(text, (m for m in taken if m.label in ("ORGANISATION", "MISSION")))
    for match in _short_pattern(tuple(sorted(shorts, key=len, reverse=True))).finditer(text):
        at, to = match.span(1)
        if any(known[at:to]):
            continue
        follows = re.match(r"\s+(?:[A-Z]|on\s+[A-Z]|established|of\s+Experts|of\s+(?:the\s)?[A-Z])", text[to:])
        if _is_another(match.group(1), shorts[match.group(1)], text, at):
            continue
        if other_mandate(match.group(1), text, at, body):
            continue
        if follows and not re.match(r"\s+(?:Chair|Vice|Bureau|President)", text[to:]):
            continue
        value = shorts[match.group(1)]
        found.append(mention(passage, "ORGANISATION", at, to, value, _org_id(value)))
        known[at:to] = b"\1" * (to - at)
    return found + _body_itself(passage, body, known)


def _body_itself(passage: Passage, body: str, known: bytearray) -> list[Mention]:
    """The issuing body by its full name, where no gazetteer knows it."""
    out: list[Mention] = []
    if len(body) < 4:
        return out
    at = passage.text.find(body)
    while at >= 0:
        to = at + len(body)
        if not all(known[at:to]):
            out.append(mention(passage, "ORGANISATION", at, to, body, _org_id(body)))
            known[at:to] = b"\1" * (to - at)
        at = passage.text.find(body, to)
    return out


def parts_of_bodies(passage: Passage, taken: list[Mention]) -> list[Mention]:
    """ "Bureau of the Special Committee …": one organisation, made of a part and the body that it is a part of."""
    out = []
    for m in taken:
        if m.label != "ORGANISATION":
            continue
        before = _part_pattern().search(passage.text, max(0, m.at - _BEFORE), m.at)
        if before is None:
            continue
        value = f"{before.group(1)} of the {m.value}"
        out.append(mention(passage, "ORGANISATION", before.start(1), m.to, value, _org_id(value)))
    return out


@cache
def _short_pattern(shorts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, shorts))})(?![\w])" if shorts else r"(?!)")


@cache
def _part_pattern() -> re.Pattern[str]:
    names = sorted(lexicon.words("bodies")["parts"], key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\s+of\s+(?:the\s+)?$")


def _org_id(name: str) -> str:
    return gazetteers.organisation_names().get(lexicon.fold(name).lower(), "")
