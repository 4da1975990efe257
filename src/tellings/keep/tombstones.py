"""What became of an id: kept for ever, so that a link into an earlier state still leads on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set

import apsw

from tellings.keep import kinds
from tellings.model import Groups

Members = Mapping[tuple[str, str], Set[str]]


def bury(connection: apsw.Connection, groups: Groups) -> None:
    """Hold the earlier state's ids against the new one's; the caller holds the transaction."""
    new = {(kind, group.id): set(kinds.members(group)) for kind, group in kinds.groups(groups)}
    old = _stored(connection)
    connection.executemany(
        'INSERT INTO tombstone VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "into" = excluded."into"',
        [(kind, gone, into) for (kind, gone), into in successors(old, new).items()],
    )
    connection.executemany("DELETE FROM tombstone WHERE kind = ? AND id = ?", list(new))
    connection.execute("DELETE FROM member")
    connection.executemany(
        "INSERT INTO member VALUES (?, ?, ?)",
        [(*key, member) for key in sorted(new) for member in sorted(new[key])],
    )


def successors(old: Members, new: Members) -> dict[tuple[str, str], str | None]:
    """For each id that went: the id that took most of its members (the lesser of two), or None."""
    holders: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for (kind, name), members in new.items():
        for member in members:
            holders[kind, member].append(name)
    return {
        (kind, gone): _most(holders[kind, member] for member in members)
        for (kind, gone), members in old.items()
        if (kind, gone) not in new
    }


def load(connection: apsw.Connection) -> tuple[tuple[str, str, str | None], ...]:
    """(kind, id that went, id it went into or None), sorted."""
    return tuple(connection.execute('SELECT kind, id, "into" FROM tombstone ORDER BY kind, id'))


def _most(held: Iterable[list[str]]) -> str | None:
    shares = Counter(name for names in held for name in names)
    return min(shares, key=lambda name: (-shares[name], name), default=None)


def _stored(connection: apsw.Connection) -> dict[tuple[str, str], set[str]]:
    old: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, name, member in connection.execute("SELECT kind, id, member FROM member"):
        old[kind, name].add(member)
    return old
