"""Damaged files as Hypothesis strategies: whole ones, with a few steps of what discs, mailers and editors do to them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence

from hypothesis import strategies as st

_FIGURE = re.compile(rb"-?\d+")
_FIGURES = (b"0", b"-1", b"1", b"32", b"255", b"65536", b"2147483648", b"99999999999999999999", b"1e9", b"")
_BETWEEN = (b"\n", b">", b" ", b"\t", b"\n\n", b"<")
_MOST = 200_000  # bytes; doubled blocks grow


class Bytes(bytes):
    """The bytes of a file, too many to be shown."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


# A step: the bytes so far, three numbers that say where, other bytes of the corpus, a piece of the format.
_Step = Callable[[bytes, int, int, int, bytes, bytes], bytes]


def _flip(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    at = a % len(data)
    return data[:at] + bytes([data[at] ^ (1 << b % 8)]) + data[at + 1 :]


def _overwrite(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    at = a % len(data)
    return data[:at] + token + data[at + len(token) :]


def _cut(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    at = a % len(data)
    return data[:at] + data[at + 1 + b % 400 :]


def _end(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    return data[: a % len(data)]


def _begin(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    return data[a % len(data) :]


def _insert(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    at = a % (len(data) + 1)
    return data[:at] + token * (1 + c % 40 * (b % 7 == 0)) + data[at:]


def _double(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    at, size = a % len(data), 1 + b % 2000
    return data[:at] + data[at : at + size] * (2 + c % 4) + data[at + size :]


def _swap(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    one, two, three = sorted((a % (len(data) + 1), b % (len(data) + 1), c % (len(data) + 1)))
    return data[:one] + data[two:three] + data[one:two] + data[three:]


def _splice(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    at, there = a % (len(data) + 1), b % (len(other) + 1)
    return data[:at] + other[there : there + 1 + c % 3000] + data[at:]


def _graft(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    return data[: a % (len(data) + 1)] + other[b % (len(other) + 1) :]


def _figure(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    found = list(_FIGURE.finditer(data))
    if not found:
        return data
    one = found[a % len(found)]
    return data[: one.start()] + _FIGURES[b % len(_FIGURES)] + data[one.end() :]


def _pieces(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    """Lines, tags or words: one taken out, told twice, changed with its neighbour, or put somewhere else."""
    mark = _BETWEEN[c % len(_BETWEEN)]
    pieces = data.split(mark)
    at = a % len(pieces)
    match b % 4:
        case 0:
            del pieces[at]
        case 1:
            pieces.insert(at, pieces[at])
        case 2:
            pieces[at : at + 2] = pieces[at : at + 2][::-1]
        case _:
            pieces.insert(c % len(pieces), pieces.pop(at))
    return mark.join(pieces)


def _token_for_piece(data: bytes, a: int, b: int, c: int, other: bytes, token: bytes) -> bytes:
    mark = _BETWEEN[c % len(_BETWEEN)]
    pieces = data.split(mark)
    pieces[a % len(pieces)] = token
    return mark.join(pieces)


_STEPS: tuple[_Step, ...] = (
    _insert, _flip, _figure, _pieces, _cut, _double, _swap, _splice, _overwrite, _token_for_piece, _end, _begin, _graft,
)  # fmt: skip


def damaged(corpus: Sequence[bytes], tokens: Sequence[bytes], most: int = 8) -> st.SearchStrategy[Bytes]:
    """A file of the corpus after up to `most` steps; `tokens`: pieces that mean something in its format."""
    where = st.integers(0, 2**16 - 1)
    files = st.sampled_from(corpus)
    step = st.tuples(st.sampled_from(_STEPS), where, where, where, files, st.sampled_from(tokens))
    return st.builds(_after, files, st.lists(step, min_size=1, max_size=most))


def _after(data: bytes, steps: Sequence[tuple[_Step, int, int, int, bytes, bytes]]) -> Bytes:
    for step, a, b, c, other, token in steps:
        if not data or len(data) > _MOST:
            break
        data = step(data, a, b, c, other, token)
    return Bytes(data[:_MOST])


def damaged_archive(
    corpus: Sequence[bytes], tokens: Sequence[bytes], parts: Callable[[str], bool] = lambda name: True
) -> st.SearchStrategy[Bytes]:
    """A zip of the corpus that is whole, while one or two of its parts are not."""
    archives = [_parts(data) for data in corpus]
    every = [data for found in archives for data in found.values()]
    pieces = {name: [f[name] for f in archives if name in f] for found in archives for name in found if parts(name)}
    one = st.sampled_from(sorted(pieces)).flatmap(
        lambda name: st.tuples(st.just(name), damaged([*pieces[name], *every[:1]], tokens))
    )
    return st.builds(_with, st.sampled_from(archives), st.lists(one, min_size=1, max_size=2))


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with(parts: Mapping[str, bytes], changes: Sequence[tuple[str, bytes]]) -> Bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in {**parts, **dict(changes)}.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return Bytes(out.getvalue())
