"""Quotations without a cue: a chain that leaves the speaker out, and what nobody is told to say.

A paragraph that is nothing but a quotation goes on with the one whom the paragraph before quotes.
In PolNeAR's train articles annotators gave 127 of 162 such paragraphs to a speaker told before, 15
to one told after, and 18 to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellings.annotate.en.layout import paragraphs
from tellings.annotate.en.marks import OUTSIDE
from tellings.annotate.en.pairs import Asked, Cued

# A quotation of so few words is mostly a title or a scare quote.
LEAST_WORDS = 5
# What is left without a cue is speech by its marks alone.
LOOSE = 0.5

Stretches = Sequence[Sequence[tuple[int, int]]]


def with_chains(found: Sequence[Cued], asked: Asked, quotations: Stretches) -> list[Cued]:
    """The attributions, each with the paragraphs of mere quotation that go on from it."""
    whole = paragraphs(asked.starts)
    given = list(found)
    for words in _untold(given, asked, quotations):
        n = next((n for n, (first, _) in enumerate(whole) if first == words[0]), None)
        if not n or words[-1] != whole[n][1] - 1:
            continue
        before = range(*whole[n - 1])
        # Whoever is quoted in the paragraph before: nobody can tell between two.
        told = [k for k, c in enumerate(given) if c.source and _quotes(c, before, asked)]
        if len({_source(given[k], asked) for k in told}) == 1:
            k = max(told, key=lambda k: max(given[k].content))
            given[k] = replace(given[k], content=given[k].content | frozenset(words))
    return given


def _quotes(c: Cued, within: range, asked: Asked) -> bool:
    return any(i in within and asked.state[i] != OUTSIDE for i in c.content)


def _source(c: Cued, asked: Asked) -> tuple[str, ...]:
    return tuple(asked.forms[i] for i in sorted(c.source))


def loose(found: Sequence[Cued], asked: Asked, quotations: Stretches) -> list[Cued]:
    """Quotations that no cue reaches: content alone."""
    none: frozenset[int] = frozenset()
    return [
        Cued(words[0], none, frozenset(words), none, LOOSE)
        for words in _untold(found, asked, quotations)
    ]


def _untold(found: Sequence[Cued], asked: Asked, quotations: Stretches) -> list[list[int]]:
    """The words of each quotation, long enough, of which attributions hold less than half."""
    held = {i for c in found for i in c.content | c.cue | c.source}
    left: list[list[int]] = []
    for stretches in quotations:
        words = [i for first, last in stretches for i in range(first, last + 1)]
        spoken = sum(any(letter.isalnum() for letter in asked.forms[i]) for i in words)
        if spoken >= LEAST_WORDS and len(held.intersection(words)) * 2 < len(words):
            left.append(words)
    return left
