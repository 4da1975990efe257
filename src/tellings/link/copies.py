"""Copies: passages of different articles with one origin, with exact spans on every side.

Two articles' shared passages are found exactly (`text.runs`, `link.passages`), where one run of
equal words has 8 that neither quotes: less is who said what, told alike. A passage counts
where at least 8 of its equal words stand outside quotations (quoted words shared are a statement),
and where a short one is not a phrase that anybody writes. Passages of one article that overlap by
most of the longer are one passage, so a copy has one passage an article; what overlaps by less is
another copy. The result depends on the set of articles alone, never on their order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from tellings.link.keys import Batch, batches
from tellings.link.origins import Printed, origin
from tellings.link.passages import Passage, left, own, own_words, right, shared
from tellings.link.sides import LONG, Side, joined, without_phrases
from tellings.link.worded import Worded
from tellings.model import Article, Cite, Copy, Span, digest
from tellings.text.background import Background
from tellings.text.normal import level
from tellings.text.quotation import quotations
from tellings.text.runs import Keys, Run, runs
from tellings.text.shingles import RUN

# How rare a short passage's words must be together, so that it is no phrase that anybody writes.
RARITY = 12.0
# This share of the words outside quotations must agree; at least so many beside a quotation: who
# said it ("told reporters on Monday") is told alike by whoever was there.
DENSE = 0.75
AROUND = 12
AT_A_TIME = 1024  # pairs of articles, or copies, whose articles are held as words at a time
# Up to so many letters all words are kept (6 bytes a letter), above it they are cut twice and more.
KEPT_LETTERS = 16_000_000

_BEHIND = re.compile(r"[.!?…]?[\"'”’»)\]]?[.!?]?")
_BEFORE = re.compile(r"[\"'“‘«(\[]*")


@dataclass(frozen=True, slots=True)
class Source:
    """What finding copies needs of an article. Spans are code points of `text`.

    `masked` (furniture, captions, titles) is never copied; `quoted` are the contents of quotations;
    `published` is EDTF or None; `credits` are the agencies and outlets that the article names as
    where its text comes from; `outlet` is who publishes, None unknown.
    """

    id: str
    text: str
    masked: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    published: str | None = None
    credits: tuple[str, ...] = ()
    outlet: str | None = None

    @staticmethod
    def of(article: Article) -> Source:
        """The source of an article as it was read."""
        headline = (article.headline,) if article.headline else ()
        return Source(
            article.id,
            article.text,
            (*article.furniture, *article.captions, *headline),
            tuple(part for q in quotations(article.text) if not q.single for part in q.parts),
            article.published.value if article.published else None,
            tuple(credit.agency for credit in article.credits),
            article.outlet.label if article.outlet else None,
        )


class _Shelf:
    """The articles sorted by id, and their words: kept, or cut anew where they are too many."""

    def __init__(self, articles: Sequence[Source]) -> None:
        self.sources = sorted(articles, key=lambda source: source.id)
        self.letters = sum(len(source.text) for source in self.sources)
        self._kept = list(_cut(self.sources)) if self.letters <= KEPT_LETTERS else []
        self._firsts = [batch.first for batch in self._kept]
        self.words: dict[int, Worded] = {}

    def keys(self) -> Iterator[Keys]:
        return (batch.keys() for batch in self._kept or _cut(self.sources))

    def lay_out(self, numbers: Iterable[int]) -> None:
        """Has the words of these articles in `words`; forgets others where words are not kept."""
        wanted = sorted(set(numbers))
        missing = [i for i in wanted if i not in self.words]
        if self._kept:
            for i in missing:
                batch = self._kept[bisect_right(self._firsts, i) - 1]
                self.words[i] = batch.of(i, self.sources[i].text)
            return
        self.words = {i: self.words[i] for i in wanted if i in self.words}
        for batch in _cut([self.sources[i] for i in missing]):
            for n in range(batch.first, batch.first + batch.articles):
                i = missing[n]
                self.words[i] = batch.of(n, self.sources[i].text)


def _cut(sources: Sequence[Source]) -> Iterator[Batch]:
    texts = [source.text for source in sources]
    masked = [source.masked for source in sources]
    return batches(texts, masked, [source.quoted for source in sources])


def copies(articles: Sequence[Source], background: Background | None = None) -> tuple[Copy, ...]:
    """All copies among `articles`, sorted by id; without `background` rarity is not asked for."""
    shelf = _Shelf(articles)
    groups = without_phrases(joined(_pairs(shelf, background)))
    found: list[Copy] = []
    while some := list(islice(groups, AT_A_TIME)):
        shelf.lay_out(side.article for group in some for side in group)
        found.extend(_copy(group, shelf) for group in some)
    return tuple(sorted(found, key=lambda each: each.id))


def pairs(
    articles: Sequence[Source], background: Background | None = None
) -> Iterator[tuple[Cite, Cite]]:
    """What each two articles share, before passages of more than two articles are put together."""
    shelf = _Shelf(articles)
    for pair in _pairs(shelf, background):
        one, other = _passages(pair, shelf)
        yield one, other


def _pairs(shelf: _Shelf, background: Background | None) -> Iterator[tuple[Side, Side]]:
    """The shared passages of two articles each, phrases and quotations left out."""
    found = runs(shelf.keys, shelf.letters // 6)
    while some := list(islice(found, AT_A_TIME)):
        shelf.lay_out(number for i, j, _ in some for number in (i, j))
        for i, j, held in some:
            for a, b, c, d in _told(shelf.words[i], shelf.words[j], held, background):
                yield Side(i, a, b), Side(j, c, d)


def _told(
    one: Worded, other: Worded, found: Sequence[Run], background: Background | None
) -> Iterator[tuple[int, int, int, int]]:
    """First word and the word behind the last of each passage, in the one and in the other."""
    for passage in shared(one, other, found):
        for part, outside in _dense(one, other, passage, own(one, other, passage)):
            (a, b), (c, d) = left(part), right(part)
            # Own words that go on through a shared quotation of some length are no phrase.
            through = outside >= AROUND and b - a >= LONG + RUN
            if through or background is None or not _is_phrase(one, other, part, background):
                yield a, b, c, d


def _dense(
    one: Worded, other: Worded, passage: Passage, counts: Sequence[int]
) -> Iterator[tuple[Passage, int]]:
    """The passage where enough of its own words agree, else its parts on both sides of its gap.

    With how many those are; `counts` are those of each run. An outlet that puts a sentence of its
    own between two copied ones has copied both.
    """
    outside = sum(counts)
    if outside < RUN:
        return
    (a, b), (c, d) = left(passage), right(passage)
    quotes = one.beside_quotation(a, b) or other.beside_quotation(c, d)
    widest = max(one.unquoted(a, b), other.unquoted(c, d)) if quotes else max(b - a, d - c)
    if outside >= max(AROUND if quotes else RUN, DENSE * widest):
        yield passage, outside
    elif len(passage) > 1:
        at = max(range(1, len(passage)), key=lambda n: _gap(passage[n - 1], passage[n]))
        yield from _dense(one, other, passage[:at], counts[:at])
        yield from _dense(one, other, passage[at:], counts[at:])


def _gap(before: Run, after: Run) -> int:
    """The words between two runs on the side that has more of them."""
    return max(after[0] - before[0], after[1] - before[1]) - before[2]


def _is_phrase(one: Worded, other: Worded, passage: Passage, background: Background) -> bool:
    places = own_words(one, other, passage)
    return len(places) < LONG and _weight(one, places, background) < RARITY


def _weight(article: Worded, places: Sequence[int], background: Background) -> float:
    """How rare a passage's words are, without its names (anybody writes them) and stock phrases."""
    first, last = places[0], places[-1] + 1
    hashes = article.whole(first, last - first)
    stock = background.stock(hashes)
    kept = [i - first for i in places if not article.names(i) and not stock[i - first]]
    rare = np.unique(hashes[kept])
    return float(background.weights(rare).sum()) if len(rare) else 0.0


