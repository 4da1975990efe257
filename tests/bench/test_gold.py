"""What meets an item of the gold, and what does not. All ids are invented."""

from __future__ import annotations

import pytest
from bench.gold import Item, scored

from tellings.model import About, Cite, Finding, Side
from tellings.model.findings import DifferenceType

NAMES = {"a-1": "one", "a-2": "two"}
AFFAIRS = {"one": "mill", "two": "mill"}


def printed(*places: tuple[str, int, int], kind: DifferenceType = "contradiction") -> Finding:
    sides = tuple(Side("v", (Cite(a, s, e, "x" * (e - s)),), 1, 1) for a, s, e in places)
    return Finding(
        "f", "s", "difference", "number", kind, About("quantity", "q"), sides, "compared", 0.7
    )


def item(*, holds: bool, slot: str = "number") -> Item:
    sides = (("one", 10, 14), ("two", 20, 24))
    return Item("tune", "mill", slot, "contradiction", sides, holds, "")


@pytest.mark.parametrize(
    ("finding", "met"),
    [
        (printed(("a-1", 12, 13), ("a-2", 20, 22)), True),
        (printed(("a-1", 12, 13), ("a-2", 30, 32)), False),  # one side only
        (printed(("a-1", 10, 11), ("a-1", 12, 13)), False),  # both in one side of the item
    ],
)
def test_two_sides_must_lie_in_two(finding: Finding, *, met: bool) -> None:
    one = scored([item(holds=True)], [finding], NAMES, AFFAIRS)
    assert one.held(finding) is (True if met else None)
    assert list(one.right().values()) == [met]


def test_a_trap_is_sprung_in_its_own_slot_only() -> None:
    finding = printed(("a-1", 12, 13), ("a-2", 20, 22))
    one = scored([item(holds=False)], [finding], NAMES, AFFAIRS)
    assert one.held(finding) is False
    other = scored([item(holds=False, slot="date")], [finding], NAMES, AFFAIRS)
    assert other.held(finding) is None
    assert list(other.right().values()) == [True]
