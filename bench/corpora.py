"""The articles that findings are measured on: the development affairs, and ECB+'s train and dev.

Of ECB+ each document is an article without a day, an outlet of its own; a happening's documents
("1_ecb", "1_ecbplus") are its affair.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ecb import Document, documents

from tellings.annotate.reader import reader
from tellings.flow import STEPS, State, each, meet
from tellings.keep.store import Store
from tellings.model import Article, Finding, Marks
from tellings.read.inputs import read


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is printed today; names by an article's id are those of the gold, affairs by name."""

    findings: Sequence[Finding]
    names: dict[str, str]
    affairs: dict[str, str]


def development(file: Path, record: Path | None) -> Corpus:
    """The development affairs, all together, read anew or taken from a record."""
    return _corpus(*(_read(file) if record is None else _kept(record)), affairs_of(file))


def affairs_of(file: Path) -> dict[str, str]:
    """The affair of each article, by the article's id in the data."""
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return {str(row["id"]): str(row["affair"]) for row in rows}


def ecbplus(folder: Path, record: Path | None) -> Corpus:
    """ECB+'s train and dev documents, all together, read anew or taken from a record."""
    held = [one for part in ("Train", "Dev") for one in documents(folder, part)]
    affairs = {one.name: affair(one.name) for one in held}
    return _corpus(*(_fresh(held) if record is None else _kept(record)), affairs)


def states(data: Path, record: Path | None, ecb: Path | None) -> list[State]:
    """Both sets with all that is linked, before anything is weighed."""
    file = data / "affairs" / "articles.jsonl"
    held = [one for part in ("Train", "Dev") for one in documents(data / "ecbplus", part)]
    both = (
        _read(file) if record is None else _kept(record),
        _fresh(held) if ecb is None else _kept(ecb),
    )
    found = []
    for articles, marks in both:
        state = State({i: a for i, a in sorted(articles.items()) if a.aside is None}, marks)
        for step in STEPS[:-1]:
            state = step(state)
        found.append(state)
    return found


def _fresh(held: Sequence[Document]) -> tuple[dict[str, Article], dict[str, Marks]]:
    with TemporaryDirectory() as made:
        file = Path(made) / "ecbplus.jsonl"
        lines = ({"id": one.name, "publisher": one.name, "text": one.text} for one in held)
        file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
        return _read(file)


def affair(document: str) -> str:
    """The happening of an ECB+ document: "1_3ecbplus" tells of "ecb_1_ecbplus"."""
    topic, _, name = document.partition("_")
    return f"ecb_{topic}_{name.lstrip('0123456789')}"


def _read(file: Path) -> tuple[dict[str, Article], dict[str, Marks]]:
    nlp = reader()
    articles = {a.id: a for a in read([str(file)], None) if isinstance(a, Article)}
    return articles, {i: each(article, nlp) for i, article in articles.items()}


def _kept(record: Path) -> tuple[dict[str, Article], dict[str, Marks]]:
    with Store.open(record, readonly=True) as store:
        kept = store.record()
    return dict(kept.articles), dict(kept.marks)


def _corpus(
    articles: dict[str, Article], marks: dict[str, Marks], affairs: dict[str, str]
) -> Corpus:
    names = {i: str(article.input.item) for i, article in articles.items()}
    return Corpus(meet(articles, marks).findings, names, affairs)
