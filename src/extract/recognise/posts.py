"""Posts in their longest form: "Deputy Permanent Representative of Sierra Leone to United Nations"."""

from __future__ import annotations

import re
from functools import cache

from extract import lexicon
from extract.model import Mention, Passage
from extract.recognise.mentions import mention

_OF = re.compile(r"\s+(?:of|for|to|in|on|at)\s+(?:the\s+)?")
# A run of capitalised words, with the small words and commas that names have inside.
_NAME = re.compile(
    r"(?:[A-Z][\w’'-]+(?:\s+(?:and|of|the|for)\s+(?=[A-Z])|\s+(?=[A-Z])|,\s(?=[A-Z][\w-]+,?\sand\s[A-Z]))?)+"
)
# "Minister for Foreign Affairs, Emigration and Egyptian Expatriates of Egypt"
_PORTFOLIO = re.compile(
    r"(?:,\s(?!Minister)[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}){0,3},?\sand\s(?!Minister|President|Head|Chief|Ambassador)[A-Z][\w-]+"
    r"(?:\s[A-Z][\w-]+){0,3}(?=\sof\s(?:the\s)?[A-Z])"
)
_AT_HOME = re.compile(r"(?:Minister|President|Governor|Mayor|Chair\w{0,20})$")  # "the Prime Minister in Bangui"
_PLURALS = ("men", "Chairs", "persons", "Representatives", "Commanders", "General", "Presidents")


def posts(passage: Passage, taken: list[Mention]) -> list[Mention]:
    """Posts in their longest form: "Deputy Permanent Representative of Sierra Leone to United Nations"."""
    text = passage.text
    starts = {
        m.at: m for m in sorted(taken, key=lambda m: m.to - m.at) if m.label in ("ORGANISATION", "COUNTRY", "MISSION")
    }
    starts |= {
        m.at: m
        for m in taken
        if m.label in ("ORGANISATION", "MISSION", "COUNTRY") and m.to - m.at > starts[m.at].to - m.at
    }
    ends = {m.to: m for m in taken if m.label in ("ORGANISATION", "MISSION")}
    out: list[Mention] = []
    last = -1
    for match in _post_pattern().finditer(text):
        if match.start() < last:
            continue
        at, to = match.span()
        owner = ends.get(at - 1)  # "EUFOR Commander", "EU Special Representative"
        if owner is not None and text[at - 1] == " " and owner.text.isupper():
            at = owner.at
        if match.group().startswith("Minister") and (portfolio := _PORTFOLIO.match(text, to)):
            to = portfolio.end()
        while step := _OF.match(text, to):
            target = starts.get(step.end())
            nested = _post_pattern().match(text, step.end())
            if (
                step.group().split()[0] in ("in", "at")
                and not nested
                and (to > match.end() or _AT_HOME.search(match.group()))
            ):
                break  # "the Chairperson of the Commission in Addis Ababa": where they met
            if target is not None and (target.label == "COUNTRY" or " on " not in step.group()):
                to = target.to
            elif target is not None:
                break  # "EU Special Representative on EU assistance"
            elif nested:
                to = nested.end()
            elif phrase := _NAME.match(text[step.end() :]):
                to = step.end() + len(phrase.group().rstrip())
            else:
                break
        joint = re.match(r"\s+and\s+(?:the\s+)?", text[to:]) if match.group() in _plural_posts() else None
        if joint and to + joint.end() in starts:
            to = starts[to + joint.end()].to  # "Chairmen of the African Union and the …"
        last = to
        out.append(mention(passage, "POST", at, to))
    return out


@cache
def _post_pattern() -> re.Pattern[str]:
    names = sorted((r["post"] for r in lexicon.rows("posts")), key=len, reverse=True)
    forms = "|".join(re.escape(n).replace("’", "[’']") for n in names)
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])")


@cache
def _plural_posts() -> frozenset[str]:
    posts = (r["post"] for r in lexicon.rows("posts"))
    return frozenset(p for p in posts if p.endswith(_PLURALS) and p not in ("Secretary-General", "Director General"))
