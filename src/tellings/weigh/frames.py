"""Clauses of a story that two newsrooms tell alike, word by word, but for one phrase in each.

Agency text that was edited, a saying told by two, one sentence in two updates: where the words
around a place are the same, what differs at that place differs on the same matter. The rest of the
two sentences may be unlike. What kind of phrase it is, and whether it is a difference at all, is
for the slots to tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tellings.model import Span
from tellings.text.alignment import Block, blocks
from tellings.text.content import stem, words_at
from tellings.weigh.scene import Scene
from tellings.weigh.sentences import Sentence, candidates

_REACH = 8  # words on either side of a phrase that are its frame
_LONGEST = 10  # words of a phrase
# Words that tell something which both frames have: of one alone, anything can stand beside it.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """Where a phrase stands in an article, and the sentence it stands in."""

    article: str
    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Frame:
    """One place of two clauses at which they read otherwise, each with all who print it so.

    `equal` are the stems that both sentences have in one order, stop words left out, `near` those
    of them within 8 words of the phrase in both; `before` and `after` say whether equal words stand
    right there, or nothing in both.
    """

    ones: tuple[Phrase, ...]
    others: tuple[Phrase, ...]
    equal: frozenset[str]
    near: frozenset[str]
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Worded:
    """The words of a sentence and their stems, and who prints it with where each word stands."""

    stems: tuple[str, ...]
    words: tuple[str, ...]
    by: tuple[tuple[Sentence, tuple[tuple[int, int], ...]], ...]

    def phrases(self, first: int, last: int) -> tuple[Phrase, ...]:
        """The words from `first` to before `last`, as each prints them."""
        return tuple(
            Phrase(
                one.article,
                Span(one.span.start + places[first][0], one.span.start + places[last - 1][1]),
                one.span,
            )
            for one, places in self.by
        )


@dataclass(frozen=True, slots=True)
class Twin:
    """Two sentences side by side, in runs of equal and of unlike words (see `text.alignment`)."""

    one: Worded
    other: Worded
    blocks: tuple[Block, ...]

    def equal(self, stop: Container[str]) -> list[tuple[int, int]]:
        """The equal words by their numbers in both, those of `stop` left out."""
        pairs = ((i + n, k + n) for same, i, j, k, _ in self.blocks if same for n in range(j - i))
        return [(i, k) for i, k in pairs if self.one.words[i] not in stop]


def twins(told: Sequence[Sentence]) -> Iterator[Twin]:
    """The pairs of sentences of two articles that share words which few of the story have.

    `told` are the story's sentences. Each pair of wordings is put side by side once, whoever
    prints them; a sentence is set beside no other of its own article.
    """
    groups = list(_worded(told))
    for a, b in candidates([group.by[0][0] for group in groups]):
        one, other = groups[a], groups[b]
        if len({sentence.article for sentence, _ in (*one.by, *other.by)}) > 1:
            yield Twin(one, other, tuple(blocks(one.stems, other.stems)))


def frames(scene: Scene, told: Iterable[Twin]) -> Iterator[Frame]:
    """Every place at which two articles' sentences read otherwise between words in common."""
    for twin in told:
        yield from _framed(scene, twin)


def _worded(told: Sequence[Sentence]) -> Iterator[Worded]:
    by_words: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in told:
        if sentence.words:
            by_words[sentence.words].append(sentence)
    for said, printed in by_words.items():
        places = ((one, tuple((at, end) for _, at, end in words_at(one.text))) for one in printed)
        yield Worded(tuple(stem(w.removesuffix("'s")) for w in said), said, tuple(places))


def _framed(scene: Scene, twin: Twin) -> Iterator[Frame]:
    one, other, aligned = twin.one, twin.other, twin.blocks
    telling = twin.equal(scene.stop)
    if len(telling) < _FEWEST:
        return
    whole = frozenset(one.stems[i] for i, _ in telling)
    for n, (equal, i, j, k, m) in enumerate(aligned):
        if equal or i == j or k == m or max(j - i, m - k) > _LONGEST:
            continue
        near = frozenset(
            one.stems[x]
            for x, y in telling
            if i - _REACH <= x < j + _REACH and k - _REACH <= y < m + _REACH
        )
        if len(near) >= _FEWEST:
            before, after = n > 0 or i == k == 0, n + 1 < len(aligned)
            ends = j == len(one.stems) and m == len(other.stems)
            yield Frame(one.phrases(i, j), other.phrases(k, m), whole, near, before, after or ends)
