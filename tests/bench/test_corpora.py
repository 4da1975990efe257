"""Which happening a document of ECB+ tells of, by its name."""

from __future__ import annotations

import pytest
from bench.corpora import affair


@pytest.mark.parametrize(
    ("document", "told"),
    [("7_12ecb", "ecb_7_ecb"), ("7_12ecbplus", "ecb_7_ecbplus"), ("31_1ecb", "ecb_31_ecb")],
)
def test_a_topic_tells_two_happenings(document: str, told: str) -> None:
    assert affair(document) == told
