"""Shared runs of words agree with a search by hand; the table of common words keeps its word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.link.keys import batches
from tellings.model import Span
from tellings.text.background import Background
from tellings.text.runs import LAGS, in_order, runs
from tellings.text.shingles import RUN, words
from tellings.words.background import background

TEXTS = st.lists(
    st.lists(st.sampled_from("abc"), max_size=22).map(" ".join), min_size=2, max_size=5
)


def by_hand(texts: list[str]) -> set[tuple[int, int, int, int, int]]:
    """(text, text, word, word, length) of every longest run of 8 words or more."""
    found = set()
    split = [text.split() for text in texts]
    for i, one in enumerate(split):
        for j in range(i + 1, len(split)):
            other = split[j]
            for a in range(len(one)):
                for b in range(len(other)):
                    if a and b and one[a - 1] == other[b - 1]:
                        continue
                    n = 0
                    while a + n < len(one) and b + n < len(other) and one[a + n] == other[b + n]:
                        n += 1
                    if n >= RUN:
                        found.add((i, j, a, b, n))
    return found


Marks = list[tuple[Span, ...]]


def found(texts: list[str], quoted: Marks | None = None) -> set[tuple[int, int, int, int, int]]:
    none: Marks = [()] * len(texts)
    return {
        (i, j, *run)
        for i, j, all_ in runs(
            lambda: (b.keys() for b in batches(texts, none, none if quoted is None else quoted)),
            100,
        )
        for run in all_
    }


@given(TEXTS)
def test_no_run_is_found_that_is_not_there(texts: list[str]) -> None:
    for i, j, a, b, n in found(texts):
        assert n >= RUN
        assert texts[i].split()[a : a + n] == texts[j].split()[b : b + n]


@given(st.lists(st.permutations("abcdefghijklmnopq").map(" ".join), min_size=2, max_size=4))
def test_every_run_is_found_where_words_do_not_repeat(texts: list[str]) -> None:
    texts = [*texts, texts[0][4:]]
    assert found(texts) == by_hand(texts)


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(8, 30)), min_size=2, max_size=8))
def test_a_run_goes_on_past_the_ends_of_what_others_share(cuts: list[tuple[int, int]]) -> None:
    whole = [f"w{n}" for n in range(30)]
    texts = [" ".join(whole[first : first + count]) for first, count in cuts]
    assert found(texts) == by_hand(texts)


def test_many_texts_are_each_paired_with_the_next_ones() -> None:
    pairs = {(i, j) for i, j, *_ in found(["a b c d e f g h i j"] * 20)}
    assert pairs == {(i, j) for i in range(20) for j in range(i + 1, min(i + LAGS, 19) + 1)}


def test_a_run_said_ever_again_is_counted_to_the_end() -> None:
    again = "a " * 65_540  # with the first text 65,536 runs: what 2 bytes count as none
    assert (0, 1, 0, 0, 10) in found([again[:20], f"{again}b"])


@pytest.mark.parametrize(("words", "own"), [(7, False), (8, True)])
def test_texts_share_something_where_a_run_has_8_words_that_neither_quotes(
    words: int, own: bool
) -> None:
    text = "a b c d e f g h i j k"
    start = 2 * words
    assert bool(found([text, text], [(Span(start, len(text)),), ()])) is own
    assert bool(found([text, text], [(), (Span(start, len(text)),)])) is own
    # Half by half: each quotes less, both together as much.
    half = (start + len(text)) // 2
    assert bool(found([text, text], [(Span(start, half),), (Span(half, len(text)),)])) is own


def test_nothing_runs_from_one_text_into_the_next() -> None:
    assert not found(["a b c d", "e f g h", "a b c d e f g h"])


def test_masked_words_start_no_run() -> None:
    texts = ["a b c d e f g h i", "a b c d e f g h i"]
    hidden = [(Span(8, 9),), ()]
    (batch,) = batches(texts, hidden, [(), ()])
    assert batch.keys().places.tolist() == [9, 10]


@given(TEXTS)
def test_a_batch_holds_the_words_of_each_text(texts: list[str]) -> None:
    none: Marks = [()] * len(texts)
    for batch in batches(texts, none, none):
        for n, text in enumerate(texts):
            mine, alone = batch.of(n, text), words(text)
            count = range(len(alone.starts))
            assert [mine.start(word) for word in count] == alone.starts.tolist()
            assert [mine.end(word) for word in count] == alone.ends.tolist()
            assert mine.whole(0, len(count)).tolist() == alone.hashes.tolist()
            assert len(mine.signs) == len(alone.hashes)


@given(
    st.lists(st.tuples(*3 * [st.integers(-9, 9)]), min_size=1, max_size=30),
    st.sampled_from([1, 1 << 30]),
)
def test_rows_are_put_in_order_whether_or_not_they_fit_one_number(
    rows: list[tuple[int, int, int]], wide: int
) -> None:
    found = in_order(*np.array(rows, dtype=np.int64).T * wide)
    expected = sorted(tuple(wide * n for n in row) for row in rows)
    assert list(zip(*(column.tolist() for column in found), strict=True)) == expected


def test_the_background_survives_its_file_and_knows_common_from_rare() -> None:
    table = Background.parse(background())
    again = Background.parse(table.dump())
    for word in ("the", "minister", "Quillavarium"):
        assert table.of(word) == again.of(word)
    assert table.of("the") < 0.1 < table.of("minister") < table.of("Quillavarium")
    assert table.of("the Quillavarium") == table.of("Quillavarium")
    assert table.of("…") == 0


def test_a_file_that_is_no_table_is_refused() -> None:
    with pytest.raises(ValueError, match="not a table"):
        Background.parse(b"nonsense, and long enough")


def test_a_stock_phrase_is_known_as_one() -> None:
    table = Background.parse(background())
    found = words("He did not immediately respond to a request for comment on Quillavar").hashes
    stock = table.stock(found)
    assert stock[1:9].all()
    assert not stock[-1]
    assert not table.stock(np.zeros(0, dtype=np.uint64)).any()
