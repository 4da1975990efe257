"""Quotations that the reader gave to nobody: with the word of saying beside them, or left loose."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from tellings.annotate.attributions import Told
from tellings.annotate.cued import beside, tokens_of
from tellings.text.quotation import Quotation, outermost

# Fewer words between marks are a title or a scare quote, unless somebody is told to say them.
LEAST_WORDS = 6
SURE, LOOSE = 0.8, 0.5


def marked(doc: Doc, told: Sequence[Told], quotations: Sequence[Quotation]) -> list[Told]:
    """The attributions with those of the quotations that they leave out or leave to nobody."""
    kept = list(told)
    for quotation in outermost(tuple(quotations)):
        over = [one for one in kept if _holds(one, quotation)]
        if any(not one.loose for one in over):
            continue
        found = _cued(doc, quotation)
        if found is None and not over:
            found = _loose(doc, quotation)
        if found is not None:
            kept = [one for one in kept if one not in over] + [found]
    return sorted(kept, key=lambda one: (one.content, one.cue))


def _holds(told: Told, quotation: Quotation) -> bool:
    """Whether an attribution has most of a quotation, and is not told by somebody within it."""
    inner = quotation.inner
    if any(quotation.outer.start <= a < quotation.outer.end for a, _ in told.cue):
        return False
    shared = sum(max(0, min(b, inner.end) - max(a, inner.start)) for a, b in told.content)
    return 2 * shared >= len(inner)


def _cued(doc: Doc, quotation: Quotation) -> Told | None:
    found = beside(doc, quotation)
    if found is None:
        return None
    content = (quotation.outer.start, quotation.outer.end)
    return Told((content,), (found[0],), (found[1],), "direct", SURE)


def _loose(doc: Doc, quotation: Quotation) -> Told | None:
    """Words long enough, with a verb, are speech by their marks alone."""
    span = tokens_of(doc, quotation)
    if span is None or sum(not t.is_punct and not t.is_space for t in span) < LEAST_WORDS:
        return None
    if not any(t.pos_ in {"VERB", "AUX"} for t in span):
        return None
    return Told(((quotation.outer.start, quotation.outer.end),), (), (), "direct", LOOSE)
