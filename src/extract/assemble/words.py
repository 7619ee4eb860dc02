"""The event words of `knowledge/event_words.toml` as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from extract import lexicon

ORDINAL = r"\d{1,5}(?:st|nd|rd|th)"


@cache
def _table() -> dict[str, Any]:
    return lexicon.words("event_words")


def alternatives(words: list[str]) -> str:
    """A regular expression for any of the words, longest first; common beginnings stand once, which saves time."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(node: dict[str, Any]) -> str:
    """What may follow in a tree of letters; an empty key says that a word ends there."""
    found = [re.escape(letter) + _branches(below) for letter, below in sorted(node.items()) if letter]
    if not found:
        return ""
    body = found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"
    return f"(?:{body})?" if "" in node else body


@cache
def noun_types() -> dict[str, str]:
    """Event noun → event type."""
    found = {word: kind for kind, words in _table()["nouns"].items() for word in words}
    kinds = {
        "mission": "visit",
        "team": "visit",
        "hearing": "meeting",
        "college": "meeting",
        "group": "meeting",
        "convened": "meeting",
        "exchange": "meeting",
        "training": "meeting",
        "events": "meeting",
    }
    return found | {word: kind for company, kind in kinds.items() for word in in_company(company)}


@cache
def in_company(kind: str) -> list[str]:
    """Nouns that are events only in some company: "a mission to Haiti", "hosted a delegation from the Union"."""
    found: list[str] = _table()["company"][kind]
    return found


@cache
def document() -> re.Pattern[str]:
    """A word for a document: "Interim report of the Conference" is no event."""
    return re.compile(rf"\b(?:{negative('documents')})\b", re.I)


@cache
def task() -> re.Pattern[str]:
    """What a row of a calendar is that is no event: "Comments of Governments due"."""
    return re.compile(rf"\b(?:{negative('tasks')})\b", re.I)


@cache
def plan() -> re.Pattern[str]:
    """What a table of planned meetings is called: "programme of work", "workplan"."""
    titles = "|".join(r"\s+".join(map(re.escape, t.split())) for t in _table()["plans"]["titles"])
    return re.compile(rf"\b(?:{titles})\b", re.I)


@cache
def noun() -> str:
    """Any event noun that is one by itself."""
    return alternatives([word for words in _table()["nouns"].values() for word in words])


@cache
def any_noun() -> str:
    """Any event noun, also with a capital (at the beginning of a sentence) or capitals (in a name)."""
    found = [word for words in _table()["nouns"].values() for word in words]
    return alternatives(list({*found, *(w.capitalize() for w in found), *(w.title() for w in found)}))


@cache
def verb_types() -> dict[str, str]:
    """Verb that is an event by itself → event type."""
    found = {word: kind for kind in ("meeting", "visit", "briefing") for word in _table()["verbs"][kind]}
    return (
        found
        | dict.fromkeys([*_table()["verbs"]["receive"], *_table()["verbs"]["received"]], "meeting")
        | dict.fromkeys(_table()["verbs"]["stay"], "visit")
        | dict.fromkeys(_table()["verbs"]["gather"], "meeting")
    )


@cache
def verbs(kind: str) -> str:
    """The verbs of a kind: `hold`, `sitting`, `meeting` …"""
    return alternatives(_table()["verbs"][kind])


@cache
def verb_list(kind: str) -> frozenset[str]:
    """The verbs of a kind."""
    return frozenset(_table()["verbs"][kind])


@cache
def is_inner(noun: str) -> bool:
    """Whether a noun is of what is done at a meeting: a debate, a briefing."""
    return noun.lower() in _table()["parts"]["inner"]


@cache
def negative(kind: str) -> str:
    """Words that make a date something else than an event: `documents`, `acts`; those of `tables` are patterns."""
    found = _table()["negative"][kind]
    return "|".join(found) if kind == "tables" else alternatives(found)


def no_gathering() -> str:
    """What is held too, and is no meeting: elections, courses, ceremonies."""
    return f"{negative('gatherings')}|{negative('festivities')}"


@cache
def _formats() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(rf"\b(?:{alternatives(words)})\b", re.I)) for name, words in _table()["formats"].items()]


def format_in(text: str) -> str:
    """The one format that a title, a cell or the words around an event noun say; nothing where there are two."""
    found = {name for name, pattern in _formats() if pattern.search(text)}
    if (
        "informal" in found
        and "formal" in found
        and not re.search(r"\bformal\b", re.sub(r"\b(?:more )?informal\b", "", text, flags=re.I), re.I)
    ):
        found.discard("formal")
    if len(found) == 2 and "expert_level" in found and re.search(r"\b(?:at|the)\b.{0,12}\bexperts?\b", text):
        found = {"expert_level"}
    if "informal" in found and found <= {"informal", "closed", "open"}:
        return "informal"  # "three informal closed meetings"
    return next(iter(found)) if len(found) == 1 else ""


def noun_in(text: str) -> str:
    """The event type of the first event noun in a title or cell, or nothing."""
    match = re.search(rf"(?<![\w-])({noun()})(?![\w-])", text, re.I)
    return noun_types()[match.group(1).lower()] if match else ""


@cache
def ordinals() -> dict[str, int]:
    """Ordinal in words → number: `second` → 2, `forty-fourth` → 44."""
    table = _table()["ordinals"]
    found = {word: n for n, word in enumerate(table["units"], start=1)}
    for k, (ten, stem) in enumerate(zip(table["tens"], table["stems"], strict=True), start=2):
        found[ten] = 10 * k
        found |= {f"{stem}-{unit}": 10 * k + n for n, unit in enumerate(table["units"][:9], start=1)}
    return found


@cache
def ordinal_word() -> str:
    """An ordinal in words: `second`, `Sixty-Sixth`, `one hundred and forty-sixth`."""
    hundreds = rf"(?:{'|'.join(list(cardinals())[:9])})\shundred"
    return rf"(?i:(?:{hundreds}\s(?:and\s)?)?{alternatives(list(ordinals()))}|{hundreds}th)"


def ordinal(text: str) -> int:
    """The number that an ordinal in words says: `one hundred and forty-sixth` → 146.

    Raises:
        KeyError: it is no ordinal in words.
    """
    before, hundred, behind = " ".join(text.lower().split()).rpartition("hundred")
    rest = behind.removeprefix(" and").strip() if hundred else text.lower()
    return 100 * (cardinals()[before.strip()] if hundred else 0) + (0 if rest == "th" else ordinals()[rest])


@cache
def cardinals() -> dict[str, int]:
    """Number in words → number, from one to twenty."""
    return {word: n for n, word in enumerate(_table()["cardinals"]["words"], start=1)}


def times_in(text: str) -> int:
    """How often something was done, by the words behind its verb ("met five times"), 0 where they do not say."""
    found = re.match(
        rf"\s(?:(?:\w+ly|only|also|again)\s)?(?:(twice)\b|({'|'.join(cardinals())}|\d{{1,3}})\stimes\b)", text
    )
    if found is None:
        return 0
    return 2 if found.group(1) else cardinals().get(found.group(2), 0) or int(found.group(2))


def count_in(text: str) -> int:
    """The number of events that words before an event noun give ("nine", "a total of 12"), 0 where they give none."""
    found = re.search(rf"\b(?:({'|'.join(cardinals())})|(\d{{1,3}}))\b(?!-|\s?(?:per cent|members|States|days))", text)
    return (cardinals().get(found.group(1), 0) or int(found.group(2) or 0)) if found else 0
