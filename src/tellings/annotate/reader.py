"""The English reader, ready: what `tellings.reader()` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def reader() -> Language:
    """A spaCy pipeline that reads English with the weights shipped here.

    Its Docs have sentences, tags, lemmas, dependencies, and names labelled PERSON, ORG, LOC, NORP,
    MISC, DATE; further heads' findings stand in `doc._` (see `tellings.annotate.en.decoders`).
    Any text is read; the same text gives the same Doc, whatever is read beside it.
    """
    from tellings.annotate.en.component import reader_of

    return reader_of()
