"""What stands at the words of one text: which parties, times and places they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from tellings.annotate.hearing import political
from tellings.model import Expression, Name, Party, Quote, Span


@dataclass(slots=True)
class Standing:
    doc: Doc
    at: dict[int, list[tuple[Span, Party]]] = field(default_factory=dict)
    times: dict[int, Expression] = field(default_factory=dict)
    places: dict[int, Name] = field(default_factory=dict)
    quotes: Sequence[Quote] = ()
    political: frozenset[int] = frozenset()  # words that the reader takes for political events


def read(
    doc: Doc,
    parties: Sequence[Party],
    names: Sequence[Name],
    expressions: Sequence[Expression],
    quotes: Sequence[Quote],
) -> Standing:
    text = Standing(doc, quotes=quotes, political=political(doc))
    for party in parties:
        for span in party.mentions:
            told = doc.char_span(span.start, span.end, alignment_mode="expand")
            if told is None:
                continue
            for token in told:
                if not _hangs_in(token, told):
                    text.at.setdefault(token.i, []).append((span, party))
    for one in expressions:
        found = doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        if found is not None and one.type in {"DATE", "TIME"}:
            text.times.setdefault(found.root.i, one)
    for name in names:
        found = doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if found is not None and name.kind in {"place", "country"}:
            text.places.setdefault(found.root.i, name)
    return text


def _hangs_in(token: Token, words: DocSpan) -> bool:
    """Whether a word only tells whose somebody is: the school in "students of the school"."""
    led = any(c.dep_ == "case" for c in token.children)
    return token.dep_ == "nmod" and led and not token.ent_type_ and token.i != words.root.i
