"""Single words that are no persons' names. Every name is invented but a state's."""

from __future__ import annotations

import pytest
from tests.annotate.parsed import parsed

from tellings.annotate.misread import reread
from tellings.annotate.names import names

END = "./PUNCT/punct/1"


def kinds(*sentences: str) -> list[tuple[str, str]]:
    doc = parsed(*sentences)
    return [(one.form, one.kind) for one in reread(doc, names(doc))]


@pytest.mark.parametrize(
    "text",
    [
        "Orlex/PROPN/dep/1/PERSON president/NOUN/dep/1 Ada/PROPN/dep/1/PER spoke/VERB/root/0",
        "Orlex/PROPN/dep/1/PERSON ’s/PART/dep/1 Ada/PROPN/dep/1/PER Holm/PROPN/dep/1/PER "
        "left/VERB/root/0",
        "the/DET/dep/1 chairman/NOUN/dep/1 of/ADP/dep/1 Orlex/PROPN/dep/1/PERSON left/VERB/root/0",
        "a/DET/dep/1 teacher/NOUN/dep/1 at/ADP/dep/1 Orlex/PROPN/dep/1/PERSON left/VERB/root/0",
        "the/DET/dep/1 airline/NOUN/dep/1 Orlex/PROPN/dep/1/PERSON rose/VERB/root/0",
        "Orlex/PROPN/dep/1/PERSON ,/PUNCT/dep/1 a/DET/dep/1 tall/ADJ/dep/1 bank/NOUN/dep/1 "
        "rose/VERB/root/0",
    ],
)  # fmt: skip
def test_what_stands_beside_it_tells_a_body(text: str) -> None:
    again = "Orlex/PROPN/nsubj/2/PERSON rose/VERB/root/0"
    assert ("Orlex", "organisation") in kinds(f"{text} {END}")
    assert ("Orlex", "person") not in kinds(f"{text} {END}", f"{again} {END}")
    assert kinds(f"{again} {END}") == [("Orlex", "person")]


def test_whom_the_text_names_in_full_stays_a_person() -> None:
    full = "Ada/PROPN/nsubj/3/PERSON Orlex/PROPN/flat/1/PERSON spoke/VERB/root/0 ./PUNCT/punct/3"
    owner = "the/DET/dep/2 owner/NOUN/root/0 of/ADP/case/4 Orlex/PROPN/nmod/2/PERSON"
    assert kinds(full, owner) == [("Ada Orlex", "person"), ("Orlex", "person")]


def test_capitals_in_a_sentence_of_small_letters_are_no_person() -> None:
    said = "Today/NOUN/dep/3 ORLX/PROPN/nsubj/3/PERSON reported/VERB/root/0 rain/NOUN/obj/3"
    head = "MAYOR/NOUN/dep/3 ORLX/PROPN/nsubj/3/PERSON LEAVES/VERB/root/0 TOWN/NOUN/obj/3"
    assert kinds(said) == [("ORLX", "organisation")]
    assert kinds(head) == [("ORLX", "person")]


def test_no_capital_is_no_name_and_a_short_state_is_a_place() -> None:
    assert kinds("the/DET/dep/3 ace/NOUN/nsubj/3/PERSON won/VERB/root/0") == []
    assert kinds("in/ADP/case/2 Ariz./PROPN/root/0/PERSON") == [("Ariz.", "place")]
