"""Room 3: what is named here? Dates, symbols, missions, bodies, States, posts and persons, with their offsets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from extract import lexicon
from extract.model import Annotated, DateMention, Mention, Passage, Segment, Sentence, Source
from extract.recognise import (
    bare_days,
    bodies,
    context,
    dates,
    described,
    entities,
    figures,
    gazetteers,
    imprint,
    language,
    masthead,
    names,
    numbered_days,
    symbols,
)
from extract.recognise.mentions import mention
from extract.recognise.posts import posts
from extract.recognise.written import language_of
from extract.segment import passage

_ONE_SENTENCE = ("table_cell", "heading", "title", "table_title", "page_furniture")
_LONGEST = 4000  # characters of a sentence; on the reports of this genre a paragraph had 2,800 at most
_NO_WORDS = ("table_row", "table_header")


def recognise(source: Source, segments: list[Segment], stem: str, model: str = language.DEFAULT_MODEL) -> Annotated:
    """All mentions of a document, and what it says of itself.

    Args:
        source: the file.
        segments: its parts.
        stem: the file's name without suffix, for a symbol that the text does not print.
        model: the spaCy pipeline that looks for names.

    Raises:
        ModelError: `model` is needed and not installed.
    """
    passages = [passage(source, s) for s in segments if s.kind not in _NO_WORDS]
    passages = [p for p in passages if p.text]
    clusters = count()
    dated = {p.segment.id: dates.find(p, clusters, source.marks) for p in passages}
    header, symbol_basis = masthead.header(source.text, stem, passages, dated)
    if source.doubtful and (named := masthead.misread(header.symbol, stem)):
        header, symbol_basis = replace(header, symbol=named), "file_name"
    header = replace(header, language=language_of(source.text))
    bare_days.add(passages, dated)
    known = header if header.date else replace(header, date=imprint.latest(passages, header.symbol))
    dated = numbered_days.put_between(passages, context.years(passages, dated, known))
    figures.ordered(passages, dated, header)

    docs = [language.document(lexicon.fold(p.text)) for p in passages]
    tagger = entities.Tagger(header.issuing_body, header.date, header.symbol)
    first = {p.segment.id: tagger.explicit(p, d) for p, d in zip(passages, docs, strict=True)}
    tagger.learn(m for found in first.values() for m in found)
    for p, d in zip(passages, docs, strict=True):
        if any(len(gazetteers.entries().get(lexicon.fold(m.text), ())) > 1 for m in first[p.segment.id]):
            # A phrase stands for several things: choose again, knowing which States the document names.
            first[p.segment.id] = tagger.explicit(p, d)

    mentions: list[Mention] = []
    sentences: dict[str, list[Sentence]] = {}
    antecedents: dict[str, str] = {}
    row_days = _row_days(passages, dated)
    part = ""
    for p, doc in zip(passages, docs, strict=True):
        if p.segment.part != part:
            part, antecedents = p.segment.part, {}
        found = _entities(tagger, p, first[p.segment.id], dated[p.segment.id], row_days, antecedents)
        found += dated[p.segment.id]
        found += _documents(p, header.issuing_body)
        found.sort(key=lambda m: (m.start, -m.end, m.label, m.entity_id))
        sentences[p.segment.id] = [
            Sentence(p, a, b, tuple(m for m in found if a <= m.at < b))
            for start, end in language.sentences(doc, len(p.text), p.segment.kind not in _ONE_SENTENCE)
            for a, b in _pieces(p.text, start, end, found)
        ]
        mentions += found
    by_name = _names(source.text, sentences, model)
    mentions += by_name
    if by_name:
        sentences = _with_names(sentences, by_name)
    mentions.sort(key=lambda m: (m.start, -m.end, m.label, m.entity_id))
    annotated = Annotated(source, segments, {p.segment.id: p for p in passages}, sentences, mentions, header)
    annotated.symbol_basis = symbol_basis
    return annotated


def _pieces(text: str, start: int, end: int, found: list[Mention]) -> Iterator[tuple[int, int]]:
    """A sentence whole; one that is longer than any that somebody wrote, in pieces that cut no mention."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        while around := next((m for m in found if m.at < cut < m.to), None):
            cut = text.rfind(" ", start + 1, around.at)
        if cut <= start:
            break
        yield start, cut
        start = cut + 1
    if start < end:
        yield start, end


