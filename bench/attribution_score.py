"""How an attribution is scored: our own statement of the usual definition on PolNeAR.

Characters without white space count. A predicted content matches a gold one where the Jaccard
index of their characters, edge punctuation off, is at least 0.5; pairs are taken greedily, best
first, each side once. "With its source" asks as much of the sources, or that both be empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
Chars = frozenset[int]

ENOUGH = 0.5
EDGES = frozenset("\"“”‘’'`,.;:!?()[]-—–")
# Curly or straight marks within a paragraph; a curly one may stay open up to the paragraph's end.
_MARKED = re.compile(r'“[^“”\n]{1,2000}”|"[^"\n]{1,2000}"|“[^“”\n]{1,2000}(?=\n)')
FORMS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as character spans; cue and source may be empty."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Gold item `gold` met by predicted item `found` (places in the lists); is its source right."""

    gold: int
    found: int
    overlap: float
    source: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over articles: gold and predicted items, matched contents, matched with the source."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    sourced: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold,
            self.found + other.found,
            self.matched + other.matched,
            self.sourced + other.sourced,
        )

    def f1(self, right: int) -> float:
        """F1 in per cent, for `right` correct items."""
        return 200 * right / (self.gold + self.found) if self.gold + self.found else 0.0

    def precision(self, right: int) -> float:
        return 100 * right / self.found if self.found else 0.0

    def recall(self, right: int) -> float:
        return 100 * right / self.gold if self.gold else 0.0


def characters(spans: Iterable[Span], text: str) -> Chars:
    """The places of the characters in `spans`, white space left out."""
    return frozenset(i for start, end in spans for i in range(start, end) if not text[i].isspace())


def trimmed(places: Chars, text: str) -> Chars:
    """Without punctuation at either edge."""
    kept = sorted(places)
    while kept and text[kept[0]] in EDGES:
        kept.pop(0)
    while kept and text[kept[-1]] in EDGES:
        kept.pop()
    return frozenset(kept)


def jaccard(left: Chars, right: Chars) -> float:
    joined = left | right
    return len(left & right) / len(joined) if joined else 0.0


def marked(text: str) -> Chars:
    """Places inside double quotation marks, the marks among them."""
    return frozenset(i for m in _MARKED.finditer(text) for i in range(m.start(), m.end()))


def form(content: Chars, inside: Chars) -> str:
    """direct from 90% inside quotation marks, mixed above 5%, else indirect."""
    share = len(content & inside) / len(content) if content else 0.0
    return "direct" if share >= 0.9 else "mixed" if share > 0.05 else "indirect"


def matches(
    gold: Sequence[Attributed], found: Sequence[Attributed], text: str, enough: float = ENOUGH
) -> list[Match]:
    """The one-to-one matching of one article, best overlap first."""
    golds = [trimmed(characters(g.content, text), text) for g in gold]
    founds = [trimmed(characters(f.content, text), text) for f in found]
    pairs = [
        (jaccard(g, f), i, j)
        for i, g in enumerate(golds)
        for j, f in enumerate(founds)
        if not g.isdisjoint(f)
    ]
    taken: list[Match] = []
    left, right = set[int](), set[int]()
    for overlap, i, j in sorted(pairs, reverse=True):
        if overlap < enough:
            break
        if i in left or j in right:
            continue
        left.add(i)
        right.add(j)
        taken.append(Match(i, j, overlap, _same_source(gold[i], found[j], text, enough)))
    return taken


def _same_source(gold: Attributed, found: Attributed, text: str, enough: float) -> bool:
    left, right = characters(gold.source, text), characters(found.source, text)
    return jaccard(left, right) >= enough or not (left or right)


def tallies(
    gold: Sequence[Attributed], found: Sequence[Attributed], text: str
) -> Mapping[str, Tally]:
    """One article's tally under "all", and by form: of the gold item, `found` by its own."""
    inside = marked(text)
    met = matches(gold, found, text)
    by_gold = [form(characters(g.content, text), inside) for g in gold]
    by_found = [form(characters(f.content, text), inside) for f in found]
    whole = Tally(len(gold), len(found), len(met), sum(m.source for m in met))
    parts = {
        name: Tally(
            by_gold.count(name),
            by_found.count(name),
            sum(by_gold[m.gold] == name for m in met),
            sum(by_gold[m.gold] == name and m.source for m in met),
        )
        for name in FORMS
    }
    return {"all": whole, **parts}
