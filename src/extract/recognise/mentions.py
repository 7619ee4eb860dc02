"""Makes mentions out of spans of a passage."""

from __future__ import annotations

from collections.abc import Iterable

from extract.model import Mention, Passage


def mention(
    passage: Passage,
    label: str,
    at: int,
    to: int,
    value: str | None = None,
    entity_id: str = "",
    method: str = "rule",
    score: float = 1.0,
    basis: str = "",
) -> Mention:
    """A mention of the words `at`-`to` of a passage.

    Args:
        passage: the passage.
        label: what is mentioned (MISSION, POST …).
        at, to: first and last character (exclusive) within the passage.
        value: the normalised value; the words themselves where None.
        entity_id: the entry of the knowledge base, where there is one.
        method: rule, gazetteer or ner.
        score: how sure the mention is, 0 to 1.
        basis: for missions named, alias, described or implied.
    """
    start, end = passage.span(at, to)
    text = passage.text[at:to]
    value = text if value is None else value
    return Mention(passage.segment, label, text, value, start, end, at, to, entity_id, method, score, basis)


def covered(text: str, mentions: Iterable[Mention]) -> bytearray:
    """One byte for each character of a passage: 1 where a mention stands."""
    out = bytearray(len(text))
    for m in mentions:
        out[m.at : m.to] = b"\1" * (m.to - m.at)
    return out