def _entities(
    tagger: entities.Tagger,
    p: Passage,
    explicit: list[Mention],
    days: list[DateMention],
    row_days: dict[tuple[str, int, int], DateMention],
    antecedents: dict[str, str],
) -> list[Mention]:
    found = list(explicit)
    found += bodies.short_forms(p, found, tagger.shorts, tagger.body)
    row = row_days.get((p.segment.part, p.segment.table, p.segment.row))
    found += tagger.wrong_acronyms(p, found, [row] if row else [d for d in days if d.first])
    exact = [row] if row else [d for d in days if d.first and d.precision == "day"]
    missions = described.described(p, found, exact, tagger.day)
    found = [m for m in found if not any(d.at <= m.at and m.to <= d.to and m.label == "MISSION" for d in missions)]
    found += missions
    found += described.anaphors(p, antecedents, found, tagger.body)
    for m in sorted(found, key=lambda m: m.at):
        if m.label == "MISSION":
            for head in ("Mission", "Operation", "Force", "Office"):
                if head in gazetteers.missions()[m.entity_id].name:
                    antecedents[head] = m.entity_id
    parts = bodies.parts_of_bodies(p, found)
    found = [
        m for m in found if not any(q.at <= m.at and m.to <= q.to and m.label == "ORGANISATION" for q in parts)
    ] + parts
    return found + posts(p, found)


def _documents(p: Passage, body: str) -> list[Mention]:
    return [mention(p, "DOCUMENT", c.at, c.to, c.symbol, c.kind) for c in symbols.find(p.text, body)]


def _row_days(passages: list[Passage], dated: dict[str, list[DateMention]]) -> dict[tuple[str, int, int], DateMention]:
    """The first day printed in each table row: what the row's other cells speak of happened then."""
    days: dict[tuple[str, int, int], DateMention] = {}
    for p in passages:
        s = p.segment
        for d in dated[s.id]:
            if s.row > 0 and d.first and d.precision == "day":
                days.setdefault((s.part, s.table, s.row), d)
    return days


def _names(text: str, sentences: dict[str, list[Sentence]], model: str) -> list[Mention]:
    by_rule: list[Mention] = []
    left: list[Sentence] = []
    for group in sentences.values():
        for sentence in group:
            kind = sentence.passage.segment.kind
            if kind == "signature":
                by_rule += _signed(text, sentence)
                continue
            found = names.titled(sentence)
            by_rule += found
            extended = replace(sentence, mentions=(*sentence.mentions, *found)) if found else sentence
            if kind in (
                "paragraph",
                "subparagraph",
                "other",
                "table_cell",
                "list_item",
            ) and names.needs_model(extended):
                left.append(extended)
    return by_rule + names.find(left, model)


def _signed(text: str, sentence: Sentence) -> list[Mention]:
    name, _ = masthead.signatory(text, sentence.passage)
    at = sentence.passage.text.find(name) if name else -1
    if at < sentence.at or at >= sentence.to:
        return []
    return [mention(sentence.passage, "PERSON", at, at + len(name))]


def _with_names(sentences: dict[str, list[Sentence]], found: list[Mention]) -> dict[str, list[Sentence]]:
    by_segment: dict[str, list[Mention]] = defaultdict(list)
    for m in found:
        by_segment[m.segment.id].append(m)
    return {
        key: [
            replace(
                s,
                mentions=tuple(
                    sorted(
                        (*s.mentions, *(m for m in by_segment[key] if s.at <= m.at < s.to)),
                        key=lambda m: m.start,
                    )
                ),
            )
            for s in group
        ]
        if key in by_segment
        else group
        for key, group in sentences.items()
    }
