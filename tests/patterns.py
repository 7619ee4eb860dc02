"""Every regular expression of the package, and strings that would make a careless one take time without end.

A pattern is found where the source calls `re`: its expression is read from the source and evaluated with the names of
its module and, as far as they can be known, of its function. What only a run could know stands in `EXAMPLES`.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import extract

_FLAGS_AT = {"compile": 1, "search": 2, "match": 2, "fullmatch": 2, "findall": 2, "finditer": 2}
_FLAGS_AT |= {"split": 3, "sub": 4, "subn": 4}
# Names that have a value in a run only.
EXAMPLES: dict[str, dict[str, Any]] = {
    "extract.assemble.holders.holder": {"s": "the Committee"},
    "extract.assemble.words": {"words": ("meeting", "session of the Committee")},
    "extract.corrections.compare": {"table": type("Table", (), {"name": "meetings"})},
    "extract.read.kinds": {"name": "WordDocument"},
    "extract.read.web": {"prefix": re.match("()", "")},
    "extract.recognise.conveyed": {"name": "Contact Group"},
    "extract.recognise.bodies": {"h": "Security Council", "shorts": ("Committee", "Council")},
    "extract.segment.notes": {"number": "12"},
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression and where the source has it."""

    place: str  # "assemble/cues.py:20"
    name: str  # of the constant that holds it; else of the function it stands in
    text: str | bytes
    flags: int
    ways: frozenset[str]  # the methods that are called on it


def modules() -> Iterator[tuple[str, dict[str, Any], Path]]:
    """Name, names and file of each module of the package."""
    for found in pkgutil.walk_packages(extract.__path__, "extract."):
        if not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            yield found.name, vars(module), Path(str(module.__file__))


def patterns() -> tuple[list[Pattern], list[str]]:
    """The patterns of the package, and the places of those whose text is not known."""
    out: dict[tuple[str | bytes, int], Pattern] = {}
    unknown: list[str] = []
    root = Path(extract.__path__[0])
    found = [(name, names, path, ast.parse(path.read_text(encoding="utf-8"))) for name, names, path in modules()]
    ways = _ways({name: tree for name, *_, tree in found})
    for name, names, path, tree in found:
        examples = EXAMPLES.get(name, {})
        for call, owner, inside in _calls(tree, "", None):
            place = f"{path.relative_to(root).as_posix()}:{call.lineno}"
            way = call.func.attr  # type: ignore[attr-defined]
            given = [k.value for k in call.keywords if k.arg == "flags"] + call.args[_FLAGS_AT[way] :]
            try:
                text = _value(call.args[0], names, inside, examples)
                known = int(_value(given[0], names, inside, examples)) if given else 0
            except Exception:
                text, known = None, 0
            if isinstance(text, str | bytes):
                used = ways.get((name, owner), {"search"}) if way == "compile" else {way}
                earlier = out[text, known].ways if (text, known) in out else set()
                out[text, known] = Pattern(place, owner, text, known, frozenset(used | earlier))
            else:
                unknown.append(f"{place} {ast.unparse(call)[:100]}")
    return list(out.values()), unknown


