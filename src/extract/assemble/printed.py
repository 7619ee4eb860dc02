"""The name of a holder as printed: its title before a person's name, the whole noun phrase before a verb."""

from __future__ import annotations

import re

_TITLE = re.compile(
    r"(?:\b(?:Mr|Ms|Mrs|Dr|Sir|Lady|King|Queen|Prince|Princess|President|Prime\sMinister|(?:Foreign\s)?Minister|Ambassador|Judge"
    r"|Bishop|Cardinal|Professor|Sheikh|(?:(?:Major|Lieutenant|Brigadier)[- ])?General|Colonel|Admiral)\.?\s){1,14}$"
)
_SECOND = re.compile(r"\b(?:and|(?:led|headed|chaired)\sby)\s(?:(?:Mr|Ms|Mrs|Dr)·\s)?$")
_NAME_BEHIND = re.compile(r"(?:\s(?!The\b)[A-Z][\w’'-]+){1,4}(?![’'\w-])")
# Lower-case nouns behind a name: "Georgian and Abkhaz sides", "Serbian leaders".
_NOUNS_BEHIND = re.compile(
    r"(?:\s(?!(?:on|in|at|to|with|that|which|who|and|or|for|from|by|of|as|under|was|were|is|are|had|has|have|held|met|made|took"
    r"|during|between|after|before|since|until|also|then|over|where|when|while|will|would|not|but|it|they|he|she|into|through|against|towards?|via|within|among|concerning|regarding|upon|without|near|amid|despite|because|than|about"
    r"|led|began|ended)\b)[a-z][a-z-]+(?![\w-])(?<!ed)(?<!ly)(?<!ing)){1,3}"
)
_MANDATED = re.compile(r"(?:Special\sRapporteur|(?:the\s)?[Ii]ndependent\s[Ee]xpert)s?")
_ACTS = (
    r"visited|met|held|made|took|undertook|urged|had|has|was|were|noted|said|stated|called|and|who|also|then"
    r"|to\s(?:visit|meet|attend)"
)
_MANDATE = re.compile(
    rf"\s(?:on|for)\s(?:the\s)?(?:(?!(?:{_ACTS})\b)[\w’-]+\s){{0,14}}?(?!(?:{_ACTS}|of|the|in)\b)[\w’-]+"
    rf"(?=,|\.|;|\s\(|\s(?:{_ACTS})\b)"
)
# Before a verb: "also", "had subsequently".
_ADVERBS = re.compile(
    r"(?:\s(?:[a-z]{1,40}ly|also|then|again|further|first|last|has|have|had|later|both|once|twice|thereafter)){0,20}+\s{0,60}$"
)
_NO_PHRASE = re.compile(
    r"\b(?:which|who|whom|whose|where|when|while|that|was|were|is|are|be|been|had|has|have|will|would|could|should|did|took|gave|held"
    r"|met|began|made|left|sent|said|went|came|became|told|wrote|saw|spoke|brought|it|they|he|she|we|I|there|this|these|those"
    r"|to\s(?:discuss|consider|review|attend|meet|brief)|following|after|before|since|until|as|if|but"
    r"|(?!(?:[Uu]nited|need|armed|related|interested|affected|displaced|so-called|[Aa]ppointed|[Ee]lected|open-ended|retired"
    r"|[Aa]ssociated|[Aa]dvanced|mixed|[Ll]imited|sacred|designated)\b)[a-z-]{2,60}ed)\b"
)
_NO_HEAD = re.compile(
    r"(?:[Oo]n|[Ii]n|[Aa]t|[Dd]uring|[Ff]rom|[Ff]or|[Ww]ith|[Bb]y|[Bb]etween|[Oo]f|[Tt]o|[Uu]nder|[Uu]pon|[Oo]ver|[Ww]ithin|[Aa]ccording|[Ee]arly"
    r"|[Ll]ate|[Ll]ater|[Ee]arlier|[Aa]nd|[Oo]r|[Aa]lso|[Mm]oreover|[Hh]owever|[Ff]inally|[Ff]urther(?:more)?|[Tt]hereafter|[Ss]ubsequently"
    r"|[Mm]y|[Oo]ur|[Aa]bout|[Aa]round|[Tt]hrough|[Tt]hroughout|[Pp]rior|[Aa]mong|[Mm]embers|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Bb]oth|[Bb]ecause|They|It|He|She|We|I|[A-Z][a-z]+ly)\b"
    r"|\W|\d+\s*$"
)
_DETAIL = re.compile(
    r"\s(?:led|headed|chaired|comprising|including|consisting|composed|made\sup|represented|accompanied)\b.{0,1000}$"
)
_CLAUSE_WORD = re.compile(r"(?:When|While|As|Where)\s(?:the\s)?")
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?)\s")
_LONGEST = 110


