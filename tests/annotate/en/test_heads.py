"""The decoders of times, quantities, certainty and events, on scores made by hand."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from tellings.annotate.en import certainty, events, quantities, times
from tellings.annotate.en.bio import tags_of

TEXT = "Eight  ferries left\nMalta on Sunday night."
HIGH = 8.0


@pytest.fixture(scope="module")
def doc() -> Doc:
    return spacy.blank("en")(TEXT)


@pytest.fixture(scope="module")
def words(doc: Doc) -> np.ndarray:
    return np.array([t.i for t in doc if not t.is_space], dtype=np.int64)


def _rows(count: int, columns: int, high: dict[int, int]) -> np.ndarray:
    rows = np.zeros((count, columns), dtype=np.float32)
    for word in range(count):
        rows[word, high.get(word, 0)] = HIGH
    return rows


def test_a_time_opens_its_words_though_white_space_tokens_stand_between(
    doc: Doc, words: np.ndarray
) -> None:
    tags = tags_of(times.TYPES)
    high = {5: tags.index("B-TIME"), 6: tags.index("I-TIME")}
    out = {"times.tag": _rows(len(words), times.COLUMNS, high)}
    ((start, end, kind, sure),) = times.decode(doc, out, {}, words)
    assert (TEXT[start:end], kind) == ("Sunday night", "TIME")
    assert sure > 0.9


def test_a_quantity_holds_value_and_what_is_counted(doc: Doc, words: np.ndarray) -> None:
    out = {"quantities.tag": _rows(len(words), quantities.COLUMNS, {0: 1, 1: 2})}
    ((start, end, sure),) = quantities.decode(doc, out, {}, words)
    assert TEXT[start:end] == "Eight  ferries"
    assert sure > 0.9


def test_certainty_is_told_at_clause_heads_and_at_triggers(doc: Doc, words: np.ndarray) -> None:
    planned = 1 + certainty.CLASSES.index("planned")
    scores = _rows(len(words), certainty.COLUMNS, {2: planned})
    scores[1, 1 + certainty.CLASSES.index("alleged")] = 4.0
    out = {"certainty.class": scores}
    assert [(doc[i].text, c) for i, c, _ in certainty.decode(doc, out, {}, words)] == [
        ("left", "planned")
    ]
    out["events.trigger"] = _rows(len(words), events.COLUMNS, {1: 3})
    told = certainty.decode(doc, out, {}, words)
    assert [(doc[i].text, c) for i, c, _ in told] == [("ferries", "alleged"), ("left", "planned")]


def test_a_trigger_has_its_root_and_a_quiet_word_none(doc: Doc, words: np.ndarray) -> None:
    retreat = 1 + events.ROOTS.index("RETREAT")
    out = {"events.trigger": _rows(len(words), events.COLUMNS, {2: retreat})}
    ((token, root, sure),) = events.decode(doc, out, {}, words)
    assert (doc[token].text, root) == ("left", "RETREAT")
    assert sure > 0.9


def test_a_trigger_is_told_where_its_roots_together_outweigh_none() -> None:
    scores = np.zeros((1, events.COLUMNS), dtype=np.float32)
    scores[0, 0] = 1.0  # more than each root, less than all seventeen
    assert len(events.event_triggers(scores)) == 1
    assert events.event_triggers(scores, least=0.95) == []


def test_a_pair_is_scored_by_its_own_words() -> None:
    parts = np.zeros((3, 3, events.PAIRED), dtype=np.float32)
    accuse, aid = events.ROOTS.index("ACCUSE"), events.ROOTS.index("AID")
    parts[0, 1, accuse] = 6.0  # as the actor, word 0 accuses
    parts[2, 1, aid] = 6.0  # as the actor, word 2 aids
    scores = parts.reshape(3, events.PAIR_COLUMNS)
    one = events.pair_root(scores, range(3), [0], [2])
    other = events.pair_root(scores, range(3), [2], [0])
    assert max(one, key=lambda r: one[r]) == "ACCUSE"
    assert max(other, key=lambda r: other[r]) == "AID"
    assert sum(one.values()) == pytest.approx(1.0, abs=1e-5)


def test_the_root_between_two_parties_is_blind_to_white_space(doc: Doc) -> None:
    told = events.root_between(doc, range(len(doc)), [0])
    plain = spacy.blank("en")(" ".join(TEXT.split()))
    assert told == events.root_between(plain, range(len(plain)), [0])
    assert sum(told.values()) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("Lower Zemblia arrested nine fishermen of Ruritania on Tuesday .", "COERCE"),
        ("Lower Zemblia praised Ruritania for its patience .", "SUPPORT"),
        ("Lower Zemblia bombed Ruritania overnight .", "ASSAULT"),
    ],
)
def test_the_words_between_two_parties_tell_the_root(text: str, root: str) -> None:
    doc = spacy.blank("en")(text)
    recipient = [t.i for t in doc if t.text == "Ruritania"]
    told = events.root_between(doc, range(len(doc)), [0, 1], recipient)
    assert max(told, key=lambda r: told[r]) == root


def test_no_words_give_nothing() -> None:
    empty = spacy.blank("en")("")
    none = np.zeros(0, dtype=np.int64)
    out = {
        "times.tag": np.zeros((0, times.COLUMNS), np.float32),
        "quantities.tag": np.zeros((0, quantities.COLUMNS), np.float32),
        "certainty.class": np.zeros((0, certainty.COLUMNS), np.float32),
        "events.trigger": np.zeros((0, events.COLUMNS), np.float32),
    }
    for head in (times, quantities, certainty, events):
        assert head.decode(empty, out, {}, none) == ()
