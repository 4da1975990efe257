"""A build that is killed leaves a record that opens, holds, and can be gone on with."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.keep.made import affair
from tests.keep.writer import ARTICLES, BATCH, SEED, write

from tellings.keep.schema import FILE
from tellings.keep.store import Store
from tellings.keep.verify import prove, verify
from tellings.model import Groups

ROOT = Path(__file__).parents[2]
PAIRS, GROUPS = affair(SEED, ARTICLES)


def begin(folder: Path, steps: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.keep.writer", str(folder), str(steps)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def acknowledged(output: str) -> int:
    stored = [line for line in output.splitlines() if line.startswith("stored")]
    return int(stored[-1].split()[1]) if stored else 0


def prove_left(folder: Path, stored: int) -> int:
    """What a killed writer left: whole batches, at least those it told of, and all of it holds."""
    if not (folder / FILE).exists():
        assert stored == 0
        return 0
    assert list(prove(folder)) == []  # by a reader, before any writer has mended anything
    with Store.open(folder) as store:
        record = store.record()
        assert store.unmet() == (0 if record.groups == GROUPS else len(record.articles))
    found = len(record.articles)
    assert found >= stored
    assert found % BATCH == 0
    assert record.articles == {article.id: article for article, _ in PAIRS[:found]}
    assert record.marks == {marks.article: marks for _, marks in PAIRS[:found]}
    assert record.groups in (Groups(), GROUPS)
    return found


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("whole") / "record"
    write(folder)
    with Store.open(folder, readonly=True) as store:
        yield store


def test_killed_anywhere_and_gone_on_with_it_is_the_same_record(
    tmp_path: Path, uninterrupted: Store
) -> None:
    random = Random(9)
    reached = set()
    # The whole build takes about 28,000 steps: 1,000 to make the record, 14,000 to put the batches
    # in, 13,000 to derive. The kills fall into all three.
    for least in (1, 900, 5_000, 9_000, 13_000, 20_000, 26_500):
        folder = tmp_path / str(least)
        writer = begin(folder, least + random.randrange(1_000))
        output, _ = writer.communicate(timeout=60)
        found = prove_left(folder, acknowledged(output))
        reached.add((found, writer.returncode))
        write(folder)
        with Store.open(folder, readonly=True) as store:
            assert store.record() == uninterrupted.record()
            assert list(verify(store)) == []
    assert {code for _, code in reached} == {-9}
    assert len({found for found, _ in reached}) >= 5


def test_killed_from_outside_at_any_moment(tmp_path: Path, uninterrupted: Store) -> None:
    folder = tmp_path / "record"
    random = Random(3)
    stored = 0
    for _ in range(4):
        writer = begin(folder)
        assert writer.stdout is not None
        output = "".join(writer.stdout.readline() for _ in range(random.randint(1, 8)))
        writer.kill()
        output += writer.communicate(timeout=60)[0]
        stored = max(stored, acknowledged(output))
        assert prove_left(folder, stored) >= stored
    write(folder)
    with Store.open(folder, readonly=True) as store:
        assert store.record() == uninterrupted.record()
