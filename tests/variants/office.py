"""What LibreOffice makes of the Word files; one process for many."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice") or ""
_FILTERS = {
    "pdf": "pdf", "odt": "odt", "rtf": "rtf", "doc": "doc:MS Word 97", "html": "html:HTML (StarWriter)",
    "docx": "docx:MS Word 2007 XML",
}  # fmt: skip


def convert(files: Mapping[str, bytes], suffix: str, *, seconds: float = 600) -> dict[str, bytes]:
    """Word files by their names, each as LibreOffice saves it under this suffix.

    Raises:
        RuntimeError: LibreOffice did not write one of them.
    """
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        for name, data in files.items():
            (at / f"{name}.docx").write_bytes(data)
        call = [SOFFICE, f"-env:UserInstallation={(at / 'profile').as_uri()}", "--headless", "--norestore"]
        call += ["--convert-to", _FILTERS[suffix], "--outdir", str(at / "out"), *(str(at / f"{n}.docx") for n in files)]
        done = subprocess.run(call, capture_output=True, text=True, timeout=seconds, check=False)
        made = {n: at / "out" / f"{n}.{suffix}" for n in files}
        if missing := [n for n, path in made.items() if not path.is_file()]:
            raise RuntimeError(f"LibreOffice wrote no {suffix} of {', '.join(missing)}: {done.stderr.strip()[-300:]}")
        return {n: path.read_bytes() for n, path in made.items()}
