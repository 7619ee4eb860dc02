"""Old Word files (DOC), OpenDocument text (ODT) and RTF: LibreOffice makes Word files of them.

One process converts many files, for to start it costs ten times what a file costs. It runs apart from a LibreOffice
that the user has open, with a profile of its own: no macros, no links, no network. Where it hangs or crashes on a
file, that file is refused, and a new process goes on with the rest.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from extract.model import InputError, Source
from extract.read import docx, fields
from extract.read.docx.package import BROKEN
from extract.read.kinds import OFFICE

_SECONDS = 60.0  # for one file; for the first of a process its start too, some 2
_BATCH = 100  # files of one process: its memory grows, and a command line is not endless
_AS_DOCX = "save the report as .docx"
_INSTALL = f"install it (Debian and Ubuntu: libreoffice-writer), or {_AS_DOCX}"
_UNREADABLE = (
    f"LibreOffice cannot read the file: it is damaged or protected; mend it in the program that made it and {_AS_DOCX}"
)
_CRASHED = f"LibreOffice crashes on the file; {_AS_DOCX}, with the program that made it"
_HANGS = "LibreOffice does not come to an end with the file within {:.0f} seconds; {}"
_NO_ROOM = "the temporary folder cannot take a copy of the file ({}); make room there, or set TMPDIR to another folder"
_OWN_GROUP: dict[str, Any] = (
    {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if sys.platform == "win32"
    else {"start_new_session": True}
)

# What LibreOffice finds in its profile: no macros, no links, and a proxy that is not there for all else.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "int", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "boolean", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "boolean", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "boolean", "true"),
    ("Office.Writer/Content/Update", "Link", "int", "2"),
    ("Office.Writer/Content/Update", "Field", "boolean", "false"),
    ("Inet/Settings", "ooInetProxyType", "int", "2"),
    ("Inet/Settings", "ooInetNoProxy", "string", ""),
    *(("Inet/Settings", f"ooInet{scheme}ProxyName", "string", "127.0.0.1") for scheme in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{scheme}ProxyPort", "int", "9") for scheme in ("HTTP", "HTTPS", "FTP")),
)
_REGISTRY = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{}
</oor:items>
"""
_ITEM = """<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse" oor:type="xs:{}">
<value>{}</value></prop></item>"""


@dataclass(frozen=True, slots=True)
class StandIn:
    """The Word file that LibreOffice made of a file, or why there is none."""

    path: Path | None = None
    refusal: str = ""


def read(name: str, data: bytes, sha256: str, kind: str, path: Path, stand_in: StandIn | None = None) -> Source:
    """The `Source` of a file that LibreOffice converts.

    Args:
        name, data, sha256: of the file itself.
        kind: one of `kinds.OFFICE`.
        path: the file.
        stand_in: what `converted` made of it; where there is none, or not on this machine, it is converted here.

    Raises:
        InputError: it cannot be converted or read; the message says what to do.
    """
    if stand_in is None or (stand_in.path is not None and not stand_in.path.exists()):
        with converted([(path, kind, data)]) as found:
            return read(name, data, sha256, kind, path, found[path])
    if stand_in.path is None:
        raise InputError("read", stand_in.refusal)
    try:
        return replace(docx.read(name, stand_in.path.read_bytes(), sha256), format=kind)
    except InputError as error:
        raise InputError(error.stage, f"as LibreOffice reads this {OFFICE[kind]} file: {error.message}") from None


@contextmanager
def converted(files: Iterable[tuple[Path, str, bytes]]) -> Iterator[dict[Path, StandIn]]:
    """Converts files, and keeps what came of it as long as the context lasts.

    Args:
        files: the path of each, its kind, its bytes.
    """
    found: dict[Path, StandIn] = {}
    room: _Room | None = None
    try:
        for path, kind, data in files:
            try:
                if _is_protected(kind, data):
                    raise InputError("read", "the file is protected by a password; save it without one")
                kept = fields.kept(kind, data)
                room = room or _Room()
                room.add(path, kind, kept)
            except InputError as error:
                found[path] = StandIn(refusal=error.message)
                continue
            except OSError as error:
                found[path] = StandIn(refusal=_NO_ROOM.format(error.strerror or error))
                continue
            if len(room.waiting) >= _BATCH:
                found |= room.convert()
        if room is not None:
            found |= room.convert()
        yield found
    finally:
        if room is not None:
            room.close()


def find() -> str | None:
    """LibreOffice's program: on the path, or where it is usually installed."""
    for name in ("soffice.com", "soffice", "libreoffice") if sys.platform == "win32" else ("soffice", "libreoffice"):
        if program := shutil.which(name):
            return program
    usual = (
        (Path("/opt"), "libreoffice*/program/soffice"),
        (Path("/Applications"), "LibreOffice*.app/Contents/MacOS/soffice"),
        (Path(os.environ.get("HOME", "/")) / "Applications", "LibreOffice*.app/Contents/MacOS/soffice"),
        (Path(os.environ.get("PROGRAMFILES", "C:/Program Files")), "LibreOffice*/program/soffice.com"),
    )
    return next((str(program) for folder, below in usual for program in sorted(folder.glob(below))), None)


