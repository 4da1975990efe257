"""What words tell of a person or a body."""

from __future__ import annotations

import pytest

from tellings.words.people import (
    extends,
    fits_role,
    gender_of_first_name,
    gender_of_word,
    how_many,
    is_outlet,
    is_role,
    nicknames,
    role_code,
)
from tellings.words.tables import toml


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("Foreign Minister", "GOV"),
        ("Secretary of State", "GOV"),
        ("company spokesman", "BUS"),
        ("police chief", "COP"),
        ("hospital officials", "HLH"),
        ("White House press secretary", "GOV"),
        ("President", "GOV"),
        ("president", None),
        ("adviser", None),
        ("police adviser", "COP"),
        ("president of Quill & Sons", None),
        ("Orlex executive", None),
        ("chief executive", "BUS"),
        ("championship leader", None),
        ("opposition leader", "OPP"),
        ("zookeeper", "CVL"),
        ("windmill", None),
    ],
)
def test_the_code_of_a_role(phrase: str, code: str | None) -> None:
    assert role_code(phrase) == code


def test_a_country_makes_an_adviser_one_of_a_state() -> None:
    assert role_code("adviser", country=True) == "GOV"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norwegian Parliament", "LEG"),
        ("Foreign Ministry", "GOV"),
        ("Supreme Court", "JUD"),
        ("Quill Group", None),
        ("Aldmouth University", "EDU"),
    ],
)
def test_the_code_of_a_body(name: str, code: str | None) -> None:
    assert role_code(name, "body") == code


def test_role_words_in_the_plural_and_with_a_hyphen() -> None:
    assert is_role("bakers")
    assert is_role("co-worker")
    assert is_role("ministry", "body")
    assert not is_role("ministry")
    assert not is_role("table")


def test_genders_only_where_a_word_tells_one() -> None:
    assert gender_of_word("Mrs.") == "female"
    assert gender_of_word("gunman") == "male"
    assert gender_of_word("minister") is None
    assert gender_of_first_name("Zzyx") is None


def test_no_word_has_two_genders_and_no_name() -> None:
    table = toml("roles.toml")["gender"]
    assert not set(table["female"]) & set(table["male"])


def test_wider_words_and_words_for_many() -> None:
    assert fits_role("minister", "diplomat")
    assert not fits_role("diplomat", "minister")
    assert [how_many(word) for word in ("officials", "man", "gunmen", "pirates")] == [
        "many",
        "plain",
        "few",
        "few",
    ]


def test_outlets_short_forms_and_words_left_out() -> None:
    assert is_outlet("Reuters")
    assert not is_outlet("Quill")
    assert "robert" in nicknames()["bob"]
    assert extends("Airlines")
    assert extends("island")
    assert not extends("airlines")
    assert not extends("Glider")
