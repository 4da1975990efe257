"""Stories: the same however the articles arrive; like affairs apart."""

from __future__ import annotations

from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.worlds import World

from tellings.link.candidates import NEIGHBOURS
from tellings.link.clusters import clusters
from tellings.link.held import columns
from tellings.link.likeness import alike, likenesses
from tellings.link.stories import Archive, Item, stories
from tellings.link.vectors import Floats, Keys, keys
from tellings.model import Article, Marks, Published, Span
from tellings.text.background import Background
from tellings.words.background import background

TABLE = Background.parse(background())
WORLD = World.make(4, articles=60)
ITEMS = [Item(a.id, a.title, keys(a.text, a.title, TABLE), a.date) for a in WORLD.articles]
TIES, STORIES = stories(ITEMS)


def likeness(one: Keys, other: Keys, days: tuple[str | None, str | None] = (None, None)) -> float:
    return float(alike(columns([(one, days[0])]), columns([(other, days[1])]))[0])


def grouped(archive: Archive) -> set[tuple[str, ...]]:
    return {story.articles for story in archive.result()[1]}


def test_a_batch_one_at_a_time_and_any_order_give_the_same() -> None:
    for seed in range(3):
        shuffled = ITEMS[:]
        Random(seed).shuffle(shuffled)
        assert stories(shuffled) == (TIES, STORIES)
        archive = Archive()
        for n, item in enumerate(shuffled):
            archive.add(item)
            if n % 9 == 0:
                archive.story_of(item.id)
        assert archive.result() == (TIES, STORIES)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2 * NEIGHBOURS, 3 * NEIGHBOURS))
def test_order_does_not_matter_where_keys_are_crowded(random: Random, count: int) -> None:
    texts = [
        f"The Velmar dam leaked in Ostholm while {random.choice('abcdef') * 5} {n} watched {n % 4}"
        for n in range(count)
    ]
    items = [Item(f"a{n}", "", keys(text, None, TABLE)) for n, text in enumerate(texts)]
    archive = Archive()
    for item in random.sample(items, count):
        archive.add(item)
    assert archive.result() == stories(items)


def test_every_article_stands_in_one_story() -> None:
    told = [article for story in STORIES for article in story.articles]
    assert sorted(told) == sorted(article.id for article in WORLD.articles)
    archive = Archive()
    for item in ITEMS:
        archive.add(item)
    for story in STORIES:
        assert all(archive.story_of(article) == story.articles for article in story.articles)


def test_affairs_are_found_and_like_affairs_two_years_on_stay_apart() -> None:
    place = {article: n for n, story in enumerate(STORIES) for article in story.articles}
    gold = {a: n for n, story in enumerate(WORLD.truth.stories) for a in story}
    pairs = list(combinations(sorted(gold), 2))
    wrong = [p for p in pairs if place[p[0]] == place[p[1]] and gold[p[0]] != gold[p[1]]]
    right = [p for p in pairs if place[p[0]] == place[p[1]] and gold[p[0]] == gold[p[1]]]
    assert not wrong
    assert len(right) > 0.9 * sum(gold[a] == gold[b] for a, b in pairs)


def test_a_story_has_the_title_of_one_of_its_articles_and_its_days() -> None:
    by_id = {article.id: article for article in WORLD.articles}
    for story in STORIES:
        assert story.title in {by_id[article].title for article in story.articles}
        days = sorted(by_id[article].date for article in story.articles)
        assert (story.first, story.last) == (days[0], days[-1])


def test_ties_are_judged_and_say_why() -> None:
    place = {article: n for n, story in enumerate(STORIES) for article in story.articles}
    assert TIES
    for tie in TIES:
        assert tie.left < tie.right
        assert (tie.verdict == "same") == (place[tie.left] == place[tie.right])
        assert 0 <= tie.score <= 1
        assert "both tell of" in tie.why


def test_an_article_more_leaves_what_it_is_not_tied_to_as_it_was() -> None:
    archive = Archive()
    for item in ITEMS:
        archive.add(item)
    before = grouped(archive)
    text = "Beekeepers of Quillavar counted their hives after a mild winter in the orchards."
    archive.add(Item("zz", "Bees", keys(text, None, TABLE), "2015-01-01"))
    assert grouped(archive) == before | {("zz",)}


def test_the_same_article_twice_is_refused() -> None:
    archive = Archive()
    archive.add(ITEMS[0])
    with pytest.raises(ValueError, match="added before"):
        archive.add(ITEMS[0])


def test_all_at_once_is_as_alike_as_two_by_two_and_either_way() -> None:
    some = ITEMS[:40]
    table = likenesses(columns((item.keys, item.day) for item in some))
    for i, one in enumerate(some):
        for j, other in enumerate(some):
            expected = 0.0 if i == j else likeness(one.keys, other.keys, (one.day, other.day))
            assert table[i, j] == table[j, i] == expected


