"""Names that no list can hold, by statistical NER; only in sentences where something is left to explain.

The small model's recall on this genre is low and its labels for missions are often wrong, so its answer never
overrides a rule or a gazetteer: it is asked only about sentences with a run of two or more capitalised words that
nothing explains.
"""

from __future__ import annotations

import re
from functools import cache

from extract import lexicon
from extract.model import Mention, Sentence
from extract.recognise import language
from extract.recognise.mentions import mention

_RUN = re.compile(r"[A-ZÀ-Ý][\w’'.-]{1,60}(?: (?:de|la|van|von|der|bin|al-|el-|[A-ZÀ-Ý])[\w’'.-]*)+")
_TITLE = re.compile(
    r"\b(?:Mr|Ms|Mrs|Miss|Dr|H\.E|Ambassador|General|Colonel|Major|Sir|Judge|Lieutenant|Brigadier|Captain|Professor)\b\.?"
)
_TITLED = re.compile(
    r"\b(?:Mr\.|Ms\.|Mrs\.|Dr\.|Ambassador|Sir|Judge|Professor|(?:Lieutenant |Major |Brigadier )?General|Colonel)\s+"
    r"(?P<name>[A-ZÀ-Ý][\w’'-]+(?:\s(?:[A-ZÀ-Ý][\w’'.-]+|de|la|van|von|der|bin|al|el)){0,4})"
)
_GENITIVE = re.compile(r"[’']s?$")
# Measured on the gold reports' persons and organisations; spaCy gives no probability of its own.
_SCORE = {"PERSON": 0.8, "ORGANISATION": 0.6}


@cache
def _common() -> frozenset[str]:
    """Capitalised words that name nobody: "Member States", "Headquarters" (`knowledge/common_words.toml`)."""
    return frozenset(lexicon.words("common_words")["capitalised"])


def titled(sentence: Sentence) -> list[Mention]:
    """Persons with a form of address: "Ambassador Ronaldo Mota Sardenberg"."""
    out = []
    for match in _TITLED.finditer(sentence.text):
        at = sentence.at + match.start("name")
        to = at + len(_GENITIVE.sub("", match.group("name")))
        if not _taken(sentence.mentions, at, to) and match.group("name").split()[0] not in _common():
            out.append(mention(sentence.passage, "PERSON", at, to, score=0.9))
    return out


def needs_model(sentence: Sentence) -> bool:
    """Whether a sentence has a run of capitalised words, or a form of address, that nothing explains yet."""
    spans = [(m.at - sentence.at, m.to - sentence.at) for m in sentence.mentions]
    if sentence.text[:1].isupper() and len(sentence.text) > 20:
        for match in _TITLE.finditer(sentence.text):
            # "General Assembly", "Secretary-General", and a name that a rule has found
            if not any(at <= match.start() < to or at == match.end() + 1 for at, to in spans):
                return True
    for match in _RUN.finditer(sentence.text):
        at, to = match.span()
        words = [w for w in match.group().split() if w not in _common()]
        if match.start() == 0:
            words = words[1:]  # the first word of a sentence is capitalised anyway
        if len(words) >= 2 and not any(first < to and last > at for first, last in spans):
            return True
    return False


def find(sentences: list[Sentence], model: str) -> list[Mention]:
    """Persons and organisations that the model sees in these sentences, outside what is already explained."""
    if not sentences:
        return []
    nlp = language.model(model)
    out: list[Mention] = []
    for sentence, doc in zip(sentences, nlp.pipe([s.text for s in sentences], batch_size=64), strict=True):
        for ent in doc.ents:
            label = {"PERSON": "PERSON", "ORG": "ORGANISATION"}.get(ent.label_)
            at, to = sentence.at + ent.start_char, sentence.at + ent.end_char
            words = ent.text.split()
            if label is None or len(words) < 2 or _taken(sentence.mentions, at, to) or not words[0][:1].isupper():
                continue
            if all(w in _common() or w.islower() for w in words) or any(c.isdigit() or c in "()" for c in ent.text):
                continue
            if label == "PERSON" and (
                len(words) > 5 or words[0].lower() == "the" or any(w in _common() for w in words)
            ):
                continue
            if words[0].lower() == "the":
                at += len(words[0]) + 1
            out.append(mention(sentence.passage, label, at, to, method="ner", score=_SCORE[label]))
    return out


def _taken(mentions: tuple[Mention, ...], at: int, to: int) -> bool:
    return any(m.at < to and m.to > at for m in mentions)
