"""From ties to groups: what `same` ties connect, kept apart where a `different` tie stands."""

from __future__ import annotations

from collections.abc import Iterable

from tellings.model import Tie


def grouped(ids: Iterable[str], ties: Iterable[Tie]) -> list[tuple[str, ...]]:
    """Groups of the ids, each sorted, and sorted by first id; ids that no tie joins stand alone.

    `same` ties join in order of falling score (then ids), so that the same ties give the same
    groups in every order. Two groups with a `different` tie between members of theirs never join:
    that tie is then the reason why they stay apart.
    """
    known = sorted(set(ids))
    root = {one: one for one in known}
    members = {one: [one] for one in known}
    apart: dict[str, set[str]] = {}
    ordered = sorted(ties, key=lambda t: (-t.score, t.left, t.right))
    for tie in ordered:
        if tie.verdict == "different" and tie.left in root and tie.right in root:
            apart.setdefault(tie.left, set()).add(tie.right)
            apart.setdefault(tie.right, set()).add(tie.left)
    for tie in ordered:
        if tie.verdict != "same" or tie.left not in root or tie.right not in root:
            continue
        a, b = root[tie.left], root[tie.right]
        if a == b or any(apart.get(one, set()) & set(members[b]) for one in members[a]):
            continue
        a, b = sorted((a, b))
        members[a].extend(members.pop(b))
        for one in members[a]:
            root[one] = a
    return sorted(tuple(sorted(group)) for group in members.values())
