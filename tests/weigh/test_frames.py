"""Places at which two clauses that tell the same read otherwise. All invented."""

from __future__ import annotations

from tests.weigh.scenes import state

from tellings.flow.scenes import scenes_of
from tellings.model import Span
from tellings.weigh.frames import Frame, frames, twins
from tellings.weigh.sentences import sentences

DAY = "2024-03-06"
FOUND = "{} found the rusty anchor chain under the old pier."


def met(*texts: str) -> list[tuple[str, str, Frame]]:
    """Each frame with the phrases as the articles have them."""
    told = state(*((DAY, text) for text in texts))
    (scene,) = scenes_of(told)

    def shown(phrase_of: str, span: Span) -> str:
        return span.of(told.articles[phrase_of].text)

    return [
        (
            shown(f.ones[0].article, f.ones[0].span),
            shown(f.others[0].article, f.others[0].span),
            f,
        )
        for f in frames(scene, twins(sentences(scene)))
    ]


def test_one_phrase_differs() -> None:
    ((one, other, frame),) = met(FOUND.format("A baker"), FOUND.format("Two divers from Velm"))
    assert {one, other} == {"A baker", "Two divers from Velm"}
    assert {"found", "rusty", "anchor", "chain"} <= frame.equal
    assert (frame.before, frame.after) == (True, True)


def test_the_rest_of_the_sentences_may_be_unlike() -> None:
    (places,) = [
        (one, other)
        for one, other, _ in met(
            "On Monday the harbour office said divers sold the rusty anchor chain to Velm museum.",
            "Divers gave the rusty anchor chain to Velm museum, which asked nobody and paid.",
        )
        if "sold" in (one, other)
    ]
    assert set(places) == {"sold", "gave"}


def test_who_prints_the_same_is_on_one_side() -> None:
    ((_, _, frame),) = met(*(FOUND.format(who) for who in ("A baker", "A baker", "Two divers")))
    assert sorted(len(side) for side in (frame.ones, frame.others)) == [1, 2]


def test_what_shares_too_little_is_no_frame() -> None:
    assert not met(FOUND.format("A baker"), "A baker sold the rusty bridge to nine sailors.")
    assert not met(FOUND.format("A baker") + " " + FOUND.format("A diver"))
