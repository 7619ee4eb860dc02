"""Who took part: a cell or a phrase cut into atomic participants, in the document's order.

Every participant is a slice of the text. Separators are commas, semicolons, line ends and "and"; names that hold a
comma or an "and" themselves (organisations, posts) are protected by their mentions. A head shared by neighbours is
carried on: "officials of Secretariat, UNDP and other United Nations agencies" is three participants of role
`officials`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from extract import lexicon
from extract.model import Mention, Participant, Passage
from extract.recognise import gazetteers

_SEPARATOR = re.compile(
    r"(?:\s*+(?:;\s*(?:and\s+)?|,\s*(?:and\s+|as well as\s+)?|/\s+|•)"
    r"|\s++(?:and\s+(?:also\s+)?|as well as\s+|together with\s+|along with\s+|[–—]\s+))\s*"
)
_ARTICLE = re.compile(r"^(?:including\s{1,9}(?:(?:the|an?)\s{1,9})?|the|a|an|its|their|his|her)\s+", re.I)
# Bodies that are named by what they are: "Panel of Experts", "Monitoring Team".
_BODY = re.compile(
    r"(?:[A-Z][\w-]*\s)*(?:Panel|Group|Team|Committee|Commission|Council|Bureau|Board|Tribunal|Court|Secretariat|Office"
    r"|Mission|Task Force|Working Group)(?:\sof\s(?:the\s)?[A-Z].*)?$"
)
_OF_NAME = re.compile(r"\sof\s(?:the\s)?((?!the\b|State\b)[A-Z][\w’'-]*(?:\s(?:of|for|and|the|[A-Z][\w’'-]*)){0,25})$")
_OF_BODY = re.compile(r"(?<!\s)\s+of\s+(?:the\s+)?([A-Z].{0,400})$")


@dataclass(frozen=True, slots=True)
class Participants:
    """The atomic participants of a passage (or part of one), and whether it says "only"."""

    items: tuple[Participant, ...]
    members_only: bool


def parse(passage: Passage, mentions: Sequence[Mention], body: str, at: int = 0, to: int | None = None) -> Participants:
    """Cuts `passage.text[at:to]` into participants.

    Args:
        passage: the cell or the paragraph.
        mentions: its mentions.
        body: the issuing body, for "Members" and "Chairman" without a body of their own.
        at, to: the part to read; the whole passage by default.
    """
    to = len(passage.text) if to is None else to
    pieces = _pieces(passage.text, mentions, at, to)
    items: list[Participant] = []
    head: tuple[str, str] = ("", "")  # role and kind of a head that neighbours share
    starts = [a for a, _ in pieces]
    inside: list[list[Mention]] = [[] for _ in pieces]
    for m in mentions:
        n = bisect_right(starts, m.at) - 1
        if n >= 0 and m.at < pieces[n][1]:
            inside[n].append(m)
    for (a, b), named in zip(pieces, inside, strict=True):
        item, head = _one(passage, named, body, a, b, head)
        if item is not None:
            items.append(item)
    items = _appositions(passage, _shared_tail(items))
    text = passage.text[at:to]
    only = bool(re.search(r"\bonly\b", text, re.I)) and bool(items) and all(p.kind == "members" for p in items)
    return Participants(tuple(items), only)


def _pieces(text: str, mentions: Sequence[Mention], at: int, to: int) -> list[tuple[int, int]]:
    """The spans between separators that stand in no protected name."""
    guard = bytearray(len(text) + 1)
    for m in mentions:
        portfolio = m.label == "POST" and m.text.startswith("Minister ")
        if portfolio or (m.label in ("ORGANISATION", "MISSION", "COUNTRY", "PERSON") and m.basis != "described"):
            guard[m.at : m.to] = b"\1" * (m.to - m.at)
    ends = {m.to for m in mentions if m.label in ("ORGANISATION", "MISSION")}
    for name in _protected().finditer(text):
        to_ = next((e for e in sorted(ends) if name.start() < e < name.end()), name.end())  # "Safety and Security and"
        guard[name.start() : to_] = b"\1" * (to_ - name.start())
    # "Chairmen of the African Union and the IGAD" stays whole only up to its own separators: posts are not guarded.
    out: list[tuple[int, int]] = []
    start = at
    depth = 0
    k = at
    while k < to:
        char = text[k]
        depth += (char == "(") - (char == ")" and depth > 0)
        match = None if depth or guard[k] else _SEPARATOR.match(text, k)
        if match and match.end() <= to and not guard[match.start()]:
            out.append((start, match.start()))
            start = k = match.end()
        else:
            k += 1
    out.append((start, to))
    return [(a, b) for a, b in (_strip(text, a, b) for a, b in out) if a < b]


@cache
def _protected() -> re.Pattern[str]:
    words = lexicon.words("participants")["groups"]["words"]
    phrases = [w for w in words if " and " in w or "," in w]
    phrases += [
        "Peace and Security",
        "Good Offices and",
        "troop- and police-",
        "Security and",
        "regional and subregional",
        "Commander-in-Chief and",
        "Trinidad and Tobago",
    ]
    return re.compile("|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True)))


def _strip(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and text[a] in " \t\n,;.:•–-":
        a += 1
    if text.startswith("including ", a):
        a += len("including ")
    while b > a and text[b - 1] in " \t\n,;.:•":
        b -= 1
    return a, b


def _one(
    passage: Passage, mentions: Sequence[Mention], body: str, a: int, b: int, head: tuple[str, str]
) -> tuple[Participant | None, tuple[str, str]]:
    """The participant that stands at `a`-`b`, if any, and the head (role, kind) that goes on to the next one."""
    text = passage.text[a:b]
    article = _ARTICLE.match(text)
    words = text[article.end() :] if article else text
    qualifier, rest = _qualifier(words)
    inside = [m for m in mentions if a <= m.at and m.to <= b]
    org = _last([m for m in inside if m.label == "ORGANISATION"])
    country = _first([m for m in inside if m.label == "COUNTRY"])
    person = _first([m for m in inside if m.label == "PERSON"])
    begun = [m for m in mentions if a <= m.at < b and (m.to <= b or m.text.split(" of ")[0].endswith("s"))]
    post = _first([m for m in begun if m.label == "POST" and m.at - a <= (len(text) - len(rest)) + 12])
    mission = _first([m for m in inside if m.label == "MISSION"])
    organisation, acronym = _organisation(org, mission)
    role, kind = _head(rest)
    start, end = passage.span(a, b)
    made = partial(Participant, text=text, segment=passage.segment, start=start, end=end)
    if text.lower() in ("others", "other participants", "others concerned"):
        return made(kind="group", qualifier="other"), ("", "")
    if role and kind == "members":
        group = _group(rest[len(role) :]) if " of " in rest else ""
        if not organisation and not group and not country:
            named = _OF_NAME.search(rest)  # "members of SNC"
            organisation = named.group(1) if named else "" if body == "Secretary-General" else body
        return made(
            kind="members",
            role="members",
            organisation=organisation,
            acronym=acronym,
            qualifier=_only(text) or qualifier,
        ), ("", "")
    if role:
        code = country.entity_id if country and kind == "representative" else ""
        return (
            made(
                kind=kind,
                role=role,
                organisation=organisation,
                acronym=acronym,
                country=code,
                qualifier=qualifier,
                person=person.text if person else "",
            ),
            (role, kind),
        )
    if post is not None:
        holder = _post(passage, body, post, org, mission, country, person, qualifier, made)
        # "the Presidents of Chad and Gabon": the head goes on to the next State
        return holder, ((holder.role, holder.kind) if holder.country and holder.role.endswith("s") else ("", ""))
    if (
        head[0]
        and (country if head[1] == "office_holder" else organisation or country or _group(rest))
        and not person
        and not re.match(r"(?:troop|other stakeholders|stakeholders)", rest)
    ):
        # The head of the neighbour before goes on.
        code = country.entity_id if country and head[1] != "officials" and not organisation else ""
        return (
            made(
                kind=head[1],
                role=head[0],
                organisation=organisation,
                acronym=acronym,
                country=code,
                qualifier=qualifier,
            ),
            head,
        )
    if _group(rest) and not organisation and not _BODY.match(rest):
        return made(kind="group", qualifier=qualifier), ("", "")
    if person is not None:
        return made(kind="person", person=person.text, organisation=organisation, acronym=acronym), ("", "")
    if not organisation and _BODY.match(rest):
        organisation = rest
    if organisation:
        return made(kind="body", organisation=organisation, acronym=acronym, qualifier=qualifier), ("", "")
    if country is not None and country.to - country.at >= len(words) - 4:
        return made(kind="representative", country=country.entity_id, qualifier=qualifier), ("", "")
    if not any(c.isalpha() for c in text):
        return None, head
    return made(kind="group", qualifier=qualifier), ("", "")


def _post(
    passage: Passage,
    body: str,
    post: Mention,
    org: Mention | None,
    mission: Mention | None,
    country: Mention | None,
    person: Mention | None,
    qualifier: str,
    made: Callable[..., Participant],
) -> Participant:
    """The holder of a post; `made` makes a participant of its words."""
    title = re.split(r"(?<!\s)\s+(?:of|for|to|in)\s+", post.text)[0]
    represents = (
        bool(re.search(r"Representative|Ambassador|Observer|Minister|Chargé|President|Government", title))
        and "Special" not in title
    )
    code = ""
    if country is not None and represents and re.search(r"\b(?:of|for)\s+(?:the\s+)?$", passage.text[: country.at]):
        code = country.entity_id
    organisation, acronym = _organisation(org, mission)
    if "Special Representative" in title or (code and "Representative" in title) or "Envoy" in title:
        organisation = acronym = ""
    elif not organisation and not code and (named := _OF_BODY.search(post.text)) and _BODY.match(named.group(1)):
        organisation = named.group(1)
    elif not organisation and not code and title in gazetteers.presiding_posts():
        named = _OF_NAME.search(post.text)  # "Chairman of the Islamic Revival Movement of Tajikistan"
        organisation = named.group(1) if named else "" if body == "Secretary-General" else body
    role = post.text if "Secretary-General" in post.text and "Special" in title else title
    if "Special" in title and (tail := re.search(r"(?<!\s)\s+(?:for|in|to)\s", role)):
        role = role[: tail.start()]
    return made(
        kind="office_holder",
        role=role,
        organisation=organisation,
        acronym=acronym,
        country=code,
        person=person.text if person else "",
        qualifier=qualifier,
    )


def _shared_tail(items: list[Participant]) -> list[Participant]:
    """ "Chairman and Vice-Chairman of the Special Committee": the first has the organisation of the second."""
    out = list(items)
    for i in range(len(out) - 2, -1, -1):
        item, after = out[i], out[i + 1]
        bare = item.kind == "office_holder" and item.text.strip() == item.role and not item.country
        if bare and after.kind == "office_holder" and after.text.strip() != after.role and after.organisation:
            out[i] = replace(item, organisation=after.organisation, acronym=after.acronym)
    return out


def _appositions(passage: Passage, items: list[Participant]) -> list[Participant]:
    """ "the Minister for Foreign Affairs of Türkiye, Hakan Fidan": a post and who holds it."""
    out: list[Participant] = []
    for item in items:
        before = out[-1] if out else None
        if (
            before is not None
            and item.kind == "person"
            and before.kind == "office_holder"
            and not before.person
            and not before.role.endswith("s")
            and item.start - before.end == len(", ")
        ):
            at = passage.text.find(before.text + ", " + item.text)
            if at >= 0:
                text = passage.text[at : at + len(before.text) + len(", ") + len(item.text)]
                out[-1] = replace(before, text=text, end=item.end, person=item.person)
                continue
        out.append(item)
    return out


def _organisation(org: Mention | None, mission: Mention | None) -> tuple[str, str]:
    if org is not None:
        known = gazetteers.organisations().get(org.entity_id)
        return org.value, known.acronym if known and known.name == org.value else ""
    if mission is not None and mission.basis != "described":
        known_mission = gazetteers.missions()[mission.entity_id]
        return known_mission.name, known_mission.acronym
    return "", ""


def _qualifier(words: str) -> tuple[str, str]:
    """The qualifying word before a participant, and the rest: "other United Nations agencies" → other."""
    match = _qualifiers().match(words)
    return (match.group(1).lower(), words[match.end() :]) if match else ("", words)


def _only(text: str) -> str:
    return "only" if re.search(r"\bonly$", text.strip(), re.I) else ""


def _head(words: str) -> tuple[str, str]:
    match = _heads().match(words)
    if match is None:
        return "", ""
    head = match.group(1).lower()
    kind = _head_kinds()[head]
    role = {
        "representatives": "representative",
        "member": "members",
        "official": "officials",
        "experts": "experts",
    }.get(head, head)
    if kind == "representative" and head.startswith(("delegat", "those representing")):
        role = "representative"
    return role, kind


@cache
def _head_kinds() -> dict[str, str]:
    return {w.lower(): kind for kind, words in lexicon.words("participants")["heads"].items() for w in words}


@cache
def _heads() -> re.Pattern[str]:
    words = sorted(_head_kinds(), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, words))})\b(?!-|\s+States?\b)", re.I)


@cache
def _qualifiers() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(map(re.escape, lexicon.words('participants')['qualifiers']['words']))})\s+", re.I)


@cache
def _groups() -> re.Pattern[str]:
    words = sorted(lexicon.words("participants")["groups"]["words"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.I)


def _group(words: str) -> str:
    match = _groups().search(words)
    return match.group() if match else ""


def _first(mentions: Sequence[Mention]) -> Mention | None:
    return min(mentions, key=lambda m: (m.at, -m.to), default=None)


def _last(mentions: Sequence[Mention]) -> Mention | None:
    return max(mentions, key=lambda m: (m.to - m.at, -m.at), default=None)
