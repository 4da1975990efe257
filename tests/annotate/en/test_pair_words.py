"""Hashed words of a pair: names carry nothing, the order of the parties does."""

from __future__ import annotations

from tellings.annotate.en.pair_words import PLACES, features, signs, stem

WORDS = ["Ruritania", "has", "sanctioned", "Lower", "Zemblia", ",", "twice", "."]


def test_a_stem_keeps_three_letters() -> None:
    assert [stem(w) for w in ("Talks", "talked", "talking", "use", "red")] == [
        "talk",
        "talk",
        "talk",
        "use",
        "red",
    ]


def test_parties_are_one_sign_each_and_punctuation_is_left_out() -> None:
    found = signs(WORDS, {0}, {3, 4})
    assert found == ["<actor>", "has", "sanction", "<recipient>", "twic"]


def test_names_of_the_parties_do_not_matter_but_who_acts_does() -> None:
    other = ["Atlantis", *WORDS[1:3], "Upper", "Volta", *WORDS[5:]]
    mine = features(signs(WORDS, {0}, {3, 4}))
    assert mine == features(signs(other, {0}, {3, 4}))
    assert mine != features(signs(WORDS, {3, 4}, {0}))


def test_features_are_places_each_once_in_order() -> None:
    found = features(signs(WORDS * 2, {0}, {3, 4}))
    assert found == sorted(set(found))
    assert all(0 <= place < PLACES for place in found)


def test_no_words_no_features() -> None:
    assert features(signs([])) == []
