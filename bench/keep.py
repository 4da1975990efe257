"""What the store costs: articles a second, bytes an article, reads during a write, proof, export.

    python -m bench.keep [--articles 2000] [--page 8192]

The articles are generated (4 kB, 150 marks each), so the table is the same on every machine but for
its times. A second process reads all through the write.
"""

from __future__ import annotations

import argparse
import multiprocessing
import shutil
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing.synchronize import Event
from pathlib import Path
from random import Random

from tellings.keep import schema
from tellings.keep.store import Store
from tellings.keep.verify import verify
from tellings.model import (
    Article,
    EventMention,
    Expression,
    Groups,
    Input,
    Marks,
    Name,
    Outlet,
    Party,
    Quantity,
    Quote,
    Sentence,
    Span,
    Story,
    bytes_hash,
    digest,
)
from tellings.tell.export import export

_BATCH = 64


def made(number: int) -> tuple[Article, Marks]:
    """One article of 40 sentences and 150 marks."""
    random = Random(number)
    words = ["".join(random.choices("aeioulnrst", k=random.randint(2, 9))) for _ in range(600)]
    lines = [" ".join(random.choices(words, k=17)).capitalize() + "." for _ in range(40)]
    text = "\n".join(lines)
    name = digest("a", text, number)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]

    def part(n: int) -> Span:
        span = spans[n % len(spans)]
        return Span(span.start + n % 7, span.start + n % 7 + 8 + n % 5)

    parties = tuple(
        Party(
            digest("p", name, n),
            "person",
            "Tolen",
            ("Tolen",),
            tuple(part(n + k) for k in range(6)),
        )
        for n in range(10)
    )
    marks = Marks(
        name,
        tuple(Sentence(span, n // 3) for n, span in enumerate(spans)),
        tuple(Name(digest("n", name, n), part(n), "person", parties[n % 10].id) for n in range(45)),
        parties,
        tuple(Expression(digest("x", name, n), part(n), "DATE", "monday") for n in range(8)),
        tuple(
            Quantity(digest("u", name, n), part(n), "4", "4", None, "crew", "exact")
            for n in range(8)
        ),
        tuple(
            Quote(
                digest("q", name, n), spans[n], (spans[n],), "direct", part(n), part(n + 1),
                parties[n].id, why="the name beside the cue",
            )
            for n in range(10)
        ),
        tuple(
            EventMention(digest("m", name, n), spans[n], part(n), "CONSULT", "meet")
            for n in range(30)
        ),
    )  # fmt: skip
    outlet = Outlet(f"Post {number % 50}", None)
    return Article(name, Input(f"{number}.txt", bytes_hash(text.encode())), text, outlet), marks


def read_on(folder: Path, stop: Event, times: multiprocessing.Queue[list[float]]) -> None:
    """Read single articles until told to stop, from another process."""
    spent = []
    with Store.open(folder, readonly=True) as store:
        while not stop.is_set():
            began = time.perf_counter()
            store.connection.execute("SELECT value FROM article ORDER BY id LIMIT 1").fetchall()
            spent.append(time.perf_counter() - began)
            time.sleep(0.001)
    times.put(spent)


def batches(articles: int) -> Iterator[list[tuple[Article, Marks]]]:
    """The generated articles, in the batches in which they are put."""
    pairs = (made(number) for number in range(articles))
    return iter(lambda: list(islice(pairs, _BATCH)), [])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--page", type=int, default=schema._PAGE)
    parser.add_argument("--data", help="not needed: the articles are generated")
    options = parser.parse_args()
    schema._PAGE = options.page
    folder = Path(tempfile.mkdtemp()) / "record"
    try:
        measure(folder, options.articles)
    finally:
        shutil.rmtree(folder.parent)


def measure(folder: Path, articles: int) -> None:
    """Print the table."""
    context = multiprocessing.get_context("spawn")
    stop, times = context.Event(), context.Queue()
    with Store.create(folder) as store:
        reader = context.Process(target=read_on, args=(folder, stop, times))
        reader.start()
        spent = 0.0
        for batch in batches(articles):
            began = time.perf_counter()
            store.put(batch)
            spent += time.perf_counter() - began
        stop.set()
        reads = sorted(times.get())
        reader.join()
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = sum(file.stat().st_size for file in folder.iterdir())
        text = sum(len(article.text.encode()) for article in store.articles())
        print(f"put      {articles / spent:8.0f} articles/s in batches of {_BATCH}")
        print(f"size     {size / articles / 1000:8.1f} kB an article, {size / text:.1f} x its text")
        print(
            f"reads    {reads[len(reads) * 99 // 100] * 1000:8.2f} ms p99 of {len(reads)} meanwhile"
        )
        ids = tuple(sorted(article.id for article in store.articles()))
        clock("derive", articles, lambda: store.derive(Groups((Story("s", "t", ids),))))
        clock("record", articles, store.record)
        clock("verify", articles, lambda: print_faults(list(verify(store))))
        record = store.record()
        clock("export", articles, lambda: export(record, folder.parent / "out"))


def print_faults(faults: list[object]) -> None:
    for fault in faults[:5]:
        print(fault)


def clock(name: str, articles: int, action: object) -> None:
    began = time.perf_counter()
    action()  # type: ignore[operator]
    print(f"{name:8} {articles / (time.perf_counter() - began):8.0f} articles/s")


if __name__ == "__main__":
    main()
