"""How names are compared. Every name is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.text.naming import (
    acronym_of,
    bare,
    capitals,
    first_names_fit,
    folded,
    folded_names,
    person,
    persons_fit,
    role_word,
)

SHORT = folded_names({"bob": ["robert"], "mo": ["maurice"]})


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Andrei Kvorov", "Andrey Kvorov", True),
        ("Bob Quill", "Robert Quill", True),
        ("Mo Quill", "Maurice Quill", True),
        ("A. Quill", "Ada Quill", True),
        ("A. Ida Quill", "Ida Quill", True),
        ("Maria Alba", "Maria Alba Ruiz", True),
        ("Vic “The Oar” Quill", "Vic Quill", True),
        ("Ada Quill, M.D.", "Ada Quill", True),
        ("Ada Quill Jr.", "Ada Quill", True),
        ("Ho Ji-min", "Ho Ji Min", True),
        ("Ada Quill", "Ida Quill", False),
        ("Ada Quill", "Ada Reyl", False),
        ("Maria Alba", "Maria Ruiz Alba Orr", False),
    ],
)
def test_whether_two_full_names_can_be_one(one: str, other: str, fit: bool) -> None:
    assert persons_fit(person(one), person(other), SHORT) is fit
    assert persons_fit(person(other), person(one), SHORT) is fit


def test_first_names() -> None:
    assert first_names_fit("alex", "alexandra")
    assert not first_names_fit("al", "alexandra")
    assert not first_names_fit("mo", "maurice")
    assert first_names_fit("mo", "maurice", SHORT)


def test_a_name_keeps_something() -> None:
    assert bare("Jr.") == "Jr."
    assert bare("Ada Quill, 34") == "Ada Quill"


def test_acronyms() -> None:
    assert acronym_of("AHT", "Aldmouth Harbour Trust")
    assert acronym_of("A.H.T.", "Aldmouth Harbour Trust")
    assert acronym_of("AHT Council", "Aldmouth Harbour Trust Council")
    assert capitals("AHT Council") == capitals("Aldmouth Harbour Trust Council") == "AHTC"
    assert not acronym_of("AP", "AFP Police")
    assert not acronym_of("A", "Aldmouth")


def test_the_word_of_a_role() -> None:
    assert role_word("chief of staff") == "chief"
    assert role_word("Harbour Minister") == "minister"
    assert role_word("") == ""


@given(st.text(alphabet="abcdeikvyxh", max_size=8))
def test_folding_twice_is_folding_once_or_less(word: str) -> None:
    assert len(folded(word)) <= len(word)
