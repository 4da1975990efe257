"""Numbers that count something: value, bound, what is counted, and the act that counts it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from tellings.model import Expression, Quantity, Span, digest

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ABOUT = frozenset({"about", "some", "around", "roughly", "nearly", "almost", "approximately"})


def quantities(doc: Doc, article: str, expressions: Sequence[Expression]) -> Iterator[Quantity]:
    """The plain figures of `doc` that count a noun; times are none."""
    for token in doc:
        if not _FIGURE.fullmatch(token.text) or token.dep_ != "nummod":
            continue
        span = Span(token.idx, token.idx + len(token))
        if any(one.span.overlaps(span) for one in expressions):
            continue
        noun = token.head
        value = token.text.replace(",", "")
        near = {c.lower_ for c in token.children} | {c.lower_ for c in noun.children}
        yield Quantity(
            digest("k", article, span.start, span.end),
            span,
            value,
            value,
            None,
            noun.text,
            "about" if near & _ABOUT else "exact",
            Span(noun.idx, noun.idx + len(noun)),
            _act(noun),
        )


def _act(noun: Token) -> str | None:
    head = noun.head
    return head.lemma_.lower() if head.pos_ in {"VERB", "NOUN"} and head.i != noun.i else None
