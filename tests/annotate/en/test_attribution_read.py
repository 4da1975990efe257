"""Who said what, read by the exported weights: invented texts of every layout."""

from __future__ import annotations

import pytest
import spacy

from tellings.annotate.en.attribution import Attribution
from tellings.annotate.en.component import WEIGHTS, reader_of

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "en.onnx").is_file(), reason="the reader's weights are not there"
)

# Text, and (source, content) of what must be found; content pieces are joined by " … ".
CASES = [
    (
        "“The bridge is old,” Olin said. “It must go.”",
        ("Olin", "“The bridge is old,” … “It must go.”"),
    ),
    (
        'The ministry’s statement read: "We regard this step as hostile."',
        ("The ministry’s statement", '"We regard this step as hostile."'),
    ),
    (
        "According to the harbour office, 14 ships were turned away on Tuesday.",
        ("the harbour office", "14 ships were turned away on Tuesday"),
    ),
    (
        "'The bridge is old,' Olin told reporters.",
        ("Olin", "'The bridge is old,'"),
    ),
    (
        "“The bridge is old. It has stood for a hundred years.\n\n“It must go,” Olin wrote.",
        ("Olin", "“The bridge is old. It has stood for a hundred years. … “It must go,”"),
    ),
    (
        'Ek, a Labour MP, said the government "has no plan".',
        ("Ek, a Labour MP,", 'the government "has no plan"'),
    ),
    (
        'Said Olin on Monday: "We are ready."',
        ("Olin", '"We are ready."'),
    ),
    (
        "Olin tweeted: “We will never close the bridge!”",
        ("Olin", "“We will never close the bridge!”"),
    ),
    (
        "Olin: “The bridge is old, and the town has known it for years.”\n\nThe council met.",
        ("Olin", "“The bridge is old, and the town has known it for years.”"),
    ),
    (
        "Readers wrote in.\n\n“The pool must stay open.” ― Ida Brandt\n\nThe council met.",
        ("Ida Brandt", "“The pool must stay open.”"),
    ),
    (
        "“We have no money,” she added.\n\n“Nobody will lend us any of it.”\n\nRain fell.",
        ("she", "“We have no money,” … “Nobody will lend us any of it.”"),
    ),
    (
        "Ek denied that the town had been warned.",
        ("Ek", "that the town had been warned"),
    ),
]


@pytest.fixture(scope="module")
def nlp() -> spacy.Language:
    return reader_of()


def shown(text: str, one: Attribution) -> tuple[str, str]:
    source, content = (
        " … ".join(text[s:e] for s, e in spans) for spans in (one.source, one.content)
    )
    return source, content


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_found(nlp: spacy.Language, text: str, expected: tuple[str, str]) -> None:
    assert expected in [shown(text, one) for one in nlp(text)._.attributions]


@pytest.mark.parametrize(
    "text",
    [
        "The miners' hall and the boys' tent burned down on Friday.",
        "Her film “The Long Winter of Our Town” opens on Friday.",
        "The so-called “peace plan” failed.",
        "The bridge closed on Monday. Rain fell.",
    ],
)
def test_nothing_is_said(nlp: spacy.Language, text: str) -> None:
    assert nlp(text)._.attributions == ()


def test_nobody_is_made_the_speaker_of_a_quotation_without_one(nlp: spacy.Language) -> None:
    text = "Rain fell on Elm.\n\n“We will build it again with our own hands.”\n\nRain fell on Ash."
    (one,) = nlp(text)._.attributions
    assert one.source == ()
