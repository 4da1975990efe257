"""Who said what, inside one text: content, cue and source of each attribution, from the reader.

What the pairs network finds is put right where the language leaves no doubt: a quotation is taken
whole, from mark to mark. Words inside quotation marks that no cue reaches are given too, without a
cue; their source is told only where the text is laid out as `Name: "…"`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from tellings.annotate.en import pairs
from tellings.annotate.en.component import paragraph_starts
from tellings.annotate.en.marks import CLOSED, INSIDE, OPENED, SINGLE_INSIDE
from tellings.annotate.en.quoted import quoted
from tellings.annotate.en.settle import settled
from tellings.annotate.en.sources import mended

Floats = NDArray[np.float32]
Span = tuple[int, int]
Form = Literal["direct", "mixed", "indirect"]

# From this share of the content inside quotation marks on it is direct (PolNeAR's convention).
DIRECT, MIXED = 0.9, 0.05
WITHIN = frozenset({INSIDE, OPENED, CLOSED, SINGLE_INSIDE})


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, spans in characters of the text, in order.

    `content` may lie in several pieces and includes its quotation marks; `source` is empty where
    none is told; `score` is the probability that it is one, to three places.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    form: Form
    score: float


def decode(
    doc: Doc, out: Mapping[str, Floats], tables: Mapping[str, Floats], words: NDArray[np.int64]
) -> tuple[Attribution, ...]:
    """The attributions of `doc`, in order of their contents.

    `out["attribution.cue"]` and `out["attribution.word"]` are [len(words), 2·CHANNELS]; `words` are
    the places of the doc's words that are not white space.
    """
    if not len(words):
        return ()
    named = {k.removeprefix("attribution."): v for k, v in tables.items()}
    net = pairs.Pairs(named)
    asked = asked_of(doc)
    scored = pairs.score(net, out["attribution.cue"], out["attribution.word"], asked)
    found = settled(scored, asked)
    if doc.has_annotation("DEP"):
        found = [mended(c, doc, words) for c in found]
    spans = [(doc[i].idx, doc[i].idx + len(doc[i])) for i in words.tolist()]
    return tuple(sorted((_told(c, spans, asked) for c in found), key=_order))


def asked_of(doc: Doc) -> pairs.Asked:
    """The words of a doc with their quotation marks and paragraphs, as the network saw them."""
    index, spaces, starts = paragraph_starts(doc)
    forms = [doc[i].text for i in index]
    return pairs.Asked(forms, quoted(forms, spaces, starts), starts)


def _told(cued: pairs.Cued, spans: Sequence[Span], asked: pairs.Asked) -> Attribution:
    content, cue, source = (
        tuple((spans[a][0], spans[b][1]) for a, b in pairs.runs(part, asked.starts))
        for part in (cued.content, cued.cue, cued.source)
    )
    return Attribution(
        content, cue, source, form_of(cued.content, spans, asked), round(cued.sure, 3)
    )


def form_of(content: Iterable[int], spans: Sequence[Span], asked: pairs.Asked) -> Form:
    """By the share of the content's letters that stand inside double quotation marks."""
    inside = total = 0
    for i in content:
        size = spans[i][1] - spans[i][0]
        total += size
        inside += size * (asked.state[i] in WITHIN)
    share = inside / total if total else 0.0
    return "direct" if share >= DIRECT else "mixed" if share > MIXED else "indirect"


def _order(told: Attribution) -> tuple[object, ...]:
    return told.content, told.cue, told.source
