"""Windows cover every word once, in order, and never outgrow the network."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings.annotate.en.pieces import MOST_PIECES
from tellings.annotate.en.windows import CONTEXT, CORE, stretches

WORDS = st.lists(
    st.tuples(st.sampled_from(["Rain", "fell", ".", '"', "it", "?"]), st.integers(1, MOST_PIECES)),
    max_size=700,
)


@given(WORDS, st.sets(st.integers(0, 700)))
def test_every_word_once(words: list[tuple[str, int]], breaks: set[int]) -> None:
    texts, sizes = [w for w, _ in words], [n for _, n in words]
    paragraphs = [i == 0 or i in breaks for i in range(len(words))]
    at = 0
    for s in stretches(texts, paragraphs, sizes):
        assert s.context <= s.first == at < s.last
        core = sum(sizes[s.first : s.last]) + sum(paragraphs[s.first + 1 : s.last])
        assert core <= CORE + 1 or s.last == s.first + 1
        assert sum(sizes[s.context : s.first]) <= CONTEXT
        at = s.last
    assert at == len(words)


def test_a_window_ends_with_its_paragraph() -> None:
    texts = ["Rain", "fell", "."] * 100
    paragraphs = [i % 30 == 0 for i in range(300)]
    ends = [s.last for s in stretches(texts, paragraphs, [1] * 300)]
    assert all(end % 30 == 0 for end in ends)
