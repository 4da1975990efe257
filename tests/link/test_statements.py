"""One utterance told by several, and look-alikes that stay apart. All texts are invented."""

from __future__ import annotations

from itertools import permutations

import pytest

from tellings.link.said import Said
from tellings.link.statements import statements
from tellings.link.utterances import Comparer
from tellings.model import Quote, Span, Statement, Tie
from tellings.text.background import Background
from tellings.words.background import background
from tellings.words.tables import toml

COMPARER = Comparer(Background.parse(background()).of, frozenset(toml("stop.toml")["words"]))
LONG = "The harbour wall will not stand another winter unless the council pays for new timber"


def said(
    name: str,
    words: str,
    speaker: str | None = "holm",
    form: str = "direct",
    around: str = "{}",
    day: str | None = None,
    published: str | None = None,
    article: str | None = None,
    named: bool = True,
) -> Said:
    """One quote in an article of its own: `words` with marks where the form has them."""
    quoted = f"“{words}”" if form == "direct" else words
    text = around.format(quoted)
    start = text.index(quoted)
    span = Span(start, start + len(quoted))
    inner = () if form == "indirect" else (Span(start + 1, start + 1 + len(words)),)
    quote = Quote(f"q-{name}", span, (span,), form, speaker=speaker, quoted=inner)  # type: ignore[arg-type]
    whole = Span(0, len(text))
    return Said(quote, article or name, name, text, whole, speaker, named, day, published)


def linked(*told: Said) -> tuple[tuple[Tie, ...], tuple[Statement, ...]]:
    return statements("s", told, COMPARER, lambda places: (len(places), len(places)))


def joined(a: Said, b: Said) -> bool:
    return len(linked(a, b)[1]) == 1


def test_whole_and_trimmed() -> None:
    assert joined(said("a", LONG), said("b", LONG))
    assert joined(said("a", LONG), said("b", "will not stand another winter"))


def test_a_changed_word() -> None:
    around = "Of the ferry contract with the northern shipyard Holm said it was {}."
    a = said("a", "deeply flawed", around=around)
    b = said("b", "badly flawed", around=around)
    assert joined(a, b)


def test_a_paraphrase_by_the_same_speaker() -> None:
    a = said("a", LONG)
    b = said(
        "b",
        "the harbour wall would not survive another winter without timber from the council",
        form="indirect",
    )
    assert joined(a, b)
    (tie,) = linked(a, b)[0]
    assert tie.verdict == "same"
    assert "words of content in common" in tie.why


def test_a_paraphrase_by_nobody_known_stays_apart() -> None:
    b = said("b", "the harbour wall would not survive another winter", None, "indirect")
    assert not joined(said("a", LONG), b)


def test_two_renderings_of_a_foreign_sentence() -> None:
    a = said(
        "a", "The fleet must return to the northern port before negotiations about fish resume"
    )
    b = said(
        "b",
        "Before negotiations about fish are resumed, the fleet has to be back in the northern port",
    )
    assert joined(a, b)
    assert not joined(a, said("b", b.text[1:-1], "brandt"))
    assert not joined(a, said("b", b.text[1:-1], None))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # two utterances of one speaker on one theme
        ("The harbour wall needs new timber this year", "The harbour wall was built by my father"),
        # few common words in common
        ("We will do it", "We will see what it is"),
    ],
)
def test_utterances_on_one_theme_stay_apart(one: str, other: str) -> None:
    assert not joined(said("a", one), said("b", other))


def test_two_speakers_with_the_same_words_stay_apart() -> None:
    a = said("a", "a grave and unprecedented threat to shipping", "holm")
    b = said("b", "a grave and unprecedented threat to shipping", "brandt")
    ties, found = linked(a, b)
    assert len(found) == 2
    assert [tie.verdict for tie in ties] == ["different"]


def test_a_long_run_of_equal_words_is_one_utterance_whoever_is_named() -> None:
    ties, found = linked(said("a", LONG), said("b", LONG, "brandt"))
    assert len(found) == 1
    assert "two speakers" in ties[0].why


def test_the_same_formula_on_two_days_stays_apart() -> None:
    formula = "The harbour belongs to the town"
    assert joined(said("a", formula, day="2024-03-04"), said("b", formula, day="2024-03-04"))
    assert not joined(said("a", formula, day="2024-03-04"), said("b", formula, day="2024-05-11"))
    near = said("a", formula, published="2024-03-04"), said("b", formula, published="2024-03-05")
    far = said("a", formula, published="2024-03-04"), said("b", formula, published="2024-05-11")
    assert joined(*near)
    assert not joined(*far)


def test_rare_words_outlast_the_days_between_articles() -> None:
    a = said("a", LONG, published="2024-03-04")
    assert joined(a, said("b", LONG, published="2024-05-11"))


def test_a_line_told_twice_in_one_article_is_one_statement() -> None:
    assert joined(said("a", LONG, article="x"), said("b", LONG, article="x"))


def test_wordings_are_exact_slices_longest_first() -> None:
    a, b = said("a", LONG), said("b", "will not stand another winter")
    (statement,) = linked(a, b)[1]
    assert [w.text for w in statement.wordings] == [LONG, "will not stand another winter"]
    assert all(w.text in a.text or w.text in b.text for w in statement.wordings)


def test_the_order_of_the_quotes_changes_nothing() -> None:
    told = [
        said("a", LONG),
        said("b", "will not stand another winter"),
        said("c", LONG, "brandt"),
        said("d", "The ferry sails at noon and not before"),
    ]
    first = linked(*told)
    assert all(linked(*order) == first for order in permutations(told))
