"""Sentences of a story in which two newsrooms say the same thing in almost the same words.

What still differs in them differs on the same matter, which no joining of events can promise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Indel

from tellings.model import Article, Quote, Span
from tellings.text.content import content, words
from tellings.weigh.scene import Scene

_FEWEST, _MOST = 6, 60  # words of a sentence
_COMMON = 30  # sentences of a story that may share a stem for it to bring a pair
_STEMS = 3  # stems that bring a pair
# Words in common, in order, and their share of the shorter sentence's.
_EQUAL, _SHARE = 6, 0.6


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article's own text, its words and stems, and the quotes in it."""

    article: str
    span: Span
    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings of one sentence, each with all who print it, and the words that both have."""

    ones: tuple[Sentence, ...]
    others: tuple[Sentence, ...]
    equal: tuple[str, ...]


def sentences(scene: Scene) -> list[Sentence]:
    """The sentences of the story's articles, headlines, captions and furniture left out."""
    found = []
    for article in scene.story.articles:
        told = scene.articles[article]
        beside = not_body(told)
        quotes = scene.marks[article].quotes
        for sentence in scene.marks[article].sentences:
            if any(span.overlaps(sentence.span) for span in beside):
                continue
            text = sentence.span.of(told.text)
            said = tuple(words(text))
            around = tuple(q for q in quotes if q.span.overlaps(sentence.span))
            stems = frozenset(content(text, scene.stop))
            found.append(Sentence(article, sentence.span, text, said, stems, around))
    return found


def not_body(article: Article) -> tuple[Span, ...]:
    """Where an article has a headline, a caption, or what is not its own text."""
    headline = (article.headline,) if article.headline else ()
    return (*headline, *article.captions, *article.furniture)


def pairs(told: Sequence[Sentence]) -> Iterator[Pair]:
    """Pairs of sentences that are the same but for some words, each pair of wordings once."""
    by_words: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in told:
        if _FEWEST <= len(sentence.words) <= _MOST:
            by_words[sentence.words].append(sentence)
    groups = list(by_words.values())
    for a, b in candidates([group[0] for group in groups]):
        ones, others = groups[a], groups[b]
        equal = _equal(ones[0].words, others[0].words)
        if equal and len({one.article for one in (*ones, *others)}) > 1:
            yield Pair(tuple(ones), tuple(others), equal)


def candidates(ones: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Pairs of sentences, by their numbers, that share stems which few sentences have."""
    index: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(ones):
        for stem in one.stems:
            index[stem].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for where in index.values():
        if len(where) <= _COMMON:
            shared.update(combinations(where, 2))
    return sorted(pair for pair, count in shared.items() if count >= _STEMS)


def _equal(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The words in common, in order; none where they are too few."""
    blocks = [o for o in Indel.opcodes(one, other) if o.tag == "equal"]
    same = tuple(word for o in blocks for word in one[o.src_start : o.src_end])
    least = max(_EQUAL, _SHARE * min(len(one), len(other)))
    return same if len(same) >= least else ()
