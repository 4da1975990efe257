"""Names of countries, their people, seats, capitals and cities."""

from __future__ import annotations

import pytest

from tellings.words.geography import Known, cities, country_of, place_country, unclear


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("Norway", Known("NOR", "country")),
        ("the Netherlands", Known("NLD", "country")),
        ("U.S.", Known("USA", "country")),
        ("Chileans", Known("CHL", "demonym")),
        ("Kremlin", Known("RUS", "seat")),
        ("Athens", Known("GRC", "capital")),
        ("Kingston", Known("JAM", "capital")),
        ("Hamilton", None),
        ("San Jose", None),
        ("norway", None),
        ("Quill", None),
    ],
)
def test_what_a_word_says_of_a_country(word: str, known: Known | None) -> None:
    assert country_of(word) == known


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Los Angeles", "USA"),
        ("Ohio", "USA"),
        ("Oslo", "NOR"),
        ("Georgia", None),
        ("Birmingham", None),
        ("Cambridge", None),
        ("Nowhereville", None),
    ],
)
def test_the_country_of_a_place_or_none(name: str, country: str | None) -> None:
    assert place_country(name) == country


def test_cities_of_a_name_largest_first() -> None:
    people = [city.population for city in cities("Birmingham")]
    assert len(people) > 1
    assert people == sorted(people, reverse=True)


def test_names_that_the_text_must_decide() -> None:
    assert "Tbilisi" in unclear("Georgia")
    assert unclear("Norway") == ()
