"""The worlds keep what they promise: the same for a seed, truth that stands in the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

import pytest

from tests.worlds import World, stream

WORLD = World.make(5, articles=60)
TEXTS = {article.id: article.text for article in WORLD.articles}


def test_a_seed_gives_one_world() -> None:
    assert World.make(5, articles=60) == WORLD
    assert World.make(6, articles=60) != WORLD
    assert len(WORLD.articles) >= 60
    assert len(TEXTS) == len(WORLD.articles)


def test_verbatim_and_recut_passages_are_the_same_words() -> None:
    forms = Counter(pair.form for pair in WORLD.truth.copies)
    assert set(forms) == {"verbatim", "edited", "recut"}
    for pair in WORLD.truth.copies:
        source = TEXTS[pair.source][slice(*pair.source_span)].split()
        copy = TEXTS[pair.article][slice(*pair.span)].split()
        assert (source == copy) == (pair.form != "edited")


def test_nothing_else_is_shared_over_8_words() -> None:
    planted = {(pair.article, pair.span) for pair in WORLD.truth.copies}
    seen: dict[tuple[str, ...], str] = {}
    for article in WORLD.articles:
        text = article.text
        for name, (start, end) in planted:
            if name == article.id:
                text = text[:start] + "." * (end - start) + text[end:]
        text = re.sub("“[^”]*”| that [^.]*", ". ", text)
        for sentence in re.split(r"[.!?]\s", text):
            words = re.findall(r"\w+", sentence.lower())
            for i in range(len(words) - 7):
                run = tuple(words[i : i + 8])
                assert seen.setdefault(run, article.id) == article.id


def test_plants_stand_where_the_truth_says() -> None:
    for number in WORLD.truth.numbers:
        assert TEXTS[number.article][slice(*number.span)].split()[-1] == str(number.value)
    for telling in WORLD.truth.statements:
        parts = [TEXTS[telling.article][slice(*part)] for part in telling.parts]
        assert all(part.strip() == part and part for part in parts)
        assert (telling.speaker != telling.true_speaker) == (telling.form == "misattributed")
        if telling.form != "paraphrased":
            assert TEXTS[telling.article][telling.parts[0][0] - 1] == "“"
        assert (len(telling.parts) == 2) == (telling.form == "split")
    assert {telling.form for telling in WORLD.truth.statements} == {
        "verbatim",
        "trimmed",
        "changed",
        "paraphrased",
        "split",
        "misattributed",
    }


def test_a_clash_is_two_days_and_never_two_grains() -> None:
    clashes = WORLD.truth.clashes()
    assert clashes
    for one, other in clashes:
        assert one.value != one.true or other.value != other.true
    assert any(len(telling.value) == 7 for telling in WORLD.truth.dates)


def test_omissions_are_of_facts_that_another_origin_tells() -> None:
    omissions = WORLD.truth.omissions()
    told = {(telling.fact, telling.article) for telling in WORLD.truth.facts}
    assert omissions
    assert not told & set(omissions)


def test_like_affairs_are_two_stories_of_one_place_two_years_apart() -> None:
    assert len(WORLD.truth.stories) % 2 == 0
    assert sorted(name for story in WORLD.truth.stories for name in story) == sorted(TEXTS)


def test_too_few_outlets_are_refused() -> None:
    with pytest.raises(ValueError, match="3 outlets"):
        World.make(1, outlets=2)


def test_the_stream_goes_on() -> None:
    taken = list(islice(stream(3), 50))
    assert len({article.id for article, _ in taken}) == 50
    assert [number for _, number in taken] == sorted(number for _, number in taken)
