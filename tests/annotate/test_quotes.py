"""Quotes of invented texts: who speaks, what is one utterance, and what nobody is told to say."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from tellings.annotate.article import annotate
from tellings.annotate.reader import reader
from tellings.model import Article, Input, Quote

NAMES = "Mayor Ada Holm and engineer Rolf Brandt met in Lund on Monday. "


@cache
def nlp() -> Language:
    return reader()


def read(text: str) -> list[tuple[Quote, str | None, str]]:
    """The quotes of a text with the name of their speaker and the exact words between marks."""
    marks = annotate(Article("a", Input("-", "0"), text), nlp())
    names = {party.id: party.name for party in marks.parties}
    return [
        (q, names[q.speaker] if q.speaker else None, " … ".join(s.of(text) for s in q.quoted))
        for q in marks.quotes
    ]


def speaker(text: str, words: str) -> str | None:
    """Who is told to say a quotation that holds the words."""
    (found,) = {name for _, name, exact in read(text) if words in exact}
    return found


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("“The old bridge is safe,” Holm said.", "safe", "Ada Holm"),
        ("“The old bridge is safe,” said Holm in a speech.", "safe", "Ada Holm"),
        ("'The old bridge is safe,' Holm told reporters.", "safe", "Ada Holm"),
        ("Holm said: “The old bridge is safe.”", "safe", "Ada Holm"),
        ("Holm wrote to the council:\n\n“The old bridge is safe.”", "safe", "Ada Holm"),
        ("“The old bridge is safe,” Holm said. “It will stand.”", "stand", "Ada Holm"),
        (
            "“The old bridge is safe,” Holm said.\n\n“It will stand for another year.”",
            "stand",
            "Ada Holm",
        ),
        ("“The old bridge is safe,” said the mayor, Ada Holm.", "safe", "Ada Holm"),
    ],
)
def test_the_speaker(text: str, words: str, name: str) -> None:
    assert speaker(NAMES + "\n\n" + text, words) == name


def test_another_named_in_between_breaks_the_chain() -> None:
    text = (
        f"{NAMES}\n\n“The old bridge is safe,” Holm said. Brandt shook his head at that.\n\n"
        "“It will not stand for another year.”"
    )
    assert speaker(text, "another year") is None


def test_the_nearest_name_is_nobodys_speech() -> None:
    text = f"{NAMES}\n\nA poster hung at the station. “Nobody shall cross the bridge again.”"
    assert speaker(text, "cross the bridge") is None


def test_two_who_speak_together_are_no_one_speaker() -> None:
    text = NAMES + "\n\n“The old bridge is safe for everybody,” Holm and Brandt said."
    assert speaker(text, "safe") is None


def test_a_statement_speaks_for_who_gave_it_out() -> None:
    text = (
        f"{NAMES}\n\nThe Harbour Ministry said in a statement that ships were turned away. "
        "Holm called the ministry.\n\n“We regard the matter as closed,” the statement read."
    )
    assert speaker(text, "closed") == "Harbour Ministry"


def test_an_article_does_not_speak_for_whom_it_quotes() -> None:
    text = (
        f"{NAMES}\n\nHolm said in an article that the bridge was safe.\n\n"
        "“The figures were wrong from the start,” the article said."
    )
    assert speaker(text, "wrong from the start") is None


def test_halves_around_the_cue_are_one_quote() -> None:
    text = NAMES + "\n\n“The old bridge is safe,” Holm said at the town hall. “It will stand.”"
    exact = [words for _, _, words in read(text) if words]
    assert exact == ["The old bridge is safe, … It will stand."]


def test_contents_and_sources_keep_to_their_lines() -> None:
    text = (
        "Read more\n\nLUND\n\nMayor Ada Holm said the bridge would be shut for a week.\n\n"
        "Share this\n\n“The cables are badly worn,” Holm said.\n\nRead more"
    )
    for quote, _, _ in read(text):
        if quote.source is not None:
            assert "\n" not in quote.source.of(text)
        for part in quote.parts:
            words = part.of(text)
            assert words == words.strip()
            assert quote.form != "indirect" or "\n" not in words


def test_titles_and_scare_quotes_are_no_statements() -> None:
    text = (
        f"{NAMES}\n\nThe museum shows “The Long River of Stone” this week. "
        "A so-called “fish ladder” was built below the bridge."
    )
    assert not [words for _, _, words in read(text) if words]


def test_who_was_told_does_not_speak() -> None:
    text = NAMES + "\n\nBrandt was told that the old bridge would be shut by Friday."
    assert "Rolf Brandt" not in {name for _, name, _ in read(text)}


def test_apostrophes_are_no_marks() -> None:
    text = (
        NAMES + "\n\nHolm said the engineers' report wasn't ready and the council's wasn't either."
    )
    assert all(not words for _, _, words in read(text))


def test_a_body_speaks_by_its_whole_name() -> None:
    text = (
        "Meanwhile, the Norwegian Fisheries Ministry said in a statement on Sunday that the fleet "
        "would return.\n\n“We regard the matter as closed,” the statement read."
    )
    assert speaker(text, "closed") == "Norwegian Fisheries Ministry"
