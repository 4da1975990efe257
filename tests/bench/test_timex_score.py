"""The score of times, by its definition."""

from bench.timex_score import score

GOLD = {"d": [(0, 5, "DATE", "2017"), (10, 20, "DATE", "2017-08"), (30, 35, "SET", "P1D")]}


def test_the_same_is_all_right() -> None:
    result = score(GOLD, GOLD)
    assert (result.relaxed, result.strict, result.type, result.value) == (3, 3, 3, 3)
    assert result.f1(result.value) == 100


def test_overlap_matches_once_and_the_value_counts_apart() -> None:
    found = {
        "d": [(0, 4, "DATE", "2016"), (12, 14, "TIME", "2017-08"), (15, 18, "DATE", "2017-08")]
    }
    result = score(GOLD, found)
    assert (result.gold, result.found, result.relaxed, result.strict) == (3, 3, 2, 0)
    assert (result.type, result.value) == (1, 1)


def test_the_same_span_goes_before_an_earlier_overlap() -> None:
    found = {"d": [(0, 5, "DATE", "x"), (9, 12, "DATE", "x"), (10, 20, "DATE", "2017-08")]}
    assert score(GOLD, found).value == 1


def test_nothing_found_is_nothing() -> None:
    assert score(GOLD, {}).f1(0) == 0
    assert score({}, {}).f1(0) == 0
