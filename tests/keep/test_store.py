"""What goes into a record comes out of it: whole, once, in whatever order it came."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.keep.made import Pair, affair, affairs, rejections

from tellings.keep.store import Store
from tellings.keep.verify import verify
from tellings.model import (
    Article,
    Groups,
    Input,
    Marks,
    Quote,
    Record,
    Rejected,
    Sentence,
    Span,
    Story,
)
from tellings.model.errors import RecordBusy, RecordChanged

few = settings(max_examples=15, deadline=None)


@contextmanager
def empty() -> Iterator[Store]:
    with TemporaryDirectory() as folder, Store.create(Path(folder) / "record") as store:
        yield store


def short(name: str, path: str, text: str = "The ferry is back.") -> Pair:
    return Article(name, Input(path, "00"), text), Marks(name, sentences=(Sentence(Span(0, 9), 0),))


@few
@given(affairs(), st.lists(rejections))
def test_what_is_put_in_comes_out(made: tuple[list[Pair], Groups], bad: list[Rejected]) -> None:
    pairs, groups = made
    with empty() as store:
        assert store.put(pairs) == ()
        store.reject(bad)
        store.derive(groups)
        record = store.record()
        with Store.open(store.folder, readonly=True) as reader:
            assert reader.record() == record
        assert list(verify(store)) == []
    assert record.articles == {article.id: article for article, _ in pairs}
    assert list(record.articles) == sorted(record.articles)
    assert record.marks == {marks.article: marks for _, marks in pairs}
    assert record.groups == groups
    assert set(record.rejected) == set(bad)
    assert record.tombstones == ()


@settings(max_examples=10, deadline=None)
@given(affairs(), st.randoms(use_true_random=False), st.integers(1, 4))
def test_no_order_and_no_batches_make_a_difference(
    made: tuple[list[Pair], Groups], random: Random, size: int
) -> None:
    pairs, groups = made
    twice = [*pairs, *(again(pair, f"again/{n}") for n, pair in enumerate(pairs))]
    records: list[Record] = []
    for _ in range(2):
        random.shuffle(twice)
        with empty() as store:
            for start in range(0, len(twice), size):
                batch = twice[start : start + size]
                taken, rejected = store.sift([article for article, _ in batch])
                store.put([pair for pair in batch if pair[0] in taken])
                store.reject(rejected)
            store.derive(groups)
            records.append(store.record())
    assert records[0] == records[1]
    assert set(records[0].articles.values()) == {
        again(p, f"again/{n}")[0] for n, p in enumerate(pairs)
    }
    assert {r.path for r in records[0].rejected} == {article.input.path for article, _ in pairs}


def again(pair: Pair, path: str) -> Pair:
    return replace(pair[0], input=replace(pair[0].input, path=path)), pair[1]


def test_of_one_id_with_two_texts_the_lower_input_stays() -> None:
    low, high = short("a-1", "a.txt"), short("a-1", "b.txt", "The ferry is gone.")
    for order in ([low, high], [high, low]):
        with empty() as store:
            rejected = store.put(order)
            assert [(r.path, r.code) for r in rejected] == [("b.txt", "same-id")]
            assert store.rejected() == rejected
            assert list(store.articles()) == [low[0]]
        with empty() as store:
            taken, refused = store.sift([article for article, _ in order])
            assert taken == [low[0]]
            assert [(r.path, r.code) for r in refused] == [("b.txt", "same-id")]


def test_an_article_that_is_in_is_not_taken_again_but_by_another_reader() -> None:
    pair = short("a-1", "a.txt")
    with empty() as store:
        store.put([pair], reader="rules 1")
        store.derive(Groups(stories=(Story("s-1", "The ferry", ("a-1",)),)))
        assert store.sift([pair[0]], "rules 1") == ([], [])
        assert store.known(["a-1", "a-2"], "rules 1") == {"a-1"}
        assert store.known(["a-1"], "rules 2") == set()
        assert store.sift([pair[0]], "rules 2") == ([pair[0]], [])
        read_again = replace(pair[1], sentences=())
        assert store.put([(pair[0], read_again)], reader="rules 2") == ()
        assert list(store.marks()) == [read_again]
        assert store.groups() == Groups()
        assert store.search("ferry") == ()
        store.derive(Groups(stories=(Story("s-2", "The ferry", ("a-1",)),)))
        assert store.record().tombstones == (("stories", "s-1", "s-2"),)


def test_an_input_that_is_mended_is_no_longer_rejected() -> None:
    with empty() as store:
        store.reject(
            [Rejected("a.txt", "empty", "It is empty."), Rejected("b.txt", "empty", "So.")]
        )
        store.put([short("a-1", "a.txt")])
        assert [r.path for r in store.rejected()] == ["b.txt"]


def test_a_batch_is_in_as_a_whole_or_not_at_all() -> None:
    good = short("a-1", "a.txt")
    text = Article("a-2", Input("b.txt", "00"), "Short.")
    outside = Marks("a-2", quotes=(Quote("q-1", Span(0, 99), (Span(0, 99),), "direct"),))
    with empty() as store:
        with pytest.raises(ValueError, match="lies outside"):
            store.put([good, (text, outside)])
        with pytest.raises(ValueError, match="handed in with"):
            store.put([good, (text, Marks("a-3"))])
        with pytest.raises(UnicodeEncodeError):
            store.put([good, (replace(text, text="half a pair: \ud83d"), Marks("a-2"))])
        assert list(store.articles()) == []
        store.put([good])
        assert list(store.marks()) == [good[1]]


def test_a_reader_sees_one_moment_while_a_writer_adds() -> None:
    pairs, groups = affair(3, 6)
    with empty() as store, Store.open(store.folder, readonly=True) as reader:
        store.put(pairs[:3])
        with reader.snapshot():
            before = reader.record()
            store.put(pairs[3:])
            store.derive(groups)
            assert reader.record() == before
        assert len(before.articles) == 3
        assert reader.record() == store.record()
        assert len(reader.record().articles) == 6


def test_a_second_writer_waits_its_turn_or_is_told() -> None:
    with empty() as store, Store.open(store.folder) as other:
        other.connection.set_busy_timeout(1)
        store.connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordBusy, match="try again"):
            other.put([short("a-1", "a.txt")])
        store.connection.execute("COMMIT")
        other.put([short("a-1", "a.txt")])
        assert store.known(["a-1"]) == {"a-1"}


def test_nothing_is_derived_from_a_record_that_has_changed_since() -> None:
    with empty() as store, Store.open(store.folder) as other:
        store.record()
        store.put([short("a-1", "a.txt")])
        store.derive(Groups())
        store.record()
        other.put([short("a-2", "b.txt")])
        with pytest.raises(RecordChanged, match="run it again"):
            store.derive(Groups())
        store.record()
        store.derive(Groups())


def test_two_groups_with_one_id_are_refused_and_the_earlier_state_stays() -> None:
    story = Story("s-1", "The ferry", ("a-1",))
    with empty() as store:
        store.put([short("a-1", "a.txt")])
        store.derive(Groups(stories=(story,)))
        with pytest.raises(ValueError, match="one id"):
            store.derive(Groups(stories=(replace(story, title="One"), replace(story, title="Two"))))
        assert store.groups() == Groups(stories=(story,))


def test_search_finds_the_sentences_that_hold_all_the_words() -> None:
    text = "The ferry is back. A second ferry sank off the quay. Crews OR gulls."
    spans = (Span(0, 18), Span(19, 52), Span(53, 68))
    marks = Marks("a-1", sentences=tuple(Sentence(span, 0) for span in spans))
    with empty() as store:
        store.put([(Article("a-1", Input("a.txt", "00"), text), marks)])
        assert store.search("FERRY quay") == (("a-1", 1),)
        assert set(store.search("ferry")) == {("a-1", 0), ("a-1", 1)}
        assert store.search("ferry OR crews") == ()
        assert store.search('"quay* NEAR(') == ()
        assert store.search(" ") == ()
