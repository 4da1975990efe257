"""Articles in, a record out: read, annotate in batches, keep, and derive the groups at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeVar

from tellings.flow import meet
from tellings.keep.store import Store
from tellings.model import Article, Input, Rejected
from tellings.read.inputs import read
from tellings.run.each import Plan, each
from tellings.run.reading import died, label, marks_of, setup

# Articles a transaction: a killed build loses at most so many articles' reading.
_BATCH = 32

T = TypeVar("T")
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: `workers` processes, another spaCy `pipeline`, and who is told how far it is.

    `progress(what, done, of)` is called after every batch; `of` is None where it is not known.
    """

    workers: int = 1
    pipeline: str | None = None
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build or add did: articles put in, those set aside, and what was rejected.

    `notes` are sentences on what was kept, but looks as if it were not meant so.
    """

    added: int
    aside: int
    articles: int
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...] = ()


def build(
    inputs: Sequence[str],
    folder: Path,
    options: Options = Options(),
    stdin: BinaryIO | None = None,
) -> Outcome:
    """Make a new record of the inputs in `folder`. Raises `RecordError` where it cannot be one."""
    Store.create(folder).close()
    return add(inputs, folder, options, stdin)


def add(
    inputs: Sequence[str],
    folder: Path,
    options: Options = Options(),
    stdin: BinaryIO | None = None,
) -> Outcome:
    """Put the inputs into the record; what it holds already is passed over.

    An article is in with all its marks or not at all. The groups are derived again at the end, so
    that adding the rest after an interruption gives what an uninterrupted build would have given.
    """
    reader = label(options.pipeline)
    rejected: list[Rejected] = []
    added = aside = 0
    plan = Plan(workers=options.workers, chunk=2, setup=setup(options.pipeline))
    with Store.open(folder) as store:
        fresh = _fresh(store, read(inputs, stdin), reader, rejected)
        step = partial(marks_of, pipeline=options.pipeline)
        for batch in _batches(each(step, fresh, plan, died)):
            refused = store.put(batch, reader)
            rejected.extend(refused)
            added += len(batch) - len(refused)
            aside += sum(article.aside is not None for article, _ in batch)
            if options.progress is not None:
                options.progress("articles read", added, None)
        if options.progress is not None:
            options.progress("comparing the articles", added, None)
        record = store.record()
        store.derive(meet(record.articles, record.marks))
        held = record.articles
        return Outcome(added, aside, len(held), tuple(rejected), tuple(_shared_ids(held)))


def _shared_ids(articles: Mapping[str, Article]) -> Iterator[str]:
    """One id given to several articles of one input: all are kept, under ids of their own."""
    given: dict[tuple[str, str], list[str]] = {}
    for article in articles.values():
        if article.input.item is not None:
            given.setdefault((article.input.path, article.input.item), []).append(article.id)
    for (path, item), ids in sorted(given.items()):
        if len(ids) > 1:
            yield (
                f"{path} gives the id {item} to {len(ids)} articles that differ; all are kept, as "
                f"{', '.join(sorted(ids))}"
            )


def _batches(found: Iterator[T]) -> Iterator[list[T]]:
    while batch := list(islice(found, _BATCH)):
        yield batch


def _fresh(
    store: Store, found: Iterator[Article | Rejected], reader: str, rejected: list[Rejected]
) -> Iterator[Article]:
    """The articles that are still to be read; what is refused is kept with its reason."""
    seen: set[Input] = set()
    for batch in _batches(found):
        refused = [one for one in batch if isinstance(one, Rejected)]
        given = [one for one in batch if isinstance(one, Article)]
        refused += [_again(one.input) for one in _repeated(given, seen)]
        articles, beaten = store.sift(given, reader)
        refused += beaten
        store.reject(refused)
        rejected.extend(refused)
        yield from articles


def _repeated(articles: Sequence[Article], seen: set[Input]) -> Iterator[Article]:
    """Those whose very input came before in this run; takes the others' inputs into `seen`."""
    for article in articles:
        if article.input in seen:
            yield article
        seen.add(article.input)


def _again(given: Input) -> Rejected:
    return Rejected(given.path, "twice", "The same input came before; it is kept once.", given.item)
