"""Confidence is drawn from the rule's estimate to what was judged. All figures are invented."""

from __future__ import annotations

import pytest

from tellings.model import About, Cite, Finding, Side
from tellings.weigh import confidence


def finding(sure: float) -> Finding:
    sides = (
        Side("12", (Cite("a0", 0, 2, "12"),), 1, 1),
        Side("14", (Cite("a1", 0, 2, "14"),), 1, 1),
    )
    about = About("quantity", "q")
    return Finding(
        "f", "s", "difference", "number", "contradiction", about, sides, "compared", sure
    )


NAME = "difference/number/contradiction"


def test_a_class_that_nobody_judged_keeps_the_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "judged", dict)
    assert confidence.calibrated(finding(0.7)).confidence == 0.7


@pytest.mark.parametrize(("held", "read", "expected"), [(16, 16, 0.88), (4, 16, 0.42)])
def test_judged_findings_outweigh_the_estimate(
    monkeypatch: pytest.MonkeyPatch, held: int, read: int, expected: float
) -> None:
    monkeypatch.setattr(confidence, "judged", lambda: {NAME: (held, read)})
    assert confidence.class_of(finding(0.7)) == NAME
    assert confidence.calibrated(finding(0.7)).confidence == expected
