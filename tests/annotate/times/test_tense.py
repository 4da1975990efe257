"""Tense by the parse: hand-built Docs, so that no reader is needed."""

import pytest
import spacy
from spacy.tokens import Doc

from tellings.annotate.times import find

VOCAB = spacy.blank("en").vocab
Row = tuple[str, str, str, int, str]  # word, part of speech, relation, head, features


def doc(*rows: Row) -> Doc:
    words, pos, deps, heads, morphs = (list(column) for column in zip(*rows, strict=True))
    return Doc(VOCAB, words, pos=pos, deps=deps, heads=heads, morphs=morphs, lemmas=words)


WILL = doc(
    ("Talks", "NOUN", "nsubj", 2, ""),
    ("will", "AUX", "aux", 2, "VerbForm=Fin"),
    ("resume", "VERB", "root", 2, "VerbForm=Inf"),
    ("on", "ADP", "case", 4, ""),
    ("Friday", "PROPN", "obl", 2, ""),
)
OPENS = doc(
    ("Parliament", "NOUN", "nsubj", 1, ""),
    ("convokes", "VERB", "root", 1, "Tense=Pres|VerbForm=Fin"),
    ("a", "DET", "det", 3, ""),
    ("board", "NOUN", "obj", 1, ""),
    ("Friday", "PROPN", "obl", 1, ""),
)
SAID = doc(  # a wrong parse: the day hangs on the verb that is to come
    ("She", "PRON", "nsubj", 1, ""),
    ("said", "VERB", "root", 1, "Tense=Past|VerbForm=Fin"),
    ("Friday", "PROPN", "obl", 5, ""),
    ("talks", "NOUN", "nsubj", 5, ""),
    ("will", "AUX", "aux", 5, "VerbForm=Fin"),
    ("resume", "VERB", "ccomp", 1, "VerbForm=Inf"),
)
REACHED = doc(
    ("The", "DET", "det", 1, ""),
    ("aim", "NOUN", "nsubj", 2, ""),
    ("shrank", "VERB", "root", 2, "Tense=Past|VerbForm=Fin"),
    ("by", "ADP", "case", 4, ""),
    ("Friday", "PROPN", "obl", 2, ""),
)
IS = doc(
    ("The", "DET", "det", 1, ""),
    ("vote", "NOUN", "nsubj", 4, ""),
    ("is", "AUX", "cop", 4, "Tense=Pres|VerbForm=Fin"),
    ("on", "ADP", "case", 4, ""),
    ("Friday", "PROPN", "root", 4, ""),
)


@pytest.mark.parametrize(
    ("parsed", "tense"),
    [(WILL, "future"), (OPENS, "future"), (SAID, "past"), (REACHED, "past"), (IS, "future")],
)
def test_the_verb_that_governs_tells_the_tense(parsed: Doc, tense: str) -> None:
    assert [one.tense for one in find(parsed.text, parsed)] == [tense]


def test_without_a_parse_words_decide() -> None:
    bare = Doc(VOCAB, [token.text for token in WILL])
    assert [one.tense for one in find(bare.text, bare)] == ["future"]
