"""Which quotes of different articles tell one utterance.

Joined: whole quotes, trimmed ones, reworded ones, and paraphrases, of one speaker in one story.
Kept apart: two utterances on one theme, two speakers with the same words. Every joining is a tie.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from tellings.link.groups import grouped
from tellings.link.said import Said, Uttered
from tellings.link.utterances import Comparer
from tellings.model import Span, Statement, Tie, Wording, digest
from tellings.text.content import content, words

BY = "link/statements"
_COMMON = 60  # quotes of one story: a stem in more of them brings no pair by itself

Counts = Callable[[Sequence[tuple[str, Span]]], tuple[int, int]]


def statements(
    story: str, said: Sequence[Said], comparer: Comparer, counts: Counts
) -> tuple[tuple[Tie, ...], tuple[Statement, ...]]:
    """Ties between the quotes of one story, and the statements that they make, sorted by id."""
    ones = {one.quote.id: comparer.read(one) for one in said}
    ties = []
    for a, b in _candidates(list(ones.values()), comparer):
        judged = comparer.judge(a, b)
        if judged is not None:
            left, right = sorted((a.id, b.id))
            ties.append(Tie("quote", left, right, *judged, BY))
    made = [_statement(story, [ones[i] for i in group], counts) for group in grouped(ones, ties)]
    return tuple(sorted(ties)), tuple(sorted(made, key=lambda s: s.id))


def _candidates(ones: Sequence[Uttered], comparer: Comparer) -> list[tuple[Uttered, Uttered]]:
    """Pairs that share a stem which few quotes have; never all pairs of a large story."""
    index: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(ones):
        for root in set(one.content) | set(content(" ".join(one.exact), comparer.stop)):
            index[root].append(i)
    found = {
        (i, j)
        for where in index.values()
        if len(where) <= _COMMON
        for n, i in enumerate(where)
        for j in where[n + 1 :]
    }
    return [(ones[i], ones[j]) for i, j in sorted(found)]


def _statement(story: str, members: Sequence[Uttered], counts: Counts) -> Statement:
    ordered = sorted(members, key=lambda one: one.id)
    speakers = Counter(one.said.speaker for one in ordered if one.said.speaker is not None)
    speaker = min(speakers, key=lambda s: (-speakers[s], s)) if speakers else None
    days = Counter(one.said.day for one in ordered if one.said.day)
    outlets, independent = counts([(one.said.article, one.said.around) for one in ordered])
    return Statement(
        digest("s", story, ordered[0].id),
        story,
        speaker,
        tuple(one.id for one in ordered),
        _wordings(ordered),
        outlets,
        independent,
        min(days, key=lambda d: (-days[d], d)) if days else None,
    )


def _wordings(ordered: Sequence[Uttered]) -> tuple[Wording, ...]:
    """Tellings with the same words and form; exact ones first, the longest of them first."""
    found: dict[tuple[bool, tuple[str, ...]], list[Uttered]] = defaultdict(list)
    for one in ordered:
        exact = one.said.quote.form == "direct"
        found[exact, one.exact if exact else tuple(words(_slice(one.said)))].append(one)
    made = []
    for _, same in sorted(found.items(), key=lambda kv: (not kv[0][0], -len(kv[0][1]), kv[0][1])):
        texts = sorted(_slice(one.said) for one in same)
        made.append(
            Wording(
                texts[0],
                tuple(one.id for one in same),
                tuple(sorted({one.said.outlet for one in same})),
                same[0].said.quote.form,
            )
        )
    return tuple(made)


def _slice(said: Said) -> str:
    """The exact words of the article from the first to the last quoted word, or of the content."""
    quote = said.quote
    if quote.form == "direct" and quote.quoted:
        return said.text[quote.quoted[0].start : quote.quoted[-1].end]
    return quote.span.of(said.text)
