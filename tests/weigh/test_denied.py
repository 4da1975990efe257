"""Numbers in what nobody did. All is invented."""

from __future__ import annotations

import pytest

from tellings.weigh.denied import denied


@pytest.mark.parametrize(
    ("before", "modifier", "expected"),
    [
        (
            "None of the mills -- the old one among them -- has offered more than ",
            "more-than",
            True,
        ),
        ("The mills bid, but none of the bids is for more than ", "more-than", True),
        ("So far, no mill has offered a lease longer than ", "exact", True),
        ("The mill offered more than ", "more-than", False),
        ("No mill burned, but the flood hurt more than ", "more-than", False),
        ("Nobody was hurt when the flood took more than ", "more-than", False),
        ("The mill hired no fewer than ", "at-least", False),
        ("None of the mills burned in ", "exact", False),
    ],
)
def test_denied(before: str, modifier: str, expected: bool) -> None:
    assert denied(before, modifier) == expected
