"""The tense that governs a time expression: "will meet Friday" is ahead, "said Friday" behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tellings.annotate.times.cues import beside_past, by_words
from tellings.annotate.times.governors import by_parse
from tellings.annotate.times.scan import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc


def tense_of(tokens: Tokens, first: int, last: int, doc: Doc | None = None) -> str | None:
    """`past`, `present`, `future` or None for the expression at tokens `[first, last)`.

    A past verb right before it is sure ("said Friday"); else the parse, where it is sure; else the
    nearest cue among the words.
    """
    if beside_past(tokens, first):
        return "past"
    if "due" in (tokens.low(first - 1), tokens.low(first - 2)):
        return "future"
    words = by_words(tokens, first, last)
    if doc is None:
        return words
    parsed = by_parse(doc, tokens.starts[first], tokens.ends[last - 1])
    if parsed is None or parsed == "present" or (words and tokens.low(first - 1) == "until"):
        return words or parsed
    return parsed
