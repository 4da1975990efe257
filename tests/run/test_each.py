"""The same results in the same order, for one process and for many, whatever dies on the way."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tellings.model.errors import WorkerDied
from tellings.run.each import Plan, each

HERE = Path(__file__).parent


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(HERE))
    return importlib.import_module("worker_steps")


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_items(steps: ModuleType, workers: int) -> None:
    plan = Plan(workers, chunk=1)
    assert list(each(steps.slow_first, range(7), plan)) == list(range(7))
    assert list(each(steps.square, range(20), Plan(workers, chunk=3))) == [n * n for n in range(20)]
    assert list(each(steps.square, [], plan)) == []


def test_one_worker_is_this_process(steps: ModuleType) -> None:
    found = set(each(steps.loads_and_process, range(3), Plan(setup=steps.load)))
    assert found == {(1, os.getpid())}


def test_each_worker_is_set_up_once(steps: ModuleType) -> None:
    found = set(each(steps.loads_and_process, range(12), Plan(2, chunk=1, setup=steps.load)))
    assert {loads for loads, _ in found} == {1}
    assert os.getpid() not in {process for _, process in found}


def test_no_more_items_are_taken_than_are_bound_for_the_workers(steps: ModuleType) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = each(steps.square, items(), Plan(2, chunk=2))
    assert taken == []
    assert next(results) == 0
    assert len(taken) == 2 * 2 * 2
    results.close()  # type: ignore[attr-defined]


def test_what_a_step_raises_is_raised_here(steps: ModuleType) -> None:
    results = each(steps.refuse_seven, range(10), Plan(2, chunk=1))
    assert [next(results) for _ in range(7)] == list(range(7))
    with pytest.raises(ValueError, match="seven"):
        next(results)


def test_what_the_setup_raises_is_raised_here(steps: ModuleType) -> None:
    with pytest.raises(RuntimeError, match="no reader here"):
        list(each(steps.square, range(3), Plan(2, setup=steps.fail_to_load)))


def test_a_worker_that_dies_loses_nothing(steps: ModuleType, tmp_path: Path) -> None:
    flag = str(tmp_path / "died")
    items = [(number, flag) for number in range(12)]
    assert list(each(steps.die_once, items, Plan(2, chunk=2))) == list(range(12))
    assert Path(flag).exists()


def test_an_item_that_kills_twice_is_named_or_handed_back(steps: ModuleType) -> None:
    results = each(steps.die_always, range(8), Plan(2, chunk=2))
    assert [next(results) for _ in range(5)] == list(range(5))
    with pytest.raises(WorkerDied, match="item 6"):
        next(results)
    kept = list(each(steps.die_always, range(8), Plan(2, chunk=2), on_death=steps.dead))
    assert kept == [0, 1, 2, 3, 4, -5, 6, 7]


def test_a_plan_needs_a_worker_and_an_item() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Plan(workers=0)
    with pytest.raises(ValueError, match="at least 1"):
        Plan(chunk=0)


_INTERRUPTED = """
import itertools, worker_steps
from tellings.run.each import Plan, each
if __name__ == "__main__":
    try:
        for done in each(worker_steps.square, itertools.count(), Plan(2, chunk=1)):
            if done == 1:
                print("begun", flush=True)
    except KeyboardInterrupt:
        print("ended", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT to a process group")
def test_ctrl_c_ends_the_workers_without_noise(tmp_path: Path) -> None:
    script = tmp_path / "interrupted.py"
    script.write_text(_INTERRUPTED)
    process = subprocess.Popen(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(HERE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    os.killpg(process.pid, signal.SIGINT)
    # Its workers hold the same two pipes: both come to their end only once all of them are gone.
    out, noise = process.communicate(timeout=30)
    assert (out, noise, process.returncode) == ("ended\n", "", 0)