def test_likeness_is_symmetric_and_fades_with_time() -> None:
    one, other = ITEMS[0].keys, ITEMS[1].keys
    assert likeness(one, other) == likeness(other, one)
    near, far = ("2014-05-01", "2014-05-01"), ("2014-05-01", "2016-11-01")
    assert likeness(one, one, near) > likeness(one, one, far) > 0
    assert likeness(one, one, ("2014-05", "2016-11")) == likeness(one, one)


def test_names_that_one_is_most_about_and_the_other_lacks_make_them_less_alike() -> None:
    told = "The premier Anna Sorvin opened the ferry terminal of Ostholm with a long speech."
    other = told.replace("Anna Sorvin", "Piet Hallmar")
    one = keys(told, None, TABLE)
    same, less = likeness(one, one), likeness(one, keys(other, None, TABLE))
    assert less < 0.8 * same


def test_a_place_in_an_archive_holds_what_was_given() -> None:
    archive = columns((item.keys, item.day) for item in ITEMS)
    for n, item in enumerate(ITEMS):
        row = archive.row(n)
        assert row.terms.tolist() == item.keys.told.terms.tolist()
        assert row.weights.tolist() == item.keys.told.weights.tolist()


def test_empty_texts_are_like_nothing() -> None:
    empty = keys("", None, TABLE)
    assert likeness(empty, ITEMS[0].keys) == 0
    assert likeness(empty, empty) == 0
    assert len(stories([Item("a", "", empty), Item("b", "", empty), ITEMS[0]])[1]) == 3


def test_given_names_replace_the_guess() -> None:
    text = "Harbour pilots met Anna Sorvin. Pilots of the Harbour waited."
    guessed, given_ = keys(text, None, TABLE), keys(text, None, TABLE, ["Anna Sorvin"])
    assert len(given_.central.terms) == 2
    assert set(given_.central.terms.tolist()) < set(guessed.central.terms.tolist())


def test_days_and_years_are_read() -> None:
    told = keys("On Aug. 6, 2017 and 9 March 2018 in May 2016, room 45", None, TABLE)
    assert told.years == {2016, 2017, 2018}
    assert told.days == {8 * 32 + 6, 3 * 32 + 9}


def test_furniture_is_no_key_and_a_missing_title_is_the_first_line() -> None:
    text = "Subscribe to Zanquill today\nThe ferry of Ostholm ran aground."
    hidden = Article("a", None, text, furniture=(Span(0, 28),))  # type: ignore[arg-type]
    item = Item.of(hidden, Marks("a"), TABLE)
    assert item.title == "The ferry of Ostholm ran aground."
    assert "Zanquill" not in item.keys.labels
    dated = Article("a", None, text, published=Published("2019-02-03", "given", "x"))  # type: ignore[arg-type]
    assert Item.of(dated, Marks("a"), TABLE).day == "2019-02-03"


def test_close_groups_are_not_joined_by_what_is_common_to_both() -> None:
    assert clusters(two_groups(0.8, 0.3)) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert clusters(two_groups(0.4, 0.3)) == [[0, 1, 2, 3, 4, 5, 6, 7]]


def two_groups(within: float, across: float) -> Floats:
    alike = np.full((8, 8), across)
    alike[:4, :4] = alike[4:, 4:] = within
    return alike


@pytest.mark.parametrize(
    ("days", "count"),
    [
        ([100] * 4 + [103] * 4, 1),
        ([100] * 4 + [103, 103, 0, 0], 1),
        ([0] * 8, 2),
        ([100] * 4 + [140] * 4, 2),
        ([100] * 4 + [103, 0, 0, 0], 2),
    ],
)
def test_groups_of_one_week_are_joined_where_others_are_not(days: list[int], count: int) -> None:
    assert len(clusters(two_groups(0.46, 0.3), np.array(days))) == count


def test_nothing_and_one_are_grouped() -> None:
    assert clusters(np.zeros((0, 0))) == []
    assert clusters(np.zeros((1, 1))) == [[0]]


def test_stories_that_follow_each_other_form_a_storyline() -> None:
    lines: dict[str, set[str]] = {}
    for story in STORIES:
        if story.storyline is not None:
            lines.setdefault(story.storyline, set()).add(story.id)
    assert all(len(members) > 1 for members in lines.values())

    def item(name: str, told: str) -> Item:
        text = f"The Velmar dam at Ostholm, {told}. Engineer Anna Sorvin spoke of the Velmar dam."
        return Item(name, name, keys(text, None, TABLE))

    first = [
        item(f"a{n}", "which leaked into the orchards of Tarnow parish in 2011") for n in "1234"
    ]
    again = [
        item(f"b{n}", "whose turbines were auctioned to a Quillavar brewer in 2017") for n in "1234"
    ]
    _, (one, other) = stories(first + again)
    assert one.storyline == other.storyline is not None
    assert {one.articles, other.articles} == {("a1", "a2", "a3", "a4"), ("b1", "b2", "b3", "b4")}
    ties, _ = stories(first + again)
    assert {tie.verdict for tie in ties} == {"same", "different"}
    assert all("own story" in tie.why for tie in ties if tie.verdict == "different")