def titled(text: str, at: int, to: int) -> str:
    """A person's name with the title that is printed before it: "Mr. Ajello"."""
    title = _TITLE.search(text, max(0, at - 40), at)
    return text[title.start() if title else at : to]


def post_with_name(text: str, at: int, to: int) -> str:
    """A post with its name or mandate behind it: "President Rakhmonov", "Special Rapporteur on the right to food"."""
    name = _NAME_BEHIND.match(text, to)
    if name is None and _MANDATED.fullmatch(text, at, to):
        name = _MANDATE.match(text, to)
    return text[at : name.end() if name else to]


def with_nouns(text: str, at: int, to: int) -> str:
    """A name with the lower-case nouns that it goes with: "Georgian and Abkhaz sides"."""
    nouns = _NOUNS_BEHIND.match(text, to)
    return text[at : nouns.end() if nouns else to]


def is_attribute(masked: str, at: int, to: int, verb: int) -> bool:
    """Whether a State's name is not who acts: "the Assembly of Chad met", "the Chad configuration met"."""
    if re.search(r"\b(?:of|in|from|to|for|with|between|near|by)\s(?:the\s)?$", masked[max(0, at - 14) : at]):
        return True
    if re.search(r"\band\s(?:the\s)?$", masked[max(0, at - 10) : at]) and _ADVERBS.fullmatch(masked, to, verb):
        return bool(re.search(r"\b(?:of|from|between)\s[^;\x01]{0,80}$", masked[max(0, at - 80) : at]))
    return bool(_NOUNS_BEHIND.match(masked, to))


def is_second(masked: str, at: int) -> bool:
    """Whether a person's name is the second of two who act, or of who only leads: "Mr. A and Mr. B", "led by Mr. A"."""
    return bool(_SECOND.search(masked, max(0, at - 40), at))


def goes_on(masked: str, actor: str, to: int) -> bool:
    """Whether more words belong to a post or to a one-word body: "Co-Chairs of the group", "Secretariat of State"."""
    return " " not in actor and bool(re.match(r"\s(?:of|for)\s", masked[to : to + 5]))


def phrase_before(masked: str, text: str, at: int, verb: int) -> str:
    """The noun phrase that ends before the verb at `verb`, without its article, or nothing.

    Args:
        masked: the sentence with its dates behind marks.
        text: the sentence.
        at: where its clause begins.
        verb: where the verb begins.
    """
    adverbs = _ADVERBS.search(masked, max(at, verb - 60), verb)
    end = adverbs.start() if adverbs else verb
    starts = [
        at,
        *(
            m.end()
            for m in re.finditer(
                r"[\x01\x02];?,?\s(?:and\s)?|[,;:]\s(?:and\s)?|\b(?:while|when|where|that)\s", masked[at:end]
            )
        ),
    ]
    for start in sorted({s if s == at else s + at for s in starts}):
        lead = len(masked[start:end]) - len(masked[start:end].lstrip(" ,\x01\x02"))
        found = _phrase(masked[start + lead : end])
        if found:
            a, b = start + lead + found[0], start + lead + found[1]
            return " ".join(text[a:b].split()).removeprefix("respectively, ")
    return ""


def _phrase(words: str) -> tuple[int, int] | None:
    """Where a noun phrase stands in words that lead up to a verb."""
    head, comma, rest = words.partition(", ")
    if comma and not re.search(r",?\sand\s", rest):
        words = head if rest.rstrip().endswith(",") else ""  # "the Envoy, Ms. X, visited"
    words = _DETAIL.sub("", words).rstrip(" ,")
    if "\x01" in words or "\x02" in words or not 3 <= len(words) <= _LONGEST:
        return None
    if re.match(r"paras?\b", words) or words.count("(") != words.count(")"):
        return None  # "(see S/2010/522, para. 11), held"
    if clause := _CLAUSE_WORD.match(words):
        found = _phrase(words[clause.end() :])
        return (found[0] + clause.end(), found[1] + clause.end()) if found else None
    if _NO_HEAD.match(words) or _NO_PHRASE.search(words):
        return None
    article = _ARTICLE.match(words)
    return (article.end() if article else 0), len(words)
