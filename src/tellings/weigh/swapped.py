"""Words that stand for each other within a name, where two clauses are told alike around it.

A name's word may be replaced by one that is in no letter like it ("Velm Relief Fund", "Velm Relief
Trust"). Other names of a story share words just so; but where the clauses around are the same word
by word, and so is the rest of the name, one thing has two names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum

from tellings.model import Cite
from tellings.text.naming import plain
from tellings.weigh.forms import Form, small
from tellings.weigh.frames import Frame, Phrase
from tellings.words.tables import toml

_MOST = 30.0  # summed weight of the words around from which more say nothing more


@dataclass(frozen=True, slots=True)
class Swap:
    """Two forms that are the same but for a word, and how telling what stands around both is.

    `one` and `other` are the words, `around` is 0 to 1.
    """

    one: tuple[str, Form]
    other: tuple[str, Form]
    shared: tuple[str, ...]
    around: float


def swaps(
    forms: Sequence[Form], framed: Iterable[Frame], weight: Callable[[str], float]
) -> list[Swap]:
    """The swaps of one story, in the order of its frames."""
    at: dict[str, list[tuple[Cite, Form]]] = defaultdict(list)
    for form in forms:
        for cite in form.cites:
            at[cite.article].append((cite, form))
    # What has a name of its own, and what tells two things of one name apart.
    alone = {plain(form.text) for form in forms if len(form.words) == 1} | _apart()
    found: dict[tuple[tuple[str, Form], tuple[str, Form]], Swap] = {}
    for frame in framed:
        one, other = (_form(phrases, at) for phrases in (frame.ones, frame.others))
        pair = _one_word(one, other) if one and other else None
        if one is None or other is None or pair is None:
            continue
        ours, theirs, shared = pair
        if not alone.isdisjoint((plain(ours), plain(theirs))):
            continue
        around = min(fsum(map(weight, frame.near)) / _MOST, 1.0)
        key = (ours, one), (theirs, other)
        if key not in found or found[key].around < around:
            found[key] = Swap(*key, shared, around)
    return list(found.values())


@cache
def _apart() -> frozenset[str]:
    return frozenset(toml("names.toml")["apart"])


def _form(phrases: Sequence[Phrase], at: dict[str, list[tuple[Cite, Form]]]) -> Form | None:
    """The name that the first of some phrases is, or is a part of."""
    phrase = phrases[0]
    for cite, form in at.get(phrase.article, ()):
        if cite.start <= phrase.span.start and phrase.span.end <= cite.end:
            return form
    return None


def _one_word(one: Form, other: Form) -> tuple[str, str, tuple[str, ...]] | None:
    """The word of each that the other lacks, and what both have; None where more differs."""
    ours, theirs = ([plain(word) for word in form.words] for form in (one, other))
    first = [n for n, word in enumerate(ours) if word not in theirs]
    second = [n for n, word in enumerate(theirs) if word not in ours]
    if len(first) != 1 or len(second) != 1:
        return None
    if not (_is_head(one, first[0]) and _is_head(other, second[0])):
        return None
    shared = tuple(word for n, word in enumerate(one.words) if n != first[0])
    if not any(word[:1].isupper() and word not in small() for word in shared):
        return None
    return one.words[first[0]], other.words[second[0]], shared


def _is_head(form: Form, at: int) -> bool:
    """Whether a word is a name's head or stands behind it ("Relief Fund", "Fund of Velm", "Medal
    of Honor"): a word before the head tells two things apart ("Velm Dental Association")."""
    return at == len(form.words) - 1 or form.words[at + 1] in small()
