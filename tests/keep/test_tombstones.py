"""An id that was told once still leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.keep.store import Store
from tellings.keep.tombstones import successors
from tellings.model import Article, Groups, Input, Marks, Story


def stories(**held: str) -> Groups:
    made = (Story(f"s-{name}", name, tuple(articles)) for name, articles in sorted(held.items()))
    return Groups(stories=tuple(made))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with Store.create(tmp_path / "record") as held:
        held.put([(Article(name, Input(name, "00"), "text"), Marks(name)) for name in "abcdef"])
    return Store.open(tmp_path / "record")


def test_what_merges_leads_into_what_it_merged_with(store: Store) -> None:
    store.derive(stories(one="ab", two="cd", three="ef"))
    assert store.record().tombstones == ()
    store.derive(stories(all="abcd", three="ef"))
    assert store.record().tombstones == (
        ("stories", "s-one", "s-all"),
        ("stories", "s-two", "s-all"),
    )


def test_what_goes_leads_nowhere_and_what_comes_back_is_no_longer_buried(store: Store) -> None:
    store.derive(stories(one="ab", two="cd"))
    store.derive(stories(two="cd"))
    assert store.record().tombstones == (("stories", "s-one", None),)
    store.derive(stories(three="abcd"))
    assert store.record().tombstones == (
        ("stories", "s-one", None),
        ("stories", "s-two", "s-three"),
    )
    store.derive(stories(one="ab", two="cd"))
    assert store.record().tombstones == (("stories", "s-three", "s-one"),)


def test_most_members_decide_then_the_lesser_id() -> None:
    old = {("stories", "s"): {"a", "b", "c"}, ("copies", "s"): {"a"}}
    new = {("stories", "x"): {"a"}, ("stories", "y"): {"b", "c"}, ("stories", "w"): {"a", "b"}}
    assert successors(old, new) == {("stories", "s"): "w", ("copies", "s"): None}
