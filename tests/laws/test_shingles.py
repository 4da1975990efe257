"""Words and their hashes depend on the letters alone, wherever they stand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tellings.text.shingles import RUN, shingles, words

TEXT = st.text("abCé 1.,'\n—Ж", max_size=60)


def cut(text: str) -> list[str]:
    found = words(text)
    return [text[a:b] for a, b in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


@given(st.one_of(TEXT, st.text(max_size=40).filter(lambda t: all(ord(c) < 0x10000 for c in t))))
def test_words_are_the_runs_of_letters_and_digits(text: str) -> None:
    levelled = "".join(c if c.isalnum() else " " for c in text)
    assert cut(text) == levelled.split()


@given(TEXT, TEXT)
def test_equal_words_and_only_they_have_equal_hashes(left: str, right: str) -> None:
    ones, others = words(left).hashes.tolist(), words(right).hashes.tolist()
    for word, value in zip(cut(left), ones, strict=True):
        for other, its in zip(cut(right), others, strict=True):
            assert (word.lower() == other.lower()) == (value == its)


@given(TEXT, TEXT)
def test_a_run_has_one_hash_wherever_it_stands(before: str, behind: str) -> None:
    run = "one two three four five six seven eight"
    wanted = shingles(words(run).hashes)
    assert len(wanted) == 1
    found = shingles(words(f"{before} — {run.upper()}, {behind}").hashes)
    assert wanted[0] in found


def test_order_counts_and_short_texts_have_no_shingle() -> None:
    forth, back = words("a b c d e f g h").hashes, words("h g f e d c b a").hashes
    assert shingles(forth) != shingles(back)
    assert len(shingles(forth[: RUN - 1])) == 0
    assert len(shingles(words("").hashes)) == 0


def test_a_long_text_hashes_in_blocks_as_in_one() -> None:
    text = "alpha beta gamma delta " * 20_000  # 460,000 letters: more than one block
    found = words(text)
    assert len(found.starts) == 80_000
    assert len(np.unique(found.hashes)) == 4
    assert text[found.starts[-1] : found.ends[-1]] == "delta"
