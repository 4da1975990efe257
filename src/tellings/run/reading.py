"""The reader of a process: loaded once, then asked for the marks of one article after another."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tellings import __version__
from tellings.flow import each
from tellings.model import Article, Marks
from tellings.model.errors import NoPipeline

if TYPE_CHECKING:
    from spacy.language import Language

_READER: dict[str, Language] = {}


def load(pipeline: str | None) -> None:
    """Get the reader ready in this process: our own, or the spaCy pipeline of that name or path.

    Raises `NoPipeline` where there is none of that name.
    """
    key = pipeline or ""
    if key in _READER:
        return
    if pipeline is None:
        from tellings.annotate.reader import reader

        _READER[key] = reader()
        return
    import spacy

    try:
        nlp = spacy.load(pipeline)
    except (OSError, ValueError, ImportError) as error:
        raise NoPipeline(
            f"no spaCy pipeline {pipeline!r} can be loaded here ({error}): install it as a "
            "package, or name the folder it lies in"
        ) from error
    if not nlp.has_pipe("parser") and "senter" not in nlp.pipe_names:
        nlp.add_pipe("sentencizer")
    _READER[key] = nlp


def setup(pipeline: str | None) -> partial[None]:
    """What a worker process runs before its first article."""
    return partial(load, pipeline)


def marks_of(article: Article, pipeline: str | None = None) -> tuple[Article, Marks]:
    """An article with its marks, by this process's reader."""
    load(pipeline)
    return article, each(article, _READER[pipeline or ""])


def died(article: Article) -> tuple[Article, Marks]:
    """What is kept of an article that ended its reader's process twice: its text, set aside."""
    why = "its reader's process ended twice on it (out of memory, perhaps); it was not read"
    return replace(article, aside=why), Marks(article.id)


def label(pipeline: str | None) -> str:
    """What a record keeps of who read its articles: another label, and they are read again."""
    if pipeline is not None:
        return f"tellings {__version__} spacy {pipeline}"
    from tellings.annotate.en.component import WEIGHTS

    found = sha256()
    for file in sorted(Path(WEIGHTS).iterdir()):
        if file.is_file():
            found.update(file.read_bytes())
    return f"tellings {__version__} en {found.hexdigest()[:16]}"
