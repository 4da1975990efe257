"""The gold of differences: true ones and traps, found by reading and never from what is printed.

bench/cases/tune.jsonl and test.jsonl hold one item a line: affair, part, slot, type, sides (the
article's id in its line, start, end of the words that differ), whether it holds, and the cause. No
affair is in both parts; `test` was kept from whoever wrote the rules.
A printed difference meets an item of its slot where two of the item's sides lie in two of its own.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tellings.model import Cite, Finding

Place = tuple[str, int, int]
# The slots over which the recall is asked for.
ASKED = ("date", "number", "wording", "name", "actor")


@dataclass(frozen=True, slots=True)
class Item:
    """One true difference or one trap; `also` are types that would be as right as `type`."""

    part: str
    affair: str
    slot: str
    type: str
    sides: tuple[Place, ...]
    holds: bool
    cause: str
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        places = "~".join(f"{article[:6]}:{start}-{end}" for article, start, end in self.sides)
        return f"{self.slot}/{self.type} {places}"


def items(path: Path) -> list[Item]:
    """The items of one file, in its order; none where it is absent."""
    if not path.is_file():
        return []
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sides = tuple((one["article"], one["start"], one["end"]) for one in row["sides"])
        found.append(
            Item(
                row["part"],
                row["affair"],
                row["slot"],
                row["type"],
                sides,
                row["holds"],
                row["cause"],
                tuple(row.get("or", ())),
            )
        )
    return found


def met(sides: Sequence[Place], groups: Sequence[Sequence[Cite]], names: Mapping[str, str]) -> bool:
    """Whether two places lie in two of the groups of cites. `names` gives each article's id."""
    hit: dict[int, set[int]] = {}
    for number, place in enumerate(sides):
        for at, group in enumerate(groups):
            if any(_over(place, cite, names) for cite in group):
                hit.setdefault(number, set()).add(at)
    return len(hit) > 1 and len(set().union(*hit.values())) > 1


def _over(place: Place, cite: Cite, names: Mapping[str, str]) -> bool:
    article, start, end = place
    return names[cite.article] == article and cite.start < end and start < cite.end


@dataclass(slots=True)
class Scored:
    """Per item the printed differences that meet it, and per difference the items that it meets."""

    items: list[Item]
    by_item: dict[str, list[Finding]]
    by_finding: dict[str, list[Item]]
    printed: list[Finding]

    def right(self) -> dict[str, bool]:
        """By item: a true one printed, or a trap not sprung."""
        return {item.name: item.holds == bool(self.by_item[item.name]) for item in self.items}

    def held(self, finding: Finding) -> bool | None:
        """Whether a printed difference holds; None where it meets no item.

        A trap for a clash says nothing against two grains, which are listed and called no clash.
        """
        mine = [
            item
            for item in self.by_finding[finding.id]
            if item.holds or finding.type != "precision" or item.type == "precision"
        ]
        return any(item.holds for item in mine) if mine else None


def scored(
    gold: Sequence[Item],
    findings: Iterable[Finding],
    names: Mapping[str, str],
    affairs: Mapping[str, str],
    only: Collection[str] | None = None,
) -> Scored:
    """Meet the gold with what is printed on its affairs, or on those of `only`.

    `affairs` maps an article's id to its.
    """
    mine = {item.affair for item in gold} if only is None else only
    printed = [
        one
        for one in findings
        if one.kind == "difference" and affairs[names[one.sides[0].cites[0].article]] in mine
    ]
    by_item: dict[str, list[Finding]] = {item.name: [] for item in gold}
    by_finding: dict[str, list[Item]] = {one.id: [] for one in printed}
    for one in printed:
        groups = [side.cites for side in one.sides]
        for item in gold:
            if item.slot == one.slot and met(item.sides, groups, names):
                by_item[item.name].append(one)
                by_finding[one.id].append(item)
    return Scored(list(gold), by_item, by_finding, printed)


def table(part: str, one: Scored) -> None:
    """Precision over judged ones, traps sprung, recall by slot and type."""
    for label, of in (
        ("all", one.printed),
        ("but precision", [f for f in one.printed if f.type != "precision"]),
    ):
        judged = [f for f in of if one.held(f) is not None]
        good = sum(bool(one.held(f)) for f in judged)
        print(
            f"gold {part}: {label}: {good} of {len(judged)} judged printed ones hold; "
            f"{len(of) - len(judged)} printed ones meet no item"
        )
    clash = [i for i in one.items if not i.holds]
    sprung = [i for i in clash if any(f.type != "precision" for f in one.by_item[i.name])]
    listed = [i for i in clash if one.by_item[i.name] and i not in sprung]
    true = [i for i in one.items if i.holds]
    asked = [i for i in true if i.slot in ASKED]
    print(
        f"gold {part}: {len(sprung)} of {len(clash)} traps sprung, {len(listed)} more listed as "
        f"precision; recall over {', '.join(ASKED)} {_share(one, asked)}, over all slots "
        f"{_share(one, true)}"
    )
    for slot, kind in sorted(Counter((i.slot, i.type) for i in one.items)):
        of_kind = [i for i in true if (i.slot, i.type) == (slot, kind)]
        traps = [i for i in clash if (i.slot, i.type) == (slot, kind)]
        typed = sum(any(f.type in (kind, *i.also) for f in one.by_item[i.name]) for i in of_kind)
        print(
            f"   {slot:9} {kind:13} printed {_share(one, of_kind)}, {typed} of that type; "
            f"sprung {_share(one, traps)}"
        )


def _share(one: Scored, of: Sequence[Item]) -> str:
    return f"{sum(bool(one.by_item[item.name]) for item in of):3} of {len(of):3}"


def reliability(scores: Iterable[Scored]) -> None:
    """How often differences of like confidence hold, over judged ones, and the mean of both."""
    bands((finding.confidence, one.held(finding)) for one in scores for finding in one.printed)


def bands(read: Iterable[tuple[float, bool | None]]) -> None:
    """Prints by confidence how many hold of those judged."""
    seen: dict[str, list[tuple[float, bool]]] = {}
    for confidence, held in read:
        if held is not None:
            seen.setdefault(f"{int(confidence * 20) / 20:.2f}", []).append((confidence, held))
    for band, judged in sorted(seen.items()):
        said = sum(confidence for confidence, _ in judged) / len(judged)
        good = sum(held for _, held in judged)
        print(
            f"   confidence from {band}: said {said:.2f} on the mean, "
            f"{good:3} of {len(judged):3} hold ({good / len(judged):.2f})"
        )


def outcomes(
    one: Scored, name: Callable[[Finding], str], held: Callable[[Finding], bool | None]
) -> Iterator[tuple[str, bool]]:
    """The class of each judged finding, and whether it holds."""
    for finding in one.printed:
        if (holds := held(finding)) is not None:
            yield name(finding), holds
