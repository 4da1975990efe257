"""Names of one text agree in kind, except where the network was sure."""

from __future__ import annotations

from tellings.annotate.en.agreement import agreed

WORDS = [
    *["Ana", "Duarte", "left", ".", "Duarte", "met", "Velmar", "."],
    *["Velmar", "paid", "Duarte"],
]


def test_an_unsure_name_goes_along() -> None:
    names = [(6, 7, "ORG", 0.95), (8, 9, "LOC", 0.5)]
    assert [n[2] for n in agreed(names, WORDS)] == ["ORG", "ORG"]


def test_a_last_name_follows_the_full_name() -> None:
    names = [(0, 2, "PERSON", 0.99), (4, 5, "LOC", 0.6)]
    assert [n[2] for n in agreed(names, WORDS)] == ["PERSON", "PERSON"]


def test_a_sure_name_stays() -> None:
    names = [(6, 7, "ORG", 0.95), (8, 9, "LOC", 0.93)]
    assert [n[2] for n in agreed(names, WORDS)] == ["ORG", "LOC"]


def test_groups_and_dates_are_left_alone() -> None:
    names = [(6, 7, "ORG", 0.95), (8, 9, "DATE", 0.5)]
    assert [n[2] for n in agreed(names, WORDS)] == ["ORG", "DATE"]


def test_an_address_is_nobodys_name() -> None:
    words = ["Write", "to", "ana@velmar.example", "or", "@velmar"]
    names = [(2, 3, "PERSON", 0.99), (4, 5, "ORG", 0.9)]
    assert agreed(names, words) == [(4, 5, "ORG", 0.9)]
