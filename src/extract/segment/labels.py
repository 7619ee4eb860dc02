"""Printed numbers and letters of paragraphs, and which numbers are the paragraphs of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extract.model import Block, Source

_NUMBER = re.compile(r"(\d{1,3})\.(?=\s|$)")
# "29C.3", "3.I.2": the paragraphs of the programme budget carry the number of their section.
_COMPOUND = re.compile(r"(\d{1,2}[A-Z]?(?:\.[IVX]{1,4})?)\.(\d{1,3})\.?(?=\s)")
# As recognition or a careless typist leaves them: "32 .", "10.On 21 October", "7," — no numbers by themselves.
_DOUBTFUL = re.compile(r"(\d{1,3})(?:\s?[.,:;*•·](?=\s)|\s?\.(?=[A-Z“\"(]))")
_BARE = re.compile(r"\d ?\d?\d?")
_GARBLED = re.compile(r"[\w?!|\[\]{}()°]{1,3}\s?[.,:;°]\s+(?=[A-Z“\"])")
_LETTER = re.compile(r"\(?([a-z]{1,2}|[ivxl]{1,6})\)(?=\s|$)")
# As web pages number their lists: "a. The Working Group …".
_LETTER_POINT = re.compile(r"([a-z]|ii|iii|iv|vi{1,3})\.(?=\s[A-Z“\"(])")
_ROMAN = re.compile(r"([IVXL]{1,6})\.(?=\s)")
_CAPITAL = re.compile(r"([A-Z])\.(?=\s)(?!\s[A-Z]\.)")
_BULLET = re.compile(r"[-–—•*·▪●](?=\s)")
_STARS = re.compile(r"[*\s]+")  # "* * *" parts sections
_CONTENTS = re.compile(r"(?:\.\s?){6,}")
_ROMAN_VALUE = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})$")


@dataclass(frozen=True, slots=True)
class Label:
    """What a block begins with: `kind` is number, letter, roman, capital, bullet or empty.

    `compound`: "7.2", which only others like it make a number. `doubtful`: what looks nearly like a number; only its
    neighbours can tell whether it is one. `inferred`: the number is not printed so, its neighbours say it.
    """

    kind: str = ""
    number: str = ""
    body: int = -1


def label(text: str, block: Block) -> Label:
    """The label of a prose block; `body` is the canonical offset of the words after it."""
    if block.in_table:
        return Label()
    if block.style in ("furniture", "footnote") or _CONTENTS.search(text, block.start, block.end):
        return Label()  # a line of a table of contents has a number, but is no paragraph
    head = text[block.start : min(block.end, block.start + 40)]
    for kind, pattern in (
        ("number", _NUMBER),
        ("letter", _LETTER),
        ("letter", _LETTER_POINT),
        ("roman", _ROMAN),
        ("capital", _CAPITAL),
        ("bullet", _BULLET),
    ):
        if (match := pattern.match(head)) and not _STARS.fullmatch(head):
            at = block.start + match.end()
            while at < block.end and text[at].isspace():
                at += 1
            return Label(kind, match.group(1) if match.groups() else "", at)
    if block.label:
        return _automatic(block)
    if match := _COMPOUND.match(head):
        at = block.start + match.end()
        while at < block.end and text[at].isspace():
            at += 1
        return Label("compound", f"{match[1]}.{match[2]}", at)
    if match := _DOUBTFUL.match(head):
        at = block.start + match.end()
        while at < block.end and text[at].isspace():
            at += 1
        return Label("doubtful", match[1], at)
    return Label()


def _automatic(block: Block) -> Label:
    """The label that a word processor would print before the block."""
    printed = block.label.strip()
    for kind, pattern in (("number", _NUMBER), ("letter", _LETTER), ("roman", _ROMAN), ("capital", _CAPITAL)):
        if match := pattern.match(printed + " "):
            return Label(kind, match.group(1), block.start)
    return Label("bullet", "", block.start)


def join_bare_numbers(source: Source) -> list[Block]:
    """The blocks, a number that stands alone joined to the block under it (Word's plain text divides them)."""
    out: list[Block] = []
    held: Block | None = None
    for block in source.blocks:
        if held is not None and not block.in_table:
            block = replace(block, start=held.start, gap=held.gap, style=held.style or block.style)
            held = None
        elif held is not None:
            out.append(held)
            held = None
        bare = not block.in_table and re.fullmatch(r"\d{1,3}\.|\([a-z]{1,5}\)", source.text[block.start : block.end])
        if bare:
            held = block
        else:
            out.append(block)
    if held is not None:
        out.append(held)
    return out


def paragraph_chain(text: str, blocks: list[Block], marks: list[Label], zones: list[str]) -> dict[int, Label]:
    """The blocks (by index) that are the report's numbered paragraphs, with their labels.

    In each part the numbers of the paragraphs rise by one; the numbers of a list (an agenda quoted in a
    paragraph, A/80/42 paragraph 5) start again at 1. The chain of numbers with the fewest gaps, made of blocks that
    look like paragraphs, is chosen; what is left over are list items. Where the chain has a gap, what is nearly a
    number fills it ("32 ."), and a misread one ("a." between 7 and 9) is inferred, if all that is missing is there.
    """
    chosen: dict[int, Label] = {}
    for part in dict.fromkeys(zones):
        own = [i for i, zone in enumerate(zones) if zone == part]
        glued = _glued(text, blocks, marks, own)
        chain = _best_chain(text, blocks, marks, [i for i in own if marks[i].kind == "number" or i in glued])
        compound = _compound_chain(text, blocks, marks, own)
        if len(compound) > max(2, len(chain)):
            chosen.update({i: marks[i] for i in compound})
            continue
        chosen.update({i: marks[i] for i in chain})
        if own and (chain or any(marks[i].kind == "doubtful" for i in own)):
            _fill(text, blocks, marks, own, chosen)
    return chosen


def _glued(text: str, blocks: list[Block], marks: list[Label], own: list[int]) -> frozenset[int]:
    """The numbers without a blank behind them that are no slips: three of them at least rise by one ("114.With")."""
    found = [i for i in own if marks[i].kind == "doubtful" and text[blocks[i].start : marks[i].body].endswith(".")]
    numbers = [int(marks[i].number) for i in found]
    rising = any(b == a + 1 and c == b + 1 for a, b, c in zip(numbers, numbers[1:], numbers[2:], strict=False))
    return frozenset(found if rising else ())


def _compound_chain(text: str, blocks: list[Block], marks: list[Label], own: list[int]) -> list[int]:
    """The paragraphs numbered "7.1", "7.2" …: within a section their second numbers rise by one."""
    sections: dict[str, list[int]] = {}
    for i in own:
        if marks[i].kind == "compound":
            sections.setdefault(marks[i].number.rpartition(".")[0], []).append(i)
    chains = (_best_chain(text, blocks, marks, found) for found in sections.values() if len(found) > 2)
    return sorted(i for chain in chains for i in chain)


def _fill(text: str, blocks: list[Block], marks: list[Label], own: list[int], chosen: dict[int, Label]) -> None:
    """Adds to the chain of a part what its gaps, its beginning and its end have room for."""
    number = 0
    between: list[int] = []
    for i in [*own, -1]:
        if i not in chosen and i >= 0:
            between.append(i)
            continue
        up_to = int(chosen[i].number) if i >= 0 else 10_000
        for k, after in zip(between, [*between[1:], -1], strict=False):
            bare = _BARE.fullmatch(text[blocks[k].start : blocks[k].end].strip())
            value = int(bare[0].replace(" ", "")) if bare else 0
            if after >= 0 and number < value < up_to and value - number <= 3 and _is_prose(blocks[after], marks[after]):
                chosen[after] = Label("inferred", str(value), blocks[after].start)  # the number stands apart
                number = value
                continue
            if k in chosen:
                continue
            mark = marks[k]
            near = mark.kind == "doubtful" and number < int(mark.number) < up_to
            if near and (int(mark.number) == number + 1 or up_to < 10_000) and blocks[k].end - mark.body > 40:
                chosen[k] = mark
                number = int(mark.number)
        left = [k for k in between if k not in chosen]
        last = max((k for k in between if k in chosen), default=-1)
        missing = range(number + 1, up_to if i >= 0 else number + 1)
        garbled = [k for k in left if k > last and (label := _garbled(text, blocks[k], marks[k])) is not None]
        if 0 < len(missing) == len(garbled) <= 3:
            for k, n in zip(garbled, missing, strict=True):
                label = _garbled(text, blocks[k], marks[k])
                assert label is not None
                chosen[k] = replace(label, number=str(n))
        number, between = up_to, []


def _is_prose(block: Block, mark: Label) -> bool:
    """Whether a block without a number of its own may be a paragraph whose number stands apart."""
    return not mark.kind and not block.in_table and block.style in ("", "break") and block.end - block.start > 120


def _garbled(text: str, block: Block, mark: Label) -> Label | None:
    """A block that begins with something as short as a number, and then a sentence."""
    if block.in_table or block.style in ("furniture", "footnote") or mark.kind == "bullet":
        return None
    match = _GARBLED.match(text[block.start : min(block.end, block.start + 40)])
    if match is None or block.end - block.start < 80:
        return None
    return Label("inferred", "", block.start + match.end())


def _best_chain(text: str, blocks: list[Block], marks: list[Label], candidates: list[int]) -> list[int]:
    numbers = [int(marks[i].number.rpartition(".")[2]) for i in candidates]
    worth = [_likeness(text, blocks, marks, i) for i in candidates]
    score: list[float] = []
    back: list[int] = []
    for k, n in enumerate(numbers):
        best, origin = (1.0 if n == 1 else 0.6 - 0.05 * min(n, 30)), -1
        for j in range(max(0, k - 300), k):
            step = n - numbers[j]
            if step <= 0:
                continue
            gain = score[j] + (1.0 if step == 1 else 0.4 - 0.1 * min(step, 20))
            if gain >= best:  # of two equal chains the one with the nearer link
                best, origin = gain, j
        score.append(best + worth[k])
        back.append(origin)
    if not score:
        return []
    at = max(range(len(score)), key=score.__getitem__)
    if score[at] <= 0.5:
        return []
    chain = []
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return chain


def _likeness(text: str, blocks: list[Block], marks: list[Label], i: int) -> float:
    """How much a numbered block looks like a paragraph of a report rather than an item of a list."""
    body = text[marks[i].body : blocks[i].end].rstrip()
    worth = 0.0
    worth += 0.2 if len(body) > 80 else -0.2
    worth += 0.1 if body.endswith((".", ":", "”", '"', ".)")) else -0.1
    if i in _listed(text, blocks, marks, i):
        worth -= 0.8
    return worth


def _listed(text: str, blocks: list[Block], marks: list[Label], i: int) -> set[int]:
    """The items of a list that a paragraph introduces with a colon: 1, 2, 3 … up to the number of that paragraph."""
    k = i
    while k > 0 and marks[k].kind == "number" and marks[k].number != "1" and marks[k - 1].kind == "number":
        if int(marks[k].number) != int(marks[k - 1].number) + 1:
            return set()
        k -= 1
    if k == 0 or marks[k].number != "1":
        return set()
    above = text[blocks[k - 1].start : blocks[k - 1].end].rstrip()
    limit = int(marks[k - 1].number) if marks[k - 1].kind == "number" else int(marks[i].number)
    return {i} if above.endswith(":") and int(marks[i].number) <= max(1, limit) else set()


def nests(above: str, number: str) -> bool:
    """Whether an item `number` lies below an open item `above`: "i" below "a", "a" below "ii", not "i" after "h"."""
    roman, roman_above = bool(_ROMAN_VALUE.match(number)), bool(_ROMAN_VALUE.match(above))
    if follows(above, number):
        return False
    if number == "a":
        return roman_above
    return roman and number == "i" and not (roman_above and above != "h")


def follows(above: str, number: str) -> bool:
    """Whether `number` is the next item after `above`, as letters or as Roman numerals."""
    if len(above) == len(number) == 1 and ord(number) == ord(above) + 1:
        return True
    return _roman(above) > 0 and _roman(number) == _roman(above) + 1


def _roman(number: str) -> int:
    if not _ROMAN_VALUE.match(number):
        return 0
    value = {"i": 1, "v": 5, "x": 10}
    total = 0
    for here, after in zip(number, [*number[1:], "i"], strict=True):
        total += -value[here] if value[here] < value[after] else value[here]
    return total
