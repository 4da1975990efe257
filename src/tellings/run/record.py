"""A record by its folder: make it, add to it, load it, prove it. What the package's names call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path

from tellings.flow import counter
from tellings.keep.faults import Fault
from tellings.keep.store import Store
from tellings.keep.verify import Checks, prove
from tellings.model import Record
from tellings.run.build import Options, Outcome
from tellings.run.build import add as run_add
from tellings.run.build import build as run_build

Where = str | PathLike[str]


def build(inputs: Sequence[str], record: Where, *, workers: int = 1) -> Outcome:
    """Make a new record of files, folders and globs in the folder `record`."""
    return run_build(inputs, Path(record), Options(workers=workers))


def add(record: Where, inputs: Sequence[str], *, workers: int = 1) -> Outcome:
    """Put more articles into a record."""
    return run_add(inputs, Path(record), Options(workers=workers))


def load(record: Where) -> Record:
    """The whole record as one value."""
    with Store.open(Path(record), readonly=True) as store:
        return store.record()


def verify(record: Where) -> Iterator[Fault]:
    """Every line of a record that its stored bytes do not bear out; nothing where all hold."""
    return prove(Path(record), Checks(counter))
