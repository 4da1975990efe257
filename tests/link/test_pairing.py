"""Mentions are compared where their words can tell one happening, and where a key joins them."""

from __future__ import annotations

from tellings.link.comparing import Comparer
from tellings.link.events import Happened, read_all
from tellings.link.pairing import comparable, pairs
from tellings.model import EventMention, Span

COMPARER = Comparer(lambda word: 8.0, frozenset({"the"}))


def told(article: str, text: str, trigger: str, lemma: str) -> Happened:
    at = text.index(trigger)
    mention = EventMention(
        f"e-{article}", Span(0, len(text)), Span(at, at + len(trigger)), "OTHER", lemma
    )
    return Happened(mention, article, text, Span(0, len(text)))


MET = told("a-1", "Oda met Breck.", "met", "meet")
TALKS = told("a-2", "Oda had talks with Breck.", "talks", "talks")
SUED = told("a-3", "Oda sued Breck.", "sued", "sue")
CRASHED = told("a-4", "Hale crashed.", "crashed", "crash")
OUT = told("a-5", "Hale crashed out at Tolm.", "crashed", "crash out")


def test_words_of_one_class_and_a_verb_with_its_particle_are_comparable() -> None:
    met, talks, sued, crashed, out = read_all([MET, TALKS, SUED, CRASHED, OUT], COMPARER)
    assert comparable(met, talks)
    assert comparable(crashed, out)
    assert not comparable(met, sued)
    assert not comparable(sued, crashed)


def test_pairs_do_not_hang_on_the_order() -> None:
    ones = read_all([MET, TALKS, SUED, CRASHED, OUT], COMPARER)
    found = [(a.id, b.id) for a, b in pairs(ones)]
    assert found == [("e-a-1", "e-a-2"), ("e-a-4", "e-a-5")]
    assert {frozenset((a.id, b.id)) for a, b in pairs(ones[::-1])} == set(map(frozenset, found))


def test_of_very_many_mentions_each_is_compared_with_some() -> None:
    many = [told(f"a-{n:04}", "Oda met Breck.", "met", "meet") for n in range(400)]
    found = pairs(read_all(many, COMPARER))
    assert len(found) < 400 * 399 / 4
    assert {one.id for pair in found for one in pair} == {h.mention.id for h in many}
