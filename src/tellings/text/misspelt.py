"""Words that may be one name in two spellings: a letter more, less, other, or two letters swapped.

Candidates come from keys (every word with one letter left out), as SymSpell finds them (Garbe 2012,
"Symmetric Delete"), so that not every word is compared with every other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from tellings.text.naming import folded, plain

_SHORTEST = 5  # letters: of fewer, another letter is mostly another name
_LONG = 6  # letters from which on two may be other, where the rest of the name shows it


def near(words: Iterable[str], shortest: int = _SHORTEST) -> Iterator[tuple[str, str]]:
    """Pairs of words one letter apart, or one by transliteration; sorted, each pair once.

    The first letter is the same; accents, points and capitals are no difference. Words of fewer
    letters than `shortest` are passed over.
    """
    held: dict[str, set[str]] = defaultdict(set)
    for word in set(words):
        for key in _keys(word, shortest):
            held[key].add(word)
    pairs = {
        (one, other)
        for group in held.values()
        for one in group
        for other in group
        if one < other and _one_letter(plain(one), plain(other))
    }
    yield from sorted(pairs)


def two_letters(one: str, other: str) -> bool:
    """Whether two long words are two letters apart, and neither begins the other."""
    mine, theirs = plain(one), plain(other)
    if mine[:1] != theirs[:1] or min(len(mine), len(theirs)) < _LONG:
        return False
    if mine.startswith(theirs) or theirs.startswith(mine):
        return False
    return OSA.distance(mine, theirs, score_cutoff=2) == 2


def _keys(word: str, shortest: int) -> set[str]:
    low = plain(word)
    if len(low) < shortest or not low.isalpha():
        return set()
    return {low, folded(word), *(low[:i] + low[i + 1 :] for i in range(1, len(low)))}


def _one_letter(one: str, other: str) -> bool:
    if one == other or one[0] != other[0]:
        return False
    return OSA.distance(one, other) == 1 or folded(one) == folded(other)
