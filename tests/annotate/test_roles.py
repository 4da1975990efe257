"""Role phrases beside a name. Every name is invented."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc
from tests.annotate.parsed import parsed

from tellings.annotate.role_phrases import left_edge
from tellings.annotate.roles import role_after, role_apposed, role_before


def before(*words: str) -> tuple[str, str | None, str | None, bool] | None:
    """The role before a name that follows `words` (`word/POS`), as title, of, country, former."""
    items = [f"{word}/dep/{min(at, 1)}" for at, word in enumerate(words)]
    doc = parsed(" ".join([*items, "Tom/PROPN/dep/1/PERSON", "Reyl/PROPN/dep/1/PERSON"]))
    role = role_before(doc, len(items))
    return (role.title, role.of, role.country, role.former) if role else None


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Harbour/PROPN Minister/PROPN", ("Harbour Minister", None, None, False)),
        ("South/PROPN Korean/PROPN envoy/NOUN", ("envoy", "South Korean", "KOR", False)),
        ("former/ADJ Chilean/ADJ judge/NOUN", ("judge", "Chilean", "CHL", True)),
        ("Secretary/PROPN of/ADP State/PROPN", ("Secretary of State", None, None, False)),
        ("president/NOUN of/ADP Chile/PROPN", ("president of Chile", "Chile", "CHL", False)),
        ("ambassador/NOUN to/ADP Chile/PROPN", ("ambassador to Chile", None, None, False)),
        ("FBI/PROPN chief/NOUN", ("FBI chief", None, "USA", False)),
        ("Chile/PROPN envoy/NOUN", ("Chile envoy", None, None, False)),
        ("the/DET time/NOUN the/DET mayor/NOUN", ("mayor", None, None, False)),
        ("many/ADJ bakers/NOUNS", None),
        ("mayor/NOUN ,/PUNCT", None),
        ("friend/NOUN of/ADP", None),
        ("windy/ADJ", None),
    ],
)
def test_the_role_before_a_name(
    words: str, role: tuple[str, str | None, str | None, bool] | None
) -> None:
    assert before(*words.split()) == role


def test_a_definite_role_before_a_comma() -> None:
    text = (
        "{}/DET/det/2 baker/NOUN/nsubj/6 ,/PUNCT/dep/2 Tom/PROPN/appos/2/PERSON "
        "Reyl/PROPN/flat/4/PERSON {} spoke/VERB/root/0"
    )
    told = role_before(parsed(text.format("The", ",/PUNCT/dep/2")), 3)
    assert told is not None
    assert told.title == "baker"
    assert role_before(parsed(text.format("A", ",/PUNCT/dep/2")), 3) is None
    brother = (
        "the/DET/det/2 brother/NOUN/nsubj/9 of/ADP/case/5 the/DET/det/5 baker/NOUN/nmod/2 "
        ",/PUNCT/dep/2 Tom/PROPN/appos/2/PERSON ,/PUNCT/dep/2 spoke/VERB/root/0"
    )
    whose = role_before(parsed(brother), 6)
    assert whose is not None
    assert whose.head == "brother"
    assert role_before(parsed(text.format("The", "and/CCONJ/cc/2")), 3) is None


def after(text: str) -> str | None:
    doc = parsed("Tom/PROPN/dep/0/PERSON Reyl/PROPN/dep/1/PERSON " + text.replace("/0", "/1"))
    role = role_after(doc, 2)
    return role.title if role else None


def test_the_role_behind_a_name() -> None:
    assert after(",/PUNCT/dep/0 a/DET/dep/0 baker/NOUN/dep/0 ,/PUNCT/dep/0") == "baker"
    assert after("spoke/VERB/dep/0") is None


def test_the_next_persons_role_is_not_this_ones() -> None:
    behind = ",/PUNCT/dep/0 Mayor/PROPN/dep/0 Ada/PROPN/dep/0/PERSON Quill/PROPN/dep/0/PERSON"
    assert after(behind) is None
    assert (
        after(",/PUNCT/dep/0 one/NUM/dep/0 of/ADP/dep/0 many/ADJ/dep/0 bakers/NOUNS/dep/0") is None
    )


def test_an_apposition_does_not_reach_over_a_line_break() -> None:
    text = "Baker/NOUN/root/0 {} ,/PUNCT/punct/1 Tom/PROPN/appos/1/PERSON Reyl/PROPN/flat/4/PERSON"
    assert role_apposed(parsed(text.format("¶/X/dep/1")), 3, 5) is None
    named = "Chief/PROPN/root/0 of/ADP/case/3 Staff/PROPN/nmod/1 Tom/PROPN/appos/1/PERSON"
    whole = role_apposed(parsed(named), 3, 4)
    assert whole is not None
    assert whole.title == "Chief of Staff"  # the name is no part of it
    found = role_apposed(parsed(text.format("here/ADV/advmod/1")), 3, 5)
    assert found is not None
    assert found.title == "Baker"


def test_a_word_of_which_only_the_end_belongs_is_left_out() -> None:
    words = ["a", "61", "-", "year", "-", "old", "Norlandic", "man"]
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=[True, False, False, False, False, True, True, False],
        pos=["DET", "NUM", "PUNCT", "NOUN", "PUNCT", "ADJ", "ADJ", "NOUN"],
        sent_starts=[True, *[False] * 7],
    )
    assert words[left_edge(doc, 7)] == "Norlandic"
