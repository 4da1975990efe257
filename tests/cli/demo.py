"""The demo affair, built once: what tests of the command line share."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from tellings.run.build import Options, build

AFFAIR = str(files("tellings") / "demo" / "affair")


def built(folder: Path, *, workers: int = 1, inputs: tuple[str, ...] = (AFFAIR,)) -> Path:
    """A record of the demo affair in `folder`."""
    build(inputs, folder, Options(workers=workers))
    return folder