def _ways(trees: dict[str, ast.Module]) -> dict[tuple[str, str], set[str]]:
    """For each name of a module, the methods of a pattern that the package calls on it: `_X.match(…)`, `_x().sub(…)`."""
    out: dict[tuple[str, str], set[str]] = {}
    for module, tree in trees.items():
        home = {}  # what stands here for a name of another module
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                home |= {a.asname or a.name: (str(node.module), a.name) for a in node.names}
        methods: dict[int, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in _FLAGS_AT:
                methods[id(node.value.func if isinstance(node.value, ast.Call) else node.value)] = node.attr
        for node in ast.walk(tree):
            way = methods.get(id(node), "search")  # handed on, it is used somehow
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                out.setdefault(home.get(node.id, (module, node.id)), set()).add(way)
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in home:
                of = ".".join(home[node.value.id])  # `from extract.assemble import words`, `words.pattern()`
                out.setdefault((of, node.attr), set()).add(way)
    return out


def _calls(node: ast.AST, owner: str, inside: ast.AST | None) -> Iterator[tuple[ast.Call, str, ast.AST | None]]:
    """Each call of `re`, with the name that it goes by and the function it stands in."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        owner, inside = node.name, node
    elif isinstance(node, ast.Assign | ast.AnnAssign) and inside is None:
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        owner = target.id if isinstance(target, ast.Name) else owner
    func = node.func if isinstance(node, ast.Call) else None
    if isinstance(func, ast.Attribute) and func.attr in _FLAGS_AT and getattr(func.value, "id", "") == "re":
        yield node, owner, inside  # type: ignore[misc]
    for part in ast.iter_child_nodes(node):
        yield from _calls(part, owner, inside)


def _value(node: ast.expr, names: dict[str, Any], inside: ast.AST | None, examples: dict[str, Any]) -> Any:
    """What an expression stands for; of its function, only what it names is evaluated.

    Raises:
        Exception: only a run can know.
    """
    known = dict(examples)
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id not in known and inside is not None:
            for a in ast.walk(inside):
                if isinstance(a, ast.Assign) and isinstance(a.targets[0], ast.Name) and a.targets[0].id == part.id:
                    known[part.id] = _value(a.value, names, inside, examples)
                    break
                if isinstance(a, ast.Assign) and isinstance(a.targets[0], ast.Tuple):
                    for target, value in zip(a.targets[0].elts, getattr(a.value, "elts", ()), strict=False):
                        if isinstance(target, ast.Name) and target.id == part.id:
                            known[part.id] = _value(value, names, inside, examples)
    return eval(compile(ast.Expression(node), "pattern", "eval"), names, known)


# ---------------------------------------------------------------------- what is hard on a pattern

# One unit a line between bars, with its blanks.
UNITS = [
    "a",
    "A",
    "1",
    " ",
    "\t",
    "\n",
    "(",
    ")",
    "[",
    '"',
    "“",
    "-",
    "–",
    ".",
    ",",
    "/",
    "_",
    "é",
    "=",
    "A.",
    "A-",
    "a-",
    "Ab ",
    "a ",
    "A ",
    "1 ",
    "1. ",
    "1, ",
    "(a",
    "(a) ",
    "a, ",
    "Ab, ",
    ", ",
    ": ",
    "\x01",
    "\x01 ",
    "\n ",
    "\r\n",
    "<a ",
    "xmlns:",
    "5 May ",
    "on 5 May 2005, ",
    "the same day ",
    "of the ",
    "the ",
    "and ",
    "General ",
    "Mr. ",
    "Committee ",
    "United Nations ",
    "S/2006/",
    "meeting ",
    "5th, ",
    "five ",
    "the Committee held 5 meetings. ",
]
END = "\x00\n;!"  # what few patterns go on with; no line ends there
_MOST = 30  # units of one pattern
_SAMPLE = 60  # characters of what one pattern's part can match


def attacks(text: str | bytes, flags: int) -> list[str]:
    """Units made of the pattern's own parts: its words, its alternatives, what leads to each repetition with one turn."""
    tree = _parser.parse(text, flags)
    parts = list(dict.fromkeys(unit[:200] for unit in _units(tree, "") if unit))
    words = list(dict.fromkeys(word + " " for word in _words(tree)))
    return parts[:: len(parts) // _MOST + 1] + words[:: len(words) // _MOST + 1]


def _inside(op: Any, arg: Any) -> list[Any]:
    """The parts that a part of a pattern holds."""
    if op in _REPEATS:
        return [arg[2]]
    if op is sre.BRANCH:
        return list(arg[1])
    if op is sre.SUBPATTERN:
        return [arg[3]]
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [arg[1]]
    return [arg] if op is sre.ATOMIC_GROUP else []


_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def _words(tree: Any) -> Iterator[str]:
    """The words that a pattern has letter by letter."""
    word = ""
    for op, arg in tree:
        if op is sre.LITERAL and chr(arg).isalnum():
            word += chr(arg)
            continue
        if word:
            yield word
        word = ""
        for part in _inside(op, arg):
            yield from _words(part)
    if word:
        yield word


def _units(tree: Any, before: str) -> Iterator[str]:
    """What leads to each place of the tree where the way can fork, with what stands there."""
    for n, (op, arg) in enumerate(tree):
        if op in _REPEATS:
            least, most, body = arg
            one = _sample(body)
            if most > 3:
                yield before[-_SAMPLE:] + one
                yield one
            yield from _units(body, before)
            before += one * max(least, 1)
        elif op is sre.BRANCH:
            for way in arg[1]:
                yield _sample(way)
                if len(arg[1]) < 12:
                    yield from _units(way, before)
            before += _sample(arg[1][0])
        elif op is sre.AT and arg is sre.AT_BOUNDARY:
            if before[-1:].isalnum() and _sample(tree[n + 1 : n + 2])[:1].isalnum():
                before += " "
        else:
            for part in _inside(op, arg):
                yield from _units(part, before)
            before += _sample([(op, arg)])
    yield before[-200:]


def _sample(tree: Any) -> str:
    """A short string that a part of a pattern matches, but for what it only looks at."""
    out = ""
    for op, arg in tree:
        if op is sre.LITERAL:
            out += chr(arg)
        elif op is sre.NOT_LITERAL:
            out += "b" if arg == ord("a") else "a"
        elif op is sre.ANY:
            out += "a"
        elif op is sre.IN:
            out += _one_of(arg)
        elif op in _REPEATS:
            least, most, body = arg
            out += _sample(body) * min(max(least, 1 if most else 0), 50)
        elif op is sre.BRANCH:
            out += _sample(max(arg[1], key=lambda way: len(way)) if len(arg[1]) < 4 else arg[1][0])
        elif op in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
            out += _sample(_inside(op, arg)[0])
    return out


_CATEGORIES = {sre.CATEGORY_DIGIT: "1", sre.CATEGORY_SPACE: " ", sre.CATEGORY_WORD: "a"}
_CATEGORIES |= {sre.CATEGORY_NOT_DIGIT: "a", sre.CATEGORY_NOT_SPACE: "a", sre.CATEGORY_NOT_WORD: "-"}


def _one_of(items: Any) -> str:
    if items[0][0] is sre.NEGATE:
        one = re.compile("|".join(re.escape(chr(a)) for op, a in items if op is sre.LITERAL) or r"(?!)")
        return next(c for c in "a -,.;(1Ab\n" if not one.match(c))
    for op, arg in items:
        if op is sre.LITERAL:
            return chr(arg)
        if op is sre.RANGE:
            return chr(arg[0] if arg[0] > 31 else min(arg[1], 65))
        if op is sre.CATEGORY:
            return _CATEGORIES[arg]
    return "a"


def strings(text: str | bytes, flags: int, size: int) -> Iterator[tuple[str, str]]:
    """Strings of `size` characters to search, each with what it is made of."""
    own = attacks(text, flags)
    for unit in dict.fromkeys([*own, *UNITS]):
        whole = (unit * (size // len(unit) + 1))[:size]
        yield unit, whole + END
    # what leads in once, then the turns
    for unit in own:
        for tail in ("a", " ", "1"):
            yield f"{unit!r} then {tail!r}", unit + (tail * size)[:size] + END


def seconds(pattern: re.Pattern[Any], ways: frozenset[str], text: str | bytes) -> float:
    """The processor's time of a search through to the end; of a match at the beginning, where that is all it is for."""
    start = time.process_time()
    if not ways <= {"match", "fullmatch"}:
        for _ in pattern.finditer(text):
            pass
    if "match" in ways:
        pattern.match(text)
    if "fullmatch" in ways:
        pattern.fullmatch(text)
    return time.process_time() - start


# ---------------------------------------------------------------------- what is slow

SIZE, TIMES = 3000, 4  # characters, and how many times as many the second time
PLAIN = 40  # times of a plain scan: what takes no longer is not looked at
GROWTH = 12  # times; linear is 4, quadratic 16
LEAST = 0.001  # seconds: less is noise
HANGS = 2  # seconds of the processor


class _HangsError(Exception):
    """A search does not come to its end."""


def slow(p: Pattern, plain: float, most: int = 0) -> str:
    """What is hard on a pattern, or nothing.

    Args:
        p: the pattern.
        plain: the time of a plain scan of `SIZE` characters.
        most: the most characters that the code gives it to read, where that is fewer.
    """
    pattern = re.compile(p.text, p.flags)

    def took(text: str) -> float:
        data = text.encode("utf-8", "replace") if isinstance(p.text, bytes) else text
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        try:
            return seconds(pattern, p.ways, data)
        except _HangsError:
            return HANGS
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    limit = max(PLAIN * plain, LEAST)
    longer: dict[str, str] = {}
    for unit, text in strings(p.text, p.flags, most or SIZE):
        if took(text) <= limit or (once := min(took(text) for _ in range(5))) <= limit:
            continue
        if most:
            return f"{once:.3f} s for {most} characters of {unit!r}"
        longer = longer or dict(strings(p.text, p.flags, SIZE * TIMES))
        twice = min(took(longer[unit]) for _ in range(5)) if once < HANGS else HANGS
        if once >= HANGS or twice > GROWTH * once:
            return f"{once:.4f} s for {SIZE} characters of {unit!r}, {twice:.3f} s for {SIZE * TIMES}"
        limit = max(limit, 1.5 * once)  # it has much to try at each place, and is linear
    return ""


def main(bounded: dict[str, int]) -> None:
    """Prints each pattern that is slow, with what it is slow on; `bounded` are those that read few characters only."""

    def stop(*_: object) -> None:
        raise _HangsError

    signal.signal(signal.SIGPROF, stop)
    scan = re.compile(r"[^\s\S]")
    plain = min(seconds(scan, frozenset({"search"}), "a" * SIZE * 10) / 10 for _ in range(20))
    for p in patterns()[0]:
        if found := slow(p, plain, bounded.get(f"{p.place.split(':')[0]} {p.name}", 0)):
            print(f"{p.place} {p.name}: {found}", flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
