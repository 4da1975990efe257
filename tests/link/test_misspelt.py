"""Names that differ in a letter. All names are invented."""

from __future__ import annotations

from tests.link.test_actors import cast, groups, party


def test_a_letter_apart_in_one_story() -> None:
    a, b = cast("a", party("1", "Tom Reyl")), cast("b", party("2", "Tom Reyle"))
    assert groups(a, b) == [{"1", "2"}]
    assert groups(a, cast("b", party("2", "Tom Reyle"), story="t")) == [{"1"}, {"2"}]


def test_two_letters_another_first_name_or_both_in_one_article() -> None:
    a = cast("a", party("1", "Tom Reyl"))
    both = cast("b", party("2", "Tom Reyle"), party("3", "Tom Reyl", at=9))
    assert groups(a, cast("b", party("2", "Tom Royle"))) == [{"1"}, {"2"}]
    assert groups(a, cast("b", party("2", "Ada Reyle"))) == [{"1"}, {"2"}]
    assert groups(a, both) == [{"1", "3"}, {"2"}]


def test_short_surnames_differ_by_chance() -> None:
    assert groups(cast("a", party("1", "Tom Kim")), cast("b", party("2", "Tom Rim"))) == [
        {"1"},
        {"2"},
    ]
    a, b = cast("a", party("1", "Tom Kim")), cast("b", party("2", "Tom Kir"))
    assert groups(a, b) == [{"1"}, {"2"}]


def test_what_is_told_of_two_keeps_them_apart() -> None:
    a = cast("a", party("1", "Tom Reyl", country="NOR"))
    assert groups(a, cast("b", party("2", "Tom Reyle", country="CHL"))) == [{"1"}, {"2"}]
