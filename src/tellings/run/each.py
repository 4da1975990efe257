"""Many items through one step, in this process or in several: results in the order of the items.

The shape is that of `concurrent.futures.Executor.map`. A step, and a setup, is a function that an
importable module defines, so that a freshly spawned process can find it by name.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeVar

from tellings.model.errors import WorkerDied

T = TypeVar("T")
R = TypeVar("R")

Setup = Callable[[], None]

# Chunks on their way for each worker: one in work and one waiting, so that none stands idle while
# the caller writes; more would only hold more results in memory.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """How items are spread: over how many worker processes, and how many items travel together.

    `setup` runs once in each worker, before its first item (it loads the reader, say).
    """

    workers: int = 1
    chunk: int = 8
    setup: Setup | None = None

    def __post_init__(self) -> None:
        if self.workers < 1 or self.chunk < 1:
            raise ValueError(f"workers and chunk are at least 1, got {self.workers}, {self.chunk}")


def each(
    step: Callable[[T], R],
    items: Iterable[T],
    plan: Plan = Plan(),
    on_death: Callable[[T], R] | None = None,
) -> Iterator[R]:
    """`step` of each item, lazily and in order: the same for any number of workers.

    At most 2 x workers x chunk items are taken ahead. What a step or the setup raises is raised
    here. Where a worker process dies (killed, or out of memory), the items on their way are tried
    once more, one by one in a fresh worker; one that kills its worker again gives
    `on_death(item)`, or raises `WorkerDied` where there is no `on_death`.
    """
    if plan.workers == 1:
        if plan.setup is not None:
            plan.setup()
        yield from map(step, items)
        return
    with _Pool(step, plan, on_death) as pool:
        yield from pool.run(iter(items))


class _Pool(Generic[T, R]):
    """Worker processes that are replaced when one of them dies."""

    def __init__(
        self, step: Callable[[T], R], plan: Plan, on_death: Callable[[T], R] | None
    ) -> None:
        self._step = step
        self._plan = plan
        self._on_death = on_death
        self._executor = self._fresh()
        self._done = 0

    def __enter__(self) -> _Pool[T, R]:
        return self

    def __exit__(self, *error: object) -> None:
        # After an error or Ctrl-C nothing new is begun, and each worker ends with its chunk.
        self._executor.shutdown(wait=True, cancel_futures=True)

    def run(self, items: Iterator[T]) -> Iterator[R]:
        waiting: deque[tuple[list[T], Future[list[R]]]] = deque()
        for chunk in iter(lambda: list(islice(items, self._plan.chunk)), []):
            waiting.append((chunk, self._submit(chunk)))
            if len(waiting) >= self._plan.workers * _AHEAD:
                yield from self._collect(waiting)
        while waiting:
            yield from self._collect(waiting)

    def _collect(self, waiting: deque[tuple[list[T], Future[list[R]]]]) -> Iterator[R]:
        """The results of the chunk that waits longest; of all that wait where a worker died."""
        chunk, future = waiting.popleft()
        try:
            results = future.result()
        except BrokenProcessPool:
            # Which of the items did it cannot be told while they travel together, so until all of
            # them are through, each goes alone.
            self._replace()
            suspects = [(chunk, future), *waiting]
            waiting.clear()
            for chunk, future in suspects:
                lost = future.cancelled() or future.exception() is not None
                yield from self._one_by_one(chunk) if lost else future.result()
                self._done += len(chunk)
        else:
            yield from results
            self._done += len(chunk)

    def _one_by_one(self, chunk: list[T]) -> Iterator[R]:
        for place, item in enumerate(chunk, start=self._done + 1):
            try:
                yield from self._submit([item]).result()
            except BrokenProcessPool as error:
                self._replace()
                if self._on_death is None:
                    raise WorkerDied(
                        f"a worker process ended twice on item {place} (out of memory, perhaps): "
                        "try again with fewer workers, or without that item"
                    ) from error
                yield self._on_death(item)

    def _submit(self, chunk: list[T]) -> Future[list[R]]:
        try:
            with _uninterrupted():
                return self._executor.submit(_work, self._step, chunk)
        except BrokenProcessPool as error:
            broken: Future[list[R]] = Future()
            broken.set_exception(error)
            return broken

    def _replace(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._fresh()

    def _fresh(self) -> ProcessPoolExecutor:
        # Spawned, not forked: the reader's libraries hold threads, which a fork would tear.
        return ProcessPoolExecutor(
            self._plan.workers,
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(self._plan.setup,),
        )


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Workers that start inside never see Ctrl-C: only the caller ends, and then ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_failure: Exception | None = None


def _begin(setup: Setup | None) -> None:
    """In a worker: an error in `setup` is kept for the first item, which raises it."""
    global _failure
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        if setup is not None:
            setup()
    except Exception as error:
        _failure = error


def _work(step: Callable[[T], R], chunk: list[T]) -> list[R]:
    if _failure is not None:
        raise _failure
    return [step(item) for item in chunk]
