"""Steps for worker processes: spawned processes find them here by name."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

_loaded: list[int] = []


def load() -> None:
    _loaded.append(os.getpid())


def fail_to_load() -> None:
    raise RuntimeError("no reader here")


def square(number: int) -> int:
    return number * number


def slow_first(number: int) -> int:
    time.sleep(0.2 if number == 0 else 0)
    return number


def loads_and_process(number: int) -> tuple[int, int]:
    return len(_loaded), os.getpid()


def refuse_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def die_once(item: tuple[int, str]) -> int:
    """Kills its process on item 5 the first time; a file remembers that it did."""
    number, flag = item
    if number == 5 and not Path(flag).exists():
        Path(flag).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_always(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dead(number: int) -> int:
    return -number
