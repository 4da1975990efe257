"""The written form of meanings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.text.meaning import KINDS, Meaning, counted, read

WORDS = st.text("abcXYZ0123456789-+:/", min_size=1, max_size=8)


@given(st.sampled_from(KINDS), WORDS, st.dictionaries(st.sampled_from(["t", "dir", "mod"]), WORDS))
def test_what_is_written_reads_back(kind: str, value: str, keys: dict[str, str]) -> None:
    meaning = Meaning(kind, value, keys)
    assert read(str(meaning)) == meaning
    assert hash(read(str(meaning))) == hash(meaning)


@given(st.sampled_from(["D", "W", "WE", "TH"]), st.integers(-5000, 5000))
def test_a_count_reads_back(unit: str, count: int) -> None:
    assert Meaning("rel", counted(unit, count)).counted() == (unit, count)


@pytest.mark.parametrize("written", ["", "on", "moon 3", "on ", "wd 1 dir", "wd 1 =x", "wd 1 dir="])
def test_what_is_no_meaning_raises(written: str) -> None:
    with pytest.raises(ValueError, match="meaning"):
        read(written)


def test_having_leaves_out_what_is_not_told() -> None:
    meaning = Meaning("wd", "1")
    assert meaning.having(dir=None) is meaning
    assert str(meaning.having(dir="last", t="TNI")) == "wd 1 dir=last t=TNI"
