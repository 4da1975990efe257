"""From ties to groups: what `same` ties connect."""

from __future__ import annotations

from collections.abc import Iterable

from tellings.model import Tie


def grouped(ids: Iterable[str], ties: Iterable[Tie]) -> list[tuple[str, ...]]:
    """Connected components under the ties judged `same`; each sorted, and sorted by first id.

    Ties are taken in order of falling score (then ids), so that the same ties give the same groups
    in every order. Ids that no tie names are groups of one.
    """
    parent = {one: one for one in sorted(ids)}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for tie in sorted(ties, key=lambda t: (-t.score, t.left, t.right)):
        if tie.verdict == "same" and tie.left in parent and tie.right in parent:
            a, b = sorted((root(tie.left), root(tie.right)))
            parent[b] = a
    found: dict[str, list[str]] = {}
    for one in parent:
        found.setdefault(root(one), []).append(one)
    return sorted(tuple(sorted(group)) for group in found.values())
