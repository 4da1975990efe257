"""Speakers told by layout: invented pages."""

from __future__ import annotations

import pytest

from tellings.annotate.en.layout import told_by_layout
from tellings.annotate.en.pairs import Asked
from tellings.annotate.en.quoted import quoted


def asked(*paragraphs: str) -> Asked:
    forms: list[str] = []
    starts: list[bool] = []
    for paragraph in paragraphs:
        words = paragraph.split()
        forms += words
        starts += [True] + [False] * (len(words) - 1)
    return Asked.of(forms, quoted(forms, [True] * len(forms), starts), starts)


def told(text: Asked) -> list[tuple[str, str]]:
    def words(places: frozenset[int]) -> str:
        return " ".join(text.forms[i] for i in sorted(places))

    return [(words(c.source), words(c.content)) for c in told_by_layout(text)]


@pytest.mark.parametrize("dash", ["―", "—", "–", "--"])
def test_a_signed_quotation(dash: str) -> None:
    text = asked("Readers wrote in .", f"“ The pool must stay open . ” {dash} Ida Brandt .")
    assert told(text) == [("Ida Brandt", "“ The pool must stay open . ”")]


def test_a_signature_on_its_own_line() -> None:
    text = asked('" The pool must stay open . "', "— Ida Brandt , Mayor of Elm")
    assert told(text) == [("Ida Brandt , Mayor of Elm", '" The pool must stay open . "')]


def test_a_dash_before_a_sentence_signs_nothing() -> None:
    assert told(asked("“ It must stay . ” — and then she left the room .")) == []
    assert told(asked("The pool — Ida Brandt")) == []


def test_a_transcript() -> None:
    text = asked(
        "ROSS : Will the pool stay open ?",
        "BRANDT : I think that it will .",
        "ROSS : Until when ?",
    )
    assert told(text) == [
        ("ROSS", "Will the pool stay open ?"),
        ("BRANDT", "I think that it will ."),
        ("ROSS", "Until when ?"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["UPDATE : The pool is shut ."],
        ["WATCH : Divers train .", "READ : The plan .", "LISTEN : The talk ."],
        ["NOTE : The pool is shut .", "NOTE : The bath is shut .", "NOTE : All is shut ."],
        ["Brandt : The pool is shut .", "Ross : It is not .", "Brandt : It is ."],
    ],
)
def test_labels_that_are_no_speakers(lines: list[str]) -> None:
    assert told(asked(*lines)) == []


def test_a_dash_grown_into_the_closing_mark() -> None:
    text = asked("“ The pool must stay open . ”― Ida Brandt", "Rain fell .")
    assert told(text) == [("Ida Brandt", "“ The pool must stay open .")]