def _is_protected(kind: str, data: bytes) -> bool:
    """Whether a password is needed. LibreOffice itself only says that it cannot read such a file."""
    if kind == "doc":
        shift = struct.unpack_from("<H", data, 30)[0] if len(data) > 512 else 9
        for entry in re.finditer(re.escape("WordDocument".encode("utf-16-le")), data):
            if entry.start() % 128 == 0 and entry.start() + 128 <= len(data) and shift <= 12:
                begins = (struct.unpack_from("<I", data, entry.start() + 116)[0] + 1) << shift
                magic, flags = data[begins : begins + 2], data[begins + 10 : begins + 12]
                if magic in (b"\xec\xa5", b"\xdc\xa5") and len(flags) == 2 and flags[1] & 1:
                    return True
    if kind == "odt":
        with suppress(KeyError, *BROKEN):
            archive = zipfile.ZipFile(io.BytesIO(data))
            with archive.open("META-INF/manifest.xml") as manifest:
                return b":encryption-data" in manifest.read(5_000_000)
    return False


class _Room:
    """A temporary folder in which files are converted, under numbers, for their names may be equal."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="unreports-", ignore_cleanup_errors=True)
        self._at = Path(self._folder.name)
        self._n = 0
        self.waiting: dict[Path, Path] = {}  # the file here by the file there

    def close(self) -> None:
        self._folder.cleanup()

    def add(self, path: Path, kind: str, data: bytes) -> None:
        self._n += 1
        here = self._at / f"{self._n:06}.{kind}"
        here.write_bytes(data)
        self.waiting[path] = here

    def convert(self) -> dict[Path, StandIn]:
        """What became of the files that wait; none waits afterwards."""
        program = find()
        left, refused = list(self.waiting.values()), dict[Path, str]()
        while left and program is not None:
            passed, why = self._process(program, left)
            refused |= {here: _UNREADABLE for here in left[:passed] if not _is_made(here)}
            refused |= dict.fromkeys(left[passed : passed + 1], why)
            left = left[passed + 1 :]
        found = {}
        for path, here in self.waiting.items():
            if program is None:
                what = OFFICE[here.suffix[1:]]
                refused[here] = f"{what} files are read through LibreOffice, which is not installed; {_INSTALL}"
            found[path] = StandIn(refusal=refused[here]) if here in refused else StandIn(_made(here))
            with suppress(OSError):
                here.unlink()
        self.waiting = {}
        return found

    def _process(self, program: str, files: Sequence[Path]) -> tuple[int, str]:
        """Lets one process convert: how many files it got through, and what is wrong with the next one."""
        log = self._at / "log"
        try:
            process = self._start(program, files, log)
        except OSError as error:
            return 0, f"LibreOffice cannot be started ({error.strerror or error}); install it anew, or {_AS_DOCX}"
        passed, why, deadline = 0, "", time.monotonic() + _SECONDS
        try:
            while process.poll() is None and not why:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(0.05)
                if (now := _passed(files, log)) > passed:
                    passed, deadline = now, time.monotonic() + _SECONDS
                elif time.monotonic() > deadline:
                    why = _HANGS.format(_SECONDS, _AS_DOCX)
        finally:
            _end(process)
        return _passed(files, log), why or (_CRASHED if process.returncode else _UNREADABLE)

    def _start(self, program: str, files: Sequence[Path], log: Path) -> subprocess.Popen[bytes]:
        options = ("--headless", "--invisible", "--norestore", "--nolockcheck", "--nologo", "--nodefault")
        profile = f"-env:UserInstallation={self._profile().as_uri()}"
        command = [program, profile, *options, "--convert-to", "docx", "--outdir", str(self._at), *map(str, files)]
        with log.open("wb") as sink:
            return subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.STDOUT, cwd=self._at, **_OWN_GROUP
            )

    def _profile(self) -> Path:
        """A new profile: one that a killed process leaves behind is not to be trusted."""
        profile = Path(tempfile.mkdtemp(prefix="profile-", dir=self._at))
        (profile / "user").mkdir()
        items = "\n".join(_ITEM.format(*setting) for setting in _SETTINGS)
        (profile / "user" / "registrymodifications.xcu").write_text(_REGISTRY.format(items), encoding="utf-8")
        return profile


def _made(here: Path) -> Path:
    return here.with_suffix(".docx")


def _is_made(here: Path) -> bool:
    """Whether the Word file of a file is there, as a whole: the end of an archive is written last."""
    return zipfile.is_zipfile(_made(here))


def _passed(files: Sequence[Path], log: Path) -> int:
    """How many files LibreOffice got through; it takes them one by one.

    It names a file when it has read it, and says of one that it cannot read that it could not be loaded, without its
    name. What it does not say, the files that are there show.
    """
    place = {file.name: n for n, file in enumerate(files)}
    passed = 0
    for line in log.read_bytes().decode("utf-8", "replace").splitlines():
        if line.startswith("convert ") and (name := re.search(r"\b\d{6}\.(?:doc|odt|rtf)\b", line)):
            n = place.get(name[0], 0)
            passed = n + 1 if _is_made(files[n]) else n
        elif "could not be loaded" in line:
            passed += 1
    while passed < len(files) and any(map(_is_made, files[passed : passed + 20])):
        passed += 1
    return min(passed, len(files))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process with all that it has started."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
