"""What the parts of two mentions say of whether they are one happening: who, to whom, to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.link.happened import PRONOUNS, One
from tellings.text.content import stem
from tellings.words.happenings import kinds, side

Sign = tuple[str, float, str]


def parts(a: One, b: One) -> Iterator[Sign]:
    """Signs from who acts and who or what it is done to, by party or else by the noun at its head.

    Each sign has its name in words/joining.toml, a value, and words for `why`, empty where it says
    too little to be told.
    """
    yield from _crossed(a, b)
    one, other = a.said, b.said
    if one.counts and other.counts:
        alike = one.counts & other.counts
        yield ("same_count" if alike else "other_count"), 1.0, _numbers(alike)
    yield from _side(
        a,
        b,
        ("actor", "subject", "who did it"),
        (one.actors, other.actors),
        (one.mention.subject, other.mention.subject),
    )
    yield from _side(
        a,
        b,
        ("recipient", "object", "to whom"),
        (one.recipients, other.recipients),
        (one.mention.object, other.mention.object),
    )


def _side(
    a: One,
    b: One,
    names: tuple[str, str, str],
    parties: tuple[Sequence[str], Sequence[str]],
    heads: tuple[str | None, str | None],
) -> Iterator[Sign]:
    party, head, what = names
    mine, theirs = (set(side_) for side_ in parties)
    if mine & theirs:
        yield f"same_{party}", 1.0, f"{what}: the same"
    elif not mine - a.said.nameless or not theirs - b.said.nameless:
        yield from _heads(heads, head, what)
    elif mine & _all(b) or theirs & _all(a):
        return  # told in `_crossed`
    elif mine <= a.said.people and theirs <= b.said.people:
        yield f"other_person_{party}", 1.0, f"{what}: other people"
    else:
        one = {a.said.nations[x] for x in mine if x in a.said.nations}
        other = {b.said.nations[x] for x in theirs if x in b.said.nations}
        if one and other:
            alike = bool(one & other)
            told = f"{what}: of {'one country' if alike else 'other countries'}"
            yield ("one_country" if alike else "other_country"), 1.0, told
        else:
            yield f"other_{party}", 1.0, f"{what}: others"


def _numbers(alike: frozenset[tuple[str, str]]) -> str:
    told = min(alike, default=("", ""))
    return f"of {' to '.join(dict.fromkeys(told))}" if alike else "other numbers"


def _all(one: One) -> set[str]:
    return {*one.said.actors, *one.said.recipients}


def _crossed(a: One, b: One) -> Iterator[Sign]:
    """ "A sued B" and "B sued A", or one told as doing what the other tells done to it.

    "A met B" and "B met A" is one meeting told from two sides.
    """
    if {a.said.mention.lemma, b.said.mention.lemma} & (side("mutual") | side("together")):
        return
    does, bears = set(a.said.actors), set(a.said.recipients)
    other_does, other_bears = set(b.said.actors), set(b.said.recipients)
    crossed = bears & other_does or other_bears & does
    if crossed and not does & other_does and not bears & other_bears:
        yield "swapped", 1.0, "who did it to whom is swapped"


def _heads(heads: tuple[str | None, str | None], name: str, what: str) -> Iterator[Sign]:
    one, other = heads
    if one is None or other is None or one in PRONOUNS or other in PRONOUNS:
        return
    if stem(one) == stem(other):
        yield f"same_{name}", 1.0, f"{what}: the same word ({one})"
    elif not kinds(one) & kinds(other):
        yield f"other_{name}", 1.0, f"{what}: {one}, {other}"
