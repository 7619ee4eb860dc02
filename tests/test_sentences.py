"""Where sentences begin: as spaCy's own rule has it, and what the genre's full stops do not end."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.recognise import language

WORDS = st.sampled_from(
    [
        "The Committee",
        "met.",
        "No.",
        "op. cit.",
        "3 p.m.",
        "!",
        "?",
        "“Peace”.",
        "...",
        "(a)",
        "\n",
        "e.g.",
        "in",
        "May",
    ]
)


@cache
def _spacy() -> spacy.language.Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": list(".!?")})
    nlp.tokenizer = language.tokenizer().tokenizer
    return nlp


@given(st.lists(st.one_of(WORDS, st.text("ab .!?)\n\"'", max_size=4)), max_size=25).map(" ".join))
def test_sentences_begin_where_the_rule_of_spacy_lets_them(text: str) -> None:
    wanted = [s.start_char for s in _spacy()(text).sents]
    assert list(language._starts(language.document(text))) == (wanted or [0])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It met. It ended.", ["It met.", "It ended."]),
        ("It met (see S/2006/1. Also S/2006/2). It ended.", ["It met (see S/2006/1. Also S/2006/2).", "It ended."]),
        ("It sent troops, e.g. helicopters.", ["It sent troops, e.g. helicopters."]),
        ("", []),
    ],
)
def test_what_ends_no_sentence(text: str, wanted: list[str]) -> None:
    spans = language.sentences(language.document(text), len(text), prose=True)
    assert [text[a:b] for a, b in spans] == wanted


@given(st.lists(st.one_of(WORDS, st.integers(150, 450).map("(".__mul__), st.just("\n \n")), max_size=8).map(" ".join))
def test_no_character_is_lost_between_tokens(text: str) -> None:
    assert language.document(text).text == text
