"""Writes a made-up record batch by batch, and is killed while it does; run by test_killed.py.

Arguments: the folder, how many steps of SQLite's machine to live (0: for ever).
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from tests.keep.made import affair

from tellings.keep import schema
from tellings.keep.store import Store

SEED, ARTICLES, BATCH = 5, 24, 3


def write(folder: Path) -> None:
    """Add what is not in yet, then derive: what `build` and `add` do with the same inputs."""
    pairs, groups = affair(SEED, ARTICLES)
    file = folder / schema.FILE
    store = Store.open(folder) if file.exists() else Store.create(folder)
    with store:
        for start in range(0, len(pairs), BATCH):
            batch = pairs[start : start + BATCH]
            fresh, _ = store.sift([article for article, _ in batch])
            store.put([pair for pair in batch if pair[0] in fresh])
            print(f"stored {start + len(batch)}", flush=True)
        store.derive(groups)
    print("done", flush=True)


def live_for(steps: int) -> None:
    """Kill this process inside SQLite, after about so many of its steps, whatever it is doing."""
    left = steps

    def step() -> bool:
        nonlocal left
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return False

    connect = schema._connect

    def watched(file: Path, flags: int) -> object:
        connection = connect(file, flags)
        connection.set_progress_handler(step, 1)
        return connection

    schema._connect = watched  # type: ignore[assignment]


if __name__ == "__main__":
    if int(sys.argv[2]):
        live_for(int(sys.argv[2]))
    write(Path(sys.argv[1]))
