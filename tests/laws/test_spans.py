"""The algebra of spans agrees with sets of code points, and slices with their spans."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tellings.model import Span
from tellings.text.spans import cover, intersect, size, subtract, trim, union

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda at: Span(at[0], at[0] + at[1])),
    max_size=7,
)


def points(spans: list[Span] | tuple[Span, ...]) -> set[int]:
    return {point for span in spans for point in range(span.start, span.end)}


def canonical(spans: tuple[Span, ...]) -> bool:
    return all(one.end < other.start for one, other in pairwise(spans))


@given(SPANS, SPANS)
def test_the_algebra_is_that_of_sets(left: list[Span], right: list[Span]) -> None:
    for result, expected in (
        (union(left, right), points(left) | points(right)),
        (intersect(left, right), points(left) & points(right)),
        (subtract(left, right), points(left) - points(right)),
    ):
        assert points(result) == expected
        assert canonical(result)
    assert size(left) == len(points(left))


@given(SPANS)
def test_the_cover_is_the_smallest_span_that_contains_all(spans: list[Span]) -> None:
    whole = cover(spans)
    if whole is None:
        assert not spans
    else:
        assert all(whole.contains(span) for span in spans)
        assert whole.start in points(spans)
        assert whole.end - 1 in points(spans)


@given(SPANS, SPANS)
def test_containment_and_overlap_agree_with_the_algebra(
    left: list[Span], right: list[Span]
) -> None:
    for one in left:
        for other in right:
            assert one.overlaps(other) == bool(intersect([one], [other]))
            assert one.contains(other) == (not subtract([other], [one]))
            assert one.overlaps(other) == other.overlaps(one)


@given(st.text("ab \n\u00a0é", min_size=1, max_size=30), st.data())
def test_a_slice_is_as_long_as_its_span_and_trims_to_its_words(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert len(span.of(text)) == len(span)
    trimmed = trim(text, span)
    assert (trimmed.of(text) if trimmed else "") == span.of(text).strip()
