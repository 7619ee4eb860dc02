"""A reader whose reports do what no report should, by their names; for the tests of the engines."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

from extract.engines import Outcome, one
from extract.model import Settings


def read(path: Path, name: str, settings: Settings, stand_in: Any = None) -> Outcome:
    """`dies` ends the process; `dies_once` does so the first time; `hangs` never ends; `greedy` wants all memory."""
    if "dies_once" in name:
        mark = path.with_suffix(".died")
        if not mark.exists():
            mark.write_text("")
            os.kill(os.getpid(), signal.SIGKILL)
    elif "dies" in name:
        os._exit(3)
    elif "hangs" in name:
        time.sleep(3600)
    elif "greedy" in name:
        bytearray(settings.memory * 2)
    elif "slow" in name:
        time.sleep(0.4)
    return one(path, name, settings, stand_in)


def ends(*_: Any) -> None:
    """Ends the process."""
    os._exit(3)
