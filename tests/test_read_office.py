"""DOC, ODT and RTF files, made here: what LibreOffice makes of them, and what becomes of the others where it fails."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from extract import extract
from extract.cli import main
from extract.model import InputError
from extract.read import fields, office, prepare, read
from tests import test_read_docx as word
from tests.support import REAL, SHARED

needs_office = pytest.mark.skipif(office.find() is None, reason="LibreOffice is not installed")
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="scripts on the path are a matter of POSIX")
FORMATS = SHARED / "reports" / "formats"
needs_reports = pytest.mark.skipif(not FORMATS.is_dir(), reason="../shared/reports is not here")


def rtf(*paragraphs: str) -> bytes:
    return ("{\\rtf1\\ansi " + "\\par\n".join(paragraphs) + "\\par}").encode()


def odt(body: str, *, mimetype: bool = True, manifest: str = "") -> bytes:
    kind = "application/vnd.oasis.opendocument.text"
    names = ("office", "text", "table", "style")
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in names)
    spaces += ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    spaces += ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    return word.archive(
        ({"mimetype": kind} if mimetype else {})
        | {
            "content.xml": f'<office:document-content {spaces} office:version="1.2"><office:body><office:text>{body}'
            "</office:text></office:body></office:document-content>",
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{manifest}</manifest:file-entry>'
            "</manifest:manifest>",
        }
    )


def stored(data: bytes) -> bytes:
    """The same archive with its mimetype as the standard wants it: first, and not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info), zipfile.ZIP_STORED if info.filename == "mimetype" else None)
    return out.getvalue()


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def saved_as(kind: str, path: Path) -> Path:
    """A file as LibreOffice saves it in another format, in the folder of the file."""
    profile = (path.parent / "profile").as_uri()
    command = [office.find() or "", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(path.parent), str(path)], capture_output=True, check=True, timeout=120)
    return path.with_suffix(f".{kind}")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of the program, to see what it leaves there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


# ---------------------------------------------------------------------- what is read


@needs_office
def test_one_file_of_each_kind(tmp_path: Path, temporary: Path) -> None:
    """Format and hash are those of the file itself, and nothing is left behind."""
    words = "1. The Committee met on 3 May 2005."
    files = [
        write(tmp_path, "a.rtf", rtf(words)),
        write(tmp_path, "b.odt", stored(odt(f"<text:p>{words}</text:p>"))),
        write(tmp_path, "without_mimetype.odt", odt(f"<text:p>{words}</text:p>", mimetype=False)),
    ]
    files.append(saved_as("doc", files[0]))
    for path, kind in zip(files, ("rtf", "odt", "odt", "doc"), strict=True):
        source = read(path)
        assert (source.name, source.format, source.text) == (path.name, kind, f"{words}\n")
        assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert not list(temporary.iterdir())


@needs_office
def test_the_content_decides_not_the_suffix(tmp_path: Path) -> None:
    rich, open_, new = rtf("met"), stored(odt("<text:p>met</text:p>")), word.word(word.p("met"))
    old = saved_as("doc", write(tmp_path, "x.rtf", rich)).read_bytes()
    cases = {
        "a.doc": (rich, "rtf"),
        "b.txt": (rich, "rtf"),
        "c.docx": (open_, "odt"),
        "d.doc": (open_, "odt"),
        "e.docx": (old, "doc"),
        "f.rtf": (old, "doc"),
        "g.odt": (new, "docx"),
        "h.doc": (b"<!DOCTYPE html><html><body><p>met</p></body></html>", "html"),
    }
    paths = {write(tmp_path, name, data): kind for name, (data, kind) in cases.items()}
    with prepare(paths) as stand_ins:
        assert {p.name for p in stand_ins} == {n for n, (_, kind) in cases.items() if kind in ("doc", "odt", "rtf")}
        for path, kind in paths.items():
            source = read(path, stand_in=stand_ins.get(path))
            assert (source.format, source.text) == (kind, "met\n"), path.name


