"""Pairs of spellings that are one name's, gathered: three papers, three ways to write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from tellings.text.naming import plain
from tellings.weigh.forms import Form
from tellings.weigh.variants import Variant
from tellings.words.geography import country_of

# A pair and how likely its words are one.
Found = tuple[float, Variant]


def gathered(found: Iterable[Found]) -> list[list[Found]]:
    """The pairs that share a name as written, the likeliest first, each group in that order.

    A spelling is one name's slip: where two pairs share it, and their other words are a people's
    and its country's, the less likely one is left out.
    """
    groups: list[list[Found]] = []
    for one in sorted(found, key=lambda pair: (-pair[0], pair[1].one, pair[1].other)):
        near = [group for group in groups if any(_meet(one[1], pair) for _, pair in group)]
        if not all(_fit(one[1], pair) for group in near for _, pair in group):
            continue
        groups = [group for group in groups if group not in near]
        groups.append([pair for group in near for pair in group] + [one])
    return groups


def spellings(pairs: Sequence[Variant]) -> dict[str, dict[Form, None]]:
    """The forms of each spelling of a group, capitals aside."""
    held: dict[str, dict[Form, None]] = {}
    for word, forms in (side for pair in pairs for side in _sides(pair)):
        held.setdefault(plain(word), {}).update(dict.fromkeys(forms))
    return held


def _sides(pair: Variant) -> Iterator[tuple[str, tuple[Form, ...]]]:
    yield pair.one, pair.mine
    yield pair.other, pair.theirs


def _meet(a: Variant, b: Variant) -> bool:
    """Whether two pairs have one spelling of one name, as it is written somewhere."""
    return any(
        plain(one) == plain(other) and not set(forms).isdisjoint(others)
        for (one, forms), (other, others) in product(_sides(a), _sides(b))
    )


def _fit(a: Variant, b: Variant) -> bool:
    """Whether all words of two pairs can be one name's: of two known of countries neither slips."""
    return not any(
        plain(one) != plain(other) and country_of(one) and country_of(other)
        for (one, _), (other, _) in product(_sides(a), _sides(b))
    )
