"""The same inputs give the same record, byte for byte, in any order and with any workers."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.demo import AFFAIR

from tellings.flow import counter
from tellings.keep.store import Store
from tellings.keep.verify import Checks, prove
from tellings.run.build import Options, add, build
from tellings.tell.export import export


def exported(record: Path) -> dict[str, bytes]:
    with Store.open(record, readonly=True) as store:
        written = export(store.record(), record.parent / f"{record.name}-export")
    return {path.name: path.read_bytes() for path in written}


@pytest.fixture(scope="module")
def files_of(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The affair one article a file, so that it can come in any order."""
    folder = tmp_path_factory.mktemp("parts")
    names = []
    for path in sorted(Path(AFFAIR).iterdir()):
        if path.suffix != ".jsonl":
            names.append(str(path))
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            part = folder / f"part{number}.jsonl"
            part.write_text(line + "\n", "utf-8")
            names.append(str(part))
    return names


@pytest.fixture(scope="module")
def whole(files_of: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    record = tmp_path_factory.mktemp("whole") / "record"
    build(files_of, record)
    return exported(record)


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_inputs(
    seed: int, files_of: list[str], whole: dict[str, bytes], tmp_path: Path
) -> None:
    shuffled = random.Random(seed).sample(files_of, len(files_of))
    build(shuffled, tmp_path / "record")
    assert exported(tmp_path / "record") == whole


def test_four_workers(files_of: list[str], whole: dict[str, bytes], tmp_path: Path) -> None:
    build(files_of, tmp_path / "record", Options(workers=4))
    assert exported(tmp_path / "record") == whole


def test_one_at_a_time(files_of: list[str], whole: dict[str, bytes], tmp_path: Path) -> None:
    build(files_of[:1], tmp_path / "record")
    for name in files_of[1:]:
        add([name], tmp_path / "record")
    mine = exported(tmp_path / "record")
    mine.pop("tombstones.jsonl")
    expected = {name: data for name, data in whole.items() if name != "tombstones.jsonl"}
    assert mine == expected


_BUILD = """
import sys
from pathlib import Path
from tellings.run import build as run
run._BATCH = 1
run.build(sys.argv[2:], Path(sys.argv[1]))
"""


@pytest.mark.parametrize("wait", [0.2, 0.8, 1.4])
def test_killed_build(
    wait: float, files_of: list[str], whole: dict[str, bytes], tmp_path: Path
) -> None:
    record = tmp_path / "record"
    process = subprocess.Popen([sys.executable, "-c", _BUILD, str(record), *files_of])
    deadline = time.monotonic() + 60
    while not (record / "record.sqlite").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(wait * random.Random(wait).random())
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert list(prove(record, Checks(counter))) == []
    add(files_of, record)
    mine = exported(record)
    mine.pop("tombstones.jsonl")
    assert mine == {name: data for name, data in whole.items() if name != "tombstones.jsonl"}
