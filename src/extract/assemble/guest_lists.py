"""Where a list of guests ends in running prose: at a date, a verb, a preposition that no name has inside.

A cell holds participants and nothing else; a sentence goes on. What does not parse as a noun phrase to its end is cut,
and what is left must be a name, a post or a plural: an empty cell is better than half a clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract import lexicon
from extract.assemble import words
from extract.assemble.holders import ACTORS
from extract.model import DateMention, Mention, Participant

_WORD = re.compile(r"[\w’'-]+")
# The last of what trails a list, and the most characters that it can have.
_TRAILING = re.compile(
    r"(?:[\s,;:(–—-]|(?<!\w)(?:and|or|as well as|as well|with|on|in|from|of|at|between|during|the|an?|both|also"
    r"|including|then|later|early|late|mid|his|her|their|its|inter alia))$"
)
_TRAILS = 12
_INCLUDING = re.compile(r",\s+(?:including|among\s+them)\s+")
_ARTICLE = re.compile(r"\s+(?:the\s+)?")
_NOT_FIRST = frozenset(("in", "on", "at", "from", "for", "of", "with", "its", "it", "them"))
_LONG = 12  # words
_VERB = re.compile(r"[a-z][a-z-]*(?:ed|ing)$")
_AFTER_VERB = re.compile(r"\s+(?:the|an?|its|his|her|their|on|in|at|to|with|by|that|from|views|and)\b|\s*[,;.]|\s*$")


def parts(text: str, at: int, to: int, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """The spans of a list: up to its end, and what a later "including" adds ("experts working on it, including …").

    Args:
        text: the passage.
        at, to: where the list begins, and where it must end.
        mentions: the mentions of the sentence, with positions in the passage.
    """
    out = []
    while at < to:
        ends = end(text, at, to, mentions)
        if ends > at:
            out.append((at, ends))
        more = _INCLUDING.search(text, ends, to)
        if more is None or any(isinstance(m, DateMention) and ends <= m.at < more.start() for m in mentions):
            break
        at = more.end()
    return out


def end(text: str, at: int, to: int, mentions: Sequence[Mention]) -> int:
    """Where the list that begins at `at` ends, at `to` at the latest.

    Args:
        text: the passage.
        at, to: where the list begins, and where it must end.
        mentions: the mentions of the sentence, with positions in the passage.
    """
    names = [(m.at, m.to) for m in mentions if m.label in ACTORS]
    dates = [m.at for m in mentions if isinstance(m, DateMention) and at <= m.at < to]
    to = min([to, *dates])
    previous = ""
    for word in _WORD.finditer(text, at, to):
        token = word.group()
        if any(a <= word.start() < b for a, b in names):
            previous = token
            continue
        if _stops(token, previous, text, word, names):
            to = word.start()
            break
        previous = token
    words = text[at:to]
    while last := _TRAILING.search(words[-_TRAILS:]):
        words = words[: len(words) - len(words[-_TRAILS:]) + last.start()]
    return at + len(words)


def _stops(token: str, previous: str, text: str, word: re.Match[str], names: list[tuple[int, int]]) -> bool:
    """Whether a word outside names ends the list."""
    if token in _stop_words():
        return not (token == "as" and text.startswith(" well as", word.end()))
    if token in ("from", "for", "in"):  # "representatives from Chad", but not "from 3 May", "in Juba"
        after = _ARTICLE.match(text, word.end())
        known = after is not None and any(a == after.end() for a, _ in names)
        return not (token == "from" and (known or text[word.end() : word.end() + 4].strip()[:1].isdigit()))
    if not _VERB.fullmatch(token) or token in _attributes():
        return False
    if token.endswith("ing") and previous in ("", "and"):
        return True  # "giving interviews"
    if previous and previous not in ("and", "of", "the", "a", "an", "other") and not previous.endswith("ly"):
        return previous not in _attributes()  # "parties registered in", but "of interested parties"
    return bool(_AFTER_VERB.match(text, word.end()))  # "and discussed the", but "and affected communities"


@cache
def _stop_words() -> frozenset[str]:
    table = lexicon.words("participants")["prose"]
    return frozenset([*table["ends"], *(w for v in ("meeting", "visit") for w in words.verb_list(v))])


@cache
def _attributes() -> frozenset[str]:
    table = lexicon.words("participants")
    return frozenset([*table["prose"]["attributes"], *table["qualifiers"]["words"]])


@cache
def _things() -> frozenset[str]:
    return frozenset(lexicon.words("participants")["prose"]["things"])


@cache
def _collective() -> re.Pattern[str]:
    found = "|".join(map(re.escape, lexicon.words("participants")["prose"]["collectives"]))
    return re.compile(rf"(?:.*[\s-])?(?:[a-z-]{{3,60}}s|{found})", re.S)


def whole(item: Participant) -> bool:
    """Whether an item of a list in prose stands for somebody: a group must be told in the plural or by its name."""
    text = item.text.strip().removesuffix(" concerned")
    tokens = text.split()
    first, last = tokens[0], tokens[-1]
    if item.kind not in ("body", "person") and last in _attributes():
        return False  # "representatives of national", cut from "national and local authorities"
    if item.kind == "body":
        return not re.search(r"\s[a-z-]+$", text)  # "a MINUSTAH-funded quick-impact project"
    if item.kind != "group" or item.qualifier:
        return True
    if last.lower() in words.noun_types() or last.lower() in _things():
        return False
    if first.lower() in _stop_words() or first.lower() in _NOT_FIRST:
        return False
    return bool(_collective().fullmatch(text)) and len(tokens) <= _LONG