def _copy(group: Sequence[Side], shelf: _Shelf) -> Copy:
    passages = tuple(_passages(group, shelf))
    sources = [shelf.sources[side.article] for side in group]
    told = origin([Printed(s.id, s.outlet, s.published, s.credits) for s in sources])
    parts = (part for passage in passages for part in (passage.article, passage.start, passage.end))
    return Copy(digest("c", *parts), passages, told)


def _passages(group: Sequence[Side], shelf: _Shelf) -> Iterator[Cite]:
    """The passages as cites, with the sentence's stop and the quotation marks that all have."""
    ends = []
    for side in group:
        words = shelf.words[side.article]
        ends.append((words.text, words.start(side.first), words.end(side.last - 1)))
    behind = _alike([_leading(_BEHIND, text[end : end + 4]) for text, _, end in ends])
    before = _alike(
        [_leading(_BEFORE, text[max(0, start - 3) : start][::-1]) for text, start, _ in ends]
    )
    for side, (text, start, end) in zip(group, ends, strict=True):
        start, end = start - before, end + behind
        yield Cite(shelf.sources[side.article].id, start, end, text[start:end])


def _alike(found: Sequence[str]) -> int:
    """With how many signs all begin alike, kinds of quotation mark levelled."""
    if len(set(found)) == 1:
        return len(found[0])
    count = 0
    for signs in zip(*found, strict=False):
        if len({level(sign) for sign in signs}) > 1:
            break
        count += 1
    return count


def _leading(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return "" if found is None else found.group()
