"""Quotations without a cue: a chain that leaves the speaker out, and what nobody is told to say.

A paragraph that is nothing but a quotation goes on with the one whom the paragraph before quotes.
In PolNeAR's train articles annotators gave 121 of 162 such paragraphs to a cue before them, 15 to
one behind, 8 to one within, and 18 to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellings.annotate.en.layout import paragraphs
from tellings.annotate.en.marks import SINGLE
from tellings.annotate.en.pairs import Asked, Cued

# A quotation of so few words is mostly a title or a scare quote.
LEAST_WORDS = 5
STOPS = frozenset({".", "!", "?", ",", "…"})
# Words longer than this are capitals in a title.
SHORT = 3
# What is left without a cue is speech by its marks alone.
LOOSE = 0.5


def with_chains(found: Sequence[Cued], asked: Asked) -> list[Cued]:
    """The attributions, each with the paragraphs of mere quotation that go on from it."""
    whole = paragraphs(asked.starts)
    given = list(found)
    inside = asked.inside()
    for words in _untold(given, asked):
        n = next((n for n, (first, _) in enumerate(whole) if first == words[0]), None)
        if not n or words[-1] != whole[n][1] - 1:
            continue
        before = range(*whole[n - 1])
        # Whoever is quoted in the paragraph before: nobody can tell between two.
        told = [
            k
            for k, c in enumerate(given)
            if c.source and not inside.isdisjoint(c.content & frozenset(before))
        ]
        if len({_source(given[k], asked) for k in told}) == 1:
            k = max(told, key=lambda k: max(given[k].content))
            given[k] = replace(given[k], content=given[k].content | frozenset(words))
    return given


def _source(c: Cued, asked: Asked) -> tuple[str, ...]:
    return tuple(asked.forms[i] for i in sorted(c.source))


def loose(found: Sequence[Cued], asked: Asked) -> list[Cued]:
    """Quotations that no cue reaches and that look like speech: content alone."""
    none: frozenset[int] = frozenset()
    return [
        Cued(words[0], none, frozenset(words), none, LOOSE)
        for words in _untold(found, asked)
        if _is_speech([asked.forms[i] for i in words])
    ]


def _is_speech(forms: Sequence[str]) -> bool:
    """A sentence in double marks: titles have their words in capitals, and mostly no stop."""
    long = [w for w in forms if len(w) > SHORT and w.isalpha()]
    capital = sum(w[0].isupper() for w in long)
    stopped = any(w in STOPS for w in forms[-2:])
    return stopped and forms[0] not in SINGLE and capital * 2 < len(long)


def _untold(found: Sequence[Cued], asked: Asked) -> list[list[int]]:
    """The words of each quotation, long enough, of which attributions hold less than half."""
    held = {i for c in found for i in c.content | c.cue | c.source}
    left: list[list[int]] = []
    for stretches in asked.marked:
        words = [i for first, last in stretches for i in range(first, last + 1)]
        spoken = sum(any(letter.isalnum() for letter in asked.forms[i]) for i in words)
        if spoken >= LEAST_WORDS and len(held.intersection(words)) * 2 < len(words):
            left.append(words)
    return left