def package(data: bytes) -> bytes:
    """A Word file of `word.word` with what other programs want in it."""
    out = io.BytesIO()
    office_ = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = [n for n in old.namelist() if n.startswith("word/") and n.endswith(".xml") and "document" not in n]
        types = {"/word/document.xml": "document.main"} | {f"/{n}": re.sub(r"\d", "", n[5:-4]) for n in parts}
        overrides = "".join(
            f'<Override PartName="{n}" ContentType="{office_}.{kind}+xml"/>' for n, kind in types.items()
        )
        rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        space = "http://schemas.openxmlformats.org/package/2006"
        main_ = f'<Relationship Id="a" Type="{word.R}/officeDocument" Target="word/document.xml"/>'
        new.writestr("[Content_Types].xml", f'<Types xmlns="{space}/content-types">{rels}{overrides}</Types>')
        new.writestr("_rels/.rels", f'<Relationships xmlns="{space}/relationships">{main_}</Relationships>')
        for name in [n for n in old.namelist() if n.startswith("word/")]:
            content = (
                old.read(name).decode().replace("<Relationships>", f'<Relationships xmlns="{space}/relationships">')
            )
            root = "hdr" if "header" in name else "ftr"
            new.writestr(name, content.replace("<w:part ", f"<w:{root} ").replace("</w:part>", f"</w:{root}>"))
    return out.getvalue()


