"""A mention that names nobody takes over who took part from the others of its group."""

from __future__ import annotations

from dataclasses import replace

from tellings.link.comparing import Comparer
from tellings.link.completed import completed
from tellings.link.events import Happened, joined, read_all
from tellings.model import EventMention, Span

COMPARER = Comparer(lambda word: 8.0, frozenset({"the", "a", "in", "on", "with", "of"}))


def told(article: str, text: str, trigger: str, lemma: str) -> Happened:
    at = text.index(trigger)
    mention = EventMention(
        f"e-{article}-{at}", Span(0, len(text)), Span(at, at + len(trigger)), "SANCTION", lemma
    )
    return Happened(mention, article, text, Span(0, len(text)))


EXPELLED = replace(
    told("a-1", "Ruvia expelled the envoys of Tolm.", "expelled", "expel"),
    actors=("ruvia",),
    recipients=("tolm",),
    nations={"ruvia": "RUV"},
)
EXPULSION = told("a-2", "The expulsion of the envoys came late.", "expulsion", "expulsion")


def parties(*group: Happened) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    ones = {one.id: one for one in read_all(group, COMPARER)}
    known = completed(ones, [sorted(ones)])
    return [(known[i].said.actors, known[i].said.recipients) for i in sorted(ones)]


def test_a_noun_that_names_nobody_takes_the_parties_of_its_group() -> None:
    assert parties(EXPELLED, EXPULSION) == [(("ruvia",), ("tolm",))] * 2
    ones = {one.id: one for one in read_all([EXPELLED, EXPULSION], COMPARER)}
    known = completed(ones, [sorted(ones)])
    assert known[EXPULSION.mention.id].said.nations == {"ruvia": "RUV"}


def test_what_is_told_stays_and_nobody_acts_on_themselves() -> None:
    other = replace(EXPULSION, recipients=("ruvia",))
    assert parties(EXPELLED, other)[1] == ((), ("ruvia",))


def test_without_most_of_the_group_nothing_is_taken_over() -> None:
    other = replace(EXPELLED, mention=replace(EXPELLED.mention, id="e-a-3"), actors=("moor",))
    assert parties(EXPELLED, EXPULSION, other)[1] == ((), ("tolm",))


def test_a_mention_alone_stays_as_it_is() -> None:
    ones = {one.id: one for one in read_all([EXPULSION], COMPARER)}
    assert completed(ones, [sorted(ones)]) == ones


def test_a_tie_says_what_was_taken_over() -> None:
    again = replace(
        told("a-3", "Ruvia expelled the envoys of Tolm in May.", "expelled", "expel"),
        actors=("ruvia",),
    )
    ties = joined([EXPELLED, again, EXPULSION], COMPARER)[1]
    (tie,) = [t for t in ties if {t.left, t.right} == {EXPELLED.mention.id, EXPULSION.mention.id}]
    assert "who did it: the same" in tie.why
