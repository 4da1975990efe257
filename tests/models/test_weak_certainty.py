"""Weak labels of clauses, on invented trees."""

from __future__ import annotations

from models.en.treebank import Sentence
from models.en.weak_certainty import NOT_A_CLAUSE, weak_labels


def _tree(*rows: tuple[str, str, str, int, str]) -> Sentence:
    """Rows of form, lemma, UPOS, head, relation."""
    words, lemmas, tags, heads, relations = zip(*rows, strict=True)
    many = len(rows)
    past = tuple("Tense=Past" if w.endswith("ed") or w == "said" else "_" for w in words)
    blank = ("_",) * many
    return Sentence(
        "doc",
        words,
        (True,) * many,
        False,
        "uner",
        None,
        lemmas,
        tags,
        blank,
        past,
        heads,
        relations,
    )


def _class_of(sentence: Sentence, word: str) -> str | None:
    return weak_labels(sentence)[sentence.words.index(word)]


def test_a_plain_past_is_asserted_and_its_nouns_head_nothing() -> None:
    tree = _tree(("Rain", "rain", "NOUN", 2, "nsubj"), ("started", "start", "VERB", 0, "root"))
    assert weak_labels(tree) == [NOT_A_CLAUSE, "asserted"]


def test_negation_denies() -> None:
    tree = _tree(
        ("Rain", "rain", "NOUN", 4, "nsubj"),
        ("did", "do", "AUX", 4, "aux"),
        ("not", "not", "PART", 4, "advmod"),
        ("stop", "stop", "VERB", 0, "root"),
    )
    assert _class_of(tree, "stop") == "denied"


def test_saying_attributes_and_future_plans() -> None:
    rows = [
        ("Pilots", "pilot", "NOUN", 2, "nsubj"),
        ("said", "say", "VERB", 0, "root"),
        ("ice", "ice", "NOUN", 4, "nsubj"),
        ("melted", "melt", "VERB", 2, "ccomp"),
    ]
    told = _tree(*rows)
    assert (_class_of(told, "said"), _class_of(told, "melted")) == ("asserted", "attributed")
    ahead = _tree(
        *rows[:3], ("melt", "melt", "VERB", 2, "ccomp"), ("will", "will", "AUX", 4, "aux")
    )
    assert _class_of(ahead, "melt") == "planned"


def test_a_suspicion_is_alleged_and_a_wish_is_hypothetical() -> None:
    suspected = _tree(
        ("Clerks", "clerk", "NOUN", 2, "nsubj:pass"),
        ("suspected", "suspect", "VERB", 0, "root"),
        ("of", "of", "SCONJ", 4, "mark"),
        ("lying", "lie", "VERB", 2, "advcl"),
    )
    assert _class_of(suspected, "lying") == "alleged"
    wish = _tree(
        ("Clerks", "clerk", "NOUN", 2, "nsubj"),
        ("hoped", "hope", "VERB", 0, "root"),
        ("to", "to", "PART", 4, "mark"),
        ("win", "win", "VERB", 2, "xcomp"),
    )
    assert _class_of(wish, "win") == "hypothetical"


def test_what_stands_in_quotation_marks_is_left_open() -> None:
    tree = _tree(
        ("“", "“", "PUNCT", 3, "punct"),
        ("Rain", "rain", "NOUN", 3, "nsubj"),
        ("started", "start", "VERB", 0, "root"),
        ("”", "”", "PUNCT", 3, "punct"),
    )
    assert _class_of(tree, "started") is None
