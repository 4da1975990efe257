"""Lemmas: rules undo themselves, and the dictionary mends what a rule cannot know."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tellings.annotate.en.lemmas import Lemmas, apply_rule, rule_of


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_a_rule_makes_its_lemma(form: str, lemma: str) -> None:
    # Letters whose lower case is longer than they are ("İ") may lose their tail.
    if len(form.lower()) == len(form):
        assert apply_rule(rule_of(form, lemma), form) == lemma


def test_rules_lower_or_keep_the_case() -> None:
    assert rule_of("Ships", "ship") == "l-1+"
    assert rule_of("Hague", "Hague") == "k-0+"
    assert apply_rule("l-3+y", "Parties") == "party"


def test_tables_before_rules() -> None:
    lemmas = Lemmas({("was", "VBD"): "be"}, {("v", "expelled"): "expel", ("v", "saw"): "see/saw"})
    assert lemmas.of("was", "VBD", "l-0+") == "be"
    assert lemmas.of("Expelled", "VBN", "l-2+") == "expel"
    assert lemmas.of("saw", "VBD", "l-0+") == "saw"
    assert lemmas.of("saw", "VBD", "l-1+") == "see"
    assert lemmas.of("expelled", "JJ", "l-0+") == "expelled"


def test_nothing_is_cut_off_words_that_are_their_own_lemma() -> None:
    lemmas = Lemmas({}, {})
    assert lemmas.of("Ravelin", "NN", "l-1+") == "ravelin"
    assert lemmas.of("cattle", "NNS", "l-1+") == "cattle"
    assert lemmas.of("ravelins", "NNS", "l-1+") == "ravelin"
    assert lemmas.of("'ve", "VBP", "l-3+have") == "have"


def test_a_base_form_is_its_own_past() -> None:
    lemmas = Lemmas({}, {("v", "casts"): "cast"})
    assert lemmas.of("cast", "VBD", "l-2+") == "cast"
    assert lemmas.of("casted", "VBD", "l-2+") == "cast"