def rich() -> bytes:
    """Automatic numbers, footnotes, merged cells, tracked changes, hidden words, a header and a footer."""
    p, r, run, item, tc, tr = word.p, word.r, word.run, word.item, word.tc, word.tr

    def cell(content: str, more: str = "", width: int = 3000) -> str:
        return tc(content, f'<w:tcW w:w="{width}" w:type="dxa"/>{more}')

    def mark(number: int) -> str:
        return run(f'<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/>')

    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    rows = (
        tr(cell("Date"), cell("Participants"), cell("Subject"))
        + tr(cell("6-9 May"), cell("Visit", '<w:gridSpan w:val="2"/>', 6000))
        + tr(cell("10 May", '<w:vMerge w:val="restart"/>'), cell("Members"), cell("Iraq"))
        + tr(cell("", "<w:vMerge/>"), cell(f"<w:p>{r('Others')}{mark(3)}</w:p>"), cell("Chad"))
        + tr(cell("12 May"), cell("Two lines"), cell(p("a") + p("b")))
    )
    by = 'w:author="x" w:date="2006-01-01T00:00:00Z"'
    deleted = f'<w:del w:id="6" {by}><w:r><w:delText>old </w:delText></w:r></w:del>'
    body = (
        word.of("Heading1", "Introduction") + item("The Committee met.", 1) + item("first", 1, 1) + item("second", 1, 1) + item("deep", 1, 2)
        + f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{r("It agreed")}{mark(2)}{r(" on all.")}</w:p>'
        + f"<w:p>{run('<w:t>13.</w:t><w:tab/><w:t>A typed number.</w:t>')}</w:p><w:tbl>{grid}{rows}</w:tbl>" + p("After the table.")
        + f'<w:p>{r("The ")}<w:ins w:id="5" {by}>{r("new ")}</w:ins>{deleted}{r("text")}{r(" JOB NO", "<w:vanish/>")}</w:p>'
        + item("Last.", 1) + word.of("Para", "numbered by its style")
        + '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    )  # fmt: skip
    notes = word.note("footnote", 2, "See S/2006/1.") + word.note("footnote", 3, "Second.")
    for number, kind in ((1, "continuationSeparator"), (0, "separator")):
        notes = f'<w:footnote w:type="{kind}" w:id="{number}">{p()}</w:footnote>{notes}'
    footer = f"<w:p>{r('06-65943 (E) ')}{word.field('PAGE', r('3'))}</w:p>"
    numbering = word.OUTLINE + word.num(1, 0)
    return package(
        word.word(
            body, styles=word.STYLES, numbering=numbering, footnotes=notes, header1=p("S/2006/972"), footer1=footer
        )
    )


@needs_office
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_nothing_is_lost_on_the_way(kind: str, tmp_path: Path) -> None:
    path = write(tmp_path, "report.docx", rich())
    source, other = read(path), read(saved_as(kind, path))
    assert "2. It agreed on all.\n1 See S/2006/1.\n" in source.text and "4. numbered by its style" in source.text
    assert other.text == source.text and other.blocks == source.blocks


@needs_office
@needs_reports
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_the_given_report_gives_the_records_of_its_text(kind: str, tmp_path: Path) -> None:
    path = FORMATS / f"un_typed.{kind}"
    if kind == "rtf":
        path = saved_as(kind, write(tmp_path, "un_typed.docx", (FORMATS / "un_typed.docx").read_bytes()))
    text, other = extract(REAL).rows, extract(path).rows
    places = ("char_start", "char_end", "document_id", "text", "date_text", "explanation")
    for table in (
        "meetings", "meeting_sources", "participants", "missions", "meeting_missions", "references", "discrepancies", "claims"
    ):  # fmt: skip
        left, right = (
            [{k: _flat(v) for k, v in row.items() if k not in places} for row in rows[table]] for rows in (text, other)
        )
        assert left == right, table
    numbered = [
        [(s["part"], s["kind"], s["number"]) for s in rows["segments"] if s["kind"] in ("paragraph", "subparagraph")]
        for rows in (text, other)
    ]
    assert numbered[0] == numbered[1]
    assert other["documents"][0]["source_format"] == kind


def _flat(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


# ---------------------------------------------------------------------- fields, links


def rtf_field(instruction: str, result: str) -> str:
    return "{\\field{\\*\\fldinst {\\rtlch\\fcs1 \\af0  " + instruction + " }}{\\fldrslt {\\lang1033 " + result + "}}}"


@needs_office
def test_fields_keep_the_words_that_were_saved(tmp_path: Path) -> None:
    """LibreOffice would put in today's date, and the name of a temporary file."""
    year = time.strftime("%Y")
    inside = [rtf_field('DATE \\\\@ "yyyy"', "1999"), rtf_field("FILENAME", "job.doc"), rtf_field("TITLE", "A title")]
    path = write(tmp_path, "report.rtf", rtf("met " + ", ".join(inside)))
    assert read(path).text == "met 1999, job.doc, A title\n"
    old = saved_as("doc", path)  # here LibreOffice has put them in; no other program writes such a file for us
    data = old.read_bytes()
    for then, now in ((year, "1999"), ("report.rtf", "old_job.do")):
        assert then.encode("utf-16-le") in data
        data = data.replace(then.encode("utf-16-le"), now.encode("utf-16-le"))
    assert read(write(tmp_path, "old.doc", data)).text.startswith("met 1999, old_job.do,")
    body = (
        '<text:p>met <text:date text:date-value="1999-05-03">3 May 1999</text:date>, <text:file-name text:display="full">'
        "job.odt</text:file-name> <text:title/>on page <text:page-number>1</text:page-number></text:p>"
    )
    assert read(write(tmp_path, "fields.odt", stored(odt(body)))).text == "met 3 May 1999, job.odt on page 1\n"


@needs_office
def test_nothing_is_fetched(tmp_path: Path) -> None:
    """Neither a file of this machine nor anything from a network."""
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    secret = write(tmp_path, "secret.txt", b"a secret").as_uri()
    with HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        there = f"http://127.0.0.1:{server.server_port}"
        sections = "".join(
            f'<text:section text:name="s{n}"><text:section-source xlink:href="{link}" xlink:type="simple"/>'
            "<text:p>as it was</text:p></text:section>"
            for n, link in enumerate((secret, f"{there}/section.txt"))
        )
        image = (
            '<text:p><draw:frame svg:width="2cm" svg:height="2cm">'
            f'<draw:image xlink:href="{there}/image.png" xlink:type="simple"/></draw:frame>end</text:p>'
        )
        linked = rtf(
            "met", rtf_field(f'INCLUDETEXT "{secret}"', "as it was"), "{\\*\\template " + there + "/t.dotx}end"
        )
        assert read(write(tmp_path, "a.odt", stored(odt(sections + image)))).text == "as it was\nas it was\nend\n"
        assert read(write(tmp_path, "b.rtf", linked)).text == "met\nas it was\nend\n"
        server.shutdown()
    assert asked == []


# ---------------------------------------------------------------------- a LibreOffice that fails

# It converts one file after the other, as LibreOffice does, and says what LibreOffice says.
PROGRAM = """#!{python}
import os, re, subprocess, sys, time, zipfile
from pathlib import Path
here = Path({here!r})
arguments = sys.argv[1:]
with (here / "starts").open("a") as log:
    print(os.getpid(), file=log)
out = Path(arguments[arguments.index("--outdir") + 1])
for name in arguments[arguments.index("--outdir") + 2 :]:
    text = re.sub(r"[{{]\\\\rtf1\\\\ansi |\\\\par|[{{}}]", "", Path(name).read_text())
    if "HANGS" in text:
        child = subprocess.Popen(["sleep", "600"])
        (here / "child").write_text(str(child.pid))
        time.sleep(600)
    if "CRASHES" in text:
        os.kill(os.getpid(), 11)
    if "STOPS" in text:
        sys.exit(0)
    if "SILENT" in text:
        continue
    if "SKIPPED" in text:
        print("Error: source file could not be loaded", file=sys.stderr, flush=True)
        continue
    made = out / (Path(name).stem + ".docx")
    print(f"convert {{name}} -> {{made}} using filter : Office Open XML Text", flush=True)
    if "HALF" in text:
        made.write_bytes(b"PK\\3\\4 half a file")
        os._exit(1)
    with zipfile.ZipFile(made, "w") as z:
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        z.writestr("word/document.xml", f"<w:document {{space}}><w:body><w:p><w:r><w:t>{{text}}</w:t></w:r></w:p></w:body></w:document>")
"""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a LibreOffice that is first on the path; `starts` holds a line for each of its processes."""
    folder = tmp_path / "program"
    path = write(folder, "soffice", PROGRAM.format(python=sys.executable, here=str(folder)).encode())
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(office, "_SECONDS", 4.0)
    return folder


def starts(folder: Path) -> int:
    return len((folder / "starts").read_text().split())


def texts(paths: list[Path]) -> list[str]:
    """The text of each file, or why there is none."""
    found = []
    with prepare(paths) as stand_ins:
        for path in paths:
            try:
                found.append(read(path, stand_in=stand_ins[path]).text.strip())
            except InputError as error:
                assert error.stage == "read" and "\n" not in error.message and "docx" in error.message
                found.append(error.message)
    return found


@needs_posix
def test_one_process_for_many_files(tmp_path: Path, program: Path, temporary: Path) -> None:
    """Also of files whose names are equal in all but the folder, or the suffix."""
    names = ["a/x.rtf", "b/x.rtf", "b/x.doc", "c/x y; z.rtf", *(f"{n}.rtf" for n in range(20))]
    paths = [write(tmp_path, name, rtf(f"text of {name}")) for name in names]
    assert texts(paths) == [f"text of {name}" for name in names]
    assert starts(program) == 1
    assert not list(temporary.iterdir())


@needs_posix
@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("HANGS", "come to an end"),
        ("CRASHES", "crashes"),
        ("STOPS", "cannot read"),
        ("SILENT", "cannot read"),
        ("SKIPPED", "cannot read"),
        ("HALF", "crashes"),
    ],
)
@pytest.mark.parametrize("at", [(0,), (4,), (1, 2)], ids=str)
def test_a_bad_file_harms_no_other(fault: str, says: str, at: tuple[int, ...], tmp_path: Path, program: Path) -> None:
    paths = [write(tmp_path, f"{n}.rtf", rtf(fault if n in at else f"good {n}")) for n in range(5)]
    for n, found in enumerate(texts(paths)):
        assert says in found if n in at else found == f"good {n}"


@needs_posix
def test_faults_of_all_kinds_in_one_run(tmp_path: Path, program: Path) -> None:
    words = ["good", "SKIPPED", "HANGS", "good", "SILENT", "CRASHES", "SKIPPED", "HALF", "good", "STOPS", "good"]
    found = texts([write(tmp_path, f"{n}.rtf", rtf(w)) for n, w in enumerate(words)])
    assert [f == "good" for f in found] == [w == "good" for w in words]


@needs_posix
def test_a_process_that_hangs_is_ended_with_all_it_started(tmp_path: Path, program: Path) -> None:
    texts([write(tmp_path, "a.rtf", rtf("HANGS"))])
    for pid in (int((program / "child").read_text()), int((program / "starts").read_text())):
        _wait_for_the_end(pid)


def _wait_for_the_end(pid: int) -> None:
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        status = Path(f"/proc/{pid}/stat")
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            return  # it has ended, and only waits for somebody to ask
        time.sleep(0.05)
    pytest.fail(f"process {pid} lives on")


@needs_posix
def test_a_program_that_cannot_be_started(tmp_path: Path, program: Path) -> None:
    (program / "soffice").write_bytes(b"\0 no program")
    assert "cannot be started" in texts([write(tmp_path, "a.rtf", rtf("x"))])[0]


def test_without_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What to install is said, and the other reports are extracted."""
    monkeypatch.setattr(office, "find", lambda: None)
    raw = tmp_path / "raw"
    for name, data in {"a.rtf": rtf("x"), "b.odt": stored(odt("<text:p>x</text:p>")), "c.doc": old_word()}.items():
        write(raw, name, data)
    write(raw, REAL.name, REAL.read_bytes())
    output = tmp_path / "output"
    assert main(["run", str(raw), "--output", str(output), "--quiet"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3 and all("libreoffice-writer" in line and ".docx" in line for line in lines)
    with (output / "csv" / "documents.csv").open(encoding="utf-8", newline="") as file:
        assert [d["source_file"] for d in csv.DictReader(file)] == [REAL.name]


def test_where_it_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    elsewhere = office.find()
    assert elsewhere is None or not elsewhere.startswith(str(tmp_path))
    program = write(tmp_path, "libreoffice.exe" if sys.platform == "win32" else "libreoffice", b"#!/bin/sh\n")
    program.chmod(0o755)
    assert Path(office.find() or "") == program


# ---------------------------------------------------------------------- whole runs


@needs_posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run(jobs: str, tmp_path: Path, program: Path, temporary: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw, output = tmp_path / "raw", tmp_path / "output"
    words = "1. The Committee met on 3 May 2005 with the members."
    for name in ("a/x.rtf", "b/x.rtf", "c.rtf"):
        write(raw, name, rtf(words))
    write(raw, "d.rtf", rtf("CRASHES"))
    write(raw, "e.txt", words.encode())
    write(raw, "README.md", b"# About these files\n")
    assert main(["run", str(raw), "--output", str(output), "--jobs", jobs, "--quiet"]) == 1
    assert capsys.readouterr().err.count("\n") == 2
    with (output / "csv" / "documents.csv").open(encoding="utf-8", newline="") as file:
        found = [(d["source_file"], d["source_format"], d["n_paragraphs"]) for d in csv.DictReader(file)]
    assert found == [("a/x.rtf", "rtf", "1"), ("b/x.rtf", "rtf", "1"), ("c.rtf", "rtf", "1"), ("e.txt", "txt", "1")]
    with (output / "csv" / "rejected.csv").open(encoding="utf-8", newline="") as file:
        assert [r["source_file"] for r in csv.DictReader(file)] == ["README.md", "d.rtf"]
    assert starts(program) == 1 and not [p for p in temporary.iterdir() if p.name.startswith("unreports-")]


@needs_office
def test_a_run_with_libreoffice_itself(tmp_path: Path, temporary: Path) -> None:
    raw, output = tmp_path / "raw", tmp_path / "output"
    words = "1. The Committee met on 3 May 2005 with the members."
    write(raw, "a/x.rtf", rtf(words))
    write(raw, "b/x.odt", stored(odt(f"<text:p>{words}</text:p>")))
    write(raw, "c/x.rtf", rtf(words.replace("3 May", "4 May")))
    write(raw, "damaged.odt", stored(odt(f"<text:p>{words}</text:p>"))[:700])
    write(raw, "damaged.rtf", b"{\\rtf1\\ansi{\\bin99999 " + bytes(range(256)))
    assert main(["run", str(raw), "--output", str(output), "--quiet"]) == 1
    with (output / "csv" / "documents.csv").open(encoding="utf-8", newline="") as file:
        assert [d["source_file"] for d in csv.DictReader(file)] == ["a/x.rtf", "b/x.odt", "c/x.rtf"]
    with (output / "csv" / "rejected.csv").open(encoding="utf-8", newline="") as file:
        assert [r["source_file"] for r in csv.DictReader(file)] == ["damaged.odt", "damaged.rtf"]
    assert not list(temporary.iterdir())


@needs_posix
def test_stopped_from_the_keyboard(tmp_path: Path, program: Path, temporary: Path) -> None:
    """No process and no file stays behind."""
    path = write(tmp_path, "a.rtf", rtf("HANGS"))
    command = [sys.executable, "-m", "extract", "run", str(path), "--output", str(tmp_path / "output")]
    # A suite that runs in the background of a shell has the keyboard's signal ignored, and its children too.
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    finally:
        signal.signal(signal.SIGINT, heard)
    with process:
        for _ in range(1200):
            if (program / "child").exists():
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert "stopped" in process.communicate(timeout=60)[1]
    assert process.returncode == 130 and not list(temporary.iterdir())
    _wait_for_the_end(int((program / "starts").read_text()))


# ---------------------------------------------------------------------- what is refused


def old_word(*, protected: bool = False, stream: str = "WordDocument") -> bytes:
    """The header, the directory and the first bytes of the stream of an old Office file."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + struct.pack("<H", 9)
    name = stream.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HBB", 2 * len(stream) + 2, 2, 1)
    entry = name.ljust(116, b"\0") + struct.pack("<II", 1, 4096)
    information = b"\xec\xa5\xc1\0".ljust(10, b"\0") + (b"\xf0\x13" if protected else b"\xf0\x12")
    return header.ljust(512, b"\0") + entry.ljust(512, b"\0") + information.ljust(4096, b"\0")


def other_odf(kind: str) -> bytes:
    return stored(word.archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"}))


REFUSED = {
    "a Word file with a password": ("report.doc", old_word(protected=True), "password"),
    "a text with a password": (
        "report.odt",
        stored(odt("", manifest='<manifest:encryption-data manifest:checksum="x"/>')),
        "password",
    ),
    "an old spreadsheet": ("report.xls", old_word(stream="Workbook"), "spreadsheet"),
    "an old spreadsheet as .doc": ("report.doc", old_word(stream="Workbook"), "spreadsheet"),
    "an old presentation": ("report.ppt", old_word(stream="PowerPoint Document"), "presentation"),
    "a spreadsheet": ("report.xlsx", word.archive({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
    "a spreadsheet as .docx": ("report.docx", word.archive({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
    "an open spreadsheet": ("report.ods", other_odf("spreadsheet"), "spreadsheet"),
    "an open spreadsheet as .odt": ("report.odt", other_odf("spreadsheet"), "spreadsheet"),
    "an open presentation": ("report.odp", other_odf("presentation"), "presentation"),
    "a drawing": ("report.odg", other_odf("graphics"), "drawing"),
    "an image as .doc": ("report.doc", b"\x89PNG\r\n\x1a\n" + bytes(60), "image"),
    "an image as .odt": ("report.odt", b"\xff\xd8\xff" + bytes(60), "image"),
    "words as .rtf": ("report.rtf", b"The Committee met.", "no RTF"),
    "words as .doc": ("report.doc", b"The Committee met.", "no Word"),
    "WordPerfect": ("report.doc", b"\xffWPC" + bytes(60), "WordPerfect"),
    "notes about the files": ("README.md", b"# About\n", ".md"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_refused(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each by what it is, without LibreOffice being asked."""
    monkeypatch.setattr(office, "find", lambda: pytest.fail("LibreOffice is asked"))
    name, data, says = REFUSED[what]
    path = write(tmp_path, name, data)
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.stage == "read" and says in caught.value.message and "\n" not in caught.value.message
    assert "save" in caught.value.message


def test_a_bomb_is_refused_before_libreoffice_unpacks_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find", lambda: pytest.fail("LibreOffice is asked"))
    monkeypatch.setattr(fields, "_MOST", 1_000_000)
    path = write(tmp_path, "report.odt", stored(odt("<text:p/>" * 150_000)))
    with pytest.raises(InputError, match="unpacks to more than"):
        read(path)
