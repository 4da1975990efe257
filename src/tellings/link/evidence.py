"""What speaks for and against two mentions being one happening, as named signs with values.

The signs are weighed in log odds by words/joining.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import log, log1p

from tellings.link.happened import One, Share, classes
from tellings.link.meanings import cosine
from tellings.link.parts import Sign, parts
from tellings.link.when import when_and_where
from tellings.text.content import stem
from tellings.words.tables import toml

_COMMON = 6.0  # the weight of a word that every paper prints daily
_TOP = 6  # letters: a superlative has at least so many ("largest")


def evidence(a: One, b: One) -> Iterator[Sign]:
    """(name, value, why) of all that is known of the two; `why` is empty for what says little."""
    yield "start", 1.0, ""
    yield from _word(a, b)
    yield from _sentence(a, b)
    yield from parts(a, b)
    yield from when_and_where(a, b)
    yield from _manner(a, b)
    yield from _story(a, b)


def _word(a: One, b: One) -> Iterator[Sign]:
    one, other = a.said.mention.lemma, b.said.mention.lemma
    if one == other:
        yield "same_word", 1.0, f"one word ({one})"
    elif stem(one) != stem(other):
        alike = bool(classes(one) & classes(other))
        yield "like_words" if alike else "particle", 1.0, f"like words ({one}, {other})"
    yield "rare_word", min(a.rare, b.rare) - _COMMON, ""
    marks = (_marks(a), _marks(b))
    if bool(marks[0]) != bool(marks[1]):
        yield "one_marked", 1.0, ""
    elif marks[0] and not marks[0] & marks[1]:
        yield "marked_otherwise", 1.0, f"{min(marks[0])}, {min(marks[1])}"
    if _indefinite(a) or _indefinite(b):
        yield "indefinite", 1.0, ""


def _indefinite(one: One) -> bool:
    """ "a new deal": one that is told for the first time, or one of many."""
    before = set(one.before) if one.noun else set()
    return bool(before & _listed("indefinite")) and not before & _listed("definite")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(toml("joining.toml")["words"][name])


def _marks(one: One) -> frozenset[str]:
    """ "another", "second", "largest": words before a noun that tell one of several apart."""
    if not one.noun:
        return frozenset()
    top = {w for w in one.before if w.endswith("est") and len(w) >= _TOP}
    return frozenset(one.before) & _listed("apart") | (top - _listed("no_superlatives"))


def _sentence(a: One, b: One) -> Iterator[Sign]:
    if a.said.article == b.said.article and a.said.sentence == b.said.sentence:
        yield "one_sentence", 1.0, "in one sentence"
        return
    if a.exact == b.exact and a.said.article != b.said.article and _offset(a) == _offset(b):
        yield "copied", 1.0, "word for word the same sentence"
    alike = _alike(a.sentence, b.sentence, a, b)
    yield "sentence", alike, f"{alike:.0%} of the words alike"
    yield "clause", _alike(a.clause, b.clause, a, b), ""
    if (meant := cosine(a.meaning, b.meaning)) is not None:
        yield "meaning", meant, ""
    if a.figures and b.figures and not a.figures & b.figures:
        yield "other_figures", 1.0, "other figures"


def _offset(one: One) -> int:
    return one.said.mention.trigger.start - one.said.sentence.start


def _alike(mine: frozenset[str], theirs: frozenset[str], a: One, b: One) -> float:
    """The share of the poorer side's weight that is common, 0 to 1."""
    least = min(_weight(mine, a, a), _weight(theirs, b, b))
    return _weight(mine & theirs, a, b) / least if least else 0.0


def _weight(stems: frozenset[str], a: One, b: One) -> float:
    return sum(min(a.weights.get(s, 0.0), b.weights.get(s, 0.0)) for s in sorted(stems))


def _manner(a: One, b: One) -> Iterator[Sign]:
    one, other = a.said.mention, b.said.mention
    if one.negated != other.negated:
        yield "one_negated", 1.0, "one is negated"
    if a.ahead != b.ahead:
        yield "one_ahead", 1.0, "one is still to come"
    bare = [one for one in (a, b) if one.bare]
    if not all(_taken_up(one) for one in bare):
        yield "told_as_new", 1.0, ""
    elif bare and a.said.article == b.said.article:
        yield "taken_up", 1.0, "taken up again in one article"


def _taken_up(one: One) -> bool:
    """Whether "the blast", "their talks" speaks of something told before; "for talks" does not."""
    for word in reversed(one.before):
        if word in _listed("definite"):
            return True
        if word in _listed("breaks"):
            return False
    return False


def _story(a: One, b: One) -> Iterator[Sign]:
    """How much of the story tells of their classes, and how deep in their articles they stand."""
    yield "central", min(_told(a), _told(b)) - 0.5, ""
    yield "deep", log1p(max(a.said.number, b.said.number)) - 1.0, ""
    mine, theirs = classes(a.said.mention.lemma), classes(b.said.mention.lemma)
    known = {**a.shares, **b.shares}
    common = [known.get(kind, Share()) for kind in sorted(mine & theirs)]
    yield "days_told", log(max((s.days for s in common), default=1)), ""
    yield "things_told", log(max((s.things for s in common), default=1)), ""


def _told(one: One) -> float:
    kinds = classes(one.said.mention.lemma)
    return max(one.shares.get(kind, Share()).articles for kind in kinds)
