"""Pairs of quotation marks: golden cases (all invented) and laws."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.text.quotation import outermost, quotations

CASES = [
    ("“Stay,” she said.", ["Stay,"]),
    ('"Stay," she said. "Or go."', ["Stay,", "Or go."]),
    ('"We left,” he said, adding it was “late".', ["We left,", "late"]),
    ("He called it a “folly.”", ["folly."]),
    ("“One.\n\n“Two.”\n\nThree.", ["One.", "Two."]),
    ("“One, he said.\n\nTwo.", ["One, he said."]),
    ("Ann's dog and the ministers' cars.", []),
    ("She said ‘never again’ and the ministers’ cars left.", ["never again"]),
    ("“He told me ‘go home’ and I went.”", ["He told me ‘go home’ and I went.", "go home"]),
    ("It was the ’90s and rock ’n’ roll.", []),
    ("The ‘ministers’ plan’ failed.", ["ministers’ plan"]),
    ("``Odd marks,'' he wrote.", ["Odd marks,"]),
    ('A 6" pipe broke.', []),
    ('("Yes")', ["Yes"]),
    ("“”", []),
    ('Mayor: "We will see."', ["We will see."]),
    # A line broken within a quotation: the next mark can only close.
    ('"It rained.\nWe stayed in," he said.', ["It rained.", "We stayed in,"]),
    ("``It rained.\nWe stayed.\nAll day. '' So be it.", ["It rained.", "We stayed.", "All day. "]),
    ('"It rained, he said.\nThe "Swan" was full.', ["It rained, he said.", "Swan"]),
    ("'' It rained. '' And ''on the Monday,'' he wrote.", ["on the Monday,"]),
    ("the end ''.\n``It rained.''", ["It rained."]),
    ("“One.\n“Two.\nThree.” He left.", ["One.", "Two."]),  # set again, or not at all
    # Single marks, set again at each line, or running over it.
    ("'It rained.\n'We stayed,' he said. 'Yes.'", ["It rained.", "We stayed,", "Yes."]),
    ("He said: 'It rained.\nIt's no joke.' No.", ["It rained.", "It's no joke."]),
    ("the 'river-birds'flew off.\n'It rained,' she said.", ["It rained,"]),
    ("'It rained, he said.\nThe crew's 'Swan' sank.", ["Swan"]),
    ("'It rained.\n'So said \"Ann.\"'", ["It rained.", 'So said "Ann."', "Ann."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_golden(text: str, expected: list[str]) -> None:
    assert [part.of(text) for q in quotations(text) for part in q.parts] == expected


def test_forgotten_mark_is_told() -> None:
    (one,) = quotations("“It goes on and on.\n\nNobody knows why.")
    assert not one.closed


@given(st.text(alphabet="ab .,\n\"“”‘’'—(s", max_size=60))
def test_laws(text: str) -> None:
    found = quotations(text)
    for one in found:
        assert one.outer.end <= len(text)
        assert all(one.outer.contains(part) for part in one.parts)
        assert all(part.of(text).strip() for part in one.parts)
    doubles = [q for q in found if not q.single]
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(doubles))
    tops = outermost(found)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(tops))
